//! A report before it has a form: sections under one title, and the footer that seals it. Knows columns and rows; does
//! not know what they mean.

mod column;
mod document;
mod section;

pub use self::column::{Column, Columns, Kind, Readers, Total, TypedColumn, path_below};
pub use self::section::{Chart, ChartKind, Row, RowKind, Section, Streamed, cell};
use std::io::Write;

use super::{Cell, CsvForm, Format, Sheet, Target, csv, drawn, file, json, markdown, page, table, workbook};
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
    pub footer: Vec<String>,
    /// Whether it is read as a whole: a workbook has its tables one below the other on one sheet, instead of a sheet each.
    pub is_one_sheet: bool,
}

/// A table with its heading.
pub(super) type TitledSheet = (Option<String>, Sheet);

impl Report {
    /// How many items its tables have; those that figures open to are not counted.
    pub fn item_count(&self) -> usize {
        self.sections.iter().filter(|section| !section.is_detail).map(Section::item_count).sum()
    }

    /// A single table, as most commands answer.
    pub fn of(sheet: &Sheet) -> Report {
        Report {
            title: sheet.title.clone().unwrap_or_default(),
            footer: sheet.foot.clone(),
            sections: vec![Section::from(sheet)],
            ..Report::default()
        }
    }

    /// The sections that every form has.
    fn shown_sections(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(|section| !section.is_detail)
    }

    /// The tables as people read them, each below its title; a single one needs none, unless it leaves a column to it.
    pub(super) fn tables(&self) -> Vec<TitledSheet> {
        let is_alone = self.shown_sections().count() == 1;
        let table = |section: &Section| {
            let is_untitled = is_alone && !section.columns.iter().any(|column| column.repeats_title);
            ((!is_untitled).then(|| section.title.clone()), section.sheet())
        };
        self.shown_sections().map(table).collect()
    }

    /// The tables of CSV: those that follow each other with the same headers are one.
    fn csv_tables(&self) -> Vec<TitledSheet> {
        let mut tables: Vec<TitledSheet> = Vec::new();
        for section in self.shown_sections() {
            let sheet = section.csv_sheet();
            match tables.last_mut() {
                Some((titles, last)) if last.headers == sheet.headers => {
                    *titles = titles.take().map(|titles| [&titles, section.title.as_str()].join(comma()));
                    last.rows.extend(sheet.rows);
                    last.foot.extend(sheet.foot);
                }
                _ => tables.push((Some(section.title.clone()), sheet)),
            }
        }
        if let [(title, _)] = tables.as_mut_slice() {
            *title = None;
        }
        tables
    }

    fn text(&self, width: Option<u16>) -> String {
        let mut tables = self.tables();
        if let Some(columns) = width.map(usize::from) {
            self.shown_sections().zip(&mut tables).for_each(|(section, (_, sheet))| push_bars(section, sheet, columns));
        }
        let mut text = String::new();
        let last = tables.len().saturating_sub(1);
        for (at, (title, mut sheet)) in tables.into_iter().enumerate() {
            if at == 0 && !self.title.is_empty() {
                table::push_prose(&mut text, &self.title, width);
            }
            if at > 0 {
                text.push('\n');
            }
            sheet.title = title.map(texts::heading);
            if at == last {
                sheet.foot.extend(self.footer.iter().cloned());
            }
            text.push_str(&table::render(&sheet, width));
        }
        text
    }

    fn csv(&self, form: CsvForm) -> std::io::Result<Vec<u8>> {
        let tables = self.csv_tables();
        let mut writer = csv::CsvWriter::new(Vec::new(), form);
        let last = tables.len().saturating_sub(1);
        for (at, (title, mut sheet)) in tables.into_iter().enumerate() {
            if at == last {
                sheet.foot.extend(self.footer.iter().cloned());
            }
            if at > 0 {
                writer.row([""])?;
            }
            if let Some(title) = title {
                super::csv_line(&mut writer, &title, sheet.headers.len())?;
            }
            super::csv_rows(&mut writer, &sheet)?;
        }
        writer.finish()
    }
}

/// Adds a column of bars for the rates that a section draws where so many columns of a terminal have room for it.
fn push_bars(section: &Section, sheet: &mut Sheet, columns: usize) {
    const NARROWEST: usize = 10;
    const WIDEST: usize = 20;
    let room = columns.saturating_sub(table::natural(sheet) + table::GAP).min(WIDEST);
    let chart = section.chart.as_ref().filter(|chart| chart.kind == ChartKind::Rates);
    let rates = chart.and_then(|chart| chart.values.first()).and_then(|key| section.position(key));
    let Some(rates) = rates.filter(|_| room >= NARROWEST) else { return };
    sheet.headers.push(String::new());
    for (row, (_, cells)) in sheet.rows.iter_mut().zip(section.rows()) {
        row.resize(sheet.headers.len() - 1, Cell::Blank);
        row.push(table::bar(drawn::number(cell(&cells, rates)), room));
    }
}

