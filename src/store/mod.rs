//! The office file: the only SQL of the program. One function per question or change; every change goes through
//! `log::Change`. Knows nothing of lists, command lines or output.

use std::path::PathBuf;

use crate::model::refusal::FileRefusal;

pub mod alias;
pub mod as_of;
pub mod backup;
mod bulk;
pub mod campaign;
mod chain;
pub mod check;
pub mod claim;
pub mod claimant;
pub mod collect;
pub mod completing;
pub mod correction;
pub mod entries;
pub mod erase;
pub mod export;
pub mod figures;
pub mod find;
pub mod head_map;
mod id_digest;
pub mod joint;
pub mod listing;
pub mod log;
pub mod machine;
mod medium;
pub mod milestone;
pub mod need_days;
pub mod neighbours;
mod open;
pub mod pack;
pub mod party_history;
pub mod pending;
pub mod people;
pub mod place;
pub mod preview;
pub mod publication;
pub mod put_up;
mod record;
pub mod record_kind;
pub mod registration;
pub mod reopening;
pub mod retention;
mod revisions;
pub mod rights;
pub mod roll;
pub mod rows;
pub mod rules;
pub mod running;
mod schema;
pub mod scrub;
pub mod service;
mod session;
pub mod setting;
mod spelling;
mod sql_types;
pub mod stale;
pub mod standing;
pub mod state;
pub mod undo;
pub mod verify;
pub mod wall;

pub use open::{create, examine, inspect, look_into, open, set_up};
pub use record::{Record, stored};
pub use session::{CommitFlag, Failure, Reading, Session};

/// What this program was built with, and which office files it makes.
pub struct Versions {
    pub sqlite: &'static str,
    pub schema: i64,
}

pub fn versions() -> Versions {
    Versions { sqlite: rusqlite::version(), schema: open::SCHEMA_VERSION }
}

/// An open office file.
pub struct Store {
    session: Session,
    read_only: bool,
    path: PathBuf,
}

/// A second reader of the moment that a [`Reading`] is of.
pub struct Snapshot(Store);

impl Snapshot {
    pub fn session(&self) -> &Session {
        &self.0.session
    }
}

impl Store {
    /// Another reader of the moment that this one is reading, for a thread of its own: nobody can change the file as long
    /// as it is read. None where there cannot be a second one just now, as where somebody waits to change it.
    pub fn snapshot(&self) -> Option<Snapshot> {
        let store = open::examine(&self.path, self.session.committed()).ok()?;
        store.session.connection().busy_timeout(std::time::Duration::ZERO).ok()?;
        store.session.execute_batch("BEGIN").ok()?;
        // The lock is taken by the first read.
        log::head(&store.session).ok()?;
        Some(Snapshot(store))
    }

    /// Where the file lies.
    pub fn path(&self) -> &std::path::Path {
        &self.path
    }

    /// Whether it can only be read: by its mode, or because of the medium it lies on.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Begins a change that puts records back in whatever order the log has them; it must look for references that
    /// lead nowhere itself, before it is finished. Errors: as for `change`.
    pub fn change_in_any_order(&self, act: log::NewEntry) -> anyhow::Result<log::Change<'_>> {
        let foreign_keys = rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY;
        self.session.connection().set_db_config(foreign_keys, false)?;
        self.change(act)
    }

    fn refuse_read_only(&self) -> anyhow::Error {
        open::refused(&self.path, FileRefusal::ReadOnly)
    }
}
