//! Wishes and projects into the office file.

use std::collections::HashMap;

use rusqlite::{ffi, named_params};
use serde_json::json;

use crate::model::alike::{may_be_one_person, may_be_one_wish};
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::draft::{Draft, NeedDraft, Value};
use crate::model::fault::{Candidate, FaultKind, Flaw};
use crate::model::fields::{self, Field, Newer};
use crate::model::folding::{folded, same};
use crate::model::identity::NeedNames;
use crate::model::phone::Phone;
use crate::model::refusal::RowRefusal;
use crate::model::text::{is_masked, untyped};
use crate::model::words::{ListKind, NeedKind, NeedState};
use crate::store::Session;

use super::super::bulk::append::MANY;
use super::super::bulk::filter::Filter;
use super::super::bulk::keys::NEEDS;
use super::super::find::{Orgs, need_by_id, need_letter};
use super::super::log::Change;
use super::super::record::blank;
use super::super::rows::{NeedRow, ProgrammeRow};
use super::super::{claim, need_days, publication, setting, wall};
use super::listed::{ListColumns, cleared};
use super::masks::{self, extra_over};
use super::named::Seen;
use super::still_shown::Refused;
use super::unread::{self, Given};
use super::{Import, Outcome, PlaceContext, Taken, Waits, extra_json};

/// An import of needs, over one or more files.
pub struct NeedImport {
    pub place_context: PlaceContext,
    columns: ListColumns<NeedRow>,
    /// A need of which nothing is known yet.
    blank: NeedRow,
    prefix: String,
    consent_basis: Option<String>,
    today: Day,
    programmes: HashMap<String, i64>,
    seen: Seen,
    /// The identities of the rows so far, where the table was empty: its keys are built when the rows are in.
    bulk: Option<Filter>,
    /// From now on rows of a bulk import wait for those before them.
    in_order: bool,
    /// Some wish has a phone that could not be read.
    phones_unread: bool,
    /// The wishes with phones, by what they would be found by without; gathered where a phone cannot be read.
    by_names: Option<HashMap<i64, Vec<i64>>>,
    /// The record that the row is like in all but its place: a warning where it becomes another.
    like: Option<Flaw>,
    /// New wishes of those who do not consent.
    refused: Refused,
    /// A code says whose the row is, whatever else it says: for one record that is mended by hand.
    pub trusts_codes: bool,
    /// New records of a bulk import that are still to be added, together.
    #[allow(clippy::vec_box, reason = "a record of a kilobyte is handed from thread to thread")]
    waiting: Vec<Box<NeedRow>>,
}

/// As many as are added at once.
const TOGETHER: usize = 4 * MANY;

impl Import for NeedImport {
    type Draft = NeedDraft;

    fn of(draft: &mut Draft) -> Option<&mut NeedDraft> {
        if let Draft::Need(draft) = draft { Some(draft) } else { None }
    }

    fn take_draft(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut NeedDraft,
        row: u32,
        fingerprint: u32,
    ) -> anyhow::Result<Outcome> {
        self.take_need(change, draft, row, fingerprint)
    }

    fn settle(&mut self, change: &mut Change<'_>) -> anyhow::Result<()> {
        if self.bulk.take().is_some() {
            self.add_waiting(change)?;
            NEEDS.build(change.session())?;
        }
        Ok(())
    }

    fn end_list(&mut self, change: &mut Change<'_>) -> anyhow::Result<Vec<(u32, Flaw)>> {
        self.settle(change)?;
        let still_shown = self.refused.still_shown(change.session(), &self.seen)?;
        self.seen.end_list();
        Ok(still_shown)
    }

    fn seen(&self) -> Option<&Seen> {
        Some(&self.seen)
    }

    fn orgs(&self) -> Option<&Orgs> {
        None
    }
}

