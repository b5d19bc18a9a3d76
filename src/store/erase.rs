//! Erasing people: their names, numbers and addresses go from their own records, from every text that names them and from
//! the history of both; the chain of the log stays valid and counts stay as they are (docs/design.md, section 3).

mod claims;
mod history;
mod spelled;
mod traces;

use std::collections::BTreeSet;
use std::ops::Range;

use rusqlite::named_params;
use serde_json::{Map, Value};

use self::spelled::Spelling;
use self::traces::Gathered;

use super::collect::needs::identity_of;
use super::log::Change;
use super::record::Record;
use super::revisions;
use super::rows::{ForKind, for_kind};
use super::rows::{MemberRow, NeedRow, OrgRow, OutsiderRow};
use crate::model::fields::{Column, FieldDef, Mask, Privacy, Table};
use crate::store::Session;

pub(super) use self::history::is_as_sealed;
pub(super) use self::traces::spellings;
pub use self::traces::{Holder, Traces};

/// The placeholder of a name that must not be blank.
pub const ERASED: &str = "（已清除）";
/// The placeholder of a name or a number within a text.
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

/// Every record of people of this name, however it is spelled.
pub fn named(session: &Session, name: &str) -> anyhow::Result<Vec<Own>> {
    let sql = "
        SELECT 'member', id, code, name, phone FROM member
        UNION ALL
        SELECT 'need', id, code, wisher, phone FROM need WHERE wisher IS NOT NULL
        UNION ALL
        SELECT 'outsider', id, NULL, name, phone FROM outsider
        UNION ALL
        SELECT 'org', id, code, contact, phone FROM org WHERE contact IS NOT NULL
        ORDER BY 1, 2";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    let spelling = Spelling::of(name);
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let own = row.get_ref(3)?.as_str()?;
        if own != name && !spelling.is_all_of(own) {
            continue;
        }
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

/// How the texts of the persons are looked through; what private data looks like is not the store's.
#[derive(Clone, Copy)]
pub struct Reader {
    /// Where a text has numbers, accounts, doors or one of these names.
    pub private: fn(&str, &[&str]) -> Vec<Range<usize>>,
    /// Whether a name is a word that others use without meaning anybody: 方便.
    pub is_word: fn(&str) -> bool,
}

/// What was erased.
#[derive(Debug, Default)]
pub struct Erasure {
    pub traces: Traces,
    /// Records of the persons themselves.
    pub own: usize,
    /// Other records that named them in a text, or whose history did.
    pub others: usize,
    /// What goes from the records as they are now, theirs first.
    pub taken: Vec<Taken>,
}

/// What goes from a column of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    pub kind: &'static str,
    pub id: i64,
    pub code: Option<String>,
    pub column: String,
    pub before: String,
    /// What stays of it.
    pub after: Option<String>,
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
    def.mask == Mask::Digits
}

/// Erases the persons whose records these are, in a change whose entry says so.
pub fn erase(change: &mut Change<'_>, own: &[Own], reader: Reader) -> anyhow::Result<Erasure> {
    change.erasing();
    let mut erasure = Erasure::default();
    let mut gathered = Gathered::default();
    for one in own {
        gathered.add(change.session(), (one.kind, one.id))?;
    }
    for one in own {
        gathered.read(change.session(), (one.kind, one.id), reader)?;
    }
    let own: BTreeSet<(&'static str, i64)> = own.iter().map(|one| (one.kind, one.id)).collect();
    erasure.own = own.len();
    (erasure.taken, erasure.others) = erase_own(change, &[Person { own: &own, gathered: &gathered }], reader)?;
    let swept = traces::sweep(change.session(), &gathered, &own, reader)?;
    let named: Vec<String> = traces::longest_first(&swept.named);
    for (kind, id) in &swept.touched {
        erasure.taken.extend(for_kind(kind, Blank { change, id: *id, how: How::Texts(&named) })?);
        erasure.others += 1;
    }
    erasure.traces = swept.traces;
    history::seal(change)?;
    Ok(erasure)
}

/// Erases the private columns of records, what their texts and those of the claims on them give away, and no text of
/// others: for records whose time has come.
pub fn expire(change: &mut Change<'_>, own: &[(&'static str, i64)], reader: Reader) -> anyhow::Result<()> {
    change.erasing();
    let mut due = Vec::with_capacity(own.len());
    for one in own {
        let mut gathered = Gathered::default();
        gathered.add(change.session(), *one)?;
        gathered.read(change.session(), *one, reader)?;
        due.push((BTreeSet::from([*one]), gathered));
    }
    let persons: Vec<Person> = due.iter().map(|(own, gathered)| Person { own, gathered }).collect();
    erase_own(change, &persons, reader)?;
    history::seal(change)
}

