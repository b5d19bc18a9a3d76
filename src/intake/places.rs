//! A row's place: its columns joined from the wider to the narrower, names written in one are split. Which place a
//! name means only the office file knows.

use std::collections::HashMap;

use super::excerpt::brief;
use super::reading::{Cell, Reading, trimmed};
use crate::model::fault::FaultKind;
use crate::model::fields::Field;
use crate::model::place::{PlacePath, level_of};
use crate::model::place_name::is_no_place;
use crate::model::words::Level;

/// The columns that name a row's place, from the wider to the narrower.
pub const PARTS: [Field; 5] = [Field::District, Field::Street, Field::Place, Field::Community, Field::Station];

/// As many places are kept by the cells that name them; a city's lists have some three thousand.
const MOST_KEPT: usize = 20_000;

/// The places of the rows so far, by their cells: each is split once, and rows of one place share its
/// text.
#[derive(Debug, Default)]
pub struct SeenPlaces {
    by_cells: HashMap<String, PlacePath>,
    /// The cells of this row.
    key: String,
}

impl SeenPlaces {
    fn look(&mut self, cells: &[Cell<'_>]) -> Option<PlacePath> {
        self.key.clear();
        for (column, text) in cells {
            self.key.extend(char::from_u32(u32::from(*column)));
            self.key.push_str(text);
            // No cell of a record has these: the one is a control character.
            self.key.push('\0');
        }
        self.by_cells.get(&self.key).cloned()
    }

    /// Keeps the place of the cells that were looked for last.
    fn keep(&mut self, place: &PlacePath) {
        if self.by_cells.len() >= MOST_KEPT {
            self.by_cells.clear();
        }
        self.by_cells.insert(self.key.clone(), place.clone());
    }
}

/// Where a place is from a heading, and no cell of the row is wrong with it.
const NO_COLUMN: u16 = u16::MAX;

/// The names of a place that is named by a text alone, from the wider to the narrower; `None` where it is several places.
pub fn names_of(text: &str) -> Option<Vec<String>> {
    let text = one_place(Field::Place, text)?;
    let mut names = Vec::new();
    push_names(&text, &mut names);
    Some(names.into_iter().map(str::to_owned).collect())
}

/// The place that the row's columns give, and the heading above it; a fault names the narrowest of them.
pub fn place(reading: &mut Reading<'_>) -> Option<PlacePath> {
    let mut cells = Vec::with_capacity(PARTS.len());
    let mut fields = Vec::with_capacity(PARTS.len());
    for field in PARTS {
        if let Some(cell) = reading.cell(field) {
            cells.push(cell);
            fields.push(field);
        }
    }
    // A heading stands for the column that the list has not.
    let section = reading.section().map(ToString::to_string);
    if let Some(section) = &section {
        cells.push((NO_COLUMN, section));
        fields.push(Field::Place);
    }
    let column = cells.last().map(|(column, _)| Some(*column).filter(|column| *column != NO_COLUMN))?;
    if let seen @ Some(_) = reading.places().look(&cells) {
        return seen;
    }
    let Some(texts) =
        fields.iter().zip(&cells).map(|(field, (_, text))| one_place(*field, text)).collect::<Option<Vec<String>>>()
    else {
        let (_, text) = cells[cells.len() - 1];
        reading.fault(Field::Place, column, FaultKind::NotAPlace { value: brief(text) });
        return None;
    };
    let mut names = Vec::with_capacity(PARTS.len());
    let agree = texts.iter().fold(true, |agree, text| agree & join(&mut names, text));
    if let Some(word) = names.iter().find(|name| is_no_place(name) || !name.contains(char::is_alphabetic)) {
        reading.fault(Field::Place, column, FaultKind::NoPlace { value: brief(word) });
        return None;
    }
    let of_community = column.is_some_and(|column| reading.is_of_communities(column));
    let path = PlacePath::from_parts(names.iter().copied()).ok().filter(|_| agree);
    let path = path.map(|path| if of_community { path.of_community() } else { path });
    match &path {
        Some(path) => reading.places().keep(path),
        None => reading.fault(Field::Place, column, FaultKind::NotAPlace { value: brief(&names.join("/")) }),
    }
    path
}

/// Adds the names of a cell, which may begin with what wider columns have already named; false where it contradicts them.
fn join<'a>(names: &mut Vec<&'a str>, cell: &'a str) -> bool {
    let before = names.len();
    push_names(cell, names);
    let Some(&first) = names.get(before) else { return true };
    let Some(again) = names[..before].iter().position(|name| *name == first) else { return true };
    let repeated = before - again;
    let agrees = names[again..before].iter().zip(&names[before..]).all(|(one, other)| one == other);
    names.drain(before..names.len().min(before + repeated));
    agrees
}

