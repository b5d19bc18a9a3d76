//! A calendar day, in every spelling that lists use (docs/design.md, section 5).

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::text::half_width;
use super::{deadline, numeral};

/// A day between 1900 and 2100.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Day(Date);

/// The text is not a date in any spelling, or lies outside 1900 to 2100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADay;

/// A parsed date: a full one, or the first of a month that was given without its day.
enum Spelling {
    Day(Date),
    Month(Date),
}

/// A span of whole days, from 1: `14d`, `14天` or `14`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days(u32);

/// The text is not a number of days from 1 to 3650.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotDays;

impl Days {
    pub fn number(self) -> u32 {
        self.0
    }
}

impl FromStr for Days {
    type Err = NotDays;

    fn from_str(text: &str) -> Result<Days, NotDays> {
        let text = half_width(text.trim());
        let number = ["days", "day", "d", "D", "天", "日"].iter().find_map(|unit| text.strip_suffix(unit));
        let days: u32 = number.unwrap_or(&text).trim().parse().map_err(|_| NotDays)?;
        if (1..=3650).contains(&days) { Ok(Days(days)) } else { Err(NotDays) }
    }
}

impl fmt::Display for NotDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no number of days from 1 to 3650, as 14d")
    }
}

impl std::error::Error for NotDays {}

impl Day {
    /// `None` outside 1900 to 2100.
    pub fn new(date: Date) -> Option<Day> {
        (1900..=2100).contains(&date.year()).then_some(Day(date))
    }

    pub fn date(self) -> Date {
        self.0
    }

    /// Parses `2021-04-09` only, as the office file stores it; fast, because a report reads millions of them.
    pub fn from_iso(text: &[u8]) -> Option<Day> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
        let number = |digits: &[&u8]| {
            digits.iter().try_fold(0_i16, |number, digit| {
                digit.is_ascii_digit().then(|| number * 10 + i16::from(**digit - b'0'))
            })
        };
        let (year, month, day) = (number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?);
        Day::new(Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?)
    }

    /// The day this many days later; `None` after 2100.
    pub fn after(self, days: i64) -> Option<Day> {
        let later = jiff::Span::new().try_days(days).and_then(|days| self.0.checked_add(days));
        later.ok().and_then(Day::new)
    }

    /// The day this many days earlier; at the earliest 1900-01-01.
    pub fn before(self, days: i64) -> Day {
        let earlier = jiff::Span::new().try_days(days).and_then(|days| self.0.checked_sub(days));
        earlier.ok().and_then(Day::new).unwrap_or(Day(jiff::civil::date(1900, 1, 1)))
    }

    /// Like `from_str`, except that a month without a day means its last day: a deadline runs to the end of the month.
    pub fn parse_deadline(text: &str) -> Result<Day, NotADay> {
        match parse_spelling(deadline::without_before(text)) {
            Some(Spelling::Day(date)) => Day::new(date),
            Some(Spelling::Month(date)) => Day::new(date.last_of_month()),
            None => deadline::last_day(text),
        }
        .ok_or(NotADay)
    }
}

impl FromStr for Day {
    type Err = NotADay;

    /// A month without a day means its first day.
    fn from_str(text: &str) -> Result<Day, NotADay> {
        if let Some(day) = Day::from_iso(text.as_bytes()) {
            return Ok(day);
        }
        match parse_spelling(text).ok_or(NotADay)? {
            Spelling::Day(date) | Spelling::Month(date) => Day::new(date).ok_or(NotADay),
        }
    }
}

