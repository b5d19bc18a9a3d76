//! Finds what identifies a child by its school: a class of a grade. Knows how classes are written; a grade alone is nobody's.

use super::chars::is_han;
use super::glyphs::{
    Glyph, at, before, begins_with, begins_with_any, chinese_digit, ends_with, ends_with_any, is_near, span,
};
use super::{Hit, HitKind};

/// Adds the classes that `glyphs` hold.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    for (here, glyph) in glyphs.iter().enumerate() {
        let found = match glyph.c {
            '班' => class_before(glyphs, here)
                .map(|start| start..here + 1)
                .or_else(|| labelled(glyphs, here).map(|end| here..end))
                .or_else(|| group_of_small_ones(glyphs, here).map(|end| here - 1..end)),
            '队' if before(glyphs, here) == '中' => class_before(glyphs, here - 1).map(|start| start..here + 1),
            ')' | '）' => bracketed(glyphs, here).map(|start| start..here + 1),
            'c' => english(glyphs, here).map(|end| here..end),
            'g' | 'p' | 'f' => lettered(glyphs, here).map(|end| here..end),
            '学' | '中' | '小' => class_after_school(glyphs, here + 1).map(|end| here + 1..end),
            _ => None,
        };
        hits.extend(found.map(|range| Hit { kind: HitKind::SchoolClass, span: span(glyphs, range) }));
    }
}

/// The start of a class whose 班 is here: `三（2）班`, `三年级二班`, `初二3班`, `高一（12）班`, `2年1班`, `三2班`, `一年乙班`,
/// `21级汽修2班`, `高三理（9）班`, `小三班` of a kindergarten, `P4C班`.
fn class_before(glyphs: &[Glyph], here: usize) -> Option<usize> {
    if begins_with_any(glyphs, here + 1, SHIFTS) {
        return None;
    }
    let closed = back(glyphs, here, |c| matches!(c, ' ' | ')' | '）' | ']' | '】' | '」' | '〉' | '>'), 2);
    let class = class_token(glyphs, closed)?;
    let opened = back(
        glyphs,
        class,
        |c| matches!(c, '(' | '（' | '[' | '【' | '「' | '〈' | '<' | '-' | '.' | ' ' | '·' | '、'),
        2,
    );
    let is_lettered = !is_number(glyphs, class);
    let in_one =
        closed - class >= 2 && !is_lettered && !glyphs[class].c.is_ascii_digit() && !is_han(glyphs[closed - 1].c);
    let at_school = || contains_any(glyphs, SCHOOLS) || contains_any(glyphs, PUPILS);
    if in_one {
        return Some(stage(glyphs, class));
    }
    let stream = stream_before(glyphs, opened);
    let year = back(glyphs, stream, |c| matches!(c, '级' | '届'), 1);
    let has_year_word = year < stream || before(glyphs, stream) == '年';
    let end = back(glyphs, year, |c| c == '年', 1);
    let grade = end - (0..end).rev().take(4).take_while(|at| is_number(glyphs, *at)).count();
    let begin = stage(glyphs, grade);
    let is_middle = begin < grade && matches!(at(glyphs, begin), '初' | '高' | '职' | '大');
    if grade < end {
        let is_set_apart = opened < class || closed < here || is_lettered || has_year_word || stream < opened;
        let sure = has_year_word || (is_middle && at(glyphs, begin) != '大') || is_set_apart && begin < grade;
        let is_bracketed = opened < class && closed < here && end - grade == 1;
        return (sure || is_bracketed || at_school() && is_set_apart).then_some(begin);
    }
    // A kindergarten's `中二班`, a school's `P4C班`, `高三班`.
    let begin = stage(glyphs, opened);
    let is_kind = begin < opened && (matches!(at(glyphs, begin), '初' | '高') || at_school());
    let has_letter = class > 0 && at(glyphs, class - 1).is_ascii_lowercase() && at_school();
    let is_whole = closed - class >= 2 && at_school() && !is_lettered;
    // `中班B班`, `大班二班`.
    let group = class
        .checked_sub(2)
        .filter(|at| self::at(glyphs, at + 1) == '班' && matches!(self::at(glyphs, *at), '大' | '中' | '小'));
    (is_kind || has_letter || is_whole || is_numbered_at_school(glyphs, class, here)).then_some(begin).or(group)
}

