//! `list`: which records fit, in which columns, masked, in every form.

use serde_json::Value;

use crate::office::{Office, table};

fn codes(office: &Office, line: &str) -> Vec<String> {
    let kind = line.split(' ').next().unwrap();
    let document = office.json(&format!("list {line}"));
    let rows = document[kind].as_array().unwrap();
    assert_eq!(document["shown"], rows.len(), "{line}");
    rows.iter().map(|row| row["code"].as_str().unwrap_or_default().to_owned()).collect()
}

fn held() -> Office {
    let office = Office::published();
    office.ok("claim take 3号 --by 李梅 --on 2021-05-01");
    office.ok("claim take 9号 --by 区图书馆 --on 2021-05-02");
    office.ok("claim start 3号 --by 李梅 --on 2021-05-03");
    office
}

#[test]
fn every_option_narrows_the_list_and_the_order_is_total() {
    let office = held();
    assert_eq!(codes(&office, "wishes").len(), 8);
    assert_eq!(codes(&office, "wishes --state 待认领").len(), 7);
    assert_eq!(codes(&office, "wishes --state open"), codes(&office, "wishes --unclaimed"));
    assert_eq!(codes(&office, "wishes --state in_progress"), ["JH-W000003"]);
    assert_eq!(codes(&office, "wishes --state 已发布").len(), 8);
    assert_eq!(codes(&office, "wishes --place 蟠虬社区"), ["JH-W000001", "JH-W000005"]);
    assert_eq!(codes(&office, "wishes --by 李梅"), ["JH-W000003"]);
    assert_eq!(codes(&office, "projects --by 区图书馆"), ["XM01"]);
    assert_eq!(codes(&office, "wishes --text 轮椅"), ["JH-W000003"]);
    assert_eq!(codes(&office, "members --text 区图书馆").len(), 4);
    assert_eq!(codes(&office, "wishes --text 3004"), ["JH-W000004"]);
    assert_eq!(codes(&office, "wishes --since 2021-03-07"), ["JH-W000007", "JH-W000008"]);
    assert_eq!(codes(&office, "wishes --sort place --limit 2"), ["JH-W000001", "JH-W000005"]);
    assert_eq!(codes(&office, "members --text 张伟"), ["JH-M000001", "JH-M000002"]);
    assert!(!codes(&office, "members --unclaimed").contains(&"JH-M000003".to_owned()));
    assert_eq!(codes(&office, "members --place 锦龙社区 --since 2020-01-04").len(), 3);
    assert_eq!(codes(&office, "claims --state 办理中"), ["JH-C000001"]);
    assert_eq!(codes(&office, "claims --since 2021-05-02"), ["JH-C000002"]);
    assert_eq!(codes(&office, "orgs --sort name").len(), 4);
    let places = office.json("list places --place 荔湾区/金花街道 --sort name");
    assert_eq!(places["total"], places["places"].as_array().unwrap().len());
    assert!(places["places"].as_array().unwrap().iter().any(|row| row["place"] == "荔湾区/金花街道/蟠虬社区"));
}

#[test]
fn what_is_private_is_masked_in_every_form() {
    let office = held();
    office.ok("edit JH-W000003 --set 备注=邻居陈秀英19900009999可代收");
    for form in ["table", "csv", "json", "jsonl", "md", "html"] {
        let run = office.ok(&format!("list wishes --format {form}"));
        assert!(!run.out.contains("19900003003") && !run.out.contains("光明路12号"), "{run:?}");
        let run = office.ok(&format!("find 陈秀英 --format {form}"));
        assert!(run.out.contains("JH-W000003") && !run.out.contains("19900009999"), "{run:?}");
    }
    let members = office.json("list members --limit 1");
    assert_eq!(members["members"][0]["phone"], "199****1001");
    let show = office.json("show JH-M000001");
    assert_eq!((show["phone"].as_str(), show["kind"].as_str()), (Some("199****1001"), Some("member")));
    assert!(show["id"].as_str().unwrap().contains("****") && show["id_digest"] == Value::Null, "{show}");
}

