//! The seal of a report: its parameters and its place in the log, so that it can be run again, and `report verify`, which
//! does that.

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::analysis::Analysis;
use super::shared::Shared;
use super::{Made, Request, Verb, current_head, made, with_changes};
use crate::desk::Context;
use crate::desk::answer::{AnswerArgs, HeadJson};
use crate::lang::report::{self as text, column};
use crate::lang::{self, Lang, lists};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::small_file;
use crate::output::Cell;
use crate::output::report::{Column, Columns, Report, Section};
use crate::store::as_of;
use crate::store::log::Head;

/// Run a report again from its seal, and say whether the result is still the same
///
/// FILE is a report as `--format json` wrote it. It is made again with its own parameters over what the file knew at its
/// place in the log; exit code 1 and each difference where a figure, or the log itself, has been changed since.
#[derive(Debug, clap::Args)]
pub struct VerifyArgs {
    /// The report, as JSON
    #[arg(value_name = "FILE")]
    pub file: String,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

/// How a report was made, as it carries it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Seal {
    /// The report and its parameters.
    report: Value,
    lang: Lang,
    /// The day on which it was made.
    pub today: Day,
    /// The time: ISO, with offset.
    at: String,
    /// The newest entry of the log.
    entry: i64,
    hash: String,
    /// Whether it is run again: later entries do not count then.
    #[serde(skip)]
    again: bool,
    #[serde(skip)]
    operator: String,
}

impl Seal {
    pub fn new(verb: &Verb, head: Head, context: &Context) -> Seal {
        Seal {
            report: serde_json::to_value(verb).unwrap_or_default(),
            lang: lang::current(),
            today: context.today,
            at: context.now.clone(),
            entry: head.entry,
            hash: head.hash_hex(),
            again: false,
            operator: context.operator.clone(),
        }
    }

    /// The last entry that counts, where the report is run again.
    pub fn until(&self) -> Option<i64> {
        self.again.then_some(self.entry)
    }

    /// The rules, with the line that seals them.
    pub fn footer(&self, mut rules: Vec<String>) -> Vec<String> {
        let short = self.hash.get(..16).unwrap_or(&self.hash);
        rules.push(text::sealed_line(&self.at, format!("{}:{short}", self.entry)));
        rules
    }

    pub fn letterhead(&self, office: &str, shared: &Shared) -> Vec<(String, String)> {
        let form = &shared.form;
        vec![
            (text::label_office(), office.to_owned()),
            (text::label_filled_by(), form.filled_by.clone().unwrap_or_else(|| self.operator.clone())),
            (text::label_phone(), form.phone.clone().unwrap_or_default()),
            (text::label_day(), self.today.to_string()),
        ]
    }

    /// The report and its document, ready to be written.
    pub fn sealed(&self, made: Made, verb: &Verb) -> anyhow::Result<(Report, Value)> {
        let Made { analysis, office, .. } = made;
        let footer = self.footer(analysis.rules);
        let mut document = analysis.document;
        let head = HeadJson { entry: self.entry, hash: self.hash.clone() };
        document.insert("head".to_owned(), serde_json::to_value(head)?);
        let notes = analysis.sections.iter().filter(|section| !section.is_detail).flat_map(|one| &one.notes);
        let lines: Vec<&String> = notes.chain(&footer).collect();
        document.insert("footer".to_owned(), serde_json::to_value(lines)?);
        document.insert("sealed".to_owned(), serde_json::to_value(self)?);
        let letterhead = verb.shared().map(|shared| self.letterhead(&office, shared)).unwrap_or_default();
        let Analysis { title, sections, is_one_sheet, .. } = analysis;
        let report = Report { title, letterhead, sections, footer, is_one_sheet };
        Ok((report, Value::Object(document)))
    }
}

/// A place where the report and the log no longer agree.
#[derive(Debug)]
struct Difference {
    /// As `quotas[0].total.met`.
    place: String,
    report: Value,
    again: Value,
}

pub fn verify(args: &VerifyArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let bytes = small_file::read(&args.file, small_file::REPORT).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::FileTooLarge => stop(Exit::Refused, text::no_report(&args.file, 1)),
        std::io::ErrorKind::NotFound => stop(Exit::Refused, lists::no_such_file(&args.file)),
        _ => stop(Exit::Refused, lists::cannot_read(&args.file)),
    })?;
    let written = small_file::text(bytes).map_err(|_| stop(Exit::Refused, text::no_report(&args.file, 1)))?;
    let written: Value = serde_json::from_str(&written)
        .map_err(|cause| stop(Exit::Refused, text::no_report(&args.file, cause.line())))?;
    let (seal, verb) = seal_of(&written).map_err(|_| stop(Exit::Refused, text::no_seal(&args.file)))?;
    let differences = match again(seal, &verb, context)? {
        Ok(again) => differences(&written, &as_written(again, &written)),
        Err(difference) => vec![difference],
    };
    let same = differences.is_empty();
    let verdict = if same { text::same(&args.file) } else { text::different(&args.file, differences.len()) };
    let section = differences_section(&differences);
    let document = serde_json::json!({"same": same, "differences": section.items()});
    let sections = if same { vec![Section::default()] } else { vec![section] };
    let report = Report { footer: vec![verdict], sections, ..Report::default() };
    super::write(&args.answer, false, report, &document, context)?;
    Ok(if same { Exit::Done } else { Exit::Partly })
}

