//! Workbooks, read back.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

use super::super::Sheet;
use super::super::report::ChartKind;
use super::*;

/// 报到 may be 0 in all, so that there is nothing to divide by.
fn quota(rows: &[(&str, i64, i64)]) -> Section {
    let mut sheet =
        Sheet::new(["分组", "应认领", "已达标", "达标率", "金额"]).sums([1, 2, 4]).total(3, Total::Share(2, 1));
    let rate = |met: i64, required: i64| Cell::Rate((required > 0).then(|| met as f64 / required as f64));
    let mut push = |name: &str, required, met| {
        let money = Cell::Money(format!("{required}.50"));
        sheet.rows.push(vec![Cell::text_of(name), Cell::Count(required), Cell::Count(met), rate(met, required), money]);
    };
    rows.iter().for_each(|(name, required, met)| push(name, *required, *met));
    let sum = |of: fn(&(&str, i64, i64)) -> i64| rows.iter().map(of).sum();
    push("合计", sum(|row| row.1), sum(|row| row.2));
    Section::new("达标", sheet).with_total().with_chart(ChartKind::Rates, 0, &[3])
}

fn report(sections: Vec<Section>) -> Report {
    Report {
        title: "达标情况".to_owned(),
        letterhead: vec![("填报人".to_owned(), "文员".to_owned()), ("联系电话".to_owned(), String::new())],
        sections,
        foot: vec!["口径：按人计".to_owned()],
    }
}

fn written(report: &Report) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(report, &mut bytes).unwrap();
    bytes
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn book(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

#[test]
fn the_total_is_a_formula_that_carries_our_figure() {
    let bytes = written(&report(vec![quota(&[("甲", 4, 1), ("乙", 6, 4)])]));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    // Title, name and letterhead are rows 1 to 3, the heads 4.
    for cell in ["<f>SUM(B5:B6)</f><v>10</v>", "<f>SUM(C5:C6)</f><v>5</v>", "<f>IF(B7=0,\"—\",C7/B7)</f><v>0.5</v>"] {
        assert!(xml.contains(cell), "{cell}: {xml}");
    }
    let mut book = book(bytes);
    let values = book.worksheet_range("达标").unwrap();
    assert_eq!(values.get_value((6, 1)), Some(&Data::Float(10.0)));
    let texts: Vec<String> = values.rows().map(|row| row[0].to_string()).collect();
    assert_eq!(texts[..4], ["达标情况", "达标", "填报人：文员    联系电话：＿＿＿＿＿＿", "分组"]);
    assert_eq!(texts[7], "口径：按人计");
}

#[test]
fn nothing_to_divide_by_is_a_dash_and_never_an_error() {
    let bytes = written(&report(vec![quota(&[("甲", 0, 0)])]));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<f>IF(B6=0,\"—\",C6/B6)</f><v>—</v>") && !xml.contains("NaN"), "{xml}");
    let mut alone = quota(&[]);
    alone.chart = None;
    let xml = part(&written(&report(vec![alone])), "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>"), "without rows above it a total has nothing to compute: {xml}");
}

#[test]
fn a_sheet_is_set_up_for_reading_and_for_paper() {
    let detail = Section::new("名单", quota(&[("甲", 1, 1)]).sheet).as_detail();
    let bytes = written(&report(vec![quota(&[("甲", 4, 1), ("乙", 2, 1)]), detail]));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    for set in
        ["ySplit=\"4\"", "orientation=\"landscape\"", "paperSize=\"9\"", "fitToHeight=\"0\"", "<mergeCell ", "&amp;P"]
    {
        assert!(xml.contains(set), "{set}: {xml}");
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("达标!$4:$4</definedName>"));
    assert!(part(&bytes, "xl/worksheets/sheet2.xml").contains("<autoFilter ref=\"A4:E6\"/>"));
    let chart = part(&bytes, "xl/charts/chart1.xml");
    assert!(chart.contains("达标!$D$5:$D$6") && chart.contains("<c:max val=\"1\"/>"), "{chart}");
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("0.0%") && styles.contains("#,##0.00"), "{styles}");
}

#[test]
fn the_same_report_is_the_same_file() {
    let report = report(vec![quota(&[("甲", 4, 1)])]);
    assert!(written(&report) == written(&report));
    let mut other = report.clone();
    other.foot.push("另".to_owned());
    assert!(written(&report) != written(&other));
}

#[test]
fn no_text_is_run_and_none_moves_a_cursor() {
    let hostile = ["=cmd|'/C calc'!A1", "@SUM(1)", "<script>]]>", "\u{202E}a\u{1B}[2J\u{FFFF}", "_x0041_"];
    let rows: Vec<(&str, i64, i64)> = hostile.iter().map(|text| (*text, 1, 1)).collect();
    let mut section = quota(&rows);
    section.name = "=1+1".to_owned();
    let mut report = report(vec![section]);
    report.title = "=HYPERLINK(\"x\")".to_owned();
    let mut book = book(written(&report));
    let values = book.worksheet_range("=1+1").unwrap();
    let told: Vec<String> = values.rows().skip(4).take(5).map(|row| row[0].to_string()).collect();
    let shown = "\u{FFFD}a\u{FFFD}[2J\u{FFFD}";
    assert_eq!(told, ["'=cmd|'/C calc'!A1", "'@SUM(1)", "<script>]]>", shown, "_x0041_"]);
    assert_eq!(values.get_value((0, 0)).unwrap().to_string(), "'=HYPERLINK(\"x\")");
    let formulas = book.worksheet_formula("=1+1").unwrap();
    let is_ours = |formula: &str| formula.is_empty() || formula.starts_with("SUM(") || formula.starts_with("IF(");
    assert!(formulas.cells().all(|(_, _, formula)| is_ours(formula)));
}

#[test]
fn sheets_have_names_that_a_workbook_can_have_and_no_two_the_same() {
    let long = "很".repeat(40);
    let names = ["a/b:c", "ABC", "", "'x'", "History", &long, &long];
    let sections = names.iter().map(|name| Section::new(*name, Sheet::new(["一"])).as_detail()).collect();
    let made = book(written(&report(sections))).sheet_names();
    let cut = format!("{} (2)", "很".repeat(27));
    assert_eq!(made, ["abc", "ABC (2)", "达标情况", "x", "表", &"很".repeat(31), &cut]);
    assert_eq!(sheet_name(&"😀".repeat(20)), "😀".repeat(15));
}

#[test]
fn a_report_of_nothing_is_still_a_workbook() {
    let bytes = written(&Report { foot: vec!["一致".to_owned()], ..Report::default() });
    let mut book = book(bytes);
    assert_eq!(book.worksheet_range("表").unwrap().get_value((0, 0)), Some(&Data::String("一致".to_owned())));
}

#[test]
fn a_large_sheet_streams_and_says_the_same() {
    let names: Vec<String> = (0..LARGE + 10).map(|at| format!("组{at}")).collect();
    let rows: Vec<(&str, i64, i64)> = names.iter().map(|name| (name.as_str(), 2, 1)).collect();
    let bytes = written(&report(vec![quota(&rows)]));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(
        xml.contains("inlineStr") && xml.contains(&format!("<f>SUM(B5:B{})</f><v>{}</v>", LARGE + 14, 2 * LARGE + 20))
    );
    let mut book = book(bytes);
    let values = book.worksheet_range("达标").unwrap();
    let last = u32::try_from(LARGE + 13).unwrap();
    assert_eq!(values.get_value((last, 0)), Some(&Data::String(format!("组{}", LARGE + 9))));
}
