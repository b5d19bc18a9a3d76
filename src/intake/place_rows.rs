//! A row of a list of places becomes the path of one.

use super::places::place;
use super::reading::Reading;
use crate::model::draft::PlaceDraft;
use crate::model::field::Field;

/// The place that a row names; one that names none is a fault.
pub fn place_row(reading: &mut Reading<'_>) -> Option<PlaceDraft> {
    let faults = reading.faults.len();
    let path = place(reading);
    if path.is_none() && reading.faults.len() == faults {
        reading.missing(Field::Place);
    }
    path.map(|path| PlaceDraft { path })
}
