//! What a spreadsheet strikes out: offices do so with what was withdrawn. Knows marks and columns, nothing of values.

use super::aliases::Use;
use super::cells::{Cells, Mark};
use super::columns::Columns;
use super::reading::value;
use crate::model::fault::{Fault, FaultKind};
use crate::model::words::ListKind;

/// Whether a row is struck out: all of its cells, or one of those that say what it is of.
pub fn is_row(kind: ListKind, cells: &Cells, columns: &Columns) -> bool {
    if cells.marks().is_empty() {
        return false;
    }
    let is_struck = |column: u16| cells.marks().contains(&(column, Mark::Struck));
    let is_subject = |column: u16| columns.field(column).is_some_and(|field| kind.subjects().contains(&field));
    let is_all = || filled(cells, columns).next().is_some() && filled(cells, columns).all(is_struck);
    cells.marks().iter().any(|(column, _)| is_subject(*column) && is_struck(*column)) || is_all()
}

/// A warning for each cell that is struck out, or that has a part that is.
pub fn cells(row: u32, cells: &Cells, columns: &Columns) -> Vec<Fault> {
    if cells.marks().is_empty() {
        return Vec::new();
    }
    let has_mark = |column: &u16| {
        cells.marks().iter().any(|(one, why)| one == column && matches!(why, Mark::Struck | Mark::PartlyStruck))
    };
    let struck = filled(cells, columns).filter(has_mark);
    struck
        .map(|column| Fault { row, column: Some(column), field: columns.field(column), why: FaultKind::StruckCell })
        .collect()
}

/// The columns with a value, but for running numbers and what is dropped.
fn filled(cells: &Cells, columns: &Columns) -> impl Iterator<Item = u16> {
    let is_left =
        |column: &u16| matches!(columns.uses().get(usize::from(*column)), None | Some(Use::Field(..) | Use::Extra));
    (0u16..).zip(cells.iter()).filter(|(_, cell)| !value(cell).is_empty()).map(|(column, _)| column).filter(is_left)
}
