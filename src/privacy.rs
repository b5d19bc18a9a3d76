//! What may be published of a person, and what private data a text contains. Pure: recognises names, numbers and
//! addresses by their form; does not know who reads the text. When in doubt, withholds it (docs/design.md, section 6).

mod accounts;
mod beds;
mod births;
mod certificates;
mod chars;
mod classes;
mod codes;
mod coordinates;
mod doors;
mod famous;
mod glyphs;
mod headers;
mod labelled;
mod latin;
mod mail;
mod messages;
mod names;
mod numbers;
mod papers;
mod people;
mod peoples;
mod spelled;
mod unworded;
pub mod wall;
mod words;

use std::ops::Range;

use self::glyphs::{Looks, glyphs, is_unseen};
use self::people::Seen;
use crate::lang::privacy as texts;
use crate::model::simplified::simple;

pub use self::headers::{may_name, names_under, sure_names_under};
pub use self::names::{KnownNames, is_everyday, names_in, wisher};

/// A part of a text that must not be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub kind: HitKind,
    /// The range in bytes.
    pub span: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HitKind {
    Phone,
    /// An identity number, a passport's or a permit's.
    IdNumber,
    /// A card number, or any other long number.
    CardNumber,
    /// WeChat, QQ and other accounts, and addresses of mail and network.
    WeChat,
    DoorNumber,
    Plate,
    BirthDate,
    /// A class of a school: `三（2）班`.
    SchoolClass,
    PersonName,
}

impl HitKind {
    pub const ALL: &'static [HitKind] = &[
        HitKind::Phone,
        HitKind::IdNumber,
        HitKind::CardNumber,
        HitKind::WeChat,
        HitKind::DoorNumber,
        HitKind::Plate,
        HitKind::BirthDate,
        HitKind::SchoolClass,
        HitKind::PersonName,
    ];

    /// The code word, for scripts.
    pub fn code(self) -> &'static str {
        match self {
            HitKind::Phone => "phone",
            HitKind::IdNumber => "id_number",
            HitKind::CardNumber => "card_number",
            HitKind::WeChat => "wechat",
            HitKind::DoorNumber => "door_number",
            HitKind::Plate => "plate",
            HitKind::BirthDate => "birth_date",
            HitKind::SchoolClass => "school_class",
            HitKind::PersonName => "person_name",
        }
    }

    /// The word for users, in the current language.
    pub fn label(self) -> String {
        match self {
            HitKind::Phone => texts::hit_phone(),
            HitKind::IdNumber => texts::hit_id_number(),
            HitKind::CardNumber => texts::hit_card_number(),
            HitKind::WeChat => texts::hit_wechat(),
            HitKind::DoorNumber => texts::hit_door_number(),
            HitKind::Plate => texts::hit_plate(),
            HitKind::BirthDate => texts::hit_birth_date(),
            HitKind::SchoolClass => texts::hit_school_class(),
            HitKind::PersonName => texts::hit_person_name(),
        }
    }
}

/// Whose names a text is looked through for, besides those that stand in it as names do.
#[derive(Debug, Clone, Copy, Default)]
pub struct People<'a> {
    /// The cells with the wisher's names, the household's and the contact's.
    pub own: &'a [&'a str],
    /// Everybody whom the file knows.
    pub known: Option<&'a KnownNames>,
}

/// Finds what must not be published in `text`: numbers in any spelling, accounts, addresses, dates of birth, and people.
/// `names` are the cells with the names of the wisher and the family. Hits are in the order of the text and never
/// overlap.
pub fn scan(text: &str, names: &[&str]) -> Vec<Hit> {
    scan_for(text, People { own: names, known: None })
}

/// As `scan`, also for the names that the file knows.
pub fn scan_for(text: &str, people: People<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let seen = seen(text);
    names::find_own(&seen, people.own, &mut hits);
    if let Some(known) = people.known {
        names::find_known(&seen, known, &mut hits);
    }
    people::find(&seen, &mut hits);
    if Looks::of(text).deserve_a_closer_look() {
        let glyphs = glyphs(text);
        numbers::find(&glyphs, &mut hits);
        spelled::find(&glyphs, &mut hits);
        doors::find(&glyphs, &mut hits);
        beds::find(&glyphs, &mut hits);
        coordinates::find(&glyphs, &mut hits);
        labelled::find(&glyphs, &mut hits);
        accounts::find(&glyphs, &mut hits);
        accounts::find_hosts(&glyphs, &mut hits);
        messages::find(&glyphs, &mut hits);
        certificates::find(&glyphs, &mut hits);
        papers::find(&glyphs, &mut hits);
        births::find(&glyphs, &mut hits);
        classes::find(&glyphs, &mut hits);
    }
    apart(hits)
}

