//! A report before it has a form: tables under one title, what is drawn of them, and the footer that seals it.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::{Cell, Format, Head, Sheet, Target, csv, drawn, file, json, markdown, page, table, workbook};
use crate::lang::{comma, output as texts};

/// Tables under one title.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    pub title: String,
    /// What a form has above its tables: who reports, who filled it in, a phone number, the day. Label and value; only
    /// workbooks and pages have it.
    pub letterhead: Vec<(String, String)>,
    pub sections: Vec<Section>,
    /// What the figures mean, the day, the head of the log, the time.
    pub foot: Vec<String>,
}

/// One table of a report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// The table's heading, and the name of its sheet in a workbook.
    pub name: String,
    /// Its own title stays empty; its foot says what only this table needs.
    pub sheet: Sheet,
    /// Rows that stand before those of the sheet.
    pub made: Option<MadeRows>,
    /// The last row is the total of the others: what `Head::total` says of each column holds.
    pub has_total: bool,
    pub chart: Option<Chart>,
    /// The rows that figures open to: in workbooks only.
    pub is_detail: bool,
}

/// Rows that are made as they are written: a city's people are some hundred thousand, and a workbook takes them one by
/// one.
#[derive(Clone)]
pub struct MadeRows {
    count: usize,
    row: Arc<dyn Fn(usize) -> Vec<Cell> + Send + Sync>,
}

impl fmt::Debug for MadeRows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MadeRows").field("count", &self.count).finish_non_exhaustive()
    }
}

impl PartialEq for MadeRows {
    fn eq(&self, other: &MadeRows) -> bool {
        self.count == other.count && Arc::ptr_eq(&self.row, &other.row)
    }
}

/// What is drawn of a section's rows, the total left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    pub kind: ChartKind,
    /// The column whose texts name the bars.
    pub label: usize,
    /// The columns that are drawn.
    pub values: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// Bars side by side.
    Bars,
    /// Bars of parts of a whole, one upon another.
    Stacked,
    /// A column of a rate, from 0 to 100 %.
    Rates,
    /// A line over days.
    Line,
}

impl Section {
    pub fn new(name: impl Into<String>, sheet: Sheet) -> Section {
        Section { name: name.into(), sheet, ..Section::default() }
    }

    pub fn with_total(mut self) -> Section {
        self.has_total = true;
        self
    }

    pub fn with_chart(mut self, kind: ChartKind, label: usize, values: &[usize]) -> Section {
        self.chart = Some(Chart { kind, label, values: values.to_vec() });
        self
    }

    /// A section of so many rows, each made when it is asked for.
    pub fn with_made(mut self, count: usize, row: impl Fn(usize) -> Vec<Cell> + Send + Sync + 'static) -> Section {
        self.made = Some(MadeRows { count, row: Arc::new(row) });
        self
    }

    /// How many rows there are, the total among them.
    pub fn row_count(&self) -> usize {
        self.made_count() + self.sheet.rows.len()
    }

