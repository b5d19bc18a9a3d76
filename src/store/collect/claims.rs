//! Lists of claims into the office file.

mod contradicts;
mod days_and_terms;
mod leaving;
mod people;
mod progress;
mod waiting;

use std::collections::HashSet;

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::draft::{ClaimDraft, Draft, MODE_OF_OUTSIDERS, Value, Values};
use crate::model::fault::{Candidate, FaultKind, Flaw};
use crate::model::fields::Field;
use crate::model::refusal::ClaimRefusal;
use crate::model::words::{ClaimState, ListKind, NeedState, Role};
use crate::store::Session;

use self::contradicts::{contradiction, is_contradicted};
use self::days_and_terms::{dated_deadline, day_warnings, mend, number_need, terms, unnamed};
use self::leaving::is_of_before;
use self::people::{Claiming, made};
pub use self::waiting::Unmatched;
use super::super::bulk::claims::BulkClaims;
use super::super::claim::{self, Attempt, Details, Step};
use super::super::claimant::{self, Party};
use super::super::find::{self, ByContent, Orgs};
use super::super::id_digest::IdDigests;
use super::super::joint;
use super::super::log::Change;
use super::super::need_days;
use super::super::pending::Outcome as Settled;
use super::super::reopening;
use super::super::rows::{ClaimRow, NeedRow};
use super::listed::ListColumns;
use super::masks::extra_over;
use super::named::Seen;
use super::unread;
use super::{Import, Outcome, Taken, Waits};

/// An import of claims, over one or more files.
pub struct ClaimImport {
    pub orgs: Orgs,
    id_digests: IdDigests,
    columns: ListColumns<ClaimRow>,
    by_content: Option<ByContent>,
    /// For claims that name no day, and against claims dated in the future.
    today: Day,
    /// The reason of a claim that a list ends without giving one.
    ended_by_list: String,
    seen: Seen,
    /// The claims that were taken or changed.
    pub claims: Vec<i64>,
    /// Needs that somebody else held: the need's code and why.
    pub refused: Vec<(String, ClaimRefusal)>,
    /// There was no claim yet: what is clear is added together, and what is not waits until that is done.
    bulk: Option<BulkClaims>,
    /// Needs that were gone for a while: claims of them may not be of those days.
    reopened: HashSet<i64>,
    /// Rows whose need or people nobody could match.
    pub unmatched: Vec<Unmatched>,
    /// How many lists have been read to their end.
    lists: usize,
    /// How many of the inbox they have settled.
    pub settled: usize,
}

impl Import for ClaimImport {
    type Draft = ClaimDraft;

    fn of(draft: &mut Draft) -> Option<&mut ClaimDraft> {
        if let Draft::Claim(draft) = draft { Some(draft) } else { None }
    }

    fn take_draft(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut ClaimDraft,
        row: u32,
        fingerprint: u32,
    ) -> anyhow::Result<Outcome> {
        number_need(change.session(), draft)?;
        if draft.is_dropped {
            return self.drop(change, draft);
        }
        let outcome = self.take_row(change, draft, row, fingerprint)?;
        if matches!(outcome.taken, Taken::New | Taken::Updated | Taken::Unchanged) {
            self.settle_waiting(change, draft, Settled::Claimed)?;
        }
        Ok(outcome)
    }

    fn settle(&mut self, change: &mut Change<'_>) -> anyhow::Result<()> {
        match self.bulk.take() {
            Some(bulk) => bulk.end(change),
            None => Ok(()),
        }
    }

    fn end_list(&mut self, change: &mut Change<'_>) -> anyhow::Result<Vec<(u32, Flaw)>> {
        self.settle(change)?;
        self.seen.end_list();
        self.lists += 1;
        Ok(Vec::new())
    }

    fn orgs(&self) -> Option<&Orgs> {
        Some(&self.orgs)
    }
}

impl ClaimImport {
    pub fn begin(change: &Change<'_>, today: Day, ended_by_list: String) -> anyhow::Result<ClaimImport> {
        let mut reopened = HashSet::new();
        reopening::each(change.session(), None, |was| {
            reopened.insert(was.need.id);
        })?;
        Ok(ClaimImport {
            reopened,
            bulk: BulkClaims::begin(change)?,
            orgs: Orgs::load(change.session())?,
            id_digests: IdDigests::load(change.session())?,
            columns: ListColumns::of(&[ListKind::Claims])?,
            by_content: None,
            today,
            ended_by_list,
            seen: Seen::default(),
            claims: Vec::new(),
            refused: Vec::new(),
            unmatched: Vec::new(),
            lists: 0,
            settled: 0,
        })
    }

