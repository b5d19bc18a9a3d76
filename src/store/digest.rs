//! Digests of changed records and the hash over them, on a thread of their own: a bulk import inserts while the digests
//! of the rows before are still being made. Small changes need no thread.

use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread::{self, JoinHandle};

use anyhow::Context;
use sha2::{Digest, Sha256};

use super::chain::hash_revision;
use super::record::Record;

/// Revisions that travel together, and the most that a run may have; a change of fewer is digested where it is.
const BATCH: usize = 512;
/// Batches that may wait: memory does not grow with the import.
const WAITING: usize = 2;

/// A changed record as canonical JSON.
pub trait Canonical: Send {
    /// What it was before, where it knows that itself; asked once, and first.
    fn before(&mut self) -> anyhow::Result<Option<String>> {
        Ok(None)
    }

    fn canonical(&self, out: &mut Vec<u8>) -> rusqlite::Result<()>;
}

impl<R: Record + Send> Canonical for R {
    fn canonical(&self, out: &mut Vec<u8>) -> rusqlite::Result<()> {
        self.write_json(out)
    }
}

/// A revision before its digest is made.
pub struct Pending {
    pub seq: i64,
    pub kind: &'static str,
    pub record_id: i64,
    pub before: Option<String>,
    /// `None` for a record that was removed.
    pub after: Option<Box<dyn Canonical>>,
    /// The record's first revision: its id has not been used before.
    pub is_first: bool,
}

/// A revision with its salt, and the digest over both; a removed record has neither.
pub struct Digested {
    pub seq: i64,
    pub kind: &'static str,
    pub record_id: i64,
    pub before: Option<String>,
    pub sealed: Option<([u8; 16], [u8; 32])>,
}

/// A salt and a digest, in bytes.
pub const SEAL: usize = 16 + 32;

/// First revisions of records that follow each other, as their places in the entry do; fields are those of the first.
pub struct Run {
    pub seq: i64,
    pub kind: &'static str,
    pub record_id: i64,
    pub records: i64,
    /// Salt and digest of each.
    pub seals: Vec<u8>,
}

/// Revisions as they go into the log, in their order.
pub enum Logged {
    /// One behind the other.
    Singles(Vec<Digested>),
    Run(Run),
}

/// Makes digests; what comes back keeps the order of what went in.
#[derive(Default)]
pub struct Digester {
    pending: Vec<Pending>,
    maker: Maker,
    thread: Option<Thread>,
}

/// Where digests are made: random bytes, and the hash over all revisions so far.
#[derive(Default)]
struct Maker {
    salts: Salts,
    revisions: Sha256,
}

struct Thread {
    send: SyncSender<Vec<Pending>>,
    receive: Receiver<anyhow::Result<Vec<Logged>>>,
    handle: JoinHandle<Maker>,
}

impl Digester {
    /// Takes a revision in; gives back those that are ready.
    pub fn push(&mut self, pending: Pending) -> anyhow::Result<Vec<Logged>> {
        self.pending.push(pending);
        if self.pending.len() < BATCH {
            return Ok(Vec::new());
        }
        let batch = std::mem::replace(&mut self.pending, Vec::with_capacity(BATCH));
        let thread = self.thread.get_or_insert_with(|| Thread::start(std::mem::take(&mut self.maker)));
        thread.send.send(batch).ok().context("the digesting thread has gone")?;
        let mut ready = Vec::new();
        while let Ok(batch) = thread.receive.try_recv() {
            ready.extend(batch?);
        }
        Ok(ready)
    }

    /// Gives back all that is left, and the hash over all revisions.
    pub fn finish(mut self) -> anyhow::Result<(Vec<Logged>, [u8; 32])> {
        let mut ready = Vec::new();
        if let Some(Thread { send, receive, handle, .. }) = self.thread.take() {
            drop(send);
            for batch in receive {
                ready.extend(batch?);
            }
            self.maker = handle.join().ok().context("the digesting thread has gone")?;
        }
        ready.extend(self.maker.digest(self.pending)?);
        Ok((ready, self.maker.revisions.finalize().into()))
    }
}

impl Thread {
    fn start(mut maker: Maker) -> Thread {
        let (send, pending) = sync_channel::<Vec<Pending>>(WAITING);
        let (ready, receive) = channel();
        let handle = thread::spawn(move || {
            for batch in pending {
                // A receiver that has gone wants no more.
                if ready.send(maker.digest(batch)).is_err() {
                    break;
                }
            }
            maker
        });
        Thread { send, receive, handle }
    }
}

impl Maker {
    fn digest(&mut self, batch: Vec<Pending>) -> anyhow::Result<Vec<Logged>> {
        let mut json = Vec::with_capacity(1024);
        let mut logged = Vec::new();
        let mut batch = batch.into_iter().peekable();
        while let Some(first) = batch.next() {
            if !batch.peek().is_some_and(|next| next.follows(first.kind, first.record_id)) || !first.is_first {
                let digested = self.digest_one(first, &mut json)?;
                match logged.last_mut() {
                    Some(Logged::Singles(singles)) => singles.push(digested),
                    _ => logged.push(Logged::Singles(vec![digested])),
                }
                continue;
            }
            let Pending { seq, kind, record_id, .. } = first;
            let mut run = Run { seq, kind, record_id, records: 0, seals: Vec::with_capacity((batch.len() + 1) * SEAL) };
            run.take(self.digest_one(first, &mut json)?)?;
            while let Some(next) = batch.next_if(|next| next.follows(kind, record_id + run.records - 1)) {
                run.take(self.digest_one(next, &mut json)?)?;
            }
            logged.push(Logged::Run(run));
        }
        Ok(logged)
    }

    fn digest_one(&mut self, pending: Pending, json: &mut Vec<u8>) -> anyhow::Result<Digested> {
        let Pending { seq, kind, record_id, mut before, after, .. } = pending;
        let mut sealed = None;
        if let Some(mut after) = after {
            before = before.or(after.before()?);
            json.clear();
            after.canonical(json)?;
            let salt = self.salts.next()?;
            sealed = Some((salt, Sha256::new().chain_update(salt).chain_update(&*json).finalize().into()));
        }
        hash_revision(&mut self.revisions, seq, kind, record_id, sealed.as_ref().map(|(_, digest)| digest));
        Ok(Digested { seq, kind, record_id, before, sealed })
    }
}

impl Pending {
    /// Whether it is the first revision of the record behind that one.
    fn follows(&self, kind: &str, record_id: i64) -> bool {
        self.is_first && self.kind == kind && self.record_id == record_id + 1
    }
}

impl Run {
    fn take(&mut self, digested: Digested) -> anyhow::Result<()> {
        let (salt, digest) = digested.sealed.context("a new record without a digest")?;
        self.seals.extend_from_slice(&salt);
        self.seals.extend_from_slice(&digest);
        self.records += 1;
        Ok(())
    }
}

/// Random bytes for revisions' salts, fetched many at a time.
struct Salts {
    pool: [u8; 4096],
    used: usize,
}

impl Default for Salts {
    fn default() -> Salts {
        Salts { pool: [0; 4096], used: 4096 }
    }
}

impl Salts {
    fn next(&mut self) -> anyhow::Result<[u8; 16]> {
        if self.used == self.pool.len() {
            getrandom::fill(&mut self.pool).context("asking the system for random bytes")?;
            self.used = 0;
        }
        let mut salt = [0; 16];
        salt.copy_from_slice(&self.pool[self.used..self.used + 16]);
        self.used += 16;
        Ok(salt)
    }
}
