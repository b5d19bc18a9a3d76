//! Texts as sets of character bigrams, compared by Jaccard similarity.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::wish_text;

/// The Jaccard similarity of two sets, in thousandths.
pub type Share = u32;

/// The similarity of equal sets.
pub const WHOLE: u32 = 1000;

/// The number of texts that one thread takes at a time.
const PART: usize = 4096;

/// Texts as sets of bigrams; equal sets are stored once.
#[derive(Debug, Default)]
pub struct Texts {
    /// The bigrams of all sets, concatenated; each set begins with its rarest bigram.
    tokens: Vec<u32>,
    /// The end of each set in `tokens`; the first begins at 0.
    ends: Vec<u32>,
    /// The number of the set of each text.
    sets: Vec<u32>,
    /// The number of different bigrams.
    vocabulary: usize,
}

impl Texts {
    /// Texts are referred to by their index. A text without letters or digits has an empty set, similar to no other.
    pub fn new(texts: &[&str]) -> Texts {
        let mut names: HashMap<u64, u32, Quick> = HashMap::default();
        let mut set_of_key: HashMap<u64, u32, Quick> = HashMap::default();
        let mut all = Texts::default();
        let mut set = Vec::new();
        in_threads(
            texts.chunks(PART).collect(),
            |part| part.iter().map(|text| set_of(text)).collect::<Vec<_>>(),
            |part| {
                for bigrams in part {
                    set.clear();
                    set.extend(bigrams.iter().map(|bigram| {
                        let next = names.len() as u32;
                        *names.entry(*bigram).or_insert(next)
                    }));
                    set.sort_unstable();
                    all.add(&set, &mut set_of_key);
                }
            },
        );
        all.vocabulary = names.len();
        all.rarest_first();
        all
    }

    /// Adds a text, given as its set.
    fn add(&mut self, set: &[u32], set_of_key: &mut HashMap<u64, u32, Quick>) {
        let mut key = set.iter().fold(set.len() as u64, |key, token| mixed(key ^ u64::from(*token)));
        loop {
            let next = self.ends.len() as u32;
            let found = *set_of_key.entry(key).or_insert(next);
            if found == next {
                self.tokens.extend(set);
                self.ends.push(self.tokens.len() as u32);
            }
            if found == next || self.tokens_of(found) == set {
                self.sets.push(found);
                return;
            }
            // A hash collision with another set.
            key = mixed(key + 1);
        }
    }

    /// Renumbers the bigrams by the number of sets that contain them, and sorts each set, rarest first.
    fn rarest_first(&mut self) {
        let mut counts = vec![0_u32; self.vocabulary];
        self.tokens.iter().for_each(|token| counts[*token as usize] += 1);
        let mut by_count: Vec<u32> = (0..counts.len() as u32).collect();
        by_count.sort_unstable_by_key(|token| (counts[*token as usize], *token));
        let mut rank = counts;
        by_count.iter().zip(0..).for_each(|(token, place)| rank[*token as usize] = place);
        self.tokens.iter_mut().for_each(|token| *token = rank[*token as usize]);
        let mut begin = 0;
        for end in &self.ends {
            self.tokens[begin..*end as usize].sort_unstable();
            begin = *end as usize;
        }
    }

    /// The set of a text. Texts with equal bigrams have the same set.
    pub fn set_of(&self, text: usize) -> u32 {
        self.sets[text]
    }

    pub fn is_not_empty(&self, set: u32) -> bool {
        !self.tokens_of(set).is_empty()
    }

    /// The number of sets; they are numbered from 0.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// The number of different bigrams; they are numbered from 0.
    pub fn vocabulary(&self) -> usize {
        self.vocabulary
    }

    /// The bigrams of a set, in ascending order.
    pub fn tokens_of(&self, set: u32) -> &[u32] {
        let begin = if set == 0 { 0 } else { self.ends[set as usize - 1] };
        &self.tokens[begin as usize..self.ends[set as usize] as usize]
    }
}

/// Runs `work` on all cores, one part at a time, and calls `take` with each result, in the order of the parts.
pub fn in_threads<P: Send, R: Send>(parts: Vec<P>, work: impl Fn(P) -> R + Sync, mut take: impl FnMut(R)) {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut parts = parts.into_iter();
    loop {
        let some: Vec<P> = parts.by_ref().take(threads).collect();
        if some.is_empty() {
            return;
        }
        std::thread::scope(|scope| {
            let mut some = some.into_iter();
            let first = some.next();
            let others: Vec<_> = some.map(|part| scope.spawn(|| work(part))).collect();
            first.map(&work).into_iter().for_each(&mut take);
            for other in others {
                match other.join() {
                    Ok(done) => take(done),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        });
    }
}

/// A fast hash for maps that are looked up millions of times; no attacker chooses its keys.
type Quick = BuildHasherDefault<QuickHasher>;

#[derive(Debug, Default)]
struct QuickHasher(u64);

impl Hasher for QuickHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = mixed(self.0 ^ number);
    }
}

fn mixed(number: u64) -> u64 {
    let spread = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    spread ^ (spread >> 29)
}

/// The similarity of two texts.
pub fn share(one: &str, other: &str) -> Share {
    share_of(&set_of(one), &set_of(other))
}

/// The similarity of two sorted sets.
pub fn share_of<T: Ord>(one: &[T], other: &[T]) -> Share {
    let (mut at, mut other_at, mut both) = (0, 0, 0);
    while let (Some(left), Some(right)) = (one.get(at), other.get(other_at)) {
        let order = left.cmp(right);
        at += usize::from(order.is_le());
        other_at += usize::from(order.is_ge());
        both += usize::from(order.is_eq());
    }
    let either = one.len() + other.len() - both;
    (both * WHOLE as usize).checked_div(either).unwrap_or(0) as Share
}

fn set_of(text: &str) -> Vec<u64> {
    let mut set: Vec<u64> = bigrams(&wish_text(text)).collect();
    set.sort_unstable();
    set.dedup();
    set
}

/// The bigrams of a text; a text of one character has that character instead.
fn bigrams(chars: &[char]) -> impl Iterator<Item = u64> + '_ {
    let alone = if let [one] = chars { Some(u64::from(*one as u32)) } else { None };
    chars.windows(2).map(super::bigram).chain(alone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn share_is_the_jaccard_similarity() {
        assert_eq!(share("想要一辆轮椅", "希望有一辆轮椅，谢谢"), 1000);
        // 一辆 辆轮 轮椅 and 一台 台轮 轮椅.
        assert_eq!(share("一辆轮椅", "一台轮椅"), 200);
        assert_eq!(share("", ""), 0);
        assert_eq!(share("好", "好"), 1000);
    }

    #[test]
    fn equal_sets_are_stored_once_and_parts_keep_their_order() {
        let words: Vec<String> = (0..3 * PART)
            .map(|at| char::from_u32(0x4E00 + at as u32 % 5000).into_iter().chain(['灯']).collect())
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let texts = Texts::new(&words);
        assert_eq!(texts.count(), 5000);
        assert!((0..words.len()).all(|at| texts.set_of(at) == (at % 5000) as u32));
    }
}
