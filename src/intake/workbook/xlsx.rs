//! xlsx and xlsm: which sheets there are, and their cells, streamed from the zipped part. Formulas are never computed: the
//! value that the program which saved the file stored with the formula is taken, and a formula without one is reported.
//!
//! `calamine` 0.38 streams cells too, in as little memory, but aborts on the shared strings of a crafted file (`strings`),
//! does not cap what a part unpacks to (`parts`), returns a cell's formula or its number format but not both (`styles`),
//! accepts rows and cells in any order, loses text in CDATA, and refuses a sheet for one error value that it does not know
//! (`#SPILL!`).

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use anyhow::Result;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::SheetName;
use super::merged::{self, Ranges};
use super::number;
use super::parts::{Part, Parts};
use super::rows::{MOST_COLUMNS, Numbered, Row, cell_name};
use super::strings::Strings;
use super::styles::Styles;
use super::xml::{Broken, add_text, attribute, unescaped};
use crate::intake::bytes::Source;
use crate::intake::cells::Cells;
use crate::intake::sheet::SheetRow;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};

/// An open xlsx.
pub struct Xlsx {
    source: Arc<Source>,
    parts: Parts,
    sheets: Vec<(SheetName, String)>,
    merged: Vec<OnceLock<Ranges>>,
    strings: Arc<Strings>,
    styles: Arc<Styles>,
    from_1904: bool,
}

/// A part that another part refers to.
struct Relation {
    id: String,
    /// The last word of its type: `worksheet`, `sharedStrings`, `styles`, `officeDocument`.
    kind: String,
    path: String,
}

impl Xlsx {
    pub fn open(source: &Arc<Source>) -> Result<Xlsx> {
        let parts = Parts::open(source)?;
        let top = relations(&parts, source, "")?;
        let book = top.iter().find(|one| one.kind == "officeDocument").map_or("xl/workbook.xml", |one| &one.path);
        if book.ends_with(".bin") {
            return Err(stop(Exit::Refused, lists::is_no_list(&source.name, "xlsb")));
        }
        let text = parts.text(book)?;
        let damaged = |_| stop(Exit::Refused, lists::part_damaged(&source.name, book));
        let (named, from_1904) = named_sheets(&text).map_err(damaged)?;
        let relations = relations(&parts, source, book)?;
        // Chart sheets have no cells.
        let worksheets = relations.iter().rev().filter(|one| one.kind == "worksheet");
        let worksheets: HashMap<&str, &str> = worksheets.map(|one| (one.id.as_str(), one.path.as_str())).collect();
        let of = |(sheet, id): (SheetName, String)| Some((sheet, (*worksheets.get(id.as_str())?).to_owned()));
        let sheets: Vec<(SheetName, String)> = named.into_iter().filter_map(of).collect();
        if sheets.is_empty() {
            return Err(stop(Exit::Refused, lists::no_sheets(&source.name)));
        }
        let other = |kind: &str| relations.iter().find(|one| one.kind == kind).map(|one| one.path.as_str());
        let strings = read_part(source, &parts, other("sharedStrings"), Strings::read)?;
        let styles = read_part(source, &parts, other("styles"), Styles::read)?;
        let merged = sheets.iter().map(|_| OnceLock::new()).collect();
        Ok(Xlsx {
            merged,
            source: Arc::clone(source),
            parts,
            sheets,
            strings: strings.into(),
            styles: styles.into(),
            from_1904,
        })
    }

    /// How many bytes are read anew for each sheet: sheets may share a part, as no spreadsheet program writes them.
    pub fn read_again(&self) -> u64 {
        let paths: HashSet<&str> = self.sheets.iter().map(|(_, path)| path.as_str()).collect();
        let shares = self.sheets.len() > paths.len();
        if shares { paths.into_iter().map(|path| self.parts.length(path)).max().unwrap_or(0) } else { 0 }
    }

    pub fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    pub fn rows(&self, sheet: usize) -> Result<Rows> {
        let (_, path) = &self.sheets[sheet];
        let merged = self.merged(sheet)?;
        Ok(Rows {
            reader: Reader::from_reader(self.parts.part(path)?),
            file: self.source.name.clone(),
            part: path.clone(),
            strings: Arc::clone(&self.strings),
            styles: Arc::clone(&self.styles),
            from_1904: self.from_1904,
            buffer: Vec::new(),
            row: Row::default(),
            number: 0,
            cell: Cell::default(),
            numbered: Numbered::new(&merged),
            ended: false,
        })
    }

