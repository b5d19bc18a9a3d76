//! Finds the existing names most similar to a given one, and near-duplicate texts. Pure: compares characters and knows
//! nothing of what they name. Chinese text is compared by character bigrams; short names and codes by their characters
//! and by edit distances of one or two.

pub mod initials;
mod join;
pub mod near_needs;
mod near_places;
pub mod near_texts;
mod wish_text;

pub use self::near_places::near_places;
pub use self::wish_text::wish_text;

/// The candidates most similar to `wanted`, best first, at most `most`; ties keep the order of `among`. Reads `among`
/// once and holds only what it returns.
pub fn near<'a>(wanted: &str, among: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let wanted = Wanted::new(wanted);
    let mut best: Vec<(u32, &'a str)> = Vec::with_capacity(most.min(64) + 1);
    if most == 0 || wanted.chars.is_empty() {
        return Vec::new();
    }
    let mut scratch = Vec::new();
    for candidate in among {
        let bar = if best.len() < most { 0 } else { best.last().map_or(0, |(score, _)| *score) };
        let score = wanted.score(candidate, &mut scratch);
        if score <= bar || best.iter().any(|(_, kept)| *kept == candidate) {
            continue;
        }
        let at = best.partition_point(|(kept, _)| *kept >= score);
        best.insert(at, (score, candidate));
        best.truncate(most);
    }
    best.into_iter().map(|(_, candidate)| candidate).collect()
}

/// The similarity of two texts by character bigrams, from 0 to 1000. For near-duplicate contents.
pub fn alike(one: &str, other: &str) -> u32 {
    let one: Vec<char> = plain(one).collect();
    let other: Vec<char> = plain(other).collect();
    if one == other {
        return ALIKE;
    }
    dice(&sorted_bigrams(&one), &other)
}

/// Whether two names differ by exactly one typing error: a character wrong, missing or added, or two swapped.
pub fn one_slip(one: &str, other: &str) -> bool {
    let one: Vec<char> = plain(one).collect();
    let other: Vec<char> = plain(other).collect();
    one != other && slips(&one, &other, 1).is_some()
}

const ALIKE: u32 = 1000;
/// Candidates that score lower are not suggested.
const LEAST: u32 = 350;
/// Names up to this many characters are compared character by character.
const SHORT: usize = 3;
/// Longer candidates are texts, not names: comparing them is slow and useless.
const LONGEST: usize = 128;

struct Wanted {
    chars: Vec<char>,
    bigrams: Vec<u64>,
    /// A 64-bit sketch with one bit set per character, to skip unrelated candidates quickly.
    bits: u64,
    is_code: bool,
}

impl Wanted {
    fn new(text: &str) -> Wanted {
        let chars: Vec<char> = plain(text).take(LONGEST).collect();
        Wanted {
            bigrams: sorted_bigrams(&chars),
            bits: chars.iter().fold(0, |bits, c| bits | bit(*c)),
            is_code: chars.iter().all(char::is_ascii),
            chars,
        }
    }

    /// The similarity from 0 to 1000; 0 if the candidate is not near.
    fn score(&self, candidate: &str, scratch: &mut Vec<char>) -> u32 {
        if candidate.len() > LONGEST * 4 {
            return 0;
        }
        let in_common = plain(candidate).filter(|c| self.bits & bit(*c) != 0).count();
        if in_common * 3 < self.chars.len() {
            return 0;
        }
        scratch.clear();
        scratch.extend(plain(candidate));
        if *scratch == self.chars {
            return ALIKE;
        }
        if scratch.is_empty() || scratch.len() > LONGEST {
            return 0;
        }
        let score = if self.is_code {
            self.by_slips(scratch)
        } else if self.chars.len() <= SHORT {
            self.by_characters(scratch).max(self.by_part(scratch))
        } else {
            dice(&self.bigrams, scratch).max(self.by_part(scratch)).max(self.by_slips(scratch))
        };
        if score >= LEAST { score } else { 0 }
    }

