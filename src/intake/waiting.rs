//! Which cells a row can do without: the record goes in, the field stays blank, and what was written waits to be mended
//! (docs/design.md, section 5). Knows faults and fields, nothing of what is stored.

use super::aliases::Use;
use super::cells::Cells;
use super::columns::Columns;
use super::reading::{header_of, lines, value};
use crate::model::draft::{Unread, Values};
use crate::model::fault::{Fault, FaultKind};
use crate::model::fields::Field;
use crate::model::words::ListKind;

/// A cell that waits: what is wrong with it, and by what it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub fault: Fault,
    /// The field's code word, or the header of an unknown column.
    pub key: String,
}

/// Whether the record goes in without this cell: it is there, cannot be read, and is of a field that says neither which
/// record it is, nor whose, nor what somebody agreed to.
pub fn can_wait(kind: ListKind, columns: &Columns, cells: &Cells, fault: &Fault) -> bool {
    let Some(column) = fault.column else { return false };
    let is_written = cells.get(usize::from(column)).is_some_and(|cell| !value(cell).is_empty());
    let is_spare = match (columns.uses().get(usize::from(column)), fault.field) {
        (Some(Use::Extra), None) => true,
        // What a map gives to all rows is in no cell.
        (Some(Use::Field(own, _)), Some(field)) => *own == field && kind.can_lack(field),
        (_, _) => false,
    };
    // 已退领 must not stand as a claim, whatever word says so.
    let text = cells.get(usize::from(column)).unwrap_or_default();
    let may_be_over = kind == ListKind::Claims
        && fault.field == Some(Field::State)
        && text.contains(['退', '撤', '消', '弃', '止', '废']);
    is_written && is_spare && !may_be_over && is_unreadable(&fault.why)
}

/// Whether nothing is wrong but that the cell cannot be read: no number was destroyed, no row cut off.
fn is_unreadable(why: &FaultKind) -> bool {
    matches!(
        why,
        FaultKind::ErrorCell { .. }
            | FaultKind::NotComputed
            | FaultKind::Ditto { .. }
            | FaultKind::NotAPhone { .. }
            | FaultKind::NotADay { .. }
            | FaultKind::NotMoney { .. }
            | FaultKind::NotAQuantity { .. }
            | FaultKind::NotANumber { .. }
            | FaultKind::UnknownWord { .. }
    )
}

/// These faults as cells that wait.
pub fn of(headers: &[String], faults: Vec<Fault>) -> Vec<Waiting> {
    let key = |fault: &Fault| match fault.field {
        Some(field) => Some(field.code().to_owned()),
        None => header_of(headers, fault.column?),
    };
    faults.into_iter().filter_map(|fault| Some(Waiting { key: key(&fault)?, fault })).collect()
}

/// What the cells say, each by its field or its header; a field that another cell has given a value wants nothing more.
pub fn unread(cells: &Cells, waiting: &[Waiting], values: &Values) -> Unread {
    let mut unread = Unread::new();
    for Waiting { fault, key } in waiting {
        let is_given = fault.field.is_some_and(|field| values.get(field).is_some());
        let cell = fault.column.and_then(|column| cells.get(usize::from(column))).map(value).unwrap_or_default();
        if !is_given && !unread.iter().any(|(known, _)| known == key) {
            unread.push((key.clone(), lines(cell)));
        }
    }
    unread
}
