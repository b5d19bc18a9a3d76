//! A section of a report: columns, and rows that are items, subtotals or totals. Every form reads only this.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde_json::Value;

use super::super::{Cell, Ink, Paint, Sheet};
use super::column::{Column, Total};
use super::document;

/// One table of a report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// What the program knows it by.
    pub key: &'static str,
    /// What distinguishes it, for programs, from another of the same key: the quota that it is of.
    pub of: Option<String>,
    /// Its heading, and the name of its sheet in a workbook.
    pub title: String,
    pub columns: Vec<Column>,
    /// Items that are made when they are written; they come before `rows`.
    pub streamed: Option<Streamed>,
    pub rows: Vec<Row>,
    /// Where there is a total for each value of a column, such as `微心愿` and `微项目`: that column's key. Else a total is
    /// of all items.
    pub totals_by: Option<&'static str>,
    /// Lines below this table only.
    pub notes: Vec<String>,
    pub chart: Option<Chart>,
    /// The rows that figures open to: in workbooks only.
    pub is_detail: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub kind: RowKind,
    /// One for each column.
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    Item,
    /// Of the items since the subtotal before it.
    Subtotal,
    Total,
}

/// Items that are made as they are written: a city's people are some hundred thousand, and a workbook takes them one by
/// one.
#[derive(Clone)]
pub struct Streamed {
    count: usize,
    cells: Arc<dyn Fn(usize) -> Vec<Cell> + Send + Sync>,
}

impl Streamed {
    pub fn new(count: usize, cells: impl Fn(usize) -> Vec<Cell> + Send + Sync + 'static) -> Streamed {
        Streamed { count, cells: Arc::new(cells) }
    }
}

impl fmt::Debug for Streamed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Streamed").field("count", &self.count).finish_non_exhaustive()
    }
}

impl PartialEq for Streamed {
    fn eq(&self, other: &Streamed) -> bool {
        self.count == other.count && Arc::ptr_eq(&self.cells, &other.cells)
    }
}

/// The row of a total: what names it is in bold.
fn in_bold(mut cells: Vec<Cell>) -> Vec<Cell> {
    if let Some(name) = cells.iter_mut().find(|cell| matches!(cell, Cell::Text(_) | Cell::Coded(_))) {
        *name = std::mem::replace(name, Cell::Blank).painted(Some(Paint::Whole(Ink::Bold)));
    }
    cells
}

/// What is drawn of a section's items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    pub kind: ChartKind,
    /// The key of the column whose texts name the bars.
    pub label: &'static str,
    /// The key of the column that distinguishes equal labels: each of its values is a series.
    pub series_by: Option<&'static str>,
    /// The keys of the columns that are drawn.
    pub values: &'static [&'static str],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// Bars side by side.
    Bars,
    /// Bars of parts of a whole, one upon another.
    Stacked,
    /// A column of a rate, from 0 to 100 %.
    Rates,
    /// A line over days.
    Line,
}

impl Chart {
    pub fn new(kind: ChartKind, label: &'static str, values: &'static [&'static str]) -> Chart {
        Chart { kind, label, series_by: None, values }
    }

    pub fn series_by(self, key: &'static str) -> Chart {
        Chart { series_by: Some(key), ..self }
    }
}

impl From<&Sheet> for Section {
    /// A plain list: its columns have no keys, and its rows are items.
    fn from(sheet: &Sheet) -> Section {
        let column = |(at, header): (usize, &String)| {
            if sheet.is_number(at) { Column::count("", header) } else { Column::text("", header) }
        };
        Section {
            columns: sheet.headers.iter().enumerate().map(column).collect(),
            rows: sheet.rows.iter().map(|cells| Row { kind: RowKind::Item, cells: cells.clone() }).collect(),
            ..Section::default()
        }
    }
}

impl Section {
    /// How many items it has: rows that are neither subtotals nor totals.
    pub fn item_count(&self) -> usize {
        let items = self.rows.iter().filter(|row| row.kind == RowKind::Item).count();
        self.streamed.as_ref().map_or(0, |streamed| streamed.count) + items
    }

    pub fn with_subtotal(self, cells: Vec<Cell>) -> Section {
        self.with_row(RowKind::Subtotal, cells)
    }

    pub fn with_total(self, cells: Vec<Cell>) -> Section {
        self.with_row(RowKind::Total, cells)
    }

    pub fn with_row(mut self, kind: RowKind, cells: Vec<Cell>) -> Section {
        self.rows.push(Row { kind, cells });
        self
    }

    /// There is a total for each value of a column.
    pub fn with_totals_by(self, key: &'static str) -> Section {
        Section { totals_by: Some(key), ..self }
    }

    pub fn with_chart(self, chart: Chart) -> Section {
        Section { chart: Some(chart), ..self }
    }

    pub fn as_detail(self) -> Section {
        Section { is_detail: true, ..self }
    }

    /// Paths of places are read from below this one.
    pub fn shorten_places(&mut self, above: &Arc<str>) {
        for below in self.columns.iter_mut().filter_map(|column| column.below.as_mut()) {
            *below = Arc::clone(above);
        }
    }

    /// Leaves of a table its totals, each as a row of its own; of a table without one, nothing.
    pub fn keep_totals_only(&mut self) {
        (self.streamed, self.chart, self.totals_by) = (None, None, None);
        self.rows.retain(|row| row.kind == RowKind::Total);
        self.rows.iter_mut().for_each(|row| row.kind = RowKind::Item);
        self.columns.iter_mut().for_each(|column| column.total = Total::None);
    }

