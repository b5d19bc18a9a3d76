//! What whoever verifies sees of a need: who, where, what, how much; what says nearly the same; what may be private.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::desk::values::Values;
use crate::lang::{self, verify as text, word};
use crate::model::day::Day;
use crate::model::fields::{self, Field, FieldDef, Parse, Privacy, Stored};
use crate::model::words::{Level, NeedKind};
use crate::privacy;
use crate::similar::near_texts::{Share, share};
use crate::store::neighbours::Neighbour;
use crate::store::rows::NeedRow;
use crate::store::stored;

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

/// A line of the screen: its place, its label, and the fields on it with their texts.
struct Line {
    at: u8,
    label: &'static str,
    parts: Vec<(&'static FieldDef, String)>,
}

pub struct Screen<'a> {
    pub need: &'a NeedRow,
    pub near: &'a [Near],
    pub values: Values<'a>,
    pub today: Day,
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

    pub fn lines(&self) -> anyhow::Result<Vec<String>> {
        let need = self.need;
        let mut lines = Vec::new();
        let mut line = |label: &str, value: &str| {
            if !value.is_empty() {
                lines.extend(wrapped(label, value, self.width));
            }
        };
        for Line { label, parts, .. } in self.fields()? {
            // A project's title leads its content.
            let between = if parts.iter().any(|(def, _)| def.field == Some(Field::Title)) { "：" } else { "  " };
            let parts: Vec<String> = parts.into_iter().map(|(_, part)| part).filter(|part| !part.is_empty()).collect();
            line(label, &parts.join(between));
        }
        for (number, near) in (1..).zip(self.near) {
            line(&text::label_near(), &self.near_line(number, near));
        }
        let private = super::super::private_kinds(need);
        line(&text::label_private(), &private.join(lang::comma()));
        Ok(lines)
    }

    /// The lines of the need's own fields, as the registry has them: each with its label and its fields' texts.
    fn fields(&self) -> anyhow::Result<Vec<Line>> {
        let stored = stored(self.need)?;
        let mut lines: Vec<Line> = Vec::new();
        for (def, walk) in fields::walked() {
            let value = stored.iter().find(|(field, _)| field.code == def.code).map(|(_, value)| value);
            let text = self.text(def, value)?;
            match lines.iter_mut().find(|line| line.at == walk.line) {
                Some(line) => line.parts.push((def, text)),
                None => {
                    let label = walk.label.map_or("", |label| lang::pick(label.zh, label.en));
                    lines.push(Line { at: walk.line, label, parts: vec![(def, text)] });
                }
            }
        }
        lines.sort_by_key(|line| line.at);
        Ok(lines)
    }

    /// A field's value as whoever verifies reads it; consent is asked of every wish.
    fn text(&self, def: &FieldDef, value: Option<&Stored>) -> anyhow::Result<String> {
        if def.field == Some(Field::Consent) {
            let is_asked = self.need.kind == NeedKind::Wish;
            return Ok(if is_asked { text::consent(self.need.consent) } else { String::new() });
        }
        let Some(value) = value else { return Ok(String::new()) };
        let cell = self.values.cell(def, value)?;
        let days = |tell: fn(i64) -> String| -> anyhow::Result<String> {
            Ok(format!("{cell}{}", tell(days_between(self.today, cell.parse()?))))
        };
        Ok(match (def.parse, def.privacy) {
            (Parse::Deadline, _) => days(text::in_days)?,
            (Parse::Day, _) => days(text::days_ago)?,
            (Parse::Money, _) => text::yuan(cell),
            (Parse::Number(_), _) if def.field == Some(Field::Age) => text::years(cell),
            (Parse::Text, _) | (Parse::None, Privacy::FreeText) => self.masked(&cell),
            _ => cell,
        })
    }

    fn near_line(&self, number: usize, near: &Near) -> String {
        let other = &near.need;
        let state = word(other.state.zh(), other.state.code());
        let who = other.wisher_name.as_deref().unwrap_or("—");
        let place = self.values.places.name(self.values.places.at_level(other.community, Level::Community));
        text::near_line(number, &other.code, near.share / 10, who, place, state, self.masked(&other.text))
    }

    fn masked(&self, text: &str) -> String {
        if self.values.reveal { text.to_owned() } else { privacy::mask_text(text) }
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
