//! Which days what happens to a need may have: nothing happens to it before what has happened already. One claim may come
//! before the publication, since people promise things in a chat first and are listed later.

use std::collections::HashMap;

use rusqlite::named_params;

use super::claim;
use super::find::{claims_of, need_by_id};
use super::reopening::{self, Gap};
use super::rows::{ClaimRow, NeedRow};
use crate::model::day::Day;
use crate::model::refusal::{NeedDay, TooEarly};
use crate::store::Session;

/// What happened last to a need by itself: it was collected, verified, published, closed, or left.
fn last(need: &NeedRow) -> Option<(NeedDay, Day)> {
    let days = [
        (NeedDay::Collected, need.collected_on),
        (NeedDay::Verified, need.verified_on),
        (NeedDay::Published, need.published_on),
        (NeedDay::Closed, need.closed_on),
        (NeedDay::Left, need.left_on),
    ];
    days.into_iter().filter_map(|(what, day)| Some((what, day?))).max_by_key(|(_, day)| *day)
}

/// What happened last to a need's claims that hold it, or when those of a former round ended: it was reopened.
fn last_of_claims(session: &Session, need: i64) -> anyhow::Result<Option<(NeedDay, Day)>> {
    let last = |claim: &ClaimRow| match claim.reopened_on {
        Some(day) => Some((NeedDay::Reopened, day)),
        None if claim.holds_need() => {
            let steps = [Some(claim.claimed_on), claim.started_on, claim.completed_on, claim.confirmed_on];
            steps.into_iter().flatten().max().map(|day| (NeedDay::Claimed, day))
        }
        None => None,
    };
    Ok(claims_of(session, need)?.iter().filter_map(last).max_by_key(|(_, day)| *day))
}

fn early(need: &NeedRow, on: Day, last: Option<(NeedDay, Day)>) -> Option<TooEarly> {
    let (what, day) = last.filter(|(_, day)| on < *day)?;
    Some(TooEarly { need: need.code.clone(), on, what, day })
}

/// Why a need cannot be verified, sent back or put on the wall on a day: what comes before is of a later one.
pub fn too_early(need: &NeedRow, on: Day) -> Option<TooEarly> {
    early(need, on, last(need))
}

/// The needs that wait for verification and cannot be verified on a day, by their ids.
pub fn waiting_too_early(session: &Session, on: Day) -> anyhow::Result<HashMap<i64, TooEarly>> {
    let sql = "
        SELECT id
        FROM need
        WHERE state = 'collected' AND (collected_on > :on OR verified_on > :on)
        ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let ids: Vec<i64> = statement.query_map(named_params! {":on": on}, |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut early = HashMap::new();
    for id in ids {
        early.extend(too_early(&need_by_id(session, id)?, on).map(|early| (id, early)));
    }
    Ok(early)
}

/// Why a need cannot leave, be closed or be reopened on a day: its claims count too.
pub fn too_early_to_leave(session: &Session, need: &NeedRow, on: Day) -> anyhow::Result<Option<TooEarly>> {
    let reopened = reopening::gaps(session, need.id)?.into_iter().map(|gap| (NeedDay::Reopened, gap.until));
    let last = last(need).into_iter().chain(last_of_claims(session, need.id)?).chain(reopened);
    let last = last.max_by_key(|(_, day)| *day);
    Ok(early(need, on, last))
}

/// When a need that is open again was gone, where that day is among those.
pub fn gone(session: &Session, need: &NeedRow, on: Day, today: Day) -> anyhow::Result<Option<Gap>> {
    if on >= today {
        return Ok(None);
    }
    Ok(reopening::gaps(session, need.id)?.into_iter().find(|gap| gap.from <= on && on < gap.until))
}

/// The day on which a need was collected, where a claim is dated before it.
pub fn claimed_before_collected(collected_on: Option<Day>, on: Day) -> Option<Day> {
    collected_on.filter(|collected| on < *collected)
}

/// What has happened to a need before a day that is given as the one of its collection.
pub fn before_collected(session: &Session, need: &NeedRow, collected: Day) -> anyhow::Result<Option<(NeedDay, Day)>> {
    let own = [
        (NeedDay::Verified, need.verified_on),
        (NeedDay::Published, need.published_on),
        (NeedDay::Closed, need.closed_on),
        (NeedDay::Left, need.left_on),
    ];
    let own = own.into_iter().filter_map(|(what, day)| Some((what, day?)));
    let claims = claim::holding(session, need.id)?;
    let claimed = claims.iter().map(|claim| (NeedDay::Claimed, claim.claimed_on));
    let first = own.chain(claimed).min_by_key(|(_, day)| *day);
    Ok(first.filter(|(_, day)| *day < collected))
}
