//! Merged ranges: the value of the first cell of a range belongs to the rows below it too. Empty cells that are not
//! merged stay empty.
//!
//! `calamine` lists the ranges of an xlsx sheet as well, but parses all its cells on the way to them; looking for the tags
//! in the bytes takes a small part of that time. For ods and HTML it has none.

use std::io::BufRead;
use std::sync::Arc;

use memchr::memmem::Finder;

use super::super::cells::{Below, Cells};

/// A range over several rows; only its first column matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// From 1.
    pub top: u32,
    pub bottom: u32,
    pub column: u16,
}

/// Ranges by their first row.
#[derive(Debug, Clone, Default)]
pub struct Ranges(Arc<[Range]>);

impl Ranges {
    pub fn new(mut ranges: Vec<Range>) -> Ranges {
        ranges.retain(|range| range.bottom > range.top);
        ranges.sort_by_key(|range| (range.top, range.column));
        Ranges(ranges.into())
    }

    pub fn follow(&self) -> Following {
        Following { ranges: self.clone(), next: 0, fresh: Vec::new(), open: Vec::new() }
    }
}

/// Ranges while rows go by.
#[derive(Debug)]
pub struct Following {
    ranges: Ranges,
    next: usize,
    /// Ranges that begin in the next row.
    fresh: Vec<Range>,
    open: Vec<(Range, Arc<str>)>,
}

impl Following {
    /// The values from above of this row's merged cells. Rows come in order.
    pub fn row(&mut self, number: u32, cells: &Cells) -> Vec<Below> {
        self.open.retain(|(range, _)| range.bottom >= number);
        let below = self.open.iter().map(|(range, text)| Below { column: range.column, text: Arc::clone(text) });
        let below = below.collect();
        while let Some(range) = self.ranges.0.get(self.next).filter(|range| range.top <= number) {
            self.fresh.push(*range);
            self.next += 1;
        }
        for range in self.fresh.drain(..) {
            let text = cells.get(usize::from(range.column)).unwrap_or_default();
            if range.top == number && !text.is_empty() {
                self.open.push((range, text.into()));
            }
        }
        below
    }

    /// Ranges that begin in the next row.
    pub fn add(&mut self, mut ranges: Vec<Range>) {
        self.fresh.append(&mut ranges);
    }
}

/// The ranges of an xlsx sheet. They follow its cells, and are found without parsing those.
pub fn of_xlsx(mut part: impl BufRead) -> std::io::Result<Vec<Range>> {
    const TAG: &[u8] = b"mergeCell";
    /// Longer than any such tag.
    const LONGEST: usize = 256;
    let finder = Finder::new(TAG);
    let mut ranges = Vec::new();
    let mut window: Vec<u8> = Vec::new();
    loop {
        let fresh = part.fill_buf()?;
        let (length, ended) = (fresh.len(), fresh.is_empty());
        window.extend_from_slice(fresh);
        part.consume(length);
        let mut done = 0;
        while let Some(found) = finder.find(&window[done..]) {
            let at = done + found;
            let tag = &window[at..];
            let Some(end) = memchr::memchr(b'>', tag) else {
                // Cut off by the end of what was read.
                done = if tag.len() < LONGEST && !ended { at } else { at + TAG.len() };
                if done == at { break } else { continue }
            };
            let is_tag = at > 0 && matches!(window[at - 1], b'<' | b':') && tag[TAG.len()].is_ascii_whitespace();
            ranges.extend(std::str::from_utf8(&tag[..end]).ok().filter(|_| is_tag).and_then(range_of));
            done = at + TAG.len();
        }
        if ended {
            return Ok(ranges);
        }
        // A tag that is not whole yet stays, with the byte before it.
        let kept = match finder.find(&window[done..]) {
            Some(found) => (done + found).saturating_sub(1),
            None => window.len().saturating_sub(TAG.len()).max(done),
        };
        window.drain(..kept);
    }
}

fn range_of(tag: &str) -> Option<Range> {
    let (_, value) = tag.split_once("ref=")?;
    let value = value.trim_start_matches(['"', '\'']).split(['"', '\'']).next()?;
    let (first, last) = value.split_once(':')?;
    let (top, column) = super::rows::cell_name(first)?;
    let (bottom, _) = super::rows::cell_name(last)?;
    Some(Range { top, bottom, column })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_found_wherever_the_bytes_are_cut() {
        let sheet = r#"<x:sheetData><c><v>mergeCell ref="B1:B9"></v></c></x:sheetData><x:mergeCells count="3"><x:mergeCell ref="A1:D1"/><x:mergeCell
            ref="B3:B5" /><mergeCell ref='C3:C40'></mergeCell></x:mergeCells>"#;
        for size in [1, 2, 7, 11, 64, 4096] {
            let part = std::io::BufReader::with_capacity(size, sheet.as_bytes());
            let ranges = of_xlsx(part).unwrap();
            let found: Vec<_> = ranges.iter().map(|range| (range.top, range.bottom, range.column)).collect();
            assert_eq!(found, [(1, 1, 0), (3, 5, 1), (3, 40, 2)], "{size}");
        }
    }

    #[test]
    fn value_reaches_to_the_last_row_of_its_range() {
        let ranges = Ranges::new(vec![Range { top: 2, bottom: 3, column: 0 }, Range { top: 1, bottom: 1, column: 1 }]);
        let mut following = ranges.follow();
        let row = |text: &str| Cells::from_iter([text, "x"]);
        let below: Vec<Vec<String>> = [(1, ""), (2, "蟠虬社区"), (3, ""), (4, "")]
            .into_iter()
            .map(|(number, text)| {
                following.row(number, &row(text)).iter().map(|below| below.text.to_string()).collect()
            })
            .collect();
        assert_eq!(below, [vec![], vec![], vec!["蟠虬社区".to_owned()], vec![]]);
    }
}
