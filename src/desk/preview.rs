//! What a dry run shows: every record that would be new, changed (old → new) or is missing, and every faulty row.

use rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;

use super::lists::Report;
use crate::intake::private;
use crate::lang::{self, cmd as text, collect};
use crate::model::field::Field;
use crate::model::money::Money;
use crate::output::{Cell, Sheet};
use crate::privacy;
use crate::store::collect::extra_pairs;
use crate::store::find::Orgs;
use crate::store::place::Places;
use crate::store::preview::Touched;
use crate::store::vanished::Vanished;
use crate::store::{export, preview};

/// New records that a table names one by one; JSON has them all.
const NEW_TOLD: usize = 20;

/// A record that would be new or changed.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeJson {
    pub code: String,
    /// `new` or `updated`.
    pub what: &'static str,
    pub fields: Vec<FieldJson>,
}

/// A field before and after; private values are masked.
#[derive(Debug, Clone, Serialize)]
pub struct FieldJson {
    pub field: String,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// A stored record that a whole list lacks.
#[derive(Debug, Clone, Serialize)]
pub struct VanishedJson {
    pub code: String,
    pub state: Option<String>,
    pub claimed: bool,
}

impl From<Vanished> for VanishedJson {
    fn from(one: Vanished) -> VanishedJson {
        VanishedJson { code: one.code, state: one.state, claimed: one.claimed }
    }
}

/// What an entry that is still in the making has done.
pub fn changes(conn: &Connection, entry: i64) -> anyhow::Result<Vec<ChangeJson>> {
    let told = Told { conn, places: Places::load(conn)?, orgs: Orgs::load(conn)? };
    preview::touched(conn, entry)?.into_iter().map(|touched| told.change(touched)).collect()
}

/// What a dry run would change, as a table.
pub fn sheet(report: &Report) -> Sheet {
    let mut sheet = Sheet::new(text::preview_heads());
    let mut row = |what: String, code: &str, field: String, old: Option<String>, new: Option<String>| {
        sheet.rows.push(vec![
            Cell::text_of(what),
            Cell::text_of(code),
            Cell::text_of(field),
            Cell::from(old),
            Cell::from(new),
        ]);
    };
    for one in &report.vanished {
        let claimed = one.claimed.then(collect::has_claims);
        row(collect::would_be("vanished"), &one.code, String::new(), claimed, None);
    }
    for change in report.changes.iter().filter(|change| change.what == "updated") {
        for FieldJson { field, old, new } in &change.fields {
            row(collect::would_be("updated"), &change.code, field_name(field), old.clone(), new.clone());
        }
    }
    for file in &report.files {
        for fault in &file.faults {
            let place = format!("{} {}", file.label(), super::told::place_of(fault));
            row(collect::would_be("faulty"), &place, String::new(), None, Some(fault.message.clone()));
        }
    }
    let new: Vec<&ChangeJson> = report.changes.iter().filter(|change| change.what == "new").collect();
    for change in new.iter().take(NEW_TOLD) {
        row(collect::would_be("new"), &change.code, String::new(), None, None);
    }
    if new.len() > NEW_TOLD {
        sheet.foot.push(collect::more_new(new.len() - NEW_TOLD));
    }
    sheet
}

fn field_name(code: &str) -> String {
    let known = Field::ALL.iter().find(|field| field.code() == code);
    known.map_or_else(|| code.to_owned(), |field| lang::faults::field_name(*field))
}

/// Whoever tells columns needs to know what their ids stand for.
struct Told<'c> {
    conn: &'c Connection,
    places: Places,
    orgs: Orgs,
}

impl Told<'_> {
    fn change(&self, touched: Touched) -> anyhow::Result<ChangeJson> {
        let Touched { code, is_new, fields } = touched;
        let what = if is_new { "new" } else { "updated" };
        let mut told = Vec::with_capacity(fields.len());
        for (column, old, new) in fields {
            if column == "extra" {
                extra(&mut told, old, new)?;
                continue;
            }
            let (old, new) = (self.value(&column, old)?, self.value(&column, new)?);
            told.push(FieldJson { field: field_of(&column).to_owned(), old, new });
        }
        Ok(ChangeJson { code, what, fields: told })
    }

    fn value(&self, column: &str, value: Option<Value>) -> anyhow::Result<Option<String>> {
        let Some(value) = value else { return Ok(None) };
        let id = value.as_i64();
        Ok(Some(match (column, id) {
            ("place_id", Some(id)) => self.places.path(id),
            ("org_id" | "parent_id", Some(id)) => self.orgs.name(id).to_owned(),
            ("programme_id", id) => export::programme_name(self.conn, id)?.unwrap_or_default(),
            ("budget_fen", Some(fen)) => Money::from_fen(fen).map(|money| money.to_string()).unwrap_or_default(),
            ("phone" | "contact", _) => private(plain(&value).as_str()),
            ("address", _) => privacy::mask_address(&plain(&value)),
            (_, _) => privacy::mask_text(&plain(&value)),
        }))
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The field that a column keeps.
fn field_of(column: &str) -> &str {
    match column {
        "place_id" => "place",
        "org_id" => "org",
        "parent_id" => "parent",
        "programme_id" => "programme",
        "budget_fen" => "budget",
        "from_day" => "registered_on",
        "until_day" => "deregistered_on",
        "id_mask" => "id",
        column => column,
    }
}

/// Unknown columns, head by head.
fn extra(told: &mut Vec<FieldJson>, old: Option<Value>, new: Option<Value>) -> anyhow::Result<()> {
    let pairs = |value: &Option<Value>| extra_pairs(value.as_ref().and_then(Value::as_str));
    let (old, new) = (pairs(&old)?, pairs(&new)?);
    let cell = |pairs: &[(String, String)], head: &str| {
        let found = pairs.iter().find(|(known, _)| known == head);
        found.map(|(_, cell)| if privacy::looks_private(cell) { "***".to_owned() } else { cell.clone() })
    };
    for (head, now) in &new {
        if old.iter().find(|(known, _)| known == head).map(|(_, was)| was) != Some(now) {
            told.push(FieldJson { field: head.clone(), old: cell(&old, head), new: cell(&new, head) });
        }
    }
    Ok(())
}
