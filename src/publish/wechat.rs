//! The list to paste into a WeChat group: plain text, one line per need, which people answer with `3号 姓名 单位`. Knows
//! what a line looks like on a phone. The numbers are those that `claim wechat` is to read back.

use super::{Heading, Text, is_waiting, one_line};
use crate::lang::publish as texts;
use crate::model::words::{Form, NeedKind, Progress};
use crate::privacy::wall::PublicNeed;

/// Longer contents are cut: a line should fit a phone without scrolling.
const LONGEST_CONTENT: usize = 40;

/// The list, by wall number.
pub fn render(needs: &[PublicNeed], heading: Heading<'_>) -> Text {
    let mut ordered: Vec<&PublicNeed> = needs.iter().collect();
    ordered.sort_by_key(|need| need.number);
    let waiting = ordered.iter().filter(|need| is_waiting(need.state)).count();
    let (office, day) = (one_line(heading.office), one_line(heading.day));
    let mut text = format!("{}\n", texts::wechat_head(office, day, ordered.len(), waiting));
    if waiting > 0 {
        text.push_str(&texts::wechat_how());
        text.push('\n');
    }
    for need in &ordered {
        text.push_str(&line(need));
        text.push('\n');
    }
    Text { text, needs: ordered.len(), waiting }
}

/// `3号 | 蟠虬社区 | 物资 | 希望有一台微波炉 ×2 | 已认领`
fn line(need: &PublicNeed) -> String {
    let mut parts = vec![texts::wall_number(need.number), one_line(&need.place), sort_of(need)];
    let mut content = cut(&one_line(&need.content));
    if need.quantity > 1 {
        content.push_str(&format!(" ×{}", need.quantity));
    }
    parts.push(content);
    match need.state {
        Progress::Open => {}
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

fn cut(content: &str) -> String {
    match content.char_indices().nth(LONGEST_CONTENT) {
        Some((end, _)) => format!("{}…", content[..end].trim_end()),
        None => content.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::Theme;

    fn need(number: u32, state: Progress, content: &str) -> PublicNeed {
        PublicNeed {
            number,
            public_code: "K7QF2M".to_owned(),
            place: "蟠虬社区".to_owned(),
            wisher: "伍**".to_owned(),
            kind: NeedKind::Wish,
            theme: Some(Theme::Aid),
            form: Some(Form::Goods),
            content: content.to_owned(),
            quantity: 1,
            state,
        }
    }

    #[test]
    fn list_has_one_line_per_need_sorted_by_number() {
        let mut shared = need(12, Progress::PartlyClaimed, "想要棉被");
        shared.quantity = 3;
        let needs = [
            shared,
            need(3, Progress::Open, "希望有一台微波炉"),
            need(5, Progress::Claimed, "想要\u{202E}老花镜\n看报纸"),
        ];
        let list = render(&needs, Heading { office: "金花街道", day: "2021-04-09" });
        assert_eq!((list.needs, list.waiting), (3, 2));
        assert_eq!(
            list.text,
            "【金花街道】双微清单（2021-04-09）：共 3 个，待认领 2 个\n\
             认领请接龙：3号 姓名 单位\n\
             3号 | 蟠虬社区 | 物资 | 希望有一台微波炉\n\
             5号 | 蟠虬社区 | 物资 | 想要老花镜 看报纸 | 已认领\n\
             12号 | 蟠虬社区 | 物资 | 想要棉被 ×3 | 部分认领\n"
        );
    }

    #[test]
    fn long_contents_are_cut_and_an_empty_wall_is_stated() {
        let list = render(&[need(1, Progress::Open, &"长".repeat(41))], Heading { office: "甲", day: "乙" });
        assert!(list.text.contains(&format!("{}…\n", "长".repeat(40))), "{}", list.text);
        let empty = render(&[], Heading { office: "甲", day: "乙" });
        assert_eq!(empty.text, "【甲】双微清单（乙）：共 0 个，待认领 0 个\n");
    }
}
