//! Finds WeChat, QQ and other accounts, and addresses of mail and network. An account is recognised only after a word for it.

use std::net::IpAddr;
use std::sync::LazyLock;

use super::chars::is_han;
use super::glyphs::{Glyph, WILD, at, begins_with, begins_with_any, span};
use super::mail;
use super::words::Words;
use super::{Hit, HitKind};

/// Words that are followed by an account, longest first, in half-width lower case; signs and blanks within them are
/// passed over.
const WORDS: &[&str] = &[
    "征信",
    "微x信",
    "昵称",
    "ins:",
    "ig:",
    "fb:",
    "bilibili",
    "facebook",
    "facetime",
    "twitter",
    "tiktok",
    "youtube",
    "钉钉",
    "领英",
    "豆瓣",
    "飞书",
    "推特",
    "脸书",
    "头条号",
    "美篇",
    "唱吧",
    "全民k歌",
    "喜马拉雅",
    "大众点评",
    "网易云",
    "imessage",
    "支付保",
    "知付宝",
    "支fu宝",
    "wechat",
    "weixin",
    "vxin",
    "wxin",
    "闲鱼号",
    "闲鱼",
    "云闪付",
    "视频号",
    "探探",
    "陌陌",
    "贴吧",
    "知乎",
    "b站",
    "哔哩",
    "网名",
    "微我",
    "薇我",
    "v我",
    "主页id",
    "用户名",
    "微芯",
    "薇芯",
    "围信",
    "卫星",
    "微❤",
    "薇❤",
    "威❤",
    "v❤",
    "微♥",
    "某书",
    "红书",
    "绿色图标",
    "绿色聊天软件",
    "聊天软件",
    "社交软件",
    "交友软件",
    "绿色软件",
    "绿色那个软件",
    "旺旺",
    "淘宝",
    "咸鱼",
    "转转",
    "王者",
    "游戏",
    "瓦信",
    "whatsapp",
    "telegram",
    "instagram",
    "小红书号",
    "小红书",
    "绿泡泡",
    "支付宝",
    "快手号",
    "抖音号",
    "钉钉号",
    "企鹅号",
    "企鹅",
    "微信",
    "薇信",
    "威信",
    "徽信",
    "魏信",
    "维信",
    "溦信",
    "威心",
    "薇心",
    "维心",
    "微xin",
    "微x",
    "v信",
    "w信",
    "vx",
    "wx",
    "wei信",
    "腾讯号",
    "qq",
    "扣扣",
    "球球",
    "秋秋",
    "丘丘",
    "微博",
    "抖音",
    "快手",
    "微号",
    "薇号",
    "q号",
    "v号",
    "line",
    "skype",
    "邮箱",
    "email",
    "e-mail",
    "mailbox",
    "mail",
    "电邮",
];

static NAMES: LazyLock<Words> = LazyLock::new(|| Words::starting(WORDS));
static ADDS: LazyLock<Words> = LazyLock::new(|| Words::starting(ADDING));

/// What follows 加 or a word for adding somebody.
const ADDED: &[&str] =
    &["微", "薇", "溦", "威", "v", "w", "q", "扣", "裙", "徽", "❤", "♥", "卫星", "围脖", "企鹅", "绿"];
const ADDING: &[&str] =
    &["加我", "加个", "加一下", "加下", "加他", "加她", "加您", "加你", "加好友", "加", "+我", "+", "➕", "私", "十"];

/// Longer accounts are looked at up to here.
pub(super) const LONGEST: usize = 64;

/// Adds the accounts that `glyphs` hold.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let mut here = 0;
    while here < glyphs.len() {
        let found = mail::mail_around(glyphs, here).or_else(|| account_after(glyphs, here).map(|end| (here, end)));
        match found {
            Some((start, end)) => {
                hits.push(Hit { kind: HitKind::WeChat, span: span(glyphs, start..end) });
                here = end.max(here + 1);
            }
            None => here += 1,
        }
    }
}

