//! The identity of a need whose list gives no code.

use sha2::{Digest, Sha256};

use super::folding::folded;
use super::text::{is_typed, untyped};
use super::words::NeedKind;

/// The fields that identify a need without a code: of a wish the wisher, phone and content; of a project the proposer,
/// title and content.
#[derive(Debug, Clone, Copy)]
pub struct NeedNames<'a> {
    pub kind: NeedKind,
    /// The wisher, or the proposer; compared as `folding` says.
    pub who: Option<&'a str>,
    pub phone: Option<&'a str>,
    /// Compared without regard to width and blanks.
    pub title: Option<&'a str>,
    pub content: Option<&'a str>,
}

impl NeedNames<'_> {
    /// What the hash was when texts, and before that names, were not folded, where that differs: older records are still
    /// found by it.
    pub fn earlier(&self) -> [Option<i64>; 2] {
        let has_typed_texts = [self.title, self.content].into_iter().flatten().any(is_typed);
        let has_typed_who = self.who.is_some_and(|who| folded(who) != who);
        let texts_as_written = || self.hashed(self.who.map(folded).as_deref(), [self.title, self.content]);
        let all_as_written = || self.hashed(self.who, [self.title, self.content]);
        [has_typed_texts.then(texts_as_written), has_typed_who.then(all_as_written)]
    }

    /// Whether a record of these fields may have this hash.
    pub fn may_have(&self, identity: i64) -> bool {
        identity == self.identity() || self.earlier().contains(&Some(identity))
    }

    /// A 63-bit hash of all these fields. Needs with the same hash must still be compared in full.
    pub fn identity(&self) -> i64 {
        let [title, content] = [self.title, self.content].map(|text| text.map(untyped));
        self.hashed(self.who.map(folded).as_deref(), [title.as_deref(), content.as_deref()])
    }

    fn hashed(&self, who: Option<&str>, [title, content]: [Option<&str>; 2]) -> i64 {
        let mut hasher = Sha256::new();
        hasher.update(self.kind.code());
        for part in [who, self.phone, title, content] {
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
        assert_eq!(typed("买买提·吐尔逊").earlier(), [None, None]);
        assert_ne!(typed("买买提•吐尔逊").earlier()[1], Some(typed("买买提•吐尔逊").identity()));
        let content = |content| NeedNames { content: Some(content), ..wish };
        assert_eq!(content("书包，１个").identity(), content("书包,1 个").identity());
        assert!(content("书包，１个").earlier()[0].is_some_and(|earlier| content("书包，１个").may_have(earlier)));
        assert_eq!(content("书包").earlier(), [None, None]);
    }
}
