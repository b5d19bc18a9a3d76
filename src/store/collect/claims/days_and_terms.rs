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
