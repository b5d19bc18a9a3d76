//! Pages, looked at as text.

use super::super::Sheet;
use super::super::report::ChartKind;
use super::*;

fn section(names: &[&str]) -> Section {
    let mut sheet = Sheet::new(["属地", "应认领", "达标率"]);
    for name in names {
        sheet.rows.push(vec![Cell::text_of(*name), Cell::Count(1234), Cell::Rate(Some(0.25))]);
    }
    sheet.rows.push(vec![Cell::text_of("合计"), Cell::Count(2468), Cell::Rate(None)]);
    Section::new("党员", sheet).with_total().with_chart(ChartKind::Rates, 0, &[2])
}

fn page(report: &Report) -> String {
    String::from_utf8(render(report).unwrap()).unwrap()
}

fn between<'a>(text: &'a str, from: &str, until: &str) -> &'a str {
    text.split_once(from).unwrap().1.split_once(until).unwrap().0
}

#[test]
fn the_policy_names_the_style_and_the_script_that_stand_in_the_page() {
    let page = page(&Report { title: "进度".to_owned(), sections: vec![section(&["甲"])], ..Report::default() });
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\">");
    let style = hash(between(&page, "<style>", "</style>"));
    let script = hash(between(&page, "<script>", "</script>"));
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    assert!(policy.contains(&format!("style-src 'sha256-{style}'")), "{policy}");
    assert!(policy.contains(&format!("script-src 'sha256-{script}'")), "{policy}");
    // Nothing that would ask for anything, nothing that the policy would refuse.
    for asks in ["http:", "https:", "src=", "href=", "@import", "url(", " style=\"", "onclick"] {
        assert!(!page.contains(asks), "{asks}");
    }
}

#[test]
fn the_total_stands_in_the_foot_and_a_rate_of_nothing_is_a_dash() {
    let page = page(&Report { sections: vec![section(&["甲"])], ..Report::default() });
    let foot = between(&page, "<tfoot>", "</tfoot>");
    assert!(foot.contains("<td>合计</td><td class=\"n\">2,468</td><td class=\"n\">—</td>"), "{foot}");
    let main = between(&page, "<main>", "</main>");
    assert!(!main.contains("NaN") && main.contains(">25.0%<"), "{main}");
    assert_eq!(page.matches("<rect").count(), 1, "the total is not drawn");
}

#[test]
fn no_text_becomes_markup() {
    let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'&]]>\u{202E}\u{1B}";
    let mut section = section(&[hostile]);
    section.name = hostile.to_owned();
    section.sheet.head[0].text = hostile.to_owned();
    section.sheet.foot.push(hostile.to_owned());
    let page = page(&Report {
        title: hostile.to_owned(),
        letterhead: vec![(hostile.to_owned(), hostile.to_owned())],
        sections: vec![section],
        foot: vec![hostile.to_owned()],
    });
    assert_eq!(page.matches("<script").count(), 1, "{page}");
    assert!(!page.contains("<img") && !page.contains(['\u{202E}', '\u{1B}']), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)"), "{page}");
}

#[test]
fn details_stay_out_and_an_empty_table_says_so() {
    let mut empty = Section::new("空", Sheet::new(["一"]));
    empty.sheet.foot.push("脚注".to_owned());
    let page = page(&Report { sections: vec![empty, section(&["密"]).as_detail()], ..Report::default() });
    assert!(page.contains("（没有）") && page.contains("脚注") && !page.contains('密'), "{page}");
}

#[test]
fn every_kind_of_chart_has_its_shapes() {
    let mut sheet = Sheet::new(["日", "甲", "乙"]);
    for day in 1..=30 {
        sheet.rows.push(vec![Cell::text_of(format!("2021-04-{day:02}")), Cell::Count(day), Cell::Count(2)]);
    }
    for (kind, shape, count) in
        [(ChartKind::Bars, "<rect", 62), (ChartKind::Stacked, "<rect", 62), (ChartKind::Line, "<polyline", 2)]
    {
        let section = Section::new("图", sheet.clone()).with_chart(kind, 0, &[1, 2]);
        let page = page(&Report { sections: vec![section], ..Report::default() });
        // The legend has two of the bars.
        assert_eq!(page.matches(shape).count(), count, "{kind:?}");
    }
}

#[test]
fn a_city_s_overview_is_below_a_megabyte() {
    let names: Vec<String> = (0..2_700).map(|at| format!("荔湾区/金花街道/第{at}社区居民委员会")).collect();
    let report =
        Report { sections: vec![section(&names.iter().map(String::as_str).collect::<Vec<_>>())], ..Report::default() };
    assert!(page(&report).len() < 1_000_000);
}

#[test]
fn numbers_are_grouped_in_threes_and_digests_are_base64() {
    assert_eq!(["1", "123", "1234", "-1234567.50"].map(grouped), ["1", "123", "1,234", "-1,234,567.50"]);
    assert_eq!(["", "M", "Ma", "Man"].map(|text| base64(text.as_bytes())), ["", "TQ==", "TWE=", "TWFu"]);
}
