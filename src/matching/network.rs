//! The network of an instance, and the pairs that its flow stands for.

use super::cost::Cost;
use super::flow::Network;
use super::{Instance, Matching, Pair};

/// How urgent a need can be.
const URGENCIES: usize = 4;

/// The arcs of one place, by kind of people and kind of need.
#[derive(Debug, Clone, Default)]
struct PlaceArcs {
    /// From the source; and the people of this place.
    supply: Vec<Option<usize>>,
    people: Vec<Vec<usize>>,
    /// To the place above.
    up: Vec<Option<usize>>,
    /// From the place above.
    down: Vec<Option<usize>>,
    /// Matched here: of a kind of people through the hub, or straight to the trade that they have.
    to_hub: Vec<Option<usize>>,
    from_hub: Vec<Option<usize>>,
    fitting: Vec<(usize, usize, usize)>,
    /// To the sink, by kind and urgency: an arc for the first person of each need, for the second, and so on.
    sinks: Vec<[Vec<usize>; URGENCIES]>,
    needs: Vec<[Vec<usize>; URGENCIES]>,
}

struct Build<'i> {
    instance: &'i Instance,
    network: Network,
    source: usize,
    sink: usize,
    /// The sets of trades that people have.
    kinds: Vec<u32>,
    /// The trades that needs ask for; none comes first.
    trades: Vec<Option<u8>>,
    arcs: Vec<PlaceArcs>,
    /// Places, those below before those above.
    order: Vec<usize>,
}

pub fn solve(instance: &Instance, people: &[usize]) -> Matching {
    let mut build = Build::new(instance, people);
    build.connect();
    let flowed = build.network.send(build.source, build.sink);
    let pairs = build.pairs();
    Matching { pairs, cost: flowed.cost, least_cost: flowed.least_cost, most: flowed.amount, ..Matching::default() }
}

