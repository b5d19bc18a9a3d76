//! CSV as Excel and WPS read it: RFC 4180, CRLF, every cell guarded against formulas. Knows bytes and cells; does not
//! know what they mean, nor where the bytes go.
//!
//! `csv::Writer` quotes what must be quoted; what it hands on is encoded here. Blanks around a text need no quotes: they
//! are part of the cell (RFC 4180, 2.4), and spreadsheets keep them.

use std::io::{self, Write};
use std::str::FromStr;

use csv::Terminator;
use encoding_rs::{EncoderResult, GB18030};

use crate::model::guard::guard;

/// Bytes that are handed on at once.
const BUFFER: usize = 64 * 1024;

/// The encoding of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CsvEncoding {
    /// UTF-8 with a byte order mark, without which Excel shows mojibake.
    #[default]
    Utf8,
    /// For programs that read nothing else; it can encode every character of Unicode.
    Gb18030,
    /// UTF-8 without a mark: only for a list written like another one that had none.
    Utf8Plain,
    Utf16Le,
    Utf16Be,
}

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvForm {
    pub encoding: CsvEncoding,
    pub delimiter: u8,
    /// Lines end with LF alone, not with CRLF.
    pub lf: bool,
}

impl From<CsvEncoding> for CsvForm {
    fn from(encoding: CsvEncoding) -> CsvForm {
        CsvForm { encoding, delimiter: b',', lf: false }
    }
}

impl CsvEncoding {
    /// Those that can be chosen on the command line.
    pub const ALL: &'static [CsvEncoding] = &[CsvEncoding::Utf8, CsvEncoding::Gb18030];

    pub fn code(self) -> &'static str {
        match self {
            CsvEncoding::Utf8 => "utf-8",
            CsvEncoding::Gb18030 => "gb18030",
            CsvEncoding::Utf8Plain => "utf-8",
            CsvEncoding::Utf16Le => "utf-16le",
            CsvEncoding::Utf16Be => "utf-16be",
        }
    }
}

impl FromStr for CsvEncoding {
    type Err = crate::model::words::UnknownWord;

    fn from_str(word: &str) -> Result<CsvEncoding, Self::Err> {
        match word.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => Ok(CsvEncoding::Utf8),
            "gb18030" | "gbk" | "gb2312" => Ok(CsvEncoding::Gb18030),
            _ => Err(crate::model::words::UnknownWord { allowed: &["utf-8", "gb18030"], zh: &[] }),
        }
    }
}

/// Writes rows one by one; nothing of an earlier row is kept but what is still buffered.
#[derive(Debug)]
pub struct CsvWriter<W: Write> {
    csv: csv::Writer<Encoded<W>>,
}

impl<W: Write> CsvWriter<W> {
    pub fn new(out: W, form: impl Into<CsvForm>) -> CsvWriter<W> {
        let CsvForm { encoding, delimiter, lf } = form.into();
        let end = if lf { Terminator::Any(b'\n') } else { Terminator::CRLF };
        let encoded = Encoded { out, encoding, is_begun: false, cut: Vec::new(), bytes: Vec::new() };
        let mut builder = csv::WriterBuilder::new();
        builder.delimiter(delimiter).terminator(end).flexible(true).buffer_capacity(BUFFER);
        CsvWriter { csv: builder.from_writer(encoded) }
    }

    /// Writes one row, each cell guarded, and quoted where it must be.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        for cell in cells {
            self.csv.write_field(guard(cell).as_bytes()).map_err(io_error)?;
        }
        self.csv.write_record(None::<&[u8]>).map_err(io_error)
    }

    /// Writes out what is still buffered and gives the writer back.
    pub fn finish(self) -> io::Result<W> {
        let encoded = self.csv.into_inner().map_err(csv::IntoInnerError::into_error)?;
        Ok(encoded.out)
    }
}

/// The disk's own error, whose kind says what to do about it.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Takes UTF-8 in pieces, and hands it on in an encoding.
#[derive(Debug)]
struct Encoded<W> {
    out: W,
    encoding: CsvEncoding,
    is_begun: bool,
    /// The beginning of a character whose end is in the next piece.
    cut: Vec<u8>,
    bytes: Vec<u8>,
}

impl<W: Write> Encoded<W> {
    fn write_text(&mut self, text: &str) -> io::Result<()> {
        let is_first = !std::mem::replace(&mut self.is_begun, true);
        self.bytes.clear();
        match self.encoding {
            CsvEncoding::Utf8 => {
                if is_first {
                    self.out.write_all("\u{FEFF}".as_bytes())?;
                }
                return self.out.write_all(text.as_bytes());
            }
            CsvEncoding::Utf8Plain => return self.out.write_all(text.as_bytes()),
            CsvEncoding::Utf16Le | CsvEncoding::Utf16Be => {
                let mark = is_first.then_some(0xFEFF);
                let to_bytes = if self.encoding == CsvEncoding::Utf16Le { u16::to_le_bytes } else { u16::to_be_bytes };
                self.bytes.extend(mark.into_iter().chain(text.encode_utf16()).flat_map(to_bytes));
            }
            CsvEncoding::Gb18030 => to_gb18030(text, &mut self.bytes),
        }
        self.out.write_all(&self.bytes)
    }
}

