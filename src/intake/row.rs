//! One numbered row becomes a draft, faults, or nothing. Knows what all kinds of rows have in common; what a kind
//! makes of its fields is that kind's module.

use std::sync::Arc;

use super::Options;
use super::aliases::Use;
use super::cells::{Below, Cells, Mark};
use super::columns::{Columns, Wanted};
use super::error_words::is_error;
use super::excerpt::{brief, private};
use super::header::Header;
use super::map::Map;
use super::places::{PARTS, SeenPlaces};
use super::private_cells::{births, without_ids};
use super::reading::{Reading, value};
use super::section::{Sections, may_be_section};
use super::skip::{self, Skip, is_short_name, skip, unclear_name};
use super::undated::Years;
use super::waiting::{Waiting, can_wait};
use super::{claims, decisions, needs, place_rows, rosters, struck, waiting};
use crate::model::day::Day;
use crate::model::draft::Draft;
use crate::model::fault::{Fault, FaultKind};
use crate::model::fields::{self, Field, Parse};
use crate::model::folding::folded;
use crate::model::id_in_text::{masked_ids, may_hold_id};
use crate::model::id_number::IdNumber;
use crate::model::money::Money;
use crate::model::phone::Phone;
use crate::model::place::PlacePath;
use crate::model::quantity::Quantity;
use crate::model::text::{is_ditto, is_unseen, to_half_width};
use crate::model::words::{ListKind, MemberClass, NeedKind, OrgClass};

/// What a spreadsheet's cell holds at most, in characters.
const LONGEST_CELL: usize = 32_767;

/// The unknown column that the day of birth in a masked ID number goes to.
const BORN: &str = "出生日期（身份证号）";

/// A row below the header.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// As a spreadsheet shows it, the first of the list being 1.
    pub number: u32,
    /// Which of the records in this row it is, the first being 0.
    pub nth: usize,
    pub cells: Cells,
    /// Over all cells but 序号, 行号 and 问题: rows with the same cells have the same. Others may, too.
    pub fingerprint: u32,
    pub read: Read,
}

/// What a row came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Read {
    Draft {
        draft: Draft,
        warnings: Vec<Fault>,
        /// Of cells that could not be read: the record goes in, and they wait.
        waiting: Vec<Waiting>,
    },
    Faulty(Vec<Fault>),
    /// What stands over the rows below it, or is struck out, and is none of them.
    Heading(Fault),
    /// A blank row, a total, a note, a sample, or the header again.
    #[default]
    Skipped,
}

impl Read {
    /// Faults in the columns of a list are in others of this row: for each column of the list, the one that it is in.
    pub fn move_columns(&mut self, order: &[Option<usize>]) {
        let (faults, waiting): (_, &mut [Waiting]) = match self {
            Read::Draft { warnings, waiting, .. } => (warnings, waiting),
            Read::Faulty(faults) => (faults, &mut []),
            Read::Heading(_) | Read::Skipped => return,
        };
        for fault in faults.iter_mut().chain(waiting.iter_mut().map(|one| &mut one.fault)) {
            let place = |column: u16| order.get(usize::from(column)).copied().flatten();
            fault.column = fault.column.and_then(place).and_then(|column| u16::try_from(column).ok());
        }
    }
}

impl Read {
    /// Faults in the first of several columns are in this one.
    pub fn move_subject(&mut self, subjects: &[u16], column: u16) {
        let (faults, waiting): (_, &mut [Waiting]) = match self {
            Read::Draft { warnings, waiting, .. } => (warnings, waiting),
            Read::Faulty(faults) => (faults, &mut []),
            Read::Heading(_) | Read::Skipped => return,
        };
        for fault in faults.iter_mut().chain(waiting.iter_mut().map(|one| &mut one.fault)) {
            if fault.column.is_some() && fault.column.as_ref() == subjects.first() {
                fault.column = Some(column);
            }
        }
    }
}

impl Row {
    /// A row that the spreadsheet does not show is reported, or left out where that is wanted.
    pub fn shown(mut self, hidden: bool, plan: &Plan) -> Row {
        let row = self.number;
        match &mut self.read {
            _ if !hidden => {}
            read if plan.visible_only => *read = Read::Skipped,
            Read::Draft { warnings, .. } => {
                warnings.push(Fault { row, column: None, field: None, why: FaultKind::HiddenRow });
            }
            Read::Faulty(_) | Read::Heading(_) | Read::Skipped => {}
        }
        self
    }
}

