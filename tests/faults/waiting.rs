//! Others in the way: twenty who claim at once, a reader who takes his time, a writer who was stopped.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::all;
use crate::judge::State;
use crate::office::Office;
use crate::strace;

fn spawn(office: &Office, program: &[&str], line: &str) -> Child {
    let words: Vec<String> = program.iter().map(|word| (*word).to_owned()).collect();
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).args(office.arguments(line)).current_dir(office.path(""));
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

const PROGRAM: &str = env!("CARGO_BIN_EXE_shuangwei");

#[test]
fn of_twenty_who_claim_at_once_one_wins_and_all_know_who() {
    let office = Office::published();
    for round in 1..=4 {
        let claimers: Vec<Child> = (0..20)
            .map(|at| spawn(&office, &[PROGRAM], &format!("claim take {round}号 --outsider 邻居{at} --format json")))
            .collect();
        let outputs: Vec<_> = claimers.into_iter().map(|one| one.wait_with_output().unwrap()).collect();
        let won: Vec<usize> = (0..20).filter(|at| outputs[*at].status.code() == Some(0)).collect();
        assert_eq!(won.len(), 1, "round {round}: {won:?}");
        let winner = format!("邻居{}", won[0]);
        for output in outputs.iter().filter(|output| output.status.code() != Some(0)) {
            let told = String::from_utf8_lossy(&output.stdout);
            assert_eq!(output.status.code(), Some(1), "{told}");
            assert!(told.contains(&winner), "{told}");
        }
    }
    State::of(&office.path("shuangwei.db")).unwrap();
}

#[test]
fn a_reader_who_holds_the_file_for_three_seconds_is_waited_for() {
    let office = Office::published();
    let reader = Connection::open(office.path("shuangwei.db")).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM need").unwrap();
    let begun = Instant::now();
    let writer = spawn(&office, &[PROGRAM], "claim take 1号 --by 李梅 --on 2021-05-01");
    let hold = Duration::from_secs(if all() { 3 } else { 1 });
    std::thread::sleep(hold);
    reader.execute_batch("COMMIT").unwrap();
    let output = writer.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(begun.elapsed() >= hold, "the writer did not wait");
    assert_eq!(office.progress("1号").as_deref(), Some("claimed"));
}

/// A writer that is stopped in the midst of its change keeps others waiting, who then say so; it ends well when it goes on.
#[test]
fn a_stopped_writer_is_told_and_goes_on() {
    if !strace::is_there() {
        return;
    }
    let office = Office::published();
    let stop = [
        "strace",
        "-f",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        "trace=pwrite64",
        "-e",
        "inject=pwrite64:signal=SIGSTOP:when=2",
        PROGRAM,
    ];
    let tracer = spawn(&office, &stop, "claim take 1号 --by 李梅 --on 2021-05-01");
    let tracee = stopped_child(tracer.id());
    // Whoever reads goes on.
    office.ok("show 2号");
    if all() {
        let run = office.ends("claim take 2号 --by 何静 --on 2021-05-01", 5);
        run.tells(&["正在使用", "没有改动"]);
    }
    let go_on = Command::new("sh").args(["-c", &format!("kill -CONT {tracee}")]).status().unwrap();
    assert!(go_on.success());
    let output = tracer.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(office.progress("1号").as_deref(), Some("claimed"));
    assert_eq!(office.progress("2号").as_deref(), Some("open"));
    State::of(&office.path("shuangwei.db")).unwrap();
}

/// The traced program, once it has stopped.
fn stopped_child(tracer: u32) -> u32 {
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        assert!(Instant::now() < until, "the writer has not stopped");
        std::thread::sleep(Duration::from_millis(20));
        let children = fs::read_to_string(format!("/proc/{tracer}/task/{tracer}/children")).unwrap_or_default();
        let Some(child) = children.split_whitespace().next().and_then(|child| child.parse::<u32>().ok()) else {
            continue;
        };
        let stat = fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
        let state = stat.rsplit(") ").next().unwrap_or_default().chars().next();
        // Before it runs the program it is strace itself, stopped for another reason.
        let program = fs::read_link(format!("/proc/{child}/exe")).unwrap_or_default();
        if matches!(state, Some('T' | 't'))
            && program.ends_with("shuangwei")
            && fs::metadata(format!("/proc/{child}")).is_ok()
        {
            std::thread::sleep(Duration::from_millis(300));
            let stat = fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
            if matches!(stat.rsplit(") ").next().unwrap_or_default().chars().next(), Some('T' | 't')) {
                return child;
            }
        }
    }
}