fn differences_section(differences: &[Difference]) -> Section {
    let columns: Columns<Difference> = vec![
        Column::text("place", column::location()).of(|one: &Difference| Cell::text_of(one.place.as_str())),
        Column::text("report", column::in_report())
            .of(|one: &Difference| Cell::coded(shown(&one.report), one.report.clone())),
        Column::text("again", column::run_again())
            .of(|one: &Difference| Cell::coded(shown(&one.again), one.again.clone())),
    ]
    .into();
    columns.section("differences", "", differences)
}

fn seal_of(written: &Value) -> anyhow::Result<(Seal, Verb)> {
    let sealed = written.get("sealed").context("sealed")?;
    let mut seal: Seal = serde_json::from_value(sealed.clone())?;
    let verb = serde_json::from_value(seal.report.clone())?;
    seal.again = true;
    Ok((seal, verb))
}

/// The report made again, or where the log itself has been changed.
fn again(seal: Seal, verb: &Verb, context: &Context) -> anyhow::Result<Result<Value, Difference>> {
    let store = context.open()?;
    let newest = current_head(&store)?;
    let then = if seal.entry > newest.entry { newest } else { as_of::moment(&*store.read()?, seal.entry)?.head };
    if (then.entry, then.hash_hex()) != (seal.entry, seal.hash.clone()) {
        return Ok(Err(Difference {
            place: "head".to_owned(),
            report: Value::String(format!("{}:{}", seal.entry, seal.hash)),
            again: Value::String(format!("{}:{}", then.entry, then.hash_hex())),
        }));
    }
    let Some(shared) = verb.shared() else { return Err(stop(Exit::Refused, text::no_report_again())) };
    lang::speaking(seal.lang, || {
        let made = made(verb, &store, &Request::of(shared, Some(seal.entry), seal.today))?;
        let made = with_changes(made, verb, &seal, context)?;
        Ok(Ok(seal.sealed(made, verb)?.1))
    })
}

/// The report made again, without the verdict of `--check` where an earlier version of the program wrote none.
fn as_written(mut again: Value, written: &Value) -> Value {
    if let (Value::Object(again), None) = (&mut again, written.get("check")) {
        again.remove("check");
    }
    again
}

fn differences(written: &Value, again: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    compare("", written, again, &mut found);
    found
}

fn compare(place: &str, written: &Value, again: &Value, found: &mut Vec<Difference>) {
    let missing = Value::Null;
    match (written, again) {
        (Value::Object(one), Value::Object(other)) => {
            for (name, value) in one {
                let place = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
                compare(&place, value, other.get(name).unwrap_or(&missing), found);
            }
            for (name, value) in other.iter().filter(|(name, _)| !one.contains_key(*name)) {
                let place = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
                compare(&place, &missing, value, found);
            }
        }
        (Value::Array(one), Value::Array(other)) => {
            for at in 0..one.len().max(other.len()) {
                let (left, right) = (one.get(at).unwrap_or(&missing), other.get(at).unwrap_or(&missing));
                compare(&format!("{place}[{at}]"), left, right, found);
            }
        }
        _ if written == again => {}
        _ => found.push(Difference { place: place.to_owned(), report: written.clone(), again: again.clone() }),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_is_read_as_it_was_written() {
        let rates: Vec<f64> =
            (1..60).flat_map(|whole| (0..whole).map(move |part| f64::from(part) / f64::from(whole))).collect();
        let made = serde_json::json!({ "rates": rates });
        let written: Value = serde_json::from_str(&made.to_string()).unwrap();
        assert!(differences(&written, &made).is_empty());
    }

    #[test]
    fn every_difference_is_named_by_its_place() {
        let written = serde_json::json!({"quotas": [{"met": 3}], "campaign": "2021", "gone": 1});
        let again = serde_json::json!({"quotas": [{"met": 2}, {"met": 1}], "campaign": "2021"});
        let places: Vec<String> = differences(&written, &again).into_iter().map(|one| one.place).collect();
        assert_eq!(places, ["quotas[0].met", "quotas[1]", "gone"]);
        assert!(differences(&again, &again).is_empty());
    }
}
