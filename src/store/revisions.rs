//! The revisions of the log, however they are kept. The first revisions of records whose ids follow each other, which a
//! list adds by the thousand, are one row of `revision_run`, with the salt and the digest of each; all others are rows of
//! `revision`. What a revision says, and what the chain says of it, is the same in both.

use rusqlite::{Row, named_params};

use super::bulk::digester::SEAL;
use crate::store::Session;

/// One record changed by an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The entry's id, shifted left by 32 bits, plus its place in the entry.
    pub id: i64,
    /// The table.
    pub kind: String,
    pub record: i64,
    /// Canonical JSON; `None` for a new record.
    pub before: Option<String>,
    /// `None` for what was removed or erased.
    pub salt: Option<[u8; 16]>,
    /// `None` for what was removed.
    pub digest: Option<[u8; 32]>,
    pub erased: bool,
}

impl Revision {
    pub fn entry(&self) -> i64 {
        self.id >> 32
    }

    pub fn seq(&self) -> i64 {
        self.id & 0xffff_ffff
    }
}

/// The revisions of an entry and its runs, in one order or the other.
macro_rules! of_entry {
    ($order:literal) => {
        concat!(
            "SELECT id, kind, record_id, before, salt, digest, erased, NULL
            FROM revision
            WHERE id BETWEEN :entry << 32 AND (:entry + 1 << 32) - 1
            UNION ALL
            SELECT id, kind, record_id, NULL, NULL, NULL, 0, seals
            FROM revision_run
            WHERE id BETWEEN :entry << 32 AND (:entry + 1 << 32) - 1
            ORDER BY id ",
            $order
        )
    };
}

/// Gives every revision of an entry to `take`, in their order.
pub fn each_of_entry(
    session: &Session,
    entry: i64,
    mut take: impl FnMut(Revision) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut statement = session.prepare_cached(of_entry!("ASC"))?;
    let mut rows = statement.query(named_params! {":entry": entry})?;
    while let Some(row) = rows.next()? {
        unfolded(row)?.into_iter().try_for_each(&mut take)?;
    }
    Ok(())
}

/// The same, last first.
pub fn each_of_entry_back(
    session: &Session,
    entry: i64,
    mut take: impl FnMut(Revision) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut statement = session.prepare_cached(of_entry!("DESC"))?;
    let mut rows = statement.query(named_params! {":entry": entry})?;
    while let Some(row) = rows.next()? {
        unfolded(row)?.into_iter().rev().try_for_each(&mut take)?;
    }
    Ok(())
}

/// Gives every revision of a table to `take`, by records, and of each record in their order.
pub fn each_of_kind(
    session: &Session,
    kind: &str,
    mut take: impl FnMut(Revision) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let singles = "
        SELECT id, kind, record_id, before, salt, digest, erased, NULL
        FROM revision
        WHERE kind = :kind
        ORDER BY record_id, id";
    let runs = "
        SELECT id, kind, record_id, NULL, NULL, NULL, 0, seals
        FROM revision_run
        WHERE kind = :kind
        ORDER BY record_id, id";
    let (mut singles, mut runs) = (session.prepare(singles)?, session.prepare(runs)?);
    let mut singles = singles.query(named_params! {":kind": kind})?;
    let mut runs = runs.query(named_params! {":kind": kind})?;
    let mut single = one(singles.next()?)?;
    while let Some(row) = runs.next()? {
        for first in unfolded(row)? {
            // A run has the first revision of each of its records.
            while let Some(before) = single.take_if(|single| single.record < first.record) {
                take(before)?;
                single = one(singles.next()?)?;
            }
            take(first)?;
        }
    }
    while let Some(last) = single {
        take(last)?;
        single = one(singles.next()?)?;
    }
    Ok(())
}

/// The highest record of a table that the log has ever named, 0 where it has named none.
pub fn last_record(session: &Session, kind: &str) -> anyhow::Result<i64> {
    let sql = "
        SELECT max(
          coalesce((SELECT max(record_id) FROM revision WHERE kind = :kind), 0),
          coalesce((
            SELECT record_id + records - 1 FROM revision_run WHERE kind = :kind ORDER BY record_id DESC LIMIT 1
          ), 0)
        )";
    Ok(session.query_row(sql, named_params! {":kind": kind}, |row| row.get(0))?)
}

/// Splits the run that has a record into single revisions, where there is one: what is erased of one record
/// must leave the others as they are.
pub fn take_apart(session: &Session, kind: &str, record: i64) -> anyhow::Result<()> {
    let sql = "
        SELECT id, kind, record_id, NULL, NULL, NULL, 0, seals
        FROM revision_run
        WHERE kind = :kind AND record_id <= :record AND :record < record_id + records";
    let mut statement = session.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! {":kind": kind, ":record": record})?;
    let Some(row) = rows.next()? else { return Ok(()) };
    let (run, revisions): (i64, Vec<Revision>) = (row.get(0)?, unfolded(row)?);
    drop(rows);
    let sql = "
        INSERT INTO revision (id, kind, record_id, before, salt, digest, erased)
        VALUES (:id, :kind, :record, NULL, :salt, :digest, 0)";
    let mut insert = session.prepare_cached(sql)?;
    for one in revisions {
        insert.execute(named_params! {
            ":id": one.id,
            ":kind": one.kind,
            ":record": one.record,
            ":salt": one.salt.as_ref().map(<[u8; 16]>::as_slice),
            ":digest": one.digest.as_ref().map(<[u8; 32]>::as_slice),
        })?;
    }
    let gone = session.execute("DELETE FROM revision_run WHERE id = :run", named_params! {":run": run})?;
    anyhow::ensure!(gone == 1, "the run {run} is gone");
    Ok(())
}

fn one(row: Option<&Row<'_>>) -> anyhow::Result<Option<Revision>> {
    Ok(row.map(unfolded).transpose()?.and_then(|revisions| revisions.into_iter().next()))
}

/// The revisions of a row: of `id, kind, record_id, before, salt, digest, erased, seals`.
fn unfolded(row: &Row<'_>) -> rusqlite::Result<Vec<Revision>> {
    let (id, kind, record): (i64, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let Some(seals) = row.get_ref(7)?.as_blob_or_null()? else {
        let (before, salt, digest, erased) = (row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?);
        return Ok(vec![Revision { id, kind, record, before, salt, digest, erased }]);
    };
    let seals = seals.chunks_exact(SEAL).zip(0..);
    let unfold = |(seal, place): (&[u8], i64)| {
        let (salt, digest) = seal.split_at(16);
        Revision {
            id: id + place,
            kind: kind.clone(),
            record: record + place,
            before: None,
            salt: salt.try_into().ok(),
            digest: digest.try_into().ok(),
            erased: false,
        }
    };
    Ok(seals.map(unfold).collect())
}
