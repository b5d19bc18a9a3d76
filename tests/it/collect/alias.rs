//! Organisations by the names that lists use, and lists of places.

use crate::office::Office;

const ORGS: &str = "组织编码,单位党组织名称,党组织简称,组织类别\nO008,国家税务局荔湾区税务局党委,区税务局党委,单位\nO009,荔湾区图书馆党支部,,单位\n";
const ROSTER: &str = "姓名,手机号,党员类型,所在党组织,社区\n甲一,19900001001,在职,区税务局,蟠虬社区\n乙二,19900001002,在职,区税务局,蟠虬社区\n丙三,19900001003,在职,图书馆,蟠虬社区\n";

#[test]
fn unknown_org_names_stay_pending_until_given_an_alias() {
    let office = Office::new();
    office.write("orgs.csv", ORGS);
    office.write("roster.csv", ROSTER);
    office.ok("collect orgs orgs.csv");
    office.ends("collect members roster.csv", 1).reports(&["区税务局", "问题 3 条"]);
    let pending = office.json("alias pending");
    assert_eq!(pending["pending"][0]["name"], "区税务局");
    assert_eq!((&pending["pending"][0]["rows"], &pending["pending"][0]["list"]), (&2.into(), &"roster.csv".into()));
    assert!(pending["pending"][0]["near"].as_array().unwrap().contains(&"区税务局党委".into()), "{pending:#}");
    // The same list again changes nothing.
    let entries = office.entries();
    office.ends("collect members roster.csv", 1);
    assert_eq!(office.entries(), entries);

    office.ok("alias add 区税务局 O008 --dry-run");
    assert_eq!(office.entries(), entries);
    office.ok("alias add 区税务局 O008").reports(&["即 国家税务局荔湾区税务局党委"]);
    office.ok("alias add 区税务局 区税务局党委").reports(&["此前已办理"]);
    let answer = office.json_of("collect members roster.csv", 1);
    assert_eq!((&answer["files"][0]["new"], &answer["files"][0]["rejected"]), (&2.into(), &1.into()));
    assert_eq!(office.json("alias pending")["pending"].as_array().unwrap().len(), 1);
    office.write("more.csv", "单位党组织名称,组织类别\n图书馆,单位\n");
    office.ok("collect orgs more.csv");
    assert!(office.json("alias pending")["pending"].as_array().unwrap().is_empty());
    assert!(office.ok("alias list").out.contains("区税务局党委"));
}

#[test]
fn alias_means_one_org_and_never_matches_a_part() {
    let office = Office::new();
    office.write("orgs.csv", ORGS);
    office.ok("collect orgs orgs.csv");
    office.refuses("alias add 荔湾区图书馆党支部 O008", 3).reports(&["已经是 荔湾区图书馆党支部 的名称"]);
    office.refuses("alias add 图书馆 税务局", 3).reports(&["没有这个党组织：税务局"]);
    office.refuses("alias add 图书馆 O999", 3);
}

#[test]
fn alias_is_removed_and_logged() {
    let office = Office::new();
    office.write("orgs.csv", ORGS);
    office.write("roster.csv", ROSTER);
    office.ok("collect orgs orgs.csv");
    office.ok("alias add 区税务局 O008");
    office.ok("alias remove 区税务局 --dry-run");
    assert_eq!(office.json("alias list")["aliases"].as_array().unwrap().len(), 2);
    office.ok("alias remove 区税务局").reports(&["不再是别名"]);
    assert_eq!(office.json("alias list")["aliases"].as_array().unwrap().len(), 1);
    office.ends("collect members roster.csv", 1).reports(&["区税务局"]);
    office.refuses("alias remove 区税务局", 3).reports(&["没有别名", "alias list"]);
    office.refuses("alias remove 区税务局党委", 3).reports(&["自己的名称或简称"]);
    office.ok("alias add 区税务局 O008");
}

