//! `verify --export` writes a list for those who phone and visit, and `verify --decisions` reads it back.

use std::io::Cursor;

use calamine::Reader;
use serde_json::{Value, json};

use crate::office::{self, Office};
use crate::workbook;

fn collected() -> Office {
    let office = Office::new();
    office.write("wishes.csv", office::WISHES);
    office.write("projects.csv", office::PROJECTS);
    office.ok("collect wishes wishes.csv");
    office.ok("collect projects projects.csv");
    office
}

/// The exported list, as rows of cells.
fn sent(office: &Office) -> Vec<Vec<String>> {
    office.ok("verify --export out.csv --force").reports(&["out.csv"]);
    office::cells(&office.read("out.csv"))
}

/// The list with cells filled in, by code and header.
fn filled(mut rows: Vec<Vec<String>>, answers: &[(&str, &str, &str)]) -> Vec<Vec<String>> {
    for (code, header, answer) in answers {
        let column = rows[0].iter().position(|one| one == header).unwrap();
        let row = rows.iter_mut().find(|row| row[0] == *code).unwrap();
        *cell_at(row, column) = (*answer).to_owned();
    }
    rows
}

fn cell_at(row: &mut Vec<String>, column: usize) -> &mut String {
    row.resize(row.len().max(column + 1), String::new());
    &mut row[column]
}

fn csv(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",") + "\n").collect()
}

const SAYS: &[(&str, &str, &str)] = &[
    ("JH-W000001", "结果", "通过"),
    ("JH-W000001", "核实人", "阮芳"),
    ("JH-W000001", "核实方式", "电话"),
    ("JH-W000001", "核实日期", "2021-12-20"),
    ("JH-W000002", "结果", "不予采纳"),
    ("JH-W000002", "理由", "不属于微心愿"),
    ("JH-W000003", "结果", "退回补充"),
    ("JH-W000003", "理由", "缺尺寸"),
    ("JH-W000007", "结果", "重复"),
    ("JH-W000007", "重复于", "JH-W000001"),
    ("XM01", "结果", "通过"),
];

fn decided(office: &Office) {
    let states =
        ["JH-W000001", "JH-W000002", "JH-W000003", "JH-W000007", "XM01", "JH-W000004"].map(|it| office.state(it));
    assert_eq!(states, ["verified", "rejected", "needs_info", "duplicate", "verified", "collected"]);
    let shown = office.json("show JH-W000001");
    assert_eq!(
        [&shown["verified_by"], &shown["verified_how"], &shown["verified_on"]],
        [&json!("阮芳"), &json!("电话"), &json!("2021-12-20")]
    );
    assert_eq!(office.json("show XM01")["verified_by"], "文员", "who takes the list in, where it does not say");
}

#[test]
fn verification_list_is_masked_and_urgent_first_with_hints() {
    let office = collected();
    office.write(
        "more.csv",
        "姓名,社区,联系电话,微心愿内容,完成时限,征集时间\n何兰,蟠虬社区,19900003011,想有一张新书桌给孙女写作业,2022-01-01,2021-12-30\n伍峰,蟠虬社区,19900003001,想有一张新书桌给孙女写作业，我的电话是19900003001,2022-01-02,2021-12-30\n",
    );
    office.ok("collect wishes more.csv");
    office.ok("verify JH-W000008 --pass");
    let before = office.file();
    let rows = sent(&office);
    assert!(office.file() == before, "nothing private goes out, so nothing is noted");
    let headers: Vec<&str> = rows[0].iter().map(String::as_str).collect();
    let expected = "编号,类别,属地,姓名,联系电话,家庭住址,内容,数量,预计金额,完成时限,提示,结果,理由,重复于,核实人,核实方式,核实日期";
    assert_eq!(headers.join(","), expected);
    let codes: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(codes[..4], ["XM02", "XM01", "JH-W000011", "JH-W000012"], "{codes:?}");
    assert!(!codes.contains(&"JH-W000008"), "it is decided");
    assert!(rows[3][10].contains("与 JH-W000001 相近"), "{:?}", rows[3]);
    assert!(rows[4][10].contains("电话号码") && rows[4][6].contains("199****3001"), "{:?}", rows[4]);
    let whole = office.read("out.csv");
    assert!(!whole.contains("19900003001") && !whole.contains("301房"), "{whole}");
    office.ok("verify --export all.csv --reveal 入户核实").reports(&["11 件"]);
    let whole = office.read("all.csv");
    assert!(whole.contains("19900003001") && whole.contains("光明路12号301房"), "{whole}");
    assert!(office.ok("log --limit 1").out.contains("导出核实名单（含电话住址）"));
    office.ok("verify --export some.csv --place 锦龙社区").reports(&["3 件"]);
}