    fn take_row(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut ClaimDraft,
        row: u32,
        fingerprint: u32,
    ) -> anyhow::Result<Outcome> {
        if self.bulk.is_some() {
            return self.take_clear(change, draft, row, fingerprint);
        }
        if draft.claimants.is_empty() && draft.values.get(Field::Id).is_none() {
            return self.move_on(change, draft, row, fingerprint);
        }
        let need = match self.need(change.session(), draft)? {
            Ok(need) => need,
            Err(flaw) => return Ok(self.unmatched(draft, row, flaw)),
        };
        if let Some(flaw) = contradiction(&need, draft) {
            return Ok(Outcome::faulty(flaw));
        }
        let claimants = match self.claimants(change.session(), draft)? {
            Ok(claimants) => claimants,
            Err(flaw) => return Ok(self.unmatched(draft, row, flaw)),
        };
        let on = self.day_of(draft);
        if let Some(flaw) = self.day_flaw(draft, need.collected_on, on) {
            return Ok(Outcome::faulty(flaw));
        }
        // Who is new holds no claim yet: where the need is not available, nobody is recorded for nothing.
        if claimants.iter().any(|one| matches!(one, Claiming::New(..)))
            && let Some(refusal) = claim::refused(change.session(), &need, &terms(draft, on), self.today)?
            && !self.may_join(change.session(), draft, &need, &claimants)?
        {
            return Ok(self.lost(&need, refusal));
        }
        let parties = made(change, claimants)?;
        let stored = self.known(change.session(), draft, &need, &parties)?;
        if let Some(outcome) = self.leave(change, draft, (&need, stored.as_ref()), &parties)? {
            return Ok(outcome);
        }
        if let Some(stored) = &stored
            && let Some(outcome) = Outcome::of_earlier(self.seen.row(stored.id, row, fingerprint))
        {
            return Ok(outcome);
        }
        if let Some(stored) = &stored
            && let Some(deadline) = draft.values.day(Field::Deadline)
            && (deadline < stored.claimed_on && stored.deadline != Some(deadline))
        {
            let (need_code, on) = (need.code.clone(), stored.claimed_on);
            return Ok(self.lost(&need, ClaimRefusal::DeadlineBefore { need: need_code, on, deadline }));
        }
        let outcome = match stored {
            Some(stored) => self.update(change, stored, draft, &parties)?,
            None => self.add(change, &need, &parties, draft, on, (row, fingerprint))?,
        };
        Ok(outcome)
    }

    /// Takes a row about which there can be no doubt: the first of its need, in a state that asks nothing more of the
    /// need. Every other waits, and so does each row behind it that is of the same need, or, where its need is not
    /// known, every row: who comes first has it.
    fn take_clear(
        &mut self,
        change: &mut Change<'_>,
        draft: &ClaimDraft,
        row: u32,
        fingerprint: u32,
    ) -> anyhow::Result<Outcome> {
        let later = Ok(Outcome::of(Taken::Later));
        let Some(bulk) = &mut self.bulk else { return later };
        bulk.count_row(change.session())?;
        // A need named by its content is not looked up here, and a code that looks like ours must not be given to a row
        // behind it.
        let code = draft.values.code(Field::Need).filter(|_| draft.values.code(Field::Code).is_none());
        bulk.in_order |= code.is_none();
        let Some(code) = code.filter(|_| !bulk.in_order) else { return later };
        // One that nobody knows is a fault, whatever comes before it.
        let Some(need) = bulk.need(change.session(), code)? else { return later };
        let is_first = bulk.is_first(need.id);
        let on = self.day_of(draft);
        let asked = draft.values.quantity(Field::Quantity).map(|quantity| i64::from(quantity.number()));
        let is_clear = is_first
            && need.state == NeedState::Published
            && draft.state() != ClaimState::Confirmed
            && asked.is_none_or(|asked| asked <= need.quantity)
            && self.day_flaw(draft, need.collected_on, on).is_none()
            && !self.reopened.contains(&need.id)
            && dated_deadline(draft).is_none_or(|deadline| deadline >= on)
            && !is_contradicted(change.session(), need.id, draft)?;
        if !is_clear {
            return later;
        }
        let claimants = self.claimants(change.session(), draft)?.unwrap_or_default();
        let known = claimants.iter().map(|one| match one {
            Claiming::Known(party) => Some(*party),
            Claiming::New(..) => None,
        });
        let parties = known.collect::<Option<Vec<Party>>>().filter(|parties| !parties.is_empty());
        let Some(parties) = parties else { return later };
        let Some(bulk) = &mut self.bulk else { return later };
        let claim = bulk.fresh(change, &need, &terms(draft, on), asked.unwrap_or(need.quantity))?;
        let filled = self.filled(&claim, draft, &mut Vec::new())?;
        let claim = claim::stepped(&filled, &self.step(draft))?;
        let (id, waits) = (claim.id, Waits::of_new(&draft.unread, &claim.code));
        if let Some(bulk) = &mut self.bulk {
            bulk.add(change, claim, &parties)?;
        }
        self.seen.row(id, row, fingerprint);
        self.claims.push(id);
        let warnings = [day_warnings(draft, need.published_on, on), self.end_warnings(draft)].concat();
        Ok(Outcome { waits, warnings, ..Outcome::of(Taken::New) })
    }

