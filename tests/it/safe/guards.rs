//! Nothing that a command writes takes the place of the office file, its journal, its backups, or a file that is not ours.

use std::fs;

use crate::office::Office;

/// Every flag that names a file to write, on a command that would replace it.
const WRITERS: &[&str] = &[
    "backup --force",
    "export wishes --force --output",
    "report progress --force --format csv --output",
    "log --force --format csv -o",
    "check --force --format csv -o",
    "show 1号 --force --format csv --output",
    "verify --force --export",
    "report quota --force --format csv --output",
];

#[test]
fn no_writer_takes_the_office_file_or_what_lies_next_to_it() {
    let office = Office::published();
    let backup = fs::read_dir(office.path("shuangwei.db.backups")).unwrap().next().unwrap().unwrap().file_name();
    let backup = format!("shuangwei.db.backups/{}", backup.to_str().unwrap());
    fs::create_dir(office.path("inner")).unwrap();
    fs::hard_link(office.path("shuangwei.db"), office.path("hard.csv")).unwrap();
    fs::hard_link(office.path(&backup), office.path("kept.csv")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("shuangwei.db", office.path("soft.csv")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("..", office.path("inner/up")).unwrap();
    let mut targets = vec!["shuangwei.db", "./inner/../shuangwei.db", "shuangwei.db-journal", "shuangwei.db-wal"];
    targets.extend(["shuangwei.db-shm", &backup, "hard.csv", "kept.csv"]);
    if cfg!(unix) {
        targets.extend(["soft.csv", "inner/up/shuangwei.db"]);
    }
    let kept = fs::read(office.path(&backup)).unwrap();
    for writer in WRITERS {
        for target in &targets {
            if writer.contains("verify") && !target.ends_with(".csv") {
                // It writes lists only.
                office.refuses(&format!("{writer} {target}"), 2);
                continue;
            }
            office.refuses(&format!("{writer} {target}"), 3).reports(&["是工作文件", "不能覆盖"]);
        }
        let free = match writer {
            _ if writer.starts_with("backup") => "free.db",
            _ if writer.contains("json") => "free.json",
            _ => "free.csv",
        };
        office.ok(&format!("{writer} {free}"));
    }
    assert!(fs::read(office.path("kept.csv")).unwrap() == kept, "the backup has changed");
    office.ok("check");
}

/// A folder in the journal's place would keep everybody out of the office file.
#[test]
fn no_folder_takes_the_place_of_the_journal_or_the_backups() {
    let office = Office::published();
    fs::create_dir(office.path("inner")).unwrap();
    let mut targets = vec!["shuangwei.db-journal", "shuangwei.db-wal/pack", "inner/../shuangwei.db-shm/a/b"];
    targets.extend(["shuangwei.db.backups", "shuangwei.db.backups/pack"]);
    for target in targets {
        for writer in ["publish --to", "publish --dry-run --to", "man"] {
            office.refuses(&format!("{writer} {target}"), 3).reports(&["是工作文件", "不能覆盖"]);
        }
        assert!(target.starts_with("shuangwei.db.backups") || !office.has(target), "{target}");
    }
    office.refuses("--db shuangwei.db-journal init --office 荔湾区/金花街道", 3).reports(&["不能覆盖"]);
    office.ok("backup b.db");
    office.refuses("--db shuangwei.db-wal restore b.db", 3).reports(&["不能覆盖"]);
    office.ok("publish --to inner/pack");
    office.ok("check");
}

/// The office file of another run is one too.
#[test]
fn no_answer_takes_another_office_file() {
    let office = Office::published();
    office.ok("backup other.db");
    let other = fs::read(office.path("other.db")).unwrap();
    office.refuses("export wishes --output other.db --force", 3).reports(&["不能覆盖"]);
    office.refuses("--db other.db export wishes --output shuangwei.db --force", 3).reports(&["不能覆盖"]);
    assert!(fs::read(office.path("other.db")).unwrap() == other);
    // A backup replaces a backup.
    office.ok("backup other.db --force");
    // A foreign database is a file like others.
    let mut foreign = other;
    foreign[68..72].copy_from_slice(b"ELSE");
    office.write("foreign.csv", foreign);
    office.ok("export wishes --output foreign.csv --force");
}

#[test]
fn faulty_rows_never_go_into_the_office_files_place() {
    let office = Office::published();
    office.write("w.csv", "许愿人,社区,微心愿内容,联系电话\n甲一,蟠虬社区,一盏灯,1.38E+10\n");
    for target in ["shuangwei.db", "shuangwei.db-journal"] {
        office.refuses(&format!("collect wishes w.csv --rejects {target}"), 3).reports(&["不能覆盖"]);
        assert!(!office.has("shuangwei.db-journal"));
    }
    office.ends("collect wishes w.csv --rejects r.csv", 1);
    assert!(office.has("r.csv"));
}

#[test]
fn publish_replaces_files_of_an_earlier_pack_only() {
    let mut office = Office::published();
    office.write("public.csv", "姓名,电话\n我自己的表,\n");
    office.refuses("publish --to .", 3).reports(&["public.csv", "不是以前发布", "--to"]);
    assert_eq!(office.read("public.csv"), "姓名,电话\n我自己的表,\n");
    // A file that comes in the way of one of the pack's is found before any is put in place.
    fs::create_dir(office.path("r")).unwrap();
    office.write("r/list.csv", "我自己的\n");
    office.ends("publish --to r", 1).reports(&["list.csv", "不是以前发布"]);
    assert_eq!(office.read("r/list.csv"), "我自己的\n");
    assert_eq!(fs::read_dir(office.path("r")).unwrap().count(), 1);
    fs::create_dir(office.path("p")).unwrap();
    office.write("p/wechat.txt", "备忘\n");
    office.refuses("publish --to p", 3).reports(&["wechat.txt"]);
    assert!(!office.has("p/public.csv") && office.read("p/wechat.txt") == "备忘\n");
    // An earlier pack, also one in the other language.
    office.ok("publish --to q");
    office.lang = "en";
    office.ok("publish --to q");
    office.lang = "zh";
    office.ok("publish --to q");
    assert!(office.read("q/list.csv").contains("1号"));
}

/// A killed `export --output` has left a file with people's phones in another folder: the next writer there clears it away.
#[cfg(unix)]
#[test]
fn unfinished_files_are_cleared_away_where_the_next_command_writes() {
    let office = Office::published();
    fs::create_dir(office.path("out")).unwrap();
    for name in ["out/.shuangwei-aB3xYz.tmp", "out/.shuangwei-held.tmp", "out/mine.tmp", "out/.shuangwei-not"] {
        office.write(name, "19900003001");
    }
    let held = fs::File::open(office.path("out/.shuangwei-held.tmp")).unwrap();
    held.lock().unwrap();
    office.ok("export wishes --output out/w.csv");
    let there = |name: &str| office.has(&format!("out/{name}"));
    assert!(!there(".shuangwei-aB3xYz.tmp") && there(".shuangwei-held.tmp"));
    assert!(there("mine.tmp") && there(".shuangwei-not") && there("w.csv"));
}

/// A killed `publish` has left a pack beside its place or in it: the next one clears it away, but none that is being made.
#[cfg(unix)]
#[test]
fn unfinished_packs_are_cleared_away_by_the_next_publish() {
    let office = Office::published();
    let folders = [".shuangwei-left.tmp", "publish/.shuangwei-left.tmp", ".shuangwei-held.tmp"];
    for folder in folders {
        fs::create_dir(office.path(folder)).unwrap();
        office.write(&format!("{folder}/list.csv"), "19900003001");
    }
    let held = fs::File::open(office.path(folders[2])).unwrap();
    held.lock().unwrap();
    office.ok("publish");
    assert_eq!(folders.map(|folder| office.has(folder)), [false, false, true]);
    assert!(office.has("publish/list.csv"));
}
