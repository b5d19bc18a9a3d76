//! Lists as xlsx: every cell is a text cell, so that no phone number or code becomes a number, and guarded like CSV, so
//! that the list comes back unchanged; except for columns that are declared as counts. Knows cells; does not know what
//! they mean.
//!
//! Rows are packed as they come, straight into the file. `rust_xlsxwriter`, which writes the reports, keeps all rows in
//! memory or, in its other mode, in a temporary file, and aborts where that one cannot be written: a full disk must be an
//! answer.

mod form;

use std::fmt::Write as _;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

pub use self::form::{Form, FormColumn};
use super::workbook::sheet_name;
use crate::lang::output as texts;
use crate::model::guard::guard;

/// A sheet's last column, counted from 0.
const LAST_COLUMN: usize = 16_383;
/// The longest text that a cell holds, as spreadsheets count.
const LONGEST_CELL: usize = 32_767;
/// Widths of columns, in characters.
const NARROWEST: usize = 8;
const WIDEST: usize = 50;
/// The number of rows that the widths are taken from: they are kept until these are there.
const LOOKED_AT: u32 = 200;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
"#;
const BOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
"#;
/// Style 0 is plain, style 1 bold; of a form, 2 is the title, 3 the note below it, 4 a header, 5 a cell.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="5"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="18"/><name val="Calibri"/><family val="2"/></font><font><sz val="12"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="12"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF1"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf><xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="0" fontId="4" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="0" fontId="3" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
"#;
pub(super) const MAIN: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;
pub(super) const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// Writes rows one by one.
pub struct XlsxWriter<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    sheet: String,
    /// Rows that are not written yet: until the widths are known, then a piece at a time.
    pending: String,
    widths: Vec<usize>,
    has_begun: bool,
    row: u32,
    /// The row of headers, counted from 1.
    header_row: Option<u32>,
    validations: Vec<String>,
    merged: Vec<String>,
    is_for_paper: bool,
    /// What stands above each printed page.
    page_title: String,
    /// The widths of a form's columns; of any other list there are none.
    form_widths: Vec<usize>,
    /// The columns of numbers.
    numbers: Vec<bool>,
}

impl<W: Write> XlsxWriter<W> {
    /// A workbook with one sheet. It contains no time: the same rows give the same bytes.
    pub fn new(out: W, sheet: &str) -> io::Result<XlsxWriter<W>> {
        let mut name = sheet_name(sheet);
        if name.is_empty() {
            name = "Sheet1".to_owned();
        }
        let mut zip = ZipWriter::new_stream(out);
        for (part, text) in [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
            ("xl/styles.xml", STYLES),
        ] {
            zip.start_file(part, options())?;
            zip.write_all(text.as_bytes())?;
        }
        zip.start_file("xl/worksheets/sheet1.xml", options())?;
        Ok(XlsxWriter {
            zip,
            sheet: name,
            pending: String::new(),
            widths: Vec::new(),
            has_begun: false,
            row: 0,
            header_row: None,
            validations: Vec::new(),
            merged: Vec::new(),
            is_for_paper: false,
            page_title: String::new(),
            form_widths: Vec::new(),
            numbers: Vec::new(),
        })
    }

    /// Lays the sheet out to be printed: as wide as its page, which has the headers, a title and its number. To be called
    /// first of all.
    pub fn for_paper(&mut self, page_title: &str) {
        self.is_for_paper = true;
        // In a page's title & begins a code, and digits behind one would be a size; Excel takes no more than 255 characters.
        self.page_title = page_title.chars().take(100).collect::<String>().replace('&', "&&");
    }

    /// In these columns what is a plain number is one, from here on.
    pub fn numbers(&mut self, columns: Vec<bool>) {
        self.numbers = columns;
    }

