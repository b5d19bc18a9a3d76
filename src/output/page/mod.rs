//! A report as one page that needs nothing else: its style and its script are in it, and its policy lets in no other.
//! Knows the template's places; every text goes through the template's escaping.

mod svg;

use std::io;

use minijinja::value::Serde;
use minijinja::{Environment, Value};
use serde::Serialize;

use self::svg::Svg;
use super::drawn::Drawn;
use super::report::{Column, Report, RowKind, Section};
use super::{Cell, table};
use crate::lang::{self, Lang, output as texts};
use crate::model::page_policy::source_of;

/// Its name ends in `.html`: that is what makes the engine escape.
const NAME: &str = "page.html";
const TEMPLATE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

#[derive(Serialize)]
struct PageView {
    lang: &'static str,
    title: String,
    style: Value,
    style_hash: Value,
    script: Value,
    script_hash: Value,
    letterhead: Vec<(String, String)>,
    sections: Vec<SectionView>,
    foot: Vec<String>,
    no_rows: String,
}

#[derive(Serialize)]
struct SectionView {
    name: String,
    charts: Option<[Svg; 2]>,
    headers: Vec<CellView>,
    /// Items and subtotals.
    rows: Vec<Vec<CellView>>,
    totals: Vec<Vec<CellView>>,
    is_empty: bool,
    foot: Vec<String>,
}

#[derive(Serialize)]
struct CellView {
    text: String,
    is_number: bool,
}

/// The page, whole.
pub fn render(report: &Report) -> io::Result<Vec<u8>> {
    let mut pages = Environment::new();
    pages.add_template(NAME, TEMPLATE).map_err(io::Error::other)?;
    let page = pages.get_template(NAME).map_err(io::Error::other)?;
    let text = page.render(Serde(view(report))).map_err(io::Error::other)?;
    Ok(text.into_bytes())
}

fn view(report: &Report) -> PageView {
    let safe = |texts: &[String]| texts.iter().map(|text| table::safe(text).into_owned()).collect::<Vec<_>>();
    let pair = |(label, value): &(String, String)| (table::safe(label).into_owned(), table::safe(value).into_owned());
    PageView {
        lang: match lang::current() {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        },
        title: table::safe(&report.title).into_owned(),
        style: Value::from_safe_string(STYLE.to_owned()),
        style_hash: Value::from_safe_string(source_of(STYLE)),
        script: Value::from_safe_string(SCRIPT.to_owned()),
        script_hash: Value::from_safe_string(source_of(SCRIPT)),
        letterhead: report.letterhead.iter().map(pair).collect(),
        sections: report
            .sections
            .iter()
            .filter(|section| !section.is_detail)
            .map(|section| SectionView { foot: safe(&section.notes), ..section_view(section) })
            .collect(),
        foot: safe(&report.footer),
        no_rows: texts::no_rows(),
    }
}

fn section_view(section: &Section) -> SectionView {
    let columns = section.shown_columns();
    let header = |column: &&Column| CellView {
        text: table::safe(&column.header).into_owned(),
        is_number: column.kind.is_number(),
    };
    let is_empty = section.row_count() == 0 && !columns.is_empty();
    let (mut rows, mut totals) = (Vec::new(), Vec::new());
    for (kind, cells) in section.shown_rows() {
        let row: Vec<CellView> = cells.iter().map(cell_view).collect();
        match kind {
            RowKind::Item | RowKind::Subtotal => rows.push(row),
            RowKind::Total => totals.push(row),
        }
    }
    SectionView {
        name: table::safe(&section.title).into_owned(),
        charts: Drawn::of(section).map(|drawn| Svg::both(&drawn)),
        headers: if is_empty { Vec::new() } else { columns.iter().map(header).collect() },
        rows,
        totals,
        is_empty,
        foot: Vec::new(),
    }
}

fn cell_view(cell: &Cell) -> CellView {
    let shown = table::shown(cell);
    let text = match cell {
        Cell::Count(_) | Cell::Money(_) => grouped(&shown),
        Cell::Blank | Cell::Text(_) | Cell::Coded(_) | Cell::Rate(_) | Cell::Mean(_) => shown.into_owned(),
    };
    CellView { text, is_number: cell.is_number() }
}

/// A number with a comma every three digits.
pub(super) fn grouped(number: &str) -> String {
    let (sign, rest) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut text = sign.to_owned();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests;
