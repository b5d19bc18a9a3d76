//! The list to paste into a WeChat group: plain text, cut to messages of a length that WeChat takes, one line per need, which
//! people answer with `3号 姓名 单位`. Knows what a line looks like on a phone. The numbers are those that `claim wechat`
//! reads back.

use super::{Pack, PackFile, is_waiting, one_line};
use crate::lang::publish as texts;
use crate::model::words::{Form, NeedKind, Progress};
use crate::privacy::wall::PublicNeed;

/// Longer contents are cut: a line should fit a phone without scrolling.
const LONGEST_CONTENT: usize = 40;
/// Characters of one message at most: a group's notice (群公告) takes no more, and a message as long is still shown whole.
const LONGEST_MESSAGE: usize = 2000;
/// By this WeChat knows that a message may be signed up to.
const SIGN_UP: &str = "#接龙";

/// A message: some of the needs, in their order.
struct Message<'p, 'n> {
    needs: &'n [&'p PublicNeed],
}

pub fn files(pack: &Pack) -> Vec<PackFile<'_>> {
    vec![PackFile::new("wechat.txt", |out| {
        let needs = in_order(pack);
        let title = title(pack);
        let messages = messages(&title, &needs);
        for (at, message) in messages.iter().enumerate() {
            if at > 0 {
                write!(out, "\n{}\n\n", texts::wechat_cut())?;
            }
            out.write_all(opening(&title, message, at + 1, messages.len()).as_bytes())?;
            for (at, need) in message.needs.iter().enumerate() {
                if begins_taken(message.needs, at) {
                    writeln!(out, "{}", texts::wechat_taken())?;
                }
                writeln!(out, "{}", line(need))?;
            }
        }
        Ok(())
    })]
}

/// What waits comes first, each by wall number.
fn in_order(pack: &Pack) -> Vec<&PublicNeed> {
    let (waiting, taken): (Vec<_>, Vec<_>) = pack.needs.iter().partition(|need| is_waiting(need.state));
    [waiting, taken].concat()
}

/// Cuts the list where a message would become too long; an empty wall is a message too.
fn messages<'p, 'n>(title: &str, needs: &'n [&'p PublicNeed]) -> Vec<Message<'p, 'n>> {
    let longest_opening = opening(title, &Message { needs }, needs.len(), needs.len()).chars().count();
    let room = LONGEST_MESSAGE.saturating_sub(longest_opening + texts::wechat_taken().chars().count() + 1);
    let (mut messages, mut from, mut used) = (Vec::new(), 0, 0);
    for (at, need) in needs.iter().enumerate() {
        let long = line(need).chars().count() + 1;
        if at > from && used + long > room {
            messages.push(Message { needs: &needs[from..at] });
            (from, used) = (at, 0);
        }
        used += long;
    }
    messages.push(Message { needs: &needs[from..] });
    messages
}

/// Whether the needs that are taken begin here.
fn begins_taken(needs: &[&PublicNeed], at: usize) -> bool {
    !is_waiting(needs[at].state) && (at == 0 || is_waiting(needs[at - 1].state))
}

/// What every message begins with: whose list it is, of which day, and how many wait.
fn title(pack: &Pack) -> String {
    let heading = &pack.heading;
    let place = match &heading.place {
        Some(place) if *place != heading.office => texts::place_of_office(&heading.office, place),
        Some(_) | None => heading.office.clone(),
    };
    let counts = match (pack.needs.len(), pack.counts().waiting()) {
        (0, _) => texts::wechat_empty(),
        (all, 0) => texts::wechat_all_taken(all),
        (all, waiting) => texts::wechat_counts(all, waiting),
    };
    texts::wechat_opening(plain(&place), heading.day, counts)
}

/// Nobody signs up to a message in which nothing waits.
fn opening(title: &str, message: &Message<'_, '_>, part: usize, of: usize) -> String {
    let part = if of > 1 { texts::wechat_part(part, of) } else { String::new() };
    if message.needs.iter().any(|need| is_waiting(need.state)) {
        format!("{SIGN_UP}\n{title}{part}\n{}\n", texts::wechat_how())
    } else {
        format!("{title}{part}\n")
    }
}

/// `3号 | 蟠虬社区 | 物资 | 希望有一台微波炉 ×2 | 已认领`
fn line(need: &PublicNeed) -> String {
    let mut parts = vec![texts::wall_number(need.number), plain(&need.place), sort_of(need)];
    let mut content = cut(&plain(&need.content));
    if need.quantity > 1 {
        content.push_str(&format!(" ×{}", need.quantity));
    }
    parts.push(content);
    match need.state {
        Progress::Open => {}
        Progress::PartlyClaimed => parts.push(texts::wechat_left(need.quantity.saturating_sub(need.taken))),
        state => parts.push(texts::progress(state)),
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" | ")
}

/// 物资 or 服务, or 微项目.
fn sort_of(need: &PublicNeed) -> String {
    match (need.kind, need.form) {
        (NeedKind::Project, _) => texts::project(),
        (NeedKind::Wish, Some(Form::Goods)) => texts::goods(),
        (NeedKind::Wish, Some(Form::Service)) => texts::service(),
        (NeedKind::Wish, None) => texts::wish(),
    }
}

/// One line that cannot be taken for one of ours: no bar, or it could pretend a state, and no mark of a sign-up.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        plain.push(match c {
            '#' => '＃',
            c if is_bar(c) => '/',
            c => c,
        });
    }
    plain
}

