//! Taking back a whole command: every record that an entry changed becomes what it was before, as an entry of its own.
//! What later entries depend on, what has left the office and what was erased stays.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, named_params};
use serde_json::{Map, Value};

use super::check::{self, Breach};
use super::entries::{self, is_erasing};
use super::log::Change;
use super::record::Record;
use super::revisions::{self, Revision};
use super::rows::{
    AliasRow, CampaignRow, ClaimRow, FormerPartyRow, MemberRow, NeedRow, OrgRow, OutsiderRow, PartyRow, PlaceRow,
    ProgrammeRow, PublicationRow, QuotaRow, RegistrationRow,
};
use super::rows::{ForKind, for_kind};
use super::setting;
use crate::store::Session;

/// Why an entry stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// There is no such entry; the newest is `last`.
    NoEntry { last: i64 },
    /// It made the office file.
    Init,
    /// It erased someone, or what it changed was erased since; `before` is the newest entry before it that may be taken
    /// back.
    Erased { before: Option<i64> },
    /// It wrote private values out; `before` as above.
    Revealed { before: Option<i64> },
    /// These needs hang on the wall, put there or given other words by the entry `by`.
    Published { codes: Vec<String>, by: i64 },
    /// These later entries depend on it, by these records.
    Later { entries: Vec<i64>, records: Vec<String> },
    /// What would be left breaks a rule of the lifecycle.
    Breaks { breaches: Vec<Breach> },
}

/// What became of an attempt to undo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undoing {
    /// This entry was taken back, and so many records with it.
    Done { entry: i64, records: u64 },
    /// It was taken back before, by `by`.
    Already { entry: i64, by: i64 },
    /// Nothing may be kept of the change.
    Hindered { entry: i64, hindrance: Hindrance },
}

/// Records that are named of many.
const NAMED: usize = 5;

/// Takes back `entry`, or the newest one, in a change begun by `Store::change_in_any_order`. Where it is hindered the
/// change must be cancelled.
pub fn undo(change: &mut Change<'_>, entry: Option<i64>) -> anyhow::Result<Undoing> {
    let last = change.entry() - 1;
    let asked = entry.unwrap_or(last);
    let hindered = |hindrance| Ok(Undoing::Hindered { entry: asked, hindrance });
    let Some(found) = entries::entry(change.session(), asked)? else { return hindered(Hindrance::NoEntry { last }) };
    if let Some(by) = undone_by(change.session(), asked)? {
        return Ok(Undoing::Already { entry: asked, by });
    }
    if let (None, Some(of)) = (entry, undone(&found.command)) {
        return Ok(Undoing::Already { entry: of, by: asked });
    }
    if asked == 1 {
        return hindered(Hindrance::Init);
    }
    if is_erasing(&found.command) {
        return hindered(Hindrance::Erased { before: newest_before(change.session(), asked)? });
    }
    if setting::has_revealed(change.session(), asked)? {
        return hindered(Hindrance::Revealed { before: newest_before(change.session(), asked)? });
    }
    change.called(format!("undo {asked}"));
    let mut taking = Taking { is_redoing: undone(&found.command).is_some(), ..Taking::default() };
    taking.back(change, asked)?;
    match taking.hindrance(change)? {
        Some(hindrance) => hindered(hindrance),
        None => Ok(Undoing::Done { entry: asked, records: taking.records }),
    }
}

/// The entry that a command took back.
fn undone(command: &str) -> Option<i64> {
    command.strip_prefix("undo ")?.parse().ok()
}

/// The entry that took this one back and was not taken back itself.
fn undone_by(session: &Session, entry: i64) -> anyhow::Result<Option<i64>> {
    let Some(by) = entries::newest_called(session, &format!("undo {entry}"))? else { return Ok(None) };
    Ok(undone_by(session, by)?.is_none().then_some(by))
}

/// The newest entry before this one that is neither taken back nor one of those that stay or take back.
fn newest_before(session: &Session, entry: i64) -> anyhow::Result<Option<i64>> {
    for earlier in (2..entry).rev() {
        let Some(found) = entries::entry(session, earlier)? else { continue };
        let stays = is_erasing(&found.command) || setting::has_revealed(session, earlier)?;
        if !stays && undone(&found.command).is_none() && undone_by(session, earlier)?.is_none() {
            return Ok(Some(earlier));
        }
    }
    Ok(None)
}

