//! Finds phone, ID and card numbers in a text, whatever separates their digits. Knows how such numbers are built; does
//! not know whose they are.

use std::ops::Range;

use super::glyphs::{Glyph, WILD, at, span};
use super::{Hit, HitKind};

/// A group of digits without separators.
#[derive(Debug, Clone)]
struct Group {
    /// The range in glyphs.
    range: Range<usize>,
    /// The separator before it, within its run.
    joined_by: Joint,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// Blanks, dashes, dots, brackets: they group the digits of one number.
    Loose,
    /// Commas and slashes, which more often separate numbers.
    Comma,
}

/// The most groups that one number is written in; later groups are looked at in their turn.
const MOST_GROUPS: usize = 24;

/// Adds what `glyphs` hold, in the order of the text.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let begun = hits.len();
    let mut run: Vec<Group> = Vec::new();
    let mut here = 0;
    let mut gap_from = 0;
    while here < glyphs.len() {
        if glyphs[here].digit.is_none() {
            here += 1;
            continue;
        }
        let start = here;
        while glyphs.get(here).is_some_and(|glyph| glyph.digit.is_some()) {
            here += 1;
        }
        let joint = joint(&glyphs[gap_from..start]);
        if joint.is_none() {
            find_in_run(glyphs, &run, hits);
            run.clear();
        }
        run.push(Group { range: start..here, joined_by: joint.unwrap_or(Joint::Loose) });
        gap_from = here;
    }
    find_in_run(glyphs, &run, hits);
    if let Some(new) = hits.get_mut(begun..) {
        new.sort_by_key(|hit| hit.span.start);
    }
}

/// The kind of separator between two groups, if they can belong to one number.
fn joint(gap: &[Glyph]) -> Option<Joint> {
    const LONGEST: usize = 4;
    if gap.is_empty() || gap.len() > LONGEST {
        return None;
    }
    let mut joint = Joint::Loose;
    for glyph in gap {
        match glyph.c {
            ' '
            | '\t'
            | '\u{A0}'
            | '-'
            | '‐'..='―'
            | '−'
            | '－'
            | '─'
            | '.'
            | '·'
            | '•'
            | '・'
            | '。'
            | '_'
            | '~'
            | '～'
            | '('
            | ')'
            | '['
            | ']'
            | '【'
            | '】'
            | '+'
            | '|'
            | '…'
            | '\u{2000}'..='\u{200A}' => {}
            ',' | '、' | '/' | ';' => joint = Joint::Comma,
            _ => return None,
        }
    }
    Some(joint)
}

fn find_in_run(glyphs: &[Glyph], run: &[Group], hits: &mut Vec<Hit>) {
    let total: usize = run.iter().map(|group| group.range.len()).sum();
    if total < 5 {
        return;
    }
    let mut rest = run;
    while !rest.is_empty() {
        let taken = match whole_number(glyphs, rest) {
            Some((kind, groups, range)) => {
                hits.push(Hit { kind, span: span(glyphs, range) });
                groups
            }
            None => date_groups(glyphs, rest).unwrap_or_else(|| lone_number(glyphs, rest, hits)),
        };
        rest = rest.get(taken.max(1)..).unwrap_or_default();
    }
}

/// The ID, mobile, landline or card number that begins with the first group: its kind, its number of groups, and its
/// glyphs.
fn whole_number(glyphs: &[Glyph], run: &[Group]) -> Option<(HitKind, usize, Range<usize>)> {
    let run = run.get(..MOST_GROUPS).unwrap_or(run);
    let digits = digits_of(glyphs, run);
    let start = run.first()?.range.start;
    let (kind, length) = if let Some(length) = id_length(glyphs, run, &digits) {
        (HitKind::IdNumber, length)
    } else if let Some(length) = phone_length(run, &digits) {
        (HitKind::Phone, length)
    } else {
        (HitKind::CardNumber, card_length(run, &digits)?)
    };
    let mut left = length;
    for (at, group) in run.iter().enumerate() {
        if left <= group.range.len() {
            let mut end = group.range.start + left;
            if kind == HitKind::IdNumber && is_x(glyphs, end) {
                end += 1;
            }
            // Digits that directly follow belong to it, even if it is mistyped.
            return Some((kind, at + 1, start..end.max(group.range.end)));
        }
        left -= group.range.len();
    }
    None
}

