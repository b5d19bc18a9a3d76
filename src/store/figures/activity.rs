//! What happened in a period by the dates on the records, and who did what by the log.

use rusqlite::named_params;

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::words::ClaimState;
use crate::store::Session;
use crate::store::log::time_of;

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

/// Calls `each` with every entry of a period, the older first; those after `last` are left out.
pub fn each_entry(
    session: &Session,
    period: (Day, Day),
    last: Option<i64>,
    mut each: impl FnMut(Done),
) -> anyhow::Result<()> {
    let sql = "
        SELECT entry.id, entry.at, entry.operator, entry.command,
          (
            SELECT max(seq)
            FROM (
              SELECT max(revision.id) & 4294967295 AS seq
              FROM revision
              WHERE revision.id BETWEEN entry.id << 32 AND (entry.id + 1 << 32) - 1
              UNION ALL
              SELECT (max(run.id) & 4294967295) + run.records - 1
              FROM revision_run AS run
              WHERE run.id BETWEEN entry.id << 32 AND (entry.id + 1 << 32) - 1
            )
          )
        FROM entry
        WHERE substr(entry.at, 1, 10) BETWEEN :from AND :until
          AND (:last IS NULL OR entry.id <= :last)
        ORDER BY entry.id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":from": period.0, ":until": period.1, ":last": last})?;
    while let Some(row) = rows.next()? {
        each(Done {
            entry: row.get(0)?,
            at: time_of(row.get(1)?).0,
            operator: row.get(2)?,
            command: row.get(3)?,
            records: row.get(4)?,
        });
    }
    Ok(())
}

/// Calls `each` with the id and the days of every need to which something happened in a period: when it was collected,
/// verified, published, closed.
pub fn each_need(
    session: &Session,
    period: (Day, Day),
    mut each: impl FnMut(i64, [Option<Day>; 4]),
) -> anyhow::Result<()> {
    let sql = "
        SELECT id, collected_on, verified_on, published_on, closed_on
        FROM need
        WHERE collected_on BETWEEN :from AND :until
          OR verified_on BETWEEN :from AND :until
          OR published_on BETWEEN :from AND :until
          OR closed_on BETWEEN :from AND :until
        ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":from": period.0, ":until": period.1})?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]);
    }
    Ok(())
}

/// Calls `each` with the need, the state and the days of every claim to which something happened in a period: when it was
/// made, completed, confirmed, ended.
pub fn each_claim(
    session: &Session,
    period: (Day, Day),
    mut each: impl FnMut(i64, ClaimState, [Option<Day>; 4]),
) -> anyhow::Result<()> {
    let sql = "
        SELECT need_id, state, claimed_on, completed_on, confirmed_on, ended_on
        FROM claim
        WHERE claimed_on BETWEEN :from AND :until
          OR completed_on BETWEEN :from AND :until
          OR confirmed_on BETWEEN :from AND :until
          OR ended_on BETWEEN :from AND :until
        ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":from": period.0, ":until": period.1})?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?, [row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?]);
    }
    Ok(())
}

/// Everybody whom the log names.
pub fn operators(session: &Session) -> anyhow::Result<Vec<String>> {
    let mut statement = session.prepare("SELECT DISTINCT operator FROM entry ORDER BY operator")?;
    let operators = statement.query_map([], |row| row.get(0))?;
    Ok(operators.collect::<Result<_, _>>()?)
}

/// Something that happened to a need, or to a claim of it.
#[derive(Debug, Clone)]
pub struct Event {
    pub day: Day,
    /// The code word: `collected`, `claimed`.
    pub what: String,
    pub need_id: i64,
    pub need: Code,
    pub place: i64,
    pub claim: Option<Code>,
}

/// Calls `each` with everything that happened in a period, the older first.
pub fn each_event(session: &Session, period: (Day, Day), mut each: impl FnMut(Event)) -> anyhow::Result<()> {
    let sql = "
        WITH happened (day, what, need_id, claim) AS (
          SELECT collected_on, 'collected', id, NULL FROM need
          UNION ALL SELECT verified_on, 'verified', id, NULL FROM need
          UNION ALL SELECT published_on, 'published', id, NULL FROM need
          UNION ALL SELECT closed_on, 'closed', id, NULL FROM need
          UNION ALL SELECT claimed_on, 'claimed', need_id, code FROM claim
          UNION ALL SELECT completed_on, 'completed', need_id, code FROM claim
          UNION ALL SELECT confirmed_on, 'confirmed', need_id, code FROM claim
          UNION ALL SELECT ended_on, state, need_id, code
            FROM claim
            WHERE state IN (SELECT state FROM claim_states WHERE NOT holds)
        )
        SELECT happened.day, happened.what, need.id, need.code, need.place_id, happened.claim
        FROM happened
        JOIN need ON need.id = happened.need_id
        WHERE happened.day BETWEEN :from AND :until
        ORDER BY happened.day, happened.what, need.id, happened.claim";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":from": period.0, ":until": period.1})?;
    while let Some(row) = rows.next()? {
        each(Event {
            day: row.get(0)?,
            what: row.get(1)?,
            need_id: row.get(2)?,
            need: row.get(3)?,
            place: row.get(4)?,
            claim: row.get(5)?,
        });
    }
    Ok(())
}
