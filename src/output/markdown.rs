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
    for (name, sheet) in report.tables() {
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            push_block(&mut text, &format!("## {}\n", escaped(&name)));
        }
        if sheet.rows.is_empty() && !sheet.head.is_empty() {
            push_block(&mut text, &format!("{}\n", escaped(&texts::no_rows())));
        } else if !sheet.head.is_empty() {
            push_block(&mut text, &rows(&sheet));
        }
        sheet.foot.iter().for_each(|line| push_block(&mut text, &format!("{}\n", escaped(line))));
    }
    report.foot.iter().for_each(|line| push_block(&mut text, &format!("{}\n", escaped(line))));
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
    let columns = 0..sheet.head.len();
    let mut text = line(sheet.head.iter().map(|head| escaped(&head.text)).collect());
    let rule = |column: usize| if sheet.is_number(column) { "---:" } else { "---" }.to_owned();
    text.push_str(&line(columns.clone().map(rule).collect()));
    for row in &sheet.rows {
        text.push_str(&line(columns.clone().map(|column| told(super::report::cell(row, column))).collect()));
    }
    text
}

fn told(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => escaped(text),
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
    use super::super::report::Section;
    use super::*;

    #[test]
    fn a_report_has_headings_tables_and_its_footer() {
        let mut sheet = Sheet::new(["属地", "应认领", "达标率"]);
        sheet.rows.push(vec![Cell::text_of("蟠虬社区"), Cell::Count(1234), Cell::Rate(Some(0.973))]);
        sheet.rows.push(vec![Cell::text_of("锦龙社区"), Cell::Count(-7), Cell::Rate(None)]);
        let report = Report {
            title: "进度".to_owned(),
            sections: vec![
                Section::new("党员", sheet),
                Section::new("无", Sheet::new(["一"])),
                Section::new("明细", Sheet::new(["二"])).as_detail(),
            ],
            foot: vec!["口径：按人计".to_owned()],
            ..Report::default()
        };
        assert_eq!(
            render(&report),
            "# 进度\n\n## 党员\n\n| 属地 | 应认领 | 达标率 |\n| --- | ---: | ---: |\n| 蟠虬社区 | 1234 | 97.3% |\n\
             | 锦龙社区 | -7 | — |\n\n## 无\n\n（没有）\n\n口径：按人计\n"
        );
    }

    #[test]
    fn no_text_becomes_a_link_an_image_html_a_list_or_another_cell() {
        for (hostile, told) in [
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
            assert_eq!(escaped(hostile), told, "{hostile:?}");
        }
    }
}
