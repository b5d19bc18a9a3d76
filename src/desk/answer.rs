//! The flags that say how and where a command writes its answer.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::Context;
use super::preview::NAMED;
use crate::lang::{cmd as text, output as texts};
use crate::model::exit::{Exit, stop};
use crate::output::report::{Report, Section};
use crate::output::{self, CsvEncoding, CsvForm, Format, Sheet, Target};
use crate::store::log::Head;

/// `--format`, `--output`, `--force`.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct AnswerArgs {
    /// The format of the answer
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Write the answer to FILE; its extension gives the format; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace FILE if it exists
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub csv: CsvArgs,
}

/// How a CSV is written, for programs that want it otherwise than Excel.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct CsvArgs {
    /// Write a CSV without a byte order mark; Excel wants one
    #[arg(long, hide_short_help = true)]
    pub no_bom: bool,
    /// End a CSV's lines with LF, not with CRLF
    #[arg(long, hide_short_help = true)]
    pub lf: bool,
}

impl CsvArgs {
    /// The form of a CSV in this encoding. Errors: an answer that is not CSV (exit 2).
    pub fn form(&self, encoding: CsvEncoding, is_csv: bool) -> anyhow::Result<CsvForm> {
        let encoding = if self.no_bom && encoding == CsvEncoding::Utf8 { CsvEncoding::Utf8Plain } else { encoding };
        match (self.no_bom, self.lf) {
            (true, _) if !is_csv || encoding != CsvEncoding::Utf8Plain => Err(csv_only("--no-bom")),
            (_, true) if !is_csv => Err(csv_only("--lf")),
            _ => Ok(CsvForm { lf: self.lf, ..encoding.into() }),
        }
    }
}

fn csv_only(option: &str) -> anyhow::Error {
    stop(Exit::Usage, texts::csv_only(option))
}

impl AnswerArgs {
    pub fn target(&self) -> anyhow::Result<Target> {
        let target = Target::from_args(self.format, self.file().map(Path::to_path_buf), self.force, Format::Table)?;
        let csv = self.csv.form(CsvEncoding::Utf8, target.format == Format::Csv)?;
        Ok(Target { csv, ..target })
    }

    /// Checks that the answer can be written. Called before anything changes, so that a refusal changes nothing.
    pub fn check(&self) -> anyhow::Result<()> {
        self.target()?;
        self.file().map_or(Ok(()), |path| output::file::check(path, self.force))
    }