/// A cell's path without what lists write around the names: a running number, a mark at the end, blanks between the
/// characters, `-` between the levels. `None` where the cell names two places.
fn one_place(field: Field, cell: &str) -> Option<String> {
    let text = without_blanks(without_marks(cell));
    let pieces = |between: &[char]| -> Vec<&str> {
        text.split(between).map(trimmed).filter(|piece| !piece.is_empty()).collect()
    };
    if pieces(&['、', '，', ',', '；', ';', '＋', '+', '&']).len() > 1 {
        return None;
    }
    let levels = pieces(&['-', '－', '—', '–', '→', '·', '|', '｜']);
    let are_nested = levels.is_sorted_by(|wider, narrower| match (level_of(wider), level_of(narrower)) {
        (Some(wider), Some(narrower)) => wider < narrower,
        (_, _) => false,
    });
    if levels.len() > 1 && are_nested {
        return Some(levels.join("/"));
    }
    if levels.len() > 1 && text.contains('→') {
        return None;
    }
    // The column, or what follows, says of what kind a name without its level is.
    let first = text.split(['/', '／', '\\', '>', '＞']).next().unwrap_or_default();
    let is_district = DISTRICTS.iter().any(|district| district.strip_suffix('区') == Some(first));
    let has_more = first.len() < text.len();
    if (has_more && is_district) || (!has_more && field == Field::District && level_of(first).is_none()) {
        return Some(format!("{first}区{}", &text[first.len()..]));
    }
    Some(text)
}

/// The text without a running number before it, and marks and words that say nothing of the place behind it.
pub fn without_marks(cell: &str) -> &str {
    let text = trimmed(cell);
    let number = text.trim_start_matches(|c: char| c.is_numeric());
    if text.starts_with('0') && number.starts_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c)) {
        return number;
    }
    let behind = number.strip_prefix(['.', '．', '、', ')', '）']).map(trimmed);
    let circled = text.strip_prefix(|c: char| ('①'..='⑳').contains(&c)).map(trimmed);
    let text = match behind.filter(|rest| number.len() < text.len() && !rest.starts_with(char::is_numeric)) {
        Some(rest) if !rest.is_empty() => rest,
        _ => circled.filter(|rest| !rest.is_empty()).unwrap_or(text),
    };
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || "。．.，,、；;：:！!".contains(c));
    const NOTES: [&str; 10] = [
        "（试点）",
        "(试点)",
        "（示范）",
        "(示范)",
        "（示范点）",
        "(示范点)",
        "（试点社区）",
        "(试点社区)",
        "（示范社区）",
        "(示范社区)",
    ];
    NOTES.iter().find_map(|note| text.strip_suffix(note)).map_or(text, trimmed)
}

/// The text without blanks between its characters; those between two names of places part them.
fn without_blanks(text: &str) -> String {
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let is_name = |piece: &&str| piece.chars().count() > 1 && level_of(piece).is_some() && !is_no_place(piece);
    let is_chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    if pieces.len() > 1 && pieces.iter().all(is_name) {
        pieces.join("/")
    } else if pieces.iter().all(|piece| piece.starts_with(is_chinese) && piece.ends_with(is_chinese)) {
        pieces.concat()
    } else {
        text.to_owned()
    }
}

/// The names in one cell: a path's, or `荔湾区金花街道蟠虬社区` taken apart.
fn push_names<'a>(text: &'a str, names: &mut Vec<&'a str>) {
    for part in text.split(['/', '／', '\\', '>', '＞']).map(unquoted).filter(|part| !part.is_empty()) {
        // Above the city there is nothing to distinguish.
        let mut rest = part.strip_prefix("广东省").unwrap_or(part);
        if rest.is_empty() {
            continue;
        }
        // 某镇某某村 is the shortest that could be two.
        while rest.len() >= 15
            && let Some(at) = end_of_first(rest, names.last().copied())
        {
            names.push(&rest[..at]);
            rest = &rest[at..];
        }
        names.push(rest);
    }
}

/// A name without blanks and quotes around it, which are none of any place's (`甲, "龙津社区"` in a CSV).
fn unquoted(name: &str) -> &str {
    let name = trimmed(name);
    let quotes = [('"', '"'), ('“', '”'), ('「', '」'), ('‘', '’'), ('\'', '\'')];
    let inside = quotes.iter().find_map(|(open, close)| name.strip_prefix(*open)?.strip_suffix(*close));
    inside.map_or(name, trimmed)
}

const CITY: &str = "广州市";
const DISTRICTS: [&str; 11] =
    ["越秀区", "海珠区", "荔湾区", "天河区", "白云区", "黄埔区", "番禺区", "花都区", "南沙区", "从化区", "增城区"];

