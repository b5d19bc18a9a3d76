//! `report activity`: what happened in a period, by day, and who did it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::analysis::Analysis;
use super::checks::Check;
use super::context::ReportContext;
use super::needs::{self, Wanted};
use super::period::{Period, cut_short, last_day};
use super::shared::Shared;
use crate::figures::activity::{Calendar, Counts, MOST_DAYS, What, verb};
use crate::figures::by_id::ById;
use crate::lang::report::{self as text, column};
use crate::lang::{self, cmd, comma};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::words::ClaimState;
use crate::output::Cell;
use crate::output::report::{Chart, ChartKind, Column, Columns, Section};
use crate::store::figures::activity::{Done, Event, each_claim, each_entry, each_event, each_need, operators};
use crate::store::rows::NeedRow;
use crate::store::{Session, reopening};

/// How many days are listed unless a period is given.
const DAYS: i64 = 7;
/// How many events a workbook lists.
const MOST_EVENTS: i64 = 200_000;
#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Args {
    /// The first day; by default the last seven days are listed
    #[arg(long, value_name = "DAY")]
    pub from: Option<Day>,
    /// The last day; by default the day of the report
    #[arg(long, value_name = "DAY")]
    pub until: Option<Day>,
    /// Of the commands, only those of these operators
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_operator: Vec<String>,
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

/// What an operator did with one command.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Work {
    entries: i64,
    records: i64,
}

/// The commands of the period.
#[derive(Debug, Default)]
struct Log {
    work: BTreeMap<(String, String), Work>,
    total: Work,
    entries: Vec<Done>,
}

/// A day or a month.
type CalendarRow = (String, Counts);

/// An operator, a command, and what was done with it.
type WorkRow = (String, String, Work);

pub fn build(args: &Args, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
    let last = last_day(&args.shared, context)?;
    let given = Period::new(args.from, args.until, last)?;
    let (from, until) = (given.from.unwrap_or_else(|| first_of(given.until)), given.until);
    let campaign = context.given_campaign();
    let (calendar, needs) = calendar(context, campaign.map(|campaign| campaign.id), from, until)?;
    let opens = args.shared.form.answer.opens_to_rows()?;
    let log = log(args, context, (from, until), opens)?;
    let title = text::activity_title(context.of_given_campaign(text::period(from, until)));
    let mut analysis = Analysis::of_day(title, context.day, campaign)?;
    analysis.warnings.extend(cut_short(args.until, last));
    analysis.key("from", from)?;
    analysis.key("until", until)?;
    analyse(&calendar, &log, &mut analysis)?;
    if opens {
        analysis.sections.push(entries_section(&log));
        let listed = number(&log.entries);
        analysis.checks.push(Check::equal(text::entries_name(), listed, cmd::total(), log.total.entries));
        open_days(&mut analysis, context, &calendar, &needs, (from, until))?;
    }
    Ok(analysis)
}

fn analyse(calendar: &Calendar, log: &Log, analysis: &mut Analysis) -> anyhow::Result<()> {
    let (days, work) = (days_section(calendar), work_section(log));
    analysis.key("by", if calendar.by_month { "month" } else { "day" })?;
    analysis.key("days", days.items())?;
    analysis.key("total", days.total())?;
    analysis.key("operators", work.items())?;
    analysis.key("operators_total", work.total())?;
    analysis.sections = vec![days, work];
    analysis.rules.push(text::activity_rule());
    if calendar.by_month {
        analysis.rules.push(text::activity_by_month(MOST_DAYS));
    }
    analysis.rules.push(text::activity_log_rule());
    Ok(())
}

/// The first of the days that are listed unless others are given.
fn first_of(until: Day) -> Day {
    let date = until.date().saturating_sub(jiff::Span::new().days(DAYS - 1));
    Day::new(date).unwrap_or(until)
}

/// The needs that a report is of; none where it is of all.
type Needs = Option<ById<()>>;

