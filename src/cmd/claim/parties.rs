//! `claim join|release|revoke|pass`: who takes part in a claim, and who no longer does.

use super::answer::{Document, RefusedJson, answer, claim_json};
use super::step::{StepArgs, move_on};
use super::{day, joined};
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::names::{self, ByArgs};
use crate::desk::needs::{self, Among};
use crate::desk::{Context, choose, finish};
use crate::lang::{cmd as text, store as store_text, word};
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::model::words::{ClaimState, Leaving};
use crate::store::Session;
use crate::store::claim::{self, Details, Step};
use crate::store::claimant::{self, Party};
use crate::store::find::{self, Orgs};
use crate::store::joint::{self, Farewell};
use crate::store::log::Change;
use crate::store::rows::{ClaimRow, NeedRow};

#[derive(Debug, clap::Args)]
pub struct JoinArgs {
    /// The claim: its code, or the wall number, code or words of its need
    #[arg(value_name = "CODE")]
    pub code: Code,
    #[command(flatten)]
    pub who: ByArgs,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, clap::Args)]
pub struct EndArgs {
    #[command(flatten)]
    pub step: StepArgs,
    /// Why
    #[arg(long, value_name = "WHY")]
    pub reason: String,
    /// Everyone of a joint claim, which ends it
    #[arg(long)]
    pub all: bool,
    /// Who leads a joint claim from now on, instead of the next one
    #[arg(long, value_name = "WHO", requires = "by", conflicts_with = "all")]
    pub lead: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct PassArgs {
    #[command(flatten)]
    pub step: StepArgs,
    /// Who takes over
    #[arg(long, value_name = "WHO")]
    pub to: String,
    /// Why
    #[arg(long, value_name = "WHY")]
    pub reason: String,
    /// All that a joint claim has promised, instead of what one of them has
    #[arg(long)]
    pub all: bool,
}

/// Adds joint claimants.
pub fn join(args: &JoinArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let mut codes = choose::needs(&store, std::slice::from_ref(&args.code), Among::Claimed)?;
    let code = codes.pop().unwrap_or_else(|| args.code.clone());
    // A claim that does not exist is reported before anything is asked.
    let reading = store.read()?;
    let claim = needs::claim_of(&reading, &code, |_| Ok(true), false)?;
    reading.finish()?;
    let who = args.who.settled(&store)?;
    let mut change = store.change(context.new_entry(format!("claim join {}", claim.code)))?;
    let claim = find::claim_by_id(change.session(), claim.id)?;
    let need = find::need_by_id(change.session(), claim.need_id)?;
    let parties = who.parties(&mut change)?;
    let what = text::claim_of_need(&claim.code, needs::brief(change.session(), &need)?);
    let mut document = Document::default();
    let is_open = claim.state.holds() && claim.state != ClaimState::Confirmed;
    if is_open {
        note_consent(&claim, &what, context);
        for party in &parties {
            if joint::join(&mut change, &claim, &[*party])?.is_empty() {
                context.note(text::takes_part_already(&what, claimant::name(change.session(), *party)?));
            }
        }
        document.claims.push(claim_json(change.session(), &claim, &need)?);
    } else {
        refuse(
            &mut document,
            &need,
            "wrong_state",
            text::no_more_claimants(what, word(claim.state.zh(), claim.state.code())),
        );
    }
    document.entry = EntryJson::of(finish(change, args.dry_run || !is_open)?);
    if args.dry_run {
        context.note_dry_run();
    }
    answer(&args.answer, &document, context)
}

/// Takes claimants out of a claim, or ends it where nobody would be left.
pub fn end(args: &EndArgs, (verb, to): (&str, ClaimState), context: &Context) -> anyhow::Result<Exit> {
    args.step.answer.check()?;
    let reason = reason_of(&args.reason, verb)?;
    let on = day(args.step.on, context)?;
    let store = context.open()?;
    let which = args.step.which.settled(&store)?;
    let lead = args.lead.as_deref().map(|lead| choose::claimant(&store, lead.trim())).transpose()?;
    let mut change = store.change(context.new_entry(format!("claim {verb} {}", joined(&which.codes))))?;
    let by = which.parties(change.session())?;
    let lead = lead.map(|lead| party(change.session(), &lead)).transpose()?;
    let claims = which.claims(change.session(), &by, true)?;
    if !args.all {
        claims.iter().try_for_each(|claim| check_whose(change.session(), claim, &by))?;
    }
    let how = if to == ClaimState::Revoked { Leaving::Revoked } else { Leaving::Released };
    let farewell = Farewell { how, on, reason: reason.clone() };
    let step = Step { to, on, undated: false, details: Details { reason: Some(reason), ..Details::default() } };
    let mut document = Document::default();
    for claim in claims {
        let need = find::need_by_id(change.session(), claim.need_id)?;
        let parties = parties(change.session(), &claim)?;
        let leaving: Vec<Party> = by.iter().copied().filter(|one| parties.contains(one)).collect();
        let stays = !by.is_empty() && !args.all && leaving.len() < parties.len();
        if let Some(lead) = lead.filter(|_| !stays) {
            let what = text::claim_of_need(&claim.code, needs::brief(change.session(), &need)?);
            return Err(stop(Exit::Refused, text::cannot_lead(what, claimant::name(change.session(), lead)?)));
        }
        if !stays {
            move_on(&mut change, (&claim, &need), (&step, args.step.on), context, &mut document)?;
        } else if leaving.is_empty() {
            context.note(text::already_done(text::claim_of_need(&claim.code, needs::brief(change.session(), &need)?)));
            document.claims.push(claim_json(change.session(), &claim, &need)?);
        } else {
            leave(&mut change, (&claim, &need), (&leaving, lead), &farewell, &mut document)?;
        }
    }
    finished(&args.step, change, document, context)
}

/// Hands a claim over.
pub fn pass(args: &PassArgs, context: &Context) -> anyhow::Result<Exit> {
    args.step.answer.check()?;
    let farewell =
        Farewell { how: Leaving::Passed, on: day(args.step.on, context)?, reason: reason_of(&args.reason, "pass")? };
    let store = context.open()?;
    let which = args.step.which.settled(&store)?;
    let to = choose::claimant(&store, args.to.trim())?;
    let mut change = store.change(context.new_entry(format!("claim pass {}", joined(&which.codes))))?;
    let by = which.parties(change.session())?;
    let to = party(change.session(), &to)?;
    let claims = which.claims(change.session(), &by, true)?;
    if !args.all {
        claims.iter().try_for_each(|claim| check_whose(change.session(), claim, &by))?;
    }
    let mut document = Document::default();
    for claim in claims {
        let need = find::need_by_id(change.session(), claim.need_id)?;
        let what = text::claim_of_need(&claim.code, needs::brief(change.session(), &need)?);
        let parties = parties(change.session(), &claim)?;
        let from: Vec<Party> = if by.is_empty() || args.all { parties.clone() } else { by.clone() };
        if !claim.state.runs() {
            let state = word(claim.state.zh(), claim.state.code());
            refuse(&mut document, &need, "wrong_state", text::not_handed_over(what, state));
            continue;
        }
        if farewell.on < claim.claimed_on {
            refuse(&mut document, &need, "too_early", store_text::step_too_early(what, farewell.on, claim.claimed_on));
            continue;
        }
        if from == [to] || !from.iter().any(|one| parties.contains(one)) {
            context.note(text::already_done(what));
        } else {
            note_consent(&claim, &what, context);
            joint::pass(&mut change, &claim, &from, to, &farewell)?;
        }
        document.claims.push(claim_json(change.session(), &claim, &need)?);
    }
    finished(&args.step, change, document, context)
}

/// Says that nobody is named on what is published any more: whoever comes in has not agreed to it.
fn note_consent(claim: &ClaimRow, what: &str, context: &Context) {
    if claim.name_ok == Some(true) {
        context.note(text::no_longer_named(what));
    }
}

/// Takes some of several claimants out of a claim.
fn leave(
    change: &mut Change<'_>,
    (claim, need): (&ClaimRow, &NeedRow),
    (leaving, lead): (&[Party], Option<Party>),
    farewell: &Farewell,
    document: &mut Document,
) -> anyhow::Result<()> {
    let what = text::claim_of_need(&claim.code, needs::brief(change.session(), need)?);
    if !claim.state.next().contains(&ClaimState::Released) {
        let state = word(claim.state.zh(), claim.state.code());
        refuse(document, need, "wrong_state", text::nobody_leaves(what, state));
        return Ok(());
    }
    if farewell.on < claim.claimed_on {
        refuse(document, need, "too_early", store_text::step_too_early(what, farewell.on, claim.claimed_on));
        return Ok(());
    }
    if let Some(lead) = lead
        && (leaving.contains(&lead) || !parties(change.session(), claim)?.contains(&lead))
    {
        let name = claimant::name(change.session(), lead)?;
        return Err(stop(Exit::Refused, text::cannot_lead(what, name)));
    }
    joint::leave(change, claim, leaving, lead, farewell)?;
    document.claims.push(claim_json(change.session(), claim, need)?);
    Ok(())
}

/// Errors: several have claimed it together, and nobody is named (exit 3).
fn check_whose(session: &Session, claim: &ClaimRow, by: &[Party]) -> anyhow::Result<()> {
    let is_joint = by.is_empty() && claim.state.holds() && parties(session, claim)?.len() > 1;
    if !is_joint {
        return Ok(());
    }
    let need = find::need_by_id(session, claim.need_id)?;
    let what = text::claim_of_need(&claim.code, needs::brief(session, &need)?);
    Err(stop(Exit::Refused, text::whose_of_joint(what, claim::party_names(session, claim.id)?)))
}

fn parties(session: &Session, claim: &ClaimRow) -> anyhow::Result<Vec<Party>> {
    Ok(claim::parties_of(session, claim.id)?.into_iter().map(|(party, _)| party).collect())
}

fn party(session: &Session, word: &str) -> anyhow::Result<Party> {
    names::party(session, &Orgs::load(session)?, word)
}

fn reason_of(reason: &str, verb: &str) -> anyhow::Result<String> {
    let reason = reason.trim();
    if reason.is_empty() { Err(stop(Exit::Usage, text::reason_empty(verb))) } else { Ok(reason.to_owned()) }
}

pub fn refuse(document: &mut Document, need: &NeedRow, why: &'static str, reason: String) {
    crate::desk::warn(&reason);
    document.refused.push(RefusedJson::of(need.code.to_string(), why, reason));
}

pub fn finished(
    args: &StepArgs,
    change: Change<'_>,
    mut document: Document,
    context: &Context,
) -> anyhow::Result<Exit> {
    document.entry = EntryJson::of(finish(change, args.dry_run)?);
    if args.dry_run {
        context.note_dry_run();
    }
    answer(&args.answer, &document, context)
}
