//! xls: the books of Excel 5 to 2003, streamed record by record from the container (`compound`, `biff`).
//!
//! `calamine` 0.38 reads them too, but says neither by which format a number is shown nor which rows are hidden, loses a
//! character that is cut by a CONTINUE record, follows the code page of books that are in UTF-16 whatever it says, and makes
//! room for all cells between the first and the last at once: a value in the far corner of a sheet takes 1 GiB.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, OnceLock};

use anyhow::{Context, Result};

use super::SheetName;
use super::biff::{Letters, Records};
use super::compound::{Container, Stream};
use super::format::{self, Shown};
use super::merged::{Range, Ranges};
use super::number;
use super::rows::{Numbered, Row, Sorted};
use super::strings::Strings;
use super::struck::{self, Parts};
use super::xml::Broken;
use crate::intake::bytes::Source;
use crate::intake::cells::{Cells, Mark};
use crate::intake::encoding::Encoding;
use crate::intake::sheet::SheetRow;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};
use crate::model::fault::column_letter;

/// Larger than any xls of 65,536 rows, in bytes.
const LARGEST: u64 = 512 << 20;
/// More than any workbook has. `choose` wants one named long before.
const MOST_SHEETS: usize = 10_000;
const MOST_COLUMNS: u16 = 256;

// Kinds of records ([MS-XLS] 2.3).
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const CODE_PAGE: u16 = 0x0042;
const FROM_1904: u16 = 0x0022;
/// What an encrypted book begins with; what follows it cannot be read.
const FILE_PASS: u16 = 0x002F;
const SHEET: u16 = 0x0085;
const FONT: u16 = 0x0031;
const STYLE: u16 = 0x00E0;
const FORMAT: u16 = 0x041E;
const STRINGS: u16 = 0x00FC;
const ROW: u16 = 0x0208;
const MERGED: u16 = 0x00E5;
/// A comment of a cell.
const NOTE: u16 = 0x001C;
/// With the same fields; those of Excel 3 and 4 are in books of Excel 97 too, which Numbers writes.
const FORMULAS: [u16; 3] = [0x0006, 0x0206, 0x0406];
const FORMULA_TEXT: u16 = 0x0207;
const NUMBER: u16 = 0x0203;
const SHORT_NUMBER: u16 = 0x027E;
const SHORT_NUMBERS: u16 = 0x00BD;
const SHARED_TEXT: u16 = 0x00FD;
const TEXT: u16 = 0x0204;
const RICH_TEXT: u16 = 0x00D6;
const TRUTH_OR_ERROR: u16 = 0x0205;
const VALUES: [u16; 7] = [NUMBER, SHORT_NUMBER, SHORT_NUMBERS, SHARED_TEXT, TEXT, RICH_TEXT, TRUTH_OR_ERROR];

/// An open xls.
pub struct Xls {
    source: Arc<Source>,
    stream: Stream,
    book: Arc<Book>,
    sheets: Vec<Sheet>,
}

struct Sheet {
    name: SheetName,
    /// Where in the stream its records begin.
    at: u64,
    scanned: OnceLock<Scanned>,
}

/// What the cells of all sheets refer to.
struct Book {
    letters: Letters,
    strings: Strings,
    formats: Vec<Shown>,
    /// Styles that strike out what they show.
    struck: Vec<bool>,
    from_1904: bool,
}

/// What is known of a sheet before its cells are read.
#[derive(Clone, Default)]
struct Scanned {
    merged: Ranges,
    hidden: Arc<[u32]>,
    /// The rows, from 1, and columns, from 0, of cells that have a comment.
    comments: Arc<[(u32, u16)]>,
    is_mixed: bool,
}

/// What keeps a book from being read.
enum Trouble {
    Damaged,
    Password,
    /// A text in a code page that is not known.
    Letters(u16),
}

impl From<Broken> for Trouble {
    fn from(_: Broken) -> Trouble {
        Trouble::Damaged
    }
}

impl Xls {
    pub fn open(source: &Arc<Source>, stated: Option<Encoding>) -> Result<Xls> {
        let refused = |message| stop(Exit::Refused, message);
        let damaged = || refused(lists::workbook_damaged(&source.name));
        if source.length() > LARGEST {
            return Err(damaged());
        }
        let stream = if source.beginning.starts_with(&BEGIN.to_le_bytes()) {
            Stream::whole(source)
        } else {
            let container = Container::open(source).with_context(|| lists::cannot_read(&source.name))?;
            workbook(source, &container.ok_or_else(damaged)?)?
        };
        let (book, sheets) = globals(&stream, stated).map_err(|trouble| match trouble {
            Trouble::Damaged => damaged(),
            Trouble::Password => refused(lists::workbook_password(&source.name)),
            Trouble::Letters(page) => refused(lists::code_page_unknown(&source.name, page)),
        })?;
        if sheets.is_empty() {
            return Err(refused(lists::no_sheets(&source.name)));
        }
        Ok(Xls { source: Arc::clone(source), stream, book: Arc::new(book), sheets })
    }

