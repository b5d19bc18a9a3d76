//! A line before it is cut: needs that are called by their codes have their wall numbers, and names are kept apart from what
//! stands around them.

use super::people;
use crate::intake::chat::{self, Piece};
use crate::store::roll::Roll;
use crate::store::{Session, find};

/// A line of which the names are known.
pub struct Line {
    pub text: String,
    /// The text with 某 for each letter of a name, as long as it: a name says nothing of what somebody does (代红英, 何退思).
    pub deeds: String,
}

/// The line without emoji, its names found. A number behind a name begins apart: 万里24号 is no door of 万里.
pub fn line(plain: &str, roll: &mut Roll<'_>) -> anyhow::Result<Line> {
    let mut names = Vec::new();
    for piece in chat::cut(plain) {
        if let Piece::Word(word) = piece {
            people::names(&word, roll, &mut names)?;
        }
    }
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let (mut text, mut deeds) = (String::with_capacity(plain.len()), String::with_capacity(plain.len()));
    let mut rest = plain;
    while let Some(first) = rest.chars().next() {
        let Some(name) = names.iter().find(|name| rest.starts_with(name.as_str())) else {
            text.push(first);
            deeds.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        text.push_str(name);
        deeds.extend(name.chars().map(|c| if c.len_utf8() == '某'.len_utf8() { '某' } else { c }));
        rest = &rest[name.len()..];
        if rest.starts_with(is_numeral) {
            text.push(' ');
            deeds.push(' ');
        }
    }
    Ok(Line { text, deeds })
}

/// Whether somebody's words have a number, in whatever way it is written, so that they may name a need.
pub fn may_have_number(deeds: &str) -> bool {
    deeds.contains(|c: char| is_numeral(c) && !"第一两".contains(c))
}

/// Whether somebody says nothing but numbers: 31、32.
pub fn has_only_numbers(text: &str) -> bool {
    text.contains(is_numeral) && text.chars().all(|c| is_numeral(c) || " 、,.;+&~-/和及与到至".contains(c))
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "第一二两三四五六七八九十百廿卅壹贰叁肆伍陆柒捌玖拾".contains(c)
}

/// The words with the wall number of each need that is called by its code.
pub fn with_wall_numbers(session: &Session, plain: &str) -> anyhow::Result<String> {
    let is_of_code = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut words = String::with_capacity(plain.len());
    let mut rest = plain;
    while let Some(start) = rest.find(is_of_code) {
        words.push_str(&rest[..start]);
        let run = &rest[start..];
        let end = run.find(|c| !is_of_code(c)).unwrap_or(run.len());
        match wall_number(session, &run[..end])? {
            Some(number) => words.push_str(&format!(" {number}号 ")),
            None => words.push_str(&run[..end]),
        }
        rest = &run[end..];
    }
    words.push_str(rest);
    Ok(words)
}

/// The number of the need that has this code: JH-W000017, or an office's own, as X037 is. A letter and one digit (A4) are
/// other things too.
fn wall_number(session: &Session, word: &str) -> anyhow::Result<Option<u32>> {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    if !(word.starts_with(|c: char| c.is_ascii_alphabetic()) && (word.contains('-') || digits > 1)) {
        return Ok(None);
    }
    let Ok(code) = word.to_ascii_uppercase().parse() else { return Ok(None) };
    let number = find::need(session, &code)?.and_then(|need| need.number);
    Ok(number.and_then(|number| u32::try_from(number).ok()))
}
