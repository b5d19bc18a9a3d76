//! `report quota`: who has met the quota, and who has not.

mod sheets;

use std::collections::HashMap;

use rusqlite::Connection;
use serde::Serialize;

use crate::desk::answer::{AnswerArgs, HeadJson};
use crate::desk::{self, Context};
use crate::lang::cmd as text;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::words::{Claimant, Level};
use crate::output::Sheet;
use crate::quota::{Facts, Figure, Figures, Standing};
use crate::store::figures::{self, Counted};
use crate::store::place::Places;
use crate::store::rows::{CampaignRow, QuotaRow};
use crate::store::{campaign, find, log, setting};

use self::sheets::{add_table, figures_sheet, people_sheet, rule};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// What the figures are grouped by; by default the level below the office
    #[arg(long, value_name = "GROUP")]
    pub by: Option<By>,
    /// Whose quota: members' wishes or organisations' projects; by default both
    #[arg(long = "for", value_name = "WHO")]
    pub whose: Option<Whose>,
    /// The day that counts; by default the earlier of today and the campaign's last
    #[arg(long, value_name = "DAY")]
    pub as_of: Option<Day>,
    /// The campaign, instead of the one in use
    #[arg(long, value_name = "NAME")]
    pub campaign: Option<String>,
    /// The people or organisations themselves instead of figures
    #[arg(long, value_name = "WHICH")]
    pub list: Option<Which>,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum By {
    District,
    Street,
    Community,
    Org,
    Member,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Whose {
    Members,
    Orgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Which {
    Unmet,
    Met,
}

#[derive(Serialize)]
struct QuotaJson {
    r#for: &'static str,
    class: String,
    need_kind: &'static str,
    at_least: i64,
    counting: &'static str,
    joint: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    groups: Option<Vec<GroupJson>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<Vec<PersonJson>>,
    total: FigureJson,
    volunteers: crate::quota::Volunteers,
    unregistered: i64,
}

#[derive(Serialize)]
struct GroupJson {
    place: String,
    #[serde(flatten)]
    figure: FigureJson,
}

#[derive(Serialize)]
struct FigureJson {
    required: i64,
    met: i64,
    unmet: i64,
    rate: Option<f64>,
    claims: i64,
}

#[derive(Serialize)]
struct PersonJson {
    code: String,
    name: String,
    org: Option<String>,
    place: String,
    phone: Option<String>,
    claims: i64,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let reading = store.read()?;
    let campaign = chosen_campaign(&reading, args.campaign.as_deref())?;
    let as_of = as_of(args.as_of, &campaign, context.today)?;
    let places = Places::load(&reading)?;
    let ground = Ground { conn: &reading, places: &places, campaign: &campaign, as_of };
    let (mut sheet, mut quotas) = (Sheet::default(), Vec::new());
    for row in campaign::quotas(&reading, campaign.id)? {
        if args.whose.is_some_and(|whose| whose.claimant() != row.claimant) {
            continue;
        }
        let (table, json) = ground.one(&row, args)?;
        add_table(&mut sheet, table);
        quotas.push(json);
    }
    let head = log::head(&reading)?;
    sheet.title = Some(text::quota_title(&campaign.name, as_of));
    sheet.foot.push(text::as_of_line(&campaign.name, campaign.from_day, campaign.until_day, as_of));
    let unknown = figures::members_of_unknown_class(&reading)?;
    if unknown > 0 {
        context.say(text::unknown_class_members(unknown));
    }
    sheet.foot.push(text::head_line(head));
    reading.finish()?;
    let mut document = document(args, &campaign, as_of, quotas, HeadJson::of(head))?;
    document["footer"] = serde_json::to_value(&sheet.foot)?;
    args.answer.write(&sheet, &document)?;
    Ok(Exit::Done)
}

/// With `--for` one quota's keys stand at the top; without, all are in a list.
fn document(
    args: &Args,
    campaign: &CampaignRow,
    as_of: Day,
    mut quotas: Vec<QuotaJson>,
    head: HeadJson,
) -> anyhow::Result<serde_json::Value> {
    let mut document = serde_json::json!({"as_of": as_of.to_string(), "campaign": campaign.name});
    if args.whose.is_some() && quotas.len() == 1 {
        let one = serde_json::to_value(quotas.remove(0))?;
        if let (Some(document), serde_json::Value::Object(one)) = (document.as_object_mut(), one) {
            document.extend(one);
        }
    } else {
        document["quotas"] = serde_json::to_value(quotas)?;
    }
    document["head"] = serde_json::to_value(head)?;
    Ok(document)
}

/// What every quota of a report is counted over.
struct Ground<'a> {
    conn: &'a Connection,
    places: &'a Places,
    campaign: &'a CampaignRow,
    as_of: Day,
}

impl Ground<'_> {
    fn one(&self, quota: &QuotaRow, args: &Args) -> anyhow::Result<(Sheet, QuotaJson)> {
        let facts = self.facts(quota)?;
        let by = match args.by {
            Some(by) => by,
            None => self.default_by()?,
        };
        let groups = self.group_names(quota, by)?;
        let figures = facts.figures(quota.at_least, |id, place| groups.of(id, place));
        let mut json = quota_json(quota, &figures);
        let sheet = match args.list {
            Some(which) => {
                let people = self.people(quota, &facts, which)?;
                let mut sheet = people_sheet(quota, &people);
                sheet.foot.push(rule(quota, &figures));
                json.list = Some(people);
                sheet
            }
            None => {
                let rows = groups.named(&figures.groups, self)?;
                let sheet = figures_sheet(quota, &rows, &figures);
                json.groups = Some(
                    rows.into_iter().map(|(place, figure)| GroupJson { place, figure: figure_json(&figure) }).collect(),
                );
                sheet
            }
        };
        Ok((sheet, json))
    }

    fn facts(&self, quota: &QuotaRow) -> anyhow::Result<Facts> {
        let mut facts = Facts::default();
        figures::each_of_class(self.conn, quota.claimant, &quota.class, |id| facts.owes(id))?;
        figures::each_registered(self.conn, quota.claimant, self.as_of, |id, place| facts.registered(id, place))?;
        let counted = Counted {
            need_kind: quota.need_kind,
            counting: quota.counting,
            joint: quota.joint,
            from: self.campaign.from_day,
            as_of: self.as_of.min(self.campaign.until_day),
        };
        figures::each_counted(self.conn, quota.claimant, &counted, |id| facts.claimed(id))?;
        Ok(facts)
    }

    /// The level below the office's own.
    fn default_by(&self) -> anyhow::Result<By> {
        let office = setting::office_place(self.conn)?;
        Ok(match self.places.level(office) {
            None | Some(Level::City) => By::District,
            Some(Level::District) => By::Street,
            Some(Level::Street | Level::Community | Level::Station) => By::Community,
        })
    }

    fn group_names(&self, quota: &QuotaRow, by: By) -> anyhow::Result<Groups> {
        let level = match by {
            By::District => Level::District,
            By::Street => Level::Street,
            By::Community => Level::Community,
            By::Member => return Ok(Groups::EachOne(quota.claimant)),
            By::Org if quota.claimant == Claimant::Org => return Ok(Groups::EachOne(quota.claimant)),
            By::Org => {
                let mut orgs = HashMap::new();
                figures::each_member_org(self.conn, |member, org| {
                    orgs.insert(member, org);
                })?;
                return Ok(Groups::Org(orgs));
            }
        };
        let last = self.places.ids().max().unwrap_or(0);
        Ok(Groups::Place((0..=last).map(|place| self.places.at_level(place, level)).collect()))
    }

    fn people(&self, quota: &QuotaRow, facts: &Facts, which: Which) -> anyhow::Result<Vec<PersonJson>> {
        let wanted = |standing: &Standing| standing.met == (which == Which::Met);
        let mut people = Vec::new();
        for standing in facts.standings(quota.at_least).filter(wanted) {
            let place = standing.place.map(|place| self.places.path(place)).unwrap_or_default();
            people.push(match quota.claimant {
                Claimant::Org => {
                    let org = find::org_by_id(self.conn, standing.id)?;
                    let phone = org.phone.as_ref().map(|phone| phone.masked());
                    let (code, name) = (org.code.to_string(), org.name);
                    PersonJson { code, name, org: None, place, phone, claims: standing.claims }
                }
                Claimant::Member | Claimant::Outsider => {
                    let member = find::member_by_id(self.conn, standing.id)?;
                    let org = member.org_id.map(|org| find::org_by_id(self.conn, org)).transpose()?;
                    let phone = member.phone.as_ref().map(|phone| phone.masked());
                    let (code, name) = (member.code.to_string(), member.name);
                    PersonJson { code, name, org: org.map(|org| org.name), place, phone, claims: standing.claims }
                }
            });
        }
        people.sort_by(|one, other| (&one.org, &one.place, &one.code).cmp(&(&other.org, &other.place, &other.code)));
        Ok(people)
    }
}

