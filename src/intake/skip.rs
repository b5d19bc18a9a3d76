//! Rows below the header that are no records: blank ones, totals, notes and footers, samples, and the header again.
//! Knows rows and columns. When in doubt a row is a record: one that is wrong is handed back, never dropped.

use super::aliases::Use;
use super::cells::Cells;
use super::columns::Columns;
use super::reading::value;
use crate::model::field::Field;
use crate::model::text::half_width;

/// Why a row is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    Blank,
    Total,
    Note,
    Sample,
    Header,
}

/// Whether the row is no record. `headers` are the header's and, where it has two rows, those of its upper one;
/// `in_notes`: the last row was a note, which numbered lines may continue.
pub fn skip(cells: &Cells, columns: &Columns, headers: [&[String]; 2], in_notes: bool) -> Option<Skip> {
    let mut filled = filled(cells, columns);
    let Some(first) = filled.next() else { return Some(Skip::Blank) };
    let second = filled.next();
    let lead = if first.is_serial { second.as_ref() } else { Some(&first) };
    let Some(lead) = lead else {
        // Only a running number: a form's empty line. Or a word about the list in the number's column.
        return Some(if first.text.chars().all(|c| c.is_numeric() || c == '.') {
            Skip::Blank
        } else {
            lone(&first, in_notes)?
        });
    };
    if is_total(first.text) || is_total(lead.text) {
        return Some(Skip::Total);
    }
    if is_sample(first.text, &first) || is_sample(lead.text, lead) || has_placeholders(cells, columns) {
        return Some(Skip::Sample);
    }
    if second.is_none() {
        return lone(&first, in_notes);
    }
    if is_header(lead, headers) && self::filled(cells, columns).all(|cell| is_header(&cell, headers)) {
        return Some(Skip::Header);
    }
    let is_footer = is_footer(first.text) && self::filled(cells, columns).all(|cell| is_footer(cell.text));
    is_footer.then_some(Skip::Note)
}

/// A cell with a value.
struct Filled<'a> {
    column: usize,
    text: &'a str,
    is_serial: bool,
}

fn filled<'a>(cells: &'a Cells, columns: &'a Columns) -> impl Iterator<Item = Filled<'a>> {
    cells.iter().enumerate().filter_map(|(column, cell)| {
        let one = columns.uses().get(column).copied().unwrap_or(Use::Extra);
        let text = if one == Use::Ignored { "" } else { value(cell) };
        (!text.is_empty()).then_some(Filled { column, text, is_serial: one == Use::Serial })
    })
}

/// The only cell of a row, where it is a note, a total or a sample's mark.
fn lone(cell: &Filled<'_>, in_notes: bool) -> Option<Skip> {
    if is_total(cell.text) {
        return Some(Skip::Total);
    }
    if is_sample(cell.text, cell) {
        return Some(Skip::Sample);
    }
    let is_note =
        is_note(cell.text) || is_footer(cell.text) || (in_notes && cell.column == 0 && is_numbered(cell.text));
    is_note.then_some(Skip::Note)
}

fn is_total(text: &str) -> bool {
    if !text.starts_with(['合', '小', '总', '共', '本']) {
        return false;
    }
    let word: String = half_width(text).chars().filter(|c| !c.is_whitespace() && *c != ':').collect();
    matches!(word.as_str(), "合计" | "小计" | "总计" | "共计" | "合计数" | "本页小计" | "本页合计" | "总合计")
}

fn is_sample(text: &str, cell: &Filled<'_>) -> bool {
    if !(cell.is_serial || cell.column == 0) || text.is_ascii() {
        return false;
    }
    let text = text.trim_matches(['(', ')', '（', '）', '【', '】', ':', '：', ' ']);
    let few = || text.chars().count() <= 4;
    text == "例"
        || (["示例", "样例", "范例", "例如", "填写示例", "填表示例"].iter().any(|word| text.starts_with(word)) && few())
}

/// ×× where a unit or place belongs, next to a name that nobody has.
fn has_placeholders(cells: &Cells, columns: &Columns) -> bool {
    let text = |field: &Field| {
        let column = columns.first(*field)?;
        cells.get(usize::from(column)).map(value)
    };
    let is_nobody =
        |name: &str| matches!(name, "张三" | "李四" | "王五" | "某某" | "张某某" | "XXX" | "xxx" | "×××" | "XX" | "××");
    if ![Field::Wisher, Field::Name, Field::Claimants].iter().filter_map(text).any(is_nobody) {
        return false;
    }
    let is_open = |text: &str| ["××", "XX", "xx", "某某", "＊＊", "**"].iter().any(|open| text.contains(open));
    [Field::Org, Field::Place, Field::District, Field::Street, Field::Community].iter().filter_map(text).any(is_open)
}

fn is_note(text: &str) -> bool {
    const WORDS: [&str; 8] = ["填表说明", "填写说明", "填报说明", "说明", "注", "备注", "注意", "附注"];
    const SURE: [&str; 4] = ["填表说明", "填写说明", "填报说明", "注意"];
    let ends_word = |rest: &str| rest.trim_start().starts_with([':', '：', '.', '、']) || rest.trim().is_empty();
    SURE.iter().any(|word| text.starts_with(word))
        || WORDS.iter().filter_map(|word| text.strip_prefix(word)).any(ends_word)
        || text.starts_with(['※'])
}

/// `填表人：阮芳`, as forms end.
fn is_footer(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "填表人",
        "填报人",
        "制表人",
        "审核人",
        "审批人",
        "经办人",
        "负责人",
        "联系人",
        "联系电话",
        "填报单位",
        "填报日期",
        "填报时间",
        "填表日期",
        "填表时间",
    ];
    const SIGNED: [&str; 6] = ["单位负责人", "分管领导", "主管领导", "单位盖章", "日期", "盖章"];
    let Some((word, _)) = text.split_once([':', '：']) else { return false };
    let word: String = word.chars().filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')' | '（' | '）')).collect();
    WORDS.contains(&word.as_str()) || SIGNED.contains(&word.as_str())
}

/// `1.本表……`, `（二）……`, as notes go on.
fn is_numbered(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '（']);
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    rest.len() < text.len() && rest.starts_with(['.', '、', '．', ')', '）']) && rest.chars().count() > 4
}

fn is_header(cell: &Filled<'_>, headers: [&[String]; 2]) -> bool {
    headers.iter().any(|headers| headers.get(cell.column).is_some_and(|header| header.trim() == cell.text))
}
