//! Delimited text becomes rows of cells, strictly: a quote that never closes stops the list where it opened, and no
//! row is ever swallowed. Rows are counted as a spreadsheet shows them: blank lines count, a cell with line breaks
//! inside is one row. Knows nothing of heads or fields.

use anyhow::{Context, Result};
use memchr::{memchr, memchr3};

use super::cells::{Cells, Collecting};
use super::decode::{More, Text};
use super::encoding::Encoding;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};

/// What a workbook can hold, and what no row of a list reaches.
const MOST_COLUMNS: usize = 16_384;
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// The rows of a delimited text, in order.
pub struct Records {
    name: String,
    encoding: Encoding,
    text: Text,
    delimiter: u8,
    /// Text not taken yet is `buffer[start..]`.
    buffer: Vec<u8>,
    start: usize,
    more: More,
    /// Rows taken so far.
    row: u32,
    cells: Collecting,
    stopped: bool,
}

/// What came of looking for one record.
#[derive(Debug, PartialEq, Eq)]
enum Scan {
    /// A record, and how many bytes it and its line end took.
    Record(usize),
    /// The text ends before the record does.
    Unfinished { in_quotes: bool },
    /// Something stands between a closing quote and the delimiter.
    AfterQuote,
}

impl Records {
    pub fn new(name: &str, text: Text, encoding: Encoding, delimiter: u8) -> Records {
        Records {
            name: name.to_owned(),
            encoding,
            text,
            delimiter,
            buffer: Vec::new(),
            start: 0,
            more: More::Some,
            row: 0,
            cells: Collecting::default(),
            stopped: false,
        }
    }

    fn record(&mut self) -> Result<Option<(u32, Cells)>> {
        let row = self.row + 1;
        loop {
            let rest = &self.buffer[self.start..];
            let whole = self.more == More::End;
            if rest.is_empty() && whole {
                return Ok(None);
            }
            self.cells.clear();
            match scan(rest, self.delimiter, whole, &mut self.cells) {
                Scan::Record(taken) => {
                    self.start += taken;
                    break;
                }
                Scan::AfterQuote => return Err(self.stop(lists::text_after_quote(&self.name, row))),
                Scan::Unfinished { in_quotes: true } if whole || rest.len() > MOST_BYTES => {
                    return Err(self.stop(lists::unclosed_quote(&self.name, row)));
                }
                Scan::Unfinished { .. } if rest.len() > MOST_BYTES => {
                    return Err(self.stop(lists::row_too_large(&self.name, row)));
                }
                Scan::Unfinished { .. } => self.fill(row)?,
            }
        }
        self.row = row;
        if self.cells.count() > MOST_COLUMNS {
            return Err(self.stop(lists::too_many_columns(&self.name, row, MOST_COLUMNS)));
        }
        match self.cells.cells() {
            Some(cells) => Ok(Some((row, cells))),
            None => Err(self.stop(lists::bytes_broken(&self.name, row, self.encoding))),
        }
    }

    /// At least doubles the text at hand, so that a long record is not scanned again and again.
    fn fill(&mut self, row: u32) -> Result<()> {
        if self.more == More::Broken {
            return Err(self.stop(lists::bytes_broken(&self.name, row, self.encoding)));
        }
        self.buffer.drain(..self.start);
        self.start = 0;
        let wanted = self.buffer.len() * 2;
        loop {
            self.more = self.text.read_into(&mut self.buffer).with_context(|| lists::cannot_read(&self.name))?;
            if self.more != More::Some || self.buffer.len() > wanted {
                return Ok(());
            }
        }
    }

    fn stop(&self, message: String) -> anyhow::Error {
        stop(Exit::Refused, message)
    }
}

impl Iterator for Records {
    type Item = Result<(u32, Cells)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.stopped {
            return None;
        }
        let record = self.record();
        self.stopped = !matches!(record, Ok(Some(_)));
        record.transpose()
    }
}

