//! Records as `list`, `find` and `show` name them: which columns a kind has on the screen, the cells of each, and one
//! line that distinguishes a record from others. What each field is, the registry says; private values are masked.

pub mod brief;
mod columns;
pub mod hits;
pub mod meant;

use serde_json::{Value, json};

use self::columns::{Source, sources};
use super::values::{self, Values};
use crate::lang::{cmd as text, found, pick, word};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::fields::{FieldDef, Parse, Stored, Table};
use crate::model::words::{NeedKind, NeedState, Progress, RecordKind};
use crate::output::report::{Column, Columns, Kind, Readers, Section};
use crate::output::{Cell, Paint};
use crate::privacy;
use crate::store::claimant::Named;
use crate::store::listing::{self, Wanted, Words};
use crate::store::place::Places;
use crate::store::registration::{self, Whose};
use crate::store::rows::{ClaimRow, NeedRow};
use crate::store::{Session, claim, claimant, figures, find, stored};

/// Records being read for the screen, from one moment of the office file.
pub struct Records<'a> {
    pub session: &'a Session,
    pub places: &'a Places,
    pub kind: RecordKind,
    /// Its columns, in their order.
    columns: Vec<(Source, Column)>,
}

impl<'a> Records<'a> {
    /// Records of a kind with all its columns, or with those that are chosen, by their keys or headers and in that order.
    ///
    /// Errors: a column that the kind does not have (exit 2).
    pub fn new(
        session: &'a Session,
        places: &'a Places,
        kind: RecordKind,
        chosen: &[String],
    ) -> anyhow::Result<Records<'a>> {
        let all: Vec<(Source, Column)> =
            sources(kind).into_iter().filter_map(|source| Some((source, column(&source)?))).collect();
        if chosen.is_empty() {
            return Ok(Records { session, places, kind, columns: all });
        }
        let mut columns: Vec<(Source, Column)> = Vec::with_capacity(chosen.len());
        for name in chosen.iter().map(|name| name.trim()) {
            let Some((source, column)) = all.iter().find(|(_, one)| one.key == name || one.header == name) else {
                let there: Vec<&str> = all.iter().map(|(_, column)| column.key).collect();
                let kind = word(kind.zh(), kind.code());
                return Err(stop(Exit::Usage, found::no_such_column(name, kind, there.join(crate::lang::comma()))));
            };
            if !columns.iter().any(|(_, known)| known.key == column.key) {
                columns.push((*source, for_all(column)));
            }
        }
        Ok(Records { session, places, kind, columns })
    }
}

/// A column that was asked for is shown to whoever asked.
fn for_all(column: &Column) -> Column {
    let header = if column.header.is_empty() { column.key.to_owned() } else { column.header.clone() };
    Column { header, readers: Readers::All, ..column.clone() }
}

