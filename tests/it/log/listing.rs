//! `log` as a list: in pages, with commands of many codes cut for people, and the days that were given marked.

use serde_json::{Value, json};

use crate::office::{Office, TESTING};

#[test]
fn day_is_given_in_tests_only_and_the_log_marks_it() {
    let office = Office::published();
    let run = |testing: Option<&str>, line: &str| {
        let mut command = office.command(line);
        command.env_remove(TESTING.0);
        let output = command.envs(testing.map(|value| (TESTING.0, value))).output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let before = office.file();
    for testing in [None, Some(""), Some("0"), Some("yes")] {
        let (code, message) = run(testing, "withdraw 3号 --reason 搬家 --today 2021-06-01");
        assert_eq!(code, 2, "{testing:?}: {message}");
        assert!(message.contains("--on") && message.contains(TESTING.0), "{message}");
    }
    assert!(office.file() == before, "nothing was changed");
    office.ok("withdraw 3号 --reason 搬家 --today 2021-06-01");
    // By the clock: nothing to mark.
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuangwei"));
    command.env_clear().current_dir(office.path("")).args(["--operator", "x", "withdraw", "4号", "--reason", "搬家"]);
    assert_eq!(command.output().unwrap().status.code(), Some(0));
    let entries = office.json("log --limit 2")["entries"].clone();
    assert_eq!((&entries[0]["pinned"], &entries[1]["pinned"]), (&json!(false), &json!(true)));
    assert_eq!(entries[1]["at"], "2021-06-01T00:00:00+08:00");
    let table = office.ok("log --limit 2").out;
    assert_eq!(table.matches("（--today）").count(), 1, "{table}");
    assert!(office.ok(&format!("log {}", entries[1]["id"])).out.contains("（--today）"));
    // The mark is hashed with the time: whoever takes it away is found out.
    office.ok("check");
    let conn = rusqlite::Connection::open(office.path("shuangwei.db")).unwrap();
    let sql = "UPDATE entry SET at = substr(at, 1, 25) WHERE id = (SELECT max(id) FROM entry WHERE at LIKE '%--today')";
    assert_eq!(conn.execute(sql, []).unwrap(), 1);
    office.ends("log --verify", 1);
}

#[test]
fn day_option_is_offered_nowhere() {
    let office = Office::bare();
    for line in ["--help", "claim take --help", "completions bash", "completions zsh", "completions fish"] {
        for lang in ["zh", "en"] {
            let out = office.ok(&format!("{line} --lang {lang}")).out;
            assert!(
                out.contains("operator") && !["--today", "-l today"].iter().any(|word| out.contains(word)),
                "{line}"
            );
        }
    }
}

#[test]
fn log_is_read_in_pages_to_its_end() {
    let office = Office::published();
    let (mut ids, mut line) = (Vec::new(), "log --limit 3".to_owned());
    loop {
        let page = office.json(&line);
        ids.extend(page["entries"].as_array().unwrap().iter().map(|entry| entry["id"].as_i64().unwrap()));
        if page["more"] == json!(false) {
            assert_eq!(page["before"], Value::Null);
            break;
        }
        assert_eq!(page["before"].as_i64(), ids.last().copied());
        line = format!("log --limit 3 --before {}", page["before"]);
        assert!(office.ok("log --limit 3").out.contains(&format!("--before {}", ids[2])));
    }
    let all: Vec<i64> = (1..=office.entries()).rev().collect();
    assert_eq!(ids, all);
    // As many as there are is all of them.
    assert_eq!(office.json(&format!("log --limit {}", all.len()))["more"], json!(false));
    office.refuses("log 3 --before 2", 2);
    office.refuses("log --verify --before 2", 2);
    office.refuses("log 3 --limit 2", 2);
    // A CSV has entries and nothing else.
    let run = office.ok("log --limit 3 --format csv");
    assert_eq!(run.out.lines().count(), 4, "{run:?}");
    run.reports(&["--before", "存档校验码"]);
}

#[test]
fn command_of_many_codes_is_cut_for_people_and_whole_for_programs() {
    let office = Office::new();
    let rows: String = (1..=30).map(|at| format!("居民{at},蟠虬社区,想要第{at}件东西,是\n")).collect();
    office.write("w.csv", format!("许愿人,社区,微心愿内容,同意公开\n{rows}"));
    office.ok("collect wishes w.csv");
    let codes: Vec<String> = (1..=30).map(|at| format!("JH-W{at:06}")).collect();
    office.ok(&format!("verify {} --pass", codes.join(" ")));
    let table = office.ok("log --limit 1").out;
    assert!(table.contains("JH-W000008 … 等 30 个") && !table.contains("JH-W000009"), "{table}");
    assert!(office.ok("log --limit 1 --lang en").out.contains("JH-W000008 … 30 in all"));
    let shown = office.ok("show JH-W000030").out;
    assert!(shown.contains("等 30 个") && !shown.contains("JH-W000029"), "{shown}");
    for format in ["json", "csv"] {
        assert!(office.ok(&format!("log --limit 1 --format {format}")).out.contains(&codes.join(" ")));
    }
}

#[test]
fn who_joins_a_claim_leaves_it_and_takes_it_over_is_of_its_history() {
    let office = Office::published();
    office.ok("claim take 4号 --by JH-M000005 --on 2021-05-01");
    office.ok("claim join 4号 --by O1,JH-M000004");
    office.ok("claim release 4号 --by JH-M000005 --lead JH-M000004 --reason 忙 --on 2021-05-03");
    office.ok("claim pass 4号 --by JH-M000004 --to JH-M000006 --reason 换人 --on 2021-05-04");
    let join = office.entries() - 2;
    let commands = |of: &str| -> Vec<String> {
        let log = office.json(&format!("log --of {of}"));
        let entries = log["entries"].as_array().unwrap().iter();
        let of_claims = entries.map(|one| one["command"].as_str().unwrap().to_owned());
        of_claims.filter(|command| command.starts_with("claim")).map(|one| one[..11].trim().to_owned()).collect()
    };
    let all = ["claim pass", "claim relea", "claim join", "claim take"];
    assert_eq!(commands("4号"), all);
    assert_eq!(commands("JH-C000001"), all);
    assert_eq!(commands("JH-M000005"), ["claim relea", "claim take"]);
    assert_eq!(commands("JH-M000004"), ["claim pass", "claim relea", "claim join"]);
    assert_eq!(commands("JH-M000006"), ["claim pass"]);
    assert_eq!(commands("O1"), ["claim join"]);
    assert!(commands("JH-M000003").is_empty());
    let changes = |of: &str| -> Vec<String> {
        let shown = office.json(&format!("show {of}"));
        let history = shown["history"].as_array().unwrap().iter();
        let changes = history.map(|one| one["change"].as_str().unwrap().to_owned());
        changes.filter(|change| change.starts_with("JH-C000001")).collect()
    };
    let expected = [
        ": active",
        ": O1 joined",
        ": JH-M000004 joined",
        ": JH-M000005 left",
        ": JH-M000004 leads",
        ": JH-M000004 left",
        ": JH-M000006 joined",
    ];
    assert_eq!(changes("4号"), expected.map(|change| format!("JH-C000001{change}")));
    assert_eq!(changes("JH-M000004"), [": joined", ": leads", ": left"].map(|change| format!("JH-C000001{change}")));
    office.ok("show 4号").answers(&["何静 退出认领", "陈刚 改为牵头", "周明 加入认领"]);
    office.ok(&format!("log {join}")).answers(&["JH-C000001", "陈刚（共同）", "区税务局（共同）"]);
    office.ok(&format!("log {}", join + 1)).answers(&["何静（牵头）", "陈刚（共同）  陈刚（牵头）"]);
}

#[test]
fn period_that_is_upside_down_or_still_to_come_is_not_silent() {
    let office = Office::published();
    for line in ["log --since 2021-06-01 --until 2021-05-01", "report activity --from 2021-06-01 --until 2021-05-01"] {
        office.refuses(line, 2).reports(&["起止日期颠倒", "2021-06-01", "2021-05-01"]);
    }
    office.ok("log --since 2021-06-01 --until 2021-06-01");
    for line in ["report activity --until 2022-03-01", "report participation --until 2022-03-01"] {
        office.ok(line).reports(&["2022-03-01 还没到", "2021-12-31"]);
    }
    assert!(!office.ok("report activity --until 2021-12-31").err.contains("还没到"));
}

#[test]
fn parties_of_claims_are_called_by_name_in_the_log() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅");
    office.ok("claim join 1号 --by 陈刚");
    let joined = office.entries();
    office.ok("claim release 1号 --by 李梅 --reason 忙");
    let released = office.entries();
    let shown = [joined, released].map(|entry| office.ok(&format!("log {entry}")).out);
    assert!(shown[0].contains("JH-C000001  认领人        陈刚（共同）"), "{}", shown[0]);
    for words in ["原认领人 JH-C000001 李梅", "共同", "牵头"] {
        assert!(shown[1].contains(words), "{}", shown[1]);
    }
    let undo = office.refuses(&format!("undo {joined}"), 3).err;
    for text in shown.iter().chain([&undo]) {
        for raw in ["party", "registration", "joint", "lead ", "former"] {
            assert!(!text.contains(raw), "{text}");
        }
    }
    let plan = office.ok("undo --dry-run");
    assert!(plan.out.contains("原认领人") && !plan.err.contains("party"), "{plan:#?}");
}