/// Where the first of several names ends: behind the city, a district of Guangzhou, or a street that a community
/// follows. A name that only looks like two (市桥街道, 镇龙社区) stays one; behind a district 街 is a street too.
fn end_of_first(text: &str, before: Option<&str>) -> Option<usize> {
    const STREETS: [&str; 8] = ["街道办事处", "街道党工委", "街道办", "街道", "镇人民政府", "镇政府", "镇", "街"];
    let wide = [CITY].iter().chain(&DISTRICTS).find(|name| text.starts_with(**name));
    let ends_below = |rest: &str| level_of(rest).is_some_and(|level| level > Level::District);
    if let Some(name) = wide {
        let rest = &text[name.len()..];
        let is_district = DISTRICTS.iter().any(|district| rest.starts_with(district));
        return (is_district || (ends_below(rest) && rest.chars().count() > 2)).then_some(name.len());
    }
    let is_below_district = before.and_then(level_of) == Some(Level::District);
    STREETS.iter().filter(|ending| **ending != "街" || is_below_district).find_map(|ending| {
        let at = text.find(ending).filter(|at| *at > 0)? + ending.len();
        let rest = &text[at..];
        let is_below = level_of(rest).is_some_and(|level| level > Level::Street);
        (is_below && rest.chars().count() > 2).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        let mut parts = Vec::new();
        push_names(text, &mut parts);
        parts
    }

    #[test]
    fn push_names_splits_names_written_in_one() {
        assert_eq!(names("广州市荔湾区金花街道蟠虬社区"), ["广州市", "荔湾区", "金花街道", "蟠虬社区"]);
        assert_eq!(names("荔湾区金花街"), ["荔湾区", "金花街"]);
        assert_eq!(names("金花街道蟠虬社区"), ["金花街道", "蟠虬社区"]);
        assert_eq!(names("太平镇红星村"), ["太平镇", "红星村"]);
        assert_eq!(names("荔湾区金花街蟠虬社区"), ["荔湾区", "金花街", "蟠虬社区"]);
        assert_eq!(names("广东省广州市荔湾区金花街道蟠虬社区"), ["广州市", "荔湾区", "金花街道", "蟠虬社区"]);
        assert_eq!(names("金花街道办事处蟠虬社区"), ["金花街道办事处", "蟠虬社区"]);
    }

    #[test]
    fn join_accepts_repeated_names_and_refuses_contradictions() {
        let joined = |cells: &[&'static str]| {
            let mut names = Vec::new();
            let agree = cells.iter().all(|cell| join(&mut names, cell));
            agree.then(|| names.join("/"))
        };
        let path = Some("荔湾区/金花街道/蟠虬社区".to_owned());
        assert_eq!(joined(&["荔湾区", "金花街道", "荔湾区/金花街道/蟠虬社区"]), path);
        assert_eq!(joined(&["荔湾区", "荔湾区金花街道蟠虬社区", "蟠虬社区"]), path);
        assert_eq!(joined(&["荔湾区/金花街道", "蟠虬社区"]), path);
        assert_eq!(joined(&["荔湾区", "金花街道", "荔湾区/龙津街道"]), None);
    }

    #[test]
    fn one_place_leaves_out_what_lists_write_around_it_and_refuses_two() {
        for text in
            ["1.蟠虬社区", "12、蟠虬社区", "③蟠虬社区", "蟠 虬 社 区", "蟠虬　社区", "蟠虬社区。", "蟠虬社区(试点)"]
        {
            assert_eq!(one_place(Field::Community, text).as_deref(), Some("蟠虬社区"), "{text}");
        }
        for text in ["荔湾区-金花街道-蟠虬社区", "荔湾区 金花街道 蟠虬社区", "荔湾区→金花街道→蟠虬社区"]
        {
            assert_eq!(one_place(Field::Place, text).as_deref(), Some("荔湾区/金花街道/蟠虬社区"), "{text}");
        }
        for text in ["蟠虬社区、锦龙社区", "蟠虬社区,锦龙社区", "蟠虬社区→锦龙社区", "蟠虬；锦龙"]
        {
            assert_eq!(one_place(Field::Place, text), None, "{text}");
        }
        assert_eq!(one_place(Field::District, "荔湾").as_deref(), Some("荔湾区"));
        assert_eq!(one_place(Field::Place, "荔湾/金花/蟠虬").as_deref(), Some("荔湾区/金花/蟠虬"));
        assert_eq!(one_place(Field::Place, "第1-2社区").as_deref(), Some("第1-2社区"));
    }

    #[test]
    fn look_finds_the_place_of_the_same_cells_only() {
        let mut seen = SeenPlaces::default();
        assert_eq!(seen.look(&[(0, "荔湾区"), (1, "金花街道")]), None);
        let place: PlacePath = "荔湾区/金花街道".parse().unwrap();
        seen.keep(&place);
        assert_eq!(seen.look(&[(0, "荔湾区"), (1, "金花街道")]), Some(place));
        for other in ["荔湾区\n金花街道", "荔湾区金花街道", "荔湾区"] {
            assert_eq!(seen.look(&[(0, other)]), None, "{other:?}");
        }
    }

    #[test]
    fn push_names_keeps_one_name_whole() {
        for name in
            ["荔湾区", "金花街道", "市桥街道", "镇龙社区", "新镇社区", "街道社区", "东区社区", "某处", "番禺区市"]
        {
            assert_eq!(names(name), [name]);
        }
    }
}
