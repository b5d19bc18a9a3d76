//! Which person, organisation or place a name on the command line means where several have it: asked on a terminal,
//! before a change begins, so that nobody else waits for the answer.

use crate::lang::ask as text;
use crate::lang::faults::listed;
use crate::model::fault::Candidate;
use crate::model::place::PlacePath;
use crate::store::claimant::{self, Clues, Found};
use crate::store::find::{self, Orgs};
use crate::store::place::{NoPlace, Places};
use crate::store::{Session, Store, setting};

use super::ask;

/// A claimant's name as it was given, or the code of the one chosen where several have that name.
pub fn claimant(store: &Store, word: &str) -> anyhow::Result<String> {
    if !ask::is_possible() {
        return Ok(word.to_owned());
    }
    let reading = store.read()?;
    let orgs = Orgs::load(&reading)?;
    let Found::Several(people) = claimant::find(&reading, &orgs, word, &Clues::default())? else {
        return Ok(word.to_owned());
    };
    let person = |person: &Candidate| match person {
        Candidate::Person { code, .. } | Candidate::Namesake { code, .. } => {
            Some((code.to_string(), listed(std::slice::from_ref(person), "")))
        }
        Candidate::Named(_) => None,
    };
    let people: Vec<(String, String)> = people.iter().filter_map(person).collect();
    let choices = if people.is_empty() { orgs_named(&reading, &orgs, word)? } else { people };
    reading.finish()?;
    code_of(word, choices)
}

/// An organisation's name as it was given, or the code of the one chosen where several have that name.
pub fn org(store: &Store, word: &str) -> anyhow::Result<String> {
    if !ask::is_possible() {
        return Ok(word.to_owned());
    }
    let reading = store.read()?;
    let choices = orgs_named(&reading, &Orgs::load(&reading)?, word)?;
    reading.finish()?;
    if choices.len() < 2 { Ok(word.to_owned()) } else { code_of(word, choices) }
}

/// Code and label of each organisation that a word may mean.
fn orgs_named(session: &Session, orgs: &Orgs, word: &str) -> anyhow::Result<Vec<(String, String)>> {
    let labelled = |id: &i64| {
        let org = find::org_by_id(session, *id)?;
        Ok((org.code.to_string(), format!("{} {}", org.code, org.name)))
    };
    orgs.named(word).iter().map(labelled).collect()
}

/// The code of the one chosen; the word itself where none is, which the command then refuses with all who have it.
fn code_of(word: &str, choices: Vec<(String, String)>) -> anyhow::Result<String> {
    let labels: Vec<String> = choices.iter().map(|(_, label)| label.clone()).chain([text::none_of_these()]).collect();
    let chosen = ask::choose(&text::which_of_name(word), &labels)?.and_then(|at| choices.into_iter().nth(at));
    Ok(chosen.map_or_else(|| word.to_owned(), |(code, _)| code))
}

/// A place as it was given, or the path of the one chosen where several have that name; for a command that changes
/// records, before its change begins. Errors: none of them is meant (exit 3).
pub fn place(store: &Store, path: &PlacePath) -> anyhow::Result<PlacePath> {
    if !ask::is_possible() {
        return Ok(path.clone());
    }
    let reading = store.read()?;
    let (places, office) = (Places::load(&reading)?, setting::office_place(&reading)?);
    reading.finish()?;
    match places.find(path, office) {
        Err(NoPlace::Ambiguous(paths)) => one_of(path, &paths)?.ok_or_else(|| super::ambiguous(path, &paths)),
        Ok(_) | Err(NoPlace::Misplaced | NoPlace::Unknown) => Ok(path.clone()),
    }
}

/// The path chosen of those that a place's name may mean; `None` for none of them, and where nobody could answer.
pub fn one_of(place: &PlacePath, paths: &[String]) -> anyhow::Result<Option<PlacePath>> {
    if !ask::is_possible() {
        return Ok(None);
    }
    let choices: Vec<String> = paths.iter().cloned().chain([text::none_of_these()]).collect();
    let chosen = ask::choose(&text::which_place(place), &choices)?.and_then(|at| paths.get(at));
    Ok(chosen.map(|path| path.parse()).transpose()?)
}
