//! `claim`: records who takes needs on, and the steps that follow.

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::list_args::ListArgs;
use crate::desk::list_json::{FileJson, WarningJson};
use crate::desk::lists;
use crate::desk::names::{self, ByArgs};
use crate::desk::{Context, choose, finish, needs};
use crate::intake::Options;
use crate::lang::{cmd as text, refusal, word};
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::refusal::ClaimRefusal;
use crate::model::words::{ClaimState, ListKind, Role};
use crate::output::{Cell, Sheet};
use crate::store::Session;
use crate::store::claim::{self, Attempt, Step, Terms};
use crate::store::claimant::{Named, Party};
use crate::store::collect::claims::ClaimImport;
use crate::store::find::{self, Orgs};
use crate::store::log::Change;
use crate::store::rows::{ClaimRow, NeedRow};

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

#[derive(Debug, clap::Args)]
pub struct TakeArgs {
    /// The needs: codes, public codes or wall numbers
    #[arg(required = true, value_name = "CODE")]
    pub codes: Vec<Code>,
    #[command(flatten)]
    pub who: ByArgs,
    /// How many of the quantity, instead of all that are left
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=1_000_000))]
    pub quantity: Option<i64>,
    /// The day it was claimed, if not today
    #[arg(long, value_name = "DAY")]
    pub on: Option<Day>,
    /// The day by which it is promised
    #[arg(long, value_name = "DAY")]
    pub deadline: Option<Day>,
    /// An internal note
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    #[command(flatten)]
    pub lists: ListArgs,
    /// Treat claimants on no roster as outsiders, whatever 认领方式 is
    #[arg(long)]
    pub outsiders: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

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

#[derive(Debug, Serialize)]
struct ClaimJson {
    code: String,
    need: String,
    claimants: Vec<Named>,
    state: &'static str,
    quantity: i64,
}

#[derive(Debug, Serialize)]
struct RefusedJson {
    need: String,
    reason: String,
    held_by: Option<String>,
    since: Option<String>,
}

#[derive(Debug, Default, Serialize)]
struct Document {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<FileJson>,
    claims: Vec<ClaimJson>,
    refused: Vec<RefusedJson>,
    warnings: Vec<WarningJson>,
    entry: Option<EntryJson>,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    match &args.verb {
        Verb::Take(args) => take(args, context),
        Verb::Import(args) => import(args, context),
        Verb::Start(args) => step(args, "start", ClaimState::Started, Details::default(), context),
        Verb::Complete(args) => step(args, "complete", ClaimState::Completed, Details::default(), context),
        Verb::Confirm(args) => {
            let details = Details { satisfaction: args.satisfaction, feedback: args.note.clone(), reason: None };
            step(&args.step, "confirm", ClaimState::Confirmed, details, context)
        }
        Verb::Release(args) => end(args, "release", ClaimState::Released, context),
        Verb::Revoke(args) => end(args, "revoke", ClaimState::Revoked, context),
    }
}

fn take(args: &TakeArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let on = day(args.on, context)?;
    let store = context.open()?;
    let who = args.who.settled(&store)?;
    let mut change = store.change(context.new_entry(format!("claim take {}", joined(&args.codes))))?;
    let needs = needs::needs(change.session(), &args.codes)?;
    let parties = who.parties(&mut change)?;
    let terms =
        Terms { on, quantity: args.quantity, unnamed: 0, mode: None, deadline: args.deadline, note: args.note.clone() };
    let mut document = Document::default();
    let mut won = false;
    for need in &needs {
        match claim::take(&mut change, need, &parties, &terms, context.today)? {
            Attempt::Won(claim) => {
                won = true;
                document.claims.push(claim_json(change.session(), &claim, need)?);
                if let Some(published) = need.published_on.filter(|published| on < *published) {
                    context.note(text::claimed_before_published(&need.code, on, published));
                }
            }
            Attempt::Already(claim) => {
                context.note(text::already_claimed(&need.code));
                document.claims.push(claim_json(change.session(), &claim, need)?);
            }
            Attempt::Lost(why) => {
                crate::desk::warn(refusal::claim(&why));
                document.refused.push(refused_json(need.code.as_str(), &why));
            }
        }
    }
    // If all claims were lost, an outsider that was made for them is taken back too.
    document.entry = EntryJson::of(finish(change, args.dry_run || !won)?);
    if args.dry_run {
        context.note(text::dry_run());
    }
    answer(&args.answer, &document)
}

