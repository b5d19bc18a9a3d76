//! A sheet: numbered rows of text cells, whatever kind of file they come from. Knows nothing of heads or fields.

use anyhow::Result;

use super::bytes::Source;
use super::cells::Cells;
use super::decode::Text;
use super::delimited::Records;
use super::encoding::Encoding;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};

/// Where the rows come from.
pub enum Sheet {
    Delimited(Box<Records>),
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
    /// The rows of `source` from its beginning.
    pub fn delimited(source: &Source, layout: Layout) -> Sheet {
        let text = Text::new(source.reader(layout.mark), layout.encoding);
        Sheet::Delimited(Box::new(Records::new(&source.name, text, layout.encoding, layout.delimiter)))
    }
}

impl Iterator for Sheet {
    type Item = Result<(u32, Cells)>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Sheet::Delimited(records) => records.next(),
        }
    }
}

/// Refuses what its first bytes say is no delimited text.
pub fn refuse_other_files(source: &Source) -> Result<()> {
    let head = source.head.as_slice();
    let name = &source.name;
    let holds = |words: &[u8]| head.windows(words.len()).any(|window| window == words);
    let first = head.trim_ascii_start();
    let begins = |tag: &[u8]| first.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    let (what, is_workbook) = match head {
        [b'P', b'K', 3, 4, ..] if holds(b"opendocument.spreadsheet") => ("ods", true),
        [b'P', b'K', 3, 4, ..] if holds(b"word/") => ("Word docx", false),
        [b'P', b'K', 3, 4, ..] if holds(b"xl/") || holds(b"[Content_Types].xml") => ("xlsx", true),
        [b'P', b'K', 3, 4, ..] => ("zip", false),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ("xls", true),
        _ if HTML.iter().any(|tag| begins(tag)) => ("HTML", true),
        _ => match MAGICS.iter().find(|(magic, _)| head.starts_with(magic)) {
            Some((_, what)) => (*what, false),
            None => return Ok(()),
        },
    };
    let message = if is_workbook { lists::is_a_workbook(name, what) } else { lists::is_no_list(name, what) };
    Err(stop(Exit::Refused, message))
}

const HTML: &[&[u8]] = &[b"<html", b"<table", b"<!doctype html", b"<meta"];

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
