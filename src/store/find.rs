//! Records by what a person types: a code, a public code, a wall number, a name.

use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash, Hasher};

use rusqlite::{OptionalExtension, named_params};

use crate::model::code::Code;
use crate::model::folding::{folded, same};
use crate::model::phone::Phone;
use crate::model::words::NeedKind;
use crate::store::Session;

use super::record::Record;
use super::rows::{ClaimRow, MemberRow, NeedRow, OrgRow, OutsiderRow};
use super::spelling::in_any_spelling;

/// A need by its code, public code or wall number.
pub fn need(session: &Session, code: &Code) -> anyhow::Result<Option<NeedRow>> {
    let by_code = "SELECT id FROM need WHERE code = :code";
    let by_public_code = "SELECT id FROM need WHERE public_code = :code";
    for sql in [by_code, by_public_code] {
        let id: Option<i64> =
            session.prepare_cached(sql)?.query_row(named_params! {":code": code}, |row| row.get(0)).optional()?;
        if let Some(id) = id {
            return need_by_id(session, id).map(Some);
        }
    }
    code.wall_number().map_or(Ok(None), |number| need_by_number(session, number))
}

/// The need with this number on the wall.
pub fn need_by_number(session: &Session, number: i64) -> anyhow::Result<Option<NeedRow>> {
    let sql = "SELECT id FROM need WHERE number = :number";
    let id: Option<i64> =
        session.prepare_cached(sql)?.query_row(named_params! {":number": number}, |row| row.get(0)).optional()?;
    id.map(|id| need_by_id(session, id)).transpose()
}

/// The needs on the wall whose text contains a word, as the list has it or as the wall shows it.
pub fn needs_with_word(session: &Session, word: &str) -> anyhow::Result<Vec<NeedRow>> {
    let sql = "
        SELECT need.id
        FROM need
        JOIN need_states ON need_states.state = need.state AND need_states.on_wall
        WHERE need.state <> 'collected'
          AND (instr(need.content, :word) OR instr(need.title, :word) OR instr(need.wording, :word))
        ORDER BY need.number, need.id";
    let mut statement = session.prepare_cached(sql)?;
    let ids: Vec<i64> =
        statement.query_map(named_params! {":word": word}, |row| row.get(0))?.collect::<Result<_, _>>()?;
    ids.into_iter().map(|id| need_by_id(session, id)).collect()
}

pub fn need_by_id(session: &Session, id: i64) -> anyhow::Result<NeedRow> {
    Ok(session.prepare_cached(NeedRow::SELECT)?.query_row(named_params! {":id": id}, NeedRow::from_row)?)
}

/// Needs by content (or a project's title) and wisher, for lists without codes: read once, asked per row.
#[derive(Debug)]
pub struct ByContent {
    ids: HashMap<u64, Vec<i64>>,
}

impl ByContent {
    pub fn load(session: &Session) -> anyhow::Result<ByContent> {
        let sql = "SELECT id, coalesce(title, content), coalesce(wisher, proposer), content FROM need ORDER BY id";
        let mut statement = session.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut ids: HashMap<u64, Vec<i64>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let who = row.get_ref(2)?.as_str_or_null()?.unwrap_or_default();
            for column in [1, 3] {
                let Some(content) = row.get_ref(column)?.as_str_or_null()? else { continue };
                push_once(ids.entry(fingerprint(content, Some(&folded(who)))).or_default(), id);
                push_once(ids.entry(fingerprint(content, None)).or_default(), id);
            }
        }
        Ok(ByContent { ids })
    }

    /// The needs that fit; compared in full.
    pub fn find(&self, session: &Session, content: &str, wisher: Option<&str>) -> anyhow::Result<Vec<NeedRow>> {
        let wisher = wisher.map(folded);
        let ids = self.ids.get(&fingerprint(content, wisher.as_deref())).map_or(&[][..], Vec::as_slice);
        let mut fits = Vec::new();
        for id in ids {
            let row = need_by_id(session, *id)?;
            let has_text = row.content.as_deref() == Some(content) || row.title.as_deref() == Some(content);
            let who = row.wisher.as_deref().or(row.proposer.as_deref());
            if has_text && (wisher.is_none() || who.map(folded) == wisher) {
                fits.push(row);
            }
        }
        Ok(fits)
    }
}

fn fingerprint(content: &str, wisher: Option<&str>) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    (content, wisher).hash(&mut hasher);
    hasher.finish()
}

pub fn claim(session: &Session, code: &Code) -> anyhow::Result<Option<ClaimRow>> {
    let sql = "SELECT id FROM claim WHERE code = :code";
    let id: Option<i64> =
        session.prepare_cached(sql)?.query_row(named_params! {":code": code}, |row| row.get(0)).optional()?;
    id.map(|id| claim_by_id(session, id)).transpose()
}

