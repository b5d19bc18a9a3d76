//! Which person, organisation or place a name on the command line means where several have it: asked on a terminal,
//! before a change begins, so that nobody else waits for the answer.

use crate::lang::ask as text;
use crate::model::place::PlacePath;
use crate::store::claimant::{self, Beside, Found};
use crate::store::find::{self, Orgs};
use crate::store::place::{NoPlace, Places};
use crate::store::{Store, setting};

use super::ask;

/// A claimant's name as it was given, or the code of the one chosen where several have that name.
pub fn claimant(store: &Store, word: &str) -> anyhow::Result<String> {
    if !ask::is_possible() {
        return Ok(word.to_owned());
    }
    let reading = store.read()?;
    let orgs = Orgs::load(&reading)?;
    let Found::Several(mut choices) = claimant::find(&reading, &orgs, word, &Beside::default())? else {
        return Ok(word.to_owned());
    };
    let members = find::members_by_name(&reading, word)?;
    let mut codes: Vec<String> = members.into_iter().map(|member| member.code.to_string()).collect();
    if codes.is_empty() {
        choices.clear();
        for org in orgs.named(word) {
            let org = find::org_by_id(&reading, *org)?;
            choices.push(format!("{} {}", org.code, org.name));
            codes.push(org.code.to_string());
        }
    }
    reading.finish()?;
    choices.push(text::none_of_these());
    let chosen = ask::choose(&text::which_person(word), &choices)?;
    // None of them: the command refuses the name, with all who have it.
    Ok(chosen.and_then(|at| codes.into_iter().nth(at)).unwrap_or_else(|| word.to_owned()))
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
