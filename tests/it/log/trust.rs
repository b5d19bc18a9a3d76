//! `log` with its filters, `log --verify`, `check`: tampering with the office file is found and reported.

use rusqlite::Connection;

use crate::office::{self, Office};

fn campaign() -> Office {
    let office = Office::published();
    for line in [
        "claim take 1号 --by 李梅,陈刚 --on 2021-05-01",
        "claim take 9号 --by 区税务局",
        "claim complete 1号 --on 2021-05-09",
        "withdraw 5号 --reason 搬家",
    ] {
        office.ok(line);
    }
    office
}

fn alter(office: &Office, sql: &str) {
    Connection::open(office.path("shuangwei.db")).unwrap().execute_batch(sql).unwrap();
}

fn commands(office: &Office, line: &str) -> Vec<String> {
    let entries = office.json(line)["entries"].clone();
    entries.as_array().unwrap().iter().map(|entry| entry["command"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn log_is_listed_filtered_and_shown() {
    let office = campaign();
    office.ok("claim take 2号 --by 李梅 --today 2021-06-01 --operator 夜班");
    assert_eq!(commands(&office, "log --by 夜班"), ["claim take 2号"]);
    assert_eq!(commands(&office, "log --command \"claim take\"").len(), 3);
    assert_eq!(commands(&office, "log --command claim").len(), 4);
    assert_eq!(commands(&office, "log --command 认领").len(), 3);
    assert_eq!(commands(&office, "log --command \"claim take 2号\"").len(), 1);
    let imports = commands(&office, "log --command 导入");
    assert!(imports.len() > 1 && imports.iter().all(|one| one.starts_with("collect ")), "{imports:?}");
    assert_eq!(commands(&office, "log --command 撤销操作"), Vec::<String>::new());
    for words in ["clai", "认", "认领了", "胡乱", "\"claim takes\""] {
        office.refuses(&format!("log --command {words}"), if words == "认" { 0 } else { 2 });
    }
    assert_eq!(commands(&office, "log --since 2021-06-01 --until 2021-06-30"), ["claim take 2号"]);
    assert_eq!(commands(&office, "log --of 5号"), ["withdraw 5号", "publish", "verify --all --pass", "collect wishes"]);
    assert_eq!(commands(&office, "log --of 1号")[..2], ["claim complete 1号", "claim take 1号"]);
    assert_eq!(commands(&office, "log --of JH-M000003"), ["claim take 2号", "claim take 1号", "collect members"]);
    assert_eq!(commands(&office, "log --limit 1").len(), 1);
    office.refuses("log --of 无此编号", 3);
    office.refuses("log 99", 3).reports(&["没有操作 99"]);
    let completed = office.json("log --command \"claim complete\"")["entries"][0]["id"].as_i64().unwrap();
    let shown = office.ok(&format!("log {completed}")).out;
    assert!(shown.contains("办结 1号") && shown.contains("JH-C000001"), "{shown}");
    let changes = office.json(&format!("log {completed}"));
    let fields = changes["changes"][0]["fields"].as_array().unwrap();
    assert!(fields.iter().any(|field| field["old"] == "active" && field["new"] == "completed"), "{changes:#}");
}

#[test]
fn log_masks_private_values() {
    let office = campaign();
    office.write("again.csv", office::WISHES.replace("19900003001,低保", "19900003991,低保"));
    office.write(
        "w.csv",
        "心愿编号,许愿人,社区,微心愿内容,联系电话\nJH-W000001,伍峰,蟠虬社区,盼望有一张新书桌给孙女写作业,19900003991\n",
    );
    office.ok("collect wishes w.csv");
    for form in ["table", "json"] {
        let run = office.ok(&format!("log {} --format {form}", office.entries()));
        assert!(run.out.contains("199******91") && !run.out.contains("19900003991"), "{run:#?}");
    }
}

#[test]
fn check_of_sound_file_succeeds() {
    let office = campaign();
    let head = office.json("log")["head"].clone();
    let (entry, hash) = (head["entry"].as_i64().unwrap(), head["hash"].as_str().unwrap().to_owned());
    office.ok("log --verify").reports(&["日志完好"]);
    office.ok(&format!("log --verify --expect {entry}:{hash}"));
    office.ok(&format!("log --verify --expect {entry}:{}", &hash[..16])).reports(&["相符"]);
    office.ok(&format!("log --verify --expect {entry}：{}", hash[..20].to_uppercase()));
    let check = office.json("check");
    assert_eq!((&check["ok"], &check["problems"]), (&true.into(), &serde_json::json!([])));
    assert_eq!(check["head"], head);
    office.ends("log --expect 1:0011223344556677", 2);
    office.ends("log --verify --expect 1:00", 2).reports(&["存档校验码"]);
    assert_eq!(office.json("log")["head"], head);
}

/// Each kind of tampering is found by `log --verify` and by `check`.
#[test]
fn verify_finds_changes_missing_from_the_log() {
    let whole = campaign().file();
    for (what, expected, sql) in [
        ("an entry edited", "操作 3", "UPDATE entry SET operator = '别人' WHERE id = 3"),
        ("an entry deleted", "操作 6", "PRAGMA foreign_keys = OFF; DELETE FROM revision WHERE entry_id = 5; DELETE FROM entry WHERE id = 5"),
        (
            "an entry inserted",
            "操作 6",
            "INSERT INTO entry SELECT 100, at, operator, command, source_digest, prev_hash, hash FROM entry WHERE id = 5;
             UPDATE entry SET id = id + 1000 WHERE id BETWEEN 6 AND 99; UPDATE entry SET id = 6 WHERE id = 100;
             UPDATE entry SET id = id - 999 WHERE id > 1000",
        ),
        (
            "two entries swapped",
            "操作 6",
            "UPDATE entry SET id = 1000 WHERE id = 6; UPDATE entry SET id = 6 WHERE id = 7; UPDATE entry SET id = 7 WHERE id = 1000",
        ),
        ("a record changed", "双微事项 第 1 条", "UPDATE need SET wisher = '别人' WHERE id = 1"),
        ("a record added", "党建品牌 第 9 条", "INSERT INTO programme (id, name) VALUES (9, '暗')"),
        ("a record removed", "认领人 第 1 条", "DELETE FROM claim_party WHERE id = 1"),
        ("a revision without its entry", "操作 77", "INSERT INTO revision (id, kind, record_id, erased) VALUES (77 << 32, 'need', 1, 0)"),
        ("a mark of erasing", "操作 6", "UPDATE revision SET erased = 1, salt = NULL WHERE id = (SELECT min(id) FROM revision WHERE kind = 'need' AND record_id = 1)"),
    ] {
        let office = Office::bare();
        office.write("shuangwei.db", &whole);
        alter(&office, &format!("PRAGMA foreign_keys = OFF; {sql}"));
        let verify = office.json_of("log --verify", 1);
        let places: Vec<&str> =
            verify["problems"].as_array().unwrap().iter().map(|one| one["where"].as_str().unwrap()).collect();
        assert!(places.iter().any(|place| place == &expected), "{what}: {verify:#}");
        assert_eq!(verify["ok"], false, "{what}");
        let check = office.json_of("check", 1);
        assert!(check["problems"].as_array().unwrap().len() >= places.len(), "{what}");
        assert!(check["problems"][0]["way_out"].as_str().unwrap().len() > 10, "{what}");
    }
}

/// An erased history has no salts left: what it contains must still be a record, and the entry that erased it logs the
/// record as it left it.
#[test]
fn verify_finds_tampering_with_erased_history() {
    let office = Office::published();
    office.ok("erase JH-W000001 --reason 本人要求");
    office.ok("log --verify");
    let whole = office.file();
    for sql in [
        "UPDATE revision SET before = replace(before, 'JH-W000001', 'JH-W000002') WHERE erased = 1 AND salt IS NOT NULL",
        "UPDATE revision SET before = replace(before, ',', '(') WHERE erased = 1 AND salt IS NULL",
        "UPDATE revision SET before = before || ' ' WHERE erased = 1 AND salt IS NULL",
        "UPDATE revision SET before = '{}' WHERE erased = 1 AND salt IS NULL AND before IS NOT NULL",
    ] {
        let office = Office::bare();
        office.write("shuangwei.db", &whole);
        alter(&office, sql);
        assert_eq!(office.json_of("log --verify", 1)["ok"], false, "{sql}");
    }
}

/// The two kinds of tampering that the log alone cannot show: finding them takes the log head of an earlier report.
#[test]
fn earlier_head_reveals_truncated_and_recomputed_chains() {
    let early = Office::published();
    let before = early.file();
    early.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    let head = early.json("log")["head"].clone();
    let expect = format!("{}:{}", head["entry"], head["hash"].as_str().unwrap());
    // The tail cut off: an older file put in place is the cleanest cut.
    let office = Office::bare();
    office.write("shuangwei.db", &before);
    office.ok("log --verify");
    let reported = office.json_of(&format!("log --verify --expect {expect}"), 1);
    assert!(reported["problems"][0]["what"].as_str().unwrap().contains("尾部被截去"), "{reported:#}");
    // The chain computed anew: the same entries by another run of the same commands.
    office.ok("claim take 1号 --by 何静 --on 2021-05-01");
    office.ok("log --verify");
    let reported = office.json_of(&format!("log --verify --expect {expect}"), 1);
    assert!(reported["problems"][0]["what"].as_str().unwrap().contains("重新计算"), "{reported:#}");
}

#[test]
fn broken_newest_entry_stops_every_command() {
    let office = campaign();
    alter(&office, "UPDATE entry SET prev_hash = zeroblob(32) WHERE id = (SELECT max(id) FROM entry)");
    for line in ["report quota", "claim take 2号 --by 李梅", "log"] {
        office.refuses(line, 4).reports(&["check", "restore"]);
    }
    office.json_of("check", 1);
}

#[test]
fn check_finds_records_missing_from_the_log() {
    let whole = campaign().file();
    for (what, code, expected, sql) in [
        ("an index", 4, "表结构被改动", "DROP INDEX need_identity"),
        ("a table of somebody", 4, "表结构被改动", "CREATE TABLE mine (a TEXT)"),
        ("a trigger", 4, "表结构被改动", "CREATE TRIGGER t AFTER INSERT ON need BEGIN SELECT 1; END"),
        (
            "a reference",
            1,
            "指向不存在的",
            "PRAGMA foreign_keys = OFF; UPDATE claim_party SET member_id = 99 WHERE member_id IS NOT NULL",
        ),
        ("two winners", 1, "认领的份数超过需要的", "UPDATE claim SET quantity = 5 WHERE id = 1"),
        ("no lead", 1, "没有牵头者", "UPDATE claim_party SET role = 'joint' WHERE id = 1"),
        (
            "a running claim",
            1,
            "未办结的认领",
            "UPDATE need SET state = 'closed' WHERE id IN (SELECT need_id FROM claim)",
        ),
        ("no number", 1, "缺墙号", "UPDATE need SET number = NULL WHERE number = 4"),
        ("no way back", 1, "来路不对", "UPDATE need SET came_from = NULL WHERE state = 'withdrawn'"),
        ("an original", 1, "对不上", "UPDATE need SET duplicate_of = 1 WHERE id = 2"),
        ("an identity", 1, "标识与内容不符", "UPDATE need SET identity = 1 WHERE id = 2"),
        ("no place", 1, "缺少单位", "DELETE FROM setting WHERE name = 'office_place'"),
    ] {
        let office = Office::bare();
        office.write("shuangwei.db", &whole);
        alter(&office, sql);
        let check = office.json_of("check", code);
        let found = check["problems"].as_array().unwrap();
        assert!(found.iter().any(|one| one["what"].as_str().unwrap().contains(expected)), "{what}: {check:#}");
    }
}

#[test]
fn need_is_found_by_its_current_text() {
    let office = Office::published();
    let list = |phone: &str| {
        format!(
            "心愿编号,许愿人,社区,微心愿内容,联系电话\nJH-W000003,苏伟,龙源社区,想要一辆轮椅，出门看病方便些,{phone}\n"
        )
    };
    office.write("w.csv", list("19900003993"));
    office.ok("collect wishes w.csv");
    office.ok("check");
    // The same without its code is no second wish.
    office.write("w2.csv", "许愿人,社区,微心愿内容,联系电话\n苏伟,龙源社区,想要一辆轮椅，出门看病方便些,19900003993\n");
    assert_eq!(office.json("collect wishes w2.csv")["files"][0]["new"], 0);
}
