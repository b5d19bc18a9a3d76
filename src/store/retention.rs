//! Whose time has come: settled needs, members who left and outsiders whose claims have ended, so many months ago, that
//! still show who somebody is.

use rusqlite::named_params;

use super::erase::HasPersonal;
use super::record::Record;
use super::record_kind;
use super::rows::for_kind;
use super::rows::{MemberRow, NeedRow, OutsiderRow};
use crate::model::day::Day;
use crate::store::Session;

/// A record whose private columns are no longer needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Its table.
    pub kind: &'static str,
    /// What it is called in JSON.
    pub word: &'static str,
    pub id: i64,
    /// Its code; an outsider has none.
    pub code: Option<String>,
    /// The day on which it was last changed, or left.
    pub since: String,
}

/// Everything that ended before `day`, oldest first.
pub fn due(session: &Session, day: Day) -> anyhow::Result<Vec<Due>> {
    let mut due = Vec::new();
    for (kind, sql) in [
        (NeedRow::KIND, include_str!("schema/due_needs.sql")),
        (MemberRow::KIND, include_str!("schema/due_members.sql")),
        (OutsiderRow::KIND, include_str!("schema/due_outsiders.sql")),
    ] {
        let mut statement = session.prepare(sql)?;
        let mut rows = statement.query(named_params! {":day": day})?;
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            if for_kind(kind, HasPersonal { session, id })? {
                let word = record_kind::word_of(session, kind, id)?;
                due.push(Due { kind, word, id, code: row.get(1)?, since: row.get(2)? });
            }
        }
    }
    due.sort_by(|one, other| one.since.cmp(&other.since).then(one.id.cmp(&other.id)));
    Ok(due)
}
