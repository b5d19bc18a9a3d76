//! `verify --rules`, `rules test`, `rules fields`: the first matching rule decides, and a rule sees nothing but its need.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::office::Office;

const LIST: &str = "\
姓名,社区,联系电话,微心愿内容,预计金额,征集时间,户号,同意公开
伍艳,蟠虬社区,19900001001,想要一辆轮椅,500,2021-04-09,,是
伍艳,蟠虬社区,19900001001,希望有一辆轮椅，谢谢,600,2021-04-10,,是
李伟,蟠虬社区,,希望有一台微波炉,3000,2021-04-10,7,是
王刚,蟠虬社区,19900001003,希望有一台电风扇，电话19900001003,300,2021-02-10,,是
陈一,西来社区,19900001004,希望有一台微波炉,300,2021-05-10,,否
李静,蟠虬社区,19900001005,需要一张书桌,200,2021-05-11,7,是
";

fn collected() -> Office {
    let office = Office::new();
    office.write("wishes.csv", LIST);
    office.ok("collect wishes wishes.csv");
    office
}

/// A file of one rule that holds what it matches; the rest passes.
fn rule(office: &Office, when: &str) {
    office.write(
        "r.toml",
        format!("default = \"pass\"\n\n[[rule]]\nname = \"甲\"\nwhen = '''{when}'''\nthen = \"hold\"\n"),
    );
}

/// The needs, by their last digit, that a predicate matches.
fn fitting(office: &Office, when: &str) -> String {
    rule(office, when);
    let answer = office.json("verify --rules r.toml --dry-run");
    let decisions = answer["decisions"].as_array().unwrap().iter();
    let held = decisions.filter(|one| one["outcome"] == "hold");
    held.map(|one| one["code"].as_str().unwrap().chars().next_back().unwrap()).collect()
}

#[test]
fn first_matching_rule_decides_and_its_reason_names_fields() {
    let office = collected();
    office.write(
        "r.toml",
        "default = \"pass\"\n[[rule]]\nname = \"缺电话\"\nwhen = \"missing('phone')\"\nthen = \"needs_info\"\n\
         reason = \"请补充{wisher}的电话（{phone}）\"\n[[rule]]\nname = \"重复\"\nwhen = \"near_duplicate\"\n\
         then = \"reject\"\nreason = \"与 {near_duplicate_of} 相近，{budget} 元，{phone}\"\n\
         [[rule]]\nname = \"隐私\"\nwhen = \"has_private_data\"\nthen = \"hold\"\n",
    );
    let dry = office.json("verify --rules r.toml --dry-run");
    assert_eq!(dry["entry"], Value::Null);
    let answer = office.json("verify --rules r.toml --how 夜间");
    for key in ["checked", "verified", "rejected", "needs_info", "held", "decisions"] {
        assert_eq!(answer[key], dry[key], "{key}: a dry run reports what will happen");
    }
    let counts = ["checked", "verified", "rejected", "needs_info", "held"].map(|key| answer[key].as_i64().unwrap());
    assert_eq!(counts, [6, 3, 1, 1, 1], "{answer}");
    let reason = |at: usize| answer["decisions"][at]["reason"].as_str().unwrap().to_owned();
    assert_eq!(reason(1), "与 JH-W000001 相近，600.00 元，199****1001", "private fields are masked");
    assert_eq!(reason(2), "请补充李伟的电话（—）");
    let shown = office.json("show JH-W000002");
    assert_eq!((&shown["state"], &shown["reason_out"]), (&json!("rejected"), &json!(reason(1))));
    assert_eq!(shown["verified_how"], "夜间");
    assert_eq!(office.state("JH-W000004"), "collected");
    // Held needs keep waiting, and no other is decided again.
    let again = office.json("verify --rules r.toml");
    assert_eq!((&again["checked"], &again["held"], &again["entry"]), (&json!(1), &json!(1), &Value::Null));
    office.ok("undo");
    assert_eq!(office.state("JH-W000002"), "collected");
    office.ok("check");
}

