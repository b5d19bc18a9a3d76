//! A fault: something wrong with one cell or row of a list. A value, never an error; every one is reported.

use super::code::Code;
use super::fields::Field;
use super::refusal::RowRefusal;
use super::words::Unshown;

/// Something wrong with one cell, or with a whole row where `field` and `column` are `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The row as a spreadsheet shows it, the first being 1.
    pub row: u32,
    /// The column, counted from 0; printed as a letter.
    pub column: Option<u16>,
    pub field: Option<Field>,
    pub why: FaultKind,
}

/// What is wrong with a field, before it is known where in a list it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    pub field: Option<Field>,
    pub why: FaultKind,
}

impl Flaw {
    pub fn of(field: Field, why: FaultKind) -> Flaw {
        Flaw { field: Some(field), why }
    }

    pub fn refused(field: Field, reason: impl Into<RowRefusal>) -> Flaw {
        Flaw::of(field, FaultKind::Refused(reason.into()))
    }
}

/// What is wrong. A value quoted in it is masked already: no ID or phone digits in here beyond the mask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// A required cell is blank.
    Missing,
    /// The row has fewer or more cells than the header.
    TooShort {
        cells: usize,
        header: usize,
    },
    TooLong {
        cells: usize,
        header: usize,
    },
    /// A NUL or another control character that no text has.
    ControlCharacter,
    /// 同上: as the cell above, which is no value.
    Ditto {
        value: String,
    },
    /// An identity number where a code belongs.
    IdAsCode {
        value: String,
    },
    /// The identity number of a claim is another member's.
    IdOfAnother {
        name: String,
    },
    /// An identity number where none belongs was masked before it was stored: a warning.
    IdMasked,
    /// The same resident's form again: the row that was submitted later counts; a warning.
    SubmittedAgain {
        row: u32,
    },
    /// A word that is no place: a level alone, 其他, 不详.
    NoPlace {
        value: String,
    },
    /// A place that is not known, and whose name is close to known ones.
    NearPlace {
        value: String,
        near: String,
    },
    /// An organisation without a class: it owes nothing; a warning.
    NoOrgClass,
    /// `#N/A` and its like: the spreadsheet has an error where a value belongs.
    ErrorCell {
        value: String,
    },
    /// A formula whose value the file does not have.
    NotComputed,
    TooLongText {
        most: usize,
    },
    NotACode {
        value: String,
    },
    NotAPhone {
        value: String,
    },
    /// `1.38E+10`: the spreadsheet destroyed the digits.
    PhoneLost {
        value: String,
    },
    /// A landline without its area code.
    NoAreaCode {
        value: String,
    },
    NotAnId {
        value: String,
    },
    /// `4.40103E+17`: lost in the spreadsheet, not repairable.
    IdLost {
        value: String,
    },
    IdCheckDigit {
        value: String,
    },
    NotADay {
        value: String,
    },
    NotMoney {
        value: String,
    },
    NotAQuantity {
        value: String,
    },
    NotANumber {
        value: String,
    },
    /// A word outside a closed set, with the words that are allowed.
    UnknownWord {
        value: String,
        allowed: String,
    },
    /// Rows with the same identity and other cells.
    DiffersFrom {
        row: u32,
    },
    /// A row with nothing but a name, in a list of several columns: it may be a heading.
    NameAlone,
    /// Several people in a cell for one.
    SeveralPeople {
        value: String,
    },
    /// What stands next to a name is in the note: a warning.
    NameRest {
        rest: String,
    },
    /// Claims without a day are of today: a warning.
    ClaimedToday {
        day: String,
    },
    /// Claims that a list ends without a day have ended on the day of the import: a warning.
    EndedToday {
        day: String,
    },
    /// Two records fit; they are named.
    Ambiguous {
        value: String,
        candidates: Vec<Candidate>,
    },
    /// A code, person, organisation or place that is not known; near ones are named, perhaps none.
    Unknown {
        value: String,
        near: String,
    },
    /// A place's name with the wrong shape, or below a level that has none.
    NotAPlace {
        value: String,
    },
    /// A place's name with a door, a number or a person in it.
    PrivatePlace {
        value: String,
    },
    /// What the office file refuses for this row: a state, a claim, a rule.
    Refused(RowRefusal),
    InFuture {
        day: String,
    },
    /// Claimed before the need was collected.
    BeforeCollected {
        day: String,
        collected: String,
    },
    /// Claimed before the need was published: a warning.
    BeforePublished {
        day: String,
        published: String,
    },
    /// `张三等10人`: a warning.
    UnnamedRest {
        unnamed: u32,
    },
    /// The row brings joint claimants to a claim that others hold: a warning.
    Joined {
        claim: Code,
        names: String,
    },
    /// They have not agreed to be named, so that nobody of their claim is any longer: a warning.
    NoLongerNamed {
        claim: Code,
    },
    /// Two headers for one field with other values: a warning.
    HeadersDiffer {
        taken: String,
        left: String,
    },
    /// A record without a phone that is like another in all but its place, and is one of its own: a warning.
    LikeElsewhere {
        code: Code,
        place: String,
    },
    /// A claim without a day of its own is of the day on which it was completed: a warning.
    ClaimedWhenDone {
        day: String,
    },
    /// A number in a cell that is merged with the one above, which has it alone: a warning.
    MergedNumber {
        value: String,
    },
    /// A text that asks for nothing: 暂无, 见附件, a number.
    NotContent {
        value: String,
    },
    /// Completed before it was claimed.
    BeforeClaimed {
        day: String,
        claimed: String,
    },
    /// A name of a member or an organisation without a letter, or a number.
    NotAName {
        value: String,
    },
    /// A row that is no record and stands over those below it, whose place it may give: a warning.
    Heading {
        value: String,
        gives_place: bool,
    },
    /// A row with several records, and a code that only one of them can have.
    SeveralOfOneCode {
        value: String,
        records: usize,
    },
    /// A wish with numbered items, each of which may be a wish: a warning.
    SeveralWishes {
        items: usize,
    },
    /// A note that says that the row does not hold any longer: a warning.
    CalledOff {
        value: String,
    },
    /// All of the row that says what it is of is struck out: it was not read; a warning.
    StruckRow,
    /// A cell, or a part of it, is struck out, and was read all the same: a warning.
    StruckCell,
    /// The spreadsheet does not show the row, and it was read all the same: a warning.
    HiddenRow,
    /// One cell has more than the phone number that was taken from it, or a number that is none: the rest is in the note; a
    /// warning.
    PhoneRest {
        rest: String,
    },
    /// An inexact number, or a day without its year, and what it is taken as: a warning.
    TakenAs {
        value: String,
        taken: String,
    },
    /// A cell that cannot be read, of a field whose stored value stays: a warning.
    LeftAside(Box<FaultKind>),
    /// Blank class: owes nothing; a warning.
    NoClass,
    /// The row takes a wish off the wall, or out of the pack where somebody has claimed it: a warning.
    TakenDown {
        number: i64,
        why: Unshown,
        held: bool,
        /// Where it was published: the day and the folder.
        shown: Vec<String>,
    },
    /// A new wish without consent of somebody who has another one on the wall: a warning.
    StillShown {
        number: i64,
        code: Code,
    },
    /// A text with parts masked that is not the stored one, which stays: a warning.
    MaskedText {
        value: String,
    },
    /// A cell that was masked elsewhere, of which nothing is stored here: a warning, or of what a record cannot be without a
    /// fault.
    HiddenByMask {
        value: String,
    },
    /// A newer list changes what may no longer change; the stored value stays.
    Conflict {
        stored: String,
        given: String,
    },
}

