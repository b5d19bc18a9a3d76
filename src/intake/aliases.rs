//! What offices call the columns (design, section 5). The first alias of a field is the one that we write. Every code
//! word is an alias too, so that lists exported in English come back.

use crate::model::field::Field;
use crate::model::text::to_half_width;
use crate::model::words::ListKind;

/// What a head says beyond its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Twist {
    Plain,
    /// 是否在职党员: the cell is 是 or 否.
    YesNo,
    /// 共同认领人: the names join those of the lead's column.
    Joint,
    /// 认领单位: the claimant, or beside 认领人 the claimant's organisation.
    Unit,
}

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

type Aliases = &'static [(Field, Twist, &'static [&'static str])];

/// The head that we write for a field of this kind of list; `None` where such a list has no such field.
pub fn head(kind: ListKind, field: Field) -> Option<&'static str> {
    aliases(kind).iter().find(|(one, _, _)| *one == field).and_then(|(_, _, heads)| heads.first().copied())
}

/// What the column under this head is for.
pub fn use_of(kind: ListKind, head: &str) -> Use {
    let head = plain(head);
    match head.as_str() {
        "" => return Use::Extra,
        "序号" | "序" | "no" | "no." | "#" | "№" | "serial" => return Use::Serial,
        "行号" | "问题" | "row" | "rownumber" | "problem" | "problems" | "fault" | "faults" => return Use::Ignored,
        _ => {}
    }
    // A code word is plain but for its underscores.
    let is_code = |field: &Field| field.code().chars().filter(|c| *c != '_').eq(head.chars());
    let fits = |field: &Field, heads: &[&str]| heads.contains(&head.as_str()) || is_code(field);
    match aliases(kind).iter().find(|(field, _, heads)| fits(field, heads)) {
        Some((field, twist, heads)) if heads.contains(&head.as_str()) => Use::Field(*field, *twist),
        Some((field, _, _)) => Use::Field(*field, Twist::Plain),
        None => Use::Extra,
    }
}

/// Whether a head has one of this field's heads in it: enough to ask, never to decide.
pub fn is_part(kind: ListKind, field: Field, head: &str) -> bool {
    let head = plain(head);
    let own = aliases(kind).iter().filter(|(one, _, _)| *one == field).flat_map(|(_, _, heads)| *heads);
    own.into_iter().any(|one| one.chars().count() > 1 && head.contains(one))
}

/// A head without what offices put around it: required stars, units and remarks in brackets, blanks, colons.
pub fn plain(head: &str) -> String {
    let without = kept(head, true);
    let plain = if without.is_empty() { kept(head, false) } else { without };
    match asked_for(&plain) {
        "" => plain,
        asked if asked.len() == plain.len() => plain,
        asked => asked.to_owned(),
    }
}

