//! Which numbers of a line belong to which people of it: `3号 张三，5号 李四`. Knows the order of parts only.

use super::people::{Beside, Part};
use crate::intake::chat::{self, How, Share};
use crate::model::chat::Doubt;
use crate::store::roll::Person;

/// Numbers, and who is named for them.
#[derive(Debug, Clone, Default)]
pub struct Group {
    pub numbers: Vec<(u32, How)>,
    /// The numbers and quantities as they follow each other.
    pub(super) course: Vec<Amount>,
    /// How many of a number, where it is given.
    pub quantities: Vec<(u32, u32)>,
    /// Each name with all who have it.
    pub people: Vec<Vec<Person>>,
    pub beside: Beside,
    /// A sign that joins stands between the parts.
    pub joined: bool,
    /// The words say that several do it together.
    pub together: bool,
    /// So many people do it together, it says.
    pub several: Option<u32>,
    /// Not everybody in it is named.
    pub unclear: bool,
    /// It stands in a question or a remark, which takes nothing from what is clear.
    pub aside: bool,
    pub doubts: Vec<Doubt>,
}

/// A number, or how many of what stands around it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Amount {
    Of(u32),
    Many(u32, Share),
}

impl Group {
    /// Notes a number or a quantity in its place.
    pub fn note(&mut self, part: &Part) {
        match part {
            Part::Number(number, _) => self.course.push(Amount::Of(*number)),
            Part::Quantity(quantity, share) => self.course.push(Amount::Many(*quantity, *share)),
            _ => {}
        }
    }

    /// Gives each number its quantity; a doubt where that is not clear.
    pub fn share_out(&mut self) {
        let of_ours = |one: &Amount| match one {
            Amount::Of(number) => self.numbers.iter().any(|(own, _)| own == number),
            Amount::Many(..) => true,
        };
        let mut course: Vec<Amount> = self.course.iter().copied().filter(of_ours).collect();
        if let Some(Amount::Many(..)) = course.first() {
            course.reverse();
        }
        match shared_out(&course) {
            Some(quantities) => self.quantities = quantities,
            None => self.doubts.push(Doubt::Quantities),
        }
        // 李梅和何静各一个: so many for each of them, or of each number for both.
        if self.people.len() > 1 && course.iter().any(|one| matches!(one, Amount::Many(_, Share::Each))) {
            self.doubts.push(Doubt::TwoPeople);
        }
    }

    pub fn quantity_of(&self, number: Option<u32>) -> Option<i64> {
        let found = self.quantities.iter().find(|(one, _)| Some(*one) == number)?;
        Some(i64::from(found.1))
    }

    /// What says of a person next to a unit that they only see to it: 卫生中心（李四负责）6号.
    pub fn seen_to_by(&self, text: &str) -> Option<String> {
        let names = self.people.iter().filter_map(|people| people.first()).filter(|_| !self.beside.units.is_empty());
        let mut words =
            names.flat_map(|one| ["负责", "经办", "对接", "跟进", "牵头"].map(|word| format!("{}{word}", one.name)));
        words.find(|words| text.contains(words))
    }

    /// Whether a unit takes the numbers on, named or not: 我们支部认领, 教育局认领19号.
    pub fn is_for_unit(&self, text: &str) -> bool {
        let units = self.beside.units.iter().map(|(unit, _)| unit);
        let loose = self.beside.loose.iter().filter(|word| chat::is_called_like_a_unit(word));
        chat::is_for_unit(text) || units.chain(loose).any(|unit| chat::is_said_of_unit(text, unit))
    }

    pub fn is_marked(&self) -> bool {
        self.numbers.iter().any(|(_, how)| *how != How::Bare)
    }
}

/// 58号 甲 58号 乙: of two people on one number of a line nobody is first.
pub fn doubt_shared_numbers(groups: &mut [Group]) {
    for at in 0..groups.len() {
        let is_shared = |other: usize| {
            let has = |number: &u32| groups[other].numbers.iter().any(|(one, _)| one == number);
            other != at
                && groups[other].people != groups[at].people
                && groups[at].numbers.iter().any(|(number, _)| has(number))
        };
        if (0..groups.len()).any(is_shared) {
            groups[at].doubts.push(Doubt::TwoPeople);
        }
    }
}

/// A quantity is of the one number before it: 7号6个，24号. Of several only 各 and 共 say how many of each.
fn shared_out(course: &[Amount]) -> Option<Vec<(u32, u32)>> {
    let mut shared: Vec<(u32, u32)> = Vec::new();
    let mut waiting: Vec<u32> = Vec::new();
    for one in course {
        let (quantity, share) = match one {
            Amount::Of(number) => {
                waiting.push(*number);
                continue;
            }
            Amount::Many(quantity, share) => (*quantity, *share),
        };
        let each = match (waiting.len(), share) {
            (0, _) => return None,
            (1, _) | (_, Share::Each) => quantity,
            (several, Share::Total) if u32::try_from(several) == Ok(quantity) => 1,
            (_, Share::Own | Share::Total) => return None,
        };
        for number in waiting.drain(..) {
            if shared.iter().any(|(one, _)| *one == number) {
                return None;
            }
            shared.push((number, each));
        }
    }
    Some(shared)
}

/// The groups of a line. Numbers before names and names before numbers are both usual; what begins decides.
pub fn groups(parts: &[Part]) -> Vec<Group> {
    let is_bare = |part: &Part| matches!(part, Part::Number(_, How::Bare));
    let is_marked = |part: &Part| matches!(part, Part::Number(..)) && !is_bare(part);
    // 6 林森 11号: what begins is no wall number.
    let running = parts.iter().filter(|part| is_bare(part)).count() == 1 && parts.iter().any(is_marked);
    let names_first = parts.iter().find_map(|part| match part {
        Part::Number(..) if running && is_bare(part) => None,
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
    group.note(part);
    match part {
        Part::Number(number, how) => {
            if names_first == Some(false) && !group.people.is_empty() {
                group.doubts.push(Doubt::TwoPeople);
            }
            if !group.numbers.iter().any(|(one, _)| one == number) {
                group.numbers.push((*number, *how));
            }
        }
        Part::Quantity(..) => {}
        Part::Several(count) => (group.together, group.several) = (true, Some(*count)),
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
