//! Lists of organisations into the office file: the organisation, and its registration with a street.

use serde_json::json;

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::draft::{Draft, OrgDraft};
use crate::model::fault::{Candidate, FaultKind, Flaw};
use crate::model::fields::Field;
use crate::model::folding::same;
use crate::model::phone::Phone;
use crate::model::refusal::RowRefusal;
use crate::model::words::{ListKind, OrgClass};
use crate::store::Session;

use super::super::find::{Orgs, org_by_id};
use super::super::log::Change;
use super::super::record::blank;
use super::super::registration::{self, Stated, Whose, take_over};
use super::super::rows::OrgRow;
use super::super::setting;
use super::listed::{ListColumns, cleared};
use super::masks::{self, extra_over};
use super::named::Seen;
use super::needs::is_taken;
use super::unread::{self, Given};
use super::{Import, Outcome, PlaceContext, Taken, Waits};

/// An import of organisations, over one or more files.
pub struct OrgImport {
    pub place_context: PlaceContext,
    pub orgs: Orgs,
    columns: ListColumns<OrgRow>,
    prefix: String,
    today: Day,
    /// A code says which it is, whatever else the row says: for one record that is mended by hand.
    pub trusts_codes: bool,
    seen: Seen,
    /// Superiors that a list names before their own row: who, by what word, at which row.
    pending: Vec<Pending>,
}

/// An organisation whose superior was not known when its row was read.
struct Pending {
    org: i64,
    parent: String,
    row: u32,
}

impl Import for OrgImport {
    type Draft = OrgDraft;

    fn of(draft: &mut Draft) -> Option<&mut OrgDraft> {
        if let Draft::Org(draft) = draft { Some(draft) } else { None }
    }

    fn take_draft(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut OrgDraft,
        row: u32,
        fingerprint: u32,
    ) -> anyhow::Result<Outcome> {
        let stored = match self.known(change, draft)? {
            Ok(stored) => stored,
            Err(flaw) => return Ok(Outcome::faulty(flaw)),
        };
        if let Some(flaw) = self.flaw(change.session(), stored.as_ref(), draft)? {
            return Ok(Outcome::faulty(flaw));
        }
        let (id, path) = (stored.as_ref().map(|stored| stored.id), draft.place.as_ref());
        let place = self.place_context.place_of_row(change, &mut self.seen, id, path, (row, fingerprint))?;
        let (place, cells) = match place {
            Ok(placed) => placed,
            Err(outcome) => return Ok(outcome),
        };
        // One that names no place belongs to none.
        let place = place.filter(|_| path.is_some());
        let stated = Stated { place, from_day: draft.values.day(Field::RegisteredOn), until_day: None };
        let whose = stored.as_ref().map(|stored| Whose::Org(stored.id));
        if let Some(flaw) = registration::flaw(change.session(), whose, &stated, self.today)? {
            return Ok(Outcome::faulty(flaw));
        }
        let (id, mut outcome) = match stored {
            Some(stored) => (stored.id, self.update(change, &stored, draft, &stated)?),
            None => self.add(change, draft, &stated)?,
        };
        if outcome.taken == Taken::New {
            self.seen.row(id, row, cells);
        }
        self.link_later(change, id, draft, row)?;
        let is_unclassed = outcome.taken == Taken::New && draft.values.get(Field::Class).is_none();
        outcome.warnings.extend(is_unclassed.then(|| Flaw::of(Field::Class, FaultKind::NoOrgClass)));
        Ok(outcome)
    }

    fn end_list(&mut self, change: &mut Change<'_>) -> anyhow::Result<Vec<(u32, Flaw)>> {
        self.seen.end_list();
        let mut unknown = Vec::new();
        for pending in std::mem::take(&mut self.pending) {
            let before = org_by_id(change.session(), pending.org)?;
            match self.orgs.named(&pending.parent) {
                [parent] if is_above(change.session(), pending.org, *parent)? => {
                    let why = RowRefusal::ParentCircle { parent: pending.parent };
                    unknown.push((pending.row, Flaw::refused(Field::Parent, why)));
                }
                [parent] => {
                    let after = OrgRow { parent_id: Some(*parent), ..before.clone() };
                    change.update(&before, &after)?;
                }
                _ => {
                    let why = FaultKind::Unknown { value: pending.parent, near: String::new() };
                    unknown.push((pending.row, Flaw::of(Field::Parent, why)));
                }
            }
        }
        Ok(unknown)
    }

    fn seen(&self) -> Option<&Seen> {
        Some(&self.seen)
    }

    fn orgs(&self) -> Option<&Orgs> {
        Some(&self.orgs)
    }
}

impl OrgImport {
    pub fn begin(change: &mut Change<'_>, place_context: PlaceContext, today: Day) -> anyhow::Result<OrgImport> {
        let prefix = setting::code_prefix(change.session())?;
        let orgs = Orgs::load(change.session())?;
        let columns = ListColumns::of(&[ListKind::Orgs])?;
        Ok(OrgImport {
            place_context,
            orgs,
            columns,
            prefix,
            today,
            trusts_codes: false,
            seen: Seen::default(),
            pending: Vec::new(),
        })
    }

