//! A member, an organisation or an outsider: what is known of them, where they are registered, what they claim.

use serde_json::{Map, Value, json};

use super::{Args, HistoryJson};
use crate::desk::values::Values;
use crate::desk::{Context, needs};
use crate::lang::{self, cmd as text, found, pick, word};
use crate::model::fields::{FieldDef, Parse, Stored, Table};
use crate::model::words::{MemberClass, OrgClass, OutsiderType};
use crate::output::{Cell, Sheet};
use crate::store::claimant::{self, Party};
use crate::store::export::{self, Past};
use crate::store::find;
use crate::store::party_history::{self, ClaimsOf, PartyStep, What};
use crate::store::place::Places;
use crate::store::registration::{self, Whose};
use crate::store::rows::ClaimRow;
use crate::store::{Session, claim, stored};

pub fn show(args: &Args, session: &Session, party: Party, context: &Context) -> anyhow::Result<()> {
    let places = &Places::load(session)?;
    let (table, id, values) = match party {
        Party::Member(id) => ("member", id, stored(&find::member_by_id(session, id)?)?),
        Party::Org(id) => ("org", id, stored(&find::org_by_id(session, id)?)?),
        Party::Outsider(id) => ("outsider", id, stored(&find::outsider_by_id(session, id)?)?),
    };
    let (mut sheet, mut document) = (Sheet::new(text::show_headers()), Map::new());
    document.insert("kind".to_owned(), json!(claimant::kind(party).code()));
    let shown = Values { session, places: Some(places), reveal: false };
    for (_, def) in Table::named(table).into_iter().flat_map(Table::columns).filter(|(_, def)| is_shown(def)) {
        let value = values.iter().find(|(known, _)| std::ptr::eq(*known, def)).map(|(_, value)| value);
        let (line, value) = value.map(|value| cell(&shown, party, def, value)).transpose()?.unzip();
        document.insert(def.code.to_owned(), value.unwrap_or_default());
        if let Some(line) = line.filter(|line: &String| !line.is_empty()) {
            sheet.rows.push(vec![Cell::text_of(pick(def.label.zh, def.label.en)), Cell::text_of(line)]);
        }
    }
    document.insert("registrations".to_owned(), registrations(&mut sheet, session, places, party)?);
    document.insert("claims".to_owned(), claims(&mut sheet, session, party)?);
    document.insert("history".to_owned(), history(&mut sheet, session, table, id, party)?);
    args.answer.write(&sheet, &document, context)
}

/// Digests say nothing to a reader, and unknown columns are for `export`.
fn is_shown(def: &FieldDef) -> bool {
    !matches!(def.code, "id_digest" | "extra")
}

fn cell(shown: &Values<'_>, party: Party, def: &FieldDef, value: &Stored) -> anyhow::Result<(String, Value)> {
    if def.code == "class"
        && let Some(code) = value.as_text()
    {
        let zh = match party {
            Party::Member(_) => code.parse().map(MemberClass::zh),
            Party::Org(_) => code.parse().map(OrgClass::zh),
            Party::Outsider(_) => code.parse().map(OutsiderType::zh),
        };
        return Ok((zh.map_or_else(|_| code.to_owned(), |zh| word(zh, code)), json!(code)));
    }
    // An outsider's fields are of no list, so that nothing says how they are masked but their mask.
    if def.parse == Parse::None && def.code != "name" {
        let line = shown.preview(def, value)?;
        return Ok((line.clone(), json!(line)));
    }
    shown.shown(def, value)
}

fn registrations(sheet: &mut Sheet, session: &Session, places: &Places, party: Party) -> anyhow::Result<Value> {
    let whose = match party {
        Party::Member(id) => Whose::Member(id),
        Party::Org(id) => Whose::Org(id),
        Party::Outsider(_) => return Ok(json!([])),
    };
    let mut all = Vec::new();
    for row in registration::all(session, whose)? {
        let (from, until) = (row.from_day.map(|day| day.to_string()), row.until_day.map(|day| day.to_string()));
        let line = found::registration_line(
            places.path(row.place_id),
            from.clone().unwrap_or_default(),
            until.as_deref().map(found::until).unwrap_or_default(),
        );
        let label = if all.is_empty() { found::f_registered() } else { String::new() };
        sheet.rows.push(vec![Cell::text_of(label), Cell::text_of(line)]);
        all.push(json!({"place": places.path(row.place_id), "from": from, "until": until}));
    }
    Ok(Value::Array(all))
}

fn claims(sheet: &mut Sheet, session: &Session, party: Party) -> anyhow::Result<Value> {
    let mut all = Vec::new();
    for id in claim::of_party(session, party)? {
        let claim: ClaimRow = find::claim_by_id(session, id)?;
        let need = find::need_by_id(session, claim.need_id)?;
        let state = word(claim.state.zh(), claim.state.code());
        let line = found::claim_of_party(&claim.code, needs::brief(session, &need)?, claim.claimed_on, state);
        let label = if all.is_empty() { text::f_claim() } else { String::new() };
        sheet.rows.push(vec![Cell::text_of(label), Cell::text_of(line)]);
        all.push(json!({
            "code": claim.code.as_str(),
            "need": need.code.as_str(),
            "number": need.number,
            "content": needs::short(&need),
            "state": claim.state.code(),
            "claimed_on": claim.claimed_on.to_string(),
        }));
    }
    Ok(Value::Array(all))
}

/// What happened to the record, and to the claimant's part in claims, oldest first.
fn history(sheet: &mut Sheet, session: &Session, table: &str, id: i64, party: Party) -> anyhow::Result<Value> {
    let mut all: Vec<(Past, String, String)> = Vec::new();
    for past in export::history(session, table, id)? {
        let (change, shown) =
            if past.before.is_none() { ("added", found::added()) } else { ("edited", text::edited()) };
        all.push((past, change.to_owned(), shown));
    }
    for PartyStep { past, claim, what, .. } in party_history::steps(session, ClaimsOf::Party(party))? {
        let claim = find::claim_by_id(session, claim)?.code;
        let (change, shown) = (happened(what), happened_word(what));
        all.push((past, format!("{claim}: {change}"), format!("{claim}: {shown}")));
    }
    all.sort_by_key(|(past, ..)| past.entry);
    let mut json = Vec::with_capacity(all.len());
    for (past, change, shown) in all {
        let Past { entry, at, operator, command, .. } = past;
        let line = text::history_line(&at, &operator, shown, lang::command_line(&command));
        sheet.rows.push(vec![Cell::text_of(text::history_label(entry)), Cell::text_of(line)]);
        json.push(serde_json::to_value(HistoryJson { entry, at, operator, command, change })?);
    }
    Ok(Value::Array(json))
}

/// What happened to a claimant of a claim, as JSON has it.
pub fn happened(what: What) -> &'static str {
    match what {
        What::Joined => "joined",
        What::Left => "left",
        What::Leads => "leads",
        What::Follows => "no longer leads",
    }
}

/// The same for people.
pub fn happened_word(what: What) -> String {
    let zh = match what {
        What::Joined => "加入认领",
        What::Left => "退出认领",
        What::Leads => "改为牵头",
        What::Follows => "不再牵头",
    };
    word(zh, happened(what))
}
