//! Who claims: the people and organisations that a row of a list names.

use super::ClaimImport;
use crate::model::draft::{ClaimDraft, Given};
use crate::model::fault::{Candidate, FaultKind, Flaw};
use crate::model::fields::Field;
use crate::model::folding::same;
use crate::model::phone::Phone;
use crate::model::words::OutsiderType;
use crate::store::Session;
use crate::store::claim;
use crate::store::claimant::{self, Clues, Found, Party};
use crate::store::find;
use crate::store::id_digest;
use crate::store::log::Change;
use crate::store::rows::MemberRow;

/// A claimant of a row: known, or an outsider whom the claim would bring.
#[derive(PartialEq)]
pub(super) enum Claiming {
    Known(Party),
    New(String, Option<Phone>),
}

impl ClaimImport {
    /// The claimants: unit and phone next to several people are the first one's, the unit deciding between namesakes.
    pub(super) fn claimants(
        &self,
        session: &Session,
        draft: &ClaimDraft,
    ) -> anyhow::Result<Result<Vec<Claiming>, Flaw>> {
        let org = match self.unit(draft) {
            Ok(org) => org,
            Err(flaw) => return Ok(Err(flaw)),
        };
        let id = draft.values.id(Field::Id);
        let mut claimants: Vec<Claiming> = match self.by_id(session, draft)? {
            Ok(claiming) => claiming.into_iter().collect(),
            Err(flaw) => return Ok(Err(flaw)),
        };
        for (place, word) in draft.claimants.iter().enumerate() {
            let clues = Clues {
                org,
                phone: if place == 0 { draft.phone() } else { Given::Blank },
                id_digests: match id {
                    Some(id) if place == 0 => self.id_digests.both(id),
                    Some(_) | None => Vec::new(),
                },
                only_between_namesakes: place > 0,
            };
            let claiming = match self.claimant(session, draft, word, &clues)? {
                Ok(claiming) => vec![claiming],
                Err(flaw) => match self.several(session, word, &clues)? {
                    Some(several) => several,
                    None => return Ok(Err(flaw)),
                },
            };
            for one in claiming {
                if !claimants.contains(&one) {
                    claimants.push(one);
                }
            }
        }
        Ok(Ok(claimants))
    }

    /// The unit next to the claimants; an outsider's may be on no list.
    fn unit(&self, draft: &ClaimDraft) -> Result<Option<i64>, Flaw> {
        let Some(word) = draft.values.text(Field::Org) else { return Ok(None) };
        match self.orgs.named(word) {
            [one] => Ok(Some(*one)),
            [] if draft.outsiders => Ok(None),
            [] => Err(Flaw::of(Field::Org, FaultKind::Unknown { value: word.to_owned(), near: String::new() })),
            several => {
                let candidates = Candidate::named(several.iter().map(|id| self.orgs.name(*id)));
                Err(Flaw::of(Field::Org, FaultKind::Ambiguous { value: word.to_owned(), candidates }))
            }
        }
    }

    /// The people in a word that joins them, as 陈一和陈二 does: only where everybody in it is known, since names have these
    /// letters too.
    fn several(&self, session: &Session, word: &str, clues: &Clues) -> anyhow::Result<Option<Vec<Claiming>>> {
        let parts: Vec<&str> = word.split(['和', '与', '及']).map(str::trim).collect();
        if parts.len() < 2 {
            return Ok(None);
        }
        let mut several = Vec::new();
        for (place, part) in parts.into_iter().enumerate() {
            let clues = Clues { only_between_namesakes: place > 0 || clues.only_between_namesakes, ..clues.clone() };
            let clues = if place == 0 { clues } else { Clues { phone: Given::Blank, id_digests: Vec::new(), ..clues } };
            match self.meant(session, part, &clues)? {
                Found::One(party) => several.push(Claiming::Known(party)),
                Found::Several(_) | Found::Nobody => return Ok(None),
            }
        }
        Ok(Some(several))
    }

