//! The container of an xls, checked before `calamine` reads it: in a damaged one, chains of sectors may run in circles.
//! Knows sectors and streams ([MS-CFB] 2), nothing of cells.
//!
//! `calamine` 0.38 follows the chain of the directory without a cap: a circle of one sector in a file of 9.5 kB fills the
//! memory until the process aborts, and a circle in the chain of the workbook takes 3 GB. Nor does it give out the stream of
//! the workbook, whose records `xls` has to check first.

const HEADER: usize = 512;
/// Sectors of the allocation table that the header names itself.
const NAMED: std::ops::Range<usize> = 76..HEADER;
/// From here on an entry of an allocation table is not the next sector of a chain, but its end, or a free sector.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

/// A stream, and where its bytes lie in the file.
#[derive(Debug, PartialEq, Eq)]
pub struct Stream {
    pub bytes: Vec<u8>,
    /// Where each piece begins.
    pieces: Vec<usize>,
    /// How long a piece is.
    piece: usize,
}

impl Stream {
    /// Where a byte of the stream lies in the file.
    pub fn place(&self, at: usize) -> Option<usize> {
        Some(self.pieces.get(at / self.piece)? + at % self.piece)
    }
}

/// The workbook's stream; `None` where the container is damaged, or does not hold a workbook.
pub fn workbook(bytes: &[u8]) -> Option<Stream> {
    let shift = bytes.get(30..32).map(|two| u16::from_le_bytes([two[0], two[1]]))?;
    if !matches!(shift, 9 | 12) || bytes.len() < HEADER {
        return None;
    }
    let file = Sectors { bytes, shift };
    let table = file.table().filter(|table| all_end(table))?;
    let small: Vec<u32> = file.chain(&table, file.word(60)?)?.chunks_exact(4).map(word_of).collect();
    if !all_end(&small) {
        return None;
    }
    let folder = file.chain(&table, file.word(48)?)?;
    let mut entries = folder.chunks_exact(ENTRY);
    let root = entries.clone().next()?;
    let entry = entries.find(|entry| ["Workbook", "Book"].iter().any(|name| is_named(entry, name)))?;
    let (start, size) = (word_of(&entry[116..120]), word_of(&entry[120..124]) as usize);
    let mut stream = if size < file.word(56)? as usize {
        let root = word_of(&root[116..120]);
        let blocks = file.chain(&table, root)?;
        let (bytes, at) = small_chain(&blocks, &small, start)?;
        let sectors = file.places(&table, root)?;
        let within = |at: usize| Some(sectors.get(at >> shift)? + (at & ((1 << shift) - 1)));
        Stream { bytes, pieces: at.into_iter().map(within).collect::<Option<_>>()?, piece: SMALL_BLOCK }
    } else {
        Stream { bytes: file.chain(&table, start)?, pieces: file.places(&table, start)?, piece: 1 << shift }
    };
    stream.bytes.truncate(size);
    Some(stream)
}

/// An entry of the container's directory.
const ENTRY: usize = 128;
/// Small streams are kept in blocks of a stream of their own.
const SMALL_BLOCK: usize = 64;

fn word_of(four: &[u8]) -> u32 {
    four.try_into().map_or(0, u32::from_le_bytes)
}

fn is_named(entry: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    entry.starts_with(&wide)
}

/// The bytes of a small stream, and where each of its blocks begins.
fn small_chain(blocks: &[u8], table: &[u32], start: u32) -> Option<(Vec<u8>, Vec<usize>)> {
    let (mut bytes, mut places, mut at) = (Vec::new(), Vec::new(), start);
    while at < LAST_SECTOR {
        let from = (at as usize).checked_mul(SMALL_BLOCK)?;
        bytes.extend_from_slice(blocks.get(from..(from + SMALL_BLOCK).min(blocks.len()))?);
        places.push(from);
        at = *table.get(at as usize)?;
    }
    Some((bytes, places))
}

struct Sectors<'b> {
    bytes: &'b [u8],
    shift: u16,
}

impl Sectors<'_> {
    fn word(&self, at: usize) -> Option<u32> {
        self.bytes.get(at..at + 4).map(word_of)
    }

    /// A sector; the last one of a file may be cut short.
    fn sector(&self, sector: u32) -> Option<&[u8]> {
        let size = 1usize << self.shift;
        let start = (sector as usize).checked_add(1)?.checked_mul(size)?;
        let end = start.checked_add(size)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    fn words(&self, sector: u32) -> Option<Vec<u32>> {
        Some(self.sector(sector)?.chunks_exact(4).map(word_of).collect())
    }

    /// The bytes of the sectors from `start` on. The chains of the table all end.
    fn chain(&self, table: &[u32], start: u32) -> Option<Vec<u8>> {
        let (mut bytes, mut at) = (Vec::new(), start);
        while at < LAST_SECTOR {
            bytes.extend_from_slice(self.sector(at)?);
            at = *table.get(at as usize)?;
        }
        Some(bytes)
    }

    /// Where the sectors from `start` on begin in the file.
    fn places(&self, table: &[u32], start: u32) -> Option<Vec<usize>> {
        let (mut places, mut at) = (Vec::new(), start);
        while at < LAST_SECTOR {
            places.push((at as usize).checked_add(1)?.checked_mul(1 << self.shift)?);
            at = *table.get(at as usize)?;
        }
        Some(places)
    }

    /// The allocation table: for every sector the next one of its chain.
    fn table(&self) -> Option<Vec<u32>> {
        let named = NAMED.step_by(4).filter_map(|at| self.word(at));
        let mut sectors: Vec<u32> = named.filter(|sector| *sector < LAST_SECTOR).collect();
        let most = self.bytes.len() >> self.shift;
        let mut further = self.word(68)?;
        for _ in 0..=most {
            if further >= LAST_SECTOR {
                let mut table = Vec::new();
                for sector in sectors {
                    table.extend(self.words(sector)?);
                }
                return Some(table);
            }
            let words = self.words(further)?;
            let (next, named) = words.split_last()?;
            sectors.extend(named.iter().filter(|sector| **sector < LAST_SECTOR));
            further = *next;
        }
        None
    }
}

/// Whether the chain from every sector ends.
fn all_end(table: &[u32]) -> bool {
    // 0: not seen, 1: on the chain being followed, 2: its chain ends.
    let mut seen = vec![0u8; table.len()];
    for start in 0..table.len() {
        let mut chain = Vec::new();
        let mut at = start;
        while let Some(0) = seen.get(at) {
            seen[at] = 1;
            chain.push(at);
            at = table[at] as usize;
        }
        if seen.get(at) == Some(&1) {
            return false;
        }
        chain.into_iter().for_each(|sector| seen[sector] = 2);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chain_that_runs_in_a_circle_is_found() {
        const END: u32 = 0xFFFF_FFFE;
        assert!(all_end(&[1, 2, END, 2, 0xFFFF_FFFF, 99]));
        assert!(!all_end(&[1, 2, 0]));
        assert!(!all_end(&[END, 1]));
        assert_eq!(workbook(b"short"), None);
    }
}
