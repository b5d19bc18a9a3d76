//! The texts in a file of a pack, each with its place: in a page what is between tags, in quotes and in comments, in a list
//! its cells, in a document its paragraphs; and each of them decoded once more where it hides another.

use std::io::{Cursor, Read};

use serde_json::Value;

use super::At;
use super::decode;

/// A text to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub at: At,
    pub text: String,
    /// Numbers for drawing and for programs: only an unbroken phone or ID number means anything in it.
    pub is_plain: bool,
}

/// The most that one part of a zip may unpack to.
const LARGEST_PART: u64 = 1 << 28;
/// Attributes whose values are drawn with.
const DRAWN: &[&str] =
    &["d", "points", "transform", "viewBox", "stroke-dasharray", "offset", "style", "integrity", "content"];
/// Keys of `data.json` whose values are no texts; `name` is that of a file, `cards-30001-31000.html`.
const KEYS: &[&str] = &["fingerprint", "sha256", "head", "made_with", "header_sha256", "code", "name"];
/// What ends a paragraph, a cell or a shared string: runs inside it are one text.
const ENDS: &[&str] = &[
    "w:p", "si", "is", "c", "p", "li", "td", "th", "h1", "h2", "h3", "text", "tr", "title", "a:p", "option", "button",
    "label",
];

impl Reading {
    /// The texts that hide in it.
    pub fn hidden(&self) -> impl Iterator<Item = Reading> {
        let of = |(text, was_base64): (String, bool)| Reading {
            at: self.at.clone(),
            text,
            is_plain: self.is_plain && !was_base64,
        };
        decode::hidden_in(&self.text).into_iter().map(of)
    }
}

/// Gives every text of a file to `take`.
pub fn each_text(name: &str, bytes: &[u8], mut take: impl FnMut(Reading)) {
    if bytes.starts_with(b"PK\x03\x04") {
        zip(bytes, &mut take);
    } else {
        file(name, bytes, None, &mut take);
    }
}

fn zip(bytes: &[u8], take: &mut impl FnMut(Reading)) {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return };
    for at in 0..archive.len() {
        let Ok(part) = archive.by_index(at) else { continue };
        let Ok(name) = part.name().map(|name| name.into_owned()) else { continue };
        let mut unpacked = Vec::new();
        if part.take(LARGEST_PART).read_to_end(&mut unpacked).is_ok() {
            file(&name, &unpacked, Some(&name), take);
        }
    }
}

fn file(name: &str, bytes: &[u8], part: Option<&str>, take: &mut impl FnMut(Reading)) {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let at = |line: usize| At { part: part.map(str::to_owned), line };
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    for (line, text) in text.lines().enumerate() {
        take(Reading { at: at(line + 1), text: text.to_owned(), is_plain: true });
    }
    let mut push = |line: usize, text: &str| {
        if !text.trim().is_empty() {
            take(Reading { at: at(line), text: text.trim().to_owned(), is_plain: false });
        }
    };
    match ending.as_str() {
        "html" | "xml" | "rels" | "svg" => markup(text, &mut push),
        "csv" => cells(text, &mut push),
        "json" => text.lines().enumerate().for_each(|(line, text)| json(text, line + 1, &mut push)),
        "css" | "js" => text.lines().enumerate().for_each(|(line, text)| program(text, line + 1, &mut push)),
        _ => text.lines().enumerate().for_each(|(line, text)| push(line + 1, text)),
    }
}

fn cells(text: &str, push: &mut impl FnMut(usize, &str)) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    for record in reader.records().flatten() {
        let line = record.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(1));
        record.iter().for_each(|cell| push(line, cell));
    }
}

/// The texts of a line of JSON: a whole value, one with a comma behind it, or the first line of an object.
fn json(text: &str, line: usize, push: &mut impl FnMut(usize, &str)) {
    let bare = text.trim().trim_end_matches(',');
    let value = serde_json::from_str(bare).or_else(|_| serde_json::from_str(&format!("{bare}}}")));
    match value {
        Ok(value) => values(&value, line, push),
        Err(_) => program(text, line, push),
    }
}

fn values(value: &Value, line: usize, push: &mut impl FnMut(usize, &str)) {
    match value {
        Value::String(text) => push(line, text),
        Value::Array(values_) => values_.iter().for_each(|value| values(value, line, push)),
        Value::Object(pairs) => {
            for (_, value) in pairs.iter().filter(|(key, _)| !KEYS.contains(&key.as_str())) {
                values(value, line, push);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Of a program's or a style's line only words in Chinese can be about somebody; numbers are looked at as they stand.
fn program(text: &str, line: usize, push: &mut impl FnMut(usize, &str)) {
    if text.contains(|c| matches!(c, '\u{3400}'..='\u{9fff}')) {
        push(line, text);
    }
}

/// What stands between tags, in their quotes and in comments.
fn markup(text: &str, push: &mut impl FnMut(usize, &str)) {
    let (mut rest, mut line, mut block, mut block_line) = (text, 1, String::new(), 1);
    while !rest.is_empty() {
        if let Some(comment) = rest.strip_prefix("<!--") {
            let (inside, after) = comment.split_once("-->").unwrap_or((comment, ""));
            push(line, inside);
            line += inside.matches('\n').count();
            rest = after;
            continue;
        }
        if !rest.starts_with('<') {
            let end = rest.find('<').unwrap_or(rest.len());
            if block.is_empty() {
                block_line = line;
            }
            block.push_str(&decode::entities(&rest[..end]));
            push(line, &decode::entities(&rest[..end]));
            line += rest[..end].matches('\n').count();
            rest = &rest[end..];
            continue;
        }
        let end = end_of_tag(rest);
        let tag = &rest[..end];
        attributes(tag, line, push);
        let name = tag.trim_start_matches(['<', '/']).split(|c: char| !(c.is_alphanumeric() || c == ':')).next();
        let name = name.unwrap_or_default();
        line += tag.matches('\n').count();
        rest = &rest[end..];
        if ENDS.contains(&name) {
            push(block_line, &std::mem::take(&mut block));
        }
        if matches!(name, "script" | "style") && !tag.starts_with("</") {
            let end = rest.find("</").unwrap_or(rest.len());
            for (at, text) in rest[..end].lines().enumerate() {
                if tag.contains("json") { json(text, line + at, push) } else { program(text, line + at, push) }
            }
            line += rest[..end].matches('\n').count();
            rest = &rest[end..];
        }
    }
    push(block_line, &block);
}

/// Where a tag ends that begins here; a quoted `>` ends none.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The values of a tag's attributes that are texts.
fn attributes(tag: &str, line: usize, push: &mut impl FnMut(usize, &str)) {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        let name = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
            rest = after;
            continue;
        };
        let Some((value, behind)) = after[1..].split_once(quote) else { return };
        if !DRAWN.contains(&name) {
            push(line, &decode::entities(value));
        }
        rest = behind;
    }
}