#[test]
fn filled_in_list_decides_and_again_changes_nothing() {
    let office = collected();
    let list = csv(&filled(sent(&office), SAYS));
    office.write("back.csv", &list);
    let answer = office.json("verify --decisions back.csv");
    let counts = ["verified", "rejected", "needs_info", "duplicate"].map(|key| answer[key].as_i64().unwrap());
    assert_eq!(counts, [2, 1, 1, 1], "{answer}");
    decided(&office);
    let before = office.file();
    let again = office.json("verify --decisions back.csv");
    assert_eq!((&again["entry"], &again["files"][0]["unchanged"]), (&Value::Null, &json!(5)), "{again}");
    assert!(office.file() == before);
}

#[test]
fn list_resaved_as_gbk_or_with_semicolons_decides_the_same() {
    for encoded in [
        |list: &str| encoding_rs::GB18030.encode(list).0.into_owned(),
        |list: &str| list.replace("\",\"", "\";\"").into_bytes(),
    ] {
        let office = collected();
        office.write("back.csv", encoded(&csv(&filled(sent(&office), SAYS))));
        office.ok("verify --decisions back.csv");
        decided(&office);
    }
}

#[test]
fn workbook_offers_choices_and_is_read_back() {
    let office = collected();
    office.ok("verify --export out.xlsx").reports(&["10 件"]);
    let bytes = std::fs::read(office.path("out.xlsx")).unwrap();
    let parts = workbook::parts_of(&bytes);
    let (_, sheet) = parts.iter().find(|(name, _)| name == "xl/worksheets/sheet1.xml").unwrap();
    let sheet = String::from_utf8_lossy(sheet);
    for words in ["通过,不通过,退回,重复", "电话,入户,窗口", "sqref=\"L4:L13\"", "sqref=\"P4:P13\""] {
        assert!(sheet.contains(words), "{words}: {sheet}");
    }
    let mut book = calamine::Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(rows[0][0], "荔湾区金花街道 双微事项核实表（2021-12-31）");
    assert!(rows[1][0].contains("共 10 件") && rows[1][0].contains("是否同意公开"), "{rows:?}");
    assert_eq!(rows[3..].iter().map(|row| row[2].as_str()).find(|place| place.contains('/')), None);
    let (above, rows) = rows.split_at(2);
    let rows = [above, &filled(rows.to_vec(), SAYS)].concat();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    office.write("back.xlsx", workbook::of_rows(&rows).bytes());
    office.ok("verify --decisions back.xlsx");
    decided(&office);
}

#[test]
fn unanswered_list_is_not_a_fault() {
    let office = collected();
    sent(&office);
    let before = office.file();
    let answer = office.json("verify --decisions out.csv");
    assert_eq!((&answer["entry"], &answer["files"][0]["rejected"]), (&Value::Null, &json!(0)), "{answer}");
    assert!(office.file() == before);
}

