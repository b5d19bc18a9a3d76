//! What a line does: claims, takes back, corrects, asks, informs, instructs. By words that people use; knows no names.

use crate::model::chat::{Act, Doubt};

/// What a line does, and what about it is not sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doing {
    /// Nothing that concerns a claim.
    Nothing,
    Acts(Act, Vec<Doubt>),
    /// A question or a remark, which claims where it says of somebody that they take a number on.
    Remarks(Doubt),
    /// The numbers before this byte of the line are given back, those behind it are taken instead.
    Corrects(usize),
    /// +1: whatever came before.
    Joins,
}

const TAKES_BACK: &[&str] = &[
    "不要了",
    "我不要",
    "不要",
    "退出",
    "退掉",
    "退领",
    "退了",
    "退吧",
    "不认领",
    "不认了",
    "不领",
    "不接了",
    "不报了",
    "不做了",
    "不参加",
    "做不了",
    "办不了",
    "来不了",
    "去不了",
    "领不了",
    "接不了",
    "弄不了",
    "取消",
    "放弃",
    "撤销",
    "撤回",
    "撤了",
    "作废",
    "让给",
    "让别人",
    "给别人",
    "给其他人",
    "给他人",
    "转给",
    "退",
];
/// Words with 退 or 不要 that take nothing back.
const NOT_BACK: &[&str] = &["离退休", "退休", "退役", "退伍", "不要紧", "要不要", "进退", "领不领", "不领情"];
const CORRECTS: &[&str] = &[
    "改成",
    "改为",
    "改到",
    "改认领",
    "改报",
    "换成",
    "换为",
    "换到",
    "更正",
    "应该是",
    "应为",
    "而是",
    "写错",
    "报错",
    "换",
];
const ASKS: &[&str] = &[
    "?",
    "？",
    "吗",
    "谁",
    "几号",
    "多少",
    "哪",
    "是不是",
    "有没有",
    "还有没",
    "什么",
    "能否",
    "请问",
    "怎么",
    "还剩",
    "行不行",
];
/// Questions that can be no claim, whatever else they say.
const ONLY_ASKS: &[&str] =
    &["谁", "多少", "什么", "几号", "请问", "怎么", "哪", "还剩", "还有没", "有没有", "还有吗", "还在吗"];
const TAKES: &[&str] = &["我要", "认领", "给我", "我来", "可以", "归我", "算我", "我包", "我报", "我接", "报名"];
const TELLS: &[&str] = &[
    "已送",
    "送到",
    "送达",
    "送过去",
    "已完成",
    "已经完成",
    "完成了",
    "办好",
    "办结",
    "办完",
    "有人了",
    "被认领",
    "没人认领",
    "无人认领",
    "没有人认领",
    "有人认领",
    "还没人",
    "还剩",
    "还在",
    "加油",
    "大家",
    "各位",
    "已登记",
    "住几",
    "上门时间",
    "照片",
    "已由",
    "居民很",
    "拍了拍",
    "加入了群聊",
    "撤回了一条",
    "修改群名",
    "已办",
    "已结",
    "联系不上",
    "不在家",
    "号收到",
    "也收到",
    "都收到",
];
const CONDITIONS: &[&str] = &[
    "如果",
    "要是",
    "的话",
    "没人要",
    "考虑",
    "可能",
    "也许",
    "或者",
    "或",
    "二选一",
    "待定",
    "暂时",
    "先占",
    "问问",
    "商量",
    "试试",
    "不行",
    "看看",
    "想问",
    "打算",
    "看情况",
    "不一定",
    "尽量",
    "万一",
    "都可以",
    "都行",
    "也行",
    "随便",
    "任意",
    "均可",
    "否则",
    "假如",
    "除非",
];
const INSTRUCTS: &[&str] =
    &["格式", "请接龙", "例:", "例如", "示例", "范例", "模板", "请写", "请填", "请按", "请回复", "接龙规则"];

/// What a plain line does. `text` is without mentions and quotes.
pub fn doing(text: &str) -> Doing {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let trimmed = text.trim();
    if trimmed.starts_with('例')
        || has(INSTRUCTS)
        || (text.contains("姓名") && text.contains("单位") && !text.contains(':'))
    {
        return Doing::Nothing;
    }
    if is_thanks(trimmed) {
        return Doing::Nothing;
    }
    if has(ASKS) && (has(ONLY_ASKS) || !(has(TAKES) || text.contains('我'))) {
        return Doing::Remarks(Doubt::Question);
    }
    if has(TELLS) && !text.contains("我认领") {
        return Doing::Remarks(Doubt::Remark);
    }
    if let Some(at) = corrects(text) {
        return Doing::Corrects(at);
    }
    let mut doubts = Vec::new();
    if has(ASKS) {
        doubts.push(Doubt::Question);
    }
    if has(CONDITIONS) {
        doubts.push(Doubt::Conditional);
    }
    if is_on_behalf(text) {
        doubts.push(Doubt::OnBehalf);
    }
    if takes_back(text) {
        doubts.push(Doubt::TakenBack);
        return Doing::Acts(Act::Release, doubts);
    }
    if joins(trimmed) {
        return Doing::Joins;
    }
    Doing::Acts(Act::Claim, doubts)
}

/// Whether a line can be nothing but a question: 谁, 什么.
pub fn only_asks(text: &str) -> bool {
    ONLY_ASKS.iter().any(|word| text.contains(word))
}

/// Whether a quantity comes on top of an earlier one: 再加2个.
pub fn says_more(text: &str) -> bool {
    ["再加", "再要", "再领", "再来", "再认领", "多要", "多领", "追加", "加领", "还要", "增加"]
        .iter()
        .any(|word| text.contains(word))
}