/// Collects the cells of the first record of `bytes`, which hold the `whole` rest of the text or a part of it.
fn scan(bytes: &[u8], delimiter: u8, whole: bool, cells: &mut Collecting) -> Scan {
    let mut at = 0;
    loop {
        if bytes.get(at) == Some(&b'"') {
            match quoted(&bytes[at + 1..], whole, cells) {
                Some(taken) => at += 1 + taken,
                None => return Scan::Unfinished { in_quotes: true },
            }
        } else {
            let length = memchr3(delimiter, b'\n', b'\r', &bytes[at..]).unwrap_or(bytes.len() - at);
            cells.push(&bytes[at..at + length]);
            at += length;
        }
        cells.end_cell();
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(&byte), _) if byte == delimiter => at += 1,
            (Some(b'\n'), _) => return Scan::Record(at + 1),
            (Some(b'\r'), Some(b'\n')) => return Scan::Record(at + 2),
            (Some(b'\r'), None) if !whole => return Scan::Unfinished { in_quotes: false },
            (Some(b'\r'), _) => return Scan::Record(at + 1),
            (Some(_), _) => return Scan::AfterQuote,
            (None, _) if whole => return Scan::Record(at),
            (None, _) => return Scan::Unfinished { in_quotes: false },
        }
    }
}

/// Collects a cell from behind its opening quote; how many bytes it took with its closing one.
fn quoted(bytes: &[u8], whole: bool, cells: &mut Collecting) -> Option<usize> {
    let mut at = 0;
    loop {
        let length = memchr(b'"', &bytes[at..])?;
        cells.push(&bytes[at..at + length]);
        at += length + 1;
        match bytes.get(at) {
            Some(b'"') => {
                cells.push(b"\"");
                at += 1;
            }
            None if !whole => return None,
            Some(_) | None => return Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let mut rest = text.as_bytes();
        let mut rows = Vec::new();
        while !rest.is_empty() {
            let mut cells = Collecting::default();
            match scan(rest, b',', true, &mut cells) {
                Scan::Record(taken) => rest = &rest[taken..],
                other => panic!("{other:?} in {text:?}"),
            }
            rows.push(cells.cells().unwrap().iter().map(str::to_owned).collect());
        }
        rows
    }

    #[test]
    fn every_line_end_ends_a_row_and_blank_lines_count() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "c,"].join(end);
            assert_eq!(rows(&text), vec![vec!["a", "b"], vec![""], vec!["c", ""]], "{end:?}");
            assert_eq!(rows(&format!("{text}{end}")).len(), 3, "{end:?}");
        }
    }

    #[test]
    fn quotes_hold_delimiters_and_line_breaks() {
        assert_eq!(rows("\"a,b\",\"c\r\nd\",\"e\"\"f\"\n"), vec![vec!["a,b", "c\r\nd", "e\"f"]]);
        assert_eq!(rows("a\"b,c \"d\"\n\"\",\"\"\"\"\n"), vec![vec!["a\"b", "c \"d\""], vec!["", "\""]]);
    }

    #[test]
    fn a_quote_that_never_closes_is_told() {
        let mut cells = Collecting::default();
        assert_eq!(scan(b"\"a\nb,c\n", b',', true, &mut cells), Scan::Unfinished { in_quotes: true });
        assert_eq!(scan(b"\"a\"b,c\n", b',', true, &mut cells), Scan::AfterQuote);
    }

    #[test]
    fn a_part_of_the_text_never_ends_a_record() {
        let text = b"a,\"b\"\"c\nd\",e\r\nf\r";
        for cut in 0..13 {
            let mut cells = Collecting::default();
            let scanned = scan(&text[..cut], b',', false, &mut cells);
            assert!(matches!(scanned, Scan::Unfinished { .. }), "{cut}: {scanned:?}");
        }
        assert_eq!(scan(text, b',', false, &mut Collecting::default()), Scan::Record(14));
        assert_eq!(scan(b"f\r", b',', false, &mut Collecting::default()), Scan::Unfinished { in_quotes: false });
    }
}
