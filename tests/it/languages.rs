//! The same campaign in both languages: what programs read is the same, but for the texts that are there for people.

use serde_json::{Value, json};

use crate::manual;
use crate::office::Office;

/// The keys of texts for people, in the language of whoever runs the command, as `docs/json.md` lists them. Each has a word of
/// no language beside it, or says only what other keys say too.
const TEXTS: &[&str] = &[
    "footer", "found", "meaning", "message", "next", "problem", "problems", "reason", "text", "way_out", "what",
    "where",
];

/// What is thrown by dice, or is the digest of something that is; and the folder of the test.
const RANDOM: &[&str] = &["hash", "public_code", "fingerprint", "file", "folder", "searched[].file"];

/// Where the language of the run is itself what is printed.
const SAID: &[&str] = &["sealed.lang"];

/// The places where two documents differ, with both values.
fn differences(zh: &Value, en: &Value, place: &str, found: &mut Vec<String>) {
    match (zh, en) {
        (Value::Object(zh), Value::Object(en)) => {
            let keys: std::collections::BTreeSet<&String> = zh.keys().chain(en.keys()).collect();
            for key in keys {
                let value = |map: &serde_json::Map<String, Value>| map.get(key).cloned().unwrap_or_default();
                differences(&value(zh), &value(en), &format!("{place}.{key}"), found);
            }
        }
        (Value::Array(zh), Value::Array(en)) if zh.len() == en.len() => {
            zh.iter().zip(en).for_each(|(zh, en)| differences(zh, en, &format!("{place}[]"), found));
        }
        _ if zh == en || [TEXTS, RANDOM, SAID].iter().any(|keys| keys.iter().any(|key| is_at(place, key))) => {}
        _ => found.push(format!("{place}: {zh} / {en}")),
    }
}

/// Whether a place ends with this key.
fn is_at(place: &str, key: &str) -> bool {
    let place = place.strip_suffix("[]").unwrap_or(place);
    place.strip_suffix(key).is_some_and(|before| before.ends_with('.'))
}

/// Questions that `manual` does not ask, of an office with something of each kind.
const MORE: &[&str] = &[
    "report quota --by class",
    "report quota --by org",
    "report quota --by programme",
    "report quota --by member",
    "report quota --list met",
    "report quota --check --at-least 1 --each --by org",
    "report quota --why O1",
    "report quota --since 2021-05-02 --by org",
    "report progress --by kind",
    "report progress --by theme --since 2021-05-02",
    "report progress --by programme",
    "report participation --by programme --since 2021-05-02",
    "report ageing --by kind --since 2021-05-02",
    "report overdue --by theme --since 2021-05-02",
    "report satisfaction --by programme --since 2021-05-02",
    "report supply --since 2021-05-02",
    "report activity --from 2021-04-01 --since 2021-05-02",
    "report programme --since 2021-05-02",
    "report overview --since 2021-05-02",
    "list wishes",
    "list claims",
    "find 李梅",
    "find 书桌",
    "show 1号",
    "show 2号",
    "show 李梅",
    "show 蟠虬社区",
    "log",
    "log 4",
    "log 12",
    "undo --dry-run",
    "edit 李梅 --set 类别=离退休党员 --dry-run",
    "edit 1号 --set 备注=急 --dry-run",
    "claim take 1号 --by 何静",
    "claim take 6号 --by 何静 --on 2020-01-01",
    "claim take 6号 --by 何静 --dry-run",
    "claim milestone 1号 plan",
    "claim import c.csv --dry-run",
    "collect members m.csv --dry-run",
    "collect wishes w.csv --dry-run",
    "publish --dry-run",
    "publish --review",
    "retention --due --months 1 --today 2023-01-01",
    "erase 李梅 --reason 本人要求 --dry-run",
    "doctor",
    "status",
    "check",
];

