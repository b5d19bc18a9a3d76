//! Finds phone, ID and card numbers in a text, whatever separates their digits. Knows how such numbers are built, and the
//! sizes, prices, dates and times that look similar; does not know whose they are.

use std::ops::Range;
use std::sync::LazyLock;

use super::glyphs::{Glyph, WILD, at, before, begins_with_any, ends_with_any, is_near, span};
use super::words::Words;
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
    /// Other signs, and words like 空 and 横杠.
    Odd,
    /// Commas and slashes, which more often separate numbers.
    Comma,
}

/// The most groups that one number is written in; later groups are looked at in their turn.
const MOST_GROUPS: usize = 24;

/// Words that separate the digits of a dictated number.
const GAP_WORDS: &[&str] = &[
    "空格",
    "横杠",
    "横线",
    "斜杠",
    "短横",
    "破折号",
    "逗号",
    "然后",
    "接着",
    "再接",
    "后面",
    "中间",
    "最后",
    "空",
    "横",
    "杠",
    "杆",
    "点",
    "转",
    "再",
    "接",
    "加",
    "星",
    "井",
    "和",
    "跟",
    "至",
    "到",
    "减",
    "拨",
    "后",
    "dot",
    "dash",
];

/// Adds what `glyphs` hold, in the order of the text.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let begun = hits.len();
    let mut run: Vec<Group> = Vec::new();
    let mut here = 0;
    let mut gap_from = 0;
    while here < glyphs.len() {
        // 周六9:00: the day of the week is no digit of the hour.
        let is_weekday = matches!(before(glyphs, here), '周' | '期' | '拜')
            && !glyphs[here].c.is_ascii()
            && at(glyphs, here + 1).is_ascii_digit();
        if glyphs[here].digit.is_none() || is_weekday {
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
    const LONGEST: usize = 6;
    if gap.is_empty() || gap.len() > LONGEST {
        return None;
    }
    let mut joint = Joint::Loose;
    let mut here = 0;
    while let Some(glyph) = gap.get(here) {
        match glyph.c {
            ' '
            | '-'
            | '‐'..='―'
            | '−'
            | '─'
            | '.'
            | '·'
            | '•'
            | '・'
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
            | '…' => {}
            ',' | '、' | '/' | ';' | '。' => joint = Joint::Comma,
            c if c.is_ascii_lowercase() && c != 'x' => return None,
            c if c.is_alphanumeric() && c != 'x' && c != 'ー' => {
                let word = GAP_WORDS.iter().find(|word| begins_with_any(gap, here, &[word]))?;
                here += word.chars().count() - 1;
                joint = Joint::Odd;
            }
            _ => joint = if joint == Joint::Comma { joint } else { Joint::Odd },
        }
        here += 1;
    }
    Some(joint)
}

fn find_in_run(glyphs: &[Glyph], run: &[Group], hits: &mut Vec<Hit>) {
    let total: usize = run.iter().map(|group| group.range.len()).sum();
    let ends_in_x = run.last().is_some_and(|group| is_x(glyphs, group.range.end));
    if total < 4 && !(total == 3 && ends_in_x) {
        return;
    }
    let mut rest = run;
    while !rest.is_empty() {
        let named =
            is_near(glyphs, rest[0].range.start, 8, ID_WORDS) || is_near(glyphs, rest[0].range.start, 8, CARD_WORDS);
        let timed = if named { None } else { time_groups(glyphs, rest).or_else(|| date_groups(glyphs, rest)) };
        let taken = match timed.map_or_else(|| whole_number(glyphs, rest), |_| None) {
            Some((HitKind::Phone, groups, range)) if is_of_a_hotline(glyphs, &range) => groups,
            Some((kind, groups, range)) => {
                hits.push(Hit { kind, span: span(glyphs, range) });
                groups
            }
            None => timed.unwrap_or_else(|| lone_number(glyphs, rest, hits)),
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
    } else if let Some(length) = phone_length(glyphs, run, &digits) {
        (HitKind::Phone, length)
    } else {
        (HitKind::CardNumber, card_length(glyphs, run, &digits)?)
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

/// The groups of a time of day (`14:00`, `9：30`), which is not private.
fn time_groups(glyphs: &[Glyph], run: &[Group]) -> Option<usize> {
    let [hour, minute, ..] = run else { return None };
    let gap = &glyphs[hour.range.end..minute.range.start];
    let is_time = gap.len() == 1
        && gap[0].c == ':'
        && hour.range.len() <= 2
        && minute.range.len() == 2
        && number(glyphs, &hour.range)? <= 24
        && number(glyphs, &minute.range)? < 60;
    // `19:90:00` goes on as no time does, and so does what a colon leads to.
    let goes_on = at(glyphs, minute.range.end) == ':' || before(glyphs, hour.range.start) == ':';
    (is_time && !goes_on).then_some(2)
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
    let is_masked = glyphs[first.range.clone()].iter().any(|glyph| glyph.digit == Some(WILD));
    let mut push = |kind, range: Range<usize>| hits.push(Hit { kind, span: span(glyphs, range) });
    // A row or an item: `第 12345 行`, `row 12345`.
    let is_ordinal =
        is_near(glyphs, first.range.start, 2, &["第"]) || is_near(glyphs, first.range.start, 5, &["row", "rows"]);
    let is_paper = is_near(glyphs, first.range.start, 14, PAPER_WORDS) && length >= 5 && !is_masked;
    if is_paper && !is_counted(glyphs, first.range.end) {
        push(HitKind::IdNumber, first.range.clone());
        return 1;
    }
    let is_sample = is_near(glyphs, first.range.start, 10, &["检验", "化验", "标本", "样本", "采样", "核酸"]);
    if is_ordinal
        || is_near(glyphs, first.range.start, 6, &["isbn", "书号", "准字", "国药"])
        || is_near(glyphs, first.range.start, 6, &["条码", "条形码"]) && !is_sample
    {
        return 1;
    }
    // 末四位 123X
    let counts_x = length == 3 && is_x(glyphs, first.range.end);
    if is_near(glyphs, first.range.start, 8, ID_WORDS)
        && (length >= 4 || counts_x)
        && !is_masked
        && !is_counted(glyphs, first.range.end)
    {
        push(HitKind::IdNumber, first.range.clone());
    } else if length >= 12
        || (is_near(glyphs, first.range.start, 8, CARD_WORDS)
            && length >= 4
            && !is_masked
            && !is_counted(glyphs, first.range.end))
    {
        push(HitKind::CardNumber, first.range.clone());
    } else if is_of_a_hotline(glyphs, &first.range) {
        return local_groups(glyphs, run).unwrap_or(1);
    } else if (length >= 9 && !is_counted(glyphs, first.range.end))
        || (length == 8 && value.is_some_and(is_local_number) && !is_counted(glyphs, first.range.end))
    {
        push(HitKind::Phone, first.range.clone());
    } else if let Some(groups) = local_groups(glyphs, run) {
        push(HitKind::Phone, first.range.start..run[groups - 1].range.end);
        return groups;
    } else if asks_to_call(glyphs, first.range.start)
        && length >= 5
        && !value.is_some_and(is_hotline)
        && !is_counted(glyphs, first.range.end)
    {
        push(HitKind::Phone, first.range.clone());
    }
    1
}

const ID_WORDS: &[&str] = &["身份证", "证件号", "id card", "sfz", "证号", "后四位", "后六位", "末四位", "尾号"];
/// Papers whose number may stand a few words behind.
const PAPER_WORDS: &[&str] = &[
    "身份证",
    "低保证",
    "优待证",
    "残疾证",
    "退役证",
    "军人证",
    "居住证",
    "学生证",
    "护照",
    "退伍证",
    "退休证",
    "老年证",
    "老人证",
];
const CARD_WORDS: &[&str] = &[
    "卡号",
    "账号",
    "帐号",
    "账户",
    "银行卡",
    "社保",
    "医保卡",
    "低保证",
    "残疾证",
    "残疾人证",
    "学号",
    "工号",
    "学籍号",
    "退休证",
    "准考证",
    "户口本",
    "病历号",
    "住院号",
    "门诊号",
];

/// A landline without its area code in groups (`8123 4567`, `8123-4567`), or any number of at least seven digits after a
/// word for calling: the number of its groups.
fn local_groups(glyphs: &[Glyph], run: &[Group]) -> Option<usize> {
    let first = run.first()?;
    // 拨打110、119、120
    if run
        .iter()
        .all(|group| number(glyphs, &group.range).is_some_and(|value| is_hotline(value) || is_emergency(value)))
    {
        return None;
    }
    let behind =
        |end: usize| (end..end + 10).any(|next| begins_with_any(glyphs, next, &["电话", "手机", "号码", "打"]));
    let last = run.get(1).map_or(first.range.end, |group| group.range.end);
    let asked = asks_to_call(glyphs, first.range.start)
        || (run.len() <= 3 && run.iter().all(|group| group.joined_by != Joint::Odd) && behind(last));
    let mut length = 0;
    let mut found = None;
    for (at, group) in run.iter().enumerate().take(MOST_GROUPS) {
        if at > 0 && group.joined_by == Joint::Comma && !asked {
            break;
        }
        length += group.range.len();
        // 20-8190-5120: the area code without its zero.
        let is_of_guangzhou =
            at == 2 && number(glyphs, &first.range) == Some(20) && is_split_landline(glyphs, &run[1..=at]);
        if is_of_guangzhou && length == 10 {
            found = Some(at + 1);
        }
        let is_number = asked || (length == 8 && is_split_landline(glyphs, &run[..=at]));
        // 8100.6821（六点前: the hour is no part of the number.
        let is_further_count = found.is_some() && is_counted(glyphs, group.range.end);
        if at > 0 && (7..=12).contains(&length) && is_number && !is_further_count {
            found = Some(at + 1);
        }
    }
    let last = run.get(found? - 1)?;
    let is_list = is_list(glyphs, run.get(..found?)?);
    ((!is_list || asked && run.len() == 2) && !is_counted(glyphs, last.range.end)).then_some(found?)
}

/// `8123 4567`: eight digits in two or four groups that are neither years nor round sums, and no range of a size.
fn is_split_landline(glyphs: &[Glyph], groups: &[Group]) -> bool {
    const NOT_CALLED: &[&str] = &["型号", "编号", "货号", "尺码", "规格", "价格", "预算", "约", "元", "码"];
    let digits = digits_of(glyphs, groups);
    let lengths: Vec<usize> = groups.iter().map(|group| group.range.len()).collect();
    // 8123-4567, 81 23 45 67, 8123 4 5 6 7
    let equal = lengths.iter().all(|length| matches!(length, 2 | 4)) || matches!(lengths[..], [4, 1, 1, 1, 1]);
    let is_year = |group: &Group| number(glyphs, &group.range).is_some_and(|year| (1900..=2100).contains(&year));
    let is_round = |group: &Group| number(glyphs, &group.range).is_some_and(|sum| sum.is_multiple_of(10));
    equal
        && matches!(digits.first(), Some(2 | 3 | 6 | 8))
        && !groups.iter().any(is_year)
        && !groups.iter().all(is_round)
        && !is_near(glyphs, groups[0].range.start, 8, NOT_CALLED)
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
    (old && digits.len() == 15 && ends_a_group(run, 15) && !is_list(glyphs, run)).then_some(15)
}

/// A mobile with or without 86 or 0 before it, or a landline with its area code.
fn phone_length(glyphs: &[Glyph], run: &[Group], digits: &[u8]) -> Option<usize> {
    for prefix in [&[][..], &[8, 6], &[0, 0, 8, 6], &[0]] {
        let length = prefix.len() + 11;
        let is_mobile = digits.strip_prefix(prefix).is_some_and(|rest| {
            rest.len() >= 11 && rest[0] == 1 && (3..=9).contains(&rest[1]) && WILD > rest[2].min(rest[10])
        });
        if is_mobile && is_one_number(glyphs, run, length) {
            return Some(length);
        }
    }
    // +86 20 8123 4567
    for prefix in [&[8, 6][..], &[0, 0, 8, 6]] {
        let is_landline =
            digits.strip_prefix(prefix).is_some_and(|rest| rest.len() >= 10 && (2..=9).contains(&rest[0]));
        let grouped = run.first().is_some_and(|group| group.range.len() == prefix.len());
        if let Some(length) = [10, 11]
            .map(|length| prefix.len() + length)
            .into_iter()
            .find(|length| is_landline && grouped && *length == digits.len() && is_one_number(glyphs, run, *length))
        {
            return Some(length);
        }
    }
    // 00852 9123 4567
    let is_abroad = matches!(digits, [0, 0, 8, 5, 2 | 3, ..]) && digits.len() >= 13 && run.len() > 1;
    if is_abroad && is_one_number(glyphs, run, 13) {
        return Some(13);
    }
    let landline = digits.len() >= 10 && digits[0] == 0 && (1..=9).contains(&digits[1]);
    let hotline = digits.len() >= 10 && matches!(digits[..3], [4 | 8, 0, 0]) && run.len() > 1;
    if landline || hotline {
        return [12, 11, 10]
            .into_iter()
            .find(|length| ends_a_group(run, *length) && is_one_number(glyphs, run, *length));
    }
    let service = digits.len() == 10 && matches!(digits[..3], [4, 0, 0]) && run.len() == 1;
    service.then_some(10)
}

/// Whether so many digits are one number, not a list of sizes, prices or days.
fn is_one_number(glyphs: &[Glyph], run: &[Group], length: usize) -> bool {
    let mut sum = 0;
    let groups = run.iter().take_while(|group| {
        let before = sum;
        sum += group.range.len();
        before < length
    });
    let groups: Vec<Group> = groups.cloned().collect();
    match groups.as_slice() {
        [] => false,
        // Digits that directly follow belong to it, even if it is mistyped.
        [_] => true,
        _ => ends_a_group(run, length) && !is_list(glyphs, &groups),
    }
}

/// Whether groups are sizes, prices or days: none begins with a zero, and they are round, grow, or have a unit.
fn is_list(glyphs: &[Glyph], groups: &[Group]) -> bool {
    let starts_with_zero = |group: &Group| group.range.len() > 1 && glyphs[group.range.start].digit == Some(0);
    if groups.len() < 2
        || groups
            .iter()
            .any(|group| starts_with_zero(group) || group.range.clone().any(|at| glyphs[at].digit == Some(WILD)))
    {
        return false;
    }
    let values: Vec<u64> = groups.iter().filter_map(|group| number(glyphs, &group.range)).collect();
    let long = groups.iter().all(|group| group.range.len() >= 2);
    let round = long && values.iter().all(|value| value.is_multiple_of(10));
    // `1、3、5、7、9、11、13`: days or numbers of things.
    let growing = groups.len() > 4 && values.windows(2).all(|pair| pair[0] < pair[1]);
    let end = groups.last().map_or(0, |group| group.range.end);
    let lengths: Vec<usize> = groups.iter().map(|group| group.range.len()).collect();
    let phone_like = matches!(lengths[..], [3, 4, 4] | [7, 4] | [3, 8]);
    let is_split_mobile = matches!(lengths[..], [7, 4] | [3, 8]);
    round && !is_split_mobile || growing || (long && !phone_like && is_counted(glyphs, end))
}

/// Units and measure words.
const UNITS: &str = "\
    行 列 格 字节 byte row column cell character mib kib gib 条记录 条 元 块 毫 厘米 公分 米 平方 平米 瓦 千瓦 w mm cm ml kg \
    mah g l v 斤 克 公斤 升 度 个 台 件 套 只 本 把 张 份 盒 箱 袋 瓶 桶 包 支 人 户 名 位 次 天 日 年 月 小时 \
    分钟 点 岁 号线 路 万 多 余 页 字 步 寸 英寸 码 % 届 期 场 粒 片 株 棵 盆 间 层 级 毛 角 美元 左右 以上 \
    以内 以下 热线";

static MEASURES: LazyLock<Words> = LazyLock::new(|| Words::starting(&[UNITS]));

/// Whether a unit or a measure word follows.
pub fn is_counted(glyphs: &[Glyph], end: usize) -> bool {
    /// Begin like a unit, and say where in a number digits are.
    const NO_UNITS: &[&str] = &["字头", "字尾", "位数", "位是", "个零", "个圈"];
    let end = if at(glyphs, end) == ' ' { end + 1 } else { end };
    MEASURES.at(glyphs, end).is_some() && !begins_with_any(glyphs, end, NO_UNITS)
}

/// A card number: 15 digits or more in groups, as cards print them.
fn card_length(glyphs: &[Glyph], run: &[Group], digits: &[u8]) -> Option<usize> {
    let grouped =
        run.iter().skip(1).take_while(|group| group.joined_by != Joint::Comma && group.range.len() >= 2).count();
    let length: usize = run.iter().take(grouped + 1).map(|group| group.range.len()).sum();
    let regular = run.first().is_some_and(|group| group.range.len() >= 4);
    let listed = is_list(glyphs, &run[..=grouped]);
    (regular && length >= 15 && !is_year_first(digits) && !listed).then_some(length)
}

fn is_year_first(digits: &[u8]) -> bool {
    matches!(digits, [1, 9, ..] | [2, 0, ..])
}

/// Whether eight digits can be a landline of a big city: not a round sum, nor eight times the same.
fn is_local_number(value: u64) -> bool {
    (20_000_000..90_000_000).contains(&value) && !value.is_multiple_of(10_000) && !value.is_multiple_of(11_111_111)
}

/// Public service numbers.
fn is_hotline(value: u64) -> bool {
    matches!(value, 10_000..=12_999 | 95_000..=96_999)
}

/// Whether the number is one that an office gives to everybody: 热线88888888, 客服400-800-8888. A mobile number is somebody's.
fn is_of_a_hotline(glyphs: &[Glyph], range: &Range<usize>) -> bool {
    const HOTLINES: &[&str] =
        &["热线", "客服", "总机", "客服电话", "服务电话", "投诉电话", "举报电话", "监督电话", "值班电话", "总台"];
    /// Whose it is then.
    const OWNED: &[&str] = &["我", "屋企", "私人", "家", "佢", "本人"];
    const MOBILE: usize = 11;
    let is_joint = |at: &usize| {
        !self::at(glyphs, *at).is_alphanumeric() || matches!(self::at(glyphs, *at), '是' | '系' | '打' | '拨')
    };
    let word = range.start - (0..range.start).rev().take(3).take_while(is_joint).count();
    let digits: Vec<u8> = range.clone().filter_map(|at| glyphs[at].digit).collect();
    let is_mobile = digits.len() >= MOBILE && digits[digits.len() - MOBILE] == 1;
    ends_with_any(glyphs, word, HOTLINES) && !is_mobile && !is_near(glyphs, word, 8, OWNED)
}

fn is_emergency(value: u64) -> bool {
    matches!(value, 110..=122 | 999)
}

/// Whether a word for calling, or a sign of it, stands shortly before.
pub fn asks_to_call(glyphs: &[Glyph], start: usize) -> bool {
    const WORDS: &[&str] = &[
        "电话", "電話", "手机", "手機", "短号", "致电", "拨打", "来电", "联系", "聯繫", "座机", "号码", "固话", "call",
        "tel", "phone", "mob", "cell", "拨", "☎", "📞", "📱", "☏", "📲", "尾号", "短信", "咨询",
    ];
    /// Only directly before the number.
    const CALLING: &[&str] = &["打", "揾我", "揾佢", "call我", "打俾我", "打给我"];
    is_near(glyphs, start, 10, WORDS) || ends_with_any(glyphs, start, CALLING)
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
