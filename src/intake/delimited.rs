//! Delimited text becomes rows of cells, strictly: a quote that never closes stops the list where it opened, and no
//! row is ever swallowed. Rows are counted as a spreadsheet shows them: blank lines count, a cell with line breaks
//! inside is one row. Knows nothing of headers or fields.
//!
//! `csv` splits records into cells. It would read an unclosed quote to the end of the list as one cell, would accept
//! text behind a closing quote, skips blank lines and counts lines wrongly after them and after CRLF; so it reads
//! through `Followed`, which looks at quotes and line ends only and hands on whole, sound records.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::ops::Range;

use anyhow::{Context, Result};
use csv::{ByteRecord, Reader, ReaderBuilder};
use memchr::{memchr, memchr3};

use super::bytes::CHUNK;
use super::cells::Cells;
use super::decode::{More, Text};
use super::encoding::Encoding;
use super::sheet::{Layout, Quotes};
use crate::lang::lists;
use crate::model::exit::{Exit, stop};

/// What a workbook can hold, and what no row of a list reaches.
const MOST_COLUMNS: usize = 16_384;
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// A byte order mark.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The rows of a delimited text, in order.
pub struct Records {
    name: String,
    encoding: Encoding,
    reader: Reader<Followed>,
    record: ByteRecord,
    /// `record` holds a record that no row has been made of yet.
    is_read: bool,
    /// Rows returned so far.
    row: u32,
    stopped: bool,
}

impl Records {
    pub fn new(name: &str, text: Text, layout: &Layout) -> Records {
        let Layout { encoding, delimiter, quotes, .. } = *layout;
        let has_quotes = quotes != Quotes::Literal;
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .quoting(has_quotes)
            .buffer_capacity(CHUNK)
            .from_reader(Followed::new(text, delimiter, has_quotes));
        Records {
            name: name.to_owned(),
            encoding,
            reader,
            record: ByteRecord::new(),
            is_read: false,
            row: 0,
            stopped: false,
        }
    }

    /// How many cells the record has that was read last, also where those are too many.
    pub fn width(&self) -> usize {
        self.record.len()
    }

    fn next_row(&mut self) -> Result<Option<(u32, Cells)>> {
        if !self.is_read {
            let read = self.reader.read_byte_record(&mut self.record);
            self.is_read = read.with_context(|| lists::cannot_read(&self.name))?;
        }
        let row = self.row + 1;
        if self.reader.get_mut().take_blank(row) {
            self.row = row;
            return Ok(Some((row, Cells::from_iter([""]))));
        }
        if !std::mem::take(&mut self.is_read) {
            return self.end(row);
        }
        self.row = row;
        if self.record.len() > MOST_COLUMNS {
            return Err(refused(lists::too_many_columns(&self.name, row, MOST_COLUMNS)));
        }
        let ends = (0..self.record.len()).filter_map(|column| Some(self.record.range(column)?.end));
        match Cells::of_bytes(self.record.as_slice(), ends) {
            Some(cells) => Ok(Some((row, cells))),
            None => Err(refused(lists::bytes_broken(&self.name, row, self.encoding))),
        }
    }

    /// The end of the list, or what keeps it from going on at `row`.
    fn end(&mut self, row: u32) -> Result<Option<(u32, Cells)>> {
        let message = match self.reader.get_mut().fault.take() {
            None => return Ok(None),
            Some(Fault::Io(error)) => {
                return Err(anyhow::Error::new(error).context(lists::cannot_read(&self.name)));
            }
            Some(Fault::UnclosedQuote) => lists::unclosed_quote(&self.name, row),
            Some(Fault::TextAfterQuote) => lists::text_after_quote(&self.name, row),
            Some(Fault::RowTooLarge) => lists::row_too_large(&self.name, row),
            Some(Fault::BytesBroken) => lists::bytes_broken(&self.name, row, self.encoding),
        };
        Err(refused(message))
    }
}

impl Iterator for Records {
    type Item = Result<(u32, Cells)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.stopped {
            return None;
        }
        let row = self.next_row();
        self.stopped = !matches!(row, Ok(Some(_)));
        row.transpose()
    }
}

fn refused(message: String) -> anyhow::Error {
    stop(Exit::Refused, message)
}

