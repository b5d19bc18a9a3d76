//! The scores and remarks of residents, and whose claims they are about.

use rusqlite::named_params;

use crate::model::code::Code;
use crate::model::day::Day;
use crate::store::Session;

/// A claim as a list of scores names it.
#[derive(Debug, Clone)]
pub struct Scored {
    pub id: i64,
    pub code: Code,
    pub need: Code,
    pub place: i64,
    pub unnamed: i64,
    pub confirmed_on: Option<Day>,
    pub score: Option<i64>,
    pub note: Option<String>,
}

/// Calls `each` with every claim whose score is at most `low`, or without one with every claim; the lowest
/// score first.
pub fn each_scored(session: &Session, low: Option<i64>, mut each: impl FnMut(Scored)) -> anyhow::Result<()> {
    let sql = "
        SELECT claim.id, claim.code, need.code, need.place_id, claim.unnamed, claim.confirmed_on, claim.satisfaction,
          claim.feedback
        FROM claim
        JOIN need ON need.id = claim.need_id
        WHERE :low IS NULL OR claim.satisfaction <= :low
        ORDER BY claim.satisfaction, claim.id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":low": low})?;
    while let Some(row) = rows.next()? {
        each(Scored {
            id: row.get(0)?,
            code: row.get(1)?,
            need: row.get(2)?,
            place: row.get(3)?,
            unnamed: row.get(4)?,
            confirmed_on: row.get(5)?,
            score: row.get(6)?,
            note: row.get(7)?,
        });
    }
    Ok(())
}

/// Calls `each` with the names of those who are in the same claims, the lead of a claim first.
pub fn each_claimant(session: &Session, low: Option<i64>, mut each: impl FnMut(i64, String)) -> anyhow::Result<()> {
    let sql = "
        SELECT claim_party.claim_id, coalesce(member.name, org.name, outsider.name, '')
        FROM claim
        JOIN claim_party ON claim_party.claim_id = claim.id
        LEFT JOIN member ON member.id = claim_party.member_id
        LEFT JOIN org ON org.id = claim_party.org_id
        LEFT JOIN outsider ON outsider.id = claim_party.outsider_id
        WHERE :low IS NULL OR claim.satisfaction <= :low
        ORDER BY claim_party.claim_id, CASE claim_party.role WHEN 'lead' THEN 0 ELSE 1 END, claim_party.id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":low": low})?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?);
    }
    Ok(())
}
