//! A row of a list of wishes or projects becomes a need. Knows fields and words, nothing of what is stored.

use super::excerpt::brief;
use super::places::place;
use super::reading::{Cell, Reading};
use super::row::Plan;
use super::vocabulary::{FORMS_THEMES, FormTheme, meaning, words_of};
use crate::model::draft::{NeedDraft, Value, Values};
use crate::model::fault::FaultKind;
use crate::model::fields::Field;
use crate::model::text::to_half_width;
use crate::model::words::NeedKind;

/// The need, complete where the reading has no fault.
pub fn need(kind: NeedKind, plan: &Plan, reading: &mut Reading<'_>) -> NeedDraft {
    let mut values = reading.values(plan.wanted());
    refuse_no_content(&values, reading);
    warn_of_several(&values, reading);
    warn_of_called_off(&values, reading);
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

/// 1.一台电扇；2.一床凉席 may be two wishes, which two people could grant.
fn warn_of_several(values: &Values, reading: &mut Reading<'_>) {
    let items = values.text(Field::Content).map_or(0, numbered_items);
    if items > 1 {
        reading.warn(Field::Content, reading.columns().first(Field::Content), FaultKind::SeveralWishes { items });
    }
}

/// How many numbered items a text has, from 1 on: 1. 2. 3., （1）（2）, ①②.
fn numbered_items(text: &str) -> usize {
    const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨";
    if !text.contains(['1', '１', '①']) {
        return 0;
    }
    let circled = CIRCLED.chars().take_while(|c| text.contains(*c)).count();
    let plain: Vec<char> = text.chars().map(to_half_width).collect();
    let (mut items, mut before) = (0, None);
    for (at, c) in plain.iter().enumerate() {
        let is_next = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok()) == Some(items + 1);
        let begins = before.is_none_or(|before: char| before.is_whitespace() || ";,。、(".contains(before));
        let has_mark = plain.get(at + 1).is_some_and(|mark| ".、):".contains(*mark));
        let goes_on = plain.get(at + 2).is_some_and(|next| !next.is_ascii_digit());
        items += usize::from(is_next && begins && has_mark && goes_on);
        before = Some(*c);
    }
    items.max(circled)
}

/// A note that says that the row does not hold any longer, as offices write instead of deleting it.
fn warn_of_called_off(values: &Values, reading: &mut Reading<'_>) {
    const WORDS: [&str; 12] = [
        "作废",
        "已作废",
        "撤销",
        "已撤销",
        "撤回",
        "已撤回",
        "取消",
        "已取消",
        "不需要了",
        "已不需要",
        "已去世",
        "已搬走",
    ];
    let Some(note) = values.text(Field::Note) else { return };
    let first: String = note.chars().take_while(|c| c.is_alphanumeric()).collect();
    if WORDS.contains(&first.as_str()) {
        let why = FaultKind::CalledOff { value: brief(note) };
        reading.warn(Field::Note, reading.columns().first(Field::Note), why);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_a_text_are_counted_by_their_numbers() {
        for (text, items) in [
            ("1.一台电扇；2.一床凉席", 2),
            ("1、修水管\n2、换灯泡\n3、装扶手", 3),
            ("（1）书包（2）文具", 2),
            ("（1）书包；（2）文具", 2),
            ("①书包②文具", 2),
            ("１．书包，２．文具", 2),
            ("一台1.5匹空调", 0),
            ("2.一床凉席", 0),
            ("1.一台电扇", 1),
            ("电扇一台，凉席1.2米", 0),
        ] {
            assert_eq!(numbered_items(text), items, "{text}");
        }
    }
}
