//! `claim extend|milestone|expire`: following a claim to its end.

use std::path::PathBuf;

use super::answer::{Document, answer, changed_json, claim_json};
use super::parties::{finished, refuse};
use super::step::StepArgs;
use super::{day, joined};
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::{Context, campaign, finish, needs, papers};
use crate::lang::follow::list_of_days;
use crate::lang::{cmd as text, refusal, store as store_text, word};
use crate::model::day::{Day, Days};
use crate::model::exit::{Exit, stop};
use crate::model::words::{ClaimState, Milestone};
use crate::store::campaign::Limits;
use crate::store::claim::{self, Details, Step};
use crate::store::milestone::{self, Reached};
use crate::store::rows::ClaimRow;
use crate::store::{Session, find, stale};

#[derive(Debug, clap::Args)]
pub struct ExtendArgs {
    #[command(flatten)]
    pub step: StepArgs,
    /// The day by which it is promised now
    #[arg(long, value_name = "DAY")]
    pub deadline: Day,
}

#[derive(Debug, clap::Args)]
pub struct MilestoneArgs {
    /// The claim: its code, or the wall number, code or words of its project
    #[arg(value_name = "CODE")]
    pub code: crate::model::code::Code,
    /// What was reached, in this order: letter, approved, plan, started, completed, accepted
    #[arg(value_name = "MILESTONE")]
    pub milestone: Milestone,
    /// The day, if not today
    #[arg(long, value_name = "DAY")]
    pub on: Option<Day>,
    /// Whose claim, if the project has several
    #[arg(long, value_name = "WHO", value_delimiter = ',')]
    pub by: Vec<String>,
    /// The letter, the plan, or what shows that it is completed: its name and digest are kept
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Who signed the letter
    #[arg(long, value_name = "NAMES")]
    pub signed_by: Option<String>,
    /// The day on which both parties exchanged the letter
    #[arg(long, value_name = "DAY")]
    pub exchanged: Option<Day>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, clap::Args)]
