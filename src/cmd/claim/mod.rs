//! `claim`: records who takes needs on, and the steps that follow; a file for each group of verbs.

mod answer;
mod card;
mod changed;
mod follow;
mod import;
mod letter;
mod paper;
mod parties;
mod pending;
mod remind;
mod step;
mod suggest;
mod take;
mod wechat;
mod which;

use self::card::CardArgs;
use self::follow::{ExpireArgs, ExtendArgs, MilestoneArgs};
use self::import::ImportArgs;
use self::letter::LetterArgs;
use self::parties::{EndArgs, JoinArgs, PassArgs};
use self::pending::PendingArgs;
use self::remind::RemindArgs;
use self::step::{CompleteArgs, ConfirmArgs, StepArgs};
use self::suggest::SuggestArgs;
use self::take::TakeArgs;
use self::wechat::WechatArgs;
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
    /// Read who claims what in a WeChat sign-up (接龙) or chat
    Wechat(WechatArgs),
    /// Suggest who could take on what, so that as many as possible meet the quota
    Suggest(SuggestArgs),
    /// Settle claims in chats and lists that nobody could match, one by one
    Pending(PendingArgs),
    /// Add joint claimants to a claim
    Join(JoinArgs),
    /// Record that the work has begun
    Start(StepArgs),
    /// Record a milestone of a project, from the letter of intent to acceptance
    Milestone(MilestoneArgs),
    Letter(LetterArgs),
    Card(CardArgs),
    /// Write a message for each claimant or unit whose claims still run, to be pasted
    Remind(RemindArgs),
    /// Give a claim more time
    Extend(ExtendArgs),
    /// Hand a claim over to somebody else
    Pass(PassArgs),
    /// Record that the work is done
    Complete(CompleteArgs),
    /// Record that the resident or the office confirms the work
    Confirm(ConfirmArgs),
    /// Give a need back for a claimant, or let one leave a joint claim
    Release(EndArgs),
    /// Revoke a claim for the organisation, or take one claimant out of it
    Revoke(EndArgs),
    /// Release claims that nobody has begun for too long
    Expire(ExpireArgs),
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    match &args.verb {
        Verb::Take(args) => take::run(args, context),
        Verb::Import(args) => import::run(args, context),
        Verb::Wechat(args) => wechat::run(args, context),
        Verb::Suggest(args) => suggest::run(args, context),
        Verb::Pending(args) => pending::run(args, context),
        Verb::Join(args) => parties::join(args, context),
        Verb::Start(args) => step::start(args, context),
        Verb::Milestone(args) => follow::milestone(args, context),
        Verb::Letter(args) => letter::run(args, context),
        Verb::Card(args) => card::run(args, context),
        Verb::Remind(args) => remind::run(args, context),
        Verb::Extend(args) => follow::extend(args, context),
        Verb::Pass(args) => parties::pass(args, context),
        Verb::Complete(args) => step::complete(args, context),
        Verb::Confirm(args) => step::confirm(args, context),
        Verb::Release(args) => parties::end(args, ("release", ClaimState::Released), context),
        Verb::Revoke(args) => parties::end(args, ("revoke", ClaimState::Revoked), context),
        Verb::Expire(args) => follow::expire(args, context),
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
