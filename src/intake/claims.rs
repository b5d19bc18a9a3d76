//! A row of a list of claims becomes a claim, and its cell of people the names in it. Knows fields and words, nothing
//! of who these people are.

use super::columns::Wanted;
use super::excerpt::brief;
use super::name_cells::person;
use super::reading::{Cell, Reading};
use super::row::Plan;
use super::vocabulary::{Table, meaning, words_of};
use crate::model::draft::{ClaimDraft, Value, Values};
use crate::model::fault::FaultKind;
use crate::model::fields::{Field, Twist};
use crate::model::quantity::count;
use crate::model::words::ClaimState;

/// The claim, complete where the reading has no fault; `None` on a list to be decided on, where nobody has decided for it.
/// `outsiders`: all claimants on no roster are that.
pub fn claim(outsiders: bool, plan: &Plan, reading: &mut Reading<'_>) -> Option<ClaimDraft> {
    let decided = decided(reading);
    match decided {
        Some(Decided::Not) => return None,
        Some(Decided::No) => return dropped(plan, reading),
        Some(Decided::Claim | Decided::Release) | None => {}
    }
    if decided.is_none() && is_unclaimed(reading) {
        return None;
    }
    let mut values = reading.values(plan.wanted());
    if decided == Some(Decided::Release) && values.get(Field::State).is_none() {
        values.add(Field::State, Value::ClaimState(ClaimState::Released));
        // The day of the message, which is that of the release.
        if let (None, Some(day)) = (values.day(Field::EndedOn), values.day(Field::ClaimedOn)) {
            values.add(Field::EndedOn, Value::Day(day));
            values.remove(Field::ClaimedOn);
        }
    }
    settle_state(&mut values, reading);
    // A claim's own code says which need it is of.
    if !reading.has(Field::Code) {
        check_need(reading);
    }
    let (claimants, unnamed, unit) = claimants(reading);
    if let (None, Some(unit)) = (values.get(Field::Org), unit) {
        values.add(Field::Org, Value::Text(unit));
    }
    let outsiders = outsiders || values.text(Field::Mode).is_some_and(is_of_outsiders);
    let extra = reading.extra(plan.headers());
    let is_of_wall = is_of_wall(plan, reading);
    let unread = Vec::new();
    Some(ClaimDraft { claimants, unnamed, outsiders, is_of_wall, is_dropped: false, values, extra, unread })
}

/// A row that is no claim, where it has the words that wait in the inbox: of the rest nothing is read.
fn dropped(plan: &Plan, reading: &mut Reading<'_>) -> Option<ClaimDraft> {
    let of_inbox = |one: &&Wanted| matches!(one.field, Field::Need | Field::Item | Field::Words);
    let wanted: Vec<Wanted> = plan.wanted().iter().filter(of_inbox).copied().collect();
    let values = reading.values(&wanted);
    values.get(Field::Words)?;
    Some(ClaimDraft {
        claimants: Vec::new(),
        unnamed: 0,
        outsiders: false,
        is_of_wall: is_of_wall(plan, reading),
        is_dropped: true,
        values,
        extra: Vec::new(),
        unread: Vec::new(),
    })
}

/// Whether the column of the need says that it has numbers of the wall: 1 is 1号 there, which under 编号 may be any code.
fn is_of_wall(plan: &Plan, reading: &Reading<'_>) -> bool {
    let header = reading.columns().first(Field::Need).and_then(|column| plan.headers().get(usize::from(column)));
    header.is_some_and(|header| header.contains("墙号"))
}

/// 社会力量, 爱心企业: who claims so is on no roster.
fn is_of_outsiders(mode: &str) -> bool {
    ["社会", "爱心", "企业"].iter().any(|word| mode.contains(word))
}

