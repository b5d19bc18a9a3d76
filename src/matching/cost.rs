//! What a match costs: several aims, the earlier ones before the later, whatever their sums are.

use std::ops::{Add, AddAssign, Mul, Neg, Sub};

/// In the order of the aims; compared as a dictionary does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cost {
    /// Places in a group behind its first: 0 + 1 + 2 for three people on one need. Least where groups are fair.
    pub joint: i64,
    /// 0 in one community, 1 in one street, 2 in one district, 3 in one city.
    pub distance: i64,
    /// Needs that ask for a trade, and people without it.
    pub unfit: i64,
    /// 0 for the most urgent needs, 3 for those that can wait.
    pub urgency: i64,
}

impl Cost {
    pub const ZERO: Cost = Cost { joint: 0, distance: 0, unfit: 0, urgency: 0 };
    /// More than any path costs.
    pub const FAR: Cost = Cost { joint: i64::MAX, distance: 0, unfit: 0, urgency: 0 };
}

impl Add for Cost {
    type Output = Cost;

    fn add(self, other: Cost) -> Cost {
        Cost {
            joint: self.joint + other.joint,
            distance: self.distance + other.distance,
            unfit: self.unfit + other.unfit,
            urgency: self.urgency + other.urgency,
        }
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Cost) {
        *self = *self + other;
    }
}

impl Neg for Cost {
    type Output = Cost;

    fn neg(self) -> Cost {
        Cost { joint: -self.joint, distance: -self.distance, unfit: -self.unfit, urgency: -self.urgency }
    }
}

impl Sub for Cost {
    type Output = Cost;

    fn sub(self, other: Cost) -> Cost {
        self + -other
    }
}

impl Mul<i64> for Cost {
    type Output = Cost;

    fn mul(self, by: i64) -> Cost {
        Cost {
            joint: self.joint * by,
            distance: self.distance * by,
            unfit: self.unfit * by,
            urgency: self.urgency * by,
        }
    }
}
