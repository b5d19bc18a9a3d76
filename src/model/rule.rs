//! Rules that verify needs, and the fields that they may use.

use std::fmt;
use std::sync::LazyLock;

use super::fields;

/// What a rule does with a need that it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Then {
    Pass,
    Reject,
    NeedsInfo,
    /// Leaves the need unverified, for a person to look at.
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

    /// Whether the decision needs a reason.
    pub fn wants_reason(self) -> bool {
        matches!(self, Then::Reject | Then::NeedsInfo)
    }
}

impl fmt::Display for Then {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A rule. The first one that matches a need decides on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub name: String,
    pub when: Predicate,
    pub then: Then,
    pub reason: Reason,
}

/// Rules in their order, and what happens to needs that none of them matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    pub rules: Vec<Rule>,
    pub default: Then,
    pub default_reason: Reason,
}

/// An SQL expression over the fields of a need.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Predicate {
    /// The expression as the file has it.
    pub written: String,
    /// The line of the file on which it begins, from 1.
    pub line: usize,
    /// The expression as SQL: this program's own functions are expanded.
    pub sql: String,
    /// Maps parts of `sql` to `written`: the byte offset of each part in `sql` and in `written`, in ascending order.
    pub parts: Vec<(usize, usize)>,
}

impl Predicate {
    /// The byte offset in `written` of a byte of `sql`.
    pub fn written_at(&self, at: usize) -> usize {
        let part = self.parts.iter().enumerate().rev().find(|(_, (begin, _))| *begin <= at);
        let Some((place, (begin, written))) = part else { return 0 };
        let end = self.parts.get(place + 1).map_or(self.written.len(), |(_, next)| *next);
        (written + at - begin).min(end)
    }
}

/// The reason that a rule gives; `{field}` is replaced by the need's value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reason {
    /// Each piece of text, and the field that follows it, if any.
    pub parts: Vec<(String, Option<String>)>,
}

/// The fields of a need that rules may use, in the order in which `rules fields` lists them.
pub static FIELDS: LazyLock<Vec<&str>> =
    LazyLock::new(|| fields::in_rules().into_iter().map(|(def, _)| def.code).collect());
