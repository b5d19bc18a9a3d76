//! A row of a returned list becomes a decision on a need. Knows fields and words, nothing of the need.

use super::reading::Reading;
use super::row::Plan;
use crate::model::code::Code;
use crate::model::draft::{DecisionDraft, Value};
use crate::model::fields::Field;
use crate::model::words::Decision;

/// The decision, where its code and outcome could be read. A need on which nothing is decided yet is no fault.
pub fn decision(plan: &Plan, reading: &mut Reading<'_>) -> Option<DecisionDraft> {
    let decided =
        [Field::Outcome, Field::Reason, Field::DuplicateOf, Field::VerifiedOn, Field::Wording, Field::Consent];
    if reading.has(Field::Code) && !decided.iter().any(|field| reading.has(*field)) {
        return None;
    }
    // An answer about consent says enough.
    let is_consent_alone = !reading.has(Field::Outcome) && reading.has(Field::Consent);
    let values = if is_consent_alone {
        let others = plan.wanted().iter().filter(|wanted| wanted.field != Field::Outcome);
        reading.values(&others.copied().collect::<Vec<_>>())
    } else {
        reading.values(plan.wanted())
    };
    let code = values.code(Field::Code)?.clone();
    let outcome = match values.get(Field::Outcome) {
        Some(Value::Decision(outcome)) => Some(*outcome),
        _ if is_consent_alone => None,
        _ => return None,
    };
    let duplicate_of = match outcome {
        Some(Decision::Duplicate) => {
            let named = || named_in(values.text(Field::Reason).unwrap_or_default(), &code);
            values.code(Field::DuplicateOf).cloned().or_else(named)
        }
        Some(Decision::Pass | Decision::Reject | Decision::NeedsInfo) | None => None,
    };
    Some(DecisionDraft { code, outcome, duplicate_of, values })
}

/// The code that a reason names, as in 与JH-W000017重复 or 同3号; not the need's own, and no bare number.
fn named_in(reason: &str, own: &Code) -> Option<Code> {
    let belongs = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '#' | '号' | '_');
    reason.split(|c| !belongs(c)).find_map(|word| {
        let has_digit = word.contains(|c: char| c.is_ascii_digit());
        let is_named = word.contains(|c: char| !c.is_ascii_digit() && c != '-');
        word.parse::<Code>().ok().filter(|code| has_digit && is_named && code != own)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_may_name_the_need_that_is_kept() {
        let own: Code = "JH-W000020".parse().unwrap();
        let named = |reason| named_in(reason, &own).map(|code| code.to_string());
        assert_eq!(named("与JH-W000017重复"), Some("JH-W000017".to_owned()));
        assert_eq!(named("JH-W000020同3号"), Some("3号".to_owned()));
        assert_eq!(named("2021-03-01 已登记"), None);
        assert_eq!(named(""), None);
    }
}
