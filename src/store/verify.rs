//! Whether the log tells the truth: the chain is computed anew, and every record compared with what the log says of
//! it last. Reads everything; `log --verify` and `check` say what it finds.

use std::collections::HashMap;

use rusqlite::{Connection, named_params};
use sha2::{Digest, Sha256};

use super::log::{Act, hash_entry, hash_revision};
use super::record::Record;
use super::rows::{
    AliasRow, CampaignRow, ClaimRow, HeadMapRow, ImportRow, MemberRow, NeedRow, OrgRow, OutsiderRow, PartyRow,
    PlaceRow, ProgrammeRow, QuotaRow, RegistrationRow, SettingRow, UnknownOrgRow,
};

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// The entry's number is not one more than the number before it: one was taken out or put in.
    Number { entry: i64 },
    /// The entry does not name the hash of the entry before it.
    Chain { entry: i64 },
    /// The entry's fields or revisions are not those that were hashed.
    Entry { entry: i64 },
    /// What a revision says was there before is not what the log had led to.
    Before { kind: String, record: i64, entry: i64 },
    /// A record was changed, added or removed behind the log's back.
    Record { kind: &'static str, record: i64 },
    /// A revision tells of a table that there is none of.
    Kind { kind: String, entry: i64 },
}

/// The digest that the log last gave of each record: `None` where it was removed or cannot be computed anew.
type Last = HashMap<(String, i64), ([u8; 16], [u8; 32])>;

/// Everything that does not fit, in the order of the log; nothing where all is as it was written.
pub fn misfits(conn: &Connection) -> anyhow::Result<Vec<Misfit>> {
    let mut misfits = Vec::new();
    let last = chain(conn, &mut misfits)?;
    records::<SettingRow>(conn, &last, &mut misfits)?;
    records::<PlaceRow>(conn, &last, &mut misfits)?;
    records::<ProgrammeRow>(conn, &last, &mut misfits)?;
    records::<CampaignRow>(conn, &last, &mut misfits)?;
    records::<QuotaRow>(conn, &last, &mut misfits)?;
    records::<OrgRow>(conn, &last, &mut misfits)?;
    records::<AliasRow>(conn, &last, &mut misfits)?;
    records::<UnknownOrgRow>(conn, &last, &mut misfits)?;
    records::<HeadMapRow>(conn, &last, &mut misfits)?;
    records::<MemberRow>(conn, &last, &mut misfits)?;
    records::<OutsiderRow>(conn, &last, &mut misfits)?;
    records::<RegistrationRow>(conn, &last, &mut misfits)?;
    records::<NeedRow>(conn, &last, &mut misfits)?;
    records::<ClaimRow>(conn, &last, &mut misfits)?;
    records::<PartyRow>(conn, &last, &mut misfits)?;
    records::<ImportRow>(conn, &last, &mut misfits)?;
    Ok(misfits)
}

/// The tables that the log tells of.
pub const KINDS: &[&str] = &[
    SettingRow::KIND,
    PlaceRow::KIND,
    ProgrammeRow::KIND,
    CampaignRow::KIND,
    QuotaRow::KIND,
    OrgRow::KIND,
    AliasRow::KIND,
    UnknownOrgRow::KIND,
    HeadMapRow::KIND,
    MemberRow::KIND,
    OutsiderRow::KIND,
    RegistrationRow::KIND,
    NeedRow::KIND,
    ClaimRow::KIND,
    PartyRow::KIND,
    ImportRow::KIND,
];

fn chain(conn: &Connection, misfits: &mut Vec<Misfit>) -> anyhow::Result<Last> {
    let sql = "SELECT id, at, operator, command, source_digest, prev_hash, hash FROM entry ORDER BY id";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    let (mut last, mut before, mut number) = (Last::new(), [0; 32], 0);
    while let Some(row) = rows.next()? {
        let entry: i64 = row.get(0)?;
        let source_digest: Option<[u8; 32]> = row.get(4)?;
        let act = Act { at: row.get(1)?, operator: row.get(2)?, command: row.get(3)?, source_digest };
        let (prev, hash): ([u8; 32], [u8; 32]) = (row.get(5)?, row.get(6)?);
        number += 1;
        if entry != number {
            misfits.push(Misfit::Number { entry });
            number = entry;
        }
        if prev != before {
            misfits.push(Misfit::Chain { entry });
        }
        let revisions = revisions(conn, entry, &mut last, misfits)?;
        if hash_entry(&prev, entry, &act, &revisions) != hash {
            misfits.push(Misfit::Entry { entry });
        }
        before = hash;
    }
    Ok(last)
}

/// The digest of an entry's revisions, each `before` compared with what the log had led to.
fn revisions(conn: &Connection, entry: i64, last: &mut Last, misfits: &mut Vec<Misfit>) -> anyhow::Result<[u8; 32]> {
    let sql = "
        SELECT seq, kind, record_id, before, salt, digest, erased
        FROM revision
        WHERE id BETWEEN :entry << 32 AND (:entry + 1 << 32) - 1
        ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! {":entry": entry})?;
    let mut hasher = Sha256::new();
    while let Some(row) = rows.next()? {
        let (seq, kind, record): (i64, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (before, salt): (Option<String>, Option<[u8; 16]>) = (row.get(3)?, row.get(4)?);
        let (digest, erased): (Option<[u8; 32]>, bool) = (row.get(5)?, row.get(6)?);
        hash_revision(&mut hasher, seq, &kind, record, digest.as_ref());
        if !KINDS.contains(&kind.as_str()) {
            misfits.push(Misfit::Kind { kind: kind.clone(), entry });
        }
        let fits = match (last.remove(&(kind.clone(), record)), &before) {
            (None, None) => true,
            (Some((salt, digest)), Some(before)) => digest_of(&salt, before.as_bytes()) == digest,
            (Some(_), None) | (None, Some(_)) => false,
        };
        // What was erased is blanked, and its salt gone: there is nothing left to compare.
        if !fits && !erased {
            misfits.push(Misfit::Before { kind: kind.clone(), record, entry });
        }
        if let (Some(salt), Some(digest)) = (salt, digest) {
            last.insert((kind, record), (salt, digest));
        }
    }
    Ok(hasher.finalize().into())
}

/// Every live record of a table against its last digest, and every record that should be there.
fn records<R: Record>(conn: &Connection, last: &Last, misfits: &mut Vec<Misfit>) -> anyhow::Result<()> {
    let mut missing: Vec<i64> = last.keys().filter(|(kind, _)| kind == R::KIND).map(|(_, record)| *record).collect();
    missing.sort_unstable();
    let mut statement = conn.prepare(R::ALL)?;
    let mut rows = statement.query([])?;
    let mut json = Vec::new();
    while let Some(row) = rows.next()? {
        let record = R::from_row(row)?;
        json.clear();
        R::canonical(record.id(), &record.values()?, &mut json);
        let told = last.get(&(R::KIND.to_owned(), record.id()));
        if told.is_none_or(|(salt, digest)| digest_of(salt, &json) != *digest) {
            misfits.push(Misfit::Record { kind: R::KIND, record: record.id() });
        }
        if let Ok(at) = missing.binary_search(&record.id()) {
            missing.remove(at);
        }
    }
    misfits.extend(missing.into_iter().map(|record| Misfit::Record { kind: R::KIND, record }));
    Ok(())
}

fn digest_of(salt: &[u8; 16], canonical: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(canonical).finalize().into()
}
