//! Finds dates of birth: a date beside a word for being born, in the calendars that people here use. Knows dates; not whose
//! they are.

use std::sync::LazyLock;

use super::glyphs::{Glyph, at, before, begins_with, begins_with_any, is_near, span};
use super::words::Words;
use super::{Hit, HitKind};

/// Words for being born, and for the day.
const BORN: &str = "出生 出世 降生 诞生 诞辰 生辰 生于 生人 落地 birthday birth born dob d.o.b";

/// The day once a year: a party of that day is nobody's birth.
const BIRTHDAY: &str = "生日";
const PARTY: &[&str] =
    &["会", "宴", "派对", "活动", "歌", "party", "聚", "面", "祝福", "愿望", "晚会", "茶话", "快乐", "蛋糕", "礼物"];

/// What births are counted as: 出生率 is nobody's.
const OF_ALL: &[&str] = &["率", "人口", "证明", "缺陷", "登记"];

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::starting(&[BORN, BIRTHDAY]));

/// What may stand between a word and the date behind it.
const LEADING: &str = "是系为在于on期日年月时间纸写上嘅的就都为乃：:，,（()）“”\"'=- ．.农历阴阳公新旧历我佢他她今";
/// What may stand between a date and the word behind it.
const TRAILING: &str = "的嘅是系我佢他她当日那嗰天时分，,（()） “”早晚上午下凌晨子丑寅卯辰巳午未申酉戌亥";

/// Adds the dates of birth that `glyphs` hold.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    const FURTHEST: usize = 12;
    let mut here = 0;
    let mut dates: Option<Vec<Date>> = None;
    while here < glyphs.len() {
        let Some(length) = word_at(glyphs, here) else {
            here += 1;
            continue;
        };
        let dates = dates.get_or_insert_with(|| dates_of(glyphs));
        let (start, end) = (here, here + length);
        let gap = |from: usize, to: usize, set: &str| {
            let mut depth = 0;
            to - from <= FURTHEST
                && glyphs[from..to].iter().all(|glyph| {
                    depth += i32::from(matches!(glyph.c, '(' | '（')) - i32::from(matches!(glyph.c, ')' | '）'));
                    depth > 0 || set.contains(glyph.c)
                })
        };
        let behind = dates.iter().find(|date| date.start >= end && date.start - end <= FURTHEST);
        let ahead = dates.iter().rev().find(|date| date.end <= start && start - date.end <= FURTHEST);
        let is_day = begins_with(glyphs, here, BIRTHDAY);
        let is_bare = length == 1;
        if let Some(end) = is_day.then(|| month_and_day(glyphs, end)).flatten() {
            hits.push(Hit { kind: HitKind::BirthDate, span: span(glyphs, start..end) });
            here = end;
            continue;
        }
        if let Some(date) = behind.filter(|date| {
            (!is_bare || date.is_whole()) && date.is_birth(date.start - end) && gap(end, date.start, LEADING)
        }) {
            hits.push(Hit { kind: HitKind::BirthDate, span: span(glyphs, start..date.end) });
        } else if let Some(date) = ahead.filter(|date| {
            let near = start - date.end;
            // Between a date and a verb anybody may be named: `3月5日我在广州出生`.
            let links = gap(date.end, start, TRAILING)
                || (!is_day && !is_bare && near <= 6 && !stops(&glyphs[date.end..start]));
            date.is_birth(near) && links
        }) {
            hits.push(Hit { kind: HitKind::BirthDate, span: span(glyphs, date.start..end) });
        }
        here = end;
    }
    find_ages(glyphs, &mut dates, hits);
}

