//! A name as others spell it: with blanks in between, in traditional characters, in full width. Pure.

use crate::model::folding::{folded, is_plain};
use crate::model::simplified::simple;

/// Blanks between two characters of a name; what is further apart belongs to two words.
const MOST_BLANKS: usize = 4;

/// A name, to be found however it is spelled.
#[derive(Debug)]
pub(super) struct Spelling(Vec<char>);

impl Spelling {
    pub(super) fn of(name: &str) -> Spelling {
        Spelling(plain(name).map(|(_, c)| c).collect())
    }

    pub(super) fn first(&self) -> Option<char> {
        self.0.first().copied()
    }

    /// Whether a text is the name and nothing else.
    pub(super) fn is_all_of(&self, text: &str) -> bool {
        !self.0.is_empty() && plain(text).map(|(_, c)| c).eq(self.0.iter().copied())
    }

    /// Whether a plain text (`plain_text`) has it.
    pub(super) fn is_in(&self, plain: &str) -> bool {
        let mut rest = plain;
        let Some((first, others)) = self.0.split_first().filter(|(_, others)| !others.is_empty()) else { return false };
        while let Some(at) = rest.find(*first) {
            let behind = &rest[at + first.len_utf8()..];
            if behind.chars().zip(others).filter(|(c, other)| c == *other).count() == others.len() {
                return true;
            }
            rest = behind;
        }
        false
    }

    /// Where a text has it, as it is spelled there.
    pub(super) fn spelled<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let all: Vec<(usize, char)> = plain(text).collect();
        let length = self.0.len();
        if length < 2 {
            return Vec::new();
        }
        let mut found = Vec::new();
        for window in all.windows(length) {
            if !window.iter().map(|(_, c)| c).eq(&self.0) {
                continue;
            }
            let (Some((start, _)), Some((last, _))) = (window.first(), window.last()) else { continue };
            let end = last + text[*last..].chars().next().map_or(0, char::len_utf8);
            let spelled = &text[*start..end];
            let is_close = window.windows(2).all(|pair| text[pair[0].0..pair[1].0].chars().count() <= MOST_BLANKS + 1);
            if is_close && !spelled.contains(['\n', '\r']) {
                found.push(spelled);
            }
        }
        found
    }
}

/// A text without blanks and what is not seen, each character in its simplified form.
pub(super) fn plain_text(text: &str, into: &mut String) {
    into.clear();
    into.extend(plain(text).map(|(_, c)| c));
}

fn plain(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter_map(|(at, c)| {
        if is_plain(c) {
            return Some((at, simple(c)));
        }
        if c.is_ascii() {
            return (!c.is_whitespace()).then_some((at, c));
        }
        let mut bytes = [0; 4];
        folded(c.encode_utf8(&mut bytes)).chars().next().map(|c| (at, simple(c)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_spelled() {
        for (name, text, spelled) in [
            ("覃伟", "由覃 伟介绍；覃　伟代填", vec!["覃 伟", "覃　伟"]),
            ("冯婉仪", "馮婉儀，冯 婉 仪住楼上", vec!["馮婉儀", "冯 婉 仪"]),
            ("冯婉仪", "冯\u{200b}婉仪来过", vec!["冯\u{200b}婉仪"]),
            ("Anna Li", "ＡｎｎａＬｉ和AnnaLi", vec!["ＡｎｎａＬｉ", "AnnaLi"]),
            ("冯婉仪", "冯婉怡，婉仪，冯，婉仪", vec![]),
            ("覃伟", "覃\n伟大的一天", vec![]),
            ("覃伟", "覃          伟", vec![]),
        ] {
            let spelling = Spelling::of(name);
            assert_eq!(spelling.spelled(text), spelled, "{text}");
            let mut plain = String::new();
            plain_text(text, &mut plain);
            assert!(spelled.is_empty() || spelling.is_in(&plain), "{text}");
        }
    }
}
