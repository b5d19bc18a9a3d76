//! Office files of an earlier version of the program: they are migrated, and so are their backups.

use std::fs;

use rusqlite::Connection;

use crate::log::chain;
use crate::office::{Office, REVISIONS};

/// The version that this program writes.
const NEWEST: i64 = 9;

/// An office file as version 2 wrote it: without the views of states.
fn version_2() -> Vec<u8> {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    undo_version_3(&Connection::open(office.path("shuangwei.db")).unwrap());
    office.file()
}

/// An office file as version 3 wrote it: nobody could say how they want to be called.
fn version_3() -> Vec<u8> {
    let office = Office::published();
    undo_version_4(&Connection::open(office.path("shuangwei.db")).unwrap());
    office.file()
}

/// An office file as version 7 wrote it: a cell that could not be read kept its row out.
fn version_7() -> Vec<u8> {
    let office = Office::published();
    undo_version_8(&Connection::open(office.path("shuangwei.db")).unwrap());
    office.file()
}

/// An office file as version 8 wrote it: an exit had no day, and no claim was of a round before its need was reopened.
fn version_8() -> Vec<u8> {
    let office = Office::published();
    undo_version_9(&Connection::open(office.path("shuangwei.db")).unwrap());
    office.file()
}

fn undo_version_9(conn: &Connection) {
    conn.execute_batch(
        "DROP VIEW need_progress;
         DROP VIEW holding_claim;
         ALTER TABLE claim DROP COLUMN reopened_on;
         ALTER TABLE need DROP COLUMN left_on;
         CREATE VIEW need_progress AS SELECT 1;
         PRAGMA user_version = 8",
    )
    .unwrap();
}

fn undo_version_8(conn: &Connection) {
    undo_version_9(conn);
    let tables = ["need", "member", "org", "claim"].map(|table| format!("ALTER TABLE {table} DROP COLUMN unread;"));
    conn.execute_batch(&format!("DROP INDEX need_unread; {} PRAGMA user_version = 7", tables.concat())).unwrap();
}

/// Nobody had left a claim, and nothing was recorded of how one was done.
fn undo_version_6(conn: &Connection) {
    undo_version_8(conn);
    let mut undo = "DROP TABLE pending_claim; DROP TABLE former_party;".to_owned();
    for column in [
        "claim.outcome",
        "claim.cost_fen",
        "claim.evidence_file",
        "claim.evidence_digest",
        "claim.confirmed_by",
        "claim.letter_file",
        "claim.letter_digest",
        "claim.letter_signed_by",
        "campaign.stale_days",
        "campaign.pool_days",
    ] {
        let (table, column) = column.split_once('.').unwrap();
        undo.push_str(&format!("ALTER TABLE {table} DROP COLUMN {column};"));
    }
    conn.execute_batch(&format!("{undo} PRAGMA user_version = 5")).unwrap();
}

/// Without publications: what the log has of them goes too, and the chain is computed anew.
fn undo_version_5(conn: &Connection) {
    undo_version_6(conn);
    conn.execute_batch(
        "DROP TABLE publication;
         DELETE FROM revision WHERE kind = 'publication';
         ALTER TABLE claim DROP COLUMN name_ok;
         PRAGMA user_version = 4",
    )
    .unwrap();
    let mut before = vec![0; 32];
    for (id, _, _) in chain::entry_hashes(conn) {
        let hash = chain::described_hash(conn, id, &before);
        conn.execute("UPDATE entry SET prev_hash = ?2, hash = ?3 WHERE id = ?1", (id, &before, &hash)).unwrap();
        before = hash;
    }
}

/// The records of the tables that version 4 had.
fn records(office: &Office) -> Vec<String> {
    let conn = Connection::open(office.path("shuangwei.db")).unwrap();
    let later = ["publication", "former_party", "pending_claim"];
    let missing = later.into_iter().filter(|table| conn.prepare(&format!("SELECT 1 FROM {table}")).is_err());
    let missing: Vec<&str> = missing.collect();
    for table in &missing {
        conn.execute_batch(&format!("CREATE TABLE {table} (id INTEGER PRIMARY KEY)")).unwrap();
    }
    let found = office.records();
    for table in missing {
        conn.execute_batch(&format!("DROP TABLE {table}")).unwrap();
    }
    found
}

fn undo_version_4(conn: &Connection) {
    undo_version_5(conn);
    conn.execute_batch("ALTER TABLE need DROP COLUMN public_name; PRAGMA user_version = 3").unwrap();
}

fn undo_version_3(conn: &Connection) {
    undo_version_4(conn);
    let (_, need_progress) = include_str!("../../../src/store/schema/0001.sql").split_once("CREATE VIEW ").unwrap();
    conn.execute_batch(&format!(
        "DROP VIEW claim_states;
         DROP VIEW need_states;
         DROP VIEW need_progress;
         CREATE VIEW {need_progress}
         PRAGMA user_version = 2"
    ))
    .unwrap();
}

