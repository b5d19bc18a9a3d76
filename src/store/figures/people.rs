//! The people behind figures: every claimant of a kind, streamed in the order of their ids; who is in which claim; and the
//! registrations and claims of one.

use std::collections::HashMap;

use rusqlite::{Row, named_params};

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::phone::Phone;
use crate::model::words::{ClaimState, Claimant, Leaving, NeedKind, Role};
use crate::store::Session;
use crate::store::find::members_by_name;

/// A claimant as lists of a report name it; an outsider has no code.
#[derive(Debug, Clone)]
pub struct Named {
    pub id: i64,
    pub code: String,
    pub name: String,
    /// A member's organisation; of an organisation, itself.
    pub org: Option<i64>,
    pub phone: Option<Phone>,
}

/// Calls `each` with every claimant.
pub fn each(session: &Session, claimant: Claimant, mut each: impl FnMut(Named)) -> anyhow::Result<()> {
    let sql = match claimant {
        Claimant::Member => "SELECT id, code, name, org_id, phone FROM member ORDER BY id",
        Claimant::Org => "SELECT id, code, name, id, phone FROM org ORDER BY id",
        Claimant::Outsider => "SELECT id, '', name, NULL, phone FROM outsider ORDER BY id",
    };
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(Named { id: row.get(0)?, code: row.get(1)?, name: row.get(2)?, org: row.get(3)?, phone: row.get(4)? });
    }
    Ok(())
}

/// The code and the name of every organisation.
pub fn orgs(session: &Session) -> anyhow::Result<HashMap<i64, (String, String)>> {
    let mut statement = session.prepare("SELECT id, code, name FROM org")?;
    let orgs = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(orgs.collect::<Result<_, _>>()?)
}

/// The names of all programmes.
pub fn programmes(session: &Session) -> anyhow::Result<HashMap<i64, String>> {
    let mut statement = session.prepare("SELECT id, name FROM programme")?;
    let programmes = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(programmes.collect::<Result<_, _>>()?)
}

/// The programme of every need that has one.
pub fn programme_of_needs(session: &Session) -> anyhow::Result<HashMap<i64, i64>> {
    let mut statement = session.prepare("SELECT id, programme_id FROM need WHERE programme_id IS NOT NULL")?;
    let needs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(needs.collect::<Result<_, _>>()?)
}

/// Calls `each` with every claimant and its class.
pub fn each_class(session: &Session, claimant: Claimant, mut each: impl FnMut(i64, &str)) -> anyhow::Result<()> {
    let sql = match claimant {
        Claimant::Member => "SELECT id, class FROM member ORDER BY class, id",
        Claimant::Org => "SELECT id, class FROM org ORDER BY id",
        Claimant::Outsider => "SELECT id, class FROM outsider ORDER BY id",
    };
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get_ref(1)?.as_str()?);
    }
    Ok(())
}

/// Calls `each` with every claim that was made in a period and held on a day: its id, its need, and how many of its people
/// are not named.
pub fn each_holding(
    session: &Session,
    (from, until): (Option<Day>, Day),
    day: Day,
    mut each: impl FnMut(i64, i64, i64),
) -> anyhow::Result<()> {
    let sql = "
        SELECT id, need_id, unnamed
        FROM claim
        WHERE (state IN (SELECT state FROM claim_states WHERE holds) OR ended_on > :day)
          AND (:from IS NULL OR claimed_on >= :from)
          AND claimed_on <= :until
          AND claimed_on <= :day
        ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":from": from, ":until": until, ":day": day})?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?, row.get(2)?);
    }
    Ok(())
}

/// Calls `each` with every party of every claim: the claim, who is in it, and as what.
pub fn each_party(session: &Session, mut each: impl FnMut(i64, (Claimant, i64), Role)) -> anyhow::Result<()> {
    let sql = "SELECT claim_id, role, member_id, org_id, outsider_id FROM claim_party ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (member, org): (Option<i64>, Option<i64>) = (row.get(2)?, row.get(3)?);
        let who = match (member, org) {
            (Some(member), _) => (Claimant::Member, member),
            (None, Some(org)) => (Claimant::Org, org),
            (None, None) => (Claimant::Outsider, row.get(4)?),
        };
        each(row.get(0)?, who, row.get(1)?);
    }
    Ok(())
}

