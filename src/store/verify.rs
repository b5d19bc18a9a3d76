//! Whether the log is true: the chain is computed anew, and every record compared with what the log says of
//! it. Reads everything, in the order of the tables, and holds nothing of it; `log --verify` and `check` say what it
//! finds.

use sha2::{Digest, Sha256};

use super::chain::{Head, hash_entry, hash_revision};
use super::log::NewEntry;
use super::record::Record;
use super::revisions::{self, Revision};
use super::rows::{ForKind, KINDS, for_kind};
use crate::model::witness::Witness;
use crate::store::Session;

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// The entry's number is not one more than the number before it: one was taken out or put in.
    Number { entry: i64 },
    /// The entry does not name the hash of the entry before it.
    Chain { entry: i64 },
    /// The entry's fields or revisions are not those that were hashed.
    Entry { entry: i64 },
    /// A revision belongs to no entry.
    Orphan { entry: i64 },
    /// What a revision says was there before is not what the log had led to.
    Before { kind: &'static str, record: i64, entry: i64 },
    /// A revision is marked as erased, and no entry has erased it.
    Erased { kind: &'static str, record: i64, entry: i64 },
    /// What an erasing has left of histories is not what is there.
    ErasedHistory { entry: i64 },
    /// A record was changed, added or removed behind the log's back.
    Record { kind: &'static str, record: i64 },
    /// A revision names an unknown table.
    Kind { kind: String, entry: i64 },
    /// The log has not the entry that an earlier report names: its tail was cut off.
    CutOff { entry: i64, last: i64 },
    /// The entry that an earlier report names has another hash: the chain was computed anew.
    Recomputed { entry: i64 },
}

impl Misfit {
    /// Its word in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Misfit::Number { .. } => "entry_number",
            Misfit::Chain { .. } => "chain",
            Misfit::Entry { .. } => "entry",
            Misfit::Orphan { .. } => "orphan",
            Misfit::Before { .. } => "before",
            Misfit::Erased { .. } => "erased",
            Misfit::ErasedHistory { .. } => "erased_history",
            Misfit::Record { .. } => "record",
            Misfit::Kind { .. } => "unknown_table",
            Misfit::CutOff { .. } => "cut_off",
            Misfit::Recomputed { .. } => "recomputed",
        }
    }
}

/// Everything that does not fit, in the order of the log; nothing where all is as it was written.
pub fn misfits(session: &Session) -> anyhow::Result<Vec<Misfit>> {
    let mut misfits = Vec::new();
    chain(session, &mut misfits)?;
    for kind in KINDS {
        for_kind(kind, Records { session, misfits: &mut misfits })?;
    }
    if !super::erase::is_as_sealed(session)? {
        misfits.extend(super::entries::newest_erasing(session)?.map(|entry| Misfit::ErasedHistory { entry }));
    }
    Ok(misfits)
}

/// Whether the log still has the entry that a report has printed, with the hash that it had.
pub fn witnessed(session: &Session, witness: &Witness) -> anyhow::Result<Option<Misfit>> {
    let Head { entry: last, .. } = super::log::head(session)?;
    let entry = witness.entry();
    if entry > last {
        return Ok(Some(Misfit::CutOff { entry, last }));
    }
    let hash = super::entries::hash_of(session, entry)?;
    let fits = hash.is_some_and(|hash| witness.fits(&crate::model::text::hex(&hash)));
    Ok((!fits).then_some(Misfit::Recomputed { entry }))
}

fn chain(session: &Session, misfits: &mut Vec<Misfit>) -> anyhow::Result<()> {
    let sql = "SELECT id, at, operator, command, source_digest, prev_hash, hash FROM entry ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    let (mut before, mut number) = ([0; 32], 0);
    while let Some(row) = rows.next()? {
        let entry: i64 = row.get(0)?;
        let source_digest: Option<[u8; 32]> = row.get(4)?;
        let act = NewEntry { at: row.get(1)?, operator: row.get(2)?, command: row.get(3)?, source_digest };
        let (prev, hash): ([u8; 32], [u8; 32]) = (row.get(5)?, row.get(6)?);
        number += 1;
        if entry != number {
            misfits.push(Misfit::Number { entry });
            number = entry;
        }
        if prev != before {
            misfits.push(Misfit::Chain { entry });
        }
        if hash_entry(&prev, entry, &act, &hash_revisions(session, entry, misfits)?) != hash {
            misfits.push(Misfit::Entry { entry });
        }
        before = hash;
    }
    let sql = "
        SELECT DISTINCT entry_id
        FROM (SELECT entry_id FROM revision UNION ALL SELECT id >> 32 FROM revision_run)
        WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = entry_id)
        ORDER BY entry_id";
    let mut orphans = session.prepare(sql)?;
    for entry in orphans.query_map([], |row| row.get(0))? {
        misfits.push(Misfit::Orphan { entry: entry? });
    }
    // What a run counts is in no hash; what finds a record's first revision asks for it.
    let sql = "SELECT DISTINCT id >> 32 FROM revision_run WHERE length(seals) <> 48 * records ORDER BY id";
    let mut miscounted = session.prepare(sql)?;
    for entry in miscounted.query_map([], |row| row.get(0))? {
        misfits.push(Misfit::Entry { entry: entry? });
    }
    Ok(())
}

