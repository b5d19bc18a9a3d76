//! Who claims: members, organisations and outsiders, by the names that people write.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::code::Code;
use crate::model::draft::Given;
use crate::model::fault::Candidate;
use crate::model::id_number::IdNumber;
use crate::model::phone::Phone;
use crate::model::simplified::simplified;
use crate::model::text::{is_mask_of, is_masked};
use crate::model::words::{Claimant, OutsiderType, Role};
use crate::store::Session;

use super::find::{
    Orgs, member_by_id, member_id_by_code, members_by_name, members_by_phone, org_by_id, others_by_phone,
    outsider_by_id, outsider_by_name,
};
use super::id_digest;
use super::log::Change;
use super::rows::{MemberRow, OutsiderRow, PartyRow};

/// One claimant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Party {
    Member(i64),
    Org(i64),
    Outsider(i64),
}

/// What a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    One(Party),
    Nobody,
    /// Two or more fit.
    Several(Vec<Candidate>),
}

/// What is written next to a name: it narrows the search for whom the name means, and never widens it.
#[derive(Debug, Clone, Default)]
pub struct Clues {
    pub org: Option<i64>,
    pub phone: Given<Phone>,
    /// The digests that the person's ID number may have.
    pub id_digests: Vec<Vec<u8>>,
    /// The organisation decides only between namesakes (it is another claimant's).
    pub only_between_namesakes: bool,
}

/// A claimant in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    pub kind: &'static str,
    pub name: String,
    pub role: &'static str,
    /// What the record is called by; outsiders have none.
    pub code: Option<Code>,
    /// How many others, whom nobody named, take part with who leads: 9 of 李四等10人.
    pub unnamed: u32,
}

/// The claimant that a word means: a member's or an organisation's code, a member's name, an organisation's name or
/// alias.
pub fn find(session: &Session, orgs: &Orgs, word: &str, clues: &Clues) -> anyhow::Result<Found> {
    if let Some(member) = member_id_by_code(session, word)? {
        return Ok(Found::One(Party::Member(member)));
    }
    if let Ok(id) = word.parse::<IdNumber>() {
        return of_id(session, orgs, &id);
    }
    let namesakes = members_by_name(session, word)?;
    let fits = narrowed(namesakes, clues);
    match fits.as_slice() {
        [one] => return Ok(Found::One(Party::Member(one.id))),
        [] => {}
        several => {
            return Ok(Found::Several(several.iter().map(|member| namesake(orgs, member)).collect()));
        }
    }
    match orgs.named(word) {
        [] => Ok(Found::Nobody),
        [one] => Ok(Found::One(Party::Org(*one))),
        several => Ok(Found::Several(Candidate::named(several.iter().map(|id| orgs.name(*id))))),
    }
}

/// The claimant that these words mean to people: as `find`, else a phone, a name with its unit or phone behind or
/// before it, or an outsider who is known.
pub fn resolve(session: &Session, orgs: &Orgs, words: &str) -> anyhow::Result<Found> {
    let found = find(session, orgs, words, &Clues::default())?;
    if found != Found::Nobody {
        return Ok(found);
    }
    let found = described(session, orgs, words, &Clues::default())?;
    if found != Found::Nobody {
        return Ok(found);
    }
    let known = outsider_by_name(session, words)?;
    Ok(known.map_or(Found::Nobody, |outsider| Found::One(Party::Outsider(outsider.id))))
}

/// Whom words mean that are no name alone: a phone, a name with its unit or phone behind, before it or in brackets, or
/// with what the person is called by office (陈二（书记）, 陈二同志); also in traditional characters.
pub fn described(session: &Session, orgs: &Orgs, words: &str, clues: &Clues) -> anyhow::Result<Found> {
    match (described_as_written(session, orgs, words, clues)?, simplified(words)) {
        (Found::Nobody, Cow::Owned(plain)) => match find(session, orgs, &plain, clues)? {
            Found::Nobody => described_as_written(session, orgs, &plain, clues),
            found => Ok(found),
        },
        (found, _) => Ok(found),
    }
}

fn described_as_written(session: &Session, orgs: &Orgs, words: &str, clues: &Clues) -> anyhow::Result<Found> {
    if let Ok(phone) = words.parse() {
        return of_phone(session, orgs, &phone);
    }
    let fits = narrowed(with_clue(session, orgs, words)?, clues);
    match fits.as_slice() {
        [one] => Ok(Found::One(Party::Member(one.id))),
        [] => without_title(words).map_or(Ok(Found::Nobody), |name| find(session, orgs, name, clues)),
        several => Ok(Found::Several(several.iter().map(|member| namesake(orgs, member)).collect())),
    }
}

/// What people are called besides their names.
const TITLES: [&str; 21] = [
    "书记",
    "支书",
    "主任",
    "委员",
    "组长",
    "队长",
    "站长",
    "所长",
    "科长",
    "处长",
    "局长",
    "校长",
    "院长",
    "会长",
    "经理",
    "同志",
    "党员",
    "老师",
    "医生",
    "负责人",
    "联系人",
];

