//! `report overdue`: needs whose day has passed before they were done; the furthest beyond it first.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::analysis::Analysis;
use super::checks::Check;
use super::context::ReportContext;
use super::name::Name;
use super::needs::{By, Scope};
use super::shared::Shared;
use super::stale;
use super::worst::{self, Worst, WorstNeed, each_waiting};
use crate::figures::days_between;
use crate::lang::report::{self as text, column};
use crate::lang::values;
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
    /// How many of those that are furthest beyond their day are named
    #[arg(long, value_name = "NUMBER", default_value_t = worst::MOST)]
    pub most: usize,
    /// A workbook of the overdue claims for each organisation, in the folder of --to
    #[arg(long, value_name = "GROUP", requires = "to")]
    #[serde(skip)]
    pub split_by: Option<SplitBy>,
    /// The folder that --split-by writes to; it must exist
    #[arg(long, value_name = "FOLDER", requires = "split_by")]
    #[serde(skip)]
    pub to: Option<PathBuf>,
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

/// Whose overdue claims go to a workbook of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SplitBy {
    #[value(aliases = values::ORG)]
    Org,
}

/// A group's overdue needs.
#[derive(Debug, Clone, Copy, Default)]
struct Overdue {
    /// Whose day has passed.
    overdue: i64,
    /// Of these, not yet on the wall.
    unpublished: i64,
    /// On the wall and not wholly claimed.
    unclaimed: i64,
    /// Claimed and not done.
    undone: i64,
    longest_days: i64,
    /// Needs that have a day and are not done, whether it has passed or not.
    running: i64,
}

type Group = (Name, Overdue);

pub fn build(args: &Args, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
    let scope = Scope::new(args.by, args.kind, context)?;
    let mut found: BTreeMap<i64, Overdue> = BTreeMap::new();
    let (mut total, mut worst) = (Overdue::default(), Worst::new(args.most));
    each_waiting(context, scope.wanted, |need, taken, waiting, _| {
        if waiting == Waiting::ToConfirm {
            return;
        }
        // What a claimant promised goes before what the resident hoped for.
        let Some(deadline) = taken.deadline.or(need.deadline) else { return };
        let group = found.entry(scope.groups.key(need)).or_default();
        group.running += 1;
        if deadline < context.day {
            let days = days_between(deadline, context.day);
            group.add(waiting, days);
            total.add(waiting, days);
            worst.offer(days, need.id, (waiting, deadline));
        }
    })?;
    let groups = found.into_iter().filter(|(_, group)| group.overdue > 0);
    let groups: Vec<Group> = groups.map(|(key, group)| (scope.groups.name(key), group)).collect();
    // Only of the groups that are listed.
    total.running = groups.iter().map(|(_, group)| group.running).sum();
    let mut analysis =
        Analysis::of_day(text::overdue_title(context.day_of_needs()), context.day, context.given_campaign())?;
    analyse(groups, total, &worst.named(context)?, &mut analysis)?;
    stale::add(args.kind, args.split_by.is_some(), context, &mut analysis)?;
    Ok(analysis)
}

fn analyse(mut groups: Vec<Group>, total: Overdue, worst: &[WorstNeed], analysis: &mut Analysis) -> anyhow::Result<()> {
    groups.sort_by(|one, other| other.1.overdue.cmp(&one.1.overdue).then_with(|| one.0.cmp(&other.0)));
    let columns = columns();
    let total = columns.cells(&(Name::total(), total));
    let overdue = columns.section("groups", text::overdue(), &groups).with_total(total);
    let worst = worst::section(text::furthest_beyond(), column::due(), column::days_over(), worst);
    analysis.key("groups", overdue.items())?;
    analysis.key("total", overdue.total())?;
    analysis.key("worst", worst.items())?;
    analysis.checks.extend(groups.iter().flat_map(checks));
    let chart = Chart::new(ChartKind::Stacked, "place", &["unpublished", "unclaimed", "undone"]);
    analysis.sections = vec![overdue.with_chart(chart), worst];
    analysis.rules.push(text::overdue_rule());
    Ok(())
}

impl Overdue {
    fn add(&mut self, waiting: Waiting, days: i64) {
        self.overdue += 1;
        match waiting {
            Waiting::ToVerify | Waiting::ToPublish => self.unpublished += 1,
            Waiting::ToClaim => self.unclaimed += 1,
            Waiting::ToDo | Waiting::ToConfirm => self.undone += 1,
        }
        self.longest_days = self.longest_days.max(days);
    }
}

fn columns() -> Columns<Group> {
    let count = |column: Column, of: fn(&Overdue) -> i64| column.of(move |group: &Group| Cell::Count(of(&group.1)));
    vec![
        Column::place("place", column::group()).of_items().of(|group: &Group| group.0.cell()),
        count(Column::count("overdue", column::overdue()).sum(), |group| group.overdue),
        count(Column::count("unpublished", column::unpublished()).sum(), |group| group.unpublished),
        count(Column::count("unclaimed", column::to_claim()).sum(), |group| group.unclaimed),
        count(Column::count("undone", column::to_do()).sum(), |group| group.undone),
        count(Column::days("longest_days", column::longest_days()), |group| group.longest_days),
        count(Column::document_count("running").sum(), |group| group.running),
    ]
    .into()
}

/// The stages of a group's overdue needs are all of them, and not more than have a day.
fn checks((place, group): &Group) -> [Check; 2] {
    let parts = group.unpublished + group.unclaimed + group.undone;
    let (stages, overdue) = (format!("{place} {}", text::sum_of_stages()), format!("{place} {}", text::overdue()));
    [
        Check::equal(stages, parts, text::overdue(), group.overdue),
        Check::at_most(overdue, group.overdue, text::running(), group.running),
    ]
}
