//! The container of an xls: its directory, and its streams as pieces of the file, which are read one after the other. Knows
//! sectors and streams ([MS-CFB] 2), nothing of cells.
//!
//! In a damaged container the chains of sectors run in circles or beyond the file. `calamine` 0.38 follows them without a
//! cap (a circle of one sector in a file of 9.5 kB fills the memory until the process aborts), and keeps its reader private.

use std::io::{self, Read};
use std::sync::Arc;

use super::super::bytes::{Reader, Source};

const HEADER: usize = 512;
/// Sectors of the allocation table that the header names itself.
const NAMED: std::ops::Range<usize> = 76..HEADER;
/// From here on an entry of an allocation table is not the next sector of a chain, but its end, or a free sector.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;
/// An entry of the directory.
const ENTRY: usize = 128;
/// Small streams are kept in blocks of a stream of their own.
const SMALL_BLOCK: u64 = 64;
const NO_ENTRY: u32 = u32::MAX;

/// A container, and the streams directly in it.
pub struct Container {
    source: Arc<Source>,
    entries: Vec<Entry>,
    sectors: Sectors,
    /// The small blocks.
    blocks: Vec<Piece>,
    small: Vec<u32>,
    /// Streams that are smaller are kept in small blocks.
    least: u64,
}

struct Entry {
    name: String,
    start: u32,
    size: u64,
}

/// Bytes of the file, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    at: u64,
    length: u64,
}

/// A stream of the container; or a whole file, for the books of old that have none.
#[derive(Clone)]
pub struct Stream {
    source: Arc<Source>,
    pieces: Arc<[Piece]>,
}

impl Container {
    /// `None` where the container is damaged.
    pub fn open(source: &Arc<Source>) -> io::Result<Option<Container>> {
        let mut header = Vec::new();
        source.reader(0).take(HEADER as u64).read_to_end(&mut header)?;
        let shift = header.get(30..32).map_or(0, |two| u16::from_le_bytes([two[0], two[1]]));
        if !matches!(shift, 9 | 12) || header.len() < HEADER {
            return Ok(None);
        }
        let mut sectors = Sectors { source: Arc::clone(source), shift, table: Vec::new() };
        if !sectors.read_table(&header)? {
            return Ok(None);
        }
        let bytes = |start| -> io::Result<Option<Vec<u8>>> {
            let Some(pieces) = sectors.chain(start) else { return Ok(None) };
            let mut bytes = Vec::new();
            Stream { source: Arc::clone(source), pieces: pieces.into() }.from(0).read_to_end(&mut bytes)?;
            Ok(Some(bytes))
        };
        let Some(directory) = bytes(word(&header, 48))? else { return Ok(None) };
        let Some(small) = bytes(word(&header, 60))? else { return Ok(None) };
        let Some(root) = directory.get(..ENTRY) else { return Ok(None) };
        let Some(blocks) = sectors.chain(word(root, 116)) else { return Ok(None) };
        let entries = children(&directory, word(root, 76));
        let small = small.chunks_exact(4).map(|four| word(four, 0)).collect();
        let least = u64::from(word(&header, 56));
        Ok(Some(Container { source: Arc::clone(source), entries, sectors, blocks, small, least }))
    }

    /// Whether it has a stream of this name, whose case does not count.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// A stream by its name; `None` where it has none, or its sectors are damaged.
    pub fn stream(&self, name: &str) -> Option<Stream> {
        let entry = self.entry(name)?;
        let pieces =
            if entry.size < self.least { self.small_chain(entry.start)? } else { self.sectors.chain(entry.start)? };
        Some(Stream { source: Arc::clone(&self.source), pieces: cut(pieces, entry.size)?.into() })
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    fn small_chain(&self, start: u32) -> Option<Vec<Piece>> {
        let (mut pieces, mut at) = (Vec::new(), start);
        while at < LAST_SECTOR {
            if pieces.len() > self.small.len() {
                return None;
            }
            pieces.push(place(&self.blocks, u64::from(at) * SMALL_BLOCK)?);
            at = *self.small.get(at as usize)?;
        }
        Some(pieces)
    }
}

/// Where the small block at this byte of the stream of small blocks is in the file.
fn place(blocks: &[Piece], mut at: u64) -> Option<Piece> {
    for block in blocks {
        if at < block.length {
            return Some(Piece { at: block.at + at, length: SMALL_BLOCK.min(block.length - at) });
        }
        at -= block.length;
    }
    None
}

/// As many bytes as the stream has; `None` where the pieces have fewer.
fn cut(mut pieces: Vec<Piece>, size: u64) -> Option<Vec<Piece>> {
    let mut left = size;
    for piece in &mut pieces {
        piece.length = piece.length.min(left);
        left -= piece.length;
    }
    pieces.retain(|piece| piece.length > 0);
    (left == 0).then_some(pieces)
}

/// The entries of the root, which are a tree of siblings; all of the directory's where that tree is damaged.
fn children(directory: &[u8], top: u32) -> Vec<Entry> {
    let count = directory.len() / ENTRY;
    let entry = |index: u32| directory.chunks_exact(ENTRY).nth(index as usize);
    let (mut seen, mut open, mut found) = (vec![false; count], vec![top], Vec::new());
    while let Some(index) = open.pop() {
        let Some(bytes) = entry(index).filter(|_| index != NO_ENTRY) else { continue };
        if std::mem::replace(&mut seen[index as usize], true) {
            continue;
        }
        found.extend(named(bytes));
        open.extend([word(bytes, 68), word(bytes, 72)]);
    }
    if found.is_empty() { directory.chunks_exact(ENTRY).filter_map(named).collect() } else { found }
}

fn named(entry: &[u8]) -> Option<Entry> {
    const STREAM: u8 = 2;
    let length = usize::from(u16::from_le_bytes([entry[64], entry[65]])).min(64);
    let units = entry[..length].chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]]));
    let name = char::decode_utf16(units.take_while(|unit| *unit != 0)).map(|c| c.unwrap_or('\u{FFFD}')).collect();
    (entry[66] == STREAM).then(|| Entry { name, start: word(entry, 116), size: u64::from(word(entry, 120)) })
}

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// The sectors of the file, by the allocation table: for every sector the next one of its chain.
struct Sectors {
    source: Arc<Source>,
    shift: u16,
    table: Vec<u32>,
}

