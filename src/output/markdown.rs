//! A report as Markdown. Knows its syntax; a text stays a text, whatever is in it.

use super::report::Report;
use super::{Cell, Sheet, table};
use crate::lang::output as texts;

/// The report's tables under its title, its footer as a paragraph a line.
pub fn render(report: &Report) -> String {
    let mut text = String::new();
    if !report.title.is_empty() {
        text.push_str(&format!("# {}\n", escaped(&report.title)));
    }
    for (title, sheet) in report.tables() {
        if let Some(title) = title.filter(|title| !title.is_empty()) {
            push_block(&mut text, &format!("## {}\n", escaped(&title)));
        }
        if sheet.rows.is_empty() && !sheet.headers.is_empty() {
            push_block(&mut text, &format!("{}\n", escaped(&texts::no_rows())));
        } else if !sheet.headers.is_empty() {
            push_block(&mut text, &rows(&sheet));
        }
        sheet.foot.iter().for_each(|line| push_block(&mut text, &format!("{}\n", escaped(line))));
    }
    report.footer.iter().for_each(|line| push_block(&mut text, &format!("{}\n", escaped(line))));
    text
}

fn push_block(text: &mut String, block: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(block);
}

fn rows(sheet: &Sheet) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let columns = 0..sheet.headers.len();
    let mut text = line(sheet.headers.iter().map(|header| escaped(header)).collect());
    let rule = |column: usize| if sheet.is_number(column) { "---:" } else { "---" }.to_owned();
    text.push_str(&line(columns.clone().map(rule).collect()));
    for row in &sheet.rows {
        text.push_str(&line(columns.clone().map(|column| cell_text(super::report::cell(row, column))).collect()));
    }
    text
}

fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => escaped(text),
        Cell::Coded(coded) => escaped(&coded.text),
        Cell::Blank | Cell::Count(_) | Cell::Rate(_) | Cell::Money(_) | Cell::Mean(_) => {
            table::shown(cell).into_owned()
        }
    }
}

/// The text with a backslash before everything that could begin a link, an image, HTML, a list or a heading, and
/// without what a reader does not see.
fn escaped(text: &str) -> String {
    let shown = table::safe(text);
    let shown = shown.trim();
    let mut escaped = String::with_capacity(shown.len() + 8);
    let mut is_first = true;
    for c in shown.chars() {
        let begins_block = is_first && matches!(c, '+' | '-' | '=');
        // `1.` and `1)` begin a list; `http:`, `www.` and `a@b` become links by themselves.
        let ends_number = matches!(c, '.' | ')') && escaped.chars().all(|c| c.is_ascii_digit());
        let begins_link = match c {
            ':' => ["http", "https", "ftp"].iter().any(|name| ends_with_word(&escaped, name)),
            '.' => ends_with_word(&escaped, "www"),
            _ => false,
        };
        if begins_block || ends_number || begins_link || is_syntax(c) {
            escaped.push('\\');
        }
        escaped.push(c);
        is_first = false;
    }
    escaped
}

fn is_syntax(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '#' | '!' | '@' | '^')
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.len() >= word.len()
        && text.is_char_boundary(text.len() - word.len())
        && text[text.len() - word.len()..].eq_ignore_ascii_case(word)
}

#[cfg(test)]
mod tests {
    use super::super::report::{Column, Columns};
    use super::*;

    #[test]
    fn report_has_headings_tables_and_its_footer() {
        let columns: Columns<(&str, i64, Option<f64>)> = vec![
            Column::text("place", "属地").of(|row: &(&str, i64, Option<f64>)| Cell::text_of(row.0)),
            Column::count("required", "应认领").of(|row: &(&str, i64, Option<f64>)| Cell::Count(row.1)),
            Column::rate("rate", "达标率").of(|row: &(&str, i64, Option<f64>)| Cell::Rate(row.2)),
        ]
        .into();
        let rows = [("蟠虬社区", 1234, Some(0.973)), ("锦龙社区", -7, None)];
        let one: Columns<()> = vec![Column::text("one", "一").of(|_| Cell::Blank)].into();
        let report = Report {
            title: "进度".to_owned(),
            sections: vec![
                columns.section("groups", "党员", &rows),
                one.section("empty", "无", &[]),
                one.section("detail", "明细", &[()]).as_detail(),
            ],
            footer: vec!["口径：按人计".to_owned()],
            ..Report::default()
        };
        assert_eq!(
            render(&report),
            "# 进度\n\n## 党员\n\n| 属地 | 应认领 | 达标率 |\n| --- | ---: | ---: |\n| 蟠虬社区 | 1234 | 97.3% |\n\
             | 锦龙社区 | -7 | — |\n\n## 无\n\n（没有）\n\n口径：按人计\n"
        );
    }

    #[test]
    fn hostile_texts_never_become_links_images_html_lists_or_cells() {
        for (hostile, expected) in [
            ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
            ("![x](http://a.b)", "\\!\\[x\\](http\\://a.b)"),
            ("a|b\\|c", "a\\|b\\\\\\|c"),
            ("a\r\n# b", "a⏎\\# b"),
            ("- x", "\\- x"),
            ("12. x", "12\\. x"),
            ("=cmd|'/C calc'!A1", "\\=cmd\\|'/C calc'\\!A1"),
            ("    code", "code"),
            ("&lt;WWW.a.b x@y.z", "\\&lt;WWW\\.a.b x\\@y.z"),
            ("\u{202E}a\u{1B}[2J", "\u{FFFD}a\u{FFFD}\\[2J"),
            ("荔湾区/金花街道 2021-04-30 3.5", "荔湾区/金花街道 2021-04-30 3.5"),
        ] {
            assert_eq!(escaped(hostile), expected, "{hostile:?}");
        }
    }
}
