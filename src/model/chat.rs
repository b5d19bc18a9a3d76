//! What is read of a chat in which wishes are claimed (接龙), and what keeps a reading from being sure.

use super::day::Day;
use super::fault::Candidate;
use super::refusal::ClaimRefusal;

/// What somebody says about the numbers that they name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Act {
    /// 5号我来
    Claim,
    /// 5号不要了
    Release,
}

impl Act {
    pub const ALL: &'static [Act] = &[Act::Claim, Act::Release];

    pub fn code(self) -> &'static str {
        match self {
            Act::Claim => "claim",
            Act::Release => "release",
        }
    }

    pub fn zh(self) -> &'static str {
        match self {
            Act::Claim => "认领",
            Act::Release => "退领",
        }
    }
}

/// How sure it is that somebody takes a need on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// One reading only, one person, a need that is to be had.
    Sure,
    /// Somebody has to decide.
    Doubtful,
    /// It is settled already: the same claimant holds the need.
    Done,
    /// It cannot be: the number is nobody's, or somebody else was first.
    Refused,
}

impl Certainty {
    pub const ALL: &'static [Certainty] = &[Certainty::Sure, Certainty::Doubtful, Certainty::Done, Certainty::Refused];

    pub fn code(self) -> &'static str {
        match self {
            Certainty::Sure => "sure",
            Certainty::Doubtful => "doubtful",
            Certainty::Done => "done",
            Certainty::Refused => "refused",
        }
    }

    pub fn zh(self) -> &'static str {
        match self {
            Certainty::Sure => "确定",
            Certainty::Doubtful => "存疑",
            Certainty::Done => "已认领",
            Certainty::Refused => "不能认领",
        }
    }
}

/// Why a reading is not sure. Names and words are as they were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// No need has this number on the wall.
    NobodysNumber,
    /// Somebody signs up, and names no number.
    NoNumber,
    /// A number without 号.
    Bare,
    /// It may be the sign-up's own running number.
    MayBeIndex,
    /// It may be a day: 12号去.
    MayBeDay,
    /// Nobody of the office is named.
    Nameless,
    /// Nobody has this name.
    Nobody {
        name: String,
        near: String,
    },
    /// Several people have this name.
    Namesakes(Vec<Candidate>),
    /// Two people, and nothing says that they take it on together.
    TwoPeople,
    /// The unit that is named is not the person's.
    OtherUnit {
        unit: String,
        own: String,
    },
    /// Words that were not understood.
    Unread(String),
    Question,
    /// Words of what was done, or will be.
    Remark,
    /// 29号…31号
    MayBeRange,
    /// 我们支部: a unit speaks, and it is not named.
    ForUnit,
    /// 一起, 三个人: not all of them are named.
    NotAllNamed,
    /// A quantity and several numbers, or several quantities and one number.
    Quantities,
    /// Another quantity than the one that is recorded, or that came before.
    OtherQuantity {
        before: i64,
    },
    /// 没人的话, 或, 考虑.
    Conditional,
    /// 帮, 替, 代: somebody says it of somebody else.
    OnBehalf,
    /// 取消, 不要了.
    TakenBack,
    /// 改成, 换.
    Corrected,
    /// +1, 加一, 我也要.
    PlusOne,
    /// The same person takes it back, or another number instead, in this line.
    TakenBackAt(u32),
    /// The same person says something else of it in this line.
    MentionedAt(u32),
    /// A later copy of the same sign-up no longer has it; the line where that copy begins.
    LeftOutAt(u32),
    /// An earlier paste of the same sign-up had it, and it was recorded; this one has it no longer.
    LeftOutSince,
    /// Somebody else named the number first, in a line that nobody has decided on.
    EarlierUnsettled(u32),
    /// Several are asked for, and nobody says how many.
    HowMany {
        left: i64,
    },
    /// Somebody else was first, in this line.
    SecondTo {
        line: u32,
        name: String,
    },
    /// The office file does not allow it.
    Refused(ClaimRefusal),
    /// A release of what this person does not hold.
    HoldsNothing,
    /// The same claimant had it, and gave it back on this day.
    GivenBack(Day),
    /// The same claimant has done it, and the need was reopened on this day.
    ReopenedSince(Day),
}

impl Doubt {
    /// Its word in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Doubt::NobodysNumber => "nobodys_number",
            Doubt::NoNumber => "no_number",
            Doubt::Bare => "bare",
            Doubt::MayBeIndex => "may_be_index",
            Doubt::MayBeDay => "may_be_day",
            Doubt::Nameless => "nameless",
            Doubt::Nobody { .. } => "nobody",
            Doubt::Namesakes(_) => "namesakes",
            Doubt::TwoPeople => "two_people",
            Doubt::OtherUnit { .. } => "other_unit",
            Doubt::Unread(_) => "unread",
            Doubt::Question => "question",
            Doubt::Remark => "remark",
            Doubt::MayBeRange => "may_be_range",
            Doubt::ForUnit => "for_unit",
            Doubt::NotAllNamed => "not_all_named",
            Doubt::Quantities => "quantities",
            Doubt::OtherQuantity { .. } => "other_quantity",
            Doubt::Conditional => "conditional",
            Doubt::OnBehalf => "on_behalf",
            Doubt::TakenBack => "taken_back",
            Doubt::Corrected => "corrected",
            Doubt::PlusOne => "plus_one",
            Doubt::TakenBackAt(_) => "taken_back_at",
            Doubt::MentionedAt(_) => "mentioned_at",
            Doubt::LeftOutAt(_) => "left_out_at",
            Doubt::LeftOutSince => "left_out_since",
            Doubt::EarlierUnsettled(_) => "earlier_unsettled",
            Doubt::HowMany { .. } => "how_many",
            Doubt::SecondTo { .. } => "second_to",
            Doubt::Refused(refusal) => refusal.code(),
            Doubt::HoldsNothing => "holds_nothing",
            Doubt::GivenBack(_) => "given_back",
            Doubt::ReopenedSince(_) => "reopened_since",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_distinguished() {
        let codes: std::collections::BTreeSet<_> = Certainty::ALL.iter().map(|one| (one.code(), one.zh())).collect();
        assert_eq!(codes.len(), Certainty::ALL.len());
        assert!(Act::ALL.iter().all(|act| !act.code().is_empty() && !act.zh().is_empty()));
    }
}
