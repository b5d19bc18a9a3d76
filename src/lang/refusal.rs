//! The sentence and the exit code of everything that the store refuses, in one place.

use std::path::Path;

use super::{cmd, publish, report, store, trust, word};
use crate::model::code::Code;
use crate::model::exit::Exit;
use crate::model::medium::Unfit;
use crate::model::refusal::{
    BackupRefusal, ClaimRefusal, DecisionRefusal, FailedStep, FileRefusal, MilestoneRefusal, NeedDay, Refusal,
    RowRefusal, Step, TooEarly,
};
use crate::model::words::{ClaimState, Milestone, NeedState, Unshown};

/// How the program ends where a command was refused, and what it says.
pub fn refusal(refusal: &Refusal) -> (Exit, String) {
    match refusal {
        Refusal::File { path, reason } => file(path, reason),
        Refusal::Backup { path, reason } => backup(path, reason),
        Refusal::NeedMove { code, from, to } => {
            (Exit::Refused, store::no_such_move(code, code, need_state(*from), need_state(*to)))
        }
        Refusal::ClaimMove { code, from, to } => {
            (Exit::Refused, store::no_such_move(code, code, claim_state(*from), claim_state(*to)))
        }
        Refusal::MovedMeanwhile { record } => (Exit::Refused, store::moved_meanwhile(record)),
        Refusal::UnknownEntry { entry, first, day, last } => {
            (Exit::Refused, report::no_such_entry(entry, first, day, last))
        }
        Refusal::Unconfirmed => (Exit::Partly, store::unconfirmed()),
    }
}

fn file(path: &Path, reason: &FileRefusal) -> (Exit, String) {
    let path = path.display();
    match reason {
        FileRefusal::Missing => (Exit::Refused, store::no_office_file(path)),
        FileRefusal::NotAFile => (Exit::Refused, store::not_a_file(path)),
        FileRefusal::Exists => (Exit::Refused, store::office_file_exists(path)),
        FileRefusal::JournalWithoutFile => (Exit::Refused, store::journal_without_file(path)),
        FileRefusal::Unfit(Unfit::Share(kind)) => (Exit::Refused, store::on_a_share(path, kind)),
        FileRefusal::Unfit(Unfit::SyncFolder(name)) => (Exit::Refused, store::in_a_sync_folder(path, name)),
        FileRefusal::Empty => (Exit::Damaged, store::office_file_empty(path)),
        FileRefusal::Foreign => (Exit::Damaged, store::not_an_office_file(path)),
        FileRefusal::Truncated { wanted, size } => (Exit::Damaged, store::office_file_truncated(path, wanted, size)),
        FileRefusal::Damaged => (Exit::Damaged, store::damaged(path)),
        FileRefusal::Newer { version, supported } => {
            (Exit::Damaged, store::newer_office_file(path, version, supported))
        }
        FileRefusal::OlderAndReadOnly => (Exit::Refused, store::older_and_read_only(path)),
        FileRefusal::ReadOnly => (Exit::Refused, store::read_only(path)),
        FileRefusal::LogEndsBadly => (Exit::Damaged, store::log_ends_badly(path)),
        FileRefusal::NoRoomToErase { wanted, room } => {
            (Exit::Refused, trust::no_room_to_erase(path, megabytes(*wanted), megabytes(*room)))
        }
        FileRefusal::PlacesInCircle => (Exit::Damaged, store::places_in_circle(path)),
        FileRefusal::NotOurs { names } => (Exit::Damaged, store::not_ours(path, some(names))),
        FileRefusal::CopyHasJournal => (Exit::Damaged, store::copy_has_journal(path)),
    }
}

/// In MB with one decimal, rounded up.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The first few of many names.
fn some(names: &[String]) -> String {
    const NAMED: usize = 5;
    let mut some: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    if names.len() > NAMED {
        some.push("…");
    }
    some.join(super::comma())
}

fn backup(path: &Path, reason: &BackupRefusal) -> (Exit, String) {
    let path = path.display();
    match reason {
        BackupRefusal::NotAFile => (Exit::Refused, trust::backup_no_file(path)),
        BackupRefusal::Exists => (Exit::Refused, trust::backup_exists(path)),
        BackupRefusal::NoFolder => (Exit::Refused, trust::backup_no_folder(path)),
        BackupRefusal::DiskFull => (Exit::Refused, trust::backup_disk_full(path)),
        BackupRefusal::Differs => (Exit::Refused, trust::backup_differs(path)),
        BackupRefusal::Missing { folder } => (Exit::Refused, trust::backup_missing(path, folder.display())),
        BackupRefusal::Damaged => (Exit::Damaged, trust::backup_damaged(path)),
    }
}

