//! What is withheld from the wall, why, and what in its words is the reason: for whoever reviews it.

use super::wall::Judge;
use crate::model::words::NeedState;
use crate::store::rows::NeedRow;
use crate::store::{Session, pack};

/// A need that is withheld.
pub struct Case {
    pub need: NeedRow,
    pub reason: String,
    /// What the wall would say, the private words in 【】 and numbers masked.
    pub marked: String,
    /// Whether its words are the reason: consent is another one, which no other words mend.
    pub is_private: bool,
}

/// Why a need is withheld, if it is.
pub fn case(judge: &Judge, need: NeedRow) -> Option<Case> {
    let reason = judge.withheld(&need)?.reason;
    let is_private = judge.withheld(&NeedRow { wording_checked: true, ..need.clone() }).is_none();
    Some(Case { marked: judge.marked(&need), reason, is_private, need })
}

/// Every verified need that is withheld, and was never on the wall, in the order they came.
pub fn cases(judge: &Judge, session: &Session) -> anyhow::Result<Vec<Case>> {
    let mut cases = Vec::new();
    pack::each_need(session, |need| {
        if need.state == NeedState::Verified && need.number.is_none() {
            cases.extend(case(judge, need));
        }
        Ok(())
    })?;
    Ok(cases)
}
