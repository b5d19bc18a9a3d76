//! Who has met a quota: from facts to figures. Pure: knows no SQL, no place names, no output.
//!
//! Distinct people are counted, not claims (非人次). The denominator is those who owe and are registered on the day;
//! those who owe and are registered nowhere have a line of their own, and so do volunteers, who owe nothing.

use serde::Serialize;

/// What the office file has of the claimants of one kind on one day, by record id.
#[derive(Debug, Default)]
pub struct Facts {
    /// Who is of a class that owes.
    owes: Vec<bool>,
    /// Where each is registered that day.
    place: Vec<Option<i64>>,
    /// How many counted claims each has.
    claims: Vec<u32>,
}

/// A group's figures, or the total's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figure {
    /// Who owes and is registered.
    pub required: i64,
    /// Who is registered, whether owing or not.
    pub registered: i64,
    pub met: i64,
    /// Claims of those who are required (人次).
    pub claims: i64,
}

/// The figures of a quota.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// By the group's id; a group that nobody is in has nobody required.
    pub groups: Vec<Figure>,
    pub total: Figure,
    pub volunteers: Volunteers,
    /// Who owes and is registered nowhere that day.
    pub unregistered: i64,
}

/// Claimants without a quota, never in numerator or denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Volunteers {
    pub claimants: i64,
    pub claims: i64,
}

/// Whether one claimant has met the quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub id: i64,
    pub place: i64,
    pub claims: i64,
    pub met: bool,
}

impl Figure {
    pub fn unmet(&self) -> i64 {
        self.required - self.met
    }

    /// From 0 to 1; nothing where nobody is required.
    pub fn rate(&self) -> Option<f64> {
        (self.required > 0).then(|| self.met as f64 / self.required as f64)
    }
}

impl Facts {
    pub fn owes(&mut self, id: i64) {
        *at(&mut self.owes, id) = true;
    }

    /// Registered at `place`; a later call for the same claimant wins.
    pub fn registered(&mut self, id: i64, place: i64) {
        *at(&mut self.place, id) = Some(place);
    }

    /// Takes the claims that another count has.
    pub fn take_claims(&mut self, other: Facts) {
        self.claims = other.claims;
    }

    pub fn claimed(&mut self, id: i64) {
        *at(&mut self.claims, id) += 1;
    }

    /// Everyone who owes and is registered, in the order of their ids.
    pub fn standings(&self, at_least: i64) -> impl Iterator<Item = Standing> + '_ {
        (0..self.owes.len()).filter(|id| self.owes[*id]).filter_map(move |id| {
            let place = self.place.get(id).copied().flatten()?;
            let claims = self.claims_of(id as i64);
            Some(Standing { id: id as i64, place, claims, met: claims >= at_least })
        })
    }

    /// The figures by the group that `group` returns for a claimant and the place of registration; those without one are
    /// left out. With `whole`, those who are registered nowhere are counted too.
    pub fn figures(&self, at_least: i64, whole: bool, mut group: impl FnMut(i64, i64) -> Option<i64>) -> Figures {
        let mut figures = Figures::default();
        for id in 0..self.owes.len().max(self.claims.len()).max(self.place.len()) {
            let claims = self.claims_of(id as i64);
            let owes = self.owes.get(id).copied().unwrap_or(false);
            let registered = self.place.get(id).copied().flatten();
            let group = registered.and_then(|place| group(id as i64, place));
            if group.is_none() && (registered.is_some() || !whole) {
                continue;
            }
            if !owes {
                figures.volunteers.claimants += i64::from(claims > 0);
                figures.volunteers.claims += claims;
            } else if group.is_none() {
                figures.unregistered += 1;
            }
            let Some(group) = group else { continue };
            let met = i64::from(owes && claims >= at_least);
            for figure in [at(&mut figures.groups, group), &mut figures.total] {
                figure.registered += 1;
                figure.required += i64::from(owes);
                figure.met += met;
                figure.claims += if owes { claims } else { 0 };
            }
        }
        figures
    }

    /// How many counted claims one has.
    pub fn claims_of(&self, id: i64) -> i64 {
        usize::try_from(id).ok().and_then(|id| self.claims.get(id)).map_or(0, |claims| i64::from(*claims))
    }
}

/// The slot of a record id; ids are dense, given one after another.
fn at<T: Clone + Default>(slots: &mut Vec<T>, id: i64) -> &mut T {
    let id = usize::try_from(id).unwrap_or(0);
    if id >= slots.len() {
        slots.resize((id + 1).max(slots.len() * 2), T::default());
    }
    &mut slots[id]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_count_people_not_claims() {
        let mut facts = Facts::default();
        for id in [1, 2, 3, 4] {
            facts.owes(id);
        }
        for (id, place) in [(1, 10), (2, 10), (3, 20)] {
            facts.registered(id, place);
        }
        for id in [1, 1, 3, 9] {
            facts.claimed(id);
        }
        let figures = facts.figures(1, true, |_, place| Some(place));
        assert_eq!(figures.total, Figure { required: 3, registered: 3, met: 2, claims: 3 });
        assert_eq!(figures.groups[10], Figure { required: 2, registered: 2, met: 1, claims: 2 });
        assert_eq!(figures.unregistered, 1);
        assert_eq!(figures.volunteers, Volunteers { claimants: 1, claims: 1 });
    }

    #[test]
    fn quota_of_two_takes_two_claims() {
        let mut facts = Facts::default();
        facts.owes(1);
        facts.registered(1, 10);
        facts.claimed(1);
        assert_eq!(facts.figures(2, true, |_, _| Some(0)).total.met, 0);
        facts.claimed(1);
        assert_eq!(facts.figures(2, true, |_, _| Some(0)).total.met, 1);
    }

    #[test]
    fn figures_leave_out_other_places_and_count_the_registered_who_owe_nothing() {
        let mut facts = Facts::default();
        facts.owes(1);
        for (id, place) in [(1, 10), (2, 10), (3, 20)] {
            facts.registered(id, place);
            facts.claimed(id);
        }
        facts.owes(4);
        let figures = facts.figures(1, false, |_, place| (place == 10).then_some(place));
        assert_eq!(figures.total, Figure { required: 1, registered: 2, met: 1, claims: 1 });
        assert_eq!((figures.volunteers.claimants, figures.unregistered), (1, 0));
    }

    #[test]
    fn rate_is_none_where_nobody_is_required() {
        assert_eq!(Figure::default().rate(), None);
    }
}
