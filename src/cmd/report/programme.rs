//! `report programme`: projects and wishes of each programme (党建品牌), over all its campaigns.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::analysis::Analysis;
use super::checks::Check;
use super::context::ReportContext;
use super::name::Name;
use super::needs::{self, Wanted};
use super::participation::{Counted, counted};
use super::period::Period;
use super::shared::Shared;
use crate::figures::participation::ByClaimant;
use crate::figures::progress::{Stage, Taken, stage};
use crate::lang::cmd;
use crate::lang::follow as text;
use crate::model::facts::NeedFact;
use crate::model::words::{Claimant, NeedKind};
use crate::output::Cell;
use crate::output::report::{Column, Columns, TypedColumn};
use crate::store::campaign;
use crate::store::figures::people;

#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default)]
pub struct Args {
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

/// Needs of a programme, or of one of its campaigns.
#[derive(Debug, Clone, Copy, Default)]
struct Figures {
    projects: i64,
    wishes: i64,
    claimed: i64,
    fulfilled_projects: i64,
    fulfilled_wishes: i64,
}

struct Row {
    programme: String,
    /// Its campaigns, or the one that the row is of.
    campaigns: Vec<Name>,
    figures: Figures,
    who: ByClaimant,
}

pub fn build(_args: &Args, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
    let given = context.given_campaign();
    let wanted = Wanted { kind: None, campaign: given.map(|campaign| campaign.id), words: true };
    // A number for each campaign of each programme, so that they can be counted as groups.
    let mut parts: BTreeMap<(i64, Option<i64>), Figures> = BTreeMap::new();
    needs::each(context, wanted, |need, taken| {
        if let Some(programme) = need.programme {
            parts.entry((programme, need.campaign)).or_default().add(need, taken, stage(need, taken, context.day));
        }
    })?;
    let keys: Vec<(i64, Option<i64>)> = parts.keys().copied().collect();
    let part_of = |need: &NeedFact| {
        let key = need.programme.map(|programme| (programme, need.campaign));
        key.and_then(|key| keys.binary_search(&key).ok()).map_or(-1, |at| at as i64)
    };
    let period = Period { from: None, until: context.day };
    let of_programmes = counted(context, wanted, period, Some(|need: &NeedFact| need.programme.unwrap_or(-1)))?;
    let of_parts = counted(context, wanted, period, Some(part_of))?;
    let (names, campaigns) = (people::programmes(context.session)?, campaign::all(context.session)?);
    let campaign_name = |id: Option<i64>| {
        let named = id.and_then(|id| campaigns.iter().find(|row| row.id == id)).map(|row| row.name.clone());
        named.map_or_else(|| Name::none(text::no_campaign()), Name::own)
    };
    let programme_name = |id: i64| names.get(&id).cloned().unwrap_or_default();
    let mut programmes: BTreeMap<i64, (Figures, Vec<Name>)> = BTreeMap::new();
    let mut rows: Vec<Row> = Vec::new();
    for (at, ((programme, campaign), figures)) in parts.iter().enumerate() {
        let (sum, named) = programmes.entry(*programme).or_default();
        sum.absorb(figures);
        named.push(campaign_name(*campaign));
        let (programme, campaigns) = (programme_name(*programme), vec![campaign_name(*campaign)]);
        rows.push(Row { programme, campaigns, figures: *figures, who: who(&of_parts, at as i64) });
    }
    let programmes: Vec<Row> = programmes
        .into_iter()
        .map(|(id, (figures, campaigns))| Row {
            programme: programme_name(id),
            campaigns,
            figures,
            who: who(&of_programmes, id),
        })
        .collect();
    let mut analysis = Analysis::of_day(text::programme_title(context.day_of_needs()), context.day, given)?;
    analyse(programmes, rows, &mut analysis)?;
    Ok(analysis)
}

fn analyse(mut programmes: Vec<Row>, mut parts: Vec<Row>, analysis: &mut Analysis) -> anyhow::Result<()> {
    programmes.sort_by(|one, other| one.programme.cmp(&other.programme));
    parts.sort_by(|one, other| (&one.programme, &one.campaigns).cmp(&(&other.programme, &other.campaigns)));
    for row in programmes.iter().chain(&parts) {
        let name = format!("{} {}", row.programme, text::c_claimed());
        let all = row.figures.projects + row.figures.wishes;
        analysis.checks.push(Check::at_most(name, row.figures.claimed, cmd::total(), all));
    }
    // Nobody is counted twice in a programme, whatever the campaigns: its participants are at most the sum of theirs.
    for programme in &programmes {
        let of_parts = parts.iter().filter(|part| part.programme == programme.programme);
        let sum = of_parts.map(|part| distinct(&part.who, Claimant::Member)).sum();
        let members = distinct(&programme.who, Claimant::Member);
        let name = format!("{} {}", programme.programme, text::c_members());
        analysis.checks.push(Check::at_most(name, members, text::campaigns(), sum));
    }
    let programmes = columns(Column::text("campaigns", text::c_campaigns()).of(|row: &Row| listed(&row.campaigns)))
        .section("programmes", text::programmes(), &programmes);
    let parts = columns(Column::text("campaign", text::c_campaign()).of(|row: &Row| of_one(&row.campaigns))).section(
        "campaigns",
        text::campaigns(),
        &parts,
    );
    analysis.key("programmes", programmes.items())?;
    analysis.key("campaigns", parts.items())?;
    analysis.sections = vec![programmes, parts];
    analysis.rules.push(text::programme_rule());
    Ok(())
}

fn who(counted: &Counted, group: i64) -> ByClaimant {
    counted.who.groups.get(&group).copied().unwrap_or_default()
}

fn distinct(who: &ByClaimant, claimant: Claimant) -> i64 {
    who[claimant as usize].distinct
}

impl Figures {
    fn add(&mut self, need: &NeedFact, taken: &Taken, stage: Option<Stage>) {
        let Some(stage) = stage else { return };
        let is_done = matches!(stage, Stage::Fulfilled | Stage::Confirmed | Stage::Closed) && taken.done > 0;
        self.claimed += i64::from(taken.live > 0);
        match need.kind {
            NeedKind::Project => {
                self.projects += 1;
                self.fulfilled_projects += i64::from(is_done);
            }
            NeedKind::Wish => {
                self.wishes += 1;
                self.fulfilled_wishes += i64::from(is_done);
            }
        }
    }

