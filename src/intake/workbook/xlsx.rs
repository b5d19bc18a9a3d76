//! xlsx and xlsm: which sheets there are, and their cells, streamed from the zipped part. Formulas are never computed: the
//! value that the program which saved the file stored with the formula is taken, and a formula without one is reported.
//!
//! `calamine` 0.38 streams cells too, in as little memory, but aborts on the shared strings of a crafted file (`strings`),
//! does not cap what a part unpacks to (`parts`), returns a cell's formula or its number format but not both (`styles`),
//! accepts rows and cells in any order, loses text in CDATA, and refuses a sheet for one error value that it does not know
//! (`#SPILL!`).

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use anyhow::Result;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{NsReader, Reader};

use super::SheetName;
use super::frame::frame;
use super::merged::Ranges;
use super::number;
use super::parts::{self, Part};
use super::rows::{MOST_COLUMNS, Numbered, Row, Sorted, cell_name};
use super::scan::scan;
use super::strings::Strings;
use super::struck::{self, Parts, Runs};
use super::styles::Styles;
use super::xml::{Broken, Names, add_text, attribute, is_sheet, is_true, unescaped};
use crate::intake::bytes::Source;
use crate::intake::cells::{Cells, Mark};
use crate::intake::sheet::SheetRow;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};
use crate::model::sheet_frame::SheetFrame;

/// A cell's text, and what else there is to say of it.
type ShownText<'c> = (Cow<'c, str>, Option<Mark>);

/// An open xlsx.
pub struct Xlsx {
    source: Arc<Source>,
    parts: parts::Parts,
    /// The names of the parts with styles and theme.
    looks: (Option<String>, Option<String>),
    sheets: Vec<(SheetName, String)>,
    scanned: Vec<OnceLock<Scanned>>,
    strings: Arc<Strings>,
    styles: Arc<Styles>,
    from_1904: bool,
}

