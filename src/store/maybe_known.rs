//! A filter in front of the search by identity: most rows of a bulk import are new, and a bit says so without asking.

use crate::store::Session;

/// Words of a block, one line of the processor's cache: all bits of an identity stand in one block, so that a look
/// waits for memory once.
const BLOCK: usize = 8;
/// Four MiB whatever the import. Four bits an identity: of 300,000 rows one, of a million some hundred are taken for
/// known when they are not (a Bloom filter).
const BLOCKS: usize = 1 << 16;

/// The identities that may be in the office file; those it does not have are surely not.
#[derive(Debug)]
pub struct MaybeKnown {
    words: Vec<u64>,
}

impl Default for MaybeKnown {
    /// Knows nothing.
    fn default() -> MaybeKnown {
        MaybeKnown { words: vec![0; BLOCKS * BLOCK] }
    }
}

impl MaybeKnown {
    pub fn load(conn: &Session) -> anyhow::Result<MaybeKnown> {
        let mut known = MaybeKnown::default();
        let mut statement = conn.prepare("SELECT identity FROM need")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            known.add(row.get(0)?);
        }
        Ok(known)
    }

    pub fn add(&mut self, identity: i64) {
        for (word, bit) in places(identity) {
            self.words[word] |= bit;
        }
    }

    /// Looks identities up without asking: where the filter lies in far memory a look takes as long as forty do that
    /// wait for no answer.
    pub fn fetch(&self, identities: impl Iterator<Item = i64>) {
        std::hint::black_box(identities.filter(|identity| self.has(*identity)).count());
    }

    pub fn has(&self, identity: i64) -> bool {
        places(identity).iter().all(|(word, bit)| self.words[*word] & bit != 0)
    }
}

/// One of several keys of what has this identity, told apart by `which`. They share a block, so that looking for all of
/// them waits for memory once.
pub fn beside(identity: i64, which: u8) -> i64 {
    let apart = (u64::from(which).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 1) as i64;
    identity ^ (apart & !(BLOCKS as i64 - 1))
}

/// The words and bits of an identity. Identities are digests: any of their bits are as good as any.
fn places(identity: i64) -> [(usize, u64); 4] {
    let identity = identity as u64;
    let block = (identity % BLOCKS as u64) as usize * BLOCK;
    [16, 25, 34, 43].map(|shift| {
        let bit = (identity >> shift) % (BLOCK as u64 * 64);
        (block + (bit / 64) as usize, 1 << (bit % 64))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_beside_each_other_share_a_block_and_nothing_else() {
        let block = |identity: i64| places(identity)[0].0 / BLOCK;
        for identity in [0, 7, i64::MAX, 0x1234_5678_9abc_def0] {
            let keys: Vec<i64> = (0..3).map(|which| beside(identity, which)).collect();
            assert!(keys.iter().all(|key| block(*key) == block(identity)));
            let mut known = MaybeKnown::default();
            known.add(keys[1]);
            assert_eq!(keys.iter().map(|key| known.has(*key)).collect::<Vec<_>>(), [false, true, false]);
        }
    }

    #[test]
    fn what_was_added_is_known_and_hardly_anything_else_is() {
        let spread = |number: i64| number.wrapping_mul(0x9E37_79B9_7F4A_7C15_u64 as i64) & i64::MAX;
        let mut known = MaybeKnown::default();
        (0..100_000).for_each(|number| known.add(spread(number)));
        assert!((0..100_000).all(|number| known.has(spread(number))));
        assert!((100_000..200_000).filter(|number| known.has(spread(*number))).count() < 100);
    }
}
