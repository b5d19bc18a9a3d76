//! Cells that an export has masked: of what is stored they change nothing, and of what nobody here knows they are no values.
//! Where the whole cell is a mask the field stays empty; a text with masks in it is kept and reported.

use super::{Extra, extra_json, extra_pairs};
use crate::model::draft::{Value, Values};
use crate::model::fault::{FaultKind, Flaw};
use crate::model::fields::{Field, Parse};
use crate::model::phone::Phone;
use crate::model::refusal::RowRefusal;
use crate::model::text::{has_mask, is_all_mask, is_mask_of, is_masked, masks_more};

/// What the masks in a new record's cells hide: nothing here says what. Takes away what is nothing but a mask.
pub fn of_new(values: &mut Values, extra: &mut Extra) -> Vec<Flaw> {
    let mut flaws: Vec<Flaw> = values.iter().filter_map(|(field, value)| unknown(field, value)).collect();
    for field in flaws.iter().filter_map(|flaw| flaw.field).collect::<Vec<Field>>() {
        if values.get(field).is_some_and(is_no_value) {
            values.remove(field);
        }
    }
    flaws.extend(extra.iter().filter_map(|(header, cell)| unknown_cell(header, cell)));
    extra.retain(|(_, cell)| !is_all_mask(cell));
    flaws
}

/// Why a row's masks keep it out: one of the fields that a new record cannot be without is a mask, or its phone is that of
/// nobody, or not the stored one.
pub fn flaw(values: &Values, wanted: &[Field], stored_phone: Option<&str>, is_known: bool) -> Option<Flaw> {
    let no_value = |field: &Field| values.get(*field).filter(|value| is_no_value(value)).map(Value::to_string);
    let required = || wanted.iter().find_map(|field| Some(Flaw::of(*field, hidden(no_value(field)?))));
    (!is_known).then(required).flatten().or_else(|| mask_flaw(Field::Phone, values, stored_phone, is_known))
}

/// What a cell hides that nothing is stored of. Phones and ID numbers narrow a search, and are reported where it ends.
pub fn unknown(field: Field, value: &Value) -> Option<Flaw> {
    let is_hidden = match value {
        Value::Text(text) if field.is_read_as(&[Parse::Name]) => is_masked(text),
        Value::Text(text) => has_mask(text),
        Value::Masked(_) => !field.is_read_as(&[Parse::Phone, Parse::IdNumber]),
        _ => false,
    };
    is_hidden.then(|| Flaw::of(field, hidden(value.to_string())))
}

/// Whether nothing of a cell is left.
pub fn is_no_value(value: &Value) -> bool {
    match value {
        Value::Text(text) => is_all_mask(text),
        Value::Masked(_) => true,
        _ => false,
    }
}

/// The same of an unknown column.
fn unknown_cell(header: &str, cell: &str) -> Option<Flaw> {
    has_mask(cell).then(|| Flaw { field: None, why: hidden(format!("{header}：{cell}")) })
}

fn hidden(value: String) -> FaultKind {
    FaultKind::HiddenByMask { value }
}

/// What is wrong with a masked cell: a mask changes nothing, and so must be that of what is stored.
pub fn mask_flaw(field: Field, values: &Values, stored: Option<&str>, is_known: bool) -> Option<Flaw> {
    values.masked(field).filter(|mask| stored != Some(*mask))?;
    Some(Flaw::refused(field, if is_known { RowRefusal::MaskUnfit } else { RowRefusal::MaskOfNobody }))
}

/// Whether a masked cell may stand for what is stored.
pub fn mask_fits(mask: &str, stored: &Option<Phone>) -> bool {
    stored.as_ref().is_some_and(|phone| phone.masked() == mask)
}

/// What an export writes for a private cell of an unknown column.
pub const MASKED: &str = "***";

/// Newer pairs over older ones: a header that is in both takes the newer cell. A masked cell says "unchanged", and masks never
/// go over what is stored.
pub fn extra_over(given: &Extra, stored: Option<&str>, warnings: &mut Vec<Flaw>) -> anyhow::Result<Option<String>> {
    let mut pairs = extra_pairs(stored)?;
    for (head, cell) in given {
        match pairs.iter_mut().find(|(known, _)| known == head) {
            Some(pair) if cell == MASKED || is_mask_of(cell, &pair.1) => {}
            Some(pair) if masks_more(cell, &pair.1) => {
                let value = format!("{head}：{cell}");
                warnings.push(Flaw { field: None, why: FaultKind::MaskedText { value } });
            }
            Some(pair) => pair.1.clone_from(cell),
            None => {
                warnings.extend(unknown_cell(head, cell));
                if !is_all_mask(cell) {
                    pairs.push((head.clone(), cell.clone()));
                }
            }
        }
    }
    extra_json(&pairs)
}
