//! Which texts of many say nearly the same: all pairs, exactly, whose sets of character bigrams share enough (Jaccard).
//! A set is looked up by its rarest bigrams only (prefix filter), and a candidate is passed over where its length or the
//! places of the bigrams already rule it out (length and position filter): Xiao et al., Efficient Similarity Joins for
//! Near-Duplicate Detection, 2011.

use std::collections::HashMap;

use super::wish_text;

/// How much of two sets is shared, in thousandths: what both have of what either has.
pub type Share = u32;

/// All of it.
const WHOLE: u32 = 1000;

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
    pub fn new<'t>(texts: impl IntoIterator<Item = &'t str>) -> Texts {
        let mut names: HashMap<u64, u32> = HashMap::new();
        let mut known: HashMap<Vec<u32>, u32> = HashMap::new();
        let mut all = Texts::default();
        for text in texts {
            let mut set: Vec<u32> = bigrams(&wish_text(text))
                .map(|bigram| {
                    let next = names.len() as u32;
                    *names.entry(bigram).or_insert(next)
                })
                .collect();
            set.sort_unstable();
            set.dedup();
            let next = known.len() as u32;
            all.sets.push(*known.entry(set).or_insert_with_key(|set| {
                all.tokens.extend(set);
                all.ends.push(all.tokens.len() as u32);
                next
            }));
        }
        all.vocabulary = names.len();
        all.rarest_first();
        all
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

    fn tokens_of(&self, set: u32) -> &[u32] {
        let begin = if set == 0 { 0 } else { self.ends[set as usize - 1] };
        &self.tokens[begin as usize..self.ends[set as usize] as usize]
    }
}

/// Finds near sets, in one block of texts after the other.
#[derive(Debug)]
pub struct Join<'t> {
    texts: &'t Texts,
    at_least: Share,
    /// By bigram: the sets of this block whose prefix has it, by their place in `block`, and its place there.
    index: Vec<Vec<(u32, u32)>>,
    /// By place in the block: bigrams of the prefixes that are shared, or `RULED_OUT`.
    shared: Vec<u32>,
    touched: Vec<u32>,
}

const RULED_OUT: u32 = u32::MAX;

impl<'t> Join<'t> {
    /// Sets are near that share `at_least` thousandths, of 1 to 1000.
    pub fn new(texts: &'t Texts, at_least: Share) -> Join<'t> {
        let at_least = at_least.clamp(1, WHOLE);
        Join { texts, at_least, index: vec![Vec::new(); texts.vocabulary], shared: Vec::new(), touched: Vec::new() }
    }

    /// Tells every two different sets of `block` that are near, each pair once. `block` names sets, each once.
    pub fn near(&mut self, block: &[u32], mut tell: impl FnMut(u32, u32, Share)) {
        let mut block: Vec<u32> = block.iter().copied().filter(|set| !self.texts.tokens_of(*set).is_empty()).collect();
        block.sort_unstable_by_key(|set| (self.texts.tokens_of(*set).len(), *set));
        self.shared.clear();
        self.shared.resize(block.len(), 0);
        for (place, set) in block.iter().enumerate() {
            self.look_up(&block, *set);
            for other in std::mem::take(&mut self.touched) {
                let shared = std::mem::take(&mut self.shared[other as usize]);
                let other = block[other as usize];
                if shared == RULED_OUT {
                    continue;
                }
                let share = share_of(self.texts.tokens_of(other), self.texts.tokens_of(*set));
                if share >= self.at_least {
                    tell(other, *set, share);
                }
            }
            self.enter(place, *set);
        }
        for set in &block {
            for token in self.texts.tokens_of(*set) {
                self.index[*token as usize].clear();
            }
        }
    }

    /// Counts what the prefixes of this set and of those before it share.
    fn look_up(&mut self, block: &[u32], set: u32) {
        let tokens = self.texts.tokens_of(set);
        let prefix = tokens.len() - self.part(tokens.len()) + 1;
        for (at, token) in tokens[..prefix].iter().enumerate() {
            for (other, other_at) in &self.index[*token as usize] {
                let length = self.texts.tokens_of(block[*other as usize]).len();
                if length * (WHOLE as usize) < tokens.len() * self.at_least as usize {
                    continue;
                }
                let shared = &mut self.shared[*other as usize];
                if *shared == 0 {
                    self.touched.push(*other);
                }
                if *shared == RULED_OUT {
                    continue;
                }
                let left = (tokens.len() - at).min(length - *other_at as usize);
                let both = tokens.len() + length;
                let wanted = (both * self.at_least as usize).div_ceil((WHOLE + self.at_least) as usize);
                *shared = if *shared as usize + left >= wanted { *shared + 1 } else { RULED_OUT };
            }
        }
    }

    /// Enters a set under the bigrams by which longer ones must find it.
    fn enter(&mut self, place: usize, set: u32) {
        let tokens = self.texts.tokens_of(set);
        let wanted = (tokens.len() * 2 * self.at_least as usize).div_ceil((WHOLE + self.at_least) as usize);
        for (at, token) in tokens[..tokens.len() - wanted + 1].iter().enumerate() {
            self.index[*token as usize].push((place as u32, at as u32));
        }
    }

    /// The least length of a set that is near one of `length`.
    fn part(&self, length: usize) -> usize {
        (length * self.at_least as usize).div_ceil(WHOLE as usize)
    }
}

/// How much two texts share.
pub fn share(one: &str, other: &str) -> Share {
    let set = |text: &str| {
        let mut set: Vec<u64> = bigrams(&wish_text(text)).collect();
        set.sort_unstable();
        set.dedup();
        set
    };
    share_of(&set(one), &set(other))
}

/// Of two sorted sets.
fn share_of<T: Ord>(one: &[T], other: &[T]) -> Share {
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

/// Neighbouring characters; a text of one character has itself.
fn bigrams(chars: &[char]) -> impl Iterator<Item = u64> + '_ {
    let alone = if let [one] = chars { Some(u64::from(*one as u32)) } else { None };
    chars.windows(2).map(super::bigram).chain(alone)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    type Pairs = BTreeSet<(u32, u32, Share)>;

    fn joined(texts: &Texts, at_least: Share) -> Pairs {
        let block: Vec<u32> = (0..texts.ends.len() as u32).collect();
        let mut pairs = Pairs::new();
        let mut join = Join::new(texts, at_least);
        // A second block must not see the first.
        for _ in 0..2 {
            pairs.clear();
            join.near(&block, |one, other, share| assert!(pairs.insert((one.min(other), one.max(other), share))));
        }
        pairs
    }

    #[test]
    fn shares_are_those_of_the_sets() {
        assert_eq!(share("想要一辆轮椅", "希望有一辆轮椅，谢谢"), 1000);
        // 一辆 辆轮 轮椅 and 一台 台轮 轮椅.
        assert_eq!(share("一辆轮椅", "一台轮椅"), 200);
        assert_eq!(share("", ""), 0);
        assert_eq!(share("好", "好"), 1000);
    }

    proptest! {
        #[test]
        fn all_near_pairs_are_found_and_no_other(
            texts in prop::collection::vec("[一二三四五六]{0,9}", 0..60),
            at_least in 1_u32..=1000,
        ) {
            let all = Texts::new(texts.iter().map(String::as_str));
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
            prop_assert_eq!(joined(&all, at_least), expected);
        }
    }
}
