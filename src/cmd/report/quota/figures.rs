//! The figures of a quota by groups, named, ranked, as a table.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::By;
use super::Ground;
use super::counted::Claimants;
use crate::lang::{cmd, report as text, word};
use crate::model::words::{Claimant, Level, MemberClass, OrgClass};
use crate::output::report::{ChartKind, Section};
use crate::output::{Cell, Sheet, Total};
use crate::quota::{Figure, Figures};
use crate::store::figures::people;
use crate::store::rows::QuotaRow;

/// A group's name and its figures.
pub type Group = (Arc<str>, Figure);

/// A group with its name and its rank.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub name: Arc<str>,
    pub figure: Figure,
    pub rank: Option<usize>,
}

/// The figures, and those of each group by its name, in order.
pub fn grouped(
    by: By,
    claimants: &Claimants,
    quota: &QuotaRow,
    ground: &Ground<'_>,
) -> anyhow::Result<(Figures, Vec<Group>)> {
    let count = |group: &mut dyn FnMut(i64, i64) -> i64| {
        let whole = claimants.is_whole();
        claimants.facts.figures(quota.at_least, whole, |id, place| claimants.is_within(place).then(|| group(id, place)))
    };
    let of_level = |level| -> anyhow::Result<(Figures, Vec<Group>)> {
        let groups = ground.at_level(level);
        let group = |place: i64| usize::try_from(place).ok().and_then(|at| groups.get(at)).copied().unwrap_or(place);
        let figures = count(&mut |_, place| group(place));
        let mut rows = named(&figures, |id| ground.places.path(id));
        rows.sort_by(|one, other| one.0.cmp(&other.0));
        Ok((figures, rows))
    };
    match by {
        By::District => of_level(Level::District),
        By::Street => of_level(Level::Street),
        By::Community => of_level(Level::Community),
        By::Station => of_level(Level::Station),
        By::Class => by_class(claimants, quota, ground),
        By::Programme => by_programme(claimants, quota, ground),
        By::Org if quota.claimant == Claimant::Member => {
            let mut orgs: HashMap<i64, i64> = HashMap::new();
            crate::store::figures::each_member_org(ground.conn, |member, org| {
                orgs.insert(member, org);
            })?;
            let figures = count(&mut |id, _| orgs.get(&id).copied().unwrap_or(0));
            let names = people::orgs(ground.conn)?;
            let name = |id| names.get(&id).map_or_else(cmd::no_org, |(_, name)| name.clone());
            let rows = named(&figures, name);
            Ok((figures, rows))
        }
        By::Org | By::Member => {
            let figures = count(&mut |id, _| id);
            let mut rows = Vec::with_capacity(figures.groups.iter().filter(|figure| figure.required > 0).count());
            people::each(ground.conn, quota.claimant, |one| {
                let figure = usize::try_from(one.id).ok().and_then(|at| figures.groups.get(at));
                if let Some(figure) = figure.filter(|figure| figure.required > 0) {
                    let is_member = quota.claimant == Claimant::Member;
                    let name = if is_member { cmd::member(one.code, one.name) } else { one.name };
                    rows.push((name.into(), *figure));
                }
            })?;
            Ok((figures, rows))
        }
    }
}

/// The groups that somebody is required in, or registered and claims.
fn named(figures: &Figures, mut name: impl FnMut(i64) -> String) -> Vec<Group> {
    let groups = (0..).zip(&figures.groups).filter(|(_, figure)| figure.required > 0);
    groups.map(|(id, figure)| (name(id).into(), *figure)).collect()
}

/// Every class that somebody is registered of: those that owe nothing too.
fn by_class(claimants: &Claimants, quota: &QuotaRow, ground: &Ground<'_>) -> anyhow::Result<(Figures, Vec<Group>)> {
    let codes: Vec<(&str, String)> = match quota.claimant {
        Claimant::Org => OrgClass::ALL.iter().map(|class| (class.code(), word(class.zh(), class.code()))).collect(),
        _ => MemberClass::ALL.iter().map(|class| (class.code(), word(class.zh(), class.code()))).collect(),
    };
    let mut classes: HashMap<i64, i64> = HashMap::new();
    people::each_class(ground.conn, quota.claimant, |id, class| {
        if let Some((at, _)) = (0..).zip(&codes).find(|(_, (code, _))| *code == class) {
            classes.insert(id, at);
        }
    })?;
    let of = |id: i64| classes.get(&id).copied().unwrap_or(0);
    let within = |id, place| claimants.is_within(place).then(|| of(id));
    let figures = claimants.facts.figures(quota.at_least, claimants.is_whole(), within);
    let rows = codes.into_iter().zip(&figures.groups).filter(|(_, figure)| figure.registered > 0);
    let rows = rows.map(|((_, name), figure)| (name.into(), *figure)).collect();
    Ok((figures, rows))
}

