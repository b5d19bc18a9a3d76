//! What every verb of `claim` answers: the claims it touched, what was refused and why.

use serde::Serialize;

use super::changed;
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::list_args::Unreadable;
use crate::desk::list_json::{FileJson, WarningJson};
use crate::desk::preview::FieldJson;
use crate::desk::{Context, needs, values};
use crate::lang::{cmd as text, refusal, word};
use crate::model::exit::Exit;
use crate::model::refusal::ClaimRefusal;
use crate::model::words::{ClaimState, Role};
use crate::output::{Cell, Sheet};
use crate::store::claimant::Named;
use crate::store::rows::{ClaimRow, NeedRow};
use crate::store::{Session, place};

#[derive(Debug, Serialize)]
pub struct ClaimJson {
    pub code: String,
    pub need: String,
    pub claimants: Vec<Named>,
    pub state: &'static str,
    pub quantity: i64,
    pub number: Option<i64>,
    pub text: String,
    pub place: String,
    /// Details that were given again and differ from before.
    pub changed: Vec<FieldJson>,
}

#[derive(Debug, Serialize)]
pub struct RefusedJson {
    /// The need's code, also under the name that every refusal has it by.
    pub code: String,
    pub need: String,
    /// The reason as a word.
    pub why: &'static str,
    pub reason: String,
    pub held_by: Option<String>,
    pub since: Option<String>,
}

#[derive(Debug, Default, Serialize)]
pub struct Document {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileJson>,
    pub claims: Vec<ClaimJson>,
    pub refused: Vec<RefusedJson>,
    pub warnings: Vec<WarningJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unreadable: Vec<Unreadable>,
    pub entry: Option<EntryJson>,
}

impl RefusedJson {
    /// Of a need that nobody else holds.
    pub fn of(code: String, why: &'static str, reason: String) -> RefusedJson {
        RefusedJson { need: code.clone(), code, why, reason, held_by: None, since: None }
    }
}

impl ClaimJson {
    /// How people speak of its need: `6号 轮椅 蟠虬社区`.
    fn brief(&self) -> String {
        let number = self.number.map_or_else(|| self.need.clone(), text::number);
        let place = self.place.rsplit('/').next().unwrap_or_default();
        format!("{number} {} {place}", self.text)
    }
}

pub fn claim_json(session: &Session, claim: &ClaimRow, need: &NeedRow) -> anyhow::Result<ClaimJson> {
    Ok(ClaimJson {
        code: claim.code.to_string(),
        need: need.code.to_string(),
        claimants: values::claimants(session, claim.id)?,
        state: claim.state.code(),
        quantity: claim.quantity,
        number: need.number,
        text: needs::short(need),
        place: place::path_of(session, need.place_id)?,
        changed: Vec::new(),
    })
}

/// The same for a claim some of whose details were given again; a note lists them. `what` is the claim.
pub fn changed_json(
    session: &Session,
    (before, after): (&ClaimRow, &ClaimRow),
    need: &NeedRow,
    what: &str,
    context: &Context,
) -> anyhow::Result<ClaimJson> {
    let changed = changed::fields(session, before, after)?;
    let line =
        if changed.is_empty() { text::already_done(what) } else { text::said_again(what, changed::line(&changed)) };
    context.note(line);
    Ok(ClaimJson { changed, ..claim_json(session, after, need)? })
}

pub fn refused_json(code: &str, why: &ClaimRefusal) -> RefusedJson {
    RefusedJson {
        code: code.to_owned(),
        need: code.to_owned(),
        why: why.code(),
        reason: refusal::claim(why),
        held_by: why.holders().map(|by| by.names.clone()),
        since: why.holders().map(|by| by.since.to_string()),
    }
}

pub fn answer(args: &AnswerArgs, document: &Document, context: &Context) -> anyhow::Result<Exit> {
    let mut sheet = Sheet::new(text::claim_headers());
    for claim in &document.claims {
        let state: ClaimState = claim.state.parse()?;
        let (lead, joint): (Vec<&Named>, Vec<&Named>) =
            claim.claimants.iter().partition(|one| one.role == Role::Lead.code());
        let unnamed = |one: &Named| if one.unnamed > 0 { text::unnamed(one.unnamed) } else { String::new() };
        let name = |one: &&Named| format!("{}{}", one.name, unnamed(one));
        let names = |who: &[&Named]| who.iter().map(name).collect::<Vec<_>>().join("、");
        sheet.rows.push(vec![
            Cell::text_of(claim.code.clone()),
            Cell::text_of(claim.need.clone()),
            Cell::text_of(names(&lead)),
            Cell::text_of(names(&joint)),
            Cell::Count(claim.quantity),
            Cell::text_of(word(state.zh(), state.code())),
            Cell::text_of(claim.brief()),
        ]);
    }
    // If everything was refused, stderr has the reasons; only a script or a file gets an empty answer.
    if !document.claims.is_empty() || args.format.is_some() || args.output.is_some() {
        args.write(&sheet, document, context)?;
    }
    Ok(if document.refused.is_empty() { Exit::Done } else { Exit::Partly })
}
