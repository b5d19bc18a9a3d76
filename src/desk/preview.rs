//! What an entry has done, or on a dry run would do: every record that is new, changed (old → new), removed or missing,
//! and every faulty row.

use serde::Serialize;
use serde_json::Value;

use super::lists::Report;
use crate::intake::private;
use crate::lang::{self, cmd as text, collect, trust};
use crate::model::field::Field;
use crate::model::money::Money;
use crate::model::words::{ClaimState, NeedState};
use crate::output::{Cell, Sheet};
use crate::privacy;
use crate::store::Session;
use crate::store::collect::extra_pairs;
use crate::store::find::Orgs;
use crate::store::place::Places;
use crate::store::preview::{Touched, What};
use crate::store::vanished::Vanished;
use crate::store::{export, preview};

/// New records that a table names one by one; JSON has them all.
const NEW_TOLD: usize = 20;

/// A record that is new, changed or removed.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeJson {
    pub code: String,
    /// `new`, `updated` or `removed`.
    pub what: &'static str,
    /// The table that it stands in.
    pub kind: String,
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

/// What an entry has done, also one that is still in the making.
pub fn changes(conn: &Session, entry: i64) -> anyhow::Result<Vec<ChangeJson>> {
    let told = Told { conn, places: Places::load(conn)?, orgs: Orgs::load(conn)? };
    preview::touched(conn, entry)?.into_iter().map(|touched| told.change(touched)).collect()
}

/// The tables whose records tell nothing alone: who is in a claim, and which list was read.
const ALONGSIDE: [&str; 2] = ["claim_party", "import"];

/// The tables whose records lists are made of.
const LISTED: [&str; 4] = ["need", "member", "org", "claim"];

/// What an import would do to the records of its list.
pub fn listed(conn: &Session, entry: i64) -> anyhow::Result<Vec<ChangeJson>> {
    let mut changes = changes(conn, entry)?;
    changes.retain(|change| LISTED.contains(&change.kind.as_str()));
    Ok(changes)
}

/// What a dry run of an import would do, as a table.
pub fn sheet(report: &Report) -> Sheet {
    let mut table = Table(Sheet::new(text::preview_heads()));
    for one in &report.vanished {
        let claimed = one.claimed.then(collect::has_claims);
        table.row("vanished", &one.code, String::new(), claimed, None);
    }
    table.updated(&report.changes);
    for file in &report.files {
        for fault in &file.faults {
            let place = format!("{} {}", file.label(), super::list_json::place_of(fault));
            table.row("faulty", &place, String::new(), None, Some(fault.message.clone()));
        }
    }
    table.some(&report.changes, "new");
    table.0
}

/// What an entry has done, as a table.
pub fn change_sheet(changes: &[ChangeJson]) -> Sheet {
    let mut table = Table(Sheet::new(text::preview_heads()));
    table.updated(changes);
    table.some(changes, "removed");
    table.some(changes, "new");
    table.0
}

struct Table(Sheet);

impl Table {
    fn row(&mut self, what: &str, code: &str, field: String, old: Option<String>, new: Option<String>) {
        self.0.rows.push(vec![
            Cell::text_of(collect::would_be(what)),
            Cell::text_of(code),
            Cell::text_of(field),
            Cell::from(old),
            Cell::from(new),
        ]);
    }

    fn updated(&mut self, changes: &[ChangeJson]) {
        for change in changes.iter().filter(|change| change.what == "updated") {
            for FieldJson { field, old, new } in &change.fields {
                let shown = |value: &Option<String>| value.as_deref().map(|value| shown(field, value));
                self.row("updated", &name_of(change), field_name(&change.kind, field), shown(old), shown(new));
            }
        }
    }

    /// The first records that are new, or removed, and how many more there are; what only goes with others is left to
    /// JSON.
    fn some(&mut self, changes: &[ChangeJson], what: &str) {
        let told = |change: &&ChangeJson| change.what == what && !ALONGSIDE.contains(&change.kind.as_str());
        let some: Vec<&ChangeJson> = changes.iter().filter(told).collect();
        for change in some.iter().take(NEW_TOLD) {
            self.row(what, &name_of(change), String::new(), None, None);
        }
        if some.len() > NEW_TOLD {
            self.0.foot.push(collect::more(some.len() - NEW_TOLD, collect::would_be(what)));
        }
    }
}

/// A record as people call it: those of lists have codes.
fn name_of(change: &ChangeJson) -> String {
    if LISTED.contains(&change.kind.as_str()) {
        return change.code.clone();
    }
    format!("{} {}", trust::kind(&change.kind), change.code)
}

/// A state by its word, everything else as it is.
fn shown(field: &str, value: &str) -> String {
    if matches!(field, "state" | "came_from") { state_word(value) } else { value.to_owned() }
}

/// A need's or a claim's state for people.
pub fn state_word(code: &str) -> String {
    let need: Option<NeedState> = code.parse().ok();
    let claim: Option<ClaimState> = code.parse().ok();
    match (need, claim) {
        (Some(state), _) => lang::word(state.zh(), state.code()),
        (None, Some(state)) => lang::word(state.zh(), state.code()),
        (None, None) => code.to_owned(),
    }
}

fn field_name(kind: &str, code: &str) -> String {
    if let Some(name) = trust::column(kind, code) {
        return name;
    }
    let known = Field::ALL.iter().find(|field| field.code() == code);
    known.map_or_else(|| code.to_owned(), |field| lang::faults::field_name(*field))
}

/// Whoever tells columns needs to know what their ids stand for.
struct Told<'c> {
    conn: &'c Session,
    places: Places,
    orgs: Orgs,
}

impl Told<'_> {
    fn change(&self, touched: Touched) -> anyhow::Result<ChangeJson> {
        let Touched { kind, code, what, fields } = touched;
        let what = match what {
            What::New => "new",
            What::Updated => "updated",
            What::Removed => "removed",
        };
        let mut told = Vec::with_capacity(fields.len());
        for (column, old, new) in fields {
            if column == "extra" {
                extra(&mut told, old, new)?;
                continue;
            }
            let (old, new) = (self.value(&column, old)?, self.value(&column, new)?);
            told.push(FieldJson { field: field_of(&column).to_owned(), old, new });
        }
        Ok(ChangeJson { code, what, kind, fields: told })
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
