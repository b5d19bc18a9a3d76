//! `doctor`: what the machine lacks that an office file needs, and mends what it can.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::desk::answer::AnswerArgs;
use crate::desk::{Context, ask, erasing};
use crate::lang::{self, doctor as text};
use crate::model::exit::Exit;
use crate::output::{self, Cell, Ink, Paint, Sheet};
use crate::store::rights::{self, Open};
use crate::store::{Store, backup, entries, machine};

/// Check the machine: place, rights, disk, clock, terminal
///
/// Which program it is and which file it is about, whether that lies where locks can be trusted and opens, who else may
/// get at it, whether this user may write, whether the disk has room, when the last backup was, whether the clock is behind
/// the log, and whether the terminal shows Chinese and is wide enough: what to read out on the phone. --fix closes what is
/// open to others and finishes an erasing that was cut off. What is in the office file is for `check`.
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
    let mut checks = vec![program(context), settings(context), place(context)];
    let opened = context.examine();
    match &opened {
        Ok(store) => {
            checks.push(Check::sound("file", text::opens(context.db.display())));
            checks.push(unfinished(store, args.fix, context)?);
            checks.push(clock(store, context)?);
        }
        Err(cause) if !context.db.exists() => {
            checks.push(lost(cause, context)?);
            checks.push(Check::sound("clock", text::clock_fits(context.today)));
        }
        Err(cause) => checks.push(Check::wrong("file", lang::refusal::error_line(cause), text::way_check())),
    }
    drop(opened);
    checks.extend(rights(args.fix, context)?);
    checks.extend(writing(context));
    checks.push(disk(context));
    checks.push(backed_up(context)?);
    checks.push(letters());
    checks.push(window());
    let ok = checks.iter().all(|check| check.ok);
    context.note(if ok { text::sound() } else { text::problems(checks.iter().filter(|check| !check.ok).count()) });
    let mut sheet = Sheet::new(text::headers());
    for check in &checks {
        sheet.rows.push(vec![
            Cell::text_of(text::what(check.what)),
            Cell::yes_or_no(check.ok).painted((!check.ok).then_some(Paint::Whole(Ink::Red))),
            Cell::text_of(check.found.clone()),
            Cell::from(check.way_out.clone()),
        ]);
    }
    args.answer.write(&sheet, &DoctorJson { ok, checks }, context)?;
    Ok(if ok { Exit::Done } else { Exit::Partly })
}

/// Which program this is, on which system, and which file it is about: what whoever helps by phone asks first.
fn program(context: &Context) -> Check {
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    let folder = std::env::current_dir().map(|folder| folder.display().to_string()).unwrap_or_default();
    Check::sound("program", text::program(env!("CARGO_PKG_VERSION"), system, folder, context.db.display()))
}

/// What was set, and where.
fn settings(context: &Context) -> Check {
    let lines: Vec<String> = context.settings.iter().map(|setting| setting.line()).collect();
    let found = if lines.is_empty() { lang::settings::none_set() } else { lines.join(lang::semicolon()) };
    Check::sound("settings", found)
}

/// No office file: none yet, or one that is gone, with backups that lie about.
fn lost(cause: &anyhow::Error, context: &Context) -> anyhow::Result<Check> {
    Ok(match backup::newest_automatic(&context.db)? {
        Some((_, path)) => Check::wrong("file", lang::refusal::error_line(cause), text::way_restore(path.display())),
        None => Check::sound("file", lang::refusal::error_line(cause)),
    })
}

/// Whether this user may write where the office file lies, where answers go, and where lists from a pipe are kept.
fn writing(context: &Context) -> Vec<Check> {
    let parent = context.db.parent().filter(|parent| !parent.as_os_str().is_empty());
    let mut folders = vec![parent.unwrap_or(Path::new(".")).to_owned(), PathBuf::from("."), std::env::temp_dir()];
    folders.dedup();
    let refused = folders.iter().filter_map(|folder| Some((folder, tempfile::tempfile_in(folder).err()?)));
    let refused: Vec<Check> = refused
        .map(|(folder, cause)| {
            Check::wrong(
                "writing",
                text::no_writing(folder.display(), lang::main::system_says(&cause)),
                text::way_writing(),
            )
        })
        .collect();
    if refused.is_empty() { vec![Check::sound("writing", text::may_write())] } else { refused }
}

/// The newest automatic backup.
fn backed_up(context: &Context) -> anyhow::Result<Check> {
    Ok(match backup::newest_automatic(&context.db)? {
        Some((day, _)) => Check::sound("backup", text::backed_up(day)),
        None => Check::sound("backup", text::not_backed_up()),
    })
}

/// How wide the terminal is, and whether questions can be asked on it.
fn window() -> Check {
    /// What tables and help are made for.
    const WIDE: u16 = 80;
    let asks = if ask::is_possible() { text::asks() } else { text::asks_nothing() };
    match output::table::terminal_width() {
        Some(columns) if columns < WIDE => Check::wrong("window", text::narrow(columns, WIDE), text::way_window()),
        Some(columns) => Check::sound("window", text::wide(columns, asks)),
        None => Check::sound("window", asks),
    }
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
    let closes = |open: &Open| fix && !open.is_common && rights::close(open).is_ok();
    let found: Vec<Check> = rights::all_open_to_others(&context.db)?
        .iter()
        .map(|open| {
            let (path, reach) = (open.path.display(), text::reach(&open.reach));
            match (open.is_common, closes(open)) {
                (_, true) => Check::sound("rights", text::closed(path)),
                (true, false) => Check::wrong("rights", text::common(path, reach), text::way_own_folder()),
                (false, false) if fix => Check::wrong("rights", text::not_closed(path, reach), text::way_owner()),
                (false, false) => {
                    Check::wrong("rights", text::open(path, text::may(&open.reach), reach), text::way_fix())
                }
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
