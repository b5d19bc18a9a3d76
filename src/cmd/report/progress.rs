//! `report progress`: how far needs have come, from collected to confirmed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::built::{Built, Check};
use super::ground::Ground;
use super::needs::{self, By, Groups, Wanted};
use super::shared::Shared;
use crate::figures::progress::{Funnel, Stage, Step, stage};
use crate::lang::{cmd, report as text, word};
use crate::model::words::NeedKind;
use crate::output::report::{ChartKind, Section};
use crate::output::{Cell, Sheet};

#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Args {
    /// What the figures are grouped by; by default the level below the office
    #[arg(long, value_name = "GROUP")]
    pub by: Option<By>,
    /// Only wishes, or only projects
    #[arg(long, value_name = "KIND")]
    pub kind: Option<NeedKind>,
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

/// How many needs stand where.
#[derive(Debug, Serialize)]
struct StagesJson {
    total: i64,
    collected: i64,
    needs_info: i64,
    verified: i64,
    open: i64,
    partly_claimed: i64,
    claimed: i64,
    in_progress: i64,
    fulfilled: i64,
    confirmed: i64,
    closed: i64,
    out: i64,
    funnel: Vec<Step>,
}

#[derive(Serialize)]
struct GroupJson {
    place: String,
    kind: NeedKind,
    #[serde(flatten)]
    stages: StagesJson,
}

pub fn build(args: &Args, ground: &Ground<'_>) -> anyhow::Result<Built> {
    let campaign = args.shared.campaign.as_ref().and(ground.campaign.as_ref());
    let groups = Groups::new(args.by.unwrap_or(By::of_level(ground.level_below())), ground)?;
    let words = groups.want_words();
    let wanted = Wanted { kind: args.kind, campaign: campaign.map(|campaign| campaign.id), words };
    let (mut found, mut all): (BTreeMap<(i64, NeedKind), Funnel>, i64) = (BTreeMap::new(), 0);
    needs::each(ground, wanted, |need, taken| {
        if let Some(stage) = stage(need, taken, ground.day) {
            all += 1;
            found.entry((groups.key(need), need.kind)).or_default().add(need, taken, stage);
        }
    })?;
    let mut rows: Vec<(String, NeedKind, Funnel)> =
        found.into_iter().map(|((key, kind), funnel)| (groups.name(key), kind, funnel)).collect();
    rows.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
    let mut totals: BTreeMap<NeedKind, Funnel> = BTreeMap::new();
    rows.iter().for_each(|(_, kind, funnel)| totals.entry(*kind).or_default().absorb(funnel));
    let mut built = Built { title: cmd::progress_title(ground.day), ..Built::default() };
    check(&rows, &totals, all, &mut built.checks);
    built.sections = vec![stages_section(&rows, &totals), funnel_section(&mut totals)];
    built.sections.push(funnels_section(&mut rows));
    built.key("as_of", ground.day.to_string())?;
    built.key("campaign", campaign.map(|campaign| &campaign.name))?;
    let json = |(place, kind, mut funnel): (String, NeedKind, Funnel)| GroupJson {
        place,
        kind,
        stages: stages_json(&mut funnel),
    };
    built.key("groups", rows.into_iter().map(json).collect::<Vec<_>>())?;
    let totals: BTreeMap<&str, StagesJson> =
        totals.iter_mut().map(|(kind, funnel)| (kind.code(), stages_json(funnel))).collect();
    built.key("total", totals)?;
    built.rules.push(cmd::progress_rule());
    built.rules.push(text::funnel_rule());
    Ok(built)
}

/// The stages of a group are its needs, a funnel never widens, and the groups are the whole.
fn check(rows: &[(String, NeedKind, Funnel)], totals: &BTreeMap<NeedKind, Funnel>, all: i64, checks: &mut Vec<Check>) {
    for (place, kind, funnel) in rows {
        let name = format!("{place} {}", word(kind.zh(), kind.code()));
        let sum = ALL_STAGES.iter().map(|stage| funnel.count(*stage)).sum();
        checks.push(Check::equal(format!("{name} {}", text::sum_of_stages()), sum, cmd::total(), funnel.total));
        for (at, pair) in funnel.reached.windows(2).enumerate() {
            let steps = [at + 1, at].map(text::step_name);
            checks.push(Check::at_most(format!("{name} {}", steps[0]), pair[1], &steps[1], pair[0]));
        }
    }
    let sum = totals.values().map(|funnel| funnel.total).sum();
    checks.push(Check::equal(text::sum_of_parts(), sum, cmd::total(), all));
}

