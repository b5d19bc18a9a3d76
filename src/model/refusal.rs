//! Why the store does not do what it was asked to: values, each with what its sentence names. The sentences, in both
//! languages, and the exit codes are in `lang::refusal`; `Display` here is a short English line for logs and tests.

use std::error::Error;
use std::fmt;
use std::path::PathBuf;

use super::code::Code;
use super::day::Day;
use super::medium::Unfit;
use super::words::{ClaimState, Milestone, NeedKind, NeedState, Unshown};

/// Why a command cannot go on. Nothing was changed, `Unconfirmed` excepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The office file at `path`, or a copy of it, cannot be used.
    File {
        path: PathBuf,
        reason: FileRefusal,
    },
    /// `path` is that of the backup, or of the folder that it should be written to.
    Backup {
        path: PathBuf,
        reason: BackupRefusal,
    },
    /// A move that the lifecycle does not have (docs/design.md, section 2).
    NeedMove {
        code: Code,
        from: NeedState,
        to: NeedState,
    },
    ClaimMove {
        code: Code,
        from: ClaimState,
        to: ClaimState,
    },
    /// Another command has moved the record since it was read; it is named by its code, or by its id.
    MovedMeanwhile {
        record: String,
    },
    /// An entry that the log does not have; it goes from `first`, written on `day`, to `last`.
    UnknownEntry {
        entry: i64,
        first: i64,
        day: String,
        last: i64,
    },
    /// The change is saved, but the disk did not confirm it.
    Unconfirmed,
}

/// What is wrong with an office file, or with where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileRefusal {
    Missing,
    NotAFile,
    /// Where a new one is to be made.
    Exists,
    /// The journal of another office file is where a new one is to be made; the path is the journal's.
    JournalWithoutFile,
    Unfit(Unfit),
    Empty,
    /// Another kind of file.
    Foreign,
    /// Sizes in bytes.
    Truncated {
        wanted: u64,
        size: u64,
    },
    /// SQLite sees at a glance that it is damaged.
    Damaged,
    /// Made by a newer program.
    Newer {
        version: i64,
        supported: i64,
    },
    /// One of an earlier version that cannot be migrated.
    OlderAndReadOnly,
    ReadOnly,
    /// An erasing writes the whole file anew; in bytes.
    NoRoomToErase {
        wanted: u64,
        room: u64,
    },
    LogEndsBadly,
    /// A place does not come behind the one above it.
    PlacesInCircle,
    /// Tables, views, triggers or indexes that this program did not make, or that are not as it makes them.
    NotOurs {
        names: Vec<String>,
    },
    /// A copy with the journal of a change that was cut off.
    CopyHasJournal,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupRefusal {
    /// The target is a folder or a device.
    NotAFile,
    Exists,
    NoFolder,
    DiskFull,
    /// The copy is not the same as the office file.
    Differs,
    /// No such backup; automatic ones are in `folder`.
    Missing {
        folder: PathBuf,
    },
    Damaged,
}

/// A step of the store's at which the system or SQLite failed.
#[derive(Debug)]
pub struct FailedStep {
    pub step: Step,
    cause: Box<dyn Error + Send + Sync>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    OpenFile(PathBuf),
    CreateFile(PathBuf),
    Commit,
    /// Writing over the journal of an erasing.
    OverwriteJournal(PathBuf),
    WriteBackup(PathBuf),
    ReadBackup(PathBuf),
    RemoveBackup(PathBuf),
}

/// Why a row of a list is not taken, or is taken with a warning: what the office file has already does not allow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowRefusal {
    Claim(ClaimRefusal),
    Decision(DecisionRefusal),
    /// The code is that of a need of the other kind, which is `kind`.
    CodeOfOtherKind {
        code: Code,
        kind: NeedKind,
    },
    /// A row about how far a claim has come is of a need that nobody has claimed.
    Unclaimed {
        need: Code,
    },
    /// The code is that of another record, which is `whose`.
    CodeOfAnother {
        code: Code,
        whose: String,
    },
    /// A masked phone is matched only by the record's code.
    MaskNeedsCode,
    /// A masked phone or ID number, and no record whose own it could be.
    MaskOfNobody,
    /// A masked phone or ID number that is not what the record has.
    MaskUnfit,
    /// The ID number is that of the member with this code.
    IdHeld {
        code: Code,
        name: String,
    },
    /// The name means the organisation with this code already.
    NameHeld {
        name: String,
        code: Code,
    },
    /// Collected after something that has happened to the need.
    CollectedAfter {
        day: Day,
        what: NeedDay,
        other: Day,
    },
    /// An organisation that would be above itself, directly or by those above it.
    ParentCircle {
        parent: String,
    },
    /// Deregistered before the registration.
    DeregisteredBefore {
        day: Day,
        registered: Day,
    },
}