/// What is stored of a record, with what goes with it in other tables.
type Found = Vec<(&'static FieldDef, Stored)>;

/// A row of a list: its cells by column.
struct Row(Vec<Cell>);

impl Records<'_> {
    /// The records as a table whose columns are of the kind.
    pub fn section(&self, title: String, ids: &[i64]) -> anyhow::Result<Section> {
        let rows: Vec<Row> = ids.iter().map(|id| self.row(*id)).collect::<anyhow::Result<_>>()?;
        let cell = |at: usize| move |row: &Row| row.0.get(at).cloned().unwrap_or(Cell::Blank);
        let columns = self.columns.iter().map(|(_, column)| column.clone());
        let columns: Vec<_> = columns.enumerate().map(|(at, column)| column.of(cell(at))).collect();
        Ok(Columns::from(columns).section(self.kind.code(), title, &rows))
    }

    fn row(&self, id: i64) -> anyhow::Result<Row> {
        let session = self.session;
        let (found, state, who) = match self.kind {
            RecordKind::Wishes | RecordKind::Projects => {
                let need = find::need_by_id(session, id)?;
                let progress = figures::progress_of(session, id)?;
                let who = Who::of(session, &claim::holding(session, id)?)?;
                (stored(&need)?, Some((need.state, progress)), who)
            }
            RecordKind::Members => {
                (self.registered(stored(&find::member_by_id(session, id)?)?, Whose::Member(id))?, None, Who::default())
            }
            RecordKind::Orgs => {
                (self.registered(stored(&find::org_by_id(session, id)?)?, Whose::Org(id))?, None, Who::default())
            }
            RecordKind::Outsiders => (stored(&find::outsider_by_id(session, id)?)?, None, Who::default()),
            RecordKind::Claims => {
                let claim = find::claim_by_id(session, id)?;
                let need = find::need_by_id(session, claim.need_id)?;
                let mut found = stored(&claim)?;
                found.extend(stored(&need)?.into_iter().filter(|(def, _)| columns::is_of_need(def)));
                (found, None, Who::of(session, &[claim])?)
            }
            RecordKind::Places => (Vec::new(), None, Who::default()),
        };
        let cells = self.columns.iter().map(|(source, _)| self.cell(source, id, &found, state, &who));
        Ok(Row(cells.collect::<anyhow::Result<_>>()?))
    }

    fn registered(&self, mut found: Found, whose: Whose) -> anyhow::Result<Found> {
        found
            .extend(registration::latest(self.session, whose)?.as_ref().map(stored).transpose()?.into_iter().flatten());
        Ok(found)
    }

    fn cell(
        &self,
        source: &Source,
        id: i64,
        found: &Found,
        state: Option<(NeedState, Option<Progress>)>,
        who: &Who,
    ) -> anyhow::Result<Cell> {
        Ok(match source {
            Source::State => state.map_or(Cell::Blank, |(state, progress)| state_cell(state, progress)),
            Source::Progress => match state {
                Some((_, Some(progress))) => Cell::word(progress.zh(), progress.code()),
                _ => Cell::Blank,
            },
            Source::Claimants => Cell::coded(who.text.as_str(), json!(who.people)),
            Source::Claimed => Cell::Count(self.claims(id)?),
            Source::PlacePath => Cell::text_of(self.places.path(id)),
            Source::NeedWords => Cell::text_of(self.need_words(id)?),
            Source::Own("place", "level") => {
                self.places.level(id).map_or(Cell::Blank, |level| Cell::word(level.zh(), level.code()))
            }
            Source::Own("place", _) => Cell::text_of(self.places.name(id)),
            Source::Own(table, code) => {
                let def = Table::named(table).and_then(|table| table.of_code(code));
                let value = def.and_then(|def| found.iter().find(|(known, _)| std::ptr::eq(*known, def)));
                value.map(|(def, value)| self.stored_cell(def, value)).transpose()?.unwrap_or(Cell::Blank)
            }
        })
    }

    fn stored_cell(&self, def: &FieldDef, value: &Stored) -> anyhow::Result<Cell> {
        let values = Values { session: self.session, places: Some(self.places), reveal: false };
        if let Some((zh, code)) = columns::closed_word(self.kind, def, value) {
            return Ok(Cell::word(zh, code));
        }
        let (line, json) = values.shown(def, value)?;
        Ok(match (def.parse, json) {
            (Parse::Money, _) => Cell::Money(line),
            (Parse::Quantity | Parse::Number(_), Value::Number(number)) => Cell::count_or_blank(number.as_i64()),
            (_, Value::String(code)) if code == line => Cell::text_of(line),
            (_, json) => Cell::coded(line, json),
        })
    }

    fn need_words(&self, claim: i64) -> anyhow::Result<String> {
        let claim = find::claim_by_id(self.session, claim)?;
        Ok(words_of(&find::need_by_id(self.session, claim.need_id)?))
    }

    fn claims(&self, id: i64) -> anyhow::Result<i64> {
        let party = match self.kind {
            RecordKind::Members => claimant::Party::Member(id),
            RecordKind::Orgs => claimant::Party::Org(id),
            RecordKind::Outsiders => claimant::Party::Outsider(id),
            RecordKind::Wishes | RecordKind::Projects | RecordKind::Claims | RecordKind::Places => return Ok(0),
        };
        claim::held_by(self.session, party)
    }
}

