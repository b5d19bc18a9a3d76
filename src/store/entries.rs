//! The log as it is listed: one line a command that changed something.

use rusqlite::{Connection, named_params};
use serde::Serialize;

use super::record::hex;

/// One command that changed something, as `log` tells it.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    pub id: i64,
    pub at: String,
    pub operator: String,
    pub command: String,
    /// How many records it changed.
    pub changes: i64,
    pub hash: String,
}

/// The entries, newest first, at most `most`.
pub fn entries(conn: &Connection, most: i64) -> anyhow::Result<Vec<Entry>> {
    let sql = "
        SELECT entry.id, entry.at, entry.operator, entry.command, entry.hash,
          (SELECT count(*) FROM revision WHERE revision.id BETWEEN entry.id << 32 AND (entry.id + 1 << 32) - 1)
        FROM entry
        ORDER BY entry.id DESC
        LIMIT :most";
    let mut statement = conn.prepare(sql)?;
    let rows = statement.query_map(named_params! {":most": most}, |row| {
        let hash: [u8; 32] = row.get(4)?;
        Ok(Entry {
            id: row.get(0)?,
            at: row.get(1)?,
            operator: row.get(2)?,
            command: row.get(3)?,
            changes: row.get::<_, Option<i64>>(5)?.unwrap_or(0),
            hash: hex(&hash),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
