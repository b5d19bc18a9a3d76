//! What is recorded of a step of a claim after the claim has taken it: another day, a further or another detail.

use crate::model::day::Day;
use crate::model::words::{ClaimState, NeedState};

use super::claim::{self, Step};
use super::find::need_by_id;
use super::log::Change;
use super::rows::{ClaimRow, NeedRow};

/// The day before which, or after which, a step cannot have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutOfOrder {
    Before(Day),
    After(Day),
}

/// The claim with the details given again for a step that it has already taken: what is left out stays. `on` is the day where one is
/// given.
///
/// Errors as a value: a day that is out of order with the steps before and after.
pub fn corrected(claim: &ClaimRow, step: &Step, on: Option<Day>) -> Result<ClaimRow, OutOfOrder> {
    let mut after = claim.clone();
    claim::note_details(&mut after, &step.details);
    if let Some(reason) = &step.details.reason {
        after.reason = Some(reason.clone());
    }
    let Some(on) = on else { return Ok(after) };
    match step.to {
        ClaimState::Active => {}
        ClaimState::Started => after.started_on = Some(on),
        ClaimState::Completed => after.completed_on = Some(on),
        ClaimState::Confirmed => after.confirmed_on = Some(on),
        ClaimState::Released | ClaimState::Revoked => after.ended_on = Some(on),
    }
    let (earlier, later) = around(claim, step.to);
    let earliest = earlier.into_iter().flatten().max().filter(|earliest| on < *earliest);
    let latest = later.into_iter().flatten().min().filter(|latest| on > *latest);
    match (earliest, latest) {
        (Some(day), _) => Err(OutOfOrder::Before(day)),
        (None, Some(day)) => Err(OutOfOrder::After(day)),
        (None, None) => Ok(after),
    }
}

/// The days of the steps before and after.
fn around(claim: &ClaimRow, to: ClaimState) -> ([Option<Day>; 5], [Option<Day>; 3]) {
    let (claimed, started, completed) = (Some(claim.claimed_on), claim.started_on, claim.completed_on);
    let planned = claim.approved_on.max(claim.plan_on);
    match to {
        ClaimState::Active | ClaimState::Started => {
            ([claimed, planned, None, None, None], [completed, claim.confirmed_on, claim.accepted_on])
        }
        ClaimState::Completed => {
            ([claimed, planned, started, None, None], [claim.confirmed_on, claim.accepted_on, claim.reopened_on])
        }
        ClaimState::Confirmed => ([claimed, planned, started, completed, None], [claim.reopened_on, None, None]),
        ClaimState::Released | ClaimState::Revoked => ([claimed, planned, started, completed, None], [None; 3]),
    }
}

/// Stores the corrected claim; the day on which its need was closed follows. Whether anything has changed.
pub fn store(change: &mut Change<'_>, before: &ClaimRow, after: &ClaimRow) -> anyhow::Result<bool> {
    change.update(before, after)?;
    if before.confirmed_on != after.confirmed_on {
        date_closing(change, after.need_id)?;
    }
    Ok(before != after)
}

/// A need that its confirmations have closed was closed on the day of the last.
fn date_closing(change: &mut Change<'_>, need: i64) -> anyhow::Result<()> {
    let need = need_by_id(change.session(), need)?;
    let confirmed = claim::confirmed(change.session(), need.id)?;
    let days: Option<Vec<Day>> = confirmed.iter().map(|claim| claim.confirmed_on).collect();
    let last = days.and_then(|days| days.into_iter().max());
    let is_whole = confirmed.iter().map(|claim| claim.quantity).sum::<i64>() >= need.quantity;
    if need.state == NeedState::Closed && is_whole && last.is_some() {
        change.update(&need, &NeedRow { closed_on: last, ..need.clone() })?;
    }
    Ok(())
}
