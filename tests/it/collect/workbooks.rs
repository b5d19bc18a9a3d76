//! Workbooks, as spreadsheet programs save them and as they arrive damaged: read row for row as their text would be,
//! or refused with the cause and advice.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::office::Office;
use crate::workbook::{Book, Sheet, escaped, of_rows, parts_of, row, text_cell, text_rows, zipped};

const HEADERS: &[&str] = &["许愿人", "社区", "联系电话", "微心愿内容", "数量", "征集时间"];

fn lists() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists")
}

/// The answer to an import of this file.
fn collected(office: &Office, name: &str, code: i32) -> Value {
    office.json_of(&format!("collect wishes {name}"), code)
}

/// The cells of the rejected rows, as the workbook's part has them.
fn rejects(office: &Office) -> String {
    let parts = parts_of(&fs::read(office.path("a.xlsx.rejects.xlsx")).unwrap());
    let (_, sheet) = parts.into_iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
    String::from_utf8(sheet).unwrap()
}

fn faults(answer: &Value) -> Vec<(u64, String, String)> {
    let faults = answer["files"][0]["faults"].as_array().unwrap();
    let word = |fault: &Value, key: &str| fault[key].as_str().unwrap_or("-").to_owned();
    faults.iter().map(|fault| (fault["row"].as_u64().unwrap(), word(fault, "column"), word(fault, "code"))).collect()
}

#[test]
fn workbooks_of_other_programs_read_as_the_original() {
    let expected: Value = serde_json::from_slice(&fs::read(lists().join("expected.json")).unwrap()).unwrap();
    for (file, of, line) in [
        ("wishes-guangta.xlsx", "wishes-guangta.xlsx", "collect wishes FILE --under 越秀区/光塔街道"),
        ("wishes-guangta.ods", "wishes-guangta.xlsx", "collect wishes FILE --under 越秀区/光塔街道"),
        ("wishes-guangta.xls", "wishes-guangta.xlsx", "collect wishes FILE --under 越秀区/光塔街道"),
        ("wishes-guangta-html.xls", "wishes-guangta.xlsx", "collect wishes FILE --under 越秀区/光塔街道"),
        ("members-roster.xlsx", "members-roster.xlsx", "collect members FILE --under 荔湾区"),
        ("members-roster.ods", "members-roster.xlsx", "collect members FILE --under 荔湾区"),
        ("members-roster.xls", "members-roster.xlsx", "collect members FILE --under 荔湾区"),
    ] {
        let office = Office::new();
        office.take_list("orgs.csv");
        office.ok("collect orgs orgs.csv --under 荔湾区");
        office.write(file, fs::read(lists().join("libreoffice").join(file)).unwrap());
        let answer = office.json_of(&line.replace("FILE", file), 1);
        let (answer, expected) = (&answer["files"][0], &expected[of]);
        for key in ["new", "duplicates", "rejected", "header_row"] {
            assert_eq!(answer[key], expected[key], "{file} {key}");
        }
        let reported: Vec<Value> = answer["faults"]
            .as_array()
            .unwrap()
            .iter()
            .map(|fault| serde_json::json!([fault["row"], fault["field"]]))
            .collect();
        assert_eq!(Value::from(reported), expected["faults"], "{file}");
        assert_eq!(answer["unread"], expected["unread"].as_array().unwrap().len(), "{file}");
        // The original has the same people.
        office.take_list(of);
        let again = office.json_of(&line.replace("FILE", of), 1);
        let again = &again["files"][0];
        assert_eq!((&again["new"], &again["updated"]), (&0.into(), &0.into()), "{file}");
    }
}

