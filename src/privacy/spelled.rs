//! Finds phone numbers that are spelled to be overlooked: with letters that look like digits, characters that sound like
//! them, or in pieces with words between. Knows no ordinary spelling: that is `numbers`.

use super::glyphs::{Glyph, WILD, at, before, is_near, span};
use super::numbers::{asks_to_call, is_counted};
use super::{Hit, HitKind};

/// The length of a mobile number.
const MOBILE: usize = 11;

/// Adds the phone numbers that `glyphs` hold in disguise.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    find_alike(glyphs, hits);
    find_pieces(glyphs, hits);
}

/// Digits mixed with what looks or sounds like one: `l99OOOO39I5`, 幺九九洞洞洞洞三九幺五.
fn find_alike(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let value = |at: usize| glyphs.get(at).and_then(|glyph| glyph.digit.or(glyph.alike));
    let mut here = 0;
    while here < glyphs.len() {
        let is_start = value(here) == Some(1) && !continues_word(glyphs, here);
        match is_start.then(|| mobile_from(glyphs, here)).flatten() {
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
    let (mut firm, mut gaps) = (0, 0);
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
        }
        here += 1;
    }
    let is_mobile = values[0] == 1 && (3..=9).contains(&values[1]);
    let ends = !at(glyphs, here).is_ascii_alphanumeric();
    (is_mobile && ends && (3..MOBILE).contains(&firm)).then_some(here)
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
        let digits: Vec<u8> =
            glyphs[here..].iter().map_while(|glyph| glyph.digit.filter(|digit| *digit < WILD)).collect();
        let end = here + digits.len();
        if digits.len() >= 2 {
            pieces.push(Piece { start: here, end, digits });
        }
        here = end.max(here + 1);
    }
    pieces
}

fn is_mobile_in_pieces(glyphs: &[Glyph], pieces: &[Piece]) -> bool {
    const REACH: usize = 12;
    const LEADS: &[&str] =
        &["前", "中间", "后", "接", "然后", "尾", "最后", "再", "拼", "连", "开头", "加", "末", "开始", "头三", "头几"];
    let digits: Vec<u8> = pieces.iter().flat_map(|piece| piece.digits.iter().copied()).collect();
    let is_mobile = digits.len() == MOBILE && digits[0] == 1 && (3..=9).contains(&digits[1]);
    let is_close = pieces.windows(2).all(|pair| pair[1].start - pair[0].end <= REACH);
    if !is_mobile || !is_close || pieces.iter().any(|piece| is_counted(glyphs, piece.end)) {
        return false;
    }
    let zero = pieces.iter().skip(1).any(|piece| piece.digits.first() == Some(&0));
    let led = pieces.iter().any(|piece| is_near(glyphs, piece.start, 6, LEADS));
    zero || led || asks_to_call(glyphs, pieces[0].start)
}
