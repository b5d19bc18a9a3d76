//! What an entry has done, or on a dry run would do: every record that is new, changed (old → new), removed or missing,
//! and every faulty row.

use std::collections::HashSet;

use serde::Serialize;

use super::lists::Report;
use super::values::{Values, unread, word_of};
use crate::lang::{self, cmd as text, collect, trust};
use crate::model::fields::{Stored, Table};
use crate::model::words::{ClaimState, NeedState, Role};
use crate::output::{Cell, Sheet};
use crate::privacy;
use crate::store::Session;
use crate::store::collect::extra_pairs;
use crate::store::collect::named::Vanished;
use crate::store::place::Places;
use crate::store::preview::{self, Difference, PartyStates, Touched, What};
use crate::store::rows::PartyRow;
use crate::store::{claimant, find};

/// Records that a table for people names one by one; `--verbose` and every other format have them all.
pub const NAMED: usize = 20;

/// A record that is new, changed or removed.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeJson {
    pub code: String,
    /// `new`, `updated` or `removed`.
    pub what: &'static str,
    /// A need's own kind, else the table that it is in.
    #[serde(rename = "kind")]
    word: String,
    /// The table that it is in.
    #[serde(skip)]
    pub kind: String,
    pub fields: Vec<FieldJson>,
    #[serde(skip)]
    party: Option<PartyChange>,
}

/// A claimant of a claim, with their part in it, before and after.
#[derive(Debug, Clone)]
struct PartyChange {
    /// Its code.
    claim: String,
    old: Option<String>,
    new: Option<String>,
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

/// The tables whose records mean nothing alone: who is or was in a claim, and which list was read.
const ALONGSIDE: [&str; 3] = ["claim_party", "former_party", "import"];

/// Whether a change only goes with another of an entry's; where there is no other, it is what the entry did.
fn goes_along(change: &ChangeJson, changes: &[ChangeJson]) -> bool {
    let is_along = |one: &ChangeJson| ALONGSIDE.contains(&one.kind.as_str());
    is_along(change) && !changes.iter().all(is_along)
}

/// The tables whose records lists are made of.
const LISTED: [&str; 4] = ["need", "member", "org", "claim"];

/// What an import would do to the records of its list.
pub fn listed(session: &Session, entry: i64) -> anyhow::Result<Vec<ChangeJson>> {
    let mut changes = changes(session, entry)?;
    changes.retain(|change| LISTED.contains(&change.kind.as_str()));
    Ok(changes)
}

/// What a dry run of an import would do, as a table. What is faulty or missing is in the messages.
pub fn sheet(report: &Report, most: usize) -> Sheet {
    let mut table = ChangeTable { sheet: Sheet::new(text::preview_headers()), most };
    table.updated(&report.changes);
    table.some(&report.changes, "new");
    table.sheet
}

/// What an entry has done, summed up: 移除 57 个心愿、3 处属地.
pub fn summary(changes: &[ChangeJson]) -> String {
    let sums = counted(changes).into_iter().map(|(what, counts)| {
        let counts: Vec<String> = counts.into_iter().map(|(kind, count)| trust::of_kind(&kind, count)).collect();
        text::of_what(collect::would_be(what), counts.join(lang::comma()))
    });
    sums.collect::<Vec<String>>().join(lang::semicolon())
}

/// The same as a table.
pub fn summary_sheet(changes: &[ChangeJson]) -> Sheet {
    let mut sheet = Sheet::new(text::summary_headers());
    for (what, counts) in counted(changes) {
        for (kind, count) in counts {
            let count = Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
            sheet.rows.push(vec![Cell::text_of(collect::would_be(what)), Cell::text_of(trust::kind(&kind)), count]);
        }
    }
    sheet
}

/// How many records of each kind an entry has changed, removed and added; what only goes with others is left out.
fn counted(changes: &[ChangeJson]) -> Vec<(&'static str, Vec<(String, usize)>)> {
    let mut sums = Vec::new();
    for what in ["updated", "removed", "new"] {
        let mut counts: Vec<(String, usize)> = Vec::new();
        for change in changes.iter().filter(|one| one.what == what && !goes_along(one, changes)) {
            let kind = change.word.as_str();
            match counts.iter_mut().find(|(known, _)| known == kind) {
                Some((_, count)) => *count += 1,
                None => counts.push((kind.to_owned(), 1)),
            }
        }
        if !counts.is_empty() {
            sums.push((what, counts));
        }
    }
    sums
}

/// What an entry has done, as a table.
pub fn change_sheet(changes: &[ChangeJson], most: usize) -> Sheet {
    let mut table = ChangeTable { sheet: Sheet::new(text::preview_headers()), most };
    table.updated(changes);
    table.parties(changes);
    table.some(changes, "removed");
    table.some(changes, "new");
    table.sheet
}

struct ChangeTable {
    sheet: Sheet,
    /// How many records of a kind of change are named one by one.
    most: usize,
}

impl ChangeTable {
    fn row(&mut self, what: &str, code: &str, field: String, old: Option<String>, new: Option<String>) {
        self.sheet.rows.push(vec![
            Cell::text_of(collect::would_be(what)),
            Cell::text_of(code),
            Cell::text_of(field),
            Cell::from(old),
            Cell::from(new),
        ]);
    }

    fn updated(&mut self, changes: &[ChangeJson]) {
        let is_own = |change: &&ChangeJson| change.what == "updated" && change.party.is_none();
        let updated: Vec<&ChangeJson> = changes.iter().filter(is_own).collect();
        for change in updated.iter().take(self.most) {
            for FieldJson { field, old, new } in &change.fields {
                let shown = |value: &Option<String>| value.as_deref().map(|value| shown(&change.kind, field, value));
                self.row("updated", &name_of(change), field_name(&change.kind, field), shown(old), shown(new));
            }
        }
        self.more(updated.len(), "updated");
    }

