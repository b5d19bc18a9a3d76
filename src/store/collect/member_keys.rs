//! What members of a bulk import may be known by, before any of it is indexed: a filter that says of most rows that
//! nobody fits them. The rule is that of section 5: a later key fits only where an earlier one is blank on either side.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::model::draft::{Given, MemberDraft};

use super::super::maybe_known::MaybeKnown;

/// The keys of the rows so far.
#[derive(Debug, Default)]
pub struct MemberKeys {
    known: MaybeKnown,
}

/// A key, and what its rows have in common beside it.
#[derive(Hash)]
enum Key<'a> {
    Code(&'a str),
    Id(&'a [u8]),
    Phone(&'a str, &'a str),
    /// Of anybody.
    Name(&'a str),
    /// Of somebody without an ID number.
    NameWithoutId(&'a str),
    /// Of somebody without a phone number.
    NameWithoutPhone(&'a str),
}

impl MemberKeys {
    /// Whether an earlier row may be the same member's; remembers this one's keys.
    pub fn may_fit(&mut self, draft: &MemberDraft, digest: Option<&[u8]>) -> bool {
        let name = draft.name.as_str();
        let code = draft.code.as_ref().map(|code| Key::Code(code.as_str()));
        let id = digest.map(Key::Id);
        let phone = draft.phone.value().map(|phone| Key::Phone(phone.as_str(), name));
        let by_name = match (&draft.id, &draft.phone) {
            (Given::Value(_), _) => Key::NameWithoutId(name),
            (_, Given::Value(_)) => Key::NameWithoutPhone(name),
            (_, _) => Key::Name(name),
        };
        let may_fit = [&code, &id, &phone, &Some(by_name)].into_iter().flatten().any(|key| self.known.has(hash(key)));
        let without_id = digest.is_none().then_some(Key::NameWithoutId(name));
        let without_phone = phone.is_none().then_some(Key::NameWithoutPhone(name));
        for key in [code, id, phone, without_id, without_phone, Some(Key::Name(name))].into_iter().flatten() {
            self.known.add(hash(&key));
        }
        may_fit
    }
}

fn hash(key: &Key<'_>) -> i64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish() as i64
}
