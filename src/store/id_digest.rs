//! Keyed digests of identity numbers, which stand for the numbers: those of two offices are equal only where both have one
//! city's join key (docs/design.md, section 3).

use sha2::{Digest, Sha256};

use crate::model::id_number::IdNumber;
use crate::store::Session;

use super::find::member_by_id;
use super::rows::MemberRow;
use super::setting::{self, Setting};

/// Makes digests with the office file's key.
#[derive(Debug, Clone)]
pub struct IdDigests {
    /// With the key in them.
    inner: Sha256,
    outer: Sha256,
}

impl IdDigests {
    pub fn load(session: &Session) -> anyhow::Result<IdDigests> {
        let key = setting::read(session, Setting::DigestKey)?.unwrap_or_default();
        let with = |pad: u8| Sha256::new().chain_update(&key).chain_update([pad]);
        Ok(IdDigests { inner: with(0x36), outer: with(0x5c) })
    }

    pub fn of(&self, id: &IdNumber) -> Vec<u8> {
        self.of_text(id.as_str())
    }

    pub fn of_text(&self, number: &str) -> Vec<u8> {
        let inner = self.inner.clone().chain_update(number).finalize();
        self.outer.clone().chain_update(inner).finalize().to_vec()
    }

    /// The digests that the number's person may have: a record of before 15 digits became 18 has that of the 15.
    pub fn both(&self, id: &IdNumber) -> Vec<Vec<u8>> {
        let old = id.old_form().map(|old| self.of_text(&old));
        std::iter::once(self.of(id)).chain(old).collect()
    }
}

/// The members whose number this is.
pub fn members(session: &Session, id: &IdNumber) -> anyhow::Result<Vec<MemberRow>> {
    let sql = "SELECT id FROM member WHERE id_digest = :digest ORDER BY id";
    let mut statement = session.prepare_cached(sql)?;
    let mut found = Vec::new();
    for digest in IdDigests::load(session)?.both(id) {
        let ids = statement.query_map(rusqlite::named_params! {":digest": digest}, |row| row.get(0))?;
        for id in ids.collect::<Result<Vec<i64>, _>>()? {
            found.push(member_by_id(session, id)?);
        }
    }
    Ok(found)
}
