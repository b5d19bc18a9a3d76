//! Digests of changed records: what a revision carries of the record as the change leaves it, and the hash over the
//! revisions of an entry.

use anyhow::Context;
use sha2::{Digest, Sha256};

use super::chain::hash_revision;
use super::record::Record;

/// A changed record as canonical JSON.
pub trait Canonical: Send {
    /// What it was before, for a record that carries that itself; called once, and before `canonical`.
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

/// Makes the digests of one entry, in the order of its revisions.
#[derive(Default)]
pub struct Digests {
    salts: Salts,
    revisions: Sha256,
    json: Vec<u8>,
}

impl Digests {
    pub fn digest(&mut self, pending: Pending) -> anyhow::Result<Digested> {
        let Pending { seq, kind, record_id, mut before, after, .. } = pending;
        let mut sealed = None;
        if let Some(mut after) = after {
            before = before.or(after.before()?);
            self.json.clear();
            after.canonical(&mut self.json)?;
            let salt = self.salts.next()?;
            sealed = Some((salt, Sha256::new().chain_update(salt).chain_update(&self.json).finalize().into()));
        }
        hash_revision(&mut self.revisions, seq, kind, record_id, sealed.as_ref().map(|(_, digest)| digest));
        Ok(Digested { seq, kind, record_id, before, sealed })
    }

    /// The hash over all revisions so far.
    pub fn finish(self) -> [u8; 32] {
        self.revisions.finalize().into()
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
