//! `alias`: other names of organisations, and the names in lists that no organisation has.

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::names::near_orgs;
use crate::desk::{Context, ask, choose, finish};
use crate::lang::{cmd as text, collect};
use crate::model::exit::{Exit, stop};
use crate::output::{Cell, Sheet};
use crate::store::Store;
use crate::store::alias::{self, Added};
use crate::store::find::Orgs;
use crate::store::log::Change;

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
    /// Remove an alias
    Remove(RemoveArgs),
    /// List the aliases
    List(AnswerArgs),
    /// List the names in lists that no organisation or alias fits
    Pending(PendingArgs),
}

#[derive(Debug, clap::Args)]
pub struct RemoveArgs {
    /// The other name
    #[arg(value_name = "NAME")]
    pub name: String,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, clap::Args)]
pub struct PendingArgs {
    /// Ask on the terminal which organisation each name means; every answer is saved at once
    #[arg(long)]
    pub pick: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
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
        Verb::Remove(args) => remove(args, context),
        Verb::List(answer) => list(answer, context),
        Verb::Pending(args) => pending(args, context),
    }
}

fn add(args: &AddArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let name = args.name.trim();
    if name.is_empty() {
        return Err(stop(Exit::Usage, collect::alias_empty()));
    }
    let store = context.open()?;
    let wanted = choose::org(&store, args.org.trim())?;
    let mut change = store.change(context.new_entry("alias add"))?;
    let orgs = Orgs::load(change.session())?;
    let org = match orgs.named(&wanted) {
        [one] => *one,
        [] => {
            return Err(stop(
                Exit::Refused,
                collect::unknown_org(&wanted, text::near(&near_orgs(&orgs, &wanted).join(crate::lang::comma()))),
            ));
        }
        several => {
            let names: Vec<&str> = several.iter().map(|id| orgs.name(*id)).collect();
            return Err(stop(Exit::Refused, collect::several_orgs(&wanted, names.join(crate::lang::comma()))));
        }
    };
    let message = match alias::add(&mut change, &orgs, name, org)? {
        Added::Done if args.dry_run => collect::alias_would_be_added(name, orgs.name(org)),
        Added::Done => collect::alias_added(name, orgs.name(org)),
        Added::Already => text::already_done(name),
        Added::Taken(others) => {
            return Err(stop(Exit::Refused, collect::alias_taken(name, others.join(crate::lang::comma()))));
        }
    };
    end(change, &message, args.dry_run, &args.answer, context)
}

fn remove(args: &RemoveArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let name = args.name.trim();
    let store = context.open()?;
    let mut change = store.change(context.new_entry("alias remove"))?;
    if alias::remove(&mut change, name)? == 0 {
        let orgs = Orgs::load(change.session())?;
        return Err(stop(
            Exit::Refused,
            match orgs.named(name) {
                [] => collect::no_such_alias(name),
                [org, ..] => collect::alias_is_own_name(name, orgs.name(*org)),
            },
        ));
    }
    let message = if args.dry_run { collect::alias_would_be_removed(name) } else { collect::alias_removed(name) };
    end(change, &message, args.dry_run, &args.answer, context)
}

/// Commits or not, then prints the message and answers with all aliases.
fn end(
    change: Change<'_>,
    message: &str,
    dry_run: bool,
    answer: &AnswerArgs,
    context: &Context,
) -> anyhow::Result<Exit> {
    let (sheet, aliases) = aliases(&alias::all(change.session())?);
    let entry = EntryJson::of(finish(change, dry_run)?);
    context.note(message);
    if dry_run {
        context.note_dry_run();
    }
    answer.write(&sheet, &serde_json::json!({"aliases": aliases, "entry": entry}), context)?;
    Ok(Exit::Done)
}

fn list(answer: &AnswerArgs, context: &Context) -> anyhow::Result<Exit> {
    let store = context.open()?;
    let reading = store.read()?;
    let (sheet, aliases) = aliases(&alias::all(&reading)?);
    answer.write(&sheet, &serde_json::json!({"aliases": aliases}), context)?;
    Ok(Exit::Done)
}

fn aliases(known: &[alias::Known]) -> (Sheet, Vec<AliasJson>) {
    let mut sheet = Sheet::new(text::alias_headers());
    let mut aliases = Vec::with_capacity(known.len());
    for alias::Known { alias, code, name } in known {
        sheet.rows.push([alias, code, name].map(Cell::text_of).to_vec());
        aliases.push(AliasJson { alias: alias.clone(), code: code.clone(), org: name.clone() });
    }
    (sheet, aliases)
}

fn pending(args: &PendingArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    if args.pick {
        pick(&store, context)?;
    }
    let reading = store.read()?;
    let orgs = Orgs::load(&reading)?;
    let mut sheet = Sheet::new(text::pending_headers());
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
        context.note(collect::nothing_pending());
    } else {
        context.note(collect::pending_way());
    }
    args.answer.write(&sheet, &serde_json::json!({"pending": names}), context)?;
    Ok(Exit::Done)
}

/// Asks of each waiting name which organisation it means. Each answer is an entry of its own, so that whoever stops
/// half-way has lost nothing.
fn pick(store: &Store, context: &Context) -> anyhow::Result<()> {
    if !ask::is_possible() {
        return Err(stop(Exit::Usage, collect::pick_wants_terminal()));
    }
    let names = {
        let reading = store.read()?;
        alias::pending(&reading, &Orgs::load(&reading)?)?
    };
    for (at, row) in names.iter().enumerate() {
        let reading = store.read()?;
        let orgs = Orgs::load(&reading)?;
        reading.finish()?;
        ask::note(&collect::pick_which(at + 1, names.len(), &row.name, row.rows, &row.list));
        let org = match picked(&orgs, &row.name)? {
            Picked::Org(org) => org,
            Picked::Later => continue,
            Picked::Stop => return Ok(()),
        };
        let mut change = store.change(context.new_entry("alias add"))?;
        let orgs = Orgs::load(change.session())?;
        let message = match alias::add(&mut change, &orgs, &row.name, org)? {
            // Somebody else may have given it the same meaning meanwhile.
            Added::Done | Added::Already => collect::alias_added(&row.name, orgs.name(org)),
            Added::Taken(others) => collect::alias_taken(&row.name, others.join(crate::lang::comma())),
        };
        change.finish()?;
        ask::note(&message);
    }
    Ok(())
}

/// What was chosen for a name.
enum Picked {
    Org(i64),
    Later,
    Stop,
}

/// One of all organisations, those with a near name first; a mere Enter leaves the name for later.
fn picked(orgs: &Orgs, name: &str) -> anyhow::Result<Picked> {
    let near: Vec<i64> = near_orgs(orgs, name).iter().flat_map(|near| orgs.named(near)).copied().collect();
    let mut all = orgs.all();
    all.sort_by_key(|(org, ..)| near.iter().position(|one| one == org).unwrap_or(near.len()));
    let choices = all.iter().map(|(_, code, name)| format!("{code} {name}"));
    let choices: Vec<String> = std::iter::once(collect::pick_later()).chain(choices).collect();
    let Some(at) = ask::search(&collect::pick_prompt(name), &choices)? else { return Ok(Picked::Stop) };
    let org = at.checked_sub(1).and_then(|at| all.get(at));
    Ok(org.map_or(Picked::Later, |(org, ..)| Picked::Org(*org)))
}