/// What a step that failed was about; the cause is for behind it.
fn step(step: &Step) -> String {
    match step {
        Step::OpenFile(path) => store::cannot_open(path.display()),
        Step::CreateFile(path) => store::cannot_create(path.display()),
        Step::Commit => store::committing(),
        Step::OverwriteJournal(path) => trust::journal_not_scrubbed(path.display()),
        Step::WriteBackup(path) => trust::backup_failed(path.display()),
        Step::ReadBackup(path) => trust::backup_unreadable(path.display()),
        Step::RemoveBackup(path) => trust::backup_not_removed(path.display()),
    }
}

/// An error in one line: what failed, then its causes.
pub fn error_line(error: &anyhow::Error) -> String {
    let part = |cause: &(dyn std::error::Error + 'static)| {
        if let Some(refused) = cause.downcast_ref::<Refusal>() {
            refusal(refused).1
        } else if let Some(failed) = cause.downcast_ref::<FailedStep>() {
            step(&failed.step)
        } else if let Some(system) = cause.downcast_ref::<std::io::Error>() {
            super::main::system_says(system)
        } else {
            cause.to_string()
        }
    };
    error.chain().map(part).collect::<Vec<_>>().join(": ")
}

/// Why a row of a list is not taken.
pub fn row(refusal: &RowRefusal) -> String {
    match refusal {
        RowRefusal::Claim(refusal) => claim(refusal),
        RowRefusal::Decision(refusal) => decision(refusal),
        RowRefusal::CodeOfOtherKind { code, kind } => store::code_of_other_kind(code, kind.zh()),
        RowRefusal::Unclaimed { need } => store::unclaimed(need),
        RowRefusal::CodeOfAnother { code, whose } => store::code_of_another(code, whose),
        RowRefusal::MaskNeedsCode => store::mask_needs_code(),
        RowRefusal::MaskOfNobody => store::mask_of_nobody(),
        RowRefusal::MaskUnfit => store::mask_unfit(),
        RowRefusal::IdHeld { code, name } => store::id_held(code, name),
        RowRefusal::NameHeld { name, code } => store::name_held(name, code),
        RowRefusal::CollectedAfter { day, what, other } => store::collected_after(day, need_day(*what), other),
        RowRefusal::ParentCircle { parent } => store::parent_circle(parent),
        RowRefusal::DeregisteredBefore { day, registered } => store::deregistered_before(day, registered),
    }
}

/// Why a need cannot be claimed.
pub fn claim(refusal: &ClaimRefusal) -> String {
    match refusal {
        ClaimRefusal::Held { need, by } => store::claimed_by(need, &by.names, by.since),
        ClaimRefusal::Closed { need, by } => store::closed_by(need, &by.names, by.since),
        ClaimRefusal::NotPublished { need, state } => match way_back(*state) {
            WayBack::Reopen => store::not_published_but_over(need, need_state(*state)),
            WayBack::TakeDown | WayBack::None => store::not_published(need, need_state(*state)),
        },
        ClaimRefusal::Unshown { need, why } => store::unshown(need, unshown(*why)),
        ClaimRefusal::InFuture { need, on } => store::claimed_in_future(need, on),
        ClaimRefusal::BeforeCollected { need, on, collected } => store::claimed_before_collected(need, on, collected),
        ClaimRefusal::Gone { need, on, state, from, until } => {
            store::gone_then(need, on, need_state(*state), from, until)
        }
        ClaimRefusal::DeadlineBefore { need, on, deadline } => store::deadline_before_claim(need, deadline, on),
        ClaimRefusal::TooMany { need, asked, left } => store::too_many(need, asked, left),
    }
}

/// Why something cannot have happened to a need on a day.
pub fn too_early(early: &TooEarly) -> String {
    let TooEarly { need, on, what, day } = early;
    store::too_early(need, on, need_day(*what), day)
}

fn need_day(what: NeedDay) -> String {
    let (zh, en) = match what {
        NeedDay::Collected => ("征集", "collected"),
        NeedDay::Verified => ("核实", "verified"),
        NeedDay::Published => ("发布", "published"),
        NeedDay::Claimed => ("认领办理", "claimed"),
        NeedDay::Closed => ("销号", "closed"),
        NeedDay::Reopened => ("重新开放", "reopened"),
        NeedDay::Left => ("退出", "gone"),
    };
    word(zh, en)
}

