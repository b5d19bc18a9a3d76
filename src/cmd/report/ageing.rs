//! `report ageing`: how long needs wait: to be verified, published, claimed, done, confirmed; the worst first.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::built::{Built, Check};
use super::ground::Ground;
use super::needs::{self, By, Groups, Wanted};
use super::shared::Shared;
use super::worst::{self, Worst};
use crate::figures::ageing::{Ages, BANDS, Told, waiting};
use crate::figures::days_between;
use crate::figures::progress::stage;
use crate::lang::{cmd, report as text, word};
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
    /// How many of those that have waited longest are named
    #[arg(long, value_name = "NUMBER", default_value_t = worst::MOST)]
    pub most: usize,
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

#[derive(Serialize)]
struct GroupJson {
    place: String,
    waiting: Waiting,
    #[serde(flatten)]
    ages: Told,
}

pub fn build(args: &Args, ground: &Ground<'_>) -> anyhow::Result<Built> {
    let campaign = args.shared.campaign.as_ref().and(ground.campaign.as_ref());
    let groups = Groups::new(args.by.unwrap_or(By::of_level(ground.level_below())), ground)?;
    let words = groups.want_words();
    let wanted = Wanted { kind: args.kind, campaign: campaign.map(|campaign| campaign.id), words };
    let mut found: BTreeMap<(i64, Waiting), Ages> = BTreeMap::new();
    let (mut worst, mut all) = (Worst::new(args.most), 0);
    needs::each(ground, wanted, |need, taken| {
        let Some(stage) = stage(need, taken, ground.day) else { return };
        let Some((waiting, since)) = waiting(need, taken, stage) else { return };
        let days = since.map(|since| days_between(since, ground.day));
        found.entry((groups.key(need), waiting)).or_default().add(days);
        all += 1;
        if let (Some(days), Some(since)) = (days, since) {
            worst.offer(days, need.id, (waiting, since));
        }
    })?;
    let mut rows: Vec<(String, Waiting, Told)> =
        found.iter_mut().map(|((key, waiting), ages)| (groups.name(*key), *waiting, ages.told())).collect();
    // The group with the longest wait first, the waits of a group together.
    let longest = |name: &str| rows.iter().filter(|row| row.0 == name).filter_map(|row| row.2.longest_days).max();
    let order: BTreeMap<String, Option<i64>> = rows.iter().map(|row| (row.0.clone(), longest(&row.0))).collect();
    rows.sort_by(|one, other| {
        order[&other.0].cmp(&order[&one.0]).then_with(|| (&one.0, one.1).cmp(&(&other.0, other.1)))
    });
    let totals = totals(&found);
    let mut built = Built { title: text::ageing_title(ground.day), ..Built::default() };
    check(&rows, all, &mut built.checks);
    built.sections.push(section(&rows, &totals));
    let worst = worst.named(ground, |(waiting, since), days| (waiting, since, days))?;
    built.sections.push(Section::new(text::longest_waits(), worst::sheet(&worst, &text::ageing_worst_heads())));
    built.key("as_of", ground.day.to_string())?;
    built.key("campaign", campaign.map(|campaign| &campaign.name))?;
    built.key("band_days", BANDS)?;
    let json = |(place, waiting, ages)| GroupJson { place, waiting, ages };
    built.key("groups", rows.into_iter().map(json).collect::<Vec<_>>())?;
    built.key(
        "total",
        totals.into_iter().map(|(waiting, ages)| json((cmd::total(), waiting, ages))).collect::<Vec<_>>(),
    )?;
    built.key("worst", worst)?;
    built.rules.push(text::ageing_rule());
    Ok(built)
}

fn totals(found: &BTreeMap<(i64, Waiting), Ages>) -> BTreeMap<Waiting, Told> {
    let mut totals: BTreeMap<Waiting, Ages> = BTreeMap::new();
    found.iter().for_each(|((_, waiting), ages)| totals.entry(*waiting).or_default().absorb(ages));
    totals.into_iter().map(|(waiting, mut ages)| (waiting, ages.told())).collect()
}

/// The bands of each row are all that wait, and the rows the whole.
fn check(rows: &[(String, Waiting, Told)], all: i64, checks: &mut Vec<Check>) {
    for (place, waiting, told) in rows {
        let bands = told.bands.iter().sum::<i64>() + told.undated;
        let what = format!("{place} {} {}", word(waiting.zh(), waiting.code()), text::sum_of_bands());
        checks.push(Check::equal(what, bands, cmd::total(), told.count));
    }
    let sum = rows.iter().map(|row| row.2.count).sum();
    checks.push(Check::equal(text::sum_of_parts(), sum, cmd::total(), all));
}

fn section(rows: &[(String, Waiting, Told)], totals: &BTreeMap<Waiting, Told>) -> Section {
    let mut sheet = Sheet::new(text::ageing_heads());
    let mut push = |place: &str, waiting: Waiting, told: &Told| {
        let mut row =
            vec![Cell::text_of(place), Cell::text_of(word(waiting.zh(), waiting.code())), Cell::Count(told.count)];
        row.extend(told.bands.map(Cell::Count));
        row.push(Cell::Count(told.undated));
        row.push(Cell::Mean(told.median_days));
        row.push(told.longest_days.map_or(Cell::Blank, Cell::Count));
        sheet.rows.push(row);
    };
    rows.iter().for_each(|(place, waiting, told)| push(place, *waiting, told));
    totals.iter().for_each(|(waiting, told)| push(&cmd::total(), *waiting, told));
    Section::new(text::ageing_name(), sheet).with_chart(ChartKind::Stacked, 0, &[3, 4, 5, 6, 7, 8])
}