    /// A sheet's merged ranges, looked for once.
    fn merged(&self, sheet: usize) -> Result<Ranges> {
        if let Some(merged) = self.merged[sheet].get() {
            return Ok(merged.clone());
        }
        let (_, path) = &self.sheets[sheet];
        let damaged = |_| stop(Exit::Refused, lists::part_damaged(&self.source.name, path));
        let merged = merged::of_xlsx(self.parts.part(path)?).map_err(damaged)?;
        Ok(self.merged[sheet].get_or_init(|| Ranges::new(merged)).clone())
    }
}

fn read_part<T: Default>(
    source: &Source,
    parts: &Parts,
    path: Option<&str>,
    read: impl Fn(Part) -> Result<T, Broken>,
) -> Result<T> {
    let Some(path) = path else { return Ok(T::default()) };
    read(parts.part(path)?).map_err(|_| stop(Exit::Refused, lists::part_damaged(&source.name, path)))
}

/// The parts that the part at `path` refers to.
fn relations(parts: &Parts, source: &Source, path: &str) -> Result<Vec<Relation>> {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let slash = if folder.is_empty() { "" } else { "/" };
    let name = format!("{folder}{slash}_rels/{file}.rels");
    let text = parts.text(&name)?;
    let damaged = || stop(Exit::Refused, lists::part_damaged(&source.name, &name));
    let mut reader = Reader::from_str(&text);
    let mut relations = Vec::new();
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                let word = |name: &str| attribute(&tag, name).unwrap_or_default();
                let kind = word("Type").rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id: word("Id"), kind, path: absolute(folder, &word("Target")) });
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// A target as seen from the folder of the part that names it.
fn absolute(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.retain(|step| !step.is_empty());
    path.join("/")
}

/// The sheets with the ids of their parts, and whether days are counted from 1904.
fn named_sheets(text: &str) -> Result<(Vec<(SheetName, String)>, bool), Broken> {
    let mut reader = Reader::from_str(text);
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    loop {
        match reader.read_event()? {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "sheet" => {
                    let hidden = attribute(&tag, "state").is_some_and(|state| state != "visible");
                    let name = attribute(&tag, "name").ok_or(Broken)?;
                    sheets.push((SheetName { name, hidden }, attribute(&tag, "id").ok_or(Broken)?));
                }
                "workbookPr" => {
                    from_1904 = attribute(&tag, "date1904").is_some_and(|word| word == "1" || word == "true")
                }
                _ => {}
            },
            Event::Eof => return Ok((sheets, from_1904)),
            _ => {}
        }
    }
}

/// The rows of one sheet.
pub struct Rows {
    reader: Reader<Part>,
    file: String,
    part: String,
    strings: Arc<Strings>,
    styles: Arc<Styles>,
    from_1904: bool,
    buffer: Vec<u8>,
    row: Row,
    /// The row being read.
    number: u32,
    cell: Cell,
    numbered: Numbered,
    ended: bool,
}

/// A cell while it is read.
#[derive(Default)]
struct Cell {
    /// The column of the next cell, where that does not state its name.
    next: u16,
    column: u16,
    style: usize,
    kind: Kind,
    text: String,
    formula: String,
    has_value: bool,
    within: Within,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Truth,
    Day,
}

/// Which of a cell's elements its text belongs to.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Within {
    #[default]
    Nothing,
    Value,
    Formula,
    /// A phonetic guide of an inline text.
    Guide,
}

impl Iterator for Rows {
    type Item = Result<SheetRow>;

    fn next(&mut self) -> Option<Result<SheetRow>> {
        loop {
            if let Some(row) = self.numbered.pop() {
                return Some(Ok(row));
            }
            if self.ended {
                return None;
            }
            match self.read_row().map(|cells| cells.is_none_or(|cells| self.numbered.push(self.number, cells))) {
                Ok(true) => {}
                Ok(false) | Err(Broken) => {
                    self.ended = true;
                    let message = lists::sheet_damaged(&self.file, &self.part, self.number);
                    return Some(Err(stop(Exit::Refused, message)));
                }
            }
        }
    }
}

