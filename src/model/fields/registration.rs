//! 双报到: where members and organisations are registered. Lists carry it on the member's or organisation's own row.

use super::Field as F;
use super::def::Parse::{Day, Place};
use super::def::Privacy::{Internal, Public};
use super::def::Sql::{Int, IntOrNull, TextOrNull};
use super::def::{FieldDef, field, list, own};
use crate::model::words::ListKind::{Members, Orgs};

pub const REGISTRATION: &[FieldDef] = &[
    own("member_id", Internal, "党员", "member").refers("member_id", IntOrNull, "member").unpreviewed(),
    own("org", Internal, "所在党组织", "org").refers("org_id", IntOrNull, "org"),
    field(F::Place, Public, "属地", "place")
        .refers("place_id", Int, "place")
        .lists(&[
            list(Members, &["报到社区", "所属社区", "居住地社区", "社区", "属地"]).ask(6).export(7),
            list(Orgs, &["报到社区", "结对社区", "社区", "属地"]).export(6),
        ])
        .parse(Place),
    field(F::RegisteredOn, Internal, "报到日期", "registered on")
        .stored_as("from_day", TextOrNull)
        .lists(&[
            list(Members, &["报到日期", "报到时间"]).ask(7).export(8),
            list(Orgs, &["报到日期", "报到时间"]).ask(9).export(9),
        ])
        .parse(Day),
    field(F::DeregisteredOn, Internal, "撤销时间", "deregistered on")
        .stored_as("until_day", TextOrNull)
        .lists(&[list(Members, &["撤销时间", "撤销日期"]).export(9)])
        .parse(Day),
];
