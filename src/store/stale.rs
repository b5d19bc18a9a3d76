//! Claims that nobody has begun, and needs that nobody has claimed, for too long.

use rusqlite::named_params;

use crate::model::day::Day;
use crate::store::Session;

/// The claims, made before a day, that are not begun, and have passed no milestone since; of one campaign's needs where it is given.
pub fn claims(session: &Session, before: Day, campaign: Option<i64>) -> anyhow::Result<Vec<i64>> {
    let sql = "
        SELECT claim.id
        FROM claim
        JOIN need ON need.id = claim.need_id
        WHERE claim.state = 'active'
          AND max(claim.claimed_on, coalesce(claim.letter_on, ''), coalesce(claim.approved_on, ''),
            coalesce(claim.plan_on, '')) < :before
          AND (:campaign IS NULL OR need.campaign_id = :campaign)
        ORDER BY claim.id";
    let mut statement = session.prepare(sql)?;
    let ids = statement.query_map(named_params! {":before": before, ":campaign": campaign}, |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}