impl NeedImport {
    fn take_need(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut NeedDraft,
        row: u32,
        fingerprint: u32,
    ) -> anyhow::Result<Outcome> {
        let identity = draft.identity;
        // What a row with a code of the office's own is called must not be given to a row behind it.
        self.in_order |= draft.values.code(Field::Code).is_some();
        if self.bulk.as_ref().is_some_and(|existing| self.in_order || existing.has(identity)) {
            return Ok(Outcome::of(Taken::Later));
        }
        self.like = None;
        let stored = match self.known(change.session(), draft, identity)? {
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
        match (stored, place) {
            (Some(stored), place) => self.update(change, stored, draft, place),
            (None, None) => Ok(Outcome::faulty(Flaw::of(Field::Place, FaultKind::Missing))),
            (None, Some(place)) => {
                let hidden = masks::of_new(&mut draft.values, &mut draft.extra);
                let warnings = self.like.take().into_iter().chain(hidden).collect();
                // What is read of a row is moved into its record.
                let refused = (draft.kind == NeedKind::Wish
                    && matches!(draft.values.get(Field::Consent), Some(Value::Flag(false))))
                .then(|| {
                    (draft.values.text(Field::Wisher).map(str::to_owned), draft.values.phone(Field::Phone).cloned())
                });
                let (id, waits) = self.add(change, draft, place)?;
                // A bulk import fills an empty table: nothing hangs on the wall yet.
                if let Some((name, phone)) = refused.filter(|_| self.bulk.is_none()) {
                    self.refused.add(row, id, place, (name.as_deref(), phone.as_ref()));
                }
                self.seen.row(id, row, cells);
                Ok(Outcome { waits, warnings, ..Outcome::of(Taken::New) })
            }
        }
    }

    /// What is wrong with a row next to what is stored: a day still to come, or after what has happened since; a mask of
    /// another phone. What is stored already and does not change is left as it is.
    fn flaw(&self, session: &Session, stored: Option<&NeedRow>, draft: &NeedDraft) -> anyhow::Result<Option<Flaw>> {
        let was = stored.and_then(|stored| stored.collected_on);
        let new_day = draft.values.day(Field::CollectedOn).filter(|day| Some(*day) != was);
        if let Some(day) = new_day.filter(|day| *day > self.today) {
            return Ok(Some(Flaw::of(Field::CollectedOn, FaultKind::InFuture { day: day.to_string() })));
        }
        if let (Some(day), Some(stored)) = (new_day, stored)
            && let Some((what, other)) = need_days::before_collected(session, stored, day)?
        {
            return Ok(Some(Flaw::refused(Field::CollectedOn, RowRefusal::CollectedAfter { day, what, other })));
        }
        let stored_mask = stored.and_then(|stored| stored.phone.as_ref()).map(Phone::masked);
        let wanted = [Field::Content, Field::Wisher, Field::Title];
        Ok(masks::flaw(&draft.values, &wanted, stored_mask.as_deref(), stored.is_some()))
    }

    /// Errors: SQL. `consent_basis` is why blank consents may be published (`--consent WHY`).
    pub fn begin(
        change: &mut Change<'_>,
        place_context: PlaceContext,
        campaign: Option<i64>,
        consent_basis: Option<String>,
        today: Day,
    ) -> anyhow::Result<NeedImport> {
        let session = change.session();
        let is_empty: bool = session.query_row("SELECT NOT EXISTS (SELECT 1 FROM need)", [], |row| row.get(0))?;
        if is_empty {
            NEEDS.drop(session)?;
        }
        let prefix = setting::code_prefix(session)?;
        let programmes = programmes(session)?;
        let known = json!({"kind": NeedKind::Wish, "code": "-", "identity": 0, "state": NeedState::Collected,
            "place_id": 0, "quantity": 1, "wording_checked": 0, "campaign_id": campaign});
        Ok(NeedImport {
            place_context,
            columns: ListColumns::of(&[ListKind::Wishes, ListKind::Projects])?,
            blank: blank(known)?,
            prefix,
            consent_basis,
            today,
            programmes,
            seen: Seen::default(),
            bulk: is_empty.then(Filter::default),
            in_order: false,
            phones_unread: any_phone_unread(session)?,
            by_names: None,
            like: None,
            refused: Refused::default(),
            trusts_codes: false,
            waiting: Vec::new(),
        })
    }

    /// The record that a draft means: by code, else by wisher, phone and content. A later key fits only a record
    /// without a code of its own, or a draft without one.
    fn known(
        &mut self,
        session: &Session,
        draft: &NeedDraft,
        identity: i64,
    ) -> anyhow::Result<Result<Option<NeedRow>, Flaw>> {
        if let Some(code) = draft.values.code(Field::Code) {
            let sql = "SELECT id FROM need WHERE code = :code";
            let mut statement = session.prepare_cached(sql)?;
            if let Some(row) = statement.query(named_params! {":code": code})?.next()? {
                let stored = need_by_id(session, row.get(0)?)?;
                if stored.kind != draft.kind {
                    let reason = RowRefusal::CodeOfOtherKind { code: code.clone(), kind: stored.kind };
                    return Ok(Err(Flaw::refused(Field::Code, reason)));
                }
                if let Some(whose) = another(&stored, draft).filter(|_| !self.trusts_codes) {
                    let reason = RowRefusal::CodeOfAnother { code: code.clone(), whose };
                    return Ok(Err(Flaw::refused(Field::Code, reason)));
                }
                return Ok(Ok(Some(stored)));
            }
        }
        if draft.values.masked(Field::Phone).is_some() {
            return Ok(Err(Flaw::refused(Field::Phone, RowRefusal::MaskNeedsCode)));
        }
        // The filter has shown that the row is new, and there is no index to ask.
        if self.bulk.is_some() {
            return Ok(Ok(None));
        }
        // A record of before names and texts were folded has the hash of what it says as it is.
        let sql = "SELECT id FROM need WHERE identity IN (:identity, :earlier, :earliest) ORDER BY id";
        let [earlier, earliest] = draft.names().earlier();
        let mut statement = session.prepare_cached(sql)?;
        let params = named_params! {":identity": identity, ":earlier": earlier, ":earliest": earliest};
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            let stored = need_by_id(session, row.get(0)?)?;
            let own_code = Code::ours(&self.prefix, need_letter(stored.kind), stored.id) != stored.code;
            if !same_need(&stored, draft) || (own_code && draft.values.code(Field::Code).is_some()) {
                continue;
            }
            if !self.is_elsewhere(&stored, draft) {
                return Ok(Ok(Some(stored)));
            }
            let place = self.place_context.places.name(stored.place_id).to_owned();
            self.like = Some(Flaw::of(Field::Place, FaultKind::LikeElsewhere { code: stored.code, place }));
        }
        self.known_without_phone(session, draft)
    }

