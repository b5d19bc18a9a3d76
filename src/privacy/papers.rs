//! Finds licence plates and the numbers of passports and other papers. Knows how they are built.

use super::chars::is_han;
use super::glyphs::{Glyph, WILD, at, before, begins_with_any, is_near, span};
use super::{Hit, HitKind};

/// The provinces on plates.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳";

/// Adds the plates and papers that `glyphs` hold.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let mut here = 0;
    while here < glyphs.len() {
        let found = plate(glyphs, here)
            .map(|end| (HitKind::Plate, end))
            .or_else(|| paper(glyphs, here).map(|end| (HitKind::IdNumber, end)));
        match found {
            Some((kind, end)) => {
                hits.push(Hit { kind, span: span(glyphs, here..end) });
                here = end;
            }
            None => here += 1,
        }
    }
}

/// The end of the plate that begins here: `粤A12345`, `粤AD12345`, `粤A·1 2 3 4 5`; without its province after 车牌.
fn plate(glyphs: &[Glyph], here: usize) -> Option<usize> {
    let first = at(glyphs, here);
    if let Some(end) = cycle_plate(glyphs, here) {
        return Some(end);
    }
    let city = if is_han(first) && PROVINCES.contains(first) {
        let next = here + 1 + usize::from(at(glyphs, here + 1) == ' ');
        at(glyphs, next).is_ascii_lowercase().then_some(next)?
    } else {
        let may_begin = first.is_ascii_lowercase() && !before(glyphs, here).is_ascii_alphanumeric();
        let led = may_begin && is_near(glyphs, here, 8, &["车牌", "车号", "牌照", "牌号", "车子是"]);
        led.then_some(here)?
    };
    /// What ends the plate of a learner, a trailer or the police instead of a fifth character.
    const LAST: &str = "学挂警领使港澳残";
    let (mut next, mut length, mut digits) = (city + 1, 0, 0);
    let mut end = next;
    while length < 6 {
        let glyph = glyphs.get(next)?;
        if glyph.c.is_ascii_alphanumeric() || glyph.digit.is_some() {
            digits += usize::from(glyph.digit.is_some_and(|digit| digit <= WILD));
            length += 1;
            end = next + 1;
        } else if length == 4 && digits >= 3 && LAST.contains(glyph.c) {
            return Some(next + 1);
        } else if length == 0 && LAST.contains(glyph.c) && (4..=5).contains(&figures(glyphs, next + 1)) {
            // 粤A残3101
            return Some(next + 1 + figures(glyphs, next + 1));
        } else if is_han(glyph.c) || glyph.c.is_alphanumeric() || next - end >= 2 {
            break;
        }
        next += 1;
        if next == glyphs.len() {
            break;
        }
    }
    let free = !at(glyphs, end).is_ascii_alphanumeric();
    ((5..=6).contains(&length) && digits >= length - 2 && digits >= 3 && free).then_some(end)
}

fn figures(glyphs: &[Glyph], start: usize) -> usize {
    (start..).take_while(|next| at(glyphs, *next).is_ascii_digit()).count()
}

/// The end of a number in pieces: `C0 00 39 274`.
fn spaced_paper(glyphs: &[Glyph], here: usize) -> Option<usize> {
    let (mut next, mut digits, mut end) = (here, 0, here);
    while digits < 12 {
        let length = (next..).take(8).take_while(|at| self::at(glyphs, *at).is_ascii_alphanumeric()).count();
        if length == 0 {
            break;
        }
        digits += glyphs.get(next..next + length)?.iter().filter(|glyph| glyph.c.is_ascii_digit()).count();
        end = next + length;
        next = end + usize::from(matches!(at(glyphs, end), ' ' | '-'));
        if next == end {
            break;
        }
    }
    (end > here && digits >= 7).then_some(end)
}

/// The end of an electric bicycle's plate behind its word: `车牌白云00A731`, `电动车广州F283910`.
fn cycle_plate(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const CYCLES: &[&str] = &["电动车", "电单车", "电瓶车", "助力车", "单车", "摩托", "轮椅车", "三轮车", "代步车"];
    const CITY: &[&str] =
        &["广州", "荔湾", "越秀", "海珠", "天河", "白云", "黄埔", "番禺", "花都", "南沙", "从化", "增城"];
    let label = here - usize::from(here > 0 && before(glyphs, here) == ' ');
    let led =
        super::glyphs::ends_with_any(glyphs, label, &["车牌", "牌号", "牌照", "车牌号", "车牌:", "车牌是", "车牌系"]);
    let of_city = begins_with_any(glyphs, here, CITY)
        && at(glyphs, here + 2).is_ascii_lowercase()
        && is_near(glyphs, here, 6, CYCLES);
    if !(led || of_city) || !is_han(at(glyphs, here)) {
        return None;
    }
    let place = (here..).take(3).take_while(|at| is_han(self::at(glyphs, *at))).count();
    let start = here + place + usize::from(at(glyphs, here + place) == ' ');
    let length = (start..).take(9).take_while(|at| self::at(glyphs, *at).is_ascii_alphanumeric()).count();
    let digits = (start..start + length).filter(|at| self::at(glyphs, *at).is_ascii_digit()).count();
    ((5..=8).contains(&length) && digits >= 3).then_some(start + length)
}

/// The end of a passport's or permit's number: a letter or two and seven to nine digits, or any number after their word.
fn paper(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const WORDS: &[&str] = &[
        "护照",
        "通行证",
        "回乡证",
        "台胞证",
        "居住证",
        "军官证",
        "士兵证",
        "证件",
        "签证",
        "出生证",
        "驾驶证",
        "驾照",
        "社保",
        "学籍",
        "低保证",
        "残疾证",
        "退役证",
        "优待证",
        "passport",
    ];
    const NO_PAPER: &[&str] = &["准字", "国药", "批准文号", "型号", "isbn", "型", "编号", "货号", "款", "订单"];
    if !at(glyphs, here).is_ascii_alphanumeric() || before(glyphs, here).is_ascii_alphanumeric() {
        return None;
    }
    if is_near(glyphs, here, 8, WORDS)
        && let Some(end) = spaced_paper(glyphs, here)
    {
        return Some(end);
    }
    let length = (here..).take(24).take_while(|at| self::at(glyphs, *at).is_ascii_alphanumeric()).count();
    let letters = (here..here + length).take_while(|at| self::at(glyphs, *at).is_ascii_lowercase()).count();
    let digits = glyphs.get(here..here + length)?.iter().filter(|glyph| glyph.c.is_ascii_digit()).count();
    let last = usize::from(letters + digits < length && at(glyphs, here + length - 1).is_ascii_lowercase());
    if letters + digits + last != length || digits < 5 {
        return None;
    }
    let named = length <= 20 && is_near(glyphs, here, 8, WORDS);
    let by_form =
        matches!(letters, 1..=2) && (7..=10).contains(&digits) && !begins_with_any(glyphs, here, &["wx", "qq", "vx"]);
    let is_papers = super::glyphs::ends_with_any(glyphs, here, &["证编号", "证编号:", "证编号："]);
    ((named || by_form) && (is_papers || !is_near(glyphs, here, 6, NO_PAPER))).then_some(here + length)
}
