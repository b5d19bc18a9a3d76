//! Rows below the header that are no records: blank ones, totals, notes and footers, headings, samples, and the header
//! again. Knows rows and columns. When in doubt a row is a record: one that is wrong is handed back, never dropped.

use super::aliases::Use;
use super::cells::Cells;
use super::columns::Columns;
use super::reading::value;
use super::section::{may_be_section, names_place};
use crate::model::day::Day;
use crate::model::fields::Field;
use crate::model::place::level_of;
use crate::model::text::half_width;
use crate::model::words::ListKind;

/// Why a row is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    Blank,
    Total,
    Note,
    /// What stands over a part of the list: 一、机关单位, 第一党支部（2人）, the title of a second part.
    Heading,
    Sample,
    Header,
}

/// Whether the row is no record. `headers` are the header's and, where it has two rows, those of its upper one;
/// `in_notes`: the last row was a note, which numbered lines may continue.
pub fn skip(kind: ListKind, cells: &Cells, columns: &Columns, headers: [&[String]; 2], in_notes: bool) -> Option<Skip> {
    let mut filled = filled(cells, columns);
    let Some(first) = filled.next() else { return Some(Skip::Blank) };
    let second = filled.next();
    let lead = if first.is_serial { second.as_ref() } else { Some(&first) };
    let Some(lead) = lead else {
        // Only a running number: a form's empty line. Or a word about the list in the number's column.
        return Some(if first.text.chars().all(|c| c.is_numeric() || c == '.') {
            Skip::Blank
        } else {
            lone(kind, &first, columns, in_notes)?
        });
    };
    let is_second = |second: &Filled<'_>| may_be_total(second.text) && TOTALS.contains(&bare(second.text).as_str());
    if is_total(first.text) || is_total(lead.text) || second.as_ref().is_some_and(is_second) {
        return Some(Skip::Total);
    }
    if is_sample(first.text, &first) || is_sample(lead.text, lead) || has_placeholders(cells, columns) {
        return Some(Skip::Sample);
    }
    if second.is_some() && self::filled(cells, columns).all(|cell| is_instruction(cell.text)) {
        return Some(Skip::Sample);
    }
    if second.is_none() {
        return lone(kind, &first, columns, in_notes);
    }
    if first.is_serial && filled.next().is_none() && is_part_number(first.text) && is_part(kind, lead.text) {
        return Some(Skip::Heading);
    }
    if is_header(lead, headers) && self::filled(cells, columns).all(|cell| is_header(&cell, headers)) {
        return Some(Skip::Header);
    }
    let is_note = (is_footer(first.text) || is_mark(first.text)) && are_footers(self::filled(cells, columns));
    is_note.then_some(Skip::Note)
}

/// 一 and （二） count the parts of a list.
fn is_part_number(serial: &str) -> bool {
    let number = serial.trim_matches(['(', ')', '（', '）', '、', '.']);
    !number.is_empty() && number.chars().all(|c| NUMERALS.contains(c))
}

/// Whether what is numbered like a part, and has nothing else, is none of the records.
fn is_part(kind: ListKind, text: &str) -> bool {
    match kind {
        ListKind::Members => is_group(text),
        ListKind::Orgs => !is_org_name(text),
        ListKind::Places => level_of(text).is_none(),
        ListKind::Projects => true,
        ListKind::Wishes | ListKind::Claims | ListKind::Decisions => false,
    }
}

/// A row's only cell and its column, where a list of several columns is of what is known by a name alone, and nothing says
/// whether it is one: it may be a heading.
pub fn unclear_name<'a>(kind: ListKind, cells: &'a Cells, columns: &'a Columns) -> Option<(u16, &'a str)> {
    let is_of_names = matches!(kind, ListKind::Members | ListKind::Orgs | ListKind::Projects | ListKind::Places);
    let mut filled = filled(cells, columns);
    let first = filled.next().filter(|first| is_of_names && !first.is_serial && !columns.corrects())?;
    if filled.next().is_some() {
        return None;
    }
    let is_column = |one: &&Use| matches!(one, Use::Field(..) | Use::Extra);
    let has_several = columns.uses().iter().filter(is_column).count() > 1;
    let is_name = match kind {
        ListKind::Orgs => is_org_name(first.text),
        ListKind::Places => level_of(first.text).is_some(),
        ListKind::Members | ListKind::Projects | ListKind::Wishes | ListKind::Claims | ListKind::Decisions => false,
    };
    let column = u16::try_from(first.column).ok()?;
    (has_several && (!is_name || is_heading(first.text))).then_some((column, first.text))
}

