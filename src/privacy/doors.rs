//! Finds door numbers: the part of an address below the community. Knows the words that follow the number of a house,
//! staircase or room, and the quantities and names that look similar; does not know places.

use std::ops::Range;

use super::glyphs::{Glyph, at, before, chinese_digit, span};
use super::{Hit, HitKind};

/// The number before a door word: digits, or a letter.
struct Number {
    range: Range<usize>,
    /// Whether it is written with figures or a letter instead of Chinese numerals.
    figures: bool,
}

/// Adds the door numbers that `glyphs` hold.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    for (here, glyph) in glyphs.iter().enumerate() {
        let is_door = match glyph.c {
            '栋' | '幢' | '棟' => is_house,
            '座' => is_tower,
            '单' | '單' => is_stairs,
            '室' | '房' => is_room,
            '号' | '號' => is_house_number,
            '楼' | '樓' => is_floor,
            '梯' => is_lift,
            _ => continue,
        };
        let Some(number) = number_before(glyphs, here) else { continue };
        if is_door(glyphs, here, &number) {
            hits.push(Hit { kind: HitKind::DoorNumber, span: span(glyphs, number.range.start..here + 1) });
        }
    }
}

/// `12栋`, `A栋`, `三栋`; not `一栋楼` and `两栋`, which count houses.
fn is_house(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    let counts = !number.figures && number.range.len() == 1 && matches!(at(glyphs, number.range.start), '一' | '两');
    !counts || begins_number(glyphs, here + 1)
}

/// `A座`, `3座`; not `5座车` (seats) and `一座桥` (a quantity).
fn is_tower(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    (number.figures && !matches!(at(glyphs, here + 1), '车' | '位' | '的' | '山' | '桥' | '城' | '轿' | '商'))
        || begins_number(glyphs, here + 1)
}

/// `3单元`; not `第三单元`, a chapter, unless a room follows.
fn is_stairs(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    at(glyphs, here + 1) == '元' && (before(glyphs, number.range.start) != '第' || begins_number(glyphs, here + 2))
}

/// `302室`, `三〇二房`, `5楼2室`; not `一室一厅` and `两房`, which count rooms.
fn is_room(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    let one_of_many = number.range.len() >= 3 && !matches!(at(glyphs, here + 1), '一' | '两' | '1' | '2');
    one_of_many || is_door_word(before(glyphs, number.range.start))
}

/// `中山路12号`, `12号之一`, `12号楼`; not days, metro lines, batteries or wall numbers.
fn is_house_number(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    let after = at(glyphs, here + 1);
    let lead = before(glyphs, number.range.start);
    match after {
        '楼' | '樓' | '院' | '房' | '室' | '之' | '铺' | '栋' | '幢' => true,
        '线' | '電' | '电' | '馆' | '站' | '出' | '口' | '窗' | '台' | '字' | '型' | '机' | '码' => false,
        _ => is_road_end(lead) || matches!(lead, '住' | '牌' | '址') || begins_number(glyphs, here + 1),
    }
}

/// `5楼302`, `A座5楼`; not `住在5楼`, which is no single door.
fn is_floor(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    let room = (here + 1..).take_while(|next| is_number(glyphs, *next)).count();
    room >= 3 || matches!(before(glyphs, number.range.start), '栋' | '幢' | '座' | '号')
}

/// `3梯402`.
fn is_lift(glyphs: &[Glyph], here: usize, _: &Number) -> bool {
    begins_number(glyphs, here + 1)
}

/// The figures (`12`, `12-1`, `A2`), letter or Chinese numerals directly before `here`.
fn number_before(glyphs: &[Glyph], here: usize) -> Option<Number> {
    let end = if before(glyphs, here) == ' ' { here.checked_sub(1)? } else { here };
    let mut start = end;
    while start > 0 && is_part(glyphs, start - 1) {
        start -= 1;
    }
    while start < end && !is_number(glyphs, start) && !at(glyphs, start).is_ascii_lowercase() {
        start += 1;
    }
    let letters = (start..end).filter(|one| at(glyphs, *one).is_ascii_lowercase()).count();
    let digits = (start..end).filter(|one| is_number(glyphs, *one)).count();
    // A word is not a number: `led房`. One letter alone is, and so are one or two letters next to digits.
    if start == end || letters > 2 || (digits == 0 && letters != 1) {
        return None;
    }
    let figures = (start..end).any(|one| at(glyphs, one).is_ascii_alphanumeric());
    Some(Number { range: start..end, figures })
}

fn is_part(glyphs: &[Glyph], here: usize) -> bool {
    is_number(glyphs, here) || at(glyphs, here).is_ascii_lowercase() || matches!(at(glyphs, here), '-' | '—' | '之')
}

fn begins_number(glyphs: &[Glyph], here: usize) -> bool {
    is_number(glyphs, here) || (at(glyphs, here) == ' ' && is_number(glyphs, here + 1))
}

fn is_number(glyphs: &[Glyph], here: usize) -> bool {
    let c = at(glyphs, here);
    glyphs.get(here).is_some_and(|glyph| glyph.digit.is_some())
        || chinese_digit(c).is_some()
        || matches!(c, '十' | '百')
}

fn is_door_word(c: char) -> bool {
    matches!(c, '栋' | '幢' | '棟' | '座' | '楼' | '樓' | '元' | '梯' | '号' | '號' | '层')
}

/// Words that end the name of a road, or of what an address has instead of one.
fn is_road_end(c: char) -> bool {
    matches!(
        c,
        '路' | '街'
            | '巷'
            | '道'
            | '里'
            | '坊'
            | '弄'
            | '村'
            | '苑'
            | '园'
            | '院'
            | '队'
            | '社'
            | '庄'
            | '围'
            | '区'
            | '横'
            | '胡'
            | '同'
            | '城'
            | '湾'
            | '坑'
            | '涌'
            | '塘'
            | '基'
            | '馆'
            | '寓'
    )
}
