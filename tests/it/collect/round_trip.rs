//! An export is imported unchanged: nothing new, nothing updated, and the next export has the same bytes.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use crate::office::{self, Office};
use crate::workbook::{self, of_rows};

/// Exports and imports again: every record is found, nothing changes, and the next export is the same.
fn comes_back(office: &Office, kind: &str, file: &str, options: &str) {
    let export = format!("export {kind} --reveal 测试 --force --output {file} {options}");
    office.ok(&export);
    let first = fs::read(office.path(file)).unwrap();
    let verb = if kind == "claims" { "claim import".to_owned() } else { format!("collect {kind}") };
    let run = office.run(&format!("{verb} {file} --format json"));
    let answer = run.json();
    let one = &answer["files"][0];
    // Cells that wait come back as they were written, and wait on.
    assert_eq!(run.code, i32::from(one["unread"] != 0), "{run:#?}");
    assert_eq!((&one["new"], &one["updated"]), (&0.into(), &0.into()), "{kind} {options}: {answer:#}");
    assert_eq!(one["rows"], one["unchanged"], "{kind} {options}: {answer:#}");
    office.ok(&export);
    assert!(fs::read(office.path(file)).unwrap() == first, "{kind} {options}");
}

fn claimed() -> Office {
    let office = Office::published();
    office.ok("claim take 1号 --by JH-M000001 --on 2021-04-20");
    office.ok("claim take 9号 --by JH-M000002 --on 2021-04-20");
    office
}

#[test]
fn export_of_every_kind_and_form_reimports_unchanged() {
    let office = claimed();
    for kind in ["orgs", "members", "wishes", "projects", "claims"] {
        comes_back(&office, kind, &format!("{kind}-a.csv"), "");
        comes_back(&office, kind, &format!("{kind}-b.csv"), "--encoding gb18030");
        comes_back(&office, kind, &format!("{kind}-c.xlsx"), "");
    }
}

#[test]
fn samples_export_in_their_own_layout() {
    for (list, kind, under) in [
        ("wishes-jinhua-gbk.csv", "wishes", "荔湾区/金花街道"),
        ("wishes-guangta.xlsx", "wishes", "越秀区/光塔街道"),
        ("wishes-longjin.xls", "wishes", "荔湾区/龙津街道"),
        ("members-roster.csv", "members", "荔湾区"),
        ("members-roster.xlsx", "members", "荔湾区"),
        ("orgs.csv", "orgs", "荔湾区"),
        ("projects.csv", "projects", "荔湾区"),
    ] {
        let office = Office::new();
        for one in ["orgs.csv", list] {
            office.take_list(one);
        }
        office.ok("collect orgs orgs.csv --under 荔湾区");
        office.run(&format!("collect {kind} {list} --under {under}"));
        let ending = if list.ends_with(".csv") { "csv" } else { "xlsx" };
        comes_back(&office, kind, &format!("back.{ending}"), &format!("--like {list}"));
        if list.ends_with(".csv") {
            // Title rows and headers are the office's own.
            let rows = office.run(&format!("collect {kind} {list} --under {under} --dry-run --format json")).json();
            let rows = rows["files"][0]["header_row"].as_u64().unwrap() as usize;
            let text = |name: &str| encoding_rs::GB18030.decode(&fs::read(office.path(name)).unwrap()).0.into_owned();
            for (own, returned) in text(list).lines().zip(text("back.csv").lines()).take(rows) {
                assert!(returned.starts_with(own), "{list}: {own} {returned}");
            }
        }
    }
}

