//! `campaign`: the periods over which quotas are counted.

use std::str::FromStr;

use anyhow::Context as _;
use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::wall::check_campaign_name;
use crate::desk::{self, Context, finish};
use crate::lang::cmd as text;
use crate::model::day::{Day, Days, NotDays};
use crate::model::exit::{Exit, stop};
use crate::output::{Cell, Sheet};
use crate::store::Session;
use crate::store::campaign;
use crate::store::log::Change;
use crate::store::rows::CampaignRow;
use crate::store::setting::{self, Setting};

/// Add, list or choose campaigns
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Add a campaign, with both default quotas, and use it
    Add(AddArgs),
    /// List the campaigns
    List(AnswerArgs),
    /// Set after how many days claims are stale, and wishes offered to everyone
    Set(SetArgs),
    /// Choose the campaign that new needs belong to and reports count
    Use(UseArgs),
}

#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// The campaign's name
    pub name: String,
    /// The campaign's first day
    #[arg(long, value_name = "DAY")]
    pub from: Day,
    /// The campaign's last day
    #[arg(long, value_name = "DAY")]
    pub until: Day,
    #[command(flatten)]
    pub answer: AnswerArgs,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub struct UseArgs {
    /// The campaign's name
    pub name: String,
    #[command(flatten)]
    pub answer: AnswerArgs,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub struct SetArgs {
    /// The campaign's name, if it is not the one in use
    pub name: Option<String>,
    /// A claim that nobody has begun so many days later is stale; off by default
    #[arg(long, value_name = "DAYS|off")]
    pub stale_after: Option<Limit>,
    /// A wish that nobody has claimed so many days after it was published is offered to everyone; off by default
    #[arg(long, value_name = "DAYS|off")]
    pub pool_after: Option<Limit>,
    #[command(flatten)]
    pub answer: AnswerArgs,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// A number of days, or none.
#[derive(Debug, Clone, Copy)]
pub struct Limit(Option<u32>);

impl FromStr for Limit {
    type Err = NotDays;

    fn from_str(text: &str) -> Result<Limit, NotDays> {
        match text.trim() {
            "off" | "关" => Ok(Limit(None)),
            days => Ok(Limit(Some(days.parse::<Days>()?.number()))),
        }
    }
}

#[derive(Serialize)]
struct CampaignJson {
    name: String,
    from: String,
    until: String,
    in_use: bool,
    stale_after: Option<u32>,
    pool_after: Option<u32>,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    match &args.verb {
        Verb::Add(args) => add(args, context),
        Verb::List(answer) => list(answer, context),
        Verb::Set(args) => set(args, context),
        Verb::Use(args) => choose(args, context),
    }
}

fn add(args: &AddArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    if args.until < args.from {
        return Err(stop(Exit::Usage, text::period_upside_down(args.from, args.until)));
    }
    let name = args.name.trim();
    check_campaign_name(name)?;
    let store = context.open()?;
    let mut change = store.change(context.new_entry("campaign add"))?;
    match campaign::named(change.session(), name)? {
        Some(found) if found.from_day == args.from && found.until_day == args.until => {
            context.note(text::already_done(name));
        }
        Some(_) => return Err(stop(Exit::Refused, text::campaign_exists(name))),
        None => {
            let row = CampaignRow {
                id: 0,
                name: name.to_owned(),
                from_day: args.from,
                until_day: args.until,
                stale_days: None,
                pool_days: None,
            };
            let id = campaign::add(&mut change, row)?;
            setting::write(&mut change, Setting::Campaign, &id.to_string())?;
        }
    }
    done(change, args.dry_run, &args.answer, context)
}

fn list(answer: &AnswerArgs, context: &Context) -> anyhow::Result<Exit> {
    let store = context.open()?;
    let reading = store.read()?;
    let (sheet, campaigns) = campaigns(&reading)?;
    answer.write(&sheet, &serde_json::json!({"campaigns": campaigns}), context)?;
    Ok(Exit::Done)
}

fn set(args: &SetArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    if args.stale_after.is_none() && args.pool_after.is_none() {
        return Err(stop(Exit::Usage, text::nothing_to_set("--stale-after, --pool-after")));
    }
    let store = context.open()?;
    let mut change = store.change(context.new_entry("campaign set"))?;
    let in_use = setting::campaign_in_use(change.session())?;
    let before = match (&args.name, in_use) {
        (Some(name), _) => desk::campaign(change.session(), name)?,
        (None, Some(id)) => campaign::by_id(change.session(), id)?.context("the campaign in use")?,
        (None, None) => return Err(stop(Exit::Refused, text::no_campaign())),
    };
    let stale_days = args.stale_after.map_or(before.stale_days, |limit| limit.0);
    let pool_days = args.pool_after.map_or(before.pool_days, |limit| limit.0);
    change.update(&before, &CampaignRow { stale_days, pool_days, ..before.clone() })?;
    if change.is_empty() {
        context.note(text::already_done(&before.name));
    }
    done(change, args.dry_run, &args.answer, context)
}

fn choose(args: &UseArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let mut change = store.change(context.new_entry("campaign use"))?;
    let chosen = desk::campaign(change.session(), &args.name)?;
    setting::write(&mut change, Setting::Campaign, &chosen.id.to_string())?;
    if change.is_empty() {
        context.note(text::already_done(&chosen.name));
    }
    done(change, args.dry_run, &args.answer, context)
}

/// Ends a change of campaigns, and answers with all of them.
fn done(change: Change<'_>, dry_run: bool, answer: &AnswerArgs, context: &Context) -> anyhow::Result<Exit> {
    let (sheet, campaigns) = campaigns(change.session())?;
    let entry = EntryJson::of(finish(change, dry_run)?);
    if dry_run {
        context.note_dry_run();
    }
    answer.write(&sheet, &serde_json::json!({"campaigns": campaigns, "entry": entry}), context)?;
    Ok(Exit::Done)
}

fn campaigns(session: &Session) -> anyhow::Result<(Sheet, Vec<CampaignJson>)> {
    let in_use = setting::campaign_in_use(session)?;
    let mut sheet = Sheet::new(text::campaign_headers());
    let mut campaigns = Vec::new();
    for row in campaign::all(session)? {
        let used = in_use == Some(row.id);
        sheet.rows.push(vec![
            Cell::text_of(row.name.clone()),
            Cell::text_of(row.from_day.to_string()),
            Cell::text_of(row.until_day.to_string()),
            Cell::text_of(if used { text::in_use() } else { String::new() }),
            row.stale_days.map_or(Cell::Blank, |days| Cell::Count(days.into())),
            row.pool_days.map_or(Cell::Blank, |days| Cell::Count(days.into())),
        ]);
        let (from, until) = (row.from_day.to_string(), row.until_day.to_string());
        let (stale_after, pool_after) = (row.stale_days, row.pool_days);
        campaigns.push(CampaignJson { name: row.name, from, until, in_use: used, stale_after, pool_after });
    }
    Ok((sheet, campaigns))
}