/// Somebody who is erased: their records, and what these give away.
struct Person<'g> {
    own: &'g BTreeSet<(&'static str, i64)>,
    gathered: &'g Gathered,
}

/// Erases the persons' own records, and what the texts of the claims behind which they stand give away. What goes from
/// the records as they are now, and how many claims and the like had any of it.
fn erase_own(change: &mut Change<'_>, persons: &[Person<'_>], reader: Reader) -> anyhow::Result<(Vec<Taken>, usize)> {
    let mut taken = Vec::new();
    for person in persons {
        let all = person.gathered.longest_first(reader);
        for (kind, id) in person.own {
            taken.extend(for_kind(kind, Blank { change, id: *id, how: How::Own(&all) })?);
        }
    }
    let (of_claims, records) = claims::erase(change, persons, reader)?;
    taken.extend(of_claims);
    Ok((taken, records))
}

/// A text without the persons' traces: the reason of an erasing must not name whom it erased.
pub fn without(text: &str, traces: &Traces) -> String {
    let words: BTreeSet<String> = traces.own.iter().chain(traces.shared.keys()).cloned().collect();
    traces::longest_first(&words).iter().fold(text.to_owned(), |text, word| text.replace(word.as_str(), GAP))
}

/// A name of one character is in every other word.
const SHORTEST: usize = 2;

type Columns = Map<String, Value>;

/// What goes from a record; the words are longest first, so that none leaves a part of another.
enum How<'t> {
    /// The person's own columns, in whole, and these words within its texts.
    Own(&'t [String]),
    /// Names and numbers within texts.
    Texts(&'t [String]),
}

impl How<'_> {
    fn blank(&self, kind: &str, columns: &mut Columns) {
        match self {
            How::Own(gathered) => {
                let mut gone: BTreeSet<String> = gathered.iter().cloned().collect();
                for (column, _) in personal(kind) {
                    let Some(value) = columns.remove(column.name) else { continue };
                    gone.extend(value.as_str().filter(|value| value.chars().count() >= SHORTEST).map(str::to_owned));
                    if !column.sql.may_be_null() {
                        columns.insert(column.name.to_owned(), Value::from(ERASED));
                    }
                }
                let gone = traces::longest_first(&gone);
                for (column, _) in self::columns(kind).filter(|(_, def)| def.privacy == Privacy::FreeText) {
                    gap(columns, column.name, &gone);
                }
            }
            How::Texts(named) => {
                // What names another record is that record's own.
                let is_text = |column: &&String| naming(kind).all(|(named, _)| named.name != column.as_str());
                let texts: Vec<String> = columns.keys().filter(is_text).cloned().collect();
                for column in texts {
                    gap(columns, &column, named);
                }
            }
        }
    }
}

/// Puts gaps where a text names one of these.
fn gap(columns: &mut Columns, column: &str, words: &[String]) {
    let Some(Value::String(text)) = columns.get_mut(column) else { return };
    for word in words.iter().flat_map(|word| traces::spellings(word)) {
        if text.contains(word.as_str()) {
            *text = text.replace(word.as_str(), GAP);
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
    type Output = Vec<Taken>;

    fn run<R: Record + Clone + PartialEq + Send + 'static>(self) -> anyhow::Result<Vec<Taken>> {
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
            change.log_erased::<R>(id, None, None)?;
            return Ok(Vec::new());
        };
        let mut blank = now.clone();
        how.blank(R::KIND, &mut blank);
        let taken = taken(R::KIND, id, &now, &blank);
        let mut record = R::from_json(&blank)?;
        if R::KIND == NeedRow::KIND {
            let need = NeedRow::from_json(&blank)?;
            blank.insert("identity".to_owned(), Value::from(identity_of(&need)));
            record = R::from_json(&blank)?;
        }
        let before = canonical::<R>(&blank)?;
        change.log_erased(id, Some(before), Some(record))?;
        Ok(taken)
    }
}

/// What differs between a record and what stays of it.
fn taken(kind: &'static str, id: i64, now: &Columns, blank: &Columns) -> Vec<Taken> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let code = now.get("code").map(text);
    let of = |(column, _): (&Column, &FieldDef)| {
        let (before, after) = (now.get(column.name)?, blank.get(column.name));
        (after != Some(before)).then(|| Taken {
            kind,
            id,
            code: code.clone(),
            column: column.name.to_owned(),
            before: text(before),
            after: after.map(text),
        })
    };
    columns(kind).filter_map(of).collect()
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
