//! A first look through the tags of an xlsx sheet, without parsing its cells: its merged ranges, which follow the cells, and
//! whether rows and cells come in order, which the rows behind need to know before the first is handed on.
//!
//! `calamine` lists the ranges of an xlsx sheet as well, but parses all its cells on the way to them, and takes rows in any
//! order for the order of the sheet.

use std::io::{self, BufRead};

use memchr::memchr;

use super::merged::Range;
use super::rows::cell_name;

/// Longer than any tag that is looked for.
const LONGEST: usize = 1024;

/// What a look through a sheet's tags finds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Scan {
    pub merged: Vec<Range>,
    /// A row or cell comes before one that it belongs behind, or a cell names another row than the one it is in.
    pub is_mixed: bool,
    row: u32,
    column: u16,
}

/// Looks through a sheet.
pub fn scan(mut part: impl BufRead) -> io::Result<Scan> {
    let mut found = Scan::default();
    let mut window: Vec<u8> = Vec::new();
    loop {
        let fresh = part.fill_buf()?;
        let (length, ended) = (fresh.len(), fresh.is_empty());
        window.extend_from_slice(fresh);
        part.consume(length);
        let mut at = 0;
        while let Some(next) = memchr(b'<', &window[at..]) {
            let begin = at + next;
            let rest = &window[begin..];
            let end = if is_wanted(rest) { memchr(b'>', &rest[..rest.len().min(LONGEST)]) } else { Some(0) };
            match end {
                Some(end) => {
                    found.take(&rest[..end]);
                    at = begin + 1;
                }
                None if rest.len() < LONGEST && !ended => {
                    at = begin;
                    break;
                }
                None => at = begin + 1,
            }
        }
        let kept = if window[at..].first() == Some(&b'<') {
            at
        } else {
            memchr(b'<', &window[at..]).map_or(window.len(), |next| at + next)
        };
        window.drain(..kept);
        if ended {
            return Ok(found);
        }
    }
}

/// Whether the tag may be one that is looked for; one that is cut off may.
fn is_wanted(tag: &[u8]) -> bool {
    match tag {
        [_, b'c' | b'r' | b'm', ..] | [_] => true,
        [_, b'/' | b'v', ..] => false,
        _ => tag.iter().take(24).any(|byte| *byte == b':') || tag.len() < 24,
    }
}

impl Scan {
    fn take(&mut self, tag: &[u8]) {
        let name = tag.get(1..).unwrap_or_default();
        let name =
            &name[..name.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'/').unwrap_or(name.len())];
        match name.iter().position(|byte| *byte == b':').map_or(name, |colon| &name[colon + 1..]) {
            b"row" => {
                let last = self.row;
                self.row = attribute(tag, b"r")
                    .and_then(|number| number.trim().parse().ok())
                    .unwrap_or(last.saturating_add(1));
                self.column = 0;
                self.is_mixed |= self.row <= last;
            }
            b"c" => {
                let (row, column) = attribute(tag, b"r").and_then(cell_name).unwrap_or((self.row, self.column));
                self.is_mixed |= row != self.row || column < self.column;
                self.column = column.saturating_add(1);
            }
            b"mergeCell" => self.merged.extend(attribute(tag, b"ref").and_then(range)),
            _ => {}
        }
    }
}

fn attribute<'t>(tag: &'t [u8], name: &[u8]) -> Option<&'t str> {
    let mut at = 0;
    loop {
        at += memchr(b'=', &tag[at..])?;
        let quote = tag.get(at + 1..)?.iter().position(|byte| !byte.is_ascii_whitespace())? + at + 1;
        let mark = tag[quote];
        let end = quote + 1 + memchr(mark, tag.get(quote + 1..)?)?;
        let before = tag[..at].trim_ascii_end();
        let own = &before[before.iter().rposition(u8::is_ascii_whitespace)? + 1..];
        if own == name {
            return std::str::from_utf8(&tag[quote + 1..end]).ok();
        }
        at = end + 1;
    }
}

fn range(value: &str) -> Option<Range> {
    let (first, last) = value.split_once(':')?;
    let (top, column) = cell_name(first)?;
    let (bottom, _) = cell_name(last)?;
    Some(Range { top, bottom, column })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanned(sheet: &str, size: usize) -> Scan {
        scan(io::BufReader::with_capacity(size, sheet.as_bytes())).unwrap()
    }

    #[test]
    fn ranges_are_found_wherever_the_bytes_are_cut() {
        let sheet = r#"<x:sheetData><x:c><v>mergeCell ref="B1:B9"></v></x:c></x:sheetData><x:mergeCells count="3"><x:mergeCell ref="A1:D1"/><x:mergeCell
            ref="B3:B5" /><mergeCell ref='C3:C40'></mergeCell></x:mergeCells>"#;
        for size in [1, 2, 7, 11, 64, 4096] {
            let found: Vec<_> =
                scanned(sheet, size).merged.iter().map(|range| (range.top, range.bottom, range.column)).collect();
            assert_eq!(found, [(1, 1, 0), (3, 5, 1), (3, 40, 2)], "{size}");
        }
    }

    #[test]
    fn rows_and_cells_out_of_order_are_found() {
        for (sheet, is_mixed) in [
            (
                r#"<row r="1" spans="1:2"><c r="A1"/><c s="1" r="C1"><v>1</v></c></row><row><c/><c/></row><row r="9"/>"#,
                false,
            ),
            (r#"<row r="2"/><row r="1"/>"#, true),
            (r#"<row r="2"/><row r="2"/>"#, true),
            (r#"<row r="2"><c r="A3"/></row>"#, true),
            (r#"<row r="2"><c r="B2"/><c r="A2"/></row>"#, true),
            (r#"<row r="2"><c r="B2"/><c/><c r="C2"/></row>"#, true),
        ] {
            for size in [1, 5, 4096] {
                assert_eq!(scanned(sheet, size).is_mixed, is_mixed, "{sheet} {size}");
            }
        }
    }
}
