//! Rows by which some of several claimants give back what the others go on with, and rows of what was over before others took it.

use super::{ClaimImport, before_claimed, is_dated, text_of};
use crate::model::draft::ClaimDraft;
use crate::model::fields::Field;
use crate::model::words::{ClaimState, Leaving};
use crate::store::claim;
use crate::store::claimant::Party;
use crate::store::collect::{Outcome, Taken};
use crate::store::find;
use crate::store::joint::{self, Farewell};
use crate::store::log::Change;
use crate::store::rows::{ClaimRow, NeedRow};

impl ClaimImport {
    /// Takes those of a row out of the claim that it means, `stored` or the only one that they take part in with others;
    /// `None` where there is no such claim, or the row gives nothing back. Whoever has left already changes nothing.
    pub(super) fn leave(
        &mut self,
        change: &mut Change<'_>,
        draft: &ClaimDraft,
        (need, stored): (&NeedRow, Option<&ClaimRow>),
        leaving: &[Party],
    ) -> anyhow::Result<Option<Outcome>> {
        if draft.state().holds() {
            return Ok(None);
        }
        let session = change.session();
        let ended = draft.values.day(Field::EndedOn);
        let (mut fits, mut have_left, mut is_again): (Vec<ClaimRow>, bool, bool) = (Vec::new(), false, false);
        for one in find::claims_of(session, need.id)? {
            if stored.is_some_and(|stored| stored.id != one.id) {
                continue;
            }
            have_left |= joint::have_left(session, one.id, leaving, None)?;
            is_again |= joint::have_left(session, one.id, leaving, ended)?;
            let held = claim::parties_of(session, one.id)?;
            let are_some =
                leaving.len() < held.len() && leaving.iter().all(|one| held.iter().any(|(held, _)| one == held));
            if one.state.runs() && are_some {
                fits.push(one);
            }
        }
        // The same list as before is not about what they have taken since: that has a day of its own.
        let claim = fits.pop().filter(|_| fits.is_empty() && !is_again);
        let Some(claim) = claim else { return Ok(have_left.then(|| Outcome::of(Taken::Unchanged))) };
        let on = ended.unwrap_or(self.today);
        if on < claim.claimed_on {
            return Ok(Some(Outcome::faulty(before_claimed(Field::EndedOn, on, claim.claimed_on))));
        }
        let how = if draft.state() == ClaimState::Revoked { Leaving::Revoked } else { Leaving::Released };
        let reason = text_of(&draft.values, Field::Note).unwrap_or_else(|| self.ended_by_list.clone());
        joint::leave(change, &claim, leaving, None, &Farewell { how, on, reason })?;
        self.claims.push(claim.id);
        Ok(Some(Outcome { warnings: self.end_warnings(draft), ..Outcome::of(Taken::Updated) }))
    }
}

/// Whether a row says from when until when somebody had what they gave back.
pub(super) fn is_of_before(draft: &ClaimDraft) -> bool {
    !draft.state().holds() && is_dated(draft) && draft.values.day(Field::EndedOn).is_some()
}
