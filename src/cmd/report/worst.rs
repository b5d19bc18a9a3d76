//! The needs that a report names: those that wait longest, or are furthest beyond their day.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use serde_json::json;

use super::context::ReportContext;
use super::needs::{self, Wanted};
use crate::desk::values;
use crate::figures::ageing::waiting;
use crate::figures::progress::{Taken, stage};
use crate::lang::report::column;
use crate::model::day::Day;
use crate::model::facts::NeedFact;
use crate::model::words::{NeedKind, Waiting};
use crate::output::Cell;
use crate::output::report::{Column, Columns, Section};
use crate::privacy;
use crate::store::claimant::Named;
use crate::store::{claim, find};

/// How many are named unless `--most` is given.
pub const MOST: usize = 20;

/// Calls `each` with every wanted need that waits for something: what, and since when.
pub fn each_waiting(
    context: &ReportContext<'_>,
    wanted: Wanted,
    mut each: impl FnMut(&NeedFact, &Taken, Waiting, Option<Day>),
) -> anyhow::Result<()> {
    needs::each(context, wanted, |need, taken| {
        let stage = stage(need, taken, context.day);
        if let Some((waiting, since)) = stage.and_then(|stage| waiting(need, taken, stage)) {
            each(need, taken, waiting, since);
        }
    })
}

/// Keeps the worst of many, whatever their number.
pub struct Worst {
    most: usize,
    /// The least bad on top: days, and of equal ones the later need.
    heap: BinaryHeap<Reverse<(i64, Reverse<i64>, usize)>>,
    reasons: Vec<Reason>,
}

/// What a need waits for, and the day that is counted from.
pub type Reason = (Waiting, Day);

/// A need as it is named.
pub struct WorstNeed {
    code: String,
    kind: NeedKind,
    place: String,
    waiting: Waiting,
    since: Day,
    days: i64,
    /// Who held it then: for people in a line, for programs one by one.
    claimants: String,
    people: Vec<Named>,
    content: String,
}

impl Worst {
    pub fn new(most: usize) -> Worst {
        Worst { most, heap: BinaryHeap::new(), reasons: Vec::new() }
    }

    pub fn offer(&mut self, days: i64, need: i64, reason: Reason) {
        let least = self.heap.peek().map(|Reverse((days, need, _))| (*days, *need));
        if self.heap.len() == self.most && least.is_none_or(|least| least >= (days, Reverse(need))) {
            return;
        }
        // The place of the one that goes is taken by the one that comes.
        let at = if self.heap.len() == self.most {
            self.heap.pop().map_or(0, |Reverse((_, _, at))| at)
        } else {
            self.reasons.push(reason);
            self.reasons.len() - 1
        };
        if let Some(place) = self.reasons.get_mut(at) {
            *place = reason;
            self.heap.push(Reverse((days, Reverse(need), at)));
        }
    }

    /// The worst first, with what the office file has of them.
    pub fn named(self, context: &ReportContext<'_>) -> anyhow::Result<Vec<WorstNeed>> {
        let Worst { heap, reasons, .. } = self;
        let mut named = Vec::new();
        for Reverse((days, Reverse(id), at)) in heap.into_sorted_vec() {
            let need = find::need_by_id(context.session, id)?;
            let (waiting, since) = reasons[at];
            let content = [need.title.as_deref(), need.content.as_deref()];
            let (mut claimants, mut people) = (Vec::new(), Vec::new());
            for claim in find::claims_of(context.session, id)? {
                if claim.fact().holding_on(context.day).is_some() {
                    claimants.push(claim::party_names(context.session, claim.id)?);
                    people.extend(values::claimants(context.session, claim.id)?);
                }
            }
            named.push(WorstNeed {
                code: need.code.to_string(),
                kind: need.kind,
                place: context.places.path(need.place_id),
                waiting,
                since,
                days,
                claimants: claimants.join(crate::lang::semicolon()),
                people,
                content: privacy::mask_private(&content.into_iter().flatten().collect::<Vec<_>>().join("："), &[]),
            });
        }
        Ok(named)
    }
}

/// The needs as a section; `since` and `days` are the headers of the day that is counted from, and of the days.
pub fn section(title: String, since: String, days: String, worst: &[WorstNeed]) -> Section {
    let columns: Columns<WorstNeed> = vec![
        Column::text("code", column::code()).of(|one: &WorstNeed| Cell::text_of(one.code.as_str())),
        Column::text("kind", column::kind()).of(|one: &WorstNeed| Cell::word(one.kind.zh(), one.kind.code())),
        Column::place("place", column::place()).of(|one: &WorstNeed| Cell::text_of(one.place.as_str())),
        Column::text("waiting", column::waiting())
            .of(|one: &WorstNeed| Cell::word(one.waiting.zh(), one.waiting.code())),
        Column::day("since", since).of(|one: &WorstNeed| Cell::day(Some(one.since))),
        Column::days("days", days).of(|one: &WorstNeed| Cell::Count(one.days)),
        Column::text("claimants", column::claimants())
            .of(|one: &WorstNeed| Cell::coded(one.claimants.as_str(), json!(one.people))),
        Column::text("content", column::content()).of(|one: &WorstNeed| Cell::text_of(one.content.as_str())),
    ]
    .into();
    columns.section("worst", title, worst)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worst_keeps_the_longest_and_of_equal_ones_the_earlier() {
        let day = |day: i64| -> Day { format!("2021-04-{day:02}").parse().unwrap() };
        let mut worst = Worst::new(3);
        for (need, days) in [(1, 5), (2, 9), (3, 1), (4, 5), (5, 7), (6, 5)] {
            worst.offer(days, need, (Waiting::ToClaim, day(need)));
        }
        let kept: Vec<(i64, i64, Day)> = std::mem::take(&mut worst.heap)
            .into_sorted_vec()
            .into_iter()
            .map(|Reverse((days, Reverse(need), at))| (days, need, worst.reasons[at].1))
            .collect();
        assert_eq!(kept, [(9, 2, day(2)), (7, 5, day(5)), (5, 1, day(1))]);
        let mut none = Worst::new(0);
        none.offer(1, 1, (Waiting::ToClaim, day(1)));
        assert!(none.heap.is_empty());
    }
}
