//! Looks up people and organisations named on the command line, and suggests similar names for unknown ones.

use crate::desk::choose;
use crate::lang::cmd as text;
use crate::model::exit::{Exit, stop};
use crate::model::fault::{FaultKind, Flaw};
use crate::model::fields::Field;
use crate::model::words::OutsiderType;
use crate::similar;
use crate::store::claimant::{self, Found, Party};
use crate::store::find::{self, Orgs};
use crate::store::log::Change;
use crate::store::{Session, Store};

/// The most names that an error suggests.
const NEAR: usize = 3;

/// The claimants that `--by` and `--outsider` give.
#[derive(Debug, Clone, clap::Args)]
pub struct ByArgs {
    /// Who claims, the lead first: by name, by name and unit, by phone or by code
    #[arg(long, value_name = "WHO", value_delimiter = ',')]
    pub by: Vec<String>,
    /// A claimant on no roster: a firm, a charity, a neighbour
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub outsider: Vec<String>,
    /// What the outsider is
    #[arg(long, value_name = "TYPE", default_value = "other", requires = "outsider")]
    pub outsider_type: OutsiderType,
}

impl ByArgs {
    /// The same with a code for each name that several have: asked on a terminal, before a change begins. Where nobody
    /// is named, a terminal is asked who it is.
    pub fn settled(&self, store: &Store) -> anyhow::Result<ByArgs> {
        for name in self.outsiders() {
            check_name(name)?;
        }
        let mut words: Vec<String> =
            self.words().map(|word| choose::claimant(store, word)).collect::<anyhow::Result<_>>()?;
        if words.is_empty() && self.outsiders().next().is_none() {
            words.extend(choose::claimant_asked(store)?);
        }
        Ok(ByArgs { by: words, ..self.clone() })
    }

    /// What `--by` names, whatever separates the names.
    fn words(&self) -> impl Iterator<Item = &str> {
        words(&self.by)
    }

    fn outsiders(&self) -> impl Iterator<Item = &str> {
        self.outsider.iter().map(|name| name.trim()).filter(|name| !name.is_empty())
    }

    /// The claimants, the lead first. Errors: an unknown or ambiguous name (exit 3).
    pub fn parties(&self, change: &mut Change<'_>) -> anyhow::Result<Vec<Party>> {
        let orgs = Orgs::load(change.session())?;
        let mut parties = Vec::new();
        for word in self.words() {
            push_once(
                &mut parties,
                named(change.session(), &orgs, word, |word, near| text::unknown_claimant(word, near))?,
            );
        }
        for name in self.outsiders() {
            push_once(&mut parties, claimant::outsider(change, name, self.outsider_type, None)?);
        }
        if parties.is_empty() {
            return Err(stop(Exit::Usage, text::nobody_claims()));
        }
        Ok(parties)
    }
}

/// The names in what a flag was given, whatever separates them.
pub fn words(given: &[String]) -> impl Iterator<Item = &str> {
    let words = given.iter().flat_map(|words| words.split(['，', '、', ',', ';', '；']));
    words.map(str::trim).filter(|word| !word.is_empty())
}

/// Errors: a name without a letter, as an emoji is, could never be found again (exit 2).
fn check_name(name: &str) -> anyhow::Result<()> {
    if name.chars().any(char::is_alphanumeric) { Ok(()) } else { Err(stop(Exit::Usage, text::no_name(name))) }
}

fn push_once(parties: &mut Vec<Party>, party: Party) {
    if !parties.contains(&party) {
        parties.push(party);
    }
}

/// The claimant that people mean by a word: see `claimant::resolve`.
pub fn party(session: &Session, orgs: &Orgs, word: &str) -> anyhow::Result<Party> {
    named(session, orgs, word, |word, near| text::unknown_person(word, near))
}

/// The same; `unknown` is the error of a name that nobody has, and near ones.
fn named(
    session: &Session,
    orgs: &Orgs,
    word: &str,
    unknown: impl Fn(&str, String) -> String,
) -> anyhow::Result<Party> {
    match claimant::resolve(session, orgs, word)? {
        Found::One(party) => Ok(party),
        Found::Several(candidates) => {
            let listed = crate::lang::faults::listed(&candidates, crate::lang::semicolon());
            Err(stop(Exit::Refused, text::several_people(word, listed)))
        }
        Found::Nobody => {
            let elsewhere = claimant::elsewhere(session, orgs, word)?;
            if !elsewhere.is_empty() {
                let listed = crate::lang::faults::listed(&elsewhere, crate::lang::semicolon());
                return Err(stop(Exit::Refused, text::person_elsewhere(word, listed)));
            }
            let near = near_people(session, orgs, word)?;
            Err(stop(Exit::Refused, unknown(word, text::near(&near))))
        }
    }
}

/// Adds similar names to a fault about an unknown name or code.
pub fn suggest(session: &Session, orgs: Option<&Orgs>, flaw: &mut Flaw) -> anyhow::Result<()> {
    let FaultKind::Unknown { value, near } = &mut flaw.why else { return Ok(()) };
    match (flaw.field, orgs) {
        (Some(Field::Org | Field::Parent), Some(orgs)) => {
            *near = near_orgs(orgs, value).join(crate::lang::comma());
        }
        (Some(Field::Claimants), Some(orgs)) => {
            let elsewhere = claimant::elsewhere(session, orgs, value)?;
            *near = if elsewhere.is_empty() {
                near_people(session, orgs, value)?
            } else {
                crate::lang::faults::listed(&elsewhere, crate::lang::comma())
            };
        }
        (Some(Field::Need | Field::Code), _) => {
            let codes = find::need_codes(session)?;
            *near = similar::near(value, codes.iter().map(String::as_str), NEAR).join(crate::lang::comma());
        }
        _ => {}
    }
    Ok(())
}

/// The names of organisations most similar to this one.
pub fn near_orgs(orgs: &Orgs, name: &str) -> Vec<String> {
    similar::near(name, orgs.words(), NEAR).into_iter().map(str::to_owned).collect()
}

/// The names of members and organisations most similar to this one, as a part of a sentence.
pub fn near_to(session: &Session, word: &str) -> anyhow::Result<String> {
    near_people(session, &Orgs::load(session)?, word)
}

fn near_people(session: &Session, orgs: &Orgs, word: &str) -> anyhow::Result<String> {
    let members = find::member_names(session)?;
    let among = members.iter().map(String::as_str).chain(orgs.words());
    Ok(similar::near(word, among, NEAR).join(crate::lang::comma()))
}
