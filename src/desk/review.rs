//! What is withheld from the wall, why, and what in its words is the reason: for whoever reviews it.

use super::wall::{public_text, withheld};
use crate::model::day::Day;
use crate::model::words::NeedState;
use crate::privacy::{self, scan};
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
pub fn case(need: NeedRow, today: Day) -> Option<Case> {
    let reason = withheld(&need, false, today)?;
    let (text, names) = (public_text(&need), need.wisher.as_deref());
    let is_private = withheld(&NeedRow { wording_checked: true, ..need.clone() }, false, today).is_none();
    Some(Case { marked: marked(&text, names.as_slice()), reason, is_private, need })
}

/// Every verified need that is withheld, and was never on the wall, in the order they came.
pub fn cases(session: &Session, today: Day) -> anyhow::Result<Vec<Case>> {
    let mut cases = Vec::new();
    pack::each_need(session, |need| {
        if need.state == NeedState::Verified && need.number.is_none() {
            cases.extend(case(need, today));
        }
        Ok(())
    })?;
    Ok(cases)
}

fn marked(text: &str, names: &[&str]) -> String {
    let (mut marked, mut end) = (String::with_capacity(text.len()), 0);
    for hit in scan(text, names) {
        let (Some(before), Some(words)) = (text.get(end..hit.span.start), text.get(hit.span.clone())) else { continue };
        marked.push_str(before);
        marked.push_str(&format!("【{}】", privacy::mask_text(words)));
        end = hit.span.end;
    }
    marked.push_str(text.get(end..).unwrap_or_default());
    marked
}
