//! The identity of a need whose list gives no code.

use sha2::{Digest, Sha256};

use super::folding::folded;
use super::words::NeedKind;

/// The fields that identify a need without a code: of a wish the wisher, phone and content; of a project the proposer,
/// title and content.
#[derive(Debug, Clone, Copy)]
pub struct NeedNames<'a> {
    pub kind: NeedKind,
    /// The wisher, or the proposer; compared as `folding` says.
    pub who: Option<&'a str>,
    pub phone: Option<&'a str>,
    pub title: Option<&'a str>,
    pub content: Option<&'a str>,
}

impl NeedNames<'_> {
    /// What the hash was before names were folded, where that differs: older records are still found by it.
    pub fn unfolded(&self) -> Option<i64> {
        let who = self.who.filter(|who| folded(who) != *who)?;
        Some(self.hashed(Some(who)))
    }

    /// A 63-bit hash of all these fields. Needs with the same hash must still be compared in full.
    pub fn identity(&self) -> i64 {
        self.hashed(self.who.map(folded).as_deref())
    }

    fn hashed(&self, who: Option<&str>) -> i64 {
        let mut hasher = Sha256::new();
        hasher.update(self.kind.code());
        for part in [who, self.phone, self.title, self.content] {
            hasher.update([0]);
            hasher.update(part.unwrap_or_default());
        }
        let digest: [u8; 32] = hasher.finalize().into();
        let mut first = [0; 8];
        first.copy_from_slice(&digest[..8]);
        i64::from_be_bytes(first) & i64::MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_text_in_another_field_is_another_identity() {
        let wish =
            NeedNames { kind: NeedKind::Wish, who: Some("陈"), phone: None, title: None, content: Some("书包") };
        let moved = NeedNames { title: Some("书包"), content: None, ..wish };
        assert_ne!(wish.identity(), moved.identity());
        assert_ne!(wish.identity(), NeedNames { kind: NeedKind::Project, ..wish }.identity());
        assert!(wish.identity() >= 0);
        let typed = |who| NeedNames { who: Some(who), ..wish };
        assert_eq!(typed("买买提•吐尔逊").identity(), typed("买买提·吐尔逊").identity());
        assert_eq!(typed("买买提·吐尔逊").unfolded(), None);
        assert_ne!(typed("买买提•吐尔逊").unfolded(), Some(typed("买买提•吐尔逊").identity()));
    }
}
