//! The log (docs/design.md, section 3): every change is an entry with its revisions, in the transaction of the change
//! itself.

use anyhow::Context;
use rusqlite::{Connection, OpenFlags, Statement, Transaction, named_params};

use super::bulk::append::Appends;
use super::bulk::digester::{Digester, Logged, Run};
use super::chain::{Canonical, Digested, Pending, hash_entry};
use super::record::{Record, canonical, run_update};
use super::revisions;
use crate::model::refusal::{Refusal, Step};
use crate::store::Session;

pub use super::chain::{Head, head};

/// Who does what, when: the fields of an entry that a command knows before it starts.
#[derive(Debug, Clone)]
pub struct NewEntry {
    /// ISO date and time with offset; with `PINNED` behind it where it is not the clock's.
    pub at: String,
    pub operator: String,
    /// The verb and codes only: names, reasons and file names live in revisions.
    pub command: String,
    /// SHA-256 of what was read, where something was.
    pub source_digest: Option<[u8; 32]>,
}

/// Ends the time of an entry whose day was given (`--today`). It is a part of the time, so that it is hashed with it.
const PINNED: &str = " --today";

/// The time of an entry whose day was given.
pub fn pinned(at: &str) -> String {
    format!("{at}{PINNED}")
}

/// An entry's time as people read it, and whether its day was given.
pub(super) fn time_of(at: String) -> (String, bool) {
    match at.strip_suffix(PINNED) {
        Some(time) => (time.to_owned(), true),
        None => (at, false),
    }
}

/// A change in the making: one `BEGIN IMMEDIATE` transaction and the entry that logs it. Dropped without
/// `finish`, it leaves the office file as it was.
pub struct Change<'s> {
    session: &'s Session,
    tx: Transaction<'s>,
    act: NewEntry,
    before: Head,
    seq: i64,
    /// By table: the first id that this change has given, and the next.
    ids: Vec<(&'static str, i64, i64)>,
    digester: Digester,
    appends: Appends,
    /// Its revisions are marked as erased: what was there before is blank in them.
    is_erasing: bool,
}

impl<'s> Change<'s> {
    pub fn begin(session: &'s Session, act: NewEntry) -> anyhow::Result<Change<'s>> {
        let tx = Transaction::new_unchecked(session.connection(), rusqlite::TransactionBehavior::Immediate)?;
        let before = head(session)?;
        Ok(Change {
            session,
            tx,
            act,
            before,
            seq: 0,
            ids: Vec::new(),
            digester: Digester::default(),
            appends: Appends::default(),
            is_erasing: false,
        })
    }

    pub fn session(&self) -> &'s Session {
        self.session
    }

    /// The entry that this change will be.
    pub fn entry(&self) -> i64 {
        self.before.entry + 1
    }

    /// Nothing has been changed so far.
    pub fn is_empty(&self) -> bool {
        self.seq == 0
    }

    /// Replaces the digest of what was read, for a command that learns it on the way.
    pub fn read_from(&mut self, digest: [u8; 32]) {
        self.act.source_digest = Some(digest);
    }

    /// Replaces the command of the entry, for one that learns on the way what it does.
    pub fn called(&mut self, command: String) {
        self.act.command = command;
    }

    /// The next id of a table: one more than the log has ever named, so that none is used twice.
    pub fn next_id<R: Record>(&mut self) -> anyhow::Result<i64> {
        let known = self.ids.iter().position(|(kind, _, _)| *kind == R::KIND);
        let at = if let Some(at) = known {
            at
        } else {
            let next = revisions::last_record(self.session, R::KIND)? + 1;
            self.ids.push((R::KIND, next, next));
            self.ids.len() - 1
        };
        self.ids[at].2 += 1;
        Ok(self.ids[at].2 - 1)
    }

