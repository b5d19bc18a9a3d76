//! A sheet: numbered rows of text cells, whatever kind of file they come from. Knows nothing of heads or fields.

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

/// A row as its sheet has it.
#[derive(Debug, Default)]
pub struct SheetRow {
    /// The first of the sheet is 1.
    pub number: u32,
    pub cells: Cells,
    /// What merged ranges that began above give this row.
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

/// How a delimited text is to be read.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    pub encoding: Encoding,
    /// Bytes of mark before the text.
    pub mark: u64,
    pub delimiter: u8,
}

impl Sheet {
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

/// The workbook that the first bytes say this is; `None` for delimited text. Errors: a file that is neither.
pub fn workbook_format(source: &Source) -> Result<Option<Format>> {
    let head = source.head.as_slice();
    let holds = |words: &[u8]| memchr::memmem::find(head, words).is_some();
    let no_list = |what| Err(stop(Exit::Refused, lists::is_no_list(&source.name, what)));
    let first = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let begins = |tag: &[u8]| first.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    match head {
        [b'P', b'K', 3, 4, ..] if holds(b"opendocument.spreadsheet") => Ok(Some(Format::Ods)),
        [b'P', b'K', 3, 4, ..] if holds(b"opendocument.text") => no_list("odt"),
        [b'P', b'K', 3, 4, ..] if source.holds(b"word/document.xml")? => no_list("Word docx"),
        [b'P', b'K', 3, 4, ..] if source.holds(b"content.xml")? => Ok(Some(Format::Ods)),
        [b'P', b'K', 3, 4, ..] if source.holds(b"xl/")? || holds(b"[Content_Types].xml") => Ok(Some(Format::Xlsx)),
        [b'P', b'K', 3, 4, ..] => no_list("zip"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Ok(Some(Format::Xls)),
        _ if begins(b"<?xml") && holds(b"urn:schemas-microsoft-com:office:spreadsheet") => {
            no_list("XML Spreadsheet 2003")
        }
        _ if HTML.iter().any(|tag| begins(tag)) || (begins(b"<?xml") && holds(b"<table")) => Ok(Some(Format::Html)),
        _ if begins(b"MIME-Version:") => no_list("MHTML"),
        _ => match MAGICS.iter().find(|(magic, _)| head.starts_with(magic)) {
            Some((_, what)) => no_list(what),
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