/// A text as far as its records are whole and their quotes sound. It ends before the first record that is not, and
/// `fault` says why.
struct Followed {
    text: Text,
    delimiter: u8,
    /// Else a quote is a character like any other.
    has_quotes: bool,
    /// Something has been handed on.
    is_begun: bool,
    /// `buffer[given..whole]` are whole records not handed on yet; behind them lies the beginning of the next one.
    buffer: Vec<u8>,
    given: usize,
    whole: usize,
    more: More,
    /// Rows found so far.
    row: u32,
    /// Rows that are blank lines, in order, as runs of row numbers: `csv` skips them.
    blank: VecDeque<Range<u32>>,
    fault: Option<Fault>,
}

/// Why a text ends before its last byte.
#[derive(Debug)]
enum Fault {
    UnclosedQuote,
    TextAfterQuote,
    RowTooLarge,
    BytesBroken,
    Io(io::Error),
}

/// What came of looking for the end of one record.
#[derive(Debug, PartialEq, Eq)]
enum Scan {
    /// A record: its bytes, and those of its line end.
    Record { length: usize, line_end: usize },
    /// The text ends before the record does.
    Unfinished { in_quotes: bool },
    /// There is text between a closing quote and the delimiter.
    TextAfterQuote,
}

impl Followed {
    fn new(text: Text, delimiter: u8, has_quotes: bool) -> Followed {
        Followed {
            text,
            delimiter,
            has_quotes,
            is_begun: false,
            buffer: Vec::new(),
            given: 0,
            whole: 0,
            more: More::Some,
            row: 0,
            blank: VecDeque::new(),
            fault: None,
        }
    }

    /// Whether `row`, the next one, is a blank line.
    fn take_blank(&mut self, row: u32) -> bool {
        let Some(run) = self.blank.front_mut().filter(|run| run.start == row) else { return false };
        run.start += 1;
        if run.start == run.end {
            self.blank.pop_front();
        }
        true
    }

    /// Finds more whole records, or the end of the text, or the fault that ends it.
    fn follow(&mut self) -> Result<(), Fault> {
        loop {
            if self.buffer[self.whole..].starts_with(MARK) {
                // Files that were joined have one in the middle; it begins no cell.
                self.buffer.drain(self.whole..self.whole + MARK.len());
                continue;
            }
            let rest = &self.buffer[self.whole..];
            let is_end = self.more == More::End;
            if rest.is_empty() && is_end {
                return Ok(());
            }
            match scan(rest, self.delimiter, self.has_quotes, is_end) {
                Scan::Record { length, .. } if length > MOST_BYTES => return Err(Fault::RowTooLarge),
                Scan::Record { length, line_end } => {
                    self.row += 1;
                    if length == 0 {
                        self.add_blank();
                    }
                    self.whole += length + line_end;
                }
                Scan::TextAfterQuote => return Err(Fault::TextAfterQuote),
                Scan::Unfinished { in_quotes: true } if is_end || rest.len() > MOST_BYTES => {
                    return Err(Fault::UnclosedQuote);
                }
                Scan::Unfinished { .. } if rest.len() > MOST_BYTES => return Err(Fault::RowTooLarge),
                Scan::Unfinished { .. } if self.given < self.whole => return Ok(()),
                Scan::Unfinished { .. } => self.fill()?,
            }
        }
    }

    fn add_blank(&mut self) {
        match self.blank.back_mut() {
            Some(run) if run.end == self.row => run.end += 1,
            _ => self.blank.push_back(self.row..self.row + 1),
        }
    }

    /// At least doubles the text at hand, so that a long record is not scanned again and again.
    fn fill(&mut self) -> Result<(), Fault> {
        if self.more == More::Broken {
            return Err(Fault::BytesBroken);
        }
        self.buffer.drain(..self.whole);
        (self.given, self.whole) = (0, 0);
        let wanted = self.buffer.len() * 2;
        loop {
            self.more = self.text.read_into(&mut self.buffer).map_err(Fault::Io)?;
            if self.more != More::Some || self.buffer.len() > wanted {
                return Ok(());
            }
        }
    }
}

impl Read for Followed {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.given == self.whole && self.fault.is_none() {
            self.fault = self.follow().err();
        }
        // `csv` drops one byte order mark at the beginning: this one, so that a mark in the text itself stays a
        // character of its first cell, for `csv` as for `scan`.
        let mark = if std::mem::replace(&mut self.is_begun, true) { &[] } else { MARK };
        let mark = (&mark[..]).read(into)?;
        let read = (&self.buffer[self.given..self.whole]).read(&mut into[mark..])?;
        self.given += read;
        Ok(mark + read)
    }
}

