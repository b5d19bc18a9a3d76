//! The codes that name a record: one that the office's list gave, one of ours, a public code or a wall number.

use std::fmt;
use std::str::FromStr;

use super::text::{half_width, is_unseen};

/// A code from a list or a command line: half-width, trimmed, never empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(transparent)]
pub struct Code(String);

/// The text is empty, or longer than a code can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotACode;

const LONGEST: usize = 64;

impl Code {
    /// The code that this program assigns: the office's prefix, the kind's letter and the record's id in six digits or
    /// more. Written by hand instead of `format!`: a bulk import makes one for each row.
    pub fn ours(prefix: &str, letter: char, id: i64) -> Code {
        let mut code = String::with_capacity(prefix.len() + 12);
        code.push_str(prefix);
        code.push('-');
        code.push(letter);
        let digits = id.to_string();
        code.extend(std::iter::repeat_n('0', 6_usize.saturating_sub(digits.len())));
        code.push_str(&digits);
        Code(code)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The wall number, if the code is written as one: `3号` or `#3`.
    pub fn wall_number(&self) -> Option<i64> {
        let digits = self.0.strip_suffix('号').or_else(|| self.0.strip_prefix('#'))?;
        number(digits.strip_prefix('#').unwrap_or(digits))
    }

    /// The number in a column of wall numbers, however it is written: `3`, `3.0`, `第3号`, `W3`.
    pub fn number_of_wall(&self) -> Option<i64> {
        let bare = self.0.strip_suffix('号').unwrap_or(&self.0);
        let bare = bare.strip_prefix(['第', '#', 'W', 'w']).unwrap_or(bare);
        number(bare.strip_suffix(".0").unwrap_or(bare))
    }

    /// The code of a wall number.
    pub fn of_wall(number: i64) -> Code {
        Code(format!("{number}号"))
    }

    /// The number, if the code is nothing but digits: where only the wall is spoken of, 35 is 35号.
    pub fn bare_number(&self) -> Option<i64> {
        number(&self.0)
    }
}

/// The random code under which a need is published: eight letters and digits. Held in place, since a city's pack has
/// some 300,000 of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PublicCode([u8; PublicCode::LENGTH]);

/// The text is not eight ASCII letters and digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPublicCode;

impl PublicCode {
    /// Letters and digits that nobody mistakes for each other on paper.
    const ALPHABET: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    const LENGTH: usize = 8;

    /// A code of random bytes; none where too few of them can be used.
    pub fn of_random(bytes: &[u8]) -> Option<PublicCode> {
        // 248 is 8 times 31: bytes above it would favour the first letters.
        let mut letters = bytes.iter().filter(|byte| **byte < 248).map(|byte| Self::ALPHABET[usize::from(*byte) % 31]);
        let mut code = [0; Self::LENGTH];
        for place in &mut code {
            *place = letters.next()?;
        }
        Some(PublicCode(code))
    }

    pub fn as_str(&self) -> &str {
        // Always ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for PublicCode {
    type Err = NotAPublicCode;

    fn from_str(text: &str) -> Result<PublicCode, NotAPublicCode> {
        match text.as_bytes().try_into() {
            Ok(code) if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) => Ok(PublicCode(code)),
            Ok(_) | Err(_) => Err(NotAPublicCode),
        }
    }
}

impl fmt::Display for PublicCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

fn number(digits: &str) -> Option<i64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

impl FromStr for Code {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Code, NotACode> {
        // Fast path: nearly all codes are plain ASCII.
        if (1..=LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Ok(Code(text.to_owned()));
        }
        let code = half_width(text.trim()).replace(is_unseen, "");
        let code = code.trim();
        if code.is_empty() || code.chars().count() > LONGEST || code.chars().any(char::is_control) {
            return Err(NotACode);
        }
        Ok(Code(code.to_owned()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for NotACode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a code; at most 64 characters and no line break")
    }
}

impl std::error::Error for NotACode {}

impl fmt::Display for NotAPublicCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not a public code")
    }
}

impl std::error::Error for NotAPublicCode {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wall_number_is_read_in_each_spelling() {
        for text in ["3号", "#3", "#3号", "３号", "＃３"] {
            assert_eq!(text.parse::<Code>().unwrap().wall_number(), Some(3), "{text}");
        }
        for text in ["3", "JH-W000003", "号", "#"] {
            assert_eq!(text.parse::<Code>().unwrap().wall_number(), None, "{text}");
        }
    }

    #[test]
    fn bare_number_is_digits_only() {
        for (text, number) in [("35", Some(35)), ("３５", Some(35)), ("35号", None), ("A35", None)] {
            assert_eq!(text.parse::<Code>().unwrap().bare_number(), number, "{text}");
        }
    }

    #[test]
    fn code_is_made_half_width_and_is_never_empty() {
        assert_eq!("ＪＨ-Ｗ１ ".parse::<Code>().unwrap().as_str(), "JH-W1");
        assert_eq!(" 　".parse::<Code>(), Err(NotACode));
    }
}