/// What a row needs to know of those above it.
#[derive(Debug, Default)]
pub struct Above {
    in_notes: bool,
    places: SeenPlaces,
    sections: Sections,
    /// The place that the last row of a list of places named.
    place: Option<PlacePath>,
}

/// How the rows of a list are to be read.
pub struct Plan {
    kind: ListKind,
    class: Option<MemberClass>,
    org_class: Option<OrgClass>,
    outsiders: bool,
    visible_only: bool,
    /// Any fault keeps its row out.
    strict_cells: bool,
    by_hand: bool,
    years: Years,
    header_row: u32,
    headers: Vec<String>,
    /// The upper row of a header in two.
    upper: Vec<String>,
    columns: Columns,
    wanted: Vec<Wanted>,
    /// How the cells of each column are read.
    parses: Vec<Option<Parse>>,
    /// Columns up to the last that has a header: what a row has that leaves nothing out.
    width: usize,
}

impl Plan {
    pub fn new(kind: ListKind, options: &Options, header: &Header, is_text: bool, years: Years) -> Plan {
        let Header { row, headers, upper, columns, .. } = header.clone();
        let width = headers.iter().rposition(|header| !value(header).is_empty()).map_or(0, |last| last + 1);
        // A workbook's rows end with their last cell that has a value.
        let width = if is_text { width } else { 0 };
        let &Options { class, outsiders, visible_only, strict_cells, by_hand, .. } = options;
        let wanted = columns.wanted(kind);
        let org_class = options.org_class;
        let parse_of = |field: Field| wanted.iter().find(|one| one.field == field).map(|one| one.parse);
        let parses =
            (0..columns.uses().len()).map(|at| columns.field(u16::try_from(at).ok()?).and_then(parse_of)).collect();
        Plan {
            kind,
            class,
            org_class,
            outsiders,
            visible_only,
            strict_cells,
            by_hand,
            years,
            header_row: row,
            headers,
            upper,
            columns,
            wanted,
            parses,
            width,
        }
    }

    pub fn header_row(&self) -> u32 {
        self.header_row
    }

    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// What the office's own words mean.
    pub fn set_map(&mut self, map: Arc<Map>) {
        self.columns.set_map(map);
    }

    /// The fields that rows may have.
    pub fn wanted(&self) -> &[Wanted] {
        &self.wanted
    }

    /// The upper row of a header in two; else none.
    pub fn upper(&self) -> &[String] {
        &self.upper
    }

    /// Whether the upper row of the header has this word.
    pub fn is_upper(&self, word: &str) -> bool {
        self.upper.iter().any(|upper| upper.trim() == word)
    }

    /// As the office wrote them.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// Reads a row.
    pub fn read(&self, number: u32, cells: Cells, below: &[Below], above: &mut Above) -> Row {
        let skipped = skip(self.kind, &cells, &self.columns, [&self.headers, &self.upper], above.in_notes);
        // What somebody types is a record, whatever it looks like.
        let skipped = skipped.filter(|_| !self.by_hand);
        let goes_on = above.in_notes && matches!(skipped, Some(Skip::Blank));
        above.in_notes = goes_on || matches!(skipped, Some(Skip::Note));
        let (counted, below): (Vec<Below>, Vec<Below>) =
            below.iter().cloned().partition(|one| self.is_counted(one.column));
        let cells = if skipped.is_some() { cells } else { cells.with_below(&below) };
        let mut read = match skipped {
            Some(Skip::Heading) => self.heading(number, &cells, above),
            Some(_) => Read::Skipped,
            None if struck::is_row(self.kind, &cells, &self.columns) => {
                Read::Heading(Fault { row: number, column: None, field: None, why: FaultKind::StruckRow })
            }
            None => self.record(number, &cells, above),
        };
        if let Read::Draft { warnings, .. } = &mut read {
            warnings.extend(struck::cells(number, &cells, &self.columns));
            // Given to every row of the range it would count as often.
            let blank = counted
                .into_iter()
                .filter(|one| !one.text.is_empty() && cells.get(usize::from(one.column)).is_none_or(str::is_empty));
            warnings.extend(blank.map(|Below { column, text }| {
                let why = FaultKind::MergedNumber { value: brief(&text) };
                Fault { row: number, column: Some(column), field: self.columns.field(column), why }
            }));
        }
        Row { number, fingerprint: self.fingerprint(&cells), cells, read, ..Row::default() }
    }