/// Of the entries that depend on one those that are still to be taken back: an undo and what it took back are none.
fn still_to_undo(session: &Session, later: &BTreeSet<i64>) -> anyhow::Result<Vec<i64>> {
    let (mut settled, mut left) = (BTreeSet::new(), Vec::new());
    for entry in later.iter().rev().filter(|entry| **entry > 0) {
        if settled.contains(entry) {
            continue;
        }
        let command = entries::entry(session, *entry)?.map(|found| found.command).unwrap_or_default();
        match undone(&command).filter(|of| later.contains(of)) {
            Some(of) => {
                settled.insert(of);
            }
            None => left.push(*entry),
        }
    }
    left.reverse();
    Ok(if left.is_empty() { later.iter().copied().collect() } else { left })
}

/// What taking back has met so far.
#[derive(Default)]
struct Taking {
    /// The entry that is taken back, where it remembers publications.
    entry: i64,
    /// The entry is itself an undoing: what it put back on the wall had been there before.
    is_redoing: bool,
    records: u64,
    /// Later entries that changed the same records, and some of those.
    later: BTreeSet<i64>,
    named: BTreeSet<String>,
    published: BTreeSet<String>,
    /// Publications that the entry remembers: they stay, since nothing that left can be called back.
    remembered: BTreeSet<String>,
    published_by: Option<i64>,
    is_erased: bool,
    /// Tables that lost records or had some put back.
    lost: BTreeSet<&'static str>,
    put_back: BTreeSet<&'static str>,
    /// Needs whose state or claims became others.
    needs: BTreeSet<i64>,
}

impl Taking {
    /// The entry's revisions, last first; each leads back to what its record was before.
    fn back(&mut self, change: &mut Change<'_>, entry: i64) -> anyhow::Result<()> {
        let session = change.session();
        revisions::each_of_entry_back(session, entry, |revision| {
            let kind = revision.kind.clone();
            for_kind(&kind, Restore { taking: &mut *self, change: &mut *change, revision })
        })
    }

    fn is_hindered(&self) -> bool {
        self.is_erased || !self.later.is_empty() || !self.published.is_empty()
    }

    fn hindrance(&mut self, change: &mut Change<'_>) -> anyhow::Result<Option<Hindrance>> {
        if self.is_erased {
            return Ok(Some(Hindrance::Erased { before: None }));
        }
        if !self.published.is_empty() {
            let codes = self.published.iter().take(NAMED).cloned().collect();
            return Ok(Some(Hindrance::Published { codes, by: self.published_by.unwrap_or_default() }));
        }
        if self.records == 0 && self.later.is_empty() && !self.remembered.is_empty() {
            let codes = self.remembered.iter().take(NAMED).cloned().collect();
            return Ok(Some(Hindrance::Published { codes, by: self.entry }));
        }
        if self.later.is_empty() {
            self.look_for_references(change)?;
        }
        if !self.later.is_empty() {
            let records = self.named.iter().take(NAMED).cloned().collect();
            let entries = still_to_undo(change.session(), &self.later)?;
            return Ok(Some(Hindrance::Later { entries, records }));
        }
        let mut breaches = check::breaches(change.session())?;
        breaches.retain(|breach| self.needs.contains(&breach.need));
        breaches.truncate(NAMED);
        Ok((!breaches.is_empty()).then_some(Hindrance::Breaks { breaches }))
    }

