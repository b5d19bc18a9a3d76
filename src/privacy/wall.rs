//! What may be put on the wall: the allow-list, and why a need is withheld (docs/design.md, section 6). Pure.

use std::sync::Arc;

use super::{HitKind, names, scan};
use crate::model::band::Band;
use crate::model::day::Day;
use crate::model::words::{Form, NeedKind, Progress, Theme};

/// The allow-list: the fields of a need that may be published. Nothing else can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicNeed {
    /// The wall number: 3 for `3号`.
    pub number: u32,
    /// Random. Besides the number it is the only identifier of a need that is published.
    pub public_code: Box<str>,
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

/// A claim as the pack may tell of it.
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
    /// Everything of it that would be printed.
    pub texts: Vec<&'a str>,
    pub wisher: Option<&'a str>,
}

/// Why a need may not be on the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Withheld {
    ConsentRefused,
    /// A child's wish wants a yes of its own.
    ChildWantsConsent,
    ConsentBlank,
    /// Its texts tell private things, of these kinds.
    Private(Vec<HitKind>),
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
    if need.checked {
        return None;
    }
    let names = need.wisher.as_slice();
    let mut kinds: Vec<HitKind> = need.texts.iter().flat_map(|text| scan(text, names)).map(|hit| hit.kind).collect();
    kinds.sort();
    kinds.dedup();
    (!kinds.is_empty()).then_some(Withheld::Private(kinds))
}

/// The wisher on the wall: as they want to be called, else by the surname. A child has no name there.
pub fn public_name(public_name: Option<&str>, wisher: Option<&str>, child: bool) -> String {
    match public_name {
        Some(name) if !child => name.to_owned(),
        _ => names::wisher(wisher, child),
    }
}
