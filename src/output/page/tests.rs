//! Pages, looked at as text.

use super::super::report::{Chart, ChartKind, Columns};
use super::*;

fn columns() -> Columns<(String, i64, Option<f64>)> {
    vec![
        Column::text("place", "属地").of(|row: &(String, i64, Option<f64>)| Cell::text_of(row.0.as_str())),
        Column::count("required", "应认领").of(|row: &(String, i64, Option<f64>)| Cell::Count(row.1)),
        Column::rate("rate", "达标率").of(|row: &(String, i64, Option<f64>)| Cell::Rate(row.2)),
    ]
    .into()
}

fn section(names: &[&str]) -> Section {
    let rows: Vec<_> = names.iter().map(|name| ((*name).to_owned(), 1234, Some(0.25))).collect();
    columns()
        .section("groups", "党员", &rows)
        .with_total(columns().cells(&("合计".to_owned(), 2468, None)))
        .with_chart(Chart::new(ChartKind::Rates, "place", &["rate"]))
}

fn page(report: &Report) -> String {
    String::from_utf8(render(report).unwrap()).unwrap()
}

fn between<'a>(text: &'a str, from: &str, until: &str) -> &'a str {
    text.split_once(from).unwrap().1.split_once(until).unwrap().0
}

#[test]
fn policy_names_the_style_and_the_script_of_the_page() {
    let page = page(&Report { title: "进度".to_owned(), sections: vec![section(&["甲"])], ..Report::default() });
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\">");
    let style = source_of(between(&page, "<style>", "</style>"));
    let script = source_of(between(&page, "<script>", "</script>"));
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    assert!(policy.contains(&format!("style-src '{style}'")), "{policy}");
    assert!(policy.contains(&format!("script-src '{script}'")), "{policy}");
    // Nothing that would ask for anything, nothing that the policy would refuse.
    for asks in ["http:", "https:", "src=", "href=", "@import", "url(", " style=\"", "onclick"] {
        assert!(!page.contains(asks), "{asks}");
    }
}

#[test]
fn total_is_in_the_table_foot_and_a_rate_of_nothing_is_a_dash() {
    let page = page(&Report { sections: vec![section(&["甲"])], ..Report::default() });
    let foot = between(&page, "<tfoot>", "</tfoot>");
    assert!(foot.contains("<td>合计</td><td class=\"n\">2,468</td><td class=\"n\">—</td>"), "{foot}");
    let main = between(&page, "<main>", "</main>");
    assert!(!main.contains("NaN") && main.contains(">25.0%<"), "{main}");
    // Once for a desk, once for a phone.
    assert_eq!(page.matches("<rect").count(), 2, "the total is not drawn");
}

#[test]
fn no_text_becomes_markup() {
    let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'&]]>\u{202E}\u{1B}";
    let mut section = section(&[hostile]);
    section.title = hostile.to_owned();
    section.columns[0].header = hostile.to_owned();
    section.notes.push(hostile.to_owned());
    let page = page(&Report {
        title: hostile.to_owned(),
        letterhead: vec![(hostile.to_owned(), hostile.to_owned())],
        sections: vec![section],
        footer: vec![hostile.to_owned()],
        is_one_sheet: false,
    });
    assert_eq!(page.matches("<script").count(), 1, "{page}");
    assert!(!page.contains("<img") && !page.contains(['\u{202E}', '\u{1B}']), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)"), "{page}");
}

#[test]
fn page_leaves_out_details_and_marks_an_empty_table() {
    let mut empty = columns().section("empty", "空", &[]);
    empty.notes.push("脚注".to_owned());
    let page = page(&Report { sections: vec![empty, section(&["密"]).as_detail()], ..Report::default() });
    assert!(page.contains("（没有）") && page.contains("脚注") && !page.contains('密'), "{page}");
}

#[test]
fn every_kind_of_chart_has_its_shapes() {
    let columns: Columns<i64> = vec![
        Column::day("day", "日").of(|day| Cell::text_of(format!("2021-04-{day:02}"))),
        Column::count("one", "甲").of(|day| Cell::Count(*day)),
        Column::count("two", "乙").of(|_| Cell::Count(2)),
    ]
    .into();
    let days: Vec<i64> = (1..=30).collect();
    for (kind, shape, count) in
        [(ChartKind::Bars, "<rect", 62), (ChartKind::Stacked, "<rect", 62), (ChartKind::Line, "<polyline", 2)]
    {
        let section = columns.section("days", "图", &days).with_chart(Chart::new(kind, "day", &["one", "two"]));
        let page = page(&Report { sections: vec![section], ..Report::default() });
        // The legend has two of the bars; the chart is there twice, for a desk and for a phone.
        assert_eq!(page.matches(shape).count(), count * 2, "{kind:?}");
        assert_eq!(page.matches("<svg class=\"narrow\"").count(), 1, "{kind:?}");
    }
}

#[test]
fn overview_of_a_city_stays_below_a_megabyte() {
    let names: Vec<String> = (0..2_700).map(|at| format!("荔湾区/金花街道/第{at}社区居民委员会")).collect();
    let report =
        Report { sections: vec![section(&names.iter().map(String::as_str).collect::<Vec<_>>())], ..Report::default() };
    assert!(page(&report).len() < 1_000_000);
}

#[test]
fn numbers_are_grouped_in_threes() {
    assert_eq!(["1", "123", "1234", "-1234567.50"].map(grouped), ["1", "123", "1,234", "-1,234,567.50"]);
}
