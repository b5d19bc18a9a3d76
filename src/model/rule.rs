//! Rules that verify needs: what they say, and the fields that they may speak of.

use std::fmt;
use std::sync::LazyLock;

use super::fields;

/// What a rule does with a need that it fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Then {
    Pass,
    Reject,
    NeedsInfo,
    /// It stays where it is, for a person to look at.
    Hold,
}

impl Then {
    pub const ALL: &'static [Then] = &[Then::Pass, Then::Reject, Then::NeedsInfo, Then::Hold];

    pub fn code(self) -> &'static str {
        match self {
            Then::Pass => "pass",
            Then::Reject => "reject",
            Then::NeedsInfo => "needs_info",
            Then::Hold => "hold",
        }
    }

    pub fn zh(self) -> &'static str {
        match self {
            Then::Pass => "通过",
            Then::Reject => "不予采纳",
            Then::NeedsInfo => "退回补充",
            Then::Hold => "留待人工",
        }
    }

    pub fn of(code: &str) -> Option<Then> {
        Then::ALL.iter().copied().find(|then| then.code() == code)
    }

    /// Whether somebody must be told why.
    pub fn wants_reason(self) -> bool {
        matches!(self, Then::Reject | Then::NeedsInfo)
    }
}

impl fmt::Display for Then {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A rule. The first that fits a need decides on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub name: String,
    pub when: Predicate,
    pub then: Then,
    pub reason: Reason,
}

/// Rules in their order, and what becomes of needs that none fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    pub rules: Vec<Rule>,
    pub default: Then,
    pub default_reason: Reason,
}

/// An SQL expression over the fields of a need.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Predicate {
    /// As it was written.
    pub written: String,
    /// The line of the file that it begins in, from 1.
    pub line: usize,
    /// With our own predicates as SQL has them.
    pub sql: String,
    /// Where a part of `sql` was written: its begin there, its begin in `written`, in bytes, in order.
    pub parts: Vec<(usize, usize)>,
}

impl Predicate {
    /// Where the byte of `sql` was written.
    pub fn written_at(&self, at: usize) -> usize {
        let known = self.parts.iter().enumerate().rev().find(|(_, (begin, _))| *begin <= at);
        let Some((place, (begin, written))) = known else { return 0 };
        let end = self.parts.get(place + 1).map_or(self.written.len(), |(_, next)| *next);
        (written + at - begin).min(end)
    }
}

/// Why a rule decides as it does; `{field}` stands for the need's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reason {
    /// Text and the field behind it, in turns.
    pub parts: Vec<(String, Option<String>)>,
}

/// The fields of a need that rules may use, in the order in which `rules fields` lists them.
pub static FIELDS: LazyLock<Vec<&str>> =
    LazyLock::new(|| fields::in_rules().into_iter().map(|(def, _)| def.code).collect());
