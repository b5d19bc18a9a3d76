//! A row of a list of places becomes the path of one.

use super::places::{PARTS, place};
use super::reading::Reading;
use crate::model::draft::PlaceDraft;
use crate::model::fields::Field;
use crate::model::place::{PlacePath, level_of};

/// The place that a row names; one that names none is a fault. `above` is the place of the row above it.
pub fn place_row(above: Option<&PlacePath>, reading: &mut Reading<'_>) -> Option<PlaceDraft> {
    let faults = reading.faults.len();
    let path = place(reading);
    if path.is_none() && reading.faults.len() == faults {
        reading.missing(Field::Place);
    }
    let path = path?;
    let path = above.filter(|_| leaves_out_wider(reading, &path)).and_then(|above| below(above, &path)).unwrap_or(path);
    Some(PlaceDraft { path })
}

/// Whether the row leaves to those above it what its place is in: its cells of wider places are blank, or the list has one
/// column, in which narrower places follow wider ones.
fn leaves_out_wider(reading: &Reading<'_>, path: &PlacePath) -> bool {
    let columns: Vec<u16> = PARTS.iter().filter_map(|field| reading.columns().first(*field)).collect();
    match columns.as_slice() {
        [_] => path.names().len() == 1,
        [first, ..] => reading.at(*first).is_none(),
        [] => false,
    }
}

/// The path below that of the row above: within what is wider there, where nothing between the two is left out.
fn below(above: &PlacePath, path: &PlacePath) -> Option<PlacePath> {
    let names = path.names();
    let own = level_of(names.first()?)?;
    let wider: Vec<&str> = above.names().into_iter().take_while(|name| level_of(name) < Some(own)).collect();
    let is_next = level_of(wider.last()?)? as usize + 1 == own as usize;
    is_next.then(|| PlacePath::from_parts(wider.into_iter().chain(names)).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn below_takes_what_is_wider_and_leaves_no_level_out() {
        let below =
            |above: &str, own: &str| below(&above.parse().unwrap(), &own.parse().unwrap()).map(|path| path.to_string());
        assert_eq!(below("荔湾区/金花街道", "蟠虬社区").as_deref(), Some("荔湾区/金花街道/蟠虬社区"));
        assert_eq!(below("荔湾区/金花街道/蟠虬社区", "锦龙社区").as_deref(), Some("荔湾区/金花街道/锦龙社区"));
        assert_eq!(below("荔湾区/金花街道/蟠虬社区", "逢源街道").as_deref(), Some("荔湾区/逢源街道"));
        assert_eq!(below("荔湾区", "蟠虬社区"), None);
        assert_eq!(below("蟠虬社区", "锦龙社区"), None);
    }
}
