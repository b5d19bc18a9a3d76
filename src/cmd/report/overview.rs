//! `report overview`: one page of all reports, each by its whole.

use serde::{Deserialize, Serialize};

use super::analysis::Analysis;
use super::checks::Check;
use super::context::ReportContext;
use super::shared::{FormArgs, Shared};
use super::{ageing, overdue, participation, progress, quota, satisfaction, supply, worst};
use crate::lang::report as text;
use crate::output::Cell;
use crate::output::report::Section;

#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default)]
pub struct Args {
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

pub fn build(args: &Args, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
    // The parts are written as sections of this one, whatever its form.
    let shared = || Shared { form: FormArgs::default(), ..args.shared.clone() };
    let title = text::overview_title(context.of_given_campaign(context.day.to_string()));
    let mut overview = Analysis::of_day(title, context.day, context.campaign.as_ref())?;
    overview.is_one_sheet = true;
    if context.campaign.is_some() {
        let quota = quota::build(&quota::Args { shared: shared(), ..quota::Args::default() }, context)?;
        let pace_days = supply::PACE_DAYS;
        let supply = supply::build(&supply::Args { shared: shared(), pace_days, ..supply::Args::default() }, context)?;
        overview.checks.extend(same_unmet(&quota.sections, &supply.sections)?);
        add(&mut overview, "quota", quota, |_| true)?;
        add(&mut overview, "supply", supply, |section| {
            // The quota itself has that title.
            section.title = text::supply_of(&section.title);
            totals_only(section)
        })?;
    }
    let progress = progress::build(&progress::Args { shared: shared(), ..progress::Args::default() }, context)?;
    add(&mut overview, "progress", progress, |section| section.key == progress::FUNNEL)?;
    let args = participation::Args { shared: shared(), ..participation::Args::default() };
    add(&mut overview, "participation", participation::build(&args, context)?, |_| true)?;
    let most = worst::MOST;
    let args = ageing::Args { shared: shared(), by: None, kind: None, most };
    add(&mut overview, "ageing", ageing::build(&args, context)?, totals_only)?;
    let args = overdue::Args { shared: shared(), most, ..overdue::Args::default() };
    add(&mut overview, "overdue", overdue::build(&args, context)?, totals_only)?;
    let args = satisfaction::Args { shared: shared(), ..satisfaction::Args::default() };
    add(&mut overview, "satisfaction", satisfaction::build(&args, context)?, totals_only)?;
    if let Some(campaign) = context.campaign.as_ref().filter(|_| context.is_of_all_campaigns()) {
        overview.rules.push(text::overview_of_campaigns(&campaign.name));
    }
    Ok(overview)
}

/// Adds a report: its document under its name, its sections as far as `wanted` leaves them.
fn add(
    overview: &mut Analysis,
    name: &str,
    part: Analysis,
    wanted: impl Fn(&mut Section) -> bool,
) -> anyhow::Result<()> {
    // Before anything is left out.
    overview.checks.extend(part.all_checks());
    overview.key(name, part.document)?;
    for mut section in part.sections {
        if !section.is_detail && wanted(&mut section) {
            overview.sections.push(section);
        }
    }
    // Below the sections that they are about, and only once.
    for rule in part.rules {
        let is_there = overview.sections.iter().any(|section| section.notes.contains(&rule));
        if let Some(section) = overview.sections.last_mut().filter(|_| !is_there) {
            section.notes.push(rule);
        }
    }
    for warning in part.warnings {
        if !overview.warnings.contains(&warning) {
            overview.warnings.push(warning);
        }
    }
    overview.standings.extend(part.standings);
    Ok(())
}

/// Leaves of a section its totals; a list without one is not wanted.
fn totals_only(section: &mut Section) -> bool {
    section.keep_totals_only();
    !section.rows.is_empty()
}

/// Two reports count the same people who have not met a quota.
fn same_unmet(quota: &[Section], supply: &[Section]) -> anyhow::Result<Vec<Check>> {
    let number = |sections: &[Section]| i64::try_from(sections.len());
    let mut checks = vec![Check::equal(text::quotas(), number(quota)?, text::quotas(), number(supply)?)];
    let unmet = |section: &Section| match section.total_cell("unmet") {
        Some(Cell::Count(count)) => Some(*count),
        _ => None,
    };
    for (one, other) in quota.iter().zip(supply) {
        if let (Some(one), Some(other)) = (unmet(one), unmet(other)) {
            checks.push(Check::equal(text::unmet_in("quota"), one, text::unmet_in("supply"), other));
        }
    }
    Ok(checks)
}
