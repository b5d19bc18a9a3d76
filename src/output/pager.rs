//! An answer longer than the screen, shown by the program that people turn pages with: SHUANGWEI_PAGER, else that of
//! the settings, else PAGER, else `less` where there is one. What was shown must not stay behind: `less` keeps no history and starts no other program.

use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use super::table;

static IS_OFF: AtomicBool = AtomicBool::new(false);
/// The pager of the settings.
static SET: OnceLock<String> = OnceLock::new();

/// Says at start-up that this run uses no pager.
pub fn turn_off() {
    IS_OFF.store(true, Ordering::Relaxed);
}

/// Says at start-up which pager the settings name.
pub fn set(line: &str) {
    SET.get_or_init(|| line.to_owned());
}

/// Shows a text by a pager where standard output is a terminal with fewer lines; whether it was shown. One that does not
/// start, or goes wrong, has shown nothing: the text is then printed like any other.
pub(super) fn has_shown(plain: &str, painted: &str) -> bool {
    if IS_OFF.load(Ordering::Relaxed) || !io::stdout().is_terminal() || !io::stdin().is_terminal() {
        return false;
    }
    let Some((columns, rows)) = terminal_size::terminal_size() else { return false };
    if lines(plain, usize::from(columns.0)) < usize::from(rows.0) {
        return false;
    }
    command().is_some_and(|words| run(&words, painted).unwrap_or(false))
}

/// The lines that the text takes on a terminal of so many columns.
fn lines(text: &str, columns: usize) -> usize {
    text.lines().map(|line| table::width(line).div_ceil(columns.max(1)).max(1)).sum()
}

/// The pager and its arguments; none where one is named that shows nothing page by page.
fn command() -> Option<Vec<String>> {
    let variable = |name: &str| std::env::var(name).ok();
    let named = variable("SHUANGWEI_PAGER").or_else(|| SET.get().cloned()).or_else(|| variable("PAGER"));
    let words: Vec<String> = match &named {
        Some(line) => line.split_whitespace().map(str::to_owned).collect(),
        None => ["less", "-FRX"].map(str::to_owned).to_vec(),
    };
    let program = words.first()?;
    (program != "cat" && program != "off").then_some(words)
}

/// Whether the pager has ended well. Leaving it before the end of the text is not an error.
fn run(words: &[String], text: &str) -> io::Result<bool> {
    let (program, arguments) = words.split_first().ok_or(io::ErrorKind::InvalidInput)?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).env("LESSSECURE", "1").env("LESSHISTFILE", "-");
    for (name, value) in [("LESS", "FRX"), ("LESSCHARSET", "utf-8")] {
        if std::env::var_os(name).is_none() {
            command.env(name, value);
        }
    }
    let interrupted = Interrupts::held()?;
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        match stdin.write_all(text.as_bytes()) {
            Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => return Err(cause),
            _ => {}
        }
    }
    let ended = child.wait()?;
    drop(interrupted);
    Ok(ended.success())
}

/// As long as this lives an interrupt is the pager's: were we to end by it, the shell and the pager would both read the
/// keys.
struct Interrupts(#[cfg(unix)] signal_hook::SigId);

impl Interrupts {
    #[cfg(unix)]
    fn held() -> io::Result<Interrupts> {
        signal_hook::flag::register(signal_hook::consts::SIGINT, std::sync::Arc::default()).map(Interrupts)
    }

    #[cfg(not(unix))]
    fn held() -> io::Result<Interrupts> {
        Ok(Interrupts())
    }
}

impl Drop for Interrupts {
    fn drop(&mut self) {
        #[cfg(unix)]
        signal_hook::low_level::unregister(self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn wide_characters_are_counted_as_they_are_shown() {
        assert_eq!(lines("一二三四五\n\nab\n", 10), 3);
        assert_eq!(lines("一二三四五六\n", 10), 2);
    }
}