/// Finds the end of the first record of `bytes`, which hold the rest of the text (`is_end`) or a part of it.
fn scan(bytes: &[u8], delimiter: u8, has_quotes: bool, is_end: bool) -> Scan {
    let mut at = 0;
    loop {
        let found = memchr3(b'"', b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |found| at + found);
        // Elsewhere than at the beginning of a cell a quote is a character like any other.
        let opens = |quote: usize| has_quotes && (quote == 0 || bytes[quote - 1] == delimiter);
        match (bytes.get(found), bytes.get(found + 1)) {
            (Some(b'"'), _) if opens(found) => match closing_quote(&bytes[found + 1..], is_end) {
                None => return Scan::Unfinished { in_quotes: true },
                Some(closing) => {
                    at = found + 1 + closing + 1;
                    // Blanks behind a quoted cell are what people type before the delimiter.
                    let is_blank = |byte: u8| matches!(byte, b' ' | b'\t') && byte != delimiter;
                    at += bytes[at..].iter().take_while(|byte| is_blank(**byte)).count();
                    if bytes.get(at).is_some_and(|byte| !matches!(byte, b'\n' | b'\r') && *byte != delimiter) {
                        return Scan::TextAfterQuote;
                    }
                }
            },
            (Some(b'"'), _) => at = found + 1,
            (Some(b'\n'), _) => return Scan::Record { length: found, line_end: 1 },
            (Some(_), Some(b'\n')) => return Scan::Record { length: found, line_end: 2 },
            (Some(_), None) if !is_end => return Scan::Unfinished { in_quotes: false },
            (Some(_), _) => return Scan::Record { length: found, line_end: 1 },
            (None, _) if is_end => return Scan::Record { length: found, line_end: 0 },
            (None, _) => return Scan::Unfinished { in_quotes: false },
        }
    }
}

