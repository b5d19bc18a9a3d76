//! The styles of an xlsx: by which format each shows its numbers. Knows number formats only.
//!
//! `calamine` 0.38 streams cells with their formulas (`next_cell_with_formula`) or with their number formats
//! (`next_cell_with_style_id`); both are needed here, and one reading cannot mix the calls.

use std::io::BufRead;

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};

use super::format::{self, Shown};
use super::xml::{Broken, attribute, is_sheet};

/// How the cells of each style show a number.
#[derive(Debug, Default)]
pub struct Styles(Vec<Shown>);

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(part: impl BufRead) -> Result<Styles, Broken> {
        let mut reader = NsReader::from_reader(part);
        let mut buffer = Vec::new();
        let mut custom: Vec<(u32, Shown)> = Vec::new();
        let mut styles = Styles::default();
        let mut in_cells = false;
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
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => {
                        let id = number(&tag, "numFmtId").unwrap_or(0);
                        let own = custom.iter().find(|(defined, _)| *defined == id).map(|(_, shown)| shown.clone());
                        styles.0.push(own.unwrap_or_else(|| format::shown(format::built_in(id))));
                    }
                    _ => {}
                },
                Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => in_cells = false,
                Event::Eof => return Ok(styles),
                _ => {}
            }
        }
    }

    pub fn shown(&self, style: usize) -> &Shown {
        self.0.get(style).unwrap_or(&Shown::General)
    }
}

fn number(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(tag, name)?.parse().ok()
}