/// What happened by the dates on the records, up to the report's day; and the needs that it is counted of.
fn calendar(
    context: &ReportContext<'_>,
    campaign: Option<i64>,
    from: Day,
    until: Day,
) -> anyhow::Result<(Calendar, Needs)> {
    let wanted = Wanted { kind: None, campaign, words: false };
    let mut needs: Needs = None;
    if !wanted.is_every(context) {
        let among = needs.insert(ById::default());
        needs::each_wanted(context, wanted, |need| among.put(need.id, ()))?;
    }
    let is_wanted = |need: i64| needs.as_ref().is_none_or(|needs| needs.get(need).is_some());
    let so_far = |on: Option<Day>| on.filter(|on| *on <= context.day);
    let mut calendar = Calendar::new(from, until);
    let of_needs = |session: &Session| {
        each_need(session, (from, until), |need, days| {
            let whats = [What::Collected, What::Verified, What::Published, What::Closed];
            for (what, on) in whats.into_iter().zip(days).filter(|_| is_wanted(need)) {
                calendar.add(what, so_far(on));
            }
        })?;
        Ok(calendar)
    };
    let of_claims = move |session: &Session| {
        let mut claims = Vec::new();
        each_claim(session, (from, until), |need, state, days| claims.push((need, state, days)))?;
        Ok(claims)
    };
    let (mut calendar, claims) = context.at_once(of_needs, of_claims)?;
    for closing in closed_before(context)?.iter().filter(|closing| is_wanted(closing.need_id)) {
        calendar.add(What::Closed, so_far(Some(closing.day)));
    }
    for (_, state, [claimed, completed, confirmed, ended]) in claims.into_iter().filter(|(need, ..)| is_wanted(*need)) {
        let ended_as = |wanted: ClaimState| ended.filter(|_| state == wanted);
        for (what, on) in [
            (What::Claimed, claimed),
            (What::Completed, completed),
            (What::Confirmed, confirmed),
            (What::Released, ended_as(ClaimState::Released)),
            (What::Revoked, ended_as(ClaimState::Revoked)),
        ] {
            calendar.add(what, so_far(on));
        }
    }
    Ok((calendar, needs))
}

/// When needs were closed that were reopened later, which their own days no longer show.
fn closed_before(context: &ReportContext<'_>) -> anyhow::Result<Vec<Event>> {
    let mut before: BTreeMap<(Day, i64), NeedRow> = BTreeMap::new();
    reopening::each(context.session, context.entry, |was| {
        if let Some(day) = was.closed_on() {
            before.insert((day, was.need.id), was.need);
        }
    })?;
    let event = |((day, id), need): ((Day, i64), NeedRow)| Event {
        day,
        what: What::Closed.code().to_owned(),
        need_id: id,
        need: need.code,
        place: need.place_id,
        claim: None,
    };
    Ok(before.into_iter().map(event).collect())
}

/// What the log contains of the period. Errors: an operator whom it doesn't name (exit 3).
fn log(args: &Args, context: &ReportContext<'_>, (from, until): (Day, Day), keep: bool) -> anyhow::Result<Log> {
    let names: Vec<&str> = args.by_operator.iter().map(|name| name.trim()).collect();
    if !names.is_empty() {
        let operators = operators(context.session)?;
        if let Some(name) = names.iter().find(|name| !operators.iter().any(|operator| operator == *name)) {
            return Err(stop(Exit::Refused, text::unknown_operator(name, operators.join(comma()))));
        }
    }
    let mut log = Log::default();
    each_entry(context.session, (from, until.min(context.day)), context.entry, |done| {
        if !names.is_empty() && !names.contains(&done.operator.as_str()) {
            return;
        }
        let work = log.work.entry((done.operator.clone(), verb(&done.command).to_owned())).or_default();
        for work in [work, &mut log.total] {
            work.entries += 1;
            work.records += done.records;
        }
        if keep {
            log.entries.push(done);
        }
    })?;
    Ok(log)
}

fn number<T>(rows: &[T]) -> i64 {
    i64::try_from(rows.len()).unwrap_or(i64::MAX)
}

/// What a thing that happens is called above its column.
fn header(what: What) -> String {
    match what {
        What::Collected => column::happened_collected(),
        What::Verified => column::happened_verified(),
        What::Published => column::happened_published(),
        What::Claimed => column::happened_claimed(),
        What::Completed => column::happened_completed(),
        What::Confirmed => column::happened_confirmed(),
        What::Released => column::happened_released(),
        What::Revoked => column::happened_revoked(),
        What::Closed => column::happened_closed(),
    }
}

