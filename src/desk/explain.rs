//! What a run does, step by step, for whoever asks with `-v`, on standard error; `--log-file` gets the same with the time.
//! A step is reported when it is done, with how long it took. It names files, settings and counts, never what a record says.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::{Mutex, OnceLock};
use std::time::Instant;

use crate::lang::main::system_says;
use crate::lang::settings as text;
use crate::model::access;
use crate::model::exit::{Exit, stop};
use crate::output;
use crate::privacy;

struct Explaining {
    is_on_screen: bool,
    log: Option<Mutex<File>>,
    last: Mutex<Instant>,
}

static EXPLAINING: OnceLock<Explaining> = OnceLock::new();

/// Says at start-up that steps are reported. Errors: a log that cannot be written, or that is the office file (exit 3).
pub fn begin(is_on_screen: bool, log: Option<&Path>) -> anyhow::Result<()> {
    if is_on_screen || log.is_some() {
        let log = log.map(open).transpose()?;
        EXPLAINING.get_or_init(|| Explaining {
            is_on_screen,
            log: log.map(Mutex::new),
            last: Mutex::new(Instant::now()),
        });
    }
    Ok(())
}

/// A log that others cannot read, written on at its end.
fn open(path: &Path) -> anyhow::Result<File> {
    output::guard::check(path)?;
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let is_new = !path.exists();
    let log = options
        .open(path)
        .map_err(|cause| stop(Exit::Refused, text::no_log_file(path.display(), system_says(&cause))))?;
    if is_new {
        access::keep_to_owner(path);
    }
    Ok(log)
}

/// Reports a step that is done. `what` is called only where a report is wanted.
pub fn step(what: impl FnOnce() -> String) {
    let Some(explaining) = EXPLAINING.get() else { return };
    let now = Instant::now();
    let took = match explaining.last.lock() {
        Ok(mut last) => now.duration_since(std::mem::replace(&mut *last, now)).as_millis(),
        Err(_) => 0,
    };
    let line = text::took(what(), took);
    if explaining.is_on_screen {
        super::warn(&line);
    }
    if let Some(Ok(mut log)) = explaining.log.as_ref().map(Mutex::lock) {
        let at = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(8)));
        let line = privacy::mask_text(&line);
        if writeln!(log, "{} {}", at.strftime("%Y-%m-%dT%H:%M:%S%:z"), output::safe(&line)).is_err() {
            // The command must not fail because its log cannot be written on.
        }
    }
}
