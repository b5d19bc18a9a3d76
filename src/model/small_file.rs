//! Files that are written by hand, of which no more is read than anybody writes: a device or a pipe never ends.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The largest map or file of rules, in bytes.
pub const BY_HAND: u64 = 1 << 20;
/// The largest report that is run again.
pub const REPORT: u64 = 64 << 20;

/// The longest list of codes for a command.
pub const CODES: u64 = 16 << 20;

/// The text of a file: UTF-8, or UTF-16 with a mark, as Windows' own shells and editors write it; its mark is no part of it.
///
/// Errors: neither (`InvalidData`).
pub fn text(bytes: Vec<u8>) -> io::Result<String> {
    let invalid = || io::Error::from(io::ErrorKind::InvalidData);
    let wide = |unit: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes[2..].as_chunks();
        let decoded = String::from_utf16(&pairs.iter().map(|pair| unit(*pair)).collect::<Vec<_>>());
        decoded.ok().filter(|_| rest.is_empty()).ok_or_else(invalid)
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        _ => {
            let text = String::from_utf8(bytes).map_err(|_| invalid())?;
            Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
        }
    }
}

/// Reads a whole file. Errors: those of the system; `FileTooLarge` where it goes on beyond `most` bytes.
pub fn read(path: impl AsRef<Path>, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_with_a_mark_and_without() {
        let wide = |unit: fn(u16) -> [u8; 2]| "\u{FEFF}{\"键\": 1}".encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        for bytes in
            ["{\"键\": 1}".into(), "\u{FEFF}{\"键\": 1}".into(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)]
        {
            assert_eq!(text(bytes).unwrap(), "{\"键\": 1}");
        }
        assert_eq!(text(Vec::new()).unwrap(), "");
        for wrong in [&b"\xFF\xFE\x00"[..], b"\xFF\xFE\x00\xD8", b"\xC4\xE3"] {
            assert!(text(wrong.to_vec()).is_err(), "{wrong:?}");
        }
    }
}
