//! The styles of an xlsx: by which format each shows its numbers, and whether it strikes them out. Knows nothing else of
//! how cells look.
//!
//! `calamine` 0.38 streams cells with their formulas (`next_cell_with_formula`) or with their number formats
//! (`next_cell_with_style_id`); both are needed here, and one reading cannot mix the calls.

use std::io::BufRead;

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};

use super::format::{self, Shown};
use super::xml::{Broken, attribute, is_sheet};

/// How the cells of each style show a number, and which strike out what they show.
#[derive(Debug, Default)]
pub struct Styles {
    shown: Vec<Shown>,
    struck: Vec<bool>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(part: impl BufRead) -> Result<Styles, Broken> {
        let mut reader = NsReader::from_reader(part);
        let mut buffer = Vec::new();
        let mut custom: Vec<(u32, Shown)> = Vec::new();
        let mut styles = Styles::default();
        let mut fonts: Vec<bool> = Vec::new();
        let (mut in_cells, mut in_fonts) = (false, false);
        loop {
            buffer.clear();
            let (space, event) = reader.read_resolved_event_into(&mut buffer)?;
            match event {
                Event::Start(tag) | Event::Empty(tag) if is_sheet(&space) => match tag.local_name().as_ref() {
                    "numFmt" => custom.extend(
                        number(&tag, "numFmtId")
                            .zip(attribute(&tag, "formatCode"))
                            .map(|(id, code)| (id, format::shown(&code))),
                    ),
                    "fonts" => in_fonts = true,
                    "font" if in_fonts => fonts.push(false),
                    "strike" if in_fonts => {
                        if let Some(font) = fonts.last_mut() {
                            *font = strikes(&tag);
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => {
                        let id = number(&tag, "numFmtId").unwrap_or(0);
                        let own = custom.iter().find(|(defined, _)| *defined == id).map(|(_, shown)| shown.clone());
                        styles.shown.push(own.unwrap_or_else(|| format::shown(format::built_in(id))));
                        let font = number(&tag, "fontId").and_then(|font| fonts.get(font as usize));
                        styles.struck.push(font.copied().unwrap_or(false));
                    }
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "cellXfs" => in_cells = false,
                    "fonts" => in_fonts = false,
                    _ => {}
                },
                Event::Eof => return Ok(styles),
                _ => {}
            }
        }
    }

    pub fn shown(&self, style: usize) -> &Shown {
        self.shown.get(style).unwrap_or(&Shown::General)
    }

    /// Whether the cells of a style are struck out.
    pub fn is_struck(&self, style: usize) -> bool {
        self.struck.get(style).copied().unwrap_or(false)
    }
}

/// Whether a `<strike>` strikes out: it may say that it does not.
pub fn strikes(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "val").is_none_or(|word| word != "0" && word != "false")
}

fn number(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(tag, name)?.parse().ok()
}