impl From<Day> for String {
    fn from(value: Day) -> String {
        value.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Day, NotADay> {
        text.parse()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Digit by digit: a bulk import writes a million dates, and `write!` takes several times as long.
        let digit = |number: u16| b'0' + (number % 10) as u8;
        let (year, month, day) = (
            self.0.year().unsigned_abs(),
            u16::from(self.0.month().unsigned_abs()),
            u16::from(self.0.day().unsigned_abs()),
        );
        let [y1, y2, y3, y4] = [year / 1000, year / 100, year / 10, year].map(digit);
        let [m1, m2, d1, d2] = [month / 10, month, day / 10, day].map(digit);
        let text = [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2];
        f.write_str(std::str::from_utf8(&text).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date")
    }
}

impl std::error::Error for NotADay {}

fn parse_spelling(text: &str) -> Option<Spelling> {
    let text = half_width(text);
    let text = without_weekday(text.trim());
    let text = text.strip_suffix(['.', '。']).unwrap_or(text);
    if let Some(text) = in_digits(text) {
        return parse_spelling(&text);
    }
    let (first, rest) = digits(text);
    match first.len() {
        0 => of_script(text),
        1 | 2 => with_named_month(first, rest),
        4 => separated(first, rest),
        8 => compact(first, rest),
        5 => serial(first, rest),
        _ => None,
    }
}

/// `2026/3/1(周日)`, `2026年3月1日 星期日`.
fn without_weekday(text: &str) -> &str {
    let inside = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let is_weekday = |word: &str| {
        let day = ["周", "星期", "礼拜"].iter().find_map(|before| word.trim().strip_prefix(before));
        day.is_some_and(|day| {
            day.chars().count() == 1 && day.contains(['一', '二', '三', '四', '五', '六', '日', '天'])
        })
    };
    match inside.or_else(|| text.rsplit_once(' ')) {
        Some((day, word)) if is_weekday(word) => day.trim_end(),
        _ => text,
    }
}

/// `二〇二六年三月十一日` and `三月十日` in digits; `None` for what is written in digits, and for other texts.
pub fn in_digits(text: &str) -> Option<String> {
    let (year, rest) = text.split_once('年').map_or((None, text), |(year, rest)| (Some(year), rest));
    if !rest.contains('月') || rest.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let in_digits = |c: char| if c.is_ascii_digit() { Some(c) } else { digit(c) };
    let year = year.map(|year| year.trim().chars().map(in_digits).collect::<Option<String>>());
    let year = match year {
        Some(year) => format!("{}年", year.filter(|year| year.len() == 4)?),
        None => String::new(),
    };
    let number =
        |text: &str| numeral::leading(text.trim()).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| number);
    let (month, day) = rest.split_once('月')?;
    let month = number(month)?;
    if day.trim().is_empty() {
        return Some(format!("{year}{month}月"));
    }
    Some(format!("{year}{month}月{}日", number(day.trim().strip_suffix(['日', '号'])?)?))
}

fn digit(c: char) -> Option<char> {
    const DIGITS: [&str; 10] = ["零〇○Ｏ", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    ('0'..='9').zip(DIGITS).find(|(_, signs)| signs.contains(c)).map(|(digit, _)| digit)
}

/// `2021-04-09`, `2021/4/9`, `2021.4.9`, `2021年4月9日`, or any of these without the day. A full date may
/// be followed by a time of day.
fn separated(year: &str, rest: &str) -> Option<Spelling> {
    let (mark, rest) = mark(rest, &['-', '/', '.', '年'])?;
    let (month, rest) = digits(rest.trim_start());
    let after = if mark == '年' { rest.trim_start().strip_prefix('月')? } else { rest };
    let first = date(year, month, "1")?;
    if after.trim().is_empty() {
        return Some(Spelling::Month(first));
    }
    let after = if mark == '年' { after } else { after.strip_prefix(mark)? };
    let (day, rest) = digits(after.trim_start());
    let rest = if mark == '年' { rest.trim_start() } else { rest };
    let rest = rest.strip_prefix(['日', '号']).unwrap_or(rest);
    let time = clock(rest);
    is_time(&time).then_some(())?;
    here(date(year, month, day)?, &time)
}

/// `9-Apr-21`, `9-Apr-2021`, as spreadsheets show days in English; a year of two digits is read as they read it.
fn with_named_month(day: &str, rest: &str) -> Option<Spelling> {
    let (mark, rest) = mark(rest, &['-', '/', ' '])?;
    let (month, year) = rest.split_once(mark)?;
    let month = month_named(month)?;
    let year = match (year.len(), year.parse::<i16>().ok()?) {
        (2, year) if year < 30 => 2000 + year,
        (2, year) => 1900 + year,
        (4, year) => year,
        _ => return None,
    };
    date(&year.to_string(), &month.to_string(), day).map(Spelling::Day)
}

/// The number of a month by its short English name.
fn month_named(name: &str) -> Option<usize> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    MONTHS.iter().position(|month| name.eq_ignore_ascii_case(month)).map(|at| at + 1)
}

/// A moment as the scripts of pages write it: `Fri Apr 09 2021 16:00:00 GMT+0800 (CST)`, `Fri, 09 Apr 2021 16:00:00 GMT`.
fn of_script(text: &str) -> Option<Spelling> {
    const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let [weekday, first, second, year, time, zone, ..] = words[..] else { return None };
    let (month, day) = month_named(first).map_or((month_named(second), first), |month| (Some(month), second));
    let time = clock(&format!("{time} {zone}")).into_owned();
    (WEEKDAYS.contains(&weekday.trim_end_matches(',')) && year.len() == 4 && is_time(&time)).then_some(())?;
    here(date(year, &month?.to_string(), day)?, &time)
}

/// `20210409`, `20210409T160000Z`.
fn compact(all: &str, rest: &str) -> Option<Spelling> {
    let time = clock(rest);
    is_time(&time).then_some(())?;
    here(date(&all[..4], &all[4..6], &all[6..])?, &time)
}

/// A time of day behind a date in capitals (`t16:00:00z`), and with colons where it has none (`T160000Z`).
fn clock(rest: &str) -> Cow<'_, str> {
    let rest = if rest.bytes().any(|byte| byte.is_ascii_lowercase()) {
        Cow::Owned(rest.to_ascii_uppercase())
    } else {
        Cow::Borrowed(rest)
    };
    let Some(time) = rest.strip_prefix('T') else { return rest };
    let (digits, behind) = digits(time);
    match digits.len() {
        4 => format!("T{}:{}{behind}", &digits[..2], &digits[2..]).into(),
        6 => format!("T{}:{}:{}{behind}", &digits[..2], &digits[2..4], &digits[4..]).into(),
        _ => rest,
    }
}

