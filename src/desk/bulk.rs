//! What comes before a change of many records: the office file must be sound as far as SQLite sees at a glance, and a
//! backup of it is taken.

use crate::lang::store as text;
use crate::model::exit::{Exit, stop};
use crate::store::{Store, backup, check};

use super::Context;

/// Errors: a damaged office file (exit 4); no room for a backup (exit 3). Nothing is changed then.
pub fn before(context: &Context, store: &Store) -> anyhow::Result<()> {
    if store.is_read_only() {
        return Ok(());
    }
    if !check::quick(&*store.read()?)?.is_empty() {
        return Err(stop(Exit::Damaged, text::damaged(context.db.display())));
    }
    backup::automatic(store, context.today)?;
    Ok(())
}
