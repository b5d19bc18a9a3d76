//! `report quota`: who has met the quota, and who has not.

mod claimants;
mod groups;
mod people;
mod split;
mod verdict;
mod why;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use self::claimants::Claimants;
pub use self::split::SplitBy;
use self::verdict::Verdict;
use super::analysis::{Analysis, NamedStanding};
use super::checks::{self, Check};
use super::context::{ReportContext, Within};
use super::shared::Shared;
use crate::lang::report::{self as text, column};
use crate::lang::values;
use crate::lang::{cmd, word};
use crate::model::exit::{Exit, stop};
use crate::model::words::{Claimant, Counting, Joint, MemberClass, NeedKind, OrgClass};
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
    #[arg(long, value_name = "WHICH", conflicts_with_all = ["why", "ranked"])]
    pub list: Option<Which>,
    /// Which claims of this member or organisation count, which don't, and why
    #[arg(long, value_name = "WHO", conflicts_with_all = ["by", "ranked", "split_by", "since", "place"])]
    pub why: Option<String>,
    /// End with exit code 1 where the overall rate is below --at-least; where nobody owes anything a warning says so
    #[arg(long, requires = "at_least", conflicts_with = "why")]
    pub check: bool,
    /// The rate that --check requires, from 0 to 1
    #[arg(long, value_name = "RATE", requires = "check", value_parser = rate)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// With --check: the rate of each group, not that of all
    #[arg(long, requires = "check")]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub each: bool,
    /// With --check: also exit code 1 where nobody owes anything
    #[arg(long, requires = "check")]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub strict: bool,
    /// A workbook of the list for each group, in the folder of --to
    #[arg(long, value_name = "GROUP", requires = "to")]
    #[serde(skip)]
    pub split_by: Option<SplitBy>,
    /// The folder that --split-by writes to; it must exist
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
    #[value(aliases = values::PROGRAMME)]
    Programme,
    #[value(aliases = values::CLASS)]
    Class,
    #[value(aliases = values::MEMBER)]
    Member,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    #[value(aliases = values::MEMBERS)]
    Members,
    #[value(aliases = values::ORGS)]
    Orgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    #[value(aliases = values::UNMET)]
    Unmet,
    #[value(aliases = values::MET)]
    Met,
}

impl Which {
    /// What the list of those people is called.
    fn list_of(self, quota: &str) -> String {
        match self {
            Which::Unmet => text::unmet_of(quota),
            Which::Met => text::met_of(quota),
        }
    }
}

/// One quota in the document, before its figures.
#[derive(Serialize)]
struct QuotaJson<'q> {
    r#for: &'static str,
    class: &'q str,
    need_kind: NeedKind,
    at_least: i64,
    counting: Counting,
    joint: Joint,
}

fn rate(text: &str) -> Result<f64, String> {
    let percent = text.strip_suffix(['%', '％']);
    let number: f64 = percent.unwrap_or(text).trim().parse().map_err(|_| text::rate_wanted())?;
    let rate = if percent.is_some() { number / 100.0 } else { number };
    if (0.0..=1.0).contains(&rate) { Ok(rate) } else { Err(text::rate_wanted()) }
}

pub fn build(args: &Args, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
    if let Some(word) = &args.why {
        return why::build(args, word, context);
    }
    let (campaign, as_of) = (context.campaign()?, context.day_of_campaign()?);
    let mut analysis = Analysis::of_day(cmd::quota_title(&campaign.name, as_of), as_of, Some(campaign))?;
    let (mut quotas, mut verdict) = (Vec::new(), Verdict::of(args)?);
    for quota in quotas_of(args, context)? {
        quotas.push(one(args, &quota, context, (&mut analysis, verdict.as_mut()))?);
    }
    // With --for the keys of that quota are those of the document; without, all quotas are in a list.
    if args.whose.is_some() && quotas.len() == 1 {
        analysis.document.extend(quotas.remove(0));
    } else {
        analysis.document.insert("quotas".to_owned(), quotas.into_iter().map(Value::Object).collect());
    }
    verdict.map_or(Ok(()), |verdict| verdict.conclude(&mut analysis))?;
    let unknown = stored::members_of_unknown_class(context.session)?;
    if unknown > 0 {
        analysis.warnings.push(cmd::unknown_class_members(unknown));
    }
    analysis.rules.extend(context.campaign_lines()?);
    Ok(analysis)
}

/// The quotas that the report is of, counted as the flags say.
fn quotas_of(args: &Args, context: &ReportContext<'_>) -> anyhow::Result<Vec<QuotaRow>> {
    let mut quotas = campaign::quotas(context.session, context.campaign()?.id)?;
    quotas.retain(|quota| args.whose.is_none_or(|whose| whose.claimant() == quota.claimant));
    for quota in &mut quotas {
        quota.counting = args.counts.unwrap_or(quota.counting);
        quota.joint = args.joint.unwrap_or(quota.joint);
    }
    Ok(quotas)
}