    /// All rows, the total last.
    pub fn rows(&self) -> impl Iterator<Item = Cow<'_, [Cell]>> {
        let made = self.made.iter().flat_map(|made| (0..made.count).map(|at| Cow::Owned((made.row)(at))));
        made.chain(self.sheet.rows.iter().map(|row| Cow::Borrowed(row.as_slice())))
    }

    /// The section with all its rows in its sheet.
    pub fn held(&self) -> Cow<'_, Section> {
        self.beginning(usize::MAX)
    }

    /// The section with no more than so many of the rows that are made, in its sheet.
    pub(super) fn beginning(&self, most: usize) -> Cow<'_, Section> {
        let Some(made) = &self.made else { return Cow::Borrowed(self) };
        let mut held = Section { made: None, ..self.clone() };
        let rows = (0..made.count.min(most)).map(|at| (made.row)(at));
        held.sheet.rows = rows.chain(self.sheet.rows.iter().cloned()).collect();
        Cow::Owned(held)
    }

    /// How many rows are made.
    pub(super) fn made_count(&self) -> usize {
        self.made.as_ref().map_or(0, |made| made.count)
    }

    /// The rows that the sheet holds, without the total.
    pub fn parts(&self) -> &[Vec<Cell>] {
        let rows = &self.sheet.rows;
        &rows[..rows.len() - usize::from(self.has_total && !rows.is_empty())]
    }

    pub fn as_detail(mut self) -> Section {
        self.is_detail = true;
        self
    }

    /// The columns that say the section's name in every row.
    fn columns_of_its_name(&self) -> Vec<usize> {
        let says_it =
            |row: &Vec<Cell>, column: usize| matches!(cell(row, column), Cell::Text(text) if **text == *self.name);
        let is_name = |column: &usize| self.sheet.rows.iter().all(|row| says_it(row, *column));
        if self.sheet.rows.is_empty() { Vec::new() } else { (0..self.sheet.head.len()).filter(is_name).collect() }
    }

    /// Adds a column of bars for its rates where so many columns of a terminal have room for it.
    fn push_bars(&self, sheet: &mut Sheet, columns: usize) {
        const NARROWEST: usize = 10;
        const WIDEST: usize = 20;
        let room = columns.saturating_sub(table::natural(sheet) + table::GAP).min(WIDEST);
        let chart = self.chart.as_ref().filter(|chart| chart.kind == ChartKind::Rates);
        let Some(rates) = chart.and_then(|chart| chart.values.first()).filter(|_| room >= NARROWEST) else { return };
        sheet.head.push(Head::new(""));
        for (row, whole) in sheet.rows.iter_mut().zip(&self.sheet.rows) {
            row.resize(sheet.head.len() - 1, Cell::Blank);
            row.push(table::bar(drawn::number(cell(whole, *rates)), room));
        }
    }
}

impl Report {
    /// A single table, as most commands answer.
    pub fn of(sheet: &Sheet) -> Report {
        let mut sheet = sheet.clone();
        let (title, foot) = (sheet.title.take().unwrap_or_default(), std::mem::take(&mut sheet.foot));
        Report { title, foot, sections: vec![Section::new("", sheet)], ..Report::default() }
    }

    /// The report with every row in its sheets.
    fn held(&self) -> Cow<'_, Report> {
        if self.sections.iter().all(|section| section.made.is_none()) {
            return Cow::Borrowed(self);
        }
        let sections = self.sections.iter().filter(|section| !section.is_detail).map(|one| one.held().into_owned());
        Cow::Owned(Report {
            title: self.title.clone(),
            letterhead: self.letterhead.clone(),
            sections: sections.collect(),
            foot: self.foot.clone(),
        })
    }

    /// The tables as a reader of text sees them: those below each other that have the same heads are one. Each with its
    /// heading.
    pub(super) fn tables(&self) -> Vec<(Option<String>, Sheet)> {
        let mut tables: Vec<(Option<String>, Sheet)> = Vec::new();
        for section in self.sections.iter().filter(|section| !section.is_detail) {
            match tables.last_mut() {
                Some((names, last)) if last.head == section.sheet.head => {
                    *names = names.take().map(|names| [&names, section.name.as_str()].join(comma()));
                    last.rows.extend(section.sheet.rows.iter().cloned());
                    last.foot.extend(section.sheet.foot.iter().cloned());
                }
                _ => tables.push((Some(section.name.clone()), section.sheet.clone())),
            }
        }
        if let [(name, _)] = tables.as_mut_slice() {
            *name = None;
        }
        tables
    }

    /// As `tables`, where somebody looks on: each section by itself, without the columns that only say its name, and with
    /// bars beside its rates where there is room.
    fn tables_of_terminal(&self, columns: usize) -> Vec<(Option<String>, Sheet)> {
        let sections = || self.sections.iter().filter(|section| !section.is_detail);
        let is_alone = sections().count() == 1;
        let table = |section: &Section| {
            let mut sheet = section.sheet.clone();
            let names = section.columns_of_its_name();
            let is_kept = |column: usize| !names.contains(&column);
            for row in &mut sheet.rows {
                *row = kept(std::mem::take(row), is_kept);
            }
            sheet.head = kept(std::mem::take(&mut sheet.head), is_kept);
            section.push_bars(&mut sheet, columns);
            (names.is_empty() && is_alone, sheet)
        };
        sections()
            .map(|section| {
                let (is_nameless, sheet) = table(section);
                ((!is_nameless).then(|| section.name.clone()), sheet)
            })
            .collect()
    }

    fn text(&self, width: Option<u16>) -> String {
        let tables = width.map_or_else(|| self.tables(), |columns| self.tables_of_terminal(usize::from(columns)));
        let mut text = String::new();
        let last = tables.len().saturating_sub(1);
        for (at, (name, mut sheet)) in tables.into_iter().enumerate() {
            if at == 0 && !self.title.is_empty() {
                table::push_prose(&mut text, &self.title, width);
            }
            if at > 0 {
                text.push('\n');
            }
            sheet.title = name.map(texts::heading);
            if at == last {
                sheet.foot.extend(self.foot.iter().cloned());
            }
            if sheet.rows.is_empty() && !sheet.head.is_empty() {
                sheet.head.clear();
                sheet.foot.insert(0, texts::no_rows());
            }
            text.push_str(&table::render(&sheet, width));
        }
        text
    }

    fn csv(&self) -> std::io::Result<Vec<u8>> {
        let tables = self.tables();
        let mut writer = csv::CsvWriter::new(Vec::new(), csv::CsvEncoding::Utf8);
        let last = tables.len().saturating_sub(1);
        for (at, (name, mut sheet)) in tables.into_iter().enumerate() {
            if at == last {
                sheet.foot.extend(self.foot.iter().cloned());
            }
            if at > 0 {
                writer.row([""])?;
            }
            if let Some(name) = name {
                super::csv_line(&mut writer, &name, sheet.head.len())?;
            }
            super::csv_rows(&mut writer, &sheet)?;
        }
        writer.finish()
    }
}

