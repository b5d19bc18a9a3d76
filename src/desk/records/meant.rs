//! The record that somebody means by what they typed: its code or wall number, else a name, the last four digits of a
//! phone, or words, where they fit one record.

use super::brief;
use super::fitting;
use crate::desk::needs;
use crate::lang::found as text;
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::folding::same;
use crate::model::words::{NeedKind, RecordKind};
use crate::store::listing::Words;
use crate::store::place::Places;
use crate::store::record_kind::kind_of;
use crate::store::{Session, find};

/// So many records are named of those that fit.
const MOST: usize = 8;

/// The record that is meant.
///
/// # Errors
/// Nothing fits, or several do: they are named (exit 3); several codes (exit 2).
pub fn one(session: &Session, typed: &str, today: Day) -> anyhow::Result<(RecordKind, i64)> {
    if let Some(first) = first_of_several(session, typed)? {
        return Err(stop(Exit::Usage, text::one_at_a_time(first)));
    }
    let code: Option<Code> = typed.parse().ok();
    if let Some(code) = &code
        && let Some((table, id)) = find::record(session, code)?
    {
        return kind_of(session, table, id);
    }
    let places = &Places::load(session)?;
    let words = Words::of(typed);
    let found: Vec<(RecordKind, i64)> = if words.is_empty() { Vec::new() } else { all(session, &words, today)? };
    match narrowed(session, places, found, typed)?.as_slice() {
        [one] => Ok(*one),
        [] => Err(match code.filter(|code| code.as_str().bytes().any(|byte| byte.is_ascii_digit())) {
            Some(code) => needs::unknown(session, &code)?,
            None => stop(Exit::Refused, text::found_none(typed)),
        }),
        several => {
            let lines = several.iter().take(MOST);
            let lines = lines.map(|(kind, id)| Ok(brief::of(session, places, *kind, *id)?.line()));
            let mut listed = lines.collect::<anyhow::Result<Vec<String>>>()?.join(crate::lang::semicolon());
            if several.len() > MOST {
                listed.push_str(crate::lang::semicolon());
                listed.push_str(&text::and_others(several.len() - MOST));
            }
            Err(stop(Exit::Refused, text::several_records(typed, several.len(), listed)))
        }
    }
}

/// The first of several words that are each the code or the wall number of a record.
fn first_of_several<'t>(session: &Session, typed: &'t str) -> anyhow::Result<Option<&'t str>> {
    let mut codes = Vec::new();
    for word in typed.split_whitespace() {
        let code: Option<Code> = word.parse().ok();
        if code.map(|code| find::record(session, &code)).transpose()?.flatten().is_some() {
            codes.push(word);
        }
    }
    Ok(codes.first().copied().filter(|_| codes.len() > 1))
}

fn all(session: &Session, words: &Words, today: Day) -> anyhow::Result<Vec<(RecordKind, i64)>> {
    let found = fitting(session, words, today)?;
    Ok(found.into_iter().flat_map(|(kind, ids)| ids.into_iter().map(move |id| (kind, id))).collect())
}

/// Whoever is called just so goes before those in whose texts it is; what somebody claims is shown with them, and claims
/// with their need.
fn narrowed(
    session: &Session,
    places: &Places,
    found: Vec<(RecordKind, i64)>,
    typed: &str,
) -> anyhow::Result<Vec<(RecordKind, i64)>> {
    let has_name = |kind: RecordKind, id: i64| -> anyhow::Result<bool> {
        Ok(match kind {
            RecordKind::Wishes | RecordKind::Projects => {
                let need = find::need_by_id(session, id)?;
                let names =
                    [need.title, need.content, need.wisher, need.proposer.filter(|_| need.kind == NeedKind::Wish)];
                names.iter().flatten().any(|name| same(name, typed))
            }
            RecordKind::Members => same(&find::member_by_id(session, id)?.name, typed),
            RecordKind::Orgs => {
                let org = find::org_by_id(session, id)?;
                same(&org.name, typed) || org.short_name.is_some_and(|name| same(&name, typed))
            }
            RecordKind::Outsiders => same(&find::outsider_by_id(session, id)?.name, typed),
            RecordKind::Places => same(places.name(id), typed),
            RecordKind::Claims => false,
        })
    };
    let mut named = Vec::new();
    for (kind, id) in &found {
        if has_name(*kind, *id)? {
            named.push((*kind, *id));
        }
    }
    if !named.is_empty() {
        return Ok(named);
    }
    let others: Vec<_> = found.iter().copied().filter(|(kind, _)| *kind != RecordKind::Claims).collect();
    Ok(if others.is_empty() { found } else { others })
}
