//! The projects of `report progress` by the last milestone that each has reached.

use std::collections::BTreeMap;

use super::analysis::Analysis;
use super::checks::Check;
use super::context::ReportContext;
use super::name::Name;
use super::needs::{self, Scope};
use crate::lang::follow as text;
use crate::lang::report::column;
use crate::lang::word;
use crate::model::words::{Milestone, NeedKind};
use crate::output::Cell;
use crate::output::report::{Column, Columns};
use crate::store::figures::needs as stored;

/// How many milestones there are.
const MILESTONES: usize = Milestone::Accepted as usize + 1;

/// A group's claimed projects.
#[derive(Debug, Clone, Copy, Default)]
struct Projects {
    claimed: i64,
    /// By the last milestone; those that have none yet are in none.
    at: [i64; MILESTONES],
}

type Group = (Name, Projects);

/// Adds the section where there are projects that somebody has claimed.
pub fn add(scope: &Scope, context: &ReportContext<'_>, analysis: &mut Analysis) -> anyhow::Result<()> {
    let mut reached: BTreeMap<i64, Option<Milestone>> = BTreeMap::new();
    stored::each_project_claim(context.session, context.day, |need, last| {
        let known = reached.entry(need).or_default();
        *known = (*known).max(last);
    })?;
    let mut found: BTreeMap<i64, Projects> = BTreeMap::new();
    let mut total = Projects::default();
    needs::each(context, scope.wanted, |need, taken| {
        if need.kind != NeedKind::Project || taken.live == 0 {
            return;
        }
        let Some(last) = reached.get(&need.id) else { return };
        for projects in [&mut total, found.entry(scope.groups.key(need)).or_default()] {
            projects.claimed += 1;
            if let Some(last) = last {
                projects.at[*last as usize] += 1;
            }
        }
    })?;
    let mut groups: Vec<Group> = found.into_iter().map(|(key, group)| (scope.groups.name(key), group)).collect();
    groups.sort_by(|one, other| one.0.cmp(&other.0));
    let columns = columns();
    let total = columns.cells(&(Name::total(), total));
    let mut section = columns.section("milestones", text::milestones(), &groups).with_total(total);
    analysis.key("milestones", section.items())?;
    if groups.is_empty() {
        return Ok(());
    }
    analysis.checks.extend(groups.iter().map(|(place, projects)| {
        let reached = projects.at.iter().sum::<i64>() + projects.none();
        Check::equal(
            format!("{place} {}", text::sum_of_milestones()),
            reached,
            text::c_claimed_projects(),
            projects.claimed,
        )
    }));
    section.notes.push(text::milestones_rule());
    analysis.sections.push(section);
    Ok(())
}

impl Projects {
    /// Those that have no milestone yet.
    fn none(&self) -> i64 {
        self.claimed - self.at.iter().sum::<i64>()
    }
}

fn columns() -> Columns<Group> {
    let mut columns = vec![
        Column::place("place", column::group()).of_items().of(|group: &Group| group.0.cell()),
        Column::count("claimed", text::c_claimed_projects()).sum().of(|group: &Group| Cell::Count(group.1.claimed)),
        Column::count("none", text::c_no_letter()).sum().of(|group: &Group| Cell::Count(group.1.none())),
    ];
    for &milestone in Milestone::ALL {
        let column = Column::count(milestone.code(), word(milestone.zh(), milestone.code())).sum();
        columns.push(column.of(move |group: &Group| Cell::Count(group.1.at[milestone as usize])));
    }
    columns.into()
}
