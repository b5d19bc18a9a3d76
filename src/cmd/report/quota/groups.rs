//! The figures of a quota by groups: named, ranked, as a section.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::By;
use super::ReportContext;
use super::claimants::Claimants;
use crate::cmd::report::name::Name;
use crate::lang::cmd;
use crate::lang::report::{self as text, column};
use crate::model::words::{Claimant, Level, MemberClass, OrgClass};
use crate::output::Cell;
use crate::output::report::{Chart, ChartKind, Column, Columns, Section, TypedColumn};
use crate::quota::{Figure, Figures};
use crate::store::figures::people;
use crate::store::rows::QuotaRow;

/// A group's name and its figures.
pub type Group = (Name, Figure);

/// A group with its name and its rank, or the total.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub name: Name,
    pub figure: Figure,
    pub rank: Option<usize>,
    /// Whether members or organisations owe the group anything: nobody owes a programme.
    pub is_owed: bool,
}

/// The figures, and those of each group by its name, in order. Whoever is registered is in one of them, and those whose
/// group nobody has filled in are a group of their own; of claimants as their own groups, only those who owe.
pub fn grouped(
    by: By,
    claimants: &Claimants,
    quota: &QuotaRow,
    context: &ReportContext<'_>,
) -> anyhow::Result<(Figures, Vec<Group>)> {
    match by {
        By::District => by_level(Level::District, claimants, quota, context),
        By::Street => by_level(Level::Street, claimants, quota, context),
        By::Community => by_level(Level::Community, claimants, quota, context),
        By::Station => by_level(Level::Station, claimants, quota, context),
        By::Class => by_class(claimants, quota, context),
        By::Programme => by_programme(claimants, quota, context),
        By::Org if quota.claimant == Claimant::Member => by_org(claimants, quota, context),
        By::Org | By::Member => by_claimant(claimants, quota, context),
    }
}

/// The figures by what `group` returns for a claimant and the place of registration.
fn figures(claimants: &Claimants, quota: &QuotaRow, group: impl Fn(i64, i64) -> i64) -> Figures {
    let within = |id, place| claimants.is_within(place).then(|| group(id, place));
    claimants.facts.figures(quota.at_least, claimants.is_whole(), within)
}

/// The groups that somebody is registered in, whether owing or not.
fn named(figures: &Figures, mut name: impl FnMut(i64) -> Name) -> Vec<Group> {
    let groups = (0..).zip(&figures.groups).filter(|(_, figure)| figure.registered > 0);
    groups.map(|(id, figure)| (name(id), *figure)).collect()
}

/// By the place of registration; of a place wider than the level, by that place itself.
fn by_level(
    level: Level,
    claimants: &Claimants,
    quota: &QuotaRow,
    context: &ReportContext<'_>,
) -> anyhow::Result<(Figures, Vec<Group>)> {
    let groups = context.at_level(level);
    let figures = figures(claimants, quota, |_, place| groups.of(place));
    let mut rows = named(&figures, |id| Name::own(context.places.path(id)));
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    Ok((figures, rows))
}

/// Members by their organisation.
fn by_org(
    claimants: &Claimants,
    quota: &QuotaRow,
    context: &ReportContext<'_>,
) -> anyhow::Result<(Figures, Vec<Group>)> {
    const NONE: i64 = 0;
    let mut orgs: HashMap<i64, i64> = HashMap::new();
    crate::store::figures::each_member_org(context.session, |member, org| {
        orgs.insert(member, org);
    })?;
    let figures = figures(claimants, quota, |id, _| orgs.get(&id).copied().unwrap_or(NONE));
    let names = people::orgs(context.session)?;
    let rows = named(&figures, |id| match names.get(&id) {
        Some((_, name)) => Name::own(name.as_str()),
        None => Name::none(text::no_org()),
    });
    Ok((figures, rows))
}

/// Each claimant who owes.
fn by_claimant(
    claimants: &Claimants,
    quota: &QuotaRow,
    context: &ReportContext<'_>,
) -> anyhow::Result<(Figures, Vec<Group>)> {
    let mut figures = figures(claimants, quota, |id, _| id);
    // Those who owe nothing are not listed, so the total is not of them either.
    figures.total.registered = figures.total.required;
    let mut rows = Vec::with_capacity(usize::try_from(figures.total.required).unwrap_or(0));
    people::each(context.session, quota.claimant, |one| {
        let figure = usize::try_from(one.id).ok().and_then(|at| figures.groups.get(at));
        if let Some(figure) = figure.filter(|figure| figure.required > 0) {
            let is_member = quota.claimant == Claimant::Member;
            let name = if is_member { cmd::member(one.code, one.name) } else { one.name };
            rows.push((Name::own(name), *figure));
        }
    })?;
    Ok((figures, rows))
}

/// Every class that somebody is registered of: those that owe nothing too.
fn by_class(
    claimants: &Claimants,
    quota: &QuotaRow,
    context: &ReportContext<'_>,
) -> anyhow::Result<(Figures, Vec<Group>)> {
    let codes: Vec<(&str, Name)> = match quota.claimant {
        Claimant::Org => OrgClass::ALL.iter().map(|one| (one.code(), Name::word(one.zh(), one.code()))).collect(),
        _ => MemberClass::ALL.iter().map(|one| (one.code(), Name::word(one.zh(), one.code()))).collect(),
    };
    let mut classes: HashMap<i64, i64> = HashMap::new();
    people::each_class(context.session, quota.claimant, |id, class| {
        if let Some((at, _)) = (0..).zip(&codes).find(|(_, (code, _))| *code == class) {
            classes.insert(id, at);
        }
    })?;
    let figures = figures(claimants, quota, |id, _| classes.get(&id).copied().unwrap_or(0));
    let rows = codes.into_iter().zip(&figures.groups).filter(|(_, figure)| figure.registered > 0);
    let rows = rows.map(|((_, name), figure)| (name, *figure)).collect();
    Ok((figures, rows))
}