    /// How many bytes are read anew for each sheet: sheets may share their records, as no spreadsheet program writes them.
    pub fn read_again(&self) -> u64 {
        let places: HashSet<u64> = self.sheets.iter().map(|sheet| sheet.at).collect();
        if places.len() < self.sheets.len() { self.source.length() } else { 0 }
    }

    pub fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|sheet| sheet.name.clone()).collect()
    }

    /// The cells that have a comment: `D5`.
    pub fn comments(&self, sheet: usize) -> Vec<String> {
        // A sheet that cannot be read is refused by its rows.
        let comments = self.scanned(sheet).map(|scanned| scanned.comments).unwrap_or_default();
        comments.iter().map(|(row, column)| format!("{}{row}", column_letter(*column))).collect()
    }

    fn scanned(&self, sheet: usize) -> Result<Scanned> {
        let sheet = &self.sheets[sheet];
        if let Some(scanned) = sheet.scanned.get() {
            return Ok(scanned.clone());
        }
        let refused = |_| stop(Exit::Refused, lists::workbook_damaged(&self.source.name));
        let scanned = scan(Records::new(self.stream.from(sheet.at))).map_err(refused)?;
        Ok(sheet.scanned.get_or_init(|| scanned).clone())
    }

    pub fn rows(&self, sheet: usize) -> Result<Rows> {
        let scanned = self.scanned(sheet)?;
        let sheet = &self.sheets[sheet];
        Ok(Rows {
            records: Records::new(self.stream.from(sheet.at)),
            book: Arc::clone(&self.book),
            file: self.source.name.clone(),
            sheet: sheet.name.name.clone(),
            depth: 0,
            row: Row::default(),
            number: 0,
            found: VecDeque::new(),
            numbered: Numbered::new(&scanned.merged),
            sorted: scanned.is_mixed.then(Sorted::default),
            hidden: scanned.hidden,
            ended: false,
        })
    }
}

/// The stream of the book. Errors: the container is of another program, or needs a password.
fn workbook(source: &Source, container: &Container) -> Result<Stream> {
    let refused = |message| stop(Exit::Refused, message);
    let names = ["Workbook", "Book"];
    if let Some(stream) = names.into_iter().find_map(|name| container.stream(name)) {
        return Ok(stream);
    }
    let is_book = names.into_iter().any(|name| container.has(name));
    Err(refused(if container.has("EncryptedPackage") {
        lists::workbook_password(&source.name)
    } else if container.has("WordDocument") {
        lists::is_no_list(&source.name, "Word doc")
    } else if container.has("PowerPoint Document") {
        lists::is_no_list(&source.name, "PowerPoint ppt")
    } else if is_book {
        lists::workbook_damaged(&source.name)
    } else {
        lists::is_no_workbook(&source.name)
    }))
}

/// What stands before the sheets.
fn globals(stream: &Stream, stated: Option<Encoding>) -> Result<(Book, Vec<Sheet>), Trouble> {
    const NEWEST: u16 = 0x0600;
    const STRUCK: u16 = 0x08;
    let mut records = Records::new(stream.from(0));
    if !records.advance()? || records.kind != BEGIN {
        return Err(Trouble::Damaged);
    }
    let is_wide = records.two(0) >= NEWEST;
    let mut letters = if is_wide { Letters::Utf16 } else { Letters::of_page(1252) };
    if let Some(stated) = stated.filter(|_| !is_wide) {
        letters = Letters::Page(stated.decoder());
    }
    let mut book =
        Book { letters, strings: Strings::default(), formats: Vec::new(), struck: Vec::new(), from_1904: false };
    let (mut codes, mut styles, mut fonts, mut sheets) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    while records.advance()? && records.kind != END {
        match records.kind {
            FILE_PASS => return Err(Trouble::Password),
            CODE_PAGE if !is_wide && stated.is_none() => book.letters = Letters::of_page(records.two(0)),
            FROM_1904 => book.from_1904 = records.two(0) == 1,
            FORMAT => {
                let id = records.two(0);
                let code = name(&mut records, 2, if is_wide { 2 } else { 1 }, book.letters)?;
                codes.push((id, format::shown(&code)));
            }
            FONT => fonts.push(records.two(2) & STRUCK != 0),
            STYLE => styles.push((records.two(2), records.two(0))),
            SHEET => sheets.extend(sheet(&mut records, book.letters)?),
            STRINGS => strings(&mut records, &mut book.strings, &fonts)?,
            _ => {}
        }
        if sheets.len() > MOST_SHEETS {
            return Err(Trouble::Damaged);
        }
    }
    let shown = |(id, _): &(u16, u16)| {
        let own = codes.iter().find(|(defined, _)| defined == id).map(|(_, shown)| shown.clone());
        own.unwrap_or_else(|| format::shown(format::built_in(u32::from(*id))))
    };
    book.struck = styles.iter().map(|(_, font)| is_struck(&fonts, *font)).collect();
    book.formats = styles.iter().map(shown).collect();
    Ok((book, sheets))
}