impl Target {
    /// Writes a report, or where JSON is wanted `document`, whole, to stdout or to the file.
    pub fn write_report(&self, report: &Report, document: &impl serde::Serialize) -> anyhow::Result<()> {
        let bytes = match self.format {
            Format::Table => return self.write_table(&report.text(self.table_width())),
            Format::Csv => report.csv(self.csv)?,
            Format::Json => return self.write_json(document),
            Format::Jsonl => json::to_lines(&[document])?,
            Format::Md => markdown::render(report).into_bytes(),
            Format::Html => page::render(report)?,
            Format::Xlsx => return self.write_workbook(report),
        };
        self.write_bytes(&bytes)
    }

    /// Writes a table part by part, as CSV or in lines of JSON, so that no more of it than a part is held; each part is a
    /// section with the same columns, the first of which may be empty.
    pub fn write_parts(&self, parts: impl IntoIterator<Item = anyhow::Result<Section>>) -> anyhow::Result<()> {
        let is_csv = self.format == Format::Csv;
        let form = self.csv;
        let write =
            move |out: &mut dyn Write| if is_csv { csv_parts(out, form, parts) } else { line_parts(out, parts) };
        match &self.file {
            Some(path) => file::write_file(path, self.force, |out| write(out)),
            None => {
                let mut bytes = Vec::new();
                write(&mut bytes)?;
                super::print(bytes)
            }
        }
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

fn csv_parts(
    out: &mut dyn Write,
    form: CsvForm,
    parts: impl IntoIterator<Item = anyhow::Result<Section>>,
) -> anyhow::Result<()> {
    let mut writer = csv::CsvWriter::new(out, form);
    for (at, part) in parts.into_iter().enumerate() {
        let mut sheet = part?.csv_sheet();
        if at > 0 {
            sheet.headers.clear();
        }
        super::csv_rows(&mut writer, &sheet)?;
    }
    writer.finish()?;
    Ok(())
}

fn line_parts(out: &mut dyn Write, parts: impl IntoIterator<Item = anyhow::Result<Section>>) -> anyhow::Result<()> {
    for part in parts {
        out.write_all(&json::to_lines(&part?.items())?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotas() -> Report {
        let section = |title: &str, met: i64| {
            let name = title.to_owned();
            let columns: Columns<i64> = vec![
                Column::text("quota", "指标").repeats_title().of(move |_| Cell::text_of(name.as_str())),
                Column::text("place", "分组").of(|_| Cell::text_of("金花街道")),
                Column::rate("rate", "达标率").of(|met| Cell::Rate(Some(*met as f64 / 4.0))),
            ]
            .into();
            columns.section("quota", title, [&met]).with_chart(Chart::new(ChartKind::Rates, "place", &["rate"]))
        };
        Report {
            title: "达标".to_owned(),
            sections: vec![section("党员", 1), section("党组织", 2)],
            ..Report::default()
        }
    }

    #[test]
    fn terminal_shows_each_quota_below_its_title_with_bars() {
        let text = quotas().text(Some(60));
        assert_eq!(text.matches("党员").count(), 1, "{text}");
        assert!(text.contains("【党员】\n分组") && text.contains("  25.0%  #####..............."), "{text}");
        assert!(!quotas().text(Some(24)).contains('#'));
    }

    #[test]
    fn bars_never_take_the_room_of_the_other_columns() {
        let wide = quotas().text(Some(200)).lines().count();
        for columns in 18..60 {
            let text = quotas().text(Some(columns));
            assert_eq!(text.lines().count(), wide, "at {columns} columns:\n{text}");
        }
    }

    #[test]
    fn pipe_gets_each_quota_below_its_title_and_csv_all_in_one_table() {
        let text = quotas().text(None);
        assert!(text.contains("【党员】\n分组") && text.contains("【党组织】\n分组") && !text.contains('#'), "{text}");
        let csv = String::from_utf8(quotas().csv(csv::CsvEncoding::Utf8.into()).unwrap()).unwrap();
        assert_eq!(csv, "\u{FEFF}指标,分组,达标率\r\n党员,金花街道,25.0%\r\n党组织,金花街道,50.0%\r\n");
    }

    #[test]
    fn streamed_items_read_as_held_ones_in_every_form() {
        let columns = || -> Columns<i64> {
            vec![
                Column::text("place", "分组").of_items().of(|one| Cell::text_of(format!("组{one}"))),
                Column::count("required", "应认领").sum().of(|one| Cell::Count(*one)),
                Column::document_count("running").of(|one| Cell::Count(one * 2)),
            ]
            .into()
        };
        let total = columns().cells(&6);
        let held = columns().section("groups", "达标", &[1, 2, 3]).with_total(total.clone());
        let streamed = columns().streamed("groups", "达标", vec![1, 2, 3]).with_total(total);
        assert_eq!(held.items(), streamed.items());
        assert_eq!(held.items()[1], serde_json::json!({"place": "组2", "required": 2, "running": 4}));
        assert_eq!(
            (held.total(), streamed.is_well_formed()),
            (serde_json::json!({"required": 6, "running": 12}), true)
        );
        let report = |section: Section| Report { sections: vec![section], ..Report::default() };
        let (held, streamed) = (report(held), report(streamed));
        assert_eq!(held.text(None), streamed.text(None));
        assert_eq!(
            held.csv(csv::CsvEncoding::Utf8.into()).unwrap(),
            streamed.csv(csv::CsvEncoding::Utf8.into()).unwrap()
        );
        assert!(!held.text(None).contains("12"), "{}", held.text(None));
    }
}
