//! What an office's own headers mean: what it answered before, or is asked now.

use std::sync::Arc;

use anyhow::Context as _;

use crate::intake::{self, KeptMap, List, Map, Options, Unclear, UnclearHead, head_set};
use crate::lang::{self, ask as text};
use crate::model::field::Field;
use crate::model::words::ListKind;
use crate::store::log::Change;
use crate::store::{Store, head_map};

use super::ask;

/// Where the command line has no map of headers: the maps that were kept, and on a terminal a question.
pub fn known_or_asked(options: Options, kind: ListKind, store: &Store) -> anyhow::Result<Options> {
    if options.map.is_some() {
        return Ok(options);
    }
    Ok(Options { kept: kept(kind, store)?, ask: ask::is_possible().then_some(asked as intake::Ask), ..options })
}

/// The maps that were kept for a kind of list.
pub fn kept(kind: ListKind, store: &Store) -> anyhow::Result<Vec<KeptMap>> {
    let reading = store.read()?;
    let rows = head_map::all(&reading, kind)?.into_iter();
    rows.map(|(headers, map)| {
        let map = Map::of_kept(&map).with_context(|| text::kept_map_broken(headers.replace('\n', lang::comma())))?;
        Ok(KeptMap { headers, map: Arc::new(map) })
    })
    .collect()
}

/// Keeps a list's map where that was wanted; returns the message about it, and whether anything changed.
pub fn keep(change: &mut Change<'_>, list: &List) -> anyhow::Result<Option<(String, bool)>> {
    let Some(map) = &list.map else { return Ok(None) };
    if map.is_kept {
        return Ok(Some((text::kept_map_used(list.label(), meanings(list.kind, map)), false)));
    }
    if !map.keep {
        return Ok(None);
    }
    let is_news = head_map::keep(change, list.kind, &head_set(list.kind, &list.headers), &map.kept()?)?;
    Ok(Some((text::map_kept(list.label()), is_news)))
}

fn meanings(kind: ListKind, map: &Map) -> String {
    let pair = |(field, headers): &(Field, Vec<String>)| format!("{}={}", headers.join("+"), name(kind, *field));
    let constants = map.constants.iter().map(|(field, value)| format!("{}:{value}", name(kind, *field)));
    let meanings: Vec<String> = map.columns.iter().map(pair).chain(constants).collect();
    if meanings.is_empty() { text::columns_as_they_are() } else { meanings.join(lang::comma()) }
}

/// A field as people know it.
fn name(kind: ListKind, field: Field) -> String {
    let zh = intake::head(kind, field).map(str::to_owned);
    lang::pick(zh.unwrap_or_else(|| lang::faults::field_name(field)), lang::faults::field_name(field))
}

/// Asks about every header, and at the end whether the answers are to be kept. Errors: whoever is asked gives up (exit 3).
fn asked(unclear: &Unclear) -> anyhow::Result<Map> {
    ask::note(&text::headers_unclear(&unclear.list, unclear.headers.len()));
    let mut map = Map::default();
    for header in &unclear.headers {
        if let Some(field) = meaning(unclear, header, &map)? {
            map.columns.push((field, vec![header.head.clone()]));
        }
    }
    map.keep = ask::yes(&text::keep_map())?;
    Ok(map)
}

/// The field that a header means, of those that no column has yet: first the one whose header is a part of this one,
/// then those without which it is no list of its kind. `None` keeps the column as it is, as a mere Enter does.
fn meaning(unclear: &Unclear, header: &UnclearHead, map: &Map) -> anyhow::Result<Option<Field>> {
    let Unclear { kind, free, missing, .. } = unclear;
    let samples = if header.samples.is_empty() { text::no_samples() } else { header.samples.join(lang::comma()) };
    let like = header.like.map(|field| text::looks_like(name(*kind, field))).unwrap_or_default();
    ask::note(&text::header_means(&header.head, &samples, &like));
    let is_taken = |field: Field| map.columns.iter().any(|(taken, _)| *taken == field);
    let mut fields: Vec<(usize, Field)> = (0..).zip(free.iter().copied()).filter(|(_, it)| !is_taken(*it)).collect();
    fields.sort_by_key(|(_, field)| header.like != Some(*field));
    let label = |(at, field): &(usize, Field)| {
        let required = if at < missing { text::required_mark() } else { String::new() };
        format!("{}{required}", name(*kind, *field))
    };
    let choices: Vec<String> = std::iter::once(text::keep_column()).chain(fields.iter().map(label)).collect();
    match ask::search(&text::header_is(&header.head), &choices)? {
        None => Err(ask::nothing_saved()),
        Some(at) => Ok(at.checked_sub(1).and_then(|at| fields.get(at)).map(|(_, field)| *field)),
    }
}
