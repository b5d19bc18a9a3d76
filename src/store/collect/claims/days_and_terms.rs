//! What a row of a list of claims says besides who and what: the number of its need, its days and its terms.

use super::{is_name_ok, text_of};
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::draft::{ClaimDraft, Value};
use crate::model::fault::{FaultKind, Flaw};
use crate::model::fields::Field;
use crate::store::Session;
use crate::store::claim::Terms;
use crate::store::collect::unread;
use crate::store::find;
use crate::store::rows::ClaimRow;

/// In a column of wall numbers a number means what hangs there, and so does a code like W3 that no need has.
pub(super) fn number_need(session: &Session, draft: &mut ClaimDraft) -> anyhow::Result<()> {
    let Some(code) = draft.values.code(Field::Need).filter(|_| draft.is_of_wall) else { return Ok(()) };
    let Some(number) = code.number_of_wall().filter(|_| code.wall_number().is_none()) else { return Ok(()) };
    if code.bare_number().is_some() || find::need(session, code)?.is_none() {
        draft.values.replace(Field::Need, Value::Code(Code::of_wall(number)));
    }
    Ok(())
}

/// The warnings about a claim that has no day of its own, and so is of today, and about one that is older than what it claims
/// is on the wall.
pub(super) fn day_warnings(draft: &ClaimDraft, published_on: Option<Day>, on: Day) -> Vec<Flaw> {
    let is_undated = draft.values.day(Field::ClaimedOn).is_none() && !unread::has(&draft.unread, Field::ClaimedOn);
    let other = draft.values.day(Field::CompletedOn).or_else(|| draft.values.day(Field::EndedOn));
    let today = is_undated.then(|| match other {
        Some(done) if done == on => FaultKind::ClaimedWhenDone { day: on.to_string() },
        _ => FaultKind::ClaimedToday { day: on.to_string() },
    });
    let published = published_on.filter(|published| on < *published);
    let early =
        published.map(|published| FaultKind::BeforePublished { day: on.to_string(), published: published.to_string() });
    today.into_iter().chain(early).map(|why| Flaw::of(Field::ClaimedOn, why)).collect()
}

/// What a row gives of its claim besides who and what.
pub(super) fn terms(draft: &ClaimDraft, on: Day) -> Terms {
    Terms {
        name_ok: is_name_ok(draft),
        on,
        quantity: draft.values.quantity(Field::Quantity).map(|quantity| i64::from(quantity.number())),
        unnamed: draft.unnamed,
        mode: text_of(&draft.values, Field::Mode),
        deadline: dated_deadline(draft),
        note: text_of(&draft.values, Field::Note),
    }
}

/// The deadline of a claim whose day the row says: nobody knows whether it is before that of another.
pub(super) fn dated_deadline(draft: &ClaimDraft) -> Option<Day> {
    draft.values.day(Field::ClaimedOn).and_then(|_| draft.values.day(Field::Deadline))
}

/// What no list changes, unless the cell of it could not be read before: the day and the quantity of a claim. More than it has
/// may be somebody else's by now.
pub(super) fn mend(claim: &mut ClaimRow, draft: &ClaimDraft, waiting: Option<&str>) -> Vec<Flaw> {
    let waits = |field| unread::waits(waiting, field);
    let mut flaws = Vec::new();
    let mut conflict = |field, stored: String, given: String| {
        flaws.push(Flaw::of(field, FaultKind::Conflict { stored, given }));
    };
    if let Some(day) = draft.values.day(Field::ClaimedOn).filter(|day| *day != claim.claimed_on) {
        if waits(Field::ClaimedOn) {
            claim.claimed_on = day;
        } else {
            conflict(Field::ClaimedOn, claim.claimed_on.to_string(), day.to_string());
        }
    }
    if let Some(given) = draft.values.quantity(Field::Quantity) {
        let quantity = i64::from(given.number());
        if waits(Field::Quantity) && quantity <= claim.quantity {
            claim.quantity = quantity;
        } else if quantity != claim.quantity {
            conflict(Field::Quantity, claim.quantity.to_string(), given.to_string());
        }
    }
    flaws
}

/// How many take part in a claim that nobody has named, once a row has come of `named` people: a list that names those of
/// 李四等10人 leaves fewer, and each is counted once. `held`: how many were named before, and are now.
pub(super) fn unnamed(claim: &ClaimRow, draft: &ClaimDraft, named: usize, (before, held): (usize, usize)) -> u32 {
    let count = |people: usize| u32::try_from(people).unwrap_or(u32::MAX);
    match draft.unnamed {
        0 => claim.unnamed.saturating_sub(count(held - before)),
        more => more.saturating_add(count(named)).saturating_sub(count(held)),
    }
}