#[test]
fn sheet_with_matching_header_is_read_and_others_are_named() {
    let office = Office::new();
    let wishes = text_rows(&[HEADERS, &["甲一", "蟠虬社区", "", "一张书桌"]]);
    let sheet = |name: &'static str, state: &'static str, rows: &str| Sheet {
        name,
        state,
        rows: rows.to_owned(),
        ..Sheet::default()
    };
    let notes = text_rows(&[&["填表说明"], &["一、如实填写"]]);
    let two = |first: Sheet<'static>, second: Sheet<'static>| Book { sheets: vec![first, second], ..Book::default() };
    office.write("一.xlsx", two(sheet("说明", "", &notes), sheet("汇总", "", &wishes)).bytes());
    let run = office.ok("collect wishes 一.xlsx");
    run.reports(&["工作表“说明”不像这类表格", "新增 1 条"]);

    office.write("藏.xlsx", two(sheet("旧", "hidden", &wishes), sheet("新", "", &notes)).bytes());
    office.refuses("collect wishes 藏.xlsx", 3);
    assert_eq!(office.json("collect wishes 藏.xlsx --sheet 旧")["files"][0]["unchanged"], 1);
    let again = text_rows(&[HEADERS, &["乙二", "蟠虬社区", "", "一把轮椅"]]);
    office.write("月.xlsx", two(sheet("1月", "", &wishes), sheet("2月", "", &again)).bytes());
    office.refuses("collect wishes 月.xlsx", 3).reports(&["1月、2月", "--sheet all"]);
    let answer = office.json("collect wishes 月.xlsx --sheet all");
    assert_eq!((&answer["files"][0]["unchanged"], &answer["files"][1]["new"]), (&1.into(), &1.into()));
    assert_eq!(answer["files"][1]["sheet"], "2月");
    office.refuses("collect wishes 月.xlsx --sheet 3月", 3).reports(&["没有工作表“3月”", "1月、2月"]);
    office.write("文.csv", "姓名,社区,微心愿内容\n甲一,蟠虬社区,一张书桌\n");
    office.refuses("collect wishes 文.csv --sheet 汇总", 3).reports(&["没有工作表"]);
}

#[test]
fn merged_cells_are_filled_down_and_empty_ones_stay_empty() {
    let office = Office::new();
    let rows = text_rows(&[
        HEADERS,
        &["甲一", "蟠虬社区", "", "一张书桌"],
        &["乙二", "", "", "一把轮椅"],
        &["", "", "", ""],
        &["丙三", "", "", "一副眼镜"],
        &["丁四", "", "", "一台风扇"],
    ]);
    let sheet = Sheet { name: "表", rows, merged: vec!["B2:B5"], ..Sheet::default() };
    office.write("a.xlsx", Book { sheets: vec![sheet], ..Book::default() }.bytes());
    let answer = collected(&office, "a.xlsx", 1);
    assert_eq!(answer["files"][0]["new"], 3);
    assert_eq!(answer["files"][0]["skipped"], 1);
    assert_eq!(faults(&answer), [(6, "B".into(), "missing".into())]);
    assert!(rejects(&office).contains("丁四"));
}

#[test]
fn numbers_dates_and_rounded_digits_are_read_as_displayed() {
    for (from_1904, serial) in [(false, "44295"), (true, "42833")] {
        let office = Office::new();
        let cells = [
            text_cell("A2", "甲一"),
            text_cell("B2", "蟠虬社区"),
            "<c r=\"C2\"><v>19900001001</v></c>".to_owned(),
            "<c r=\"D2\" t=\"s\"><v>1</v></c>".to_owned(),
            "<c r=\"E2\"><v>2.0</v></c>".to_owned(),
            format!("<c r=\"F2\" s=\"1\"><v>{serial}</v></c>"),
        ];
        let lost = [
            text_cell("A3", "乙二"),
            text_cell("B3", "蟠虬社区"),
            "<c r=\"C3\"><v>1.99000010010019E17</v></c>".to_owned(),
            "<c r=\"D3\" t=\"e\"><v>#N/A</v></c>".to_owned(),
            "<c r=\"E3\"><f>1+1</f></c>".to_owned(),
            "<c r=\"F3\" t=\"str\"><f>TODAY()</f><v>三百</v></c>".to_owned(),
        ];
        let book = Book {
            sheets: vec![Sheet {
                name: "表",
                rows: text_rows(&[HEADERS]) + &row(2, &cells) + &row(3, &lost),
                ..Sheet::default()
            }],
            strings: vec!["别的", "一张\n书桌𠮷𬍛"],
            formats: vec!["yyyy\"年\"m\"月\"d\"日\""],
            from_1904,
        };
        office.write("a.xlsx", book.bytes());
        let answer = collected(&office, "a.xlsx", 1);
        let reported: Vec<(u64, String, String)> = ["phone_lost", "error_cell", "not_computed", "not_a_day"]
            .iter()
            .zip(["C", "D", "E", "F"])
            .map(|(code, column)| (3, column.to_owned(), (*code).to_owned()))
            .collect();
        assert_eq!(faults(&answer), reported);
        let need = &office.export("wishes --reveal 测试")[0];
        assert_eq!(need["联系电话"], "19900001001");
        assert_eq!(need["微心愿内容"], "一张\n书桌𠮷𬍛");
        assert_eq!((need["数量"].as_str(), need["征集时间"].as_str()), ("2", "2021-04-09"));
        assert!(rejects(&office).contains("=1+1"), "the office's own cell comes back");
    }
}

