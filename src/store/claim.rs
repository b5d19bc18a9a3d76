//! Claims: taking a need on, and what becomes of it.

use anyhow::Context;
use rusqlite::named_params;

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::money::Money;
use crate::model::refusal::{ClaimRefusal, Holders};
use crate::model::words::{ClaimState, NeedState, Role};
use crate::store::Session;

use super::claimant::{self, Named, Party};
use super::find::{claims_of, need_by_id};
use super::log::Change;
use super::need_days;
use super::record::Record;
use super::rows::{ClaimRow, NeedRow, PartyRow};
use super::setting;
use super::state::{move_claim, move_need, moved_claim};
use super::wall;

/// What a claim has besides who and what.
#[derive(Debug, Clone)]
pub struct Terms {
    pub on: Day,
    /// All that is left where none is given.
    pub quantity: Option<i64>,
    pub unnamed: u32,
    pub mode: Option<String>,
    pub deadline: Option<Day>,
    pub note: Option<String>,
    /// The claimants agreed to be named on what is published.
    pub name_ok: bool,
}

/// What became of an attempt to claim.
#[derive(Debug)]
pub enum Attempt {
    Won(Box<ClaimRow>),
    /// The same claimants hold it already.
    Already(Box<ClaimRow>),
    Lost(ClaimRefusal),
}

/// Takes a need on for `parties`, the lead first. The write lock of the change makes exactly one winner.
pub fn take(
    change: &mut Change<'_>,
    need: &NeedRow,
    parties: &[Party],
    terms: &Terms,
    today: Day,
) -> anyhow::Result<Attempt> {
    let attempt = attempt(change, need, parties, terms, today)?;
    if let Attempt::Won(claim) = &attempt {
        add_row(change, claim, parties)?;
    }
    Ok(attempt)
}

/// As `take`, but a claim that is won is still to be added.
pub fn attempt(
    change: &mut Change<'_>,
    need: &NeedRow,
    parties: &[Party],
    terms: &Terms,
    today: Day,
) -> anyhow::Result<Attempt> {
    let holding = holding(change.session(), need.id)?;
    for claim in &holding {
        if same_parties(&parties_of(change.session(), claim.id)?, parties) {
            return Ok(Attempt::Already(Box::new(claim.clone())));
        }
    }
    if let Some(refusal) = refusal(change.session(), need, &holding, terms, today)? {
        return Ok(Attempt::Lost(refusal));
    }
    let left = need.quantity - holding.iter().map(|claim| claim.quantity).sum::<i64>();
    let quantity = terms.quantity.unwrap_or(left);
    Ok(Attempt::Won(Box::new(fresh(change, need, terms, quantity)?)))
}

/// Why a claimant who holds nothing yet could not take the need; nothing where it is to be had.
pub fn refused(session: &Session, need: &NeedRow, terms: &Terms, today: Day) -> anyhow::Result<Option<ClaimRefusal>> {
    refusal(session, need, &holding(session, need.id)?, terms, today)
}

fn refusal(
    session: &Session,
    need: &NeedRow,
    holding: &[ClaimRow],
    terms: &Terms,
    today: Day,
) -> anyhow::Result<Option<ClaimRefusal>> {
    let left = need.quantity - holding.iter().map(|claim| claim.quantity).sum::<i64>();
    let code = || need.code.clone();
    Ok(if need.state == NeedState::Closed && !holding.is_empty() {
        Some(ClaimRefusal::Closed { need: code(), by: holders(session, holding)? })
    } else if need.state != NeedState::Published {
        Some(ClaimRefusal::NotPublished { need: code(), state: need.state })
    } else if let Some(why) = wall::unshown(need, today) {
        Some(ClaimRefusal::Unshown { need: code(), why })
    } else if left <= 0 {
        Some(ClaimRefusal::Held { need: code(), by: holders(session, holding)? })
    } else if terms.on > today {
        Some(ClaimRefusal::InFuture { need: code(), on: terms.on })
    } else if let Some(collected) = need_days::claimed_before_collected(need.collected_on, terms.on) {
        Some(ClaimRefusal::BeforeCollected { need: code(), on: terms.on, collected })
    } else if let Some(gap) = need_days::gone(session, need, terms.on, today)? {
        Some(ClaimRefusal::Gone { need: code(), on: terms.on, state: gap.state, from: gap.from, until: gap.until })
    } else if let Some(deadline) = terms.deadline.filter(|deadline| *deadline < terms.on) {
        Some(ClaimRefusal::DeadlineBefore { need: code(), on: terms.on, deadline })
    } else {
        let asked = terms.quantity.filter(|asked| *asked > left);
        asked.map(|asked| ClaimRefusal::TooMany { need: code(), asked, left })
    })
}

