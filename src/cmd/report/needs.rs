//! The needs of a report with how far their claims have come: read once, in whichever groups are wanted.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::context::{PlaceGroups, ReportContext};
use super::name::Name;
use crate::figures::progress::Taken;
use crate::lang::report as text;
use crate::lang::values;
use crate::model::day::Day;
use crate::model::facts::{ClaimFact, NeedFact};
use crate::model::words::{Level, NeedKind};
use crate::store::Session;
use crate::store::figures::{needs, people};
use crate::store::reopening::{self, Was};

/// What needs are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    #[value(aliases = values::DISTRICT)]
    District,
    #[value(aliases = values::STREET)]
    Street,
    #[value(aliases = values::COMMUNITY)]
    Community,
    #[value(aliases = values::STATION)]
    Station,
    #[value(aliases = values::KIND)]
    Kind,
    #[value(aliases = values::THEME)]
    Theme,
    #[value(aliases = values::PROGRAMME)]
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
    /// Where places are the groups.
    places: PlaceGroups,
    names: HashMap<i64, Arc<str>>,
}

impl Groups {
    pub fn new(by: By, context: &ReportContext<'_>) -> anyhow::Result<Groups> {
        let level = match by {
            By::District => Some(Level::District),
            By::Street => Some(Level::Street),
            By::Community => Some(Level::Community),
            By::Station => Some(Level::Station),
            By::Kind | By::Theme | By::Programme => None,
        };
        let places = level.map(|level| context.at_level(level)).unwrap_or_default();
        let names = match by {
            By::Programme => {
                people::programmes(context.session)?.into_iter().map(|(id, name)| (id, name.into())).collect()
            }
            _ => places.all().iter().map(|place| (*place, context.places.path(*place).into())).collect(),
        };
        Ok(Groups { by, places, names })
    }

    /// Whether they depend on more of a need than its place and kind.
    pub fn want_words(&self) -> bool {
        matches!(self.by, By::Theme | By::Programme)
    }

    /// The key of a need's group, which `name` names.
    pub fn key(&self, need: &NeedFact) -> i64 {
        match self.by {
            By::Kind => need.kind as i64,
            By::Theme => need.theme.map_or(-1, |theme| theme as i64),
            By::Programme => need.programme.unwrap_or(0),
            By::District | By::Street | By::Community | By::Station => self.places.of(need.place),
        }
    }

    pub fn name(&self, key: i64) -> Name {
        use crate::model::words::Theme;
        let at = usize::try_from(key).ok();
        match self.by {
            By::Kind => at.and_then(|at| NeedKind::ALL.get(at)).map(|kind| Name::word(kind.zh(), kind.code())),
            By::Theme => match at.and_then(|at| Theme::ALL.get(at)) {
                Some(theme) => Some(Name::word(theme.zh(), theme.code())),
                None => Some(Name::none(text::no_theme())),
            },
            By::Programme if key == 0 => Some(Name::none(text::no_programme())),
            _ => self.names.get(&key).map(|name| Name::own(Arc::clone(name))),
        }
        .unwrap_or_else(|| Name::own(""))
    }
}

/// What reports of needs have in common: whose needs they are of, and in which groups.
pub struct Scope {
    pub wanted: Wanted,
    pub groups: Groups,
}

impl Scope {
    /// By the level below the report's place unless other groups are given.
    pub fn new(by: Option<By>, kind: Option<NeedKind>, context: &ReportContext<'_>) -> anyhow::Result<Scope> {
        let groups = Groups::new(by.unwrap_or(By::of_level(context.level_below())), context)?;
        let campaign = context.given_campaign().map(|campaign| campaign.id);
        Ok(Scope { wanted: Wanted { kind, campaign, words: groups.want_words() }, groups })
    }
}

/// Which needs a report is of.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    pub kind: Option<NeedKind>,
    pub campaign: Option<i64>,
    /// Also the theme and the programme of each.
    pub words: bool,
}

