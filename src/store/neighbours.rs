//! What needs have to do with one another: whose they are, of which household, where; and how many a wisher or a
//! household has. Only needs that live: those that left count no more.

use std::collections::HashMap;

use super::place::Places;
use crate::model::code::Code;
use crate::model::money::Money;
use crate::model::phone::Phone;
use crate::model::words::{Level, NeedKind, NeedState};
use crate::store::Session;

/// A need among its neighbours.
#[derive(Debug, Clone)]
pub struct Neighbour {
    pub id: i64,
    pub code: Code,
    pub kind: NeedKind,
    pub state: NeedState,
    /// The community, or the lowest place above it that is known.
    pub community: i64,
    /// Title and content.
    pub text: String,
    pub wisher_name: Option<String>,
    pub quantity: i64,
    pub phone: Option<Phone>,
    pub budget: Option<Money>,
    /// Equal for one wisher, who is known by name and phone.
    pub wisher: Option<u64>,
    /// Equal for one household: by its number, else its address, both within a community, else the wisher.
    pub household: Option<u64>,
}

/// How many wishes a wisher or a household has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    pub household_others: u32,
    /// From 1, in the order in which they came in.
    pub household_rank: u32,
    pub wisher_others: u32,
    pub wisher_rank: u32,
}

/// Every need that lives, in the order in which they came in.
pub fn all(session: &Session, places: &Places) -> anyhow::Result<Vec<Neighbour>> {
    let sql = "
        SELECT id, code, kind, state, place_id, title, content, wisher, phone, household, address, quantity,
          budget_fen
        FROM need
        WHERE state IN (SELECT state FROM need_states WHERE NOT is_exit)
        ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query([])?;
    let (mut all, mut keys) = (Vec::new(), Keys::default());
    while let Some(row) = rows.next()? {
        let community = places.at_level(row.get(4)?, Level::Community);
        let text = |at: usize| -> rusqlite::Result<Option<&str>> { Ok(row.get_ref(at)?.as_str_or_null()?) };
        let (title, content, wisher_name, phone) = (text(5)?, text(6)?, text(7)?, text(8)?);
        let wisher = match (wisher_name, phone) {
            (Some(name), Some(phone)) => Some(keys.key(&["wisher", name, phone])),
            _ => None,
        };
        let place = community.to_string();
        let household = match (text(9)?, text(10)?) {
            (Some(number), _) => Some(keys.key(&["household", &place, number])),
            (None, Some(address)) => Some(keys.key(&["address", &place, address])),
            (None, None) => wisher,
        };
        all.push(Neighbour {
            id: row.get(0)?,
            code: row.get(1)?,
            kind: row.get(2)?,
            state: row.get(3)?,
            community,
            text: [title, content].into_iter().flatten().collect::<Vec<_>>().join(" "),
            wisher_name: wisher_name.map(str::to_owned),
            quantity: row.get(11)?,
            phone: row.get(8)?,
            budget: row.get(12)?,
            wisher,
            household,
        });
    }
    Ok(all)
}

/// The standing of every wish, by its place among `all`; projects have none.
pub fn standings(all: &[Neighbour]) -> Vec<Standing> {
    let (mut wishers, mut households): (HashMap<u64, u32>, HashMap<u64, u32>) = (HashMap::new(), HashMap::new());
    let mut standings = vec![Standing { household_rank: 1, wisher_rank: 1, ..Standing::default() }; all.len()];
    let wishes = || all.iter().enumerate().filter(|(_, need)| need.kind == NeedKind::Wish);
    let next = |counts: &mut HashMap<u64, u32>, key: Option<u64>| {
        key.map_or(1, |key| {
            let count = counts.entry(key).or_default();
            *count += 1;
            *count
        })
    };
    for (place, need) in wishes() {
        standings[place].wisher_rank = next(&mut wishers, need.wisher);
        standings[place].household_rank = next(&mut households, need.household);
    }
    let others = |counts: &HashMap<u64, u32>, key: Option<u64>| {
        key.and_then(|key| counts.get(&key)).map_or(0, |count| count.saturating_sub(1))
    };
    for (place, need) in wishes() {
        standings[place].wisher_others = others(&wishers, need.wisher);
        standings[place].household_others = others(&households, need.household);
    }
    standings
}

/// Words as numbers: equal for equal ones.
#[derive(Default)]
struct Keys {
    known: HashMap<String, u64>,
}

impl Keys {
    fn key(&mut self, words: &[&str]) -> u64 {
        let next = self.known.len() as u64;
        *self.known.entry(words.join("\n")).or_insert(next)
    }
}
