//! A batch of decisions on needs that wait, as rules make it, or one outcome for all of them: the same change of state as one by one, for hundreds of
//! thousands. Records are read in one statement and logged as they come; then they are changed, neighbours with
//! one decision together, guarded by the state they are expected to have.

use std::sync::Arc;

use rusqlite::named_params;

use super::super::chain::Canonical;
use super::super::log::Change;
use super::super::record::{Record, canonical};
use super::super::rows::NeedRow;
use crate::model::day::Day;
use crate::model::refusal::Refusal;
use crate::model::words::NeedState;
use crate::store::Session;

/// What becomes of a need that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub id: i64,
    /// A state that a collected need may become; no duplicate.
    pub to: NeedState,
    pub reason: Option<Arc<str>>,
    pub how: Option<Arc<str>>,
}

/// Gives every need that waits for verification to `take`, in the order of their ids.
pub fn each_collected(session: &Session, mut take: impl FnMut(NeedRow) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let state = NeedRow::COLUMNS.iter().position(|column| *column == "state").map_or(0, |at| at + 1);
    let mut statement = session.prepare(NeedRow::ALL)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if row.get::<_, NeedState>(state)? == NeedState::Collected {
            take(NeedRow::from_row(row)?)?;
        }
    }
    Ok(())
}

/// Moves needs, given in the order of their ids; each is collected. Errors: one that is not, or is gone.
pub fn decide_all(change: &mut Change<'_>, moves: &[Move], by: &str, on: Day) -> anyhow::Result<()> {
    log_moves(change, moves, by, on)?;
    let mut update = change.session().prepare(
        "UPDATE need
        SET state = :state, came_from = :came_from, reason_out = :reason_out, verified_on = :verified_on,
          verified_by = :verified_by, verified_how = :verified_how, duplicate_of = NULL, left_on = :left_on
        WHERE id BETWEEN :first AND :last AND state = 'collected'",
    )?;
    let together = |one: &Move, next: &Move| {
        one.id + 1 == next.id && one.to == next.to && one.reason == next.reason && one.how == next.how
    };
    for alike in moves.chunk_by(together) {
        let (first, last) = (&alike[0], &alike[alike.len() - 1]);
        let changed = update.execute(named_params! {
            ":state": first.to,
            ":came_from": came_from(first.to),
            ":reason_out": first.reason,
            ":verified_on": on,
            ":verified_by": by,
            ":verified_how": first.how,
            ":left_on": left_on(first.to, on),
            ":first": first.id,
            ":last": last.id,
        })?;
        anyhow::ensure!(changed == alike.len(), "{changed} of {} needs were collected", alike.len());
    }
    Ok(())
}

/// Logs what is about to be done.
fn log_moves(change: &mut Change<'_>, moves: &[Move], by: &str, on: Day) -> anyhow::Result<()> {
    let by: Arc<str> = by.into();
    let mut statement = change.session().prepare(NeedRow::ALL)?;
    let mut rows = statement.query([])?;
    for next in moves {
        let need = loop {
            let Some(row) = rows.next()? else {
                return Err(Refusal::MovedMeanwhile { record: next.id.to_string() }.into());
            };
            if row.get::<_, i64>(0)? == next.id {
                break NeedRow::from_row(row)?;
            }
        };
        change.log_moved::<NeedRow>(next.id, Box::new(Moved { need, to: next.clone(), by: Arc::clone(&by), on }))?;
    }
    Ok(())
}

fn came_from(to: NeedState) -> Option<NeedState> {
    to.is_exit().then_some(NeedState::Collected)
}

fn left_on(to: NeedState, on: Day) -> Option<Day> {
    to.is_exit().then_some(on)
}

/// A need before its move, which it makes where it is digested.
struct Moved {
    need: NeedRow,
    to: Move,
    by: Arc<str>,
    on: Day,
}

impl Canonical for Moved {
    fn before(&mut self) -> anyhow::Result<Option<String>> {
        let before = canonical(&self.need)?;
        self.need.state = self.to.to;
        self.need.came_from = came_from(self.to.to);
        self.need.reason_out = self.to.reason.as_deref().map(str::to_owned);
        self.need.verified_on = Some(self.on);
        self.need.verified_by = Some(self.by.to_string());
        self.need.verified_how = self.to.how.as_deref().map(str::to_owned);
        self.need.duplicate_of = None;
        self.need.left_on = left_on(self.to.to, self.on);
        Ok(Some(before))
    }

    fn canonical(&self, out: &mut Vec<u8>) -> rusqlite::Result<()> {
        Canonical::canonical(&self.need, out)
    }
}
