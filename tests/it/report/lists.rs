//! The list to chase, a workbook for each group; and a disk on which no report finds room.

use std::collections::BTreeSet;
use std::fs;

use calamine::{Reader, Xlsx, open_workbook};

use crate::office::Office;

/// The names of a workbook's people: the second column below the headers.
fn people(office: &Office, name: &str) -> BTreeSet<String> {
    let mut book: Xlsx<_> = open_workbook(office.path(name)).unwrap();
    let mut names = BTreeSet::new();
    for (_, sheet) in book.worksheets() {
        let rows = sheet.rows().skip_while(|row| row.iter().all(|cell| *cell != "编号")).skip(1);
        names.extend(rows.map(|row| row[1].to_string()).filter(|name| !name.is_empty()));
    }
    names
}

#[test]
fn each_org_gets_a_list_of_its_own_people() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --today 2021-04-16");
    fs::create_dir(office.path("名单")).unwrap();
    let run = office.ok("report quota --for members --split-by org --to 名单");
    assert!(run.err.contains("2 个工作簿"), "{run:#?}");
    assert_eq!(people(&office, "名单/区税务局党委 O1.xlsx"), BTreeSet::from(["张伟".into(), "何静".into()]));
    let others = ["张伟", "陈刚", "周明"].map(str::to_owned);
    assert_eq!(people(&office, "名单/区图书馆党支部 O2.xlsx"), BTreeSet::from(others));
    let met = "report quota --for members --list met --split-by org --to 名单";
    office.refuses(met, 3).reports(&["区税务局党委 O1.xlsx", "--force"]);
    office.ok(&format!("{met} --force"));
    assert_eq!(people(&office, "名单/区税务局党委 O1.xlsx"), BTreeSet::from(["李梅".into()]));
}

#[test]
fn no_list_is_written_when_one_target_exists() {
    let office = Office::published();
    fs::create_dir(office.path("out")).unwrap();
    office.write("out/荔湾区-金花街道-锦龙社区.xlsx", "mine");
    office.refuses("report quota --for members --split-by community --to out", 3).reports(&["锦龙社区", "--force"]);
    assert_eq!(fs::read_dir(office.path("out")).unwrap().count(), 1, "nothing was written beside it");
    office.refuses("report quota --split-by org --to nowhere", 3).reports(&["nowhere"]);
    office.refuses("report quota --split-by class --to out", 2).reports(&["org"]);
    office.refuses("report quota --split-by org", 2);
    office.refuses("report quota --to out", 2);
}

#[test]
#[cfg(target_os = "linux")]
fn report_that_finds_no_room_fails_and_leaves_nothing() {
    let office = Office::published();
    let program = env!("CARGO_BIN_EXE_shuangwei");
    for name in ["q.xlsx", "q.html", "q.json", "q.csv", "q.md"] {
        // No file may grow beyond a kilobyte.
        let line = format!(
            "ulimit -f 1; SHUANGWEI_TESTING=1 exec '{program}' --today 2021-12-31 --lang zh report overview --output {name}"
        );
        let output = std::process::Command::new("bash")
            .args(["-c", &line])
            .current_dir(office.path("."))
            .output()
            .expect("bash is there");
        let answer = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(3), "{name}: {answer}");
        assert!(answer.contains(name), "{answer}");
        assert!(!office.has(name), "{name} is left");
    }
    assert!(office.names().iter().all(|name| !name.contains(".tmp")), "{:?}", office.names());
}
