//! The moment that a report describes: a day, or an entry of the log.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::day::Day;

/// As of a day, records count by the dates they have now. As of an entry, records count as they were in the office file
/// after that entry (docs/design.md, section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum AsOf {
    Day(Day),
    Entry(i64),
}

/// The text is neither a day nor `entry:412`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAMoment;

impl FromStr for AsOf {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<AsOf, NotAMoment> {
        let text = text.trim();
        match text.strip_prefix("entry:").or_else(|| text.strip_prefix("entry：")) {
            Some(entry) => entry.trim().parse().map(AsOf::Entry).map_err(|_| NotAMoment),
            None => text.parse().map(AsOf::Day).map_err(|_| NotAMoment),
        }
    }
}

impl TryFrom<String> for AsOf {
    type Error = NotAMoment;

    fn try_from(text: String) -> Result<AsOf, NotAMoment> {
        text.parse()
    }
}

impl From<AsOf> for String {
    fn from(as_of: AsOf) -> String {
        as_of.to_string()
    }
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AsOf::Day(day) => day.fmt(f),
            AsOf::Entry(entry) => write!(f, "entry:{entry}"),
        }
    }
}

impl fmt::Display for NotAMoment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("neither a date nor an entry")
    }
}

impl std::error::Error for NotAMoment {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_of_reads_a_day_or_an_entry_and_nothing_else() {
        assert_eq!("entry:412".parse(), Ok(AsOf::Entry(412)));
        assert_eq!("2021年6月30日".parse::<AsOf>().map(|it| it.to_string()), Ok("2021-06-30".to_owned()));
        for text in ["entry:", "entry:x", "412", "", "2021-13-01"] {
            assert_eq!(text.parse::<AsOf>(), Err(NotAMoment), "{text}");
        }
    }
}
