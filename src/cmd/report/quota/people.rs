//! The people and organisations behind the figures of a quota.

use std::collections::HashMap;
use std::sync::Arc;

use super::ReportContext;
use super::Which;
use super::claimants::Claimants;
use crate::lang::report::column;
use crate::model::phone::Phone;
use crate::model::words::Claimant;
use crate::output::Cell;
use crate::output::report::{Column, Columns, Section};
use crate::quota::Standing;
use crate::store::figures::people::{self, Named};
use crate::store::rows::QuotaRow;

/// Somebody who owes, and how many claims count. A city has some hundred thousand: they share the names of places.
#[derive(Debug, Clone)]
pub struct Person {
    pub code: String,
    pub name: String,
    org: Option<Arc<str>>,
    place: Arc<str>,
    phone: Option<Phone>,
    claims: i64,
    pub met: bool,
    /// The organisation's record.
    pub org_id: Option<i64>,
    pub place_id: i64,
}

/// Those who have met the quota, or have not: by organisation, place and code.
pub fn list(
    which: Which,
    claimants: &Claimants,
    quota: &QuotaRow,
    context: &ReportContext<'_>,
) -> anyhow::Result<Vec<Person>> {
    of(claimants, quota, context, |standing| standing.met == (which == Which::Met))
}

/// Everyone who owes.
pub fn all(claimants: &Claimants, quota: &QuotaRow, context: &ReportContext<'_>) -> anyhow::Result<Vec<Person>> {
    of(claimants, quota, context, |_| true)
}

fn of(
    claimants: &Claimants,
    quota: &QuotaRow,
    context: &ReportContext<'_>,
    is_wanted: impl Fn(&Standing) -> bool,
) -> anyhow::Result<Vec<Person>> {
    let orgs: HashMap<i64, Arc<str>> =
        people::orgs(context.session)?.into_iter().map(|(id, (_, name))| (id, name.into())).collect();
    let mut paths: HashMap<i64, Arc<str>> = HashMap::new();
    // Both come in the order of their ids.
    let mut standings = claimants
        .facts
        .standings(quota.at_least)
        .filter(|standing| is_wanted(standing) && claimants.is_within(standing.place))
        .peekable();
    let mut list = Vec::new();
    people::each(context.session, quota.claimant, |named: Named| {
        while standings.next_if(|standing| standing.id < named.id).is_some() {}
        let Some(standing) = standings.next_if(|standing| standing.id == named.id) else { return };
        let place = paths.entry(standing.place).or_insert_with(|| context.places.path(standing.place).into());
        let org = named.org.and_then(|org| orgs.get(&org)).filter(|_| quota.claimant == Claimant::Member);
        list.push(Person {
            code: named.code,
            name: named.name,
            org: org.cloned(),
            place: place.clone(),
            phone: named.phone,
            claims: standing.claims,
            met: standing.met,
            org_id: named.org,
            place_id: standing.place,
        });
    })?;
    list.sort_by(|one, other| (&one.org, &one.place, &one.code).cmp(&(&other.org, &other.place, &other.code)));
    Ok(list)
}

/// The people as a section. The name of the quota is in each row: the lists of two quotas may be one table.
pub fn section(key: &'static str, title: String, quota: &str, people: Vec<Person>) -> Section {
    let quota: Arc<str> = quota.into();
    let columns: Columns<Person> = vec![
        Column::text("quota", column::quota()).for_people().repeats_title().of(move |_: &Person| Cell::shared(&quota)),
        Column::text("code", column::code()).of(|one: &Person| Cell::text_of(one.code.as_str())),
        Column::text("name", column::name()).of(|one: &Person| Cell::text_of(one.name.as_str())),
        Column::text("org", column::org()).of(|one: &Person| one.org.as_ref().map_or(Cell::Blank, Cell::shared)),
        Column::place("place", column::registered_at()).of(|one: &Person| Cell::shared(&one.place)),
        Column::text("phone", column::phone())
            .of(|one: &Person| one.phone.as_ref().map_or(Cell::Blank, |phone| Cell::text_of(phone.masked()))),
        Column::count("claims", column::claims()).of(|one: &Person| Cell::Count(one.claims)),
    ]
    .into();
    columns.streamed(key, title, people)
}
