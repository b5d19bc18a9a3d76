//! Why a claimant has met a quota or not: the registrations and the claims of one, whether they count or don't.

use rusqlite::{Row, named_params};

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::words::{ClaimState, Claimant, NeedKind, Role};
use crate::store::Session;

/// A claim that somebody is in.
#[derive(Debug, Clone)]
pub struct InClaim {
    pub code: Code,
    pub need: Code,
    pub need_kind: NeedKind,
    pub title: Option<String>,
    pub content: Option<String>,
    pub role: Role,
    pub state: ClaimState,
    pub claimed_on: Day,
    pub completed_on: Option<Day>,
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
          claim.claimed_on, claim.completed_on
        FROM claim_party
        JOIN claim ON claim.id = claim_party.claim_id
        JOIN need ON need.id = claim.need_id
        WHERE CASE :claimant WHEN 'member' THEN claim_party.member_id = :id ELSE claim_party.org_id = :id END
        ORDER BY claim.claimed_on, claim.id";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(named_params! {":claimant": claimant, ":id": id}, in_claim)?;
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
        SELECT 'member', id FROM member WHERE code = :word OR name = :word
        UNION
        SELECT 'org', id FROM org WHERE code = :word OR name = :word OR short_name = :word
        UNION
        SELECT 'org', org_id FROM org_alias WHERE alias = :word
        ORDER BY 1, 2";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(named_params! {":word": word}, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
