//! Workbooks as one XML file, as Excel 2002 and 2003 saved them and many programs still do under the name `.xls`
//! ("XML Spreadsheet 2003"). Streamed.
//!
//! `calamine` does not read them.

mod styles;

use std::sync::Arc;

use anyhow::{Context, Result};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use self::styles::{Around, Styles};
use super::SheetName;
use super::merged::{Range, Ranges};
use super::number;
use super::parts::Part;
use super::rows::{MOST_COLUMNS, Numbered, Row};
use super::xml::{Broken, Names, Space, add_text};
use crate::intake::bytes::Source;
use crate::intake::cells::{Cells, Mark};
use crate::intake::sheet::SheetRow;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};
use crate::model::fault::column_letter;

/// More than any workbook has. `choose` wants one named long before.
const MOST_SHEETS: usize = 10_000;
/// The most rows that repeated rows may add up to.
const MOST_REPEATED: u32 = 1_048_576;

/// An open book.
pub struct Xml2003 {
    source: Arc<Source>,
    sheets: Vec<SheetName>,
    styles: Arc<Styles>,
    has_comments: bool,
}

/// What is known of a book before its cells are read.
#[derive(Default)]
struct Overview {
    sheets: Vec<SheetName>,
    styles: Styles,
    has_comments: bool,
}

impl Xml2003 {
    pub fn open(source: &Arc<Source>) -> Result<Xml2003> {
        let damaged = |_| stop(Exit::Refused, lists::workbook_damaged(&source.name));
        let Overview { sheets, styles, has_comments } = overview(part(source)?).map_err(damaged)?;
        if sheets.is_empty() {
            return Err(stop(Exit::Refused, lists::no_sheets(&source.name)));
        }
        Ok(Xml2003 { source: Arc::clone(source), sheets, styles: Arc::new(styles), has_comments })
    }

    pub fn length(&self) -> u64 {
        self.source.length()
    }

    pub fn sheets(&self) -> Vec<SheetName> {
        self.sheets.clone()
    }

    /// The cells that have a comment: `D5`.
    pub fn comments(&self, sheet: usize) -> Vec<String> {
        // A sheet that cannot be read is refused by its rows.
        let Some(mut rows) = self.has_comments.then(|| self.rows(sheet).ok()).flatten() else { return Vec::new() };
        while rows.next().is_some_and(|row| row.is_ok()) {}
        rows.comments
    }

    pub fn rows(&self, sheet: usize) -> Result<Rows> {
        Ok(Rows {
            reader: Reader::from_reader(part(&self.source)?),
            names: Names::default(),
            file: self.source.name.clone(),
            buffer: Vec::new(),
            sheets_before: sheet + 1,
            at: At { styles: Arc::clone(&self.styles), ..At::default() },
            comments: Vec::new(),
            again: None,
            numbered: Numbered::new(&Ranges::default()),
            ended: false,
        })
    }
}

fn part(source: &Source) -> Result<Part> {
    Part::whole(source).with_context(|| lists::cannot_read(&source.name))
}

/// The sheets and the styles of a book.
fn overview(part: Part) -> Result<Overview, Broken> {
    let mut reader = Reader::from_reader(part);
    let (mut buffer, mut names) = (Vec::new(), Names::default());
    let Overview { mut sheets, mut styles, mut has_comments } = Overview::default();
    let mut in_visible = false;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer)?;
        names.learn(&event);
        match &event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                // Texts of cells have fonts too.
                "Style" | "Font" | "NumberFormat" if sheets.is_empty() => styles.take(&names, tag),
                "Worksheet" => {
                    let name = names.attribute(tag, Space::Sheet, "Name").ok_or(Broken)?;
                    sheets.push(SheetName { name, hidden: false });
                    if sheets.len() > MOST_SHEETS {
                        return Err(Broken);
                    }
                }
                "Comment" => has_comments = true,
                "Visible" => in_visible = matches!(event, Event::Start(_)),
                _ => {}
            },
            Event::Text(word) if in_visible => {
                let hidden = word.trim().starts_with("SheetHidden") || word.trim().starts_with("SheetVeryHidden");
                sheets.iter_mut().last().into_iter().for_each(|sheet| sheet.hidden |= hidden);
            }
            Event::End(_) => in_visible = false,
            Event::Eof => return Ok(Overview { sheets, styles, has_comments }),
            _ => {}
        }
    }
}

