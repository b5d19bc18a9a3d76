//! The pack that an office hands out: a pure rendering of needs that may be published. Takes nothing but `PublicNeed`,
//! so that nothing else can get into it. Does not write files, and does not know the office file.

pub mod public;
pub mod wechat;

use crate::model::words::Progress;

/// What a list states above its rows.
#[derive(Debug, Clone, Copy)]
pub struct Heading<'a> {
    pub office: &'a str,
    /// The day of publishing, formatted.
    pub day: &'a str,
}

/// A rendered text, and the number of needs in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub text: String,
    pub needs: usize,
    /// The number of these that still wait for a claimant, for all or part of their quantity.
    pub waiting: usize,
}

/// Whether a need still waits for a claimant, for all or part of its quantity.
pub fn is_waiting(state: Progress) -> bool {
    match state {
        Progress::Open | Progress::PartlyClaimed => true,
        Progress::Claimed | Progress::InProgress | Progress::Fulfilled | Progress::Confirmed => false,
    }
}

/// The text as one line, without characters that could break it or change its direction; each run of whitespace becomes
/// one blank.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            blank = !line.is_empty();
        } else if !is_hidden(c) {
            if std::mem::take(&mut blank) {
                line.push(' ');
            }
            line.push(c);
        }
    }
    line
}

/// Direction-changing and zero-width characters; not the zero-width joiner, which is part of emoji.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{61C}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}
