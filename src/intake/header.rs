//! Finds the header: which row it is, which kind of list it makes, and what to report where there is none. Knows headers
//! and columns, nothing of the rows below.

use std::collections::HashMap;

use anyhow::Result;

use super::aliases::{self, Use, plain};
use super::cells::Cells;
use super::columns::{Columns, Meanings};
use super::excerpt::{brief, listed};
use super::map;
use super::near::likeness;
use super::reading::trimmed;
use super::several;
use crate::lang::faults::{field_name, kind_name};
use crate::lang::lists;
use crate::model::exit::{Exit, stop};
use crate::model::fields;
use crate::model::fields::Field;
use crate::model::words::ListKind;

/// Below title rows, the header is within the first rows.
pub const SEARCHED: usize = 20;

/// A row taken as the header.
#[derive(Debug, Clone)]
pub struct Header {
    /// Its last row, the first of the list being 1.
    pub row: u32,
    /// As the office wrote them.
    pub headers: Vec<String>,
    /// The upper row of a header in two; else empty.
    pub upper: Vec<String>,
    pub columns: Columns,
    /// It has all that its kind requires.
    pub is_whole: bool,
}

/// The row among the first ones that makes the best header for this kind, if any has a header of it.
pub fn best(rows: &[(u32, Cells)], kind: ListKind, meanings: Meanings<'_>) -> Option<Header> {
    let known = known(rows, |cell| !matches!(meanings.use_of(kind, cell), Use::Extra));
    let mut best = best_among(rows, &known, kind, meanings)?;
    let above = rows.iter().filter(|(row, _)| *row < best.row).flat_map(|(_, cells)| cells.iter());
    best.columns.settle(kind, &best.headers, meanings, above);
    Some(best)
}

/// Which of the rows have a header that is recognised: the others are not worth a second look, and a list may be wide.
fn known(rows: &[(u32, Cells)], is_known: impl Fn(&str) -> bool) -> Vec<bool> {
    rows.iter().map(|(_, cells)| cells.iter().any(&is_known)).collect()
}

fn best_among(rows: &[(u32, Cells)], known: &[bool], kind: ListKind, meanings: Meanings<'_>) -> Option<Header> {
    let mut best: Option<Header> = None;
    for (at, (row, cells)) in rows.iter().enumerate() {
        let is_known = |at: usize| known.get(at).copied().unwrap_or(false);
        if !is_known(at) && !at.checked_sub(1).is_some_and(is_known) {
            continue;
        }
        let above = at.checked_sub(1).and_then(|above| rows.get(above));
        let texts = |cells: &Cells| cells.iter().map(str::to_owned).collect::<Vec<String>>();
        let both = above.and_then(|(_, above)| Some((joined(kind, above, cells, meanings)?, texts(above))));
        for (headers, upper) in [Some((texts(cells), Vec::new())), both].into_iter().flatten() {
            let columns = Columns::of(kind, &headers, meanings);
            let is_whole = columns.missing(kind).is_empty();
            let header = Header { row: *row, headers, upper, columns, is_whole };
            // Behind a header that has all it needs, another is that of a list joined to this one, whose rows come first.
            let is_second = best.as_ref().is_some_and(|best| best.is_whole && *row > best.row + 1);
            let is_its_lower_row = |best: &Header| {
                !header.upper.is_empty()
                    && best.row + 1 == *row
                    && header.is_whole == best.is_whole
                    && above.is_some_and(|(upper, above)| {
                        let has_several = !header.columns.subjects().is_empty() && best.columns.subjects().is_empty();
                        *upper == best.row && (has_several || are_sub_columns(above, cells))
                    })
            };
            let is_better = |best: &Header| fits_better(&header, best) || is_its_lower_row(best);
            if header.columns.matched > 0 && !is_second && best.as_ref().is_none_or(is_better) {
                best = Some(header);
            }
        }
    }
    best
}