    fn need(&mut self, session: &Session, draft: &ClaimDraft) -> anyhow::Result<Result<NeedRow, Flaw>> {
        // Clerks copy what the answers call 编号: a claim's code means its need.
        let of_claim = |code: &Code| -> anyhow::Result<Option<NeedRow>> {
            let claim = find::claim(session, code)?;
            claim.map(|claim| find::need_by_id(session, claim.need_id)).transpose()
        };
        let claim_code = draft.values.code(Field::Code).filter(|_| draft.content().is_none());
        if let (None, Some(code)) = (draft.values.code(Field::Need), claim_code)
            && let Some(need) = of_claim(code)?
        {
            return Ok(Ok(need));
        }
        if let Some(code) = draft.values.code(Field::Need) {
            let need = find::need(session, code)?.map_or_else(|| of_claim(code), |need| Ok(Some(need)))?;
            let unknown = || Flaw::of(Field::Need, FaultKind::Unknown { value: code.to_string(), near: String::new() });
            return Ok(need.ok_or_else(unknown));
        }
        let content = draft.content().unwrap_or_default();
        if self.by_content.is_none() {
            self.by_content = Some(ByContent::load(session)?);
        }
        let Some(by_content) = &self.by_content else { anyhow::bail!("needs by content") };
        let mut fits = by_content.find(session, content, draft.values.text(Field::Wisher))?;
        if fits.len() > 1 {
            let candidates: Vec<&str> = fits.iter().map(|need| need.code.as_str()).collect();
            let why = FaultKind::Ambiguous { value: content.to_owned(), candidates: Candidate::named(candidates) };
            return Ok(Err(Flaw::of(Field::Need, why)));
        }
        let unknown = || Flaw::of(Field::Need, FaultKind::Unknown { value: content.to_owned(), near: String::new() });
        Ok(fits.pop().ok_or_else(unknown))
    }

    fn lost(&mut self, need: &NeedRow, refusal: ClaimRefusal) -> Outcome {
        let field = match refusal {
            ClaimRefusal::DeadlineBefore { .. } => Field::Deadline,
            ClaimRefusal::Gone { .. } => Field::ClaimedOn,
            _ => Field::Need,
        };
        let flaw = Flaw::refused(field, refusal.clone());
        self.refused.push((need.code.to_string(), refusal));
        Outcome::faulty(flaw)
    }

    /// The day of a claim: that of the row, else the day on which it was completed or ended, which may have been the same, else
    /// today.
    fn day_of(&self, draft: &ClaimDraft) -> Day {
        let day = |field| draft.values.day(field);
        let other = || day(Field::CompletedOn).or_else(|| day(Field::EndedOn));
        day(Field::ClaimedOn).or_else(other).map_or(self.today, |day| day.min(self.today))
    }

