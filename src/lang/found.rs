//! Texts of what is found again: `list`, `find`, and what fits where a name or words were given instead of a code.

use super::texts;

/// The Chinese help.
pub fn help(key: &str) -> Option<&'static str> {
    Some(match key {
        "list" => {
            "列出微心愿、微项目、党员、党组织、社会力量、认领或属地\n\n每个选项都缩小范围；不写 --sort 就按录入先后。电话、住址、文字里别人的姓名都已遮盖。要改好再导入的清单请用 export。"
        }
        "list <KIND>" => "列出什么",
        "list --state" => "只列这个状态的，写表里的中文或英文：待认领、published；用于微心愿、微项目、认领",
        "list --place" => "只列这个属地的；党员、党组织按报到地",
        "list --by" => "只列这个人或组织认领的：姓名、姓名加单位、电话或编号；用于微心愿、微项目、认领",
        "list --text" => "只列含有这些词的：姓名、编号、内容、备注，或电话后四位",
        "list --since" => "只列这一天起征集、报到或认领的",
        "list --unclaimed" => "只列墙上无人认领的；党员、党组织、社会力量：还没有认领的",
        "list --sort" => {
            "按什么排：code 编号、number 墙号、name 名称、place 属地、state 状态、date 日期、deadline 时限"
        }
        "list --limit" => "最多列出几条",
        "list --fields" => "只要这些栏，按所写的顺序：JSON 里的键或表头",
        "list --sort=" => "次序",
        "list --text=" | "find <TEXT>=" => "词",
        "show <CODE>" => "编号、公开编号或墙号；姓名、电话后四位，或内容里的词",
        "status" => {
            "今天要办什么：各环节待办多少、逾期多少，接下来输入什么\n\n不带命令运行 shuangwei 也是这一屏；在终端上还会列出五个步骤供选择。后面只写一个清单文件（或把清单拖到程序图标上），会问是哪一种清单，再导入。"
        }
        "edit" => {
            "修改一条记录：微心愿、微项目、党员、党组织、社会力量\n\n写法和检查同导入清单一样。字段写表头、中文名或英文名；“字段=”后面什么都不写就清空（必填的不能清空）。已发布事项墙上显示的内容不能改。不写 --set 就在终端上逐项来问。一次修改记一条操作，可用 undo 撤销。"
        }
        "edit <CODE>" => "改哪一条：编号、墙号、姓名、电话后四位，或内容里的词",
        "edit --set" => "字段和新的内容；等号后面不写就清空",
        "find" => {
            "按姓名、电话后四位、编号、墙号或内容里的词，找人、找心愿、找任何记录\n\n一次查遍微心愿、微项目、党员、党组织、社会力量、认领、属地，只存档的列和读不出的格也查，并写明在哪一栏。党员也可用完整的身份证号找，号码本身不保存。写几个词就要同时都有。姓名怎么打都能找到。"
        }
        "find <TEXT>" => "姓名、电话后四位或全号、编号、墙号、身份证号，或内容里的词",
        "find --limit" => "每一类最多显示几条",
        _ => return None,
    })
}

