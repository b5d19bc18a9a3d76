//! `erase` and `retention`: no trace of a person is left in the bytes, counts stay, and the log is still consistent.

use std::fs;
use std::path::PathBuf;

use rusqlite::Connection;

use crate::office::{self, Office};

/// The bytes of the office file and of the files next to it.
fn files(office: &Office) -> Vec<PathBuf> {
    let mut files = vec![office.path("shuangwei.db"), office.path("shuangwei.db-journal")];
    if let Ok(entries) = fs::read_dir(office.path("shuangwei.db.backups")) {
        files.extend(entries.map(|entry| entry.unwrap().path()));
    }
    files.retain(|path| path.exists());
    files
}

fn count(office: &Office, needle: &str) -> usize {
    let in_file = |path: PathBuf| {
        let bytes = fs::read(path).unwrap();
        bytes.windows(needle.len()).filter(|window| *window == needle.as_bytes()).count()
    };
    files(office).into_iter().map(in_file).sum()
}

/// 伍峰 has a wish that was changed twice, is named in the note of another's wish, in a claim's note, in a list's name and
/// in the reason of a withdrawal.
fn campaign() -> Office {
    let office = Office::published();
    let again = office::WISHES.replace("19900003001,低保,71,光明路12号301房", "19900003771,低保,71,光明路77号501房");
    let again: Vec<&str> = again.lines().take(2).collect();
    office.write(
        "伍峰.csv",
        again.join("\n").replace("许愿人,", "心愿编号,许愿人,").replace("伍峰,", "JH-W000001,伍峰,"),
    );
    office.ok("collect wishes 伍峰.csv");
    office.write(
        "w.csv",
        "姓名,社区,微心愿内容,备注,联系电话\n甲一,蟠虬社区,一盏灯,邻居伍峰19900003771转告,19900003999\n",
    );
    office.ok("collect wishes w.csv");
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01 --note 已与伍峰联系");
    office.ok("withdraw 2号 --reason 伍峰代为撤回");
    office.ok("backup --auto");
    office
}

const TRACES: [&str; 5] = ["伍峰", "19900003001", "19900003771", "光明路12号301房", "光明路77号501房"];

#[test]
fn erase_leaves_no_trace_of_the_person_in_the_bytes() {
    let office = campaign();
    for trace in TRACES {
        assert!(count(&office, trace) > 0, "{trace} was not there");
    }
    let (report, head) = (office.json("report quota"), office.json("log")["head"].clone());
    let dry = office.json("erase 伍峰 --reason 本人要求 --dry-run");
    assert_eq!((dry["records"][0]["code"].as_str(), &dry["entry"]), (Some("JH-W000001"), &serde_json::Value::Null));
    let takes = dry["takes"].to_string();
    assert!(takes.contains("address") && !takes.contains("12号301房") && !takes.contains("3001"), "{takes}");
    let member = office.json("erase 李梅 --reason 本人要求 --dry-run")["takes"].to_string();
    assert!(member.contains("id_mask") && !member.contains("id_digest"), "{member}");
    assert!(count(&office, "伍峰") > 0);
    let run = office.ok("erase 伍峰 --reason \"伍峰本人要求，电话19900003771\" --format json");
    run.reports(&["已清除 1 条", "已查找", "没有留下", "够不到"]);
    for trace in TRACES {
        assert_eq!(count(&office, trace), 0, "{trace} is left");
        assert!(!run.out.contains(trace) && !run.err.contains(trace), "{trace}: {run:#?}");
    }
    assert!(run.json()["searched"].as_array().unwrap().iter().all(|one| one["found"] == 0));
    assert!(run.json()["backups_removed"].as_i64().unwrap() >= 1);
    // The chain is intact, also against an earlier report, and so are the figures.
    office.ok("check");
    let expect = format!("{}:{}", head["entry"], head["hash"].as_str().unwrap());
    office.ok(&format!("log --verify --expect {expect}"));
    let after = office.json("report quota");
    assert_eq!((&report["quotas"], &report["as_of"]), (&after["quotas"], &after["as_of"]));
    let shown = office.ok("show 1号").out;
    assert!(shown.contains("盼望有一张新书桌") && shown.contains("李梅"), "{shown}");
    // Other people's data stays.
    assert!(count(&office, "甲一") > 0 && count(&office, "19900003999") > 0);
    assert!(office.ok("export wishes --reveal 核对").out.contains("邻居＊＊＊＊转告"));
    // It cannot be undone.
    office.refuses("undo 4", 3).reports(&["清除"]);
    office.refuses(&format!("undo {}", office.entries() - 1), 3).reports(&["取不回"]);
    office.ok("publish");
    assert!(!office.read("publish/list.csv").contains('伍'));
    // Erasing again reports that it was done.
    office.refuses("erase 伍峰 --reason 再次", 3).reports(&["没有叫"]);
    let entries = office.entries();
    office.ok("erase JH-W000001 --reason 再次").reports(&["此前已清除"]);
    assert_eq!(office.entries(), entries);
    office.refuses("erase XM01 --reason 没有许愿人", 3).reports(&["没有要清除的"]);
}

