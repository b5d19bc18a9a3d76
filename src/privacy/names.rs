//! Names that the file knows: how a wisher is named in public, and whether a text contains one of them. Knows surnames and
//! kinship; whose names they are is for the caller.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

use super::Hit;
use super::chars::{DOUBLE_SURNAMES, is_han, is_name_only, is_surname, is_word};
use super::people::{KINS, LEADS, Seen, Trust, is_at, name_at, push, starts_double};
use crate::model::simplified::{simple, simplified};

/// Names of people that a file knows, as digests: a city's members and wishers in a few megabytes.
#[derive(Debug, Clone, Default)]
pub struct KnownNames {
    digests: HashSet<u64, BuildHasherDefault<DefaultHasher>>,
}

impl KnownNames {
    /// Adds every name of a cell.
    pub fn add(&mut self, cell: &str) {
        for name in names_in(cell) {
            let length = name.chars().count();
            if (2..=4).contains(&length) && !is_everyday(name) {
                self.digests.insert(digest(name.chars().map(simple)));
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.digests.is_empty()
    }

    fn has(&self, text: &[Seen]) -> bool {
        self.digests.contains(&digest(text.iter().map(|(_, c)| *c)))
    }
}

fn digest(name: impl Iterator<Item = char>) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.for_each(|c| c.hash(&mut hasher));
    hasher.finish()
}

/// Whether a name is a word that texts use without meaning anybody: a member called 方便 or 高兴.
pub fn is_everyday(name: &str) -> bool {
    const EVERYDAY: &[&str] = &[
        "希望", "健康", "阳光", "平安", "幸福", "国庆", "建设", "文明", "学习", "数学", "英语", "快乐", "开心", "美丽",
        "温暖", "团结", "友好", "光明", "和平", "胜利", "电脑", "生活", "帮助", "家庭", "大家", "孩子", "小孩", "儿子",
        "女儿", "社区", "春节", "元旦", "中秋", "重阳", "党员", "老人", "老师", "方便", "能够", "书包", "书桌", "长寿",
        "安全", "安心", "高兴", "爱心", "公益", "志愿", "成长", "未来", "梦想", "建国", "爱国", "立春", "冬至", "清明",
        "小雪", "大雪", "小寒", "解放", "文化", "卫生", "勤劳", "勇敢", "聪明", "美好", "友谊", "向上", "永远", "长城",
    ];
    EVERYDAY.contains(&name) || COMMON.contains(&name) || is_word(name)
}

/// What a shortened name ends with.
pub const SHORTENED: &str = "**";

/// The public name of a wisher: the surname and `**`; nothing for children and the nameless. A household (`伍峰峰一家`) is
/// named after its head, a foreign name is its first letter. Who is called by nothing but a double surname (欧阳) may
/// also be 欧 with the given name 阳: only the first character is shown, and of 单于婷 too.
pub fn wisher(name: Option<&str>, child: bool) -> String {
    let name = name.map(|name| name.trim_start_matches(|c: char| !c.is_alphanumeric())).unwrap_or_default();
    let Some(first) = name.chars().next().filter(|_| !child) else { return String::new() };
    let head = names_in(name).into_iter().next().unwrap_or(name);
    let shown = surname(head).filter(|surname| surname.chars().count() == 1 || is_surely_double(head, surname));
    format!("{}{SHORTENED}", shown.unwrap_or(&name[..first.len_utf8()]))
}

/// Whether a name begins with a double surname and with nothing else: three characters or more, and not of those that are
/// as often a single surname with a given name (单于婷, 东方红, 司马 alone).
fn is_surely_double(name: &str, double: &str) -> bool {
    const SURE: &[&str] = &[
        "欧阳", "歐陽", "司徒", "上官", "诸葛", "諸葛", "司马", "司馬", "皇甫", "夏侯", "尉迟", "令狐", "慕容", "轩辕",
        "呼延", "端木",
    ];
    let length = name.chars().count();
    SURE.contains(&double) && (3..=4).contains(&length)
}

/// The surname of a Chinese name.
fn surname(name: &str) -> Option<&str> {
    if let Some(double) = DOUBLE_SURNAMES.iter().find(|double| name.starts_with(**double)) {
        return name.get(..double.len());
    }
    let first = name.chars().next().filter(|c| is_han(*c))?;
    name.get(..first.len_utf8())
}

/// The names in a cell: `谢婉婷、李子轩`, `李子轩（谢婉婷代）`, `伍峰峰一家`, `Mary Smith`.
pub fn names_in(cell: &str) -> Vec<&str> {
    const BETWEEN: &[&str] = &[
        "夫妇",
        "夫妻",
        "一家",
        "全家",
        "家庭",
        "之子",
        "之女",
        "代填",
        "代办",
        "代理",
        "代",
        "户主",
        "母亲",
        "父亲",
        "监护人",
        "家长",
        "的",
        "及",
        "和",
        "与",
    ];
    let mut names = Vec::new();
    for part in
        cell.split(|c: char| !c.is_alphanumeric() && !matches!(c, '·' | '•' | '・' | ' ' | '\'' | '-' | '*' | '＊'))
    {
        let part = part.trim();
        // A short name may have such a character: 和, 代.
        let whole = part.chars().count() <= 3 && !BETWEEN[..7].iter().any(|word| part.contains(word));
        let mut rest = vec![part];
        if !whole {
            for word in BETWEEN {
                rest = rest.into_iter().flat_map(|one| one.split(word)).collect();
            }
        }
        let person = |one: &str| one.chars().count() >= 2 && !one.chars().all(|c| c.is_ascii_digit());
        let found = rest.into_iter().map(|one| household_head(one.trim())).filter(|one| person(one));
        names.extend(found.flat_map(apart_at_blanks));
    }
    names
}

/// 谢婉婷 李子轩: two names with a blank between. One name may have a blank too: 谢 婉婷, 司徒 美堂, Mary Smith.
fn apart_at_blanks(names: &str) -> Vec<&str> {
    const LONGEST_OF_ONE: usize = 4;
    let parts: Vec<&str> = names.split_whitespace().collect();
    let is_name = |part: &&str| {
        (2..=4).contains(&part.chars().count())
            && part.chars().all(is_han)
            && part.chars().next().is_some_and(is_surname)
            && !is_word(part)
    };
    let count: usize = parts.iter().map(|part| part.chars().count()).sum();
    if parts.len() > 1 && count > LONGEST_OF_ONE && parts.iter().all(is_name) { parts } else { vec![names] }
}

/// The name without the words that denote a household.
fn household_head(name: &str) -> &str {
    let ends = ["家", "户"].iter().find_map(|word| name.strip_suffix(word).filter(|rest| rest.chars().count() >= 2));
    ends.unwrap_or(name)
}

/// Adds the places where `text` contains one of `names`, of the wisher and the household, or a name of their families.
pub fn find_own(text: &[Seen], names: &[&str], hits: &mut Vec<Hit>) {
    let cells: Vec<Cow<'_, str>> = names.iter().map(|cell| simplified(cell)).collect();
    for name in cells.iter().flat_map(|cell| names_in(cell)) {
        let surname = surname(name);
        if let Some(surname) = surname {
            find_kin(text, surname, hits);
        }
        if name.contains(['*', '＊', '某']) {
            continue;
        }
        find_name(text, name, hits);
        parts_of(name).filter(|part| !is_everyday(part)).for_each(|part| find_name(text, part, hits));
        if let Some(given) = surname.and_then(|surname| name.strip_prefix(surname))
            && given.chars().count() == 2
            && !is_everyday(given)
        {
            find_name(text, given, hits);
        }
    }
}

/// The names that a name has, by any of which somebody may be called: 买买提 and 艾力, Amy and Chan.
fn parts_of(name: &str) -> impl Iterator<Item = &str> {
    const SHORTEST: usize = 2;
    const SHORTEST_LATIN: usize = 3;
    let parts = name.split(['·', '•', '・', ' ', '-']).filter(move |part| part.len() < name.len());
    parts.filter(|part| {
        let is_latin = part.chars().all(|c| c.is_ascii_alphabetic());
        part.chars().count() >= if is_latin { SHORTEST_LATIN } else { SHORTEST }
    })
}

/// Adds the places where `text` contains a name that the file knows.
pub fn find_known(text: &[Seen], known: &KnownNames, hits: &mut Vec<Hit>) {
    if known.is_empty() {
        return;
    }
    for here in 0..text.len() {
        if !is_surname(text[here].1) && !starts_double(text, here) {
            continue;
        }
        let longest = text[here..].iter().take(4).take_while(|(_, c)| is_han(*c)).count();
        let found = (2..=longest).rev().find(|length| {
            known.has(&text[here..here + length])
                && (*length > 2 || stands_alone(text, here))
                && !is_by_chance(text, here, *length)
        });
        if let Some(length) = found.or_else(|| known_with_blank(text, here, known)) {
            push(text, here, length, hits);
        }
    }
}

/// 覃 伟: the length of a known name of two characters with a blank between, as tables are set.
fn known_with_blank(text: &[Seen], here: usize, known: &KnownNames) -> Option<usize> {
    let blanks = text[here + 1..].iter().take(2).take_while(|(_, c)| c.is_whitespace()).count();
    let last = text.get(here + 1 + blanks).filter(|_| blanks > 0)?;
    let begins = here == 0 || !is_han(text[here - 1].1) || LEADS.before(text, here).is_some();
    (begins && known.has(&[text[here], *last])).then_some(2 + blanks)
}

/// Whether a name of two characters begins behind a sign, or is led by a word.
fn stands_alone(text: &[Seen], here: usize) -> bool {
    let begins = here == 0 || !is_han(text[here - 1].1);
    begins || KINS.before(text, here).is_some() && name_at(text, here, Trust::Led) == Some(2)
}

/// Whether the characters are rather a word and the beginning of another: 方便我, 高兴得.
fn is_by_chance(text: &[Seen], here: usize, length: usize) -> bool {
    let word: String = text[here..here + 2].iter().map(|(_, c)| *c).collect();
    is_word(&word) && !text[here + 2..here + length].iter().any(|(_, c)| is_name_only(*c))
}

/// Finds a name, also with blanks and signs between its characters. A word of every day has to stand alone.
fn find_name(text: &[Seen], name: &str, hits: &mut Vec<Hit>) {
    let wanted: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let everyday = is_everyday(name);
    // A name that is nothing but signs (`---`) is nobody's.
    let Some(first) = wanted.first().filter(|_| wanted.len() >= 2) else { return };
    for here in (0..text.len()).filter(|at| text[*at].1.eq_ignore_ascii_case(first)) {
        let Some(length) = matched(&text[here..], &wanted) else { continue };
        let (begins, end) = (here == 0 || !is_han(text[here - 1].1), here + length);
        let alone = begins && text.get(end).is_none_or(|(_, c)| !is_han(*c));
        let latin = first.is_ascii_alphanumeric();
        let inside_word = latin
            && (here > 0 && text[here - 1].1.is_ascii_alphanumeric()
                || text.get(end).is_some_and(|(_, c)| c.is_ascii_alphanumeric()));
        if (!everyday || alone) && !inside_word {
            push(text, here, length, hits);
        }
    }
}

/// How much of the text the wanted characters take, signs between them passed over.
fn matched(text: &[Seen], wanted: &[char]) -> Option<usize> {
    const MOST: usize = 3;
    let mut here = 0;
    for (place, c) in wanted.iter().enumerate() {
        let mut passed = 0;
        while place > 0 && passed < MOST && text.get(here).is_some_and(|(_, found)| !found.is_alphanumeric()) {
            here += 1;
            passed += 1;
        }
        if !text.get(here)?.1.eq_ignore_ascii_case(c) {
            return None;
        }
        here += 1;
    }
    Some(here)
}

/// Finds `儿子王小明`, if the wisher's surname is 王.
fn find_kin(text: &[Seen], surname: &str, hits: &mut Vec<Hit>) {
    let length = surname.chars().count();
    for here in (1..text.len()).filter(|at| is_at(text, *at, surname)) {
        let signs = text[..here]
            .iter()
            .rev()
            .take_while(|(_, c)| matches!(c, ' ' | '：' | ':' | '，' | ',' | '（' | '(' | '、'))
            .count();
        let led = KINS.before(text, here - signs).is_some() || is_after_short_kin(text, here);
        let given = text[here + length..].iter().take(2).take_while(|(_, c)| is_han(*c)).count();
        let word: String = text[here..here + length + given.min(1)].iter().map(|(_, c)| *c).collect();
        if led && given > 0 && !is_everyday(&word) && !begins_common(text, here) {
            push(text, here, length + given, hits);
        }
    }
}

/// `其女王小红`: kinship words of one character count only at the beginning of a phrase.
fn is_after_short_kin(text: &[Seen], here: usize) -> bool {
    const SHORT: &[char] = &['儿', '女', '子', '父', '母', '妻', '夫', '孙'];
    SHORT.contains(&text[here - 1].1)
        && (here == 1 || !is_han(text[here - 2].1) || matches!(text[here - 2].1, '其' | '有'))
}

fn begins_common(text: &[Seen], here: usize) -> bool {
    COMMON.iter().any(|word| is_at(text, here, word))
}

/// Beginnings of common words that look like a surname and a given name after a kinship word.
const COMMON: &[&str] = &[
    "方便", "方面", "高考", "高中", "高三", "高二", "高一", "高血", "高烧", "高度", "于是", "曾经", "曾患", "曾在",
    "曾因", "常常", "常用", "常说", "时常", "时候", "时间", "成绩", "向往", "向来", "安装", "马上", "白天", "白血",
    "白内", "应该", "应当", "何时", "都是", "都在", "都有", "都想", "都要", "能够", "能有", "能在", "和我", "和老",
    "和家", "车祸", "全家", "全身", "全部", "严重", "沈迷", "连续", "连一", "安度", "钱包", "金额", "花钱", "花费",
    "路上", "房间", "房屋", "房子", "计划", "单独", "单身", "单车", "易患", "强烈", "艾灸", "甘愿", "解决", "解闷",
    "关节", "关心", "关爱", "查病", "查询", "看病", "许多", "许愿", "练习", "游戏", "游泳", "游玩", "别的", "管理",
    "费用", "暑假", "寒假", "农村", "毛病", "毛衣", "石膏", "焦虑", "党员", "万分", "来说", "来回", "洗澡", "有点",
    "从小", "从不", "从来", "苗条", "乐器", "居家", "居住", "过年", "过冬", "过生", "过节", "温书", "汤水", "水电",
];