/// The column of a source.
fn column(source: &Source) -> Option<Column> {
    Some(match source {
        Source::State => Column::text("state", text::f_state()),
        Source::Progress => Column { readers: Readers::Programs, ..Column::text("progress", "") },
        Source::Claimants => Column::text("claimants", text::f_claimants()),
        Source::Claimed => Column::count("claims", text::f_claims()),
        Source::PlacePath => Column::text("place", text::f_place()),
        Source::NeedWords => Column::text("content", text::f_words()),
        Source::Own(table, code) => {
            let def = Table::named(table)?.of_code(code)?;
            let header = pick(def.label.zh, def.label.en);
            let kind = match def.parse {
                Parse::Money => Kind::Money,
                Parse::Quantity | Parse::Number(_) => Kind::Count,
                Parse::Day | Parse::Deadline => Kind::Day,
                _ => Kind::Text,
            };
            match def.code {
                "place" => Column::place(def.code, header),
                "need_id" => Column::text("need", header),
                _ => Column::new(kind, def.code, header),
            }
        }
    })
}

/// A need's state with how far its claims have come, as people read it; programs read the state.
fn state_cell(state: NeedState, progress: Option<Progress>) -> Cell {
    let paint = progress.and_then(|progress| Paint::of_state(progress.code()));
    Cell::coded(state_words(state, progress), state.code()).painted(paint)
}

/// A need's state, and for one on the wall how far its claims have come.
pub fn state_words(state: NeedState, progress: Option<Progress>) -> String {
    let state = word(state.zh(), state.code());
    progress.map_or_else(|| state.clone(), |progress| format!("{state}（{}）", word(progress.zh(), progress.code())))
}

/// Who makes claims: people read it in a line, programs one by one.
#[derive(Default)]
struct Who {
    text: String,
    people: Vec<Named>,
}

impl Who {
    fn of(session: &Session, claims: &[ClaimRow]) -> anyhow::Result<Who> {
        let (mut lines, mut people) = (Vec::new(), Vec::new());
        for claim in claims {
            lines.push(who(session, claim.id, claim.unnamed)?);
            people.extend(values::claimants(session, claim.id)?);
        }
        Ok(Who { text: lines.join(crate::lang::semicolon()), people })
    }
}

/// The claimants of a claim, those that nobody named counted.
fn who(session: &Session, claim: i64, unnamed: u32) -> anyhow::Result<String> {
    let names = claim::party_names(session, claim)?;
    Ok(if unnamed > 0 { format!("{names}{}", text::unnamed(unnamed)) } else { names })
}

/// The words of a need, with what may identify anybody masked.
fn words_of(need: &NeedRow) -> String {
    let words = need.title.as_deref().or(need.content.as_deref()).unwrap_or_default();
    privacy::mask_private(words, &[])
}

/// The records of every kind that have all of these words, in the order they came.
pub fn fitting(session: &Session, words: &Words, today: Day) -> anyhow::Result<Vec<(RecordKind, Vec<i64>)>> {
    let wanted = Wanted { words: words.clone(), ..Wanted::default() };
    let ids = |kind: &RecordKind| {
        let ids = match kind {
            RecordKind::Wishes => listing::needs(session, NeedKind::Wish, None, &wanted),
            RecordKind::Projects => listing::needs(session, NeedKind::Project, None, &wanted),
            RecordKind::Members => listing::members(session, &wanted, today),
            RecordKind::Orgs => listing::orgs(session, &wanted, today),
            RecordKind::Outsiders => listing::outsiders(session, &wanted),
            RecordKind::Claims => listing::claims(session, None, &wanted),
            RecordKind::Places => listing::places(session, &wanted),
        };
        Ok((*kind, ids?))
    };
    RecordKind::ALL.iter().map(ids).collect()
}
