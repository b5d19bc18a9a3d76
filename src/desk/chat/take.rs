//! Settles proposals: the sure ones by themselves, the others as somebody decides on the terminal.

use std::collections::HashMap;

use super::Proposal;
use crate::desk::{ask, quoted};
use crate::lang::{ask as ask_text, chat as text};
use crate::model::chat::{Act, Certainty};
use crate::model::day::Day;
use crate::model::words::ClaimState;
use crate::store::claim::{self, Attempt, Details, Step};
use crate::store::claimant::{self, Party};
use crate::store::log::Change;
use crate::store::rows::{ClaimRow, NeedRow};
use crate::store::{Session, Store, find};

/// What a proposal is known by, from one reading of a chat to the next.
pub type Place = (u32, Option<u32>, Act);

/// What somebody decided about a doubtful proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision(pub Party);

/// What became of a proposal.
pub enum Settled {
    Claim(Box<ClaimRow>, Box<NeedRow>),
    Released(Box<ClaimRow>, Box<NeedRow>),
    Not,
}

/// Asks about each doubtful proposal whose people and need are known, where somebody can answer; on a dry run too, which does
/// with the answers what the run does. Before a change begins.
pub fn ask(store: &Store, proposals: &[Proposal]) -> anyhow::Result<HashMap<Place, Decision>> {
    let mut decided = HashMap::new();
    if !ask::is_possible() {
        return Ok(decided);
    }
    for one in proposals.iter().filter(|one| one.certainty == Certainty::Doubtful && one.need.is_some()) {
        let Some(number) = one.number.filter(|_| !one.may_be.is_empty()) else { continue };
        let reading = store.read()?;
        let labels = one.may_be.iter().map(|party| label(&reading, *party)).collect::<anyhow::Result<Vec<_>>>()?;
        reading.finish()?;
        ask::note(&quoted::about(&one.words, &text::doubts(&one.doubts)));
        let words = quoted::words(&one.words);
        let question = match one.act {
            Act::Claim => text::ask_which(one.line, words, number),
            Act::Release => text::ask_release(one.line, words, number, &one.who),
        };
        let choices: Vec<String> = labels.into_iter().chain([text::skip()]).collect();
        let Some(at) = ask::choose(&question, &choices)? else { break };
        if let Some(party) = one.may_be.get(at) {
            decided.insert(one.place(), Decision(*party));
        }
    }
    if !decided.is_empty() && !ask::yes(&ask_text::save())? {
        return Err(ask::nothing_saved());
    }
    Ok(decided)
}

fn label(session: &Session, party: Party) -> anyhow::Result<String> {
    Ok(match party {
        Party::Member(id) => {
            let member = find::member_by_id(session, id)?;
            let unit = member.org_id.map(|org| find::org_by_id(session, org)).transpose()?;
            let phone = member.phone.as_ref().map(|phone| phone.masked()).unwrap_or_default();
            format!("{} {} {} {phone}", member.code, member.name, unit.map(|org| org.name).unwrap_or_default())
        }
        Party::Org(_) | Party::Outsider(_) => claimant::name(session, party)?,
    })
}

/// Settles one proposal. What is sure and turns out to be lost stays on the list.
pub fn take(
    change: &mut Change<'_>,
    proposal: &mut Proposal,
    decision: Option<&Decision>,
    today: Day,
) -> anyhow::Result<Settled> {
    let parties = match (proposal.certainty, decision) {
        (Certainty::Sure, _) => proposal.parties.clone(),
        (Certainty::Doubtful, Some(Decision(party))) => vec![*party],
        _ => return Ok(Settled::Not),
    };
    let Some(need) = proposal.need.clone() else { return Ok(Settled::Not) };
    let on = proposal.on.unwrap_or(today);
    if proposal.act == Act::Release {
        return release(change, proposal, &parties, need, on);
    }
    Ok(match claim::take(change, &need, &parties, &proposal.terms(today), today)? {
        Attempt::Won(claim) => {
            proposal.parties = parties;
            proposal.certainty = Certainty::Done;
            Settled::Claim(claim, Box::new(need))
        }
        Attempt::Already(_) => {
            proposal.certainty = Certainty::Done;
            Settled::Not
        }
        Attempt::Lost(why) => {
            proposal.certainty = Certainty::Refused;
            proposal.doubts.push(crate::model::chat::Doubt::Refused(why));
            Settled::Not
        }
    })
}

fn release(
    change: &mut Change<'_>,
    proposal: &mut Proposal,
    parties: &[Party],
    need: NeedRow,
    on: Day,
) -> anyhow::Result<Settled> {
    for held in claim::live(change.session(), need.id)? {
        if !claim::same_parties(&claim::parties_of(change.session(), held.id)?, parties) {
            continue;
        }
        let reason = Some(text::released_by_chat(quoted::words(&proposal.words)));
        let step =
            Step { to: ClaimState::Released, on, undated: false, details: Details { reason, ..Details::default() } };
        // Given back before it was claimed: somebody has to look into it.
        if claim::dated_before(&held, &step).is_some() {
            continue;
        }
        if let Some(released) = claim::step(change, &held, &step)? {
            proposal.certainty = Certainty::Done;
            return Ok(Settled::Released(Box::new(released), Box::new(need)));
        }
    }
    Ok(Settled::Not)
}
