//! The key that digests of ID numbers are made with: a city's join key, or the office's own (docs/design.md, section 3).

use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use encoding_rs::Encoding;
use sha2::{Digest, Sha256};

/// A join key that every office of a city is given, so that their digests of one ID number are equal and a person on two
/// offices' rosters can be counted once. Neither `Debug` nor anything else prints it.
#[derive(Clone, PartialEq, Eq)]
pub struct JoinKey {
    digest_key: [u8; 32],
}

/// Why a file holds no join key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JoinKeyError {
    Empty,
    /// Bytes of key material that the file has.
    TooShort(usize),
    TooLong,
    /// Text other than hexadecimal, such as a pass phrase or base64: a line end more would make another key of it.
    NotHex,
    /// Too few different bytes to be random.
    NotRandom,
}

/// The key that an office's digests are made with, as the settings store it. Chosen once, by `init`: ID numbers are not
/// stored, so their digests cannot be made again with another key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IdKey {
    /// Random, made by `init` for this office alone.
    Own,
    /// Made from a city's join key.
    City { fingerprint: String },
}

impl JoinKey {
    /// Fewest bytes of a key: 256 bits.
    pub const SHORTEST: usize = 32;
    /// Most bytes of a key.
    pub const LONGEST: usize = 1024;
    /// Most bytes of a file: the longest key in hexadecimal, in UTF-16, with blanks.
    pub const LONGEST_FILE: usize = 8 * JoinKey::LONGEST;
    /// 32 random bytes have fewer different ones once in 10^15.
    const FEWEST_DISTINCT: usize = 16;

    /// The key in a file's contents: hexadecimal text, in which blanks and line ends do not count, or raw bytes.
    pub fn from_file(bytes: &[u8]) -> Result<JoinKey, JoinKeyError> {
        if bytes.len() > JoinKey::LONGEST_FILE {
            return Err(JoinKeyError::TooLong);
        }
        let material = match text(bytes) {
            Some(text) => from_hex(&text)?,
            None => bytes.to_vec(),
        };
        match material.len() {
            0 => return Err(JoinKeyError::Empty),
            short if short < JoinKey::SHORTEST => return Err(JoinKeyError::TooShort(short)),
            long if long > JoinKey::LONGEST => return Err(JoinKeyError::TooLong),
            _ => {}
        }
        let distinct: HashSet<u8> = material.iter().copied().collect();
        if distinct.len() < JoinKey::FEWEST_DISTINCT {
            return Err(JoinKeyError::NotRandom);
        }
        Ok(JoinKey { digest_key: labelled(b"shuangwei id digest key\n", &material) })
    }

    /// What digests are keyed with. The key of the file itself cannot be got back from it.
    pub fn digest_key(&self) -> &[u8; 32] {
        &self.digest_key
    }

    /// Sixteen hexadecimal digits that distinguish one join key from another and reveal nothing of it.
    pub fn fingerprint(&self) -> String {
        labelled(b"shuangwei join key fingerprint\n", &self.digest_key)[..8]
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect()
    }
}

impl fmt::Debug for JoinKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JoinKey({})", self.fingerprint())
    }
}

impl IdKey {
    /// The code word of JSON.
    pub fn code(&self) -> &'static str {
        match self {
            IdKey::Own => "own",
            IdKey::City { .. } => "city",
        }
    }

    pub fn fingerprint(&self) -> Option<&str> {
        match self {
            IdKey::Own => None,
            IdKey::City { fingerprint } => Some(fingerprint),
        }
    }
}

impl FromStr for IdKey {
    type Err = NotAnIdKey;

    fn from_str(text: &str) -> Result<IdKey, NotAnIdKey> {
        match text.split_once(':') {
            None if text == "own" => Ok(IdKey::Own),
            Some(("city", fingerprint)) if fingerprint.len() == 16 => {
                Ok(IdKey::City { fingerprint: fingerprint.to_owned() })
            }
            _ => Err(NotAnIdKey),
        }
    }
}

