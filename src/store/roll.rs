//! Who people of a chat may be: members by name and organisations by any word for them, asked once each.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, named_params};

use crate::model::code::Code;
use crate::model::fault::Candidate;
use crate::model::phone::Phone;
use crate::store::Session;

use super::find::{self, Orgs};
use super::rows::NeedRow;

/// A member by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: i64,
    pub code: Code,
    pub name: String,
    pub org: Option<i64>,
    pub phone: Option<Phone>,
}

/// An organisation with the words for it and the one above it.
#[derive(Debug, Default)]
struct Unit {
    words: Vec<String>,
    parent: Option<i64>,
}

pub struct Roll<'s> {
    session: &'s Session,
    pub orgs: Orgs,
    units: HashMap<i64, Unit>,
    /// By what they are called without 党支部 and the like.
    alike: HashMap<String, Vec<i64>>,
    people: HashMap<String, Vec<Person>>,
}

impl<'s> Roll<'s> {
    pub fn load(session: &'s Session) -> anyhow::Result<Roll<'s>> {
        let mut units: HashMap<i64, Unit> = HashMap::new();
        let sql = "
            SELECT org.id, org.parent_id, words.word
            FROM org
            JOIN (
              SELECT id AS org_id, name AS word FROM org
              UNION
              SELECT id, short_name FROM org WHERE short_name IS NOT NULL
              UNION
              SELECT org_id, alias FROM org_alias
            ) AS words ON words.org_id = org.id
            ORDER BY org.id, words.word";
        let mut alike: HashMap<String, Vec<i64>> = HashMap::new();
        let mut statement = session.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, word): (i64, String) = (row.get(0)?, row.get(2)?);
            let ids = alike.entry(without_kind(&word).0.to_owned()).or_default();
            if ids.last() != Some(&id) {
                ids.push(id);
            }
            let unit = units.entry(id).or_default();
            unit.parent = row.get(1)?;
            unit.words.push(word);
        }
        Ok(Roll { session, orgs: Orgs::load(session)?, units, alike, people: HashMap::new() })
    }

    /// All members of this name.
    pub fn people(&mut self, name: &str) -> anyhow::Result<&[Person]> {
        if !self.people.contains_key(name) {
            let sql = "SELECT id, code, name, org_id, phone FROM member WHERE name = :name ORDER BY id";
            let mut statement = self.session.prepare_cached(sql)?;
            let rows = statement.query_map(named_params! {":name": name}, |row| {
                let (id, code, name) = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok(Person { id, code, name, org: row.get(3)?, phone: row.get(4)? })
            })?;
            self.people.insert(name.to_owned(), rows.collect::<Result<_, _>>()?);
        }
        Ok(self.people.get(name).map_or(&[], Vec::as_slice))
    }

    /// The organisations that a word means: called so, or called so but for what the party calls them. 某某小学 and 小学党支部 are
    /// 某某小学党支部 (小学); 某某小学党委 is another.
    pub fn units(&self, word: &str) -> Vec<i64> {
        let named = self.orgs.named(word);
        if !named.is_empty() {
            return named.to_vec();
        }
        let (own, kind) = without_kind(word);
        let is_of_kind = |unit: &Unit| kind.is_empty() || unit.words.iter().any(|word| without_kind(word).1 == kind);
        let alike = self.alike.get(own).map_or(&[][..], Vec::as_slice);
        alike.iter().copied().filter(|id| self.units.get(id).is_some_and(is_of_kind)).collect()
    }

    /// Whether an organisation is this one or below it.
    pub fn belongs(&self, org: Option<i64>, to: i64) -> bool {
        self.up(org).any(|one| one == to)
    }

    /// Whether a word may be short for an organisation or one above it: its characters stand in a name in their order.
    pub fn may_mean(&self, word: &str, org: Option<i64>) -> bool {
        const LEAST: usize = 2;
        let is_within = |name: &str| {
            let mut rest = name.chars();
            word.chars().all(|c| rest.any(|other| other == c))
        };
        let fits = |org: i64| self.units.get(&org).is_some_and(|unit| unit.words.iter().any(|name| is_within(name)));
        word.chars().count() >= LEAST && self.up(org).any(fits)
    }

    /// The member as one of several of that name.
    pub fn candidate(&self, person: &Person) -> Candidate {
        Candidate::Namesake {
            code: person.code.clone(),
            name: person.name.clone(),
            unit: person.org.map(|id| self.orgs.name(id)).unwrap_or_default().to_owned(),
            phone: person.phone.as_ref().map(Phone::masked).unwrap_or_default(),
        }
    }

    fn up(&self, org: Option<i64>) -> impl Iterator<Item = i64> {
        // A circle of parents is not from this program, and must not hang a command.
        const DEEPEST: usize = 16;
        std::iter::successors(org, |org| self.units.get(org).and_then(|unit| unit.parent)).take(DEEPEST)
    }
}

/// A name without what the party calls an organisation, and that.
fn without_kind(name: &str) -> (&str, &'static str) {
    const KINDS: [&str; 6] = ["党支部", "党总支", "党委", "党组", "支部", "总支"];
    let kind = KINDS.into_iter().find(|kind| name.len() > kind.len() && name.ends_with(kind)).unwrap_or_default();
    (name.strip_suffix(kind).unwrap_or(name), kind)
}

/// The need of a wall number.
pub fn on_wall(session: &Session, number: u32) -> anyhow::Result<Option<NeedRow>> {
    let sql = "SELECT id FROM need WHERE number = :number";
    let id: Option<i64> =
        session.prepare_cached(sql)?.query_row(named_params! {":number": number}, |row| row.get(0)).optional()?;
    id.map(|id| find::need_by_id(session, id)).transpose()
}
