//! What reports ask of the office file: streaming passes over covering indexes. Counting is the callers' pure part.

pub mod activity;
pub mod needs;
pub mod open;
pub mod people;
pub mod satisfaction;

use rusqlite::named_params;

use crate::model::day::Day;
use crate::model::words::{Claimant, Counting, Joint, NeedKind, Progress};
use crate::store::Session;

/// A quota's question of the claims.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    pub need_kind: NeedKind,
    pub counting: Counting,
    pub joint: Joint,
    /// The campaign's first day, and the last day that counts.
    pub from: Day,
    pub as_of: Day,
}

/// Calls `each` with every claimant of a class.
pub fn each_of_class(
    session: &Session,
    claimant: Claimant,
    class: &str,
    mut each: impl FnMut(i64),
) -> anyhow::Result<()> {
    let sql = match claimant {
        Claimant::Member => "SELECT id FROM member WHERE class = :class ORDER BY id",
        Claimant::Org => "SELECT id FROM org WHERE class = :class AND exempt = 0 ORDER BY id",
        Claimant::Outsider => return Ok(()),
    };
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":class": class})?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?);
    }
    Ok(())
}

/// Calls `each` with every registration that counts on a day: claimant and place, the older before the newer. A
/// registration without a date counts always.
pub fn each_registered(
    session: &Session,
    claimant: Claimant,
    as_of: Day,
    mut each: impl FnMut(i64, i64),
) -> anyhow::Result<()> {
    let members = "
        SELECT member_id, place_id
        FROM registration
        WHERE member_id IS NOT NULL
          AND (from_day IS NULL OR from_day <= :as_of)
          AND (until_day IS NULL OR until_day > :as_of)
        ORDER BY member_id, from_day, until_day, place_id";
    let orgs = "
        SELECT org_id, place_id
        FROM registration
        WHERE org_id IS NOT NULL
          AND (from_day IS NULL OR from_day <= :as_of)
          AND (until_day IS NULL OR until_day > :as_of)
        ORDER BY org_id, from_day, until_day, place_id";
    let sql = match claimant {
        Claimant::Member => members,
        Claimant::Org => orgs,
        Claimant::Outsider => return Ok(()),
    };
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":as_of": as_of})?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?);
    }
    Ok(())
}

/// Calls `each` with the claimant of every claim that counts, and with what `tag` makes of the claim; a joint claim calls
/// once for each who is in it, or only for its lead.
pub fn each_counted<T: Clone>(
    session: &Session,
    claimant: Claimant,
    counted: &Counted,
    tag: impl Fn(&CountedClaim<'_, '_>) -> anyhow::Result<T>,
    mut each: impl FnMut(i64, T),
) -> anyhow::Result<()> {
    let claims = counted_claims(session, counted, tag)?;
    let sql = match (claimant, counted.joint) {
        (Claimant::Member, Joint::Each) => "SELECT member_id, claim_id FROM claim_party WHERE member_id IS NOT NULL",
        (Claimant::Member, Joint::Lead) => {
            "SELECT member_id, claim_id FROM claim_party WHERE member_id IS NOT NULL AND role = 'lead'"
        }
        (Claimant::Org, Joint::Each) => "SELECT org_id, claim_id FROM claim_party WHERE org_id IS NOT NULL",
        (Claimant::Org, Joint::Lead) => {
            "SELECT org_id, claim_id FROM claim_party WHERE org_id IS NOT NULL AND role = 'lead'"
        }
        (Claimant::Outsider, _) => return Ok(()),
    };
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let claim = usize::try_from(row.get::<_, i64>(1)?)?;
        if let Some(tag) = claims.get(claim).and_then(Option::as_ref) {
            each(row.get(0)?, tag.clone());
        }
    }
    Ok(())
}

/// A claim that counts.
pub struct CountedClaim<'r, 's> {
    pub need: i64,
    row: &'r rusqlite::Row<'s>,
}

impl CountedClaim<'_, '_> {
    /// The day on which it counts: when it was made, or where only completed ones count when it was done; a claim
    /// that is done without a day counts from its beginning.
    pub fn day(&self) -> anyhow::Result<Day> {
        Ok(self.row.get(2)?)
    }
}

