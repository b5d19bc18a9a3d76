//! The lines of a chat or a sign-up as sayings: who wrote what, when, in which line. Knows how WeChat on a phone and on a
//! computer, a sign-up (接龙) and mini programs write; knows nothing of numbers of wishes.

use super::senders::{self, Sender};
use crate::model::day::Day;

/// One line of a sign-up, or one thing that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saying {
    /// Where it begins, the first line being 1.
    pub line: u32,
    /// As it was written, without the sign-up's running number; lines that belong together are joined.
    pub text: String,
    pub nickname: Option<String>,
    pub on: Option<Day>,
    /// The text that is answered.
    pub quoted: Option<String>,
    /// Who is called with @, if anybody.
    pub mentioned: Vec<String>,
    /// The running number, where the text might also begin with a wish of that number.
    pub unclear_index: Option<u32>,
    /// Which copy of a sign-up it is part of, counted from 1.
    pub copy: Option<u32>,
}

/// A copy of a sign-up: where it begins, and what it calls itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    pub line: u32,
    pub title: String,
}

#[derive(Debug, Default)]
pub struct Split {
    pub sayings: Vec<Saying>,
    pub copies: Vec<Copy>,
}

#[derive(Default)]
struct State {
    nickname: Option<String>,
    on: Option<Day>,
    quoted: Option<String>,
    /// The next running number of the sign-up.
    expected: u32,
    in_sign_up: bool,
    /// The lines around begin with the number before or the one after.
    in_run: bool,
    /// The line is below the line that names its sender, so that it goes on until the next such line.
    in_message: bool,
    titled: bool,
    /// The last line was blank, so that nothing is joined to what stands above it.
    apart: bool,
}

pub fn split(text: &str) -> Split {
    let mut split = Split::default();
    let mut state = State { apart: true, ..State::default() };
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let next = lines[at + 1..].iter().find(|line| !line.trim().is_empty()).copied();
        let before = lines[..at].iter().rev().find(|line| !line.trim().is_empty()).copied();
        state.in_run = in_run(line, before, next);
        take(line.trim(), number, next, &mut state, &mut split);
    }
    split
}

fn take(line: &str, number: u32, next: Option<&str>, state: &mut State, split: &mut Split) {
    if line.is_empty() {
        state.apart = true;
        return;
    }
    if line.contains("#接龙") || line.starts_with("＃接龙") {
        split.copies.push(Copy { line: number, title: String::new() });
        (state.in_sign_up, state.expected, state.titled, state.quoted) = (true, 1, false, None);
        return;
    }
    if let Some(day) = senders::divider(line) {
        (state.on, state.in_sign_up) = (day.or(state.on), false);
        return;
    }
    if is_wall_line(line) || is_system(line) {
        state.apart = true;
        return;
    }
    if let Some(quoted) = quote(line) {
        state.quoted = Some(quoted);
        return;
    }
    match senders::sender(line, next) {
        Some(Sender { nickname, on, text: None }) => {
            (state.nickname, state.on, state.quoted) = (Some(nickname), on.or(state.on), None);
            (state.in_sign_up, state.in_message, state.apart) = (false, true, true);
            return;
        }
        Some(Sender { nickname, on, text: Some(text) }) => {
            state.in_sign_up = false;
            let saying = saying(&text, number, state);
            split.sayings.push(Saying { nickname: Some(nickname), on: on.or(state.on), ..saying });
            (state.quoted, state.in_message, state.apart) = (None, false, true);
            return;
        }
        None => {}
    }
    item(line, number, state, split);
}

/// A line of text: a new item of a sign-up, a line of its own, or one that goes on.
fn item(line: &str, number: u32, state: &mut State, split: &mut Split) {
    let indexed = index(line, state);
    if let Some(Index { number: own, rest, unclear }) = &indexed {
        state.expected = own + 1;
        let copy = state.in_sign_up.then_some(split.copies.len()).and_then(|copy| u32::try_from(copy).ok());
        let mut one = saying(rest, number, state);
        // 1. 张三：5号
        if let Some((nickname, text)) = senders::inline(rest) {
            one = Saying { nickname: Some(nickname), ..saying(&text, number, state) };
        } else if !state.in_message {
            one.nickname = None;
        }
        let unclear_index = unclear.then_some(*own);
        split.sayings.push(Saying { copy, unclear_index, ..one });
        state.apart = false;
        return;
    }
    if state.in_sign_up && !state.titled && state.expected == 1 {
        if let Some(copy) = split.copies.last_mut() {
            line.clone_into(&mut copy.title);
        }
        state.titled = true;
    }
    let goes_on = !state.apart && (state.in_message || is_labelled(line));
    match split.sayings.last_mut().filter(|last| goes_on && joins(&last.text, line)) {
        Some(last) => {
            last.text.push(' ');
            last.text.push_str(line);
        }
        None => split.sayings.push(saying(line, number, state)),
    }
    state.apart = false;
    state.quoted = None;
}

