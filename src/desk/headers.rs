//! What an office's own headers mean: what it answered before, or is asked now.

use std::sync::Arc;

use anyhow::Context as _;

use crate::intake::{self, KeptMap, List, Map, Options, Unclear, UnclearHeader, UnknownWords, header_set};
use crate::lang::{self, ask as text, lists};
use crate::model::fault::column_letter;
use crate::model::fields::Field;
use crate::model::money::Unit;
use crate::model::words::ListKind;
use crate::store::log::Change;
use crate::store::{Store, head_map};

use super::ask;

/// Where the command line has no map of headers: the maps that were kept, and on a terminal a question.
pub fn known_or_asked(options: Options, kind: ListKind, store: &Store) -> anyhow::Result<Options> {
    if options.map.is_some() {
        return Ok(options);
    }
    let ask = ask::is_possible().then_some(asked as intake::Ask);
    Ok(Options { kept: kept(kind, store)?, ask, ..options })
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
    let is_news = head_map::keep(change, list.kind, &header_set(list.kind, &list.headers), &map.kept()?)?;
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
    let zh = intake::header(kind, field).map(str::to_owned);
    lang::pick(zh.unwrap_or_else(|| lang::faults::field_name(field)), lang::faults::field_name(field))
}

/// Asks about every header, and at the end whether the answers are to be kept. Errors: whoever is asked gives up (exit 3).
fn asked(unclear: &Unclear) -> anyhow::Result<Map> {
    ask::note(&text::headers_unclear(&unclear.list, unclear.headers.len()));
    let mut map = Map::default();
    for header in &unclear.headers {
        match meaning(unclear, header, &map)? {
            Meant::Field(field) => map.columns.push((field, vec![header.header.clone()])),
            Meant::Dropped => map.ignored.push(header.header.clone()),
            Meant::Kept if header.is_sensitive => map.kept.push(header.header.clone()),
            Meant::Kept => {}
        }
    }
    map.keep = ask::yes(&text::keep_map())?;
    Ok(map)
}

/// Asks about every word for a class, and at the end whether the answers are to be kept. Errors: whoever is asked gives up
/// (exit 3).
pub fn asked_words(unknown: &UnknownWords) -> anyhow::Result<(Vec<(String, String)>, bool)> {
    ask::note(&text::words_unclear(&unknown.list, unknown.words.len()));
    let mut answers = Vec::new();
    for (word, rows) in &unknown.words {
        let likely = unknown.likely(word);
        let mut ours = unknown.ours.clone();
        ours.sort_by_key(|class| Some(*class) != likely);
        let labels: Vec<String> = ours.iter().map(|class| (*class).to_owned()).chain([text::leave_word()]).collect();
        let chosen = ask::choose(&text::word_is(word, rows), &labels)?.ok_or_else(ask::nothing_saved)?;
        answers.extend(ours.get(chosen).map(|class| (word.clone(), (*class).to_owned())));
    }
    let keep = !answers.is_empty() && ask::yes(&text::keep_map())?;
    Ok((answers, keep))
}

/// What a column is, as whoever was asked says.
#[derive(Clone, Copy)]
enum Meant {
    Field(Field),
    /// It is kept as it is.
    Kept,
    Dropped,
}

/// What a header means: one of the fields that no column has yet, first the one that it is like, then those without which
/// it is no list of its kind; or nothing, and the column is kept, as a mere Enter does, or dropped. What may be consent, an
/// ID number, money or claimants is kept only by whoever looks for that answer.
fn meaning(unclear: &Unclear, header: &UnclearHeader, map: &Map) -> anyhow::Result<Meant> {
    let Unclear { kind, free, missing, .. } = unclear;
    let samples = if header.samples.is_empty() { text::no_samples() } else { header.samples.join(lang::comma()) };
    let like = header.like.map(|field| text::looks_like(name(*kind, field))).unwrap_or_default();
    ask::note(&text::header_means(&header.header, &samples, &like));
    let is_taken = |field: Field| map.columns.iter().any(|(taken, _)| *taken == field);
    let mut fields: Vec<(usize, Field)> = (0..).zip(free.iter().copied()).filter(|(_, it)| !is_taken(*it)).collect();
    fields.sort_by_key(|(_, field)| header.like != Some(*field));
    let label = |(at, field): &(usize, Field)| {
        let required = if at < missing { text::required_mark() } else { String::new() };
        format!("{}{required}", name(*kind, *field))
    };
    let mut choices: Vec<(Meant, String)> = fields.iter().map(|one| (Meant::Field(one.1), label(one))).collect();
    let (kept, dropped) = ((Meant::Kept, text::keep_column()), (Meant::Dropped, text::drop_column()));
    if header.is_sensitive {
        choices.insert(usize::from(header.like.is_some_and(|field| !is_taken(field))), dropped);
        choices.push(kept);
    } else {
        choices.insert(0, kept);
        choices.push(dropped);
    }
    let (meant, labels): (Vec<Meant>, Vec<String>) = choices.into_iter().unzip();
    let chosen = ask::search(&text::header_is(&header.header), &labels)?.and_then(|at| meant.get(at).copied());
    chosen.ok_or_else(ask::nothing_saved)
}

/// The messages about a list's columns: those known by the words in their headers, and those that are not used.
pub fn notes(list: &List) -> Vec<String> {
    /// More headers are only counted.
    const NAMED: usize = 20;
    let by_words: Vec<String> = list
        .by_words()
        .map(|(_, header, field, unit)| match unit {
            Unit::Yuan => lists::column_as(header.trim(), name(list.kind, field)),
            unit => lists::column_in_unit(header.trim(), name(list.kind, field), unit.zh()),
        })
        .collect();
    let unused: Vec<String> = list
        .unused
        .iter()
        .map(|one| match one.like {
            _ if one.header.trim().is_empty() => text::nameless_column(column_letter(one.column)),
            Some(field) => lists::column_like(one.header.trim(), name(list.kind, field)),
            None => one.header.trim().to_owned(),
        })
        .collect();
    let mut notes = Vec::new();
    if !by_words.is_empty() {
        notes.push(lists::by_words(list.label(), by_words.join(lang::comma())));
    }
    if !unused.is_empty() {
        let named = unused.iter().take(NAMED).cloned().collect::<Vec<_>>().join(lang::comma());
        let named = if unused.len() > NAMED { lists::and_more_columns(named, unused.len()) } else { named };
        notes.push(match list.kind {
            // What these lists have besides is not stored.
            ListKind::Decisions | ListKind::Places => lists::unread_columns(list.label(), named),
            _ => lists::unused_columns(list.label(), named),
        });
    }
    notes
}
