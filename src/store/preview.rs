//! What an entry has done, record by record: of one that is still in the making, read from its own revisions, exactly
//! what committing it would do.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension, named_params};
use serde_json::{Map, Value};

use super::erase::Live;
use super::record::Record;
use super::revisions;
use super::rows::for_kind;
use super::rows::{FormerPartyRow, MemberRow, OrgRow, PartyRow, RegistrationRow};
use crate::model::fields::{FieldDef, Stored, Table};
use crate::model::words::NeedKind;
use crate::store::Session;

/// A record that an entry has added, changed or removed.
#[derive(Debug, Clone)]
pub struct Touched {
    /// The table.
    pub kind: String,
    /// A need's own kind.
    pub need_kind: Option<NeedKind>,
    /// Its code, else its name, else its id.
    pub code: String,
    pub what: What,
    /// Of a changed one: what has changed, by the order of the columns' names.
    pub fields: Vec<Difference>,
    /// Of a claimant of a claim.
    pub party: Option<Box<PartyStates>>,
}

/// A claimant's part in a claim before and after; `None` where there was or is none.
#[derive(Debug, Clone)]
pub struct PartyStates {
    pub before: Option<PartyRow>,
    pub after: Option<PartyRow>,
}

/// A field before and after; `None` where it was or is blank.
#[derive(Debug, Clone)]
pub struct Difference {
    pub field: &'static FieldDef,
    pub was: Option<Stored>,
    pub now: Option<Stored>,
}

/// What an entry did to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    New,
    Updated,
    Removed,
}

type Columns = Map<String, Value>;
type Key = (String, i64);

/// The records that an entry's revisions name, in their order; registrations count to whom they belong.
pub fn touched(session: &Session, entry: i64) -> anyhow::Result<Vec<Touched>> {
    let (mut touched, mut at): (Vec<Touched>, BTreeMap<Key, usize>) = (Vec::new(), BTreeMap::new());
    let mut begun: BTreeSet<Key> = BTreeSet::new();
    revisions::each_of_entry(session, entry, |revision| {
        let key: Key = (revision.kind, revision.record);
        // Of a record that is changed twice the first revision has what it was.
        if !begun.insert(key.clone()) {
            return Ok(());
        }
        let before: Option<Columns> = revision.before.as_deref().map(serde_json::from_str).transpose()?;
        let after = left_by(session, entry, &key)?;
        let owner = after.as_ref().or(before.as_ref()).and_then(|columns| owner_of(&key.0, columns));
        let what = match (&before, &after) {
            (None, None) => return Ok(()),
            _ if owner.is_some() => What::Updated,
            (None, Some(_)) => What::New,
            (Some(_), Some(_)) => What::Updated,
            (Some(_), None) => What::Removed,
        };
        let key_kind = key.0.clone();
        let whose = owner.clone().unwrap_or(key);
        let place = match at.get(&whose) {
            Some(place) => *place,
            None => {
                let owned = owner.is_some().then(|| left_by(session, entry, &whose)).transpose()?.flatten();
                let columns = owned.as_ref().or(after.as_ref()).or(before.as_ref());
                let named = name_of_party(session, &whose.0, columns)?;
                let code = named.unwrap_or_else(|| code_in(columns, whose.1));
                let need_kind = need_kind_in(columns);
                let party = party_in(&whose.0, before.as_ref(), after.as_ref())?;
                touched.push(Touched { kind: whose.0.clone(), need_kind, code, what, fields: Vec::new(), party });
                at.insert(whose, touched.len() - 1);
                touched.len() - 1
            }
        };
        if touched[place].what == What::Updated {
            touched[place].fields.extend(differences(&key_kind, before.unwrap_or_default(), after.unwrap_or_default()));
        }
        Ok(())
    })?;
    Ok(touched)
}