fn holders(session: &Session, holding: &[ClaimRow]) -> anyhow::Result<Holders> {
    let first = holding.first().context("a need that is taken has a claim")?;
    let names = holding.iter().map(|claim| party_names(session, claim.id)).collect::<anyhow::Result<Vec<_>>>()?;
    Ok(Holders { names: names.join("；"), since: first.claimed_on })
}

/// A claim that nobody has touched yet.
pub fn fresh(change: &mut Change<'_>, need: &NeedRow, terms: &Terms, quantity: i64) -> anyhow::Result<ClaimRow> {
    let prefix = setting::code_prefix(change.session())?;
    let id = change.next_id::<ClaimRow>()?;
    Ok(untouched((id, &prefix), need.id, terms, quantity))
}

/// The same, its id and the prefix of its code known.
pub fn untouched((id, prefix): (i64, &str), need_id: i64, terms: &Terms, quantity: i64) -> ClaimRow {
    ClaimRow {
        id,
        code: Code::ours(prefix, 'C', id),
        need_id,
        quantity,
        state: ClaimState::Active,
        mode: terms.mode.clone(),
        unnamed: terms.unnamed,
        claimed_on: terms.on,
        deadline: terms.deadline,
        started_on: None,
        completed_on: None,
        confirmed_on: None,
        ended_on: None,
        reason: None,
        satisfaction: None,
        feedback: None,
        letter_on: None,
        letter_exchanged_on: None,
        approved_on: None,
        plan_on: None,
        plan_file: None,
        plan_digest: None,
        accepted_on: None,
        leader: None,
        note: terms.note.clone(),
        extra: None,
        unread: None,
        name_ok: terms.name_ok.then_some(true),
        outcome: None,
        cost_fen: None,
        evidence_file: None,
        evidence_digest: None,
        confirmed_by: None,
        letter_file: None,
        letter_digest: None,
        letter_signed_by: None,
        reopened_on: None,
    }
}

/// Adds a claim as it is, with its parties.
pub fn add_row(change: &mut Change<'_>, claim: &ClaimRow, parties: &[Party]) -> anyhow::Result<()> {
    change.insert(claim.clone())?;
    for (place, party) in parties.iter().enumerate() {
        let role = if place == 0 { Role::Lead } else { Role::Joint };
        add_party(change, claim.id, *party, role)?;
    }
    Ok(())
}

/// Adds a claimant to a claim.
pub fn add_party(change: &mut Change<'_>, claim: i64, party: Party, role: Role) -> anyhow::Result<()> {
    let row = party_row(change, claim, party, role)?;
    change.insert(row)
}

/// A claimant of a claim that is still to be added.
pub fn party_row(change: &mut Change<'_>, claim: i64, party: Party, role: Role) -> anyhow::Result<PartyRow> {
    let id = change.next_id::<PartyRow>()?;
    let (member_id, org_id, outsider_id) = claimant::columns(party);
    Ok(PartyRow { id, claim_id: claim, role, member_id, org_id, outsider_id })
}

/// What a step of a claim says.
#[derive(Debug, Clone)]
pub struct Step {
    pub to: ClaimState,
    pub on: Day,
    /// Nobody knows on which day it was done or confirmed: `on` is only the day on which that was reported.
    pub undated: bool,
    pub details: Details,
}

/// What a step may note besides where it leads, and when.
#[derive(Debug, Clone, Default)]
pub struct Details {
    /// Why a claim ends.
    pub reason: Option<String>,
    /// How it was done, what it cost, and what shows it.
    pub outcome: Option<String>,
    pub cost: Option<Money>,
    pub evidence: Option<Paper>,
    /// 1 to 5.
    pub satisfaction: Option<u32>,
    pub feedback: Option<String>,
    pub confirmed_by: Option<String>,
}

/// A file that the office keeps: its name, and the digest by which it is known again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub name: String,
    pub digest: Vec<u8>,
}

/// Moves a claim on. `None` where it is there, or past it, already, and nothing new is given. A need whose whole
/// quantity is confirmed is closed.
pub fn step(change: &mut Change<'_>, claim: &ClaimRow, step: &Step) -> anyhow::Result<Option<ClaimRow>> {
    if is_there(claim, step.to) {
        let mut noted = claim.clone();
        if claim.state == step.to && claim.state.is_done() {
            note_details(&mut noted, &step.details);
        }
        change.update(claim, &noted)?;
        return Ok((noted != *claim).then_some(noted));
    }
    let after = move_claim(change, claim, step.to, |claim| date_step(claim, step))?;
    close_if_confirmed(change, claim.need_id, step.on)?;
    Ok(Some(after))
}

