//! What may be there after a failure: all that was there before, or all that the command was to do; and nobody was told
//! otherwise.

use std::path::Path;

use shuangwei::store::{self, check, log};

use crate::office;

/// An office file, told by its records and by how far its log has come.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    pub entry: i64,
    records: Vec<String>,
}

impl State {
    /// Reads an office file as a command would: a change that was cut off is taken back first. Whatever is wrong with it
    /// is an error.
    pub fn of(path: &Path) -> Result<State, String> {
        let store = store::open(path).map_err(|cause| format!("it does not open: {cause:#}"))?;
        let reading = store.read().map_err(|cause| format!("it cannot be read: {cause:#}"))?;
        let problems = check::problems(&reading);
        if !problems.is_empty() {
            return Err(format!("check finds {problems:?}"));
        }
        let entry = log::head(&reading).map_err(|cause| format!("no head: {cause:#}"))?.entry;
        drop(reading);
        drop(store);
        Ok(State { entry, records: office::records(path).into_iter().map(|record| without_random(&record)).collect() })
    }
}

/// A record without what is drawn at random each time: a need's public code.
fn without_random(record: &str) -> String {
    const DRAWN: &str = " public_code=";
    match record.split_once(DRAWN) {
        Some((before, code)) => format!("{before}{DRAWN}{}", code.get(8..).unwrap_or_default()),
        None => record.to_owned(),
    }
}

/// What a command said of itself, by its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 0: done.
    Ok,
    /// 1: the change stands, and something beside it went wrong.
    Incomplete,
    /// 3 and above: nothing was changed.
    Nothing,
    /// It said nothing any more.
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

/// Whether the state that is found is one that may be, after what was said.
pub fn fits(old: &State, new: &State, found: &State, outcome: Outcome) -> Result<(), String> {
    let is_old = found == old;
    if !is_old && found != new {
        return Err(format!("neither all old nor all new: entry {}", found.entry));
    }
    match outcome {
        Outcome::Ok | Outcome::Incomplete if is_old => Err(format!("{outcome:?} was said, and it is not there")),
        Outcome::Nothing if !is_old => Err("it was said that nothing was changed, and it was".to_owned()),
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
    // A record changed behind the log's back is no state at all.
    let conn = rusqlite::Connection::open(office.path("shuangwei.db")).unwrap();
    conn.execute("UPDATE claim SET note = '暗'", []).unwrap();
    assert!(State::of(&office.path("shuangwei.db")).is_err());
}
