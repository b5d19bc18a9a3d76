//! A report as a workbook: a sheet a section, as an office would hand it in. Knows cells, formulas and paper; does not
//! know what the figures mean. Rows go out in their order and never back, so that a sheet of a whole city streams.

mod chart;
mod formats;
mod print;

use std::collections::HashSet;
use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError, row_col_to_cell};
use unicode_width::UnicodeWidthStr;

use self::formats::Formats;
use super::drawn::Drawn;
use super::report::{Report, Section, cell};
use super::{Cell, Total, drawn, table};
use crate::lang::output as texts;
use crate::model::guard::guard;

/// A sheet's name has so many characters at most, in UTF-16.
const LONGEST_NAME: usize = 31;
/// A cell has so many characters at most, a few less.
const LONGEST_TEXT: usize = 32_000;
/// With more rows a sheet goes to a temporary file instead of memory, and its texts are not wrapped.
const LARGE: usize = 5_000;
/// Rows that the widths are taken from.
const LOOKED_AT: usize = 500;
/// Widths of columns, in characters.
const NARROWEST: u16 = 6;
const WIDEST: u16 = 46;
/// A line below a table may be as wide as this, so that a narrow table has no tall foot.
const LINE: u16 = 96;
/// The width of a column that nobody has set.
const UNSET: u16 = 8;
const ROW_HEIGHT: f64 = 16.5;

/// Writes the report's workbook.
pub fn write(report: &Report, out: &mut (dyn Write + Send)) -> io::Result<()> {
    let mut book = new_book(&report.title)?;
    let mut names = Names::default();
    let bare = [Section::default()];
    let sections = if report.sections.is_empty() { &bare[..] } else { &report.sections[..] };
    for section in sections {
        let is_large = section.row_count() > LARGE;
        let sheet = if is_large { book.add_worksheet_with_constant_memory() } else { Ok(book.add_worksheet()) };
        let sheet = sheet.map_err(told)?;
        let wanted = if section.name.is_empty() { &report.title } else { &section.name };
        let name = names.free(wanted);
        sheet.set_name(&name).map_err(told)?;
        let page = Page { sheet, formats: Formats::new(!is_large), name, row: 0, height: 0.0, widths: widths(section) };
        page.write(report, section).map_err(told)?;
    }
    book.save_to_writer(out).map_err(told)
}

/// An empty workbook. Its bytes tell no time: the same rows are the same file.
pub fn new_book(title: &str) -> io::Result<Workbook> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2020, 1, 1).map_err(told)?;
    book.set_properties(&DocProperties::new().set_title(table::safe(title)).set_creation_datetime(&day));
    Ok(book)
}

/// The text as a sheet's name may be; blank where nothing of it may.
pub fn sheet_name(text: &str) -> String {
    let shown = table::safe(text);
    let kept = shown.chars().filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\'));
    let name: String = kept.collect();
    let name = cut(&name, LONGEST_NAME);
    name.trim_matches(|c: char| c == '\'' || c.is_whitespace()).to_owned()
}

/// The text's beginning, of so many characters as spreadsheets count them: those beyond the first 65,536 count twice.
fn cut(text: &str, longest: usize) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= longest
    };
    text.chars().take_while(fits).collect()
}

/// The package's error, as the disk's where it is one.
pub fn told(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    }
}

/// Names that are taken; two are the same whatever their case.
#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    fn free(&mut self, text: &str) -> String {
        let name = Some(sheet_name(text)).filter(|name| !name.is_empty() && !name.eq_ignore_ascii_case("history"));
        let name = name.unwrap_or_else(texts::sheet);
        let mut free = name.clone();
        let mut number = 2;
        while !self.0.insert(free.to_lowercase()) {
            let mark = format!(" ({number})");
            free = cut(&name, LONGEST_NAME - mark.len()) + &mark;
            number += 1;
        }
        free
    }
}

/// The width of each column: of numbers as the widest, their heads wrapped; of texts up to `WIDEST`.
fn widths(section: &Section) -> Vec<u16> {
    let sheet = &section.sheet;
    let looked_at: Vec<_> = section.rows().take(LOOKED_AT).collect();
    let looked_at = || looked_at.iter().map(AsRef::as_ref).chain(sheet.rows.iter().rev().take(1).map(Vec::as_slice));
    let of = |column: usize| {
        let texts = looked_at().map(|row| formats::shown(cell(row, column)).width());
        let widest = texts.max().unwrap_or(0);
        let head = sheet.head.get(column).map_or(0, |head| head.text.width());
        // Beside a head there is room for the arrow of its filter.
        let head = if section.is_detail {
            head + 3
        } else if head > 10 {
            head.div_ceil(2) + 1
        } else {
            head
        };
        u16::try_from(widest.max(head) + 2).unwrap_or(WIDEST).clamp(NARROWEST, WIDEST)
    };
    (0..sheet.head.len()).map(of).collect()
}