/// Adds a claim that is still to be added, as it is after a step. Its need is closed as in `step`.
pub fn add_stepped(
    change: &mut Change<'_>,
    claim: &ClaimRow,
    parties: &[Party],
    step: &Step,
) -> anyhow::Result<ClaimRow> {
    let claim = stepped(claim, step)?;
    add_row(change, &claim, parties)?;
    if claim.state == ClaimState::Confirmed {
        close_if_confirmed(change, claim.need_id, step.on)?;
    }
    Ok(claim)
}

/// A claim that is still to be added, as it is after a step.
pub fn stepped(claim: &ClaimRow, step: &Step) -> anyhow::Result<ClaimRow> {
    if is_there(claim, step.to) {
        return Ok(claim.clone());
    }
    moved_claim(claim, step.to, |claim| date_step(claim, step))
}

/// The day of the step before, where this one is dated earlier: nothing is done before it was promised, or confirmed before
/// it was done.
pub fn dated_before(claim: &ClaimRow, step: &Step) -> Option<Day> {
    let days = [Some(claim.claimed_on), claim.approved_on, claim.plan_on, claim.started_on, claim.completed_on];
    let last = days.into_iter().flatten().max()?;
    (!is_there(claim, step.to) && step.on < last).then_some(last)
}

fn is_there(claim: &ClaimRow, to: ClaimState) -> bool {
    claim.state == to || (claim.state.holds() && to.holds() && claim.state >= to)
}

fn date_step(claim: &mut ClaimRow, step: &Step) {
    match step.to {
        ClaimState::Active => {}
        ClaimState::Started => claim.started_on = Some(step.on),
        ClaimState::Completed | ClaimState::Confirmed if step.undated => {}
        ClaimState::Completed => claim.completed_on = Some(step.on),
        ClaimState::Confirmed => {
            claim.completed_on = claim.completed_on.or(Some(step.on));
            claim.confirmed_on = Some(step.on);
        }
        ClaimState::Released | ClaimState::Revoked => {
            claim.ended_on = Some(step.on);
            claim.reason.clone_from(&step.details.reason);
        }
    }
    note_details(claim, &step.details);
}

/// Adds the details of a step; those that it leaves out stay.
pub(super) fn note_details(claim: &mut ClaimRow, details: &Details) {
    let note = |kept: &mut Option<String>, new: &Option<String>| {
        if new.is_some() {
            kept.clone_from(new);
        }
    };
    note(&mut claim.outcome, &details.outcome);
    note(&mut claim.feedback, &details.feedback);
    note(&mut claim.confirmed_by, &details.confirmed_by);
    claim.cost_fen = details.cost.or(claim.cost_fen);
    claim.satisfaction = details.satisfaction.or(claim.satisfaction);
    if let Some(evidence) = &details.evidence {
        claim.evidence_file = Some(evidence.name.clone());
        claim.evidence_digest = Some(evidence.digest.clone());
    }
}

/// Closes a published need whose whole quantity is confirmed: on the day of the last confirmation, which need not be the
/// one that came in last.
pub fn close_if_confirmed(change: &mut Change<'_>, need: i64, on: Day) -> anyhow::Result<()> {
    let need = need_by_id(change.session(), need)?;
    let confirmed = confirmed(change.session(), need.id)?;
    let last = confirmed.iter().filter_map(|claim| claim.confirmed_on).max().map_or(on, |last| last.max(on));
    let quantity: i64 = confirmed.iter().map(|claim| claim.quantity).sum();
    if need.state == NeedState::Published && quantity >= need.quantity {
        move_need(change, &need, (NeedState::Closed, last), |need| need.closed_on = Some(last))?;
    }
    Ok(())
}

/// The confirmed claims that hold a need.
pub fn confirmed(session: &Session, need: i64) -> anyhow::Result<Vec<ClaimRow>> {
    let mut claims = holding(session, need)?;
    claims.retain(|claim| claim.state == ClaimState::Confirmed);
    Ok(claims)
}

/// The claims that hold a need: live or finished, not given back, and made since it was reopened; oldest first.
pub fn holding(session: &Session, need: i64) -> anyhow::Result<Vec<ClaimRow>> {
    let mut claims = claims_of(session, need)?;
    claims.retain(ClaimRow::holds_need);
    Ok(claims)
}

