//! One row's cells as text, in one buffer. Knows nothing of headers or fields.

use std::sync::Arc;

/// The cells of a row, as the file has them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cells {
    text: String,
    ends: Vec<u32>,
    /// Columns whose cell has no value, or is struck out.
    marks: Vec<(u16, Mark)>,
}

/// What a spreadsheet says of a cell besides its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A formula that the file has no value of: its text is the formula.
    Uncomputed,
    /// A formula that failed: its text is what the spreadsheet shows.
    Failed,
    /// Its text is struck out.
    Struck,
    /// A part of its text is.
    PartlyStruck,
}

/// What a cell has from the first of the merged range that it is in.
#[derive(Debug, Clone)]
pub struct Below {
    pub column: u16,
    pub text: Arc<str>,
}

/// Cells while they are read: bytes not checked yet.
#[derive(Default)]
pub struct Collecting {
    bytes: Vec<u8>,
    ends: Vec<u32>,
    marks: Vec<(u16, Mark)>,
}

impl Cells {
    /// The cells whose texts are one behind the other in `bytes`, by where each ends; `None` where the bytes are not UTF-8.
    pub fn of_bytes(bytes: &[u8], ends: impl Iterator<Item = usize>) -> Option<Cells> {
        let text = simdutf8::basic::from_utf8(bytes).ok()?.to_owned();
        let ends = ends.map(|end| u32::try_from(end).unwrap_or(u32::MAX)).collect();
        Some(Cells { text, ends, marks: Vec::new() })
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cell of a column counted from 0; a row may have fewer than its header.
    pub fn get(&self, column: usize) -> Option<&str> {
        let end = *self.ends.get(column)? as usize;
        let start = if column == 0 { 0 } else { self.ends[column - 1] as usize };
        self.text.get(start..end)
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map_while(|column| self.get(column))
    }

    /// What the spreadsheet says of a column's cell besides its text.
    pub fn marks(&self) -> &[(u16, Mark)] {
        &self.marks
    }

    /// The cells in another order: for each column, the one that it is taken from.
    pub fn ordered(&self, from: &[Option<usize>]) -> Cells {
        let texts = from.iter().map(|column| column.and_then(|column| self.get(column)).unwrap_or_default());
        let mut cells: Cells = texts.collect();
        for (mark, why) in &self.marks {
            let to = from.iter().position(|column| *column == Some(usize::from(*mark)));
            cells.marks.extend(to.and_then(|to| u16::try_from(to).ok()).map(|to| (to, *why)));
        }
        cells
    }

    /// The cells with those that a column has from above, where their own is blank.
    pub fn with_below(self, below: &[Below]) -> Cells {
        if below.is_empty() {
            return self;
        }
        let width = below.iter().map(|one| usize::from(one.column) + 1).fold(self.len(), usize::max);
        let mut above = vec![""; width];
        below.iter().rev().for_each(|one| above[usize::from(one.column)] = &one.text);
        let filled = above.iter().enumerate().map(|(column, above)| {
            let own = self.get(column).unwrap_or_default();
            if own.is_empty() { above } else { own }
        });
        Cells { marks: self.marks.clone(), ..filled.collect() }
    }

    /// The cells with other texts in some columns.
    pub fn with(&self, others: &[(u16, String)]) -> Cells {
        let text = |(column, cell)| {
            let other = others.iter().find(|(one, _)| usize::from(*one) == column);
            other.map_or(cell, |(_, other)| other.as_str())
        };
        Cells { marks: self.marks.clone(), ..self.iter().enumerate().map(text).collect() }
    }

    /// The cells with other marks.
    pub fn with_marks(self, marks: Vec<(u16, Mark)>) -> Cells {
        Cells { marks, ..self }
    }

    /// All cells without what is between them.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl<'a> FromIterator<&'a str> for Cells {
    fn from_iter<I: IntoIterator<Item = &'a str>>(texts: I) -> Cells {
        let mut cells = Cells::default();
        for text in texts {
            cells.text.push_str(text);
            cells.ends.push(u32::try_from(cells.text.len()).unwrap_or(u32::MAX));
        }
        cells
    }
}

impl Collecting {
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
        self.marks.clear();
    }

    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    pub fn end_cell(&mut self) {
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    /// Says something of the last cell.
    pub fn mark(&mut self, why: Mark) {
        let column = self.ends.len().checked_sub(1).and_then(|column| u16::try_from(column).ok());
        self.marks.extend(column.map(|column| (column, why)));
    }

    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// The cells in a buffer of their own; `None` where the bytes are no UTF-8.
    pub fn cells(&self) -> Option<Cells> {
        let text = simdutf8::basic::from_utf8(&self.bytes).ok()?;
        Some(Cells { text: text.to_owned(), ends: self.ends.clone(), marks: self.marks.clone() })
    }
}
