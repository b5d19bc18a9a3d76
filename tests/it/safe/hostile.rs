//! Files and rules that ask for more than a machine has, or never end: each is read, or refused with the way out, in 256 MiB
//! and so many seconds of the processor's time.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use crate::office::{Office, Run, TESTING};
use crate::workbook;

/// Of the processor; an optimised program takes a tenth.
const SECONDS: u64 = 30;

/// Runs a command that may take 256 MiB and so many seconds, and ends with this code.
#[track_caller]
fn bounded(office: &Office, line: &str, stdin: Option<&str>, code: i32) -> Run {
    let command = office.command(line);
    let mut bounded = Command::new(command.get_program());
    bounded.args(command.get_args()).env_clear().env(TESTING.0, TESTING.1).current_dir(office.path(""));
    bounded.stdin(stdin.map_or_else(Stdio::null, |path| Stdio::from(File::open(path).unwrap())));
    // A program that is not optimised is large itself.
    let memory = (256 << 20) + std::fs::metadata(command.get_program()).unwrap().len();
    let limit = |what, most: u64| {
        let limit = libc::rlimit { rlim_cur: most, rlim_max: most };
        // SAFETY: it may be called between fork and exec, and `limit` outlives it.
        if unsafe { libc::setrlimit(what, &limit) } == 0 { Ok(()) } else { Err(std::io::Error::last_os_error()) }
    };
    // SAFETY: only `setrlimit` is called.
    unsafe {
        bounded.pre_exec(move || {
            limit(libc::RLIMIT_AS, memory)?;
            limit(libc::RLIMIT_CPU, SECONDS)
        });
    }
    let output = bounded.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let run = Run {
        line: line.to_owned(),
        code: output.status.code().unwrap_or(-1),
        out: text(&output.stdout),
        err: text(&output.stderr),
        bytes: output.stdout,
    };
    assert_eq!(run.code, code, "{:?}: {run:#?}", output.status);
    run
}

#[test]
fn devices_and_pipes_that_never_end_are_refused() {
    let office = Office::published();
    office.write("w.csv", "许愿人,社区,微心愿内容\n甲一,蟠虬社区,一盏灯\n");
    bounded(&office, "collect wishes w.csv --map /dev/zero", None, 3).reports(&["太大，不是对照表"]);
    bounded(&office, "rules test /dev/zero", None, 3).reports(&["/dev/zero"]);
    bounded(&office, "report verify /dev/zero", None, 3).reports(&["/dev/zero"]);
    bounded(&office, "collect wishes /dev/zero --rejects r.csv", None, 3).reports(&["超过 512 MB"]);
    bounded(&office, "collect wishes - --rejects r.csv", Some("/dev/zero"), 3).reports(&["超过 512 MB"]);
    bounded(&office, "collect wishes w.csv", None, 0);
}

/// A sparse file is as long as it says, and is not read to its end.
#[test]
fn file_longer_than_any_list_is_refused() {
    let office = Office::new();
    File::create(office.path("w.csv")).unwrap().set_len(1 << 40).unwrap();
    bounded(&office, "collect wishes w.csv", None, 3).reports(&["超过 512 MB"]);
}

#[test]
fn line_without_an_end_is_refused() {
    let office = Office::new();
    let header = "许愿人,社区,微心愿内容\n";
    office.write("w.csv", format!("{header}甲一,蟠虬社区,{}", "灯".repeat(10 << 20)));
    bounded(&office, "collect wishes w.csv", None, 3).reports(&["第 2 行超过 16 MB"]);
    office.write("q.csv", format!("{header}甲一,蟠虬社区,\"{}", "灯\n".repeat(5 << 20)));
    bounded(&office, "collect wishes q.csv", None, 3).reports(&["第 2 行"]);
    office.write("c.csv", format!("{header}{}", ",".repeat(1 << 20)));
    bounded(&office, "collect wishes c.csv", None, 3).reports(&["16384"]);
}

/// So many columns are read in a time that grows as their number does.
#[test]
fn wide_list_is_read() {
    let office = Office::new();
    for columns in [1000, 16_000] {
        let more = |what: &str| (0..columns).map(|column| format!(",{what}{column}")).collect::<String>();
        let mut list = format!("许愿人,社区,微心愿内容{}\n", more("列"));
        for row in 0..25 {
            list.push_str(&format!("甲{columns}_{row},蟠虬社区,要灯{columns}_{row}{}\n", more("v")));
        }
        office.write("w.csv", list);
        let run = bounded(&office, "collect wishes w.csv --format json", None, 0);
        assert_eq!(run.json()["files"][0]["new"], 25, "{columns}");
    }
}

