//! `backup`, `restore`, and where an office file may be stored.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::office::{self, Office, records};

fn backups(office: &Office) -> Vec<String> {
    let Ok(entries) = fs::read_dir(office.path("shuangwei.db.backups")) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn backup_equals_office_file_byte_for_byte() {
    let office = Office::published();
    let json = office.json("backup 备份.db");
    assert_eq!(fs::read(office.path("备份.db")).unwrap(), office.file());
    assert_eq!(json["head"]["entry"].as_i64(), Some(office.entries()));
    #[cfg(unix)]
    assert_eq!(mode(&office.path("备份.db")), 0o600);
    office.refuses("backup 备份.db", 3).reports(&["已经存在", "--force"]);
    office.ok("backup 备份.db --force").reports(&["已核对无误"]);
    office.refuses("backup shuangwei.db --force", 3).reports(&["不能覆盖"]);
    office.refuses("backup 没有/备份.db", 3).reports(&["没有这个文件夹"]);
    office.refuses("backup . --force", 3).reports(&["不是普通文件"]);
    office.refuses("backup", 2);
    office.ok("backup 另一份.db --dry-run").reports(&["试运行"]);
    assert!(!office.has("另一份.db"));
    // The copy is an office file like any other.
    office.ok("--db 备份.db report quota");
}

/// A copy taken during other commands is of one moment: its log is consistent, and no change is half in it.
#[test]
fn backup_during_writes_is_consistent() {
    let office = Office::published();
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            for round in 0..30 {
                office.ok(&format!("claim take {}号 --by 李梅 --on 2021-05-01", round % 8 + 1));
                office.ok(&format!("claim release {}号 --reason 换", round % 8 + 1));
            }
        });
        let mut headers = std::collections::BTreeSet::new();
        for round in 0.. {
            let name = format!("b{round}.db");
            let head = office.json(&format!("backup {name}"))["head"]["entry"].as_i64().unwrap();
            let check = office.json(&format!("--db {name} check"));
            assert_eq!((check["ok"].as_bool(), check["head"]["entry"].as_i64()), (Some(true), Some(head)));
            headers.insert(head);
            if writing.is_finished() {
                break;
            }
        }
        assert!(headers.len() > 3, "the copies were not taken while others wrote: {headers:?}");
    });
}

#[test]
fn bulk_change_makes_a_backup_first() {
    let office = Office::new();
    office.write("orgs.csv", office::ORGS);
    office.write("wishes.csv", office::WISHES);
    office.ok("collect orgs orgs.csv --under 荔湾区");
    assert_eq!(backups(&office), Vec::<String>::new(), "there was nothing to lose");
    let mut wanted = Vec::new();
    for (day, line) in [
        ("2021-03-01", "collect wishes wishes.csv"),
        ("2021-03-02", "verify --all --pass"),
        ("2021-03-03", "publish"),
        ("2021-03-04", "undo 2"),
    ] {
        let before = office.records();
        let dry = office.run(&format!("{line} --dry-run --today {day}"));
        assert!(backups(&office).len() == wanted.len(), "{dry:?}");
        office.run(&format!("{line} --today {day}"));
        wanted.push(format!("{day}-{:06}", wanted.len() + 2));
        let names = backups(&office);
        assert!(
            names.len() == wanted.len() && names.iter().zip(&wanted).all(|(name, day)| name.starts_with(day)),
            "{names:?}"
        );
        let newest = office.path("shuangwei.db.backups").join(names.last().unwrap());
        assert!(records(&newest) == before, "{line}: the backup is not of before");
        #[cfg(unix)]
        assert_eq!((mode(&newest), mode(newest.parent().unwrap())), (0o600, 0o700));
    }
    // One record or one code is not a bulk change, and an unchanged file is not copied again.
    office.ok("claim take 1号 --outsider 王 --today 2021-03-05");
    office.ok("backup --auto --today 2021-03-06");
    let had = backups(&office);
    assert_eq!(had.len(), 5);
    office.ok("backup --auto --today 2021-03-07").reports(&["已是最新"]);
    assert_eq!(backups(&office), had);
}

#[test]
fn backup_rotation_keeps_seven_days_and_four_weeks() {
    let office = Office::published();
    office.write("shuangwei.db.backups/年终留存.db", "自己的");
    for day in 1..=30 {
        office.ok(&format!("claim take 1号 --by 李梅 --on 2021-05-01 --today 2022-06-{day:02}"));
        office.ok(&format!("claim release 1号 --reason 换 --today 2022-06-{day:02}"));
        office.ok(&format!("backup --auto --today 2022-06-{day:02}"));
    }
    let names = backups(&office);
    let days: Vec<&str> = names.iter().filter_map(|name| name.get(8..10)).collect();
    // The last seven days, among them Sunday 26, the Sundays 19 and 12, and a file that is not a backup.
    assert_eq!(days, ["12", "19", "24", "25", "26", "27", "28", "29", "30"], "{names:?}");
    assert_eq!(office.read("shuangwei.db.backups/年终留存.db"), "自己的");
}

