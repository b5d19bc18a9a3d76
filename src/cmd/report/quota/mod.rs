//! `report quota`: who has met the quota, and who has not.

mod counted;
mod figures;
mod people;
mod split;
mod why;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use self::counted::Claimants;
pub use self::split::{SplitBy, split};
use super::built::{Built, Check, Person};
use super::ground::{Ground, Within};
use super::shared::Shared;
use super::{Made, Seal, count};
use crate::lang::{cmd, report as text, word};
use crate::model::exit::{Exit, stop};
use crate::model::words::{Claimant, Counting, Joint, NeedKind};
use crate::output::report::Section;
use crate::quota::{Figure, Figures};
use crate::store::campaign;
use crate::store::figures as stored;
use crate::store::rows::QuotaRow;

#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Args {
    /// What the figures are grouped by; by default the level below the office
    #[arg(long, value_name = "GROUP")]
    pub by: Option<By>,
    /// Whose quota: members' wishes or organisations' projects; by default both
    #[arg(long = "for", value_name = "WHO")]
    pub whose: Option<Whose>,
    /// The best rate first
    #[arg(long)]
    pub ranked: bool,
    /// What counts, instead of what the quota says: claimed or completed
    #[arg(long, value_name = "WHAT")]
    pub counts: Option<Counting>,
    /// Whom a joint claim counts for, instead of what the quota says: each or lead
    #[arg(long, value_name = "WHOM")]
    pub joint: Option<Joint>,
    /// The people or organisations themselves instead of figures
    #[arg(long, value_name = "WHICH", conflicts_with = "why")]
    pub list: Option<Which>,
    /// Which claims of this member or organisation count, which don't, and why
    #[arg(long, value_name = "WHO")]
    pub why: Option<String>,
    /// Ends with exit code 1 where a rate is below --at-least
    #[arg(long, requires = "at_least")]
    pub check: bool,
    /// The rate that --check wants, from 0 to 1
    #[arg(long, value_name = "RATE", requires = "check", value_parser = rate)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// A workbook of the list for each group, in the folder of --to
    #[arg(long, value_name = "GROUP", requires = "to")]
    #[serde(skip)]
    pub split_by: Option<SplitBy>,
    /// The folder that --split-by writes to; it must be there
    #[arg(long, value_name = "FOLDER", requires = "split_by")]
    #[serde(skip)]
    pub to: Option<PathBuf>,
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    District,
    Street,
    Community,
    Station,
    Org,
    Programme,
    Class,
    Member,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    Members,
    Orgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    Unmet,
    Met,
}

#[derive(Serialize)]
struct QuotaJson {
    r#for: &'static str,
    class: String,
    need_kind: NeedKind,
    at_least: i64,
    counting: Counting,
    joint: Joint,
    #[serde(skip_serializing_if = "Option::is_none")]
    groups: Option<Vec<GroupJson>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<Vec<people::PersonJson>>,
    total: FigureJson,
    volunteers: crate::quota::Volunteers,
    unregistered: i64,
}

#[derive(Serialize)]
struct GroupJson {
    place: String,
    #[serde(flatten)]
    figure: FigureJson,
    rank: Option<usize>,
}

/// `required`, `unmet` and `rate` are null where nobody owes anything to the group.
#[derive(Serialize)]
struct FigureJson {
    required: Option<i64>,
    met: i64,
    unmet: Option<i64>,
    rate: Option<f64>,
    claims: i64,
    registered: Option<i64>,
}

impl Args {
    /// What the flags alone decide.
    pub fn check(&self) -> anyhow::Result<()> {
        match &self.to {
            Some(folder) => split::check(folder),
            None => Ok(()),
        }
    }
}

fn rate(text: &str) -> Result<f64, String> {
    let percent = text.strip_suffix(['%', '％']);
    let number: f64 = percent.unwrap_or(text).trim().parse().map_err(|_| text::rate_wanted())?;
    let rate = if percent.is_some() { number / 100.0 } else { number };
    if (0.0..=1.0).contains(&rate) { Ok(rate) } else { Err(text::rate_wanted()) }
}

