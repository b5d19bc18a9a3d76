//! The columns of a report: what each is called by people and by programs, what its cells are, what its total is. A
//! [`TypedColumn`] also knows the way to its cell in a typed row, so that no report places cells by position.

use std::borrow::Cow;
use std::sync::Arc;

use super::super::Cell;
use super::section::{Row, RowKind, Section, Streamed};

/// A column of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its key in JSON, and its name in a chart or a total: `rate`. A dot leads into an object (`members.lead`); of keys
    /// that end in `[]` all columns with the same key are one list (`scores[]`).
    pub key: &'static str,
    /// In the language of this run.
    pub header: String,
    pub kind: Kind,
    pub total: Total,
    pub readers: Readers,
    /// Whether only items have it in JSON: it names a row, or ranks it.
    pub is_of_items: bool,
    /// Whether each of its cells is the section's title again: only CSV has it, whose rows are read one by one.
    pub repeats_title: bool,
    /// Where its cells are paths of places: the place that the title names, which people do not read in each row again.
    pub below: Option<Arc<str>>,
}

/// What the cells of a column are. Each may be blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Count,
    /// From 0 to 1.
    Rate,
    Money,
    Day,
    /// A number of days, whole or in the middle of several.
    Days,
    /// An average.
    Mean,
}

/// What a total has in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Total {
    /// Nothing that could be computed from the rows above it.
    #[default]
    None,
    /// The sum of the items.
    Sum,
    /// One sum as a share of another: the keys of both.
    Share { of: &'static str, by: &'static str },
}

/// Who reads a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Readers {
    #[default]
    All,
    /// Only people: JSON has it elsewhere.
    People,
    /// Only programs: JSON has it, no table does.
    Programs,
}

impl Kind {
    pub fn is_number(self) -> bool {
        match self {
            Kind::Count | Kind::Rate | Kind::Money | Kind::Days | Kind::Mean => true,
            Kind::Text | Kind::Day => false,
        }
    }

    /// Whether a cell may be in a column of this kind.
    pub fn takes(self, cell: &Cell) -> bool {
        match cell {
            Cell::Blank => true,
            Cell::Text(_) | Cell::Coded(_) => matches!(self, Kind::Text | Kind::Day),
            Cell::Count(_) => matches!(self, Kind::Count | Kind::Days),
            Cell::Rate(_) => self == Kind::Rate,
            Cell::Money(_) => self == Kind::Money,
            Cell::Mean(_) => matches!(self, Kind::Days | Kind::Mean),
        }
    }
}

impl Column {
    pub fn new(kind: Kind, key: &'static str, header: impl Into<String>) -> Column {
        Column {
            key,
            header: header.into(),
            kind,
            total: Total::None,
            readers: Readers::All,
            is_of_items: false,
            repeats_title: false,
            below: None,
        }
    }

    pub fn text(key: &'static str, header: impl Into<String>) -> Column {
        Column::new(Kind::Text, key, header)
    }

    /// Paths of places, or the names of other groups: see [`Section::shorten_places`].
    pub fn place(key: &'static str, header: impl Into<String>) -> Column {
        Column { below: Some("".into()), ..Column::text(key, header) }
    }

    pub fn count(key: &'static str, header: impl Into<String>) -> Column {
        Column::new(Kind::Count, key, header)
    }

    pub fn rate(key: &'static str, header: impl Into<String>) -> Column {
        Column::new(Kind::Rate, key, header)
    }

    pub fn day(key: &'static str, header: impl Into<String>) -> Column {
        Column::new(Kind::Day, key, header)
    }

    pub fn days(key: &'static str, header: impl Into<String>) -> Column {
        Column::new(Kind::Days, key, header)
    }

    pub fn mean(key: &'static str, header: impl Into<String>) -> Column {
        Column::new(Kind::Mean, key, header)
    }

    /// A number that JSON has and no table.
    pub fn document_count(key: &'static str) -> Column {
        Column { readers: Readers::Programs, ..Column::count(key, "") }
    }

    /// Its total is the sum of the items.
    pub fn sum(self) -> Column {
        Column { total: Total::Sum, ..self }
    }

    /// Its total is the sum of one column as a share of that of another.
    pub fn share(self, of: &'static str, by: &'static str) -> Column {
        Column { total: Total::Share { of, by }, ..self }
    }

    pub fn for_people(self) -> Column {
        Column { readers: Readers::People, ..self }
    }

    pub fn of_items(self) -> Column {
        Column { is_of_items: true, ..self }
    }

