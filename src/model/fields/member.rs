//! Party members: the columns of `member`. Their registrations are a table of their own.

use super::def::Mask::{self, Digits};
use super::def::Newer::Never;
use super::def::Parse::{Code, IdNumber, Name, Phone, Word};
use super::def::Privacy::{Internal, Personal, Public};
use super::def::Sql::{BlobOrNull, IntOrNull, Text, TextOrNull};
use super::def::{FieldDef, Twist, Words, field, list, own};
use super::{Field as F, NOTE_HEADERS};
use crate::model::words::ListKind::Members;

pub const MEMBER: &[FieldDef] = &[
    field(F::Code, Public, "编号", "code")
        .stored(Text)
        .lists(&[list(Members, &["党员编号", "编号"]).export(1)])
        .parse(Code)
        .newer(Never)
        .names_record(),
    field(F::Name, Personal, "名称", "name")
        .stored(Text)
        .lists(&[list(Members, &["姓名", "党员姓名"]).required().ask(1).export(2)])
        .parse(Name)
        .names_record()
        .searched(),
    // Keyed digest of the ID number; the number itself is never stored.
    own("id_digest", Personal, "身份证号摘要", "id digest").stored(BlobOrNull).unpreviewed(),
    field(F::Id, Personal, "身份证号", "id")
        .stored_as("id_mask", TextOrNull)
        .lists(&[list(Members, &["身份证号", "身份证", "公民身份号码", "身份证号码", "公民身份证号码", "公民身份证"])
            .ask(2)
            .export(3)])
        .parse(IdNumber),
    field(F::Phone, Personal, "联系电话", "phone")
        .stored(TextOrNull)
        .lists(&[list(Members, &["手机号", "手机号码", "手机", "联系电话", "电话", "联系方式"]).ask(3).export(4)])
        .parse(Phone)
        .masked(Digits)
        .names_record(),
    field(F::Class, Internal, "类别", "class")
        .stored(Text)
        .lists(&[list(Members, &["党员类型", "党员类别", "人员类别", "党员身份"])
            .twisted(&[(Twist::YesNo, &["是否在职党员", "是否在职"])])
            .ask(4)
            .export(5)])
        .parse(Word(Words::MemberClass)),
    field(F::Org, Internal, "所在党组织", "org").refers("org_id", IntOrNull, "org").lists(&[list(
        Members,
        &[
            "所在支部",
            "所在党组织",
            "工作单位党组织",
            "所属党组织名称",
            "所属党组织",
            "所在党支部",
            "所属支部",
            "党支部",
            "党支部名称",
            "党支部全称",
        ],
    )
    .ask(5)
    .export(6)]),
    field(F::Skills, Personal, "特长", "skills")
        .stored(TextOrNull)
        .lists(&[list(Members, &["特长", "个人特长", "专长", "服务意向"]).ask(8).export(10)])
        .searched(),
    field(F::Note, Personal, "备注", "note")
        .stored(TextOrNull)
        .lists(&[list(Members, NOTE_HEADERS).ask(9).export(11)])
        .searched(),
    own("extra", Personal, "其他列", "other columns").stored(TextOrNull).masked(Mask::Cells),
    own("unread", Personal, "未读出的单元格", "unread cells").stored(TextOrNull).masked(Mask::Cells),
];
