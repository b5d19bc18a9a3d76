//! Texts of chats and sign-ups (接龙): what keeps a reading from being sure, and how the answer counts.

use super::faults::listed;
use super::{headers, pick, refusal, semicolon, texts};
use crate::model::chat::Doubt;

texts! {
    is_a_workbook(path)
        zh "{path} 是工作簿，不是聊天记录；表格请用 claim import 导入"
        en "{path} is a workbook, not a chat; import it with claim import";
    counted(lines, sure, doubtful, done, refused)
        zh "读了 {lines} 行：确定 {sure} 项，存疑 {doubtful} 项，已认领 {done} 项，不能认领 {refused} 项"
        en "{lines} lines read: {sure} sure, {doubtful} doubtful, {done} claimed already, {refused} not available";
    would_be_counted(lines, sure, doubtful, done, refused)
        zh "读了 {lines} 行：确定 {sure} 项，存疑 {doubtful} 项，已认领或将认领 {done} 项，不能认领 {refused} 项"
        en "{lines} lines read: {sure} sure, {doubtful} doubtful, {done} claimed already or to be claimed, {refused} not available";
    way_take()
        zh "没有改动；确定的用 --take-sure 记入，存疑的用 --output 文件.xlsx 写成清单，填好“决定”后 claim import"
        en "nothing changed; --take-sure records the sure ones, --output FILE.xlsx writes the doubtful ones as a list, which comes back through claim import once its decisions are filled in";
    would_take(count)
        zh "将记入 {count} 项认领"
        en "{count} claims would be recorded";
    taken(count)
        zh "已记入 {count} 项认领"
        en "{count} claims recorded";
    item_taken(item, what, names, quantity)
        zh "待定 {item}：已登记 {what}，{names}，数量 {quantity}"
        en "item {item}: {what} is recorded, {names}, quantity {quantity}";
    item_held(item, what, names, quantity)
        zh "待定 {item}：此前已登记 {what}，{names}，数量 {quantity}；没有新增认领"
        en "item {item}: {what} is recorded already, {names}, quantity {quantity}; no claim is added";
    left_to_decide(count)
        zh "还有 {count} 项要人定；用 --output 文件.xlsx 写成清单，或见 claim pending"
        en "{count} are left to decide; --output FILE.xlsx writes them as a list, claim pending has them too";
    releases_left(count, which)
        zh "另有 {count} 项退领要人定，不在 claim pending 里：{which}；确定的用 claim release 办理"
        en "{count} more give something back, which claim pending does not have: {which}; claim release does it";
    line_says(line, words)
        zh "第 {line} 行“{words}”"
        en "line {line}: {words}";
    left_out(count, which)
        zh "写了墙号而没有当作认领的有 {count} 行：{which}"
        en "{count} lines name a wall number and were not read as claims: {which}";
    nothing_said()
        zh "没有读到认领的话；每行应有墙号和姓名，如“3号 张三 税务局”"
        en "nothing in it claims a wish; a line has a wall number and a name, as in 3号 张三 税务局";
    nothing_pending()
        zh "没有待定的"
        en "nothing is pending";
    pending_way()
        zh "逐个：claim pending --take 待定号 --by 姓名，或 --drop 待定号；成批：--output 文件.xlsx，填好“决定”后 claim import"
        en "one by one: claim pending --take ITEM --by WHO, or --drop ITEM; by a list: --output FILE.xlsx, which comes back through claim import once its decisions are filled in";
    pending_too_late(count)
        zh "另有 {count} 项的事项已被别人认领或已撤下，未列出；都列出用 --all，告知本人后用 --drop 了结"
        en "{count} more name needs that others have by now or that are off the wall; --all lists them, --drop settles them once the people know";
    too_late(problem)
        zh "{problem}；该事项已被别人认领或已撤下"
        en "{problem}; others have the need by now, or it is off the wall";
    no_such_item(item)
        zh "没有待定的 {item}；见 claim pending"
        en "there is no pending item {item}; see claim pending";
    item_without_need(item)
        zh "{item} 没有写是哪件事项，或没有这一号；用 --need 编号 指明"
        en "item {item} names no need, or one that does not exist; name it with --need CODE";
    ask_which(line, words, number)
        zh "第 {line} 行“{words}”：{number}号 由谁认领？"
        en "line {line}, {words}: who takes {number}号?";
    ask_release(line, words, number, who)
        zh "第 {line} 行“{words}”：{number}号 由 {who} 退领吗？"
        en "line {line}, {words}: does {who} give {number}号 back?";
    skip()
        zh "先不定"
        en "decide later";
    yes_release()
        zh "是，退领"
        en "yes, give it back";
    released_by_chat(words)
        zh "接龙：{words}"
        en "sign-up: {words}";
    number(number)
        zh "{number}号"
        en "{number}号";
    nobodys_number() zh "墙上没有这个号" en "no need on the wall has this number";
    no_number() zh "没有写墙号" en "names no wall number";
    bare() zh "只有数字，没有“号”" en "a mere number, without 号";
    may_be_index() zh "可能是接龙自己的序号" en "may be the sign-up's own running number";
    may_be_day() zh "可能是日期" en "may be a day";
    nameless() zh "没有写是谁" en "names nobody";
    nobody(name) zh "名册上没有“{name}”" en "no member or organisation is called {name}";
    nobody_near(name, near) zh "名册上没有“{name}”，相近的有 {near}" en "no member or organisation is called {name}; near: {near}";
    namesakes(people) zh "同名的有几位：{people}" en "several have this name: {people}";
    two_people() zh "写了两个人，没说一起" en "names two, and does not say together";
    other_unit(unit, own) zh "写的单位是“{unit}”，名册上是 {own}" en "says {unit}, the roster has {own}";
    unread(words) zh "“{words}”没有读懂" en "{words} was not understood";
    question() zh "是问句" en "a question";
    remark() zh "说的是进展，不一定是认领" en "says how it goes, which need not be a claim";
    may_be_range() zh "可能是从几号到几号" en "may be a range of numbers";
    for_unit() zh "说的是单位认领，没写是哪个单位" en "a unit claims, and it is not named";
    not_all_named() zh "说是几个人一起，没有写全是谁" en "says together, and does not name them all";
    quantities() zh "没说清每个号各要多少" en "does not say clearly how many of each number";
    other_quantity(before) zh "数量与先前的 {before} 不同" en "another quantity than {before} before";
    conditional() zh "说得不确定" en "not said for certain";
    on_behalf() zh "替别人说的" en "said for somebody else";
    taken_back() zh "说要退领" en "says that it is given back";
    corrected() zh "是更正" en "a correction";
    plus_one() zh "只说了 +1" en "says no more than +1";
    taken_back_at(line) zh "第 {line} 行又说不要或换了" en "taken back or changed in line {line}";
    mentioned_at(line) zh "第 {line} 行本人又提到这一号，没有读懂" en "the same person says more of it in line {line}, which was not understood";
    left_out_at(line) zh "第 {line} 行起的接龙里没有了" en "gone from the sign-up that begins in line {line}";
    left_out_since() zh "先前已按接龙记入，这次的接龙里没有了" en "recorded from the sign-up before, and gone from it now";
    earlier_unsettled(line) zh "第 {line} 行先说了这个号，还没有定" en "line {line} named it first and is not settled";
    how_many(left) zh "没有写数量，还剩 {left}" en "does not say how many; {left} are left";
    second_to(line, name) zh "第 {line} 行 {name} 先认领了" en "{name} was first, in line {line}";
    holds_nothing() zh "此人没有认领这一号" en "holds no claim on it";
    reopened_since(day)
        zh "此人认领过并已确认，事项在 {day} 重新开放；是否再次认领请人定"
        en "has claimed it and it was confirmed; it was reopened on {day}: somebody has to decide whether this is a new claim";
    released_today(line, day)
        zh "第 {line} 行没有日期，退领按今天（{day}）记"
        en "line {line} has no day: given back today, {day}";
    given_back(day) zh "{day} 已退领过，再次认领请人定" en "gave it back on {day}; somebody has to decide";
}

