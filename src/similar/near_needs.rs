//! Which needs repeat an earlier one: those of one wisher or household wherever they were handed in, and those of one
//! community; everywhere where that is asked.

use super::join::Join;
use super::near_texts::{Share, Texts};
use crate::model::words::NeedKind;

/// A need as it is compared; in the order in which they came in.
#[derive(Debug, Clone)]
pub struct Said<'t> {
    pub kind: NeedKind,
    pub text: &'t str,
    /// Where: the community, or what stands for it.
    pub community: i64,
    /// Whose, where that is known: equal for one wisher.
    pub wisher: Option<u64>,
    /// Of which household, where that is known.
    pub household: Option<u64>,
}

/// An earlier need that says nearly the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// Its place among the needs that were compared.
    pub earlier: u32,
    pub share: Share,
    /// It is of the same wisher or household.
    pub same_wisher: bool,
}

/// What a need repeats.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Repeats {
    /// Those of the same wisher first, then the nearest, then the earliest.
    pub near: Vec<Near>,
    /// There are more than are named.
    pub more: bool,
}

/// For each need the earlier ones that share `at_least` thousandths with it, at most `most` of them.
pub fn repeats(needs: &[Said<'_>], at_least: Share, everywhere: bool, most: usize) -> Vec<Repeats> {
    let said: Vec<&str> = needs.iter().map(|need| need.text).collect();
    let texts = Texts::new(&said);
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

/// The needs of each key, in their order; those that stand alone are left out.
fn blocks<K: Ord>(needs: &[Said<'_>], key: impl Fn(&Said<'_>) -> Option<K>) -> Vec<Vec<u32>> {
    let mut keyed: Vec<(K, u32)> = (0..).zip(needs).filter_map(|(place, need)| Some((key(need)?, place))).collect();
    keyed.sort_unstable();
    let blocks = keyed.chunk_by(|one, other| one.0 == other.0).filter(|block| block.len() > 1);
    blocks.map(|block| block.iter().map(|(_, place)| *place).collect()).collect()
}

/// Adds what the needs of a block repeat of one another.
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
        if alike.len() > 1 && texts.says_something(set) {
            near.push((set, set, super::ALIKE));
        }
    }
    for (one, other, share) in join.near(&sets) {
        near.extend([(one, other, share), (other, one, share)]);
    }
    // The nearest of each set first, of equally near ones the earliest.
    near.sort_unstable_by_key(|(one, other, share)| (*one, std::cmp::Reverse(*share), of(*other)[0].1));
    for near in near.chunk_by(|one, other| one.0 == other.0) {
        for (_, need) in of(near[0].0) {
            let repeats = &mut found[*need as usize];
            let known = |repeats: &Repeats, earlier| repeats.near.iter().any(|near| near.earlier == earlier);
            let mut added = 0;
            let earlier_ones = near.iter().flat_map(|(_, other, share)| {
                of(*other).iter().take_while(|(_, earlier)| earlier < need).map(|(_, earlier)| (*earlier, *share))
            });
            for (earlier, share) in earlier_ones {
                if known(repeats, earlier) {
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

    fn said(text: &str, community: i64, wisher: u64, household: Option<u64>) -> Said<'_> {
        Said { kind: NeedKind::Wish, text, community, wisher: Some(wisher), household }
    }

    fn told(needs: &[Said<'_>], everywhere: bool) -> Vec<Vec<(u32, bool)>> {
        let found = repeats(needs, 700, everywhere, 10);
        found.iter().map(|one| one.near.iter().map(|near| (near.earlier, near.same_wisher)).collect()).collect()
    }

    #[test]
    fn a_community_a_wisher_and_a_household_are_blocks() {
        let needs = [
            said("想要一辆轮椅", 1, 1, None),
            said("希望有一辆轮椅，谢谢", 1, 2, Some(7)),
            said("一辆轮椅", 2, 1, None),
            said("需要一辆轮椅", 3, 3, Some(7)),
            said("一台微波炉", 1, 1, None),
        ];
        let expected = [vec![], vec![(0, false)], vec![(0, true)], vec![(1, true)], vec![]];
        assert_eq!(told(&needs, false), expected);
        let everywhere =
            [vec![], vec![(0, false)], vec![(0, true), (1, false)], vec![(1, true), (0, false), (2, false)], vec![]];
        assert_eq!(told(&needs, true), everywhere);
    }

    #[test]
    fn kinds_are_apart_and_what_says_nothing_is_near_nothing() {
        let project = Said { kind: NeedKind::Project, ..said("一辆轮椅", 1, 1, None) };
        let needs = [said("一辆轮椅", 1, 1, None), project, said("，", 1, 1, None), said("。", 1, 1, None)];
        assert!(told(&needs, true).iter().all(Vec::is_empty));
    }

    #[test]
    fn the_nearest_are_named_and_that_there_are_more() {
        let needs: Vec<Said<'_>> = (0..6).map(|wisher| said("一辆轮椅", 1, wisher, None)).collect();
        let found = repeats(&needs, 700, false, 2);
        assert_eq!(found[5].near.iter().map(|near| near.earlier).collect::<Vec<_>>(), [0, 1]);
        assert!(found[5].more && !found[2].more);
    }
}
