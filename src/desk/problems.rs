//! What is wrong with an office file, where, and the way out, as tables and JSON tell it.

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
}

/// A problem in words.
pub fn told(problem: &Problem) -> ProblemJson {
    let of = |what: String, place: String, way_out: String| ProblemJson { what, place, way_out };
    match problem {
        Problem::Integrity(said) => of(text::sqlite_says(said), text::in_file(), text::way_restore()),
        Problem::Unreadable(cause) => of(text::unreadable(cause), text::in_file(), text::way_restore()),
        Problem::Schema(name) => of(text::schema_differs(name), text::in_file(), text::way_restore()),
        Problem::Reference { kind, record, to } => {
            of(text::leads_nowhere(text::kind(to)), text::in_record(text::kind(kind), record), text::way_restore())
        }
        Problem::Setting => of(text::setting_missing(), text::in_file(), text::way_restore()),
        Problem::Misfit(misfit) => {
            let (place, what) = misfit_told(misfit);
            of(what, place, text::way_log())
        }
        Problem::Breach(Breach { code, rule, .. }) => of(rule_told(*rule), code.clone(), text::way_show(code)),
    }
}

fn misfit_told(misfit: &Misfit) -> (String, String) {
    let entry_told = |entry: i64, what: String| (text::in_entry(entry), what);
    match misfit {
        Misfit::Number { entry } => entry_told(*entry, text::entry_number()),
        Misfit::Chain { entry } => entry_told(*entry, text::entry_chain()),
        Misfit::Entry { entry } => entry_told(*entry, text::entry_changed()),
        Misfit::Orphan { entry } => entry_told(*entry, text::entry_orphan()),
        Misfit::Before { kind, record, entry } => entry_told(*entry, text::before_differs(text::kind(kind), record)),
        Misfit::Erased { kind, record, entry } => entry_told(*entry, text::erased_by_none(text::kind(kind), record)),
        Misfit::Record { kind, record } => (text::in_record(text::kind(kind), record), text::record_differs()),
        Misfit::Kind { kind, entry } => entry_told(*entry, text::unknown_kind(kind)),
        Misfit::CutOff { entry, last } => entry_told(*entry, text::cut_off(last)),
        Misfit::Recomputed { entry } => entry_told(*entry, text::recomputed()),
    }
}

/// The needs that break a rule, in a sentence.
pub fn breaches_told(breaches: &[Breach]) -> String {
    let told: Vec<String> = breaches.iter().map(|one| text::breach(&one.code, rule_told(one.rule))).collect();
    told.join(crate::lang::semicolon())
}

fn rule_told(rule: Rule) -> String {
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

/// The problems that a table names; JSON has them all.
const NAMED: usize = 100;

pub fn sheet(problems: &[ProblemJson]) -> Sheet {
    if problems.is_empty() {
        return Sheet::default();
    }
    let mut sheet = Sheet::new(text::problem_heads());
    for problem in problems.iter().take(NAMED) {
        sheet.rows.push(vec![
            Cell::text_of(problem.place.clone()),
            Cell::text_of(problem.what.clone()),
            Cell::text_of(problem.way_out.clone()),
        ]);
    }
    if problems.len() > NAMED {
        sheet.foot.push(text::problems(problems.len()));
    }
    sheet
}
