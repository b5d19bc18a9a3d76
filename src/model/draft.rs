//! What one good row of a list says, before the office file is asked. Made by `intake`, taken by `store`.

use super::code::Code;
use super::day::Day;
use super::id_number::IdNumber;
use super::identity::NeedNames;
use super::money::Money;
use super::phone::Phone;
use super::place::PlacePath;
use super::quantity::Quantity;
use super::words::{ClaimState, Decision, Form, MemberClass, NeedKind, OrgClass, Theme};

/// A cell of a private field: a list that we exported has it masked, which means "unchanged".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Given<T> {
    #[default]
    Blank,
    /// The masked text as it stands (`199****1001`); it narrows a search, and changes nothing.
    Masked(String),
    Value(T),
}

impl<T> Given<T> {
    pub fn value(&self) -> Option<&T> {
        match self {
            Given::Value(value) => Some(value),
            Given::Blank | Given::Masked(_) => None,
        }
    }
}

/// Columns that an office has and we don't know: head and cell, in order; blank cells are left out.
pub type Extra = Vec<(String, String)>;

/// A wish or a project. Blank cells are `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedDraft {
    pub kind: NeedKind,
    pub code: Option<Code>,
    pub place: Option<PlacePath>,
    pub title: Option<String>,
    /// Required of a wish; a project may have only its title.
    pub content: Option<String>,
    pub wisher: Option<String>,
    pub phone: Given<Phone>,
    pub wisher_class: Option<String>,
    /// Years.
    pub age: Option<u32>,
    pub address: Given<String>,
    pub household: Option<String>,
    pub school: Option<String>,
    pub form: Option<Form>,
    pub theme: Option<Theme>,
    pub reason: Option<String>,
    pub quantity: Option<Quantity>,
    pub budget: Option<Money>,
    pub deadline: Option<Day>,
    pub collected_on: Option<Day>,
    pub collector: Option<String>,
    pub channel: Option<String>,
    pub consent: Option<bool>,
    pub programme: Option<String>,
    pub project: Option<String>,
    pub source: Option<String>,
    pub external_id: Option<String>,
    pub proposer: Option<String>,
    /// People.
    pub beneficiaries: Option<u32>,
    pub note: Option<String>,
    pub extra: Extra,
    /// Of `NeedDraft::names`: a digest, made on the reading thread since the storing one is the busier.
    pub identity: i64,
}

impl NeedDraft {
    pub fn names(&self) -> NeedNames<'_> {
        let (who, phone) = match self.kind {
            NeedKind::Wish => (&self.wisher, self.phone.value()),
            NeedKind::Project => (&self.proposer, None),
        };
        NeedNames {
            kind: self.kind,
            who: who.as_deref(),
            phone: phone.map(Phone::as_str),
            title: self.title.as_deref(),
            content: self.content.as_deref(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberDraft {
    pub code: Option<Code>,
    pub name: String,
    pub id: Given<IdNumber>,
    pub phone: Given<Phone>,
    /// `None` where the cell is blank: stored as `unknown`, with a warning.
    pub class: Option<MemberClass>,
    /// The organisation as the list names it: code, full name or alias.
    pub org: Option<String>,
    pub place: Option<PlacePath>,
    pub registered_on: Option<Day>,
    pub deregistered_on: Option<Day>,
    pub skills: Option<String>,
    pub note: Option<String>,
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgDraft {
    pub code: Option<Code>,
    pub name: String,
    pub short_name: Option<String>,
    pub class: Option<OrgClass>,
    /// The superior organisation as the list names it.
    pub parent: Option<String>,
    pub place: Option<PlacePath>,
    pub contact: Option<String>,
    pub phone: Given<Phone>,
    pub registered_on: Option<Day>,
    pub exempt: Option<bool>,
    pub note: Option<String>,
    pub extra: Extra,
}

/// How a claim names its need: by code, else by content and wisher (or title, for a project).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedName {
    pub code: Option<Code>,
    pub content: Option<String>,
    pub wisher: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimDraft {
    pub code: Option<Code>,
    pub need: NeedName,
    /// Names as given, the lead first; never empty.
    pub claimants: Vec<String>,
    /// `张三等10人`: the people who are not named, here 9.
    pub unnamed: u32,
    /// The first claimant's organisation and phone.
    pub org: Option<String>,
    pub phone: Given<Phone>,
    pub mode: Option<String>,
    /// 认领方式 says 社会: a claimant on no roster is an outsider.
    pub outsiders: bool,
    pub quantity: Option<Quantity>,
    pub claimed_on: Option<Day>,
    pub deadline: Option<Day>,
    /// `Active` where the cell is blank.
    pub state: ClaimState,
    pub completed_on: Option<Day>,
    pub letter_on: Option<Day>,
    pub approved_on: Option<Day>,
    /// A file's name.
    pub plan: Option<String>,
    pub accepted_on: Option<Day>,
    pub leader: Option<String>,
    pub note: Option<String>,
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionDraft {
    pub code: Code,
    pub outcome: Decision,
    /// Whose need it is and what it says, where the list tells.
    pub wisher: Option<String>,
    pub content: Option<String>,
    pub reason: Option<String>,
    /// For `Duplicate`: the need that is kept, where the reason names one.
    pub duplicate_of: Option<Code>,
    pub verified_by: Option<String>,
    /// 电话, 入户, 窗口, ...
    pub verified_how: Option<String>,
    pub verified_on: Option<Day>,
}

/// A place that a list of places names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceDraft {
    pub path: PlacePath,
}

/// A row of any list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Draft {
    Need(Box<NeedDraft>),
    Member(Box<MemberDraft>),
    Org(Box<OrgDraft>),
    Claim(Box<ClaimDraft>),
    Decision(Box<DecisionDraft>),
    Place(PlaceDraft),
}
