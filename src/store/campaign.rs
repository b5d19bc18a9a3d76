//! Campaigns and quotas: periods, and who owes what.

use rusqlite::{OptionalExtension, named_params};

use crate::model::words::{Claimant, Counting, Joint, NeedKind};
use crate::store::Session;

use super::log::Change;
use super::record::Record;
use super::rows::{CampaignRow, QuotaRow};

pub fn all(session: &Session) -> anyhow::Result<Vec<CampaignRow>> {
    let mut statement = session
        .prepare("SELECT id, name, from_day, until_day, stale_days, pool_days FROM campaign ORDER BY from_day, id")?;
    let rows = statement.query_map([], CampaignRow::from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// After how many days something of a campaign is due, by the campaign of its need: each has a limit of its own, or none.
#[derive(Debug, Clone)]
pub struct Limits(Vec<(i64, u32)>);

impl Limits {
    /// After how many days claims are stale.
    pub fn stale(session: &Session) -> anyhow::Result<Limits> {
        Limits::of_all(session, |campaign| campaign.stale_days)
    }

    /// After how many days wishes are offered to everyone.
    pub fn pool(session: &Session) -> anyhow::Result<Limits> {
        Limits::of_all(session, |campaign| campaign.pool_days)
    }

    fn of_all(session: &Session, days: impl Fn(&CampaignRow) -> Option<u32>) -> anyhow::Result<Limits> {
        let limit = |campaign: &CampaignRow| Some((campaign.id, days(campaign)?));
        Ok(Limits(all(session)?.iter().filter_map(limit).collect()))
    }

    /// Only that of one campaign, where one is given.
    pub fn only(mut self, campaign: Option<i64>) -> Limits {
        self.0.retain(|(id, _)| campaign.is_none_or(|campaign| campaign == *id));
        self
    }

    pub fn of(&self, campaign: Option<i64>) -> Option<u32> {
        self.0.iter().find(|(id, _)| campaign == Some(*id)).map(|(_, days)| *days)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each limit once, the shortest first.
    pub fn days(&self) -> Vec<u32> {
        let mut days: Vec<u32> = self.0.iter().map(|(_, days)| *days).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

pub fn named(session: &Session, name: &str) -> anyhow::Result<Option<CampaignRow>> {
    let sql = "SELECT id, name, from_day, until_day, stale_days, pool_days FROM campaign WHERE name = :name";
    Ok(session.query_row(sql, named_params! {":name": name}, CampaignRow::from_row).optional()?)
}

pub fn by_id(session: &Session, id: i64) -> anyhow::Result<Option<CampaignRow>> {
    Ok(session.query_row(CampaignRow::SELECT, named_params! {":id": id}, CampaignRow::from_row).optional()?)
}

/// Adds a campaign with the two default quotas: one wish per in-service member, one project per unit organisation.
pub fn add(change: &mut Change<'_>, campaign: CampaignRow) -> anyhow::Result<i64> {
    let id = change.next_id::<CampaignRow>()?;
    change.insert(CampaignRow { id, ..campaign })?;
    for (claimant, class, need_kind) in
        [(Claimant::Member, "in_service", NeedKind::Wish), (Claimant::Org, "unit", NeedKind::Project)]
    {
        let owed = Owed { campaign: id, claimant, class: class.to_owned(), need_kind };
        set_quota(change, &owed, &Terms::default())?;
    }
    Ok(id)
}

/// Whom a quota is of, and what is owed.
pub struct Owed {
    pub campaign: i64,
    pub claimant: Claimant,
    pub class: String,
    pub need_kind: NeedKind,
}

/// What a quota's options become; `None` leaves them as they are, and is the default of a new quota.
#[derive(Default)]
pub struct Terms {
    pub at_least: Option<i64>,
    pub counting: Option<Counting>,
    pub joint: Option<Joint>,
}

/// Adds a quota, or changes the one for the same claimants and kind.
pub fn set_quota(change: &mut Change<'_>, owed: &Owed, terms: &Terms) -> anyhow::Result<()> {
    let sql = "
        SELECT id, campaign_id, claimant, class, need_kind, at_least, counting, joint
        FROM quota
        WHERE campaign_id = :campaign AND claimant = :claimant AND class = :class AND need_kind = :need_kind";
    let params = named_params! {
        ":campaign": owed.campaign,
        ":claimant": owed.claimant,
        ":class": owed.class,
        ":need_kind": owed.need_kind,
    };
    match change.session().query_row(sql, params, QuotaRow::from_row).optional()? {
        Some(before) => {
            let after = QuotaRow {
                at_least: terms.at_least.unwrap_or(before.at_least),
                counting: terms.counting.unwrap_or(before.counting),
                joint: terms.joint.unwrap_or(before.joint),
                ..before.clone()
            };
            change.update(&before, &after)
        }
        None => {
            let id = change.next_id::<QuotaRow>()?;
            change.insert(QuotaRow {
                id,
                campaign_id: owed.campaign,
                claimant: owed.claimant,
                class: owed.class.clone(),
                need_kind: owed.need_kind,
                at_least: terms.at_least.unwrap_or(1),
                counting: terms.counting.unwrap_or(Counting::Claimed),
                joint: terms.joint.unwrap_or(Joint::Each),
            })
        }
    }
}

/// The quotas of a campaign: members' before organisations'.
pub fn quotas(session: &Session, campaign: i64) -> anyhow::Result<Vec<QuotaRow>> {
    let sql = "
        SELECT id, campaign_id, claimant, class, need_kind, at_least, counting, joint
        FROM quota
        WHERE campaign_id = :campaign
        ORDER BY claimant, id";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map(named_params! {":campaign": campaign}, QuotaRow::from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
