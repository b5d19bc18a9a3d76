//! The state function: every change of a need's or a claim's state goes through here, guarded by the state it is
//! expected to have, and is logged in the same transaction.

use rusqlite::named_params;

use crate::lang::{self, store as text};
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::model::words::{ClaimState, NeedState};

use super::log::Change;
use super::rows::{ClaimRow, NeedRow};

/// Whether the lifecycle (design, section 2) lets a need go from one state to another. An exit leads back only to the
/// state it came from.
pub fn may_become(need: &NeedRow, to: NeedState) -> bool {
    if need.state.is_exit() { need.came_from == Some(to) } else { need.state.next().contains(&to) }
}

/// Moves a need to `to`; `edit` sets what goes with the move (days, reasons, numbers). The stored state must be the
/// one of `before`, else nothing is changed.
///
/// Errors: a move that the lifecycle does not have; a need that another command has moved meanwhile.
pub fn move_need(
    change: &mut Change<'_>,
    before: &NeedRow,
    to: NeedState,
    edit: impl FnOnce(&mut NeedRow),
) -> anyhow::Result<NeedRow> {
    if !may_become(before, to) {
        let word = |state: NeedState| lang::word(state.zh(), state.code());
        return Err(no_such_move(&before.code, word(before.state), word(to)));
    }
    let mut after = before.clone();
    after.came_from = to.is_exit().then_some(before.state);
    after.state = to;
    edit(&mut after);
    let sql = "
        UPDATE need
        SET state = :state, came_from = :came_from, reason_out = :reason_out, consent_basis = :consent_basis,
          verified_on = :verified_on, verified_by = :verified_by, verified_how = :verified_how,
          duplicate_of = :duplicate_of, wording = :wording, wording_checked = :wording_checked,
          public_code = :public_code, number = :number, published_on = :published_on, closed_on = :closed_on
        WHERE id = :id AND state = :expected";
    let changed = change.conn().prepare_cached(sql)?.execute(named_params! {
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
        ":id": after.id,
        ":expected": before.state,
    })?;
    if changed != 1 {
        return Err(stop(Exit::Refused, text::moved_meanwhile(&before.code)));
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
          ended_on = :ended_on, reason = :reason, satisfaction = :satisfaction, feedback = :feedback
        WHERE id = :id AND state = :expected";
    let changed = change.conn().prepare_cached(sql)?.execute(named_params! {
        ":state": after.state,
        ":started_on": after.started_on,
        ":completed_on": after.completed_on,
        ":confirmed_on": after.confirmed_on,
        ":ended_on": after.ended_on,
        ":reason": after.reason,
        ":satisfaction": after.satisfaction,
        ":feedback": after.feedback,
        ":id": after.id,
        ":expected": before.state,
    })?;
    if changed != 1 {
        return Err(stop(Exit::Refused, text::moved_meanwhile(&before.code)));
    }
    change.log_update(before, &after)?;
    Ok(after)
}

/// The claim as it is after such a move; of one that is still to be added nothing else is needed.
pub fn moved_claim(before: &ClaimRow, to: ClaimState, edit: impl FnOnce(&mut ClaimRow)) -> anyhow::Result<ClaimRow> {
    if !before.state.next().contains(&to) {
        let word = |state: ClaimState| lang::word(state.zh(), state.code());
        return Err(no_such_move(&before.code, word(before.state), word(to)));
    }
    let mut after = before.clone();
    after.state = to;
    edit(&mut after);
    Ok(after)
}

fn no_such_move(code: &Code, from: String, to: String) -> anyhow::Error {
    stop(Exit::Refused, text::no_such_move(code, from, to))
}