/// Who has claims in each programme; nobody owes a programme anything, and one may be in several.
fn by_programme(claimants: &Claimants, quota: &QuotaRow, ground: &Ground<'_>) -> anyhow::Result<(Figures, Vec<Group>)> {
    let within = |_, place| claimants.is_within(place).then_some(0);
    let figures = claimants.facts.figures(quota.at_least, claimants.is_whole(), within);
    let owing: HashMap<i64, i64> = claimants
        .facts
        .standings(quota.at_least)
        .filter(|standing| claimants.is_within(standing.place))
        .map(|standing| (standing.id, standing.place))
        .collect();
    let names = people::programmes(ground.conn)?;
    let mut groups: BTreeMap<String, Figure> = BTreeMap::new();
    for ((programme, id), claims) in claimants.by_programme(quota, ground)? {
        if owing.contains_key(&id) {
            let name = names.get(&programme).cloned().unwrap_or_else(text::no_programme);
            let figure = groups.entry(name).or_default();
            figure.met += i64::from(claims >= quota.at_least);
            figure.claims += claims;
        }
    }
    Ok((figures, groups.into_iter().map(|(name, figure)| (name.into(), figure)).collect()))
}

/// Ranked by rate, then by how many are required; equal ones share their rank.
pub fn ranked(groups: Vec<Group>) -> Vec<Row> {
    let mut order: Vec<usize> = (0..groups.len()).filter(|at| groups[*at].1.required > 0).collect();
    let key = |at: usize| (groups[at].1.met * 1_000_000 / groups[at].1.required.max(1), groups[at].1.met);
    order.sort_by_key(|at| std::cmp::Reverse(key(*at)));
    let mut ranks = vec![None; groups.len()];
    let mut last: Option<(usize, usize)> = None;
    for (place, at) in order.into_iter().enumerate() {
        let rank = match last {
            Some((former, rank)) if key(former).0 == key(at).0 => rank,
            _ => place + 1,
        };
        ranks[at] = Some(rank);
        last = Some((at, rank));
    }
    groups.into_iter().zip(ranks).map(|((name, figure), rank)| Row { name, figure, rank }).collect()
}

const RATE: usize = 5;

pub fn section(name: &str, by: By, rows: Vec<Row>, figures: &Figures) -> Section {
    let quota: Arc<str> = name.into();
    let cells = move |row: &Arc<str>, figure: &Figure, rank: Option<usize>, is_owed: bool| {
        let owed = |number: i64| if is_owed { Cell::Count(number) } else { Cell::Blank };
        vec![
            Cell::shared(&quota),
            Cell::shared(row),
            owed(figure.required),
            Cell::Count(figure.met),
            owed(figure.unmet()),
            Cell::Rate(figure.rate().filter(|_| is_owed)),
            Cell::Count(figure.claims),
            owed(figure.registered),
            rank.map_or(Cell::Blank, super::count),
        ]
    };
    let mut sheet = Sheet::new(cmd::quota_heads());
    let is_owed = by != By::Programme;
    if is_owed {
        sheet = sheet.sums([2, 3, 4, 6, 7]).total(RATE, Total::Share(3, 2));
    }
    sheet.rows.push(cells(&cmd::total().into(), &figures.total, None, true));
    let count = rows.len();
    let row =
        move |at: usize| rows.get(at).map_or_else(Vec::new, |row| cells(&row.name, &row.figure, row.rank, is_owed));
    Section::new(name, sheet).with_made(count, row).with_total().with_chart(ChartKind::Rates, 1, &[RATE])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_rates_share_a_rank_and_nobody_required_has_none() {
        let group = |name: &str, required, met| (name.into(), Figure { required, met, ..Figure::default() });
        let groups = vec![group("a", 4, 2), group("b", 2, 2), group("c", 2, 1), group("d", 0, 0), group("e", 4, 1)];
        let ranks: Vec<Option<usize>> = ranked(groups).iter().map(|row| row.rank).collect();
        assert_eq!(ranks, [Some(2), Some(1), Some(2), None, Some(4)]);
    }
}
