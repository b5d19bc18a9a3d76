//! The minimum time for storing an import: SQLite copies the rows of a finished import into an empty file with the same
//! tables, indexes and log; nothing is parsed, checked or digested. No import into such an office file can be faster.

use std::path::Path;
use std::process::Command;

use crate::measure::{Run, run};
use crate::program::remove;

/// An office file as at the start of a bulk import: the indexes by which rows are found are built after them.
macro_rules! schema {
    ($name:literal) => {
        include_str!(concat!("../../src/store/schema/", $name))
    };
}

/// Copies the wishes of `office`.
pub fn wishes(folder: &Path, office: &Path) -> anyhow::Result<Run> {
    copied(folder, office, schema!("drop_need_keys.sql"), include_str!("floor/wishes.sql"), schema!("need_keys.sql"))
}

/// Copies the members of `office`, with their registrations.
pub fn members(folder: &Path, office: &Path) -> anyhow::Result<Run> {
    let rows = include_str!("floor/members.sql");
    copied(folder, office, schema!("drop_member_keys.sql"), rows, schema!("member_keys.sql"))
}

fn copied(folder: &Path, office: &Path, drop_keys: &str, rows: &str, keys: &str) -> anyhow::Result<Run> {
    let target = folder.join("floor.db");
    remove(&target)?;
    let sqlite = |sql: String| -> anyhow::Result<Run> { run(Command::new("sqlite3").arg(&target).arg(sql), &[0]) };
    let keys_made =
        [schema!("need_keys.sql"), schema!("member_keys.sql"), schema!("claim_keys.sql"), schema!("indexes.sql")]
            .concat();
    let later = [
        schema!("0002.sql"),
        schema!("0003.sql"),
        schema!("0004.sql"),
        schema!("0005.sql"),
        schema!("0006.sql"),
        schema!("0007.sql"),
        schema!("0008.sql"),
        schema!("0009.sql"),
    ]
    .concat();
    sqlite(format!("PRAGMA page_size = 8192;\n{}{keys_made}{later}{drop_keys}", schema!("0001.sql")))?;
    // Index keys are sorted in small runs, as in an import.
    let small_pieces = "PRAGMA cache_size = -2048;\n";
    sqlite(format!("ATTACH '{}' AS done;\n{rows}{small_pieces}{keys}COMMIT;", office.display()))
}
