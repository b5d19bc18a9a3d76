//! What a sheet of a workbook has around its texts: widths, heights, styles, merged titles, paper. Read from an office's own
//! workbook, and put around other rows that are written like it.

/// The frame of a sheet; pieces of XML as the workbook has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFrame {
    /// The workbook's styles.
    pub styles: String,
    /// Its theme, whose colours and fonts the styles name.
    pub theme: Option<String>,
    /// From the sheet's first tag to its rows.
    pub before: String,
    /// What follows the rows, but for the last tag.
    pub after: String,
    /// The rows up to the header.
    pub above: Vec<FrameRow>,
    /// The first row of a record, which all others are like.
    pub record: FrameRow,
    /// The rows below the records, from the first of them that is kept.
    pub below: Vec<FrameRow>,
    /// The merged ranges up to the header, their rows counted from the sheet's first.
    pub merged: Vec<Merged>,
    /// Those of the rows below the records, counted from the first of these.
    pub merged_below: Vec<Merged>,
}

/// A range of merged cells: row and column of its first cell and its last, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    pub from: (usize, u16),
    pub to: (usize, u16),
}

/// The height and styles of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrameRow {
    pub height: Option<String>,
    /// By column, where a cell has one.
    pub styles: Vec<Option<u32>>,
}

impl FrameRow {
    /// The style of a column; one beyond the last has that one's.
    pub fn style(&self, column: usize) -> Option<u32> {
        self.styles.get(column).or(self.styles.last()).copied().flatten()
    }
}
