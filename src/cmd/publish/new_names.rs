//! Names that the file has learned since the last pack: a roster often comes in after the wishes were published. What hangs
//! on the wall is looked through for them, and says them no longer.

use super::{Document, ShownJson, published_where};
use crate::desk::wall::{each_known_name, public_text};
use crate::model::words::NeedState;
use crate::privacy::{KnownNames, People, wall as public};
use crate::store::log::Change;
use crate::store::rows::NeedRow;
use crate::store::{entries, pack};

/// Masks the new names in what hangs on the wall. A text that somebody has read and confirmed stays as it is.
pub fn mask(change: &mut Change<'_>, document: &mut Document) -> anyhow::Result<()> {
    let session = change.session();
    let mut new = KnownNames::default();
    each_known_name(session, Some(entries::newest_pack(session)?), |name| new.add(name))?;
    if new.is_empty() {
        return Ok(());
    }
    let people = People { own: &[], known: Some(&new) };
    let mut named: Vec<(NeedRow, String)> = Vec::new();
    pack::each_need(session, |need| {
        if need.state == NeedState::Published && !need.wording_checked {
            named.extend(public::without_names(&public_text(&need), people).map(|text| (need, text)));
        }
        Ok(())
    })?;
    for (need, wording) in named {
        change.update(&need, &NeedRow { wording: Some(wording), ..need.clone() })?;
        let published = published_where(change, &need)?;
        document.masked.push(ShownJson { code: need.code, number: need.number, published });
    }
    Ok(())
}
