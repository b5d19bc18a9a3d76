//! `claim pending`: what chats and lists say of claims and nobody could match.

use serde_json::Value;

use crate::office::Office;

fn items(document: &Value) -> Vec<(u64, &str)> {
    let items = document["pending"].as_array().unwrap().iter();
    items.map(|one| (one["item"].as_u64().unwrap(), one["need"].as_str().unwrap_or_default())).collect()
}

#[test]
fn what_nobody_could_match_waits_until_it_is_taken_or_dropped() {
    let office = Office::published();
    office.write("chat.txt", "1号 张伟\n2号 王小明 19900009999\n99号 李梅\n3号 陈刚\n");
    office.ok("claim wechat chat.txt");
    assert_eq!(items(&office.json("claim pending")), []);
    office.ok("claim wechat chat.txt --take-sure");
    office.ok("claim wechat chat.txt --take-sure");
    let pending = office.json("claim pending");
    assert_eq!(items(&pending), [(1, "1号"), (2, "2号"), (3, "99号")]);
    assert!(!office.ok("claim pending").out.contains("19900009999"));
    office.ok("claim pending --take 3 --need 4号 --by 李梅").reports(&["待定 3", "JH-C0000", "4号", "李梅"]);
    assert_eq!(items(&office.json("claim pending")), [(1, "1号"), (2, "2号")]);
    office.refuses("claim pending --take 3 --by 李梅", 3);
    office.refuses("claim pending --take 1 --by 张伟", 3);
    office.ok("claim pending --drop 1");
    assert_eq!(items(&office.json("claim pending")), [(2, "2号")]);
    office.ok("claim take 2号 --by 陈刚");
    let pending = office.json("claim pending");
    assert_eq!((items(&pending), &pending["too_late"]), (vec![], &1.into()));
    office.ok("claim pending").reports(&["没有待定", "另有 1 项", "--all"]);
    let all = office.json("claim pending --all");
    assert_eq!((items(&all), &all["pending"][0]["too_late"]), (vec![(2, "2号")], &true.into()));
    office.ok("claim pending --all").answers(&["已被别人认领"]);
    office.ok("claim pending --drop 2");
    assert_eq!(office.json("claim pending")["too_late"], 0);
    assert_eq!(office.json("check")["ok"], true);
}

#[test]
fn rows_of_a_list_that_nobody_could_match_wait_too_and_come_back_as_a_list() {
    let office = Office::published();
    office.write("claims.csv", "心愿编号,认领人\n1号,王小明\nJH-W009999,李梅\n2号,李梅\n");
    office.ends("claim import claims.csv", 1);
    office.ends("claim import claims.csv", 1);
    assert_eq!(items(&office.json("claim pending")), [(1, "1号"), (2, "JH-W009999")]);
    office.ok("claim pending --output inbox.csv");
    let list: String = office
        .read("inbox.csv")
        .lines()
        .map(|line| format!("{}\r\n", line.replace(",1号,王小明,,", ",1号,陈刚,,")))
        .collect();
    let list = list.lines().map(|line| {
        let mut cells: Vec<String> = crate::office::cells(line).concat();
        if cells.first().is_some_and(|first| first == "1") {
            cells[8] = "认领".to_owned();
        }
        cells.join(",")
    });
    office.write("decided.csv", list.collect::<Vec<_>>().join("\n"));
    office.ok("claim import decided.csv");
    assert_eq!(items(&office.json("claim pending")), [(2, "JH-W009999")]);
}

#[test]
fn erasing_somebody_takes_the_name_out_of_the_inbox() {
    let office = Office::published();
    office.write("chat.txt", "1号 李梅 王小明\n");
    office.ok("claim wechat chat.txt --take-sure");
    assert!(office.ok("claim pending").out.contains("李梅"));
    office.ok("erase 李梅 --reason 本人要求");
    assert!(!office.ok("claim pending").out.contains("李梅"));
    assert_eq!(office.json("check")["ok"], true);
}

#[test]
fn list_out_of_the_inbox_settles_what_waits_there() {
    let office = Office::published();
    office.write("chat.txt", "1号 张伟\n2号 王小明\n3号 赵小红\n何静 4号\n");
    office.ok("claim wechat chat.txt --take-sure");
    office.write("claims.csv", "墙号,认领人,所在单位\n5号,张伟,\n5号,张伟,区教育局\n");
    office.ends("claim import claims.csv", 1);
    // Two of that name, of two units, are not one.
    let all = [(1, "1号"), (2, "2号"), (3, "3号"), (4, "4号"), (5, "5号"), (6, "5号")];
    assert_eq!(items(&office.json("claim pending")), all);
    office.ok("claim pending --output inbox.csv");
    let list = office.read("inbox.csv");
    let decided = list.lines().map(|line| {
        let mut cells: Vec<String> = crate::office::cells(line).concat();
        let (who, what) = match cells[0].as_str() {
            "1" => ("JH-M000001", "认领"),
            "2" => ("王小明", "否"),
            "3" => ("赵小红", "认领"),
            "4" => ("何静", "认领"),
            _ => return cells.join(","),
        };
        (cells[5], cells[8]) = (who.to_owned(), what.to_owned());
        if cells[0] == "4" {
            cells[9] = "1".to_owned();
        }
        cells.join(",")
    });
    office.write("decided.csv", decided.collect::<Vec<_>>().join("\n"));
    let run = office.ends("claim import decided.csv", 1);
    assert!(!run.err.contains("未识别的列"), "{}", run.err);
    // What is still not clear waits as it did, once.
    assert_eq!(items(&office.json("claim pending")), [(3, "3号"), (5, "5号"), (6, "5号")]);
    assert_eq!(office.json("claim pending --all")["too_late"], 0);
    let records = office.records();
    office.ends("claim import decided.csv", 1);
    assert_eq!(office.records(), records);
}
