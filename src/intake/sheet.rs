//! A sheet: numbered rows of text cells, whatever kind of file they come from. Knows nothing of headers or fields.

use std::sync::Arc;

use anyhow::Result;

use super::bytes::Source;
use super::cells::{Below, Cells};
use super::decode::Text;
use super::delimited::Records;
use super::encoding::Encoding;
use super::workbook::{Format, SheetRows, Workbook};
use crate::lang::lists;
use crate::model::exit::{Exit, stop};

/// A row as it is in the sheet.
#[derive(Debug, Default)]
pub struct SheetRow {
    /// From 1.
    pub number: u32,
    pub cells: Cells,
    /// Values of merged ranges that begin in a row above.
    pub below: Vec<Below>,
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
}

impl Sheet {
    /// Errors: the sheet is missing from its workbook, or packed in a way that cannot be read (exit 3).
    pub fn open(source: &Source, place: &Place) -> Result<Sheet> {
        match place {
            Place::Text(layout) => {
                let text = Text::new(source.reader(layout.mark), layout.encoding);
                let records = Records::new(&source.name, text, layout.encoding, layout.delimiter);
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
                Some(records.next()?.map(|(number, cells)| SheetRow { number, cells, below: Vec::new() }))
            }
            Sheet::Workbook(rows) => rows.next(),
        }
    }
}

/// The kind of workbook by the first bytes; `None` for delimited text. Errors: a file that is neither (exit 3).
pub fn workbook_format(source: &Source) -> Result<Option<Format>> {
    let beginning = source.beginning.as_slice();
    let holds = |words: &[u8]| memchr::memmem::find(beginning, words).is_some();
    let not_a_list = |what| Err(stop(Exit::Refused, lists::is_no_list(&source.name, what)));
    let first = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning).trim_ascii_start();
    let begins = |tag: &[u8]| first.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    match beginning {
        [b'P', b'K', 3, 4, ..] if holds(b"opendocument.spreadsheet") => Ok(Some(Format::Ods)),
        [b'P', b'K', 3, 4, ..] if holds(b"opendocument.text") => not_a_list("odt"),
        [b'P', b'K', 3, 4, ..] if source.holds(b"word/document.xml")? => not_a_list("Word docx"),
        [b'P', b'K', 3, 4, ..] if source.holds(b"content.xml")? => Ok(Some(Format::Ods)),
        [b'P', b'K', 3, 4, ..] if source.holds(b"xl/")? || holds(b"[Content_Types].xml") => Ok(Some(Format::Xlsx)),
        [b'P', b'K', 3, 4, ..] => not_a_list("zip"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Ok(Some(Format::Xls)),
        _ if begins(b"<?xml") && holds(b"urn:schemas-microsoft-com:office:spreadsheet") => {
            not_a_list("XML Spreadsheet 2003")
        }
        _ if HTML.iter().any(|tag| begins(tag)) || (begins(b"<?xml") && holds(b"<table")) => Ok(Some(Format::Html)),
        _ if begins(b"MIME-Version:") => not_a_list("MHTML"),
        _ => match MAGICS.iter().find(|(magic, _)| beginning.starts_with(magic)) {
            Some((_, what)) => not_a_list(what),
            None => Ok(None),
        },
    }
}

const HTML: &[&[u8]] =
    &[b"<html", b"<table", b"<!doctype html", b"<meta", b"<head", b"<body", b"<style", b"<div", b"<!--"];

const MAGICS: &[(&[u8], &str)] = &[
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF8", "GIF"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\x1F\x8B", "gzip"),
    (b"Rar!\x1A", "RAR"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"{\\rtf", "RTF"),
];
