//! Rows that are appended many at a time: the statement's cursors stay open from row to row and keep their place at the end
//! of the table.

use anyhow::Context;
use rusqlite::Statement;

use super::super::digest::Digested;
use super::super::log::insert_one;
use super::super::record::{MANY, Record};
use crate::store::Session;

/// What a change has appended so far.
#[derive(Debug, Default)]
pub struct Appends {
    /// By table: the record added last, whose id is the table's highest.
    last: Vec<(&'static str, i64)>,
    /// The place in the entry of the last revision that is a row of its own.
    last_single: i64,
}

impl Appends {
    /// A record was added on its own.
    pub fn added<R: Record>(&mut self, id: i64) {
        match self.last.iter_mut().find(|(kind, _)| *kind == R::KIND) {
            Some(last) => last.1 = id,
            None => self.last.push((R::KIND, id)),
        }
    }

    /// Adds records that have none of the later columns, as many at a time as follow each other.
    pub fn insert<R: Record>(&mut self, session: &Session, records: &[Box<R>]) -> anyhow::Result<()> {
        for chunk in records.chunks(MANY) {
            if chunk.len() == MANY && self.last.contains(&(R::KIND, chunk[0].id() - 1)) {
                append(session, chunk)?;
            } else {
                chunk.iter().try_for_each(|record| insert_one(session, record.as_ref()))?;
            }
            self.added::<R>(chunk[chunk.len() - 1].id());
        }
        Ok(())
    }

    /// Adds revisions that are rows of their own, given in their order.
    pub fn insert_revisions(&mut self, session: &Session, entry: i64, singles: &[Digested]) -> anyhow::Result<()> {
        let id = |seq: i64| entry << 32 | seq;
        for chunk in singles.chunks(MANY_REVISIONS) {
            // Those that are appended go on from the id of this change's last one.
            if chunk.len() == MANY_REVISIONS && chunk[0].seq > 1 && chunk[0].seq == self.last_single + 1 {
                let mut statement = session.prepare_cached(include_str!("append_revisions.sql"))?;
                for (place, revision) in chunk.iter().enumerate() {
                    bind_revision(&mut statement, place * REVISION_COLUMNS, revision)?;
                }
                statement.raw_execute()?;
                let last = session.connection().last_insert_rowid();
                anyhow::ensure!(last == id(chunk[chunk.len() - 1].seq), "the log does not end with this change");
            } else {
                for revision in chunk {
                    let mut statement = session.prepare_cached(
                        "INSERT INTO revision (id, kind, record_id, before, salt, digest, erased)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)",
                    )?;
                    statement.raw_bind_parameter(1, id(revision.seq))?;
                    bind_revision(&mut statement, 1, revision)?;
                    statement.raw_execute()?;
                }
            }
            self.last_single = chunk[chunk.len() - 1].seq;
        }
        Ok(())
    }
}

/// Adds `MANY` records whose ids go on from the last one of their table.
fn append<R: Record>(session: &Session, records: &[Box<R>]) -> anyhow::Result<()> {
    let mut statement = session.prepare_cached(R::APPEND_MANY)?;
    let (first, last) = (records[0].id(), records[records.len() - 1].id());
    let run = |statement: &mut Statement<'_>| {
        statement.clear_bindings();
        for (place, record) in records.iter().enumerate() {
            record.bind_first(statement, place * R::FIRST + 1)?;
        }
        statement.raw_execute()
    };
    run(&mut statement).with_context(|| format!("adding {} {first} to {last}", R::KIND))?;
    let given = session.connection().last_insert_rowid();
    anyhow::ensure!(given == last, "{} {last} became {given}", R::KIND);
    Ok(())
}

/// Revisions that `append_revisions.sql` adds at once.
const MANY_REVISIONS: usize = 32;

/// What `bind_revision` binds.
const REVISION_COLUMNS: usize = 5;

fn bind_revision(statement: &mut Statement<'_>, after: usize, revision: &Digested) -> rusqlite::Result<()> {
    let Digested { kind, record_id, before, sealed, .. } = revision;
    statement.raw_bind_parameter(after + 1, kind)?;
    statement.raw_bind_parameter(after + 2, record_id)?;
    statement.raw_bind_parameter(after + 3, before)?;
    statement.raw_bind_parameter(after + 4, sealed.as_ref().map(|(salt, _)| salt.as_slice()))?;
    statement.raw_bind_parameter(after + 5, sealed.as_ref().map(|(_, digest)| digest.as_slice()))
}