/// `高一（8）`, `三年级(2)` of a school: a class in brackets without its word.
fn bracketed(glyphs: &[Glyph], here: usize) -> Option<usize> {
    let length = (0..here).rev().take(2).take_while(|at| self::at(glyphs, *at).is_ascii_digit()).count();
    let open = (here - length).checked_sub(1).filter(|open| matches!(at(glyphs, *open), '(' | '（'))?;
    let end = if ends_with(glyphs, open, "年级") { open - 2 } else { open };
    let grade = end.checked_sub(1).filter(|grade| chinese_digit(at(glyphs, *grade)).is_some())?;
    let begin = stage(glyphs, grade);
    let is_kind =
        begin < grade && matches!(at(glyphs, begin), '初' | '高') || end < open && contains_any(glyphs, SCHOOLS);
    let goes_on = at(glyphs, here + 1).is_alphanumeric() && !matches!(at(glyphs, here + 1), '的' | '嘅');
    (length > 0 && is_kind && !goes_on).then_some(begin)
}

/// `今年升到三年级，分在6班`: a numbered class in a text that names the school or the grade elsewhere.
fn is_numbered_at_school(glyphs: &[Glyph], class: usize, here: usize) -> bool {
    const NO_CLASS: &[&str] = &["人", "子"];
    const COUNTED: &[&str] = &["每天", "每日", "加", "开", "办", "多", "共", "增加", "头", "末", "首", "有"];
    is_number(glyphs, class)
        && !begins_with_any(glyphs, here + 1, NO_CLASS)
        && !ends_with_any(glyphs, class, COUNTED)
        && contains_any(glyphs, SCHOOLS)
}

/// `G5-3`, `P4C`, `G7C3班` of a school; a kindergarten's `中班B`.
fn lettered(glyphs: &[Glyph], here: usize) -> Option<usize> {
    if before(glyphs, here).is_ascii_alphanumeric() || !at(glyphs, here + 1).is_ascii_digit() {
        return None;
    }
    let grade = (here + 1..).take_while(|next| at(glyphs, *next).is_ascii_digit()).count();
    let mark = here + 1 + grade;
    let class = mark + usize::from(matches!(at(glyphs, mark), '-' | 'c' | '(' | '.'));
    let length = (class..).take_while(|next| at(glyphs, *next).is_ascii_alphanumeric()).count();
    let end = class + length;
    let at_school = at(glyphs, end) == '班' || contains_any(glyphs, SCHOOLS);
    (grade <= 2 && class > mark && matches!(length, 1 | 2) && at_school).then_some(end)
}

/// `中班B` of a kindergarten.
fn group_of_small_ones(glyphs: &[Glyph], here: usize) -> Option<usize> {
    let is_group = here > 0 && matches!(at(glyphs, here - 1), '大' | '中' | '小');
    let mark = at(glyphs, here + 1);
    let is_marked = matches!(mark, 'a'..='f') || is_number(glyphs, here + 1);
    let ends = !at(glyphs, here + 2).is_ascii_alphanumeric();
    let at_kindergarten = contains_any(glyphs, &["幼儿园", "幼稚园", "幼儿班", "托儿"]);
    (is_group && is_marked && ends && at_kindergarten).then_some(here + 2)
}

/// `班别6C`, `班级：三（2）`.
fn labelled(glyphs: &[Glyph], here: usize) -> Option<usize> {
    if !matches!(at(glyphs, here + 1), '别' | '级') {
        return None;
    }
    let start = here + 2 + (here + 2..).take(2).take_while(|at| !self::at(glyphs, *at).is_alphanumeric()).count();
    let length = (start..)
        .take(6)
        .take_while(|at| {
            is_number(glyphs, *at) || matches!(self::at(glyphs, *at), 'a'..='k' | '(' | ')' | '（' | '）' | '年')
        })
        .count();
    (length >= 2 && is_number(glyphs, start)).then_some(start + length)
}

/// `G5 Class 3`, `Form 2, class B`.
fn english(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const GRADES: &[&str] =
        &["grade", "form", "year", "school", "primary", "g1", "g2", "g3", "g4", "g5", "g6", "g7", "g8", "g9"];
    let start = here + "class".len() + 1;
    let length = (start..).take(3).take_while(|next| at(glyphs, *next).is_ascii_alphanumeric()).count();
    let is_mark = matches!(length, 1 | 2) && (at(glyphs, start).is_ascii_digit() || length == 1);
    let end = start + length;
    let graded = is_near(glyphs, here, 14, GRADES) || is_near(glyphs, glyphs.len().min(end + 14), 14, GRADES);
    (begins_with(glyphs, here, "class ") && is_mark && graded).then_some(end)
}

