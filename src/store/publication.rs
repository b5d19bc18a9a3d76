//! What was published where and when. A post cannot be recalled: whoever takes a need down is shown each place.

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
    pub numbers: Ranges,
}

/// Remembers a publication. One that shows nothing which the same folder, place and title have not shown before is not
/// another one.
pub fn remember(change: &mut Change<'_>, publication: &Publication) -> anyhow::Result<()> {
    let Publication { folder, products, title, place, on, numbers } = publication;
    let mut new = numbers.clone();
    for row in all(change.session())? {
        if row.folder == *folder && row.products == *products && row.title == *title && row.place_id == *place {
            new = new.without(&row.numbers.parse().unwrap_or_default());
        }
    }
    if new.is_empty() {
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
        numbers: numbers.to_string(),
    })
}

/// The first day that a pack of what is shown now can have: that of the newest publication, or when the last of what is on
/// the wall was verified or put up.
pub fn first_day(session: &Session) -> anyhow::Result<Option<Day>> {
    let sql = "
        SELECT max(day)
        FROM (
          SELECT published_on AS day FROM publication
          UNION ALL
          SELECT max(max(ifnull(published_on, ''), ifnull(verified_on, ''))) FROM need WHERE state = 'published'
        )
        WHERE day <> ''";
    Ok(session.query_row(sql, [], |row| row.get(0))?)
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
