//! Erasing people: their names, numbers and addresses go from their own records, from every text that names them and from
//! the history of both; the chain of the log stays valid and counts stay as they are (docs/design.md, section 3).

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde_json::{Map, Value};

use super::collect::needs::identity_of;
use super::log::Change;
use super::record::Record;
use super::revisions;
use super::rows::{ForKind, KINDS, for_kind};
use super::rows::{MemberRow, NeedRow, OrgRow, OutsiderRow};
use crate::model::fields::{Column, FieldDef, Mask, Privacy, Sql, Table};
use crate::store::Session;

/// What stands for a name that must not be blank.
pub const ERASED: &str = "（已清除）";
/// What stands for a name or a number within a text.
const GAP: &str = "＊＊";

/// A record of a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Own {
    pub kind: &'static str,
    pub id: i64,
    /// Its code; an outsider has none.
    pub code: Option<String>,
    pub name: String,
    pub phone: Option<String>,
}

/// Every record of people of this name.
pub fn named(session: &Session, name: &str) -> anyhow::Result<Vec<Own>> {
    let sql = "
        SELECT 'member', id, code, name, phone FROM member WHERE name = :name
        UNION ALL
        SELECT 'need', id, code, wisher, phone FROM need WHERE wisher = :name
        UNION ALL
        SELECT 'outsider', id, NULL, name, phone FROM outsider WHERE name = :name
        UNION ALL
        SELECT 'org', id, code, contact, phone FROM org WHERE contact = :name
        ORDER BY 1, 2";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":name": name})?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let kind = match row.get_ref(0)?.as_str()? {
            "member" => MemberRow::KIND,
            "need" => NeedRow::KIND,
            "outsider" => OutsiderRow::KIND,
            _ => OrgRow::KIND,
        };
        found.push(Own { kind, id: row.get(1)?, code: row.get(2)?, name: row.get(3)?, phone: row.get(4)? });
    }
    Ok(found)
}

/// A record as somebody's own; nothing where it names nobody, or nobody any more.
pub fn own(session: &Session, kind: &'static str, id: i64) -> anyhow::Result<Option<Own>> {
    let Some(columns) = for_kind(kind, Live { session, id })? else { return Ok(None) };
    let column = |name: &str| columns.get(name).and_then(Value::as_str).map(str::to_owned);
    let name = name_column(kind).and_then(column).filter(|name| name != ERASED);
    Ok(name.map(|name| Own { kind, id, code: column("code"), name, phone: column("phone") }))
}

/// Whether a record was somebody's who has been erased.
pub fn was_erased(session: &Session, kind: &str, id: i64) -> anyhow::Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM revision WHERE kind = :kind AND record_id = :id AND erased = 1)";
    Ok(session.query_row(sql, named_params! {":kind": kind, ":id": id}, |row| row.get(0))?)
}

/// What gives a person away in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traces {
    /// Nobody else's: no byte of these may be left.
    pub own: BTreeSet<String>,
    /// Those that others share, a namesake or a phone of the household, and which therefore stay with the others.
    pub shared: BTreeSet<String>,
}

/// What was erased.
#[derive(Debug, Default)]
pub struct Erasure {
    pub traces: Traces,
    /// Records of the persons themselves.
    pub own: usize,
    /// Other records that named them in a text, or whose history did.
    pub others: usize,
}

/// The columns of a table, each with its field.
fn columns(kind: &str) -> impl Iterator<Item = (&'static Column, &'static FieldDef)> {
    Table::named(kind).into_iter().flat_map(Table::columns)
}

/// Its columns that are about the person whose record it is.
fn personal(kind: &str) -> impl Iterator<Item = (&'static Column, &'static FieldDef)> {
    columns(kind).filter(|(_, def)| def.privacy == Privacy::Personal)
}

/// The columns of a table that name a record: a person's name or phone, an organisation's names, a place's.
fn naming(kind: &str) -> impl Iterator<Item = (&'static Column, &'static FieldDef)> {
    columns(kind).filter(|(_, def)| def.names_record)
}

