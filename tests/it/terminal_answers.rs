//! Answers on a terminal: their colours, and a pager for those that are longer than the screen.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::office::Office;
use crate::terminal::Session;

/// What a command prints into a pipe, with these variables set.
fn piped(office: &Office, line: &str, variables: &[(&str, &str)]) -> String {
    let mut command = office.command(line);
    command.envs(variables.iter().copied());
    let output = command.output().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// The output on a terminal of so many rows, with these variables set.
fn on_terminal(office: &Office, line: &str, rows: u16, variables: &[(&str, &str)]) -> (String, i32) {
    Session::with(office, line, (160, rows), variables).end()
}

fn claimed() -> Office {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim take 4号 --by 何静 --quantity 2 --on 2021-05-01");
    office.ok("claim take 3号 --by 陈刚 --on 2021-05-01");
    office.ok("claim complete 3号 --on 2021-05-02");
    office
}

#[test]
fn states_have_the_colours_of_the_wall_on_a_terminal_only() {
    let office = claimed();
    let colours = [
        "\u{1B}[32m待认领\u{1B}[0m",
        "\u{1B}[31m部分\u{1B}[0m\u{1B}[32m认领\u{1B}[0m",
        "\u{1B}[31m已认领\u{1B}[0m",
        "\u{1B}[33m已办结待确认\u{1B}[0m",
    ];
    let (terminal, _) = on_terminal(&office, "list wishes", 60, &[("TERM", "xterm-256color")]);
    let always = piped(&office, "list wishes --color always", &[]);
    for colour in colours {
        assert!(terminal.contains(colour) && always.contains(colour), "{colour:?} in\n{terminal}\n{always}");
    }
    // Without them, every line is as wide as before.
    let plain = office.ok("list wishes").out;
    let stripped = ["\u{1B}[32m", "\u{1B}[31m", "\u{1B}[33m", "\u{1B}[0m"]
        .iter()
        .fold(always, |text, code| text.replace(code, ""));
    assert_eq!(stripped, plain);
}

#[test]
fn nothing_is_coloured_where_it_was_not_asked_for() {
    let office = claimed();
    for (line, variables) in [
        ("list wishes", &[("TERM", "xterm")][..]),
        ("list wishes", &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]),
        ("list wishes --color never", &[("CLICOLOR_FORCE", "1")]),
        ("list wishes --color always --format csv", &[]),
        ("list wishes --color always --format json", &[]),
        ("show 99号", &[("TERM", "xterm")]),
    ] {
        assert!(!piped(&office, line, variables).contains('\u{1B}'), "{line} {variables:?}");
    }
    for (line, variables) in [
        ("list wishes", [("TERM", "xterm"), ("NO_COLOR", "1")]),
        ("list wishes --color never", [("TERM", "xterm"), ("X", "")]),
    ] {
        assert!(!on_terminal(&office, line, 60, &variables).0.contains('\u{1B}'), "{line}");
    }
    assert!(piped(&office, "list wishes", &[("CLICOLOR_FORCE", "1")]).contains("\u{1B}[32m"));
    office.ok("list wishes --color always --output wishes.txt");
    let file = office.read("wishes.txt");
    assert!(!file.contains(|c| c == '\u{1B}' || ('\u{E0000}'..='\u{E007F}').contains(&c)), "{file}");
}

#[test]
fn totals_are_bold_and_errors_have_a_red_label() {
    let office = claimed();
    let report = piped(&office, "report quota --color always", &[]);
    assert!(report.contains("\u{1B}[1m合计\u{1B}[0m"), "{report}");
    let error = piped(&office, "show 99号 --color always", &[]);
    assert!(error.starts_with("\u{1B}[31m错误\u{1B}[0m：没有编号 99号"), "{error}");
    office.write("bad.csv", "许愿人,社区,联系电话,微心愿内容\n伍峰,蟠虬社区,1.38E+10,想要一张书桌\n");
    let faults = piped(&office, "collect wishes bad.csv --color always", &[]);
    assert!(faults.contains("\u{1B}[31mbad.csv"), "{faults}");
}

/// A pager that notes what it was given and how it was called.
fn pager(office: &Office, name: &str, end: &str) -> String {
    let script = format!("#!/bin/sh\ncat > paged.txt\necho \"$LESSSECURE $LESSHISTFILE $*\" > called.txt\n{end}\n");
    office.write(name, script);
    fs::set_permissions(office.path(name), fs::Permissions::from_mode(0o755)).unwrap();
    office.path(name).display().to_string()
}

const PATH: (&str, &str) = ("PATH", "/usr/bin:/bin");

#[test]
fn long_answer_on_a_terminal_goes_to_the_pager_and_keeps_nothing_behind() {
    let office = claimed();
    let named = pager(&office, "pager.sh", "") + " --flag";
    let (shown, code) =
        on_terminal(&office, "list wishes", 6, &[PATH, ("SHUANGWEI_PAGER", &named), ("PAGER", "false")]);
    assert_eq!((shown.contains("轮椅"), code), (false, 0), "{shown}");
    assert!(office.read("paged.txt").contains("轮椅"));
    assert_eq!(office.read("called.txt"), "1 - --flag\n");
    let (_, code) = on_terminal(&office, "collect --help", 6, &[PATH, ("PAGER", &named)]);
    assert!(code == 0 && office.read("paged.txt").contains("用法"));
}

#[test]
fn pager_is_left_out_where_it_is_not_wanted_and_a_broken_one_loses_nothing() {
    let office = claimed();
    let named = pager(&office, "pager.sh", "");
    let broken = pager(&office, "broken.sh", "exit 3");
    let leaving = "true";
    for (line, rows, name) in [
        ("list wishes --no-pager", 6, named.as_str()),
        ("list wishes", 60, &named),
        ("list wishes --format json", 6, &named),
        ("list wishes", 6, &broken),
        ("list wishes", 6, "no-such-pager"),
        ("list wishes", 6, "cat"),
        ("list wishes", 6, ""),
    ] {
        let (shown, code) = on_terminal(&office, line, rows, &[PATH, ("SHUANGWEI_PAGER", name)]);
        assert!(shown.contains("轮椅") && code == 0, "{line} {name}: {shown}");
    }
    let (_, code) = on_terminal(&office, "list wishes", 6, &[PATH, ("SHUANGWEI_PAGER", leaving)]);
    assert_eq!(code, 0);
}

#[test]
fn version_says_more_where_more_is_asked_for() {
    let office = Office::bare();
    assert_eq!(office.ok("--version").out, format!("shuangwei {}\n", env!("CARGO_PKG_VERSION")));
    for line in ["--version --verbose --lang en", "-V -v --lang en"] {
        office.ok(line).answers(&["commit: ", "SQLite: 3.", "schema: ", "target: ", "build: ", "features: "]);
    }
    office.ok("--version --verbose").answers(&["提交：", "工作文件格式："]);
}
