//! What has changed between two moments: every figure that differs, and who moved.

use std::collections::HashMap;

use serde::Serialize;

use super::built::{Built, Person};
use crate::lang::{report as text, yes_or_no};
use crate::model::as_of::AsOf;
use crate::output::report::Section;
use crate::output::{Cell, Sheet};

#[derive(Debug, Serialize)]
struct ChangeJson {
    table: String,
    row: String,
    column: String,
    before: Option<String>,
    now: Option<String>,
}

#[derive(Debug, Serialize)]
struct MovedJson {
    quota: String,
    code: String,
    name: String,
    /// None: owed nothing then, or owes nothing now.
    met_before: Option<bool>,
    met_now: Option<bool>,
}

/// Adds the tables of what differs from `before`, and their keys.
pub fn tell(now: &mut Built, before: Built, since: AsOf) -> anyhow::Result<()> {
    let changes = changes(&now.sections, &before.sections);
    let moved = moved(&now.people, before.people);
    now.document.insert(
        "since".to_owned(),
        serde_json::json!({"since": since.to_string(), "changes": changes, "moved": moved}),
    );
    now.sections.push(changes_section(&changes, since));
    if !now.people.is_empty() || !moved.is_empty() {
        now.sections.push(moved_section(&moved, since));
    }
    Ok(())
}

/// A row is known by the texts in it.
fn key(row: &[Cell]) -> Vec<&str> {
    row.iter().filter_map(|cell| if let Cell::Text(text) = cell { Some(&**text) } else { None }).collect()
}

fn changes(now: &[Section], before: &[Section]) -> Vec<ChangeJson> {
    let mut changes = Vec::new();
    let figures = |sections: &[Section]| -> HashMap<(String, Vec<String>, usize), String> {
        let mut figures = HashMap::new();
        for section in sections.iter().filter(|section| !section.is_detail) {
            for row in section.rows() {
                let name: Vec<String> = key(&row).into_iter().map(str::to_owned).collect();
                for (column, cell) in row.iter().enumerate().filter(|(_, cell)| cell.is_number()) {
                    figures.insert((section.name.clone(), name.clone(), column), cell.text().into_owned());
                }
            }
        }
        figures
    };
    let (mut then, mut known) = (figures(before), Vec::new());
    // In the order of the tables: what is there now, then what is gone.
    for section in now.iter().chain(before).filter(|section| !section.is_detail) {
        for row in section.rows() {
            let name: Vec<String> = key(&row).into_iter().map(str::to_owned).collect();
            for (column, head) in section.sheet.head.iter().enumerate() {
                known.push(((section.name.clone(), name.clone(), column), head.text.clone()));
            }
        }
    }
    let mut today = figures(now);
    for (place, column) in known {
        let (old, new) = (then.remove(&place), today.remove(&place));
        if old != new {
            let (table, row, _) = place;
            changes.push(ChangeJson { table, row: row.join(" "), column, before: old, now: new });
        }
    }
    changes
}

fn moved(now: &[Person], before: Vec<Person>) -> Vec<MovedJson> {
    let mut then: HashMap<(String, String), Person> =
        before.into_iter().map(|person| ((person.quota.clone(), person.code.clone()), person)).collect();
    let mut moved = Vec::new();
    let mut push = |person: &Person, met_before: Option<bool>, met_now: Option<bool>| {
        if met_before != met_now {
            let Person { quota, code, name, .. } = person.clone();
            moved.push(MovedJson { quota, code, name, met_before, met_now });
        }
    };
    for person in now {
        let old = then.remove(&(person.quota.clone(), person.code.clone()));
        push(person, old.map(|old| old.met), Some(person.met));
    }
    let mut gone: Vec<Person> = then.into_values().collect();
    gone.sort_by(|one, other| (&one.quota, &one.code).cmp(&(&other.quota, &other.code)));
    gone.iter().for_each(|person| push(person, Some(person.met), None));
    moved
}

fn changes_section(changes: &[ChangeJson], since: AsOf) -> Section {
    let mut sheet = Sheet::new(text::changes_heads());
    for change in changes {
        sheet.rows.push(vec![
            Cell::text_of(&change.table),
            Cell::text_of(&change.row),
            Cell::text_of(&change.column),
            Cell::from(change.before.clone()),
            Cell::from(change.now.clone()),
        ]);
    }
    Section::new(text::changed_since(since), sheet)
}

fn moved_section(moved: &[MovedJson], since: AsOf) -> Section {
    let mut sheet = Sheet::new(text::moved_heads());
    let told = |met: Option<bool>| met.map_or_else(text::owed_nothing, yes_or_no);
    for one in moved {
        sheet.rows.push(vec![
            Cell::text_of(&one.quota),
            Cell::text_of(&one.code),
            Cell::text_of(&one.name),
            Cell::text_of(told(one.met_before)),
            Cell::text_of(told(one.met_now)),
        ]);
    }
    Section::new(text::moved_since(since), sheet)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(rows: &[(&str, i64, Option<f64>)]) -> Section {
        let mut sheet = Sheet::new(["属地", "已达标", "达标率"]);
        sheet.rows = rows
            .iter()
            .map(|(name, met, rate)| vec![Cell::text_of(*name), Cell::Count(*met), Cell::Rate(*rate)])
            .collect();
        Section::new("达标", sheet)
    }

    #[test]
    fn what_differs_is_told_and_nothing_else() {
        let before = section(&[("甲", 1, Some(0.5)), ("乙", 2, Some(1.0)), ("丙", 1, None)]);
        let now = section(&[("甲", 2, Some(1.0)), ("乙", 2, Some(1.0)), ("丁", 3, Some(0.3))]);
        let told: Vec<(String, String, Option<String>, Option<String>)> =
            changes(&[now], &[before]).into_iter().map(|one| (one.row, one.column, one.before, one.now)).collect();
        let some = |text: &str| Some(text.to_owned());
        let expected = [
            ("甲", "已达标", some("1"), some("2")),
            ("甲", "达标率", some("50.0%"), some("100.0%")),
            ("丁", "已达标", None, some("3")),
            ("丁", "达标率", None, some("30.0%")),
            ("丙", "已达标", some("1"), None),
            ("丙", "达标率", some(""), None),
        ];
        assert_eq!(told, expected.map(|(row, column, before, now)| (row.to_owned(), column.to_owned(), before, now)));
    }

    #[test]
    fn who_moved_is_told_with_those_who_came_and_went() {
        let person = |code: &str, met| Person { quota: "q".into(), code: code.into(), name: code.into(), met };
        let told = moved(
            &[person("1", true), person("2", true), person("3", false)],
            vec![person("1", false), person("2", true), person("4", true)],
        );
        let told: Vec<(&str, Option<bool>, Option<bool>)> =
            told.iter().map(|one| (one.code.as_str(), one.met_before, one.met_now)).collect();
        let expected = [("1", Some(false), Some(true)), ("3", None, Some(false)), ("4", Some(true), None)];
        assert_eq!(told, expected);
    }
}
