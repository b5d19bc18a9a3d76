//! Charts as shapes. Knows geometry; colours are the style's.

use serde::Serialize;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::super::drawn::{self, Drawn};
use super::super::report::ChartKind;
use super::super::table;
use super::grouped;
use crate::lang::output as texts;

/// On a desk and on paper, and on a phone, where labels stand above their bars.
const WIDTH: f64 = 960.0;
const NARROW: f64 = 360.0;
/// Half a Chinese letter.
const LETTER: f64 = 7.2;
/// The widest label, in halves of a Chinese letter.
const WIDEST: usize = 40;
const BAR: f64 = 18.0;
/// Right of the longest bar, for its value.
const VALUE: f64 = 90.0;
const NARROW_VALUE: f64 = 62.0;
/// A label's line above its bars.
const ABOVE: f64 = 20.0;
const LINE_HEIGHT: f64 = 280.0;
/// A line has so many days written below it at most.
const DAYS: usize = 8;
const NARROW_DAYS: usize = 3;

/// The shapes of a chart.
#[derive(Debug, Default, Serialize)]
pub struct Svg {
    width: f64,
    height: f64,
    is_narrow: bool,
    lines: Vec<LineShape>,
    bars: Vec<BarShape>,
    paths: Vec<PathShape>,
    texts: Vec<TextShape>,
    note: Option<String>,
}

#[derive(Debug, Serialize)]
struct LineShape {
    class: &'static str,
    x1: f64,
    y1: f64,
    x2: f64,
    y2: f64,
}

#[derive(Debug, Serialize)]
struct BarShape {
    series: usize,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    title: String,
}

#[derive(Debug, Serialize)]
struct PathShape {
    series: usize,
    points: String,
}

#[derive(Debug, Serialize)]
struct TextShape {
    class: &'static str,
    x: f64,
    y: f64,
    text: String,
}

/// The place that values are drawn in.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    largest: f64,
}

impl Svg {
    /// The chart as wide screens and paper show it, and as a phone does.
    pub fn both(drawn: &Drawn) -> [Svg; 2] {
        [Svg::of(drawn, WIDTH), Svg::of(drawn, NARROW)]
    }

    fn of(drawn: &Drawn, width: f64) -> Svg {
        let mut svg = Svg { width, is_narrow: width < WIDTH, ..Svg::default() };
        svg.note = (drawn.left_out > 0).then(|| texts::drawn_first(drawn::MOST));
        let top = svg.legend(drawn);
        match drawn.kind {
            ChartKind::Bars | ChartKind::Rates | ChartKind::Stacked => svg.across(drawn, top),
            ChartKind::Line => svg.line(drawn, top),
        }
        svg
    }

    /// What the colours mean, where there are several; gives what is below it.
    fn legend(&mut self, drawn: &Drawn) -> f64 {
        if drawn.series.len() < 2 {
            return 8.0;
        }
        let (mut x, mut y) = (8.0, 8.0);
        for (at, series) in drawn.series.iter().enumerate() {
            let name = cut(&series.name);
            let width = letters(&name) + 44.0;
            if x + width > self.width {
                (x, y) = (8.0, y + 24.0);
            }
            self.bar(at, [x, y, 14.0, 14.0], String::new());
            self.text("", x + 20.0, y + 12.0, name);
            x += width;
        }
        y + 30.0
    }

    /// Bars from left to right, the first row on top.
    fn across(&mut self, drawn: &Drawn, top: f64) {
        let is_stacked = drawn.kind == ChartKind::Stacked;
        let bars = if is_stacked { 1 } else { drawn.series.len() };
        let above = if self.is_narrow { ABOVE } else { 0.0 };
        let step = BAR * count(bars) + 10.0 + above;
        let widest = drawn.labels.iter().map(|label| letters(&cut(label))).fold(0.0, f64::max);
        let plot = Plot {
            left: if self.is_narrow { 6.0 } else { widest + 20.0 },
            right: self.width - if self.is_narrow { NARROW_VALUE } else { VALUE },
            top,
            bottom: top + step * count(drawn.labels.len()),
            largest: nice(drawn.largest()),
        };
        self.height = plot.bottom + 26.0;
        for tick in 0..=5u8 {
            let share = f64::from(tick) / 5.0;
            let x = plot.left + share * (plot.right - plot.left);
            self.lines.push(LineShape { class: "grid", x1: round(x), y1: top, x2: round(x), y2: round(plot.bottom) });
            let class = if tick == 0 && self.is_narrow { "small" } else { "small middle" };
            self.text(class, x, plot.bottom + 18.0, tick_text(drawn.kind, share * plot.largest));
        }
        for (row, label) in drawn.labels.iter().enumerate() {
            let y = plot.top + step * count(row) + 5.0;
            if self.is_narrow {
                self.text("", plot.left, y + ABOVE - 6.0, cut(label));
            } else {
                self.text("end", plot.left - 8.0, y + BAR * count(bars) / 2.0 + 5.0, cut(label));
            }
            let y = y + above;
            let mut x = plot.left;
            for (at, series) in drawn.series.iter().enumerate() {
                let shown = grouped_text(&series.shown[row]);
                let width =
                    (series.values[row].unwrap_or(0.0) / plot.largest).clamp(0.0, 1.0) * (plot.right - plot.left);
                let y = if is_stacked { y } else { y + BAR * count(at) };
                let title = format!("{label} {} {shown}", series.name);
                self.bar(at, [x, y + 1.0, width, BAR - 2.0], title);
                if is_stacked {
                    x += width;
                } else {
                    self.text("", x + width + 6.0, y + BAR - 4.0, shown);
                }
            }
        }
        let x = plot.left;
        self.lines.push(LineShape { class: "axis", x1: round(x), y1: plot.top, x2: round(x), y2: round(plot.bottom) });
    }