    fn day_flaw(&self, draft: &ClaimDraft, collected_on: Option<Day>, on: Day) -> Option<Flaw> {
        // What is planned has a field of its own.
        let done = [
            Field::ClaimedOn,
            Field::CompletedOn,
            Field::EndedOn,
            Field::LetterOn,
            Field::ApprovedOn,
            Field::AcceptedOn,
        ];
        for field in done {
            if let Some(day) = draft.values.day(field).filter(|day| *day > self.today) {
                return Some(Flaw::of(field, FaultKind::InFuture { day: day.to_string() }));
            }
        }
        for field in [Field::CompletedOn, Field::EndedOn] {
            if let Some(day) = draft.values.day(field).filter(|day| *day < on && is_dated(draft)) {
                return Some(before_claimed(field, day, on));
            }
        }
        let days = [(Field::ClaimedOn, Some(on)), (Field::LetterOn, draft.values.day(Field::LetterOn))];
        let early = |(field, day): (Field, Option<Day>)| {
            let day = day?;
            let collected = need_days::claimed_before_collected(collected_on, day)?;
            let why = FaultKind::BeforeCollected { day: day.to_string(), collected: collected.to_string() };
            Some(Flaw::of(field, why))
        };
        days.into_iter().find_map(early)
    }

    /// The claim that a row means: by its code, else the one of the same claimants that holds the need, or that has
    /// the same day.
    fn known(
        &self,
        session: &Session,
        draft: &ClaimDraft,
        need: &NeedRow,
        parties: &[Party],
    ) -> anyhow::Result<Option<ClaimRow>> {
        if let Some(code) = draft.values.code(Field::Code)
            && let Some(stored) = find::claim(session, code)?
        {
            return Ok(Some(stored));
        }
        let mut former = None;
        for stored in find::claims_of(session, need.id)? {
            if !claim::same_parties(&claim::parties_of(session, stored.id)?, parties) {
                continue;
            }
            let day = draft.values.day(Field::ClaimedOn);
            if stored.holds_need() || day == Some(stored.claimed_on) {
                return Ok(Some(stored));
            }
            // Given back by an earlier list, or by this one.
            let ended = draft.values.day(Field::EndedOn);
            let has_ended = !stored.state.holds() && !draft.state().holds();
            if has_ended && day.is_none() && ended.is_none_or(|ended| Some(ended) == stored.ended_on) {
                former = Some(stored);
                continue;
            }
            // A row without a day may be as old as the claim that was confirmed before the need was reopened.
            if stored.reopened_on.is_some() && day.is_none() {
                former = Some(stored);
            }
        }
        Ok(self.shared(session, draft, need, parties)?.or(former))
    }

    /// The one claim that a row of fewer or further claimants means: all of them take part in it already, or whoever
    /// leads it there leads it here. Where some of the quantity is left it is another claim, unless the day is the same.
    fn shared(
        &self,
        session: &Session,
        draft: &ClaimDraft,
        need: &NeedRow,
        parties: &[Party],
    ) -> anyhow::Result<Option<ClaimRow>> {
        if !draft.state().holds() {
            return Ok(None);
        }
        let holding = claim::holding(session, need.id)?;
        let left = need.quantity - holding.iter().map(|claim| claim.quantity).sum::<i64>();
        let mut fits = Vec::new();
        for stored in holding {
            let held = claim::parties_of(session, stored.id)?;
            let all_take_part = further(&held, parties).is_empty();
            let is_led_alike = held.first().map(|(lead, _)| lead) == parties.first();
            let same_day = draft.values.day(Field::ClaimedOn) == Some(stored.claimed_on);
            let may_join = is_led_alike && stored.state != ClaimState::Confirmed;
            if (all_take_part || may_join) && (left <= 0 || same_day) {
                fits.push(stored);
            }
        }
        Ok(fits.pop().filter(|_| fits.is_empty()))
    }

    /// Whether new outsiders would join a claim that somebody of the row leads.
    fn may_join(
        &self,
        session: &Session,
        draft: &ClaimDraft,
        need: &NeedRow,
        claimants: &[Claiming],
    ) -> anyhow::Result<bool> {
        let Some(Claiming::Known(lead)) = claimants.first() else { return Ok(false) };
        let shared = self.shared(session, draft, need, &[*lead])?;
        let Some(shared) = shared.filter(|shared| shared.state != ClaimState::Confirmed) else { return Ok(false) };
        Ok(claim::parties_of(session, shared.id)?.first().is_some_and(|(first, _)| first == lead))
    }

