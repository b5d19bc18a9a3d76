//! `report activity`: what happened in a period, by day, and who did it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::built::{Built, Check};
use super::ground::Ground;
use super::needs::{self, Wanted};
use super::period::{Period, last_day};
use super::shared::Shared;
use crate::figures::activity::{Calendar, Counts, MOST_DAYS, WHATS, What, verb};
use crate::figures::by_id::ById;
use crate::lang::{cmd, comma, report as text};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::words::ClaimState;
use crate::output::report::{ChartKind, Section};
use crate::output::{Cell, Sheet};
use crate::store::Session;
use crate::store::figures::activity::{Done, each_claim, each_entry, each_event, each_need, operators};

/// How many days are told unless a period is asked.
const DAYS: i64 = 7;
/// How many events a workbook lists.
const MOST_EVENTS: i64 = 200_000;
/// The things that happen, as JSON and the office file call them.
const KEYS: [&str; WHATS] =
    ["collected", "verified", "published", "claimed", "completed", "confirmed", "released", "revoked", "closed"];

#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Args {
    /// The first day; by default the last seven days are told
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
struct Work {
    entries: i64,
    records: i64,
}

#[derive(Serialize)]
struct WorkJson<'a> {
    operator: &'a str,
    command: &'a str,
    #[serde(flatten)]
    work: &'a Work,
}

/// The commands of the period.
#[derive(Debug, Default)]
struct Log {
    work: BTreeMap<(String, String), Work>,
    total: Work,
    entries: Vec<Done>,
}

pub fn build(args: &Args, ground: &Ground<'_>) -> anyhow::Result<Built> {
    let last = last_day(&args.shared, ground)?;
    let asked = Period::new(args.from, args.until, last)?;
    let (from, until) = (asked.from.unwrap_or_else(|| first_of(asked.until)), asked.until);
    let campaign = args.shared.campaign.as_ref().and(ground.campaign.as_ref());
    let (calendar, needs) = calendar(ground, campaign.map(|campaign| campaign.id), from, until)?;
    let keep = args.shared.form.answer.opens_to_rows()?;
    let log = log(args, ground, (from, until), keep)?;
    let mut built = Built { title: text::activity_title(text::period(from, until)), ..Built::default() };
    check(&calendar, &log, &mut built.checks);
    built.sections = vec![days_section(&calendar), work_section(&log)];
    if keep {
        built.sections.push(entries_section(&log));
        open_days(&mut built, ground, &calendar, &needs, (from, until))?;
    }
    built.key("as_of", ground.day.to_string())?;
    built.key("campaign", campaign.map(|campaign| &campaign.name))?;
    built.key("from", from)?;
    built.key("until", until)?;
    built.key("by", if calendar.by_month { "month" } else { "day" })?;
    let days: Vec<Value> = calendar
        .names()
        .into_iter()
        .zip(&calendar.rows)
        .map(|(name, counts)| counts_json(Some(name), counts))
        .collect();
    built.key("days", days)?;
    built.key("total", counts_json(None, &calendar.total))?;
    let work = log.work.iter().map(|((operator, command), work)| WorkJson { operator, command, work });
    built.key("operators", work.collect::<Vec<_>>())?;
    built.key("operators_total", &log.total)?;
    built.rules.push(text::activity_rule());
    if calendar.by_month {
        built.rules.push(text::activity_by_month(MOST_DAYS));
    }
    built.rules.push(text::activity_log_rule());
    Ok(built)
}

/// The first of the days that are told unless others are asked.
fn first_of(until: Day) -> Day {
    let date = until.date().saturating_sub(jiff::Span::new().days(DAYS - 1));
    Day::new(date).unwrap_or(until)
}

/// The needs that a report is of; none where it is of all.
type Needs = Option<ById<()>>;

/// What happened by the dates on the records, up to the report's day; and the needs that it is told of.
fn calendar(ground: &Ground<'_>, campaign: Option<i64>, from: Day, until: Day) -> anyhow::Result<(Calendar, Needs)> {
    let wanted = Wanted { kind: None, campaign, words: false };
    let mut needs: Needs = None;
    if !wanted.is_every(ground) {
        let known = needs.insert(ById::default());
        needs::each_wanted(ground, wanted, |need| known.put(need.id, ()))?;
    }
    let is_wanted = |need: i64| needs.as_ref().is_none_or(|needs| needs.get(need).is_some());
    let known = |on: Option<Day>| on.filter(|on| *on <= ground.day);
    let mut calendar = Calendar::new(from, until);
    let of_needs = |conn: &Session| {
        each_need(conn, (from, until), |need, days| {
            let whats = [What::Collected, What::Verified, What::Published, What::Closed];
            for (what, on) in whats.into_iter().zip(days).filter(|_| is_wanted(need)) {
                calendar.add(what, known(on));
            }
        })?;
        Ok(calendar)
    };
    let of_claims = move |conn: &Session| {
        let mut claims = Vec::new();
        each_claim(conn, (from, until), |need, state, days| claims.push((need, state, days)))?;
        Ok(claims)
    };
    let (mut calendar, claims) = ground.at_once(of_needs, of_claims)?;
    for (_, state, [claimed, completed, confirmed, ended]) in claims.into_iter().filter(|(need, ..)| is_wanted(*need)) {
        let ended_as = |wanted: ClaimState| ended.filter(|_| state == wanted);
        for (what, on) in [
            (What::Claimed, claimed),
            (What::Completed, completed),
            (What::Confirmed, confirmed),
            (What::Released, ended_as(ClaimState::Released)),
            (What::Revoked, ended_as(ClaimState::Revoked)),
        ] {
            calendar.add(what, known(on));
        }
    }
    Ok((calendar, needs))
}

