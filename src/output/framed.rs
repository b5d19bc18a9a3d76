//! A list in the frame of an office's own sheet: its widths, heights, borders, merged titles and paper around other rows
//! (`model::sheet_frame`). Every cell is a guarded text or a number, as in other lists.

use std::io::{self, Write};
use std::sync::Arc;

use zip::ZipWriter;
use zip::write::StreamWriter;

use super::workbook::sheet_name;
use super::xlsx::{HEAD, MAIN, cell_of, column_name, options, push, push_text};
use crate::model::sheet_frame::{FrameRow, SheetFrame};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT: &str = "application/vnd.openxmlformats-officedocument";

/// Writes rows one by one into a frame.
pub struct FramedWriter<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    frame: Arc<SheetFrame>,
    row: usize,
    /// The columns of numbers.
    numbers: Vec<bool>,
    /// The first row below the records.
    foot: Option<usize>,
}

impl<W: Write> FramedWriter<W> {
    /// A workbook with one sheet. It contains no time: the same rows give the same bytes.
    pub fn new(out: W, sheet: &str, frame: &Arc<SheetFrame>) -> io::Result<FramedWriter<W>> {
        let mut zip = ZipWriter::new_stream(out);
        let relation = |id: u32, kind: &str, target: &str| {
            format!("<Relationship Id=\"rId{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
        };
        let related =
            |all: &str| format!("{HEAD}\n<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>\n");
        let mut of_book = relation(1, "worksheet", "worksheets/sheet1.xml") + &relation(2, "styles", "styles.xml");
        let mut types = String::new();
        let mut part = |name: &str, kind: &str| {
            push(&mut types, format_args!("<Override PartName=\"/xl/{name}\" ContentType=\"{DOCUMENT}.{kind}+xml\"/>"));
        };
        part("workbook.xml", "spreadsheetml.sheet.main");
        part("worksheets/sheet1.xml", "spreadsheetml.worksheet");
        part("styles.xml", "spreadsheetml.styles");
        if frame.theme.is_some() {
            part("theme/theme1.xml", "theme");
            of_book += &relation(3, "theme", "theme/theme1.xml");
        }
        let mut name = String::new();
        push_text(&mut name, &sheet_name(sheet));
        let name = name.replace('"', "&quot;");
        let parts = [
            (
                "[Content_Types].xml",
                format!(
                    "{HEAD}\n<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
                     ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
                     ContentType=\"application/xml\"/>{types}</Types>\n"
                ),
            ),
            ("_rels/.rels", related(&relation(1, "officeDocument", "xl/workbook.xml"))),
            ("xl/_rels/workbook.xml.rels", related(&of_book)),
            (
                "xl/workbook.xml",
                format!(
                    "{HEAD}\n<workbook {MAIN} xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"{name}\" sheetId=\"1\" \
                     r:id=\"rId1\"/></sheets></workbook>\n"
                ),
            ),
            ("xl/styles.xml", frame.styles.clone()),
            ("xl/theme/theme1.xml", frame.theme.clone().unwrap_or_default()),
        ];
        for (part, text) in parts.iter().filter(|(_, text)| !text.is_empty()) {
            zip.start_file(*part, options())?;
            zip.write_all(text.as_bytes())?;
        }
        zip.start_file("xl/worksheets/sheet1.xml", options())?;
        zip.write_all(format!("{HEAD}\n{}<sheetData>", frame.before).as_bytes())?;
        Ok(FramedWriter { zip, frame: Arc::clone(frame), row: 0, numbers: Vec::new(), foot: None })
    }

    /// In these columns what is a plain number is one, from here on.
    pub fn numbers(&mut self, columns: Vec<bool>) {
        self.numbers = columns;
    }

    /// Writes one row: those up to the header in their own frames, all others as the first record had it.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        let frame = self.frame.above.get(self.row).unwrap_or(&self.frame.record);
        self.row += 1;
        let text = row(self.row, frame, cells, &self.numbers)?;
        self.zip.write_all(text.as_bytes())
    }

    /// Writes one row below the records; `at` counts them from 0.
    pub fn below<'a>(&mut self, at: usize, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        let plain = FrameRow::default();
        let frame = self.frame.below.get(at).unwrap_or(&plain);
        self.row += 1;
        self.foot.get_or_insert(self.row);
        let text = row(self.row, frame, cells, &[])?;
        self.zip.write_all(text.as_bytes())
    }

    pub fn finish(mut self) -> io::Result<W> {
        let end = format!("</sheetData>{}{}</worksheet>\n", self.merged(), self.frame.after);
        self.zip.write_all(end.as_bytes())?;
        Ok(self.zip.finish()?.into_inner())
    }
}

impl<W: Write> FramedWriter<W> {
    /// The merged ranges: those of titles where they were, those below the records with their rows.
    fn merged(&self) -> String {
        let above = self.frame.merged.iter().map(|merged| (1, merged));
        let below = self.foot.into_iter().flat_map(|foot| self.frame.merged_below.iter().map(move |one| (foot, one)));
        let ranges: Vec<String> = above
            .chain(below)
            .map(|(first, merged)| {
                let [from, to] = [merged.from, merged.to]
                    .map(|(row, column)| format!("{}{}", column_name(usize::from(column)), first + row));
                format!("<mergeCell ref=\"{from}:{to}\"/>")
            })
            .collect();
        if ranges.is_empty() {
            return String::new();
        }
        format!("<mergeCells count=\"{}\">{}</mergeCells>", ranges.len(), ranges.concat())
    }
}

fn row<'a>(
    number: usize,
    frame: &FrameRow,
    cells: impl IntoIterator<Item = &'a str>,
    numbers: &[bool],
) -> io::Result<String> {
    let mut text = format!("<row r=\"{number}\"");
    if let Some(height) = &frame.height {
        push(&mut text, format_args!(" ht=\"{height}\" customHeight=\"1\""));
    }
    text.push('>');
    let mut written = 0;
    for (column, cell) in cells.into_iter().enumerate() {
        one_cell(&mut text, (number, column), cell, frame, numbers.get(column) == Some(&true))?;
        written = column + 1;
    }
    // Borders go on where a row has no text.
    for column in written..frame.styles.len() {
        one_cell(&mut text, (number, column), "", frame, false)?;
    }
    text.push_str("</row>\n");
    Ok(text)
}

fn one_cell(
    text: &mut String,
    (row, column): (usize, usize),
    cell: &str,
    frame: &FrameRow,
    may_be_number: bool,
) -> io::Result<()> {
    let style = frame.style(column).map(|style| format!(" s=\"{style}\"")).unwrap_or_default();
    let name = column_name(column);
    if !cell.is_empty() {
        cell_of(text, &format!("<c r=\"{name}{row}\"{style}"), cell, may_be_number)
    } else {
        if !style.is_empty() {
            push(text, format_args!("<c r=\"{name}{row}\"{style}/>"));
        }
        Ok(())
    }
}
