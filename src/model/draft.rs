//! What one good row of a list contains, before the office file is asked. Made by `intake`, taken by `store`.

use std::fmt;

use super::code::Code;
use super::day::Day;
use super::fields::Field;
use super::id_number::IdNumber;
use super::identity::NeedNames;
use super::money::Money;
use super::phone::Phone;
use super::place::PlacePath;
use super::quantity::Quantity;
use super::words::{ClaimState, Decision, Form, MemberClass, NeedKind, OrgClass, Theme};

/// What a cell was read as: see `model::fields::Parse`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    /// The masked text of a private field, as a list that we exported has it (`199****1001`). It narrows a search, and
    /// changes nothing.
    Masked(String),
    Code(Code),
    Phone(Phone),
    Id(IdNumber),
    Day(Day),
    Money(Money),
    Quantity(Quantity),
    Number(u32),
    Flag(bool),
    Form(Form),
    Theme(Theme),
    MemberClass(MemberClass),
    OrgClass(OrgClass),
    ClaimState(ClaimState),
    Decision(Decision),
}

impl fmt::Display for Value {
    /// As an export writes it; an ID number is masked.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(text) | Value::Masked(text) => f.write_str(text),
            Value::Code(code) => code.fmt(f),
            Value::Phone(phone) => phone.fmt(f),
            Value::Id(id) => f.write_str(&id.masked()),
            Value::Day(day) => day.fmt(f),
            Value::Money(money) => money.fmt(f),
            Value::Quantity(quantity) => quantity.fmt(f),
            Value::Number(number) => number.fmt(f),
            Value::Flag(yes) => f.write_str(if *yes { "是" } else { "否" }),
            Value::Form(form) => f.write_str(form.zh()),
            Value::Theme(theme) => f.write_str(theme.zh()),
            Value::MemberClass(class) => f.write_str(class.zh()),
            Value::OrgClass(class) => f.write_str(class.zh()),
            Value::ClaimState(state) => f.write_str(state.zh()),
            Value::Decision(decision) => f.write_str(decision.zh()),
        }
    }
}

/// The values of a row by field; blank cells are left out. A row has some twenty, which are looked through faster than
/// a table of all fields would be made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values(Vec<(Field, Value)>);

impl Values {
    pub fn with_capacity(fields: usize) -> Values {
        Values(Vec::with_capacity(fields))
    }

    /// Adds the value of a field that has none yet.
    pub fn add(&mut self, field: Field, value: Value) {
        self.0.push((field, value));
    }

    /// Puts another value in the place of the one that a field has.
    pub fn replace(&mut self, field: Field, value: Value) {
        if let Some((_, held)) = self.0.iter_mut().find(|(one, _)| *one == field) {
            *held = value;
        }
    }

    /// Takes away what a field has.
    pub fn remove(&mut self, field: Field) {
        self.0.retain(|(one, _)| *one != field);
    }

    /// Adds a line to the note.
    pub fn add_to_note(&mut self, line: &str) {
        match self.0.iter_mut().find(|(field, _)| *field == Field::Note) {
            Some((_, Value::Text(note))) => *note = format!("{note}\n{line}"),
            Some(_) => {}
            None => self.add(Field::Note, Value::Text(line.to_owned())),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (Field, &Value)> {
        self.0.iter().map(|(field, value)| (*field, value))
    }

    /// Moves all values out.
    pub fn drain(&mut self) -> impl Iterator<Item = (Field, Value)> {
        self.0.drain(..)
    }

    pub fn get(&self, field: Field) -> Option<&Value> {
        self.0.iter().find(|(one, _)| *one == field).map(|(_, value)| value)
    }

    pub fn text(&self, field: Field) -> Option<&str> {
        if let Some(Value::Text(text)) = self.get(field) { Some(text) } else { None }
    }

    pub fn code(&self, field: Field) -> Option<&Code> {
        if let Some(Value::Code(code)) = self.get(field) { Some(code) } else { None }
    }

    pub fn phone(&self, field: Field) -> Option<&Phone> {
        if let Some(Value::Phone(phone)) = self.get(field) { Some(phone) } else { None }
    }

    pub fn id(&self, field: Field) -> Option<&IdNumber> {
        if let Some(Value::Id(id)) = self.get(field) { Some(id) } else { None }
    }

    /// The mask that takes the place of a private value.
    pub fn masked(&self, field: Field) -> Option<&str> {
        if let Some(Value::Masked(mask)) = self.get(field) { Some(mask) } else { None }
    }

    pub fn day(&self, field: Field) -> Option<Day> {
        if let Some(Value::Day(day)) = self.get(field) { Some(*day) } else { None }
    }

    pub fn quantity(&self, field: Field) -> Option<Quantity> {
        if let Some(Value::Quantity(quantity)) = self.get(field) { Some(*quantity) } else { None }
    }
}

/// A cell of a private field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Given<T> {
    #[default]
    Blank,
    /// See `Value::Masked`.
    Masked(String),
    Value(T),
}

impl<T> Given<T> {
    pub fn value(&self) -> Option<&T> {
        match self {
            Given::Value(value) => Some(value),
            Given::Blank | Given::Masked(_) => None,
        }
    }
}

/// Columns that an office has and we don't know: header and cell, in order; blank cells are left out.
pub type Extra = Vec<(String, String)>;

/// Cells that could not be read: the field's code word, or an unknown column's header, and the cell.
pub type Unread = Vec<(String, String)>;

/// A wish or a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedDraft {
    pub kind: NeedKind,
    pub place: Option<PlacePath>,
    /// A wish has content and wisher, a project a title.
    pub values: Values,
    pub extra: Extra,
    pub unread: Unread,
    /// Of `NeedDraft::names`: a digest, made on the reading thread since the storing one is the busier.
    pub identity: i64,
}

