//! Every need and every claim as reports know them, streamed in the order of their ids. A city has 300,000 of each, so
//! cells are read as the bytes they are.

use rusqlite::Row;
use rusqlite::types::{FromSqlError, ValueRef};

use crate::model::day::Day;
use crate::model::facts::{ClaimFact, NeedFact};
use crate::model::words::{ClaimState, Milestone, NeedKind, NeedState, Theme};
use crate::store::Session;

/// Calls `each` with every need.
pub fn each_need(session: &Session, mut each: impl FnMut(NeedFact)) -> anyhow::Result<()> {
    let sql = "
        SELECT id, kind, theme, place_id, campaign_id, programme_id, state, came_from, quantity, deadline, collected_on,
          verified_on, published_on, closed_on, left_on
        FROM need
        ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut days = NeedDays::default();
    while let Some(row) = rows.next()? {
        each(need_fact(row, 0, &mut days)?);
    }
    Ok(())
}

/// Room for so many needs is enough: ids are given one after another. A damaged file's last id asks for no more than a
/// city's. Asked of the table itself, also where its past lies over it: of a view it would be a look at every row.
pub fn room(session: &Session) -> anyhow::Result<usize> {
    const CITY: usize = 500_000;
    let last: Option<i64> = session.query_row("SELECT max(id) FROM main.need", [], |row| row.get(0))?;
    Ok(usize::try_from(last.unwrap_or(0)).unwrap_or(0).saturating_add(1).min(CITY))
}

/// Calls `each` with every claim that holds a project on a day: the project, and the last milestone it had reached then.
pub fn each_project_claim(
    session: &Session,
    day: Day,
    mut each: impl FnMut(i64, Option<Milestone>),
) -> anyhow::Result<()> {
    let sql = "
        SELECT claim.need_id, claim.letter_on, claim.approved_on, claim.plan_on,
          CASE WHEN claim.state = 'active' THEN NULL ELSE coalesce(claim.started_on, claim.completed_on) END,
          CASE WHEN claim_states.is_done THEN coalesce(claim.completed_on, claim.claimed_on) END, claim.accepted_on
        FROM need
        JOIN claim ON claim.need_id = need.id
        JOIN claim_states ON claim_states.state = claim.state
        WHERE need.kind = 'project' AND claim.claimed_on <= :day
          AND (claim_states.holds OR coalesce(claim.ended_on, '') > :day)
          AND (claim.reopened_on IS NULL OR claim.reopened_on > :day)
        ORDER BY claim.id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(rusqlite::named_params! {":day": day})?;
    while let Some(row) = rows.next()? {
        let mut last = None;
        for (at, milestone) in Milestone::ALL.iter().enumerate() {
            let on: Option<Day> = row.get(at + 1)?;
            if on.is_some_and(|on| on <= day) {
                last = Some(*milestone);
            }
        }
        each(row.get(0)?, last);
    }
    Ok(())
}

/// Calls `each` with every need, those that run first, without theme, campaign and programme: most reports do without,
/// and each column of a city's needs takes its time.
pub fn each_need_by_place(session: &Session, mut each: impl FnMut(NeedFact)) -> anyhow::Result<()> {
    // The plus keeps off the index by state: nearly all are read, in the order in which they lie.
    let running = "
        SELECT id, kind, place_id, state, quantity, deadline, collected_on, verified_on, published_on
        FROM need
        WHERE +state IN (SELECT state FROM need_states WHERE NOT is_over)
        ORDER BY id";
    let ended = "
        SELECT id, kind, place_id, state, quantity, deadline, collected_on, verified_on, published_on, closed_on, left_on,
          came_from
        FROM need
        WHERE state IN (SELECT state FROM need_states WHERE is_over) AND state <> 'collected'
        ORDER BY id";
    for (sql, has_ended) in [(running, false), (ended, true)] {
        let mut statement = session.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut days = NeedDays::default();
        while let Some(row) = rows.next()? {
            let mut day = |place: usize| days[place].day(row, place + 5);
            each(NeedFact {
                deadline: day(0)?,
                collected_on: day(1)?,
                verified_on: day(2)?,
                published_on: day(3)?,
                closed_on: if has_ended { day(4)? } else { None },
                left_on: if has_ended { day(5)? } else { None },
                id: row.get(0)?,
                kind: word(row, 1, NeedKind::ALL, NeedKind::code)?.ok_or(FromSqlError::InvalidType)?,
                theme: None,
                place: row.get(2)?,
                campaign: None,
                programme: None,
                state: word(row, 3, NeedState::ALL, NeedState::code)?.ok_or(FromSqlError::InvalidType)?,
                came_from: if has_ended { word(row, 11, NeedState::ALL, NeedState::code)? } else { None },
                quantity: row.get(4)?,
            });
        }
    }
    Ok(())
}

