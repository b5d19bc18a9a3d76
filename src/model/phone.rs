//! A phone number: an 11-digit mobile, or a landline with its area code. `Debug` never prints the digits.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use super::text::{half_width, is_unseen, to_half_width};

/// `13812345678`, `020-81000000` or `020-81000000-801`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

/// Why a text is not a phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneError {
    NotAPhone,
    /// `1.38E+10`: a spreadsheet destroyed the digits.
    Lost,
    /// A landline without its area code.
    NoAreaCode,
}

impl Phone {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first phone number in a cell that says more than one number, and the rest of the cell: another number, whose it is,
    /// an extension. `None` where there is none.
    pub fn first_of(text: &str) -> Option<(Phone, &str)> {
        let is_mark = |c: char| is_dash(c) || is_dot(to_half_width(c));
        let is_part =
            |c: char| matches!(to_half_width(c), '0'..='9' | '+' | '-' | '(' | ')' | ' ') || is_mark(c) || is_unseen(c);
        let mut at = 0;
        while let Some(begin) = text[at..].find(is_part).map(|found| at + found) {
            let end = text[begin..].find(|c| !is_part(c)).map_or(text.len(), |found| begin + found);
            if let Some((phone, range)) = first_in_run(text, begin, end) {
                let marks = |c: char| c.is_whitespace() || "/、,，;；|:：.。·•()（）-和或及".contains(c);
                let (before, after) = (text[..range.start].trim_matches(marks), text[range.end..].trim_matches(marks));
                let rest = if before.is_empty() || is_label(before) {
                    after
                } else if after.is_empty() {
                    before
                } else {
                    text.trim()
                };
                return Some((phone, rest));
            }
            at = end;
        }
        None
    }

    /// `199****1001`; a landline shows its area code and last two digits.
    pub fn masked(&self) -> String {
        match self.0.split_once('-') {
            None => format!("{}****{}", &self.0[..3], &self.0[self.0.len() - 4..]),
            Some((area, local)) => {
                let local = local.split('-').next().unwrap_or(local);
                format!("{area}****{}", &local[local.len() - 2..])
            }
        }
    }
}

impl FromStr for Phone {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Phone, PhoneError> {
        let text = text.trim();
        if is_mobile(text) {
            return Ok(Phone(text.to_owned()));
        }
        let plain = plain(text);
        if is_exponent(&plain) {
            return Err(PhoneError::Lost);
        }
        let (number, abroad) = without_country(without_fraction(&plain));
        let digits: String = number.chars().filter(|c| *c != '-').collect();
        if is_mobile(&digits) {
            return Ok(Phone(digits));
        }
        let number = if abroad && !number.starts_with(['0', '(']) {
            Cow::Owned(format!("0{number}"))
        } else {
            Cow::Borrowed(number)
        };
        landline(&number)
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

impl fmt::Display for PhoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PhoneError::NotAPhone => "not a phone number",
            PhoneError::Lost => "a phone number whose digits a spreadsheet destroyed",
            PhoneError::NoAreaCode => "a landline without its area code",
        })
    }
}

impl std::error::Error for PhoneError {}

/// The first number in a run of digits and what stands between digits: all of it, or up to a blank or bracket.
fn first_in_run(text: &str, begin: usize, end: usize) -> Option<(Phone, Range<usize>)> {
    let run = &text[begin..end];
    let is_cut = |c: char| matches!(c, ' ' | '(' | ')' | '-') || is_dash(c) || is_dot(c);
    let cuts = run.char_indices().filter(|(_, c)| is_cut(to_half_width(*c)));
    let mut cuts: Vec<usize> = cuts.map(|(at, _)| at).collect();
    cuts.push(run.len());
    // A run may begin with a bracket that belongs to the words before it.
    let from = run.find(|c: char| c.is_ascii_digit() || to_half_width(c).is_ascii_digit() || c == '+')?;
    let whole = |start: usize| cuts.iter().rev().filter(move |cut| **cut > start).map(move |cut| start..*cut);
    let found = whole(0).chain(whole(from)).find_map(|range| Some((run[range.clone()].parse::<Phone>().ok()?, range)));
    found.map(|(phone, range)| (phone, begin + range.start..begin + range.end))
}

