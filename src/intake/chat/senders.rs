//! The lines that say who sent a message: a nickname, a time, and how they are arranged around the text.

use crate::model::day::Day;
use crate::model::text::half_width;

/// The longest nickname that WeChat allows, with room.
const LONGEST_NICKNAME: usize = 40;
/// The longest before a colon on one line.
const LONGEST_INLINE: usize = 24;

/// Who wrote, and when; `text` where it is on the same line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    pub nickname: String,
    pub on: Option<Day>,
    pub text: Option<String>,
}

/// `————— 2021-04-09 —————`: the day of what follows; inner `None` where it names no year.
pub fn divider(line: &str) -> Option<Option<Day>> {
    let line = half_width(line);
    let inner = line.trim_matches(|c: char| matches!(c, '-' | '—' | '–' | '─' | '=' | ' '));
    (inner.len() < line.len() || is_day(inner)).then(|| inner.parse::<Day>().ok()).flatten().map(Some)
}

/// The sender that a line names, if it does. `next` is the next line that has a text.
pub fn sender(line: &str, next: Option<&str>) -> Option<Sender> {
    let plain = half_width(line).into_owned();
    if let Some((on, rest)) = time_before(&plain) {
        let rest = rest.trim();
        return match inline(rest) {
            Some((nickname, text)) => Some(Sender { nickname, on, text: Some(text) }),
            None if is_nickname(rest) => Some(Sender { nickname: without_account(rest), on, text: None }),
            None => None,
        };
    }
    if let Some((nickname, on)) = time_behind(&plain) {
        return Some(Sender { nickname, on, text: None });
    }
    if let Some(nickname) = plain.strip_suffix(':') {
        let is_sender = is_nickname(nickname) && !is_label(nickname) && next.is_some();
        return is_sender.then(|| Sender { nickname: nickname.trim().to_owned(), on: None, text: None });
    }
    if plain.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    inline(line).map(|(nickname, text)| Sender { nickname, on: None, text: Some(text) })
}

/// `张三：5号我来`
pub fn inline(line: &str) -> Option<(String, String)> {
    let (nickname, text) = line.split_once([':', '：'])?;
    let nickname = nickname.trim();
    let fits = nickname.chars().count() <= LONGEST_INLINE && is_nickname(nickname) && !is_label(nickname);
    let is_clock = text.starts_with(|c: char| c.is_ascii_digit()) && nickname.ends_with(|c: char| c.is_ascii_digit());
    (fits && !is_clock && !text.trim().is_empty()).then(|| (without_account(nickname), text.trim().to_owned()))
}

/// Something that a person may be called by in a chat, and that names no wish.
fn is_nickname(text: &str) -> bool {
    let text = text.trim();
    let names_wish = text.char_indices().any(|(at, c)| {
        c == '号'
            && text[..at].ends_with(|before: char| before.is_ascii_digit() || "一二三四五六七八九十 ".contains(before))
    });
    let has_sentence = text.contains(['，', ',', '。', '!', '！', '?', '？', '、', '；', ';', '#']);
    !text.is_empty() && text.chars().count() <= LONGEST_NICKNAME && !names_wish && !has_sentence
}

/// What a form over several lines asks for, before a colon.
pub(super) const FORM_LABELS: &[&str] = &[
    "姓名",
    "单位",
    "编号",
    "心愿编号",
    "认领编号",
    "微心愿编号",
    "数量",
    "电话",
    "联系电话",
    "手机",
    "备注",
    "党支部",
];

/// What stands before a colon and is no nickname.
fn is_label(text: &str) -> bool {
    const OTHERS: &[&str] = &[
        "认领人",
        "认领单位",
        "认领",
        "报名",
        "更正",
        "格式",
        "例",
        "例如",
        "示例",
        "注",
        "说明",
        "标题",
        "回复",
        "回复格式",
        "认领请接龙",
        "我认领",
        "认领心愿",
        "所在单位",
        "所属支部",
        "微心愿",
        "心愿",
        "接龙",
    ];
    let text = text.trim();
    FORM_LABELS.contains(&text) || OTHERS.contains(&text) || text.contains("格式") || text.contains("接龙")
}

/// `2021-04-09 14:05:33 张三`, `[2021-04-09 14:05] 张三: …`
fn time_before(line: &str) -> Option<(Option<Day>, &str)> {
    let opened = line.strip_prefix(['[', '(', '【']);
    let body = opened.unwrap_or(line);
    let (day, rest) = match body.split_once(' ') {
        Some((first, rest)) if is_day(first) => (first.parse::<Day>().ok(), rest),
        _ => (None, body),
    };
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == ':')).unwrap_or(rest.len());
    if !is_clock(&rest[..end]) {
        return None;
    }
    let rest = &rest[end..];
    let rest = if opened.is_some() { rest.strip_prefix([']', ')', '】'])? } else { rest };
    (!rest.trim().is_empty()).then_some((day, rest))
}

/// `张三 2021/4/9 14:05:33`, `张三  14:05`, `张三 昨天 下午2:05`
fn time_behind(line: &str) -> Option<(String, Option<Day>)> {
    let (before, clock) = line.rsplit_once(' ')?;
    let clock = ["上午", "下午", "中午", "晚上", "凌晨", "早上", "AM", "PM"]
        .iter()
        .find_map(|word| clock.strip_prefix(word))
        .unwrap_or(clock);
    if !is_clock(clock) {
        return None;
    }
    let mut before = before.trim();
    let mut on = None;
    if let Some((rest, word)) = before.rsplit_once(' ') {
        if is_day(word) {
            (before, on) = (rest.trim(), word.parse::<Day>().ok());
        } else if matches!(word, "昨天" | "今天" | "前天" | "上午" | "下午" | "晚上")
            || word.starts_with("星期")
            || word.starts_with('周')
        {
            before = rest.trim();
        }
    }
    is_nickname(before).then(|| (without_account(before), on))
}

/// 14:05 or 14:05:33.
fn is_clock(text: &str) -> bool {
    let mut parts = text.split(':');
    let mut part =
        |most: u32| parts.next().and_then(|part| part.parse::<u32>().ok()).is_some_and(|number| number < most);
    let hours = part(24) && part(60);
    hours && text.matches(':').count() <= 2 && text.rsplit(':').next().is_some_and(|last| last.len() == 2)
}

/// 2021-04-09, 2021/4/9, 2021年4月9日, 4/9, 4月9日.
fn is_day(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | '年' | '月' | '日');
    text.len() >= 3 && text.chars().all(is_part) && text.contains(['-', '/', '.', '月'])
}

/// `张三(wxid_1)`, `张三<mail>`: an account behind a name, which never is a unit.
fn without_account(nickname: &str) -> String {
    let name = nickname.trim();
    let cut = name.find(['(', '<']).filter(|at| {
        let inner = name[at + 1..].trim_end_matches([')', '>']);
        !inner.is_empty() && inner.chars().all(|c| c.is_ascii() && !c.is_whitespace())
    });
    cut.map_or(name, |at| name[..at].trim_end()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_numbers_are_no_nicknames() {
        for line in ["姓名：张三", "3号：张三", "回复格式：3号 姓名", "心愿编号：5号", "今天14:30在社区见"]
        {
            assert_eq!(sender(line, Some("5号")), None, "{line}");
        }
    }

    #[test]
    fn account_behind_a_name_is_dropped_and_a_unit_kept() {
        assert_eq!(without_account("张三(wxid_12)"), "张三");
        assert_eq!(without_account("张三(税务局)"), "张三(税务局)");
    }
}
