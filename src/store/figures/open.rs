//! What suggestions are made of: needs that are still available, and what keeps somebody from one.

use rusqlite::named_params;

use crate::model::day::Day;
use crate::model::words::NeedKind;
use crate::store::Session;

/// A published need of which something is left.
#[derive(Debug, Clone, Copy)]
pub struct OpenNeed<'r> {
    pub id: i64,
    pub place: i64,
    pub left: i64,
    pub text: &'r str,
    pub deadline: Option<Day>,
    /// Since when it has been waiting.
    pub since: Option<Day>,
}

/// Calls `each` with every open need of a kind, the one that has waited longest first.
pub fn each_open(
    session: &Session,
    kind: NeedKind,
    mut each: impl FnMut(OpenNeed<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let sql = "
        SELECT need.id, need.place_id,
          need.quantity - coalesce((
            SELECT sum(holding_claim.quantity)
            FROM holding_claim
            WHERE holding_claim.need_id = need.id
          ), 0) AS left_over,
          coalesce(need.title || ' ', '') || coalesce(need.content, ''),
          need.deadline, coalesce(need.collected_on, need.published_on) AS since
        FROM need
        WHERE need.state = 'published' AND need.kind = :kind AND left_over > 0
        ORDER BY since IS NULL, since, need.id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":kind": kind})?;
    while let Some(row) = rows.next()? {
        let (id, place, left) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let text = row.get_ref(3)?.as_str()?;
        each(OpenNeed { id, place, left, text, deadline: row.get(4)?, since: row.get(5)? })?;
    }
    Ok(())
}

/// Calls `each` with the skills of every member who has any.
pub fn each_skilled(session: &Session, mut each: impl FnMut(i64, &str)) -> anyhow::Result<()> {
    let mut statement = session.prepare("SELECT id, skills FROM member WHERE skills IS NOT NULL ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get_ref(1)?.as_str()?);
    }
    Ok(())
}

/// Calls `each` with every member (else organisation) and every open need that it has held: nobody is offered a need
/// again.
pub fn each_had(session: &Session, of_members: bool, mut each: impl FnMut(i64, i64)) -> anyhow::Result<()> {
    let sql = "
        SELECT iif(:of_members, claim_party.member_id, claim_party.org_id) AS party, claim.need_id
        FROM claim
        JOIN need ON need.id = claim.need_id AND need.state = 'published'
        JOIN claim_party ON claim_party.claim_id = claim.id
        WHERE (NOT EXISTS (SELECT 1 FROM holding_claim WHERE holding_claim.id = claim.id) OR need.quantity > 1)
          AND party IS NOT NULL";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":of_members": of_members})?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?);
    }
    Ok(())
}
