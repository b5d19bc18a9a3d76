//! Workbooks, read back.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

use super::super::report::{Chart, ChartKind, Columns, Kind, Row};
use super::*;

/// Name, required, met. Of nobody required there is no rate.
type Group<'n> = (&'n str, i64, i64);

fn columns() -> Columns<Group<'static>> {
    vec![
        Column::text("place", "分组").of(|group: &Group<'_>| Cell::text_of(group.0)),
        Column::count("required", "应认领").sum().of(|group: &Group<'_>| Cell::Count(group.1)),
        Column::count("met", "已达标").sum().of(|group: &Group<'_>| Cell::Count(group.2)),
        Column::rate("rate", "达标率")
            .share("met", "required")
            .of(|group: &Group<'_>| Cell::Rate((group.1 > 0).then(|| group.2 as f64 / group.1 as f64))),
        Column::new(Kind::Money, "money", "金额").sum().of(|group: &Group<'_>| Cell::Money(format!("{}.50", group.1))),
    ]
    .into()
}

fn sum(rows: &[Group<'_>]) -> Group<'static> {
    ("合计", rows.iter().map(|row| row.1).sum(), rows.iter().map(|row| row.2).sum())
}

fn quota(rows: &[Group<'static>]) -> Section {
    let chart = Chart::new(ChartKind::Rates, "place", &["rate"]);
    columns().section("groups", "达标", rows).with_total(columns().cells(&sum(rows))).with_chart(chart)
}

fn report(sections: Vec<Section>) -> Report {
    Report {
        title: "达标情况".to_owned(),
        letterhead: vec![("填报人".to_owned(), "文员".to_owned()), ("联系电话".to_owned(), String::new())],
        sections,
        footer: vec!["口径：按人计".to_owned()],
        is_one_sheet: false,
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
fn total_is_a_formula_with_our_figure_as_its_value() {
    let bytes = written(&report(vec![quota(&[("甲", 4, 1), ("乙", 6, 4)])]));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    // Title, name and letterhead are rows 1 to 3, the headers 4.
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
fn share_of_nothing_is_a_dash_and_never_an_error() {
    let bytes = written(&report(vec![quota(&[("甲", 0, 0)])]));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<f>IF(B6=0,\"—\",C6/B6)</f><v>—</v>") && !xml.contains("NaN"), "{xml}");
    let mut alone = quota(&[]);
    alone.chart = None;
    let xml = part(&written(&report(vec![alone])), "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>"), "without rows above it a total has nothing to compute: {xml}");
}

#[test]
fn sheet_is_set_up_for_reading_and_for_paper() {
    let detail = columns().section("list", "名单", &[("甲", 1, 1), ("乙", 2, 2)]).as_detail();
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
fn tables_that_are_read_together_are_one_below_the_other_on_two_pages_at_most() {
    let detail = columns().section("list", "名单", &[("丙", 1, 1)]).as_detail();
    let sections = vec![quota(&[("甲", 4, 1)]), quota(&[("乙", 6, 4)]), detail];
    let bytes = written(&Report { is_one_sheet: true, ..report(sections) });
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    for set in ["fitToPage=\"1\"", "paperSize=\"9\"", "<f>SUM(B5:B5)</f>", "<f>SUM(B10:B10)</f>"] {
        assert!(xml.contains(set), "{set}: {xml}");
    }
    assert!(!xml.contains("landscape") && !xml.contains("fitToHeight"), "{xml}");
    let long: Vec<Group<'_>> = (0..90).map(|_| ("丁", 1, 1)).collect();
    let long = written(&Report { is_one_sheet: true, ..report(vec![quota(&long)]) });
    assert!(part(&long, "xl/worksheets/sheet1.xml").contains("fitToHeight=\"2\""), "more than a page has two");
    let mut book = book(bytes);
    assert_eq!(book.sheet_names(), ["达标情况"]);
    let values = book.worksheet_range("达标情况").unwrap();
    let texts: Vec<String> = values.rows().map(|row| row[0].to_string()).collect();
    let wanted =
        ["达标情况", "填报人：文员    联系电话：＿＿＿＿＿＿", "达标", "分组", "甲", "合计", "", "达标", "分组", "乙"];
    assert_eq!(texts[..10], wanted);
}

#[test]
fn same_report_gives_the_same_file() {
    let report = report(vec![quota(&[("甲", 4, 1)])]);
    assert!(written(&report) == written(&report));
    let mut other = report.clone();
    other.footer.push("另".to_owned());
    assert!(written(&report) != written(&other));
}

#[test]
fn hostile_texts_become_inert_cells() {
    let hostile = ["=cmd|'/C calc'!A1", "@SUM(1)", "<script>]]>", "\u{202E}a\u{1B}[2J\u{FFFF}", "_x0041_"];
    let rows: Vec<Group<'static>> = hostile.iter().map(|text| (*text, 1, 1)).collect();
    let mut section = quota(&rows);
    section.title = "=1+1".to_owned();
    let mut report = report(vec![section]);
    report.title = "=HYPERLINK(\"x\")".to_owned();
    let mut book = book(written(&report));
    let values = book.worksheet_range("=1+1").unwrap();
    let found: Vec<String> = values.rows().skip(4).take(5).map(|row| row[0].to_string()).collect();
    let shown = "\u{FFFD}a\u{FFFD}[2J\u{FFFD}";
    assert_eq!(found, ["'=cmd|'/C calc'!A1", "'@SUM(1)", "<script>]]>", shown, "_x0041_"]);
    assert_eq!(values.get_value((0, 0)).unwrap().to_string(), "'=HYPERLINK(\"x\")");
    let formulas = book.worksheet_formula("=1+1").unwrap();
    let is_ours = |formula: &str| formula.is_empty() || formula.starts_with("SUM(") || formula.starts_with("IF(");
    assert!(formulas.cells().all(|(_, _, formula)| is_ours(formula)));
}

#[test]
fn sheet_names_are_valid_and_unique() {
    let long = "很".repeat(40);
    let names = ["a/b:c", "ABC", "", "'x'", "History", &long, &long];
    let sections = names.iter().map(|name| columns().section("list", *name, &[]).as_detail()).collect();
    let made = book(written(&report(sections))).sheet_names();
    let cut = format!("{} (2)", "很".repeat(27));
    assert_eq!(made, ["abc", "ABC (2)", "达标情况", "x", "表", &"很".repeat(31), &cut]);
    assert_eq!(sheet_name(&"😀".repeat(20)), "😀".repeat(15));
}

#[test]
fn empty_report_is_still_a_workbook() {
    let bytes = written(&Report { footer: vec!["一致".to_owned()], ..Report::default() });
    let mut book = book(bytes);
    assert_eq!(book.worksheet_range("表").unwrap().get_value((0, 0)), Some(&Data::String("一致".to_owned())));
}

#[test]
fn large_section_streams_with_the_same_cells() {
    let columns: Columns<usize> = vec![
        Column::text("place", "分组").of(|at| Cell::text_of(format!("组{at}"))),
        Column::count("required", "应认领").sum().of(|_| Cell::Count(2)),
    ]
    .into();
    let total = vec![Cell::text_of("合计"), Cell::Count(2 * i64::try_from(LARGE).unwrap() + 20)];
    let streamed = columns.streamed("groups", "达标", (0..LARGE + 10).collect()).with_total(total);
    let bytes = written(&report(vec![streamed]));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(
        xml.contains("inlineStr") && xml.contains(&format!("<f>SUM(B5:B{})</f><v>{}</v>", LARGE + 14, 2 * LARGE + 20))
    );
    let mut book = book(bytes);
    let values = book.worksheet_range("达标").unwrap();
    let last = u32::try_from(LARGE + 13).unwrap();
    assert_eq!(values.get_value((last, 0)), Some(&Data::String(format!("组{}", LARGE + 9))));
}

#[test]
fn subtotals_sum_their_own_items_and_the_total_all_of_them() {
    let (first, second) = ([("甲", 4, 1), ("乙", 6, 4)], [("丙", 1, 1)]);
    let mut section = columns().section("groups", "达标", &first).with_subtotal(columns().cells(&sum(&first)));
    section.rows.push(Row { kind: RowKind::Item, cells: columns().cells(&second[0]) });
    let section = section.with_subtotal(columns().cells(&sum(&second))).with_total(columns().cells(&("合计", 11, 6)));
    let xml = part(&written(&report(vec![section])), "xl/worksheets/sheet1.xml");
    for cell in ["<f>SUM(B5:B6)</f><v>10</v>", "<f>SUM(B8:B8)</f><v>1</v>", "<f>SUM(B5:B6,B8:B8)</f><v>11</v>"] {
        assert!(xml.contains(cell), "{cell}: {xml}");
    }
    assert!(xml.contains("<f>IF(B10=0,\"—\",C10/B10)</f>"), "{xml}");
}

#[test]
fn totals_by_a_column_are_not_computed_over_all_items() {
    let rows = [("甲", 4, 1), ("乙", 6, 4)];
    let section = columns().section("groups", "达标", &rows).with_totals_by("place");
    let section = section.with_total(columns().cells(&rows[0])).with_total(columns().cells(&rows[1]));
    let xml = part(&written(&report(vec![section])), "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>"), "{xml}");
}