fn days_section(calendar: &Calendar) -> Section {
    let mut columns =
        vec![Column::day("day", column::day()).of_items().of(|row: &CalendarRow| Cell::text_of(row.0.as_str()))];
    columns.extend(What::ALL.map(|what| {
        Column::count(what.code(), header(what)).sum().of(move |row: &CalendarRow| Cell::Count(row.1[what as usize]))
    }));
    let columns = Columns::from(columns);
    let rows: Vec<CalendarRow> = calendar.names().into_iter().zip(calendar.rows.iter().copied()).collect();
    let name = if calendar.by_month { text::by_month_name() } else { text::by_day_name() };
    let chart = Chart::new(ChartKind::Line, "day", &["collected", "published", "claimed", "completed"]);
    let total = columns.cells(&(cmd::total(), calendar.total));
    columns.section("days", name, &rows).with_total(total).with_chart(chart)
}

fn work_section(log: &Log) -> Section {
    let columns: Columns<WorkRow> = vec![
        Column::text("operator", column::operator()).of_items().of(|row: &WorkRow| Cell::text_of(row.0.as_str())),
        Column::text("command", column::command()).of_items().of(|row: &WorkRow| match row.1.as_str() {
            "" => Cell::Blank,
            command => Cell::coded(lang::command(command), command),
        }),
        Column::count("entries", column::entries()).sum().of(|row: &WorkRow| Cell::Count(row.2.entries)),
        Column::count("records", column::records()).sum().of(|row: &WorkRow| Cell::Count(row.2.records)),
    ]
    .into();
    let row =
        |((operator, command), work): (&(String, String), &Work)| (operator.clone(), command.clone(), work.clone());
    let rows: Vec<WorkRow> = log.work.iter().map(row).collect();
    let total = columns.cells(&(cmd::total(), String::new(), log.total.clone()));
    columns.section("work", text::work_name(), &rows).with_total(total)
}

/// The entries that the operators' figures open to.
fn entries_section(log: &Log) -> Section {
    let columns: Columns<Done> = vec![
        Column::count("entry", column::entry()).of(|done: &Done| Cell::Count(done.entry)),
        Column::text("at", column::at()).of(|done: &Done| Cell::text_of(done.at.as_str())),
        Column::text("operator", column::operator()).of(|done: &Done| Cell::text_of(done.operator.as_str())),
        Column::text("command", column::command())
            .of(|done: &Done| Cell::coded(lang::command(&done.command), done.command.as_str())),
        Column::count("records", column::records()).of(|done: &Done| Cell::Count(done.records)),
    ]
    .into();
    columns.section("entries", text::entries_name(), &log.entries).as_detail()
}

/// Adds the events that the days' figures open to, as far as a sheet has room for them.
fn open_days(
    analysis: &mut Analysis,
    context: &ReportContext<'_>,
    calendar: &Calendar,
    needs: &Needs,
    (from, until): (Day, Day),
) -> anyhow::Result<()> {
    let total: i64 = calendar.total.iter().sum();
    if total > MOST_EVENTS {
        analysis.rules.push(text::too_many_events(total, MOST_EVENTS));
        return Ok(());
    }
    let mut events: Vec<(Event, String)> = Vec::new();
    let (last, mut before) = (until.min(context.day), closed_before(context)?);
    before.retain(|closing| (from..=last).contains(&closing.day));
    let mut one = |event: Event| {
        if needs.as_ref().is_none_or(|needs| needs.get(event.need_id).is_some()) {
            let place = context.places.path(event.place);
            events.push((event, place));
        }
    };
    each_event(context.session, (from, last), &mut one)?;
    before.into_iter().for_each(&mut one);
    events.sort_by_key(|(event, _)| event.day);
    let columns: Columns<(Event, String)> = vec![
        Column::day("day", column::day()).of(|(event, _): &(Event, String)| Cell::day(Some(event.day))),
        Column::text("event", column::event()).of(|(event, _): &(Event, String)| {
            let what = What::ALL.into_iter().find(|what| what.code() == event.what);
            Cell::text_of(what.map(header).unwrap_or_default())
        }),
        Column::text("need", column::need()).of(|(event, _): &(Event, String)| Cell::text_of(event.need.to_string())),
        Column::text("claim", column::claim())
            .of(|(event, _): &(Event, String)| Cell::from(event.claim.as_ref().map(ToString::to_string))),
        Column::place("place", column::place()).of(|(_, place): &(Event, String)| Cell::text_of(place.as_str())),
    ]
    .into();
    analysis.checks.push(Check::equal(text::events_name(), number(&events), cmd::total(), total));
    analysis.sections.push(columns.streamed("events", text::events_name(), events).as_detail());
    Ok(())
}
