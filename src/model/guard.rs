//! Text that a spreadsheet would run as a formula, made inert by a leading `'` and brought back exactly.

use std::borrow::Cow;

/// The text as it is written into a CSV or workbook cell: with one `'` in front if a spreadsheet would take it for a
/// formula, and also if it begins with `'` already, so that `unguard` restores it exactly.
pub fn guard(text: &str) -> Cow<'_, str> {
    if needs_guard(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The inverse of `guard`. A text that `guard` could not have produced is returned as it is.
pub fn unguard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => rest,
        Some(_) | None => text,
    }
}

fn needs_guard(text: &str) -> bool {
    match text.as_bytes().first() {
        None => false,
        Some(b'\'' | b'\t' | b'\r' | b'\n') => true,
        Some(_) => text.chars().find(|&c| !is_padding(c)).is_some_and(starts_formula),
    }
}

/// Characters that spreadsheets skip before they look for a formula.
fn is_padding(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

fn starts_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠' | '，')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_that_could_start_a_formula_is_guarded() {
        for text in
            ["=1+1", "+1", "-1", "@x", "|x", "%x", "＝1", "＋1", "－1", "＠x", "，x", "\t=1", "\rx", "\nx", " =1"]
        {
            assert_eq!(guard(text), format!("'{text}"), "{text:?}");
        }
        for text in ["\u{a0}=1", "\u{feff}=1", "\u{200b}\u{200b}@x", "　=1", "'x"] {
            assert_eq!(guard(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn plain_text_and_a_quote_that_is_not_ours_are_kept() {
        for text in ["", "微波炉", "1+1", " a", "a=b", "3'"] {
            assert_eq!(guard(text), text);
        }
        assert_eq!(unguard("'tis"), "'tis");
        assert_eq!(unguard("'"), "'");
    }

    proptest! {
        #[test]
        fn guarded_text_comes_back_exactly(text in any::<String>()) {
            let guarded = guard(&text);
            prop_assert_eq!(unguard(&guarded), text.as_str());
        }

        #[test]
        fn guarded_formula_comes_back_exactly(text in "['=+@ \t\n\u{a0}\u{feff}＝-]{0,6}[a-z]{0,2}") {
            let guarded = guard(&text);
            prop_assert_eq!(unguard(&guarded), text.as_str());
        }
    }
}
