//! One row being read: each field's cell becomes a value, or a fault that keeps the row out. Knows cells and columns;
//! what a kind of list makes of the values is its own module's.

use std::fmt::Display;
use std::str::FromStr;

use super::cells::Cells;
use super::columns::{Columns, Wanted};
use super::excerpt::{brief, private};
use super::name_cells::{NameCell, person, with_phone_masked};
use super::places::SeenPlaces;
use super::undated::Years;
use super::vocabulary::{
    CLAIM_STATES, DECISIONS, ORG_CLASSES, Table, YES_NO, is_no_with_remark, meaning, words_of, yes_or_no,
};
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::draft::{Extra, Value, Values};
use crate::model::fault::{Fault, FaultKind, column_letter};
use crate::model::fields::{Field, Parse, Words};
use crate::model::guard::unguard;
use crate::model::id_number::IdError;
use crate::model::inexact;
use crate::model::money::{Money, Unit};
use crate::model::phone::{Phone, PhoneError};
use crate::model::place::PlacePath;
use crate::model::quantity::{Quantity, age, count};
use crate::model::text::{half_width, is_masked, is_nothing, is_unseen};
use crate::model::words::ClaimState;

use super::aliases::Use;

/// A cell with a value, and its column.
pub type Cell<'a> = (u16, &'a str);

/// A row and what was found wrong with it so far.
pub struct Reading<'a> {
    row: u32,
    cells: &'a Cells,
    columns: &'a Columns,
    places: &'a mut SeenPlaces,
    pub faults: Vec<Fault>,
    pub warnings: Vec<Fault>,
    /// What the cells of names and phone numbers say besides.
    rests: Vec<(Field, String)>,
    /// Columns in which the spreadsheet has an error instead of a value.
    failed: Vec<u16>,
    years: Years,
    /// The place that the heading above the row names.
    section: Option<PlacePath>,
    /// Columns of fields whose value another column has given otherwise.
    left: Vec<(Field, u16)>,
    /// A phone number in the cell of a name.
    phone_of_name: Option<Phone>,
}

/// A cell's value as text: unguarded, without blanks around it; empty for the words that mean nothing.
pub fn value(cell: &str) -> &str {
    let text = trimmed(unguard(cell));
    let text = formula_text(text).unwrap_or(text);
    if text.len() <= LONGEST_NOTHING && is_nothing(text) { "" } else { text }
}

/// `="19900011001"`, as programs write a number that a spreadsheet is to keep as text.
fn formula_text(text: &str) -> Option<&str> {
    text.strip_prefix("=\"")?.strip_suffix('"').filter(|inside| !inside.contains('"'))
}

/// Without blanks and invisible characters around it.
pub fn trimmed(text: &str) -> &str {
    if has_plain_edges(text.as_bytes()) { text } else { text.trim_matches(is_padding) }
}

/// The longest word for nothing has three full-width characters in brackets.
const LONGEST_NOTHING: usize = 15;

/// Begins and ends with a visible ASCII character, a Chinese one or Chinese punctuation, as nearly all cells do.
fn has_plain_edges(text: &[u8]) -> bool {
    let begins_plain = match text {
        [first, second, third, ..] if !first.is_ascii() => is_plain(*first, *second, *third),
        [first, ..] => first.is_ascii_graphic(),
        [] => true,
    };
    let ends_plain = match text {
        [.., lead, second, third @ 0x80..=0xBF] => is_plain(*lead, *second, *third),
        [.., last] => last.is_ascii_graphic(),
        [] => true,
    };
    begins_plain && ends_plain
}

/// Whether three bytes are a Chinese character, `、` to `〿` or a full-width form: nothing that is blank.
fn is_plain(lead: u8, second: u8, third: u8) -> bool {
    match (lead, second) {
        (0xE3, 0x80) => third > 0x80,
        (0xEF, second) => matches!(second, 0xBC | 0xBD),
        _ => matches!(lead, 0xE4..=0xE9),
    }
}

fn is_padding(c: char) -> bool {
    c.is_whitespace() || is_unseen(c)
}

impl<'a> Reading<'a> {
    pub fn new(row: u32, cells: &'a Cells, columns: &'a Columns, places: &'a mut SeenPlaces) -> Reading<'a> {
        let (failed, years) = (Vec::new(), Years::default());
        let (faults, warnings) = (Vec::new(), Vec::new());
        Reading {
            row,
            cells,
            columns,
            places,
            faults,
            warnings,
            rests: Vec::new(),
            failed,
            years,
            section: None,
            left: Vec::new(),
            phone_of_name: None,
        }
    }

    /// The same, with columns that have no value here, and the years that days without one may be of.
    pub fn knowing(self, failed: Vec<u16>, years: Years) -> Reading<'a> {
        Reading { failed, years, ..self }
    }

