//! What becomes of proposals in their order: who was first, what is taken back later, what the office file allows.

use std::collections::HashMap;

use super::{Proposal, is_of_quantity};
use crate::intake::chat::{self, Chat};
use crate::model::chat::{Act, Certainty, Doubt};
use crate::model::day::Day;
use crate::model::refusal::ClaimRefusal;
use crate::store::Session;
use crate::store::claim;
use crate::store::claimant::Party;
use crate::store::find;
use crate::store::rows::NeedRow;

pub fn settle(session: &Session, chat: &Chat, proposals: &mut [Proposal], today: Day) -> anyhow::Result<()> {
    mark_taken_back(proposals);
    mark_left_out(chat, proposals);
    let mut course = Course { session, today, left: HashMap::new(), taken: HashMap::new(), unsettled: HashMap::new() };
    for proposal in &mut *proposals {
        course.judge(proposal)?;
    }
    // 5号 黄志强, and later 5号 黄志强 区图书馆: the second settles the first.
    for proposal in proposals {
        let taken = proposal.need.as_ref().and_then(|need| course.taken.get(&need.id));
        let is_settled = taken.is_some_and(|taken| taken.parties.iter().any(|party| proposal.may_be.contains(party)));
        let is_open = proposal.certainty == Certainty::Doubtful && proposal.act == Act::Claim;
        if is_open && is_settled && !proposal.doubts.iter().any(is_of_quantity) {
            proposal.certainty = Certainty::Done;
            proposal.doubts.clear();
        }
    }
    Ok(())
}

/// Who takes a need for sure.
struct Taken {
    line: u32,
    name: String,
    parties: Vec<Party>,
}

/// A claim that the same person takes back, or says more of, further down is not sure.
fn mark_taken_back(proposals: &mut [Proposal]) {
    let mut of_number: HashMap<Option<u32>, Vec<usize>> = HashMap::new();
    for at in 0..proposals.len() {
        let later = &proposals[at];
        let earlier = of_number.get(&later.number).map_or(&[][..], Vec::as_slice);
        let marked: Vec<usize> = match later.act {
            Act::Claim if later.gives_back_last => {
                (0..at).rfind(|one| is_same(&proposals[*one], later)).into_iter().collect()
            }
            Act::Claim if later.doubts.is_empty() || later.aside => Vec::new(),
            Act::Claim | Act::Release => {
                // 2号让给何静: whoever gives back what they never had speaks of somebody else's.
                let is_own = earlier.iter().any(|one| is_same(&proposals[*one], later));
                let is_others = |one: &Proposal| later.act == Act::Release && !is_own && one.act == Act::Claim;
                let is_meant = |one: &Proposal| concerns(later, one) || (is_others(one) && one.line < later.line);
                earlier.iter().copied().filter(|one| is_meant(&proposals[*one])).collect()
            }
        };
        let (line, act, instead) = (later.line, later.act, later.gives_back_last);
        for one in marked {
            let doubt =
                if act == Act::Release || instead { Doubt::TakenBackAt(line) } else { Doubt::MentionedAt(line) };
            proposals[one].doubts.push(doubt);
        }
        of_number.entry(proposals[at].number).or_default().push(at);
    }
}

/// Whether an earlier claim is of the person whom the later words name, or who says them.
fn concerns(later: &Proposal, earlier: &Proposal) -> bool {
    let speaks = earlier.may_be.iter().any(|party| later.speaker.contains(party));
    let is_anybody = later.act == Act::Release && later.may_be.is_empty();
    earlier.act == Act::Claim && earlier.line < later.line && (is_anybody || speaks || is_same(earlier, later))
}

fn is_same(earlier: &Proposal, later: &Proposal) -> bool {
    let shares = earlier.may_be.iter().any(|party| later.may_be.contains(party));
    earlier.act == Act::Claim && (shares || (earlier.nickname.is_some() && earlier.nickname == later.nickname))
}

/// Whoever takes a line out of a sign-up and pastes it again has taken it back.
fn mark_left_out(chat: &Chat, proposals: &mut [Proposal]) {
    for (at, copy) in chat.copies.iter().enumerate() {
        let later = chat.copies[at + 1..].iter().position(|other| other.title == copy.title).map(|more| at + 1 + more);
        let Some(later) = later else { continue };
        let numbered = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
        let (this, next) = (numbered(at), numbered(later));
        let of_this: Vec<usize> = (0..proposals.len()).filter(|one| proposals[*one].copies.contains(&this)).collect();
        let kept = of_this.iter().filter(|one| proposals[**one].copies.contains(&next)).count();
        // With less than half in common it is another list of that name.
        if kept * 2 < of_this.len() || kept == 0 {
            continue;
        }
        for one in of_this {
            if !proposals[one].copies.contains(&next) {
                proposals[one].doubts.push(Doubt::LeftOutAt(chat.copies[later].line));
            }
        }
    }
}

struct Course<'s> {
    session: &'s Session,
    today: Day,
    /// What is left of a need once the sure proposals before are claims.
    left: HashMap<i64, i64>,
    taken: HashMap<i64, Taken>,
    /// What nobody has decided on: the line, and whom it may mean.
    unsettled: HashMap<u32, Vec<(u32, Vec<Party>)>>,
}