    /// For codes: near if one or two typing errors apart (a character wrong, missing or added, or two swapped).
    fn by_slips(&self, other: &[char]) -> u32 {
        let allowed = if self.chars.len() <= SHORT { 1 } else { 2 };
        match slips(&self.chars, other, allowed) {
            // Two characters swapped. Scored separately from other single errors.
            Some(1) if self.chars.len() == other.len() && shared(&self.chars, other) == other.len() => 870,
            Some(slips) => 950 - 100 * slips,
            None => 0,
        }
    }

    /// For short names: near if they share half of their characters, or are one typing error apart.
    fn by_characters(&self, other: &[char]) -> u32 {
        if other.len() > SHORT + 1 {
            return 0;
        }
        let longer = self.chars.len().max(other.len());
        let shared = shared(&self.chars, other);
        let one_slip = slips(&self.chars, other, 1).is_some() && shared > 0;
        if shared * 2 < longer && !one_slip {
            return 0;
        }
        let family = if self.chars.first() == other.first() { 40 } else { 0 };
        let same_length = if self.chars.len() == other.len() { 20 } else { 0 };
        let share = u32::try_from(shared * 500 / longer).unwrap_or(0);
        350 + share + family + same_length + if one_slip { 60 } else { 0 }
    }

    /// Near if one name contains the other: `区图书馆` in `荔湾区图书馆党支部`.
    fn by_part(&self, other: &[char]) -> u32 {
        let (part, whole) =
            if self.chars.len() <= other.len() { (&self.chars[..], other) } else { (other, &self.chars[..]) };
        if part.len() < 2 || !whole.windows(part.len()).any(|window| window == part) {
            return 0;
        }
        600 + u32::try_from(part.len() * 300 / whole.len()).unwrap_or(0)
    }
}

/// The characters in lower case and half width, without blanks.
fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().map(crate::model::text::to_half_width).filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase())
}

fn bit(c: char) -> u64 {
    1 << ((c as u32).wrapping_mul(0x9E37_79B1) >> 26)
}

fn bigram(pair: &[char]) -> u64 {
    pair.iter().fold(0, |key, c| key << 32 | u64::from(*c as u32))
}

fn sorted_bigrams(chars: &[char]) -> Vec<u64> {
    let mut bigrams: Vec<u64> = chars.windows(2).map(bigram).collect();
    bigrams.sort_unstable();
    bigrams
}

/// The Sørensen–Dice coefficient of two multisets of bigrams, from 0 to 1000.
fn dice(wanted: &[u64], other: &[char]) -> u32 {
    let total = wanted.len() + other.len().saturating_sub(1);
    if total == 0 {
        return 0;
    }
    let mut theirs = sorted_bigrams(other);
    let mut both = 0;
    for bigram in wanted {
        let at = theirs.partition_point(|one| one < bigram);
        if theirs.get(at) == Some(bigram) {
            theirs.remove(at);
            both += 1;
        }
    }
    u32::try_from(both * 2 * ALIKE as usize / total).unwrap_or(ALIKE)
}

/// The size of the intersection of two multisets of characters.
fn shared(one: &[char], other: &[char]) -> usize {
    let mut rest: Vec<char> = other.to_vec();
    one.iter()
        .filter(|c| match rest.iter().position(|have| have == *c) {
            Some(at) => {
                rest.swap_remove(at);
                true
            }
            None => false,
        })
        .count()
}

/// The number of typing errors between two names; `None` if there are more than `allowed`.
fn slips(one: &[char], other: &[char], allowed: u32) -> Option<u32> {
    let most = allowed as usize;
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let begin = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[begin..], &other[begin..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);
    if one.len().max(other.len()) > most * 2 {
        // The differing middle part is too long for that few adjacent errors; only scattered wrong characters can
        // still explain it.
        let apart = one.len() == other.len() && one.iter().zip(other).filter(|(a, b)| a != b).count() <= most;
        return apart.then_some(allowed);
    }
    let slips = distance(one, other);
    (slips <= most).then(|| u32::try_from(slips).unwrap_or(allowed))
}

