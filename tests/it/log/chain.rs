//! The log's chain over a whole campaign, and that tampering with the office file is detected.

use std::collections::BTreeSet;

use rusqlite::Connection;
use sha2::{Digest, Sha256};
use shuangwei::store::{self, CommitFlag, rows, verify};

use crate::office::{Office, REVISIONS};

/// A campaign that has changed every table.
fn campaign() -> Office {
    let office = Office::published();
    for line in [
        "claim take 1号 --by 李梅,陈刚 --on 2021-05-01",
        "claim take 2号 --outsider 街坊老王",
        "claim take 9号 --by 区税务局",
        "claim complete 1号 --on 2021-05-09",
        "claim confirm 1号 --satisfaction 5",
        "claim release 2号 --reason 病",
        "claim take 8号 --by 何静,陈刚",
        "claim release 8号 --by 何静 --reason 病",
        "verify 3号 --duplicate-of 4号",
        "withdraw 5号 --reason 搬家",
        "publish --take-down 6号 --reason 错",
        "publish --wording 一床棉被 7号",
        "campaign add 2022 --from 2022-01-01 --until 2022-12-31",
        "quota set --for members --at-least 2",
        "export wishes --reveal 走访",
    ] {
        office.ok(line);
    }
    office.write("w.csv", "姓名,社区,微心愿内容,所属品牌,血型\n甲一,蟠虬社区,\"引号\"\"与\\反斜\n杠\",圆梦光塔,A\n");
    office.write("chat.txt", "99号 王小明\n");
    office.ok("claim wechat chat.txt --take-sure");
    office.ok("collect wishes w.csv");
    office.write("m.csv", "姓名,手机号,党员类型,所在党组织,社区\n戊五,19900007001,在职,某某办事处,蟠虬社区\n");
    office.ends("collect members m.csv", 1);
    office.write("h.csv", "姓名,社区,想要啥\n甲一,蟠虬社区,一盏灯\n");
    office.write("h.toml", "[columns]\ncontent = \"想要啥\"\n");
    office.ok("collect wishes h.csv --map h.toml --save-map");
    office.ok("alias add 某税务局 区税务局");
    office.ok("alias remove 某税务局");
    office.ok("alias add 税务局 区税务局");
    office
}

fn misfits(office: &Office) -> Vec<verify::Misfit> {
    verify::misfits(&store::open(&office.path("shuangwei.db"), &CommitFlag::default()).unwrap().read().unwrap())
        .unwrap()
}

#[test]
fn campaign_leaves_a_consistent_log() {
    assert_eq!(misfits(&campaign()), []);
}

#[test]
fn every_table_is_logged() {
    let office = campaign();
    let conn = Connection::open(office.path("shuangwei.db")).unwrap();
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let tables: BTreeSet<String> =
        conn.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let logged: BTreeSet<String> = rows::KINDS
        .iter()
        .map(|kind| (*kind).to_owned())
        .chain(["entry", "revision", "revision_run"].map(str::to_owned))
        .collect();
    assert_eq!(tables, logged);
    for kind in rows::KINDS {
        let rows: i64 = conn.query_row(&format!("SELECT count(*) FROM {kind}"), [], |row| row.get(0)).unwrap();
        assert!(rows > 0, "{kind} has no row: the campaign of this test is too small");
    }
}

