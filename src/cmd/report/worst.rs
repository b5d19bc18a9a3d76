//! The needs that a report names: those that wait longest, or are furthest beyond their day.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use serde::Serialize;

use super::count;
use super::ground::Ground;
use crate::lang::word;
use crate::model::day::Day;
use crate::model::words::{NeedKind, Waiting};
use crate::output::{Cell, Sheet};
use crate::privacy;
use crate::store::{claim, find};

/// So many are named unless it is said otherwise.
pub const MOST: usize = 20;

/// Keeps the worst of many, whatever their number.
pub struct Worst<T> {
    most: usize,
    /// The least bad on top: days, and of equal ones the later need.
    heap: BinaryHeap<Reverse<(i64, Reverse<i64>, usize)>>,
    said: Vec<T>,
    pub offered: usize,
}

/// A need as it is named.
#[derive(Debug, Serialize)]
pub struct WorstJson {
    pub code: String,
    pub kind: NeedKind,
    pub place: String,
    pub waiting: Waiting,
    /// The day that is counted from.
    pub since: String,
    pub days: i64,
    /// Who holds it.
    pub claimants: String,
    pub content: String,
}

impl<T: Copy> Worst<T> {
    pub fn new(most: usize) -> Worst<T> {
        Worst { most, heap: BinaryHeap::new(), said: Vec::new(), offered: 0 }
    }

    pub fn offer(&mut self, days: i64, need: i64, said: T) {
        self.offered += 1;
        let least = self.heap.peek().map(|Reverse((days, need, _))| (*days, *need));
        if self.heap.len() == self.most && least.is_none_or(|least| least >= (days, Reverse(need))) {
            return;
        }
        // The place of the one that goes is taken by the one that comes.
        let at = if self.heap.len() == self.most {
            self.heap.pop().map_or(0, |Reverse((_, _, at))| at)
        } else {
            self.said.push(said);
            self.said.len() - 1
        };
        if let Some(place) = self.said.get_mut(at) {
            *place = said;
            self.heap.push(Reverse((days, Reverse(need), at)));
        }
    }

    /// The worst first, with what the office file has of them; `tell` gives what each waits for, since when, and the days.
    pub fn named(
        self,
        ground: &Ground<'_>,
        tell: impl Fn(T, i64) -> (Waiting, Day, i64),
    ) -> anyhow::Result<Vec<WorstJson>> {
        let Worst { heap, said, .. } = self;
        let mut named = Vec::new();
        for Reverse((days, Reverse(id), at)) in heap.into_sorted_vec() {
            let need = find::need_by_id(ground.conn, id)?;
            let (waiting, since, days) = tell(said[at], days);
            let content = [need.title.as_deref(), need.content.as_deref()];
            let holding = claim::holding(ground.conn, id)?;
            let claimants: Vec<String> = holding
                .iter()
                .filter(|claim| claim.claimed_on <= ground.day)
                .map(|claim| claim::told_parties(ground.conn, claim.id))
                .collect::<Result<_, _>>()?;
            named.push(WorstJson {
                code: need.code.to_string(),
                kind: need.kind,
                place: ground.places.path(need.place_id),
                waiting,
                since: since.to_string(),
                days,
                claimants: claimants.join(crate::lang::semicolon()),
                content: privacy::mask_text(&content.into_iter().flatten().collect::<Vec<_>>().join("：")),
            });
        }
        Ok(named)
    }
}

pub fn sheet(worst: &[WorstJson], heads: &[&'static str]) -> Sheet {
    let mut sheet = Sheet::new(heads.iter().copied());
    for one in worst {
        sheet.rows.push(vec![
            Cell::text_of(&one.code),
            Cell::text_of(word(one.kind.zh(), one.kind.code())),
            Cell::text_of(&one.place),
            Cell::text_of(word(one.waiting.zh(), one.waiting.code())),
            Cell::text_of(&one.since),
            count(usize::try_from(one.days).unwrap_or(0)),
            Cell::text_of(&one.claimants),
            Cell::text_of(&one.content),
        ]);
    }
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_of_many_are_kept_and_of_equal_ones_the_earlier() {
        let mut worst = Worst::new(3);
        for (need, days) in [(1, 5), (2, 9), (3, 1), (4, 5), (5, 7), (6, 5)] {
            worst.offer(days, need, need * 10);
        }
        let kept: Vec<(i64, i64, i64)> = std::mem::take(&mut worst.heap)
            .into_sorted_vec()
            .into_iter()
            .map(|Reverse((days, Reverse(need), at))| (days, need, worst.said[at]))
            .collect();
        assert_eq!(kept, [(9, 2, 20), (7, 5, 50), (5, 1, 10)]);
        assert_eq!(worst.offered, 6);
        let mut none = Worst::new(0);
        none.offer(1, 1, 1);
        assert!(none.heap.is_empty());
    }
}
