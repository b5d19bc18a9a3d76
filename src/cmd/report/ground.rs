//! What a report stands on: the office file of one moment, its places, the campaign, the day that counts.

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

pub struct Ground<'a> {
    pub conn: &'a Session,
    pub places: Places,
    /// The place of the office.
    pub office: i64,
    /// What the report is of: the office's own place, or the one that was asked.
    pub place: i64,
    /// The campaign that was asked, else the one in use.
    pub campaign: Option<CampaignRow>,
    /// The day of this run.
    pub today: Day,
    /// The day that was asked, else `today`.
    pub day: Day,
    /// Whether a day was asked.
    pub day_asked: bool,
    /// Whether the answer is the document: long lists are not told twice.
    pub wants_document: bool,
    /// The file, for a second reader.
    store: &'a Store,
    facts: OnceCell<Facts>,
    whole_facts: OnceCell<Facts>,
    /// Nothing is known of what came behind this entry of the log. The tables are as they were then; the log itself is
    /// whole.
    pub entry: Option<i64>,
}

/// The places that a report is of: where none was asked every one that the office file has, those beyond the office's
/// own too.
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

/// When a report is of.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// The day that was asked.
    pub day: Option<Day>,
    /// The last entry that is known.
    pub entry: Option<i64>,
    /// The day of this run.
    pub today: Day,
}

impl Ground<'_> {
    /// Errors: an unknown place or campaign (exit 3), a day that is still to come (exit 2).
    pub fn new<'a>(conn: &'a Session, shared: &Shared, moment: Moment, store: &'a Store) -> anyhow::Result<Ground<'a>> {
        let Moment { day: asked, entry, today } = moment;
        if let Some(day) = asked.filter(|day| *day > today) {
            return Err(stop(Exit::Usage, text::day_to_come(day, today)));
        }
        let places = Places::load(conn)?;
        let office = setting::office_place(conn)?;
        let place = desk::place(&places, office, shared.place.as_ref())?;
        let campaign = match &shared.campaign {
            Some(name) => Some(desk::campaign(conn, name)?),
            None => setting::campaign_in_use(conn)?.map(|id| campaign::by_id(conn, id)).transpose()?.flatten(),
        };
        let (day, day_asked) = (asked.unwrap_or(today), asked.is_some());
        let (facts, whole_facts, wants_document) = (OnceCell::new(), OnceCell::new(), true);
        Ok(Ground {
            conn,
            places,
            office,
            place,
            campaign,
            today,
            day,
            day_asked,
            entry,
            wants_document,
            store,
            facts,
            whole_facts,
        })
    }

    /// The needs with their claims: read once, whatever asks for them; `whole` with theme, campaign and programme.
    pub fn facts(&self, whole: bool) -> anyhow::Result<&Facts> {
        let known = if whole { &self.whole_facts } else { &self.facts };
        if let Some(facts) = self.whole_facts.get().or(known.get()) {
            return Ok(facts);
        }
        let facts = Facts::load(self, whole)?;
        Ok(known.get_or_init(|| facts))
    }

    /// Asks two things of the same moment, at once where the file can be read twice.
    pub fn at_once<A, B: Send>(
        &self,
        here: impl FnOnce(&Session) -> anyhow::Result<A>,
        beside: impl FnOnce(&Session) -> anyhow::Result<B> + Send,
    ) -> anyhow::Result<(A, B)> {
        let Some(snapshot) = self.store.snapshot() else {
            let other = beside(self.conn)?;
            return Ok((here(self.conn)?, other));
        };
        std::thread::scope(|threads| {
            let entry = self.entry;
            let other = threads.spawn(move || {
                entry.map_or(Ok(()), |entry| snapshot.overlay_past(entry))?;
                beside(snapshot.session())
            });
            let answer = here(self.conn);
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

    /// The day that quotas are counted on: as asked, else the earlier of today and the campaign's last day. Errors: one
    /// before the campaign (exit 2).
    pub fn day_of_campaign(&self) -> anyhow::Result<Day> {
        let campaign = self.campaign()?;
        if self.day < campaign.from_day && self.day_asked {
            let told = cmd::as_of_before_campaign(self.day, &campaign.name, campaign.from_day);
            return Err(stop(Exit::Usage, told));
        }
        Ok(if self.day_asked { self.day } else { self.day.min(campaign.until_day) })
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
        let asked = self.place != self.office;
        Within(asked.then(|| self.by_place(|place| self.places.is_within(place, self.place))))
    }

    /// By place: the one at `level` that it belongs to.
    pub fn at_level(&self, level: Level) -> Vec<i64> {
        self.by_place(|place| self.places.at_level(place, level))
    }

    fn by_place<T>(&self, of: impl Fn(i64) -> T) -> Vec<T> {
        let last = self.places.ids().max().unwrap_or(0);
        (0..=last).map(of).collect()
    }
}
