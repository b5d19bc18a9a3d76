//! How `dialoguer` draws on this program's terminals: prompts in both languages, columns that are two wide, a cursor that
//! is never hidden. Knows nothing of what is asked.

use std::fmt;

use console::Term;
use dialoguer::theme::Theme;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns before a choice: the mark of the one that Enter takes.
const MARK: usize = 2;

/// Standard error as a terminal.
#[cfg(unix)]
pub fn term() -> Term {
    Term::read_write_pair(std::io::stdin(), unix::Screen)
}

#[cfg(not(unix))]
pub fn term() -> Term {
    Term::stderr()
}

/// Whether a line contains what ends the input. A terminal that is read key by key passes Ctrl-D on as a character, or
/// as NUL where it was typed before the first key was waited for.
pub fn ends_input(line: &str) -> bool {
    line.contains(['\u{4}', '\0'])
}

#[cfg(unix)]
mod unix {
    use std::io::{self, Write};
    use std::os::fd::{AsRawFd, RawFd};

    const HIDE_CURSOR: &[u8] = b"\x1b[?25l";

    /// Standard error, with two differences: the cursor is never hidden, since nobody shows it again where Ctrl-C ends
    /// the program; and a key that ends the input does so when it is echoed, not only when Enter follows.
    #[derive(Debug)]
    pub struct Screen;

    impl Write for Screen {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if bytes == HIDE_CURSOR {
                return Ok(bytes.len());
            }
            // An echo is one character; all else that is written has passed `visible`.
            let echo = std::str::from_utf8(bytes).ok().filter(|echo| echo.chars().count() == 1);
            match echo {
                Some(key) if super::ends_input(key) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Some(key) if key != "\n" => io::stderr().write_all(crate::output::safe(key).as_bytes())?,
                _ => io::stderr().write_all(bytes)?,
            }
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            io::stderr().flush()
        }
    }

    impl AsRawFd for Screen {
        fn as_raw_fd(&self) -> RawFd {
            io::stderr().as_raw_fd()
        }
    }
}

/// A question that is answered by a line.
pub struct LinePrompt {
    pub columns: usize,
}

impl Theme for LinePrompt {
    fn format_error(&self, f: &mut dyn fmt::Write, problem: &str) -> fmt::Result {
        f.write_str(problem)
    }

    fn format_input_prompt(&self, f: &mut dyn fmt::Write, prompt: &str, _: Option<&str>) -> fmt::Result {
        f.write_str(prompt)
    }

    /// The question with its answer, masked. The last row of what was typed has been cleared; where an answer took
    /// several, the rows above it are still there.
    fn format_input_prompt_selection(&self, f: &mut dyn fmt::Write, prompt: &str, answer: &str) -> fmt::Result {
        let above = rows(&format!("{prompt}{answer}"), self.columns) - 1;
        if above > 0 {
            write!(f, "\x1b[{above}A\x1b[J")?;
        }
        write!(f, "{prompt}{}", super::visible(answer))
    }
}

/// A question that is answered by one of several choices.
///
/// `dialoguer` takes a choice for one that breaks over two rows where it has more bytes than the terminal has columns,
/// and then clears rows that it never wrote: Chinese has three bytes for two columns. So a short list has numbers for
/// choices, in whose place the labels are drawn; a list that is searched has labels of so many bytes at most.
pub struct ListPrompt<'a> {
    pub columns: usize,
    pub labels: &'a [String],
    /// Which keys do what.
    pub hint: String,
}

impl ListPrompt<'_> {
    /// The choices of a short list.
    pub fn keys(&self) -> Vec<String> {
        (0..self.labels.len()).map(|at| at.to_string()).collect()
    }

    /// The choices of a list that is searched: no two alike, since `dialoguer` returns the first that is like the one
    /// chosen.
    pub fn search_labels(&self) -> Vec<String> {
        let mut labels: Vec<String> = Vec::with_capacity(self.labels.len());
        for (number, label) in (1..).zip(self.labels) {
            let whole = shortened(label, self.room(), self.columns);
            let label = if labels.contains(&whole) {
                shortened(&format!("{number} {label}"), self.room(), self.columns)
            } else {
                whole
            };
            labels.push(label);
        }
        labels
    }

    fn label<'a>(&'a self, key: &'a str) -> &'a str {
        let at: Option<usize> = key.parse().ok();
        at.and_then(|at| self.labels.get(at)).map_or(key, String::as_str)
    }

    /// Columns for a label. The last column stays free: some terminals go on to the next row as soon as it is taken.
    fn room(&self) -> usize {
        self.columns.saturating_sub(MARK + 1)
    }

    /// The question in one row, with the keys where there is room for them.
    fn question(&self, f: &mut dyn fmt::Write, question: &str, typed: &str) -> fmt::Result {
        let room = self.columns.saturating_sub(1);
        let question = cut(question, room.saturating_sub(typed.width()).max(room / 2), usize::MAX);
        let typed = cut(typed, room.saturating_sub(question.width()), usize::MAX);
        f.write_str(&question)?;
        f.write_str(&typed)?;
        let used = question.width() + typed.width();
        if used + MARK + self.hint.width() <= room { write!(f, "  {}", self.hint) } else { Ok(()) }
    }
}