/// An office file as version 1 wrote it: every revision as its own row, and two more indexes.
fn version_1() -> Vec<u8> {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    let conn = Connection::open(office.path("shuangwei.db")).unwrap();
    undo_version_3(&conn);
    conn.execute_batch(&format!(
        "{REVISIONS} INSERT INTO revision (id, kind, record_id, before, salt, digest, erased)
         SELECT id, kind, record_id, before, CAST(salt AS BLOB), CAST(digest AS BLOB), erased
         FROM all_revisions WHERE id NOT IN (SELECT id FROM revision);
         DROP TABLE revision_run;
         CREATE INDEX member_phone ON member (phone) WHERE phone IS NOT NULL;
         CREATE INDEX registration_place ON registration (place_id);
         PRAGMA user_version = 1"
    ))
    .unwrap();
    office.file()
}

fn version(office: &Office) -> i64 {
    let conn = Connection::open(office.path("shuangwei.db")).unwrap();
    conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn older_office_file_is_migrated_and_usable() {
    let office = Office::bare();
    office.write("shuangwei.db", version_1());
    let before = records(&office);
    office.ok("show 1号");
    assert_eq!((version(&office), records(&office)), (NEWEST, before));
    office.ok("log --verify").reports(&["日志完好"]);
    assert_eq!(office.json("check")["ok"], true);
    office.write("w.csv", "姓名,社区,微心愿内容\n甲一,蟠虬社区,一盏灯\n乙二,蟠虬社区,一把伞\n");
    assert_eq!(office.json("collect wishes w.csv")["files"][0]["new"], 2);
    office.ok("undo");
    office.ok("claim complete 1号 --on 2021-05-09");
    office.ok("erase JH-W000001 --reason 本人要求");
    assert_eq!(office.json("check")["ok"], true);
}

#[test]
fn older_office_file_of_version_2_is_migrated() {
    let office = Office::bare();
    office.write("shuangwei.db", version_2());
    let before = records(&office);
    office.ok("show 1号");
    assert_eq!((version(&office), records(&office)), (NEWEST, before));
    assert_eq!(office.json("check")["ok"], true);
}

#[test]
fn older_office_file_of_version_3_takes_public_names() {
    let office = Office::bare();
    office.write("shuangwei.db", version_3());
    let before = records(&office);
    office.ok("show 1号");
    assert_eq!((version(&office), records(&office)), (NEWEST, before));
    office.write("w.csv", "许愿人,公开称呼,社区,微心愿内容\n甲一,甲姐,蟠虬社区,一盏灯\n");
    office.ok("collect wishes w.csv");
    assert_eq!(office.json("check")["ok"], true);
    office.ok("log --verify").reports(&["日志完好"]);
    assert!(office.export("wishes").iter().any(|wish| wish["公开称呼"] == "甲姐"));
}

#[test]
fn older_office_file_of_version_7_takes_cells_that_wait() {
    let office = Office::bare();
    office.write("shuangwei.db", version_7());
    let before = records(&office);
    office.ok("show 1号");
    assert_eq!((version(&office), records(&office)), (NEWEST, before));
    office.write("w.csv", "许愿人,社区,微心愿内容,完成时限\n甲一,蟠虬社区,一盏灯,尽快\n");
    office.ends("collect wishes w.csv", 1);
    assert!(office.export("wishes").iter().any(|wish| wish["完成时限"] == "尽快"));
    assert_eq!(office.json("check")["ok"], true);
    office.ok("log --verify").reports(&["日志完好"]);
}

#[test]
fn older_office_file_of_version_8_takes_days_of_exits() {
    let office = Office::bare();
    office.write("shuangwei.db", version_8());
    let before = records(&office);
    office.ok("show 1号");
    assert_eq!((version(&office), records(&office)), (NEWEST, before));
    office.ok("withdraw 1号 --reason 搬走 --on 2021-05-02");
    assert_eq!(office.json("show 1号")["left_on"], "2021-05-02");
    assert_eq!(office.json("check")["ok"], true);
    office.ok("log --verify").reports(&["日志完好"]);
}

#[test]
fn older_office_file_opened_concurrently_stays_sound() {
    let office = Office::bare();
    office.write("shuangwei.db", version_1());
    std::thread::scope(|scope| {
        for number in 2..8 {
            let office = &office;
            scope.spawn(move || office.ok(&format!("claim take {number}号 --by 陈刚 --on 2021-05-01")));
        }
    });
    assert_eq!(office.json("check")["ok"], true);
}

#[test]
fn older_read_only_office_file_is_left_unchanged() {
    let office = Office::bare();
    office.write("shuangwei.db", version_1());
    let whole = office.file();
    let path = office.path("shuangwei.db");
    let mut mode = fs::metadata(&path).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(&path, mode).unwrap();
    office.ends("report quota", 3).reports(&["较早版本", "只读", "restore"]);
    assert_eq!(office.file(), whole);
}

#[test]
fn older_backup_is_migrated_on_restore() {
    let office = Office::bare();
    let whole = version_1();
    office.write("旧.db", &whole);
    office.ok("restore 旧.db --dry-run");
    assert_eq!(office.names(), ["旧.db"]);
    office.ok("restore 旧.db");
    assert_eq!(version(&office), NEWEST);
    assert_eq!(office.json("check")["ok"], true);
    assert!(fs::read(office.path("旧.db")).unwrap() == whole, "the backup itself has changed");
}
