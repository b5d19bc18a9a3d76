//! The snapshot that a pack is made from: one pass over the needs, which puts the verified ones up where all are asked for,
//! and keeps of those on the wall what may be published.

use std::collections::{HashMap, HashSet};
use std::iter::Peekable;
use std::sync::Arc;

use super::making::Making;
use super::{Args, Document, Unnamed, WithheldJson};
use crate::desk::wall::{self as on_wall, Judge, Spot};
use crate::lang::publish as texts;
use crate::lang::refusal::unshown;
use crate::lang::{self, cmd as text};
use crate::model::day::Day;
use crate::model::words::{NeedState, Progress};
use crate::privacy::wall::{PublicClaim, PublicNeed, Who, hide_few, private_in_name};
use crate::publish::{Campaign, Heading, Pack, Stamp, data};
use crate::store::Session;
use crate::store::log::Change;
use crate::store::pack::{self, Standing};
use crate::store::place::Places;
use crate::store::put_up::PutUp;
use crate::store::rows::NeedRow;
use crate::store::wall::{self, is_childs};
use crate::store::{campaign, need_days, setting};

/// How many of the latest claims a pack shows.
const LATEST: u32 = 20;

/// Whether a need waits to be put up: a change of many is prepared for only then.
pub fn waits(session: &Session) -> anyhow::Result<bool> {
    Ok(pack::count_verified(session)? > 0)
}

/// Takes the snapshot. `all`: every verified need is put up on the way, or withheld.
pub fn take(
    change: &mut Change<'_>,
    args: &Args,
    all: bool,
    making: &Making,
    today: Day,
    document: &mut Document,
) -> anyhow::Result<Pack> {
    let session = change.session();
    let places = Places::load(session)?;
    let waiting = if all { pack::count_verified(session)? } else { 0 };
    let judge = if waiting > 0 { Some(Judge::load(session, args.consent.is_some(), today)?) } else { None };
    let putting = (waiting > 0).then(|| PutUp::begin(change, making.on, args.consent.as_deref(), waiting));
    let mut putting = putting.transpose()?;
    let standings = pack::standings(session, setting::campaign_in_use(session)?, None)?;
    let mut wall = Wall::new(making, &places, &standings, waiting, today);
    pack::each_need(session, |need| {
        if making.place.is_some_and(|place| !places.is_within(need.place_id, place)) {
            return Ok(());
        }
        match (need.state, &mut putting) {
            (NeedState::Verified, _) if all && need.number.is_some() => {
                document.stays_down(&need)?;
                Ok(())
            }
            (NeedState::Verified, Some(putting)) => match judge.as_ref().and_then(|judge| judge.withheld(&need)) {
                Some(refused) => {
                    document.withheld.push(WithheldJson::of(need.code.to_string(), refused));
                    Ok(())
                }
                None => {
                    if let Some(early) = need_days::too_early(&need, making.on) {
                        document.refuse_early(&early);
                        return Ok(());
                    }
                    let after = putting.take(change, &need)?;
                    wall.hang(&after, Progress::Open, 0, is_childs(&after, today))?;
                    document.published.add(&after);
                    Ok(())
                }
            },
            (NeedState::Published | NeedState::Closed, _) => wall.hang_published(&need, document),
            _ => Ok(()),
        }
    })?;
    // The names that the judge knows are many.
    drop(judge);
    if let Some(putting) = putting {
        putting.finish(change)?;
    }
    lang::speaking(making.lang, || wall.pack(change.session(), document))
}

/// The needs of a pack as they are gathered.
struct Wall<'a> {
    making: &'a Making,
    today: Day,
    places: &'a Places,
    standings: Peekable<std::slice::Iter<'a, Standing>>,
    spots: HashMap<i64, Spot>,
    /// Short names of wishers: a city has a few hundred.
    wishers: HashSet<Arc<str>>,
    needs: Vec<PublicNeed>,
    /// The wisher of each.
    who: Vec<Who>,
    /// The wall number of each need, by its id, in ascending order.
    numbers: Vec<(i64, u32)>,
}

