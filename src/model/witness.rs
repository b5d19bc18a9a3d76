//! The head of the log as an earlier report printed it: whoever holds the paper can witness that the log is the same
//! (docs/design.md, section 3).

use std::fmt;
use std::str::FromStr;

/// `存档校验码`: an entry's number and at least sixteen digits of its hash, as `--expect` takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    entry: i64,
    /// Lower-case hexadecimal.
    hash: String,
}

impl Witness {
    pub fn entry(&self) -> i64 {
        self.entry
    }

    /// Whether the full hash, in lower-case hexadecimal, begins with the digits of this one.
    pub fn fits(&self, hash: &str) -> bool {
        hash.starts_with(&self.hash)
    }
}

impl FromStr for Witness {
    type Err = NotAWitness;

    fn from_str(text: &str) -> Result<Witness, NotAWitness> {
        let (entry, hash) = text.trim().split_once([':', '：']).ok_or(NotAWitness)?;
        let entry: i64 = entry.trim().parse().ok().filter(|entry| *entry > 0).ok_or(NotAWitness)?;
        let hash = hash.trim().to_ascii_lowercase();
        if !(16..=64).contains(&hash.len()) || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotAWitness);
        }
        Ok(Witness { entry, hash })
    }
}

impl fmt::Display for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.entry, self.hash)
    }
}

/// The text is not `ENTRY:HASH`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAWitness;

impl fmt::Display for NotAWitness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ENTRY:HASH, HASH of 16 to 64 hexadecimal digits (存档校验码)")
    }
}

impl std::error::Error for NotAWitness {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn witness_is_read_as_reports_print_it() {
        let read = |text: &str| text.parse::<Witness>();
        let witness = read(" 12：00FF00ff00ff00ff ").unwrap();
        assert_eq!((witness.entry(), witness.to_string().as_str()), (12, "12:00ff00ff00ff00ff"));
        assert!(witness.fits("00ff00ff00ff00ffee") && !witness.fits("00ff00ff00ff00fe"));
        for wrong in ["", "12", "12:00ff", "0:00ff00ff00ff00ff", "-1:00ff00ff00ff00ff", "x:00ff00ff00ff00ff"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        assert!(read(&format!("1:{}", "0".repeat(65))).is_err());
    }
}
