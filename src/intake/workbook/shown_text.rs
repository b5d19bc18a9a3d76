//! What a cell shows, where the file says it in words next to the value, as ods does: taken where it is the value as the
//! sheet's format writes it (`000017`, `2026.10`, 2026年11月), never where it is less than that (`1.38E+10`, `###`).

use super::format::{Shown, hundredfold, rounded};
use super::number::{self, iso_day, plain};
use crate::intake::error_words::is_error;

/// More places than a format shows; numbers without a format are cut at ten.
const MOST_PLACES: usize = 6;

/// A number by its value and what its cell shows.
pub fn number(value: &str, shown: &str) -> String {
    let Ok(number) = value.trim().parse::<f64>() else { return value.trim().to_owned() };
    let plain = plain(value.trim(), number);
    let shown = shown.trim();
    if is_word(shown) {
        return shown.to_owned();
    }
    let bare = |shown: &str| shown.replace([',', '¥', '￥', '$', '€', '£'], "").trim().to_owned();
    // Where the point is a comma: 1.200,50.
    let readings = [bare(shown), bare(&shown.replace('.', "").replace(',', "."))];
    let Some(kept) = readings.into_iter().find(|kept| agrees(&plain, kept)) else { return plain };
    // What is negative is often in brackets, without its sign.
    let bare =
        if plain.starts_with('-') { kept.strip_prefix('(').and_then(|kept| kept.strip_suffix(')')) } else { None };
    let kept = bare.map_or_else(|| kept.replace('−', "-"), |digits| format!("-{digits}"));
    // `#.##` shows no digit before the point.
    match (kept.strip_prefix('.'), kept.strip_prefix("-.")) {
        (Some(part), _) => format!("0.{part}"),
        (None, Some(part)) => format!("-0.{part}"),
        (None, None) => kept,
    }
}

/// Whether a cell with a number shows a word that is no number: a truth value, or an error, which older programs write so. `###` is
/// a number in a narrow column.
pub fn is_word(shown: &str) -> bool {
    matches!(shown, "TRUE" | "FALSE") || is_failed(shown)
}

/// Whether a cell with a number shows an error.
pub fn is_failed(shown: &str) -> bool {
    is_error(shown) && !shown.trim_matches('#').is_empty()
}

/// A number of a page by its value and what its cell shows: what looks like a day or a time is one.
pub fn number_or_day(value: &str, shown: &str) -> String {
    let marks = shown.matches(['/', '-', '.', ':', '年', '月', '日']).count();
    let is_day = marks >= 2 && !shown.contains(['E', 'e', '#']) || shown.contains(':');
    if is_day { shown.trim().to_owned() } else { number(value, shown) }
}

/// Whether the digits shown are those of the number, rounded to as many places as are shown.
fn agrees(plain: &str, shown: &str) -> bool {
    if shown.contains(['E', 'e', '\n']) || plain.contains('E') {
        return false;
    }
    let is_negative = shown.starts_with(['-', '(', '−']);
    let (sign, digits) = plain.strip_prefix('-').map_or((false, plain), |digits| (true, digits));
    let points = shown.matches('.').count();
    let seen: String = shown.chars().filter(|c| c.is_ascii_digit() || (*c == '.' && points == 1)).collect();
    let (whole, part) = seen.split_once('.').unwrap_or((&seen, ""));
    if whole.is_empty() && part.is_empty() || part.len() > MOST_PLACES || (sign && !is_negative) {
        return false;
    }
    let scaled = if shown.ends_with('%') { hundredfold(digits) } else { digits.to_owned() };
    let rounded = rounded(&scaled, part.len());
    let (own_whole, own_part) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let same_whole = own_whole.trim_start_matches('0') == whole.trim_start_matches('0');
    same_whole && own_part.trim_end_matches('0') == part.trim_end_matches('0')
}

