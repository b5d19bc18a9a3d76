//! CSV as Excel and WPS read it: RFC 4180, CRLF, every cell guarded against formulas. Knows bytes and cells; does not
//! know what they mean, nor where the bytes go.
//!
//! `csv_core` says which cells need quotes and quotes them. `csv::Writer` around it is not used: it has no style that
//! quotes blanks around a text, and a line has to be whole before it is encoded.

use std::io::{self, BufWriter, Write};
use std::str::FromStr;

use csv_core::Terminator;
use encoding_rs::{EncoderResult, GB18030};

use crate::model::guard::guard;

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
}

impl From<CsvEncoding> for CsvForm {
    fn from(encoding: CsvEncoding) -> CsvForm {
        CsvForm { encoding, delimiter: b',' }
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
            _ => Err(crate::model::words::UnknownWord { allowed: &["utf-8", "gb18030"] }),
        }
    }
}

/// Writes rows one by one; nothing of an earlier row is kept.
#[derive(Debug)]
pub struct CsvWriter<W: Write> {
    out: BufWriter<W>,
    encoding: CsvEncoding,
    /// Which cells need quotes.
    rules: csv_core::Writer,
    begun: bool,
    line: String,
    bytes: Vec<u8>,
}

impl<W: Write> CsvWriter<W> {
    pub fn new(out: W, form: impl Into<CsvForm>) -> CsvWriter<W> {
        let CsvForm { encoding, delimiter } = form.into();
        CsvWriter {
            out: BufWriter::new(out),
            encoding,
            rules: csv_core::WriterBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).build(),
            begun: false,
            line: String::new(),
            bytes: Vec::new(),
        }
    }

    /// Writes one row, each cell guarded and quoted where it must be.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        self.line.clear();
        let mut count = 0;
        for cell in cells {
            if count > 0 {
                self.line.push(char::from(self.rules.get_delimiter()));
            }
            self.push_cell(&guard(cell))?;
            count += 1;
        }
        if count == 1 && self.line.is_empty() {
            self.line.push_str("\"\"");
        }
        self.line.push_str("\r\n");
        self.write_line()
    }

    /// Adds a cell to the line. Blanks around a text are quoted too: there are programs that drop them otherwise.
    fn push_cell(&mut self, cell: &str) -> io::Result<()> {
        let is_padded = cell.trim() != cell;
        if !is_padded && !self.rules.should_quote(cell.as_bytes()) {
            self.line.push_str(cell);
            return Ok(());
        }
        self.bytes.resize(2 * cell.len(), 0);
        let (_, _, length) = csv_core::quote(cell.as_bytes(), &mut self.bytes, b'"', b'"', true);
        self.line.push('"');
        self.line.push_str(std::str::from_utf8(&self.bytes[..length]).map_err(io::Error::other)?);
        self.line.push('"');
        Ok(())
    }

    /// Writes out what is still buffered and gives the writer back. Without it the end of the file is missing.
    pub fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(io::IntoInnerError::into_error)
    }

    fn write_line(&mut self) -> io::Result<()> {
        let first = !std::mem::replace(&mut self.begun, true);
        match self.encoding {
            CsvEncoding::Utf8 => {
                if first {
                    self.out.write_all("\u{FEFF}".as_bytes())?;
                }
                self.out.write_all(self.line.as_bytes())
            }
            CsvEncoding::Utf8Plain => self.out.write_all(self.line.as_bytes()),
            CsvEncoding::Utf16Le | CsvEncoding::Utf16Be => {
                let mark = first.then_some(0xFEFF);
                let to_bytes = if self.encoding == CsvEncoding::Utf16Le { u16::to_le_bytes } else { u16::to_be_bytes };
                self.bytes.clear();
                self.bytes.extend(mark.into_iter().chain(self.line.encode_utf16()).flat_map(to_bytes));
                self.out.write_all(&self.bytes)
            }
            CsvEncoding::Gb18030 => {
                self.bytes.clear();
                to_gb18030(&self.line, &mut self.bytes);
                self.out.write_all(&self.bytes)
            }
        }
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
        assert_eq!(text, "\u{FEFF}编号,内容\r\n1,\"一台,\"\"新\"\"的\r\n微波炉\"\r\n,\" 前后空格 \"\r\n");
    }

    #[test]
    fn quotes_depend_on_the_cell_and_the_delimiter_only() {
        let rows: &[&[&str]] = &[&[" x ", ""], &["", "x"], &[" x"], &["　全角", "a;b", "a,b", "\r", "\""], &["", ""]];
        let form = CsvForm { encoding: CsvEncoding::Utf8Plain, delimiter: b';' };
        let mut csv = CsvWriter::new(Vec::new(), form);
        rows.iter().for_each(|row| csv.row(row.iter().copied()).unwrap());
        let text = String::from_utf8(csv.finish().unwrap()).unwrap();
        assert_eq!(text, "\" x \";\r\n;x\r\n\" x\"\r\n\"　全角\";\"a;b\";a,b;\"'\r\";\"\"\"\"\r\n;\r\n");
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
