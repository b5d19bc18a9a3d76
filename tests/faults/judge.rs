//! What may be there after a failure: all that was there before, or all that the command was to do; and nobody was told
//! otherwise.

use std::path::Path;

use shuangwei::store::{self, CommitFlag, check, log};

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
        let store =
            store::open(path, &CommitFlag::default()).map_err(|cause| format!("it does not open: {cause:#}"))?;
        let reading = store.read().map_err(|cause| format!("it cannot be read: {cause:#}"))?;
        let problems = check::problems(&reading);
        if !problems.is_empty() {
            return Err(format!("check finds {problems:?}"));
        }
        let entry = log::head(&reading).map_err(|cause| format!("no head: {cause:#}"))?.entry;
        drop(reading);
        drop(store);
        Ok(State { entry, records: office::records(path).into_iter().map(|record| without_chance(&record)).collect() })
    }
}

/// A record without what is drawn at random each time: a need's public code.
fn without_chance(record: &str) -> String {
    const DRAWN: &str = " public_code=";
    match record.split_once(DRAWN) {
        Some((before, code)) => format!("{before}{DRAWN}{}", code.get(8..).unwrap_or_default()),
        None => record.to_owned(),
    }
}

/// What a command said of itself, by its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// 0: done.
    Ok,
    /// 1: the change stands, and something beside it went wrong.
    Stands,
    /// 3 and above: nothing was changed.
    Nothing,
    /// It said nothing any more.
    Killed,
}

impl Said {
    pub fn of(output: &std::process::Output) -> Said {
        use std::os::unix::process::ExitStatusExt;
        match output.status.code() {
            None => Said::Killed,
            Some(code) if code == 128 + 9 || output.status.signal().is_some() => Said::Killed,
            Some(0) => Said::Ok,
            Some(1) => Said::Stands,
            Some(_) => Said::Nothing,
        }
    }
}

/// Whether the state that is found is one that may be, after what was said.
pub fn fits(old: &State, new: &State, found: &State, said: Said) -> Result<(), String> {
    let is_old = found == old;
    if !is_old && found != new {
        return Err(format!("neither all old nor all new: entry {}", found.entry));
    }
    match said {
        Said::Ok | Said::Stands if is_old => Err(format!("{said:?} was said, and it is not there")),
        Said::Nothing if !is_old => Err("it was said that nothing was changed, and it was".to_owned()),
        _ => Ok(()),
    }
}

#[test]
fn the_judge_finds_what_must_not_be() {
    let office = office::Office::published();
    let old = State::of(&office.path("shuangwei.db")).unwrap();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    let new = State::of(&office.path("shuangwei.db")).unwrap();
    assert_ne!(old, new);
    for (found, said, may_be) in [
        (&old, Said::Killed, true),
        (&new, Said::Killed, true),
        (&old, Said::Nothing, true),
        (&new, Said::Ok, true),
        (&new, Said::Stands, true),
        (&old, Said::Ok, false),
        (&old, Said::Stands, false),
        (&new, Said::Nothing, false),
    ] {
        assert_eq!(fits(&old, &new, found, said).is_ok(), may_be, "{said:?}");
    }
    let mut half = new.clone();
    half.records.pop();
    assert!(fits(&old, &new, &half, Said::Killed).is_err());
    // A record changed behind the log's back is no state at all.
    let conn = rusqlite::Connection::open(office.path("shuangwei.db")).unwrap();
    conn.execute("UPDATE claim SET note = '暗'", []).unwrap();
    assert!(State::of(&office.path("shuangwei.db")).is_err());
}
