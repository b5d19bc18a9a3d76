//! The words that offices write for our closed sets (docs/design.md, section 5). A word outside a table is a fault that lists
//! the table; nothing is guessed.

use crate::model::fields::{self, Field, Parse, Words};
use crate::model::folding::folded;
use crate::model::words::{ClaimState, Decision, Form, ListKind, MemberClass, OrgClass, Theme};

/// Words and what they mean.
pub type Table<T> = &'static [(&'static str, T)];

/// What a word means; how it is typed and its case don't matter. A mark, and the box of a form that is ticked, is a word.
pub fn meaning<T: Copy>(table: Table<T>, word: &str) -> Option<T> {
    let find = |word: &str| table.iter().find(|(one, _)| *one == word).map(|(_, meaning)| *meaning);
    find(word).or_else(|| find(&plain(word))).or_else(|| find(&plain(marked(word)?)))
}

/// The table's words for a fault: those that are not code words.
pub fn words_of<T>(table: Table<T>) -> String {
    let words = table.iter().map(|(word, _)| *word).filter(|word| !word.is_ascii());
    super::excerpt::listed(words.map(str::to_owned))
}

/// The words of a field that has a closed set of them, as a kind of list carries it.
pub fn words_of_field(kind: ListKind, field: Field) -> Option<Vec<&'static str>> {
    fn all<T>(table: Table<T>) -> Vec<&'static str> {
        table.iter().map(|(word, _)| *word).collect()
    }
    let Parse::Word(words) = fields::in_list(kind, field)?.def.parse else { return None };
    Some(match words {
        Words::YesNo => all(YES_NO),
        Words::FormOrTheme => all(FORMS_THEMES),
        Words::MemberClass => all(MEMBER_CLASSES),
        Words::OrgClass => all(ORG_CLASSES),
        Words::ClaimState => all(CLAIM_STATES),
        Words::Decision => all(DECISIONS),
    })
}

fn plain(word: &str) -> String {
    folded(word).to_ascii_lowercase()
}

pub const YES_NO: Table<bool> = &[
    ("是", true),
    ("同意", true),
    ("y", true),
    ("1", true),
    ("yes", true),
    ("true", true),
    ("愿意", true),
    ("可以", true),
    ("否", false),
    ("不同意", false),
    ("不愿意", false),
    ("不可以", false),
    ("n", false),
    ("0", false),
    ("no", false),
    ("false", false),
];

/// What else is written for yes and no.
const YES_NO_BESIDES: Table<bool> = &[
    ("是的", true),
    ("可", true),
    ("愿", true),
    ("已同意", true),
    ("本人同意", true),
    ("家属同意", true),
    ("监护人同意", true),
    ("我同意", true),
    ("同意公开", true),
    ("可公开", true),
    ("可以公开", true),
    ("愿意公开", true),
    ("同意公示", true),
    ("愿意公示", true),
    ("可以公示", true),
    ("公开", true),
    ("公示", true),
    ("能", true),
    ("不是", false),
    ("不能", false),
    ("不可", false),
    ("不愿", false),
    ("本人不同意", false),
    ("家属不同意", false),
    ("监护人不同意", false),
    ("我不同意", false),
    ("不同意公开", false),
    ("不可公开", false),
    ("不愿意公开", false),
    ("不可以公开", false),
    ("不同意公示", false),
    ("不愿意公示", false),
    ("不可以公示", false),
    ("不公开", false),
    ("不公示", false),
];

/// Yes or no as people and forms write it. 同意（匿名） is neither.
pub fn yes_or_no(text: &str) -> Option<bool> {
    let text = text.trim().trim_end_matches(['。', '！', '!', ';', '；']);
    meaning(YES_NO, text).or_else(|| meaning(YES_NO_BESIDES, text))
}