/// What is known of a sheet before its cells are read.
#[derive(Clone)]
struct Scanned {
    merged: Ranges,
    is_mixed: bool,
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
        let parts = parts::Parts::open(source)?;
        let top = relations(&parts, source, "")?;
        let book = top.iter().find(|one| one.kind == "officeDocument").map_or("xl/workbook.xml", |one| &one.path);
        if book.to_lowercase().ends_with(".bin") {
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
        let looks = (other("styles").map(str::to_owned), other("theme").map(str::to_owned));
        let scanned = sheets.iter().map(|_| OnceLock::new()).collect();
        Ok(Xlsx {
            scanned,
            source: Arc::clone(source),
            parts,
            looks,
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

    /// What is around the cells of a sheet; `None` where it is too large to be kept whole, or written as no program does.
    pub fn frame(&self, sheet: usize, header_row: u32, below: Option<u32>) -> Result<Option<SheetFrame>> {
        const LARGEST: u64 = 8 << 20;
        let (_, path) = &self.sheets[sheet];
        let (Some(styles), theme) = &self.looks else { return Ok(None) };
        if self.parts.length(path) > LARGEST {
            return Ok(None);
        }
        let theme = theme.as_ref().map(|theme| self.parts.text(theme)).transpose()?;
        let damaged = |_| stop(Exit::Refused, lists::part_damaged(&self.source.name, path));
        frame(&self.parts.text(path)?, header_row, below, self.parts.text(styles)?, theme).map_err(damaged)
    }

    /// The cells that have a comment: `D5`. None where the part with them cannot be read, as they say nothing of cells.
    pub fn comments(&self, sheet: usize) -> Vec<String> {
        let (_, path) = &self.sheets[sheet];
        let relations = relations(&self.parts, &self.source, path).unwrap_or_default();
        let comments = relations.iter().find(|one| one.kind == "comments").map(|one| one.path.as_str());
        let text = comments.filter(|path| self.parts.has(path)).and_then(|path| self.parts.text(path).ok());
        text.as_deref().map(commented_cells).unwrap_or_default()
    }

    pub fn rows(&self, sheet: usize) -> Result<Rows> {
        let (_, path) = &self.sheets[sheet];
        let Scanned { merged, is_mixed } = self.scanned(sheet)?;
        Ok(Rows {
            reader: Reader::from_reader(self.parts.part(path)?),
            names: Names::default(),
            file: self.source.name.clone(),
            part: path.clone(),
            buffer: Vec::new(),
            at: At {
                strings: Arc::clone(&self.strings),
                styles: Arc::clone(&self.styles),
                from_1904: self.from_1904,
                row: Row::default(),
                number: 0,
                hidden: false,
                cell: Cell::default(),
                sorted: is_mixed.then(Sorted::default),
            },
            numbered: Numbered::new(&merged),
            ended: false,
        })
    }

    /// A sheet's merged ranges and order, looked for once.
    fn scanned(&self, sheet: usize) -> Result<Scanned> {
        if let Some(scanned) = self.scanned[sheet].get() {
            return Ok(scanned.clone());
        }
        let (_, path) = &self.sheets[sheet];
        let damaged = |_| stop(Exit::Refused, lists::part_damaged(&self.source.name, path));
        let found = scan(self.parts.part(path)?).map_err(damaged)?;
        let scanned = Scanned { merged: Ranges::new(found.merged), is_mixed: found.is_mixed };
        Ok(self.scanned[sheet].get_or_init(|| scanned).clone())
    }
}

fn read_part<T: Default>(
    source: &Source,
    parts: &parts::Parts,
    path: Option<&str>,
    read: impl Fn(Part) -> Result<T, Broken>,
) -> Result<T> {
    // Programs leave the part out where a book has no texts or no formats, and still refer to it.
    let Some(path) = path.filter(|path| parts.has(path)) else { return Ok(T::default()) };
    read(parts.part(path)?).map_err(|_| stop(Exit::Refused, lists::part_damaged(&source.name, path)))
}

fn commented_cells(text: &str) -> Vec<String> {
    let mut reader = Reader::from_str(text);
    let mut cells = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) if tag.local_name().as_ref() == "comment" => cells.extend(attribute(&tag, "ref")),
            Ok(Event::Eof) | Err(_) => return cells,
            Ok(_) => {}
        }
    }
}

