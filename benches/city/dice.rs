//! splitmix64: a small seeded random generator with the same results on every machine.

pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// A number from 0 up to, but not including, `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.roll() % bound.max(1)
    }

    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len() as u64) as usize]
    }

    pub fn word(&mut self, among: &[&'static str]) -> &'static str {
        let word: &&str = self.pick(among);
        word
    }

    /// One of the characters of a text in which each has three bytes, as Chinese ones do.
    pub fn letter(&mut self, among: &'static str) -> char {
        let at = 3 * self.below(among.len() as u64 / 3) as usize;
        among[at..].chars().next().unwrap_or('某')
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut rolled = self.0;
        rolled = (rolled ^ (rolled >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        rolled = (rolled ^ (rolled >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        rolled ^ (rolled >> 31)
    }
}