/// Two rows read as one header: the upper one's groups (许愿人信息 over 姓名 and 电话) and headers of its own. `None` where
/// the lower row is no header: it has something else below a header that is recognised, as a record has.
fn joined(kind: ListKind, upper: &Cells, lower: &Cells, meanings: Meanings<'_>) -> Option<Vec<String>> {
    let is_recognised =
        |cell: &str| !matches!(meanings.use_of(kind, cell), Use::Extra) || several::numbered(kind, cell).is_some();
    let cell = |cells: &'_ Cells, column| trimmed(cells.get(column).unwrap_or_default()).to_owned();
    let width = upper.len().max(lower.len());
    let are_parts = are_sub_columns(upper, lower);
    let lower: Vec<String> = (0..width).map(|column| cell(lower, column)).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    lower.iter().for_each(|cell| *times.entry(cell).or_default() += 1);
    let mut headers = Vec::with_capacity(width);
    let mut group = String::new();
    for (column, own) in lower.iter().enumerate() {
        let above = cell(upper, column);
        if own.is_empty() {
            group.clear();
            headers.push(above);
            continue;
        }
        if !above.is_empty() {
            let is_below = is_recognised(own) || is_recognised(&format!("{above}{own}"));
            if is_recognised(&above) && !is_below && !are_parts {
                return None;
            }
            group = above;
        }
        let whole = format!("{group}{own}");
        let is_alone = times.get(own.as_str()) == Some(&1);
        // 财政 and 自筹 under 资金: what they are says the group alone.
        let by_near = || likeness(kind, &group).is_some();
        let by_group = !group.is_empty()
            && group != *own
            && if is_recognised(own) { !is_alone } else { is_recognised(&whole) || by_near() };
        headers.push(if by_group { whole } else { own.clone() });
    }
    Some(headers)
}

/// Whether the lower row repeats words of the upper one in their columns, and otherwise only names the columns of groups:
/// 财政 and 自筹 under 资金, which has no word next to it.
fn are_sub_columns(upper: &Cells, lower: &Cells) -> bool {
    const LONGEST: usize = 12;
    let at = |cells: &'_ Cells, column: usize| plain(cells.get(column).unwrap_or_default());
    let mut group: Option<usize> = None;
    let mut named = 0;
    for column in 0..upper.len().max(lower.len()) {
        let (above, below) = (at(upper, column), at(lower, column));
        if !above.is_empty() {
            let is_group = at(upper, column + 1).is_empty() && !at(lower, column + 1).is_empty();
            group = Some(column).filter(|_| is_group && !below.is_empty());
        }
        if below.is_empty() || below == above {
            continue;
        }
        let is_word = below.chars().count() <= LONGEST && !below.chars().any(char::is_numeric);
        if group.is_none() || !is_word {
            return false;
        }
        named += 1;
    }
    named > 1
}

pub fn fits_better(one: &Header, other: &Header) -> bool {
    (one.is_whole, one.columns.matched) > (other.is_whole, other.columns.matched)
}

/// Refuses a list whose headers fit another kind better, and one without what its kind requires.
pub fn check(name: &str, kind: ListKind, header: Option<Header>, rows: &[(u32, Cells)]) -> Result<Header> {
    let matched = header.as_ref().map_or(0, |header| header.columns.matched);
    let is_whole = header.as_ref().is_some_and(|header| header.is_whole);
    if let Some((fits, other)) = better_kind(kind, rows, matched, is_whole) {
        let headers = quoted_headers(&other.headers);
        let message = lists::wrong_kind(name, kind_name(kind), kind_name(fits), headers, fits.command());
        return Err(stop(Exit::Refused, message));
    }
    if let Some(twice) = header.as_ref().filter(|header| occurs_twice(kind, header)) {
        return Err(stop(Exit::Refused, lists::header_twice(name, twice.row, quoted_headers(&twice.headers))));
    }
    if let Some(labels) =
        labels_of_form(kind, rows).filter(|labels| !(is_whole && matched > 1) && labels.len() > matched)
    {
        let labels = listed(labels.iter().map(|label| brief(label)));
        return Err(stop(Exit::Refused, lists::is_form(name, labels, kind.command())));
    }
    match header {
        Some(header) if header.is_whole => Ok(header),
        Some(header) if header.columns.may_correct(kind) => {
            Ok(Header { columns: header.columns.correcting(), ..header })
        }
        Some(header) if header.columns.matched > 1 => {
            let missing = names_of(kind, &header.columns.missing(kind));
            let parts = lists::missing_column(name, missing, header.row, quoted_headers(&header.headers));
            let draft = map::draft(kind, &header.columns, &header.headers);
            Err(stop(Exit::Refused, lists::missing_column_map(parts, draft)))
        }
        Some(_) | None => {
            let needed = names_of(kind, &Columns::of(kind, &[], Meanings::default()).missing(kind));
            Err(stop(Exit::Refused, lists::no_header(name, kind_name(kind), needed, excerpts_of(rows))))
        }
    }
}

