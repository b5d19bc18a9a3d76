//! A list that is printed and filled in by hand: a title, ruled cells, rows that have room for a pen.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::{LAST_COLUMN, XlsxWriter, cell_text, column_name, push, push_text};

/// A list that goes out, is filled in on paper or on the screen, and comes back.
pub struct Form<'f> {
    /// What it is, and how it is filled in: above the table.
    pub title: &'f str,
    pub note: &'f str,
    pub columns: &'f [FormColumn<'f>],
    /// How many rows it has.
    pub rows: u32,
}

pub struct FormColumn<'f> {
    pub header: &'f str,
    /// In characters; a longer text takes several lines.
    pub width: u16,
    /// Words that its cells offer; others may be typed after a warning.
    pub choices: &'f [&'f str],
}

/// Heights in points: of a line, and of the lowest row, in which one writes two lines by hand.
const LINE: usize = 17;
const LOWEST: usize = 42;
/// No row is higher: a spreadsheet knows no more than 409.
const HIGHEST: usize = 400;

impl<W: Write> XlsxWriter<W> {
    /// Begins a form: its lines above the table, and the headers. To be called first of all.
    pub fn begin_form(&mut self, form: &Form<'_>) -> io::Result<()> {
        self.is_for_paper = true;
        self.form_widths = form.columns.iter().map(|column| usize::from(column.width)).collect();
        self.widths.clone_from(&self.form_widths);
        let all = self.widths.iter().sum::<usize>();
        for (text, style, height) in [(form.title, 2, 30), (form.note, 3, LINE * lines(form.note, all) + 6)] {
            self.row += 1;
            let row = self.row;
            push(&mut self.pending, format_args!("<row r=\"{row}\" ht=\"{height}\" customHeight=\"1\">"));
            cell_text(&mut self.pending, &format!("<c r=\"A{row}\" s=\"{style}\""), text)?;
            self.pending.push_str("</row>\n");
            let last = column_name(form.columns.len().saturating_sub(1).min(LAST_COLUMN));
            self.merged.push(format!("A{row}:{last}{row}"));
        }
        self.row += 1;
        self.header_row = Some(self.row);
        self.ruled_row(form.columns.iter().map(|column| column.header), 4)?;
        for (at, column) in (0u16..).zip(form.columns).filter(|(_, column)| !column.choices.is_empty()) {
            self.choices(at, form.rows, column.choices);
        }
        Ok(())
    }

    /// Writes one row of a form, as high as its longest text needs.
    pub(super) fn form_row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        self.row += 1;
        self.ruled_row(cells, 5)
    }

    fn ruled_row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>, style: u32) -> io::Result<()> {
        let cells: Vec<&str> = cells.into_iter().collect();
        let tall = cells.iter().zip(&self.form_widths).map(|(cell, width)| lines(cell, *width)).max().unwrap_or(1);
        let (row, height) = (self.row, (LINE * tall + 6).clamp(LOWEST, HIGHEST));
        push(&mut self.pending, format_args!("<row r=\"{row}\" ht=\"{height}\" customHeight=\"1\">"));
        for (column, cell) in cells.into_iter().enumerate() {
            let begun = format!("<c r=\"{}{row}\" s=\"{style}\"", column_name(column));
            if cell.is_empty() {
                push(&mut self.pending, format_args!("{begun}/>"));
            } else {
                cell_text(&mut self.pending, &begun, cell)?;
            }
        }
        self.pending.push_str("</row>\n");
        self.flush_full()
    }

    /// Offers words for the cells of a column, from the next row on; other words may be typed after a warning.
    fn choices(&mut self, column: u16, rows: u32, words: &[&str]) {
        let (first, last, name) = (self.row + 1, self.row + rows.max(1), column_name(usize::from(column)));
        let mut list = String::new();
        push_text(&mut list, &words.join(","));
        self.validations.push(format!(
            "<dataValidation type=\"list\" errorStyle=\"warning\" allowBlank=\"1\" showInputMessage=\"1\" \
             showErrorMessage=\"1\" sqref=\"{name}{first}:{name}{last}\"><formula1>\"{list}\"</formula1></dataValidation>"
        ));
    }
}

/// How many lines a text takes in so many characters.
fn lines(text: &str, width: usize) -> usize {
    text.lines().map(|line| line.width().div_ceil(width.saturating_sub(1).max(2)).max(1)).sum::<usize>().max(1)
}
