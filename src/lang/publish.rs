//! What the pack says. The closed sets' own words are in `model::words`.

use super::{headers, pick, texts};
use crate::model::band::Band;
use crate::model::day::Day;
use crate::model::words::{Claimant, Form, NeedKind, Product, Progress, PublicColumn, Stage, Theme};

texts! {
    wechat_opening(place, day, counts) zh "【{place}】双微清单（{day}）：{counts}" en "[{place}] Wishes and projects ({day}): {counts}";
    wechat_counts(needs, waiting) zh "共 {needs} 个，可认领 {waiting} 个" en "{needs} in all, {waiting} waiting";
    wechat_all_taken(needs) zh "共 {needs} 个，都已有人认领，谢谢大家" en "{needs} in all, every one of them claimed; thank you";
    wechat_empty() zh "还没有心愿。家里有难处、身边有盼头的居民，请把微心愿告诉所在社区，核实后发到这里" en "there are no wishes yet. Residents, please tell your community what you wish for; it is posted here once it is checked";
    wechat_how() zh "认领请接龙：3号 姓名 单位" en "To claim one, answer: 3号 name, unit";
    wechat_part(part, of) zh "（共 {of} 条，第 {part} 条）" en " (message {part}, {of} in all)";
    wechat_cut() zh "————— ✂ 请从这里剪开，分条发送 —————" en "----- ✂ cut here, send what follows as another message -----";
    wechat_taken() zh "—— 以下已有人认领 ——" en "-- claimed already --";
    wechat_left(left) zh "部分认领，还差 {left}" en "partly claimed, {left} left";
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
    page_empty_sign() zh "还没有心愿" en "no wishes yet";
    page_hand_in() zh "树上还没有心愿；有心愿的居民请到所在社区提交，核实后挂上来" en "there are no wishes on the tree yet; residents hand theirs in at their community, and it hangs here once it is checked";
    page_how_none() zh "党员和党组织请过几天再来看看" en "party members and organisations, please look in again soon";
    page_up() zh "全部镇街" en "all streets";
    page_how() zh "点一个看详情；认领请记下墙号，联系所在社区" en "press one to read it; to claim it, note its number and ask its community";
    page_tree(tree, of) zh "第{tree}棵" en "{tree} of {of}";
    page_legend() zh "颜色的意思" en "what the colours mean";
    page_summary(all, waiting, claimed, fulfilled) zh "共 {all} 个，可认领 {waiting} 个，已认领 {claimed} 个，已办结 {fulfilled} 个" en "{all} in all: {waiting} waiting, {claimed} claimed, {fulfilled} fulfilled";
    page_waiting(waiting, all) zh "可认领 {waiting} / {all}" en "{waiting} of {all} waiting";
    page_all_taken() zh "全部认领" en "all claimed";
    screen_claimed(day, by, number) zh "{day} {by}认领了 {number}号" en "{day}: {by} claimed {number}";
    screen_progress(percent) zh "已认领 {percent}%" en "{percent}% claimed";
    screen_hand_in() zh "有心愿的居民请到所在社区提交" en "residents, hand in your wishes at your community";
    screen_waiting() zh "等您来认领" en "waiting for you";
    screen_waiting_here() zh "等您来认领" en "waiting for you";
    screen_pause() zh "暂停" en "pause";
    screen_go_on() zh "继续" en "go on";
    screen_month_day(month, day) zh "{month}月{day}日" en "{month}/{day}";
    cards_summary(cards, sheets) zh "共 {cards} 张，{sheets} 页" en "{cards} cards on {sheets} sheets";
    cards_how() zh "用 A4 纸按 100% 打印（不要“适合页面”），沿虚线剪开" en "print on A4 at 100% (not fitted to the page) and cut along the dashed lines";
    cards_none() zh "没有要印的心愿卡" en "there are no cards to print";
    cards_sheet() zh "页" en "sheet";
    cards_scan() zh "认领二维码" en "code to claim";
    link_unclear(name, link) zh "{name} 要以 http:// 或 https:// 开头，不超过 300 字，中间没有空格和花括号：{link}" en "{name} is a web address (http:// or https://) of at most 300 characters, without blanks and braces: {link}";
    link_of_card_unclear(name, link) zh "{name} 要以 http:// 或 https:// 开头，不超过 300 字，中间没有空格；花括号里只能写 {{code}} 或 {{number}}：{link}" en "{name} is a web address (http:// or https://) of at most 300 characters, without blanks, with no braces but {{code}} and {{number}}: {link}";
    poster_eyebrow(office) zh "{office} · “双微”行动" en "{office} · wishes and projects";
    poster_title() zh "说出您的微心愿" en "Tell us your wish";
    poster_slogan() zh "您说心愿，我们来圆" en "You wish, we make it come true";
    poster_scan() zh "扫一扫，提交微心愿" en "Scan to hand in a wish";
    poster_come() zh "请到所在社区提交微心愿" en "Hand in your wish at your community";
    poster_goods() zh "一件用得上的东西" en "something you need";
    poster_service() zh "一次搭把手的帮忙" en "a helping hand";
    poster_public() zh "一桩身边的公益事" en "something for all of us";
    poster_step_submit() zh "写下心愿" en "Write your wish";
    poster_step_check() zh "社区核实" en "Your community checks it";
    poster_step_claim() zh "党员认领" en "A party member claims it";
    poster_step_done() zh "心愿圆梦" en "It comes true";
    poster_private() zh "您的电话、住址不对外公开；心愿是否公开，由您决定" en "Your phone and address are never published; whether your wish is, you decide";
    poster_help() zh "不方便扫码？到社区说一声，工作人员帮您登记" en "No phone at hand? Tell your community, and they write it down for you";
    poster_days(from, until) zh "征集时间：{from}至{until}" en "From {from} to {until}";
    no_pack(folder) zh "{folder} 里没有发布材料（没有可用的 data.json）；写出做好的材料所在的文件夹" en "there is no pack in {folder} (no data.json of ours); name the folder of a finished pack";
    check_missing(file) zh "{file} 不见了；请重新 publish" en "{file} is missing; run publish again";
    check_changed(file) zh "{file} 与发布时不同，有人改过；请重新 publish" en "{file} is not as it was written, somebody has changed it; run publish again";
    check_foreign(file) zh "{file} 不是发布材料的文件，请移走" en "{file} is not a file of the pack; move it elsewhere";
    check_fingerprint(file) zh "{file} 的内容与它的校验码不符，有人改过；请重新 publish" en "{file} does not have the fingerprint that it states, somebody has changed it; run publish again";
    check_leak(place, kind, shown) zh "{place}：有{kind}（{shown}）" en "{place}: {kind} ({shown})";
    check_clean(files, folder) zh "{folder}：{files} 个文件都与发布时相同，没有发现隐私" en "{folder}: all {files} files are as they were written, nothing private was found";
    check_found(findings, files, folder) zh "{folder}：{files} 个文件，{findings} 处要处理；先不要发出" en "{folder}: {files} files, {findings} findings; do not hand it out yet";
    templates_at(folder, files) zh "已写入 {folder}（{files} 个模板）；改好后放进工作文件旁的 templates 文件夹，没有改的请删去" en "wrote {folder} ({files} templates); put those that you change into the folder templates beside the office file, and delete the others";
    still_withheld(code, why) zh "{code} 仍不能公开：{why}" en "{code} still may not be published: {why}";
    not_withheld(code) zh "{code} 没有暂缓，不用审看" en "{code} is not withheld: there is nothing to review";
    review_waits(count) zh "暂缓发布的有 {count} 件" en "{count} are withheld";
    review_exported(count, file) zh "已写入 {file}（暂缓发布 {count} 件）；填好“结果”后用 publish --decisions 导入" en "wrote {file} ({count} that are withheld); fill in 结果 and take it back with publish --decisions";
    review_ended(answered, left) zh "这次审看 {answered} 件，都已保存；还有 {left} 件暂缓" en "{answered} reviewed, all saved; {left} are still withheld";
    review_next() zh "审看通过的尚未上墙；现在可以 publish" en "what may be public is not on the wall yet; run publish now";
    review_ask_reason() zh "请征询本人（未成年人为监护人）是否同意公开" en "ask the wisher (of a child the guardian) whether it may be public";
    form_title(office, day) zh "{office} 暂缓发布审看表（{day}）" en "{office}: withheld, to review ({day})";
    form_note(count) zh "共 {count} 件。“结果”填 通过（可以公开）、退回 或 不通过；要改写的写“公开措辞”；问过本人或监护人的，“征询结果”填 是 或 否。填好后用 publish --decisions 导入。" en "{count} in all. 结果 is 通过 (may be public), 退回 or 不通过; a wording goes into 公开措辞; where the wisher or a guardian was asked, 征询结果 is 是 or 否. Take the list back with publish --decisions.";
    review_sheet() zh "暂缓发布" en "withheld";
    review_title(at, all, code, kind) zh "审看 {at}/{all}  {code}  {kind}" en "Review {at} of {all}  {code}  {kind}";
    review_who(who, place) zh "姓名      {who}  {place}" en "wisher    {who}  {place}";
    review_why(why) zh "暂缓      {why}" en "withheld  {why}";
    review_text(text) zh "文字      {text}" en "text      {text}";
    review_keys_words() zh "a 看过了，可以原样公开  w 改公开措辞  c 退回征询" en "a may be public as it is  w wording  c send back to ask";
    review_keys_consent() zh "y 本人同意公开  n 本人不同意  w 改公开措辞  c 退回征询" en "y consent was given  n it was refused  w wording  c send back to ask";
    review_keys_move() zh "s 暂不处理  b 返回  q 结束" en "s leave  b back  q quit";
    newly_published() zh "新发布" en "newly published";
    list_sheet() zh "双微清单" en "needs";
    taken_down() zh "已撤下，保留墙号" en "taken down, keeps its number";
    pack_would_be_at(folder, files) zh "发布材料将写入 {folder}（{files} 个文件）" en "would write the pack to {folder} ({files} files)";
    pack_at(folder, files) zh "发布材料已写入 {folder}（{files} 个文件）" en "wrote the pack to {folder} ({files} files)";
    pack_as_before(folder) zh "与 {folder} 里的发布材料相同，没有重写" en "the pack in {folder} is the same already, it was not written again";
    and_more(rows) zh "另有 {rows} 条没有列出；逐条看加 --verbose" en "{rows} more are not listed here; --verbose lists them one by one";
    masked() zh "姓名已改为 ***" en "a name in it was masked";
    name_masked(number, code)
        zh "{number}号（{code}）的公开文字里有后来登记的姓名，已改为 ***；可用 publish {code} --wording 改写，或核对后用 --as-is"
        en "{number}号 ({code}) named somebody whom the file has learned of since: the name is now ***; reword with publish {code} --wording, or confirm with --as-is";
    more_masked(count)
        zh "另有 {count} 条的姓名已改为 *** 没有列出；逐条看加 --verbose"
        en "names in {count} more were masked; --verbose lists them";
    was_published(code, day, folder, products) zh "{code} 于 {day} 发布在 {folder}（{products}）；贴出、发出的请一并收回" en "{code} was published on {day} in {folder} ({products}); take back what was posted or printed from it";
    config_unclear(file, line, cause) zh "{file} 第 {line} 行看不懂（{cause}）；写法见 docs/publishing.md" en "{file} line {line}: {cause}; docs/publishing.md shows how it is written";
    setting_empty(name) zh "{name} 不能为空；不需要就删去这一行" en "{name} is empty; leave the line out if it is not wanted";
    setting_private(name, words) zh "{name} 会印在公开的页面上，含有不能公开的内容：{words}；请改写" en "{name} is printed on public pages and contains private information: {words}; write it without";
    no_colour(names) zh "颜色写 #rrggbb、half，或 {names} 之一" en "a colour is #rrggbb, half, or one of {names}";
    no_such_setting(key, known) zh "没有 {key} 这一项；可写 {known}" en "there is no {key}; known: {known}";
    no_such_word(word, known) zh "不认识 {word}；可写 {known}" en "unknown word {word}; known: {known}";
    one_of(known) zh "可写 {known}" en "use one of: {known}";
    setting_of_other_type() zh "值的写法不对；文字要放在引号里，多项要放在 [ ] 里" en "the value is of the wrong type; write texts in quotes, several in [ ]";
    setting_no_toml() zh "不合 TOML 的写法；每行写成 项 = \"值\"" en "this is not valid TOML; write each line as key = \"value\"";
    option_of_product(option, product) zh "{option} 只用于{product}；--only 里没有它，请加上或去掉 {option}" en "{option} is for: {product}; --only leaves that out, so add it or drop {option}";
    claimant_unnamed(number, kinds, word) zh "{number}号的认领人登记的名称里有{kinds}，墙上写作“{word}”；改名称用 edit" en "the name of the claimant of {number}号 contains private information ({kinds}); the wall says “{word}”; change the name with edit";
    config_unreadable(file) zh "读不了 {file}" en "cannot read {file}";
    template_fault(file, line, what) zh "模板 {file} 第 {line} 行有误（{what}）；这一页改用了自带的模板" en "template {file} line {line}: {what}; this page was made with our own template";
    template_syntax() zh "写法不对" en "a syntax error";
    template_name() zh "页面没有这个量" en "the page has no such value";
    template_filter() zh "没有这个过滤器或函数" en "no such filter or function";
    template_other() zh "不能照它排版" en "it cannot be rendered";
    working_committee(office) zh "中共{office}工作委员会" en "The party's working committee of {office}";
    committee(office) zh "中共{office}委员会" en "The party's committee of {office}";
    organisation_of(office) zh "{office}党组织" en "The party organisation of {office}";
    member() zh "党员" en "a party member";
    org() zh "党组织" en "a party organisation";
    outsider() zh "社会力量" en "a firm, charity or neighbour";
    title(office) zh "{office}双微心愿树" en "{office}: the tree of wishes";
    place_of_office(office, place) zh "{office}{place}" en "{office}, {place}";
    title_of_place(office, place) zh "{office}{place}双微心愿树" en "{office}, {place}: the tree of wishes";
}

