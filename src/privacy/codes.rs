//! Finds the codes that this program gives (`JH-W000017`) and the times that it prints (`2021-04-09T20:56:36+08:00`), whose
//! digits are nobody's: neither they nor what they would make together with the number behind them is masked.

use std::ops::Range;

/// The letters of needs, projects, members, organisations and claims.
const LETTERS: [u8; 5] = *b"WPMOC";

/// The digits of a code. Those of an office's millionth record are more, and may be a phone number.
const DIGITS: usize = 6;

/// With more digits in the prefix (tel19900001234-W000001) it and the code could be a phone number together.
const PREFIX_DIGITS: usize = 4;

/// The codes and times in a text, in its order.
pub fn own(text: &str) -> Vec<Range<usize>> {
    let mut found = codes(text);
    found.extend(text.match_indices('T').filter_map(|(at, _)| time(text.as_bytes(), at)));
    found.sort_unstable_by_key(|span| span.start);
    found
}

/// A time whose `T` is here: to the second, with its offset.
fn time(text: &[u8], at: usize) -> Option<Range<usize>> {
    const SHAPE: &[u8] = b"0000-00-00T00:00:00+00:00";
    let begin = at.checked_sub(10)?;
    let fits = |(shape, found): (&u8, &u8)| match shape {
        b'0' => found.is_ascii_digit(),
        b'+' => matches!(found, b'+' | b'-'),
        sign => sign == found,
    };
    let found = text.get(begin..begin + SHAPE.len())?;
    let is_apart = |byte: Option<&u8>| !byte.is_some_and(u8::is_ascii_alphanumeric);
    let around = [begin.checked_sub(1), Some(begin + SHAPE.len())];
    let is_clock = found[11] < b'3' && found[14] < b'6' && found[17] < b'6';
    (SHAPE.iter().zip(found).all(fits) && is_clock && around.iter().all(|at| is_apart(at.and_then(|at| text.get(at)))))
        .then_some(begin..begin + SHAPE.len())
}

fn codes(text: &str) -> Vec<Range<usize>> {
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
            of("2021-04-09T23:56:36+08:00，1999-00-01T23:96:36+08:00，12021-04-09T23:56:36+08:00"),
            ["2021-04-09T23:56:36+08:00"]
        );
        assert_eq!(
            of("电话 199-00001234，-C000009，HA-X000009，HA-C00000，HA-C0000091，12-C000009，TEL19900001234-W000001"),
            Vec::<&str>::new()
        );
    }
}
