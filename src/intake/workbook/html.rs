//! The tables of an HTML page, which form sites send under the name `.xls`. Every table is a sheet; a cell that spans
//! rows is a merged one. `html5gum` splits the page into tokens; `calamine` does not read HTML.

mod strikes;

use std::io::{self, Read};
use std::sync::Arc;

use anyhow::Result;
use html5gum::{IoReader, StartTag, Token, Tokenizer};

use self::strikes::{Classes, Sheets, Strikes};
use super::SheetName;
use super::format;
use super::merged::{Range, Ranges};
use super::number;
use super::rows::{Numbered, Row};
use super::shown_text;
use super::xml::Broken;
use crate::intake::bytes::Source;
use crate::intake::decode::{More, Text};
use crate::intake::encoding::{self, Encoding};
use crate::intake::sheet::SheetRow;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};

/// The most columns and rows that a cell may span (HTML standard, 4.9.11).
const MOST_COLUMNS: u32 = 1000;
const MOST_ROWS: u32 = 65_534;

/// An open page.
pub struct Html {
    source: Arc<Source>,
    encoding: Encoding,
    /// The length of the byte order mark before the text.
    mark: u64,
    tables: usize,
    classes: Arc<Classes>,
}

type Tokens = Tokenizer<IoReader<Decoded>>;

impl Html {
    pub fn open(source: &Arc<Source>, stated: Option<Encoding>) -> Result<Html> {
        let (encoding, mark) = encoding::detect(source, stated.or_else(|| declared(source)))?;
        let mut page = Html { source: Arc::clone(source), encoding, mark, tables: 0, classes: Arc::default() };
        let mut tables = Tables::default();
        let mut sheets = Sheets::default();
        for token in page.tokens() {
            match token {
                Ok(Token::StartTag(tag)) => {
                    tables.begin(&tag.name);
                    sheets.begin(&tag.name);
                }
                Ok(Token::EndTag(tag)) => {
                    tables.end(&tag.name);
                    sheets.end(&tag.name);
                }
                Ok(Token::String(text)) => sheets.add(&text),
                Ok(Token::Comment(text)) => sheets.add(&text),
                Ok(_) => {}
                Err(_) => return Err(stop(Exit::Refused, lists::workbook_damaged(&source.name))),
            }
        }
        page.tables = tables.begun;
        page.classes = Arc::new(sheets.classes());
        if page.tables == 0 {
            return Err(stop(Exit::Refused, lists::no_tables(&source.name)));
        }
        Ok(page)
    }

    pub fn length(&self) -> u64 {
        self.source.length()
    }

    pub fn sheets(&self) -> Vec<SheetName> {
        (1..=self.tables).map(|number| SheetName { name: lists::table_name(number), hidden: false }).collect()
    }

    pub fn rows(&self, table: usize) -> Rows {
        Rows {
            tokens: self.tokens(),
            file: self.source.name.clone(),
            wanted: table,
            tables: Tables::default(),
            number: 0,
            hidden: false,
            classes: Arc::clone(&self.classes),
            is_struck: false,
            row: Row::default(),
            in_row: false,
            cell: None,
            column: 0,
            reaching: Vec::new(),
            spans: Vec::new(),
            unseen: 0,
            numbered: Numbered::new(&Ranges::default()),
            ended: false,
        }
    }

    fn tokens(&self) -> Tokens {
        let text = Text::new(self.source.reader(self.mark), self.encoding);
        Tokenizer::new(IoReader::new(Decoded { text, ready: Vec::new(), taken: 0 }))
    }
}

/// The encoding that a page states, where its bytes alone would leave a doubt.
fn declared(source: &Source) -> Option<Encoding> {
    if source.is_utf8 || source.beginning.contains(&0) {
        return None;
    }
    let beginning = String::from_utf8_lossy(&source.beginning[..source.beginning.len().min(4096)]).to_ascii_lowercase();
    let (_, rest) = beginning.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'']).split(['"', '\'', '>', ' ', ';', '/']).next()?;
    label.starts_with("gb").then(|| label.parse().ok()).flatten()
}

/// The tables of a page while its tags go by. Rows without a table are a table: spreadsheets read them so.
#[derive(Default)]
struct Tables {
    /// Tables that have begun.
    begun: usize,
    /// Tables that are open, the innermost last.
    open: Vec<usize>,
    /// The innermost has no tag of its own.
    is_implied: bool,
}

