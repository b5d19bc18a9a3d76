//! What is drawn of a section: values of its items under labels, in series. Knows tables; does not know whether a
//! workbook or a page draws it.

use super::report::{Chart, ChartKind, RowKind, Section, cell};
use super::{Cell, table};

/// More bars than this cannot be read.
pub const MOST: usize = 40;
/// More series than this cannot be distinguished by colour.
const MOST_SERIES: usize = 6;

/// Values under labels.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    pub kind: ChartKind,
    pub labels: Vec<String>,
    /// The first of the shown columns that the labels are in, and the last.
    pub label_columns: (usize, usize),
    pub series: Vec<Series>,
    /// Items that are not drawn.
    pub left_out: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub name: String,
    /// Among the shown columns.
    pub column: usize,
    /// The first of its rows; it has as many as there are labels.
    pub first_row: usize,
    /// `None` where there is nothing to divide by.
    pub values: Vec<Option<f64>>,
    /// The values as tables show them.
    pub shown: Vec<String>,
}

/// A chart's columns by their places among the shown ones.
struct Places {
    label: usize,
    series_by: Option<usize>,
    values: Vec<usize>,
}

impl Places {
    fn of(chart: &Chart, section: &Section) -> Option<Places> {
        let columns = section.shown_columns();
        let place = |key: &str| columns.iter().position(|column| column.key == key);
        let is_drawn = |place: &usize| columns.get(*place).is_some_and(|column| chart.values.contains(&column.key));
        Some(Places {
            label: place(chart.label)?,
            series_by: chart.series_by.and_then(place),
            values: (0..columns.len()).filter(is_drawn).collect(),
        })
    }
}