/// Whether a text is as short as names are: 罗六.
pub fn is_short_name(text: &str) -> bool {
    (2..=4).contains(&text.chars().count()) && text.chars().all(|c| c.is_alphabetic() && !c.is_ascii())
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

/// The only cell of a row, where it is a note, a total, a heading or a sample's mark.
fn lone(kind: ListKind, cell: &Filled<'_>, columns: &Columns, in_notes: bool) -> Option<Skip> {
    if is_total(cell.text) || is_count(cell.text) {
        return Some(Skip::Total);
    }
    if is_sample(cell.text, cell) {
        return Some(Skip::Sample);
    }
    let is_note = is_note(cell.text)
        || is_footer(cell.text)
        || is_mark(cell.text)
        || is_attachment(cell.text)
        || is_date(cell.text)
        || (in_notes && cell.column == 0 && is_numbered(cell.text));
    if is_note {
        return Some(Skip::Note);
    }
    // What is wished for may begin and end with anything.
    let field = u16::try_from(cell.column).ok().and_then(|column| columns.field(column));
    let is_content = matches!(field, Some(Field::Content | Field::Reason | Field::Note));
    let is_named = match kind {
        ListKind::Orgs => is_org_name(cell.text),
        ListKind::Places => level_of(cell.text).is_some(),
        ListKind::Members => !is_group(cell.text) && !is_heading(cell.text),
        ListKind::Projects | ListKind::Wishes | ListKind::Claims | ListKind::Decisions => false,
    };
    let is_over_part =
        is_heading(cell.text) || is_title(cell.text) || (kind == ListKind::Members && is_group(cell.text));
    if !is_content && !is_named && is_over_part {
        return Some(Skip::Heading);
    }
    let is_over_place = may_be_section(kind, columns) && !is_named && names_place(cell.text);
    (is_over_place && (!is_content || is_heading(cell.text))).then_some(Skip::Heading)
}

/// Whether the row has one cell only.
pub fn is_lone(cells: &Cells, columns: &Columns) -> bool {
    filled(cells, columns).count() == 1
}

/// The text of a heading: its only cell but for the number before it.
pub fn heading<'a>(cells: &'a Cells, columns: &'a Columns) -> Option<&'a str> {
    filled(cells, columns).last().map(|cell| cell.text)
}

/// A text as it is compared: of half width, without blanks and what is put around it.
fn bare(text: &str) -> String {
    let plain: String = half_width(text).chars().filter(|c| !c.is_whitespace()).collect();
    plain.trim_matches(|c: char| "-—–_=~*.。…()[]【】〔〕".contains(c)).to_lowercase()
}

const NUMERALS: &str = "一二两三四五六七八九十百千零";

const TOTALS: [&str; 7] = ["合计", "小计", "总计", "共计", "累计", "总数", "总人数"];

/// Few cells have what every total has.
fn may_be_total(text: &str) -> bool {
    /// Longer than any total, in bytes.
    const LONGEST: usize = 150;
    text.len() <= LONGEST && text.contains(['计', '总'])
}

/// 合计, 合计：7人, 本页小计 3 户, 西关社区小计.
fn is_total(text: &str) -> bool {
    /// What a part of a list ends with.
    const PARTS: [&str; 19] = [
        "本页", "本表", "以上", "全表", "区", "街道", "街", "镇", "村", "市", "支部", "党委", "总支", "类", "组",
        "单位", "组织", "部分", "总",
    ];
    if !may_be_total(text) {
        return false;
    }
    let word = bare(text);
    let is_part = |before: &str| before.is_empty() || PARTS.iter().any(|part| before.ends_with(part));
    let counted = TOTALS.iter().find_map(|total| word.split_once(total));
    counted.is_some_and(|(before, after)| is_part(before) && are_figures(after))
}

/// 共2条.
fn is_count(text: &str) -> bool {
    let word = bare(text);
    let counted = ["共", "总共", "一共", "以上共", "本页共", "本表共"].iter().find_map(|all| word.strip_prefix(all));
    counted.is_some_and(|counted| are_figures(counted) && has_numeral(counted))
}

/// What stands behind 合计: numbers and what they count.
fn are_figures(text: &str) -> bool {
    const COUNTED: &str =
        "人名家个条户件项元万次套份位数量金额男女其中党员社区街道支部单位记录心愿项目微和:;,.()+/=¥%、";
    text.chars().all(|c| c.is_numeric() || NUMERALS.contains(c) || COUNTED.contains(c))
}

fn has_numeral(text: &str) -> bool {
    text.chars().any(|c| c.is_numeric() || NUMERALS.contains(c))
}

/// Words of the printed form: 以下空白, 第1页 共2页, （盖章）.
fn is_mark(text: &str) -> bool {
    const WORDS: [&str; 22] = [
        "以下空白",
        "以下为空白",
        "以下无正文",
        "以下无内容",
        "此页无正文",
        "本页无正文",
        "此页以下空白",
        "本页空白",
        "本页以下空白",
        "盖章",
        "公章",
        "单位盖章",
        "单位公章",
        "加盖公章",
        "盖章处",
        "签章",
        "续表",
        "续上表",
        "接上页",
        "转下页",
        "完",
        "以下空格",
    ];
    /// Longer than any mark, in bytes.
    const LONGEST: usize = 90;
    // What the words end with, and what pages have.
    let may_be = text.len() <= LONGEST
        && text.contains(['白', '文', '容', '章', '处', '表', '页', '完', '格', 'g', 'G', 'ｇ', 'Ｇ']);
    if !may_be {
        return false;
    }
    let word = bare(text);
    let is_page = word.contains('页')
        && has_numeral(&word)
        && word.chars().all(|c| "第共页总/,;，、-:of".contains(c) || c.is_numeric() || NUMERALS.contains(c));
    WORDS.contains(&word.as_str()) || is_page || word.strip_prefix("page").is_some_and(has_numeral)
}

/// 2026年3月9日 below a signature, and 年 月 日 to be filled in.
fn is_date(text: &str) -> bool {
    (text.contains(['年', '-', '/']) && text.parse::<Day>().is_ok()) || bare(text) == "年月日"
}

/// 附件：1.照片, 附件2.
fn is_attachment(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("附件") else { return false };
    let rest = half_width(rest);
    rest.trim_start().chars().next().is_none_or(|c| c.is_numeric() || NUMERALS.contains(c) || matches!(c, ':' | '('))
}

/// 一、机关单位, （二）两新组织, 第一党支部（2人）.
fn is_heading(text: &str) -> bool {
    let plain = half_width(text.trim());
    if plain.chars().count() > 30 {
        return false;
    }
    let opened = plain.trim_start_matches(['(', '第']);
    let rest = opened.trim_start_matches(|c: char| NUMERALS.contains(c));
    let marks = if plain.starts_with('(') { [')', ')', ')'] } else { ['、', '.', ','] };
    let is_numbered = rest.len() < opened.len() && (rest.starts_with(marks) || rest.starts_with("部分"));
    let counted = plain.strip_suffix(')').and_then(|head| head.rsplit_once('('));
    let is_counted = |inside: &str| has_numeral(inside) && are_figures(inside) && !inside.chars().all(char::is_numeric);
    is_numbered || counted.is_some_and(|(_, inside)| is_counted(inside))
}

/// 金花街道微心愿登记表（第二批）.
fn is_title(text: &str) -> bool {
    const WORDS: [&str; 9] = ["登记表", "征集表", "汇总表", "统计表", "一览表", "明细表", "报名表", "花名册", "名单"];
    let plain = half_width(text.trim());
    let title = plain.strip_suffix(')').and_then(|title| title.rsplit_once('(')).map_or(&*plain, |(title, _)| title);
    WORDS.iter().any(|word| title.trim_end().ends_with(word))
}

/// 第一党支部, 金花街道机关党委: what has members, and is none.
fn is_group(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "支部",
        "总支",
        "党委",
        "党组",
        "工委",
        "小组",
        "社区",
        "街道",
        "机关",
        "单位",
        "党员",
        "组织",
        "委员会",
        "公司",
    ];
    WORDS.iter().any(|word| text.trim().ends_with(word)) || text.chars().count() > 8 && !text.contains(['·', '•', ' '])
}

