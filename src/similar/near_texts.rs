//! Texts as sets of character bigrams: what two of them share is what both have of what either has (Jaccard).

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::wish_text;

/// How much of two sets is shared, in thousandths: what both have of what either has.
pub type Share = u32;

/// All of it.
pub const WHOLE: u32 = 1000;

/// Texts that one thread takes at a time.
const PART: usize = 4096;

/// Texts as sets of bigrams; equal sets stand once.
#[derive(Debug, Default)]
pub struct Texts {
    /// The bigrams of all sets, one set behind the other; in each the rarest first.
    tokens: Vec<u32>,
    /// Where a set ends in `tokens`; the first begins at 0.
    ends: Vec<u32>,
    /// The set of each text.
    sets: Vec<u32>,
    /// How many different bigrams there are.
    vocabulary: usize,
}

impl Texts {
    /// Texts in the order in which they are named afterwards. A text that says nothing is near no other.
    pub fn new(texts: &[&str]) -> Texts {
        let mut names: HashMap<u64, u32, Quick> = HashMap::default();
        let mut known: HashMap<u64, u32, Quick> = HashMap::default();
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
                    all.enter(&set, &mut known);
                }
            },
        );
        all.vocabulary = names.len();
        all.rarest_first();
        all
    }

    /// Enters a text by its set.
    fn enter(&mut self, set: &[u32], known: &mut HashMap<u64, u32, Quick>) {
        let mut key = set.iter().fold(set.len() as u64, |key, token| mixed(key ^ u64::from(*token)));
        loop {
            let next = self.ends.len() as u32;
            let found = *known.entry(key).or_insert(next);
            if found == next {
                self.tokens.extend(set);
                self.ends.push(self.tokens.len() as u32);
            }
            if found == next || self.tokens_of(found) == set {
                self.sets.push(found);
                return;
            }
            // Another set has this key by chance.
            key = mixed(key + 1);
        }
    }

    /// Names the bigrams anew by how often they stand in different sets, and puts the rarest first.
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

    /// The set of a text: texts that say the same have the same.
    pub fn set_of(&self, text: usize) -> u32 {
        self.sets[text]
    }

    pub fn says_something(&self, set: u32) -> bool {
        !self.tokens_of(set).is_empty()
    }

    /// How many sets there are; they are named from 0.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// How many different bigrams there are; they are named from 0.
    pub fn vocabulary(&self) -> usize {
        self.vocabulary
    }

    /// The bigrams of a set, in ascending order.
    pub fn tokens_of(&self, set: u32) -> &[u32] {
        let begin = if set == 0 { 0 } else { self.ends[set as usize - 1] };
        &self.tokens[begin as usize..self.ends[set as usize] as usize]
    }
}

/// Does the parts of a work on all cores; `take` is given what each comes to, in their order.
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

/// Numbers that are spread already need no hash against attackers: a map of bigrams is asked millions of times.
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

/// How much two texts share.
pub fn share(one: &str, other: &str) -> Share {
    share_of(&set_of(one), &set_of(other))
}

/// Of two sorted sets.
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

/// Neighbouring characters; a text of one character has itself.
fn bigrams(chars: &[char]) -> impl Iterator<Item = u64> + '_ {
    let alone = if let [one] = chars { Some(u64::from(*one as u32)) } else { None };
    chars.windows(2).map(super::bigram).chain(alone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_those_of_the_sets() {
        assert_eq!(share("想要一辆轮椅", "希望有一辆轮椅，谢谢"), 1000);
        // 一辆 辆轮 轮椅 and 一台 台轮 轮椅.
        assert_eq!(share("一辆轮椅", "一台轮椅"), 200);
        assert_eq!(share("", ""), 0);
        assert_eq!(share("好", "好"), 1000);
    }

    #[test]
    fn equal_sets_stand_once_and_parts_keep_their_order() {
        let words: Vec<String> = (0..3 * PART)
            .map(|at| char::from_u32(0x4E00 + at as u32 % 5000).into_iter().chain(['灯']).collect())
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let texts = Texts::new(&words);
        assert_eq!(texts.count(), 5000);
        assert!((0..words.len()).all(|at| texts.set_of(at) == (at % 5000) as u32));
    }
}
