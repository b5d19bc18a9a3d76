//! The wall: what publishing gives a need, and what taking down leaves it.

use anyhow::Context;

use crate::model::child::{self, Signs};
use crate::model::code::PublicCode;
use crate::model::day::Day;
use crate::model::words::{NeedKind, NeedState, Unshown};

use super::export::{last_number, public_code_exists};
use super::log::Change;
use super::rows::NeedRow;
use super::state::move_need;

/// Gives out wall numbers, never one twice.
#[derive(Debug)]
pub struct Numbers {
    last: i64,
}

impl Numbers {
    pub fn load(change: &Change<'_>) -> anyhow::Result<Numbers> {
        Ok(Numbers { last: last_number(change.session())? })
    }

    /// The number of a need: the one that it has, else the next.
    pub(super) fn of(&mut self, need: &NeedRow) -> i64 {
        need.number.unwrap_or_else(|| {
            self.last += 1;
            self.last
        })
    }
}

/// Publishes a verified need. One that was taken down keeps its number and its public code.
pub fn publish(
    change: &mut Change<'_>,
    numbers: &mut Numbers,
    need: &NeedRow,
    on: Day,
    consent_basis: Option<&str>,
) -> anyhow::Result<NeedRow> {
    let public_code = match &need.public_code {
        Some(code) => code.clone(),
        None => new_public_code(change)?,
    };
    let number = numbers.of(need);
    move_need(change, need, (NeedState::Published, on), |need| {
        need.public_code = Some(public_code);
        need.number = Some(number);
        need.published_on = Some(on);
        need.reason_out = None;
        if need.consent.is_none() && need.consent_basis.is_none() {
            need.consent_basis = consent_basis.map(str::to_owned);
        }
    })
}

/// Whether a wish is a child's, as far as its record says.
pub fn is_childs(need: &NeedRow, today: Day) -> bool {
    let signs = Signs {
        age: need.age,
        class: need.wisher_class.as_deref(),
        school: need.school.as_deref(),
        texts: [&need.title, &need.content, &need.reason, &need.note].map(Option::as_deref),
        extra: need.extra.as_deref(),
        unread: need.unread.as_deref(),
    };
    need.kind == NeedKind::Wish && child::is_child(&signs, today)
}

/// Why a wish may not be shown to anybody, whatever its state: nobody sees it, and nobody can claim it.
pub fn unshown(need: &NeedRow, today: Day) -> Option<Unshown> {
    unshown_of(need, || is_childs(need, today))
}

/// The same, for whoever has found out already whether it is a child's.
pub fn unshown_of(need: &NeedRow, is_childs: impl FnOnce() -> bool) -> Option<Unshown> {
    match (need.kind, need.consent) {
        (NeedKind::Project, _) | (_, Some(true)) => None,
        (_, Some(false)) => Some(Unshown::Refused),
        (_, None) => is_childs().then_some(Unshown::ChildWithoutYes),
    }
}

/// Takes a published need down to verified; it keeps its number.
pub fn take_down(change: &mut Change<'_>, need: &NeedRow, on: Day, reason: &str) -> anyhow::Result<NeedRow> {
    move_need(change, need, (NeedState::Verified, on), |need| need.reason_out = Some(reason.to_owned()))
}

/// The need with other words for the wall, or with the present ones confirmed. Other words are to be read anew.
pub fn worded(need: &NeedRow, wording: Option<&str>, checked: bool) -> NeedRow {
    let mut worded = need.clone();
    if let Some(wording) = wording.filter(|wording| need.wording.as_deref() != Some(wording)) {
        worded.wording_checked = false;
        worded.wording = Some(wording.to_owned());
    }
    worded.wording_checked |= checked;
    worded
}

/// What whoever reviews a withheld need answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruling {
    /// Its text was read and may be public.
    AsIs,
    /// Other words, which are to be read anew.
    Reworded(String),
    /// The wisher was asked whether it may be public.
    Consents(bool),
}

/// The need as a ruling leaves it.
pub fn ruled(need: &NeedRow, ruling: &Ruling) -> NeedRow {
    match ruling {
        Ruling::AsIs => worded(need, None, true),
        Ruling::Reworded(wording) => worded(need, Some(wording), false),
        Ruling::Consents(yes) => NeedRow { consent: Some(*yes), ..need.clone() },
    }
}

/// Sends a verified need back, for its wisher to be asked.
pub fn send_back(change: &mut Change<'_>, need: &NeedRow, on: Day, reason: &str) -> anyhow::Result<NeedRow> {
    move_need(change, need, (NeedState::NeedsInfo, on), |need| need.reason_out = Some(reason.to_owned()))
}

fn new_public_code(change: &Change<'_>) -> anyhow::Result<String> {
    loop {
        let code = random_code()?;
        if !public_code_exists(change.session(), code.as_str())? {
            return Ok(code.to_string());
        }
    }
}

/// A code that nobody can guess; whether it is taken is for the caller to find out.
pub(super) fn random_code() -> anyhow::Result<PublicCode> {
    loop {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).context("asking the system for random bytes")?;
        if let Some(code) = PublicCode::of_random(&bytes) {
            return Ok(code);
        }
    }
}