    pub fn has_totals(&self) -> bool {
        self.rows.iter().any(|row| row.kind != RowKind::Item)
    }

    pub fn row_count(&self) -> usize {
        self.streamed_count() + self.rows.len()
    }

    /// How many items are made when they are written.
    pub(in crate::output) fn streamed_count(&self) -> usize {
        self.streamed.as_ref().map_or(0, |streamed| streamed.count)
    }

    /// All rows in their order.
    pub fn rows(&self) -> impl Iterator<Item = (RowKind, Cow<'_, [Cell]>)> {
        let streamed = self.streamed.iter();
        let made = streamed.flat_map(|made| (0..made.count).map(|at| (RowKind::Item, Cow::Owned((made.cells)(at)))));
        made.chain(self.rows.iter().map(|row| (row.kind, Cow::Borrowed(row.cells.as_slice()))))
    }

    /// The place of a column among the cells of a row.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// What a total has in a column.
    pub fn total_cell(&self, key: &str) -> Option<&Cell> {
        let total = self.rows.iter().rfind(|row| row.kind == RowKind::Total)?;
        total.cells.get(self.position(key)?)
    }

    /// The columns that people read.
    pub fn shown_columns(&self) -> Vec<&Column> {
        self.columns.iter().filter(|column| column.is_shown()).collect()
    }

    /// All rows in their order, with the cells as people read them.
    pub(in crate::output) fn shown_rows(&self) -> impl Iterator<Item = (RowKind, Cow<'_, [Cell]>)> {
        self.rows().map(|(kind, cells)| (kind, self.shown_cells(cells)))
    }

    /// The cells of a row as people read them.
    pub(in crate::output) fn shown_cells<'c>(&self, cells: Cow<'c, [Cell]>) -> Cow<'c, [Cell]> {
        if self.columns.iter().all(|column| column.is_shown() && column.below.is_none()) {
            return cells;
        }
        let shown = self.columns.iter().zip(cells.iter()).filter(|(column, _)| column.is_shown());
        shown.map(|(column, cell)| column.shown(cell)).collect()
    }

    /// The section as a table for people.
    pub(super) fn sheet(&self) -> Sheet {
        let rows = self.shown_rows().map(|(kind, cells)| match kind {
            RowKind::Item => cells.into_owned(),
            RowKind::Subtotal | RowKind::Total => in_bold(cells.into_owned()),
        });
        self.sheet_of(Column::is_shown, rows.collect())
    }

    /// The section as programs read it from CSV: nothing is shortened or left to the title.
    pub(super) fn csv_sheet(&self) -> Sheet {
        let is_whole = self.columns.iter().all(Column::is_in_csv);
        let kept = |cells: Cow<'_, [Cell]>| match is_whole {
            true => cells.into_owned(),
            false => {
                let cells = self.columns.iter().zip(cells.iter()).filter(|(column, _)| column.is_in_csv());
                cells.map(|(_, cell)| cell.clone()).collect()
            }
        };
        self.sheet_of(Column::is_in_csv, self.rows().map(|(_, cells)| kept(cells)).collect())
    }

    fn sheet_of(&self, is_kept: impl Fn(&Column) -> bool, rows: Vec<Vec<Cell>>) -> Sheet {
        let columns = self.columns.iter().filter(|column| is_kept(column));
        let headers = columns.map(|column| column.header.clone()).collect();
        Sheet { title: None, headers, rows, foot: self.notes.clone() }
    }

    /// The items as JSON.
    pub fn items(&self) -> Vec<Value> {
        let items = self.rows().filter(|(kind, _)| *kind == RowKind::Item);
        items.map(|(kind, cells)| document::object(&self.columns, &cells, kind)).collect()
    }

    /// The totals as JSON.
    pub fn totals(&self) -> Vec<Value> {
        let totals = self.rows.iter().filter(|row| row.kind == RowKind::Total);
        totals.map(|row| document::object(&self.columns, &row.cells, row.kind)).collect()
    }

    /// The total as JSON; null where there is none.
    pub fn total(&self) -> Value {
        self.totals().pop().unwrap_or_default()
    }

    /// The subtotals as JSON, each with its items.
    pub fn subtotals(&self) -> Vec<(Value, Vec<Value>)> {
        let (mut subtotals, mut items) = (Vec::new(), Vec::new());
        for (kind, cells) in self.rows() {
            let object = document::object(&self.columns, &cells, kind);
            match kind {
                RowKind::Item => items.push(object),
                RowKind::Subtotal => subtotals.push((object, std::mem::take(&mut items))),
                RowKind::Total => {}
            }
        }
        subtotals
    }

    /// Whether each cell is of its column's kind.
    pub fn is_well_formed(&self) -> bool {
        let is_well_formed = |cells: &[Cell]| {
            cells.len() == self.columns.len()
                && self.columns.iter().zip(cells).all(|(column, cell)| column.kind.takes(cell))
        };
        self.rows().all(|(_, cells)| is_well_formed(&cells))
    }
}

/// The cell of a row, blank where the row is shorter.
pub fn cell(row: &[Cell], column: usize) -> &Cell {
    row.get(column).unwrap_or(&Cell::Blank)
}
