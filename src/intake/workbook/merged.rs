//! Merged ranges: the value of the first cell of a range belongs to the rows below it too. Empty cells that are not
//! merged stay empty.

use std::sync::Arc;

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

#[cfg(test)]
mod tests {
    use super::*;

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