    /// What is wrong with a row next to what is stored: a name of another organisation, a superior that is below it, a mask
    /// of another phone. What is stored already and does not change is left as it is.
    fn flaw(&self, session: &Session, stored: Option<&OrgRow>, draft: &OrgDraft) -> anyhow::Result<Option<Flaw>> {
        let phone = stored.and_then(|stored| stored.phone.as_ref()).map(Phone::masked);
        if let Some(flaw) = masks::flaw(&draft.values, &[Field::Name], phone.as_deref(), stored.is_some()) {
            return Ok(Some(flaw));
        }
        if let Some(flaw) = self.name_flaw(session, stored, draft)? {
            return Ok(Some(flaw));
        }
        let Some(parent) = draft.values.text(Field::Parent) else { return Ok(None) };
        let circles = self.would_circle(session, stored, draft, parent)?;
        Ok(circles.then(|| Flaw::refused(Field::Parent, RowRefusal::ParentCircle { parent: parent.to_owned() })))
    }

    /// A name or short name that means another organisation already. Two with codes of the office's own may have one name.
    fn name_flaw(&self, session: &Session, stored: Option<&OrgRow>, draft: &OrgDraft) -> anyhow::Result<Option<Flaw>> {
        let id = stored.map(|stored| stored.id);
        let names = [
            (Field::Name, stored.map(|stored| stored.name.as_str())),
            (Field::ShortName, stored.and_then(|stored| stored.short_name.as_deref())),
        ];
        for (field, was) in names {
            let Some(name) = draft.values.text(field) else { continue };
            let is_new_name = field == Field::Name && stored.is_none();
            if is_new_name || was.is_some_and(|was| same(was, name)) {
                continue;
            }
            if let Some(other) = self.orgs.any_named(name).into_iter().find(|other| Some(*other) != id) {
                let code = org_by_id(session, other)?.code;
                return Ok(Some(Flaw::refused(field, RowRefusal::NameHeld { name: name.to_owned(), code })));
            }
        }
        Ok(None)
    }

    /// Whether the organisation of a row would be above itself. Of those above it some may still wait for their own rows.
    fn would_circle(
        &self,
        session: &Session,
        stored: Option<&OrgRow>,
        draft: &OrgDraft,
        parent: &str,
    ) -> anyhow::Result<bool> {
        let is_itself = |word: &str| {
            draft.values.text(Field::Name).is_some_and(|name| same(name, word))
                || draft.values.text(Field::ShortName).is_some_and(|name| same(name, word))
        };
        let (mut word, mut passed) = (parent, Vec::new());
        loop {
            let mut above = match self.orgs.named(word) {
                [one] => *one,
                _ => return Ok(is_itself(word)),
            };
            // Up to one whose superior waits for its row, or who has none.
            let waiting = loop {
                if Some(above) == stored.map(|stored| stored.id) {
                    return Ok(true);
                }
                if passed.contains(&above) {
                    return Ok(false);
                }
                passed.push(above);
                let waiting = self.pending.iter().find(|pending| pending.org == above);
                match (waiting, org_by_id(session, above)?.parent_id) {
                    (Some(waiting), _) => break waiting,
                    (None, Some(parent)) => above = parent,
                    (None, None) => return Ok(false),
                }
            };
            word = &waiting.parent;
        }
    }

    /// By code, else by full name, else by alias; a name fits no organisation that has another code in the list.
    fn known(&self, change: &Change<'_>, draft: &OrgDraft) -> anyhow::Result<Result<Option<OrgRow>, Flaw>> {
        if let Some(code) = draft.values.code(Field::Code)
            && let Some(id) = self.orgs.by_code(code.as_str())
        {
            let stored = org_by_id(change.session(), id)?;
            let is_named = draft.values.text(Field::Name).is_none() || self.orgs.named(draft.name()).contains(&id);
            // A number may merely count the rows of a list.
            if !self.trusts_codes && !is_named && code.as_str().bytes().all(|byte| byte.is_ascii_digit()) {
                let reason = RowRefusal::CodeOfAnother { code: stored.code, whose: stored.name };
                return Ok(Err(Flaw::refused(Field::Code, reason)));
            }
            return Ok(Ok(Some(stored)));
        }
        let mut fits = Vec::new();
        for id in self.orgs.named(draft.name()) {
            let row = org_by_id(change.session(), *id)?;
            let own_code = Code::ours(&self.prefix, 'O', row.id) != row.code;
            if !(own_code && draft.values.code(Field::Code).is_some()) {
                fits.push(row);
            }
        }
        if fits.len() > 1 {
            let candidates: Vec<&str> = fits.iter().map(|row| row.code.as_str()).collect();
            let why = FaultKind::Ambiguous { value: draft.name().to_owned(), candidates: Candidate::named(candidates) };
            return Ok(Err(Flaw::of(Field::Name, why)));
        }
        Ok(Ok(fits.pop()))
    }

