//! Which records `list`, `find` and `show` mean: one question a kind, whose parameters ask nothing where they are NULL.
//! Words are looked for as texts are compared (model::folding), all of them in one record; four digits are the last of
//! a phone, a code and a wall number are whole.

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use rusqlite::{Params, named_params};

use crate::model::day::Day;
use crate::model::fields::Table;
use crate::model::folding::{folded, is_plain};
use crate::model::id_number::IdNumber;
use crate::model::text::hex;
use crate::model::words::{ClaimState, NeedKind, NeedState, Order, Progress};
use crate::store::Session;

use super::claimant::Party;
use super::id_digest::IdDigests;

/// What is asked for; what is `None` or empty asks nothing.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub words: Words,
    /// Words may all be of what a record is part of, as its place or its unit; else one at least is its own.
    pub by_context: bool,
    pub place: Option<i64>,
    pub by: Option<Party>,
    /// Needs: the day they were collected; members and organisations: registered; claims: claimed.
    pub since: Option<Day>,
    /// Needs on the wall that nobody holds; claimants who hold nothing.
    pub unclaimed: bool,
    pub order: Option<Order>,
}

/// The state of needs that are asked for: their own, or how far their claims have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    State(NeedState),
    Progress(Progress),
}

/// Words that a record must have, all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(Vec<Word>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    typed: String,
    /// As it is compared, letters in lower case.
    folded: String,
    /// Of a phone: four digits or more.
    digits: Option<String>,
    /// Of a phone as lists mask it: the digits before the stars, and those behind them.
    masked: Option<(String, String)>,
    /// As a wall number is written among the codes: `3号` of `#3`.
    code: String,
    /// Of an ID number: the digests that stand for it, as the question has them among the codes.
    digests: Vec<String>,
}