/// Whether a word before a number only says that it is one.
fn is_label(word: &str) -> bool {
    ["手机", "电话", "手机号", "手机号码", "联系电话", "电话号码", "座机", "固话", "tel", "Tel", "TEL"].contains(&word)
}

/// Whether the text is a number in scientific notation, as a spreadsheet shows long ones: `1.38E+10`.
pub(super) fn is_exponent(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    digits(whole) && digits(part) && digits(power.strip_prefix('+').unwrap_or(power))
}

fn is_mobile(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1]) && bytes.iter().all(u8::is_ascii_digit)
}

/// The text half-width, without blanks, with every dash a hyphen, and every dot of several: 138.1234.5678. One alone may be a
/// fraction's.
fn plain(text: &str) -> String {
    let text = half_width(text);
    let are_groups = text.matches(is_dot).count() > 1;
    let dash = |c| if is_dash(c) || (are_groups && is_dot(c)) { '-' } else { c };
    text.chars().filter(|c| !c.is_whitespace() && !is_unseen(*c)).map(dash).collect()
}

fn is_dot(c: char) -> bool {
    matches!(c, '.' | '·' | '•' | '・')
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '‐' | '‑' | '−' | '―')
}

/// The number without the `.0` that the text of a number cell ends with: `13812345678.0`.
fn without_fraction(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, part)) if !part.is_empty() && part.bytes().all(|b| b == b'0') => whole,
        Some(_) | None => text,
    }
}

/// The number without +86 or 0086 (or a bare 86 before a mobile), and whether there was one.
fn without_country(text: &str) -> (&str, bool) {
    let rest = ["+86", "0086", "(+86)", "(86)"].iter().find_map(|code| text.strip_prefix(code));
    let bare = || text.strip_prefix("86").filter(|rest| is_mobile(&rest.replace('-', "")));
    match rest.or_else(bare) {
        Some(rest) => (rest.trim_start_matches('-'), true),
        None => (text, false),
    }
}

/// `020-81000000`, `02081000000`, `(020)81000000`, each with or without an extension.
fn landline(text: &str) -> Result<Phone, PhoneError> {
    if local(text).is_some() {
        return Err(PhoneError::NoAreaCode);
    }
    let (area, rest) = match text.strip_prefix('(') {
        Some(inner) => inner.split_once(')').ok_or(PhoneError::NotAPhone)?,
        None => text.split_at_checked(area_length(text)).ok_or(PhoneError::NotAPhone)?,
    };
    let is_area = area.len() == area_length(area) && area.bytes().all(|b| b.is_ascii_digit());
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    match local(rest) {
        Some((number, None)) if is_area => Ok(Phone(format!("{area}-{number}"))),
        Some((number, Some(extension))) if is_area => Ok(Phone(format!("{area}-{number}-{extension}"))),
        Some(_) | None => Err(PhoneError::NotAPhone),
    }
}

/// The length of the area code at the start: three digits for 010 and 02x, four for all others, 0 where there is none.
fn area_length(text: &str) -> usize {
    match text.as_bytes() {
        [b'0', b'1' | b'2', ..] => 3,
        [b'0', b'3'..=b'9', ..] => 4,
        _ => 0,
    }
}

