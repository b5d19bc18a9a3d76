//! Which column is which field, and what a kind of list cannot do without. Knows headers, nothing of rows.

use std::sync::Arc;

use super::aliases::{Use, plain, use_of};
use super::map::{DateOrder, Map};
use super::near::{self, likeness, unit_of, unit_of_title};
use super::several;
use crate::model::fields::{self, Field, Parse, Twist};
use crate::model::money::Unit;
use crate::model::words::ListKind;

const NONE: u16 = u16::MAX;

/// A field that rows may have.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub field: Field,
    pub parse: Parse,
    pub required: bool,
}

/// How the headers of a list are understood, beyond our own.
#[derive(Debug, Clone, Copy, Default)]
pub struct Meanings<'a> {
    pub map: Option<&'a Map>,
    /// Headers of columns that are dropped.
    pub ignored: &'a [String],
}

impl Meanings<'_> {
    /// What a column with this header is for: dropped, by the map, else by our own headers.
    pub fn use_of(&self, kind: ListKind, header: &str) -> Use {
        if has(self.ignored, header) {
            return Use::Ignored;
        }
        self.map.map_or_else(|| use_of(kind, header), |map| map.use_of(kind, header))
    }

    /// Whether a map says which columns are of this field.
    fn gives(&self, field: Field) -> bool {
        self.map.is_some_and(|map| map.columns.iter().any(|(one, _)| *one == field))
    }
}

/// Whether one of these headers is this one, but for what offices put around it.
pub fn has(headers: &[String], header: &str) -> bool {
    !headers.is_empty() && headers.iter().any(|one| plain(one) == plain(header))
}

/// A column that no field has, and whose cells are kept as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unused {
    pub column: u16,
    pub header: String,
    /// The field that it may mean.
    pub like: Option<Field>,
    /// It may be consent, an ID number, money or claimants, and nobody has decided that it is to be kept.
    pub is_sensitive: bool,
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
    /// Columns known by the words in their headers alone.
    by_words: Vec<u16>,
    /// What amounts in a column are counted in, where it is not yuan.
    units: Vec<(u16, Unit)>,
    map: Option<Arc<Map>>,
    /// Columns whose headers say that their places are communities.
    of_communities: Vec<u16>,
    /// The place of all rows, where no column has one and the sheet is called like one.
    place: Option<String>,
    /// The list changes records that are known: see `correcting`.
    corrects: bool,
    /// The columns of several wishes in one row, in their order; else none.
    subjects: Vec<u16>,
}

impl Columns {
    pub fn of(kind: ListKind, headers: &[String], meanings: Meanings<'_>) -> Columns {
        let mut uses: Vec<Use> = headers.iter().map(|header| meanings.use_of(kind, header)).collect();
        let subject = kind.repeated().filter(|subject| !meanings.gives(*subject));
        let subjects = if subject.is_some() { several::columns(kind, headers, &uses) } else { Vec::new() };
        if let (Some(subject), [first, others @ ..]) = (subject, subjects.as_slice()) {
            uses[usize::from(*first)] = Use::Field(subject, Twist::Plain);
            others.iter().for_each(|column| uses[usize::from(*column)] = Use::Ignored);
        }
        let mut columns = Columns {
            uses,
            first: [NONE; Field::ALL.len()],
            more: Vec::new(),
            matched: 0,
            joined: Vec::new(),
            by_words: Vec::new(),
            units: Vec::new(),
            map: meanings.map.cloned().map(Arc::new),
            of_communities: Vec::new(),
            place: None,
            corrects: false,
            subjects,
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
        if let Some(map) = meanings.map {
            columns.follow(map, headers);
        }
        columns
    }

    /// Gives the columns that are left to the fields whose words their headers have, and finds the units of money, in
    /// headers and in the rows above them. Of the header that was chosen only: it is slow.
    pub fn settle<'t>(
        &mut self,
        kind: ListKind,
        headers: &[String],
        meanings: Meanings<'_>,
        above: impl Iterator<Item = &'t str>,
    ) {
        for (column, header) in (0..NONE).zip(headers) {
            if self.uses[usize::from(column)] != Use::Extra || plain(header).is_empty() {
                continue;
            }
            let bare = unit_of(header).map(|(_, bare)| meanings.use_of(kind, &bare));
            match bare {
                Some(Use::Field(field, twist)) if is_money(kind, field) => self.give(column, field, twist),
                _ => self.give_by_words(kind, column, header, meanings),
            }
        }
        let says_community = |header: &str| header.contains(['社', '村', '居']) && !header.contains(['街', '镇', '县']);
        let of_place = |column: &u16| matches!(self.field(*column), Some(Field::Place | Field::Community));
        self.of_communities = (0..NONE)
            .zip(headers)
            .filter(|(column, header)| of_place(column) && says_community(header))
            .map(|(column, _)| column)
            .collect();
        let of_list = above.into_iter().find_map(unit_of_title);
        for (column, header) in (0..NONE).zip(headers) {
            let is_amount = self.field(column).is_some_and(|field| is_money(kind, field));
            let unit = if is_amount { unit_of(header).map(|(unit, _)| unit).or(of_list) } else { None };
            self.units.extend(unit.filter(|unit| *unit != Unit::Yuan).map(|unit| (column, unit)));
        }
    }

