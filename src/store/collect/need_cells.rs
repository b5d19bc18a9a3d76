//! A newer list's cells over a stored need: what they change, and what they may not change any more.

use crate::model::draft::NeedDraft;
use crate::model::fault::{Flaw, Why};
use crate::model::field::Field;

use super::super::rows::NeedRow;
use super::{extra_over, given_over, over};

/// The stored record with the list's cells over it, the public ones aside.
pub fn merged(stored: &NeedRow, draft: &NeedDraft, programme_id: Option<i64>) -> anyhow::Result<NeedRow> {
    Ok(NeedRow {
        phone: given_over(&draft.phone, &stored.phone),
        wisher_class: over(&draft.wisher_class, &stored.wisher_class),
        age: draft.age.or(stored.age),
        address: given_over(&draft.address, &stored.address),
        household: over(&draft.household, &stored.household),
        school: over(&draft.school, &stored.school),
        reason: over(&draft.reason, &stored.reason),
        budget_fen: draft.budget.or(stored.budget_fen),
        deadline: draft.deadline.or(stored.deadline),
        collected_on: draft.collected_on.or(stored.collected_on),
        collector: over(&draft.collector, &stored.collector),
        channel: over(&draft.channel, &stored.channel),
        consent: draft.consent.or(stored.consent),
        programme_id,
        project: over(&draft.project, &stored.project),
        source: over(&draft.source, &stored.source),
        external_id: over(&draft.external_id, &stored.external_id),
        proposer: over(&draft.proposer, &stored.proposer),
        beneficiaries: draft.beneficiaries.or(stored.beneficiaries),
        note: over(&draft.note, &stored.note),
        extra: extra_over(&draft.extra, stored.extra.as_deref())?,
        ..stored.clone()
    })
}

/// The cells that the wall shows.
pub fn take_public(after: &mut NeedRow, draft: &NeedDraft, place: Option<i64>) {
    after.title = over(&draft.title, &after.title);
    after.content = over(&draft.content, &after.content);
    after.wisher = over(&draft.wisher, &after.wisher);
    after.form = draft.form.or(after.form);
    after.theme = draft.theme.or(after.theme);
    after.place_id = place.unwrap_or(after.place_id);
    after.quantity = draft.quantity.map_or(after.quantity, |quantity| i64::from(quantity.number()));
}

pub fn conflicts(stored: &NeedRow, draft: &NeedDraft, moved: bool) -> Vec<Flaw> {
    let mut conflicts = Vec::new();
    let mut text_field = |field, stored: &Option<String>, given: &Option<String>| {
        if let Some(given) = given.as_ref().filter(|given| stored.as_ref() != Some(given)) {
            let stored = stored.clone().unwrap_or_default();
            conflicts.push(Flaw::of(field, Why::Conflict { stored, given: given.clone() }));
        }
    };
    text_field(Field::Title, &stored.title, &draft.title);
    text_field(Field::Content, &stored.content, &draft.content);
    text_field(Field::Wisher, &stored.wisher, &draft.wisher);
    text_field(
        Field::Form,
        &stored.form.map(|form| form.zh().to_owned()),
        &draft.form.map(|form| form.zh().to_owned()),
    );
    let theme = draft.theme.map(|theme| theme.zh().to_owned());
    text_field(Field::Theme, &stored.theme.map(|theme| theme.zh().to_owned()), &theme);
    let quantity = draft.quantity.map(|quantity| quantity.number().to_string());
    text_field(Field::Quantity, &Some(stored.quantity.to_string()), &quantity);
    if let (true, Some(place)) = (moved, &draft.place) {
        text_field(Field::Place, &None, &Some(place.to_string()));
    }
    conflicts
}
