//! Preparation for a change of many records: SQLite's quick check of the office file must pass, and a backup is made.

use crate::lang::store as text;
use crate::model::exit::{Exit, stop};
use crate::store::backup::{self, Automatic};
use crate::store::{Store, check};

use super::Context;

/// Checks and backs up the office file. Errors: it is damaged (exit 4); there is no room for a backup (exit 3).
pub fn prepare(context: &Context, store: &Store) -> anyhow::Result<()> {
    if store.is_read_only() {
        return Ok(());
    }
    // A backup is checked itself, byte for byte the file's.
    let is_checked = matches!(backup::would_be_automatic(store, context.today)?, Automatic::Made(_));
    if !is_checked && !check::quick(&*store.read()?)?.is_empty() {
        return Err(stop(Exit::Damaged, text::damaged(context.db.display())));
    }
    backup::automatic(store, context.today)?;
    Ok(())
}
