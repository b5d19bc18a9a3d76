//! The office file is the program's own: what others have put into it is refused before anything of it runs.

use std::fs;

use rusqlite::Connection;

use crate::office::Office;

fn alter(office: &Office, sql: &str) {
    Connection::open(office.path("shuangwei.db")).unwrap().execute_batch(sql).unwrap();
}

/// What others have put there, by its kind.
const FOREIGN: &[(&str, &str)] = &[
    (
        "trigger",
        "CREATE TRIGGER t AFTER UPDATE ON need WHEN new.state = 'published' BEGIN
           UPDATE need SET content = content || new.wisher || new.phone WHERE id = new.id;
         END",
    ),
    ("temporary name", "CREATE TRIGGER need_state AFTER INSERT ON entry BEGIN DELETE FROM claim; END"),
    ("table", "CREATE TABLE mine (a TEXT)"),
    ("view", "CREATE VIEW mine AS SELECT wisher, phone FROM need"),
    ("index", "CREATE INDEX mine ON need (wisher)"),
    (
        "view that never ends, in place of a table",
        "ALTER TABLE setting RENAME TO mine;
         CREATE VIEW setting AS SELECT x AS id, 'office_place' AS name, '3' AS value
           FROM (WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c)",
    ),
    (
        "log that never ends",
        "ALTER TABLE entry RENAME TO mine;
         CREATE VIEW entry AS SELECT x AS id, '' AS at, '' AS operator, '' AS command, NULL AS source_digest,
           zeroblob(32) AS prev_hash, zeroblob(32) AS hash
           FROM (WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c)",
    ),
    ("column", "ALTER TABLE need ADD COLUMN mine TEXT"),
    ("view of ours, made otherwise", "DROP VIEW need_states; CREATE VIEW need_states AS SELECT 'published' AS state"),
    ("index of ours that is gone", "DROP INDEX need_number"),
];

#[test]
fn file_with_what_others_put_into_it_is_refused_by_every_command() {
    let whole = Office::published().file();
    for (kind, sql) in FOREIGN {
        let office = Office::bare();
        office.write("shuangwei.db", &whole);
        alter(&office, sql);
        for line in [
            "report progress",
            "show 1号",
            "publish",
            "claim take 1号 --by 李梅",
            "log --verify",
            "undo",
            "backup b.db",
        ] {
            office.refuses(line, 4).reports(&["不全是本程序建立的", "check", "restore"]);
        }
        assert!(!office.has("publish"), "{kind}");
        let check = office.json_of("check", 4);
        let found = check["problems"].as_array().unwrap();
        assert!(found.iter().all(|one| one["what"].as_str().unwrap().contains("表结构被改动")), "{kind}: {check:#}");
        assert!(check["head"].is_null() && !found.is_empty(), "{kind}: {check:#}");
        // No backup of it comes into use either.
        office.ends("restore shuangwei.db --db new.db", 4).reports(&["不全是本程序建立的"]);
        assert!(!office.has("new.db"), "{kind}");
    }
    let office = Office::bare();
    office.write("shuangwei.db", &whole);
    office.ok("report progress");
    office.ok("check");
}

/// A file of an earlier version is looked at before it is brought up.
#[test]
fn older_file_with_a_trigger_is_refused() {
    let office = Office::published();
    let version: i64 = Connection::open(office.path("shuangwei.db"))
        .unwrap()
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    alter(&office, &format!("{}; PRAGMA user_version = {}", FOREIGN[0].1, version - 1));
    office.refuses("report progress", 4).reports(&["不全是本程序建立的"]);
    office.write("old.db", office.file());
    office.ends("restore old.db --db new.db", 4).reports(&["不全是本程序建立的"]);
}

#[test]
fn places_in_a_circle_are_refused() {
    let whole = Office::published().file();
    for sql in [
        "UPDATE place SET parent_id = id WHERE id = 3",
        "UPDATE place SET parent_id = (SELECT max(id) FROM place) WHERE id = 2",
    ] {
        let office = Office::bare();
        office.write("shuangwei.db", &whole);
        alter(&office, sql);
        for line in ["report progress", "show 1号", "export members"] {
            office.refuses(line, 4).reports(&["成了圈"]);
        }
        let check = office.json_of("check", 4);
        assert!(check["problems"][0]["what"].as_str().unwrap().contains("成圈"), "{check:#}");
        office.ends("restore shuangwei.db --db new.db", 4);
        assert!(!office.has("new.db"));
    }
}

#[cfg(unix)]
#[test]
fn files_open_to_others_are_named_and_closed() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::published();
    let quiet = office.ok("report progress");
    assert!(!quiet.err.contains("其他用户"), "{quiet:#?}");
    let chmod = |name: &str, mode| fs::set_permissions(office.path(name), fs::Permissions::from_mode(mode)).unwrap();
    let mode = |name: &str| fs::metadata(office.path(name)).unwrap().permissions().mode() & 0o777;
    let backup = fs::read_dir(office.path("shuangwei.db.backups")).unwrap().next().unwrap().unwrap().file_name();
    let backup = format!("shuangwei.db.backups/{}", backup.to_str().unwrap());
    chmod("shuangwei.db", 0o666);
    chmod("shuangwei.db.backups", 0o777);
    chmod(&backup, 0o644);
    chmod("", 0o777);
    let printed = office.ok("report progress");
    printed.reports(&["shuangwei.db：", "666", "shuangwei.db.backups：", "777", "doctor --fix"]);
    let doctor = office.ends("doctor", 1);
    assert!(doctor.out.contains("doctor --fix") && doctor.out.contains(&backup), "{doctor:#?}");
    assert_eq!(mode("shuangwei.db"), 0o666);
    office.ok("doctor --fix");
    assert_eq!(["shuangwei.db", "shuangwei.db.backups", &backup, ""].map(mode), [0o660, 0o770, 0o640, 0o775]);
    let quiet = office.ok("report progress");
    assert!(!quiet.err.contains("其他用户"), "{quiet:#?}");
    office.ok("doctor");
}
