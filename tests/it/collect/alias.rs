//! Organisations by the names that lists call them, and places from lists of their own.

use crate::office::Office;

const ORGS: &str = "组织编码,单位党组织名称,党组织简称,组织类别\nO008,国家税务局荔湾区税务局党委,区税务局党委,单位\nO009,荔湾区图书馆党支部,,单位\n";
const ROSTER: &str = "姓名,手机号,党员类型,所在党组织,社区\n甲一,19900001001,在职,区税务局,蟠虬社区\n乙二,19900001002,在职,区税务局,蟠虬社区\n丙三,19900001003,在职,图书馆,蟠虬社区\n";

#[test]
fn names_that_nobody_has_wait_until_a_clerk_says_what_they_mean() {
    let office = Office::new();
    office.write("orgs.csv", ORGS);
    office.write("roster.csv", ROSTER);
    office.ok("collect orgs orgs.csv");
    office.ends("collect members roster.csv", 1).tells(&["区税务局", "问题 3 条"]);
    let pending = office.json("alias pending");
    assert_eq!(pending["pending"][0]["name"], "区税务局");
    assert_eq!((&pending["pending"][0]["rows"], &pending["pending"][0]["list"]), (&2.into(), &"roster.csv".into()));
    assert!(pending["pending"][0]["near"].as_array().unwrap().contains(&"区税务局党委".into()), "{pending:#}");
    // The same list again is no news.
    let entries = office.entries();
    office.ends("collect members roster.csv", 1);
    assert_eq!(office.entries(), entries);

    office.ok("alias add 区税务局 O008 --dry-run");
    assert_eq!(office.entries(), entries);
    office.ok("alias add 区税务局 O008").tells(&["即 国家税务局荔湾区税务局党委"]);
    office.ok("alias add 区税务局 区税务局党委").tells(&["此前已办理"]);
    let said = office.json_of("collect members roster.csv", 1);
    assert_eq!((&said["files"][0]["new"], &said["files"][0]["rejected"]), (&2.into(), &1.into()));
    assert_eq!(office.json("alias pending")["pending"].as_array().unwrap().len(), 1);
    office.write("more.csv", "单位党组织名称,组织类别\n图书馆,单位\n");
    office.ok("collect orgs more.csv");
    assert!(office.json("alias pending")["pending"].as_array().unwrap().is_empty());
    assert!(office.ok("alias list").out.contains("区税务局党委"));
}

#[test]
fn a_name_means_one_organisation_and_is_never_matched_by_a_part() {
    let office = Office::new();
    office.write("orgs.csv", ORGS);
    office.ok("collect orgs orgs.csv");
    office.refuses("alias add 荔湾区图书馆党支部 O008", 3).tells(&["已经是 荔湾区图书馆党支部 的名称"]);
    office.refuses("alias add 图书馆 税务局", 3).tells(&["没有这个党组织：税务局"]);
    office.refuses("alias add 图书馆 O999", 3);
}

#[test]
fn an_alias_is_taken_away_again_and_the_log_tells_of_it() {
    let office = Office::new();
    office.write("orgs.csv", ORGS);
    office.write("roster.csv", ROSTER);
    office.ok("collect orgs orgs.csv");
    office.ok("alias add 区税务局 O008");
    office.ok("alias remove 区税务局 --dry-run");
    assert_eq!(office.json("alias list")["aliases"].as_array().unwrap().len(), 2);
    office.ok("alias remove 区税务局").tells(&["不再是别名"]);
    assert_eq!(office.json("alias list")["aliases"].as_array().unwrap().len(), 1);
    office.ends("collect members roster.csv", 1).tells(&["区税务局"]);
    office.refuses("alias remove 区税务局", 3).tells(&["没有别名", "alias list"]);
    office.refuses("alias remove 区税务局党委", 3).tells(&["自己的名称或简称"]);
    office.ok("alias add 区税务局 O008");
}