/// How many lines a text takes in so many characters.
fn lines(text: &str, width: u16) -> f64 {
    let lines = text.width().div_ceil(usize::from(width.max(2) - 1)).clamp(1, 20);
    f64::from(u16::try_from(lines).unwrap_or(1))
}

/// One sheet being written, from above.
struct Page<'b> {
    sheet: &'b mut Worksheet,
    formats: Formats,
    name: String,
    row: u32,
    /// Of the rows so far, in points.
    height: f64,
    widths: Vec<u16>,
}

impl Page<'_> {
    fn write(mut self, report: &Report, section: &Section) -> Result<(), XlsxError> {
        for (column, width) in (0u16..).zip(&self.widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        self.title(report, section)?;
        let heads = self.row;
        if !section.sheet.head.is_empty() {
            self.heads(section)?;
            self.rows(section, heads + 1)?;
            self.sheet.set_freeze_panes(heads + 1, 0)?;
            self.sheet.set_repeat_rows(heads, heads)?;
        }
        let foot = self.formats.foot.clone();
        let general: &[String] = if section.is_detail { &[] } else { &report.foot };
        for line in section.sheet.foot.iter().chain(general) {
            self.line(line, &foot, ROW_HEIGHT)?;
        }
        if let Some(drawn) = Drawn::of(section) {
            self.chart(&drawn, section, heads + 1)?;
        }
        print::set_up(self.sheet);
        Ok(())
    }

    /// The chart below the table, on the next page where this one has no room.
    fn chart(&mut self, drawn: &Drawn, section: &Section, first: u32) -> Result<(), XlsxError> {
        let foot = self.formats.foot.clone();
        if drawn.left_out > 0 {
            self.line(&texts::drawn_first(drawn::MOST), &foot, ROW_HEIGHT)?;
        }
        self.row += 1;
        let (_, width) = self.span();
        let (chart, height) = chart::of(drawn, &section.name, &self.name, first, width);
        let rows = f64::from(u32::try_from(section.row_count()).unwrap_or(u32::MAX));
        if print::is_past_end(self.height + ROW_HEIGHT * (rows + 1.0), height, width) {
            self.sheet.set_page_breaks(&[self.row])?;
        }
        // A little lower, so that no edge of it stays on the page before.
        self.sheet.insert_chart_with_offset(self.row, 0, &chart, 0, 4)?;
        Ok(())
    }

    /// The title, what this sheet is, and who reports.
    fn title(&mut self, report: &Report, section: &Section) -> Result<(), XlsxError> {
        let (title, name, letterhead) =
            (self.formats.title.clone(), self.formats.name.clone(), self.formats.letterhead.clone());
        if !report.title.is_empty() {
            self.line(&report.title, &title, 24.0)?;
        }
        if !section.name.is_empty() {
            self.line(&section.name, &name, 19.5)?;
        }
        if !report.letterhead.is_empty() {
            let pairs = report.letterhead.iter().map(|(label, value)| {
                let blank = if value.is_empty() { "＿＿＿＿＿＿" } else { value };
                texts::labelled(label, blank)
            });
            self.line(&pairs.collect::<Vec<_>>().join("    "), &letterhead, ROW_HEIGHT)?;
        }
        Ok(())
    }

    /// The columns that a line above or below the table takes: the last of them, and the width of all.
    fn span(&self) -> (u16, u16) {
        let (mut last, mut width) = (0, 0);
        for column in 0u16.. {
            let of_table = self.widths.get(usize::from(column));
            if of_table.is_none() && width >= LINE {
                break;
            }
            last = column;
            width += of_table.copied().unwrap_or(UNSET);
        }
        (last, width)
    }

    /// A line across the columns, as high as it needs.
    fn line(&mut self, text: &str, format: &rust_xlsxwriter::Format, height: f64) -> Result<(), XlsxError> {
        let (last, width) = self.span();
        let text = inert(text);
        self.set_height(height * lines(&text, width))?;
        if last == 0 {
            self.sheet.write_string_with_format(self.row, 0, text, format)?;
        } else {
            self.sheet.merge_range(self.row, 0, self.row, last, &text, format)?;
        }
        self.row += 1;
        Ok(())
    }

    fn set_height(&mut self, height: f64) -> Result<(), XlsxError> {
        self.height += height;
        self.sheet.set_row_height(self.row, height)?;
        Ok(())
    }

    fn heads(&mut self, section: &Section) -> Result<(), XlsxError> {
        let tall = section.sheet.head.iter().zip(&self.widths).map(|(head, width)| lines(&head.text, *width));
        self.set_height(ROW_HEIGHT * tall.fold(1.0, f64::max) + 3.0)?;
        for (column, head) in (0u16..).zip(&section.sheet.head) {
            self.sheet.write_string_with_format(self.row, column, inert(&head.text), &self.formats.head)?;
        }
        self.row += 1;
        Ok(())
    }

    fn rows(&mut self, section: &Section, first: u32) -> Result<(), XlsxError> {
        let columns = self.widths.len();
        let total = section.has_total.then(|| section.sheet.rows.last()).flatten();
        for row in section.rows().take(section.row_count() - usize::from(total.is_some())) {
            for (column, at) in (0u16..).zip(0..columns) {
                self.cell(column, cell(&row, at), false)?;
            }
            self.row += 1;
        }
        if section.is_detail
            && let (Some(last), true) = (columns.checked_sub(1).and_then(|at| u16::try_from(at).ok()), self.row > first)
        {
            self.sheet.autofilter(first - 1, 0, self.row - 1, last)?;
        }
        if let Some(total) = total {
            for (column, at) in (0u16..).zip(0..columns) {
                let wanted = section.sheet.head.get(at).map_or(Total::Own, |head| head.total);
                self.total(column, cell(total, at), wanted, first)?;
            }
            self.row += 1;
        }
        Ok(())
    }

    /// A cell of the total: computed from the rows above it where it can be, with our figure for whoever does not compute.
    fn total(&mut self, column: u16, cell: &Cell, wanted: Total, first: u32) -> Result<(), XlsxError> {
        let formula = match (wanted, cell) {
            _ if self.row == first => None,
            (Total::Sum, Cell::Count(_) | Cell::Money(_)) => {
                let (from, until) = (row_col_to_cell(first, column), row_col_to_cell(self.row - 1, column));
                Some(format!("SUM({from}:{until})"))
            }
            (Total::Share(part, whole), Cell::Rate(_)) => {
                let name = |column: usize| u16::try_from(column).ok().map(|column| row_col_to_cell(self.row, column));
                name(part).zip(name(whole)).map(|(part, whole)| format!("IF({whole}=0,\"—\",{part}/{whole})"))
            }
            (Total::Own | Total::Sum | Total::Share(..), _) => None,
        };
        let Some(formula) = formula else { return self.cell(column, cell, true) };
        let value = drawn::number(cell).map_or_else(|| "—".to_owned(), |value| value.to_string());
        let format = self.formats.of(cell, true);
        let formula = Formula::new(formula).set_result(value);
        self.sheet.write_formula_with_format(self.row, column, formula, format)?;
        Ok(())
    }

    fn cell(&mut self, column: u16, cell: &Cell, is_total: bool) -> Result<(), XlsxError> {
        let format = self.formats.of(cell, is_total);
        match (drawn::number(cell), cell) {
            (Some(value), _) => self.sheet.write_number_with_format(self.row, column, value, format)?,
            (None, Cell::Blank) => self.sheet.write_blank(self.row, column, format)?,
            (None, Cell::Text(text)) if text.is_empty() => self.sheet.write_blank(self.row, column, format)?,
            (None, Cell::Text(text)) => self.sheet.write_string_with_format(self.row, column, inert(text), format)?,
            (None, Cell::Money(text)) => self.sheet.write_string_with_format(self.row, column, inert(text), format)?,
            (None, Cell::Count(_) | Cell::Rate(_) | Cell::Mean(_)) => {
                self.sheet.write_string_with_format(self.row, column, "—", format)?
            }
        };
        Ok(())
    }
}

/// The text as a cell may hold it: nothing that is run, nothing that is not seen.
fn inert(text: &str) -> String {
    let shown = table::safe(text);
    let cut = match shown.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => &shown[..end],
        None => &shown,
    };
    guard(cut).into_owned()
}

#[cfg(test)]
mod tests;
