//! A workbook with a sheet for each community goes back sheet by sheet, each in its own frame.

use serde_json::json;

use crate::office::Office;
use crate::workbook::{Book, Parts, Sheet, parts_of, text_rows, zipped};

const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf borderId="0"/><xf borderId="0"><alignment horizontal="center"/></xf><xf borderId="1"><alignment wrapText="1"/></xf><xf borderId="1"/></cellXfs></styleSheet>"#;

/// Two communities, each with a merged title, borders, widths, heights and a paper of its own.
fn two_sheets() -> Vec<u8> {
    let rows = |community: &str, wisher: &str, wish: &str| {
        let title = format!("{community}微心愿清单");
        let texts = text_rows(&[
            &[&title],
            &[],
            &["序号", "许愿人", "联系方式", "微心愿内容", "同意公开"],
            &["1", wisher, "19900003001", wish, "是"],
            &["2", &format!("{wisher}乙"), "19900003002", "轮椅", "是"],
        ]);
        texts
            .replace("<row r=\"1\"><c r=\"A1\"", "<row r=\"1\" ht=\"30\" customHeight=\"1\"><c r=\"A1\" s=\"1\"")
            .replace("<row r=\"4\">", "<row r=\"4\" ht=\"22.5\" customHeight=\"1\">")
            .replace("3\" t=\"inlineStr\"", "3\" s=\"2\" t=\"inlineStr\"")
            .replace("4\" t=\"inlineStr\"", "4\" s=\"3\" t=\"inlineStr\"")
    };
    let sheets = [("西关社区", "甲甲", "收音机"), ("龙津社区", "丁丁", "电饭煲")];
    let sheet = |(name, wisher, wish): (&'static str, &str, &str)| Sheet {
        name,
        rows: rows(name, wisher, wish),
        merged: vec!["A1:E1", "A4:A5"],
        ..Sheet::default()
    };
    let book = Book { sheets: sheets.into_iter().map(sheet).collect(), formats: vec!["0"], ..Book::default() };
    let mut parts: Parts = book.parts();
    for (name, bytes) in &mut parts {
        if name.ends_with("styles.xml") {
            *bytes = STYLES.as_bytes().to_vec();
        }
        if name.starts_with("xl/worksheets/") {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let before = "<sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"4\" max=\"4\" width=\"33.5\" customWidth=\"1\"/></cols><sheetData>";
            let after = "<pageMargins left=\"0.2\" right=\"0.2\" top=\"1\" bottom=\"1\" header=\"0.5\" footer=\"0.5\"/><pageSetup paperSize=\"8\" orientation=\"landscape\" r:id=\"rId9\"/><drawing r:id=\"rId3\"/></worksheet>";
            let text = text.replace(
                "<worksheet ",
                "<worksheet xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" ",
            );
            *bytes = text.replace("<sheetData>", before).replace("</worksheet>", after).into_bytes();
        }
    }
    zipped(&parts)
}

#[test]
fn sheet_goes_back_alone_in_its_frame_and_comes_back_unchanged() {
    let office = Office::new();
    office.write("a.xlsx", two_sheets());
    assert_eq!(office.json("collect wishes a.xlsx --sheet all")["files"][1]["new"], 2);
    office.ok("export wishes --like a.xlsx --sheet 西关社区 --output back.xlsx --reveal 测试");
    let parts = parts_of(&std::fs::read(office.path("back.xlsx")).unwrap());
    let part = |end: &str| {
        let found = parts.iter().find(|(name, _)| name.ends_with(end)).unwrap_or_else(|| panic!("{end}"));
        String::from_utf8(found.1.clone()).unwrap()
    };
    assert_eq!(part("styles.xml"), STYLES);
    let sheet = part("sheet1.xml");
    for piece in [
        "<col min=\"4\" max=\"4\" width=\"33.5\" customWidth=\"1\"/>",
        "<mergeCells count=\"1\"><mergeCell ref=\"A1:E1\"/></mergeCells>",
        "<pageSetup paperSize=\"8\" orientation=\"landscape\"/>",
        "<row r=\"1\" ht=\"30\"",
        "<c r=\"A1\" s=\"1\" t=\"inlineStr\"",
        "<c r=\"B3\" s=\"2\" t=\"inlineStr\"",
        "<row r=\"4\" ht=\"22.5\"",
        "<row r=\"5\" ht=\"22.5\"",
        "<c r=\"D5\" s=\"3\" t=\"inlineStr\"",
        // The code's column, which the sheet did not have, is framed as the last one is.
        "<c r=\"F4\" s=\"3\" t=\"inlineStr\"",
    ] {
        assert!(sheet.contains(piece), "{piece}: {sheet}");
    }
    assert!(!sheet.contains("drawing") && !sheet.contains("r:id"), "{sheet}");
    assert!(sheet.contains("甲甲乙") && !sheet.contains("丁丁"), "{sheet}");
    assert!(part("workbook.xml").contains("西关社区"));
    for before_or_after in ["verify --all --pass", "publish"] {
        let answer = office.json("collect wishes back.xlsx");
        let file = &answer["files"][0];
        assert_eq!(
            (&file["rows"], &file["unchanged"], &answer["warnings"]),
            (&json!(2), &json!(2), &json!([])),
            "{answer}"
        );
        office.ok(before_or_after);
    }
    assert_eq!(office.json("collect wishes back.xlsx")["files"][0]["unchanged"], 2);
    // Masked, it comes back the same.
    office.ok("export wishes --like a.xlsx --sheet 龙津社区 --output other.xlsx");
    let answer = office.json("collect wishes other.xlsx");
    assert_eq!((&answer["files"][0]["rows"], &answer["files"][0]["unchanged"]), (&json!(2), &json!(2)), "{answer}");
}

