//! The dated milestones of a project, in their order (docs/design.md, section 2). Two of them are states of the claim:
//! started and completed.

use crate::model::day::Day;
use crate::model::refusal::MilestoneRefusal;
use crate::model::words::{ClaimState, Milestone, NeedKind};

use super::claim::{self, Details, Paper, Step};
use super::log::Change;
use super::rows::{ClaimRow, NeedRow};

/// A milestone that was reached.
#[derive(Debug, Clone)]
pub struct Reached {
    pub milestone: Milestone,
    pub on: Day,
    pub paper: Option<Paper>,
    /// Of a letter: who signed it, and the day on which both parties exchanged it.
    pub signed_by: Option<String>,
    pub exchanged_on: Option<Day>,
}

/// The day of a milestone; none where it was not reached, or nobody wrote down when.
pub fn day_of(claim: &ClaimRow, milestone: Milestone) -> Option<Day> {
    match milestone {
        Milestone::Letter => claim.letter_on,
        Milestone::Approved => claim.approved_on,
        Milestone::Plan => claim.plan_on,
        Milestone::Started => claim.started_on,
        Milestone::Completed => claim.completed_on,
        Milestone::Accepted => claim.accepted_on,
    }
}

/// Why a milestone cannot be what was reached: each comes on or after the day of the one before it.
pub fn refusal(claim: &ClaimRow, need: &NeedRow, reached: &Reached) -> Option<MilestoneRefusal> {
    let code = || claim.code.clone();
    let milestone = reached.milestone;
    if !claim.state.holds() {
        return Some(MilestoneRefusal::Ended { claim: code(), state: claim.state });
    }
    if need.kind == NeedKind::Wish && milestone != Milestone::Letter {
        return Some(MilestoneRefusal::OfProjects { claim: code(), milestone });
    }
    let at = Milestone::ALL.iter().position(|one| *one == milestone)?;
    if let Some(before) = at.checked_sub(1).and_then(|at| Milestone::ALL.get(at)) {
        match day_of(claim, *before) {
            None => return Some(MilestoneRefusal::Missing { claim: code(), milestone, before: *before }),
            Some(day) if reached.on < day => {
                return Some(MilestoneRefusal::OutOfOrder {
                    claim: code(),
                    milestone,
                    on: reached.on,
                    other: *before,
                    day,
                });
            }
            Some(_) => {}
        }
    }
    let next = Milestone::ALL.iter().skip(at + 1).find_map(|next| Some((*next, day_of(claim, *next)?)));
    if let Some((other, day)) = next.filter(|(_, day)| *day < reached.on) {
        return Some(MilestoneRefusal::OutOfOrder { claim: code(), milestone, on: reached.on, other, day });
    }
    if let Some(refusal) = letter_too_early(claim, need, reached) {
        return Some(refusal);
    }
    let exchanged = reached.exchanged_on.or(claim.letter_exchanged_on).filter(|_| milestone == Milestone::Letter)?;
    (exchanged < reached.on).then(|| MilestoneRefusal::ExchangedBefore { claim: code(), on: reached.on, exchanged })
}

/// A letter may be signed before its claim was written down, as long as there was something to sign for: the need was on the
/// wall by then, or the claim itself is older.
fn letter_too_early(claim: &ClaimRow, need: &NeedRow, reached: &Reached) -> Option<MilestoneRefusal> {
    let on = reached.on;
    if reached.milestone != Milestone::Letter {
        return None;
    }
    if let Some(collected) = need.collected_on.filter(|collected| on < *collected) {
        return Some(MilestoneRefusal::BeforeCollected { claim: claim.code.clone(), on, collected });
    }
    let first = need.published_on.map_or(claim.claimed_on, |published| published.min(claim.claimed_on));
    (on < first).then(|| MilestoneRefusal::BeforePublished { claim: claim.code.clone(), on, first })
}

/// Records a milestone, or corrects its day; `None` where nothing is new.
pub fn record(change: &mut Change<'_>, claim: &ClaimRow, reached: &Reached) -> anyhow::Result<Option<ClaimRow>> {
    let state = match reached.milestone {
        Milestone::Started => Some(ClaimState::Started),
        Milestone::Completed => Some(ClaimState::Completed),
        Milestone::Letter | Milestone::Approved | Milestone::Plan | Milestone::Accepted => None,
    };
    let mut before = claim.clone();
    if let Some(to) = state.filter(|to| claim.state < *to) {
        let step = Step { to, on: reached.on, undated: false, details: Details::default() };
        before = claim::step(change, claim, &step)?.unwrap_or(before);
    }
    let mut after = before.clone();
    let on = Some(reached.on);
    let paper = reached.paper.clone().map(|paper| (Some(paper.name), Some(paper.digest)));
    match reached.milestone {
        Milestone::Letter => {
            after.letter_on = on;
            after.letter_exchanged_on = reached.exchanged_on.or(after.letter_exchanged_on);
            after.letter_signed_by = reached.signed_by.clone().or(after.letter_signed_by);
            (after.letter_file, after.letter_digest) = paper.unwrap_or((after.letter_file, after.letter_digest));
        }
        Milestone::Approved => after.approved_on = on,
        Milestone::Plan => {
            after.plan_on = on;
            (after.plan_file, after.plan_digest) = paper.unwrap_or((after.plan_file, after.plan_digest));
        }
        Milestone::Started => after.started_on = on,
        Milestone::Completed => {
            after.completed_on = on;
            (after.evidence_file, after.evidence_digest) =
                paper.unwrap_or((after.evidence_file, after.evidence_digest));
        }
        Milestone::Accepted => after.accepted_on = on,
    }
    change.update(&before, &after)?;
    Ok((after != *claim).then_some(after))
}
