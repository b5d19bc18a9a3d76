//! What an office says of its packs in the `publish.toml` beside its office file: which columns are public, what the
//! tree looks like, where the QR codes lead. Pure: reads a text, no file.

use std::str::FromStr;

use serde::Deserialize;
use toml::Spanned;

use crate::lang::{self, publish as texts};
use crate::model::words::{NeedKind, PublicColumn, Shape, Stage};
use crate::privacy::wall::{Found, PublicNeed, found, private_in_name};
use crate::privacy::{KnownNames, People};

/// How a pack is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub title: Option<String>,
    /// Where the QR code of a card leads; `{code}` and `{number}` stand for the need's.
    pub claim_url: Option<String>,
    /// Where the QR code of the poster leads.
    pub submit_url: Option<String>,
    /// Who signs the open letter.
    pub signed: Option<String>,
    /// The columns that are published besides those that every pack has.
    pub columns: Vec<PublicColumn>,
    pub look: Look,
    /// Cards are made of the needs in these stages; of all where there is none.
    pub stages: Vec<Stage>,
}

/// What the tree looks like.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Look {
    pub wish: Shape,
    pub project: Shape,
    pub open: Colour,
    pub partly_claimed: Colour,
    pub claimed: Colour,
    pub fulfilled: Colour,
}

/// The colour of a stage: one colour, or half that of what waits and half that of what is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    Plain(Rgb),
    Half,
}

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// Colours that have a name.
const NAMED: &[(&str, [u8; 3])] = &[
    ("green", [0x6f, 0xb5, 0x3c]),
    ("red", [0xd4, 0x2f, 0x2a]),
    ("gold", [0xf3, 0xb2, 0x1b]),
    ("orange", [0xef, 0x84, 0x23]),
    ("pink", [0xe8, 0x6a, 0x92]),
    ("purple", [0x8e, 0x5a, 0xb5]),
    ("blue", [0x3a, 0x80, 0xc4]),
    ("grey", [0x8a, 0x93, 0x9b]),
];

/// `publish.toml` as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: Option<Spanned<String>>,
    claim_url: Option<Spanned<String>>,
    submit_url: Option<Spanned<String>>,
    signed: Option<Spanned<String>>,
    #[serde(default)]
    list: WrittenList,
    #[serde(default)]
    look: Look,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenList {
    columns: Option<Vec<PublicColumn>>,
}

/// What is wrong with a `publish.toml`, and in which line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclear {
    pub line: usize,
    pub cause: String,
}

impl Default for Settings {
    fn default() -> Settings {
        let shown = |column: &PublicColumn| !column.is_always_shown() && column.is_shown_by_default();
        Settings {
            title: None,
            claim_url: None,
            submit_url: None,
            signed: None,
            columns: PublicColumn::ALL.iter().copied().filter(shown).collect(),
            look: Look::default(),
            stages: Vec::new(),
        }
    }
}

impl Default for Look {
    fn default() -> Look {
        let plain = |name: &str| name.parse().unwrap_or(Colour::Half);
        Look {
            wish: Shape::Apple,
            project: Shape::Lantern,
            open: plain("green"),
            partly_claimed: Colour::Half,
            claimed: plain("red"),
            fulfilled: plain("gold"),
        }
    }
}

impl Settings {
    /// Reads a `publish.toml`. Errors: no TOML, a word that means nothing in it, or a text that may not be printed.
    pub fn read(written: &str) -> Result<Settings, Unclear> {
        let line = |at: usize| written.get(..at).unwrap_or_default().matches('\n').count() + 1;
        let read: Written = toml::from_str(written).map_err(|cause| Unclear {
            line: cause.span().map_or(1, |span| line(span.start)),
            cause: texts::toml_says(&cause.message().replace('\n', " ")),
        })?;
        let text = |name: &str, text: Option<Spanned<String>>, unfit: fn(&str, &str) -> Option<String>| {
            let Some(text) = text else { return Ok(None) };
            let (line, text) = (line(text.span().start), text.get_ref().trim().to_owned());
            let empty = text.is_empty().then(|| texts::setting_empty(name));
            match empty.or_else(|| unfit(name, &text)) {
                Some(cause) => Err(Unclear { line, cause }),
                None => Ok(Some(text)),
            }
        };
        let defaults = Settings::default();
        Ok(Settings {
            title: text("title", read.title, |name, title| unfit_title(name, title, None))?,
            claim_url: text("claim_url", read.claim_url, unfit_claim_url)?,
            submit_url: text("submit_url", read.submit_url, unfit_submit_url)?,
            signed: text("signed", read.signed, unfit_signature)?,
            columns: read.list.columns.unwrap_or(defaults.columns),
            look: read.look,
            stages: Vec::new(),
        })
    }

