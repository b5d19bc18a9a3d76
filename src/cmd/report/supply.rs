//! `report supply`: open needs against the people still without one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::analysis::Analysis;
use super::checks::Check;
use super::context::{PlaceGroups, ReportContext};
use super::name::Name;
use super::needs::{self, Wanted};
use super::pool;
use super::quota;
use super::shared::Shared;
use crate::figures::progress::{Stage, stage};
use crate::figures::supply::{Reached, Supply};
use crate::lang::report::{self as text, column};
use crate::lang::values;
use crate::model::day::Day;
use crate::model::words::{Level, NeedKind};
use crate::output::Cell;
use crate::output::report::{Chart, ChartKind, Column, Columns, Section};
use crate::quota::Facts;
use crate::store::figures::{self, Counted, CountedClaim};
use crate::store::rows::QuotaRow;
use crate::store::{Session, campaign};

#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default)]
pub struct Args {
    /// The level of places that the figures are grouped by; by default the one below the office
    #[arg(long, value_name = "GROUP")]
    pub by: Option<ByLevel>,
    /// The days before the as-of day that the pace is taken from
    #[arg(long, value_name = "DAYS", default_value_t = PACE_DAYS, value_parser = clap::value_parser!(i64).range(1..=3650))]
    pub pace_days: i64,
    /// Only the wishes that nobody has claimed for too long, which are offered to everyone
    #[arg(long, conflicts_with_all = ["by", "pace_days"])]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub pool: bool,
    /// How long is too long, in days after publishing; by default the campaign's own limit
    #[arg(long, value_name = "DAYS", requires = "pool", value_parser = clap::value_parser!(u32).range(1..=3650))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pool_after: Option<u32>,
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

/// The pace is taken from so many days.
pub const PACE_DAYS: i64 = 30;

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ByLevel {
    #[value(aliases = values::DISTRICT)]
    District,
    #[value(aliases = values::STREET)]
    Street,
    #[value(aliases = values::COMMUNITY)]
    Community,
    #[value(aliases = values::STATION)]
    Station,
}

impl ByLevel {
    pub fn level(self) -> Level {
        match self {
            ByLevel::District => Level::District,
            ByLevel::Street => Level::Street,
            ByLevel::Community => Level::Community,
            ByLevel::Station => Level::Station,
        }
    }
}

/// One quota in the document.
#[derive(Serialize)]
struct QuotaJson {
    r#for: &'static str,
    need_kind: NeedKind,
    groups: Vec<Value>,
    total: Value,
}

/// A group's needs against the people who still owe, as the table has it.
struct Group {
    place: Name,
    supply: Supply,
    /// Needs that are still to be collected and published for it; of the total, for all groups.
    missing: i64,
    /// When all will have claimed at this pace.
    reached: Reached,
    /// Whether that is within the campaign.
    in_time: bool,
}

pub fn build(args: &Args, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
    if args.pool {
        return pool::build(args.pool_after, context);
    }
    let as_of = context.day_of_campaign()?;
    // The needs of a campaign that is over are those of its last day, as its quotas are.
    let on_last_day = (as_of != context.day).then(|| context.on(as_of));
    let context = on_last_day.as_ref().unwrap_or(context);
    let campaign = context.campaign()?;
    let title = text::supply_title(&campaign.name, as_of);
    let mut analysis = Analysis::of_day(title, as_of, Some(campaign))?;
    analysis.key("pace_days", args.pace_days)?;
    let groups = context.at_level(args.by.map_or(context.level_below(), ByLevel::level));
    let quotas = campaign::quotas(context.session, campaign.id)?;
    let (period, lately) = ((campaign.from_day, campaign.until_day, as_of), as_of.before(args.pace_days));
    let debtors =
        |session: &Session| quotas.iter().map(|quota| Debtors::load(session, quota, period, lately)).collect();
    let (open, debtors): (_, Vec<Debtors>) = context.at_once(|_| open_needs(context, &groups), debtors)?;
    let mut documents = Vec::new();
    for (quota, debtors) in quotas.iter().zip(&debtors) {
        let mut supplies = debtors.supplies(quota, context, &groups);
        for ((_, place), (open, coming)) in open.iter().filter(|((kind, _), _)| *kind == quota.need_kind) {
            let supply = supplies.entry(*place).or_default();
            (supply.open, supply.coming) = (*open, *coming);
        }
        supplies.retain(|_, supply| *supply != Supply::default());
        let supplies = with_missing(&supplies, context);
        let pace = Pace { days: args.pace_days, as_of, until: campaign.until_day };
        documents.push(analyse(quota, supplies, pace, &mut analysis));
    }
    analysis.key("quotas", documents)?;
    analysis.rules.push(text::supply_rule(args.pace_days));
    analysis.rules.extend(context.campaign_lines()?);
    Ok(analysis)
}

/// The path of each group, with what is missing there. What is left over in a place goes to those who belong to a wider one, as
/// an organisation to its street: to the nearest first.
fn with_missing(supplies: &BTreeMap<i64, Supply>, context: &ReportContext<'_>) -> Vec<(String, Supply, i64)> {
    let mut missing: BTreeMap<i64, i64> = supplies.iter().map(|(place, supply)| (*place, supply.missing())).collect();
    for (place, supply) in supplies {
        let (mut left, mut wider) = (supply.left_over(), context.places.parent(*place));
        while let Some(place) = wider.filter(|_| left > 0) {
            if let Some(missing) = missing.get_mut(&place) {
                let taken = left.min(*missing);
                *missing -= taken;
                left -= taken;
            }
            wider = context.places.parent(place);
        }
    }
    let of = |(place, supply): (&i64, &Supply)| {
        (context.places.path(*place), *supply, missing.get(place).copied().unwrap_or_default())
    };
    supplies.iter().map(of).collect()
}

/// By kind and group: the quantity that waits to be claimed, and what is on its way to the wall.
fn open_needs(
    context: &ReportContext<'_>,
    groups: &PlaceGroups,
) -> anyhow::Result<BTreeMap<(NeedKind, i64), (i64, i64)>> {
    let mut open: BTreeMap<(NeedKind, i64), (i64, i64)> = BTreeMap::new();
    needs::each(context, Wanted::default(), |need, taken| {
        let counts = open.entry((need.kind, groups.of(need.place))).or_default();
        match stage(need, taken, context.day) {
            Some(Stage::Open | Stage::PartlyClaimed) => counts.0 += need.quantity - taken.live,
            Some(Stage::Collected | Stage::NeedsInfo | Stage::Verified) => counts.1 += need.quantity,
            _ => {}
        }
    })?;
    Ok(open)
}

/// Who owes, and what each has claimed until of late.
#[derive(Default)]
struct Debtors {
    facts: Facts,
    /// The counted claims that are not of late.
    earlier: Facts,
}

impl Debtors {
    fn load(
        session: &Session,
        quota: &QuotaRow,
        (from, until, as_of): (Day, Day, Day),
        lately: Day,
    ) -> anyhow::Result<Debtors> {
        let mut debtors = Debtors::default();
        let Debtors { facts, earlier } = &mut debtors;
        figures::each_of_class(session, quota.claimant, &quota.class, |id| facts.owes(id))?;
        figures::each_registered(session, quota.claimant, as_of, |id, place| facts.registered(id, place))?;
        let counted = Counted {
            need_kind: quota.need_kind,
            counting: quota.counting,
            joint: quota.joint,
            from,
            as_of: as_of.min(until),
        };
        let is_late = |claim: &CountedClaim<'_, '_>| Ok(claim.day()? > lately);
        figures::each_counted(session, quota.claimant, &counted, is_late, |id, is_late| {
            facts.claimed(id);
            if !is_late {
                earlier.claimed(id);
            }
        })?;
        Ok(debtors)
    }

