//! `undo` reverts a whole command exactly, unless later entries depend on it or it has left the office.

use crate::office::{self, Office};

/// Runs a command, undoes it, and finds every record as before; undoing the undo does it again.
#[track_caller]
/// Every record but publications, which stay: what has left cannot be called back.
fn records(office: &Office) -> Vec<String> {
    let mut records = office.records();
    records.retain(|record| !record.starts_with("publication "));
    records
}

fn there_and_back(office: &Office, line: &str) {
    let before = records(office);
    let entries = office.entries();
    let run = office.run(line);
    assert!(run.code <= 1, "{run:#?}");
    let after = records(office);
    assert!(before != after, "{line} changed nothing");
    let entry = office.entries();
    assert_eq!(entry, entries + 1, "{line}");
    let dry = office.json("undo --dry-run");
    assert_eq!((&dry["undone"], &dry["entry"]), (&entry.into(), &serde_json::Value::Null));
    assert!(records(office) == after, "a dry run changed something: {line}");
    office.ok("undo").reports(&[&format!("已撤销操作 {entry}")]);
    assert!(records(office) == before, "{line}");
    office.ok(&format!("undo {}", entry + 1));
    assert!(records(office) == after, "{line}, undone and done again");
    office.ok(&format!("undo {entry}"));
    assert!(records(office) == before, "{line}");
    office.ok("check");
}

#[test]
fn undo_reverts_every_command_exactly() {
    let office = Office::published();
    office.write("more.csv", "姓名,社区,微心愿内容,所属品牌,血型\n甲一,新社区,一盏灯,圆梦光塔,A\n");
    office.write("again.csv", office::WISHES.replace("儿子在外地", "女儿在外地"));
    office.write("m.csv", "姓名,手机号,党员类型,所在党组织,社区\n戊五,19900007001,在职,区税务局,蟠虬社区\n");
    office.write("p.csv", "区,街道,社区\n荔湾区,昌华街道,昌华社区\n");
    office.write("o.csv", "党组织全称,上级党组织,报到镇街\n区档案馆党支部,区税务局党委,金花街道\n");
    office.write("c.csv", "心愿编号,认领人,所在单位,认领时间\nJH-W000003,李梅,区税务局,2021-05-01\n");
    for line in [
        "collect wishes more.csv",
        "collect wishes again.csv",
        "collect members m.csv",
        "collect orgs o.csv --under 荔湾区",
        "collect places p.csv",
        "claim import c.csv",
        "claim take 1号 --by 李梅,陈刚 --on 2021-05-01",
        "claim take 2号 --outsider 街坊老王",
        "withdraw 3号 --reason 搬家",
        "close 5号 --reason 已自行解决",
        "verify 4号 --duplicate-of 7号",
        "publish --take-down 6号 --reason 错",
        "campaign add 2022 --from 2022-01-01 --until 2022-12-31",
        "quota set --for members --at-least 2",
        "alias add 税务局 区税务局",
    ] {
        there_and_back(&office, line);
    }
    office.ok("collect wishes more.csv");
    let code = office.export("wishes").last().unwrap()["心愿编号"].clone();
    office.write("decisions.csv", format!("编号,结果,理由\n{code},不通过,不属实\n"));
    there_and_back(&office, "verify --decisions decisions.csv");
    there_and_back(&office, "verify --all --pass");
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    for line in ["claim start 1号 --on 2021-05-02", "claim release 1号 --reason 病", "claim confirm 1号"] {
        there_and_back(&office, line);
    }
    office.ok("alias add 税务局 区税务局");
    there_and_back(&office, "alias remove 税务局");
}

#[test]
fn undone_list_can_be_imported_again() {
    let office = Office::new();
    office.write("wishes.csv", office::WISHES);
    office.ok("collect wishes wishes.csv");
    office.ok("undo");
    assert_eq!(office.export("wishes").len(), 0);
    let again = office.json("collect wishes wishes.csv");
    assert_eq!(again["files"][0]["new"], 8);
    let codes: Vec<String> = office.export("wishes").iter().map(|row| row["心愿编号"].clone()).collect();
    assert_eq!(codes[0], "JH-W000009", "numbers are never used twice");
    office.ok("check");
}

#[test]
fn undo_of_middle_entry_succeeds_when_nothing_depends_on_it() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    let first = office.entries();
    office.ok("claim take 2号 --by 陈刚 --on 2021-05-01");
    office.ok(&format!("undo {first}"));
    assert_eq!(office.progress("1号").as_deref(), Some("open"));
    assert_eq!(office.progress("2号").as_deref(), Some("claimed"));
    // Undoing it again, or undoing the newest entry when that is an undo, changes nothing.
    for line in [format!("undo {first}"), "undo".to_owned()] {
        office.refuses(&line, 0).reports(&["此前已由操作", "没有改动"]);
    }
}