/// The digest of an entry's revisions.
fn hash_revisions(session: &Session, entry: i64, misfits: &mut Vec<Misfit>) -> anyhow::Result<[u8; 32]> {
    let mut hasher = Sha256::new();
    revisions::each_of_entry(session, entry, |revision| {
        hash_revision(&mut hasher, revision.seq(), &revision.kind, revision.record, revision.digest.as_ref());
        if !KINDS.contains(&revision.kind.as_str()) {
            misfits.push(Misfit::Kind { kind: revision.kind, entry });
        }
        Ok(())
    })?;
    Ok(hasher.finalize().into())
}

/// What the log has led to for one record.
enum Logged {
    /// There is no such record.
    Absent,
    Sealed {
        salt: [u8; 16],
        digest: [u8; 32],
    },
    /// Erased: there is a record, and nothing left to compare it with.
    Erased,
}

/// A table's records and its revisions side by side, both in the order of the records.
struct Records<'a> {
    session: &'a Session,
    misfits: &'a mut Vec<Misfit>,
}

impl ForKind for Records<'_> {
    type Output = ();

    fn run<R: Record>(self) -> anyhow::Result<()> {
        let mut statement = self.session.prepare(R::ALL)?;
        let mut live = statement.query([])?;
        let mut next: Option<R> = live.next()?.map(R::from_row).transpose()?;
        let mut history =
            History { session: self.session, kind: R::KIND, record: 0, logged: Logged::Absent, erased: None };
        let (misfits, mut json) = (self.misfits, Vec::new());
        // Ends the record whose revisions have ended, and looks at live ones before the next that has any.
        let mut end = |history: &mut History<'_>, next_logged: Option<i64>, misfits: &mut Vec<Misfit>| {
            history.end(misfits)?;
            while let Some(one) = &next {
                if one.id() > history.record && next_logged.is_none_or(|record| one.id() < record) {
                    misfits.push(Misfit::Record { kind: R::KIND, record: one.id() });
                } else if one.id() == history.record {
                    json.clear();
                    one.write_json(&mut json)?;
                    if !history.fits(&json) {
                        misfits.push(Misfit::Record { kind: R::KIND, record: one.id() });
                    }
                    history.logged = Logged::Absent;
                } else {
                    break;
                }
                next = live.next()?.map(R::from_row).transpose()?;
            }
            if !matches!(history.logged, Logged::Absent) {
                misfits.push(Misfit::Record { kind: R::KIND, record: history.record });
            }
            history.logged = Logged::Absent;
            anyhow::Ok(())
        };
        revisions::each_of_kind(self.session, R::KIND, |revision| {
            if revision.record != history.record {
                end(&mut history, Some(revision.record), misfits)?;
            }
            history.record = revision.record;
            history.take(&revision, is_canonical::<R>, misfits);
            Ok(())
        })?;
        end(&mut history, None, misfits)
    }
}

/// One record through its revisions.
struct History<'c> {
    session: &'c Session,
    kind: &'static str,
    record: i64,
    logged: Logged,
    /// The entry of the last revision that is marked as erased.
    erased: Option<i64>,
}

impl History<'_> {
    fn take(&mut self, revision: &Revision, is_canonical: fn(&str) -> bool, misfits: &mut Vec<Misfit>) {
        let Revision { salt, digest, erased, .. } = *revision;
        let (entry, before) = (revision.entry(), revision.before.as_deref());
        let fits = match (&self.logged, before) {
            (Logged::Absent, None) => true,
            // What was erased is blanked, and its salt gone. The entry that did it logs the blanked record alone; of
            // those before it there is nothing left to compare.
            (Logged::Sealed { .. } | Logged::Erased, Some(before)) if erased => match (salt, digest) {
                (Some(salt), Some(digest)) => digest_of(&salt, before.as_bytes()) == digest,
                _ => is_canonical(before),
            },
            (Logged::Sealed { salt, digest }, Some(before)) => digest_of(salt, before.as_bytes()) == *digest,
            (Logged::Absent | Logged::Erased, Some(_)) | (Logged::Sealed { .. } | Logged::Erased, None) => false,
        };
        if !fits {
            misfits.push(Misfit::Before { kind: self.kind, record: self.record, entry });
        }
        if erased {
            self.erased = Some(entry);
        }
        self.logged = match (salt, digest) {
            (_, None) => Logged::Absent,
            (Some(salt), Some(digest)) => Logged::Sealed { salt, digest },
            (None, Some(_)) => Logged::Erased,
        };
        if matches!(self.logged, Logged::Erased) && !erased {
            misfits.push(Misfit::Before { kind: self.kind, record: self.record, entry });
        }
    }

    fn fits(&self, canonical: &[u8]) -> bool {
        match &self.logged {
            Logged::Sealed { salt, digest } => digest_of(salt, canonical) == *digest,
            Logged::Absent | Logged::Erased => false,
        }
    }

    /// What is marked as erased must have been erased by an entry that says so: the mark itself is in no hash.
    fn end(&mut self, misfits: &mut Vec<Misfit>) -> anyhow::Result<()> {
        if let Some(entry) = self.erased.take()
            && !super::entries::erases(self.session, entry)?
        {
            misfits.push(Misfit::Erased { kind: self.kind, record: self.record, entry });
        }
        Ok(())
    }
}

/// Whether a text is canonical JSON of a record of the table.
fn is_canonical<R: Record>(text: &str) -> bool {
    let written = || -> anyhow::Result<Vec<u8>> {
        let mut json = Vec::with_capacity(text.len());
        R::from_json(&serde_json::from_str(text)?)?.write_json(&mut json)?;
        Ok(json)
    };
    written().is_ok_and(|json| json == text.as_bytes())
}

fn digest_of(salt: &[u8; 16], canonical: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(canonical).finalize().into()
}
