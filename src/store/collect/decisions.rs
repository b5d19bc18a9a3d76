//! Decisions on needs, by hand or from a returned list: one function for both.

use std::collections::HashMap;

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::draft::{DecisionDraft, Draft};
use crate::model::fault::{FaultKind, Flaw};
use crate::model::fields::Field;
use crate::model::refusal::DecisionRefusal;
use crate::model::text::is_masked;
use crate::model::words::{Decision, NeedState};
use crate::store::Session;

use super::super::find::{self, Orgs};
use super::super::log::Change;
use super::super::rows::NeedRow;
use super::super::{claim, need_days, state};
use super::{Import, Outcome, Taken};

/// A decision on one need.
#[derive(Debug, Clone)]
pub struct Verdict {
    pub outcome: Decision,
    pub reason: Option<String>,
    /// For `Duplicate`: the id of the need that is kept.
    pub kept: Option<i64>,
    pub by: Option<String>,
    pub how: Option<String>,
    pub on: Day,
}

/// What became of a decision.
#[derive(Debug)]
pub enum Decided {
    Done(Box<NeedRow>),
    /// It was decided so before.
    Already,
    /// The need's state does not allow it.
    Refused(DecisionRefusal),
}

/// Decides on a need.
pub fn decide(change: &mut Change<'_>, need: &NeedRow, verdict: &Verdict) -> anyhow::Result<Decided> {
    let to = target(verdict.outcome);
    let past = verdict.outcome == Decision::Pass && matches!(need.state, NeedState::Published | NeedState::Closed);
    if need.state == to && need.duplicate_of == verdict.kept || past {
        return Ok(Decided::Already);
    }
    if !state::may_become(need, to) || need.state.is_exit() {
        return Ok(Decided::Refused(DecisionRefusal::State { code: need.code.clone(), now: need.state, to }));
    }
    if let Some(early) = need_days::too_early(need, verdict.on) {
        return Ok(Decided::Refused(DecisionRefusal::TooEarly(early)));
    }
    let was_verified = matches!(need.state, NeedState::Verified | NeedState::Published | NeedState::Closed);
    let after = state::move_need(change, need, (to, verdict.on), |need| {
        need.reason_out.clone_from(&verdict.reason);
        need.duplicate_of = verdict.kept;
        // What was verified once stays so: an exit has a day of its own.
        if !was_verified {
            need.verified_on = Some(verdict.on);
            need.verified_by.clone_from(&verdict.by);
            need.verified_how.clone_from(&verdict.how);
        }
    })?;
    if let Some(kept) = verdict.kept {
        claim::move_to(change, need.id, kept)?;
        claim::close_if_confirmed(change, kept, verdict.on)?;
    }
    Ok(Decided::Done(Box::new(after)))
}

/// The need that is kept where a duplicate points at `code`: a need of the same kind, which is not a duplicate of this one.
pub fn kept(change: &Change<'_>, need: &NeedRow, code: &Code) -> anyhow::Result<Result<i64, DecisionRefusal>> {
    let Some(named) = find::need(change.session(), code)? else {
        return Ok(Err(DecisionRefusal::KeptUnknown { code: code.clone() }));
    };
    let mut kept = named.clone();
    while let Some(next) = kept.duplicate_of {
        if next == need.id {
            break;
        }
        kept = find::need_by_id(change.session(), next)?;
    }
    if kept.id == need.id || kept.duplicate_of == Some(need.id) {
        let (code, kept) = (need.code.clone(), named.code);
        let is_itself = named.id == need.id;
        return Ok(Err(if is_itself {
            DecisionRefusal::DuplicateOfItself { code }
        } else {
            DecisionRefusal::DuplicateOfThis { code, kept }
        }));
    }
    if kept.kind != need.kind {
        return Ok(Err(DecisionRefusal::KeptOfOtherKind { code: code.clone() }));
    }
    if need.duplicate_of == Some(kept.id) {
        return Ok(Ok(kept.id));
    }
    // Claims that run move to the need that is kept, and cannot where it is settled or has left.
    let settled = kept.state == NeedState::Closed && !claim::live(change.session(), need.id)?.is_empty();
    if kept.state.is_exit() || settled {
        return Ok(Err(DecisionRefusal::KeptHasLeft { code: kept.code, state: kept.state }));
    }
    Ok(Ok(kept.id))
}

