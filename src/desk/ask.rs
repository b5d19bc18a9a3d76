//! Questions on a terminal: a line, yes or no, one of several choices, a whole record. Nothing is asked where standard
//! input or standard error is not a terminal. All that is shown goes to standard error, with numbers masked and control
//! characters made visible.

mod terminal;
pub mod typed;

use std::io::{self, IsTerminal};
use std::path::Path;

use dialoguer::{FuzzySelect, Input, Select};

use self::terminal::{LinePrompt, ListPrompt};
use crate::intake::{self, Options};
use crate::lang::{self, ask as text};
use crate::model::exit::{Exit, stop};
use crate::model::fields::{self, Field, Listed};
use crate::model::words::ListKind;
use crate::output;
use crate::privacy;

/// Up to so many choices are listed in full.
const SHORT_LIST: usize = 8;
/// Rows that a longer list takes at most.
const LIST_ROWS: usize = 10;

/// Whether somebody could answer.
pub fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Refuses to ask where nobody could answer: there `FuzzySelect` would wait for a key for ever.
pub fn check() -> anyhow::Result<()> {
    if is_possible() { Ok(()) } else { Err(stop(Exit::Usage, text::no_terminal())) }
}

/// What a record by prompts is asked for with.
pub struct Form<'a> {
    pub kind: ListKind,
    /// What flags have given, which is not asked for.
    pub given: &'a [(String, String)],
    /// The record is nowhere without a place of its own.
    pub wants_place: bool,
    pub office_file: &'a Path,
    pub options: &'a Options,
}

/// A record by prompts: each header with its answer, blank answers left out. What is required is asked first, and again
/// until it is there; an answer that is not a value of its field is asked for again. What was typed and not saved the last
/// time is offered.
///
/// # Errors
/// The end of input, or a no at the end: nothing was changed (exit 3).
pub fn record(form: &Form<'_>) -> anyhow::Result<Vec<(String, String)>> {
    check()?;
    let mut answers = form.given.to_vec();
    let is_there = |answers: &[(String, String)], field| {
        answers.iter().any(|(one, _)| intake::field_of(form.kind, one) == Some(field))
    };
    if let Some(typed) = typed::kept(form.office_file, form.kind) {
        note(&text::typed_before());
        typed.iter().for_each(|(header, answer)| note(&format!("  {header}  {answer}")));
        if yes(&text::go_on_with())? {
            let new = typed.into_iter().filter(|(header, _)| {
                intake::field_of(form.kind, header).is_some_and(|field| !is_there(form.given, field))
            });
            answers.extend(new);
        } else {
            typed::forget(form.office_file)?;
        }
    }
    for one in fields_of(form) {
        if is_there(&answers, one.field) {
            continue;
        }
        let header = one.header();
        let label = lang::pick(header.to_owned(), lang::faults::field_name(one.field));
        if let Some(answer) = value(form, header, &label, is_required(form, one))? {
            answers.push((header.to_owned(), answer));
            typed::keep(form.office_file, form.kind, &answers)?;
        }
    }
    note(&text::summary());
    for (header, answer) in &answers {
        note(&format!("  {header}  {answer}"));
    }
    if yes(&text::save())? { Ok(answers) } else { Err(nothing_saved()) }
}