/// A day in ISO by its value and what its cell shows: a month only, where it shows no more.
pub fn day(value: &str, shown: &str) -> String {
    let day = iso_day(value, &Shown::Day);
    let is_word = |word: &str| shown.contains(word);
    let numbers = shown.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let numbers: Vec<u32> = numbers.filter_map(|digits| digits.parse().ok()).collect();
    let mut parts = day.split(['-', ' ']).map(|part| part.parse::<u32>().unwrap_or(u32::MAX));
    let (Some(year), Some(month)) = (parts.next(), parts.next()) else { return day };
    let day_of_month = parts.next();
    // 03/26 is no day of March where the day is another.
    let may_be_short = !shown.contains(':') && day_of_month.is_some_and(|day| !numbers.contains(&day));
    let is_month = |year| numbers == [year, month] || numbers == [month, year];
    let by_digits = is_month(year) || may_be_short && is_month(year % 100);
    let by_words = numbers.is_empty() && is_word("年") && is_word("月") && !is_word("日") && !is_word("号");
    // Mar-26 is a month of 2026 also where its day is the 26th; 26-Mar is that day then.
    let is_named = shown.contains(|c: char| c.is_ascii_alphabetic());
    let may_be_day = day_of_month == Some(year % 100) && !begins_with_month(shown, month);
    let by_name = is_named && (numbers == [year] || numbers == [year % 100] && !may_be_day);
    let is_year = numbers == [year] && shown.trim().trim_end_matches('年') == year.to_string();
    match (by_digits || by_words || by_name, is_year) {
        (true, _) => format!("{year}年{month}月"),
        (false, true) => year.to_string(),
        (false, false) => day,
    }
}

/// Whether a text begins with the English name of a month, short or long.
fn begins_with_month(shown: &str, month: u32) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let name = month.checked_sub(1).and_then(|at| MONTHS.get(at as usize));
    let begin = shown.trim_start().get(..3);
    name.zip(begin).is_some_and(|(name, begin)| begin.eq_ignore_ascii_case(name))
}

