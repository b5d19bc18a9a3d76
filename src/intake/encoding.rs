//! Which encoding a list is in: as stated by the user, by its byte order mark, or where its bytes leave no doubt; any
//! other list is refused. Knows nothing of cells.

use std::fmt;
use std::io::Read;
use std::str::FromStr;

use anyhow::{Context, Result};

use super::bytes::{CHUNK, Source};
use crate::lang::lists;
use crate::model::exit::{Exit, stop};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// Includes GBK and GB2312.
    Gb18030,
}

/// The name of an encoding that lists cannot be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownEncoding;

impl Encoding {
    pub fn code(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Gb18030 => "gb18030",
        }
    }

    /// What reads it.
    pub fn decoder(self) -> &'static encoding_rs::Encoding {
        match self {
            Encoding::Utf8 => encoding_rs::UTF_8,
            Encoding::Utf16Le => encoding_rs::UTF_16LE,
            Encoding::Utf16Be => encoding_rs::UTF_16BE,
            Encoding::Gb18030 => encoding_rs::GB18030,
        }
    }

    fn mark(self) -> &'static [u8] {
        match self {
            Encoding::Utf8 => b"\xEF\xBB\xBF",
            Encoding::Utf16Le => b"\xFF\xFE",
            Encoding::Utf16Be => b"\xFE\xFF",
            Encoding::Gb18030 => b"\x84\x31\x95\x33",
        }
    }
}

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    fn from_str(word: &str) -> Result<Encoding, UnknownEncoding> {
        match word.to_ascii_lowercase().replace('_', "-").as_str() {
            "utf-8" | "utf8" | "utf-8-bom" | "utf8-bom" | "utf-8-sig" => Ok(Encoding::Utf8),
            "utf-16" | "utf16" | "utf-16le" | "utf16le" | "utf-16-le" | "unicode" => Ok(Encoding::Utf16Le),
            "utf-16be" | "utf16be" | "utf-16-be" => Ok(Encoding::Utf16Be),
            "gb18030" | "gbk" | "gb2312" | "cp936" => Ok(Encoding::Gb18030),
            _ => Err(UnknownEncoding),
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for UnknownEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("utf-8, utf-16le, utf-16be, gb18030")
    }
}

impl std::error::Error for UnknownEncoding {}

/// The encoding, and the length of the byte order mark before the text.
///
/// Errors: a file that is not text, or whose encoding is not clear (exit 3).
pub fn detect(source: &Source, stated: Option<Encoding>) -> Result<(Encoding, u64)> {
    const MARKED: [Encoding; 4] = [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030];
    let is_marked = |encoding: &Encoding| source.beginning.starts_with(encoding.mark());
    if let Some(encoding) = stated {
        // `utf-16` alone means the order of the mark.
        let turned = encoding == Encoding::Utf16Le && is_marked(&Encoding::Utf16Be);
        let encoding = if turned { Encoding::Utf16Be } else { encoding };
        return Ok((encoding, if is_marked(&encoding) { encoding.mark().len() as u64 } else { 0 }));
    }
    if let Some(encoding) = MARKED.into_iter().find(is_marked) {
        return Ok((encoding, encoding.mark().len() as u64));
    }
    if let Some(encoding) = unmarked_utf16(&source.beginning) {
        return Ok((encoding, 0));
    }
    if is_binary(&source.beginning) {
        return Err(stop(Exit::Refused, lists::not_text(&source.name)));
    }
    if source.is_utf8 {
        return Ok((Encoding::Utf8, 0));
    }
    let sample = foreign_sample(source).with_context(|| lists::cannot_read(&source.name))?;
    if is_clearly_gb18030(&sample) {
        return Ok((Encoding::Gb18030, 0));
    }
    Err(stop(Exit::Refused, lists::encoding_unsure(&source.name)))
}

/// UTF-16 without a mark: read in one byte order it has lines and a share of ASCII, read in the other it has no lines.
fn unmarked_utf16(beginning: &[u8]) -> Option<Encoding> {
    let pairs = || beginning.chunks_exact(2).map(|pair| [pair[0], pair[1]]);
    if pairs().any(|pair| pair == [0, 0]) {
        return None;
    }
    let is_order = |unit: fn([u8; 2]) -> u16| {
        let ascii = pairs().map(unit).filter(|unit| *unit < 0x80).count();
        ascii * 25 > beginning.len() / 2 && pairs().map(unit).any(|unit| unit == 0x0A || unit == 0x0D)
    };
    match (is_order(u16::from_le_bytes), is_order(u16::from_be_bytes)) {
        (true, false) => Some(Encoding::Utf16Le),
        (false, true) => Some(Encoding::Utf16Be),
        (_, _) => None,
    }
}