/// An entry's hash as the design describes it, sharing nothing with the program but the bytes.
pub fn described_hash(conn: &Connection, id: i64, prev: &[u8]) -> Vec<u8> {
    let mut revisions = Sha256::new();
    let sql = "SELECT id & 4294967295, kind, record_id, digest FROM all_revisions WHERE id >> 32 = ?1 ORDER BY id";
    let mut statement = conn.prepare(&format!("{REVISIONS} {sql}")).unwrap();
    let mut rows = statement.query([id]).unwrap();
    while let Some(one) = rows.next().unwrap() {
        let (seq, kind, record): (i64, String, i64) = (one.get(0).unwrap(), one.get(1).unwrap(), one.get(2).unwrap());
        let digest: Option<Vec<u8>> = one.get(3).unwrap();
        revisions.update(seq.to_be_bytes());
        revisions.update((kind.len() as u64).to_be_bytes());
        revisions.update(kind);
        revisions.update(record.to_be_bytes());
        revisions.update([u8::from(digest.is_some())]);
        revisions.update(digest.unwrap_or_else(|| vec![0; 32]));
    }
    let mut hasher = Sha256::new();
    hasher.update(prev);
    hasher.update(id.to_be_bytes());
    let sql = "SELECT at, operator, command, source_digest FROM entry WHERE id = ?1";
    conn.query_row(sql, [id], |row| {
        for column in 0..3 {
            let field: String = row.get(column)?;
            hasher.update((field.len() as u64).to_be_bytes());
            hasher.update(field);
        }
        let source: Option<Vec<u8>> = row.get(3)?;
        hasher.update([u8::from(source.is_some())]);
        hasher.update(source.unwrap_or_else(|| vec![0; 32]));
        Ok(())
    })
    .unwrap();
    hasher.update(revisions.finalize());
    hasher.finalize().to_vec()
}

