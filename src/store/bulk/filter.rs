//! A Bloom filter in front of the search by identity: most rows of a bulk import are new, and four bits show that without
//! a query. Of a need one identity is looked up, of a member several keys.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::model::draft::MemberDraft;
use crate::model::fields::Field;
use crate::model::folding::folded;

/// Words of a block, which is one line of the processor's cache: all bits of an identity are in one block, so that a
/// lookup waits for memory once.
const BLOCK: usize = 8;
/// Four MiB whatever the size of the import. With four bits an identity, one of 300,000 rows and some hundred of a million
/// are taken for existing when they are not.
const BLOCKS: usize = 1 << 16;

/// The identities of the rows so far; one that the filter does not have is certainly new.
#[derive(Debug)]
pub struct Filter {
    words: Vec<u64>,
}

impl Default for Filter {
    /// Has no identity.
    fn default() -> Filter {
        Filter { words: vec![0; BLOCKS * BLOCK] }
    }
}

impl Filter {
    pub fn add(&mut self, identity: i64) {
        for (word, bit) in places(identity) {
            self.words[word] |= bit;
        }
    }

    pub fn has(&self, identity: i64) -> bool {
        places(identity).iter().all(|(word, bit)| self.words[*word] & bit != 0)
    }
}

/// One of several keys of a record with this identity, numbered by `which`. They share a block, so that looking for all of
/// them waits for memory once.
fn variant(identity: i64, which: u8) -> i64 {
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

/// The keys by which rows of a roster may match earlier rows, before any of it is indexed. The rule is that of
/// docs/design.md, section 5: a later key is compared only where an earlier one is blank on either side.
#[derive(Debug, Default)]
pub struct MemberKeys {
    filter: Filter,
}

/// Which of the members with a name are meant.
#[derive(Clone, Copy)]
enum Called {
    Anybody,
    WithoutId,
    WithoutPhone,
}

impl MemberKeys {
    /// Whether an earlier row may be the same member's; remembers this one's keys.
    pub fn may_fit(&mut self, draft: &MemberDraft, digest: Option<&[u8]>) -> bool {
        let name = hash(("name", &*folded(draft.name())));
        let called = |who: Called| Some(variant(name, who as u8));
        let code = draft.values.code(Field::Code).map(|code| hash(("code", code.as_str())));
        // Any part of a digest is as good a hash as any.
        let id = digest.and_then(|digest| digest.first_chunk().copied().map(i64::from_le_bytes));
        let phone = draft.values.phone(Field::Phone).map(|phone| hash((phone.as_str(), name)));
        let by_name = match (id, phone) {
            (Some(_), _) => called(Called::WithoutId),
            (None, Some(_)) => called(Called::WithoutPhone),
            (None, None) => called(Called::Anybody),
        };
        let may_fit = [code, id, phone, by_name].into_iter().flatten().any(|key| self.filter.has(key));
        let without_id = if id.is_none() { called(Called::WithoutId) } else { None };
        let without_phone = if phone.is_none() { called(Called::WithoutPhone) } else { None };
        let own = [code, id, phone, without_id, without_phone, called(Called::Anybody)];
        own.into_iter().flatten().for_each(|key| self.filter.add(key));
        may_fit
    }
}

fn hash(key: impl Hash) -> i64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_of_an_identity_share_a_block_and_no_bits() {
        let block = |identity: i64| places(identity)[0].0 / BLOCK;
        for identity in [0, 7, i64::MAX, 0x1234_5678_9abc_def0] {
            let keys: Vec<i64> = (0..3).map(|which| variant(identity, which)).collect();
            assert!(keys.iter().all(|key| block(*key) == block(identity)));
            let mut filter = Filter::default();
            filter.add(keys[1]);
            assert_eq!(keys.iter().map(|key| filter.has(*key)).collect::<Vec<_>>(), [false, true, false]);
        }
    }

    #[test]
    fn filter_has_what_was_added_and_hardly_anything_else() {
        let spread = |number: i64| number.wrapping_mul(0x9E37_79B9_7F4A_7C15_u64 as i64) & i64::MAX;
        let mut filter = Filter::default();
        (0..100_000).for_each(|number| filter.add(spread(number)));
        assert!((0..100_000).all(|number| filter.has(spread(number))));
        assert!((100_000..200_000).filter(|number| filter.has(spread(*number))).count() < 100);
    }
}
