//! Budget bands: how much a need costs, roughly enough to be published.

use super::money::Money;

/// A span of money; its ends are in yuan and belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Band(u8);

/// The upper ends, in yuan; the last band has none.
const ENDS: [i64; 6] = [100, 300, 500, 1_000, 10_000, 100_000];

impl Band {
    pub fn of(money: Money) -> Band {
        let above = ENDS.iter().take_while(|end| money.fen() > **end * 100).count();
        Band(u8::try_from(above).unwrap_or(u8::MAX))
    }

    /// The end of the band below it, which is outside; 0 for the first.
    pub fn above(self) -> i64 {
        usize::from(self.0).checked_sub(1).map_or(0, |at| ENDS[at.min(ENDS.len() - 1)])
    }

    /// Its upper end; `None` for the last.
    pub fn up_to(self) -> Option<i64> {
        ENDS.get(usize::from(self.0)).copied()
    }

    /// `0-100`, `100-300`, `100000-`, for programs.
    pub fn code(self) -> String {
        let up_to = self.up_to().map(|end| end.to_string()).unwrap_or_default();
        format!("{}-{up_to}", self.above())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_belong_to_their_band() {
        let code = |yuan: &str| Band::of(yuan.parse().unwrap()).code();
        assert_eq!(
            ["0", "100", "100.01", "300", "501", "100000", "100000.01"].map(code),
            ["0-100", "0-100", "100-300", "100-300", "500-1000", "10000-100000", "100000-"]
        );
    }
}
