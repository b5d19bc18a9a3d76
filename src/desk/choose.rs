//! Which person, organisation or place a name on the command line means where several have it: asked on a terminal,
//! before a change begins, so that nobody else waits for the answer.

use std::collections::{HashMap, HashSet};

use crate::intake::{List, Read};
use crate::lang::ask as text;
use crate::lang::faults::listed;
use crate::model::code::Code;
use crate::model::fault::Candidate;
use crate::model::place::PlacePath;
use crate::privacy;
use crate::similar::{self, initials};
use crate::store::claimant::{self, Found};
use crate::store::collect::{PlaceChecks, PlaceContext};
use crate::store::find::{self, Orgs};
use crate::store::place::{NoPlace, Places};
use crate::store::{Session, Store, setting};

use super::needs::{self, Among, Meant};
use super::{ask, names};

/// A claimant's name as it was given, or the code of the one chosen: where several have that name, and where nobody has
/// it, of those in whose names it is a part or the pinyin initials.
pub fn claimant(store: &Store, word: &str) -> anyhow::Result<String> {
    if !ask::is_possible() {
        return Ok(word.to_owned());
    }
    let reading = store.read()?;
    let orgs = Orgs::load(&reading)?;
    let choices = match claimant::resolve(&reading, &orgs, word)? {
        Found::One(_) => Vec::new(),
        Found::Several(people) => {
            let people = labelled(&people);
            if people.is_empty() { labelled_orgs(&reading, orgs.named(word))? } else { people }
        }
        Found::Nobody => {
            let people = claimant::elsewhere(&reading, &orgs, word)?;
            if people.is_empty() { like(&reading, &orgs, word)? } else { labelled(&people) }
        }
    };
    reading.finish()?;
    if choices.is_empty() { Ok(word.to_owned()) } else { code_of(word, choices) }
}

/// Who it is, asked where no flag says so; nothing where nobody could answer.
pub fn claimant_asked(store: &Store) -> anyhow::Result<Vec<String>> {
    if !ask::is_possible() {
        return Ok(Vec::new());
    }
    let answer = ask::line(&text::who_claims())?.ok_or_else(ask::nothing_saved)?;
    names::words(&[answer]).map(|word| claimant(store, word)).collect()
}

/// Code and label of each of these people.
fn labelled(people: &[Candidate]) -> Vec<(String, String)> {
    let person = |person: &Candidate| match person {
        Candidate::Person { code, .. } | Candidate::Namesake { code, .. } => {
            Some((code.to_string(), listed(std::slice::from_ref(person), "")))
        }
        Candidate::Named(_) => None,
    };
    people.iter().filter_map(person).collect()
}

/// So many people and organisations are shown of those whose names have a part in common.
const MOST: usize = 50;

/// Code and label of the members and organisations in whose names the word is a part, or the pinyin initials.
fn like(session: &Session, orgs: &Orgs, word: &str) -> anyhow::Result<Vec<(String, String)>> {
    let letters = initials::are_letters(word);
    let fits = |name: &str| name.contains(word) || (letters && initials::begin(word, name));
    let mut people = Vec::new();
    for name in find::member_names(session)?.iter().filter(|name| fits(name)) {
        people.extend(find::members_by_name(session, name)?.iter().map(|member| claimant::namesake(orgs, member)));
        if people.len() >= MOST {
            break;
        }
    }
    let units: Vec<i64> = orgs.all().into_iter().filter(|(_, _, name)| fits(name)).map(|(id, _, _)| id).collect();
    let mut choices = labelled(&people);
    choices.extend(labelled_orgs(session, &units)?);
    choices.truncate(MOST);
    Ok(choices)
}

