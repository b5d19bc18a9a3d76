//! What is drawn of a section: values under labels, in series, the total left out. Knows tables; does not know whether a
//! workbook or a page draws it.

use super::report::{Chart, ChartKind, Section, cell};
use super::{Cell, table};

/// More bars than this are not read any more.
pub const MOST: usize = 40;
/// More series than this are not told apart by colour.
const MOST_SERIES: usize = 6;

/// Values under labels.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    pub kind: ChartKind,
    pub labels: Vec<String>,
    /// The first of the columns that the labels are in, and the last.
    pub label_columns: (usize, usize),
    pub series: Vec<Series>,
    /// Rows that are not drawn.
    pub left_out: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub name: String,
    pub column: usize,
    /// The first of its rows; it has as many as there are labels.
    pub first_row: usize,
    /// `None` where there is nothing to divide by.
    pub values: Vec<Option<f64>>,
    /// The values as they are shown.
    pub told: Vec<String>,
}

impl Drawn {
    /// What is drawn of a section; `None` where nothing is, or nothing is there.
    pub fn of(section: &Section) -> Option<Drawn> {
        let chart = section.chart.as_ref()?;
        let unseen = section.made_count().saturating_sub(MOST);
        let section = section.beginning(MOST);
        let rows = section.parts();
        let runs = runs(rows, chart);
        let (from, until) = *runs.first()?;
        let count = (until - from).min(MOST);
        let is_told_apart = runs.len() > 1 || !repeats(rows, chart.label);
        let first_label = if is_told_apart { chart.label } else { chart.label - 1 };
        let label = |row: &Vec<Cell>| {
            let parts: Vec<_> = (first_label..=chart.label).map(|column| table::shown(cell(row, column))).collect();
            parts.join(" ")
        };
        let labels: Vec<String> = rows[from..from + count].iter().map(label).collect();
        let mut series = Vec::new();
        for (first_row, _) in &runs {
            for column in &chart.values {
                let head = section.sheet.head.get(*column).map(|head| head.text.as_str()).unwrap_or_default();
                let run = || table::shown(cell(&rows[*first_row], chart.label.saturating_sub(1)));
                let name = match (runs.len(), chart.values.len()) {
                    (1, _) => head.to_owned(),
                    (_, 1) => run().into_owned(),
                    _ => format!("{} {head}", run()),
                };
                let cells = || rows[*first_row..first_row + count].iter().map(|row| cell(row, *column));
                series.push(Series {
                    name,
                    column: *column,
                    first_row: *first_row,
                    values: cells().map(number).collect(),
                    told: cells().map(|cell| table::shown(cell).into_owned()).collect(),
                });
            }
        }
        let left_out = until - from - count + unseen;
        (count > 0 && !series.is_empty()).then_some(Drawn {
            kind: chart.kind,
            labels,
            label_columns: (first_label, chart.label),
            series,
            left_out,
        })
    }

    /// The largest value, and at least 0.
    pub fn largest(&self) -> f64 {
        let values = |series: &Series| series.values.clone();
        match self.kind {
            ChartKind::Rates => 1.0,
            ChartKind::Stacked => {
                let sum =
                    |at: usize| self.series.iter().filter_map(|one| one.values[at]).map(|value| value.max(0.0)).sum();
                (0..self.labels.len()).map(sum).fold(0.0, f64::max)
            }
            ChartKind::Bars | ChartKind::Line => self.series.iter().flat_map(values).flatten().fold(0.0, f64::max),
        }
    }
}

/// The rows by which the same labels come again, as `微心愿` and `微项目` each go through all steps: these are series
/// beside each other. Mostly all rows are one.
fn runs(rows: &[Vec<Cell>], chart: &Chart) -> Vec<(usize, usize)> {
    let whole = vec![(0, rows.len())];
    if rows.is_empty() || chart.label == 0 || !repeats(rows, chart.label) {
        return whole;
    }
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        match runs.last_mut() {
            Some((from, until)) if cell(&rows[*from], chart.label - 1) == cell(row, chart.label - 1) => *until = at + 1,
            _ => runs.push((at, at + 1)),
        }
    }
    let labels = |(from, until): &(usize, usize)| -> Vec<&Cell> {
        rows[*from..*until].iter().map(|row| cell(row, chart.label)).collect()
    };
    let is_alike = runs.iter().all(|run| labels(run) == labels(&runs[0]));
    if is_alike && runs.len() * chart.values.len() <= MOST_SERIES { runs } else { whole }
}

fn repeats(rows: &[Vec<Cell>], column: usize) -> bool {
    let mut seen = std::collections::HashSet::new();
    column > 0 && !rows.iter().all(|row| seen.insert(cell(row, column).text()))
}

/// A cell's value, where it has one.
pub fn number(cell: &Cell) -> Option<f64> {
    let value = match cell {
        Cell::Blank | Cell::Text(_) => None,
        Cell::Count(count) => Some(*count as f64),
        Cell::Rate(value) | Cell::Mean(value) => *value,
        Cell::Money(yuan) => yuan.parse().ok(),
    };
    value.filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::super::Sheet;
    use super::*;

    fn steps(kinds: &[&str], steps: &[&str]) -> Section {
        let mut sheet = Sheet::new(["类型", "步骤", "到达"]);
        for (at, kind) in kinds.iter().enumerate() {
            for (step, name) in steps.iter().enumerate() {
                let count = i64::try_from(10 * at + step).unwrap();
                sheet.rows.push(vec![Cell::text_of(*kind), Cell::text_of(*name), Cell::Count(count)]);
            }
        }
        Section::new("漏斗", sheet).with_chart(ChartKind::Bars, 1, &[2])
    }

    #[test]
    fn rows_that_go_through_the_same_labels_are_series_beside_each_other() {
        let drawn = Drawn::of(&steps(&["微心愿", "微项目"], &["征集", "审核"])).unwrap();
        assert_eq!(drawn.labels, ["征集", "审核"]);
        let names: Vec<&str> = drawn.series.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["微心愿", "微项目"]);
        assert_eq!(drawn.series[1].values, [Some(10.0), Some(11.0)]);
        assert_eq!(drawn.series[1].first_row, 2);
        assert_eq!(drawn.largest(), 11.0);
    }

    #[test]
    fn labels_that_would_be_the_same_are_told_with_what_stands_before_them() {
        let mut section = steps(&["微心愿", "微项目"], &["征集", "审核"]);
        section.sheet.rows.pop();
        let drawn = Drawn::of(&section).unwrap();
        assert_eq!(drawn.labels, ["微心愿 征集", "微心愿 审核", "微项目 征集"]);
        assert_eq!(drawn.label_columns, (0, 1));
    }

    #[test]
    fn the_total_is_not_drawn_and_long_tables_only_in_part() {
        let names: Vec<String> = (0..50).map(|at| at.to_string()).collect();
        let mut section = steps(&["微心愿"], &names.iter().map(String::as_str).collect::<Vec<_>>()).with_total();
        let drawn = Drawn::of(&section).unwrap();
        assert_eq!((drawn.labels.len(), drawn.left_out), (MOST, 9));
        section.sheet.rows.truncate(1);
        assert_eq!(Drawn::of(&section), None);
        section.chart = None;
        assert_eq!(Drawn::of(&section), None);
    }
}