/// A record as an entry has left it: as the next entry that changed it found it, else as it is now.
fn left_by(session: &Session, entry: i64, (kind, id): &Key) -> anyhow::Result<Option<Columns>> {
    let sql = "
        SELECT before
        FROM revision
        WHERE kind = :kind AND record_id = :record AND id >= (:entry + 1) << 32
        ORDER BY id
        LIMIT 1";
    let params = named_params! {":kind": kind, ":record": id, ":entry": entry};
    let later: Option<Option<String>> = session.prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()?;
    match later {
        Some(found) => Ok(found.as_deref().map(serde_json::from_str).transpose()?),
        None => for_kind(kind, Live { session, id: *id }),
    }
}

/// Whose registration it is.
fn owner_of(kind: &str, columns: &Columns) -> Option<Key> {
    if kind != RegistrationRow::KIND {
        return None;
    }
    let whose = |column: &str, kind: &str| Some((kind.to_owned(), columns.get(column)?.as_i64()?));
    whose("member_id", MemberRow::KIND).or_else(|| whose("org_id", OrgRow::KIND))
}

/// A claimant of a claim before and after, where the record is one.
fn party_in(kind: &str, before: Option<&Columns>, after: Option<&Columns>) -> anyhow::Result<Option<Box<PartyStates>>> {
    if kind != PartyRow::KIND {
        return Ok(None);
    }
    let row = |columns: Option<&Columns>| columns.map(PartyRow::from_json).transpose();
    Ok(Some(Box::new(PartyStates { before: row(before)?, after: row(after)? })))
}

/// A former claimant of a claim, by the claim's code and the claimant's name: such a record has neither.
fn name_of_party(session: &Session, kind: &str, columns: Option<&Columns>) -> anyhow::Result<Option<String>> {
    if kind != FormerPartyRow::KIND {
        return Ok(None);
    }
    let id = |column: &str| columns.and_then(|columns| columns.get(column)).and_then(Value::as_i64);
    let Some(claim) = id("claim_id") else { return Ok(None) };
    let sql = "
        SELECT concat_ws(' ',
          (SELECT code FROM claim WHERE id = :claim),
          coalesce(
            (SELECT name FROM member WHERE id = :member),
            (SELECT name FROM org WHERE id = :org),
            (SELECT name FROM outsider WHERE id = :outsider)))";
    let params = named_params! {
        ":claim": claim, ":member": id("member_id"), ":org": id("org_id"), ":outsider": id("outsider_id"),
    };
    let name: String = session.prepare_cached(sql)?.query_row(params, |row| row.get(0))?;
    Ok((!name.is_empty()).then_some(name))
}

fn need_kind_in(columns: Option<&Columns>) -> Option<NeedKind> {
    columns?.get("kind")?.as_str()?.parse().ok()
}

fn code_in(columns: Option<&Columns>, id: i64) -> String {
    let column = |name: &str| columns.and_then(|columns| columns.get(name)).and_then(Value::as_str);
    let code = column("code").or_else(|| column("name")).or_else(|| column("alias"));
    code.map_or_else(|| id.to_string(), str::to_owned)
}

fn differences(kind: &str, mut before: Columns, after: Columns) -> Vec<Difference> {
    let mut differences = Vec::new();
    for (column, now) in after {
        let was = before.remove(&column);
        if was.as_ref() != Some(&now) {
            differences.push((column, was, Some(now)));
        }
    }
    differences.extend(before.into_iter().map(|(column, was)| (column, Some(was), None)));
    let field = |column: String, was: Option<Value>, now: Option<Value>| {
        let field = Table::named(kind)?.of_column(&column)?;
        field.preview.then(|| Difference {
            field,
            was: was.as_ref().and_then(value),
            now: now.as_ref().and_then(value),
        })
    };
    differences.into_iter().filter_map(|(column, was, now)| field(column, was, now)).collect()
}

/// A value of canonical JSON as a record stores it; digests are hexadecimal text there, which nobody reads.
fn value(json: &Value) -> Option<Stored> {
    json.as_i64().map(Stored::Int).or_else(|| json.as_str().map(|text| Stored::Text(text.to_owned())))
}
