//! `report participation`: who takes part in claims, as distinct people and organisations.

mod participants;

use serde::{Deserialize, Serialize};
use serde_json::json;

use self::participants::{Claims, checks, classes, figure_checks};
pub use self::participants::{Counted, counted};
use super::analysis::Analysis;
use super::checks::Check;
use super::context::ReportContext;
use super::name::Name;
use super::needs::{self, Groups, Wanted};
use super::period::{Period, cut_short, last_day};
use super::shared::Shared;
use crate::figures::participation::{ByClaimant, Figure};
use crate::lang::report::{self as text, column};
use crate::lang::values;
use crate::lang::{cmd, word};
use crate::model::day::Day;
use crate::model::facts::NeedFact;
use crate::model::words::{Claimant, NeedKind};
use crate::output::Cell;
use crate::output::report::{Column, Columns, RowKind, Section, TypedColumn};
use crate::store::figures::people;

#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Args {
    /// Also by programme, or by the place of the need; classes are always listed
    #[arg(long, value_name = "GROUP")]
    pub by: Option<By>,
    /// Only claims of wishes, or only of projects
    #[arg(long, value_name = "KIND")]
    pub kind: Option<NeedKind>,
    /// Only claims of this day or later; by default the campaign's first day
    #[arg(long, value_name = "DAY")]
    pub from: Option<Day>,
    /// Only claims of this day or earlier; by default the campaign's last day
    #[arg(long, value_name = "DAY")]
    pub until: Option<Day>,
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    #[value(aliases = values::CLASS)]
    Class,
    #[value(aliases = values::DISTRICT)]
    District,
    #[value(aliases = values::STREET)]
    Street,
    #[value(aliases = values::COMMUNITY)]
    Community,
    #[value(aliases = values::PROGRAMME)]
    Programme,
}

impl By {
    /// The groups of needs; none where only classes are wanted.
    fn of_needs(self) -> Option<needs::By> {
        match self {
            By::Class => None,
            By::District => Some(needs::By::District),
            By::Street => Some(needs::By::Street),
            By::Community => Some(needs::By::Community),
            By::Programme => Some(needs::By::Programme),
        }
    }
}