/// The day that it is in Guangzhou: a time of day with a zone of its own (`T16:00:00Z`) may be another day here.
fn here(date: Date, rest: &str) -> Option<Spelling> {
    const GUANGZHOU: i64 = 8 * 60;
    let Some((minutes, zone)) = zoned(rest) else { return Some(Spelling::Day(date)) };
    let days = (minutes - zone + GUANGZHOU).div_euclid(24 * 60);
    let days = jiff::Span::new().try_days(days).ok()?;
    date.checked_add(days).ok().map(Spelling::Day)
}

/// The minutes of a time of day, and those of its zone ahead of UTC; `None` where it has no zone.
fn zoned(rest: &str) -> Option<(i64, i64)> {
    let time = rest.trim().trim_start_matches('T');
    let (hours, after) = digits(time);
    let (minutes, after) = digits(after.strip_prefix(':')?);
    let minutes = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?;
    let zone = after.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ' '));
    let zone = zone.trim_start_matches("UTC").trim_start_matches("GMT");
    if matches!(zone, "" | "Z") {
        return (zone == "Z" || after.contains(['U', 'G'])).then_some((minutes, 0));
    }
    let (sign, zone) = match zone.split_at_checked(1)? {
        ("+", zone) => (1, zone),
        ("-", zone) => (-1, zone),
        _ => return None,
    };
    let zone: String = zone.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes_ahead) = zone.split_at_checked(2).unwrap_or((&zone, ""));
    let ahead = hours.parse::<i64>().ok()? * 60 + minutes_ahead.parse::<i64>().unwrap_or(0);
    Some((minutes, sign * ahead))
}

/// `44295`, `44295.5`: a spreadsheet's serial day number (1900 system); the fraction is the time of day.
fn serial(days: &str, rest: &str) -> Option<Spelling> {
    if !rest.is_empty() && !rest.strip_prefix('.').is_some_and(|part| part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let epoch = Date::new(1899, 12, 30).ok()?;
    let days = jiff::Span::new().try_days(days.parse::<i64>().ok()?).ok()?;
    Some(Spelling::Day(epoch.checked_add(days).ok()?))
}

/// Splits off the leading ASCII digits.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_digit).count())
}

