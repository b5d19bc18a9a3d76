//! Whom the file knows by name: members, wishers, contacts; and who lives in one household. For looking texts through.

use std::collections::HashMap;

use rusqlite::named_params;

use super::rows::NeedRow;
use crate::model::phone::Phone;
use crate::store::Session;

/// Gives every name of the file to `take`: members, wishers, outsiders, the contacts of organisations.
pub fn each_name(session: &Session, mut take: impl FnMut(&str)) -> anyhow::Result<()> {
    let sql = "
        SELECT name FROM member
        UNION ALL
        SELECT wisher FROM need WHERE wisher IS NOT NULL
        UNION ALL
        SELECT name FROM outsider
        UNION ALL
        SELECT contact FROM org WHERE contact IS NOT NULL";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(row.get_ref(0)?.as_str()?);
    }
    Ok(())
}

/// As `each_name`, of those only that were added or changed by later entries than `entry`.
pub fn each_name_since(session: &Session, entry: i64, mut take: impl FnMut(&str)) -> anyhow::Result<()> {
    let sql = "
        WITH later AS (SELECT kind, record_id FROM revision WHERE id >= (:entry + 1) << 32)
        SELECT name FROM member WHERE id IN (SELECT record_id FROM later WHERE kind = 'member')
        UNION ALL
        SELECT wisher FROM need
        WHERE wisher IS NOT NULL AND id IN (SELECT record_id FROM later WHERE kind = 'need')
        UNION ALL
        SELECT name FROM outsider WHERE id IN (SELECT record_id FROM later WHERE kind = 'outsider')
        UNION ALL
        SELECT contact FROM org
        WHERE contact IS NOT NULL AND id IN (SELECT record_id FROM later WHERE kind = 'org')";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":entry": entry})?;
    while let Some(row) = rows.next()? {
        take(row.get_ref(0)?.as_str()?);
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
