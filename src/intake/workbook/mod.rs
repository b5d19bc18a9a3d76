//! Workbooks: sheets of cells, whatever program saved them. Each format becomes numbered rows of text cells as the
//! spreadsheet shows them; knows nothing of headers or fields.
//!
//! All keep the same bounds: rows are streamed, unpacking is capped, no file makes the process abort or hang, merged cells and
//! formulas without a value are seen. Why no package reads in our place, each module says.

mod biff;
mod compound;
mod format;
mod frame;
mod html;
mod merged;
mod mhtml;
mod number;
mod ods;
mod parts;
mod rows;
mod scan;
mod shown_text;
mod strings;
mod struck;
mod styles;
mod xls;
mod xlsx;
mod xml;
mod xml2003;

use std::sync::Arc;

use anyhow::Result;

pub use parts::names as part_names;

use super::bytes::Source;
use super::encoding::Encoding;
use super::sheet::SheetRow;
use crate::model::sheet_frame::SheetFrame;

/// The kind of a workbook, by the first bytes of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// xlsx and xlsm.
    Xlsx,
    Ods,
    /// An ods that is one XML file.
    FlatOds,
    Xls,
    Xml2003,
    /// The tables of a page, which form sites name `.xls`.
    Html,
    /// A page kept as a mail.
    Mhtml,
}

/// The name of a sheet, and whether a spreadsheet program shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetName {
    pub name: String,
    pub hidden: bool,
}

/// An open workbook.
pub struct Workbook {
    pub sheets: Vec<SheetName>,
    content: Content,
}

enum Content {
    Xlsx(xlsx::Xlsx),
    Ods(ods::Ods),
    Xls(xls::Xls),
    Xml2003(xml2003::Xml2003),
    Html(html::Html),
}

/// The rows of one sheet from its first.
pub enum SheetRows {
    Xlsx(Box<xlsx::Rows>),
    Ods(Box<ods::Rows>),
    Xls(Box<xls::Rows>),
    Xml2003(Box<xml2003::Rows>),
    Html(Box<html::Rows>),
}

impl Workbook {
    /// Errors: a damaged or protected workbook, or one that unpacks to more than any office has (exit 3).
    pub fn open(source: &Arc<Source>, format: Format, stated: Option<Encoding>) -> Result<Workbook> {
        let content = match format {
            Format::Xlsx => Content::Xlsx(xlsx::Xlsx::open(source)?),
            Format::Ods => Content::Ods(ods::Ods::open(source)?),
            Format::FlatOds => Content::Ods(ods::Ods::open_flat(source)?),
            Format::Xml2003 => Content::Xml2003(xml2003::Xml2003::open(source)?),
            Format::Xls => Content::Xls(xls::Xls::open(source, stated)?),
            Format::Mhtml => Content::Html(html::Html::open(&mhtml::page(source)?, Some(Encoding::Utf8))?),
            Format::Html => Content::Html(html::Html::open(source, stated)?),
        };
        let sheets = match &content {
            Content::Xlsx(book) => book.sheets(),
            Content::Ods(book) => book.sheets(),
            Content::Xls(book) => book.sheets(),
            Content::Xml2003(book) => book.sheets(),
            Content::Html(page) => page.sheets(),
        };
        Ok(Workbook { sheets, content })
    }

    /// How many bytes are read to find the beginning of a sheet: where all lie in one text, those of the sheets before it.
    pub fn read_again(&self) -> u64 {
        match &self.content {
            Content::Xlsx(book) => book.read_again(),
            Content::Xls(book) => book.read_again(),
            Content::Xml2003(book) => book.length(),
            Content::Ods(book) => book.length(),
            Content::Html(page) => page.length(),
        }
    }

    /// What is around the cells of a sheet, counted from 0, whose header ends in this row; of an xlsx only.
    pub fn frame(&self, sheet: usize, header_row: u32, below: Option<u32>) -> Result<Option<SheetFrame>> {
        match &self.content {
            Content::Xlsx(book) => book.frame(sheet, header_row, below),
            Content::Ods(_) | Content::Xls(_) | Content::Xml2003(_) | Content::Html(_) => Ok(None),
        }
    }

    /// The cells of a sheet that have a comment, where the format has any.
    pub fn comments(&self, sheet: usize) -> Vec<String> {
        match &self.content {
            Content::Xlsx(book) => book.comments(sheet),
            Content::Ods(book) => book.comments(sheet),
            Content::Xls(book) => book.comments(sheet),
            Content::Xml2003(book) => book.comments(sheet),
            Content::Html(_) => Vec::new(),
        }
    }

    /// The rows of a sheet, counted from 0.
    pub fn rows(&self, sheet: usize) -> Result<SheetRows> {
        Ok(match &self.content {
            Content::Xlsx(book) => SheetRows::Xlsx(Box::new(book.rows(sheet)?)),
            Content::Ods(book) => SheetRows::Ods(Box::new(book.rows(sheet)?)),
            Content::Xls(book) => SheetRows::Xls(Box::new(book.rows(sheet)?)),
            Content::Xml2003(book) => SheetRows::Xml2003(Box::new(book.rows(sheet)?)),
            Content::Html(page) => SheetRows::Html(Box::new(page.rows(sheet))),
        })
    }
}

impl Iterator for SheetRows {
    type Item = Result<SheetRow>;

    fn next(&mut self) -> Option<Result<SheetRow>> {
        match self {
            SheetRows::Xlsx(rows) => rows.next(),
            SheetRows::Ods(rows) => rows.next(),
            SheetRows::Xls(rows) => rows.next(),
            SheetRows::Xml2003(rows) => rows.next(),
            SheetRows::Html(rows) => rows.next(),
        }
    }
}