    /// Whether a record and a row that nothing but the name and the text make one are of two places: 陈婆婆 who wants a net is
    /// in every community.
    fn is_elsewhere(&self, stored: &NeedRow, draft: &NeedDraft) -> bool {
        let is_known_well = match stored.kind {
            NeedKind::Wish => stored.phone.is_some(),
            NeedKind::Project => stored.proposer.is_some(),
        };
        let Some(path) = draft.place.as_ref().filter(|_| !is_known_well) else { return false };
        let places = &self.place_context.places;
        self.place_context
            .existing(Some(path))
            .is_none_or(|place| !places.is_within(place, stored.place_id) && !places.is_within(stored.place_id, place))
    }

    /// A wish is known by its phone among others: one whose phone could not be read is looked for without.
    fn known_without_phone(
        &mut self,
        session: &Session,
        draft: &NeedDraft,
    ) -> anyhow::Result<Result<Option<NeedRow>, Flaw>> {
        if draft.kind == NeedKind::Project || draft.values.code(Field::Code).is_some() {
            return Ok(Ok(None));
        }
        let names = NeedNames { phone: None, ..draft.names() };
        if self.phones_unread && draft.values.phone(Field::Phone).is_some() {
            let mended = |row: &NeedRow| row.phone.is_none() && unread::waits(row.unread.as_deref(), Field::Phone);
            let sql = "SELECT id FROM need WHERE identity = :identity ORDER BY id";
            let mut statement = session.prepare_cached(sql)?;
            let mut rows = statement.query(named_params! {":identity": names.identity()})?;
            while let Some(row) = rows.next()? {
                let stored = need_by_id(session, row.get(0)?)?;
                if mended(&stored) && same_but_for_phone(&stored, draft) {
                    return Ok(Ok(Some(stored)));
                }
            }
        }
        if !unread::has(&draft.unread, Field::Phone) {
            return Ok(Ok(None));
        }
        // Somebody may have mended the phone since.
        let wishes = match &mut self.by_names {
            Some(wishes) => wishes,
            empty => empty.insert(wishes_with_phones(session)?),
        };
        let mut fits = Vec::new();
        for id in wishes.get(&names.identity()).into_iter().flatten().filter(|id| !self.seen.has_row(**id)) {
            fits.extend(Some(need_by_id(session, *id)?).filter(|stored| same_but_for_phone(stored, draft)));
        }
        if fits.len() > 1 {
            let value = names.who.unwrap_or_default().to_owned();
            let candidates = Candidate::named(fits.iter().map(|stored| stored.code.as_str()));
            return Ok(Err(Flaw::of(Field::Wisher, FaultKind::Ambiguous { value, candidates })));
        }
        Ok(Ok(fits.pop()))
    }

