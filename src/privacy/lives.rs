//! Finds what tells who somebody is without a name or number: a date of birth, and a school with its class.

use super::glyphs::{Glyph, at, before, begins_with_any, chinese_digit, is_near, span};
use super::{Hit, HitKind};

/// Adds the dates of birth and the classes that `glyphs` hold.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    for (here, glyph) in glyphs.iter().enumerate() {
        match glyph.c {
            '生' | '诞' | 'b' => {
                if let Some((start, end)) = birth_around(glyphs, here) {
                    hits.push(Hit { kind: HitKind::BirthDate, span: span(glyphs, start..end) });
                }
            }
            '班' => {
                if let Some(start) = class_before(glyphs, here) {
                    hits.push(Hit { kind: HitKind::SchoolClass, span: span(glyphs, start..here + 1) });
                }
            }
            _ => {}
        }
    }
}

/// `2015年3月5日出生`, `15年3月生`, `生于1950年`, `生日3月5日`, `出生日期：2015.3.5`.
fn birth_around(glyphs: &[Glyph], here: usize) -> Option<(usize, usize)> {
    const AFTER: &[&str] = &["生日", "生于", "生辰", "诞生", "诞辰", "生的", "生人", "birth", "born"];
    const NO_BIRTH: &[&str] =
        &["产", "活", "意", "病", "气", "长", "态", "鲜", "火", "字", "词", "词本", "动", "物", "命", "育", "姜", "抽"];
    let is_word = begins_with_any(glyphs, here, AFTER) || matches!(before(glyphs, here), '出' | '诞');
    // Behind the word.
    if is_word {
        let mut next = here + 1;
        while next < glyphs.len()
            && next - here <= 8
            && (!at(glyphs, next).is_alphanumeric()
                || matches!(
                    at(glyphs, next),
                    '日' | '期' | '于' | '年' | '月' | '是' | '为' | '在' | '的' | '生' | '时' | '间'
                )
                || at(glyphs, next).is_ascii_lowercase())
        {
            next += 1;
        }
        if let Some(end) = date_at(glyphs, next) {
            return Some((here, end));
        }
    }
    // Before it.
    let start = if before(glyphs, here) == '出' { here - 1 } else { here };
    let ends = begins_with_any(glyphs, here, AFTER)
        || start < here
        || !at(glyphs, here + 1).is_alphanumeric()
        || at(glyphs, here + 1) == '的';
    let plain = at(glyphs, here) == '生' && ends && !begins_with_any(glyphs, here + 1, NO_BIRTH);
    let begun = plain.then(|| date_before(glyphs, start)).flatten()?;
    Some((begun, here + 1))
}

/// The end of a date that begins here: a year, or a month with its day.
fn date_at(glyphs: &[Glyph], start: usize) -> Option<usize> {
    let mut end = start;
    let mut digits = 0;
    while let Some(glyph) = glyphs.get(end) {
        let number = glyph.digit.is_some() || chinese_digit(glyph.c).is_some() || glyph.c == '十';
        let joint = matches!(glyph.c, '年' | '月' | '日' | '号' | '-' | '/' | '.' | '、' | ' ');
        if !number && !joint {
            break;
        }
        digits += usize::from(number);
        end += 1;
    }
    let has = |c: &[char]| glyphs[start..end].iter().any(|glyph| c.contains(&glyph.c));
    let whole = (has(&['年']) && digits >= 2)
        || (has(&['月']) && digits >= 1)
        || digits >= 4
        || (has(&['-', '/', '.']) && digits >= 2);
    (glyphs.get(start)?.digit.is_some() && whole).then_some(end)
}

/// The start of a date that ends here.
fn date_before(glyphs: &[Glyph], end: usize) -> Option<usize> {
    let mut start = end;
    let mut digits = 0;
    while start > 0 {
        let glyph = &glyphs[start - 1];
        let number = glyph.digit.is_some() || chinese_digit(glyph.c).is_some() || glyph.c == '十';
        let joint = matches!(glyph.c, '年' | '月' | '日' | '号' | '-' | '/' | '.' | ' ' | '份');
        if !number && !joint {
            break;
        }
        digits += usize::from(number);
        start -= 1;
    }
    let has = |c: &[char]| glyphs[start..end].iter().any(|glyph| c.contains(&glyph.c));
    let dated = has(&['年', '月', '-', '/', '.']) || digits == 8 || digits == 4;
    let relative = matches!(before(glyphs, start), '第' | '前' | '后' | '近');
    (digits >= 2 && dated && !relative && !is_near(glyphs, start, 4, &["毕业", "入学"])).then_some(start)
}

/// The start of a class: `三（2）班`, `三年级二班`, `初二3班`, `高一（12）班`, `2年1班`, `三2班`.
fn class_before(glyphs: &[Glyph], here: usize) -> Option<usize> {
    let step =
        |next: usize, set: &[char]| if next > 0 && set.contains(&at(glyphs, next - 1)) { next - 1 } else { next };
    let numbers = |end: usize| {
        let digit = |at: &usize| glyphs[*at].digit.is_some() || glyphs[*at].c == '十';
        end - (0..end).rev().take(3).take_while(digit).count()
    };
    let closed = step(here, &[')', '）', ']', '】', '」']);
    let class = numbers(closed);
    if class == closed {
        return None;
    }
    let opened = step(class, &['(', '（', '[', '【', '「', '-', '.', ' ']);
    let year = step(step(opened, &['级', '級']), &['年']);
    let grade = numbers(year);
    let begin = step(grade, &['初', '高', '小', '大', '中']);
    let is_middle = begin < grade && matches!(at(glyphs, begin), '初' | '高');
    let named = is_near(glyphs, begin, 8, SCHOOLS);
    // The number of grade and class in one: `三2`, `初二6`, `302`.
    let in_one = closed - class >= 2 && class == grade;
    let is_mixed = in_one && !glyphs[class].c.is_ascii_digit() && glyphs[closed - 1].c.is_ascii_digit();
    let has_grade = grade < year && (year < opened || closed < here || is_middle || named);
    let is_class = has_grade || (in_one && (named || is_middle || is_mixed));
    is_class.then_some(begin)
}

/// What says that a class is a school's.
const SCHOOLS: &[&str] = &[
    "小学",
    "中学",
    "学校",
    "附小",
    "附中",
    "幼儿园",
    "一中",
    "二中",
    "三中",
    "实验",
    "就读",
    "读",
    "学生",
    "小",
    "中",
];
