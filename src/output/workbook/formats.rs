//! How cells look: borders, numbers, the total in bold.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::super::{Cell, table};

/// The formats of one workbook's sheet.
pub struct Formats {
    pub title: Format,
    pub name: Format,
    pub letterhead: Format,
    pub header: Format,
    pub foot: Format,
    body: Kinds,
    total: Kinds,
}

/// A format for each kind of cell.
struct Kinds {
    text: Format,
    count: Format,
    rate: Format,
    mean: Format,
    money: Format,
}

impl Formats {
    /// `is_wrapped`: whether long texts take several lines.
    pub fn new(is_wrapped: bool) -> Formats {
        let line = Format::new().set_text_wrap().set_align(FormatAlign::VerticalCenter);
        let bordered = |format: Format| {
            format
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(0x009A_A3AD))
                .set_align(FormatAlign::VerticalCenter)
        };
        let body = bordered(if is_wrapped { Format::new().set_text_wrap() } else { Format::new() });
        let total = bordered(Format::new()).set_bold().set_background_color(Color::RGB(0x00F3_F4F6));
        Formats {
            title: line.clone().set_bold().set_font_size(16).set_align(FormatAlign::Center),
            name: line.clone().set_bold().set_font_size(12).set_align(FormatAlign::Center),
            letterhead: line.clone(),
            header: bordered(Format::new())
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_background_color(Color::RGB(0x00E8_ECF1)),
            foot: line.set_font_color(Color::RGB(0x0048_5058)).set_font_size(10),
            body: Kinds::of(&body),
            total: Kinds::of(&total),
        }
    }

    pub fn of(&self, cell: &Cell, is_total: bool) -> &Format {
        let kinds = if is_total { &self.total } else { &self.body };
        match cell {
            Cell::Blank | Cell::Text(_) | Cell::Coded(_) => &kinds.text,
            Cell::Count(_) => &kinds.count,
            Cell::Rate(_) => &kinds.rate,
            Cell::Mean(_) => &kinds.mean,
            Cell::Money(_) => &kinds.money,
        }
    }
}

impl Kinds {
    fn of(base: &Format) -> Kinds {
        let number = |code: &str| base.clone().set_num_format(code).set_align(FormatAlign::Right);
        Kinds {
            text: base.clone(),
            count: number("#,##0"),
            rate: number("0.0%"),
            mean: number("0.0"),
            money: number("#,##0.00"),
        }
    }
}

/// The cell about as its format shows it: for its width.
pub fn shown(cell: &Cell) -> std::borrow::Cow<'_, str> {
    let text = table::shown(cell);
    match cell {
        // A comma every three digits.
        Cell::Count(_) | Cell::Money(_) => format!("{text}{}", ",".repeat(text.len().saturating_sub(1) / 3)).into(),
        Cell::Blank | Cell::Text(_) | Cell::Coded(_) | Cell::Rate(_) | Cell::Mean(_) => text,
    }
}