/// Why a need cannot be claimed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimRefusal {
    /// Others have claimed all of it.
    Held {
        need: Code,
        by: Holders,
    },
    /// Others have claimed it, and it is closed.
    Closed {
        need: Code,
        by: Holders,
    },
    NotPublished {
        need: Code,
        state: NeedState,
    },
    /// It may not be shown to anybody any longer.
    Unshown {
        need: Code,
        why: Unshown,
    },
    InFuture {
        need: Code,
        on: Day,
    },
    BeforeCollected {
        need: Code,
        on: Day,
        collected: Day,
    },
    /// On that day the need was closed, or had left; it was reopened later.
    Gone {
        need: Code,
        on: Day,
        state: NeedState,
        from: Day,
        until: Day,
    },
    /// It is promised by a day before the claim.
    DeadlineBefore {
        need: Code,
        on: Day,
        deadline: Day,
    },
    TooMany {
        need: Code,
        asked: i64,
        left: i64,
    },
}

/// Something that happened to a need on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedDay {
    Collected,
    Verified,
    Published,
    /// A claim was made, or came to its next step.
    Claimed,
    Closed,
    /// It was closed, or had left, and is open again.
    Reopened,
    /// It was rejected, withdrawn and the like.
    Left,
}

/// What is to happen to a need before something that has happened already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooEarly {
    pub need: Code,
    pub on: Day,
    pub what: NeedDay,
    /// The day of what has happened.
    pub day: Day,
}

impl TooEarly {
    /// Its word in JSON.
    pub const CODE: &'static str = "too_early";
}

/// Why a claim cannot have passed a milestone as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MilestoneRefusal {
    Ended {
        claim: Code,
        state: ClaimState,
    },
    /// Wishes have a letter, and no other milestones.
    OfProjects {
        claim: Code,
        milestone: Milestone,
    },
    /// The one before it is not recorded.
    Missing {
        claim: Code,
        milestone: Milestone,
        before: Milestone,
    },
    /// Its day lies on the wrong side of another's.
    OutOfOrder {
        claim: Code,
        milestone: Milestone,
        on: Day,
        other: Milestone,
        day: Day,
    },
    /// The letter was signed before there was a need.
    BeforeCollected {
        claim: Code,
        on: Day,
        collected: Day,
    },
    /// The letter was signed before the need was published or claimed, whichever was first.
    BeforePublished {
        claim: Code,
        on: Day,
        first: Day,
    },
    /// The letter was exchanged before it was signed.
    ExchangedBefore {
        claim: Code,
        on: Day,
        exchanged: Day,
    },
}

/// Who holds a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holders {
    /// The claimants of each claim, `；` between claims.
    pub names: String,
    /// The day of the oldest claim.
    pub since: Day,
}

/// Why a need cannot be decided on as asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionRefusal {
    /// Its state does not allow it.
    State {
        code: Code,
        now: NeedState,
        to: NeedState,
    },
    /// The need that a duplicate points at does not exist.
    KeptUnknown {
        code: Code,
    },
    KeptOfOtherKind {
        code: Code,
    },
    /// The need that a duplicate points at has left, or is closed where claims would move to it.
    KeptHasLeft {
        code: Code,
        state: NeedState,
    },
    DuplicateOfItself {
        code: Code,
    },
    /// The need that is to be kept is a duplicate of this one.
    DuplicateOfThis {
        code: Code,
        kept: Code,
    },
    /// What was answered does not make it fit for the wall; `why` is in the language of the run.
    StillWithheld {
        code: Code,
        why: String,
    },
    /// It waits for no review.
    NotWithheld {
        code: Code,
    },
    TooEarly(TooEarly),
    /// Another row of the list decides otherwise.
    Contradicted {
        code: Code,
        row: u32,
    },
    DecidedTwice {
        code: Code,
        row: u32,
    },
    /// The row is of another office's need, or of what this one was before: here it is `text`.
    OfOther {
        code: Code,
        text: String,
    },
    /// A warning: the wisher verifies a wish of their own.
    VerifiesOwn {
        code: Code,
    },
}

impl MilestoneRefusal {
    /// Its word in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            MilestoneRefusal::Ended { .. } => "wrong_state",
            MilestoneRefusal::OfProjects { .. } => "of_projects",
            MilestoneRefusal::Missing { .. } => "milestone_missing",
            MilestoneRefusal::BeforeCollected { .. } => "before_collected",
            MilestoneRefusal::BeforePublished { .. } => "before_published",
            MilestoneRefusal::OutOfOrder { .. } | MilestoneRefusal::ExchangedBefore { .. } => "out_of_order",
        }
    }
}

