//! Texts of suggestions: who could take on what (精准对接).

use super::{headers, texts};

texts! {
    cannot_read_trades(path)
        zh "读不了行当表 {path}；每项写 [[trade]]、name = \"维修\"、skills = [\"电工\"]、needs = [\"灯泡\"]"
        en "cannot read the table of trades {path}; each has [[trade]], name = \"repairs\", skills = [\"电工\"], needs = [\"灯泡\"]";
    too_many_trades(most)
        zh "行当最多 {most} 项"
        en "at most {most} trades";
    no_quota(whose)
        zh "本活动期没有{whose}的认领指标；先用 quota set 设定"
        en "the campaign has no quota for {whose}; set one with quota set";
    members() zh "党员" en "members";
    orgs() zh "单位党组织" en "unit organisations";
    counted(people, needs, offered, met)
        zh "{people} 方未达标，待认领 {needs} 份：可对接 {offered} 份，其中 {met} 方由此达标"
        en "{people} have not met the quota, {needs} are available: {offered} can be offered, and {met} meet it by them";
    proved()
        zh "已证明最优：对接数、并组、距离、对口、紧急程度依次到了下界"
        en "proved: in this order number, groups, distance, trades and urgency are at their bounds";
    rationed()
        zh "有人差几份而份数不够：先给差得少的，其余各项在这些人中最优"
        en "some lack several and there are too few: those who lack least come first, and the rest is the best for them";
    unmet_scarce(count)
        zh "{count} 方没有可对接的：待认领的不够"
        en "{count} cannot be helped: too few needs are available";
    unmet_must(count)
        zh "{count} 方没有可对接的：余下的要对口的特长，或并组已满"
        en "{count} cannot be helped: what is left asks for a trade that they do not have, or its groups are full";
    unmet_unregistered(count)
        zh "{count} 方没有报到，不知在哪里，未列入"
        en "{count} are registered nowhere and so left out";
    unmet_returned(count)
        zh "{count} 方只剩自己退过的可选，未列入"
        en "{count} could only be offered what they gave back before";
    same_community() zh "同社区" en "same community";
    same_street() zh "同镇街" en "same street";
    same_district() zh "同区" en "same district";
    same_city() zh "同市" en "same city";
    way_take()
        zh "没有改动；--take 直接记入，--output 文件.xlsx 写成清单，逐个征求意见、填好“决定”后 claim import"
        en "nothing changed; --take records them, --output FILE.xlsx writes a list to offer them in person, which comes back through claim import once its decisions are filled in";
}

headers! {
    suggest_headers
        zh ["单位", "认领人", "对接人", "墙号", "事项", "事项属地", "距离", "对口", "数量", "决定"]
        en ["org", "claimants", "person", "need", "text", "need place", "distance", "trade", "quantity", "decision"];
}
