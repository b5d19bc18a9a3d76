//! The days that a report counts over.

use super::context::ReportContext;
use super::shared::Shared;
use crate::lang::{cmd, report as text};
use crate::model::as_of::AsOf;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::store::as_of;

/// From a day, or from the first of all, to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub from: Option<Day>,
    pub until: Day,
}

impl Period {
    /// As given; it ends on `last` at the latest. Errors: one that is upside down (exit 2).
    pub fn new(from: Option<Day>, until: Option<Day>, last: Day) -> anyhow::Result<Period> {
        let until = until.map_or(last, |until| until.min(last));
        match from {
            Some(from) if from > until => Err(stop(Exit::Usage, cmd::period_upside_down(from, until))),
            _ => Ok(Period { from, until }),
        }
    }
}

/// That a period ends before the day that was given for its end, which is still to come.
pub fn cut_short(until: Option<Day>, last: Day) -> Option<String> {
    until.filter(|until| *until > last).map(|until| text::period_cut(until, last))
}

/// The day of the report itself, also in the context of an earlier moment that it is compared with: both are of the same
/// period.
pub fn last_day(shared: &Shared, context: &ReportContext<'_>) -> anyhow::Result<Day> {
    Ok(match shared.as_of {
        None => context.today,
        Some(AsOf::Day(day)) => day,
        Some(AsOf::Entry(entry)) => as_of::moment(context.session, entry)?.day.min(context.today),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn period_ends_with_the_report_and_never_before_it_begins() {
        let day = |day: &str| day.parse::<Day>().unwrap();
        let last = day("2021-06-30");
        let period = Period::new(Some(day("2021-06-01")), Some(day("2021-12-31")), last).unwrap();
        assert_eq!(period.until, last);
        assert_eq!(Period::new(None, None, last).unwrap().from, None);
        assert!(Period::new(Some(day("2021-07-01")), None, last).is_err());
    }
}