    pub fn shows(&self, column: PublicColumn) -> bool {
        column.is_always_shown() || self.columns.contains(&column)
    }
}

/// Why a title may not be printed: it contains private information, or names somebody whom the office file knows.
pub fn unfit_title(name: &str, title: &str, known: Option<&KnownNames>) -> Option<String> {
    unprintable(name, found(title, People { own: &[], known }))
}

/// Why a signature may not be printed; whoever signs may be named.
fn unfit_signature(name: &str, signed: &str) -> Option<String> {
    unprintable(name, private_in_name(signed))
}

fn unprintable(name: &str, found: Vec<Found>) -> Option<String> {
    let marked: Vec<&str> = found.iter().map(|found| found.marked.as_str()).collect();
    (!found.is_empty()).then(|| texts::setting_private(name, marked.join(lang::semicolon())))
}

/// Why the code of a card cannot lead there.
pub fn unfit_claim_url(name: &str, link: &str) -> Option<String> {
    (!is_link(link, OF_CARD)).then(|| texts::link_of_card_unclear(name, link))
}

/// Why the code of the poster cannot lead there.
pub fn unfit_submit_url(name: &str, link: &str) -> Option<String> {
    (!is_link(link, &[])).then(|| texts::link_unclear(name, link))
}

/// Longer links make a code too fine to scan from paper.
const LONGEST_LINK: usize = 300;

/// Whether a QR code can lead there: a web address in which only these names stand between braces.
fn is_link(link: &str, names: &[&str]) -> bool {
    let has_host =
        ["http://", "https://"].iter().any(|start| link.strip_prefix(start).is_some_and(|rest| !rest.is_empty()));
    let rest = names.iter().fold(link.to_owned(), |rest, name| rest.replace(&format!("{{{name}}}"), ""));
    has_host && link.len() <= LONGEST_LINK && !rest.contains(['{', '}', ' '])
}

/// The names that a link of cards may have.
const OF_CARD: &[&str] = &["code", "number"];

/// A link of cards, filled in for one need.
pub fn filled(link: &str, need: &PublicNeed) -> String {
    link.replace("{code}", need.public_code.as_str()).replace("{number}", &need.number.to_string())
}

impl Look {
    pub fn shape(&self, kind: NeedKind) -> Shape {
        match kind {
            NeedKind::Wish => self.wish,
            NeedKind::Project => self.project,
        }
    }

    /// The colour of a stage as letters and lines on white have it: dark enough to be read.
    pub fn ink(&self, stage: Stage) -> Rgb {
        let [left, right] = self.colours(stage);
        let colour = left.towards(right, 50);
        let mut inks = (0..=10).map(|step| colour.towards(Rgb([40, 16, 0]), step * 10));
        inks.find(|ink| ink.contrast_to_white() >= 4.8).unwrap_or(colour)
    }

    /// The colour of a stage on its left side and on its right.
    pub fn colours(&self, stage: Stage) -> [Rgb; 2] {
        let colour = match stage {
            Stage::Open => self.open,
            Stage::PartlyClaimed => self.partly_claimed,
            Stage::Claimed => self.claimed,
            Stage::Fulfilled => self.fulfilled,
        };
        let plain = |colour: Colour, name: &str| match colour {
            Colour::Plain(rgb) => rgb,
            Colour::Half => Rgb::named(name),
        };
        match colour {
            Colour::Plain(rgb) => [rgb, rgb],
            Colour::Half => [plain(self.open, "green"), plain(self.claimed, "red")],
        }
    }
}

impl Rgb {
    fn named(name: &str) -> Rgb {
        NAMED.iter().find(|(known, _)| *known == name).map_or(Rgb([0x8a, 0x93, 0x9b]), |(_, rgb)| Rgb(*rgb))
    }

