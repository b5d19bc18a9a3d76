//! `log`: who changed what, when.

use crate::desk::Context;
use crate::desk::answer::{AnswerArgs, HeadJson};
use crate::lang::cmd as text;
use crate::model::exit::Exit;
use crate::output::{Cell, Sheet};
use crate::store::{entries, log};

/// List what was changed, newest first
#[derive(Debug, clap::Args)]
pub struct Args {
    /// At most so many entries
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(i64).range(1..=1_000_000))]
    pub limit: i64,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let reading = store.read()?;
    let entries = entries::entries(&reading, args.limit)?;
    let head = log::head(&reading)?;
    let mut sheet = Sheet::new(text::log_heads());
    for entry in &entries {
        sheet.rows.push(vec![
            Cell::Count(entry.id),
            Cell::text_of(entry.at.clone()),
            Cell::text_of(entry.operator.clone()),
            Cell::text_of(entry.command.clone()),
            Cell::Count(entry.changes),
        ]);
    }
    sheet.foot.push(text::head_line(head));
    args.answer.write(&sheet, &serde_json::json!({"entries": entries, "head": HeadJson::of(head)}))?;
    Ok(Exit::Done)
}
