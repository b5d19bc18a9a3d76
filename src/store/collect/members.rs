//! Members' rosters into the office file: the person, and the registration.

use rusqlite::named_params;
use serde_json::json;

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::draft::{Draft, MemberDraft};
use crate::model::fault::{Candidate, FaultKind, Flaw};
use crate::model::fields::Field;
use crate::model::folding::same;
use crate::model::id_number::IdNumber;
use crate::model::phone::Phone;
use crate::model::refusal::RowRefusal;
use crate::model::words::{ListKind, MemberClass};
use crate::store::Session;

use super::super::bulk::append::MANY;
use super::super::bulk::filter::MemberKeys;
use super::super::bulk::keys::MEMBERS;
use super::super::find::{Orgs, member_by_code, member_by_id};
use super::super::id_digest::IdDigests;
use super::super::log::Change;
use super::super::record::blank;
use super::super::registration::{self, Stated, Whose, take_over};
use super::super::rows::{MemberRow, OrgRow, RegistrationRow};
use super::super::setting;
use super::super::spelling::{self, in_any_spelling};
use super::listed::{ListColumns, cleared};
use super::masks::{self, extra_over, mask_fits, mask_flaw};
use super::named::Seen;
use super::needs::is_taken;
use super::orgs::{add_org, blank_org};
use super::unread::{self, Given};
use super::{Import, Outcome, PlaceContext, Taken, Waits, extra_json};

/// An import of members, over one or more files.
pub struct MemberImport {
    pub place_context: PlaceContext,
    pub orgs: Orgs,
    columns: ListColumns<MemberRow>,
    /// A member of whom nothing is known yet.
    blank: MemberRow,
    prefix: String,
    today: Day,
    id_digests: IdDigests,
    new_orgs: bool,
    seen: Seen,
    /// The table was empty: its keys are built when the rows are in, and until then these are asked.
    bulk: Option<MemberKeys>,
    /// From now on rows of a bulk import wait for those before them.
    in_order: bool,
    /// A code says whose the row is, whatever else it says: for one record that is mended by hand.
    pub trusts_codes: bool,
    /// New records of a bulk import that are still to be added, together.
    #[allow(clippy::vec_box, reason = "records are handed from thread to thread")]
    waiting: (Vec<Box<MemberRow>>, Vec<Box<RegistrationRow>>),
}

/// As many as are added at once.
const TOGETHER: usize = 32 * MANY;

/// What the identity of section 5 says of a row.
enum Known {
    Nobody,
    One(Box<MemberRow>),
    Several(Vec<MemberRow>),
    /// The code is that of a record which the rest of the row contradicts.
    Another(Box<MemberRow>),
}

impl Import for MemberImport {
    type Draft = MemberDraft;

    fn of(draft: &mut Draft) -> Option<&mut MemberDraft> {
        if let Draft::Member(draft) = draft { Some(draft) } else { None }
    }

