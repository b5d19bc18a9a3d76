//! What the file contained after an earlier entry: every record that changed since, as it was before its first change. Laid
//! over the tables for one connection, under their own names, so that whatever asks them need not know.

use rusqlite::{OptionalExtension, named_params};

use super::log::Head;
use super::record::Record;
use super::rows::{ForKind, for_kind};
use super::{Reading, Snapshot, Store};
use crate::model::day::Day;
use crate::model::refusal::Refusal;
use crate::store::Session;

/// An entry of the log, as a report as of it needs to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    pub head: Head,
    /// The day on which it was written.
    pub day: Day,
}

impl Store {
    /// Begins to read what the file knew behind `entry`.
    ///
    /// Errors (exit 3): an unknown entry.
    pub fn read_as_of(&self, entry: i64) -> anyhow::Result<Reading<'_>> {
        let reading = self.read()?;
        moment(&reading, entry)?;
        overlay_past(&reading, entry)?;
        Ok(reading)
    }
}

impl Snapshot {
    /// From now on it reads what the file knew behind `entry`.
    pub fn overlay_past(&self, entry: i64) -> anyhow::Result<()> {
        overlay_past(&self.0.session, entry)
    }
}

/// Overlays the tables that have changed since with what they were after `entry`.
fn overlay_past(session: &Session, entry: i64) -> anyhow::Result<()> {
    // What people were must not reach the system's folder for such things.
    session.set_pragma("temp_store", "MEMORY")?;
    let first = (entry + 1) << 32;
    for kind in changed_kinds(session, first)? {
        for_kind(&kind, Overlay { session, first })?;
    }
    Ok(())
}

/// An entry's place in the log. Errors (exit 3): an unknown one.
pub fn moment(session: &Session, entry: i64) -> anyhow::Result<Moment> {
    let sql = "SELECT hash, substr(at, 1, 10) FROM entry WHERE id = :entry";
    let found =
        session.query_row(sql, named_params! {":entry": entry}, |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    if let Some((hash, day)) = found {
        return Ok(Moment { head: Head { entry, hash }, day });
    }
    let bounds = "SELECT min(id), substr(min(at), 1, 10), max(id) FROM entry";
    let (first, day, last): (i64, String, i64) =
        session.query_row(bounds, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Err(Refusal::UnknownEntry { entry, first, day, last }.into())
}

fn changed_kinds(session: &Session, first: i64) -> anyhow::Result<Vec<String>> {
    // Not by the index over kinds, which has every revision of the file.
    let sql = "
        SELECT kind FROM revision NOT INDEXED WHERE id >= :first
        UNION
        SELECT kind FROM revision_run NOT INDEXED WHERE id >= :first
        ORDER BY kind";
    let mut statement = session.prepare(sql)?;
    let kinds = statement.query_map(named_params! {":first": first}, |row| row.get(0))?;
    Ok(kinds.collect::<Result<_, _>>()?)
}

/// Overlays one table with its past.
struct Overlay<'c> {
    session: &'c Session,
    /// The first revision that is not to be known.
    first: i64,
}

impl ForKind for Overlay<'_> {
    type Output = ();

    fn run<R: Record + Clone + PartialEq + Send + 'static>(self) -> anyhow::Result<()> {
        self.session.execute_batch(R::PAST)?;
        let mut change = self.session.prepare(R::PAST_CHANGED)?;
        let mut insert = self.session.prepare(R::PAST_INSERT)?;
        // The records of a run were not there.
        let sql = "SELECT record_id, records FROM revision_run NOT INDEXED WHERE id >= :first AND kind = :kind";
        let mut statement = self.session.prepare(sql)?;
        let mut runs = statement.query(named_params! {":first": self.first, ":kind": R::KIND})?;
        while let Some(run) = runs.next()? {
            let (first, records): (i64, i64) = (run.get(0)?, run.get(1)?);
            (first..first + records).try_for_each(|record| change.execute([record]).map(|_| ()))?;
        }
        let sql = "SELECT record_id, before FROM revision NOT INDEXED WHERE id >= :first AND kind = :kind ORDER BY id";
        let mut statement = self.session.prepare(sql)?;
        let mut rows = statement.query(named_params! {":first": self.first, ":kind": R::KIND})?;
        while let Some(row) = rows.next()? {
            // Only the first change since then says what was there.
            if change.execute([row.get::<_, i64>(0)?])? == 0 {
                continue;
            }
            let Some(before) = row.get_ref(1)?.as_str_or_null()? else { continue };
            let record = R::from_json(&serde_json::from_str(before)?)?;
            insert.clear_bindings();
            insert.raw_bind_parameter(1, record.id())?;
            record.bind_first(&mut insert, 2)?;
            record.bind_later(&mut insert, 2 + R::FIRST)?;
            insert.raw_execute()?;
        }
        Ok(())
    }
}
