//! What the commands share: who runs them and when, where the answer goes, how codes on the command line are looked up,
//! and the one path on which every list is imported. Knows the store, intake and output; knows no command.

pub mod answer;
pub mod ask;
pub mod bulk;
pub mod chat;
pub mod choose;
pub mod codes;
pub mod completing;
pub mod erasing;
pub mod explain;
pub mod folders;
pub mod headers;
pub mod inbox;
pub mod list_args;
pub mod list_json;
mod list_messages;
pub mod lists;
pub mod mending;
pub mod names;
pub mod needs;
pub mod papers;
pub mod preview;
pub mod problems;
mod progress;
pub mod quoted;
mod read_ahead;
pub mod records;
pub mod review;
pub mod ruling;
pub mod settings;
pub mod templates;
pub mod values;
pub mod wall;

use std::path::PathBuf;

use crate::lang::{Lang, cmd as text, trust};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::place::PlacePath;
pub use crate::output::colour::{Color, choose as choose_colour};
pub use crate::output::pager::{set as set_pager, turn_off as turn_pager_off};
pub use crate::output::usual_format;
pub use crate::output::window::is_own as has_own_window;
use crate::output::{self, colour};
use crate::privacy;
pub use crate::store::CommitFlag;
use crate::store::Session;
use crate::store::log::{Change, Head, NewEntry};
use crate::store::place::{NoPlace, Places};
use crate::store::rows::CampaignRow;
use crate::store::setting::{self, Setting};
use crate::store::{self, Store, backup, campaign, log, rights};

/// Who runs a command, when, and on which office file.
#[derive(Debug, Clone)]
pub struct Context {
    pub db: PathBuf,
    pub operator: String,
    pub today: Day,
    /// ISO date and time with offset.
    pub now: String,
    /// Whether the day was given (`--today`) and is not the clock's, which the log notes of each entry.
    pub is_pinned: bool,
    pub quiet: bool,
    /// The language that the command line asks for, whatever the environment says.
    pub lang: Option<Lang>,
    /// The folder of a pack, where no flag names one.
    pub pack: PathBuf,
    /// What was set outside the defaults, and where.
    pub settings: Vec<settings::Setting>,
    /// Whether this run has changed the office file.
    pub committed: CommitFlag,
}

impl Context {
    /// Opens the office file, and looks after what lies next to it.
    pub fn open(&self) -> anyhow::Result<Store> {
        let store = store::open(&self.db, &self.committed)?;
        explain::step(|| crate::lang::settings::explained_office_file(self.db.display()));
        if !store.is_read_only()
            && let Err(cause) = backup::let_go(&store, self.today)
        {
            warn(crate::lang::refusal::error_line(&cause));
        }
        for open in rights::open_to_others(&self.db) {
            let (path, reach) = (open.path.display(), crate::lang::doctor::reach(&open.reach));
            let may = crate::lang::doctor::may(&open.reach);
            let common = open.is_common;
            self.note(if common { trust::common_folder(path, reach) } else { trust::open_to_others(path, may, reach) });
        }
        Ok(store)
    }

    /// Opens an office file whose log may not be sound. Errors: as for `open`.
    pub fn examine(&self) -> anyhow::Result<Store> {
        store::examine(&self.db, &self.committed)
    }

    /// Opens an office file that may have what others have put into it. Errors: as for `open`.
    pub fn inspect(&self) -> anyhow::Result<Store> {
        store::inspect(&self.db, &self.committed)
    }

    /// The log entry that a command makes if it changes anything; `command` is the verb and codes only.
    pub fn new_entry(&self, command: impl Into<String>) -> NewEntry {
        let at = if self.is_pinned { log::pinned(&self.now) } else { self.now.clone() };
        NewEntry { at, operator: self.operator.clone(), command: command.into(), source_digest: None }
    }

    /// Says that nothing was changed, as every command does on a dry run.
    pub fn note_dry_run(&self) {
        self.note(text::dry_run());
    }

    /// Prints a note to stderr, unless `--quiet`.
    pub fn note(&self, text: impl AsRef<str>) {
        if !self.quiet {
            warn(text);
        }
    }
}

/// Prints a warning to stderr, also with `--quiet`. All output to stderr goes through here: people's numbers are masked
/// and control characters made visible. If stderr is closed the text is lost.
pub fn warn(text: impl AsRef<str>) {
    print_message(text.as_ref(), |lines| lines);
}

/// Prints an error or a fault as `warn` does, with the label before its colon in red where stderr has colours.
pub fn warn_of_fault(text: impl AsRef<str>) {
    print_message(text.as_ref(), |lines| if colour::on_stderr() { colour::label_in_red(&lines) } else { lines });
}

fn print_message(text: &str, finish: impl FnOnce(String) -> String) {
    use std::io::Write;
    let masked = privacy::mask_text(text);
    let lines: Vec<_> = masked.lines().map(output::safe).collect();
    let lines = finish(lines.join("\n"));
    if writeln!(std::io::stderr().lock(), "{lines}").is_err() {
        // There is nowhere left to report it.
    }
}

/// The campaign that a flag names. Errors: an unknown one, with the list of existing ones (exit 3).
pub fn campaign(session: &Session, name: &str) -> anyhow::Result<CampaignRow> {
    if let Some(found) = campaign::named(session, name.trim())? {
        return Ok(found);
    }
    let names: Vec<String> = campaign::all(session)?.into_iter().map(|row| row.name).collect();
    Err(stop(
        Exit::Refused,
        if names.is_empty() {
            text::no_campaign()
        } else {
            text::unknown_campaign(name, names.join(crate::lang::comma()))
        },
    ))
}

/// The language of what the office publishes and prints, whoever runs the command: Chinese unless `init` set another.
pub fn office_language(session: &Session) -> anyhow::Result<Lang> {
    let value = setting::read(session, Setting::Language)?;
    Ok(value.as_deref().and_then(Lang::of_word).unwrap_or(Lang::Zh))
}

/// Commits the change; on a dry run takes everything back.
pub fn finish(change: Change<'_>, dry_run: bool) -> anyhow::Result<Option<Head>> {
    if dry_run {
        change.cancel()?;
        return Ok(None);
    }
    change.finish()
}

/// The place that a flag names, resolved from the office's own; without a flag, the office's own. Where several have
/// the name, a terminal is asked which one: commands that change records call `choose::place` before their change begins.
pub fn place(places: &Places, office: i64, path: Option<&PlacePath>) -> anyhow::Result<i64> {
    let Some(path) = path else { return Ok(office) };
    match places.find(path, office) {
        Ok(place) => Ok(place),
        Err(NoPlace::Ambiguous(several)) => {
            let chosen = choose::one_of(path, &several)?.and_then(|chosen| places.find(&chosen, office).ok());
            chosen.ok_or_else(|| ambiguous(path, &several))
        }
        Err(NoPlace::Misplaced | NoPlace::Unknown) => {
            let wanted = path.names().last().copied().unwrap_or_default();
            let near = crate::similar::near(wanted, places.names(), 3).join(crate::lang::comma());
            Err(stop(Exit::Refused, text::place_unknown(path, text::near(&near))))
        }
    }
}

fn ambiguous(place: &PlacePath, several: &[String]) -> anyhow::Error {
    stop(Exit::Refused, text::place_ambiguous(place, several.join(crate::lang::comma())))
}
