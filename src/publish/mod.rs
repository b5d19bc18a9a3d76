//! The pack: what an office hands out. Pure rendering of needs that may be published; takes nothing but `PublicNeed`,
//! so that nothing else can get into it. Does not write files, and does not know the office file.

pub mod public;
pub mod wechat;

use crate::model::words::Progress;

/// What is said above a list.
#[derive(Debug, Clone, Copy)]
pub struct Heading<'a> {
    pub office: &'a str,
    /// The day of publishing, as it is to be shown.
    pub day: &'a str,
}

/// A rendered text, and how many of its lines are needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub text: String,
    pub needs: usize,
    /// Of these, how many still wait for a claimant, wholly or in part.
    pub waiting: usize,
}

/// Whether a need still waits for a claimant.
pub fn is_waiting(state: Progress) -> bool {
    match state {
        Progress::Open | Progress::PartlyClaimed => true,
        Progress::Claimed | Progress::InProgress | Progress::Fulfilled | Progress::Confirmed => false,
    }
}

/// One line, without what could break it or turn its direction; every run of blanks and breaks becomes one blank.
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

/// Direction-changing and zero-width characters; the joiner stays, emoji are built with it.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{61C}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}
