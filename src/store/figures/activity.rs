//! Who did what in a period, by the log.

use rusqlite::{Connection, named_params};

use crate::model::day::Day;

/// A command of the period.
#[derive(Debug, Clone)]
pub struct Done {
    pub entry: i64,
    pub at: String,
    pub operator: String,
    pub command: String,
    /// How many records it changed.
    pub records: i64,
}

/// Calls `each` with every entry of a period, the older first; those behind `last` are not known.
pub fn each_entry(
    conn: &Connection,
    period: (Day, Day),
    last: Option<i64>,
    mut each: impl FnMut(Done),
) -> anyhow::Result<()> {
    let sql = "
        SELECT entry.id, entry.at, entry.operator, entry.command,
          (SELECT count(*) FROM revision WHERE revision.id BETWEEN entry.id << 32 AND (entry.id + 1 << 32) - 1)
        FROM entry
        WHERE substr(entry.at, 1, 10) BETWEEN :from AND :until
          AND (:last IS NULL OR entry.id <= :last)
        ORDER BY entry.id";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query(named_params! {":from": period.0, ":until": period.1, ":last": last})?;
    while let Some(row) = rows.next()? {
        each(Done {
            entry: row.get(0)?,
            at: row.get(1)?,
            operator: row.get(2)?,
            command: row.get(3)?,
            records: row.get(4)?,
        });
    }
    Ok(())
}

/// Everybody whom the log names.
pub fn operators(conn: &Connection) -> anyhow::Result<Vec<String>> {
    let mut statement = conn.prepare("SELECT DISTINCT operator FROM entry ORDER BY operator")?;
    let operators = statement.query_map([], |row| row.get(0))?;
    Ok(operators.collect::<Result<_, _>>()?)
}
