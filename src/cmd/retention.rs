//! `retention`: lists whose personal data has been kept long enough, and erases it.

use jiff::Span;

use crate::desk::Context;
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::lang::trust as text;
use crate::model::day::Day;
use crate::model::exit::Exit;
use crate::output::{Cell, Sheet};
use crate::store::erase::Traces;
use crate::store::{erase, retention, scrub};

/// Erase personal data that has been kept long enough
///
/// Due are needs that were closed or dropped that many months ago, members all of whose registrations ended by then,
/// and outsiders all of whose claims did. --apply erases their personal data and its history; counts stay. This cannot
/// be undone.
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
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let day = context.today.date().saturating_sub(Span::new().months(args.months));
    let day = Day::new(day).unwrap_or(context.today);
    let store = context.open()?;
    let applies = args.apply && !args.dry_run;
    let mut due = retention::due(&*store.read()?, day)?;
    let mut entry = None;
    if due.is_empty() {
        context.note(text::nothing_due(day));
    } else if applies {
        if !store.is_read_only() {
            scrub::before(&store)?;
        }
        let mut change = store.change(context.new_entry("retention --apply"))?;
        due = retention::due(change.session(), day)?;
        let own: Vec<_> = due.iter().map(|one| (one.kind, one.id)).collect();
        erase::expire(&mut change, &own)?;
        entry = change.finish()?;
        scrub::finish(&store, context.today, &Traces::default())?;
        context.note(text::retained(due.len()));
    } else {
        context.note(text::due(due.len(), day));
    }
    let mut sheet = Sheet::new(text::due_headers());
    for one in &due {
        sheet.rows.push(vec![
            Cell::text_of(text::kind(one.kind)),
            Cell::from(one.code.clone()),
            Cell::text_of(one.since.clone()),
        ]);
    }
    let listed: Vec<_> =
        due.iter().map(|one| serde_json::json!({"kind": one.kind, "code": one.code, "since": one.since})).collect();
    let document = serde_json::json!({"before": day.to_string(), "due": listed, "applied": entry.is_some(), "entry": EntryJson::of(entry)});
    args.answer.write(&sheet, &document)?;
    Ok(Exit::Done)
}