    fn take_draft(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut MemberDraft,
        row: u32,
        fingerprint: u32,
    ) -> anyhow::Result<Outcome> {
        let org_id = match self.org(change, draft.values.text(Field::Org))? {
            Ok(org_id) => org_id,
            Err(flaw) => return Ok(Outcome::faulty(flaw)),
        };
        let digest = draft.values.id(Field::Id).map(|id| self.id_digests.of(id));
        let known = match &mut self.bulk {
            None => self.known(change.session(), draft, digest.as_deref(), org_id)?,
            Some(keys) => {
                // A code that looks like ours must not be given to a row behind it.
                self.in_order |=
                    draft.values.code(Field::Code).is_some_and(|code| code.as_str().starts_with(&self.prefix));
                if keys.may_fit(draft, digest.as_deref()) || self.in_order {
                    return Ok(Outcome::of(Taken::Later));
                }
                Known::Nobody
            }
        };
        let stored = match known {
            Known::Nobody => None,
            Known::One(stored) => Some(*stored),
            Known::Another(stored) => {
                let reason = RowRefusal::CodeOfAnother { code: stored.code, whose: stored.name };
                return Ok(Outcome::faulty(Flaw::refused(Field::Code, reason)));
            }
            Known::Several(several) => return Ok(Outcome::faulty(several_fit(draft, &several))),
        };
        if let Some(flaw) = self.number_flaw(change.session(), stored.as_ref(), draft, digest.as_deref())? {
            return Ok(Outcome::faulty(flaw));
        }
        let (id, path) = (stored.as_ref().map(|stored| stored.id), draft.place.as_ref());
        let place = self.place_context.place_of_row(change, &mut self.seen, id, path, (row, fingerprint))?;
        let (place, cells) = match place {
            Ok(placed) => placed,
            Err(outcome) => return Ok(outcome),
        };
        let stated = Stated {
            place,
            from_day: draft.values.day(Field::RegisteredOn),
            until_day: draft.values.day(Field::DeregisteredOn),
        };
        let whose = stored.as_ref().map(|stored| Whose::Member(stored.id));
        if let Some(flaw) = registration::flaw(change.session(), whose, &stated, self.today)? {
            return Ok(Outcome::faulty(flaw));
        }
        let mut warnings: Vec<Flaw> = mask_of_no_id(stored.as_ref(), draft).into_iter().collect();
        let has_class = stored.as_ref().is_some_and(|stored| stored.class != MemberClass::Unknown);
        if draft.lacks_class && (!has_class || draft.values.get(Field::Class).is_some()) {
            warnings.push(Flaw::of(Field::Class, FaultKind::NoClass));
        }
        let mut outcome = match stored {
            Some(stored) => self.update(change, &stored, draft, digest, org_id, &stated)?,
            None => {
                warnings.extend(masks::of_new(&mut draft.values, &mut draft.extra));
                let (id, waits) = self.add(change, draft, digest, org_id, &stated)?;
                self.seen.row(id, row, cells);
                Outcome { waits, ..Outcome::of(Taken::New) }
            }
        };
        outcome.warnings.extend(warnings);
        Ok(outcome)
    }

    fn settle(&mut self, change: &mut Change<'_>) -> anyhow::Result<()> {
        if self.bulk.take().is_some() {
            self.add_waiting(change)?;
            MEMBERS.build(change.session())?;
        }
        Ok(())
    }

    fn end_list(&mut self, change: &mut Change<'_>) -> anyhow::Result<Vec<(u32, Flaw)>> {
        self.settle(change)?;
        self.seen.end_list();
        Ok(Vec::new())
    }

    fn seen(&self) -> Option<&Seen> {
        Some(&self.seen)
    }

    fn orgs(&self) -> Option<&Orgs> {
        Some(&self.orgs)
    }
}

impl MemberImport {
    /// `new_orgs`: an organisation that none fits is made.
    pub fn begin(
        change: &mut Change<'_>,
        place_context: PlaceContext,
        new_orgs: bool,
        today: Day,
    ) -> anyhow::Result<MemberImport> {
        let session = change.session();
        let prefix = setting::code_prefix(session)?;
        let id_digests = IdDigests::load(session)?;
        let orgs = Orgs::load(session)?;
        let is_empty: bool = session.query_row("SELECT NOT EXISTS (SELECT 1 FROM member)", [], |row| row.get(0))?;
        if is_empty {
            MEMBERS.drop(session)?;
        }
        let bulk = is_empty.then(MemberKeys::default);
        let blank = blank(json!({"code": "-", "name": "", "class": MemberClass::Unknown}))?;
        Ok(MemberImport {
            place_context,
            orgs,
            columns: ListColumns::of(&[ListKind::Members])?,
            blank,
            prefix,
            today,
            id_digests,
            new_orgs,
            seen: Seen::default(),
            bulk,
            in_order: false,
            trusts_codes: false,
            waiting: (Vec::new(), Vec::new()),
        })
    }

