//! Names of residents: how a wisher is named in public, and whether a text contains a name. Knows surnames and kinship
//! words; does not know the residents.

use super::glyphs::Looks;
use super::{Hit, HitKind};

/// Surnames of two characters; every other Chinese surname has one.
const DOUBLE_SURNAMES: &[&str] = &[
    "欧阳", "司徒", "上官", "诸葛", "司马", "皇甫", "东方", "夏侯", "尉迟", "公孙", "令狐", "宇文", "长孙", "慕容",
    "司空", "独孤", "南宫", "轩辕", "端木", "百里", "东郭", "西门", "呼延", "澹台", "公冶", "宗政", "濮阳", "淳于",
    "单于", "太叔", "申屠", "仲孙", "钟离", "闻人", "赫连", "歐陽", "司馬", "諸葛", "鲜于", "闾丘", "亓官", "拓跋",
    "万俟", "梁丘", "左丘", "纳兰", "耶律", "完颜",
];

/// Kinship words that are followed by the name of a family member.
const KIN: &[&str] = &[
    "儿子", "女儿", "孙子", "孙女", "外孙", "丈夫", "老公", "妻子", "老婆", "爱人", "父亲", "母亲", "爸爸", "妈妈",
    "爷爷", "奶奶", "外公", "外婆", "公公", "婆婆", "哥哥", "弟弟", "姐姐", "妹妹", "儿媳", "女婿", "老伴", "孩子",
    "小孩", "侄子", "侄女", "外甥", "大哥", "大姐", "岳父", "岳母", "养女", "养子", "继子", "继女", "本人", "家属",
    "亲属", "姥姥", "姥爷", "伯父", "叔叔", "姑姑",
];

/// Kinship words of one character, which count only at the beginning of a phrase: `其女王小红`.
const SHORT_KIN: &[char] = &['儿', '女', '子', '父', '母', '妻', '夫', '孙'];

/// Beginnings of common words that look like a surname and a given name after a kinship word.
const COMMON: &[&str] = &[
    "方便", "方面", "高考", "高中", "高三", "高二", "高一", "高血", "高兴", "高龄", "高烧", "高度", "于是", "曾经",
    "曾患", "曾在", "曾因", "常常", "常年", "常用", "常说", "时常", "时候", "时间", "成绩", "成长", "成为", "成年",
    "成人", "向往", "向来", "安装", "安全", "安静", "安心", "马上", "白天", "白血", "白内", "明年", "明天", "应该",
    "应当", "何时", "都是", "都在", "都有", "都想", "都要", "能够", "能有", "能在", "和我", "和老", "和家", "车祸",
    "平时", "平安", "平日", "全家", "全身", "全部", "严重", "沈迷", "连续", "连一", "安度", "文化", "钱包", "金额",
    "温习", "温暖", "温书", "汤水", "水平", "水电", "花钱", "花费", "路上", "房间", "房屋", "房子", "计划", "单独",
    "单亲", "单身", "单车", "易患", "强烈", "艾灸", "甘愿", "解决", "解闷", "关节", "关心", "关爱", "查病", "查询",
    "看病", "许多", "许愿", "练习", "习惯", "游戏", "游泳", "游玩", "别的", "管理", "费用", "夏天", "冬天", "暑假",
    "寒假", "农村", "毛病", "毛衣", "石膏", "焦虑", "党员", "万分", "来说", "来回", "洗澡", "有点", "从小", "从不",
    "从来", "苗条", "乐器", "乐观", "居家", "居住", "过年", "过冬", "过生", "过节",
];

/// Given names that are also everyday words; without a surname they do not count as names.
const EVERYDAY: &[&str] = &[
    "希望", "健康", "阳光", "平安", "幸福", "国庆", "建设", "文明", "学习", "数学", "英语", "快乐", "开心", "美丽",
    "温暖", "团结", "友好", "光明", "和平", "胜利", "电脑", "生活", "帮助", "家庭", "大家", "孩子", "小孩", "儿子",
    "女儿", "社区", "春节", "元旦", "中秋", "重阳", "党员", "老人", "老师", "方便", "能够", "书包", "书桌", "长寿",
    "安全", "安心", "高兴", "爱心", "公益", "志愿", "成长", "未来", "梦想",
];

/// The public name of a wisher: the surname and `**`; nothing for children and the nameless. A household (`伍峰峰一家`) is
/// named after its head, a foreign name is its first letter.
pub fn wisher(name: Option<&str>, child: bool) -> String {
    let name = name.map(str::trim).unwrap_or_default();
    match name.chars().next() {
        Some(_) if child => String::new(),
        Some(first) => format!("{}**", surname(name).unwrap_or(&name[..first.len_utf8()])),
        None => String::new(),
    }
}

/// Whether a name is a word that texts use without meaning anybody: a member called 方便.
pub fn is_everyday(name: &str) -> bool {
    EVERYDAY.contains(&name) || COMMON.contains(&name)
}

/// Adds the places where `text` contains one of `names`, a name of their families, or any name after 叫.
pub(super) fn find(text: &str, names: &[&str], looks: Looks, hits: &mut Vec<Hit>) {
    for name in names {
        let name = person(name);
        let surname = surname(name);
        if let Some(surname) = surname {
            find_kin(text, surname, hits);
        }
        if name.chars().count() < 2 || name.contains(['*', '＊', '某']) {
            continue;
        }
        find_name(text, name, looks, hits);
        if let Some(given) = surname.and_then(|surname| name.strip_prefix(surname)) {
            find_given(text, given, hits);
        }
    }
    if looks.called {
        find_called(text, hits);
    }
}