/// The people of a text alone, as `scan` finds them: it has a great many texts to read where whom a file knows is asked.
fn people_in(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    people::find(&seen(text), &mut hits);
    apart(hits)
}

/// The names of people in a text, as `scan` finds them without knowing anybody.
pub fn people_named(text: &str) -> Vec<&str> {
    people_in(text).into_iter().filter_map(|hit| text.get(hit.span)).collect()
}

/// Finds the names that the file knows in `text`, by the rule of `scan_for`.
pub fn known_names(text: &str, known: &KnownNames) -> Vec<Hit> {
    let mut hits = Vec::new();
    let seen = seen(text);
    names::find_known(&seen, known, &mut hits);
    hits
}

/// The visible characters in their simplified form.
fn seen(text: &str) -> Vec<Seen> {
    let visible = text.char_indices().filter(|(_, c)| !is_unseen(*c));
    visible.map(|(at, c)| (at, simple(c))).collect()
}

/// The hits in the order of the text, those left out that overlap an earlier or longer one.
fn apart(mut hits: Vec<Hit>) -> Vec<Hit> {
    if hits.len() > 1 {
        hits.sort_by_key(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end)));
        let mut end = 0;
        hits.retain(|hit| {
            let apart = hit.span.start >= end;
            end = end.max(hit.span.end);
            apart
        });
    }
    hits
}

/// Whether a cell looks like an ID number, a phone number, an account or an address.
pub fn looks_private(cell: &str) -> bool {
    !scan(cell, &[]).is_empty()
}

/// The same for a cell of an unrecognised column, whose header may say what it is.
pub fn is_private_in(header: &str, cell: &str) -> bool {
    headers::is_private_cell(header, cell) || looks_private(cell)
}

/// A masked address: the district, if the address begins with one, and `***`.
pub fn mask_address(address: &str) -> String {
    let address = address.trim();
    if address.is_empty() {
        return String::new();
    }
    const LONGEST: usize = 12;
    let district =
        address.char_indices().take(LONGEST).filter(|(_, c)| matches!(c, '区' | '县')).find_map(|(at, c)| {
            let end = at + c.len_utf8();
            let small = matches!(address[..at].chars().next_back(), None | Some('小' | '社' | '园' | '片'));
            (!small && scan(&address[..end], &[]).is_empty()).then_some(&address[..end])
        });
    format!("{}***", district.unwrap_or_default())
}

/// The text with the middle of every phone, ID and card number masked; for logs and errors. Codes of ours stay.
pub fn mask_text(text: &str) -> String {
    if !Looks::of(text).deserve_a_closer_look() {
        return text.to_owned();
    }
    let mut masked = String::with_capacity(text.len());
    let mut end = 0;
    for code in codes::own(text) {
        masked.push_str(&mask_numbers(text.get(end..code.start).unwrap_or_default()));
        masked.push_str(text.get(code.clone()).unwrap_or_default());
        end = code.end;
    }
    masked.push_str(&mask_numbers(text.get(end..).unwrap_or_default()));
    masked
}

fn mask_numbers(text: &str) -> String {
    let glyphs = glyphs(text);
    let mut hits = Vec::new();
    numbers::find(&glyphs, &mut hits);
    hits.retain(|hit| is_hidden_number(hit.kind) && !is_in_a_digest(text, &hit.span));
    replaced(text, &apart(hits), push_masked)
}

/// The text without what nobody else is to read: numbers by their ends, and of accounts, addresses, papers, birthdays and
/// other people's names nothing. For lists that leave, unless they are revealed.
pub fn mask_private(text: &str, own: &[&str]) -> String {
    mask_hits(text, scan(text, own))
}

/// The same for a cell that is there to name somebody: all but the names.
pub fn mask_beside_names(text: &str) -> String {
    let mut hits = scan(text, &[]);
    hits.retain(|hit| hit.kind != HitKind::PersonName);
    mask_hits(text, hits)
}