    /// By group: who has not met the quota, and who has lately.
    fn supplies(&self, quota: &QuotaRow, context: &ReportContext<'_>, groups: &PlaceGroups) -> BTreeMap<i64, Supply> {
        let within = context.within();
        let mut supplies: BTreeMap<i64, Supply> = BTreeMap::new();
        for standing in self.facts.standings(quota.at_least).filter(|standing| within.has(standing.place)) {
            let supply = supplies.entry(groups.of(standing.place)).or_default();
            if standing.met {
                let met_before = self.earlier.claims_of(standing.id) >= quota.at_least;
                supply.met_lately += i64::from(!met_before);
            } else {
                supply.unmet += 1;
                supply.owed += quota.at_least - standing.claims;
            }
        }
        supplies
    }
}

/// What the days that are reckoned depend on.
#[derive(Clone, Copy)]
struct Pace {
    days: i64,
    as_of: Day,
    /// The campaign's last day.
    until: Day,
}

impl Pace {
    fn group(self, place: Name, supply: Supply, missing: i64) -> Group {
        let reached = supply.reached(self.as_of, self.days);
        let in_time = match reached {
            Reached::Already => true,
            Reached::On(day) => day <= self.until,
            Reached::Never => false,
        };
        Group { place, supply, missing, reached, in_time }
    }
}

/// The section of one quota, and its document.
fn analyse(quota: &QuotaRow, supplies: Vec<(String, Supply, i64)>, pace: Pace, analysis: &mut Analysis) -> QuotaJson {
    let mut total = Supply::default();
    supplies.iter().for_each(|(_, supply, _)| total.absorb(supply));
    let missing = supplies.iter().map(|(.., missing)| missing).sum();
    let mut groups: Vec<Group> =
        supplies.into_iter().map(|(place, supply, missing)| pace.group(Name::own(place), supply, missing)).collect();
    // Where the most are missing first.
    groups.sort_by(|one, other| other.missing.cmp(&one.missing).then_with(|| one.place.cmp(&other.place)));
    for Group { place, supply, .. } in &groups {
        let what = format!("{place} {}", column::unmet());
        analysis.checks.push(Check::at_most(what, supply.unmet, column::owed(), supply.owed));
    }
    let mut section = section(quota::name_of(quota), &groups, &pace.group(Name::total(), total, missing));
    section.of = Some(quota::code_of(quota));
    let document = QuotaJson {
        r#for: quota::whose(quota),
        need_kind: quota.need_kind,
        groups: section.items(),
        total: section.total(),
    };
    analysis.sections.push(section);
    document
}

fn section(quota: String, groups: &[Group], total: &Group) -> Section {
    let name = quota.clone();
    let count = |column: Column, of: fn(&Supply) -> i64| column.of(move |group: &Group| Cell::Count(of(&group.supply)));
    let columns: Columns<Group> = vec![
        Column::text("quota", column::quota())
            .for_people()
            .repeats_title()
            .of(move |_: &Group| Cell::text_of(name.as_str())),
        Column::place("place", column::group()).of_items().of(|group: &Group| group.place.cell()),
        count(Column::count("unmet", column::unmet()).sum(), |supply| supply.unmet),
        count(Column::count("owed", column::owed()).sum(), |supply| supply.owed),
        count(Column::count("open", column::open()).sum(), |supply| supply.open),
        count(Column::count("coming", column::coming()).sum(), |supply| supply.coming),
        // What one group has too many of does not help another.
        Column::count("missing", column::missing()).sum().of(|group: &Group| Cell::Count(group.missing)),
        count(Column::count("met_lately", column::met_lately()).sum(), |supply| supply.met_lately),
        Column::day("reached", column::reached_on()).of(|group: &Group| reached(group.reached)),
        Column::text("in_time", column::in_time()).of(|group: &Group| Cell::yes_or_no(group.in_time)),
    ]
    .into();
    let chart = Chart::new(ChartKind::Bars, "place", &["owed", "open"]);
    columns.section("supply", quota, groups).with_total(columns.cells(total)).with_chart(chart)
}

fn reached(reached: Reached) -> Cell {
    let text = match reached {
        Reached::Already => text::reached_already(),
        Reached::On(day) => day.to_string(),
        Reached::Never => text::reached_never(),
    };
    Cell::coded(text, serde_json::to_value(reached).unwrap_or_default())
}