/// Which claims count, by id, each with its tag. One that was released or revoked later held until then, as every report of
/// an earlier day has it.
fn counted_claims<T: Clone>(
    session: &Session,
    counted: &Counted,
    tag: impl Fn(&CountedClaim<'_, '_>) -> anyhow::Result<T>,
) -> anyhow::Result<Vec<Option<T>>> {
    let claimed = "
        SELECT id, need_id, claimed_on
        FROM claim
        WHERE state IN (SELECT state FROM claim_states WHERE holds)
          AND claimed_on BETWEEN :from AND :as_of
        UNION ALL
        SELECT id, need_id, claimed_on
        FROM claim
        WHERE state IN (SELECT state FROM claim_states WHERE NOT holds)
          AND claimed_on BETWEEN :from AND :as_of
          AND ended_on > :as_of";
    let completed = "
        SELECT id, need_id, coalesce(completed_on, claimed_on)
        FROM claim
        WHERE state IN (SELECT state FROM claim_states WHERE is_done)
          AND claimed_on BETWEEN :from AND :as_of
          AND coalesce(completed_on, claimed_on) <= :as_of
        UNION ALL
        SELECT id, need_id, completed_on
        FROM claim
        WHERE state IN (SELECT state FROM claim_states WHERE NOT holds)
          AND claimed_on BETWEEN :from AND :as_of
          AND completed_on <= :as_of
          AND ended_on > :as_of";
    // Projects are few among a city's needs: their claims are looked up by them, not by their state.
    let claimed_projects = "
        SELECT claim.id, claim.need_id, claim.claimed_on
        FROM need
        CROSS JOIN claim ON claim.need_id = need.id
        WHERE need.kind = 'project'
          AND (+claim.state IN (SELECT state FROM claim_states WHERE holds) OR claim.ended_on > :as_of)
          AND claim.claimed_on BETWEEN :from AND :as_of";
    let completed_projects = "
        SELECT claim.id, claim.need_id, coalesce(claim.completed_on, claim.claimed_on)
        FROM need
        CROSS JOIN claim ON claim.need_id = need.id
        WHERE need.kind = 'project'
          AND (
            +claim.state IN (SELECT state FROM claim_states WHERE is_done)
            OR (claim.ended_on > :as_of AND claim.completed_on IS NOT NULL)
          )
          AND claim.claimed_on BETWEEN :from AND :as_of
          AND coalesce(claim.completed_on, claim.claimed_on) <= :as_of";
    let (sql, projects) = match (counted.need_kind, counted.counting) {
        (NeedKind::Wish, Counting::Claimed) => (claimed, projects(session)?),
        (NeedKind::Wish, Counting::Completed) => (completed, projects(session)?),
        (NeedKind::Project, Counting::Claimed) => (claimed_projects, Vec::new()),
        (NeedKind::Project, Counting::Completed) => (completed_projects, Vec::new()),
    };
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":from": counted.from, ":as_of": counted.as_of})?;
    let mut counts: Vec<Option<T>> = Vec::new();
    while let Some(row) = rows.next()? {
        let need = row.get(1)?;
        if raised(&projects, need) {
            continue;
        }
        let claim = usize::try_from(row.get::<_, i64>(0)?)?;
        if claim >= counts.len() {
            counts.resize((claim + 1).max(counts.len() * 2), None);
        }
        counts[claim] = Some(tag(&CountedClaim { need, row })?);
    }
    Ok(counts)
}

/// Which needs are projects, by id.
fn projects(session: &Session) -> anyhow::Result<Vec<bool>> {
    let mut statement = session.prepare("SELECT id FROM need WHERE kind = 'project' ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut projects = Vec::new();
    while let Some(row) = rows.next()? {
        raise(&mut projects, row.get(0)?);
    }
    Ok(projects)
}

/// Raises the flag of a record id; ids are dense, given one after another.
fn raise(flags: &mut Vec<bool>, id: i64) {
    let Ok(at) = usize::try_from(id) else { return };
    if at >= flags.len() {
        flags.resize((at + 1).max(flags.len() * 2), false);
    }
    flags[at] = true;
}

fn raised(flags: &[bool], id: i64) -> bool {
    usize::try_from(id).ok().and_then(|at| flags.get(at)).copied().unwrap_or(false)
}

/// The organisation of every member who has one.
pub fn each_member_org(session: &Session, mut each: impl FnMut(i64, i64)) -> anyhow::Result<()> {
    let mut statement = session.prepare("SELECT id, org_id FROM member WHERE org_id IS NOT NULL")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?);
    }
    Ok(())
}

/// In-service members and others by class, for the warning about blank classes.
pub fn members_of_unknown_class(session: &Session) -> anyhow::Result<i64> {
    Ok(session.query_row("SELECT count(*) FROM member WHERE class = 'unknown'", [], |row| row.get(0))?)
}

/// How far one need's claims have come.
pub fn progress_of(session: &Session, need: i64) -> anyhow::Result<Option<Progress>> {
    let sql = "SELECT progress FROM need_progress WHERE need_id = :need";
    Ok(session.prepare_cached(sql)?.query_row(named_params! {":need": need}, |row| row.get(0))?)
}
