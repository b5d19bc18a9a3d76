//! `log`: who changed what, when, and whether the log is intact.

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, HeadJson};
use crate::desk::problems::{self, ProblemJson};
use crate::desk::{Context, needs, preview};
use crate::lang::{self, cmd as text, trust};
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::witness::Witness;
use crate::output::{Cell, Sheet};
use crate::privacy;
use crate::store::Session;
use crate::store::check::Problem;
use crate::store::entries::{self, Entry, Wanted};
use crate::store::party_history::{self, ClaimsOf};
use crate::store::{log, setting, verify};

/// List what was changed, newest first
///
/// With ENTRY, what that command did to each record. --verify recomputes the whole chain and compares every record with
/// it; --expect ENTRY:HASH, as an earlier report printed it, also detects a tail that was cut off and a chain that was
/// recomputed.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Show what this entry did
    #[arg(value_name = "ENTRY", value_parser = clap::value_parser!(i64).range(1..))]
    pub entry: Option<i64>,
    /// Only what was done by NAME
    #[arg(long, value_name = "NAME", conflicts_with = "entry")]
    pub by: Option<String>,
    /// Only commands that begin with these words: collect, "claim take"; also as the table has them: 认领
    #[arg(long, value_name = "WORDS", conflicts_with = "entry")]
    pub command: Option<String>,
    /// Only what changed this need, claim, member or organisation
    #[arg(long, value_name = "CODE", conflicts_with = "entry")]
    pub of: Option<Code>,
    /// Only from this day on
    #[arg(long, value_name = "DAY", conflicts_with = "entry")]
    pub since: Option<Day>,
    /// Only until this day
    #[arg(long, value_name = "DAY", conflicts_with = "entry")]
    pub until: Option<Day>,
    /// List at most this many entries; 50 unless another number is given
    #[arg(long, value_name = "N", conflicts_with = "entry", value_parser = clap::value_parser!(i64).range(1..=1_000_000))]
    pub limit: Option<i64>,
    /// Only entries older than this one: continues a list that was cut
    #[arg(long, value_name = "ENTRY", conflicts_with = "entry", value_parser = clap::value_parser!(i64).range(1..))]
    pub before: Option<i64>,
    /// Check that the log and every record are intact
    #[arg(long, conflicts_with_all = ["entry", "by", "command", "of", "since", "until", "limit", "before"])]
    pub verify: bool,
    /// The log head that an earlier report printed
    #[arg(long, value_name = "ENTRY:HASH", requires = "verify",
        conflicts_with_all = ["entry", "by", "command", "of", "since", "until", "limit", "before"])]
    pub expect: Option<Witness>,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    if args.verify {
        return verify_log(args, context);
    }
    let store = context.open()?;
    let reading = store.read()?;
    match args.entry {
        Some(entry) => show(args, &reading, entry, context),
        None => list(args, &reading, context),
    }
}

/// So many entries are listed unless another number is given.
const LISTED: i64 = 50;

fn list(args: &Args, session: &Session, context: &Context) -> anyhow::Result<Exit> {
    if let (Some(since), Some(until)) = (args.since, args.until)
        && since > until
    {
        return Err(stop(Exit::Usage, text::period_upside_down(since, until)));
    }
    let commands = args.command.as_deref().map(commands).transpose()?.unwrap_or_default();
    let record = args.of.as_ref().map(|code| needs::record(session, code)).transpose()?;
    let whose = record.and_then(|(kind, id)| ClaimsOf::of(kind, id));
    let parties = whose.map(|whose| party_history::steps(session, whose)).transpose()?.unwrap_or_default();
    let wanted = Wanted {
        operator: args.by.as_deref(),
        commands: &commands,
        since: args.since,
        until: args.until,
        record,
        also: parties.iter().map(|step| step.past.entry).collect(),
        before: args.before,
    };
    let limit = args.limit.unwrap_or(LISTED);
    // One more than is listed shows whether there are more.
    let mut entries = entries::entries(session, &wanted, limit + 1)?;
    let more = entries.len() > usize::try_from(limit)?;
    entries.truncate(usize::try_from(limit)?);
    let head = log::head(session)?;
    let before = entries.last().filter(|_| more).map(|last| last.id);
    let for_people = args.answer.has_foot()?;
    let mut sheet = Sheet::new(text::log_headers());
    sheet.rows.extend(entries.iter().map(|entry| row(entry, for_people)));
    let foot = before.map(text::log_goes_on).into_iter().chain([text::head_line(head)]);
    if for_people {
        sheet.foot.extend(foot);
    } else if !args.answer.wants_document()? {
        foot.for_each(|line| context.note(line));
    }
    let document = Document { more, before, entries, head: HeadJson::of(head) };
    args.answer.write(&sheet, &document, context)?;
    Ok(Exit::Done)
}

