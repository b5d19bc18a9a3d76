//! `init --join-key`: digests of ID numbers that several offices of one city share, or an office's own.

use std::path::Path;

use rusqlite::Connection;
use serde_json::Value;

use crate::office::Office;

const HEX: &str = "8f1d6a0c35e2b7944b0a7ce19d28f35661c40e9b72da8538fe071bc26493a5d0";
const ROSTER: &str = "姓名,身份证号,类别\n张一,449999197502177811,在职党员\n李二,44999919660309536X,在职党员\n";

/// An office of 荔湾区 with two members.
fn office(street: &str, code: &str, key: Option<&[u8]>) -> Office {
    let office = Office::bare();
    let mut line = format!("init --office 荔湾区/{street} --code {code}");
    if let Some(key) = key {
        office.write("city.key", key);
        line.push_str(" --join-key city.key");
    }
    office.ok(&line);
    office.write("members.csv", ROSTER);
    office.ok("collect members members.csv");
    office
}

fn raw() -> Vec<u8> {
    (0..HEX.len()).step_by(2).map(|at| u8::from_str_radix(&HEX[at..at + 2], 16).unwrap()).collect()
}

fn digests(office: &Office) -> Vec<(String, Vec<u8>)> {
    let conn = Connection::open(office.path("shuangwei.db")).unwrap();
    let mut statement = conn.prepare("SELECT name, id_digest FROM member ORDER BY name").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn setting(path: &Path, name: &str) -> Option<String> {
    let conn = Connection::open(path).unwrap();
    conn.query_row("SELECT value FROM setting WHERE name = ?1", [name], |row| row.get(0)).ok()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn offices_with_one_join_key_have_equal_digests() {
    let first = office("金花街道", "JH", Some(HEX.as_bytes()));
    let second = office("西村街道", "XC", Some(&raw()));
    assert_eq!(digests(&first).len(), 2);
    assert_eq!(digests(&first), digests(&second));
    let id = |office: &Office| setting(&office.path("shuangwei.db"), "office_id").unwrap();
    assert_ne!(id(&first), id(&second));
    assert_eq!(id(&first).len(), 32);
}

#[test]
fn offices_with_keys_of_their_own_have_different_digests() {
    let (first, second) = (office("金花街道", "JH", None), office("金花街道", "JH", None));
    let city = office("金花街道", "JH", Some(HEX.as_bytes()));
    for (one, other) in [(&first, &second), (&first, &city)] {
        for ((name, digest), (same, others)) in digests(one).into_iter().zip(digests(other)) {
            assert_eq!(name, same);
            assert_ne!(digest, others);
        }
    }
}

#[test]
fn settings_say_whose_key_it_is_and_hold_no_join_key() {
    let city = office("金花街道", "JH", Some(HEX.as_bytes()));
    let check = city.json("check");
    let fingerprint = check["join_key"].as_str().unwrap();
    assert_eq!((fingerprint.len(), &check["id_key"]), (16, &Value::from("city")));
    assert_eq!(setting(&city.path("shuangwei.db"), "id_key").unwrap(), format!("city:{fingerprint}"));
    assert!(city.ok("check").out.contains(&format!("全市密钥指纹 {fingerprint}\n")));
    let file = city.file();
    assert!(!contains(&file, HEX.as_bytes()) && !contains(&file, &raw()));

    let own = office("金花街道", "JH", None);
    assert_eq!(setting(&own.path("shuangwei.db"), "id_key").unwrap(), "own");
    let check = own.json("check");
    assert_eq!((&check["id_key"], &check["join_key"]), (&Value::from("own"), &Value::Null));
    let conn = Connection::open(own.path("shuangwei.db")).unwrap();
    conn.execute("UPDATE setting SET value = 'nobody' WHERE name = 'id_key'", []).unwrap();
    assert_eq!(own.json_of("check", 1)["id_key"], Value::Null);
}

#[test]
fn init_answers_with_the_fingerprint_of_the_join_key() {
    let office = Office::bare();
    office.write("city.key", HEX);
    let line = "init --office 荔湾区 --join-key city.key";
    let note = office.ok(line).err;
    let fingerprint = office.json("check")["join_key"].as_str().unwrap().to_owned();
    assert!(note.contains(&fingerprint) && !note.contains(&HEX[..16]), "{note}");

    let again = office.json(&format!("{line} --db again.db"));
    assert_eq!((&again["id_key"], again["join_key"].as_str()), (&Value::from("city"), Some(fingerprint.as_str())));
    let own = office.json("init --office 荔湾区 --db own.db");
    assert_eq!((&own["id_key"], &own["join_key"]), (&Value::from("own"), &Value::Null));
}

#[test]
fn bad_join_key_is_refused_before_anything_is_made() {
    let office = Office::bare();
    office.write("empty.key", "");
    office.write("short.key", &HEX[..62]);
    office.write("raw.key", &raw()[..31]);
    office.write("odd.key", &HEX[..63]);
    office.write("phrase.key", "广州市二〇二六年双微活动各单位共用的口令，请勿外传");
    office.write("zero.key", [0; 64]);
    office.write("long.key", raw().repeat(400));
    std::fs::create_dir(office.path("folder.key")).unwrap();
    let before = office.names();
    for (name, zh, en) in [
        ("empty.key", "空的", "empty"),
        ("short.key", "只有 31 字节，至少要 32 字节", "31 bytes and needs at least 32"),
        ("raw.key", "只有 31 字节", "31 bytes"),
        ("odd.key", "十六进制", "hexadecimal"),
        ("phrase.key", "口令", "pass phrase"),
        ("zero.key", "不是随机", "not random"),
        ("long.key", "超过 1024 字节", "over 1024 bytes"),
        ("folder.key", "读不出", "cannot read"),
        ("none.key", "读不出", "cannot read"),
    ] {
        for flags in ["", " --dry-run"] {
            let line = format!("init --office 荔湾区 --join-key {name}{flags}");
            office.ends(&line, 3).reports(&[name, zh]);
            office.ends(&format!("{line} --lang en"), 3).reports(&[name, en]);
        }
        assert_eq!(office.names(), before, "{name}");
    }
    office.ends("init --office 荔湾区 --join-key", 2);
}

#[test]
fn file_without_the_setting_has_a_key_of_its_own() {
    let office = Office::bare();
    office.ok("init --office 荔湾区 --db made.db");
    // As it is read: what an earlier program made has no such record, and its log knows none.
    let conn = Connection::open(office.path("made.db")).unwrap();
    conn.execute("DELETE FROM setting WHERE name = 'id_key'", []).unwrap();
    drop(conn);
    assert_eq!(office.json_of("check --db made.db", 1)["id_key"], "own");
}