/// The end of the month and day behind 生日 that are written without their words: 生日5.18.
fn month_and_day(glyphs: &[Glyph], word: usize) -> Option<usize> {
    let joints =
        (word..).take(3).take_while(|at| matches!(self::at(glyphs, *at), ':' | '：' | ' ' | '是' | '系')).count();
    let number = |from: usize| -> Option<(u32, usize)> {
        let length = (from..).take(3).take_while(|at| self::at(glyphs, *at).is_ascii_digit()).count();
        let digits: String = (from..from + length).map(|at| self::at(glyphs, at)).collect();
        Some((digits.parse().ok().filter(|_| length <= 2)?, from + length))
    };
    let (month, sign) = number(word + joints)?;
    let (day, end) = number(sign + 1)?;
    let is_date = (1..=12).contains(&month) && (1..=31).contains(&day) && matches!(at(glyphs, sign), '.' | '/' | '-');
    let goes_on = at(glyphs, end).is_ascii_alphanumeric()
        || matches!(at(glyphs, end), '.' | '/' | '-' | '元' | '米' | '寸' | '万');
    (is_date && !goes_on).then_some(end)
}

/// Adds the days on which somebody reaches an age: `3月12日满七十岁`, `五月初八是我七十大寿`, `下个月7号就80岁了`.
fn find_ages(glyphs: &[Glyph], dates: &mut Option<Vec<Date>>, hits: &mut Vec<Hit>) {
    const FURTHEST: usize = 8;
    const WHOSE: &[&str] =
        &["我", "佢", "本人", "老伴", "老公", "老婆", "阿妈", "阿爸", "阿嫲", "婆婆", "爷爷", "奶奶"];
    /// What an age or the feast of one has where `age_reached` looks.
    const MARKS: &str = "岁了啦喇十大寿做满百周对出";
    for here in (0..glyphs.len()).filter(|here| MARKS.contains(at(glyphs, *here))) {
        let Some((start, end)) = age_reached(glyphs, here) else { continue };
        let dates = dates.get_or_insert_with(|| dates_of(glyphs));
        let date = dates.iter().rev().find(|date| date.end <= start && start - date.end <= FURTHEST);
        let is_bound = |gap: &[Glyph]| {
            stops_at_bound(gap)
                || gap.iter().any(|glyph| matches!(glyph.c, '。' | '；' | '！' | '前' | '后' | '起' | '止'))
        };
        // 我今年十月满六十: of somebody who is named a month is enough.
        let is_told = |date: &Date, start: usize| {
            let is_somebodys = start - date.end <= 2 && is_near(glyphs, date.start, 6, WHOSE);
            date.month && date.day || date.feast || date.month && is_somebodys
        };
        if let Some(date) = date.filter(|date| is_told(date, start) && !is_bound(&glyphs[date.end..start])) {
            hits.push(Hit { kind: HitKind::BirthDate, span: span(glyphs, date.start..end) });
        }
    }
}

/// Where the words for reaching an age begin and end whose last character is here.
fn age_reached(glyphs: &[Glyph], here: usize) -> Option<(usize, usize)> {
    /// Feasts of one age: 七十大寿, 满月, 对岁.
    const FEASTS: &[&str] = &["大寿", "寿辰", "寿宴", "做寿", "满月", "百日", "周岁", "对岁", "出月"];
    /// Whose age is spoken of, or that it is reached.
    const REACHED: &[&str] = &[
        "满", "就", "就要", "足", "到", "够", "整", "刚", "踏入", "过", "是", "系", "我", "佢", "他", "她", "老伴",
        "妈", "爸", "婆", "公", "爷", "奶", "仔", "女", "儿", "孙", "嫲",
    ];
    /// A condition, or a group of people: 满七十岁的老人.
    const OF_MANY: &[&str] = &[
        "以上", "以下", "及", "或", "至", "到", "以内", "以前", "的", "老人", "长者", "才", "可", "者", "组", "居民",
        "儿童", "左右", "起", "方", "即", "即可", "嘅", "人",
    ];
    // 我就八十了, 满八十
    let is_spoken = before(glyphs, here) == '十' && matches!(at(glyphs, here), '了' | '啦' | '喇')
        || at(glyphs, here) == '十'
            && !at(glyphs, here + 1).is_alphanumeric()
            && is_near(glyphs, here, 3, &["满", "足", "踏入"]);
    if at(glyphs, here) == '岁' || is_spoken {
        let end = here + 1;
        let is_bare = at(glyphs, here) == '十';
        let begin = if is_bare { end } else { here - usize::from(before(glyphs, here) == '周') };
        let is_part = |at: &usize| is_numeral(glyphs, *at) || self::at(glyphs, *at) == '百';
        let length = (0..begin).rev().take_while(is_part).count();
        let start = begin - length;
        let reached = REACHED.iter().any(|word| super::glyphs::ends_with(glyphs, start, word));
        return (length > 0 && reached && !begins_with_any(glyphs, end, OF_MANY)).then_some((start, end));
    }
    let feast = FEASTS.iter().find(|word| begins_with(glyphs, here, word))?;
    let end = here + feast.chars().count();
    (!begins_with_any(glyphs, end, &["的老", "老人", "长者", "宴会", "活动"])).then_some((here, end))
}

