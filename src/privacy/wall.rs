//! What may be put on the wall: the allow-list, and why a need is withheld (docs/design.md, section 6). Pure.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::glyphs::is_unseen;
use super::{Hit, HitKind, People, is_hidden_number, names, names::SHORTENED, push_masked, replaced, scan_for};
use crate::model::band::Band;
use crate::model::code::PublicCode;
use crate::model::day::Day;
use crate::model::folding::folded;
use crate::model::words::{Form, NeedKind, Progress, Theme};

/// The allow-list: the fields of a need that may be published. Nothing else can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicNeed {
    /// The wall number: 3 for `3号`.
    pub number: u32,
    /// Random. Besides the number it is the only identifier of a need that is published.
    pub public_code: PublicCode,
    /// At most down to the community.
    pub place: Arc<str>,
    /// The street that the place belongs to; the place itself where it is wider.
    pub street: Arc<str>,
    /// The name as `public_name` gives it; empty for children and for projects.
    pub wisher: Arc<str>,
    pub kind: NeedKind,
    pub theme: Option<Theme>,
    pub form: Option<Form>,
    /// The public wording, after the scan.
    pub content: Box<str>,
    /// The quantity asked for.
    pub quantity: u32,
    /// How many of it are taken.
    pub taken: u32,
    /// Roughly what it costs, where the office publishes that.
    pub budget: Option<Band>,
    /// By when it is wanted, where the office publishes that.
    pub deadline: Option<Day>,
    /// `Confirmed` for a closed need.
    pub state: Progress,
}

/// A claim as the pack may show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicClaim {
    /// The wall number of its need.
    pub number: u32,
    pub on: Day,
    /// The claimants' name where they agreed to be named, else 党员 or 党组织.
    pub by: Box<str>,
}

/// What decides whether a need may be on the wall.
#[derive(Debug, Clone)]
pub struct Candidate<'a> {
    pub kind: NeedKind,
    /// What the consent column says.
    pub consent: Option<bool>,
    /// Whether the form asked for consent, where the column is blank.
    pub form_asked: bool,
    pub child: bool,
    /// Somebody has read the texts and confirmed them.
    pub checked: bool,
    /// What of it would be printed and was written by hand.
    pub texts: Vec<&'a str>,
    /// Whose names they are looked through for.
    pub people: People<'a>,
    /// What the name of its place reveals, which nobody can confirm.
    pub place: &'a [Found],
}

/// Why a need may not be on the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Withheld {
    ConsentRefused,
    /// A child's wish wants a yes of its own.
    ChildWantsConsent,
    ConsentBlank,
    /// Its texts contain private information.
    Private(Vec<Found>),
    /// The name of its place does.
    PrivatePlace(Vec<Found>),
}

impl Withheld {
    /// Its word in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Withheld::ConsentRefused => "consent_refused",
            Withheld::ChildWantsConsent => "child_wants_consent",
            Withheld::ConsentBlank => "consent_blank",
            Withheld::Private(_) => "private_text",
            Withheld::PrivatePlace(_) => "private_place",
        }
    }
}

/// Private words in a text that would be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub kind: HitKind,
    /// As they may be shown to the office: of a number its ends.
    pub words: String,
    /// What stands around them, the words in 【】.
    pub marked: String,
}

/// Why the need may not be on the wall, if it may not.
pub fn withheld(need: &Candidate<'_>) -> Option<Withheld> {
    if need.kind == NeedKind::Wish {
        match need.consent {
            Some(false) => return Some(Withheld::ConsentRefused),
            None if need.child => return Some(Withheld::ChildWantsConsent),
            None if !need.form_asked => return Some(Withheld::ConsentBlank),
            Some(true) | None => {}
        }
    }
    if !need.place.is_empty() {
        return Some(Withheld::PrivatePlace(need.place.to_vec()));
    }
    if need.checked {
        return None;
    }
    let found: Vec<Found> = need.texts.iter().flat_map(|text| found(text, need.people)).collect();
    (!found.is_empty()).then_some(Withheld::Private(found))
}

/// The private words of a text, as it is printed.
pub fn found(text: &str, people: People<'_>) -> Vec<Found> {
    let text = one_line(text);
    let hits = scan_for(&text, people);
    hits.iter().map(|hit| Found { kind: hit.kind, words: words(&text, hit), marked: marked(&text, hit) }).collect()
}

fn words(text: &str, hit: &Hit) -> String {
    let words = text.get(hit.span.clone()).unwrap_or_default();
    if !is_hidden_number(hit.kind) {
        return words.to_owned();
    }
    let mut masked = String::new();
    push_masked(&mut masked, words);
    masked
}

/// What a name that may be shown gives away besides: a number, a door, an account.
pub fn private_in_name(name: &str) -> Vec<Found> {
    let mut found = found(name, People::default());
    found.retain(|found| found.kind != HitKind::PersonName);
    found
}