impl<W: Write> Write for Encoded<W> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        let joined = [std::mem::take(&mut self.cut).as_slice(), piece].concat();
        let (whole, cut) = joined.split_at(match std::str::from_utf8(&joined) {
            Ok(text) => text.len(),
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(error) => return Err(io::Error::other(error)),
        });
        self.cut = cut.to_vec();
        self.write_text(std::str::from_utf8(whole).map_err(io::Error::other)?)?;
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Encodes any text in GB18030. One private-use character (U+E5E5) is missing from the table of the WHATWG and becomes
/// U+FFFD.
fn to_gb18030(text: &str, bytes: &mut Vec<u8>) {
    const NO_SUCH_CHARACTER: &[u8] = &[0x84, 0x31, 0xA4, 0x37];
    let mut encoder = GB18030.new_encoder();
    let mut rest = text;
    loop {
        let room = encoder.max_buffer_length_from_utf8_without_replacement(rest.len()).unwrap_or(rest.len() * 4);
        bytes.reserve(room + NO_SUCH_CHARACTER.len());
        let (result, read) = encoder.encode_from_utf8_to_vec_without_replacement(rest, bytes, true);
        rest = rest.get(read..).unwrap_or_default();
        match result {
            EncoderResult::InputEmpty => return,
            EncoderResult::OutputFull => {}
            EncoderResult::Unmappable(_) => bytes.extend_from_slice(NO_SUCH_CHARACTER),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: &[&[&str]], encoding: CsvEncoding) -> Vec<u8> {
        let mut csv = CsvWriter::new(Vec::new(), encoding);
        for row in rows {
            csv.row(row.iter().copied()).unwrap();
        }
        csv.finish().unwrap()
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let bytes =
            written(&[&["编号", "内容"], &["1", "一台,\"新\"的\r\n微波炉"], &["", " 前后空格 "]], CsvEncoding::Utf8);
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text, "\u{FEFF}编号,内容\r\n1,\"一台,\"\"新\"\"的\r\n微波炉\"\r\n, 前后空格 \r\n");
    }

    #[test]
    fn quotes_depend_on_the_cell_and_the_delimiter_only() {
        let rows: &[&[&str]] = &[&[" x ", ""], &["", "x"], &[" x"], &["　全角", "a;b", "a,b", "\r", "\""], &["", ""]];
        let form = CsvForm { encoding: CsvEncoding::Utf8Plain, delimiter: b';', lf: false };
        let mut csv = CsvWriter::new(Vec::new(), form);
        rows.iter().for_each(|row| csv.row(row.iter().copied()).unwrap());
        let text = String::from_utf8(csv.finish().unwrap()).unwrap();
        assert_eq!(text, " x ;\r\n;x\r\n x\r\n　全角;\"a;b\";a,b;\"'\r\";\"\"\"\"\r\n;\r\n");
    }

    #[test]
    fn formulas_are_guarded() {
        let text = String::from_utf8(written(&[&["=cmd|'/C calc'!A1"]], CsvEncoding::Utf8)).unwrap();
        assert!(!text.contains("\u{FEFF}="), "{text}");
        assert!(text.contains("=cmd"), "{text}");
    }

    #[test]
    fn row_of_one_blank_cell_is_not_a_blank_line() {
        assert_eq!(written(&[&[""]], CsvEncoding::Gb18030), b"\"\"\r\n");
    }

    #[test]
    fn character_cut_by_the_buffer_is_written_whole_in_every_encoding() {
        let cell = format!("x{}", "字𠮷".repeat(BUFFER / 5));
        for encoding in [CsvEncoding::Utf8Plain, CsvEncoding::Gb18030, CsvEncoding::Utf16Le, CsvEncoding::Utf16Be] {
            let bytes = written(&[&[&cell, &cell]], encoding);
            let text = match encoding {
                CsvEncoding::Gb18030 => GB18030.decode(&bytes).0,
                CsvEncoding::Utf16Le => encoding_rs::UTF_16LE.decode(&bytes).0,
                CsvEncoding::Utf16Be => encoding_rs::UTF_16BE.decode(&bytes).0,
                CsvEncoding::Utf8 | CsvEncoding::Utf8Plain => String::from_utf8_lossy(&bytes),
            };
            assert!(text == format!("{cell},{cell}\r\n"), "{encoding:?}");
        }
    }

    #[test]
    fn every_character_has_bytes_in_gb18030() {
        let all: String = ('\u{20}'..=char::MAX).filter(|c| *c != '\u{E5E5}' && *c != '\u{FEFF}').collect();
        let mut bytes = Vec::new();
        to_gb18030(&all, &mut bytes);
        let (back, _, faulty) = GB18030.decode(&bytes);
        assert!(!faulty);
        assert_eq!(back.chars().count(), all.chars().count());
        let lost: Vec<_> = all.chars().zip(back.chars()).filter(|(a, b)| a != b).collect();
        // Private-use characters to which GB 18030-2022 assigns another character come back as that one.
        assert!(lost.iter().all(|(c, _)| ('\u{E000}'..='\u{F8FF}').contains(c)), "{lost:?}");
        let mut odd = Vec::new();
        to_gb18030("甲\u{E5E5}乙", &mut odd);
        assert_eq!(GB18030.decode(&odd).0, "甲\u{FFFD}乙");
    }
}