/// A sheet with cells; `None` for charts and macros.
fn sheet(records: &mut Records, letters: Letters) -> Result<Option<Sheet>, Trouble> {
    let at = u64::from(records.four(0));
    let (state, kind) = (records.fields.get(4).copied().unwrap_or(0), records.fields.get(5).copied().unwrap_or(0));
    if kind != 0 {
        return Ok(None);
    }
    let name = SheetName { name: name(records, 6, 1, letters)?, hidden: state & 3 != 0 };
    Ok(Some(Sheet { name, at, scanned: OnceLock::new() }))
}

/// A text from byte `at` on, whose count takes `width` bytes.
fn name(records: &mut Records, at: usize, width: usize, letters: Letters) -> Result<String, Trouble> {
    let mut long = records.long(at);
    let count = usize::from(if width == 2 { long.two()? } else { u16::from(long.byte()?) });
    if letters == Letters::Utf16 {
        let mut text = String::new();
        // A name may be blank, without flags.
        if count > 0 {
            long.text(count, &mut text)?;
        }
        return Ok(text);
    }
    let bytes = long.bytes(count)?;
    letters.read(&bytes).ok_or(match letters {
        Letters::Unknown(page) => Trouble::Letters(page),
        Letters::Utf16 | Letters::Page(_) | Letters::MacCentral => Trouble::Damaged,
    })
}

/// Whether a font strikes out. There is none of the number 4.
fn is_struck(fonts: &[bool], font: u16) -> bool {
    fonts.get(usize::from(if font > 4 { font - 1 } else { font })).copied().unwrap_or(false)
}

fn strings(records: &mut Records, strings: &mut Strings, fonts: &[bool]) -> Result<(), Trouble> {
    let mut long = records.long(8);
    let mut text = String::new();
    while long.has_more()? {
        text.clear();
        let count = usize::from(long.two()?);
        let runs = long.text(count, &mut text)?;
        strings.push(&text)?;
        if let Some((begin, _)) = runs.first() {
            let has = |struck| runs.iter().any(|(_, font)| is_struck(fonts, *font) == struck);
            strings.set_parts(Parts { struck: has(true), plain: has(false), as_cell: *begin > 0 });
        }
    }
    Ok(())
}

/// Follows the records of one sheet; false behind its last. Sheets may hold charts, which have beginnings and ends.
fn step(records: &mut Records, depth: &mut u32) -> Result<bool, Broken> {
    loop {
        if !records.advance()? {
            return Err(Broken);
        }
        match records.kind {
            BEGIN => *depth += 1,
            END if *depth <= 1 => return Ok(false),
            END => *depth -= 1,
            _ if *depth == 0 => return Err(Broken),
            _ if *depth == 1 => return Ok(true),
            _ => {}
        }
    }
}

/// The merged ranges of a sheet, its hidden rows and comments, and whether its cells come in order.
fn scan(mut records: Records) -> Result<Scanned, Broken> {
    const HIDDEN: u16 = 0x20;
    let (mut merged, mut hidden, mut comments) = (Vec::new(), Vec::new(), Vec::new());
    let (mut is_mixed, mut depth) = (false, 0);
    let mut last = None;
    while step(&mut records, &mut depth)? {
        match records.kind {
            ROW if records.two(12) & HIDDEN != 0 => hidden.push(u32::from(records.two(0)) + 1),
            NOTE => comments.push((u32::from(records.two(0)) + 1, records.two(2))),
            MERGED => {
                for at in (2..records.fields.len()).step_by(8).take(usize::from(records.two(0))) {
                    let (top, bottom) = (u32::from(records.two(at)) + 1, u32::from(records.two(at + 2)) + 1);
                    merged.push(Range { top, bottom, column: records.two(at + 4) });
                }
            }
            kind if VALUES.contains(&kind) || FORMULAS.contains(&kind) => {
                let place = Some((records.two(0), records.two(2)));
                is_mixed |= place <= last;
                last =
                    if records.kind == SHORT_NUMBERS { Some((records.two(0), last_column(&records))) } else { place };
            }
            _ => {}
        }
    }
    hidden.sort_unstable();
    comments.sort_unstable();
    comments.dedup();
    Ok(Scanned { merged: Ranges::new(merged), hidden: hidden.into(), comments: comments.into(), is_mixed })
}

