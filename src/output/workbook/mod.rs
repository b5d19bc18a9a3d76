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
use super::report::{Column, Report, RowKind, Section, Total, cell};
use super::{Cell, drawn, table};
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
/// Of columns that several tables have in common, where a longer text takes several lines: of the first, which says what a
/// row is, and of the others.
const WIDEST_FIRST: u16 = 24;
const WIDEST_OF_SEVERAL: u16 = 12;
/// A line below a table may be as wide as this, so that a narrow table has no tall foot.
const LINE: u16 = 96;
/// The width of a column that nobody has set.
const UNSET: u16 = 8;
const ROW_HEIGHT: f64 = 16.5;

/// Writes the report's workbook.
pub fn write(report: &Report, out: &mut (dyn Write + Send)) -> io::Result<()> {
    let mut book = new_book(&report.title)?;
    if report.is_one_sheet {
        one_sheet(report, book.add_worksheet()).map_err(io_error)?;
        return book.save_to_writer(out).map_err(io_error);
    }
    let mut names = Names::default();
    let bare = [Section::default()];
    let sections = if report.sections.is_empty() { &bare[..] } else { &report.sections[..] };
    for section in sections {
        let is_large = section.row_count() > LARGE;
        let sheet = if is_large { book.add_worksheet_with_constant_memory() } else { Ok(book.add_worksheet()) };
        let sheet = sheet.map_err(io_error)?;
        let wanted = if section.title.is_empty() { &report.title } else { &section.title };
        let name = names.free(wanted);
        sheet.set_name(&name).map_err(io_error)?;
        let page = Page { sheet, formats: Formats::new(!is_large), name, row: 0, height: 0.0, widths: widths(section) };
        page.write(report, section).map_err(io_error)?;
    }
    book.save_to_writer(out).map_err(io_error)
}

/// All tables one below the other. There is no chart: it would take the paper of three tables.
fn one_sheet(report: &Report, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let name = Names::default().free(&report.title);
    sheet.set_name(&name)?;
    let mut common: Vec<u16> = Vec::new();
    for section in &report.sections {
        for (at, width) in widths(section).into_iter().enumerate() {
            common.resize(common.len().max(at + 1), NARROWEST);
            let widest = if at == 0 { WIDEST_FIRST } else { WIDEST_OF_SEVERAL };
            common[at] = common[at].max(width.min(widest));
        }
    }
    Page { sheet, formats: Formats::new(true), name, row: 0, height: 0.0, widths: common }.write_together(report)
}

