//! Arguments -> run -> exit code. The only place that prints an error.

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, PanicHookInfo};
use std::path::Path;
use std::process::ExitCode;
use std::sync::OnceLock;

use clap::error::ErrorKind;
use serde_json::json;

use shuangwei::cli::{self, Cli};
use shuangwei::desk::{
    self,
    settings::{Key, Settings},
};
use shuangwei::lang::{self, Lang};
use shuangwei::model::exit::{Exit, Stop};
use shuangwei::model::refusal::Refusal;
use shuangwei::output;
use shuangwei::store::{self, CommitFlag, Failure};

/// Lists are parsed on one thread and stored on another: the system's allocator makes the two wait for each other at
/// every cell that changes hands, this one doesn't (300,000 wishes in 1.11 s instead of 1.23 s, medians of seven in turns;
/// 39 MiB instead of 33). SQLite takes it too (`override`), without huge pages (`no_thp`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

// The unwinder is built in: the shared one would be a library more to load at every start (`--help` 2.19 ms instead of
// 2.29 ms, medians of 400 starts in turns).
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[link(name = "gcc_eh", kind = "static", modifiers = "-bundle,+whole-archive")]
unsafe extern "C" {}

fn main() -> ExitCode {
    store::set_up();
    outlive_file_size_limits();
    let args: Vec<OsString> = std::env::args_os().collect();
    let settings = cli::settings(&args);
    lang::speak(lang::chosen(&args, settings.language()));
    cli::set_up_terminal(&args, &settings);
    if cli::has_answered_shell(&args) {
        return ExitCode::SUCCESS;
    }
    if let Some(word) = lang::not_spoken(&args) {
        desk::warn(lang::main::not_spoken(word));
    }
    let form = ErrorForm::of(&args, &settings);
    lang::date_examples(cli::year(&args));
    std::panic::set_hook(Box::new(note_where));
    let committed = CommitFlag::default();
    let run = || match cli::parse(args.clone()) {
        Ok(cli) => run(&cli, &settings, &args, &committed, form),
        Err(error) => usage(error, &args, form),
    };
    let exit = std::panic::catch_unwind(AssertUnwindSafe(run)).unwrap_or(Exit::Wrong);
    let exit = went_wrong(&committed).unwrap_or(exit);
    if cli::keeps_window(&args) {
        desk::ask::keep_window();
    }
    ExitCode::from(exit as u8)
}

/// How an error is written: for people, or as JSON where the answer was asked for as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ErrorForm {
    Text,
    Json,
}

impl ErrorForm {
    fn of(args: &[OsString], settings: &Settings) -> ErrorForm {
        let format = lang::value_of(args, "--format").or_else(|| settings.of(Key::Format));
        if matches!(format, Some("json" | "jsonl")) { ErrorForm::Json } else { ErrorForm::Text }
    }

    /// Prints an error. In JSON its way out is a key of its own, and `code` is the word of the exit code.
    fn print(self, exit: Exit, message: &str) {
        match self {
            ErrorForm::Text => desk::warn_of_fault(lang::main::error(message)),
            ErrorForm::Json => {
                let (what, way_out) = lang::main::what_and_way_out(message);
                let error = json!({"code": exit.code(), "exit": exit as u8, "message": what, "way_out": way_out});
                desk::warn(json!({ "error": error }).to_string());
            }
        }
    }
}

/// Where the program first went wrong.
static WRONG_AT: OnceLock<String> = OnceLock::new();

/// Notes where the program went wrong. What it says of it is left out: somebody's text may be part of that.
fn note_where(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map_or_else(
        || "?".to_owned(),
        |place| {
            // The folders above a package's own are somebody's machine.
            let path = place.file().rsplit("/src/").next().unwrap_or_default();
            format!("{path}:{}", place.line())
        },
    );
    WRONG_AT.get_or_init(|| place);
}

/// Where the program went wrong, also behind a callback that ended in an error: reported in one line, with what to send to
/// whom. A change that was not committed is gone with its transaction.
fn went_wrong(committed: &CommitFlag) -> Option<Exit> {
    let place = WRONG_AT.get()?;
    let version = env!("CARGO_PKG_VERSION");
    let message = if committed.is_set() {
        lang::main::went_wrong_later(place, version)
    } else {
        lang::main::went_wrong(place, version)
    };
    desk::warn(lang::main::error(message));
    Some(Exit::Wrong)
}