/// Addresses of the network, as form sites add one to each answer: `113.66.12.34`, `2408:8456:3::1`.
pub fn find_hosts(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let is_part = |here: &usize| at(glyphs, *here).is_ascii_hexdigit() || matches!(at(glyphs, *here), '.' | ':');
    let mut here = 0;
    while here < glyphs.len() {
        let end = (here..glyphs.len()).take_while(is_part).last().map_or(here, |last| last + 1);
        let run: String = glyphs[here..end].iter().map(|glyph| glyph.c).collect();
        let run = run.trim_end_matches(['.', ':']);
        // A colon or a stop before it is another text's.
        for address in [run, run.trim_start_matches(['.', ':'])] {
            if address.len() > "::1".len() && address.parse::<IpAddr>().is_ok() {
                let start = here + run.len() - address.len();
                hits.push(Hit { kind: HitKind::WeChat, span: span(glyphs, start..here + run.len()) });
                break;
            }
        }
        here = end.max(here + 1);
    }
}

/// The end of the account whose word begins here.
fn account_after(glyphs: &[Glyph], here: usize) -> Option<usize> {
    let glued = here > 0 && at(glyphs, here).is_ascii_alphabetic() && at(glyphs, here - 1).is_ascii_alphanumeric();
    if glued {
        return None;
    }
    // `wxm-2024` is no account, as `wx: m-2024` would be.
    let is_short = |word: &[char]| word.len() <= 2 && word.iter().all(char::is_ascii);
    let is_apart = |word: &[char], end: usize| {
        !is_short(word) || !at(glyphs, end).is_ascii_alphabetic() || is_unlike_a_product(glyphs, end)
    };
    let names = NAMES.with(at(glyphs, here)).iter();
    let ends: Vec<usize> =
        names.filter_map(|word| end_of(glyphs, here, word).filter(|end| is_apart(word, *end))).collect();
    if !ends.is_empty() {
        let at =
            ends.iter().find_map(|end| account_at(glyphs, *end, false).or_else(|| nickname_after(glyphs, here, *end)));
        return at.or_else(|| ends.iter().find_map(|end| account_further_on(glyphs, *end)));
    }
    if let Some(end) = called_with_at(glyphs, here) {
        return Some(end);
    }
    if begins_with(glyphs, here, "wxid") {
        return Some((here..).take_while(|at| is_account(self::at(glyphs, *at))).last()? + 1);
    }
    if at(glyphs, here) == '@' {
        let start = here + 1;
        let length = account_length(glyphs, start);
        return (length >= 5 && here > 0 && !is_account(at(glyphs, here - 1)) && is_distinct(glyphs, start, length))
            .then_some(start + length);
    }
    if let Some(adding) = ADDS.at(glyphs, here).and_then(|_| ADDING.iter().find(|word| begins_with(glyphs, here, word)))
    {
        return account_added(glyphs, here, adding);
    }
    let is_alone =
        begins_with_any(glyphs, here, &["微", "薇", "溦", "v", "q", "❤"]) && !is_account(at(glyphs, here + 1));
    let led = is_sign(at(glyphs, here + 1)) || matches!(at(glyphs, here + 1), '号' | '系' | '是');
    if is_alone && led { account_at(glyphs, here + 1, true) } else { None }
}

/// `加我微:x`, `微：x`, `加我：x_1`: the end of the account behind a word for adding somebody.
fn account_added(glyphs: &[Glyph], here: usize, adding: &str) -> Option<usize> {
    let mut next = here + adding.chars().count();
    while is_sign(at(glyphs, next)) && next < glyphs.len() && next < here + 6 {
        next += 1;
    }
    if let Some(added) = ADDED.iter().find(|word| begins_with(glyphs, next, word)) {
        let end = next + added.chars().count();
        let is_word = at(glyphs, end).is_ascii_alphabetic() && added.is_ascii();
        if !is_word {
            let stands_alone = is_sign(at(glyphs, end)) && end < glyphs.len();
            let further = || account_further_on(glyphs, end).filter(|_| stands_alone);
            let nickname = || nickname_added(glyphs, end).filter(|_| stands_alone);
            return account_at(glyphs, end, false).or_else(further).or_else(nickname);
        }
    }
    let asks = adding.chars().count() > 1 && !adding.starts_with('+');
    let is_plain = next == here + adding.chars().count();
    if asks {
        account_at(glyphs, next, true)
    } else {
        account_at(glyphs, next, true).filter(|_| is_plain && is_unlike_a_product(glyphs, next))
    }
}

