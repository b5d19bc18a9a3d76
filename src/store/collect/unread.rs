//! Cells of a list that could not be read: kept with their record, by field or header, until a list has something better.

use super::super::record::{Record, stored};
use super::{extra_json, extra_pairs};
use crate::model::draft::{Extra, Unread, Value, Values};
use crate::model::fault::Flaw;
use crate::model::fields::{Field, Table};
use crate::model::text::is_mask_of;

/// What a row says of its record besides the cells that could not be read.
pub struct Given<'a> {
    pub values: &'a Values,
    pub extra: &'a Extra,
    pub unread: &'a Unread,
}

/// The cells of a new record.
pub fn of_new(unread: &Unread) -> anyhow::Result<Option<String>> {
    extra_json(unread)
}

/// Whether the cell of a field is among them.
pub fn has(unread: &Unread, field: Field) -> bool {
    unread.iter().any(|(key, _)| key == field.code())
}

/// Whether the cell of a field waits with a record.
pub fn waits(kept: Option<&str>, field: Field) -> bool {
    kept.is_some_and(|kept| extra_pairs(Some(kept)).is_ok_and(|pairs| has(&pairs, field)))
}

/// What waits without these fields.
pub fn without(kept: Option<&str>, fields: &[Field]) -> anyhow::Result<Option<String>> {
    let mut waiting = extra_pairs(kept)?;
    waiting.retain(|(key, _)| !fields.iter().any(|field| field.code() == key));
    extra_json(&waiting)
}

/// The keys of a record's cells that wait.
pub fn keys(unread: Option<&str>) -> anyhow::Result<Vec<String>> {
    Ok(extra_pairs(unread)?.into_iter().map(|(key, _)| key).collect())
}

/// What waits once a newer row has come: a cell that has a value now waits no more, and one that cannot be read waits where
/// the record has nothing for it. A value that was refused (`conflicts`) has changed nothing.
pub fn over<R: Record>(
    given: &Given<'_>,
    record: &R,
    was: Option<&str>,
    conflicts: &[Flaw],
) -> anyhow::Result<Option<String>> {
    if given.unread.is_empty() && was.is_none() {
        return Ok(None);
    }
    let mut waiting = extra_pairs(was)?;
    let refused = |key: &str| conflicts.iter().any(|flaw| flaw.field.is_some_and(|field| field.code() == key));
    waiting.retain(|(key, _)| !is_mended(given, key) || refused(key));
    for (key, cell) in given.unread {
        match waiting.iter_mut().find(|(known, _)| known == key) {
            Some((_, kept)) if is_mask_of(cell, kept) => {}
            Some((_, kept)) => kept.clone_from(cell),
            None if is_blank(record, key)? => waiting.push((key.clone(), cell.clone())),
            None => {}
        }
    }
    extra_json(&waiting)
}

/// Whether the row has a value for what waits.
fn is_mended(given: &Given<'_>, key: &str) -> bool {
    given.values.iter().any(|(field, value)| field.code() == key && !matches!(value, Value::Masked(_)))
        || given.extra.iter().any(|(header, _)| header == key)
}

/// Whether the record has nothing where the cell belongs.
fn is_blank<R: Record>(record: &R, key: &str) -> anyhow::Result<bool> {
    let known = stored(record)?;
    if known.iter().any(|(def, _)| def.field.is_some_and(|field| field.code() == key)) {
        return Ok(false);
    }
    let is_here = Table::named(R::KIND)
        .is_some_and(|table| table.columns().any(|(_, def)| def.field.is_some_and(|field| field.code() == key)));
    let extra = known.iter().find(|(def, _)| def.code == "extra").and_then(|(_, value)| value.as_text());
    Ok(is_here || !extra_pairs(extra)?.iter().any(|(header, _)| header == key))
}