fn mark<'a>(text: &'a str, marks: &[char]) -> Option<(char, &'a str)> {
    let text = text.trim_start();
    let first = text.chars().next().filter(|c| marks.contains(c))?;
    Some((first, &text[first.len_utf8()..]))
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    if month.is_empty() || month.len() > 2 || day.is_empty() || day.len() > 2 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Whether the text is empty, or a time of day as spreadsheets and programs write it: ` 10:32:05`, `T10:32`, ` 10时32分`.
fn is_time(rest: &str) -> bool {
    let rest = rest.trim();
    let rest = rest.strip_prefix('T').unwrap_or(rest);
    let rest = rest.strip_prefix("上午").or_else(|| rest.strip_prefix("下午")).unwrap_or(rest).trim_start();
    if rest.is_empty() {
        return true;
    }
    let (hour, after) = digits(rest);
    let is_time_char = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                ':' | '.' | '时' | '点' | '分' | '秒' | '+' | '-' | 'Z' | ' ' | 'A' | 'P' | 'M' | 'U' | 'T' | 'C' | 'G'
            )
    };
    matches!(hour.len(), 1 | 2) && after.starts_with([':', '时', '点']) && after.chars().all(is_time_char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_with_their_unit_and_without() {
        for text in ["14d", "14天", "14", " １４ 天", "14 days"] {
            assert_eq!(text.parse::<Days>().map(Days::number), Ok(14), "{text}");
        }
        for text in ["", "d", "0", "-1", "4000", "两周"] {
            assert_eq!(text.parse::<Days>(), Err(NotDays), "{text}");
        }
    }
    use proptest::prelude::*;

    #[test]
    fn day_is_read_in_every_spelling() {
        for text in [
            "2021-04-09",
            "2021/4/9",
            "2021.4.9",
            "20210409",
            "2021年4月9日",
            "2021年04月09日",
            "2021 年 4 月 9 日",
            "2021年4月9号",
            "44295",
            "44295.0",
            "44295.4392",
            "２０２１-０４-０９",
            "２０２１／４／９",
            "2021-04-09 10:32:05",
            "2021/4/9 10:32",
            "2021-04-09T10:32:05+08:00",
            "2021年4月9日 10时32分",
            " 2021-4-9 ",
            "2021-04-09 00:00:00.000",
            "2021/4/9（周五）",
            "2021年4月9日 星期五",
            "二〇二一年四月九日",
            "二○二一年四月九号",
            "2021.04.09.",
            "2021年4月9日下午3点",
            "9-Apr-21",
            "09-Apr-2021",
        ] {
            assert_eq!(text.parse::<Day>().map(|day| day.to_string()), Ok("2021-04-09".to_owned()), "{text}");
        }
    }

    #[test]
    fn time_with_a_zone_is_a_day_in_guangzhou() {
        for (text, day) in [
            ("2026-03-01T16:00:00.000Z", "2026-03-02"),
            ("2026-03-01T16:00:00+00:00", "2026-03-02"),
            ("2026-03-01T15:59:59Z", "2026-03-01"),
            ("2026-03-01 23:30:00 UTC", "2026-03-02"),
            ("2026-03-02T00:00:00+08:00", "2026-03-02"),
            ("2026-03-01T12:00:00-0500", "2026-03-02"),
            ("2026-03-02T00:30+09:00", "2026-03-01"),
            ("2026-03-01 16:00:00", "2026-03-01"),
            ("2026-03-01t16:00:00z", "2026-03-02"),
            ("20260301T160000Z", "2026-03-02"),
            ("20260301T1559Z", "2026-03-01"),
            ("2026-03-01 20:00:00 GMT-5", "2026-03-02"),
            ("Sun Mar 01 2026 16:00:00 GMT+0000 (Coordinated Universal Time)", "2026-03-02"),
            ("Sun Mar 01 2026 16:00:00 GMT+0800 (中国标准时间)", "2026-03-01"),
            ("Sun, 01 Mar 2026 16:00:00 GMT", "2026-03-02"),
        ] {
            assert_eq!(text.parse::<Day>().map(|day| day.to_string()), Ok(day.to_owned()), "{text}");
        }
    }

    #[test]
    fn month_without_day_is_its_first_day_and_as_a_deadline_its_last() {
        for text in ["2021年4月", "2021-04", "2021.4", "2021/04", "2021年04月 "] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), "2021-04-01", "{text}");
            assert_eq!(Day::parse_deadline(text).unwrap().to_string(), "2021-04-30", "{text}");
        }
        assert_eq!(Day::parse_deadline("2021-04-09").unwrap().to_string(), "2021-04-09");
    }

    #[test]
    fn text_that_is_not_a_date_is_refused() {
        for text in [
            "",
            "2021年13月4日",
            "2021-02-29",
            "2021",
            "4月9日",
            "2021-4-9-1",
            "2021-4/9",
            "20211304",
            "下周",
            "1899-12-31",
            "2101-01-01",
            "2021-04-09 左右",
            "99999",
            "44295.x",
            "2021-004-09",
            "4.4E+04",
            "2021年4",
            "2021-",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }

    proptest! {
        #[test]
        fn displayed_day_parses_to_itself(year in 1900i16..=2100, month in 1i8..=12, day in 1i8..=28) {
            let day = Day::new(Date::new(year, month, day).unwrap()).unwrap();
            prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
        }
    }
}
