//! The parts of a zipped workbook: found by name, unpacked as they are read, with a cap on what they unpack to. Knows
//! nothing of sheets.
//!
//! `zip` reads the directory. Its own reader of a part borrows the archive, so rows could not outlive it, and it unpacks as
//! much as the packed bytes yield, whatever size the directory promised.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use anyhow::Result;
use encoding_rs::{Decoder, DecoderResult, Encoding};
use zip::CompressionMethod;

use super::super::bytes::{Reader, Source};
use crate::lang::lists;
use crate::model::exit::{Exit, stop};

/// The most bytes that one part may unpack to: twice what a sheet of a million rows with thirty columns has.
const LARGEST_PART: u64 = 2 << 30;
/// A part that unpacks to more than this many bytes may not be packed more tightly than `TIGHTEST` times; real sheets are
/// packed 10 to 60 times.
const SMALL: u64 = 64 << 20;
const TIGHTEST: u64 = 200;
/// A real workbook has some dozens.
const MOST_PARTS: usize = 10_000;
const UNPACKED_AT_A_TIME: usize = 64 * 1024;

/// The parts of a zip file by name.
pub struct Parts {
    source: Arc<Source>,
    entries: HashMap<String, Entry>,
}

#[derive(Clone, Copy)]
struct Entry {
    start: u64,
    packed: u64,
    unpacked: u64,
    method: CompressionMethod,
    crc: u32,
}

impl Parts {
    /// Reads the directory of the zip. Errors: not a zip, or a damaged or protected one (exit 3).
    pub fn open(source: &Arc<Source>) -> Result<Parts> {
        let damaged = || stop(Exit::Refused, lists::workbook_damaged(&source.name));
        let mut archive = zip::ZipArchive::new(source.seekable()).map_err(|_| damaged())?;
        if archive.len() > MOST_PARTS {
            return Err(damaged());
        }
        let mut entries = HashMap::new();
        for index in 0..archive.len() {
            let file = archive.by_index_raw(index).map_err(|_| damaged())?;
            if file.encrypted() {
                return Err(stop(Exit::Refused, lists::workbook_password(&source.name)));
            }
            let name = key(&file.name().map_err(|_| damaged())?);
            let start = file.data_start().ok_or_else(damaged)?;
            let (packed, unpacked) = (file.compressed_size(), file.size());
            if start.checked_add(packed).is_none_or(|end| end > source.length()) {
                return Err(damaged());
            }
            let entry = Entry { start, packed, unpacked, method: file.compression(), crc: file.crc32() };
            // Of two parts with one name, programs take either.
            if entries
                .insert(name, entry)
                .is_some_and(|other: Entry| (other.crc, other.unpacked) != (entry.crc, unpacked))
            {
                return Err(damaged());
            }
        }
        Ok(Parts { source: Arc::clone(source), entries })
    }

    /// How many bytes a part says that it unpacks to; 0 where there is none.
    pub fn length(&self, name: &str) -> u64 {
        self.entries.get(&key(name)).map_or(0, |entry| entry.unpacked)
    }

    pub fn has(&self, name: &str) -> bool {
        self.entries.contains_key(&key(name))
    }

    /// A part from its beginning. Errors: it is missing, unpacks to too much, or is packed as no spreadsheet program
    /// packs it (exit 3).
    pub fn part(&self, name: &str) -> Result<Part> {
        let missing = || stop(Exit::Refused, lists::part_missing(&self.source.name, name));
        let entry = *self.entries.get(&key(name)).ok_or_else(missing)?;
        if entry.unpacked > largest(entry.packed) {
            return Err(stop(Exit::Refused, lists::unpacks_too_large(&self.source.name, name)));
        }
        let bytes = self.source.reader(entry.start).take(entry.packed);
        let unpacking = match entry.method {
            CompressionMethod::Stored => Unpacking::Stored(bytes),
            CompressionMethod::Deflated => {
                let buffered = BufReader::with_capacity(UNPACKED_AT_A_TIME, bytes);
                Unpacking::Deflated(Box::new(flate2::bufread::DeflateDecoder::new(buffered)))
            }
            _ => return Err(stop(Exit::Refused, lists::workbook_damaged(&self.source.name))),
        };
        let checked = Checked { unpacking, crc: crc32fast::Hasher::new(), so_far: 0, entry };
        let damaged = |_| stop(Exit::Refused, lists::part_damaged(&self.source.name, name));
        Part::new(Raw::Packed(checked)).map_err(damaged)
    }

    /// A small part as a whole.
    pub fn text(&self, name: &str) -> Result<String> {
        const SMALL_PART: u64 = 16 << 20;
        let mut text = String::new();
        let part = self.part(name)?;
        let read = part.take(SMALL_PART).read_to_string(&mut text);
        read.map_err(|_| stop(Exit::Refused, lists::part_damaged(&self.source.name, name)))?;
        Ok(text)
    }
}