    /// Whom a word means, as on a command line.
    fn meant(&self, session: &Session, word: &str, clues: &Clues) -> anyhow::Result<Found> {
        match claimant::find(session, &self.orgs, word, clues)? {
            Found::Nobody => claimant::described(session, &self.orgs, word, clues),
            found => Ok(found),
        }
    }

    fn claimant(
        &self,
        session: &Session,
        draft: &ClaimDraft,
        word: &str,
        clues: &Clues,
    ) -> anyhow::Result<Result<Claiming, Flaw>> {
        if let Some(member) = self.bulk.as_ref().and_then(|bulk| bulk.member(word)) {
            return Ok(Ok(Claiming::Known(Party::Member(member))));
        }
        Ok(match self.meant(session, word, clues)? {
            Found::One(party) => Ok(Claiming::Known(party)),
            Found::Several(candidates) => {
                Err(Flaw::of(Field::Claimants, FaultKind::Ambiguous { value: word.to_owned(), candidates }))
            }
            // A name without a letter, as an emoji is, could never be found again.
            Found::Nobody if draft.outsiders && word.chars().any(char::is_alphanumeric) => {
                Ok(match find::outsider_by_name(session, word)? {
                    Some(known) => Claiming::Known(Party::Outsider(known.id)),
                    None => Claiming::New(word.to_owned(), clues.phone.value().cloned()),
                })
            }
            Found::Nobody => match outsider_of(session, draft, word)? {
                Some(party) => Ok(Claiming::Known(party)),
                None => {
                    let why = FaultKind::Unknown { value: word.to_owned(), near: String::new() };
                    Err(Flaw::of(Field::Claimants, why))
                }
            },
        })
    }

    /// Whom a row names by an ID number alone. Errors: nobody's number, or one of somebody else than whom the row names.
    fn by_id(&self, session: &Session, draft: &ClaimDraft) -> anyhow::Result<Result<Option<Claiming>, Flaw>> {
        let Some(id) = draft.values.id(Field::Id) else { return Ok(Ok(None)) };
        if let Some(first) = draft.claimants.first() {
            let theirs = id_digest::members(session, id)?;
            let another = theirs.first().filter(|_| !theirs.iter().any(|member| same(&member.name, first)));
            let flaw = |another: &MemberRow| Flaw::of(Field::Id, FaultKind::IdOfAnother { name: another.name.clone() });
            return Ok(another.map_or(Ok(None), |another| Err(flaw(another))));
        }
        let why = match claimant::of_id(session, &self.orgs, id)? {
            Found::One(party) => return Ok(Ok(Some(Claiming::Known(party)))),
            Found::Several(candidates) => FaultKind::Ambiguous { value: id.masked(), candidates },
            Found::Nobody => FaultKind::Unknown { value: id.masked(), near: String::new() },
        };
        Ok(Err(Flaw::of(Field::Id, why)))
    }
}

/// The outsider of this name who takes part in the claim whose code a row has, whatever 认领方式 it has.
fn outsider_of(session: &Session, draft: &ClaimDraft, word: &str) -> anyhow::Result<Option<Party>> {
    let stored = draft.values.code(Field::Code).map(|code| find::claim(session, code)).transpose()?.flatten();
    let Some(known) = stored.as_ref().map(|_| find::outsider_by_name(session, word)).transpose()?.flatten() else {
        return Ok(None);
    };
    let party = Party::Outsider(known.id);
    let parties = stored.map(|stored| claim::parties_of(session, stored.id)).transpose()?.unwrap_or_default();
    Ok(parties.iter().any(|(one, _)| *one == party).then_some(party))
}

/// The claimants, those who are new written down.
pub(super) fn made(change: &mut Change<'_>, claimants: Vec<Claiming>) -> anyhow::Result<Vec<Party>> {
    let mut parties = Vec::with_capacity(claimants.len());
    for one in claimants {
        parties.push(match one {
            Claiming::Known(party) => party,
            Claiming::New(name, phone) => claimant::outsider(change, &name, OutsiderType::Other, phone.as_ref())?,
        });
    }
    Ok(parties)
}
