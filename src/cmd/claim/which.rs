//! Which claims a command line means, and whose.

use crate::desk::choose;
use crate::desk::codes::CodesFileArgs;
use crate::desk::names;
use crate::desk::needs::{self, Among};
use crate::lang::cmd as text;
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::store::claimant::Party;
use crate::store::find::{self, Orgs};
use crate::store::rows::ClaimRow;
use crate::store::{Session, Store, claim, joint};

/// The claims, and whose they are.
#[derive(Debug, Clone, clap::Args)]
pub struct WhichArgs {
    /// The claims: their codes, or wall numbers, codes or words of their needs
    #[arg(value_name = "CODE")]
    pub codes: Vec<Code>,
    #[command(flatten)]
    pub file: CodesFileArgs,
    /// Whose claim, if the need has several
    #[arg(long, value_name = "WHO", value_delimiter = ',')]
    pub by: Vec<String>,
}

/// The same once everything was asked: codes as the log has them, and a code for each name that several have.
#[derive(Debug, Clone)]
pub struct Which {
    pub codes: Vec<Code>,
    by: Vec<String>,
}

impl WhichArgs {
    /// That of a command that takes one code.
    pub fn of_one(code: &Code, by: &[String]) -> WhichArgs {
        WhichArgs { codes: vec![code.clone()], file: CodesFileArgs::default(), by: by.to_vec() }
    }

    /// Whether claims are named, one by one or in a file.
    pub fn is_named(&self) -> bool {
        !self.codes.is_empty() || self.file.is_given()
    }

    /// Errors: nothing is named (exit 2); what nobody knows, or several have (exit 3).
    pub fn settled(&self, store: &Store) -> anyhow::Result<Which> {
        let codes = choose::needs(store, &self.file.codes(&self.codes)?, Among::Claimed)?;
        if codes.is_empty() {
            return Err(stop(Exit::Usage, text::name_a_need()));
        }
        // What does not exist is reported before anything is asked.
        let reading = store.read()?;
        let codes = codes.iter().map(|code| logged(&reading, code)).collect::<anyhow::Result<_>>()?;
        reading.finish()?;
        let by = names::words(&self.by).map(|word| choose::claimant(store, word)).collect::<anyhow::Result<_>>()?;
        Ok(Which { codes, by })
    }
}

impl WhichArgs {
    /// Those whom `--by` names, where no claim is.
    pub fn by(&self, store: &Store, session: &Session) -> anyhow::Result<Vec<Party>> {
        let by = names::words(&self.by).map(|word| choose::claimant(store, word)).collect::<anyhow::Result<_>>()?;
        Which { codes: Vec::new(), by }.parties(session)
    }
}

/// The code that the log has of what was typed: a claim's own, else its need's.
fn logged(session: &Session, code: &Code) -> anyhow::Result<Code> {
    Ok(match find::claim(session, code)? {
        Some(claim) => claim.code,
        None => {
            let needs = needs::as_logged(session, std::slice::from_ref(code), Among::Claimed)?;
            needs.into_iter().next().unwrap_or_else(|| code.clone())
        }
    })
}

impl Which {
    /// Those whom `--by` names.
    pub fn parties(&self, session: &Session) -> anyhow::Result<Vec<Party>> {
        if self.by.is_empty() {
            return Ok(Vec::new());
        }
        let orgs = Orgs::load(session)?;
        self.by.iter().map(|word| names::party(session, &orgs, word)).collect()
    }

    /// The claims, each once; `--by` decides if a need has several. With `ended`, one that has ended is found too, and
    /// one that those named have left.
    pub fn claims(&self, session: &Session, by: &[Party], ended: bool) -> anyhow::Result<Vec<ClaimRow>> {
        let fits = |claim: &ClaimRow| -> anyhow::Result<bool> {
            if by.is_empty() {
                return Ok(true);
            }
            let parties = claim::parties_of(session, claim.id)?;
            Ok(by.iter().all(|one| parties.iter().any(|(party, _)| party == one)))
        };
        let mut claims: Vec<ClaimRow> = Vec::new();
        for code in &self.codes {
            let claim = match needs::claim_of(session, code, fits, ended) {
                Ok(claim) => claim,
                Err(cause) => self.left(session, code, by).filter(|_| ended).ok_or(cause)?,
            };
            if !claims.iter().any(|found| found.id == claim.id) {
                claims.push(claim);
            }
        }
        Ok(claims)
    }

    /// The claim of a need that those named have left.
    fn left(&self, session: &Session, code: &Code, by: &[Party]) -> Option<ClaimRow> {
        let need = find::need(session, code).ok()??;
        let claims = find::claims_of(session, need.id).ok()?;
        claims.into_iter().rev().find(|claim| joint::have_left(session, claim.id, by, None).unwrap_or(false))
    }
}
