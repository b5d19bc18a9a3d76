//! 双报到: a member registers with a community, a unit with a street, from a day until revoked.

use rusqlite::{OptionalExtension, named_params};

use crate::model::day::Day;
use crate::model::fault::{FaultKind, Flaw};
use crate::model::fields::Field;
use crate::model::refusal::RowRefusal;
use crate::store::Session;

use super::log::Change;
use super::record::Record;
use super::rows::RegistrationRow;

/// Whose registration it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Member(i64),
    Org(i64),
}

impl Whose {
    /// The member's id or the organisation's.
    fn ids(self) -> (Option<i64>, Option<i64>) {
        match self {
            Whose::Member(id) => (Some(id), None),
            Whose::Org(id) => (None, Some(id)),
        }
    }
}

/// What a list says of a registration: where, from when, until when.
#[derive(Debug, Clone, Default)]
pub struct Stated {
    pub place: Option<i64>,
    pub from_day: Option<Day>,
    pub until_day: Option<Day>,
}

/// Takes over what a list says. Another place from a later day ends the registration before it; another place without
/// a day corrects it. Whether anything changed.
pub fn take_over(change: &mut Change<'_>, whose: Whose, stated: &Stated) -> anyhow::Result<bool> {
    let (member_id, org_id) = whose.ids();
    let current = latest(change.session(), whose)?;
    let Some(before) = current else {
        let Some(first) = first(change, whose, stated)? else { return Ok(false) };
        change.insert(first)?;
        return Ok(true);
    };
    let place_id = stated.place.unwrap_or(before.place_id);
    if begins_anew(&before, stated) {
        let ended = RegistrationRow { until_day: before.until_day.or(stated.from_day), ..before.clone() };
        change.update(&before, &ended)?;
        let id = change.next_id::<RegistrationRow>()?;
        let (from_day, until_day) = (stated.from_day, stated.until_day);
        change.insert(RegistrationRow { id, member_id, org_id, place_id, from_day, until_day })?;
        return Ok(true);
    }
    let after = RegistrationRow {
        place_id,
        from_day: stated.from_day.or(before.from_day),
        until_day: stated.until_day.or(before.until_day),
        ..before.clone()
    };
    change.update(&before, &after)?;
    Ok(before != after)
}

/// What is wrong with the days that a list says, next to those that are stored: a registration that is still to come, one
/// that ends before it begins. What is stored already and does not change is left as it is.
pub fn flaw(session: &Session, whose: Option<Whose>, stated: &Stated, today: Day) -> anyhow::Result<Option<Flaw>> {
    let before = whose.map(|whose| latest(session, whose)).transpose()?.flatten();
    let (was_from, was_until) = before.as_ref().map_or((None, None), |row| (row.from_day, row.until_day));
    let moves = before.as_ref().is_some_and(|row| begins_anew(row, stated));
    let from = stated.from_day.or(was_from);
    let until = if moves { stated.until_day } else { stated.until_day.or(was_until) };
    if (from, until) == (was_from, was_until) {
        return Ok(None);
    }
    if let Some(day) = stated.from_day.filter(|day| *day > today) {
        return Ok(Some(Flaw::of(Field::RegisteredOn, FaultKind::InFuture { day: day.to_string() })));
    }
    let (Some(registered), Some(day)) = (from, until) else { return Ok(None) };
    let field = if stated.until_day.is_some() { Field::DeregisteredOn } else { Field::RegisteredOn };
    let why = RowRefusal::DeregisteredBefore { day, registered };
    Ok((day < registered).then(|| Flaw::refused(field, why)))
}

/// Another place from a later day.
fn begins_anew(before: &RegistrationRow, stated: &Stated) -> bool {
    let is_elsewhere = stated.place.is_some_and(|place| place != before.place_id);
    is_elsewhere && stated.from_day.is_some() && stated.from_day > before.from_day
}

/// Blanks days of the newest registration.
pub fn clear(change: &mut Change<'_>, whose: Whose, wanted: &[Field]) -> anyhow::Result<()> {
    let Some(before) = latest(change.session(), whose)? else { return Ok(()) };
    let kept = |field, day: Option<Day>| day.filter(|_| !wanted.contains(&field));
    let from_day = kept(Field::RegisteredOn, before.from_day);
    let until_day = kept(Field::DeregisteredOn, before.until_day);
    change.update(&before, &RegistrationRow { from_day, until_day, ..before.clone() })
}

/// The registration of a claimant that has none; nothing is changed yet.
pub fn first(change: &mut Change<'_>, whose: Whose, stated: &Stated) -> anyhow::Result<Option<RegistrationRow>> {
    let Some(place_id) = stated.place else { return Ok(None) };
    let id = change.next_id::<RegistrationRow>()?;
    let (member_id, org_id) = whose.ids();
    Ok(Some(RegistrationRow {
        id,
        member_id,
        org_id,
        place_id,
        from_day: stated.from_day,
        until_day: stated.until_day,
    }))
}

/// Every registration of a claimant, the newest first.
pub fn all(session: &Session, whose: Whose) -> anyhow::Result<Vec<RegistrationRow>> {
    let sql = "
        SELECT id, member_id, org_id, place_id, from_day, until_day
        FROM registration
        WHERE member_id = :member OR org_id = :org
        ORDER BY from_day DESC, id DESC";
    let (member, org) = whose.ids();
    let mut statement = session.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! {":member": member, ":org": org}, RegistrationRow::from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The newest registration of a claimant.
pub fn latest(session: &Session, whose: Whose) -> anyhow::Result<Option<RegistrationRow>> {
    let of_member = "
        SELECT id, member_id, org_id, place_id, from_day, until_day
        FROM registration
        WHERE member_id = :id
        ORDER BY from_day DESC, id DESC
        LIMIT 1";
    let of_org = "
        SELECT id, member_id, org_id, place_id, from_day, until_day
        FROM registration
        WHERE org_id = :id
        ORDER BY from_day DESC, id DESC
        LIMIT 1";
    let (sql, id) = match whose {
        Whose::Member(id) => (of_member, id),
        Whose::Org(id) => (of_org, id),
    };
    Ok(session.prepare_cached(sql)?.query_row(named_params! {":id": id}, RegistrationRow::from_row).optional()?)
}