    /// Joint claimants whom a claim does not have yet, and warnings about them. Nobody joins one that is confirmed, or
    /// that somebody else leads.
    fn join(
        &self,
        change: &mut Change<'_>,
        stored: &ClaimRow,
        draft: &ClaimDraft,
        parties: &[Party],
    ) -> anyhow::Result<(ClaimRow, Vec<Flaw>)> {
        let held = claim::parties_of(change.session(), stored.id)?;
        let further = further(&held, parties);
        if further.is_empty() {
            return Ok((stored.clone(), Vec::new()));
        }
        let names = |session: &Session, parties: &[Party]| -> anyhow::Result<String> {
            let names: Vec<String> =
                parties.iter().map(|party| claimant::name(session, *party)).collect::<anyhow::Result<_>>()?;
            Ok(names.join("、"))
        };
        let is_led_alike = held.first().map(|(lead, _)| lead) == parties.first();
        if !is_led_alike || stored.state == ClaimState::Confirmed || !draft.state().holds() {
            let why = FaultKind::Conflict {
                stored: claim::party_names(change.session(), stored.id)?,
                given: names(change.session(), parties)?,
            };
            return Ok((stored.clone(), vec![Flaw::of(Field::Claimants, why)]));
        }
        joint::join(change, stored, &further)?;
        let names = names(change.session(), &further)?;
        let mut warnings = vec![Flaw::of(Field::Claimants, FaultKind::Joined { claim: stored.code.clone(), names })];
        if stored.name_ok == Some(true) && !is_name_ok(draft) {
            warnings.push(Flaw::of(Field::NameOk, FaultKind::NoLongerNamed { claim: stored.code.clone() }));
        }
        Ok((find::claim_by_id(change.session(), stored.id)?, warnings))
    }

    fn add(
        &mut self,
        change: &mut Change<'_>,
        need: &NeedRow,
        parties: &[Party],
        draft: &ClaimDraft,
        on: Day,
        (row, fingerprint): (u32, u32),
    ) -> anyhow::Result<Outcome> {
        let terms = terms(draft, on);
        let claim = match claim::attempt(change, need, parties, &terms, self.today)? {
            Attempt::Won(claim) => {
                let filled = self.filled(&claim, draft, &mut Vec::new())?;
                claim::add_stepped(change, &filled, parties, &self.step(draft))?
            }
            Attempt::Already(claim) => return self.update(change, *claim, draft, parties),
            // It was over before somebody else took it, whichever row comes first.
            Attempt::Lost(ClaimRefusal::Held { .. }) if is_of_before(draft) => {
                let claim = claim::fresh(change, need, &terms, terms.quantity.unwrap_or(need.quantity))?;
                let filled = self.filled(&claim, draft, &mut Vec::new())?;
                claim::add_stepped(change, &filled, parties, &self.step(draft))?
            }
            Attempt::Lost(refusal) => return Ok(self.lost(need, refusal)),
        };
        self.seen.row(claim.id, row, fingerprint);
        self.claims.push(claim.id);
        let waits = Waits::of_new(&draft.unread, &claim.code);
        let warnings = [day_warnings(draft, need.published_on, on), self.end_warnings(draft)].concat();
        Ok(Outcome { waits, warnings, ..Outcome::of(Taken::New) })
    }

    /// The warning about a claim that has ended, nobody says when.
    fn end_warnings(&self, draft: &ClaimDraft) -> Vec<Flaw> {
        let is_undated = !draft.state().holds() && draft.values.day(Field::EndedOn).is_none();
        let why = is_undated.then(|| FaultKind::EndedToday { day: self.today.to_string() });
        why.map(|why| Flaw::of(Field::EndedOn, why)).into_iter().collect()
    }