/// The start of a class's own mark that ends here: a number, a letter, or 甲 to 戊; also both, as in `4c`.
fn class_token(glyphs: &[Glyph], end: usize) -> Option<usize> {
    let is_mark = |c: char| matches!(c, 'a'..='k' | '甲' | '乙' | '丙' | '丁' | '戊');
    let marked = end.checked_sub(1).is_some_and(|at| is_mark(self::at(glyphs, at)));
    if marked {
        let free = end < 2 || !at(glyphs, end - 2).is_ascii_alphabetic();
        return free.then_some(end - 1);
    }
    let length = (0..end).rev().take(4).take_while(|at| is_number(glyphs, *at)).count();
    (length > 0).then_some(end - length)
}

/// The start of the stream between a grade and its class: 理, 文科, 国际, 汽修.
fn stream_before(glyphs: &[Glyph], end: usize) -> usize {
    const STREAMS: &[&str] = &["理科", "文科", "理", "文", "国际", "实验", "重点", "艺术", "体育"];
    // A trade's, behind the year in which its students began: `22级汽修3班`.
    const LONGEST: usize = 6;
    let is_number_of_year = |at: usize| {
        at >= 1
            && self::at(glyphs, at).is_ascii_digit()
            && matches!(self::at(glyphs, at - 1), '1' | '2')
            && !(at >= 2 && self::at(glyphs, at - 2).is_alphanumeric())
    };
    // 22级汽修3班, 22会计2班
    let is_year =
        |at: usize| self::at(glyphs, at) == '级' && at > 0 && is_number(glyphs, at - 1) || is_number_of_year(at);
    if let Some(length) = (1..=LONGEST).find(|length| end > *length && is_year(end - length - 1)) {
        return end - length;
    }
    STREAMS.iter().find(|stream| ends_with(glyphs, end, stream)).map_or(end, |stream| end - stream.chars().count())
}

/// The start of the word for the stage of school before `end`.
fn stage(glyphs: &[Glyph], end: usize) -> usize {
    back(glyphs, end, |c| matches!(c, '初' | '高' | '小' | '大' | '中' | '职' | 'p' | 'g' | 's' | 'f'), 1)
}

/// `沙涌小学五3`: grade and class behind the school, without a word.
fn class_after_school(glyphs: &[Glyph], start: usize) -> Option<usize> {
    const ENDINGS: &[&str] = &["小学", "中学", "附小", "附中", "实验学", "初中", "一小", "二小", "一中", "二中"];
    if !ends_with_any(glyphs, start, ENDINGS) {
        return None;
    }
    let start = start + usize::from(at(glyphs, start) == ' ');
    let grade = chinese_digit(at(glyphs, start)).filter(|grade| (1..=9).contains(grade));
    grade?;
    let opened = start + 1 + usize::from(matches!(at(glyphs, start + 1), '(' | '（' | '.' | '-' | '·' | ' '));
    let length = (opened..).take_while(|next| at(glyphs, *next).is_ascii_digit()).count();
    let end = opened + length;
    let follows = at(glyphs, end);
    (matches!(length, 1 | 2) && (!follows.is_alphanumeric() || follows == '班')).then_some(end)
}

fn back(glyphs: &[Glyph], end: usize, is_it: impl Fn(char) -> bool, most: usize) -> usize {
    end - (0..end).rev().take(most).take_while(|at| is_it(self::at(glyphs, *at))).count()
}

fn is_number(glyphs: &[Glyph], here: usize) -> bool {
    glyphs.get(here).is_some_and(|glyph| glyph.digit.is_some() || glyph.c == '十')
}

/// Whether the text has one of these words anywhere.
fn contains_any(glyphs: &[Glyph], words: &[&str]) -> bool {
    is_near(glyphs, glyphs.len(), glyphs.len(), words)
}

/// Schools and grades: with one of them a numbered class is a school's.
const SCHOOLS: &[&str] = &[
    "小学",
    "中学",
    "学校",
    "附小",
    "附中",
    "幼儿园",
    "幼稚园",
    "一中",
    "二中",
    "三中",
    "职校",
    "职高",
    "技校",
    "职中",
    "中职",
    "卫校",
    "特校",
    "书院",
    "学院",
    "国际部",
    "外国语",
    "实验",
    "年级",
    "初一",
    "初二",
    "初三",
    "高一",
    "高二",
    "高三",
    "school",
    "grade",
];

/// Who goes there: enough where the class is written as a school's.
const PUPILS: &[&str] =
    &["老师", "同学", "班主任", "家长", "中考", "高考", "读", "学生", "孩子", "仔仔", "小朋友", "妈妈", "爸爸"];

/// What makes 班 a shift, a coach or a flight: 三班倒, 203班车.
const SHIFTS: &[&str] = &["地铁", "公交", "巴士", "车", "次", "机", "岗", "轮", "船", "倒", "制"];
