//! `claim pending`: what chats and lists say of claims and nobody could match, settled one by one or by a list.

use serde::Serialize;

use super::answer::{ClaimJson, claim_json};
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::names::ByArgs;
use crate::desk::{Context, finish, needs};
use crate::lang::cmd::claim_of_need;
use crate::lang::{chat as text, refusal};
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::output::{Cell, Sheet};
use crate::store::claim::{self, Attempt, Terms};
use crate::store::log::Change;
use crate::store::pending::{self, Outcome, Waiting};
use crate::store::rows::PendingRow;
use crate::store::{Session, Store};

#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("of_take").args(["need", "by", "outsider", "outsider_type"]).multiple(true)
    .requires("take")))]
#[command(group(clap::ArgGroup::new("who").args(["by", "outsider"]).multiple(true)))]
#[command(group(clap::ArgGroup::new("of_settling").args(["dry_run"]).requires("settled")))]
#[command(group(clap::ArgGroup::new("settled").args(["take", "drop"])))]
pub struct PendingArgs {
    /// The one to settle, by its number in the list; --by says who claims
    #[arg(long, value_name = "ITEM", requires = "who", conflicts_with = "drop")]
    pub take: Option<i64>,
    /// The need of that one, if it names none or a wrong one
    #[arg(long, value_name = "CODE", requires = "take")]
    pub need: Option<Code>,
    #[command(flatten)]
    pub who: ByArgs,
    /// Those that are not claims, by their numbers in the list
    #[arg(long, value_name = "ITEM", value_delimiter = ',', conflicts_with = "of_take")]
    pub drop: Vec<i64>,
    /// Also those whose need somebody else has by now
    #[arg(long, conflicts_with_all = ["settled", "of_take"])]
    pub all: bool,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Serialize)]
struct ItemJson {
    item: i64,
    list: String,
    line: u32,
    words: String,
    need: Option<String>,
    who: Option<String>,
    unit: Option<String>,
    quantity: Option<i64>,
    on: Option<String>,
    problem: String,
    /// The need is no longer available.
    too_late: bool,
}

#[derive(Debug, Default, Serialize)]
struct Document {
    pending: Vec<ItemJson>,
    /// Unsettled ones whose need is no longer available, which only --all lists.
    too_late: usize,
    claims: Vec<ClaimJson>,
    entry: Option<EntryJson>,
}

pub fn run(args: &PendingArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    if let Some(item) = args.take {
        return take(item, args, context, &store);
    }
    if !args.drop.is_empty() {
        return drop_all(args, context, &store);
    }
    let reading = store.read()?;
    let unsettled = pending::unsettled(&reading)?;
    let is_any = unsettled.iter().any(|one| args.all || !one.is_too_late);
    context.note(if is_any { text::pending_way() } else { text::nothing_pending() });
    answer(args, unsettled, Document::default(), context)?;
    Ok(Exit::Done)
}

fn take(item: i64, args: &PendingArgs, context: &Context, store: &Store) -> anyhow::Result<Exit> {
    let who = args.who.settled(store)?;
    let mut change = store.change(context.new_entry("claim pending"))?;
    let row = waiting_item(change.session(), item)?;
    let need = match &args.need {
        Some(code) => needs::need(change.session(), code)?,
        None => pending::need_of(change.session(), &row)?
            .ok_or_else(|| stop(Exit::Refused, text::item_without_need(item)))?,
    };
    let parties = who.parties(&mut change)?;
    let (on, quantity) = (row.on_day.unwrap_or(context.today), row.quantity);
    let terms = Terms { on, quantity, unnamed: 0, mode: None, deadline: None, note: None, name_ok: false };
    let mut document = Document::default();
    match claim::take(&mut change, &need, &parties, &terms, context.today)? {
        Attempt::Won(claim) => {
            let names = claim::party_names(change.session(), claim.id)?;
            let what = claim_of_need(&claim.code, needs::brief(change.session(), &need)?);
            context.note(text::item_taken(item, what, names, claim.quantity));
            document.claims.push(claim_json(change.session(), &claim, &need)?);
        }
        Attempt::Already(claim) => {
            let names = claim::party_names(change.session(), claim.id)?;
            let what = claim_of_need(&claim.code, needs::brief(change.session(), &need)?);
            context.note(text::item_held(item, what, names, claim.quantity));
            document.claims.push(claim_json(change.session(), &claim, &need)?);
        }
        Attempt::Lost(why) => return Err(stop(Exit::Refused, refusal::claim(&why))),
    }
    pending::settle(&mut change, item, Outcome::Claimed, context.today)?;
    end(change, args, context, document)
}

fn drop_all(args: &PendingArgs, context: &Context, store: &Store) -> anyhow::Result<Exit> {
    let mut change = store.change(context.new_entry("claim pending"))?;
    for item in &args.drop {
        waiting_item(change.session(), *item)?;
        pending::settle(&mut change, *item, Outcome::Dropped, context.today)?;
    }
    end(change, args, context, Document::default())
}

/// One that waits. Errors: no such one, or one that is settled (exit 3).
fn waiting_item(session: &Session, item: i64) -> anyhow::Result<PendingRow> {
    let row = pending::by_id(session, item)?.filter(|row| row.outcome.is_none());
    row.ok_or_else(|| stop(Exit::Refused, text::no_such_item(item)))
}

fn end(change: Change<'_>, args: &PendingArgs, context: &Context, mut document: Document) -> anyhow::Result<Exit> {
    let unsettled = pending::unsettled(change.session())?;
    document.entry = EntryJson::of(finish(change, args.dry_run)?);
    context.note(text::left_to_decide(unsettled.iter().filter(|one| !one.is_too_late).count()));
    if args.dry_run {
        context.note_dry_run();
    }
    answer(args, unsettled, document, context)?;
    Ok(Exit::Done)
}

fn answer(
    args: &PendingArgs,
    unsettled: Vec<Waiting>,
    mut document: Document,
    context: &Context,
) -> anyhow::Result<()> {
    let mut sheet = Sheet::new(text::pending_headers());
    document.too_late = unsettled.iter().filter(|one| one.is_too_late).count();
    if document.too_late > 0 && !args.all {
        context.note(text::pending_too_late(document.too_late));
    }
    for Waiting { mut row, is_too_late } in unsettled {
        if is_too_late && !args.all {
            continue;
        }
        if is_too_late {
            row.problem = text::too_late(row.problem);
        }
        sheet.rows.push(vec![
            Cell::Count(row.id),
            Cell::text_of(row.list.clone()),
            Cell::Count(i64::from(row.line)),
            Cell::text_of(row.words.clone()),
            Cell::from(row.need.clone()),
            Cell::from(row.who.clone()),
            Cell::from(row.unit.clone()),
            Cell::text_of(row.problem.clone()),
            Cell::Blank,
            Cell::count_or_blank(row.quantity),
            Cell::day(row.on_day),
        ]);
        document.pending.push(ItemJson {
            item: row.id,
            list: row.list,
            line: row.line,
            words: row.words,
            need: row.need,
            who: row.who,
            unit: row.unit,
            quantity: row.quantity,
            on: row.on_day.map(|day| day.to_string()),
            problem: row.problem,
            too_late: is_too_late,
        });
    }
    args.answer.write(&sheet, &document, context)
}
