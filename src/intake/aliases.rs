//! What a column is for, by its header. The headers that each field is known by are defined with the field
//! (`model::fields`); every code word is one too, so that lists exported in English come back.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::fields::{self, Field, Twist};
use crate::model::folding::folded;
use crate::model::text::to_half_width;
use crate::model::words::ListKind;

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Field(Field, Twist),
    /// 序号: a running number, never stored and never compared.
    Serial,
    /// 行号 and 问题, which a list of rejected rows brings back.
    Ignored,
    /// A column that we don't know: kept with the record.
    Extra,
}

/// The header that we write for a field of this kind of list; `None` where such a list has no such field.
pub fn header(kind: ListKind, field: Field) -> Option<&'static str> {
    fields::in_list(kind, field).map(fields::Listed::header)
}

/// What the column under this header is for.
pub fn use_of(kind: ListKind, header: &str) -> Use {
    if begins_as_none(header) {
        return Use::Extra;
    }
    let header = plain(header);
    match header.as_str() {
        "" => return Use::Extra,
        word if SERIAL.contains(&word) => return Use::Serial,
        word if IGNORED.contains(&word) => return Use::Ignored,
        word if kind == ListKind::Claims && BESIDE_CLAIMS.contains(&word) => return Use::Ignored,
        _ => {}
    }
    USES.get(kind as usize).and_then(|uses| uses.get(header.as_str())).copied().unwrap_or(Use::Extra)
}

/// Whether a list of any kind has this header.
pub fn is_known(header: &str) -> bool {
    if begins_as_none(header) {
        return false;
    }
    let header = plain(header);
    NO_FIELDS.contains(&header.as_str()) || USES.iter().any(|uses| uses.contains_key(&header))
}

/// Whether no header that we know begins as this one does: most cells of a wide list are distinguished from headers so, without
/// taking off what offices put around those.
fn begins_as_none(header: &str) -> bool {
    let Some(first) = header.chars().map(to_half_width).find(|c| !is_dropped(*c)) else { return false };
    if is_opening(first) || first.is_ascii_digit() || ASKING.contains(&first) || NUMERALS.contains(first) {
        return false;
    }
    first.to_lowercase().next().is_some_and(|first| FIRST.binary_search(&first).is_err())
}

/// What the headers that we know begin with.
static FIRST: LazyLock<Vec<char>> = LazyLock::new(|| {
    let headers = USES.iter().flat_map(HashMap::keys).map(String::as_str);
    let others = NO_FIELDS.iter().chain(BESIDE_CLAIMS).copied();
    let mut first: Vec<char> = headers.chain(others).filter_map(|it| it.chars().next()).collect();
    first.sort_unstable();
    first.dedup();
    first
});

/// Headers that are no field's: running numbers, and what a list of rejects has.
const NO_FIELDS: [&str; 13] =
    ["序号", "序", "no", "№", "serial", "#", "行号", "问题", "row", "problem", "problems", "fault", "faults"];

/// What each header is for, by kind of list: a list may have 16,000 columns.
static USES: LazyLock<Vec<HashMap<String, Use>>> = LazyLock::new(|| {
    let mut uses = vec![HashMap::new(); ListKind::ALL.len()];
    for &kind in ListKind::ALL {
        for one in fields::listed(kind) {
            for (twist, headers) in headers(one) {
                for header in headers {
                    uses[kind as usize].entry((*header).to_owned()).or_insert(Use::Field(one.field, twist));
                }
            }
            // A code word is plain but for its underscores.
            let code = one.field.code().replace('_', "");
            uses[kind as usize].entry(code).or_insert(Use::Field(one.field, Twist::Plain));
        }
    }
    uses
});

/// Whether a header contains one of this field's headers: enough to ask, never to decide.
pub fn is_part(kind: ListKind, field: Field, header: &str) -> bool {
    let header = plain(header);
    let own = fields::in_list(kind, field).into_iter().flat_map(headers).flat_map(|(_, headers)| headers);
    own.into_iter().any(|one| one.chars().count() > 1 && header.contains(one))
}

/// The words of all headers of a kind of list.
pub fn words(kind: ListKind) -> impl Iterator<Item = &'static str> {
    let of_fields = fields::listed(kind).iter().flat_map(headers).flat_map(|(_, headers)| headers.iter().copied());
    of_fields.chain(SERIAL.iter().copied()).chain(IGNORED.iter().copied())
}

const SERIAL: &[&str] = &["序号", "序", "no", "no.", "#", "№", "serial"];
const IGNORED: &[&str] = &["行号", "问题", "row", "rownumber", "problem", "problems", "fault", "faults"];
/// What the lists of `claim wechat` and `claim suggest` have besides their claims.
const BESIDE_CLAIMS: &[&str] = &[
    "清单",
    "list",
    "行",
    "把握",
    "对接人",
    "事项",
    "事项属地",
    "距离",
    "对口",
    "line",
    "certainty",
    "person",
    "text",
    "needplace",
    "distance",
    "trade",
];

/// A field's headers, by what they say beyond it.
fn headers(one: &fields::Listed) -> impl Iterator<Item = (Twist, &'static [&'static str])> {
    std::iter::once((Twist::Plain, one.list.headers)).chain(one.list.twisted.iter().copied())
}