fn saying(text: &str, line: u32, state: &State) -> Saying {
    let (text, mentioned) = without_mentions(text);
    Saying {
        line,
        text,
        mentioned,
        nickname: state.nickname.clone().filter(|_| state.in_message),
        on: state.on,
        quoted: state.quoted.clone(),
        unclear_index: None,
        copy: None,
    }
}

/// Whether a line goes on with what stands above it: one of them has the number, the other has not.
fn joins(above: &str, line: &str) -> bool {
    let has_number = |text: &str| {
        let text = super::pieces::plain(text);
        super::pieces::cut(&text).iter().any(|piece| matches!(piece, super::Piece::Number(..)))
    };
    !has_number(above) || !has_number(line)
}

/// 姓名：张三, 编号：5号: a form over several lines.
fn is_labelled(line: &str) -> bool {
    line.split_once([':', '：']).is_some_and(|(label, _)| super::senders::FORM_LABELS.contains(&label.trim()))
}

/// 1. 张三 5号: the sign-up's own number, and the rest.
struct Index<'l> {
    number: u32,
    rest: &'l str,
    /// 2、12、13号: as the second line of a sign-up it may begin with a wish, or not.
    unclear: bool,
}

fn index<'l>(line: &'l str, state: &State) -> Option<Index<'l>> {
    if let Some(index) = drawn_index(line) {
        return Some(index);
    }
    let opened = line.strip_prefix(['(', '（']);
    let body = opened.unwrap_or(line);
    let digits = body.find(|c: char| !c.is_ascii_digit()).unwrap_or(body.len());
    let number: u32 = body[..digits].parse().ok().filter(|_| (1..=4).contains(&digits))?;
    let rest = &body[digits..];
    let mark = rest.chars().next()?;
    let behind = &rest[mark.len_utf8()..];
    let begins_with_number = behind.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let is_next = state.in_sign_up && number == state.expected;
    let fits = is_next || state.in_run;
    match mark {
        ')' | '）' => Some(Index { number, rest: behind.trim_start(), unclear: false }),
        '\t' => Some(Index { number, rest: behind.trim_start(), unclear: false }),
        '.' | '．' if behind.starts_with([' ', '\u{3000}']) || behind.trim().is_empty() => {
            Some(Index { number, rest: behind.trim_start(), unclear: false })
        }
        '.' | '．' if !begins_with_number => Some(Index { number, rest: behind, unclear: false }),
        '.' | '．' if is_next => Some(Index { number, rest: behind, unclear: false }),
        '.' | '．' if fits => Some(Index { number, rest: behind, unclear: true }),
        '、' if !begins_with_number
            && !behind.trim_start().starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']) =>
        {
            Some(Index { number, rest: behind.trim_start(), unclear: false })
        }
        '、' if fits => Some(Index { number, rest: behind.trim_start(), unclear: true }),
        ':' | '：' | ',' | '，' if names_wish(behind) && (fits || !begins_with_number) => {
            Some(Index { number, rest: behind.trim_start(), unclear: !is_next })
        }
        _ => None,
    }
}

/// ① 张三 4号, 第6位 林森 11号: a running number that is no wall number, since one stands behind it.
fn drawn_index(line: &str) -> Option<Index<'_>> {
    let first = line.chars().next()?;
    let (number, rest) = match first {
        '①'..='⑳' => (first as u32 - '①' as u32 + 1, &line[first.len_utf8()..]),
        '⑴'..='⒇' => (first as u32 - '⑴' as u32 + 1, &line[first.len_utf8()..]),
        '⒈'..='⒛' => (first as u32 - '⒈' as u32 + 1, &line[first.len_utf8()..]),
        '第' => {
            let (number, rest) = line.strip_prefix('第')?.split_once(['位', '个', '名'])?;
            (number.trim().parse().ok()?, rest)
        }
        _ => {
            let (digits, rest) = line.split_once('\u{20E3}')?;
            (digits.trim_end_matches('\u{FE0F}').parse().ok()?, rest)
        }
    };
    let rest = rest.trim_start_matches(['.', '、', ':', '：', ' ', '\u{3000}']);
    let begins_with_word = rest.chars().next().is_some_and(|c| c.is_alphabetic() && !matches!(c, '号' | '和' | '与'));
    (begins_with_word && names_wish(rest)).then_some(Index { number, rest, unclear: false })
}

/// Whether a number with 号 is in it.
fn names_wish(text: &str) -> bool {
    let is_marked = |piece: &super::Piece| matches!(piece, super::Piece::Number(_, how) if *how != super::How::Bare);
    super::pieces::cut(&super::pieces::plain(text)).iter().any(is_marked)
}

/// Whether a line is one of several that are numbered upward: 12、14号 张三 below 11、4号 李四.
fn in_run(line: &str, before: Option<&str>, next: Option<&str>) -> bool {
    let leading = |line: &str| {
        let line = line.trim();
        let end = line.find(|c: char| !c.is_ascii_digit())?;
        line[end..].starts_with(['、', '.', '．', ')', '）', ',', '，', ':', '：']).then(|| line[..end].parse().ok())?
    };
    let Some(own) = leading(line).map(|own: u32| own) else { return false };
    before.and_then(leading).is_some_and(|before| before + 1 == own)
        || next.and_then(leading).is_some_and(|next| own + 1 == next)
}