/// The name before a title, which is behind it or in brackets.
fn without_title(words: &str) -> Option<&str> {
    let is_title = |words: &str| TITLES.iter().any(|title| words.ends_with(title));
    if let Some((name, inside)) = in_brackets(words) {
        return is_title(inside).then_some(name);
    }
    TITLES.iter().find_map(|title| words.strip_suffix(title)).map(str::trim).filter(|name| !name.is_empty())
}

/// What is before the brackets at the end of words, and in them.
fn in_brackets(words: &str) -> Option<(&str, &str)> {
    let (name, inside) = words.strip_suffix(['）', ')'])?.split_once(['（', '('])?;
    let (name, inside) = (name.trim(), inside.trim());
    (!name.is_empty() && !inside.is_empty()).then_some((name, inside))
}

/// The members of the name in `words`, where its unit or phone, there or next to it, fits none of them.
pub fn elsewhere(session: &Session, orgs: &Orgs, words: &str) -> anyhow::Result<Vec<Candidate>> {
    let mut namesakes = Vec::new();
    for name in name_and_clue(words).map(|(name, _)| name).chain([words]) {
        namesakes.extend(members_by_name(session, name)?.iter().map(|member| namesake(orgs, member)));
    }
    Ok(namesakes)
}

/// A member as one of several who may be meant.
pub fn namesake(orgs: &Orgs, member: &MemberRow) -> Candidate {
    Candidate::Namesake {
        code: member.code.clone(),
        name: member.name.clone(),
        unit: member.org_id.map(|id| orgs.name(id)).unwrap_or_default().to_owned(),
        phone: member.phone.as_ref().map(|phone| phone.masked()).unwrap_or_default(),
    }
}

/// The member whose ID number this is.
pub fn of_id(session: &Session, orgs: &Orgs, id: &IdNumber) -> anyhow::Result<Found> {
    let members = id_digest::members(session, id)?;
    Ok(match members.as_slice() {
        [] => Found::Nobody,
        [one] => Found::One(Party::Member(one.id)),
        several => Found::Several(several.iter().map(|member| namesake(orgs, member)).collect()),
    })
}

fn of_phone(session: &Session, orgs: &Orgs, phone: &Phone) -> anyhow::Result<Found> {
    let members = members_by_phone(session, phone)?;
    let (units, outsiders) = others_by_phone(session, phone)?;
    let parties = members.iter().map(|member| Party::Member(member.id));
    let parties = parties.chain(units.iter().copied().map(Party::Org));
    let parties: Vec<Party> = parties.chain(outsiders.iter().copied().map(Party::Outsider)).collect();
    Ok(match parties.as_slice() {
        [] => Found::Nobody,
        [one] => Found::One(*one),
        several => {
            let mut candidates: Vec<Candidate> = members.iter().map(|member| namesake(orgs, member)).collect();
            for party in several.iter().filter(|party| !matches!(party, Party::Member(_))) {
                candidates.push(Candidate::Named(name(session, *party)?));
            }
            Found::Several(candidates)
        }
    })
}

/// The members whom a name means together with a unit, or with a phone.
fn with_clue(session: &Session, orgs: &Orgs, words: &str) -> anyhow::Result<Vec<MemberRow>> {
    let mut fits: Vec<MemberRow> = Vec::new();
    for (name, clue) in name_and_clue(words) {
        let mut namesakes = members_by_name(session, name)?;
        // As answers name people: 陈一（区图书馆党支部 199****1001）.
        let parts: Vec<&str> = clue.split_whitespace().collect();
        let has_phone = parts.iter().any(|part| part.parse::<Phone>().is_ok() || is_masked(part));
        for part in if has_phone { parts } else { vec![clue] } {
            let is_of_it = fitting(orgs, part);
            namesakes.retain(is_of_it);
        }
        fits.extend(namesakes);
    }
    fits.extend(run_together(session, orgs, words)?);
    fits.sort_by_key(|member| member.id);
    fits.dedup_by_key(|member| member.id);
    Ok(fits)
}

/// Whether a member has the phone that a clue is, or begins and ends like a masked one, or is of the unit of that name.
fn fitting(orgs: &Orgs, clue: &str) -> impl Fn(&MemberRow) -> bool {
    let phone: Option<Phone> = clue.parse().ok();
    let mask = is_masked(clue).then(|| clue.to_owned());
    let units = match orgs.named(clue) {
        [] => orgs.containing(clue),
        units => units.to_vec(),
    };
    move |member| match (&phone, &mask) {
        (Some(phone), _) => member.phone.as_ref() == Some(phone),
        (None, Some(mask)) => member.phone.as_ref().is_some_and(|phone| is_mask_of(mask, phone.as_str())),
        (None, None) => member.org_id.is_some_and(|org| units.contains(&org)),
    }
}