/// The rows of one sheet.
pub struct Rows {
    reader: Reader<Part>,
    names: Names,
    file: String,
    buffer: Vec<u8>,
    /// Sheets that begin up to the wanted one, itself included.
    sheets_before: usize,
    at: At,
    /// Cells that have a comment, as they are called.
    comments: Vec<String>,
    /// A repeated row, and how many times it is still to come.
    again: Option<(u32, Cells)>,
    numbered: Numbered,
    ended: bool,
}

/// What is being read of a sheet.
#[derive(Default)]
struct At {
    styles: Arc<Styles>,
    around: Around,
    row: Row,
    /// The row being read, from 1.
    number: u32,
    /// Rows that the row stands for besides itself.
    repeats: u32,
    hidden: bool,
    /// Where the next cell is, unless it says so.
    column: u32,
    /// Columns that the cell takes besides its own.
    across: u32,
    down: u32,
    style: String,
    kind: String,
    text: String,
    formula: Option<String>,
    in_cell: bool,
    in_value: bool,
    spans: Vec<Range>,
}

impl Iterator for Rows {
    type Item = Result<SheetRow>;

    fn next(&mut self) -> Option<Result<SheetRow>> {
        loop {
            if let Some(row) = self.numbered.pop() {
                return Some(Ok(row));
            }
            let more = match self.again.take() {
                Some((times, cells)) => {
                    self.again = (times > 1).then(|| (times - 1, cells.clone()));
                    self.at.number += 1;
                    self.take(cells)
                }
                None if self.ended => return None,
                None => self.read_row(),
            };
            if more.is_err() {
                (self.ended, self.again) = (true, None);
                let message = lists::sheet_damaged(&self.file, "XML", self.at.number);
                return Some(Err(stop(Exit::Refused, message)));
            }
        }
    }
}

impl Rows {
    fn take(&mut self, cells: Cells) -> Result<(), Broken> {
        if self.numbered.push(self.at.number, cells, self.at.hidden) { Ok(()) } else { Err(Broken) }
    }

    /// Reads to the end of a row, or of the sheet.
    fn read_row(&mut self) -> Result<(), Broken> {
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer)?;
            self.names.learn(&event);
            match &event {
                Event::Eof => return Err(Broken),
                Event::Start(tag) if self.sheets_before > 0 => {
                    self.sheets_before -= usize::from(self.names.sheet(tag.name()) == "Worksheet");
                }
                _ if self.sheets_before > 0 => {}
                Event::Start(tag) => match self.names.sheet(tag.name()) {
                    "Table" => self.at.around.begin_table(&self.names, tag),
                    "Column" => self.at.around.add_columns(&self.names, tag)?,
                    "Row" => self.at.begin_row(&self.names, tag)?,
                    "Cell" => self.at.begin_cell(&self.names, tag)?,
                    "Data" if self.at.in_cell => {
                        self.at.kind = self.names.attribute(tag, Space::Sheet, "Type").unwrap_or_default();
                        self.at.in_value = true;
                    }
                    // A comment has data of its own.
                    "Comment" => {
                        self.at.in_cell = false;
                        let column = u16::try_from(self.at.column).map_err(|_| Broken)?;
                        self.comments.push(format!("{}{}", column_letter(column), self.at.number));
                    }
                    _ => {}
                },
                Event::Empty(tag) => match self.names.sheet(tag.name()) {
                    "Column" => self.at.around.add_columns(&self.names, tag)?,
                    "Row" => {
                        self.at.begin_row(&self.names, tag)?;
                        self.at.number = self.at.number.checked_add(self.at.repeats).ok_or(Broken)?;
                    }
                    "Cell" => {
                        self.at.begin_cell(&self.names, tag)?;
                        self.at.end_cell()?;
                    }
                    _ => {}
                },
                Event::End(tag) => match self.names.sheet(tag.name()) {
                    "Data" => self.at.in_value = false,
                    "Cell" => self.at.end_cell()?,
                    "Row" => return self.end_row(),
                    "Worksheet" => {
                        self.ended = true;
                        return Ok(());
                    }
                    _ => {}
                },
                _ if self.at.in_value => add_text(&event, &mut self.at.text)?,
                _ => {}
            }
        }
    }

    fn end_row(&mut self) -> Result<(), Broken> {
        let spans = std::mem::take(&mut self.at.spans);
        let repeats = std::mem::take(&mut self.at.repeats);
        let Some(cells) = self.at.row.take() else {
            self.at.number = self.at.number.checked_add(repeats).ok_or(Broken)?;
            return Ok(());
        };
        if repeats > MOST_REPEATED {
            return Err(Broken);
        }
        self.again = (repeats > 0).then(|| (repeats, cells.clone()));
        self.numbered.reach_down(spans);
        self.take(cells)
    }
}