/// An empty workbook. Its bytes contain no time: the same rows are the same file.
pub fn new_book(title: &str) -> io::Result<Workbook> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2020, 1, 1).map_err(io_error)?;
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
pub fn io_error(error: XlsxError) -> io::Error {
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

/// The width of each shown column: of numbers as the widest, their headers wrapped; of texts up to `WIDEST`.
fn widths(section: &Section) -> Vec<u16> {
    let columns = section.shown_columns();
    let last = section.rows.last().map(|row| section.shown_cells(row.cells.as_slice().into()));
    let looked_at: Vec<_> = section.shown_rows().take(LOOKED_AT).map(|(_, row)| row).chain(last).collect();
    let of = |(at, column): (usize, &&Column)| {
        let texts = looked_at.iter().map(|row| formats::shown(cell(row, at)).width());
        let widest = texts.max().unwrap_or(0);
        let header = column.header.width();
        // Next to a header there is room for the arrow of its filter.
        let header = if section.is_detail {
            header + 3
        } else if header > 10 {
            header.div_ceil(2) + 1
        } else {
            header
        };
        u16::try_from(widest.max(header) + 2).unwrap_or(WIDEST).clamp(NARROWEST, WIDEST)
    };
    columns.iter().enumerate().map(of).collect()
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
        self.columns()?;
        self.title(report)?;
        self.name(section)?;
        self.letterhead(report)?;
        let headers = self.row;
        if !self.widths.is_empty() {
            self.headers(section)?;
            self.rows(section)?;
            self.sheet.set_freeze_panes(headers + 1, 0)?;
            self.sheet.set_repeat_rows(headers, headers)?;
        }
        let foot = self.formats.foot.clone();
        let general: &[String] = if section.is_detail { &[] } else { &report.footer };
        for line in section.notes.iter().chain(general) {
            self.line(line, &foot, ROW_HEIGHT)?;
        }
        if let Some(drawn) = Drawn::of(section) {
            self.chart(&drawn, section, headers + 1)?;
        }
        print::set_up(self.sheet);
        Ok(())
    }

    /// All tables of the report, each with its lines below it.
    fn write_together(mut self, report: &Report) -> Result<(), XlsxError> {
        self.columns()?;
        self.title(report)?;
        self.letterhead(report)?;
        let foot = self.formats.foot.clone();
        for section in report.sections.iter().filter(|section| !section.is_detail) {
            self.name(section)?;
            self.headers(section)?;
            self.rows(section)?;
            self.height += ROW_HEIGHT * f64::from(u32::try_from(section.row_count()).unwrap_or(u32::MAX));
            for line in &section.notes {
                self.line(line, &foot, ROW_HEIGHT)?;
            }
            self.set_height(ROW_HEIGHT / 2.0)?;
            self.row += 1;
        }
        for line in &report.footer {
            self.line(line, &foot, ROW_HEIGHT)?;
        }
        let (_, width) = self.span();
        print::set_up_whole(self.sheet, self.height, width);
        Ok(())
    }

    fn columns(&mut self) -> Result<(), XlsxError> {
        for (column, width) in (0u16..).zip(&self.widths) {
            self.sheet.set_column_width(column, *width)?;
        }
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
        let (chart, height) = chart::of(drawn, &section.title, &self.name, first, width);
        let rows = f64::from(u32::try_from(section.row_count()).unwrap_or(u32::MAX));
        if print::is_past_end(self.height + ROW_HEIGHT * (rows + 1.0), height, width) {
            self.sheet.set_page_breaks(&[self.row])?;
        }
        // A little lower, so that no edge of it stays on the page before.
        self.sheet.insert_chart_with_offset(self.row, 0, &chart, 0, 4)?;
        Ok(())
    }

    fn title(&mut self, report: &Report) -> Result<(), XlsxError> {
        let title = self.formats.title.clone();
        if report.title.is_empty() { Ok(()) } else { self.line(&report.title, &title, 24.0) }
    }

    /// What a table is.
    fn name(&mut self, section: &Section) -> Result<(), XlsxError> {
        let name = self.formats.name.clone();
        if section.title.is_empty() { Ok(()) } else { self.line(&section.title, &name, 19.5) }
    }

    /// Who reports.
    fn letterhead(&mut self, report: &Report) -> Result<(), XlsxError> {
        let letterhead = self.formats.letterhead.clone();
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

    fn headers(&mut self, section: &Section) -> Result<(), XlsxError> {
        let columns = section.shown_columns();
        let tall = columns.iter().zip(&self.widths).map(|(column, width)| lines(&column.header, *width));
        self.set_height(ROW_HEIGHT * tall.fold(1.0, f64::max) + 3.0)?;
        for (at, column) in (0u16..).zip(columns) {
            self.sheet.write_string_with_format(self.row, at, inert(&column.header), &self.formats.header)?;
        }
        self.row += 1;
        Ok(())
    }

    fn rows(&mut self, section: &Section) -> Result<(), XlsxError> {
        let columns = section.shown_columns();
        let mut items = Blocks::default();
        let first = self.row;
        for (kind, row) in section.shown_rows() {
            let of_total = match kind {
                RowKind::Item => None,
                RowKind::Subtotal => Some(items.last_one()),
                RowKind::Total if section.totals_by.is_some() => Some(&[][..]),
                RowKind::Total => Some(items.all()),
            };
            for (at, column) in (0u16..).zip(&columns) {
                let cell = cell(&row, usize::from(at));
                match of_total {
                    Some(blocks) => self.total(at, cell, &formula(column.total, &columns, at, self.row, blocks))?,
                    None => self.cell(at, cell, false)?,
                }
            }
            match kind {
                RowKind::Item => items.push(self.row),
                RowKind::Subtotal | RowKind::Total => items.end_block(),
            }
            self.row += 1;
        }
        if section.is_detail
            && let Some(last) = columns.len().checked_sub(1).and_then(|at| u16::try_from(at).ok())
            && let Some((_, until)) = items.all().last()
        {
            self.sheet.autofilter(first - 1, 0, *until, last)?;
        }
        Ok(())
    }

    /// A cell of a total: computed from the rows above it where it can be, with our figure for whoever does not compute.
    fn total(&mut self, column: u16, cell: &Cell, formula: &Option<String>) -> Result<(), XlsxError> {
        let is_computed = matches!(cell, Cell::Count(_) | Cell::Money(_) | Cell::Rate(_));
        let Some(formula) = formula.as_ref().filter(|_| is_computed) else { return self.cell(column, cell, true) };
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
            (None, Cell::Coded(coded)) => {
                self.sheet.write_string_with_format(self.row, column, inert(&coded.text), format)?
            }
            (None, Cell::Money(text)) => self.sheet.write_string_with_format(self.row, column, inert(text), format)?,
            (None, Cell::Count(_) | Cell::Rate(_) | Cell::Mean(_)) => {
                self.sheet.write_string_with_format(self.row, column, "—", format)?
            }
        };
        Ok(())
    }
}

/// The rows of items: blocks of rows that follow each other, each with its first row and its last.
#[derive(Default)]
struct Blocks {
    blocks: Vec<(u32, u32)>,
    is_open: bool,
}

impl Blocks {
    fn push(&mut self, row: u32) {
        match self.blocks.last_mut() {
            Some((_, until)) if self.is_open => *until = row,
            _ => self.blocks.push((row, row)),
        }
        self.is_open = true;
    }

    fn end_block(&mut self) {
        self.is_open = false;
    }

    fn all(&self) -> &[(u32, u32)] {
        &self.blocks
    }

    /// The block that the last row belongs to; none where that was a subtotal.
    fn last_one(&self) -> &[(u32, u32)] {
        let last = self.blocks.len().saturating_sub(usize::from(self.is_open));
        &self.blocks[last..]
    }
}

/// How a total is computed from blocks of items; `None` where it is not.
fn formula(total: Total, columns: &[&Column], at: u16, row: u32, blocks: &[(u32, u32)]) -> Option<String> {
    if blocks.is_empty() {
        return None;
    }
    match total {
        Total::None => None,
        Total::Sum => {
            let range =
                |(from, until): &(u32, u32)| format!("{}:{}", row_col_to_cell(*from, at), row_col_to_cell(*until, at));
            Some(format!("SUM({})", blocks.iter().map(range).collect::<Vec<_>>().join(",")))
        }
        Total::Share { of, by } => {
            let name = |key: &str| {
                let column = columns.iter().position(|column| column.key == key)?;
                Some(row_col_to_cell(row, u16::try_from(column).ok()?))
            };
            let (part, whole) = (name(of)?, name(by)?);
            Some(format!("IF({whole}=0,\"—\",{part}/{whole})"))
        }
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
