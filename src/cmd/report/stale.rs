//! Claims to chase: those that nobody has begun for as long as the campaign of their need says, and, for workbooks of their own, those
//! whose day has passed.

use std::collections::BTreeMap;

use serde_json::json;

use super::analysis::Analysis;
use super::context::ReportContext;
use crate::desk::values;
use crate::figures::days_between;
use crate::lang::follow::{self as text, list_of_days};
use crate::lang::report::{self, column};
use crate::model::day::Day;
use crate::model::words::NeedKind;
use crate::output::Cell;
use crate::output::report::{Column, Columns, Section};
use crate::privacy;
use crate::store::campaign::Limits;
use crate::store::claimant::Named;
use crate::store::find::Orgs;
use crate::store::running::{self, Running};

/// A claimant's claim as it is chased.
struct Chased {
    code: String,
    number: Option<i64>,
    content: String,
    place: String,
    claimant: Named,
    unit: String,
    claimed_on: Day,
    /// The day that has passed, or since when nothing was done.
    since: Day,
    days: i64,
}

/// Adds the stale claims where a campaign says after how many days a claim is one; with `split`, the overdue claims of
/// each organisation.
pub fn add(
    kind: Option<NeedKind>,
    split: bool,
    context: &ReportContext<'_>,
    analysis: &mut Analysis,
) -> anyhow::Result<()> {
    let campaign = context.given_campaign().map(|campaign| campaign.id);
    let limits = Limits::stale(context.session)?.only(campaign);
    analysis.key("stale_after", context.campaign.as_ref().and_then(|campaign| campaign.stale_days))?;
    if limits.is_empty() && !split {
        analysis.key("stale", Vec::<()>::new())?;
        return Ok(());
    }
    let (orgs, within, day) = (Orgs::load(context.session)?, context.within(), context.day);
    let (mut stale, mut overdue): (Vec<Chased>, BTreeMap<String, Vec<Chased>>) = (Vec::new(), BTreeMap::new());
    running::each(context.session, day, |one| {
        let is_wanted = kind.is_none_or(|kind| kind == one.kind)
            && within.has(one.place)
            && (campaign.is_none() || campaign == one.campaign);
        if !is_wanted {
            return;
        }
        let waited = days_between(one.touched_on, day);
        if let Some(after) = limits.of(one.campaign)
            && !one.is_begun
            && waited > i64::from(after)
        {
            stale.push(chased(&one, one.touched_on, waited, &orgs, context));
        }
        if let Some(deadline) = one.deadline.filter(|deadline| split && *deadline < day) {
            let late = chased(&one, deadline, days_between(deadline, day), &orgs, context);
            let unit = if late.unit.is_empty() { report::no_org() } else { late.unit.clone() };
            overdue.entry(unit).or_default().push(late);
        }
    })?;
    stale.sort_by(|one, other| other.days.cmp(&one.days).then_with(|| one.code.cmp(&other.code)));
    let mut section = section("stale", text::stale_claims(), column::since(), text::c_waited(), &stale);
    analysis.key("stale", section.items())?;
    if !limits.is_empty() {
        section.notes.push(text::stale_rule(list_of_days(&limits.days())));
        analysis.sections.push(section);
    }
    for (unit, mut claims) in overdue {
        claims.sort_by(|one, other| other.days.cmp(&one.days).then_with(|| one.code.cmp(&other.code)));
        let section = self::section("claims", text::overdue_claims(), column::due(), column::days_over(), &claims);
        analysis.split.entry(unit).or_default().push(section);
    }
    Ok(())
}

fn chased(one: &Running, since: Day, days: i64, orgs: &Orgs, context: &ReportContext<'_>) -> Chased {
    let mut claimant = one.named();
    values::mask_typed(&mut claimant);
    Chased {
        code: one.code.to_string(),
        number: one.number,
        content: privacy::mask_private(&one.text, &[]),
        place: context.places.path(one.place),
        claimant,
        unit: one.org.map(|org| orgs.name(org).to_owned()).unwrap_or_default(),
        claimed_on: one.claimed_on,
        since,
        days,
    }
}

fn section(key: &'static str, title: String, since: String, days: String, claims: &[Chased]) -> Section {
    let columns: Columns<Chased> = vec![
        Column::text("code", column::code()).of(|one: &Chased| Cell::text_of(one.code.as_str())),
        Column::count("number", text::c_number()).of(|one: &Chased| one.number.map_or(Cell::Blank, Cell::Count)),
        Column::text("content", column::content()).of(|one: &Chased| Cell::text_of(one.content.as_str())),
        Column::place("place", column::place()).of(|one: &Chased| Cell::text_of(one.place.as_str())),
        Column::text("claimants", column::claimants())
            .of(|one: &Chased| Cell::coded(one.claimant.name.as_str(), json!([one.claimant]))),
        Column::text("org", text::c_unit()).of(|one: &Chased| Cell::text_of(one.unit.as_str())),
        Column::day("claimed_on", text::c_claimed_on()).of(|one: &Chased| Cell::day(Some(one.claimed_on))),
        Column::day("since", since).of(|one: &Chased| Cell::day(Some(one.since))),
        Column::days("days", days).of(|one: &Chased| Cell::Count(one.days)),
    ]
    .into();
    columns.section(key, title, claims)
}
