//! Lists into the office file: one module a kind. Each takes drafts one by one within a change and says of each what
//! it did; what cannot be taken is a flaw with its reason.

pub mod claims;
pub mod decide_all;
pub mod decisions;
mod listed;
pub mod masks;
pub mod members;
pub mod named;
pub mod needs;
pub mod orgs;
pub mod places;
mod still_shown;
pub mod unread;

use std::collections::HashMap;

use anyhow::Context;

use crate::model::code::Code;
use crate::model::draft::{Draft, Extra, Unread};
use crate::model::fault::{Candidate, FaultKind, Flaw};
use crate::model::fields::Field;
use crate::model::place::PlacePath;
use crate::model::words::Level;

use self::named::{Earlier, Seen, with_place};
use super::find::Orgs;
use super::log::Change;
use super::place::{NoPlace, Places};

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    New,
    Updated,
    Unchanged,
    /// All its cells equal an earlier row of the same file.
    Duplicate,
    /// Not known before `settle`; the draft is as it was, to be taken again.
    Later,
    Faulty(Vec<Flaw>),
}

/// What became of a row, and its warnings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub taken: Taken,
    pub warnings: Vec<Flaw>,
    /// Of a row with cells that could not be read.
    pub waits: Option<Waits>,
}

/// Cells that could not be read and wait with their record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    pub code: Code,
    /// By field or header: those of the row that wait, and not those whose field has a value already.
    pub keys: Vec<String>,
}

impl Waits {
    /// Of a new record, with which all of them wait.
    fn of_new(given: &Unread, code: &Code) -> Option<Waits> {
        let keys = || given.iter().map(|(key, _)| key.clone()).collect();
        (!given.is_empty()).then(|| Waits { code: code.clone(), keys: keys() })
    }

    /// Of a record that keeps these.
    fn of_kept(given: &Unread, code: &Code, kept: Option<&str>) -> anyhow::Result<Option<Waits>> {
        if given.is_empty() {
            return Ok(None);
        }
        let mut keys = unread::keys(kept)?;
        keys.retain(|key| given.iter().any(|(own, _)| own == key));
        Ok(Some(Waits { code: code.clone(), keys }))
    }
}

impl Outcome {
    pub fn of(taken: Taken) -> Outcome {
        Outcome { taken, warnings: Vec::new(), waits: None }
    }

    fn faulty(flaw: Flaw) -> Outcome {
        Outcome::of(Taken::Faulty(vec![flaw]))
    }

    /// Of a row whose record an earlier row of the list has named.
    fn of_earlier(earlier: Earlier) -> Option<Outcome> {
        match earlier {
            Earlier::None => None,
            Earlier::Same => Some(Outcome::of(Taken::Duplicate)),
            Earlier::Differs(row) => Some(Outcome::faulty(Flaw { field: None, why: FaultKind::DiffersFrom { row } })),
        }
    }
}

/// A kind of list going into the office file.
pub trait Import {
    /// What a row of this kind says.
    type Draft;

    /// The draft, where it is of this kind.
    fn of(draft: &mut Draft) -> Option<&mut Self::Draft>;

    /// Takes one row: new, changed, unchanged, repeated or faulty. What becomes a record may be moved out of the draft.
    fn take_draft(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut Self::Draft,
        row: u32,
        fingerprint: u32,
    ) -> anyhow::Result<Outcome>;

    /// Takes one row; `intake` never gives one of another kind.
    fn take(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut Draft,
        row: u32,
        fingerprint: u32,
    ) -> anyhow::Result<Outcome> {
        let draft = Self::of(draft).context("a row of another kind of list")?;
        self.take_draft(change, draft, row, fingerprint)
    }

    /// Ends what a bulk import puts off, so that no row is answered `Later` any more.
    fn settle(&mut self, _change: &mut Change<'_>) -> anyhow::Result<()> {
        Ok(())
    }

    /// Ends a list: the next one's rows are compared among themselves. Flaws of earlier rows that only the end shows.
    fn end_list(&mut self, change: &mut Change<'_>) -> anyhow::Result<Vec<(u32, Flaw)>>;

    /// The records that the lists have named, where a list can be whole for its kind and place.
    fn seen(&self) -> Option<&Seen> {
        None
    }

    /// The organisations, where the kind names them: for suggesting similar ones.
    fn orgs(&self) -> Option<&Orgs>;
}

/// Where a list's places are looked for, and what was found so far.
pub struct PlaceContext {
    pub places: Places,
    /// The place that relative names are read from.
    pub under: i64,
    /// Places that this command made.
    pub made: Vec<i64>,
    /// The last place that was known before: a city's first list brings thousands, which are not compared with each other.
    last: i64,
    known: HashMap<PlacePath, i64>,
    /// Paths that are close to known places, and what is wrong with them.
    near: HashMap<PlacePath, Flaw>,
    pub checks: PlaceChecks,
    /// What was answered about paths that are close to known places: the one that is meant, or that it is new.
    pub answers: HashMap<PlacePath, Option<PlacePath>>,
    /// New places are made however close their names are to known ones.
    pub new_place: bool,
}

/// What a new place's name is looked through for.
#[derive(Clone, Copy)]
pub struct PlaceChecks {
    /// Whether a text cannot be the name of a place, since it says where somebody lives, or who.
    pub is_private: fn(&str) -> bool,
    /// Whether two names are so close that one may be the other mistyped.
    pub are_near: fn(&str, &str) -> bool,
}

impl PlaceContext {
    pub fn new(places: Places, under: i64, checks: PlaceChecks) -> PlaceContext {
        let (known, near, answers) = (HashMap::new(), HashMap::new(), HashMap::new());
        let last = places.last();
        PlaceContext { places, under, made: Vec::new(), last, known, near, checks, answers, new_place: false }
    }

