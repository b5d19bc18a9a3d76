//! Whether a row that names its need by a code or a number says otherwise in its words: a list sorted by one column alone
//! gives everybody the need of somebody else.

use crate::model::draft::ClaimDraft;
use crate::model::fault::Flaw;
use crate::model::fields::Field;
use crate::model::folding::folded;
use crate::model::refusal::{DecisionRefusal, RowRefusal};
use crate::model::text::is_masked;
use crate::store::rows::NeedRow;

use super::super::decisions::text_of;

/// What is wrong with the need's code, where the row's words are of another need.
pub(super) fn contradiction(need: &NeedRow, draft: &ClaimDraft) -> Option<Flaw> {
    let own = text_of(need);
    let is_other = |given: &str| !is_masked(given) && !is_about_the_same(given, &own);
    let is_of_other = draft.content().is_some_and(is_other);
    let wisher = draft.values.text(Field::Wisher).filter(|given| !is_masked(given));
    let is_other_name = |given: &str| need.wisher.as_deref().is_some_and(|own| !have_one_surname(given, own));
    if !is_of_other && !wisher.is_some_and(is_other_name) {
        return None;
    }
    let text = [need.wisher.as_deref(), Some(own.as_str())].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let refusal = RowRefusal::Decision(DecisionRefusal::OfOther { code: need.code.clone(), text });
    Some(Flaw::refused(Field::Need, refusal))
}

fn have_one_surname(one: &str, other: &str) -> bool {
    folded(one).chars().next() == folded(other).chars().next()
}

/// Whether two texts may ask for the same: one is in the other, or they share two characters that tell something.
fn is_about_the_same(one: &str, other: &str) -> bool {
    /// Words around what is asked for.
    const FILLING: &str = "想要希望需求申请购买一二两三四五个台辆部张把件套只条的了我你能有给和为请帮助能够心愿微项目";
    let telling = |text: &str| -> Vec<char> {
        folded(text).chars().filter(|c| c.is_alphanumeric() && !FILLING.contains(*c)).collect()
    };
    let (one, other) = (telling(one), telling(other));
    let shortest = one.len().min(other.len()).min(2);
    one.windows(shortest.max(1)).any(|pair| other.windows(pair.len()).any(|other| other == pair)) || shortest == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortened_and_reworded_texts_are_about_the_same_and_others_are_not() {
        for (one, other) in [
            ("收音机", "想要一台收音机"),
            ("轮椅一辆", "希望有一辆轮椅"),
            ("口袋公园改造", "口袋公园：在街角建一个口袋公园"),
            ("灯", "楼道的灯"),
            ("想要", "想要一台收音机"),
        ] {
            assert!(is_about_the_same(one, other), "{one} {other}");
        }
        for (one, other) in [("想要一台收音机", "想要一辆轮椅"), ("口袋公园", "加装扶手：楼梯"), ("书桌", "灯")]
        {
            assert!(!is_about_the_same(one, other), "{one} {other}");
        }
    }
}
