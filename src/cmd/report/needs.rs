//! The needs of a report with what their claims came to: read once, grouped by whatever is asked.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::ground::Ground;
use crate::figures::progress::Taken;
use crate::lang::{report as text, word};
use crate::model::day::Day;
use crate::model::facts::{ClaimFact, NeedFact};
use crate::model::words::{Level, NeedKind};
use crate::store::Session;
use crate::store::figures::{needs, people};

/// What needs are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    District,
    Street,
    Community,
    Station,
    Kind,
    Theme,
    Programme,
}

impl By {
    /// The groups below a place.
    pub fn of_level(level: Level) -> By {
        match level {
            Level::City | Level::District => By::District,
            Level::Street => By::Street,
            Level::Community => By::Community,
            Level::Station => By::Station,
        }
    }
}

/// Names the group of a need.
pub struct Groups {
    by: By,
    /// By place, where that is the group.
    places: Vec<i64>,
    names: HashMap<i64, String>,
}

impl Groups {
    pub fn new(by: By, ground: &Ground<'_>) -> anyhow::Result<Groups> {
        let level = match by {
            By::District => Some(Level::District),
            By::Street => Some(Level::Street),
            By::Community => Some(Level::Community),
            By::Station => Some(Level::Station),
            By::Kind | By::Theme | By::Programme => None,
        };
        let places = level.map(|level| ground.at_level(level)).unwrap_or_default();
        let names = match by {
            By::Programme => people::programmes(ground.conn)?,
            _ => places.iter().map(|place| (*place, ground.places.path(*place))).collect(),
        };
        Ok(Groups { by, places, names })
    }

    /// Whether they ask for more of a need than its place and kind.
    pub fn want_words(&self) -> bool {
        matches!(self.by, By::Theme | By::Programme)
    }

    /// The key of a need's group; `name` knows what it is called.
    pub fn key(&self, need: &NeedFact) -> i64 {
        match self.by {
            By::Kind => need.kind as i64,
            By::Theme => need.theme.map_or(-1, |theme| theme as i64),
            By::Programme => need.programme.unwrap_or(0),
            By::District | By::Street | By::Community | By::Station => self.place(need.place),
        }
    }

    /// The group of a place.
    pub fn place(&self, place: i64) -> i64 {
        usize::try_from(place).ok().and_then(|at| self.places.get(at)).copied().unwrap_or(place)
    }

    pub fn name(&self, key: i64) -> String {
        use crate::model::words::Theme;
        let at = usize::try_from(key).ok();
        match self.by {
            By::Kind => at.and_then(|at| NeedKind::ALL.get(at)).map(|kind| word(kind.zh(), kind.code())),
            By::Theme => match at.and_then(|at| Theme::ALL.get(at)) {
                Some(theme) => Some(word(theme.zh(), theme.code())),
                None => Some(text::no_theme()),
            },
            By::Programme if key == 0 => Some(text::no_programme()),
            _ => self.names.get(&key).cloned(),
        }
        .unwrap_or_default()
    }
}

/// Which needs a report is of.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    pub kind: Option<NeedKind>,
    pub campaign: Option<i64>,
    /// Theme or programme of each is asked too.
    pub words: bool,
}

/// Every need, and what its claims had come to on the report's day.
#[derive(Debug, Default)]
pub struct Facts {
    needs: Vec<NeedFact>,
    /// By need.
    taken: Vec<Taken>,
}

impl Facts {
    ///
    /// `whole` has theme, campaign and programme of each need too.
    pub fn load(ground: &Ground<'_>, whole: bool) -> anyhow::Result<Facts> {
        let day = ground.day;
        let read_needs = |conn: &Session| {
            let mut needs = Vec::with_capacity(needs::room(conn)?);
            if whole {
                needs::each_need(conn, |need| needs.push(need))?;
            } else {
                needs::each_need_by_place(conn, |need| needs.push(need))?;
            }
            Ok(needs)
        };
        let (needs, taken) = ground.at_once(read_needs, move |conn| taken(conn, day))?;
        Ok(Facts { needs, taken })
    }
}

fn taken(conn: &Session, day: Day) -> anyhow::Result<Vec<Taken>> {
    let mut taken: Vec<Taken> = Vec::with_capacity(needs::room(conn)?);
    needs::each_claim(conn, |claim: ClaimFact| {
        let Ok(at) = usize::try_from(claim.need) else { return };
        if at >= taken.len() {
            taken.resize((at + 1).max(taken.capacity()), Taken::default());
        }
        taken[at].add(&claim, day);
    })?;
    Ok(taken)
}

/// Calls `each` with every need that is wanted, and what its claims had come to on the report's day.
pub fn each(ground: &Ground<'_>, wanted: Wanted, mut each: impl FnMut(&NeedFact, &Taken)) -> anyhow::Result<()> {
    let (facts, is_wanted) = (ground.facts(wanted.words || wanted.campaign.is_some())?, wanted.among(ground));
    let none = Taken::default();
    for need in facts.needs.iter().filter(|need| is_wanted(need)) {
        let taken = usize::try_from(need.id).ok().and_then(|at| facts.taken.get(at));
        each(need, taken.unwrap_or(&none));
    }
    Ok(())
}

/// Calls `each` with every need that is wanted.
pub fn each_wanted(ground: &Ground<'_>, wanted: Wanted, mut each: impl FnMut(&NeedFact)) -> anyhow::Result<()> {
    let is_wanted = wanted.among(ground);
    let mut one = |need: &NeedFact| {
        if is_wanted(need) {
            each(need);
        }
    };
    match ground.facts_at_hand() {
        Some(facts) => facts.needs.iter().for_each(one),
        None => needs::each_need(ground.conn, |need| one(&need))?,
    }
    Ok(())
}

impl Wanted {
    /// Whether every need that there is is wanted.
    pub fn is_every(self, ground: &Ground<'_>) -> bool {
        self.kind.is_none() && self.campaign.is_none() && ground.within().is_all()
    }

    /// Whether a need is wanted and lies in the report's place.
    pub fn among(self, ground: &Ground<'_>) -> impl Fn(&NeedFact) -> bool {
        let within = ground.within();
        move |need| {
            within.has(need.place)
                && self.kind.is_none_or(|kind| kind == need.kind)
                && (self.campaign.is_none() || self.campaign == need.campaign)
        }
    }
}
