//! One line of a record, that distinguishes it from others of any kind: what it is, its code, what it says, where it belongs, how
//! far it has come. Private values are masked.

use serde::Serialize;

use super::hits::Hit;
use super::{state_words, who, words_of};
use crate::desk::needs;
use crate::lang::{cmd as text, word};
use crate::model::phone::Phone;
use crate::model::words::{NeedKind, Progress, RecordKind};
use crate::output::{Cell, Sheet};
use crate::store::place::Places;
use crate::store::registration::{self, Whose};
use crate::store::{Session, figures, find};

/// A record in a line.
#[derive(Debug, Clone, Serialize)]
pub struct Brief {
    pub kind: &'static str,
    /// What names it on a command line.
    pub code: String,
    pub number: Option<i64>,
    /// A need's words, a name, a place's name, a claim's claimants and need.
    pub what: String,
    /// Whose wish it is, or the organisation that somebody belongs to.
    pub of: Option<String>,
    pub phone: Option<String>,
    pub place: Option<String>,
    /// Of a person or an organisation its class, of a place its level.
    pub state: &'static str,
    /// How far the claims of a need on the wall have come.
    pub progress: Option<&'static str>,
    /// Both for people.
    #[serde(skip)]
    state_word: String,
    /// Where the words of a search are: the code words of columns, or the headers of those that are not known.
    #[serde(rename = "in")]
    hits: Vec<String>,
    /// The same for people.
    #[serde(skip)]
    hit_headers: Vec<String>,
    #[serde(skip)]
    record: RecordKind,
}

/// The record of a kind with this id.
pub fn of(session: &Session, places: &Places, kind: RecordKind, id: i64) -> anyhow::Result<Brief> {
    match kind {
        RecordKind::Wishes | RecordKind::Projects => need(session, places, id),
        RecordKind::Members => member(session, places, id),
        RecordKind::Orgs => org(session, places, id),
        RecordKind::Outsiders => outsider(session, id),
        RecordKind::Claims => claim(session, places, id),
        RecordKind::Places => {
            let (what, place) = (places.name(id).to_owned(), Some(places.path(id)));
            let brief = Brief { what, place, ..blank(kind, places.path(id)) };
            let level = places.level(id).map(|level| (level.code(), word(level.zh(), level.code())));
            let (state, state_word) = level.unwrap_or_default();
            Ok(Brief { state, state_word, ..brief })
        }
    }
}

fn blank(kind: RecordKind, code: String) -> Brief {
    let (what, state_word) = (String::new(), String::new());
    let (hits, hit_headers) = (Vec::new(), Vec::new());
    Brief {
        kind: kind.one(),
        code,
        number: None,
        what,
        of: None,
        phone: None,
        place: None,
        state: "",
        progress: None,
        state_word,
        hits,
        hit_headers,
        record: kind,
    }
}

fn masked(phone: Option<&Phone>) -> Option<String> {
    phone.map(Phone::masked)
}

fn need(session: &Session, places: &Places, id: i64) -> anyhow::Result<Brief> {
    let need = find::need_by_id(session, id)?;
    let kind = match need.kind {
        NeedKind::Wish => RecordKind::Wishes,
        NeedKind::Project => RecordKind::Projects,
    };
    let progress = figures::progress_of(session, id)?;
    Ok(Brief {
        number: need.number,
        what: words_of(&need),
        of: need.wisher.clone().or_else(|| need.proposer.clone()),
        phone: masked(need.phone.as_ref()),
        place: Some(places.path(need.place_id)),
        state: need.state.code(),
        progress: progress.map(Progress::code),
        state_word: state_words(need.state, progress),
        ..blank(kind, need.code.to_string())
    })
}

fn member(session: &Session, places: &Places, id: i64) -> anyhow::Result<Brief> {
    let member = find::member_by_id(session, id)?;
    let org = member.org_id.map(|org| find::org_by_id(session, org)).transpose()?;
    let registered = registration::latest(session, Whose::Member(id))?;
    Ok(Brief {
        what: member.name,
        of: org.map(|org| org.name),
        phone: masked(member.phone.as_ref()),
        place: registered.map(|row| places.path(row.place_id)),
        state: member.class.code(),
        state_word: word(member.class.zh(), member.class.code()),
        ..blank(RecordKind::Members, member.code.to_string())
    })
}

fn org(session: &Session, places: &Places, id: i64) -> anyhow::Result<Brief> {
    let org = find::org_by_id(session, id)?;
    let registered = registration::latest(session, Whose::Org(id))?;
    Ok(Brief {
        what: org.name,
        of: org.contact,
        phone: masked(org.phone.as_ref()),
        place: registered.map(|row| places.path(row.place_id)),
        state: org.class.code(),
        state_word: word(org.class.zh(), org.class.code()),
        ..blank(RecordKind::Orgs, org.code.to_string())
    })
}

fn outsider(session: &Session, id: i64) -> anyhow::Result<Brief> {
    let outsider = find::outsider_by_id(session, id)?;
    Ok(Brief {
        what: outsider.name.clone(),
        phone: masked(outsider.phone.as_ref()),
        state: outsider.class.code(),
        state_word: word(outsider.class.zh(), outsider.class.code()),
        ..blank(RecordKind::Outsiders, outsider.name)
    })
}

fn claim(session: &Session, places: &Places, id: i64) -> anyhow::Result<Brief> {
    let claim = find::claim_by_id(session, id)?;
    let need = find::need_by_id(session, claim.need_id)?;
    Ok(Brief {
        number: need.number,
        what: needs::brief(session, &need)?,
        of: Some(who(session, id, claim.unnamed)?),
        place: Some(places.path(need.place_id)),
        state: claim.state.code(),
        state_word: word(claim.state.zh(), claim.state.code()),
        ..blank(RecordKind::Claims, claim.code.to_string())
    })
}

impl Brief {
    /// With the columns in which the words of a search are.
    pub fn with_hits(self, hits: Vec<Hit>) -> Brief {
        let (hits, hit_headers) = hits.into_iter().map(|hit| (hit.field, hit.header)).unzip();
        Brief { hits, hit_headers, ..self }
    }

    /// The record in a sentence: `微心愿 JH-W000001 一张书桌（伍艳，蟠虬社区）`.
    pub fn line(&self) -> String {
        let place = self.place.as_deref().and_then(|path| path.rsplit('/').next()).map(str::to_owned);
        let more: Vec<String> = [self.of.clone(), self.phone.clone(), place].into_iter().flatten().collect();
        let kind = word(self.record.zh(), self.record.code());
        let code = if self.code == self.what { String::new() } else { format!("{} ", self.code) };
        if more.is_empty() {
            format!("{kind} {code}{}", self.what)
        } else {
            text::record_line(kind, code, &self.what, more.join(crate::lang::comma()))
        }
    }
}

/// Records of any kind, a row each.
pub fn sheet(found: &[Brief], office: &str) -> Sheet {
    let mut sheet = Sheet::new(text::found_headers());
    for one in found {
        let place = one.place.as_deref().map(|path| crate::output::report::path_below(path, office).into_owned());
        sheet.rows.push(vec![
            Cell::word(one.record.zh(), one.record.code()),
            Cell::text_of(one.code.as_str()),
            one.number.map_or(Cell::Blank, |number| Cell::coded(text::number(number), number)),
            Cell::text_of(one.what.as_str()),
            Cell::from(one.of.clone()),
            Cell::from(one.phone.clone()),
            Cell::from(place),
            Cell::text_of(one.state_word.as_str()),
            Cell::text_of(one.hit_headers.join(crate::lang::comma())),
        ]);
    }
    sheet
}
