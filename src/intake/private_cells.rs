//! Identity numbers in cells where none belongs: masked before anything is read of them, since what is read is stored.

use super::aliases::Use;
use super::cells::Cells;
use super::columns::Columns;
use crate::model::fields::{self, Field, Parse};
use crate::model::id_in_text::{self, masked_ids, may_hold_id};
use crate::model::words::ListKind;

/// The cells with identity numbers masked, and the columns where there were any; `None` where there were none.
pub fn without_ids(kind: ListKind, cells: &Cells, columns: &Columns) -> Option<(Cells, Vec<u16>)> {
    if !may_hold_id(cells.text()) {
        return None;
    }
    let mut masked: Vec<(u16, String)> = Vec::new();
    for ((column, cell), one) in (0u16..).zip(cells.iter()).zip(columns.uses()) {
        let mask = match one {
            Use::Serial | Use::Ignored => continue,
            Use::Extra => Some('*'),
            Use::Field(field, _) => mask_of(kind, *field),
        };
        masked.extend(mask.and_then(|mask| masked_ids(cell, mask)).map(|cell| (column, cell)));
    }
    let columns: Vec<u16> = masked.iter().map(|(column, _)| *column).collect();
    (!columns.is_empty()).then(|| (cells.with(&masked), columns))
}

/// The days of birth in the numbers of these columns, of those who may be children: what is masked no longer tells that a
/// wish is a child's, and a child's wish wants a yes of its own before it is published.
pub fn births(cells: &Cells, columns: &[u16]) -> Vec<String> {
    let texts = columns.iter().filter_map(|column| cells.get(usize::from(*column)));
    let mut births: Vec<String> = texts.flat_map(id_in_text::births).filter(|born| born.starts_with("20")).collect();
    births.sort_unstable();
    births.dedup();
    births
}

/// What a field's cells are masked with; `None` where an identity number belongs, or is a fault of its own.
fn mask_of(kind: ListKind, field: Field) -> Option<char> {
    match fields::in_list(kind, field)?.def.parse {
        // People may be named by it, and are found by its digest.
        Parse::IdNumber | Parse::Claimants => None,
        Parse::Phone | Parse::Code => None,
        // In an address a star says that the stored one is meant.
        Parse::Address => Some('×'),
        Parse::Text
        | Parse::Name
        | Parse::Day
        | Parse::Deadline
        | Parse::Money
        | Parse::Quantity
        | Parse::Number(_)
        | Parse::Word(_)
        | Parse::Place
        | Parse::None => Some('*'),
    }
}
