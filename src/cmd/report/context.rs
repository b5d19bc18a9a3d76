//! What every report is made from: the office file of one moment, its places, the campaign, the day that counts.

use std::cell::OnceCell;

use super::needs::Facts;
use super::shared::Shared;
use crate::desk;
use crate::lang::{cmd, report as text};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::words::Level;
use crate::store::Session;
use crate::store::place::Places;
use crate::store::rows::CampaignRow;
use crate::store::{Store, campaign, setting};

/// What a report is made from: see the module.
pub struct ReportContext<'a> {
    pub session: &'a Session,
    pub places: Places,
    /// The place of the office.
    pub office: i64,
    /// What the report is of: the office's own place, or the one given.
    pub place: i64,
    /// The campaign given, else the one in use.
    pub campaign: Option<CampaignRow>,
    /// Whether `campaign` was given: needs are of any campaign otherwise.
    is_campaign_given: bool,
    /// Whether there is more than one campaign.
    has_campaigns: bool,
    /// The day of this run.
    pub today: Day,
    /// The day given, else `today`.
    pub day: Day,
    /// Whether a day was given for the report itself.
    is_day_given: bool,
    /// Whether the answer is the document: long lists are made into JSON for it only.
    pub wants_document: bool,
    /// The file, for a second reader.
    store: &'a Store,
    facts: OnceCell<Facts>,
    whole_facts: OnceCell<Facts>,
    /// The last entry of the log that counts. The tables are as they were then; the log itself is whole.
    pub entry: Option<i64>,
}

/// The places that a report is of: where none was given every one that the office file has, also those outside the
/// office's own.
pub struct Within(Option<Vec<bool>>);

impl Within {
    pub fn is_all(&self) -> bool {
        self.0.is_none()
    }

    pub fn has(&self, place: i64) -> bool {
        let Some(within) = &self.0 else { return true };
        usize::try_from(place).ok().and_then(|place| within.get(place)).copied().unwrap_or(false)
    }
}

/// Places by the group that a report counts them in: the place at some level that each belongs to.
#[derive(Default)]
pub struct PlaceGroups(Vec<i64>);

impl PlaceGroups {
    pub fn of(&self, place: i64) -> i64 {
        usize::try_from(place).ok().and_then(|at| self.0.get(at)).copied().unwrap_or(place)
    }

    pub fn all(&self) -> &[i64] {
        &self.0
    }
}

/// The moment that a report is of.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// The day given.
    pub day: Option<Day>,
    /// Whether a report of another moment is compared with it.
    pub is_compared: bool,
    /// The last entry that counts.
    pub entry: Option<i64>,
    /// The day of this run.
    pub today: Day,
}

