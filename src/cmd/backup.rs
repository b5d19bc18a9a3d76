//! `backup`: copies the office file and compares the copy with it.

use std::path::PathBuf;

use crate::desk::Context;
use crate::desk::answer::HeadJson;
use crate::lang::trust as text;
use crate::model::exit::{Exit, stop};
use crate::output::{self, Cell, Format, Sheet, Target};
use crate::store::backup::{self, Automatic};
use crate::store::{Store, log};

/// Copy the office file, and compare the copy with it
///
/// Others may go on working. --auto keeps copies in a folder next to the office file: the newest of each of the last
/// seven days and four weeks, none for longer than four weeks. One is made automatically before every import, batch decision, publication and undo.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The copy
    #[arg(value_name = "FILE", required_unless_present = "auto")]
    pub file: Option<PathBuf>,
    /// Write to the folder next to the office file and delete old copies
    #[arg(long, conflicts_with_all = ["file", "force"])]
    pub auto: bool,
    /// Replace FILE if it exists
    #[arg(long)]
    pub force: bool,
    /// Say what would happen and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The format of the answer
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    if args.file.as_deref().is_some_and(output::file::is_stdout) {
        return Err(stop(Exit::Usage, text::backup_not_piped("backup", "backup 2026-12-31.db")));
    }
    args.file.as_deref().map_or(Ok(()), output::guard::check_backup)?;
    let store = context.open()?;
    let mut head = log::head(&*store.read()?)?;
    let message = if args.dry_run { text::would_back_up } else { text::backed_up };
    let written = match &args.file {
        Some(file) => {
            head = backup::write(&store, file, args.force, args.dry_run)?;
            context.note(message(file.display(), head));
            Some(file.clone())
        }
        None if args.auto => match automatic(&store, args, context)? {
            Automatic::Made(path) => {
                context.note(message(path.display(), head));
                Some(path)
            }
            Automatic::Had(path) => {
                context.note(text::backup_had(path.display()));
                Some(path)
            }
            Automatic::Empty => {
                context.note(text::backup_empty());
                None
            }
        },
        None => return Err(stop(Exit::Usage, text::backup_where())),
    };
    let path = written.map(|path| path.display().to_string());
    let mut sheet = Sheet::new(text::backup_headers());
    if let Some(path) = &path {
        sheet.rows.push(vec![Cell::text_of(path), Cell::text_of(head.to_string())]);
    }
    let target = Target::from_args(args.format, None, false, Format::Table)?;
    target.write_sheet(&sheet, &serde_json::json!({"backup": path, "head": HeadJson::of(head)}))?;
    if args.dry_run {
        context.note_dry_run();
    }
    Ok(Exit::Done)
}

fn automatic(store: &Store, args: &Args, context: &Context) -> anyhow::Result<Automatic> {
    if args.dry_run {
        backup::would_be_automatic(store, context.today)
    } else {
        backup::automatic(store, context.today)
    }
}
