//! Questions on a terminal. Nothing is ever asked where standard input or standard error is none.

use std::io::{self, BufRead, IsTerminal, Write};

use crate::intake::{self, Options};
use crate::lang::{self, ask as text};
use crate::model::exit::{Exit, stop};
use crate::model::field::Field;
use crate::model::words::ListKind;

/// Whether somebody could answer.
pub fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Refuses to ask where nobody could answer.
pub fn check() -> anyhow::Result<()> {
    if is_possible() { Ok(()) } else { Err(stop(Exit::Usage, text::no_terminal())) }
}

/// A record by prompts: each head with what was answered, blank ones left out. What `known` says is not asked again;
/// an answer that is no value of its field is told and asked again.
///
/// # Errors
/// The end of input, or a no at the end: nothing was changed (exit 3).
pub fn record(kind: ListKind, known: &[(String, String)], options: &Options) -> anyhow::Result<Vec<(String, String)>> {
    check()?;
    let mut answers = known.to_vec();
    for &field in asked(kind) {
        let Some(head) = intake::head(kind, field) else { continue };
        let is_known = |(one, _): &(String, String)| intake::field_of(kind, one) == Some(field);
        if answers.iter().any(is_known) {
            continue;
        }
        let label = lang::pick(head.to_owned(), lang::faults::field_name(field));
        let is_required = intake::required(kind).contains(&field);
        if let Some(answer) = value(kind, head, &label, is_required, options)? {
            answers.push((head.to_owned(), answer));
        }
    }
    say(&text::summary());
    for (head, answer) in &answers {
        say(&format!("  {head}  {answer}"));
    }
    if yes(&text::save())? { Ok(answers) } else { Err(nothing()) }
}

/// One answer; `None` where an optional field is skipped.
fn value(
    kind: ListKind,
    head: &str,
    label: &str,
    is_required: bool,
    options: &Options,
) -> anyhow::Result<Option<String>> {
    loop {
        let prompt = if is_required { text::required(label) } else { text::optional(label) };
        let answer = line(&prompt)?;
        if answer.is_empty() {
            if is_required {
                say(&text::is_required());
                continue;
            }
            return Ok(None);
        }
        match intake::problem(kind, head, &answer, options)? {
            None => return Ok(Some(answer)),
            Some(why) => say(&lang::faults::fault_of(Some(why.0), &why.1)),
        }
    }
}

/// A question that wants yes or no.
pub fn yes(question: &str) -> anyhow::Result<bool> {
    loop {
        match line(question)?.to_lowercase().as_str() {
            "y" | "yes" | "是" | "好" | "1" => return Ok(true),
            "n" | "no" | "否" | "不" | "0" => return Ok(false),
            _ => say(&text::yes_or_no()),
        }
    }
}

/// One line of what is typed, without blanks around it. Errors: the end of input (exit 3).
pub fn line(prompt: &str) -> anyhow::Result<String> {
    line_or_end(prompt)?.ok_or_else(nothing)
}

/// The same; `None` at the end of input.
pub fn line_or_end(prompt: &str) -> anyhow::Result<Option<String>> {
    write!(io::stderr(), "{prompt}").and_then(|()| io::stderr().flush())?;
    let mut typed = String::new();
    if io::stdin().lock().read_line(&mut typed)? == 0 {
        say("");
        return Ok(None);
    }
    Ok(Some(typed.trim().to_owned()))
}

pub fn say(words: &str) {
    super::tell(words);
}

fn nothing() -> anyhow::Error {
    stop(Exit::Refused, text::nothing_saved())
}

/// What is asked of each kind; everything else is for `--set`.
fn asked(kind: ListKind) -> &'static [Field] {
    use Field::*;
    match kind {
        ListKind::Wishes => &[
            Wisher,
            Community,
            Phone,
            WisherClass,
            Age,
            Address,
            Form,
            Theme,
            Content,
            Reason,
            Quantity,
            Budget,
            Deadline,
            CollectedOn,
            Consent,
            Note,
        ],
        ListKind::Projects => &[Title, Content, Place, Theme, Proposer, Beneficiaries, Budget, Deadline, Note],
        ListKind::Members => &[Name, Id, Phone, Class, Org, Place, RegisteredOn, Skills, Note],
        ListKind::Orgs => &[Code, Name, ShortName, Class, Parent, Street, Contact, Phone, RegisteredOn, Note],
        ListKind::Claims => &[Need, Claimants, Org, Phone, ClaimedOn, State, Note],
        ListKind::Decisions => &[Code, Outcome, Reason],
        ListKind::Places => &[District, Street, Community, Station],
    }
}
