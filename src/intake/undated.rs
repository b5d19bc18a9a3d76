//! Days that a list writes without their year (3月5日): they are of the year that stands above the list, else of the campaign.

use super::cells::Cells;
use crate::model::day::{Day, in_digits};
use crate::model::text::half_width;

/// The years that such days may be of.
#[derive(Debug, Clone, Copy, Default)]
pub struct Years {
    /// The one year that the rows above the header name.
    title: Option<i16>,
    /// The first and the last day of the campaign.
    campaign: Option<(Day, Day)>,
}

impl Years {
    /// `above` are the rows above the header.
    pub fn of<'a>(above: impl Iterator<Item = &'a Cells>, campaign: Option<(Day, Day)>) -> Years {
        let mut named: Vec<i16> = above.flat_map(|cells| cells.iter().flat_map(years_in).collect::<Vec<_>>()).collect();
        named.sort_unstable();
        named.dedup();
        let title = if let [one] = named.as_slice() { Some(*one) } else { None };
        Years { title, campaign }
    }

    /// The day that a text without a year means; `None` where nothing says which, or where several would do.
    pub fn day(&self, text: &str, read: impl Fn(&str) -> Option<Day>) -> Option<Day> {
        let text = half_width(text);
        let text = in_digits(text.trim()).unwrap_or_else(|| text.trim().to_owned());
        if let Some(day) = self.of_short_year(&text, &read) {
            return Some(day);
        }
        if !begins_with_month(&text) {
            return None;
        }
        let of = |year: i16| read(&format!("{year}年{text}"));
        if let Some(year) = self.title {
            return of(year);
        }
        let (from, until) = self.campaign?;
        let (first, last) = (from.date().year(), until.date().year());
        if first == last {
            return of(first);
        }
        let mut fitting = (first..=last).filter_map(of).filter(|day| (from..=until).contains(day));
        let day = fitting.next()?;
        fitting.next().is_none().then_some(day)
    }

    /// `26.3.5`: the year is one that the list or the campaign is of.
    fn of_short_year(&self, text: &str, read: impl Fn(&str) -> Option<Day>) -> Option<Day> {
        let parts: Vec<&str> = text.split(['.', '-', '/']).collect();
        let is_number = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if parts.len() != 3 || !parts.iter().all(is_number) || parts[0].len() != 2 {
            return None;
        }
        let day = read(&format!("20{}-{}-{}", parts[0], parts[1], parts[2]))?;
        let year = day.date().year();
        let is_of_campaign = |(from, until): (Day, Day)| (from.date().year()..=until.date().year()).contains(&year);
        (self.title == Some(year) || self.campaign.is_some_and(is_of_campaign)).then_some(day)
    }
}

/// `3月5日`, `12月`.
fn begins_with_month(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && text[digits..].trim_start().starts_with('月')
}

/// The years that a text names: `2026年`, `2026-03-01`.
fn years_in(text: &str) -> Vec<i16> {
    let text = half_width(text);
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let years = numbers.filter(|number| number.len() == 4).filter_map(|number| number.parse().ok());
    years.filter(|year| (2000..=2100).contains(year)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn read(text: &str) -> Option<Day> {
        text.parse().ok()
    }

    fn titled(title: &str) -> Years {
        let cells: Cells = [title].into_iter().collect();
        Years::of(std::iter::once(&cells), None)
    }

    #[test]
    fn a_day_without_a_year_is_of_the_year_that_the_list_or_the_campaign_says() {
        assert_eq!(titled("荔香街道2025年微心愿征集表").day("3月5日", read), Some(day("2025-03-05")));
        assert_eq!(titled("二〇二六年").day("3月5日", read), None);
        assert_eq!(titled("2025-2026年").day("3月5日", read), None);
        let of = |from, until| Years { title: None, campaign: Some((day(from), day(until))) };
        assert_eq!(of("2026-03-01", "2026-12-31").day("２月５日", read), Some(day("2026-02-05")));
        let winter = of("2026-09-01", "2027-03-31");
        assert_eq!(winter.day("12月5号", read), Some(day("2026-12-05")));
        assert_eq!(winter.day("1月5日", read), Some(day("2027-01-05")));
        assert_eq!(winter.day("7月5日", read), None);
        assert_eq!(of("2026-03-01", "2027-12-31").day("5月1日", read), None);
        assert_eq!(Years::default().day("3月5日", read), None);
        for other in ["尽快", "13月1日", "2月30日", "3月底", "123月"] {
            assert_eq!(titled("2025年").day(other, read), None, "{other}");
        }
    }
}
