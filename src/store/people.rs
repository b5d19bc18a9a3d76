//! Whom the file knows by name: members, wishers, contacts; and who lives in one household. For looking texts through.

use std::collections::HashMap;

use rusqlite::Params;

use super::rows::NeedRow;
use crate::model::phone::Phone;
use crate::store::Session;

/// Gives every cell with names to `take`: members, wishers and who wrote their wishes down, outsiders, the contacts of
/// organisations; of records that were added or changed by later entries than `since` only, if it is given.
pub fn each_name(session: &Session, since: Option<i64>, mut take: impl FnMut(&str)) -> anyhow::Result<()> {
    let cells =
        [("member", "name"), ("need", "wisher"), ("need", "collector"), ("outsider", "name"), ("org", "contact")];
    each_cell(session, &cells, since, |name| {
        take(name);
        Ok(())
    })
}

/// As `each_name`, the cells of unknown columns of every record.
pub fn each_extra(
    session: &Session,
    since: Option<i64>,
    take: impl FnMut(&str) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    each_cell(session, &["member", "need", "org", "claim"].map(|table| (table, "extra")), since, take)
}

/// Gives what is filled in of these columns to `take`, each a table with one of its columns.
fn each_cell(
    session: &Session,
    cells: &[(&str, &str)],
    since: Option<i64>,
    mut take: impl FnMut(&str) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    for (table, column) in cells {
        let all = format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL");
        let Some(since) = since else {
            each_text(session, &all, [], &mut take)?;
            continue;
        };
        // What was changed or added by itself, then what a list added in runs. Not by the indexes over kinds, which have
        // every revision of the file; and without `OR`, so that nothing is read where nothing was changed.
        let changed = format!(
            "{all} AND id IN (
               SELECT record_id FROM revision NOT INDEXED WHERE id >= (?1 + 1) << 32 AND kind = '{table}')"
        );
        let added = format!(
            "SELECT {column}
             FROM revision_run AS run NOT INDEXED
             CROSS JOIN {table} ON {table}.id >= run.record_id AND {table}.id < run.record_id + run.records
             WHERE run.id >= (?1 + 1) << 32 AND run.kind = '{table}' AND {column} IS NOT NULL"
        );
        each_text(session, &changed, [since], &mut take)?;
        each_text(session, &added, [since], &mut take)?;
    }
    Ok(())
}

fn each_text(
    session: &Session,
    sql: &str,
    params: impl Params,
    take: &mut impl FnMut(&str) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        take(row.get_ref(0)?.as_str()?)?;
    }
    Ok(())
}

/// By what a household is found: its number or address within a place, or a phone.
type Key = (i64, String);

/// The wishers of each household that has several.
#[derive(Debug, Clone, Default)]
pub struct Households {
    by_number: HashMap<Key, Vec<String>>,
    by_address: HashMap<Key, Vec<String>>,
    by_phone: HashMap<Key, Vec<String>>,
}

/// Reads the households that have wishers of several names.
pub fn households(session: &Session) -> anyhow::Result<Households> {
    let by_number = "
        SELECT place_id, household, group_concat(wisher, char(10))
        FROM need
        WHERE household IS NOT NULL AND wisher IS NOT NULL
        GROUP BY place_id, household
        HAVING min(wisher) <> max(wisher)";
    let by_address = "
        SELECT place_id, address, group_concat(wisher, char(10))
        FROM need
        WHERE address IS NOT NULL AND wisher IS NOT NULL
        GROUP BY place_id, address
        HAVING min(wisher) <> max(wisher)";
    let by_phone = "
        SELECT 0, phone, group_concat(wisher, char(10))
        FROM need
        WHERE phone IS NOT NULL AND wisher IS NOT NULL
        GROUP BY phone
        HAVING min(wisher) <> max(wisher)";
    Ok(Households {
        by_number: groups(session, by_number)?,
        by_address: groups(session, by_address)?,
        by_phone: groups(session, by_phone)?,
    })
}

fn groups(session: &Session, sql: &str) -> anyhow::Result<HashMap<Key, Vec<String>>> {
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map([], |row| {
        let names: String = row.get(2)?;
        Ok(((row.get(0)?, row.get(1)?), names.lines().map(str::to_owned).collect()))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

impl Households {
    /// The names of all wishers of the need's household; none where it has only one.
    pub fn of<'a>(&'a self, need: &NeedRow) -> impl Iterator<Item = &'a String> {
        let find = |groups: &'a HashMap<Key, Vec<String>>, place: i64, word: Option<&str>| {
            word.and_then(|word| groups.get(&(place, word.to_owned()))).into_iter().flatten()
        };
        find(&self.by_number, need.place_id, need.household.as_deref())
            .chain(find(&self.by_address, need.place_id, need.address.as_deref()))
            .chain(find(&self.by_phone, 0, need.phone.as_ref().map(Phone::as_str)))
    }
}
