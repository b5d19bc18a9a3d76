//! ods: the tables of `content.xml`, or of a flat file, streamed. Cells and rows that the file writes once and repeats are repeated here,
//! within the bounds of a sheet.
//!
//! `calamine` 0.38 reads all tables into memory when it opens the file (152 MiB for 100,000 rows of twelve cells), does not
//! cap what it unpacks (a file of 628 bytes takes more than 6 GB), never returns from a `content.xml` that is cut off, and
//! leaves out which cells span rows.

use std::borrow::Cow;
use std::sync::Arc;

use anyhow::{Context, Result};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::SheetName;
use super::merged::{Range, Ranges};
use super::parts::{Part, Parts};
use super::rows::{MOST_ROWS, Numbered, Row};
use super::shown_text;
use super::xml::{Broken, Names, Space, add_text};
use crate::intake::bytes::Source;
use crate::intake::cells::{Cells, Mark};
use crate::intake::sheet::SheetRow;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};
use crate::model::fault::column_letter;

const CONTENT: &str = "content.xml";
/// The most cells that repeated rows may add up to: else a file of a kilobyte could ask for a million rows of sixteen
/// thousand cells.
const MOST_REPEATED: u64 = 50_000_000;

/// The most bytes of a cell's text that blanks are added to: else a file of a kilobyte could ask for gigabytes of them.
const MOST_BLANK: usize = 1 << 18;

/// An open ods.
pub struct Ods {
    source: Arc<Source>,
    /// `None` for a flat file.
    parts: Option<Parts>,
    sheets: Vec<SheetName>,
    /// Styles that strike out what they show.
    struck: Arc<[String]>,
    has_comments: bool,
}

impl Ods {
    pub fn open(source: &Arc<Source>) -> Result<Ods> {
        let parts = Parts::open(source)?;
        const MANIFEST: &str = "META-INF/manifest.xml";
        if parts.has(MANIFEST) && parts.text(MANIFEST)?.contains("encryption-data") {
            return Err(stop(Exit::Refused, lists::workbook_password(&source.name)));
        }
        Ods::of_parts(source, Some(parts))
    }

    /// Opens a flat file: one XML without a zip around it.
    pub fn open_flat(source: &Arc<Source>) -> Result<Ods> {
        Ods::of_parts(source, None)
    }

    fn of_parts(source: &Arc<Source>, parts: Option<Parts>) -> Result<Ods> {
        let (sheets, struck) = (Vec::new(), Arc::default());
        let mut ods = Ods { source: Arc::clone(source), parts, sheets, struck, has_comments: false };
        let damaged = |_| stop(Exit::Refused, lists::part_damaged(&source.name, CONTENT));
        let Overview { sheets, struck, has_comments } = overview(ods.content()?).map_err(damaged)?;
        (ods.sheets, ods.struck, ods.has_comments) = (sheets, struck.into(), has_comments);
        if ods.sheets.is_empty() {
            return Err(stop(Exit::Refused, lists::no_sheets(&source.name)));
        }
        Ok(ods)
    }

    fn content(&self) -> Result<Part> {
        match &self.parts {
            Some(parts) => parts.part(CONTENT),
            None => Part::whole(&self.source).with_context(|| lists::cannot_read(&self.source.name)),
        }
    }

    pub fn length(&self) -> u64 {
        self.parts.as_ref().map_or(self.source.length(), |parts| parts.length(CONTENT))
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
            reader: Reader::from_reader(self.content()?),
            file: self.source.name.clone(),
            names: Names::default(),
            buffer: Vec::new(),
            tables_before: sheet + 1,
            number: 1,
            hidden: false,
            row: Row::default(),
            cell: Cell::default(),
            struck: Arc::clone(&self.struck),
            comments: Vec::new(),
            passing: 0,
            spans: Vec::new(),
            repeated: 0,
            again: None,
            numbered: Numbered::new(&Ranges::default()),
            ended: false,
        })
    }
}

/// What is known of a book before its cells are read.
#[derive(Default)]
struct Overview {
    sheets: Vec<SheetName>,
    struck: Vec<String>,
    has_comments: bool,
}

