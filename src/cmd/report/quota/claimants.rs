//! The claimants of a quota: who owes, where each is registered, how many claims count.

use std::collections::HashMap;

use super::{ReportContext, Within};
use crate::quota::Facts;
use crate::store::Session;
use crate::store::figures::{self, Counted, CountedClaim, people};
use crate::store::rows::QuotaRow;

pub struct Claimants {
    pub facts: Facts,
    counted: Counted,
    within: Within,
}

impl Claimants {
    pub fn load(quota: &QuotaRow, context: &ReportContext<'_>) -> anyhow::Result<Claimants> {
        let (campaign, as_of) = (context.campaign()?, context.day_of_campaign()?);
        let counted = Counted {
            need_kind: quota.need_kind,
            counting: quota.counting,
            joint: quota.joint,
            from: campaign.from_day,
            as_of: as_of.min(campaign.until_day),
        };
        let claimant = quota.claimant;
        let owing = |session: &Session| {
            let mut facts = Facts::default();
            figures::each_of_class(session, claimant, &quota.class, |id| facts.owes(id))?;
            figures::each_registered(session, claimant, as_of, |id, place| facts.registered(id, place))?;
            Ok(facts)
        };
        let claims = move |session: &Session| {
            let mut facts = Facts::default();
            figures::each_counted(session, claimant, &counted, |_| Ok(()), |id, ()| facts.claimed(id))?;
            Ok(facts)
        };
        // Where a past overlays the tables, the second reader has to overlay it first: it gets the shorter part.
        let (claims, mut facts) = context.at_once(claims, owing)?;
        facts.take_claims(claims);
        Ok(Claimants { facts, counted, within: context.within() })
    }

    /// Whether the report is of all that the office has.
    pub fn is_whole(&self) -> bool {
        self.within.is_all()
    }

    /// Whether a place of registration lies in the report's own place.
    pub fn is_within(&self, place: i64) -> bool {
        self.within.has(place)
    }

    /// How many counted claims each claimant has in each programme; needs without one are 0.
    pub fn by_programme(
        &self,
        quota: &QuotaRow,
        context: &ReportContext<'_>,
    ) -> anyhow::Result<HashMap<(i64, i64), i64>> {
        let programmes = people::programme_of_needs(context.session)?;
        let mut claims: HashMap<(i64, i64), i64> = HashMap::new();
        let programme = |claim: &CountedClaim<'_, '_>| Ok(programmes.get(&claim.need).copied().unwrap_or(0));
        figures::each_counted(context.session, quota.claimant, &self.counted, programme, |id, programme| {
            *claims.entry((programme, id)).or_default() += 1;
        })?;
        Ok(claims)
    }
}
