//! The words that offices write for our closed sets (docs/design.md, section 5). A word outside a table is a fault that lists
//! the table; nothing is guessed.

use crate::model::fields::{self, Field, Parse, Words};
use crate::model::folding::folded;
use crate::model::words::{ClaimState, Decision, Form, ListKind, MemberClass, OrgClass, Theme};

/// Words and what they mean.
pub type Table<T> = &'static [(&'static str, T)];

/// What a word means; how it is typed and its case don't matter.
pub fn meaning<T: Copy>(table: Table<T>, word: &str) -> Option<T> {
    let find = |word: &str| table.iter().find(|(one, _)| *one == word).map(|(_, meaning)| *meaning);
    find(word).or_else(|| find(&plain(word)))
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

pub const DECISIONS: Table<Decision> = &[
    ("通过", Decision::Pass),
    ("核实", Decision::Pass),
    ("是", Decision::Pass),
    ("pass", Decision::Pass),
    ("不通过", Decision::Reject),
    ("不采纳", Decision::Reject),
    ("不予采纳", Decision::Reject),
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
    ("未开始", ClaimState::Active),
    ("active", ClaimState::Active),
    ("办理中", ClaimState::Started),
    ("进行中", ClaimState::Started),
    ("正在办理", ClaimState::Started),
    ("已对接", ClaimState::Started),
    ("started", ClaimState::Started),
    ("已完成", ClaimState::Completed),
    ("已办结", ClaimState::Completed),
    ("完成", ClaimState::Completed),
    ("已送达", ClaimState::Completed),
    ("completed", ClaimState::Completed),
    ("已确认", ClaimState::Confirmed),
    ("已销号", ClaimState::Confirmed),
    ("confirmed", ClaimState::Confirmed),
    ("退领", ClaimState::Released),
    ("放弃", ClaimState::Released),
    ("主动退领", ClaimState::Released),
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
}
