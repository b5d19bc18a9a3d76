//! The records of an xls ([MS-XLS] 2.4, and those of Excel 5 and 95), read one after the other, and their texts: in UTF-16, or
//! in the code page of the book; a text that is too long for its record goes on in CONTINUE records, cut at any character.
//! Knows nothing of sheets.

use std::io::{self, BufReader, Read};

use encoding_rs::Encoding;

use super::compound::Bytes;
use super::xml::Broken;

const CONTINUE: u16 = 0x003C;

/// The records of a stream.
pub struct Records {
    bytes: BufReader<Bytes>,
    /// A record that has been read ahead.
    next: Option<(u16, Vec<u8>)>,
    /// The record at hand.
    pub kind: u16,
    pub fields: Vec<u8>,
}

impl From<io::Error> for Broken {
    fn from(_: io::Error) -> Broken {
        Broken
    }
}

impl Records {
    pub fn new(bytes: Bytes) -> Records {
        Records { bytes: BufReader::with_capacity(64 * 1024, bytes), next: None, kind: 0, fields: Vec::new() }
    }

    /// Goes to the next record; false at the end of the stream.
    pub fn advance(&mut self) -> Result<bool, Broken> {
        if let Some((kind, fields)) = self.next.take() {
            (self.kind, self.fields) = (kind, fields);
            return Ok(true);
        }
        let mut head = [0; 4];
        let mut filled = 0;
        while filled < head.len() {
            match self.bytes.read(&mut head[filled..])? {
                0 if filled == 0 => return Ok(false),
                0 => return Err(Broken),
                read => filled += read,
            }
        }
        self.kind = u16::from_le_bytes([head[0], head[1]]);
        self.fields.resize(usize::from(u16::from_le_bytes([head[2], head[3]])), 0);
        self.bytes.read_exact(&mut self.fields)?;
        Ok(true)
    }

    /// The record behind this one, where it goes on with it.
    fn continued(&mut self) -> Result<Option<Vec<u8>>, Broken> {
        let (kind, fields) = (self.kind, std::mem::take(&mut self.fields));
        let found = self.advance()?;
        let next = (self.kind, std::mem::replace(&mut self.fields, fields));
        self.kind = kind;
        match next {
            (CONTINUE, fields) if found => Ok(Some(fields)),
            other => {
                self.next = found.then_some(other);
                Ok(None)
            }
        }
    }

    pub fn two(&self, at: usize) -> u16 {
        self.fields.get(at..at + 2).map_or(0, |two| u16::from_le_bytes([two[0], two[1]]))
    }

    pub fn four(&self, at: usize) -> u32 {
        u32::from(self.two(at)) | u32::from(self.two(at + 2)) << 16
    }

    pub fn eight(&self, at: usize) -> u64 {
        u64::from(self.four(at)) | u64::from(self.four(at + 4)) << 32
    }

    /// The fields of this record from `at` on, and those of the records that continue it.
    pub fn long(&mut self, at: usize) -> Long<'_> {
        Long { records: self, at, part: None }
    }
}

/// Fields that may go on in CONTINUE records.
pub struct Long<'r> {
    records: &'r mut Records,
    at: usize,
    /// The continuing record at hand.
    part: Option<Vec<u8>>,
}

impl Long<'_> {
    fn part(&self) -> &[u8] {
        self.part.as_deref().unwrap_or(&self.records.fields)
    }

    /// Goes to the next continuing record.
    fn go_on(&mut self) -> Result<(), Broken> {
        self.part = Some(self.records.continued()?.ok_or(Broken)?);
        self.at = 0;
        Ok(())
    }

    /// Whether there is anything left.
    pub fn has_more(&mut self) -> Result<bool, Broken> {
        while self.at >= self.part().len() {
            match self.records.continued()? {
                Some(part) => (self.part, self.at) = (Some(part), 0),
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    pub fn byte(&mut self) -> Result<u8, Broken> {
        while self.at >= self.part().len() {
            self.go_on()?;
        }
        let byte = self.part()[self.at];
        self.at += 1;
        Ok(byte)
    }

    pub fn two(&mut self) -> Result<u16, Broken> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub fn four(&mut self) -> Result<u32, Broken> {
        Ok(u32::from(self.two()?) | u32::from(self.two()?) << 16)
    }

    /// Passes over bytes that are not text.
    fn skip(&mut self, mut count: usize) -> Result<(), Broken> {
        while count > 0 {
            let left = self.part().len().saturating_sub(self.at);
            if left == 0 {
                self.go_on()?;
                continue;
            }
            let taken = left.min(count);
            (self.at, count) = (self.at + taken, count - taken);
        }
        Ok(())
    }

    /// A text of so many characters, behind its flags ([MS-XLS] 2.5.293), and where in it another font begins, with the
    /// font. Where it goes on in another record, that one begins with flags of its own.
    pub fn text(&mut self, count: usize, text: &mut String) -> Result<Vec<(u16, u16)>, Broken> {
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { usize::from(self.two()?) } else { 0 };
        let extra = if flags & 4 != 0 { self.four()? as usize } else { 0 };
        let (mut wide, mut units) = (flags & 1 != 0, Vec::new());
        while units.len() < count {
            let width = if wide { 2 } else { 1 };
            let part = &self.part()[self.at.min(self.part().len())..];
            let taken = (part.len() / width).min(count - units.len());
            if taken == 0 {
                // Half of a character: what it goes on with is anybody's guess.
                if !part.is_empty() {
                    return Err(Broken);
                }
                self.go_on()?;
                wide = self.byte()? & 1 != 0;
                continue;
            }
            let bytes = &part[..taken * width];
            if wide {
                units.extend(bytes.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])));
            } else {
                units.extend(bytes.iter().map(|byte| u16::from(*byte)));
            }
            self.at += taken * width;
        }
        text.extend(char::decode_utf16(units).map(|c| c.unwrap_or('\u{FFFD}')));
        let fonts = (0..runs).map(|_| Ok((self.two()?, self.two()?))).collect::<Result<_, Broken>>()?;
        self.skip(extra)?;
        Ok(fonts)
    }

    /// Bytes in a code page.
    pub fn bytes(&mut self, count: usize) -> Result<Vec<u8>, Broken> {
        (0..count).map(|_| self.byte()).collect()
    }
}