impl Words {
    /// The words of a text, which blanks separate.
    pub fn of(text: &str) -> Words {
        Words(text.split_whitespace().map(Word::of).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one of them is in a text.
    pub fn are_in(&self, text: &str) -> bool {
        self.0.iter().any(|word| word.is_in(text))
    }

    /// Whether one of them is a code.
    pub fn are_code(&self, code: &str) -> bool {
        self.0.iter().any(|word| word.is_code(code))
    }

    /// Whether one of them is the end of a phone.
    pub fn are_phone(&self, phone: &str) -> bool {
        self.0.iter().any(|word| word.is_phone(phone))
    }

    /// Whether one of them is a whole ID number, which is compared by its digest.
    pub fn are_id(&self) -> bool {
        self.0.iter().any(|word| word.typed.parse::<IdNumber>().is_ok())
    }

    /// With the digests of those that are ID numbers: nothing else is kept of an ID number.
    fn with_digests(mut self, session: &Session) -> anyhow::Result<Words> {
        for word in &mut self.0 {
            if let Ok(id) = word.typed.parse::<IdNumber>() {
                let digests = IdDigests::load(session)?.both(&id);
                word.digests = digests.iter().map(|digest| format!("id:{}", hex(digest))).collect();
            }
        }
        Ok(self)
    }
}

impl Word {
    fn of(typed: &str) -> Word {
        let folded = lower(&folded(typed));
        let is_number = !folded.is_empty() && folded.bytes().all(|byte| byte.is_ascii_digit());
        let digits = (is_number && folded.len() >= LAST_DIGITS).then(|| folded.clone());
        let number = folded.strip_prefix('#').filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
        let code = number.map_or_else(|| folded.clone(), |number| format!("{number}号"));
        let masked = masked_phone(&folded);
        Word { typed: typed.to_owned(), folded, digits, masked, code, digests: Vec::new() }
    }

    fn is_phone(&self, phone: &str) -> bool {
        let is_end = self.digits.as_ref().is_some_and(|digits| ends_with_digits(phone, digits));
        is_end
            || self.masked.as_ref().is_some_and(|(first, last)| {
                let own = digits_of(phone);
                own.len() > first.len() + last.len() && own.starts_with(first.as_str()) && own.ends_with(last.as_str())
            })
    }

    fn fits(&self, phones: &str, codes: &str, texts: &[&str]) -> bool {
        phones.lines().any(|phone| self.is_phone(phone))
            || codes.lines().any(|code| self.is_code(code))
            || texts.iter().any(|text| self.is_in(text))
    }

    fn is_code(&self, code: &str) -> bool {
        code.eq_ignore_ascii_case(&self.code)
            || lower(&folded(code)) == self.code
            || self.digests.iter().any(|digest| digest == code)
    }

    fn is_in(&self, text: &str) -> bool {
        if text.contains(&self.typed) {
            return true;
        }
        if text.chars().all(is_ordinary) {
            return text.contains(&self.folded);
        }
        lower(&folded(text)).contains(&self.folded)
    }
}

/// So many digits at the end of a phone identify it.
const LAST_DIGITS: usize = 4;

fn ends_with_digits(phone: &str, digits: &str) -> bool {
    digits_of(phone).ends_with(digits)
}

fn digits_of(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}

/// The digits that a masked phone shows: 199****0027, 020-****0027.
fn masked_phone(word: &str) -> Option<(String, String)> {
    let (first, rest) = word.split_once("**")?;
    let last = rest.trim_start_matches('*');
    let is_part = |part: &str| part.chars().all(|c| c.is_ascii_digit() || c == '-');
    let (first, last) = (is_part(first) && is_part(last)).then(|| (digits_of(first), digits_of(last)))?;
    (last.len() >= LAST_DIGITS).then_some((first, last))
}

fn lower(text: &str) -> String {
    text.to_ascii_lowercase()
}

/// Characters that folding leaves as they are, or that no word is looked for by.
fn is_ordinary(c: char) -> bool {
    (is_plain(c) && !c.is_ascii_uppercase())
        || matches!(c, '，' | '。' | '、' | '；' | '！' | '？' | '《' | '》' | '“' | '”')
}

/// The needs of a kind that fit.
pub fn needs(
    session: &Session,
    kind: NeedKind,
    standing: Option<Standing>,
    wanted: &Wanted,
) -> anyhow::Result<Vec<i64>> {
    let (state, progress) = match standing {
        Some(Standing::State(state)) => (Some(state), None),
        Some(Standing::Progress(progress)) => (None, Some(progress)),
        None => (None, None),
    };
    let (member, org, outsider) = wanted.party();
    let params = named_params! {
        ":kind": kind, ":state": state, ":progress": progress, ":place": wanted.place, ":since": wanted.since,
        ":member": member, ":org": org, ":outsider": outsider, ":unclaimed": wanted.unclaimed,
        ":order": wanted.order(), ":searching": wanted.is_searching(),
    };
    ids(session, &searching(include_str!("needs.sql"), "need"), wanted, params)
}

/// The members that fit; `today` decides where they are registered.
pub fn members(session: &Session, wanted: &Wanted, today: Day) -> anyhow::Result<Vec<i64>> {
    claimants(session, &searching(include_str!("members.sql"), "member"), wanted, today)
}

/// The organisations that fit; `today` decides where they are registered.
pub fn orgs(session: &Session, wanted: &Wanted, today: Day) -> anyhow::Result<Vec<i64>> {
    claimants(session, &searching(include_str!("orgs.sql"), "org"), wanted, today)
}

fn claimants(session: &Session, sql: &str, wanted: &Wanted, today: Day) -> anyhow::Result<Vec<i64>> {
    let params = named_params! {
        ":place": wanted.place, ":since": wanted.since, ":unclaimed": wanted.unclaimed, ":today": today,
        ":order": wanted.order(), ":searching": wanted.is_searching(),
    };
    ids(session, sql, wanted, params)
}

/// The outsiders that fit.
pub fn outsiders(session: &Session, wanted: &Wanted) -> anyhow::Result<Vec<i64>> {
    let params = named_params! {
        ":unclaimed": wanted.unclaimed, ":order": wanted.order(), ":searching": wanted.is_searching(),
    };
    ids(session, &searching(include_str!("outsiders.sql"), "outsider"), wanted, params)
}

/// The claims that fit.
pub fn claims(session: &Session, state: Option<ClaimState>, wanted: &Wanted) -> anyhow::Result<Vec<i64>> {
    let (member, org, outsider) = wanted.party();
    let params = named_params! {
        ":state": state, ":place": wanted.place, ":since": wanted.since, ":member": member, ":org": org,
        ":outsider": outsider, ":searching": wanted.is_searching(), ":order": wanted.order(),
    };
    ids(session, &searching(include_str!("claims.sql"), "claim"), wanted, params)
}

/// The places that fit.
pub fn places(session: &Session, wanted: &Wanted) -> anyhow::Result<Vec<i64>> {
    let params = named_params! {
        ":place": wanted.place, ":order": wanted.order(), ":searching": wanted.is_searching(),
    };
    ids(session, include_str!("places.sql"), wanted, params)
}

impl Wanted {
    fn party(&self) -> (Option<i64>, Option<i64>, Option<i64>) {
        self.by.map_or((None, None, None), super::claimant::columns)
    }

    fn is_searching(&self) -> bool {
        !self.words.is_empty()
    }

    fn order(&self) -> Option<&'static str> {
        self.order.map(Order::code)
    }
}

/// A question with the columns of its table in which words are looked for, as the registry of fields has them.
fn searching(sql: &str, table: &str) -> String {
    let mut texts = String::new();
    for (column, _) in Table::named(table).into_iter().flat_map(Table::columns).filter(|(_, def)| def.searched) {
        texts.extend([", ", table, ".", column.name]);
    }
    sql.replace("/* searched texts */", &texts)
}

fn ids(session: &Session, sql: &str, wanted: &Wanted, params: impl Params) -> anyhow::Result<Vec<i64>> {
    let (words, by_context) = (wanted.words.clone().with_digests(session)?, wanted.by_context);
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    session
        .connection()
        .create_scalar_function("record_fits", -1, flags, move |context| fits(&words, by_context, context))?;
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(params, |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// `record_fits(phones, codes, context, text, …)`: whether the record has every word, and one at least that is its own.
/// Several phones, codes or names are lines.
fn fits(words: &Words, by_context: bool, context: &Context<'_>) -> rusqlite::Result<bool> {
    if words.is_empty() {
        return Ok(true);
    }
    let mut values = Vec::with_capacity(context.len());
    for at in 0..context.len() {
        values.push(match context.get_raw(at) {
            ValueRef::Null => "",
            value => value.as_str()?,
        });
    }
    let [phones, codes, around, texts @ ..] = values.as_slice() else { return Ok(false) };
    let mut has_own = by_context;
    for word in &words.0 {
        let is_own = word.fits(phones, codes, texts);
        if !is_own && !word.is_in(around) {
            return Ok(false);
        }
        has_own |= is_own;
    }
    Ok(has_own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(words: &str, phones: &str, codes: &str, text: &str) -> bool {
        Words::of(words).0.iter().all(|word| word.fits(phones, codes, &[text]))
    }

    #[test]
    fn words_are_found_as_texts_are_compared() {
        assert!(fits("买买提•吐尔逊", "", "", "买买提·吐尔逊"));
        assert!(fits("高建国", "", "", "⾼建国"));
        assert!(fits("wifi", "", "", "安装 WiFi，一台"));
        assert!(fits("书桌 台灯", "", "", "台灯、书桌各一"));
        assert!(!fits("书桌 轮椅", "", "", "台灯、书桌各一"));
    }

    #[test]
    fn four_digits_are_the_last_of_a_phone_and_codes_are_whole() {
        assert!(fits("0027", "19900000027", "", "") && fits("19900000027", "19900000027", "", ""));
        assert!(fits("199****0027", "19900000027", "", "") && fits("020-****0027", "020-81230027", "", ""));
        assert!(!fits("199****0028", "19900000027", "", "") && !fits("199****", "19900000027", "", ""));
        assert!(!fits("9900", "19900000027", "", "") && !fits("027", "19900000027", "", ""));
        assert!(fits("jh-w000001", "", "JH-W000001\n3号", "") && fits("#3", "", "JH-W000001\n3号", ""));
        assert!(fits("３号", "", "JH-W000001\n3号", "") && !fits("JH-W00000", "", "JH-W000001", ""));
    }
}