    fn org(&mut self, change: &mut Change<'_>, word: Option<&str>) -> anyhow::Result<Result<Option<i64>, Flaw>> {
        let Some(word) = word else { return Ok(Ok(None)) };
        match self.orgs.named(word) {
            [one] => Ok(Ok(Some(*one))),
            [] if self.new_orgs => {
                let row = self.new_org(change, word)?;
                self.orgs.hold(row.id, row.code.as_str(), word, None);
                Ok(Ok(Some(row.id)))
            }
            [] => Ok(Err(Flaw::of(Field::Org, FaultKind::Unknown { value: word.to_owned(), near: String::new() }))),
            several => {
                let candidates: Vec<&str> = several.iter().map(|id| self.orgs.name(*id)).collect();
                Ok(Err(Flaw::of(
                    Field::Org,
                    FaultKind::Ambiguous { value: word.to_owned(), candidates: Candidate::named(candidates) },
                )))
            }
        }
    }

    /// An organisation that a roster names and none fits, made by `--new-orgs`: its class is still unknown.
    fn new_org(&self, change: &mut Change<'_>, name: &str) -> anyhow::Result<OrgRow> {
        let mut row = OrgRow { name: name.to_owned(), ..blank_org()? };
        add_org(change, &mut row, Some(&self.prefix))?;
        Ok(row)
    }

    /// By our code, else ID digest, else phone, else name and unit; a later key fits only where an earlier one is
    /// blank on either side.
    fn known(
        &self,
        session: &Session,
        draft: &MemberDraft,
        digest: Option<&[u8]>,
        org_id: Option<i64>,
    ) -> anyhow::Result<Known> {
        if let Some(code) = draft.values.code(Field::Code)
            && let Some(stored) = member_by_code(session, code.as_str())?
        {
            if !self.trusts_codes && is_another(&stored, draft) {
                return Ok(Known::Another(Box::new(stored)));
            }
            return Ok(Known::One(Box::new(stored)));
        }
        let fits = self.of_id(session, draft, digest)?;
        if !fits.is_empty() {
            return Ok(known_of(fits));
        }
        let id_may_fit = |row: &MemberRow| match (draft.values.id(Field::Id), draft.values.masked(Field::Id)) {
            (Some(_), _) => row.id_digest.is_none(),
            (None, Some(mask)) => row.id_mask.as_ref().is_none_or(|stored| stored == mask),
            (None, None) => true,
        };
        if let Some(phone) = draft.values.phone(Field::Phone) {
            let sql = "SELECT id FROM member WHERE name = :name AND phone = :phone ORDER BY id";
            let mut fits = in_any_spelling(session, draft.name(), |name| {
                members(session, sql, named_params! {":name": name, ":phone": phone})
            })?;
            fits.retain(&id_may_fit);
            if !fits.is_empty() {
                return Ok(known_of(fits));
            }
        }
        let sql = "SELECT id FROM member WHERE name = :name AND (:org IS NULL OR org_id IS :org) ORDER BY id";
        let mut fits = in_any_spelling(session, draft.name(), |name| {
            members(session, sql, named_params! {":name": name, ":org": org_id})
        })?;
        fits.retain(|row| id_may_fit(row) && phone_may_fit(row, draft));
        Ok(known_of(fits))
    }

    /// The members whose ID number the draft gives.
    fn of_id(&self, session: &Session, draft: &MemberDraft, digest: Option<&[u8]>) -> anyhow::Result<Vec<MemberRow>> {
        let Some(digest) = digest else { return Ok(Vec::new()) };
        let sql = "SELECT id FROM member WHERE id_digest = :key ORDER BY id";
        let fits = members(session, sql, named_params! {":key": digest})?;
        // A record of before 15 digits became 18 has the digest of the 15.
        match draft.values.id(Field::Id).and_then(IdNumber::old_form) {
            Some(old) if fits.is_empty() => {
                members(session, sql, named_params! {":key": self.id_digests.of_text(&old)})
            }
            _ => Ok(fits),
        }
    }

