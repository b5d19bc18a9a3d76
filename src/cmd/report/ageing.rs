//! `report ageing`: how long needs wait: to be verified, published, claimed, done, confirmed; the worst first.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::analysis::Analysis;
use super::checks::Check;
use super::context::ReportContext;
use super::name::Name;
use super::needs::{By, Scope};
use super::shared::Shared;
use super::worst::{self, Worst, WorstNeed, each_waiting};
use crate::figures::ageing::{AgeFigures, Ages, BANDS};
use crate::figures::days_between;
use crate::lang::report::{self as text, column};
use crate::lang::{cmd, word};
use crate::model::words::{NeedKind, Waiting};
use crate::output::Cell;
use crate::output::report::{Chart, ChartKind, Column, Columns};

#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default)]
pub struct Args {
    /// What the figures are grouped by; by default the level below the office
    #[arg(long, value_name = "GROUP")]
    pub by: Option<By>,
    /// Only wishes, or only projects
    #[arg(long, value_name = "KIND")]
    pub kind: Option<NeedKind>,
    /// How many of those that have waited longest are named
    #[arg(long, value_name = "NUMBER", default_value_t = worst::MOST)]
    pub most: usize,
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

/// A group's needs that wait for the same.
struct Group {
    place: Name,
    waiting: Waiting,
    ages: AgeFigures,
}

pub fn build(args: &Args, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
    let scope = Scope::new(args.by, args.kind, context)?;
    let mut ages: BTreeMap<(i64, Waiting), Ages> = BTreeMap::new();
    let mut totals: BTreeMap<Waiting, Ages> = BTreeMap::new();
    let mut worst = Worst::new(args.most);
    each_waiting(context, scope.wanted, |need, _, waiting, since| {
        let days = since.map(|since| days_between(since, context.day));
        ages.entry((scope.groups.key(need), waiting)).or_default().add(days);
        totals.entry(waiting).or_default().add(days);
        if let (Some(days), Some(since)) = (days, since) {
            worst.offer(days, need.id, (waiting, since));
        }
    })?;
    let groups = ages.into_iter().map(|((key, waiting), ages)| Group::new(scope.groups.name(key), waiting, ages));
    let totals = totals.into_iter().map(|(waiting, ages)| Group::new(Name::total(), waiting, ages));
    let mut analysis =
        Analysis::of_day(text::ageing_title(context.day_of_needs()), context.day, context.given_campaign())?;
    analyse(sorted(groups.collect()), &totals.collect::<Vec<_>>(), &worst.named(context)?, &mut analysis)?;
    Ok(analysis)
}

fn analyse(groups: Vec<Group>, totals: &[Group], worst: &[WorstNeed], analysis: &mut Analysis) -> anyhow::Result<()> {
    let columns = columns();
    let mut ages = columns.section("groups", text::ageing_name(), &groups).with_totals_by("waiting");
    for total in totals {
        ages = ages.with_total(columns.cells(total));
    }
    let worst = worst::section(text::longest_waits(), column::since(), column::days(), worst);
    analysis.key("band_days", BANDS)?;
    analysis.key("groups", ages.items())?;
    analysis.key("total", ages.totals())?;
    analysis.key("worst", worst.items())?;
    analysis.checks.extend(groups.iter().map(Group::check));
    analysis.sections = vec![ages.with_chart(Chart::new(ChartKind::Stacked, "place", &["bands[]"])), worst];
    analysis.rules.push(text::ageing_rule());
    Ok(())
}

/// The group with the longest wait first, the waits of a group together.
fn sorted(mut groups: Vec<Group>) -> Vec<Group> {
    let mut longest: BTreeMap<Name, Option<i64>> = BTreeMap::new();
    for group in &groups {
        let longest = longest.entry(group.place.clone()).or_default();
        *longest = (*longest).max(group.ages.longest_days);
    }
    groups.sort_by(|one, other| {
        let of_places = longest[&other.place].cmp(&longest[&one.place]);
        of_places.then_with(|| (&one.place, one.waiting).cmp(&(&other.place, other.waiting)))
    });
    groups
}

impl Group {
    fn new(place: Name, waiting: Waiting, mut ages: Ages) -> Group {
        Group { place, waiting, ages: ages.figures() }
    }

    /// The bands are all that wait.
    fn check(&self) -> Check {
        let Group { place, waiting, ages } = self;
        let bands = ages.bands.iter().sum::<i64>() + ages.undated;
        let what = format!("{place} {} {}", word(waiting.zh(), waiting.code()), text::sum_of_bands());
        Check::equal(what, bands, cmd::total(), ages.count)
    }
}

fn columns() -> Columns<Group> {
    let mut columns = vec![
        Column::place("place", column::group()).of(|group: &Group| group.place.cell()),
        Column::text("waiting", column::waiting())
            .of(|group: &Group| Cell::word(group.waiting.zh(), group.waiting.code())),
        Column::count("count", column::needs()).sum().of(|group: &Group| Cell::Count(group.ages.count)),
    ];
    columns.extend((0..=BANDS.len()).map(|band| {
        let header = text::band(BANDS.get(band).copied(), band.checked_sub(1).map(|before| BANDS[before]));
        Column::count("bands[]", header).sum().of(move |group: &Group| Cell::Count(group.ages.bands[band]))
    }));
    columns.extend([
        Column::count("undated", column::undated()).sum().of(|group: &Group| Cell::Count(group.ages.undated)),
        Column::days("median_days", column::median()).of(|group: &Group| Cell::Mean(group.ages.median_days)),
        Column::days("longest_days", column::longest())
            .of(|group: &Group| Cell::count_or_blank(group.ages.longest_days)),
    ]);
    columns.into()
}
