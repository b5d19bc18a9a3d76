//! Finds phone numbers that are spelled to be overlooked: with letters that look like digits, characters that sound like
//! them, or in pieces with words between. Knows no ordinary spelling: that is `numbers`.

use super::chars::is_han;
use super::glyphs::{Glyph, WILD, at, before, begins_with_any, is_near, span};
use super::numbers::{asks_to_call, is_counted};
use super::{Hit, HitKind};

/// The length of a mobile number.
const MOBILE: usize = 11;

/// Adds the phone numbers that `glyphs` hold in disguise.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    find_alike(glyphs, hits);
    find_interleaved(glyphs, hits);
    find_pieces(glyphs, hits);
}

/// Digits mixed with what looks or sounds like one: `l99OOOO39I5`, 幺九九洞洞洞洞三九幺五.
fn find_alike(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let value = |at: usize| glyphs.get(at).and_then(|glyph| glyph.digit.or(glyph.alike));
    let mut here = 0;
    while here < glyphs.len() {
        let begins = !continues_word(glyphs, here);
        let mobile = if begins && value(here) == Some(1) { mobile_from(glyphs, here) } else { None };
        match mobile.or_else(|| if begins { landline_from(glyphs, here) } else { None }) {
            Some(end) => {
                hits.push(Hit { kind: HitKind::Phone, span: span(glyphs, here..end) });
                here = end;
            }
            None => here += 1,
        }
    }
}

/// The end of the mobile number that begins here and has at least one disguised digit.
fn mobile_from(glyphs: &[Glyph], start: usize) -> Option<usize> {
    let mut values: Vec<u8> = Vec::with_capacity(MOBILE);
    let (mut firm, mut gaps, mut apart) = (0, 0, 0);
    let mut here = start;
    while values.len() < MOBILE {
        let glyph = glyphs.get(here)?;
        if let Some(value) = glyph.digit.or(glyph.alike) {
            values.push(value);
            firm += usize::from(glyph.digit.is_some());
            gaps = 0;
        } else if glyph.c.is_alphanumeric() || gaps == 2 {
            return None;
        } else {
            gaps += 1;
            apart += 1;
        }
        here += 1;
    }
    let is_mobile = values[0] == 1 && (3..=9).contains(&values[1]);
    let ends = !at(glyphs, here).is_ascii_alphanumeric();
    // Eleven such characters in a row are no sentence.
    let run = &glyphs[start..here];
    let is_meant = firm >= 3
        || apart == 0
            && (run.iter().all(|glyph| !glyph.c.is_ascii()) || run.iter().all(|glyph| glyph.c.is_ascii_alphanumeric()));
    (is_mobile && ends && is_meant && firm < MOBILE).then_some(here)
}

/// `1a9b9c0d0e0f0g3h6i1j4`, `1我9想9要0一…`: a mobile number with something behind each digit.
fn find_interleaved(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    const LENGTH: usize = 2 * MOBILE - 1;
    let mut here = 0;
    while here + LENGTH <= glyphs.len() {
        let run = &glyphs[here..here + LENGTH];
        let digits: Vec<char> = run.iter().step_by(2).map(|glyph| glyph.c).filter(char::is_ascii_digit).collect();
        let is_mobile = digits.len() == MOBILE && digits[0] == '1' && ('3'..='9').contains(&digits[1]);
        if is_mobile && run.iter().skip(1).step_by(2).all(|glyph| !glyph.c.is_ascii_digit()) {
            hits.push(Hit { kind: HitKind::Phone, span: span(glyphs, here..here + LENGTH) });
            here += LENGTH;
        } else {
            here += 1;
        }
    }
}

/// The end of the landline with letters or sounds for some digits, beside a word for calling: 打81oo2219, 电话八幺洞洞七八九三.
fn landline_from(glyphs: &[Glyph], start: usize) -> Option<usize> {
    const LANDLINE: usize = 8;
    let gap = usize::from(matches!(at(glyphs, start + 4), ' ' | '-'));
    let run: Vec<Glyph> = [start..start + 4, start + 4 + gap..start + LANDLINE + gap]
        .into_iter()
        .filter_map(|range| glyphs.get(range))
        .flatten()
        .copied()
        .collect();
    let values: Vec<u8> = run.iter().filter_map(|glyph| glyph.digit.or(glyph.alike)).collect();
    let firm = run.iter().filter(|glyph| glyph.digit.is_some_and(|digit| digit < WILD)).count();
    let is_written = run.iter().all(|glyph| glyph.c.is_ascii_alphanumeric()) || run.iter().all(|glyph| is_han(glyph.c));
    let end = start + LANDLINE + gap;
    let is_landline = values.len() == LANDLINE && matches!(values[0], 2 | 3 | 6 | 8) && (4..LANDLINE).contains(&firm);
    let called = asks_to_call(glyphs, start)
        || (end..end + 6).any(|next| begins_with_any(glyphs, next, &["打", "揾", "电话", "call", "听"]));
    (is_landline && is_written && !at(glyphs, end).is_ascii_alphanumeric() && called).then_some(end)
}

/// Whether the letter at `here` is in the middle of a word.
fn continues_word(glyphs: &[Glyph], here: usize) -> bool {
    let earlier = before(glyphs, here);
    earlier.is_ascii_alphanumeric() && glyphs[here].c.is_ascii_alphabetic() || earlier.is_ascii_digit()
}

/// A group of digits: where it is, and its digits.
struct Piece {
    start: usize,
    end: usize,
    digits: Vec<u8>,
}

