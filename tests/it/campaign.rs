//! The whole campaign on the lists that offices really send, end to end; the counts are those of `expected.json`.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::office::{self, Office};

const STEPS: [(&str, &str, &str); 5] = [
    ("orgs.csv", "collect orgs orgs.csv --under 荔湾区", "2021-04-08"),
    ("members-roster.csv", "collect members members-roster.csv --under 荔湾区", "2021-04-08"),
    ("wishes-jinhua-gbk.csv", "collect wishes wishes-jinhua-gbk.csv --under 荔湾区/金花街道", "2021-04-08"),
    ("projects.csv", "collect projects projects.csv --under 荔湾区", "2021-04-08"),
    ("claims-jinhua.csv", "claim import claims-jinhua.csv", "2021-12-31"),
];

fn expected() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists/expected.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// The campaign, run once: the office at its end, and the answer to each list's import.
fn campaign() -> &'static (Office, Vec<(&'static str, Value)>) {
    static CAMPAIGN: OnceLock<(Office, Vec<(&'static str, Value)>)> = OnceLock::new();
    CAMPAIGN.get_or_init(|| {
        let office = Office::new();
        let expected = expected();
        let mut answers = Vec::new();
        for (list, line, day) in STEPS {
            if list.starts_with("claims") {
                office.ok("verify --all --pass --today 2021-04-10");
                office.ok("publish --consent 登记表已征询本人 --today 2021-04-15");
            }
            office.take_list(list);
            let code = i32::from(expected[list]["rejected"] != 0 || expected[list]["unread"] != json!([]));
            answers.push((list, office.json_of(&format!("{line} --today {day}"), code)));
        }
        (office, answers)
    })
}

#[test]
fn every_list_imports_the_expected_counts() {
    let expected = expected();
    for (list, answer) in &campaign().1 {
        let (file, expected) = (&answer["files"][0], &expected[*list]);
        for key in ["new", "duplicates", "rejected", "encoding", "header_row"] {
            assert_eq!(file[key], expected[key], "{list} {key}");
        }
        for (key, wanted) in [("faults", "faults"), ("unread_cells", "unread")] {
            let faults: Vec<Value> =
                file[key].as_array().unwrap().iter().map(|fault| json!([fault["row"], fault["field"]])).collect();
            assert_eq!(json!(faults), expected[wanted], "{list} {key}");
        }
        let count = |key: &str| file[key].as_i64().unwrap();
        let sum = ["new", "updated", "unchanged", "duplicates", "rejected"].map(count).iter().sum::<i64>();
        assert_eq!(count("rows"), sum, "{list}");
    }
}

#[test]
fn json_keys_are_those_of_the_design() {
    let (office, answers) = campaign();
    for (list, answer) in answers {
        let file = answer["files"][0].as_object().unwrap();
        let keys = [
            "file",
            "sheet",
            "encoding",
            "header_row",
            "rows",
            "new",
            "updated",
            "unchanged",
            "duplicates",
            "skipped",
            "rejected",
            "faults",
            "rejects_file",
            "by_words",
            "unused",
            "unread",
            "unread_cells",
        ];
        assert_eq!(file.keys().collect::<Vec<_>>(), keys, "{list}");
        assert_eq!(answer["entry"].as_object().unwrap().keys().collect::<Vec<_>>(), ["id", "hash"]);
        for fault in file["faults"].as_array().unwrap() {
            let keys = ["row", "column", "field", "code", "message"];
            assert_eq!(fault.as_object().unwrap().keys().collect::<Vec<_>>(), keys, "{list}");
        }
    }
    let quota = office.json("report quota");
    assert_eq!(
        quota.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["as_of", "campaign", "quotas", "head", "footer", "sealed"]
    );
    for quota in quota["quotas"].as_array().unwrap() {
        for key in ["for", "need_kind", "counting", "joint", "groups", "total", "volunteers", "unregistered"] {
            assert!(quota.get(key).is_some(), "{key}");
        }
        for key in ["place", "required", "met", "unmet", "rate", "claims"] {
            assert!(quota["groups"][0].get(key).is_some(), "{key}");
        }
    }
    let show = office.json("show 1号");
    for key in ["code", "kind", "state", "progress", "claims", "history"] {
        assert!(show.get(key).is_some(), "{key}");
    }
    for key in ["entry", "at", "operator", "command", "change"] {
        assert!(show["history"][0].get(key).is_some(), "{key}");
    }
}

#[test]
fn members_quota_has_the_expected_counts() {
    let quota = campaign().0.json("report quota --for members");
    assert_eq!(quota["total"]["required"], expected()["members-roster.csv"]["in_service"]);
    assert_eq!(quota["total"]["met"], expected()["claims-jinhua.csv"]["members_with_a_claim"]);
    assert_eq!(quota["as_of"], "2021-12-31");
    assert_eq!(quota["head"]["hash"].as_str().unwrap().len(), 64);
}

#[test]
fn import_every_list_again_changes_nothing() {
    let (office, answers) = campaign();
    for ((list, line, day), (_, first)) in STEPS.into_iter().zip(answers) {
        let before = office.file();
        let code = i32::from(first["files"][0]["rejected"] != 0 || first["files"][0]["unread"] != 0);
        let again = office.json_of(&format!("{line} --today {day}"), code);
        assert_eq!(again["entry"], Value::Null, "{list}");
        let (file, first) = (&again["files"][0], &first["files"][0]);
        assert_eq!((&file["new"], &file["updated"]), (&json!(0), &json!(0)), "{list}");
        assert_eq!(file["unchanged"], first["new"], "{list}");
        assert_eq!(file["faults"], first["faults"], "{list}");
        assert!(office.file() == before, "{list}");
    }
}

#[test]
fn pack_contains_nothing_private_of_the_lists() {
    let office = Office::new();
    office.take_list("wishes-jinhua-gbk.csv");
    office.ends("collect wishes wishes-jinhua-gbk.csv", 1);
    office.ok("verify --all --pass");
    let run = office.ok("publish --consent 登记表已征询本人");
    let pack = [office.read("publish/list.csv"), office.read("publish/wechat.txt")];
    let bytes = fs::read(office.path("wishes-jinhua-gbk.csv")).unwrap();
    let list = encoding_rs::GB18030.decode(&bytes).0.into_owned();
    let mut checked = 0;
    for row in office::cells(&list).iter().skip(3).filter(|row| row.len() == 12) {
        for private in [&row[1].replace([' ', '\u{3000}'], ""), &row[3], &row[11]] {
            if private.chars().count() < 2 || row[0].parse::<u32>().is_err() {
                continue;
            }
            checked += 1;
            for text in pack.iter().chain([&run.out, &run.err]) {
                assert!(!text.contains(private.as_str()), "{private} is printed: {text}");
            }
        }
    }
    assert!(checked > 100, "{checked}");
}

#[test]
fn warnings_of_one_kind_print_one_line_with_their_rows() {
    let office = Office::new();
    for (list, line, _) in STEPS {
        office.take_list(list);
        if list.starts_with("claims") {
            office.ok("verify --all --pass --on 2021-04-15");
            office.ok("publish --consent 已征询 --today 2021-04-15");
        }
        let run = office.run(line);
        if list.starts_with("claims") {
            let early: Vec<&str> = run.err.lines().filter(|line| line.contains("早于发布日期")).collect();
            assert_eq!(early.len(), 1, "{run:#?}");
            assert!(early[0].contains("H3、H4、H5") && early[0].contains("15"), "{early:?}");
        }
    }
}
