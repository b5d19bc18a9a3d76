//! `undo`: takes back what a command did, as an entry of its own.

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::preview::{self, ChangeJson};
use crate::desk::{Context, bulk, problems};
use crate::lang::{self, comma, trust};
use crate::model::exit::{Exit, stop};
use crate::output::{Cell, Sheet};
use crate::store::entries;
use crate::store::undo::{self, Hindrance, Undoing};

/// Take back a whole command: an import, a batch verification, a claim
///
/// Every record that the entry changed becomes what it was before, as a new entry; the log keeps both. Without ENTRY,
/// the newest one is taken back. What later entries depend on, what was published and what was erased cannot be taken
/// back; the message says why.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The entry, by its number in the log
    #[arg(value_name = "ENTRY", value_parser = clap::value_parser!(i64).range(1..))]
    pub entry: Option<i64>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// On a dry run: every record and what changes in it, instead of sums
    #[arg(long, requires = "dry_run")]
    pub verbose: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Serialize)]
struct Document {
    /// The entry that was taken back.
    undone: i64,
    /// The number of records that it changes back, or would on a dry run.
    records: u64,
    /// The entry that took it back before, if one did.
    already_by: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<ChangeJson>>,
    entry: Option<EntryJson>,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    if !args.dry_run {
        bulk::prepare(context, &store)?;
    }
    let mut change = store.change_in_any_order(context.new_entry("undo"))?;
    let (undone, records) = match undo::undo(&mut change, args.entry)? {
        Undoing::Done { entry, records } => (entry, records),
        Undoing::Already { entry, by } => {
            change.cancel()?;
            context.note(trust::undone_already(entry, by));
            let document = Document { undone: entry, records: 0, already_by: Some(by), changes: None, entry: None };
            args.answer.write(&Sheet::new(trust::undo_headers()), &document, context)?;
            return Ok(Exit::Done);
        }
        Undoing::Hindered { entry, hindrance } => {
            change.cancel()?;
            return Err(stop(Exit::Refused, refusal(entry, &hindrance)));
        }
    };
    let command = entries::entry(change.session(), undone)?.map(|entry| entry.command).unwrap_or_default();
    let mut document = Document { undone, records, already_by: None, changes: None, entry: None };
    let sheet = if args.dry_run {
        change.settle()?;
        let changes = preview::changes(change.session(), change.entry())?;
        change.cancel()?;
        context.note(trust::would_undo(undone, records, lang::command_line(&command)));
        context.note(trust::sums(preview::summary(&changes)));
        context.note_dry_run();
        let sheet = args.sheet(&changes, context)?;
        document.changes = Some(changes);
        sheet
    } else {
        let head = change.finish()?;
        context.note(trust::undone(undone, records, lang::command_line(&command)));
        document.entry = EntryJson::of(head);
        let mut sheet = Sheet::new(trust::undo_headers());
        let records = Cell::Count(i64::try_from(records)?);
        sheet.rows.push(vec![Cell::Count(undone), Cell::coded(lang::command(&command), command), records]);
        sheet
    };
    args.answer.write(&sheet, &document, context)?;
    Ok(Exit::Done)
}

impl Args {
    /// What a dry run would do: for people in sums, unless they ask for more.
    fn sheet(&self, changes: &[ChangeJson], context: &Context) -> anyhow::Result<Sheet> {
        if self.verbose || !self.answer.is_table()? {
            return Ok(preview::change_sheet(changes, usize::MAX));
        }
        context.note(trust::see_verbose());
        Ok(preview::summary_sheet(changes))
    }
}

/// Why an entry cannot be taken back, and what to do about it.
fn refusal(entry: i64, hindrance: &Hindrance) -> String {
    match hindrance {
        Hindrance::NoEntry { last } => trust::no_such_entry(entry, last),
        Hindrance::Init => trust::undo_init(),
        Hindrance::Erased { before } => and_before(trust::undo_erased(entry), *before),
        Hindrance::Revealed { before } => and_before(trust::undo_revealed(entry), *before),
        Hindrance::Published { codes, by } => trust::undo_published(entry, codes.join(comma()), by),
        Hindrance::Later { entries, records } => {
            let newest = entries.last().copied().unwrap_or_default();
            let records: Vec<String> = records.iter().map(|record| trust::record(record)).collect();
            trust::undo_later(entry, trust::entries(entries), records.join(comma()), newest)
        }
        Hindrance::Breaks { breaches } => trust::undo_breaks(entry, problems::breaches_text(breaches)),
    }
}

/// With the entry that can be taken back instead.
fn and_before(why: String, before: Option<i64>) -> String {
    before.map_or(why.clone(), |before| trust::undo_before(why, before))
}
