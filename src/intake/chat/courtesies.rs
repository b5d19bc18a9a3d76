//! Greetings and thanks, which say nothing of a claim: 早晨, 谢谢大家, 祝各位节日快乐. Knows such words; whatever else a clause
//! says, it is no courtesy.

/// What a courtesy begins with.
const OPENINGS: &[&str] = &[
    "谢谢",
    "多谢",
    "感谢",
    "感恩",
    "唔该",
    "辛苦",
    "恭祝",
    "祝福",
    "祝愿",
    "祝",
    "大家",
    "各位",
    "早上好",
    "早晨",
    "早安",
    "上午好",
    "中午好",
    "下午好",
    "晚上好",
    "你好",
    "您好",
    "新年好",
    "过年好",
    "节日快乐",
    "加油",
];

/// What else it is made of.
const REST: &[&str] = &[
    "大家",
    "各位",
    "你们",
    "您们",
    "您",
    "你",
    "街坊",
    "邻居",
    "邻里",
    "街道",
    "社区",
    "居委会",
    "居委",
    "村委",
    "组织",
    "党组织",
    "支部",
    "党支部",
    "群主",
    "书记",
    "领导",
    "同志们",
    "同志",
    "党员",
    "工作人员",
    "管理员",
    "志愿者",
    "义工",
    "社工",
    "姑娘",
    "老师",
    "小伙伴",
    "朋友们",
    "朋友",
    "们",
    "劳动节",
    "国庆节",
    "国庆",
    "中秋节",
    "中秋",
    "元旦",
    "新年",
    "春节",
    "端午节",
    "端午",
    "重阳节",
    "五一",
    "十一",
    "七一",
    "节日",
    "周末",
    "假期",
    "身体",
    "工作",
    "生活",
    "阖家",
    "全家",
    "万事",
    "快乐",
    "愉快",
    "健康",
    "平安",
    "顺利",
    "幸福",
    "如意",
    "安康",
    "吉祥",
    "进步",
    "开心",
    "好",
    "付出",
    "支持",
    "帮助",
    "帮忙",
    "组织",
    "安排",
    "提醒",
    "关心",
    "理解",
    "配合",
    "信任",
    "机会",
    "晒",
    "哂",
    "了",
    "啦",
    "哦",
    "啊",
    "呀",
    "哈",
    "的",
    "早",
    "一下",
    "先",
    "很",
    "非常",
    "十分",
    "又",
    "都",
    "和",
    "、",
];

/// The words without the clauses that are nothing but a courtesy: 谢谢街坊，17号交给我 is 17号交给我.
pub fn without_courtesies(plain: &str) -> String {
    let is_end = |c: char| matches!(c, ' ' | ',' | '，' | ';' | '；' | '~');
    let clauses = plain.split_inclusive(is_end);
    clauses.filter(|clause| !is_courtesy(clause.trim_end_matches(is_end))).collect()
}

fn is_courtesy(clause: &str) -> bool {
    let begins = OPENINGS.iter().any(|word| clause.starts_with(word));
    let mut rest = clause;
    while begins && !rest.is_empty() {
        let words = OPENINGS.iter().chain(REST).filter(|word| rest.starts_with(**word));
        let Some(word) = words.max_by_key(|word| word.len()) else { return false };
        rest = &rest[word.len()..];
    }
    begins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_of_nothing_but_a_courtesy_is_left_out() {
        for (text, rest) in [
            ("谢谢街坊,17号交给我", "17号交给我"),
            ("24号 祝大家劳动节快乐", "24号 "),
            ("各位早上好 5号", "5号"),
            ("各位早,5号留给我", "5号留给我"),
            ("谢谢林敏仪认领16号", "谢谢林敏仪认领16号"),
            ("谢谢林敏仪 16号", "谢谢林敏仪 16号"),
            ("大家看看37号", "大家看看37号"),
            ("祝愿墙 3号", "祝愿墙 3号"),
        ] {
            assert_eq!(without_courtesies(text), rest);
        }
    }
}