/// The end of a name with digits behind a word for adding somebody: `加V：yoga陈姐7788`.
fn nickname_added(glyphs: &[Glyph], end: usize) -> Option<usize> {
    let start = end + (end..).take(2).take_while(|next| is_sign(at(glyphs, *next))).count();
    let length = nickname_length(glyphs, start);
    let name = glyphs.get(start..start + length)?;
    let digits = name.iter().rev().take_while(|glyph| glyph.c.is_ascii_digit()).count();
    (length >= 4 && digits >= 3 && digits < length).then_some(start + length)
}

/// An account behind more words than usual: `微信ID就是我家猫的名字加年份：miumiu2016`.
fn account_further_on(glyphs: &[Glyph], start: usize) -> Option<usize> {
    const REACH: usize = 20;
    let stops = |here: &usize| matches!(at(glyphs, *here), '。' | '！' | '？' | '；' | '!' | '?' | ';');
    let end = (start..glyphs.len().min(start + REACH)).find(stops).unwrap_or(glyphs.len().min(start + REACH));
    let begins =
        |here: &usize| at(glyphs, *here).is_ascii_alphanumeric() && !is_account(at(glyphs, here.wrapping_sub(1)));
    (start..end).filter(begins).find_map(|here| {
        let length = account_length(glyphs, here);
        let is_number = glyphs[here..here + length].iter().all(|glyph| glyph.c.is_ascii_digit());
        let is_account = if is_number { (7..=12).contains(&length) } else { is_unlike_a_product(glyphs, here) };
        is_account.then_some(here + length)
    })
}

/// Where people have names of their own.
const PLATFORMS: &[&str] = &[
    "bilibili",
    "钉钉",
    "豆瓣",
    "头条",
    "唱吧",
    "全民k歌",
    "美篇",
    "大众点评",
    "旺旺",
    "淘宝",
    "转转",
    "王者",
    "游戏",
    "咸鱼",
    "某书",
    "红书",
    "小红书",
    "闲鱼",
    "抖音",
    "快手",
    "微博",
    "b站",
    "哔哩",
    "视频号",
    "知乎",
    "贴吧",
    "陌陌",
    "探探",
    "网名",
    "昵称",
    "微信",
];

/// The end of a name that somebody goes by on a platform whose word ends at `end`: `小红书：阿珍煲汤9527`,
/// `闲鱼名：旧货珠女`.
fn nickname_after(glyphs: &[Glyph], here: usize, end: usize) -> Option<usize> {
    const LABELS: &[&str] = &["名", "昵称", "id", "号", "用户"];
    if !begins_with_any(glyphs, here, PLATFORMS) {
        return None;
    }
    let label = LABELS.iter().find(|label| begins_with(glyphs, end, label));
    let mut next = end + label.map_or(0, |label| label.chars().count());
    let led = next;
    while next - led < 3
        && (is_sign(at(glyphs, next)) || matches!(at(glyphs, next), '叫' | '是' | '系' | '搜' | '揾'))
        && next < glyphs.len()
    {
        next += 1;
    }
    // 微博私信荔湾珍姨1938
    let reach =
        ["私信", "艾特", "关注", "联系", "找"].iter().find(|word| next == led && begins_with(glyphs, next, word));
    next += reach.map_or(0, |word| word.chars().count());
    let length = nickname_length(glyphs, next) + figures_behind(glyphs, next + nickname_length(glyphs, next));
    if reach.is_some() && !ends_in_figures(glyphs, next, length) {
        return None;
    }
    let is_said = next > led && (label.is_some() || begins_with_any(glyphs, here, &["网名", "昵称"]));
    let digits = glyphs.get(next..next + length)?.iter().filter(|glyph| glyph.c.is_ascii_digit()).count();
    (length >= 2 && next > led && (is_said || digits >= 2)).then_some(next + length)
}

/// The length of a blank and a number that belong to a nickname: `芳村阿炳钓鱼 2468`.
fn figures_behind(glyphs: &[Glyph], end: usize) -> usize {
    let figures = (end + 1..).take_while(|at| self::at(glyphs, *at).is_ascii_digit()).count();
    let is_part = at(glyphs, end) == ' '
        && (2..=8).contains(&figures)
        && !super::numbers::is_counted(glyphs, end + 1 + figures)
        && !at(glyphs, end + 1 + figures).is_ascii_alphanumeric();
    if is_part { 1 + figures } else { 0 }
}

