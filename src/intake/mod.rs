//! Lists: bytes -> sheet -> header -> columns -> cells -> drafts and faults, in one straight line. Never asks the
//! office file.

pub mod cells;

mod aliases;
mod bytes;
mod claims;
mod columns;
mod decisions;
mod decode;
mod delimited;
mod encoding;
mod header;
mod known_words;
mod needs;
mod places;
mod reading;
mod rosters;
mod row;
mod sheet;
mod skip;
mod tell;

use std::collections::HashSet;
use std::sync::Arc;

use anyhow::Result;

pub use aliases::head;
pub use cells::Cells;
pub use encoding::{Encoding, UnknownEncoding};
pub use row::{Read, Row};
pub use tell::{brief, private};

use crate::lang::lists;
use crate::model::draft::Draft;
use crate::model::exit::{Exit, stop};
use crate::model::field::Field;
use crate::model::place::PlacePath;
use crate::model::words::{ListKind, MemberClass};
use bytes::Source;
use header::{Header, SEARCHED};
use row::Plan;
use sheet::{Layout, Sheet};

/// What the command line says of a list, where its bytes don't.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub encoding: Option<Encoding>,
    pub delimiter: Option<u8>,
    /// For a roster without that column.
    pub class: Option<MemberClass>,
    /// Claimants on no roster are outsiders.
    pub outsiders: bool,
}

/// A list whose header was found; its rows may be read as often as needed.
pub struct List {
    /// As given; `-` for standard input.
    pub name: String,
    pub kind: ListKind,
    /// The workbook's sheet; `None` for text.
    pub sheet: Option<String>,
    /// `None` for workbooks.
    pub encoding: Option<Encoding>,
    pub delimiter: u8,
    /// The last row of the header, the first of the list being 1.
    pub header_row: u32,
    /// As the office wrote them.
    pub heads: Vec<String>,
    source: Source,
    layout: Layout,
    plan: Arc<Plan>,
}

/// Reads a list through once, settles its encoding and delimiter, and finds its header.
///
/// # Errors
/// Whatever keeps the whole list out ends with exit 3 and names the way out.
pub fn open(source: &str, kind: ListKind, options: &Options) -> Result<List> {
    let source = Source::open(source)?;
    sheet::refuse_other_files(&source)?;
    let (encoding, mark) = encoding::detect(&source, options.encoding)?;
    let (layout, header) = settled(&source, kind, options.delimiter, encoding, mark)?;
    let plan = Plan::new(kind, options, header.row, header.heads.clone(), header.columns);
    let list = List {
        name: source.name.clone(),
        kind,
        sheet: None,
        encoding: Some(encoding),
        delimiter: layout.delimiter,
        header_row: header.row,
        heads: header.heads,
        source,
        layout,
        plan: Arc::new(plan),
    };
    list.refuse_without_rows()?;
    Ok(list)
}

impl List {
    /// SHA-256 of the bytes. Made while the rows are read; asked before, it is waited for.
    pub fn digest(&self) -> Result<[u8; 32]> {
        self.source.digest()
    }

    /// The first column of a field, counted from 0.
    pub fn column_of(&self, field: Field) -> Option<u16> {
        self.plan.columns().first(field)
    }

    /// Whether any column says where a record belongs.
    pub fn has_place(&self) -> bool {
        let parts = [Field::Place, Field::District, Field::Street, Field::Community, Field::Station];
        parts.into_iter().any(|field| self.column_of(field).is_some())
    }

    /// The rows below the header, from the first.
    ///
    /// # Errors
    /// The iterator's: a row that cannot be read at all (a quote that never closes, bytes of no text) ends the list.
    pub fn rows(&self) -> Result<Rows> {
        Ok(Rows {
            sheet: Sheet::delimited(&self.source, self.layout),
            plan: Arc::clone(&self.plan),
            in_notes: false,
            places: HashSet::new(),
        })
    }

    fn refuse_without_rows(&self) -> Result<()> {
        for row in self.rows()? {
            match row.map(|row| row.read) {
                Ok(Read::Skipped) => {}
                // A row that stops the list is told when the rows are read.
                Ok(Read::Draft { .. } | Read::Faulty(_)) | Err(_) => return Ok(()),
            }
        }
        Err(stop(Exit::Refused, lists::no_rows(&self.name, self.header_row)))
    }
}

/// The rows below a list's header.
pub struct Rows {
    sheet: Sheet,
    plan: Arc<Plan>,
    in_notes: bool,
    /// The places that rows have named, each held once.
    places: HashSet<PlacePath>,
}

impl Iterator for Rows {
    type Item = Result<Row>;

    fn next(&mut self) -> Option<Result<Row>> {
        loop {
            match self.sheet.next()? {
                Ok((number, _)) if number <= self.plan.header_row() => {}
                Ok((number, cells)) => {
                    let mut row = self.plan.read(number, cells, &mut self.in_notes);
                    if let Read::Draft { draft, .. } = &mut row.read {
                        self.share_place(draft);
                    }
                    return Some(Ok(row));
                }
                Err(err) => return Some(Err(err)),
            }
        }
    }
}

impl Rows {
    /// A place that an earlier row named is that row's text: whoever stores the rows finds it in its cache.
    fn share_place(&mut self, draft: &mut Draft) {
        let Some(place) = draft.place_mut() else { return };
        match self.places.get(place) {
            Some(known) => *place = known.clone(),
            None => {
                self.places.insert(place.clone());
            }
        }
    }
}

/// The delimiter whose header fits best, and that header.
fn settled(
    source: &Source,
    kind: ListKind,
    told: Option<u8>,
    encoding: Encoding,
    mark: u64,
) -> Result<(Layout, Header)> {
    let delimiters = told.map_or(vec![b',', b'\t', b';', b'|'], |delimiter| vec![delimiter]);
    let mut best: Option<Candidate> = None;
    for delimiter in delimiters {
        let candidate = Candidate::new(source, kind, Layout { encoding, mark, delimiter });
        if best.as_ref().is_none_or(|best| candidate.is_better_than(best)) {
            best = Some(candidate);
        }
    }
    let Some(Candidate { layout, rows, header, broken, .. }) = best else {
        return Err(stop(Exit::Refused, lists::empty_file(&source.name)));
    };
    match broken {
        // Below a whole header it is told when the rows are read.
        Some(err) if !header.as_ref().is_some_and(|header| header.is_whole) => Err(err),
        Some(_) | None => Ok((layout, header::check(&source.name, kind, header, &rows)?)),
    }
}

/// A delimiter tried on the first rows.
struct Candidate {
    layout: Layout,
    rows: Vec<(u32, Cells)>,
    header: Option<Header>,
    /// The most cells that one of the rows has.
    widest: usize,
    /// Why not all of the rows could be read.
    broken: Option<anyhow::Error>,
}

impl Candidate {
    fn new(source: &Source, kind: ListKind, layout: Layout) -> Candidate {
        let mut rows = Vec::new();
        let mut broken = None;
        for row in Sheet::delimited(source, layout).take(SEARCHED) {
            match row {
                Ok(row) => rows.push(row),
                Err(err) => broken = Some(err),
            }
        }
        let header = header::best(&rows, kind);
        let widest = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
        Candidate { layout, rows, header, widest, broken }
    }

    fn is_better_than(&self, other: &Candidate) -> bool {
        match (&self.header, &other.header) {
            (Some(one), Some(other)) if header::fits_better(one, other) => true,
            (Some(one), Some(other)) if header::fits_better(other, one) => false,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (_, _) => self.widest > other.widest,
        }
    }
}