/// A text as it is printed, with its private words in 【】.
pub fn marked_text(text: &str, people: People<'_>) -> String {
    let text = one_line(text);
    let (mut marked, mut end) = (String::with_capacity(text.len()), 0);
    for hit in scan_for(&text, people) {
        marked.push_str(text.get(end..hit.span.start).unwrap_or_default());
        marked.push_str(&format!("【{}】", words(&text, &hit)));
        end = hit.span.end;
    }
    marked.push_str(text.get(end..).unwrap_or_default());
    marked
}

/// The text with the names of people masked; `None` where it has none.
pub fn without_names(text: &str, people: People<'_>) -> Option<String> {
    let text = one_line(text);
    let mut hits = scan_for(&text, people);
    hits.retain(|hit| hit.kind == HitKind::PersonName);
    (!hits.is_empty()).then(|| replaced(&text, &hits, |masked, _| masked.push_str("***")))
}

/// The words in 【】, with a few characters on both sides.
fn marked(text: &str, hit: &Hit) -> String {
    const AROUND: usize = 6;
    let (before, after) =
        (text.get(..hit.span.start).unwrap_or_default(), text.get(hit.span.end..).unwrap_or_default());
    let skip = before.chars().count().saturating_sub(AROUND);
    let lead: String = before.chars().skip(skip).collect();
    let tail: String = after.chars().take(AROUND).collect();
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    let (begins, ends) = (cut(skip > 0), cut(after.chars().count() > AROUND));
    format!("{begins}{lead}【{}】{tail}{ends}", words(text, hit))
}

/// The text as it is printed: one line, without characters that could break it or change its direction; each run of
/// whitespace becomes one blank.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            blank = !line.is_empty();
        } else if !is_unseen(c) || is_part_of_another(c) {
            if std::mem::take(&mut blank) {
                line.push(' ');
            }
            line.push(c);
        }
    }
    line
}

/// Accents, and what emoji are put together with.
fn is_part_of_another(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200D}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}')
}

/// Who is behind a wish, as far as wishers are distinguished to be counted; nothing can be read from it. Half of the bits are of
/// the name, half of the phone, all 0 without one: a city has 300,000. Two that are taken for one hide a surname more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Who(u64);

impl Who {
    const PHONE: u64 = u32::MAX as u64;

    pub fn of(name: Option<&str>, phone: Option<&str>) -> Who {
        let name = digest(&folded(name.unwrap_or_default())) & !Who::PHONE;
        Who(name | phone.map_or(0, |phone| digest(&phone) & Who::PHONE | 1))
    }

    /// How many people these are at least: those of one name are as many as their phones.
    fn count(mut all: Vec<Who>) -> usize {
        all.sort_unstable();
        all.dedup();
        let of_one_name = |all: &[Who]| all.iter().filter(|one| one.0 & Who::PHONE != 0).count().max(1);
        all.chunk_by(|one, other| (one.0 ^ other.0) & !Who::PHONE == 0).map(of_one_name).sum()
    }
}

/// Of how many wishers in one community a surname is shown, unless the office says otherwise.
pub const K: u32 = 3;

/// Communities with surnames that would identify somebody: fewer than `k` wishers there have them, however many wishes they
/// have. Each as a digest of its words, in ascending order.
#[derive(Debug, Default)]
pub struct Few(Vec<u64>);

impl Few {
    /// Of the wishes on the wall: the place, how the wisher is named, and who that is.
    pub fn of<'w>(wishes: impl Iterator<Item = (&'w Arc<str>, &'w Arc<str>, Who)>, k: u32) -> Few {
        let grouped = wishes.filter_map(|(place, wisher, who)| Some((Few::group(place, wisher)?, who)));
        let mut named: Vec<(u64, Who)> = grouped.collect();
        named.sort_unstable();
        let k = usize::try_from(k).unwrap_or(usize::MAX);
        let is_small = |all: &&[(u64, Who)]| Who::count(all.iter().map(|(_, who)| *who).collect()) < k;
        Few(named.chunk_by(|one, other| one.0 == other.0).filter(is_small).map(|all| all[0].0).collect())
    }

    /// Whether the name is not shown there.
    pub fn hides(&self, place: &str, wisher: &str) -> bool {
        Few::group(place, wisher).is_some_and(|group| self.0.binary_search(&group).is_ok())
    }

    /// Those of one surname in one community. What somebody wants to be called is nobody's surname.
    fn group(place: &str, wisher: &str) -> Option<u64> {
        wisher.ends_with(SHORTENED).then(|| digest(&(place, wisher)))
    }
}

fn digest(words: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

/// Takes the surnames off the wishes that `Few` hides. `who` is the wisher of each need, in the same order.
pub fn hide_few(needs: &mut [PublicNeed], who: &[Who], k: u32) {
    let few = Few::of(needs.iter().zip(who).map(|(need, who)| (&need.place, &need.wisher, *who)), k);
    for need in needs.iter_mut().filter(|need| few.hides(&need.place, &need.wisher)) {
        need.wisher = "".into();
    }
}

/// The wisher on the wall: as they want to be called, else by the surname. A child has no name there.
pub fn public_name(public_name: Option<&str>, wisher: Option<&str>, child: bool) -> String {
    match public_name {
        Some(name) if !child => name.to_owned(),
        _ => names::wisher(wisher, child),
    }
}