impl Rows {
    /// The cells of the next row that has any; `None` at a row without, and at the end.
    fn read_row(&mut self) -> Result<Option<Cells>, Broken> {
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer)?;
            match &event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "c" => self.cell.begin(tag, self.number)?,
                    "v" | "t" if self.cell.within != Within::Guide => self.cell.within = Within::Value,
                    "f" => self.cell.within = Within::Formula,
                    "rPh" => self.cell.within = Within::Guide,
                    "row" => {
                        self.number = row_number(tag, self.number)?;
                        self.cell.next = 0;
                    }
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "v" | "f" | "rPh" => self.cell.within = Within::Nothing,
                    "t" if self.cell.within == Within::Value => self.cell.within = Within::Nothing,
                    "c" => self.cell.end(&mut self.row, &self.strings, &self.styles, self.from_1904)?,
                    "row" => return Ok(self.row.take()),
                    "sheetData" => {
                        self.ended = true;
                        return Ok(None);
                    }
                    _ => {}
                },
                Event::Empty(tag) => match tag.local_name().as_ref() {
                    "row" => self.number = row_number(tag, self.number)?,
                    "c" => {
                        self.cell.begin(tag, self.number)?;
                    }
                    "f" => self.cell.formula.push('…'),
                    "sheetData" => {
                        self.ended = true;
                        return Ok(None);
                    }
                    _ => {}
                },
                // Cut off: a sheet's cells end with their element.
                Event::Eof => return Err(Broken),
                _ => self.cell.add(&event)?,
            }
        }
    }
}

fn row_number(tag: &BytesStart<'_>, last: u32) -> Result<u32, Broken> {
    match attribute(tag, "r") {
        Some(number) => number.parse().map_err(|_| Broken),
        None => Ok(last + 1),
    }
}

impl Cell {
    fn begin(&mut self, tag: &BytesStart<'_>, row: u32) -> Result<(), Broken> {
        self.text.clear();
        self.formula.clear();
        (self.kind, self.style, self.column, self.has_value) = (Kind::Number, 0, self.next, false);
        for one in tag.attributes().with_checks(false).flatten() {
            let value: &str = &one.value;
            match one.key.as_ref() {
                "r" => {
                    let (named, column) = cell_name(value).ok_or(Broken)?;
                    if named != row {
                        return Err(Broken);
                    }
                    self.column = column;
                }
                "s" => self.style = value.parse().map_err(|_| Broken)?,
                "t" => {
                    self.kind = match value {
                        "s" => Kind::Shared,
                        "str" | "inlineStr" | "e" => Kind::Text,
                        "b" => Kind::Truth,
                        "d" => Kind::Day,
                        _ => Kind::Number,
                    }
                }
                _ => {}
            }
        }
        if self.column >= MOST_COLUMNS {
            return Err(Broken);
        }
        self.next = self.column + 1;
        Ok(())
    }

    fn add(&mut self, event: &Event<'_>) -> Result<(), Broken> {
        match self.within {
            Within::Nothing | Within::Guide => Ok(()),
            Within::Value => {
                self.has_value = true;
                add_text(event, &mut self.text)
            }
            Within::Formula => add_text(event, &mut self.formula),
        }
    }

    fn end(&mut self, row: &mut Row, strings: &Strings, styles: &Styles, from_1904: bool) -> Result<(), Broken> {
        if !self.has_value && !self.formula.is_empty() && self.kind == Kind::Number {
            self.formula.insert(0, '=');
            let in_order = row.push(self.column, &self.formula);
            row.mark_uncomputed();
            return if in_order { Ok(()) } else { Err(Broken) };
        }
        let text = &self.text;
        let in_order = match self.kind {
            _ if !self.has_value => true,
            Kind::Shared => row.push(self.column, shared(strings, text)?),
            Kind::Text => row.push(self.column, unescaped(text).as_deref().unwrap_or(text)),
            Kind::Truth => row.push(self.column, if text.trim() == "1" { "TRUE" } else { "FALSE" }),
            Kind::Day => row.push(self.column, &text.trim().replace("T00:00:00", "").replace('T', " ")),
            Kind::Number => row.push(self.column, &number::text(text, styles.shown(self.style), from_1904)),
        };
        if in_order { Ok(()) } else { Err(Broken) }
    }
}

fn shared<'a>(strings: &'a Strings, index: &str) -> Result<&'a str, Broken> {
    index.trim().parse().ok().and_then(|index| strings.get(index)).ok_or(Broken)
}
