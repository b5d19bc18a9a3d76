//! What the kinds of lists are, besides the fields that they carry: the command that takes one, and which fields say what a
//! row is of.

use super::{Field, required};
use crate::model::words::ListKind;

impl ListKind {
    /// The command that takes such a list.
    pub fn command(self) -> &'static str {
        match self {
            ListKind::Wishes => "collect wishes",
            ListKind::Projects => "collect projects",
            ListKind::Members => "collect members",
            ListKind::Orgs => "collect orgs",
            ListKind::Places => "collect places",
            ListKind::Claims => "claim import",
            ListKind::Decisions => "verify --decisions",
        }
    }

    /// The field whose columns may be several in a row, each a record of its own.
    pub fn repeated(self) -> Option<Field> {
        match self {
            ListKind::Wishes => Some(Field::Content),
            ListKind::Projects => Some(Field::Title),
            ListKind::Members | ListKind::Orgs | ListKind::Places | ListKind::Claims | ListKind::Decisions => None,
        }
    }

    /// The fields that say what a row is of: one that is struck out takes the row with it.
    pub fn subjects(self) -> &'static [Field] {
        match self {
            ListKind::Wishes => &[Field::Content, Field::Wisher],
            ListKind::Projects => &[Field::Title],
            ListKind::Members | ListKind::Orgs | ListKind::Places => &[Field::Name],
            ListKind::Claims | ListKind::Decisions => &[Field::Need, Field::Code],
        }
    }

    /// Whether a list with these fields names records well enough to correct them.
    pub fn names_records_by(self, has: impl Fn(Field) -> bool) -> bool {
        match self {
            ListKind::Wishes | ListKind::Projects | ListKind::Members | ListKind::Orgs => has(Field::Code),
            // How far claims have come, by their codes or those of their needs.
            ListKind::Claims => {
                (has(Field::Code) || has(Field::Need)) && (has(Field::State) || has(Field::CompletedOn))
            }
            ListKind::Places | ListKind::Decisions => false,
        }
    }

    /// Whether a record of such a list can do without this field, for the time being.
    pub fn can_lack(self, field: Field) -> bool {
        let is_of_a_record = match self {
            ListKind::Wishes | ListKind::Members | ListKind::Orgs => true,
            // By these a project is recognised.
            ListKind::Projects => !matches!(field, Field::Content | Field::Proposer),
            // These say which need it is, who claims it, and what was decided.
            ListKind::Claims => !matches!(
                field,
                Field::Content
                    | Field::Title
                    | Field::Wisher
                    | Field::Org
                    | Field::Phone
                    | Field::NameOk
                    | Field::Decision
            ),
            ListKind::Decisions | ListKind::Places => false,
        };
        let says_which = matches!(field, Field::Code | Field::Need | Field::Claimants | Field::Id | Field::Consent);
        let says_where =
            matches!(field, Field::Place | Field::District | Field::Street | Field::Community | Field::Station);
        is_of_a_record && !says_which && !says_where && !required(self).any(|required| required == field)
    }
}
