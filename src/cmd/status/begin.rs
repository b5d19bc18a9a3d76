//! Where there is no office file: how to begin, or which backup to begin again from.

use crate::desk::Context;
use crate::lang::status as words;
use crate::model::exit::{Exit, stop};
use crate::store::backup;

/// Errors: no office file here, with the way out (exit 3).
pub fn check(context: &Context) -> anyhow::Result<()> {
    if context.db.symlink_metadata().is_ok() {
        return Ok(());
    }
    let db = context.db.display();
    // Whether the backups can be looked at is for `restore` to say.
    let newest = backup::newest_automatic(&context.db).ok().flatten();
    Err(stop(
        Exit::Refused,
        match newest {
            Some((day, path)) => words::restore_first(db, day, path.display()),
            None => words::begin(db),
        },
    ))
}
