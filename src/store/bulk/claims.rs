//! A list of claims into an office file that has none yet: rows about which there can be no doubt are added together, before
//! the table has its secondary indexes.

use rusqlite::{OptionalExtension, named_params};

use super::append::MANY;
use super::keys::CLAIMS;
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::words::{NeedState, Role};
use crate::store::Session;
use crate::store::claim::{Terms, party_row, untouched};
use crate::store::claimant::Party;
use crate::store::find;
use crate::store::log::Change;
use crate::store::rows::{ClaimRow, PartyRow};
use crate::store::setting;

/// What is known while the first claims come in.
pub struct BulkClaims {
    prefix: String,
    /// By need: whether a row of the list was of it.
    named: Vec<bool>,
    /// By member: whether their code is the one that we gave, which says who they are. Empty until enough rows have come.
    members: Vec<bool>,
    rows: u32,
    /// From now on rows wait for those before them.
    pub in_order: bool,
    /// New records that are still to be added, together.
    #[allow(clippy::vec_box, reason = "records are handed from thread to thread")]
    waiting: (Vec<Box<ClaimRow>>, Vec<Box<PartyRow>>),
}

/// As many as are added at once.
const TOGETHER: usize = 32 * MANY;

/// What a claim depends on of its need.
#[derive(Debug, Clone, Copy)]
pub struct Claimed {
    pub id: i64,
    pub state: NeedState,
    pub quantity: i64,
    pub collected_on: Option<Day>,
    pub published_on: Option<Day>,
}

impl BulkClaims {
    /// Nothing where there are claims already.
    pub fn begin(change: &Change<'_>) -> anyhow::Result<Option<BulkClaims>> {
        let session = change.session();
        let is_empty: bool = session.query_row("SELECT NOT EXISTS (SELECT 1 FROM claim)", [], |row| row.get(0))?;
        if !is_empty {
            return Ok(None);
        }
        CLAIMS.drop(session)?;
        let prefix = setting::code_prefix(session)?;
        Ok(Some(BulkClaims {
            prefix,
            named: Vec::new(),
            members: Vec::new(),
            rows: 0,
            in_order: false,
            waiting: (Vec::new(), Vec::new()),
        }))
    }

    /// The need of this code, public code or wall number.
    pub fn need(&self, session: &Session, code: &Code) -> anyhow::Result<Option<Claimed>> {
        let by_code = "SELECT id, state, quantity, collected_on, published_on FROM need WHERE code = :code";
        let claimed = |row: &rusqlite::Row<'_>| {
            Ok(Claimed {
                id: row.get(0)?,
                state: row.get(1)?,
                quantity: row.get(2)?,
                collected_on: row.get(3)?,
                published_on: row.get(4)?,
            })
        };
        let mut statement = session.prepare_cached(by_code)?;
        if let Some(coded) = statement.query_row(named_params! {":code": code}, claimed).optional()? {
            return Ok(Some(coded));
        }
        Ok(find::need(session, code)?.map(|need| Claimed {
            id: need.id,
            state: need.state,
            quantity: need.quantity,
            collected_on: need.collected_on,
            published_on: need.published_on,
        }))
    }

    /// Counts a row. After the first ones it reads the codes of all members, which the list is likely to name.
    pub fn count_row(&mut self, session: &Session) -> anyhow::Result<()> {
        const FIRST: u32 = 20_000;
        self.rows = self.rows.saturating_add(1);
        if self.rows != FIRST {
            return Ok(());
        }
        let mut statement = session.prepare("SELECT code, id FROM member")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let Some(member) = self.number(row.get_ref(0)?.as_str()?).filter(|number| row.get(1) == Ok(*number)) else {
                continue;
            };
            let at = usize::try_from(member)?;
            if at >= self.members.len() {
                self.members.resize((at + 1).max(self.members.len() * 2), false);
            }
            self.members[at] = true;
        }
        Ok(())
    }

    /// The member of a code that we gave, where that is known without a look into the table.
    pub fn member(&self, code: &str) -> Option<i64> {
        let number = self.number(code)?;
        let is_ours = usize::try_from(number).ok().and_then(|at| self.members.get(at)).copied();
        is_ours.filter(|is_ours| *is_ours).map(|_| number)
    }

    /// The row id in a member's code of ours.
    fn number(&self, code: &str) -> Option<i64> {
        let number = code.strip_prefix(&*self.prefix)?.strip_prefix("-M")?.parse().ok()?;
        (Code::ours(&self.prefix, 'M', number).as_str() == code).then_some(number)
    }

    /// Whether no row before was of this need; the next one is not the first.
    pub fn is_first(&mut self, need: i64) -> bool {
        let Ok(at) = usize::try_from(need) else { return false };
        if at >= self.named.len() {
            self.named.resize((at + 1).max(self.named.len() * 2), false);
        }
        !std::mem::replace(&mut self.named[at], true)
    }

    /// A claim that nobody has touched yet.
    pub fn fresh(
        &self,
        change: &mut Change<'_>,
        need: &Claimed,
        terms: &Terms,
        quantity: i64,
    ) -> anyhow::Result<ClaimRow> {
        let id = change.next_id::<ClaimRow>()?;
        Ok(untouched((id, &self.prefix), need.id, terms, quantity))
    }

    /// Adds a claim with its claimants, the lead first.
    pub fn add(&mut self, change: &mut Change<'_>, claim: ClaimRow, parties: &[Party]) -> anyhow::Result<()> {
        for (place, party) in parties.iter().enumerate() {
            let role = if place == 0 { Role::Lead } else { Role::Joint };
            let row = party_row(change, claim.id, *party, role)?;
            self.waiting.1.push(Box::new(row));
        }
        self.waiting.0.push(Box::new(claim));
        if self.waiting.0.len() >= TOGETHER { self.add_waiting(change) } else { Ok(()) }
    }

    /// Adds what waits, and builds the indexes.
    pub fn end(mut self, change: &mut Change<'_>) -> anyhow::Result<()> {
        self.add_waiting(change)?;
        Ok(CLAIMS.build(change.session())?)
    }

    fn add_waiting(&mut self, change: &mut Change<'_>) -> anyhow::Result<()> {
        let (claims, parties) = std::mem::take(&mut self.waiting);
        change.insert_all(claims)?;
        change.insert_all(parties)
    }
}
