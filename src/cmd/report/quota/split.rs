//! `--split-by` of a quota: whose lists go to a workbook of their own.

use std::collections::BTreeMap;

use super::people::Person;
use super::{Args, ReportContext, Which};
use crate::lang::report as text;
use crate::lang::values;
use crate::model::words::{Claimant, Level};
use crate::store::figures::people as stored;

/// Whose lists go to a workbook of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SplitBy {
    #[value(aliases = values::DISTRICT)]
    District,
    #[value(aliases = values::STREET)]
    Street,
    #[value(aliases = values::COMMUNITY)]
    Community,
    #[value(aliases = values::STATION)]
    Station,
    #[value(aliases = values::ORG)]
    Org,
}

/// The people of a list by their group.
pub fn groups(
    by: SplitBy,
    claimant: Claimant,
    list: Vec<Person>,
    context: &ReportContext<'_>,
) -> anyhow::Result<BTreeMap<String, Vec<Person>>> {
    let orgs = stored::orgs(context.session)?;
    let level = match by {
        SplitBy::District => Some(Level::District),
        SplitBy::Street => Some(Level::Street),
        SplitBy::Community => Some(Level::Community),
        SplitBy::Station => Some(Level::Station),
        SplitBy::Org => None,
    };
    let mut groups: BTreeMap<String, Vec<Person>> = BTreeMap::new();
    for person in list {
        let name = match level {
            Some(level) => context.places.path(context.places.at_level(person.place_id, level)),
            None => match person.org_id.and_then(|org| orgs.get(&org)) {
                // Two organisations may have one name.
                Some((code, name)) => format!("{name} {code}"),
                None if claimant == Claimant::Org => person.name.clone(),
                None => text::no_org(),
            },
        };
        groups.entry(name).or_default().push(person);
    }
    Ok(groups)
}

/// The list of every group: the one that `--list` names, else those who have not met the quota.
pub fn which(args: &Args) -> Which {
    args.list.unwrap_or(Which::Unmet)
}