#[test]
fn predicate_functions_see_neighbours_and_the_campaign() {
    let office = collected();
    for (when, expected) in [
        ("near_duplicate", "2"),
        ("same_wisher", "2"),
        ("repeat_wisher", "2"),
        ("missing('phone')", "3"),
        ("missing(budget)", ""),
        ("has_private_data", "4"),
        ("outside_campaign", "4"),
        ("over_household_cap(1)", "26"),
        ("over_household_cap(2)", ""),
        ("household_others = 1", "1236"),
        ("wisher_others", "12"),
        ("community = '西来社区' AND consent = 0", "5"),
        ("district = '荔湾区' AND street = '金花街道' AND budget >= 500", "123"),
        ("age_days > 300", "4"),
        ("place LIKE '%蟠虬%' AND kind = 'wish' AND NOT near_duplicate", "1346"),
        ("campaign = '2021' AND today = '2021-12-31'", "123456"),
        ("content GLOB '*微波炉' OR length(content) = 6", "1356"),
    ] {
        assert_eq!(fitting(&office, when), expected, "{when}");
    }
}

#[test]
fn predicate_beyond_its_need_is_refused_with_a_caret() {
    let office = collected();
    let before = office.file();
    for (when, caret, words) in [
        ("fone IS NULL", 0, "fone"),
        ("missing('fone')", 8, "phone"),
        ("1); drop table need", 1, "括号"),
        ("1; drop table need", 1, "分号"),
        ("budget>3) OR (1", 8, "括号"),
        ("length(randomblob(1e9)) > 1", 7, "randomblob"),
        ("length(zeroblob(1e9)) > 1", 7, "zeroblob"),
        ("load_extension('x')", 0, "load_extension"),
        ("(WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM x) SELECT count(*) FROM x)", 1, "WITH"),
        ("wisher IN (SELECT name FROM member)", 11, "SELECT"),
        ("wisher IN member", 10, "member"),
        ("phone IN json_each('[1]')", 9, "json_each"),
        ("budget AND need_fact(1, 'x')", 11, "need_fact"),
        ("count(*) > 1", 0, "count"),
        ("budget > > 3", 9, "读不懂"),
        ("budget >", 8, "没有写完"),
        ("length(1, 2) > 1", 0, "length"),
        ("content = 'open", 10, "引号"),
        ("budget > ?1", 9, "参数"),
        ("1, 2", 0, "row value"),
        ("rowid > 3", 0, "rowid"),
        ("content = \"轮椅\"", 10, "轮椅"),
        ("random() > 0", 0, "random"),
        ("date('now') > today", 0, "date"),
    ] {
        rule(&office, when);
        let run = office.refuses("verify --rules r.toml", 3);
        run.reports(&["r.toml 第5行", "规则“甲”", words]);
        let lines: Vec<&str> = run.err.lines().collect();
        let at = lines.iter().position(|line| line.trim() == when).unwrap_or_else(|| panic!("{when}: {}", run.err));
        let expected = unicode_width::UnicodeWidthStr::width(&when[..caret]) + 2;
        assert_eq!(lines[at + 1].find('^'), Some(expected), "{when}\n{}", run.err);
        office.refuses("rules test r.toml", 3);
    }
    assert!(office.file() == before);
}

#[test]
fn faulty_rules_file_is_reported_with_its_line() {
    let office = collected();
    let one = "[[rule]]\nname = \"甲\"\nwhen = \"1\"\nthen = \"hold\"\n";
    for (written, words) in [
        (format!("{one}\n{one}"), "第6行"),
        ("name = ".to_owned(), "第1行"),
        (one.replace("hold", "perhaps"), "needs_info"),
        (one.replace("hold", "reject"), "reason"),
        (format!("{one}reason = \"{{fone}}\"\n"), "phone"),
        (format!("{one}colour = 3\n"), "colour"),
        (String::new(), "没有规则"),
        (one.replace("\"1\"", "\" \""), "空"),
    ] {
        office.write("r.toml", &written);
        office.refuses("verify --rules r.toml", 3).reports(&["r.toml", words]);
    }
    office.write("r.toml", b"name = \"\xc2\xbd\xd0\xd4\xff\"".as_slice());
    office.refuses("verify --rules r.toml", 3).reports(&["UTF-8"]);
    office.refuses("verify --rules nowhere.toml", 3).reports(&["nowhere.toml"]);
}