#[test]
fn spreadsheet_error_is_never_a_value() {
    let office = Office::new();
    office.write("a.csv", "姓名,社区,微心愿内容,备注,血型\n甲一,蟠虬社区,#REF!,,\n乙二,蟠虬社区,书桌,,#N/A\n");
    let answer = collected(&office, "a.csv", 1);
    assert_eq!(faults(&answer), [(2, "C".into(), "error_cell".into())]);
    let waiting = &answer["files"][0]["unread_cells"][0];
    assert_eq!((&waiting["row"], &waiting["column"], &waiting["code"]), (&3.into(), &"E".into(), &"error_cell".into()));
}

#[test]
fn truncated_workbook_is_refused_and_changes_nothing() {
    let office = Office::new();
    let before = office.file();
    for file in ["wishes-guangta.xlsx", "wishes-guangta.ods", "wishes-guangta.xls", "wishes-guangta-html.xls"] {
        let bytes = fs::read(lists().join("libreoffice").join(file)).unwrap();
        for cut in 1..=20 {
            office.write(file, &bytes[..bytes.len() * cut / 21]);
            let run = office.run(&format!("collect wishes {file} --under 越秀区/光塔街道"));
            if file.contains("html") && run.code != 3 {
                // A page cut off between two rows is a shorter page.
                assert!(matches!(run.code, 0 | 1), "{file} {cut}: {}", run.err);
                continue;
            }
            if file.ends_with(".xls") && run.code == 1 {
                // What was cut off is not the sheets: nothing is missing.
                run.reports(&["新增 26 条", "问题 1 条"]);
                continue;
            }
            assert_eq!(run.code, 3, "{file} {cut}: {} {}", run.out, run.err);
            assert!(run.err.contains(file) && !run.err.contains("panick"), "{}", run.err);
            if !file.contains("html") {
                assert!(office.file() == before, "{file} {cut}");
            }
        }
    }
}

#[test]
fn workbook_with_missing_part_is_refused_naming_it() {
    let office = Office::new();
    for file in ["wishes-guangta.xlsx", "wishes-guangta.ods"] {
        let parts = parts_of(&fs::read(lists().join("libreoffice").join(file)).unwrap());
        let whole = office.run(&format!("collect wishes {file} --dry-run"));
        assert_eq!(whole.code, 3, "not there yet");
        for (missing, _) in &parts {
            let rest = parts.iter().filter(|(name, _)| name != missing).cloned().collect();
            office.write(file, zipped(&rest));
            let run = office.run(&format!("collect wishes {file} --under 越秀区/光塔街道 --dry-run"));
            assert!(matches!(run.code, 1 | 3), "{missing}: {}", run.err);
            let needed = ["workbook.xml", "sheet1.xml", "sharedStrings.xml", "content.xml", "workbook.xml.rels"];
            if needed.iter().any(|part| missing.ends_with(part)) && !missing.starts_with("docProps") {
                assert!(run.code == 3, "{file} without {missing}: {}", run.out);
            }
        }
    }
}

#[test]
fn protected_workbook_is_refused_as_protected() {
    let office = Office::new();
    for locked in ["locked.xlsx", "locked.xls", "locked.ods"] {
        office.take_list(locked);
        office.refuses(&format!("collect wishes {locked}"), 3).reports(&[locked, "有密码保护", "另存为"]);
    }
    let mut parts = parts_of(&fs::read(lists().join("libreoffice/wishes-guangta.ods")).unwrap());
    for (name, bytes) in &mut parts {
        if name == "META-INF/manifest.xml" {
            *bytes = b"<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>".to_vec();
        }
    }
    office.write("a.ods", zipped(&parts));
    office.refuses("collect wishes a.ods", 3).reports(&["有密码保护"]);
}

#[test]
fn crafted_workbook_is_handled_within_bounds() {
    let office = Office::new();
    let far = text_rows(&[HEADERS, &["甲一", "蟠虬社区", "", "一张书桌"]])
        + &row(1_048_576, &[text_cell("XFD1048576", "远")]);
    let corner = Book { sheets: vec![Sheet { name: "表", rows: far, ..Sheet::default() }], ..Book::default() };
    office.write("角.xlsx", corner.bytes());
    let answer = collected(&office, "角.xlsx", 1);
    assert_eq!((&answer["files"][0]["new"], &answer["files"][0]["rejected"]), (&1.into(), &1.into()));
    // Some hundred kilobytes that unpack to gigabytes of blanks.
    let mut parts = of_rows(&[HEADERS, &["乙二", "蟠虬社区", "", "一把轮椅"]]).parts();
    for (name, bytes) in &mut parts {
        if name.ends_with("sheet1.xml") {
            let text = String::from_utf8(bytes.clone()).unwrap();
            *bytes = text.replace("<sheetData>", &format!("<sheetData>{}", " ".repeat(100 << 20))).into_bytes();
        }
    }
    office.write("弹.xlsx", zipped(&parts));
    office.refuses("collect wishes 弹.xlsx", 3).reports(&["解压后异常巨大"]);
    let repeated = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><table:table table:name=\"表\"><table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"><text:p>许愿人</text:p></table:table-cell></table:table-row></table:table></office:document-content>";
    let parts = vec![
        ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ("content.xml".to_owned(), repeated.as_bytes().to_vec()),
    ];
    office.write("复.ods", zipped(&parts));
    office.refuses("collect wishes 复.ods", 3);
}