pub struct ExpireArgs {
    /// Release what was claimed longer ago than this and not begun; by default the campaign's own limit
    #[arg(long, value_name = "DAYS")]
    pub older_than: Option<Days>,
    /// Only of this campaign's needs
    #[arg(long, value_name = "NAME")]
    pub campaign: Option<String>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

/// Gives claims more time.
pub fn extend(args: &ExtendArgs, context: &Context) -> anyhow::Result<Exit> {
    args.step.answer.check()?;
    if args.deadline < context.today {
        return Err(stop(Exit::Usage, text::deadline_has_passed(args.deadline)));
    }
    let on = day(args.step.on, context)?;
    let store = context.open()?;
    let which = args.step.which.settled(&store)?;
    let dated = args.step.on.map(|on| format!(" --on {on}")).unwrap_or_default();
    let mut change = store.change(context.new_entry(format!("claim extend {}{dated}", joined(&which.codes))))?;
    let by = which.parties(change.session())?;
    let mut document = Document::default();
    for before in which.claims(change.session(), &by, false)? {
        let need = find::need_by_id(change.session(), before.need_id)?;
        let what = text::claim_of_need(&before.code, needs::brief(change.session(), &need)?);
        if !before.state.runs() {
            refuse(
                &mut document,
                &need,
                "wrong_state",
                text::not_extended(what, word(before.state.zh(), before.state.code())),
            );
            continue;
        }
        if on < before.claimed_on {
            refuse(&mut document, &need, "too_early", store_text::step_too_early(what, on, before.claimed_on));
            continue;
        }
        if let Some(old) = before.deadline.or(need.deadline).filter(|old| args.deadline < *old) {
            refuse(&mut document, &need, "earlier_deadline", text::shorter_deadline(what, old, args.deadline));
            continue;
        }
        let after = ClaimRow { deadline: Some(args.deadline), ..before.clone() };
        change.update(&before, &after)?;
        document.claims.push(changed_json(change.session(), (&before, &after), &need, &what, context)?);
    }
    finished(&args.step, change, document, context)
}

/// Records a milestone of a project.
pub fn milestone(args: &MilestoneArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    check_letter(args)?;
    let said_on = args.on.map(|on| day(Some(on), context)).transpose()?;
    let exchanged_on = args.exchanged.map(|on| day(Some(on), context)).transpose()?;
    let paper = args.file.as_deref().map(papers::sealed).transpose()?;
    let which = super::which::WhichArgs::of_one(&args.code, &args.by);
    let store = context.open()?;
    let which = which.settled(&store)?;
    let entry = format!("claim milestone {} {}", joined(&which.codes), args.milestone);
    let mut change = store.change(context.new_entry(entry))?;
    let by = which.parties(change.session())?;
    let mut document = Document::default();
    for before in which.claims(change.session(), &by, false)? {
        let need = find::need_by_id(change.session(), before.need_id)?;
        // More of what was reached already: its day stays.
        let on = said_on.or(milestone::day_of(&before, args.milestone)).unwrap_or(context.today);
        let (paper, signed_by) = (paper.clone(), args.signed_by.clone());
        let reached = Reached { milestone: args.milestone, on, paper, signed_by, exchanged_on };
        if let Some(why) = milestone::refusal(&before, &need, &reached) {
            refuse(&mut document, &need, why.code(), refusal::milestone(&why));
            continue;
        }
        let what = text::claim_of_need(&before.code, needs::brief(change.session(), &need)?);
        if args.milestone == Milestone::Letter && on < before.claimed_on {
            context.note(text::signed_before_claimed(&what, on, before.claimed_on));
        }
        let after = milestone::record(&mut change, &before, &reached)?;
        let is_said_again = after.is_none() || milestone::day_of(&before, args.milestone).is_some();
        let after = after.unwrap_or_else(|| before.clone());
        document.claims.push(if is_said_again {
            changed_json(change.session(), (&before, &after), &need, &what, context)?
        } else {
            claim_json(change.session(), &after, &need)?
        });
    }
    document.entry = EntryJson::of(finish(change, args.dry_run)?);
    if args.dry_run {
        context.note_dry_run();
    }
    answer(&args.answer, &document, context)
}

/// Errors: what only a letter has is given for another milestone, or a file of one that has none (exit 2).
fn check_letter(args: &MilestoneArgs) -> anyhow::Result<()> {
    let is_letter = args.milestone == Milestone::Letter;
    if !is_letter && (args.signed_by.is_some() || args.exchanged.is_some()) {
        return Err(stop(Exit::Usage, text::only_of_letters()));
    }
    let has_file = matches!(args.milestone, Milestone::Letter | Milestone::Plan | Milestone::Completed);
    if args.file.is_some() && !has_file {
        return Err(stop(Exit::Usage, text::no_file_of(word(args.milestone.zh(), args.milestone.code()))));
    }
    Ok(())
}

/// Releases claims that nobody has begun for too long.
pub fn expire(args: &ExpireArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let mut change = store.change(context.new_entry("claim expire"))?;
    let campaign = args.campaign.as_deref().map(|name| campaign(change.session(), name)).transpose()?.map(|row| row.id);
    let days = args.older_than.map(|days| days.number());
    let limits = days.map_or_else(|| limits(change.session(), campaign), |days| Ok(vec![days]))?;
    let mut document = Document::default();
    for stale in stale::claims(change.session(), context.today, days, campaign)? {
        let claim = find::claim_by_id(change.session(), stale.claim)?;
        let need = find::need_by_id(change.session(), claim.need_id)?;
        let step = Step {
            to: ClaimState::Released,
            on: context.today,
            undated: false,
            details: Details { reason: Some(text::not_begun_within(stale.after)), ..Details::default() },
        };
        let after = claim::step(&mut change, &claim, &step)?.unwrap_or(claim);
        document.claims.push(claim_json(change.session(), &after, &need)?);
    }
    if document.claims.is_empty() {
        context.note(text::nothing_stale(list_of_days(&limits)));
    }
    document.entry = EntryJson::of(finish(change, args.dry_run)?);
    if args.dry_run {
        context.note_dry_run();
    }
    answer(&args.answer, &document, context)
}

/// After how many days claims are stale, as the campaigns say. Errors: none does (exit 2).
fn limits(session: &Session, campaign: Option<i64>) -> anyhow::Result<Vec<u32>> {
    let limits = Limits::stale(session)?.only(campaign);
    if limits.is_empty() { Err(stop(Exit::Usage, text::no_stale_limit())) } else { Ok(limits.days()) }
}