    fn add(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut NeedDraft,
        place: i64,
    ) -> anyhow::Result<(i64, Option<Waits>)> {
        let programme_id = self.programme(change, draft.values.text(Field::Programme))?;
        let is_ours = draft.values.code(Field::Code).is_none();
        let id = change.next_id::<NeedRow>()?;
        let mut row = self.new_row(draft, id, place, programme_id)?;
        row.unread = unread::of_new(&draft.unread)?;
        self.phones_unread |= unread::has(&draft.unread, Field::Phone);
        if let Some(existing) = &mut self.bulk {
            existing.add(row.identity);
            let waits = Waits::of_new(&draft.unread, &row.code);
            // All codes are ours, and so none is taken.
            self.waiting.push(row);
            if self.waiting.len() == TOGETHER {
                self.add_waiting(change)?;
            }
            return Ok((id, waits));
        }
        loop {
            match change.insert_row(&*row) {
                // An office's list has used a code that looks like ours: take the next.
                Err(cause) if is_ours && is_taken(&cause) => {
                    row.id = change.next_id::<NeedRow>()?;
                    row.code = Code::ours(&self.prefix, need_letter(row.kind), row.id);
                }
                Err(cause) => return Err(cause),
                Ok(()) => break,
            }
        }
        let (id, waits) = (row.id, Waits::of_new(&draft.unread, &row.code));
        change.log_new(row)?;
        Ok((id, waits))
    }

    /// Adds the records that wait. Places and programmes that they name may be in the log before them.
    fn add_waiting(&mut self, change: &mut Change<'_>) -> anyhow::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        change.insert_all(std::mem::replace(&mut self.waiting, Vec::with_capacity(TOGETHER)))
    }

    /// A new record of what the draft says, which is moved out of it.
    fn new_row(
        &self,
        draft: &mut NeedDraft,
        id: i64,
        place_id: i64,
        programme_id: Option<i64>,
    ) -> anyhow::Result<Box<NeedRow>> {
        let ours = || Code::ours(&self.prefix, need_letter(draft.kind), id);
        let code = draft.values.code(Field::Code).cloned().unwrap_or_else(ours);
        let extra = extra_json(&draft.extra)?;
        let (kind, identity) = (draft.kind, draft.identity);
        let mut row =
            Box::new(NeedRow { id, kind, code, place_id, programme_id, identity, extra, ..self.blank.clone() });
        self.columns.fill(&mut row, &mut draft.values)?;
        if row.consent.is_none() {
            row.consent_basis.clone_from(&self.consent_basis);
        }
        Ok(row)
    }

    /// A changed row updates what may still be changed: everything before publication, then what is not public. The
    /// rest is reported as conflicts. A need sent back waits again once its list has something new.
    fn update(
        &mut self,
        change: &mut Change<'_>,
        stored: NeedRow,
        draft: &NeedDraft,
        place: Option<i64>,
    ) -> anyhow::Result<Outcome> {
        let programme_id = self.programme(change, draft.values.text(Field::Programme))?.or(stored.programme_id);
        let mut warnings = Vec::new();
        let extra = extra_over(&draft.extra, stored.extra.as_deref(), &mut warnings)?;
        let mut after = NeedRow { programme_id, extra, ..stored.clone() };
        let open = matches!(stored.state, NeedState::Collected | NeedState::NeedsInfo | NeedState::Verified);
        warnings.extend(self.columns.overlay(&mut after, &draft.values, !open)?);
        match (place, &draft.place) {
            (Some(place), _) if open => after.place_id = place,
            (Some(place), Some(path)) if place != stored.place_id => {
                let stored = self.place_context.places.path(stored.place_id);
                let why = FaultKind::Conflict { stored, given: path.to_string() };
                warnings.push(Flaw::of(Field::Place, why));
            }
            (_, _) => {}
        }
        // A name stays as it was first written.
        keep_spelling(&mut after.wisher, &stored.wisher);
        keep_spelling(&mut after.proposer, &stored.proposer);
        self.columns.keep_first_written(&mut after, &stored)?;
        after.identity = if same_names(&after, &stored) { stored.identity } else { identity_of(&after) };
        let given = Given { values: &draft.values, extra: &draft.extra, unread: &draft.unread };
        after.unread = unread::over(&given, &stored, stored.unread.as_deref(), &warnings)?;
        let waits = Waits::of_kept(&draft.unread, &stored.code, after.unread.as_deref())?;
        if self.consent_basis.is_some() && after.consent.is_none() && open {
            after.consent_basis.clone_from(&self.consent_basis);
        }
        if after == stored {
            return Ok(Outcome { taken: Taken::Unchanged, warnings, waits });
        }
        if stored.state == NeedState::NeedsInfo {
            after.state = NeedState::Collected;
            after.reason_out = None;
        }
        change.update(&stored, &after)?;
        warnings.extend(unshow(change, &after, self.today)?);
        Ok(Outcome { taken: Taken::Updated, warnings, waits })
    }

