//! Words of a chat that name people, units, or nothing: looked up in the office file, longest names first.

use crate::intake::chat::{How, Piece, Share};
use crate::model::chat::Doubt;
use crate::store::roll::{Person, Roll};

/// A part of a line once its words are looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Number(u32, How),
    Quantity(u32, Share),
    /// So many people.
    Several(u32),
    Phone(String),
    /// All members of one name.
    People(Vec<Person>),
    /// Organisations that a word names exactly.
    Unit(String, Vec<i64>),
    /// A word that is neither: perhaps short for a unit, perhaps about the wish.
    Loose(String),
    /// 、 and +, which join numbers and people alike.
    And,
    /// 和, 一起: people take something on together.
    Together,
}

/// Longer names are not looked for within a word.
const LONGEST_NAME: usize = 12;
/// A longer word is a sentence.
const LONGEST_WORD: usize = 48;

/// Words around names and numbers that say nothing of who or what; the longer before the shorter.
const FILLERS: &[&str] = &[
    "我们单位",
    "我们支部",
    "我们学校",
    "我们公司",
    "我们医院",
    "联系电话",
    "就交给我",
    "留给我",
    "老同志",
    "签名",
    "签字",
    "报到",
    "全部",
    "全要",
    "我们厂",
    "我们局",
    "我们所",
    "我单位",
    "认领一下",
    "登记一下",
    "登记下",
    "唔该晒",
    "唔该",
    "打包带走",
    "社区书记",
    "微心愿",
    "社区",
    "大家",
    "我认领",
    "我先认领",
    "我报名",
    "我负责",
    "认领人",
    "认领单位",
    "交给我",
    "给我吧",
    "算我的",
    "来完成",
    "管理员",
    "认领",
    "报名",
    "登记",
    "我来",
    "我包",
    "我要",
    "我接",
    "我领",
    "归我",
    "算我",
    "心愿",
    "编号",
    "姓名",
    "单位",
    "电话",
    "手机",
    "同志",
    "老师",
    "书记",
    "主任",
    "局长",
    "所长",
    "科长",
    "处长",
    "医生",
    "党员",
    "负责",
    "愿意",
    "预订",
    "预定",
    "预约",
    "联系",
    "老兵",
    "老党员",
    "志愿者",
    "归",
    "可以",
    "完成",
    "这个",
    "收到",
    "谢谢",
    "感谢",
    "辛苦",
    "麻烦",
    "好的",
    "是的",
    "群主",
    "我们",
    "我的",
    "现在",
    "数量",
    "那我",
    "再加",
    "还有",
    "另外",
    "各位",
    "本人",
    "确认",
    "已报",
    "申请",
    "就是",
    "没问题",
    "早上好",
    "上午好",
    "下午好",
    "落实",
    "ok",
    "OK",
    "我",
    "来",
    "包",
    "要",
    "接",
    "领",
    "报",
    "抢",
    "的",
    "吧",
    "啦",
    "了",
    "哈",
    "哦",
    "呀",
    "啊",
    "哟",
    "嗯",
    "好",
    "请",
    "那",
    "就",
    "也",
    "先",
    "再",
    "加",
    "都",
    "各",
    "想",
    "选",
    "认",
    "号",
    "个",
    "份",
    "是",
    "由",
    "给",
    "能",
    "会",
    "共",
    "都要",
    "再来",
    "一下",
];
const TOGETHER: &[&str] = &["一起", "一齐", "一同", "共同", "联合", "合领", "合认", "和", "与", "跟", "及", "同"];

/// The parts of a line.
pub fn parts(pieces: &[Piece], roll: &mut Roll<'_>) -> anyhow::Result<Vec<Part>> {
    let mut parts = Vec::with_capacity(pieces.len());
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        if let Some(name) = spaced(piece, pieces.peek().copied()) {
            let people = roll.people(&name)?;
            if !people.is_empty() {
                parts.push(Part::People(people.to_vec()));
                pieces.next();
                continue;
            }
        }
        match piece {
            Piece::Number(number, how) => parts.push(Part::Number(*number, *how)),
            Piece::Quantity(quantity, share) => parts.push(Part::Quantity(*quantity, *share)),
            Piece::Several(count) => parts.push(Part::Several(*count)),
            Piece::Phone(digits) => parts.push(Part::Phone(digits.clone())),
            Piece::And => parts.push(Part::And),
            Piece::Word(word) => read(word, roll, &mut parts)?,
        }
    }
    Ok(parts)
}

/// Two letters that may be one name: 刘 阳, set as wide as names of three.
fn spaced(piece: &Piece, next: Option<&Piece>) -> Option<String> {
    let (Piece::Word(surname), Some(Piece::Word(given))) = (piece, next) else { return None };
    let is_one = |word: &str| word.chars().count() == 1;
    (is_one(surname) && is_one(given)).then(|| format!("{surname}{given}"))
}

/// Adds the members' names that a word has in it; the letters of a unit are none.
pub fn names(word: &str, roll: &mut Roll<'_>, found: &mut Vec<String>) -> anyhow::Result<()> {
    if word.chars().count() > LONGEST_WORD || !roll.units(word).is_empty() {
        return Ok(());
    }
    let chars: Vec<char> = word.chars().collect();
    let Some((start, end)) = name_within(&chars, roll)? else { return Ok(()) };
    found.push(chars[start..end].iter().collect());
    names(&chars[..start].iter().collect::<String>(), roll, found)?;
    names(&chars[end..].iter().collect::<String>(), roll, found)
}