fn stops_at_bound(gap: &[Glyph]) -> bool {
    /// Whoever takes part then is nobody in particular: 3月12日为七十岁.
    const FOR: &[char] = &['为', '给', '请', '办', '组', '开', '举', '凡', '限'];
    gap.iter().any(|glyph| FOR.contains(&glyph.c))
}

fn stops(gap: &[Glyph]) -> bool {
    let is_bound = gap
        .iter()
        .find(|glyph| !matches!(glyph.c, '以' | '之' | ' '))
        .is_some_and(|glyph| matches!(glyph.c, '前' | '后'));
    // Whoever was born before a year is nobody in particular.
    is_bound || gap.iter().any(|glyph| matches!(glyph.c, '。' | '！' | '!' | '？' | '?' | '；' | ';' | '，' | ','))
}

/// The length of the word for being born that begins here.
fn word_at(glyphs: &[Glyph], here: usize) -> Option<usize> {
    if !matches!(at(glyphs, here), '出' | '生' | '诞' | '降' | '落' | 'b' | 'd') {
        return None;
    }
    // 出生人口: what 出生 is not, its 生 is not either.
    if at(glyphs, here) == '生' && before(glyphs, here) == '出' {
        return None;
    }
    if let Some(length) = WORDS.at(glyphs, here) {
        let is_party = begins_with(glyphs, here, BIRTHDAY) && begins_with_any(glyphs, here + length, PARTY)
            || begins_with_any(glyphs, here + length, OF_ALL);
        let inside = at(glyphs, here).is_ascii_alphabetic() && before(glyphs, here).is_ascii_alphabetic();
        return (!is_party && !inside).then_some(length);
    }
    // `八月初二生`, `2015年3月生的`.
    let ends = !at(glyphs, here + 1).is_alphanumeric()
        || matches!(at(glyphs, here + 1), '的' | '嘅' | '人' | '㗎' | '嘎' | '噶' | '啊' | '呀' | '嘛' | '了' | '哦');
    (at(glyphs, here) == '生' && ends).then_some(1)
}

/// Years were counted from these.
const ERAS: &[&str] = &["民国", "昭和", "大正", "明治", "光绪", "宣统"];

/// A date in a text, and which of its parts are written.
struct Date {
    start: usize,
    end: usize,
    year: bool,
    month: bool,
    day: bool,
    feast: bool,
}

impl Date {
    fn note(&mut self, year: bool, month: bool, day: bool) {
        self.year |= year;
        self.month |= month;
        self.day |= day;
    }

    fn is_whole(&self) -> bool {
        self.year && self.month && self.day
    }

    /// Whether it is enough to tell a birth, that far from its word.
    fn is_birth(&self, distance: usize) -> bool {
        const CLOSE: usize = 3;
        (self.month && self.day)
            || self.year && (self.month || self.feast || distance <= CLOSE)
            || self.feast && self.day
    }
}

fn dates_of(glyphs: &[Glyph]) -> Vec<Date> {
    let mut dates = Vec::new();
    let mut here = 0;
    while here < glyphs.len() {
        match date_at(glyphs, here) {
            Some(date) => {
                here = date.end.max(here + 1);
                dates.push(date);
            }
            None => here += 1,
        }
    }
    dates
}

