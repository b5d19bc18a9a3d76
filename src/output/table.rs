//! A sheet as a table for people. Knows widths and terminals; what reaches one has no control characters in it.

use std::borrow::Cow;
use std::io::IsTerminal;

use comfy_table::{Cell as TableCell, CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};
use unicode_width::UnicodeWidthStr;

use super::{Cell, Sheet};
use crate::lang::help::wrapped;
use crate::lang::output as texts;

/// Plain ASCII: box-drawing characters are two columns wide on many Chinese terminals, and tear the table.
const STYLE: TableStyle =
    TableStyle::new().header_separator(LineStyle { left: None, fill: Some('-'), junction: Some('-'), right: None });

/// Where a path may be broken: takes no room, and never comes out.
const BREAK: char = '\u{200B}';
/// Between two columns.
pub(super) const GAP: usize = 2;

/// The table, with its title above and its footer below, ending in a newline. Cells are wrapped to `width` columns;
/// without one they stay on one line. A table without rows is a word instead of its headers.
pub fn render(sheet: &Sheet, width: Option<u16>) -> String {
    let mut text = String::new();
    if let Some(title) = &sheet.title {
        push_prose(&mut text, title, width);
    }
    match width.map(usize::from).filter(|columns| *columns < narrowest(sheet)) {
        _ if sheet.headers.is_empty() => {}
        _ if sheet.rows.is_empty() => push_prose(&mut text, &texts::no_rows(), width),
        Some(columns) => push_blocks(&mut text, sheet, columns),
        None => push_table(&mut text, sheet, width),
    }
    for line in &sheet.foot {
        push_prose(&mut text, line, width);
    }
    text
}

/// How wide the table is where nothing is wrapped, with the gap behind its last column.
pub(super) fn natural(sheet: &Sheet) -> usize {
    let of = |column: usize| {
        let cells = sheet.rows.iter().filter_map(|row| row.get(column)).map(|cell| width(&shown(cell)));
        cells.max().unwrap_or(0).max(width(&safe(&sheet.headers[column]))) + GAP
    };
    (0..sheet.headers.len()).map(of).sum()
}

/// A rate as a bar of so many characters: full only at the whole, empty only at nothing.
pub(super) fn bar(rate: Option<f64>, room: usize) -> Cell {
    let Some(rate) = rate.filter(|rate| rate.is_finite()) else { return Cell::Blank };
    let full = (0..room).filter(|at| rate * room as f64 >= (*at + 1) as f64).count();
    let full = if rate > 0.0 { full.max(1) } else { full };
    Cell::text_of("#".repeat(full) + &".".repeat(room - full))
}

/// The columns of the terminal that stdout is, or `None` where it is a file or a pipe.
pub fn terminal_width() -> Option<u16> {
    if !std::io::stdout().is_terminal() {
        return None;
    }
    terminal_size::terminal_size().map(|(width, _)| width.0)
}

/// The text as it may reach a terminal: a line break becomes `⏎`, a tab a blank, and every other control or
/// direction-changing character `\u{FFFD}`.
pub fn safe(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| shown_as(c) != c) {
        return Cow::Borrowed(text);
    }
    let one_break = text.replace("\r\n", "\n");
    Cow::Owned(one_break.chars().map(shown_as).collect())
}

/// A document as it may reach a terminal: its lines stay, and every control or direction-changing character in them is
/// written as its code. Bytes that are not UTF-8 are another encoding's, of which only the ASCII ones are looked at.
pub(super) fn inert(document: &[u8]) -> Cow<'_, [u8]> {
    let is_kept = |c: char| matches!(c, '\n' | '\t') || shown_as(c) == c;
    let Ok(text) = std::str::from_utf8(document) else {
        let shown = |byte: &u8| if byte.is_ascii() && !is_kept(char::from(*byte)) { b'?' } else { *byte };
        return Cow::Owned(document.iter().map(shown).collect());
    };
    if text.chars().all(is_kept) {
        return Cow::Borrowed(document);
    }
    let mut inert = String::with_capacity(text.len());
    let mut rest = text.trim_start_matches('\u{FEFF}').chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.peek() == Some(&'\n') => {}
            c if is_kept(c) => inert.push(c),
            c => inert.extend(c.escape_unicode()),
        }
    }
    Cow::Owned(inert.into_bytes())
}