    pub fn repeats_title(self) -> Column {
        Column { repeats_title: true, ..self }
    }

    /// The column with the way to its cell.
    pub fn of<R>(self, cell: impl Fn(&R) -> Cell + Send + Sync + 'static) -> TypedColumn<R> {
        TypedColumn { column: self, cell: Box::new(cell) }
    }

    /// Whether CSV has it.
    pub fn is_in_csv(&self) -> bool {
        self.readers != Readers::Programs
    }

    /// Whether the tables that people read have it.
    pub fn is_shown(&self) -> bool {
        self.is_in_csv() && !self.repeats_title
    }

    /// A cell as people read it.
    pub(super) fn shown(&self, cell: &Cell) -> Cell {
        match (&self.below, cell) {
            (Some(above), Cell::Text(path)) => match path_below(path, above) {
                Cow::Borrowed(_) => cell.clone(),
                Cow::Owned(short) => Cell::text_of(short),
            },
            _ => cell.clone(),
        }
    }
}

/// The path of a place without the place above it, and of that place itself its name: below 荔湾区/金花街道 it is
/// 蟠虬社区 for 荔湾区/金花街道/蟠虬社区. Any other text stays.
pub fn path_below<'p>(path: &'p str, above: &str) -> Cow<'p, str> {
    let short = match path.strip_prefix(above).filter(|_| !above.is_empty()) {
        Some("") => path.rsplit('/').next(),
        Some(rest) => rest.strip_prefix('/'),
        None => None,
    };
    short.map_or(Cow::Borrowed(path), |short| Cow::Owned(short.to_owned()))
}

/// A column and its cell in a row of type `R`.
pub struct TypedColumn<R> {
    column: Column,
    cell: Box<dyn Fn(&R) -> Cell + Send + Sync>,
}

impl<R> TypedColumn<R> {
    pub fn key(&self) -> &'static str {
        self.column.key
    }

    /// The same cells in a changed column.
    pub fn map(self, change: impl FnOnce(Column) -> Column) -> TypedColumn<R> {
        TypedColumn { column: change(self.column), ..self }
    }
}

/// The columns of a section whose rows are of type `R`.
pub struct Columns<R>(Vec<TypedColumn<R>>);

impl<R> From<Vec<TypedColumn<R>>> for Columns<R> {
    fn from(columns: Vec<TypedColumn<R>>) -> Columns<R> {
        Columns(columns)
    }
}

impl<R> Columns<R> {
    pub fn cells(&self, row: &R) -> Vec<Cell> {
        self.0.iter().map(|one| (one.cell)(row)).collect()
    }

    /// A section of these items.
    pub fn section<'r>(
        &self,
        key: &'static str,
        title: impl Into<String>,
        items: impl IntoIterator<Item = &'r R>,
    ) -> Section
    where
        R: 'r,
    {
        let rows = items.into_iter().map(|item| Row { kind: RowKind::Item, cells: self.cells(item) }).collect();
        Section { key, title: title.into(), columns: self.values(), rows, ..Section::default() }
    }

    /// A section of these items, whose cells are made when they are written: a city's people are some hundred thousand.
    pub fn streamed(self, key: &'static str, title: impl Into<String>, items: Vec<R>) -> Section
    where
        R: Send + Sync + 'static,
    {
        let (columns, count) = (self.values(), items.len());
        let streamed = Streamed::new(count, move |at| items.get(at).map_or_else(Vec::new, |item| self.cells(item)));
        Section { key, title: title.into(), columns, streamed: Some(streamed), ..Section::default() }
    }

    fn values(&self) -> Vec<Column> {
        self.0.iter().map(|one| one.column.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_is_shortened_below_the_place_of_the_title_only() {
        for (path, above, short) in [
            ("荔湾区/金花街道/蟠虬社区", "荔湾区/金花街道", "蟠虬社区"),
            ("荔湾区/金花街道/蟠虬社区", "荔湾区", "金花街道/蟠虬社区"),
            ("荔湾区/金花街道", "荔湾区/金花街道", "金花街道"),
            ("荔湾区/金花街道二", "荔湾区/金花街道", "荔湾区/金花街道二"),
            ("荔湾区/龙津街道", "荔湾区/金花街道", "荔湾区/龙津街道"),
            ("荔湾区/金花街道", "广州市", "荔湾区/金花街道"),
            ("荔湾区", "", "荔湾区"),
            ("合计", "荔湾区", "合计"),
        ] {
            assert_eq!(path_below(path, above), short);
        }
    }
}
