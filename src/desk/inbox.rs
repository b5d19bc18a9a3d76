//! What goes to the inbox of claims (`claim pending`): rows of lists and sayings of chats that nobody could match, with
//! numbers masked.

use super::chat::Proposal;
use super::quoted;
use crate::lang::{chat as text, faults};
use crate::model::chat::{Act, Certainty};
use crate::model::fields::Field;
use crate::privacy;
use crate::store::collect::claims::Unmatched;
use crate::store::rows::PendingRow;

/// A row of a list.
pub fn of_row(list: &str, one: &Unmatched) -> PendingRow {
    let values = &one.draft.values;
    let need = values.code(Field::Need).map(ToString::to_string).or_else(|| one.draft.content().map(str::to_owned));
    let who = match values.id(Field::Id).filter(|_| one.draft.claimants.is_empty()) {
        Some(id) => id.masked(),
        None => quoted::words(&one.draft.claimants.join("、")),
    };
    let words: Vec<&str> =
        [need.as_deref().unwrap_or_default(), &who].into_iter().filter(|word| !word.is_empty()).collect();
    PendingRow {
        id: 0,
        list: file_name(list),
        line: one.row,
        words: quoted::words(&words.join(" ")),
        need: need.as_deref().map(quoted::words),
        who: Some(who).filter(|who| !who.is_empty()),
        unit: values.text(Field::Org).map(str::to_owned),
        quantity: values.quantity(Field::Quantity).map(|quantity| i64::from(quantity.number())),
        on_day: values.day(Field::ClaimedOn),
        problem: privacy::mask_text(&faults::fault_of(one.flaw.field, &one.flaw.why)),
        settled_on: None,
        outcome: None,
    }
}

/// A saying of a chat, where it claims something and is not settled: what is doubtful, and what was refused.
pub fn of_proposal(list: &str, one: &Proposal) -> Option<PendingRow> {
    if one.act != Act::Claim || !matches!(one.certainty, Certainty::Doubtful | Certainty::Refused) {
        return None;
    }
    Some(PendingRow {
        id: 0,
        list: file_name(list),
        line: one.line,
        words: quoted::words(&one.words),
        need: one.number.map(|number| format!("{number}号")),
        who: Some(quoted::about(&one.words, &one.who)).filter(|who| !who.is_empty()),
        unit: Some(quoted::about(&one.words, &one.unit)).filter(|unit| !unit.is_empty()),
        quantity: one.quantity,
        on_day: one.on,
        problem: quoted::about(&one.words, &text::doubts(&one.doubts)),
        settled_on: None,
        outcome: None,
    })
}

fn file_name(list: &str) -> String {
    let name = std::path::Path::new(list).file_name().map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| list.to_owned())
}
