//! What has changed between two moments: every figure that differs, and who moved.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::analysis::{Analysis, NamedStanding};
use crate::lang::report::{self as text, column};
use crate::lang::yes_or_no;
use crate::model::as_of::AsOf;
use crate::output::Cell;
use crate::output::report::{Column, Columns, Readers, RowKind, Section};

/// A figure that differs.
#[derive(Debug)]
struct Difference {
    table: Named,
    row: Named,
    column: Named,
    /// The quota that the table is of.
    quota: Option<String>,
    before: Option<String>,
    now: Option<String>,
}

/// What something is called: by people, and by programs.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    text: String,
    code: String,
}

impl Named {
    fn cell(&self) -> Cell {
        Cell::coded(self.text.as_str(), self.code.as_str())
    }
}

/// Somebody who has moved into, out of, or across a quota.
#[derive(Debug)]
struct Moved {
    quota: Named,
    code: String,
    name: String,
    /// None: owed nothing then, or owes nothing now.
    met_before: Option<bool>,
    met_now: Option<bool>,
}

/// Adds the sections of what differs from `before`, and their keys.
pub fn add(now: &mut Analysis, before: Analysis, since: AsOf) -> anyhow::Result<()> {
    let changes = changes_section(&changes(&now.sections, &before.sections), since);
    let moved = moved(&now.standings, before.standings);
    let moved_section = moved_section(&moved, since);
    let document = json!({"since": since.to_string(), "changes": changes.items(), "moved": moved_section.items()});
    now.key("since", document)?;
    now.sections.push(changes);
    if !now.standings.is_empty() || !moved.is_empty() {
        now.sections.push(moved_section);
    }
    Ok(())
}

/// The texts of a row, which identify it.
fn key(row: &[Cell]) -> Vec<String> {
    let texts = row.iter().filter(|cell| matches!(cell, Cell::Text(_) | Cell::Coded(_)));
    texts.map(|cell| cell.text().into_owned()).collect()
}

/// What programs call a row: the codes of what identifies it; of a total, `total` before those.
fn code(columns: &[Column], kind: RowKind, row: &[Cell]) -> String {
    let is_total = kind != RowKind::Item;
    let codes = columns.iter().zip(row).filter(|(column, _)| !(column.repeats_title || is_total && column.is_of_items));
    let codes = codes.filter_map(|(_, cell)| match cell {
        Cell::Text(text) if !is_total => Some(text.to_string()),
        Cell::Coded(coded) => coded.value.as_str().map(str::to_owned),
        _ => None,
    });
    let codes: Vec<String> = codes.collect();
    let total = (is_total || codes.is_empty()).then(|| "total".to_owned());
    total.into_iter().chain(codes).collect::<Vec<_>>().join(" ")
}

/// What programs call a column: its key, in a list with its place there.
fn column_code(columns: &[Column], at: usize) -> String {
    let key = columns[at].key;
    match key.strip_suffix("[]") {
        Some(list) => format!("{list}[{}]", columns[..at].iter().filter(|column| column.key == key).count()),
        None => key.to_owned(),
    }
}

/// A figure's place: the title of its section, its row, its column.
type Place = (String, Vec<String>, usize);

fn figures(sections: &[Section]) -> HashMap<Place, String> {
    let mut figures = HashMap::new();
    for section in sections.iter().filter(|section| !section.is_detail) {
        for (_, row) in section.rows() {
            let name = key(&row);
            for (column, cell) in row.iter().enumerate().filter(|(_, cell)| cell.is_number()) {
                figures.insert((section.title.clone(), name.clone(), column), cell.text().into_owned());
            }
        }
    }
    figures
}

fn changes(now: &[Section], before: &[Section]) -> Vec<Difference> {
    let (mut then, mut places) = (figures(before), Vec::new());
    // In the order of the tables: what is there now, then what is gone.
    for section in now.iter().chain(before).filter(|section| !section.is_detail) {
        for (kind, row) in section.rows() {
            let name = key(&row);
            let code = code(&section.columns, kind, &row);
            for (at, column) in section.columns.iter().enumerate().filter(|(_, column)| column.is_shown()) {
                let place = (section.title.clone(), name.clone(), at);
                let column = Named { text: column.header.clone(), code: column_code(&section.columns, at) };
                places.push((place, (section.key, section.of.clone()), code.clone(), column));
            }
        }
    }
    let mut today = figures(now);
    let mut changes = Vec::new();
    for (place, (table, quota), code, column) in places {
        let (before, now) = (then.remove(&place), today.remove(&place));
        if before != now {
            let (title, row, _) = place;
            let table = Named { text: title, code: table.to_owned() };
            let row = Named { text: row.join(" "), code };
            changes.push(Difference { table, row, column, quota, before, now });
        }
    }
    changes
}