/// A duration (`PT36H30M00S`, `PT49H`, `P2DT1H`) as hours, minutes and seconds, or as a moment where what is shown is its time of
/// day; `None` where it is none, or in months or years, which have no length.
pub fn time(value: &str, shown: &str) -> Option<String> {
    let value = value.trim();
    let (sign, value) = value.strip_prefix('-').map_or(("", value), |value| ("-", value));
    let mut rest = value.strip_prefix('P')?;
    let (mut seconds, mut in_day, mut has_any) = (0u64, false, false);
    while !rest.is_empty() {
        if let Some(behind) = rest.strip_prefix('T').filter(|_| !in_day) {
            (rest, in_day) = (behind, true);
            continue;
        }
        let (number, behind) = rest.split_at(rest.find(|c: char| c.is_ascii_alphabetic())?);
        let length = match (&behind[..1], in_day) {
            ("W", false) => 7 * 86_400,
            ("D", false) => 86_400,
            ("H", true) => 3600,
            ("M", true) => 60,
            ("S", true) => 1,
            (_, _) => return None,
        };
        let (whole, part) = number.split_once(['.', ',']).unwrap_or((number, "0"));
        let is_over_half = length == 1 && part.starts_with(|c: char| ('5'..='9').contains(&c));
        let count = whole.parse::<u64>().ok()?.checked_add(u64::from(is_over_half))?;
        seconds = seconds.checked_add(count.checked_mul(length)?)?;
        (rest, has_any) = (&behind[1..], true);
    }
    let hours = shown.split(|c: char| !c.is_ascii_digit()).find_map(|digits| digits.parse::<u64>().ok());
    if has_any && sign.is_empty() && seconds >= 86_400 && hours.is_some_and(|hours| hours < 24) {
        return Some(number::text(&(seconds as f64 / 86_400.0).to_string(), &Shown::Time, false));
    }
    has_any.then(|| format!("{sign}{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_is_as_shown_where_that_is_no_less() {
        for (value, shown, text) in [
            ("17", "000017", "000017"),
            ("2026.1", "2026.10", "2026.10"),
            ("1200.5", "¥1,200.50", "1200.50"),
            ("500", "500元", "500元"),
            ("13812345678", "1.38E+10", "13812345678"),
            ("13812345678", "###", "13812345678"),
            ("12.345", "12.35", "12.35"),
            ("0.123456789012", "0.123456789", "0.123456789012"),
            ("0.5", "50%", "50%"),
            ("-3", "-3.00", "-3.00"),
            ("-3", "3.00", "-3"),
            ("-3", "(3.00)", "-3.00"),
            ("-1200.5", "¥(1,200.50)", "-1200.50"),
            ("-3", "−3.0", "-3.0"),
            ("202611", "2026年11月", "2026年11月"),
            ("1", "TRUE", "TRUE"),
            ("0", "Err:508", "Err:508"),
            ("2.5", "2,5", "2.5"),
            ("2", "200,00%", "200.00%"),
            ("1200.5", "1.200,50 €", "1200.50"),
            ("0.61", ".61", "0.61"),
            ("-0.61", "-.61", "-0.61"),
            ("3", "", "3"),
        ] {
            assert_eq!(number(value, shown), text, "{value} {shown}");
        }
    }

    #[test]
    fn day_is_a_month_where_no_more_is_shown() {
        for (value, shown, text) in [
            ("2026-11-01", "2026年11月", "2026年11月"),
            ("2026-11-01T00:00:00", "11/2026", "2026年11月"),
            ("2026-11-01", "二〇二六年十一月", "2026年11月"),
            ("2026-11-05", "Nov-26", "2026年11月"),
            ("2026-11-05", "November 2026", "2026年11月"),
            ("2026-11-26", "Nov-26", "2026年11月"),
            ("2026-11-26", "Thu 26", "2026-11-26"),
            ("2026-11-05", "11/26", "2026年11月"),
            ("2026-11-05", "2026年", "2026"),
            ("2026-11-26", "11/26", "2026-11-26"),
            ("2026-11-05T11:26:00", "11:26", "2026-11-05 11:26:00"),
            ("2026-11-26", "26-Nov", "2026-11-26"),
            ("2026-11-05T10:00:00", "10:00 AM", "2026-11-05 10:00:00"),
            ("2026-11-01", "2026-11-01", "2026-11-01"),
            ("2026-11-01T10:30:00", "26/11/01", "2026-11-01 10:30:00"),
            ("2026-11-01T00:00:00.000", "", "2026-11-01"),
            ("2026-11-01T16:47:59.999999", "16:48", "2026-11-01 16:48:00"),
            ("2026-10-31T23:59:59.9999997", "2026-11-01", "2026-11-01"),
        ] {
            assert_eq!(day(value, shown), text, "{value} {shown}");
        }
    }

    #[test]
    fn duration_is_hours_minutes_and_seconds() {
        for (value, text) in [
            ("PT36H30M00S", Some("36:30:00")),
            ("PT00H05M06.700S", Some("00:05:07")),
            ("PT49H", Some("49:00:00")),
            ("P2DT1H", Some("49:00:00")),
            ("PT90M", Some("01:30:00")),
            ("-PT1H30M", Some("-01:30:00")),
            ("P1M", None),
            ("PT", None),
            ("PT1", None),
            ("PT1H2年", None),
            ("PT99999999999999999999H", None),
        ] {
            assert_eq!(time(value, "").as_deref(), text, "{value}");
        }
        for (value, shown, text) in [
            ("PT36H30M00S", "36:30", "36:30:00"),
            ("PT1109076H00M00S", "12:00", "2026-07-08 12:00:00"),
            ("PT1109076H00M00S", "12时", "2026-07-08 12:00:00"),
            ("PT16H47M59.9999S", "16:48", "16:48:00"),
        ] {
            assert_eq!(time(value, shown).as_deref(), Some(text), "{value} {shown}");
        }
    }
}
