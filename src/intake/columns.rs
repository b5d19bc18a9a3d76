//! Which column is which field, and what a kind of list cannot do without. Knows headers, nothing of rows.

use std::sync::Arc;

use super::aliases::{Use, plain, use_of};
use super::map::{DateOrder, Map};
use crate::model::fields::{self, Field, Parse, Twist};
use crate::model::words::ListKind;

const NONE: u16 = u16::MAX;

/// A field that rows may have.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub field: Field,
    pub parse: Parse,
    pub required: bool,
}

/// The columns of a list by their use.
#[derive(Debug, Clone)]
pub struct Columns {
    uses: Vec<Use>,
    /// The first column of each field, or `NONE`.
    first: [u16; Field::ALL.len()],
    /// Further columns of a field, in order.
    more: Vec<(Field, u16)>,
    /// Known fields, each counted once.
    pub matched: usize,
    joined: Vec<(Field, Vec<u16>)>,
    map: Option<Arc<Map>>,
    /// The place of all rows, where no column has one and the sheet is called like one.
    place: Option<String>,
    /// The list changes records that are known: see `correcting`.
    corrects: bool,
}

impl Columns {
    pub fn of(kind: ListKind, headers: &[String], map: Option<&Map>) -> Columns {
        let one = |header: &String| map.map_or_else(|| use_of(kind, header), |map| map.use_of(kind, header));
        let uses: Vec<Use> = headers.iter().map(one).collect();
        let first = [NONE; Field::ALL.len()];
        let (more, joined) = (Vec::new(), Vec::new());
        let mut columns = Columns {
            uses,
            first,
            more,
            matched: 0,
            joined,
            map: map.cloned().map(Arc::new),
            place: None,
            corrects: false,
        };
        for (column, one) in (0..NONE).zip(&columns.uses) {
            if let Use::Field(field, _) = *one {
                if columns.first[field as usize] == NONE {
                    columns.first[field as usize] = column;
                    columns.matched += 1;
                } else {
                    columns.more.push((field, column));
                }
            }
        }
        if let Some(map) = map {
            columns.follow(map, headers);
        }
        columns
    }

    pub fn uses(&self) -> &[Use] {
        &self.uses
    }

    pub fn first(&self, field: Field) -> Option<u16> {
        let column = self.first[field as usize];
        (column != NONE).then_some(column)
    }

    /// The value of a field in every row whose own cell is blank.
    pub fn constant(&self, field: Field) -> Option<&str> {
        let by_map = self.map.as_ref().and_then(|map| map.constants.iter().find(|(one, _)| *one == field));
        let by_sheet = self.place.as_deref().filter(|_| field == Field::Place);
        by_map.map(|(_, value)| value.as_str()).or(by_sheet)
    }

    /// Whether records have a place.
    pub fn has_place(&self) -> bool {
        let parts = [Field::Place, Field::District, Field::Street, Field::Community, Field::Station];
        parts.into_iter().any(|field| self.first(field).is_some() || self.constant(field).is_some())
    }

    /// All rows belong to this place.
    pub fn set_place(&mut self, place: &str) {
        self.place = Some(place.to_owned());
    }

    /// Whether these headers make a list of corrections: the code, something else that is known, and nothing that is not,
    /// since the header of a required column may be hidden there.
    pub fn may_correct(&self, kind: ListKind) -> bool {
        let has_codes = matches!(kind, ListKind::Wishes | ListKind::Projects | ListKind::Members | ListKind::Orgs);
        let is_known = |one: &Use| !matches!(one, Use::Extra);
        has_codes && self.matched > 1 && self.first(Field::Code).is_some() && self.uses.iter().all(is_known)
    }

    /// The same for a list that has the code and the columns that change, and nothing else: without its code a row is
    /// nobody's, and what is not there or blank stays as it is.
    pub fn correcting(self) -> Columns {
        Columns { corrects: true, ..self }
    }

    pub fn corrects(&self) -> bool {
        self.corrects
    }

    /// How dates are written.
    pub fn date_order(&self) -> DateOrder {
        self.map.as_ref().map_or(DateOrder::Ymd, |map| map.order)
    }

    /// The columns of a text field that a map gives several headers: they are one text, in the map's order.
    pub fn joined(&self, field: Field) -> &[u16] {
        self.joined.iter().find(|(one, _)| *one == field).map_or(&[], |(_, columns)| columns)
    }

    /// Columns of a field with several headers of a map's, in the map's order.
    fn follow(&mut self, map: &Map, headers: &[String]) {
        for (field, wanted) in map.columns.iter().filter(|(_, wanted)| wanted.len() > 1) {
            let at = |wanted: &String| headers.iter().position(|header| plain(header) == plain(wanted));
            let columns = wanted.iter().filter_map(at).filter_map(|at| u16::try_from(at).ok());
            let columns: Vec<u16> = columns.collect();
            let Some((first, others)) = columns.split_first() else { continue };
            self.first[*field as usize] = *first;
            self.more.retain(|(one, _)| one != field);
            self.more.extend(others.iter().map(|column| (*field, *column)));
            if matches!(field, Field::Content | Field::Reason | Field::Note) {
                self.joined.push((*field, columns));
            }
        }
    }

    /// The columns of this field behind its first.
    pub fn others(&self, field: Field) -> impl Iterator<Item = u16> {
        self.more.iter().filter(move |(one, _)| *one == field).map(|(_, column)| *column)
    }

    pub fn field(&self, column: u16) -> Option<Field> {
        match self.uses.get(usize::from(column))? {
            Use::Field(field, _) => Some(*field),
            Use::Serial | Use::Ignored | Use::Extra => None,
        }
    }

    pub fn twist(&self, column: u16) -> Twist {
        match self.uses.get(usize::from(column)) {
            Some(Use::Field(_, twist)) => *twist,
            Some(Use::Serial | Use::Ignored | Use::Extra) | None => Twist::Plain,
        }
    }

    /// The fields without which this is no list of the kind; empty where it is one.
    pub fn missing(&self, kind: ListKind) -> Vec<Field> {
        let is_given = |field: &Field| self.first(*field).is_some() || self.constant(*field).is_some();
        let alternatives = fields::ALTERNATIVES.iter().find(|(one, _)| *one == kind).map_or(&[][..], |(_, all)| all);
        // A constant alone does not distinguish the records of a list.
        let is_met = |alternative: &&[Field]| match alternative {
            [one] => self.first(*one).is_some(),
            several => several.iter().all(is_given),
        };
        let wanted =
            if alternatives.iter().any(is_met) { &[][..] } else { alternatives.first().copied().unwrap_or(&[]) };
        wanted.iter().copied().chain(fields::required(kind)).filter(|field| !is_given(field)).collect()
    }

    /// The fields that rows of this list may have, and how each is read, in the order of the registry.
    pub fn wanted(&self, kind: ListKind) -> Vec<Wanted> {
        let is_wanted = |one: &&fields::Listed| {
            (one.list.required && !self.corrects)
                || self.first(one.field).is_some()
                || self.constant(one.field).is_some()
        };
        let wanted = fields::listed(kind).iter().filter(is_wanted);
        let is_required =
            |one: &fields::Listed| if self.corrects { one.field == Field::Code } else { one.list.required };
        wanted.map(|one| Wanted { field: one.field, parse: one.def.parse, required: is_required(one) }).collect()
    }
}
