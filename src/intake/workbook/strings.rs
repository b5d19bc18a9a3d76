//! The shared strings of a book: all in one text, since the list of a city has half a million of them.
//!
//! `calamine` 0.38 keeps a `String` for each, without a cap, and reserves as many as the `uniqueCount` of the file asks for:
//! a file of 1.5 kB makes the process abort.

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::struck::{Parts, Runs};
use super::xml::{Broken, Names, add_text, unescaped};

/// The longest text that a list of a million rows needs, in bytes.
const LONGEST: usize = 1 << 30;

/// Texts by their index.
#[derive(Debug, Default)]
pub struct Strings {
    text: String,
    ends: Vec<u32>,
    /// Of texts whose parts look different, which are struck out.
    parts: BTreeMap<usize, Parts>,
}

impl Strings {
    /// Reads `sharedStrings.xml`: rich text as one text, without its phonetic guides.
    pub fn read(part: impl BufRead) -> Result<Strings, Broken> {
        let mut reader = Reader::from_reader(part);
        let mut strings = Strings::default();
        let mut buffer = Vec::new();
        let (mut in_text, mut guides, mut begin) = (false, 0u32, 0);
        let mut names = Names::default();
        let mut runs = Runs::default();
        loop {
            buffer.clear();
            let event = reader.read_event_into(&mut buffer)?;
            names.learn(&event);
            match &event {
                Event::Start(tag) | Event::Empty(tag) if runs.look(names.sheet(tag.name()), tag) => {}
                Event::Start(tag) => match names.sheet(tag.name()) {
                    "t" => in_text = guides == 0,
                    "rPh" => guides += 1,
                    _ => {}
                },
                Event::End(tag) => match names.sheet(tag.name()) {
                    "t" => in_text = false,
                    "rPh" => guides = guides.saturating_sub(1),
                    "si" => {
                        let parts = runs.take();
                        strings.parts.extend(parts.map(|parts| (strings.ends.len(), parts)));
                        begin = strings.end(begin)?;
                    }
                    _ => {}
                },
                Event::Empty(tag) if names.sheet(tag.name()) == "si" => begin = strings.end(begin)?,
                Event::Eof => return Ok(strings),
                _ if in_text => {
                    let before = strings.text.len();
                    add_text(&event, &mut strings.text)?;
                    runs.add(&strings.text[before..]);
                }
                _ => {}
            }
        }
    }

    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        self.text.get(start..end)
    }

    /// Of a text whose parts look different, which are struck out.
    pub fn parts(&self, index: usize) -> Option<Parts> {
        if self.parts.is_empty() { None } else { self.parts.get(&index).copied() }
    }

    /// Says of the text added last which of its parts are struck out.
    pub fn set_parts(&mut self, parts: Parts) {
        self.parts.extend(self.ends.len().checked_sub(1).map(|last| (last, parts)));
    }

    /// Adds a text.
    pub fn push(&mut self, text: &str) -> Result<(), Broken> {
        self.text.push_str(text);
        if self.text.len() > LONGEST {
            return Err(Broken);
        }
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| Broken)?);
        Ok(())
    }

    fn end(&mut self, begin: usize) -> Result<usize, Broken> {
        if let Some(plain) = unescaped(&self.text[begin..]) {
            self.text.truncate(begin);
            self.text.push_str(&plain);
        }
        if self.text.len() > LONGEST {
            return Err(Broken);
        }
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| Broken)?);
        Ok(self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rich_text_is_one_text_without_its_guides() {
        let part = r#"<sst><si><t>轮椅</t></si><si><r><t>一 </t></r><r><t xml:space="preserve">台&amp;&#x5F20;</t></r>
            <rPh sb="0" eb="1"><t>イチ</t></rPh></si><si/><si><t>甲_x000D_
乙_x005F_x000D_</t></si></sst>"#;
        let strings = Strings::read(part.as_bytes()).unwrap();
        let all: Vec<&str> = (0..5).map_while(|at| strings.get(at)).collect();
        assert_eq!(all, ["轮椅", "一 台&张", "", "甲\r\n乙_x000D_"]);
    }
}
