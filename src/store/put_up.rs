//! Needs that go to the wall by the hundred thousand: the same change of state as one by one (`wall::publish`), logged as
//! the needs are read and made afterwards, each guarded by the state it is expected to have.

use std::collections::HashSet;

use rusqlite::named_params;

use super::chain::Canonical;
use super::log::Change;
use super::record::{Record, canonical};
use super::rows::NeedRow;
use super::wall::{Numbers, random_code};
use crate::model::code::PublicCode;
use crate::model::day::Day;
use crate::model::refusal::Refusal;
use crate::model::words::NeedState;
use crate::store::Session;

/// The needs that one change puts up.
pub struct PutUp {
    numbers: Numbers,
    /// Every public code that was ever given.
    codes: HashSet<PublicCode>,
    on: Day,
    consent_basis: Option<String>,
    moves: Vec<Move>,
}

/// What becomes of one need.
struct Move {
    id: i64,
    number: i64,
    public_code: PublicCode,
    /// What the need itself has goes before.
    takes_basis: bool,
}

impl PutUp {
    /// `consent_basis`: how the form asked, for needs whose consent is blank. `at_most`: how many may go up.
    pub fn begin(change: &Change<'_>, on: Day, consent_basis: Option<&str>, at_most: usize) -> anyhow::Result<PutUp> {
        Ok(PutUp {
            numbers: Numbers::load(change)?,
            codes: public_codes(change.session())?,
            on,
            consent_basis: consent_basis.map(str::to_owned),
            moves: Vec::with_capacity(at_most),
        })
    }

    /// Logs that a verified need goes up, and returns the need as it will hang there.
    pub fn take(&mut self, change: &mut Change<'_>, before: &NeedRow) -> anyhow::Result<NeedRow> {
        let public_code = match &before.public_code {
            Some(code) => code.parse()?,
            None => self.new_code()?,
        };
        let takes_basis = before.consent.is_none() && before.consent_basis.is_none() && self.consent_basis.is_some();
        let mut after = before.clone();
        after.state = NeedState::Published;
        after.came_from = None;
        after.reason_out = None;
        after.number = Some(self.numbers.of(before));
        after.public_code = Some(public_code.to_string());
        after.published_on = Some(self.on);
        if takes_basis {
            after.consent_basis.clone_from(&self.consent_basis);
        }
        self.moves.push(Move { id: after.id, number: after.number.unwrap_or_default(), public_code, takes_basis });
        let moved = Moved { before: before.clone(), after: after.clone() };
        change.log_moved::<NeedRow>(after.id, Box::new(moved))?;
        Ok(after)
    }

    /// Makes the moves. Errors: a need that is no longer verified, or is gone.
    pub fn finish(self, change: &Change<'_>) -> anyhow::Result<()> {
        let mut update = change.session().prepare(
            "UPDATE need
            SET state = 'published', came_from = NULL, reason_out = NULL, number = :number, public_code = :public_code,
              published_on = :on, consent_basis = coalesce(consent_basis, :basis)
            WHERE id = :id AND state = 'verified'",
        )?;
        for one in &self.moves {
            let changed = update.execute(named_params! {
                ":id": one.id,
                ":number": one.number,
                ":public_code": one.public_code.as_str(),
                ":on": self.on,
                ":basis": self.consent_basis.as_ref().filter(|_| one.takes_basis),
            })?;
            if changed != 1 {
                return Err(Refusal::MovedMeanwhile { record: one.id.to_string() }.into());
            }
        }
        Ok(())
    }

    fn new_code(&mut self) -> anyhow::Result<PublicCode> {
        loop {
            let code = random_code()?;
            if self.codes.insert(code) {
                return Ok(code);
            }
        }
    }
}

fn public_codes(session: &Session) -> anyhow::Result<HashSet<PublicCode>> {
    let mut statement = session.prepare("SELECT public_code FROM need WHERE public_code IS NOT NULL")?;
    let mut rows = statement.query([])?;
    let mut codes = HashSet::new();
    while let Some(row) = rows.next()? {
        codes.insert(row.get_ref(0)?.as_str()?.parse()?);
    }
    Ok(codes)
}

/// A need before it goes up, and as it hangs there.
struct Moved {
    before: NeedRow,
    after: NeedRow,
}

impl Canonical for Moved {
    fn before(&mut self) -> anyhow::Result<Option<String>> {
        canonical(&self.before).map(Some)
    }

    fn canonical(&self, out: &mut Vec<u8>) -> rusqlite::Result<()> {
        self.after.write_json(out)
    }
}
