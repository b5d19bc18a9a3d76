//! Finds needs that repeat an earlier one: of the same wisher or household in any community, and of anybody in the same
//! community, or on request anywhere.

use super::join::Join;
use super::near_texts::{Share, Texts};
use crate::model::words::NeedKind;

/// What is compared of a need. Needs are given in the order in which they came in.
#[derive(Debug, Clone)]
pub struct NeedText<'t> {
    pub kind: NeedKind,
    pub text: &'t str,
    /// The community, or the narrowest place given instead of one.
    pub community: i64,
    /// The same number for the same wisher, if there is one.
    pub wisher: Option<u64>,
    /// The same number for the same household, if there is one.
    pub household: Option<u64>,
}

/// An earlier need with nearly the same text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// Its index among the needs that were compared.
    pub earlier: u32,
    pub share: Share,
    /// Whether it is of the same wisher or household.
    pub same_wisher: bool,
}

/// The earlier needs that a need repeats.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Repeats {
    /// Those of the same wisher first, then by descending similarity, then the earliest.
    pub near: Vec<Near>,
    /// Whether there are more than `near` lists.
    pub more: bool,
}

/// For each need the earlier ones whose similarity is `at_least` thousandths, at most `most` of them.
pub fn repeats(needs: &[NeedText<'_>], at_least: Share, everywhere: bool, most: usize) -> Vec<Repeats> {
    let contents: Vec<&str> = needs.iter().map(|need| need.text).collect();
    let texts = Texts::new(&contents);
    let join = Join::new(&texts, at_least);
    let mut found: Vec<Repeats> = vec![Repeats::default(); needs.len()];
    let mut in_blocks = |blocks: Vec<Vec<u32>>, same_wisher: bool| {
        blocks.iter().for_each(|block| in_block(&texts, &join, block, same_wisher, most, &mut found));
    };
    in_blocks(blocks(needs, |need| Some((need.kind, need.wisher?))), true);
    in_blocks(blocks(needs, |need| Some((need.kind, need.household?))), true);
    in_blocks(blocks(needs, |need| Some((need.kind, if everywhere { 0 } else { need.community }))), false);
    for repeats in &mut found {
        repeats.near.sort_by_key(|near| (!near.same_wisher, std::cmp::Reverse(near.share), near.earlier));
        repeats.more |= repeats.near.len() > most;
        repeats.near.truncate(most);
    }
    found
}

/// Groups the needs by key, in their order; groups of one are left out.
fn blocks<K: Ord>(needs: &[NeedText<'_>], key: impl Fn(&NeedText<'_>) -> Option<K>) -> Vec<Vec<u32>> {
    let mut keyed: Vec<(K, u32)> = (0..).zip(needs).filter_map(|(place, need)| Some((key(need)?, place))).collect();
    keyed.sort_unstable();
    let blocks = keyed.chunk_by(|one, other| one.0 == other.0).filter(|block| block.len() > 1);
    blocks.map(|block| block.iter().map(|(_, place)| *place).collect()).collect()
}

/// Adds to `found` the similar pairs within a block.
fn in_block(texts: &Texts, join: &Join<'_>, block: &[u32], same_wisher: bool, most: usize, found: &mut [Repeats]) {
    let mut members: Vec<(u32, u32)> = block.iter().map(|need| (texts.set_of(*need as usize), *need)).collect();
    members.sort_unstable();
    let of = |set: u32| {
        let begin = members.partition_point(|(other, _)| *other < set);
        &members[begin..begin + members[begin..].partition_point(|(other, _)| *other == set)]
    };
    let (mut sets, mut near) = (Vec::new(), Vec::new());
    for alike in members.chunk_by(|one, other| one.0 == other.0) {
        let set = alike[0].0;
        sets.push(set);
        if alike.len() > 1 && texts.is_not_empty(set) {
            near.push((set, set, super::ALIKE));
        }
    }
    for (one, other, share) in join.near(&sets) {
        near.extend([(one, other, share), (other, one, share)]);
    }
    // By descending similarity within each set; ties by the earliest need.
    near.sort_unstable_by_key(|(one, other, share)| (*one, std::cmp::Reverse(*share), of(*other)[0].1));
    for near in near.chunk_by(|one, other| one.0 == other.0) {
        for (_, need) in of(near[0].0) {
            let repeats = &mut found[*need as usize];
            let is_listed = |repeats: &Repeats, earlier| repeats.near.iter().any(|near| near.earlier == earlier);
            let mut added = 0;
            let earlier_ones = near.iter().flat_map(|(_, other, share)| {
                of(*other).iter().take_while(|(_, earlier)| earlier < need).map(|(_, earlier)| (*earlier, *share))
            });
            for (earlier, share) in earlier_ones {
                if is_listed(repeats, earlier) {
                    continue;
                }
                if added == most {
                    repeats.more = true;
                    break;
                }
                repeats.near.push(Near { earlier, share, same_wisher });
                added += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(text: &str, community: i64, wisher: u64, household: Option<u64>) -> NeedText<'_> {
        NeedText { kind: NeedKind::Wish, text, community, wisher: Some(wisher), household }
    }

    fn found(needs: &[NeedText<'_>], everywhere: bool) -> Vec<Vec<(u32, bool)>> {
        let found = repeats(needs, 700, everywhere, 10);
        found.iter().map(|one| one.near.iter().map(|near| (near.earlier, near.same_wisher)).collect()).collect()
    }

    #[test]
    fn community_wisher_and_household_are_compared_separately() {
        let needs = [
            need("想要一辆轮椅", 1, 1, None),
            need("希望有一辆轮椅，谢谢", 1, 2, Some(7)),
            need("一辆轮椅", 2, 1, None),
            need("需要一辆轮椅", 3, 3, Some(7)),
            need("一台微波炉", 1, 1, None),
        ];
        let expected = [vec![], vec![(0, false)], vec![(0, true)], vec![(1, true)], vec![]];
        assert_eq!(found(&needs, false), expected);
        let everywhere =
            [vec![], vec![(0, false)], vec![(0, true), (1, false)], vec![(1, true), (0, false), (2, false)], vec![]];
        assert_eq!(found(&needs, true), everywhere);
    }

    #[test]
    fn other_kinds_and_empty_texts_are_not_near() {
        let project = NeedText { kind: NeedKind::Project, ..need("一辆轮椅", 1, 1, None) };
        let needs = [need("一辆轮椅", 1, 1, None), project, need("，", 1, 1, None), need("。", 1, 1, None)];
        assert!(found(&needs, true).iter().all(Vec::is_empty));
    }

    #[test]
    fn nearest_are_listed_and_more_is_flagged() {
        let needs: Vec<NeedText<'_>> = (0..6).map(|wisher| need("一辆轮椅", 1, wisher, None)).collect();
        let found = repeats(&needs, 700, false, 2);
        assert_eq!(found[5].near.iter().map(|near| near.earlier).collect::<Vec<_>>(), [0, 1]);
        assert!(found[5].more && !found[2].more);
    }
}
