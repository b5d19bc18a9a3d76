//! The same list again, a newer one, a complete one: what stays, what changes, what is missing, and a dry run that
//! reports it beforehand.

use serde_json::{Value, json};

use crate::office::Office;

const FIRST: &str = "心愿编号,姓名,社区,联系电话,微心愿内容,预计金额,血型\nA1,甲一,蟠虬社区,19900001001,一张书桌,300,A\nA2,乙二,蟠虬社区,19900001002,一把轮椅,500,\nA3,丙三,锦龙社区,,一副眼镜,,\nA4,丁四,锦龙社区,,一台风扇,,\n";

/// Four wishes on the wall, A1 claimed; A4 is sent back.
fn published() -> Office {
    let office = Office::new();
    office.write("a.csv", FIRST);
    office.ok("collect wishes a.csv --consent 表格已问");
    office.ok("verify A1 A2 --pass");
    office.ok("verify A4 --needs-info 缺电话");
    office.ok("publish");
    office.write("m.csv", "姓名,手机号,党员类型\n戊五,19900007001,在职\n");
    office.ok("collect members m.csv");
    office.ok("claim take A1 --by 戊五");
    office
}

fn fields(change: &Value) -> Vec<(&str, &str, &str)> {
    let word = |field: &'_ Value, key: &str| field[key].as_str().unwrap_or("").to_owned().leak() as &str;
    let all = change["fields"].as_array().unwrap().iter();
    all.map(|field| (word(field, "field"), word(field, "old"), word(field, "new"))).collect()
}

#[test]
fn import_same_list_twice_changes_nothing() {
    let office = published();
    let entries = office.entries();
    let answer = office.json("collect wishes a.csv");
    assert_eq!((&answer["files"][0]["unchanged"], &answer["entry"]), (&json!(4), &Value::Null));
    assert_eq!(office.entries(), entries);
}

#[test]
fn newer_list_updates_open_needs_and_keeps_states_claims_and_published_text() {
    let office = published();
    office.write(
        "b.csv",
        "心愿编号,姓名,社区,联系电话,微心愿内容,预计金额,血型\nA1,甲一,蟠虬社区,19900001009,两张书桌,350,B\nA3,丙三,蟠虬社区,,一副老花镜,,\nA4,丁四,锦龙社区,19900001004,一台风扇,,\nA5,己六,锦龙社区,,一盏台灯,,\n",
    );
    let answer = office.json("collect wishes b.csv --dry-run");
    assert_eq!(answer["entry"], Value::Null);
    let changes = answer["changes"].as_array().unwrap();
    let reported: Vec<(&str, &str)> =
        changes.iter().map(|one| (one["code"].as_str().unwrap(), one["what"].as_str().unwrap())).collect();
    assert_eq!(reported, [("A1", "updated"), ("A3", "updated"), ("A4", "updated"), ("A5", "new")]);
    let first = fields(&changes[0]);
    assert!(first.contains(&("budget", "300.00", "350.00")) && first.contains(&("血型", "A", "B")), "{first:?}");
    assert!(first.iter().any(|(field, old, new)| *field == "phone" && old.contains('*') && new.contains('*')));
    assert!(!first.iter().any(|(field, _, _)| *field == "content"), "what is published stays: {first:?}");
    let third = fields(&changes[1]);
    assert!(third.contains(&("place", "荔湾区/金花街道/锦龙社区", "荔湾区/金花街道/蟠虬社区")), "{third:?}");
    assert!(third.contains(&("content", "一副眼镜", "一副老花镜")), "{third:?}");
    assert_eq!(answer["warnings"][0]["code"], "conflict");

    let entries = office.entries();
    let real = office.json("collect wishes b.csv");
    assert_eq!((&real["files"][0]["new"], &real["files"][0]["updated"]), (&json!(1), &json!(3)));
    assert_eq!(office.entries(), entries + 1);
    assert_eq!((office.state("A1"), office.state("A4")), ("published".into(), "collected".into()));
    assert_eq!(office.progress("A1").as_deref(), Some("claimed"));
    let needs = office.export("wishes");
    assert_eq!(needs[0]["微心愿内容"], "一张书桌");
    assert_eq!(needs[2]["微心愿内容"], "一副老花镜");
}

#[test]
fn complete_list_reports_missing_needs_claimed_first() {
    let office = published();
    office.write("b.csv", "心愿编号,姓名,社区,微心愿内容\nA2,乙二,蟠虬社区,一把轮椅\nA9,,蟠虬社区,无名\n");
    let answer = office.json_of("collect wishes b.csv --complete", 1);
    let vanished = answer["vanished"].as_array().unwrap();
    assert_eq!(vanished[0], json!({"code": "A1", "state": "published", "claimed": true}));
    let codes: Vec<&str> = vanished.iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["A1", "A3", "A4"]);
    let run = office.ends("collect wishes b.csv --complete", 1);
    run.reports(&["清单里没有 A1，它已被认领", "清单里没有 A3", "可能在问题行里"]);
    assert_eq!(office.export("wishes").len(), 4, "nothing is deleted");
    // Complete for its place only.
    let answer = office.json_of("collect wishes b.csv --complete --under 荔湾区/金花街道/锦龙社区", 1);
    let codes: Vec<&str> =
        answer["vanished"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["A3", "A4"]);
    assert!(office.json_of("collect wishes b.csv", 1).get("vanished").is_none());
}

#[test]
fn complete_roster_reports_missing_members() {
    let office = Office::published();
    office.write("m.csv", "姓名,手机号,党员类型,社区\n新人,19900007009,在职,蟠虬社区\n");
    let answer = office.json("collect members m.csv --complete");
    let vanished = answer["vanished"].as_array().unwrap();
    assert!(vanished.len() > 1 && vanished.iter().all(|one| one["state"].is_null()), "{answer:#}");
}

#[test]
fn import_dry_run_prints_changes_and_makes_none() {
    let office = published();
    let before = office.file();
    office.write(
        "b.csv",
        "心愿编号,姓名,社区,联系电话,微心愿内容,预计金额\nA2,乙二,蟠虬社区,19900001002,一把轮椅,600\nA6,庚七,蟠虬社区,1.9E10,书,\nA7,辛八,蟠虬社区,,一盏灯,\n",
    );
    let run = office.ends("collect wishes b.csv --dry-run --complete", 1);
    run.reports(&["试运行", "新增 1 条，更新 1 条"]);
    run.reports(&["清单里没有 A1", "b.csv D3"]);
    for words in ["更新  A2", "500.00  600.00", "新增  A7"] {
        assert!(run.out.contains(words), "{words}: {}", run.out);
    }
    assert!(!run.out.contains("A1") && !run.out.contains("D3"), "reported once: {}", run.out);
    assert!(office.file() == before);
}

#[test]
fn roster_that_moves_a_member_prints_old_and_new_place() {
    let office = Office::new();
    office.write("m.csv", "姓名,手机号,党员类型,社区\n戊五,19900007001,在职,蟠虬社区\n");
    office.ok("collect members m.csv");
    office.write("n.csv", "姓名,手机号,党员类型,社区\n戊五,19900007001,离退休,锦龙社区\n");
    let answer = office.json("collect members n.csv --dry-run");
    let reported = fields(&answer["changes"][0]);
    assert!(
        reported.iter().any(|(field, old, new)| (*field, *old, *new) == ("class", "in_service", "retired")),
        "{reported:?}"
    );
    assert!(reported.iter().any(|(field, _, new)| *field == "place" && new.ends_with("锦龙社区")), "{reported:?}");
}
