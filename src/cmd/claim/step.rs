//! `claim start|complete|confirm`: what becomes of a claim.

use std::path::PathBuf;

use super::answer::{Document, answer, changed_json, claim_json};
use super::parties::refuse;
use super::which::WhichArgs;
use super::{day, joined};
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::{Context, finish, needs, papers};
use crate::lang::{cmd as text, store, word};
use crate::model::day::Day;
use crate::model::exit::Exit;
use crate::model::money::Money;
use crate::model::words::ClaimState;
use crate::store::claim::{self, Details, Step};
use crate::store::correction::{self, OutOfOrder};
use crate::store::find;
use crate::store::log::Change;
use crate::store::rows::{ClaimRow, NeedRow};

#[derive(Debug, clap::Args)]
pub struct StepArgs {
    #[command(flatten)]
    pub which: WhichArgs,
    /// The day it happened, if not today
    #[arg(long, value_name = "DAY")]
    pub on: Option<Day>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, clap::Args)]
pub struct CompleteArgs {
    #[command(flatten)]
    pub step: StepArgs,
    /// How it was done
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// What it cost, in yuan
    #[arg(long, value_name = "YUAN")]
    pub cost: Option<Money>,
    /// A file that shows it, such as a photo: its name and digest are kept
    #[arg(long, value_name = "FILE")]
    pub evidence: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct ConfirmArgs {
    #[command(flatten)]
    pub step: StepArgs,
    /// How satisfied the resident is, from 1 to 5
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(u32).range(1..=5))]
    pub satisfaction: Option<u32>,
    /// The comment of the resident
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Who confirms it: the resident, a neighbour, the office
    #[arg(long, value_name = "TEXT")]
    pub confirmed_by: Option<String>,
}

pub fn start(args: &StepArgs, context: &Context) -> anyhow::Result<Exit> {
    step(args, ("start", ClaimState::Started), Details::default(), context)
}

pub fn complete(args: &CompleteArgs, context: &Context) -> anyhow::Result<Exit> {
    let evidence = args.evidence.as_deref().map(papers::sealed).transpose()?;
    let details = Details { outcome: args.note.clone(), cost: args.cost, evidence, ..Details::default() };
    step(&args.step, ("complete", ClaimState::Completed), details, context)
}

pub fn confirm(args: &ConfirmArgs, context: &Context) -> anyhow::Result<Exit> {
    let details = Details {
        satisfaction: args.satisfaction,
        feedback: args.note.clone(),
        confirmed_by: args.confirmed_by.clone(),
        ..Details::default()
    };
    step(&args.step, ("confirm", ClaimState::Confirmed), details, context)
}

fn step(args: &StepArgs, (verb, to): (&str, ClaimState), details: Details, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let step = Step { to, on: day(args.on, context)?, undated: false, details };
    let office = context.open()?;
    let which = args.which.settled(&office)?;
    let mut change = office.change(context.new_entry(format!("claim {verb} {}", joined(&which.codes))))?;
    let by = which.parties(change.session())?;
    let mut document = Document::default();
    for claim in which.claims(change.session(), &by, false)? {
        let need = find::need_by_id(change.session(), claim.need_id)?;
        move_on(&mut change, (&claim, &need), (&step, args.on), context, &mut document)?;
    }
    document.entry = EntryJson::of(finish(change, args.dry_run)?);
    if args.dry_run {
        context.note_dry_run();
    }
    answer(&args.answer, &document, context)
}

/// Moves one claim on, or says why it stays where it is. `said_on` is the day of the step where one was given.
pub fn move_on(
    change: &mut Change<'_>,
    (claim, need): (&ClaimRow, &NeedRow),
    (step, said_on): (&Step, Option<Day>),
    context: &Context,
    document: &mut Document,
) -> anyhow::Result<()> {
    let to = step.to;
    let what =
        || -> anyhow::Result<String> { Ok(text::claim_of_need(&claim.code, needs::brief(change.session(), need)?)) };
    if is_done(claim, to) {
        return say_again(change, (claim, need), (step, said_on), context, document);
    }
    let refused = if !claim.state.next().contains(&to) {
        let (now, then) = (word(claim.state.zh(), claim.state.code()), word(to.zh(), to.code()));
        Some(("wrong_state", store::no_such_move(what()?, &claim.code, now, then)))
    } else if let Some(before) = claim::dated_before(claim, step) {
        Some(("too_early", store::step_too_early(what()?, step.on, before)))
    } else {
        None
    };
    if let Some((why, reason)) = refused {
        refuse(document, need, why, reason);
        return Ok(());
    }
    let after = claim::step(change, claim, step)?;
    document.claims.push(claim_json(change.session(), after.as_ref().unwrap_or(claim), need)?);
    Ok(())
}

/// A step that the claim has already taken: the details given now are stored, and the earlier ones are named.
fn say_again(
    change: &mut Change<'_>,
    (claim, need): (&ClaimRow, &NeedRow),
    (step, said_on): (&Step, Option<Day>),
    context: &Context,
    document: &mut Document,
) -> anyhow::Result<()> {
    let what = text::claim_of_need(&claim.code, needs::brief(change.session(), need)?);
    match (correction::corrected(claim, step, said_on), said_on) {
        (Ok(after), _) => {
            correction::store(change, claim, &after)?;
            document.claims.push(changed_json(change.session(), (claim, &after), need, &what, context)?);
        }
        (Err(OutOfOrder::Before(day)), on) => {
            refuse(document, need, "too_early", store::step_too_early(what, on.unwrap_or(step.on), day));
        }
        (Err(OutOfOrder::After(day)), on) => {
            refuse(document, need, "too_late", store::step_too_late(what, on.unwrap_or(step.on), day));
        }
    }
    Ok(())
}

/// Whether the claim has already reached that state, so that the step changes nothing.
fn is_done(claim: &ClaimRow, to: ClaimState) -> bool {
    claim.state == to || (claim.state.holds() && to.holds() && claim.state > to)
}