/// The number of groups of a date (`2021-04-09`, `2021.4`), which is not private.
fn date_groups(glyphs: &[Glyph], run: &[Group]) -> Option<usize> {
    let digits = |group: &Group| number(glyphs, &group.range);
    let first = run.first()?;
    let is_year = |year: u64| (1900..=2100).contains(&year);
    if first.range.len() == 8 {
        let day = digits(first)?;
        return (is_year(day / 10_000) && is_month(day / 100 % 100) && is_day(day % 100)).then_some(1);
    }
    let small = |group: Option<&Group>| group.filter(|group| group.range.len() <= 2).and_then(digits);
    let year_first = first.range.len() == 4 && digits(first).is_some_and(is_year);
    match small(run.get(1)) {
        Some(month) if year_first && is_month(month) => Some(if small(run.get(2)).is_some_and(is_day) { 3 } else { 2 }),
        _ => None,
    }
}

/// A number of one or two groups that is private because of its length, or because of a word before it.
fn lone_number(glyphs: &[Glyph], run: &[Group], hits: &mut Vec<Hit>) -> usize {
    let Some(first) = run.first() else { return 0 };
    let length = first.range.len();
    let value = number(glyphs, &first.range);
    let mut push = |kind, range: Range<usize>| hits.push(Hit { kind, span: span(glyphs, range) });
    if length >= 12 {
        push(HitKind::CardNumber, first.range.clone());
    } else if length >= 9 || (length == 8 && value.is_some_and(is_local_number)) {
        push(HitKind::Phone, first.range.clone());
    } else if let [_, second, third, ..] = run
        && is_door_path(length, second.range.len(), third.range.len())
    {
        push(HitKind::DoorNumber, first.range.start..third.range.end);
        return 3;
    } else if asks_to_call(glyphs, first.range.start) {
        let two = run.get(1).filter(|second| {
            let whole = length + second.range.len();
            second.joined_by == Joint::Loose && (7..=8).contains(&whole) && (3..=4).contains(&length)
        });
        let end = two.map_or(first.range.end, |second| second.range.end);
        if two.is_some() || (length >= 5 && !value.is_some_and(is_hotline)) {
            push(HitKind::Phone, first.range.start..end);
            return if two.is_some() { 2 } else { 1 };
        }
    }
    1
}

/// An ID number: 18 or 15 digits with a day of birth inside, the last one may be X.
fn id_length(glyphs: &[Glyph], run: &[Group], digits: &[u8]) -> Option<usize> {
    let pair = |at: usize| Some(u64::from(*digits.get(at)?) * 10 + u64::from(*digits.get(at + 1)?));
    if !(1..=8).contains(digits.first()?) {
        return None;
    }
    let century = pair(6).zip(pair(8)).map(|(century, year)| century * 100 + year);
    let long = century.is_some_and(|year| (1850..=2100).contains(&year))
        && pair(10).is_some_and(is_month)
        && pair(12).is_some_and(is_day);
    if long {
        if ends_a_group(run, 17) && is_x(glyphs, group_end(run, 17)) {
            return Some(17);
        }
        if ends_a_group(run, 18) {
            return Some(18);
        }
    }
    let old = pair(8).is_some_and(is_month) && pair(10).is_some_and(is_day);
    (old && digits.len() == 15 && ends_a_group(run, 15)).then_some(15)
}

