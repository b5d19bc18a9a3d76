//! The board below a tree: a place's name in as many lines and letters as it holds, and what waits there. Lengths are those of
//! the board's own drawing.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// What a line of the board holds.
const WIDTH: usize = 330;
/// The largest letters of a name.
const LARGEST: usize = 44;
/// Names wider than this, in columns, take two lines.
const ONE_LINE: usize = 20;
/// Between the lines of a name, in tenths of its letters.
const LEADING: usize = 12;

/// A board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sign {
    /// The lines of the name, each with its place.
    lines: Vec<Line>,
    /// The size of the name's letters.
    size: usize,
    /// How much higher than one with a single line it is.
    above: usize,
    /// The line below the name.
    left: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Line {
    text: String,
    y: i32,
}

/// The board of a place.
pub fn sign(name: &str, left: String) -> Sign {
    let lines = lines(name);
    let widest = lines.iter().map(|line| line.width()).max().unwrap_or(1).max(1);
    // A column is half as wide as a letter is high.
    let size = (WIDTH * 2 / widest).min(LARGEST);
    let above = (lines.len() - 1) * size * LEADING / 10;
    let lines = lines.into_iter().rev().zip(0..).map(|(text, at)| {
        let up = at * size * LEADING / 10;
        Line { text, y: -2 - i32::try_from(up).unwrap_or(0) }
    });
    let mut lines: Vec<Line> = lines.collect();
    lines.reverse();
    Sign { lines, size, above, left }
}

/// A name in one line or, where it is long, in two that are about as long, cut at a blank or behind a word for a place.
fn lines(name: &str) -> Vec<String> {
    const ENDS: &str = "省市县区镇乡村街道府会处园苑院巷路";
    if name.width() <= ONE_LINE {
        return vec![name.to_owned()];
    }
    let half = name.width() / 2;
    let cost = |at: usize| {
        let before = &name[..at];
        let is_end = before.ends_with(|c: char| ENDS.contains(c) || c.is_whitespace() || c == '-');
        let is_in_word = before.ends_with(|c: char| c.is_ascii_alphanumeric())
            && name[at..].starts_with(|c: char| c.is_ascii_alphanumeric());
        before.width().abs_diff(half) * 2 + if is_in_word { 1_000 } else { 0 } + if is_end { 0 } else { 9 }
    };
    let places = name.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
    let Some(at) = places.min_by_key(|at| cost(*at)) else { return vec![name.to_owned()] };
    vec![name[..at].trim_end().to_owned(), name[at..].trim_start().to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_fits_its_board() {
        for name in [
            "西关社区",
            "荔湾区西关社区",
            "新丰县人民政府驻广州办事处家属院社区",
            "广州市荔湾区金花街道蟠虬社区居民委员会党群服务中心驿站",
            "中",
            "",
            "Jinhua Street Community Service Station",
            "新丰县人民政府驻广州办事处家属院社区 12/23",
        ] {
            let sign = sign(name, String::new());
            for line in &sign.lines {
                assert!(line.text.width() * sign.size <= WIDTH * 2, "{name}: {sign:?}");
            }
            assert!(sign.size <= LARGEST && sign.size >= 20, "{name}: {sign:?}");
            let joined: String = sign.lines.iter().map(|line| line.text.as_str()).collect();
            assert_eq!(joined.replace(' ', ""), name.replace(' ', ""));
        }
        let cut = sign("新丰县人民政府驻广州办事处家属院社区", String::new());
        let texts: Vec<&str> = cut.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["新丰县人民政府", "驻广州办事处家属院社区"]);
    }
}
