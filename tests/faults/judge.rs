//! Which states are allowed after a failure: the one before, or the one the command was to reach; and what the command
//! reported agrees.

use std::path::Path;

use shuangwei::store::{self, CommitFlag, check, log};

use crate::office;

/// The state of an office file: its records and its newest log entry.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    pub entry: i64,
    records: Vec<String>,
}

impl State {
    /// Reads an office file as a command would: an interrupted change is rolled back first. Anything wrong with it is an
    /// error.
    pub fn of(path: &Path) -> Result<State, String> {
        let store =
            store::open(path, &CommitFlag::default()).map_err(|cause| format!("it does not open: {cause:#}"))?;
        let reading = store.read().map_err(|cause| format!("it cannot be read: {cause:#}"))?;
        let problems = check::problems(&reading, None);
        if !problems.is_empty() {
            return Err(format!("check finds {problems:?}"));
        }
        let entry = log::head(&reading).map_err(|cause| format!("no head: {cause:#}"))?.entry;
        drop(reading);
        drop(store);
        Ok(State { entry, records: office::records(path).into_iter().map(|record| without_random(&record)).collect() })
    }
}

/// A record without its random part: a need's public code, and the folder of a publication.
fn without_random(record: &str) -> String {
    if let Some((before, after)) = record.split_once(" folder=") {
        return format!("{before}{}", after.split_once(" products=").map_or(after, |(_, after)| after));
    }
    const DRAWN: &str = " public_code=";
    match record.split_once(DRAWN) {
        Some((before, code)) => format!("{before}{DRAWN}{}", code.get(8..).unwrap_or_default()),
        None => record.to_owned(),
    }
}

/// What a command reported, by its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 0: done.
    Ok,
    /// 1: the change was made, and something else went wrong.
    Incomplete,
    /// 3 and above: nothing was changed.
    Nothing,
    /// It was killed before it could report anything.
    Killed,
}

impl Outcome {
    pub fn of(output: &std::process::Output) -> Outcome {
        use std::os::unix::process::ExitStatusExt;
        match output.status.code() {
            None => Outcome::Killed,
            Some(code) if code == 128 + 9 || output.status.signal().is_some() => Outcome::Killed,
            Some(0) => Outcome::Ok,
            Some(1) => Outcome::Incomplete,
            Some(_) => Outcome::Nothing,
        }
    }
}

/// Whether the state found is allowed, given what the command reported.
pub fn fits(old: &State, new: &State, found: &State, outcome: Outcome) -> Result<(), String> {
    let is_old = found == old;
    if !is_old && found != new {
        return Err(format!("neither all old nor all new: entry {}", found.entry));
    }
    match outcome {
        Outcome::Ok | Outcome::Incomplete if is_old => {
            Err(format!("{outcome:?} was reported, and the change is missing"))
        }
        Outcome::Nothing if !is_old => Err("the command reported no change, and there is one".to_owned()),
        _ => Ok(()),
    }
}

#[test]
fn judge_rejects_forbidden_outcomes() {
    let office = office::Office::published();
    let old = State::of(&office.path("shuangwei.db")).unwrap();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    let new = State::of(&office.path("shuangwei.db")).unwrap();
    assert_ne!(old, new);
    for (found, outcome, may_be) in [
        (&old, Outcome::Killed, true),
        (&new, Outcome::Killed, true),
        (&old, Outcome::Nothing, true),
        (&new, Outcome::Ok, true),
        (&new, Outcome::Incomplete, true),
        (&old, Outcome::Ok, false),
        (&old, Outcome::Incomplete, false),
        (&new, Outcome::Nothing, false),
    ] {
        assert_eq!(fits(&old, &new, found, outcome).is_ok(), may_be, "{outcome:?}");
    }
    let mut half = new.clone();
    half.records.pop();
    assert!(fits(&old, &new, &half, Outcome::Killed).is_err());
    // A record changed without the log is not an allowed state.
    let conn = rusqlite::Connection::open(office.path("shuangwei.db")).unwrap();
    conn.execute("UPDATE claim SET note = '暗'", []).unwrap();
    assert!(State::of(&office.path("shuangwei.db")).is_err());
}
