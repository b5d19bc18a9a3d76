//! ods: the tables of `content.xml`, streamed. Cells and rows that the file writes once and repeats are repeated here,
//! within the bounds of a sheet.
//!
//! `calamine` 0.38 reads all tables into memory when it opens the file (152 MiB for 100,000 rows of twelve cells), does not
//! cap what it unpacks (a file of 628 bytes takes more than 6 GB), never returns from a `content.xml` that is cut off, and
//! leaves out which cells span rows.

use std::sync::Arc;

use anyhow::Result;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::SheetName;
use super::merged::{Range, Ranges};
use super::number::plain;
use super::parts::{Part, Parts};
use super::rows::{MOST_ROWS, Numbered, Row};
use super::xml::{Broken, add_text, attribute};
use crate::intake::bytes::Source;
use crate::intake::cells::Cells;
use crate::intake::sheet::SheetRow;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};

const CONTENT: &str = "content.xml";
/// The most cells that repeated rows may add up to: else a file of a kilobyte could ask for a million rows of sixteen
/// thousand cells.
const MOST_REPEATED: u64 = 50_000_000;

/// An open ods.
pub struct Ods {
    source: Arc<Source>,
    parts: Parts,
    sheets: Vec<SheetName>,
}

impl Ods {
    pub fn open(source: &Arc<Source>) -> Result<Ods> {
        let parts = Parts::open(source)?;
        const MANIFEST: &str = "META-INF/manifest.xml";
        if parts.has(MANIFEST) && parts.text(MANIFEST)?.contains("encryption-data") {
            return Err(stop(Exit::Refused, lists::workbook_password(&source.name)));
        }
        let damaged = |_| stop(Exit::Refused, lists::part_damaged(&source.name, CONTENT));
        let sheets = named_sheets(parts.part(CONTENT)?).map_err(damaged)?;
        if sheets.is_empty() {
            return Err(stop(Exit::Refused, lists::no_sheets(&source.name)));
        }
        Ok(Ods { source: Arc::clone(source), parts, sheets })
    }

    pub fn length(&self) -> u64 {
        self.parts.length(CONTENT)
    }

    pub fn sheets(&self) -> Vec<SheetName> {
        self.sheets.clone()
    }

    pub fn rows(&self, sheet: usize) -> Result<Rows> {
        Ok(Rows {
            reader: Reader::from_reader(self.parts.part(CONTENT)?),
            file: self.source.name.clone(),
            buffer: Vec::new(),
            tables_before: sheet + 1,
            number: 1,
            row: Row::default(),
            cell: Cell::default(),
            passing: 0,
            spans: Vec::new(),
            repeated: 0,
            again: None,
            numbered: Numbered::new(&Ranges::default()),
            ended: false,
        })
    }
}

/// The names of the tables; hidden are those whose style is not displayed.
fn named_sheets(part: Part) -> Result<Vec<SheetName>, Broken> {
    let mut reader = Reader::from_reader(part);
    let mut buffer = Vec::new();
    let (mut style, mut hidden, mut sheets) = (String::new(), Vec::new(), Vec::new());
    let mut depth = 0u32;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "style" => {
                style = attribute(&tag, "name").unwrap_or_default();
            }
            Event::Start(tag) | Event::Empty(tag)
                if tag.local_name().as_ref() == "table-properties"
                    && attribute(&tag, "display").is_some_and(|word| word == "false") =>
            {
                hidden.push(style.clone());
            }
            Event::Start(tag) if is_table(&tag) => {
                depth += 1;
                if depth == 1 {
                    let of = attribute(&tag, "style-name").unwrap_or_default();
                    sheets
                        .push(SheetName { name: attribute(&tag, "name").ok_or(Broken)?, hidden: hidden.contains(&of) });
                }
            }
            Event::End(tag) if tag.name().as_ref() == "table:table" => depth = depth.saturating_sub(1),
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

fn is_table(tag: &BytesStart<'_>) -> bool {
    tag.name().as_ref() == "table:table"
}

/// The rows of one table.
pub struct Rows {
    reader: Reader<Part>,
    file: String,
    buffer: Vec<u8>,
    /// Tables that begin up to the wanted one, itself included.
    tables_before: usize,
    /// The row being read, from 1.
    number: u32,
    row: Row,
    cell: Cell,
    /// Open elements of notes and drawings in a cell, whose text is not the cell's.
    passing: u32,
    /// Cells of the row that reach down.
    spans: Vec<Range>,
    /// Cells that were repeated so far.
    repeated: u64,
    /// A repeated row, and how many times it is still to come.
    again: Option<(u32, Cells)>,
    numbered: Numbered,
    ended: bool,
}

#[derive(Default)]
struct Cell {
    column: u32,
    columns: u32,
    rows: u32,
    /// The value, where the shown text is not the value.
    value: Option<String>,
    formula: Option<String>,
    has_kind: bool,
    text: String,
    paragraphs: u32,
    is_open: bool,
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
                    self.take(cells)
                }
                None if self.ended => return None,
                None => self.read_row(),
            };
            if more.is_err() {
                self.ended = true;
                self.again = None;
                let message = lists::sheet_damaged(&self.file, CONTENT, self.number);
                return Some(Err(stop(Exit::Refused, message)));
            }
        }
    }
}

impl Rows {
    fn take(&mut self, cells: Cells) -> Result<(), Broken> {
        let number = self.number;
        self.number += 1;
        if self.numbered.push(number, cells) { Ok(()) } else { Err(Broken) }
    }

