//! Ids and histories: what `export` and `show` read record by record.

use rusqlite::named_params;
use serde::Serialize;

use crate::model::day::Day;
use crate::model::words::{ListKind, NeedKind, Progress};
use crate::store::Session;
use crate::store::log::time_of;

/// The ids of all needs of a kind, in the order they came.
pub fn need_ids(session: &Session, kind: NeedKind) -> anyhow::Result<Vec<i64>> {
    ids(session, "SELECT id FROM need WHERE kind = :key ORDER BY id", &kind)
}

/// The ids of all needs that wait, in the order they came.
pub fn collected_ids(session: &Session) -> anyhow::Result<Vec<i64>> {
    all_ids(session, "SELECT id FROM need WHERE state = 'collected' ORDER BY id")
}

/// The needs that wait for verification: first those whose deadline is near or past, the nearest first, then those that
/// have waited longest.
pub fn waiting(session: &Session, today: Day) -> anyhow::Result<Vec<i64>> {
    let sql = "
        SELECT id
        FROM need
        WHERE state = 'collected'
        ORDER BY
          CASE WHEN deadline <= date(:today, '+14 days') THEN deadline ELSE '9999' END,
          coalesce(collected_on, '9999'),
          id";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(named_params! {":today": today}, |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The needs on the wall by their numbers, each with how far its claims have come.
pub fn wall(session: &Session) -> anyhow::Result<Vec<(i64, Progress)>> {
    let sql = "
        SELECT need.id, need_progress.progress
        FROM need
        JOIN need_progress ON need_progress.need_id = need.id
        WHERE need.state = 'published' AND need.state <> 'collected'
        ORDER BY need.number, need.id";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub fn member_ids(session: &Session) -> anyhow::Result<Vec<i64>> {
    all_ids(session, "SELECT id FROM member ORDER BY id")
}

pub fn org_ids(session: &Session) -> anyhow::Result<Vec<i64>> {
    all_ids(session, "SELECT id FROM org ORDER BY id")
}

pub fn claim_ids(session: &Session) -> anyhow::Result<Vec<i64>> {
    all_ids(session, "SELECT id FROM claim ORDER BY id")
}

/// Gives the unknown columns of every record of a kind to `take`, as they are stored, in the order they came, and the cells
/// that could not be read.
pub fn each_extra(
    session: &Session,
    kind: ListKind,
    mut take: impl FnMut(Option<&str>, Option<&str>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let sql = match kind {
        ListKind::Wishes => {
            "SELECT extra, unread FROM need WHERE kind = 'wish' AND coalesce(extra, unread) IS NOT NULL ORDER BY id"
        }
        ListKind::Projects => {
            "SELECT extra, unread FROM need WHERE kind = 'project' AND coalesce(extra, unread) IS NOT NULL ORDER BY id"
        }
        ListKind::Members => "SELECT extra, unread FROM member WHERE coalesce(extra, unread) IS NOT NULL ORDER BY id",
        ListKind::Orgs => "SELECT extra, unread FROM org WHERE coalesce(extra, unread) IS NOT NULL ORDER BY id",
        ListKind::Claims => "SELECT extra, unread FROM claim WHERE coalesce(extra, unread) IS NOT NULL ORDER BY id",
        ListKind::Decisions | ListKind::Places => return Ok(()),
    };
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(row.get_ref(0)?.as_str_or_null()?, row.get_ref(1)?.as_str_or_null()?)?;
    }
    Ok(())
}

/// The highest wall number given so far.
pub fn last_number(session: &Session) -> anyhow::Result<i64> {
    let sql = "SELECT coalesce(max(number), 0) FROM need WHERE number IS NOT NULL";
    Ok(session.query_row(sql, [], |row| row.get(0))?)
}

pub fn public_code_exists(session: &Session, code: &str) -> anyhow::Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM need WHERE public_code = :code)";
    Ok(session.prepare_cached(sql)?.query_row(named_params! {":code": code}, |row| row.get(0))?)
}

pub fn programme_name(session: &Session, id: Option<i64>) -> anyhow::Result<Option<String>> {
    let Some(id) = id else { return Ok(None) };
    let sql = "SELECT name FROM programme WHERE id = :id";
    Ok(Some(session.prepare_cached(sql)?.query_row(named_params! {":id": id}, |row| row.get(0))?))
}

/// One revision of a record, as its history has it.
#[derive(Debug, Clone, Serialize)]
pub struct Past {
    pub entry: i64,
    pub at: String,
    pub operator: String,
    pub command: String,
    /// Whether the record was there before.
    #[serde(skip)]
    pub before: Option<String>,
}

/// The history of a record, oldest first.
pub fn history(session: &Session, kind: &str, record: i64) -> anyhow::Result<Vec<Past>> {
    let sql = "
        SELECT entry.id, entry.at, entry.operator, entry.command, revision.before, revision.id AS place
        FROM revision
        JOIN entry ON entry.id = revision.entry_id
        WHERE revision.kind = :kind AND revision.record_id = :record
        UNION ALL
        SELECT entry.id, entry.at, entry.operator, entry.command, NULL, run.id + :record - run.record_id
        FROM revision_run AS run
        JOIN entry ON entry.id = run.id >> 32
        WHERE run.kind = :kind AND run.record_id <= :record AND :record < run.record_id + run.records
        ORDER BY place";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(named_params! {":kind": kind, ":record": record}, |row| {
        Ok(Past {
            entry: row.get(0)?,
            at: time_of(row.get(1)?).0,
            operator: row.get(2)?,
            command: row.get(3)?,
            before: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn ids(session: &Session, sql: &str, key: &dyn rusqlite::ToSql) -> anyhow::Result<Vec<i64>> {
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(&[(":key", key)], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn all_ids(session: &Session, sql: &str) -> anyhow::Result<Vec<i64>> {
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
