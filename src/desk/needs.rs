//! Looks up codes given on the command line, all of them before anything changes, so that an unknown one changes
//! nothing.

use crate::lang::cmd as text;
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::model::words::Progress;
use crate::store::rows::{ClaimRow, NeedRow};
use crate::store::{Session, claim, figures, find, place};
use crate::{privacy, similar};

/// The needs of the codes given, each once. Errors: an unknown code, with similar ones (exit 3).
pub fn needs(session: &Session, codes: &[Code]) -> anyhow::Result<Vec<NeedRow>> {
    let mut needs: Vec<NeedRow> = Vec::with_capacity(codes.len());
    for code in codes {
        let need = need(session, code)?;
        if !needs.iter().any(|found| found.id == need.id) {
            needs.push(need);
        }
    }
    Ok(needs)
}

pub fn need(session: &Session, code: &Code) -> anyhow::Result<NeedRow> {
    match find::need(session, code)? {
        Some(need) => Ok(need),
        None => Err(unknown(session, code)?),
    }
}

/// Which needs are looked for first where words are given instead of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// Those that can still be claimed.
    ToClaim,
    /// Those that somebody holds.
    Claimed,
}

/// What a word on a command line of `claim` means.
#[derive(Debug)]
pub enum Meant {
    One(Box<NeedRow>),
    Several(Vec<NeedRow>),
    Nothing,
}

/// The need that people mean: by its code, public code or wall number, with or without 号, or by words of its text.
pub fn resolve(session: &Session, code: &Code, among: Among) -> anyhow::Result<Meant> {
    let one = |need: NeedRow| Ok(Meant::One(Box::new(need)));
    let by_number = code.bare_number().map(|number| find::need_by_number(session, number)).transpose()?.flatten();
    match (find::need(session, code)?, by_number) {
        // A list's own code that is another wish's number: on the wall only the number is known.
        (Some(coded), Some(numbered)) if coded.id != numbered.id => match coded.number {
            Some(_) => Ok(Meant::Several(vec![coded, numbered])),
            None => one(numbered),
        },
        (Some(need), _) | (None, Some(need)) => one(need),
        (None, None) => by_words(session, code.as_str(), among),
    }
}

fn by_words(session: &Session, words: &str, among: Among) -> anyhow::Result<Meant> {
    let mut words = words.split_whitespace();
    let Some(first) = words.next().filter(|word| word.chars().any(char::is_alphabetic)) else {
        return Ok(Meant::Nothing);
    };
    let more: Vec<&str> = words.collect();
    let (mut fits, mut others) = (Vec::new(), Vec::new());
    for need in find::needs_with_word(session, first)? {
        let text =
            format!("{} {} {}", text_of(&need), need.content.as_deref().unwrap_or_default(), place(session, &need)?);
        if !more.iter().all(|word| text.contains(word)) {
            continue;
        }
        let is_wanted = match (among, figures::progress_of(session, need.id)?) {
            (Among::ToClaim, Some(Progress::Open | Progress::PartlyClaimed)) => true,
            (Among::ToClaim, _) | (Among::Claimed, Some(Progress::Open)) => false,
            (Among::Claimed, _) => true,
        };
        if is_wanted { fits.push(need) } else { others.push(need) }
    }
    let mut found = if fits.is_empty() { others } else { fits };
    Ok(match found.len() {
        0 => Meant::Nothing,
        1 => found.pop().map_or(Meant::Nothing, |need| Meant::One(Box::new(need))),
        _ => Meant::Several(found),
    })
}

/// The codes as the log has them: what people typed instead of one is the need's own code.
pub fn as_logged(session: &Session, codes: &[Code], among: Among) -> anyhow::Result<Vec<Code>> {
    let logged = |code: &Code| {
        let need = one_named(session, code, among)?;
        let is_code = find::need(session, code)?.is_some_and(|coded| coded.id == need.id);
        Ok(if is_code { code.clone() } else { need.code })
    };
    codes.iter().map(logged).collect()
}

/// So many needs are named of those that words may mean.
const MOST: usize = 8;