/// The state that an outcome leads to.
pub fn target(outcome: Decision) -> NeedState {
    match outcome {
        Decision::Pass => NeedState::Verified,
        Decision::Reject => NeedState::Rejected,
        Decision::NeedsInfo => NeedState::NeedsInfo,
        Decision::Duplicate => NeedState::Duplicate,
    }
}

/// What lists say of a need: the first row that does, and one that verdict otherwise.
struct Stated {
    list: usize,
    row: u32,
    verdict: (Decision, Option<Code>),
    contradicted_by: Option<u32>,
}

/// A row of another office, whose code happens to be one of ours, or of a need that verdict something else since.
pub fn is_other(need: &NeedRow, draft: &DecisionDraft) -> Option<Flaw> {
    let plain = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let content = draft.values.text(Field::Content).map(plain).filter(|content| !is_masked(content));
    let ours = text_of(need);
    let of_other = |text| DecisionRefusal::OfOther { code: need.code.clone(), text };
    if content.is_some_and(|content| content != plain(&ours) && Some(content) != need.content.as_deref().map(plain)) {
        return Some(Flaw::refused(Field::Content, of_other(ours)));
    }
    let wisher = draft.values.text(Field::Wisher).map(plain).filter(|wisher| !is_masked(wisher));
    let own = need.wisher.as_deref().or(need.proposer.as_deref());
    if wisher.is_some() && own.is_some() && wisher != own.map(plain) {
        return Some(Flaw::refused(Field::Wisher, of_other(ours)));
    }
    None
}