#[test]
fn erase_covers_members_outsiders_and_contacts() {
    let office = Office::published();
    office.ok("claim take 1号 --by 何静 --on 2021-05-01");
    office.ok("claim take 2号 --outsider 街坊老王");
    let members = office.export("members").len();
    let quota = office.json("report quota")["quotas"].clone();
    let conn = Connection::open(office.path("shuangwei.db")).unwrap();
    let digest: Vec<u8> =
        conn.query_row("SELECT id_digest FROM member WHERE name = '何静'", [], |row| row.get(0)).unwrap();
    drop(conn);
    for (who, phone) in [("何静", "19900001005"), ("街坊老王", ""), ("谢红", "19900002001")] {
        office.ok(&format!("erase {who} --reason 本人要求"));
        assert_eq!(count(&office, who), 0, "{who}");
        assert!(phone.is_empty() || count(&office, phone) == 0, "{who}");
    }
    let whole = office.file();
    assert!(!whole.windows(digest.len()).any(|window| window == digest), "the digest of the ID number");
    assert_eq!(office.export("members").len(), members);
    assert_eq!(office.json("report quota")["quotas"], quota, "counts stay");
    office.ok("check");
    assert_eq!(office.progress("2号").as_deref(), Some("claimed"));
}

#[test]
fn erase_by_code_keeps_namesakes() {
    let office = Office::published();
    office.refuses("erase 张伟 --reason 本人要求", 3).reports(&["不止一人", "JH-M000001", "JH-M000002"]);
    let run = office.ok("erase JH-M000001 --reason 本人要求");
    run.reports(&["别人也在用"]);
    assert_eq!(count(&office, "19900001001"), 0);
    let names: Vec<String> = office.export("members").iter().map(|row| row["姓名"].clone()).collect();
    assert_eq!(names[..2], ["（已清除）".to_owned(), "张伟".to_owned()]);
    office.ok("check");
    office.refuses("erase 没有这人 --reason x", 3);
    office.refuses("erase 李梅 --reason \"\"", 2);
    office.refuses("erase 李梅", 2);
}

#[test]
fn retention_erases_what_ended_long_ago() {
    let office = Office::published();
    office.ok("withdraw 5号 --reason 搬家 --today 2021-06-01");
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01 --today 2021-06-01");
    office.ok("claim confirm 1号 --today 2021-06-02");
    office.ok("withdraw 6号 --reason 搬家 --today 2022-06-01");
    let listed = office.json("retention --today 2023-06-02");
    let codes: Vec<&str> = listed["due"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["JH-W000005"], "{listed:#}");
    assert_eq!(office.json("retention --due --today 2023-06-03")["due"].as_array().unwrap().len(), 2);
    assert_eq!(office.json("retention --months 12 --today 2023-06-03")["due"].as_array().unwrap().len(), 3);
    office.ok("retention --apply --dry-run --today 2023-06-03");
    let quota = office.json("report quota")["quotas"].clone();
    let before = fs::read_dir(office.path("shuangwei.db.backups")).unwrap().count();
    office.ok("retention --apply --today 2023-06-03").reports(&["已清除 2 条"]);
    let file = office.file();
    let is_in_file = |needle: &str| file.windows(needle.len()).any(|window| window == needle.as_bytes());
    for gone in ["卢华", "19900003005", "伍峰", "19900003001", "光明路12号"] {
        assert!(!is_in_file(gone), "{gone}");
    }
    assert!(is_in_file("苏雪"));
    assert_eq!(fs::read_dir(office.path("shuangwei.db.backups")).unwrap().count(), before);
    assert_eq!(office.json("report quota")["quotas"], quota);
    office.ok("check");
    office.refuses("retention --apply --today 2023-06-03", 0).reports(&["没有"]);
}