impl Sectors {
    /// A sector; the last one of a file may be cut short.
    fn sector(&self, sector: u32) -> Option<Piece> {
        let at = (u64::from(sector) + 1) << self.shift;
        let length = self.source.length().checked_sub(at)?.min(1 << self.shift);
        Some(Piece { at, length })
    }

    fn words(&self, sector: u32) -> io::Result<Option<Vec<u32>>> {
        let Some(piece) = self.sector(sector) else { return Ok(None) };
        let mut bytes = Vec::new();
        self.source.reader(piece.at).take(piece.length).read_to_end(&mut bytes)?;
        Ok(Some(bytes.chunks_exact(4).map(|four| word(four, 0)).collect()))
    }

    /// The pieces of the sectors from `start` on; `None` where they run in a circle or beyond the file.
    fn chain(&self, start: u32) -> Option<Vec<Piece>> {
        let (mut pieces, mut at, mut count): (Vec<Piece>, u32, usize) = (Vec::new(), start, 0);
        while at < LAST_SECTOR {
            let next = self.sector(at)?;
            match pieces.last_mut() {
                Some(last) if last.at + last.length == next.at => last.length += next.length,
                _ => pieces.push(next),
            }
            count += 1;
            if count > self.table.len() {
                return None;
            }
            at = *self.table.get(at as usize)?;
        }
        Some(pieces)
    }

    /// Whether the table could be read.
    fn read_table(&mut self, header: &[u8]) -> io::Result<bool> {
        let named = NAMED.step_by(4).map(|at| word(header, at));
        let mut sectors: Vec<u32> = named.filter(|sector| *sector < LAST_SECTOR).collect();
        let most = self.source.length() >> self.shift;
        let mut further = word(header, 68);
        for _ in 0..=most {
            if further >= LAST_SECTOR {
                break;
            }
            let Some(words) = self.words(further)? else { return Ok(false) };
            let Some((next, named)) = words.split_last() else { return Ok(false) };
            sectors.extend(named.iter().filter(|sector| **sector < LAST_SECTOR));
            further = *next;
        }
        if further < LAST_SECTOR || sectors.len() as u64 > most {
            return Ok(false);
        }
        for sector in sectors {
            let Some(words) = self.words(sector)? else { return Ok(false) };
            self.table.extend(words);
        }
        Ok(true)
    }
}

impl Stream {
    /// The whole file as one stream.
    pub fn whole(source: &Arc<Source>) -> Stream {
        let pieces = vec![Piece { at: 0, length: source.length() }];
        Stream { source: Arc::clone(source), pieces: pieces.into() }
    }

    /// The bytes of the stream from `at` on.
    pub fn from(&self, at: u64) -> Bytes {
        let (mut piece, mut within) = (0, at);
        while let Some(one) = self.pieces.get(piece).filter(|one| within >= one.length) {
            within -= one.length;
            piece += 1;
        }
        Bytes { stream: self.clone(), piece, within, reader: None }
    }
}

/// The bytes of a stream.
pub struct Bytes {
    stream: Stream,
    piece: usize,
    /// Bytes of the piece that have been read.
    within: u64,
    reader: Option<io::Take<Reader>>,
}

impl Read for Bytes {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let Some(piece) = self.stream.pieces.get(self.piece) else { return Ok(0) };
            let reader = self.reader.get_or_insert_with(|| {
                self.stream.source.reader(piece.at + self.within).take(piece.length.saturating_sub(self.within))
            });
            let read = reader.read(into)?;
            if read > 0 || into.is_empty() {
                return Ok(read);
            }
            (self.piece, self.within, self.reader) = (self.piece + 1, 0, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stream_has_the_bytes_of_its_pieces_from_anywhere() {
        let source = Arc::new(Source::of_text("a", "0123456789").unwrap());
        let pieces = vec![Piece { at: 7, length: 3 }, Piece { at: 2, length: 2 }];
        let stream = Stream { source, pieces: pieces.into() };
        for (from, expected) in [(0, "78923"), (2, "923"), (3, "23"), (4, "3"), (5, ""), (9, "")] {
            let mut text = String::new();
            stream.from(from).read_to_string(&mut text).unwrap();
            assert_eq!(text, expected, "{from}");
        }
        assert_eq!(cut(vec![Piece { at: 0, length: 5 }], 6), None);
    }

    #[test]
    fn file_that_is_no_container_is_refused() {
        let source = Arc::new(Source::of_text("a", "short").unwrap());
        assert!(Container::open(&source).unwrap().is_none());
    }
}