impl fmt::Display for IdKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            IdKey::Own => f.write_str("own"),
            IdKey::City { fingerprint } => write!(f, "city:{fingerprint}"),
        }
    }
}

/// A text that is neither `own` nor `city:FINGERPRINT`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnIdKey;

impl fmt::Display for NotAnIdKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("own, or city:FINGERPRINT")
    }
}

impl std::error::Error for NotAnIdKey {}

/// The contents as text, where they are that; what `>` writes on Windows is UTF-16 with a byte order mark.
fn text(bytes: &[u8]) -> Option<String> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])?.into_owned()
        }
        None => std::str::from_utf8(bytes).ok()?.to_owned(),
    };
    text.chars().all(|c| !c.is_control() || c.is_ascii_whitespace()).then_some(text)
}

fn from_hex(text: &str) -> Result<Vec<u8>, JoinKeyError> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    match digits {
        Some(digits) if digits.len() % 2 == 0 => Ok(digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()),
        _ => Err(JoinKeyError::NotHex),
    }
}

fn labelled(label: &[u8], bytes: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(label).chain_update(bytes).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEX: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    fn raw() -> Vec<u8> {
        (0..32).collect()
    }

    fn utf_16(text: &str) -> Vec<u8> {
        [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
    }

    #[test]
    fn join_key_is_the_same_in_raw_bytes_and_every_way_to_write_hexadecimal() {
        let key = JoinKey::from_file(&raw()).unwrap();
        let lines = format!("{}\r\n{}\r\n", &HEX[..60], &HEX[60..]);
        for text in [HEX, &HEX.to_uppercase(), &format!("\u{feff}{HEX}\n"), &lines, &format!(" {HEX}  ")] {
            assert_eq!(JoinKey::from_file(text.as_bytes()), Ok(key.clone()), "{text}");
        }
        assert_eq!(JoinKey::from_file(&utf_16(&lines)), Ok(key.clone()));
        let other = JoinKey::from_file(&(1..33).collect::<Vec<u8>>()).unwrap();
        assert_ne!(other.digest_key(), key.digest_key());
        assert_ne!(other.fingerprint(), key.fingerprint());
    }

    #[test]
    fn bad_join_key_names_its_fault() {
        for (bytes, fault) in [
            (Vec::new(), JoinKeyError::Empty),
            (b" \r\n".to_vec(), JoinKeyError::Empty),
            (raw()[..31].to_vec(), JoinKeyError::TooShort(31)),
            (HEX.as_bytes()[..62].to_vec(), JoinKeyError::TooShort(31)),
            (HEX.as_bytes()[..63].to_vec(), JoinKeyError::NotHex),
            ("correct horse battery staple, and a good deal more of it".into(), JoinKeyError::NotHex),
            ("番禺区委组织部二〇二六年双微活动全市共用的口令".into(), JoinKeyError::NotHex),
            (vec![0x9c; 64], JoinKeyError::NotRandom),
            ("00".repeat(32).into(), JoinKeyError::NotRandom),
            (raw().repeat(33), JoinKeyError::TooLong),
            (vec![0x9c; JoinKey::LONGEST_FILE + 1], JoinKeyError::TooLong),
        ] {
            assert_eq!(JoinKey::from_file(&bytes), Err(fault), "{bytes:?}");
        }
    }

    #[test]
    fn join_key_is_not_printed() {
        let key = JoinKey::from_file(&raw()).unwrap();
        assert_eq!(format!("{key:?}"), format!("JoinKey({})", key.fingerprint()));
        assert_eq!(key.fingerprint().len(), 16);
    }

    #[test]
    fn id_key_reads_what_it_writes() {
        for key in [IdKey::Own, IdKey::City { fingerprint: "00ff00ff00ff00ff".to_owned() }] {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
        for wrong in ["", "city", "city:", "city:00ff", "own:00ff00ff00ff00ff"] {
            assert_eq!(wrong.parse::<IdKey>(), Err(NotAnIdKey), "{wrong}");
        }
    }
}
