//! Native charts. Knows the ranges that a chart is drawn from; its figures are the cells'.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartSolidFill, ChartType, Color,
};
use unicode_width::UnicodeWidthStr;

use super::super::drawn::{Drawn, Series};
use super::super::report::ChartKind;
use super::super::table;

/// The colours of the series; pages have the same.
const COLOURS: [u32; 6] = [0x00B3_2D2E, 0x002F_6DA8, 0x00D9_952B, 0x003F_8F63, 0x0078_5AA6, 0x006B_7280];
const GRID: u32 = 0x00D9_DDE2;
/// Labels of upright bars have room next to each other up to so many characters in all.
const SIDE_BY_SIDE: usize = 90;

/// The chart of what is drawn, its rows beginning at `first` of the sheet, as wide as so many characters; and its height
/// in points.
pub fn of(drawn: &Drawn, title: &str, sheet: &str, first: u32, width: u16) -> (Chart, f64) {
    let across = drawn.kind == ChartKind::Rates || labels_width(drawn) > SIDE_BY_SIDE;
    let mut chart = Chart::new(match drawn.kind {
        ChartKind::Line => ChartType::Line,
        ChartKind::Stacked if across => ChartType::BarStacked,
        ChartKind::Stacked => ChartType::ColumnStacked,
        ChartKind::Bars | ChartKind::Rates if across => ChartType::Bar,
        ChartKind::Bars | ChartKind::Rates => ChartType::Column,
    });
    let is_across = across && drawn.kind != ChartKind::Line;
    for (series, colour) in drawn.series.iter().zip(COLOURS.iter().cycle()) {
        add(&mut chart, drawn, series, *colour, sheet, first);
    }
    let title = table::safe(title);
    if title.is_empty() {
        chart.title().set_hidden();
    } else {
        chart.title().set_name(&*title).set_font(ChartFont::new().set_size(12).set_bold());
    }
    axes(&mut chart, drawn.kind, is_across);
    if drawn.series.len() > 1 {
        chart.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        chart.legend().set_hidden();
    }
    let bars = drawn.labels.len() * if drawn.kind == ChartKind::Stacked { 1 } else { drawn.series.len() };
    let height = if is_across { 110 + 24 * bars } else { 320 };
    let height = u32::try_from(height).unwrap_or(1_000);
    chart.set_width(u32::from(width.clamp(70, 120)) * 7).set_height(height);
    chart.set_alt_text(title);
    (chart, f64::from(height) * 0.75)
}

fn labels_width(drawn: &Drawn) -> usize {
    drawn.labels.iter().map(|label| label.width() + 2).sum()
}

fn add(chart: &mut Chart, drawn: &Drawn, series: &Series, colour: u32, sheet: &str, first: u32) {
    let row = |at: usize| first + u32::try_from(at).unwrap_or_default();
    let column = |at: usize| u16::try_from(at).unwrap_or_default();
    let (from, until) = (row(series.first_row), row(series.first_row + drawn.labels.len() - 1));
    let (label, last_label) = (column(drawn.label_columns.0), column(drawn.label_columns.1));
    let line = ChartLine::new().set_color(Color::RGB(colour)).set_width(2.25).clone();
    let fill = ChartSolidFill::new().set_color(Color::RGB(colour)).clone();
    let mut format = ChartFormat::new();
    if drawn.kind == ChartKind::Line {
        format.set_line(&line);
    } else {
        format.set_solid_fill(&fill);
    }
    let added = chart.add_series();
    added
        .set_name(&*table::safe(&series.name))
        .set_categories((sheet, from, label, until, last_label))
        .set_values((sheet, from, column(series.column), until, column(series.column)))
        .set_format(&mut format);
    match drawn.kind {
        ChartKind::Bars | ChartKind::Rates => {
            added.set_gap(45);
            added.set_data_label(ChartDataLabel::new().show_value());
        }
        ChartKind::Stacked => {
            added.set_gap(45).set_overlap(100);
        }
        ChartKind::Line => {}
    }
}

/// Of bars that go across the package calls the one below `x`: their values.
fn axes(chart: &mut Chart, kind: ChartKind, is_across: bool) {
    if is_across {
        // The first row on top, and the numbers below all the same.
        chart.y_axis().set_reverse();
        chart.x_axis().set_label_position(ChartAxisLabelPosition::High);
    }
    let grid = ChartLine::new().set_color(Color::RGB(GRID)).clone();
    let (values, labels) = if is_across { (chart.x_axis(), false) } else { (chart.y_axis(), true) };
    values.set_major_gridlines(true).set_major_gridlines_line(&grid).set_min(0);
    if kind == ChartKind::Rates {
        values.set_max(1).set_major_unit(0.2).set_num_format("0%");
    }
    let labels = if labels { chart.x_axis() } else { chart.y_axis() };
    labels.set_major_gridlines(false);
}
