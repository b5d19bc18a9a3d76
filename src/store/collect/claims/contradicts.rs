//! Whether a row that names its need by a code or a number says otherwise in its words: a list sorted by one column alone
//! gives everybody the need of somebody else.

use crate::model::alike::{may_be_one_person, may_be_one_wish};
use crate::model::draft::ClaimDraft;
use crate::model::fault::Flaw;
use crate::model::fields::Field;
use crate::model::refusal::{DecisionRefusal, RowRefusal};
use crate::model::text::is_masked;
use crate::store::Session;
use crate::store::find;
use crate::store::rows::NeedRow;

use super::super::decisions::text_of;

/// What is wrong with the need's code, where the row's words are of another need.
pub(super) fn contradiction(need: &NeedRow, draft: &ClaimDraft) -> Option<Flaw> {
    let own = text_of(need);
    let is_of_it = |given: &str| {
        // The wall says it in words of its own.
        is_masked(given)
            || [Some(own.as_str()), need.wording.as_deref()]
                .into_iter()
                .flatten()
                .any(|own| may_be_one_wish(given, own))
    };
    let is_of_wisher =
        |given: &str| is_masked(given) || need.wisher.as_deref().is_none_or(|own| may_be_one_person(given, own));
    if draft.content().is_none_or(is_of_it) && draft.values.text(Field::Wisher).is_none_or(is_of_wisher) {
        return None;
    }
    let text = [need.wisher.as_deref(), Some(own.as_str())].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let refusal = RowRefusal::Decision(DecisionRefusal::OfOther { code: need.code.clone(), text });
    Some(Flaw::refused(Field::Need, refusal))
}

/// Whether a row's words are of another need than its code; most rows have a code alone.
pub(super) fn is_contradicted(session: &Session, need: i64, draft: &ClaimDraft) -> anyhow::Result<bool> {
    if draft.content().is_none() && draft.values.text(Field::Wisher).is_none() {
        return Ok(false);
    }
    Ok(contradiction(&find::need_by_id(session, need)?, draft).is_some())
}