/// The column with the name of the person whose record it is.
fn name_column(kind: &str) -> Option<&'static str> {
    personal(kind).find(|(_, def)| def.names_record && !is_phone(def)).map(|(column, _)| column.name)
}

fn is_phone(def: &FieldDef) -> bool {
    def.code == "phone"
}

/// Erases the persons whose records these are, in a change whose entry says so.
pub fn erase(change: &mut Change<'_>, own: &[Own]) -> anyhow::Result<Erasure> {
    change.erasing();
    let mut erasure = Erasure::default();
    let mut gathered = BTreeSet::new();
    let mut places = BTreeSet::new();
    for one in own {
        gather(change.session(), one, &mut gathered, &mut places)?;
    }
    for one in own {
        for_kind(one.kind, Blank { change, id: one.id, how: How::Own(&gathered) })?;
        erasure.own += 1;
    }
    erasure.traces = divided(change.session(), gathered)?;
    // Where they lived is nobody else's name; a neighbour's address is the neighbour's.
    erasure.traces.own.extend(places);
    let own: BTreeSet<(&str, i64)> = own.iter().map(|one| (one.kind, one.id)).collect();
    for kind in KINDS {
        for id in touched(change.session(), kind, &erasure.traces)? {
            if !own.contains(&(*kind, id)) {
                for_kind(kind, Blank { change, id, how: How::Texts(&erasure.traces) })?;
                erasure.others += 1;
            }
        }
    }
    Ok(erasure)
}

/// Erases the private columns of records, and no text of others: for records whose time has come.
pub fn expire(change: &mut Change<'_>, own: &[(&'static str, i64)]) -> anyhow::Result<()> {
    change.erasing();
    let gathered = BTreeSet::new();
    own.iter().try_for_each(|(kind, id)| for_kind(kind, Blank { change, id: *id, how: How::Own(&gathered) }))
}

/// A text without the persons' traces: the reason of an erasing must not name whom it erased.
pub fn without(text: &str, traces: &Traces) -> String {
    traces.own.iter().chain(&traces.shared).fold(text.to_owned(), |text, trace| text.replace(trace.as_str(), GAP))
}

/// A name of one character is in every other word.
const SHORTEST: usize = 2;

/// The names and numbers, and the addresses, of a record now and in its history.
fn gather(
    session: &Session,
    own: &Own,
    names: &mut BTreeSet<String>,
    places: &mut BTreeSet<String>,
) -> anyhow::Result<()> {
    let mut states: Vec<Columns> =
        histories(session, own.kind, own.id)?.into_iter().filter_map(|(_, past)| past).collect();
    states.extend(for_kind(own.kind, Live { session, id: own.id })?);
    let keep = |into: &mut BTreeSet<String>, columns: &Columns, column: &str| {
        let value = columns.get(column).and_then(Value::as_str).filter(|value| value.chars().count() >= SHORTEST);
        into.extend(value.filter(|value| *value != ERASED).map(str::to_owned));
    };
    for columns in &states {
        for (column, def) in personal(own.kind) {
            if def.names_record {
                keep(names, columns, column.name);
            } else if def.mask == Mask::Address || column.sql == Sql::BlobOrNull {
                keep(places, columns, column.name);
            }
        }
    }
    Ok(())
}

/// Which of the traces somebody else has too, now that the persons' own records are blank: as a name, within a longer
/// name, or as a phone.
fn divided(session: &Session, gathered: BTreeSet<String>) -> anyhow::Result<Traces> {
    let mut shared = BTreeSet::new();
    for kind in KINDS {
        shared.extend(for_kind(kind, Sharing { session, traces: &gathered })?);
    }
    let own = gathered.difference(&shared).cloned().collect();
    Ok(Traces { own, shared })
}

/// Which of the traces name a record of a table.
struct Sharing<'a> {
    session: &'a Session,
    traces: &'a BTreeSet<String>,
}

