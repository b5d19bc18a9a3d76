//! `retention`: lists whose personal data has been kept long enough, and erases it.

use std::collections::BTreeMap;

use jiff::Span;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::{Context, erasing};
use crate::lang::{self, trust as text};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::output::{Cell, Sheet};
use crate::store::log::Head;
use crate::store::retention::{self, Due};
use crate::store::scrub::{self, Going};
use crate::store::{Store, erase};

/// Erase personal data that has been kept long enough
///
/// Due are needs that were closed or dropped that many months ago, members all of whose registrations ended by then,
/// and outsiders all of whose claims did. --apply erases their personal data and its history, and what their claims
/// say of them; counts stay. This cannot be undone.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// List what is due; the default
    #[arg(long, conflicts_with = "apply")]
    pub due: bool,
    /// Erase what is due
    #[arg(long)]
    pub apply: bool,
    /// Due after this many months
    #[arg(long, value_name = "N", default_value_t = 24, value_parser = clap::value_parser!(i64).range(1..=1200))]
    pub months: i64,
    /// Say what would happen and change nothing
    #[arg(long, requires = "apply", conflicts_with = "due")]
    pub dry_run: bool,
    /// Every record, however many
    #[arg(long)]
    pub verbose: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let day = context.today.date().saturating_sub(Span::new().months(args.months));
    let day = Day::new(day).unwrap_or(context.today);
    let store = context.open()?;
    let mut due = retention::due(&*store.read()?, day)?;
    let mut entry = None;
    if due.is_empty() {
        context.note(text::nothing_due(day));
    } else if args.apply {
        (due, entry) = apply(&store, day, args.dry_run, context)?;
    } else {
        context.note(text::due(due.len(), day));
    }
    write(args, day, &due, entry, context)?;
    Ok(Exit::Done)
}

/// Erases what is due; what that was, and the entry.
fn apply(store: &Store, day: Day, dry_run: bool, context: &Context) -> anyhow::Result<(Vec<Due>, Option<Head>)> {
    if !store.is_read_only() {
        scrub::check_room(store)?;
        if !dry_run {
            erasing::begin(store, context)?;
        }
    }
    let mut change = store.change(context.new_entry("retention --apply"))?;
    let due = retention::due(change.session(), day)?;
    let own: Vec<_> = due.iter().map(|one| (one.kind, one.id)).collect();
    if own.is_empty() {
        change.cancel()?;
        return Ok((due, None));
    }
    if dry_run {
        erase::expire(&mut change, &own, erasing::reader())?;
        change.cancel()?;
        context.note(text::due(due.len(), day));
        context.note_dry_run();
        return Ok((due, None));
    }
    scrub::hold(&change)?;
    let expired = erase::expire(&mut change, &own, erasing::reader()).and_then(|()| change.finish());
    let entry = match expired {
        Ok(entry) => entry,
        Err(cause) => return Err(scrub::let_go(store).err().map_or(cause, |other| other.context("letting go"))),
    };
    let removed = scrub::finish(store, context.today, Going::AllBefore)
        .map_err(|cause| stop(Exit::Partly, text::erased_not_scrubbed(lang::refusal::error_line(&cause))))?;
    context.note(text::retained(due.len()));
    if removed > 0 {
        context.note(text::backups_removed(removed));
    }
    Ok((due, entry))
}

fn write(args: &Args, day: Day, due: &[Due], entry: Option<Head>, context: &Context) -> anyhow::Result<()> {
    let sheet = if due.len() > args.answer.most(args.verbose)? {
        context.note(text::see_verbose());
        summed_up(due)
    } else {
        one_by_one(due)
    };
    let listed: Vec<_> =
        due.iter().map(|one| serde_json::json!({"kind": one.word, "code": one.code, "since": one.since})).collect();
    let document = serde_json::json!({"before": day.to_string(), "due": listed, "applied": entry.is_some(), "entry": EntryJson::of(entry)});
    args.answer.write(&sheet, &document, context)
}

fn one_by_one(due: &[Due]) -> Sheet {
    let mut sheet = Sheet::new(text::due_headers());
    for one in due {
        sheet.rows.push(vec![
            Cell::text_of(text::kind(one.kind)),
            Cell::from(one.code.clone()),
            Cell::text_of(one.since.clone()),
        ]);
    }
    sheet
}

/// How many there are of each kind.
fn summed_up(due: &[Due]) -> Sheet {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    due.iter().for_each(|one| *counts.entry(one.kind).or_default() += 1);
    let mut sheet = Sheet::new(text::due_sum_headers());
    for (kind, count) in counts {
        sheet.rows.push(vec![Cell::text_of(text::kind(kind)), Cell::Count(count)]);
    }
    sheet
}
