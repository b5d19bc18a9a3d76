//! Claims that nobody has begun for too long.

use rusqlite::named_params;

use crate::model::day::Day;
use crate::store::Session;

/// A claim that nobody has begun, and after how many days that is too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stale {
    pub claim: i64,
    pub after: u32,
}

/// The claims that were not begun on a day, and had passed no milestone, for longer than `after` days, else than the campaign
/// of their need says; of one campaign's needs where it is given.
pub fn claims(session: &Session, day: Day, after: Option<u32>, campaign: Option<i64>) -> anyhow::Result<Vec<Stale>> {
    let sql = "
        SELECT claim.id, coalesce(:after, campaign.stale_days) AS after
        FROM claim
        JOIN need ON need.id = claim.need_id
        LEFT JOIN campaign ON campaign.id = need.campaign_id
        WHERE claim.state = 'active'
          AND max(claim.claimed_on, coalesce(claim.letter_on, ''), coalesce(claim.approved_on, ''),
            coalesce(claim.plan_on, '')) < date(:day, '-' || after || ' days')
          AND (:campaign IS NULL OR need.campaign_id = :campaign)
        ORDER BY claim.id";
    let mut statement = session.prepare(sql)?;
    let stale = |row: &rusqlite::Row<'_>| Ok(Stale { claim: row.get(0)?, after: row.get(1)? });
    let rows = statement.query_map(named_params! {":day": day, ":after": after, ":campaign": campaign}, stale)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