headers! {
    pending_headers
        zh ["待定", "清单", "行", "原文", "墙号", "认领人", "单位", "问题", "决定", "数量", "认领时间"]
        en ["item", "list", "line", "words", "need", "claimants", "org", "problem", "decision", "quantity", "claimed on"];
    chat_headers
        zh ["行", "原文", "墙号", "认领人", "单位", "把握", "问题", "决定", "数量", "认领时间"]
        en ["line", "words", "need", "claimants", "org", "certainty", "problem", "decision", "quantity", "claimed on"];
}

/// Why a reading is not sure.
pub fn doubt(doubt: &Doubt) -> String {
    match doubt {
        Doubt::NobodysNumber => nobodys_number(),
        Doubt::NoNumber => no_number(),
        Doubt::Bare => bare(),
        Doubt::MayBeIndex => may_be_index(),
        Doubt::MayBeDay => may_be_day(),
        Doubt::Nameless => nameless(),
        Doubt::Nobody { name, near } if near.is_empty() => nobody(name),
        Doubt::Nobody { name, near } => nobody_near(name, near),
        Doubt::Namesakes(candidates) => namesakes(listed(candidates, pick("、", ", "))),
        Doubt::TwoPeople => two_people(),
        Doubt::OtherUnit { unit, own } => other_unit(unit, own),
        Doubt::Unread(words) => unread(words),
        Doubt::Question => question(),
        Doubt::Remark => remark(),
        Doubt::MayBeRange => may_be_range(),
        Doubt::ForUnit => for_unit(),
        Doubt::NotAllNamed => not_all_named(),
        Doubt::Quantities => quantities(),
        Doubt::OtherQuantity { before } => other_quantity(before),
        Doubt::Conditional => conditional(),
        Doubt::OnBehalf => on_behalf(),
        Doubt::TakenBack => taken_back(),
        Doubt::Corrected => corrected(),
        Doubt::PlusOne => plus_one(),
        Doubt::TakenBackAt(line) => taken_back_at(line),
        Doubt::MentionedAt(line) => mentioned_at(line),
        Doubt::LeftOutSince => left_out_since(),
        Doubt::LeftOutAt(line) => left_out_at(line),
        Doubt::EarlierUnsettled(line) => earlier_unsettled(line),
        Doubt::HowMany { left } => how_many(left),
        Doubt::SecondTo { line, name } => second_to(line, name),
        Doubt::Refused(why) => refusal::claim(why),
        Doubt::HoldsNothing => holds_nothing(),
        Doubt::GivenBack(day) => given_back(day),
        Doubt::ReopenedSince(day) => reopened_since(day),
    }
}

/// All of them in one sentence.
pub fn doubts(doubts: &[Doubt]) -> String {
    let mut sentences: Vec<String> = Vec::new();
    for one in doubts.iter().map(doubt) {
        if !sentences.contains(&one) {
            sentences.push(one);
        }
    }
    sentences.join(semicolon())
}