    fn give_by_words(&mut self, kind: ListKind, column: u16, header: &str, meanings: Meanings<'_>) {
        let Some(found) = likeness(kind, header).filter(|found| found.is_sure) else { return };
        let is_carried = fields::in_list(kind, found.field).is_some();
        // A field that has a column, or a map's headers, has no further one that nobody has spoken of; joint claimants
        // may have many.
        let is_taken = self.first(found.field).is_some()
            || meanings.map.is_some_and(|map| map.columns.iter().any(|(field, _)| *field == found.field));
        let is_kept = meanings.map.is_some_and(|map| has(&map.kept, header));
        if is_carried && !is_kept && (!is_taken || found.twist == Twist::Joint) {
            self.give(column, found.field, found.twist);
            self.by_words.push(column);
        }
    }

    fn give(&mut self, column: u16, field: Field, twist: Twist) {
        self.uses[usize::from(column)] = Use::Field(field, twist);
        if self.first(field).is_none() {
            self.first[field as usize] = column;
        } else {
            self.more.push((field, column));
        }
    }

    /// Takes another map for the words in cells.
    pub fn set_map(&mut self, map: Arc<Map>) {
        self.map = Some(map);
    }

    /// The columns of several wishes in one row, in their order; else none.
    pub fn subjects(&self) -> &[u16] {
        &self.subjects
    }

    /// Columns known by the words in their headers alone.
    pub fn by_words(&self) -> &[u16] {
        &self.by_words
    }

    /// What amounts in a column are counted in where they do not say so.
    pub fn unit(&self, column: u16) -> Unit {
        self.units.iter().find(|(one, _)| *one == column).map_or(Unit::Yuan, |(_, unit)| *unit)
    }

    /// The columns that no field has; one without a header where a row has something there.
    pub fn unused(&self, kind: ListKind, headers: &[String], has_cells: impl Fn(u16) -> bool) -> Vec<Unused> {
        let kept = self.map.as_ref().map_or(&[][..], |map| map.kept.as_slice());
        let mut unused = Vec::new();
        for ((column, header), one) in (0..NONE).zip(headers).zip(&self.uses) {
            let is_blank = plain(header).is_empty();
            if *one != Use::Extra || (is_blank && !has_cells(column)) {
                continue;
            }
            let is_sensitive = likeness(kind, header).is_some_and(|found| found.is_sensitive) && !has(kept, header);
            let like = if is_blank { None } else { near::like(kind, header) };
            unused.push(Unused { column, header: header.clone(), like, is_sensitive });
        }
        unused
    }

    /// A word of the office's own in a field's cell, as the map says it in ours; others as they are.
    pub fn word<'t>(&'t self, field: Field, word: &'t str) -> &'t str {
        self.map.as_ref().and_then(|map| map.word(field, word)).unwrap_or(word)
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

    /// Whether a column's places are communities.
    pub fn is_of_communities(&self, column: u16) -> bool {
        self.of_communities.contains(&column)
    }

    /// Whether records have a place.
    pub fn has_place(&self) -> bool {
        let parts = [Field::Place, Field::District, Field::Street, Field::Community, Field::Station];
        parts.into_iter().any(|field| self.first(field).is_some() || self.constant(field).is_some())
    }

    /// Whether records have a place below a street.
    pub fn has_community(&self) -> bool {
        let parts = [Field::Place, Field::Community, Field::Station];
        parts.into_iter().any(|field| self.first(field).is_some() || self.constant(field).is_some())
    }

    /// All rows belong to this place.
    pub fn set_place(&mut self, place: &str) {
        self.place = Some(place.to_owned());
    }

    /// Whether these headers make a list of corrections: the code, something else that is known, and nothing that is not,
    /// since the header of a required column may be hidden there.
    pub fn may_correct(&self, kind: ListKind) -> bool {
        let has_code = kind.names_records_by(|field| self.first(field).is_some());
        let is_known = |one: &Use| !matches!(one, Use::Extra);
        has_code && self.matched > 1 && self.uses.iter().all(is_known)
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
        let has_stand_in = |field: &Field| {
            let mut stand_ins = fields::STAND_INS.iter().filter(|(one, required, _)| *one == kind && required == field);
            stand_ins.any(|(_, _, other)| self.first(*other).is_some())
        };
        let required = wanted.iter().copied().chain(fields::required(kind));
        required.filter(|field| !is_given(field) && !has_stand_in(field)).collect()
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

fn is_money(kind: ListKind, field: Field) -> bool {
    fields::in_list(kind, field).is_some_and(|one| one.def.parse == Parse::Money)
}