impl ReportContext<'_> {
    /// Errors: an unknown place or campaign (exit 3), a day that is still to come (exit 2).
    pub fn new<'a>(
        session: &'a Session,
        shared: &Shared,
        moment: Moment,
        store: &'a Store,
    ) -> anyhow::Result<ReportContext<'a>> {
        let Moment { day: given, is_compared, entry, today } = moment;
        if let Some(day) = given.filter(|day| *day > today) {
            return Err(stop(Exit::Usage, text::day_to_come(day, today)));
        }
        let places = Places::load(session)?;
        let office = setting::office_place(session)?;
        let place = desk::place(&places, office, shared.place.as_ref())?;
        let campaign = match &shared.campaign {
            Some(name) => Some(desk::campaign(session, name)?),
            None => setting::campaign_in_use(session)?.map(|id| campaign::by_id(session, id)).transpose()?.flatten(),
        };
        Ok(ReportContext {
            session,
            places,
            office,
            place,
            campaign,
            is_campaign_given: shared.campaign.is_some(),
            has_campaigns: campaign::all(session)?.len() > 1,
            today,
            day: given.unwrap_or(today),
            is_day_given: given.is_some() && !is_compared,
            entry,
            wants_document: true,
            store,
            facts: OnceCell::new(),
            whole_facts: OnceCell::new(),
        })
    }

    /// The same report of another day.
    pub fn on(&self, day: Day) -> ReportContext<'_> {
        ReportContext {
            session: self.session,
            places: self.places.clone(),
            campaign: self.campaign.clone(),
            day,
            facts: OnceCell::new(),
            whole_facts: OnceCell::new(),
            ..*self
        }
    }

    /// The needs with their claims: read once, whichever part of a report needs them; `whole` with theme, campaign and programme.
    pub fn facts(&self, whole: bool) -> anyhow::Result<&Facts> {
        let kept = if whole { &self.whole_facts } else { &self.facts };
        if let Some(facts) = self.whole_facts.get().or(kept.get()) {
            return Ok(facts);
        }
        let facts = Facts::load(self, whole)?;
        Ok(kept.get_or_init(|| facts))
    }

    /// Asks two things of the same moment, at once where the file can be read twice.
    pub fn at_once<A, B: Send>(
        &self,
        here: impl FnOnce(&Session) -> anyhow::Result<A>,
        elsewhere: impl FnOnce(&Session) -> anyhow::Result<B> + Send,
    ) -> anyhow::Result<(A, B)> {
        let Some(snapshot) = self.store.snapshot() else {
            let other = elsewhere(self.session)?;
            return Ok((here(self.session)?, other));
        };
        std::thread::scope(|threads| {
            let entry = self.entry;
            let other = threads.spawn(move || {
                entry.map_or(Ok(()), |entry| snapshot.overlay_past(entry))?;
                elsewhere(snapshot.session())
            });
            let answer = here(self.session);
            let other = other.join().map_err(|_| anyhow::anyhow!("the second reader has failed"))?;
            Ok((answer?, other?))
        })
    }

    /// The needs with their claims, where they have been read whole.
    pub fn facts_at_hand(&self) -> Option<&Facts> {
        self.whole_facts.get()
    }

    /// The campaign. Errors: there is none (exit 3).
    pub fn campaign(&self) -> anyhow::Result<&CampaignRow> {
        self.campaign.as_ref().ok_or_else(|| stop(Exit::Refused, cmd::no_campaign()))
    }

    /// The campaign where one was given: only its needs count then.
    pub fn given_campaign(&self) -> Option<&CampaignRow> {
        self.campaign.as_ref().filter(|_| self.is_campaign_given)
    }

    /// The day as the titles of reports of needs have it: with the campaign given or, where there are several, that it is of
    /// all of them. A need waits whatever the campaign in use.
    pub fn day_of_needs(&self) -> String {
        match self.given_campaign() {
            None if self.is_of_all_campaigns() => text::of_all_campaigns(self.day),
            _ => self.of_given_campaign(self.day.to_string()),
        }
    }

    /// When, with the campaign where one was given.
    pub fn of_given_campaign(&self, when: String) -> String {
        self.given_campaign().map_or(when.clone(), |campaign| text::of_campaign(&campaign.name, when))
    }

    /// Whether needs of several campaigns are counted together.
    pub fn is_of_all_campaigns(&self) -> bool {
        self.has_campaigns && !self.is_campaign_given
    }

    /// The day that quotas are counted on: the one given, else the earlier of today and the campaign's last day. Errors: one
    /// before the campaign (exit 2).
    pub fn day_of_campaign(&self) -> anyhow::Result<Day> {
        let campaign = self.campaign()?;
        if self.day < campaign.from_day && self.is_day_given {
            let message = cmd::as_of_before_campaign(self.day, &campaign.name, campaign.from_day);
            return Err(stop(Exit::Usage, message));
        }
        Ok(if self.is_day_given { self.day } else { self.day.min(campaign.until_day) })
    }

    /// What the footer of a report of the campaign says of it: its days, and that it has not begun where it has not.
    pub fn campaign_lines(&self) -> anyhow::Result<Vec<String>> {
        let (campaign, as_of) = (self.campaign()?, self.day_of_campaign()?);
        let to_come = (as_of < campaign.from_day).then(|| cmd::campaign_to_come(&campaign.name, campaign.from_day));
        let days = cmd::as_of_line(&campaign.name, campaign.from_day, campaign.until_day, as_of);
        Ok(to_come.into_iter().chain([days]).collect())
    }

    /// The level below the report's own place.
    pub fn level_below(&self) -> Level {
        match self.places.level(self.place) {
            None | Some(Level::City) => Level::District,
            Some(Level::District) => Level::Street,
            Some(Level::Street) => Level::Community,
            Some(Level::Community | Level::Station) => Level::Station,
        }
    }

    /// The places that the report is of.
    pub fn within(&self) -> Within {
        let is_given = self.place != self.office;
        Within(is_given.then(|| self.by_place(|place| self.places.is_within(place, self.place))))
    }

    /// Places by the one at `level` that each belongs to.
    pub fn at_level(&self, level: Level) -> PlaceGroups {
        PlaceGroups(self.by_place(|place| self.places.at_level(place, level)))
    }

    fn by_place<T>(&self, of: impl Fn(i64) -> T) -> Vec<T> {
        let last = self.places.ids().max().unwrap_or(0);
        (0..=last).map(of).collect()
    }
}
