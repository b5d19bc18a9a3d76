//! Colour on a terminal: what each ink looks like, and whether this run uses any. In a text that is being laid out an ink
//! is a mark behind each of its characters, which takes no room and which no text of anybody's can have in it
//! (`table::safe`): only where the text is written do the marks become colours, or nothing.

use std::borrow::Cow;
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Also in files and pipes
    Always,
    Never,
}

/// The colours of the wall, and of what needs a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Green,
    Red,
    Gold,
    /// A total.
    Bold,
}

/// A word in one ink, or in two where only half of it has been taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    Whole(Ink),
    Half(Ink, Ink),
}

static ON_STDOUT: AtomicBool = AtomicBool::new(false);
static ON_STDERR: AtomicBool = AtomicBool::new(false);

/// Says at start-up when colours are used: what the command line says, else NO_COLOR and CLICOLOR_FORCE, else the
/// settings.
pub fn choose(flag: Option<Color>, set: Option<Color>) {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    let color = flag.unwrap_or(if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        Color::Never
    } else if is_set("CLICOLOR_FORCE") {
        Color::Always
    } else {
        set.unwrap_or(Color::Auto)
    });
    let decide = |is_terminal: bool, term: fn() -> console::Term| {
        // On Windows a terminal's colours must be switched on, and moves of the cursor with them: asking does.
        let takes_colours = is_terminal && term().features().colors_supported();
        match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => takes_colours,
        }
    };
    ON_STDOUT.store(decide(std::io::stdout().is_terminal(), console::Term::stdout), Ordering::Relaxed);
    ON_STDERR.store(decide(std::io::stderr().is_terminal(), console::Term::stderr), Ordering::Relaxed);
}

pub fn on_stdout() -> bool {
    ON_STDOUT.load(Ordering::Relaxed)
}

pub fn on_stderr() -> bool {
    ON_STDERR.load(Ordering::Relaxed)
}

impl Ink {
    const ALL: [Ink; 4] = [Ink::Green, Ink::Red, Ink::Gold, Ink::Bold];

    fn mark(self) -> char {
        match self {
            Ink::Green => '\u{E0047}',
            Ink::Red => '\u{E0052}',
            Ink::Gold => '\u{E0059}',
            Ink::Bold => '\u{E0042}',
        }
    }

    fn of_mark(mark: char) -> Option<Ink> {
        Ink::ALL.into_iter().find(|ink| ink.mark() == mark)
    }

    fn begin(self) -> &'static str {
        match self {
            Ink::Green => "\u{1B}[32m",
            Ink::Red => "\u{1B}[31m",
            Ink::Gold => "\u{1B}[33m",
            Ink::Bold => "\u{1B}[1m",
        }
    }
}

const END: &str = "\u{1B}[0m";

impl Paint {
    /// How a need's state looks on the wall, by its word in code: green apples are available, half-taken ones half red,
    /// taken ones red, done ones gold.
    pub fn of_state(code: &str) -> Option<Paint> {
        match code {
            "open" => Some(Paint::Whole(Ink::Green)),
            "partly_claimed" => Some(Paint::Half(Ink::Red, Ink::Green)),
            "claimed" | "in_progress" => Some(Paint::Whole(Ink::Red)),
            "fulfilled" | "confirmed" => Some(Paint::Whole(Ink::Gold)),
            _ => None,
        }
    }

    /// The text with a mark behind each character of the word that is painted: of 已发布（部分认领） what is in brackets.
    pub(super) fn marked(self, text: &str) -> String {
        let inner = text.split_once('（').and_then(|(state, rest)| Some((state, rest.split_once('）')?.0)));
        let (before, word) = inner.map_or((0, text), |(state, word)| (state.len() + '（'.len_utf8(), word));
        let half = word.chars().count() / 2;
        let ink = |at: usize| match self {
            Paint::Whole(ink) => ink,
            Paint::Half(first, _) if at < half => first,
            Paint::Half(_, rest) => rest,
        };
        let marked: String = word.chars().enumerate().flat_map(|(at, c)| [c, ink(at).mark()]).collect();
        format!("{}{marked}{}", &text[..before], &text[before + word.len()..])
    }
}

/// A text as it is written: its marks as colours.
pub(super) fn painted(text: &str) -> String {
    let mut painted = String::with_capacity(text.len());
    let (mut ink, mut chars) = (None, text.chars().peekable());
    while let Some(c) = chars.next() {
        let own = chars.peek().copied().and_then(Ink::of_mark);
        if own.is_some() {
            chars.next();
        }
        if own != ink {
            painted.push_str(if ink.is_some() { END } else { "" });
            painted.push_str(own.map_or("", Ink::begin));
            ink = own;
        }
        painted.push(c);
    }
    painted.push_str(if ink.is_some() { END } else { "" });
    painted
}

/// A text as it is written where there are no colours.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let is_mark = |c| Ink::of_mark(c).is_some();
    if text.contains(is_mark) { Cow::Owned(text.replace(is_mark, "")) } else { Cow::Borrowed(text) }
}

/// A message whose label, up to the first colon, stands out.
pub fn label_in_red(line: &str) -> String {
    match line.find(['：', ':']) {
        Some(end) => format!("{}{}{END}{}", Ink::Red.begin(), &line[..end], &line[end..]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::{safe, width};
    use super::*;

    #[test]
    fn marks_take_no_room_and_become_colours() {
        let half = Paint::of_state("partly_claimed").unwrap().marked("部分认领");
        assert_eq!(width(&half), 8);
        assert_eq!(painted(&format!("3号 {half} 完")), "3号 \u{1B}[31m部分\u{1B}[0m\u{1B}[32m认领\u{1B}[0m 完");
        assert_eq!(plain(&format!("3号 {half} 完")), "3号 部分认领 完");
        let state = Paint::of_state("open").unwrap().marked("已发布（待认领）");
        assert_eq!(painted(&state), "已发布（\u{1B}[32m待认领\u{1B}[0m）");
    }

    #[test]
    fn no_text_can_bring_a_mark() {
        for ink in Ink::ALL {
            assert!(!safe(&format!("a{}", ink.mark())).contains(ink.mark()));
        }
    }
}