fn shown_as(c: char) -> char {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => '⏎',
        '\t' => ' ',
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => '\u{FFFD}',
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}' => '\u{FFFD}',
        '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => '\u{FFFD}',
        _ => c,
    }
}

pub(super) fn push_line(text: &mut String, line: &str) {
    text.push_str(&safe(line));
    text.push('\n');
}

/// A line that is read, not looked up: broken between words where the terminal ends.
pub(super) fn push_prose(text: &mut String, line: &str, width: Option<u16>) {
    match width {
        None => push_line(text, line),
        Some(columns) => {
            let safe = safe(line);
            wrapped(&safe, usize::from(columns)).lines().for_each(|line| push_line(text, line));
        }
    }
}

fn push_table(text: &mut String, sheet: &Sheet, width: Option<u16>) {
    let mut table = Table::new();
    table.load_style(STYLE);
    match width {
        Some(columns) => {
            table.set_content_arrangement(ContentArrangement::Dynamic);
            table.set_width(columns);
        }
        None => {
            table.set_content_arrangement(ContentArrangement::Disabled);
        }
    }
    table.set_header(
        sheet
            .headers
            .iter()
            .enumerate()
            .map(|(column, header)| TableCell::new(safe(header)).set_alignment(alignment(sheet.is_number(column)))),
    );
    for row in &sheet.rows {
        table.add_row(row.iter().map(|cell| {
            let text = marked(cell);
            let alignment = alignment(cell.is_number());
            // A path breaks after a name, not within.
            if width.is_some() && text.contains('/') && !text.contains(' ') {
                let breakable = text.replace('/', &format!("/{BREAK}"));
                return TableCell::new(breakable).set_alignment(alignment).set_delimiter(BREAK);
            }
            TableCell::new(text).set_alignment(alignment)
        }));
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 1));
    }
    for line in table.lines() {
        text.push_str(line.replace(BREAK, "").trim_end());
        text.push('\n');
    }
}

/// The fewest columns that the sheet is read in as a table: numbers and the words above them whole, texts by four Chinese
/// letters at least, paths by whole names.
fn narrowest(sheet: &Sheet) -> usize {
    const LEAST: usize = 4;
    const LEAST_TEXT: usize = 8;
    const LONGEST_NAME: usize = 16;
    let cells = |column: usize| sheet.rows.iter().filter_map(move |row| row.get(column)).map(shown);
    let of = |column: usize| {
        if !sheet.is_number(column) {
            let names = cells(column).map(|text| text.split_inclusive('/').map(width).max().unwrap_or(0));
            let is_path = cells(column).any(|text| text.contains('/'));
            let widest = names.max().filter(|_| is_path).unwrap_or(0);
            return widest.clamp(LEAST_TEXT, LONGEST_NAME);
        }
        let words = sheet.headers[column].split(' ').filter(|word| word.is_ascii()).map(str::len).max();
        let widest = cells(column).map(|text| width(&text)).max();
        widest.max(words).unwrap_or(0).max(LEAST)
    };
    (0..sheet.headers.len()).map(|column| of(column) + GAP).sum()
}

/// For a terminal too narrow for a table: a block a row, its first cell above the others, each after its header.
fn push_blocks(text: &mut String, sheet: &Sheet, columns: usize) {
    for row in &sheet.rows {
        let mut cells = row.iter().zip(&sheet.headers);
        if let Some((first, _)) = cells.next() {
            text.push_str(&marked(first));
            text.push('\n');
        }
        let mut line = String::new();
        for (cell, header) in cells.filter(|(cell, _)| !matches!(cell, Cell::Blank)) {
            let labelled = format!("  {} {}", safe(header), marked(cell));
            if !line.is_empty() && width(&line) + width(&labelled) > columns {
                text.push_str(&line);
                text.push('\n');
                line.clear();
            }
            line.push_str(&labelled);
        }
        if !line.is_empty() {
            text.push_str(&line);
            text.push('\n');
        }
    }
}

fn alignment(number: bool) -> CellAlignment {
    if number { CellAlignment::Right } else { CellAlignment::Left }
}