/// The confirmed claims of a need that is reopened hold it no longer.
pub fn end_round(change: &mut Change<'_>, need: i64, on: Day) -> anyhow::Result<()> {
    for claim in confirmed(change.session(), need)? {
        change.update(&claim, &ClaimRow { reopened_on: Some(on), ..claim.clone() })?;
    }
    Ok(())
}

/// How many claims a claimant takes part in that are live or finished.
pub fn held_by(session: &Session, party: Party) -> anyhow::Result<i64> {
    let sql = "
        SELECT count(DISTINCT claim.id)
        FROM claim_party
        JOIN claim ON claim.id = claim_party.claim_id
        JOIN claim_states ON claim_states.state = claim.state AND claim_states.holds
        WHERE claim_party.member_id = :member OR claim_party.org_id = :org OR claim_party.outsider_id = :outsider";
    let (member, org, outsider) = claimant::columns(party);
    let params = named_params! {":member": member, ":org": org, ":outsider": outsider};
    Ok(session.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}

/// The claims that a claimant takes part in, oldest first.
pub fn of_party(session: &Session, party: Party) -> anyhow::Result<Vec<i64>> {
    let sql = "
        SELECT DISTINCT claim_id
        FROM claim_party
        WHERE member_id = :member OR org_id = :org OR outsider_id = :outsider
        ORDER BY claim_id";
    let (member, org, outsider) = claimant::columns(party);
    let mut statement = session.prepare_cached(sql)?;
    let rows =
        statement.query_map(named_params! {":member": member, ":org": org, ":outsider": outsider}, |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The claimants of a claim, the lead first.
pub fn parties_of(session: &Session, claim: i64) -> anyhow::Result<Vec<(Party, Role)>> {
    Ok(party_rows(session, claim)?.iter().map(|row| (claimant::of_row(row), row.role)).collect())
}

pub fn party_rows(session: &Session, claim: i64) -> anyhow::Result<Vec<PartyRow>> {
    let sql = "
        SELECT id, claim_id, role, member_id, org_id, outsider_id
        FROM claim_party
        WHERE claim_id = :claim
        ORDER BY role = 'joint', id";
    let mut statement = session.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! {":claim": claim}, PartyRow::from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub fn named_parties(session: &Session, claim: i64) -> anyhow::Result<Vec<Named>> {
    let parties = parties_of(session, claim)?.into_iter();
    let mut named: Vec<Named> =
        parties.map(|(party, role)| claimant::named(session, party, role)).collect::<anyhow::Result<_>>()?;
    if let Some(lead) = named.first_mut() {
        let sql = "SELECT unnamed FROM claim WHERE id = :claim";
        let mut statement = session.prepare_cached(sql)?;
        lead.unnamed = statement.query_row(named_params! {":claim": claim}, |row| row.get(0))?;
    }
    Ok(named)
}

/// The claimants' names in one line.
pub fn party_names(session: &Session, claim: i64) -> anyhow::Result<String> {
    let names: Vec<String> = named_parties(session, claim)?.into_iter().map(|named| named.name).collect();
    Ok(names.join("、"))
}

pub fn same_parties(held: &[(Party, Role)], asked: &[Party]) -> bool {
    let mut held: Vec<Party> = held.iter().map(|(party, _)| *party).collect();
    let mut asked = asked.to_vec();
    held.sort();
    asked.sort();
    asked.dedup();
    held == asked
}

/// Releases every claim that still runs, with the reason of the need's own exit.
pub fn release_live(change: &mut Change<'_>, need: i64, on: Day, reason: &str) -> anyhow::Result<usize> {
    let live = live(change.session(), need)?;
    for claim in &live {
        let details = Details { reason: Some(reason.to_owned()), ..Details::default() };
        step(change, claim, &Step { to: ClaimState::Released, on, undated: false, details })?;
    }
    Ok(live.len())
}

/// The claims that still run: active or started.
pub fn live(session: &Session, need: i64) -> anyhow::Result<Vec<ClaimRow>> {
    let mut claims = claims_of(session, need)?;
    claims.retain(|claim| claim.state.runs());
    Ok(claims)
}

/// Moves every claim of a duplicate to the need that is kept.
pub fn move_to(change: &mut Change<'_>, from: i64, to: i64) -> anyhow::Result<usize> {
    let claims = claims_of(change.session(), from)?;
    for claim in &claims {
        change.update(claim, &ClaimRow { need_id: to, ..claim.clone() })?;
    }
    Ok(claims.len())
}
