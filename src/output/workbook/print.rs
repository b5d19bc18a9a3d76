//! How a sheet comes out of a printer.

use rust_xlsxwriter::Worksheet;

use crate::lang::output as texts;

const A4: u8 = 9;
/// A character's width, in points.
const CHARACTER: f64 = 5.6;

/// A4 across, one page wide, as many down as it takes, each with its number.
pub fn set_up(sheet: &mut Worksheet) {
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer(format!("&C{}", texts::page_of("&P", "&N")));
}

/// A4 upright, and all of it, so many points high and as wide as so many characters, on two pages at most: on one where
/// little would be left for the second.
pub fn set_up_whole(sheet: &mut Worksheet, height: f64, width: u16) {
    // What is left of A4 upright.
    const PAPER: (f64, f64) = (535.0, 750.0);
    const LITTLE: f64 = 1.2;
    let scale = (PAPER.0 / (f64::from(width) * CHARACTER)).min(1.0);
    let pages = if height * scale <= PAPER.1 * LITTLE { 1 } else { 2 };
    set_up(sheet);
    sheet.set_portrait().set_print_fit_to_pages(1, pages);
}

/// Whether what is so many points high would lie across the end of a page, where it begins so far down a sheet that is
/// as wide as so many characters.
pub fn is_past_end(from: f64, height: f64, width: u16) -> bool {
    // What is left of A4 across.
    const PAPER: (f64, f64) = (780.0, 510.0);
    let scale = (PAPER.0 / (f64::from(width) * CHARACTER)).min(1.0);
    let page = PAPER.1 / scale;
    from % page + height > page
}