    /// Writes one row. Cells beyond the last column of a sheet are joined in that column.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        if self.form_widths.is_empty() { self.styled_row(cells, "") } else { self.form_row(cells) }
    }

    /// Writes the row of headers, which stays visible when scrolling.
    pub fn headers<'a>(&mut self, headers: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        self.header_row = Some(self.row + 1);
        self.styled_row(headers, " s=\"1\"")
    }

    fn styled_row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>, style: &str) -> io::Result<()> {
        self.row += 1;
        let row = self.row;
        push(&mut self.pending, format_args!("<row r=\"{row}\">"));
        let mut cells = cells.into_iter();
        for (column, cell) in cells.by_ref().take(LAST_COLUMN).enumerate() {
            self.cell(column, cell, style)?;
        }
        let rest: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        if !rest.is_empty() {
            self.cell(LAST_COLUMN, &rest.join(" "), style)?;
        }
        self.pending.push_str("</row>\n");
        self.flush_full()
    }

    fn flush_full(&mut self) -> io::Result<()> {
        if self.row >= LOOKED_AT && self.pending.len() > 1 << 15 { self.flush_rows() } else { Ok(()) }
    }

    fn cell(&mut self, column: usize, cell: &str, style: &str) -> io::Result<()> {
        if self.row <= LOOKED_AT {
            self.widths.resize(self.widths.len().max(column + 1), NARROWEST);
            let width = cell.lines().map(UnicodeWidthStr::width).max().unwrap_or(0) + 2;
            self.widths[column] = self.widths[column].max(width.min(WIDEST));
        }
        if cell.is_empty() {
            return Ok(());
        }
        let begun = format!("<c r=\"{}{}\"{style}", column_name(column), self.row);
        cell_of(&mut self.pending, &begun, cell, self.numbers.get(column) == Some(&true))
    }

    /// Writes what is still to be written and gives the file back.
    pub fn finish(mut self) -> io::Result<W> {
        self.flush_rows()?;
        let mut tail = String::from("</sheetData>");
        if !self.merged.is_empty() {
            let cells: String = self.merged.iter().map(|range| format!("<mergeCell ref=\"{range}\"/>")).collect();
            push(&mut tail, format_args!("<mergeCells count=\"{}\">{cells}</mergeCells>", self.merged.len()));
        }
        if !self.validations.is_empty() {
            let count = self.validations.len();
            push(
                &mut tail,
                format_args!("<dataValidations count=\"{count}\">{}</dataValidations>", self.validations.concat()),
            );
        }
        if self.is_for_paper {
            tail.push_str(r#"<printOptions horizontalCentered="1"/>"#);
            tail.push_str(r#"<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>"#);
            tail.push_str(r#"<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>"#);
            let mut pages = String::new();
            push_text(&mut pages, &texts::page_of("&P", "&N"));
            let mut title = String::new();
            if !self.page_title.is_empty() {
                push_text(&mut title, &self.page_title);
                title = format!("<oddHeader>&amp;C {title}</oddHeader>");
            }
            push(&mut tail, format_args!("<headerFooter>{title}<oddFooter>&amp;C{pages}</oddFooter></headerFooter>"));
        } else {
            tail.push_str(
                r#"<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>"#,
            );
        }
        tail.push_str("</worksheet>\n");
        self.zip.write_all(tail.as_bytes())?;
        self.zip.start_file("xl/workbook.xml", options())?;
        let book = self.book();
        self.zip.write_all(book.as_bytes())?;
        Ok(self.zip.finish()?.into_inner())
    }

    fn book(&self) -> String {
        let mut name = String::new();
        push_text(&mut name, &self.sheet);
        let name = name.replace('"', "&quot;");
        let titles = match self.header_row {
            Some(row) if self.is_for_paper => format!(
                "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'{}'!${row}:${row}</definedName></definedNames>",
                name.replace('\'', "''")
            ),
            _ => String::new(),
        };
        format!(
            "{HEAD}\n<workbook {MAIN} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>\
             <sheet name=\"{name}\" sheetId=\"1\" r:id=\"rId1\"/></sheets>{titles}</workbook>\n"
        )
    }

    fn flush_rows(&mut self) -> io::Result<()> {
        if !self.has_begun {
            self.has_begun = true;
            let head = self.head();
            self.zip.write_all(head.as_bytes())?;
        }
        self.zip.write_all(self.pending.as_bytes())?;
        self.pending.clear();
        Ok(())
    }

    /// What stands above the rows.
    fn head(&self) -> String {
        let mut head = format!("{HEAD}\n<worksheet {MAIN}>");
        if self.is_for_paper {
            head.push_str(r#"<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"#);
        }
        head.push_str("<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\">");
        if let Some(row) = self.header_row {
            let next = row + 1;
            push(
                &mut head,
                format_args!(
                    "<pane ySplit=\"{row}\" topLeftCell=\"A{next}\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                ),
            );
        }
        head.push_str("</sheetView></sheetViews>");
        if !self.widths.is_empty() {
            head.push_str("<cols>");
            for (column, width) in (1..).zip(&self.widths) {
                push(
                    &mut head,
                    format_args!(
                        "<col min=\"{column}\" max=\"{column}\" width=\"{width}.7109375\" customWidth=\"1\"/>"
                    ),
                );
            }
            head.push_str("</cols>");
        }
        head.push_str("<sheetData>\n");
        head
    }
}

/// A cell, its tag begun: a number where it may be one and is, else a guarded text.
pub(super) fn cell_of(out: &mut String, begun: &str, cell: &str, may_be_number: bool) -> io::Result<()> {
    if may_be_number && is_number(cell) {
        push(out, format_args!("{begun}><v>{cell}</v></c>"));
        return Ok(());
    }
    cell_text(out, begun, cell)
}

/// Whether a cell of a workbook can hold this as a number, and shows it again as it is written.
fn is_number(cell: &str) -> bool {
    const MOST_DIGITS: usize = 15;
    let (whole, part) = cell.split_once('.').unwrap_or((cell, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_padded = whole.len() > 1 && whole.starts_with('0');
    are_digits(whole) && are_digits(part) && !is_padded && cell.len() <= MOST_DIGITS
}

/// A guarded text cell, its tag begun.
fn cell_text(out: &mut String, begun: &str, cell: &str) -> io::Result<()> {
    let text = guard(cell);
    if text.encode_utf16().count() > LONGEST_CELL {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "a text is longer than a cell of a workbook can be"));
    }
    let space = if text.trim() == text { "" } else { " xml:space=\"preserve\"" };
    push(out, format_args!("{begun} t=\"inlineStr\"><is><t{space}>"));
    push_text(out, &text);
    out.push_str("</t></is></c>");
    Ok(())
}

pub(super) fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

/// Appends; a text takes whatever it is given.
pub(super) fn push(text: &mut String, more: std::fmt::Arguments<'_>) {
    if text.write_fmt(more).is_err() {
        debug_assert!(false, "a text takes whatever it is given");
    }
}

/// `A`, `Z`, `AA`: the name of a column counted from 0.
pub(super) fn column_name(mut column: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(b'A' + u8::try_from(column % 26).unwrap_or_default());
        match column / 26 {
            0 => break,
            more => column = more - 1,
        }
    }
    name.iter().rev().map(|byte| char::from(*byte)).collect()
}

/// A text between tags. What XML cannot have is written as spreadsheets do: `_x001B_`; so is the beginning of what would be
/// read as that.
pub(super) fn push_text(out: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '_' if is_escape(&text.as_bytes()[at..]) => out.push_str("_x005F_"),
            '\t' | '\n' => out.push(c),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => push(out, format_args!("_x{:04X}_", c as u32)),
            c => out.push(c),
        }
    }
}

/// Whether `_x001B_` or the like begins here.
fn is_escape(text: &[u8]) -> bool {
    matches!(text, [b'_', b'x', digits @ .., ] if digits.len() >= 5 && digits[..4].iter().all(u8::is_ascii_hexdigit) && digits[4] == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 701, 702, LAST_COLUMN].map(column_name), ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn number_is_what_a_cell_can_hold() {
        for cell in ["0", "3", "120.5", "0.50", "100000"] {
            assert!(is_number(cell), "{cell}");
        }
        for cell in ["", "007", "1.", ".5", "-3", "3个", "1e5", "1.2.3", "1234567890123456"] {
            assert!(!is_number(cell), "{cell}");
        }
    }

    #[test]
    fn texts_that_xml_cannot_have_are_escaped() {
        let mut text = String::new();
        push_text(&mut text, "a<b&c\u{1b}_x0041_ _x \r\n");
        assert_eq!(text, "a&lt;b&amp;c_x001B__x005F_x0041_ _x _x000D_\n");
    }

    #[test]
    fn full_disk_is_an_error() {
        struct Full(usize);
        impl Write for Full {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let written = |room: usize| -> io::Result<()> {
            let mut xlsx = XlsxWriter::new(Full(room), "表")?;
            xlsx.headers(["甲", "乙"])?;
            for row in 0..5_000 {
                xlsx.row([row.to_string().as_str(), "想要一把轮椅"])?;
            }
            xlsx.finish().map(drop)
        };
        written(1 << 20).unwrap();
        for room in [10, 1_000, 4_000, 20_000] {
            assert_eq!(written(room).unwrap_err().kind(), io::ErrorKind::StorageFull, "{room}");
        }
    }
}
