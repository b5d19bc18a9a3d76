//! `report progress`: how far needs have come, from collected to confirmed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::analysis::Analysis;
use super::checks::Check;
use super::context::ReportContext;
use super::milestones;
use super::name::Name;
use super::needs::{self, By, Scope};
use super::shared::Shared;
use crate::figures::progress::{Funnel, STEPS, Stage, Step, stage};
use crate::lang::report::{self as text, column};
use crate::lang::{cmd, word};
use crate::model::words::NeedKind;
use crate::output::Cell;
use crate::output::report::{Chart, ChartKind, Column, Columns, Section, TypedColumn};

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

/// A group's needs of one kind.
struct Group {
    place: Name,
    kind: NeedKind,
    funnel: Funnel,
}

/// A step of a group's funnel.
struct StepOfGroup {
    place: Name,
    kind: NeedKind,
    at: usize,
    step: Step,
}

pub fn build(args: &Args, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
    let scope = Scope::new(args.by, args.kind, context)?;
    let mut found: BTreeMap<(i64, NeedKind), Funnel> = BTreeMap::new();
    let mut all = 0;
    needs::each(context, scope.wanted, |need, taken| {
        if let Some(stage) = stage(need, taken, context.day) {
            all += 1;
            found.entry((scope.groups.key(need), need.kind)).or_default().add(need, taken, stage);
        }
    })?;
    let group = |((key, kind), funnel)| Group { place: scope.groups.name(key), kind, funnel };
    let groups: Vec<Group> = found.into_iter().map(group).collect();
    let mut analysis =
        Analysis::of_day(cmd::progress_title(context.day_of_needs()), context.day, context.given_campaign())?;
    analyse(groups, all, &mut analysis)?;
    milestones::add(&scope, context, &mut analysis)?;
    Ok(analysis)
}

/// `all` is the number of needs, whatever their group.
fn analyse(mut groups: Vec<Group>, all: i64, analysis: &mut Analysis) -> anyhow::Result<()> {
    groups.sort_by(|one, other| (&one.place, one.kind).cmp(&(&other.place, other.kind)));
    let mut totals = totals(&groups);
    analysis.checks.extend(groups.iter().flat_map(checks));
    let sum = totals.iter().map(|total| total.funnel.total).sum();
    analysis.checks.push(Check::equal(text::sum_of_parts(), sum, cmd::total(), all));
    let columns = stage_columns();
    let mut stages = columns.section("stages", text::stages_name(), &groups).with_totals_by("kind");
    for total in &totals {
        stages = stages.with_total(columns.cells(total));
    }
    let funnel = funnel_section(&steps(&mut totals));
    let funnels = funnels_section(&steps(&mut groups));
    let closed_otherwise: i64 = totals.iter().map(|total| total.funnel.closed_otherwise).sum();
    let reopened: i64 = totals.iter().map(|total| total.funnel.reopened).sum();
    let groups = with_funnels(stages.items(), &funnels);
    analysis.key("groups", groups)?;
    let totals = totals.iter().map(|total| total.kind.code()).zip(with_funnels(stages.totals(), &funnel));
    analysis.key("total", totals.collect::<BTreeMap<_, _>>())?;
    analysis.sections = vec![stages, funnel, funnels];
    analysis.rules.push(cmd::progress_rule());
    analysis.rules.push(text::funnel_rule());
    if closed_otherwise > 0 {
        analysis.rules.push(text::closed_otherwise_rule(closed_otherwise));
    }
    if reopened > 0 {
        analysis.rules.push(text::reopened_rule(reopened));
    }
    Ok(())
}

/// All needs of each kind.
fn totals(groups: &[Group]) -> Vec<Group> {
    let mut totals: BTreeMap<NeedKind, Funnel> = BTreeMap::new();
    groups.iter().for_each(|group| totals.entry(group.kind).or_default().absorb(&group.funnel));
    totals.into_iter().map(|(kind, funnel)| Group { place: Name::total(), kind, funnel }).collect()
}

/// The stages of a group are its needs, and a funnel never widens.
fn checks(group: &Group) -> Vec<Check> {
    let Group { place, kind, funnel } = group;
    let name = format!("{place} {}", word(kind.zh(), kind.code()));
    let sum = Stage::ALL.iter().map(|stage| funnel.count(*stage)).sum();
    let mut checks = vec![Check::equal(format!("{name} {}", text::sum_of_stages()), sum, cmd::total(), funnel.total)];
    let settled = funnel.count(Stage::Confirmed) + funnel.count(Stage::Closed);
    let by_claims = funnel.reached[STEPS - 1];
    checks.push(Check::equal(
        format!("{name} {}", text::confirmed_and_closed_otherwise()),
        by_claims + funnel.closed_otherwise - funnel.reopened,
        column::confirmed(),
        settled,
    ));
    for (at, pair) in funnel.reached.windows(2).enumerate() {
        let steps = [at + 1, at].map(text::step_name);
        checks.push(Check::at_most(format!("{name} {}", steps[0]), pair[1], &steps[1], pair[0]));
    }
    checks
}