impl DecisionRefusal {
    /// Its word in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            DecisionRefusal::State { .. } => "wrong_state",
            DecisionRefusal::KeptUnknown { .. } => "kept_unknown",
            DecisionRefusal::KeptOfOtherKind { .. } => "kept_of_other_kind",
            DecisionRefusal::KeptHasLeft { .. } => "kept_has_left",
            DecisionRefusal::DuplicateOfItself { .. } => "duplicate_of_itself",
            DecisionRefusal::DuplicateOfThis { .. } => "duplicate_of_this",
            DecisionRefusal::StillWithheld { .. } => "still_withheld",
            DecisionRefusal::NotWithheld { .. } => "not_withheld",
            DecisionRefusal::TooEarly(_) => TooEarly::CODE,
            DecisionRefusal::Contradicted { .. } => "contradicted",
            DecisionRefusal::DecidedTwice { .. } => "decided_twice",
            DecisionRefusal::OfOther { .. } => "of_other",
            DecisionRefusal::VerifiesOwn { .. } => "verifies_own",
        }
    }
}

impl Step {
    pub fn failed(self, cause: impl Into<Box<dyn Error + Send + Sync>>) -> FailedStep {
        FailedStep { step: self, cause: cause.into() }
    }
}

impl ClaimRefusal {
    /// Its word in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            ClaimRefusal::Held { .. } => "held",
            ClaimRefusal::Closed { .. } => "closed",
            ClaimRefusal::NotPublished { .. } => "not_published",
            ClaimRefusal::Unshown { why, .. } => why.code(),
            ClaimRefusal::InFuture { .. } => "in_future",
            ClaimRefusal::BeforeCollected { .. } => "before_collected",
            ClaimRefusal::Gone { .. } => "gone_then",
            ClaimRefusal::DeadlineBefore { .. } => "deadline_before",
            ClaimRefusal::TooMany { .. } => "too_many",
        }
    }

    /// Those who hold the need, where that is why.
    pub fn holders(&self) -> Option<&Holders> {
        match self {
            ClaimRefusal::Held { by, .. } | ClaimRefusal::Closed { by, .. } => Some(by),
            ClaimRefusal::NotPublished { .. }
            | ClaimRefusal::Unshown { .. }
            | ClaimRefusal::InFuture { .. }
            | ClaimRefusal::BeforeCollected { .. }
            | ClaimRefusal::Gone { .. }
            | ClaimRefusal::DeadlineBefore { .. }
            | ClaimRefusal::TooMany { .. } => None,
        }
    }
}

impl From<ClaimRefusal> for RowRefusal {
    fn from(refusal: ClaimRefusal) -> RowRefusal {
        RowRefusal::Claim(refusal)
    }
}

impl From<DecisionRefusal> for RowRefusal {
    fn from(refusal: DecisionRefusal) -> RowRefusal {
        RowRefusal::Decision(refusal)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::File { path, reason } => write!(f, "office file {}: {reason:?}", path.display()),
            Refusal::Backup { path, reason } => write!(f, "backup {}: {reason:?}", path.display()),
            Refusal::NeedMove { code, from, to } => write!(f, "{code} cannot move from {from} to {to}"),
            Refusal::ClaimMove { code, from, to } => write!(f, "{code} cannot move from {from} to {to}"),
            Refusal::MovedMeanwhile { record } => write!(f, "{record} was moved by another command"),
            Refusal::UnknownEntry { entry, first, last, .. } => {
                write!(f, "no entry {entry}, the log has {first} to {last}")
            }
            Refusal::Unconfirmed => f.write_str("saved, but not confirmed by the disk"),
        }
    }
}

impl Error for Refusal {}

impl fmt::Display for FailedStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (doing, path) = match &self.step {
            Step::OpenFile(path) => ("opening the office file", Some(path)),
            Step::CreateFile(path) => ("creating the office file", Some(path)),
            Step::Commit => ("committing", None),
            Step::OverwriteJournal(path) => ("overwriting the journal", Some(path)),
            Step::WriteBackup(path) => ("writing the backup", Some(path)),
            Step::ReadBackup(path) => ("reading the backup", Some(path)),
            Step::RemoveBackup(path) => ("removing the backup", Some(path)),
        };
        f.write_str(doing)?;
        path.map_or(Ok(()), |path| write!(f, " {}", path.display()))
    }
}

impl Error for FailedStep {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.cause)
    }
}
