//! `alias`: other names of organisations, and the names that lists said and nobody has.

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::names::near_orgs;
use crate::desk::{Context, finish};
use crate::lang::{cmd as text, collect};
use crate::model::exit::{Exit, stop};
use crate::output::{Cell, Sheet};
use crate::store::alias::{self, Added};
use crate::store::find::Orgs;

/// Give organisations the other names that lists call them by
///
/// A name is never matched by a part of it: 区税务局 means an organisation only if it is its full name, its short name
/// or an alias.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Give an organisation another name
    Add(AddArgs),
    /// List the aliases
    List(AnswerArgs),
    /// List the names that lists said and no organisation or alias fits
    Pending(AnswerArgs),
}

#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// The other name
    #[arg(value_name = "NAME")]
    pub name: String,
    /// The organisation: code, full name or alias
    #[arg(value_name = "ORG")]
    pub org: String,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Serialize)]
struct AliasJson {
    alias: String,
    code: String,
    org: String,
}

#[derive(Serialize)]
struct PendingJson {
    name: String,
    rows: u32,
    list: String,
    near: Vec<String>,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    match &args.verb {
        Verb::Add(args) => add(args, context),
        Verb::List(answer) => list(answer, context),
        Verb::Pending(answer) => pending(answer, context),
    }
}

fn add(args: &AddArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let name = args.name.trim();
    if name.is_empty() {
        return Err(stop(Exit::Usage, collect::alias_empty()));
    }
    let store = context.open()?;
    let mut change = store.change(context.act("alias add"))?;
    let orgs = Orgs::load(change.conn())?;
    let wanted = args.org.trim();
    let org = match orgs.named(wanted) {
        [one] => *one,
        [] => {
            return Err(stop(
                Exit::Refused,
                collect::unknown_org(wanted, text::near(&near_orgs(&orgs, wanted).join(crate::lang::comma()))),
            ));
        }
        several => {
            let told: Vec<&str> = several.iter().map(|id| orgs.name(*id)).collect();
            return Err(stop(Exit::Refused, collect::several_orgs(wanted, told.join(crate::lang::comma()))));
        }
    };
    match alias::add(&mut change, &orgs, name, org)? {
        Added::Done => context.say(collect::alias_added(name, orgs.name(org))),
        Added::Already => context.say(text::already_done(name)),
        Added::Taken(others) => {
            return Err(stop(Exit::Refused, collect::alias_taken(name, others.join(crate::lang::comma()))));
        }
    }
    let (sheet, aliases) = aliases(&alias::all(change.conn())?);
    let entry = EntryJson::of(finish(change, args.dry_run)?);
    if args.dry_run {
        context.say(text::dry_run());
    }
    args.answer.write(&sheet, &serde_json::json!({"aliases": aliases, "entry": entry}))?;
    Ok(Exit::Done)
}

fn list(answer: &AnswerArgs, context: &Context) -> anyhow::Result<Exit> {
    let store = context.open()?;
    let reading = store.read()?;
    let (sheet, aliases) = aliases(&alias::all(&reading)?);
    answer.write(&sheet, &serde_json::json!({"aliases": aliases}))?;
    Ok(Exit::Done)
}

fn aliases(known: &[alias::Known]) -> (Sheet, Vec<AliasJson>) {
    let mut sheet = Sheet::new(text::alias_heads());
    let mut aliases = Vec::with_capacity(known.len());
    for alias::Known { alias, code, name } in known {
        sheet.rows.push([alias, code, name].map(Cell::text_of).to_vec());
        aliases.push(AliasJson { alias: alias.clone(), code: code.clone(), org: name.clone() });
    }
    (sheet, aliases)
}

fn pending(answer: &AnswerArgs, context: &Context) -> anyhow::Result<Exit> {
    let store = context.open()?;
    let reading = store.read()?;
    let orgs = Orgs::load(&reading)?;
    let mut sheet = Sheet::new(text::pending_heads());
    let mut names = Vec::new();
    for row in alias::pending(&reading, &orgs)? {
        let near = near_orgs(&orgs, &row.name);
        sheet.rows.push(vec![
            Cell::text_of(&row.name),
            Cell::Count(i64::from(row.rows)),
            Cell::text_of(&row.list),
            Cell::text_of(near.join(crate::lang::comma())),
        ]);
        names.push(PendingJson { name: row.name, rows: row.rows, list: row.list, near });
    }
    if names.is_empty() {
        context.say(collect::nothing_pending());
    } else {
        context.say(collect::pending_way());
    }
    answer.write(&sheet, &serde_json::json!({"pending": names}))?;
    Ok(Exit::Done)
}
