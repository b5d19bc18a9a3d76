//! Claims: the columns of `claim` and `claim_party`, and what a list says of the claimants.

use super::def::Newer::Never;
use super::def::Parse::{self, Code, Day, Deadline, Name, Phone, Word};
use super::def::Privacy::{FreeText, Internal, Personal, Public};
use super::def::Sql::{BlobOrNull, Int, IntOrNull, Text, TextOrNull};
use super::def::Words::{ClaimState, YesNo};
use super::def::{FieldDef, Mask, Twist, field, list, own};
use super::{DEADLINE_HEADERS, Field as F, NOTE_HEADERS};
use crate::model::words::ListKind::Claims;

pub const CLAIM: &[FieldDef] = &[
    field(F::Code, Public, "编号", "code")
        .stored(Text)
        .lists(&[list(Claims, &["认领编号"]).export(1)])
        .parse(Code)
        .newer(Never)
        .names_record(),
    own("need_id", Internal, "事项", "need")
        .refers("need_id", Int, "need")
        .called_in_lists("心愿编号", "need")
        .lists(&[list(Claims, &["心愿编号", "项目编号", "编号", "微心愿编号", "墙号"])
            .as_field(F::Need)
            .ask(1)
            .export(2)])
        .parse(Code),
    // What a list says of the claimants: they are found by it, and it is stored with them.
    field(F::Claimants, Personal, "认领人", "claimants")
        .lists(&[list(Claims, &["认领人", "认领人姓名", "认领者", "认领党员"])
            .twisted(&[
                (
                    Twist::Joint,
                    &[
                        "共同认领人",
                        "联合承接单位",
                        "联合认领人",
                        "联合认领单位",
                        "共同认领单位",
                        "联合承接",
                        "协办单位",
                        "共同认领",
                        "联合认领",
                        "协办",
                    ],
                ),
                (Twist::Unit, &["承接党组织", "认领单位", "认领党组织", "承接单位"]),
            ])
            .required()
            .ask(2)
            .export(5)])
        .parse(Parse::Claimants)
        .newer(Never),
    field(F::Org, Internal, "所在党组织", "org")
        .lists(&[list(
            Claims,
            &[
                "所在单位",
                "所在党组织",
                "所属党组织",
                "所在支部",
                "单位",
                "认领人所在单位",
                "认领人单位",
                "认领人所在党组织",
                "认领人所在支部",
            ],
        )
        .ask(3)
        .export(6)])
        .newer(Never),
    field(F::Phone, Personal, "联系电话", "phone")
        .lists(&[list(
            Claims,
            &["联系电话", "手机号码", "电话", "手机号", "手机", "联系方式", "认领人电话", "认领人联系电话"],
        )
        .ask(4)])
        .parse(Phone)
        .masked(Mask::Digits)
        .newer(Never),
    // Who it is: found by its digest, never stored.
    field(F::Id, Personal, "身份证号", "id")
        .lists(&[list(
            Claims,
            &["认领人身份证号", "身份证号", "身份证", "公民身份号码", "身份证号码", "认领人身份证", "认领人身份证号码"],
        )])
        .parse(Parse::IdNumber)
        .newer(Never),
    field(F::Quantity, Public, "数量", "quantity")
        .stored(Int)
        .lists(&[list(Claims, &["认领数量", "数量"]).export(8)])
        .parse(Parse::Quantity)
        .newer(Never),
    field(F::State, Public, "状态", "state")
        .stored(Text)
        .called_in_lists("完成情况", "state")
        .lists(&[list(Claims, &["完成情况", "办理情况", "推进情况", "认领状态"]).ask(6).export(11)])
        .parse(Word(ClaimState))
        .newer(Never),
    field(F::Mode, FreeText, "认领方式", "mode").stored(TextOrNull).lists(&[list(Claims, &["认领方式"]).export(7)]),
    // People of 张三等10人 who are not named.
    own("unnamed", Internal, "未具名人数", "unnamed").stored(Int),
    field(F::ClaimedOn, Internal, "认领时间", "claimed on")
        .stored(Text)
        .lists(&[list(Claims, &["认领时间", "认领日期"]).ask(5).export(9)])
        .parse(Day)
        .newer(Never),
    field(F::Deadline, Internal, "完成时限", "deadline")
        .stored(TextOrNull)
        .lists(&[list(Claims, DEADLINE_HEADERS).export(10)])
        .parse(Deadline),
    own("started_on", Internal, "开始日期", "started on").stored(TextOrNull),
    field(F::CompletedOn, Internal, "办结日期", "completed on")
        .stored(TextOrNull)
        .called_in_lists("完成时间", "completed on")
        .lists(&[list(Claims, &["完成时间", "完成日期", "办结时间", "办结日期"]).export(12)])
        .parse(Day)
        .newer(Never),
    own("confirmed_on", Internal, "确认日期", "confirmed on").stored(TextOrNull),
    field(F::EndedOn, Internal, "终止日期", "ended on")
        .stored(TextOrNull)
        .lists(&[list(
            Claims,
            &[
                "终止日期",
                "终止时间",
                "退领日期",
                "退领时间",
                "取消日期",
                "取消时间",
                "放弃日期",
                "放弃时间",
                "退出日期",
                "撤销日期",
                "取消认领日期",
                "取消认领时间",
            ],
        )
        .export(23)])
        .parse(Day)
        .newer(Never),
    own("reason", FreeText, "理由", "reason").stored(TextOrNull),
    own("satisfaction", Internal, "满意度", "satisfaction").stored(IntOrNull),
    own("feedback", FreeText, "居民的话", "feedback").stored(TextOrNull),
    field(F::LetterOn, Internal, "意向书签订日期", "letter on")
        .stored(TextOrNull)
        .lists(&[list(Claims, &["意向书签订日期", "意向书签订时间"]).export(13)])
        .parse(Day),
    own("letter_exchanged_on", Internal, "意向书交换日期", "letter exchanged on").stored(TextOrNull),
    field(F::ApprovedOn, Internal, "立项时间", "approved on")
        .stored(TextOrNull)
        .lists(&[list(Claims, &["立项时间", "立项日期"]).export(14)])
        .parse(Day),
    own("plan_on", Internal, "方案日期", "plan on").stored(TextOrNull),
    own("plan_file", FreeText, "实施方案", "plan")
        .stored(TextOrNull)
        .lists(&[list(Claims, &["实施方案"]).as_field(F::Plan).export(15)])
        .parse(Parse::Text)
        .newer(super::def::Newer::Overlay),
    own("plan_digest", Internal, "方案摘要", "plan digest").stored(BlobOrNull),
    field(F::AcceptedOn, Internal, "验收时间", "accepted on")
        .stored(TextOrNull)
        .lists(&[list(Claims, &["验收时间", "验收日期"]).export(16)])
        .parse(Day),
    field(F::Leader, FreeText, "负责人", "leader")
        .stored(TextOrNull)
        .lists(&[list(Claims, &["负责人"]).export(17)])
        .parse(Name)
        .searched(),
    field(F::Note, FreeText, "备注", "note")
        .stored(TextOrNull)
        .lists(&[list(Claims, NOTE_HEADERS).ask(7).export(18)])
        .searched(),
    own("extra", FreeText, "其他列", "other columns").stored(TextOrNull).masked(Mask::Cells),
    own("unread", FreeText, "未读出的单元格", "unread cells").stored(TextOrNull).masked(Mask::Cells),
    // Whether the claimants agreed to be named on what is published.
    field(F::NameOk, Internal, "同意署名", "name ok")
        .stored(IntOrNull)
        .lists(&[list(Claims, &["同意署名", "公开姓名", "同意公开姓名", "是否公开姓名"]).export(19)])
        .parse(Word(YesNo)),
    own("outcome", FreeText, "办理结果", "done how")
        .stored(TextOrNull)
        .lists(&[list(Claims, &["办理结果", "办理成效", "办结情况", "完成效果", "落实结果"])
            .as_field(F::DoneHow)
            .export(20)])
        .parse(Parse::Text)
        .newer(super::def::Newer::Overlay)
        .searched(),
    field(F::Cost, Internal, "实际花费", "cost")
        .stored_as("cost_fen", IntOrNull)
        .lists(&[list(Claims, &["实际花费", "实际支出", "实际费用", "实际金额", "花费", "花费金额"]).export(21)])
        .parse(Parse::Money),
    own("evidence_file", FreeText, "佐证材料", "evidence")
        .stored(TextOrNull)
        .lists(&[list(Claims, &["佐证材料", "佐证", "佐证文件", "证明材料"]).as_field(F::Evidence).export(22)])
        .parse(Parse::Text)
        .newer(super::def::Newer::Overlay),
    own("evidence_digest", Internal, "佐证摘要", "evidence digest").stored(BlobOrNull).unpreviewed(),
    own("confirmed_by", FreeText, "确认人", "confirmed by").stored(TextOrNull).parse(Name),
    own("letter_file", FreeText, "意向书", "letter").stored(TextOrNull),
    own("letter_digest", Internal, "意向书摘要", "letter digest").stored(BlobOrNull).unpreviewed(),
    own("letter_signed_by", FreeText, "意向书签署人", "letter signed by").stored(TextOrNull).parse(Name),
    own("reopened_on", Internal, "重新开放日期", "reopened on").stored(TextOrNull),
    // What somebody decided about a row of a list that went out to be decided on: see intake::claims.
    field(F::Decision, Internal, "决定", "decision").lists(&[list(Claims, &["决定"])]).parse(Parse::Text).newer(Never),
    // Which of the inbox it settles.
    field(F::Item, Internal, "待定", "item").lists(&[list(Claims, &["待定"])]).parse(Parse::Text).newer(Never),
    field(F::Words, FreeText, "原文", "words").lists(&[list(Claims, &["原文"])]).parse(Parse::Text).newer(Never),
];

