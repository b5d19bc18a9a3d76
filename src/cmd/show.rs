//! `show`: everything known of one need or claim, with its history. Private cells are masked.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::desk::answer::AnswerArgs;
use crate::desk::{Context, needs, preview};
use crate::lang::{cmd as text, word};
use crate::model::code::Code;
use crate::model::exit::Exit;
use crate::output::{Cell, Sheet};
use crate::privacy;
use crate::store::Session;
use crate::store::claim;
use crate::store::export::{self, Past};
use crate::store::figures;
use crate::store::find;
use crate::store::place;
use crate::store::rows::{ClaimRow, NeedRow};

/// Show one need with its claims and its history
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The need: its code, public code or wall number; or a claim's code
    #[arg(value_name = "CODE")]
    pub code: Code,
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
    let conn: &Session = &reading;
    let need = match find::need(conn, &args.code)? {
        Some(need) => need,
        None => match find::claim(conn, &args.code)? {
            Some(claim) => find::need_by_id(conn, claim.need_id)?,
            None => needs::need(conn, &args.code)?,
        },
    };
    let (mut sheet, mut document) = described(conn, &need)?;
    let mut claims = Vec::new();
    for claim in find::claims_of(conn, need.id)? {
        sheet.rows.push(claim_row(conn, &claim)?);
        claims.push(claim_json(conn, &claim)?);
    }
    let history = history(conn, &need)?;
    for past in &history {
        sheet.rows.push(vec![
            Cell::text_of(text::history_label(past.json.entry)),
            Cell::text_of(text::history_line(&past.json.at, &past.json.operator, &past.shown, &past.json.command)),
        ]);
    }
    document.insert("claims".to_owned(), Value::Array(claims));
    let history: Vec<HistoryJson> = history.into_iter().map(|told| told.json).collect();
    document.insert("history".to_owned(), serde_json::to_value(history)?);
    args.answer.write(&sheet, &document)?;
    Ok(Exit::Done)
}

/// The need's own cells: those that are filled in the table, all of them in JSON.
fn described(conn: &Session, need: &NeedRow) -> anyhow::Result<(Sheet, Map<String, Value>)> {
    let mut described = Described { sheet: Sheet::new(text::show_heads()), document: Map::new() };
    let progress = figures::progress_of(conn, need.id)?;
    let place = place::path_of(conn, need.place_id)?;
    let state = match progress {
        Some(progress) => {
            format!("{}（{}）", word(need.state.zh(), need.state.code()), word(progress.zh(), progress.code()))
        }
        None => word(need.state.zh(), need.state.code()),
    };
    described.both("code", text::f_code(), json!(need.code.as_str()), Some(need.code.to_string()));
    described.both("kind", text::f_kind(), json!(need.kind.code()), Some(word(need.kind.zh(), need.kind.code())));
    described.both("state", text::f_state(), json!(need.state.code()), Some(state));
    described.document.insert("progress".to_owned(), json!(progress.map(|progress| progress.code())));
    described.both("number", text::f_number(), json!(need.number), need.number.map(text::number));
    described.text("public_code", text::f_public_code(), &need.public_code);
    described.both("place", text::f_place(), json!(place), Some(place.clone()));
    described.text("title", text::f_title(), &need.title);
    described.text("content", text::f_content(), &need.content);
    described.text("wording", text::f_wording(), &need.wording);
    described.text("wisher", text::f_wisher(), &need.wisher);
    described.text("phone", text::f_phone(), &need.phone.as_ref().map(|phone| phone.masked()));
    described.text("address", text::f_address(), &need.address.as_deref().map(privacy::mask_address));
    described.text("wisher_class", text::f_wisher_class(), &need.wisher_class);
    described.text("form", text::f_form(), &need.form.map(|form| word(form.zh(), form.code())));
    described.text("theme", text::f_theme(), &need.theme.map(|theme| word(theme.zh(), theme.code())));
    described.document.insert("form".to_owned(), json!(need.form.map(|form| form.code())));
    described.document.insert("theme".to_owned(), json!(need.theme.map(|theme| theme.code())));
    described.both("quantity", text::f_quantity(), json!(need.quantity), Some(need.quantity.to_string()));
    described.text("budget", text::f_budget(), &need.budget_fen.map(|budget| budget.to_string()));
    described.text("deadline", text::f_deadline(), &need.deadline.map(|day| day.to_string()));
    described.text("collected_on", text::f_collected_on(), &need.collected_on.map(|day| day.to_string()));
    described.text("collector", text::f_collector(), &need.collector);
    described.both("consent", text::f_consent(), json!(need.consent), need.consent.map(text::yes_no));
    described.text("consent_basis", text::f_consent_basis(), &need.consent_basis);
    described.text("programme", text::f_programme(), &export::programme_name(conn, need.programme_id)?);
    described.text("proposer", text::f_proposer(), &need.proposer);
    described.text("verified_on", text::f_verified_on(), &need.verified_on.map(|day| day.to_string()));
    described.text("verified_by", text::f_verified_by(), &need.verified_by);
    described.text("verified_how", text::f_verified_how(), &need.verified_how);
    described.text("published_on", text::f_published_on(), &need.published_on.map(|day| day.to_string()));
    described.text("closed_on", text::f_closed_on(), &need.closed_on.map(|day| day.to_string()));
    described.text("reason_out", text::f_reason_out(), &need.reason_out);
    let kept = need.duplicate_of.map(|id| find::need_by_id(conn, id)).transpose()?;
    described.text("duplicate_of", text::f_duplicate_of(), &kept.map(|kept| kept.code.to_string()));
    described.text("note", text::f_note(), &need.note.as_deref().map(privacy::mask_text));
    Ok((described.sheet, described.document))
}