    /// The same, below a heading that names a place.
    pub fn below(self, section: Option<PlacePath>) -> Reading<'a> {
        Reading { section, ..self }
    }

    /// Whether a column's places are communities.
    pub fn is_of_communities(&self, column: u16) -> bool {
        self.columns.is_of_communities(column)
    }

    /// The place that the heading above the row names.
    pub fn section(&self) -> Option<&PlacePath> {
        self.section.as_ref()
    }

    /// The places of the rows so far.
    pub fn places(&mut self) -> &mut SeenPlaces {
        self.places
    }

    pub fn columns(&self) -> &'a Columns {
        self.columns
    }

    /// The value in a column, where it has one.
    pub fn at(&self, column: u16) -> Option<&'a str> {
        let cell = self.cells.get(usize::from(column)).map(value).filter(|value| !value.is_empty())?;
        (self.failed.is_empty() || !self.failed.contains(&column)).then_some(cell)
    }

    /// Whether any of a field's columns has a value.
    pub fn has(&self, field: Field) -> bool {
        self.columns.first(field).into_iter().chain(self.columns.others(field)).any(|column| self.at(column).is_some())
            || self.columns.constant(field).is_some()
    }

    /// The first value of a field's columns; where a further one differs, a warning.
    pub fn cell(&mut self, field: Field) -> Option<Cell<'a>> {
        let constant = || Some((0, self.columns.constant(field)?));
        let Some(first) = self.columns.first(field) else { return constant() };
        let mut taken = self.at(first).map(|text| (first, text));
        for column in self.columns.others(field) {
            match (taken, self.at(column)) {
                (None, Some(text)) => taken = Some((column, text)),
                (Some((_, text)), Some(other)) if half_width(text) != half_width(other) => {
                    self.warn_differ(field, column, text, other);
                }
                (_, _) => {}
            }
        }
        taken.or_else(|| Some((first, self.columns.constant(field)?)))
    }

    pub fn fault(&mut self, field: Field, column: Option<u16>, why: FaultKind) {
        self.faults.push(Fault { row: self.row, column, field: Some(field), why });
    }

    pub fn warn(&mut self, field: Field, column: Option<u16>, why: FaultKind) {
        self.warnings.push(Fault { row: self.row, column, field: Some(field), why });
    }

    pub fn warn_differ(&mut self, field: Field, column: u16, taken: &str, left: &str) {
        let why = FaultKind::HeadersDiffer { taken: quoted(field, taken), left: quoted(field, left) };
        self.left.push((field, column));
        self.warn(field, Some(column), why);
    }

    pub fn missing(&mut self, field: Field) {
        let column = self.columns.first(field);
        self.fault(field, column, FaultKind::Missing);
    }

    /// The values of these fields, by how each is read; a required one that is blank is a fault. What a kind of list
    /// reads in its own way is left to it: places, claimants, the words for form, theme and a member's class.
    pub fn values(&mut self, wanted: &[Wanted]) -> Values {
        let mut values = Values::with_capacity(wanted.len() + 1);
        for &Wanted { field, parse, required } in wanted {
            match self.value(field, parse) {
                Some(value) => values.add(field, value),
                None if required && !is_read_elsewhere(parse) && !self.has(field) => self.missing(field),
                None => {}
            }
        }
        if let Some(phone) = self.phone_of_name.take().filter(|_| wanted.iter().any(|one| one.field == Field::Phone)) {
            match values.get(Field::Phone) {
                None if !self.has(Field::Phone) => values.add(Field::Phone, Value::Phone(phone)),
                Some(Value::Phone(own)) if *own == phone => {}
                _ => self.rests.push((Field::Phone, phone.as_str().to_owned())),
            }
        }
        for (field, rest) in self.rests.drain(..) {
            values.add_to_note(&format!("{}：{rest}", field.label().zh));
        }
        values
    }

    fn value(&mut self, field: Field, parse: Parse) -> Option<Value> {
        match parse {
            Parse::Text => self.text(field).map(Value::Text),
            Parse::Name => self.name(field),
            Parse::Code => self.code(field).map(Value::Code),
            Parse::Phone => self.phone(field),
            Parse::IdNumber => self.private(field, Value::Id, |value, err| match err {
                IdError::NotAnId => FaultKind::NotAnId { value },
                IdError::Lost => FaultKind::IdLost { value },
                IdError::CheckDigit => FaultKind::IdCheckDigit { value },
            }),
            Parse::Address => self.cell(field).map(|(_, text)| {
                if is_masked(text) { Value::Masked(text.to_owned()) } else { Value::Text(lines(text)) }
            }),
            Parse::Day => self.day(field, str::parse).map(Value::Day),
            Parse::Deadline => self.day(field, Day::parse_deadline).map(Value::Day),
            Parse::Money => {
                let unit = self.cell(field).map_or(Unit::Yuan, |(column, _)| self.columns.unit(column));
                let read = |text: &str| Money::read(text, unit).ok();
                self.number(field, read, |value| FaultKind::NotMoney { value }).map(Value::Money)
            }
            Parse::Quantity => {
                let read = |text: &str| text.parse::<Quantity>().ok();
                let quantity = self.number(field, read, |value| FaultKind::NotAQuantity { value })?;
                self.doubt_year(field, quantity.number());
                Some(Value::Quantity(quantity))
            }
            // A child's age is none to be guessed at.
            Parse::Number(most) if field == Field::Age => {
                let read = |text: &str| age(text).filter(|number| *number <= most).ok_or(());
                self.parsed(field, read, |value| FaultKind::NotANumber { value }).map(Value::Number)
            }
            Parse::Number(most) => {
                let read = |text: &str| count(text).filter(|number| *number <= most);
                self.number(field, read, |value| FaultKind::NotANumber { value }).map(Value::Number)
            }
            Parse::Word(Words::YesNo) => self.flag(field).map(Value::Flag),
            Parse::Word(Words::OrgClass) => self.word(field, ORG_CLASSES).map(Value::OrgClass),
            Parse::Word(Words::ClaimState) => self.claim_state(field).map(Value::ClaimState),
            Parse::Word(Words::Decision) => self.word(field, DECISIONS).map(Value::Decision),
            Parse::Word(Words::FormOrTheme | Words::MemberClass) | Parse::Place | Parse::Claimants | Parse::None => {
                None
            }
        }
    }

    /// A text, its line ends as `\n`.
    fn text(&mut self, field: Field) -> Option<String> {
        if let joined @ [_, _, ..] = self.columns.joined(field) {
            let texts: Vec<String> = joined.iter().filter_map(|column| self.at(*column)).map(lines).collect();
            return if texts.is_empty() { None } else { Some(texts.join("\n")) };
        }
        let (_, text) = self.cell(field)?;
        Some(lines(text))
    }

    /// A name. What stands next to it belongs to the person whose record it is, or goes into the note (`rests`); a cell that
    /// names somebody else, as who collected a wish or leads a claim, is kept as it is.
    fn name(&mut self, field: Field) -> Option<Value> {
        let (column, text) = self.cell(field)?;
        if !matches!(field, Field::Name | Field::Wisher | Field::Contact) {
            return Some(Value::Text(person(text)));
        }
        // What stands next to a contact says what they are in the organisation.
        let apart = NameCell::of(text).filter(|cell| field != Field::Contact || cell.phone.is_some());
        let Some(NameCell { name, phone, rest }) = apart else { return Some(Value::Text(person(text))) };
        let name = person(name);
        if let Some(phone) = phone {
            let taken = format!("{name} {}", phone.masked());
            self.warn(field, Some(column), FaultKind::TakenAs { value: with_phone_masked(text, &phone), taken });
            self.phone_of_name.get_or_insert(phone);
        }
        if let Some(rest) = rest {
            self.warn(field, Some(column), FaultKind::NameRest { rest: brief(&rest) });
            self.rests.push((field, rest));
        }
        Some(Value::Text(name))
    }

    fn code(&mut self, field: Field) -> Option<Code> {
        self.parsed(field, Code::from_str, |value| FaultKind::NotACode { value })
    }

    /// A day; one without its year is of the year that the list or the campaign says, with a warning.
    fn day<E>(&mut self, field: Field, parse: fn(&str) -> Result<Day, E>) -> Option<Day> {
        let order = self.columns.date_order();
        let (column, text) = self.cell(field)?;
        let read = |text: &str| parse(order.reordered(text).as_deref().unwrap_or(text)).ok();
        if let Some(day) = read(text).or_else(|| unmarked(text).and_then(&read)) {
            return Some(day);
        }
        let day = self.years.day(text, read);
        self.settled(field, column, text, day, |value| FaultKind::NotADay { value })
    }

    /// A number; one that is not exact is taken as one, with a warning.
    fn number<T: PartialOrd + Display>(
        &mut self,
        field: Field,
        read: impl Fn(&str) -> Option<T>,
        why: fn(String) -> FaultKind,
    ) -> Option<T> {
        let (column, text) = self.cell(field)?;
        if let Some(number) = read(text).or_else(|| unmarked(text).and_then(&read)) {
            return Some(number);
        }
        let number = inexact::settled(text, read);
        self.settled(field, column, text, number, why)
    }

    /// What a cell is taken as, with a warning; a fault where it is taken as nothing.
    fn settled<T: Display>(
        &mut self,
        field: Field,
        column: u16,
        text: &str,
        taken: Option<T>,
        why: fn(String) -> FaultKind,
    ) -> Option<T> {
        match &taken {
            Some(taken) => {
                let taken = taken.to_string();
                self.warn(field, Some(column), FaultKind::TakenAs { value: brief(text), taken });
            }
            None => self.fault(field, Some(column), why(brief(text))),
        }
        taken
    }

    /// A word of a closed set.
    fn word<T: Copy>(&mut self, field: Field, table: Table<T>) -> Option<T> {
        let columns = self.columns;
        let read = |text: &str| meaning(table, columns.word(field, text)).ok_or(());
        self.parsed(field, read, |value| FaultKind::UnknownWord { value, allowed: words_of(table) })
    }

    /// Yes or no; a no with a remark is one, with a warning.
    fn flag(&mut self, field: Field) -> Option<bool> {
        let (column, text) = self.cell(field)?;
        let word = self.columns.word(field, text);
        if let Some(flag) = yes_or_no(word) {
            return Some(flag);
        }
        if is_no_with_remark(word) {
            self.warn(field, Some(column), FaultKind::TakenAs { value: brief(text), taken: "否".to_owned() });
            return Some(false);
        }
        let why = FaultKind::UnknownWord { value: brief(text), allowed: words_of(YES_NO) };
        self.fault(field, Some(column), why);
        None
    }

    /// A claim's state; what stands behind it in brackets (已完成（3月25日）) is a warning.
    fn claim_state(&mut self, field: Field) -> Option<ClaimState> {
        let (column, text) = self.cell(field)?;
        let plain = text.trim_end_matches(['。', '！', '!']);
        let bare = plain.strip_suffix([')', '）']).and_then(|plain| plain.rsplit_once(['(', '（']));
        if meaning(CLAIM_STATES, self.columns.word(field, text)).is_some() {
            return self.word(field, CLAIM_STATES);
        }
        if let Some(state) = meaning(CLAIM_STATES, plain) {
            return Some(state);
        }
        let Some(state) = bare.and_then(|(word, _)| meaning(CLAIM_STATES, word)) else {
            return self.word(field, CLAIM_STATES);
        };
        self.warn(field, Some(column), FaultKind::TakenAs { value: brief(text), taken: state.zh().to_owned() });
        Some(state)
    }

    /// 2026 of a thing is a year in the wrong column rather.
    fn doubt_year(&mut self, field: Field, number: u32) {
        let Some((column, text)) = self.cell(field) else { return };
        if (1990..=2100).contains(&number) && text.chars().all(char::is_numeric) {
            self.warn(field, Some(column), FaultKind::TakenAs { value: brief(text), taken: number.to_string() });
        }
    }

    /// The columns that we don't know, with a letter for a header that is blank.
    pub fn extra(&self, headers: &[String]) -> Extra {
        let mut extra = Extra::new();
        for ((one, header), column) in self.columns.uses().iter().zip(headers).zip(0u16..) {
            let is_left = matches!(one, Use::Field(field, _) if self.left.contains(&(*field, column)));
            let value = if *one == Use::Extra || is_left { self.at(column) } else { None };
            if let Some(text) = value {
                extra.push((shown_header(header, column), lines(text)));
            }
        }
        extra
    }

    fn parsed<T, E>(
        &mut self,
        field: Field,
        read: impl Fn(&str) -> Result<T, E>,
        why: impl Fn(String) -> FaultKind,
    ) -> Option<T> {
        let (column, text) = self.cell(field)?;
        match read(text).or_else(|err| unmarked(text).map_or(Err(err), &read)) {
            Ok(value) => Some(value),
            Err(_) => {
                self.fault(field, Some(column), why(brief(text)));
                None
            }
        }
    }

    /// A phone number; the first of several. What else the cell says, and a landline without its area code, goes into the
    /// note (`rests`).
    fn phone(&mut self, field: Field) -> Option<Value> {
        let (column, text) = self.cell(field)?;
        let read = |text: &str| -> Result<Value, PhoneError> { text.parse().map(Value::Phone) };
        let err = match read(text).or_else(|err| unmarked(text).map_or(Err(err), read)) {
            _ if is_masked(text) => {
                // A star next to a whole number masks nothing.
                let whole = read(text.trim_matches(['*', '＊']));
                return Some(whole.unwrap_or_else(|_| Value::Masked(text.to_owned())));
            }
            Ok(phone) => return Some(phone),
            Err(err) => err,
        };
        if err == PhoneError::NotAPhone
            && let Some((phone, rest)) = Phone::first_of(text)
        {
            if !rest.is_empty() {
                self.warn(field, Some(column), FaultKind::PhoneRest { rest: private(rest) });
                self.rests.push((field, rest.to_owned()));
            }
            return Some(Value::Phone(phone));
        }
        let value = private(text);
        match err {
            PhoneError::NotAPhone => self.fault(field, Some(column), FaultKind::NotAPhone { value }),
            PhoneError::Lost => self.fault(field, Some(column), FaultKind::PhoneLost { value }),
            PhoneError::NoAreaCode => {
                self.warn(field, Some(column), FaultKind::NoAreaCode { value });
                self.rests.push((field, text.to_owned()));
            }
        }
        None
    }

    fn private<T: FromStr>(
        &mut self,
        field: Field,
        made: fn(T) -> Value,
        why: fn(String, T::Err) -> FaultKind,
    ) -> Option<Value> {
        let (column, text) = self.cell(field)?;
        if is_masked(text) {
            return Some(Value::Masked(text.to_owned()));
        }
        match text.parse().or_else(|err| unmarked(text).map_or(Err(err), str::parse)) {
            Ok(value) => Some(made(value)),
            Err(err) => {
                self.fault(field, Some(column), why(private(text), err));
                None
            }
        }
    }
}