/// `荔湾珍姨1938`: words with a number behind them that counts nothing.
fn ends_in_figures(glyphs: &[Glyph], start: usize, length: usize) -> bool {
    let figures = (start..start + length).rev().take_while(|at| self::at(glyphs, *at).is_ascii_digit()).count();
    is_han(at(glyphs, start)) && figures >= 2 && !super::numbers::is_counted(glyphs, start + length)
}

/// `@荔枝湾阿伯007`: a name behind an @, where it has digits or a platform stands before it.
fn called_with_at(glyphs: &[Glyph], here: usize) -> Option<usize> {
    if at(glyphs, here) != '@' || !is_han(at(glyphs, here + 1)) {
        return None;
    }
    let length = nickname_length(glyphs, here + 1);
    let digits = glyphs.get(here + 1..here + 1 + length)?.iter().filter(|glyph| glyph.c.is_ascii_digit()).count();
    let named = super::glyphs::ends_with_any(glyphs, here, PLATFORMS);
    (named || digits >= 2).then_some(here + 1 + length)
}

fn nickname_length(glyphs: &[Glyph], start: usize) -> usize {
    const LONGEST: usize = 16;
    (start..).take(LONGEST).take_while(|next| is_han(at(glyphs, *next)) || is_account(at(glyphs, *next))).count()
}