    /// Adds a record, and the revision that logs it.
    pub fn insert<R: Record + Send + 'static>(&mut self, record: R) -> anyhow::Result<()> {
        self.insert_row(&record)?;
        self.log_new(Box::new(record))
    }

    /// Adds a record that `log_new` is still to log: for callers that can do something about a refusal.
    pub fn insert_row<R: Record>(&mut self, record: &R) -> anyhow::Result<()> {
        insert_one(self.session, record)?;
        self.appends.added::<R>(record.id());
        Ok(())
    }

    /// Adds records that have none of the later columns together, and the revisions that log them in their order:
    /// for a bulk import.
    pub fn insert_all<R: Record + Send + 'static>(&mut self, records: Vec<Box<R>>) -> anyhow::Result<()> {
        self.appends.insert(self.session, &records)?;
        records.into_iter().try_for_each(|record| self.log_new(record))
    }

    /// Logs a record that was added.
    pub fn log_new<R: Record + Send + 'static>(&mut self, record: Box<R>) -> anyhow::Result<()> {
        let record_id = record.id();
        let is_first = self.ids.iter().any(|(kind, first, _)| *kind == R::KIND && record_id >= *first);
        self.log(Pending { seq: 0, kind: R::KIND, record_id, before: None, after: Some(record), is_first })
    }

    /// Changes a record, and logs it; a record that stays the same is not logged.
    pub fn update<R>(&mut self, before: &R, after: &R) -> anyhow::Result<()>
    where
        R: Record + PartialEq + Clone + Send + 'static,
    {
        if before == after {
            return Ok(());
        }
        let changed = run_update(&mut *self.session.prepare_cached(R::UPDATE)?, after)
            .with_context(|| format!("changing {} {}", R::KIND, after.id()))?;
        anyhow::ensure!(changed == 1, "{} {} is gone", R::KIND, after.id());
        self.log_update(before, after)
    }

    /// Logs a change that a statement of its own has made. A column that the statement forgot stops every test that changes it.
    pub fn log_update<R: Record + Clone + Send + 'static>(&mut self, before: &R, after: &R) -> anyhow::Result<()> {
        debug_assert!(self.is_stored(after)?, "{} {} is not stored as it is logged", R::KIND, after.id());
        self.log_revision(R::KIND, after.id(), Some(canonical(before)?), Some(Box::new(after.clone())))
    }

    fn is_stored<R: Record>(&self, record: &R) -> anyhow::Result<bool> {
        let mut statement = self.session.prepare_cached(R::SELECT)?;
        let stored = statement.query_row(named_params! {":id": record.id()}, R::from_row)?;
        Ok(canonical(&stored)? == canonical(record)?)
    }

    /// Logs a change that is about to be made, of a record that knows what it was before.
    pub(super) fn log_moved<R: Record>(&mut self, id: i64, moved: Box<dyn Canonical>) -> anyhow::Result<()> {
        self.log_revision(R::KIND, id, None, Some(moved))
    }

    /// Removes a record, and logs it.
    pub fn remove<R: Record>(&mut self, record: &R) -> anyhow::Result<()> {
        let removed = self.session.prepare_cached(R::DELETE)?.execute([record.id()])?;
        anyhow::ensure!(removed == 1, "{} {} is gone", R::KIND, record.id());
        self.log_revision(R::KIND, record.id(), Some(canonical(record)?), None)
    }

    /// This change erases people.
    pub fn erasing(&mut self) {
        self.is_erasing = true;
    }

    /// Puts a blanked record in place of the one that is there, and logs it with a blanked `before`; of a record that
    /// is gone only that its history was blanked.
    pub fn log_erased<R>(&mut self, id: i64, before: Option<String>, after: Option<R>) -> anyhow::Result<()>
    where
        R: Record + Send + 'static,
    {
        if let Some(record) = &after {
            let changed = run_update(&mut *self.session.prepare_cached(R::UPDATE)?, record)?;
            anyhow::ensure!(changed == 1, "{} {id} is gone", R::KIND);
        }
        let after = after.map(|record| -> Box<dyn Canonical> { Box::new(record) });
        self.log_revision(R::KIND, id, before, after)
    }

    fn log_revision(
        &mut self,
        kind: &'static str,
        record_id: i64,
        before: Option<String>,
        after: Option<Box<dyn Canonical>>,
    ) -> anyhow::Result<()> {
        self.log(Pending { seq: 0, kind, record_id, before, after, is_first: false })
    }

    /// Gives a revision its place in the entry.
    fn log(&mut self, mut pending: Pending) -> anyhow::Result<()> {
        if self.seq == 0 {
            self.insert_entry()?;
        }
        self.seq += 1;
        pending.seq = self.seq;
        let ready = self.digester.push(pending)?;
        self.insert_revisions(ready)
    }

    fn insert_revisions(&mut self, ready: Vec<Logged>) -> anyhow::Result<()> {
        ready.into_iter().try_for_each(|logged| match logged {
            Logged::Singles(singles) => singles.iter().try_for_each(|single| self.insert_single(single)),
            Logged::Run(run) => self.insert_run(&run),
        })
    }

    fn insert_run(&mut self, run: &Run) -> anyhow::Result<()> {
        let mut statement = self.session.prepare_cached(
            "INSERT INTO revision_run (id, kind, record_id, records, seals) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        statement.execute((self.revision_id(run.seq), run.kind, run.record_id, run.records, &run.seals))?;
        Ok(())
    }

    fn insert_single(&mut self, single: &Digested) -> anyhow::Result<()> {
        let mut statement = self.session.prepare_cached(
            "INSERT INTO revision (id, kind, record_id, before, salt, digest, erased)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)",
        )?;
        let Digested { seq, kind, record_id, before, sealed } = single;
        let (salt, digest) = sealed.as_ref().map(|(salt, digest)| (salt.as_slice(), digest.as_slice())).unzip();
        statement.execute((self.revision_id(*seq), kind, record_id, before, salt, digest))?;
        Ok(())
    }

    fn revision_id(&self, seq: i64) -> i64 {
        self.entry() << 32 | seq
    }

    fn insert_entry(&self) -> anyhow::Result<()> {
        let sql = "INSERT INTO entry (id, at, operator, command, source_digest, prev_hash, hash)
            VALUES (:id, :at, :operator, :command, :source_digest, :prev_hash, zeroblob(32))";
        self.tx.execute(
            sql,
            named_params! {
                ":id": self.entry(),
                ":at": self.act.at,
                ":operator": self.act.operator,
                ":command": self.act.command,
                ":source_digest": self.act.source_digest.as_ref().map(<[u8; 32]>::as_slice),
                ":prev_hash": self.before.hash.as_slice(),
            },
        )?;
        Ok(())
    }

    /// Ends the revisions of a change that will be taken back: what it has done can then be read from them.
    pub fn settle(&mut self) -> anyhow::Result<()> {
        let (ready, _) = std::mem::take(&mut self.digester).finish()?;
        self.insert_revisions(ready)
    }

    /// Writes the entry's hash and commits. `None` where nothing was changed, and so nothing is logged.
    pub fn finish(mut self) -> anyhow::Result<Option<Head>> {
        let (ready, revisions) = std::mem::take(&mut self.digester).finish()?;
        self.insert_revisions(ready)?;
        if self.is_empty() {
            self.tx.rollback()?;
            return Ok(None);
        }
        let entry = self.before.entry + 1;
        if self.is_erasing {
            let sql = "UPDATE revision SET erased = 1 WHERE id BETWEEN :entry << 32 AND (:entry + 1 << 32) - 1";
            self.tx.execute(sql, named_params! {":entry": entry})?;
        }
        let hash = hash_entry(&self.before.hash, entry, &self.act, &revisions);
        let sql = "UPDATE entry SET hash = :hash, source_digest = :source_digest WHERE id = :id";
        let source_digest = self.act.source_digest.as_ref().map(<[u8; 32]>::as_slice);
        self.tx
            .execute(sql, named_params! {":hash": hash.as_slice(), ":source_digest": source_digest, ":id": entry})?;
        let head = Head { entry, hash };
        if let Err(cause) = self.tx.commit() {
            if !ends_with(self.session, &head) {
                return Err(Step::Commit.failed(cause).into());
            }
            // The disk failed when the change was whole: it is there, and may not outlive a power cut.
            self.session.committed().set();
            return Err(Refusal::Unconfirmed.into());
        }
        self.session.committed().set();
        Ok(Some(head))
    }

    /// Takes everything back: for `--dry-run`, and where `--strict` found a fault.
    pub fn cancel(self) -> anyhow::Result<()> {
        Ok(self.tx.rollback()?)
    }
}

/// Whether the log ends with `head`, as whoever opens the file next finds it.
fn ends_with(session: &Session, head: &Head) -> bool {
    // A lock that is kept beyond its transaction is let go of first; where that fails nothing can be asked either.
    if session.set_pragma("locking_mode", "NORMAL").is_err() || self::head(session).is_err() {
        return false;
    }
    let Some(path) = session.connection().path() else { return false };
    let Ok(fresh) = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE) else { return false };
    self::head(&Session::new(fresh)).is_ok_and(|found| found == *head)
}

/// Adds a record. Errors: a value that its table refuses, as an id or a code that is taken.
pub(super) fn insert_one<R: Record>(session: &Session, record: &R) -> anyhow::Result<()> {
    let mut statement = session.prepare_cached(R::INSERT)?;
    let run = |statement: &mut Statement<'_>| {
        statement.clear_bindings();
        statement.raw_bind_parameter(1, record.id())?;
        record.bind_first(statement, 2)?;
        record.bind_later(statement, 2 + R::FIRST)?;
        statement.raw_execute()
    };
    run(&mut statement).with_context(|| format!("adding {} {}", R::KIND, record.id()))?;
    Ok(())
}
