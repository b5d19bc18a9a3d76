//! Which skills fit which needs: a table that an office can extend (电工 -> 维修). Knows words only.

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::lang::matching as texts;

/// The most rows: a set of skills is one word of bits, whose lowest is no skill's.
pub const MOST: usize = 31;

/// A trade: the words that members write for it, and those that needs of it contain.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trade {
    pub name: String,
    pub skills: Vec<String>,
    pub needs: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trades {
    #[serde(rename = "trade")]
    trades: Vec<Trade>,
}

impl Trades {
    /// The table that comes with the program.
    pub fn usual() -> Result<Trades> {
        Trades::read(include_str!("trades.toml"), "trades.toml")
    }

    /// A table of an office's own, `[[trade]]` by `[[trade]]`; its trades come before the usual ones.
    pub fn extended(text: &str, path: &str) -> Result<Trades> {
        let mut trades = Trades::read(text, path)?;
        let own: Vec<String> = trades.trades.iter().map(|trade| trade.name.clone()).collect();
        trades.trades.extend(Trades::usual()?.trades.into_iter().filter(|trade| !own.contains(&trade.name)));
        anyhow::ensure!(trades.trades.len() <= MOST, texts::too_many_trades(MOST));
        Ok(trades)
    }

    fn read(text: &str, path: &str) -> Result<Trades> {
        toml::from_str(text).with_context(|| texts::cannot_read_trades(path))
    }

    pub fn name(&self, trade: u8) -> &str {
        self.trades.get(usize::from(trade)).map_or("", |trade| trade.name.as_str())
    }

    /// The trade that a need's text asks for.
    pub fn of_need(&self, text: &str) -> Option<u8> {
        let at = self.trades.iter().position(|trade| trade.needs.iter().any(|word| text.contains(word.as_str())))?;
        u8::try_from(at).ok()
    }

    /// The trades of somebody's skills, a bit for each.
    pub fn of_person(&self, skills: &str) -> u32 {
        let has = |trade: &Trade| trade.skills.iter().any(|word| skills.contains(word.as_str()));
        self.trades.iter().enumerate().filter(|(_, trade)| has(trade)).map(|(at, _)| 1 << at).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn office_extends_the_usual_table() {
        let own = "[[trade]]\nname = \"园艺\"\nskills = [\"园林\"]\nneeds = [\"种花\"]\n";
        let trades = Trades::extended(own, "own.toml").unwrap();
        assert_eq!(trades.of_need("想种花"), Some(0));
        assert_eq!(trades.of_person("园林设计"), 1);
        let electric = trades.of_need("家里的灯坏了，请帮忙维修").unwrap();
        assert_eq!(trades.of_person("电工") >> electric & 1, 1);
        assert!(Trades::extended("[[trade]]\nnam = 1", "own.toml").is_err());
    }
}