/// The names of a zip's parts, as they are looked for; none where its directory cannot be read.
pub fn names(source: &Source) -> Vec<String> {
    let Ok(archive) = zip::ZipArchive::new(source.seekable()) else { return Vec::new() };
    if archive.len() > MOST_PARTS {
        Vec::new()
    } else {
        archive.file_names().flatten().map(|name| key(&name)).collect()
    }
}

/// A part's name as it is looked for: case does not count (ECMA-376 part 2, 6.2.2.3), and some programs write backslashes.
pub fn key(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_lowercase()
}

fn largest(packed: u64) -> u64 {
    LARGEST_PART.min(SMALL.max(packed.saturating_mul(TIGHTEST)))
}

/// One part being unpacked, as UTF-8.
pub enum Part {
    Utf8(BufReader<Raw>),
    Other(BufReader<Decoded>),
}

impl Part {
    /// A file that is one part by itself.
    pub fn whole(source: &Source) -> io::Result<Part> {
        Part::new(Raw::File(source.reader(0)))
    }

    fn new(raw: Raw) -> io::Result<Part> {
        let mut bytes = BufReader::with_capacity(UNPACKED_AT_A_TIME, raw);
        Ok(match declared(bytes.fill_buf()?) {
            None => Part::Utf8(bytes),
            Some(encoding) => {
                let decoder = encoding.new_decoder_with_bom_removal();
                Part::Other(BufReader::new(Decoded { bytes, decoder, ended: false }))
            }
        })
    }
}

/// The encoding that the beginning of a part states, where that is not UTF-8.
pub fn declared(beginning: &[u8]) -> Option<&'static Encoding> {
    match beginning {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => return Some(encoding_rs::UTF_16LE),
        [0xFE, 0xFF, ..] | [0, b'<', ..] => return Some(encoding_rs::UTF_16BE),
        [b'<', b'?', ..] => {}
        _ => return None,
    }
    let declaration = &beginning[..memchr::memchr(b'>', beginning)?];
    let (_, value) = std::str::from_utf8(declaration).ok()?.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let label = value.strip_prefix(['"', '\''])?.split(['"', '\'']).next()?;
    // A declaration that could be read as bytes is not in UTF-16.
    Encoding::for_label(label.as_bytes()).filter(|one| *one != encoding_rs::UTF_8 && one.is_ascii_compatible())
}

/// The bytes of a part as they are.
pub enum Raw {
    Packed(Checked),
    File(Reader),
}

impl Read for Raw {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Raw::Packed(bytes) => bytes.read(into),
            Raw::File(bytes) => bytes.read(into),
        }
    }
}

/// Bytes of another encoding as UTF-8.
pub struct Decoded {
    bytes: BufReader<Raw>,
    decoder: Decoder,
    ended: bool,
}

impl Read for Decoded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while !self.ended && into.len() >= 4 {
            let raw = self.bytes.fill_buf()?;
            let ended = raw.is_empty();
            let (result, taken, written) = self.decoder.decode_to_utf8_without_replacement(raw, into, ended);
            self.bytes.consume(taken);
            match result {
                DecoderResult::Malformed(_, _) => {
                    return Err(io::Error::new(io::ErrorKind::InvalidData, "not text"));
                }
                DecoderResult::InputEmpty => self.ended = ended,
                DecoderResult::OutputFull => {}
            }
            if written > 0 {
                return Ok(written);
            }
        }
        Ok(0)
    }
}

impl Read for Part {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Part::Utf8(bytes) => bytes.read(into),
            Part::Other(bytes) => bytes.read(into),
        }
    }
}

impl BufRead for Part {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self {
            Part::Utf8(bytes) => bytes.fill_buf(),
            Part::Other(bytes) => bytes.fill_buf(),
        }
    }

    fn consume(&mut self, amount: usize) {
        match self {
            Part::Utf8(bytes) => bytes.consume(amount),
            Part::Other(bytes) => bytes.consume(amount),
        }
    }
}

enum Unpacking {
    Stored(io::Take<Reader>),
    Deflated(Box<flate2::bufread::DeflateDecoder<BufReader<io::Take<Reader>>>>),
}

/// Checks the bytes against the directory: not more than it promised, and in the end the same checksum.
pub struct Checked {
    unpacking: Unpacking,
    crc: crc32fast::Hasher,
    so_far: u64,
    entry: Entry,
}

impl Read for Checked {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = match &mut self.unpacking {
            Unpacking::Stored(bytes) => bytes.read(into)?,
            Unpacking::Deflated(bytes) => bytes.read(into)?,
        };
        self.crc.update(&into[..read]);
        self.so_far += read as u64;
        let ended = read == 0 && !into.is_empty();
        if self.so_far > self.entry.unpacked || (ended && self.crc.clone().finalize() != self.entry.crc) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "its checksum differs"));
        }
        Ok(read)
    }
}
