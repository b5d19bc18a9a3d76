//! The claims that had been made and not done on a day, each with what a reminder to its claimants says: a row for each
//! claimant.

use rusqlite::{Row, named_params};

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::words::{NeedKind, Role};
use crate::store::Session;

use super::claimant::{self, Named, Party};
use super::rows::PartyRow;

/// A claimant and the claim that still runs.
#[derive(Debug, Clone)]
pub struct Running {
    pub claim: i64,
    pub code: Code,
    pub need: i64,
    pub need_code: Code,
    pub kind: NeedKind,
    /// Its number on the wall.
    pub number: Option<i64>,
    /// As the wall has it.
    pub text: String,
    pub place: i64,
    pub campaign: Option<i64>,
    pub claimed_on: Day,
    /// When it was made, or passed its last milestone before the work began.
    pub touched_on: Day,
    pub is_begun: bool,
    /// What was promised, else what the need asks for.
    pub deadline: Option<Day>,
    pub party: Party,
    pub role: Role,
    /// What the claimant's record is called by; outsiders have none.
    pub party_code: Option<Code>,
    pub name: String,
    /// How many others, whom nobody named, take part with who leads.
    pub unnamed: u32,
    /// A member's organisation; of an organisation, itself.
    pub org: Option<i64>,
}

/// Calls `each` with every claimant of every claim that ran on a day, in the order of claims, the lead first.
pub fn each(session: &Session, day: Day, mut each: impl FnMut(Running)) -> anyhow::Result<()> {
    let sql = "
        SELECT claim.id, claim.code, need.id, need.code, need.kind, need.number,
          coalesce(need.wording, need.title, need.content, ''), need.place_id, need.campaign_id, claim.claimed_on,
          max(claim.claimed_on, iif(claim.letter_on <= :day, claim.letter_on, ''),
            iif(claim.approved_on <= :day, claim.approved_on, ''), iif(claim.plan_on <= :day, claim.plan_on, '')),
          iif(claim.started_on IS NULL, claim.state = 'started', claim.started_on <= :day),
          coalesce(claim.deadline, need.deadline), coalesce(member.name, org.short_name, org.name, outsider.name),
          coalesce(member.org_id, claim_party.org_id), claim_party.id, claim_party.claim_id, claim_party.role,
          claim_party.member_id, claim_party.org_id, claim_party.outsider_id, coalesce(member.code, org.code),
          iif(claim_party.role = 'lead', claim.unnamed, 0)
        FROM claim
        JOIN claim_states ON claim_states.state = claim.state
        JOIN need ON need.id = claim.need_id
        JOIN claim_party ON claim_party.claim_id = claim.id
        LEFT JOIN member ON member.id = claim_party.member_id
        LEFT JOIN org ON org.id = claim_party.org_id
        LEFT JOIN outsider ON outsider.id = claim_party.outsider_id
        WHERE claim.claimed_on <= :day
          AND (claim_states.runs OR coalesce(claim.completed_on, claim.confirmed_on, claim.ended_on) > :day)
        ORDER BY claim.id, claim_party.role = 'joint', claim_party.id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":day": day})?;
    while let Some(row) = rows.next()? {
        each(running(row)?);
    }
    Ok(())
}

impl Running {
    /// The claimant as JSON has one.
    pub fn named(&self) -> Named {
        Named {
            kind: claimant::kind(self.party).code(),
            name: self.name.clone(),
            role: self.role.code(),
            code: self.party_code.clone(),
            unnamed: self.unnamed,
        }
    }
}

fn running(row: &Row<'_>) -> rusqlite::Result<Running> {
    let party = PartyRow {
        id: row.get(15)?,
        claim_id: row.get(16)?,
        role: row.get(17)?,
        member_id: row.get(18)?,
        org_id: row.get(19)?,
        outsider_id: row.get(20)?,
    };
    Ok(Running {
        claim: row.get(0)?,
        code: row.get(1)?,
        need: row.get(2)?,
        need_code: row.get(3)?,
        kind: row.get(4)?,
        number: row.get(5)?,
        text: row.get(6)?,
        place: row.get(7)?,
        campaign: row.get(8)?,
        claimed_on: row.get(9)?,
        touched_on: row.get(10)?,
        is_begun: row.get(11)?,
        deadline: row.get(12)?,
        role: party.role,
        party_code: row.get(21)?,
        name: row.get(13)?,
        unnamed: row.get(22)?,
        org: row.get(14)?,
        party: claimant::of_row(&party),
    })
}