    /// Records that would lead to others which are gone: the entry that changed each last depends on this one.
    fn look_for_references(&mut self, change: &Change<'_>) -> anyhow::Result<()> {
        let mut children: BTreeSet<&str> = self.put_back.clone();
        children.extend(self.lost.iter().flat_map(|kind| referring(kind)));
        let sql = "
            SELECT DISTINCT bad.\"table\", bad.rowid,
              coalesce(
                (SELECT max(revision.id) >> 32
                 FROM revision
                 WHERE revision.kind = bad.\"table\" AND revision.record_id = bad.rowid),
                (SELECT run.id >> 32
                 FROM revision_run AS run
                 WHERE run.kind = bad.\"table\" AND run.record_id <= bad.rowid
                   AND bad.rowid < run.record_id + run.records)
              )
            FROM pragma_foreign_key_check(:child) AS bad
            ORDER BY bad.rowid";
        let mut statement = change.session().prepare(sql)?;
        for child in children {
            let mut rows = statement.query(named_params! {":child": child})?;
            while let Some(row) = rows.next()? {
                let (kind, record): (String, i64) = (row.get(0)?, row.get(1)?);
                self.later.extend(row.get::<_, Option<i64>>(2)?);
                if self.named.len() < NAMED {
                    self.named.insert(name_of(change.session(), &kind, record)?);
                }
            }
        }
        Ok(())
    }
}

/// The tables whose records refer to one of this table.
fn referring(kind: &str) -> &'static [&'static str] {
    match kind {
        PlaceRow::KIND => &[PlaceRow::KIND, RegistrationRow::KIND, NeedRow::KIND],
        ProgrammeRow::KIND => &[NeedRow::KIND],
        CampaignRow::KIND => &[QuotaRow::KIND, NeedRow::KIND],
        OrgRow::KIND => &[OrgRow::KIND, AliasRow::KIND, MemberRow::KIND, RegistrationRow::KIND, PartyRow::KIND],
        MemberRow::KIND => &[RegistrationRow::KIND, PartyRow::KIND],
        OutsiderRow::KIND => &[PartyRow::KIND],
        NeedRow::KIND => &[NeedRow::KIND, ClaimRow::KIND],
        ClaimRow::KIND => &[PartyRow::KIND],
        _ => &[],
    }
}

/// A record by its code or name, else by its table and id.
fn name_of(session: &Session, kind: &str, record: i64) -> anyhow::Result<String> {
    for_kind(kind, Named { session, record })
}

struct Named<'c> {
    session: &'c Session,
    record: i64,
}

impl ForKind for Named<'_> {
    type Output = String;

    fn run<R: Record>(self) -> anyhow::Result<String> {
        let columns = live::<R>(self.session, self.record)?.map(|live| columns_of(&live)).transpose()?;
        named::<R>(self.session, columns.as_ref(), self.record)
    }
}

fn named<R: Record>(session: &Session, columns: Option<&Map<String, Value>>, record: i64) -> anyhow::Result<String> {
    // A claimant of a claim and a registration have no names of their own: what they belong to has.
    let owners = [("claim_id", ClaimRow::KIND), ("member_id", MemberRow::KIND), ("org_id", OrgRow::KIND)];
    let owner = |(column, kind)| columns.and_then(|columns| id_in(columns, column)).map(|id| (kind, id));
    if matches!(R::KIND, PartyRow::KIND | FormerPartyRow::KIND | RegistrationRow::KIND)
        && let Some((kind, id)) = owners.into_iter().find_map(owner)
    {
        return name_of(session, kind, id);
    }
    let column = |name: &str| columns.and_then(|columns| columns.get(name)).and_then(Value::as_str);
    let name = column("code").or_else(|| column("name")).or_else(|| column("alias"));
    Ok(name.map_or_else(|| format!("{} {record}", R::KIND), str::to_owned))
}

fn live<R: Record>(session: &Session, id: i64) -> anyhow::Result<Option<R>> {
    Ok(session.prepare_cached(R::SELECT)?.query_row(named_params! {":id": id}, R::from_row).optional()?)
}

fn columns_of<R: Record>(record: &R) -> anyhow::Result<Map<String, Value>> {
    let mut json = Vec::new();
    record.write_json(&mut json)?;
    Ok(serde_json::from_slice(&json)?)
}

/// One record on its way back.
struct Restore<'t, 'c, 's> {
    taking: &'t mut Taking,
    change: &'c mut Change<'s>,
    revision: Revision,
}