/// What a need asks for, as lists for those who verify have it.
pub fn text_of(need: &NeedRow) -> String {
    [need.title.as_deref(), need.content.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("：")
}

/// Whether somebody verifies a wish of their own.
pub fn is_own(need: &NeedRow, by: Option<&str>) -> bool {
    let own = need.wisher.as_deref().map(str::trim).filter(|own| !own.is_empty());
    own.is_some() && own == by.map(str::trim)
}

/// An import of decisions, over one or more files.
pub struct DecisionImport {
    today: Day,
    /// Who verified, where the list does not say.
    operator: String,
    /// What the lists say of each need, by its id.
    stated: HashMap<i64, Stated>,
    /// The list being taken, counted from 0.
    list: usize,
    /// Needs decided, with what was decided.
    pub decided: Vec<(NeedRow, Verdict)>,
}

impl DecisionImport {
    pub fn begin(today: Day, operator: &str) -> DecisionImport {
        DecisionImport { today, operator: operator.to_owned(), stated: HashMap::new(), list: 0, decided: Vec::new() }
    }

    /// Hears of a decision before any is taken: of two that contradict each other neither is.
    pub fn hear(&mut self, session: &Session, draft: &DecisionDraft, list: usize, row: u32) -> anyhow::Result<()> {
        let Some(need) = find::need(session, &draft.code)? else { return Ok(()) };
        let Some(outcome) = draft.outcome else { return Ok(()) };
        let verdict = (outcome, draft.duplicate_of.clone());
        let stated =
            self.stated.entry(need.id).or_insert(Stated { list, row, verdict: verdict.clone(), contradicted_by: None });
        if stated.verdict != verdict && stated.contradicted_by.is_none() {
            stated.contradicted_by = Some(row);
        }
        Ok(())
    }

    /// Why a row that names a need again, or contradicts another, is not taken.
    fn double(&self, need: &NeedRow, row: u32) -> Option<Flaw> {
        let stated = self.stated.get(&need.id)?;
        let is_first = stated.list == self.list && stated.row == row;
        let code = || need.code.clone();
        match stated.contradicted_by {
            Some(other) => {
                let other = if is_first { other } else { stated.row };
                Some(Flaw::refused(Field::Outcome, DecisionRefusal::Contradicted { code: code(), row: other }))
            }
            None if is_first => None,
            None => Some(Flaw::refused(Field::Code, DecisionRefusal::DecidedTwice { code: code(), row: stated.row })),
        }
    }

    /// The need that is kept: a column of its own, or a reason that is nothing but a code.
    fn kept(
        &self,
        change: &Change<'_>,
        need: &NeedRow,
        draft: &DecisionDraft,
    ) -> anyhow::Result<Result<Option<i64>, Flaw>> {
        if draft.outcome != Some(Decision::Duplicate) {
            return Ok(Ok(None));
        }
        let as_code = |reason: &str| {
            reason.parse().ok().filter(|code: &Code| code.as_str().contains(|c: char| c.is_ascii_digit()))
        };
        let reason_as_code = draft.values.text(Field::Reason).and_then(as_code);
        let said_in =
            if draft.duplicate_of.is_none() && reason_as_code.is_some() { Field::Reason } else { Field::DuplicateOf };
        let Some(code) = draft.duplicate_of.clone().or(reason_as_code) else {
            return Ok(Err(Flaw::of(said_in, FaultKind::Missing)));
        };
        Ok(match kept(change, need, &code)? {
            Ok(kept) => Ok(Some(kept)),
            Err(reason) => Err(Flaw::refused(said_in, reason)),
        })
    }
}

impl Import for DecisionImport {
    type Draft = DecisionDraft;

    fn of(draft: &mut Draft) -> Option<&mut DecisionDraft> {
        if let Draft::Decision(draft) = draft { Some(draft) } else { None }
    }

    fn take_draft(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut DecisionDraft,
        row: u32,
        _fingerprint: u32,
    ) -> anyhow::Result<Outcome> {
        let Some(need) = find::need(change.session(), &draft.code)? else {
            let why = FaultKind::Unknown { value: draft.code.to_string(), near: String::new() };
            return Ok(Outcome::faulty(Flaw::of(Field::Code, why)));
        };
        if let Some(flaw) = self.double(&need, row).or_else(|| is_other(&need, draft)) {
            return Ok(Outcome::faulty(flaw));
        }
        let Some(decided) = draft.outcome else {
            return Ok(Outcome::faulty(Flaw::of(Field::Outcome, FaultKind::Missing)));
        };
        if let Some(day) = draft.values.day(Field::VerifiedOn).filter(|day| *day > self.today) {
            return Ok(Outcome::faulty(Flaw::of(Field::VerifiedOn, FaultKind::InFuture { day: day.to_string() })));
        }
        let kept = match self.kept(change, &need, draft)? {
            Ok(kept) => kept,
            Err(flaw) => return Ok(Outcome::faulty(flaw)),
        };
        let text = |field| draft.values.text(field).map(str::to_owned);
        let reason = text(Field::Reason);
        if reason.is_none() && matches!(decided, Decision::Reject | Decision::NeedsInfo) {
            return Ok(Outcome::faulty(Flaw::of(Field::Reason, FaultKind::Missing)));
        }
        let verdict = Verdict {
            outcome: decided,
            reason,
            kept,
            by: text(Field::VerifiedBy).or_else(|| Some(self.operator.clone())),
            how: text(Field::VerifiedHow),
            on: draft.values.day(Field::VerifiedOn).unwrap_or(self.today),
        };
        match decide(change, &need, &verdict)? {
            Decided::Done(after) => {
                let own = is_own(&need, verdict.by.as_deref());
                self.decided.push((*after, verdict));
                let mut outcome = Outcome::of(Taken::Updated);
                if own {
                    let reason = DecisionRefusal::VerifiesOwn { code: need.code.clone() };
                    outcome.warnings.push(Flaw::refused(Field::VerifiedBy, reason));
                }
                Ok(outcome)
            }
            Decided::Already => Ok(Outcome::of(Taken::Unchanged)),
            Decided::Refused(reason) => Ok(Outcome::faulty(Flaw::refused(Field::Outcome, reason))),
        }
    }

    fn end_list(&mut self, _change: &mut Change<'_>) -> anyhow::Result<Vec<(u32, Flaw)>> {
        self.list += 1;
        Ok(Vec::new())
    }

    fn orgs(&self) -> Option<&Orgs> {
        None
    }
}
