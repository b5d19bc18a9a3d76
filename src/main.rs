//! Arguments -> run -> exit code. The only place that prints an error.

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::error::ErrorKind;

use shuangwei::cli::{self, Cli};
use shuangwei::desk;
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
    lang::speak(lang::chosen(&args));
    lang::date_examples(cli::year(&args));
    let exit = match cli::parse(args) {
        Ok(cli) => run(&cli),
        Err(error) => usage(error),
    };
    ExitCode::from(exit as u8)
}

/// A file that would outgrow its limit is an error to report, not the end of the program.
fn outlive_file_size_limits() {
    #[cfg(unix)]
    if let Err(cause) = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default()) {
        desk::warn(lang::main::error(cause));
    }
}

/// Help and version go to stdout; an error in the command line goes to stderr.
fn usage(error: clap::Error) -> Exit {
    let kind = error.kind();
    let text = match lang::current() {
        Lang::Zh => lang::help::usage_error(&error),
        Lang::En => lang::help::with_example(error).render().to_string(),
    };
    match kind {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => match output::print(text) {
            Ok(()) => Exit::Done,
            Err(cause) => {
                let (exit, message) = message(&cause, None);
                desk::warn(lang::main::error(message));
                exit
            }
        },
        _ => {
            desk::warn(text.trim_end());
            Exit::Usage
        }
    }
}

fn run(cli: &Cli) -> Exit {
    let committed = CommitFlag::default();
    cli::run(cli, &committed).unwrap_or_else(|cause| {
        let (exit, message) = match message(&cause, Some(&cli::office_file(cli))) {
            // What fails behind a change is not reported as if nothing had been changed.
            (Exit::Refused, message) if committed.is_set() => (Exit::Partly, lang::main::changed_all_the_same(message)),
            message => message,
        };
        desk::warn(lang::main::error(message));
        exit
    })
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
        Failure::Io => (Exit::Refused, lang::store::io_failed(file)),
        Failure::DiskFull => (Exit::Refused, lang::store::disk_full(file)),
    }
}