/// The labels of a form that is filled in from top to bottom, one record a page or a column: a column that has the words of
/// several fields.
fn labels_of_form(kind: ListKind, rows: &[(u32, Cells)]) -> Option<Vec<String>> {
    const FEWEST: usize = 3;
    const COLUMNS: usize = 4;
    if !matches!(kind, ListKind::Wishes | ListKind::Projects | ListKind::Members | ListKind::Orgs) {
        return None;
    }
    let labels = |column: usize| -> Vec<String> {
        let cells = rows.iter().filter_map(|(_, cells)| cells.get(column)).map(|cell| trimmed(cell).to_owned());
        let all: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
        let columns = Columns::of(kind, &all, Meanings::default());
        let is_known = |(_, one): &(String, &Use)| matches!(one, Use::Field(..));
        all.into_iter().zip(columns.uses()).filter(is_known).map(|(label, _)| label).collect()
    };
    (0..COLUMNS).map(labels).find(|labels| labels.len() >= FEWEST)
}

/// Whether two lists stand side by side: the words of what a row must have, and of most of its columns, are there twice.
fn occurs_twice(kind: ListKind, header: &Header) -> bool {
    let words: Vec<(String, Use)> =
        header.headers.iter().map(|cell| plain(cell)).zip(header.columns.uses().iter().copied()).collect();
    let mut once: Vec<&(String, Use)> = Vec::new();
    let mut twice: Vec<&(String, Use)> = Vec::new();
    for word in words.iter().filter(|(word, one)| !word.is_empty() && !matches!(one, Use::Serial | Use::Ignored)) {
        if once.contains(&word) {
            twice.push(word);
        } else {
            once.push(word);
        }
    }
    let is_twice = |field: Field| twice.iter().any(|(_, one)| matches!(one, Use::Field(own, _) if *own == field));
    let mut needed = fields::required(kind).filter(|field| header.columns.first(*field).is_some()).peekable();
    needed.peek().is_some() && needed.all(is_twice) && twice.len() > 1 && twice.len() * 2 >= once.len()
}

/// Whether a list with this header is of another kind rather.
pub fn is_of_another_kind(kind: ListKind, header: &Header, rows: &[(u32, Cells)]) -> bool {
    better_kind(kind, rows, header.columns.matched, header.is_whole).is_some()
}

/// Another kind that these headers fit better. A whole list of claims or decisions may well carry most columns of a
/// wish, so those two are never doubted; and none is mistaken for decisions by a column too many.
fn better_kind(kind: ListKind, rows: &[(u32, Cells)], matched: usize, is_whole: bool) -> Option<(ListKind, Header)> {
    if is_whole && matches!(kind, ListKind::Claims | ListKind::Decisions) {
        return None;
    }
    let others = ListKind::ALL.iter().filter(|other| {
        **other != kind && **other != ListKind::Places && !(is_whole && **other == ListKind::Decisions)
    });
    let known = known(rows, aliases::is_known);
    // A column of ID numbers alone makes no claimants of a list's residents.
    let is_whole = |kind: ListKind, header: &Header| {
        header.is_whole && (kind != ListKind::Claims || header.columns.first(Field::Claimants).is_some())
    };
    let best = |kind| best_among(rows, &known, kind, Meanings::default()).filter(|header| is_whole(kind, header));
    let whole = others.filter_map(|other| Some((*other, best(*other)?)));
    whole.filter(|(_, header)| header.columns.matched > matched).max_by_key(|(_, header)| header.columns.matched)
}

fn names_of(kind: ListKind, fields: &[Field]) -> String {
    let parts = fields.iter().map(|field| match (kind, field) {
        (ListKind::Claims, Field::Need) => lists::need_or_content(),
        (_, field) => {
            aliases::header(kind, *field).map_or_else(|| field_name(*field), |header| name_with_header(header, *field))
        }
    });
    listed(parts)
}

fn name_with_header(header: &str, field: Field) -> String {
    crate::lang::pick(header.to_owned(), field_name(field))
}

fn quoted_headers(headers: &[String]) -> String {
    listed(headers.iter().filter(|cell| !cell.trim().is_empty()).take(40).map(|cell| brief(cell)))
}

fn excerpts_of(rows: &[(u32, Cells)]) -> String {
    let filled = rows.iter().filter(|(_, cells)| !cells.text().trim().is_empty());
    let parts = filled.take(3).map(|(_, cells)| {
        let texts: Vec<&str> = cells.iter().filter(|cell| !cell.trim().is_empty()).take(12).collect();
        brief(&texts.join(" | "))
    });
    let parts: Vec<String> = parts.collect();
    parts.join(" / ")
}
