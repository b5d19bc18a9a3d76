//! The people and organisations behind the figures of a quota.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;

use super::Ground;
use super::Which;
use super::counted::Claimants;
use crate::lang::{cmd, report as text};
use crate::model::phone::Phone;
use crate::model::words::Claimant;
use crate::output::report::Section;
use crate::output::{Cell, Sheet};
use crate::quota::Standing;
use crate::store::figures::people::{self, Named};
use crate::store::rows::QuotaRow;

#[derive(Debug, Clone, Serialize)]
pub struct PersonJson {
    pub code: String,
    pub name: String,
    pub org: Option<String>,
    pub place: String,
    pub phone: Option<String>,
    pub claims: i64,
    #[serde(skip)]
    pub met: bool,
    /// The organisation's record, for lists by organisation.
    #[serde(skip)]
    pub org_id: Option<i64>,
    #[serde(skip)]
    pub place_id: i64,
}

/// Who has met the quota, or has not: by organisation, place and code.
pub fn list(
    which: Which,
    claimants: &Claimants,
    quota: &QuotaRow,
    ground: &Ground<'_>,
) -> anyhow::Result<Vec<PersonJson>> {
    of(claimants, quota, ground, |standing| standing.met == (which == Which::Met))
}

/// Everyone who owes.
pub fn all(claimants: &Claimants, quota: &QuotaRow, ground: &Ground<'_>) -> anyhow::Result<Vec<PersonJson>> {
    of(claimants, quota, ground, |_| true)
}

fn of(
    claimants: &Claimants,
    quota: &QuotaRow,
    ground: &Ground<'_>,
    wanted: impl Fn(&Standing) -> bool,
) -> anyhow::Result<Vec<PersonJson>> {
    let mut list = Vec::new();
    each(claimants, quota, ground, wanted, |named, standing, org, place| {
        list.push(PersonJson {
            code: named.code,
            name: named.name,
            org: org.map(|org| org.to_string()),
            place: place.to_string(),
            phone: named.phone.as_ref().map(|phone| phone.masked()),
            claims: standing.claims,
            met: standing.met,
            org_id: named.org,
            place_id: standing.place,
        });
    })?;
    list.sort_by(|one, other| (&one.org, &one.place, &one.code).cmp(&(&other.org, &other.place, &other.code)));
    Ok(list)
}

/// Calls `told` with everyone who is wanted: how each stands, a member's organisation, the place of registration.
fn each(
    claimants: &Claimants,
    quota: &QuotaRow,
    ground: &Ground<'_>,
    wanted: impl Fn(&Standing) -> bool,
    mut told: impl FnMut(Named, Standing, Option<&Arc<str>>, &Arc<str>),
) -> anyhow::Result<()> {
    let orgs: HashMap<i64, Arc<str>> =
        people::orgs(ground.conn)?.into_iter().map(|(id, (_, name))| (id, name.into())).collect();
    let mut paths: HashMap<i64, Arc<str>> = HashMap::new();
    // Both come in the order of their ids.
    let mut standings = claimants
        .facts
        .standings(quota.at_least)
        .filter(|standing| wanted(standing) && claimants.is_within(standing.place))
        .peekable();
    people::each(ground.conn, quota.claimant, |named: Named| {
        while standings.next_if(|standing| standing.id < named.id).is_some() {}
        let Some(standing) = standings.next_if(|standing| standing.id == named.id) else { return };
        let place = paths.entry(standing.place).or_insert_with(|| ground.places.path(standing.place).into());
        let org = named.org.and_then(|org| orgs.get(&org)).filter(|_| quota.claimant == Claimant::Member);
        told(named, standing, org, place);
    })
}

/// Who has not met the quota, as a table of its own: a city has some hundred thousand.
pub fn unmet(name: &str, claimants: &Claimants, quota: &QuotaRow, ground: &Ground<'_>) -> anyhow::Result<Section> {
    struct Unmet {
        code: String,
        name: String,
        org: Option<Arc<str>>,
        place: Arc<str>,
        phone: Option<Phone>,
        claims: i64,
    }
    let mut list: Vec<Unmet> = Vec::new();
    each(
        claimants,
        quota,
        ground,
        |standing| !standing.met,
        |named, standing, org, place| {
            let Named { code, name, phone, .. } = named;
            list.push(Unmet { code, name, org: org.cloned(), place: place.clone(), phone, claims: standing.claims });
        },
    )?;
    list.sort_by(|one, other| (&one.org, &one.place, &one.code).cmp(&(&other.org, &other.place, &other.code)));
    let (quota, count): (Arc<str>, _) = (name.into(), list.len());
    let row = move |at: usize| {
        let Some(one) = list.get(at) else { return Vec::new() };
        vec![
            Cell::shared(&quota),
            Cell::text_of(one.code.as_str()),
            Cell::text_of(one.name.as_str()),
            one.org.as_ref().map_or(Cell::Blank, Cell::shared),
            Cell::shared(&one.place),
            one.phone.as_ref().map_or(Cell::Blank, |phone| Cell::text_of(phone.masked())),
            Cell::Count(one.claims),
        ]
    };
    Ok(Section::new(text::unmet_of(name), Sheet::new(cmd::people_heads())).with_made(count, row).as_detail())
}

pub fn sheet(quota: &str, people: &[PersonJson]) -> Sheet {
    let mut sheet = Sheet::new(cmd::people_heads());
    sheet.rows.reserve(people.len());
    for one in people {
        sheet.rows.push(vec![
            Cell::text_of(quota),
            Cell::text_of(&one.code),
            Cell::text_of(&one.name),
            Cell::from(one.org.clone()),
            Cell::text_of(&one.place),
            Cell::from(one.phone.clone()),
            Cell::Count(one.claims),
        ]);
    }
    sheet
}
