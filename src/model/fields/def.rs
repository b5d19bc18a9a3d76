//! The definition of one field: the struct that every table of the registry is made of, and how an entry is written.

use super::Field;
use crate::model::words::ListKind;

/// One field of a record: a column of a table, something that lists carry without a column of its own, or both.
#[derive(Debug, Clone, Copy)]
pub struct FieldDef {
    /// The word for scripts: JSON, faults, rules, `--set`.
    pub code: &'static str,
    /// Whose words these are; masking, erasing, retention and the wall follow from it.
    pub privacy: Privacy,
    /// The key by which lists and faults name it; `None` where no list carries it under its own code.
    pub field: Option<Field>,
    /// Where it is stored; `None` for what lists say of other records.
    pub column: Option<Column>,
    /// What people call it.
    pub label: Label,
    /// Where lists and their faults call it otherwise.
    pub label_in_lists: Option<Label>,
    /// The kinds of lists that carry it.
    pub lists: &'static [InList],
    /// How a cell of it is read.
    pub parse: Parse,
    /// What a newer list may do to it.
    pub newer: Newer,
    /// Its place among the fields that rules may use, and what it means there.
    pub rules: Option<InRules>,
    /// Its place in `show`, from 1, and its label there.
    pub show: Option<InShow>,
    /// The line of the walk through waiting needs (`verify`) that shows it.
    pub walk: Option<InWalk>,
    /// Whether previews and undo name its change.
    pub preview: bool,
    /// Whether `find`, `show` and `list --text` look for words in it.
    pub searched: bool,
    /// How its value is masked on the screen and in lists that leave without `--reveal`.
    pub mask: Mask,
    /// A name, number or code by which the record itself is known: where another record contains the same, that one
    /// is meant, not the person being erased.
    pub names_record: bool,
}

/// Whose words a field has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// May be published on the wall: a closed set, a number, a day, a name of an office.
    Public,
    /// About the person whose record it is: erased in whole, never published as it is stored.
    Personal,
    /// A text that may name anybody: scanned before publishing; erasing a person cuts the name out of it.
    FreeText,
    /// The office's own bookkeeping: neither about a person nor for the wall.
    Internal,
}

/// A column of the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    pub sql: Sql,
    /// The table whose row id it holds.
    pub refers: Option<&'static str>,
}

/// A column's type as SQLite declares it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sql {
    Text,
    TextOrNull,
    Int,
    IntOrNull,
    Blob,
    BlobOrNull,
}

impl Sql {
    pub fn type_name(self) -> &'static str {
        match self {
            Sql::Text | Sql::TextOrNull => "TEXT",
            Sql::Int | Sql::IntOrNull => "INTEGER",
            Sql::Blob | Sql::BlobOrNull => "BLOB",
        }
    }

    pub fn may_be_null(self) -> bool {
        match self {
            Sql::TextOrNull | Sql::IntOrNull | Sql::BlobOrNull => true,
            Sql::Text | Sql::Int | Sql::Blob => false,
        }
    }
}

/// A word for people in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    pub zh: &'static str,
    pub en: &'static str,
}

/// How a cell becomes a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parse {
    /// A text as it is written, its line ends as `\n`.
    Text,
    /// A person's name: blanks that only fill up two characters are dropped.
    Name,
    Code,
    Phone,
    IdNumber,
    /// A text that an export masks.
    Address,
    Day,
    /// A day; a month without a day means its last.
    Deadline,
    /// Yuan, kept in fen.
    Money,
    /// A whole number from 1.
    Quantity,
    /// A whole number of at most so many.
    Number(u32),
    /// A word of a closed set.
    Word(Words),
    /// A part of a place's path, or all of it; the parts are read together.
    Place,
    /// Several people or organisations, the lead first.
    Claimants,
    /// No cell of a list is read into it.
    None,
}

/// The tables of words that cells are looked up in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    YesNo,
    /// One word may say a need's form, its theme, or both.
    FormOrTheme,
    MemberClass,
    OrgClass,
    ClaimState,
    Decision,
}

/// What a newer list's cell does to the stored value. A blank cell never does anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Newer {
    /// It takes the stored value's place.
    Overlay,
    /// It takes the stored value's place until the record is public; then it is reported as a conflict.
    Frozen,
    /// Nothing, or something that code decides field by field.
    Never,
}

/// How a value is masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mask {
    /// Numbers within it, as in every text.
    Text,
    /// The middle of its digits.
    Digits,
    /// All but its district.
    Address,
    /// The digits of a phone or an ID number within it only: it is a number of the office's or of a platform's, and no text.
    Number,
    /// Cell by cell, where they are shown: it holds cells of a list with their headers.
    Cells,
}

/// How one kind of list carries a field.
#[derive(Debug, Clone, Copy)]
pub struct InList {
    pub kind: ListKind,
    /// The key in this kind of list, where it is not the field's own.
    pub field: Option<Field>,
    /// The headers it is known by; the first is the one that we write.
    pub headers: &'static [&'static str],
    /// Headers that change what the cell says.
    pub twisted: &'static [(Twist, &'static [&'static str])],
    /// Without it there is no record.
    pub required: bool,
    /// Where `--ask` asks for it, from 1.
    pub ask: Option<u8>,
    /// Where `export` writes it, from 1. Columns of an export are a promise: new ones come at the end.
    pub export: Option<u8>,
}