pub fn build(args: &Args, ground: &Ground<'_>) -> anyhow::Result<Built> {
    if let Some(word) = &args.why {
        return why::build(args, word, ground);
    }
    let (campaign, as_of) = (ground.campaign()?, ground.day_of_campaign()?);
    let mut built = Built { title: cmd::quota_title(&campaign.name, as_of), ..Built::default() };
    built.key("as_of", as_of.to_string())?;
    built.key("campaign", &campaign.name)?;
    let mut quotas = Vec::new();
    for quota in quotas_of(args, ground)? {
        quotas.push(one(args, &quota, ground, &mut built)?);
    }
    // With --for one quota's keys stand at the top; without, all are in a list.
    if args.whose.is_some() && quotas.len() == 1 {
        if let serde_json::Value::Object(one) = serde_json::to_value(quotas.remove(0))? {
            built.document.extend(one);
        }
    } else {
        built.key("quotas", quotas)?;
    }
    let unknown = stored::members_of_unknown_class(ground.conn)?;
    if unknown > 0 {
        built.warnings.push(cmd::unknown_class_members(unknown));
    }
    built.rules.push(cmd::as_of_line(&campaign.name, campaign.from_day, campaign.until_day, as_of));
    Ok(built)
}

/// The quotas that are asked, counted as the flags say.
fn quotas_of(args: &Args, ground: &Ground<'_>) -> anyhow::Result<Vec<QuotaRow>> {
    let mut quotas = campaign::quotas(ground.conn, ground.campaign()?.id)?;
    quotas.retain(|quota| args.whose.is_none_or(|whose| whose.claimant() == quota.claimant));
    for quota in &mut quotas {
        quota.counting = args.counts.unwrap_or(quota.counting);
        quota.joint = args.joint.unwrap_or(quota.joint);
    }
    Ok(quotas)
}

/// Counts one quota into the report.
fn one(args: &Args, quota: &QuotaRow, ground: &Ground<'_>, built: &mut Built) -> anyhow::Result<QuotaJson> {
    let claimants = Claimants::load(quota, ground)?;
    let name = name_of(quota);
    let by = args.by.unwrap_or(By::of_level(ground.level_below()));
    let (mut figures, groups) = figures::grouped(by, &claimants, quota, ground)?;
    check(&name, by, &figures, &mut built.checks);
    // Named above; a group may be each of a city's members.
    figures.groups = Vec::new();
    judge(args, &name, &figures.total, built);
    if args.shared.since.is_some() {
        built.people.extend(people::all(&claimants, quota, ground)?.into_iter().map(|person| Person {
            quota: name.clone(),
            code: person.code,
            name: person.name,
            met: person.met,
        }));
    }
    let mut json = QuotaJson {
        r#for: if quota.claimant == Claimant::Org { "orgs" } else { "members" },
        class: quota.class.clone(),
        need_kind: quota.need_kind,
        at_least: quota.at_least,
        counting: quota.counting,
        joint: quota.joint,
        groups: None,
        list: None,
        total: figure_json(&figures.total, by),
        volunteers: figures.volunteers,
        unregistered: figures.unregistered,
    };
    if let Some(by) = args.split_by {
        let list = people::list(split::which(args), &claimants, quota, ground)?;
        for (group, list) in split::groups(by, quota.claimant, list, ground)? {
            built.split.entry(group).or_default().push(split::section(&name, &list));
        }
    }
    let mut section = match args.list {
        Some(which) => {
            let list = people::list(which, &claimants, quota, ground)?;
            let section = Section::new(&name, people::sheet(&name, &list));
            json.list = ground.wants_document.then_some(list);
            section
        }
        None => {
            let mut rows = figures::ranked(groups);
            if args.ranked {
                rows.sort_by_key(|row| row.rank.unwrap_or(usize::MAX));
            }
            let group = |row: &figures::Row| GroupJson {
                figure: figure_json(&row.figure, by),
                place: row.name.to_string(),
                rank: row.rank,
            };
            json.groups = ground.wants_document.then(|| rows.iter().map(group).collect());
            figures::section(&name, by, rows, &figures)
        }
    };
    section.sheet.foot.extend(rules(quota, by, &figures));
    built.sections.push(section);
    // Where the groups are people, the table is its own list.
    if args.list.is_none() && by != By::Member && args.shared.form.answer.opens_to_rows()? {
        built.sections.push(people::unmet(&name, &claimants, quota, ground)?);
    }
    Ok(json)
}