    /// How well it is read on white, from 1 to 21 (WCAG 2).
    fn contrast_to_white(self) -> f64 {
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let Rgb([red, green, blue]) = self;
        1.05 / (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05)
    }

    /// The colour on the way to another one: 0 is itself, 100 the other.
    pub fn towards(self, other: Rgb, percent: u32) -> Rgb {
        let mixed = |own: u8, other: u8| {
            let sum = u32::from(own) * (100 - percent.min(100)) + u32::from(other) * percent.min(100);
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Rgb([mixed(self.0[0], other.0[0]), mixed(self.0[1], other.0[1]), mixed(self.0[2], other.0[2])])
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Rgb([red, green, blue]) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The text is not a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoColour;

impl std::fmt::Display for NoColour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = NAMED.iter().map(|(name, _)| *name).collect();
        f.write_str(&texts::no_colour(names.join(lang::comma())))
    }
}

impl FromStr for Colour {
    type Err = NoColour;

    fn from_str(text: &str) -> Result<Colour, NoColour> {
        if text == "half" {
            return Ok(Colour::Half);
        }
        if let Some((_, rgb)) = NAMED.iter().find(|(name, _)| *name == text) {
            return Ok(Colour::Plain(Rgb(*rgb)));
        }
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii()).ok_or(NoColour)?;
        let pair = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| NoColour);
        Ok(Colour::Plain(Rgb([pair(0)?, pair(2)?, pair(4)?])))
    }
}

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Colour, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn office_settles_columns_shapes_and_colours() {
        let text = "title = \" 心愿墙 \"\n[list]\ncolumns = [\"kind\", \"budget\"]\n[look]\nwish = \"heart\"\nopen = \"#010203\"\n";
        let settings = Settings::read(text).unwrap();
        assert_eq!(settings.title.as_deref(), Some("心愿墙"));
        assert_eq!(settings.columns, [PublicColumn::Kind, PublicColumn::Budget]);
        assert!(settings.shows(PublicColumn::Content) && !settings.shows(PublicColumn::Wisher));
        assert_eq!((settings.look.wish, settings.look.project), (Shape::Heart, Shape::Lantern));
        let left_and_right = settings.look.colours(Stage::PartlyClaimed).map(|rgb| rgb.to_string());
        assert_eq!(left_and_right, ["#010203", "#d42f2a"]);
    }

    #[test]
    fn ink_of_every_colour_can_be_read_on_white() {
        for (name, _) in NAMED {
            let look = Look { claimed: name.parse().unwrap(), ..Look::default() };
            assert!(look.ink(Stage::Claimed).contrast_to_white() >= 4.8, "{name}");
        }
        let look = Look { claimed: "#ffffff".parse().unwrap(), ..Look::default() };
        assert!(look.ink(Stage::Claimed).contrast_to_white() >= 4.8);
        let dark = Look { claimed: "#102030".parse().unwrap(), ..Look::default() };
        assert_eq!(dark.ink(Stage::Claimed).to_string(), "#102030", "dark enough as it is");
    }

    #[test]
    fn link_names_only_what_it_is_filled_with() {
        for link in ["https://example.org/c?k={code}&n={number}", "http://example.org/表单"] {
            assert!(is_link(link, OF_CARD), "{link}");
        }
        let long = format!("https://example.org/{}", "x".repeat(300));
        for link in [
            "example.org/{code}",
            "https://",
            "https://example.org/{phone}",
            "https://example.org/{",
            "javascript:1",
            &long,
        ] {
            assert!(!is_link(link, OF_CARD), "{link}");
        }
        assert!(!is_link("https://example.org/{code}", &[]));
    }

    #[test]
    fn unclear_setting_is_reported_with_its_line() {
        for (text, line) in [
            ("title = 1\n", 1),
            ("\n[list]\ncolumns = [\"phone\"]\n", 3),
            ("[look]\nopen = \"greenish\"\n", 2),
            ("[look]\nwish = \"apple\"\nsky = \"blue\"\n", 3),
            ("[list\n", 1),
            ("\ntitle = \" \"\n", 2),
            ("signed = \"街道\"\nclaim_url = \"example.org\"\n", 2),
        ] {
            assert_eq!(Settings::read(text).unwrap_err().line, line, "{text}");
        }
    }
}
