//! What a column is for, by its header. The headers that each field is known by are defined with the field
//! (`model::fields`); every code word is one too, so that lists exported in English come back.

use crate::model::fields::{self, Field, Twist};
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
pub fn head(kind: ListKind, field: Field) -> Option<&'static str> {
    fields::in_list(kind, field).map(fields::Listed::header)
}

/// What the column under this header is for.
pub fn use_of(kind: ListKind, header: &str) -> Use {
    let header = plain(header);
    match header.as_str() {
        "" => return Use::Extra,
        "序号" | "序" | "no" | "no." | "#" | "№" | "serial" => return Use::Serial,
        "行号" | "问题" | "row" | "rownumber" | "problem" | "problems" | "fault" | "faults" => return Use::Ignored,
        _ => {}
    }
    // A code word is plain but for its underscores.
    let is_code = |field: Field| field.code().chars().filter(|c| *c != '_').eq(header.chars());
    for one in fields::listed(kind) {
        let found = headers(one).find(|(_, headers)| headers.contains(&header.as_str()));
        if let Some((twist, _)) = found {
            return Use::Field(one.field, twist);
        }
        if is_code(one.field) {
            return Use::Field(one.field, Twist::Plain);
        }
    }
    Use::Extra
}

/// Whether a header contains one of this field's headers: enough to ask, never to decide.
pub fn is_part(kind: ListKind, field: Field, header: &str) -> bool {
    let header = plain(header);
    let own = fields::in_list(kind, field).into_iter().flat_map(headers).flat_map(|(_, headers)| headers);
    own.into_iter().any(|one| one.chars().count() > 1 && header.contains(one))
}

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

/// What a form site's question asks for: `1、您的姓名？` is 姓名.
fn asked_for(header: &str) -> &str {
    let numbered = header.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = if numbered.len() < header.len() { numbered.strip_prefix(['、', '.']) } else { None };
    let question = numbered.unwrap_or(header).trim_end_matches('?');
    let politely = ["请问", "请填写", "请输入", "请选择", "请提供"];
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
    for c in header.chars().map(to_half_width) {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ if drop_brackets && depth > 0 => {}
            '*' | '★' | '☆' | ':' | '"' | '_' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
            c if c.is_whitespace() || c.is_control() => {}
            c => plain.extend(c.to_lowercase()),
        }
    }
    plain
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
