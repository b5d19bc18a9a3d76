//! The cells of each kind of record, as a list of it has them.

use super::Kind;
use crate::desk::values::{Values, unread_cell};
use crate::lang::cmd as text;
use crate::model::draft::MODE_OF_OUTSIDERS;
use crate::model::fields::{Field, FieldDef, Stored};
use crate::model::words::{ListKind, NeedKind, Role};
use crate::privacy;
use crate::store::claimant::{self, Party};
use crate::store::collect::extra_pairs;
use crate::store::collect::masks::MASKED;
use crate::store::place::Places;
use crate::store::registration::{self, Whose};
use crate::store::{Session, claim, find, stored};

/// Records being read for a list, from one moment of the office file.
pub struct Records<'a> {
    pub session: &'a Session,
    pub places: Places,
    pub reveal: bool,
}

/// A record's cells by field, blank ones left out.
pub type Cells = Vec<(Field, String)>;

/// What is read of a record for its row.
struct Found {
    cells: Cells,
    /// Unknown columns, and cells that could not be read, as they are stored.
    extra: Option<String>,
    unread: Option<String>,
    place: Option<i64>,
}

/// A record as a list has it.
pub struct Record {
    pub cells: Cells,
    /// Columns that the office's lists had and we don't know.
    pub extra: Vec<(String, String)>,
    /// Where it belongs.
    pub place: Option<i64>,
}

impl Records<'_> {
    pub fn record(&self, kind: Kind, id: i64) -> anyhow::Result<Record> {
        let Found { mut cells, extra, unread, place } = match kind {
            Kind::Wishes | Kind::Projects => self.need(id)?,
            Kind::Members => self.member(id)?,
            Kind::Orgs => self.org(id)?,
            Kind::Claims => self.claim(id)?,
        };
        let mut extra = extra_pairs(extra.as_deref())?;
        for (header, cell) in &mut extra {
            if self.reveal {
                *cell = privacy::mask_papers(cell);
            } else if privacy::is_private_in(header, cell) {
                *cell = MASKED.to_owned();
            }
        }
        for (key, cell) in extra_pairs(unread.as_deref())? {
            let field = Field::of_code(&key);
            let cell = unread_cell(field, &key, &cell, self.reveal);
            match field {
                Some(field) => {
                    cells.retain(|(known, _)| *known != field);
                    cells.push((field, cell));
                }
                None => extra.push((key, cell)),
            }
        }
        Ok(Record { cells, extra, place })
    }

    fn need(&self, id: i64) -> anyhow::Result<Found> {
        let need = find::need_by_id(self.session, id)?;
        let kind = match need.kind {
            NeedKind::Wish => ListKind::Wishes,
            NeedKind::Project => ListKind::Projects,
        };
        let cells = self.cells(kind, stored(&need)?)?;
        Ok(Found { cells, extra: need.extra, unread: need.unread, place: Some(need.place_id) })
    }

    fn member(&self, id: i64) -> anyhow::Result<Found> {
        let member = find::member_by_id(self.session, id)?;
        let registered = registration::latest(self.session, Whose::Member(id))?;
        let mut values = stored(&member)?;
        values.extend(registered.as_ref().map(stored).transpose()?.into_iter().flatten());
        let cells = self.cells(ListKind::Members, values)?;
        let place = registered.map(|row| row.place_id);
        Ok(Found { cells, extra: member.extra, unread: member.unread, place })
    }

    fn org(&self, id: i64) -> anyhow::Result<Found> {
        let org = find::org_by_id(self.session, id)?;
        let registered = registration::latest(self.session, Whose::Org(id))?;
        let mut values = stored(&org)?;
        // Most are not exempt, and a blank cell says so.
        values.retain(|(def, value)| def.field != Some(Field::Exempt) || *value == Stored::Int(1));
        values.extend(registered.as_ref().map(stored).transpose()?.into_iter().flatten());
        let cells = self.cells(ListKind::Orgs, values)?;
        Ok(Found { cells, extra: org.extra, unread: org.unread, place: registered.map(|row| row.place_id) })
    }

    fn claim(&self, id: i64) -> anyhow::Result<Found> {
        let claim = find::claim_by_id(self.session, id)?;
        let need = find::need_by_id(self.session, claim.need_id)?;
        let mut cells = self.cells(ListKind::Claims, stored(&claim)?)?;
        let mut add = |field, cell: Option<String>| cells.extend(cell.map(|cell| (field, cell)));
        let content = need.content.or(need.title);
        let masked = |text: String| {
            if self.reveal { privacy::mask_papers(&text) } else { privacy::mask_private(&text, &[]) }
        };
        add(Field::Content, content.map(masked));
        add(Field::Wisher, need.wisher);
        let parties = claim::parties_of(self.session, id)?;
        let mut names = Vec::new();
        for (party, _) in &parties {
            names.push(self.claimant_word(*party)?);
        }
        let mut names = names.join("、");
        if claim.unnamed > 0 {
            names = text::with_unnamed(names, parties.len() + claim.unnamed as usize);
        }
        add(Field::Claimants, Some(names));
        if let Some((Party::Member(lead), Role::Lead)) = parties.first() {
            let lead = find::member_by_id(self.session, *lead)?;
            let org = lead.org_id.map(|org| find::org_by_id(self.session, org)).transpose()?;
            add(Field::Org, org.map(|org| org.name));
        }
        let is_outsider = parties.iter().any(|(party, _)| matches!(party, Party::Outsider(_)));
        add(Field::Mode, (claim.mode.is_none() && is_outsider).then(|| MODE_OF_OUTSIDERS.to_owned()));
        Ok(Found { cells, extra: claim.extra, unread: claim.unread, place: None })
    }

    /// The cells of what a kind of list carries.
    fn cells(&self, kind: ListKind, stored: Vec<(&'static FieldDef, Stored)>) -> anyhow::Result<Cells> {
        let values = Values { session: self.session, places: Some(&self.places), reveal: self.reveal };
        let mut cells = Cells::new();
        for (def, value) in stored {
            let Some(field) = def.key_in(kind) else { continue };
            let cell = values.cell(def, &value)?;
            if !cell.is_empty() {
                cells.push((field, cell));
            }
        }
        Ok(cells)
    }

    /// A member by name where that names one person, else by code; an organisation by its full name.
    fn claimant_word(&self, party: Party) -> anyhow::Result<String> {
        Ok(match party {
            Party::Member(id) => {
                let member = find::member_by_id(self.session, id)?;
                let alone = find::members_by_name(self.session, &member.name)?.len() == 1;
                if alone { member.name } else { member.code.to_string() }
            }
            Party::Org(id) => find::org_by_id(self.session, id)?.name,
            Party::Outsider(_) => claimant::name(self.session, party)?,
        })
    }
}
