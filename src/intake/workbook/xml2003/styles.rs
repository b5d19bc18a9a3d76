//! The styles of an XML of 2003: by which format each shows its numbers, and whether it strikes out. A style may leave either
//! to the one that it is made from; a cell without a style has that of its row, of its column, or of its table.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::super::format::{self, Shown};
use super::super::rows::MOST_COLUMNS;
use super::super::xml::{Broken, Names, Space};
use super::number_of;

/// What cells have that no style is named for.
const USUAL: &str = "Default";
/// The longest chain of styles that are made from each other.
const LONGEST: usize = 16;

#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    /// The style that is being read.
    last: String,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    shown: Option<Shown>,
    struck: Option<bool>,
}

impl Styles {
    /// Takes an element of the book's styles.
    pub fn take(&mut self, names: &Names, tag: &BytesStart<'_>) {
        let word = |name| names.attribute(tag, Space::Sheet, name);
        match tag.local_name().as_ref() {
            "Style" => {
                self.last = word("ID").unwrap_or_default();
                self.styles.insert(self.last.clone(), Style { parent: word("Parent"), ..Style::default() });
            }
            "Font" => self.last().struck = Some(word("StrikeThrough").is_some_and(|word| word == "1")),
            "NumberFormat" => {
                self.last().shown = Some(format::shown(named_format(&word("Format").unwrap_or_default())));
            }
            _ => {}
        }
    }

    fn last(&mut self) -> &mut Style {
        self.styles.entry(self.last.clone()).or_default()
    }

    /// How a cell of this style shows a number.
    pub fn shown(&self, id: &str) -> &Shown {
        self.inherited(id, |style| style.shown.as_ref()).unwrap_or(&Shown::General)
    }

    pub fn is_struck(&self, id: &str) -> bool {
        self.inherited(id, |style| style.struck.as_ref()).copied().unwrap_or(false)
    }

    /// What a style says, or the nearest one that it is made from.
    fn inherited<'s, T>(&'s self, id: &str, says: impl Fn(&'s Style) -> Option<&'s T>) -> Option<&'s T> {
        let mut style = self.styles.get(if id.is_empty() { USUAL } else { id });
        for _ in 0..LONGEST {
            if let Some(inherited) = says(style?) {
                return Some(inherited);
            }
            style = self.styles.get(style?.parent.as_deref().unwrap_or(USUAL));
        }
        None
    }
}

/// The styles of a table's cells that name none: by row, by column, and of the table.
#[derive(Debug, Default)]
pub struct Around {
    table: String,
    columns: Vec<Option<String>>,
    pub row: Option<String>,
}

impl Around {
    pub fn begin_table(&mut self, names: &Names, tag: &BytesStart<'_>) {
        *self =
            Around { table: names.attribute(tag, Space::Sheet, "StyleID").unwrap_or_default(), ..Around::default() };
    }

    /// Takes the columns that a `<Column>` is for.
    pub fn add_columns(&mut self, names: &Names, tag: &BytesStart<'_>) -> Result<(), Broken> {
        let most = usize::from(MOST_COLUMNS);
        let first = match number_of(names, tag, "Index")? {
            Some(index) => index.checked_sub(1).ok_or(Broken)? as usize,
            None => self.columns.len(),
        };
        let count = number_of(names, tag, "Span")?.unwrap_or(0) as usize + 1;
        // Columns come in order.
        if first >= self.columns.len() {
            self.columns.resize(first.min(most), None);
            let style = names.attribute(tag, Space::Sheet, "StyleID");
            self.columns.resize(first.saturating_add(count).min(most), style);
        }
        Ok(())
    }

    /// The style of a cell in this column that names none.
    pub fn style(&self, column: u32) -> &str {
        let of_column = || self.columns.get(column as usize).and_then(Option::as_deref);
        self.row.as_deref().or_else(of_column).unwrap_or(&self.table)
    }
}

/// The code of a format that is called by a name.
fn named_format(name: &str) -> &str {
    match name {
        "General Number" => "General",
        "Fixed" => "0.00",
        "Standard" | "Currency" | "Euro Currency" => "#,##0.00",
        "Percent" => "0.00%",
        "Scientific" => "0.00E+00",
        "General Date" | "Long Date" | "Medium Date" | "Short Date" => "yyyy-mm-dd",
        "Long Time" | "Medium Time" | "Short Time" => "h:mm:ss",
        "Yes/No" | "True/False" | "On/Off" | "" => "General",
        code => code,
    }
}