impl Course<'_> {
    fn judge(&mut self, proposal: &mut Proposal) -> anyhow::Result<()> {
        proposal.certainty = self.certainty(proposal)?;
        let Some(number) = proposal.number else { return Ok(()) };
        match (proposal.certainty, &proposal.need) {
            (Certainty::Doubtful, _) => {
                let may_be = if proposal.act == Act::Release { Vec::new() } else { proposal.may_be.clone() };
                self.unsettled.entry(number).or_default().push((proposal.line, may_be));
            }
            (Certainty::Sure, Some(need)) => {
                let left = self.left_of(&need.clone())?;
                let quantity = proposal.quantity.unwrap_or(left);
                self.left.insert(need.id, left - quantity);
                let (line, name, parties) = (proposal.line, proposal.who.clone(), proposal.parties.clone());
                self.taken.insert(need.id, Taken { line, name, parties });
            }
            _ => {}
        }
        Ok(())
    }

    fn certainty(&mut self, proposal: &mut Proposal) -> anyhow::Result<Certainty> {
        let Some(need) = proposal.need.clone() else {
            if proposal.number.is_none() {
                return Ok(Certainty::Doubtful);
            }
            proposal.doubts.insert(0, Doubt::NobodysNumber);
            return Ok(Certainty::Refused);
        };
        if proposal.act == Act::Release {
            return self.release(proposal, &need);
        }
        let claims = find::claims_of(self.session, need.id)?;
        for claim in &claims {
            if proposal.parties.is_empty()
                || !claim::same_parties(&claim::parties_of(self.session, claim.id)?, &proposal.parties)
            {
                continue;
            }
            if let Some(reopened) = claim.reopened_on {
                match proposal.on {
                    Some(on) if on < reopened => return Ok(Certainty::Done),
                    Some(on) if on > reopened => {}
                    Some(_) | None => proposal.doubts.push(Doubt::ReopenedSince(reopened)),
                }
                continue;
            }
            if claim.state.holds() {
                let before = claim.quantity;
                let Some(asked) = proposal.quantity else { return Ok(Certainty::Done) };
                if asked == before && !chat::says_more(&proposal.words) {
                    return Ok(Certainty::Done);
                }
                let is_other = asked != before;
                proposal.doubts.push(if is_other { Doubt::OtherQuantity { before } } else { Doubt::Quantities });
                return Ok(Certainty::Doubtful);
            }
            if !claims.iter().any(|other| other.id > claim.id && other.state.holds()) {
                proposal.doubts.push(Doubt::GivenBack(claim.ended_on.unwrap_or(claim.claimed_on)));
            }
        }
        if let Some(why) = self.refusal(proposal, &need)? {
            // 张伟 11号, of several of that name, one of whom holds it: that is settled.
            let is_held = proposal.parties.is_empty() && matches!(why, Doubt::Refused(ClaimRefusal::Held { .. }));
            if is_held && self.is_held_by_one_of(proposal, &need)? {
                proposal.doubts.clear();
                return Ok(Certainty::Done);
            }
            proposal.doubts.insert(0, why);
            return Ok(Certainty::Refused);
        }
        let left = self.left_of(&need)?;
        if need.quantity > 1 && proposal.quantity.is_none() && left > 1 {
            proposal.doubts.push(Doubt::HowMany { left });
        }
        let number = proposal.number.unwrap_or_default();
        let blocks = |(_, may_be): &&(u32, Vec<Party>)| !proposal.may_be.iter().any(|party| may_be.contains(party));
        let earlier = self.unsettled.get(&number).and_then(|all| all.iter().find(blocks));
        if let Some((line, _)) = earlier.filter(|_| need.quantity == 1) {
            proposal.doubts.push(Doubt::EarlierUnsettled(*line));
        }
        Ok(if proposal.doubts.is_empty() && !proposal.parties.is_empty() {
            Certainty::Sure
        } else {
            Certainty::Doubtful
        })
    }

    fn release(&self, proposal: &mut Proposal, need: &NeedRow) -> anyhow::Result<Certainty> {
        if !self.is_held_by_one_of(proposal, need)? {
            proposal.doubts.push(Doubt::HoldsNothing);
        }
        Ok(Certainty::Doubtful)
    }

    /// Whether somebody whom a proposal may mean has a claim that still runs.
    fn is_held_by_one_of(&self, proposal: &Proposal, need: &NeedRow) -> anyhow::Result<bool> {
        for claim in claim::live(self.session, need.id)? {
            let parties = claim::parties_of(self.session, claim.id)?;
            if parties.iter().any(|(party, _)| proposal.may_be.contains(party)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Why the need is not available.
    fn refusal(&mut self, proposal: &Proposal, need: &NeedRow) -> anyhow::Result<Option<Doubt>> {
        let left = self.left_of(need)?;
        let is_gone = left <= 0 || proposal.quantity.is_some_and(|asked| asked > left);
        if let Some(first) = self.taken.get(&need.id).filter(|_| is_gone) {
            return Ok(Some(Doubt::SecondTo { line: first.line, name: first.name.clone() }));
        }
        let refusal = claim::refused(self.session, need, &proposal.terms(self.today), self.today)?;
        Ok(refusal.map(Doubt::Refused))
    }

    fn left_of(&mut self, need: &NeedRow) -> anyhow::Result<i64> {
        if let Some(left) = self.left.get(&need.id) {
            return Ok(*left);
        }
        let held: i64 = claim::holding(self.session, need.id)?.iter().map(|claim| claim.quantity).sum();
        let left = need.quantity - held;
        self.left.insert(need.id, left);
        Ok(left)
    }
}
