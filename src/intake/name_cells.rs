//! Cells with a person's name: what else stands in them, which is no part of the name.

use super::excerpt::private;
use super::reading::{lines, trimmed};
use crate::model::folding::folded;
use crate::model::phone::Phone;

/// A cell with a name and more.
#[derive(Debug, PartialEq, Eq)]
pub struct NameCell<'t> {
    pub name: &'t str,
    pub phone: Option<Phone>,
    /// What is neither.
    pub rest: Option<String>,
}

impl NameCell<'_> {
    /// `None` where the name stands alone.
    pub fn of(text: &str) -> Option<NameCell<'_>> {
        if let Some((phone, name)) = phone_next_to_name(text) {
            return Some(NameCell { name, phone: Some(phone), rest: None });
        }
        if let Some((name, rest)) = beside_name(text) {
            return Some(NameCell { name, phone: None, rest: Some(rest) });
        }
        before_home_or_phone(text)
    }
}

/// The cell as a message quotes it, its phone masked as everywhere.
pub fn with_phone_masked(text: &str, phone: &Phone) -> String {
    let digits = phone.as_str();
    if text.contains(digits) { private(&text.replace(digits, &phone.masked())) } else { private(text) }
}

/// What is note behind a name of where somebody lives, or is reached.
const SAID_BEHIND: &[&str] = &[
    "家住",
    "现住",
    "居住",
    "住在",
    "住址",
    "住",
    "家庭住址",
    "家庭地址",
    "地址",
    "联系电话",
    "联系方式",
    "电话",
    "手机",
    "微信",
    "tel",
    "Tel",
    "TEL",
];

/// A name with a home, or a home and a phone, behind it: 温婉珊住水街5号301电话19900009407.
fn before_home_or_phone(text: &str) -> Option<NameCell<'_>> {
    const LONGEST: usize = 6;
    /// A wish of all who live somewhere begins with the place.
    const PLACES: [char; 12] = ['区', '村', '街', '路', '巷', '里', '院', '楼', '栋', '委', '校', '户'];
    let separates = |c: char| c.is_whitespace() || "，,、；;：:/|".contains(c);
    let text = trimmed(text);
    let begins = |at: usize| SAID_BEHIND.iter().any(|word| text[at..].starts_with(word));
    let end = text.char_indices().skip(1).find(|(at, c)| c.is_numeric() || separates(*c) || begins(*at))?.0;
    let (name, behind) = text.split_at(end);
    let is_name = (2..=LONGEST).contains(&name.chars().count())
        && folded(name).chars().all(|c| c.is_alphabetic() || c == '·')
        && !name.is_ascii()
        && !name.ends_with(PLACES);
    let note = behind.trim_matches(separates);
    let has_number = note.chars().any(char::is_numeric);
    let is_apart = behind.starts_with(separates) || begins(end);
    if !is_name || !has_number {
        return None;
    }
    let found = Phone::first_of(note);
    let is_phone_first = found.is_some() && note.starts_with(|c: char| c.is_numeric());
    if !is_apart && !is_phone_first {
        return None;
    }
    let (phone, rest) = found.map_or((None, note), |(phone, rest)| (Some(phone), rest));
    let label = SAID_BEHIND.iter().find_map(|label| rest.strip_suffix(label)).unwrap_or(rest).trim_matches(separates);
    Some(NameCell { name, phone, rest: Some(lines(label)).filter(|rest| !rest.is_empty()) })
}

/// A name with a phone number next to it: 周姨 19900001113, 何伯（19900001114）.
fn phone_next_to_name(text: &str) -> Option<(Phone, &str)> {
    /// A character and the digits of a landline, in bytes.
    const SHORTEST: usize = 10;
    if text.len() < SHORTEST || text.chars().filter(|c| c.is_numeric()).count() < 7 {
        return None;
    }
    let (phone, name) = Phone::first_of(text)?;
    let label = ["联系电话", "电话", "手机号", "手机", "tel", "Tel"].iter().find_map(|label| name.strip_suffix(label));
    let name = label.unwrap_or(name).trim_end_matches(['，', ',', '：', ':', ' ', '　']);
    let is_name = folded(name).contains(char::is_alphabetic) && !name.contains(['(', '（', '、', '/']);
    (is_name && !name.contains(|c: char| c.is_numeric())).then_some((phone, name))
}

/// A name and what stands next to it: 陈一（书记）, 马三\n（孙女马小）, 陈二*; `None` where the name stands alone. A masked name
/// (陈*, 陈**) is one.
fn beside_name(text: &str) -> Option<(&str, String)> {
    const MARKS: [char; 9] = ['*', '＊', '★', '☆', '※', '△', '▲', '#', '●'];
    let text = trimmed(text);
    let opens = |c: char| matches!(c, '(' | '（' | '[' | '【' | '〔');
    let closes = |c: char| matches!(c, ')' | '）' | ']' | '】' | '〕');
    if let Some(at) = text.find(opens).filter(|at| *at > 0 && text.ends_with(closes)) {
        let (name, rest) = text.split_at(at);
        let note = rest.trim_matches(|c: char| opens(c) || closes(c));
        return (!note.trim().is_empty()).then(|| (trimmed(name), lines(trimmed(note))));
    }
    let name = text.trim_matches(MARKS);
    let marks = text.strip_suffix(name).or_else(|| text.strip_prefix(name))?;
    let is_mark = marks.chars().count() == 1 && name.chars().count() > 1;
    is_mark.then(|| (trimmed(name), marks.to_owned()))
}

/// A person's name: 苏 伟 is 苏伟, as blanks only fill a two-character name up to three; other blanks belong to it.
pub fn person(text: &str) -> String {
    let text = trimmed(text);
    if text.contains(char::is_whitespace) {
        let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        if letters.len() == 2 && letters.iter().all(|c| !c.is_ascii()) {
            return letters.into_iter().collect();
        }
    }
    lines(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_and_a_phone_behind_a_name_are_no_part_of_it() {
        for (cell, name, phone, rest) in [
            ("温婉珊住水街5号301电话19900009407", "温婉珊", Some("19900009407"), Some("住水街5号301")),
            ("温婉珊家住水街5号301", "温婉珊", None, Some("家住水街5号301")),
            ("温婉珊，水街5号301，19900009407", "温婉珊", Some("19900009407"), Some("水街5号301")),
            ("陈婆婆 19900009407 水街5号", "陈婆婆", Some("19900009407"), Some("水街5号")),
            ("陈婆婆 住址：水街五号302室", "陈婆婆", None, Some("住址：水街五号302室")),
        ] {
            let cell = NameCell::of(cell).unwrap();
            let found = (cell.name, cell.phone.as_ref().map(Phone::as_str), cell.rest.as_deref());
            assert_eq!(found, (name, phone, rest));
        }
        for alone in
            ["温婉珊", "水街社区3栋居民", "水街社区 3栋", "阿依古丽·买买提", "王五一", "Anna Li", "某单位2025级学生"]
        {
            assert_eq!(NameCell::of(alone), None, "{alone}");
        }
    }

    #[test]
    fn person_drops_blanks_in_two_character_names_only() {
        for (written, name) in [
            ("苏 伟", "苏伟"),
            ("张　三", "张三"),
            (" 张三 ", "张三"),
            ("Anna Li", "Anna Li"),
            ("欧阳 娜娜", "欧阳 娜娜"),
            ("阿·买提", "阿·买提"),
        ] {
            assert_eq!(person(written), name);
        }
    }
}
