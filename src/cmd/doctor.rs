//! `doctor`: what the machine lacks that an office file needs, and mends what it can.

use std::io::IsTerminal;

use serde::Serialize;

use crate::desk::answer::AnswerArgs;
use crate::desk::{Context, erasing};
use crate::lang::{self, doctor as text};
use crate::model::exit::Exit;
use crate::output::{Cell, Sheet};
use crate::store::rights::{self, Open};
use crate::store::{Store, entries, machine};

/// Look at the machine: place, rights, disk, clock, terminal
///
/// Whether the office file lies where locks can be trusted, whether it can be opened, who else may get at it, whether the
/// disk has room, whether the clock is behind the log, and whether the terminal shows Chinese. --fix closes what is open
/// to others and finishes an erasing that was cut off. What is in the office file is for `check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Close what is open to others, and finish an erasing that was cut off
    #[arg(long)]
    pub fix: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Serialize)]
struct DoctorJson {
    ok: bool,
    checks: Vec<Check>,
}

/// One thing that was looked at.
#[derive(Serialize)]
struct Check {
    what: &'static str,
    ok: bool,
    found: String,
    way_out: Option<String>,
}

impl Check {
    fn sound(what: &'static str, found: String) -> Check {
        Check { what, ok: true, found, way_out: None }
    }

    fn wrong(what: &'static str, found: String, way_out: String) -> Check {
        Check { what, ok: false, found, way_out: Some(way_out) }
    }
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let mut checks = vec![place(context)];
    let opened = context.examine();
    match &opened {
        Ok(store) => {
            checks.push(Check::sound("file", text::opens(context.db.display())));
            checks.push(unfinished(store, args.fix, context)?);
            checks.push(clock(store, context)?);
        }
        Err(cause) if !context.db.exists() => {
            checks.push(Check::sound("file", lang::refusal::error_line(cause)));
        }
        Err(cause) => checks.push(Check::wrong("file", lang::refusal::error_line(cause), text::way_check())),
    }
    drop(opened);
    checks.extend(rights(args.fix, context)?);
    checks.push(disk(context));
    checks.push(letters());
    let ok = checks.iter().all(|check| check.ok);
    context.note(if ok { text::sound() } else { text::problems(checks.iter().filter(|check| !check.ok).count()) });
    let mut sheet = Sheet::new(text::headers());
    for check in &checks {
        sheet.rows.push(vec![
            Cell::text_of(text::what(check.what)),
            Cell::yes_or_no(check.ok),
            Cell::text_of(check.found.clone()),
            Cell::from(check.way_out.clone()),
        ]);
    }
    args.answer.write(&sheet, &DoctorJson { ok, checks })?;
    Ok(if ok { Exit::Done } else { Exit::Partly })
}

/// Whether locks can be trusted where the file lies, or would be made.
fn place(context: &Context) -> Check {
    match machine::check_place(&context.db) {
        Ok(()) => Check::sound("place", text::local_disk()),
        Err(cause) => Check::wrong("place", lang::refusal::error_line(&cause), text::way_place()),
    }
}

/// Whether an erasing was cut off behind its change.
fn unfinished(store: &Store, fix: bool, context: &Context) -> anyhow::Result<Check> {
    if store.is_read_only() {
        return Ok(Check::sound("erasing", text::read_only()));
    }
    let is_left = if fix { erasing::resume(store, context)? } else { erasing::is_unfinished(store, context)? };
    Ok(match (is_left, fix) {
        (false, _) => Check::sound("erasing", text::nothing_unfinished()),
        (true, true) => Check::sound("erasing", text::erasing_finished()),
        (true, false) => Check::wrong("erasing", text::erasing_unfinished(), text::way_fix()),
    })
}

/// The newest entry is no later than now.
fn clock(store: &Store, context: &Context) -> anyhow::Result<Check> {
    let newest = entries::newest_at(&*store.read()?)?.unwrap_or_default();
    let day = newest.get(..10).unwrap_or_default();
    Ok(if day > context.today.to_string().as_str() {
        Check::wrong("clock", text::clock_behind(context.today, day), text::way_clock())
    } else {
        Check::sound("clock", text::clock_fits(context.today))
    })
}

/// Who else may get at the office file, its backups and their folders.
fn rights(fix: bool, context: &Context) -> anyhow::Result<Vec<Check>> {
    let closes = |open: &Open| fix && !open.is_common() && rights::close(open).is_ok();
    let found: Vec<Check> = rights::all_open_to_others(&context.db)?
        .iter()
        .map(|open| {
            let (path, mode) = (open.path.display(), format!("{:03o}", open.mode));
            match (open.is_common(), closes(open)) {
                (_, true) => Check::sound("rights", text::closed(path)),
                (true, false) => Check::wrong("rights", text::common(path, mode), text::way_own_folder()),
                (false, false) if fix => Check::wrong("rights", text::not_closed(path, mode), text::way_owner()),
                (false, false) => Check::wrong("rights", text::open(path, mode), text::way_fix()),
            }
        })
        .collect();
    Ok(if found.is_empty() { vec![Check::sound("rights", text::owner_only())] } else { found })
}

/// A backup and an erasing each take the room of the office file once more.
fn disk(context: &Context) -> Check {
    const SPARE: u64 = 16 << 20;
    let wanted = std::fs::metadata(&context.db).map_or(0, |meta| meta.len()) * 2 + SPARE;
    match machine::room(&context.db) {
        Some(room) if room < wanted => {
            Check::wrong("disk", text::little_room(room >> 20, wanted >> 20), text::way_disk())
        }
        Some(room) => Check::sound("disk", text::room(room >> 20)),
        None => Check::sound("disk", text::not_asked()),
    }
}

/// Whether what is printed can be read: a terminal in another encoding than UTF-8 shows other letters.
fn letters() -> Check {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| variable(name)).unwrap_or_default();
    let is_utf8 = locale.to_ascii_lowercase().replace('-', "").contains("utf8");
    if cfg!(unix) && std::io::stdout().is_terminal() && !is_utf8 {
        Check::wrong("letters", text::other_letters(locale), text::way_letters())
    } else {
        Check::sound("letters", text::letters_fit())
    }
}
