//! Finds beds of hospitals and homes: `内科12床`, `302房2床`. Knows where beds stand and what is counted in 床 besides; a bed
//! says where somebody lies as a door says where somebody lives.

use super::doors::is_number;
use super::glyphs::{Glyph, at, before, begins_with_any, ends_with_any, is_near, span};
use super::{Hit, HitKind};

/// Words that end just before a bed's number.
const WARDS: &[&str] = &["科", "病区", "病房", "icu", "房", "室", "楼", "区", "院", "加", "部"];

/// Where beds are somebody's.
const PLACES: &[&str] =
    &["住院", "医院", "病房", "养老院", "敬老院", "护理院", "福利院", "科", "icu", "病床", "卧床", "陪床"];

/// What is counted in 床: 3床棉被, 20床位.
const THINGS: &[&str] = &[
    "被",
    "棉",
    "毯",
    "褥",
    "单",
    "席",
    "位",
    "厚",
    "薄",
    "垫",
    "羽",
    "新",
    "空调被",
    "春",
    "夏",
    "冬",
    "秋",
    "四件",
    "凉",
    "蚊",
    "毛",
    "蚕",
    "以",
    "的规模",
];

/// Adds the beds that `glyphs` hold.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    for (here, glyph) in glyphs.iter().enumerate() {
        if glyph.c != '床' || begins_with_any(glyphs, here + 1, THINGS) {
            continue;
        }
        let length = (0..here).rev().take(3).take_while(|at| is_number(glyphs, *at)).count();
        let start = here - length;
        if length == 0 {
            continue;
        }
        let sign = usize::from(start > 0 && matches!(before(glyphs, start), '+' | ' '));
        let lead = start - sign;
        let added = matches!(before(glyphs, lead), '增' | '有' | '共' | '设' | '满');
        let is_ward = ends_with_any(glyphs, lead, WARDS) && at(glyphs, start) != '两';
        if !added && (is_ward || is_near(glyphs, start, 12, PLACES)) {
            hits.push(Hit { kind: HitKind::DoorNumber, span: span(glyphs, start..here + 1) });
        }
    }
}