/// Whether a character looks like the bar between the parts of a line.
fn is_bar(c: char) -> bool {
    matches!(
        c,
        '|' | '¦'
            | 'ǀ'
            | 'ǁ'
            | '‖'
            | '∣'
            | '∥'
            | '⎪'
            | '⎮'
            | '⎸'
            | '⎹'
            | '⏐'
            | '│'
            | '┃'
            | '┆'
            | '┇'
            | '┊'
            | '┋'
            | '╎'
            | '╏'
            | '║'
            | '╵'
            | '╷'
            | '╹'
            | '╻'
            | '╽'
            | '╿'
            | '▏'
            | '▕'
            | '❘'
            | '❙'
            | '❚'
            | '⼁'
            | '〡'
            | 'ㅣ'
            | 'ᅵ'
            | '丨'
            | '︱'
            | '︳'
            | '｜'
            | '￨'
            | 'ￜ'
    )
}

fn cut(content: &str) -> String {
    match content.char_indices().nth(LONGEST_CONTENT) {
        Some((end, _)) => format!("{}…", content[..end].trim_end()),
        None => content.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{need, pack, text_of};
    use super::*;

    fn text(needs: Vec<PublicNeed>) -> String {
        text_of(files(&pack(needs)), "wechat.txt")
    }

    #[test]
    fn what_waits_comes_first_and_each_need_has_one_line() {
        let shared = PublicNeed { state: Progress::PartlyClaimed, quantity: 3, taken: 1, ..need(12, "想要棉被") };
        let claimed = PublicNeed { state: Progress::Claimed, ..need(5, "想要\u{202E}老花镜\n看报纸") };
        assert_eq!(
            text(vec![need(3, "希望有一台微波炉"), claimed, shared]),
            "#接龙\n\
             【金花街道】双微清单（2021-04-09）：共 3 个，可认领 2 个\n\
             认领请接龙：3号 姓名 单位\n\
             3号 | 蟠虬社区 | 物资 | 希望有一台微波炉\n\
             12号 | 蟠虬社区 | 物资 | 想要棉被 ×3 | 部分认领，还差 2\n\
             —— 以下已有人认领 ——\n\
             5号 | 蟠虬社区 | 物资 | 想要老花镜 看报纸 | 已认领\n"
        );
    }

    #[test]
    fn long_contents_are_cut_and_an_empty_wall_is_stated() {
        let long = text(vec![need(1, &"长".repeat(41))]);
        assert!(long.contains(&format!("{}…\n", "长".repeat(40))), "{long}");
        assert_eq!(
            text(Vec::new()),
            "【金花街道】双微清单（2021-04-09）：还没有心愿。家里有难处、身边有盼头的居民，请把微心愿告诉所在社区，核实后发到这里\n"
        );
    }

    #[test]
    fn opening_says_whose_list_it_is_and_that_nothing_waits() {
        let claimed = PublicNeed { state: Progress::Claimed, ..need(5, "想要老花镜") };
        let mut pack = pack(vec![claimed]);
        pack.heading.place = Some("蟠虬社区".to_owned());
        let text = text_of(files(&pack), "wechat.txt");
        let opening = text.lines().next();
        assert_eq!(opening, Some("【金花街道蟠虬社区】双微清单（2021-04-09）：共 1 个，都已有人认领，谢谢大家"));
    }

    #[test]
    fn long_list_is_cut_into_messages_each_with_its_opening() {
        let mut needs: Vec<PublicNeed> = (1..=120).map(|number| need(number, "希望有一台微波炉给孙女热饭")).collect();
        for need in &mut needs[..60] {
            need.state = Progress::Claimed;
        }
        let text = text(needs);
        let messages: Vec<&str> = text.split(&texts::wechat_cut()).map(str::trim).collect();
        assert!(messages.len() >= 3, "{text}");
        for (at, message) in messages.iter().enumerate() {
            assert!(message.chars().count() <= LONGEST_MESSAGE, "{}", message.chars().count());
            assert!(message.contains(&format!("（共 {} 条，第 {} 条）", messages.len(), at + 1)), "{message}");
            let waits = message.lines().any(|line| line.ends_with("热饭"));
            assert_eq!(message.starts_with(SIGN_UP), waits, "{message}");
        }
        let lines: Vec<&str> = text.lines().filter(|line| line.contains("号 |")).collect();
        assert_eq!((lines.len(), lines[0].split(' ').next()), (120, Some("61号")), "{text}");
    }

    #[test]
    fn wish_cannot_pretend_a_state_or_begin_a_sign_up() {
        for written in [
            "想要书包 | 已认领",
            "想要书包｜已认领",
            "想要书包 │ 已认领",
            "想要书包 ￨ 已认领",
            "想要书包 ǀ 已认领",
            "想要书包 ║ 已认领",
            "想要书包 ㅣ 已认领",
        ] {
            let text = text(vec![need(1, written)]);
            let line = text.lines().last().unwrap();
            assert_eq!(line.matches(" | ").count(), 3, "{line}");
            assert!(line.ends_with("/ 已认领") || line.ends_with("/已认领"), "{line}");
        }
        let text = text(vec![need(1, "书包\n#接龙\n1. 张三")]);
        assert_eq!(text.matches("#接龙").count(), 1, "{text}");
    }
}
