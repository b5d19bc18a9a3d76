//! Party organisations: the columns of `org`, their aliases, and names that fitted none.

use super::def::Mask::{self, Digits};
use super::def::Newer::Never;
use super::def::Parse::{Code, Name, Phone, Word};
use super::def::Privacy::{FreeText, Internal, Personal, Public};
use super::def::Sql::{Int, IntOrNull, Text, TextOrNull};
use super::def::Words::{OrgClass, YesNo};
use super::def::{FieldDef, field, list, own};
use super::{Field as F, NOTE_HEADERS};
use crate::model::words::ListKind::Orgs;

pub const ORG: &[FieldDef] = &[
    field(F::Code, Public, "编号", "code")
        .stored(Text)
        .lists(&[list(Orgs, &["组织编码", "组织编号", "编号"]).ask(1).export(1)])
        .parse(Code)
        .newer(Never)
        .names_record(),
    field(F::Name, Public, "名称", "name")
        .stored(Text)
        .lists(&[list(Orgs, &["单位党组织名称", "党组织名称", "党组织全称", "全称"]).required().ask(2).export(2)])
        .names_record()
        .searched(),
    field(F::ShortName, Public, "简称", "short name")
        .stored(TextOrNull)
        .lists(&[list(Orgs, &["党组织简称", "简称"]).ask(3).export(3)])
        .names_record()
        .searched(),
    field(F::Class, Internal, "类别", "class")
        .stored(Text)
        .lists(&[list(Orgs, &["组织类别", "党组织类别", "党组织类型", "组织类型"]).ask(4).export(4)])
        .parse(Word(OrgClass)),
    field(F::Parent, Internal, "上级党组织", "parent").refers("parent_id", IntOrNull, "org").lists(&[list(
        Orgs,
        &["上级党组织", "上级编码"],
    )
    .ask(5)
    .export(5)]),
    field(F::Contact, Personal, "联系人", "contact")
        .stored(TextOrNull)
        .lists(&[list(Orgs, &["联系人", "书记", "党组织书记", "联络员"]).ask(7).export(7)])
        .parse(Name)
        .masked(Digits)
        .names_record()
        .searched(),
    field(F::Phone, Personal, "联系电话", "phone")
        .stored(TextOrNull)
        .lists(&[list(
            Orgs,
            &[
                "联系电话",
                "手机号码",
                "电话",
                "联系方式",
                "手机号",
                "手机",
                "联系人及电话",
                "联系人及联系电话",
                "联络员及电话",
                "联络员及联系电话",
            ],
        )
        .ask(8)
        .export(8)])
        .parse(Phone)
        .masked(Digits)
        .names_record(),
    field(F::Exempt, Internal, "免考核", "exempt")
        .stored(Int)
        .lists(&[list(Orgs, &["免考核", "是否免考核"]).export(10)])
        .parse(Word(YesNo)),
    field(F::Note, FreeText, "备注", "note")
        .stored(TextOrNull)
        .lists(&[list(Orgs, NOTE_HEADERS).ask(10).export(11)])
        .searched(),
    own("extra", FreeText, "其他列", "other columns").stored(TextOrNull).masked(Mask::Cells),
    own("unread", FreeText, "未读出的单元格", "unread cells").stored(TextOrNull).masked(Mask::Cells),
];

pub const ORG_ALIAS: &[FieldDef] = &[
    own("org", Internal, "所在党组织", "org").refers("org_id", Int, "org"),
    own("alias", FreeText, "别名", "alias").stored(Text),
];

/// Names that lists gave and no organisation or alias fitted.
pub const UNKNOWN_ORG: &[FieldDef] = &[
    own("name", FreeText, "名称", "name").stored(Text),
    own("list", FreeText, "清单", "list").stored(Text),
    own("rows", Internal, "行数", "rows").stored(Int),
];
