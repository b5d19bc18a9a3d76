//! Lists of places into the office file.

use crate::model::draft::{Draft, PlaceDraft};
use crate::model::fault::Flaw;

use super::super::find::Orgs;
use super::super::log::Change;
use super::named::{Earlier, Seen};
use super::{Import, Outcome, PlaceContext, Taken};

/// An import of places, over one or more files.
pub struct PlaceImport {
    pub place_context: PlaceContext,
    seen: Seen,
}

impl PlaceImport {
    pub fn new(place_context: PlaceContext) -> PlaceImport {
        PlaceImport { place_context, seen: Seen::default() }
    }
}

impl Import for PlaceImport {
    type Draft = PlaceDraft;

    fn of(draft: &mut Draft) -> Option<&mut PlaceDraft> {
        if let Draft::Place(draft) = draft { Some(draft) } else { None }
    }

    fn take_draft(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut PlaceDraft,
        row: u32,
        fingerprint: u32,
    ) -> anyhow::Result<Outcome> {
        let made = self.place_context.made.len();
        let place = match self.place_context.place(change, Some(&draft.path))? {
            Ok(place) => place,
            Err(flaw) => return Ok(Outcome::faulty(flaw)),
        };
        let earlier = place.map_or(Earlier::None, |place| self.seen.row(place, row, fingerprint));
        Ok(Outcome::of(match earlier {
            Earlier::Same => Taken::Duplicate,
            _ if self.place_context.made.len() > made => Taken::New,
            // What else the row says of the place is not kept.
            Earlier::None | Earlier::Differs(_) => Taken::Unchanged,
        }))
    }

    fn end_list(&mut self, _change: &mut Change<'_>) -> anyhow::Result<Vec<(u32, Flaw)>> {
        self.seen.end_list();
        Ok(Vec::new())
    }

    fn orgs(&self) -> Option<&Orgs> {
        None
    }
}