impl<'a> Wall<'a> {
    /// `waiting`: how many may join those on the wall.
    fn new(making: &'a Making, places: &'a Places, standings: &'a [Standing], waiting: usize, today: Day) -> Wall<'a> {
        let most = standings.len() + waiting;
        Wall {
            making,
            today,
            places,
            standings: standings.iter().peekable(),
            spots: HashMap::new(),
            wishers: HashSet::new(),
            needs: Vec::with_capacity(most),
            who: Vec::with_capacity(most),
            numbers: Vec::with_capacity(most),
        }
    }

    /// Hangs a need that was on the wall before, if it still is; one that may not be shown any longer is withheld.
    fn hang_published(&mut self, need: &NeedRow, document: &mut Document) -> anyhow::Result<()> {
        while self.standings.next_if(|standing| standing.need < need.id).is_some() {}
        let Some(standing) = self.standings.next_if(|standing| standing.need == need.id) else { return Ok(()) };
        let is_childs = is_childs(need, self.today);
        if let Some(why) = wall::unshown_of(need, || is_childs) {
            let code = need.code.to_string();
            if need.state == NeedState::Published && !document.withheld.iter().any(|other| other.code == code) {
                // What somebody holds cannot be taken down, and needs not be.
                let reason = match standing.progress {
                    Progress::Open => text::not_to_be_shown(&code, unshown(why)),
                    _ => text::held_and_not_shown(unshown(why)),
                };
                document.withheld.push(WithheldJson::new(code, why.code(), reason));
            }
            return Ok(());
        }
        self.hang(need, standing.progress, standing.taken, is_childs)
    }

    fn hang(&mut self, need: &NeedRow, progress: Progress, taken: u32, is_childs: bool) -> anyhow::Result<()> {
        let spot = self.spots.entry(need.place_id).or_insert_with(|| Spot::of(self.places, need.place_id));
        let public = on_wall::public_need(need, spot, progress, taken, is_childs)?;
        let mut public = data::limited(public, |column| self.making.settings.shows(column));
        match self.wishers.get(&public.wisher) {
            Some(known) => public.wisher = Arc::clone(known),
            None => {
                self.wishers.insert(Arc::clone(&public.wisher));
            }
        }
        self.numbers.push((need.id, public.number));
        self.needs.push(public);
        self.who.push(on_wall::who(need));
        Ok(())
    }

    fn pack(self, session: &Session, document: &mut Document) -> anyhow::Result<Pack> {
        let Wall { making, places, mut needs, who, numbers, .. } = self;
        let mut claims = Vec::new();
        for claim in pack::latest_claims(session, LATEST)? {
            let Ok(at) = numbers.binary_search_by_key(&claim.need, |(need, _)| *need) else { continue };
            let number = numbers[at].1;
            let found = claim.name.as_deref().map(private_in_name).unwrap_or_default();
            let by = claim.name.filter(|_| found.is_empty()).unwrap_or_else(|| texts::claimant(claim.by));
            if !found.is_empty() {
                document.unnamed.push(Unnamed { number, found, shown: claim.by });
            }
            claims.push(PublicClaim { number, on: claim.on, by: by.into() });
        }
        drop(numbers);
        hide_few(&mut needs, &who, making.k);
        drop(who);
        needs.sort_unstable_by_key(|need| need.number);
        let office = on_wall::public_place(places, setting::office_place(session)?).to_owned();
        let place = making.place.map(|place| on_wall::public_place(places, place).to_owned());
        let title = making.settings.title.clone().unwrap_or_else(|| match &place {
            Some(place) if *place != office => texts::title_of_place(&office, place),
            _ => texts::title(&office),
        });
        let campaign = match setting::campaign_in_use(session)? {
            Some(id) => campaign::by_id(session, id)?,
            None => None,
        };
        let campaign = campaign.map(|row| Campaign { name: row.name, from: row.from_day, until: row.until_day });
        let fingerprint = crate::model::text::hex(&data::fingerprint(&needs, &claims)?);
        Ok(Pack {
            heading: Heading { office, title, day: making.on, place, campaign, k: making.k },
            needs,
            claims,
            settings: making.settings.clone(),
            stamp: Stamp { entry: 0, head: String::new(), fingerprint },
        })
    }
}