/// A header without what offices put around it: required stars, units and remarks in brackets, blanks, colons.
pub fn plain(header: &str) -> String {
    let without = kept(header, true);
    let plain = if without.is_empty() { kept(header, false) } else { without };
    match asked_for(&plain) {
        "" => plain,
        asked if asked.len() == plain.len() => plain,
        asked => asked.to_owned(),
    }
}

/// What a header's plain words begin with, where that is seen without looking further: a Chinese character, or the digits of
/// a cell that has nothing else. A question of a form site begins with others than what it asks for.
pub fn begins(header: &str) -> Option<char> {
    let first = header.chars().next()?;
    let is_number = || header.bytes().all(|byte| byte.is_ascii_digit());
    (matches!(first, '一'..='龥') && !ASKING.contains(&first) || is_number()).then_some(first)
}

/// What the questions of form sites begin with.
const ASKING: [char; 4] = ['请', '您', '你', '第'];

const NUMERALS: &str = "一二三四五六七八九十";

/// A form site's question without its number: 1、姓名, Q2.姓名, 第3题：姓名. 第二个心愿 has none.
fn without_number(header: &str) -> Option<&str> {
    let numbered = header.strip_prefix(['Q', 'q', '第']).unwrap_or(header);
    let rest = numbered.trim_start_matches(|c: char| c.is_ascii_digit() || NUMERALS.contains(c));
    if rest.len() == numbered.len() {
        return None;
    }
    let is_question = header.starts_with(['Q', 'q']);
    match rest.strip_prefix('题') {
        Some(rest) => Some(rest.trim_start_matches(['、', '.'])),
        None if is_question => Some(rest.trim_start_matches(['、', '.'])),
        None if header.starts_with('第') => None,
        None => rest.strip_prefix(['、', '.']),
    }
}

/// What a form site's question asks for: `1、您的姓名？` is 姓名.
fn asked_for(header: &str) -> &str {
    let question = without_number(header).unwrap_or(header).trim_end_matches('?');
    let politely = ["请问", "请填写", "请输入", "请选择", "请提供", "请描述", "请简述", "请写下", "请写出", "请填"];
    let mut asked = politely.iter().find_map(|word| question.strip_prefix(word)).unwrap_or(question);
    for whose in ["您所在的", "你所在的", "您的", "你的", "您", "你"] {
        if let Some(rest) = asked.strip_prefix(whose) {
            asked = rest.strip_suffix("是什么").or_else(|| rest.strip_suffix('是')).unwrap_or(rest);
            break;
        }
    }
    asked
}

fn kept(header: &str, drop_brackets: bool) -> String {
    let mut depth = 0u32;
    let mut plain = String::new();
    for c in folded(header).chars().map(to_half_width) {
        match c {
            _ if is_opening(c) => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ if drop_brackets && depth > 0 => {}
            c if is_dropped(c) => {}
            c => plain.extend(c.to_lowercase()),
        }
    }
    plain
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '【' | '〔')
}

/// What offices put around a header.
fn is_dropped(c: char) -> bool {
    matches!(c, '*' | '★' | '☆' | ':' | '"' | '_' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
        || c.is_whitespace()
        || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_is_recognised_with_all_that_offices_put_around_it() {
        for header in [
            "联系电话",
            "联系电话*",
            "＊联系电话",
            "★联系电话",
            "联系电话（必填）",
            "联系电话(手机)",
            "联系\n电话",
            " 联 系 电 话：",
            "Phone",
            "phone",
            "联系电话\u{a0}",
            "2、您的联系电话？",
            "Q2.联系电话",
            "Q2_联系电话",
            "第2题：联系电话（必填）",
            "第二题、请填写您的联系电话",
        ] {
            assert_eq!(use_of(ListKind::Wishes, header), Use::Field(Field::Phone, Twist::Plain), "{header:?}");
        }
        for header in ["collected_on", "Collected on", "COLLECTED ON", "征集时间"] {
            assert_eq!(use_of(ListKind::Wishes, header), Use::Field(Field::CollectedOn, Twist::Plain), "{header:?}");
        }
        for header in ["序号", "序", "No.", "NO", "#"] {
            assert_eq!(use_of(ListKind::Wishes, header), Use::Serial, "{header:?}");
        }
        assert_eq!(use_of(ListKind::Wishes, "问题"), Use::Ignored);
        assert_eq!(use_of(ListKind::Wishes, "血型"), Use::Extra);
        assert_eq!(use_of(ListKind::Members, "是否在职党员"), Use::Field(Field::Class, Twist::YesNo));
        assert_eq!(use_of(ListKind::Members, "class"), Use::Field(Field::Class, Twist::Plain));
    }

    #[test]
    fn each_header_of_a_kind_means_one_field() {
        for &kind in ListKind::ALL {
            for one in fields::listed(kind) {
                assert!(!one.list.headers.is_empty());
                for (twist, headers) in headers(one) {
                    for header in headers {
                        assert_eq!(use_of(kind, header), Use::Field(one.field, twist), "{kind} {header}");
                    }
                }
                let field = one.field;
                assert_eq!(use_of(kind, field.code()), Use::Field(field, Twist::Plain), "{kind} {field}");
            }
        }
    }
}
