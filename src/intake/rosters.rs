//! A row of a roster becomes a member, one of a list of organisations an organisation. Knows fields and words,
//! nothing of what is stored.

use super::aliases::Twist;
use super::known_words::{IN_SERVICE, MEMBER_CLASSES, ORG_CLASSES, Table, YES_NO, known, meaning};
use super::places::place;
use super::reading::Reading;
use super::tell::brief;
use crate::model::draft::{MemberDraft, OrgDraft};
use crate::model::fault::Why;
use crate::model::field::Field;
use crate::model::words::MemberClass;

/// The member, complete where the reading has no fault. `told` is the class of a roster without that column.
pub fn member(told: Option<MemberClass>, heads: &[String], reading: &mut Reading<'_>) -> Option<MemberDraft> {
    let name = reading.required_name(Field::Name);
    let class = member_class(told, reading);
    let draft = MemberDraft {
        code: reading.code(Field::Code),
        name: String::new(),
        id: reading.id(),
        phone: reading.phone(),
        class,
        org: reading.text(Field::Org),
        place: place(reading),
        registered_on: reading.day(Field::RegisteredOn),
        deregistered_on: reading.day(Field::DeregisteredOn),
        skills: reading.text(Field::Skills),
        note: reading.text(Field::Note),
        extra: reading.extra(heads),
    };
    Some(MemberDraft { name: name?, ..draft })
}

/// The organisation, complete where the reading has no fault.
pub fn org(heads: &[String], reading: &mut Reading<'_>) -> Option<OrgDraft> {
    let name = reading.required_text(Field::Name);
    let draft = OrgDraft {
        code: reading.code(Field::Code),
        name: String::new(),
        short_name: reading.text(Field::ShortName),
        class: reading.word(Field::Class, ORG_CLASSES),
        parent: reading.text(Field::Parent),
        place: place(reading),
        contact: reading.name(Field::Contact),
        phone: reading.phone(),
        registered_on: reading.day(Field::RegisteredOn),
        exempt: reading.word(Field::Exempt, YES_NO),
        note: reading.text(Field::Note),
        extra: reading.extra(heads),
    };
    Some(OrgDraft { name: name?, ..draft })
}

/// 党员类别 and 是否在职党员 are two heads for one field in words of their own: the first that has a value.
fn member_class(told: Option<MemberClass>, reading: &mut Reading<'_>) -> Option<MemberClass> {
    let columns = reading.columns();
    let Some(first) = columns.first(Field::Class) else {
        if told.is_none() {
            reading.warn(Field::Class, None, Why::NoClass);
        }
        return told;
    };
    let mut taken: Option<(&str, Option<MemberClass>)> = None;
    for column in std::iter::once(first).chain(columns.others(Field::Class)) {
        let Some(text) = reading.at(column) else { continue };
        let table = class_table(columns.twist(column));
        let class = meaning(table, text);
        if class.is_none() {
            let why = Why::UnknownWord { value: brief(text), known: known(table) };
            reading.fault(Field::Class, Some(column), why);
        }
        match taken {
            None => taken = Some((text, class)),
            Some((_, was)) if agree(was, class) => {}
            Some((was, _)) => reading.warn_differ(Field::Class, column, was, text),
        }
    }
    if taken.is_none() {
        reading.warn(Field::Class, Some(first), Why::NoClass);
    }
    taken.and_then(|(_, class)| class)
}

fn class_table(twist: Twist) -> Table<MemberClass> {
    match twist {
        Twist::YesNo => IN_SERVICE,
        Twist::Plain | Twist::Joint | Twist::Unit => MEMBER_CLASSES,
    }
}

/// 否 under 是否在职党员 says no more than that: it agrees with every other class but in service.
fn agree(one: Option<MemberClass>, other: Option<MemberClass>) -> bool {
    let in_service = |class| class == Some(MemberClass::InService);
    one == other || (other == Some(MemberClass::Unknown) && !in_service(one))
}