const FOOTED: [&[&str]; 6] = [
    &["西关社区微心愿清单"],
    &["序号", "许愿人", "社区", "微心愿内容", "数量"],
    &["1", "甲甲", "西关社区", "收音机", "2"],
    &["合计", "", "", "", "2"],
    &[],
    &["填表人：阮芳", "", "审核人：李梅"],
];

#[test]
fn rows_below_the_last_record_come_back_without_old_figures() {
    let office = Office::new();
    let plain = crate::workbook::of_rows(&FOOTED);
    office.write("plain.xlsx", plain.bytes());
    let rows = text_rows(&FOOTED).replace("<c r=\"A6\"", "<c r=\"A6\" s=\"0\"");
    let sheets = vec![Sheet { name: "清单", rows, ..Sheet::default() }];
    office.write("a.xlsx", Book { sheets, formats: vec!["0"], ..Book::default() }.bytes());
    office.write("a.csv", FOOTED.map(|row| row.join(",")).join("\n"));
    office.ok("collect wishes a.xlsx");
    office.write("more.csv", "许愿人,社区,微心愿内容\n乙乙,西关社区,轮椅\n");
    office.ok("collect wishes more.csv");
    for (line, name) in [
        ("export wishes --like a.xlsx --output b.xlsx", "b.xlsx"),
        ("export wishes --like a.csv --output b.csv", "b.csv"),
    ] {
        let run = office.ok(line);
        run.reports(&["请重新求和", "（2 行）"]);
        assert!(!run.err.contains("没有照搬"), "{run:?}");
        let answer = office.json(&format!("collect wishes {name}"));
        assert_eq!((&answer["files"][0]["rows"], &answer["files"][0]["unchanged"]), (&json!(2), &json!(2)), "{answer}");
    }
    office.ok("export wishes --like plain.xlsx --output c.xlsx").reports(&["plain.xlsx 的标题行", "没有照搬"]);
    let text = office.read("b.csv");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    assert_eq!(lines[4].trim_end_matches(','), "合计", "{text}");
    assert!(lines.last().unwrap().starts_with("填表人：阮芳,,审核人：李梅"), "{text}");
    let parts = parts_of(&std::fs::read(office.path("b.xlsx")).unwrap());
    let sheet = parts.iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
    let sheet = String::from_utf8_lossy(&sheet.1);
    assert!(sheet.contains("<c r=\"A7\" s=\"0\" t=\"inlineStr\"><is><t>填表人：阮芳"), "{sheet}");
    assert!(sheet.contains("审核人：李梅") && sheet.contains("合计"), "{sheet}");
}

#[test]
fn dash_is_standard_output() {
    let office = Office::new();
    office.write("a.csv", "社区,姓名,微心愿内容\n蟠虬社区,甲一,电饭煲\n");
    office.ok("collect wishes a.csv");
    let names = office.names();
    for line in [
        "export wishes -o -",
        "export wishes --output - --force",
        "report quota --format csv -o -",
        "report quota --output -",
    ] {
        for _ in 0..2 {
            let run = office.ok(line);
            assert!(!run.out.trim().is_empty(), "{run:?}");
        }
    }
    office.ok("export wishes -o -").answers(&["甲一", "电饭煲"]);
    assert_eq!(office.names(), names);
}