impl ForKind for Restore<'_, '_, '_> {
    type Output = ();

    fn run<R: Record + Clone + PartialEq + Send + 'static>(self) -> anyhow::Result<()> {
        let Restore { taking, change, revision } = self;
        if R::KIND == PublicationRow::KIND {
            taking.entry = revision.entry();
            let columns = live::<R>(change.session(), revision.record)?.map(|live| columns_of(&live)).transpose()?;
            let folder = columns.as_ref().and_then(|columns| columns.get("folder")).and_then(Value::as_str);
            taking.remembered.extend(folder.map(str::to_owned));
            return Ok(());
        }
        let now = live::<R>(change.session(), revision.record)?;
        let columns = now.as_ref().map(columns_of).transpose()?;
        taking.is_erased |= revision.erased;
        if !is_as_left(change.session(), &revision, columns.as_ref(), change.entry(), &mut taking.later)?
            && taking.named.len() < NAMED
        {
            taking.named.insert(named::<R>(change.session(), columns.as_ref(), revision.record)?);
        }
        let before: Option<Map<String, Value>> = revision.before.as_deref().map(serde_json::from_str).transpose()?;
        if R::KIND == NeedRow::KIND && !taking.is_redoing && has_left(before.as_ref(), columns.as_ref()) {
            taking.published.insert(named::<R>(change.session(), columns.as_ref(), revision.record)?);
            if taking.published_by.is_none() {
                taking.published_by = entries::newest_publishing(change.session(), revision.record)?;
            }
        }
        if taking.is_hindered() {
            return Ok(());
        }
        for columns in [&before, &columns].into_iter().flatten() {
            let need = if R::KIND == NeedRow::KIND { Some(revision.record) } else { id_in(columns, "need_id") };
            taking.needs.extend(need);
        }
        taking.records += 1;
        match (now, before) {
            (Some(now), None) => {
                taking.lost.insert(R::KIND);
                change.remove(&now)
            }
            (None, Some(before)) => {
                taking.put_back.insert(R::KIND);
                change.insert(R::from_json(&before)?)
            }
            (Some(now), Some(before)) => {
                taking.put_back.insert(R::KIND);
                change.update(&now, &R::from_json(&before)?)
            }
            (None, None) => Ok(()),
        }
    }
}

fn id_in(columns: &Map<String, Value>, column: &str) -> Option<i64> {
    columns.get(column).and_then(Value::as_i64)
}

/// Whether a record is as this revision's entry left it; else the later entries that changed it are noted. Only the
/// last of an entry's revisions of a record is asked.
fn is_as_left(
    session: &Session,
    revision: &Revision,
    now: Option<&Map<String, Value>>,
    undoing: i64,
    later: &mut BTreeSet<i64>,
) -> anyhow::Result<bool> {
    let sql = "
        SELECT id >> 32, before
        FROM revision
        WHERE kind = :kind AND record_id = :record AND id > :id AND id < :undoing << 32
        ORDER BY id";
    let mut statement = session.prepare_cached(sql)?;
    let params = named_params! {
        ":kind": revision.kind, ":record": revision.record, ":id": revision.id, ":undoing": undoing,
    };
    let mut rows = statement.query(params)?;
    let Some(first) = rows.next()? else { return Ok(true) };
    let entry: i64 = first.get(0)?;
    if entry == revision.entry() {
        return Ok(true);
    }
    let left: Option<String> = first.get(1)?;
    let left: Option<Map<String, Value>> = left.as_deref().map(serde_json::from_str).transpose()?;
    if left.as_ref() == now {
        // Changed and changed back since.
        return Ok(true);
    }
    later.insert(entry);
    while let Some(row) = rows.next()? {
        later.insert(row.get(0)?);
    }
    Ok(false)
}

/// Whether a need went onto the wall between the two, or got other words there: what was shown cannot be unshown.
fn has_left(before: Option<&Map<String, Value>>, after: Option<&Map<String, Value>>) -> bool {
    const SHOWN: [&str; 4] = ["wording", "number", "public_code", "published_on"];
    let Some(after) = after.filter(|after| is_published(after)) else { return false };
    let Some(before) = before else { return true };
    // Back from an exit it was out before.
    (!is_published(before) && before.get("came_from").is_none() && before.get("closed_on").is_none())
        || (is_published(before) && SHOWN.iter().any(|column| before.get(*column) != after.get(*column)))
}

fn is_published(columns: &Map<String, Value>) -> bool {
    columns.get("state").and_then(Value::as_str) == Some("published")
}