/// A mobile number in two to four pieces with words between: `前三位199，中间0000，最后3915`.
fn find_pieces(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let pieces = pieces(glyphs);
    let mut from = 0;
    while from < pieces.len() {
        let found =
            (2..=4).find(|count| pieces.get(from..from + count).is_some_and(|some| is_mobile_in_pieces(glyphs, some)));
        if let Some(count) = found {
            let range = pieces[from].start..pieces[from + count - 1].end;
            hits.push(Hit { kind: HitKind::Phone, span: span(glyphs, range) });
            from += count;
        } else {
            from += 1;
        }
    }
}

fn pieces(glyphs: &[Glyph]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut here = 0;
    while here < glyphs.len() {
        let digit = |at: usize| glyphs.get(at).and_then(|glyph| glyph.digit).filter(|digit| *digit < WILD);
        // 一百九十九 means 199.
        let joins = |at: usize| matches!(self::at(glyphs, at), '千' | '百' | '十') && digit(at + 1).is_some();
        let length = (here..).take_while(|at| digit(*at).is_some() || *at > here && joins(*at)).count();
        let end = here + length;
        let digits: Vec<u8> = (here..end).filter_map(digit).collect();
        if digits.len() >= 2 {
            pieces.push(Piece { start: here, end, digits });
        }
        here = end.max(here + 1);
    }
    pieces
}

/// The digits of pieces that each say which part of the number they are, from its beginning to its end.
fn in_order(glyphs: &[Glyph], pieces: &[Piece]) -> Option<Vec<u8>> {
    const PARTS: [&[&str]; 3] = [&["前", "头", "开头", "首"], &["中", "当中", "中间"], &["后", "尾", "末", "最后"]];
    const REACH: usize = 6;
    let part = |piece: &Piece| PARTS.iter().position(|words| is_near(glyphs, piece.start, REACH, words));
    // What follows a piece says it only where nothing before one does: `199系头三位`.
    let part_behind = |piece: &Piece| {
        PARTS.iter().position(|words| (piece.end..piece.end + 4).any(|next| begins_with_any(glyphs, next, words)))
    };
    let all = |part: &dyn Fn(&Piece) -> Option<usize>| pieces.iter().map(part).collect::<Option<Vec<usize>>>();
    let places = all(&part).or_else(|| all(&part_behind))?;
    let mut ordered: Vec<(usize, &Piece)> = places.into_iter().zip(pieces).collect();
    ordered.sort_by_key(|(place, _)| *place);
    let is_each_told = ordered.windows(2).all(|pair| pair[0].0 != pair[1].0);
    is_each_told.then(|| ordered.iter().flat_map(|(_, piece)| piece.digits.iter().copied()).collect())
}

fn is_mobile_in_pieces(glyphs: &[Glyph], pieces: &[Piece]) -> bool {
    const REACH: usize = 12;
    /// Of a piece that says which one it is: 后半截2387.
    const FAR: usize = 30;
    const LEADS: &[&str] = &[
        "头", "前", "中间", "后", "半截", "接", "跟住", "然后", "尾", "最后", "再", "拼", "连", "开头", "加", "末",
        "开始", "头三", "头几",
    ];
    let digits: Vec<u8> = pieces.iter().flat_map(|piece| piece.digits.iter().copied()).collect();
    let begins_mobile = |digits: &[u8]| digits.len() == MOBILE && digits[0] == 1 && (3..=9).contains(&digits[1]);
    // 尾数4186，头七位1990000: the end first.
    let backwards: Vec<u8> = pieces.iter().rev().flat_map(|piece| piece.digits.iter().copied()).collect();
    let is_told_backwards = is_near(glyphs, pieces[0].start, 4, &["尾", "后", "末"]);
    // 中间四个0，前面199，后面3412: in whatever order the parts are given.
    let in_order = || in_order(glyphs, pieces).is_some_and(|digits| begins_mobile(&digits));
    let is_mobile = begins_mobile(&digits)
        || is_told_backwards && begins_mobile(&backwards)
        || digits.len() == MOBILE && in_order();
    let reach = |next: &Piece| if is_near(glyphs, next.start, 4, LEADS) { FAR } else { REACH };
    let is_close = pieces.windows(2).all(|pair| pair[1].start - pair[0].end <= reach(&pair[1]));
    // Between two pieces one character may say anything: `199字00字4417`.
    let is_joint = |at: usize| pieces.get(at + 1).is_some_and(|next| next.start == pieces[at].end + 1);
    let counted = pieces.iter().enumerate().any(|(at, piece)| is_counted(glyphs, piece.end) && !is_joint(at));
    let is_landline = pieces.len() == 2
        && pieces.iter().all(|piece| piece.digits.len() == 4)
        && matches!(digits[0], 2 | 3 | 6 | 8)
        && asks_to_call(glyphs, pieces[0].start)
        && is_near(glyphs, pieces[1].start, 6, LEADS);
    if !(is_mobile || is_landline) || !is_close || counted {
        return false;
    }
    let zero = pieces.iter().skip(1).any(|piece| piece.digits.first() == Some(&0));
    let led = pieces.iter().any(|piece| is_near(glyphs, piece.start, 6, LEADS));
    zero || led || asks_to_call(glyphs, pieces[0].start)
}

#[cfg(test)]
mod tests {
    use crate::privacy::HitKind;
    use crate::privacy::tests::{each_has, none_has_any};

    #[test]
    fn phone_given_in_parts_is_found_in_any_order() {
        each_has(
            HitKind::Phone,
            &[
                "我手机号中间四个0，前面199，后面3412，打通后找我",
                "头七位1990000，尾四位3412",
                "尾四位3412，头七位1990000",
                "最尾3412，头三个字199，中间系0000",
                "短讯到00852 9123 4121",
            ],
        );
        none_has_any(&["前面3级台阶 中间12级 后面5级", "前排10个座位，后排12个", "拨打110、119、120的知识讲座"], &[]);
    }
}