headers! {
    check_headers zh ["文件", "问题"] en ["file", "finding"];
    review_headers zh ["编号", "暂缓原因", "文字（【】内可能是隐私）"] en ["code", "withheld because", "text (private words in 【】)"];
    template_headers zh ["模板"] en ["template"];
}

/// Where something is in a file of a pack.
pub fn check_place(file: &str, part: Option<&str>, line: usize) -> String {
    match part {
        Some(part) => pick(format!("{file} 的 {part}"), format!("{file}, {part}")),
        None => pick(format!("{file} 第 {line} 行"), format!("{file} line {line}")),
    }
}

/// A day as letters write it.
pub fn long_day(day: Day) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let date = day.date();
    let month = usize::try_from(date.month()).ok().and_then(|month| MONTHS.get(month - 1)).copied().unwrap_or_default();
    pick(
        format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        format!("{} {month} {}", date.day(), date.year()),
    )
}

/// Who signs a letter of an office: a street's working committee, a town's committee; of others, its party organisation.
pub fn signatory(office: &str) -> String {
    if office.ends_with("街道") {
        working_committee(office)
    } else if office.ends_with(['镇', '乡']) {
        committee(office)
    } else {
        organisation_of(office)
    }
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

/// What the reader of TOML says of a file, as people would.
pub fn toml_says(message: &str) -> String {
    toml_cause(message).unwrap_or_else(setting_no_toml)
}

/// The same; nothing where no more is known than that it is no TOML.
pub fn toml_cause(message: &str) -> Option<String> {
    let mut words = message.split('`').skip(1).step_by(2);
    let first = words.next().unwrap_or_default();
    let known = || words.collect::<Vec<_>>().join(crate::lang::comma());
    Some(if message.starts_with("unknown field") {
        no_such_setting(first, known())
    } else if message.starts_with("unknown variant") {
        no_such_word(first, known())
    } else if message.starts_with("invalid type") {
        setting_of_other_type()
    } else if let Some(known) = message.strip_prefix("use one of: ") {
        one_of(known.replace(", ", crate::lang::comma()))
    } else if message.contains("#rrggbb") {
        // Our own words.
        message.to_owned()
    } else {
        return None;
    })
}

/// A claimant who has not agreed to be named.
pub fn claimant(by: Claimant) -> String {
    match by {
        Claimant::Member => member(),
        Claimant::Org => org(),
        Claimant::Outsider => outsider(),
    }
}
