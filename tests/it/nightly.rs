//! The nightly batches of `examples/`: the same nights for each of them, in the languages that offices have at hand.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::office::Office;
use crate::parts;

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)
}

/// Whether a program is here.
pub fn is_there(program: &str) -> bool {
    let asked = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

#[test]
fn shell_batch_gets_through_six_nights() {
    six_nights(&["sh"], "nightly.sh");
}

#[test]
fn python_batch_gets_through_six_nights() {
    assert!(is_there("python3"), "python3 is missing: apt-get install python3");
    six_nights(&["python3"], "nightly.py");
}

/// No package of the systems that the tests run on has PowerShell, so that its absence is no failure; what the script does
/// is compared with the shell's as text in any case.
#[test]
fn powershell_batch_gets_through_six_nights() {
    if !is_there("pwsh") {
        parts::note("pwsh is missing: examples/nightly.ps1 is compared as text only; https://aka.ms/powershell has it");
        return;
    }
    six_nights(&["pwsh", "-NoProfile", "-File"], "nightly.ps1");
}

#[test]
fn batches_give_the_same_commands_and_end_with_the_same_codes() {
    let text = |name: &str| fs::read_to_string(example(name)).unwrap();
    // Words apart from quotes, commas and line ends.
    let words = |name: &str| -> String {
        let plain: String = text(name).chars().map(|c| if "\"',()[]@\\".contains(c) { ' ' } else { c }).collect();
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for name in ["nightly.sh", "nightly.py", "nightly.ps1"] {
        let words = words(name);
        for printed in
            ["collect wishes", "--format jsonl --fail-on reject hold", "verify --rules", "decisions-", "report-"]
        {
            assert!(words.contains(printed), "{name}: {printed}");
        }
        let text = text(name);
        for printed in [
            "Exit codes: 0 all done; 1 done",
            "5 the office file or another batch is busy",
            "stopped with",
            "ended with",
            "failed",
            "done",
            "rejects",
            ".nightly",
            "usage: ",
            "another batch is at work",
        ] {
            assert!(text.contains(printed), "{name}: {printed}");
        }
    }
}

/// A night that can do nothing, since the office file is not there, leaves the lists for the next.
fn night_without_the_office(interpreter: &[&str], script: &str) {
    let office = Office::new();
    fs::create_dir(office.path("inbox")).unwrap();
    office.write("inbox/甲.CSV", "许愿人,社区,微心愿内容,同意公开\n伍艳,蟠虬社区,想要一把轮椅,是\n");
    let night = |file: &str| {
        let mut batch = Command::new(interpreter[0]);
        batch.args(&interpreter[1..]).arg(example(script)).arg(office.path(file));
        batch.arg(example("rules-nightly.toml")).arg(office.path("inbox"));
        batch.env("SHUANGWEI", env!("CARGO_BIN_EXE_shuangwei")).env("SHUANGWEI_LANG", "zh");
        batch.output().unwrap().status.code().unwrap()
    };
    assert_eq!(night("没有.db"), 3, "{script}");
    assert!(office.has("inbox/甲.CSV") && !office.has("inbox/failed"), "{script}");
    assert!(night("shuangwei.db") <= 1, "{script}");
    assert!(office.has("inbox/done/甲.CSV"), "{script}: an ending in capitals is one too");
}

#[test]
fn night_that_can_do_nothing_puts_no_list_aside() {
    night_without_the_office(&["sh"], "nightly.sh");
    night_without_the_office(&["python3"], "nightly.py");
}

/// Six nights of the example batch: sound, faulty, poisoned, with names that are taken, under a stale lock, under one that holds.
fn six_nights(interpreter: &[&str], script: &str) {
    let office = Office::new();
    fs::create_dir(office.path("inbox")).unwrap();
    let night = || {
        let mut batch = Command::new(interpreter[0]);
        batch.args(&interpreter[1..]).arg(example(script)).arg(office.path("shuangwei.db"));
        batch.arg(example("rules-nightly.toml")).arg(office.path("inbox"));
        batch.env("SHUANGWEI", env!("CARGO_BIN_EXE_shuangwei")).env("SHUANGWEI_LANG", "zh");
        let run = batch.output().unwrap();
        (run.status.code().unwrap(), String::from_utf8_lossy(&run.stderr).into_owned())
    };
    let list = |content: &str| format!("许愿人,社区,微心愿内容,同意公开\n伍艳,蟠虬社区,{content},是\n");
    let wishes = || office.export("wishes").len();
    let report = || {
        let mut names = fs::read_dir(office.path("inbox")).unwrap().map(|entry| entry.unwrap().path());
        fs::read_to_string(names.find(|path| path.to_string_lossy().contains("report-")).unwrap()).unwrap()
    };
    // A sound list; rules may hold the need for somebody to look at.
    office.write("inbox/甲.csv", list("想要一把轮椅"));
    assert!(night().0 <= 1, "{}", report());
    assert!(office.has("inbox/done/甲.csv") && wishes() == 1);
    // A faulty row stays in the inbox as rejects, which are no list of the next night.
    office.write("inbox/乙.csv", list("") + "王刚,蟠虬社区,想要一张书桌,是\n");
    assert_eq!(night().0, 1);
    assert!(office.has("inbox/乙.csv.rejects.csv") && wishes() == 2);
    assert!(night().0 <= 1);
    assert!(office.has("inbox/乙.csv.rejects.csv") && wishes() == 2, "{}", report());
    // A poisoned list is put aside, and those beside it go in; the name of an earlier night is not overwritten.
    office.write("inbox/丙.xlsx", [0u8; 64]);
    office.write("inbox/甲.csv", list("想要一台收音机"));
    assert_eq!(night().0, 1);
    assert!(office.has("inbox/failed/丙.xlsx") && wishes() == 3, "{}", report());
    assert!(office.has("inbox/done/甲.csv") && office.has("inbox/done/甲-2.csv"));
    assert!(report().contains("丙.xlsx"), "{}", report());
    // A lock whose number belongs to another process now is stale.
    let lock = office.path("shuangwei.db.nightly");
    fs::create_dir(&lock).unwrap();
    fs::write(lock.join("pid"), std::process::id().to_string()).unwrap();
    fs::write(lock.join("began"), "Thu Jan  1 00:00:00 1970\n").unwrap();
    office.write("inbox/丁.csv", list("想要一盏台灯"));
    assert!(night().0 <= 1);
    assert!(wishes() == 4 && !lock.exists());
    // One that is held stops the batch before it does anything.
    fs::create_dir(&lock).unwrap();
    let began = Command::new("ps").args(["-o", "lstart=", "-p", &std::process::id().to_string()]).output().unwrap();
    fs::write(lock.join("pid"), std::process::id().to_string()).unwrap();
    fs::write(lock.join("began"), began.stdout).unwrap();
    office.write("inbox/戊.csv", list("想要一本字典"));
    let (code, stderr) = night();
    assert_eq!((code, wishes()), (5, 4), "{stderr}");
    for entry in fs::read_dir(office.path("inbox")).unwrap().map(|entry| entry.unwrap()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("report-") || name.starts_with("decisions-") {
            assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{name}");
        }
    }
    office.ok("check");
}