#[test]
fn predicate_failing_on_one_need_stops_all_and_is_named() {
    let office = collected();
    let before = office.file();
    let grown = "length(replace(replace(replace(replace(content, '一', ''), '轮', ''), '椅', ''), '', ''))";
    let doubled = (0..20).fold("(content || content)".to_owned(), |text, _| format!("replace({text}, '一', {LONG})"));
    rule(&office, &format!("{grown} > 0 AND length({doubled}) > 0"));
    let run = office.run("verify --rules r.toml");
    assert_eq!(run.code, 3, "{}", run.err);
    run.reports(&["规则“甲”", "没有改动"]);
    rule(&office, "abs(-9223372036854775807 - quantity) > 0");
    office.refuses("verify --rules r.toml", 3).reports(&["规则“甲”", "overflow"]);
    assert!(office.file() == before);
}

#[test]
fn endless_and_memory_hungry_predicates_are_stopped() {
    let office = collected();
    // Looking for a text of four thousand letters in one of sixty thousand, again and again: for minutes.
    let (some, few) = ("a".repeat(64), "a".repeat(16));
    let block = format!("replace('{some}', 'a', '{some}')");
    let large = format!("replace(content || {block}, 'a', '{few}')");
    let many = |predicate: &dyn Fn(usize) -> String, rules: usize| {
        let rules =
            (0..rules).map(|at| format!("[[rule]]\nname = \"{at}\"\nwhen = \"{}\"\nthen = \"hold\"\n", predicate(at)));
        office.write("r.toml", rules.collect::<String>());
    };
    let looks = |at: usize| {
        (0..20).map(|turn| format!("instr({large}, {block} || 'x{at}x{turn}') > 0")).collect::<Vec<_>>().join(" OR ")
    };
    many(&looks, 120);
    office.refuses("verify --rules r.toml --time-limit 1", 3).reports(&["r.toml", "1 秒", "没有改动", "--time-limit"]);
    office.refuses("rules test r.toml --time-limit 1", 3).reports(&["1 秒"]);
    office.refuses("verify --rules r.toml --time-limit 0", 2);
    // A text of a hundred thousand letters is made, one of two hundred thousand is not, nor a predicate that makes many.
    let long = "长".repeat(32_000);
    office.write("long.csv", format!("姓名,社区,联系电话,微心愿内容\n长一,蟠虬社区,19900001009,{long}\n"));
    office.ok("collect wishes long.csv");
    let before = office.file();
    many(&|_| "length(content || 1) > 9".to_owned(), 1);
    office.ok("verify --rules r.toml --dry-run");
    many(&|at| format!("{at} AND length(content || content) > 9"), 2);
    office.refuses("verify --rules r.toml", 3).reports(&["规则“1”", "过大", "没有改动"]);
    many(&|_| "1 OR ".repeat(2000) + "1", 1);
    office.refuses("verify --rules r.toml", 3).reports(&["第3行", "8000"]);
    assert!(office.file() == before);
}

/// A text that contains many times what it replaces.
const LONG: &str = "'一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一'";

