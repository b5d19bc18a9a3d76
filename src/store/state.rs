//! The state function: every change of a need's or a claim's state goes through here, guarded by the state it is
//! expected to have, and is logged in the same transaction.

use rusqlite::named_params;

use crate::model::day::Day;
use crate::model::refusal::Refusal;
use crate::model::words::{ClaimState, NeedState};

use super::log::Change;
use super::rows::{ClaimRow, NeedRow};

/// Whether the lifecycle (docs/design.md, section 2) lets a need go from one state to another. An exit leads back only to the
/// state it came from.
pub fn may_become(need: &NeedRow, to: NeedState) -> bool {
    if need.state.is_exit() { need.came_from == Some(to) } else { need.state.next().contains(&to) }
}

/// Moves a need to `to` on a day, which is kept of an exit; `edit` sets what else goes with the move (days, reasons,
/// numbers). The stored state must be the one of `before`, else nothing is changed.
///
/// Errors: a move that the lifecycle does not have; a need that another command has moved meanwhile.
pub fn move_need(
    change: &mut Change<'_>,
    before: &NeedRow,
    (to, on): (NeedState, Day),
    edit: impl FnOnce(&mut NeedRow),
) -> anyhow::Result<NeedRow> {
    if !may_become(before, to) {
        return Err(Refusal::NeedMove { code: before.code.clone(), from: before.state, to }.into());
    }
    let mut after = before.clone();
    after.came_from = to.is_exit().then_some(before.state);
    after.left_on = to.is_exit().then_some(on);
    after.state = to;
    edit(&mut after);
    let sql = "
        UPDATE need
        SET state = :state, came_from = :came_from, reason_out = :reason_out, consent_basis = :consent_basis,
          verified_on = :verified_on, verified_by = :verified_by, verified_how = :verified_how,
          duplicate_of = :duplicate_of, wording = :wording, wording_checked = :wording_checked,
          public_code = :public_code, number = :number, published_on = :published_on, closed_on = :closed_on,
          left_on = :left_on
        WHERE id = :id AND state = :expected";
    let changed = change.session().prepare_cached(sql)?.execute(named_params! {
        ":state": after.state,
        ":came_from": after.came_from,
        ":reason_out": after.reason_out,
        ":consent_basis": after.consent_basis,
        ":verified_on": after.verified_on,
        ":verified_by": after.verified_by,
        ":verified_how": after.verified_how,
        ":duplicate_of": after.duplicate_of,
        ":wording": after.wording,
        ":wording_checked": after.wording_checked,
        ":public_code": after.public_code,
        ":number": after.number,
        ":published_on": after.published_on,
        ":closed_on": after.closed_on,
        ":left_on": after.left_on,
        ":id": after.id,
        ":expected": before.state,
    })?;
    if changed != 1 {
        return Err(Refusal::MovedMeanwhile { record: before.code.to_string() }.into());
    }
    change.log_update(before, &after)?;
    Ok(after)
}

/// Moves a claim to `to`, likewise.
pub fn move_claim(
    change: &mut Change<'_>,
    before: &ClaimRow,
    to: ClaimState,
    edit: impl FnOnce(&mut ClaimRow),
) -> anyhow::Result<ClaimRow> {
    let after = moved_claim(before, to, edit)?;
    let sql = "
        UPDATE claim
        SET state = :state, started_on = :started_on, completed_on = :completed_on, confirmed_on = :confirmed_on,
          ended_on = :ended_on, reason = :reason, satisfaction = :satisfaction, feedback = :feedback,
          confirmed_by = :confirmed_by, outcome = :outcome, cost_fen = :cost_fen, evidence_file = :evidence_file,
          evidence_digest = :evidence_digest
        WHERE id = :id AND state = :expected";
    let changed = change.session().prepare_cached(sql)?.execute(named_params! {
        ":state": after.state,
        ":started_on": after.started_on,
        ":completed_on": after.completed_on,
        ":confirmed_on": after.confirmed_on,
        ":ended_on": after.ended_on,
        ":reason": after.reason,
        ":satisfaction": after.satisfaction,
        ":feedback": after.feedback,
        ":confirmed_by": after.confirmed_by,
        ":outcome": after.outcome,
        ":cost_fen": after.cost_fen,
        ":evidence_file": after.evidence_file,
        ":evidence_digest": after.evidence_digest,
        ":id": after.id,
        ":expected": before.state,
    })?;
    if changed != 1 {
        return Err(Refusal::MovedMeanwhile { record: before.code.to_string() }.into());
    }
    change.log_update(before, &after)?;
    Ok(after)
}

/// The claim as it is after such a move; of one that is still to be added nothing else is needed.
pub fn moved_claim(before: &ClaimRow, to: ClaimState, edit: impl FnOnce(&mut ClaimRow)) -> anyhow::Result<ClaimRow> {
    if !before.state.next().contains(&to) {
        return Err(Refusal::ClaimMove { code: before.code.clone(), from: before.state, to }.into());
    }
    let mut after = before.clone();
    after.state = to;
    edit(&mut after);
    Ok(after)
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::store::{Session, open};

    fn session() -> Session {
        let session = Session::new(Connection::open_in_memory().unwrap());
        open::make_schema(&session).unwrap();
        session
    }

    #[test]
    fn view_of_claim_states_agrees_with_the_model() {
        let session = session();
        let mut statement = session.prepare("SELECT state, holds, runs, is_done FROM claim_states").unwrap();
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        let found: Vec<(ClaimState, bool, bool, bool)> =
            statement.query_map([], row).unwrap().collect::<Result<_, _>>().unwrap();
        let wanted: Vec<_> =
            ClaimState::ALL.iter().map(|state| (*state, state.holds(), state.runs(), state.is_done())).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn view_of_need_states_agrees_with_the_model() {
        let session = session();
        let mut statement = session.prepare("SELECT state, is_exit, is_over, on_wall FROM need_states").unwrap();
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        let found: Vec<(NeedState, bool, bool, bool)> =
            statement.query_map([], row).unwrap().collect::<Result<_, _>>().unwrap();
        let wanted: Vec<_> = NeedState::ALL
            .iter()
            .map(|state| {
                let closed = *state == NeedState::Closed;
                let is_over = state.is_exit() || closed;
                (*state, state.is_exit(), is_over, closed || *state == NeedState::Published)
            })
            .collect();
        assert_eq!(found, wanted);
    }
}