impl Drawn {
    /// What is drawn of a section; `None` where nothing is, or where it has no items.
    pub fn of(section: &Section) -> Option<Drawn> {
        let chart = section.chart.as_ref()?;
        let places = Places::of(chart, section)?;
        // Of streamed items no more are made than are drawn. Items come together, before every total.
        let streamed = section.streamed_count();
        let beyond = streamed.saturating_sub(MOST);
        let most = if streamed > 0 { MOST } else { usize::MAX };
        let items = section.shown_rows().take_while(|(kind, _)| *kind == RowKind::Item).take(most);
        let rows: Vec<Vec<Cell>> = items.map(|(_, cells)| cells.into_owned()).collect();
        let runs = runs(&rows, &places);
        let (from, until) = *runs.first()?;
        let count = (until - from).min(MOST);
        let is_told_apart = runs.len() > 1 || !repeats(&rows, places.label);
        let first_label = places.series_by.filter(|_| !is_told_apart).unwrap_or(places.label);
        let label = |row: &Vec<Cell>| {
            let mut columns = vec![first_label, places.label];
            columns.dedup();
            let parts: Vec<_> = columns.into_iter().map(|column| table::shown(cell(row, column))).collect();
            parts.join(" ")
        };
        let labels: Vec<String> = rows[from..from + count].iter().map(label).collect();
        let columns = section.shown_columns();
        let mut series = Vec::new();
        for (first_row, _) in &runs {
            for column in &places.values {
                let header = columns.get(*column).map(|column| column.header.as_str()).unwrap_or_default();
                let run = || places.series_by.map(|by| table::shown(cell(&rows[*first_row], by))).unwrap_or_default();
                let name = match (runs.len(), places.values.len()) {
                    (1, _) => header.to_owned(),
                    (_, 1) => run().into_owned(),
                    _ => format!("{} {header}", run()),
                };
                let cells = || rows[*first_row..first_row + count].iter().map(|row| cell(row, *column));
                series.push(Series {
                    name,
                    column: *column,
                    first_row: *first_row,
                    values: cells().map(number).collect(),
                    shown: cells().map(|cell| table::shown(cell).into_owned()).collect(),
                });
            }
        }
        let left_out = until - from - count + beyond;
        (count > 0 && !series.is_empty()).then_some(Drawn {
            kind: chart.kind,
            labels,
            label_columns: (first_label, places.label),
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

/// The rows in which the same labels return, as `微心愿` and `微项目` each go through all steps: these are series next to
/// each other. Mostly all rows are one.
fn runs(rows: &[Vec<Cell>], places: &Places) -> Vec<(usize, usize)> {
    let whole = vec![(0, rows.len())];
    let Some(by) = places.series_by.filter(|_| repeats(rows, places.label)) else { return whole };
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        match runs.last_mut() {
            Some((from, until)) if cell(&rows[*from], by) == cell(row, by) => *until = at + 1,
            _ => runs.push((at, at + 1)),
        }
    }
    let labels = |(from, until): &(usize, usize)| -> Vec<&Cell> {
        rows[*from..*until].iter().map(|row| cell(row, places.label)).collect()
    };
    let is_alike = runs.iter().all(|run| labels(run) == labels(&runs[0]));
    if is_alike && runs.len() * places.values.len() <= MOST_SERIES { runs } else { whole }
}

fn repeats(rows: &[Vec<Cell>], column: usize) -> bool {
    let mut seen = std::collections::HashSet::new();
    !rows.iter().all(|row| seen.insert(cell(row, column).text()))
}

/// A cell's value, where it has one.
pub fn number(cell: &Cell) -> Option<f64> {
    let value = match cell {
        Cell::Blank | Cell::Text(_) | Cell::Coded(_) => None,
        Cell::Count(count) => Some(*count as f64),
        Cell::Rate(value) | Cell::Mean(value) => *value,
        Cell::Money(yuan) => yuan.parse().ok(),
    };
    value.filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::super::report::{Column, Columns};
    use super::*;

    /// Kind, step, count.
    type Step = (&'static str, String, i64);

    fn columns() -> Columns<Step> {
        vec![
            Column::text("kind", "类型").of(|step: &Step| Cell::text_of(step.0)),
            Column::text("step", "步骤").of(|step: &Step| Cell::text_of(step.1.as_str())),
            Column::count("reached", "到达").of(|step: &Step| Cell::Count(step.2)),
        ]
        .into()
    }

    fn steps(kinds: &[&'static str], steps: &[&str]) -> Section {
        let mut rows: Vec<Step> = Vec::new();
        for (at, kind) in kinds.iter().enumerate() {
            let counts = (10 * i64::try_from(at).unwrap())..;
            rows.extend(steps.iter().zip(counts).map(|(step, count)| (*kind, (*step).to_owned(), count)));
        }
        let chart = Chart::new(ChartKind::Bars, "step", &["reached"]).series_by("kind");
        columns().section("funnel", "各环节", &rows).with_chart(chart)
    }

    #[test]
    fn rows_with_the_same_labels_become_series_next_to_each_other() {
        let drawn = Drawn::of(&steps(&["微心愿", "微项目"], &["征集", "审核"])).unwrap();
        assert_eq!(drawn.labels, ["征集", "审核"]);
        let names: Vec<&str> = drawn.series.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["微心愿", "微项目"]);
        assert_eq!(drawn.series[1].values, [Some(10.0), Some(11.0)]);
        assert_eq!(drawn.series[1].first_row, 2);
        assert_eq!(drawn.largest(), 11.0);
    }

    #[test]
    fn equal_labels_are_distinguished_by_the_column_of_the_series() {
        let mut section = steps(&["微心愿", "微项目"], &["征集", "审核"]);
        section.rows.pop();
        let drawn = Drawn::of(&section).unwrap();
        assert_eq!(drawn.labels, ["微心愿 征集", "微心愿 审核", "微项目 征集"]);
        assert_eq!(drawn.label_columns, (0, 1));
    }

    #[test]
    fn total_is_not_drawn_and_a_long_table_only_in_part() {
        let names: Vec<String> = (0..49).map(|at| at.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let total = columns().cells(&("", "合计".to_owned(), 1));
        let mut section = steps(&["微心愿"], &names).with_total(total.clone());
        let drawn = Drawn::of(&section).unwrap();
        assert_eq!((drawn.labels.len(), drawn.left_out), (MOST, 9));
        let rows: Vec<Step> = names.iter().map(|name| ("微心愿", (*name).to_owned(), 1)).collect();
        let streamed = columns().streamed("funnel", "各环节", rows).with_chart(section.chart.clone().unwrap());
        let drawn = Drawn::of(&streamed).unwrap();
        assert_eq!((drawn.labels.len(), drawn.left_out), (MOST, 9));
        section.rows = steps(&[], &[]).with_total(total).rows;
        assert_eq!(Drawn::of(&section), None);
        section.chart = None;
        assert_eq!(Drawn::of(&section), None);
    }
}
