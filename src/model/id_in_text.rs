//! Identity numbers within any text: they are masked before the text is stored (docs/design.md, section 6). Knows how such
//! a number is built, also where blanks and dashes hold its digits together; not whose it is.

use jiff::civil::Date;

use super::id_number::IdNumber;
use super::text::{is_unseen, to_half_width};

/// Digits in one piece.
struct Piece {
    /// Bytes of the text.
    start: usize,
    end: usize,
    /// As half-width digits; an X may be the last.
    digits: String,
    /// Nothing but blanks, dashes and dots is between the piece before and this one.
    goes_on: bool,
}

/// The text with each identity number in it masked by `mask`; `None` where it holds none.
pub fn masked_ids(text: &str, mask: char) -> Option<String> {
    if !may_hold_id(text) {
        return None;
    }
    let pieces = pieces(text);
    let mut masked = String::with_capacity(text.len());
    let (mut copied, mut at) = (0, 0);
    while at < pieces.len() {
        match id_from(&pieces[at..], mask) {
            Some((count, _, id)) => {
                masked.push_str(&text[copied..pieces[at].start]);
                masked.push_str(&id);
                copied = pieces[at + count - 1].end;
                at += count;
            }
            None => at += 1,
        }
    }
    if copied == 0 {
        return None;
    }
    masked.push_str(&text[copied..]);
    Some(masked)
}

/// The days of birth in the identity numbers of a text, as `2015-03-05`.
pub fn births(text: &str) -> Vec<String> {
    let pieces = pieces(text);
    let (mut births, mut at) = (Vec::new(), 0);
    while at < pieces.len() {
        let Some((count, digits, _)) = id_from(&pieces[at..], '*') else {
            at += 1;
            continue;
        };
        if digits.len() == 18 {
            births.push(format!("{}-{}-{}", &digits[6..10], &digits[10..12], &digits[12..14]));
        }
        at += count;
    }
    births
}

/// Whether there are as many digits as the shortest of these numbers has; full-width ones begin with the byte 0xEF.
pub fn may_hold_id(text: &str) -> bool {
    const SHORTEST: usize = 15;
    let count = |part: &[u8]| part.iter().map(|byte| u8::from(byte.is_ascii_digit() || *byte == 0xEF)).sum::<u8>();
    // Part by part, so that a byte counts them: many are looked at in one step then.
    text.len() >= SHORTEST
        && text.as_bytes().chunks(128).map(|part| usize::from(count(part))).sum::<usize>() >= SHORTEST
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut is_open = false;
    let mut goes_on = false;
    for (at, c) in text.char_indices() {
        let half = to_half_width(c);
        let is_x = matches!(half, 'x' | 'X') && is_open;
        match pieces.last_mut().filter(|_| is_open) {
            Some(piece) if half.is_ascii_digit() || is_x => {
                piece.digits.push(half.to_ascii_uppercase());
                piece.end = at + c.len_utf8();
            }
            _ if half.is_ascii_digit() || (matches!(half, 'x' | 'X') && goes_on) => {
                let digits = half.to_ascii_uppercase().to_string();
                pieces.push(Piece { start: at, end: at + c.len_utf8(), digits, goes_on });
                is_open = true;
            }
            _ if is_unseen(c) && is_open => {}
            _ => {
                let is_joint =
                    half.is_whitespace() || is_unseen(c) || matches!(half, '-' | '.' | '—' | '–' | '·' | '_');
                goes_on = is_joint && (is_open || goes_on);
                is_open = false;
            }
        }
        if is_x {
            is_open = false;
            goes_on = false;
        }
    }
    pieces
}

/// The number that begins with the first piece: of how many pieces it is made, its digits, and the pieces masked.
fn id_from(pieces: &[Piece], mask: char) -> Option<(usize, String, String)> {
    let mut digits = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        if at > 0 && !piece.goes_on {
            break;
        }
        digits.push_str(&piece.digits);
        if digits.len() > 18 {
            break;
        }
        if is_id(&digits) || (at == 0 && is_old_id(&digits)) {
            let masked = masked(&digits, mask);
            return Some((at + 1, digits, masked));
        }
    }
    // Without anything between it and a phone or another one, its check digit decides.
    let first = pieces.first().filter(|piece| matches!(piece.digits.len(), 29 | 36))?;
    let starts = [0, first.digits.len() - 18];
    let start = starts.into_iter().find(|start| first.digits[*start..*start + 18].parse::<IdNumber>().is_ok())?;
    let (before, rest) = first.digits.split_at(start);
    let shown = format!("{before}{}{}", masked(&rest[..18], mask), &rest[18..]);
    Some((1, rest[..18].to_owned(), shown))
}

fn masked(digits: &str, mask: char) -> String {
    let last = digits.len() - 2;
    digits.chars().enumerate().map(|(at, c)| if (3..last).contains(&at) { mask } else { c }).collect()
}

/// Eighteen characters with a day of birth; whether the check digit is right or mistyped.
fn is_id(digits: &str) -> bool {
    let is_number = digits.bytes().take(17).all(|byte| byte.is_ascii_digit());
    digits.len() == 18
        && is_number
        && !digits.starts_with('0')
        && matches!(&digits[6..8], "19" | "20")
        && is_day(&digits[6..10], &digits[10..14])
}

/// The fifteen digits of before 1999: of a province, with a day of birth.
fn is_old_id(digits: &str) -> bool {
    const PROVINCES: &[&str] = &[
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
        "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
    ];
    digits.len() == 15
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && PROVINCES.contains(&&digits[..2])
        && is_day(&format!("19{}", &digits[6..8]), &digits[8..12])
}

fn is_day(year: &str, day: &str) -> bool {
    let number = |text: &str| text.parse::<i8>().ok();
    let (Ok(year), Some(month), Some(day)) = (year.parse(), number(&day[..2]), number(&day[2..])) else { return false };
    Date::new(year, month, day).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_number_is_masked_in_any_spelling() {
        for (text, masked) in [
            ("44999919950202123X", "449*************3X"),
            ("证件449999197502177811，备查", "证件449*************11，备查"),
            ("４４９９９９１９７５０２１７７８１１", "449*************11"),
            ("449999 19750217 7811", "449*************11"),
            ("449999-1975-0217-7811 电话19900003099", "449*************11 电话19900003099"),
            ("449999\u{200B}197502177811", "449*************11"),
            ("449999750217781", "449**********81"),
            ("44999919750217781219900003099", "44999919750217781219900003099"),
            ("44999919750217781119900003099", "449*************1119900003099"),
            ("甲449999197502177811乙449999197502177811", "甲449*************11乙449*************11"),
            ("449999 19950202 123 x", "449*************3X"),
        ] {
            let found = masked_ids(text, '*').unwrap_or_else(|| text.to_owned());
            assert_eq!(found, masked, "{text}");
        }
    }

    #[test]
    fn births_are_those_of_the_numbers() {
        assert_eq!(births("甲449999201503051234，乙 449999 19750217 7811"), ["2015-03-05", "1975-02-17"]);
        assert!(births("19900003099 2015-03-05").is_empty());
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "19900003099",
            "19900003099 19900003001",
            "2026-03-05 10:22:31 19900001001",
            "202603051022310001",
            "6222020200112233445",
            "449*************11",
            "订单 100000000000001",
            "",
        ] {
            assert_eq!(masked_ids(text, '*'), None, "{text}");
        }
    }
}
