//! `report overdue`: needs whose day has passed before they were done; the furthest beyond it first.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::built::{Built, Check};
use super::ground::Ground;
use super::needs::{self, By, Groups, Wanted};
use super::shared::Shared;
use super::worst::{self, Worst};
use crate::figures::ageing::waiting;
use crate::figures::days_between;
use crate::figures::progress::stage;
use crate::lang::{cmd, report as text};
use crate::model::words::{NeedKind, Waiting};
use crate::output::report::{ChartKind, Section};
use crate::output::{Cell, Sheet};

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
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

/// A group's overdue needs.
#[derive(Debug, Clone, Copy, Default, Serialize)]
struct Overdue {
    /// Whose day has passed.
    overdue: i64,
    /// Of these, not yet on the wall.
    unpublished: i64,
    /// On the wall and not claimed whole.
    unclaimed: i64,
    /// Claimed and not done.
    undone: i64,
    longest_days: i64,
    /// Needs that have a day and are not done, whether it has passed or not.
    running: i64,
}

#[derive(Serialize)]
struct GroupJson {
    place: String,
    #[serde(flatten)]
    overdue: Overdue,
}

pub fn build(args: &Args, ground: &Ground<'_>) -> anyhow::Result<Built> {
    let campaign = args.shared.campaign.as_ref().and(ground.campaign.as_ref());
    let groups = Groups::new(args.by.unwrap_or(By::of_level(ground.level_below())), ground)?;
    let words = groups.want_words();
    let wanted = Wanted { kind: args.kind, campaign: campaign.map(|campaign| campaign.id), words };
    let mut found: BTreeMap<i64, Overdue> = BTreeMap::new();
    let mut worst = Worst::new(args.most);
    needs::each(ground, wanted, |need, taken| {
        let Some(stage) = stage(need, taken, ground.day) else { return };
        let Some((waiting, _)) = waiting(need, taken, stage).filter(|(it, _)| *it != Waiting::ToConfirm) else {
            return;
        };
        // What a claimant promised goes before what the resident hoped for.
        let Some(deadline) = taken.deadline.or(need.deadline) else { return };
        let group = found.entry(groups.key(need)).or_default();
        group.running += 1;
        if deadline >= ground.day {
            return;
        }
        let days = days_between(deadline, ground.day);
        group.add(waiting, days);
        worst.offer(days, need.id, (waiting, deadline));
    })?;
    let mut rows: Vec<(String, Overdue)> = found.into_iter().map(|(key, group)| (groups.name(key), group)).collect();
    rows.retain(|(_, group)| group.overdue > 0);
    rows.sort_by(|one, other| other.1.overdue.cmp(&one.1.overdue).then_with(|| one.0.cmp(&other.0)));
    let mut total = Overdue::default();
    rows.iter().for_each(|(_, group)| total.absorb(group));
    let mut built = Built { title: text::overdue_title(ground.day), ..Built::default() };
    check(&rows, worst.offered, &total, &mut built.checks)?;
    built.sections.push(section(&rows, &total));
    let named = worst.named(ground, |(waiting, day), days| (waiting, day, days))?;
    built.sections.push(Section::new(text::furthest_beyond(), worst::sheet(&named, &text::overdue_worst_heads())));
    built.key("as_of", ground.day.to_string())?;
    built.key("campaign", campaign.map(|campaign| &campaign.name))?;
    let json = |(place, overdue)| GroupJson { place, overdue };
    built.key("groups", rows.into_iter().map(json).collect::<Vec<_>>())?;
    built.key("total", total)?;
    built.key("worst", named)?;
    built.rules.push(text::overdue_rule());
    Ok(built)
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

    fn absorb(&mut self, other: &Overdue) {
        self.overdue += other.overdue;
        self.unpublished += other.unpublished;
        self.unclaimed += other.unclaimed;
        self.undone += other.undone;
        self.running += other.running;
        self.longest_days = self.longest_days.max(other.longest_days);
    }
}

fn check(rows: &[(String, Overdue)], offered: usize, total: &Overdue, checks: &mut Vec<Check>) -> anyhow::Result<()> {
    for (place, group) in rows {
        let parts = group.unpublished + group.unclaimed + group.undone;
        checks.push(Check::equal(format!("{place} {}", text::sum_of_stages()), parts, text::overdue(), group.overdue));
        checks.push(Check::at_most(
            format!("{place} {}", text::overdue()),
            group.overdue,
            text::running(),
            group.running,
        ));
    }
    checks.push(Check::equal(text::sum_of_parts(), total.overdue, cmd::total(), i64::try_from(offered)?));
    Ok(())
}

fn section(rows: &[(String, Overdue)], total: &Overdue) -> Section {
    let mut sheet = Sheet::new(text::overdue_heads());
    let name = cmd::total();
    for (place, group) in rows.iter().map(|(place, group)| (place, group)).chain([(&name, total)]) {
        sheet.rows.push(vec![
            Cell::text_of(place),
            Cell::Count(group.overdue),
            Cell::Count(group.unpublished),
            Cell::Count(group.unclaimed),
            Cell::Count(group.undone),
            Cell::Count(group.longest_days),
        ]);
    }
    let section = Section::new(text::overdue(), sheet.sums([1, 2, 3, 4])).with_total();
    section.with_chart(ChartKind::Stacked, 0, &[2, 3, 4])
}
