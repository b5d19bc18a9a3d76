//! The frame of an xlsx sheet (`model::sheet_frame`): what is around its cells, cut out of the sheet's XML as it is. What
//! leads to other parts of the workbook (pictures, links, tables) is left out, and so is what belongs to single rows below
//! the header.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::rows::cell_name;
use super::xml::{Broken, attribute};
use crate::model::sheet_frame::{FrameRow, Merged, SheetFrame};

/// What is kept of a sheet before its rows, and after them.
const KEPT: &[&str] = &[
    "sheetPr",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "conditionalFormatting",
    "dataValidations",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
];

/// Below the records so many rows have a frame at most.
const LONGEST_FOOT: usize = 100;

/// The frame of the sheet with this XML; `None` where it is written with a prefix, as no spreadsheet program does.
pub fn frame(
    sheet: &str,
    header_row: u32,
    below_from: Option<u32>,
    styles: String,
    theme: Option<String>,
) -> std::result::Result<Option<SheetFrame>, Broken> {
    let mut cut = Cut {
        sheet,
        header_row,
        before: String::new(),
        after: String::new(),
        rows: Vec::new(),
        record: None,
        below_from,
        below: Vec::new(),
        merged: Vec::new(),
        merged_below: Vec::new(),
        part: Part::Above,
        last: 0,
        in_rows: false,
    };
    let mut reader = Reader::from_str(sheet);
    let (mut depth, mut begun) = (0usize, (0usize, String::new()));
    loop {
        let start = position(&reader);
        match reader.read_event()? {
            Event::Start(tag) => {
                let name = tag.name().into_inner().to_owned();
                if depth == 0 {
                    if name != "worksheet" {
                        return Ok(None);
                    }
                    cut.before.push_str(&sheet[start..position(&reader)]);
                } else if depth == 1 {
                    begun = (start, name.clone());
                    cut.in_rows = name == "sheetData";
                }
                cut.element(&name, &tag)?;
                depth += 1;
            }
            Event::Empty(tag) => {
                let name = tag.name().into_inner().to_owned();
                if depth == 1 {
                    cut.keep(&name, start, position(&reader));
                    if name == "sheetData" {
                        cut.rows_end();
                    }
                }
                cut.element(&name, &tag)?;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if depth == 1 {
                    let (start, name) = std::mem::take(&mut begun);
                    cut.keep(&name, start, position(&reader));
                    if name == "sheetData" {
                        cut.rows_end();
                    }
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(Some(cut.frame(styles, theme)))
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// A sheet being cut up.
struct Cut<'s> {
    sheet: &'s str,
    header_row: u32,
    before: String,
    after: String,
    /// The rows up to the header, by number.
    rows: Vec<(u32, FrameRow)>,
    record: Option<(u32, FrameRow)>,
    /// The number of the first row below the records that is kept, and those from there on.
    below_from: Option<u32>,
    below: Vec<FrameRow>,
    merged: Vec<Merged>,
    merged_below: Vec<Merged>,
    part: Part,
    /// The number of the row before.
    last: u32,
    in_rows: bool,
}

/// What a row belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Above,
    /// The first record, which all others are like.
    Record,
    Others,
    Below,
}

impl Cut<'_> {
    fn keep(&mut self, name: &str, start: usize, end: usize) {
        let text = self.sheet.get(start..end).unwrap_or_default();
        let kept = match name {
            "mergeCells" => return self.merge(text),
            name if KEPT.contains(&name) => without_relation(text),
            _ => return,
        };
        // The rows are between the columns and all the rest.
        let is_before = matches!(name, "sheetPr" | "sheetViews" | "sheetFormatPr" | "cols");
        if is_before { self.before.push_str(&kept) } else { self.after.push_str(&kept) }
    }

    fn rows_end(&mut self) {
        self.in_rows = false;
    }

    /// Keeps the merged ranges that end above the records, and those that begin below them.
    fn merge(&mut self, text: &str) {
        for range in text.split("ref=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let (from, to) = range.split_once(':').unwrap_or((range, range));
            let (Some(from), Some(to)) = (cell_name(from), cell_name(to)) else { continue };
            let merged =
                |first: u32| Merged { from: ((from.0 - first) as usize, from.1), to: ((to.0 - first) as usize, to.1) };
            match self.below_from {
                _ if to.0 <= self.header_row => self.merged.push(merged(1)),
                Some(first) if from.0 >= first && ((to.0 - first) as usize) < LONGEST_FOOT => {
                    self.merged_below.push(merged(first));
                }
                _ => {}
            }
        }
    }

    fn element(&mut self, name: &str, tag: &BytesStart<'_>) -> std::result::Result<(), Broken> {
        if !self.in_rows {
            return Ok(());
        }
        match name {
            "row" => {
                let number = attribute(tag, "r").and_then(|row| row.parse().ok()).unwrap_or(self.last + 1);
                self.last = number;
                self.row(number, FrameRow { height: attribute(tag, "ht"), styles: Vec::new() });
            }
            "c" => {
                let row = match self.part {
                    Part::Above => self.rows.last_mut().map(|(_, row)| row),
                    Part::Record => self.record.as_mut().map(|(_, row)| row),
                    Part::Others => None,
                    Part::Below => self.below.last_mut(),
                };
                let Some(row) = row else { return Ok(()) };
                let column = attribute(tag, "r")
                    .and_then(|cell| cell_name(&cell))
                    .map_or(row.styles.len(), |(_, column)| usize::from(column));
                let style = attribute(tag, "s").and_then(|style| style.parse().ok());
                if column >= row.styles.len() {
                    row.styles.resize(column + 1, None);
                }
                row.styles[column] = style;
            }
            _ => {}
        }
        Ok(())
    }

    fn row(&mut self, number: u32, row: FrameRow) {
        if number <= self.header_row {
            self.rows.push((number, row));
        } else if let Some(from) = self.below_from.filter(|from| number >= *from) {
            // Rows that are not there have no frame.
            let gap = usize::try_from(number - from).unwrap_or(usize::MAX).min(LONGEST_FOOT);
            self.part = if gap < LONGEST_FOOT { Part::Below } else { Part::Others };
            if self.part == Part::Below {
                self.below.resize(gap, FrameRow::default());
                self.below.push(row);
            }
        } else if self.record.is_none() {
            self.record = Some((number, row));
            self.part = Part::Record;
        } else {
            self.part = Part::Others;
        }
    }

    fn frame(self, styles: String, theme: Option<String>) -> SheetFrame {
        let mut above = vec![FrameRow::default(); usize::try_from(self.header_row).unwrap_or(0)];
        for (number, row) in self.rows {
            if let Some(place) = usize::try_from(number).ok().and_then(|at| above.get_mut(at.wrapping_sub(1))) {
                *place = row;
            }
        }
        let record = self.record.map(|(_, row)| row).unwrap_or_default();
        SheetFrame {
            styles,
            theme,
            before: self.before,
            after: self.after,
            above,
            record,
            below: self.below,
            merged: self.merged,
            merged_below: self.merged_below,
        }
    }
}

/// An element without the attribute that leads to another part, as a printer's settings.
fn without_relation(text: &str) -> String {
    let Some(at) = text.find(" r:id=\"") else { return text.to_owned() };
    let rest = &text[at + " r:id=\"".len()..];
    let behind = rest.find('"').map_or("", |end| &rest[end + 1..]);
    format!("{}{behind}", &text[..at])
}