#[test]
fn pages_of_many_tables_are_refused_and_of_some_are_read() {
    let office = Office::new();
    let list = "<table><tr><td>许愿人</td><td>社区</td><td>微心愿内容</td></tr>\
                <tr><td>甲一</td><td>蟠虬社区</td><td>一盏灯</td></tr></table>";
    for (count, code) in [(4000, 3), (10_000, 3), (300, 0)] {
        office.write("w.xls", format!("<html>{}{list}", "<table><tr><td>x</td></tr></table>".repeat(count)));
        let run = bounded(&office, "collect wishes w.xls --dry-run", None, code);
        assert!(code == 0 || run.err.contains("--sheet"), "{run:#?}");
        bounded(&office, &format!("collect wishes w.xls --dry-run --sheet 表{}", count + 1), None, 0);
    }
    // Tables in each other, none of which ends.
    office.write("n.xls", format!("<html>{}x", "<table><tr><td>".repeat(10_000)));
    bounded(&office, "collect wishes n.xls", None, 3);
}

#[test]
fn workbooks_of_too_many_sheets_are_refused() {
    let office = Office::new();
    let rows = workbook::text_rows(&[&["许愿人", "社区", "微心愿内容"], &["甲一", "蟠虬社区", "一盏灯"]]);
    let names: Vec<String> = (0..1500).map(|number| format!("表{number}")).collect();
    for (count, code) in [(1500, 3), (20, 3)] {
        let sheets = names.iter().take(count);
        let sheets = sheets.map(|name| workbook::Sheet { name, rows: rows.clone(), ..workbook::Sheet::default() });
        let book = workbook::Book { sheets: sheets.collect(), ..workbook::Book::default() };
        office.write("w.xlsx", book.bytes());
        let run = bounded(&office, "collect wishes w.xlsx --dry-run", None, code);
        run.reports(&["--sheet"]);
        assert_eq!(run.err.contains("1500 张"), count == 1500, "{run:#?}");
        bounded(&office, "collect wishes w.xlsx --dry-run --sheet 表7", None, 0);
    }
}

/// Nine cells, one of them in the last corner of its sheet, and a sheet that says it has four billion.
#[test]
fn cell_in_the_far_corner_of_an_xls_is_read_where_it_lies() {
    let office = Office::new();
    office.take_list("hostile/far-corner.xls");
    let run = bounded(&office, "collect wishes far-corner.xls --sheet 表1 --dry-run", None, 1);
    run.reports(&["第65536行"]);
    bounded(&office, "collect wishes far-corner.xls --sheet all --dry-run", None, 1);
}

/// What one function of a predicate does is stopped by nothing, so it takes no longer than its texts are.
#[test]
fn rules_with_long_sets_and_patterns_are_asked_in_time() {
    let office = Office::verified();
    let mut list = "许愿人,社区,微心愿内容\n".to_owned();
    for number in 0..40 {
        list.push_str(&format!("甲{number},蟠虬社区,{}{number}\n", "灯".repeat(10_000)));
    }
    office.write("w.csv", list);
    office.ok("collect wishes w.csv");
    let set = "replace(replace(replace(replace(replace('aaaaaaaaaa','a','bbbbbbbbbb'),'b','cccccccccc'),'c','dddddddddd'),\
               'd','eeeeeeeeee'),'e','f')";
    for (when, code) in [
        (format!("trim(content, {set} || '灯') = content"), 0),
        (format!("instr({set} || 'g', {set} || 'h') > 0"), 0),
        (format!("replace({set}, {set} || 'x', 'y') = 'z'"), 0),
        (format!("content LIKE '{}'", "%灯".repeat(80)), 3),
        ("id = 1".to_owned(), 3),
        ("rowid = 1".to_owned(), 3),
        ("trim('  灯 ') = '灯' AND instr('要灯', '灯') = 2".to_owned(), 0),
    ] {
        office.write("r.toml", format!("[[rule]]\nname = \"a\"\nwhen = \"\"\"{when}\"\"\"\nthen = \"pass\"\n"));
        bounded(&office, "rules test r.toml", None, code);
    }
}
