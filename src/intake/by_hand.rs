//! One record by hand: its headers and cells become a list of one row, which goes the way of every list.

use std::sync::Arc;

use anyhow::Result;

use super::aliases::{Use, plain, use_of};
use super::bytes::Source;
use super::choose::Chosen;
use super::columns::{Columns, Meanings};
use super::header::Header;
use super::{List, Options, Read, choose};
use crate::model::fault::FaultKind;
use crate::model::fields::Field;
use crate::model::words::ListKind;

/// A list of one record. Fields that its kind requires and nobody gave are there, blank, so that they are
/// reported as missing.
pub fn by_hand(name: &str, kind: ListKind, cells: &[(String, String)], options: &Options) -> Result<List> {
    let mut cells = cells.to_vec();
    for field in required(kind) {
        if !cells.iter().any(|(header, _)| field_of(kind, header) == Some(field)) {
            cells.push((field.code().to_owned(), String::new()));
        }
    }
    let (source, chosen) = of_cells(name, kind, &cells, options)?;
    List::by_hand(&source, kind, options, chosen)
}

/// A correction of one record by hand: its code, and the cells that change. It is a list of corrections, whatever they are.
pub fn correction(name: &str, kind: ListKind, cells: &[(String, String)], options: &Options) -> Result<List> {
    let (source, chosen) = of_cells(name, kind, cells, options)?;
    let header = Header { columns: chosen.header.columns.correcting(), ..chosen.header };
    List::by_hand(&source, kind, options, Chosen { header, ..chosen })
}

fn of_cells(
    name: &str,
    kind: ListKind,
    cells: &[(String, String)],
    options: &Options,
) -> Result<(Arc<Source>, Chosen)> {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |texts: Vec<String>| format!("{}\n", texts.join(","));
    let headers = line(cells.iter().map(|(header, _)| quoted(header)).collect());
    let row = line(cells.iter().map(|(_, cell)| quoted(cell)).collect());
    let source = Arc::new(Source::of_text(name, &format!("{headers}{row}"))?);
    let (encoding, delimiter, quotes) = (Some(super::Encoding::Utf8), Some(b','), super::Quotes::Strict);
    let options_of_text = Options { encoding, delimiter, quotes, ..options.clone() };
    let chosen = choose::text(&source, kind, &options_of_text)?;
    Ok((source, chosen))
}

/// What is wrong with a value under this header, if anything is.
pub fn problem(kind: ListKind, header: &str, value: &str, options: &Options) -> Result<Option<(Field, FaultKind)>> {
    let list = by_hand("--ask", kind, &[(header.to_owned(), value.to_owned())], options)?;
    let Some(field) = field_of(kind, header) else { return Ok(None) };
    for row in list.rows()? {
        if let Read::Faulty(faults) = row?.read {
            let own = faults.into_iter().find(|fault| fault.column == Some(0) || fault.field == Some(field));
            return Ok(own.map(|fault| (field, fault.why)));
        }
    }
    Ok(None)
}

/// The fields without which there is no record of this kind.
pub fn required(kind: ListKind) -> Vec<Field> {
    Columns::of(kind, &[], Meanings::default()).missing(kind)
}

/// The field that a word means: its code word, or a header of it.
pub fn field_of(kind: ListKind, word: &str) -> Option<Field> {
    match use_of(kind, &plain(word)) {
        Use::Field(field, _) => Some(field),
        Use::Serial | Use::Ignored | Use::Extra => None,
    }
}
