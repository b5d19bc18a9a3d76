//! What SQLite reports when a file cannot be read or written, as cases that a user can do something about.

use rusqlite::{Error, ErrorCode};

/// Why the office file could not be reached. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// Another command held it past the limit.
    Busy,
    /// Not a database, or a damaged one.
    Damaged,
    ReadOnly,
    /// The disk or the system failed while reading or writing.
    Io,
    DiskFull,
}

impl Failure {
    /// The failure behind an error; `None` where SQLite reported none of these.
    pub fn of(cause: &anyhow::Error) -> Option<Failure> {
        let sql = cause.chain().find_map(|cause| cause.downcast_ref::<Error>())?;
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
