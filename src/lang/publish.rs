//! What the pack says. The closed sets' own words are in `model::words`.

use super::{pick, texts};
use crate::model::band::Band;
use crate::model::words::{Claimant, Form, NeedKind, Product, Progress, PublicColumn, Stage, Theme};

texts! {
    wechat_head(office, day, needs, waiting) zh "【{office}】双微清单（{day}）：共 {needs} 个，待认领 {waiting} 个" en "[{office}] Wishes and projects ({day}): {needs} in all, {waiting} waiting";
    wechat_how() zh "认领请接龙：3号 姓名 单位" en "To claim one, answer: 3号 name, unit";
    wall_number(number) zh "{number}号" en "{number}号";
    goods() zh "物资" en "goods";
    service() zh "服务" en "service";
    wish() zh "微心愿" en "wish";
    project() zh "微项目" en "project";
    band_between(above, up_to) zh "{above}–{up_to} 元" en "{above}–{up_to} yuan";
    band_up_to(up_to) zh "{up_to} 元以内" en "up to {up_to} yuan";
    band_above(above) zh "{above} 元以上" en "over {above} yuan";
    page_search() zh "搜索" en "search";
    page_search_hint() zh "墙号、内容、社区" en "number, text, place";
    page_all_places() zh "全部社区" en "all places";
    page_all_kinds() zh "全部类别" en "all kinds";
    page_all_themes() zh "全部心愿类别" en "all themes";
    page_street() zh "查找镇街" en "find a street";
    page_filter() zh "查找心愿" en "find a wish";
    page_clear() zh "清除" en "clear";
    page_shown(shown, all) zh "显示 {shown} 个，共 {all} 个" en "{shown} of {all} shown";
    page_list() zh "心愿清单" en "list of wishes";
    page_close() zh "关闭" en "close";
    page_previous() zh "上一个" en "previous";
    page_next() zh "下一个" en "next";
    page_apple(number, state, content) zh "{number}号，{state}：{content}" en "{number}, {state}: {content}";
    page_none() zh "没有找到，请换个说法或清除条件" en "nothing found; try other words or clear the filters";
    page_empty() zh "树上还没有心愿" en "there are no wishes on the tree yet";
    page_up() zh "全部镇街" en "all streets";
    page_how() zh "点一个看详情；认领请记下墙号，联系所在社区" en "press one to read it; to claim it, note its number and ask its community";
    page_legend() zh "颜色的意思" en "what the colours mean";
    page_summary(all, waiting, claimed, fulfilled) zh "共 {all} 个，待认领 {waiting} 个，已认领 {claimed} 个，已办结 {fulfilled} 个" en "{all} in all: {waiting} waiting, {claimed} claimed, {fulfilled} fulfilled";
    page_waiting(waiting, all) zh "待认领 {waiting} / {all}" en "{waiting} of {all} waiting";
    page_all_taken() zh "全部认领" en "all claimed";
    screen_claimed(day, by, number) zh "{day} {by}认领了 {number}号" en "{day}: {by} claimed {number}";
    screen_progress(percent) zh "已认领 {percent}%" en "{percent}% claimed";
    screen_waiting() zh "等您来认领" en "waiting for you";
    screen_waiting_here() zh "等您来认领" en "waiting for you";
    screen_pause() zh "暂停" en "pause";
    screen_go_on() zh "继续" en "go on";
    screen_month_day(month, day) zh "{month}月{day}日" en "{month}/{day}";
    newly_published() zh "新发布" en "newly published";
    list_sheet() zh "双微清单" en "needs";
    taken_down() zh "已撤下，保留墙号" en "taken down, keeps its number";
    pack_at(folder, files) zh "发布材料在 {folder}，共 {files} 个文件" en "the pack is in {folder}, {files} files";
    pack_as_before(folder) zh "与 {folder} 里的发布材料相同，没有重写" en "the pack in {folder} is the same already, it was not written again";
    and_more(rows) zh "另有 {rows} 条没有列出；全部见 list.csv，或加 --format csv" en "{rows} more are not listed here; see list.csv, or give --format csv";
    was_published(code, day, folder, products) zh "{code} 于 {day} 发布在 {folder}（{products}）；贴出、发出的请一并收回" en "{code} was published on {day} in {folder} ({products}); take back what was posted or printed from it";
    config_unclear(file, line, cause) zh "{file} 第 {line} 行看不懂（{cause}）；写法见 docs/publishing.md" en "{file} line {line}: {cause}; docs/publishing.md shows how it is written";
    config_unreadable(file) zh "读不了 {file}" en "cannot read {file}";
    template_fault(file, line, what) zh "模板 {file} 第 {line} 行有误（{what}）；这一页改用了自带的模板" en "template {file} line {line}: {what}; this page was made with our own template";
    template_syntax() zh "写法不对" en "a syntax error";
    template_name() zh "页面没有这个量" en "the page has no such value";
    template_filter() zh "没有这个过滤器或函数" en "no such filter or function";
    template_other() zh "不能照它排版" en "it cannot be rendered";
    member() zh "党员" en "a party member";
    org() zh "党组织" en "a party organisation";
    outsider() zh "社会力量" en "a firm, charity or neighbour";
    title(office) zh "{office}双微心愿树" en "{office}: the tree of wishes";
    title_of_place(office, place) zh "{office}{place}双微心愿树" en "{office}, {place}: the tree of wishes";
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

/// The header of a column of the public list.
pub fn column(column: PublicColumn) -> String {
    pick(column.zh().to_owned(), column.code().replace('_', " "))
}

pub fn stage(stage: Stage) -> String {
    pick(stage.zh().to_owned(), stage.code().replace('_', " "))
}

/// A budget band; its lower end is one yuan above the band below.
pub fn band(band: Band) -> String {
    match (band.above(), band.up_to()) {
        (0, Some(up_to)) => band_up_to(up_to),
        (above, Some(up_to)) => band_between(above + 1, up_to),
        (above, None) => band_above(above),
    }
}

pub fn product(product: Product) -> String {
    pick(product.zh(), product.code()).to_owned()
}

/// A claimant who has not agreed to be named.
pub fn claimant(by: Claimant) -> String {
    match by {
        Claimant::Member => member(),
        Claimant::Org => org(),
        Claimant::Outsider => outsider(),
    }
}
