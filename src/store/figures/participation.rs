//! Who is in which claim.

use rusqlite::named_params;

use crate::model::day::Day;
use crate::model::words::{Claimant, Role};
use crate::store::Session;

/// Calls `each` with every claim that was made in a period and held on a day: its id, its need, and how many of its people
/// are not named.
pub fn each_holding(
    session: &Session,
    (from, until): (Option<Day>, Day),
    day: Day,
    mut each: impl FnMut(i64, i64, i64),
) -> anyhow::Result<()> {
    let sql = "
        SELECT id, need_id, unnamed
        FROM claim
        WHERE (state IN (SELECT state FROM claim_states WHERE holds) OR ended_on > :day)
          AND (:from IS NULL OR claimed_on >= :from)
          AND claimed_on <= :until
          AND claimed_on <= :day
        ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":from": from, ":until": until, ":day": day})?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?, row.get(2)?);
    }
    Ok(())
}

/// Calls `each` with every party of every claim: the claim, who is in it, and as what.
pub fn each_party(session: &Session, mut each: impl FnMut(i64, (Claimant, i64), Role)) -> anyhow::Result<()> {
    let sql = "SELECT claim_id, role, member_id, org_id, outsider_id FROM claim_party ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (member, org): (Option<i64>, Option<i64>) = (row.get(2)?, row.get(3)?);
        let who = match (member, org) {
            (Some(member), _) => (Claimant::Member, member),
            (None, Some(org)) => (Claimant::Org, org),
            (None, None) => (Claimant::Outsider, row.get(4)?),
        };
        each(row.get(0)?, who, row.get(1)?);
    }
    Ok(())
}
