//! Who claims: members, organisations and outsiders, by the names that people write.

use serde::Serialize;

use crate::model::draft::Given;
use crate::model::fault::Candidate;
use crate::model::phone::Phone;
use crate::model::words::{Claimant, OutsiderType, Role};
use crate::store::Session;

use super::find::{Orgs, member_by_code, member_by_id, members_by_name, org_by_id, outsider_by_id, outsider_by_name};
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
    /// The organisation decides only between namesakes (it is another claimant's).
    pub only_between_namesakes: bool,
}

/// A claimant in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    pub kind: &'static str,
    pub name: String,
    pub role: &'static str,
}

/// The claimant that a word means: a member's or an organisation's code, a member's name, an organisation's name or
/// alias.
pub fn find(session: &Session, orgs: &Orgs, word: &str, clues: &Clues) -> anyhow::Result<Found> {
    if let Some(member) = member_by_code(session, word)? {
        return Ok(Found::One(Party::Member(member.id)));
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
    Ok(Named { kind: kind(party).code(), name: name(session, party)?, role: role.code() })
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

fn namesake(orgs: &Orgs, member: &MemberRow) -> Candidate {
    Candidate::Namesake {
        code: member.code.clone(),
        name: member.name.clone(),
        unit: member.org_id.map(|id| orgs.name(id)).unwrap_or_default().to_owned(),
        phone: member.phone.as_ref().map(|phone| phone.masked()).unwrap_or_default(),
    }
}
