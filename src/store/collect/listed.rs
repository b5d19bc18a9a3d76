//! What a row's values become: columns of a new record, and changes of a stored one, as the registry of fields says.

use std::marker::PhantomData;

use anyhow::Context;
use serde_json::{Map, Value as Json};

use super::super::record::{Record, canonical, stored};
use super::{masks, unread};
use crate::model::draft::{Value, Values};
use crate::model::fault::{FaultKind, Flaw};
use crate::model::fields::{self, Field, FieldDef, Newer, Parse, Stored};
use crate::model::text::{is_mask_of, is_masked, masks_more, untyped};
use crate::model::words::ListKind;

/// The columns of a table that cells of a list become as they are read. Others are made of several cells, or lead to
/// other records: those are filled in by the kind of list.
pub struct ListColumns<R> {
    /// In the order of the table.
    columns: Vec<ListColumn>,
    /// The place in `columns` of each field, or `NONE`.
    by_field: [u8; Field::ALL.len()],
    table: PhantomData<R>,
}

struct ListColumn {
    field: Field,
    def: &'static FieldDef,
    /// Its place in `Record::COLUMNS`.
    at: usize,
}

const NONE: u8 = u8::MAX;

impl<R: Record> ListColumns<R> {
    /// Those of these kinds of lists.
    pub fn of(kinds: &[ListKind]) -> anyhow::Result<ListColumns<R>> {
        let (mut columns, mut by_field) = (Vec::new(), [NONE; Field::ALL.len()]);
        for one in kinds.iter().flat_map(|kind| fields::listed(*kind)) {
            let Some(column) = one.def.column.filter(|column| column.refers.is_none()) else { continue };
            let is_known = by_field[one.field as usize] != NONE;
            if one.table.name != R::KIND || one.def.newer == Newer::Never || is_known {
                continue;
            }
            let at = R::COLUMNS.iter().position(|name| *name == column.name).context(column.name)?;
            by_field[one.field as usize] = u8::try_from(columns.len())?;
            columns.push(ListColumn { field: one.field, def: one.def, at });
        }
        columns.sort_by_key(|column| column.at);
        for (place, column) in (0..).zip(&columns) {
            by_field[column.field as usize] = place;
        }
        Ok(ListColumns { columns, by_field, table: PhantomData })
    }

    /// Moves a row's values into a new record. A mask stands for no known value.
    pub fn fill(&self, record: &mut R, values: &mut Values) -> anyhow::Result<()> {
        for (field, value) in values.drain() {
            let place = usize::from(self.by_field[field as usize]);
            if let (Some(column), false) = (self.columns.get(place), matches!(value, Value::Masked(_))) {
                record.set(column.at, value)?;
            }
        }
        Ok(())
    }

    /// Lets a newer list's values take the place of stored ones; a blank or masked cell changes nothing. Once a record
    /// is public, what the wall shows stays, and a cell that differs is a conflict; so is a text that would put masks over what
    /// is stored.
    pub fn overlay(&self, record: &mut R, values: &Values, is_public: bool) -> anyhow::Result<Vec<Flaw>> {
        let mut conflicts = Vec::new();
        for column in &self.columns {
            let Some(value) = values.get(column.field) else { continue };
            let of = |all: &[(&'static FieldDef, Stored)]| {
                all.iter().find(|(def, _)| def.code == column.def.code).map(|(def, value)| def.in_lists(value))
            };
            let hidden = masks::unknown(column.field, value);
            if hidden.is_some() && of(&stored(record)?).is_none_or(|stored| stored.is_empty()) {
                conflicts.extend(hidden);
                if masks::is_no_value(value) {
                    continue;
                }
            }
            if matches!(value, Value::Masked(_)) {
                continue;
            }
            if let Value::Text(text) = value
                && is_masked(text)
                && let Some(stored) = of(&stored(record)?).filter(|stored| !stored.is_empty())
            {
                if is_mask_of(text, &stored) {
                    continue;
                }
                if masks_more(text, &stored) {
                    conflicts.push(Flaw::of(column.field, FaultKind::MaskedText { value: text.clone() }));
                    continue;
                }
            }
            if column.def.newer == Newer::Frozen && is_public {
                let (stored, given) = (of(&stored(record)?), value.to_string());
                if stored.as_deref().map(untyped) != Some(untyped(&given)) {
                    let stored = stored.unwrap_or_default();
                    conflicts.push(Flaw::of(column.field, FaultKind::Conflict { stored, given }));
                }
            } else {
                record.set(column.at, value.clone())?;
            }
        }
        Ok(conflicts)
    }
}

impl<R: Record + PartialEq> ListColumns<R> {
    /// Texts that a newer list has typed otherwise, in width or with other blanks, stay as they were first written.
    pub fn keep_first_written(&self, after: &mut R, before: &R) -> anyhow::Result<()> {
        if after == before {
            return Ok(());
        }
        let (was, now) = (stored(before)?, stored(after)?);
        for column in &self.columns {
            let text = |all: &[(&'static FieldDef, Stored)]| {
                let found = all.iter().find(|(def, _)| def.code == column.def.code);
                found.and_then(|(_, value)| value.as_text().map(str::to_owned))
            };
            let is_text = matches!(column.def.parse, Parse::Text | Parse::Name | Parse::Address);
            if let (true, Some(was), Some(now)) = (is_text, text(&was), text(&now))
                && was != now
                && untyped(&was) == untyped(&now)
            {
                after.set(column.at, Value::Text(was))?;
            }
        }
        Ok(())
    }
}

/// A record without what these fields hold. Fields of other tables are left to the caller.
pub fn cleared<R: Record>(record: &R, kind: ListKind, wanted: &[Field]) -> anyhow::Result<R> {
    let mut columns: Map<String, Json> = serde_json::from_str(&canonical(record)?)?;
    for one in fields::listed(kind).iter().filter(|one| one.table.name == R::KIND && wanted.contains(&one.field)) {
        if let Some(column) = one.def.column {
            columns.remove(column.name);
        }
    }
    let kept = columns.get("unread").and_then(Json::as_str);
    match unread::without(kept, wanted)? {
        Some(kept) => columns.insert("unread".to_owned(), Json::from(kept)),
        None => columns.remove("unread"),
    };
    R::from_json(&columns)
}

#[cfg(test)]
mod tests {
    use super::super::super::rows::{ClaimRow, MemberRow, NeedRow, OrgRow};
    use super::*;
    use crate::model::fields::Parse;
    use crate::model::quantity::Quantity;
    use crate::model::words::{ClaimState, Form, MemberClass, OrgClass, Theme};