/// What a form site's question asks for: `1、您的姓名？` is 姓名.
fn asked_for(head: &str) -> &str {
    let numbered = head.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = if numbered.len() < head.len() { numbered.strip_prefix(['、', '.']) } else { None };
    let question = numbered.unwrap_or(head).trim_end_matches('?');
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

fn kept(head: &str, drop_brackets: bool) -> String {
    let mut depth = 0u32;
    let mut plain = String::new();
    for c in head.chars().map(to_half_width) {
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

fn aliases(kind: ListKind) -> Aliases {
    match kind {
        ListKind::Wishes => WISHES,
        ListKind::Projects => PROJECTS,
        ListKind::Members => MEMBERS,
        ListKind::Orgs => ORGS,
        ListKind::Claims => CLAIMS,
        ListKind::Decisions => DECISIONS,
        ListKind::Places => PLACES,
    }
}

use Field as F;
use Twist::{Joint, Plain, Unit, YesNo};

const DISTRICTS: &[&str] = &["区", "区县", "所属区", "所在区", "行政区"];
const STREETS: &[&str] =
    &["街道", "镇街", "街镇", "所属街道", "所在街道", "所属镇街", "所在镇街", "街道/镇", "镇/街道", "镇", "街"];
const STATIONS: &[&str] = &["驿站", "党群驿站", "所属驿站"];
const NOTES: &[&str] = &["备注", "备注说明"];
const CONTENTS: &[&str] =
    &["微心愿内容", "心愿内容", "微心愿", "愿望内容", "需求内容", "标题", "心愿", "心愿名称", "微心愿名称", "具体心愿"];

const WISHES: Aliases = &[
    (F::Code, Plain, &["心愿编号", "编号", "微心愿编号"]),
    (F::District, Plain, DISTRICTS),
    (F::Street, Plain, STREETS),
    (F::Place, Plain, &["属地", "所在地", "地点", "所在区域"]),
    (
        F::Community,
        Plain,
        &[
            "社区",
            "村居",
            "村社区",
            "村/社区",
            "社区/村",
            "社区村",
            "所属社区",
            "所在社区",
            "居委",
            "居委会",
            "社区名称",
        ],
    ),
    (F::Station, Plain, STATIONS),
    (F::Wisher, Plain, &["许愿人", "姓名", "心愿人", "申请人", "许愿人姓名", "心愿人姓名", "群众姓名"]),
    (
        F::Phone,
        Plain,
        &[
            "联系电话",
            "电话",
            "手机",
            "手机号",
            "手机号码",
            "联系方式",
            "电话号码",
            "许愿人电话",
            "许愿人联系电话",
            "许愿人手机",
            "许愿人联系方式",
            "心愿人电话",
            "心愿人联系电话",
            "申请人电话",
            "申请人联系电话",
        ],
    ),
    (F::WisherClass, Plain, &["人员类别", "身份类别", "群众类别", "人员类型", "困难类型"]),
    (F::Age, Plain, &["年龄"]),
    (F::Address, Plain, &["家庭住址", "住址", "家庭地址", "详细地址", "地址"]),
    (F::Household, Plain, &["户号"]),
    (F::School, Plain, &["学校", "就读学校"]),
    (F::Form, Plain, &["心愿类型", "类型", "微心愿类型", "心愿形式", "形式"]),
    (F::Theme, Plain, &["心愿类别", "类别", "微心愿类别", "主题", "心愿主题"]),
    (F::Content, Plain, CONTENTS),
    (F::Reason, Plain, &["许愿理由", "困难情况", "心愿故事", "申请理由"]),
    (F::Quantity, Plain, &["数量"]),
    (F::Budget, Plain, &["预计金额", "预算金额", "金额", "价格", "预算"]),
    (F::Deadline, Plain, &["完成时限", "期望时间", "失效日期", "期望完成时间"]),
    (F::CollectedOn, Plain, &["征集时间", "提交日期", "登记日期", "提交时间", "征集日期", "登记时间", "提交答卷时间"]),
    (F::Collector, Plain, &["征集人", "上报人"]),
    (F::Channel, Plain, &["征集渠道", "来源"]),
    (F::Consent, Plain, &["同意公开", "是否同意公开"]),
    (F::Programme, Plain, &["所属品牌"]),
    (F::Project, Plain, &["所属项目"]),
    (F::Source, Plain, &["来源平台"]),
    (F::ExternalId, Plain, &["平台编号"]),
    (F::Note, Plain, NOTES),
];

const PROJECTS: Aliases = &[
    (F::Code, Plain, &["项目编号", "编号"]),
    (F::Title, Plain, &["项目名称", "微项目名称"]),
    (F::Content, Plain, &["项目内容", "简介", "项目简介"]),
    (F::District, Plain, DISTRICTS),
    (F::Street, Plain, STREETS),
    (F::Place, Plain, &["需求社区", "社区", "属地", "所在地", "所属社区", "实施地点"]),
    (F::Community, Plain, &["村居"]),
    (F::Station, Plain, STATIONS),
    (F::Theme, Plain, &["项目类别", "项目类型", "类别"]),
    (F::Form, Plain, &["项目形式", "形式"]),
    (F::Programme, Plain, &["所属品牌"]),
    (F::Proposer, Plain, &["申报单位"]),
    (F::Beneficiaries, Plain, &["受益人数"]),
    (F::Budget, Plain, &["投入资金", "预算", "预算金额", "项目预算"]),
    (F::Deadline, Plain, &["计划完成时间", "完成时限"]),
    (F::Phone, Plain, &["联系电话", "电话"]),
    (F::Reason, Plain, &["立项理由"]),
    (F::Quantity, Plain, &["数量"]),
    (F::CollectedOn, Plain, &["征集时间", "申报日期", "申报时间", "提交日期"]),
    (F::Collector, Plain, &["征集人", "上报人"]),
    (F::Channel, Plain, &["征集渠道"]),
    (F::Consent, Plain, &["同意公开", "是否同意公开"]),
    (F::Source, Plain, &["来源平台"]),
    (F::ExternalId, Plain, &["平台编号"]),
    (F::Note, Plain, NOTES),
];

const MEMBERS: Aliases = &[
    (F::Code, Plain, &["党员编号", "编号"]),
    (F::Name, Plain, &["姓名", "党员姓名"]),
    (F::Id, Plain, &["身份证号", "身份证", "公民身份号码", "身份证号码", "公民身份证号码", "公民身份证"]),
    (F::Phone, Plain, &["手机号", "手机号码", "手机", "联系电话", "电话", "联系方式"]),
    (F::Class, Plain, &["党员类型", "党员类别", "人员类别"]),
    (F::Class, YesNo, &["是否在职党员", "是否在职"]),
    (
        F::Org,
        Plain,
        &["所在支部", "所在党组织", "工作单位党组织", "所属党组织名称", "所属党组织", "所在党支部", "所属支部"],
    ),
    (F::District, Plain, DISTRICTS),
    (F::Street, Plain, STREETS),
    (F::Place, Plain, &["报到社区", "所属社区", "居住地社区", "社区"]),
    (F::Community, Plain, &["村居"]),
    (F::Station, Plain, STATIONS),
    (F::RegisteredOn, Plain, &["报到日期", "报到时间"]),
    (F::DeregisteredOn, Plain, &["撤销时间", "撤销日期"]),
    (F::Skills, Plain, &["特长", "个人特长", "专长", "服务意向"]),
    (F::Note, Plain, NOTES),
];

const ORGS: Aliases = &[
    (F::Code, Plain, &["组织编码", "组织编号", "编号"]),
    (F::Name, Plain, &["单位党组织名称", "党组织名称", "党组织全称", "全称"]),
    (F::ShortName, Plain, &["党组织简称", "简称"]),
    (F::Class, Plain, &["组织类别", "党组织类别", "党组织类型", "组织类型"]),
    (F::Parent, Plain, &["上级党组织", "上级编码"]),
    (F::District, Plain, DISTRICTS),
    (F::Street, Plain, &["报到镇街", "报到街道", "街道", "镇街", "街镇", "所属街道", "所属镇街"]),
    (F::Place, Plain, &["报到社区", "结对社区", "社区", "属地"]),
    (F::Community, Plain, &["村居"]),
    (F::Station, Plain, STATIONS),
    (F::Contact, Plain, &["联系人", "书记"]),
    (F::Phone, Plain, &["联系电话", "手机号码", "电话", "联系方式", "手机号", "手机"]),
    (F::RegisteredOn, Plain, &["报到日期", "报到时间"]),
    (F::Exempt, Plain, &["免考核", "是否免考核"]),
    (F::Note, Plain, NOTES),
];

const CLAIMS: Aliases = &[
    (F::Code, Plain, &["认领编号"]),
    (F::Need, Plain, &["心愿编号", "项目编号", "编号", "微心愿编号"]),
    (F::Content, Plain, CONTENTS),
    (F::Title, Plain, &["项目名称", "微项目名称"]),
    (F::Wisher, Plain, &["许愿人", "心愿人", "申请人", "许愿人姓名", "心愿人姓名"]),
    (F::Claimants, Plain, &["认领人", "认领人姓名", "认领者", "认领党员"]),
    (F::Claimants, Joint, &["共同认领人", "联合承接单位", "联合认领人", "联合认领单位"]),
    (F::Claimants, Unit, &["承接党组织", "认领单位", "认领党组织", "承接单位"]),
    (F::Org, Plain, &["所在单位", "所在党组织", "所属党组织", "所在支部", "单位"]),
    (F::Phone, Plain, &["联系电话", "手机号码", "电话", "手机号", "手机", "联系方式", "认领人电话", "认领人联系电话"]),
    (F::Mode, Plain, &["认领方式"]),
    (F::Quantity, Plain, &["认领数量", "数量"]),
    (F::ClaimedOn, Plain, &["认领时间", "认领日期"]),
    (F::Deadline, Plain, &["完成时限"]),
    (F::State, Plain, &["完成情况", "办理情况", "推进情况", "认领状态"]),
    (F::CompletedOn, Plain, &["完成时间", "完成日期"]),
    (F::LetterOn, Plain, &["意向书签订日期", "意向书签订时间"]),
    (F::ApprovedOn, Plain, &["立项时间", "立项日期"]),
    (F::Plan, Plain, &["实施方案"]),
    (F::AcceptedOn, Plain, &["验收时间", "验收日期"]),
    (F::Leader, Plain, &["负责人"]),
    (F::Note, Plain, NOTES),
];

const DECISIONS: Aliases = &[
    (F::Code, Plain, &["编号", "心愿编号", "项目编号", "微心愿编号"]),
    (F::Outcome, Plain, &["结果", "核实结果", "是否通过", "核实意见"]),
    (F::Reason, Plain, &["理由", "原因", "核实理由"]),
    (F::DuplicateOf, Plain, &["重复于", "保留编号"]),
    (F::VerifiedBy, Plain, &["核实人"]),
    (F::VerifiedHow, Plain, &["核实方式"]),
    (F::VerifiedOn, Plain, &["核实日期", "核实时间"]),
    // Whose and what it is, to be compared with the need: a code alone may be another office's.
    (F::Wisher, Plain, &["姓名", "许愿人"]),
    (F::Content, Plain, &["内容", "微心愿内容", "心愿内容"]),
];

const PLACES: Aliases = &[
    (F::Place, Plain, &["属地", "所在地", "全称", "路径", "地点"]),
    (F::District, Plain, DISTRICTS),
    (F::Street, Plain, STREETS),
    (F::Community, Plain, &["社区", "村居", "村社区", "村/社区", "社区/村", "社区名称", "居委", "居委会", "所属社区"]),
    (F::Station, Plain, STATIONS),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_known_with_all_that_offices_put_around_them() {
        for head in [
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
            assert_eq!(use_of(ListKind::Wishes, head), Use::Field(F::Phone, Plain), "{head:?}");
        }
        for head in ["collected_on", "Collected on", "COLLECTED ON", "征集时间"] {
            assert_eq!(use_of(ListKind::Wishes, head), Use::Field(F::CollectedOn, Plain), "{head:?}");
        }
        for head in ["序号", "序", "No.", "NO", "#"] {
            assert_eq!(use_of(ListKind::Wishes, head), Use::Serial, "{head:?}");
        }
        assert_eq!(use_of(ListKind::Wishes, "问题"), Use::Ignored);
        assert_eq!(use_of(ListKind::Wishes, "血型"), Use::Extra);
        assert_eq!(use_of(ListKind::Members, "是否在职党员"), Use::Field(F::Class, YesNo));
        assert_eq!(use_of(ListKind::Members, "class"), Use::Field(F::Class, Plain));
    }

    #[test]
    fn no_alias_of_a_kind_means_two_fields_and_each_is_found() {
        for &kind in ListKind::ALL {
            for (field, twist, heads) in aliases(kind) {
                assert!(!heads.is_empty());
                for head in *heads {
                    assert_eq!(use_of(kind, head), Use::Field(*field, *twist), "{kind} {head}");
                }
                assert_eq!(use_of(kind, field.code()), Use::Field(*field, Plain), "{kind} {field}");
                assert!(head(kind, *field).is_some());
            }
        }
    }
}