/// A mobile with or without 86 or 0 before it, or a landline with its area code.
fn phone_length(run: &[Group], digits: &[u8]) -> Option<usize> {
    let ends_well = |length: usize| {
        let comma = run.iter().skip(1).any(|group| group.joined_by == Joint::Comma);
        // `1500,1200,900` are three sizes; a phone number is written 3-4-4, 7-4, 3-8 or digit by digit.
        let phone_like = run.first().is_some_and(|group| matches!(group.range.len(), 1 | 3 | 7 | 11));
        digits.len() >= length && (!comma || (phone_like && ends_a_group(run, length)))
    };
    for prefix in [&[][..], &[8, 6], &[0, 0, 8, 6], &[0]] {
        let mobile = digits.strip_prefix(prefix).is_some_and(|rest| {
            rest.len() >= 11 && rest[0] == 1 && (3..=9).contains(&rest[1]) && WILD > rest[2].min(rest[10])
        });
        if mobile && ends_well(prefix.len() + 11) {
            return Some(prefix.len() + 11);
        }
    }
    let landline = digits.len() >= 10 && digits[0] == 0 && (1..=9).contains(&digits[1]);
    let hotline = digits.len() >= 10 && matches!(digits[..3], [4 | 8, 0, 0]) && run.len() > 1;
    if landline || hotline {
        return [12, 11, 10].into_iter().find(|length| ends_well(*length) && ends_a_group(run, *length));
    }
    None
}

/// A card number: 15 digits or more in groups, as cards print them.
fn card_length(run: &[Group], digits: &[u8]) -> Option<usize> {
    let grouped =
        run.iter().skip(1).take_while(|group| group.joined_by == Joint::Loose && group.range.len() >= 2).count();
    let length: usize = run.iter().take(grouped + 1).map(|group| group.range.len()).sum();
    let regular = run.first().is_some_and(|group| group.range.len() >= 4);
    (regular && length >= 15 && !is_year_first(digits)).then_some(length)
}

fn is_year_first(digits: &[u8]) -> bool {
    matches!(digits, [1, 9, ..] | [2, 0, ..])
}

/// A door number written `12-3-402`: room 402 of staircase 3 in house 12.
fn is_door_path(house: usize, stairs: usize, room: usize) -> bool {
    (1..=3).contains(&house) && (1..=2).contains(&stairs) && (3..=4).contains(&room)
}

/// Whether eight digits can be a landline of a big city: not a round sum.
fn is_local_number(value: u64) -> bool {
    (20_000_000..90_000_000).contains(&value) && !value.is_multiple_of(10_000)
}

/// Public service numbers.
fn is_hotline(value: u64) -> bool {
    matches!(value, 10_000..=12_999 | 95_000..=96_999)
}

fn asks_to_call(glyphs: &[Glyph], start: usize) -> bool {
    const WORDS: &[&str] = &["电话", "手机", "短号", "致电", "拨打", "来电", "联系", "座机", "号码", "tel", "拨"];
    const REACH: usize = 10;
    let near: String = glyphs[start.saturating_sub(REACH)..start].iter().map(|glyph| glyph.c).collect();
    WORDS.iter().any(|word| near.contains(word))
}

fn digits_of(glyphs: &[Glyph], run: &[Group]) -> Vec<u8> {
    run.iter().flat_map(|group| group.range.clone()).filter_map(|at| glyphs.get(at)?.digit).collect()
}

fn number(glyphs: &[Glyph], range: &Range<usize>) -> Option<u64> {
    range.clone().try_fold(0_u64, |value, at| {
        let digit = glyphs.get(at)?.digit.filter(|digit| *digit < WILD)?;
        value.checked_mul(10)?.checked_add(u64::from(digit))
    })
}

/// Whether a number of this many digits ends at the end of a group.
fn ends_a_group(run: &[Group], length: usize) -> bool {
    let mut sum = 0;
    run.iter().any(|group| {
        sum += group.range.len();
        sum == length
    })
}

/// The glyph after the group that ends a number of this many digits.
fn group_end(run: &[Group], length: usize) -> usize {
    let mut sum = 0;
    let last = run.iter().find(|group| {
        sum += group.range.len();
        sum >= length
    });
    last.map_or(0, |group| group.range.end)
}

fn is_x(glyphs: &[Glyph], here: usize) -> bool {
    matches!(at(glyphs, here), 'x' | '×' | '✕')
}

fn is_month(month: u64) -> bool {
    (1..=12).contains(&month)
}

fn is_day(day: u64) -> bool {
    (1..=31).contains(&day)
}
