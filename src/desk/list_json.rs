//! The JSON of imported lists: counts, faults and warnings.

use serde::Serialize;

use crate::intake;
use crate::lang::{self, cmd as text};
use crate::model::fault::{Fault, FaultKind, column_letter};
use crate::model::fields::Field;
use crate::privacy;

/// The result of one list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FileJson {
    pub file: String,
    pub sheet: Option<String>,
    pub encoding: Option<&'static str>,
    pub header_row: u32,
    pub rows: u64,
    pub new: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub duplicates: u64,
    pub skipped: u64,
    pub rejected: u64,
    pub faults: Vec<FaultJson>,
    pub rejects_file: Option<String>,
    /// Columns known by the words in their headers alone, with their fields.
    pub by_words: Vec<ColumnJson>,
    /// Columns that no field has, with the fields that they may mean.
    pub unused: Vec<ColumnJson>,
    /// Cells that could not be read and wait with their record, which is in.
    pub unread: u64,
    pub unread_cells: Vec<UnreadJson>,
}

/// A cell that waits, and the code of its record.
#[derive(Debug, Clone, Serialize)]
pub struct UnreadJson {
    pub record: String,
    #[serde(flatten)]
    pub fault: FaultJson,
}

/// A column of a list.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnJson {
    pub column: String,
    pub header: String,
    pub field: Option<&'static str>,
}

impl ColumnJson {
    pub(super) fn of(column: u16, header: &str, field: Option<Field>) -> ColumnJson {
        ColumnJson { column: column_letter(column), header: header.trim().to_owned(), field: field.map(Field::code) }
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct FaultJson {
    pub row: u32,
    pub column: Option<String>,
    pub field: Option<&'static str>,
    pub code: &'static str,
    pub message: String,
}

/// A warning: a fault that did not reject its row, and the list it is in.
#[derive(Debug, Clone, Serialize)]
pub struct WarningJson {
    pub file: String,
    pub sheet: Option<String>,
    #[serde(flatten)]
    pub fault: FaultJson,
    #[serde(skip)]
    pub(super) why: FaultKind,
}

impl FileJson {
    /// The list's name, and its sheet if it has one.
    pub fn label(&self) -> String {
        intake::label(&self.file, self.sheet.as_deref())
    }

    /// The rows that are handed back: those kept out, and those with cells that wait.
    pub(super) fn to_mend(&self) -> u64 {
        let rows: std::collections::BTreeSet<u32> = self.unread_cells.iter().map(|cell| cell.fault.row).collect();
        self.rejected + rows.len() as u64
    }
}

impl WarningJson {
    pub(super) fn label(&self) -> String {
        intake::label(&self.file, self.sheet.as_deref())
    }
}

pub(super) fn place_of(fault: &FaultJson) -> String {
    match &fault.column {
        Some(column) => format!("{column}{}", fault.row),
        None => text::row(fault.row),
    }
}

pub(super) fn fault_json(fault: &Fault) -> FaultJson {
    let problem = lang::faults::fault_of(fault.field, &fault.why);
    let message = match fault.field {
        Some(field) => text::of_field(lang::faults::field_name(field), problem),
        None => problem,
    };
    FaultJson {
        row: fault.row,
        column: fault.column.map(column_letter),
        field: fault.field.map(|field| field.code()),
        code: fault.why.code(),
        // The message quotes a cell, which may contain private data.
        message: privacy::mask_text(&message),
    }
}