#[cfg(unix)]
#[test]
fn pick_assigns_orgs_one_by_one_and_keeps_them_when_stopped() {
    let office = Office::new();
    office.write("orgs.csv", ORGS);
    office.write("roster.csv", ROSTER);
    office.ok("collect orgs orgs.csv");
    office.ends("collect members roster.csv", 1);
    // Nothing is found by a slip, and Enter takes nothing; the nearest is the first below "later"; then Esc.
    let mut session = crate::terminal::Session::new(&office, "alias pending --pick", (80, 24));
    session.sees(&["“区税务局”是："]);
    session.types("某某");
    session.sees(&["是：某某|"]);
    session.types("\n");
    session.presses_until("\x7f", "是：|");
    session.types(crate::terminal::DOWN);
    session.sees(&["> O008"]);
    session.types("\n");
    session.sees(&["“图书馆”是："]);
    session.types(crate::terminal::ESC);
    let (output, code) = session.end();
    assert_eq!(code, 0, "{output}");
    for words in ["（1/2）“区税务局”，roster.csv 里有 2 行", "> 以后再说", "即 国家税务局荔湾区税务局党委", "图书馆"]
    {
        assert!(output.contains(words), "{words}: {output}");
    }
    assert!(crate::terminal::shows_cursor(&output), "{output:?}");
    assert_eq!(office.json("alias pending")["pending"][0]["name"], "图书馆");
    // A mere Enter leaves it for later.
    let (output, code) = crate::terminal::answered(&office, "alias pending --pick", &[("“图书馆”是：", "\n")]);
    assert_eq!((code, output.contains("没有待对应")), (0, false), "{output}");
    let (output, code) =
        crate::terminal::answered(&office, "alias pending --pick", &[("“图书馆”是：", "荔湾区图书\n")]);
    assert_eq!((code, output.contains("没有待对应")), (0, true), "{output}");
    office.ok("collect members roster.csv");
    let refused = office.refuses("alias pending --pick", 2);
    refused.reports(&["--pick", "alias add"]);
    assert!(!refused.err.contains("--ask") && !refused.err.contains("--set"), "{refused:?}");
}

#[test]
fn importing_city_streets_twice_changes_nothing() {
    let office = Office::new();
    office.take_list("guangzhou-streets.csv");
    let answer = office.json("collect places guangzhou-streets.csv");
    let (new, rows) = (answer["files"][0]["new"].as_u64().unwrap(), answer["files"][0]["rows"].as_u64().unwrap());
    // The office's own street exists already.
    assert_eq!(new + 1, rows, "{answer:#}");
    assert!(rows > 150);
    assert!(answer["new_places"].as_array().unwrap().contains(&"荔湾区/沙面街道".into()));
    let again = office.json("collect places guangzhou-streets.csv");
    assert_eq!((again["files"][0]["unchanged"].as_u64(), &again["entry"]), (Some(rows), &serde_json::Value::Null));
}

#[test]
fn places_are_read_from_parts_or_paths_and_a_bad_one_is_a_fault() {
    let office = Office::new();
    office.write("p.csv", "社区,驿站\n蟠虬社区,\n锦龙社区,锦龙驿站\n,\n");
    let answer = office.json("collect places p.csv");
    assert_eq!(answer["new_places"].as_array().unwrap().len(), 3);
    office.write("q.csv", "属地\n荔湾区/金花街道/龙源社区\n荔湾区/金花街道/龙源社区/某区\n荔湾区/金花街道/龙源社区\n");
    let answer = office.json_of("collect places q.csv", 1);
    assert_eq!((&answer["files"][0]["new"], &answer["files"][0]["duplicates"]), (&1.into(), &1.into()));
    assert_eq!(
        (&answer["files"][0]["faults"][0]["row"], &answer["files"][0]["faults"][0]["column"]),
        (&3.into(), &"A".into())
    );
    office.write("w.csv", "姓名,社区,微心愿内容\n甲一,蟠虬社区,书桌\n");
    office.refuses("collect places w.csv", 3).reports(&["collect wishes"]);
}

#[test]
fn bare_community_is_resolved_by_name_and_an_ambiguous_one_is_a_fault() {
    let office = Office::new();
    office.write("p.csv", "属地\n荔湾区/金花街道/蟠虬社区\n荔湾区/龙津街道/文机社区\n荔湾区/沙面街道/文机社区\n");
    office.ok("collect places p.csv");
    office.write("a.csv", "姓名,社区,微心愿内容\n甲一,蟠虬社区,书桌\n");
    assert_eq!(office.json("collect wishes a.csv --under 荔湾区")["new_places"].as_array().unwrap().len(), 0);
    assert_eq!(office.export("wishes")[0]["属地"], "荔湾区/金花街道/蟠虬社区");
    office.write("b.csv", "姓名,社区,微心愿内容\n乙二,文机社区,轮椅\n");
    let answer = office.json_of("collect wishes b.csv --under 荔湾区", 1);
    let fault = &answer["files"][0]["faults"][0];
    assert_eq!((&fault["code"], &fault["column"]), (&"ambiguous".into(), &"B".into()));
    let message = fault["message"].as_str().unwrap();
    assert!(message.contains("荔湾区/龙津街道/文机社区") && message.contains("荔湾区/沙面街道/文机社区"), "{message}");
}
