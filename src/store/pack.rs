//! What a pack is made from, in few statements however many needs there are: the needs in the order they came, how far
//! their claims have come, and the latest claims. What of it may be published is not decided here.

use std::collections::HashSet;

use rusqlite::named_params;

use super::record::Record;
use super::rows::NeedRow;
use crate::model::day::Day;
use crate::model::words::{ClaimState, Claimant, NeedState, Progress};
use crate::store::Session;

/// How far the claims of one need on the wall have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub need: i64,
    /// `Confirmed` for one that was closed because its whole quantity is confirmed.
    pub progress: Progress,
    /// How many of the quantity are taken.
    pub taken: u32,
}

/// The standing of every need that hangs on the wall, by its id: published ones, and those of the campaign that were
/// closed because all of them is confirmed. `places`: of those in these places only.
pub fn standings(session: &Session, campaign: Option<i64>, places: Option<&[i64]>) -> anyhow::Result<Vec<Standing>> {
    // The view first: it is read once, as it is grouped, instead of being kept and sorted. A third faster for a city.
    let sql = "
        SELECT need.id, coalesce(need_progress.progress, 'confirmed'), min(need_progress.taken, need.quantity)
        FROM need_progress
        CROSS JOIN need ON need.id = need_progress.need_id
        WHERE (need.state = 'published'
            OR (need.state = 'closed' AND need.number IS NOT NULL AND need.campaign_id IS :campaign
              AND need_progress.confirmed >= need.quantity))
          AND (:places IS NULL OR need.place_id IN (SELECT value FROM json_each(:places)))";
    let places = places.map(serde_json::to_string).transpose()?;
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(named_params! {":campaign": campaign, ":places": places}, |row| {
        Ok(Standing { need: row.get(0)?, progress: row.get(1)?, taken: row.get(2)? })
    })?;
    let mut standings: Vec<Standing> = rows.collect::<Result<_, _>>()?;
    standings.sort_unstable_by_key(|standing| standing.need);
    Ok(standings)
}

/// How many needs are verified and were never on the wall.
pub fn count_verified(session: &Session) -> anyhow::Result<usize> {
    let sql = "SELECT count(*) FROM need WHERE state = 'verified' AND state <> 'collected' AND number IS NULL";
    let count: u32 = session.query_row(sql, [], |row| row.get(0))?;
    Ok(usize::try_from(count)?)
}

/// Gives every need that is verified or was put on the wall to `take`, in the order of their ids.
pub fn each_need(session: &Session, mut take: impl FnMut(NeedRow) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let state = NeedRow::COLUMNS.iter().position(|column| *column == "state").map_or(0, |at| at + 1);
    let mut statement = session.prepare(NeedRow::ALL)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        match row.get(state)? {
            NeedState::Verified | NeedState::Published | NeedState::Closed => take(NeedRow::from_row(row)?)?,
            NeedState::Collected
            | NeedState::NeedsInfo
            | NeedState::Rejected
            | NeedState::Duplicate
            | NeedState::Withdrawn
            | NeedState::Unfulfilled => {}
        }
    }
    Ok(())
}

/// Names that a pack may contain.
#[derive(Debug, Default)]
pub struct Names {
    /// Of claimants who agreed to be named.
    pub agreed: HashSet<String>,
    /// Of places and organisations.
    pub others: Vec<String>,
}

/// The names that may stand in a pack.
pub fn names(session: &Session) -> anyhow::Result<Names> {
    let agreed = "
        SELECT DISTINCT coalesce(member.name, outsider.name)
        FROM claim
        JOIN claim_party AS party ON party.claim_id = claim.id
        LEFT JOIN member ON member.id = party.member_id
        LEFT JOIN outsider ON outsider.id = party.outsider_id
        WHERE claim.name_ok AND coalesce(member.name, outsider.name) IS NOT NULL
        ORDER BY 1";
    let others = "
        SELECT name FROM place
        UNION SELECT name FROM org
        UNION SELECT short_name FROM org WHERE short_name IS NOT NULL
        ORDER BY 1";
    let column = |sql: &str| -> anyhow::Result<Vec<String>> {
        let mut statement = session.prepare(sql)?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    };
    let agreed = column(agreed)?.into_iter().collect();
    Ok(Names { agreed, others: column(others)? })
}

/// A claim as it may be shown: who leads it, and whether that name may be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LatestClaim {
    pub need: i64,
    pub on: Day,
    pub state: ClaimState,
    pub by: Claimant,
    /// Only where the claimants agreed to be named.
    pub name: Option<String>,
}

/// The claims made last that still hold their need, the newest first.
pub fn latest_claims(session: &Session, at_most: u32) -> anyhow::Result<Vec<LatestClaim>> {
    let sql = "
        SELECT claim.need_id, claim.claimed_on, claim.state,
          CASE
            WHEN party.member_id IS NOT NULL THEN 'member'
            WHEN party.org_id IS NOT NULL THEN 'org'
            ELSE 'outsider'
          END,
          CASE WHEN claim.name_ok THEN coalesce(member.name, org.short_name, org.name, outsider.name) END
        FROM (
          SELECT id, need_id, claimed_on, state, name_ok
          FROM claim
          WHERE EXISTS (SELECT 1 FROM holding_claim WHERE holding_claim.id = claim.id)
          ORDER BY claimed_on DESC, id DESC
          LIMIT :at_most
        ) AS claim
        JOIN claim_party AS party ON party.claim_id = claim.id AND party.role = 'lead'
        LEFT JOIN member ON member.id = party.member_id
        LEFT JOIN org ON org.id = party.org_id
        LEFT JOIN outsider ON outsider.id = party.outsider_id
        ORDER BY claim.claimed_on DESC, claim.id DESC";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(named_params! {":at_most": at_most}, |row| {
        Ok(LatestClaim { need: row.get(0)?, on: row.get(1)?, state: row.get(2)?, by: row.get(3)?, name: row.get(4)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
