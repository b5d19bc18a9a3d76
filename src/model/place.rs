//! Places: the path that a list or a flag gives, and the level that a name's ending implies.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::place_name::plain_name;
use super::simplified::simplified;
use super::words::Level;

/// One or more names from the wider to the narrower, as given: `荔湾区/金花街道`, or `蟠虬社区` alone. One shared string,
/// since many rows of a list have the same place; and whether the last name is a community's, whatever its ending says.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PlacePath(Arc<str>, bool);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPlace;

const LONGEST_NAME: usize = 40;

impl PlacePath {
    /// From the cells of several columns (`区`, `街道`, `社区`), skipping blank ones. A cell may itself hold a path; a name
    /// that repeats the one before it is dropped.
    pub fn from_parts<'a>(parts: impl IntoIterator<Item = &'a str>) -> Result<PlacePath, NotAPlace> {
        let mut path = String::with_capacity(64);
        let (mut last, mut names) = ("", 0);
        for part in parts {
            for name in part.split(['/', '／', '\\', '>', '＞']).map(str::trim) {
                if name.is_empty() || name == last {
                    continue;
                }
                if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
                    return Err(NotAPlace);
                }
                if names > 0 {
                    path.push('/');
                }
                path.push_str(name);
                (last, names) = (name, names + 1);
            }
        }
        if (1..=Level::ALL.len()).contains(&names) { Ok(PlacePath(path.into(), false)) } else { Err(NotAPlace) }
    }

    /// The same from a column of communities.
    pub fn of_community(self) -> PlacePath {
        PlacePath(self.0, true)
    }

    pub fn is_of_community(&self) -> bool {
        self.1
    }

    /// The names, from the wider to the narrower; at least one.
    pub fn names(&self) -> Vec<&str> {
        self.0.split('/').collect()
    }
}

impl FromStr for PlacePath {
    type Err = NotAPlace;

    fn from_str(text: &str) -> Result<PlacePath, NotAPlace> {
        PlacePath::from_parts([text])
    }
}

impl From<PlacePath> for String {
    fn from(value: PlacePath) -> String {
        value.to_string()
    }
}

impl TryFrom<String> for PlacePath {
    type Error = NotAPlace;

    fn try_from(text: String) -> Result<PlacePath, NotAPlace> {
        text.parse()
    }
}

impl fmt::Display for PlacePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The level that the ending of a name implies (`街道` is a street, `社区` a community), if any.
pub fn level_of(name: &str) -> Option<Level> {
    const ENDINGS: &[(&str, Level)] = &[
        ("驿站", Level::Station),
        ("服务站", Level::Station),
        ("社区", Level::Community),
        ("村委会", Level::Community),
        ("居委会", Level::Community),
        ("村委", Level::Community),
        ("居委", Level::Community),
        ("经济联社", Level::Community),
        ("村", Level::Community),
        ("街道", Level::Street),
        ("镇街", Level::Street),
        ("镇", Level::Street),
        ("乡", Level::Street),
        ("街", Level::Street),
        ("小区", Level::Community),
        ("开发区", Level::District),
        ("区", Level::District),
        ("县", Level::District),
        ("市", Level::City),
    ];
    let name = simplified(plain_name(name));
    ENDINGS.iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, level)| *level)
}

impl fmt::Display for NotAPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a place; write it like 荔湾区/金花街道")
    }
}

impl std::error::Error for NotAPlace {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_ending_implies_the_level() {
        for (name, level) in [
            ("广州市", Level::City),
            ("荔湾区", Level::District),
            ("金花街道", Level::Street),
            ("太平镇", Level::Street),
            ("蟠虬社区", Level::Community),
            ("红星村", Level::Community),
            ("光塔驿站", Level::Station),
        ] {
            assert_eq!(level_of(name), Some(level), "{name}");
        }
        assert_eq!(level_of("某处"), None);
    }

    #[test]
    fn columns_and_paths_join_without_repetition() {
        let path = PlacePath::from_parts(["荔湾区", "", "荔湾区/金花街道", "蟠虬社区"]);
        assert_eq!(path.unwrap().to_string(), "荔湾区/荔湾区/金花街道/蟠虬社区".replacen("荔湾区/", "", 1));
        assert!(PlacePath::from_parts(["", " "]).is_err());
    }
}