/// The members whose name comes right after that of their unit (区图书馆陈一), or right before their phone.
fn run_together(session: &Session, orgs: &Orgs, words: &str) -> anyhow::Result<Vec<MemberRow>> {
    if let Some((phone, name)) = Phone::first_of(words) {
        let namesakes = members_by_name(session, name)?;
        return Ok(namesakes.into_iter().filter(|member| member.phone.as_ref() == Some(&phone)).collect());
    }
    let mut fits = Vec::new();
    // Names have two to four characters.
    for (at, _) in words.char_indices().rev().skip(1).take(3) {
        let (unit, name) = words.split_at(at);
        let units = orgs.named(unit.trim());
        if !units.is_empty() {
            let is_of_it = |member: &MemberRow| member.org_id.is_some_and(|org| units.contains(&org));
            fits.extend(members_by_name(session, name)?.into_iter().filter(is_of_it));
        }
    }
    Ok(fits)
}

/// Each way to read words as a name and what goes with it: the name may be before it or behind it.
fn name_and_clue(words: &str) -> impl Iterator<Item = (&str, &str)> {
    let blanks = words.match_indices(char::is_whitespace);
    let apart = blanks.map(move |(at, _)| (words[..at].trim(), words[at..].trim()));
    apart.chain(in_brackets(words)).flat_map(|(before, behind)| [(before, behind), (behind, before)])
}

/// The outsider of this name, made where there is none.
pub fn outsider(
    change: &mut Change<'_>,
    name: &str,
    class: OutsiderType,
    phone: Option<&Phone>,
) -> anyhow::Result<Party> {
    if let Some(known) = outsider_by_name(change.session(), name)? {
        return Ok(Party::Outsider(known.id));
    }
    let id = change.next_id::<OutsiderRow>()?;
    change.insert(OutsiderRow { id, name: name.to_owned(), class, phone: phone.cloned(), note: None })?;
    Ok(Party::Outsider(id))
}

/// A claimant's name: a person's, or an organisation's short name where it has one.
pub fn name(session: &Session, party: Party) -> anyhow::Result<String> {
    Ok(match party {
        Party::Member(id) => member_by_id(session, id)?.name,
        Party::Org(id) => {
            let org = org_by_id(session, id)?;
            org.short_name.unwrap_or(org.name)
        }
        Party::Outsider(id) => outsider_by_id(session, id)?.name,
    })
}

pub fn named(session: &Session, party: Party, role: Role) -> anyhow::Result<Named> {
    let code = match party {
        Party::Member(id) => Some(member_by_id(session, id)?.code),
        Party::Org(id) => Some(org_by_id(session, id)?.code),
        Party::Outsider(_) => None,
    };
    Ok(Named { kind: kind(party).code(), name: name(session, party)?, role: role.code(), code, unnamed: 0 })
}

pub fn kind(party: Party) -> Claimant {
    match party {
        Party::Member(_) => Claimant::Member,
        Party::Org(_) => Claimant::Org,
        Party::Outsider(_) => Claimant::Outsider,
    }
}

/// The party of a row of `claim_party`; the schema says that exactly one of the three is set.
pub fn of_row(row: &PartyRow) -> Party {
    match (row.member_id, row.org_id, row.outsider_id) {
        (Some(id), _, _) => Party::Member(id),
        (_, Some(id), _) => Party::Org(id),
        (_, _, id) => Party::Outsider(id.unwrap_or_default()),
    }
}

/// The three columns of which one has the party.
pub fn columns(party: Party) -> (Option<i64>, Option<i64>, Option<i64>) {
    match party {
        Party::Member(id) => (Some(id), None, None),
        Party::Org(id) => (None, Some(id), None),
        Party::Outsider(id) => (None, None, Some(id)),
    }
}

fn narrowed(namesakes: Vec<MemberRow>, clues: &Clues) -> Vec<MemberRow> {
    let mut fits = namesakes;
    match &clues.phone {
        Given::Value(phone) => fits.retain(|member| member.phone.is_none() || member.phone.as_ref() == Some(phone)),
        Given::Masked(mask) => {
            fits.retain(|member| {
                member.phone.is_none() || member.phone.as_ref().map(|phone| phone.masked()).as_ref() == Some(mask)
            });
        }
        Given::Blank => {}
    }
    if !clues.id_digests.is_empty() {
        let is_theirs =
            |member: &MemberRow| member.id_digest.as_ref().is_some_and(|own| clues.id_digests.contains(own));
        if fits.iter().any(is_theirs) {
            fits.retain(is_theirs);
            return fits;
        }
        // Whoever has another number is somebody else.
        fits.retain(|member| member.id_digest.is_none());
    }
    let Some(org) = clues.org else { return fits };
    if clues.only_between_namesakes {
        if fits.len() > 1 {
            fits.retain(|member| member.org_id == Some(org));
        }
    } else {
        fits.retain(|member| member.org_id.is_none_or(|own| own == org));
    }
    fits
}