/// `党员认领微心愿`.
fn name_of(quota: &QuotaRow) -> String {
    cmd::whose_quota(
        word(quota.claimant.zh(), quota.claimant.code()),
        word(quota.need_kind.zh(), quota.need_kind.code()),
    )
}

/// What offices check by hand, of every group and of the whole.
fn check(name: &str, by: By, figures: &Figures, checks: &mut Vec<Check>) {
    let mut sum = Figure::default();
    for figure in &figures.groups {
        sum.required += figure.required;
        sum.registered += figure.registered;
        sum.met += figure.met;
        sum.claims += figure.claims;
    }
    let total = &figures.total;
    if by != By::Programme {
        for (what, parts, whole) in [
            (text::required(), sum.required, total.required),
            (text::registered(), sum.registered, total.registered),
            (text::met(), sum.met, total.met),
            (text::claims(), sum.claims, total.claims),
        ] {
            checks.push(Check::equal(format!("{name} {what} {}", text::sum_of_parts()), parts, cmd::total(), whole));
        }
        for figure in figures.groups.iter().filter(|figure| figure.met > figure.required) {
            checks.push(Check::at_most(
                format!("{name} {}", text::met()),
                figure.met,
                text::required(),
                figure.required,
            ));
        }
    }
    checks.push(Check::at_most(format!("{name} {}", text::met()), total.met, text::required(), total.required));
    let (required, registered) = (total.required, total.registered);
    checks.push(Check::at_most(format!("{name} {}", text::required()), required, text::registered(), registered));
}

/// What `--check` says of a quota.
fn judge(args: &Args, name: &str, total: &Figure, built: &mut Built) {
    let Some(wanted) = args.at_least.filter(|_| args.check) else { return };
    let percent = |rate: f64| format!("{:.1}%", rate * 100.0);
    let told = match total.rate() {
        Some(rate) if rate >= wanted => return,
        Some(rate) => text::rate_below(name, percent(rate), percent(wanted)),
        None => text::rate_of_nobody(name),
    };
    built.warnings.push(told);
    built.exit = Some(Exit::Partly);
}

/// The counting rule, stated; volunteers and the unregistered in lines of their own.
fn rules(quota: &QuotaRow, by: By, figures: &Figures) -> Vec<String> {
    let counting = match quota.counting {
        Counting::Claimed => cmd::counts_claimed(),
        Counting::Completed => cmd::counts_completed(),
    };
    let joint = match quota.joint {
        Joint::Each => cmd::joint_each(),
        Joint::Lead => cmd::joint_lead(),
    };
    let who = word(quota.claimant.zh(), quota.claimant.code());
    let what = word(quota.need_kind.zh(), quota.need_kind.code());
    let name = name_of(quota);
    let mut rules = vec![
        text::quota_rule(who, what, quota.at_least, counting, joint),
        text::volunteers(&name, figures.volunteers.claimants, figures.volunteers.claims),
        text::unregistered(&name, figures.unregistered),
    ];
    if by == By::Programme {
        rules.push(text::programmes_overlap());
    }
    rules
}

fn figure_json(figure: &Figure, by: By) -> FigureJson {
    let owed = |number: i64| (by != By::Programme).then_some(number);
    FigureJson {
        required: owed(figure.required),
        met: figure.met,
        unmet: owed(figure.unmet()),
        rate: figure.rate().filter(|_| by != By::Programme),
        claims: figure.claims,
        registered: owed(figure.registered),
    }
}

impl Whose {
    fn claimant(self) -> Claimant {
        match self {
            Whose::Members => Claimant::Member,
            Whose::Orgs => Claimant::Org,
        }
    }
}

impl By {
    fn of_level(level: crate::model::words::Level) -> By {
        use crate::model::words::Level;
        match level {
            Level::City | Level::District => By::District,
            Level::Street => By::Street,
            Level::Community => By::Community,
            Level::Station => By::Station,
        }
    }
}

/// Nobody is called so (exit 3).
fn nobody(word: &str, near: &str) -> anyhow::Error {
    stop(Exit::Refused, text::why_nobody(word, cmd::near(near)))
}