#[test]
fn workbook_with_a_million_empty_rows_and_all_columns_is_read() {
    let office = Office::new();
    let styled: String =
        (3..=1_048_576).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"/></row>")).collect();
    let mut book = of_rows(&[HEADERS, &["甲一", "蟠虬社区", "", "一张书桌"]]);
    book.sheets[0].rows.push_str(&styled);
    office.write("空.xlsx", book.bytes());
    let answer = collected(&office, "空.xlsx", 0);
    assert_eq!((&answer["files"][0]["new"], &answer["files"][0]["skipped"]), (&1.into(), &0.into()));
    let headers: Vec<String> = (0..16_384)
        .map(|column| HEADERS.get(column).map_or_else(|| format!("列{column}"), ToString::to_string))
        .collect();
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    office.write("宽.xlsx", of_rows(&[&headers, &["乙二", "蟠虬社区", "", "一把轮椅"]]).bytes());
    assert_eq!(collected(&office, "宽.xlsx", 0)["files"][0]["new"], 1);
}

#[test]
fn damage_inside_a_workbook_is_reported_with_part_and_row() {
    let office = Office::new();
    let good = text_rows(&[HEADERS, &["甲一", "蟠虬社区", "", "一张书桌"]]);
    let before = office.file();
    for (rows, words) in [
        ("<row r=\"3\"><c r=\"A3\" t=\"s\"><v>7</v></c></row>", "第 3 行"),
        ("<row r=\"3\"><c r=\"A0\"><v>1</v></c></row>", "第 3 行"),
        ("<row r=\"3\"><c r=\"A3\"><v>1</v></row>", "第 3 行"),
        ("<row r=\"3\"><c r=\"A3\" t=\"str\"><v>&nosuch;</v></c></row>", "第 3 行"),
    ] {
        let sheet = Sheet { name: "表", rows: format!("{good}{rows}"), ..Sheet::default() };
        office.write("a.xlsx", Book { sheets: vec![sheet], ..Book::default() }.bytes());
        office.refuses("collect wishes a.xlsx", 3).reports(&["a.xlsx", "sheet1.xml", words, "另存为"]);
        assert!(office.file() == before, "{rows}");
    }
}

#[test]
fn form_site_page_is_read_in_any_encoding_and_with_spans() {
    let page = "<html><head><style>td{color:red}</style></head><body><table><tr><td>x</td></tr></table>
        <table border=1><tr><th>许愿人</th><th>社区</th><th>联系电话</th><th>微心愿<br>内容</th></tr>
        <tr><td>甲&nbsp;一</td><td rowspan=2>蟠虬社区</td><td>19900001001</td><td>一张<br>书桌 &lt;新&gt;</td></tr>
        <tr><td>乙二<td><td>一把
            轮椅</tr></table></body></html>";
    for bytes in [page.as_bytes().to_vec(), encoding_rs::GB18030.encode(page).0.into_owned()] {
        let office = Office::new();
        office.write("下载.xls", bytes);
        let answer = collected(&office, "下载.xls", 0);
        assert_eq!(answer["files"][0]["new"], 2);
        let needs = office.export("wishes");
        assert_eq!((needs[0]["许愿人"].as_str(), needs[0]["微心愿内容"].as_str()), ("甲一", "一张\n书桌 <新>"));
        assert_eq!(
            (needs[1]["属地"].as_str(), needs[1]["微心愿内容"].as_str()),
            ("荔湾区/金花街道/蟠虬社区", "一把 轮椅")
        );
    }
    assert_eq!(escaped("<"), "&lt;");
}

#[test]
fn comments_of_cells_are_named_as_not_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [["许愿人", "社区", "心愿内容"], ["马一", "蟠虬社区", "书包"]].iter().enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write_string(row as u32, column as u16, *cell).unwrap();
        }
    }
    sheet.insert_note(1, 2, &rust_xlsxwriter::Note::new("已撤回，不要了")).unwrap();
    let office = Office::new();
    office.write("list.xlsx", book.save_to_buffer().unwrap());
    let run = office.ok("collect wishes list.xlsx");
    run.reports(&["批注", "C2"]);
}