/// No with a remark behind it, 不同意（请匿名）: whatever the remark says, it remains a no.
pub fn is_no_with_remark(text: &str) -> bool {
    let bare = text.trim().strip_suffix([')', '）']).and_then(|text| text.split_once(['(', '（']));
    bare.is_some_and(|(word, _)| yes_or_no(word) == Some(false))
}

/// The word that a mark or a form's choice stands for: √, ☑是□否, `A.同意`.
fn marked(text: &str) -> Option<&str> {
    let text = text.trim().trim_end_matches('\u{FE0F}');
    match text {
        "√" | "✓" | "✔" | "☑" => Some("是"),
        "×" | "✗" | "✘" | "✕" => Some("否"),
        _ => ticked(text).or_else(|| without_letter(text)),
    }
}

/// The one word behind a ticked box, where each box stands before its word.
fn ticked(text: &str) -> Option<&str> {
    const OPEN: [char; 3] = ['□', '☐', '▢'];
    const TICKED: [char; 5] = ['☑', '√', '✓', '✔', '■'];
    let is_box = |c: char| OPEN.contains(&c) || TICKED.contains(&c);
    if !text.starts_with(is_box) || !text.contains(OPEN) {
        return None;
    }
    let mut ticks = text.match_indices(TICKED);
    let (at, mark) = ticks.next()?;
    let word = text[at + mark.len()..].split(OPEN).next()?;
    let word = word.trim_matches(|c: char| c.is_whitespace() || c == '\u{FE0F}');
    (ticks.next().is_none() && !word.is_empty()).then_some(word)
}

/// `A.同意`, as form sites write a choice.
fn without_letter(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    rest.strip_prefix(['.', '、', '．']).map(str::trim)
}

pub const DECISIONS: Table<Decision> = &[
    ("通过", Decision::Pass),
    ("核实", Decision::Pass),
    ("同意", Decision::Pass),
    ("属实", Decision::Pass),
    ("情况属实", Decision::Pass),
    ("是", Decision::Pass),
    ("pass", Decision::Pass),
    ("不通过", Decision::Reject),
    ("不采纳", Decision::Reject),
    ("不予采纳", Decision::Reject),
    ("不予通过", Decision::Reject),
    ("不同意", Decision::Reject),
    ("不属实", Decision::Reject),
    ("否", Decision::Reject),
    ("reject", Decision::Reject),
    ("退回", Decision::NeedsInfo),
    ("补充", Decision::NeedsInfo),
    ("退回补充", Decision::NeedsInfo),
    ("needs_info", Decision::NeedsInfo),
    ("重复", Decision::Duplicate),
    ("duplicate", Decision::Duplicate),
];

pub const CLAIM_STATES: Table<ClaimState> = &[
    ("已认领", ClaimState::Active),
    ("认领中", ClaimState::Active),
    ("待认领", ClaimState::Active),
    ("部分认领", ClaimState::Active),
    ("未开始", ClaimState::Active),
    ("active", ClaimState::Active),
    ("办理中", ClaimState::Started),
    ("进行中", ClaimState::Started),
    ("正在办理", ClaimState::Started),
    ("已对接", ClaimState::Started),
    ("部分完成", ClaimState::Started),
    ("对接中", ClaimState::Started),
    ("推进中", ClaimState::Started),
    ("正在推进", ClaimState::Started),
    ("实施中", ClaimState::Started),
    ("正在实施", ClaimState::Started),
    ("落实中", ClaimState::Started),
    ("正在落实", ClaimState::Started),
    ("started", ClaimState::Started),
    ("未完成", ClaimState::Active),
    ("已完成", ClaimState::Completed),
    ("已办结", ClaimState::Completed),
    ("完成", ClaimState::Completed),
    ("已送达", ClaimState::Completed),
    ("100%", ClaimState::Completed),
    ("办结", ClaimState::Completed),
    ("已解决", ClaimState::Completed),
    ("completed", ClaimState::Completed),
    ("已确认", ClaimState::Confirmed),
    ("已销号", ClaimState::Confirmed),
    ("confirmed", ClaimState::Confirmed),
    ("退领", ClaimState::Released),
    ("已退领", ClaimState::Released),
    ("放弃", ClaimState::Released),
    ("主动退领", ClaimState::Released),
    ("取消", ClaimState::Released),
    ("已取消", ClaimState::Released),
    ("取消认领", ClaimState::Released),
    ("已放弃", ClaimState::Released),
    ("退出", ClaimState::Released),
    ("已退出", ClaimState::Released),
    ("released", ClaimState::Released),
    ("组织撤销", ClaimState::Revoked),
    ("revoked", ClaimState::Revoked),
];

