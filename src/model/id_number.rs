//! A citizen's identity number. It is stored as a digest and a mask, never shown: `Display` and `Debug` print the mask.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::phone::{is_dash, is_exponent};
use super::text::{half_width, is_unseen};

/// 18 characters with a valid check digit (GB 11643). The 15 digits issued before 1999 are the same person's: the century and
/// the check digit are added.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct IdNumber(String);

/// Why a text is not an identity number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdError {
    NotAnId,
    /// `4.40103E+17`, or a number cell of over 15 digits: the spreadsheet destroyed digits that nothing can restore.
    Lost,
    CheckDigit,
}

impl IdNumber {
    /// The number itself, only for computing its digest.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The 15 digits that the number was before 1999; `None` for one that cannot be that old.
    pub fn old_form(&self) -> Option<String> {
        (&self.0[6..8] == "19").then(|| format!("{}{}", &self.0[..6], &self.0[8..17]))
    }

    /// All but the first three and the last two characters masked: `449*************11`.
    pub fn masked(&self) -> String {
        const STARS: &str = "*************";
        let end = self.0.len() - 2;
        [&self.0[..3], &STARS[..end - 3], &self.0[end..]].concat()
    }
}

impl FromStr for IdNumber {
    type Err = IdError;

    fn from_str(text: &str) -> Result<IdNumber, IdError> {
        let is_between = |c: char| c.is_whitespace() || c == '-' || is_dash(c) || is_unseen(c);
        let mut number = half_width(text).replace(is_between, "");
        number.make_ascii_uppercase();
        if is_exponent(&number) {
            return Err(IdError::Lost);
        }
        if let Some((whole, part)) = number.split_once('.') {
            let is_number = whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit()) && !part.is_empty();
            if is_number && whole.len() > 15 {
                return Err(IdError::Lost);
            }
            number = if part == "0" { whole.to_owned() } else { return Err(IdError::NotAnId) };
        }
        check(&number)?;
        if number.len() == 15 {
            number.insert_str(6, "19");
            number.push(char::from(check_digit(number.as_bytes())));
        }
        Ok(IdNumber(number))
    }
}

impl fmt::Display for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdNumber({})", self.masked())
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            IdError::NotAnId => "not an identity number",
            IdError::Lost => "an identity number whose digits a spreadsheet destroyed",
            IdError::CheckDigit => "an identity number with a wrong check digit",
        })
    }
}

impl std::error::Error for IdError {}

fn check(number: &str) -> Result<(), IdError> {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let born = match number.len() {
        18 if number.is_ascii() && digits(&number[..17]) => date(&number[6..10], &number[10..14]),
        15 if digits(number) => date(&format!("19{}", &number[6..8]), &number[8..12]),
        _ => None,
    };
    if born.is_none() || number.starts_with('0') {
        return Err(IdError::NotAnId);
    }
    if number.len() == 15 {
        return Ok(());
    }
    match number.as_bytes()[17] {
        // A spreadsheet keeps fifteen digits; 000 is nobody's number of a day.
        b'0' if &number[14..17] == "000" => Err(IdError::Lost),
        last if last == check_digit(&number.as_bytes()[..17]) => Ok(()),
        b'0' if number.ends_with("000") => Err(IdError::Lost),
        b'0'..=b'9' | b'X' => Err(IdError::CheckDigit),
        _ => Err(IdError::NotAnId),
    }
}

fn date(year: &str, month_day: &str) -> Option<Date> {
    let year = year.parse().ok().filter(|year| (1880..=2100).contains(year))?;
    Date::new(year, month_day[..2].parse().ok()?, month_day[2..].parse().ok()?).ok()
}

/// GB 11643: ISO 7064 MOD 11-2 over the first 17 digits.
fn check_digit(digits: &[u8]) -> u8 {
    let sum = digits.iter().fold(0u32, |sum, digit| (sum + u32::from(digit - b'0')) * 2 % 11);
    b"10X98765432"[sum as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, IdError> {
        text.parse::<IdNumber>().map(|id| id.as_str().to_owned())
    }

    #[test]
    fn valid_id_numbers_are_read() {
        for text in ["449999197502177811", "44999919660309536X", "４４９９９９１９７５０２１７７８１１"]
        {
            assert!(read(text).is_ok(), "{text}");
        }
        assert_eq!(read("44999919660309536x"), Ok("44999919660309536X".to_owned()));
        for text in ["449999 19750217 7811", "449999-19750217-7811", "449999—1975-0217—7811"] {
            assert_eq!(read(text), Ok("449999197502177811".to_owned()), "{text}");
        }
        assert_eq!(read("449999750217781"), Ok("449999197502177811".to_owned()));
        assert_eq!(read("449999750217781.0"), Ok("449999197502177811".to_owned()));
        let id: IdNumber = "449999197502177811".parse().unwrap();
        assert_eq!(id.old_form().as_deref(), Some("449999750217781"));
    }

    #[test]
    fn any_single_wrong_digit_is_detected() {
        let valid = "449999197502177811";
        for at in 0..18 {
            for digit in b'0'..=b'9' {
                let mut bytes = valid.as_bytes().to_vec();
                if bytes[at] != digit {
                    bytes[at] = digit;
                    assert!(read(std::str::from_utf8(&bytes).unwrap()).is_err());
                }
            }
        }
    }

    #[test]
    fn invalid_id_number_gives_its_reason() {
        for text in
            ["4.40103E+17", "4.49999e17", "449999197502177811.0", "4.5E17", "449999197502177000", "449999197502170000"]
        {
            assert_eq!(read(text), Err(IdError::Lost), "{text}");
        }
        for text in ["449999197502177812", "449999197502177001"] {
            assert_eq!(read(text), Err(IdError::CheckDigit), "{text}");
        }
        for text in [
            "",
            "12345",
            "449999197513177811",
            "44999919750217781Y",
            "中文中文中文",
            "049999197502177811",
            "449999751317781",
            "4.5",
            "44999919750217781中",
        ] {
            assert_eq!(read(text), Err(IdError::NotAnId), "{text}");
        }
    }

    #[test]
    fn display_and_debug_print_only_the_mask() {
        let id: IdNumber = "449999197502177811".parse().unwrap();
        assert_eq!(id.masked(), "449*************11");
        assert_eq!(id.to_string(), "449*************11");
        assert_eq!(format!("{id:?}"), "IdNumber(449*************11)");
    }
}
