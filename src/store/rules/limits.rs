//! What rules may take of the machine: time, memory, and what one step can take.

use std::time::Duration;

/// What rules may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub time: Duration,
    /// The longest text that a predicate may make, in bytes: what one function can take is bounded by it, which nothing
    /// interrupts; and, as a predicate is short, all that it can hold at once.
    pub value: i32,
    /// The longest pattern of a LIKE or GLOB, in bytes, for the same reason.
    pub pattern: i32,
}

impl Limits {
    pub fn of_seconds(seconds: u64) -> Limits {
        Limits { time: Duration::from_secs(seconds), value: 1 << 17, pattern: 1000 }
    }
}

/// Steps of the engine between two looks at the clock.
pub const STEPS: i32 = 50;