/// The codes as they were given; for words that several needs have, the code of the one chosen. Where no code is given,
/// a terminal is asked.
pub fn needs(store: &Store, codes: &[Code], among: Among) -> anyhow::Result<Vec<Code>> {
    if !ask::is_possible() {
        return Ok(codes.to_vec());
    }
    let mut codes = codes.to_vec();
    if codes.is_empty() {
        let problem = |answer: &str| Ok(answer.parse::<Code>().err().map(|_| text::is_required()));
        let answer = ask::checked_line(&text::which_need(), problem)?.ok_or_else(ask::nothing_saved)?;
        codes.push(answer.parse()?);
    }
    let reading = store.read()?;
    let mut found = Vec::with_capacity(codes.len());
    for code in codes {
        found.push(match needs::resolve(&reading, &code, among)? {
            Meant::Several(several) => {
                let choices = several.iter().map(|need| Ok((need.code.to_string(), needs::brief(&reading, need)?)));
                (code, choices.collect::<anyhow::Result<Vec<_>>>()?)
            }
            Meant::One(_) | Meant::Nothing => (code, Vec::new()),
        });
    }
    reading.finish()?;
    let settle = |(code, choices): (Code, Vec<(String, String)>)| -> anyhow::Result<Code> {
        if choices.is_empty() { Ok(code) } else { Ok(code_of(code.as_str(), choices)?.parse()?) }
    };
    found.into_iter().map(settle).collect()
}

/// An organisation's name as it was given, or the code of the one chosen where several have that name.
pub fn org(store: &Store, word: &str) -> anyhow::Result<String> {
    if !ask::is_possible() {
        return Ok(word.to_owned());
    }
    let reading = store.read()?;
    let choices = labelled_orgs(&reading, Orgs::load(&reading)?.named(word))?;
    reading.finish()?;
    if choices.len() < 2 { Ok(word.to_owned()) } else { code_of(word, choices) }
}

/// Code and label of each of these organisations.
fn labelled_orgs(session: &Session, orgs: &[i64]) -> anyhow::Result<Vec<(String, String)>> {
    let labelled = |id: &i64| {
        let org = find::org_by_id(session, *id)?;
        Ok((org.code.to_string(), format!("{} {}", org.code, org.name)))
    };
    orgs.iter().map(labelled).collect()
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

/// What the names of new places are looked through for.
pub const PLACE_CHECKS: PlaceChecks =
    PlaceChecks { is_private: privacy::is_private_place, are_near: similar::near_places };

/// Which known place is meant by each path in these lists whose name is close to known ones, or that it is new: asked on
/// a terminal, once a path. Errors: whoever is asked gives up (exit 3).
pub fn near_places(
    store: &Store,
    under: Option<&PlacePath>,
    lists: &[List],
) -> anyhow::Result<HashMap<PlacePath, Option<PlacePath>>> {
    let mut answers = HashMap::new();
    if !ask::is_possible() {
        return Ok(answers);
    }
    let reading = store.read()?;
    let (places, office) = (Places::load(&reading)?, setting::office_place(&reading)?);
    reading.finish()?;
    let under = under.map_or(Ok(office), |path| places.find(path, office)).unwrap_or(office);
    let context = PlaceContext::new(places, under, PLACE_CHECKS);
    let mut seen = HashSet::new();
    for list in lists {
        for row in list.rows()? {
            // A row that stops the list is reported when the rows are imported.
            let Ok(row) = row else { break };
            let Read::Draft { draft, .. } = row.read else { continue };
            let Some(path) = draft.place().filter(|path| !seen.contains(*path)) else { continue };
            seen.insert(path.clone());
            if let Some((new, near)) = context.near(path) {
                answers.insert(path.clone(), near_place(&context.places, new, &near)?);
            }
        }
    }
    Ok(answers)
}

fn near_place(places: &Places, new: &str, near: &[i64]) -> anyhow::Result<Option<PlacePath>> {
    let paths: Vec<String> = near.iter().map(|id| places.path(*id)).collect();
    let choices: Vec<String> = paths.iter().cloned().chain([text::is_new_place(new)]).collect();
    let chosen = ask::choose(&text::which_near_place(new), &choices)?.ok_or_else(ask::nothing_saved)?;
    Ok(paths.get(chosen).map(|path| path.parse()).transpose()?)
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
