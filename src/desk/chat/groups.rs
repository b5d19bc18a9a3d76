//! Which numbers of a line belong to which people of it: `3号 张三，5号 李四`. Knows the order of parts only.

use super::people::{Beside, Part};
use crate::intake::chat::How;
use crate::model::chat::Doubt;
use crate::store::roll::Person;

/// Numbers, and who is named for them.
#[derive(Debug, Clone, Default)]
pub struct Group {
    pub numbers: Vec<(u32, How)>,
    pub quantity: Option<u32>,
    /// Each name with all who have it.
    pub people: Vec<Vec<Person>>,
    pub beside: Beside,
    /// A sign that joins stands between the parts.
    pub joined: bool,
    /// The words say that several do it together.
    pub together: bool,
    pub doubts: Vec<Doubt>,
}

impl Group {
    pub fn is_marked(&self) -> bool {
        self.numbers.iter().any(|(_, how)| *how != How::Bare)
    }
}

/// The groups of a line. Numbers before names and names before numbers are both usual; what begins decides.
pub fn groups(parts: &[Part]) -> Vec<Group> {
    let names_first = parts.iter().find_map(|part| match part {
        Part::Number(..) => Some(false),
        Part::People(_) => Some(true),
        _ => None,
    });
    let is_left = |from: usize, wanted: fn(&Part) -> bool| parts[from..].iter().any(wanted);
    let is_number = |part: &Part| matches!(part, Part::Number(..));
    let is_person = |part: &Part| matches!(part, Part::People(_));
    let mut groups = vec![Group::default()];
    for (at, part) in parts.iter().enumerate() {
        let last = groups.len() - 1;
        let group = &groups[last];
        let begins = match part {
            Part::Number(..) => names_first == Some(false) && !group.people.is_empty() && is_left(at, is_person),
            Part::People(_) => names_first == Some(true) && !group.numbers.is_empty() && is_left(at, is_number),
            _ => false,
        };
        if begins {
            groups.push(Group::default());
        }
        let last = groups.len() - 1;
        add(&mut groups[last], part, names_first);
    }
    groups
}

fn add(group: &mut Group, part: &Part, names_first: Option<bool>) {
    match part {
        Part::Number(number, how) => {
            if names_first == Some(false) && !group.people.is_empty() {
                group.doubts.push(Doubt::TwoPeople);
            }
            if !group.numbers.iter().any(|(one, _)| one == number) {
                group.numbers.push((*number, *how));
            }
        }
        Part::Quantity(quantity) => group.quantity = Some(*quantity),
        Part::Phone(digits) => group.beside.phone = Some(digits.clone()),
        Part::People(people) => {
            // 张三 36号（和李四一起）
            let joins = group.together && !group.people.is_empty();
            if names_first == Some(true) && !group.numbers.is_empty() && !joins {
                group.doubts.push(Doubt::TwoPeople);
            } else if !group.people.contains(people) {
                group.people.push(people.clone());
            }
        }
        Part::Unit(word, orgs) => group.beside.units.push((word.clone(), orgs.clone())),
        Part::Loose(word) => group.beside.loose.push(word.clone()),
        Part::And => group.joined = true,
        Part::Together => group.together = true,
    }
}
