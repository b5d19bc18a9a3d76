//! What scripts and packages drive the program by: errors as JSON, the environment, man pages.

use std::fs;

use serde_json::Value;

use crate::office::Office;

fn error_of(stderr: &str) -> Value {
    let line = stderr.lines().last().unwrap_or_default();
    serde_json::from_str::<Value>(line).unwrap_or_else(|cause| panic!("{cause}: {stderr}"))["error"].clone()
}

#[test]
fn errors_are_json_where_the_answer_would_be() {
    let office = Office::published();
    let error = error_of(&office.ends("show JH-W999999 --format json", 3).err);
    assert_eq!((&error["code"], &error["exit"]), (&"refused".into(), &3.into()));
    assert!(error["message"].as_str().unwrap().contains("JH-W999999"), "{error}");
    assert!(error["way_out"].as_str().unwrap().contains("find"), "{error}");
    let error = error_of(&office.ends("report quota --for nobody --format=json", 2).err);
    assert_eq!((&error["code"], &error["exit"]), (&"usage".into(), &2.into()));
    let bare = Office::bare();
    let error = error_of(&bare.ends("report quota --format jsonl --lang en", 3).err);
    assert!(error["way_out"].as_str().unwrap().contains("init"), "{error}");
    // Without it they are for people.
    assert!(office.ends("show JH-W999999", 3).err.starts_with("错误："));
}

#[test]
fn language_that_nobody_speaks_is_reported_and_a_locale_is_understood() {
    let office = Office::published();
    let run = |word: &str, line: &str| {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuangwei"));
        command.env_clear().current_dir(office.path("")).env("SHUANGWEI_LANG", word).args(line.split(' '));
        let output = command.output().unwrap();
        String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap()
    };
    assert!(run("fr", "log").starts_with("SHUANGWEI_LANG=fr"), "{}", run("fr", "log"));
    assert!(!run("fr", "log --lang zh").contains("SHUANGWEI_LANG"));
    assert!(run("en_US.UTF-8", "log --limit 1").contains("operator"));
    assert!(run("zh_CN", "log --limit 1").contains("操作人"));
}

/// A path that is no text names a file all the same, and never another one.
#[cfg(target_os = "linux")]
#[test]
fn office_file_whose_name_is_no_text_is_used_as_it_is() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let office = Office::published();
    let name = OsStr::from_bytes(b"\xB9\xA4\xD7\xF7.db");
    let log = |name: &OsStr| {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuangwei"));
        command.env_clear().current_dir(office.path("")).env("SHUANGWEI_DB", name).arg("log");
        command.output().unwrap().status.code()
    };
    assert_eq!(log(name), Some(3));
    fs::copy(office.path("shuangwei.db"), office.path("").join(name)).unwrap();
    assert_eq!(log(name), Some(0));
}

#[test]
fn man_pages_are_written_for_every_command_in_both_languages() {
    let office = Office::bare();
    for (lang, printed, below) in [("en", "alone or jointly", "Who claims"), ("zh", "认领已发布的事项", "认领人")]
    {
        office.ok(&format!("man {lang}/man1 --lang {lang}"));
        let page = office.read(&format!("{lang}/man1/shuangwei-claim.1"));
        assert!(page.contains(".TH ") && page.contains(printed), "{page}");
        let page = office.read(&format!("{lang}/man1/shuangwei-claim-take.1"));
        assert!(page.contains(below), "{page}");
        let pages = fs::read_dir(office.path(&format!("{lang}/man1"))).unwrap().count();
        assert!(pages > 60, "{pages} pages");
    }
    assert!(!office.has("en/man1/shuangwei-manual.1"));
}

#[test]
fn options_that_do_not_fit_are_refused_and_change_nothing() {
    let office = Office::new();
    office.write(
        "w.csv",
        "许愿人,社区,微心愿内容,同意公开\n伍艳,蟠虬社区,想要一把轮椅,是\n王刚,蟠虬社区,想要一张书桌,\n",
    );
    office.ok("collect wishes w.csv");
    office.ok("verify --export list.csv");
    office.write("r.toml", "[[rule]]\nname = \"全部\"\nwhen = \"quantity = 1\"\nthen = \"pass\"\n");
    for line in [
        "verify --all --pass --only JH-W000001",
        "verify --all --pass --limit 1",
        "verify --all --pass --fail-on reject",
        "verify --all --pass --time-limit 5",
        "verify JH-W000001 --pass --strict",
        "verify --decisions list.csv --only JH-W000001",
        "verify --decisions list.csv --limit 1",
        "verify --decisions list.csv --everywhere",
        "verify --export other.csv --limit 1",
        "verify --export other.csv --dry-run",
        "verify --export other.csv --by 李",
        "verify --near-duplicates --how 电话",
        "verify --rules r.toml --encoding utf-8",
        "verify --rules r.toml --at-least 0.5",
        "verify --pass",
        "verify JH-W000001 --pass --by \"\"",
        "verify JH-W000001 --reject \" \"",
        "find \"\"",
        "export wishes -o x.json",
        "export wishes -o x.ods",
        "export wishes -o x.HTML",
    ] {
        office.refuses(line, 2);
    }
    assert!(!office.has("other.csv") && !office.has("x.json"));
    office.ok("verify --all --pass");
    // A need that was named and is withheld is not done; in a run over all of them it is only reported.
    office.ends("publish JH-W000002", 1).reports(&["JH-W000002"]);
    office.ok("publish");
}

#[cfg(unix)]
#[test]
fn devices_are_written_to_and_never_replaced() {
    let office = Office::published();
    office.ok("export wishes -o /dev/null");
    office.ok("report quota --output /dev/null --format json");
    assert!(office.ok("export wishes -o -").out.contains("JH-W000001"));
    assert!(!office.has("-"));
    office.write("w.csv", "许愿人,社区,微心愿内容,同意公开\n伍艳,蟠虬社区,,是\n");
    let names = office.names();
    let run = office.ends("collect wishes w.csv --rejects -", 1);
    assert!(run.err.contains("许愿人,社区,微心愿内容,同意公开,行号,问题"), "{run:?}");
    office.ends("collect wishes w.csv --rejects /dev/null", 1);
    assert_eq!(office.names(), names);
}
