//! `claim remind`: a message for each claimant, or for each unit, to be pasted.

use std::collections::BTreeMap;

use serde::Serialize;

use super::which::WhichArgs;
use crate::desk::answer::AnswerArgs;
use crate::desk::{self, Context};
use crate::figures::days_between;
use crate::lang::{self, cmd, follow as text};
use crate::model::day::{Day, Days};
use crate::model::exit::{Exit, stop};
use crate::output::{self, Cell, Sheet};
use crate::privacy;
use crate::store::campaign::Limits;
use crate::store::claimant::Party;
use crate::store::find::Orgs;
use crate::store::place::Places;
use crate::store::running::{self, Running};
use crate::store::{Session, setting};

#[derive(Debug, clap::Args)]
pub struct RemindArgs {
    #[command(flatten)]
    pub which: WhichArgs,
    /// One message for each unit, its members' claims included
    #[arg(long)]
    pub by_unit: bool,
    /// Only claims whose deadline has passed
    #[arg(long)]
    pub overdue: bool,
    /// Only stale claims: not begun for as long as the campaign says
    #[arg(long)]
    pub stale: bool,
    /// Only claims whose deadline is within so many days, or has passed
    #[arg(long, value_name = "DAYS")]
    pub due_within: Option<Days>,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Serialize)]
struct MessageJson {
    to: String,
    unit: Option<String>,
    claims: Vec<String>,
    text: String,
}

/// The message for one addressee.
#[derive(Default)]
struct Message {
    to: String,
    unit: Option<String>,
    claims: Vec<String>,
    lines: Vec<String>,
}

pub fn run(args: &RemindArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let which = if args.which.is_named() { Some(args.which.settled(&store)?) } else { None };
    let reading = store.read()?;
    let by = match &which {
        Some(which) => which.parties(&reading)?,
        None => args.which.by(&store, &reading)?,
    };
    let named: Option<Vec<i64>> = match &which {
        Some(which) => Some(which.claims(&reading, &by, false)?.iter().map(|claim| claim.id).collect()),
        None => None,
    };
    let stale_after = stale_after(args, &reading)?;
    let is_wanted = |one: &Running| {
        let days_left = one.deadline.map(|deadline| days_left(context.today, deadline));
        named.as_ref().is_none_or(|named| named.contains(&one.claim))
            && (by.is_empty() || by.contains(&one.party))
            && (!args.overdue || days_left.is_some_and(|days| days < 0))
            && args.due_within.is_none_or(|within| days_left.is_some_and(|days| days <= i64::from(within.number())))
            && stale_after.as_ref().is_none_or(|limits| {
                let waited = days_between(one.touched_on, context.today);
                !one.is_begun && limits.of(one.campaign).is_some_and(|after| waited > i64::from(after))
            })
    };
    // A message is the office's, whoever has it made.
    let messages = lang::speaking(desk::office_language(&reading)?, || -> anyhow::Result<Vec<MessageJson>> {
        let messages = messages(args.by_unit, &reading, context.today, is_wanted)?;
        let office = office(&reading)?;
        Ok(messages.into_iter().map(|message| message.json(args.by_unit, &office)).collect())
    })?;
    if messages.is_empty() {
        context.note(text::nobody_to_remind());
    }
    answer(&args.answer, &messages, context)
}

/// The messages in the order of the oldest claim of each.
fn messages(
    by_unit: bool,
    session: &Session,
    today: Day,
    is_wanted: impl Fn(&Running) -> bool,
) -> anyhow::Result<Vec<Message>> {
    let (orgs, places) = (Orgs::load(session)?, Places::load(session)?);
    let mut order: BTreeMap<(u8, i64), usize> = BTreeMap::new();
    let mut messages: Vec<Message> = Vec::new();
    running::each(session, today, |one| {
        if !is_wanted(&one) {
            return;
        }
        let unit = one.org.map(|org| orgs.name(org).to_owned());
        let key = match (by_unit, one.org, one.party) {
            (true, Some(org), _) | (false, _, Party::Org(org)) => (1, org),
            (_, _, Party::Member(id)) => (0, id),
            (_, _, Party::Outsider(id)) => (2, id),
            (_, None, Party::Org(id)) => (1, id),
        };
        let at = *order.entry(key).or_insert_with(|| {
            let to = if key.0 == 1 { unit.clone().unwrap_or_default() } else { one.name.clone() };
            messages.push(Message { to, unit: unit.clone(), ..Message::default() });
            messages.len() - 1
        });
        let message = &mut messages[at];
        let need = need_of(&one, places.name(one.place));
        let need =
            if key.0 == 1 && matches!(one.party, Party::Member(_)) { text::of_person(need, &one.name) } else { need };
        let line = text::need_line(message.lines.len() + 1, need, how(&one, today));
        message.lines.push(line);
        message.claims.push(one.code.to_string());
    })?;
    Ok(messages)
}

