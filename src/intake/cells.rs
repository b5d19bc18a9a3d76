//! One row's cells as text, in one buffer. Knows nothing of heads or fields.

/// The cells of a row, as the file has them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cells {
    text: String,
    ends: Vec<u32>,
}

/// Cells while they are read: bytes not checked yet.
#[derive(Default)]
pub struct Collecting {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Cells {
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
    }

    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    pub fn end_cell(&mut self) {
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// The cells in a buffer of their own; `None` where the bytes are no UTF-8.
    pub fn cells(&self) -> Option<Cells> {
        let text = simdutf8::basic::from_utf8(&self.bytes).ok()?;
        Some(Cells { text: text.to_owned(), ends: self.ends.clone() })
    }
}