/// Who has claims in each programme; nobody owes a programme anything, and one may be in several.
fn by_programme(
    claimants: &Claimants,
    quota: &QuotaRow,
    context: &ReportContext<'_>,
) -> anyhow::Result<(Figures, Vec<Group>)> {
    let figures = figures(claimants, quota, |_, _| 0);
    let owing: HashMap<i64, i64> = claimants
        .facts
        .standings(quota.at_least)
        .filter(|standing| claimants.is_within(standing.place))
        .map(|standing| (standing.id, standing.place))
        .collect();
    let names = people::programmes(context.session)?;
    let mut groups: BTreeMap<Name, Figure> = BTreeMap::new();
    for ((programme, id), claims) in claimants.by_programme(quota, context)? {
        if owing.contains_key(&id) {
            let name = match names.get(&programme) {
                Some(name) => Name::own(name.as_str()),
                None => Name::none(text::no_programme()),
            };
            let figure = groups.entry(name).or_default();
            figure.met += i64::from(claims >= quota.at_least);
            figure.claims += claims;
        }
    }
    Ok((figures, groups.into_iter().collect()))
}

/// Ranked by rate, then by how many are required; equal ones share their rank.
pub fn ranked(groups: Vec<Group>, by: By) -> Vec<Row> {
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
    let is_owed = by != By::Programme;
    groups.into_iter().zip(ranks).map(|((name, figure), rank)| Row { name, figure, rank, is_owed }).collect()
}

/// The groups as a section, below the name of the quota.
pub fn section(name: &str, by: By, groups: Vec<Row>, figures: &Figures) -> Section {
    let columns = columns(name, by);
    let total = Row { name: Name::total(), figure: figures.total, rank: None, is_owed: true };
    let total = columns.cells(&total);
    let chart = Chart::new(ChartKind::Rates, "place", &["rate"]);
    columns.streamed("groups", name, groups).with_total(total).with_chart(chart)
}

fn columns(quota: &str, by: By) -> Columns<Row> {
    let quota: Arc<str> = quota.into();
    let count = |column: Column, of: fn(&Figure) -> i64| column.of(move |row: &Row| Cell::Count(of(&row.figure)));
    let owed = |column: Column, of: fn(&Figure) -> Cell| {
        column.of(move |row: &Row| if row.is_owed { of(&row.figure) } else { Cell::Blank })
    };
    let required = owed(Column::count("required", column::required()), |figure| Cell::Count(figure.required));
    let unmet = owed(Column::count("unmet", column::unmet()), |figure| Cell::Count(figure.unmet()));
    let rate =
        Column::rate("rate", column::rate()).of(|row: &Row| Cell::Rate(row.figure.rate().filter(|_| row.is_owed)));
    let registered = owed(Column::count("registered", column::registered()), |figure| Cell::Count(figure.registered));
    let met = count(Column::count("met", column::met()), |figure| figure.met);
    let claims = count(Column::count("claims", column::claims()), |figure| figure.claims);
    let rank = Column::count("rank", column::rank())
        .of_items()
        .of(|row: &Row| Cell::count_or_blank(row.rank.and_then(|rank| i64::try_from(rank).ok())));
    let mut columns = vec![
        Column::text("quota", column::quota()).for_people().repeats_title().of(move |_: &Row| Cell::shared(&quota)),
        Column::place("place", column::group()).of_items().of(|row: &Row| row.name.cell()),
    ];
    if by == By::Programme {
        // One claimant may be in several programmes, so they are no parts of the total; and what is owed is not owed to
        // them, so the document has none of it.
        columns.extend(for_people(required).into_iter().chain([met]).chain(for_people(unmet)));
        columns.extend(for_people(rate).into_iter().chain([claims]).chain(for_people(registered)).chain([rank]));
    } else {
        let rate = rate.map(|column| column.share("met", "required"));
        let sum = |column: TypedColumn<Row>| column.map(Column::sum);
        columns.extend([sum(required), sum(met), sum(unmet), rate, sum(claims), sum(registered), rank]);
    }
    columns.into()
}

/// The column for people, and for programs a blank one.
fn for_people(column: TypedColumn<Row>) -> [TypedColumn<Row>; 2] {
    let blank = Column::document_count(column.key()).of(|_: &Row| Cell::Blank);
    [column.map(Column::for_people), blank]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_rates_share_a_rank_and_a_group_nobody_owes_has_none() {
        let group = |name: &str, required, met| (Name::own(name), Figure { required, met, ..Figure::default() });
        let groups = vec![group("a", 4, 2), group("b", 2, 2), group("c", 2, 1), group("d", 0, 0), group("e", 4, 1)];
        let ranks: Vec<Option<usize>> = ranked(groups, By::Org).iter().map(|row| row.rank).collect();
        assert_eq!(ranks, [Some(2), Some(1), Some(2), None, Some(4)]);
    }
}
