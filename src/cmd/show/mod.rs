//! `show`: everything known of one record, with its history. Private cells are masked.

mod claimant;
mod place;

use std::collections::HashMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::desk::answer::AnswerArgs;
use crate::desk::records::{meant, state_words};
use crate::desk::values::{self, Values, claimants, masked_record, unread};
use crate::desk::{Context, preview};
use crate::lang::{self, cmd as text, pick, word};
use crate::model::exit::Exit;
use crate::model::fields::{self, Stored};
use crate::model::words::{Milestone, RecordKind, Role};
use crate::output::{Cell, Sheet};
use crate::store::claimant::Party;
use crate::store::export::{self, Past};
use crate::store::figures;
use crate::store::find;
use crate::store::party_history::{self, ClaimsOf, PartyStep};
use crate::store::rows::{ClaimRow, FormerPartyRow, NeedRow};
use crate::store::{Session, claimant as party, joint, milestone, stored};

/// Show one record: a need with its claims and its history, a person or an organisation with what they claim, a place
///
/// Instead of a code a name will do, the last four digits of a phone, or words of the content, where they fit one record;
/// else those that fit are named.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A code, a public code or a wall number; a name, the last four digits of a phone, or words of the content
    #[arg(value_name = "CODE", required = true)]
    pub code: Vec<String>,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Serialize)]
struct HistoryJson {
    entry: i64,
    at: String,
    operator: String,
    command: String,
    change: String,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let reading = store.read()?;
    let (kind, id) = meant::one(&reading, &args.code.join(" "), context.today)?;
    match kind {
        RecordKind::Wishes | RecordKind::Projects => need(args, &reading, &find::need_by_id(&reading, id)?, context)?,
        RecordKind::Claims => {
            let claim = find::claim_by_id(&reading, id)?;
            need(args, &reading, &find::need_by_id(&reading, claim.need_id)?, context)?;
        }
        RecordKind::Members => claimant::show(args, &reading, Party::Member(id), context)?,
        RecordKind::Orgs => claimant::show(args, &reading, Party::Org(id), context)?,
        RecordKind::Outsiders => claimant::show(args, &reading, Party::Outsider(id), context)?,
        RecordKind::Places => place::show(args, &reading, id, context)?,
    }
    Ok(Exit::Done)
}

fn need(args: &Args, session: &Session, need: &NeedRow, context: &Context) -> anyhow::Result<()> {
    let (mut sheet, mut document) = described(session, need)?;
    let mut claims = Vec::new();
    for claim in find::claims_of(session, need.id)? {
        let claim = masked_record(&claim)?;
        sheet.rows.extend(claim_rows(session, &claim)?);
        claims.push(claim_json(session, &claim)?);
    }
    let history = history(session, need)?;
    for past in &history {
        sheet.rows.push(vec![
            Cell::text_of(text::history_label(past.json.entry)),
            Cell::text_of(text::history_line(
                &past.json.at,
                &past.json.operator,
                &past.shown,
                lang::command_line(&past.json.command),
            )),
        ]);
    }
    document.insert("claims".to_owned(), Value::Array(claims));
    let history: Vec<HistoryJson> = history.into_iter().map(|step| step.json).collect();
    document.insert("history".to_owned(), serde_json::to_value(history)?);
    args.answer.write(&sheet, &document, context)
}

/// The need's own cells: those that are filled in the table, all of them in JSON.
fn described(session: &Session, need: &NeedRow) -> anyhow::Result<(Sheet, Map<String, Value>)> {
    let (mut sheet, mut document) = (Sheet::new(text::show_headers()), Map::new());
    let progress = figures::progress_of(session, need.id)?;
    let values = Values { session, places: None, reveal: false };
    let stored: HashMap<&str, Stored> = stored(need)?.into_iter().map(|(def, value)| (def.code, value)).collect();
    for (def, show) in fields::shown() {
        let shown = stored.get(def.code).map(|value| values.shown(def, value)).transpose()?;
        let (mut line, mut json) = shown.unzip();
        if def.code == "unread" {
            (line, json) = Some(unread(need.unread.as_deref())?).unzip();
        }
        if def.code == "state" {
            line = Some(state_words(need.state, progress));
        }
        document.insert(def.code.to_owned(), json.unwrap_or_default());
        if def.code == "state" {
            document.insert("progress".to_owned(), json!(progress.map(|progress| progress.code())));
        }
        if let Some(line) = line.filter(|line| !line.is_empty()) {
            let label = show.label.unwrap_or(def.label);
            sheet.rows.push(vec![Cell::text_of(pick(label.zh, label.en)), Cell::text_of(line)]);
        }
    }
    Ok((sheet, document))
}

