//! Rows that a stray quote swallowed: a quoted cell with line breaks, one of whose lines looks like a row of this list. Such a
//! list is stopped, since nobody can tell from outside whether the quotes are meant; `--quotes` settles it.

use super::cells::Cells;
use super::reading::value;
use super::row::{Above, Plan, Read};
use crate::model::fields::Field;
use crate::model::place::level_of;

/// Fewer cells are too likely to be a text with a comma.
const FEWEST: usize = 3;

/// Whether a line inside one of the cells looks like a row: it has as many delimiters as the header, or parses as a record.
pub fn has_rows_inside(cells: &Cells, plan: &Plan, delimiter: u8) -> bool {
    if memchr::memchr2(b'\n', b'\r', cells.text().as_bytes()).is_none() {
        return false;
    }
    let delimiter = char::from(delimiter);
    let width = plan.headers().len();
    let looks_like_a_row = |line: &str| {
        let count = line.matches(delimiter).count();
        (width >= FEWEST && count + 1 >= width) || (count > 0 && is_record(line, delimiter, plan))
    };
    let broken = cells.iter().filter(|cell| cell.contains(['\n', '\r']));
    broken.into_iter().any(|cell| cell.split(['\n', '\r']).any(looks_like_a_row))
}

/// A text with a comma or two may parse as well: a record has the name of a place where the list has its places.
fn is_record(line: &str, delimiter: char, plan: &Plan) -> bool {
    let cells: Cells = line.split(delimiter).collect();
    let places = [Field::Place, Field::Community, Field::Station].into_iter();
    let mut columns = places.filter_map(|field| plan.columns().first(field));
    let is_place = |column: u16| cells.get(usize::from(column)).is_some_and(|cell| level_of(value(cell)).is_some());
    if !columns.any(is_place) {
        return false;
    }
    matches!(plan.read(u32::MAX, cells, &[], &mut Above::default()).read, Read::Draft { .. })
}
