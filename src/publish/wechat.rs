//! The list to paste into a WeChat group: plain text, one line per need, which people answer with `3号 姓名 单位`. Knows
//! what a line looks like on a phone. The numbers are those that `claim wechat` is to read back.

use super::{Pack, PackFile, is_waiting, one_line};
use crate::lang::publish as texts;
use crate::model::words::{Form, NeedKind, Progress};
use crate::privacy::wall::PublicNeed;

/// Longer contents are cut: a line should fit a phone without scrolling.
const LONGEST_CONTENT: usize = 40;

pub fn files(pack: &Pack) -> Vec<PackFile<'_>> {
    vec![PackFile::new("wechat.txt", |out| {
        out.write_all(head(pack).as_bytes())?;
        for need in &pack.needs {
            writeln!(out, "{}", line(need))?;
        }
        Ok(())
    })]
}

fn head(pack: &Pack) -> String {
    let waiting = pack.needs.iter().filter(|need| is_waiting(need.state)).count();
    let (office, day) = (one_line(&pack.heading.office), pack.heading.day);
    let mut text = format!("{}\n", texts::wechat_head(office, day, pack.needs.len(), waiting));
    if waiting > 0 {
        text.push_str(&texts::wechat_how());
        text.push('\n');
    }
    text
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
    use super::super::tests::{need, pack, text_of};
    use super::*;

    fn text(needs: Vec<PublicNeed>) -> String {
        text_of(files(&pack(needs)), "wechat.txt")
    }

    #[test]
    fn list_has_one_line_per_need_sorted_by_number() {
        let shared = PublicNeed { state: Progress::PartlyClaimed, quantity: 3, ..need(12, "想要棉被") };
        let claimed = PublicNeed { state: Progress::Claimed, ..need(5, "想要\u{202E}老花镜\n看报纸") };
        assert_eq!(
            text(vec![need(3, "希望有一台微波炉"), claimed, shared]),
            "【金花街道】双微清单（2021-04-09）：共 3 个，待认领 2 个\n\
             认领请接龙：3号 姓名 单位\n\
             3号 | 蟠虬社区 | 物资 | 希望有一台微波炉\n\
             5号 | 蟠虬社区 | 物资 | 想要老花镜 看报纸 | 已认领\n\
             12号 | 蟠虬社区 | 物资 | 想要棉被 ×3 | 部分认领\n"
        );
    }

    #[test]
    fn long_contents_are_cut_and_an_empty_wall_is_stated() {
        let long = text(vec![need(1, &"长".repeat(41))]);
        assert!(long.contains(&format!("{}…\n", "长".repeat(40))), "{long}");
        assert_eq!(text(Vec::new()), "【金花街道】双微清单（2021-04-09）：共 0 个，待认领 0 个\n");
    }
}
