//! Which way of reading a file makes the best list of a kind: the delimiter of a text, the sheet of a workbook. What is
//! not clear is refused, with the flag that settles it.

use std::convert::Infallible;
use std::str::FromStr;
use std::sync::Arc;

use anyhow::Result;

use super::Options;
use super::bytes::Source;
use super::cells::Cells;
use super::columns::{Meanings, Unused};
use super::encoding;
use super::excerpt::{brief, listed};
use super::header::{self, Header, SEARCHED};
use super::map::Map;
use super::reading::value;
use super::sheet::{Layout, Place, Sheet};
use super::unclear;
use super::workbook::{Format, Workbook};
use crate::lang::faults::kind_name;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};
use crate::model::words::ListKind;

/// More than the workbook of any office has.
const MOST_SHEETS: usize = 1000;
/// The most bytes that are read to find the sheet that fits, where each one is read from the beginning of the file.
const MOST_READ_AGAIN: u64 = 256 << 20;

/// The value of `--sheet`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WantedSheet {
    /// Every sheet that whoever opens the workbook sees and that fits.
    All,
    Named(String),
}

impl FromStr for WantedSheet {
    type Err = Infallible;

    fn from_str(word: &str) -> Result<WantedSheet, Infallible> {
        Ok(if word.eq_ignore_ascii_case("all") { WantedSheet::All } else { WantedSheet::Named(word.to_owned()) })
    }
}

/// A list found in a file.
pub struct Chosen {
    pub place: Place,
    pub header: Header,
    /// The office's own meaning of the headers.
    pub map: Option<Arc<Map>>,
    pub sheet: Option<String>,
    /// Columns that no field has.
    pub unused: Vec<Unused>,
    /// What was left out, each a sentence.
    pub notes: Vec<String>,
}

impl Options {
    fn meanings<'a>(&'a self, map: Option<&'a Map>) -> Meanings<'a> {
        Meanings { map, ignored: &self.ignored }
    }
}

/// The delimiter whose header fits best, and that header.
pub fn text(source: &Source, kind: ListKind, options: &Options) -> Result<Chosen> {
    let (encoding, mark) = encoding::detect(source, options.encoding)?;
    let delimiters = options.delimiter.map_or(vec![b',', b'\t', b';', b'|'], |delimiter| vec![delimiter]);
    let mut best: Option<Candidate> = None;
    for delimiter in delimiters {
        let candidate = Candidate::new(
            source,
            kind,
            options,
            Place::Text(Layout { encoding, mark, delimiter, quotes: options.quotes }),
        )?;
        if best.as_ref().is_none_or(|best| candidate.is_better_than(best)) {
            best = Some(candidate);
        }
    }
    match best {
        Some(best) => best.chosen(&source.name, kind, options, None, Vec::new()),
        None => Err(stop(Exit::Refused, lists::empty_file(&source.name))),
    }
}

/// The sheet whose header fits best, or the one that is named, or all that fit.
pub fn sheets(source: &Arc<Source>, kind: ListKind, format: Format, options: &Options) -> Result<Vec<Chosen>> {
    let book = Arc::new(Workbook::open(source, format, options.encoding)?);
    let file = &source.name;
    let candidate = |sheet: usize| Candidate::new(source, kind, options, Place::Sheet(Arc::clone(&book), sheet));
    let name = |sheet: usize| book.sheets[sheet].name.clone();
    if let Some(WantedSheet::Named(wanted)) = &options.sheet {
        let found = book.sheets.iter().position(|sheet| sheet.name.trim() == wanted.trim());
        let Some(sheet) = found else {
            let names = listed(book.sheets.iter().map(|sheet| brief(&sheet.name)));
            return Err(stop(Exit::Refused, lists::no_such_sheet(file, brief(wanted), names)));
        };
        return Ok(vec![candidate(sheet)?.chosen(file, kind, options, Some(name(sheet)), Vec::new())?]);
    }
    if book.sheets.len() > MOST_SHEETS || book.read_again().saturating_mul(book.sheets.len() as u64) > MOST_READ_AGAIN {
        return Err(stop(Exit::Refused, lists::too_many_sheets(file, book.sheets.len())));
    }
    let (hidden, seen): (Vec<usize>, Vec<usize>) = (0..book.sheets.len()).partition(|sheet| book.sheets[*sheet].hidden);
    if seen.is_empty() {
        let names = listed(hidden.into_iter().map(|sheet| brief(&name(sheet))));
        return Err(stop(Exit::Refused, lists::all_hidden(file, names)));
    }
    let mut candidates = Vec::with_capacity(seen.len());
    for sheet in seen {
        candidates.push((sheet, candidate(sheet)?));
    }
    let (taken, left) = fitting(file, kind, candidates, options, &name)?;
    let hidden = hidden.into_iter().map(|sheet| lists::sheet_hidden(file, brief(&name(sheet))));
    let left = left.into_iter().map(|sheet| lists::sheet_left(file, brief(&name(sheet))));
    let mut notes: Vec<String> = hidden.chain(left).collect();
    let mut chosen = Vec::with_capacity(taken.len());
    for (sheet, candidate) in taken {
        let one = candidate.chosen(file, kind, options, Some(name(sheet)), std::mem::take(&mut notes))?;
        let answered = unclear::answered(kind, &one.header.headers, one.map.as_ref()).filter(|_| options.map.is_none());
        if let Some(answered) =
            answered.filter(|answered| options.kept.iter().all(|kept| kept.headers != answered.headers))
        {
            // The answers for this sheet may make lists of others.
            let mut options = options.clone();
            options.kept.push(answered);
            return sheets(source, kind, format, &options);
        }
        chosen.push(one);
    }
    Ok(chosen)
}

