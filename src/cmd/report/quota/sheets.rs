//! The tables of `report quota`.

use crate::lang::{cmd as text, word};
use crate::model::words::{Counting, Joint};
use crate::output::{Cell, Sheet};
use crate::quota::{Figure, Figures};
use crate::store::rows::QuotaRow;

use super::PersonJson;

pub fn figures_sheet(quota: &QuotaRow, rows: &[(String, Figure)], figures: &Figures) -> Sheet {
    let mut sheet = Sheet::new(text::quota_heads());
    let who = text::whose_quota(
        word(quota.claimant.zh(), quota.claimant.code()),
        word(quota.need_kind.zh(), quota.need_kind.code()),
    );
    let mut push = |name: String, figure: &Figure| {
        sheet.rows.push(vec![
            Cell::text_of(who.clone()),
            Cell::text_of(name),
            Cell::Count(figure.required),
            Cell::Count(figure.met),
            Cell::Count(figure.unmet()),
            Cell::Rate(figure.rate()),
            Cell::Count(figure.claims),
        ]);
    };
    rows.iter().for_each(|(name, figure)| push(name.clone(), figure));
    push(text::total(), &figures.total);
    sheet.foot.push(rule(quota, figures));
    sheet
}

/// The counting rule, stated.
pub fn rule(quota: &QuotaRow, figures: &Figures) -> String {
    let counting = match quota.counting {
        Counting::Claimed => text::counts_claimed(),
        Counting::Completed => text::counts_completed(),
    };
    let joint = match quota.joint {
        Joint::Each => text::joint_each(),
        Joint::Lead => text::joint_lead(),
    };
    let who = word(quota.claimant.zh(), quota.claimant.code());
    let what = word(quota.need_kind.zh(), quota.need_kind.code());
    let volunteers = figures.volunteers;
    text::rule(
        who,
        what,
        quota.at_least,
        counting,
        joint,
        volunteers.claimants,
        volunteers.claims,
        figures.unregistered,
    )
}

pub fn people_sheet(quota: &QuotaRow, people: &[PersonJson]) -> Sheet {
    let mut sheet = Sheet::new(text::people_heads());
    let who = text::whose_quota(
        word(quota.claimant.zh(), quota.claimant.code()),
        word(quota.need_kind.zh(), quota.need_kind.code()),
    );
    for one in people {
        sheet.rows.push(vec![
            Cell::text_of(who.clone()),
            Cell::text_of(one.code.clone()),
            Cell::text_of(one.name.clone()),
            Cell::from(one.org.clone()),
            Cell::text_of(one.place.clone()),
            Cell::from(one.phone.clone()),
            Cell::Count(one.claims),
        ]);
    }
    sheet
}

/// The quotas of one report stand below each other in one table.
pub fn add_table(sheet: &mut Sheet, table: Sheet) {
    sheet.head = table.head;
    sheet.rows.extend(table.rows);
    sheet.foot.extend(table.foot);
}