/// Whether a row of a list of the whole wall says that nobody has claimed its need: no claimant, and nothing of a claim.
fn is_unclaimed(reading: &Reading<'_>) -> bool {
    let columns = reading.columns();
    let is_word = |word: &str| ["待认领", "未认领", "无人认领", "未领", "暂无", "待领"].contains(&word);
    let of = |field: Field| {
        columns.first(field).into_iter().chain(columns.others(field)).filter_map(|column| reading.at(column))
    };
    let has_claimant = of(Field::Claimants).any(|text| !is_word(text));
    let has_state = of(Field::State).any(|text| !is_word(text));
    const OF_A_CLAIM: [Field; 7] =
        [Field::Code, Field::ClaimedOn, Field::CompletedOn, Field::Id, Field::Phone, Field::Org, Field::Deadline];
    let has_more = OF_A_CLAIM.iter().any(|field| reading.has(*field));
    columns.first(Field::Claimants).is_some() && !has_claimant && !has_state && !has_more && reading.has(Field::Need)
}

/// A claim with a day of completion and no state is completed, one with a day on which it ended was given back; where its state
/// says otherwise, the state counts. Either is a warning.
fn settle_state(values: &mut Values, reading: &mut Reading<'_>) {
    let fits = |state: ClaimState, meant: ClaimState| {
        if meant.is_done() { state.is_done() } else { !state.holds() }
    };
    for (field, meant) in [(Field::CompletedOn, ClaimState::Completed), (Field::EndedOn, ClaimState::Released)] {
        let Some(day) = values.day(field) else { continue };
        let column = reading.columns().first(field);
        match values.get(Field::State) {
            Some(Value::ClaimState(state)) if !fits(*state, meant) => {
                reading.warn_differ(field, column.unwrap_or_default(), state.zh(), &day.to_string());
            }
            None if !reading.has(Field::State) => {
                let why = FaultKind::TakenAs { value: day.to_string(), taken: meant.zh().to_owned() };
                values.add(Field::State, Value::ClaimState(meant));
                reading.warn(field, column, why);
            }
            _ => {}
        }
    }
}

/// What somebody decided about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Decided {
    Claim,
    Release,
    /// It is no claim.
    No,
    /// Not yet.
    Not,
}

const DECIDED: Table<Decided> = &[
    ("认领", Decided::Claim),
    ("是", Decided::Claim),
    ("同意", Decided::Claim),
    ("claim", Decided::Claim),
    ("yes", Decided::Claim),
    ("y", Decided::Claim),
    ("退领", Decided::Release),
    ("release", Decided::Release),
    ("否", Decided::No),
    ("不认领", Decided::No),
    ("no", Decided::No),
    ("n", Decided::No),
];

/// The decision of a row; `None` where the list has no column for decisions.
fn decided(reading: &mut Reading<'_>) -> Option<Decided> {
    let column = reading.columns().first(Field::Decision)?;
    let Some(word) = reading.at(column) else { return Some(Decided::Not) };
    let decided = meaning(DECIDED, word);
    if decided.is_none() {
        let why = FaultKind::UnknownWord { value: brief(word), allowed: words_of(DECIDED) };
        reading.fault(Field::Decision, Some(column), why);
    }
    decided
}

/// The need is named by code, else by content and wisher, else by a project's title; what is missing is a fault.
fn check_need(reading: &mut Reading<'_>) {
    if reading.has(Field::Need) || reading.has(Field::Title) {
        return;
    }
    let columns = reading.columns();
    match (reading.has(Field::Content), reading.has(Field::Wisher)) {
        (true, true) => {}
        (true, false) => reading.missing(Field::Wisher),
        (false, _) if columns.first(Field::Content).is_some() => reading.missing(Field::Content),
        (false, _) if columns.first(Field::Title).is_some() => reading.missing(Field::Title),
        (false, _) => reading.missing(Field::Need),
    }
}