impl Theme for ListPrompt<'_> {
    fn format_select_prompt(&self, f: &mut dyn fmt::Write, question: &str) -> fmt::Result {
        self.question(f, question, "")
    }

    fn format_select_prompt_item(&self, f: &mut dyn fmt::Write, key: &str, is_active: bool) -> fmt::Result {
        write!(f, "{} {}", if is_active { ">" } else { " " }, shortened(self.label(key), self.room(), usize::MAX))
    }

    fn format_select_prompt_selection(&self, f: &mut dyn fmt::Write, question: &str, key: &str) -> fmt::Result {
        write!(f, "{question}{}", self.label(key))
    }

    fn format_fuzzy_select_prompt(
        &self,
        f: &mut dyn fmt::Write,
        question: &str,
        typed: &str,
        at: usize,
    ) -> fmt::Result {
        let (before, behind) = typed.split_at(at);
        self.question(f, question, &format!("{before}|{behind}"))
    }

    fn format_input_prompt_selection(&self, f: &mut dyn fmt::Write, question: &str, label: &str) -> fmt::Result {
        write!(f, "{question}{label}")
    }
}

/// How many rows a text takes.
fn rows(text: &str, columns: usize) -> usize {
    let (mut rows, mut used) = (1, 0);
    for c in text.chars() {
        let width = c.width().unwrap_or(0);
        if used + width > columns {
            (rows, used) = (rows + 1, 0);
        }
        used += width;
    }
    rows
}

/// The text without its middle where it has more columns or bytes than there is room for: names of organisations differ
/// in how they begin and in how they end.
fn shortened(text: &str, columns: usize, bytes: usize) -> String {
    if text.width() <= columns && text.len() <= bytes {
        return text.to_owned();
    }
    let fits = |end: &&str| end.width() <= columns / 3 && end.len() <= bytes / 3;
    let end = text.char_indices().map(|(at, _)| &text[at..]).find(fits).unwrap_or_default();
    cut(text, columns.saturating_sub(end.width()), bytes.saturating_sub(end.len())) + end
}

/// The text, cut where it has more columns or bytes than there is room for.
fn cut(text: &str, columns: usize, bytes: usize) -> String {
    const ELLIPSIS: char = '…';
    if text.width() <= columns && text.len() <= bytes {
        return text.to_owned();
    }
    // Chinese terminals draw an ellipsis two columns wide.
    let (columns, bytes) = (columns.saturating_sub(2), bytes.saturating_sub(ELLIPSIS.len_utf8()));
    let mut kept = String::new();
    let mut used = 0;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > columns || kept.len() + c.len_utf8() > bytes {
            break;
        }
        kept.push(c);
    }
    kept.push(ELLIPSIS);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_keeps_within_columns_and_bytes() {
        assert_eq!(cut("蟠虬社区", 8, 12), "蟠虬社区");
        assert_eq!(cut("蟠虬社区", 7, 12), "蟠虬…");
        assert_eq!(cut("蟠虬社区", 8, 11), "蟠虬…");
        assert_eq!(cut("O008 税务局", 20, 60), "O008 税务局");
        assert_eq!(cut("蟠虬", 0, 0), "…");
    }

    #[test]
    fn shortened_keeps_both_ends() {
        assert_eq!(shortened("荔湾区图书馆党支部", 18, 27), "荔湾区图书馆党支部");
        assert_eq!(shortened("荔湾区图书馆党支部", 16, usize::MAX), "荔湾区图书…支部");
        assert_eq!(shortened("荔湾区图书馆党支部", 20, 24), "荔湾区图书…支部");
        assert_eq!(shortened("荔湾", 1, 1), "…");
    }

    #[test]
    fn rows_count_a_wide_character_that_does_not_fit_into_the_next_row() {
        assert_eq!([rows("", 5), rows("abcde", 5), rows("abcdef", 5)], [1, 1, 2]);
        assert_eq!([rows("社区", 4), rows("a社区", 4), rows("社区社区", 5)], [1, 2, 2]);
    }

    #[test]
    fn labels_that_are_cut_to_the_same_text_stay_apart() {
        let labels: Vec<String> = ["甲", "乙"].iter().map(|end| format!("{}{end}", "国家".repeat(20))).collect();
        let prompt = ListPrompt { columns: 60, labels: &labels, hint: String::new() };
        let shown = prompt.search_labels();
        assert_ne!(shown[0], shown[1]);
        assert!(shown.iter().all(|label| label.len() <= 60 && label.width() <= 57), "{shown:?}");
    }

    #[test]
    fn a_question_takes_one_row_whatever_is_typed() {
        let prompt = ListPrompt { columns: 40, labels: &[], hint: "↑↓ 选择".to_owned() };
        for (question, typed) in [("是：", ""), ("是：", "图书馆图书馆图书馆"), (&"很长".repeat(40), "图书馆")]
        {
            let mut row = String::new();
            prompt.format_fuzzy_select_prompt(&mut row, question, typed, 0).unwrap();
            assert!(row.width() < 40 && row.contains(typed), "{row}");
        }
    }
}
