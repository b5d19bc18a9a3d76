//! What the pack says. The closed sets' own words are in `model::words`.

use super::{pick, texts};
use crate::model::words::{Form, NeedKind, Progress, Theme};

texts! {
    wechat_head(office, day, needs, waiting) zh "【{office}】双微清单（{day}）：共 {needs} 个，待认领 {waiting} 个" en "[{office}] Wishes and projects ({day}): {needs} in all, {waiting} waiting";
    wechat_how() zh "认领请接龙：3号 姓名 单位" en "To claim one, answer: 3号 name, unit";
    wall_number(number) zh "{number}号" en "{number}号";
    goods() zh "物资" en "goods";
    service() zh "服务" en "service";
    wish() zh "微心愿" en "wish";
    project() zh "微项目" en "project";
    head_number() zh "墙号" en "number";
    head_public_code() zh "公开编号" en "public code";
    head_place() zh "属地" en "place";
    head_wisher() zh "许愿人" en "wisher";
    head_kind() zh "类别" en "kind";
    head_theme() zh "心愿类别" en "theme";
    head_form() zh "形式" en "form";
    head_content() zh "内容" en "content";
    head_quantity() zh "数量" en "quantity";
    head_state() zh "状态" en "state";
}

pub fn kind(kind: NeedKind) -> String {
    pick(kind.zh(), kind.code()).to_owned()
}

pub fn form(form: Form) -> String {
    pick(form.zh(), form.code()).to_owned()
}

pub fn theme(theme: Theme) -> String {
    pick(theme.zh(), theme.code()).to_owned()
}

/// A code word with its underscores as blanks, in English.
pub fn progress(state: Progress) -> String {
    pick(state.zh().to_owned(), state.code().replace('_', " "))
}