/// Whether an organisation may be called so.
fn is_org_name(text: &str) -> bool {
    const WORDS: [&str; 22] = [
        "党委",
        "支部",
        "总支",
        "党组",
        "工委",
        "委员会",
        "党工委",
        "公司",
        "局",
        "院",
        "校",
        "学",
        "中心",
        "会",
        "办",
        "所",
        "社",
        "店",
        "厂",
        "行",
        "馆",
        "园",
    ];
    let half = half_width(text.trim());
    let name = half.strip_suffix(')').and_then(|name| name.rsplit_once('(')).map_or(&*half, |(name, _)| name);
    WORDS.iter().any(|word| name.ends_with(word))
}

fn is_sample(text: &str, cell: &Filled<'_>) -> bool {
    if !(cell.is_serial || cell.column == 0) || text.is_ascii() {
        return false;
    }
    let text = text.trim_matches(['(', ')', '（', '）', '【', '】', ':', '：', ' ']);
    let few = || text.chars().count() <= 8;
    matches!(text, "例" | "示范")
        || (["示例", "样例", "范例", "例如", "填写示例", "填表示例"].iter().any(|word| text.starts_with(word)) && few())
}

/// What a form's row below the header says of the cells: （必填）, 文本, 不超过50字.
fn is_instruction(text: &str) -> bool {
    const WORDS: [&str; 22] = [
        "必填",
        "选填",
        "非必填",
        "必选",
        "可选",
        "可不填",
        "可空",
        "不必填",
        "自动生成",
        "文本",
        "文字",
        "数字",
        "数值",
        "整数",
        "日期",
        "时间",
        "单选",
        "多选",
        "下拉",
        "下拉选择",
        "下拉选项",
        "金额",
    ];
    /// Longer than any instruction, in bytes.
    const LONGEST: usize = 120;
    // Most cells have none of these.
    let may_be = text.len() <= LONGEST
        && text.contains(['填', '选', '文', '数', '日', '字', '位', '时', '额', '空', '成', '式', '/', '或']);
    if !may_be {
        return false;
    }
    let word = bare(text);
    let word = word.trim_end_matches(['项', '格', '式', '型', '类']);
    let is_length = |word: &str| {
        let limit =
            ["不超过", "最多", "限", "不多于"].iter().find_map(|begin| word.strip_prefix(begin)).unwrap_or(word);
        let number = limit.trim_end_matches(['字', '位', '个', '以', '内']);
        !number.is_empty() && number.len() < limit.len() && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_word = |word: &str| WORDS.iter().any(|one| one.trim_end_matches(['项', '格', '式', '型', '类']) == word);
    // （选填）格式：2026-01-01
    let explained = text.trim_start_matches(['(', '（']).split_once([')', '）']).map(|(word, rest)| (word, bare(rest)));
    let is_format = |rest: &str| ["格式", "例", "如", "请"].iter().any(|begin| rest.starts_with(begin));
    let is_one = |word: &str| is_word(word) || is_length(word);
    word.split([',', '、', ';']).all(is_one)
        || is_format(word) && word.contains(':')
        || explained.is_some_and(|(mark, rest)| is_word(mark) && (rest.is_empty() || is_format(&rest)))
        || ["是/否", "男/女", "有/无", "是或否"].contains(&word)
}

/// ×× where a unit or place belongs, next to a name that nobody has; or 例：张三.
fn has_placeholders(cells: &Cells, columns: &Columns) -> bool {
    const EXAMPLE: [&str; 9] = ["例:", "例：", "例)", "例）", "例】", "例]", "示例", "样例", "范例"];
    let text = |field: &Field| {
        let column = columns.first(*field)?;
        cells.get(usize::from(column)).map(value)
    };
    let is_nobody =
        |name: &str| matches!(name, "张三" | "李四" | "王五" | "某某" | "张某某" | "XXX" | "xxx" | "×××" | "XX" | "××");
    let names = || [Field::Wisher, Field::Name, Field::Claimants].iter().filter_map(text);
    let is_example = |name: &str| {
        let name = name.trim_start_matches(['(', '（', '[', '【']);
        EXAMPLE.iter().any(|begin| name.starts_with(begin))
    };
    if names().any(is_example) {
        return true;
    }
    if !names().any(is_nobody) {
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
    const DONE: [&str; 22] = [
        "填表", "填报", "制表", "制单", "审核", "审批", "审定", "审签", "复核", "校对", "经办", "签发", "批准", "打印",
        "导出", "统计", "报送", "上报", "汇总", "编制", "登记", "印发",
    ];
    const BY_WHOM: [&str; 10] = ["", "人", "员", "者", "单位", "部门", "日期", "时间", "机构", "领导"];
    const SIGNED: [&str; 27] = [
        "单位",
        "负责人",
        "联系人",
        "联系电话",
        "联系方式",
        "单位负责人",
        "部门负责人",
        "分管领导",
        "主管领导",
        "领导签字",
        "领导签名",
        "单位盖章",
        "单位公章",
        "日期",
        "时间",
        "盖章",
        "公章",
        "签字",
        "签名",
        "签章",
        "数据来源",
        "截止日期",
        "截至日期",
        "更新日期",
        "更新时间",
        "抄送",
        "主送",
    ];
    let Some((word, _)) = text.split_once([':', '：']) else { return false };
    let word: String = word.chars().filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')' | '（' | '）')).collect();
    let signer = ["签字", "签名", "盖章", "签章"].iter().find_map(|signed| word.strip_suffix(signed)).unwrap_or(&word);
    let is_done = DONE.iter().filter_map(|done| signer.strip_prefix(done)).any(|whom| BY_WHOM.contains(&whom));
    is_done || SIGNED.contains(&signer) || SIGNED.contains(&word.as_str())
}

/// Whether a row has footers and what goes with them: days, marks, and names behind an open colon.
fn are_footers<'a>(cells: impl Iterator<Item = Filled<'a>>) -> bool {
    let mut is_open = false;
    for cell in cells {
        let goes_with = is_open || is_footer(cell.text) || is_mark(cell.text) || cell.text.parse::<Day>().is_ok();
        if !goes_with {
            return false;
        }
        is_open = cell.text.ends_with([':', '：']);
    }
    true
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