/// The names of the tables, hidden those whose style is not displayed, and the styles that strike out.
fn overview(part: Part) -> Result<Overview, Broken> {
    let mut reader = Reader::from_reader(part);
    let mut buffer = Vec::new();
    let mut names = Names::default();
    let (mut style, mut hidden, mut found) = (String::new(), Vec::new(), Overview::default());
    let mut depth = 0u32;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer)?;
        let begins_table = matches!(event, Event::Start(_));
        names.learn(&event);
        match event {
            Event::Start(tag) | Event::Empty(tag) => match names.of(tag.name(), Space::Other) {
                (Space::Style, "style") => {
                    style = names.attribute(&tag, Space::Style, "name").unwrap_or_default();
                }
                (Space::Style, "table-properties")
                    if names.attribute(&tag, Space::Table, "display").is_some_and(|word| word == "false") =>
                {
                    hidden.push(style.clone());
                }
                (Space::Style, "text-properties") if strikes(&names, &tag) => found.struck.push(style.clone()),
                (Space::Office, "annotation") => found.has_comments = true,
                (Space::Table, "table") if begins_table => {
                    depth += 1;
                    if depth == 1 {
                        let of = names.attribute(&tag, Space::Table, "style-name").unwrap_or_default();
                        let name = names.attribute(&tag, Space::Table, "name").ok_or(Broken)?;
                        found.sheets.push(SheetName { name, hidden: hidden.contains(&of) });
                    }
                }
                _ => {}
            },
            Event::End(tag) if names.of(tag.name(), Space::Other) == (Space::Table, "table") => {
                depth = depth.saturating_sub(1);
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// Whether text properties strike out.
fn strikes(names: &Names, tag: &BytesStart<'_>) -> bool {
    let word = |name| names.attribute(tag, Space::Style, name).filter(|word| word != "none");
    word("text-line-through-style").or_else(|| word("text-line-through-type")).is_some()
}

/// The rows of one table.
pub struct Rows {
    reader: Reader<Part>,
    names: Names,
    file: String,
    buffer: Vec<u8>,
    /// Tables that begin up to the wanted one, itself included.
    tables_before: usize,
    /// The row being read, from 1.
    number: u32,
    hidden: bool,
    row: Row,
    cell: Cell,
    struck: Arc<[String]>,
    /// Cells that have a comment, as they are called.
    comments: Vec<String>,
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
    kind: Kind,
    /// The value, where the file states one next to the shown text.
    value: Option<String>,
    formula: Option<String>,
    text: String,
    paragraphs: u32,
    is_open: bool,
    /// Within a paragraph.
    in_text: bool,
    is_struck: bool,
    /// Open elements of a part that is struck out, and the bytes of such parts.
    struck_spans: u32,
    struck_bytes: usize,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Without a kind.
    #[default]
    Blank,
    Text,
    Number,
    Day,
    Time,
    Truth,
    Failed,
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
        if self.numbered.push(number, cells, self.hidden) { Ok(()) } else { Err(Broken) }
    }

    /// Reads to the end of a row, or of the table.
    fn read_row(&mut self) -> Result<(), Broken> {
        let mut times = 1;
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer)?;
            self.names.learn(&event);
            match &event {
                Event::Start(tag)
                    if self.tables_before > 0 && self.names.of(tag.name(), Space::Other) == (Space::Table, "table") =>
                {
                    self.tables_before -= 1;
                }
                Event::Eof => return Err(Broken),
                _ if self.tables_before > 0 => {}
                Event::Start(_) if self.passing > 0 => self.passing += 1,
                Event::End(_) if self.passing > 0 => self.passing -= 1,
                _ if self.passing > 0 => {}
                Event::Start(tag) => match self.names.of(tag.name(), Space::Other) {
                    (Space::Table, "table-row") => {
                        times = count(&self.names, tag, "number-rows-repeated")?;
                        self.hidden = is_hidden(&self.names, tag);
                        self.cell.column = 0;
                    }
                    (Space::Table, "table-cell" | "covered-table-cell") => {
                        self.cell.begin(&self.names, tag, &self.struck)?
                    }
                    (Space::Text, "p" | "h") => self.cell.paragraph(),
                    (Space::Text, "span") => self.cell.begin_span(&self.names, tag, &self.struck),
                    name if is_beside(name) => {
                        if name == (Space::Office, "annotation") {
                            let column = u16::try_from(self.cell.column).map_err(|_| Broken)?;
                            self.comments.push(format!("{}{}", column_letter(column), self.number));
                        }
                        self.passing = 1;
                    }
                    _ => {}
                },
                Event::Empty(tag) => match self.names.of(tag.name(), Space::Other) {
                    (Space::Table, "table-row") => {
                        let times = count(&self.names, tag, "number-rows-repeated")?;
                        self.number = self.number.checked_add(times).ok_or(Broken)?;
                    }
                    (Space::Table, "table-cell" | "covered-table-cell") => {
                        self.cell.begin(&self.names, tag, &self.struck)?;
                        end_cell(&mut self.cell, &mut self.row, self.number, &mut self.spans)?;
                    }
                    (Space::Text, name) => self.cell.add_mark(name, self.names.attribute(tag, Space::Text, "c")),
                    _ => {}
                },
                Event::End(tag) => match self.names.of(tag.name(), Space::Other) {
                    (Space::Text, "p" | "h") => self.cell.in_text = false,
                    (Space::Text, "span") => self.cell.struck_spans = self.cell.struck_spans.saturating_sub(1),
                    (Space::Table, "table-cell" | "covered-table-cell") => {
                        end_cell(&mut self.cell, &mut self.row, self.number, &mut self.spans)?;
                    }
                    (Space::Table, "table-row") => return self.end_row(times),
                    (Space::Table, "table") => {
                        self.ended = true;
                        return Ok(());
                    }
                    _ => {}
                },
                _ if self.cell.is_open && self.cell.in_text => self.cell.add(&event)?,
                _ => {}
            }
        }
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

/// Notes, drawings and guides, whose text is not the cell's.
fn is_beside(name: (Space, &str)) -> bool {
    matches!(
        name,
        (Space::Office, "annotation")
            | (Space::Table, "table" | "shapes")
            | (Space::Draw, _)
            | (Space::Text, "ruby-text" | "note")
    )
}

/// Adds a cell to its row, as often as the file repeats it.
fn end_cell(cell: &mut Cell, row: &mut Row, number: u32, spans: &mut Vec<Range>) -> Result<(), Broken> {
    let (column, columns, rows) = (cell.column, cell.columns, cell.rows);
    cell.is_open = false;
    let (text, mark) = cell.taken();
    if !text.is_empty() {
        for column in column..column.checked_add(columns).ok_or(Broken)? {
            if !row.push(u16::try_from(column).map_err(|_| Broken)?, &text) {
                return Err(Broken);
            }
            mark.into_iter().for_each(|mark| row.mark(mark));
        }
        if rows > 1 {
            let bottom = number.saturating_add(rows - 1);
            let column = u16::try_from(column).map_err(|_| Broken)?;
            spans.push(Range { top: number, bottom, column });
        }
    }
    cell.column = column.checked_add(columns).ok_or(Broken)?;
    Ok(())
}

impl Cell {
    fn begin(&mut self, names: &Names, tag: &BytesStart<'_>, struck: &[String]) -> Result<(), Broken> {
        self.text.clear();
        (self.columns, self.rows, self.paragraphs, self.formula) = (1, 1, 0, None);
        (self.is_open, self.in_text) = (true, false);
        (self.is_struck, self.struck_spans, self.struck_bytes) = (false, 0, 0);
        let (mut kind, mut is_error) = ((Kind::Blank, ""), false);
        for one in tag.attributes().with_checks(false).flatten() {
            match names.of(one.key, Space::Other) {
                (Space::Table, "number-columns-repeated") => self.columns = one.value.parse().map_err(|_| Broken)?,
                (Space::Table, "number-rows-spanned") => self.rows = one.value.parse().map_err(|_| Broken)?,
                (Space::Table, "formula") => self.formula = unescape(&one.value).ok().map(Cow::into_owned),
                (Space::Calc, "value-type") => is_error = &*one.value == "error",
                (Space::Office, "value-type") => kind = kind_of(&one.value),
                (Space::Table, "style-name") if !struck.is_empty() => {
                    self.is_struck = struck.iter().any(|style| **style == *one.value);
                }
                _ => {}
            }
        }
        let (kind, value) = if is_error { (Kind::Failed, "") } else { kind };
        self.kind = kind;
        self.value = if value.is_empty() { None } else { names.attribute(tag, Space::Office, value) };
        Ok(())
    }

    /// A part of a text in a style of its own.
    fn begin_span(&mut self, names: &Names, tag: &BytesStart<'_>, struck: &[String]) {
        let style = if struck.is_empty() { None } else { names.attribute(tag, Space::Text, "style-name") };
        let is_struck = style.is_some_and(|style| struck.contains(&style));
        if self.struck_spans > 0 || is_struck {
            self.struck_spans += 1;
        }
    }

    /// Whether the cell is struck out, or a part of it.
    fn struck(&self) -> Option<Mark> {
        match self.struck_bytes {
            _ if self.is_struck => Some(Mark::Struck),
            0 => None,
            bytes if bytes >= self.text.trim().len() => Some(Mark::Struck),
            _ => Some(Mark::PartlyStruck),
        }
    }

    /// The cell's text, and what else there is to say of it.
    fn taken(&mut self) -> (Cow<'_, str>, Option<Mark>) {
        let struck = self.struck();
        let shown = Cow::Borrowed(self.text.as_str());
        let text = match (self.kind, self.value.take()) {
            (Kind::Blank, _) => match self.formula.take() {
                Some(formula) => return (Cow::Owned(formula), Some(Mark::Uncomputed)),
                None => shown,
            },
            (Kind::Failed, _) => return (shown, Some(Mark::Failed)),
            (Kind::Number, Some(_)) if shown_text::is_failed(shown.trim()) => {
                return (shown, Some(Mark::Failed));
            }
            (Kind::Number, Some(value)) => Cow::Owned(shown_text::number(&value, &self.text)),
            (Kind::Day, Some(value)) => Cow::Owned(shown_text::day(&value, &self.text)),
            (Kind::Time, Some(value)) => shown_text::time(&value, &self.text).map_or(shown, Cow::Owned),
            (Kind::Truth, Some(value)) => Cow::Owned(value.to_uppercase()),
            // Said once where it differs from what is shown, or is not shown at all.
            (Kind::Text, Some(value)) if self.paragraphs == 0 => Cow::Owned(value),
            (_, _) => shown,
        };
        (text, struck)
    }

    fn paragraph(&mut self) {
        if self.paragraphs > 0 {
            self.text.push('\n');
        }
        self.paragraphs += 1;
        self.in_text = true;
    }

    /// Adds an empty paragraph, blanks (`count` of them), a tab or a line end.
    fn add_mark(&mut self, name: &str, count: Option<String>) {
        match name {
            "p" | "h" => {
                self.paragraph();
                self.in_text = false;
            }
            "s" => {
                let blanks = count.and_then(|count| count.parse().ok()).unwrap_or(1).min(1024);
                // A cell that is longer than any may be has a fault whatever else is in it.
                let blanks = if self.text.len() > MOST_BLANK { 0 } else { blanks };
                self.text.extend(std::iter::repeat_n(' ', blanks));
            }
            "tab" => self.text.push('\t'),
            "line-break" => self.text.push('\n'),
            _ => {}
        }
    }

    /// Adds text as ODF means it: a run of blanks and line ends in the XML is one blank, and none begins a paragraph.
    fn add(&mut self, event: &Event<'_>) -> Result<(), Broken> {
        let begin = self.text.len();
        add_text(event, &mut self.text)?;
        let added = &self.text[begin..];
        self.struck_bytes += if self.struck_spans > 0 { added.trim().len() } else { 0 };
        if added.contains(['\n', '\r', '\t']) || added.contains("  ") || added.starts_with(' ') {
            let added = self.text.split_off(begin);
            for c in added.chars() {
                let is_blank = matches!(c, ' ' | '\n' | '\r' | '\t');
                if !is_blank {
                    self.text.push(c);
                } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                    self.text.push(' ');
                }
            }
        }
        Ok(())
    }
}

/// What a cell holds, and the attribute that says its value.
fn kind_of(word: &str) -> (Kind, &'static str) {
    match word {
        "float" | "currency" | "percentage" => (Kind::Number, "value"),
        "date" => (Kind::Day, "date-value"),
        "time" => (Kind::Time, "time-value"),
        "boolean" => (Kind::Truth, "boolean-value"),
        _ => (Kind::Text, "string-value"),
    }
}

fn count(names: &Names, tag: &BytesStart<'_>, name: &str) -> Result<u32, Broken> {
    names.attribute(tag, Space::Table, name).map_or(Ok(1), |count| count.parse().map_err(|_| Broken))
}

fn is_hidden(names: &Names, tag: &BytesStart<'_>) -> bool {
    names.attribute(tag, Space::Table, "visibility").is_some_and(|word| word == "collapse" || word == "filter")
}
