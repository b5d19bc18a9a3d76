//! Every cell of a file as it is read, without looking for a header: what the comparison with other readers
//! (benches/reading) and the fuzz targets (fuzz/) go by.

use std::sync::Arc;

use anyhow::Result;

use super::Options;
use super::bytes::Source;
use super::encoding;
use super::format_of::format_of;
use super::sheet::{Layout, Place, Sheet, SheetRow};
use super::workbook::Workbook;

/// Calls `take` with the name of the sheet, the row's number from 1, and its cells, of each row in order.
///
/// # Errors
/// Whatever keeps a list out.
pub fn every_cell(path: &str, options: &Options, take: &mut impl FnMut(&str, u32, &[&str])) -> Result<()> {
    let source = Arc::new(Source::open(path)?);
    let mut places = Vec::new();
    match format_of(&source)? {
        Some(format) => {
            let book = Arc::new(Workbook::open(&source, format, options.encoding)?);
            for sheet in 0..book.sheets.len() {
                places.push((book.sheets[sheet].name.clone(), Place::Sheet(Arc::clone(&book), sheet)));
            }
        }
        None => {
            let (encoding, mark) = encoding::detect(&source, options.encoding)?;
            let delimiter = options.delimiter.unwrap_or(b',');
            places.push((String::new(), Place::Text(Layout { encoding, mark, delimiter, quotes: options.quotes })));
        }
    }
    for (name, place) in places {
        for row in Sheet::open(&source, &place)? {
            let SheetRow { number, cells, .. } = row?;
            take(&name, number, &cells.iter().collect::<Vec<&str>>());
        }
    }
    Ok(())
}
