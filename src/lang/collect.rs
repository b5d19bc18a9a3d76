//! Texts of lists coming in: what is missed, other names of organisations, how far it has come.

use super::{Lang, current, texts};

texts! {
    unknown_org(name, near)
        zh "没有这个党组织：{name}{near}；请核对，或先用 collect orgs 导入"
        en "no such organisation: {name}{near}; check it, or import it with collect orgs";
    several_orgs(name, people)
        zh "“{name}”有几个可能：{people}；请改用编号"
        en "{name} may be one of several: {people}; use its code";
    alias_empty()
        zh "别名不能为空"
        en "the alias must not be empty";
    alias_would_be_added(name, org)
        zh "“{name}”将是 {org} 的别名"
        en "{name} would mean {org}";
    alias_added(name, org)
        zh "“{name}”即 {org}"
        en "{name} now means {org}";
    alias_taken(name, others)
        zh "“{name}”已经是 {others} 的名称；请换一个别名"
        en "{name} is a name of {others} already; choose another";
    alias_would_be_removed(name)
        zh "“{name}”将不再是别名"
        en "the alias {name} would be removed";
    alias_removed(name)
        zh "“{name}”不再是别名"
        en "the alias {name} was removed";
    no_such_alias(name)
        zh "没有别名“{name}”；见 alias list"
        en "no alias {name}; see alias list";
    alias_is_own_name(name, org)
        zh "“{name}”是 {org} 自己的名称或简称，不是别名；请在组织清单里修改"
        en "{name} is a name of {org} itself, no alias; change it in the list of organisations";
    pick_which(at, count, name, rows, list)
        zh "（{at}/{count}）“{name}”，{list} 里有 {rows} 行。是哪个组织？"
        en "({at}/{count}) {name}, in {rows} rows of {list}. Which organisation is it?";
    pick_prompt(name)
        zh "“{name}”是："
        en "{name} is: ";
    pick_later()
        zh "以后再说"
        en "later";
    nothing_pending()
        zh "没有待对应的组织名称"
        en "no names are waiting";
    pick_wants_terminal()
        zh "--pick 要在终端里用；脚本请用 alias add 名称 组织"
        en "--pick needs a terminal; scripts use alias add NAME ORG";
    pending_way()
        zh "在终端用 alias pending --pick 逐个对应，或用 alias add 名称 组织；没有的组织用 collect orgs 导入"
        en "settle them one by one with alias pending --pick on a terminal, or with alias add NAME ORG; import missing organisations with collect orgs";
    vanished(code)
        zh "清单里没有 {code}"
        en "{code} is not on the list";
    vanished_claimed(code)
        zh "清单里没有 {code}，它已被认领"
        en "{code} is not on the list, and is claimed";
    more_vanished(count)
        zh "另有 {count} 条不在清单里，见 --format json"
        en "{count} more are not on the list, see --format json";
    vanished_perhaps_faulty()
        zh "其中有的可能在问题行里"
        en "some of them may be in faulty rows";
    has_claims()
        zh "已被认领"
        en "claimed";
    more(count, what)
        zh "另有 {count} 条{what}"
        en "{count} more are {what}";
    progress(rows, rate, left)
        zh "已读 {rows} 行，每秒 {rate} 行，还需 {left} 秒"
        en "{rows} rows, {rate} a second, {left} s left";
}

/// What is done to a record: the words of JSON.
pub fn would_be(what: &str) -> String {
    let zh = match what {
        "new" => "新增",
        "updated" => "更新",
        "removed" => "移除",
        "vanished" => "消失",
        _ => "问题",
    };
    if current() == Lang::Zh { zh.to_owned() } else { what.to_owned() }
}