/// A class of claimants; none where it is all of them, or none of these.
struct Class {
    claimant: Name,
    class: Option<(&'static str, String)>,
    figure: Figure,
}

/// A group of needs and who takes part in its claims.
struct Group {
    place: Name,
    figures: ByClaimant,
    claims: Claims,
}

/// Somebody who takes part.
struct Listed {
    claimant: String,
    code: String,
    name: String,
    class: Option<String>,
    figure: Figure,
}

pub fn build(args: &Args, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
    let period = period(args, context)?;
    let campaign = context.given_campaign();
    let wanted = Wanted { kind: args.kind, campaign: campaign.map(|campaign| campaign.id), words: true };
    let groups = args.by.and_then(By::of_needs).map(|by| Groups::new(by, context)).transpose()?;
    // Where every claim counts alike, their needs are not read.
    let group = |need: &NeedFact| groups.as_ref().map_or(0, |groups| groups.key(need));
    let group = (groups.is_some() || !wanted.is_every(context)).then_some(group);
    let counted = counted(context, wanted, period, group)?;
    let title = text::participation_title(context.of_given_campaign(match period.from {
        // Of a campaign that has not begun.
        Some(from) if from > period.until => text::period_from(from),
        Some(from) => text::period(from, period.until),
        None => text::period_until(period.until),
    }));
    let mut analysis = Analysis::of_day(title, context.day, campaign)?;
    analysis.warnings.extend(cut_short(args.until, last_day(&args.shared, context)?));
    analysis.key("from", period.from)?;
    analysis.key("until", period.until)?;
    analyse(&counted, &mut analysis)?;
    analysis.rules.push(text::participation_rule(context.day));
    let to_come =
        context.campaign.as_ref().filter(|one| period.from == Some(one.from_day) && one.from_day > period.until);
    analysis.rules.extend(to_come.map(|campaign| cmd::campaign_to_come(&campaign.name, campaign.from_day)));
    if let Some(groups) = &groups {
        analyse_groups(&counted, groups, &mut analysis)?;
    }
    if args.shared.form.answer.opens_to_rows()? {
        let people = people_section(&counted, context)?;
        let distinct = counted.total.iter().map(|figure| figure.distinct).sum();
        let listed = i64::try_from(people.row_count()).unwrap_or(i64::MAX);
        analysis.checks.push(Check::equal(text::participants_name(), listed, column::distinct(), distinct));
        analysis.sections.push(people);
    }
    Ok(analysis)
}

/// What is not given is the campaign's; without one, everything up to the report's day.
fn period(args: &Args, context: &ReportContext<'_>) -> anyhow::Result<Period> {
    let last = last_day(&args.shared, context)?;
    let given = Period::new(args.from, args.until, last)?;
    let Some(campaign) = &context.campaign else { return Ok(given) };
    let from = args.from.or(Some(campaign.from_day).filter(|from| args.until.is_none_or(|until| *from <= until)));
    let ends = args.until.is_none() && args.from.is_none_or(|from| from <= campaign.until_day);
    let until = if ends { given.until.min(campaign.until_day) } else { given.until };
    Ok(Period { from, until })
}

fn analyse(counted: &Counted, analysis: &mut Analysis) -> anyhow::Result<()> {
    let section = classes_section(counted);
    for (name, (total, classes)) in ["members", "orgs", "outsiders"].into_iter().zip(section.subtotals()) {
        let mut document = total;
        document["classes"] = classes.into();
        analysis.key(name, document)?;
    }
    let Claims { claims, unnamed, with_unnamed } = counted.claims;
    analysis.key("claims", claims)?;
    analysis.key("unnamed", json!({"people": unnamed, "claims": with_unnamed}))?;
    analysis.checks.extend(checks(counted));
    analysis.sections.push(section);
    Ok(())
}

fn analyse_groups(counted: &Counted, groups: &Groups, analysis: &mut Analysis) -> anyhow::Result<()> {
    let group = |(key, claims): (&i64, &Claims)| Group {
        place: groups.name(*key),
        figures: counted.who.groups.get(key).copied().unwrap_or_default(),
        claims: *claims,
    };
    let mut rows: Vec<Group> = counted.claims_of.iter().map(group).collect();
    rows.sort_by(|one, other| one.place.cmp(&other.place));
    analysis.checks.extend(rows.iter().flat_map(|row| group_checks(row, counted)));
    let section = groups_section(&rows, counted);
    analysis.key("groups", section.items())?;
    analysis.sections.push(section);
    analysis.rules.push(text::participation_overlap());
    Ok(())
}

/// Claimants may be in several groups, but in no group are there more than there are at all.
fn group_checks(row: &Group, counted: &Counted) -> Vec<Check> {
    let mut checks = Vec::new();
    for (figure, whole) in row.figures.iter().zip(counted.total) {
        checks.extend(figure_checks(&row.place, figure));
        let what = format!("{} {}", row.place, column::distinct());
        checks.push(Check::at_most(what, figure.distinct, cmd::total(), whole.distinct));
    }
    checks
}

/// The columns of how many take part and how often.
fn figure_columns<R: 'static>(figure: fn(&R) -> &Figure) -> Vec<TypedColumn<R>> {
    let count = |key: &'static str, header: String, of: fn(&Figure) -> i64| {
        Column::count(key, header).sum().of(move |row: &R| Cell::Count(of(figure(row))))
    };
    vec![
        count("distinct", column::distinct(), |figure| figure.distinct),
        count("taken_part", column::taken_part(), |figure| figure.taken_part),
        count("lead", column::as_lead(), |figure| figure.lead),
    ]
}

fn classes_section(counted: &Counted) -> Section {
    let mut columns = vec![
        Column::text("claimant", column::claimant()).for_people().of(|row: &Class| row.claimant.cell()),
        Column::text("class", column::class()).of_items().of(|row: &Class| match &row.class {
            Some((code, class)) => Cell::coded(class, *code),
            None => Name::total().cell(),
        }),
    ];
    columns.extend(figure_columns(|row: &Class| &row.figure));
    let columns = Columns::from(columns);
    let mut section = columns.section("classes", text::participation_name(), &[]);
    for claimant in Claimant::ALL {
        let (name, of) = (Name::word(claimant.zh(), claimant.code()), *claimant as usize);
        for (figure, class) in counted.classes[of].iter().zip(classes(*claimant)) {
            let row = Class { claimant: name.clone(), class: Some(class), figure: *figure };
            section = section.with_row(RowKind::Item, columns.cells(&row));
        }
        let total = Class { claimant: name, class: None, figure: counted.total[of] };
        section = section.with_subtotal(columns.cells(&total));
    }
    // Nobody knows how many people these are, nor who leads: they only take part.
    let unnamed = section.columns.iter().map(|column| match column.key {
        "claimant" => Cell::coded(text::unnamed_people(), "unnamed"),
        "taken_part" => Cell::Count(counted.claims.unnamed),
        _ => Cell::Blank,
    });
    let unnamed = unnamed.collect();
    section.with_row(RowKind::Item, unnamed)
}