    /// A newer list moves a claim on, never back, and brings joint claimants, but takes none out; a claim that was given
    /// back stays so, with a warning.
    fn update(
        &mut self,
        change: &mut Change<'_>,
        stored: ClaimRow,
        draft: &ClaimDraft,
        parties: &[Party],
    ) -> anyhow::Result<Outcome> {
        if !stored.state.holds() {
            let mut warnings = Vec::new();
            if draft.state() != stored.state {
                let why =
                    FaultKind::Conflict { stored: stored.state.zh().to_owned(), given: draft.state().zh().to_owned() };
                warnings.push(Flaw::of(Field::State, why));
            }
            // Its unread cells wait for nothing any more.
            let waits = Waits::of_kept(&draft.unread, &stored.code, None)?;
            return Ok(Outcome { warnings, waits, ..Outcome::of(Taken::Unchanged) });
        }
        if let Some(ended) = draft.values.day(Field::EndedOn).filter(|ended| *ended < stored.claimed_on)
            && !draft.state().holds()
        {
            return Ok(Outcome::faulty(before_claimed(Field::EndedOn, ended, stored.claimed_on)));
        }
        let held_before = claim::parties_of(change.session(), stored.id)?.len();
        let (joined, mut warnings) = self.join(change, &stored, draft, parties)?;
        let has_joined = warnings.iter().any(|flaw| matches!(flaw.why, FaultKind::Joined { .. }));
        let mut filled = self.filled(&joined, draft, &mut warnings)?;
        let held = claim::parties_of(change.session(), joined.id)?.len();
        filled.unnamed = unnamed(&joined, draft, parties.len(), (held_before, held));
        // An export says so of a claim that has outsiders and no mode of its own.
        if joined.mode.is_none() && filled.mode.as_deref() == Some(MODE_OF_OUTSIDERS) {
            let parties = claim::parties_of(change.session(), joined.id)?;
            filled.mode = filled.mode.filter(|_| !parties.iter().any(|(party, _)| matches!(party, Party::Outsider(_))));
        }
        warnings.extend(mend(&mut filled, draft, joined.unread.as_deref()));
        let given = unread::Given { values: &draft.values, extra: &draft.extra, unread: &draft.unread };
        filled.unread = unread::over(&given, &joined, joined.unread.as_deref(), &warnings)?;
        change.update(&joined, &filled)?;
        let moved = claim::step(change, &filled, &self.step(draft))?.is_some();
        if moved {
            warnings.extend(self.end_warnings(draft));
        }
        let changed = moved || has_joined || filled != joined;
        if changed {
            self.claims.push(stored.id);
        }
        let waits = Waits::of_kept(&draft.unread, &stored.code, filled.unread.as_deref())?;
        let taken = if changed { Taken::Updated } else { Taken::Unchanged };
        Ok(Outcome { warnings, waits, ..Outcome::of(taken) })
    }

    /// The claim with the list's cells over it, its state aside.
    fn filled(&self, claim: &ClaimRow, draft: &ClaimDraft, warnings: &mut Vec<Flaw>) -> anyhow::Result<ClaimRow> {
        let mut filled = claim.clone();
        warnings.extend(self.columns.overlay(&mut filled, &draft.values, false)?);
        self.columns.keep_first_written(&mut filled, claim)?;
        if draft.state().is_done() {
            filled.completed_on = draft.values.day(Field::CompletedOn).or(claim.completed_on);
        }
        filled.extra = extra_over(&draft.extra, claim.extra.as_deref(), warnings)?;
        if claim.unread.is_none() {
            filled.unread = unread::of_new(&draft.unread)?;
        }
        // A list names a file; only that of the name before is known by its digest.
        if filled.plan_file != claim.plan_file {
            filled.plan_digest = None;
        }
        if filled.evidence_file != claim.evidence_file {
            filled.evidence_digest = None;
        }
        Ok(filled)
    }

    /// The step to the state that a row gives.
    fn step(&self, draft: &ClaimDraft) -> Step {
        let to = draft.state();
        let dated = if to.is_done() {
            draft.values.day(Field::CompletedOn)
        } else if to.runs() {
            draft.values.day(Field::ClaimedOn)
        } else {
            draft.values.day(Field::EndedOn)
        };
        let on = dated.unwrap_or(self.today);
        let reason = || text_of(&draft.values, Field::Note).unwrap_or_else(|| self.ended_by_list.clone());
        let reason = (!to.holds()).then(reason);
        Step { to, on, undated: to.is_done() && dated.is_none(), details: Details { reason, ..Details::default() } }
    }
}

fn before_claimed(field: Field, day: Day, claimed: Day) -> Flaw {
    Flaw::of(field, FaultKind::BeforeClaimed { day: day.to_string(), claimed: claimed.to_string() })
}

/// Whether a row says when it was claimed.
fn is_dated(draft: &ClaimDraft) -> bool {
    draft.values.day(Field::ClaimedOn).is_some()
}

fn is_name_ok(draft: &ClaimDraft) -> bool {
    matches!(draft.values.get(Field::NameOk), Some(Value::Flag(true)))
}

/// Those of a row who do not take part in a claim yet.
fn further(held: &[(Party, Role)], parties: &[Party]) -> Vec<Party> {
    parties.iter().filter(|party| !held.iter().any(|(one, _)| one == *party)).copied().collect()
}

fn text_of(values: &Values, field: Field) -> Option<String> {
    values.text(field).map(str::to_owned)
}
