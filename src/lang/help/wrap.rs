//! Wrapping of Chinese: clap breaks lines only at blanks, so texts are broken before it sees them.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Help is read best at no more than this.
const WIDEST: usize = 100;
/// Where the width is unknown: what a terminal has had since there were terminals.
const USUAL: usize = 80;
const NARROWEST: usize = 40;

/// The columns that help is wrapped to.
pub fn terminal_columns() -> usize {
    let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let columns = || std::env::var("COLUMNS").ok()?.parse().ok();
    terminal.or_else(columns).unwrap_or(USUAL).clamp(NARROWEST, WIDEST)
}

pub fn width(text: &str) -> usize {
    text.width()
}

/// The text in lines of at most `columns`: words and numbers whole, no line beginning with a closing mark. Breaks that
/// the text has stay, and a line that is indented or fits stays as it is.
pub fn wrapped(text: &str, columns: usize) -> String {
    if text.len() <= columns {
        return text.to_owned();
    }
    let mut lines = Vec::new();
    for line in text.lines() {
        // An example is copied, not read: it stays on its line.
        if line.starts_with(' ') || width(line) <= columns {
            lines.push(line.to_owned());
        } else {
            push_wrapped(line, columns, &mut lines);
        }
    }
    lines.join("\n")
}

fn push_wrapped(text: &str, columns: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut used = 0;
    for piece in pieces(text) {
        let wide = width(piece);
        if used > 0 && used + width(piece.trim_end()) > columns {
            lines.push(line.trim_end().to_owned());
            line.clear();
            used = 0;
        }
        if used > 0 || !piece.trim().is_empty() {
            line.push_str(piece);
            used += wide;
        }
    }
    lines.push(line.trim_end().to_owned());
}

/// What must stay together: a word, or one wide character with the marks around it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}

fn may_break(before: char, after: char) -> bool {
    let wide = |c: char| c.width().unwrap_or(0) > 1;
    let opens = matches!(before, '（' | '《' | '“' | '「' | '［' | '【' | '(' | '[');
    let closes = matches!(
        after,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '）'
            | '》'
            | '”'
            | '」'
            | '］'
            | '】'
            | ')'
            | ']'
            | ','
            | '.'
            | '…'
    );
    if opens || closes || after == ' ' {
        return false;
    }
    before == ' ' || wide(before) || wide(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_nothing_is_lost() {
        let text = "把名单导入库中（支持 CSV、xlsx 和 ods），有问题的行写到 清单名.rejects.csv，修改后再次导入即可。";
        for columns in 20..80 {
            let wrapped = wrapped(text, columns);
            for line in wrapped.lines() {
                assert!(width(line) <= columns, "{columns}: {line}");
                assert!(!line.starts_with(['，', '。', '、', '）', ' ']), "{line}");
                assert!(!line.ends_with('（'), "{line}");
            }
            assert_eq!(wrapped.replace(['\n', ' '], ""), text.replace(' ', ""));
        }
    }

    #[test]
    fn examples_and_breaks_stay() {
        let text =
            "例子：\n  shuangwei collect wishes 很长很长很长很长很长很长很长很长.xlsx --under 荔湾区/金花街道\n\n完";
        assert_eq!(wrapped(text, 30), text);
    }
}
