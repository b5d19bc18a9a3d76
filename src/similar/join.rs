//! An exact set similarity join: finds every pair of similar sets. A set is looked up by its rarest bigrams only
//! (prefix filter); a candidate is skipped if its length, the positions of the bigrams, or the sketches of both rule it
//! out. After Xiao et al., Efficient Similarity Joins for Near-Duplicate Detection, 2011, and Sandes et al., A Bitmap
//! Filter for Speeding Up Exact Set Similarity Joins, 2020.

use super::near_texts::{Share, Texts, WHOLE, in_threads, share_of};

/// Blocks up to this many sets are compared pair by pair: with sketches that is faster than building an index.
const SMALL: usize = 512;
/// The number of sets that one thread looks up at a time.
const PART: usize = 1024;
/// The number of sketches that are compared at once.
const LANES: usize = 8;

/// Two sets, the shorter one first, and their similarity.
pub type Pair = (u32, u32, Share);

/// Finds pairs of similar sets, block by block.
#[derive(Debug)]
pub struct Join<'t> {
    texts: &'t Texts,
    at_least: usize,
    /// A bitmap per set in which each bigram flips one bit, so two sets differ in at most as many bits as bigrams.
    sketches: Vec<u64>,
}

impl<'t> Join<'t> {
    /// Two sets are similar if their Jaccard similarity is `at_least` thousandths, from 1 to 1000.
    pub fn new(texts: &'t Texts, at_least: Share) -> Join<'t> {
        let bit = |token: &u32| 1_u64 << (token.wrapping_mul(0x9E37_79B1) >> 26);
        let sketch = |set: u32| texts.tokens_of(set).iter().fold(0, |sketch, token| sketch ^ bit(token));
        let sketches = (0..texts.count() as u32).map(sketch).collect();
        Join { texts, at_least: at_least.clamp(1, WHOLE) as usize, sketches }
    }

    /// Every pair of different, similar sets of `block`, once each and in a deterministic order. No set may be in
    /// `block` twice.
    pub fn near(&self, block: &[u32]) -> Vec<Pair> {
        let mut block: Vec<u32> = block.iter().copied().filter(|set| self.texts.is_not_empty(*set)).collect();
        block.sort_unstable_by_key(|set| (self.length(*set), *set));
        if block.len() <= SMALL {
            return self.pair_by_pair(&block);
        }
        let index = Index::new(self, &block);
        let mut near = Vec::new();
        let parts = (0..block.len()).step_by(PART).map(|from| from..(from + PART).min(block.len())).collect();
        in_threads(parts, |part| index.look_up(part), |found| near.extend(found));
        near
    }

    fn pair_by_pair(&self, block: &[u32]) -> Vec<Pair> {
        let mut near = Vec::new();
        for (place, set) in block.iter().enumerate() {
            let least = self.min_length(self.length(*set));
            let begin = block[..place].partition_point(|other| self.length(*other) < least);
            for other in &block[begin..place] {
                self.compare(*other, *set, &mut near);
            }
        }
        near
    }

    fn compare(&self, other: u32, set: u32, near: &mut Vec<Pair>) {
        let differ = (self.sketches[other as usize] ^ self.sketches[set as usize]).count_ones() as usize;
        if differ > self.max_difference(self.length(other) + self.length(set)) {
            return;
        }
        let share = share_of(self.texts.tokens_of(other), self.texts.tokens_of(set));
        if share as usize >= self.at_least {
            near.push((other, set, share));
        }
    }

    fn length(&self, set: u32) -> usize {
        self.texts.tokens_of(set).len()
    }

    /// The minimum length of a shorter set that is similar to one of `length`.
    fn min_length(&self, length: usize) -> usize {
        (length * self.at_least).div_ceil(WHOLE as usize)
    }

    /// The minimum number of shared bigrams of two similar sets with `both` bigrams in all.
    fn min_shared(&self, both: usize) -> usize {
        (both * self.at_least).div_ceil(WHOLE as usize + self.at_least)
    }

    /// The maximum number of differing bigrams of two similar sets with `both` bigrams in all. Monotonic in `both`.
    fn max_difference(&self, both: usize) -> usize {
        both * (WHOLE as usize - self.at_least) / (WHOLE as usize + self.at_least)
    }
}

/// An inverted index of the sets of a block by the bigrams of their prefixes.
struct Index<'j, 't> {
    join: &'j Join<'t>,
    /// The sets, in ascending order of length.
    block: &'j [u32],
    /// For each bigram the index of its first entry, and one more element for the end.
    begins: Vec<u32>,
    sketches: Vec<u64>,
    /// The position of the set in the block, and of the bigram in the set.
    entries: Vec<(u32, u32)>,
}

impl<'j, 't> Index<'j, 't> {
    fn new(join: &'j Join<'t>, block: &'j [u32]) -> Index<'j, 't> {
        let prefix = |set: u32| {
            let tokens = join.texts.tokens_of(set);
            &tokens[..tokens.len() - join.min_shared(2 * tokens.len()) + 1]
        };
        let mut begins = vec![0_u32; join.texts.vocabulary() + 1];
        for token in block.iter().flat_map(|set| prefix(*set)) {
            begins[*token as usize + 1] += 1;
        }
        for at in 1..begins.len() {
            begins[at] += begins[at - 1];
        }
        let all = begins.last().map_or(0, |all| *all as usize);
        let (mut sketches, mut entries, mut next) = (vec![0; all], vec![(0, 0); all], begins.clone());
        for (place, set) in (0..).zip(block) {
            for (at, token) in (0..).zip(prefix(*set)) {
                let entry = next[*token as usize] as usize;
                next[*token as usize] += 1;
                sketches[entry] = join.sketches[*set as usize];
                entries[entry] = (place, at);
            }
        }
        Index { join, block, begins, sketches, entries }
    }