pub const MEMBER_CLASSES: Table<MemberClass> = &[
    ("在职", MemberClass::InService),
    ("在职党员", MemberClass::InService),
    ("in_service", MemberClass::InService),
    ("离退休", MemberClass::Retired),
    ("离退休党员", MemberClass::Retired),
    ("离休", MemberClass::Retired),
    ("已退休", MemberClass::Retired),
    ("退休", MemberClass::Retired),
    ("退休党员", MemberClass::Retired),
    ("retired", MemberClass::Retired),
    ("学生", MemberClass::Student),
    ("学生党员", MemberClass::Student),
    ("student", MemberClass::Student),
    ("农村", MemberClass::Rural),
    ("农村党员", MemberClass::Rural),
    ("rural", MemberClass::Rural),
    ("社区", MemberClass::Community),
    ("社区党员", MemberClass::Community),
    ("community", MemberClass::Community),
    ("流动", MemberClass::Mobile),
    ("流动党员", MemberClass::Mobile),
    ("mobile", MemberClass::Mobile),
    // What these say is something else than a class.
    ("正式党员", MemberClass::Unknown),
    ("正式", MemberClass::Unknown),
    ("预备党员", MemberClass::Unknown),
    ("预备", MemberClass::Unknown),
    ("未填类别", MemberClass::Unknown),
    ("unknown", MemberClass::Unknown),
];

/// Under 是否在职党员.
pub const IN_SERVICE: Table<MemberClass> = &[
    ("是", MemberClass::InService),
    ("y", MemberClass::InService),
    ("1", MemberClass::InService),
    ("yes", MemberClass::InService),
    ("true", MemberClass::InService),
    ("否", MemberClass::Unknown),
    ("n", MemberClass::Unknown),
    ("0", MemberClass::Unknown),
    ("no", MemberClass::Unknown),
    ("false", MemberClass::Unknown),
    ("在职", MemberClass::InService),
    ("在岗", MemberClass::InService),
    ("退休", MemberClass::Retired),
    ("已退休", MemberClass::Retired),
    ("离退休", MemberClass::Retired),
    ("离休", MemberClass::Retired),
    ("不在职", MemberClass::Unknown),
    ("非在职", MemberClass::Unknown),
];

pub const ORG_CLASSES: Table<OrgClass> = &[
    ("单位党组织", OrgClass::Unit),
    ("单位", OrgClass::Unit),
    ("unit", OrgClass::Unit),
    ("两新组织", OrgClass::Enterprise),
    ("两新", OrgClass::Enterprise),
    ("两新党组织", OrgClass::Enterprise),
    ("两新组织党组织", OrgClass::Enterprise),
    ("enterprise", OrgClass::Enterprise),
    ("社区党组织", OrgClass::Community),
    ("社区", OrgClass::Community),
    ("community", OrgClass::Community),
    ("其他", OrgClass::Other),
    ("其它", OrgClass::Other),
    ("other", OrgClass::Other),
];

/// What one word means for a need's form and theme: one of them or both.
pub type FormTheme = (Option<Form>, Option<Theme>);

