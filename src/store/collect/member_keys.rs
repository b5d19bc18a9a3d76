//! What members of a bulk import may be known by, before any of it is indexed: a filter that says of most rows that
//! nobody fits them. The rule is that of section 5: a later key fits only where an earlier one is blank on either side.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::model::draft::MemberDraft;
use crate::model::fields::Field;

use super::super::maybe_known::{MaybeKnown, beside};

/// The keys of the rows so far.
#[derive(Debug, Default)]
pub struct MemberKeys {
    known: MaybeKnown,
}

/// Whom a name may mean.
#[derive(Clone, Copy)]
enum Called {
    Anybody,
    WithoutId,
    WithoutPhone,
}

impl MemberKeys {
    /// Whether an earlier row may be the same member's; remembers this one's keys.
    pub fn may_fit(&mut self, draft: &MemberDraft, digest: Option<&[u8]>) -> bool {
        let name = hash(("name", draft.name()));
        let called = |who: Called| Some(beside(name, who as u8));
        let code = draft.values.code(Field::Code).map(|code| hash(("code", code.as_str())));
        // Any part of a digest is as good a hash as any.
        let id = digest.and_then(|digest| digest.first_chunk().copied().map(i64::from_le_bytes));
        let phone = draft.values.phone(Field::Phone).map(|phone| hash((phone.as_str(), name)));
        let asked = match (id, phone) {
            (Some(_), _) => called(Called::WithoutId),
            (None, Some(_)) => called(Called::WithoutPhone),
            (None, None) => called(Called::Anybody),
        };
        let may_fit = [code, id, phone, asked].into_iter().flatten().any(|key| self.known.has(key));
        let without_id = if id.is_none() { called(Called::WithoutId) } else { None };
        let without_phone = if phone.is_none() { called(Called::WithoutPhone) } else { None };
        let told = [code, id, phone, without_id, without_phone, called(Called::Anybody)];
        told.into_iter().flatten().for_each(|key| self.known.add(key));
        may_fit
    }
}

fn hash(key: impl Hash) -> i64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish() as i64
}