const ALL_STAGES: [Stage; 11] = [
    Stage::Collected,
    Stage::NeedsInfo,
    Stage::Verified,
    Stage::Open,
    Stage::PartlyClaimed,
    Stage::Claimed,
    Stage::InProgress,
    Stage::Fulfilled,
    Stage::Confirmed,
    Stage::Closed,
    Stage::Out,
];

fn stages_section(rows: &[(String, NeedKind, Funnel)], totals: &BTreeMap<NeedKind, Funnel>) -> Section {
    let mut sheet = Sheet::new(cmd::progress_heads());
    rows.iter().for_each(|(place, kind, funnel)| sheet.rows.push(stages_row(place, *kind, funnel)));
    totals.iter().for_each(|(kind, funnel)| sheet.rows.push(stages_row(&cmd::total(), *kind, funnel)));
    Section::new(text::stages_name(), sheet)
}

fn stages_row(place: &str, kind: NeedKind, funnel: &Funnel) -> Vec<Cell> {
    let mut row = vec![Cell::text_of(place), Cell::text_of(word(kind.zh(), kind.code())), Cell::Count(funnel.total)];
    row.extend(ALL_STAGES[..8].iter().map(|stage| Cell::Count(funnel.count(*stage))));
    row.push(Cell::Count(funnel.count(Stage::Confirmed) + funnel.count(Stage::Closed)));
    row.push(Cell::Count(funnel.count(Stage::Out)));
    row
}

fn step_cells(step: &Step, at: usize) -> [Cell; 5] {
    [
        Cell::text_of(text::step_name(at)),
        Cell::Count(step.reached),
        if at == 0 { Cell::Blank } else { Cell::Rate(step.conversion) },
        Cell::Rate(step.of_all),
        if at == 0 { Cell::Blank } else { Cell::Mean(step.median_days) },
    ]
}

fn funnel_section(totals: &mut BTreeMap<NeedKind, Funnel>) -> Section {
    let mut sheet = Sheet::new(text::funnel_heads());
    for (kind, funnel) in totals {
        for (at, step) in funnel.steps().iter().enumerate() {
            let mut row = vec![Cell::text_of(word(kind.zh(), kind.code()))];
            row.extend(step_cells(step, at));
            sheet.rows.push(row);
        }
    }
    Section::new(text::funnel_name(), sheet).with_chart(ChartKind::Bars, 1, &[2])
}

/// The funnel of every group, for whoever opens the figures.
fn funnels_section(rows: &mut [(String, NeedKind, Funnel)]) -> Section {
    let mut sheet = Sheet::new(text::funnels_heads());
    for (place, kind, funnel) in rows {
        for (at, step) in funnel.steps().iter().enumerate() {
            let mut row = vec![Cell::text_of(&*place), Cell::text_of(word(kind.zh(), kind.code()))];
            row.extend(step_cells(step, at));
            sheet.rows.push(row);
        }
    }
    Section::new(text::funnels_name(), sheet).as_detail()
}

fn stages_json(funnel: &mut Funnel) -> StagesJson {
    StagesJson {
        total: funnel.total,
        collected: funnel.count(Stage::Collected),
        needs_info: funnel.count(Stage::NeedsInfo),
        verified: funnel.count(Stage::Verified),
        open: funnel.count(Stage::Open),
        partly_claimed: funnel.count(Stage::PartlyClaimed),
        claimed: funnel.count(Stage::Claimed),
        in_progress: funnel.count(Stage::InProgress),
        fulfilled: funnel.count(Stage::Fulfilled),
        confirmed: funnel.count(Stage::Confirmed),
        closed: funnel.count(Stage::Closed),
        out: funnel.count(Stage::Out),
        funnel: funnel.steps(),
    }
}
