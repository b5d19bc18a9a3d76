//! How an xlsx shows its numbers: as days, padded with zeros, or plain. Knows number formats only.
//!
//! `calamine` 0.38 streams cells with their formulas (`next_cell_with_formula`) or with their number formats
//! (`next_cell_with_style_id`); both are needed here, and one reading cannot mix the calls.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::xml::{Broken, attribute};

/// How a cell's number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    #[default]
    General,
    Day,
    /// Year and month only.
    Month,
    /// `000000`: at least so many digits.
    Padded(u8),
}

/// How the cells of each style show a number.
#[derive(Debug, Default)]
pub struct Styles(Vec<Shown>);

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(part: impl BufRead) -> Result<Styles, Broken> {
        let mut reader = Reader::from_reader(part);
        let mut buffer = Vec::new();
        let mut custom: Vec<(u32, Shown)> = Vec::new();
        let mut styles = Styles::default();
        let mut in_cells = false;
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer)? {
                Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                    "numFmt" => custom.extend(
                        number(&tag, "numFmtId")
                            .zip(attribute(&tag, "formatCode"))
                            .map(|(id, code)| (id, shown(&code))),
                    ),
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => {
                        let id = number(&tag, "numFmtId").unwrap_or(0);
                        let own = custom.iter().find(|(defined, _)| *defined == id).map(|(_, shown)| *shown);
                        styles.0.push(own.unwrap_or(built_in(id)));
                    }
                    _ => {}
                },
                Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => in_cells = false,
                Event::Eof => return Ok(styles),
                _ => {}
            }
        }
    }

    pub fn shown(&self, style: usize) -> Shown {
        self.0.get(style).copied().unwrap_or_default()
    }
}

fn number(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(tag, name)?.parse().ok()
}

/// The formats that a file names by number only (ECMA-376 part 1, 18.8.30, with those of the Chinese edition).
fn built_in(id: u32) -> Shown {
    match id {
        57 => Shown::Month,
        14..=22 | 27..=36 | 45..=47 | 50..=56 | 58 => Shown::Day,
        _ => Shown::General,
    }
}

/// What the code of a format shows, apart from quoted text, colours and conditions.
pub fn shown(code: &str) -> Shown {
    let code = code.split(';').next().unwrap_or_default().replace("General", "");
    let (mut year, mut month, mut day, mut hour) = (false, false, false, false);
    let mut others = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c.to_ascii_lowercase() {
            '"' => while chars.next().is_some_and(|c| c != '"') {},
            '\\' | '_' | '*' => drop(chars.next()),
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                hour |= matches!(inside.to_ascii_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss");
            }
            'y' | 'e' if !others.ends_with(['0', '#', '.']) => year = true,
            'm' => month = true,
            'd' => day = true,
            'h' | 's' => hour = true,
            c => others.push(c),
        }
    }
    match (year, month, day, hour) {
        (true, true, false, false) => Shown::Month,
        (false, false, false, false) => {
            let zeros = others.len() > 1 && others.bytes().all(|byte| byte == b'0');
            u8::try_from(others.len()).ok().filter(|_| zeros).map_or(Shown::General, Shown::Padded)
        }
        _ => Shown::Day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn format_code_is_read_as_what_it_shows() {
        for (code, expected) in [
            ("General", Shown::General),
            ("0.00", Shown::General),
            ("0.00E+00", Shown::General),
            ("#,##0.00", Shown::General),
            ("¥#,##0.00;[Red]-¥#,##0.00", Shown::General),
            ("0\"元/月\"", Shown::General),
            ("000000", Shown::Padded(6)),
            ("yyyy-mm-dd", Shown::Day),
            ("yyyy\"年\"m\"月\"d\"日\";@", Shown::Day),
            ("[$-F800]dddd, mmmm dd, yyyy", Shown::Day),
            ("yyyy\"年\"m\"月\"", Shown::Month),
            ("[h]:mm:ss", Shown::Day),
            ("@", Shown::General),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", Shown::Day),
        ] {
            assert_eq!(shown(code), expected, "{code}");
        }
    }
}