/// A table and a document growing together.
struct Described {
    sheet: Sheet,
    document: Map<String, Value>,
}

impl Described {
    fn both(&mut self, key: &str, label: String, value: Value, shown: Option<String>) {
        self.document.insert(key.to_owned(), value);
        if let Some(shown) = shown.filter(|shown| !shown.is_empty()) {
            self.sheet.rows.push(vec![Cell::text_of(label), Cell::text_of(shown)]);
        }
    }

    fn text(&mut self, key: &str, label: String, value: &Option<String>) {
        self.both(key, label, json!(value), value.clone());
    }
}

fn claim_row(conn: &Session, claim: &ClaimRow) -> anyhow::Result<Vec<Cell>> {
    let who = claim::told_parties(conn, claim.id)?;
    let state = word(claim.state.zh(), claim.state.code());
    let unnamed = if claim.unnamed > 0 { text::unnamed(claim.unnamed) } else { String::new() };
    let line = text::claim_line(&claim.code, who, unnamed, claim.claimed_on, state, claim.quantity);
    Ok(vec![Cell::text_of(text::f_claim()), Cell::text_of(line)])
}

fn claim_json(conn: &Session, claim: &ClaimRow) -> anyhow::Result<Value> {
    Ok(json!({
        "code": claim.code.as_str(),
        "claimants": claim::named_parties(conn, claim.id)?,
        "unnamed": claim.unnamed,
        "quantity": claim.quantity,
        "state": claim.state.code(),
        "claimed_on": claim.claimed_on.to_string(),
        "completed_on": claim.completed_on.map(|day| day.to_string()),
        "confirmed_on": claim.confirmed_on.map(|day| day.to_string()),
        "ended_on": claim.ended_on.map(|day| day.to_string()),
        "reason": claim.reason,
        "satisfaction": claim.satisfaction,
    }))
}

/// The need's history with its claims' among it, oldest first; each revision tells the state it led to.
fn history(conn: &Session, need: &NeedRow) -> anyhow::Result<Vec<Told>> {
    let mut history = told(export::history(conn, "need", need.id)?, need.code.as_str(), need.state.code());
    for claim in find::claims_of(conn, need.id)? {
        history.extend(told(export::history(conn, "claim", claim.id)?, claim.code.as_str(), claim.state.code()));
    }
    history.sort_by_key(|told| told.json.entry);
    Ok(history)
}

/// A revision as JSON tells it, and as people read it.
struct Told {
    json: HistoryJson,
    shown: String,
}

fn told(past: Vec<Past>, code: &str, now: &str) -> Vec<Told> {
    let states: Vec<Option<String>> =
        past.iter().map(|one| state_of(one.before.as_deref())).chain([Some(now.to_owned())]).collect();
    let describe = |at: usize, word: fn(&str) -> String, edited: &str| match (&states[at], &states[at + 1]) {
        (Some(from), Some(to)) if from == to => format!("{code}: {edited}"),
        (Some(from), Some(to)) => format!("{code}: {} -> {}", word(from), word(to)),
        (_, Some(to)) => format!("{code}: {}", word(to)),
        (_, None) => format!("{code}: {edited}"),
    };
    let mut told = Vec::with_capacity(past.len());
    for (at, one) in past.iter().enumerate() {
        let change = describe(at, str::to_owned, "edited");
        let (entry, at_time, operator, command) =
            (one.entry, one.at.clone(), one.operator.clone(), one.command.clone());
        let shown = describe(at, preview::state_word, &text::edited());
        told.push(Told { json: HistoryJson { entry, at: at_time, operator, command, change }, shown });
    }
    told
}

/// The state that a revision's record had before.
fn state_of(before: Option<&str>) -> Option<String> {
    let record: Value = serde_json::from_str(before?).ok()?;
    Some(record.get("state")?.as_str()?.to_owned())
}
