//! How long needs wait, by bands of days.

use super::median;
use super::progress::{Stage, Taken};
use crate::model::day::Day;
use crate::model::facts::NeedFact;
use crate::model::words::Waiting;

/// What a need waits for, and since when; nothing where it waits no longer.
pub fn waiting(need: &NeedFact, taken: &Taken, stage: Stage) -> Option<(Waiting, Option<Day>)> {
    Some(match stage {
        Stage::Collected | Stage::NeedsInfo => (Waiting::ToVerify, need.collected_on),
        Stage::Verified => (Waiting::ToPublish, need.verified_on),
        Stage::Open | Stage::PartlyClaimed => (Waiting::ToClaim, need.published_on),
        Stage::Claimed | Stage::InProgress => (Waiting::ToDo, taken.first_claimed),
        Stage::Fulfilled => (Waiting::ToConfirm, taken.last_completed),
        Stage::Confirmed | Stage::Closed | Stage::Out => return None,
    })
}

/// The last day of each band but the last, which has none.
pub const BANDS: [i64; 5] = [7, 14, 30, 60, 90];

/// How long a group's needs wait.
#[derive(Debug, Clone, Default)]
pub struct Ages {
    /// Of those with a first day.
    days: Vec<i64>,
    pub undated: i64,
}

/// The figures of a group's ages.
#[derive(Debug, Clone, PartialEq)]
pub struct AgeFigures {
    pub count: i64,
    /// By band: up to each of `BANDS`, and longer.
    pub bands: [i64; BANDS.len() + 1],
    /// Waiting since a day that is not on record.
    pub undated: i64,
    pub median_days: Option<f64>,
    pub longest_days: Option<i64>,
}

impl Ages {
    pub fn add(&mut self, days: Option<i64>) {
        match days {
            Some(days) => self.days.push(days),
            None => self.undated += 1,
        }
    }

    pub fn figures(&mut self) -> AgeFigures {
        let mut bands = [0; BANDS.len() + 1];
        for days in &self.days {
            bands[BANDS.iter().position(|last| days <= last).unwrap_or(BANDS.len())] += 1;
        }
        AgeFigures {
            count: i64::try_from(self.days.len()).unwrap_or(i64::MAX) + self.undated,
            bands,
            undated: self.undated,
            longest_days: self.days.iter().max().copied(),
            median_days: median(&mut self.days),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn band_ends_with_its_last_day() {
        let mut ages = Ages::default();
        [0, 7, 8, 14, 90, 91, 400].iter().for_each(|days| ages.add(Some(*days)));
        ages.add(None);
        let figures = ages.figures();
        assert_eq!(figures.bands, [2, 2, 0, 0, 1, 2]);
        assert_eq!(
            (figures.count, figures.undated, figures.longest_days, figures.median_days),
            (8, 1, Some(400), Some(14.0))
        );
    }
}
