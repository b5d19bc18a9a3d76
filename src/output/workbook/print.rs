//! How a sheet comes out of a printer.

use rust_xlsxwriter::Worksheet;

use crate::lang::output as texts;

const A4: u8 = 9;

/// A4 across, one page wide, as many down as it takes, each with its number.
pub fn set_up(sheet: &mut Worksheet) {
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer(format!("&C{}", texts::page_of("&P", "&N")));
}
