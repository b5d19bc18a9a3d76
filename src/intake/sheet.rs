//! A sheet: numbered rows of text cells, whatever kind of file they come from. Knows nothing of headers or fields.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use anyhow::Result;

use super::bytes::Source;
use super::cells::{Below, Cells};
use super::decode::Text;
use super::delimited::Records;
use super::encoding::Encoding;
use super::workbook::{SheetRows, Workbook};

/// Not a meaning of quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownQuotes;

impl FromStr for Quotes {
    type Err = UnknownQuotes;

    fn from_str(word: &str) -> Result<Quotes, UnknownQuotes> {
        match word {
            "watched" => Ok(Quotes::Watched),
            "literal" => Ok(Quotes::Literal),
            "strict" => Ok(Quotes::Strict),
            _ => Err(UnknownQuotes),
        }
    }
}

impl fmt::Display for UnknownQuotes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("literal, strict")
    }
}

impl std::error::Error for UnknownQuotes {}

/// A row as it is in the sheet.
#[derive(Debug, Default)]
pub struct SheetRow {
    /// From 1.
    pub number: u32,
    pub cells: Cells,
    /// Values of merged ranges that begin in a row above.
    pub below: Vec<Below>,
    /// The spreadsheet does not show it: it is filtered out, or hidden.
    pub hidden: bool,
}

/// Where a list's rows are.
#[derive(Clone)]
pub enum Place {
    Text(Layout),
    /// A sheet of a workbook, counted from 0.
    Sheet(Arc<Workbook>, usize),
}

/// The rows of a sheet from its first.
pub enum Sheet {
    Delimited(Box<Records>),
    Workbook(SheetRows),
}

/// How a delimited text is read.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    pub encoding: Encoding,
    /// The length of the byte order mark before the text.
    pub mark: u64,
    pub delimiter: u8,
    pub quotes: Quotes,
}

/// What a quote at the beginning of a cell means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quotes {
    /// The cell is quoted; a list whose quotes may have swallowed rows is refused.
    #[default]
    Watched,
    /// A character like any other.
    Literal,
    /// The cell is quoted, whatever is in it.
    Strict,
}

impl Sheet {
    /// How many cells the row has that was read last, also where it was refused for them; 0 where the format has a limit of
    /// its own.
    pub fn width(&self) -> usize {
        match self {
            Sheet::Delimited(records) => records.width(),
            Sheet::Workbook(_) => 0,
        }
    }

    /// Errors: the sheet is missing from its workbook, or packed in a way that cannot be read (exit 3).
    pub fn open(source: &Source, place: &Place) -> Result<Sheet> {
        match place {
            Place::Text(layout) => {
                let text = Text::new(source.reader(layout.mark), layout.encoding);
                let records = Records::new(&source.name, text, layout);
                Ok(Sheet::Delimited(Box::new(records)))
            }
            Place::Sheet(book, sheet) => Ok(Sheet::Workbook(book.rows(*sheet)?)),
        }
    }
}

impl Iterator for Sheet {
    type Item = Result<SheetRow>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Sheet::Delimited(records) => {
                Some(records.next()?.map(|(number, cells)| SheetRow { number, cells, ..SheetRow::default() }))
            }
            Sheet::Workbook(rows) => rows.next(),
        }
    }
}
