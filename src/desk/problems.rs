//! Problems of an office file for tables and JSON: what is wrong, where, and what to do about it.

use serde::Serialize;

use crate::lang::trust as text;
use crate::output::{Cell, Sheet};
use crate::store::check::{Breach, Problem, Rule};
use crate::store::verify::Misfit;

#[derive(Debug, Clone, Serialize)]
pub struct ProblemJson {
    pub what: String,
    #[serde(rename = "where")]
    pub place: String,
    pub way_out: String,
    /// What is wrong, as a word.
    code: &'static str,
    /// Where, for programs: the entry of the log, the table, and there the number of the record, or its code.
    at_entry: Option<i64>,
    table: Option<String>,
    record: Option<String>,
}

/// The problem in words.
pub fn describe(problem: &Problem) -> ProblemJson {
    let code = problem.code();
    let (at_entry, table, record) = match problem {
        Problem::Place { place } => (None, Some("place".to_owned()), Some(place.to_string())),
        Problem::OrgCircle { code } => (None, Some("org".to_owned()), Some(code.clone())),
        Problem::Reference { kind, record, .. } => (None, Some(kind.clone()), Some(record.to_string())),
        Problem::Breach(Breach { code, .. }) => (None, Some("need".to_owned()), Some(code.clone())),
        Problem::Misfit(misfit) => located(misfit),
        Problem::Integrity(_) | Problem::Unreadable(_) | Problem::Schema(_) | Problem::Setting => (None, None, None),
    };
    let of = |what: String, place: String, way_out: String| ProblemJson {
        what,
        place,
        way_out,
        code,
        at_entry,
        table: table.clone(),
        record: record.clone(),
    };
    match problem {
        Problem::Integrity(message) => of(text::sqlite_says(message), text::in_file(), text::way_restore()),
        Problem::Unreadable(cause) => of(text::unreadable(cause), text::in_file(), text::way_restore()),
        Problem::Schema(name) => of(text::schema_differs(name), text::in_file(), text::way_restore()),
        Problem::Place { place } => {
            of(text::place_above_itself(), text::in_record(text::kind("place"), place), text::way_restore())
        }
        Problem::OrgCircle { code } => of(text::org_above_itself(), code.clone(), text::way_parent(code)),
        Problem::Reference { kind, record, to } => {
            of(text::leads_nowhere(text::kind(to)), text::in_record(text::kind(kind), record), text::way_restore())
        }
        Problem::Setting => of(text::setting_missing(), text::in_file(), text::way_restore()),
        Problem::Misfit(misfit) => {
            let (place, what) = describe_misfit(misfit);
            of(what, place, text::way_log())
        }
        Problem::Breach(Breach { code, rule, .. }) => of(rule_text(*rule), code.clone(), text::way_show(code)),
    }
}

/// The entry, the table and the record that a misfit is found at.
fn located(misfit: &Misfit) -> (Option<i64>, Option<String>, Option<String>) {
    match misfit {
        Misfit::Record { kind, record } => (None, Some((*kind).to_owned()), Some(record.to_string())),
        Misfit::Before { kind, record, entry } | Misfit::Erased { kind, record, entry } => {
            (Some(*entry), Some((*kind).to_owned()), Some(record.to_string()))
        }
        Misfit::Kind { kind, entry } => (Some(*entry), Some(kind.clone()), None),
        Misfit::Number { entry }
        | Misfit::Chain { entry }
        | Misfit::Entry { entry }
        | Misfit::Orphan { entry }
        | Misfit::ErasedHistory { entry }
        | Misfit::CutOff { entry, .. }
        | Misfit::Recomputed { entry } => (Some(*entry), None, None),
    }
}

fn describe_misfit(misfit: &Misfit) -> (String, String) {
    let at_entry = |entry: i64, what: String| (text::in_entry(entry), what);
    match misfit {
        Misfit::Number { entry } => at_entry(*entry, text::entry_number()),
        Misfit::Chain { entry } => at_entry(*entry, text::entry_chain()),
        Misfit::Entry { entry } => at_entry(*entry, text::entry_changed()),
        Misfit::Orphan { entry } => at_entry(*entry, text::entry_orphan()),
        Misfit::Before { kind, record, entry } => at_entry(*entry, text::before_differs(text::kind(kind), record)),
        Misfit::Erased { kind, record, entry } => at_entry(*entry, text::erased_by_none(text::kind(kind), record)),
        Misfit::ErasedHistory { entry } => at_entry(*entry, text::erased_history_differs()),
        Misfit::Record { kind, record } => (text::in_record(text::kind(kind), record), text::record_differs()),
        Misfit::Kind { kind, entry } => at_entry(*entry, text::unknown_kind(kind)),
        Misfit::CutOff { entry, last } => at_entry(*entry, text::cut_off(last)),
        Misfit::Recomputed { entry } => at_entry(*entry, text::recomputed()),
    }
}

/// The needs that break a rule, in one sentence.
pub fn breaches_text(breaches: &[Breach]) -> String {
    let sentences: Vec<String> = breaches.iter().map(|one| text::breach(&one.code, rule_text(one.rule))).collect();
    sentences.join(crate::lang::semicolon())
}

fn rule_text(rule: Rule) -> String {
    match rule {
        Rule::Quantity => text::rule_quantity(),
        Rule::NoRunningClaim => text::rule_no_running_claim(),
        Rule::OneLead => text::rule_one_lead(),
        Rule::OnTheWall => text::rule_on_the_wall(),
        Rule::WayBack => text::rule_way_back(),
        Rule::Original => text::rule_original(),
        Rule::Identity => text::rule_identity(),
    }
}

/// The most problems that a table lists; JSON has them all.
const LISTED: usize = 100;

pub fn sheet(problems: &[ProblemJson]) -> Sheet {
    if problems.is_empty() {
        return Sheet::default();
    }
    let mut sheet = Sheet::new(text::problem_headers());
    for problem in problems.iter().take(LISTED) {
        sheet.rows.push(vec![
            Cell::text_of(problem.place.clone()),
            Cell::text_of(problem.what.clone()),
            Cell::text_of(problem.way_out.clone()),
        ]);
    }
    if problems.len() > LISTED {
        sheet.foot.push(text::problems(problems.len()));
    }
    sheet
}