/// The cell as people read it.
pub(super) fn shown(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Rate(None) | Cell::Mean(None) => Cow::Borrowed("—"),
        Cell::Text(text) => safe(text),
        Cell::Coded(coded) => safe(&coded.text),
        Cell::Blank | Cell::Count(_) | Cell::Rate(Some(_)) | Cell::Mean(Some(_)) | Cell::Money(_) => cell.text(),
    }
}

/// The same with the marks of its colours.
fn marked(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Coded(coded) => match coded.paint {
            Some(paint) => Cow::Owned(paint.marked(&safe(&coded.text))),
            None => shown(cell),
        },
        Cell::Blank | Cell::Text(_) | Cell::Count(_) | Cell::Rate(_) | Cell::Money(_) | Cell::Mean(_) => shown(cell),
    }
}

/// How many columns a text takes on a terminal.
pub fn width(text: &str) -> usize {
    text.width()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Sheet {
        Sheet {
            title: Some("进度".to_owned()),
            headers: ["属地", "应认领", "完成率"].map(str::to_owned).to_vec(),
            rows: vec![
                vec![Cell::text_of("蟠虬社区"), Cell::Count(38), Cell::Rate(Some(0.973))],
                vec![Cell::text_of("锦龙\u{1B}[31m"), Cell::Count(7), Cell::Rate(None)],
            ],
            foot: vec!["截至 2021-04-30".to_owned()],
        }
    }

    #[test]
    fn numbers_are_aligned_right_and_chinese_is_two_columns_wide() {
        assert_eq!(
            render(&sample(), None),
            "进度\n\
             属地       应认领  完成率\n\
             --------------------------\n\
             蟠虬社区       38   97.3%\n\
             锦龙\u{FFFD}[31m       7       —\n\
             截至 2021-04-30\n"
        );
    }

    #[test]
    fn table_fits_the_terminal() {
        let mut sheet = sample();
        sheet.rows.push(vec![
            Cell::text_of("希望有一台微波炉，方便为孩子热饭，周末方便，谢谢各位党员同志的帮助"),
            Cell::Blank,
            Cell::Blank,
        ]);
        for line in render(&sheet, Some(40)).lines() {
            assert!(width(line) <= 40, "{line}");
        }
        assert!(render(&sheet, Some(12)).contains("蟠虬社区\n  应认领 38\n  完成率 97.3%\n"));
        assert!(render(&sheet, Some(3)).contains("蟠虬社区"));
    }

    #[test]
    fn path_breaks_after_a_name_and_footer_between_words() {
        let mut sheet = Sheet::new(["属地", "件数"]);
        sheet.rows.push(vec![Cell::text_of("荔湾区/金花街道/蟠虬社区"), Cell::Count(1)]);
        sheet.foot.push("rule: each member claims at least one wish".to_owned());
        let text = render(&sheet, Some(24));
        assert!(text.contains("荔湾区/金花街道/") && text.contains("\n蟠虬社区") && !text.contains(BREAK), "{text}");
        assert!(text.ends_with("rule: each member claims\nat least one wish\n"), "{text}");
    }

    #[test]
    fn bar_is_full_only_at_the_whole_and_empty_only_at_nothing() {
        let bar = |rate| super::bar(rate, 10).text().into_owned();
        assert_eq!(bar(Some(0.0)), "..........");
        assert_eq!(bar(Some(0.001)), "#.........");
        assert_eq!(bar(Some(0.55)), "#####.....");
        assert_eq!(bar(Some(0.999)), "#########.");
        assert_eq!(bar(Some(1.0)), "##########");
        assert_eq!(super::bar(None, 10), Cell::Blank);
    }

    #[test]
    fn safe_replaces_what_moves_a_cursor_or_turns_a_direction() {
        let hostile = "a\u{1B}[2J\u{202E}b\u{2066}c\u{9B}d\r\ne\tf\u{200F}\u{7F}\0";
        let shown = safe(hostile);
        assert_eq!(shown, "a\u{FFFD}[2J\u{FFFD}b\u{FFFD}c\u{FFFD}d⏎e f\u{FFFD}\u{FFFD}\u{FFFD}");
        assert!(matches!(safe("微波炉 一台"), Cow::Borrowed(_)));
    }
}
