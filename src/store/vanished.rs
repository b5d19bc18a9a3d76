//! Stored records that a list which is whole for its kind and place does not name.

use rusqlite::named_params;

use super::place::Places;
use super::seen::Seen;
use crate::model::words::ListKind;
use crate::store::Session;

/// A record that the list lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vanished {
    pub code: String,
    /// A need's; `None` for people and organisations.
    pub state: Option<String>,
    /// It has a live claim, or takes part in one.
    pub claimed: bool,
}

/// The records of a kind at `under` and below that no list has named, claimed ones first. Needs that have left the
/// lifecycle, and people and organisations that are registered nowhere, are not missed.
pub fn vanished(
    session: &Session,
    kind: ListKind,
    places: &Places,
    under: i64,
    seen: &Seen,
) -> anyhow::Result<Vec<Vanished>> {
    let sql = match kind {
        ListKind::Wishes => NEEDS,
        ListKind::Projects => NEEDS,
        ListKind::Members => MEMBERS,
        ListKind::Orgs => ORGS,
        ListKind::Claims | ListKind::Decisions | ListKind::Places => return Ok(Vec::new()),
    };
    let mut statement = session.prepare(sql)?;
    let need_kind = if kind == ListKind::Projects { "project" } else { "wish" };
    let mut rows = match kind {
        ListKind::Wishes | ListKind::Projects => statement.query(named_params! {":kind": need_kind})?,
        _ => statement.query([])?,
    };
    let mut vanished = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, place): (i64, i64) = (row.get(0)?, row.get(1)?);
        if !seen.has_named(id) && places.is_within(place, under) {
            vanished.push(Vanished { code: row.get(2)?, state: row.get(3)?, claimed: row.get(4)? });
        }
    }
    vanished.sort_by_key(|one| !one.claimed);
    Ok(vanished)
}

const NEEDS: &str = "
    SELECT id, place_id, code, state,
      EXISTS (
        SELECT 1
        FROM claim
        WHERE claim.need_id = need.id AND claim.state IN (SELECT state FROM claim_states WHERE holds)
      )
    FROM need
    WHERE kind = :kind AND state IN (SELECT state FROM need_states WHERE NOT is_over)
    ORDER BY id";

const MEMBERS: &str = "
    SELECT member.id, registration.place_id, member.code, NULL,
      EXISTS (
        SELECT 1
        FROM claim_party
        JOIN claim ON claim.id = claim_party.claim_id
        WHERE claim_party.member_id = member.id
          AND claim.state IN (SELECT state FROM claim_states WHERE holds)
      )
    FROM member
    JOIN registration ON registration.member_id = member.id AND registration.until_day IS NULL
    ORDER BY member.id";

const ORGS: &str = "
    SELECT org.id, registration.place_id, org.code, NULL,
      EXISTS (
        SELECT 1
        FROM claim_party
        JOIN claim ON claim.id = claim_party.claim_id
        WHERE claim_party.org_id = org.id
          AND claim.state IN (SELECT state FROM claim_states WHERE holds)
      )
    FROM org
    JOIN registration ON registration.org_id = org.id AND registration.until_day IS NULL
    ORDER BY org.id";
