//! A set of numbers written as ranges: `1-250,252`.

use std::fmt;
use std::str::FromStr;

/// Numbers in ascending order, neighbours together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ranges(Vec<(i64, i64)>);

/// A text that is not a set of ranges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRanges;

impl Ranges {
    /// Adds a number; one that is not above those before it is put in its place.
    pub fn add(&mut self, number: i64) {
        match self.0.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            Some((_, last)) if *last >= number => {
                if !self.contains(number) {
                    let at = self.0.partition_point(|(first, _)| *first < number);
                    self.0.insert(at, (number, number));
                }
            }
            _ => self.0.push((number, number)),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The numbers that the other set does not have.
    #[must_use]
    pub fn without(&self, other: &Ranges) -> Ranges {
        let mut left = Vec::with_capacity(self.0.len());
        for (first, last) in &self.0 {
            let mut from = *first;
            let begin = other.0.partition_point(|(_, end)| end < first);
            for (begins, ends) in other.0[begin..].iter().take_while(|(begins, _)| begins <= last) {
                if *begins > from {
                    left.push((from, begins - 1));
                }
                from = from.max(ends + 1);
            }
            if from <= *last {
                left.push((from, *last));
            }
        }
        Ranges(left)
    }

    pub fn contains(&self, number: i64) -> bool {
        let at = self.0.partition_point(|(_, last)| *last < number);
        self.0.get(at).is_some_and(|(first, _)| *first <= number)
    }
}

impl fmt::Display for Ranges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (first, last)) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(",")?;
            }
            if first == last { write!(f, "{first}")? } else { write!(f, "{first}-{last}")? }
        }
        Ok(())
    }
}

impl FromStr for Ranges {
    type Err = NoRanges;

    fn from_str(text: &str) -> Result<Ranges, NoRanges> {
        let number = |text: &str| text.parse::<i64>().map_err(|_| NoRanges);
        let range = |text: &str| {
            let (first, last) = text.split_once('-').unwrap_or((text, text));
            Ok((number(first)?, number(last)?))
        };
        text.split(',').filter(|part| !part.is_empty()).map(range).collect::<Result<_, _>>().map(Ranges)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_ranges_and_read_again() {
        let mut ranges = Ranges::default();
        [3, 4, 5, 9, 11, 12, 1, 4].into_iter().for_each(|number| ranges.add(number));
        assert_eq!(ranges.to_string(), "1,3-5,9,11-12");
        let read: Ranges = ranges.to_string().parse().unwrap();
        assert_eq!(read, ranges);
        let found: Vec<i64> = (0..15).filter(|number| read.contains(*number)).collect();
        assert_eq!(found, [1, 3, 4, 5, 9, 11, 12]);
        let without = |other: &str| ranges.without(&other.parse().unwrap()).to_string();
        assert_eq!(
            ["", "1-20", "4", "1,5-9", "2,12-14"].map(without),
            ["1,3-5,9,11-12", "", "1,3,5,9,11-12", "3-4,11-12", "1,3-5,9,11"]
        );
        assert_eq!("".parse::<Ranges>().unwrap().to_string(), "");
        assert!("a".parse::<Ranges>().is_err());
    }
}