pub const CLAIM_PARTY: &[FieldDef] = &[
    own("claim_id", Internal, "认领", "claim").refers("claim_id", Int, "claim"),
    own("role", Internal, "牵头或共同", "role").stored(Text),
    own("member_id", Internal, "党员", "member").refers("member_id", IntOrNull, "member").unpreviewed(),
    own("org", Internal, "所在党组织", "org").refers("org_id", IntOrNull, "org"),
    own("outsider_id", Internal, "社会力量", "outsider").refers("outsider_id", IntOrNull, "outsider"),
];

/// Those who took part in a claim that others go on with.
pub const FORMER_PARTY: &[FieldDef] = &[
    own("claim_id", Internal, "认领", "claim").refers("claim_id", Int, "claim"),
    own("role", Internal, "牵头或共同", "role").stored(Text),
    own("member_id", Internal, "党员", "member").refers("member_id", IntOrNull, "member").unpreviewed(),
    own("org", Internal, "所在党组织", "org").refers("org_id", IntOrNull, "org"),
    own("outsider_id", Internal, "社会力量", "outsider").refers("outsider_id", IntOrNull, "outsider"),
    own("how", Internal, "怎样退出", "how").stored(Text),
    own("left_on", Internal, "退出日期", "left on").stored(Text),
    own("reason", FreeText, "理由", "reason").stored(Text),
];

/// What nobody could match; texts as they were written, with numbers masked.
pub const PENDING_CLAIM: &[FieldDef] = &[
    own("list", FreeText, "清单", "list").stored(Text),
    own("line", Internal, "行", "line").stored(Int),
    own("words", FreeText, "原文", "words").stored(Text),
    own("need", FreeText, "事项", "need").stored(TextOrNull),
    own("who", FreeText, "认领人", "claimants").stored(TextOrNull),
    own("unit", FreeText, "单位", "unit").stored(TextOrNull),
    own("quantity", Public, "数量", "quantity").stored(IntOrNull),
    own("on_day", Internal, "认领时间", "claimed on").stored(TextOrNull),
    own("problem", FreeText, "问题", "problem").stored(Text),
    own("settled_on", Internal, "处理日期", "settled on").stored(TextOrNull),
    own("outcome", Internal, "处理结果", "outcome").stored(TextOrNull),
];
