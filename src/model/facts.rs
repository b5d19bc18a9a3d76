//! What reports know of a need and of a claim: no names, no texts.

use super::day::Day;
use super::words::{ClaimState, NeedKind, NeedState, Theme};

/// A need, as figures need to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedFact {
    pub id: i64,
    pub kind: NeedKind,
    pub theme: Option<Theme>,
    pub place: i64,
    pub campaign: Option<i64>,
    pub programme: Option<i64>,
    pub state: NeedState,
    /// Where an exit came from.
    pub came_from: Option<NeedState>,
    pub quantity: i64,
    pub deadline: Option<Day>,
    pub collected_on: Option<Day>,
    pub verified_on: Option<Day>,
    pub published_on: Option<Day>,
    pub closed_on: Option<Day>,
    /// The day of an exit.
    pub left_on: Option<Day>,
}

impl NeedFact {
    /// The state that a need had come to by a day, as far as exits go: one that left later was what it left from. What was
    /// verified or published later, its own days say.
    pub fn state_on(&self, day: Day) -> NeedState {
        match (self.came_from, self.left_on) {
            (Some(came_from), Some(left)) if left > day => came_from,
            _ => self.state,
        }
    }
}

/// A claim, likewise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimFact {
    pub need: i64,
    pub state: ClaimState,
    pub quantity: i64,
    pub claimed_on: Day,
    pub deadline: Option<Day>,
    pub started_on: Option<Day>,
    pub completed_on: Option<Day>,
    pub confirmed_on: Option<Day>,
    pub ended_on: Option<Day>,
    /// The day on which its need was reopened after it.
    pub reopened_on: Option<Day>,
}

impl ClaimFact {
    /// How far a claim that held its need on a day had come then: nothing of one whose need had been reopened after it.
    pub fn holding_on(&self, day: Day) -> Option<ClaimState> {
        let is_former = self.reopened_on.is_some_and(|on| on <= day);
        self.state_on(day).filter(|state| state.holds() && !is_former)
    }

    /// How far the claim had come on a day, by its dates; none before it was made. One that ended later still held then.
    pub fn state_on(&self, day: Day) -> Option<ClaimState> {
        if self.claimed_on > day {
            return None;
        }
        let by = |on: Option<Day>| on.is_some_and(|on| on <= day);
        Some(match self.state {
            ClaimState::Released | ClaimState::Revoked if self.ended_on.is_none_or(|on| on <= day) => self.state,
            // A state without its day counts always.
            ClaimState::Confirmed if self.confirmed_on.is_none() || by(self.confirmed_on) => ClaimState::Confirmed,
            ClaimState::Completed if self.completed_on.is_none() => ClaimState::Completed,
            ClaimState::Started if self.started_on.is_none() => ClaimState::Started,
            _ if by(self.confirmed_on) => ClaimState::Confirmed,
            _ if by(self.completed_on) => ClaimState::Completed,
            _ if by(self.started_on) => ClaimState::Started,
            _ => ClaimState::Active,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn state_of_a_claim_on_a_day_follows_from_its_dates() {
        let day = |day: &str| Some(day.parse::<Day>().unwrap());
        let claim = ClaimFact {
            need: 1,
            state: ClaimState::Released,
            quantity: 1,
            claimed_on: day("2021-04-02").unwrap(),
            deadline: None,
            started_on: day("2021-04-05"),
            completed_on: None,
            confirmed_on: None,
            ended_on: day("2021-04-20"),
            reopened_on: None,
        };
        let states =
            ["2021-04-01", "2021-04-02", "2021-04-05", "2021-04-20"].map(|on| claim.state_on(day(on).unwrap()));
        let expected = [None, Some(ClaimState::Active), Some(ClaimState::Started), Some(ClaimState::Released)];
        assert_eq!(states, expected);
        let confirmed = ClaimFact { state: ClaimState::Confirmed, ended_on: None, ..claim };
        assert_eq!(confirmed.state_on(day("2021-04-02").unwrap()), Some(ClaimState::Confirmed), "confirmed, no day");
    }
}
