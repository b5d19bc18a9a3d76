//! The parts of a zipped workbook: found by name, unpacked as they are read, with a cap on what they unpack to. Knows
//! nothing of sheets.
//!
//! `zip` reads the directory. Its own reader of a part borrows the archive, so rows could not outlive it, and it unpacks as
//! much as the packed bytes yield, whatever size the directory promised.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use anyhow::Result;
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
            let name = file.name().map_err(|_| damaged())?.trim_start_matches('/').replace('\\', "/");
            let start = file.data_start().ok_or_else(damaged)?;
            let (packed, unpacked) = (file.compressed_size(), file.size());
            if start.checked_add(packed).is_none_or(|end| end > source.length()) {
                return Err(damaged());
            }
            let entry = Entry { start, packed, unpacked, method: file.compression(), crc: file.crc32() };
            entries.insert(name, entry);
        }
        Ok(Parts { source: Arc::clone(source), entries })
    }

    /// How many bytes a part says that it unpacks to; 0 where there is none.
    pub fn length(&self, name: &str) -> u64 {
        self.entries.get(name).map_or(0, |entry| entry.unpacked)
    }

    pub fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// A part from its beginning. Errors: it is missing, unpacks to too much, or is packed as no spreadsheet program
    /// packs it (exit 3).
    pub fn part(&self, name: &str) -> Result<Part> {
        let missing = || stop(Exit::Refused, lists::part_missing(&self.source.name, name));
        let entry = *self.entries.get(name).ok_or_else(missing)?;
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
        Ok(Part { bytes: BufReader::with_capacity(UNPACKED_AT_A_TIME, checked) })
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

fn largest(packed: u64) -> u64 {
    LARGEST_PART.min(SMALL.max(packed.saturating_mul(TIGHTEST)))
}

/// One part being unpacked.
pub struct Part {
    bytes: BufReader<Checked>,
}

impl Read for Part {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.bytes.read(into)
    }
}

impl BufRead for Part {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.bytes.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.bytes.consume(amount);
    }
}

enum Unpacking {
    Stored(io::Take<Reader>),
    Deflated(Box<flate2::bufread::DeflateDecoder<BufReader<io::Take<Reader>>>>),
}

/// Checks the bytes against the directory: not more than it promised, and in the end the same checksum.
struct Checked {
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
