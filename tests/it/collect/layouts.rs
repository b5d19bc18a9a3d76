//! Layouts that offices send and the samples lack: tests/lists/layouts.

use serde_json::Value;

use crate::office::Office;

/// An office with one of the lists.
fn with(list: &str) -> Office {
    let office = Office::new();
    office.take_list(&format!("layouts/{list}"));
    office
}

/// New, faulty and skipped rows of the first list.
fn counts(answer: &Value) -> (u64, u64, u64) {
    let count = |key: &str| answer["files"][0][key].as_u64().unwrap();
    (count("new"), count("rejected"), count("skipped"))
}

#[test]
fn form_site_questions_are_headers() {
    let office = with("form-site.csv");
    let answer = office.json("collect wishes form-site.csv");
    assert_eq!(counts(&answer), (2, 0, 0));
    let wishes = office.export("wishes --reveal 测试");
    let columns = ["许愿人", "联系电话", "属地", "微心愿内容", "征集时间", "征集渠道", "同意公开", "来自IP"];
    assert_eq!(
        columns.map(|header| wishes[1][header].as_str()),
        [
            "乙二",
            "19900001002",
            "荔湾区/金花街道/锦龙社区",
            "一把轮椅",
            "2021-04-09",
            "微信",
            "否",
            "192.0.2.2(广东-广州)"
        ]
    );
}

#[test]
fn unicode_text_export_is_recognised_by_its_bytes() {
    let office = with("unicode.txt");
    let answer = office.json("collect wishes unicode.txt");
    assert_eq!((counts(&answer), answer["files"][0]["encoding"].as_str()), ((2, 0, 1), Some("utf-16le")));
    assert_eq!(office.export("wishes")[1]["微心愿内容"], "一把轮椅\n（带靠背）");
}

#[test]
fn subtotal_rows_are_not_wishes() {
    let office = with("subtotals.csv");
    let answer = office.json("collect wishes subtotals.csv");
    assert_eq!((counts(&answer), answer["files"][0]["encoding"].as_str()), ((2, 0, 3), Some("gb18030")));
    let wishes = office.export("wishes");
    assert_eq!([&wishes[0]["预计金额"], &wishes[1]["预计金额"]], ["1200.50", "500.00"]);
}

#[test]
fn branch_rows_are_skipped_and_never_members() {
    let office = with("branches.csv");
    let answer = office.json("collect members branches.csv");
    assert_eq!(counts(&answer), (3, 0, 2));
    assert!(office.export("members").iter().all(|member| !member["姓名"].contains("支部")));
}

#[test]
fn sheet_name_sets_the_community_of_its_wishes() {
    let office = with("communities.xlsx");
    office.refuses("collect wishes communities.xlsx", 3).reports(&["蟠虬社区、锦龙社区", "--sheet all"]);
    let run = office.ok("collect wishes communities.xlsx --sheet all --format json");
    run.reports(&["communities.xlsx〔锦龙社区〕 没有属地列，按工作表名取 锦龙社区"]);
    assert_eq!(counts(&run.json()), (1, 0, 0));
    let places = office.export("wishes").into_iter().map(|wish| wish["属地"].clone()).collect::<Vec<_>>();
    assert_eq!(places, ["荔湾区/金花街道/蟠虬社区", "荔湾区/金花街道/锦龙社区"]);
}