/// The fields that are asked for, those that are required first; everything else is for `--set`.
fn fields_of(form: &Form<'_>) -> Vec<&'static Listed> {
    let mut fields = fields::asked(form.kind);
    fields.sort_by_key(|one| !is_required(form, one));
    fields
}

fn is_required(form: &Form<'_>, one: &Listed) -> bool {
    let is_place = matches!(one.field, Field::Place | Field::Community);
    intake::required(form.kind).contains(&one.field) || (form.wants_place && is_place)
}

/// The value of one field; `None` where an optional one is skipped.
fn value(form: &Form<'_>, header: &str, label: &str, is_required: bool) -> anyhow::Result<Option<String>> {
    let prompt = if is_required { text::required(label) } else { text::optional(label) };
    let problem = |answer: &str| {
        if answer.is_empty() {
            return Ok(is_required.then(text::is_required));
        }
        let flaw = intake::problem(form.kind, header, answer, form.options)?;
        Ok(flaw.map(|(field, kind)| lang::faults::fault_of(Some(field), &kind)))
    };
    let answer = checked_line(&prompt, problem)?.ok_or_else(nothing_saved)?;
    Ok((!answer.is_empty()).then_some(answer))
}

/// A question that wants yes or no, in either language. Errors: the end of input (exit 3).
pub fn yes(question: &str) -> anyhow::Result<bool> {
    let problem = |answer: &str| Ok(yes_or_no(answer).is_none().then(text::yes_or_no));
    let answer = checked_line(question, problem)?.ok_or_else(nothing_saved)?;
    Ok(yes_or_no(&answer) == Some(true))
}

fn yes_or_no(answer: &str) -> Option<bool> {
    match answer.to_lowercase().as_str() {
        "y" | "yes" | "是" | "好" | "1" => Some(true),
        "n" | "no" | "否" | "不" | "0" => Some(false),
        _ => None,
    }
}

/// One line, without blanks around it; `None` at the end of input.
pub fn line(prompt: &str) -> anyhow::Result<Option<String>> {
    checked_line(prompt, |_| Ok(None))
}

/// The same; where `problem` finds one, it is shown and the question is asked again.
pub fn checked_line(
    prompt: &str,
    mut problem: impl FnMut(&str) -> anyhow::Result<Option<String>>,
) -> anyhow::Result<Option<String>> {
    check()?;
    let term = terminal::term();
    let theme = LinePrompt { columns: usize::from(term.size().1) };
    let mut failure = None;
    let validate = |answer: &String| match problem(answer.trim()) {
        Ok(None) => Ok(()),
        Ok(Some(problem)) => Err(visible(&problem)),
        Err(cause) => {
            failure = Some(cause);
            Ok(())
        }
    };
    let input = Input::<String>::with_theme(&theme).with_prompt(visible(prompt)).allow_empty(true);
    let answer = answered(input.validate_with(validate).interact_on(&term))?;
    if let Some(cause) = failure {
        return Err(cause);
    }
    Ok(answer.filter(|answer| !terminal::ends_input(answer)).map(|answer| answer.trim().to_owned()))
}

/// One of a few choices, by its place among them. `None` where Esc or the end of input leaves the question open.
pub fn choose(question: &str, choices: &[String]) -> anyhow::Result<Option<usize>> {
    check()?;
    let term = terminal::term();
    let (rows, columns) = term.size();
    if choices.len() > SHORT_LIST.min(usize::from(rows).saturating_sub(3)) {
        return search(question, choices);
    }
    let labels = visible_all(choices);
    let theme = ListPrompt { columns: usize::from(columns), labels: &labels, hint: text::list_hint() };
    let select = Select::with_theme(&theme).with_prompt(visible(question)).items(theme.keys());
    Ok(answered(select.default(0).report(true).interact_on_opt(&term))?.flatten())
}

/// The same of many choices: what is typed finds those that contain it.
pub fn search(question: &str, choices: &[String]) -> anyhow::Result<Option<usize>> {
    check()?;
    let term = terminal::term();
    let labels = visible_all(choices);
    let theme = ListPrompt { columns: usize::from(term.size().1), labels: &labels, hint: text::search_hint() };
    let select = FuzzySelect::with_theme(&theme).with_prompt(visible(question)).items(theme.search_labels());
    Ok(answered(select.default(0).max_length(LIST_ROWS).interact_on_opt(&term))?.flatten())
}

/// The answer; `None` at the end of input, and at an interrupt where whoever started the program ignores those.
fn answered<T>(answer: dialoguer::Result<T>) -> anyhow::Result<Option<T>> {
    match answer.map_err(io::Error::from) {
        Ok(answer) => Ok(Some(answer)),
        Err(cause) if matches!(cause.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::Interrupted) => {
            note("");
            Ok(None)
        }
        Err(cause) => Err(cause.into()),
    }
}

/// Keeps the window open until a key is pressed, where it would close with the program.
pub fn keep_window() {
    if is_possible() {
        note(&text::any_key());
        if terminal::term().read_key().is_err() {
            // Nobody is there to press one.
        }
    }
}

pub fn note(message: &str) {
    super::warn(message);
}

/// A text as it may be shown, in one line.
fn visible(text: &str) -> String {
    output::safe(&privacy::mask_text(text)).into_owned()
}

fn visible_all(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| visible(text)).collect()
}

/// The error of whoever gives up before anything was saved.
pub fn nothing_saved() -> anyhow::Error {
    stop(Exit::Refused, text::nothing_saved())
}