/// The lead first, then the joint claimants; how many are not named; and the unit next to a person.
fn claimants(reading: &mut Reading<'_>) -> (Vec<String>, u32, Option<String>) {
    let columns = reading.columns();
    let all: Vec<u16> = columns.first(Field::Claimants).into_iter().chain(columns.others(Field::Claimants)).collect();
    let cell = |reading: &Reading<'_>, twist: Twist| -> Vec<u16> {
        all.iter().copied().filter(|column| columns.twist(*column) == twist && reading.at(*column).is_some()).collect()
    };
    let (plain, joint, unit) = (cell(reading, Twist::Plain), cell(reading, Twist::Joint), cell(reading, Twist::Unit));
    let leads = if plain.is_empty() { &unit } else { &plain };
    let org = if plain.is_empty() { None } else { unit.first().and_then(|column| reading.at(*column)) };
    let mut names = Vec::new();
    let mut unnamed = 0;
    let lead = leads.first().and_then(|column| Some((*column, reading.at(*column)?)));
    for &other in leads.iter().skip(1) {
        if let (Some((_, taken)), Some(left)) = (lead, reading.at(other))
            && taken != left
        {
            reading.warn_differ(Field::Claimants, other, taken, left);
        }
    }
    let joint = joint.iter().filter_map(|column| Some((*column, reading.at(*column)?)));
    for cell in lead.into_iter().chain(joint.collect::<Vec<Cell<'_>>>()) {
        unnamed += named(reading, cell, &mut names);
    }
    if names.is_empty() && !reading.has(Field::Id) && !columns.corrects() {
        reading.missing(Field::Claimants);
    }
    (names, unnamed, org.map(str::to_owned))
}

/// Adds the names of one cell, each once; returns how many it only counts, and warns of them.
fn named(reading: &mut Reading<'_>, (column, text): Cell<'_>, names: &mut Vec<String>) -> u32 {
    let before = names.len();
    let mut rest = None;
    for part in split(text) {
        let (name, counted) = without_rest(part);
        rest = rest.or(counted);
        let name = person(name);
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    let Some(total) = rest else { return 0 };
    let here = u32::try_from(names.len() - before).unwrap_or(u32::MAX);
    let unnamed = total.saturating_sub(here);
    if total == 0 || unnamed > 0 {
        reading.warn(Field::Claimants, Some(column), FaultKind::UnnamedRest { unnamed });
    }
    unnamed
}

/// The parts of a cell of several people or organisations; what is in brackets is not split.
pub fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0u32;
    let parts = text.split(move |c| {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, '、' | '，' | ',' | ';' | '；' | '/' | '／' | '\n' | '\r' | '､')
    });
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// `张三等10人` is 张三, and ten in all; `张三等` is 张三 and nobody knows how many (0).
pub fn without_rest(part: &str) -> (&str, Option<u32>) {
    let Some((name, rest)) = part.rsplit_once('等') else { return (part, None) };
    let rest = rest.trim();
    if rest.is_empty() || matches!(rest, "人" | "同志" | "党员" | "人员") {
        return (name, Some(0));
    }
    let people = ["人", "名", "位", "户", "名党员", "位党员", "名同志", "位同志", "个单位", "家单位", "家", "个"];
    let number = people.iter().find_map(|word| rest.strip_suffix(word)).unwrap_or(rest);
    let is_number = number.chars().all(|c| c.is_numeric() || "一二三四五六七八九十".contains(c));
    match count(number).filter(|_| is_number) {
        Some(total) => (name, Some(total)),
        None => (part, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_in_one_cell_are_distinguished() {
        let names = |text| split(text).collect::<Vec<_>>();
        assert_eq!(
            names("伍艳、李佳明，郑军;阿·买提；何琴/林森\n张三,"),
            ["伍艳", "李佳明", "郑军", "阿·买提", "何琴", "林森", "张三"]
        );
        assert_eq!(names("某公司（广州、深圳）、李四"), ["某公司（广州、深圳）", "李四"]);
        assert_eq!(names(" 、 "), Vec::<&str>::new());
    }

    #[test]
    fn a_rest_without_names_is_counted() {
        assert_eq!(without_rest("何琴等10人"), ("何琴", Some(10)));
        assert_eq!(without_rest("何琴等十名党员"), ("何琴", Some(10)));
        assert_eq!(without_rest("何琴等"), ("何琴", Some(0)));
        assert_eq!(without_rest("平等路社区"), ("平等路社区", None));
        assert_eq!(without_rest("何琴"), ("何琴", None));
    }
}
