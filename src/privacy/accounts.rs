//! Finds WeChat, QQ and other accounts, and mail addresses. An account is recognised only after a word for it.

use super::glyphs::{Glyph, at, span};
use super::{Hit, HitKind};

/// Words that are followed by an account, longest first, in half-width lower case.
const WORDS: &[&str] = &[
    "weixin",
    "wechat",
    "支付宝",
    "快手号",
    "抖音号",
    "钉钉号",
    "企鹅号",
    "小红书号",
    "微信",
    "薇信",
    "威信",
    "微 信",
    "微x",
    "v信",
    "w信",
    "wx",
    "vx",
    "v x",
    "w x",
    "qq",
    "q q",
    "扣扣",
    "微博",
    "抖音",
    "企鹅",
    "微号",
    "薇号",
    "加v",
    "+v",
    "加微",
    "v:",
];

/// Adds the accounts that `glyphs` hold.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let mut here = 0;
    while here < glyphs.len() {
        if let Some(end) = mail_around(glyphs, here).or_else(|| account_after(glyphs, here)) {
            let start = if at(glyphs, here) == '@' { mail_start(glyphs, here) } else { here };
            hits.push(Hit { kind: HitKind::WeChat, span: span(glyphs, start..end) });
            here = end;
        } else {
            here += 1;
        }
    }
}

/// The end of the account whose word begins here.
fn account_after(glyphs: &[Glyph], here: usize) -> Option<usize> {
    let first = at(glyphs, here);
    // Fast path: most characters begin none of the words.
    if !matches!(
        first,
        'w' | 'v' | 'q' | '+' | '微' | '薇' | '威' | '支' | '快' | '抖' | '钉' | '企' | '小' | '扣' | '加'
    ) {
        return None;
    }
    let glued = here > 0 && first.is_ascii_alphabetic() && at(glyphs, here - 1).is_ascii_alphanumeric();
    let word = WORDS.iter().find(|word| !glued && begins_with(glyphs, here, word))?;
    let mut start = here + word.chars().count();
    const REACH: usize = 8;
    let reach = start + REACH;
    while start < reach && is_joint(at(glyphs, start)) && start < glyphs.len() {
        start += 1;
    }
    let length = (start..).take_while(|next| is_account(at(glyphs, *next))).count();
    let account: String = glyphs.get(start..start + length)?.iter().map(|glyph| glyph.c).collect();
    (length >= 5 && !WORDS.contains(&account.as_str()) && !is_program(&account)).then_some(start + length)
}

/// The end of the mail address whose @ is here.
fn mail_around(glyphs: &[Glyph], here: usize) -> Option<usize> {
    if at(glyphs, here) != '@' || mail_start(glyphs, here) == here {
        return None;
    }
    let length = (here + 1..).take_while(|next| is_mail(at(glyphs, *next))).count();
    (length >= 3).then_some(here + 1 + length)
}

fn mail_start(glyphs: &[Glyph], here: usize) -> usize {
    here - (0..here).rev().take_while(|before| is_mail(at(glyphs, *before))).count()
}

fn begins_with(glyphs: &[Glyph], here: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(offset, c)| at(glyphs, here + offset) == c)
}

/// Characters allowed between the word and the account.
fn is_joint(c: char) -> bool {
    matches!(
        c,
        '号' | '码'
            | '群'
            | ':'
            | '是'
            | '为'
            | '加'
            | '我'
            | '('
            | '【'
            | '['
            | ' '
            | '-'
            | '—'
            | '='
            | '"'
            | '“'
            | '”'
            | '「'
            | '@'
    )
}

fn is_account(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-')
}

fn is_mail(c: char) -> bool {
    is_account(c) || c == '.'
}

/// Words that follow 微信 in a text about learning to use it.
fn is_program(word: &str) -> bool {
    matches!(word, "iphone" | "android" | "huawei" | "xiaomi" | "video" | "music" | "online")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::glyphs::glyphs;

    #[test]
    fn account_is_found_after_every_word() {
        for word in WORDS {
            let mut hits = Vec::new();
            find(&glyphs(&format!("{word}:abc_12345")), &mut hits);
            assert_eq!(hits.len(), 1, "{word}");
        }
    }
}
