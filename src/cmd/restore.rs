//! `restore`: brings an office file back from a backup, never over an existing one.

use std::path::PathBuf;

use crate::desk::answer::HeadJson;
use crate::desk::{Context, problems};
use crate::lang::trust as text;
use crate::model::exit::{Exit, stop};
use crate::output::{self, Cell, Format, Sheet, Target};
use crate::store::backup;

/// Put a backup in place of an office file that is lost
///
/// The backup is checked from end to end first; a damaged one is refused. If there still is an office file, it is left
/// alone and the restored one is put next to it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The backup
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Check the backup and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The format of the answer
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    if output::file::is_stdout(&args.file) {
        return Err(stop(Exit::Usage, text::backup_not_piped("restore", "restore 2026-12-31.db")));
    }
    output::guard::check_new_office_file(&context.db)?;
    let restored = backup::restore(&args.file, &context.db, args.dry_run)?;
    let (backup, path) = (args.file.display(), restored.path.display().to_string());
    let problems: Vec<_> = restored.problems.iter().map(problems::describe).collect();
    for problem in &problems {
        crate::desk::warn(text::problem(&problem.place, &problem.what));
    }
    let message = if args.dry_run { text::would_restore } else { text::restored };
    context.note(message(backup, &path, restored.head));
    if !problems.is_empty() {
        crate::desk::warn(text::restored_with_problems(args.file.display(), problems.len()));
    }
    if restored.path != context.db {
        context.note(text::restored_elsewhere(context.db.display(), &path));
    }
    if args.dry_run {
        context.note_dry_run();
    }
    let mut sheet = Sheet::new(text::restore_headers());
    sheet.rows.push(vec![Cell::text_of(&path), Cell::text_of(restored.head.to_string())]);
    let target = Target::from_args(args.format, None, false, Format::Table)?;
    let head = HeadJson::of(restored.head);
    target.write_sheet(&sheet, &serde_json::json!({"restored": path, "problems": problems, "head": head}))?;
    Ok(if problems.is_empty() { Exit::Done } else { Exit::Partly })
}