/// A killed command leaves a copy behind: it is removed, but never while another command works on it.
#[cfg(unix)]
#[test]
fn unfinished_copies_of_killed_commands_are_removed() {
    let office = Office::published();
    office.write("w.csv", office::WISHES.replace("1990000", "1990001"));
    let left = ["shuangwei.db.backups/.shuangwei-backup-a.tmp", ".shuangwei-b.tmp"];
    let at_work = [".shuangwei-backup-c.tmp", "other.tmp"];
    left.iter().chain(&at_work).for_each(|name| office.write(name, "伍峰"));
    let held = fs::File::open(office.path(at_work[0])).unwrap();
    held.lock().unwrap();
    office.ok("collect wishes w.csv");
    assert_eq!((left.map(|name| office.has(name)), at_work.map(|name| office.has(name))), ([false; 2], [true; 2]));
    office.ok("erase JH-W000001 --reason 本人要求");
    assert_eq!(at_work.map(|name| office.has(name)), [true, true]);
    drop(held);
    office.ok("erase JH-W000002 --reason 本人要求");
    assert_eq!(at_work.map(|name| office.has(name)), [false, true]);
}

#[test]
fn restore_brings_back_the_whole_backup() {
    let office = Office::published();
    office.ok("backup b.db");
    let (before, file) = (office.records(), office.file());
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    // If the office file exists: next to it.
    let changed = office.file();
    office.ok("restore b.db").reports(&["shuangwei-restored.db", "没有动"]);
    assert!(office.file() == changed);
    assert!(records(&office.path("shuangwei-restored.db")) == before);
    office.ok("restore b.db").reports(&["shuangwei-restored-2.db"]);
    // Otherwise: in its place.
    fs::remove_file(office.path("shuangwei.db")).unwrap();
    office.ok("restore b.db --dry-run").reports(&["将从 b.db 恢复为", "试运行：没有改动"]);
    assert!(!office.has("shuangwei.db"));
    office.ok("restore b.db");
    assert!(office.file() == file);
    #[cfg(unix)]
    assert_eq!(mode(&office.path("shuangwei.db")), 0o600);
    office.ok("check");
    office.ends("restore 没有.db", 3);
}

#[test]
fn restore_of_damaged_backup_is_refused() {
    let office = Office::published();
    office.ok("backup b.db");
    let whole = fs::read(office.path("b.db")).unwrap();
    fs::remove_file(office.path("shuangwei.db")).unwrap();
    let mut cases = vec![
        ("empty", Vec::new()),
        (
            "a text",
            b"not a database at all, and long enough to be read as one, were it not for its beginning......".to_vec(),
        ),
        ("cut short", whole[..whole.len() / 2].to_vec()),
    ];
    for page in 1..whole.len() / 8192 {
        let mut damaged = whole.clone();
        damaged[page * 8192..(page + 1) * 8192].fill(0);
        cases.push(("a page", damaged));
    }
    for (what, bytes) in cases {
        office.write("b.db", bytes);
        office.ends("restore b.db", 4);
        assert!(!office.has("shuangwei.db"), "{what}");
    }
    // Whole, but changed without the log: restored with a warning.
    office.write("b.db", &whole);
    Connection::open(office.path("b.db")).unwrap().execute_batch("UPDATE need SET wisher = '别人'").unwrap();
    office.ends("restore b.db", 1).reports(&["绕过日志"]);
    assert!(office.has("shuangwei.db"));
}

#[test]
fn import_into_damaged_office_file_is_refused_whether_there_is_a_backup_or_not() {
    let office = Office::published();
    let list = "许愿人,社区,微心愿内容,同意公开\n伍艳,蟠虬社区,想要一把轮椅,是\n";
    office.write("新.csv", list);
    let whole = fs::read(office.path("shuangwei.db")).unwrap();
    let backups = || fs::read_dir(office.path("shuangwei.db.backups")).map_or(0, Iterator::count);
    let refused = || {
        let mut damaged = whole.clone();
        let last = damaged.len() - 8192;
        damaged[last..].fill(0);
        office.write("shuangwei.db", &damaged);
        let before = backups();
        office.ends("collect wishes 新.csv", 4);
        assert_eq!(backups(), before);
        assert!(fs::read(office.path("shuangwei.db")).unwrap() == damaged);
        office.write("shuangwei.db", &whole);
    };
    refused();
    // Nothing comes in, so that the backup that was taken before is of the newest entry.
    office.write("无.csv", "许愿人,社区,微心愿内容,同意公开\n,蟠虬社区,想要一把轮椅,是\n");
    office.ends("collect wishes 无.csv", 1);
    assert!(backups() > 0);
    refused();
    office.ok("collect wishes 新.csv");
}

