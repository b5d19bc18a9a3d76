//! A row of a list of wishes or projects becomes a need. Knows fields and words, nothing of what is stored.

use super::known_words::{FORMS_THEMES, FormTheme, YES_NO, known, meaning};
use super::places::place;
use super::reading::Reading;
use super::tell::brief;
use crate::model::draft::NeedDraft;
use crate::model::fault::Why;
use crate::model::field::Field;
use crate::model::words::{Form, NeedKind, Theme};

/// The need, complete where the reading has no fault.
pub fn need(kind: NeedKind, heads: &[String], reading: &mut Reading<'_>) -> NeedDraft {
    let (title, content, wisher) = match kind {
        NeedKind::Wish => (None, reading.required_text(Field::Content), reading.required_name(Field::Wisher)),
        NeedKind::Project => (reading.required_text(Field::Title), reading.text(Field::Content), None),
    };
    let (form, theme) = form_and_theme(reading);
    let mut need = NeedDraft {
        kind,
        code: reading.code(Field::Code),
        place: place(reading),
        title,
        content,
        wisher,
        phone: reading.phone(),
        wisher_class: reading.text(Field::WisherClass),
        age: reading.number(Field::Age, 150),
        address: reading.address(),
        household: reading.text(Field::Household),
        school: reading.text(Field::School),
        form,
        theme,
        reason: reading.text(Field::Reason),
        quantity: reading.quantity(Field::Quantity),
        budget: reading.money(Field::Budget),
        deadline: reading.deadline(Field::Deadline),
        collected_on: reading.day(Field::CollectedOn),
        collector: reading.name(Field::Collector),
        channel: reading.text(Field::Channel),
        consent: reading.word(Field::Consent, YES_NO),
        programme: reading.text(Field::Programme),
        project: reading.text(Field::Project),
        source: reading.text(Field::Source),
        external_id: reading.text(Field::ExternalId),
        proposer: reading.text(Field::Proposer),
        beneficiaries: reading.number(Field::Beneficiaries, 100_000_000),
        note: reading.text(Field::Note),
        extra: reading.extra(heads),
        identity: 0,
    };
    need.identity = need.names().identity();
    need
}

/// Either column may say either or both; where they contradict each other, each column's own word wins.
fn form_and_theme(reading: &mut Reading<'_>) -> (Option<Form>, Option<Theme>) {
    let (form_word, (form, other_theme)) = word(reading, Field::Form);
    let (theme_word, (other_form, theme)) = word(reading, Field::Theme);
    if let (Some((_, taken)), Some((column, left))) = (form_word, theme_word) {
        let differ = form.zip(other_form).is_some_and(|(one, other)| one != other)
            || theme.zip(other_theme).is_some_and(|(one, other)| one != other);
        if differ {
            reading.warn_differ(Field::Form, column, taken, left);
        }
    }
    (form.or(other_form), theme.or(other_theme))
}

type Word<'a> = Option<(u16, &'a str)>;

fn word<'a>(reading: &mut Reading<'a>, field: Field) -> (Word<'a>, FormTheme) {
    let Some((column, text)) = reading.cell(field) else { return (None, (None, None)) };
    let said = meaning(FORMS_THEMES, text);
    if said.is_none() {
        let why = Why::UnknownWord { value: brief(text), known: known(FORMS_THEMES) };
        reading.fault(field, Some(column), why);
    }
    (Some((column, text)), said.unwrap_or((None, None)))
}
