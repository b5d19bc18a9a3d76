//! A chat or a sign-up (接龙) in which wishes are claimed: bytes -> lines -> sayings -> numbers and words. Never asks the
//! office file who anybody is (`desk::chat` does).

mod acts;
mod courtesies;
mod numerals;
mod pieces;
mod sayings;
mod senders;

use anyhow::{Context, Result};

use super::bytes::Source;
use super::decode::{More, Text};
use super::encoding::{self, Encoding};
use super::format_of::format_of;
use crate::lang::{chat as texts, lists};
use crate::model::exit::{Exit, stop};

pub use acts::{Doing, doing, is_called_like_a_unit, is_for_unit, is_said_of_unit, only_asks, says_more};
pub use courtesies::without_courtesies;
pub use numerals::{How, Share};
pub use pieces::{Piece, cut, has_gap, plain, words};
pub use sayings::{Copy, Saying};

/// A chat that was read.
pub struct Chat {
    pub sayings: Vec<Saying>,
    pub copies: Vec<Copy>,
    /// How many lines it has.
    pub lines: usize,
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
}

/// Reads a chat from a file, or from standard input for `-`.
///
/// # Errors
/// What is no text, or whose encoding is not clear (exit 3).
pub fn read(name: &str, encoding: Option<Encoding>) -> Result<Chat> {
    let source = Source::open(name)?;
    if format_of(&source)?.is_some() {
        return Err(stop(Exit::Refused, texts::is_a_workbook(name)));
    }
    let (encoding, start) = encoding::detect(&source, encoding)?;
    let mut reader = Text::new(source.reader(start), encoding);
    let mut bytes = Vec::new();
    loop {
        match reader.read_into(&mut bytes).with_context(|| lists::cannot_read(name))? {
            More::Some => {}
            More::End => break,
            More::Broken => return Err(stop(Exit::Refused, lists::encoding_unsure(name))),
        }
    }
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(stop(Exit::Refused, lists::encoding_unsure(name)));
    };
    let split = sayings::split(&text);
    Ok(Chat { sayings: split.sayings, copies: split.copies, lines: text.lines().count(), digest: source.digest()? })
}
