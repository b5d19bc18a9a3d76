//! Finds coordinates in every form, and links to places on maps. Knows how latitudes and longitudes of this country are
//! written; prices and sizes have neither four decimals nor such pairs.

use super::glyphs::{Glyph, at, before, begins_with_any, is_near, span};
use super::{Hit, HitKind};

/// Words for a position, one of which suffices for a single number.
const WORDS: &[&str] =
    &["定位", "坐标", "经纬", "纬度", "经度", "北纬", "东经", "gps", "lat", "lng", "lon", "导航", "位置", "n", "e"];

/// Maps, and words that stand in the addresses of their links.
const MAPS: &[&str] = &[
    "amap.com",
    "map.baidu",
    "map.qq",
    "maps.",
    "/map",
    "gaode",
    "ditu.",
    "uri.amap",
    "surl.amap",
    "what3words",
    "w3w.",
];

/// Adds the positions that `glyphs` hold.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let mut push =
        |start: usize, end: usize| hits.push(Hit { kind: HitKind::DoorNumber, span: span(glyphs, start..end) });
    let mut earlier: Option<(usize, usize)> = None;
    let mut here = 0;
    while here < glyphs.len() {
        let c = at(glyphs, here);
        if matches!(c, 'a' | 'm' | '/' | 'g' | 'd' | 'u' | 's' | 'w') && begins_with_any(glyphs, here, MAPS) {
            let end = (here..glyphs.len()).take_while(|next| at(glyphs, *next).is_ascii_graphic()).count() + here;
            push(here, end);
            here = end.max(here + 1);
            continue;
        }
        if !c.is_ascii_digit() || before(glyphs, here).is_ascii_digit() || before(glyphs, here) == '.' {
            here += 1;
            continue;
        }
        if let Some(end) = degrees(glyphs, here) {
            push(here, end);
            here = end;
            continue;
        }
        let Some((end, decimals)) = decimal(glyphs, here) else {
            here += 1;
            continue;
        };
        let near = earlier.filter(|(_, last)| here - last <= 8);
        if decimals >= 4 && is_near(glyphs, here, 8, WORDS)
            || decimals >= 2 && is_near(glyphs, here, 4, &["lat", "lng", "lon", "纬", "经"])
        {
            push(here, end);
        } else if let Some((start, _)) = near.filter(|_| decimals >= 3) {
            push(start, end);
        }
        earlier = (decimals >= 3).then_some((here, end));
        here = end;
    }
}

/// The end of a decimal number that a latitude or longitude here may be, and its decimals.
fn decimal(glyphs: &[Glyph], start: usize) -> Option<(usize, usize)> {
    let digits = |from: usize| (from..).take(16).take_while(|next| at(glyphs, *next).is_ascii_digit()).count();
    let whole = digits(start);
    let value = glyphs
        .get(start..start + whole)?
        .iter()
        .try_fold(0_u32, |sum, glyph| sum.checked_mul(10)?.checked_add(u32::from(glyph.digit?)))?;
    let decimals = if at(glyphs, start + whole) == '.' { digits(start + whole + 1) } else { 0 };
    let is_here = (3..=54).contains(&value) || (73..=136).contains(&value);
    (is_here && decimals >= 2).then_some((start + whole + 1 + decimals, decimals))
}

/// The end of `23°07′12″` or `23度07分`.
fn degrees(glyphs: &[Glyph], start: usize) -> Option<usize> {
    let digits = |from: usize| (from..).take(3).take_while(|next| at(glyphs, *next).is_ascii_digit()).count();
    let whole = digits(start);
    let minutes = start + whole + 1;
    let length = digits(minutes);
    let is_led = is_near(glyphs, start, 6, &["北纬", "东经", "纬", "经", "坐标", "定位", "n", "e"]);
    let signed = at(glyphs, start + whole) == '°' && matches!(at(glyphs, minutes + length), '′' | '\'' | '’' | '分');
    let spoken = at(glyphs, start + whole) == '度' && at(glyphs, minutes + length) == '分' && is_led;
    ((2..=3).contains(&whole) && (1..=2).contains(&length) && (signed || spoken)).then_some(minutes + length + 1)
}