texts! {
    no_such_column(word, kind, columns)
        zh "{kind}没有 {word} 这一栏；有 {columns}"
        en "{kind} have no column {word}; there are {columns}";
    list_title(office, kind)
        zh "{office} {kind}"
        en "{office}: {kind}";
    shown_of(shown, total)
        zh "显示 {shown} / 共 {total}；要看更多请加大 --limit"
        en "{shown} of {total} shown; raise --limit to see more";
    not_for_kind(option, kind, fits)
        zh "{option} 不能用于{kind}；它适用于：{fits}"
        en "{option} does not apply to {kind}; it applies to: {fits}";
    sort_not_for_kind(order, kind, orders)
        zh "{kind}不能按 {order} 排；可以按：{orders}"
        en "{kind} cannot be sorted by {order}; they can be by: {orders}";
    unknown_state(state, kind, states)
        zh "{kind}没有 {state} 这个状态；有：{states}"
        en "{kind} have no state {state}; there are: {states}";
    unknown_order(order, orders)
        zh "不能按 {order} 排；可以按：{orders}"
        en "cannot sort by {order}; sort by: {orders}";
    find_nothing()
        zh "要找什么？写姓名、电话后四位、编号、墙号或内容里的词"
        en "what is looked for? Give a name, a phone's last four digits, a code, a wall number, or words of the content";
    found_none(words)
        zh "没有找到“{words}”；可以少写几个字，或只写电话后四位"
        en "nothing contains “{words}”; try fewer characters, or the last four digits of the phone";
    found_more(kind, shown, total)
        zh "{kind}：显示 {shown} / 共 {total}；多写几个字，或加大 --limit"
        en "{kind}: {shown} of {total} shown; add words, or raise --limit";
    and_others(count) zh "另有 {count} 个" en "{count} more";
    one_at_a_time(first) zh "写了几个编号，一次只能看一个或改一个；先写 {first}" en "several codes were given, and one record is shown or changed at a time; begin with {first}";
    several_records(words, count, listed)
        zh "“{words}”有 {count} 个可能：{listed}；请多写几个字，或改用编号"
        en "“{words}” may mean {count}: {listed}; add words, or use the code";
    registration_line(place, from, until)
        zh "{place} {from}{until}"
        en "{place} {from}{until}";
    until(day) zh " 至 {day}" en " until {day}";
    f_registered() zh "报到" en "registered";
    f_level() zh "级别" en "level";
    places_below() zh "下级属地" en "places below";
    added() zh "登记" en "added";
    claim_of_party(code, need, on, state)
        zh "{code} {need} {on} {state}"
        en "{code} {need} {on} {state}";
    cannot_clear(field)
        zh "{field} 不能清空；请写出新的内容"
        en "{field} cannot be blank; give its new value";
    unknown_class(value, allowed)
        zh "类别没有“{value}”；有：{allowed}"
        en "there is no class {value}; there are: {allowed}";
    outsider_named(name)
        zh "名称：已有社会力量“{name}”；请核对，不是同一个就写出区别"
        en "name: there is an outsider \"{name}\" already; make the names differ if it is another one";
    would_edit(code)
        zh "{code}：将修改"
        en "{code}: would change";
    edited(code)
        zh "{code}：已修改；改错了可用 undo 撤销"
        en "{code}: changed; undo takes it back";
    edit_nothing()
        zh "要改什么？请写 --set 字段=值，可写几个；在终端上不写就逐项来问"
        en "what is to change? Give --set FIELD=VALUE, once or more; on a terminal it is asked for";
    edit_claim()
        zh "认领不能用 edit 改；请用 claim start、complete、release、pass 等命令，或 claim import"
        en "edit does not change claims; use claim start, complete, release, pass, or claim import";
    edit_place()
        zh "属地不能用 edit 改；写错了可用 undo 撤销当时的导入"
        en "edit does not change places; undo takes back the import that made a wrong one";
    edit_published(code)
        zh "{code} 已发布，墙上显示的内容不能改；先用 publish --take-down {code} --reason 理由 撤下再改，只改公开文字用 publish {code} --wording 文字"
        en "{code} is published and what the wall shows stays; take it down first with publish --take-down {code} --reason WHY, or reword it with publish {code} --wording TEXT";
    find_hint()
        zh "找人、找心愿：shuangwei find 姓名、电话后四位或内容"
        en "to find anything: shuangwei find NAME, last digits of a phone, or words";
    which_field() zh "改哪一项：" en "which field: ";
    field_now(name, value) zh "{name}  {value}" en "{name}  {value}";
    no_more_fields() zh "改好了" en "no more";
    new_value(name, clear)
        zh "{name} 改为（回车不改，写 {clear} 则清空）："
        en "{name}, new value (Enter keeps it, {clear} clears it): ";
    clear_word() zh "清空" en "clear";
}
