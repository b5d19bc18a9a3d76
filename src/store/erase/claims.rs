//! The claims that an erased person is behind: those on their wish, and those of an outsider. Their texts are as much
//! the person's as the wish is: where it was brought, who opened the door, who was called.

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde_json::Value;

use super::super::record::Record;
use super::super::rows::{ClaimRow, FormerPartyRow, KINDS, NeedRow, OutsiderRow, for_kind};
use super::traces::{self, Sharing};
use super::{Blank, Columns, How, Live, Person, Reader, Taken, columns};
use crate::model::fields::Privacy;
use crate::store::Session;
use crate::store::log::Change;

/// A claim behind which one of the persons is, and what its texts give away.
struct Behind<'p> {
    person: &'p Person<'p>,
    claim: i64,
    rows: Vec<(&'static str, i64)>,
    found: BTreeSet<String>,
}

/// Erases what the texts of the persons' claims give away, but for the names and numbers of people whom the office file
/// knows, and what the wish of somebody else has. What goes, and how many records had it.
pub(super) fn erase(
    change: &mut Change<'_>,
    persons: &[Person<'_>],
    reader: Reader,
) -> anyhow::Result<(Vec<Taken>, usize)> {
    let mut behind = Vec::new();
    for person in persons {
        for claim in claims_of(change.session(), person.own)? {
            let rows = rows_of(change.session(), claim)?;
            let mut found = BTreeSet::new();
            for row in &rows {
                found.extend(person.gathered.found_in(change.session(), *row, reader)?);
            }
            behind.push(Behind { person, claim, rows, found });
        }
    }
    let all: BTreeSet<String> = behind.iter().flat_map(|one| &one.found).cloned().collect();
    let mut known = BTreeSet::new();
    for kind in KINDS {
        known.extend(for_kind(kind, Sharing { session: change.session(), traces: &all })?.into_keys());
    }
    let (mut taken, mut records) = (Vec::new(), 0);
    for one in behind {
        let words = one.theirs(change.session(), &known, reader)?;
        for (kind, id) in one.rows {
            if !traces::has_any(change.session(), (kind, id), &words)? {
                continue;
            }
            let texts = for_kind(kind, Blank { change, id, how: How::Texts(&words) })?;
            records += 1;
            taken.extend(texts);
        }
    }
    Ok((taken, records))
}

impl Behind<'_> {
    /// Which of what was found goes: all but what is somebody else's. `known`: what names somebody in the office file.
    fn theirs(&self, session: &Session, known: &BTreeSet<String>, reader: Reader) -> anyhow::Result<Vec<String>> {
        let mut found: BTreeSet<String> = self.found.difference(known).cloned().collect();
        let need = need_of(session, self.claim)?;
        if !self.person.own.contains(&(NeedRow::KIND, need)) {
            let need: Columns = for_kind(NeedRow::KIND, Live { session, id: need })?.unwrap_or_default();
            let about = |word: &String| {
                let mut texts = columns(NeedRow::KIND).filter(|(_, def)| def.privacy == Privacy::Personal);
                texts.any(|(column, _)| {
                    need.get(column.name).and_then(Value::as_str).is_some_and(|text| text.contains(word.as_str()))
                })
            };
            found.retain(|word| !about(word));
        }
        found.extend(self.person.gathered.longest_first(reader));
        Ok(traces::longest_first(&found))
    }
}

/// The claims on the persons' wishes, and those that outsiders among them take part in, or took.
fn claims_of(session: &Session, own: &BTreeSet<(&'static str, i64)>) -> anyhow::Result<BTreeSet<i64>> {
    let of_need = "SELECT id FROM claim WHERE need_id = :id ORDER BY id";
    let of_outsider = "
        SELECT claim_id FROM claim_party WHERE outsider_id = :id
        UNION
        SELECT claim_id FROM former_party WHERE outsider_id = :id
        ORDER BY 1";
    let mut claims = BTreeSet::new();
    for (kind, id) in own {
        let sql = match *kind {
            NeedRow::KIND => of_need,
            OutsiderRow::KIND => of_outsider,
            _ => continue,
        };
        let mut statement = session.prepare_cached(sql)?;
        let rows = statement.query_map(named_params! {":id": id}, |row| row.get(0))?;
        for row in rows {
            claims.insert(row?);
        }
    }
    Ok(claims)
}

/// The claim, and what is kept of those who left it.
fn rows_of(session: &Session, claim: i64) -> anyhow::Result<Vec<(&'static str, i64)>> {
    let mut statement = session.prepare_cached("SELECT id FROM former_party WHERE claim_id = :claim ORDER BY id")?;
    let former = statement.query_map(named_params! {":claim": claim}, |row| row.get(0))?;
    let former: Vec<i64> = former.collect::<Result<_, _>>()?;
    let former = former.into_iter().map(|id| (FormerPartyRow::KIND, id));
    Ok([(ClaimRow::KIND, claim)].into_iter().chain(former).collect())
}

fn need_of(session: &Session, claim: i64) -> anyhow::Result<i64> {
    let sql = "SELECT need_id FROM claim WHERE id = :claim";
    Ok(session.query_row(sql, named_params! {":claim": claim}, |row| row.get(0))?)
}
