//! What whoever verifies sees of a need: who, where, what, how much; what says nearly the same; what may be private.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::lang::{self, verify as text, word};
use crate::model::day::Day;
use crate::model::words::{Level, NeedKind};
use crate::privacy;
use crate::similar::near_texts::{Share, share};
use crate::store::neighbours::Neighbour;
use crate::store::place::Places;
use crate::store::rows::NeedRow;

/// Neighbours that are shown.
const SHOWN: usize = 3;
/// They share so many thousandths at least.
const LIKE: Share = 400;

/// A neighbour whose need says something like it.
pub struct Near {
    pub need: Neighbour,
    share: Share,
}

/// The needs of the community, the wisher or the household that say most nearly the same, earlier or later.
pub fn near(need: &NeedRow, all: &[Neighbour], community: i64) -> Vec<Near> {
    let Some(own) = all.iter().find(|one| one.id == need.id) else { return Vec::new() };
    let neighbours = all.iter().filter(|one| {
        let same = |one: Option<u64>, own: Option<u64>| one.is_some() && one == own;
        let is_near = one.community == community || same(one.wisher, own.wisher) || same(one.household, own.household);
        one.id != need.id && one.kind == need.kind && is_near
    });
    let shares = neighbours.map(|one| (share(&own.text, &one.text), one));
    let mut near: Vec<(Share, &Neighbour)> = shares.filter(|(share, _)| *share >= LIKE).collect();
    near.sort_by_key(|(share, one)| (std::cmp::Reverse(*share), one.id));
    near.into_iter().take(SHOWN).map(|(share, one)| Near { need: one.clone(), share }).collect()
}

pub struct Screen<'a> {
    pub need: &'a NeedRow,
    pub near: &'a [Near],
    pub places: &'a Places,
    pub today: Day,
    /// Phones and addresses are written out, and the log says why.
    pub reveal: bool,
    pub width: usize,
}

impl Screen<'_> {
    /// The kind, and what was decided in this walk.
    pub fn state(&self, decided: bool) -> String {
        let need = self.need;
        let kind = word(need.kind.zh(), need.kind.code());
        if !decided {
            return kind;
        }
        let state = word(need.state.zh(), need.state.code());
        text::decided(kind, state, need.reason_out.as_deref().unwrap_or_default())
    }

    pub fn lines(&self) -> Vec<String> {
        let need = self.need;
        let mut lines = Vec::new();
        let mut line = |label: String, value: Option<String>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                lines.extend(wrapped(&label, &value, self.width));
            }
        };
        let joined = |parts: [Option<String>; 3]| {
            Some(parts.into_iter().flatten().collect::<Vec<_>>().join("  ")).filter(|joined| !joined.is_empty())
        };
        let (label, who) = match need.kind {
            NeedKind::Wish => (text::label_who(), &need.wisher),
            NeedKind::Project => (text::label_proposer(), &need.proposer),
        };
        line(label, joined([who.clone(), need.wisher_class.clone(), need.age.map(text::years)]));
        let phone = need.phone.as_ref().map(|phone| if self.reveal { phone.to_string() } else { phone.masked() });
        line(text::label_phone(), phone);
        let address = need.address.as_ref();
        let address = address.map(|it| if self.reveal { it.clone() } else { privacy::mask_address(it) });
        line(text::label_place(), joined([Some(self.places.path(need.place_id)), address, need.household.clone()]));
        let content = [need.title.as_deref(), need.content.as_deref()];
        let content = content.into_iter().flatten().collect::<Vec<_>>().join("：");
        line(text::label_content(), Some(self.masked(&content)));
        line(text::label_wording(), need.wording.as_deref().map(|wording| self.masked(wording)));
        line(text::label_reason(), need.reason.as_deref().map(|reason| self.masked(reason)));
        let budget = need.budget_fen.map(|budget| text::yuan(budget.to_string()));
        line(text::label_quantity(), joined([Some(need.quantity.to_string()), budget, None]));
        let days = |day: Day, tell: fn(i64) -> String| format!("{day}{}", tell(days_between(self.today, day)));
        line(text::label_deadline(), need.deadline.map(|day| days(day, text::in_days)));
        line(
            text::label_collected(),
            joined([
                need.collected_on.map(|day| days(day, text::days_ago)),
                need.channel.clone(),
                need.collector.clone(),
            ]),
        );
        line(text::label_consent(), (need.kind == NeedKind::Wish).then(|| text::consent(need.consent)));
        line(text::label_note(), need.note.as_deref().map(|note| self.masked(note)));
        for (number, near) in (1..).zip(self.near) {
            line(text::label_near(), Some(self.near_line(number, near)));
        }
        let private = super::super::private_kinds(need);
        line(text::label_private(), Some(private.join(lang::comma())));
        lines
    }

    fn near_line(&self, number: usize, near: &Near) -> String {
        let other = &near.need;
        let state = word(other.state.zh(), other.state.code());
        let who = other.wisher_name.as_deref().unwrap_or("—");
        let place = self.places.name(self.places.at_level(other.community, Level::Community));
        text::near_line(number, &other.code, near.share / 10, who, place, state, self.masked(&other.text))
    }

    fn masked(&self, said: &str) -> String {
        if self.reveal { said.to_owned() } else { privacy::mask_text(said) }
    }
}

fn days_between(from: Day, until: Day) -> i64 {
    let between = from.date().until(until.date());
    between.map_or(0, |span| i64::from(span.get_days()))
}

/// Lines of one value at most: who decides must see the keys.
const LONGEST: usize = 5;
const CLOSING: &str = "，。、；：！？）》」』”’…,.;:!?)";

/// A label and its value, broken where the terminal ends; the label's column stays free.
fn wrapped(label: &str, value: &str, width: usize) -> Vec<String> {
    const COLUMN: usize = 10;
    let room = width.saturating_sub(COLUMN).max(10);
    let mut lines: Vec<String> = Vec::new();
    for part in value.lines() {
        let (mut line, mut used) = (String::new(), 0);
        for c in part.chars() {
            let wide = c.width().unwrap_or(0);
            if used + wide > room {
                // No line begins with a mark that ends something: the character before comes with it.
                let carried = if CLOSING.contains(c) { line.pop() } else { None };
                lines.push(std::mem::replace(&mut line, carried.into_iter().collect()));
                used = line.width();
            }
            line.push(c);
            used += wide;
        }
        lines.push(line);
    }
    if lines.len() > LONGEST {
        lines.truncate(LONGEST);
        lines.push("…".to_owned());
    }
    let blank = " ".repeat(COLUMN);
    let first = format!("{label}{}", " ".repeat(COLUMN.saturating_sub(label.width()).max(1)));
    lines.iter().enumerate().map(|(at, line)| format!("{}{line}", if at == 0 { &first } else { &blank })).collect()
}
