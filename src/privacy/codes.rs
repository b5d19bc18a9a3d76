//! Finds the codes that this program gives (`JH-W000017`), whose digits are nobody's: neither they nor what they would make
//! together with the number behind them is masked.

use std::ops::Range;

/// The letters of needs, projects, members, organisations and claims.
const LETTERS: [u8; 5] = *b"WPMOC";

/// The digits of a code. Those of an office's millionth record are more, and may be a phone number.
const DIGITS: usize = 6;

/// With more digits in the prefix (tel19900001234-W000001) it and the code could be a phone number together.
const PREFIX_DIGITS: usize = 4;

/// The codes in a text, in its order.
pub fn own(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    for (dash, _) in text.match_indices('-') {
        let prefix = bytes[..dash].iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let numbers = bytes[dash - prefix..dash].iter().filter(|byte| byte.is_ascii_digit()).count();
        let is_letter = bytes.get(dash + 1).is_some_and(|letter| LETTERS.contains(letter));
        let digits = bytes[dash + 1..].iter().skip(1).take_while(|byte| byte.is_ascii_digit()).count();
        if numbers < prefix && numbers <= PREFIX_DIGITS && is_letter && digits == DIGITS {
            found.push(dash - prefix..dash + 2 + DIGITS);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_codes_are_found_and_nothing_else() {
        let of = |text: &'static str| own(text).into_iter().map(|span| &text[span]).collect::<Vec<_>>();
        assert_eq!(of("HA-C000009（9号 手机）和 JH2-W000017"), ["HA-C000009", "JH2-W000017"]);
        assert_eq!(
            of("电话 199-00001234，-C000009，HA-X000009，HA-C00000，HA-C0000091，12-C000009，TEL19900001234-W000001"),
            Vec::<&str>::new()
        );
    }
}
