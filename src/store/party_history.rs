//! Who came into a claim, who left it and who came to lead it, entry by entry. The claim's own record says nothing of them.

use rusqlite::{OptionalExtension, named_params};

use super::claimant::{self, Party};
use super::export::{self, Past};
use super::record::Record;
use super::rows::{FormerPartyRow, PartyRow};
use crate::model::words::Role;
use crate::store::Session;

/// Whose claims are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimsOf {
    Need(i64),
    Claim(i64),
    Party(Party),
}

/// What happened to a claimant of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Joined,
    Left,
    Leads,
    /// No longer the lead.
    Follows,
}

/// The same, with the entry.
#[derive(Debug, Clone)]
pub struct PartyStep {
    pub past: Past,
    pub claim: i64,
    pub party: Party,
    pub what: What,
}

impl ClaimsOf {
    /// Of a record, by its table and id; `None` of tables that have no part in claims.
    pub fn of(kind: &str, id: i64) -> Option<ClaimsOf> {
        match kind {
            "need" => Some(ClaimsOf::Need(id)),
            "claim" => Some(ClaimsOf::Claim(id)),
            "member" => Some(ClaimsOf::Party(Party::Member(id))),
            "org" => Some(ClaimsOf::Party(Party::Org(id))),
            "outsider" => Some(ClaimsOf::Party(Party::Outsider(id))),
            _ => None,
        }
    }
}

/// What happened to claimants, oldest first. Of a claimant only what happened to that one.
pub fn steps(session: &Session, whose: ClaimsOf) -> anyhow::Result<Vec<PartyStep>> {
    let mut steps = Vec::new();
    for id in rows(session, whose)? {
        let past = export::history(session, PartyRow::KIND, id)?;
        let mut states = past.iter().map(|one| one.before.as_deref().map(read).transpose());
        let mut states: Vec<Option<PartyRow>> = states.by_ref().collect::<anyhow::Result<_>>()?;
        states.push(live(session, id)?);
        for (one, state) in past.into_iter().zip(states.windows(2)) {
            let of_entry = happened(state[0].as_ref(), state[1].as_ref()).into_iter();
            steps.extend(of_entry.map(|(what, row)| PartyStep {
                past: one.clone(),
                claim: row.claim_id,
                party: claimant::of_row(row),
                what,
            }));
        }
    }
    if let ClaimsOf::Party(party) = whose {
        steps.retain(|step| step.party == party);
    }
    steps.sort_by_key(|step| step.past.entry);
    Ok(steps)
}

/// What makes of one state of a claimant's row the next.
fn happened<'r>(before: Option<&'r PartyRow>, after: Option<&'r PartyRow>) -> Vec<(What, &'r PartyRow)> {
    match (before, after) {
        (None, None) => Vec::new(),
        (None, Some(after)) => vec![(What::Joined, after)],
        (Some(before), None) => vec![(What::Left, before)],
        (Some(before), Some(after)) if claimant::of_row(before) != claimant::of_row(after) => {
            vec![(What::Left, before), (What::Joined, after)]
        }
        (Some(before), Some(after)) if before.role != after.role => {
            vec![(if after.role == Role::Lead { What::Leads } else { What::Follows }, after)]
        }
        (Some(_), Some(_)) => Vec::new(),
    }
}

/// The rows of claimants that are or were of these claims. Of a claimant that has left, the row is known by the entry that
/// noted it.
fn rows(session: &Session, whose: ClaimsOf) -> anyhow::Result<Vec<i64>> {
    let (current, former) = match whose {
        ClaimsOf::Need(_) | ClaimsOf::Claim(_) => (
            "SELECT claim_party.id
            FROM claim
            JOIN claim_party ON claim_party.claim_id = claim.id
            WHERE claim.need_id = :need OR claim.id = :claim
            ORDER BY claim_party.id",
            "SELECT former_party.id, former_party.claim_id
            FROM claim
            JOIN former_party ON former_party.claim_id = claim.id
            WHERE claim.need_id = :need OR claim.id = :claim
            ORDER BY former_party.id",
        ),
        ClaimsOf::Party(_) => (
            "SELECT id
            FROM claim_party
            WHERE member_id = :member OR org_id = :org OR outsider_id = :outsider
            ORDER BY id",
            "SELECT id, claim_id
            FROM former_party
            WHERE member_id = :member OR org_id = :org OR outsider_id = :outsider
            ORDER BY id",
        ),
    };
    let (need, claim) = match whose {
        ClaimsOf::Need(id) => (Some(id), None),
        ClaimsOf::Claim(id) => (None, Some(id)),
        ClaimsOf::Party(_) => (None, None),
    };
    let (member, org, outsider) = match whose {
        ClaimsOf::Party(party) => claimant::columns(party),
        ClaimsOf::Need(_) | ClaimsOf::Claim(_) => (None, None, None),
    };
    let of_claims: &[(&str, &dyn rusqlite::ToSql)] = &[(":need", &need), (":claim", &claim)];
    let of_party: &[(&str, &dyn rusqlite::ToSql)] = &[(":member", &member), (":org", &org), (":outsider", &outsider)];
    let params = if matches!(whose, ClaimsOf::Party(_)) { of_party } else { of_claims };
    let mut statement = session.prepare_cached(current)?;
    let mut ids: Vec<i64> = statement.query_map(params, |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut statement = session.prepare_cached(former)?;
    let left: Vec<(i64, i64)> =
        statement.query_map(params, |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    for (former, claim) in left {
        for past in export::history(session, FormerPartyRow::KIND, former)? {
            ids.extend(changed_in(session, past.entry, claim)?);
        }
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// The rows of a claim's claimants that an entry changed or took away.
fn changed_in(session: &Session, entry: i64, claim: i64) -> anyhow::Result<Vec<i64>> {
    let sql = "
        SELECT record_id
        FROM revision
        WHERE id BETWEEN :entry << 32 AND (:entry + 1 << 32) - 1
          AND kind = 'claim_party' AND json_extract(before, '$.claim_id') = :claim
        ORDER BY id";
    let mut statement = session.prepare_cached(sql)?;
    let ids = statement.query_map(named_params! {":entry": entry, ":claim": claim}, |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

fn live(session: &Session, id: i64) -> anyhow::Result<Option<PartyRow>> {
    let mut statement = session.prepare_cached(PartyRow::SELECT)?;
    Ok(statement.query_row(named_params! {":id": id}, PartyRow::from_row).optional()?)
}

fn read(before: &str) -> anyhow::Result<PartyRow> {
    PartyRow::from_json(&serde_json::from_str(before)?)
}
