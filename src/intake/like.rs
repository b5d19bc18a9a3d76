//! How an office lays out a list: title rows, headers in their order, the file's form. For writing another list like it.

use std::sync::Arc;

use anyhow::Result;

use super::aliases::Use;
use super::bytes::Source;
use super::cells::Cells;
use super::choose;
use super::encoding::Encoding;
use super::format_of::format_of;
use super::header::Header;
use super::reading::trimmed;
use super::sheet::{Place, Sheet};
use super::skip::{Skip, skip};
use super::{List, Options, Read, label};
use crate::lang::lists;
use crate::model::exit::{Exit, stop};
use crate::model::fields::Field;
use crate::model::money::Unit;
use crate::model::place::PlacePath;
use crate::model::sheet_frame::SheetFrame;
use crate::model::words::ListKind;

/// A list's layout.
#[derive(Debug, Clone)]
pub struct Like {
    /// The rows above the header and the header's own, as they are written.
    pub above: Vec<Vec<String>>,
    /// The rows below the records, as forms end: 填表人, 审核人, 合计. Totals without their figures, which are of other rows.
    pub below: Vec<Vec<String>>,
    pub columns: Vec<LikeColumn>,
    pub form: LikeForm,
    /// The places of a sheet's rows, where one sheet of a workbook was asked for: that sheet is theirs.
    pub places: Option<Vec<PlacePath>>,
}

/// A column of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikeColumn {
    pub header: String,
    pub holds: Use,
    /// What its amounts are counted in.
    pub unit: Unit,
}

/// The form of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LikeForm {
    Text {
        encoding: Encoding,
        marked: bool,
        delimiter: u8,
    },
    /// With what is around the cells, where it could be kept.
    Workbook {
        sheet: String,
        frame: Option<Arc<SheetFrame>>,
    },
}

/// The layout of a list of this kind; its rows are not looked at, and there need be none.
///
/// # Errors
/// Whatever keeps it from being a list of the kind (exit 3).
pub fn like(file: &str, kind: ListKind, options: &Options) -> Result<Like> {
    let source = Arc::new(Source::open(file)?);
    let chosen = match format_of(&source)? {
        None if options.sheet.is_some() => return Err(stop(Exit::Refused, lists::sheet_for_text(file))),
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
    let mut below = Below::default();
    for row in Sheet::open(&source, &chosen.place)? {
        let row = row?;
        if row.number > chosen.header.row {
            below.add(kind, row.number, &row.cells, &chosen.header);
            continue;
        }
        // Rows without any cell are left out where they are read.
        let number = usize::try_from(row.number).unwrap_or(usize::MAX);
        if matches!(chosen.place, Place::Sheet(..)) {
            above.resize(above.len().max(number.saturating_sub(1)), Vec::new());
        }
        above.push(row.cells.iter().map(str::to_owned).collect());
    }
    let uses = chosen.header.columns.uses();
    let columns = chosen.header.headers.iter().zip(uses);
    let column = |(column, (header, holds)): (u16, (&String, &Use))| LikeColumn {
        header: trimmed(header).to_owned(),
        holds: *holds,
        unit: chosen.header.columns.unit(column),
    };
    let columns = (0..).zip(columns).map(column).collect();
    let form = match &chosen.place {
        Place::Text(layout) => {
            LikeForm::Text { encoding: layout.encoding, marked: layout.mark > 0, delimiter: layout.delimiter }
        }
        Place::Sheet(book, sheet) => LikeForm::Workbook {
            sheet: chosen.sheet.clone().unwrap_or_else(|| label(file, None)),
            frame: book.frame(*sheet, chosen.header.row, below.first)?.map(Arc::new),
        },
    };
    let is_of_sheet = options.sheet.is_some() && chosen.sheet.is_some();
    let places = if is_of_sheet { Some(places(&List::new(&source, kind, options, chosen)?)?) } else { None };
    Ok(Like { above, below: below.rows, columns, form, places })
}

/// The rows below the last record so far.
#[derive(Default)]
struct Below {
    rows: Vec<Vec<String>>,
    /// The number of the first of them.
    first: Option<u32>,
    in_notes: bool,
}

/// Below the records so many rows are kept at most.
const LONGEST_FOOT: usize = 100;

impl Below {
    fn add(&mut self, kind: ListKind, number: u32, cells: &Cells, header: &Header) {
        // Rows without any cell are left out where they are read.
        if let Some(first) = self.first {
            let gap = usize::try_from(number - first).unwrap_or(usize::MAX).min(LONGEST_FOOT);
            self.rows.resize(self.rows.len().max(gap), Vec::new());
        }
        let skipped = skip(kind, cells, &header.columns, [&header.headers, &header.upper], self.in_notes);
        self.in_notes = skipped == Some(Skip::Note) || (self.in_notes && skipped == Some(Skip::Blank));
        match skipped {
            Some(Skip::Note | Skip::Heading) => self.rows.push(cells.iter().map(str::to_owned).collect()),
            Some(Skip::Total) => {
                let is_formula = |cell: &str| cell.trim_start_matches('\'').starts_with('=');
                let label = |cell: &str| match cell.split(char::is_numeric).next() {
                    Some(label) if !is_formula(cell) => label.to_owned(),
                    _ => String::new(),
                };
                self.rows.push(cells.iter().map(label).collect());
            }
            Some(Skip::Blank) if self.rows.is_empty() => return,
            Some(Skip::Blank) => self.rows.push(Vec::new()),
            Some(Skip::Sample | Skip::Header) | None => *self = Below::default(),
        }
        if !self.rows.is_empty() {
            self.first.get_or_insert(number);
        }
    }
}

/// The places that a sheet's rows name, and the one that it is called by.
fn places(list: &List) -> Result<Vec<PlacePath>> {
    let by_name = list.plan.columns().constant(Field::Place).and_then(|place| place.parse().ok());
    let mut places: Vec<PlacePath> = by_name.into_iter().collect();
    for row in list.rows()? {
        let Read::Draft { draft, .. } = row?.read else { continue };
        places.extend(draft.place().filter(|place| !places.contains(place)).cloned());
    }
    Ok(places)
}
