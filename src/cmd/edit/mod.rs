//! `edit`: changes fields of one record, with the checks of a list that is imported.

mod asked;
mod outsider;

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::list_json::WarningJson;
use crate::desk::mending::{self, Mending};
use crate::desk::preview::{self, ChangeJson};
use crate::desk::records::meant;
use crate::desk::{Context, ask, warn};
use crate::lang::{cmd, found as text, word};
use crate::model::exit::{Exit, stop};
use crate::model::words::RecordKind;
use crate::output::Sheet;
use crate::output::report::Report;
use crate::store::log::{Change, Head};
use crate::store::place::Places;
use crate::store::{Session, Store, find};

/// Change fields of one record: a wish, a project, a member, an organisation, an outsider
///
/// Values are checked as those of a list are. FIELD is a column's header, its Chinese label or its English word; FIELD=
/// with nothing behind it clears an optional field. What the wall shows of a published need stays as it is. Without --set
/// a terminal asks. All that is changed is one entry of the log, which undo takes back.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Whose fields: a code, a wall number, a name, the last four digits of a phone, words of the content
    #[arg(value_name = "CODE", required = true)]
    pub code: Vec<String>,
    /// A field and its new value; nothing behind the = clears it
    #[arg(long, value_name = "FIELD=VALUE")]
    pub set: Vec<String>,
    /// Say what would change and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Serialize)]
struct EditJson<'a> {
    kind: &'static str,
    code: &'a str,
    changes: &'a [ChangeJson],
    faults: Vec<&'a str>,
    warnings: &'a [WarningJson],
    entry: Option<EntryJson>,
}

/// What came of it.
struct Done {
    code: String,
    changes: Vec<ChangeJson>,
    faults: Vec<String>,
    warnings: Vec<WarningJson>,
    head: Option<Head>,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let reading = store.read()?;
    let (kind, id) = meant::one(&reading, &args.code.join(" "), context.today)?;
    let set = if args.set.is_empty() {
        asked::fields(&reading, &Places::load(&reading)?, kind, id)?
    } else {
        args.set.clone()
    };
    reading.finish()?;
    let done = match kind {
        RecordKind::Wishes | RecordKind::Projects | RecordKind::Members | RecordKind::Orgs => {
            listed(args, context, &store, (kind, id), &set)?
        }
        RecordKind::Outsiders => outsider::edit(args, context, &store, id, &set)?,
        RecordKind::Claims => return Err(stop(Exit::Refused, text::edit_claim())),
        RecordKind::Places => return Err(stop(Exit::Refused, text::edit_place())),
    };
    say(args, context, &done);
    let sheet: Sheet = preview::change_sheet(&done.changes, usize::MAX);
    let document = EditJson {
        kind: kind.one(),
        code: &done.code,
        changes: &done.changes,
        faults: done.faults.iter().map(String::as_str).collect(),
        warnings: &done.warnings,
        entry: EntryJson::of(done.head),
    };
    args.answer.write_report(&Report::of(&sheet), &document, context)?;
    Ok(if done.faults.is_empty() { Exit::Done } else { Exit::Partly })
}

fn say(args: &Args, context: &Context, done: &Done) {
    done.faults.iter().for_each(warn);
    if !done.faults.is_empty() || (done.changes.is_empty() && done.head.is_none()) {
        context.note(cmd::nothing_changed());
    } else {
        context.note(if args.dry_run { text::would_edit(&done.code) } else { text::edited(&done.code) });
    }
    if args.dry_run {
        context.note_dry_run();
    }
}

/// A record whose fields are those of a list.
fn listed(
    args: &Args,
    context: &Context,
    store: &Store,
    (kind, id): (RecordKind, i64),
    set: &[String],
) -> anyhow::Result<Done> {
    let reading = store.read()?;
    let code = code_of(&reading, kind, id)?;
    reading.finish()?;
    let list = mending::list_of(kind).ok_or_else(|| stop(Exit::Refused, text::edit_claim()))?;
    let mending: Mending = mending::read(list, set)?;
    let mut change = store.change(context.new_entry(format!("edit {code}")))?;
    let report = mending::apply(kind, (id, &code), &mending, args.dry_run, context, &mut change)?;
    report.print_notes_and_warnings(context);
    let faults: Vec<String> =
        report.files.iter().flat_map(|file| file.faults.iter().map(|fault| fault.message.clone())).collect();
    if report.is_refused() {
        change.cancel()?;
        if faults.is_empty() {
            return Err(stop(Exit::Refused, text::edit_published(&code)));
        }
        return Ok(Done { code, changes: Vec::new(), faults, warnings: report.warnings, head: None });
    }
    let (changes, head) = finished(store, change, args.dry_run)?;
    Ok(Done { code, changes, faults, warnings: report.warnings, head })
}

/// Commits, unless on a dry run; what has changed, or would.
fn finished(store: &Store, mut change: Change<'_>, dry_run: bool) -> anyhow::Result<(Vec<ChangeJson>, Option<Head>)> {
    if dry_run {
        change.settle()?;
        let changes = preview::changes(change.session(), change.entry())?;
        change.cancel()?;
        return Ok((of_records(changes), None));
    }
    let head = change.finish()?;
    let reading = store.read()?;
    let changes = head.map(|head| preview::changes(&reading, head.entry)).transpose()?.unwrap_or_default();
    reading.finish()?;
    Ok((of_records(changes), head))
}

/// Without the list that the values came in.
fn of_records(mut changes: Vec<ChangeJson>) -> Vec<ChangeJson> {
    changes.retain(|change| change.kind != "import");
    changes
}

fn code_of(session: &Session, kind: RecordKind, id: i64) -> anyhow::Result<String> {
    Ok(match kind {
        RecordKind::Wishes | RecordKind::Projects => find::need_by_id(session, id)?.code.to_string(),
        RecordKind::Members => find::member_by_id(session, id)?.code.to_string(),
        RecordKind::Orgs => find::org_by_id(session, id)?.code.to_string(),
        RecordKind::Claims => find::claim_by_id(session, id)?.code.to_string(),
        RecordKind::Outsiders => find::outsider_by_id(session, id)?.name,
        RecordKind::Places => word(kind.zh(), kind.code()),
    })
}

/// Without a value for a field a terminal is asked.
fn check_terminal() -> anyhow::Result<()> {
    if ask::is_possible() { Ok(()) } else { Err(stop(Exit::Usage, text::edit_nothing())) }
}