/// Counts one quota into the report.
fn one(
    args: &Args,
    quota: &QuotaRow,
    context: &ReportContext<'_>,
    (analysis, verdict): (&mut Analysis, Option<&mut Verdict>),
) -> anyhow::Result<Map<String, Value>> {
    let claimants = Claimants::load(quota, context)?;
    let name = name_of(quota);
    let by = args.by.unwrap_or(By::of_level(context.level_below()));
    let (mut figures, groups) = groups::grouped(by, &claimants, quota, context)?;
    // Named in `groups`; a group may be each of a city's members.
    figures.groups = Vec::new();
    if let Some(verdict) = verdict {
        verdict.judge(args, quota, &groups, &figures.total, analysis);
    }
    if args.shared.since.is_some() {
        let people = people::all(&claimants, quota, context)?.into_iter();
        let standing = |one: people::Person| NamedStanding {
            quota: name.clone(),
            quota_code: code_of(quota),
            code: one.code,
            name: one.name,
            met: one.met,
        };
        analysis.standings.extend(people.map(standing));
    }
    if let Some(by) = args.split_by {
        let list = people::list(split::which(args), &claimants, quota, context)?;
        for (group, list) in split::groups(by, quota.claimant, list, context)? {
            let section = people::section("list", split::which(args).list_of(&name), &name, list);
            analysis.split.entry(group).or_default().push(section);
        }
    }
    let mut rows = groups::ranked(groups, by);
    if args.ranked {
        rows.sort_by_key(|row| row.rank.unwrap_or(usize::MAX));
    }
    analysis.checks.extend(checks(&name, by, &rows, &figures.total));
    let groups = groups::section(&name, by, rows, &figures);
    let total = groups.total();
    let (mut section, rows) = match args.list {
        Some(which) => {
            analysis.checks.extend(checks::of_section(&groups));
            let list = people::list(which, &claimants, quota, context)?;
            (people::section("list", which.list_of(&name), &name, list), "list")
        }
        None => (groups, "groups"),
    };
    let mut document = document(quota)?;
    if context.wants_document {
        // Moved, not serialised again: they may be each of a city's members.
        document.insert(rows.to_owned(), section.items().into());
    }
    document.insert("total".to_owned(), total);
    document.insert("volunteers".to_owned(), serde_json::to_value(figures.volunteers)?);
    document.insert("unregistered".to_owned(), figures.unregistered.into());
    section.notes.extend(rules(quota, by, &figures));
    section.of = Some(code_of(quota));
    analysis.sections.push(section);
    // Where the groups are people, the table is its own list.
    if args.list.is_none() && by != By::Member && args.shared.form.answer.opens_to_rows()? {
        let unmet = people::list(Which::Unmet, &claimants, quota, context)?;
        analysis.sections.push(people::section("unmet", Which::Unmet.list_of(&name), &name, unmet).as_detail());
    }
    Ok(document)
}

impl Args {
    /// Errors: groups of a list, which has none but those that are judged each (exit 2).
    pub fn check(&self) -> anyhow::Result<()> {
        if self.list.is_some() && self.by.is_some() && !self.each {
            return Err(stop(Exit::Usage, text::list_has_no_groups()));
        }
        Ok(())
    }
}

/// What a quota wants, as the document has it.
fn document(quota: &QuotaRow) -> anyhow::Result<Map<String, Value>> {
    let document = serde_json::to_value(QuotaJson {
        r#for: whose(quota),
        class: &quota.class,
        need_kind: quota.need_kind,
        at_least: quota.at_least,
        counting: quota.counting,
        joint: quota.joint,
    })?;
    Ok(if let Value::Object(document) = document { document } else { Map::new() })
}

/// `党员认领微心愿`.
pub fn name_of(quota: &QuotaRow) -> String {
    cmd::whose_quota(
        word(quota.claimant.zh(), quota.claimant.code()),
        word(quota.need_kind.zh(), quota.need_kind.code()),
    )
}

/// The same for programs: `members/wish`.
pub fn code_of(quota: &QuotaRow) -> String {
    format!("{}/{}", whose(quota), quota.need_kind.code())
}

/// `members` or `orgs`.
pub fn whose(quota: &QuotaRow) -> &'static str {
    if quota.claimant == Claimant::Org { "orgs" } else { "members" }
}

/// Nobody has met the quota who is not required, and nobody is required who is not registered.
fn checks(name: &str, by: By, rows: &[groups::Row], total: &Figure) -> Vec<Check> {
    let met = |figure: &Figure| {
        Check::at_most(format!("{name} {}", column::met()), figure.met, column::required(), figure.required)
    };
    let required = format!("{name} {}", column::required());
    let mut checks = vec![met(total), Check::at_most(required, total.required, column::registered(), total.registered)];
    if by != By::Programme {
        checks.extend(rows.iter().filter(|row| row.figure.met > row.figure.required).map(|row| met(&row.figure)));
    }
    checks
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
    let what = word(quota.need_kind.zh(), quota.need_kind.code());
    let class = || class_word(quota);
    let name = name_of(quota);
    let (volunteers, claims) = (figures.volunteers.claimants, figures.volunteers.claims);
    let unregistered = figures.unregistered;
    let (who, counted, volunteers_line, unregistered_line) = match quota.claimant {
        Claimant::Member => (
            text::each_member(class()),
            text::people_not_claims(),
            text::volunteer_members(&name, volunteers, claims),
            text::unregistered_members(&name, unregistered),
        ),
        Claimant::Org | Claimant::Outsider => (
            text::each_org(class()),
            text::orgs_not_claims(),
            text::volunteer_orgs(&name, volunteers, claims),
            text::unregistered_orgs(&name, unregistered),
        ),
    };
    let mut rules = vec![text::quota_rule(who, what, quota.at_least, counting, joint, counted)];
    // Zeros are noise.
    rules.extend((volunteers > 0).then_some(volunteers_line));
    rules.extend((unregistered > 0).then_some(unregistered_line));
    if by == By::Programme {
        rules.push(text::programmes_overlap());
    }
    rules
}

/// The class that owes the quota, as people say it.
fn class_word(quota: &QuotaRow) -> String {
    let member = quota.class.parse().ok().map(|class: MemberClass| word(class.zh(), class.code()));
    let org = || quota.class.parse().ok().map(|class: OrgClass| word(class.zh(), class.code()));
    let class = if quota.claimant == Claimant::Member { member } else { org() };
    class.unwrap_or_else(|| quota.class.clone())
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