/// What the log tells of the period. Errors: an operator whom it doesn't name (exit 3).
fn log(args: &Args, ground: &Ground<'_>, (from, until): (Day, Day), keep: bool) -> anyhow::Result<Log> {
    let names: Vec<&str> = args.by_operator.iter().map(|name| name.trim()).collect();
    if !names.is_empty() {
        let known = operators(ground.conn)?;
        if let Some(name) = names.iter().find(|name| !known.iter().any(|known| known == *name)) {
            return Err(stop(Exit::Refused, text::unknown_operator(name, known.join(comma()))));
        }
    }
    let mut log = Log::default();
    each_entry(ground.conn, (from, until.min(ground.day)), ground.entry, |done| {
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

/// The days are the whole, and so are the operators.
fn check(calendar: &Calendar, log: &Log, checks: &mut Vec<Check>) {
    for (what, total) in calendar.total.iter().enumerate() {
        let sum = calendar.rows.iter().map(|counts| counts[what]).sum();
        checks.push(Check::equal(format!("{} {}", head(what), text::sum_of_parts()), sum, cmd::total(), *total));
    }
    let sum = |of: fn(&Work) -> i64| log.work.values().map(of).sum();
    checks.push(Check::equal(text::entries_made(), sum(|work| work.entries), cmd::total(), log.total.entries));
    checks.push(Check::equal(text::records_changed(), sum(|work| work.records), cmd::total(), log.total.records));
    if !log.entries.is_empty() {
        checks.push(Check::equal(text::entries_name(), number(&log.entries), cmd::total(), log.total.entries));
    }
}

fn number<T>(rows: &[T]) -> i64 {
    i64::try_from(rows.len()).unwrap_or(i64::MAX)
}

fn head(what: usize) -> &'static str {
    text::activity_heads().get(what + 1).copied().unwrap_or_default()
}

fn days_section(calendar: &Calendar) -> Section {
    let mut sheet = Sheet::new(text::activity_heads()).sums(1..=WHATS);
    let total = (cmd::total(), &calendar.total);
    for (name, counts) in calendar.names().into_iter().zip(&calendar.rows).chain([total]) {
        let cells = counts.iter().map(|count| Cell::Count(*count));
        sheet.rows.push([Cell::text_of(name)].into_iter().chain(cells).collect());
    }
    let drawn = [What::Collected, What::Published, What::Claimed, What::Completed].map(|what| what as usize + 1);
    let name = if calendar.by_month { text::by_month_name() } else { text::by_day_name() };
    Section::new(name, sheet).with_total().with_chart(ChartKind::Line, 0, &drawn)
}

fn work_section(log: &Log) -> Section {
    let mut sheet = Sheet::new(text::work_heads()).sums([2, 3]);
    let rows = log.work.iter().map(|((operator, command), work)| {
        [operator.clone(), command.clone()].map(Cell::text_of).into_iter().chain(work_cells(work))
    });
    sheet.rows = rows.map(Iterator::collect).collect();
    sheet.rows.push([Cell::text_of(cmd::total()), Cell::Blank].into_iter().chain(work_cells(&log.total)).collect());
    Section::new(text::work_name(), sheet).with_total()
}

fn work_cells(work: &Work) -> [Cell; 2] {
    [Cell::Count(work.entries), Cell::Count(work.records)]
}

/// The entries that the operators' figures open to.
fn entries_section(log: &Log) -> Section {
    let mut sheet = Sheet::new(text::entries_heads());
    for done in &log.entries {
        let cells = [&done.at, &done.operator, &done.command].map(Cell::text_of);
        let row = [Cell::Count(done.entry)].into_iter().chain(cells).chain([Cell::Count(done.records)]);
        sheet.rows.push(row.collect());
    }
    Section::new(text::entries_name(), sheet).as_detail()
}

/// Adds the events that the days' figures open to, as far as a sheet has room for them.
fn open_days(
    built: &mut Built,
    ground: &Ground<'_>,
    calendar: &Calendar,
    needs: &Needs,
    (from, until): (Day, Day),
) -> anyhow::Result<()> {
    let total: i64 = calendar.total.iter().sum();
    if total > MOST_EVENTS {
        built.rules.push(text::too_many_events(total, MOST_EVENTS));
        return Ok(());
    }
    let mut sheet = Sheet::new(text::events_heads());
    each_event(ground.conn, (from, until.min(ground.day)), |event| {
        if needs.as_ref().is_none_or(|needs| needs.get(event.need_id).is_some()) {
            let what = KEYS.iter().position(|key| *key == event.what).map(head).unwrap_or_default();
            sheet.rows.push(vec![
                Cell::text_of(event.day.to_string()),
                Cell::text_of(what),
                Cell::text_of(event.need.to_string()),
                Cell::from(event.claim.map(|claim| claim.to_string())),
                Cell::text_of(ground.places.path(event.place)),
            ]);
        }
    })?;
    built.checks.push(Check::equal(text::events_name(), number(&sheet.rows), cmd::total(), total));
    built.sections.push(Section::new(text::events_name(), sheet).as_detail());
    Ok(())
}

fn counts_json(day: Option<String>, counts: &Counts) -> Value {
    let day = day.map(|day| ("day".to_owned(), Value::String(day)));
    let counts = KEYS.iter().zip(counts).map(|(key, count)| ((*key).to_owned(), Value::from(*count)));
    Value::Object(day.into_iter().chain(counts).collect::<Map<_, _>>())
}
