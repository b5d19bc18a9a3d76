//! Which records a list has named so far, at which row and with which cells: eight bytes a record, so that a second
//! row for the same record is reported as a duplicate or as a fault. And which stored records a list does not name that is
//! whole for its kind and place.

use rusqlite::named_params;

use crate::model::words::ListKind;
use crate::store::Session;
use crate::store::place::Places;

/// The records of one table that the list being read has named.
#[derive(Debug, Default)]
pub struct Seen {
    /// By record id: the row, 0 for none, and the fingerprint of its cells.
    rows: Vec<(u32, u32)>,
    /// Records that any list of the command has named.
    named: Vec<bool>,
}

/// What an earlier row of the same list has of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    None,
    /// The same cells.
    Same,
    /// Other cells, at this row.
    Differs(u32),
}

impl Seen {
    /// The next list's rows are compared among themselves.
    pub fn end_list(&mut self) {
        self.rows.clear();
    }

    /// Whether any list so far has named the record.
    pub fn has_named(&self, id: i64) -> bool {
        usize::try_from(id).ok().and_then(|at| self.named.get(at)).is_some_and(|named| *named)
    }

    /// Whether the list being read has named the record.
    pub fn has_row(&self, id: i64) -> bool {
        usize::try_from(id).ok().and_then(|at| self.rows.get(at)).is_some_and(|(row, _)| *row != 0)
    }

    /// What an earlier row has of the record; the first to ask is remembered.
    pub fn row(&mut self, id: i64, row: u32, fingerprint: u32) -> Earlier {
        let Ok(at) = usize::try_from(id) else { return Earlier::None };
        if at >= self.rows.len() {
            self.rows.resize(at + 1, (0, 0));
        }
        let (earlier, cells) = self.rows[at];
        if earlier == 0 {
            self.rows[at] = (row, fingerprint);
            self.named.resize(self.named.len().max(at + 1), false);
            self.named[at] = true;
            return Earlier::None;
        }
        if cells == fingerprint { Earlier::Same } else { Earlier::Differs(earlier) }
    }
}

/// The fingerprint of a row's cells with the place that they mean, in whichever form its name is written.
pub fn with_place(cells: u32, place: Option<i64>) -> u32 {
    // A city has some 3,000 places; the factor spreads their ids over all bits.
    place.map_or(cells, |place| cells ^ (place as u32).wrapping_mul(0x9E37_79B9))
}

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
        FROM holding_claim
        WHERE holding_claim.need_id = need.id
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_row_for_a_record_is_the_same_or_differs() {
        let mut seen = Seen::default();
        assert_eq!(seen.row(7, 4, 11), Earlier::None);
        assert_eq!(seen.row(7, 52, 11), Earlier::Same);
        assert_eq!(seen.row(7, 53, 12), Earlier::Differs(4));
    }
}