/// The claim, its texts masked, what was reached and done since, and those who left it.
fn claim_rows(session: &Session, claim: &ClaimRow) -> anyhow::Result<Vec<Vec<Cell>>> {
    let who: Vec<String> = claimants(session, claim.id)?.into_iter().map(|one| one.name).collect();
    let state = word(claim.state.zh(), claim.state.code());
    let unnamed = if claim.unnamed > 0 { text::unnamed(claim.unnamed) } else { String::new() };
    let line = text::claim_line(&claim.code, who.join("、"), unnamed, claim.claimed_on, state, claim.quantity);
    let mut lines = vec![line];
    for milestone in Milestone::ALL {
        if let Some(day) = milestone::day_of(claim, *milestone) {
            lines.push(format!("{} {day}", word(milestone.zh(), milestone.code())));
        }
    }
    lines.extend(claim.deadline.map(text::promised_by));
    lines.extend(claim_end(claim));
    let cost = claim.cost_fen.map(text::cost_of);
    let (unread, _) = unread(claim.unread.as_deref())?;
    let unread = (!unread.is_empty()).then(|| text::unread_of(unread));
    let details = [claim.outcome.clone(), cost, claim.evidence_file.clone(), claim.feedback.clone(), unread];
    lines.extend(details.into_iter().flatten());
    for row in joint::former(session, claim.id)? {
        let row = masked_record(&row)?;
        let name = party::name(session, joint::of_former(&row))?;
        lines.push(text::left_line(name, row.left_on, word(row.how.zh(), row.how.code()), row.reason));
    }
    let label = |at: usize| if at == 0 { text::f_claim() } else { String::new() };
    let row = |(at, line): (usize, String)| vec![Cell::text_of(label(at)), Cell::text_of(line)];
    Ok(lines.into_iter().enumerate().map(row).collect())
}

/// How a claim was confirmed, or ended.
fn claim_end(claim: &ClaimRow) -> Vec<String> {
    let confirmed = claim.confirmed_on.map(text::confirmed_on);
    let confirmed_by = claim.confirmed_by.as_ref().map(text::confirmed_by);
    let satisfaction = claim.satisfaction.map(text::satisfaction_of);
    let reopened = claim.reopened_on.map(text::reopened_on);
    let reason = claim.reason.clone().unwrap_or_default();
    let ended = claim.ended_on.map(|day| text::ended_on(day, reason));
    [confirmed, confirmed_by, satisfaction, reopened, ended].into_iter().flatten().collect()
}

fn claim_json(session: &Session, claim: &ClaimRow) -> anyhow::Result<Value> {
    Ok(json!({
        "code": claim.code.as_str(),
        "claimants": claimants(session, claim.id)?,
        "unnamed": claim.unnamed,
        "quantity": claim.quantity,
        "state": claim.state.code(),
        "claimed_on": claim.claimed_on.to_string(),
        "completed_on": claim.completed_on.map(|day| day.to_string()),
        "confirmed_on": claim.confirmed_on.map(|day| day.to_string()),
        "ended_on": claim.ended_on.map(|day| day.to_string()),
        "reason": claim.reason,
        "satisfaction": claim.satisfaction,
        "deadline": claim.deadline.map(|day| day.to_string()),
        "feedback": claim.feedback,
        "confirmed_by": claim.confirmed_by,
        "outcome": claim.outcome,
        "cost": claim.cost_fen.map(|cost| cost.to_string()),
        "evidence": paper(claim.evidence_file.as_ref(), claim.evidence_digest.as_ref()),
        "milestones": milestones(claim),
        "left": left(session, claim)?,
        "unread": unread(claim.unread.as_deref())?.1,
        "reopened_on": claim.reopened_on.map(|day| day.to_string()),
    }))
}

