//! xls, read by `calamine`: its sheets have 65,536 rows at most and are held in memory.
//!
//! Before that, the container (`compound`) and the records are checked here, and rows that lie far apart are drawn together
//! (`spread`). `calamine` makes room for all cells between the
//! first and the last at once, and a record may claim the 65,536th column: two cells in a file of 9.5 kB ask for 4 billion,
//! and the process aborts.

use std::io::{Cursor, Read};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use anyhow::{Context, Result};
use calamine::{Data, Range as Area, Reader as _, SheetVisible, Xls as Book, XlsError};

use super::SheetName;
use super::compound;
use super::merged::{Range, Ranges};
use super::number;
use super::rows::{MOST_COLUMNS, Numbered, Row};
use super::spread;
use super::styles::Shown;
use crate::intake::bytes::Source;
use crate::intake::sheet::SheetRow;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};

/// Larger than any xls of 65,536 rows, in bytes.
const LARGEST: u64 = 512 << 20;

/// More than the workbook of any office has.
const MOST_SHEETS: usize = 1000;

/// A sheet's name and place; its first and last cells; and the records of cells that `calamine` reads.
pub(super) const SHEET: u16 = 0x0085;
pub(super) const EXTENT: u16 = 0x0200;
pub(super) const CELLS: [u16; 8] = [0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E];

/// The record that an encrypted workbook begins with ([MS-XLS] 2.4.117); what follows it cannot be read.
const FILE_PASS: u16 = 0x002F;

/// An open xls.
pub struct Xls {
    sheets: Vec<Sheet>,
}

struct Sheet {
    name: SheetName,
    cells: Arc<Area<Data>>,
    /// Where its rows were drawn together, the number that each had.
    rows: Option<Arc<Vec<u32>>>,
    merged: Ranges,
    from_1904: bool,
}

impl Xls {
    pub fn open(source: &Arc<Source>) -> Result<Xls> {
        for (word, message) in [
            ("EncryptedPackage", lists::workbook_password(&source.name)),
            ("WordDocument", lists::is_no_list(&source.name, "Word doc")),
            ("PowerPoint Document", lists::is_no_list(&source.name, "PowerPoint ppt")),
        ] {
            if source.holds(&utf16(word))? {
                return Err(stop(Exit::Refused, message));
            }
        }
        let damaged = || stop(Exit::Refused, lists::workbook_damaged(&source.name));
        let mut bytes = Vec::new();
        let whole = source.reader(0).take(LARGEST).read_to_end(&mut bytes);
        whole.with_context(|| lists::cannot_read(&source.name))?;
        let Some(stream) = compound::workbook(&bytes).filter(|_| (bytes.len() as u64) < LARGEST) else {
            return Err(damaged());
        };
        if records(&stream.bytes).any(|(kind, _)| kind == FILE_PASS) {
            return Err(stop(Exit::Refused, lists::workbook_password(&source.name)));
        }
        if !is_bounded(&stream.bytes) {
            return Err(damaged());
        }
        let Some(rows) = spread::draw_together(&stream, &mut bytes) else {
            return Err(stop(Exit::Refused, lists::too_spread(&source.name)));
        };
        drop(stream);
        let sheets = match unharmed(|| read(bytes, &rows)) {
            Some(Ok(sheets)) => sheets,
            Some(Err(_)) | None => return Err(damaged()),
        };
        if sheets.is_empty() {
            return Err(stop(Exit::Refused, lists::no_sheets(&source.name)));
        }
        Ok(Xls { sheets })
    }

    pub fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|sheet| sheet.name.clone()).collect()
    }

    pub fn rows(&self, sheet: usize) -> Rows {
        let Sheet { cells, rows, merged, from_1904, .. } = &self.sheets[sheet];
        let (cells, rows) = (Arc::clone(cells), rows.clone());
        Rows { cells, rows, at: 0, from_1904: *from_1904, numbered: Numbered::new(merged) }
    }
}

/// Whether no record names a row or column beyond the last of a sheet ([MS-XLS] 2.4).
fn is_bounded(stream: &[u8]) -> bool {
    let two = |bytes: &[u8], at: usize| {
        bytes.get(at..at + 2).map_or(0, |two| u32::from(u16::from_le_bytes([two[0], two[1]])))
    };
    let four = |bytes: &[u8], at: usize| two(bytes, at) | two(bytes, at + 2) << 16;
    let fits = |kind: u16, record: &[u8]| match (kind, record.len()) {
        (EXTENT, 10) => extent_fits(two(record, 0), two(record, 2), two(record, 4), two(record, 6)),
        (EXTENT, 14 | 16) => extent_fits(four(record, 0), four(record, 4), two(record, 8), two(record, 10)),
        (kind, _) if CELLS.contains(&kind) => two(record, 2) < 256,
        _ => true,
    };
    let sheets: Vec<usize> =
        records(stream).filter(|(kind, _)| *kind == SHEET).map(|(_, record)| four(record, 0) as usize).collect();
    sheets.len() <= MOST_SHEETS
        && sheets.iter().all(|at| spread::sheet(stream, *at).all(|(_, kind, record)| fits(kind, record)))
}

/// Takes the first row and column, and those behind the last.
fn extent_fits(top: u32, bottom: u32, left: u32, right: u32) -> bool {
    let left = if left > 0xFF || right < left { 0 } else { left };
    let is_blank = bottom == 0 || right == 0;
    is_blank || (bottom <= 65_536 && right <= 256 && top < bottom && left < right)
}

