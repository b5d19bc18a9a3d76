//! A header again inside a list, as files that were joined have one: in the same order, in another, or with other columns.
//! Known by its words; it is never a record. Knows headers, nothing of what is below them.

use std::collections::{HashMap, HashSet, VecDeque};

use super::aliases::{Use, begins, plain, use_of, words};
use super::cells::Cells;
use super::reading::value;
use super::row::Plan;
use crate::model::words::ListKind;

/// The words by which a header is known again.
pub struct Words {
    kind: ListKind,
    known: HashSet<String>,
    /// What they begin with: hardly any cell does.
    begins: HashSet<char>,
    /// The list's columns by their headers.
    columns: HashMap<String, VecDeque<usize>>,
}

/// A row that is a header.
#[derive(Debug, PartialEq, Eq)]
pub enum Again {
    /// Its columns are those of the list.
    Same,
    /// For each column of the list, the one that it is in from here on.
    Ordered(Vec<Option<usize>>),
    /// Columns that the list does not have.
    Foreign(Vec<String>),
}

impl Words {
    pub fn of(kind: ListKind, plan: &Plan) -> Words {
        let own = plan.headers().iter().chain(plan.upper()).map(|header| plain(header));
        let known: HashSet<String> =
            words(kind).map(str::to_owned).chain(own.filter(|header| !header.is_empty())).collect();
        let begins = known.iter().filter_map(|word| word.chars().next()).collect();
        let mut columns: HashMap<String, VecDeque<usize>> = HashMap::new();
        for (column, header) in plan.headers().iter().enumerate() {
            columns.entry(plain(header)).or_default().push_back(column);
        }
        Words { kind, known, begins, columns }
    }

    /// What kind of header the row is, if it is one: two thirds of its cells are words of headers, and at least two those of
    /// columns of this list.
    pub fn again(&self, cells: &Cells, plan: &Plan) -> Option<Again> {
        let filled = || {
            cells.iter().enumerate().map(|(column, cell)| (column, value(cell))).filter(|(_, cell)| !cell.is_empty())
        };
        if !filled().take(2).any(|(_, cell)| self.is_known(cell)) {
            return None;
        }
        let known = filled().filter(|(_, cell)| self.is_known(cell)).count();
        if known * 3 < filled().count() * 2 {
            return None;
        }
        let mut from: Vec<Option<usize>> = vec![None; plan.headers().len()];
        let (mut foreign, mut placed, mut columns) = (Vec::new(), 0, self.columns.clone());
        for (column, cell) in filled() {
            match self.place(cell, &from, &mut columns, plan) {
                Some(place) => {
                    from[place] = Some(column);
                    placed += 1;
                }
                // The columns of a list of rejected rows are nobody's, the upper row of a header in two has groups.
                None if use_of(self.kind, cell) == Use::Ignored || plan.is_upper(cell) => {}
                None => foreign.push(cell.to_owned()),
            }
        }
        if placed < 2 {
            return None;
        }
        Some(match () {
            () if !foreign.is_empty() => Again::Foreign(foreign),
            () if from.iter().enumerate().all(|(column, from)| from.is_none_or(|from| from == column)) => Again::Same,
            () => Again::Ordered(from),
        })
    }

    fn is_known(&self, cell: &str) -> bool {
        /// Longer than any header, in bytes.
        const LONGEST: usize = 120;
        cell.len() <= LONGEST
            && begins(cell).is_none_or(|first| self.begins.contains(&first))
            && self.known.contains(&plain(cell))
    }

    /// The list's column for this header: of the same words, else of the same use.
    fn place(
        &self,
        cell: &str,
        taken: &[Option<usize>],
        columns: &mut HashMap<String, VecDeque<usize>>,
        plan: &Plan,
    ) -> Option<usize> {
        let free = |column: usize| taken[column].is_none();
        let same = columns.get_mut(&plain(cell));
        if let Some(column) = same.and_then(|columns| std::iter::from_fn(|| columns.pop_front()).find(|one| free(*one)))
        {
            return Some(column);
        }
        let wanted = use_of(self.kind, cell);
        let uses = plan.columns().uses().iter().enumerate();
        let found = uses.filter(|(_, one)| wanted != Use::Extra && **one == wanted).map(|(column, _)| column);
        found.into_iter().find(|column| free(*column))
    }
}