impl Target {
    /// Writes a report, or where JSON is wanted `document`, whole, to stdout or to the file.
    pub fn write_report(&self, report: &Report, document: &impl serde::Serialize) -> anyhow::Result<()> {
        let bytes = match self.format {
            Format::Table => report.held().text(self.table_width()).into_bytes(),
            Format::Csv => report.held().csv()?,
            Format::Json => json::to_bytes(document)?,
            Format::Jsonl => json::to_lines(&[document])?,
            Format::Md => markdown::render(&report.held()).into_bytes(),
            Format::Html => page::render(&report.held())?,
            Format::Xlsx => return self.write_workbook(report),
        };
        self.write_bytes(&bytes)
    }

    /// To a file row by row; a pipe gets it whole.
    fn write_workbook(&self, report: &Report) -> anyhow::Result<()> {
        if let Some(path) = &self.file {
            return file::write_file(path, self.force, |out| Ok(workbook::write(report, out)?));
        }
        let mut bytes = Vec::new();
        workbook::write(report, &mut bytes)?;
        self.write_bytes(&bytes)
    }
}

fn kept<T>(all: Vec<T>, is_kept: impl Fn(usize) -> bool) -> Vec<T> {
    all.into_iter().enumerate().filter(|(at, _)| is_kept(*at)).map(|(_, one)| one).collect()
}

/// The cell of a row, blank where the row is shorter.
pub fn cell(row: &[Cell], column: usize) -> &Cell {
    row.get(column).unwrap_or(&Cell::Blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotas() -> Report {
        let section = |name: &str, met: i64| {
            let mut sheet = Sheet::new(["指标", "分组", "达标率"]);
            sheet.rows.push(vec![Cell::text_of(name), Cell::text_of("金花街道"), Cell::Rate(Some(met as f64 / 4.0))]);
            Section::new(name, sheet).with_chart(ChartKind::Rates, 1, &[2])
        };
        Report {
            title: "达标".to_owned(),
            sections: vec![section("党员", 1), section("党组织", 2)],
            ..Report::default()
        }
    }

    #[test]
    fn on_a_terminal_each_quota_stands_below_its_name_with_bars() {
        let told = quotas().text(Some(60));
        assert_eq!(told.matches("党员").count(), 1, "{told}");
        assert!(told.contains("【党员】\n分组") && told.contains("  25.0%  #####..............."), "{told}");
        assert!(!quotas().text(Some(24)).contains('#'));
    }

    #[test]
    fn bars_never_take_the_room_of_what_they_stand_beside() {
        let wide = quotas().text(Some(200)).lines().count();
        for columns in 18..60 {
            let told = quotas().text(Some(columns));
            assert_eq!(told.lines().count(), wide, "at {columns} columns:\n{told}");
        }
    }

    #[test]
    fn in_a_pipe_the_quotas_are_one_table() {
        let told = quotas().text(None);
        assert!(!told.contains('【') && !told.contains('#'), "{told}");
        assert_eq!(told.matches("达标率").count(), 1, "{told}");
    }
}
