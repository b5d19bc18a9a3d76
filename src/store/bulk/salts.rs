//! The salts of revisions, whose random bytes are fetched from the system many at a time.

use anyhow::Context;

/// Random bytes that are still to be used.
pub struct Salts {
    pool: [u8; 4096],
    used: usize,
}

impl Default for Salts {
    fn default() -> Salts {
        Salts { pool: [0; 4096], used: 4096 }
    }
}

impl Salts {
    pub fn next(&mut self) -> anyhow::Result<[u8; 16]> {
        if self.used == self.pool.len() {
            getrandom::fill(&mut self.pool).context("asking the system for random bytes")?;
            self.used = 0;
        }
        let mut salt = [0; 16];
        salt.copy_from_slice(&self.pool[self.used..self.used + 16]);
        self.used += 16;
        Ok(salt)
    }
}