    /// Reads to the end of a row, or of the table.
    fn read_row(&mut self) -> Result<(), Broken> {
        let mut times = 1;
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer)?;
            match &event {
                Event::Start(tag) if self.tables_before > 0 && is_table(tag) => self.tables_before -= 1,
                Event::Eof => return Err(Broken),
                _ if self.tables_before > 0 => {}
                Event::Start(_) if self.passing > 0 => self.passing += 1,
                Event::End(_) if self.passing > 0 => self.passing -= 1,
                _ if self.passing > 0 => {}
                Event::Start(tag) => match tag.name().as_ref() {
                    "table:table-row" => {
                        times = count(tag, "number-rows-repeated")?;
                        self.cell.column = 0;
                    }
                    "table:table-cell" | "table:covered-table-cell" => self.cell.begin(tag)?,
                    "text:p" => self.cell.paragraph(),
                    "office:annotation" | "table:table" | "table:shapes" => self.passing = 1,
                    name if name.starts_with("draw:") => self.passing = 1,
                    _ => {}
                },
                Event::Empty(tag) => match tag.name().as_ref() {
                    "table:table-row" => self.number += count(tag, "number-rows-repeated")?,
                    "table:table-cell" | "table:covered-table-cell" => {
                        self.cell.begin(tag)?;
                        self.end_cell()?;
                    }
                    "text:p" => self.cell.paragraph(),
                    "text:s" => {
                        let blanks = attribute(tag, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                        self.cell.text.extend(std::iter::repeat_n(' ', usize::from(blanks.min(1024u16))));
                    }
                    "text:tab" => self.cell.text.push('\t'),
                    "text:line-break" => self.cell.text.push('\n'),
                    _ => {}
                },
                Event::End(tag) => match tag.name().as_ref() {
                    "table:table-cell" | "table:covered-table-cell" => self.end_cell()?,
                    "table:table-row" => return self.end_row(times),
                    "table:table" => {
                        self.ended = true;
                        return Ok(());
                    }
                    _ => {}
                },
                _ if self.cell.is_open && self.cell.paragraphs > 0 => add_text(&event, &mut self.cell.text)?,
                _ => {}
            }
        }
    }

    fn end_cell(&mut self) -> Result<(), Broken> {
        let Cell { column, columns, rows, .. } = self.cell;
        self.cell.is_open = false;
        let uncomputed = if self.cell.has_kind { None } else { self.cell.formula.take() };
        let text = match (&uncomputed, &self.cell.value) {
            (Some(formula), _) => formula,
            (None, Some(value)) => value,
            (None, None) => &self.cell.text,
        };
        if !text.is_empty() {
            for column in column..column.checked_add(columns).ok_or(Broken)? {
                if !self.row.push(u16::try_from(column).map_err(|_| Broken)?, text) {
                    return Err(Broken);
                }
                if uncomputed.is_some() {
                    self.row.mark_uncomputed();
                }
            }
            if rows > 1 {
                let bottom = self.number.saturating_add(rows - 1);
                let column = u16::try_from(column).map_err(|_| Broken)?;
                self.spans.push(Range { top: self.number, bottom, column });
            }
        }
        self.cell.column = column.checked_add(columns).ok_or(Broken)?;
        Ok(())
    }

    fn end_row(&mut self, times: u32) -> Result<(), Broken> {
        let spans = std::mem::take(&mut self.spans);
        let Some(cells) = self.row.take() else {
            self.number = self.number.checked_add(times).ok_or(Broken)?;
            return Ok(());
        };
        if times > 1 {
            self.repeated += u64::from(times) * cells.len() as u64;
            if times > MOST_ROWS || self.repeated > MOST_REPEATED {
                return Err(Broken);
            }
            self.again = Some((times - 1, cells.clone()));
        }
        self.numbered.reach_down(spans);
        self.take(cells)
    }
}

impl Cell {
    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), Broken> {
        self.columns = count(tag, "number-columns-repeated")?;
        self.rows = count(tag, "number-rows-spanned")?;
        self.text.clear();
        self.paragraphs = 0;
        self.is_open = true;
        self.formula = attribute(tag, "formula");
        // `calcext:value-type` repeats it, except for errors.
        let of_office = |name: &str| {
            let found = tag
                .attributes()
                .with_checks(false)
                .flatten()
                .find(|one| one.key.as_ref().strip_prefix("office:").is_some_and(|local| local == name))?;
            quick_xml::escape::unescape(&found.value).ok().map(|value| value.into_owned())
        };
        let kind = of_office("value-type");
        self.has_kind = kind.is_some();
        self.value = match kind.as_deref() {
            Some("float" | "currency" | "percentage") => of_office("value").map(|raw| match raw.parse() {
                Ok(number) => plain(&raw, number),
                Err(_) => raw,
            }),
            Some("date") => of_office("date-value").map(|day| day.replace("T00:00:00", "").replace('T', " ")),
            Some("boolean") => of_office("boolean-value").map(|truth| truth.to_uppercase()),
            _ => None,
        };
        Ok(())
    }

    fn paragraph(&mut self) {
        if self.paragraphs > 0 {
            self.text.push('\n');
        }
        self.paragraphs += 1;
    }
}

fn count(tag: &BytesStart<'_>, name: &str) -> Result<u32, Broken> {
    attribute(tag, name).map_or(Ok(1), |count| count.parse().map_err(|_| Broken))
}
