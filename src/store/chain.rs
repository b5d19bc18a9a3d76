//! The chain of the log: its head, how a changed record is digested, and how an entry is hashed over the one before.
//!
//! `entry.hash` is SHA-256 over the hash before it, the entry's fields and the digest of its revisions; a revision's
//! digest is SHA-256 over its salt and the record's canonical JSON after the change. Every field that is hashed goes
//! in with its length, so that no two entries hash alike by moving a boundary.

use std::fmt;

use rusqlite::OptionalExtension;
use sha2::{Digest, Sha256};

use super::bulk::salts::Salts;
use super::log::NewEntry;
use super::record::Record;
use crate::model::text::hex;
use crate::store::Session;

/// The newest entry and its hash: what every report prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    pub entry: i64,
    pub hash: [u8; 32],
}

impl Head {
    /// Before the first entry.
    pub(super) const START: Head = Head { entry: 0, hash: [0; 32] };

    pub fn hash_hex(&self) -> String {
        hex(&self.hash)
    }
}

impl fmt::Display for Head {
    /// `存档校验码`, sixteen digits of it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.entry, hex(&self.hash[..8]))
    }
}

/// The newest entry of an office file.
pub fn head(session: &Session) -> anyhow::Result<Head> {
    let sql = "SELECT id, hash FROM entry ORDER BY id DESC LIMIT 1";
    let head = session.query_row(sql, [], |row| Ok(Head { entry: row.get(0)?, hash: row.get(1)? })).optional()?;
    Ok(head.unwrap_or(Head::START))
}

/// Whether the newest entry follows the one before it; what opening an office file looks at.
pub(super) fn ends_well(session: &Session) -> anyhow::Result<bool> {
    let sql = "
        SELECT newest.prev_hash = coalesce(former.hash, zeroblob(32)) AND newest.hash <> zeroblob(32)
          AND (newest.id = 1) = (former.id IS NULL)
        FROM entry AS newest
        LEFT JOIN entry AS former ON former.id = newest.id - 1
        ORDER BY newest.id DESC
        LIMIT 1";
    Ok(session.query_row(sql, [], |row| row.get(0)).optional()?.unwrap_or(false))
}

pub(super) fn hash_revision(hasher: &mut Sha256, seq: i64, kind: &str, record_id: i64, digest: Option<&[u8; 32]>) {
    hasher.update(seq.to_be_bytes());
    hasher.update((kind.len() as u64).to_be_bytes());
    hasher.update(kind);
    hasher.update(record_id.to_be_bytes());
    hasher.update([u8::from(digest.is_some())]);
    hasher.update(digest.unwrap_or(&[0; 32]));
}

pub(super) fn hash_entry(prev: &[u8; 32], id: i64, act: &NewEntry, revisions: &[u8; 32]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(prev);
    hasher.update(id.to_be_bytes());
    for field in [&act.at, &act.operator, &act.command] {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field);
    }
    hasher.update([u8::from(act.source_digest.is_some())]);
    hasher.update(act.source_digest.unwrap_or([0; 32]));
    hasher.update(revisions);
    hasher.finalize().into()
}

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
