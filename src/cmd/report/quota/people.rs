//! The people and organisations behind the figures of a quota.

use std::collections::HashMap;

use serde::Serialize;

use super::Ground;
use super::Which;
use super::counted::Claimants;
use crate::lang::cmd;
use crate::model::words::Claimant;
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
    let standings: HashMap<i64, Standing> = claimants
        .facts
        .standings(quota.at_least)
        .filter(|standing| wanted(standing) && claimants.is_within(standing.place))
        .map(|standing| (standing.id, standing))
        .collect();
    let (orgs, mut paths): (_, HashMap<i64, String>) = (people::orgs(ground.conn)?, HashMap::new());
    let mut list = Vec::with_capacity(standings.len());
    people::each(ground.conn, quota.claimant, |named: Named| {
        let Some(standing) = standings.get(&named.id) else { return };
        let path = paths.entry(standing.place).or_insert_with(|| ground.places.path(standing.place));
        let org = named.org.and_then(|org| orgs.get(&org)).map(|(_, name)| name.clone());
        list.push(PersonJson {
            code: named.code,
            name: named.name,
            org: org.filter(|_| quota.claimant == Claimant::Member),
            place: path.clone(),
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