/// The date that begins here, as far as it goes.
fn date_at(glyphs: &[Glyph], start: usize) -> Option<Date> {
    const JOINTS: &str = "-/.,，、 （()）的嘅—~";
    let mut date = Date { start, end: start, year: false, month: false, day: false, feast: false };
    let mut here = start;
    while let Some(end) = part(glyphs, here, &mut date) {
        date.end = end;
        here = end;
        let signs =
            (here..).take(3).take_while(|next| glyphs.get(*next).is_some_and(|one| JOINTS.contains(one.c))).count();
        here += signs;
    }
    (date.end > start).then_some(date)
}

/// The end of the part of a date that begins here; notes which it is.
fn part(glyphs: &[Glyph], here: usize, date: &mut Date) -> Option<usize> {
    if let Some(length) = FEAST_WORDS.at(glyphs, here) {
        date.feast = true;
        return Some(here + length + usize::from(at(glyphs, here + length) == '节'));
    }
    if !before(glyphs, here).is_ascii_alphabetic() && MONTH_WORDS.at(glyphs, here).is_some() {
        const LONGEST: usize = "september".len();
        let length = (here..).take_while(|next| at(glyphs, *next).is_ascii_alphabetic()).count();
        date.month |= length <= LONGEST;
        return (length <= LONGEST).then_some(here + length);
    }
    let (year, month, day, end) = match at(glyphs, here) {
        '正' | '冬' | '腊' if at(glyphs, here + 1) == '月' => (false, true, false, here + 2),
        // 下个月7号, 今个月12日
        '上' | '下' | '今' | '这' | '本' | '呢' => {
            let word = MONTHS_FROM_NOW.iter().find(|word| begins_with(glyphs, here, word))?;
            (false, true, false, here + word.chars().count())
        }
        c @ ('初' | '廿' | '卅') => {
            let length = numerals(glyphs, here + 1);
            if length == 0 && c == '初' {
                return None;
            }
            (false, false, true, here + 1 + length)
        }
        '民' | '昭' | '大' | '明' | '光' | '宣' if begins_with_any(glyphs, here, ERAS) => {
            let length = numerals(glyphs, here + 2);
            if length == 0 || at(glyphs, here + 2 + length) != '年' {
                return None;
            }
            (true, false, false, here + 3 + length)
        }
        c if STEMS.contains(c) && BRANCHES.contains(at(glyphs, here + 1)) && at(glyphs, here + 2) == '年' => {
            (true, false, false, here + 3)
        }
        _ => return number_part(glyphs, here, date),
    };
    date.note(year, month, day);
    Some(end)
}

/// Months that are counted from the day of the text.
const MONTHS_FROM_NOW: &[&str] = &["上月", "下月", "今月", "本月", "上个月", "下个月", "今个月", "这个月", "呢个月"];

const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// Days that have a name.
const FEASTS: &str = "冬至 中秋 元旦 国庆 端午 重阳 清明 元宵 除夕 圣诞 春节 七夕 大年 年初 年三十 立春 立夏 立秋 立冬";
const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";

static FEAST_WORDS: LazyLock<Words> = LazyLock::new(|| Words::starting(&[FEASTS]));
static MONTH_WORDS: LazyLock<Words> = LazyLock::new(|| Words::starting(&[MONTHS]));

