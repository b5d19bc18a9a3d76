//! Who takes part in claims: distinct people and organisations (非人次), and how often they take part (人次).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::words::Claimant;

/// Somebody's part in one claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    pub claimant: Claimant,
    pub id: i64,
    /// What the claim's need is grouped by.
    pub group: i64,
    pub lead: bool,
}

/// Distinct claimants and their claims.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Figure {
    pub distinct: i64,
    /// Claims taken part in, each once for each who is in it.
    pub taken_part: i64,
    /// Of these, as their lead.
    pub lead: i64,
}

/// The figures of members, organisations and outsiders, in that order.
pub type ByClaimant = [Figure; 3];

/// A claimant who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Participant {
    pub claimant: Claimant,
    pub id: i64,
    pub taken_part: i64,
    pub lead: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Participation {
    /// Members, then organisations, then outsiders, by their ids.
    pub people: Vec<Participant>,
    /// Somebody may be in several groups: their distinct claimants don't add up.
    pub groups: BTreeMap<i64, ByClaimant>,
}

impl Figure {
    pub fn add(&mut self, one: &Participant) {
        self.distinct += 1;
        self.taken_part += one.taken_part;
        self.lead += one.lead;
    }
}

/// Counts parts, whatever their order.
pub fn count(mut parts: Vec<Part>) -> Participation {
    parts.sort_unstable();
    let mut counted = Participation::default();
    let mut last: Option<Part> = None;
    for part in parts {
        let lead = i64::from(part.lead);
        let same = last.filter(|last| (last.claimant, last.id) == (part.claimant, part.id));
        match counted.people.last_mut() {
            Some(one) if same.is_some() => {
                one.taken_part += 1;
                one.lead += lead;
            }
            _ => counted.people.push(Participant { claimant: part.claimant, id: part.id, taken_part: 1, lead }),
        }
        let figure = &mut counted.groups.entry(part.group).or_default()[part.claimant as usize];
        figure.distinct += i64::from(same.is_none_or(|last| last.group != part.group));
        figure.taken_part += 1;
        figure.lead += lead;
        last = Some(part);
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claimant_in_several_claims_and_groups_counts_once() {
        let part = |claimant, id, group, lead| Part { claimant, id, group, lead };
        let counted = count(vec![
            part(Claimant::Member, 1, 20, true),
            part(Claimant::Org, 1, 10, true),
            part(Claimant::Member, 2, 10, false),
            part(Claimant::Member, 1, 10, true),
            part(Claimant::Member, 1, 20, false),
        ]);
        let counts: Vec<(Claimant, i64, i64, i64)> =
            counted.people.iter().map(|one| (one.claimant, one.id, one.taken_part, one.lead)).collect();
        let expected = [(Claimant::Member, 1, 3, 2), (Claimant::Member, 2, 1, 0), (Claimant::Org, 1, 1, 1)];
        assert_eq!(counts, expected);
        let figure = |distinct, taken_part, lead| Figure { distinct, taken_part, lead };
        assert_eq!(counted.groups[&10], [figure(2, 2, 1), figure(1, 1, 1), Figure::default()]);
        assert_eq!(counted.groups[&20], [figure(1, 2, 1), Figure::default(), Figure::default()]);
        assert_eq!(count(Vec::new()), Participation::default());
    }

    proptest::proptest! {
        #[test]
        fn nobody_is_counted_twice_or_without_a_claim(
            thrown in proptest::collection::vec((0_usize..3, 0_i64..6, 0_i64..4, proptest::bool::ANY), 0..60),
        ) {
            let parts: Vec<Part> = thrown
                .iter()
                .map(|(claimant, id, group, lead)| {
                    Part { claimant: Claimant::ALL[*claimant], id: *id, group: *group, lead: *lead }
                })
                .collect();
            let counted = count(parts.clone());
            for (of, claimant) in Claimant::ALL.iter().enumerate() {
                let mut total = Figure::default();
                counted.people.iter().filter(|one| one.claimant == *claimant).for_each(|one| total.add(one));
                let all = || parts.iter().filter(|part| part.claimant == *claimant);
                let distinct: std::collections::HashSet<i64> = all().map(|part| part.id).collect();
                let lead = all().filter(|part| part.lead).count();
                let expected = [distinct.len(), all().count(), lead].map(|count| i64::try_from(count).unwrap());
                assert_eq!([total.distinct, total.taken_part, total.lead], expected);
                let mut sum = Figure::default();
                for figure in counted.groups.values().map(|figures| figures[of]) {
                    assert!(figure.distinct <= total.distinct && figure.distinct <= figure.taken_part);
                    assert!(figure.lead <= figure.taken_part);
                    sum.distinct += figure.distinct;
                    sum.taken_part += figure.taken_part;
                    sum.lead += figure.lead;
                }
                assert!(sum.distinct >= total.distinct, "somebody is in no group");
                assert_eq!((sum.taken_part, sum.lead), (total.taken_part, total.lead));
            }
        }
    }
}
