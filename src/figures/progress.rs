//! How far needs had come on a day: their stage, and the funnel from collected to confirmed with the days in between.

use super::{days_between, median};
use crate::model::day::Day;
use crate::model::facts::{ClaimFact, NeedFact};
use crate::model::words::{ClaimState, NeedState};

/// What a need's claims had come to on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// How much of the need is taken, completed or confirmed, and confirmed.
    pub live: i64,
    pub done: i64,
    pub confirmed: i64,
    /// A claim is beyond being made.
    pub begun: bool,
    /// The same of all rounds: what a need had come to before it was reopened, it has reached.
    pub ever: Reached,
    pub first_claimed: Option<Day>,
    pub last_completed: Option<Day>,
    pub last_confirmed: Option<Day>,
    /// The earliest day that a running claim has promised.
    pub deadline: Option<Day>,
}

/// How much of a need was taken, completed and confirmed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reached {
    pub taken: i64,
    pub done: i64,
    pub confirmed: i64,
}

impl Reached {
    fn add(&mut self, quantity: i64, state: ClaimState) {
        self.taken += quantity;
        self.done += if state.is_done() { quantity } else { 0 };
        self.confirmed += if state == ClaimState::Confirmed { quantity } else { 0 };
    }
}

impl Taken {
    pub fn add(&mut self, claim: &ClaimFact, day: Day) {
        if let Some(state) = claim.state_on(day).filter(|state| state.holds()) {
            self.ever.add(claim.quantity, state);
        }
        let Some(state) = claim.holding_on(day) else { return };
        self.live += claim.quantity;
        self.begun |= state != ClaimState::Active;
        if let Some(deadline) = claim.deadline.filter(|_| state.runs()) {
            self.deadline = Some(self.deadline.map_or(deadline, |earliest| earliest.min(deadline)));
        }
        self.first_claimed = Some(self.first_claimed.map_or(claim.claimed_on, |first| first.min(claim.claimed_on)));
        if state.is_done() {
            self.done += claim.quantity;
            self.last_completed = self.last_completed.max(claim.completed_on);
        }
        if state == ClaimState::Confirmed {
            self.confirmed += claim.quantity;
            self.last_confirmed = self.last_confirmed.max(claim.confirmed_on);
        }
    }
}

/// How far a need has come. Exits without fulfilment are one stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Collected,
    NeedsInfo,
    Verified,
    Open,
    PartlyClaimed,
    Claimed,
    InProgress,
    Fulfilled,
    Confirmed,
    Closed,
    Out,
}

impl Stage {
    pub const ALL: [Stage; Stage::Out as usize + 1] = [
        Stage::Collected,
        Stage::NeedsInfo,
        Stage::Verified,
        Stage::Open,
        Stage::PartlyClaimed,
        Stage::Claimed,
        Stage::InProgress,
        Stage::Fulfilled,
        Stage::Confirmed,
        Stage::Closed,
        Stage::Out,
    ];
}

/// The stage of a need on a day by its dates, none before it was collected. What has no day counts always.
pub fn stage(need: &NeedFact, taken: &Taken, day: Day) -> Option<Stage> {
    let by = |on: Option<Day>| on.is_none_or(|on| on <= day);
    if !by(need.collected_on) {
        return None;
    }
    Some(match need.state_on(day) {
        NeedState::Rejected | NeedState::Duplicate | NeedState::Withdrawn | NeedState::Unfulfilled => Stage::Out,
        NeedState::Closed if by(need.closed_on) => Stage::Closed,
        NeedState::Closed | NeedState::Published if by(need.published_on) => on_the_wall(need, taken),
        NeedState::Closed | NeedState::Published | NeedState::Verified if by(need.verified_on) => Stage::Verified,
        NeedState::NeedsInfo => Stage::NeedsInfo,
        NeedState::Closed | NeedState::Published | NeedState::Verified | NeedState::Collected => Stage::Collected,
    })
}

fn on_the_wall(need: &NeedFact, taken: &Taken) -> Stage {
    match need.quantity {
        _ if taken.live == 0 => Stage::Open,
        quantity if taken.live < quantity => Stage::PartlyClaimed,
        quantity if taken.confirmed >= quantity => Stage::Confirmed,
        quantity if taken.done >= quantity => Stage::Fulfilled,
        _ if taken.begun => Stage::InProgress,
        _ => Stage::Claimed,
    }
}

/// The steps of the funnel.
pub const STEPS: usize = 6;