/// The last column of a record of several numbers.
fn last_column(records: &Records) -> u16 {
    records.two(records.fields.len().saturating_sub(2))
}

/// The rows of one sheet.
pub struct Rows {
    records: Records,
    book: Arc<Book>,
    file: String,
    sheet: String,
    depth: u32,
    row: Row,
    /// The row being read, from 1.
    number: u32,
    /// Cells that have been read and not taken yet.
    found: VecDeque<Placed>,
    numbered: Numbered,
    sorted: Option<Sorted>,
    hidden: Arc<[u32]>,
    ended: bool,
}

/// A cell and its place.
struct Placed {
    row: u32,
    column: u16,
    text: String,
    mark: Option<Mark>,
}

impl Iterator for Rows {
    type Item = Result<SheetRow>;

    fn next(&mut self) -> Option<Result<SheetRow>> {
        loop {
            if let Some(row) = self.numbered.pop() {
                return Some(Ok(row));
            }
            let more = match &mut self.sorted {
                _ if !self.ended => self.read_row(),
                Some(sorted) => {
                    let (number, cells, _) = sorted.pop()?;
                    self.hand_on(number, cells)
                }
                None => return None,
            };
            if more.is_err() {
                (self.ended, self.sorted) = (true, None);
                let message = lists::sheet_damaged(&self.file, &self.sheet, self.number);
                return Some(Err(stop(Exit::Refused, message)));
            }
        }
    }
}

impl Rows {
    /// Reads to the end of a row, or of the sheet.
    fn read_row(&mut self) -> Result<(), Broken> {
        loop {
            while let Some(placed) = self.found.pop_front() {
                if placed.column >= MOST_COLUMNS {
                    return Err(Broken);
                }
                let begins = self.sorted.is_none() && placed.row != self.number;
                if let Some(cells) = if begins { self.row.take() } else { None } {
                    self.found.push_front(placed);
                    return self.hand_on(self.number, cells);
                }
                self.number = placed.row;
                self.push(placed)?;
            }
            if !step(&mut self.records, &mut self.depth)? {
                self.ended = true;
                return self.row.take().map_or(Ok(()), |cells| self.hand_on(self.number, cells));
            }
            cells(&mut self.records, &self.book, &mut self.found)?;
        }
    }

    fn push(&mut self, placed: Placed) -> Result<(), Broken> {
        let Placed { row, column, text, mark } = placed;
        let is_taken = match &mut self.sorted {
            Some(sorted) => sorted.push(row, column, &text, mark),
            None => {
                let in_order = self.row.push(column, &text);
                mark.into_iter().for_each(|mark| self.row.mark(mark));
                in_order
            }
        };
        if is_taken { Ok(()) } else { Err(Broken) }
    }

    fn hand_on(&mut self, number: u32, cells: Cells) -> Result<(), Broken> {
        let hidden = self.hidden.binary_search(&number).is_ok();
        if self.numbered.push(number, cells, hidden) { Ok(()) } else { Err(Broken) }
    }
}

/// The cells of the record at hand.
fn cells(records: &mut Records, book: &Book, found: &mut VecDeque<Placed>) -> Result<(), Broken> {
    let (row, column, style) = (u32::from(records.two(0)) + 1, records.two(2), records.two(4));
    let mut add_marked = |column, text: String, mark| {
        if !text.is_empty() {
            found.push_back(Placed { row, column, text, mark });
        }
    };
    let mut add = |column, style, text, mark: Option<Mark>| {
        add_marked(column, text, mark.or(book.is_struck(style).then_some(Mark::Struck)));
    };
    match records.kind {
        NUMBER => add(column, style, book.number(f64::from_bits(records.eight(6)), style), None),
        SHORT_NUMBER => add(column, style, book.number(short_number(records.four(6)), style), None),
        SHORT_NUMBERS => {
            let count = records.fields.len().saturating_sub(6) / 6;
            for (column, at) in (column..).zip((4..).step_by(6)).take(count) {
                let number = short_number(records.four(at + 2));
                add(column, records.two(at), book.number(number, records.two(at)), None);
            }
        }
        SHARED_TEXT => {
            let at = records.four(6) as usize;
            let mark = struck::mark(book.strings.parts(at), book.is_struck(style));
            let text = book.strings.get(at).ok_or(Broken)?.to_owned();
            add_marked(column, text, mark);
        }
        TEXT | RICH_TEXT => add(column, style, name(records, 6, 2, book.letters).map_err(|_| Broken)?, None),
        TRUTH_OR_ERROR => {
            let [value, is_error] = [6, 7].map(|at| records.fields.get(at).copied().unwrap_or(0));
            if is_error != 0 {
                add(column, style, error(value).to_owned(), Some(Mark::Failed));
            } else {
                add(column, style, truth(value).to_owned(), None);
            }
        }
        kind if FORMULAS.contains(&kind) => {
            if let Some((text, mark)) = formula(records, book, style)? {
                add(column, style, text, mark);
            }
        }
        _ => {}
    }
    Ok(())
}