#[test]
fn more_documents_say_the_same_to_programs_in_both_languages() {
    let office = Office::published();
    office.write("b.csv", "编号,所属品牌,完成时限\nJH-W000001,圆梦光塔,2021-06-01\n");
    office.write("c.csv", "墙号,认领人,认领时间\n6,何静,2021-05-15\n7,没有此人,2021-05-15\n8,何静,2020-01-01\n");
    office.write("m.csv", "姓名,党员类别,手机号\n钱敏,在册,19900001021\n孙丽,,1.38E+10\n,在职党员,\n");
    office.write("w.csv", "许愿人,社区,微心愿内容,数量,同意公开\n甲一,,一盏灯,两三个,否\n甲二,蟠虬社区,,1,是\n");
    office.ok("collect wishes b.csv");
    for line in [
        "claim take 1号 --by 李梅,陈刚 --on 2021-05-01",
        "claim take 2号 --outsider 周叔 --outsider-type resident --on 2021-05-02",
        "claim take 9号 --by O1,O2 --on 2021-05-03",
        "claim pass 1号 --by 陈刚 --to 周明 --reason 调离 --on 2021-05-04",
        "claim confirm 2号 --satisfaction 1 --note 太慢 --on 2021-06-01",
        "withdraw 5号 --reason 搬家 --on 2021-06-02",
        "campaign set --stale-after 14d --pool-after 30d",
    ] {
        office.ok(line);
    }
    let mut found = Vec::new();
    for line in MORE {
        let answer = |lang: &str| office.run(&format!("{line} --format json --lang {lang}")).json();
        differences(&answer("zh"), &answer("en"), line, &mut found);
    }
    assert!(found.is_empty(), "{} differ:\n{}", found.len(), found.join("\n"));
}

#[test]
fn page_about_json_lists_the_keys_of_texts() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/json.md")).unwrap();
    let line = page.split("Texts for people").nth(1).and_then(|rest| rest.split("\n- ").next()).unwrap();
    for key in TEXTS {
        assert!(line.contains(&format!("`{}`", key)), "{key} is missing");
    }
}

#[test]
fn difference_is_found_wherever_it_is() {
    let (zh, en) =
        (json!({"a": [{"reason": "甲", "b": "甲"}], "c": 1}), json!({"a": [{"reason": "x", "b": "x"}], "c": 2}));
    let mut found = Vec::new();
    differences(&zh, &en, "line", &mut found);
    assert_eq!(found, ["line.a[].b: \"甲\" / \"x\"", "line.c: 1 / 2"]);
}

#[test]
fn documents_say_the_same_to_programs_in_both_languages() {
    let (zh, en) = (manual::keys(), manual::said_in("en"));
    assert_eq!(zh.documents.len(), en.documents.len());
    let mut found = Vec::new();
    for ((line, zh), (_, en)) in zh.documents.iter().zip(&en.documents) {
        differences(zh, en, line, &mut found);
    }
    assert!(found.is_empty(), "{} differ:\n{}", found.len(), found.join("\n"));
}

/// Every value behind a key, wherever it is.
fn of_key<'d>(document: &'d Value, key: &str, found: &mut Vec<&'d Value>) {
    match document {
        Value::Object(map) => {
            for (name, value) in map {
                if name == key {
                    found.push(value);
                }
                // What counts claimants is a number of them.
                if name != "volunteers" && name != "sealed" {
                    of_key(value, key, found);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| of_key(item, key, found)),
        _ => {}
    }
}

#[test]
fn claimants_are_people_with_codes_and_kinds_are_of_one_set_of_words_in_every_document() {
    let (mut lists, mut kinds) = (0, std::collections::BTreeSet::new());
    for (line, document) in &manual::keys().documents {
        let mut found = Vec::new();
        of_key(document, "claimants", &mut found);
        for claimants in found {
            let claimants = claimants.as_array().unwrap_or_else(|| panic!("{line}: {claimants}"));
            lists += 1;
            for one in claimants {
                let keys: Vec<&String> = one.as_object().unwrap().keys().collect();
                assert_eq!(keys, ["kind", "name", "role", "code", "unnamed"], "{line}");
            }
        }
        let mut found = Vec::new();
        of_key(document, "kind", &mut found);
        kinds.extend(found.into_iter().filter_map(|kind| Some(kind.as_str()?.to_owned())));
    }
    assert!(lists > 50, "{lists}");
    for several in ["need", "wishes", "projects", "members", "orgs", "outsiders", "claims", "places"] {
        assert!(!kinds.contains(several), "{several} in {kinds:?}");
    }
    assert!(["wish", "project", "member", "org", "outsider", "claim", "place"].iter().all(|one| kinds.contains(*one)));
}