    fn absorb(&mut self, other: &Figures) {
        self.projects += other.projects;
        self.wishes += other.wishes;
        self.claimed += other.claimed;
        self.fulfilled_projects += other.fulfilled_projects;
        self.fulfilled_wishes += other.fulfilled_wishes;
    }
}

/// The campaigns of a programme: people read them in a line, programs in a list.
fn listed(campaigns: &[Name]) -> Cell {
    let names: Vec<&str> = campaigns.iter().map(|name| &**name).collect();
    let codes: Vec<&str> = campaigns.iter().filter_map(Name::code).collect();
    Cell::coded(names.join(crate::lang::comma()), serde_json::json!(codes))
}

fn of_one(campaigns: &[Name]) -> Cell {
    campaigns.first().map_or(Cell::Blank, Name::cell)
}

fn columns(campaign: TypedColumn<Row>) -> Columns<Row> {
    let count = |key: &'static str, header: String, of: fn(&Figures) -> i64| {
        Column::count(key, header).of(move |row: &Row| Cell::Count(of(&row.figures)))
    };
    let people = |key: &'static str, header: String, claimant: Claimant| {
        Column::count(key, header).of(move |row: &Row| Cell::Count(distinct(&row.who, claimant)))
    };
    let columns: Vec<TypedColumn<Row>> = vec![
        Column::text("programme", text::c_programme()).of(|row: &Row| Cell::text_of(row.programme.as_str())),
        campaign,
        count("projects", text::c_projects(), |figures| figures.projects),
        count("wishes", text::c_wishes(), |figures| figures.wishes),
        count("claimed", text::c_claimed(), |figures| figures.claimed),
        count("fulfilled_projects", text::c_fulfilled_projects(), |figures| figures.fulfilled_projects),
        count("fulfilled_wishes", text::c_fulfilled_wishes(), |figures| figures.fulfilled_wishes),
        people("members", text::c_members(), Claimant::Member),
        people("orgs", text::c_orgs(), Claimant::Org),
        people("outsiders", text::c_outsiders(), Claimant::Outsider),
    ];
    columns.into()
}
