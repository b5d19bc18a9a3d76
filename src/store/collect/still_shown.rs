//! New wishes of people who do not consent, and who have another wish on the wall: a row whose text was corrected is a new
//! wish, and the one it corrects would hang on without a word.

use std::collections::HashMap;

use rusqlite::named_params;

use super::named::Seen;
use crate::model::code::Code;
use crate::model::fault::{FaultKind, Flaw};
use crate::model::fields::Field;
use crate::model::folding::folded;
use crate::model::phone::Phone;
use crate::model::words::{NeedKind, NeedState};
use crate::store::Session;

/// The refusals of consent in a list so far, by row.
#[derive(Debug, Default)]
pub(super) struct Refused {
    rows: Vec<(u32, Whose)>,
}

/// Whose wish it is.
#[derive(Debug)]
struct Whose {
    need: i64,
    name: String,
    phone: Option<Phone>,
    place: i64,
}

/// A wish on the wall.
struct Hanging {
    whose: Whose,
    number: i64,
    code: Code,
}

impl Whose {
    /// Whether both may be one person: of the same name, and of the same phone, or without one in the same place.
    fn may_be(&self, other: &Whose) -> bool {
        match (&self.phone, &other.phone) {
            (Some(own), Some(other)) => own == other,
            (_, _) => self.place == other.place,
        }
    }
}

impl Refused {
    /// Remembers a row that became a new wish.
    pub(super) fn add(&mut self, row: u32, need: i64, place: i64, (name, phone): (Option<&str>, Option<&Phone>)) {
        if let Some(name) = name {
            let whose = Whose { need, name: folded(name).into_owned(), phone: phone.cloned(), place };
            self.rows.push((row, whose));
        }
    }

    /// At the end of a list: the wishes of the same people that hang on the wall and that the list has not named.
    pub(super) fn still_shown(&mut self, session: &Session, seen: &Seen) -> anyhow::Result<Vec<(u32, Flaw)>> {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let mut hanging: HashMap<String, Vec<Hanging>> = HashMap::new();
        for one in on_the_wall(session)? {
            hanging.entry(one.whose.name.clone()).or_default().push(one);
        }
        let mut flaws = Vec::new();
        for (row, whose) in &rows {
            let others = hanging.get(&whose.name).into_iter().flatten();
            for one in others.filter(|one| one.whose.may_be(whose) && !seen.has_row(one.whose.need)) {
                let why = FaultKind::StillShown { number: one.number, code: one.code.clone() };
                flaws.push((*row, Flaw::of(Field::Consent, why)));
            }
        }
        Ok(flaws)
    }
}

fn on_the_wall(session: &Session) -> anyhow::Result<Vec<Hanging>> {
    let sql = "
        SELECT id, wisher, phone, place_id, number, code
        FROM need
        WHERE state = :published AND state <> 'collected' AND kind = :wish AND wisher IS NOT NULL AND number IS NOT NULL
        ORDER BY id";
    let mut statement = session.prepare(sql)?;
    let hanging =
        statement.query_map(named_params! {":published": NeedState::Published, ":wish": NeedKind::Wish}, |row| {
            let name: String = row.get(1)?;
            let whose =
                Whose { need: row.get(0)?, name: folded(&name).into_owned(), phone: row.get(2)?, place: row.get(3)? };
            Ok(Hanging { whose, number: row.get(4)?, code: row.get(5)? })
        })?;
    hanging.map(|one| one.map_err(Into::into)).collect()
}