    /// Blanks fields of a need. What the wall shows of a published one stays, and is a conflict.
    pub fn clear(&mut self, change: &mut Change<'_>, id: i64, wanted: &[Field]) -> anyhow::Result<Vec<Flaw>> {
        let stored = need_by_id(change.session(), id)?;
        let kind = match stored.kind {
            NeedKind::Wish => ListKind::Wishes,
            NeedKind::Project => ListKind::Projects,
        };
        let is_public = !matches!(stored.state, NeedState::Collected | NeedState::NeedsInfo | NeedState::Verified);
        let is_frozen =
            |field: &&Field| fields::in_list(kind, **field).is_some_and(|one| one.def.newer == Newer::Frozen);
        if let Some(field) = wanted.iter().find(is_frozen).filter(|_| is_public) {
            let why = FaultKind::Conflict { stored: String::new(), given: String::new() };
            return Ok(vec![Flaw::of(*field, why)]);
        }
        let mut after: NeedRow = cleared(&stored, kind, wanted)?;
        if wanted.contains(&Field::Programme) {
            after.programme_id = None;
        }
        after.identity = if same_names(&after, &stored) { stored.identity } else { identity_of(&after) };
        change.update(&stored, &after)?;
        Ok(unshow(change, &after, self.today)?.into_iter().collect())
    }

    fn programme(&mut self, change: &mut Change<'_>, name: Option<&str>) -> anyhow::Result<Option<i64>> {
        let Some(name) = name else { return Ok(None) };
        if let Some(id) = self.programmes.get(name) {
            return Ok(Some(*id));
        }
        let id = change.next_id::<ProgrammeRow>()?;
        change.insert(ProgrammeRow { id, name: name.to_owned(), note: None })?;
        self.programmes.insert(name.to_owned(), id);
        Ok(Some(id))
    }
}

/// A wish on the wall that may not be shown any longer comes down at once, unless somebody has claimed it: then it is
/// only left out of the pack.
pub fn unshow(change: &mut Change<'_>, need: &NeedRow, today: Day) -> anyhow::Result<Option<Flaw>> {
    let (NeedState::Published, Some(number), Some(why)) = (need.state, need.number, wall::unshown(need, today)) else {
        return Ok(None);
    };
    let held = !claim::holding(change.session(), need.id)?.is_empty();
    if !held {
        wall::take_down(change, need, today, why.zh())?;
    }
    let shown = publication::published_where(change.session(), number)?;
    let shown = shown.iter().map(|row| format!("{} {}", row.published_on, row.folder)).collect();
    Ok(Some(Flaw::of(Field::Consent, FaultKind::TakenDown { number, why, held, shown })))
}

