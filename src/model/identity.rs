//! The identity of a need whose list gives no code.

use sha2::{Digest, Sha256};

use super::words::NeedKind;

/// The fields that identify a need without a code: of a wish the wisher, phone and content; of a project the proposer,
/// title and content.
#[derive(Debug, Clone, Copy)]
pub struct NeedNames<'a> {
    pub kind: NeedKind,
    /// The wisher, or the proposer.
    pub who: Option<&'a str>,
    pub phone: Option<&'a str>,
    pub title: Option<&'a str>,
    pub content: Option<&'a str>,
}

impl NeedNames<'_> {
    /// A 63-bit hash of all these fields. Needs with the same hash must still be compared in full.
    pub fn identity(&self) -> i64 {
        let mut hasher = Sha256::new();
        hasher.update(self.kind.code());
        for part in [self.who, self.phone, self.title, self.content] {
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
    }
}
