//! `report participation`: who takes part in claims, as distinct people and organisations.

mod counted;

use serde::{Deserialize, Serialize};

use self::counted::{Claims, Counted, check, check_figure, classes, counted};
use super::built::{Built, Check};
use super::ground::Ground;
use super::needs::{self, Groups, Wanted};
use super::period::{Period, last_day};
use super::shared::Shared;
use crate::figures::participation::{ByClaimant, Figure};
use crate::lang::{cmd, report as text, word};
use crate::model::day::Day;
use crate::model::facts::NeedFact;
use crate::model::words::{Claimant, NeedKind};
use crate::output::report::Section;
use crate::output::{Cell, Sheet};
use crate::store::figures::people;

#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Args {
    /// Also by programme, or by the place of the need; classes are always told
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
    Class,
    District,
    Street,
    Community,
    Programme,
}

impl By {
    /// The groups of needs; none where only classes are asked.
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

#[derive(Serialize)]
struct ClaimantJson {
    #[serde(flatten)]
    figure: Figure,
    classes: Vec<ClassJson>,
}

#[derive(Serialize)]
struct ClassJson {
    class: &'static str,
    #[serde(flatten)]
    figure: Figure,
}

#[derive(Serialize)]
struct UnnamedJson {
    people: i64,
    claims: i64,
}

#[derive(Serialize)]
struct GroupJson {
    place: String,
    members: Figure,
    orgs: Figure,
    outsiders: Figure,
    claims: i64,
    taken_part: i64,
    lead: i64,
    unnamed: i64,
}

pub fn build(args: &Args, ground: &Ground<'_>) -> anyhow::Result<Built> {
    let period = period(args, ground)?;
    let asked = args.shared.campaign.as_ref().and(ground.campaign.as_ref());
    let wanted = Wanted { kind: args.kind, campaign: asked.map(|campaign| campaign.id), words: true };
    let groups = args.by.and_then(By::of_needs).map(|by| Groups::new(by, ground)).transpose()?;
    // Where every claim counts alike, their needs are not asked.
    let group = |need: &NeedFact| groups.as_ref().map_or(0, |groups| groups.key(need));
    let group = (groups.is_some() || !wanted.is_every(ground)).then_some(group);
    let counted = counted(ground, wanted, period, group)?;
    let mut built = Built { title: text::participation_title(said(period)), ..Built::default() };
    built.sections.push(classes_section(&counted));
    built.key("as_of", ground.day.to_string())?;
    built.key("campaign", asked.map(|campaign| &campaign.name))?;
    built.key("from", period.from)?;
    built.key("until", period.until)?;
    for (claimant, name) in Claimant::ALL.iter().zip(["members", "orgs", "outsiders"]) {
        built.key(name, claimant_json(&counted, *claimant))?;
    }
    built.key("claims", counted.claims.claims)?;
    built.key("unnamed", UnnamedJson { people: counted.claims.unnamed, claims: counted.claims.with_unnamed })?;
    built.rules.push(text::participation_rule(ground.day));
    check(&counted, &mut built.checks);
    if let Some(groups) = &groups {
        let rows = rows(&counted, groups);
        check_groups(&rows, &counted, &mut built.checks);
        built.sections.push(groups_section(&rows, &counted));
        built.key("groups", &rows)?;
        built.rules.push(text::participation_overlap());
    }
    if args.shared.form.answer.opens_to_rows()? {
        let people = people_section(&counted, ground)?;
        let distinct = counted.total.iter().map(|figure| figure.distinct).sum();
        let listed = i64::try_from(people.sheet.rows.len()).unwrap_or(i64::MAX);
        built.checks.push(Check::equal(text::participants_name(), listed, text::distinct(), distinct));
        built.sections.push(people);
    }
    Ok(built)
}

/// What is not asked is the campaign's; without one, everything up to the report's day.
fn period(args: &Args, ground: &Ground<'_>) -> anyhow::Result<Period> {
    let last = last_day(&args.shared, ground)?;
    let asked = Period::new(args.from, args.until, last)?;
    let Some(campaign) = &ground.campaign else { return Ok(asked) };
    let from = args.from.or(Some(campaign.from_day).filter(|from| args.until.is_none_or(|until| *from <= until)));
    let ends = args.until.is_none() && args.from.is_none_or(|from| from <= campaign.until_day);
    let until = if ends { asked.until.min(campaign.until_day) } else { asked.until };
    Ok(Period { from, until })
}

fn said(period: Period) -> String {
    match period.from {
        Some(from) => text::period(from, period.until),
        None => text::period_until(period.until),
    }
}

fn rows(counted: &Counted, groups: &Groups) -> Vec<GroupJson> {
    let keys = counted.claims_of.iter();
    let mut rows: Vec<GroupJson> = keys
        .map(|(key, claims)| {
            let figures = counted.who.groups.get(key).copied().unwrap_or_default();
            group_json(groups.name(*key), figures, *claims)
        })
        .collect();
    rows.sort_by(|one, other| one.place.cmp(&other.place));
    rows
}

fn group_json(place: String, figures: ByClaimant, claims: Claims) -> GroupJson {
    let [members, orgs, outsiders] = figures;
    GroupJson {
        place,
        members,
        orgs,
        outsiders,
        claims: claims.claims,
        taken_part: figures.iter().map(|figure| figure.taken_part).sum(),
        lead: figures.iter().map(|figure| figure.lead).sum(),
        unnamed: claims.unnamed,
    }
}

/// Claims stand in one group each; claimants may stand in several, but in no more than there are groups.
fn check_groups(rows: &[GroupJson], counted: &Counted, checks: &mut Vec<Check>) {
    let total = group_json(cmd::total(), counted.total, counted.claims);
    for row in rows {
        for (figure, whole) in [row.members, row.orgs, row.outsiders].iter().zip(counted.total) {
            check_figure(&row.place, figure, checks);
            let what = format!("{} {}", row.place, text::distinct());
            checks.push(Check::at_most(what, figure.distinct, cmd::total(), whole.distinct));
        }
    }
    let sum = |of: fn(&GroupJson) -> i64| rows.iter().map(of).sum();
    for (what, of) in [
        (text::claims_made(), (|row| row.claims) as fn(&GroupJson) -> i64),
        (text::taken_part(), |row| row.taken_part),
        (text::as_lead(), |row| row.lead),
        (text::unnamed_people(), |row| row.unnamed),
    ] {
        checks.push(Check::equal(format!("{what} {}", text::sum_of_parts()), sum(of), cmd::total(), of(&total)));
    }
}

fn claimant_json(counted: &Counted, claimant: Claimant) -> ClaimantJson {
    let of = claimant as usize;
    let figures = counted.classes[of].iter().zip(classes(claimant));
    ClaimantJson {
        figure: counted.total[of],
        classes: figures.map(|(figure, (class, _))| ClassJson { class, figure: *figure }).collect(),
    }
}

fn figure_cells(figure: &Figure) -> [Cell; 3] {
    [figure.distinct, figure.taken_part, figure.lead].map(Cell::Count)
}

fn classes_section(counted: &Counted) -> Section {
    let mut sheet = Sheet::new(text::participation_heads());
    for claimant in Claimant::ALL {
        let (name, of) = (word(claimant.zh(), claimant.code()), *claimant as usize);
        let mut push = |class: String, figure: &Figure| {
            let mut row = vec![Cell::text_of(&name), Cell::text_of(class)];
            row.extend(figure_cells(figure));
            sheet.rows.push(row);
        };
        counted.classes[of].iter().zip(classes(*claimant)).for_each(|(figure, (_, class))| push(class, figure));
        push(cmd::total(), &counted.total[of]);
    }
    let unnamed = Cell::Count(counted.claims.unnamed);
    sheet.rows.push(vec![Cell::text_of(text::unnamed_people()), Cell::Blank, Cell::Blank, unnamed, Cell::Blank]);
    Section::new(text::participation_name(), sheet)
}

fn groups_section(rows: &[GroupJson], counted: &Counted) -> Section {
    let mut sheet = Sheet::new(text::participation_group_heads()).sums(4..=7);
    let total = group_json(cmd::total(), counted.total, counted.claims);
    for row in rows.iter().chain([&total]) {
        let mut cells = vec![Cell::text_of(&row.place)];
        let distinct = [row.members, row.orgs, row.outsiders].map(|figure| figure.distinct);
        cells.extend(distinct.into_iter().chain([row.claims, row.taken_part, row.lead, row.unnamed]).map(Cell::Count));
        sheet.rows.push(cells);
    }
    Section::new(text::participation_groups_name(), sheet).with_total()
}

/// The participants themselves.
fn people_section(counted: &Counted, ground: &Ground<'_>) -> anyhow::Result<Section> {
    let mut sheet = Sheet::new(text::participants_heads());
    let mut people = counted.who.people.iter().peekable();
    for claimant in Claimant::ALL {
        let (name, words) = (word(claimant.zh(), claimant.code()), classes(*claimant));
        let class_of = &counted.class_of[*claimant as usize];
        // Both come by id.
        people::each(ground.conn, *claimant, |named| {
            let Some(one) = people.next_if(|one| (one.claimant, one.id) == (*claimant, named.id)) else { return };
            let class = class_of.get(one.id).and_then(|class| words.get(*class)).map(|(_, word)| word.clone());
            sheet.rows.push(vec![
                Cell::text_of(&name),
                Cell::text_of(named.code),
                Cell::text_of(named.name),
                Cell::from(class),
                Cell::Count(one.taken_part),
                Cell::Count(one.lead),
            ]);
        })?;
    }
    Ok(Section::new(text::participants_name(), sheet).as_detail())
}
