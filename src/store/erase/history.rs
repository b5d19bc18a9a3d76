//! What is left of erased histories: their own digests went with their salts, so each erasing seals all that is left of
//! them, now and from before, with one digest. It is kept as a setting of its own, and thereby in the chain.

use rusqlite::named_params;
use sha2::{Digest, Sha256};

use super::super::log::Change;
use super::super::{entries, setting};
use crate::model::text::hex;
use crate::store::Session;

/// Seals what is left of every erased history, in a change that has erased all it will.
pub(super) fn seal(change: &mut Change<'_>) -> anyhow::Result<()> {
    let entry = change.entry();
    let digest = digest(change.session(), entry)?;
    setting::note_erased_history(change, &digest)
}

/// Whether what is left of erased histories is what the last erasing left. Files in which people were erased before there
/// were such seals have none until the next erasing.
pub(in crate::store) fn is_as_sealed(session: &Session) -> anyhow::Result<bool> {
    let Some(entry) = entries::newest_erasing(session)? else { return Ok(true) };
    let Some(wanted) = setting::erased_history(session, entry)? else { return Ok(true) };
    let sql = "
        SELECT EXISTS (
          SELECT 1 FROM revision WHERE id >= :entry << 32 AND erased = 1 AND salt IS NULL AND digest IS NOT NULL
        )";
    let is_erased_since: bool = session.query_row(sql, named_params! {":entry": entry}, |row| row.get(0))?;
    Ok(!is_erased_since && digest(session, entry)? == wanted)
}

/// Over the revisions before an entry that have lost their salts; each word with its length.
fn digest(session: &Session, entry: i64) -> anyhow::Result<String> {
    let sql = "
        SELECT id, kind, record_id, before
        FROM revision
        WHERE id < :entry << 32 AND erased = 1 AND salt IS NULL
        ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":entry": entry})?;
    let mut hasher = Sha256::new();
    while let Some(row) = rows.next()? {
        hasher.update(row.get::<_, i64>(0)?.to_be_bytes());
        hasher.update(row.get::<_, i64>(2)?.to_be_bytes());
        let before = row.get_ref(3)?.as_str_or_null()?;
        hasher.update([u8::from(before.is_some())]);
        for word in [row.get_ref(1)?.as_str()?, before.unwrap_or_default()] {
            hasher.update((word.len() as u64).to_be_bytes());
            hasher.update(word);
        }
    }
    Ok(hex(&<[u8; 32]>::from(hasher.finalize())))
}