/// Calls `each` with every claim.
pub fn each_claim(session: &Session, mut each: impl FnMut(ClaimFact)) -> anyhow::Result<()> {
    let sql = "
        SELECT need_id, state, quantity, claimed_on, deadline, started_on, completed_on, confirmed_on, ended_on,
          reopened_on
        FROM claim
        ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut days = ClaimDays::default();
    while let Some(row) = rows.next()? {
        each(claim_fact(row, &mut days)?);
    }
    Ok(())
}

/// A claim that is confirmed, and its need.
pub struct Confirmed {
    pub id: i64,
    pub claim: ClaimFact,
    pub need: NeedFact,
    /// 1 to 5.
    pub satisfaction: Option<i64>,
}

/// Calls `each` with every claim that is confirmed.
pub fn each_confirmed(session: &Session, mut each: impl FnMut(Confirmed)) -> anyhow::Result<()> {
    let sql = "
        SELECT claim.need_id, claim.state, claim.quantity, claim.claimed_on, claim.deadline, claim.started_on,
          claim.completed_on, claim.confirmed_on, claim.ended_on, claim.reopened_on, claim.id, claim.satisfaction, need.id, need.kind,
          need.theme, need.place_id, need.campaign_id, need.programme_id, need.state, need.came_from, need.quantity,
          need.deadline, need.collected_on, need.verified_on, need.published_on, need.closed_on, need.left_on
        FROM claim
        JOIN need ON need.id = claim.need_id
        WHERE claim.state = 'confirmed'
        ORDER BY claim.id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    let (mut days, mut need_days) = (ClaimDays::default(), NeedDays::default());
    while let Some(row) = rows.next()? {
        each(Confirmed {
            id: row.get(10)?,
            claim: claim_fact(row, &mut days)?,
            need: need_fact(row, 12, &mut need_days)?,
            satisfaction: row.get(11)?,
        });
    }
    Ok(())
}

type NeedDays = [Known; 6];
type ClaimDays = [Known; 7];

/// A need of the columns from `first` on.
fn need_fact(row: &Row<'_>, first: usize, days: &mut NeedDays) -> rusqlite::Result<NeedFact> {
    let mut day = |place: usize| days[place].day(row, first + place + 9);
    Ok(NeedFact {
        deadline: day(0)?,
        collected_on: day(1)?,
        verified_on: day(2)?,
        published_on: day(3)?,
        closed_on: day(4)?,
        left_on: day(5)?,
        id: row.get(first)?,
        kind: word(row, first + 1, NeedKind::ALL, NeedKind::code)?.ok_or(FromSqlError::InvalidType)?,
        theme: word(row, first + 2, Theme::ALL, Theme::code)?,
        place: row.get(first + 3)?,
        campaign: row.get(first + 4)?,
        programme: row.get(first + 5)?,
        state: word(row, first + 6, NeedState::ALL, NeedState::code)?.ok_or(FromSqlError::InvalidType)?,
        came_from: word(row, first + 7, NeedState::ALL, NeedState::code)?,
        quantity: row.get(first + 8)?,
    })
}

/// A claim of the first columns.
fn claim_fact(row: &Row<'_>, days: &mut ClaimDays) -> rusqlite::Result<ClaimFact> {
    let mut day = |place: usize| days[place].day(row, place + 3);
    Ok(ClaimFact {
        claimed_on: day(0)?.ok_or(FromSqlError::InvalidType)?,
        deadline: day(1)?,
        started_on: day(2)?,
        completed_on: day(3)?,
        confirmed_on: day(4)?,
        ended_on: day(5)?,
        reopened_on: day(6)?,
        need: row.get(0)?,
        state: word(row, 1, ClaimState::ALL, ClaimState::code)?.ok_or(FromSqlError::InvalidType)?,
        quantity: row.get(2)?,
    })
}

/// The day that a column had last: the rows below each other often have the same.
#[derive(Default)]
struct Known {
    text: [u8; 10],
    day: Option<Day>,
}

impl Known {
    fn day(&mut self, row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Day>> {
        match row.get_ref(column)? {
            ValueRef::Null => Ok(None),
            ValueRef::Text(text) if text == self.text => Ok(self.day),
            ValueRef::Text(text) => {
                let day = Day::from_iso(text).ok_or(FromSqlError::InvalidType)?;
                if let Ok(text) = text.try_into() {
                    (self.text, self.day) = (text, Some(day));
                }
                Ok(Some(day))
            }
            _ => Err(FromSqlError::InvalidType.into()),
        }
    }
}

/// A word of a closed set.
fn word<T: Copy>(
    row: &Row<'_>,
    column: usize,
    all: &[T],
    code: impl Fn(T) -> &'static str,
) -> rusqlite::Result<Option<T>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        ValueRef::Text(text) => match all.iter().find(|one| code(**one).as_bytes() == text) {
            Some(one) => Ok(Some(*one)),
            None => Err(FromSqlError::InvalidType.into()),
        },
        _ => Err(FromSqlError::InvalidType.into()),
    }
}