fn moved(now: &[NamedStanding], before: Vec<NamedStanding>) -> Vec<Moved> {
    let mut then: HashMap<(String, String), NamedStanding> =
        before.into_iter().map(|person| ((person.quota.clone(), person.code.clone()), person)).collect();
    let mut moved = Vec::new();
    let mut push = |person: &NamedStanding, met_before: Option<bool>, met_now: Option<bool>| {
        if met_before != met_now {
            let NamedStanding { quota, quota_code, code, name, .. } = person.clone();
            let quota = Named { text: quota, code: quota_code };
            moved.push(Moved { quota, code, name, met_before, met_now });
        }
    };
    for person in now {
        let old = then.remove(&(person.quota.clone(), person.code.clone()));
        push(person, old.map(|old| old.met), Some(person.met));
    }
    let mut gone: Vec<NamedStanding> = then.into_values().collect();
    gone.sort_by(|one, other| (&one.quota, &one.code).cmp(&(&other.quota, &other.code)));
    gone.iter().for_each(|person| push(person, Some(person.met), None));
    moved
}

fn changes_section(changes: &[Difference], since: AsOf) -> Section {
    let columns: Columns<Difference> = vec![
        Column::text("table", column::table()).of(|one: &Difference| one.table.cell()),
        Column::text("row", column::row()).of(|one: &Difference| one.row.cell()),
        Column::text("column", column::column()).of(|one: &Difference| one.column.cell()),
        Column::text("before", column::before()).of(|one: &Difference| Cell::from(one.before.clone())),
        Column::text("now", column::now()).of(|one: &Difference| Cell::from(one.now.clone())),
        Column { readers: Readers::Programs, ..Column::text("quota", "") }
            .of(|one: &Difference| Cell::from(one.quota.clone())),
    ]
    .into();
    columns.section("changes", text::changed_since(since), changes)
}

fn moved_section(moved: &[Moved], since: AsOf) -> Section {
    let met = |met: Option<bool>| Cell::coded(met.map_or_else(text::owed_nothing, yes_or_no), Value::from(met));
    let columns: Columns<Moved> = vec![
        Column::text("quota", column::quota()).of(|one: &Moved| one.quota.cell()),
        Column::text("code", column::code()).of(|one: &Moved| Cell::text_of(one.code.as_str())),
        Column::text("name", column::name()).of(|one: &Moved| Cell::text_of(one.name.as_str())),
        Column::text("met_before", column::met_before()).of(move |one: &Moved| met(one.met_before)),
        Column::text("met_now", column::met_now()).of(move |one: &Moved| met(one.met_now)),
    ]
    .into();
    columns.section("moved", text::moved_since(since), moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row = (&'static str, i64, Option<f64>);

    fn section(rows: &[Row]) -> Section {
        let columns: Columns<Row> = vec![
            Column::text("place", "属地").of(|row: &Row| Cell::text_of(row.0)),
            Column::count("met", "已达标").of(|row: &Row| Cell::Count(row.1)),
            Column::rate("rate", "达标率").of(|row: &Row| Cell::Rate(row.2)),
        ]
        .into();
        columns.section("groups", "达标", rows)
    }

    #[test]
    fn changes_are_the_figures_that_differ() {
        let before = section(&[("甲", 1, Some(0.5)), ("乙", 2, Some(1.0)), ("丙", 1, None)]);
        let now = section(&[("甲", 2, Some(1.0)), ("乙", 2, Some(1.0)), ("丁", 3, Some(0.3))]);
        let found: Vec<(String, String, Option<String>, Option<String>)> = changes(&[now], &[before])
            .into_iter()
            .map(|one| (one.row.text, one.column.code, one.before, one.now))
            .collect();
        let some = |text: &str| Some(text.to_owned());
        let expected = [
            ("甲", "met", some("1"), some("2")),
            ("甲", "rate", some("50.0%"), some("100.0%")),
            ("丁", "met", None, some("3")),
            ("丁", "rate", None, some("30.0%")),
            ("丙", "met", some("1"), None),
            ("丙", "rate", some(""), None),
        ];
        assert_eq!(found, expected.map(|(row, column, before, now)| (row.to_owned(), column.to_owned(), before, now)));
    }

    #[test]
    fn moved_names_those_who_changed_came_or_went() {
        let person = |code: &str, met| NamedStanding {
            quota: "q".into(),
            quota_code: "q".into(),
            code: code.into(),
            name: code.into(),
            met,
        };
        let moved = moved(
            &[person("1", true), person("2", true), person("3", false)],
            vec![person("1", false), person("2", true), person("4", true)],
        );
        let found: Vec<(&str, Option<bool>, Option<bool>)> =
            moved.iter().map(|one| (one.code.as_str(), one.met_before, one.met_now)).collect();
        let expected = [("1", Some(false), Some(true)), ("3", None, Some(false)), ("4", Some(true), None)];
        assert_eq!(found, expected);
    }
}
