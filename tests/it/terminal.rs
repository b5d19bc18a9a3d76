//! The program on a terminal.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::{AsFd, AsRawFd, FromRawFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use crate::office::Office;

/// The program's output on a terminal where these lines were typed, and its exit code.
pub fn typed(office: &Office, line: &str, keys: &str) -> (String, i32) {
    let mut session = Session::new(office, line, (80, 24));
    // Typing waits for the first question.
    if !keys.is_empty() {
        session.read();
        session.types(keys);
    }
    session.end()
}

/// The same, each answer typed once the words of its question are on the screen.
#[track_caller]
pub fn answered(office: &Office, line: &str, answers: &[(&str, &str)]) -> (String, i32) {
    let mut session = Session::new(office, line, (80, 24));
    for (question, keys) in answers {
        session.sees(&[question]);
        session.types(keys);
    }
    session.end()
}

/// Keys of a list: the choice below, and the one above; behind the last comes the first.
pub const DOWN: &str = "\x1b[B";
pub const UP: &str = "\x1b[A";
pub const ESC: &str = "\x1b";

/// Whether the cursor is visible at the end of a terminal's output.
pub fn shows_cursor(written: &str) -> bool {
    written.rfind("\x1b[?25l").is_none_or(|hidden| written.rfind("\x1b[?25h").is_some_and(|shown| shown > hidden))
}

/// The program at work on a terminal.
pub struct Session {
    child: Child,
    terminal: File,
    output: Vec<u8>,
    /// How much of the output had been read when the last key was typed.
    seen: usize,
}

impl Session {
    /// Begins a command on a terminal of so many columns and rows.
    pub fn new(office: &Office, line: &str, size: (u16, u16)) -> Session {
        // The pager is the machine's.
        Session::with(office, line, size, &[("SHUANGWEI_PAGER", "cat")])
    }

    /// The same with these variables set, and no others.
    pub fn with(office: &Office, line: &str, size: (u16, u16), variables: &[(&str, &str)]) -> Session {
        let std = office.command(line);
        let mut command = Command::new(std.get_program());
        command.args(std.get_args()).current_dir(office.path(""));
        for (name, value) in std.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.envs(variables.iter().copied());
        Session::of(command, size)
    }

    /// Any program.
    pub fn of(mut command: Command, (columns, rows): (u16, u16)) -> Session {
        let (ours, theirs) = pair(columns, rows);
        let end = |theirs: &OwnedFd| Stdio::from(theirs.as_fd().try_clone_to_owned().unwrap());
        command.stdin(end(&theirs)).stdout(end(&theirs)).stderr(end(&theirs));
        // A session with this terminal, or no key could interrupt it.
        // SAFETY: all calls may be made between fork and exec.
        unsafe {
            command.pre_exec(|| {
                // A shell that runs the tests in the background ignores interrupts, and children inherit that.
                libc::signal(libc::SIGINT, libc::SIG_DFL);
                match libc::setsid() == -1 || libc::ioctl(0, libc::TIOCSCTTY, 0) == -1 {
                    true => Err(std::io::Error::last_os_error()),
                    false => Ok(()),
                }
            });
        }
        let child = command.spawn().unwrap();
        Session { child, terminal: File::from(ours), output: Vec::new(), seen: 0 }
    }

    pub fn types(&mut self, keys: &str) {
        self.seen = self.output.len();
        self.terminal.write_all(keys.as_bytes()).unwrap();
    }

    /// Waits until all of these words were printed since the last key; returns the output since.
    #[track_caller]
    pub fn sees(&mut self, words: &[&str]) -> String {
        loop {
            let since = String::from_utf8_lossy(&self.output[self.seen..]).into_owned();
            if words.iter().all(|word| since.contains(word)) {
                return since;
            }
            assert!(self.read(), "{words:?} were not output, but: {since}");
        }
    }

    /// Presses a key until these words are on the screen. Between two keys that the program reads, the terminal keeps a
    /// backspace to itself.
    #[track_caller]
    pub fn presses_until(&mut self, key: &str, words: &str) {
        let from = self.output.len();
        for _ in 0..200 {
            self.types(key);
            while self.has_output(300) && self.read() {}
            if String::from_utf8_lossy(&self.output[from..]).contains(words) {
                return;
            }
        }
        panic!("{words} was not output, but: {}", String::from_utf8_lossy(&self.output[from..]));
    }

    /// Whether there is something to read within so many milliseconds.
    fn has_output(&self, milliseconds: i32) -> bool {
        let mut wait = libc::pollfd { fd: self.terminal.as_raw_fd(), events: libc::POLLIN, revents: 0 };
        // SAFETY: one descriptor, which lives.
        unsafe { libc::poll(&mut wait, 1, milliseconds) > 0 }
    }

    /// Reads available output, or waits for it; returns whether there was any before the end.
    fn read(&mut self) -> bool {
        // A program that hangs must not block the tests for ever.
        const PATIENCE_MS: i32 = 60_000;
        if !self.has_output(PATIENCE_MS) {
            self.child.kill().unwrap();
            return false;
        }
        let mut buffer = [0; 4096];
        // The terminal ends with an error once the program has gone.
        let Ok(read @ 1..) = self.terminal.read(&mut buffer) else { return false };
        self.output.extend_from_slice(&buffer[..read]);
        true
    }

    /// Reads to the end; returns all output and the exit code.
    pub fn end(mut self) -> (String, i32) {
        while self.read() {}
        // A program that a key has ended has no code.
        let code = self.child.wait().unwrap().code().unwrap_or(-1);
        (String::from_utf8_lossy(&self.output).into_owned(), code)
    }
}

/// Both ends of a terminal: ours and the program's.
fn pair(columns: u16, rows: u16) -> (OwnedFd, OwnedFd) {
    let (mut ours, mut theirs) = (0, 0);
    let null = std::ptr::null_mut();
    let size = libc::winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
    // SAFETY: openpty fills two descriptors, which are owned from here on.
    unsafe {
        assert_eq!(libc::openpty(&mut ours, &mut theirs, null, null.cast(), (&raw const size).cast_mut()), 0);
        // No program that another test starts meanwhile holds this terminal open.
        assert_eq!([ours, theirs].map(|end| libc::fcntl(end, libc::F_SETFD, libc::FD_CLOEXEC)), [0, 0]);
        (OwnedFd::from_raw_fd(ours), OwnedFd::from_raw_fd(theirs))
    }
}
