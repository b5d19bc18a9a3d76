//! Rows of a list and the inbox of claims: what nobody could match goes there, and a list that went out of it to be decided on
//! settles what waits there.

use super::ClaimImport;
use crate::model::draft::ClaimDraft;
use crate::model::fault::Flaw;
use crate::model::fields::Field;
use crate::store::collect::{Outcome, Taken};
use crate::store::log::Change;
use crate::store::pending::{self, Outcome as Settled};

/// A row whose need or people nobody could match.
#[derive(Debug, Clone)]
pub struct Unmatched {
    /// Which list of the import it is in, from 0.
    pub list: usize,
    pub row: u32,
    pub draft: ClaimDraft,
    pub flaw: Flaw,
}

impl ClaimImport {
    pub(super) fn unmatched(&mut self, draft: &ClaimDraft, row: u32, flaw: Flaw) -> Outcome {
        // More of them are too many for an inbox: such a list has its file of faulty rows.
        const MOST: usize = 1_000;
        if self.unmatched.len() < MOST {
            self.unmatched.push(Unmatched { list: self.lists, row, draft: draft.clone(), flaw: flaw.clone() });
        }
        Outcome::faulty(flaw)
    }

    /// A row that somebody decided is not a claim.
    pub(super) fn drop(&mut self, change: &mut Change<'_>, draft: &ClaimDraft) -> anyhow::Result<Outcome> {
        let is_settled = self.settle_waiting(change, draft, Settled::Dropped)?;
        Ok(Outcome::of(if is_settled { Taken::Updated } else { Taken::Unchanged }))
    }

    /// Settles what waits in the inbox, where the row has its words; whether there was such.
    pub(super) fn settle_waiting(
        &mut self,
        change: &mut Change<'_>,
        draft: &ClaimDraft,
        outcome: Settled,
    ) -> anyhow::Result<bool> {
        let Some(id) = self.waiting(change, draft)? else { return Ok(false) };
        pending::settle(change, id, outcome, self.today)?;
        self.settled += 1;
        Ok(true)
    }

    /// Whether a row came out of the inbox, and what it means waits there still.
    pub fn waits_already(&mut self, change: &Change<'_>, draft: &ClaimDraft) -> anyhow::Result<bool> {
        Ok(self.waiting(change, draft)?.is_some())
    }

    fn waiting(&mut self, change: &Change<'_>, draft: &ClaimDraft) -> anyhow::Result<Option<i64>> {
        let Some(words) = draft.values.text(Field::Words) else { return Ok(None) };
        let item = draft.values.text(Field::Item).and_then(|item| item.trim().parse().ok());
        let need = self.need(change.session(), draft)?.ok().map(|need| need.id);
        pending::waiting_for(change.session(), (item, words), need)
    }
}
