//! Looks up codes given on the command line, all of them before anything changes, so that an unknown one changes
//! nothing.

use crate::lang::cmd as text;
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::similar;
use crate::store::Session;
use crate::store::rows::{ClaimRow, NeedRow};
use crate::store::{claim, find};

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

/// The claim that a code means: the claim with this code, or the only claim that holds the need with this code. Where
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
    let need = need(session, code)?;
    let all = find::claims_of(session, need.id)?;
    let mut claims = Vec::new();
    for claim in all.iter().filter(|claim| claim.state.holds()) {
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
        [] => Err(stop(Exit::Refused, text::no_claim(&need.code))),
        several => {
            let mut candidates = Vec::new();
            for claim in several {
                candidates.push(format!("{}（{}）", claim.code, claim::party_names(session, claim.id)?));
            }
            Err(stop(Exit::Refused, text::several_claims(&need.code, candidates.join(crate::lang::comma()))))
        }
    }
}

fn unknown(session: &Session, code: &Code) -> anyhow::Result<anyhow::Error> {
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