/// The hashes of every entry: the one before it, and its own.
pub fn entry_hashes(conn: &Connection) -> Vec<(i64, Vec<u8>, Vec<u8>)> {
    let mut statement = conn.prepare("SELECT id, prev_hash, hash FROM entry ORDER BY id").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn chain_matches_its_description() {
    let office = campaign();
    let conn = Connection::open(office.path("shuangwei.db")).unwrap();
    let entries = entry_hashes(&conn);
    let mut before = vec![0; 32];
    for (id, prev, hash) in &entries {
        assert_eq!(*prev, before, "entry {id}");
        assert_eq!(*hash, described_hash(&conn, *id, prev), "entry {id}");
        before.clone_from(hash);
    }
    assert!(entries.len() > 15, "{}", entries.len());
}

#[test]
fn tampering_with_the_office_file_is_detected() {
    let whole = campaign().file();
    for (what, sql) in [
        ("a record changed", "UPDATE need SET quantity = 7 WHERE id = 1"),
        ("a record added", "INSERT INTO programme (id, name) VALUES (99, '暗')"),
        ("a record removed", "DELETE FROM claim_party WHERE id = 1"),
        ("an entry's operator", "UPDATE entry SET operator = '别人' WHERE id = 3"),
        ("an entry's day", "UPDATE entry SET at = '2020-01-01T00:00:00+08:00' WHERE id = 3"),
        ("an entry's command", "UPDATE entry SET command = 'log' WHERE id = 3"),
        ("an entry's source", "UPDATE entry SET source_digest = zeroblob(32) WHERE id = 4"),
        ("an entry removed", "PRAGMA foreign_keys = OFF; DELETE FROM entry WHERE id = 5"),
        ("a revision removed", "DELETE FROM revision WHERE id = (SELECT max(id) FROM revision)"),
        ("a revision's before", "UPDATE revision SET before = '{}' WHERE before IS NOT NULL"),
        ("a revision's digest", "UPDATE revision SET digest = zeroblob(32) WHERE id = (SELECT min(id) FROM revision)"),
        ("a run removed", "DELETE FROM revision_run WHERE id = (SELECT max(id) FROM revision_run)"),
        ("a run's table", "UPDATE revision_run SET kind = 'claim' WHERE kind = 'need'"),
        ("a run's first record", "UPDATE revision_run SET record_id = record_id + 1 WHERE kind = 'need'"),
        ("a run's place", "UPDATE revision_run SET id = id + 1 WHERE kind = 'need'"),
        (
            "a run's salt",
            "UPDATE revision_run SET seals = CAST(zeroblob(16) || substr(seals, 17) AS BLOB) WHERE kind = 'need'",
        ),
        (
            "a run's last digest",
            "UPDATE revision_run SET seals = CAST(substr(seals, 1, length(seals) - 1) || x'00' AS BLOB) WHERE kind = 'need'",
        ),
        (
            "a run cut short",
            "UPDATE revision_run SET records = records - 1, seals = substr(seals, 1, length(seals) - 48)
             WHERE kind = 'need' AND records > 2",
        ),
        (
            "a run's count",
            "PRAGMA ignore_check_constraints = ON; UPDATE revision_run SET records = records + 7 WHERE kind = 'need'",
        ),
        (
            "half a seal",
            "PRAGMA ignore_check_constraints = ON; UPDATE revision_run SET seals = substr(seals, 1, 60) WHERE kind = 'need'",
        ),
        (
            "a run twice",
            "INSERT INTO revision_run (id, kind, record_id, records, seals)
             SELECT id + (1 << 20), kind, record_id, records, seals FROM revision_run WHERE kind = 'need'",
        ),
        ("a hash", "UPDATE entry SET hash = zeroblob(32) WHERE id = 6"),
    ] {
        let office = Office::bare();
        office.write("shuangwei.db", &whole);
        Connection::open(office.path("shuangwei.db")).unwrap().execute_batch(sql).unwrap();
        assert_ne!(misfits(&office), [], "{what}");
    }
}

/// A long list is logged in runs, and each of its records still has its history and can be undone.
#[test]
fn long_list_is_logged_as_revision_runs() {
    let office = Office::new();
    let rows: String = (0..1300).map(|row| format!("戊{row},蟠虬社区,第{row}张书桌\n")).collect();
    office.write("w.csv", format!("姓名,社区,微心愿内容\n{rows}"));
    let before = office.entries();
    office.ok("collect wishes w.csv");
    let conn = Connection::open(office.path("shuangwei.db")).unwrap();
    let ask = |sql: &str| conn.query_row(&format!("{REVISIONS} {sql}"), [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(ask("SELECT count(*) FROM all_revisions WHERE kind = 'need'"), 1300);
    assert!(ask("SELECT count(*) FROM revision_run WHERE kind = 'need'") < 5);
    assert_eq!(ask("SELECT count(*) FROM revision WHERE kind = 'need'"), 0);
    assert_eq!(office.json("show JH-W000777")["history"].as_array().unwrap().len(), 1);
    assert_eq!(office.json("log --of JH-W000777")["entries"].as_array().unwrap().len(), 1);
    assert_eq!(office.json("log")["entries"][0]["changes"], 1302);
    let past = office.json(&format!("report progress --as-of entry:{before}"));
    assert_ne!(past, office.json("report progress"));
    // One of many is erased: its run is split into single revisions, and no other record is touched.
    office.ok("erase JH-W000777 --reason 本人要求");
    assert!(ask("SELECT count(*) FROM revision WHERE kind = 'need'") > 100);
    assert_eq!(ask("SELECT count(*) FROM all_revisions WHERE kind = 'need' AND salt IS NULL"), 1);
    assert_eq!(misfits(&office), []);
    // Ids are never reused, whatever is undone.
    office.write("x.csv", "姓名,社区,微心愿内容\n己一,蟠虬社区,一盏灯\n己二,蟠虬社区,一把伞\n");
    for round in 0..3 {
        office.ok("collect wishes x.csv");
        assert_eq!(office.state(&format!("JH-W{:06}", 1302 + 2 * round)), "collected");
        let newest = office.entries();
        for back in newest..newest + 3 {
            office.ok(&format!("undo {back}"));
            assert_eq!(misfits(&office), []);
        }
    }
}

#[test]
fn command_that_changes_nothing_logs_no_entry() {
    let office = campaign();
    let entries = office.entries();
    for line in ["log", "show 1号", "report quota", "report progress", "export wishes", "verify --all --pass --dry-run"]
    {
        office.ok(line);
    }
    assert_eq!(office.entries(), entries);
}
