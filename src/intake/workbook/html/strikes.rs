//! What a page strikes out: elements that do (`<s>`, `<del>`), styles, and classes of its style sheets, as spreadsheets write
//! them. Knows looks, nothing of tables.

use std::collections::HashSet;

use html5gum::StartTag;

use super::attribute;
use crate::intake::cells::Mark;
use crate::intake::workbook::struck::{self, Parts};

/// No page of a list has more of style sheets, in bytes.
const LONGEST_SHEETS: usize = 1 << 20;

/// The classes by which a page strikes out.
#[derive(Debug, Default)]
pub struct Classes(HashSet<String>);

impl Classes {
    /// The classes of the rules in a page's style sheets that strike out.
    pub fn of(sheets: &str) -> Classes {
        let mut classes = HashSet::new();
        for rule in sheets.split('}') {
            let Some((selectors, _)) = rule.rsplit_once('{').filter(|(_, looks)| strikes(looks)) else { continue };
            for selector in selectors.split(',') {
                let last = selector.split_whitespace().next_back().and_then(|last| last.rsplit_once('.'));
                classes.extend(last.map(|(_, class)| class.split(':').next().unwrap_or_default().to_owned()));
            }
        }
        Classes(classes)
    }

    /// Whether an element strikes out what is in it.
    pub fn is_struck(&self, tag: &StartTag<()>) -> bool {
        matches!(tag.name.as_slice(), b"s" | b"del" | b"strike")
            || attribute(tag, "style").is_some_and(|looks| strikes(&looks))
            || attribute(tag, "class").is_some_and(|own| own.split_whitespace().any(|class| self.0.contains(class)))
    }
}

/// The text of a page's style sheets while its tags go by.
#[derive(Debug, Default)]
pub struct Sheets {
    text: String,
    is_open: bool,
}

impl Sheets {
    pub fn begin(&mut self, tag: &[u8]) {
        self.is_open |= tag == b"style";
    }

    pub fn end(&mut self, tag: &[u8]) {
        self.is_open &= tag != b"style";
    }

    /// Takes a text or a comment, in which spreadsheets hide their sheets from old programs.
    pub fn add(&mut self, text: &[u8]) {
        if self.is_open && self.text.len() + text.len() <= LONGEST_SHEETS {
            self.text.push_str(&String::from_utf8_lossy(text));
        }
    }

    pub fn classes(&self) -> Classes {
        Classes::of(&self.text)
    }
}

/// Which parts of a cell are struck out, while it is read.
#[derive(Debug, Default)]
pub struct Strikes {
    /// The cell, or its row, is struck out as a whole.
    whole: bool,
    /// The element within it that strikes out, and how many of its name are open since.
    open: Option<(Vec<u8>, u32)>,
    parts: Parts,
}

impl Strikes {
    pub fn of_cell(is_struck: bool) -> Strikes {
        Strikes { whole: is_struck, ..Strikes::default() }
    }

    pub fn begin(&mut self, tag: &StartTag<()>, classes: &Classes) {
        match &mut self.open {
            Some((name, count)) if *name == *tag.name => *count += 1,
            Some(_) => {}
            // These have nothing in them.
            None if matches!(tag.name.as_slice(), b"br" | b"img" | b"hr" | b"input" | b"wbr") => {}
            None => self.open = classes.is_struck(tag).then(|| (tag.name.to_vec(), 1)),
        }
    }

    pub fn end(&mut self, tag: &[u8]) {
        if let Some((name, count)) = &mut self.open
            && name == tag
        {
            *count -= 1;
            self.open = self.open.take().filter(|(_, count)| *count > 0);
        }
    }

    pub fn add(&mut self, text: &[u8]) {
        let is_struck = self.whole || self.open.is_some();
        if !String::from_utf8_lossy(text).trim().is_empty() {
            self.parts.struck |= is_struck;
            self.parts.plain |= !is_struck;
        }
    }

    pub fn mark(&self) -> Option<Mark> {
        struck::mark(Some(self.parts), false)
    }
}

/// Whether a style (`color:red; text-decoration: line-through`) strikes out.
fn strikes(looks: &str) -> bool {
    looks.split(';').filter_map(|look| look.split_once(':')).any(|(name, value)| {
        matches!(name.trim().to_ascii_lowercase().as_str(), "text-decoration" | "text-decoration-line")
            && value.to_ascii_lowercase().contains("line-through")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_those_of_rules_that_strike_out() {
        let sheets = "/* .no */ .a{color:red} td.b, .c .d:hover {Text-Decoration : underline LINE-THROUGH;}\n\
                      @media screen { .e { text-decoration-line:line-through } } s.f{text-decoration:none} line-through";
        let mut classes: Vec<String> = Classes::of(sheets).0.into_iter().collect();
        classes.sort();
        assert_eq!(classes, ["b", "d", "e"]);
    }
}
