//! Whom the file knows by name: members, wishers, contacts; and who lives in one household. For looking texts through.

use std::collections::HashMap;

use rusqlite::ToSql;

use super::rows::NeedRow;
use crate::model::phone::Phone;
use crate::store::Session;

/// How the cells of one column are read.
struct Cells {
    all: &'static str,
    /// Those of records that entries after `?1` changed, or added by themselves.
    changed: &'static str,
    /// Those of records that entries after `?1` added in runs.
    added: &'static str,
}

/// The cells of a column of a table. Not by the indexes over kinds, which have every revision of the file; and without `OR`,
/// so that nothing of a table is read where no record of it was changed.
macro_rules! cells {
    ($table:literal, $column:literal) => {
        Cells {
            all: concat!("SELECT ", $column, " FROM ", $table, " WHERE ", $column, " IS NOT NULL"),
            changed: concat!(
                "SELECT ",
                $column,
                " FROM ",
                $table,
                " WHERE ",
                $column,
                " IS NOT NULL AND id IN (
                   SELECT record_id FROM revision NOT INDEXED WHERE id >= (?1 + 1) << 32 AND kind = '",
                $table,
                "')"
            ),
            added: concat!(
                "SELECT ",
                $column,
                " FROM revision_run AS run NOT INDEXED
                 CROSS JOIN ",
                $table,
                " AS record
                   ON record.id >= run.record_id AND record.id < run.record_id + run.records
                 WHERE run.id >= (?1 + 1) << 32 AND run.kind = '",
                $table,
                "' AND ",
                $column,
                " IS NOT NULL"
            ),
        }
    };
}

const NAMES: [Cells; 5] = [
    cells!("member", "name"),
    cells!("need", "wisher"),
    cells!("need", "collector"),
    cells!("outsider", "name"),
    cells!("org", "contact"),
];

const EXTRAS: [Cells; 4] =
    [cells!("member", "extra"), cells!("need", "extra"), cells!("org", "extra"), cells!("claim", "extra")];

/// Gives every cell with names to `take`: members, wishers and who wrote their wishes down, outsiders, the contacts of
/// organisations; of records that were added or changed by later entries than `since` only, if it is given.
pub fn each_name(session: &Session, since: Option<i64>, mut take: impl FnMut(&str)) -> anyhow::Result<()> {
    each_cell(session, &NAMES, since, |name| {
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
    each_cell(session, &EXTRAS, since, take)
}

fn each_cell(
    session: &Session,
    columns: &[Cells],
    since: Option<i64>,
    mut take: impl FnMut(&str) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut each = |sql: &str, params: &[&dyn ToSql]| -> anyhow::Result<()> {
        let mut statement = session.prepare(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            take(row.get_ref(0)?.as_str()?)?;
        }
        Ok(())
    };
    for Cells { all, changed, added } in columns {
        match &since {
            None => each(all, &[])?,
            Some(since) => {
                each(changed, &[since])?;
                each(added, &[since])?;
            }
        }
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