/// Looks a word up: as a whole, without the fillers around it, then for a name within it.
pub fn read(word: &str, roll: &mut Roll<'_>, parts: &mut Vec<Part>) -> anyhow::Result<()> {
    if let Some(part) = whole(word, roll)? {
        parts.push(part);
        return Ok(());
    }
    let chars: Vec<char> = word.chars().collect();
    if chars.len() <= LONGEST_WORD
        && let Some((start, end)) = name_within(&chars, roll)?
    {
        let name: String = chars[start..end].iter().collect();
        let people = roll.people(&name)?.to_vec();
        let before: String = chars[..start].iter().collect();
        let behind: String = chars[end..].iter().collect();
        read_rest(&before, roll, parts)?;
        parts.push(Part::People(people));
        return read_rest(&behind, roll, parts);
    }
    read_rest(word, roll, parts)
}

fn read_rest(word: &str, roll: &mut Roll<'_>, parts: &mut Vec<Part>) -> anyhow::Result<()> {
    let mut rest = word.trim();
    let mut together = false;
    loop {
        if rest.is_empty() {
            break;
        }
        if let Some(part) = whole(rest, roll)? {
            parts.push(part);
            break;
        }
        let Some((shorter, is_together)) = without_filler(rest) else {
            match name_within(&rest.chars().collect::<Vec<_>>(), roll)? {
                Some(_) if rest.len() < word.len() => read(rest, roll, parts)?,
                _ => parts.push(Part::Loose(rest.to_owned())),
            }
            break;
        };
        together |= is_together;
        rest = shorter;
    }
    if together {
        parts.push(Part::Together);
    }
    Ok(())
}

/// The word without the longest filler at its beginning or end, and whether that was one for 一起.
fn without_filler(word: &str) -> Option<(&str, bool)> {
    let fillers = FILLERS.iter().map(|filler| (*filler, false)).chain(TOGETHER.iter().map(|filler| (*filler, true)));
    let shorter = fillers.filter_map(|(filler, together)| {
        let rest = word.strip_prefix(filler).or_else(|| word.strip_suffix(filler))?;
        Some((rest, together))
    });
    shorter.min_by_key(|(rest, _)| rest.len())
}

fn whole(word: &str, roll: &mut Roll<'_>) -> anyhow::Result<Option<Part>> {
    let people = roll.people(word)?;
    if !people.is_empty() {
        return Ok(Some(Part::People(people.to_vec())));
    }
    let units = roll.units(word);
    Ok((!units.is_empty()).then(|| Part::Unit(word.to_owned(), units)))
}

/// The longest name within a word; of several the first whose surroundings say nothing more, else the first.
fn name_within(word: &[char], roll: &mut Roll<'_>) -> anyhow::Result<Option<(usize, usize)>> {
    for length in (2..=word.len().min(LONGEST_NAME)).rev() {
        for start in 0..=word.len() - length {
            let name: String = word[start..start + length].iter().collect();
            if !roll.people(&name)?.is_empty() {
                return Ok(Some((start, start + length)));
            }
        }
    }
    Ok(None)
}

/// What is next to a name and narrows whom it means.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    pub units: Vec<(String, Vec<i64>)>,
    pub loose: Vec<String>,
    pub phone: Option<String>,
}

/// Whom a name means.
pub struct Meant {
    pub fits: Vec<Person>,
    pub doubts: Vec<Doubt>,
    /// Loose words that mean this person's unit.
    pub used: Vec<String>,
}

/// Narrows the people of one name by what is next to it.
pub fn meant(people: &[Person], beside: &Beside, roll: &Roll<'_>) -> Meant {
    let mut meant = Meant { fits: people.to_vec(), doubts: Vec::new(), used: Vec::new() };
    if let Some(phone) = &beside.phone {
        let same = |one: &Person| one.phone.as_ref().is_some_and(|own| own.to_string() == *phone);
        if people.iter().any(same) {
            meant.fits.retain(same);
        }
    }
    for (word, orgs) in &beside.units {
        let fits = |one: &Person| orgs.iter().any(|org| roll.belongs(one.org, *org)) || roll.may_mean(word, one.org);
        if meant.fits.iter().any(fits) {
            meant.fits.retain(fits);
        } else if let [one, ..] = meant.fits.as_slice() {
            let own = one.org.map(|org| roll.orgs.name(org)).unwrap_or_default().to_owned();
            meant.doubts.push(Doubt::OtherUnit { unit: word.clone(), own });
        }
    }
    for word in &beside.loose {
        let fits = |one: &Person| roll.may_mean(word, one.org);
        if meant.fits.iter().any(fits) {
            meant.fits.retain(fits);
            meant.used.push(word.clone());
        }
    }
    if meant.fits.len() > 1 {
        meant.doubts.push(Doubt::Namesakes(meant.fits.iter().map(|one| roll.candidate(one)).collect()));
    }
    meant
}