fn groups_section(rows: &[Group], counted: &Counted) -> Section {
    let of = |column: Column, of: fn(&Group) -> i64| column.of(move |row: &Group| Cell::Count(of(row)));
    let sum = |row: &Group, of: fn(&Figure) -> i64| -> i64 { row.figures.iter().map(of).sum() };
    let mut columns = vec![Column::place("place", column::group()).of_items().of(|row: &Group| row.place.cell())];
    columns.extend([
        of(Column::count("members.distinct", column::members()), |row| row.figures[0].distinct),
        of(Column::document_count("members.taken_part"), |row| row.figures[0].taken_part),
        of(Column::document_count("members.lead"), |row| row.figures[0].lead),
        of(Column::count("orgs.distinct", column::orgs()), |row| row.figures[1].distinct),
        of(Column::document_count("orgs.taken_part"), |row| row.figures[1].taken_part),
        of(Column::document_count("orgs.lead"), |row| row.figures[1].lead),
        of(Column::count("outsiders.distinct", column::outsiders()), |row| row.figures[2].distinct),
        of(Column::document_count("outsiders.taken_part"), |row| row.figures[2].taken_part),
        of(Column::document_count("outsiders.lead"), |row| row.figures[2].lead),
        of(Column::count("claims", column::claims_made()).sum(), |row| row.claims.claims),
        Column::count("taken_part", column::taken_part())
            .sum()
            .of(move |row: &Group| Cell::Count(sum(row, |figure| figure.taken_part))),
        Column::count("lead", column::as_lead())
            .sum()
            .of(move |row: &Group| Cell::Count(sum(row, |figure| figure.lead))),
        of(Column::count("unnamed", column::unnamed()).sum(), |row| row.claims.unnamed),
    ]);
    let columns = Columns::from(columns);
    let total = Group { place: Name::total(), figures: counted.total, claims: counted.claims };
    columns.section("groups", text::participation_groups_name(), rows).with_total(columns.cells(&total))
}

/// The participants themselves.
fn people_section(counted: &Counted, context: &ReportContext<'_>) -> anyhow::Result<Section> {
    let mut listed = Vec::new();
    let mut people = counted.who.people.iter().peekable();
    for claimant in Claimant::ALL {
        let (name, words) = (word(claimant.zh(), claimant.code()), classes(*claimant));
        let class_of = &counted.class_of[*claimant as usize];
        // Both come by id.
        people::each(context.session, *claimant, |named| {
            let Some(one) = people.next_if(|one| (one.claimant, one.id) == (*claimant, named.id)) else { return };
            let class = class_of.get(one.id).and_then(|class| words.get(*class)).map(|(_, word)| word.clone());
            let figure = Figure { distinct: 1, taken_part: one.taken_part, lead: one.lead };
            listed.push(Listed { claimant: name.clone(), code: named.code, name: named.name, class, figure });
        })?;
    }
    let columns: Columns<Listed> = vec![
        Column::text("claimant", column::claimant()).of(|one: &Listed| Cell::text_of(one.claimant.as_str())),
        Column::text("code", column::code()).of(|one: &Listed| Cell::text_of(one.code.as_str())),
        Column::text("name", column::name()).of(|one: &Listed| Cell::text_of(one.name.as_str())),
        Column::text("class", column::class()).of(|one: &Listed| Cell::from(one.class.clone())),
        Column::count("taken_part", column::taken_part()).of(|one: &Listed| Cell::Count(one.figure.taken_part)),
        Column::count("lead", column::as_lead()).of(|one: &Listed| Cell::Count(one.figure.lead)),
    ]
    .into();
    Ok(columns.streamed("participants", text::participants_name(), listed).as_detail())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_leads_than_claims_and_claimants_without_a_class_are_refused() {
        let figure = Figure { distinct: 1, taken_part: 2, lead: 1 };
        let classes = Claimant::ALL.iter().map(|one| vec![Figure::default(); classes(*one).len()]);
        let classes: Vec<Vec<Figure>> = classes.collect();
        let mut counted = Counted {
            classes: classes.try_into().unwrap(),
            claims: Claims { claims: 2, ..Claims::default() },
            ..Counted::default()
        };
        (counted.total[0], counted.classes[0][0]) = (figure, figure);
        let refused = |counted: &Counted| {
            let mut analysis = Analysis::default();
            analyse(counted, &mut analysis).unwrap();
            analysis.checked().err().map(|cause| format!("{cause:#}")).unwrap_or_default()
        };
        assert_eq!(refused(&counted), "");
        counted.claims.claims = 0;
        assert!(refused(&counted).contains("认领件数"), "{}", refused(&counted));
        counted.classes[0][0] = Figure { lead: 3, ..figure };
        assert!(refused(&counted).contains("在职党员 其中牵头 3 大于 人次 2"), "{}", refused(&counted));
        counted.classes[0][0] = Figure::default();
        assert!(refused(&counted).contains("党员 合计 人数/个数 各组之和 0 不等于 合计 1"), "{}", refused(&counted));
    }
}
