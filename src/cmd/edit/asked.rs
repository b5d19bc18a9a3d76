//! What is to change, asked on a terminal: a field with what it says now, its new value, and on until there is no more.

use super::{check_terminal, outsider};
use crate::desk::values::Values;
use crate::desk::{ask, mending};
use crate::intake::{self, Options};
use crate::lang::{self, found as text};
use crate::model::fields::{Field, FieldDef, Listed, Mask};
use crate::model::phone::Phone;
use crate::model::words::{ListKind, RecordKind};
use crate::store::place::Places;
use crate::store::registration::{self, Whose};
use crate::store::{Session, find, stored};

/// A field: what it is called, and what it says now.
type Known = (String, String);

/// `FIELD=VALUE` for each that changes.
///
/// # Errors
/// No terminal (exit 2); a no at the end (exit 3).
pub fn fields(session: &Session, places: &Places, kind: RecordKind, id: i64) -> anyhow::Result<Vec<String>> {
    if matches!(kind, RecordKind::Claims | RecordKind::Places) {
        return Ok(Vec::new());
    }
    check_terminal()?;
    let mut known = now(session, places, kind, id)?;
    let mut set: Vec<String> = Vec::new();
    loop {
        let mut choices: Vec<String> = known.iter().map(|(name, value)| text::field_now(name, value)).collect();
        choices.push(text::no_more_fields());
        let chosen = ask::choose(&text::which_field(), &choices)?.filter(|at| *at < known.len());
        let Some(at) = chosen else { break };
        let name = known[at].0.clone();
        let problem = |answer: &str| problem(kind, &name, answer);
        let Some(answer) = ask::checked_line(&text::new_value(&name, text::clear_word()), problem)? else { break };
        if answer.is_empty() {
            continue;
        }
        let value = if answer == text::clear_word() { String::new() } else { answer };
        set.retain(|word| !word.starts_with(&format!("{name}=")));
        set.push(format!("{name}={value}"));
        known[at].1 = value;
    }
    if set.is_empty() {
        return Err(ask::nothing_saved());
    }
    ask::note(&lang::ask::summary());
    set.iter().for_each(|word| ask::note(&format!("  {word}")));
    if ask::yes(&lang::ask::save())? { Ok(set) } else { Err(ask::nothing_saved()) }
}

fn problem(kind: RecordKind, name: &str, answer: &str) -> anyhow::Result<Option<String>> {
    let Some(list) = mending::list_of(kind).filter(|_| !answer.is_empty() && answer != text::clear_word()) else {
        return Ok(None);
    };
    let flaw = intake::problem(list, name, answer, &Options::default())?;
    Ok(flaw.map(|(field, kind)| lang::faults::fault_of(Some(field), &kind)))
}

fn now(session: &Session, places: &Places, kind: RecordKind, id: i64) -> anyhow::Result<Vec<Known>> {
    let Some(list) = mending::list_of(kind) else {
        let row = find::outsider_by_id(session, id)?;
        let (found, values) = (stored(&row)?, Values { session, places: None, reveal: false });
        let known = |def: &'static FieldDef| {
            let value = found.iter().find(|(one, _)| one.code == def.code).map(|(_, value)| value);
            let value = match value {
                Some(_) if def.code == "class" => Some(lang::word(row.class.zh(), row.class.code())),
                // As lists mask it: typed again, it changes nothing.
                Some(_) if def.mask == Mask::Digits => row.phone.as_ref().map(Phone::masked),
                value => value.map(|value| values.preview(def, value)).transpose()?,
            };
            Ok((outsider::name_of(def).to_owned(), value.unwrap_or_default()))
        };
        return outsider::fields().map(known).collect();
    };
    let registered = |whose| registration::latest(session, whose);
    let (mut found, registered) = match kind {
        RecordKind::Members => (stored(&find::member_by_id(session, id)?)?, registered(Whose::Member(id))?),
        RecordKind::Orgs => (stored(&find::org_by_id(session, id)?)?, registered(Whose::Org(id))?),
        _ => (stored(&find::need_by_id(session, id)?)?, None),
    };
    found.extend(registered.as_ref().map(stored).transpose()?.into_iter().flatten());
    let values = Values { session, places: Some(places), reveal: false };
    let mut known = Vec::new();
    for one in shown(list) {
        let value = found.iter().find(|(def, _)| def.key_in(list) == Some(one.field));
        let value = value.map(|(def, value)| values.cell(def, value)).transpose()?;
        known.push((mending::name_of(one), value.unwrap_or_default()));
    }
    Ok(known)
}

fn shown(list: ListKind) -> Vec<&'static Listed> {
    mending::fields_of(list).into_iter().filter(|one| one.field != Field::Exempt).collect()
}
