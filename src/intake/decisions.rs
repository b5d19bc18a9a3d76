//! A row of a returned list becomes a decision on a need. Knows fields and words, nothing of the need.

use super::known_words::DECISIONS;
use super::reading::Reading;
use crate::model::code::Code;
use crate::model::draft::DecisionDraft;
use crate::model::field::Field;
use crate::model::words::Decision;

/// The decision, where its code and outcome could be read. A need on which nothing is said yet is no fault.
pub fn decision(reading: &mut Reading<'_>) -> Option<DecisionDraft> {
    let says = [Field::Outcome, Field::Reason, Field::DuplicateOf, Field::VerifiedOn];
    if reading.has(Field::Code) && !says.iter().any(|field| reading.has(*field)) {
        return None;
    }
    let code = reading.code(Field::Code);
    if !reading.has(Field::Code) {
        reading.missing(Field::Code);
    }
    let outcome = reading.word(Field::Outcome, DECISIONS);
    if !reading.has(Field::Outcome) {
        reading.missing(Field::Outcome);
    }
    let reason = reading.text(Field::Reason);
    let told = reading.code(Field::DuplicateOf);
    let verified_by = reading.name(Field::VerifiedBy);
    let verified_how = reading.text(Field::VerifiedHow);
    let verified_on = reading.day(Field::VerifiedOn);
    let (wisher, content) = (reading.name(Field::Wisher), reading.text(Field::Content));
    let (code, outcome) = (code?, outcome?);
    let duplicate_of = match outcome {
        Decision::Duplicate => told.or_else(|| named_in(reason.as_deref().unwrap_or(""), &code)),
        Decision::Pass | Decision::Reject | Decision::NeedsInfo => None,
    };
    Some(DecisionDraft { code, outcome, wisher, content, reason, duplicate_of, verified_by, verified_how, verified_on })
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