impl Tables {
    /// Whether a table begins or ends with this tag.
    fn begin(&mut self, name: &[u8]) -> bool {
        let begins = is(name, "table") || (self.open.is_empty() && matches!(name, b"tr" | b"td" | b"th"));
        if begins {
            if std::mem::take(&mut self.is_implied) {
                self.open.pop();
            }
            self.is_implied = !is(name, "table");
            self.open.push(self.begun);
            self.begun += 1;
        }
        begins
    }

    fn end(&mut self, name: &[u8]) -> bool {
        is(name, "table") && self.open.pop().is_some()
    }
}

/// The page's text as UTF-8.
struct Decoded {
    text: Text,
    ready: Vec<u8>,
    taken: usize,
}

impl Read for Decoded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.ready.len() {
            self.ready.clear();
            self.taken = 0;
            match self.text.read_into(&mut self.ready)? {
                More::Some => {}
                More::End if self.ready.is_empty() => return Ok(0),
                More::End => break,
                More::Broken => return Err(io::Error::new(io::ErrorKind::InvalidData, "not text")),
            }
        }
        let read = (&self.ready[self.taken..]).read(into)?;
        self.taken += read;
        Ok(read)
    }
}

/// The rows of one table.
pub struct Rows {
    tokens: Tokens,
    file: String,
    wanted: usize,
    tables: Tables,
    number: u32,
    hidden: bool,
    classes: Arc<Classes>,
    /// The row is struck out as a whole.
    is_struck: bool,
    row: Row,
    in_row: bool,
    cell: Option<Cell>,
    /// The next cell's column.
    column: u32,
    /// For how many more rows cells of rows above reach down to each column.
    reaching: Vec<u32>,
    spans: Vec<Range>,
    /// Open elements whose text is not shown.
    unseen: u32,
    numbered: Numbered,
    ended: bool,
}

#[derive(Default)]
struct Cell {
    text: Vec<u8>,
    /// The number that a spreadsheet states next to what it shows (`x:num`, `sdval`).
    number: Option<String>,
    /// By which code it is shown, where that is stated (`sdnum`).
    format: Option<String>,
    columns: u32,
    rows: u32,
    strikes: Strikes,
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
            let taken = match self.tokens.next() {
                Some(Ok(token)) => self.take(token),
                Some(Err(_)) => Err(Broken),
                None => {
                    self.ended = true;
                    self.end_row()
                }
            };
            if taken.is_err() {
                self.ended = true;
                let message = lists::sheet_damaged(&self.file, "HTML", self.number);
                return Some(Err(stop(Exit::Refused, message)));
            }
        }
    }
}