impl ForKind for Sharing<'_> {
    type Output = BTreeSet<String>;

    fn run<R: Record>(self) -> anyhow::Result<BTreeSet<String>> {
        let places = columns(R::KIND).enumerate().filter(|(_, (_, def))| def.names_record && def.code != "code");
        let places: Vec<(usize, bool)> = places.map(|(place, (_, def))| (place, is_phone(def))).collect();
        let mut shared = BTreeSet::new();
        if places.is_empty() {
            return Ok(shared);
        }
        let mut statement = self.session.prepare(R::ALL)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for (place, is_phone) in &places {
                // The id comes first.
                let Some(value) = row.get_ref(place + 1)?.as_str_or_null()? else { continue };
                let is_named =
                    |trace: &&String| if *is_phone { value == *trace } else { value.contains(trace.as_str()) };
                shared.extend(self.traces.iter().filter(is_named).cloned());
            }
        }
        Ok(shared)
    }
}

type Columns = Map<String, Value>;

/// The records of a table that have one of the persons' own traces, now or in their history.
fn touched(session: &Session, kind: &'static str, traces: &Traces) -> anyhow::Result<BTreeSet<i64>> {
    let mut touched = for_kind(kind, Naming { session, traces })?;
    let sql = "SELECT DISTINCT record_id FROM revision WHERE kind = :kind AND instr(before, :trace) ORDER BY record_id";
    let mut statement = session.prepare(sql)?;
    for trace in &traces.own {
        for id in statement.query_map(named_params! {":kind": kind, ":trace": trace}, |row| row.get(0))? {
            touched.insert(id?);
        }
    }
    Ok(touched)
}

/// The live records of a table that have one of the traces.
struct Naming<'a> {
    session: &'a Session,
    traces: &'a Traces,
}

impl ForKind for Naming<'_> {
    type Output = BTreeSet<i64>;

    fn run<R: Record>(self) -> anyhow::Result<BTreeSet<i64>> {
        let finders: Vec<_> =
            self.traces.own.iter().map(|trace| memchr::memmem::Finder::new(trace.as_bytes())).collect();
        let mut statement = self.session.prepare(R::ALL)?;
        let mut rows = statement.query([])?;
        let (mut found, mut json) = (BTreeSet::new(), Vec::new());
        while let Some(row) = rows.next()? {
            let record = R::from_row(row)?;
            json.clear();
            record.write_json(&mut json)?;
            if finders.iter().any(|finder| finder.find(&json).is_some()) {
                found.insert(record.id());
            }
        }
        Ok(found)
    }
}

/// What goes from a record.
enum How<'t> {
    /// The person's own columns, in whole, and these traces within its texts.
    Own(&'t BTreeSet<String>),
    /// Names and numbers within texts.
    Texts(&'t Traces),
}

impl How<'_> {
    fn blank(&self, kind: &str, columns: &mut Columns) {
        match self {
            How::Own(gathered) => {
                let mut gone: BTreeSet<String> = (*gathered).clone();
                for (column, _) in personal(kind) {
                    let Some(value) = columns.remove(column.name) else { continue };
                    gone.extend(value.as_str().filter(|value| value.chars().count() >= SHORTEST).map(str::to_owned));
                    if !column.sql.may_be_null() {
                        columns.insert(column.name.to_owned(), Value::from(ERASED));
                    }
                }
                for (column, _) in self::columns(kind).filter(|(_, def)| def.privacy == Privacy::FreeText) {
                    gap(columns, column.name, gone.iter());
                }
            }
            How::Texts(traces) => {
                // What names another record is that record's own.
                let is_text = |column: &&String| naming(kind).all(|(named, _)| named.name != column.as_str());
                let texts: Vec<String> = columns.keys().filter(is_text).cloned().collect();
                for column in texts {
                    gap(columns, &column, traces.own.iter());
                }
            }
        }
    }
}

