//! How an office lays out a list: title rows, headers in their order, the file's form. For writing another list like it.

use std::sync::Arc;

use anyhow::Result;

use super::aliases::Use;
use super::bytes::Source;
use super::choose;
use super::encoding::Encoding;
use super::format_of::format_of;
use super::reading::trimmed;
use super::sheet::{Place, Sheet};
use super::{Options, label};
use crate::lang::lists;
use crate::model::exit::{Exit, stop};
use crate::model::words::ListKind;

/// A list's layout.
#[derive(Debug, Clone)]
pub struct Like {
    /// The rows above the header and the header's own, as they are written.
    pub above: Vec<Vec<String>>,
    pub columns: Vec<LikeColumn>,
    pub form: LikeForm,
}

/// A column of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikeColumn {
    pub head: String,
    pub holds: Use,
}

/// The form of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LikeForm {
    Text { encoding: Encoding, marked: bool, delimiter: u8 },
    Workbook { sheet: String },
}

/// The layout of a list of this kind; its rows are not looked at, and there need be none.
///
/// # Errors
/// Whatever keeps it from being a list of the kind (exit 3).
pub fn like(file: &str, kind: ListKind, options: &Options) -> Result<Like> {
    let source = Arc::new(Source::open(file)?);
    let chosen = match format_of(&source)? {
        None => choose::text(&source, kind, options)?,
        Some(format) => {
            let mut sheets = choose::sheets(&source, kind, format, options)?;
            if sheets.len() != 1 {
                return Err(stop(Exit::Refused, lists::sheets_for_like(file)));
            }
            sheets.remove(0)
        }
    };
    let mut above = Vec::new();
    for row in Sheet::open(&source, &chosen.place)? {
        let row = row?;
        if row.number > chosen.header.row {
            break;
        }
        above.push(row.cells.iter().map(str::to_owned).collect());
    }
    let uses = chosen.header.columns.uses();
    let columns = chosen.header.headers.iter().zip(uses);
    let columns = columns.map(|(head, holds)| LikeColumn { head: trimmed(head).to_owned(), holds: *holds }).collect();
    let form = match chosen.place {
        Place::Text(layout) => {
            LikeForm::Text { encoding: layout.encoding, marked: layout.mark > 0, delimiter: layout.delimiter }
        }
        Place::Sheet(..) => LikeForm::Workbook { sheet: chosen.sheet.unwrap_or_else(|| label(file, None)) },
    };
    Ok(Like { above, columns, form })
}