/// Merged cells of the foot move with its rows, and what is counted is a number.
#[test]
fn merged_foot_moves_with_its_rows_and_amounts_are_numbers() {
    const ROWS: [&[&str]; 7] = [
        &["西关社区微心愿清单"],
        &["序号", "许愿人", "社区", "微心愿内容", "数量", "预计金额", "联系电话", "备注"],
        &["1", "甲甲", "西关社区", "收音机", "2", "120.50", "19900003001", "007"],
        &["合计", "", "", "", "2"],
        &[],
        &["填表人：阮芳", "", "审核人：李梅"],
        &["说明：每户一件"],
    ];
    let office = Office::new();
    let merged = vec!["A1:H1", "A4:B4", "A6:B6", "C6:E6", "A7:H7"];
    let sheets = vec![Sheet {
        name: "清单",
        rows: text_rows(&ROWS).replace("<c r=\"A6\"", "<c r=\"A6\" s=\"0\""),
        merged,
        ..Sheet::default()
    }];
    office.write("a.xlsx", Book { sheets, formats: vec!["0"], ..Book::default() }.bytes());
    office.ok("collect wishes a.xlsx");
    office.write("more.csv", "许愿人,社区,微心愿内容,数量,预计金额\n乙乙,西关社区,轮椅,3,800\n丙丙,西关社区,拐杖,,\n");
    office.ok("collect wishes more.csv");
    office.ok("export wishes --like a.xlsx --output b.xlsx --reveal 测试");
    office.ok("export wishes --output plain.xlsx --reveal 测试");
    let sheet = |name: &str| {
        let parts = parts_of(&std::fs::read(office.path(name)).unwrap());
        let sheet = parts.iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
        String::from_utf8_lossy(&sheet.1).into_owned()
    };
    let framed = sheet("b.xlsx");
    let ranges = ["A1:H1", "A6:B6", "A8:B8", "C8:E8", "A9:H9"];
    let merged: String = ranges.iter().map(|range| format!("<mergeCell ref=\"{range}\"/>")).collect();
    assert!(framed.contains(&format!("<mergeCells count=\"5\">{merged}</mergeCells>")), "{framed}");
    for (row, cell) in [("8", "填表人：阮芳"), ("9", "说明：每户一件")] {
        assert!(framed.split(&format!("<row r=\"{row}\"")).nth(1).unwrap().starts_with(|c| c != '<'), "{framed}");
        assert!(framed.split(&format!("\"A{row}\"")).nth(1).unwrap().contains(cell), "{framed}");
    }
    for sheet in [&framed, &sheet("plain.xlsx")] {
        for number in ["<v>2</v>", "<v>3</v>", "<v>120.50</v>", "<v>800.00</v>"] {
            assert!(sheet.contains(number), "{number}: {sheet}");
        }
        for text in ["<v>19900003001</v>", "<v>007</v>", "<v>7</v>"] {
            assert!(!sheet.contains(text), "{text}: {sheet}");
        }
    }
    for name in ["b.xlsx", "plain.xlsx"] {
        let answer = office.json(&format!("collect wishes {name}"));
        assert_eq!((&answer["files"][0]["rows"], &answer["files"][0]["unchanged"]), (&json!(3), &json!(3)), "{answer}");
    }
}

#[test]
fn ending_of_the_file_must_be_that_of_the_list_it_is_like() {
    let office = Office::new();
    office.write("a.xlsx", two_sheets());
    office.write("a.csv", "许愿人,社区,微心愿内容\n乙乙,西关社区,轮椅\n");
    office.ok("collect wishes a.csv");
    for (like, output, right) in [
        ("a.xlsx --sheet 西关社区", "o.csv", ".xlsx"),
        ("a.xlsx --sheet 西关社区", "o.txt", ".xlsx"),
        ("a.csv", "o.xlsx", ".csv"),
    ] {
        office.refuses(&format!("export wishes --like {like} --output {output}"), 2).reports(&[right]);
        assert!(!office.has(output));
    }
    // Of several sheets one is written like.
    let run = office.refuses("export wishes --like a.xlsx --output o.xlsx", 3);
    assert!(run.err.contains("--sheet") && !run.err.contains("all"), "{run:#?}");
}
