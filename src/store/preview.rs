//! What a change that is still in the making has done, record by record: read from its own revisions, so that it is
//! exactly what committing it would do.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, named_params};
use serde_json::{Map, Value};

use super::record::Record;
use super::rows::{ClaimRow, MemberRow, NeedRow, OrgRow, RegistrationRow};

/// A record that a change has added or changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Touched {
    pub code: String,
    pub is_new: bool,
    /// Of a changed one: column, before and after; none where the column was or is blank.
    pub fields: Vec<(String, Option<Value>, Option<Value>)>,
}

type Key = (&'static str, i64);

/// The records that an entry's revisions tell of, in their order; registrations count to whom they belong.
pub fn touched(conn: &Connection, entry: i64) -> anyhow::Result<Vec<Touched>> {
    let sql = "
        SELECT kind, record_id, before
        FROM revision
        WHERE id BETWEEN :entry << 32 AND (:entry + 1 << 32) - 1
          AND kind IN ('need', 'member', 'org', 'claim', 'registration')
        ORDER BY id";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query(named_params! {":entry": entry})?;
    let (mut touched, mut at): (Vec<Touched>, BTreeMap<Key, usize>) = (Vec::new(), BTreeMap::new());
    let mut begun: BTreeMap<Key, bool> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (kind, id): (String, i64) = (row.get(0)?, row.get(1)?);
        let before: Option<String> = row.get(2)?;
        let before: Option<Map<String, Value>> = before.as_deref().map(serde_json::from_str).transpose()?;
        let Some(live) = live(conn, &kind, id)? else { continue };
        // Of a record that is changed twice the first revision has what it was.
        if begun.insert((live.kind, id), true).is_some() {
            continue;
        }
        let key = live.owner.unwrap_or((live.kind, id));
        let is_new = before.is_none() && live.owner.is_none();
        let place = match at.get(&key) {
            Some(place) => *place,
            None => {
                let code = if live.owner.is_some() { code_of(conn, key)? } else { code_in(&live.columns) };
                touched.push(Touched { code, is_new, fields: Vec::new() });
                at.insert(key, touched.len() - 1);
                touched.len() - 1
            }
        };
        if !touched[place].is_new {
            touched[place].fields.extend(differences(before.unwrap_or_default(), live.columns));
        }
    }
    Ok(touched)
}

/// A record as it is now.
struct Live {
    kind: &'static str,
    columns: Map<String, Value>,
    /// Whose registration it is.
    owner: Option<Key>,
}

fn live(conn: &Connection, kind: &str, id: i64) -> anyhow::Result<Option<Live>> {
    fn of<R: Record>(conn: &Connection, id: i64) -> anyhow::Result<Option<Live>> {
        let record = conn.prepare_cached(R::SELECT)?.query_row(named_params! {":id": id}, R::from_row).optional()?;
        let Some(record) = record else { return Ok(None) };
        let mut json = Vec::new();
        R::canonical(record.id(), &record.values()?, &mut json);
        Ok(Some(Live { kind: R::KIND, columns: serde_json::from_slice(&json)?, owner: None }))
    }
    match kind {
        "need" => of::<NeedRow>(conn, id),
        "member" => of::<MemberRow>(conn, id),
        "org" => of::<OrgRow>(conn, id),
        "claim" => of::<ClaimRow>(conn, id),
        "registration" => {
            let live = of::<RegistrationRow>(conn, id)?;
            Ok(live.map(|live| {
                let whose = |column: &str| live.columns.get(column).and_then(Value::as_i64);
                let member = whose("member_id").map(|id| (MemberRow::KIND, id));
                let owner = member.or_else(|| whose("org_id").map(|id| (OrgRow::KIND, id)));
                Live { owner, ..live }
            }))
        }
        _ => Ok(None),
    }
}

fn code_of(conn: &Connection, (kind, id): Key) -> anyhow::Result<String> {
    Ok(live(conn, kind, id)?.map(|live| code_in(&live.columns)).unwrap_or_default())
}

fn code_in(columns: &Map<String, Value>) -> String {
    columns.get("code").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Columns that say what others say, or nothing to a reader.
const UNTOLD: [&str; 6] = ["id", "identity", "member_id", "id_digest", "consent_basis", "campaign_id"];

fn differences(
    mut before: Map<String, Value>,
    after: Map<String, Value>,
) -> Vec<(String, Option<Value>, Option<Value>)> {
    let mut differences = Vec::new();
    for (column, now) in after {
        let was = before.remove(&column);
        if was.as_ref() != Some(&now) {
            differences.push((column, was, Some(now)));
        }
    }
    differences.extend(before.into_iter().map(|(column, was)| (column, Some(was), None)));
    differences.retain(|(column, _, _)| !UNTOLD.contains(&column.as_str()));
    differences
}
