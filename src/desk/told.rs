//! What JSON tells of lists that were taken: counts, faults and warnings.

use serde::Serialize;

use crate::intake;
use crate::lang::{self, cmd as text};
use crate::model::fault::{Fault, Why, column_letter};
use crate::privacy;

/// What became of one list.
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
}

#[derive(Debug, Clone, Serialize)]
pub struct FaultJson {
    pub row: u32,
    pub column: Option<String>,
    pub field: Option<&'static str>,
    pub code: &'static str,
    pub message: String,
}

/// A warning: a fault that kept no row out, and the list it is in.
#[derive(Debug, Clone, Serialize)]
pub struct WarningJson {
    pub file: String,
    pub sheet: Option<String>,
    #[serde(flatten)]
    pub fault: FaultJson,
    #[serde(skip)]
    pub(super) why: Why,
}

impl FileJson {
    /// The list's name, with its sheet where it has one.
    pub fn label(&self) -> String {
        intake::label(&self.file, self.sheet.as_deref())
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
        // A cell told back may hold more than its field should.
        message: privacy::mask_text(&message),
    }
}
