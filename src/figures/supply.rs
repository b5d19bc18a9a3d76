//! Whether there are needs enough for those who still owe one, and when all will have claimed at this pace.

use serde::Serialize;

use crate::model::day::Day;

/// A group's people without a claim, and the needs they could claim.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Supply {
    /// Who owes and has not met the quota.
    pub unmet: i64,
    /// Claims that these still owe.
    pub owed: i64,
    /// Needs, by their quantity, that wait to be claimed.
    pub open: i64,
    /// Needs, by their quantity, that are verified and not yet published, or wait to be verified.
    pub coming: i64,
    /// Who met the quota in the days that the pace is taken from.
    pub met_lately: i64,
}

/// When a group will have met the quota at its pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "when", content = "day")]
pub enum Reached {
    /// Nobody owes any more.
    Already,
    On(Day),
    /// Nobody has met it lately, or it would take beyond all calendars.
    Never,
}

impl Supply {
    /// Needs that are still to be collected and published: those that are open do not suffice.
    pub fn missing(&self) -> i64 {
        (self.owed - self.open).max(0)
    }

    /// Needs that are open beyond what the group's own people owe.
    pub fn left_over(&self) -> i64 {
        (self.open - self.owed).max(0)
    }

    /// When all will have met the quota, `met_lately` in each `pace_days`.
    pub fn reached(&self, day: Day, pace_days: i64) -> Reached {
        if self.unmet == 0 {
            return Reached::Already;
        }
        if self.met_lately == 0 {
            return Reached::Never;
        }
        let days = (self.unmet * pace_days + self.met_lately - 1) / self.met_lately;
        day.after(days).map_or(Reached::Never, Reached::On)
    }

    pub fn absorb(&mut self, other: &Supply) {
        self.unmet += other.unmet;
        self.owed += other.owed;
        self.open += other.open;
        self.coming += other.coming;
        self.met_lately += other.met_lately;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pace_gives_the_day_that_all_have_met_the_quota() {
        let day: Day = "2021-06-30".parse().unwrap();
        let supply = Supply { unmet: 10, owed: 12, open: 5, coming: 1, met_lately: 4 };
        assert_eq!((supply.missing(), Supply { open: 15, ..supply }.missing()), (7, 0));
        assert_eq!((supply.left_over(), Supply { open: 15, ..supply }.left_over()), (0, 3));
        // Four in thirty days: ten take seventy-five.
        assert_eq!(supply.reached(day, 30), Reached::On("2021-09-13".parse().unwrap()));
        assert_eq!(Supply { met_lately: 0, ..supply }.reached(day, 30), Reached::Never);
        assert_eq!(Supply { unmet: 0, ..supply }.reached(day, 30), Reached::Already);
        assert_eq!(Supply { unmet: i64::from(u32::MAX), ..supply }.reached(day, 30), Reached::Never);
    }
}
