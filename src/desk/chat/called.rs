//! What the claimants of a proposal are called: as the office file does, else as the chat does.

use super::Proposal;
use crate::store::claimant::{self, Party};
use crate::store::{Session, find};

/// The claimants as the office file calls them, else as the chat does.
pub fn names(session: &Session, proposal: &Proposal) -> anyhow::Result<String> {
    if proposal.parties.is_empty() {
        return Ok(proposal.who.clone());
    }
    let names: Vec<String> =
        proposal.parties.iter().map(|party| claimant::name(session, *party)).collect::<anyhow::Result<_>>()?;
    Ok(names.join(crate::lang::comma()))
}

/// The code of a claimant who is on a roster.
pub fn code_of(session: &Session, party: Party) -> anyhow::Result<Option<String>> {
    Ok(match party {
        Party::Member(id) => Some(find::member_by_id(session, id)?.code.to_string()),
        Party::Org(id) => Some(find::org_by_id(session, id)?.code.to_string()),
        Party::Outsider(_) => None,
    })
}

/// The unit as the office file calls it, where one person is meant; else as the chat does.
pub fn unit(session: &Session, proposal: &Proposal) -> anyhow::Result<String> {
    let [Party::Member(id)] = proposal.parties.as_slice() else { return Ok(proposal.unit.clone()) };
    let org = find::member_by_id(session, *id)?.org_id;
    Ok(org.map(|org| find::org_by_id(session, org)).transpose()?.map_or_else(|| proposal.unit.clone(), |org| org.name))
}

/// Distinguishes one set of claimants from another, whatever their order.
pub(super) fn key_of(parties: &[Party]) -> String {
    let mut parties = parties.to_vec();
    parties.sort();
    format!("{parties:?}")
}
