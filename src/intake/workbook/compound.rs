//! The container of an xls, looked through before anything reads it: in a damaged one chains of sectors may run in
//! circles, and who follows them never ends. Knows sectors ([MS-CFB] 2), nothing of workbooks.

const HEADER: usize = 512;
/// Sectors of the allocation table that the header names itself.
const NAMED: std::ops::Range<usize> = 76..HEADER;
/// What an allocation table says of a sector, other than the next one: the end of a chain, or none.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

/// Whether every chain of sectors ends.
pub fn is_sound(bytes: &[u8]) -> bool {
    let Some(shift) = bytes.get(30..32).map(|two| u16::from_le_bytes([two[0], two[1]])) else { return false };
    if !matches!(shift, 9 | 12) || bytes.len() < HEADER {
        return false;
    }
    let file = Sectors { bytes, shift };
    let Some(table) = file.table() else { return false };
    if !all_end(&table) {
        return false;
    }
    let mut small = Vec::new();
    let mut sector = file.word(60);
    while let Some(next) = sector.filter(|sector| *sector < LAST_SECTOR) {
        let Some(words) = file.sector(next) else { return false };
        small.extend(words);
        sector = table.get(next as usize).copied();
    }
    all_end(&small)
}

struct Sectors<'b> {
    bytes: &'b [u8],
    shift: u16,
}

impl Sectors<'_> {
    fn word(&self, at: usize) -> Option<u32> {
        let four = self.bytes.get(at..at + 4)?;
        Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
    }

    /// A sector's words; the last one of a file may be cut short.
    fn sector(&self, sector: u32) -> Option<Vec<u32>> {
        let size = 1usize << self.shift;
        let start = (sector as usize).checked_add(1)?.checked_mul(size)?;
        let end = start.checked_add(size)?.min(self.bytes.len());
        let words = self.bytes.get(start..end)?.chunks_exact(4);
        Some(words.map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect())
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
                    table.extend(self.sector(sector)?);
                }
                return Some(table);
            }
            let words = self.sector(further)?;
            let (next, named) = words.split_last()?;
            sectors.extend(named.iter().filter(|sector| **sector < LAST_SECTOR));
            further = *next;
        }
        None
    }
}

/// Whether nobody who follows the table from any sector comes by the same one twice.
fn all_end(table: &[u32]) -> bool {
    // 0: not seen, 1: on the way that is being followed, 2: known to end.
    let mut seen = vec![0u8; table.len()];
    for start in 0..table.len() {
        let mut way = Vec::new();
        let mut at = start;
        while let Some(0) = seen.get(at) {
            seen[at] = 1;
            way.push(at);
            at = table[at] as usize;
        }
        if seen.get(at) == Some(&1) {
            return false;
        }
        way.into_iter().for_each(|sector| seen[sector] = 2);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_that_run_in_circles_are_found() {
        const END: u32 = 0xFFFF_FFFE;
        assert!(all_end(&[1, 2, END, 2, 0xFFFF_FFFF, 99]));
        assert!(!all_end(&[1, 2, 0]));
        assert!(!all_end(&[END, 1]));
        assert!(!is_sound(b"short"));
    }
}