/// The header of an unknown column as it is kept with its cells.
pub fn header_of(headers: &[String], column: u16) -> Option<String> {
    headers.get(usize::from(column)).map(|header| shown_header(header, column))
}

fn shown_header(header: &str, column: u16) -> String {
    let header = trimmed(header);
    if header.is_empty() { format!("列{}", column_letter(column)) } else { header.to_owned() }
}

/// Whether the kind of list reads it in its own way.
fn is_read_elsewhere(parse: Parse) -> bool {
    match parse {
        Parse::Word(Words::FormOrTheme | Words::MemberClass) | Parse::Place | Parse::Claimants | Parse::None => true,
        Parse::Word(Words::YesNo | Words::OrgClass | Words::ClaimState | Words::Decision)
        | Parse::Text
        | Parse::Name
        | Parse::Code
        | Parse::Phone
        | Parse::IdNumber
        | Parse::Address
        | Parse::Day
        | Parse::Deadline
        | Parse::Money
        | Parse::Quantity
        | Parse::Number(_) => false,
    }
}

/// Without the mark that a spreadsheet puts before a number kept as text, where there is one.
fn unmarked(text: &str) -> Option<&str> {
    text.strip_prefix(['\'', '’', '‘', '`'])
}

fn quoted(field: Field, text: &str) -> String {
    if field.is_read_as(&[Parse::Phone, Parse::IdNumber]) { private(text) } else { brief(text) }
}

/// A text with every line end as `\n`.
pub fn lines(text: &str) -> String {
    if memchr::memchr(b'\r', text.as_bytes()).is_some() {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_drops_guards_and_words_for_nothing() {
        for cell in ["", "—", " 无 ", "\u{feff}", "'-", "\u{200b} "] {
            assert_eq!(value(cell), "", "{cell:?}");
        }
        assert_eq!(value("'=1+1"), "=1+1");
        assert_eq!(value("\u{a0}微波炉\u{3000}"), "微波炉");
        assert_eq!(value("\u{3000}（微波炉）。\u{feff}"), "（微波炉）。");
        assert_eq!(value("「微波炉」"), "「微波炉」");
    }
}
