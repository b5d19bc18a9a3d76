//! What an office's own heads mean: what it said of them before, or is asked now.

use std::sync::Arc;

use anyhow::Context as _;
use unicode_width::UnicodeWidthStr;

use crate::intake::{self, KeptMap, List, Map, Options, Unclear, UnclearHead, head_set};
use crate::lang::{self, ask as text};
use crate::model::field::Field;
use crate::model::words::ListKind;
use crate::store::log::Change;
use crate::store::{Store, head_map};

use super::ask;

/// Columns of the narrowest terminal that is written for.
const NARROWEST: usize = 60;

/// Where the command line says nothing of heads: the maps that were kept, and on a terminal a question.
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
    rows.map(|(heads, map)| {
        let map = Map::of_kept(&map).with_context(|| text::kept_map_broken(heads.replace('\n', lang::comma())))?;
        Ok(KeptMap { heads, map: Arc::new(map) })
    })
    .collect()
}

/// Keeps a list's map where that was wanted; what is to be told of it, and whether it is news.
pub fn keep(change: &mut Change<'_>, list: &List) -> anyhow::Result<Option<(String, bool)>> {
    let Some(map) = &list.map else { return Ok(None) };
    if map.is_kept {
        return Ok(Some((text::kept_map_used(list.label(), meanings(list.kind, map)), false)));
    }
    if !map.keep {
        return Ok(None);
    }
    let is_news = head_map::keep(change, list.kind, &head_set(list.kind, &list.heads), &map.kept()?)?;
    Ok(Some((text::map_kept(list.label()), is_news)))
}

fn meanings(kind: ListKind, map: &Map) -> String {
    let pair = |(field, heads): &(Field, Vec<String>)| format!("{}={}", heads.join("+"), name(kind, *field));
    let constants = map.constants.iter().map(|(field, value)| format!("{}:{value}", name(kind, *field)));
    let said: Vec<String> = map.columns.iter().map(pair).chain(constants).collect();
    if said.is_empty() { text::columns_as_they_are() } else { said.join(lang::comma()) }
}

/// A field as people know it.
fn name(kind: ListKind, field: Field) -> String {
    let zh = intake::head(kind, field).map(str::to_owned);
    lang::pick(zh.unwrap_or_else(|| lang::faults::field_name(field)), lang::faults::field_name(field))
}

/// Asks about every head, and at the end whether the answers are to be kept.
fn asked(unclear: &Unclear) -> anyhow::Result<Map> {
    let Unclear { list, kind, heads, free, missing } = unclear;
    ask::say(&text::heads_unclear(list, heads.len()));
    let numbered = |(number, field): (usize, &Field)| {
        let required = if number <= *missing { text::required_mark() } else { String::new() };
        format!("{number} {}{required}", name(*kind, *field))
    };
    let choices: Vec<String> = (1..).zip(free).map(numbered).collect();
    choices_in_lines(&choices);
    let mut map = Map::default();
    for head in heads {
        if let Some(field) = meaning(*kind, head, free, &map)? {
            map.columns.push((field, vec![head.head.clone()]));
        }
    }
    map.keep = ask::yes(&text::keep_map())?;
    Ok(map)
}

/// Says choices side by side, none broken over two lines of the narrowest terminal.
fn choices_in_lines(choices: &[String]) {
    let mut line = String::new();
    for choice in choices {
        if !line.is_empty() && line.width() + 2 + choice.width() > NARROWEST {
            ask::say(&std::mem::take(&mut line));
        }
        line = format!("{line}  {choice}");
    }
    ask::say(&line);
}

/// The field that a head means: by its number, its name or its word; `None` for Enter.
fn meaning(kind: ListKind, head: &UnclearHead, free: &[Field], map: &Map) -> anyhow::Result<Option<Field>> {
    let samples = if head.samples.is_empty() { text::no_samples() } else { head.samples.join(lang::comma()) };
    let like = head.like.map(|field| text::looks_like(name(kind, field))).unwrap_or_default();
    loop {
        let answer = ask::line(&text::head_means(&head.head, &samples, &like))?;
        if answer.is_empty() {
            return Ok(None);
        }
        let by_number = answer.parse::<usize>().ok().and_then(|number| free.get(number.checked_sub(1)?)).copied();
        match by_number.or_else(|| intake::field_of(kind, &answer).filter(|field| free.contains(field))) {
            Some(field) if map.columns.iter().any(|(taken, _)| *taken == field) => {
                ask::say(&text::field_taken(name(kind, field)));
            }
            Some(field) => return Ok(Some(field)),
            None => ask::say(&text::no_such_choice(free.len())),
        }
    }
}