/// More than one control byte in twenty: not text, whatever the encoding.
fn is_binary(beginning: &[u8]) -> bool {
    let controls =
        beginning.iter().filter(|b| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B)).count();
    controls >= 8 && controls * 20 > beginning.len()
}

/// Up to 1 MiB from the first byte that is not ASCII, which begins a character.
fn foreign_sample(source: &Source) -> std::io::Result<Vec<u8>> {
    const ENOUGH: usize = 1024 * 1024;
    let mut reader = source.reader(0);
    let mut buffer = vec![0; CHUNK];
    let mut sample = Vec::new();
    while sample.len() < ENOUGH {
        let read = reader.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        let from = if sample.is_empty() { buffer[..read].iter().position(|b| !b.is_ascii()) } else { Some(0) };
        sample.extend_from_slice(&buffer[from.unwrap_or(read)..read]);
    }
    Ok(sample)
}

/// Whether most characters beyond ASCII are those that GB2312 has for Chinese text. Latin letters,
/// Big5 or broken UTF-8 read as GB18030 give rare characters and errors instead.
fn is_clearly_gb18030(sample: &[u8]) -> bool {
    let (mut usual, mut rare, mut wrong) = (0usize, 0usize, 0usize);
    let mut rest = sample;
    while let Some((&first, after)) = rest.split_first() {
        let length = match (first, after) {
            // Code page 936 writes the euro as 0x80.
            (0..=0x80, _) => 1,
            (0xA1..=0xA3 | 0xB0..=0xF7, [0xA1..=0xFE, ..]) => {
                usual += 1;
                2
            }
            (0x81..=0xFE, [0x40..=0x7E | 0x80..=0xFE, ..]) => {
                rare += 1;
                2
            }
            (0x81..=0xFE, [b'0'..=b'9', 0x81..=0xFE, b'0'..=b'9', ..]) => {
                rare += 1;
                4
            }
            // The sample may end inside a character.
            (0x81..=0xFE, []) => 1,
            _ => {
                wrong += 1;
                1
            }
        };
        rest = &rest[length.min(rest.len())..];
    }
    usual >= 2 && usual >= 3 * rare && usual >= 50 * wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gb(text: &str) -> Vec<u8> {
        encoding_rs::GB18030.encode(text).0.into_owned()
    }

    #[test]
    fn chinese_text_with_rare_characters_is_clearly_gb18030() {
        for text in ["姓名,电话\n张三,1\n", "许愿人,内容\n朱镕基,䶮先生要一把椅子\n李四,㐀㐁字典一本，谢谢大家\n"]
        {
            assert!(is_clearly_gb18030(&gb(text)), "{text}");
        }
        assert!(is_clearly_gb18030(&[&gb("预算"), &b"80\x80\n"[..]].concat()));
    }

    #[test]
    fn latin_and_other_texts_are_not_taken_for_gb18030() {
        for bytes in [
            &b"caf\xE9 au lait\n"[..],
            b"M\xFCller,Stra\xDFe\n",
            b"\x93quoted\x94",
            b"ni\xF1o,a\xF1o,se\xF1or",
            b"\xE9\xE8t\xE9",
        ] {
            assert!(!is_clearly_gb18030(bytes), "{bytes:?}");
        }
        assert!(!is_clearly_gb18030("姓名，电话，地址".as_bytes()));
        assert!(!is_clearly_gb18030(&encoding_rs::BIG5.encode("姓名,電話,地址,心願內容,需要一張書桌給孫女寫作業").0));
    }

    #[test]
    fn utf16_without_a_mark_is_recognised_where_it_is_clear() {
        let text = "姓名,电话\n张三,19900001001\n";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(unmarked_utf16(&le), Some(Encoding::Utf16Le));
        assert_eq!(unmarked_utf16(&be), Some(Encoding::Utf16Be));
        assert_eq!(unmarked_utf16(b"name,phone\nA\0,1\n"), None);
        assert_eq!(unmarked_utf16(text.as_bytes()), None);
    }

    #[test]
    fn usual_names_of_encodings_are_recognised() {
        for (word, code) in [
            ("GBK", "gb18030"),
            ("gb2312", "gb18030"),
            ("utf8", "utf-8"),
            ("UTF-8-BOM", "utf-8"),
            ("utf16", "utf-16le"),
        ] {
            assert_eq!(word.parse::<Encoding>().map(Encoding::code), Ok(code));
        }
        assert!("latin1".parse::<Encoding>().is_err());
    }
}