/// The records of a stream by their kind.
pub(super) fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let kind = u16::from_le_bytes([*rest.first()?, *rest.get(1)?]);
        let length = usize::from(u16::from_le_bytes([*rest.get(2)?, *rest.get(3)?]));
        let record = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some((kind, record))
    })
}

fn read(bytes: Vec<u8>, rows: &[Option<Arc<Vec<u32>>>]) -> Result<Vec<Sheet>, XlsError> {
    let mut book = Book::new(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    for (at, sheet) in book.sheets_metadata().to_vec().into_iter().enumerate() {
        if sheet.typ != calamine::SheetType::WorkSheet {
            continue;
        }
        let cells = book.worksheet_range(&sheet.name)?;
        let from_1904 = book.has_1904_epoch();
        let merged = book.merge_cells_by_sheet_name(&sheet.name)?;
        let merged = merged.iter().filter_map(|one| {
            let column = u16::try_from(one.start.1).ok()?;
            Some(Range { top: one.start.0 + 1, bottom: one.end.0.checked_add(1)?, column })
        });
        let hidden = sheet.visible != SheetVisible::Visible;
        let merged = Ranges::new(merged.collect());
        let rows = rows.get(at).cloned().flatten();
        let name = SheetName { name: sheet.name, hidden };
        sheets.push(Sheet { name, cells: Arc::new(cells), rows, merged, from_1904 });
    }
    Ok(sheets)
}

/// What `read` returns; `None` where a damaged file made `calamine` panic. The panic is not shown.
fn unharmed<T>(read: impl FnOnce() -> T) -> Option<T> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let answer = panic::catch_unwind(AssertUnwindSafe(read));
    panic::set_hook(hook);
    answer.ok()
}

/// The rows of one sheet.
pub struct Rows {
    cells: Arc<Area<Data>>,
    rows: Option<Arc<Vec<u32>>>,
    /// The next row of `cells`.
    at: usize,
    from_1904: bool,
    numbered: Numbered,
}

impl Iterator for Rows {
    type Item = Result<SheetRow>;

    fn next(&mut self) -> Option<Result<SheetRow>> {
        let (top, left) = self.cells.start()?;
        loop {
            if let Some(row) = self.numbered.pop() {
                return Some(Ok(row));
            }
            if self.at >= self.cells.height() {
                return None;
            }
            let mut cells = Row::default();
            for column in 0..self.cells.width() {
                let text = self.cells.get((self.at, column)).map(|cell| text(cell, self.from_1904)).unwrap_or_default();
                let column = left.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
                // Beyond what any sheet has there is nothing.
                cells.push(u16::try_from(column).unwrap_or(MOST_COLUMNS), &text);
            }
            let row = top.saturating_add(u32::try_from(self.at).unwrap_or(u32::MAX));
            let row = self.rows.as_ref().and_then(|rows| rows.get(row as usize)).copied().unwrap_or(row);
            let number = row.saturating_add(1);
            self.at += 1;
            if let Some(cells) = cells.take() {
                self.numbered.push(number, cells);
            }
        }
    }
}

fn text(cell: &Data, from_1904: bool) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number::text(&number.to_string(), Shown::General, false),
        Data::Float(number) => number::text(&number.to_string(), Shown::General, false),
        Data::Bool(truth) => truth.to_string().to_uppercase(),
        Data::Error(error) => error.to_string(),
        Data::DateTime(day) => number::text(&day.as_f64().to_string(), Shown::Day, from_1904),
    }
}

fn utf16(word: &str) -> Vec<u8> {
    word.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &[u8] = include_bytes!("../../../tests/lists/wishes-longjin.xls");

    fn word(bytes: &[u8], at: usize) -> usize {
        u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
    }

    fn refusal(bytes: &[u8]) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.xls");
        std::fs::write(&path, bytes).unwrap();
        let source = Arc::new(Source::open(path.to_str().unwrap()).unwrap());
        Xls::open(&source).err().map(|error| error.to_string().replace(&source.name, "a.xls")).unwrap_or_default()
    }

    #[test]
    fn directory_that_runs_in_a_circle_is_refused() {
        const SECTOR: usize = 512;
        let mut bytes = SAMPLE.to_vec();
        let (table, directory) = (word(&bytes, 76), word(&bytes, 48));
        let next = (table + 1) * SECTOR + 4 * directory;
        bytes[next..next + 4].copy_from_slice(&u32::try_from(directory).unwrap().to_le_bytes());
        assert_eq!(refusal(&bytes), lists::workbook_damaged("a.xls"));
    }

    #[test]
    fn cell_beyond_the_last_column_is_refused() {
        const LABEL: u16 = 0x00FD;
        let mut bytes = SAMPLE.to_vec();
        let stream = compound::workbook(&bytes).unwrap().bytes;
        let at = memchr::memmem::find(&bytes, &stream).unwrap();
        let (_, record) = records(&stream).find(|(kind, _)| *kind == LABEL).unwrap();
        let cell = at + (record.as_ptr() as usize - stream.as_ptr() as usize);
        bytes[cell..cell + 4].fill(0xFF);
        assert_eq!(refusal(SAMPLE), "");
        assert_eq!(refusal(&bytes), lists::workbook_damaged("a.xls"));
    }
}
