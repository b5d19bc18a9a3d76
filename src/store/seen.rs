//! Which records a list has named so far, at which row and with which cells: eight bytes a record, so that a second
//! row for the same record is reported as a duplicate or as a fault.

/// The records of one table that the list being read has named.
#[derive(Debug, Default)]
pub struct Seen {
    /// By record id: the row, 0 for none, and the fingerprint of its cells.
    rows: Vec<(u32, u32)>,
    /// Records that any list of the command has named.
    named: Vec<bool>,
}

/// What an earlier row of the same list has of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    None,
    /// The same cells.
    Same,
    /// Other cells, at this row.
    Differs(u32),
}

impl Seen {
    /// The next list's rows are compared among themselves.
    pub fn end_list(&mut self) {
        self.rows.clear();
    }

    /// Whether any list so far has named the record.
    pub fn has_named(&self, id: i64) -> bool {
        usize::try_from(id).ok().and_then(|at| self.named.get(at)).is_some_and(|named| *named)
    }

    /// What an earlier row has of the record; the first to ask is remembered.
    pub fn row(&mut self, id: i64, row: u32, fingerprint: u32) -> Earlier {
        let Ok(at) = usize::try_from(id) else { return Earlier::None };
        if at >= self.rows.len() {
            self.rows.resize(at + 1, (0, 0));
        }
        let (earlier, cells) = self.rows[at];
        if earlier == 0 {
            self.rows[at] = (row, fingerprint);
            self.named.resize(self.named.len().max(at + 1), false);
            self.named[at] = true;
            return Earlier::None;
        }
        if cells == fingerprint { Earlier::Same } else { Earlier::Differs(earlier) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_row_for_a_record_is_the_same_or_differs() {
        let mut seen = Seen::default();
        assert_eq!(seen.row(7, 4, 11), Earlier::None);
        assert_eq!(seen.row(7, 52, 11), Earlier::Same);
        assert_eq!(seen.row(7, 53, 12), Earlier::Differs(4));
    }
}
