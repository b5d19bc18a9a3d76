//! Finds addresses of mail, whatever stands for their @ and their dots. Knows hosts and such words.

use super::accounts::{LONGEST, is_account};
use super::glyphs::{Glyph, at, begins_with, begins_with_any};

/// Whoever hosts mail here, without the ending.
const HOSTS: &[&str] = &[
    "qqmail", "example", "foxmail", "hotmail", "outlook", "aliyun", "icloud", "gmail", "yahoo", "sohu", "sina", "21cn",
    "yeah", "live", "msn", "vip", "163", "126", "139", "189", "188", "qq",
];
const AT_WORDS: &[&str] = &[
    "(at)",
    "[at]",
    "{at}",
    "<at>",
    "【at】",
    "(a)",
    "艾特",
    "爱特",
    "圈a",
    "at",
    "@",
    "#",
    "(艾特)",
    "(圈a)",
    "[圈a]",
    "(圈)",
    "[圈]",
    "【圈a】",
    "【圈】",
    "(@)",
    "[@]",
    "圈",
    "在",
    "小老鼠",
    "老鼠",
    "花a",
];
const DOTS: &[&str] = &["(dot)", "[dot]", "(点)", "dot", "点", ".", "。", "·", "、", ","];

/// The mail address whose @, or what stands for it, is here.
pub(super) fn mail_around(glyphs: &[Glyph], here: usize) -> Option<(usize, usize)> {
    if !matches!(
        at(glyphs, here),
        '在' | '小' | '老' | '花' | '(' | '[' | '{' | '<' | '【' | '艾' | '爱' | '圈' | 'a' | '@' | '#'
    ) {
        return None;
    }
    let word = AT_WORDS.iter().find(|word| begins_with(glyphs, here, word))?;
    let skip = |mut next: usize| {
        while at(glyphs, next) == ' ' && next < glyphs.len() {
            next += 1;
        }
        next
    };
    let mut end_of_local = here;
    while end_of_local > 0 && at(glyphs, end_of_local - 1) == ' ' {
        end_of_local -= 1;
    }
    let local = (0..end_of_local).rev().take(LONGEST).take_while(|before| is_mail(at(glyphs, *before))).count();
    // `at` may be a part of a word: `chat`.
    if local == 0 || (*word == "at" && end_of_local == here) {
        return None;
    }
    let start = end_of_local - local;
    let mut next = skip(here + word.chars().count());
    while at(glyphs, next) == '@' {
        next += 1;
    }
    if *word == "@" {
        let length = (next..).take(LONGEST).take_while(|next| is_mail(at(glyphs, *next))).count();
        if length >= 3 {
            return Some((start, next + length));
        }
    }
    let is_host = |host: &&&str| begins_with(glyphs, next, host) && !is_account(at(glyphs, next + host.len()));
    let known = HOSTS.iter().find(is_host).map(|host| host.len());
    // What can be nothing but an @ may be before any host.
    let any = || {
        let length = (next..).take(LONGEST).take_while(|next| is_account(at(glyphs, *next))).count();
        let is_clear = word.chars().count() > 2 || matches!(*word, "艾特" | "爱特" | "#");
        (is_clear && length >= 2 && (local >= 3 || *word != "#")).then_some(length)
    };
    let after = skip(next + known.or_else(any)?);
    if *word == "@" {
        return Some((start, after));
    }
    let dot = DOTS.iter().find(|dot| begins_with(glyphs, after, dot))?;
    let ending = skip(after + dot.chars().count());
    begins_with_any(glyphs, ending, &["com", "cn", "net", "康", "抗", "靠姆"]).then_some((start, ending + 2))
}

fn is_mail(c: char) -> bool {
    is_account(c) || c == '.'
}
