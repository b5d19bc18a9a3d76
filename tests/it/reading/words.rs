//! Words in cells: errors of spreadsheets, days in other zones, ages, phone numbers with more in them, hidden rows.

use shuangwei::intake::Options;
use shuangwei::model::fields::Field;
use shuangwei::model::words::ListKind;

use super::xls::{Book, Cell};
use super::{read, read_with, sample, troubles, values, wishes, wishes_of};
use crate::office::Office;

#[test]
fn error_word_in_any_cell_is_reported() {
    let (_, rows) = read(ListKind::Wishes, sample("10-error-words.csv")).unwrap();
    assert_eq!(rows.iter().map(troubles).collect::<Vec<_>>(), vec![vec!["error_cell"]; 5]);
    let list = "许愿人,社区,微心愿内容,备注\n甲,榕荫社区,\"=DISPIMG(\"\"ID_0A\"\",1)\",x\n乙,榕荫社区,书,图片\n丙,榕荫社区,书,图片一张\n";
    let (_, rows) = read(ListKind::Wishes, list).unwrap();
    assert_eq!(rows.iter().map(troubles).collect::<Vec<_>>(), [vec!["error_cell"], vec!["error_cell"], vec![]]);
}

#[test]
fn day_in_another_zone_is_the_day_in_guangzhou() {
    assert_eq!(values(&wishes(sample("13-utc-dates.csv")), &[Field::CollectedOn]), [["2026-03-02"], ["2026-03-02"]]);
}

#[test]
fn age_is_in_years() {
    let list = "许愿人,社区,微心愿内容,年龄\n甲,榕荫社区,书,6个月\n乙,榕荫社区,书,3月龄\n丙,榕荫社区,书,80后\n";
    let (_, rows) = read(ListKind::Wishes, list).unwrap();
    assert_eq!(troubles(&rows[2]), ["not_a_number"]);
    assert_eq!(values(&wishes_of(rows.into_iter().take(2).collect()), &[Field::Age]), [["0"], ["0"]]);
}

#[test]
fn first_phone_is_taken_and_the_rest_is_a_note() {
    let (_, rows) = read(ListKind::Wishes, sample("42-phones.csv")).unwrap();
    let printed: Vec<_> = rows.iter().map(troubles).collect();
    assert_eq!(printed, [vec!["phone_rest"], vec![], vec!["phone_rest"], vec!["no_area_code"]]);
    assert_eq!(
        values(&wishes_of(rows), &[Field::Phone, Field::Note]),
        [
            ["19900000801", "联系电话：19900000802"],
            ["19900000803", ""],
            ["19900000804", "联系电话：儿子"],
            ["", "联系电话：81000005"],
        ]
    );
    let office = Office::new();
    office.write("w.csv", sample("42-phones.csv"));
    let run = office.ok("collect wishes w.csv");
    run.reports(&["新增 4 条"]);
    assert!(!run.err.contains("19900000802"), "{}", run.err);
    office.ok("collect wishes w.csv").reports(&["未变 4 条"]);
}

#[test]
fn marks_of_direction_around_numbers_are_dropped() {
    assert_eq!(values(&wishes(sample("41-invisible-marks.csv")), &[Field::Phone]), [["19900000501"], ["19900000502"]]);
}

#[test]
fn hidden_rows_are_read_and_reported_or_left_out() {
    let list = sample("47-hidden-row.xlsx");
    let (_, rows) = read(ListKind::Wishes, &list).unwrap();
    assert_eq!(rows.iter().map(troubles).collect::<Vec<_>>(), [vec![], vec!["hidden_row"]]);
    let options = Options { visible_only: true, ..Options::default() };
    let (_, rows) = read_with(ListKind::Wishes, &options, &list).unwrap();
    assert_eq!(rows.iter().map(troubles).collect::<Vec<_>>(), [vec![], vec!["skipped"]]);
    for list in hidden_in_other_formats() {
        let (_, rows) = read(ListKind::Wishes, list).unwrap();
        assert_eq!(rows.iter().map(troubles).collect::<Vec<_>>(), [vec!["hidden_row"], vec![]]);
    }
    let office = Office::new();
    office.write("w.xlsx", list);
    office.ok("collect wishes w.xlsx --dry-run").reports(&["隐藏", "--visible-only"]);
    office.ok("collect wishes w.xlsx --visible-only").reports(&["新增 1 条"]);
}

/// A list whose first wish is hidden, as an xls, an ods, a page and an XML of 2003.
fn hidden_in_other_formats() -> [Vec<u8>; 4] {
    let rows = [["许愿人", "社区", "微心愿内容"], ["甲", "榕荫社区", "书"], ["乙", "水街社区", "灯"]];
    let cells = |row: &[&'static str; 3]| row.iter().map(|text| Cell::Text(text)).collect();
    let xls = Book { rows: rows.iter().map(cells).collect(), hidden: vec![1], ..Book::default() };
    let written = |begin: fn(bool) -> &'static str, cell: fn(&str) -> String, end: &str| -> String {
        let row = |(at, row): (usize, &[&str; 3])| format!("{}{}{end}", begin(at == 1), row.map(cell).concat());
        rows.iter().enumerate().map(row).collect()
    };
    let page = written(
        |hidden| if hidden { "<tr style='display:none'>" } else { "<tr>" },
        |text| format!("<td>{text}"),
        "</tr>",
    );
    let flat = written(
        |hidden| if hidden { "<table:table-row table:visibility=\"filter\">" } else { "<table:table-row>" },
        |text| format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"),
        "</table:table-row>",
    );
    let sample = String::from_utf8(sample("43-flat.fods")).unwrap();
    let (head, _) = sample.split_once("<table:table-row>").unwrap();
    let (_, foot) = sample.rsplit_once("</table:table-row>").unwrap();
    let xml = written(
        |hidden| if hidden { "<Row ss:Hidden=\"1\">" } else { "<Row>" },
        |text| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>"),
        "</Row>",
    );
    let space = "urn:schemas-microsoft-com:office:spreadsheet";
    [
        xls.bytes(),
        format!("{head}{flat}{foot}").into_bytes(),
        format!("<table>{page}</table>").into_bytes(),
        format!("<?xml version=\"1.0\"?><Workbook xmlns=\"{space}\" xmlns:ss=\"{space}\"><Worksheet ss:Name=\"表\"><Table>{xml}</Table></Worksheet></Workbook>").into_bytes(),
    ]
}