/// The sheets to take, and those that are left out.
type Fitting = (Vec<(usize, Candidate)>, Vec<usize>);

fn fitting(
    file: &str,
    kind: ListKind,
    candidates: Vec<(usize, Candidate)>,
    options: &Options,
    name: &impl Fn(usize) -> String,
) -> Result<Fitting> {
    let (whole, others): (Vec<_>, Vec<_>) = candidates.into_iter().partition(|(_, one)| one.is_list());
    if whole.is_empty() {
        // The error names what the best of them lacks; where several have no header at all, it says that none fits.
        let mut others = others;
        let best = (0..others.len()).reduce(
            |best, next| {
                if others[next].1.is_better_than(&others[best].1) { next } else { best }
            },
        );
        let several = others.len() > 1;
        return match best.map(|best| others.swap_remove(best)) {
            Some((sheet, best)) if best.header.is_some() || !several => Ok((vec![(sheet, best)], Vec::new())),
            _ => Err(stop(Exit::Refused, lists::none_fits(file, kind_name(kind)))),
        };
    }
    let mut left: Vec<usize> = others.into_iter().map(|(sheet, _)| sheet).collect();
    if options.sheet == Some(WantedSheet::All) {
        return Ok((whole, left));
    }
    let most = whole.iter().map(|(_, one)| one.matched()).max();
    let (mut best, worse): (Vec<_>, Vec<_>) = whole.into_iter().partition(|(_, one)| Some(one.matched()) == most);
    left.extend(worse.into_iter().map(|(sheet, _)| sheet));
    left.sort_unstable();
    if best.len() > 1 {
        let names = listed(best.iter().map(|(sheet, _)| brief(&name(*sheet))));
        let why = if options.one_sheet {
            lists::sheets_alike_for_one(file, kind_name(kind), names)
        } else {
            lists::sheets_alike(file, kind_name(kind), names)
        };
        return Err(stop(Exit::Refused, why));
    }
    best.truncate(1);
    Ok((best, left))
}

/// A file's name, with its sheet where it has one.
pub fn label(file: &str, sheet: Option<&str>) -> String {
    sheet.map_or_else(|| file.to_owned(), |sheet| lists::sheet_of(file, brief(sheet)))
}

/// A way of reading a file, tried on its first rows.
struct Candidate {
    place: Place,
    rows: Vec<(u32, Cells)>,
    header: Option<Header>,
    /// The most cells that one of the rows has.
    widest: usize,
    /// There is something below the header.
    has_rows: bool,
    /// Why not all of the rows could be read.
    broken: Option<anyhow::Error>,
    map: Option<Arc<Map>>,
}

impl Candidate {
    fn new(source: &Source, kind: ListKind, options: &Options, place: Place) -> Result<Candidate> {
        let mut rows = Vec::new();
        let mut broken = None;
        let mut sheet = Sheet::open(source, &place)?;
        for row in sheet.by_ref().take(SEARCHED) {
            match row {
                Ok(row) => rows.push((row.number, row.cells.with_below(&row.below))),
                Err(err) => broken = Some(err),
            }
        }
        let kept =
            if options.map.is_none() { unclear::kept(&rows, kind, &options.kept, &options.ignored) } else { None };
        let map = kept.or_else(|| options.map.clone());
        let header = header::best(&rows, kind, options.meanings(map.as_deref()));
        let widest = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0).max(sheet.width());
        let below = |(row, _): &(u32, Cells)| header.as_ref().is_some_and(|header| *row > header.row);
        let has_rows = rows.iter().any(below) || sheet.next().is_some();
        Ok(Candidate { place, rows, header, widest, has_rows, broken, map })
    }

    /// It has what its kind requires, and rows.
    fn is_list(&self) -> bool {
        self.has_rows && self.header.as_ref().is_some_and(|header| header.is_whole)
    }

    fn matched(&self) -> usize {
        self.header.as_ref().map_or(0, |header| header.columns.matched)
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

    /// Errors: what keeps this from being a list of the kind.
    fn chosen(
        self,
        file: &str,
        kind: ListKind,
        options: &Options,
        sheet: Option<String>,
        notes: Vec<String>,
    ) -> Result<Chosen> {
        let Candidate { place, rows, mut header, broken, mut map, .. } = self;
        let label = label(file, sheet.as_deref());
        let corrects = header.as_ref().is_some_and(|header| !header.is_whole && header.columns.may_correct(kind));
        let ask = options.ask.filter(|_| !corrects);
        if let (Some(ask), Some(unclear), None) = (ask, unclear::of(&label, kind, header.as_ref(), &rows), &map) {
            map = Some(Arc::new(ask(&unclear)?));
            header = header::best(&rows, kind, options.meanings(map.as_deref()));
        }
        match broken {
            // Below a whole header it is reported when the rows are read.
            Some(err) if !header.as_ref().is_some_and(|header| header.is_whole) => Err(err),
            Some(_) | None => {
                if let Some(map) = map.as_ref().filter(|_| !header.as_ref().is_some_and(|header| header.is_whole)) {
                    // Headers that the map names and no row has: the map is of another list.
                    let cells: Vec<String> =
                        rows.iter().flat_map(|(_, cells)| cells.iter().map(str::to_owned)).collect();
                    map.check_headers(&label, &cells)?;
                }
                let header = header::check(&label, kind, header, &rows)?;
                let below = rows.iter().filter(|(row, _)| *row > header.row);
                let has_cells = |column: u16| {
                    below
                        .clone()
                        .any(|(_, cells)| cells.get(usize::from(column)).is_some_and(|cell| !value(cell).is_empty()))
                };
                let unused = header.columns.unused(kind, &header.headers, has_cells);
                Ok(Chosen { place, header, map, sheet, unused, notes })
            }
        }
    }
}