/// The parts that the part at `path` refers to.
fn relations(parts: &parts::Parts, source: &Source, path: &str) -> Result<Vec<Relation>> {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let slash = if folder.is_empty() { "" } else { "/" };
    let name = format!("{folder}{slash}_rels/{file}.rels");
    if !parts.has(&name) {
        return Ok(Vec::new());
    }
    let text = parts.text(&name)?;
    let damaged = || stop(Exit::Refused, lists::part_damaged(&source.name, &name));
    let mut reader = Reader::from_str(&text);
    let mut relations = Vec::new();
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                let word = |name: &str| attribute(&tag, name).unwrap_or_default();
                let kind = word("Type").rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation {
                    id: word("Id"),
                    kind,
                    path: absolute(folder, &word("Target").replace('\\', "/")),
                });
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
    let mut reader = NsReader::from_str(text);
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    loop {
        let (space, event) = reader.read_resolved_event()?;
        match event {
            Event::Start(tag) | Event::Empty(tag) if is_sheet(&space) => match tag.local_name().as_ref() {
                "sheet" => {
                    let hidden = attribute(&tag, "state").is_some_and(|state| state != "visible");
                    let name = attribute(&tag, "name").ok_or(Broken)?;
                    sheets.push((SheetName { name, hidden }, attribute(&tag, "id").ok_or(Broken)?));
                }
                "workbookPr" => {
                    from_1904 = attribute(&tag, "date1904").is_some_and(|word| is_true(&word));
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
    names: Names,
    file: String,
    part: String,
    buffer: Vec<u8>,
    at: At,
    numbered: Numbered,
    ended: bool,
}

/// What is being read of a sheet.
struct At {
    strings: Arc<Strings>,
    styles: Arc<Styles>,
    from_1904: bool,
    row: Row,
    /// The row being read, from 1.
    number: u32,
    hidden: bool,
    cell: Cell,
    /// The cells of a sheet that has them in no order.
    sorted: Option<Sorted>,
}

/// A cell while it is read.
#[derive(Default)]
struct Cell {
    /// The column of the next cell, where that does not state its name.
    next: u16,
    /// From 1.
    row: u32,
    column: u16,
    style: usize,
    kind: Kind,
    value: String,
    has_value: bool,
    /// There is a `<v>`, which may be blank.
    names_value: bool,
    /// What `<is>` holds: the value of a cell that says so, or has no other.
    inline: String,
    has_inline: bool,
    runs: Runs,
    parts: Option<Parts>,
    formula: String,
    within: Within,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Inline,
    Failed,
    Truth,
    Day,
}

/// Which of a cell's elements its text belongs to.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Within {
    #[default]
    Nothing,
    Value,
    Inline,
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
            let more = match &mut self.at.sorted {
                _ if !self.ended => self.read_row().map(|cells| match cells {
                    Some(cells) => self.numbered.push(self.at.number, cells, self.at.hidden),
                    None => true,
                }),
                Some(sorted) => {
                    let (number, cells, hidden) = sorted.pop()?;
                    Ok(self.numbered.push(number, cells, hidden))
                }
                None => return None,
            };
            if !matches!(more, Ok(true)) {
                (self.ended, self.at.sorted) = (true, None);
                let message = lists::sheet_damaged(&self.file, &self.part, self.at.number);
                return Some(Err(stop(Exit::Refused, message)));
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
            self.names.learn(&event);
            match &event {
                Event::Start(tag) => match self.names.sheet(tag.name()) {
                    "c" => self.at.cell.begin(tag, self.at.number)?,
                    "v" => (self.at.cell.within, self.at.cell.names_value) = (Within::Value, true),
                    "t" if self.at.cell.within != Within::Guide => self.at.cell.within = Within::Inline,
                    "f" => self.at.cell.within = Within::Formula,
                    "rPh" => self.at.cell.within = Within::Guide,
                    name if self.at.cell.runs.look(name, tag) => {}
                    "row" => self.at.begin_row(tag)?,
                    _ => {}
                },
                Event::End(tag) => match self.names.sheet(tag.name()) {
                    "v" | "f" | "rPh" => self.at.cell.within = Within::Nothing,
                    "t" if self.at.cell.within == Within::Inline => self.at.cell.within = Within::Nothing,
                    "c" => {
                        self.at.cell.parts = self.at.cell.runs.take();
                        self.at.end_cell()?;
                    }
                    "row" => return Ok(self.at.row.take()),
                    "sheetData" => {
                        self.ended = true;
                        return Ok(None);
                    }
                    _ => {}
                },
                Event::Empty(tag) => match self.names.sheet(tag.name()) {
                    "row" => self.at.begin_row(tag)?,
                    "c" => self.at.cell.begin(tag, self.at.number)?,
                    "f" => self.at.cell.formula.push('…'),
                    "v" => self.at.cell.names_value = true,
                    name if self.at.cell.runs.look(name, tag) => {}
                    "sheetData" => {
                        self.ended = true;
                        return Ok(None);
                    }
                    _ => {}
                },
                // Cut off: a sheet's cells end with their element.
                Event::Eof => return Err(Broken),
                _ => self.at.cell.add(&event)?,
            }
        }
    }
}

impl At {
    fn begin_row(&mut self, tag: &BytesStart<'_>) -> Result<(), Broken> {
        self.number = match attribute(tag, "r").filter(|number| !number.is_empty()) {
            Some(number) => number.trim().parse().map_err(|_| Broken)?,
            None => self.number.checked_add(1).ok_or(Broken)?,
        };
        self.hidden = attribute(tag, "hidden").is_some_and(|word| is_true(&word));
        if let Some(sorted) = self.sorted.as_mut().filter(|_| self.hidden) {
            sorted.hide(self.number);
        }
        self.cell.next = 0;
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Broken> {
        let Some((text, mark)) = self.cell.end(&self.strings, &self.styles, self.from_1904)? else { return Ok(()) };
        let (row, column) = (self.cell.row, self.cell.column);
        let is_taken = match &mut self.sorted {
            Some(sorted) => sorted.push(row, column, &text, mark),
            None => {
                let is_in_order = self.row.push(column, &text);
                if let Some(mark) = mark.filter(|_| !text.is_empty()) {
                    self.row.mark(mark);
                }
                is_in_order
            }
        };
        if is_taken { Ok(()) } else { Err(Broken) }
    }
}

impl Cell {
    fn begin(&mut self, tag: &BytesStart<'_>, row: u32) -> Result<(), Broken> {
        self.formula.clear();
        self.value.clear();
        self.inline.clear();
        (self.has_value, self.names_value, self.has_inline, self.parts) = (false, false, false, None);
        (self.kind, self.style, self.row, self.column) = (Kind::Number, 0, row, self.next);
        for one in tag.attributes().with_checks(false).flatten() {
            let value: &str = &one.value;
            match one.key.as_ref() {
                // The cell's own name counts, whatever the number of the row that it is in.
                "r" if !value.is_empty() => (self.row, self.column) = cell_name(value).ok_or(Broken)?,
                "s" => self.style = value.parse().unwrap_or(0),
                "t" => {
                    self.kind = match value {
                        "s" => Kind::Shared,
                        "str" => Kind::Text,
                        "inlineStr" => Kind::Inline,
                        "e" => Kind::Failed,
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
                add_text(event, &mut self.value)
            }
            Within::Inline => {
                self.has_inline = true;
                let before = self.inline.len();
                add_text(event, &mut self.inline)?;
                self.runs.add(&self.inline[before..]);
                Ok(())
            }
            Within::Formula => add_text(event, &mut self.formula),
        }
    }

    /// The cell's text, and what else there is to say of it; `None` where it is blank.
    fn end<'c>(
        &'c self,
        strings: &'c Strings,
        styles: &Styles,
        from_1904: bool,
    ) -> Result<Option<ShownText<'c>>, Broken> {
        let plain = |text: &'c str| unescaped(text).map_or(Cow::Borrowed(text), Cow::Owned);
        let value = self.has_value.then_some(&self.value);
        let (kind, text) = match (self.kind, value, self.has_inline.then_some(&self.inline)) {
            (Kind::Inline, _, Some(text)) | (_, None, Some(text)) => (Kind::Text, text),
            (Kind::Inline, Some(text), None) => (Kind::Text, text),
            (kind, Some(text), _) => (kind, text),
            // A formula whose text is blank has a `<v>` all the same.
            (kind, None, None) if !self.formula.is_empty() && (kind == Kind::Number || !self.names_value) => {
                return Ok(Some((Cow::Owned(format!("={}", self.formula)), Some(Mark::Uncomputed))));
            }
            (_, None, None) => return Ok(None),
        };
        let mut parts = self.parts;
        let text = match kind {
            Kind::Failed => return Ok(Some((Cow::Borrowed(text.trim()), Some(Mark::Failed)))),
            Kind::Shared => {
                let at: usize = text.trim().parse().map_err(|_| Broken)?;
                parts = strings.parts(at);
                Cow::Borrowed(strings.get(at).ok_or(Broken)?)
            }
            Kind::Text | Kind::Inline => plain(text),
            Kind::Truth => Cow::Borrowed(if matches!(text.trim(), "1" | "true") { "TRUE" } else { "FALSE" }),
            Kind::Day => Cow::Owned(number::iso_day(text, styles.shown(self.style))),
            Kind::Number => Cow::Owned(number::text(text, styles.shown(self.style), from_1904)),
        };
        Ok(Some((text, struck::mark(parts, styles.is_struck(self.style)))))
    }
}