    /// What is wrong with the ID number or the phone of a row: one that another member has, a mask of what is not stored.
    fn number_flaw(
        &self,
        session: &Session,
        stored: Option<&MemberRow>,
        draft: &MemberDraft,
        digest: Option<&[u8]>,
    ) -> anyhow::Result<Option<Flaw>> {
        let Some(stored) = stored else { return Ok(masks::flaw(&draft.values, &[Field::Name], None, false)) };
        let phone = stored.phone.as_ref().map(Phone::masked);
        let masked = mask_flaw(Field::Phone, &draft.values, phone.as_deref(), true)
            .or_else(|| stored.id_mask.as_deref().and_then(|id| mask_flaw(Field::Id, &draft.values, Some(id), true)));
        if masked.is_some() || digest.is_none_or(|digest| stored.id_digest.as_deref() == Some(digest)) {
            return Ok(masked);
        }
        let other = self.of_id(session, draft, digest)?.into_iter().find(|row| row.id != stored.id);
        let held = |row: MemberRow| RowRefusal::IdHeld { code: row.code, name: row.name };
        Ok(other.map(|row| Flaw::refused(Field::Id, held(row))))
    }

    fn add(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut MemberDraft,
        id_digest: Option<Vec<u8>>,
        org_id: Option<i64>,
        stated: &Stated,
    ) -> anyhow::Result<(i64, Option<Waits>)> {
        let is_ours = draft.values.code(Field::Code).is_none();
        let id = change.next_id::<MemberRow>()?;
        spelling::note(change.session(), draft.name());
        let mut row = Box::new(self.new_row(draft, id, id_digest, org_id)?);
        if self.bulk.is_some() {
            let waits = Waits::of_new(&draft.unread, &row.code);
            // No code is taken: ours are given in order, and those that look like ours wait.
            let registration = registration::first(change, Whose::Member(id), stated)?;
            self.waiting.0.push(row);
            self.waiting.1.extend(registration.map(Box::new));
            if self.waiting.0.len() == TOGETHER {
                self.add_waiting(change)?;
            }
            return Ok((id, waits));
        }
        loop {
            match change.insert_row(&*row) {
                // An office's list has used a code that looks like ours: take the next.
                Err(cause) if is_ours && is_taken(&cause) => {
                    row.id = change.next_id::<MemberRow>()?;
                    row.code = Code::ours(&self.prefix, 'M', row.id);
                }
                Err(cause) => return Err(cause),
                Ok(()) => break,
            }
        }
        let (id, waits) = (row.id, Waits::of_new(&draft.unread, &row.code));
        change.log_new(row)?;
        if let Some(registration) = registration::first(change, Whose::Member(id), stated)? {
            change.insert(registration)?;
        }
        Ok((id, waits))
    }

    /// Adds the records that wait. Places and organisations that they name may be in the log before them.
    fn add_waiting(&mut self, change: &mut Change<'_>) -> anyhow::Result<()> {
        let (members, registrations) = std::mem::take(&mut self.waiting);
        change.insert_all(members)?;
        change.insert_all(registrations)
    }

    /// A new record of what the draft says, which is moved out of it.
    fn new_row(
        &self,
        draft: &mut MemberDraft,
        id: i64,
        id_digest: Option<Vec<u8>>,
        org_id: Option<i64>,
    ) -> anyhow::Result<MemberRow> {
        let code = draft.values.code(Field::Code).cloned().unwrap_or_else(|| Code::ours(&self.prefix, 'M', id));
        let (extra, unread) = (extra_json(&draft.extra)?, unread::of_new(&draft.unread)?);
        let mut row = MemberRow { id, code, id_digest, org_id, extra, unread, ..self.blank.clone() };
        self.columns.fill(&mut row, &mut draft.values)?;
        Ok(row)
    }