impl NeedDraft {
    pub fn names(&self) -> NeedNames<'_> {
        let (who, phone) = match self.kind {
            NeedKind::Wish => (Field::Wisher, self.values.phone(Field::Phone)),
            NeedKind::Project => (Field::Proposer, None),
        };
        NeedNames {
            kind: self.kind,
            who: self.values.text(who),
            phone: phone.map(Phone::as_str),
            title: self.values.text(Field::Title),
            content: self.values.text(Field::Content),
        }
    }
}

/// A member. One without a class is stored as `unknown`, with a warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberDraft {
    pub place: Option<PlacePath>,
    /// Name among them. The organisation is as the list names it: code, full name or alias.
    pub values: Values,
    /// No class was given: a new member's is unknown.
    pub lacks_class: bool,
    pub extra: Extra,
    pub unread: Unread,
}

impl MemberDraft {
    pub fn name(&self) -> &str {
        self.values.text(Field::Name).unwrap_or_default()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgDraft {
    pub place: Option<PlacePath>,
    /// Name among them. The superior organisation is as the list names it.
    pub values: Values,
    pub extra: Extra,
    pub unread: Unread,
}

impl OrgDraft {
    pub fn name(&self) -> &str {
        self.values.text(Field::Name).unwrap_or_default()
    }
}

/// What a list says under 认领方式 of claimants on no roster.
pub const MODE_OF_OUTSIDERS: &str = "社会";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimDraft {
    /// Names as given, the lead first; empty where the lead is named by an ID number alone.
    pub claimants: Vec<String>,
    /// `张三等10人`: the people who are not named, here 9.
    pub unnamed: u32,
    /// 认领方式 is 社会: a claimant on no roster is an outsider.
    pub outsiders: bool,
    /// The need is named in a column of wall numbers.
    pub is_of_wall: bool,
    /// On a list to be decided on, somebody decided that it is no claim: only its need and its words are read.
    pub is_dropped: bool,
    /// Of the need its code, else its content (or a project's title) and wisher; organisation and phone are the first
    /// claimant's; the plan is a file's name.
    pub values: Values,
    pub extra: Extra,
    pub unread: Unread,
}

impl ClaimDraft {
    /// `Active` where the cell is blank.
    pub fn state(&self) -> ClaimState {
        if let Some(Value::ClaimState(state)) = self.values.get(Field::State) { *state } else { ClaimState::Active }
    }

    /// By what a claim without a need's code names its need.
    pub fn content(&self) -> Option<&str> {
        self.values.text(Field::Content).or_else(|| self.values.text(Field::Title))
    }

    /// The first claimant's phone.
    pub fn phone(&self) -> Given<Phone> {
        match self.values.get(Field::Phone) {
            Some(Value::Phone(phone)) => Given::Value(phone.clone()),
            Some(Value::Masked(mask)) => Given::Masked(mask.clone()),
            Some(_) | None => Given::Blank,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionDraft {
    pub code: Code,
    /// Blank where a row says nothing but whether the wisher agrees.
    pub outcome: Option<Decision>,
    /// For `Duplicate`: the need that is kept, where a column or the reason names one.
    pub duplicate_of: Option<Code>,
    /// Wisher and content, where the list has them, to be compared with the need's; the reason; who verified, how
    /// (电话, 入户, 窗口, ...) and when.
    pub values: Values,
}

/// A place that a list of places names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceDraft {
    pub path: PlacePath,
}

impl Draft {
    /// The place that the row names.
    pub fn place(&self) -> Option<&PlacePath> {
        match self {
            Draft::Need(draft) => draft.place.as_ref(),
            Draft::Member(draft) => draft.place.as_ref(),
            Draft::Org(draft) => draft.place.as_ref(),
            Draft::Place(draft) => Some(&draft.path),
            Draft::Claim(_) | Draft::Decision(_) => None,
        }
    }
}

/// A row of any list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Draft {
    Need(Box<NeedDraft>),
    Member(Box<MemberDraft>),
    Org(Box<OrgDraft>),
    Claim(Box<ClaimDraft>),
    Decision(Box<DecisionDraft>),
    Place(PlaceDraft),
}

impl Draft {
    /// Its values, and where its cells that could not be read belong; `None` for rows that are no records of their own.
    pub fn values_and_unread(&mut self) -> Option<(&Values, &mut Unread)> {
        match self {
            Draft::Need(draft) => Some((&draft.values, &mut draft.unread)),
            Draft::Member(draft) => Some((&draft.values, &mut draft.unread)),
            Draft::Org(draft) => Some((&draft.values, &mut draft.unread)),
            Draft::Claim(draft) => Some((&draft.values, &mut draft.unread)),
            Draft::Decision(_) | Draft::Place(_) => None,
        }
    }
}
