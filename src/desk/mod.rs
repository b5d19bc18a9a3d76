//! What the commands share: who runs them and when, where the answer goes, how codes on the command line are looked up,
//! and the one straight line that every list goes through. Knows the store, intake and output; no command.

mod ahead;
pub mod answer;
pub mod ask;
pub mod bulk;
pub mod heads;
pub mod list_args;
pub mod lists;
pub mod names;
pub mod needs;
pub mod preview;
pub mod problems;
mod progress;
pub mod ruling;
mod telling;
pub mod told;
pub mod values;

use std::path::PathBuf;

use crate::lang::cmd as text;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::place::PlacePath;
use crate::output;
use crate::privacy;
use crate::store::Session;
use crate::store::log::{Act, Change, Head};
use crate::store::place::{NoPlace, Places};
use crate::store::rows::CampaignRow;
use crate::store::{self, Store, campaign};

/// Who runs a command, when, over which office file.
#[derive(Debug, Clone)]
pub struct Context {
    pub db: PathBuf,
    pub operator: String,
    pub today: Day,
    /// ISO date and time with offset.
    pub now: String,
    pub quiet: bool,
}

impl Context {
    pub fn open(&self) -> anyhow::Result<Store> {
        store::open(&self.db)
    }

    /// The entry that a command will be; `command` is the verb and codes only.
    pub fn act(&self, command: impl Into<String>) -> Act {
        Act { at: self.now.clone(), operator: self.operator.clone(), command: command.into(), source_digest: None }
    }

    /// Talks: to stderr, unless `--quiet`.
    pub fn say(&self, text: impl AsRef<str>) {
        if !self.quiet {
            tell(text);
        }
    }
}

/// Tells on stderr what nobody may miss: faults. Every word on stderr goes through here, whoever wrote it: numbers of
/// people are masked, control characters made visible. A closed stderr loses it, and there is nowhere left to say so.
pub fn tell(text: impl AsRef<str>) {
    use std::io::Write;
    let masked = privacy::mask_text(text.as_ref());
    let told: Vec<_> = masked.lines().map(output::safe).collect();
    let told = told.join("\n");
    if writeln!(std::io::stderr().lock(), "{told}").is_err() {
        // Nothing can be said where nobody listens.
    }
}

/// The campaign that a flag names. Errors: an unknown one, with those that there are (exit 3).
pub fn campaign(conn: &Session, name: &str) -> anyhow::Result<CampaignRow> {
    if let Some(known) = campaign::named(conn, name.trim())? {
        return Ok(known);
    }
    let names: Vec<String> = campaign::all(conn)?.into_iter().map(|row| row.name).collect();
    Err(stop(
        Exit::Refused,
        if names.is_empty() {
            text::no_campaign()
        } else {
            text::unknown_campaign(name, names.join(crate::lang::comma()))
        },
    ))
}

/// Commits, or takes everything back where it was only asked what would happen.
pub fn finish(change: Change<'_>, dry_run: bool) -> anyhow::Result<Option<Head>> {
    if dry_run {
        change.cancel()?;
        return Ok(None);
    }
    change.finish()
}

/// The place that a flag names, looked for from the office's own; without a flag, the office's own.
pub fn place(places: &Places, office: i64, path: Option<&PlacePath>) -> anyhow::Result<i64> {
    let Some(path) = path else { return Ok(office) };
    match places.find(path, office) {
        Ok(place) => Ok(place),
        Err(NoPlace::Ambiguous(several)) => {
            Err(stop(Exit::Refused, text::place_ambiguous(path, several.join(crate::lang::comma()))))
        }
        Err(NoPlace::Misplaced | NoPlace::Unknown) => {
            let wanted = path.names().last().copied().unwrap_or_default();
            let near = crate::similar::near(wanted, places.names(), 3).join(crate::lang::comma());
            Err(stop(Exit::Refused, text::place_unknown(path, text::near(&near))))
        }
    }
}