impl At {
    fn begin_row(&mut self, names: &Names, tag: &BytesStart<'_>) -> Result<(), Broken> {
        let next = self.number.checked_add(1).ok_or(Broken)?;
        self.number = number_of(names, tag, "Index")?.unwrap_or(next);
        self.repeats = number_of(names, tag, "Span")?.unwrap_or(0);
        self.hidden = names.attribute(tag, Space::Sheet, "Hidden").is_some_and(|word| word == "1");
        self.around.row = names.attribute(tag, Space::Sheet, "StyleID");
        self.column = 0;
        if self.number < next { Err(Broken) } else { Ok(()) }
    }

    fn begin_cell(&mut self, names: &Names, tag: &BytesStart<'_>) -> Result<(), Broken> {
        if let Some(index) = number_of(names, tag, "Index")? {
            self.column = index.checked_sub(1).ok_or(Broken)?;
        }
        self.across = number_of(names, tag, "MergeAcross")?.unwrap_or(0);
        self.down = number_of(names, tag, "MergeDown")?.unwrap_or(0);
        let own = names.attribute(tag, Space::Sheet, "StyleID");
        self.style = own.unwrap_or_else(|| self.around.style(self.column).to_owned());
        self.formula = names.attribute(tag, Space::Sheet, "Formula");
        self.text.clear();
        self.kind.clear();
        (self.in_cell, self.in_value) = (true, false);
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Broken> {
        let column = u16::try_from(self.column).ok().filter(|column| *column < MOST_COLUMNS).ok_or(Broken)?;
        let shown = self.styles.shown(&self.style);
        let (text, mark) = match (self.kind.as_str(), self.formula.take()) {
            ("", Some(formula)) => (formula, Some(Mark::Uncomputed)),
            ("Error", _) => (std::mem::take(&mut self.text), Some(Mark::Failed)),
            ("Number", _) => (number::text(&self.text, shown, false), None),
            ("DateTime", _) => (number::iso_day(&self.text, shown), None),
            ("Boolean", _) => ((if self.text.trim() == "1" { "TRUE" } else { "FALSE" }).to_owned(), None),
            (_, _) => (std::mem::take(&mut self.text), None),
        };
        if !self.row.push(column, &text) {
            return Err(Broken);
        }
        if !text.is_empty() {
            let mark = mark.or(self.styles.is_struck(&self.style).then_some(Mark::Struck));
            mark.into_iter().for_each(|mark| self.row.mark(mark));
            if self.down > 0 {
                self.spans.push(Range { top: self.number, bottom: self.number.saturating_add(self.down), column });
            }
        }
        self.column = self.column.saturating_add(self.across).saturating_add(1);
        self.in_cell = false;
        Ok(())
    }
}

fn number_of(names: &Names, tag: &BytesStart<'_>, name: &str) -> Result<Option<u32>, Broken> {
    let value = names.attribute(tag, Space::Sheet, name);
    value.map(|number| number.trim().parse().map_err(|_| Broken)).transpose()
}
