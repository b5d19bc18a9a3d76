//! What a column holds, and how a field's value is written whatever the language: in lists, in exports, in JSON.

use super::def::{FieldDef, Parse, Words};
use crate::model::money::Money;
use crate::model::words::{ClaimState, Decision, Form, MemberClass, OrgClass, Theme};

/// A value as the office file stores it; NULLs are left out wherever values are gathered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    Int(i64),
    Text(String),
    /// A digest, which nobody reads.
    Blob,
}

impl Stored {
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Stored::Int(number) => Some(*number),
            Stored::Text(_) | Stored::Blob => None,
        }
    }

    pub fn as_text(&self) -> Option<&str> {
        match self {
            Stored::Text(text) => Some(text),
            Stored::Int(_) | Stored::Blob => None,
        }
    }
}

impl std::fmt::Display for Stored {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Stored::Int(number) => number.fmt(f),
            Stored::Text(text) => f.write_str(text),
            Stored::Blob => Ok(()),
        }
    }
}

impl FieldDef {
    /// The value as lists carry it: money in yuan, closed sets by the word that offices use. Row ids of other tables are
    /// for the caller to look up.
    pub fn in_lists(&self, value: &Stored) -> String {
        match (self.parse, value) {
            (Parse::Money, Stored::Int(fen)) => {
                Money::from_fen(*fen).map(|money| money.to_string()).unwrap_or_default()
            }
            (Parse::Word(Words::YesNo), Stored::Int(flag)) => if *flag == 0 { "否" } else { "是" }.to_owned(),
            (Parse::Word(words), Stored::Text(code)) => list_word(words, code).unwrap_or(code).to_owned(),
            (_, value) => value.to_string(),
        }
    }
}

/// The word that lists have for a member of a closed set; blank for one that a blank cell means.
fn list_word(words: Words, code: &str) -> Option<&'static str> {
    match words {
        Words::FormOrTheme => code.parse().map(Form::zh).ok().or_else(|| code.parse().map(Theme::zh).ok()),
        Words::MemberClass => code.parse().ok().map(|class| match class {
            MemberClass::Unknown => "",
            class => MemberClass::zh(class),
        }),
        Words::OrgClass => code.parse().map(OrgClass::zh).ok(),
        Words::Decision => code.parse().map(Decision::zh).ok(),
        Words::ClaimState => code.parse().ok().map(claim_state),
        Words::YesNo => None,
    }
}

/// The words of the claims list's table (docs/design.md, section 5).
fn claim_state(state: ClaimState) -> &'static str {
    match state {
        ClaimState::Active => "已认领",
        ClaimState::Started => "办理中",
        ClaimState::Completed => "已完成",
        ClaimState::Confirmed => "已确认",
        ClaimState::Released => "退领",
        ClaimState::Revoked => "组织撤销",
    }
}