impl<'i> Build<'i> {
    fn new(instance: &'i Instance, people: &[usize]) -> Build<'i> {
        let mut trades: Vec<Option<u8>> = instance.needs.iter().map(|need| need.trade).chain([None]).collect();
        trades.sort_unstable();
        trades.dedup();
        let asked: u32 = trades.iter().flatten().map(|trade| 1 << trade).sum();
        let mut kinds: Vec<u32> = people.iter().map(|at| instance.people[*at].trades & asked).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let empty = PlaceArcs {
            supply: vec![None; kinds.len()],
            people: vec![Vec::new(); kinds.len()],
            up: vec![None; kinds.len()],
            down: vec![None; trades.len()],
            to_hub: vec![None; kinds.len()],
            from_hub: vec![None; trades.len()],
            fitting: Vec::new(),
            sinks: vec![Default::default(); trades.len()],
            needs: vec![Default::default(); trades.len()],
        };
        let mut arcs = vec![empty; instance.places.len()];
        for &at in people {
            let person = &instance.people[at];
            if let Ok(kind) = kinds.binary_search(&(person.trades & asked)) {
                let short = usize::try_from(person.short).unwrap_or(0);
                arcs[person.place].people[kind].extend(std::iter::repeat_n(at, short));
            }
        }
        for (at, need) in instance.needs.iter().enumerate() {
            if let Ok(trade) = trades.binary_search(&need.trade) {
                arcs[need.place].needs[trade][usize::from(need.urgency).min(URGENCIES - 1)].push(at);
            }
        }
        let mut network = Network::default();
        let (source, sink) = (network.node(), network.node());
        Build { instance, network, source, sink, kinds, trades, arcs, order: upwards(instance) }
    }

    /// Which kinds are at each place or below it.
    fn presence(&self) -> (Vec<Vec<bool>>, Vec<Vec<bool>>) {
        let own_people = self.arcs.iter().map(|arcs| arcs.people.iter().map(|people| !people.is_empty()).collect());
        let own_needs = self.arcs.iter().map(|arcs| {
            arcs.needs.iter().map(|needs| needs.iter().any(|needs| !needs.is_empty())).collect::<Vec<bool>>()
        });
        let (mut people, mut needs): (Vec<Vec<bool>>, Vec<Vec<bool>>) = (own_people.collect(), own_needs.collect());
        for &place in &self.order {
            let Some(parent) = self.instance.places[place].parent else { continue };
            for present in [&mut people, &mut needs] {
                for kind in 0..present[place].len() {
                    present[parent][kind] |= present[place][kind];
                }
            }
        }
        (people, needs)
    }

    fn connect(&mut self) {
        let (people, needs) = self.presence();
        let mut person_nodes = vec![vec![None; self.kinds.len()]; self.arcs.len()];
        let mut need_nodes = vec![vec![None; self.trades.len()]; self.arcs.len()];
        for place in 0..self.arcs.len() {
            for kind in (0..self.kinds.len()).filter(|kind| people[place][*kind]) {
                person_nodes[place][kind] = Some(self.network.node());
            }
            for trade in (0..self.trades.len()).filter(|trade| needs[place][*trade]) {
                need_nodes[place][trade] = Some(self.network.node());
            }
        }
        for place in 0..self.arcs.len() {
            self.connect_place(place, &person_nodes, &need_nodes);
            self.connect_meeting(place, &person_nodes[place], &need_nodes[place]);
        }
    }

    /// Supply, demand, and the ways up and down.
    fn connect_place(&mut self, place: usize, people: &[Vec<Option<usize>>], needs: &[Vec<Option<usize>>]) {
        let here = self.instance.places[place];
        let far = |distance| Cost { distance, ..Cost::ZERO };
        for (kind, node) in people[place].iter().enumerate() {
            let Some(node) = *node else { continue };
            let own = count(self.arcs[place].people[kind].len());
            if own > 0 {
                self.arcs[place].supply[kind] = Some(self.network.arc(self.source, node, own, far(here.distance)));
            }
            if let Some((parent, above)) = here.parent.and_then(|parent| Some((parent, people[parent][kind]?))) {
                let step = far(self.instance.places[parent].distance - here.distance);
                self.arcs[place].up[kind] = Some(self.network.arc(node, above, i64::MAX / 4, step));
            }
        }
        for (trade, node) in needs[place].iter().enumerate() {
            let Some(node) = *node else { continue };
            if let Some(above) = here.parent.and_then(|parent| needs[parent][trade]) {
                self.arcs[place].down[trade] = Some(self.network.arc(above, node, i64::MAX / 4, Cost::ZERO));
            }
            for urgency in 0..URGENCIES {
                let wanted = &self.arcs[place].needs[trade][urgency];
                let units: i64 = wanted.iter().map(|need| self.instance.needs[*need].left).sum();
                if units == 0 {
                    continue;
                }
                for joint in 0..self.instance.max_group.max(1) {
                    let cost = Cost { joint, urgency: count(urgency), ..Cost::ZERO };
                    let arc = self.network.arc(node, self.sink, units, cost);
                    self.arcs[place].sinks[trade][urgency].push(arc);
                }
            }
        }
    }

    /// People who meet needs here.
    fn connect_meeting(&mut self, place: usize, people: &[Option<usize>], needs: &[Option<usize>]) {
        if people.iter().all(Option::is_none) || needs.iter().all(Option::is_none) {
            return;
        }
        let hub = self.network.node();
        for (kind, node) in people.iter().enumerate() {
            let Some(node) = *node else { continue };
            self.arcs[place].to_hub[kind] = Some(self.network.arc(node, hub, i64::MAX / 4, Cost::ZERO));
            for (trade, need) in needs.iter().enumerate() {
                let (Some(need), Some(asked)) = (*need, self.trades[trade]) else { continue };
                if self.kinds[kind] >> asked & 1 == 1 {
                    let arc = self.network.arc(node, need, i64::MAX / 4, Cost::ZERO);
                    self.arcs[place].fitting.push((kind, trade, arc));
                }
            }
        }
        for (trade, need) in needs.iter().enumerate() {
            let Some(need) = *need else { continue };
            let asks = self.trades[trade].is_some();
            if !(asks && self.instance.must_fit) {
                let cost = Cost { unfit: i64::from(asks), ..Cost::ZERO };
                self.arcs[place].from_hub[trade] = Some(self.network.arc(hub, need, i64::MAX / 4, cost));
            }
        }
    }

    /// The flow, person by person: whoever is not matched below goes up, and so do the needs.
    fn pairs(&self) -> Vec<Pair> {
        let mut pairs = Vec::new();
        let mut people: Vec<Vec<Vec<usize>>> = vec![vec![Vec::new(); self.kinds.len()]; self.arcs.len()];
        let mut needs: Vec<Vec<Vec<usize>>> = vec![vec![Vec::new(); self.trades.len()]; self.arcs.len()];
        for &place in &self.order {
            let arcs = &self.arcs[place];
            for (kind, own) in arcs.people.iter().enumerate() {
                let taken = self.flow(arcs.supply[kind]);
                people[place][kind].extend(own.iter().take(taken));
            }
            for (trade, slots) in needs[place].iter_mut().enumerate() {
                for urgency in 0..URGENCIES {
                    self.slots(&arcs.needs[trade][urgency], &arcs.sinks[trade][urgency], slots);
                }
            }
            let (mut here, mut there) = (std::mem::take(&mut people[place]), std::mem::take(&mut needs[place]));
            if let Some(parent) = self.instance.places[place].parent {
                for ((own, above), up) in here.iter_mut().zip(&mut people[parent]).zip(&arcs.up) {
                    above.extend(split_last(own, self.flow(*up)));
                }
                for ((own, above), down) in there.iter_mut().zip(&mut needs[parent]).zip(&arcs.down) {
                    above.extend(split_last(own, self.flow(*down)));
                }
            }
            self.meet(place, here, there, &mut pairs);
        }
        pairs
    }

    /// The places in needs that are filled, the first of each before the second.
    fn slots(&self, needs: &[usize], sinks: &[usize], slots: &mut Vec<usize>) {
        for sink in sinks {
            let mut left = self.network.through(*sink);
            for need in needs {
                let here = self.instance.needs[*need].left.min(left);
                slots.extend(std::iter::repeat_n(*need, usize::try_from(here).unwrap_or(0)));
                left -= here;
            }
        }
    }

    fn meet(&self, place: usize, mut people: Vec<Vec<usize>>, mut needs: Vec<Vec<usize>>, pairs: &mut Vec<Pair>) {
        let arcs = &self.arcs[place];
        let distance = self.instance.places[place].distance;
        let mut pair = |person: usize, need: usize| {
            let trade = self.instance.needs[need].trade;
            let fits = trade.is_some_and(|trade| self.instance.people[person].trades >> trade & 1 == 1);
            pairs.push(Pair { person, need, distance, fits });
        };
        for (kind, trade, arc) in &arcs.fitting {
            for _ in 0..self.flow(Some(*arc)) {
                if let (Some(person), Some(need)) = (people[*kind].pop(), needs[*trade].pop()) {
                    pair(person, need);
                }
            }
        }
        // Whoever comes through the hub may meet any need that does.
        for (person, need) in people.into_iter().flatten().zip(needs.into_iter().flatten()) {
            pair(person, need);
        }
    }

    fn flow(&self, arc: Option<usize>) -> usize {
        arc.map_or(0, |arc| usize::try_from(self.network.through(arc)).unwrap_or(0))
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn split_last(all: &mut Vec<usize>, count: usize) -> Vec<usize> {
    all.split_off(all.len().saturating_sub(count))
}

/// The places, each before the one above it.
fn upwards(instance: &Instance) -> Vec<usize> {
    let depth = |place: usize| std::iter::successors(Some(place), |at| instance.places[*at].parent).count();
    let mut order: Vec<usize> = (0..instance.places.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(depth(*place)));
    order
}