/// A group's needs by how far they had come.
#[derive(Debug, Clone, Default)]
pub struct Funnel {
    pub total: i64,
    /// By stage.
    stages: [i64; Stage::Out as usize + 1],
    /// How many reached each step: collected, verified, published, claimed, completed, confirmed.
    pub reached: [i64; STEPS],
    /// How many were closed without the confirmation of all they asked for.
    pub closed_otherwise: i64,
    /// How many were confirmed and reopened since.
    pub reopened: i64,
    /// Days from the step before.
    days: [Vec<i64>; STEPS],
}

/// A step of the funnel.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub step: &'static str,
    pub reached: i64,
    /// Of those that reached the step before; nothing where none did.
    pub conversion: Option<f64>,
    /// Of all.
    pub of_all: Option<f64>,
    /// Days from the step before, in the middle; nothing where no days are on record.
    pub median_days: Option<f64>,
}

/// The code words of the steps.
pub const STEP_CODES: [&str; STEPS] = ["collected", "verified", "published", "claimed", "completed", "confirmed"];

impl Funnel {
    pub fn add(&mut self, need: &NeedFact, taken: &Taken, stage: Stage) {
        self.total += 1;
        self.stages[stage as usize] += 1;
        let reached = reached(need, taken, stage);
        let is_settled = matches!(stage, Stage::Confirmed | Stage::Closed);
        self.closed_otherwise += i64::from(is_settled && !reached[STEPS - 1]);
        self.reopened += i64::from(!is_settled && reached[STEPS - 1]);
        for (count, reached) in self.reached.iter_mut().zip(reached) {
            *count += i64::from(reached);
        }
        let confirmed = taken.last_confirmed.or(need.closed_on);
        let days = [
            need.collected_on,
            need.verified_on,
            need.published_on,
            taken.first_claimed,
            taken.last_completed,
            confirmed,
        ];
        for step in 1..STEPS {
            if let (true, Some(from), Some(until)) = (reached[step], days[step - 1], days[step]) {
                self.days[step].push(days_between(from, until));
            }
        }
    }

    /// Another group's needs too.
    pub fn absorb(&mut self, other: &Funnel) {
        self.total += other.total;
        self.closed_otherwise += other.closed_otherwise;
        self.reopened += other.reopened;
        self.stages.iter_mut().zip(other.stages).for_each(|(count, more)| *count += more);
        self.reached.iter_mut().zip(other.reached).for_each(|(count, more)| *count += more);
        self.days.iter_mut().zip(&other.days).for_each(|(days, more)| days.extend(more));
    }

    pub fn count(&self, stage: Stage) -> i64 {
        self.stages[stage as usize]
    }

    pub fn steps(&mut self) -> Vec<Step> {
        let share = |part: i64, whole: i64| (whole > 0).then(|| part as f64 / whole as f64);
        (0..STEPS)
            .map(|step| Step {
                step: STEP_CODES[step],
                reached: self.reached[step],
                conversion: if step == 0 { None } else { share(self.reached[step], self.reached[step - 1]) },
                of_all: share(self.reached[step], self.total),
                median_days: median(&mut self.days[step]),
            })
            .collect()
    }
}

