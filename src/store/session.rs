//! The door to the office file: what a command holds while it reads or changes it. Only the store sees the SQL connection
//! behind it; everyone else passes a session on to the store's questions and changes.
//!
//! There are three places where a file is reached, and each is one function: a read begins in [`Store::read`], a change
//! begins in [`Store::change`] and commits in [`Change::finish`](super::log::Change::finish). A log that is kept
//! elsewhere as well, shared by several copies of one office, would be reached from these three.

use std::cell::RefCell;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{CachedStatement, Connection, ErrorCode, Params, Row, Statement, ToSql, Transaction, ffi};

use super::spelling::Spellings;
use super::{Store, log};

/// Whether a run has changed its office file: shared by whoever reports how the run ends and all that it opens.
#[derive(Debug, Clone, Default)]
pub struct CommitFlag(Arc<AtomicBool>);

impl CommitFlag {
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    pub(in crate::store) fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// One connection to an office file.
pub struct Session {
    connection: Connection,
    committed: CommitFlag,
    /// The members' names that are written otherwise than they are compared, where they were asked for.
    pub(in crate::store) spellings: RefCell<Option<Spellings>>,
}

impl Session {
    /// A session whose changes concern no run: of a copy, or of a file that is being built.
    pub(in crate::store) fn new(connection: Connection) -> Session {
        Session::of_run(connection, &CommitFlag::default())
    }

    /// A session that sets `committed` with each change that it commits.
    pub(in crate::store) fn of_run(connection: Connection, committed: &CommitFlag) -> Session {
        Session { connection, committed: committed.clone(), spellings: RefCell::new(None) }
    }

    /// Whether the run that this session belongs to has changed the office file.
    pub fn committed(&self) -> &CommitFlag {
        &self.committed
    }

    /// The connection itself, for what only SQLite's own interface offers: limits, functions, authorizers, backups.
    pub(in crate::store) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(in crate::store) fn prepare(&self, sql: &str) -> rusqlite::Result<Statement<'_>> {
        self.connection.prepare(sql)
    }

    pub(in crate::store) fn prepare_cached(&self, sql: &str) -> rusqlite::Result<CachedStatement<'_>> {
        self.connection.prepare_cached(sql)
    }

    pub(in crate::store) fn query_row<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        self.connection.query_row(sql, params, read)
    }

    pub(in crate::store) fn execute(&self, sql: &str, params: impl Params) -> rusqlite::Result<usize> {
        self.connection.execute(sql, params)
    }

    pub(in crate::store) fn execute_batch(&self, sql: &str) -> rusqlite::Result<()> {
        self.connection.execute_batch(sql)
    }

    pub(in crate::store) fn set_pragma(&self, name: &str, value: impl ToSql) -> rusqlite::Result<()> {
        self.connection.pragma_update(None, name, value)
    }
}

/// A read of one moment: whoever changes the office file meanwhile, every question sees the same records.
pub struct Reading<'s> {
    session: &'s Session,
    transaction: Transaction<'s>,
}

impl Reading<'_> {
    /// Ends the read, so that a change may begin.
    pub fn finish(self) -> anyhow::Result<()> {
        Ok(self.transaction.finish()?)
    }
}

impl Deref for Reading<'_> {
    type Target = Session;

    fn deref(&self) -> &Session {
        self.session
    }
}

impl Store {
    /// Begins to read: all that is asked is of the same moment, whoever changes the office file meanwhile.
    pub fn read(&self) -> anyhow::Result<Reading<'_>> {
        let transaction = self.session.connection().unchecked_transaction()?;
        Ok(Reading { session: &self.session, transaction })
    }

    /// Begins a change. Errors: a read-only office file (exit 3); another command holding it past the limit (exit 5).
    pub fn change(&self, act: log::NewEntry) -> anyhow::Result<log::Change<'_>> {
        if self.read_only {
            return Err(self.refuse_read_only());
        }
        super::open::prepare_to_change(&self.session)?;
        log::Change::begin(&self.session, act)
    }
}

/// Why the office file could not be reached, as cases that a user can do something about. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// Another command held it past the limit.
    Busy,
    /// Not a database, or a damaged one.
    Damaged,
    ReadOnly,
    /// The folder of the office file, where its journal has to be.
    FolderReadOnly,
    /// The disk or the system failed while reading or writing.
    Io,
    DiskFull,
}

impl Failure {
    /// The failure behind an error; `None` where SQLite reported none of these.
    pub fn of(cause: &anyhow::Error) -> Option<Failure> {
        let sql = cause.chain().find_map(|cause| cause.downcast_ref::<rusqlite::Error>())?;
        if sql.sqlite_error().is_some_and(|error| error.extended_code == ffi::SQLITE_READONLY_DIRECTORY) {
            return Some(Failure::FolderReadOnly);
        }
        match sql.sqlite_error_code()? {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Some(Failure::Busy),
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Some(Failure::Damaged),
            ErrorCode::ReadOnly => Some(Failure::ReadOnly),
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => Some(Failure::Io),
            ErrorCode::DiskFull => Some(Failure::DiskFull),
            _ => None,
        }
    }
}
