//! Claims that an earlier paste of a sign-up (接龙) had, that were recorded, and that the sign-up has no longer: somebody
//! has to say whether they are given back.

use std::collections::BTreeMap;

use super::Proposal;
use crate::intake::chat::Chat;
use crate::model::chat::{Act, Certainty, Doubt};
use crate::store::claimant::Party;
use crate::store::rows::ClaimRow;
use crate::store::{Session, claim, entries, find};

/// Each as a release to be decided on. The sign-up is that of an entry of the log where it has at least half of what the
/// entry recorded.
pub fn since(session: &Session, chat: &Chat, proposals: &[Proposal]) -> anyhow::Result<Vec<Proposal>> {
    let Some(copy) = chat.copies.last() else { return Ok(Vec::new()) };
    let mut recorded: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for (entry, made) in entries::claims_made_by(session, "claim wechat")? {
        recorded.entry(entry).or_default().push(made);
    }
    let mut gone = Vec::new();
    for claims in recorded.values() {
        let mut missing = Vec::new();
        for id in claims {
            let row = find::claim_by_id(session, *id)?;
            let parties: Vec<Party> = claim::parties_of(session, row.id)?.into_iter().map(|(party, _)| party).collect();
            if !proposals.iter().any(|one| is_of(one, &row, &parties)) {
                missing.push((row, parties));
            }
        }
        let kept = claims.len() - missing.len();
        if kept == 0 || kept < missing.len() {
            continue;
        }
        for (row, parties) in missing.into_iter().filter(|(row, _)| row.state.runs()) {
            gone.push(release(session, copy.line, &row, parties)?);
        }
    }
    Ok(gone)
}

/// Whether a proposal of the sign-up is what the claim records.
fn is_of(proposal: &Proposal, claim: &ClaimRow, parties: &[Party]) -> bool {
    let is_theirs = proposal.may_be.iter().chain(&proposal.parties).any(|party| parties.contains(party));
    proposal.need.as_ref().is_some_and(|need| need.id == claim.need_id) && is_theirs
}

fn release(session: &Session, line: u32, claim: &ClaimRow, parties: Vec<Party>) -> anyhow::Result<Proposal> {
    let need = find::need_by_id(session, claim.need_id)?;
    let number = need.number.and_then(|number| u32::try_from(number).ok());
    let who = claim::party_names(session, claim.id)?;
    let wall = number.map(crate::lang::chat::number).unwrap_or_default();
    Ok(Proposal {
        line,
        words: format!("{wall} {who}"),
        number,
        need: Some(need),
        act: Act::Release,
        may_be: parties.clone(),
        parties,
        who,
        unit: String::new(),
        quantity: None,
        on: None,
        certainty: Certainty::Doubtful,
        doubts: vec![Doubt::LeftOutSince],
        nickname: None,
        speaker: Vec::new(),
        copies: Vec::new(),
        gives_back_last: false,
        said_again: false,
        aside: false,
    })
}