fn import(args: &ImportArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let options = Options { outsiders: args.outsiders, ..Options::default() };
    let store = context.open()?;
    let lists = args.lists.open(ListKind::Claims, options, &store)?;
    args.lists.prepare_change(context, &store, &lists)?;
    let mut change = store.change(context.new_entry("claim import"))?;
    let mut import = ClaimImport::begin(&change, context.today, crate::lang::store::as_listed())?;
    let mut report = lists::import_all(&args.lists, context, &lists, &mut change, &mut import)?;
    let mut document = Document::default();
    let listed = if args.answer.wants_document()? { import.claims.as_slice() } else { &[] };
    for id in listed {
        let claim = find::claim_by_id(change.session(), *id)?;
        let need = find::need_by_id(change.session(), claim.need_id)?;
        document.claims.push(claim_json(change.session(), &claim, &need)?);
    }
    document.refused = import.refused.iter().map(|(code, refusal)| refused_json(code, refusal)).collect();
    let head = lists::commit(&args.lists, change, &mut report)?;
    report.print(context);
    report.print_counts(&args.lists, context, head.is_some());
    let (sheet, rejected) = (report.sheet(&args.lists), report.rejected());
    document.entry = EntryJson::of(head);
    document.files = report.files;
    document.warnings = report.warnings;
    args.answer.write(&sheet, &document)?;
    Ok(if rejected > 0 { Exit::Partly } else { Exit::Done })
}

/// What a step may record besides its day.
#[derive(Debug, Clone, Default)]
struct Details {
    satisfaction: Option<u32>,
    feedback: Option<String>,
    reason: Option<String>,
}

fn end(args: &EndArgs, verb: &str, to: ClaimState, context: &Context) -> anyhow::Result<Exit> {
    let reason = args.reason.trim();
    if reason.is_empty() {
        return Err(stop(Exit::Usage, text::reason_empty(verb)));
    }
    step(&args.step, verb, to, Details { reason: Some(reason.to_owned()), ..Details::default() }, context)
}

fn step(args: &StepArgs, verb: &str, to: ClaimState, details: Details, context: &Context) -> anyhow::Result<Exit> {
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

fn claim_json(session: &Session, claim: &ClaimRow, need: &NeedRow) -> anyhow::Result<ClaimJson> {
    Ok(ClaimJson {
        code: claim.code.to_string(),
        need: need.code.to_string(),
        claimants: claim::named_parties(session, claim.id)?,
        state: claim.state.code(),
        quantity: claim.quantity,
    })
}

fn refused_json(code: &str, why: &ClaimRefusal) -> RefusedJson {
    RefusedJson {
        need: code.to_owned(),
        reason: refusal::claim(why),
        held_by: why.holders().map(|by| by.names.clone()),
        since: why.holders().map(|by| by.since.to_string()),
    }
}

fn answer(args: &AnswerArgs, document: &Document) -> anyhow::Result<Exit> {
    let mut sheet = Sheet::new(text::claim_headers());
    for claim in &document.claims {
        let state: ClaimState = claim.state.parse()?;
        let (lead, joint): (Vec<&Named>, Vec<&Named>) =
            claim.claimants.iter().partition(|one| one.role == Role::Lead.code());
        let names = |who: &[&Named]| who.iter().map(|one| one.name.clone()).collect::<Vec<_>>().join("、");
        sheet.rows.push(vec![
            Cell::text_of(claim.code.clone()),
            Cell::text_of(claim.need.clone()),
            Cell::text_of(names(&lead)),
            Cell::text_of(names(&joint)),
            Cell::Count(claim.quantity),
            Cell::text_of(word(state.zh(), state.code())),
        ]);
    }
    // If everything was refused, stderr has the reasons; only a script or a file gets an empty answer.
    if !document.claims.is_empty() || args.format.is_some() || args.output.is_some() {
        args.write(&sheet, document)?;
    }
    Ok(if document.refused.is_empty() { Exit::Done } else { Exit::Partly })
}