    /// Whether the values of a column are added up.
    fn is_counted(&self, column: u16) -> bool {
        let Some(field) = self.columns.field(column).filter(|field| *field != Field::Age) else { return false };
        let parse = fields::in_list(self.kind, field).map(|one| one.def.parse);
        matches!(parse, Some(Parse::Money | Parse::Quantity | Parse::Number(_)))
    }

    fn heading(&self, row: u32, cells: &Cells, above: &mut Above) -> Read {
        let Some(text) = skip::heading(cells, &self.columns) else { return Read::Skipped };
        let gives_place = may_be_section(self.kind, &self.columns) && above.sections.begin(text);
        let why = FaultKind::Heading { value: brief(text), gives_place };
        Read::Heading(Fault { row, column: None, field: None, why })
    }

    fn record(&self, row: u32, cells: &Cells, above: &mut Above) -> Read {
        let section = above.sections.place();
        let below = section.is_some();
        let read = self.record_below(section, row, cells, above);
        if below && matches!(read, Read::Faulty(_)) && skip::is_lone(cells, &self.columns) {
            above.sections.end();
        }
        if let Read::Draft { draft: Draft::Place(place), .. } = &read {
            above.place = Some(place.path.clone());
        }
        read
    }

    fn record_below(&self, section: Option<PlacePath>, row: u32, cells: &Cells, above: &mut Above) -> Read {
        let whole = cells;
        let masked = without_ids(self.kind, cells, &self.columns);
        let (cells, masked) = masked.as_ref().map_or((cells, &[][..]), |(cells, columns)| (cells, columns.as_slice()));
        let whole_row = |why| Fault { row, column: None, field: None, why };
        let header = self.headers.len();
        let errors = self.errors(row, cells);
        let failed = errors.iter().filter_map(|fault| fault.column).collect();
        let Above { places, place: place_above, .. } = above;
        let mut reading = Reading::new(row, cells, &self.columns, places).knowing(failed, self.years).below(section);
        if cells.len() > header && cells.iter().skip(header).any(|cell| !value(cell).is_empty()) {
            reading.faults.push(whole_row(FaultKind::TooLong { cells: cells.len(), header }));
        }
        if let Some((column, text)) = unclear_name(self.kind, cells, &self.columns).filter(|_| !self.by_hand) {
            let fault =
                Fault { row, column: Some(column), field: self.columns.field(column), why: FaultKind::NameAlone };
            match self.kind {
                // One without a class has a warning anyhow.
                ListKind::Members if is_short_name(text) => reading.warnings.extend(self.class.map(|_| fault)),
                _ => reading.faults.push(fault),
            }
        }
        let mut draft = self.draft(place_above.as_ref(), &mut reading);
        if let Some(Draft::Need(need)) = &mut draft {
            let born = births(whole, masked).into_iter().map(|born| (BORN.to_owned(), born));
            need.extra.extend(born);
        }
        let Reading { mut faults, mut warnings, .. } = reading;
        warnings.extend(masked.iter().map(|column| Fault {
            row,
            column: Some(*column),
            field: self.columns.field(*column),
            why: FaultKind::IdMasked,
        }));
        // Programs leave out empty cells at the end of a row; where something is missing there, the row may be cut off.
        let is_cut_off = |fault: &Fault| {
            fault.why == FaultKind::Missing && fault.column.is_some_and(|column| usize::from(column) >= cells.len())
        };
        if cells.len() < self.width && faults.iter().any(is_cut_off) {
            return Read::Faulty(vec![whole_row(FaultKind::TooShort { cells: cells.len(), header })]);
        }
        add_errors(errors, &mut faults);
        self.find_unfit_text(row, cells, &mut faults);
        faults.sort_by_key(|fault| fault.column);
        match draft {
            Some(draft) => self.with_waiting(draft, cells, warnings, faults),
            None if faults.is_empty() => Read::Skipped,
            None => Read::Faulty(faults),
        }
    }

    /// The record, where it has no fault but in cells that can wait.
    fn with_waiting(&self, mut draft: Draft, cells: &Cells, warnings: Vec<Fault>, faults: Vec<Fault>) -> Read {
        let waits = |fault: &Fault| !self.strict_cells && can_wait(self.kind, &self.columns, cells, fault);
        if !faults.iter().all(waits) {
            return Read::Faulty(faults);
        }
        let waiting = waiting::of(&self.headers, faults);
        if let Some((values, unread)) = draft.values_and_unread() {
            *unread = waiting::unread(cells, &waiting, values);
        }
        Read::Draft { draft, warnings, waiting }
    }

