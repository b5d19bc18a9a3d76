//! `claim start|complete|confirm|release|revoke`: what becomes of a claim.

use super::answer::{Document, RefusedJson, answer, claim_json};
use super::{day, joined};
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::{Context, choose, finish, names, needs};
use crate::lang::{cmd as text, word};
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::words::ClaimState;
use crate::store::claim::{self, Step};
use crate::store::claimant::Party;
use crate::store::find::{self, Orgs};
use crate::store::log::Change;
use crate::store::rows::ClaimRow;

#[derive(Debug, clap::Args)]
pub struct StepArgs {
    /// The claims: their own codes, or those of their needs
    #[arg(required = true, value_name = "CODE")]
    pub codes: Vec<Code>,
    /// Whose claim, if the need has several
    #[arg(long, value_name = "WHO")]
    pub by: Option<String>,
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
pub struct ConfirmArgs {
    #[command(flatten)]
    pub step: StepArgs,
    /// How satisfied the resident is, from 1 to 5
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(u32).range(1..=5))]
    pub satisfaction: Option<u32>,
    /// The comment of the resident
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct EndArgs {
    #[command(flatten)]
    pub step: StepArgs,
    /// Why
    #[arg(long, value_name = "WHY")]
    pub reason: String,
}

/// What a step may record besides its day.
#[derive(Debug, Clone, Default)]
pub struct Details {
    pub satisfaction: Option<u32>,
    pub feedback: Option<String>,
    pub reason: Option<String>,
}

pub fn end(args: &EndArgs, verb: &str, to: ClaimState, context: &Context) -> anyhow::Result<Exit> {
    let reason = args.reason.trim();
    if reason.is_empty() {
        return Err(stop(Exit::Usage, text::reason_empty(verb)));
    }
    step(&args.step, verb, to, Details { reason: Some(reason.to_owned()), ..Details::default() }, context)
}

pub fn step(args: &StepArgs, verb: &str, to: ClaimState, details: Details, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let on = day(args.on, context)?;
    let step = Step { to, on, reason: details.reason, satisfaction: details.satisfaction, feedback: details.feedback };
    let store = context.open()?;
    let by = args.by.as_deref().map(|by| choose::claimant(&store, by.trim())).transpose()?;
    let mut change = store.change(context.new_entry(format!("claim {verb} {}", joined(&args.codes))))?;
    let claims = claims(&change, &args.codes, by.as_deref(), !to.holds())?;
    let mut document = Document::default();
    for before in claims {
        let need = find::need_by_id(change.session(), before.need_id)?;
        if !before.state.next().contains(&to) && !is_done(&before, to) {
            let (now, then) = (word(before.state.zh(), before.state.code()), word(to.zh(), to.code()));
            let reason = crate::lang::store::no_such_move(&before.code, now, then);
            crate::desk::warn(&reason);
            document.refused.push(RefusedJson { need: need.code.to_string(), reason, held_by: None, since: None });
            continue;
        }
        let after = claim::step(&mut change, &before, &step)?;
        if after.is_none() {
            context.note(text::already_done(&before.code));
        }
        document.claims.push(claim_json(change.session(), &after.unwrap_or(before), &need)?);
    }
    document.entry = EntryJson::of(finish(change, args.dry_run)?);
    if args.dry_run {
        context.note(text::dry_run());
    }
    answer(&args.answer, &document)
}

/// Whether the claim has already reached that state, so that the step changes nothing.
fn is_done(claim: &ClaimRow, to: ClaimState) -> bool {
    claim.state == to || (claim.state.holds() && to.holds() && claim.state > to)
}

/// The claims that the codes mean; `--by` decides if a need has several.
fn claims(change: &Change<'_>, codes: &[Code], by: Option<&str>, ended: bool) -> anyhow::Result<Vec<ClaimRow>> {
    let session = change.session();
    let by: Option<Party> = match by {
        None => None,
        Some(word) => Some(names::party(session, &Orgs::load(session)?, word)?),
    };
    let fits = |claim: &ClaimRow| -> anyhow::Result<bool> {
        let Some(by) = by else { return Ok(true) };
        Ok(claim::parties_of(session, claim.id)?.iter().any(|(party, _)| *party == by))
    };
    let mut claims: Vec<ClaimRow> = Vec::new();
    for code in codes {
        let claim = needs::claim_of(session, code, fits, ended)?;
        if !claims.iter().any(|found| found.id == claim.id) {
            claims.push(claim);
        }
    }
    Ok(claims)
}