    fn add(&mut self, change: &mut Change<'_>, draft: &OrgDraft, stated: &Stated) -> anyhow::Result<(i64, Outcome)> {
        let given = draft.values.code(Field::Code);
        let mut warnings = Vec::new();
        let mut row = OrgRow {
            code: given.cloned().unwrap_or_else(|| Code::ours(&self.prefix, 'O', 0)),
            extra: extra_over(&draft.extra, None, &mut warnings)?,
            unread: unread::of_new(&draft.unread)?,
            ..blank_org()?
        };
        warnings.extend(self.columns.overlay(&mut row, &draft.values, false)?);
        add_org(change, &mut row, given.is_none().then_some(self.prefix.as_str()))?;
        take_over(change, Whose::Org(row.id), stated)?;
        self.orgs.hold(row.id, row.code.as_str(), &row.name, row.short_name.as_deref());
        let waits = Waits::of_new(&draft.unread, &row.code);
        Ok((row.id, Outcome { waits, warnings, ..Outcome::of(Taken::New) }))
    }

    fn update(
        &mut self,
        change: &mut Change<'_>,
        stored: &OrgRow,
        draft: &OrgDraft,
        stated: &Stated,
    ) -> anyhow::Result<Outcome> {
        let mut warnings = Vec::new();
        let extra = extra_over(&draft.extra, stored.extra.as_deref(), &mut warnings)?;
        let given = Given { values: &draft.values, extra: &draft.extra, unread: &draft.unread };
        let unread = unread::over(&given, stored, stored.unread.as_deref(), &[])?;
        let mut after = OrgRow { extra, unread, ..stored.clone() };
        warnings.extend(self.columns.overlay(&mut after, &draft.values, false)?);
        if same(&after.name, &stored.name) {
            // A name stays as it was first written.
            after.name.clone_from(&stored.name);
        }
        self.columns.keep_first_written(&mut after, stored)?;
        change.update(stored, &after)?;
        let moved = take_over(change, Whose::Org(stored.id), stated)?;
        self.orgs.hold(after.id, after.code.as_str(), &after.name, after.short_name.as_deref());
        let waits = Waits::of_kept(&draft.unread, &stored.code, after.unread.as_deref())?;
        let taken = if moved || *stored != after { Taken::Updated } else { Taken::Unchanged };
        Ok(Outcome { warnings, waits, ..Outcome::of(taken) })
    }

    fn link_later(&mut self, change: &mut Change<'_>, org: i64, draft: &OrgDraft, row: u32) -> anyhow::Result<()> {
        let Some(parent) = draft.values.text(Field::Parent) else { return Ok(()) };
        let before = org_by_id(change.session(), org)?;
        match self.orgs.named(parent) {
            [one] if before.parent_id == Some(*one) => Ok(()),
            [one] => {
                let after = OrgRow { parent_id: Some(*one), ..before.clone() };
                change.update(&before, &after)
            }
            _ => {
                self.pending.push(Pending { org, parent: parent.to_owned(), row });
                Ok(())
            }
        }
    }
}

/// Whether an organisation is above another one, or is it.
fn is_above(session: &Session, org: i64, mut below: i64) -> anyhow::Result<bool> {
    let mut passed = Vec::new();
    while below != org {
        passed.push(below);
        match org_by_id(session, below)?.parent_id.filter(|above| !passed.contains(above)) {
            Some(above) => below = above,
            None => return Ok(false),
        }
    }
    Ok(true)
}

/// Blanks fields of an organisation; the days are those of the newest registration.
pub fn clear(change: &mut Change<'_>, id: i64, wanted: &[Field]) -> anyhow::Result<()> {
    let stored = org_by_id(change.session(), id)?;
    let after: OrgRow = cleared(&stored, ListKind::Orgs, wanted)?;
    change.update(&stored, &after)?;
    registration::clear(change, Whose::Org(id), wanted)
}

/// An organisation of which nothing is known yet but that it is one.
pub(super) fn blank_org() -> anyhow::Result<OrgRow> {
    blank(json!({"code": "-", "name": "", "class": OrgClass::Other, "exempt": 0}))
}

/// Adds an organisation under the next id; with a prefix its code is one of ours, and one that a list has used
/// already is passed over.
pub(super) fn add_org(change: &mut Change<'_>, row: &mut OrgRow, prefix: Option<&str>) -> anyhow::Result<()> {
    loop {
        row.id = change.next_id::<OrgRow>()?;
        if let Some(prefix) = prefix {
            row.code = Code::ours(prefix, 'O', row.id);
        }
        match change.insert_row(row) {
            Err(cause) if prefix.is_some() && is_taken(&cause) => {}
            Err(cause) => return Err(cause),
            Ok(()) => return change.log_new(Box::new(row.clone())),
        }
    }
}