/// A claim by its id; `None` where it was taken back.
pub fn claim_if_there(session: &Session, id: i64) -> anyhow::Result<Option<ClaimRow>> {
    Ok(session.prepare_cached(ClaimRow::SELECT)?.query_row(named_params! {":id": id}, ClaimRow::from_row).optional()?)
}

pub fn claim_by_id(session: &Session, id: i64) -> anyhow::Result<ClaimRow> {
    Ok(session.prepare_cached(ClaimRow::SELECT)?.query_row(named_params! {":id": id}, ClaimRow::from_row)?)
}

pub fn claims_of(session: &Session, need: i64) -> anyhow::Result<Vec<ClaimRow>> {
    let sql = "SELECT id FROM claim WHERE need_id = :need ORDER BY id";
    let mut statement = session.prepare_cached(sql)?;
    let ids: Vec<i64> =
        statement.query_map(named_params! {":need": need}, |row| row.get(0))?.collect::<Result<_, _>>()?;
    ids.into_iter().map(|id| claim_by_id(session, id)).collect()
}

pub fn member_by_id(session: &Session, id: i64) -> anyhow::Result<MemberRow> {
    Ok(session.prepare_cached(MemberRow::SELECT)?.query_row(named_params! {":id": id}, MemberRow::from_row)?)
}

pub fn member_by_code(session: &Session, code: &str) -> anyhow::Result<Option<MemberRow>> {
    member_id_by_code(session, code)?.map(|id| member_by_id(session, id)).transpose()
}

pub fn member_id_by_code(session: &Session, code: &str) -> anyhow::Result<Option<i64>> {
    let sql = "SELECT id FROM member WHERE code = :code";
    Ok(session.prepare_cached(sql)?.query_row(named_params! {":code": code}, |row| row.get(0)).optional()?)
}

pub fn members_by_name(session: &Session, name: &str) -> anyhow::Result<Vec<MemberRow>> {
    let sql = "SELECT id FROM member WHERE name = :name ORDER BY id";
    in_any_spelling(session, name, |name| {
        let mut statement = session.prepare_cached(sql)?;
        let ids: Vec<i64> =
            statement.query_map(named_params! {":name": name}, |row| row.get(0))?.collect::<Result<_, _>>()?;
        ids.into_iter().map(|id| member_by_id(session, id)).collect()
    })
}

/// The members whose phone this is. No index is kept for it: people are mostly known by their names.
pub fn members_by_phone(session: &Session, phone: &Phone) -> anyhow::Result<Vec<MemberRow>> {
    let sql = "SELECT id FROM member WHERE phone = :phone ORDER BY id";
    let mut statement = session.prepare_cached(sql)?;
    let ids: Vec<i64> =
        statement.query_map(named_params! {":phone": phone}, |row| row.get(0))?.collect::<Result<_, _>>()?;
    ids.into_iter().map(|id| member_by_id(session, id)).collect()
}

