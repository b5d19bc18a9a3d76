//! What the groups of figures are called: what the office calls them, or a word of ours, of which programs read the code.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use crate::lang::{cmd, word};
use crate::output::Cell;

/// The name of a group. Groups are in one order whatever the language: by their names or codes, those of no group last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    code: Code,
    text: Arc<str>,
}

/// What programs read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Code {
    /// The name itself: it is of no language of ours.
    Same,
    Word(&'static str),
    /// Nothing: all of them, or those of no group.
    Null,
}

impl Name {
    /// As the office calls it.
    pub fn own(text: impl Into<Arc<str>>) -> Name {
        Name { text: text.into(), code: Code::Same }
    }

    /// A member of a closed set.
    pub fn word(zh: &str, code: &'static str) -> Name {
        Name { text: word(zh, code).into(), code: Code::Word(code) }
    }

    /// Of what has no such group, in words.
    pub fn none(text: impl Into<Arc<str>>) -> Name {
        Name { text: text.into(), code: Code::Null }
    }

    /// Of all groups together.
    pub fn total() -> Name {
        Name::none(cmd::total())
    }

    pub fn cell(&self) -> Cell {
        match self.code {
            Code::Same => Cell::shared(&self.text),
            Code::Word(code) => Cell::coded(&*self.text, code),
            Code::Null => Cell::coded(&*self.text, serde_json::Value::Null),
        }
    }

    /// As JSON has it.
    pub fn code(&self) -> Option<&str> {
        match self.code {
            Code::Same => Some(&self.text),
            Code::Word(code) => Some(code),
            Code::Null => None,
        }
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}
