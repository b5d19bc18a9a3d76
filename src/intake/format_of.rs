//! What kind of file a list is, by its content, never by its name: delimited text, one of the formats of workbooks, or
//! something that is no list and is named for what it is.

use anyhow::Result;

use super::bytes::Source;
use super::workbook::{Format, part_names};
use crate::lang::lists;
use crate::model::exit::{Exit, stop};

/// The kind of workbook; `None` for delimited text. Errors: a file that is neither (exit 3).
pub fn format_of(source: &Source) -> Result<Option<Format>> {
    refuse_lock_file(source)?;
    let beginning = source.beginning.as_slice();
    if beginning.starts_with(b"PK\x03\x04") {
        return zipped(source).map(Some);
    }
    match beginning {
        [0xD0, 0xCF, 0x11, 0xE0, ..] | [0x09, 0x08, _, 0, ..] => return Ok(Some(Format::Xls)),
        [0x09, version @ (0x00 | 0x02 | 0x04), 0x04..=0x08, 0, ..] => {
            let year = match version {
                0 => "Excel 2.1",
                2 => "Excel 3",
                _ => "Excel 4",
            };
            return Err(stop(Exit::Refused, lists::is_too_old(&source.name, year)));
        }
        _ => {}
    }
    if let Some(what) = picture(beginning) {
        return Err(stop(Exit::Refused, lists::is_a_picture(&source.name, what)));
    }
    if let Some((_, what)) = MAGICS.iter().find(|(magic, _)| beginning.starts_with(magic)) {
        return Err(stop(Exit::Refused, lists::is_no_list(&source.name, what)));
    }
    marked_up(source)
}

/// The file that a spreadsheet program keeps next to an open workbook.
fn refuse_lock_file(source: &Source) -> Result<()> {
    let path = std::path::Path::new(&source.name);
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let whole = name.strip_prefix("~$").or_else(|| name.strip_prefix(".~lock.").map(|name| name.trim_end_matches('#')));
    match whole {
        Some(whole) => Err(stop(Exit::Refused, lists::is_a_lock_file(&source.name, whole))),
        None => Ok(()),
    }
}

fn zipped(source: &Source) -> Result<Format> {
    let names = part_names(source);
    let has = |name: &str| names.iter().any(|one| one == name);
    let within = |folder: &str| names.iter().any(|one| one.starts_with(folder));
    let beginning = |words: &[u8]| memchr::memmem::find(&source.beginning, words).is_some();
    let not_a_list = |what| Err(stop(Exit::Refused, lists::is_no_list(&source.name, what)));
    if names.is_empty() {
        // A directory that cannot be read is that of a damaged file: its bytes may still show of which kind.
        return match () {
            () if beginning(b"opendocument.spreadsheet") => Ok(Format::Ods),
            () if source.holds(b"word/document.xml")? => not_a_list("Word docx"),
            () if source.holds(b"xl/")? || beginning(b"[Content_Types].xml") => Ok(Format::Xlsx),
            () => not_a_list("zip"),
        };
    }
    match () {
        () if beginning(b"opendocument.text") => not_a_list("odt"),
        () if beginning(b"opendocument.presentation") => not_a_list("odp"),
        () if has("content.xml") => Ok(Format::Ods),
        () if has("word/document.xml") => not_a_list("Word docx"),
        () if within("xl/") => Ok(Format::Xlsx),
        () if within("ppt/") => not_a_list("PowerPoint pptx"),
        () if names.iter().any(|name| name.ends_with(".iwa") || name == "index.zip") => {
            Err(stop(Exit::Refused, lists::is_numbers(&source.name)))
        }
        () if has("[content_types].xml") => Ok(Format::Xlsx),
        () => not_a_list("zip"),
    }
}

/// Text with tags: a page, a mail with a page in it, or a workbook as one XML file.
fn marked_up(source: &Source) -> Result<Option<Format>> {
    // UTF-16 read as bytes: its Latin letters have a zero byte each.
    let plain: Vec<u8> = source.beginning.iter().copied().filter(|byte| *byte != 0).collect();
    let plain = [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"]
        .iter()
        .find_map(|mark| plain.strip_prefix(*mark))
        .unwrap_or(&plain);
    let plain = plain.trim_ascii_start();
    let lower = plain.to_ascii_lowercase();
    let holds = |words: &str| memchr::memmem::find(&lower, words.as_bytes()).is_some();
    if is_mail(&lower) {
        return Ok(Some(Format::Mhtml));
    }
    let [b'<', second, ..] = lower.as_slice() else { return Ok(None) };
    if !(second.is_ascii_alphabetic() || matches!(second, b'!' | b'?')) {
        return Ok(None);
    }
    let is_book = holds("<workbook") || holds(":workbook");
    // `<html:B>` is a part of a cell's text.
    let is_within_page = ["<html>", "<html ", "<html\n", "<html\r"].iter().any(|tag| holds(tag));
    if is_book && holds("urn:schemas-microsoft-com:office:spreadsheet") && !is_within_page {
        return Ok(Some(Format::Xml2003));
    }
    if holds("opendocument") && holds("office:document") {
        let is_sheet = holds("opendocument.spreadsheet") || !holds("opendocument.text");
        return if is_sheet {
            Ok(Some(Format::FlatOds))
        } else {
            Err(stop(Exit::Refused, lists::is_no_list(&source.name, "odt")))
        };
    }
    let is_page = PAGE.iter().any(|tag| lower.starts_with(tag.as_bytes()))
        || ["<table", "<tr", "<td"].iter().any(|tag| holds(tag));
    Ok(is_page.then_some(Format::Html))
}

/// Whether a text begins as a mail does: with fields, one of which names the version of MIME.
fn is_mail(lower: &[u8]) -> bool {
    const HEAD: usize = 4096;
    let head = &lower[..lower.len().min(HEAD)];
    let fields = head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end).take_while(|line| !line.is_empty());
    let is_field = |line: &[u8]| {
        line.starts_with(b" ")
            || line.starts_with(b"\t")
            || memchr::memchr(b':', line)
                .is_some_and(|colon| line[..colon].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-'))
    };
    let mut has_version = false;
    for line in fields {
        if !is_field(line) {
            return false;
        }
        has_version |= line.starts_with(b"mime-version:");
    }
    has_version
}

/// Tags that only a page begins with.
const PAGE: &[&str] = &["<html", "<table", "<!doctype html", "<meta", "<head", "<body", "<style"];

/// What can only be looked at.
fn picture(beginning: &[u8]) -> Option<&'static str> {
    Some(match beginning {
        [b'%', b'P', b'D', b'F', ..] => "PDF",
        [0x89, b'P', b'N', b'G', ..] => "PNG",
        [0xFF, 0xD8, 0xFF, ..] => "JPEG",
        [b'G', b'I', b'F', b'8', ..] => "GIF",
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => "BMP",
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => "TIFF",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "WebP",
        [0, 0, 0, _, b'f', b't', b'y', b'p', b'h' | b'm', b'e' | b'i', ..] => "HEIC",
        _ => return None,
    })
}

const MAGICS: &[(&[u8], &str)] = &[
    (b"SQLite format 3\0", "SQLite"),
    (b"\x1F\x8B", "gzip"),
    (b"Rar!\x1A", "RAR"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"{\\rtf", "RTF"),
];