impl Rows {
    fn take(&mut self, token: Token) -> Result<(), Broken> {
        match token {
            Token::StartTag(tag) => self.begin(&tag),
            Token::EndTag(tag) => self.end(&tag.name),
            Token::String(text) => {
                if let Some(cell) = self.cell.as_mut().filter(|_| self.unseen == 0) {
                    cell.add(&text);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn begin_row(&mut self, hidden: bool, is_struck: bool) {
        self.number += 1;
        (self.column, self.in_row, self.hidden, self.is_struck) = (0, true, hidden, is_struck);
    }

    fn begin(&mut self, tag: &StartTag<()>) -> Result<(), Broken> {
        if self.tables.begin(&tag.name) && self.tables.open.last() != Some(&self.wanted) {
            return Ok(());
        }
        if matches!(tag.name.as_slice(), b"style" | b"script" | b"title") && !tag.self_closing {
            self.unseen += 1;
        }
        if self.tables.open.last() != Some(&self.wanted) {
            return Ok(());
        }
        match tag.name.as_slice() {
            b"tr" => {
                self.end_row()?;
                self.begin_row(is_hidden(tag), self.classes.is_struck(tag));
            }
            b"thead" | b"tbody" | b"tfoot" => self.end_row()?,
            b"td" | b"th" => {
                self.end_cell()?;
                if !self.in_row {
                    self.begin_row(false, false);
                }
                self.cell = Some(Cell {
                    text: Vec::new(),
                    number: attribute(tag, "x:num").or_else(|| attribute(tag, "sdval")),
                    format: attribute(tag, "sdnum")
                        .and_then(|language_and_code| language_and_code.splitn(3, ';').nth(2).map(str::to_owned)),
                    columns: span(tag, "colspan").clamp(1, MOST_COLUMNS),
                    rows: span(tag, "rowspan").clamp(1, MOST_ROWS),
                    strikes: Strikes::of_cell(self.is_struck || self.classes.is_struck(tag)),
                });
            }
            name => {
                if let Some(cell) = &mut self.cell {
                    cell.strikes.begin(tag, &self.classes);
                    if matches!(name, b"br" | b"p" | b"div" | b"li") {
                        cell.break_line();
                    }
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), Broken> {
        if matches!(name, b"style" | b"script" | b"title") {
            self.unseen = self.unseen.saturating_sub(1);
        }
        let within = self.tables.open.last() == Some(&self.wanted);
        match name {
            b"table" => {
                if within {
                    self.end_row()?;
                    // There is nothing more of it behind.
                    self.ended = true;
                }
                self.tables.end(name);
                Ok(())
            }
            b"td" | b"th" if within => self.end_cell(),
            b"tr" | b"thead" | b"tbody" | b"tfoot" if within => self.end_row(),
            _ => {
                if let Some(cell) = self.cell.as_mut().filter(|_| within) {
                    cell.strikes.end(name);
                }
                Ok(())
            }
        }
    }

    fn end_cell(&mut self) -> Result<(), Broken> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        while self.reaching.get(self.column as usize).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        let text = String::from_utf8(cell.text).map_err(|_| Broken)?;
        let text = match (cell.number.filter(|number| !number.is_empty()), cell.format) {
            (Some(_), Some(_)) if shown_text::is_word(text.trim()) => text,
            (Some(number), Some(code)) => number::text(&number, &format::shown(&code), false),
            (Some(number), None) => shown_text::number_or_day(&number, &text),
            (None, _) => text,
        };
        let column = u16::try_from(self.column).map_err(|_| Broken)?;
        if !self.row.push(column, text.trim()) {
            return Err(Broken);
        }
        if let Some(mark) = cell.strikes.mark().filter(|_| !text.trim().is_empty()) {
            self.row.mark(mark);
        }
        if cell.rows > 1 {
            self.spans.push(Range { top: self.number, bottom: self.number.saturating_add(cell.rows - 1), column });
            let (from, to) = (self.column as usize, (self.column + cell.columns) as usize);
            self.reaching.resize(self.reaching.len().max(to), 0);
            self.reaching[from..to].fill(cell.rows);
        }
        self.column += cell.columns;
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Broken> {
        self.end_cell()?;
        if !std::mem::take(&mut self.in_row) {
            return Ok(());
        }
        for rows in &mut self.reaching {
            *rows = rows.saturating_sub(1);
        }
        let spans = std::mem::take(&mut self.spans);
        let Some(cells) = self.row.take() else { return Ok(()) };
        self.numbered.reach_down(spans);
        if self.numbered.push(self.number, cells, self.hidden) { Ok(()) } else { Err(Broken) }
    }
}

impl Cell {
    /// Adds text as a page shows it: a run of blanks and line ends is one blank.
    fn add(&mut self, text: &[u8]) {
        self.strikes.add(text);
        for &byte in text {
            let is_blank = matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'\x0C');
            if !is_blank {
                self.text.push(byte);
            } else if !matches!(self.text.last(), None | Some(b' ' | b'\n')) {
                self.text.push(b' ');
            }
        }
    }

    fn break_line(&mut self) {
        if self.text.last() == Some(&b' ') {
            self.text.pop();
        }
        if !self.text.is_empty() {
            self.text.push(b'\n');
        }
    }
}

fn is(name: &[u8], word: &str) -> bool {
    name == word.as_bytes()
}

/// Whether the page does not show a row.
fn is_hidden(tag: &StartTag<()>) -> bool {
    attribute(tag, "style").is_some_and(|style| style.replace(' ', "").to_ascii_lowercase().contains("display:none"))
        || tag.attributes.contains_key(b"hidden".as_slice())
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    std::str::from_utf8(value).ok().map(str::to_owned)
}

fn span(tag: &StartTag<()>, name: &str) -> u32 {
    attribute(tag, name).and_then(|value| value.trim().parse().ok()).unwrap_or(1)
}