/// The name without the words that denote a household.
fn person(name: &str) -> &str {
    let name = name.trim();
    ["一家", "家庭", "全家", "家", "户"]
        .iter()
        .find_map(|word| name.strip_suffix(word).filter(|rest| rest.chars().count() >= 2))
        .unwrap_or(name)
}

/// The surname of a Chinese name.
fn surname(name: &str) -> Option<&str> {
    if let Some(double) = DOUBLE_SURNAMES.iter().find(|double| name.starts_with(**double)) {
        return name.get(..double.len());
    }
    let first = name.chars().next().filter(|c| is_han(*c))?;
    name.get(..first.len_utf8())
}

/// Finds the full name, also with blanks and dots between its characters.
fn find_name(text: &str, name: &str, looks: Looks, hits: &mut Vec<Hit>) {
    if !looks.gaps && looks.letters == 0 && !name.contains(char::is_whitespace) {
        push_all(text, name, hits);
        return;
    }
    let wanted: Vec<char> = name.chars().filter(|c| !is_gap(*c)).collect();
    if wanted.is_empty() {
        // A name of marks alone: `---`.
        return;
    }
    let seen: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !is_gap(*c)).collect();
    for window in seen.windows(wanted.len()) {
        let same = window.iter().zip(&wanted).all(|((_, c), wanted)| c.eq_ignore_ascii_case(wanted));
        if let (true, Some((start, _)), Some((last, c))) = (same, window.first(), window.last()) {
            push(hits, *start, last + c.len_utf8());
        }
    }
}

/// Finds the given name alone, if it has two characters and is not an everyday word.
fn find_given(text: &str, given: &str, hits: &mut Vec<Hit>) {
    if given.chars().count() == 2 && !EVERYDAY.contains(&given) {
        push_all(text, given, hits);
    }
}

/// Finds `儿子王小明`, if the wisher's surname is 王.
fn find_kin(text: &str, surname: &str, hits: &mut Vec<Hit>) {
    for (at, _) in text.match_indices(surname) {
        let (before, rest) = text.split_at(at);
        let before = before.trim_end_matches([' ', '　', '：', ':', '，', ',', '（', '(', '、']);
        if !ends_with_kin(before) || COMMON.iter().any(|word| rest.starts_with(word)) {
            continue;
        }
        let given: usize = rest[surname.len()..].chars().take(2).take_while(|c| is_han(*c)).map(char::len_utf8).sum();
        if given > 0 {
            push(hits, at, at + surname.len() + given);
        }
    }
}

fn ends_with_kin(text: &str) -> bool {
    KIN.iter().any(|word| text.ends_with(word))
        || text
            .strip_suffix(SHORT_KIN)
            .is_some_and(|before| before.chars().next_back().is_none_or(|c| !is_han(c) || matches!(c, '其' | '有')))
}

/// Finds `女儿叫小红`, `名叫李雷`.
fn find_called(text: &str, hits: &mut Vec<Hit>) {
    const ALWAYS: &[&str] =
        &["名叫", "名字叫", "名字是", "姓名：", "姓名:", "姓名是", "叫做", "小名", "取名", "真名", "全名"];
    for word in ALWAYS {
        for (at, _) in text.match_indices(word) {
            push_called(text, at + word.len(), hits);
        }
    }
    for (at, word) in text.match_indices('叫') {
        let before = &text[..at];
        if before.ends_with(['我', '他', '她']) || ends_with_kin(before) {
            push_called(text, at + word.len(), hits);
        }
    }
}

/// The name that begins at `start`, if there is one.
fn push_called(text: &str, start: usize, hits: &mut Vec<Hit>) {
    const NO_NAME: &[char] = &[
        '我', '你', '他', '她', '它', '人', '车', '醒', '苦', '喊', '来', '去', '上', '不', '了', '一', '个', '外',
        '救', '做', '字', '什', '这', '那', '出', '的', '得', '过', '着', '是', '大', '家', '门', '吃', '回', '起',
        '开', '到', '为', '声',
    ];
    let rest = text.get(start..).unwrap_or_default();
    let lead: usize =
        rest.chars().take_while(|c| matches!(c, ' ' | '：' | ':' | '“' | '"' | '「')).map(char::len_utf8).sum();
    let name: String = rest[lead..].chars().take(3).take_while(|c| is_han(*c) || c.is_ascii_alphabetic()).collect();
    if !name.is_empty() && !name.starts_with(NO_NAME) {
        push(hits, start + lead, start + lead + name.len());
    }
}

fn push_all(text: &str, word: &str, hits: &mut Vec<Hit>) {
    let mut from = 0;
    while let Some(found) = memchr::memmem::find(&text.as_bytes()[from..], word.as_bytes()) {
        push(hits, from + found, from + found + word.len());
        from += found + word.len();
    }
}

fn push(hits: &mut Vec<Hit>, start: usize, end: usize) {
    hits.push(Hit { kind: HitKind::PersonName, span: start..end });
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{323AF}')
}

/// Whether the character may separate the characters of a name.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '·' | '•' | '・' | '.' | '-' | '_' | '*' | '/' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
        )
}
