//! What gives an erased person away, and whose it is: what the person's own records and texts have, now and in their
//! history, divided into what is nobody else's, which no byte may be left of, and what others have too, which is theirs.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use memchr::memmem::Finder;
use serde_json::Value;

use super::super::record::Record;
use super::super::rows::{ForKind, KINDS, PendingRow, for_kind};
use super::spelled::{Spelling, plain_text};
use super::{Columns, ERASED, Live, Reader, SHORTEST, columns, histories, is_phone, naming, personal};
use crate::model::fields::{Column, FieldDef, Mask, Privacy, Sql};
use crate::model::phone::Phone;
use crate::store::Session;
use crate::store::record_kind::word_of;

/// What gives a person away in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traces {
    /// Nobody else's: no byte of these may be left.
    pub own: BTreeSet<String>,
    /// Those that others have too, a namesake, a phone of the household, an address, an everyday word, and which
    /// therefore stay with the others: each with a record that has it.
    pub shared: BTreeMap<String, Holder>,
}

/// Who has what stays.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// Whoever was at work here.
    Operator,
    /// A record of this kind, by its code; one without a code is known by its kind.
    Record { kind: &'static str, code: Option<String> },
}

/// A word as it is written in a column, and as the log's JSON writes it where that differs.
pub(in crate::store) fn spellings(word: &str) -> Vec<String> {
    let mut spellings = vec![word.to_owned()];
    let escaped = Value::from(word).to_string();
    let escaped = escaped.trim_matches('"').to_owned();
    if escaped != word && escaped.len() > word.len() {
        spellings.push(escaped);
    }
    spellings
}

/// So that none leaves a part of another.
pub(super) fn longest_first(words: &BTreeSet<String>) -> Vec<String> {
    let mut words: Vec<String> = words.iter().cloned().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// What the persons' own records have, now and in their history.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    names: BTreeSet<String>,
    phones: BTreeSet<String>,
    /// Addresses, and digests of ID numbers.
    places: BTreeSet<String>,
    /// What was found in their texts, as it is spelled there.
    found: BTreeSet<String>,
}

