//! What a claim had and what it has now, where it was recorded again: nothing is overwritten silently.

use crate::desk::preview::{self, FieldJson};
use crate::desk::values::Values;
use crate::lang::{self, cmd as text};
use crate::model::fields::{FieldDef, Stored};
use crate::store::Session;
use crate::store::rows::ClaimRow;
use crate::store::stored;

/// The table of claims.
const KIND: &str = "claim";

/// The fields that differ, each as it was and as it is.
pub fn fields(session: &Session, before: &ClaimRow, after: &ClaimRow) -> anyhow::Result<Vec<FieldJson>> {
    let values = Values { session, places: None, reveal: false };
    let (was, is) = (stored(before)?, stored(after)?);
    let of = |all: &[(&'static FieldDef, Stored)], code: &str| -> anyhow::Result<Option<String>> {
        let found = all.iter().find(|(def, _)| def.code == code);
        found.map(|(def, value)| values.preview(def, value)).transpose()
    };
    let mut codes: Vec<&str> = was.iter().chain(&is).map(|(def, _)| def.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let mut fields = Vec::new();
    for code in codes {
        let (old, new) = (of(&was, code)?, of(&is, code)?);
        if old != new {
            fields.push(FieldJson { field: code.to_owned(), old, new });
        }
    }
    Ok(fields)
}

/// The same for people: `满意度 3 → 5`.
pub fn line(fields: &[FieldJson]) -> String {
    let one = |field: &FieldJson| {
        let word = |value: &String| preview::shown(KIND, &field.field, value);
        let value = |value: &Option<String>| value.as_ref().map_or_else(text::blank_value, word);
        text::was_and_is(preview::field_name(KIND, &field.field), value(&field.old), value(&field.new))
    };
    fields.iter().map(one).collect::<Vec<_>>().join(lang::comma())
}
