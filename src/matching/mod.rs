//! Who could take on what (精准对接): as many people as possible, then fair groups, then the least distance, then fitting
//! trades, then the most urgent needs. Exact, and proved by a bound. Pure: knows places as a tree, people and needs as
//! numbers.
//!
//! People and needs of one place and one kind are alike, so the network has a node for each kind at each place, not one
//! for each person: people go up the tree, are matched where they meet a need, and needs come down from there. A flow of
//! the least cost through it is the answer; its dual value is the bound.

mod apart;
mod cost;
mod flow;
mod network;
pub mod skills;

use std::collections::HashSet;

pub use self::cost::Cost;

/// A place of the tree.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Its index among the places; parents may stand anywhere.
    pub parent: Option<usize>,
    /// How far apart people and needs are that meet here and no lower: never less than below.
    pub distance: i64,
}

#[derive(Debug, Clone, Copy)]
pub struct Person {
    pub place: usize,
    /// How many claims are missing.
    pub short: i64,
    /// A bit for each trade.
    pub trades: u32,
}

#[derive(Debug, Clone, Copy)]
pub struct Need {
    pub place: usize,
    /// How many of it are available.
    pub left: i64,
    pub trade: Option<u8>,
    /// 0 to 3: see `Cost`.
    pub urgency: u8,
}

/// What is to be matched; needs of one urgency stand in their order, the oldest first.
#[derive(Debug, Clone, Default)]
pub struct Instance {
    pub places: Vec<Place>,
    pub people: Vec<Person>,
    pub needs: Vec<Need>,
    /// The most people on one need.
    pub max_group: i64,
    /// A need that asks for a trade goes only to people who have it.
    pub must_fit: bool,
    /// Person and need that must not meet.
    pub excluded: HashSet<(usize, usize)>,
}

/// One person on one need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    pub person: usize,
    pub need: usize,
    pub distance: i64,
    /// The need asks for a trade that the person has.
    pub fits: bool,
}

/// The answer.
#[derive(Debug, Clone, Default)]
pub struct Matching {
    pub pairs: Vec<Pair>,
    pub cost: Cost,
    /// No other answer for as many as could be offered at most costs less, whoever must not meet whom.
    pub least_cost: Cost,
    /// How many claims could be offered at most.
    pub most: i64,
    /// Pairs that were dropped since nobody else could take their place.
    pub dropped: usize,
    /// Some lack several claims and not all could be had: who gets them was decided by how few they lack.
    pub is_rationed: bool,
}

/// Matches people with needs.
pub fn solve(instance: &Instance) -> Matching {
    let (people, is_rationed) = rationed(instance);
    let mut matching = network::solve(instance, &people);
    matching.is_rationed = is_rationed;
    if !instance.excluded.is_empty() {
        let wanted = matching.pairs.len();
        (matching.pairs, matching.cost) = apart::part(instance, &people, std::mem::take(&mut matching.pairs));
        matching.dropped = wanted - matching.pairs.len();
    }
    matching
}

