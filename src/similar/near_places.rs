//! Whether the name of a place may be another one mistyped. Short names are dense: 官洲 and 华洲, 石牌 and 石井 are streets
//! of one city. So in them a wrong character counts only where it is likely to be written for the other one: it sounds
//! alike, or looks alike. Pure: compares characters, and knows no place.

use pinyin::{Pinyin, ToPinyin, ToPinyinMulti};

use crate::model::place_name::{PlaceName, Sort};

/// Whether the names of two places are so close that one may be the other mistyped: one character wrong, missing or
/// added, or two swapped. What distinguishes places is no slip: 龙津东 and 龙津西, 第一 and 第二, 新龙津 and 龙津.
pub fn near_places(one: &str, other: &str) -> bool {
    let (one, other) = (PlaceName::of(one), PlaceName::of(other));
    if one.core == other.core {
        return one != other;
    }
    if contains(&one, &other) || contains(&other, &one) {
        return true;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.core.chars().collect(), other.core.chars().collect());
    match slip(&one, &other) {
        Some(([wrong], [right])) if one.len() <= DENSE => sound_alike(*wrong, *right) || look_alike(*wrong, *right),
        slip => slip.is_some(),
    }
}

/// Whether a name has the whole name of a community in it, and more than what distinguishes places: 龙津社区第三网格.
fn contains(long: &PlaceName, short: &PlaceName) -> bool {
    let ending = match short.sort {
        Sort::Community => "社区",
        Sort::Village => "村",
        Sort::Street | Sort::Town | Sort::Other(_) | Sort::Bare => return false,
    };
    if short.core.chars().count() < 2 {
        return false;
    }
    let whole = format!("{}{ending}", short.core);
    let long = match long.sort {
        Sort::Community => format!("{}社区", long.core),
        Sort::Village => format!("{}村", long.core),
        Sort::Street | Sort::Town | Sort::Other(_) | Sort::Bare => long.core.clone(),
    };
    let around = long.split_once(&whole);
    around.is_some_and(|(before, behind)| before.chars().chain(behind.chars()).any(|c| !TELLING.contains(c)))
}

/// What differs between two names that are one slip apart; `None` where they are further apart, and where only what
/// distinguishes places differs.
fn slip<'n>(one: &'n [char], other: &'n [char]) -> Option<(&'n [char], &'n [char])> {
    if one.len().min(other.len()) < 2 || super::slips(one, other, 1).is_none() {
        return None;
    }
    let begin = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[begin..], &other[begin..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);
    let is_telling = |c: &char| TELLING.contains(*c) || c.is_ascii_alphanumeric();
    (!one.iter().chain(other).all(is_telling)).then_some((one, other))
}

const TELLING: &str = "东西南北中上下前后左右内外新旧老大小一二三四五六七八九十百甲乙丙丁0123456789";

/// Names of up to this many characters differ in one of them as often as not: of the streets of China, within one
/// district, 5,400 pairs of two characters and 240 of three, against 70 of more.
const DENSE: usize = 3;

/// Characters that are taken for each other by their shapes, in handwriting and by input methods that go by strokes.
const LOOK_ALIKE: [&str; 72] = [
    "虬虹虾蚪",
    "已己巳",
    "末未木本",
    "土士工",
    "日曰目",
    "人入八",
    "天夫无",
    "太犬",
    "千干于",
    "王玉主",
    "田由甲申电",
    "午牛",
    "今令",
    "刀力",
    "戊戍戌成",
    "村材林",
    "坑抗",
    "涌桶通捅",
    "埔浦圃铺",
    "沙抄",
    "岗岚冈",
    "岭岑苓",
    "泮伴",
    "棠裳",
    "陂坡破波",
    "榄揽缆",
    "萝箩",
    "滘窖漖",
    "冼洗",
    "墩敦",
    "蚬砚",
    "潭谭",
    "鹤鹄",
    "鳌鳖",
    "碁基",
    "坭泥",
    "沥历",
    "梯悌",
    "厘里",
    "湾弯",
    "洲州",
    "渡度",
    "溪淇",
    "洛落",
    "桥侨",
    "园圆",
    "苑宛",
    "楼搂",
    "塔搭",
    "庙届",
    "乌鸟",
    "风凤",
    "龙尤",
    "兔免",
    "贝见",
    "侯候",
    "晴睛",
    "晓哓",
    "暖援",
    "芳苏",
    "莲连",
    "菜莱",
    "茶荼",
    "芦庐",
    "荣菜",
    "恩思",
    "惠慧",
    "享亨",
    "宜宣",
    "泰秦",
    "幸辛",
    "广厂",
];