/// What units are called.
const UNITS: &[&str] = &[
    "单位",
    "支部",
    "党支部",
    "党委",
    "党总支",
    "总支",
    "党组",
    "党小组",
    "小组",
    "局",
    "所",
    "公司",
    "医院",
    "学校",
    "厂",
    "店",
    "馆",
    "队",
    "科室",
    "院",
    "集团",
    "街道",
    "中心",
    "企业",
    "商会",
    "协会",
    "部门",
    "机关",
    "银行",
    "超市",
    "商场",
    "村",
    "站",
    "园",
    "社区",
    "支行",
    "分行",
    "分局",
    "工会",
    "团委",
    "妇联",
    "街道办",
    "居委",
    "物业",
];

/// Whether a word ends as the names of units do: 地铁党支部.
pub fn is_called_like_a_unit(word: &str) -> bool {
    UNITS.iter().any(|unit| word.ends_with(unit))
}

/// Whether a unit speaks that is not named: 我们支部认领, 我单位, 代表局里.
pub fn is_for_unit(text: &str) -> bool {
    const SPEAKS: &[&str] = &["我们", "咱们", "我", "咱", "本", "代表", "以"];
    SPEAKS.iter().any(|word| {
        let mut behind = text.match_indices(word).map(|(at, _)| &text[at + word.len()..]);
        behind.any(|rest| UNITS.iter().any(|unit| rest.starts_with(unit)))
    })
}

/// Whether what is done is said of the unit: 教育局认领19号.
pub fn is_said_of_unit(text: &str, unit: &str) -> bool {
    const DOES: &[&str] = &["认领", "负责", "报名", "承接", "承包", "领", "认", "包", "接", "来", "要", "想"];
    let mut behind = text.match_indices(unit).map(|(at, _)| text[at + unit.len()..].trim_start());
    behind.any(|rest| DOES.iter().any(|word| rest.starts_with(word)))
}

fn takes_back(text: &str) -> bool {
    let mut text = text.to_owned();
    for word in NOT_BACK {
        text = text.replace(word, "");
    }
    TAKES_BACK.iter().any(|word| text.contains(word))
}

/// Where the other number begins.
fn corrects(text: &str) -> Option<usize> {
    if let (Some(not), Some(but)) = (text.find("不是"), text.rfind('是'))
        && but > not + "不".len()
        && !text.contains("是不是")
    {
        return Some(but);
    }
    let mut found = CORRECTS.iter().filter_map(|word| text.find(word).map(|at| at + word.len()));
    found.next().filter(|_| text.contains(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c)))
}

/// 谢谢林敏仪认领16号, but not 5号 谢谢 and not 谢谢，5号我来.
fn is_thanks(text: &str) -> bool {
    let rest = ["感谢", "谢谢", "多谢", "恭喜", "祝贺", "表扬", "为"].iter().find_map(|word| text.strip_prefix(word));
    rest.and_then(|rest| rest.chars().next()).is_some_and(|c| c.is_alphabetic() && !c.is_ascii())
}

fn is_on_behalf(text: &str) -> bool {
    let mut text = text.to_owned();
    for word in ["帮扶", "帮助", "代表", "现代", "时代", "交代", "互帮", "替换"] {
        text = text.replace(word, "");
    }
    text.contains(['帮', '替', '代', '由'])
}

/// +1, 加一, 同上.
fn joins(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_plus_one = |at: usize| !bare[at + 2..].starts_with(|c: char| c.is_ascii_digit() || c == '号');
    bare.match_indices("+1").any(|(at, _)| is_plus_one(at))
        || matches!(
            bare.as_str(),
            "加一"
                | "加1"
                | "1"
                | "同上"
                | "同楼上"
                | "我也要"
                | "我也来"
                | "我也认领"
                | "跟"
                | "跟上"
                | "这个我要"
                | "这个我来"
        )
        || bare.ends_with("加一")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_distinguished_by_what_they_do() {
        let claim = |text: &str| matches!(doing(text), Doing::Acts(Act::Claim, doubts) if doubts.is_empty());
        for text in ["5号我来", "3号 张三 税务局", "我想认领5号", "10号 退休支部周建国", "35号 卢伟雄 谢谢"]
        {
            assert!(claim(text), "{text}: {:?}", doing(text));
        }
        for text in [
            "5号不要了",
            "5号退",
            "取消13号",
            "34号(取消)",
            "21号不领了哈",
            "我去不了，6号给别人吧",
            "28号还是给别人吧",
        ] {
            assert!(matches!(doing(text), Doing::Acts(Act::Release, _)), "{text}: {:?}", doing(text));
        }
        for text in [
            "47号还有吗?",
            "谁认领5号",
            "2号我认领,请问什么型号?",
            "刘国强 2号 周五送到",
            "24号已经完成了",
            "大家看看37号",
            "64号 无人认领",
        ] {
            assert!(matches!(doing(text), Doing::Remarks(_)), "{text}: {:?}", doing(text));
        }
        for text in ["谢谢林敏仪认领16号", "格式:12号 张三 税务局"] {
            assert_eq!(doing(text), Doing::Nothing, "{text}");
        }
        for text in ["5号改成9号", "不是19号,是20号", "那我换19号"] {
            assert!(matches!(doing(text), Doing::Corrects(_)), "{text}: {:?}", doing(text));
        }
        assert_eq!(doing("+1"), Doing::Joins);
        for text in ["23号可以吗?", "50号或51号", "帮李四报38号", "如果没人我就5号"] {
            assert!(matches!(doing(text), Doing::Acts(_, doubts) if !doubts.is_empty()), "{text}: {:?}", doing(text));
        }
    }
}
