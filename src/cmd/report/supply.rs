//! `report supply`: open needs against the people still without one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::built::{Built, Check};
use super::ground::Ground;
use super::needs::{self, Wanted};
use super::shared::Shared;
use crate::figures::progress::{Stage, stage};
use crate::figures::supply::{Reached, Supply};
use crate::lang::{cmd, report as text, word, yes_or_no};
use crate::model::day::Day;
use crate::model::words::{Claimant, Level, NeedKind};
use crate::output::report::{ChartKind, Section};
use crate::output::{Cell, Sheet};
use crate::quota::Facts;
use crate::store::Session;
use crate::store::campaign;
use crate::store::figures::{self, Counted, CountedClaim};
use crate::store::rows::QuotaRow;

#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default)]
pub struct Args {
    /// The level of places that the figures are grouped by; by default the one below the office
    #[arg(long, value_name = "GROUP")]
    pub by: Option<ByLevel>,
    /// The days before the as-of day that the pace is taken from
    #[arg(long, value_name = "DAYS", default_value_t = PACE_DAYS, value_parser = clap::value_parser!(i64).range(1..=3650))]
    pub pace_days: i64,
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

/// The pace is taken from so many days.
pub const PACE_DAYS: i64 = 30;

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ByLevel {
    District,
    Street,
    Community,
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

#[derive(Serialize)]
struct QuotaJson {
    r#for: &'static str,
    need_kind: NeedKind,
    groups: Vec<GroupJson>,
    total: SupplyJson,
}

#[derive(Serialize)]
struct GroupJson {
    place: String,
    #[serde(flatten)]
    supply: SupplyJson,
}

#[derive(Serialize)]
struct SupplyJson {
    unmet: i64,
    owed: i64,
    open: i64,
    coming: i64,
    missing: i64,
    met_lately: i64,
    reached: Reached,
    /// Whether that is within the campaign.
    in_time: bool,
}

pub fn build(args: &Args, ground: &Ground<'_>) -> anyhow::Result<Built> {
    let (campaign, as_of) = (ground.campaign()?, ground.day_of_campaign()?);
    let mut built = Built { title: text::supply_title(&campaign.name, as_of), ..Built::default() };
    built.key("as_of", as_of.to_string())?;
    built.key("campaign", &campaign.name)?;
    built.key("pace_days", args.pace_days)?;
    let groups = ground.at_level(args.by.map_or(ground.level_below(), ByLevel::level));
    let asked = campaign::quotas(ground.conn, campaign.id)?;
    let (period, lately) = ((campaign.from_day, campaign.until_day, as_of), as_of.before(args.pace_days));
    let people = |conn: &Session| asked.iter().map(|quota| Debtors::load(conn, quota, period, lately)).collect();
    let (open, people): (_, Vec<Debtors>) = ground.at_once(|_| open_needs(ground, &groups), people)?;
    let mut quotas = Vec::new();
    for (quota, debtors) in asked.iter().zip(&people) {
        let mut supplies = debtors.supplies(quota, ground, &groups);
        for ((kind, place), (open, coming)) in &open {
            if *kind == quota.need_kind {
                let supply = supplies.entry(*place).or_default();
                (supply.open, supply.coming) = (*open, *coming);
            }
        }
        quotas.push(told(args, quota, supplies, ground, &mut built)?);
    }
    built.key("quotas", quotas)?;
    built.rules.push(text::supply_rule(args.pace_days));
    built.rules.push(cmd::as_of_line(&campaign.name, campaign.from_day, campaign.until_day, as_of));
    Ok(built)
}

fn group(groups: &[i64], place: i64) -> i64 {
    usize::try_from(place).ok().and_then(|at| groups.get(at)).copied().unwrap_or(place)
}

/// By kind and group: the quantity that waits to be claimed, and what is on its way to the wall.
fn open_needs(ground: &Ground<'_>, groups: &[i64]) -> anyhow::Result<BTreeMap<(NeedKind, i64), (i64, i64)>> {
    let mut open: BTreeMap<(NeedKind, i64), (i64, i64)> = BTreeMap::new();
    needs::each(ground, Wanted::default(), |need, taken| {
        let counts = open.entry((need.kind, group(groups, need.place))).or_default();
        match stage(need, taken, ground.day) {
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
        conn: &Session,
        quota: &QuotaRow,
        (from, until, as_of): (Day, Day, Day),
        lately: Day,
    ) -> anyhow::Result<Debtors> {
        let mut debtors = Debtors::default();
        let Debtors { facts, earlier } = &mut debtors;
        figures::each_of_class(conn, quota.claimant, &quota.class, |id| facts.owes(id))?;
        figures::each_registered(conn, quota.claimant, as_of, |id, place| facts.registered(id, place))?;
        let counted = Counted {
            need_kind: quota.need_kind,
            counting: quota.counting,
            joint: quota.joint,
            from,
            as_of: as_of.min(until),
        };
        let is_late = |claim: &CountedClaim<'_, '_>| Ok(claim.day()? > lately);
        figures::each_counted(conn, quota.claimant, &counted, is_late, |id, is_late| {
            facts.claimed(id);
            if !is_late {
                earlier.claimed(id);
            }
        })?;
        Ok(debtors)
    }

    /// By group: who has not met the quota, and who has lately.
    fn supplies(&self, quota: &QuotaRow, ground: &Ground<'_>, groups: &[i64]) -> BTreeMap<i64, Supply> {
        let within = ground.within();
        let mut supplies: BTreeMap<i64, Supply> = BTreeMap::new();
        for standing in self.facts.standings(quota.at_least).filter(|standing| within.has(standing.place)) {
            let supply = supplies.entry(group(groups, standing.place)).or_default();
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

/// The table and the keys of one quota.
fn told(
    args: &Args,
    quota: &QuotaRow,
    supplies: BTreeMap<i64, Supply>,
    ground: &Ground<'_>,
    built: &mut Built,
) -> anyhow::Result<QuotaJson> {
    let (campaign, as_of) = (ground.campaign()?, ground.day_of_campaign()?);
    let name = cmd::whose_quota(
        word(quota.claimant.zh(), quota.claimant.code()),
        word(quota.need_kind.zh(), quota.need_kind.code()),
    );
    let mut rows: Vec<(String, Supply)> = supplies
        .into_iter()
        .filter(|(_, supply)| *supply != Supply::default())
        .map(|(place, supply)| (ground.places.path(place), supply))
        .collect();
    // Where the most are missing first.
    rows.sort_by(|one, other| other.1.missing().cmp(&one.1.missing()).then_with(|| one.0.cmp(&other.0)));
    let mut total = Supply::default();
    rows.iter().for_each(|(_, supply)| total.absorb(supply));
    for (place, supply) in &rows {
        let what = format!("{place} {}", text::unmet());
        built.checks.push(Check::at_most(what, supply.unmet, text::owed(), supply.owed));
    }
    let json = |supply: &Supply| {
        let reached = supply.reached(as_of, args.pace_days);
        SupplyJson {
            unmet: supply.unmet,
            owed: supply.owed,
            open: supply.open,
            coming: supply.coming,
            missing: supply.missing(),
            met_lately: supply.met_lately,
            reached,
            in_time: match reached {
                Reached::Already => true,
                Reached::On(day) => day <= campaign.until_day,
                Reached::Never => false,
            },
        }
    };
    let mut sheet = Sheet::new(text::supply_heads());
    for (place, supply) in rows.iter().map(|(place, supply)| (place.clone(), supply)).chain([(cmd::total(), &total)]) {
        sheet.rows.push(row(&name, place, &json(supply)));
    }
    let section = Section::new(&name, sheet.sums([2, 3, 4, 5, 7])).with_chart(ChartKind::Bars, 1, &[3, 4]);
    built.sections.push(section.with_total());
    let groups = rows.iter().map(|(place, supply)| GroupJson { place: place.clone(), supply: json(supply) });
    Ok(QuotaJson {
        r#for: if quota.claimant == Claimant::Org { "orgs" } else { "members" },
        need_kind: quota.need_kind,
        groups: groups.collect(),
        total: json(&total),
    })
}

fn row(name: &str, place: String, supply: &SupplyJson) -> Vec<Cell> {
    let reached = match supply.reached {
        Reached::Already => text::reached_already(),
        Reached::On(day) => day.to_string(),
        Reached::Never => text::reached_never(),
    };
    vec![
        Cell::text_of(name),
        Cell::text_of(place),
        Cell::Count(supply.unmet),
        Cell::Count(supply.owed),
        Cell::Count(supply.open),
        Cell::Count(supply.coming),
        Cell::Count(supply.missing),
        Cell::Count(supply.met_lately),
        Cell::text_of(reached),
        Cell::text_of(yes_or_no(supply.in_time)),
    ]
}
