//! The cheapest of all greatest flows through a network with capacities, exactly, and the dual value that proves it.
//! Knows nodes, arcs and costs only.
//!
//! Primal-dual: shortest paths with potentials, then as much as fits along all of them at once, until no path is left.
//! Costs here take few values, so that there are few rounds.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::cost::Cost;

#[derive(Debug, Clone, Copy)]
struct Arc {
    to: u32,
    capacity: i64,
    cost: Cost,
}

/// A network; every arc's opposite is next to it.
#[derive(Debug, Default)]
pub struct Network {
    arcs: Vec<Arc>,
    from: Vec<Vec<u32>>,
    potential: Vec<Cost>,
    original: Vec<i64>,
}

/// What a flow came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flowed {
    pub amount: i64,
    pub cost: Cost,
    /// No flow of this amount costs less.
    pub least_cost: Cost,
}

impl Network {
    pub fn node(&mut self) -> usize {
        self.from.push(Vec::new());
        self.from.len() - 1
    }

    /// Adds an arc; its index. Costs are not negative.
    pub fn arc(&mut self, from: usize, to: usize, capacity: i64, cost: Cost) -> usize {
        let at = self.arcs.len();
        let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.arcs.push(Arc { to: index(to), capacity, cost });
        self.arcs.push(Arc { to: index(from), capacity: 0, cost: -cost });
        self.from[from].push(index(at));
        self.from[to].push(index(at + 1));
        self.original.push(capacity);
        at
    }

    /// How much flows through an arc.
    pub fn through(&self, arc: usize) -> i64 {
        self.arcs[arc + 1].capacity
    }

    /// Sends as much as there is a way for, at the least cost.
    pub fn send(&mut self, source: usize, sink: usize) -> Flowed {
        self.potential = vec![Cost::ZERO; self.from.len()];
        let (mut amount, mut cost) = (0, Cost::ZERO);
        while self.shorten(source, sink) {
            let sent = self.send_along(source, sink);
            if sent == 0 {
                break;
            }
            amount += sent;
            cost += (self.potential[sink] - self.potential[source]) * sent;
        }
        Flowed { amount, cost, least_cost: self.dual(source, sink, amount) }
    }

    /// Moves the potentials to the distances from the source; whether the sink is reached.
    fn shorten(&mut self, source: usize, sink: usize) -> bool {
        let mut distance = vec![Cost::FAR; self.from.len()];
        let mut heap = BinaryHeap::new();
        distance[source] = Cost::ZERO;
        heap.push(Reverse((Cost::ZERO, source)));
        while let Some(Reverse((so_far, node))) = heap.pop() {
            if so_far > distance[node] {
                continue;
            }
            for &at in &self.from[node] {
                let arc = self.arcs[at as usize];
                let to = arc.to as usize;
                if arc.capacity == 0 {
                    continue;
                }
                let next = so_far + arc.cost + self.potential[node] - self.potential[to];
                if next < distance[to] {
                    distance[to] = next;
                    heap.push(Reverse((next, to)));
                }
            }
        }
        let reach = distance[sink];
        if reach == Cost::FAR {
            return false;
        }
        // Nodes further than the sink move with it, so that reduced costs stay above zero.
        for (potential, distance) in self.potential.iter_mut().zip(distance) {
            *potential += distance.min(reach);
        }
        true
    }

    /// Fills all shortest paths (Dinic on the arcs without reduced cost).
    fn send_along(&mut self, source: usize, sink: usize) -> i64 {
        let mut sent = 0;
        while let Some(level) = self.levels(source, sink) {
            let mut next = vec![0; self.from.len()];
            loop {
                let pushed = self.push(source, sink, &level, &mut next);
                if pushed == 0 {
                    break;
                }
                sent += pushed;
            }
        }
        sent
    }

    fn is_free(&self, node: usize, arc: &Arc) -> bool {
        arc.capacity > 0 && arc.cost + self.potential[node] == self.potential[arc.to as usize]
    }

    fn levels(&self, source: usize, sink: usize) -> Option<Vec<u32>> {
        let mut level = vec![u32::MAX; self.from.len()];
        level[source] = 0;
        let mut queue = VecDeque::from([source]);
        while let Some(node) = queue.pop_front() {
            for &at in &self.from[node] {
                let arc = &self.arcs[at as usize];
                let to = arc.to as usize;
                if level[to] == u32::MAX && self.is_free(node, arc) {
                    level[to] = level[node] + 1;
                    queue.push_back(to);
                }
            }
        }
        (level[sink] != u32::MAX).then_some(level)
    }

    /// One path from source to sink, filled; without recursion, since a path may be long.
    fn push(&mut self, source: usize, sink: usize, level: &[u32], next: &mut [usize]) -> i64 {
        let mut path: Vec<usize> = Vec::new();
        let mut node = source;
        loop {
            if node == sink {
                let pushed = path.iter().map(|arc| self.arcs[*arc].capacity).min().unwrap_or(0);
                for &arc in &path {
                    self.arcs[arc].capacity -= pushed;
                    self.arcs[arc ^ 1].capacity += pushed;
                }
                return pushed;
            }
            let onward = self.from[node][next[node]..].iter().position(|at| {
                let arc = &self.arcs[*at as usize];
                level[arc.to as usize] == level[node] + 1 && self.is_free(node, arc)
            });
            if let Some(skipped) = onward {
                next[node] += skipped;
                let arc = self.from[node][next[node]] as usize;
                path.push(arc);
                node = self.arcs[arc].to as usize;
                continue;
            }
            next[node] = self.from[node].len();
            let Some(back) = path.pop() else { return 0 };
            node = self.arcs[back ^ 1].to as usize;
            next[node] += 1;
        }
    }

    /// The dual value of the potentials for a flow of `amount`: a bound below every such flow's cost.
    fn dual(&self, source: usize, sink: usize, amount: i64) -> Cost {
        let mut bound = (self.potential[sink] - self.potential[source]) * amount;
        for (at, capacity) in self.original.iter().enumerate() {
            let arc = self.arcs[2 * at];
            let from = self.arcs[2 * at + 1].to as usize;
            let reduced = arc.cost + self.potential[from] - self.potential[arc.to as usize];
            bound += reduced.min(Cost::ZERO) * *capacity;
        }
        bound
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cheapest_greatest_flow_is_found_and_proved() {
        let mut network = Network::default();
        let nodes: Vec<usize> = (0..4).map(|_| network.node()).collect();
        let far = |distance| Cost { distance, ..Cost::ZERO };
        network.arc(nodes[0], nodes[1], 2, far(1));
        network.arc(nodes[0], nodes[2], 1, far(2));
        network.arc(nodes[1], nodes[2], 1, far(1));
        network.arc(nodes[1], nodes[3], 1, far(4));
        network.arc(nodes[2], nodes[3], 2, far(1));
        let flowed = network.send(nodes[0], nodes[3]);
        assert_eq!(flowed, Flowed { amount: 3, cost: far(11), least_cost: far(11) });
    }
}
