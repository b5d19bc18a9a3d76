//! What an office's own headers mean, as it answered, kept for the next list that has them.

use rusqlite::{OptionalExtension, named_params};

use crate::model::words::ListKind;
use crate::store::Session;

use super::log::Change;
use super::record::Record;
use super::rows::HeadMapRow;

/// Every map kept for a kind of list: the set of headers, and the map.
pub fn all(session: &Session, kind: ListKind) -> anyhow::Result<Vec<(String, String)>> {
    let mut statement = session.prepare("SELECT heads, map FROM head_map WHERE kind = :kind ORDER BY id")?;
    let rows = statement.query_map(named_params! {":kind": kind}, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps a map for these headers, in place of one that was kept for them before; true where that is news.
pub fn keep(change: &mut Change<'_>, kind: ListKind, headers: &str, map: &str) -> anyhow::Result<bool> {
    let sql = "SELECT id FROM head_map WHERE kind = :kind AND heads = :heads";
    let params = named_params! {":kind": kind, ":heads": headers};
    let known: Option<i64> = change.session().prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()?;
    let Some(id) = known else {
        let id = change.next_id::<HeadMapRow>()?;
        change.insert(HeadMapRow { id, kind, heads: headers.to_owned(), map: map.to_owned() })?;
        return Ok(true);
    };
    let select = HeadMapRow::SELECT;
    let before = change.session().prepare_cached(select)?.query_row(named_params! {":id": id}, HeadMapRow::from_row)?;
    let after = HeadMapRow { map: map.to_owned(), ..before.clone() };
    change.update(&before, &after)?;
    Ok(before != after)
}