fn look_alike(one: char, other: char) -> bool {
    LOOK_ALIKE.iter().any(|alike| alike.contains(one) && alike.contains(other))
}

/// Whether one syllable may be typed for the other in pinyin, tones aside: so one picks the wrong character from the
/// list of an input method. What people of the south do not distinguish is one: zh and z, n and l, ing and in.
fn sound_alike(one: char, other: char) -> bool {
    let other = syllables(other);
    syllables(one).iter().any(|syllable| other.contains(syllable))
}

fn syllables(c: char) -> Vec<String> {
    let plain = |reading: Pinyin| southern(reading.plain());
    let several = c.to_pinyin_multi().into_iter().flatten().map(plain);
    several.chain(c.to_pinyin().map(plain)).collect()
}

fn southern(syllable: &str) -> String {
    let mut letters = syllable.to_owned();
    for (from, to) in [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l")] {
        if let Some(rest) = syllable.strip_prefix(from) {
            letters = format!("{to}{rest}");
        }
    }
    letters.strip_suffix("ng").map(|begin| format!("{begin}n")).unwrap_or(letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::simplified::simplified;
    use std::collections::BTreeMap;

    /// The names of the streets of Guangzhou, by district.
    fn streets() -> BTreeMap<&'static str, Vec<&'static str>> {
        let mut streets: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for line in include_str!("../../tests/lists/guangzhou-streets.csv").lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            streets.entry(cells[1]).or_default().push(cells[2]);
        }
        streets
    }

    fn near_pairs<'n>(names: &[&'n str]) -> Vec<(&'n str, &'n str)> {
        let pairs = names.iter().enumerate().flat_map(|(at, one)| names[at + 1..].iter().map(|other| (*one, *other)));
        pairs.filter(|(one, other)| near_places(one, other)).collect()
    }

    /// Each character of a name in turn replaced by each of the characters that stand for it.
    fn slips_of(name: &str, stand_for: impl Fn(char) -> Vec<char>) -> Vec<String> {
        let core: Vec<char> = PlaceName::of(name).core.chars().collect();
        let ending: String = name.chars().skip(core.len()).collect();
        let mut slips = Vec::new();
        for (at, right) in core.iter().enumerate() {
            let is_slip = |wrong: &char| wrong != right && !(TELLING.contains(*right) && TELLING.contains(*wrong));
            for wrong in stand_for(*right).into_iter().filter(is_slip) {
                let written = core.iter().enumerate().map(|(i, c)| if i == at { wrong } else { *c });
                slips.push(written.collect::<String>() + &ending);
            }
        }
        slips
    }

    #[test]
    fn slips_are_near_and_distinguishing_characters_are_not() {
        for (one, other) in [
            ("荔弯街道", "荔湾街道"),
            ("金化街", "金花街道"),
            ("蟠虹社区", "蟠虬社区"),
            ("盘虬社区", "蟠虬社区"),
            ("锦农社区", "锦龙社区"),
            ("新隆东社区", "新龙东社区"),
            ("花金街道", "金花街道"),
            ("金花岗街道", "金花街道"),
            ("三元社区", "三元里社区"),
            ("南方大院社区", "南方大学社区"),
            ("红星村", "红星社区"),
            ("龙津社区第三网格", "龙津社区"),
            ("龙津社区（第2网格）", "龙津社区"),
            ("龙津社区和华林社区", "华林社区"),
        ] {
            assert!(near_places(one, other) && near_places(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("官洲街道", "华洲街道"),
            ("东漖街道", "东沙街道"),
            ("石牌街道", "石井街道"),
            ("龙津东社区", "龙津西社区"),
            ("第一社区", "第二社区"),
            ("新龙津社区", "龙津社区"),
            ("锦龙苑社区", "锦龙里社区"),
        ] {
            assert!(!near_places(one, other) && !near_places(other, one), "{one} {other}");
        }
    }

    #[test]
    fn hardly_two_streets_of_a_city_are_near_though_many_differ_in_one_character() {
        let streets = streets();
        for names in streets.values() {
            assert_eq!(near_pairs(names), [], "in one district");
        }
        let all: Vec<&str> = streets.values().flatten().copied().collect();
        let near = near_pairs(&all);
        let cores: Vec<Vec<char>> = all.iter().map(|name| PlaceName::of(name).core.chars().collect()).collect();
        let one_apart = cores.iter().enumerate().map(|(at, one)| {
            cores[at + 1..].iter().filter(|other| one != *other && slip(one, other).is_some()).count()
        });
        assert!(one_apart.sum::<usize>() > 250 && near.len() < 10, "{near:?}");
    }

    #[test]
    fn communities_named_after_one_street_are_not_near() {
        for street in ["金花", "彩虹"] {
            let names: Vec<String> =
                "东西南北中和平安康新兴荣华福乐仁".chars().map(|c| format!("{street}{c}社区")).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let pairs = near_pairs(&names);
            assert!(pairs.len() <= 2, "of 120: {pairs:?}");
        }
    }

    #[test]
    fn every_likely_slip_in_the_name_of_a_street_is_caught() {
        let common: Vec<char> =
            ('\u{4E00}'..='\u{9FA5}').filter(|c| simplified(&c.to_string()) == c.to_string()).collect();
        let same_sound = |right: char| {
            let sound = right.to_pinyin().map(Pinyin::plain);
            common.iter().copied().filter(|c| c.to_pinyin().map(Pinyin::plain) == sound).take(20).collect()
        };
        let same_shape = |right: char| {
            LOOK_ALIKE.iter().filter(|alike| alike.contains(right)).flat_map(|alike| alike.chars()).collect()
        };
        let (mut sounds, mut shapes) = (0, 0);
        for name in streets().into_values().flatten().filter(|name| PlaceName::of(name).core.chars().count() > 1) {
            let (of_sound, of_shape) = (slips_of(name, same_sound), slips_of(name, same_shape));
            sounds += of_sound.len();
            shapes += of_shape.len();
            for slip in of_sound.iter().chain(&of_shape) {
                assert!(near_places(name, slip) || PlaceName::of(name) == PlaceName::of(slip), "{name} {slip}");
            }
        }
        assert!(sounds > 5000 && shapes > 100, "{sounds} {shapes}");
    }

    #[test]
    fn missing_added_and_swapped_characters_are_caught() {
        for name in streets().into_values().flatten() {
            let PlaceName { core, .. } = PlaceName::of(name);
            let ending = name.strip_prefix(core.as_str()).unwrap_or_default();
            assert!(near_places(name, &format!("{core}湾{ending}")), "{name}");
            let chars: Vec<char> = core.chars().collect();
            if let [one, other, rest @ ..] = chars.as_slice() {
                let rest: String = rest.iter().collect();
                let is_distinguishing = TELLING.contains(*one) && TELLING.contains(*other);
                assert!(is_distinguishing || near_places(name, &format!("{other}{one}{rest}{ending}")), "{name}");
                assert!(
                    rest.is_empty() || TELLING.contains(*one) || near_places(name, &format!("{other}{rest}{ending}")),
                    "{name}"
                );
            }
        }
    }
}
