//! `report supply --pool`: the wishes that nobody has claimed for too long, offered to everyone (领办大厅).

use super::analysis::Analysis;
use super::context::ReportContext;
use super::needs::{self, Wanted};
use crate::figures::days_between;
use crate::figures::progress::{Stage, stage};
use crate::lang::follow::{self as text, list_of_days};
use crate::lang::report::column;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::words::NeedKind;
use crate::output::Cell;
use crate::output::report::{Column, Columns};
use crate::privacy;
use crate::store::campaign::Limits;
use crate::store::find;

/// A wish as it is offered: nothing that the wall does not show.
struct Offered {
    number: Option<i64>,
    code: String,
    content: String,
    left: i64,
    place: String,
    published_on: Day,
    days: i64,
}

/// Errors: nobody says after how many days (exit 2).
pub fn build(after: Option<u32>, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
    let campaign = context.given_campaign();
    let limits = Limits::pool(context.session)?.only(campaign.map(|campaign| campaign.id));
    if after.is_none() && limits.is_empty() {
        return Err(stop(Exit::Usage, text::no_pool_limit()));
    }
    let limit = |campaign: Option<i64>| after.or_else(|| limits.of(campaign));
    let wanted = Wanted { kind: Some(NeedKind::Wish), campaign: campaign.map(|campaign| campaign.id), words: true };
    let mut waiting: Vec<(i64, i64, i64)> = Vec::new();
    needs::each(context, wanted, |need, taken| {
        let is_open = matches!(stage(need, taken, context.day), Some(Stage::Open | Stage::PartlyClaimed));
        let waited = need.published_on.filter(|_| is_open).map(|published| days_between(published, context.day));
        if let (Some(days), Some(after)) = (waited, limit(need.campaign))
            && days >= i64::from(after)
        {
            waiting.push((days, need.id, need.quantity - taken.live));
        }
    })?;
    waiting.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    let offered = |&(days, id, left): &(i64, i64, i64)| -> anyhow::Result<Option<Offered>> {
        let need = find::need_by_id(context.session, id)?;
        let text = need.wording.as_deref().or(need.content.as_deref()).unwrap_or_default();
        Ok(need.published_on.map(|published_on| Offered {
            number: need.number,
            code: need.code.to_string(),
            content: privacy::mask_private(text, &[]),
            left,
            place: context.places.path(need.place_id),
            published_on,
            days,
        }))
    };
    let offered: Vec<Option<Offered>> = waiting.iter().map(offered).collect::<anyhow::Result<_>>()?;
    let offered: Vec<Offered> = offered.into_iter().flatten().collect();
    let mut analysis = Analysis::of_day(text::pool_title(context.day_of_needs()), context.day, campaign)?;
    let section = columns().section("pool", text::pool(), &offered);
    let of_campaign = || context.campaign.as_ref().and_then(|campaign| campaign.pool_days);
    analysis.key("pool_after", after.or_else(of_campaign))?;
    analysis.key("pool", section.items())?;
    analysis.sections.push(section);
    analysis.rules.push(text::pool_rule(list_of_days(&after.map_or_else(|| limits.days(), |after| vec![after]))));
    Ok(analysis)
}

fn columns() -> Columns<Offered> {
    vec![
        Column::count("number", text::c_number()).of(|one: &Offered| one.number.map_or(Cell::Blank, Cell::Count)),
        Column::text("code", column::code()).of(|one: &Offered| Cell::text_of(one.code.as_str())),
        Column::text("content", column::content()).of(|one: &Offered| Cell::text_of(one.content.as_str())),
        Column::count("left", text::c_left()).of(|one: &Offered| Cell::Count(one.left)),
        Column::place("place", column::place()).of(|one: &Offered| Cell::text_of(one.place.as_str())),
        Column::day("published_on", text::c_published()).of(|one: &Offered| Cell::day(Some(one.published_on))),
        Column::days("days", text::c_waited()).of(|one: &Offered| Cell::Count(one.days)),
    ]
    .into()
}
