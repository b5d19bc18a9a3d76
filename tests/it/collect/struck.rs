//! What a spreadsheet strikes out, as offices do with what was withdrawn, is reported and not treated as live; so are comments.

use std::fs;

use super::warnings;
use crate::office::Office;
use crate::reading::sample;

/// Row 4 is struck out, and a part of the wish in row 6; C3 and E5 have comments.
const FILES: [&str; 3] = ["struck.xlsx", "struck.xls", "struck.ods"];

fn collected(name: &str, bytes: &[u8]) -> (Office, serde_json::Value, String) {
    let office = Office::new();
    fs::write(office.path(name), bytes).unwrap();
    let run = office.ok(&format!("collect wishes {name} --format json"));
    let (json, err) = (run.json(), run.err.clone());
    (office, json, err)
}

#[test]
fn struck_rows_stay_out_and_struck_cells_and_comments_are_reported_in_every_format() {
    for name in FILES {
        let (office, json, err) = collected(name, &sample(name));
        let file = &json["files"][0];
        assert_eq!((&file["new"], &file["rejected"]), (&3.into(), &0.into()), "{name}: {json:#}");
        assert_eq!(warnings(&json), [(4, "struck_row"), (6, "struck_cell")], "{name}: {json:#}");
        for words in ["第4行 划了删除线", "没有导入", "E6", "2 条批注没有读取（C3、E5）"] {
            assert!(err.contains(words), "{name}: {words}: {err}");
        }
        let wishers: Vec<String> = office.export("wishes").iter().map(|wish| wish["许愿人"].clone()).collect();
        assert_eq!(wishers, ["陈阿婆", "王阿姨", "赵阿姨"], "{name}");
    }
}

#[test]
fn struck_row_is_known_in_the_xml_of_2003_and_one_with_its_subject_alone_struck() {
    let cell = |style: &str, text: &str| {
        let style = if style.is_empty() { String::new() } else { format!(" ss:StyleID=\"{style}\"") };
        format!("<Cell{style}><Data ss:Type=\"String\">{text}</Data></Cell>")
    };
    let row = |styles: [&str; 4], texts: [&str; 4]| {
        let cells: String = styles.iter().zip(texts).map(|(style, text)| cell(style, text)).collect();
        format!("<Row>{cells}</Row>")
    };
    let rows = [
        row([""; 4], ["社区", "姓名", "联系电话", "微心愿内容"]),
        row([""; 4], ["蟠虬社区", "陈一", "19900000001", "想要一台收音机"]),
        row(["s"; 4], ["蟠虬社区", "陈二", "19900000002", "想要一床棉被"]),
        row(["", "", "", "s"], ["蟠虬社区", "陈三", "19900000003", "想要一盏台灯"]),
        row(["", "", "s", ""], ["蟠虬社区", "陈四", "19900000004", "想要一张书桌"]),
    ];
    let xml = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles><Style ss:ID=\"s\">\
         <Font ss:StrikeThrough=\"1\"/></Style></Styles><Worksheet ss:Name=\"表\"><Table>{}</Table></Worksheet></Workbook>",
        rows.concat()
    );
    let (office, json, _) = collected("w.xls", xml.as_bytes());
    assert_eq!(warnings(&json), [(3, "struck_row"), (4, "struck_row"), (5, "struck_cell")], "{json:#}");
    assert_eq!(office.export("wishes").len(), 2);
}

#[test]
fn page_strikes_out_by_elements_styles_and_classes() {
    let row = |cells: [&str; 4]| format!("<tr>{}</tr>", cells.map(|cell| format!("<td>{cell}</td>")).concat());
    let struck = |text: &str, by: &str| match by {
        "s" | "del" | "strike" => format!("<{by}>{text}</{by}>"),
        "class" => format!("<font class=\"font5 xl66\">{text}</font>"),
        style => format!("<span style=\"color:red; {style}\"><span>{text}</span></span>"),
    };
    let mut rows = vec![row(["社区", "姓名", "联系电话", "微心愿内容"])];
    let by =
        ["s", "del", "strike", "class", "text-decoration: line-through", "TEXT-DECORATION-LINE:underline line-through"];
    for (at, by) in by.into_iter().enumerate() {
        rows.push(row(["蟠虬社区", &format!("陈{at}"), &format!("1990000000{at}"), &struck("一床棉被", by)]));
    }
    rows.push(row(["蟠虬社区", "陈七", &struck("19900000017", "s"), &format!("一把{}雨伞", struck("红", "del"))]));
    rows.push(
        "<tr style='text-decoration:line-through'><td>蟠虬社区<td>陈八<td>19900000018<td>一盏台灯</tr>".to_owned(),
    );
    rows.push(
        "<tr><td class=xl66>蟠虬社区<td class=xl66>陈九<td class=xl66>19900000019<td class='xl66'>水壶</tr>".to_owned(),
    );
    rows.push(
        "<tr><td class=xl65>蟠虬社区<td>陈十<td>19900000020<td style='text-decoration:none'><s>&nbsp;</s>书桌</tr>"
            .to_owned(),
    );
    let head = "<style>\n<!--table{mso-x:1}\n.xl65{color:red}\ntd.xl66, .y\n\t{color:black;\n\ttext-decoration:line-through;}\n--></style>";
    let page = format!("<html><head>{head}</head><body><table>{}</table></body></html>", rows.concat());
    let (office, json, _) = collected("w.xls", page.as_bytes());
    let expected = (2..=7).map(|row| (row, "struck_row"));
    let expected = expected.chain([(8, "struck_cell"), (8, "struck_cell"), (9, "struck_row"), (10, "struck_row")]);
    assert_eq!(warnings(&json), expected.collect::<Vec<_>>(), "{json:#}");
    let wishers: Vec<String> = office.export("wishes").iter().map(|wish| wish["许愿人"].clone()).collect();
    assert_eq!(wishers, ["陈七", "陈十"]);
}
