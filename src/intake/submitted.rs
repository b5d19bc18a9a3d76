//! Forms that a resident submitted more than once: the row that came later counts. Knows the submission times of a list;
//! nothing of what is stored.

use std::collections::HashMap;

use anyhow::Result;

use super::{List, Read};
use crate::model::day::Day;
use crate::model::draft::Draft;
use crate::model::fields::Field;
use crate::model::text::half_width;

/// What the headers of a form site's submission times contain.
const SUBMITTED: [&str; 4] = ["提交", "填写", "答卷", "填报"];

impl List {
    /// The records of the same resident and wish that came earlier than another one, each with the one that counts: a row
    /// and which of its records. None in a list that is no form's.
    pub fn superseded(&self) -> Result<HashMap<(u32, usize), (u32, usize)>> {
        let mut superseded = HashMap::new();
        let Some(column) = self.submission_column() else { return Ok(superseded) };
        let mut latest: HashMap<i64, ((u32, usize), i64)> = HashMap::new();
        for row in self.rows()? {
            // A row that stops the list is reported when the rows are imported.
            let Ok(row) = row else { break };
            let Read::Draft { draft: Draft::Need(need), .. } = &row.read else { continue };
            let Some(moment) = row.cells.get(usize::from(column)).and_then(moment) else { continue };
            let record = (row.number, row.nth);
            let Some((known, earlier)) = latest.get_mut(&need.identity) else {
                latest.insert(need.identity, (record, moment));
                continue;
            };
            if moment > *earlier {
                superseded.insert(*known, record);
                (*known, *earlier) = (record, moment);
            } else if moment < *earlier {
                superseded.insert(record, *known);
            }
        }
        // The one that counts may itself have been superseded further down.
        let last = |mut record| {
            while let Some(later) = superseded.get(&record) {
                record = *later;
            }
            record
        };
        Ok(superseded.keys().map(|record| (*record, last(*record))).collect())
    }

    fn submission_column(&self) -> Option<u16> {
        let column = self.column_of(Field::CollectedOn)?;
        let header = self.headers.get(usize::from(column))?;
        SUBMITTED.iter().any(|word| header.contains(word)).then_some(column)
    }
}

/// The day and time of a cell in seconds, in the order of time; a day alone is its beginning.
fn moment(cell: &str) -> Option<i64> {
    let text = half_width(cell.trim());
    let day: Day = text.parse().ok()?;
    let days = i64::from(day.date().year()) * 400 + i64::from(day.date().day_of_year());
    Some(days * 86_400 + seconds(&text))
}

/// The seconds of the time of day at the end of a text: `10:22:31`, or the fraction of a spreadsheet's day.
fn seconds(text: &str) -> i64 {
    let Some(colon) = text.find(':') else {
        let fraction =
            text.split_once('.').filter(|(whole, _)| whole.len() == 5).and_then(|_| text.parse::<f64>().ok());
        return fraction.map_or(0, |day| (day.fract() * 86_400.0).round() as i64);
    };
    let begin = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let is_afternoon = ["下午", "晚上", "PM", "pm"].iter().any(|word| text.contains(word));
    let noon =
        if is_afternoon && text[begin..colon].parse::<i64>().is_ok_and(|hour| hour < 12) { 12 * 3600 } else { 0 };
    let parts = text[begin..].split(':').map(|part| {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<i64>().unwrap_or(0)
    });
    noon + parts.zip([3600, 60, 1]).map(|(part, each)| part * each).sum::<i64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_in_the_order_of_time() {
        let moments = ["2026/3/5 10:22:31", "2026/3/5 10:23:01", "2026/3/5 22:00", "2026-03-06", "2026-03-06T08:00:00"];
        let moments: Vec<i64> = moments.into_iter().map(|text| moment(text).unwrap()).collect();
        assert!(moments.is_sorted_by(|one, other| one < other), "{moments:?}");
        let moments = ["2026年3月5日 上午9:12", "2026年3月5日 下午3:12", "2026/3/5 下午 3:13", "2026/3/5 3:14 PM"];
        let moments: Vec<i64> = moments.into_iter().map(|text| moment(text).unwrap()).collect();
        assert!(moments.is_sorted_by(|one, other| one < other), "{moments:?}");
        assert_eq!(moment("尽快"), None);
    }
}