/// The organisations and outsiders whose phone this is.
pub fn others_by_phone(session: &Session, phone: &Phone) -> anyhow::Result<(Vec<i64>, Vec<i64>)> {
    let ids = |sql: &str| -> anyhow::Result<Vec<i64>> {
        let mut statement = session.prepare_cached(sql)?;
        let rows = statement.query_map(named_params! {":phone": phone}, |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    };
    let orgs = ids("SELECT id FROM org WHERE phone = :phone ORDER BY id")?;
    Ok((orgs, ids("SELECT id FROM outsider WHERE phone = :phone ORDER BY id")?))
}

/// Calls `each` with every member's name, for suggesting similar ones.
pub fn member_names(session: &Session) -> anyhow::Result<Vec<String>> {
    let mut statement = session.prepare("SELECT DISTINCT name FROM member ORDER BY name")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The codes of all needs, or of all claims, for suggesting similar ones.
pub fn need_codes(session: &Session) -> anyhow::Result<Vec<String>> {
    let mut statement = session.prepare("SELECT code FROM need ORDER BY code")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub fn org_by_id(session: &Session, id: i64) -> anyhow::Result<OrgRow> {
    Ok(session.prepare_cached(OrgRow::SELECT)?.query_row(named_params! {":id": id}, OrgRow::from_row)?)
}

pub fn outsider_by_id(session: &Session, id: i64) -> anyhow::Result<OutsiderRow> {
    Ok(session.prepare_cached(OutsiderRow::SELECT)?.query_row(named_params! {":id": id}, OutsiderRow::from_row)?)
}

pub fn outsider_by_name(session: &Session, name: &str) -> anyhow::Result<Option<OutsiderRow>> {
    // Exactly so, else as names are compared: the table is small.
    let mut statement = session.prepare_cached("SELECT id, name FROM outsider ORDER BY name <> :name, id")?;
    let mut rows = statement.query(named_params! {":name": name})?;
    while let Some(row) = rows.next()? {
        if same(row.get_ref(1)?.as_str()?, name) {
            return outsider_by_id(session, row.get(0)?).map(Some);
        }
    }
    Ok(None)
}

/// Every organisation by code, full name and alias, held in memory: a city has some 3,200.
#[derive(Debug, Default)]
pub struct Orgs {
    by_code: HashMap<String, i64>,
    by_name: HashMap<String, Vec<i64>>,
    by_alias: HashMap<String, Vec<i64>>,
    names: HashMap<i64, String>,
    /// Full names and aliases as they are written.
    words: BTreeSet<String>,
}

impl Orgs {
    pub fn load(session: &Session) -> anyhow::Result<Orgs> {
        let mut orgs = Orgs::default();
        let mut statement = session.prepare("SELECT id, code, name, short_name FROM org ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, code, name): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let short_name: Option<String> = row.get(3)?;
            orgs.hold(id, &code, &name, short_name.as_deref());
        }
        let mut statement = session.prepare("SELECT org_id, alias FROM org_alias ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let alias: String = row.get(1)?;
            orgs.by_alias.entry(folded(&alias).into_owned()).or_default().push(row.get(0)?);
            orgs.words.insert(alias);
        }
        Ok(orgs)
    }

    pub fn hold(&mut self, id: i64, code: &str, name: &str, short_name: Option<&str>) {
        self.by_code.insert(code.to_owned(), id);
        push_once(self.by_name.entry(folded(name).into_owned()).or_default(), id);
        self.words.insert(name.to_owned());
        if let Some(short_name) = short_name {
            push_once(self.by_alias.entry(folded(short_name).into_owned()).or_default(), id);
            self.words.insert(short_name.to_owned());
        }
        self.names.insert(id, name.to_owned());
    }

    /// The organisations that a word means: by code, else by full name, else by alias. Several are never guessed
    /// between.
    pub fn named(&self, word: &str) -> &[i64] {
        if let Some(id) = self.by_code.get(word) {
            return std::slice::from_ref(id);
        }
        let word: &str = &folded(word);
        self.by_name.get(word).or_else(|| self.by_alias.get(word)).map_or(&[], Vec::as_slice)
    }

    /// Every organisation of which a word is the full name, the short name or an alias.
    pub fn any_named(&self, word: &str) -> Vec<i64> {
        let word: &str = &folded(word);
        let found = [self.by_name.get(word), self.by_alias.get(word)];
        found.into_iter().flatten().flatten().copied().collect()
    }

    pub fn by_code(&self, code: &str) -> Option<i64> {
        self.by_code.get(code).copied()
    }

    pub fn name(&self, id: i64) -> &str {
        self.names.get(&id).map_or("", String::as_str)
    }

    /// Id, code and full name of every organisation, in the order of their ids.
    pub fn all(&self) -> Vec<(i64, &str, &str)> {
        let mut all: Vec<_> = self.by_code.iter().map(|(code, id)| (*id, code.as_str(), self.name(*id))).collect();
        all.sort_unstable();
        all
    }

    /// The organisations one of whose names contains the word, in the order of their ids.
    pub fn containing(&self, word: &str) -> Vec<i64> {
        let named = self.by_name.iter().chain(&self.by_alias);
        let mut ids: Vec<i64> =
            named.filter(|(name, _)| name.contains(word)).flat_map(|(_, ids)| ids.iter().copied()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Full names and aliases, for suggesting similar ones.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }
}

fn push_once(ids: &mut Vec<i64>, id: i64) {
    if !ids.contains(&id) {
        ids.push(id);
    }
}

pub fn need_letter(kind: NeedKind) -> char {
    match kind {
        NeedKind::Wish => 'W',
        NeedKind::Project => 'P',
    }
}

/// The table and id of the record that a code means: a need, a claim, a member or an organisation.
pub fn record(session: &Session, code: &Code) -> anyhow::Result<Option<(&'static str, i64)>> {
    if let Some(need) = need(session, code)? {
        return Ok(Some((NeedRow::KIND, need.id)));
    }
    if let Some(claim) = claim(session, code)? {
        return Ok(Some((ClaimRow::KIND, claim.id)));
    }
    if let Some(member) = member_by_code(session, code.as_str())? {
        return Ok(Some((MemberRow::KIND, member.id)));
    }
    let sql = "SELECT id FROM org WHERE code = :code";
    let org: Option<i64> =
        session.prepare_cached(sql)?.query_row(named_params! {":code": code}, |row| row.get(0)).optional()?;
    Ok(org.map(|id| (OrgRow::KIND, id)))
}
