//! Rows as they come out of a sheet: numbered without gaps, with the values that are merged into them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::cells::{Cells, Collecting, Mark};
use super::super::sheet::SheetRow;
use super::merged::{Following, Range, Ranges};

/// The most rows and columns of a sheet.
pub const MOST_ROWS: u32 = 1_048_576;
pub const MOST_COLUMNS: u16 = 16_384;
/// The most bytes of a row, as of one of a delimited text: cells may refer to one long text over and over.
const MOST_BYTES: usize = 16 << 20;

/// Gives each row its number, and adds the blank rows before it, which spreadsheets do not write. Blank rows at the end,
/// of which a formatted sheet has a million, are left out.
pub struct Numbered {
    /// The next row's number.
    next: u32,
    waiting: Option<(u32, Cells, bool)>,
    following: Following,
}

impl Numbered {
    pub fn new(merged: &Ranges) -> Numbered {
        Numbered { next: 1, waiting: None, following: merged.follow() }
    }

    /// Takes a row that has cells; false where its number is not above that of the row before.
    pub fn push(&mut self, number: u32, cells: Cells, hidden: bool) -> bool {
        if number < self.next || number > MOST_ROWS {
            return false;
        }
        self.waiting = Some((number, cells, hidden));
        true
    }

    /// Ranges that begin in the row to be pushed next, where the format states them cell by cell.
    pub fn reach_down(&mut self, ranges: Vec<Range>) {
        self.following.add(ranges);
    }

    /// The next row up to the one pushed last.
    pub fn pop(&mut self) -> Option<SheetRow> {
        let (number, cells, hidden) = self.waiting.take()?;
        if self.next < number {
            self.waiting = Some((number, cells, hidden));
            self.next += 1;
            return Some(SheetRow { number: self.next - 1, ..SheetRow::default() });
        }
        self.next = number + 1;
        let below = self.following.row(number, &cells);
        Some(SheetRow { number, cells, below, hidden })
    }
}

/// The cells of one row while they are read.
#[derive(Default)]
pub struct Row {
    cells: Collecting,
    has_text: bool,
    bytes: usize,
}

impl Row {
    /// Adds a cell; false where it does not come in order, is beyond the last column of a sheet, or makes the row too long.
    pub fn push(&mut self, column: u16, text: &str) -> bool {
        self.bytes += text.len();
        if usize::from(column) < self.cells.count() || column >= MOST_COLUMNS || self.bytes > MOST_BYTES {
            return false;
        }
        if text.is_empty() {
            return true;
        }
        self.has_text = true;
        while self.cells.count() < usize::from(column) {
            self.cells.end_cell();
        }
        self.cells.push(text.as_bytes());
        self.cells.end_cell();
        true
    }

    /// Says something of the cell added last.
    pub fn mark(&mut self, why: Mark) {
        self.cells.mark(why);
    }

    /// The cells of the row, if any has a text; begins the next row.
    pub fn take(&mut self) -> Option<Cells> {
        let cells = if std::mem::take(&mut self.has_text) { self.cells.cells() } else { None };
        self.cells.clear();
        self.bytes = 0;
        cells
    }
}

/// The cells of a sheet that has them in no order, sorted; the last one of a place counts.
#[derive(Default)]
pub struct Sorted {
    cells: BTreeMap<(u32, u16), (Box<str>, Option<Mark>)>,
    hidden: BTreeSet<u32>,
    cost: usize,
}

impl Sorted {
    /// What a cell costs besides its text, in bytes, roughly.
    const CELL: usize = 64;
    const MOST: usize = 128 << 20;

    /// Adds a cell; false where it is beyond a sheet, or one too many for the memory that a list may take.
    pub fn push(&mut self, row: u32, column: u16, text: &str, mark: Option<Mark>) -> bool {
        if text.is_empty() {
            self.cells.remove(&(row, column));
            return true;
        }
        self.cost += text.len() + Sorted::CELL;
        self.cells.insert((row, column), (text.into(), mark));
        (1..=MOST_ROWS).contains(&row) && column < MOST_COLUMNS && self.cost <= Sorted::MOST
    }

    pub fn hide(&mut self, row: u32) {
        self.hidden.insert(row);
    }

    /// Takes the first row out: its number, its cells, and whether it is hidden.
    pub fn pop(&mut self) -> Option<(u32, Cells, bool)> {
        let ((number, _), _) = self.cells.first_key_value()?;
        let number = *number;
        let mut row = Row::default();
        while let Some(entry) = self.cells.first_entry().filter(|entry| entry.key().0 == number) {
            let ((_, column), (text, mark)) = entry.remove_entry();
            row.push(column, &text);
            mark.into_iter().for_each(|mark| row.mark(mark));
        }
        Some((number, row.take().unwrap_or_default(), self.hidden.contains(&number)))
    }
}

/// `B12` as its row, from 1, and its column, from 0.
pub fn cell_name(name: &str) -> Option<(u32, u16)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at(letters);
    let column = letters.bytes().try_fold(0u32, |column, letter| {
        let column = column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        (column <= u32::from(MOST_COLUMNS)).then_some(column)
    })?;
    let row = digits.parse().ok().filter(|row| (1..=MOST_ROWS).contains(row))?;
    Some((row, u16::try_from(column.checked_sub(1)?).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cell_name_is_split_into_row_and_column() {
        for (name, cell) in [
            ("A1", Some((1, 0))),
            ("b12", Some((12, 1))),
            ("AA3", Some((3, 26))),
            ("XFD1048576", Some((1_048_576, 16_383))),
            ("XFE1", None),
            ("A1048577", None),
            ("A0", None),
            ("12", None),
            ("ZZZZZZZZZZ1", None),
            ("", None),
        ] {
            assert_eq!(cell_name(name), cell, "{name}");
        }
    }

    #[test]
    fn rows_are_numbered_without_gaps() {
        let mut numbered = Numbered::new(&Ranges::default());
        assert!(numbered.push(3, Cells::from_iter(["x"]), false));
        let rows: Vec<(u32, bool)> =
            std::iter::from_fn(|| numbered.pop()).map(|row| (row.number, row.cells.is_empty())).collect();
        assert_eq!(rows, [(1, true), (2, true), (3, false)]);
        assert!(!numbered.push(3, Cells::default(), false));
    }
}
