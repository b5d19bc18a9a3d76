//! Every need and every claim as reports know them, streamed in the order of their ids.

use rusqlite::Connection;

use crate::model::facts::{ClaimFact, NeedFact};

/// Calls `each` with every need.
pub fn each_need(conn: &Connection, mut each: impl FnMut(NeedFact)) -> anyhow::Result<()> {
    let sql = "
        SELECT id, kind, theme, place_id, campaign_id, programme_id, state, came_from, quantity, deadline, collected_on,
          verified_on, published_on, closed_on
        FROM need
        ORDER BY id";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(NeedFact {
            id: row.get(0)?,
            kind: row.get(1)?,
            theme: row.get(2)?,
            place: row.get(3)?,
            campaign: row.get(4)?,
            programme: row.get(5)?,
            state: row.get(6)?,
            came_from: row.get(7)?,
            quantity: row.get(8)?,
            deadline: row.get(9)?,
            collected_on: row.get(10)?,
            verified_on: row.get(11)?,
            published_on: row.get(12)?,
            closed_on: row.get(13)?,
        });
    }
    Ok(())
}

/// Calls `each` with every claim.
pub fn each_claim(conn: &Connection, mut each: impl FnMut(ClaimFact)) -> anyhow::Result<()> {
    let sql = "
        SELECT id, need_id, state, quantity, unnamed, claimed_on, deadline, started_on, completed_on, confirmed_on,
          ended_on, satisfaction
        FROM claim
        ORDER BY id";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(ClaimFact {
            id: row.get(0)?,
            need: row.get(1)?,
            state: row.get(2)?,
            quantity: row.get(3)?,
            unnamed: row.get(4)?,
            claimed_on: row.get(5)?,
            deadline: row.get(6)?,
            started_on: row.get(7)?,
            completed_on: row.get(8)?,
            confirmed_on: row.get(9)?,
            ended_on: row.get(10)?,
            satisfaction: row.get(11)?,
        });
    }
    Ok(())
}