    /// Who came into a claim, left it or came to lead it; with a claim that is new, or gone, they go without saying.
    fn parties(&mut self, changes: &[ChangeJson]) {
        let whole = changes.iter().filter(|one| one.kind == "claim" && one.what != "updated");
        let whole: HashSet<&str> = whole.map(|one| one.code.as_str()).collect();
        let parties = changes.iter().filter_map(|change| change.party.as_ref());
        let parties: Vec<&PartyChange> = parties.filter(|party| !whole.contains(party.claim.as_str())).collect();
        for PartyChange { claim, old, new } in parties.iter().take(self.most) {
            self.row("updated", claim, text::f_claimants(), old.clone(), new.clone());
        }
        self.more(parties.len(), "updated");
    }

    /// How many more there are than were named.
    fn more(&mut self, count: usize, what: &str) {
        if count > self.most {
            self.sheet.foot.push(collect::more(count - self.most, collect::would_be(what)));
        }
    }

    /// The first records that are new, or removed, and how many more there are; what only goes with others is left to
    /// JSON.
    fn some(&mut self, changes: &[ChangeJson], what: &str) {
        let is_listed = |change: &&ChangeJson| change.what == what && !goes_along(change, changes);
        let some: Vec<&ChangeJson> = changes.iter().filter(is_listed).collect();
        for change in some.iter().take(self.most) {
            self.row(what, &name_of(change), String::new(), None, None);
        }
        self.more(some.len(), what);
    }
}

/// A record as people call it: those of lists have codes.
fn name_of(change: &ChangeJson) -> String {
    if LISTED.contains(&change.kind.as_str()) {
        return change.code.clone();
    }
    format!("{} {}", trust::kind(&change.kind), change.code)
}

/// A member of a closed set by its word, everything else as it is.
pub fn shown(kind: &str, field: &str, value: &str) -> String {
    match Table::named(kind).and_then(|table| table.of_code(field)) {
        _ if matches!(field, "state" | "came_from") => state_word(value),
        _ if field == "role" => {
            value.parse().map_or_else(|_| value.to_owned(), |role: Role| lang::word(role.zh(), role.code()))
        }
        Some(def) => word_of(def, value).unwrap_or_else(|| value.to_owned()),
        None => value.to_owned(),
    }
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
pub fn field_name(kind: &str, code: &str) -> String {
    let def = Table::named(kind).and_then(|table| table.of_code(code));
    def.or_else(|| Table::named("registration")?.of_code(code))
        .map_or_else(|| code.to_owned(), |def| lang::pick(def.label.zh, def.label.en).to_owned())
}

/// Changes with ids as names and private values masked.
struct Changes<'a>(Values<'a>);

impl Changes<'_> {
    fn change(&self, touched: Touched) -> anyhow::Result<ChangeJson> {
        let Touched { kind, need_kind, code, what, fields: differences, party } = touched;
        let party = party.map(|party| self.party(&party)).transpose()?.flatten();
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
            if field.code == "unread" {
                let text = |value: Option<Stored>| value.map(|value| unread(value.as_text())).transpose();
                let (old, new) = (text(was)?.map(|(text, _)| text), text(now)?.map(|(text, _)| text));
                fields.push(FieldJson { field: field.code.to_owned(), old, new });
                continue;
            }
            let text = |value: Option<Stored>| value.map(|value| self.0.preview(field, &value)).transpose();
            fields.push(FieldJson { field: field.code.to_owned(), old: text(was)?, new: text(now)? });
        }
        let word = need_kind.map_or_else(|| kind.clone(), |kind| kind.code().to_owned());
        Ok(ChangeJson { code, what, word, kind, fields, party })
    }

    /// `None` where the claim is there no longer.
    fn party(&self, PartyStates { before, after }: &PartyStates) -> anyhow::Result<Option<PartyChange>> {
        let session = self.0.session;
        let Some(claim) = after.as_ref().or(before.as_ref()).map(|row| row.claim_id) else { return Ok(None) };
        let Some(claim) = find::claim_if_there(session, claim)? else { return Ok(None) };
        let named = |row: &Option<PartyRow>| -> anyhow::Result<Option<String>> {
            let Some(row) = row else { return Ok(None) };
            let name = claimant::name(session, claimant::of_row(row))?;
            Ok(Some(text::claimant_with_role(name, lang::word(row.role.zh(), row.role.code()))))
        };
        Ok(Some(PartyChange { claim: claim.code.to_string(), old: named(before)?, new: named(after)? }))
    }
}

/// Unknown columns, header by header.
fn extra(fields: &mut Vec<FieldJson>, old: Option<Stored>, new: Option<Stored>) -> anyhow::Result<()> {
    let pairs = |value: &Option<Stored>| extra_pairs(value.as_ref().and_then(Stored::as_text));
    let (old, new) = (pairs(&old)?, pairs(&new)?);
    let cell = |pairs: &[(String, String)], header: &str| {
        let found = pairs.iter().find(|(found, _)| found == header);
        found.map(|(_, cell)| if privacy::is_private_in(header, cell) { "***".to_owned() } else { cell.clone() })
    };
    for (header, now) in &new {
        if old.iter().find(|(found, _)| found == header).map(|(_, was)| was) != Some(now) {
            fields.push(FieldJson { field: header.clone(), old: cell(&old, header), new: cell(&new, header) });
        }
    }
    Ok(())
}
