//! What happened in a period: by day, or where that would be too long by month; and who did it, by the log.

use super::days_between;
use crate::model::day::Day;

/// How many days are listed one by one.
pub const MOST_DAYS: usize = 92;

/// What happens to needs and claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Collected,
    Verified,
    Published,
    Claimed,
    Completed,
    Confirmed,
    Released,
    Revoked,
    Closed,
}

pub const WHATS: usize = What::Closed as usize + 1;

impl What {
    pub const ALL: [What; WHATS] = [
        What::Collected,
        What::Verified,
        What::Published,
        What::Claimed,
        What::Completed,
        What::Confirmed,
        What::Released,
        What::Revoked,
        What::Closed,
    ];

    /// As JSON and the office file call it.
    pub fn code(self) -> &'static str {
        match self {
            What::Collected => "collected",
            What::Verified => "verified",
            What::Published => "published",
            What::Claimed => "claimed",
            What::Completed => "completed",
            What::Confirmed => "confirmed",
            What::Released => "released",
            What::Revoked => "revoked",
            What::Closed => "closed",
        }
    }
}

/// How often each thing happened.
pub type Counts = [i64; WHATS];

/// A period cut into days or months.
#[derive(Debug, Clone)]
pub struct Calendar {
    from: Day,
    until: Day,
    pub by_month: bool,
    /// By day or month, the first of the period first.
    pub rows: Vec<Counts>,
    /// Counted apart from the rows.
    pub total: Counts,
}

impl Calendar {
    /// Of a period that is not upside down.
    pub fn new(from: Day, until: Day) -> Calendar {
        let days = days_between(from, until) + 1;
        let by_month = usize::try_from(days).is_ok_and(|days| days > MOST_DAYS);
        let rows = if by_month { months_between(from, until) + 1 } else { days };
        let rows = vec![Counts::default(); usize::try_from(rows).unwrap_or(0)];
        Calendar { from, until, by_month, rows, total: Counts::default() }
    }

    /// Something happened on a day, on record or not, in the period or not.
    pub fn add(&mut self, what: What, on: Option<Day>) {
        let Some(on) = on.filter(|on| (self.from..=self.until).contains(on)) else { return };
        self.total[what as usize] += 1;
        let row = if self.by_month { months_between(self.from, on) } else { days_between(self.from, on) };
        if let Some(counts) = usize::try_from(row).ok().and_then(|row| self.rows.get_mut(row)) {
            counts[what as usize] += 1;
        }
    }

    /// The names of the rows: `2021-04-09`, or `2021-04`.
    pub fn names(&self) -> Vec<String> {
        let mut names = Vec::with_capacity(self.rows.len());
        let mut date = self.from.date();
        if self.by_month {
            date = date.first_of_month();
        }
        for _ in &self.rows {
            names.push(if self.by_month { date.strftime("%Y-%m").to_string() } else { date.to_string() });
            let step = if self.by_month { jiff::Span::new().months(1) } else { jiff::Span::new().days(1) };
            date = date.saturating_add(step);
        }
        names
    }
}

fn months_between(from: Day, until: Day) -> i64 {
    let months = |day: Day| i64::from(day.date().year()) * 12 + i64::from(day.date().month());
    months(until) - months(from)
}

/// The verb of a command as the log has it: one word, or two where the second names what is done.
pub fn verb(command: &str) -> &str {
    const OF_TWO: [&str; 7] = ["claim", "collect", "campaign", "quota", "alias", "export", "retention"];
    let mut ends = command.match_indices(' ').map(|(at, _)| at).chain([command.len()]);
    let first = ends.next().and_then(|end| command.get(..end)).unwrap_or(command);
    let two = ends.next().and_then(|end| command.get(..end)).unwrap_or(first);
    let second = two.get(first.len()..).unwrap_or_default().trim_start();
    if OF_TWO.contains(&first) || second.starts_with("--") { two } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: &str) -> Day {
        day.parse().unwrap()
    }

    #[test]
    fn period_has_a_row_for_every_day_and_a_long_one_for_every_month() {
        let mut week = Calendar::new(day("2021-02-26"), day("2021-03-01"));
        assert_eq!(week.names(), ["2021-02-26", "2021-02-27", "2021-02-28", "2021-03-01"]);
        for on in ["2021-02-25", "2021-02-26", "2021-03-01", "2021-03-01", "2021-03-02"] {
            week.add(What::Claimed, Some(day(on)));
        }
        week.add(What::Claimed, None);
        let claimed: Vec<i64> = week.rows.iter().map(|row| row[What::Claimed as usize]).collect();
        assert_eq!((claimed, week.total[What::Claimed as usize]), (vec![1, 0, 0, 2], 3));

        assert!(!Calendar::new(day("2021-01-01"), day("2021-04-02")).by_month, "92 days");
        let mut year = Calendar::new(day("2021-11-30"), day("2022-03-02"));
        assert!(year.by_month, "93 days");
        assert_eq!(year.names(), ["2021-11", "2021-12", "2022-01", "2022-02", "2022-03"]);
        year.add(What::Closed, Some(day("2022-02-28")));
        assert_eq!(year.rows[3][What::Closed as usize], 1);
    }

    #[test]
    fn verb_of_a_command_has_one_or_two_words() {
        for (command, expected) in [
            ("init", "init"),
            ("collect wishes", "collect wishes"),
            ("claim take JH-W000001 JH-W000002", "claim take"),
            ("verify JH-W000001", "verify"),
            ("verify --all --pass", "verify --all"),
            ("publish --take-down abc", "publish --take-down"),
            ("undo 12", "undo"),
            ("export wishes --reveal", "export wishes"),
            ("claim", "claim"),
            ("", ""),
        ] {
            assert_eq!(verb(command), expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn rows_sum_up_to_the_total_however_long_the_period_is(
            first in 0_i64..400, length in 0_i64..400, days in proptest::collection::vec(0_i64..800, 0..60),
        ) {
            let nought = day("2020-12-15").date();
            let on = |days: i64| Day::new(nought.saturating_add(jiff::Span::new().days(days))).unwrap();
            let mut calendar = Calendar::new(on(first), on(first + length));
            days.iter().for_each(|days| calendar.add(What::Claimed, Some(on(*days))));
            let inside = days.iter().filter(|days| (first..=first + length).contains(*days)).count();
            let sum: i64 = calendar.rows.iter().map(|row| row[What::Claimed as usize]).sum();
            assert_eq!([sum, calendar.total[What::Claimed as usize]], [i64::try_from(inside).unwrap(); 2]);
            assert!(calendar.rows.len() <= MOST_DAYS && calendar.names().len() == calendar.rows.len());
            let last = on(first + length).to_string();
            assert!(last.starts_with(calendar.names().last().unwrap().as_str()));
        }
    }
}
