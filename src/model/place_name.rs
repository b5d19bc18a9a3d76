//! When two names of places are one: 龙津, 龙津居委会, 龙津社区党委 and 龍津社區 are 龙津社区, and 金花街道办事处 is 金花街道. What
//! distinguishes two places stays: 红星村 and 红星社区, 龙津东社区 and 龙津西社区. Which place is meant only the office file knows.

use super::folding::folded;
use super::simplified::simplified;

/// A name as it is compared: simplified, and what kind of place its ending says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceName {
    pub core: String,
    pub sort: Sort,
}

/// What the ending of a name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Community,
    Village,
    Street,
    Town,
    /// Another ending that makes a name of its own: 驿站, 区, 市.
    Other(&'static str),
    /// None: the name may be short for any of these.
    Bare,
}

/// Endings, those that end with another one before it.
const ENDINGS: &[(&str, Sort)] = &[
    ("社区居民委员会", Sort::Community),
    ("社区党群服务中心", Sort::Community),
    ("社区居委会", Sort::Community),
    ("社区党总支", Sort::Community),
    ("社区党支部", Sort::Community),
    ("社区居委", Sort::Community),
    ("社区党委", Sort::Community),
    ("居民委员会", Sort::Community),
    ("居委会", Sort::Community),
    ("居委", Sort::Community),
    ("社区", Sort::Community),
    ("村村民委员会", Sort::Village),
    ("村民委员会", Sort::Village),
    ("村党群服务中心", Sort::Village),
    ("村村委会", Sort::Village),
    ("村党总支", Sort::Village),
    ("村党支部", Sort::Village),
    ("村委会", Sort::Village),
    ("村党委", Sort::Village),
    ("行政村", Sort::Village),
    ("村委", Sort::Village),
    ("村", Sort::Village),
    ("街道办事处", Sort::Street),
    ("街道党工委", Sort::Street),
    ("街办事处", Sort::Street),
    ("街党工委", Sort::Street),
    ("街道办", Sort::Street),
    ("街道", Sort::Street),
    ("街办", Sort::Street),
    ("街", Sort::Street),
    ("镇人民政府", Sort::Town),
    ("镇政府", Sort::Town),
    ("镇党委", Sort::Town),
    ("镇", Sort::Town),
    ("乡", Sort::Other("乡")),
    ("驿站", Sort::Other("驿站")),
    ("服务站", Sort::Other("服务站")),
    ("经济联社", Sort::Other("经济联社")),
    ("小区", Sort::Other("小区")),
    ("区", Sort::Other("区")),
    ("县", Sort::Other("县")),
    ("市", Sort::Other("市")),
];

/// Words that stand where a place belongs and name none.
const NO_PLACES: &[&str] = &[
    "其他",
    "其它",
    "不详",
    "未知",
    "不清楚",
    "不明",
    "待定",
    "不知道",
    "街道",
    "社区",
    "镇街",
    "街镇",
    "镇",
    "村",
    "街",
    "乡",
    "区",
    "县",
    "市",
    "居委",
    "居委会",
    "村委",
    "村委会",
    "村居",
    "驿站",
    "本社区",
    "本街道",
    "外地",
    "市外",
    "省外",
    "同上",
    "辖区",
    "辖区内",
    "小区",
    "各村(居)",
    "村(居)",
];

impl PlaceName {
    pub fn of(name: &str) -> PlaceName {
        let name = simplified(&folded(name)).replace(['(', ')'], "");
        for (ending, sort) in ENDINGS {
            if let Some(core) = name.strip_suffix(ending).filter(|core| !core.is_empty()) {
                return PlaceName { core: core.to_owned(), sort: *sort };
            }
        }
        PlaceName { core: name, sort: Sort::Bare }
    }

    /// Whether two names may mean one place: the same but for what goes with their kind of place.
    pub fn fits(&self, other: &PlaceName) -> bool {
        let is_local = |sort| matches!(sort, Sort::Community | Sort::Village | Sort::Street | Sort::Town);
        self.core == other.core
            && (self.sort == other.sort
                || (self.sort == Sort::Bare && is_local(other.sort))
                || (other.sort == Sort::Bare && is_local(self.sort)))
    }
}