#[test]
fn limit_of_nothing_is_refused_without_a_bound_nobody_means() {
    let office = Office::verified();
    for kind in ["wishes", "claims", "places"] {
        let run = office.refuses(&format!("list {kind} --limit 0"), 2);
        assert!(!run.err.contains("****") && run.err.contains("1 或更大"), "{run:#?}");
    }
}

#[test]
fn limit_is_shown_below_a_table_and_never_among_rows() {
    let office = held();
    office.ok("list wishes --limit 3").answers(&["显示 3 / 共 8"]);
    assert!(!office.ok("list wishes --limit 8").out.contains("显示"));
    let csv = office.ok("list wishes --limit 3 --format csv");
    let rows = table(csv.out.trim_start_matches('\u{FEFF}'));
    assert_eq!((rows.len(), rows[2]["编号"].as_str()), (3, "JH-W000003"), "{csv:?}");
    assert_eq!(rows[2]["属地"], "荔湾区/金花街道/龙源社区");
    let lines = office.ok("list wishes --limit 3 --format jsonl");
    let lines: Vec<Value> = lines.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        (lines.len(), &lines[2]["state"], &lines[2]["progress"]),
        (3, &"published".into(), &"in_progress".into())
    );
    assert_eq!((&lines[2]["claimants"][0]["name"], &lines[0]["claimants"]), (&"李梅".into(), &serde_json::json!([])));
    let none = office.ok("list wishes --text 没有这样的 --format csv");
    assert!(none.out.contains("编号,墙号") && none.out.lines().count() == 1, "{none:?}");
    office.ok("list wishes --output 心愿.csv");
    assert_eq!(table(&office.read("心愿.csv")).len(), 8);
    let document = office.json("list projects --limit 1");
    assert_eq!((&document["shown"], &document["total"]), (&1.into(), &2.into()));
    assert_eq!(document["projects"][0]["budget"], "50000.00");
    office.ok("list members --unclaimed --output 未认领.xlsx");
    let parts = crate::workbook::parts_of(&std::fs::read(office.path("未认领.xlsx")).unwrap());
    let has_name = parts.iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("张伟"));
    assert!(has_name);
}

#[test]
fn options_that_do_not_fit_the_kind_are_errors_of_usage() {
    let office = held();
    for (line, words) in [
        ("list places --by 李梅", "--by 不能用于属地"),
        ("list places --since 2021-01-01", "--since 不能用于属地"),
        ("list members --state 已发布", "--state 不能用于党员"),
        ("list claims --unclaimed", "--unclaimed 不能用于认领"),
        ("list outsiders --place 蟠虬社区", "--place 不能用于社会力量"),
        ("list wishes --state 好了", "没有 好了 这个状态"),
        ("list claims --state 待认领", "没有 待认领 这个状态"),
        ("list members --sort deadline", "不能按 deadline 排"),
        ("list wishes --sort 高矮", "不能按 高矮 排"),
    ] {
        office.refuses(line, 2).reports(&[words]);
    }
    office.refuses("list wishes --limit 0", 2);
    office.refuses("list dogs", 2);
    office.refuses("list wishes --place 没有社区", 3);
    office.refuses("list wishes --by 张伟", 3).reports(&["叫 张伟 的不止一位", "区图书馆"]);
    office.ok("list outsiders").answers(&["没有"]);
}

#[test]
fn row_in_a_pipe_or_a_file_is_one_line_however_wide() {
    let office = Office::published();
    let run = office.ok("list wishes");
    let line = run.out.lines().find(|line| line.contains("JH-W000001")).unwrap();
    assert!(unicode_width::UnicodeWidthStr::width(line) > 80, "{line}");
    assert!(line.contains("伍峰") && line.contains("盼望有一张新书桌给孙女写作业"), "{line}");
    office.ok("list wishes --output a.txt");
    assert_eq!(office.read("a.txt"), run.out);
}