    /// A line over days.
    fn line(&mut self, drawn: &Drawn, top: f64) {
        let largest = nice(drawn.largest());
        let left = letters(&tick_text(drawn.kind, largest)).max(30.0) + 16.0;
        let plot = Plot {
            left,
            right: self.width - if self.is_narrow { 20.0 } else { 40.0 },
            top: top + 8.0,
            bottom: top + LINE_HEIGHT,
            largest,
        };
        self.height = plot.bottom + 28.0;
        for tick in 0..=5u8 {
            let share = f64::from(tick) / 5.0;
            let y = plot.bottom - share * (plot.bottom - plot.top);
            let class = if tick == 0 { "axis" } else { "grid" };
            self.lines.push(LineShape { class, x1: round(plot.left), y1: round(y), x2: plot.right, y2: round(y) });
            self.text("small end", plot.left - 8.0, y + 4.0, tick_text(drawn.kind, share * plot.largest));
        }
        let last = drawn.labels.len().saturating_sub(1);
        let x =
            |at: usize| plot.left + (plot.right - plot.left) * if last == 0 { 0.5 } else { count(at) / count(last) };
        let days = if self.is_narrow { NARROW_DAYS } else { DAYS };
        let each = drawn.labels.len().div_ceil(days).max(1);
        for (at, label) in drawn.labels.iter().enumerate().step_by(each) {
            let label = cut(label);
            // The last day would be cut off by the edge of a phone.
            let is_beyond = x(at) + letters(&label) / 2.0 > self.width;
            let (class, x) = if is_beyond { ("small end", self.width) } else { ("small middle", x(at)) };
            self.text(class, x, plot.bottom + 20.0, label);
        }
        for (series, one) in drawn.series.iter().enumerate() {
            let y = |value: f64| plot.bottom - (value / plot.largest).clamp(0.0, 1.0) * (plot.bottom - plot.top);
            let points = one.values.iter().enumerate().filter_map(|(at, value)| Some((x(at), y((*value)?))));
            let points: Vec<String> = points.map(|(x, y)| format!("{},{}", round(x), round(y))).collect();
            self.paths.push(PathShape { series: series % 6, points: points.join(" ") });
        }
    }

    fn bar(&mut self, series: usize, [x, y, width, height]: [f64; 4], title: String) {
        let title = table::safe(&title).into_owned();
        let [x, y, width, height] = [x, y, width, height].map(round);
        self.bars.push(BarShape { series: series % 6, x, y, width, height, title });
    }

    fn text(&mut self, class: &'static str, x: f64, y: f64, text: String) {
        self.texts.push(TextShape { class, x: round(x), y: round(y), text });
    }
}

fn tick_text(kind: ChartKind, value: f64) -> String {
    if kind == ChartKind::Rates { format!("{:.0}%", value * 100.0) } else { grouped(&value.to_string()) }
}

/// A value as tables show it, its digits in threes where it is a number.
fn grouped_text(shown: &str) -> String {
    if shown.bytes().all(|byte| byte.is_ascii_digit()) { grouped(shown) } else { shown.to_owned() }
}

/// The next number that five steps go into evenly.
fn nice(largest: f64) -> f64 {
    if largest <= 1.0 {
        // Rates, and counts of nothing.
        return if largest == 1.0 { 1.0 } else { 5.0 };
    }
    let mut unit = 1.0;
    loop {
        for step in [5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 40.0] {
            if largest <= step * unit {
                return step * unit;
            }
        }
        unit *= 10.0;
    }
}

fn count(count: usize) -> f64 {
    count as f64
}

fn letters(text: &str) -> f64 {
    count(text.width()) * LETTER
}

/// A label short enough to be next to its bar.
fn cut(label: &str) -> String {
    let label = table::safe(label);
    if label.width() <= WIDEST {
        return label.into_owned();
    }
    let mut width = 0;
    let kept = label.chars().take_while(|c| {
        width += c.width().unwrap_or(0);
        width < WIDEST
    });
    kept.collect::<String>() + "…"
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
