//! Exit codes (docs/design.md, section 4) and the error that carries one.

use std::fmt;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done, or already done.
    Done = 0,
    /// Ran, but some rows were faulty, some claims lost, or a check failed.
    Partly = 1,
    /// The command line was wrong.
    Usage = 2,
    /// Could not run; nothing changed (input, disk, permission, place).
    Refused = 3,
    /// The office file is damaged, foreign or newer.
    Damaged = 4,
    /// Another command held the office file for longer than the limit.
    Busy = 5,
}

/// An error that carries its exit code; every other error ends the program with `Exit::Refused`.
#[derive(Debug)]
pub struct Stop {
    pub exit: Exit,
    pub message: String,
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Stop {}

/// An `anyhow::Error` that ends the program with `exit`.
pub fn stop(exit: Exit, message: impl Into<String>) -> anyhow::Error {
    anyhow::Error::new(Stop { exit, message: message.into() })
}
