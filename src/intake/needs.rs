//! A row of a list of wishes or projects becomes a need. Knows fields and words, nothing of what is stored.

use super::excerpt::brief;
use super::places::place;
use super::reading::{Cell, Reading};
use super::row::Plan;
use super::vocabulary::{FORMS_THEMES, FormTheme, meaning, words_of};
use crate::model::draft::{NeedDraft, Value, Values};
use crate::model::fault::FaultKind;
use crate::model::fields::Field;
use crate::model::words::NeedKind;

/// The need, complete where the reading has no fault.
pub fn need(kind: NeedKind, plan: &Plan, reading: &mut Reading<'_>) -> NeedDraft {
    let mut values = reading.values(plan.wanted());
    refuse_no_content(&values, reading);
    form_and_theme(reading, &mut values);
    let (place, extra) = (place(reading), reading.extra(plan.headers()));
    let mut need = NeedDraft { kind, place, values, extra, unread: Vec::new(), identity: 0 };
    need.identity = need.names().identity();
    need
}

/// 暂无心愿, 见附件 and ？ are nothing that anybody could fulfil.
fn refuse_no_content(values: &Values, reading: &mut Reading<'_>) {
    const NOTHING: [&str; 14] = [
        "暂无",
        "暂无心愿",
        "无心愿",
        "没有心愿",
        "没有",
        "暂时没有",
        "目前没有",
        "见附件",
        "详见附件",
        "见附表",
        "待定",
        "待补充",
        "待填",
        "图片",
    ];
    /// Longer than any of them, in bytes.
    const LONGEST: usize = 30;
    let Some(content) = values.text(Field::Content) else { return };
    let is_nothing = || {
        let word: String = content.chars().filter(|c| c.is_alphanumeric()).collect();
        NOTHING.contains(&word.as_str())
    };
    if !content.contains(char::is_alphanumeric) || (content.len() <= LONGEST && is_nothing()) {
        let value = brief(content);
        reading.fault(Field::Content, reading.columns().first(Field::Content), FaultKind::NotContent { value });
    }
}

/// Either column may say either or both; where they contradict each other, each column's own word wins.
fn form_and_theme(reading: &mut Reading<'_>, values: &mut Values) {
    let (form_word, (form, other_theme)) = word(reading, Field::Form);
    let (theme_word, (other_form, theme)) = word(reading, Field::Theme);
    if let (Some((_, taken)), Some((column, left))) = (form_word, theme_word) {
        let differ = form.zip(other_form).is_some_and(|(one, other)| one != other)
            || theme.zip(other_theme).is_some_and(|(one, other)| one != other);
        if differ {
            reading.warn_differ(Field::Form, column, taken, left);
        }
    }
    if let Some(form) = form.or(other_form) {
        values.add(Field::Form, Value::Form(form));
    }
    if let Some(theme) = theme.or(other_theme) {
        values.add(Field::Theme, Value::Theme(theme));
    }
}

fn word<'a>(reading: &mut Reading<'a>, field: Field) -> (Option<Cell<'a>>, FormTheme) {
    let Some((column, text)) = reading.cell(field) else { return (None, (None, None)) };
    let found = meaning(FORMS_THEMES, reading.columns().word(field, text));
    if found.is_none() {
        let why = FaultKind::UnknownWord { value: brief(text), allowed: words_of(FORMS_THEMES) };
        reading.fault(field, Some(column), why);
    }
    (Some((column, text)), found.unwrap_or((None, None)))
}