/// A file that would outgrow its limit is an error to report, not the end of the program.
fn outlive_file_size_limits() {
    #[cfg(unix)]
    if let Err(cause) = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default()) {
        desk::warn(lang::main::error(cause));
    }
}

/// What `--version --verbose` says of this program, for whoever helps.
fn details() -> String {
    let commit = option_env!("SHUANGWEI_COMMIT").unwrap_or("-");
    let (target, profile) = (env!("SHUANGWEI_TARGET"), env!("SHUANGWEI_PROFILE"));
    let features = Some(env!("SHUANGWEI_FEATURES")).filter(|features| !features.is_empty()).unwrap_or("-");
    let (store::Versions { sqlite, schema }, version) = (store::versions(), env!("CARGO_PKG_VERSION"));
    lang::main::details(version, commit, sqlite, schema, target, profile, features) + "\n"
}

/// Help and version go to stdout; an error in the command line goes to stderr.
fn usage(error: clap::Error, args: &[OsString], form: ErrorForm) -> Exit {
    let kind = error.kind();
    let is_painted = error.exit_code() == 0 && output::colour::on_stdout();
    let (text, painted) = match lang::current() {
        Lang::Zh => (lang::help::usage_error(&error), is_painted.then(|| lang::help::painted_help(&error))),
        Lang::En => {
            let text = lang::help::with_example(error).render();
            (lang::help::without_widest(&text.to_string()), is_painted.then(|| text.ansi().to_string()))
        }
    };
    let shown = match kind {
        ErrorKind::DisplayVersion => output::print(if cli::wants_details(args) { details() } else { text.clone() }),
        ErrorKind::DisplayHelp => output::show(&text, painted.as_deref().unwrap_or(&text)),
        _ => Ok(()),
    };
    match kind {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => match shown {
            Ok(()) => Exit::Done,
            Err(cause) => {
                let (exit, message) = message(&cause, None);
                form.print(exit, &message);
                exit
            }
        },
        _ => {
            match form {
                ErrorForm::Text => desk::warn(text.trim_end()),
                ErrorForm::Json => form.print(Exit::Usage, text.trim_end()),
            }
            Exit::Usage
        }
    }
}

fn run(cli: &Cli, settings: &Settings, args: &[OsString], committed: &CommitFlag, form: ErrorForm) -> Exit {
    output::guard::protect(&cli::office_file(cli));
    let given = cli::Given { settings, args };
    let exit = cli::run(cli, &given, committed).unwrap_or_else(|cause| {
        if WRONG_AT.get().is_some() {
            return Exit::Wrong;
        }
        let (exit, message) = match message(&cause, Some(&cli::office_file(cli))) {
            // What fails behind a change is not reported as if nothing had been changed.
            (Exit::Refused, message) if committed.is_set() => (Exit::Partly, lang::main::changed_all_the_same(message)),
            message => message,
        };
        form.print(exit, &message);
        exit
    });
    desk::explain::step(|| lang::settings::explained_end(exit as u8));
    exit
}

/// The exit code and the message of an error: what a command or the store refused, else what SQLite and the system
/// reported.
fn message(cause: &anyhow::Error, office_file: Option<&Path>) -> (Exit, String) {
    let line = lang::refusal::error_line(cause);
    if let Some(stop) = cause.downcast_ref::<Stop>() {
        return (stop.exit, line);
    }
    if let Some(refused) = cause.downcast_ref::<Refusal>() {
        return (lang::refusal::refusal(refused).0, line);
    }
    let Some(failure) = Failure::of(cause) else { return (Exit::Refused, line) };
    let file = office_file.map_or_else(lang::main::office_file, |path| path.display().to_string());
    match failure {
        Failure::Busy => (Exit::Busy, lang::store::busy(file)),
        Failure::Damaged => (Exit::Damaged, lang::store::damaged(file)),
        Failure::ReadOnly => (Exit::Refused, lang::store::read_only(file)),
        Failure::FolderReadOnly => (Exit::Refused, lang::store::folder_read_only(file)),
        Failure::Io => (Exit::Refused, lang::store::io_failed(file)),
        Failure::DiskFull => (Exit::Refused, lang::store::disk_full(file)),
    }
}
