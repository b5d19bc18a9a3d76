//! What a shell offers while a command line is typed: wall numbers and codes with the beginning of their text, places,
//! names. Texts are masked as a list masks them, and nothing of a phone is ever offered: what a shell offers stays on the
//! screen. Without an office file that can be read at once there is nothing to offer, and nothing to report.

use std::path::Path;

use super::needs;
use crate::lang::cmd as text;
use crate::store::completing::{self, Among};
use crate::store::place::Places;
use crate::store::rows::NeedRow;
use crate::store::{self, Session};

/// What stands in a place of a command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Needs(Among),
    Claimants,
    Places,
}

/// A word to complete to, and what it is.
pub type Offer = (String, Option<String>);

/// More than these nobody reads.
const MOST: usize = 100;

/// The words that begin so.
pub fn offers(office_file: &Path, wanted: Wanted, begin: &str) -> Vec<Offer> {
    let offered = || -> anyhow::Result<Vec<Offer>> {
        let store = store::look_into(office_file)?;
        let reading = store.read()?;
        let offers = match wanted {
            Wanted::Needs(among) => {
                let needs = completing::needs(&reading, among, begin, MOST)?;
                needs.iter().map(|need| offer(need, begin)).collect()
            }
            Wanted::Claimants => claimants(&reading, begin)?,
            Wanted::Places => {
                let places = Places::load(&reading)?;
                let all = places.ids().map(|id| (places.name(id).to_owned(), Some(places.path(id))));
                all.filter(|(name, _)| name.starts_with(begin)).take(MOST).collect()
            }
        };
        Ok(offers)
    };
    // Whoever is typing a command must not be disturbed by what is wrong with the office file: the command will say.
    offered().unwrap_or_default()
}

/// A need by its wall number, else by its code, whichever is being typed.
fn offer(need: &NeedRow, begin: &str) -> Offer {
    let number = need.number.map(text::number).filter(|number| number.starts_with(begin));
    (number.unwrap_or_else(|| need.code.to_string()), Some(needs::short_private(need)))
}

/// Of several names that stand before a comma the last is being typed.
fn claimants(session: &Session, begin: &str) -> anyhow::Result<Vec<Offer>> {
    let at = begin.rfind([',', '，', '、']).map_or(0, |at| at + begin[at..].chars().next().map_or(0, char::len_utf8));
    let (before, name) = begin.split_at(at);
    let names = completing::claimants(session, name, MOST)?;
    Ok(names.into_iter().map(|name| (format!("{before}{name}"), None)).collect())
}