pub const FORMS_THEMES: Table<FormTheme> = &[
    ("物资", (Some(Form::Goods), None)),
    ("物品", (Some(Form::Goods), None)),
    ("实物", (Some(Form::Goods), None)),
    ("物资类", (Some(Form::Goods), None)),
    ("物品类", (Some(Form::Goods), None)),
    ("实物类", (Some(Form::Goods), None)),
    ("物质", (Some(Form::Goods), None)),
    ("物质类", (Some(Form::Goods), None)),
    ("goods", (Some(Form::Goods), None)),
    ("服务", (Some(Form::Service), None)),
    ("服务类", (Some(Form::Service), None)),
    ("service", (Some(Form::Service), None)),
    ("物资帮扶类", (Some(Form::Goods), Some(Theme::Aid))),
    ("物资帮扶", (Some(Form::Goods), Some(Theme::Aid))),
    ("aid", (None, Some(Theme::Aid))),
    ("便民服务类", (Some(Form::Service), Some(Theme::Convenience))),
    ("便民服务", (Some(Form::Service), Some(Theme::Convenience))),
    ("convenience", (None, Some(Theme::Convenience))),
    ("公益发展类", (None, Some(Theme::Public))),
    ("公益发展", (None, Some(Theme::Public))),
    ("public", (None, Some(Theme::Public))),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_closed_set_has_its_code_words_and_chinese_words() {
        for &one in ClaimState::ALL {
            assert_eq!(meaning(CLAIM_STATES, one.code()), Some(one));
            assert_eq!(meaning(CLAIM_STATES, one.zh()), Some(one));
        }
        for &one in MemberClass::ALL {
            assert_eq!(meaning(MEMBER_CLASSES, one.code()), Some(one));
            assert_eq!(meaning(MEMBER_CLASSES, one.zh()), Some(one));
        }
        for &one in OrgClass::ALL {
            assert_eq!(meaning(ORG_CLASSES, one.code()), Some(one));
            assert_eq!(meaning(ORG_CLASSES, one.zh()), Some(one));
        }
        for &one in Decision::ALL {
            assert_eq!(meaning(DECISIONS, one.code()), Some(one));
            assert_eq!(meaning(DECISIONS, one.zh()), Some(one));
        }
        for &one in Form::ALL {
            assert_eq!(meaning(FORMS_THEMES, one.zh()), Some((Some(one), None)));
        }
        for &one in Theme::ALL {
            assert_eq!(meaning(FORMS_THEMES, one.zh()).and_then(|(_, theme)| theme), Some(one));
        }
    }

    #[test]
    fn meaning_ignores_width_blanks_and_case_and_nothing_else() {
        assert_eq!(meaning(YES_NO, " ＹＥＳ "), Some(true));
        assert_eq!(meaning(MEMBER_CLASSES, "在 职"), Some(MemberClass::InService));
        assert_eq!(meaning(MEMBER_CLASSES, "在册党员"), None);
        assert_eq!(meaning(FORMS_THEMES, "公益"), None);
    }

    #[test]
    fn yes_and_no_are_read_as_people_and_forms_write_them() {
        for text in [
            "√",
            "✔\u{FE0F}",
            "☑是□否",
            "□否 ☑是",
            "是的",
            "可",
            "已同意",
            "本人同意",
            "A.同意",
            "A、是",
            "公开",
            "同意。",
        ] {
            assert_eq!(yes_or_no(text), Some(true), "{text}");
        }
        for text in ["×", "✗", "□是☑否", "B.不同意", "不公开", "不同意公开", "否"] {
            assert_eq!(yes_or_no(text), Some(false), "{text}");
        }
        for text in ["", "□是□否", "☑是☑否", "是☑否□", "同意（匿名）", "不同意（请匿名）", "再说", "☒是□否", "x"]
        {
            assert_eq!(yes_or_no(text), None, "{text}");
        }
        assert!(is_no_with_remark("不同意（请匿名）") && is_no_with_remark("否(涉及隐私)"));
        assert!(!is_no_with_remark("同意（匿名）") && !is_no_with_remark("否"));
    }
}
