//! Numbers as the spreadsheet shows them: digits as typed, days as days. A number that has lost digits already (those
//! behind the fifteenth) is written as the spreadsheet shows it, in scientific notation, so that the loss is seen.
//!
//! `calamine` returns a number as `f64` or as a date, and does not say by which code (`format`) it is shown.

use jiff::civil::{Date, DateTime, date};
use jiff::{Span, ToSpan, Unit};

use super::format::Shown;

/// The largest number whose digits a spreadsheet keeps.
const EXACT: f64 = 1e15;
/// 9999-12-31.
const LAST_DAY: f64 = 2_958_466.0;

/// A cell's number as text.
pub fn text(raw: &str, shown: &Shown, from_1904: bool) -> String {
    let raw = raw.trim();
    let Ok(number) = raw.parse::<f64>() else { return raw.to_owned() };
    match shown.of(number) {
        Shown::Digits(pattern) if pattern.is_plain() && number.fract() == 0.0 => plain(raw, number),
        Shown::Digits(pattern) if number.abs() < EXACT => pattern.place(&plain(raw, number)),
        Shown::General | Shown::Digits(_) | Shown::Choice(_) => plain(raw, number),
        day_or_time => day(number, day_or_time, from_1904).unwrap_or_else(|| plain(raw, number)),
    }
}

/// A day in ISO, as its cell shows it.
pub fn iso_day(text: &str, shown: &Shown) -> String {
    let rounded = in_seconds(text.trim());
    let text = rounded.as_deref().unwrap_or(text.trim());
    let whole = text.find("T00:00:00").filter(|at| text[at + 9..].bytes().all(|byte| matches!(byte, b'.' | b'0')));
    let day = whole.map_or(text, |at| &text[..at]);
    let mut parts = day.split('-');
    match (shown, parts.next(), parts.next().map(|month| month.trim_start_matches('0'))) {
        (Shown::Month, Some(year), Some(month)) => format!("{year}年{month}月"),
        (Shown::Year, Some(year), _) => year.to_owned(),
        (_, _, _) => day.replacen('T', " ", 1),
    }
}

/// A moment with parts of a second, as spreadsheets write what a float makes of a time, to the second that it shows.
fn in_seconds(text: &str) -> Option<String> {
    text.contains('.').then_some(())?;
    let moment = text.parse::<DateTime>().ok()?.round(Unit::Second).ok()?;
    Some(moment.strftime("%Y-%m-%dT%H:%M:%S").to_string())
}

/// A number without a format of its own.
pub fn plain(raw: &str, number: f64) -> String {
    let is_plain = raw.len() <= 15 && raw.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain && (raw.len() == 1 || !raw.starts_with('0')) {
        return raw.to_owned();
    }
    if !number.is_finite() {
        return raw.to_owned();
    }
    if number.abs() >= EXACT {
        return format!("{number:.14E}").replace('E', "E+");
    }
    // Fifteen digits, as the spreadsheet shows them: 0.1 + 0.2 is 0.3.
    let digits = format!("{number:.14e}").parse::<f64>().unwrap_or(number);
    if digits == 0.0 { "0".to_owned() } else { digits.to_string() }
}

/// A serial number as a day, with its time where it has one; `None` where it is not a day.
fn day(number: f64, shown: &Shown, from_1904: bool) -> Option<String> {
    if !(0.0..LAST_DAY).contains(&number) {
        return None;
    }
    let seconds = (number.fract() * 86_400.0).round() as i64;
    let days = number.trunc() as i64 + seconds / 86_400;
    let seconds = seconds % 86_400;
    let time = |hours: i64| format!("{:02}:{:02}:{:02}", hours + seconds / 3600, seconds / 60 % 60, seconds % 60);
    if *shown == Shown::Elapsed {
        return Some(time(days * 24));
    }
    if days == 0 && (*shown == Shown::Time || (seconds > 0 && !from_1904)) {
        return Some(time(0));
    }
    let day = day_of(days, from_1904)?;
    Some(match (shown, seconds) {
        (Shown::Month, _) => format!("{}年{}月", day.year(), day.month()),
        (Shown::Year, _) => day.year().to_string(),
        (_, 0) => day.to_string(),
        (_, _) => format!("{day} {}", time(0)),
    })
}

/// Day 60 of books that count from 1900 is a 29 February 1900, which did not exist.
fn day_of(days: i64, from_1904: bool) -> Option<Date> {
    let (first, days) = match (from_1904, days) {
        (true, days) => (date(1904, 1, 1), days),
        (false, days) if days < 60 => (date(1899, 12, 31), days),
        (false, days) => (date(1899, 12, 30), days),
    };
    let span: Span = days.days();
    first.checked_add(span).ok()
}

#[cfg(test)]
mod tests {
    use super::super::format;
    use super::*;

    #[test]
    fn number_is_written_as_the_spreadsheet_shows_it() {
        for (raw, shown) in [
            ("13812345678", "13812345678"),
            ("13812345678.0", "13812345678"),
            ("1.3812345678E10", "13812345678"),
            ("500", "500"),
            ("0.30000000000000004", "0.3"),
            ("-1200.5", "-1200.5"),
            ("007", "7"),
            ("0", "0"),
            ("440103199001011234", "4.40103199001011E+17"),
            ("999999999999999", "999999999999999"),
            ("NaN", "NaN"),
            ("x", "x"),
        ] {
            assert_eq!(text(raw, &Shown::General, false), shown, "{raw}");
        }
        for (code, raw, shown) in [
            ("000000", "17", "000017"),
            ("0.00", "2026.1", "2026.10"),
            ("0", "13812345678", "13812345678"),
            ("000", "440103199001011234", "4.40103199001011E+17"),
            ("[h]:mm", "1.5", "36:00:00"),
            ("h:mm", "0", "00:00:00"),
            ("yyyy", "44295", "2021"),
        ] {
            assert_eq!(text(raw, &format::shown(code), false), shown, "{code} {raw}");
        }
    }

    #[test]
    fn serial_number_is_a_day_of_its_book() {
        for (raw, from_1904, shown) in [
            ("44295", false, "2021-04-09"),
            ("42833", true, "2021-04-09"),
            ("44295.4375", false, "2021-04-09 10:30:00"),
            ("1", false, "1900-01-01"),
            ("59", false, "1900-02-28"),
            ("61", false, "1900-03-01"),
            ("0.5", false, "12:00:00"),
            ("44295.999999", false, "2021-04-10"),
            ("99999999", false, "99999999"),
        ] {
            assert_eq!(text(raw, &Shown::Day, from_1904), shown, "{raw}");
        }
        assert_eq!(text("44287", &Shown::Month, false), "2021年4月");
    }
}