/// Who takes part. Where claims are scarce and some lack several, those who lack least come first: more people meet the
/// quota that way.
fn rationed(instance: &Instance) -> (Vec<usize>, bool) {
    let wanted: i64 = instance.people.iter().map(|one| one.short).sum();
    let offered: i64 = instance.needs.iter().map(|one| one.left * instance.max_group.max(1)).sum();
    let mut people: Vec<usize> = (0..instance.people.len()).filter(|at| instance.people[*at].short > 0).collect();
    if wanted <= offered || instance.people.iter().all(|one| one.short <= 1) {
        return (people, false);
    }
    people.sort_by_key(|at| instance.people[*at].short);
    let mut left = offered;
    people.retain(|at| {
        left -= instance.people[*at].short;
        left >= 0
    });
    (people, true)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// City 0, two districts, three streets, five communities, one station.
    fn places() -> Vec<Place> {
        let tree: [(Option<usize>, i64); 12] = [
            (None, 3),
            (Some(0), 2),
            (Some(0), 2),
            (Some(1), 1),
            (Some(1), 1),
            (Some(2), 1),
            (Some(3), 0),
            (Some(3), 0),
            (Some(4), 0),
            (Some(5), 0),
            (Some(5), 0),
            (Some(6), 0),
        ];
        tree.map(|(parent, distance)| Place { parent, distance }).to_vec()
    }

    fn meet(places: &[Place], one: usize, other: usize) -> i64 {
        let up = |from: usize| std::iter::successors(Some(from), |at| places[*at].parent);
        up(one).find(|at| up(other).any(|above| above == *at)).map(|at| places[at].distance).unwrap()
    }

    /// Every way to give each person a need or none.
    fn by_brute_force(instance: &Instance) -> (i64, Cost) {
        let mut best = (i64::MAX, Cost::FAR);
        let mut given = vec![0; instance.people.len()];
        try_from(instance, 0, &mut given, &mut best);
        (-best.0, best.1)
    }

    fn try_from(instance: &Instance, at: usize, given: &mut Vec<usize>, best: &mut (i64, Cost)) {
        if at < instance.people.len() {
            for need in 0..=instance.needs.len() {
                given[at] = need;
                try_from(instance, at + 1, given, best);
            }
            return;
        }
        let mut taken = vec![0; instance.needs.len()];
        let (mut matched, mut cost) = (0, Cost::ZERO);
        let all = instance.people.iter().zip(given.iter()).enumerate();
        for (person_at, (person, need)) in all.filter(|(_, (_, need))| **need > 0) {
            let need_at = need - 1;
            let need = &instance.needs[need_at];
            let fits = need.trade.is_none_or(|trade| person.trades >> trade & 1 == 1);
            let is_excluded = instance.excluded.contains(&(person_at, need_at));
            if taken[need_at] >= need.left * instance.max_group || (instance.must_fit && !fits) || is_excluded {
                return;
            }
            cost.joint += taken[need_at] / need.left;
            cost.distance += meet(&instance.places, person.place, need.place);
            cost.unfit += i64::from(!fits);
            cost.urgency += i64::from(need.urgency);
            taken[need_at] += 1;
            matched -= 1;
        }
        *best = (*best).min((matched, cost));
    }

    fn cost_of(instance: &Instance, pairs: &[Pair]) -> Cost {
        let mut taken = vec![0; instance.needs.len()];
        let mut cost = Cost::ZERO;
        for pair in pairs {
            let (person, need) = (&instance.people[pair.person], &instance.needs[pair.need]);
            let fits = need.trade.is_none_or(|trade| person.trades >> trade & 1 == 1);
            assert_eq!(pair.distance, meet(&instance.places, person.place, need.place));
            cost.joint += taken[pair.need] / need.left;
            cost.distance += pair.distance;
            cost.unfit += i64::from(!fits);
            cost.urgency += i64::from(need.urgency);
            taken[pair.need] += 1;
            assert!(taken[pair.need] <= need.left * instance.max_group);
        }
        cost
    }

    prop_compose! {
        fn instances()(
            people in prop::collection::vec((0..12_usize, 0..4_u32), 0..6),
            needs in prop::collection::vec((0..12_usize, 1..3_i64, 0..3_u8, 0..4_u8), 0..5),
            max_group in 1..4_i64,
            must_fit in any::<bool>(),
        ) -> Instance {
            let person = |(place, trades)| Person { place, short: 1, trades };
            let need = |(place, left, trade, urgency): (usize, i64, u8, u8)| {
                Need { place, left, trade: trade.checked_sub(1), urgency }
            };
            Instance {
                places: places(),
                people: people.into_iter().map(person).collect(),
                needs: needs.into_iter().map(need).collect(),
                max_group,
                must_fit,
                excluded: HashSet::new(),
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn matching_is_as_good_as_any_and_its_bound_proves_it(instance in instances()) {
            let matching = solve(&instance);
            let (most, cost) = by_brute_force(&instance);
            prop_assert_eq!(matching.pairs.len() as i64, most);
            prop_assert_eq!(matching.most, most);
            prop_assert_eq!(matching.cost, cost);
            prop_assert_eq!(matching.least_cost, cost);
            prop_assert_eq!(cost_of(&instance, &matching.pairs), cost);
            let people: HashSet<usize> = matching.pairs.iter().map(|pair| pair.person).collect();
            prop_assert_eq!(people.len(), matching.pairs.len());
        }
    }

    #[test]
    fn scarce_claims_go_to_those_who_lack_least() {
        let person = |short| Person { place: 6, short, trades: 0 };
        let need = Need { place: 6, left: 3, trade: None, urgency: 3 };
        let instance = Instance {
            places: places(),
            people: vec![person(3), person(1), person(2)],
            needs: vec![need],
            max_group: 1,
            ..Instance::default()
        };
        let matching = solve(&instance);
        assert!(matching.is_rationed);
        let mut people: Vec<usize> = matching.pairs.iter().map(|pair| pair.person).collect();
        people.sort_unstable();
        assert_eq!(people, [1, 2, 2]);
    }

    #[test]
    fn who_must_not_meet_is_exchanged_or_dropped() {
        let person = Person { place: 6, short: 1, trades: 0 };
        let need = Need { place: 6, left: 1, trade: None, urgency: 3 };
        let mut instance = Instance {
            places: places(),
            people: vec![person, person],
            needs: vec![need, need],
            max_group: 1,
            ..Instance::default()
        };
        for excluded in [[(0, 0), (1, 1)], [(0, 1), (1, 0)]] {
            instance.excluded = HashSet::from(excluded);
            let matching = solve(&instance);
            assert_eq!((matching.pairs.len(), matching.dropped), (2, 0));
            assert!(matching.pairs.iter().all(|pair| !instance.excluded.contains(&(pair.person, pair.need))));
        }
        instance.excluded = HashSet::from([(0, 0), (0, 1)]);
        assert_eq!(solve(&instance).dropped, 1);
        // Somebody who had nothing yet takes what the first must not have.
        instance.people.push(person);
        let matching = solve(&instance);
        assert_eq!((matching.pairs.len(), matching.dropped, matching.cost), (2, 0, matching.least_cost));
        // Or the person goes to a need where somebody is already.
        (instance.max_group, instance.excluded) = (2, HashSet::from([(0, 0)]));
        assert_eq!(solve(&instance).pairs.len(), 3);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn who_must_not_meet_does_not_and_what_is_called_proved_is_the_best(
            instance in instances(),
            excluded in prop::collection::hash_set((0..6_usize, 0..5_usize), 0..6),
        ) {
            let instance = Instance { excluded, ..instance };
            let matching = solve(&instance);
            prop_assert!(matching.pairs.iter().all(|pair| !instance.excluded.contains(&(pair.person, pair.need))));
            prop_assert_eq!(cost_of(&instance, &matching.pairs), matching.cost);
            if matching.dropped == 0 && matching.cost == matching.least_cost {
                prop_assert_eq!((matching.pairs.len() as i64, matching.cost), by_brute_force(&instance));
            }
        }
    }
}
