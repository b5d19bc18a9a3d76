//! Figures of needs and claims: how far they have come, how long they wait, what they lead to. Pure: knows facts, not
//! where they are stored nor what they are called.

pub mod activity;
pub mod ageing;
pub mod by_id;
pub mod participation;
pub mod progress;
pub mod satisfaction;
pub mod supply;

use crate::model::day::Day;

/// Days from one day to a later one; 0 where it is not later.
pub fn days_between(from: Day, until: Day) -> i64 {
    from.date().until(until.date()).map_or(0, |span| i64::from(span.get_days())).max(0)
}

/// The middle of many numbers, or of the two in the middle; nothing where there are none.
pub fn median(numbers: &mut [i64]) -> Option<f64> {
    if numbers.is_empty() {
        return None;
    }
    let (middle, is_odd) = (numbers.len() / 2, numbers.len() % 2 == 1);
    let (below, upper, _) = numbers.select_nth_unstable(middle);
    let upper = *upper as f64;
    if is_odd {
        return Some(upper);
    }
    below.iter().max().map(|lower| (*lower as f64 + upper) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn median_is_the_middle_of_the_numbers() {
        assert_eq!(median(&mut []), None);
        assert_eq!(median(&mut [3]), Some(3.0));
        assert_eq!(median(&mut [9, 1, 4]), Some(4.0));
        assert_eq!(median(&mut [9, 1, 4, 5]), Some(4.5));
    }

    #[test]
    fn days_between_crosses_months_and_is_never_negative() {
        let day = |day: &str| day.parse::<Day>().unwrap();
        assert_eq!(days_between(day("2021-02-27"), day("2021-03-02")), 3);
        assert_eq!(days_between(day("2020-01-01"), day("2021-01-01")), 366);
        assert_eq!(days_between(day("2021-03-02"), day("2021-03-01")), 0);
    }
}
