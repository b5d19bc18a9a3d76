//! What was published where and when. A post cannot be recalled: whoever takes a need down is told each place.

use super::log::Change;
use super::record::Record;
use super::rows::PublicationRow;
use crate::model::day::Day;
use crate::model::ranges::Ranges;
use crate::store::Session;

/// A pack as it is about to be written.
#[derive(Debug, Clone)]
pub struct Publication {
    /// Where to, as a path from the root.
    pub folder: String,
    /// The products' code words, with commas.
    pub products: String,
    pub title: Option<String>,
    pub place: Option<i64>,
    pub on: Day,
    /// Of the needs as the pack shows them, in hexadecimal.
    pub fingerprint: String,
    pub numbers: Ranges,
}

/// Remembers a publication; the same again, of the same needs to the same folder, is not another one.
pub fn remember(change: &mut Change<'_>, publication: &Publication) -> anyhow::Result<()> {
    let Publication { folder, products, title, place, on, fingerprint, numbers } = publication;
    let last = all(change.session())?.into_iter().rfind(|row| row.folder == *folder);
    let is_known = last.is_some_and(|row| {
        row.products == *products && row.title == *title && row.place_id == *place && row.fingerprint == *fingerprint
    });
    if is_known {
        return Ok(());
    }
    let id = change.next_id::<PublicationRow>()?;
    change.insert(PublicationRow {
        id,
        folder: folder.clone(),
        products: products.clone(),
        title: title.clone(),
        place_id: *place,
        published_on: *on,
        fingerprint: fingerprint.clone(),
        numbers: numbers.to_string(),
    })
}

/// The publications that showed the need of a wall number, the oldest first.
pub fn published_where(session: &Session, number: i64) -> anyhow::Result<Vec<PublicationRow>> {
    let mut shown = all(session)?;
    shown.retain(|row| row.numbers.parse::<Ranges>().is_ok_and(|numbers| numbers.contains(number)));
    Ok(shown)
}

fn all(session: &Session) -> anyhow::Result<Vec<PublicationRow>> {
    let mut statement = session.prepare(PublicationRow::ALL)?;
    let rows = statement.query_map([], PublicationRow::from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