/// SQLite would roll a leftover journal back into any file put in its place.
#[test]
fn leftover_journal_is_never_applied_to_a_new_file() {
    let office = Office::published();
    office.ok("backup b.db");
    fs::remove_file(office.path("shuangwei.db")).unwrap();
    office.write("shuangwei.db-journal", "left");
    office.ok("restore b.db").reports(&["shuangwei-restored.db"]);
    assert!(!office.has("shuangwei.db"));
    office.ends("init --office 金花街道", 3).reports(&["-journal"]);
    assert_eq!(office.read("shuangwei.db-journal"), "left");
}

#[test]
fn office_file_in_sync_folder_is_refused_with_advice() {
    let office = Office::published();
    let folder = office.path("OneDrive - 街道办");
    fs::create_dir(&folder).unwrap();
    fs::copy(office.path("shuangwei.db"), folder.join("a.db")).unwrap();
    let file = "\"OneDrive - 街道办/a.db\"";
    for line in ["report quota", "claim take 1号 --by 李梅", "check", "init --office 金花街道"] {
        let run = office.ends(&format!("--db {file} {line}"), 3);
        if line.starts_with("init") {
            run.reports(&["已经存在"])
        } else {
            run.reports(&["同步文件夹“OneDrive - 街道办”", "--db", "backup"])
        };
    }
    office.ends("--db \"OneDrive - 街道办/b.db\" init --office 金花街道", 3).reports(&["同步文件夹"]);
    // A backup may be stored there and restored from there, but not into it.
    office.ok("backup \"OneDrive - 街道办/b.db\"");
    office.ok("restore \"OneDrive - 街道办/b.db\"");
    office.ends("--db \"OneDrive - 街道办/c.db\" restore \"OneDrive - 街道办/b.db\"", 3);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&folder, office.path("link")).unwrap();
        office.ends("--db link/a.db log", 3).reports(&["同步文件夹"]);
    }
}

/// Whatever the umask, written files are private to their owner.
#[cfg(unix)]
#[test]
fn written_files_are_private_to_their_owner_under_any_umask() {
    let office = Office::bare();
    office.write("w.csv", "姓名,社区,微心愿内容,年龄\n甲一,蟠虬社区,一盏灯,x\n乙二,蟠虬社区,一盏灯,8\n");
    let program = env!("CARGO_BIN_EXE_shuangwei");
    let run = |line: &str| {
        let script = format!("umask 000; SHUANGWEI_TESTING=1 '{program}' --today 2021-03-01 --lang zh {line}");
        std::process::Command::new("sh").arg("-c").arg(script).current_dir(office.path("")).output().unwrap()
    };
    for line in [
        "init --office 荔湾区/金花街道",
        "campaign add 2021 --from 2021-01-01 --until 2021-12-31",
        "collect wishes w.csv",
        "verify --all --pass",
        "publish --consent 表格已问",
        "export wishes --output out.csv",
        "export wishes --output out.xlsx",
        "report progress --output p.csv",
        "backup b.db",
        "backup --auto",
    ] {
        let run = run(line);
        assert!(run.status.code().unwrap() <= 1, "{line}: {}", String::from_utf8_lossy(&run.stderr));
    }
    let mut found: Vec<PathBuf> = vec![office.path("")];
    let mut seen = 0;
    while let Some(folder) = found.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("w.csv") {
                continue;
            }
            seen += 1;
            let wanted = if path.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode(&path), wanted, "{}", path.display());
            if path.is_dir() {
                found.push(path);
            }
        }
    }
    assert!(seen >= 10, "{seen}");
}

#[test]
fn backup_and_restore_want_files() {
    let office = Office::published();
    for line in ["backup -", "restore -", "backup - --dry-run"] {
        office.refuses(line, 2).reports(&["标准输入输出", ".db"]);
    }
    for line in ["publish --to -", "publish --templates -", "man -"] {
        office.refuses(line, 2).reports(&["文件夹"]);
    }
    assert!(!office.has("-"));
    // A dry run tells what would be done.
    office.ok("claim take 1号 --by 李梅");
    for line in ["backup x.db --dry-run", "backup --auto --dry-run"] {
        let run = office.ok(line);
        assert!(run.err.contains("将备份到") && !run.err.contains("已备份"), "{run:#?}");
    }
    assert!(!office.has("x.db"));
    office.ok("backup x.db").reports(&["已备份到 x.db"]);
}

#[test]
fn restore_of_a_backup_that_somebody_changed_says_so_loudly() {
    let office = Office::published();
    office.ok("backup b.db");
    office.ok("backup whole.db");
    let conn = rusqlite::Connection::open(office.path("b.db")).unwrap();
    conn.execute("UPDATE need SET content = '别的' WHERE id = 2", []).unwrap();
    drop(conn);
    for line in ["restore b.db --dry-run", "restore b.db"] {
        let run = office.ends(line, 1);
        run.reports(&["绕过日志被改动", "注意：备份 b.db 本身有 2 个问题", "check"]);
    }
    office.ends("check --db shuangwei-restored.db", 1);
    let run = office.ok("restore whole.db");
    assert!(!run.err.contains("注意"), "{run:#?}");
}
