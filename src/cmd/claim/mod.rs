//! `claim`: records who takes needs on, and the steps that follow; a file for each group of verbs.

mod answer;
mod import;
mod step;
mod take;

use self::import::ImportArgs;
use self::step::{ConfirmArgs, Details, EndArgs, StepArgs};
use self::take::TakeArgs;
use crate::desk::Context;
use crate::lang::cmd as text;
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::words::ClaimState;

/// Record who takes needs on, and what happens next
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Take published needs on, alone or jointly; only one claimant can win
    Take(TakeArgs),
    /// Import a list of claims
    Import(ImportArgs),
    /// The work has begun
    Start(StepArgs),
    /// The work is done
    Complete(StepArgs),
    /// The resident or the office confirms that it is done
    Confirm(ConfirmArgs),
    /// The claimant gives the need back
    Release(EndArgs),
    /// The organisation takes the claim back
    Revoke(EndArgs),
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    match &args.verb {
        Verb::Take(args) => take::run(args, context),
        Verb::Import(args) => import::run(args, context),
        Verb::Start(args) => step::step(args, "start", ClaimState::Started, Details::default(), context),
        Verb::Complete(args) => step::step(args, "complete", ClaimState::Completed, Details::default(), context),
        Verb::Confirm(args) => {
            let details = Details { satisfaction: args.satisfaction, feedback: args.note.clone(), reason: None };
            step::step(&args.step, "confirm", ClaimState::Confirmed, details, context)
        }
        Verb::Release(args) => step::end(args, "release", ClaimState::Released, context),
        Verb::Revoke(args) => step::end(args, "revoke", ClaimState::Revoked, context),
    }
}

fn day(on: Option<Day>, context: &Context) -> anyhow::Result<Day> {
    match on {
        Some(day) if day > context.today => Err(stop(Exit::Usage, text::day_in_future(day))),
        Some(day) => Ok(day),
        None => Ok(context.today),
    }
}

fn joined(codes: &[Code]) -> String {
    codes.iter().map(Code::as_str).collect::<Vec<_>>().join(" ")
}