/// What a header says beyond its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Twist {
    Plain,
    /// 是否在职党员: the cell is 是 or 否.
    YesNo,
    /// 共同认领人: the names join those of the lead's column.
    Joint,
    /// 认领单位: the claimant, or next to 认领人 the claimant's organisation.
    Unit,
}

/// What rules see of a field.
#[derive(Debug, Clone, Copy)]
pub struct InRules {
    /// Its place in `rules fields`, from 1.
    pub at: u8,
    pub meaning: Label,
}

/// What `show` shows of a field.
#[derive(Debug, Clone, Copy)]
pub struct InShow {
    pub at: u8,
    /// Where `show` calls it otherwise.
    pub label: Option<Label>,
}

/// The line of the walk's screen that a field is on.
#[derive(Debug, Clone, Copy)]
pub struct InWalk {
    pub line: u8,
    /// The line's label; `None` for a field that only joins it.
    pub label: Option<Label>,
}

/// A field that lists carry under its own code.
pub const fn field(field: Field, privacy: Privacy, zh: &'static str, en: &'static str) -> FieldDef {
    FieldDef { field: Some(field), newer: Newer::Overlay, parse: Parse::Text, ..own(field.code(), privacy, zh, en) }
}

/// A column that no list carries under its own code.
pub const fn own(code: &'static str, privacy: Privacy, zh: &'static str, en: &'static str) -> FieldDef {
    FieldDef {
        code,
        privacy,
        field: None,
        column: None,
        label: Label { zh, en },
        label_in_lists: None,
        lists: &[],
        parse: Parse::None,
        newer: Newer::Never,
        rules: None,
        show: None,
        walk: None,
        preview: true,
        searched: false,
        mask: Mask::Text,
        names_record: false,
    }
}

/// A kind of list that carries the field under these headers.
pub const fn list(kind: ListKind, headers: &'static [&'static str]) -> InList {
    InList { kind, field: None, headers, twisted: &[], required: false, ask: None, export: None }
}

impl FieldDef {
    /// Stored in the column of its code.
    pub const fn stored(self, sql: Sql) -> FieldDef {
        self.stored_as(self.code, sql)
    }

    pub const fn stored_as(self, name: &'static str, sql: Sql) -> FieldDef {
        FieldDef { column: Some(Column { name, sql, refers: None }), ..self }
    }

    /// The row id of another table, in a column of this name.
    pub const fn refers(self, name: &'static str, sql: Sql, table: &'static str) -> FieldDef {
        FieldDef { column: Some(Column { name, sql, refers: Some(table) }), ..self }
    }

    pub const fn called_in_lists(self, zh: &'static str, en: &'static str) -> FieldDef {
        FieldDef { label_in_lists: Some(Label { zh, en }), ..self }
    }

    pub const fn parse(self, parse: Parse) -> FieldDef {
        FieldDef { parse, ..self }
    }

    pub const fn lists(self, lists: &'static [InList]) -> FieldDef {
        FieldDef { lists, ..self }
    }

    pub const fn newer(self, newer: Newer) -> FieldDef {
        FieldDef { newer, ..self }
    }

    pub const fn masked(self, mask: Mask) -> FieldDef {
        FieldDef { mask, ..self }
    }

    pub const fn names_record(self) -> FieldDef {
        FieldDef { names_record: true, ..self }
    }

    /// Previews say nothing of it: it follows from other fields, or says nothing to a reader.
    pub const fn unpreviewed(self) -> FieldDef {
        FieldDef { preview: false, ..self }
    }

    /// A text in which `find`, `show` and `list --text` look for words.
    pub const fn searched(self) -> FieldDef {
        FieldDef { searched: true, ..self }
    }

    pub const fn rules(self, at: u8, zh: &'static str, en: &'static str) -> FieldDef {
        FieldDef { rules: Some(InRules { at, meaning: Label { zh, en } }), ..self }
    }

    pub const fn show(self, at: u8) -> FieldDef {
        FieldDef { show: Some(InShow { at, label: None }), ..self }
    }

    pub const fn show_as(self, at: u8, zh: &'static str, en: &'static str) -> FieldDef {
        FieldDef { show: Some(InShow { at, label: Some(Label { zh, en }) }), ..self }
    }

    /// The first field of a line of the walk, which names the line.
    pub const fn walk(self, line: u8, zh: &'static str, en: &'static str) -> FieldDef {
        FieldDef { walk: Some(InWalk { line, label: Some(Label { zh, en }) }), ..self }
    }

    /// A further field of a line of the walk.
    pub const fn walk_along(self, line: u8) -> FieldDef {
        FieldDef { walk: Some(InWalk { line, label: None }), ..self }
    }

    /// How this kind of list carries it.
    pub fn in_list(&self, kind: ListKind) -> Option<&'static InList> {
        self.lists.iter().find(|list| list.kind == kind)
    }

    /// The key by which this kind of list carries it.
    pub fn key_in(&self, kind: ListKind) -> Option<Field> {
        self.in_list(kind)?.field.or(self.field)
    }
}

impl InList {
    pub const fn as_field(self, field: Field) -> InList {
        InList { field: Some(field), ..self }
    }

    pub const fn twisted(self, twisted: &'static [(Twist, &'static [&'static str])]) -> InList {
        InList { twisted, ..self }
    }

    pub const fn required(self) -> InList {
        InList { required: true, ..self }
    }

    pub const fn ask(self, at: u8) -> InList {
        InList { ask: Some(at), ..self }
    }

    pub const fn export(self, at: u8) -> InList {
        InList { export: Some(at), ..self }
    }
}
