//! The inbox of claims: what chats and lists say and nobody could match. It waits as long as its need is to be had, and
//! nobody has settled it.

use anyhow::Context;
use rusqlite::{OptionalExtension, named_params};

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::words::NeedState;
use crate::store::Session;

use super::log::Change;
use super::record::Record;
use super::rows::{NeedRow, PendingRow};
use super::{claim, find};

/// What became of one that waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Claimed,
    Dropped,
}

/// Notes one, unless the same people wrote the same words about the same need already; whether it is new.
pub fn note(change: &mut Change<'_>, row: PendingRow) -> anyhow::Result<bool> {
    let sql = "
        SELECT id
        FROM pending_claim
        WHERE words = :words AND need IS :need AND who IS :who AND unit IS :unit";
    let params = named_params! {":words": row.words, ":need": row.need, ":who": row.who, ":unit": row.unit};
    let known: Option<i64> = change.session().prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()?;
    if known.is_some() {
        return Ok(false);
    }
    let id = change.next_id::<PendingRow>()?;
    change.insert(PendingRow { id, ..row })?;
    Ok(true)
}

/// One that nobody has settled.
#[derive(Debug)]
pub struct Waiting {
    pub row: PendingRow,
    /// Its need is no longer available: somebody else has it, or it has left the wall.
    pub is_too_late: bool,
}

/// Those that nobody has settled, the oldest first.
pub fn unsettled(session: &Session) -> anyhow::Result<Vec<Waiting>> {
    let mut statement = session.prepare("SELECT id FROM pending_claim WHERE outcome IS NULL ORDER BY id")?;
    let ids: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut waiting = Vec::new();
    for id in ids {
        let Some(row) = by_id(session, id)? else { continue };
        let is_too_late = match need_of(session, &row)? {
            Some(need) => !is_to_be_had(session, &need)?,
            None => false,
        };
        waiting.push(Waiting { row, is_too_late });
    }
    Ok(waiting)
}

/// How many wait for somebody to settle them.
pub fn count_waiting(session: &Session) -> anyhow::Result<usize> {
    Ok(unsettled(session)?.iter().filter(|one| !one.is_too_late).count())
}

pub fn by_id(session: &Session, id: i64) -> anyhow::Result<Option<PendingRow>> {
    let mut statement = session.prepare_cached(PendingRow::SELECT)?;
    Ok(statement.query_row(named_params! {":id": id}, PendingRow::from_row).optional()?)
}

/// The need that one names, where there is such a need.
pub fn need_of(session: &Session, row: &PendingRow) -> anyhow::Result<Option<NeedRow>> {
    let code = row.need.as_deref().and_then(|need| need.parse::<Code>().ok());
    code.map_or(Ok(None), |code| find::need(session, &code))
}

fn is_to_be_had(session: &Session, need: &NeedRow) -> anyhow::Result<bool> {
    let held: i64 = claim::holding(session, need.id)?.iter().map(|claim| claim.quantity).sum();
    Ok(!need.state.is_exit() && need.state != NeedState::Closed && held < need.quantity)
}

/// The one that waits with these words: of that number in the inbox, else about the same need.
pub fn waiting_for(
    session: &Session,
    (item, words): (Option<i64>, &str),
    need: Option<i64>,
) -> anyhow::Result<Option<i64>> {
    let sql = "SELECT id FROM pending_claim WHERE outcome IS NULL AND words = :words ORDER BY id";
    let mut statement = session.prepare_cached(sql)?;
    let ids: Vec<i64> =
        statement.query_map(named_params! {":words": words}, |row| row.get(0))?.collect::<Result<_, _>>()?;
    if item.is_some() {
        return Ok(item.filter(|item| ids.contains(item)));
    }
    for id in ids {
        let Some(row) = by_id(session, id)? else { continue };
        if need_of(session, &row)?.map(|need| need.id) == need {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// Settles one.
pub fn settle(change: &mut Change<'_>, id: i64, outcome: Outcome, on: Day) -> anyhow::Result<()> {
    let before = by_id(change.session(), id)?.context("a pending claim that was found before")?;
    let outcome = match outcome {
        Outcome::Claimed => "claimed",
        Outcome::Dropped => "dropped",
    };
    let after = PendingRow { settled_on: Some(on), outcome: Some(outcome.to_owned()), ..before.clone() };
    change.update(&before, &after)
}