    fn update(
        &mut self,
        change: &mut Change<'_>,
        stored: &MemberRow,
        draft: &MemberDraft,
        id_digest: Option<Vec<u8>>,
        org_id: Option<i64>,
        stated: &Stated,
    ) -> anyhow::Result<Outcome> {
        let mut warnings = Vec::new();
        let given = Given { values: &draft.values, extra: &draft.extra, unread: &draft.unread };
        let mut after = MemberRow {
            unread: unread::over(&given, stored, stored.unread.as_deref(), &[])?,
            id_digest: id_digest.or_else(|| stored.id_digest.clone()),
            org_id: org_id.or(stored.org_id),
            extra: extra_over(&draft.extra, stored.extra.as_deref(), &mut warnings)?,
            ..stored.clone()
        };
        warnings.extend(self.columns.overlay(&mut after, &draft.values, false)?);
        if same(&after.name, &stored.name) {
            // A name stays as it was first written.
            after.name.clone_from(&stored.name);
        }
        self.columns.keep_first_written(&mut after, stored)?;
        spelling::note(change.session(), &after.name);
        change.update(stored, &after)?;
        let moved = take_over(change, Whose::Member(stored.id), stated)?;
        let waits = Waits::of_kept(&draft.unread, &stored.code, after.unread.as_deref())?;
        let taken = if moved || *stored != after { Taken::Updated } else { Taken::Unchanged };
        Ok(Outcome { warnings, waits, ..Outcome::of(taken) })
    }
}

/// Blanks fields of a member; the days are those of the newest registration.
pub fn clear(change: &mut Change<'_>, id: i64, wanted: &[Field]) -> anyhow::Result<()> {
    let stored = member_by_id(change.session(), id)?;
    let mut after: MemberRow = cleared(&stored, ListKind::Members, wanted)?;
    if wanted.contains(&Field::Id) {
        after.id_digest = None;
    }
    change.update(&stored, &after)?;
    registration::clear(change, Whose::Member(id), wanted)
}

/// A masked ID number of whom none is known. It keeps nobody out: no export has the whole number, which is not kept, so that
/// a roster that moves to another office has the masks alone.
fn mask_of_no_id(stored: Option<&MemberRow>, draft: &MemberDraft) -> Option<Flaw> {
    if stored.is_some_and(|row| row.id_mask.is_some()) {
        return None;
    }
    let flaw = mask_flaw(Field::Id, &draft.values, None, false)?;
    Some(Flaw { why: FaultKind::LeftAside(Box::new(flaw.why)), ..flaw })
}

/// Whether a row with a member's code is of somebody else: another name, and another phone or, where one has none, no
/// character of the name.
fn is_another(stored: &MemberRow, draft: &MemberDraft) -> bool {
    let Some(name) = draft.values.text(Field::Name).filter(|name| !same(name, &stored.name)) else { return false };
    match (draft.values.phone(Field::Phone), &stored.phone) {
        (Some(phone), Some(stored)) => phone != stored,
        (_, _) => !name.chars().any(|c| stored.name.contains(c)),
    }
}

fn phone_may_fit(row: &MemberRow, draft: &MemberDraft) -> bool {
    row.phone.is_none()
        || match (draft.values.phone(Field::Phone), draft.values.masked(Field::Phone)) {
            (Some(phone), _) => row.phone.as_ref() == Some(phone),
            (None, Some(mask)) => mask_fits(mask, &row.phone),
            (None, None) => true,
        }
}

fn several_fit(draft: &MemberDraft, several: &[MemberRow]) -> Flaw {
    let person = |row: &MemberRow| Candidate::Person {
        code: row.code.clone(),
        name: row.name.clone(),
        phone: row.phone.as_ref().map(|phone| phone.masked()).unwrap_or_default(),
    };
    let candidates = several.iter().map(person).collect();
    Flaw::of(Field::Name, FaultKind::Ambiguous { value: draft.name().to_owned(), candidates })
}

fn known_of(mut fits: Vec<MemberRow>) -> Known {
    match fits.len() {
        0 => Known::Nobody,
        1 => Known::One(Box::new(fits.remove(0))),
        _ => Known::Several(fits),
    }
}

fn members(session: &Session, sql: &str, params: &[(&str, &dyn rusqlite::ToSql)]) -> anyhow::Result<Vec<MemberRow>> {
    let mut statement = session.prepare_cached(sql)?;
    let ids: Vec<i64> = statement.query_map(params, |row| row.get(0))?.collect::<Result<_, _>>()?;
    ids.into_iter().map(|id| member_by_id(session, id)).collect()
}
