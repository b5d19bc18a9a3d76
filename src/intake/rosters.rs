//! A row of a roster becomes a member, one of a list of organisations an organisation. Knows fields and words,
//! nothing of what is stored.

use super::claims::{split, without_rest};
use super::excerpt::{brief, private};
use super::places::place;
use super::reading::Reading;
use super::row::Plan;
use super::vocabulary::{IN_SERVICE, MEMBER_CLASSES, Table, meaning, words_of};
use crate::model::draft::{MemberDraft, OrgDraft, Value, Values};
use crate::model::fault::FaultKind;
use crate::model::fields::{Field, Twist};
use crate::model::folding::folded;
use crate::model::words::{MemberClass, OrgClass};

/// The member, complete where the reading has no fault. `given` is the class of a roster without that column.
pub fn member(given: Option<MemberClass>, plan: &Plan, reading: &mut Reading<'_>) -> MemberDraft {
    let mut values = reading.values(plan.wanted());
    refuse_no_name(&values, reading);
    refuse_several(&values, reading);
    let (class, lacks_class) = member_class(given, reading);
    if let Some(class) = class {
        values.add(Field::Class, Value::MemberClass(class));
    }
    MemberDraft { place: place(reading), values, lacks_class, extra: reading.extra(plan.headers()), unread: Vec::new() }
}

/// *** and 19900000001 are nobody's name.
fn refuse_no_name(values: &Values, reading: &mut Reading<'_>) {
    let Some(name) = values.text(Field::Name) else { return };
    // Radicals that PDFs put in place of characters are no letters.
    if !folded(name).contains(char::is_alphabetic) {
        let value = private(name);
        reading.fault(Field::Name, reading.columns().first(Field::Name), FaultKind::NotAName { value });
    }
}

/// 陈四、陈五 are two members, and 陈四等5人 nobody knows who.
fn refuse_several(values: &Values, reading: &mut Reading<'_>) {
    let Some(name) = values.text(Field::Name) else { return };
    let letters = name.chars().filter(|c| !c.is_whitespace()).count();
    let is_name = |part: &&str| part.chars().count() > 1 && !part.chars().any(|c| c.is_ascii() || c.is_numeric());
    let is_listed = split(name).filter(is_name).nth(1).is_some();
    let is_counted = without_rest(name).1.is_some();
    let is_joined = |between: char| {
        let (before, after) = name.split_once(between)?;
        Some(before.trim().chars().count() > 1 && after.trim().chars().count() > 1)
    };
    let is_joined =
        letters > 4 && !name.contains(['·', '•']) && ['和', '与', '及'].into_iter().any(|c| is_joined(c) == Some(true));
    if is_listed || is_counted || is_joined {
        let value = brief(name);
        reading.fault(Field::Name, reading.columns().first(Field::Name), FaultKind::SeveralPeople { value });
    }
}

/// The organisation, complete where the reading has no fault. `given` is the class of a list without that column.
pub fn org(given: Option<OrgClass>, plan: &Plan, reading: &mut Reading<'_>) -> OrgDraft {
    let mut values = reading.values(plan.wanted());
    refuse_no_name(&values, reading);
    if let Some(class) = given.filter(|_| reading.columns().first(Field::Class).is_none()) {
        values.add(Field::Class, Value::OrgClass(class));
    }
    OrgDraft { place: place(reading), values, extra: reading.extra(plan.headers()), unread: Vec::new() }
}

/// 党员类别 and 是否在职党员 are two headers for one field in words of their own: the first that has a value. Whether none is a
/// class: 正式党员 says something else, and changes none.
fn member_class(given: Option<MemberClass>, reading: &mut Reading<'_>) -> (Option<MemberClass>, bool) {
    let columns = reading.columns();
    let Some(first) = columns.first(Field::Class) else { return (given, given.is_none() && !columns.corrects()) };
    let mut taken: Option<(&str, Option<MemberClass>)> = None;
    let mut is_of_class = false;
    for column in std::iter::once(first).chain(columns.others(Field::Class)) {
        let Some(text) = reading.at(column) else { continue };
        let table = class_table(columns.twist(column));
        let class = meaning(table, columns.word(Field::Class, text));
        if class.is_none() {
            let why = FaultKind::UnknownWord { value: brief(text), allowed: words_of(table) };
            reading.fault(Field::Class, Some(column), why);
        }
        match taken {
            None => {
                taken = Some((text, class));
                is_of_class = columns.twist(column) == Twist::Plain;
            }
            Some((_, was)) if agree(was, class) => {}
            Some((was, _)) => reading.warn_differ(Field::Class, column, was, text),
        }
    }
    let is_unknown = taken.is_none_or(|(_, class)| class == Some(MemberClass::Unknown));
    let says_so =
        taken.is_some_and(|(word, _)| [MemberClass::Unknown.zh(), MemberClass::Unknown.code()].contains(&word));
    let lacks_class = is_unknown && !says_so;
    if lacks_class && given.is_some() {
        return (given, false);
    }
    let class = taken.and_then(|(_, class)| class).filter(|_| !(lacks_class && is_of_class));
    (class, lacks_class && !columns.corrects())
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