/// Which steps a need has reached; each wants the one before.
fn reached(need: &NeedFact, taken: &Taken, stage: Stage) -> [bool; STEPS] {
    let out_from =
        |from: &[NeedState]| stage == Stage::Out && need.came_from.is_some_and(|state| from.contains(&state));
    let verified =
        stage >= Stage::Verified && stage != Stage::Out || out_from(&[NeedState::Verified, NeedState::Published]);
    let published = stage >= Stage::Open && stage != Stage::Out || out_from(&[NeedState::Published]);
    // By its claims alone: what was closed because it had settled itself was neither claimed nor confirmed.
    let Reached { taken, done, confirmed } = taken.ever;
    let (claimed, completed) = (published && taken > 0, published && done >= need.quantity);
    [true, verified, published, claimed, completed && claimed, confirmed >= need.quantity && completed && claimed]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::NeedKind;

    fn day(text: &str) -> Option<Day> {
        Some(text.parse().unwrap())
    }

    fn need(state: NeedState) -> NeedFact {
        NeedFact {
            id: 1,
            kind: NeedKind::Wish,
            theme: None,
            place: 1,
            campaign: None,
            programme: None,
            state,
            came_from: None,
            quantity: 2,
            deadline: None,
            collected_on: day("2021-04-01"),
            verified_on: day("2021-04-03"),
            published_on: day("2021-04-10"),
            closed_on: None,
            left_on: None,
        }
    }

    fn on(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// The claims of a need that was never reopened.
    fn taken(live: i64, done: i64, confirmed: i64) -> Taken {
        Taken { live, done, confirmed, ever: Reached { taken: live, done, confirmed }, ..Taken::default() }
    }

    #[test]
    fn stage_on_a_day_follows_from_the_dates_of_a_need() {
        let (need, none) = (need(NeedState::Published), Taken::default());
        let stages = ["2021-03-31", "2021-04-01", "2021-04-03", "2021-04-10"].map(|day| stage(&need, &none, on(day)));
        assert_eq!(stages, [None, Some(Stage::Collected), Some(Stage::Verified), Some(Stage::Open)]);
        let half = taken(1, 0, 0);
        assert_eq!(stage(&need, &half, on("2021-05-01")), Some(Stage::PartlyClaimed));
        let done = Taken { live: 2, done: 2, begun: true, ..none };
        assert_eq!(stage(&need, &done, on("2021-05-01")), Some(Stage::Fulfilled));
        let out = NeedFact { came_from: Some(NeedState::Published), ..self::need(NeedState::Withdrawn) };
        assert_eq!(stage(&out, &half, on("2021-05-01")), Some(Stage::Out));
        assert_eq!(reached(&out, &none, Stage::Out), [true, true, true, false, false, false]);
        assert_eq!(reached(&out, &half, Stage::Out), [true, true, true, true, false, false]);
        let out = NeedFact { left_on: day("2021-05-02"), ..out };
        let stages = ["2021-04-03", "2021-05-01", "2021-05-02"].map(|day| stage(&out, &none, on(day)));
        assert_eq!(stages, [Some(Stage::Verified), Some(Stage::Open), Some(Stage::Out)]);
    }

    #[test]
    fn need_that_was_closed_without_a_claim_reaches_no_step_of_claims() {
        let closed = NeedFact { closed_on: day("2021-05-01"), ..need(NeedState::Closed) };
        let (all, some, done) = (taken(2, 2, 2), taken(1, 1, 1), taken(2, 2, 0));
        let steps = [Taken::default(), some, done, all].map(|taken| reached(&closed, &taken, Stage::Closed));
        let of = |claimed, completed, confirmed| [true, true, true, claimed, completed, confirmed];
        assert_eq!(
            steps,
            [of(false, false, false), of(true, false, false), of(true, true, false), of(true, true, true)]
        );
        let mut funnel = Funnel::default();
        [Taken::default(), some, done, all].iter().for_each(|taken| funnel.add(&closed, taken, Stage::Closed));
        assert_eq!((funnel.closed_otherwise, funnel.reached[STEPS - 1]), (3, 1));
    }

    #[test]
    fn need_that_was_reopened_keeps_the_steps_it_had_reached() {
        let claim = ClaimFact {
            need: 1,
            state: ClaimState::Confirmed,
            quantity: 2,
            claimed_on: on("2021-04-15"),
            deadline: None,
            started_on: None,
            completed_on: day("2021-04-20"),
            confirmed_on: day("2021-04-21"),
            ended_on: None,
            reopened_on: day("2021-05-01"),
        };
        let (mut before, mut after) = (Taken::default(), Taken::default());
        before.add(&claim, on("2021-04-30"));
        after.add(&claim, on("2021-05-01"));
        assert_eq!([before.confirmed, after.confirmed, after.live], [2, 0, 0]);
        let mut funnel = Funnel::default();
        funnel.add(&need(NeedState::Published), &after, Stage::Open);
        assert_eq!((funnel.reached, funnel.closed_otherwise, funnel.reopened), ([1; STEPS], 0, 1));
    }

    #[test]
    fn funnel_narrows_and_has_the_days_between_its_steps() {
        let mut funnel = Funnel::default();
        let taken = Taken { first_claimed: day("2021-04-15"), ..taken(2, 2, 0) };
        let taken = Taken { last_completed: day("2021-04-20"), begun: true, ..taken };
        funnel.add(&need(NeedState::Published), &taken, Stage::Fulfilled);
        funnel.add(&need(NeedState::Collected), &Taken::default(), Stage::Collected);
        assert_eq!(funnel.reached, [2, 1, 1, 1, 1, 0]);
        assert_eq!(funnel.closed_otherwise, 0);
        let steps = funnel.steps();
        assert_eq!(steps[1].conversion, Some(0.5));
        assert_eq!(steps[5].conversion, Some(0.0));
        let days: Vec<Option<f64>> = steps.iter().map(|step| step.median_days).collect();
        assert_eq!(days, [None, Some(2.0), Some(7.0), Some(5.0), Some(5.0), None]);
    }
}
