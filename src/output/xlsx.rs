//! Lists as xlsx: every cell is a text cell, so that no phone number or code becomes a number, and guarded like CSV, so
//! that the list comes back unchanged. Rows go to a temporary file, not to memory. Knows cells; does not know what they mean.

use std::io::{self, Write};

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Format, Workbook};
use unicode_width::UnicodeWidthStr;

use super::workbook::{io_error, new_book, sheet_name};
use crate::model::guard::guard;

/// A sheet's last column, counted from 0.
const LAST_COLUMN: u16 = 16_383;
/// Widths of columns, in characters.
const NARROWEST: u16 = 8;
const WIDEST: u16 = 50;
/// The number of rows that the widths are taken from.
const LOOKED_AT: u32 = 200;

/// Writes rows one by one.
pub struct XlsxWriter {
    book: Workbook,
    bold: Format,
    row: u32,
    widths: Vec<u16>,
}

impl XlsxWriter {
    /// A workbook with one sheet. It contains no time: the same rows give the same bytes.
    pub fn new(sheet: &str) -> io::Result<XlsxWriter> {
        let mut book = new_book("")?;
        let name = sheet_name(sheet);
        let page = book.add_worksheet_with_constant_memory().map_err(io_error)?;
        if !name.is_empty() {
            page.set_name(name).map_err(io_error)?;
        }
        Ok(XlsxWriter { book, bold: Format::new().set_bold(), row: 0, widths: Vec::new() })
    }

    /// Writes one row. Cells beyond the last column of a sheet are joined in that column.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        let row = self.row;
        let page = self.book.worksheet_from_index(0).map_err(io_error)?;
        let mut cells = cells.into_iter();
        let fitting: Vec<&str> = cells.by_ref().take(usize::from(LAST_COLUMN)).collect();
        let rest: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let last = rest.join(" ");
        for (column, cell) in (0u16..).zip(fitting.into_iter().chain([last.as_str()])) {
            if row < LOOKED_AT {
                self.widths.resize(self.widths.len().max(usize::from(column) + 1), NARROWEST);
                let text_width = cell.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
                let width = u16::try_from(text_width + 2).unwrap_or(WIDEST).min(WIDEST);
                let widest = &mut self.widths[usize::from(column)];
                *widest = width.max(*widest);
            }
            if !cell.is_empty() {
                page.write_string(row, column, guard(cell)).map_err(io_error)?;
            }
        }
        self.row += 1;
        Ok(())
    }

    /// Writes the row of headers, which stays visible when scrolling.
    pub fn headers<'a>(&mut self, headers: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        let (row, bold) = (self.row, self.bold.clone());
        self.row(headers)?;
        let page = self.book.worksheet_from_index(0).map_err(io_error)?;
        page.set_row_format(row, &bold).map_err(io_error)?;
        page.set_freeze_panes(row + 1, 0).map_err(io_error)?;
        Ok(())
    }

    /// Offers words for the cells of a column, from the next row on; other words may be typed after a warning.
    pub fn choices(&mut self, column: u16, rows: u32, words: &[&str]) -> io::Result<()> {
        let choice = DataValidation::new().allow_list_strings(words).map_err(io_error)?;
        let choice = choice.set_error_style(DataValidationErrorStyle::Warning);
        let (first, last) = (self.row, self.row + rows.max(1) - 1);
        let page = self.book.worksheet_from_index(0).map_err(io_error)?;
        page.add_data_validation(first, column, last, column, &choice).map_err(io_error)?;
        Ok(())
    }

    /// Sets up printing: A4 landscape, one page wide, the headers on each page.
    pub fn for_paper(&mut self) -> io::Result<()> {
        let header_row = self.row.saturating_sub(1);
        let page = self.book.worksheet_from_index(0).map_err(io_error)?;
        page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        page.set_repeat_rows(header_row, header_row).map_err(io_error)?;
        Ok(())
    }

    /// Writes the file; before this nothing is written.
    pub fn finish(mut self, out: impl Write + Send) -> io::Result<()> {
        let page = self.book.worksheet_from_index(0).map_err(io_error)?;
        for (column, width) in (0u16..).zip(&self.widths) {
            page.set_column_width(column, *width).map_err(io_error)?;
        }
        self.book.save_to_writer(out).map_err(io_error)
    }
}