/// The verbs that are asked for. Errors: there is no such command (exit 2).
fn commands(words: &str) -> anyhow::Result<Vec<String>> {
    let words = words.trim();
    lang::verbs(words).map_err(|all| stop(Exit::Usage, trust::no_such_command(words, all)))
}

#[derive(Serialize)]
struct Document {
    entries: Vec<Entry>,
    /// Whether there are older entries that were asked for and are not listed.
    more: bool,
    /// What `--before` takes to go on with them.
    before: Option<i64>,
    head: HeadJson,
}

fn row(entry: &Entry, for_people: bool) -> Vec<Cell> {
    let command = if for_people { lang::command_line(&entry.command) } else { lang::command(&entry.command) };
    vec![
        Cell::Count(entry.id),
        Cell::coded(time(entry), entry.at.as_str()),
        Cell::text_of(entry.operator.clone()),
        Cell::coded(command, entry.command.as_str()),
        Cell::Count(entry.changes),
    ]
}

/// When an entry was made; a day that was given is marked.
fn time(entry: &Entry) -> String {
    if entry.pinned { text::pinned_time(&entry.at) } else { entry.at.clone() }
}

fn show(args: &Args, session: &Session, id: i64, context: &Context) -> anyhow::Result<Exit> {
    let head = log::head(session)?;
    let Some(entry) = entries::entry(session, id)? else {
        return Err(stop(Exit::Refused, trust::no_such_entry(id, head.entry)));
    };
    let changes = preview::changes(session, id)?;
    let mut sheet = preview::change_sheet(&changes, args.answer.most(false)?);
    sheet.title = Some(text::history_line(
        time(&entry),
        &entry.operator,
        trust::in_entry(id),
        lang::command_line(&entry.command),
    ));
    let reason = setting::reason(session, id)?.map(|reason| privacy::mask_private(&reason, &[]));
    sheet.foot.extend(reason.as_ref().map(trust::reason_line));
    sheet.foot.push(text::head_line(head));
    let document =
        serde_json::json!({"entry": entry, "changes": changes, "head": HeadJson::of(head), "reason": reason});
    args.answer.write(&sheet, &document, context)?;
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct VerifiedJson {
    ok: bool,
    problems: Vec<ProblemJson>,
    head: HeadJson,
}

/// `--verify`: checks the chain, every record, and the head that an earlier report printed.
fn verify_log(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    let store = context.examine()?;
    let reading = store.read()?;
    let mut misfits = Vec::new();
    if let Some(witness) = &args.expect {
        misfits.extend(verify::witnessed(&reading, witness)?);
    }
    misfits.extend(verify::misfits(&reading)?);
    let head = log::head(&reading)?;
    let problems: Vec<ProblemJson> = misfits.into_iter().map(|one| problems::describe(&Problem::Misfit(one))).collect();
    let ok = problems.is_empty();
    let mut sheet = problems::sheet(&problems);
    if ok {
        context.note(trust::log_fits(head.entry));
        if let Some(witness) = &args.expect {
            context.note(trust::log_fits_witness(witness));
        }
    } else {
        crate::desk::warn(trust::problems(problems.len()));
    }
    sheet.foot.push(text::head_line(head));
    args.answer.write(&sheet, &VerifiedJson { ok, problems, head: HeadJson::of(head) }, context)?;
    Ok(if ok { Exit::Done } else { Exit::Partly })
}
