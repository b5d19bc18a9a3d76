//! What an entry has done, or on a dry run would do: every record that is new, changed (old → new), removed or missing,
//! and every faulty row.

use serde::Serialize;

use super::lists::Report;
use super::values::Values;
use crate::lang::{self, cmd as text, collect, trust};
use crate::model::fields::{Stored, Table};
use crate::model::words::{ClaimState, NeedState};
use crate::output::{Cell, Sheet};
use crate::privacy;
use crate::store::Session;
use crate::store::collect::extra_pairs;
use crate::store::collect::named::Vanished;
use crate::store::place::Places;
use crate::store::preview::{self, Difference, Touched, What};

/// New records that a table names one by one; JSON has them all.
const NEW_SHOWN: usize = 20;

/// A record that is new, changed or removed.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeJson {
    pub code: String,
    /// `new`, `updated` or `removed`.
    pub what: &'static str,
    /// The table that it is in.
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
pub fn changes(session: &Session, entry: i64) -> anyhow::Result<Vec<ChangeJson>> {
    let places = Places::load(session)?;
    let changes = Changes(Values { session, places: Some(&places), reveal: false });
    preview::touched(session, entry)?.into_iter().map(|touched| changes.change(touched)).collect()
}

/// The tables whose records mean nothing alone: who is in a claim, and which list was read.
const ALONGSIDE: [&str; 2] = ["claim_party", "import"];

/// The tables whose records lists are made of.
const LISTED: [&str; 4] = ["need", "member", "org", "claim"];

/// What an import would do to the records of its list.
pub fn listed(session: &Session, entry: i64) -> anyhow::Result<Vec<ChangeJson>> {
    let mut changes = changes(session, entry)?;
    changes.retain(|change| LISTED.contains(&change.kind.as_str()));
    Ok(changes)
}

/// What a dry run of an import would do, as a table.
pub fn sheet(report: &Report) -> Sheet {
    let mut table = ChangeTable(Sheet::new(text::preview_headers()));
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
    let mut table = ChangeTable(Sheet::new(text::preview_headers()));
    table.updated(changes);
    table.some(changes, "removed");
    table.some(changes, "new");
    table.0
}

struct ChangeTable(Sheet);

impl ChangeTable {
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
        let is_listed = |change: &&ChangeJson| change.what == what && !ALONGSIDE.contains(&change.kind.as_str());
        let some: Vec<&ChangeJson> = changes.iter().filter(is_listed).collect();
        for change in some.iter().take(NEW_SHOWN) {
            self.row(what, &name_of(change), String::new(), None, None);
        }
        if some.len() > NEW_SHOWN {
            self.0.foot.push(collect::more(some.len() - NEW_SHOWN, collect::would_be(what)));
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

/// A field as people call it.
fn field_name(kind: &str, code: &str) -> String {
    let def = Table::named(kind).and_then(|table| table.of_code(code));
    def.or_else(|| Table::named("registration")?.of_code(code))
        .map_or_else(|| code.to_owned(), |def| lang::pick(def.label.zh, def.label.en).to_owned())
}

/// Changes with ids as names and private values masked.
struct Changes<'a>(Values<'a>);

impl Changes<'_> {
    fn change(&self, touched: Touched) -> anyhow::Result<ChangeJson> {
        let Touched { kind, code, what, fields: differences } = touched;
        let what = match what {
            What::New => "new",
            What::Updated => "updated",
            What::Removed => "removed",
        };
        let mut fields = Vec::with_capacity(differences.len());
        for Difference { field, was, now } in differences {
            if field.code == "extra" {
                extra(&mut fields, was, now)?;
                continue;
            }
            let text = |value: Option<Stored>| value.map(|value| self.0.preview(field, &value)).transpose();
            fields.push(FieldJson { field: field.code.to_owned(), old: text(was)?, new: text(now)? });
        }
        Ok(ChangeJson { code, what, kind, fields })
    }
}

/// Unknown columns, header by header.
fn extra(fields: &mut Vec<FieldJson>, old: Option<Stored>, new: Option<Stored>) -> anyhow::Result<()> {
    let pairs = |value: &Option<Stored>| extra_pairs(value.as_ref().and_then(Stored::as_text));
    let (old, new) = (pairs(&old)?, pairs(&new)?);
    let cell = |pairs: &[(String, String)], header: &str| {
        let found = pairs.iter().find(|(found, _)| found == header);
        found.map(|(_, cell)| if privacy::looks_private(cell) { "***".to_owned() } else { cell.clone() })
    };
    for (header, now) in &new {
        if old.iter().find(|(found, _)| found == header).map(|(_, was)| was) != Some(now) {
            fields.push(FieldJson { field: header.clone(), old: cell(&old, header), new: cell(&new, header) });
        }
    }
    Ok(())
}