/// Why a claim cannot have passed a milestone as it was given.
pub fn milestone(refusal: &MilestoneRefusal) -> String {
    match refusal {
        MilestoneRefusal::Ended { claim, state } => store::claim_has_ended(claim, claim_state(*state)),
        MilestoneRefusal::OfProjects { claim, milestone } => store::milestone_of_projects(claim, name_of(*milestone)),
        MilestoneRefusal::Missing { claim, milestone, before } => {
            store::milestone_missing(claim, name_of(*milestone), name_of(*before), before)
        }
        MilestoneRefusal::OutOfOrder { claim, milestone, on, other, day } => {
            store::milestone_out_of_order(claim, name_of(*milestone), on, name_of(*other), day)
        }
        MilestoneRefusal::BeforeCollected { claim, on, collected } => {
            store::letter_before_collected(claim, on, collected)
        }
        MilestoneRefusal::BeforePublished { claim, on, first } => store::letter_before_published(claim, on, first),
        MilestoneRefusal::ExchangedBefore { claim, on, exchanged } => store::exchanged_before(claim, exchanged, on),
    }
}

fn name_of(milestone: Milestone) -> String {
    word(milestone.zh(), milestone.code())
}

/// Why a need cannot be decided on as asked.
pub fn decision(refusal: &DecisionRefusal) -> String {
    match refusal {
        DecisionRefusal::State { code, now, to } => {
            let (is, then) = (need_state(*now), need_state(*to));
            match way_back(*now) {
                WayBack::Reopen => store::cannot_decide_unless_reopened(code, is, then),
                WayBack::TakeDown => store::cannot_decide_unless_down(code, is, then),
                WayBack::None => store::no_such_move(code, code, is, then),
            }
        }
        DecisionRefusal::KeptUnknown { code } => store::kept_unknown(code),
        DecisionRefusal::KeptOfOtherKind { code } => store::kept_of_other_kind(code),
        DecisionRefusal::KeptHasLeft { code, state } => store::kept_has_left(code, need_state(*state)),
        DecisionRefusal::DuplicateOfItself { code } => store::duplicate_of_itself(code),
        DecisionRefusal::DuplicateOfThis { code, kept } => store::duplicate_of_this(code, kept),
        DecisionRefusal::StillWithheld { code, why } => publish::still_withheld(code, why),
        DecisionRefusal::NotWithheld { code } => publish::not_withheld(code),
        DecisionRefusal::TooEarly(early) => too_early(early),
        DecisionRefusal::Contradicted { code, row } => store::decisions_contradict(code, row),
        DecisionRefusal::DecidedTwice { code, row } => store::decided_twice(code, row),
        DecisionRefusal::OfOther { code, text } => store::decision_of_other(code, text),
        DecisionRefusal::VerifiesOwn { code } => store::verifies_own(code),
    }
}

/// What brings a need back from its state to where it can be decided on.
enum WayBack {
    Reopen,
    TakeDown,
    None,
}

fn way_back(state: NeedState) -> WayBack {
    match state {
        NeedState::Published => WayBack::TakeDown,
        state if state.is_exit() || state == NeedState::Closed => WayBack::Reopen,
        _ => WayBack::None,
    }
}

/// Why a need in this state cannot go to the wall.
pub fn not_verified(code: &Code, state: NeedState) -> String {
    match way_back(state) {
        WayBack::Reopen => cmd::not_verified_but_over(code, need_state(state)),
        WayBack::TakeDown | WayBack::None => cmd::not_verified(code, need_state(state)),
    }
}

/// Why a wish may not be shown to anybody.
pub fn unshown(why: Unshown) -> String {
    let en = match why {
        Unshown::Refused => "the wisher does not consent",
        Unshown::ChildWithoutYes => "a child's wish without a yes of its own",
    };
    word(why.zh(), en)
}

fn need_state(state: NeedState) -> String {
    word(state.zh(), state.code())
}

fn claim_state(state: ClaimState) -> String {
    word(state.zh(), state.code())
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;

    #[test]
    fn error_line_names_the_failed_step_and_then_its_cause() {
        let failed = Step::OpenFile("a.db".into()).failed(std::io::Error::other("denied"));
        assert_eq!(error_line(&failed.into()), format!("{}: denied", store::cannot_open("a.db")));
    }

    #[test]
    fn error_line_keeps_context_in_front_of_a_refusal() {
        let refused = Err::<(), _>(Refusal::MovedMeanwhile { record: "JH-W000001".to_owned() });
        let error = refused.context("adding claim 3").unwrap_err();
        assert_eq!(error_line(&error), format!("adding claim 3: {}", store::moved_meanwhile("JH-W000001")));
    }
}
