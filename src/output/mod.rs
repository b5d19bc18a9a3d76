//! What leaves the program: a sheet becomes a table, CSV or JSON, on stdout or in a file. Knows forms and files; does
//! not know the office file, nor what a need is. Whole documents are rendered first and written once.

pub mod colour;
pub mod csv;
mod drawn;
pub mod file;
pub mod folder;
mod framed;
pub mod guard;
pub mod json;
mod list;
mod markdown;
mod page;
pub mod pager;
pub mod rejects;
pub mod report;
pub mod table;
pub mod window;
mod workbook;
mod xlsx;

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, OnceLock};

use anyhow::Context;
use serde::Serialize;
use serde_json::Value;

pub use self::colour::{Ink, Paint};
pub use self::csv::{CsvEncoding, CsvForm, CsvWriter};
pub use self::list::{ListForm, ListWriter};
pub use self::table::safe;
pub use self::xlsx::{Form, FormColumn};
use crate::lang::{self, output as texts};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::words::UnknownWord;

/// Rows below their headers: a plain list, as most commands answer. Reports have typed columns: see [`report::Section`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Above the table; neither CSV nor JSON has it.
    pub title: Option<String>,
    /// In the language of this run.
    pub headers: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
    /// Below the table: what the figures mean, and the head of the log. JSON has it elsewhere.
    pub foot: Vec<String>,
}

/// One cell; numbers are aligned to the right.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Blank,
    /// Rows with the same text may share it: a city's lists name each place a thousand times.
    Text(Arc<str>),
    /// A word for people, and what programs read instead of it.
    Coded(Box<Coded>),
    Count(i64),
    /// From 0 to 1, shown as `97.3%`; where there is nothing to divide by, `—` in tables and blank in CSV.
    Rate(Option<f64>),
    /// Yuan with two decimals, made by `Money`.
    Money(String),
    /// With one decimal: days in the middle, stars on average; `—` where there are none.
    Mean(Option<f64>),
}

/// A cell that people and programs read differently: `待认领` and `to_claim`, `是` and `true`.
#[derive(Debug, Clone, PartialEq)]
pub struct Coded {
    pub text: String,
    /// What JSON has.
    pub value: Value,
    /// How a terminal shows it.
    pub paint: Option<Paint>,
}

/// Where an answer goes, and in which form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub format: Format,
    /// `None` is stdout.
    pub file: Option<PathBuf>,
    /// Whether an existing file may be replaced.
    pub force: bool,
    /// How a CSV is written.
    pub csv: CsvForm,
}

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    Table,
    Csv,
    Json,
    /// The JSON document in one line; a batch's decisions in a line each before it.
    Jsonl,
    /// Markdown.
    Md,
    Xlsx,
    Html,
}

/// The form of answers whose command line names none.
static USUAL: OnceLock<Format> = OnceLock::new();

/// Says at start-up which form answers have where nothing else says.
pub fn usual_format(format: Format) {
    USUAL.get_or_init(|| format);
}

impl Sheet {
    /// A sheet with these headers and no rows yet.
    pub fn new(headers: impl IntoIterator<Item = impl Into<String>>) -> Sheet {
        Sheet { headers: headers.into_iter().map(Into::into).collect(), ..Sheet::default() }
    }

    /// Whether a column holds numbers only: its header is aligned to the right then.
    pub fn is_number(&self, column: usize) -> bool {
        let cells = || self.rows.iter().filter_map(|row| row.get(column)).filter(|cell| **cell != Cell::Blank);
        cells().next().is_some() && cells().all(Cell::is_number)
    }
}

impl Cell {
    pub fn text_of(text: impl Into<String>) -> Cell {
        Cell::Text(text.into().into())
    }

    /// A text that other rows have too.
    pub fn shared(text: &Arc<str>) -> Cell {
        Cell::Text(Arc::clone(text))
    }

    /// A word of a closed set: people read it in their language, programs its code.
    pub fn word(zh: &str, code: &'static str) -> Cell {
        Cell::coded(lang::word(zh, code), code).painted(Paint::of_state(code))
    }