    /// A new name on a path, and the places known before this command whose names are close to it.
    pub fn near<'p>(&self, path: &'p PlacePath) -> Option<(&'p str, Vec<i64>)> {
        let (new, others) = self.places.new_name(path, self.under, self.last)?;
        let is_near = |id: &i64| (self.checks.are_near)(new, self.places.name(*id));
        let near: Vec<i64> = others.into_iter().filter(is_near).collect();
        (!near.is_empty()).then_some((new, near))
    }

    /// The place of a row, if it is there already; `under` itself as in `place`.
    fn existing(&self, path: Option<&PlacePath>) -> Option<i64> {
        match path {
            Some(path) => self.known.get(path).copied().or_else(|| self.places.find(path, self.under).ok()),
            None => self.under_community(),
        }
    }

    fn under_community(&self) -> Option<i64> {
        self.places.level(self.under).is_some_and(|level| level >= Level::Community).then_some(self.under)
    }

    /// The place of a row and the fingerprint of its cells with it, which `seen` notes for the record `stored`. An outcome
    /// where an earlier row of the list has that record, or where the place is none.
    fn place_of_row(
        &mut self,
        change: &mut Change<'_>,
        seen: &mut Seen,
        stored: Option<i64>,
        path: Option<&PlacePath>,
        (row, fingerprint): (u32, u32),
    ) -> anyhow::Result<Result<(Option<i64>, u32), Outcome>> {
        if let Some(id) = stored.filter(|id| seen.has_row(*id)) {
            let cells = with_place(fingerprint, self.existing(path));
            if let Some(outcome) = Outcome::of_earlier(seen.row(id, row, cells)) {
                return Ok(Err(outcome));
            }
        }
        let place = self.place(change, path)?;
        let cells = with_place(fingerprint, place.as_ref().ok().copied().flatten());
        if let Some(id) = stored {
            seen.row(id, row, cells);
        }
        Ok(place.map(|place| (place, cells)).map_err(Outcome::faulty))
    }

    /// The place of a row; `under` itself where the row names none and `under` is a community.
    fn place(
        &mut self,
        change: &mut Change<'_>,
        path: Option<&PlacePath>,
    ) -> anyhow::Result<Result<Option<i64>, Flaw>> {
        let Some(path) = path else { return Ok(Ok(self.under_community())) };
        if let Some(place) = self.known.get(path) {
            return Ok(Ok(Some(*place)));
        }
        if let Some(flaw) = self.near.get(path) {
            return Ok(Err(flaw.clone()));
        }
        let (given, path) = (path, self.answers.get(path).cloned().flatten().unwrap_or_else(|| path.clone()));
        let path = &path;
        let private = path.names().into_iter().find(|name| (self.checks.is_private)(name));
        if let Some(name) = private.filter(|_| self.places.find(path, self.under).is_err()) {
            return Ok(Err(Flaw::of(Field::Place, FaultKind::PrivatePlace { value: name.to_owned() })));
        }
        let is_settled = self.new_place || self.answers.contains_key(given);
        if let Some((new, near)) = self.near(path).filter(|_| !is_settled) {
            let near: Vec<&str> = near.iter().map(|id| self.places.name(*id)).collect();
            let why = FaultKind::NearPlace { value: new.to_owned(), near: near.join("、") };
            let flaw = Flaw::of(Field::Place, why);
            self.near.insert(given.clone(), flaw.clone());
            return Ok(Err(flaw));
        }
        match self.places.find_or_make(change, path, self.under, &mut self.made)? {
            Ok(place) => {
                self.known.insert(given.clone(), place);
                Ok(Ok(Some(place)))
            }
            Err(none) => Ok(Err(place_flaw(path, none))),
        }
    }
}

fn place_flaw(path: &PlacePath, none: NoPlace) -> Flaw {
    let value = path.to_string();
    let why = match none {
        NoPlace::Ambiguous(candidates) => FaultKind::Ambiguous { value, candidates: Candidate::named(candidates) },
        NoPlace::Misplaced => FaultKind::NotAPlace { value },
        NoPlace::Unknown => FaultKind::Unknown { value, near: String::new() },
    };
    Flaw::of(Field::Place, why)
}

/// Unknown columns as JSON pairs, in the order of the list.
fn extra_json(extra: &Extra) -> anyhow::Result<Option<String>> {
    if extra.is_empty() { Ok(None) } else { Ok(Some(serde_json::to_string(extra)?)) }
}

/// The pairs of a record's unknown columns.
pub fn extra_pairs(extra: Option<&str>) -> anyhow::Result<Extra> {
    Ok(extra.map(serde_json::from_str).transpose()?.unwrap_or_default())
}