/// The end of a year, month or day in figures or numerals.
fn number_part(glyphs: &[Glyph], here: usize, date: &mut Date) -> Option<usize> {
    let length = numerals(glyphs, here);
    let end = here + length;
    let continues = here > 0 && is_numeral(glyphs, here - 1);
    if length == 0 || continues {
        return None;
    }
    let figures: Option<u32> = glyphs[here..end].iter().try_fold(0u32, |value, glyph| {
        value.checked_mul(10)?.checked_add(u32::from(glyph.digit.filter(|one| *one <= 9)?))
    });
    let blank = |at: usize| at + usize::from(self::at(glyphs, at) == ' ');
    let sign = |at: usize| matches!(self::at(glyphs, blank(at)), '-' | '/' | '.' | '、');
    let sign_before =
        |at: usize| (1..=2).any(|back| at >= back && matches!(self::at(glyphs, at - back), '-' | '/' | '.' | '、'));
    let (year, month, day, word) = match (at(glyphs, end), length) {
        ('年', 2 | 4) if at(glyphs, end + 1) != '级' => (true, false, false, 1),
        ('月', 1..=3) => (false, true, false, 1 + usize::from(at(glyphs, end + 1) == '份')),
        ('日' | '号', 1..=3) if date.month => (false, false, true, 1),
        // 19500812
        (_, 8) if figures.is_some_and(is_whole_date) => (true, true, true, 0),
        // 380506, and 193805
        (_, 6) if figures.is_some_and(|day| [1900, 2000].iter().any(|year| is_whole_date(year * 10_000 + day))) => {
            (true, true, true, 0)
        }
        (_, 6) if figures.is_some_and(|month| is_whole_date(month * 100 + 1)) => (true, true, false, 0),
        (_, 4) if figures.is_some_and(|year| (1900..=2035).contains(&year)) => (true, false, false, 0),
        // The further parts of 1950-8-12, and 05/06/1960.
        (_, 1 | 2) if date.year && date.month && !date.day => (false, false, true, 0),
        (_, 1 | 2) if date.year && !date.month && (sign(end) || sign_before(here)) => (false, true, false, 0),
        (_, 1 | 2) if !date.year && sign(end) && has_year_behind(glyphs, end) => (false, true, true, 0),
        // 24.6.1
        (_, 1 | 2) if !date.year && sign(end) && has_two_behind(glyphs, end) => (true, false, false, 0),
        // 八月十五, 8月15: the day without its word.
        (_, 1..=3) if date.month && !date.day => (false, false, true, 0),
        _ => return None,
    };
    date.note(year, month, day);
    Some(end + word)
}

/// `/06/1960` or `/1960`.
fn has_year_behind(glyphs: &[Glyph], sign: usize) -> bool {
    let next = numerals(glyphs, sign + 1);
    let year = |at: usize| numerals(glyphs, at) == 4;
    next == 4 || (matches!(next, 1 | 2) && !at(glyphs, sign + 1 + next).is_alphanumeric() && year(sign + 2 + next))
}

/// `.6.1`
fn has_two_behind(glyphs: &[Glyph], sign: usize) -> bool {
    let month = numerals(glyphs, sign + 1);
    let next = sign + 1 + month;
    matches!(month, 1 | 2) && at(glyphs, next) == at(glyphs, sign) && matches!(numerals(glyphs, next + 1), 1 | 2)
}

fn is_whole_date(digits: u32) -> bool {
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
    (1900..=2035).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
}

fn numerals(glyphs: &[Glyph], here: usize) -> usize {
    (here..).take_while(|next| is_numeral(glyphs, *next)).count()
}

fn is_numeral(glyphs: &[Glyph], here: usize) -> bool {
    glyphs.get(here).is_some_and(|glyph| glyph.digit.is_some() || matches!(glyph.c, '十' | '拾'))
}

#[cfg(test)]
mod tests {
    use crate::privacy::HitKind;
    use crate::privacy::tests::{each_has, none_has_any};

    #[test]
    fn day_on_which_somebody_reaches_an_age_is_a_birthday() {
        each_has(
            HitKind::BirthDate,
            &[
                "今年3月12日满七十岁，想有人陪",
                "五月初八是我七十大寿，想摆一围",
                "下个月7号就80岁了，想拍张照片",
                "BB 今年三月十二号满月",
                "阿妈重阳节那天过九十大寿",
                "到9月9号我就八十了",
                "今年腊月廿三满百岁",
                "女儿生日5.18，想要蛋糕",
                "我今年十月满六十，正式退休",
            ],
        );
        none_has_any(
            &[
                "社区今年3月12日办七十岁以上老人体检",
                "到6月1日年满六十岁的可以报名",
                "5月20号前满八十岁的长者可领慰问品",
                "9月9日给八十岁老人过集体生日",
                "2023年8月15日出生人口统计宣传栏",
                "下个月12号社区义诊",
                "生日蛋糕1.5磅",
                "今年十月满六十岁的可以报名",
            ],
            &[],
        );
    }
}