    pub fn yes_or_no(yes: bool) -> Cell {
        Cell::coded(lang::yes_or_no(yes), yes)
    }

    /// A text, and what programs read instead of it.
    pub fn coded(text: impl Into<String>, value: impl Into<Value>) -> Cell {
        Cell::Coded(Box::new(Coded { text: text.into(), value: value.into(), paint: None }))
    }

    /// The same text in colour, where a terminal shows it.
    pub fn painted(self, paint: Option<Paint>) -> Cell {
        match self {
            Cell::Coded(coded) => Cell::Coded(Box::new(Coded { paint, ..*coded })),
            Cell::Text(text) => Cell::Coded(Box::new(Coded { text: text.to_string(), value: (*text).into(), paint })),
            other => other,
        }
    }

    /// A day as ISO writes it; blank where there is none.
    pub fn day(day: Option<Day>) -> Cell {
        Cell::from(day.map(|day| day.to_string()))
    }

    /// A number; blank where there is none.
    pub fn count_or_blank(count: Option<i64>) -> Cell {
        count.map_or(Cell::Blank, Cell::Count)
    }

    pub fn is_number(&self) -> bool {
        match self {
            Cell::Count(_) | Cell::Rate(_) | Cell::Money(_) | Cell::Mean(_) => true,
            Cell::Blank | Cell::Text(_) | Cell::Coded(_) => false,
        }
    }

    /// The cell as CSV has it.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Cell::Blank | Cell::Rate(None) | Cell::Mean(None) => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Coded(coded) => Cow::Borrowed(&coded.text),
            Cell::Money(text) => Cow::Borrowed(text),
            Cell::Count(count) => Cow::Owned(count.to_string()),
            Cell::Rate(Some(rate)) => Cow::Owned(format!("{:.1}%", tenths(rate * 100.0))),
            Cell::Mean(Some(mean)) => Cow::Owned(format!("{:.1}", tenths(*mean))),
        }
    }
}

/// Rounded to one decimal as spreadsheets and people do: 41.25 is 41.3, which a format alone makes 41.2.
fn tenths(value: f64) -> f64 {
    // As if only 12 digits counted: 1.15 is a little less in binary.
    (value * 10.0 * (1.0 + 1e-12)).round() / 10.0
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Cell {
        text.map_or(Cell::Blank, Cell::text_of)
    }
}

impl Target {
    /// The target that the flags name. The extension of `--output` and `--format` say the same where both are given; an
    /// extension that names no format is a usage error where `--format` is not given, and so is a workbook on a terminal:
    /// all before a command changes anything.
    pub fn from_args(
        format: Option<Format>,
        output: Option<PathBuf>,
        force: bool,
        default: Format,
    ) -> anyhow::Result<Target> {
        let format = match (format, &output) {
            (Some(format), Some(path)) if Format::of_extension(path).is_some_and(|other| !format.goes_with(other)) => {
                return Err(stop(Exit::Usage, texts::other_extension(format.code(), path.display())));
            }
            (Some(format), _) => format,
            (None, Some(path)) => {
                Format::of_extension(path).ok_or_else(|| stop(Exit::Usage, texts::unknown_extension(path.display())))?
            }
            (None, None) => USUAL.get().copied().unwrap_or(default),
        };
        if format == Format::Xlsx && output.is_none() && io::stdout().is_terminal() {
            return Err(stop(Exit::Usage, texts::needs_file()));
        }
        Ok(Target { format, file: output, force, csv: CsvEncoding::Utf8.into() })
    }

    /// Writes the sheet, or where JSON is wanted `document`, whole, to stdout or to the file.
    pub fn write_sheet(&self, sheet: &Sheet, document: &impl Serialize) -> anyhow::Result<()> {
        let bytes = match self.format {
            Format::Table => return self.write_table(&table::render(sheet, self.table_width())),
            Format::Csv => csv_bytes(sheet, self.csv)?,
            Format::Json => return self.write_json(document),
            Format::Jsonl => json::to_lines(&[document])?,
            Format::Md | Format::Xlsx | Format::Html => return self.write_report(&report::Report::of(sheet), document),
        };
        self.write_bytes(&bytes)
    }

