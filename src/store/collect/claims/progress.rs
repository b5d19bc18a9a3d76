//! Lists of how far claims have come: rows with a code and a state, and nobody who claims.

use crate::model::draft::ClaimDraft;
use crate::model::fault::{Candidate, FaultKind, Flaw};
use crate::model::fields::Field;
use crate::model::refusal::RowRefusal;

use super::super::super::claim;
use super::super::super::claimant::Party;
use super::super::super::find;
use super::super::super::log::Change;
use super::super::Outcome;
use super::ClaimImport;
use super::contradicts::contradiction;

impl ClaimImport {
    /// Takes a row of a list that says how far claims have come: the claim of its code, else the only one of its need.
    pub(super) fn move_on(
        &mut self,
        change: &mut Change<'_>,
        draft: &ClaimDraft,
        row: u32,
        fingerprint: u32,
    ) -> anyhow::Result<Outcome> {
        let session = change.session();
        let unknown = |field: Field, code: String| {
            Outcome::faulty(Flaw::of(field, FaultKind::Unknown { value: code, near: String::new() }))
        };
        let as_need = draft.values.code(Field::Need).map(|code| find::claim(session, code)).transpose()?.flatten();
        let stored = if let Some(stored) = as_need {
            stored
        } else if let Some(code) = draft.values.code(Field::Code) {
            match find::claim(session, code)? {
                Some(stored) => stored,
                None => return Ok(unknown(Field::Code, code.to_string())),
            }
        } else {
            let need = match self.need(session, draft)? {
                Ok(need) => need,
                Err(flaw) => return Ok(Outcome::faulty(flaw)),
            };
            let mut holding = claim::holding(session, need.id)?;
            match (holding.pop(), holding.is_empty()) {
                (Some(one), true) => one,
                (None, _) => {
                    let reason = RowRefusal::Unclaimed { need: need.code };
                    return Ok(Outcome::faulty(Flaw::refused(Field::Need, reason)));
                }
                (Some(one), false) => {
                    let codes = holding.iter().chain([&one]).map(|claim| claim.code.as_str());
                    let candidates = Candidate::named(codes);
                    let why = FaultKind::Ambiguous { value: need.code.to_string(), candidates };
                    return Ok(Outcome::faulty(Flaw::of(Field::Need, why)));
                }
            }
        };
        if let Some(flaw) = contradiction(&find::need_by_id(session, stored.need_id)?, draft) {
            return Ok(Outcome::faulty(flaw));
        }
        let dated = draft.values.day(Field::ClaimedOn).unwrap_or(stored.claimed_on);
        if let Some(flaw) = self.day_flaw(draft, None, dated) {
            return Ok(Outcome::faulty(flaw));
        }
        let done = draft.values.day(Field::CompletedOn).filter(|done| *done < stored.claimed_on);
        if let Some(done) = done {
            let why = FaultKind::BeforeClaimed { day: done.to_string(), claimed: stored.claimed_on.to_string() };
            return Ok(Outcome::faulty(Flaw::of(Field::CompletedOn, why)));
        }
        if let Some(outcome) = Outcome::of_earlier(self.seen.row(stored.id, row, fingerprint)) {
            return Ok(outcome);
        }
        let parties: Vec<Party> = claim::parties_of(session, stored.id)?.into_iter().map(|(party, _)| party).collect();
        self.update(change, stored, draft, &parties)
    }
}