/// `6号 轮椅 蟠虬社区`, with what may identify anybody masked.
fn need_of(one: &Running, place: &str) -> String {
    let number = one.number.map_or_else(|| one.need_code.to_string(), cmd::number);
    let text = privacy::mask_private(one.text.lines().next().unwrap_or_default(), &[]);
    format!("{number} {} {place}", output::safe(&text))
}

/// How far it is, and what was promised.
fn how(one: &Running, today: Day) -> String {
    let mut parts = vec![text::claimed_on(one.claimed_on)];
    parts.push(match one.is_begun {
        true => text::being_done(),
        false => match days_between(one.claimed_on, today) {
            0 => text::not_begun_yet(),
            days => text::not_begun(days),
        },
    });
    if let Some(deadline) = one.deadline {
        let left = days_left(today, deadline);
        parts.push(text::due_on(deadline));
        parts.push(match left {
            0 => text::due_today(),
            1.. => text::due_in(left),
            _ => text::overdue_by(-left),
        });
    }
    parts.join(crate::lang::pick("，", ", "))
}

impl Message {
    fn json(self, by_unit: bool, office: &str) -> MessageJson {
        let is_unit = by_unit && self.unit.as_ref() == Some(&self.to);
        let hello = if is_unit { text::hello_unit(&self.to) } else { text::hello(&self.to) };
        let text = format!("{hello}\n{}\n{}", self.lines.join("\n"), text::goodbye(office));
        MessageJson { to: self.to, unit: self.unit, claims: self.claims, text }
    }
}

/// After how many days claims are stale, where only those are wanted. Errors: no campaign says (exit 2).
fn stale_after(args: &RemindArgs, session: &Session) -> anyhow::Result<Option<Limits>> {
    if !args.stale {
        return Ok(None);
    }
    let limits = Limits::stale(session)?;
    if limits.is_empty() { Err(stop(Exit::Usage, text::no_stale_limit())) } else { Ok(Some(limits)) }
}

fn office(session: &Session) -> anyhow::Result<String> {
    let path = crate::store::place::path_of(session, setting::office_place(session)?)?;
    Ok(path.rsplit('/').next().unwrap_or_default().to_owned())
}

/// Days that are left, below 0 where the day has passed.
fn days_left(today: Day, deadline: Day) -> i64 {
    days_between(today, deadline) - days_between(deadline, today)
}

/// On the screen the messages as they are pasted; in a file their table.
fn answer(args: &AnswerArgs, messages: &[MessageJson], context: &Context) -> anyhow::Result<Exit> {
    if args.format.is_none() && args.output.is_none() {
        let texts: Vec<&str> = messages.iter().map(|message| message.text.as_str()).collect();
        if !texts.is_empty() {
            args.target()?.write_bytes(format!("{}\n", texts.join("\n\n")).as_bytes())?;
        }
        return Ok(Exit::Done);
    }
    let mut sheet = Sheet::new(vec![text::c_to(), text::c_unit(), text::c_claims(), text::c_message()]);
    for message in messages {
        sheet.rows.push(vec![
            Cell::text_of(message.to.as_str()),
            Cell::text_of(message.unit.clone().unwrap_or_default()),
            Cell::Count(i64::try_from(message.claims.len()).unwrap_or(i64::MAX)),
            Cell::text_of(message.text.as_str()),
        ]);
    }
    args.write(&sheet, &serde_json::json!({ "messages": messages }), context)?;
    Ok(Exit::Done)
}
