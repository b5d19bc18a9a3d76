//! What the fields of a rule are made of besides the tables: functions that our view of a need calls, and no predicate can.

use std::sync::Arc;
use std::time::Instant;

use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;

use super::{Known, Scope};
use crate::model::child::{Signs, is_child};
use crate::model::day::Day;
use crate::store::Session;
use crate::store::place::Places;

/// What stops a question at a time.
pub const CLOCK: &str = "need_in_time";

/// Their names and how many values each takes.
pub const OUR_FUNCTIONS: &[(&str, i32)] = &[
    ("need_is_wanted", 2),
    ("need_place", 2),
    ("need_fact", 2),
    ("need_near_code", 1),
    ("need_is_private", 2),
    ("need_is_child", 8),
    (CLOCK, 0),
];

/// Adds them to a connection.
pub fn add_functions(
    session: &Session,
    scope: &Scope,
    known: &Known,
    places: Places,
    today: Day,
) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    let scope = scope.clone();
    session.connection().create_scalar_function("need_is_wanted", 2, flags, move |context| {
        let (id, place): (i64, i64) = (context.get(0)?, context.get(1)?);
        let within = scope.places.as_ref().is_none_or(|places| places.contains(&place));
        Ok(within && scope.needs.as_ref().is_none_or(|needs| needs.contains(&id)))
    })?;
    session.connection().create_scalar_function("need_place", 2, flags, move |context| {
        let place: i64 = context.get(0)?;
        let wanted = context.get_raw(1).as_str()?;
        if wanted == "place" {
            return Ok(Some(places.path(place)));
        }
        let levels = places.levels(place);
        Ok(levels.into_iter().find(|(level, _)| level.code() == wanted).map(|(_, name)| name.to_owned()))
    })?;
    let facts = Arc::clone(&known.facts);
    session.connection().create_scalar_function("need_fact", 2, flags, move |context| {
        let Some(fact) = facts.get(&context.get(0)?) else { return Ok(0) };
        Ok(match context.get_raw(1).as_str()? {
            "household_others" => i64::from(fact.standing.household_others),
            "household_rank" => i64::from(fact.standing.household_rank),
            "wisher_others" => i64::from(fact.standing.wisher_others),
            "repeat_wisher" => i64::from(fact.standing.wisher_rank > 1),
            "near_duplicate" => i64::from(fact.near.is_some()),
            "same_wisher" => i64::from(matches!(fact.near, Some((_, true)))),
            _ => 0,
        })
    })?;
    let facts = Arc::clone(&known.facts);
    session.connection().create_scalar_function("need_near_code", 1, flags, move |context| {
        let fact = facts.get(&context.get(0)?);
        Ok(fact.and_then(|fact| fact.near.as_ref()).map(|(code, _)| code.clone()))
    })?;
    let is_private = known.is_private;
    session.connection().create_scalar_function("need_is_private", 2, flags, move |context| {
        let text = text_of(context.get_raw(0))?;
        Ok(is_private(text.unwrap_or_default(), text_of(context.get_raw(1))?))
    })?;
    session.connection().create_scalar_function("need_is_child", 9, flags, move |context| {
        let text = |at| text_of(context.get_raw(at));
        let signs = Signs {
            age: context.get(0)?,
            class: text(1)?,
            school: text(2)?,
            texts: [text(3)?, text(4)?, text(5)?, text(6)?],
            extra: text(7)?,
            unread: text(8)?,
        };
        Ok(is_child(&signs, today))
    })
}

/// Adds what stops a question at a time.
pub fn add_clock(session: &Session, end: Instant) -> rusqlite::Result<()> {
    session.connection().create_scalar_function(CLOCK, 0, FunctionFlags::SQLITE_UTF8, move |_| {
        if Instant::now() < end { Ok(true) } else { Err(rusqlite::Error::UserFunctionError("too slow".into())) }
    })
}

fn text_of(value: ValueRef<'_>) -> rusqlite::Result<Option<&str>> {
    Ok(value.as_str_or_null()?)
}