    /// The pairs of the sets at these positions with similar sets before them in the block.
    fn look_up(&self, places: std::ops::Range<usize>) -> Vec<Pair> {
        let mut near = Vec::new();
        let mut met = vec![u32::MAX; places.end];
        for place in places {
            let set = self.block[place];
            let tokens = self.join.texts.tokens_of(set);
            let (least, sketch) = (self.join.min_length(tokens.len()), self.join.sketches[set as usize]);
            let first = self.block[..place].partition_point(|other| self.join.length(*other) < least) as u32;
            let most = self.join.max_difference(2 * tokens.len()) as u32;
            for (at, token) in tokens[..tokens.len() - least + 1].iter().enumerate() {
                let (begin, end) = (self.begins[*token as usize] as usize, self.begins[*token as usize + 1] as usize);
                let entries = &self.entries[begin..end];
                let from = begin + entries.partition_point(|(other, _)| *other < first);
                let until = begin + entries.partition_point(|(other, _)| (*other as usize) < place);
                alike(&self.sketches[from..until], sketch, most, |entry| {
                    let (other, other_at) = self.entries[from + entry];
                    // The first shared bigram of the prefixes: only bigrams from here on can be shared.
                    if std::mem::replace(&mut met[other as usize], place as u32) != place as u32 {
                        let other = self.block[other as usize];
                        let length = self.join.length(other);
                        let left = (tokens.len() - at).min(length - other_at as usize);
                        if left >= self.join.min_shared(tokens.len() + length) {
                            self.join.compare(other, set, &mut near);
                        }
                    }
                });
            }
        }
        near
    }
}

/// Calls `found` with the index of each sketch that differs from `one` in at most `most` bits.
fn alike(sketches: &[u64], one: u64, most: u32, mut found: impl FnMut(usize)) {
    let is_alike = |sketch: u64| (sketch ^ one).count_ones() <= most;
    let (lanes, rest) = sketches.as_chunks::<LANES>();
    for (at, some) in lanes.iter().enumerate() {
        // All lanes at once, which compiles to vector instructions; matches are rare.
        let hits = some.map(is_alike);
        if hits.contains(&true) {
            hits.iter().enumerate().filter(|(_, hit)| **hit).for_each(|(lane, _)| found(at * LANES + lane));
        }
    }
    let from = sketches.len() - rest.len();
    rest.iter().enumerate().filter(|(_, sketch)| is_alike(**sketch)).for_each(|(at, _)| found(from + at));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::similar::near_texts::share;

    type Pairs = BTreeSet<Pair>;

    fn joined(texts: &Texts, at_least: Share) -> [Pairs; 2] {
        let block: Vec<u32> = (0..texts.count() as u32).filter(|set| texts.is_not_empty(*set)).collect();
        let join = Join::new(texts, at_least);
        let ordered = |found: Vec<Pair>| -> Pairs {
            let count = found.len();
            let pairs: Pairs = found.into_iter().map(|(one, other, it)| (one.min(other), one.max(other), it)).collect();
            assert_eq!(pairs.len(), count, "a pair was found twice");
            pairs
        };
        let mut by_length = block.clone();
        by_length.sort_unstable_by_key(|set| (join.length(*set), *set));
        let index = Index::new(&join, &by_length);
        [ordered(join.near(&block)), ordered(index.look_up(0..by_length.len()))]
    }

    proptest! {
        #[test]
        fn join_finds_exactly_the_similar_pairs(
            texts in prop::collection::vec("[一二三四五六]{0,9}", 0..60),
            at_least in 1_u32..=1000,
        ) {
            let contents: Vec<&str> = texts.iter().map(String::as_str).collect();
            let all = Texts::new(&contents);
            let mut expected = Pairs::new();
            for (at, one) in texts.iter().enumerate() {
                for (other_at, other) in texts.iter().enumerate().skip(at + 1) {
                    let (one_set, other_set) = (all.set_of(at), all.set_of(other_at));
                    let share = share(one, other);
                    if one_set != other_set && share >= at_least {
                        expected.insert((one_set.min(other_set), one_set.max(other_set), share));
                    }
                }
            }
            for found in joined(&all, at_least) {
                prop_assert_eq!(&found, &expected);
            }
        }
    }
}
