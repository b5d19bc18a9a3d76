//! What the office file has to match: people who have not met the quota, needs that are available, places.

use std::collections::{HashMap, HashSet};

use crate::matching::skills::Trades;
use crate::matching::{self, Instance};
use crate::model::day::Day;
use crate::model::words::{Claimant, Level};
use crate::quota::Facts;
use crate::store::Session;
use crate::store::figures::{self, Counted, open};
use crate::store::place::Places;
use crate::store::rows::{CampaignRow, QuotaRow};

/// How urgent a need is: see `matching::Cost`.
const SOON: i64 = 14;
const LATER: i64 = 30;
const LONG: i64 = 60;

/// An instance, and the ids behind its numbers.
pub struct Gathered {
    pub instance: Instance,
    pub people: Vec<i64>,
    pub needs: Vec<i64>,
    /// How many owe and are registered nowhere.
    pub unregistered: i64,
}

/// What decides who and what takes part.
pub struct Scope<'s> {
    pub session: &'s Session,
    pub quota: &'s QuotaRow,
    pub campaign: &'s CampaignRow,
    pub today: Day,
    /// Only people and needs below this place.
    pub place: i64,
    pub is_whole: bool,
    pub trades: &'s Trades,
}

pub fn gather(scope: &Scope<'_>, tree: &Places) -> anyhow::Result<Gathered> {
    let mut places: Vec<i64> = tree.ids().collect();
    places.sort_unstable();
    let place_at: HashMap<i64, usize> = places.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let place = |id: &i64| matching::Place {
        parent: tree.parent(*id).and_then(|parent| place_at.get(&parent).copied()),
        distance: distance_of(tree.level(*id)),
    };
    let instance = Instance { places: places.iter().map(place).collect(), ..Instance::default() };
    let mut gathered = Gathered { instance, people: Vec::new(), needs: Vec::new(), unregistered: 0 };
    let is_here = |place: i64| scope.is_whole || tree.is_within(place, scope.place);
    add_people(scope, &mut gathered, &place_at, is_here)?;
    add_needs(scope, &mut gathered, &place_at, is_here)?;
    exclude(scope, &mut gathered)?;
    Ok(gathered)
}

/// How far apart people and needs are that meet at a place of this level.
fn distance_of(level: Option<Level>) -> i64 {
    match level {
        None | Some(Level::City) => 3,
        Some(Level::District) => 2,
        Some(Level::Street) => 1,
        Some(Level::Community | Level::Station) => 0,
    }
}

fn add_people(
    scope: &Scope<'_>,
    gathered: &mut Gathered,
    place_at: &HashMap<i64, usize>,
    is_here: impl Fn(i64) -> bool,
) -> anyhow::Result<()> {
    let (session, quota) = (scope.session, scope.quota);
    let as_of = scope.today.min(scope.campaign.until_day);
    let mut facts = Facts::default();
    figures::each_of_class(session, quota.claimant, &quota.class, |id| facts.owes(id))?;
    figures::each_registered(session, quota.claimant, as_of, |id, place| facts.registered(id, place))?;
    // What is claimed counts, whether it is done or not: who has claimed enough only has to finish.
    let counted = Counted {
        need_kind: quota.need_kind,
        counting: crate::model::words::Counting::Claimed,
        joint: quota.joint,
        from: scope.campaign.from_day,
        as_of,
    };
    figures::each_counted(session, quota.claimant, &counted, |_| Ok(()), |id, ()| facts.claimed(id))?;
    let mut trades: HashMap<i64, u32> = HashMap::new();
    if quota.claimant == Claimant::Member {
        open::each_skilled(session, |id, skills| {
            let own = scope.trades.of_person(skills);
            if own != 0 {
                trades.insert(id, own);
            }
        })?;
    }
    gathered.unregistered = facts.figures(quota.at_least, scope.is_whole, |_, _| None).unregistered;
    for one in facts.standings(quota.at_least) {
        let Some(place) = place_at.get(&one.place).copied().filter(|_| !one.met && is_here(one.place)) else {
            continue;
        };
        let trades = trades.get(&one.id).copied().unwrap_or(0);
        gathered.instance.people.push(matching::Person { place, short: quota.at_least - one.claims, trades });
        gathered.people.push(one.id);
    }
    Ok(())
}

fn add_needs(
    scope: &Scope<'_>,
    gathered: &mut Gathered,
    place_at: &HashMap<i64, usize>,
    is_here: impl Fn(i64) -> bool,
) -> anyhow::Result<()> {
    open::each_open(scope.session, scope.quota.need_kind, |need| {
        if let Some(place) = place_at.get(&need.place).copied().filter(|_| is_here(need.place)) {
            let urgency = urgency(scope.today, need.deadline, need.since);
            let trade = scope.trades.of_need(need.text);
            gathered.instance.needs.push(matching::Need { place, left: need.left, trade, urgency });
            gathered.needs.push(need.id);
        }
        Ok(())
    })
}

/// 0 where the deadline is near or past, 1 and 2 for those that have waited long, 3 for the rest.
fn urgency(today: Day, deadline: Option<Day>, since: Option<Day>) -> u8 {
    let due_within = |days| deadline.is_some_and(|deadline| today.after(days).is_some_and(|day| deadline <= day));
    let waits = |days| since.is_some_and(|since| since <= today.before(days));
    if due_within(SOON) {
        0
    } else if due_within(LATER) || waits(LONG) {
        1
    } else if waits(LATER) {
        2
    } else {
        3
    }
}

/// Nobody is offered what they hold or gave back.
fn exclude(scope: &Scope<'_>, gathered: &mut Gathered) -> anyhow::Result<()> {
    let of_members = scope.quota.claimant == Claimant::Member;
    let mut had: Vec<(i64, i64)> = Vec::new();
    open::each_had(scope.session, of_members, |party, need| had.push((party, need)))?;
    if had.is_empty() {
        return Ok(());
    }
    let index = |ids: &[i64]| -> HashMap<i64, usize> { ids.iter().enumerate().map(|(at, id)| (*id, at)).collect() };
    let (people, needs) = (index(&gathered.people), index(&gathered.needs));
    let pairs = had.into_iter().filter_map(|(party, need)| Some((*people.get(&party)?, *needs.get(&need)?)));
    gathered.instance.excluded = pairs.collect::<HashSet<_>>();
    Ok(())
}
