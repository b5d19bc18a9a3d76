//! How a cell is quoted in a message: short, on one line, and without the digits of a phone or ID number.

use crate::lang::pick;

const LONGEST: usize = 40;

/// Any cell: runs of five digits and more are masked, and so are digits that together could be a phone or ID number.
pub fn brief(cell: &str) -> String {
    excerpt(cell, 11)
}

/// A cell where a phone or ID number belongs: digits are masked across blanks and dashes too.
pub fn private(cell: &str) -> String {
    excerpt(cell, 5)
}

/// Words one after the other, as the language writes them.
pub fn listed(words: impl IntoIterator<Item = String>) -> String {
    let words: Vec<String> = words.into_iter().collect();
    words.join(pick("、", ", "))
}

fn excerpt(cell: &str, joined: usize) -> String {
    let line: Vec<char> = cell.trim().chars().map(|c| if is_unsafe(c) { ' ' } else { c }).collect();
    let masked = masked(&line, joined);
    if masked.len() <= LONGEST {
        return masked.into_iter().collect();
    }
    masked.into_iter().take(LONGEST).chain(['…']).collect()
}

/// What must not reach a terminal raw: controls, line ends, and characters that turn the direction of text.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Masks runs of at least five digits, and at least `joined` digits that blanks, dots or dashes hold together.
fn masked(line: &[char], joined: usize) -> Vec<char> {
    let mut masked = line.to_vec();
    for (span, least) in [(runs(line, is_digit), 5), (runs(line, |c| is_digit(c) || is_joint(c)), joined)] {
        for (start, end) in span {
            let digits: Vec<usize> = (start..end).filter(|&at| is_digit(line[at])).collect();
            if digits.len() < least {
                continue;
            }
            let last = if digits.len() >= 8 { 2 } else { 0 };
            for &at in &digits[(digits.len() / 3).min(3)..digits.len() - last] {
                masked[at] = '*';
            }
        }
    }
    masked
}

fn runs(line: &[char], belongs: impl Fn(char) -> bool) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut start = None;
    for (at, &c) in line.iter().enumerate() {
        match (belongs(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                runs.push((from, at));
                start = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    runs.extend(start.map(|from| (from, line.len())));
    runs
}

/// Any script's digit: full-width ones are as readable as ours.
fn is_digit(c: char) -> bool {
    c.is_numeric()
}

fn is_joint(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '.' | '(' | ')' | '－' | '—' | '–' | '．' | '·' | '（' | '）' | ',' | '，' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpt_masks_phone_and_id_digits_in_any_spelling() {
        for cell in [
            "13812345678",
            "138 1234 5678",
            "138-1234-5678",
            "１３８１２３４５６７８",
            "449999197502177811",
            "1381234567x",
            "(020)8100 0000",
        ] {
            for quoted in [brief(cell), private(cell)] {
                let digits = quoted.chars().filter(|c| is_digit(*c)).count();
                assert!(digits <= 5 || cell.starts_with('('), "{cell}: {quoted}");
            }
        }
        assert_eq!(private("8100 0000"), "81** **00");
        assert_eq!(brief("13812345678"), "138******78");
    }

    #[test]
    fn excerpt_quotes_harmless_text_as_it_is() {
        for cell in ["三百", "2021年13月4日", "2021-13-04", "100-200", "在册党员"] {
            assert_eq!(brief(cell), cell);
        }
        assert_eq!(brief("a\nb\u{202e}c\u{1b}[31m"), "a b c [31m");
        assert_eq!(brief(&"长".repeat(60)).chars().count(), 41);
    }
}
