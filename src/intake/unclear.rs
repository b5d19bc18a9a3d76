//! Headers that are not recognised: what is asked about them where somebody can answer, and earlier answers, found again
//! by the set of headers.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use anyhow::Result;

use super::aliases::{self, Use, plain, use_of};
use super::cells::Cells;
use super::columns::Meanings;
use super::excerpt::private;
use super::header::{self, Header};
use super::map::Map;
use super::near;
use crate::model::fields::Field;
use crate::model::words::ListKind;

/// Cells of a column that are shown with its header.
const SAMPLES: usize = 3;

/// Asks about headers. Errors: whoever is asked gives up.
pub type Ask = fn(&Unclear) -> Result<Map>;

/// A map that was kept, or answered earlier in this command, and the headers that it is for.
#[derive(Debug, Clone)]
pub struct KeptMap {
    /// As `header_set` writes them.
    pub headers: String,
    pub map: Arc<Map>,
}

/// A list with headers that are not recognised.
#[derive(Debug)]
pub struct Unclear {
    /// The list's name, with its sheet.
    pub list: String,
    pub kind: ListKind,
    pub headers: Vec<UnclearHeader>,
    /// Fields that no column has, those first without which it is no list of its kind.
    pub free: Vec<Field>,
    /// How many of `free` are such.
    pub missing: usize,
}

/// A header that is not recognised.
#[derive(Debug)]
pub struct UnclearHeader {
    pub header: String,
    /// Cells below it, private digits masked.
    pub samples: Vec<String>,
    /// The field one of whose headers is a part of this one.
    pub like: Option<Field>,
    /// It may be consent, an ID number, money or claimants: it is not merely kept unless somebody says so.
    pub is_sensitive: bool,
}

/// The set of a list's headers as one text: in order, without what offices put around them. The columns of a list of
/// rejected rows don't count, nor do running numbers.
pub fn header_set(kind: ListKind, headers: &[String]) -> String {
    let counts = |header: &&String| !matches!(use_of(kind, header), Use::Ignored | Use::Serial);
    let headers: BTreeSet<String> = headers.iter().filter(counts).map(|header| plain(header)).collect();
    headers.into_iter().filter(|header| !header.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The answers for a list's headers, for the lists behind it.
pub fn answered(kind: ListKind, headers: &[String], map: Option<&Arc<Map>>) -> Option<KeptMap> {
    Some(KeptMap { headers: header_set(kind, headers), map: Arc::clone(map?) })
}

/// The map that was kept for these headers. The list may have further headers that are recognised anyway, as one has that
/// was exported with our codes.
pub fn kept(rows: &[(u32, Cells)], kind: ListKind, kept: &[KeptMap], ignored: &[String]) -> Option<Arc<Map>> {
    let fits = |kept: &&KeptMap| {
        let header =
            header::best(rows, kind, Meanings { map: Some(&kept.map), ignored }).filter(|header| header.is_whole);
        let Some(header) = header else { return false };
        let set = header_set(kind, &header.headers);
        let (has, wanted): (HashSet<&str>, HashSet<&str>) = (set.lines().collect(), kept.headers.lines().collect());
        wanted.is_subset(&has) && has.difference(&wanted).all(|header| use_of(kind, header) != Use::Extra)
    };
    kept.iter().filter(fits).max_by_key(|kept| kept.headers.lines().count()).map(|kept| Arc::clone(&kept.map))
}

/// What is unclear about a header row. `None` where all of it is recognised, where none of it is, and where the list is of another
/// kind rather.
pub fn of(list: &str, kind: ListKind, header: Option<&Header>, rows: &[(u32, Cells)]) -> Option<Unclear> {
    let header = header.filter(|header| !header::is_of_another_kind(kind, header, rows))?;
    let columns = &header.columns;
    let missing = columns.missing(kind);
    let others = Field::ALL.iter().filter(|field| {
        aliases::header(kind, **field).is_some() && columns.first(**field).is_none() && !missing.contains(field)
    });
    let free: Vec<Field> = missing.iter().chain(others).copied().collect();
    let below: Vec<&Cells> = rows.iter().filter(|(row, _)| *row > header.row).map(|(_, cells)| cells).collect();
    let unknown = header.headers.iter().zip(columns.uses()).enumerate();
    let unknown = unknown.filter(|(_, (header, holds))| **holds == Use::Extra && !plain(header).is_empty());
    let headers: Vec<UnclearHeader> = unknown
        .map(|(column, (header, _))| UnclearHeader {
            header: header.clone(),
            samples: samples(&below, column),
            like: near::like(kind, header).filter(|field| free.contains(field)),
            is_sensitive: near::likeness(kind, header).is_some_and(|found| found.is_sensitive),
        })
        .collect();
    (!headers.is_empty()).then(|| Unclear { list: list.to_owned(), kind, headers, missing: missing.len(), free })
}

fn samples(below: &[&Cells], column: usize) -> Vec<String> {
    let cells = below.iter().filter_map(|cells| cells.get(column)).map(str::trim).filter(|cell| !cell.is_empty());
    cells.take(SAMPLES).map(private).collect()
}
