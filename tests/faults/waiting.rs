//! Concurrent commands: twenty claims at once, a slow reader, a stopped writer.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::calls;
use crate::judge::State;
use crate::office::{Office, TESTING};
use crate::one_of;

fn spawn(office: &Office, line: &str) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuangwei"));
    command.env_clear().env(TESTING.0, TESTING.1).args(office.arguments(line)).current_dir(office.path(""));
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn twenty_concurrent_claims_have_one_winner_whom_all_losers_are_shown() {
    let office = Office::published();
    for round in 1..=4 {
        let claimers: Vec<Child> = (0..20)
            .map(|at| spawn(&office, &format!("claim take {round}号 --outsider 邻居{at} --format json")))
            .collect();
        let outputs: Vec<_> = claimers.into_iter().map(|one| one.wait_with_output().unwrap()).collect();
        let won: Vec<usize> = (0..20).filter(|at| outputs[*at].status.code() == Some(0)).collect();
        assert_eq!(won.len(), 1, "round {round}: {won:?}");
        let winner = format!("邻居{}", won[0]);
        for output in outputs.iter().filter(|output| output.status.code() != Some(0)) {
            let message = String::from_utf8_lossy(&output.stdout);
            assert_eq!(output.status.code(), Some(1), "{message}");
            assert!(message.contains(&winner), "{message}");
        }
    }
    State::of(&office.path("shuangwei.db")).unwrap();
}

/// The control: without a common lock, as on a network share, the same twenty all win.
#[test]
fn concurrent_claims_without_a_common_lock_all_win() {
    let office = Office::published();
    let claimers: Vec<Child> = (0..20)
        .map(|at| {
            fs::copy(office.path("shuangwei.db"), office.path(&format!("{at}.db"))).unwrap();
            spawn(&office, &format!("--db {at}.db claim take 1号 --outsider 邻居{at}"))
        })
        .collect();
    let won = claimers.into_iter().filter_map(|mut one| one.wait().ok()).filter(|status| status.success()).count();
    assert_eq!(won, 20);
}

#[test]
fn writer_waits_for_a_reader_that_holds_the_file() {
    let office = Office::published();
    let reader = Connection::open(office.path("shuangwei.db")).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM need").unwrap();
    let begun = Instant::now();
    let writer = spawn(&office, "claim take 1号 --by 李梅 --on 2021-05-01");
    let hold = Duration::from_secs(if one_of().is_some() { 3 } else { 1 });
    std::thread::sleep(hold);
    reader.execute_batch("COMMIT").unwrap();
    let output = writer.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(begun.elapsed() >= hold, "the writer did not wait");
    assert_eq!(office.progress("1号").as_deref(), Some("claimed"));
}

/// A writer stopped in the middle of its change keeps others waiting, which they report; resumed, it succeeds.
#[test]
fn stopped_writer_is_reported_to_others_and_finishes_when_resumed() {
    if !calls::are_there() {
        return;
    }
    let office = Office::published();
    let arguments = office.arguments("claim take 1号 --by 李梅 --on 2021-05-01");
    let (child, is_itself) = calls::stopping(&office.path(""), &arguments, "pwrite64", 2);
    let stopped = stopped(child.id(), is_itself);
    // Readers are not blocked.
    office.ok("show 2号");
    if one_of().is_some() {
        let run = office.ends("claim take 2号 --by 何静 --on 2021-05-01", 5);
        run.reports(&["正在使用", "没有改动"]);
    }
    let go_on = Command::new("sh").args(["-c", &format!("kill -CONT {stopped}")]).status().unwrap();
    assert!(go_on.success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(office.progress("1号").as_deref(), Some("claimed"));
    assert_eq!(office.progress("2号").as_deref(), Some("open"));
    State::of(&office.path("shuangwei.db")).unwrap();
}

/// The program, once it has stopped: the child itself, or the tracer's.
fn stopped(child: u32, is_itself: bool) -> u32 {
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        assert!(Instant::now() < until, "the writer has not stopped");
        std::thread::sleep(Duration::from_millis(20));
        let children = fs::read_to_string(format!("/proc/{child}/task/{child}/children")).unwrap_or_default();
        let first = children.split_whitespace().next().and_then(|first| first.parse::<u32>().ok());
        let found = if is_itself { Some(child) } else { first };
        let Some(program) = found else { continue };
        // A traced program stops for a moment at each call, and before exec.
        if is_still(program) {
            std::thread::sleep(Duration::from_millis(300));
            if is_still(program) {
                return program;
            }
        }
    }
}

fn is_still(program: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{program}/stat")).unwrap_or_default();
    let state = stat.rsplit(") ").next().unwrap_or_default().chars().next();
    let is_ours = fs::read_link(format!("/proc/{program}/exe")).is_ok_and(|exe| exe.ends_with("shuangwei"));
    is_ours && matches!(state, Some('T' | 't'))
}
