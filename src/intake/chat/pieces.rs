//! A line of a chat cut into numbers, quantities, phones and words. Knows characters; what the words mean is asked later.

use super::numerals::{self, Found, How, Share};
use crate::model::text::to_half_width;

/// A part of a line, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Number(u32, How),
    Quantity(u32, Share),
    /// So many people.
    Several(u32),
    Phone(String),
    /// Letters without a separator between them.
    Word(String),
    /// 和, 、 and the like between words.
    And,
}

/// A line as it is read: half-width, without emoji, pictures and invisible characters.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(end) = emoticon(rest) {
            plain.push(' ');
            rest = &rest[end..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match to_half_width(c) {
            c @ '①'..='⑳' => push_number(&mut plain, c as u32 - '①' as u32 + 1),
            c @ '㉑'..='㉟' => push_number(&mut plain, c as u32 - '㉑' as u32 + 21),
            '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{FE0E}' | '\u{FE0F}' | '\u{20E3}' | '\u{202A}'..='\u{202E}' => {}
            '號' => plain.push('号'),
            '～' | '〜' | '∼' => plain.push('~'),
            '—' | '–' | '－' | '﹣' | '―' | '─' => plain.push('-'),
            '﹟' => plain.push('#'),
            // The dots of names, which the office file has as one.
            '•' | '・' | '‧' | '∙' | '⋅' | '･' => plain.push('·'),
            '。' | '！' | '!' | '…' | '⋯' => plain.push(' '),
            c if is_emoji(c) || c.is_whitespace() || c.is_control() => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain
}

fn push_number(plain: &mut String, number: u32) {
    plain.push_str(&format!(" {number} "));
}

/// [强] and [图片]: up to six characters in brackets, no digit among them.
fn emoticon(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let end = inner.find(']')?;
    let word = &inner[..end];
    let is_one = (1..=6).contains(&word.chars().count()) && !word.contains(|c: char| c.is_ascii_digit() || c == '[');
    is_one.then_some(end + 2)
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{2190}'..='\u{21FF}'
        | '\u{E0000}'..='\u{E007F}' | '\u{2300}'..='\u{23FF}' | '\u{3030}' | '\u{303D}')
}

/// The pieces of a plain line.
pub fn cut(plain: &str) -> Vec<Piece> {
    let text: Vec<char> = plain.chars().collect();
    let mut pieces = Vec::new();
    let mut word = String::new();
    let mut at = 0;
    while at < text.len() {
        if let Some((found, end)) = numerals::at(&text, at) {
            flush(&mut word, &mut pieces);
            match found {
                Found::Numbers(numbers) => pieces.extend(numbers.into_iter().map(|(one, how)| Piece::Number(one, how))),
                Found::Quantity(quantity, share) => pieces.push(Piece::Quantity(quantity, share)),
                Found::Several(count) => pieces.push(Piece::Several(count)),
                Found::Phone(digits) => pieces.push(Piece::Phone(digits)),
                Found::Measured(words) => pieces.push(Piece::Word(words)),
                Found::Other => {}
            }
            at = end;
            continue;
        }
        match text[at] {
            '、' | '+' | '&' => {
                flush(&mut word, &mut pieces);
                pieces.push(Piece::And);
            }
            c if is_separator(c) => flush(&mut word, &mut pieces),
            c => word.push(c),
        }
        at += 1;
    }
    flush(&mut word, &mut pieces);
    pieces
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || "，。；：、（）【】《》〔〕「」『』“”‘’?·~￥".contains(c) && c != '·'
}

fn flush(word: &mut String, pieces: &mut Vec<Piece>) {
    if !word.is_empty() {
        pieces.push(Piece::Word(std::mem::take(word)));
    }
}

/// The words of a nickname.
pub fn words(text: &str) -> Vec<String> {
    let word = |piece| if let Piece::Word(word) = piece { Some(word) } else { None };
    cut(&plain(text)).into_iter().filter_map(word).collect()
}

/// 29号…31号: what stands between two numbers may be a range.
pub fn has_gap(text: &str) -> bool {
    let text: Vec<char> = text.chars().map(to_half_width).collect();
    let is_dot = |c: char| matches!(c, '…' | '⋯' | '.' | '。' | '·' | '、' | ' ');
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十廿卅百".contains(c);
    (0..text.len()).any(|at| {
        let gap: String = text[at..].iter().take_while(|c| is_dot(**c)).collect();
        let behind = text[at + gap.chars().count()..].iter().find(|c| **c != '第');
        let is_gap = gap.contains(['…', '⋯']) || ["...", "。。", "··", "、、"].iter().any(|dots| gap.contains(dots));
        let is_after = at > 0 && (is_number(text[at - 1]) || matches!(text[at - 1], '号' | '號' | '#'));
        is_gap && is_after && behind.is_some_and(|c| is_number(*c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_is_cut_into_numbers_and_words() {
        let word = |word: &str| Piece::Word(word.to_owned());
        assert_eq!(
            cut(&plain("我来！５号，张伟👍[强] 两份")),
            [word("我来"), Piece::Number(5, How::Marked), word("张伟"), Piece::Quantity(2, Share::Own)]
        );
        assert_eq!(cut(&plain("16号林敏仪第三税务所")), [Piece::Number(16, How::Marked), word("林敏仪第三税务所")]);
        assert_eq!(cut(&plain("③ 张伟")), [Piece::Number(3, How::Bare), word("张伟")]);
        assert_eq!(words("张祥辉-省民宗院"), ["张祥辉", "省民宗院"]);
        assert_eq!(words("阿依古丽·买买提"), ["阿依古丽·买买提"]);
    }
}
