//! Claimants on no roster: the columns of `outsider`.

use super::def::Mask::Digits;
use super::def::Privacy::{Internal, Personal};
use super::def::Sql::{Text, TextOrNull};
use super::def::{FieldDef, own};

pub const OUTSIDER: &[FieldDef] = &[
    own("name", Personal, "名称", "name").stored(Text).names_record().searched(),
    own("class", Internal, "类别", "class").stored(Text),
    own("phone", Personal, "联系电话", "phone").stored(TextOrNull).masked(Digits).names_record(),
    own("note", Personal, "备注", "note").stored(TextOrNull).searched(),
];
