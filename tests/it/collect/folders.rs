//! Lists by the folder or the pattern: which files are lists, and one that cannot be read among those that can.

use std::fs;

use serde_json::json;

use crate::office::{Office, Run};

fn list(content: &str) -> String {
    format!("许愿人,社区,微心愿内容,同意公开\n伍艳,蟠虬社区,{content},是\n")
}

/// A folder with three lists, two of them below, and with what is none.
fn office() -> Office {
    let office = Office::new();
    fs::create_dir_all(office.path("收件/三月/旧")).unwrap();
    office.write("收件/b.csv", list("想要一把轮椅"));
    office.write("收件/三月/a.CSV", list("想要一张书桌"));
    office.write("收件/三月/旧/c.csv", list("想要一台收音机"));
    office.write("收件/b.csv.rejects.csv", list("问题行"));
    office.write("收件/b.csv.rejects-2.csv", list("问题行"));
    office.write("收件/~$b.xlsx", "x");
    office.write("收件/.b.csv", list("隐藏"));
    office.write("收件/说明.txt", "请看");
    fs::create_dir(office.path("空")).unwrap();
    office
}

fn files(run: &Run) -> Vec<String> {
    run.json()["files"].as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn folder_is_the_lists_in_it_and_one_entry() {
    let office = office();
    let entries = office.entries();
    assert_eq!(files(&office.ok("collect wishes 收件 --format json")), ["收件/b.csv"]);
    let run = office.ok("collect wishes 收件 --recursive --format json");
    assert_eq!(files(&run), ["收件/b.csv", "收件/三月/a.CSV", "收件/三月/旧/c.csv"]);
    assert_eq!((office.entries(), office.export("wishes").len()), (entries + 2, 3));
    // A file that is named is a list whatever it is called.
    assert_eq!(files(&office.ok("collect wishes 收件/b.csv.rejects.csv --format json")), ["收件/b.csv.rejects.csv"]);
    for line in ["collect wishes 空", "collect wishes 空 --recursive", "collect wishes 收件/*.ods"] {
        office.refuses(line, 3).reports(&["没有清单", "csv"]);
    }
    office.refuses("collect wishes 收件/b.csv --recursive", 2).reports(&["--recursive"]);
}

#[test]
fn pattern_is_for_shells_that_do_not_expand_it() {
    let office = office();
    assert_eq!(files(&office.ok("collect wishes 收件/*.csv --format json")), ["收件/b.csv"]);
    let run = office.ok("collect wishes 收件/?.csv --recursive --format json");
    assert_eq!(files(&run), ["收件/b.csv", "收件/三月/旧/c.csv"]);
    office.refuses("collect wishes 没有/*.csv", 3).reports(&["没有"]);
    office.refuses("collect wishes 没有.csv", 3);
}

#[test]
fn unreadable_list_is_reported_and_skipped_only_where_that_is_asked_for() {
    let office = office();
    office.write("收件/坏.xlsx", [0u8; 64]);
    // Its header is sound, and a row further down ends the list.
    office.write("收件/断.csv", list("想要一盏灯") + "王刚,蟠虬社区,\"想要一张床,是\n");
    office.refuses("collect wishes 收件", 3).reports(&["坏.xlsx"]);
    assert_eq!(office.export("wishes").len(), 0);
    let run = office.ends("collect wishes 收件 --skip-unreadable --format json", 1);
    run.reports(&["坏.xlsx", "断.csv", "略过"]);
    assert_eq!(files(&run), ["收件/b.csv"]);
    let document = run.json();
    let unreadable: Vec<_> = document["unreadable"].as_array().unwrap().iter().map(|one| &one["file"]).collect();
    assert_eq!(unreadable, [&json!("收件/坏.xlsx"), &json!("收件/断.csv")]);
    assert_eq!(office.export("wishes").len(), 1);
    // Where none can be read nothing is done.
    office.refuses("collect wishes 收件/坏.xlsx 收件/断.csv --skip-unreadable", 3).reports(&["2 份"]);
    office.refuses("collect wishes 收件 --skip-unreadable --strict", 2);
    assert!(office.json("collect wishes 收件/b.csv")["unreadable"].is_null());
}

#[test]
fn rejects_of_several_lists_go_to_a_folder() {
    let office = office();
    office.write("收件/b.csv", list(""));
    office.write("收件/三月/b.csv", list("") + "王刚,蟠虬社区,,是\n");
    office.refuses("collect wishes 收件 --recursive --rejects 问题.csv", 2).reports(&["文件夹"]);
    let run = office.ends("collect wishes 收件 --recursive --rejects 空", 1);
    let mut names: Vec<String> = fs::read_dir(office.path("空"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["b.csv.rejects-2.csv", "b.csv.rejects.csv"], "{run:?}");
    assert_eq!(office.read("空/b.csv.rejects.csv").lines().count(), 2);
    assert!(!office.has("收件/三月/b.csv.rejects.csv"));
    // One list too.
    office.write("d.csv", list(""));
    office.ends("collect wishes d.csv --rejects 空", 1);
    assert!(office.has("空/d.csv.rejects.csv"));
}
