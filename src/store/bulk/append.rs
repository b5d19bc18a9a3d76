//! Rows that are appended many at a time: the statement's cursors stay open from row to row and keep their place at the end
//! of the table.

use anyhow::Context;
use rusqlite::Statement;

use super::super::log::insert_one;
use super::super::record::Record;
use crate::store::Session;

/// How many rows `APPEND_MANY` adds. The statement's cursors stay open from row to row and know that they are at the
/// table's end, which saves a bulk import a third of what single rows cost.
pub const MANY: usize = 16;

/// A text sixteen times over, with commas between: the rows of `APPEND_MANY`.
macro_rules! sixteen {
    ($($row:tt)*) => {
        $crate::store::bulk::append::four!($crate::store::bulk::append::four!($($row)*))
    };
}
pub(crate) use sixteen;

macro_rules! four {
    ($($row:tt)*) => {
        concat!(concat!($($row)*), ",", concat!($($row)*), ",", concat!($($row)*), ",", concat!($($row)*))
    };
}
pub(crate) use four;

/// A column's parameter in `APPEND_MANY`.
macro_rules! mark {
    ($column:ident) => {
        ", ?"
    };
}
pub(crate) use mark;

/// What a change has appended so far.
#[derive(Debug, Default)]
pub struct Appends {
    /// By table: the record added last, whose id is the table's highest.
    last: Vec<(&'static str, i64)>,
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
