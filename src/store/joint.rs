//! Joint claims: who joins one later, who leaves it while others go on, and who takes it over.

use rusqlite::named_params;

use crate::model::day::Day;
use crate::model::words::{Leaving, Role};
use crate::store::Session;

use super::claim::{add_party, party_rows};
use super::claimant::{self, Party};
use super::find;
use super::log::Change;
use super::record::Record;
use super::rows::{ClaimRow, FormerPartyRow, PartyRow};

/// How somebody leaves a claim.
#[derive(Debug, Clone)]
pub struct Farewell {
    pub how: Leaving,
    pub on: Day,
    pub reason: String,
}

/// Adds joint claimants; returns those who did not take part yet.
pub fn join(change: &mut Change<'_>, claim: &ClaimRow, parties: &[Party]) -> anyhow::Result<Vec<Party>> {
    let known = party_rows(change.session(), claim.id)?;
    let mut joined = Vec::new();
    for party in parties {
        if !known.iter().any(|row| claimant::of_row(row) == *party) {
            add_party(change, claim.id, *party, Role::Joint)?;
            joined.push(*party);
        }
    }
    if !joined.is_empty() {
        forget_consent(change, claim)?;
    }
    Ok(joined)
}

/// Takes some of several claimants out. Where the lead goes, the next becomes it, or `lead`, who must stay.
pub fn leave(
    change: &mut Change<'_>,
    claim: &ClaimRow,
    leaving: &[Party],
    lead: Option<Party>,
    farewell: &Farewell,
) -> anyhow::Result<()> {
    let rows = party_rows(change.session(), claim.id)?;
    let (gone, staying): (Vec<PartyRow>, Vec<PartyRow>) =
        rows.into_iter().partition(|row| leaving.contains(&claimant::of_row(row)));
    for row in &gone {
        change.remove(row)?;
        remember(change, row, farewell)?;
    }
    let led = staying.iter().find(|row| row.role == Role::Lead).or(staying.first());
    let lead = lead.and_then(|lead| staying.iter().find(|row| claimant::of_row(row) == lead)).or(led);
    for row in &staying {
        let role = if lead.is_some_and(|lead| lead.id == row.id) { Role::Lead } else { Role::Joint };
        change.update(row, &PartyRow { role, ..row.clone() })?;
    }
    Ok(())
}

/// Hands over what some of the claimants have promised, all of them perhaps, to somebody else, who leads where one of
/// them did.
pub fn pass(
    change: &mut Change<'_>,
    claim: &ClaimRow,
    from: &[Party],
    to: Party,
    farewell: &Farewell,
) -> anyhow::Result<()> {
    let rows = party_rows(change.session(), claim.id)?;
    let gives = |row: &&PartyRow| from.contains(&claimant::of_row(row)) && claimant::of_row(row) != to;
    let known = rows.iter().find(|row| claimant::of_row(row) == to);
    let role = if rows.iter().filter(gives).any(|row| row.role == Role::Lead) { Role::Lead } else { Role::Joint };
    match (known, rows.iter().find(gives)) {
        (Some(known), _) if role == Role::Lead => change.update(known, &PartyRow { role, ..known.clone() })?,
        (Some(_), _) | (None, None) => {}
        (None, Some(first)) => {
            let (member_id, org_id, outsider_id) = claimant::columns(to);
            change.update(first, &PartyRow { role, member_id, org_id, outsider_id, ..first.clone() })?;
        }
    }
    // The first one's row has become that of whoever takes over.
    let taken = if known.is_none() { rows.iter().find(gives).map(|row| row.id) } else { None };
    for row in rows.iter().filter(gives) {
        remember(change, row, farewell)?;
        if taken != Some(row.id) {
            change.remove(row)?;
        }
    }
    forget_consent(change, claim)
}

/// Whoever comes into a claim has not agreed to be named on what is published.
fn forget_consent(change: &mut Change<'_>, claim: &ClaimRow) -> anyhow::Result<()> {
    let now = find::claim_by_id(change.session(), claim.id)?;
    change.update(&now, &ClaimRow { name_ok: None, ..now.clone() })
}

fn remember(change: &mut Change<'_>, row: &PartyRow, farewell: &Farewell) -> anyhow::Result<()> {
    let id = change.next_id::<FormerPartyRow>()?;
    change.insert(FormerPartyRow {
        id,
        claim_id: row.claim_id,
        role: row.role,
        member_id: row.member_id,
        org_id: row.org_id,
        outsider_id: row.outsider_id,
        how: farewell.how,
        left_on: farewell.on,
        reason: farewell.reason.clone(),
    })
}

/// Those who took part and left, in the order in which they did.
pub fn former(session: &Session, claim: i64) -> anyhow::Result<Vec<FormerPartyRow>> {
    let sql = "
        SELECT id, claim_id, role, member_id, org_id, outsider_id, how, left_on, reason
        FROM former_party
        WHERE claim_id = :claim
        ORDER BY id";
    let mut statement = session.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! {":claim": claim}, FormerPartyRow::from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether all of them took part once and left, on that day where one is given.
pub fn have_left(session: &Session, claim: i64, parties: &[Party], on: Option<Day>) -> anyhow::Result<bool> {
    let former = former(session, claim)?;
    let former: Vec<Party> = former.iter().filter(|row| on.is_none_or(|on| row.left_on == on)).map(of_former).collect();
    Ok(!parties.is_empty() && parties.iter().all(|party| former.contains(party)))
}

pub fn of_former(row: &FormerPartyRow) -> Party {
    match (row.member_id, row.org_id, row.outsider_id) {
        (Some(id), _, _) => Party::Member(id),
        (_, Some(id), _) => Party::Org(id),
        (_, _, id) => Party::Outsider(id.unwrap_or_default()),
    }
}