/// Puts gaps where a text names one of these.
fn gap<'t>(columns: &mut Columns, column: &str, traces: impl Iterator<Item = &'t String>) {
    let Some(Value::String(text)) = columns.get_mut(column) else { return };
    for trace in traces {
        if text.contains(trace.as_str()) {
            *text = text.replace(trace.as_str(), GAP);
        }
    }
}

/// One record and its whole history.
struct Blank<'a, 's> {
    change: &'a mut Change<'s>,
    id: i64,
    how: How<'a>,
}

impl ForKind for Blank<'_, '_> {
    type Output = ();

    fn run<R: Record + Clone + PartialEq + Send + 'static>(self) -> anyhow::Result<()> {
        let Blank { change, id, how } = self;
        let session = change.session();
        revisions::take_apart(session, R::KIND, id)?;
        let sql = "UPDATE revision SET before = :before, salt = NULL, erased = 1 WHERE id = :id";
        for (revision, past) in histories(session, R::KIND, id)? {
            let before = past.map(|mut columns| {
                how.blank(R::KIND, &mut columns);
                canonical::<R>(&columns)
            });
            let before = before.transpose()?;
            session.prepare_cached(sql)?.execute(named_params! {":before": before, ":id": revision})?;
        }
        let Some(now) = for_kind(R::KIND, Live { session, id })? else {
            return change.log_erased::<R>(id, None, None);
        };
        let mut blank = now;
        how.blank(R::KIND, &mut blank);
        let mut record = R::from_json(&blank)?;
        if R::KIND == NeedRow::KIND {
            let need = NeedRow::from_json(&blank)?;
            blank.insert("identity".to_owned(), Value::from(identity_of(&need)));
            record = R::from_json(&blank)?;
        }
        let before = canonical::<R>(&blank)?;
        change.log_erased(id, Some(before), Some(record))
    }
}

/// A record's canonical JSON, made of its columns.
fn canonical<R: Record>(columns: &Columns) -> anyhow::Result<String> {
    let record = R::from_json(columns)?;
    let mut json = Vec::new();
    record.write_json(&mut json)?;
    Ok(String::from_utf8(json)?)
}

/// The ids of a record's single revisions, with what was before each.
fn histories(session: &Session, kind: &str, id: i64) -> anyhow::Result<Vec<(i64, Option<Columns>)>> {
    let sql = "SELECT id, before FROM revision WHERE kind = :kind AND record_id = :id ORDER BY id";
    let mut statement = session.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! {":kind": kind, ":id": id})?;
    let mut histories = Vec::new();
    while let Some(row) = rows.next()? {
        let before: Option<String> = row.get(1)?;
        histories.push((row.get(0)?, before.as_deref().map(serde_json::from_str).transpose()?));
    }
    Ok(histories)
}

/// Whether a record still has anything personal.
pub(super) struct HasPersonal<'c> {
    pub session: &'c Session,
    pub id: i64,
}

impl ForKind for HasPersonal<'_> {
    type Output = bool;

    fn run<R: Record>(self) -> anyhow::Result<bool> {
        let live = for_kind(R::KIND, Live { session: self.session, id: self.id })?.unwrap_or_default();
        let value = |(column, _): (&Column, &FieldDef)| {
            live.get(column.name).and_then(|value| value.as_str().map(str::to_owned).or(Some(value.to_string())))
        };
        Ok(personal(R::KIND).filter_map(value).any(|value| value != ERASED))
    }
}

/// A record as it is now.
pub(super) struct Live<'c> {
    pub session: &'c Session,
    pub id: i64,
}

impl ForKind for Live<'_> {
    type Output = Option<Columns>;

    fn run<R: Record>(self) -> anyhow::Result<Option<Columns>> {
        use rusqlite::OptionalExtension;
        let mut statement = self.session.prepare_cached(R::SELECT)?;
        let record = statement.query_row(named_params! {":id": self.id}, R::from_row).optional()?;
        let Some(record) = record else { return Ok(None) };
        let mut json = Vec::new();
        record.write_json(&mut json)?;
        Ok(Some(serde_json::from_slice(&json)?))
    }
}