/// A file's name and digest.
fn paper(name: Option<&String>, digest: Option<&Vec<u8>>) -> Option<Value> {
    let digest = digest.map(|digest| digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    name.map(|name| json!({"file": name, "sha256": digest}))
}

/// The milestones that have a day.
fn milestones(claim: &ClaimRow) -> Value {
    let reached = Milestone::ALL.iter().filter_map(|milestone| {
        let on = milestone::day_of(claim, *milestone)?.to_string();
        let mut reached = json!({"milestone": milestone, "on": on});
        match milestone {
            Milestone::Letter => {
                reached["signed_by"] = json!(claim.letter_signed_by);
                reached["exchanged_on"] = json!(claim.letter_exchanged_on.map(|day| day.to_string()));
                reached["paper"] = json!(paper(claim.letter_file.as_ref(), claim.letter_digest.as_ref()));
            }
            Milestone::Plan => reached["paper"] = json!(paper(claim.plan_file.as_ref(), claim.plan_digest.as_ref())),
            Milestone::Approved | Milestone::Started | Milestone::Completed | Milestone::Accepted => {}
        }
        Some(reached)
    });
    reached.collect()
}

/// Those who took part and left.
fn left(session: &Session, claim: &ClaimRow) -> anyhow::Result<Vec<Value>> {
    let one = |row: &FormerPartyRow| {
        let row = masked_record(row)?;
        let party::Named { kind, name, code, .. } = values::claimant(session, joint::of_former(&row), row.role)?;
        let on = row.left_on.to_string();
        Ok(
            json!({"kind": kind, "name": name, "code": code, "role": row.role, "how": row.how, "on": on, "reason": row.reason}),
        )
    };
    joint::former(session, claim.id)?.iter().map(one).collect()
}

/// The need's history with its claims' among it, oldest first; each revision has the state it led to.
fn history(session: &Session, need: &NeedRow) -> anyhow::Result<Vec<Step>> {
    let mut history = steps(export::history(session, "need", need.id)?, need.code.as_str(), need.state.code());
    for claim in find::claims_of(session, need.id)? {
        let past = export::history(session, "claim", claim.id)?;
        let made = past.first().map(|past| past.entry);
        history.extend(steps(past, claim.code.as_str(), claim.state.code()));
        // Whoever claimed it at first is shown with the claim.
        let parties = party_history::steps(session, ClaimsOf::Claim(claim.id))?;
        for step in parties.into_iter().filter(|step| Some(step.past.entry) != made) {
            history.push(party_step(session, claim.code.as_str(), step)?);
        }
    }
    history.sort_by_key(|step| step.json.entry);
    Ok(history)
}

/// What happened to a claimant of a claim.
fn party_step(session: &Session, claim: &str, step: PartyStep) -> anyhow::Result<Step> {
    let PartyStep { past, party, what, .. } = step;
    let party::Named { name, code, .. } = party::named(session, party, Role::Joint)?;
    let who = code.map_or_else(|| name.clone(), |code| code.to_string());
    let change = format!("{claim}: {who} {}", claimant::happened(what));
    let shown = format!("{claim}: {name} {}", claimant::happened_word(what));
    let Past { entry, at, operator, command, .. } = past;
    Ok(Step { json: HistoryJson { entry, at, operator, command, change }, shown })
}

/// A revision as JSON has it, and as people read it.
struct Step {
    json: HistoryJson,
    shown: String,
}

fn steps(past: Vec<Past>, code: &str, now: &str) -> Vec<Step> {
    let states: Vec<Option<String>> =
        past.iter().map(|one| state_of(one.before.as_deref())).chain([Some(now.to_owned())]).collect();
    let describe = |at: usize, word: fn(&str) -> String, edited: &str| match (&states[at], &states[at + 1]) {
        (Some(from), Some(to)) if from == to => format!("{code}: {edited}"),
        (Some(from), Some(to)) => format!("{code}: {} -> {}", word(from), word(to)),
        (_, Some(to)) => format!("{code}: {}", word(to)),
        (_, None) => format!("{code}: {edited}"),
    };
    let mut steps = Vec::with_capacity(past.len());
    for (at, one) in past.iter().enumerate() {
        let change = describe(at, str::to_owned, "edited");
        let (entry, at_time, operator, command) =
            (one.entry, one.at.clone(), one.operator.clone(), one.command.clone());
        let shown = describe(at, preview::state_word, &text::edited());
        steps.push(Step { json: HistoryJson { entry, at: at_time, operator, command, change }, shown });
    }
    steps
}

/// The state that a revision's record had before.
fn state_of(before: Option<&str>) -> Option<String> {
    let record: Value = serde_json::from_str(before?).ok()?;
    Some(record.get("state")?.as_str()?.to_owned())
}
