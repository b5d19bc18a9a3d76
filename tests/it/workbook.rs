//! Workbooks written part by part, as no spreadsheet program would.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The parts of a zip by name.
pub type Parts = Vec<(String, Vec<u8>)>;

/// What becomes of the cells of an xlsx: its sheets' XML inside `<sheetData>`, by name.
#[derive(Default)]
pub struct Book<'a> {
    pub sheets: Vec<Sheet<'a>>,
    pub strings: Vec<&'a str>,
    /// Format codes; the cells of style 1 have the first.
    pub formats: Vec<&'a str>,
    pub from_1904: bool,
}

#[derive(Default)]
pub struct Sheet<'a> {
    pub name: &'a str,
    pub state: &'a str,
    pub rows: String,
    pub merged: Vec<&'a str>,
}

/// One sheet of text cells.
pub fn of_rows(rows: &[&[&str]]) -> Book<'static> {
    Book { sheets: vec![Sheet { name: "表", rows: text_rows(rows), ..Sheet::default() }], ..Book::default() }
}

/// Rows of inline texts; a blank cell is not written.
pub fn text_rows(rows: &[&[&str]]) -> String {
    let mut xml = String::new();
    for (row, cells) in (1..).zip(rows) {
        xml.push_str(&format!("<row r=\"{row}\">"));
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            xml.push_str(&text_cell(&name(column, row), text));
        }
        xml.push_str("</row>");
    }
    xml
}

pub fn text_cell(name: &str, text: &str) -> String {
    format!("<c r=\"{name}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(text))
}

/// A row as given.
pub fn row(number: u32, cells: &[String]) -> String {
    format!("<row r=\"{number}\">{}</row>", cells.concat())
}

pub fn name(column: usize, row: u32) -> String {
    let column = u16::try_from(column).unwrap();
    format!("{}{row}", shuangwei::model::fault::column_letter(column))
}

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

impl Book<'_> {
    pub fn parts(&self) -> Parts {
        const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
        let relation = |id: usize, kind: &str, target: &str| {
            format!("<Relationship Id=\"rId{id}\" Type=\"{REL}/{kind}\" Target=\"{target}\"/>")
        };
        let (mut sheets, mut relations) = (String::new(), String::new());
        let mut parts: Parts = Vec::new();
        for (id, sheet) in (1..).zip(&self.sheets) {
            let state = if sheet.state.is_empty() { String::new() } else { format!(" state=\"{}\"", sheet.state) };
            let name = escaped(sheet.name);
            sheets.push_str(&format!("<sheet name=\"{name}\" sheetId=\"{id}\"{state} r:id=\"rId{id}\"/>"));
            relations.push_str(&relation(id, "worksheet", &format!("worksheets/sheet{id}.xml")));
            let merged: String = sheet.merged.iter().map(|one| format!("<mergeCell ref=\"{one}\"/>")).collect();
            let merged = if merged.is_empty() { merged } else { format!("<mergeCells>{merged}</mergeCells>") };
            let xml = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{}</sheetData>{merged}</worksheet>", sheet.rows);
            parts.push((format!("xl/worksheets/sheet{id}.xml"), xml.into_bytes()));
        }
        let next = self.sheets.len() + 1;
        if !self.strings.is_empty() {
            relations.push_str(&relation(next, "sharedStrings", "sharedStrings.xml"));
            let texts: String = self.strings.iter().map(|text| format!("<si><t>{}</t></si>", escaped(text))).collect();
            parts.push(("xl/sharedStrings.xml".into(), format!("<sst xmlns=\"{MAIN}\">{texts}</sst>").into_bytes()));
        }
        if !self.formats.is_empty() {
            relations.push_str(&relation(next + 1, "styles", "/xl/styles.xml"));
            let codes = (200..).zip(&self.formats);
            let (formats, styles): (String, String) = codes
                .map(|(id, code)| {
                    let code = escaped(code).replace('"', "&quot;");
                    (format!("<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>"), format!("<xf numFmtId=\"{id}\"/>"))
                })
                .unzip();
            let xml = format!(
                "<styleSheet xmlns=\"{MAIN}\"><numFmts>{formats}</numFmts><cellXfs><xf numFmtId=\"0\"/>{styles}</cellXfs></styleSheet>"
            );
            parts.push(("xl/styles.xml".into(), xml.into_bytes()));
        }
        let date = if self.from_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
        let book = format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{REL}\">{date}<sheets>{sheets}</sheets></workbook>");
        let of_package = relation(1, "officeDocument", "xl/workbook.xml");
        let mut all: Parts = vec![
            ("[Content_Types].xml".into(), b"<Types/>".to_vec()),
            ("_rels/.rels".into(), format!("<Relationships xmlns=\"{PACKAGE}\">{of_package}</Relationships>").into()),
            ("xl/workbook.xml".into(), book.into_bytes()),
            (
                "xl/_rels/workbook.xml.rels".into(),
                format!("<Relationships xmlns=\"{PACKAGE}\">{relations}</Relationships>").into_bytes(),
            ),
        ];
        all.append(&mut parts);
        all
    }

    pub fn bytes(&self) -> Vec<u8> {
        zipped(&self.parts())
    }
}

/// A zip of these parts.
pub fn zipped(parts: &Parts) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a zip.
pub fn parts_of(bytes: &[u8]) -> Parts {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Parts::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        parts.push((file.name().unwrap().into_owned(), bytes));
    }
    parts
}