    fn draft(&self, place_above: Option<&PlacePath>, reading: &mut Reading<'_>) -> Option<Draft> {
        let draft = match self.kind {
            ListKind::Wishes => Draft::Need(Box::new(needs::need(NeedKind::Wish, self, reading))),
            ListKind::Projects => Draft::Need(Box::new(needs::need(NeedKind::Project, self, reading))),
            ListKind::Members => Draft::Member(Box::new(rosters::member(self.class, self, reading))),
            ListKind::Orgs => Draft::Org(Box::new(rosters::org(self.org_class, self, reading))),
            ListKind::Claims => Draft::Claim(Box::new(claims::claim(self.outsiders, self, reading)?)),
            ListKind::Places => Draft::Place(place_rows::place_row(place_above, reading)?),
            ListKind::Decisions => Draft::Decision(Box::new(decisions::decision(self, reading)?)),
        };
        Some(draft)
    }

    /// Errors of the spreadsheet, which are no values.
    fn errors(&self, row: u32, cells: &Cells) -> Vec<Fault> {
        let mut errors = Vec::new();
        for ((column, cell), one) in (0u16..).zip(cells.iter()).zip(self.columns.uses()) {
            let why = match value(cell) {
                _ if matches!(one, Use::Serial | Use::Ignored) => continue,
                _ if cells.marks().contains(&(column, Mark::Uncomputed)) => FaultKind::NotComputed,
                text if cells.marks().contains(&(column, Mark::Failed)) => FaultKind::ErrorCell { value: brief(text) },
                text if is_error(text) => FaultKind::ErrorCell { value: brief(text) },
                text if is_ditto(text) && matches!(one, Use::Field(..)) => FaultKind::Ditto { value: brief(text) },
                text if holds_id_as_code(self.kind, *one, text) => FaultKind::IdAsCode { value: private(text) },
                _ => continue,
            };
            errors.push(Fault { row, column: Some(column), field: self.columns.field(column), why });
        }
        errors
    }

    /// Control characters and texts longer than a cell can be. A cell with a control character has no other fault.
    fn find_unfit_text(&self, row: u32, cells: &Cells, faults: &mut Vec<Fault>) {
        // Without an early end, which would keep the compiler from looking at many bytes at once.
        let may_have_control = cells.text().bytes().fold(false, |found, byte| found | may_be_control(byte));
        if !may_have_control && cells.text().len() <= LONGEST_CELL {
            return;
        }
        for (column, cell) in (0u16..).zip(cells.iter()) {
            let field = self.columns.field(column);
            let fault = |why| Fault { row, column: Some(column), field, why };
            if may_have_control && cell.chars().any(is_control) {
                faults.retain(|fault| fault.column != Some(column));
                faults.push(fault(FaultKind::ControlCharacter));
            }
            if cell.len() > LONGEST_CELL && cell.chars().count() > LONGEST_CELL {
                faults.push(fault(FaultKind::TooLongText { most: LONGEST_CELL }));
            }
        }
    }

    /// Of all cells but those that name the place: which one they mean only the office file knows.
    fn fingerprint(&self, cells: &Cells) -> u32 {
        let (mut hash, mut plain) = (0u64, String::new());
        for (column, one) in self.columns.uses().iter().enumerate() {
            if !matches!(one, Use::Serial | Use::Ignored) && !names_place(self.kind, *one) {
                let is_name = || holds_name(self.kind, *one);
                let cell = value(cells.get(column).unwrap_or(""));
                hash = match self.parses[column].and_then(|parse| as_value(parse, cell)) {
                    Some(value) => mixed(hash, value.as_bytes()),
                    None => mixed_cell(hash, cell, is_name, &mut plain),
                };
            }
        }
        (hash ^ (hash >> 32)) as u32
    }
}

/// Adds errors of the spreadsheet; such a cell has no other fault, and is not missing.
fn add_errors(errors: Vec<Fault>, faults: &mut Vec<Fault>) {
    for error in errors {
        let is_missing = |fault: &Fault| fault.why == FaultKind::Missing && fault.field == error.field;
        faults.retain(|fault| fault.column != error.column && !is_missing(fault));
        faults.push(error);
    }
}

