//! What hides in a text: references, percent signs, base64, escapes; and unbroken numbers of people among numbers for
//! programs.

use std::ops::Range;

use crate::privacy::{self, HitKind};

/// The text with its references (`&#48;`, `&lt;`) resolved.
pub fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut resolved = String::with_capacity(text.len());
    for token in html5gum::Tokenizer::new(text.replace('<', "&lt;").as_str()) {
        if let Ok(html5gum::Token::String(part)) = token {
            resolved.push_str(&String::from_utf8_lossy(&part));
        }
    }
    resolved
}

/// What a text says once it is decoded, in each way that makes another text of it; and whether it was base64.
pub fn hidden_in(text: &str) -> Vec<(String, bool)> {
    let has = |sign: char| text.contains(sign);
    let decoded = [has('&').then(|| entities(text)), has('%').then(|| percent(text)), has('\\').then(|| escapes(text))];
    let decoded = decoded.into_iter().flatten().filter(|one| one != text);
    let mut hidden: Vec<(String, bool)> = decoded.map(|one| (one, false)).collect();
    hidden.extend(base64(text).into_iter().map(|one| (one, true)));
    hidden
}

fn percent(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut decoded, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let pair = bytes.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let value =
            pair.and_then(|pair| std::str::from_utf8(pair).ok()).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        decoded.push(value.unwrap_or(*byte));
        at += if value.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// `\u0031` and `\x31`.
fn escapes(text: &str) -> String {
    let (mut decoded, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once('\\') {
        decoded.push_str(before);
        let digits = match after.chars().next() {
            Some('u') => 4,
            Some('x') => 2,
            _ => 0,
        };
        let value = after.get(1..=digits).filter(|_| digits > 0).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        match value.and_then(char::from_u32) {
            Some(c) => {
                decoded.push(c);
                rest = &after[digits + 1..];
            }
            None => {
                decoded.push('\\');
                rest = after;
            }
        }
    }
    decoded + rest
}

/// The texts that stand in it in base64.
fn base64(text: &str) -> Vec<String> {
    const SHORTEST: usize = 14;
    let is_digit = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '-' | '_');
    let words = text.split(|c| !is_digit(c)).filter(|word| word.len() >= SHORTEST);
    words.filter_map(|word| String::from_utf8(bytes_of(word)).ok().filter(|text| !text.contains('\u{0}'))).collect()
}

fn bytes_of(word: &str) -> Vec<u8> {
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::with_capacity(word.len()));
    for byte in word.bytes() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            _ => 63,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    bytes
}

/// Unbroken mobile numbers and ID numbers that stand alone: such a run of digits is no drawing's and no program's.
pub fn bare_numbers(text: &str) -> Vec<(HitKind, Range<usize>)> {
    let (bytes, mut found, mut at) = (text.as_bytes(), Vec::new(), 0);
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let end = if end - at == 17 && matches!(bytes.get(end), Some(b'X' | b'x')) { end + 1 } else { end };
        let is_apart = !bytes.get(end).is_some_and(|byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'.'))
            && !at.checked_sub(1).is_some_and(|before| bytes[before] == b'.' || is_in_a_word(bytes, before));
        if is_apart && matches!(end - at, 11 | 18) {
            let hits = privacy::scan(&text[at..end], &[]);
            let kinds = hits.into_iter().map(|hit| hit.kind);
            found.extend(
                kinds.filter(|kind| matches!(kind, HitKind::Phone | HitKind::IdNumber)).map(|kind| (kind, at..end)),
            );
        }
        at = end;
    }
    found
}

/// Whether a letter before the digits makes one word with them: a single command of a path does not.
fn is_in_a_word(bytes: &[u8], before: usize) -> bool {
    let is_letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    is_letter(before) && before.checked_sub(1).is_some_and(is_letter)
}