    /// The file that is written; none where it is standard output.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| !output::file::is_stdout(path))
    }

    /// Writes a sheet, or the document if JSON is asked for.
    pub fn write(&self, sheet: &Sheet, document: &impl Serialize, context: &Context) -> anyhow::Result<()> {
        self.target()?.write_sheet(sheet, document)?;
        self.report_written(sheet.rows.len(), context)
    }

    /// As `write`; the sheet is made only where it is written, since a city's takes as much memory as its document.
    pub fn write_made(
        &self,
        sheet: impl FnOnce() -> anyhow::Result<Sheet>,
        document: &impl Serialize,
        context: &Context,
    ) -> anyhow::Result<()> {
        let is_document = self.target()?.format == Format::Json;
        self.write(&if is_document { Sheet::default() } else { sheet()? }, document, context)
    }

    /// Writes a report, or the document if JSON is asked for.
    pub fn write_report(&self, report: &Report, document: &impl Serialize, context: &Context) -> anyhow::Result<()> {
        self.target()?.write_report(report, document)?;
        self.report_written(report.item_count(), context)
    }

    /// Writes lines of JSON: one for each part, then one for the document.
    pub fn write_lines(
        &self,
        parts: &[impl Serialize],
        document: &impl Serialize,
        context: &Context,
    ) -> anyhow::Result<()> {
        let mut bytes = output::json::to_lines(parts)?;
        bytes.extend(output::json::to_lines(&[document])?);
        self.target()?.write_bytes(&bytes)?;
        self.report_written(parts.len(), context)
    }

    /// Whether a table is written as it is read, part by part.
    pub fn is_in_parts(&self) -> anyhow::Result<bool> {
        Ok(matches!(self.target()?.format, Format::Csv | Format::Jsonl))
    }

    /// Writes a table part by part: see `is_in_parts`.
    pub fn write_parts(
        &self,
        parts: impl IntoIterator<Item = anyhow::Result<Section>>,
        context: &Context,
    ) -> anyhow::Result<()> {
        let mut rows = 0;
        let count = |part: &anyhow::Result<Section>| rows += part.as_ref().map_or(0, Section::item_count);
        self.target()?.write_parts(parts.into_iter().inspect(count))?;
        self.report_written(rows, context)
    }

    /// Writes records as lines of JSON, and nothing else.
    pub fn write_records(&self, records: &[impl Serialize], context: &Context) -> anyhow::Result<()> {
        self.target()?.write_bytes(&output::json::to_lines(records)?)?;
        self.report_written(records.len(), context)
    }

    /// Reports that the answer is in its file, since nothing else on the screen does.
    fn report_written(&self, rows: usize, context: &Context) -> anyhow::Result<()> {
        if let Some(file) = self.file() {
            let is_document = self.target()?.format == Format::Json;
            context.note(if is_document {
                text::written(file.display())
            } else {
                text::rows_written(file.display(), rows)
            });
        }
        Ok(())
    }

    /// How many rows of a long answer are listed one by one: for people the first ones, unless they ask for all.
    pub fn most(&self, verbose: bool) -> anyhow::Result<usize> {
        Ok(if verbose || !self.is_table()? { usize::MAX } else { NAMED })
    }

    /// Whether lines below a table are for people: a CSV's rows are records and nothing else.
    pub fn has_foot(&self) -> anyhow::Result<bool> {
        Ok(matches!(self.target()?.format, Format::Table | Format::Md | Format::Html | Format::Xlsx))
    }

    /// Whether the format can hold the rows behind the figures: only a workbook does.
    pub fn opens_to_rows(&self) -> anyhow::Result<bool> {
        Ok(self.target()?.format == Format::Xlsx)
    }

    /// Whether the format has a letterhead: who reports, and when.
    pub fn has_letterhead(&self) -> anyhow::Result<bool> {
        Ok(matches!(self.target()?.format, Format::Xlsx | Format::Html))
    }

    /// Whether the answer is a table for people.
    pub fn is_table(&self) -> anyhow::Result<bool> {
        Ok(self.target()?.format == Format::Table)
    }

    /// Whether the answer is a CSV.
    pub fn is_csv(&self) -> anyhow::Result<bool> {
        Ok(self.target()?.format == Format::Csv)
    }

    /// Whether the answer is JSON lines.
    pub fn wants_lines(&self) -> anyhow::Result<bool> {
        Ok(self.target()?.format == Format::Jsonl)
    }

    /// Whether the document will be written, so that it must be built.
    pub fn wants_document(&self) -> anyhow::Result<bool> {
        Ok(matches!(self.target()?.format, Format::Json | Format::Jsonl))
    }
}

/// A log entry in JSON; `null` if nothing changed.
#[derive(Debug, Clone, Serialize)]
pub struct EntryJson {
    pub id: i64,
    pub hash: String,
}

impl EntryJson {
    pub fn of(head: Option<Head>) -> Option<EntryJson> {
        head.map(|head| EntryJson { id: head.entry, hash: head.hash_hex() })
    }
}

/// The head of the log, as reports contain it.
#[derive(Debug, Clone, Serialize)]
pub struct HeadJson {
    pub entry: i64,
    pub hash: String,
}

impl HeadJson {
    pub fn of(head: Head) -> HeadJson {
        HeadJson { entry: head.entry, hash: head.hash_hex() }
    }
}
