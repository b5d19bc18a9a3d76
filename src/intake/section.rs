//! Headings over the parts of a list, and the place that one gives to the rows below it, where the list has no column of
//! places: 一、陈家祠社区. Knows texts; which rows are headings is decided in `skip`.

use super::columns::Columns;
use super::places::{names_of, without_marks};
use super::reading::trimmed;
use crate::model::place::{PlacePath, level_of};
use crate::model::place_name::is_no_place;
use crate::model::text::half_width;
use crate::model::words::{Level, ListKind};

/// A place whose heading is longer is none, in characters.
const LONGEST: usize = 24;

/// The places whose headings the rows below belong to, from the wider to the narrower.
#[derive(Debug, Default)]
pub struct Sections {
    open: Vec<Section>,
}

#[derive(Debug)]
struct Section {
    level: Level,
    names: Vec<String>,
    numbering: Numbering,
}

/// How a heading is numbered: headings numbered alike are of one rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbering {
    None,
    /// （一）
    Bracketed,
    /// 一、
    Plain,
}

impl Sections {
    /// A heading begins; whether it gives its place to the rows below. One that names none ends those of its rank.
    pub fn begin(&mut self, heading: &str) -> bool {
        let numbering = parts(heading).0;
        let Some((level, names)) = place_of(heading) else {
            let ended = self.open.iter().position(|section| section.numbering == numbering);
            self.open.truncate(ended.unwrap_or(if numbering == Numbering::None { 0 } else { self.open.len() }));
            return false;
        };
        self.open.retain(|section| section.level < level);
        self.open.push(Section { level, names, numbering });
        true
    }

    /// A row that may be a heading and is not known as one: what follows it is of no place that is known.
    pub fn end(&mut self) {
        self.open.clear();
    }

    /// The place of the rows below the last heading.
    pub fn place(&self) -> Option<PlacePath> {
        if self.open.is_empty() {
            return None;
        }
        let names = self.open.iter().flat_map(|section| &section.names).map(String::as_str);
        PlacePath::from_parts(names).ok()
    }
}

/// Whether headings may give their place to rows of a list: its records have places, and no column says which.
pub fn may_be_section(kind: ListKind, columns: &Columns) -> bool {
    let has_places = matches!(kind, ListKind::Wishes | ListKind::Projects | ListKind::Members | ListKind::Orgs);
    has_places && !columns.has_community()
}

/// Whether a heading names a place.
pub fn names_place(heading: &str) -> bool {
    place_of(heading).is_some()
}

/// The community that a sheet is called by: 蟠虬社区, 蟠虬社区(3月).
pub fn community_of_sheet(name: &str) -> Option<String> {
    let (level, names) = place_of(name)?;
    (level >= Level::Community).then(|| names.join("/"))
}

/// The community that a title is about: 金花街道陈家祠社区微心愿清单, 填报单位：陈家祠社区居委会.
pub fn community_of_title(title: &str) -> Option<String> {
    let end = title.find("社区")? + "社区".len();
    let before = title[..end].rsplit(|c: char| !c.is_alphabetic() || "年月度".contains(c)).next()?;
    let names = names_of(before)?;
    let name = names.last().filter(|name| level_of(name) == Some(Level::Community) && !is_no_place(name))?;
    (name.chars().count() <= LONGEST / 2).then(|| name.clone())
}

/// The level of the place that a heading names, and its names.
fn place_of(heading: &str) -> Option<(Level, Vec<String>)> {
    let (_, text) = parts(heading);
    let names = names_of(text).filter(|_| text.chars().count() <= LONGEST)?;
    let level = level_of(names.last()?)?;
    (!names.iter().any(|name| is_no_place(name))).then_some((level, names))
}

/// How a heading is numbered, and its text without the number and what is counted behind it: （一）西关社区（2个）.
fn parts(heading: &str) -> (Numbering, &str) {
    const NUMERALS: &str = "一二三四五六七八九十百";
    let text = trimmed(heading);
    let opened = text.trim_start_matches(['(', '（']);
    let rest = opened.trim_start_matches(|c: char| NUMERALS.contains(c));
    let (numbering, rest) = match rest.strip_prefix(['、', '.', '．', ',', '，', ')', '）']) {
        Some(rest) if rest.len() < opened.len() => {
            let is_bracketed = opened.len() < text.len();
            (if is_bracketed { Numbering::Bracketed } else { Numbering::Plain }, trimmed(rest))
        }
        _ => (Numbering::None, text),
    };
    let bare = without_marks(rest);
    let counted = bare.strip_suffix([')', '）']).and_then(|bare| bare.rsplit_once(['(', '（']));
    let is_count = |inside: &str| {
        inside.starts_with('续') || half_width(inside).contains(|c: char| c.is_ascii_digit() || NUMERALS.contains(c))
    };
    (numbering, counted.filter(|(_, inside)| is_count(inside)).map_or(bare, |(name, _)| trimmed(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_of_finds_the_place_of_a_heading_and_no_other() {
        for heading in ["一、西关社区", "（二）西关社区（2个）", "西关社区：", "1.西关社区", "三、西关社区（续）"]
        {
            assert_eq!(place_of(heading).unwrap().1, ["西关社区"], "{heading}");
        }
        for heading in ["一、机关单位", "其他", "二、其他社区", "合计", "社区"] {
            assert_eq!(place_of(heading).map(|(_, names)| names), None, "{heading}");
        }
    }

    #[test]
    fn community_of_a_title_is_found_without_what_is_around_it() {
        for title in
            ["金花街道陈家祠社区微心愿清单", "填报单位：陈家祠社区居委会", "2026年度陈家祠社区心愿", "陈家祠社区"]
        {
            assert_eq!(community_of_title(title).as_deref(), Some("陈家祠社区"), "{title}");
        }
        for title in ["金花街道微心愿清单", "各社区微心愿清单", "社区微心愿清单", ""] {
            assert_eq!(community_of_title(title), None, "{title}");
        }
        assert_eq!(community_of_sheet("蟠虬社区(3月)").as_deref(), Some("蟠虬社区"));
        assert_eq!(community_of_sheet("金花街道"), None);
    }

    #[test]
    fn begin_nests_narrower_places_and_ends_those_of_the_same_rank() {
        let mut sections = Sections::default();
        let mut place_after = |heading: &str| {
            sections.begin(heading);
            sections.place().map(|place| place.to_string())
        };
        assert_eq!(place_after("一、荔香街道").as_deref(), Some("荔香街道"));
        assert_eq!(place_after("（一）陈家祠社区").as_deref(), Some("荔香街道/陈家祠社区"));
        assert_eq!(place_after("（二）西关社区").as_deref(), Some("荔香街道/西关社区"));
        assert_eq!(place_after("（三）其他").as_deref(), Some("荔香街道"));
        assert_eq!(place_after("二、龙津街道").as_deref(), Some("龙津街道"));
        assert_eq!(place_after("三、机关单位"), None);
        assert_eq!(place_after("西关社区").as_deref(), Some("西关社区"));
        assert_eq!(place_after("（一）民生类").as_deref(), Some("西关社区"));
    }
}