/// One of the records that a name may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Candidate {
    /// By its code, its name or its path.
    Named(String),
    /// The phone is masked, and empty where there is none.
    Person { code: Code, name: String, phone: String },
    /// One of several people of one name, who are distinguished by their unit.
    Namesake { code: Code, name: String, unit: String, phone: String },
}

impl Candidate {
    pub fn named(names: impl IntoIterator<Item = impl Into<String>>) -> Vec<Candidate> {
        names.into_iter().map(|name| Candidate::Named(name.into())).collect()
    }
}

impl FaultKind {
    /// The stable word for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            FaultKind::Missing => "missing",
            FaultKind::TooShort { .. } => "row_too_short",
            FaultKind::TooLong { .. } => "row_too_long",
            FaultKind::ControlCharacter => "control_character",
            FaultKind::Ditto { .. } => "ditto",
            FaultKind::IdAsCode { .. } => "id_as_code",
            FaultKind::IdOfAnother { .. } => "id_of_another",
            FaultKind::IdMasked => "id_masked",
            FaultKind::SubmittedAgain { .. } => "submitted_again",
            FaultKind::NoPlace { .. } => "no_place",
            FaultKind::NearPlace { .. } => "near_place",
            FaultKind::NoOrgClass => "no_class",
            FaultKind::ErrorCell { .. } => "error_cell",
            FaultKind::NotComputed => "not_computed",
            FaultKind::TooLongText { .. } => "text_too_long",
            FaultKind::NotACode { .. } => "not_a_code",
            FaultKind::NotAPhone { .. } => "not_a_phone",
            FaultKind::PhoneLost { .. } => "phone_lost",
            FaultKind::NoAreaCode { .. } => "no_area_code",
            FaultKind::NotAnId { .. } => "not_an_id",
            FaultKind::IdLost { .. } => "id_lost",
            FaultKind::IdCheckDigit { .. } => "id_check_digit",
            FaultKind::NotADay { .. } => "not_a_day",
            FaultKind::NotMoney { .. } => "not_money",
            FaultKind::NotAQuantity { .. } => "not_a_quantity",
            FaultKind::NotANumber { .. } => "not_a_number",
            FaultKind::UnknownWord { .. } => "unknown_word",
            FaultKind::DiffersFrom { .. } => "differs_from_row",
            FaultKind::NameAlone => "name_alone",
            FaultKind::SeveralPeople { .. } => "several_people",
            FaultKind::NameRest { .. } => "name_rest",
            FaultKind::ClaimedToday { .. } => "claimed_today",
            FaultKind::EndedToday { .. } => "ended_today",
            FaultKind::Ambiguous { .. } => "ambiguous",
            FaultKind::Unknown { .. } => "unknown",
            FaultKind::NotAPlace { .. } => "not_a_place",
            FaultKind::PrivatePlace { .. } => "private_place",
            FaultKind::Refused(_) => "refused",
            FaultKind::InFuture { .. } => "in_future",
            FaultKind::BeforeCollected { .. } => "before_collected",
            FaultKind::BeforePublished { .. } => "before_published",
            FaultKind::UnnamedRest { .. } => "unnamed_rest",
            FaultKind::Joined { .. } => "joined",
            FaultKind::NoLongerNamed { .. } => "no_longer_named",
            FaultKind::HeadersDiffer { .. } => "heads_differ",
            FaultKind::LikeElsewhere { .. } => "like_elsewhere",
            FaultKind::ClaimedWhenDone { .. } => "claimed_when_done",
            FaultKind::MergedNumber { .. } => "merged_number",
            FaultKind::NotContent { .. } => "not_content",
            FaultKind::BeforeClaimed { .. } => "before_claimed",
            FaultKind::NotAName { .. } => "not_a_name",
            FaultKind::Heading { gives_place: true, .. } => "heading_of_place",
            FaultKind::Heading { .. } => "heading",
            FaultKind::SeveralOfOneCode { .. } => "several_of_one_code",
            FaultKind::SeveralWishes { .. } => "several_wishes",
            FaultKind::CalledOff { .. } => "called_off",
            FaultKind::StruckRow => "struck_row",
            FaultKind::StruckCell => "struck_cell",
            FaultKind::HiddenRow => "hidden_row",
            FaultKind::PhoneRest { .. } => "phone_rest",
            FaultKind::TakenAs { .. } => "taken_as",
            FaultKind::LeftAside(_) => "left_aside",
            FaultKind::NoClass => "no_class",
            FaultKind::TakenDown { .. } => "taken_down",
            FaultKind::StillShown { .. } => "still_shown",
            FaultKind::MaskedText { .. } => "masked_text",
            FaultKind::HiddenByMask { .. } => "hidden_by_mask",
            FaultKind::Conflict { .. } => "conflict",
        }
    }
}

/// A column as a spreadsheet names it: 0 is `A`, 26 is `AA`.
pub fn column_letter(column: u16) -> String {
    let mut rest = u32::from(column) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_a_spreadsheet_names_them() {
        for (column, letter) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letter(column), letter);
        }
    }
}
