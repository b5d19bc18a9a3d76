//! Exit codes (docs/design.md, section 4) and the error that carries one.

use std::fmt;

/// How the program ends. What each code means is defined by `meaning`, which `docs/exit-codes.md` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    Partly = 1,
    Usage = 2,
    Refused = 3,
    Damaged = 4,
    Busy = 5,
    /// `EX_SOFTWARE` of the system's own list.
    Wrong = 70,
}

impl Exit {
    pub const ALL: &'static [Exit] =
        &[Exit::Done, Exit::Partly, Exit::Usage, Exit::Refused, Exit::Damaged, Exit::Busy, Exit::Wrong];

    /// Its word in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Exit::Done => "done",
            Exit::Partly => "partly",
            Exit::Usage => "usage",
            Exit::Refused => "refused",
            Exit::Damaged => "damaged",
            Exit::Busy => "busy",
            Exit::Wrong => "wrong",
        }
    }

    /// What the code means, in English.
    pub fn meaning(self) -> &'static str {
        match self {
            Exit::Done => "done, or already done",
            Exit::Partly => "ran, but some rows were faulty, some claims were lost, or a check failed",
            Exit::Usage => "the command line was wrong",
            Exit::Refused => "could not run, nothing changed: input, disk, permission, an unknown code",
            Exit::Damaged => "the office file is damaged, foreign, or of a newer version",
            Exit::Wrong => "the program itself went wrong and stopped, nothing changed; one line says what to report",
            Exit::Busy => "another command held the office file for over 15 seconds",
        }
    }
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