/// The end of the word that begins here, signs and blanks between its characters passed over.
fn end_of(glyphs: &[Glyph], here: usize, word: &[char]) -> Option<usize> {
    const MOST: usize = 2;
    let mut next = here;
    for (place, c) in word.iter().copied().enumerate() {
        let mut passed = 0;
        while place > 0 && at(glyphs, next) != c && is_sign(at(glyphs, next)) && passed < MOST && next < glyphs.len() {
            next += 1;
            passed += 1;
        }
        if at(glyphs, next) != c {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// The end of the account that follows at `start`; `distinct`: it has a digit or an underscore, as no word has.
fn account_at(glyphs: &[Glyph], start: usize, distinct: bool) -> Option<usize> {
    const JOINTS: &[&str] = &[
        "小窗", "私聊", "好友", "我是", "群主", "号码", "手机", "拼音", "拼", "音", "字母", "同名", "一样", "同我",
        "系", "就系", "就是", "嘅", "同", "揾我", "揾", "话", "都系", "喺", "咁", "返", "即系", "账号", "帐号", "昵称",
        "名字", "名称", "群号", "id", "号", "码", "群", "是", "为", "加", "啦", "喇", "呀", "啊", "哦", "喔", "吖",
        "吧", "呢", "我", "的", "叫", "名", "上", "搜索", "关注", "添加", "搜", "找", "查", "联系", "请", "可", "同号",
        "就是", "地址", "写", "发", "到",
    ];
    const REACH: usize = 12;
    let mut next = start;
    while next < glyphs.len() && next - start < REACH {
        let c = at(glyphs, next);
        let joint = JOINTS.iter().find(|joint| begins_with(glyphs, next, joint));
        match joint {
            Some(joint) if !(joint.is_ascii() && is_account(at(glyphs, next + joint.len()))) => {
                next += joint.chars().count();
            }
            _ if !c.is_ascii_alphanumeric() && !is_han(c) => next += 1,
            _ => break,
        }
    }
    let length = account_length(glyphs, next);
    let account: String = glyphs.get(next..next + length)?.iter().map(|glyph| glyph.c).collect();
    if length >= 5 && !WORDS.contains(&account.as_str()) && !is_program(&account) {
        let is_clear = is_distinct(glyphs, next, length);
        return (is_clear || !distinct).then_some(next + length);
    }
    spaced_account(glyphs, next).filter(|_| length < 5).or_else(|| spelled_account(glyphs, next))
}

/// An account with digits in words: `幺九九同手机`, `一三八ab66`, `kk一九六二`.
fn spelled_account(glyphs: &[Glyph], start: usize) -> Option<usize> {
    const AS_PHONE: &[&str] =
        &["同手机", "同手提", "同电话", "同号", "同我", "同上", "号", "开头", "打头", "头", "和手机", "跟手机"];
    let is_spelled = |here: &usize| {
        glyphs.get(*here).is_some_and(|glyph| is_han(glyph.c) && glyph.digit.is_some_and(|digit| digit < WILD))
    };
    let spelled = (start..).take_while(is_spelled).count();
    let end =
        start + (start..).take(LONGEST).take_while(|here| is_spelled(here) || is_account(at(glyphs, *here))).count();
    let is_whole = end - start >= 5 || end == start + spelled && begins_with_any(glyphs, end, AS_PHONE);
    // `kk一九六二`
    let letters = (start..).take_while(|here| is_account(at(glyphs, *here))).count();
    let behind = (start + letters..).take_while(is_spelled).count();
    if letters >= 2 && behind >= 3 && !super::numbers::is_counted(glyphs, start + letters + behind) {
        return Some(start + letters + behind);
    }
    (spelled >= 3 && is_whole && !super::numbers::is_counted(glyphs, end)).then_some(end)
}

/// The end of an account in pieces of one or two characters: `c h e n 8 8`, `a-b-c-1-2-3`.
fn spaced_account(glyphs: &[Glyph], start: usize) -> Option<usize> {
    let (mut next, mut count, mut digits, mut end) = (start, 0, 0, start);
    let is_figure = |here: &usize| {
        let glyph = glyphs.get(*here);
        glyph.is_some_and(|glyph| glyph.c.is_ascii_alphanumeric() || (*here > start && glyph.digit.is_some()))
    };
    while let Some(glyph) = glyphs.get(next) {
        if let Some(word) = ["underscore", "下划线"].iter().find(|word| begins_with(glyphs, next, word)) {
            (digits, count) = (digits + 1, count + 1);
            next += word.chars().count();
            end = next;
        } else if is_figure(&next) {
            let length = (next..).take_while(is_figure).count();
            let is_joined = next > start && matches!(at(glyphs, next - 1), '加' | '.');
            if length > if is_joined { 8 } else { 4 } {
                break;
            }
            digits += glyphs[next..next + length].iter().filter(|glyph| glyph.digit.is_some()).count();
            count += length;
            next += length;
            end = next;
        } else if (is_sign(glyph.c) || (glyph.c == '加' && next > start)) && next - end < 2 {
            next += 1;
        } else {
            break;
        }
    }
    let is_counted = super::numbers::is_counted(glyphs, end);
    (count >= 6 && digits > 0 && !is_counted).then_some(end)
}

pub(super) fn account_length(glyphs: &[Glyph], start: usize) -> usize {
    (start..).take(LONGEST).take_while(|next| is_account(at(glyphs, *next))).count()
}

fn is_distinct(glyphs: &[Glyph], start: usize, length: usize) -> bool {
    glyphs[start..start + length].iter().any(|glyph| glyph.c.is_ascii_digit() || glyph.c == '_')
}

/// `yueyue-2020`: at least three letters and three digits, or a sign between them, as no port or model has.
pub(super) fn is_unlike_a_product(glyphs: &[Glyph], start: usize) -> bool {
    let account = glyphs.get(start..start + account_length(glyphs, start)).unwrap_or_default();
    let count = |what: fn(&char) -> bool| account.iter().filter(|glyph| what(&glyph.c)).count();
    let (letters, digits) = (count(char::is_ascii_lowercase), count(char::is_ascii_digit));
    letters >= 4 && digits >= 3 || (letters >= 3 && count(|c| *c == '_') > 0)
}

/// A blank or a mark that says nothing, circled numbers among them.
fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() || (c.is_numeric() && !c.is_ascii() && !is_han(c))
}

pub(super) fn is_account(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-')
}

/// Words that follow 微信 in a text about learning to use it.
fn is_program(word: &str) -> bool {
    matches!(
        word,
        "iphone"
            | "android"
            | "huawei"
            | "xiaomi"
            | "video"
            | "music"
            | "online"
            | "honor"
            | "redmi"
            | "oppo"
            | "vivo"
            | "windows"
    )
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