/// Whether a word names no place at all.
pub fn is_no_place(word: &str) -> bool {
    const ALL_OR_SOME: [&str; 10] = ["全", "各", "本", "所有", "整个", "多个", "若干", "其他", "其它", "辖区"];
    let word = simplified(&folded(word)).into_owned();
    let is_none = |word: &str| NO_PLACES.contains(&word);
    let behind = |before: &&str| word.strip_prefix(*before).is_some_and(is_none);
    is_none(&word) || ALL_OR_SOME.iter().any(behind)
}

/// The name that a new place gets: that of the place, not of the body that sits there (龙津社区党委).
pub fn plain_name(name: &str) -> &str {
    const PLACES: [&str; 6] = ["社区", "社區", "村", "街道", "镇", "鎮"];
    const BODIES: [&str; 12] = [
        "居民委员会",
        "村民委员会",
        "党群服务中心",
        "办事处",
        "党工委",
        "党总支",
        "党支部",
        "居委会",
        "村委会",
        "居委",
        "村委",
        "党委",
    ];
    let place = BODIES.iter().find_map(|body| name.strip_suffix(body));
    place
        .filter(|place| PLACES.iter().any(|ending| place.len() > ending.len() && place.ends_with(ending)))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(one: &str, other: &str) -> bool {
        PlaceName::of(one).fits(&PlaceName::of(other))
    }

    #[test]
    fn one_place_has_many_names() {
        for name in [
            "龙津",
            "龙津居委会",
            "龙津社区居委会",
            "龙津社区党委",
            "龍津社區",
            "龙 津 社区",
            "龙津社区居民委员会",
            "龙津社区党群服务中心",
        ] {
            assert!(fits(name, "龙津社区"), "{name}");
        }
        for name in ["红星", "红星村委会", "红星村村民委员会", "红星村党总支", "红星行政村"] {
            assert!(fits(name, "红星村"), "{name}");
        }
        for name in ["金花", "金花街", "金花街道办事处", "金花街道办", "金花街道党工委"] {
            assert!(fits(name, "金花街道"), "{name}");
        }
        assert!(fits("太平镇人民政府", "太平镇") && fits("太平", "太平镇"));
    }

    #[test]
    fn two_places_stay_two() {
        for (one, other) in [
            ("龙津东社区", "龙津西社区"),
            ("龙津东社区", "龙津社区"),
            ("红星村", "红星社区"),
            ("太平镇", "太平街道"),
            ("龙津驿站", "龙津社区"),
            ("荔湾区", "荔湾社区"),
            ("第一社区", "第二社区"),
            ("龙津街社区", "龙津社区"),
            ("东区社区", "东社区"),
        ] {
            assert!(!fits(one, other), "{one} {other}");
        }
    }

    #[test]
    fn no_two_streets_of_the_city_are_one() {
        let streets: Vec<(&str, PlaceName)> = include_str!("../../tests/lists/guangzhou-streets.csv")
            .lines()
            .skip(1)
            .filter_map(|line| line.rsplit_once(','))
            .filter_map(|(before, street)| Some((before.rsplit_once(',')?.1, PlaceName::of(street))))
            .collect();
        assert!(streets.len() > 170);
        for (at, (district, street)) in streets.iter().enumerate() {
            for (other_district, other) in &streets[at + 1..] {
                assert!(district != other_district || !street.fits(other), "{street:?} {other:?}");
            }
        }
    }

    #[test]
    fn level_alone_is_no_place() {
        for word in [
            "街道",
            "社区",
            "社區",
            "其他",
            "不详",
            " 其 它 ",
            "全街",
            "全区",
            "全镇",
            "各社区",
            "各街道",
            "全社区",
            "所有社区",
            "本村",
        ] {
            assert!(is_no_place(word), "{word}");
        }
        for word in ["龙津", "龙津社区", "新村", "东区", "全福社区", "本原村"] {
            assert!(!is_no_place(word), "{word}");
        }
        assert_eq!(plain_name("龙津社区党委"), "龙津社区");
        assert_eq!(plain_name("龙津居委会"), "龙津居委会");
        assert_eq!(plain_name("村委"), "村委");
    }
}