    /// A value that a cell of this field may be read as.
    fn sample(field: Field, parse: Parse) -> Value {
        use crate::model::fields::Words;
        match parse {
            Parse::Text | Parse::Name | Parse::Address => Value::Text("甲".to_owned()),
            Parse::Code => Value::Code("A1".parse().unwrap()),
            Parse::Phone => Value::Phone("13812345678".parse().unwrap()),
            Parse::IdNumber => Value::Id("449999197502177811".parse().unwrap()),
            Parse::Day | Parse::Deadline => Value::Day("2021-04-09".parse().unwrap()),
            Parse::Money => Value::Money("500".parse().unwrap()),
            Parse::Quantity => Value::Quantity(Quantity::ONE),
            Parse::Number(_) => Value::Number(3),
            Parse::Word(Words::YesNo) => Value::Flag(true),
            Parse::Word(Words::FormOrTheme) if field == Field::Form => Value::Form(Form::Goods),
            Parse::Word(Words::FormOrTheme) => Value::Theme(Theme::Aid),
            Parse::Word(Words::MemberClass) => Value::MemberClass(MemberClass::Rural),
            Parse::Word(Words::OrgClass) => Value::OrgClass(OrgClass::Unit),
            Parse::Word(Words::ClaimState) => Value::ClaimState(ClaimState::Started),
            Parse::Word(Words::Decision) | Parse::Place | Parse::Claimants | Parse::None => {
                unreachable!("{field} is in no column")
            }
        }
    }

    fn check<R: Record>(kinds: &[ListKind], required: &str) {
        let columns = ListColumns::<R>::of(kinds).unwrap();
        let mut record = R::from_json(&serde_json::from_str(required).unwrap()).unwrap();
        for &kind in kinds {
            for one in fields::listed(kind) {
                let place = usize::from(columns.by_field[one.field as usize]);
                let Some(column) = columns.columns.get(place) else { continue };
                let value = sample(one.field, one.def.parse);
                record.set(column.at, value.clone()).unwrap_or_else(|err| panic!("{}: {err}", one.field));
                let stored = stored(&record).unwrap();
                let (def, stored) = stored.iter().find(|(def, _)| def.code == one.def.code).unwrap();
                assert_eq!(def.in_lists(stored), value.to_string(), "{}", one.field);
            }
        }
        assert!(record.set(R::COLUMNS.len(), Value::Number(1)).is_err());
    }

    #[test]
    fn set_gives_each_listed_column_what_its_cell_is_read_as() {
        let need = r#"{"id":1,"kind":"wish","code":"A","identity":1,"state":"collected","place_id":1,"quantity":1,
            "wording_checked":0}"#;
        check::<NeedRow>(&[ListKind::Wishes, ListKind::Projects], need);
        check::<MemberRow>(&[ListKind::Members], r#"{"id":1,"code":"A","name":"甲","class":"unknown"}"#);
        check::<OrgRow>(&[ListKind::Orgs], r#"{"id":1,"code":"A","name":"甲","class":"other","exempt":0}"#);
        let claim = r#"{"id":1,"code":"A","need_id":1,"quantity":1,"state":"active","unnamed":0,
            "claimed_on":"2021-04-09"}"#;
        check::<ClaimRow>(&[ListKind::Claims], claim);
    }
}