/// A claim that somebody is in.
#[derive(Debug, Clone)]
pub struct InClaim {
    pub id: i64,
    pub code: Code,
    pub need: Code,
    pub need_kind: NeedKind,
    pub title: Option<String>,
    pub content: Option<String>,
    pub role: Role,
    pub state: ClaimState,
    pub claimed_on: Day,
    pub completed_on: Option<Day>,
    pub ended_on: Option<Day>,
}

/// How somebody left a claim that goes on without them.
#[derive(Debug, Clone, Copy)]
pub struct Left {
    pub how: Leaving,
    pub on: Day,
}

/// A registration, whether it counts on the day in question or not.
#[derive(Debug, Clone)]
pub struct Registered {
    pub place: i64,
    pub from: Option<Day>,
    pub until: Option<Day>,
}

/// Every claim that a member or an organisation is in, the older first.
pub fn claims(session: &Session, claimant: Claimant, id: i64) -> anyhow::Result<Vec<InClaim>> {
    let sql = "
        SELECT claim.code, need.code, need.kind, need.title, need.content, claim_party.role, claim.state,
          claim.claimed_on, claim.completed_on, claim.ended_on, claim.id
        FROM claim_party
        JOIN claim ON claim.id = claim_party.claim_id
        JOIN need ON need.id = claim.need_id
        WHERE CASE :claimant WHEN 'member' THEN claim_party.member_id = :id ELSE claim_party.org_id = :id END
        ORDER BY claim.claimed_on, claim.id";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(named_params! {":claimant": claimant, ":id": id}, in_claim)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every claim that a member or an organisation was in and left to others, in the order in which that was.
pub fn left(session: &Session, claimant: Claimant, id: i64) -> anyhow::Result<Vec<(InClaim, Left)>> {
    let sql = "
        SELECT claim.code, need.code, need.kind, need.title, need.content, former_party.role, claim.state,
          claim.claimed_on, claim.completed_on, claim.ended_on, claim.id, former_party.how, former_party.left_on
        FROM former_party
        JOIN claim ON claim.id = former_party.claim_id
        JOIN need ON need.id = claim.need_id
        WHERE CASE :claimant WHEN 'member' THEN former_party.member_id = :id ELSE former_party.org_id = :id END
          AND NOT EXISTS (
            SELECT 1
            FROM claim_party
            WHERE claim_party.claim_id = claim.id
              AND (claim_party.member_id = former_party.member_id OR claim_party.org_id = former_party.org_id)
          )
        ORDER BY former_party.left_on, former_party.id";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(named_params! {":claimant": claimant, ":id": id}, |row| {
        Ok((in_claim(row)?, Left { how: row.get(11)?, on: row.get(12)? }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn in_claim(row: &Row<'_>) -> rusqlite::Result<InClaim> {
    Ok(InClaim {
        code: row.get(0)?,
        need: row.get(1)?,
        need_kind: row.get(2)?,
        title: row.get(3)?,
        content: row.get(4)?,
        role: row.get(5)?,
        state: row.get(6)?,
        claimed_on: row.get(7)?,
        completed_on: row.get(8)?,
        ended_on: row.get(9)?,
        id: row.get(10)?,
    })
}

/// Every registration of a member or an organisation, the older first.
pub fn registrations(session: &Session, claimant: Claimant, id: i64) -> anyhow::Result<Vec<Registered>> {
    let sql = "
        SELECT place_id, from_day, until_day
        FROM registration
        WHERE CASE :claimant WHEN 'member' THEN member_id = :id ELSE org_id = :id END
        ORDER BY from_day, until_day, place_id";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(named_params! {":claimant": claimant, ":id": id}, |row| {
        Ok(Registered { place: row.get(0)?, from: row.get(1)?, until: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The members and organisations that a code or a name means, whatever their number.
pub fn named(session: &Session, word: &str) -> anyhow::Result<Vec<(Claimant, i64)>> {
    let sql = "
        SELECT 'member', id FROM member WHERE code = :word
        UNION
        SELECT 'org', id FROM org WHERE code = :word OR name = :word OR short_name = :word
        UNION
        SELECT 'org', org_id FROM org_alias WHERE alias = :word
        ORDER BY 1, 2";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(named_params! {":word": word}, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut found: Vec<(Claimant, i64)> = rows.collect::<Result<_, _>>()?;
    for member in members_by_name(session, word)? {
        if !found.contains(&(Claimant::Member, member.id)) {
            found.push((Claimant::Member, member.id));
        }
    }
    Ok(found)
}