#[test]
fn rules_run_is_repeatable_and_limited_by_count_place_and_code() {
    let office = collected();
    rule(&office, "near_duplicate");
    let first = office.run("verify --rules r.toml --dry-run --format jsonl");
    let second = office.run("verify --rules r.toml --dry-run --format jsonl");
    assert!(first.out == second.out && first.out.lines().count() == 7, "{}", first.out);
    let lines: Vec<Value> = first.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[1], json!({"code": "JH-W000002", "outcome": "hold", "rule": "甲", "reason": null}));
    assert_eq!((&lines[6]["checked"], &lines[6]["held"]), (&json!(6), &json!(1)));
    // A rejection by rule exits with 0; `--fail-on` asks for another exit code.
    assert_eq!(office.run("verify --rules r.toml --dry-run --fail-on hold").code, 1);
    assert_eq!(office.run("verify --rules r.toml --dry-run --fail-on reject").code, 0);
    assert_eq!(office.run("verify --rules r.toml --dry-run --fail-on reject,hold").code, 1);
    let some = office.json("verify --rules r.toml --limit 2");
    assert_eq!((&some["verified"], &some["held"]), (&json!(2), &json!(1)), "what is held does not use up the limit");
    let place = office.json("verify --rules r.toml --place 西来社区");
    assert_eq!((&place["checked"], &place["decisions"][0]["code"]), (&json!(1), &json!("JH-W000005")));
    let only = office.json("verify --rules r.toml --only JH-W000006 JH-W000005");
    assert_eq!((&only["checked"], &only["notes"][0]["code"]), (&json!(1), &json!("JH-W000005")));
    office.refuses("verify --rules r.toml --only JH-W000099", 3).reports(&["JH-W000099"]);
    office.refuses("verify --rules r.toml --place 火星", 3).reports(&["火星"]);
    office.refuses("verify --rules r.toml --pass", 2);
    office.refuses("verify --rules r.toml --all", 2);
}

#[test]
fn rules_test_prints_decisions_and_matches_with_five_examples() {
    let office = collected();
    office.write(
        "r.toml",
        "default = \"hold\"\n[[rule]]\nname = \"甲\"\nwhen = \"budget >= 500\"\nthen = \"hold\"\n\
         [[rule]]\nname = \"乙\"\nwhen = \"budget > 0\"\nthen = \"pass\"\n",
    );
    let before = office.file();
    let answer = office.json("rules test r.toml");
    let reported = |at: usize| (answer["rules"][at]["decides"].as_i64(), answer["rules"][at]["fits"].as_i64());
    assert_eq!(
        (reported(0), reported(1), reported(2)),
        ((Some(3), Some(3)), (Some(3), Some(6)), (Some(0), None)),
        "{answer}"
    );
    assert_eq!(answer["rules"][0]["examples"][0]["code"], "JH-W000001");
    rule(&office, "1");
    assert_eq!(office.json("rules test r.toml")["rules"][0]["examples"].as_array().unwrap().len(), 5);
    let table = office.run("rules test r.toml").out;
    assert!(table.contains("199****1003") && !table.contains("19900001003"), "{table}");
    assert!(office.file() == before);
    let fields = office.json("rules fields");
    assert!(fields["fields"].as_array().unwrap().iter().any(|field| field["field"] == "household_others"));
    assert!(fields["functions"].as_array().unwrap().contains(&json!("like")));
}

#[test]
fn example_rules_are_valid() {
    let office = collected();
    for (name, expected) in [("rules-nightly.toml", [6, 3, 0, 1, 2]), ("rules-strict.toml", [6, 3, 1, 1, 1])] {
        office.write(name, fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)).unwrap());
        office.ok(&format!("rules test {name}"));
        let answer = office.json(&format!("verify --rules {name} --dry-run"));
        let counts = ["checked", "verified", "rejected", "needs_info", "held"].map(|key| answer[key].as_i64().unwrap());
        assert_eq!(counts, expected, "{name} {answer}");
    }
}

#[test]
fn need_sent_back_is_decided_again_once_its_list_is_completed() {
    let office = collected();
    office.write(
        "r.toml",
        "default = \"pass\"\n[[rule]]\nname = \"缺电话\"\nwhen = \"missing('phone')\"\nthen = \"needs_info\"\nreason = \"缺电话\"\n",
    );
    office.ok("verify --rules r.toml");
    assert_eq!(office.state("JH-W000003"), "needs_info");
    office.write(
        "more.csv",
        "编号,姓名,社区,联系电话,微心愿内容\nJH-W000003,李伟,蟠虬社区,19900001007,希望有一台微波炉\n",
    );
    office.ok("collect wishes more.csv");
    assert_eq!(office.state("JH-W000003"), "collected");
    assert_eq!(office.json("verify --rules r.toml")["verified"], 1);
    // The list again, and nothing is reverted.
    office.ok("collect wishes more.csv");
    assert_eq!(office.state("JH-W000003"), "verified");
}