fn one_named(session: &Session, code: &Code, among: Among) -> anyhow::Result<NeedRow> {
    match resolve(session, code, among)? {
        Meant::One(need) => Ok(*need),
        Meant::Nothing => Err(unknown(session, code)?),
        Meant::Several(several) => {
            let briefs =
                several.iter().take(MOST).map(|need| brief(session, need)).collect::<anyhow::Result<Vec<_>>>()?;
            let listed = briefs.join(crate::lang::semicolon());
            Err(stop(Exit::Refused, text::several_needs(code, several.len(), listed)))
        }
    }
}

/// How people speak of a need: `6号 轮椅 蟠虬社区`.
pub fn brief(session: &Session, need: &NeedRow) -> anyhow::Result<String> {
    let number = need.number.map_or_else(|| need.code.to_string(), text::number);
    Ok(format!("{number} {} {}", short(need), place(session, need)?))
}

/// So many characters of a need's text distinguish it from others.
const SHORT: usize = 12;

/// The same for whoever only types a command, with all that may identify anybody masked.
pub fn short_private(need: &NeedRow) -> String {
    first_line(need).chars().take(SHORT).collect()
}

/// The beginning of a need's text, with what may identify anybody masked.
pub fn short(need: &NeedRow) -> String {
    let text = first_line(need);
    let mut short: String = text.chars().take(SHORT).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Masked as on the wall, where the wisher's own name is looked for too.
fn first_line(need: &NeedRow) -> String {
    let own: Vec<&str> = need.wisher.as_deref().into_iter().collect();
    privacy::mask_private(text_of(need).lines().next().unwrap_or_default(), &own)
}

fn text_of(need: &NeedRow) -> &str {
    need.wording.as_deref().or(need.title.as_deref()).or(need.content.as_deref()).unwrap_or_default()
}

/// The name of a need's place, without what is above it.
pub fn place(session: &Session, need: &NeedRow) -> anyhow::Result<String> {
    let path = place::path_of(session, need.place_id)?;
    Ok(path.rsplit('/').next().unwrap_or_default().to_owned())
}

/// The claim that a code means: the claim with this code, or the only claim that holds the need that is meant. Where
/// several do, the claim's own code or `by` is needed. With `ended`, a released or revoked claim is found too.
pub fn claim_of(
    session: &Session,
    code: &Code,
    fits: impl Fn(&ClaimRow) -> anyhow::Result<bool>,
    ended: bool,
) -> anyhow::Result<ClaimRow> {
    if let Some(claim) = find::claim(session, code)? {
        return Ok(claim);
    }
    let need = one_named(session, code, Among::Claimed)?;
    let all = find::claims_of(session, need.id)?;
    let mut claims = Vec::new();
    for claim in all.iter().filter(|claim| claim.holds_need()) {
        if fits(claim)? {
            claims.push(claim.clone());
        }
    }
    if claims.is_empty() && ended {
        // Released or revoked before: asking again is "already done".
        for claim in all.iter().rev() {
            if fits(claim)? {
                return Ok(claim.clone());
            }
        }
    }
    match claims.as_slice() {
        [one] => Ok(one.clone()),
        [] => {
            let held = all.iter().filter(|claim| claim.holds_need());
            let names = held.map(|claim| claim::party_names(session, claim.id)).collect::<anyhow::Result<Vec<_>>>()?;
            let need = brief(session, &need)?;
            Err(stop(
                Exit::Refused,
                if names.is_empty() { text::no_claim(need) } else { text::no_claim_of_those(need, names.join("；")) },
            ))
        }
        several => {
            let mut candidates = Vec::new();
            for claim in several {
                candidates.push(format!("{}（{}）", claim.code, claim::party_names(session, claim.id)?));
            }
            Err(stop(Exit::Refused, text::several_claims(&need.code, candidates.join(crate::lang::comma()))))
        }
    }
}

/// The error of a code that nothing has, with similar ones.
pub fn unknown(session: &Session, code: &Code) -> anyhow::Result<anyhow::Error> {
    let codes = find::need_codes(session)?;
    let near = similar::near(code.as_str(), codes.iter().map(String::as_str), 3).join(crate::lang::comma());
    Ok(stop(Exit::Refused, text::unknown_code(code, text::near(&near))))
}

/// The table and id of the record with this code, of any kind. Errors: an unknown code (exit 3).
pub fn record(session: &Session, code: &Code) -> anyhow::Result<(&'static str, i64)> {
    match find::record(session, code)? {
        Some(record) => Ok(record),
        None => Err(unknown(session, code)?),
    }
}