/// A line of the list that `publish` writes: its needs are no claims.
fn is_wall_line(line: &str) -> bool {
    let parts: Vec<&str> = line.split('|').map(str::trim).collect();
    let is_sort =
        |part: &&str| matches!(*part, "物资" | "服务" | "微项目" | "微心愿" | "goods" | "service" | "project" | "wish");
    (parts.len() >= 3 && parts.iter().any(is_sort)) || (line.starts_with('【') && line.contains("清单"))
}

/// What WeChat itself says.
fn is_system(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "撤回了一条消息",
        "加入了群聊",
        "加入群聊",
        "移出了群聊",
        "拍了拍",
        "修改群名为",
        "以下是新消息",
        "聊天记录如下",
    ];
    const LABELS: &[&str] = &["标题", "发起人", "接龙时间", "参与人数", "截止时间", "导出时间", "活动名称", "主题"];
    let is_dashes = line.chars().all(|c| matches!(c, '-' | '—' | '–' | ' ' | '=' | '_' | '*'));
    let label = line.split_once([':', '：']).map(|(label, _)| label.trim());
    is_dashes || WORDS.iter().any(|word| line.contains(word)) || label.is_some_and(|label| LABELS.contains(&label))
}

/// 「张三：5号我来」: what is answered.
fn quote(line: &str) -> Option<String> {
    let inner = line.strip_prefix('「')?;
    let inner = inner.strip_suffix('」').unwrap_or(inner);
    Some(inner.to_owned())
}

/// The text without @somebody, and who was called.
fn without_mentions(text: &str) -> (String, Vec<String>) {
    let (mut kept, mut called) = (String::new(), Vec::new());
    let visible = |c: char| match c {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' => None,
        c => Some(if c.is_control() { ' ' } else { c }),
    };
    let text: String = text.chars().filter_map(visible).collect();
    let mut parts = text.split(['@', '＠']);
    kept.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(|c: char| c.is_whitespace() || c == '\u{2005}').unwrap_or(part.len());
        called.push(part[..end].to_owned());
        kept.push_str(&part[end..]);
    }
    (kept.trim().to_owned(), called)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(u32, Option<String>, String)> {
        split(text).sayings.into_iter().map(|one| (one.line, one.nickname, one.text)).collect()
    }

    fn saying(line: u32, nickname: &str, text: &str) -> (u32, Option<String>, String) {
        (line, Some(nickname.to_owned()).filter(|name| !name.is_empty()), text.to_owned())
    }

    #[test]
    fn chats_of_phone_and_computer_are_distinguished() {
        let phone = "————— 2021-04-16 —————\n\n张伟  14:05\n\n5号我来\n\n李佳明  下午2:06\n\n@张伟 收到\n";
        assert_eq!(of(phone), [saying(5, "张伟", "5号我来"), saying(9, "李佳明", "收到")]);
        let computer = "张伟 2021/4/16 14:05:33\n5号我来\n\n李佳明:\n6号\n郑军：7号\n";
        assert_eq!(of(computer), [saying(2, "张伟", "5号我来"), saying(5, "李佳明", "6号"), saying(6, "郑军", "7号")]);
        assert!(split(phone).sayings.iter().all(|one| one.on.is_some()));
        let bracketed = "[2021-04-16 10:03] 潘文杰: 5号\n2021-04-16 10:02:00 刘国强(123)\n6号\n";
        assert_eq!(of(bracketed), [saying(1, "潘文杰", "5号"), saying(3, "刘国强", "6号")]);
    }

    #[test]
    fn running_number_of_a_sign_up_is_no_wish() {
        let text = "#接龙\n认领\n1. 3号 张祥辉\n2、12、13号 潘文杰\n3.我来！5号\n4. 李佳明\n心愿编号：9号\n";
        let split = split(text);
        let texts: Vec<&str> = split.sayings.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["认领", "3号 张祥辉", "12、13号 潘文杰", "我来！5号", "李佳明 心愿编号：9号"]);
        assert_eq!(split.sayings[2].unclear_index, Some(2));
        assert_eq!(of("2、12、13号 张三"), [saying(1, "", "2、12、13号 张三")]);
    }

    #[test]
    fn list_of_the_wall_and_what_wechat_says_are_left_out() {
        let text = "【金花街道】双微清单（2021-04-09）：共 3 个\n3号 | 蟠虬社区 | 物资 | 微波炉\n\"张三\"撤回了一条消息\n「张伟：5号」\n- - - -\n好\n";
        let split = split(text);
        assert_eq!(split.sayings.len(), 1);
        assert_eq!(split.sayings[0].quoted.as_deref(), Some("张伟：5号"));
    }
}
