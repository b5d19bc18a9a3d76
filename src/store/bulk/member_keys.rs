//! The keys by which rows of a roster may match earlier rows, before any of it is indexed: a filter shows of most rows
//! that no earlier row is the same member's. The rule is that of docs/design.md, section 5: a later key is compared only
//! where an earlier one is blank on either side.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::model::draft::MemberDraft;
use crate::model::fields::Field;

use super::filter::{Filter, variant};

/// The keys of the rows so far.
#[derive(Debug, Default)]
pub struct MemberKeys {
    filter: Filter,
}

/// Which of the members with a name are meant.
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
        let called = |who: Called| Some(variant(name, who as u8));
        let code = draft.values.code(Field::Code).map(|code| hash(("code", code.as_str())));
        // Any part of a digest is as good a hash as any.
        let id = digest.and_then(|digest| digest.first_chunk().copied().map(i64::from_le_bytes));
        let phone = draft.values.phone(Field::Phone).map(|phone| hash((phone.as_str(), name)));
        let by_name = match (id, phone) {
            (Some(_), _) => called(Called::WithoutId),
            (None, Some(_)) => called(Called::WithoutPhone),
            (None, None) => called(Called::Anybody),
        };
        let may_fit = [code, id, phone, by_name].into_iter().flatten().any(|key| self.filter.has(key));
        let without_id = if id.is_none() { called(Called::WithoutId) } else { None };
        let without_phone = if phone.is_none() { called(Called::WithoutPhone) } else { None };
        let own = [code, id, phone, without_id, without_phone, called(Called::Anybody)];
        own.into_iter().flatten().for_each(|key| self.filter.add(key));
        may_fit
    }
}

fn hash(key: impl Hash) -> i64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish() as i64
}