fn stage_columns() -> Columns<Group> {
    let count =
        |column: Column, of: fn(&Funnel) -> i64| column.sum().of(move |group: &Group| Cell::Count(of(&group.funnel)));
    let stage = |key: &'static str, header: String, stage: Stage| {
        Column::count(key, header).sum().of(move |group: &Group| Cell::Count(group.funnel.count(stage)))
    };
    // The document has what is confirmed and what is closed apart.
    let only_document = |key: &'static str, stage: Stage| {
        Column::document_count(key).sum().of(move |group: &Group| Cell::Count(group.funnel.count(stage)))
    };
    vec![
        Column::place("place", column::place()).of_items().of(|group: &Group| group.place.cell()),
        Column::text("kind", column::kind())
            .of_items()
            .of(|group: &Group| Cell::word(group.kind.zh(), group.kind.code())),
        count(Column::count("total", column::total()), |funnel| funnel.total),
        stage("collected", column::to_verify(), Stage::Collected),
        stage("needs_info", column::needs_info(), Stage::NeedsInfo),
        stage("verified", column::verified(), Stage::Verified),
        stage("open", column::open(), Stage::Open),
        stage("partly_claimed", column::partly_claimed(), Stage::PartlyClaimed),
        stage("claimed", column::claimed(), Stage::Claimed),
        stage("in_progress", column::in_progress(), Stage::InProgress),
        stage("fulfilled", column::fulfilled(), Stage::Fulfilled),
        only_document("confirmed", Stage::Confirmed),
        only_document("closed", Stage::Closed),
        count(Column::count("confirmed_or_closed", column::confirmed()).for_people(), |funnel| {
            funnel.count(Stage::Confirmed) + funnel.count(Stage::Closed)
        }),
        stage("out", column::out(), Stage::Out),
        Column::document_count("closed_otherwise").sum().of(|group: &Group| Cell::Count(group.funnel.closed_otherwise)),
        Column::document_count("reopened").sum().of(|group: &Group| Cell::Count(group.funnel.reopened)),
    ]
    .into()
}

fn steps(groups: &mut [Group]) -> Vec<StepOfGroup> {
    let of_group = |group: &mut Group| -> Vec<StepOfGroup> {
        let (place, kind) = (group.place.clone(), group.kind);
        let steps = group.funnel.steps().into_iter().enumerate();
        steps.map(|(at, step)| StepOfGroup { place: place.clone(), kind, at, step }).collect()
    };
    groups.iter_mut().flat_map(of_group).collect()
}

/// The columns of a step. Nothing leads to the first one.
fn step_columns() -> Vec<TypedColumn<StepOfGroup>> {
    vec![
        Column::text("kind", column::kind())
            .for_people()
            .of(|one: &StepOfGroup| Cell::word(one.kind.zh(), one.kind.code())),
        Column::text("step", column::step())
            .of(|one: &StepOfGroup| Cell::coded(text::step_name(one.at), one.step.step)),
        Column::count("reached", column::reached()).of(|one: &StepOfGroup| Cell::Count(one.step.reached)),
        Column::rate("conversion", column::conversion())
            .of(|one: &StepOfGroup| if one.at == 0 { Cell::Blank } else { Cell::Rate(one.step.conversion) }),
        Column::rate("of_all", column::of_all()).of(|one: &StepOfGroup| Cell::Rate(one.step.of_all)),
        Column::days("median_days", column::median_days())
            .of(|one: &StepOfGroup| if one.at == 0 { Cell::Blank } else { Cell::Mean(one.step.median_days) }),
    ]
}

fn funnel_section(steps: &[StepOfGroup]) -> Section {
    let chart = Chart::new(ChartKind::Bars, "step", &["reached"]).series_by("kind");
    Columns::from(step_columns()).section(FUNNEL, text::funnel_name(), steps).with_chart(chart)
}

/// The key of the funnel of all.
pub const FUNNEL: &str = "funnel";

/// The funnel of every group, for whoever opens the figures.
fn funnels_section(steps: &[StepOfGroup]) -> Section {
    let place = Column::place("place", column::group()).for_people();
    let mut columns = vec![place.of(|one: &StepOfGroup| one.place.cell())];
    columns.extend(step_columns());
    Columns::from(columns).section("funnels", text::funnels_name(), steps).as_detail()
}

/// The groups, each with its own steps.
fn with_funnels(mut groups: Vec<Value>, steps: &Section) -> Vec<Value> {
    let steps = steps.items();
    for (group, steps) in groups.iter_mut().zip(steps.chunks(STEPS)) {
        group["funnel"] = steps.into();
    }
    groups
}
