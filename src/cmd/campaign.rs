//! `campaign`: the periods over which quotas are counted.

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::{self, Context, finish};
use crate::lang::cmd as text;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::output::{Cell, Sheet};
use crate::store::Session;
use crate::store::campaign;
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

#[derive(Serialize)]
struct CampaignJson {
    name: String,
    from: String,
    until: String,
    in_use: bool,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    match &args.verb {
        Verb::Add(args) => add(args, context),
        Verb::List(answer) => list(answer, context),
        Verb::Use(args) => choose(args, context),
    }
}

fn add(args: &AddArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    if args.until < args.from {
        return Err(stop(Exit::Usage, text::period_upside_down(args.from, args.until)));
    }
    let name = args.name.trim();
    let store = context.open()?;
    let mut change = store.change(context.new_entry("campaign add"))?;
    match campaign::named(change.session(), name)? {
        Some(found) if found.from_day == args.from && found.until_day == args.until => {
            context.note(text::already_done(name));
        }
        Some(_) => return Err(stop(Exit::Refused, text::campaign_exists(name))),
        None => {
            let row = CampaignRow { id: 0, name: name.to_owned(), from_day: args.from, until_day: args.until };
            let id = campaign::add(&mut change, row)?;
            setting::write(&mut change, Setting::Campaign, &id.to_string())?;
        }
    }
    let (sheet, campaigns) = campaigns(change.session())?;
    let entry = EntryJson::of(finish(change, args.dry_run)?);
    args.answer.write(&sheet, &serde_json::json!({"campaigns": campaigns, "entry": entry}))?;
    Ok(Exit::Done)
}

fn list(answer: &AnswerArgs, context: &Context) -> anyhow::Result<Exit> {
    let store = context.open()?;
    let reading = store.read()?;
    let (sheet, campaigns) = campaigns(&reading)?;
    answer.write(&sheet, &serde_json::json!({"campaigns": campaigns}))?;
    Ok(Exit::Done)
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
    let (sheet, campaigns) = campaigns(change.session())?;
    let entry = EntryJson::of(finish(change, args.dry_run)?);
    args.answer.write(&sheet, &serde_json::json!({"campaigns": campaigns, "entry": entry}))?;
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
        ]);
        let (from, until) = (row.from_day.to_string(), row.until_day.to_string());
        campaigns.push(CampaignJson { name: row.name, from, until, in_use: used });
    }
    Ok((sheet, campaigns))
}
