//! Other names of organisations, and the queue of names that lists have and no organisation has. A name on the queue is waiting
//! as long as no organisation or alias fits it.

use rusqlite::{OptionalExtension, named_params};

use super::find::Orgs;
use super::log::Change;
use super::record::Record;
use super::rows::{AliasRow, UnknownOrgRow};
use crate::store::Session;

/// What became of an alias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    Done,
    /// The name means this organisation already.
    Already,
    /// It is a name of other organisations; their full names.
    Taken(Vec<String>),
}

/// Gives an organisation another name.
pub fn add(change: &mut Change<'_>, orgs: &Orgs, alias: &str, org_id: i64) -> anyhow::Result<Added> {
    match orgs.named(alias) {
        [] => {}
        [one] if *one == org_id => return Ok(Added::Already),
        others => return Ok(Added::Taken(others.iter().map(|id| orgs.name(*id).to_owned()).collect())),
    }
    let id = change.next_id::<AliasRow>()?;
    change.insert(AliasRow { id, org_id, alias: alias.to_owned() })?;
    Ok(Added::Done)
}

/// Takes another name from whatever organisations have it; how many had. A short name is none of these.
pub fn remove(change: &mut Change<'_>, alias: &str) -> anyhow::Result<usize> {
    let sql = "SELECT id, org_id, alias FROM org_alias WHERE alias = :alias ORDER BY id";
    let mut statement = change.session().prepare_cached(sql)?;
    let rows = statement.query_map(named_params! {":alias": alias}, AliasRow::from_row)?;
    let rows: Vec<AliasRow> = rows.collect::<Result<_, _>>()?;
    rows.iter().try_for_each(|row| change.remove(row))?;
    Ok(rows.len())
}

/// An alias and the organisation that it means.
#[derive(Debug, Clone)]
pub struct Known {
    pub alias: String,
    pub code: String,
    pub name: String,
}

/// Every alias, by organisation; a short name is one too.
pub fn all(session: &Session) -> anyhow::Result<Vec<Known>> {
    let sql = "
        SELECT other.alias, org.code, org.name
        FROM (
          SELECT org_id, alias FROM org_alias
          UNION
          SELECT id, short_name FROM org WHERE short_name IS NOT NULL AND short_name <> name
        ) AS other
        JOIN org ON org.id = other.org_id
        ORDER BY org.id, other.alias";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok(Known { alias: row.get(0)?, code: row.get(1)?, name: row.get(2)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Remembers a name that a list has in `rows` rows and no organisation has; true where that is news.
pub fn note_unknown(change: &mut Change<'_>, name: &str, list: &str, rows: u32) -> anyhow::Result<bool> {
    let sql = "SELECT id FROM unknown_org WHERE name = :name";
    let known: Option<i64> =
        change.session().prepare_cached(sql)?.query_row(named_params! {":name": name}, |row| row.get(0)).optional()?;
    let Some(id) = known else {
        let id = change.next_id::<UnknownOrgRow>()?;
        change.insert(UnknownOrgRow { id, name: name.to_owned(), list: list.to_owned(), rows })?;
        return Ok(true);
    };
    let select = UnknownOrgRow::SELECT;
    let before =
        change.session().prepare_cached(select)?.query_row(named_params! {":id": id}, UnknownOrgRow::from_row)?;
    let after = UnknownOrgRow { list: list.to_owned(), rows, ..before.clone() };
    let is_news = after.list != before.list || after.rows != before.rows;
    if is_news {
        change.update(&before, &after)?;
    }
    Ok(is_news)
}

/// The names that are waiting, those of most rows first.
pub fn pending(session: &Session, orgs: &Orgs) -> anyhow::Result<Vec<UnknownOrgRow>> {
    let mut statement = session.prepare("SELECT id FROM unknown_org ORDER BY rows DESC, name")?;
    let ids: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut pending = Vec::new();
    for id in ids {
        let row = session
            .prepare_cached(UnknownOrgRow::SELECT)?
            .query_row(named_params! {":id": id}, UnknownOrgRow::from_row)?;
        if orgs.named(&row.name).is_empty() {
            pending.push(row);
        }
    }
    Ok(pending)
}
