//! The log as it is listed: one line a command that changed something.

use rusqlite::{OptionalExtension, Row, named_params};
use serde::Serialize;

use super::log::time_of;
use crate::model::day::Day;
use crate::model::text::hex;
use crate::store::Session;

/// One command that changed something, as `log` lists it.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    pub id: i64,
    pub at: String,
    /// Whether its day was given (`--today`) and is not the clock's.
    pub pinned: bool,
    pub operator: String,
    pub command: String,
    /// How many records it changed.
    pub changes: i64,
    pub hash: String,
}

/// Which entries are asked for; a blank field matches every entry.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    pub operator: Option<&'a str>,
    /// The command's first words, one of these: `collect`, `claim take`; all commands where there are none.
    pub commands: &'a [String],
    /// The first and the last day.
    pub since: Option<Day>,
    pub until: Option<Day>,
    /// The table and id of a record; of a need also its claims.
    pub record: Option<(&'static str, i64)>,
    /// Entries that count as of that record, besides those that changed it.
    pub also: Vec<i64>,
    /// Only those older than this entry.
    pub before: Option<i64>,
}

/// The entries that are asked for, newest first, at most `most`.
pub fn entries(session: &Session, wanted: &Wanted<'_>, most: i64) -> anyhow::Result<Vec<Entry>> {
    let sql = "
        SELECT entry.id, entry.at, entry.operator, entry.command, entry.hash,
          (SELECT count(*) FROM revision WHERE revision.id BETWEEN entry.id << 32 AND (entry.id + 1 << 32) - 1)
            + (SELECT coalesce(sum(run.records), 0)
               FROM revision_run AS run
               WHERE run.id BETWEEN entry.id << 32 AND (entry.id + 1 << 32) - 1)
        FROM entry
        WHERE (:before IS NULL OR entry.id < :before)
          AND (:operator IS NULL OR entry.operator = :operator)
          AND (:commands = '[]' OR EXISTS (
            SELECT 1
            FROM json_each(:commands) AS wanted
            WHERE substr(entry.command || ' ', 1, length(wanted.value) + 1) = wanted.value || ' '
          ))
          AND (:since IS NULL OR substr(entry.at, 1, 10) >= :since)
          AND (:until IS NULL OR substr(entry.at, 1, 10) <= :until)
          AND (:kind IS NULL OR entry.id IN (
            SELECT revision.id >> 32 FROM revision WHERE revision.kind = :kind AND revision.record_id = :record
            UNION ALL
            SELECT revision.id >> 32
            FROM claim
            JOIN revision ON revision.kind = 'claim' AND revision.record_id = claim.id
            WHERE :kind = 'need' AND claim.need_id = :record
            UNION ALL
            SELECT run.id >> 32
            FROM revision_run AS run
            WHERE run.kind = :kind AND run.record_id <= :record AND :record < run.record_id + run.records
            UNION ALL
            SELECT run.id >> 32
            FROM claim
            JOIN revision_run AS run ON run.kind = 'claim' AND run.record_id <= claim.id
              AND claim.id < run.record_id + run.records
            WHERE :kind = 'need' AND claim.need_id = :record
            UNION ALL
            SELECT value FROM json_each(:also)
          ))
        ORDER BY entry.id DESC
        LIMIT :most";
    let mut statement = session.prepare(sql)?;
    let params = named_params! {
        ":before": wanted.before,
        ":operator": wanted.operator,
        ":commands": serde_json::to_string(wanted.commands)?,
        ":since": wanted.since,
        ":until": wanted.until,
        ":kind": wanted.record.map(|(kind, _)| kind),
        ":record": wanted.record.map(|(_, record)| record),
        ":also": serde_json::to_string(&wanted.also)?,
        ":most": most,
    };
    let rows = statement.query_map(params, entry_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One entry.
pub fn entry(session: &Session, id: i64) -> anyhow::Result<Option<Entry>> {
    let sql = "
        SELECT entry.id, entry.at, entry.operator, entry.command, entry.hash,
          (SELECT count(*) FROM revision WHERE revision.id BETWEEN entry.id << 32 AND (entry.id + 1 << 32) - 1)
            + (SELECT coalesce(sum(run.records), 0)
               FROM revision_run AS run
               WHERE run.id BETWEEN entry.id << 32 AND (entry.id + 1 << 32) - 1)
        FROM entry
        WHERE entry.id = :id";
    Ok(session.prepare_cached(sql)?.query_row(named_params! {":id": id}, entry_of).optional()?)
}

fn entry_of(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let hash: [u8; 32] = row.get(4)?;
    let (at, pinned) = time_of(row.get(1)?);
    Ok(Entry {
        id: row.get(0)?,
        at,
        pinned,
        operator: row.get(2)?,
        command: row.get(3)?,
        changes: row.get(5)?,
        hash: hex(&hash),
    })
}

/// The hash of an entry.
pub fn hash_of(session: &Session, id: i64) -> anyhow::Result<Option<[u8; 32]>> {
    let sql = "SELECT hash FROM entry WHERE id = :id";
    Ok(session.prepare_cached(sql)?.query_row(named_params! {":id": id}, |row| row.get(0)).optional()?)
}

/// When the newest entry was made.
pub fn newest_at(session: &Session) -> anyhow::Result<Option<String>> {
    let sql = "SELECT at FROM entry ORDER BY id DESC LIMIT 1";
    Ok(session.query_row(sql, [], |row| row.get(0)).optional()?.map(|at| time_of(at).0))
}

/// The newest entry whose command is just this.
pub fn newest_called(session: &Session, command: &str) -> anyhow::Result<Option<i64>> {
    let sql = "SELECT max(id) FROM entry WHERE command = :command";
    Ok(session.query_row(sql, named_params! {":command": command}, |row| row.get(0))?)
}

/// The claims that entries of this command have made and that are still there, each with its entry.
pub fn claims_made_by(session: &Session, command: &str) -> anyhow::Result<Vec<(i64, i64)>> {
    let sql = "
        SELECT entry.id, claim.id
        FROM entry
        JOIN revision ON revision.id BETWEEN entry.id << 32 AND (entry.id << 32) + 4294967295
        JOIN claim ON claim.id = revision.record_id
        WHERE entry.command = :command AND revision.kind = 'claim' AND revision.before IS NULL
        ORDER BY entry.id, claim.id";
    let mut statement = session.prepare_cached(sql)?;
    let made = statement.query_map(named_params! {":command": command}, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(made.collect::<Result<_, _>>()?)
}

/// The newest entry by which a need was published, or given other words for the wall.
pub fn newest_publishing(session: &Session, need: i64) -> anyhow::Result<Option<i64>> {
    let sql = "
        SELECT max(entry.id)
        FROM revision
        JOIN entry ON entry.id = revision.id >> 32
        WHERE revision.kind = 'need' AND revision.record_id = :need AND substr(entry.command, 1, 7) = 'publish'";
    Ok(session.query_row(sql, named_params! {":need": need}, |row| row.get(0))?)
}

/// The newest entry that wrote a pack; 0 where none did.
pub fn newest_pack(session: &Session) -> anyhow::Result<i64> {
    let sql = "
        SELECT coalesce(max(id), 0)
        FROM entry
        WHERE (command = 'publish' OR command LIKE 'publish %')
          AND command NOT LIKE 'publish --review%'
          AND command NOT LIKE 'publish --decisions%'";
    Ok(session.query_row(sql, [], |row| row.get(0))?)
}

/// Whether an entry is one that erases people: only such a one may mark revisions as erased.
pub fn erases(session: &Session, id: i64) -> anyhow::Result<bool> {
    let sql = "SELECT command FROM entry WHERE id = :id";
    let command: Option<String> =
        session.prepare_cached(sql)?.query_row(named_params! {":id": id}, |row| row.get(0)).optional()?;
    Ok(command.is_some_and(|command| is_erasing(&command)))
}

/// The newest entry that erased people.
pub fn newest_erasing(session: &Session) -> anyhow::Result<Option<i64>> {
    let sql = "SELECT max(id) FROM entry WHERE substr(command, 1, 5) = 'erase' OR substr(command, 1, 9) = 'retention'";
    Ok(session.query_row(sql, [], |row| row.get(0))?)
}

pub fn is_erasing(command: &str) -> bool {
    matches!(command.split(' ').next(), Some("erase" | "retention"))
}