    /// Writes a document as it is rendered: a city's has tens of megabytes.
    fn write_json(&self, document: &impl Serialize) -> anyhow::Result<()> {
        match &self.file {
            Some(path) => file::write_file(path, self.force, |out| Ok(json::write(out, document)?)),
            None if io::stdout().is_terminal() => print(json::to_bytes(document)?),
            None => {
                let mut out = io::BufWriter::new(io::stdout().lock());
                printed(json::write(&mut out, document).and_then(|()| out.flush()))
            }
        }
    }

    /// Writes a rendered document to stdout or to the file.
    pub fn write_bytes(&self, bytes: &[u8]) -> anyhow::Result<()> {
        match &self.file {
            None => print(bytes),
            Some(path) => file::write_file(path, self.force, |out| Ok(out.write_all(bytes)?)),
        }
    }

    /// Writes what `table::render` has laid out, in colour or without.
    fn write_table(&self, text: &str) -> anyhow::Result<()> {
        let plain = colour::plain(text);
        match &self.file {
            None if colour::on_stdout() => show(&plain, &colour::painted(text)),
            None => show(&plain, &plain),
            Some(_) => self.write_bytes(plain.as_bytes()),
        }
    }

    fn table_width(&self) -> Option<u16> {
        if self.file.is_some() { None } else { table::terminal_width() }
    }
}

impl Format {
    pub const ALL: &'static [Format] =
        &[Format::Table, Format::Csv, Format::Json, Format::Jsonl, Format::Md, Format::Xlsx, Format::Html];

    pub fn code(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Md => "md",
            Format::Xlsx => "xlsx",
            Format::Html => "html",
        }
    }

    /// Whether a file with the extension of `other` may have this format: tables and Markdown are plain text too, lines of
    /// JSON are JSON.
    fn goes_with(self, other: Format) -> bool {
        self == other || matches!((self, other), (Format::Md, Format::Table) | (Format::Jsonl, Format::Json))
    }

    /// The format that a file's extension names.
    pub fn of_extension(path: &Path) -> Option<Format> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "csv" => Some(Format::Csv),
            "json" => Some(Format::Json),
            "jsonl" => Some(Format::Jsonl),
            "txt" => Some(Format::Table),
            "md" => Some(Format::Md),
            "xlsx" => Some(Format::Xlsx),
            "html" | "htm" => Some(Format::Html),
            _ => None,
        }
    }
}

impl FromStr for Format {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Format, UnknownWord> {
        Format::ALL
            .iter()
            .copied()
            .find(|format| format.code() == word)
            .ok_or(UnknownWord { allowed: &["table", "csv", "json", "jsonl", "md", "xlsx", "html"], zh: &[] })
    }
}

/// Writes to stdout at once: to a file or a pipe as it is, to a terminal without what would steer it.
pub fn print(bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
    let stdout = io::stdout();
    let bytes = if stdout.is_terminal() { table::inert(bytes.as_ref()) } else { Cow::Borrowed(bytes.as_ref()) };
    write_out(&bytes)
}

fn write_out(bytes: &[u8]) -> anyhow::Result<()> {
    let mut stdout = io::stdout().lock();
    printed(stdout.write_all(bytes).and_then(|()| stdout.flush()))
}

/// What became of writing to stdout. A reader that has gone (`| head`) has what it wanted: that is not an error.
fn printed(written: io::Result<()>) -> anyhow::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.with_context(texts::cannot_print),
    }
}

/// Writes to stdout what was made for people and can steer no terminal: by a pager where it is longer than the screen.
/// `painted` is the text with its colours.
pub fn show(plain: &str, painted: &str) -> anyhow::Result<()> {
    if pager::has_shown(plain, painted) { Ok(()) } else { write_out(painted.as_bytes()) }
}

fn csv_bytes(sheet: &Sheet, form: CsvForm) -> io::Result<Vec<u8>> {
    let mut csv = CsvWriter::new(Vec::new(), form);
    csv_rows(&mut csv, sheet)?;
    csv.finish()
}