/// What a record is called, where a row with its code says that somebody else has another need.
fn another(stored: &NeedRow, draft: &NeedDraft) -> Option<String> {
    let own_phone = stored.phone.is_some() && stored.phone.as_ref() == draft.values.phone(Field::Phone);
    let is_other = |stored: &Option<String>, field: Field, may_be_one: fn(&str, &str) -> bool| {
        let (Some(stored), Some(given)) = (stored.as_deref(), draft.values.text(field)) else { return false };
        !is_masked(given) && !may_be_one(stored, given)
    };
    let (name, is_other_name) = match stored.kind {
        NeedKind::Wish => (&stored.wisher, is_other(&stored.wisher, Field::Wisher, may_be_one_person)),
        NeedKind::Project => (&stored.title, is_other(&stored.title, Field::Title, may_be_one_wish)),
    };
    if own_phone || !is_other_name || !is_other(&stored.content, Field::Content, may_be_one_wish) {
        return None;
    }
    let names = [name, &stored.content].into_iter().flatten().map(String::as_str);
    Some(names.collect::<Vec<_>>().join(" "))
}

fn same_need(stored: &NeedRow, draft: &NeedDraft) -> bool {
    let has_same_phone = match draft.kind {
        NeedKind::Wish => stored.phone.as_ref() == draft.values.phone(Field::Phone),
        NeedKind::Project => true,
    };
    has_same_phone && same_but_for_phone(stored, draft)
}

fn same_but_for_phone(stored: &NeedRow, draft: &NeedDraft) -> bool {
    let same = |stored: &Option<String>, field| stored.as_deref().map(untyped) == draft.values.text(field).map(untyped);
    let same_name =
        |stored: &Option<String>, field| stored.as_deref().map(folded) == draft.values.text(field).map(folded);
    stored.kind == draft.kind
        && same(&stored.content, Field::Content)
        && same(&stored.title, Field::Title)
        && match draft.kind {
            NeedKind::Wish => same_name(&stored.wisher, Field::Wisher),
            NeedKind::Project => same_name(&stored.proposer, Field::Proposer),
        }
}

fn keep_spelling(now: &mut Option<String>, first: &Option<String>) {
    if let (Some(written), Some(first)) = (&now, first)
        && same(written, first)
    {
        *now = Some(first.clone());
    }
}

fn same_names(one: &NeedRow, other: &NeedRow) -> bool {
    let of = |row: &NeedRow| (row.kind, row.wisher.clone(), row.proposer.clone(), row.phone.clone());
    of(one) == of(other) && (&one.title, &one.content) == (&other.title, &other.content)
}

/// What a need is found by, of what it says now.
pub fn identity_of(row: &NeedRow) -> i64 {
    names_of(row).identity()
}

/// The fields that a need is found by, as they are now.
pub fn names_of(row: &NeedRow) -> NeedNames<'_> {
    let (who, phone) = match row.kind {
        NeedKind::Wish => (&row.wisher, row.phone.as_ref()),
        NeedKind::Project => (&row.proposer, None),
    };
    NeedNames {
        kind: row.kind,
        who: who.as_deref(),
        phone: phone.map(Phone::as_str),
        title: row.title.as_deref(),
        content: row.content.as_deref(),
    }
}

/// The wishes with phones, by what they would be found by without.
fn wishes_with_phones(session: &Session) -> anyhow::Result<HashMap<i64, Vec<i64>>> {
    let sql = "SELECT id, wisher, title, content FROM need WHERE kind = 'wish' AND phone IS NOT NULL ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut wishes: HashMap<i64, Vec<i64>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let text = |at| Ok::<_, anyhow::Error>(row.get_ref(at)?.as_str_or_null()?);
        let (who, title, content) = (text(1)?, text(2)?, text(3)?);
        let names = NeedNames { kind: NeedKind::Wish, who, phone: None, title, content };
        wishes.entry(names.identity()).or_default().push(row.get(0)?);
    }
    Ok(wishes)
}

/// Whether a wish has a phone that could not be read.
fn any_phone_unread(session: &Session) -> anyhow::Result<bool> {
    let mut statement = session.prepare("SELECT unread FROM need WHERE unread IS NOT NULL")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if unread::waits(row.get_ref(0)?.as_str_or_null()?, Field::Phone) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn programmes(session: &Session) -> anyhow::Result<HashMap<String, i64>> {
    let mut statement = session.prepare("SELECT name, id FROM programme ORDER BY id")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The insert failed because its code exists already.
pub(super) fn is_taken(cause: &anyhow::Error) -> bool {
    cause
        .downcast_ref::<rusqlite::Error>()
        .and_then(rusqlite::Error::sqlite_error)
        .is_some_and(|cause| cause.extended_code == ffi::SQLITE_CONSTRAINT_UNIQUE)
}