/// The faults of a list: row, field and message.
fn faults(office: &Office, list: &str) -> Vec<(i64, String, String)> {
    office.write("back.csv", list);
    let answer = office.json_of("verify --decisions back.csv", 1);
    let faults = answer["files"][0]["faults"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    faults.map(|it| (it["row"].as_i64().unwrap(), text(&it["field"]), text(&it["message"]))).collect()
}

#[test]
fn repeated_code_is_a_fault_and_contradicting_rows_decide_nothing() {
    let office = collected();
    let faults = faults(
        &office,
        "编号,结果,理由\nJH-W000001,通过,\nJH-W000001,通过,\nJH-W000002,通过,\nJH-W000002,不予采纳,不属实\nJH-W000099,通过,\nJH-W000003,通过,\n",
    );
    let reported: Vec<(i64, &str)> = faults.iter().map(|(row, field, _)| (*row, field.as_str())).collect();
    assert_eq!(reported, [(3, "code"), (4, "outcome"), (5, "outcome"), (6, "code")], "{faults:?}");
    assert!(
        faults[0].2.contains("第2行") && faults[1].2.contains("第5行") && faults[2].2.contains("第4行"),
        "{faults:?}"
    );
    let states = ["JH-W000001", "JH-W000002", "JH-W000003"].map(|code| office.state(code));
    assert_eq!(states, ["verified", "collected", "verified"]);
    assert_eq!(office::cells(&office.read("back.csv.rejects.csv")).len(), 5);
}

#[test]
fn list_of_another_office_with_equal_codes_decides_nothing() {
    let office = collected();
    let faults = faults(
        &office,
        "编号,姓名,微心愿内容,结果\nJH-W000001,伍峰,想要一部收音机,通过\nJH-W000002,赵六,请人帮忙清理阳台杂物,通过\n\
         JH-W000003,苏*,想要一辆轮椅，出门看病方便些,通过\n",
    );
    let reported: Vec<(i64, &str)> = faults.iter().map(|(row, field, _)| (*row, field.as_str())).collect();
    assert_eq!(reported, [(2, "content"), (3, "wisher")], "{faults:?}");
    let states = ["JH-W000001", "JH-W000002", "JH-W000003"].map(|code| office.state(code));
    assert_eq!(states, ["collected", "collected", "verified"], "a masked name is no other name");
    // Codes that do not exist here.
    office.write("other.csv", "编号,结果\nLW-W000001,通过\nLW-W000002,通过\n");
    let before = office.file();
    office.ends("verify --decisions other.csv", 1).reports(&["LW-W000001"]);
    assert!(office.file() == before);
}

#[test]
fn verifying_own_wish_warns_and_succeeds() {
    let office = collected();
    office.write("back.csv", "编号,结果,核实人\nJH-W000001,通过,伍峰\nJH-W000002,通过,阮芳\n");
    let run = office.ok("verify --decisions back.csv --dry-run");
    run.reports(&["JH-W000001", "本人"]);
    assert!(!run.err.contains("JH-W000002"), "{}", run.err);
    let answer = office.json("verify --decisions back.csv");
    assert_eq!(answer["warnings"].as_array().map(Vec::len), Some(1), "{answer}");
    assert_eq!(answer["verified"], 2);
    office.ok("verify JH-W000003 --pass --by 苏伟").reports(&["JH-W000003", "本人"]);
    let by_hand = office.json("verify JH-W000005 --pass --by 卢华");
    assert_eq!(by_hand["notes"][0]["code"], "JH-W000005");
}

#[test]
fn list_of_another_kind_is_refused() {
    let office = collected();
    office.refuses("verify --decisions wishes.csv", 3).reports(&["结果"]);
    office.refuses("verify --decisions nowhere.csv", 3).reports(&["nowhere.csv"]);
    office.refuses("verify --export out.csv --reveal \" \"", 2);
    office.write("there.csv", "");
    office.refuses("verify --export there.csv", 3).reports(&["--force"]);
    office.refuses("verify --export nowhere/out.csv", 3);
    office.refuses("verify --export out.pdf", 2).reports(&["out.pdf", ".xlsx"]);
}

#[test]
fn duplicate_decision_keeps_claims_of_both_needs() {
    let office = Office::published();
    // A need of five, of which each takes some.
    office.ok("claim take 4号 --by 李梅 --quantity 1");
    office.ok("claim take 1号 --by 陈刚");
    office.ok("claim start 1号");
    office.ok("verify 1号 --duplicate-of 4号");
    let kept = office.json("show 4号");
    let claims: Vec<(&str, &str)> = kept["claims"]
        .as_array()
        .unwrap()
        .iter()
        .map(|claim| (claim["claimants"][0]["name"].as_str().unwrap(), claim["state"].as_str().unwrap()))
        .collect();
    assert_eq!(claims, [("李梅", "active"), ("陈刚", "started")], "{kept}");
    assert_eq!(office.json("show 1号")["duplicate_of"], "JH-W000004");
    assert_eq!(office.json("report quota --for members")["total"]["met"], 2);
    office.ok("check");
    // Undone, each has its own again.
    office.ok("undo");
    assert_eq!(office.json("show 1号")["claims"][0]["claimants"][0]["name"], "陈刚");
    assert_eq!(office.json("show 4号")["claims"].as_array().unwrap().len(), 1);
    office.ok("check");
}