impl Gathered {
    /// Adds the names, numbers and addresses of a record.
    pub(super) fn add(&mut self, session: &Session, own: (&'static str, i64)) -> anyhow::Result<()> {
        for state in states(session, own)? {
            for (column, def) in personal(own.0) {
                let into = match def.names_record {
                    true if is_phone(def) => &mut self.phones,
                    true => &mut self.names,
                    false if def.mask == Mask::Address || column.sql == Sql::BlobOrNull => &mut self.places,
                    false => continue,
                };
                let value = state.get(column.name).and_then(Value::as_str);
                into.extend(value.filter(|value| is_long_enough(value) && *value != ERASED).map(str::to_owned));
            }
        }
        Ok(())
    }

    /// Adds what its texts give away, once all names are known.
    pub(super) fn read(&mut self, session: &Session, own: (&'static str, i64), reader: Reader) -> anyhow::Result<()> {
        let found = self.found_in(session, own, reader)?;
        self.found.extend(found);
        Ok(())
    }

    /// What the texts of a record give away, as it is spelled there.
    pub(super) fn found_in(
        &self,
        session: &Session,
        own: (&'static str, i64),
        reader: Reader,
    ) -> anyhow::Result<BTreeSet<String>> {
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        let spellings: Vec<Spelling> =
            names.iter().filter(|name| !(reader.is_word)(name)).map(|name| Spelling::of(name)).collect();
        let mut found = BTreeSet::new();
        for state in states(session, own)? {
            for (column, _) in columns(own.0).filter(|(column, def)| is_text(column, def)) {
                let value = state.get(column.name).and_then(Value::as_str);
                let Some(text) = value.filter(|text| *text != ERASED) else { continue };
                let hits = (reader.private)(text, &names).into_iter().filter_map(|span| text.get(span));
                found.extend(hits.filter(|hit| is_long_enough(hit)).map(str::to_owned));
                found.extend(spellings.iter().flat_map(|name| name.spelled(text)).map(str::to_owned));
            }
        }
        Ok(found)
    }

    /// What goes from the persons' own texts: everything but everyday words.
    pub(super) fn longest_first(&self, reader: Reader) -> Vec<String> {
        let names = self.names.iter().filter(|name| !(reader.is_word)(name));
        let others = [&self.phones, &self.places, &self.found].into_iter().flatten();
        longest_first(&names.chain(others).cloned().collect())
    }
}

/// Whether a column has a text that may name anybody, the person's name itself excepted.
fn is_text(column: &Column, def: &FieldDef) -> bool {
    matches!(def.privacy, Privacy::Personal | Privacy::FreeText)
        && !def.names_record
        && matches!(column.sql, Sql::Text | Sql::TextOrNull)
}

/// A name of one character is in every other word.
fn is_long_enough(word: &str) -> bool {
    word.chars().count() >= SHORTEST
}

/// Whether it can be looked for in bytes: shorter words are found anywhere.
fn is_searchable(word: &str) -> bool {
    const SHORTEST_IN_LATIN: usize = 6;
    !word.is_ascii() || word.len() >= SHORTEST_IN_LATIN
}

/// Whether a record has one of these words, now or in its history.
pub(super) fn has_any(session: &Session, one: (&'static str, i64), words: &[String]) -> anyhow::Result<bool> {
    let states = states(session, one)?;
    let mut texts = states.iter().flat_map(Columns::values).filter_map(Value::as_str);
    let words: Vec<String> = words.iter().flat_map(|word| spellings(word)).collect();
    Ok(texts.any(|text| words.iter().any(|word| text.contains(word.as_str()))))
}

/// A record as it is now, and as it was.
fn states(session: &Session, (kind, id): (&'static str, i64)) -> anyhow::Result<Vec<Columns>> {
    let mut states: Vec<Columns> = histories(session, kind, id)?.into_iter().filter_map(|(_, past)| past).collect();
    states.extend(for_kind(kind, Live { session, id })?);
    Ok(states)
}

/// What a look through everybody else's records has found.
pub(super) struct Swept {
    pub traces: Traces,
    /// The names and numbers that go from others' texts too, as they are spelled there.
    pub named: BTreeSet<String>,
    /// The records whose texts, or whose history, have one of them.
    pub touched: BTreeSet<(&'static str, i64)>,
}

/// Looks through all records but the persons' own, which are blank by now, and through their histories.
///
/// A name and a phone are the person's wherever a text has them, unless they are also somebody else's, or an everyday word.
/// An address, and whatever else the person's own texts had, goes from there alone: where others have the same words they
/// are theirs.
pub(super) fn sweep(
    session: &Session,
    gathered: &Gathered,
    own: &BTreeSet<(&'static str, i64)>,
    reader: Reader,
) -> anyhow::Result<Swept> {
    let is_word = |name: &String| (reader.is_word)(name);
    let names: BTreeSet<String> = gathered.names.iter().filter(|name| !is_word(name)).cloned().collect();
    let strong: BTreeSet<String> = names.union(&gathered.phones).cloned().collect();
    let weak = [&gathered.names, &gathered.places, &gathered.found].into_iter().flatten();
    let weak: BTreeSet<String> = weak.filter(|word| !strong.contains(*word)).cloned().collect();
    let mut shared = operators(session, strong.union(&weak))?;
    for kind in KINDS {
        shared.extend(for_kind(kind, Sharing { session, traces: &strong })?);
    }
    let named: BTreeSet<String> = strong.iter().filter(|word| !shared.contains_key(*word)).cloned().collect();
    let names = names.iter().filter(|name| named.contains(*name)).map(|name| Spelling::of(name)).collect();
    let phones: Vec<String> = gathered.phones.iter().filter(|phone| named.contains(*phone)).cloned().collect();
    let masked = phones.iter().filter_map(|phone| phone.parse().ok()).map(|phone: Phone| phone.masked()).collect();
    let mut look = Look {
        own,
        reader,
        named: finders(&named),
        weak: finders(&weak),
        names,
        masked,
        phones,
        touched: BTreeSet::new(),
        elsewhere: BTreeMap::new(),
        quoted: BTreeSet::new(),
        variants: BTreeSet::new(),
        written: String::new(),
    };
    for kind in KINDS {
        for_kind(kind, Everybody { session, look: &mut look })?;
        look.through_history(session, kind)?;
    }
    let Look { touched, elsewhere, variants, quoted, .. } = look;
    for (word, (kind, id)) in elsewhere {
        shared.entry(word).or_insert(holder(session, kind, id)?);
    }
    let mut own: BTreeSet<String> = named.union(&variants).cloned().collect();
    own.extend(weak.iter().filter(|word| !shared.contains_key(*word) && is_searchable(word)).cloned());
    let named = named.into_iter().chain(variants).chain(quoted).collect();
    Ok(Swept { traces: Traces { own, shared }, named, touched })
}

/// Which of these were at work here: the log says so, and its chain with it.
fn operators<'t>(
    session: &Session,
    traces: impl Iterator<Item = &'t String>,
) -> anyhow::Result<BTreeMap<String, Holder>> {
    let mut statement = session.prepare("SELECT DISTINCT operator FROM entry ORDER BY operator")?;
    let operators: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let is_at_work = |trace: &&String| operators.iter().any(|operator| operator.contains(trace.as_str()));
    Ok(traces.filter(is_at_work).map(|trace| (trace.clone(), Holder::Operator)).collect())
}

/// A record as it is called where something stays with it.
fn holder(session: &Session, kind: &'static str, id: i64) -> anyhow::Result<Holder> {
    let columns = for_kind(kind, Live { session, id })?.unwrap_or_default();
    let code = columns.get("code").and_then(Value::as_str).map(str::to_owned);
    Ok(Holder::Record { kind: word_of(session, kind, id)?, code })
}

/// Which of the traces name a record of a table, each with one of those records.
pub(super) struct Sharing<'a> {
    pub session: &'a Session,
    pub traces: &'a BTreeSet<String>,
}

impl ForKind for Sharing<'_> {
    type Output = BTreeMap<String, Holder>;

    fn run<R: Record>(self) -> anyhow::Result<BTreeMap<String, Holder>> {
        let places = columns(R::KIND).enumerate().filter(|(_, (_, def))| def.names_record && def.code != "code");
        let places: Vec<(usize, bool)> = places.map(|(place, (_, def))| (place, is_phone(def))).collect();
        let mut shared: BTreeMap<String, i64> = BTreeMap::new();
        if places.is_empty() {
            return Ok(BTreeMap::new());
        }
        let traces: Vec<(&String, Spelling, String)> =
            self.traces.iter().map(|trace| (trace, Spelling::of(trace), digits(trace))).collect();
        // Many are looked for at once where many records' time has come: only those are compared that may be there.
        let mut by_first: HashMap<char, Vec<usize>> = HashMap::new();
        let mut by_digits: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, (trace, spelling, digits)) in traces.iter().enumerate() {
            let firsts: BTreeSet<char> = trace.chars().next().into_iter().chain(spelling.first()).collect();
            firsts.into_iter().for_each(|first| by_first.entry(first).or_default().push(at));
            by_digits.entry(digits).or_default().push(at);
        }
        let (mut plain, mut candidates): (String, BTreeSet<usize>) = Default::default();
        let mut statement = self.session.prepare(R::ALL)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for (place, is_phone) in &places {
                // The id comes first.
                let Some(value) = row.get_ref(place + 1)?.as_str_or_null()? else { continue };
                plain_text(value, &mut plain);
                let own_digits = if *is_phone { digits(value) } else { String::new() };
                let id: i64 = row.get(0)?;
                candidates.clear();
                candidates
                    .extend(by_digits.get(own_digits.as_str()).filter(|_| *is_phone).into_iter().flatten().copied());
                candidates
                    .extend(value.chars().chain(plain.chars()).filter_map(|c| by_first.get(&c)).flatten().copied());
                for (trace, spelling, digits) in candidates.iter().filter_map(|at| traces.get(*at)) {
                    let is_named = if *is_phone {
                        value == trace.as_str() || (!digits.is_empty() && own_digits == *digits)
                    } else {
                        value.contains(trace.as_str()) || spelling.is_in(&plain)
                    };
                    if is_named {
                        shared.entry((*trace).clone()).or_insert(id);
                    }
                }
            }
        }
        shared.into_iter().map(|(trace, id)| Ok((trace, holder(self.session, R::KIND, id)?))).collect()
    }
}

/// What finds each word, in each of its spellings.
fn finders(words: &BTreeSet<String>) -> BTreeMap<String, Vec<Finder<'static>>> {
    let of = |word: &String| {
        let finders = spellings(word).iter().map(|it| Finder::new(it.as_bytes()).into_owned()).collect();
        (word.clone(), finders)
    };
    words.iter().map(of).collect()
}

/// A look through the records of everybody else.
struct Look<'a> {
    own: &'a BTreeSet<(&'static str, i64)>,
    reader: Reader,
    named: BTreeMap<String, Vec<Finder<'static>>>,
    weak: BTreeMap<String, Vec<Finder<'static>>>,
    /// The persons' names, however they are spelled.
    names: Vec<Spelling>,
    phones: Vec<String>,
    /// The phones as the inbox of claims keeps them.
    masked: BTreeSet<String>,
    touched: BTreeSet<(&'static str, i64)>,
    /// What others have too, with the first record that has it.
    elsewhere: BTreeMap<String, (&'static str, i64)>,
    /// The last digits of the phones, where the inbox of claims quotes them.
    quoted: BTreeSet<String>,
    /// Other spellings of the persons' names and phones.
    variants: BTreeSet<String>,
    /// The digits, or the plain characters, of the record that is looked at.
    written: String,
}

impl Look<'_> {
    fn at(&mut self, one: (&'static str, i64), json: &[u8]) -> anyhow::Result<()> {
        if self.own.contains(&one) {
            return Ok(());
        }
        let has = |finders: &[Finder<'static>]| finders.iter().any(|finder| finder.find(json).is_some());
        if self.named.values().any(|finders| has(finders)) {
            self.touched.insert(one);
        }
        for (word, _) in self.weak.iter().filter(|(_, finders)| has(finders)) {
            self.elsewhere.entry(word.clone()).or_insert(one);
        }
        self.spelled_otherwise(one, json)?;
        if self.phones.is_empty() {
            return Ok(());
        }
        self.written.clear();
        self.written.extend(std::str::from_utf8(json)?.chars().filter_map(digit));
        if !self.phones.iter().any(|phone| self.written.contains(phone.as_str())) {
            return Ok(());
        }
        let state: Columns = serde_json::from_slice(json)?;
        for text in state.values().filter_map(Value::as_str) {
            for hit in (self.reader.private)(text, &[]).into_iter().filter_map(|span| text.get(span)) {
                if self.phones.contains(&digits(hit)) {
                    self.variants.insert(hit.to_owned());
                    self.touched.insert(one);
                }
            }
        }
        Ok(())
    }

    /// Names as others spell them, and what the inbox of claims keeps of phones.
    fn spelled_otherwise(&mut self, one: (&'static str, i64), json: &[u8]) -> anyhow::Result<()> {
        let text = std::str::from_utf8(json)?;
        for masked in self.masked.iter().filter(|masked| text.contains(masked.as_str())) {
            self.variants.insert(masked.clone());
            self.touched.insert(one);
        }
        if one.0 == PendingRow::KIND {
            for last in self.phones.iter().filter_map(|phone| phone.get(phone.len().checked_sub(4)?..)) {
                let quoted = [format!("“{last}”"), format!("\"{last}\""), format!("'{last}'")];
                for quoted in quoted
                    .into_iter()
                    .filter(|quoted| text.contains(Value::from(quoted.as_str()).to_string().trim_matches('"')))
                {
                    self.quoted.insert(quoted);
                    self.touched.insert(one);
                }
            }
        }
        plain_text(text, &mut self.written);
        if !self.names.iter().any(|name| name.is_in(&self.written)) {
            return Ok(());
        }
        let state: Columns = serde_json::from_slice(json)?;
        for (column, text) in state.iter().filter_map(|(column, value)| Some((column, value.as_str()?))) {
            // What names another record is that record's own.
            if naming(one.0).any(|(named, _)| named.name == column.as_str()) {
                continue;
            }
            for spelled in self.names.iter().flat_map(|name| name.spelled(text)) {
                self.variants.insert(spelled.to_owned());
                self.touched.insert(one);
            }
        }
        Ok(())
    }

    fn through_history(&mut self, session: &Session, kind: &'static str) -> anyhow::Result<()> {
        let sql = "SELECT record_id, before FROM revision WHERE kind = ?1 AND before IS NOT NULL ORDER BY id";
        let mut statement = session.prepare(sql)?;
        let mut rows = statement.query([kind])?;
        while let Some(row) = rows.next()? {
            self.at((kind, row.get(0)?), row.get_ref(1)?.as_str()?.as_bytes())?;
        }
        Ok(())
    }
}

/// The digits of a text, whatever is between them.
fn digits(text: &str) -> String {
    text.chars().filter_map(digit).collect()
}

fn digit(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => c,
        '０' | '零' | '〇' => '0',
        '１' | '一' => '1',
        '２' | '二' => '2',
        '３' | '三' => '3',
        '４' | '四' => '4',
        '５' | '五' => '5',
        '６' | '六' => '6',
        '７' | '七' => '7',
        '８' | '八' => '8',
        '９' | '九' => '9',
        _ => return None,
    })
}

/// The live records of a table.
struct Everybody<'a, 'l> {
    session: &'a Session,
    look: &'a mut Look<'l>,
}

impl ForKind for Everybody<'_, '_> {
    type Output = ();

    fn run<R: Record>(self) -> anyhow::Result<()> {
        let mut statement = self.session.prepare(R::ALL)?;
        let mut rows = statement.query([])?;
        let mut json = Vec::new();
        while let Some(row) = rows.next()? {
            let record = R::from_row(row)?;
            json.clear();
            record.write_json(&mut json)?;
            self.look.at((R::KIND, record.id()), &json)?;
        }
        Ok(())
    }
}
