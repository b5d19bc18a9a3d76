//! Texts of lists coming in: what is missed, other names of organisations, how far it has come.

use super::{Lang, current, texts};

texts! {
    unknown_org(name, near)
        zh "没有这个党组织：{name}{near}；请核对，或先用 collect orgs 导入"
        en "no such organisation: {name}{near}; check it, or import it with collect orgs";
    several_orgs(name, told)
        zh "“{name}”有几个可能：{told}；请改用编号"
        en "{name} may be one of several: {told}; use its code";
    alias_empty()
        zh "别名不能为空"
        en "the other name must not be empty";
    alias_added(name, org)
        zh "“{name}”即 {org}"
        en "{name} now means {org}";
    alias_taken(name, others)
        zh "“{name}”已经是 {others} 的名称；请换一个别名"
        en "{name} is a name of {others} already; choose another";
    nothing_pending()
        zh "没有待对应的组织名称"
        en "no names are waiting";
    pending_way()
        zh "用 alias add 名称 组织 对应；或用 collect orgs 导入该组织"
        en "settle each with alias add NAME ORG, or import the organisation with collect orgs";
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
        en "some of them may stand in faulty rows";
    has_claims()
        zh "已被认领"
        en "claimed";
    more_new(count)
        zh "另有 {count} 条新增"
        en "{count} more are new";
    progress(rows, rate, left)
        zh "已读 {rows} 行，每秒 {rate} 行，还需 {left} 秒"
        en "{rows} rows, {rate} a second, {left} s left";
}

/// What a dry run says of a record: the words of its JSON.
pub fn would_be(what: &str) -> String {
    let zh = match what {
        "new" => "新增",
        "updated" => "更新",
        "vanished" => "消失",
        _ => "问题",
    };
    if current() == Lang::Zh { zh.to_owned() } else { what.to_owned() }
}