#[cfg(unix)]
#[test]
fn a_clerk_picks_organisations_one_by_one_and_loses_nothing_by_stopping() {
    let office = Office::new();
    office.write("orgs.csv", ORGS);
    office.write("roster.csv", ROSTER);
    office.ok("collect orgs orgs.csv");
    office.ends("collect members roster.csv", 1);
    // By number after a slip; then the terminal is closed.
    let (told, code) = crate::terminal::typed(&office, "alias pending --pick", "某某\n1\n\x04");
    assert_eq!(code, 0, "{told}");
    for words in
        ["（1/2）“区税务局”，roster.csv 里有 2 行", "没有这个党组织：某某", "即 国家税务局荔湾区税务局党委", "图书馆"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert_eq!(office.json("alias pending")["pending"][0]["name"], "图书馆");
    let (told, code) = crate::terminal::typed(&office, "alias pending --pick", "O009\n");
    assert_eq!((code, told.contains("没有待对应")), (0, true), "{told}");
    office.ok("collect members roster.csv");
    office.ends("alias pending --pick", 2);
}

#[test]
fn a_citys_streets_are_loaded_once() {
    let office = Office::new();
    office.take_list("guangzhou-streets.csv");
    let said = office.json("collect places guangzhou-streets.csv");
    let (new, rows) = (said["files"][0]["new"].as_u64().unwrap(), said["files"][0]["rows"].as_u64().unwrap());
    // The office's own street is there already.
    assert_eq!(new + 1, rows, "{said:#}");
    assert!(rows > 150);
    assert!(said["new_places"].as_array().unwrap().contains(&"荔湾区/沙面街道".into()));
    let again = office.json("collect places guangzhou-streets.csv");
    assert_eq!((again["files"][0]["unchanged"].as_u64(), &again["entry"]), (Some(rows), &serde_json::Value::Null));
}

#[test]
fn places_come_in_parts_or_as_paths_and_a_bad_one_is_a_fault() {
    let office = Office::new();
    office.write("p.csv", "社区,驿站\n蟠虬社区,\n锦龙社区,锦龙驿站\n,\n");
    let said = office.json("collect places p.csv");
    assert_eq!(said["new_places"].as_array().unwrap().len(), 3);
    office.write("q.csv", "属地\n荔湾区/金花街道/龙源社区\n荔湾区/金花街道/龙源社区/某区\n荔湾区/金花街道/龙源社区\n");
    let said = office.json_of("collect places q.csv", 1);
    assert_eq!((&said["files"][0]["new"], &said["files"][0]["duplicates"]), (&1.into(), &1.into()));
    assert_eq!(
        (&said["files"][0]["faults"][0]["row"], &said["files"][0]["faults"][0]["column"]),
        (&3.into(), &"A".into())
    );
    office.write("w.csv", "姓名,社区,微心愿内容\n甲一,蟠虬社区,书桌\n");
    office.refuses("collect places w.csv", 3).tells(&["collect wishes"]);
}

#[test]
fn a_bare_community_is_the_one_of_that_name_and_two_are_a_fault_naming_both() {
    let office = Office::new();
    office.write("p.csv", "属地\n荔湾区/金花街道/蟠虬社区\n荔湾区/龙津街道/文机社区\n荔湾区/沙面街道/文机社区\n");
    office.ok("collect places p.csv");
    office.write("a.csv", "姓名,社区,微心愿内容\n甲一,蟠虬社区,书桌\n");
    assert_eq!(office.json("collect wishes a.csv --under 荔湾区")["new_places"].as_array().unwrap().len(), 0);
    assert_eq!(office.export("wishes")[0]["属地"], "荔湾区/金花街道/蟠虬社区");
    office.write("b.csv", "姓名,社区,微心愿内容\n乙二,文机社区,轮椅\n");
    let said = office.json_of("collect wishes b.csv --under 荔湾区", 1);
    let fault = &said["files"][0]["faults"][0];
    assert_eq!((&fault["code"], &fault["column"]), (&"ambiguous".into(), &"B".into()));
    let told = fault["message"].as_str().unwrap();
    assert!(told.contains("荔湾区/龙津街道/文机社区") && told.contains("荔湾区/沙面街道/文机社区"), "{told}");
}