/// Seven or eight digits with an optional extension: `81000000`, `81000000-801`, `8100-0000`, `81000000转801`.
fn local(text: &str) -> Option<(String, Option<&str>)> {
    let digits = |text: &str, least: usize, most: usize| {
        (least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
    };
    let (number, extension) = match text.split_once(['-', '转', '#', ',']) {
        Some((half, other)) if digits(half, 3, 4) && digits(other, 4, 4) => (format!("{half}{other}"), None),
        Some((number, extension)) => (number.to_owned(), Some(extension)),
        None => (text.to_owned(), None),
    };
    let is_valid = digits(&number, 7, 8) && !number.starts_with(['0', '1']);
    (is_valid && extension.is_none_or(|extension| digits(extension, 1, 6))).then_some((number, extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, PhoneError> {
        text.parse::<Phone>().map(|phone| phone.to_string())
    }

    #[test]
    fn mobiles_are_read_in_every_spelling() {
        for text in [
            "13812345678",
            "138 1234 5678",
            "138-1234-5678",
            "+86 13812345678",
            "0086-13812345678",
            "+8613812345678",
            "8613812345678",
            "１３８１２３４５６７８",
            "13812345678.0",
            " 13812345678　",
            "138—1234—5678",
            "(+86)138 1234 5678",
            "138.1234.5678",
            "138·1234·5678",
            "+86.138.1234.5678",
            "１３８．１２３４．５６７８",
        ] {
            assert_eq!(read(text), Ok("13812345678".to_owned()), "{text}");
        }
    }

    #[test]
    fn landlines_are_read_with_their_area_code() {
        for text in [
            "020-81000000",
            "02081000000",
            "(020)81000000",
            "（020）8100 0000",
            "020 8100-0000",
            "+86 20 81000000",
            "020.8100.0000",
        ] {
            assert_eq!(read(text), Ok("020-81000000".to_owned()), "{text}");
        }
        assert_eq!(read("020-81000000-801"), Ok("020-81000000-801".to_owned()));
        assert_eq!(read("02081000000转801"), Ok("020-81000000-801".to_owned()));
        assert_eq!(read("0755-2100000"), Ok("0755-2100000".to_owned()));
    }

    #[test]
    fn invalid_phone_gives_its_reason() {
        for text in ["1.38E+10", "1.99e10", "1.99E+10", "2E+10"] {
            assert_eq!(read(text), Err(PhoneError::Lost), "{text}");
        }
        for text in ["81000000", "8100-0000", "81000000-801", "8100000"] {
            assert_eq!(read(text), Err(PhoneError::NoAreaCode), "{text}");
        }
        for text in [
            "",
            "没有",
            "1381234567",
            "138123456789",
            "12812345678",
            "13812345678/13912345678",
            "020-810",
            "(020",
            "1381234567x",
            "110",
            "400-800-1234",
            "020-81000000-",
            "13812345678.5",
            "0",
            "020",
        ] {
            assert_eq!(read(text), Err(PhoneError::NotAPhone), "{text}");
        }
    }

    #[test]
    fn first_of_several_numbers_is_taken_and_the_rest_kept() {
        for (text, phone, rest) in [
            ("13812345678/13912345678", "13812345678", "13912345678"),
            ("13812345678 13912345678", "13812345678", "13912345678"),
            ("13812345678、020-81000000", "13812345678", "020-81000000"),
            ("13812345678(儿子)", "13812345678", "儿子"),
            ("13812345678（儿子）", "13812345678", "儿子"),
            ("手机：13812345678", "13812345678", ""),
            ("儿子 13812345678", "13812345678", "儿子"),
            ("13812345678转2", "13812345678", "转2"),
            ("138.1234.5678（儿子）", "13812345678", "儿子"),
            ("13812345678.", "13812345678", ""),
            ("电话.13812345678", "13812345678", ""),
            ("138-1234-5678 / 139-1234-5678", "13812345678", "139-1234-5678"),
            ("(020)81000000 13912345678", "020-81000000", "13912345678"),
        ] {
            let found = Phone::first_of(text).map(|(phone, rest)| (phone.to_string(), rest.to_owned()));
            assert_eq!(found, Some((phone.to_owned(), rest.to_owned())), "{text}");
        }
        for text in ["没有", "1381234567x", "138123456789", "81000000", "020-810", "2026-03-01", "2026.03.01", "1.5.2"]
        {
            assert_eq!(Phone::first_of(text), None, "{text}");
        }
        assert_eq!(read("86-138-1234-5678"), Ok("13812345678".to_owned()));
        assert_eq!(read("\u{202D}138\u{200E}12345678\u{202C}"), Ok("13812345678".to_owned()));
    }

    #[test]
    fn mask_hides_the_middle_and_debug_prints_the_mask() {
        let mobile: Phone = "19900001001".parse().unwrap();
        assert_eq!(mobile.masked(), "199****1001");
        assert_eq!(format!("{mobile:?}"), "Phone(199****1001)");
        assert_eq!("020-81000012-801".parse::<Phone>().unwrap().masked(), "020****12");
    }
}