/// Restricted Damerau–Levenshtein distance of two very short texts.
fn distance(one: &[char], other: &[char]) -> usize {
    let width = other.len() + 1;
    let mut table: Vec<usize> = (0..width * (one.len() + 1)).map(|at| if at < width { at } else { 0 }).collect();
    for row in 1..=one.len() {
        table[row * width] = row;
        for column in 1..width {
            let same = one[row - 1] == other[column - 1];
            let above = (row - 1) * width + column;
            let mut least = (table[above] + 1).min(table[row * width + column - 1] + 1);
            least = least.min(table[above - 1] + usize::from(!same));
            let swapped =
                row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
            if swapped {
                least = least.min(table[(row - 2) * width + column - 2] + 1);
            }
            table[row * width + column] = least;
        }
    }
    table[one.len() * width + other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_sharing_half_their_characters_are_near() {
        assert_eq!(near("张玮", ["李伟", "张伟", "王刚"], 3), ["张伟"]);
        assert_eq!(near("欧阳婧", ["阮明", "欧阳静", "欧阳"], 2), ["欧阳静", "欧阳"]);
        assert_eq!(near("伍 艳", ["伍艳"], 1), ["伍艳"]);
        assert!(near("曾勇", ["林玲琴", "阮明"], 5).is_empty());
    }

    #[test]
    fn organisations_are_near_by_containment_and_by_bigrams() {
        let orgs = ["荔湾区教育局党委", "荔湾区图书馆党支部", "广州市公安局党委", "荔湾区人民医院党委"];
        assert_eq!(near("区图书馆", orgs, 1), ["荔湾区图书馆党支部"]);
        assert_eq!(near("荔湾教育局", orgs, 1), ["荔湾区教育局党委"]);
        assert!(near("火星办事处党支部", ["蟠虬社区"], 3).is_empty());
    }

    #[test]
    fn codes_are_near_when_one_or_two_errors_apart() {
        let codes: Vec<String> = (1..2000).map(|n| format!("JH-W{n:06}")).collect();
        let all = || codes.iter().map(String::as_str);
        assert_eq!(near("JH-W00017", all(), 1), ["JH-W000017"]);
        assert_eq!(near("ＪＨ－Ｗ００００１７", all(), 1), ["JH-W000017"]);
        assert!(near("JH-W001071", all(), 4).contains(&"JH-W001017"), "two digits swapped");
        assert!(near("XX", all(), 3).is_empty());
    }

    #[test]
    fn order_is_stable_and_results_are_distinct() {
        assert_eq!(near("陈一", ["陈二", "陈三", "陈二", "陈四"], 2), ["陈二", "陈三"]);
        assert!(near("", ["陈二"], 2).is_empty());
        assert!(near("陈", ["陈二"], 0).is_empty());
    }

    #[test]
    fn near_duplicates_score_high_and_unrelated_texts_low() {
        assert_eq!(alike("希望有一台微波炉", "希望有一台 微波炉"), 1000);
        assert!(alike("希望有一台微波炉，方便为孩子热饭", "希望有一台微波炉，方便给孩子热饭") > 800);
        assert!(alike("希望有一台微波炉", "家里水管漏水") < 200);
    }

    #[test]
    fn swapped_characters_count_as_one_slip() {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        assert_eq!(slips(&chars("abcd"), &chars("abdc"), 2), Some(1));
        assert_eq!(slips(&chars("abcd"), &chars("abcd"), 2), Some(0));
        assert_eq!(slips(&chars("1xxxx2"), &chars("3xxxx4"), 2), Some(2));
        assert_eq!(slips(&chars("abc"), &chars("xyz"), 2), None);
    }
}