#[test]
fn undo_of_entry_with_dependents_is_refused_naming_them() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    let take = office.entries();
    office.ok("claim start 1号 --on 2021-05-02");
    office.ok("claim complete 1号 --on 2021-05-03");
    let last = office.entries();
    let run = office.refuses(&format!("undo {take}"), 3);
    run.reports(&["JH-C000001", &format!("操作 {}、{last}", take + 1), &format!("undo {last}")]);
    office.ok(&format!("undo {last}"));
    office.ok(&format!("undo {}", take + 1));
    office.ok(&format!("undo {take}"));
    // By a reference: the roster that contains a claimant.
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    let last = office.entries();
    office.refuses("undo 3", 3).reports(&["JH-C00000", &format!("、{last} "), &format!("undo {last}")]);
    // By a rule: the need was claimed by another since it was released.
    office.ok("claim release 1号 --reason 病");
    let released = office.entries();
    office.ok("claim take 1号 --by 陈刚 --on 2021-05-04");
    office.refuses(&format!("undo {released}"), 3).reports(&["JH-W000001", "认领的份数超过需要的"]);
}

#[test]
fn undo_keeps_what_has_left_the_office() {
    let office = Office::published();
    let published = office.entries();
    office.refuses("undo", 3).reports(&["公开", "--take-down"]);
    // Also the import that brought the published needs, and what came between.
    for entry in [4, published - 1] {
        office.refuses(&format!("undo {entry}"), 3).reports(&[&format!("操作 {published} 已把")]);
    }
    office.ok("publish --wording 一床棉被 7号");
    office.refuses("undo", 3).reports(&["公开"]);
    office.ok("export wishes --reveal 走访");
    office.refuses("undo", 3).reports(&["写出电话"]);
    office.refuses("undo 1", 3).reports(&["建立了工作文件"]);
    office.refuses("undo 99", 3).reports(&["没有操作 99", "log"]);
    office.refuses("undo 0", 2);
}

#[test]
fn log_shows_both_the_command_and_its_undo() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    let take = office.entries();
    office.ok("undo");
    let log = office.json("log --limit 2");
    let commands: Vec<&str> =
        log["entries"].as_array().unwrap().iter().map(|entry| entry["command"].as_str().unwrap()).collect();
    assert_eq!(commands, [format!("undo {take}").as_str(), "claim take 1号"]);
    let changes = |entry: i64| office.json(&format!("log {entry}"))["changes"].clone();
    assert_eq!((&changes(take)[0]["code"], &changes(take)[0]["what"]), (&"JH-C000001".into(), &"new".into()));
    let undone = changes(take + 1);
    let claim = undone.as_array().unwrap().iter().find(|one| one["kind"] == "claim").unwrap();
    assert_eq!((&claim["code"], &claim["what"]), (&"JH-C000001".into(), &"removed".into()));
}

#[test]
fn way_out_of_undo_is_the_entry_that_is_still_in_effect() {
    let office = Office::published();
    let edit = |word: &str| {
        office.ok(&format!("edit O1 --set 备注={word}"));
        office.entries()
    };
    let [first, second, third] = ["甲", "乙", "丙"].map(edit);
    office.ok(&format!("undo {third}"));
    let named =
        |entry: i64| office.refuses(&format!("undo {first}"), 3).reports(&[&format!("undo {entry}")]).err.clone();
    let message = named(second);
    assert!(!message.contains(&third.to_string()), "{message}");
    // Taken back, and that taken back: the third is in effect again.
    office.ok(&format!("undo {}", office.entries()));
    named(third);
    office.ok(&format!("undo {third}"));
    office.ok(&format!("undo {second}"));
    office.ok(&format!("undo {first}"));
    office.ok("check");
}

#[test]
fn undo_that_cannot_be_names_the_entry_before_it() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅");
    let claimed = office.entries();
    for line in ["export wishes --reveal 入户 --output a.csv", "claim letter 1号 --reveal 签字 --output a.html"] {
        office.ok(line);
        office.refuses("undo", 3).reports(&["不能收回", &format!("undo {claimed}")]);
    }
    office.ok("erase JH-W000002 --reason 本人要求");
    office.refuses("undo", 3).reports(&["取不回", &format!("undo {claimed}")]);
    office.ok(&format!("undo {claimed}"));
    // What is taken back already is not offered again.
    let other = office.refuses(&format!("undo {}", claimed + 1), 3).err;
    assert!(!other.contains(&format!("undo {claimed}")), "{other}");
}
