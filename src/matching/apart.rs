//! People and needs that must not meet: pairs of the flow, which knows nothing of that, are parted at the least cost. Where no
//! pair is lost by it and the cost stays, the flow's bound proves the answer; else nothing does.

use std::collections::{HashMap, HashSet};

use super::cost::Cost;
use super::{Instance, Pair};

/// What may come in the place of two who must not meet.
enum Instead {
    /// Who has nothing yet takes the need.
    Other { person: usize },
    /// The person takes another need.
    Elsewhere { need: usize },
    /// Two pairs change partners.
    Exchange { with: usize },
}

struct Parting<'i> {
    instance: &'i Instance,
    pairs: Vec<Pair>,
    together: HashSet<(usize, usize)>,
    /// How many are on each need, and how many needs each person has.
    on: HashMap<usize, i64>,
    has: HashMap<usize, i64>,
}

/// Parts those who must not meet; the pairs, and what they cost. Where nobody can come in the place of somebody, the pair is gone.
pub fn part(instance: &Instance, people: &[usize], pairs: Vec<Pair>) -> (Vec<Pair>, Cost) {
    let mut parting = Parting {
        instance,
        together: pairs.iter().map(|pair| (pair.person, pair.need)).collect(),
        on: HashMap::new(),
        has: HashMap::new(),
        pairs,
    };
    for pair in &parting.pairs {
        *parting.on.entry(pair.need).or_default() += 1;
        *parting.has.entry(pair.person).or_default() += 1;
    }
    let mut at = 0;
    while at < parting.pairs.len() {
        let pair = parting.pairs[at];
        if !instance.excluded.contains(&(pair.person, pair.need)) {
            at += 1;
            continue;
        }
        match parting.cheapest(at, people) {
            Some(instead) => parting.put(at, &instead),
            None => parting.remove(at),
        }
    }
    let cost = parting.cost();
    (parting.pairs, cost)
}

impl Parting<'_> {
    fn cheapest(&self, at: usize, people: &[usize]) -> Option<Instead> {
        let Pair { person, need, .. } = self.pairs[at];
        let wants = |one: &usize| self.has.get(one).copied().unwrap_or(0) < self.instance.people[*one].short;
        let others = people.iter().filter(|one| wants(one) && self.may_meet(**one, need));
        let others = others.map(|one| (self.cost_of(*one, need), Instead::Other { person: *one }));
        let needs = (0..self.instance.needs.len()).filter(|one| self.may_meet(person, *one));
        let elsewhere = needs.filter_map(|one| {
            let joint = self.next_joint(one)? - self.last_joint(need);
            Some((self.cost_of(person, one) + Cost { joint, ..Cost::ZERO }, Instead::Elsewhere { need: one }))
        });
        let exchanges = self
            .pairs
            .iter()
            .enumerate()
            .filter(|(_, other)| self.may_meet(person, other.need) && self.may_meet(other.person, need));
        let exchanges = exchanges.map(|(with, other)| {
            let before = self.cost_of(other.person, other.need);
            let after = self.cost_of(person, other.need) + self.cost_of(other.person, need);
            (after - before, Instead::Exchange { with })
        });
        others.chain(elsewhere).chain(exchanges).min_by_key(|(cost, _)| *cost).map(|(_, instead)| instead)
    }

    fn put(&mut self, at: usize, instead: &Instead) {
        let Pair { person, need, .. } = self.pairs[at];
        self.take_apart(at);
        match *instead {
            Instead::Other { person: other } => self.bring_together(at, other, need),
            Instead::Elsewhere { need: other } => self.bring_together(at, person, other),
            Instead::Exchange { with } => {
                let other = self.pairs[with];
                self.take_apart(with);
                self.bring_together(at, person, other.need);
                self.bring_together(with, other.person, need);
            }
        }
    }

    fn remove(&mut self, at: usize) {
        self.take_apart(at);
        self.pairs.swap_remove(at);
    }

    fn take_apart(&mut self, at: usize) {
        let Pair { person, need, .. } = self.pairs[at];
        self.together.remove(&(person, need));
        *self.on.entry(need).or_default() -= 1;
        *self.has.entry(person).or_default() -= 1;
    }

    fn bring_together(&mut self, at: usize, person: usize, need: usize) {
        self.together.insert((person, need));
        *self.on.entry(need).or_default() += 1;
        *self.has.entry(person).or_default() += 1;
        let (distance, fits) = (self.distance(person, need), self.fits(person, need) == Some(true));
        self.pairs[at] = Pair { person, need, distance, fits };
    }

    /// Whether two who do not meet yet may.
    fn may_meet(&self, person: usize, need: usize) -> bool {
        let fits = !self.instance.must_fit || self.fits(person, need) != Some(false);
        fits && !self.together.contains(&(person, need)) && !self.instance.excluded.contains(&(person, need))
    }

    /// Whether the person has the trade that the need asks for; `None` where it asks for none.
    fn fits(&self, person: usize, need: usize) -> Option<bool> {
        let trade = self.instance.needs[need].trade?;
        Some(self.instance.people[person].trades >> trade & 1 == 1)
    }

    fn distance(&self, person: usize, need: usize) -> i64 {
        let places = &self.instance.places;
        let up = |from: usize| std::iter::successors(Some(from), |at| places[*at].parent);
        let need = self.instance.needs[need].place;
        let meeting = up(self.instance.people[person].place).find(|at| up(need).any(|above| above == *at));
        meeting.map_or(0, |at| places[at].distance)
    }

    /// What it costs that the two meet, but for who else is on the need.
    fn cost_of(&self, person: usize, need: usize) -> Cost {
        let unfit = i64::from(self.fits(person, need) == Some(false));
        let urgency = i64::from(self.instance.needs[need].urgency);
        Cost { joint: 0, distance: self.distance(person, need), unfit, urgency }
    }

    /// What one more on a need costs; `None` where it is full.
    fn next_joint(&self, need: usize) -> Option<i64> {
        let (on, left) = (self.on.get(&need).copied().unwrap_or(0), self.instance.needs[need].left);
        (on < left * self.instance.max_group.max(1)).then(|| on / left)
    }

    fn last_joint(&self, need: usize) -> i64 {
        (self.on.get(&need).copied().unwrap_or(1) - 1) / self.instance.needs[need].left
    }

    fn cost(&self) -> Cost {
        let mut cost = Cost::ZERO;
        for pair in &self.pairs {
            cost += self.cost_of(pair.person, pair.need);
        }
        for (need, on) in &self.on {
            let left = self.instance.needs[*need].left;
            cost.joint += (0..*on).map(|at| at / left).sum::<i64>();
        }
        cost
    }
}
