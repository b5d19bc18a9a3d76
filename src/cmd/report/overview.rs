//! `report overview`: one page of all reports, each by its whole.

use serde::{Deserialize, Serialize};

use super::built::{Built, Check};
use super::ground::Ground;
use super::shared::{FormArgs, Shared};
use super::{ageing, overdue, participation, progress, quota, satisfaction, supply, worst};
use crate::lang::{cmd, report as text};
use crate::output::Cell;
use crate::output::report::Section;

#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default)]
pub struct Args {
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

pub fn build(args: &Args, ground: &Ground<'_>) -> anyhow::Result<Built> {
    // The parts are written as tables of this one, whatever its form.
    let shared = || Shared { form: FormArgs::default(), ..args.shared.clone() };
    let mut built =
        Built { title: text::overview_title(ground.places.path(ground.place), ground.day), ..Built::default() };
    built.key("as_of", ground.day.to_string())?;
    built.key("campaign", ground.campaign.as_ref().map(|campaign| &campaign.name))?;
    if ground.campaign.is_some() {
        let quota = quota::build(&quota::Args { shared: shared(), ..quota::Args::default() }, ground)?;
        add(&mut built, "quota", quota, |_| true)?;
        let pace_days = supply::PACE_DAYS;
        let supply = supply::build(&supply::Args { shared: shared(), pace_days, by: None }, ground)?;
        add(&mut built, "supply", supply, |section| {
            // As the quota itself is called.
            section.name = text::supply_of(&section.name);
            whole_only(section)
        })?;
        check(&mut built)?;
    }
    let progress = progress::build(&progress::Args { shared: shared(), ..progress::Args::default() }, ground)?;
    add(&mut built, "progress", progress, |section| section.name == text::funnel_name())?;
    let args = participation::Args { shared: shared(), ..participation::Args::default() };
    add(&mut built, "participation", participation::build(&args, ground)?, |_| true)?;
    let most = worst::MOST;
    let args = ageing::Args { shared: shared(), by: None, kind: None, most };
    add(&mut built, "ageing", ageing::build(&args, ground)?, whole_only)?;
    let args = overdue::Args { shared: shared(), by: None, kind: None, most };
    add(&mut built, "overdue", overdue::build(&args, ground)?, whole_only)?;
    let args = satisfaction::Args { shared: shared(), ..satisfaction::Args::default() };
    add(&mut built, "satisfaction", satisfaction::build(&args, ground)?, whole_only)?;
    Ok(built)
}

/// Adds a report: its document under its name, its tables as far as `wanted` leaves them.
fn add(built: &mut Built, name: &str, part: Built, wanted: impl Fn(&mut Section) -> bool) -> anyhow::Result<()> {
    built.key(name, part.document)?;
    for mut section in part.sections {
        if !section.is_detail && wanted(&mut section) {
            built.sections.push(section);
        }
    }
    // Below the tables that they are about; what was said above is not said again.
    let said = |built: &Built, rule: &String| built.sections.iter().any(|section| section.sheet.foot.contains(rule));
    for rule in part.rules {
        if !said(built, &rule)
            && let Some(section) = built.sections.last_mut()
        {
            section.sheet.foot.push(rule);
        }
    }
    for warning in part.warnings {
        if !built.warnings.contains(&warning) {
            built.warnings.push(warning);
        }
    }
    built.checks.extend(part.checks);
    built.people.extend(part.people);
    Ok(())
}

/// Leaves of a table the rows of its total; of a list nothing.
fn whole_only(section: &mut Section) -> bool {
    let total = cmd::total();
    let is_total = |cell: &Cell| matches!(cell, Cell::Text(text) if **text == *total);
    section.made = None;
    section.sheet.rows.retain(|row| row.iter().any(is_total));
    section.has_total = false;
    section.chart = None;
    !section.sheet.rows.is_empty()
}

/// What two reports count is the same in both.
fn check(built: &mut Built) -> anyhow::Result<()> {
    let unmet = |report: &str| -> Vec<i64> {
        let quotas = built.document.get(report).and_then(|report| report["quotas"].as_array());
        quotas.into_iter().flatten().filter_map(|quota| quota["total"]["unmet"].as_i64()).collect()
    };
    let (quota, supply) = (unmet("quota"), unmet("supply"));
    built.checks.push(Check::equal(
        text::quotas(),
        i64::try_from(quota.len())?,
        text::quotas(),
        i64::try_from(supply.len())?,
    ));
    for (one, other) in quota.into_iter().zip(supply) {
        built.checks.push(Check::equal(text::unmet_in("quota"), one, text::unmet_in("supply"), other));
    }
    Ok(())
}