/// Where the quote is that closes a cell, from behind its opening one; a pair of quotes is a quote in the cell.
fn closing_quote(bytes: &[u8], is_end: bool) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr(b'"', &bytes[at..])?;
        match bytes.get(at + 1) {
            Some(b'"') => at += 2,
            None if !is_end => return None,
            Some(_) | None => return Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::super::bytes::Source;
    use super::*;

    fn records(text: &str) -> Records {
        let source = Arc::new(Source::of_text("a.csv", text).unwrap());
        let layout = Layout { encoding: Encoding::Utf8, mark: 0, delimiter: b',', quotes: Quotes::Watched };
        Records::new("a.csv", Text::new(source.reader(0), Encoding::Utf8), &layout)
    }

    /// The rows up to the end, or up to the message that stops the list.
    fn rows(text: &str) -> (Vec<Vec<String>>, Option<String>) {
        let mut rows = Vec::new();
        for (row, record) in (1..).zip(records(text)) {
            match record {
                Ok((number, cells)) => {
                    assert_eq!(number, row, "{text:?}");
                    rows.push(cells.iter().map(str::to_owned).collect());
                }
                Err(error) => return (rows, Some(error.to_string())),
            }
        }
        (rows, None)
    }

    /// The same, a character at a time: what the rules say, written as plainly as can be.
    fn plain_rows(text: &str) -> (Vec<Vec<String>>, Option<String>) {
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut rest = text.chars().peekable();
        loop {
            while rest.next_if_eq(&'\u{FEFF}').is_some() {}
            if rest.peek().is_none() {
                return (rows, None);
            }
            let number = u32::try_from(rows.len()).unwrap() + 1;
            let mut row = Vec::new();
            loop {
                let mut cell = String::new();
                if rest.next_if_eq(&'"').is_some() {
                    loop {
                        match rest.next() {
                            Some('"') if rest.next_if_eq(&'"').is_some() => cell.push('"'),
                            Some('"') => break,
                            Some(c) => cell.push(c),
                            None => return (rows, Some(lists::unclosed_quote("a.csv", number))),
                        }
                    }
                    cell.extend(std::iter::from_fn(|| rest.next_if_eq(&' ')));
                    if rest.peek().is_some_and(|c| !matches!(c, ',' | '\r' | '\n')) {
                        return (rows, Some(lists::text_after_quote("a.csv", number)));
                    }
                } else {
                    cell.extend(std::iter::from_fn(|| rest.next_if(|c| !matches!(c, ',' | '\r' | '\n'))));
                }
                row.push(cell);
                match rest.next() {
                    Some(',') => {}
                    Some('\r') => {
                        rest.next_if_eq(&'\n');
                        break;
                    }
                    _ => break,
                }
            }
            rows.push(row);
        }
    }

    #[test]
    fn every_line_end_ends_a_row_and_blank_lines_count() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "c,"].join(end);
            let three = vec![vec!["a", "b"], vec![""], vec!["c", ""]];
            assert_eq!(rows(&text).0, three, "{end:?}");
            assert_eq!(rows(&format!("{text}{end}")).0, three, "{end:?}");
            assert_eq!(rows(&format!("{end}{text}{end}{end}")).0.len(), 5, "{end:?}");
        }
    }

    #[test]
    fn quotes_hold_delimiters_and_line_breaks() {
        assert_eq!(rows("\"a,b\",\"c\r\nd\",\"e\"\"f\"\n").0, vec![vec!["a,b", "c\r\nd", "e\"f"]]);
        assert_eq!(rows("a\"b,c \"d\"\n\"\",\"\"\"\"\n").0, vec![vec!["a\"b", "c \"d\""], vec!["", "\""]]);
    }

    #[test]
    fn unsound_quote_stops_list_behind_the_rows_before_it() {
        for (text, message) in [
            ("a,b\n\n1,2\n\"3,4\n5,6\n", lists::unclosed_quote("a.csv", 4)),
            ("a,b\n\n1,2\n\"3\"x,4\n5,6\n", lists::text_after_quote("a.csv", 4)),
        ] {
            let (rows, stopped) = rows(text);
            assert_eq!(rows, vec![vec!["a", "b"], vec![""], vec!["1", "2"]], "{text:?}");
            assert_eq!(stopped, Some(message));
        }
    }

    #[test]
    fn byte_order_mark_begins_no_cell_of_a_row() {
        assert_eq!(
            rows("\u{FEFF}a,\u{FEFF}\n\u{FEFF}\u{FEFF}\"b\"\n\u{FEFF}").0,
            vec![vec!["a", "\u{FEFF}"], vec!["b"]]
        );
    }

    #[test]
    fn blanks_behind_a_quoted_cell_are_no_text_behind_a_quote() {
        assert_eq!(rows("\"a\" ,b\n\"c\"  \n\"d\"\t,e\n").0, vec![vec!["a ", "b"], vec!["c  "], vec!["d\t", "e"]]);
    }

    #[test]
    fn part_of_a_text_never_ends_a_record() {
        let text = b"a,\"b\"\"c\nd\",e\r\nf\r";
        for cut in 0..13 {
            let scanned = scan(&text[..cut], b',', true, false);
            assert!(matches!(scanned, Scan::Unfinished { .. }), "{cut}: {scanned:?}");
        }
        assert_eq!(scan(text, b',', true, false), Scan::Record { length: 12, line_end: 2 });
        assert_eq!(scan(b"f\r", b',', true, false), Scan::Unfinished { in_quotes: false });
    }

    #[test]
    fn text_longer_than_a_chunk_is_read_as_a_short_one_is() {
        let line = "\"一,\"\"二\"\"\r\n三\",四\r\n\r\n五\r";
        let (rows, stopped) = rows(&line.repeat(20_000));
        assert_eq!(stopped, None);
        assert_eq!(rows.len(), 60_000);
        for three in rows.chunks(3) {
            assert_eq!(three, [vec!["一,\"二\"\r\n三", "四"], vec![""], vec!["五"]]);
        }
    }

    #[test]
    fn million_blank_lines_are_kept_as_one_run() {
        let mut records = records(&format!("{}a\n", "\n".repeat(1_000_000)));
        assert!(records.next().unwrap().is_ok());
        assert_eq!(records.reader.get_ref().blank.iter().collect::<Vec<_>>(), [&(2..1_000_001)]);
        assert_eq!(records.last().unwrap().unwrap().0, 1_000_001);
    }

    proptest! {
        #[test]
        fn any_text_has_the_rows_that_the_rules_say(text in "[a\u{FEFF}一 ,\"\"\r\n\r\n]{1,24}") {
            prop_assert_eq!(rows(&text), plain_rows(&text));
        }
    }
}