/// Every need, and how far its claims had come on the report's day.
#[derive(Debug, Default)]
pub struct Facts {
    needs: Vec<NeedFact>,
    /// By need.
    taken: Vec<Taken>,
}

impl Facts {
    /// Reads needs and claims; `whole` has theme, campaign and programme of each need too.
    pub fn load(context: &ReportContext<'_>, whole: bool) -> anyhow::Result<Facts> {
        let (day, last) = (context.day, context.entry);
        let read_needs = |session: &Session| {
            let mut needs = Vec::with_capacity(needs::room(session)?);
            if whole {
                needs::each_need(session, |need| needs.push(need))?;
            } else {
                needs::each_need_by_place(session, |need| needs.push(need))?;
            }
            put_back(session, &mut needs, day, last)?;
            Ok(needs)
        };
        let (needs, taken) = context.at_once(read_needs, move |session| taken(session, day))?;
        Ok(Facts { needs, taken })
    }
}

/// What was reopened, or taken down, after the report's day was on that day what it was before.
fn put_back(session: &Session, needs: &mut [NeedFact], day: Day, last: Option<i64>) -> anyhow::Result<()> {
    let mut before: HashMap<i64, Was> = HashMap::new();
    reopening::each(session, last, |was| {
        // The first time that it changed since.
        if was.until > day {
            before.entry(was.need.id).or_insert(was);
        }
    })?;
    if !before.is_empty() {
        for need in needs {
            if let Some(was) = before.get(&need.id) {
                was.put_back(need);
            }
        }
    }
    Ok(())
}

fn taken(session: &Session, day: Day) -> anyhow::Result<Vec<Taken>> {
    let mut taken: Vec<Taken> = Vec::with_capacity(needs::room(session)?);
    needs::each_claim(session, |claim: ClaimFact| {
        let Ok(at) = usize::try_from(claim.need) else { return };
        if at >= taken.len() {
            taken.resize((at + 1).max(taken.capacity()), Taken::default());
        }
        taken[at].add(&claim, day);
    })?;
    Ok(taken)
}

/// Calls `each` with every need that is wanted, and how far its claims had come on the report's day.
pub fn each(
    context: &ReportContext<'_>,
    wanted: Wanted,
    mut each: impl FnMut(&NeedFact, &Taken),
) -> anyhow::Result<()> {
    let (facts, is_wanted) = (context.facts(wanted.words || wanted.campaign.is_some())?, wanted.among(context));
    let none = Taken::default();
    for need in facts.needs.iter().filter(|need| is_wanted(need)) {
        let taken = usize::try_from(need.id).ok().and_then(|at| facts.taken.get(at));
        each(need, taken.unwrap_or(&none));
    }
    Ok(())
}

/// Calls `each` with every need that is wanted.
pub fn each_wanted(context: &ReportContext<'_>, wanted: Wanted, mut each: impl FnMut(&NeedFact)) -> anyhow::Result<()> {
    let is_wanted = wanted.among(context);
    let mut one = |need: &NeedFact| {
        if is_wanted(need) {
            each(need);
        }
    };
    match context.facts_at_hand() {
        Some(facts) => facts.needs.iter().for_each(one),
        None => needs::each_need(context.session, |need| one(&need))?,
    }
    Ok(())
}

impl Wanted {
    /// Whether every need that there is is wanted.
    pub fn is_every(self, context: &ReportContext<'_>) -> bool {
        self.kind.is_none() && self.campaign.is_none() && context.within().is_all()
    }

    /// Whether a need is wanted and lies in the report's place.
    pub fn among(self, context: &ReportContext<'_>) -> impl Fn(&NeedFact) -> bool {
        let within = context.within();
        move |need| {
            within.has(need.place)
                && self.kind.is_none_or(|kind| kind == need.kind)
                && (self.campaign.is_none() || self.campaign == need.campaign)
        }
    }
}