#[test]
fn layout_export_keeps_order_encoding_title_and_unknown_columns() {
    let office = Office::new();
    let list = "征集汇总表;;;;;\r\n序号;血型;心愿内容;姓名;社区;电话\r\n1;A;一张书桌;甲一;蟠虬社区;\r\n2;;一把轮椅;乙二;蟠虬社区;19900001001\r\n";
    office.write("a.csv", encoding_rs::GB18030.encode(list).0);
    office.ok("collect wishes a.csv");
    office.ok("export wishes --like a.csv --reveal 测试 --output b.csv");
    let bytes = fs::read(office.path("b.csv")).unwrap();
    let text = encoding_rs::GB18030.decode(&bytes).0.into_owned();
    assert_eq!(
        text,
        "征集汇总表;;;;;\r\n序号;血型;心愿内容;姓名;社区;电话;心愿编号\r\n1;A;一张书桌;甲一;蟠虬社区;;JH-W000001\r\n2;;一把轮椅;乙二;蟠虬社区;19900001001;JH-W000002\r\n"
    );
    office.refuses("export wishes --like 没有.csv", 3);
    office.refuses("export members --like a.csv", 3);
    // A list with headers only is a sufficient layout.
    office.write("headers.csv", "社区,姓名,心愿内容,心愿编号\n");
    let run = office.ok("export wishes --like headers.csv");
    assert!(run.out.starts_with("社区,姓名,心愿内容,心愿编号\r\n蟠虬社区,甲一,一张书桌,JH-W000001\r\n"), "{}", run.out);
}

#[test]
fn workbook_rejects_are_corrected_and_imported() {
    let office = Office::new();
    let headers: &[&str] = &["姓名", "社区", "电话", "心愿内容", "血型"];
    let bad: &[&str] = &["甲一", "蟠虬社区", "1.99E+10", "=一张书桌", "A"];
    office.write("a.xlsx", of_rows(&[headers, bad, &["乙二", "蟠虬社区", "", "一把轮椅", ""]]).bytes());
    office.ends("collect wishes a.xlsx", 1).reports(&["a.xlsx.rejects.xlsx"]);
    // Unchanged, it is the same fault again; corrected, it is imported.
    office.ends("collect wishes a.xlsx.rejects.xlsx --dry-run", 1);
    let mut parts = workbook::parts_of(&fs::read(office.path("a.xlsx.rejects.xlsx")).unwrap());
    for (_, bytes) in &mut parts {
        let text = String::from_utf8_lossy(bytes).replace("1.99E+10", "19900001001");
        *bytes = text.into_bytes();
    }
    office.write("mended.xlsx", workbook::zipped(&parts));
    let answer = office.json("collect wishes mended.xlsx");
    assert_eq!(answer["files"][0]["new"], 1);
    let needs = office.export("wishes");
    assert!(needs.iter().any(|need| need["微心愿内容"] == "'=一张书桌" && need["血型"] == "A"), "{needs:?}");
}

/// Texts as people and machines write them.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("=cmd|'/C calc'!A1".to_owned()),
        Just("+1".to_owned()),
        Just("-@x".to_owned()),
        Just("'quoted'".to_owned()),
        Just("''".to_owned()),
        Just("一张\"新\"书桌,红色".to_owned()),
        Just("第一行\n第二行".to_owned()),
        Just("𠮷野家䶮𬍛".to_owned()),
        Just("a;b\tc|d".to_owned()),
        Just("_x000D_".to_owned()),
        Just("#1".to_owned()),
        Just("<b>&amp;".to_owned()),
        "[一-龥a-z0-9，。 ]{1,12}",
    ];
    // A text without letters may be a word for nothing.
    (proptest::collection::vec(piece, 1..4)).prop_map(|pieces| format!("{}书", pieces.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn arbitrary_texts_reimport_unchanged(rows in proptest::collection::vec((text(), text(), text()), 1..12), form in 0..4usize) {
        let office = Office::new();
        let mut list = "姓名,社区,心愿内容,备注,住过的地方\n".to_owned();
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        for (number, (content, note, extra)) in rows.iter().enumerate() {
            let cells = [content, note, extra].map(|text| quoted(&guarded(text)));
            list.push_str(&format!("甲{number},蟠虬社区,{}\n", cells.join(",")));
        }
        office.write("a.csv", &list);
        office.ok("collect wishes a.csv");
        let form = ["b.csv", "b.csv --encoding gb18030", "b.xlsx", "b.csv --like a.csv"][form];
        let (file, options) = form.split_once(' ').unwrap_or((form, ""));
        comes_back(&office, "wishes", file, options);
        if Path::new(file).extension().unwrap() == "csv" && options.is_empty() {
            for row in office::cells(&office.read(file)) {
                for cell in row {
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}", cell);
                }
            }
        }
    }
}

/// How an export writes a text that begins like a formula, or with an apostrophe.
fn guarded(text: &str) -> String {
    shuangwei::model::guard::guard(text).into_owned()
}
