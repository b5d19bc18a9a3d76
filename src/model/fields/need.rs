//! Wishes and projects: the columns of `need`, and what rules know of a need besides.

use super::Field as F;
use super::def::Mask::{self, Address, Digits};
use super::def::Newer::{Frozen, Never};
use super::def::Parse::{self, Deadline, Money, Name, Number, Quantity};
use super::def::Privacy::{FreeText, Internal, Personal, Public};
use super::def::Sql::{Int, IntOrNull, Text, TextOrNull};
use super::def::Words::{FormOrTheme, YesNo};
use super::def::{FieldDef, Privacy, field, list, own};
use super::{CONTENT_HEADERS, DEADLINE_HEADERS, NOTE_HEADERS, PLANNED_HEADERS, TITLE_HEADERS};
use crate::model::words::ListKind::{Claims, Decisions, Projects, Wishes};

pub const NEED: &[FieldDef] = &[
    own("kind", Public, "类别", "kind").stored(Text).show(2).rules(
        2,
        "类别：wish 微心愿，project 微项目",
        "wish or project",
    ),
    field(F::Code, Public, "编号", "code")
        .stored(Text)
        .lists(&[
            list(Wishes, &["心愿编号", "编号", "微心愿编号"]).export(1),
            list(Projects, &["项目编号", "编号"]).export(1),
            list(Decisions, &["编号", "心愿编号", "项目编号", "微心愿编号"]).required().ask(1),
        ])
        .parse(Parse::Code)
        .newer(Never)
        .names_record()
        .show(1)
        .rules(1, "编号", "the office's code"),
    // What a need without a code is found by: made of kind, wisher, phone, title and content.
    own("identity", Internal, "查重标识", "identity").stored(Int).unpreviewed(),
    own("state", Public, "状态", "state").stored(Text).show(3),
    own("campaign_id", Internal, "活动期", "campaign").refers("campaign_id", IntOrNull, "campaign").unpreviewed(),
    field(F::Place, Public, "属地", "place")
        .refers("place_id", Int, "place")
        .lists(&[
            list(Wishes, &["属地", "所在地", "地点", "所在区域"]).export(2),
            list(Projects, &["需求社区", "社区", "属地", "所在地", "所属社区", "实施地点", "实施社区", "所在社区"])
                .ask(3)
                .export(4),
        ])
        .parse(Parse::Place)
        .newer(Frozen)
        .show(6)
        .walk(4, "属地", "where")
        .rules(35, "属地全称", "the whole place"),
    field(F::Title, FreeText, "项目名称", "title")
        .stored(TextOrNull)
        .lists(&[list(Projects, TITLE_HEADERS).required().ask(1).export(2), list(Claims, TITLE_HEADERS)])
        .newer(Frozen)
        .show(7)
        .walk(5, "内容", "what")
        .rules(3, "项目名称", "a project's title")
        .searched(),
    field(F::Content, FreeText, "内容", "content")
        .stored(TextOrNull)
        .lists(&[
            list(Wishes, CONTENT_HEADERS).required().ask(9).export(12),
            list(Projects, &["项目内容", "简介", "项目简介", "主要内容", "项目主要内容", "建设内容"]).ask(2).export(3),
            list(Claims, CONTENT_HEADERS).export(3),
            list(Decisions, &["内容", "微心愿内容", "心愿内容"]),
        ])
        .newer(Frozen)
        .show(8)
        .walk_along(5)
        .rules(4, "内容", "what is asked for")
        .searched(),
    field(F::Wisher, Personal, "许愿人", "wisher")
        .stored(TextOrNull)
        .lists(&[
            list(
                Wishes,
                &[
                    "许愿人",
                    "姓名",
                    "心愿人",
                    "申请人",
                    "许愿人姓名",
                    "心愿人姓名",
                    "群众姓名",
                    "困难群众姓名",
                    "居民姓名",
                    "户主",
                    "户主姓名",
                ],
            )
            .required()
            .ask(1)
            .export(3),
            list(Claims, &["许愿人", "心愿人", "申请人", "许愿人姓名", "心愿人姓名"]).export(4),
            // Whose need it is, to be compared with ours: a code alone may be another office's.
            list(Decisions, &["姓名", "许愿人"]),
        ])
        .parse(Name)
        .newer(Frozen)
        .names_record()
        .show(10)
        .walk(1, "许愿人", "who")
        .rules(7, "许愿人", "the wisher's name")
        .searched(),
    field(F::Phone, Personal, "联系电话", "phone")
        .stored(TextOrNull)
        .lists(&[
            list(
                Wishes,
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
            )
            .ask(3)
            .export(4),
            list(Projects, &["联系电话", "电话"]),
        ])
        .parse(Parse::Phone)
        .masked(Digits)
        .names_record()
        .show(11)
        .walk(3, "电话", "phone")
        .rules(8, "联系电话（数字）", "the phone, digits"),
    field(F::WisherClass, FreeText, "人员类别", "wisher class")
        .stored(TextOrNull)
        .lists(&[list(Wishes, &["人员类别", "身份类别", "群众类别", "人员类型", "困难类型"]).ask(4).export(5)])
        .show(13)
        .walk_along(1)
        .rules(9, "人员类别", "the wisher's class, as the list says it"),
    field(F::Age, Personal, "年龄", "age")
        .stored(IntOrNull)
        .lists(&[list(Wishes, &["年龄"]).ask(5).export(6)])
        .parse(Number(150))
        .walk_along(1)
        .rules(10, "许愿人年龄（岁）", "the wisher's age in years"),
    field(F::Address, Personal, "家庭住址", "address")
        .stored(TextOrNull)
        .lists(&[list(Wishes, &["家庭住址", "住址", "家庭地址", "详细地址", "地址"]).ask(6).export(7)])
        .parse(Parse::Address)
        .masked(Address)
        .show(12)
        .walk_along(4)
        .rules(12, "家庭住址", "the address"),
    field(F::Household, Personal, "户号", "household")
        .stored(TextOrNull)
        .lists(&[list(Wishes, &["户号"]).export(8)])
        .masked(Mask::Number)
        .walk_along(4)
        .rules(13, "户号", "the household's number"),
    field(F::School, Personal, "学校", "school")
        .stored(TextOrNull)
        .lists(&[list(Wishes, &["学校", "就读学校"]).export(9)])
        .rules(14, "学校", "the school"),
    field(F::Form, Public, "心愿类型", "form")
        .stored(TextOrNull)
        .lists(&[
            list(Wishes, &["心愿类型", "类型", "微心愿类型", "心愿形式", "形式"]).ask(7).export(10),
            list(Projects, &["项目形式", "形式"]),
        ])
        .parse(Parse::Word(FormOrTheme))
        .newer(Frozen)
        .show(14)
        .rules(15, "心愿类型：goods 物资，service 服务", "goods or service"),
    field(F::Theme, Public, "心愿类别", "theme")
        .stored(TextOrNull)
        .lists(&[
            list(Wishes, &["心愿类别", "类别", "微心愿类别", "主题", "心愿主题"]).ask(8).export(11),
            list(Projects, &["项目类别", "项目类型", "类别"]).ask(4).export(5),
        ])
        .parse(Parse::Word(FormOrTheme))
        .newer(Frozen)
        .show(15)
        .rules(16, "心愿类别：aid、convenience、public", "aid, convenience or public"),
    field(F::Reason, Personal, "理由", "reason")
        .stored(TextOrNull)
        .lists(&[
            list(Wishes, &["许愿理由", "困难情况", "心愿故事", "申请理由"]).ask(10).export(13),
            list(Projects, &["立项理由"]),
        ])
        .walk(7, "理由", "why")
        .rules(17, "许愿理由", "why it is wished for")
        .searched(),
    field(F::Quantity, Public, "数量", "quantity")
        .stored(Int)
        .lists(&[list(Wishes, &["数量"]).ask(11).export(14), list(Projects, &["数量"])])
        .parse(Quantity)
        .newer(Frozen)
        .show(16)
        .walk(8, "数量", "quantity")
        .rules(18, "数量", "how many are asked for"),
    field(F::Budget, Internal, "预计金额", "budget")
        .stored_as("budget_fen", IntOrNull)
        .lists(&[
            list(Wishes, &["预计金额", "预算金额", "金额", "价格", "预算"]).ask(12).export(15),
            list(Projects, &["投入资金", "预算", "预算金额", "项目预算"]).ask(7).export(9),
        ])
        .parse(Money)
        .show(17)
        .walk_along(8)
        .rules(19, "预计金额（元）", "the budget in yuan"),
    field(F::Deadline, Internal, "完成时限", "deadline")
        .stored(TextOrNull)
        .lists(&[list(Wishes, DEADLINE_HEADERS).ask(13).export(16), list(Projects, PLANNED_HEADERS).ask(8).export(10)])
        .parse(Deadline)
        .show(18)
        .walk(9, "时限", "deadline")
        .rules(20, "完成时限，如 2021-06-30", "the deadline, as 2021-06-30"),
    field(F::CollectedOn, Internal, "征集时间", "collected on")
        .stored(TextOrNull)
        .lists(&[
            list(Wishes, &["征集时间", "提交日期", "登记日期", "提交时间", "征集日期", "登记时间", "提交答卷时间"])
                .ask(14)
                .export(17),
            list(Projects, &["征集时间", "申报日期", "申报时间", "提交日期"]),
        ])
        .parse(Parse::Day)
        .show(19)
        .walk(10, "征集", "collected")
        .rules(22, "征集日期", "the day it was collected"),
    field(F::Collector, FreeText, "征集人", "collector")
        .stored(TextOrNull)
        .lists(&[list(Wishes, &["征集人", "上报人"]).export(18), list(Projects, &["征集人", "上报人"])])
        .parse(Name)
        .show(20)
        .walk_along(10)
        .rules(24, "征集人", "who collected it"),
    field(F::Channel, FreeText, "征集渠道", "channel")
        .stored(TextOrNull)
        .lists(&[list(Wishes, &["征集渠道", "来源"]).export(19), list(Projects, &["征集渠道"])])
        .walk_along(10)
        .rules(25, "征集渠道", "by which channel"),
    field(F::Consent, Internal, "同意公开", "consent")
        .stored(IntOrNull)
        .lists(&[
            list(Wishes, &["同意公开", "是否同意公开"]).ask(15).export(20),
            list(Projects, &["同意公开", "是否同意公开"]),
            list(Decisions, &["征询结果"]),
        ])
        .parse(Parse::Word(YesNo))
        .show(21)
        .walk(11, "同意公开", "consent")
        .rules(26, "同意公开：1、0，未填为 NULL", "consent: 1, 0, or NULL where blank"),
    // Why a blank consent may be published.
    own("consent_basis", FreeText, "公开依据", "consent basis").stored(TextOrNull).show(22).unpreviewed(),
    field(F::Programme, Internal, "所属品牌", "programme")
        .refers("programme_id", IntOrNull, "programme")
        .lists(&[
            list(Wishes, &["所属品牌", "党建品牌"]).export(21),
            list(Projects, &["所属品牌", "党建品牌"]).export(6),
        ])
        .show(23)
        .rules(27, "所属品牌", "the programme"),
    field(F::Project, FreeText, "所属项目", "project")
        .stored(TextOrNull)
        .lists(&[list(Wishes, &["所属项目"]).export(22)])
        .rules(28, "所属项目", "the project that a wish belongs to"),
    field(F::Source, FreeText, "来源平台", "source")
        .stored(TextOrNull)
        .lists(&[list(Wishes, &["来源平台"]).export(23), list(Projects, &["来源平台"])])
        .rules(29, "来源平台", "the platform it came from"),
    field(F::ExternalId, Personal, "平台编号", "external id")
        .stored(TextOrNull)
        .lists(&[list(Wishes, &["平台编号"]).export(24), list(Projects, &["平台编号"])])
        .masked(Mask::Number)
        .rules(30, "平台编号", "its number there"),
    field(F::Proposer, FreeText, "申报单位", "proposer")
        .stored(TextOrNull)
        .lists(&[list(Projects, &["申报单位"]).ask(5).export(7)])
        .show(24)
        .walk(2, "申报单位", "proposer")
        .rules(31, "申报单位", "who proposes a project")
        .searched(),
    field(F::Beneficiaries, Internal, "受益人数", "beneficiaries")
        .stored(IntOrNull)
        .lists(&[list(Projects, &["受益人数"]).ask(6).export(8)])
        .parse(Number(100_000_000))
        .rules(32, "受益人数", "how many benefit"),
    field(F::Note, Personal, "备注", "note")
        .stored(TextOrNull)
        .lists(&[list(Wishes, NOTE_HEADERS).ask(16).export(25), list(Projects, NOTE_HEADERS).ask(9).export(11)])
        .show(32)
        .walk(12, "备注", "note")
        .rules(33, "备注", "the note")
        .searched(),
    own("extra", Personal, "其他列", "other columns").stored(TextOrNull).masked(Mask::Cells),
    // Words of cells that could not be read, by field; they wait to be mended.
    own("unread", Personal, "未读出的单元格", "unread cells").stored(TextOrNull).masked(Mask::Cells).show(34).rules(
        51,
        "未读出的单元格，没有则为 NULL",
        "cells that could not be read, NULL where there are none",
    ),
    own("wording_checked", Internal, "文字已核对", "wording checked").stored(Int),
    // How the wisher wants to be called on the wall: nobody else's until it is published there.
    field(F::PublicName, Personal, "公开称呼", "public name")
        .stored(TextOrNull)
        .lists(&[list(Wishes, &["公开称呼", "公开称谓", "上墙称呼"]).export(26)])
        .newer(Frozen)
        .show(33)
        .searched(),
    field(F::Wording, FreeText, "公开措辞", "wording")
        .stored(TextOrNull)
        .lists(&[list(Decisions, &["公开措辞", "改写为"])])
        .parse(Parse::Text)
        .newer(Never)
        .show(9)
        .walk(6, "公开措辞", "wording")
        .rules(5, "公开措辞，改写过的才有", "the words for the wall, where they were reworded")
        .searched(),
    own("came_from", Internal, "退出前状态", "came from").stored(TextOrNull),
    own("reason_out", FreeText, "理由", "reason")
        .stored(TextOrNull)
        .lists(&[list(Decisions, &["理由", "原因", "核实理由"]).as_field(F::Reason).ask(3)])
        .parse(Parse::Text)
        .show(30),
    field(F::VerifiedOn, Internal, "核实日期", "verified on")
        .stored(TextOrNull)
        .lists(&[list(Decisions, &["核实日期", "核实时间"])])
        .parse(Parse::Day)
        .newer(Never)
        .show(25),
    field(F::VerifiedBy, FreeText, "核实人", "verified by")
        .stored(TextOrNull)
        .lists(&[list(Decisions, &["核实人"])])
        .parse(Name)
        .newer(Never)
        .show(26),
    field(F::VerifiedHow, FreeText, "核实方式", "verified how")
        .stored(TextOrNull)
        .lists(&[list(Decisions, &["核实方式"])])
        .newer(Never)
        .show(27),
    field(F::DuplicateOf, Internal, "重复于", "duplicate of")
        .refers("duplicate_of", IntOrNull, "need")
        .lists(&[list(Decisions, &["重复于", "保留编号"])])
        .parse(Parse::Code)
        .newer(Never)
        .show(31),
    own("public_code", Public, "公开编号", "public code").stored(TextOrNull).show(5),
    own("number", Public, "墙号", "number").stored(IntOrNull).show(4),
    own("published_on", Internal, "发布日期", "published on").stored(TextOrNull).show(28),
    own("closed_on", Internal, "销号日期", "closed on").stored(TextOrNull).show(29),
    // Of what was rejected, withdrawn or not fulfilled, or is a duplicate.
    own("left_on", Internal, "退出日期", "left on").stored(TextOrNull).show(35),
    // What a list of decisions says of a need: it moves the state.
    field(F::Outcome, Internal, "核实结果", "outcome")
        .lists(&[list(Decisions, &["结果", "核实结果", "是否通过", "核实意见"]).required().ask(2)])
        .parse(Parse::Word(super::def::Words::Decision))
        .newer(Never),
    derived(
        6,
        "text",
        FreeText,
        "将公开的文字：公开措辞，否则名称和内容",
        "what the wall would show: wording, else title and content",
    ),
    derived(11, "is_child", Personal, "是否未成年人：1 或 0", "1 where the wisher is a child"),
    derived(21, "days_left", Internal, "距完成时限的天数，过期为负", "days until the deadline, negative when past"),
    derived(23, "age_days", Internal, "征集至今的天数", "days since it was collected"),
    derived(34, "campaign", Internal, "所属活动期", "the campaign it came in"),
    derived(36, "city", Public, "市", "city"),
    derived(
        41,
        "household_others",
        Internal,
        "同户其他在办心愿数（同一户号、住址或本人电话）",
        "other live wishes of the household (same number, address, or wisher with phone)",
    ),
    derived(
        42,
        "household_rank",
        Internal,
        "在同户心愿中按先后的次序，从 1 起",
        "its place among the household's wishes, oldest first, from 1",
    ),
    derived(
        43,
        "wisher_others",
        Internal,
        "同一许愿人（姓名和电话）其他在办心愿数",
        "other live wishes of the same wisher (name and phone)",
    ),
    derived(
        44,
        "repeat_wisher",
        Internal,
        "同一许愿人此前已有心愿：1 或 0",
        "1 where the same wisher has an earlier wish",
    ),
    derived(
        45,
        "near_duplicate",
        Internal,
        "同户、同人或同社区此前有相近的事项：1 或 0",
        "1 where an earlier need of the household, wisher or community says nearly the same",
    ),
    derived(46, "near_duplicate_of", Internal, "那一件的编号", "the code of that need"),
    derived(
        47,
        "same_wisher",
        Internal,
        "那一件是同一许愿人或同一户的：1 或 0",
        "1 where that need is of the same wisher or household",
    ),
    derived(
        48,
        "has_private_data",
        Internal,
        "将公开的文字里可能有隐私：1 或 0",
        "1 where the text for the wall may tell private things",
    ),
    derived(
        49,
        "outside_campaign",
        Internal,
        "不属于使用中的活动期，或征集日期在其外：1 或 0",
        "1 where it is of another campaign, or collected outside its days",
    ),
    derived(50, "today", Internal, "今天", "today"),
];

/// What rules know of a need that no column holds.
const fn derived(at: u8, code: &'static str, privacy: Privacy, zh: &'static str, en: &'static str) -> FieldDef {
    own(code, privacy, zh, en).rules(at, zh, en)
}