/// The value that a formula has in the file.
fn formula(records: &mut Records, book: &Book, style: u16) -> Result<Option<(String, Option<Mark>)>, Broken> {
    /// To be computed when the book is opened.
    const UNCOMPUTED: u16 = 3;
    let result = records.eight(6);
    if result >> 48 != 0xFFFF {
        if result == 0 && records.two(14) & UNCOMPUTED == UNCOMPUTED {
            return Ok(Some(("=…".to_owned(), Some(Mark::Uncomputed))));
        }
        return Ok(Some((book.number(f64::from_bits(result), style), None)));
    }
    let value = (result >> 16) as u8;
    match result as u8 {
        0 => formula_text(records, book).map(|text| Some((text, None))),
        1 => Ok(Some((truth(value).to_owned(), None))),
        2 => Ok(Some((error(value).to_owned(), Some(Mark::Failed)))),
        _ => Ok(None),
    }
}

/// The text of a formula, in a record of its own behind those of the formula.
fn formula_text(records: &mut Records, book: &Book) -> Result<String, Broken> {
    const OF_FORMULA: [u16; 5] = [0x003C, 0x04BC, 0x0221, 0x0236, 0x0021];
    loop {
        if !records.advance()? {
            return Err(Broken);
        }
        match records.kind {
            FORMULA_TEXT => return name(records, 0, 2, book.letters).map_err(|_| Broken),
            kind if OF_FORMULA.contains(&kind) => {}
            _ => return Err(Broken),
        }
    }
}

impl Book {
    fn is_struck(&self, style: u16) -> bool {
        self.struck.get(usize::from(style)).copied().unwrap_or(false)
    }

    fn number(&self, number: f64, style: u16) -> String {
        let shown = self.formats.get(usize::from(style)).unwrap_or(&Shown::General);
        number::text(&number.to_string(), shown, self.from_1904)
    }
}

/// A number in four bytes ([MS-XLS] 2.5.217): the upper half of a float, or an integer; in hundredths or not.
fn short_number(bits: u32) -> f64 {
    let number =
        if bits & 2 != 0 { f64::from(bits.cast_signed() >> 2) } else { f64::from_bits(u64::from(bits & !3) << 32) };
    if bits & 1 != 0 { number / 100.0 } else { number }
}

fn truth(value: u8) -> &'static str {
    if value == 0 { "FALSE" } else { "TRUE" }
}

fn error(value: u8) -> &'static str {
    match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => "#UNKNOWN!",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &[u8] = include_bytes!("../../../tests/lists/wishes-longjin.xls");

    fn word(bytes: &[u8], at: usize) -> usize {
        u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
    }

    fn opened(bytes: &[u8]) -> Result<Xls> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.xls");
        std::fs::write(&path, bytes).unwrap();
        Xls::open(&Arc::new(Source::open(path.to_str().unwrap()).unwrap()), None)
    }

    #[test]
    fn directory_that_runs_in_a_circle_is_refused() {
        const SECTOR: usize = 512;
        let mut bytes = SAMPLE.to_vec();
        assert!(opened(&bytes).is_ok());
        let (table, directory) = (word(&bytes, 76), word(&bytes, 48));
        let next = (table + 1) * SECTOR + 4 * directory;
        bytes[next..next + 4].copy_from_slice(&u32::try_from(directory).unwrap().to_le_bytes());
        assert!(opened(&bytes).is_err());
    }

    #[test]
    fn short_number_is_read_in_each_of_its_four_ways() {
        for (bits, number) in [(0x3FF0_0000, 1.0), (0x3FF0_0001, 0.01), (30 << 2 | 2, 30.0), (150 << 2 | 3, 1.5)] {
            assert_eq!(short_number(bits), number);
        }
    }
}
