//! What one claimant has taken on, and what became of it.

use rusqlite::named_params;

use crate::model::words::Role;
use crate::store::Session;

use super::claimant::{self, Party};
use super::find::claim_by_id;
use super::record::Record;
use super::rows::{ClaimRow, FormerPartyRow};

/// A claim that somebody took part in.
#[derive(Debug, Clone)]
pub struct Served {
    pub claim: ClaimRow,
    pub role: Role,
    /// How they left it, where others went on.
    pub left: Option<FormerPartyRow>,
}

/// Every claim of a claimant, also those that were given back, by their days.
pub fn of(session: &Session, party: Party) -> anyhow::Result<Vec<Served>> {
    let mut served = Vec::new();
    for (claim, role) in taken(session, party)? {
        served.push(Served { claim: claim_by_id(session, claim)?, role, left: None });
    }
    for row in left(session, party)? {
        served.push(Served { claim: claim_by_id(session, row.claim_id)?, role: row.role, left: Some(row) });
    }
    served.sort_by_key(|one| (one.claim.claimed_on, one.claim.id));
    Ok(served)
}

fn taken(session: &Session, party: Party) -> anyhow::Result<Vec<(i64, Role)>> {
    let (sql, id) = match party {
        Party::Member(id) => ("SELECT claim_id, role FROM claim_party WHERE member_id = :id ORDER BY claim_id", id),
        Party::Org(id) => ("SELECT claim_id, role FROM claim_party WHERE org_id = :id ORDER BY claim_id", id),
        Party::Outsider(id) => ("SELECT claim_id, role FROM claim_party WHERE outsider_id = :id ORDER BY claim_id", id),
    };
    let mut statement = session.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! {":id": id}, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn left(session: &Session, party: Party) -> anyhow::Result<Vec<FormerPartyRow>> {
    let (member, org, outsider) = claimant::columns(party);
    let sql = "
        SELECT id, claim_id, role, member_id, org_id, outsider_id, how, left_on, reason
        FROM former_party
        WHERE member_id IS :member AND org_id IS :org AND outsider_id IS :outsider
        ORDER BY id";
    let mut statement = session.prepare_cached(sql)?;
    let parties = named_params! {":member": member, ":org": org, ":outsider": outsider};
    let rows = statement.query_map(parties, FormerPartyRow::from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
