//! The digests of a bulk import, on a thread of their own: rows are inserted while the digests of those before them are
//! still being made, and first revisions of records that follow each other become runs. A small change needs no thread.

use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread::{self, JoinHandle};

use anyhow::Context;

use super::super::chain::{Digested, Digests, Pending};

/// Revisions that travel together, and the most that a run may have; a change of fewer is digested where it is.
const BATCH: usize = 512;
/// Batches that may wait: memory does not grow with the import.
const WAITING: usize = 2;

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
    Singles(Vec<Digested>),
    Run(Run),
}

/// Makes digests; what comes back keeps the order of what went in.
#[derive(Default)]
pub struct Digester {
    pending: Vec<Pending>,
    digests: Digests,
    thread: Option<Thread>,
}

struct Thread {
    send: SyncSender<Vec<Pending>>,
    receive: Receiver<anyhow::Result<Vec<Logged>>>,
    handle: JoinHandle<Digests>,
}

impl Digester {
    /// Takes a revision in; returns those that are ready.
    pub fn push(&mut self, pending: Pending) -> anyhow::Result<Vec<Logged>> {
        self.pending.push(pending);
        if self.pending.len() < BATCH {
            return Ok(Vec::new());
        }
        let batch = std::mem::replace(&mut self.pending, Vec::with_capacity(BATCH));
        let thread = self.thread.get_or_insert_with(|| Thread::start(std::mem::take(&mut self.digests)));
        thread.send.send(batch).ok().context("the digesting thread has gone")?;
        let mut ready = Vec::new();
        while let Ok(batch) = thread.receive.try_recv() {
            ready.extend(batch?);
        }
        Ok(ready)
    }

    /// Returns all that is left, and the hash over all revisions.
    pub fn finish(mut self) -> anyhow::Result<(Vec<Logged>, [u8; 32])> {
        let mut ready = Vec::new();
        if let Some(Thread { send, receive, handle, .. }) = self.thread.take() {
            drop(send);
            for batch in receive {
                ready.extend(batch?);
            }
            self.digests = handle.join().ok().context("the digesting thread has gone")?;
        }
        ready.extend(logged(&mut self.digests, self.pending)?);
        Ok((ready, self.digests.finish()))
    }
}

impl Thread {
    fn start(mut digests: Digests) -> Thread {
        let (send, pending) = sync_channel::<Vec<Pending>>(WAITING);
        let (ready, receive) = channel();
        let handle = thread::spawn(move || {
            for batch in pending {
                // A receiver that has gone wants no more.
                if ready.send(logged(&mut digests, batch)).is_err() {
                    break;
                }
            }
            digests
        });
        Thread { send, receive, handle }
    }
}

/// Digests a batch, and folds what follows each other into runs.
fn logged(digests: &mut Digests, batch: Vec<Pending>) -> anyhow::Result<Vec<Logged>> {
    let mut logged = Vec::new();
    let mut batch = batch.into_iter().peekable();
    while let Some(first) = batch.next() {
        if !batch.peek().is_some_and(|next| next.follows(first.kind, first.record_id)) || !first.is_first {
            let digested = digests.digest(first)?;
            match logged.last_mut() {
                Some(Logged::Singles(singles)) => singles.push(digested),
                _ => logged.push(Logged::Singles(vec![digested])),
            }
            continue;
        }
        let Pending { seq, kind, record_id, .. } = first;
        let mut run = Run { seq, kind, record_id, records: 0, seals: Vec::with_capacity((batch.len() + 1) * SEAL) };
        run.take(digests.digest(first)?)?;
        while let Some(next) = batch.next_if(|next| next.follows(kind, record_id + run.records - 1)) {
            run.take(digests.digest(next)?)?;
        }
        logged.push(Logged::Run(run));
    }
    Ok(logged)
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