/// A date is masked as a whole: its ends would give it away. Codes of ours stay.
fn mask_hits(text: &str, mut hits: Vec<Hit>) -> String {
    let own = if hits.is_empty() { Vec::new() } else { codes::own(text) };
    let is_in_a_code = |hit: &Hit| own.iter().any(|code| code.start <= hit.span.start && hit.span.end <= code.end);
    hits.retain(|hit| !is_in_a_digest(text, &hit.span) && !is_in_a_code(hit));
    let mut masked = String::with_capacity(text.len());
    let mut end = 0;
    for hit in hits {
        let (Some(before), Some(words)) = (text.get(end..hit.span.start), text.get(hit.span.clone())) else { continue };
        masked.push_str(before);
        end = hit.span.end;
        // What is masked already stays as it is.
        if !words.chars().any(char::is_alphanumeric) {
            masked.push_str(words);
            continue;
        }
        match words.chars().filter(char::is_ascii_digit).count() {
            7.. if hit.kind != HitKind::BirthDate => push_masked(&mut masked, words),
            _ => masked.push_str("***"),
        }
    }
    masked.push_str(text.get(end..).unwrap_or_default());
    masked
}

/// The text with the numbers of identity papers masked: nobody gets those, revealed or not.
pub fn mask_papers(text: &str) -> String {
    let mut hits = scan(text, &[]);
    hits.retain(|hit| hit.kind == HitKind::IdNumber && !is_in_a_digest(text, &hit.span));
    replaced(text, &hits, push_masked)
}

/// The text with `put` in the place of what the hits found.
fn replaced(text: &str, hits: &[Hit], put: impl Fn(&mut String, &str)) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut end = 0;
    for hit in hits {
        let (Some(before), Some(words)) = (text.get(end..hit.span.start), text.get(hit.span.clone())) else { continue };
        masked.push_str(before);
        put(&mut masked, words);
        end = hit.span.end;
    }
    masked.push_str(text.get(end..).unwrap_or_default());
    masked
}

/// Whether words of this kind are shown by their ends only, also to the office.
fn is_hidden_number(kind: HitKind) -> bool {
    matches!(kind, HitKind::Phone | HitKind::IdNumber | HitKind::CardNumber)
}

/// Whether a text cannot be the name of a place: it contains a door or a number, or a person or somebody's home behind the
/// community. Names of places are made as those of people are (江高镇): before its level word a name is the place's own.
pub fn is_private_place(name: &str) -> bool {
    const HOMES: [char; 3] = ['家', '户', '宅'];
    const LEVELS: &[&str] = &["社区", "居委会", "村委会", "街道", "小区"];
    let reveals = |part: &str| (part.chars().count() > 1 && part.ends_with(HOMES)) || has_person(part);
    let brackets =
        |c: char| matches!(c, '（' | '(' | '【' | '[' | '）' | ')' | '】' | ']' | ' ' | '-' | '—' | '，' | ',' | '、');
    let pieces = name.split(brackets).skip(1).any(reveals);
    let behind = LEVELS.iter().any(|level| name.split_once(level).is_some_and(|(_, rest)| reveals(rest)));
    let digits = name.chars().filter(|c| c.is_numeric()).count();
    pieces || behind || digits >= 5 || scan(name, &[]).iter().any(|hit| hit.kind != HitKind::PersonName)
}

fn has_person(rest: &str) -> bool {
    let seen: Vec<Seen> = rest.char_indices().filter(|(_, c)| !is_unseen(*c)).collect();
    (0..seen.len()).any(|at| people::name_at(&seen, at, people::Trust::Led).is_some_and(|length| length >= 3))
}

/// `199****1001`: keeps the first three and the last four characters, and fewer of a short number.
fn push_masked(masked: &mut String, number: &str) {
    let count = number.chars().count();
    let (first, last) = if count >= 11 { (3, 4) } else { (2, 2) };
    masked.extend(number.chars().take(first));
    masked.push_str("****");
    masked.extend(number.chars().skip(count.saturating_sub(last).max(first)));
}

/// Whether the digits are inside a long hexadecimal word: they belong to a digest, not to a person.
fn is_in_a_digest(text: &str, span: &Range<usize>) -> bool {
    const SHORTEST: usize = 16;
    let word = |c: &char| c.is_ascii_alphanumeric();
    let before = text[..span.start].chars().rev().take_while(word).filter(char::is_ascii_hexdigit).count();
    let after = text[span.end..].chars().take_while(word).filter(char::is_ascii_hexdigit).count();
    before + after > 0 && before + after + span.len() >= SHORTEST && text[span.clone()].is_ascii()
}

#[cfg(test)]
mod tests;