/// What the figures are grouped by.
enum Groups {
    /// By place: each place's group.
    Place(Vec<i64>),
    /// By organisation: each member's; 0 for none.
    Org(HashMap<i64, i64>),
    /// Each claimant alone.
    EachOne(Claimant),
}

impl Groups {
    fn of(&self, id: i64, place: i64) -> i64 {
        match self {
            Groups::Place(groups) => {
                usize::try_from(place).ok().and_then(|place| groups.get(place)).copied().unwrap_or(place)
            }
            Groups::Org(orgs) => orgs.get(&id).copied().unwrap_or(0),
            Groups::EachOne(_) => id,
        }
    }

    /// The groups' names in their order: places by their paths, organisations and people by their ids.
    fn named(&self, figures: &[Figure], ground: &Ground<'_>) -> anyhow::Result<Vec<(String, Figure)>> {
        let mut rows = Vec::new();
        for (id, figure) in figures.iter().enumerate().filter(|(_, figure)| figure.required > 0) {
            rows.push((self.name(i64::try_from(id)?, ground)?, *figure));
        }
        if matches!(self, Groups::Place(_)) {
            rows.sort_by(|one, other| one.0.cmp(&other.0));
        }
        Ok(rows)
    }

    fn name(&self, id: i64, ground: &Ground<'_>) -> anyhow::Result<String> {
        Ok(match self {
            Groups::Place(_) => ground.places.path(id),
            Groups::Org(_) if id == 0 => text::no_org(),
            Groups::Org(_) => find::org_by_id(ground.conn, id)?.name,
            Groups::EachOne(Claimant::Org) => find::org_by_id(ground.conn, id)?.name,
            Groups::EachOne(_) => {
                let member = find::member_by_id(ground.conn, id)?;
                text::member(member.code, member.name)
            }
        })
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

fn chosen_campaign(conn: &Connection, name: Option<&str>) -> anyhow::Result<CampaignRow> {
    if let Some(name) = name {
        return desk::campaign(conn, name);
    }
    let in_use = setting::campaign_in_use(conn)?.map(|id| campaign::by_id(conn, id)).transpose()?.flatten();
    in_use.ok_or_else(|| stop(Exit::Refused, text::no_campaign()))
}

/// The as-of day: as asked, else the earlier of today and the campaign's last day.
fn as_of(asked: Option<Day>, campaign: &CampaignRow, today: Day) -> anyhow::Result<Day> {
    match asked {
        Some(day) if day < campaign.from_day => {
            Err(stop(Exit::Usage, text::as_of_before_campaign(day, &campaign.name, campaign.from_day)))
        }
        Some(day) => Ok(day),
        None => Ok(today.min(campaign.until_day)),
    }
}

fn quota_json(quota: &QuotaRow, figures: &Figures) -> QuotaJson {
    QuotaJson {
        r#for: if quota.claimant == Claimant::Org { "orgs" } else { "members" },
        class: quota.class.clone(),
        need_kind: quota.need_kind.code(),
        at_least: quota.at_least,
        counting: quota.counting.code(),
        joint: quota.joint.code(),
        groups: None,
        list: None,
        total: figure_json(&figures.total),
        volunteers: figures.volunteers,
        unregistered: figures.unregistered,
    }
}

fn figure_json(figure: &Figure) -> FigureJson {
    FigureJson {
        required: figure.required,
        met: figure.met,
        unmet: figure.unmet(),
        rate: figure.rate(),
        claims: figure.claims,
    }
}