/// Whether a column is one of those that name the place that a record belongs to.
fn names_place(kind: ListKind, one: Use) -> bool {
    let is_part = matches!(one, Use::Field(field, _) if PARTS.contains(&field));
    is_part && matches!(kind, ListKind::Wishes | ListKind::Projects | ListKind::Members | ListKind::Orgs)
}

/// Whether a column has people, who are compared by their folded names.
fn holds_name(kind: ListKind, one: Use) -> bool {
    let Use::Field(field, _) = one else { return false };
    fields::in_list(kind, field).is_some_and(|one| matches!(one.def.parse, Parse::Name | Parse::Claimants))
}

/// Whether a code is an identity number, which is not stored.
fn holds_id_as_code(kind: ListKind, one: Use, text: &str) -> bool {
    let Use::Field(field, _) = one else { return false };
    may_hold_id(text)
        && fields::in_list(kind, field).is_some_and(|one| one.def.parse == Parse::Code)
        && masked_ids(text, '*').is_some()
}

/// A byte that is, or begins, a control character other than tab and line ends.
fn may_be_control(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7F || byte == 0xC2
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// What a cell is of, where it may be written otherwise: 2026/3/1 is 2026-03-01, +86 199-0000-1001 is 19900001001, 1,200.00
/// is 1200, and an ID number of 15 digits is that of 18.
fn as_value(parse: Parse, cell: &str) -> Option<String> {
    if is_plain(parse, cell) {
        return None;
    }
    match parse {
        Parse::Phone => cell.parse::<Phone>().ok().map(|phone| phone.to_string()),
        Parse::Day => cell.parse::<Day>().ok().map(|day| day.to_string()),
        Parse::Deadline => Day::parse_deadline(cell).ok().map(|day| day.to_string()),
        Parse::Money => cell.parse::<Money>().ok().map(|money| money.to_string().trim_end_matches(".00").to_owned()),
        Parse::Quantity => cell.parse::<Quantity>().ok().map(|quantity| quantity.to_string()),
        Parse::IdNumber => cell.parse::<IdNumber>().ok().map(|number| number.as_str().to_owned()),
        _ => None,
    }
}

/// Whether a cell is written as its value is, as most are: reading those twice takes 6 % of an import's processor time.
fn is_plain(parse: Parse, cell: &str) -> bool {
    let is_number = || !cell.starts_with('0') && cell.bytes().all(|byte| byte.is_ascii_digit());
    match parse {
        Parse::Phone => cell.len() == 11 && is_number(),
        Parse::Money | Parse::Quantity => is_number(),
        Parse::IdNumber => cell.len() == 18 && cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X'),
        Parse::Day | Parse::Deadline => {
            cell.len() == 10
                && cell.bytes().enumerate().all(|(at, byte)| match at {
                    4 | 7 => byte == b'-',
                    _ => byte.is_ascii_digit(),
                })
        }
        _ => true,
    }
}

/// A cell typed in full width or with other blanks is the same cell, and so is a name with another dot.
fn mixed_cell(hash: u64, cell: &str, is_name: impl Fn() -> bool, plain: &mut String) -> u64 {
    // What is not of half width, blank, unseen or a dot begins with another byte, Chinese characters nearly all.
    let is_typed_otherwise =
        |byte: u8| matches!(byte, b' ' | b'.' | 0xC2 | 0xD8 | 0xE1 | 0xE2 | 0xE3 | 0xEF) || byte < b' ';
    // Without an early end, as above.
    if !cell.bytes().fold(false, |found, byte| found | is_typed_otherwise(byte)) {
        return mixed(hash, cell.as_bytes());
    }
    plain.clear();
    if is_name() {
        plain.push_str(&folded(cell));
    } else {
        plain.extend(cell.chars().map(to_half_width).filter(|c| !c.is_whitespace() && !is_unseen(*c)));
    }
    mixed(hash, plain.as_bytes())
}

fn mixed(hash: u64, bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |hash: u64, word: u64| (hash.rotate_left(23) ^ word).wrapping_mul(ODD);
    let mut words = bytes.chunks_exact(8);
    let mut hash = mix(hash, bytes.len() as u64);
    for word in &mut words {
        hash = mix(hash, word.try_into().map_or(0, u64::from_le_bytes));
    }
    let mut last = [0u8; 8];
    last[..words.remainder().len()].copy_from_slice(words.remainder());
    mix(hash, u64::from_le_bytes(last))
}