/// How the texts of a book are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Excel 97 and later, whatever code page the book names.
    Utf16,
    /// Excel 5 and 95: an encoding that is known by the number of a code page.
    Page(&'static Encoding),
    /// Mac OS Central European (10029), which encodings for the web lack.
    MacCentral,
    /// Only what is ASCII can be read.
    Unknown(u16),
}

impl Letters {
    pub fn of_page(page: u16) -> Letters {
        Letters::Page(match page {
            936 | 10008 | 54936 => encoding_rs::GB18030,
            950 | 10002 => encoding_rs::BIG5,
            932 | 10001 => encoding_rs::SHIFT_JIS,
            949 | 10003 => encoding_rs::EUC_KR,
            866 => encoding_rs::IBM866,
            874 => encoding_rs::WINDOWS_874,
            1250 => encoding_rs::WINDOWS_1250,
            1251 => encoding_rs::WINDOWS_1251,
            1252 | 32769 => encoding_rs::WINDOWS_1252,
            1253 => encoding_rs::WINDOWS_1253,
            1254 => encoding_rs::WINDOWS_1254,
            1255 => encoding_rs::WINDOWS_1255,
            1256 => encoding_rs::WINDOWS_1256,
            1257 => encoding_rs::WINDOWS_1257,
            1258 => encoding_rs::WINDOWS_1258,
            10000 | 32768 => encoding_rs::MACINTOSH,
            10007 => encoding_rs::X_MAC_CYRILLIC,
            10029 => return Letters::MacCentral,
            other => return Letters::Unknown(other),
        })
    }

    /// `None` where the bytes are none of its characters.
    pub fn read(self, bytes: &[u8]) -> Option<String> {
        match self {
            Letters::Page(encoding) => {
                let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
                Some(text.into_owned())
            }
            Letters::MacCentral => Some(bytes.iter().map(|byte| mac_central(*byte)).collect()),
            Letters::Unknown(_) | Letters::Utf16 => {
                bytes.is_ascii().then(|| bytes.iter().map(|byte| char::from(*byte)).collect())
            }
        }
    }
}

fn mac_central(byte: u8) -> char {
    const UPPER: &str = "ÄĀāÉĄÖÜáąČäčĆćéŹźĎíďĒēĖóėôöõúĚěü†°Ę£§•¶ß®©™ę¨≠ģĮįĪ≤≥īĶ∂∑łĻļĽľĹĺŅ\
                         ņŃ¬√ńŇ∆«»…\u{A0}ňŐÕőŌ–—“”‘’÷◊ōŔŕŘ‹›řŖŗŠ‚„šŚśÁŤťÍŽžŪÓÔūŮÚůŰűŲųÝýķŻŁżĢˇ";
    match byte.checked_sub(0x80) {
        Some(at) => UPPER.chars().nth(usize::from(at)).unwrap_or('\u{FFFD}'),
        None => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::bytes::Source;
    use super::super::compound::Stream;
    use super::*;

    fn record(kind: u16, fields: &[u8]) -> Vec<u8> {
        let length = u16::try_from(fields.len()).unwrap();
        [&kind.to_le_bytes(), &length.to_le_bytes(), fields].concat()
    }

    /// A text as [MS-XLS] writes it in UTF-16, without its count.
    fn records(parts: &[Vec<u8>]) -> Records {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, parts.concat()).unwrap();
        let source = Arc::new(Source::open(path.to_str().unwrap()).unwrap());
        let mut records = Records::new(Stream::whole(&source).from(0));
        assert_eq!(records.advance(), Ok(true));
        records
    }

    #[test]
    fn text_goes_on_in_further_records_wherever_it_is_cut() {
        let units: Vec<u8> = "甲𠮷b".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for cut in [2, 4, 6] {
            let first = [&[1], &units[..cut]].concat();
            let second = [&[1], &units[cut..]].concat();
            let mut records = records(&[record(0xFC, &first), record(CONTINUE, &second), record(10, &[])]);
            let mut text = String::new();
            records.long(0).text(4, &mut text).unwrap();
            assert_eq!(text, "甲𠮷b", "{cut}");
            assert_eq!((records.advance(), records.kind), (Ok(true), 10));
        }
        // The second half is in one byte a character.
        let mut records = records(&[record(0xFC, &[[1].as_slice(), &units[..6]].concat()), record(CONTINUE, b"\0b")]);
        let mut text = String::new();
        records.long(0).text(4, &mut text).unwrap();
        assert_eq!(text, "甲𠮷b");
        let halves = [record(0xFC, &[&[1], &units[..3]].concat()), record(CONTINUE, &[&[1], &units[3..]].concat())];
        assert_eq!(self::records(&halves).long(0).text(4, &mut text), Err(Broken));
    }

    #[test]
    fn bytes_are_read_by_their_code_page() {
        for (page, bytes, text) in [
            (936, &b"\xD0\xD5\xC3\xFB"[..], Some("姓名")),
            (10029, b"\x80\xFF", Some("Äˇ")),
            (437, b"plain", Some("plain")),
            (437, b"\x80", None),
            (936, b"\xFF", None),
        ] {
            assert_eq!(Letters::of_page(page).read(bytes).as_deref(), text, "{page}");
        }
    }
}
