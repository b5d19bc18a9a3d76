//! The people behind a quota's figures: every claimant of a kind, streamed in the order of their ids.

use std::collections::HashMap;

use crate::model::phone::Phone;
use crate::model::words::Claimant;
use crate::store::Session;

/// A claimant as lists of a report name it; an outsider has no code.
#[derive(Debug, Clone)]
pub struct Named {
    pub id: i64,
    pub code: String,
    pub name: String,
    /// A member's organisation; of an organisation, itself.
    pub org: Option<i64>,
    pub phone: Option<Phone>,
}

/// Calls `each` with every claimant.
pub fn each(session: &Session, claimant: Claimant, mut each: impl FnMut(Named)) -> anyhow::Result<()> {
    let sql = match claimant {
        Claimant::Member => "SELECT id, code, name, org_id, phone FROM member ORDER BY id",
        Claimant::Org => "SELECT id, code, name, id, phone FROM org ORDER BY id",
        Claimant::Outsider => "SELECT id, '', name, NULL, phone FROM outsider ORDER BY id",
    };
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(Named { id: row.get(0)?, code: row.get(1)?, name: row.get(2)?, org: row.get(3)?, phone: row.get(4)? });
    }
    Ok(())
}

/// The code and the name of every organisation.
pub fn orgs(session: &Session) -> anyhow::Result<HashMap<i64, (String, String)>> {
    let mut statement = session.prepare("SELECT id, code, name FROM org")?;
    let orgs = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(orgs.collect::<Result<_, _>>()?)
}

/// The names of all programmes.
pub fn programmes(session: &Session) -> anyhow::Result<HashMap<i64, String>> {
    let mut statement = session.prepare("SELECT id, name FROM programme")?;
    let programmes = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(programmes.collect::<Result<_, _>>()?)
}

/// The programme of every need that has one.
pub fn programme_of_needs(session: &Session) -> anyhow::Result<HashMap<i64, i64>> {
    let mut statement = session.prepare("SELECT id, programme_id FROM need WHERE programme_id IS NOT NULL")?;
    let needs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(needs.collect::<Result<_, _>>()?)
}

/// Calls `each` with every claimant and its class.
pub fn each_class(session: &Session, claimant: Claimant, mut each: impl FnMut(i64, &str)) -> anyhow::Result<()> {
    let sql = match claimant {
        Claimant::Member => "SELECT id, class FROM member ORDER BY class, id",
        Claimant::Org => "SELECT id, class FROM org ORDER BY id",
        Claimant::Outsider => "SELECT id, class FROM outsider ORDER BY id",
    };
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get_ref(1)?.as_str()?);
    }
    Ok(())
}
