//! The columns of each kind of record on the screen, by the code words of the registry.

use crate::model::fields::{FieldDef, Stored};
use crate::model::words::{ClaimState, MemberClass, OrgClass, OutsiderType, RecordKind};

/// Where a column's cells come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A field of the registry: its table and its code word.
    Own(&'static str, &'static str),
    /// A need's state with its progress; programs read the progress on its own.
    State,
    Progress,
    /// Who holds the need, or makes the claim.
    Claimants,
    /// How many claims the claimant holds.
    Claimed,
    /// A place's whole path.
    PlacePath,
    /// What a claim's need asks for.
    NeedWords,
}

/// The columns of a kind, in their order: new ones come last.
pub fn sources(kind: RecordKind) -> Vec<Source> {
    use Source::*;
    match kind {
        RecordKind::Wishes => vec![
            Own("need", "code"),
            Own("need", "number"),
            State,
            Progress,
            Own("need", "place"),
            Own("need", "wisher"),
            Own("need", "phone"),
            Own("need", "content"),
            Own("need", "collected_on"),
            Own("need", "deadline"),
            Claimants,
        ],
        RecordKind::Projects => vec![
            Own("need", "code"),
            Own("need", "number"),
            State,
            Progress,
            Own("need", "place"),
            Own("need", "title"),
            Own("need", "proposer"),
            Own("need", "budget"),
            Own("need", "collected_on"),
            Own("need", "deadline"),
            Claimants,
        ],
        RecordKind::Members => vec![
            Own("member", "code"),
            Own("member", "name"),
            Own("member", "phone"),
            Own("member", "class"),
            Own("member", "org"),
            Own("registration", "place"),
            Own("registration", "registered_on"),
            Claimed,
        ],
        RecordKind::Orgs => vec![
            Own("org", "code"),
            Own("org", "name"),
            Own("org", "class"),
            Own("org", "contact"),
            Own("org", "phone"),
            Own("registration", "place"),
            Own("registration", "registered_on"),
            Claimed,
        ],
        RecordKind::Outsiders => {
            vec![
                Own("outsider", "name"),
                Own("outsider", "class"),
                Own("outsider", "phone"),
                Own("outsider", "note"),
                Claimed,
            ]
        }
        RecordKind::Claims => vec![
            Own("claim", "code"),
            Own("claim", "need_id"),
            Own("need", "number"),
            NeedWords,
            Claimants,
            Own("claim", "quantity"),
            Own("claim", "state"),
            Own("claim", "claimed_on"),
            Own("claim", "deadline"),
            Own("need", "place"),
        ],
        RecordKind::Places => vec![Own("place", "name"), Own("place", "level"), PlacePath],
    }
}

/// The fields of its need that a claim is shown with.
pub fn is_of_need(def: &FieldDef) -> bool {
    matches!(def.code, "number" | "place")
}

/// A closed set's member: its Chinese word and its code.
pub fn closed_word(kind: RecordKind, def: &FieldDef, value: &Stored) -> Option<(&'static str, &'static str)> {
    let code = value.as_text()?;
    match (kind, def.code) {
        (RecordKind::Members, "class") => code.parse().ok().map(|one: MemberClass| (one.zh(), one.code())),
        (RecordKind::Orgs, "class") => code.parse().ok().map(|one: OrgClass| (one.zh(), one.code())),
        (RecordKind::Outsiders, "class") => code.parse().ok().map(|one: OutsiderType| (one.zh(), one.code())),
        (RecordKind::Claims, "state") => code.parse().ok().map(|one: ClaimState| (one.zh(), one.code())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fields::Table;

    #[test]
    fn every_column_of_a_list_is_a_field_of_the_registry() {
        for kind in RecordKind::ALL {
            for source in sources(*kind) {
                if let Source::Own(table, code) = source {
                    let def = Table::named(table).and_then(|table| table.of_code(code));
                    assert!(def.is_some(), "{table} {code}");
                }
            }
        }
    }
}
