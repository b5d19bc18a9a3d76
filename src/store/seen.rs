//! Which records a list has named so far, at which row and with which cells: eight bytes a record, so that a second
//! row for the same record is told as a duplicate or as a fault.

/// The records of one table that the list being read has named.
#[derive(Debug, Default)]
pub struct Seen {
    /// By record id: the row, 0 for none, and the fingerprint of its cells.
    rows: Vec<(u32, u32)>,
}

/// What an earlier row of the same list said of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    None,
    /// The same cells.
    Same,
    /// Other cells, at this row.
    Differs(u32),
}

impl Seen {
    /// What an earlier row said of the record; the first to ask is remembered.
    pub fn row(&mut self, id: i64, row: u32, fingerprint: u32) -> Earlier {
        let Ok(at) = usize::try_from(id) else { return Earlier::None };
        if at >= self.rows.len() {
            self.rows.resize(at + 1, (0, 0));
        }
        let (earlier, cells) = self.rows[at];
        if earlier == 0 {
            self.rows[at] = (row, fingerprint);
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