fn csv_rows<W: Write>(csv: &mut CsvWriter<W>, sheet: &Sheet) -> io::Result<()> {
    if !sheet.headers.is_empty() {
        csv.row(sheet.headers.iter().map(String::as_str))?;
    }
    for row in &sheet.rows {
        let cells: Vec<Cow<'_, str>> = row.iter().map(Cell::text).collect();
        csv.row(cells.iter().map(AsRef::as_ref))?;
    }
    sheet.foot.iter().try_for_each(|line| csv_line(csv, line, sheet.headers.len()))
}

/// A line as a row of its own, as wide as the others: some readers refuse rows of another length.
fn csv_line<W: Write>(csv: &mut CsvWriter<W>, line: &str, columns: usize) -> io::Result<()> {
    csv.row(std::iter::once(line).chain(std::iter::repeat_n("", columns.saturating_sub(1))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::exit::Stop;

    #[test]
    fn flag_and_extension_agree_and_either_wins_over_the_default() {
        let path = |name: &str| Some(PathBuf::from(name));
        let format = |flag, output| Target::from_args(flag, output, false, Format::Table).map(|target| target.format);
        assert_eq!(format(Some(Format::Json), path("a.json")).unwrap(), Format::Json);
        assert_eq!(format(Some(Format::Jsonl), path("a.json")).unwrap(), Format::Jsonl);
        assert_eq!(format(Some(Format::Md), path("a.txt")).unwrap(), Format::Md);
        for (flag, file) in [(Format::Json, "a.csv"), (Format::Html, "a.XLSX"), (Format::Csv, "a.txt")] {
            let error = format(Some(flag), path(file)).unwrap_err();
            assert_eq!(error.downcast_ref::<Stop>().unwrap().exit, Exit::Usage, "{file}");
        }
        assert_eq!(format(None, path("a.CSV")).unwrap(), Format::Csv);
        assert_eq!(format(None, path("a.txt")).unwrap(), Format::Table);
        assert_eq!(format(None, None).unwrap(), Format::Table);
        assert_eq!(format(Some(Format::Csv), path("a.dat")).unwrap(), Format::Csv);
        for unknown in ["a.dat", "a", ".csv"] {
            let error = format(None, path(unknown)).unwrap_err();
            assert_eq!(error.downcast_ref::<Stop>().unwrap().exit, Exit::Usage, "{unknown}");
        }
    }

    #[test]
    fn half_a_tenth_is_rounded_up_as_spreadsheets_do() {
        let rate = |met: f64, of: f64| Cell::Rate(Some(met / of)).text().into_owned();
        assert_eq!([rate(33.0, 80.0), rate(9.0, 80.0), rate(1.0, 3.0)], ["41.3%", "11.3%", "33.3%"]);
        assert_eq!([1.15, 2.25, 0.04].map(|mean| Cell::Mean(Some(mean)).text().into_owned()), ["1.2", "2.3", "0.0"]);
    }

    #[test]
    fn each_format_has_the_same_rows() {
        let mut sheet = Sheet::new(["属地", "完成率"]);
        sheet.rows.push(vec![Cell::text_of("=1+1"), Cell::Rate(Some(0.5))]);
        sheet.rows.push(vec![Cell::Blank, Cell::Rate(None)]);
        sheet.foot.push("口径：按人计".to_owned());
        let text = String::from_utf8(csv_bytes(&sheet, CsvEncoding::Utf8.into()).unwrap()).unwrap();
        assert!(text.starts_with("\u{FEFF}属地,完成率\r\n"), "{text}");
        assert!(text.ends_with(",50.0%\r\n,\r\n口径：按人计,\r\n"), "{text}");

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        let target = Target::from_args(None, Some(path.clone()), false, Format::Table).unwrap();
        target.write_sheet(&sheet, &serde_json::json!({"rows": 2})).unwrap();
        assert_eq!(std::fs::read_to_string(path).unwrap(), "{\n  \"rows\": 2\n}\n");
    }
}