#[test]
fn near_duplicates_are_printed_side_by_side_with_differences() {
    let office = collected();
    let answer = office.json("verify --near-duplicates");
    let pairs = answer["pairs"].as_array().unwrap();
    assert_eq!(pairs.len(), 1, "{answer}");
    assert_eq!((&pairs[0]["code"], &pairs[0]["earlier"]), (&json!("JH-W000002"), &json!("JH-W000001")));
    assert_eq!((&pairs[0]["share"], &pairs[0]["same_wisher"]), (&json!(1.0), &json!(true)));
    assert_eq!(pairs[0]["differs"], json!([{"field": "budget", "values": ["600.00", "500.00"]}]));
    let everywhere = office.json("verify --near-duplicates --everywhere");
    assert_eq!(everywhere["pairs"][1]["earlier"], "JH-W000003", "{everywhere}");
    assert_eq!(office.json("verify --near-duplicates --place 西来社区")["pairs"], json!([]));
    assert!(office.json("verify --near-duplicates --at-least 5%")["pairs"].as_array().unwrap().len() > 1);
    office.refuses("verify --near-duplicates --at-least 7", 2);
    // Linked, it no longer is a neighbour.
    office.ok("verify JH-W000002 --duplicate-of JH-W000001");
    assert_eq!(office.json("verify --near-duplicates")["pairs"], json!([]));
}

#[cfg(unix)]
#[test]
fn nightly_script_imports_decides_and_runs_one_batch_at_a_time() {
    let office = Office::new();
    let example = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    fs::create_dir(office.path("inbox")).unwrap();
    office.write("inbox/wishes.csv", LIST);
    let night = || {
        let done = std::process::Command::new("sh")
            .arg(example("nightly.sh"))
            .arg(office.path("shuangwei.db"))
            .arg(example("rules-nightly.toml"))
            .arg(office.path("inbox"))
            .env("SHUANGWEI", env!("CARGO_BIN_EXE_shuangwei"))
            .env("SHUANGWEI_LANG", "zh")
            .output()
            .unwrap();
        (done.status.code().unwrap(), String::from_utf8_lossy(&done.stderr).into_owned())
    };
    let (code, answer) = night();
    assert_eq!(code, 1, "some are held: {answer}");
    assert!(office.has("inbox/done/wishes.csv") && !office.has("inbox/wishes.csv"));
    let reported = fs::read_dir(office.path("inbox")).unwrap().map(|entry| entry.unwrap().path());
    let reported: Vec<_> = reported.filter(|path| path.extension().is_some_and(|ending| ending == "jsonl")).collect();
    let lines = fs::read_to_string(&reported[0]).unwrap();
    assert_eq!(lines.lines().count(), 7, "{lines}");
    assert_eq!((office.state("JH-W000003"), office.state("JH-W000006")), ("needs_info".into(), "verified".into()));
    assert!(!office.has("shuangwei.db.nightly"), "the lock is gone");
    // Another batch is running.
    fs::create_dir(office.path("shuangwei.db.nightly")).unwrap();
    office.write("shuangwei.db.nightly/pid", std::process::id().to_string());
    assert_eq!(night().0, 5);
    assert!(office.has("shuangwei.db.nightly/pid"));
    // A lock of a dead process does not block.
    office.write("shuangwei.db.nightly/pid", "999999999");
    assert_eq!(night().0, 1);
    // An unreadable list is put aside, and the batch goes on.
    office.write("inbox/wrong.csv", "a,b\n1,2\n");
    assert_eq!(night().0, 1);
    assert!(office.has("inbox/failed/wrong.csv") && !office.has("shuangwei.db.nightly"));
}
