//! `claim take`: one winner for each need.

use super::answer::{Document, answer, claim_json, refused_json};
use super::parties::refuse;
use super::{changed, day, joined};
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::codes::CodesFileArgs;
use crate::desk::names::ByArgs;
use crate::desk::needs::{self, Among};
use crate::desk::{Context, choose, finish};
use crate::lang::{cmd as text, refusal};
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::store::Session;
use crate::store::claim::{self, Attempt, Terms};
use crate::store::rows::ClaimRow;

#[derive(Debug, clap::Args)]
pub struct TakeArgs {
    /// The needs: wall numbers, codes, or words of a wish
    #[arg(value_name = "CODE")]
    pub codes: Vec<Code>,
    #[command(flatten)]
    pub file: CodesFileArgs,
    #[command(flatten)]
    pub who: ByArgs,
    /// How many of the quantity, instead of all that are left
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=1_000_000))]
    pub quantity: Option<i64>,
    /// The day it was claimed, if not today
    #[arg(long, value_name = "DAY")]
    pub on: Option<Day>,
    /// The day by which it is promised
    #[arg(long, value_name = "DAY")]
    pub deadline: Option<Day>,
    /// An internal note
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// The claimants agreed to be named on what is published
    #[arg(long)]
    pub name_ok: bool,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

pub fn run(args: &TakeArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let on = day(args.on, context)?;
    let store = context.open()?;
    let codes = choose::needs(&store, &args.file.codes(&args.codes)?, Among::ToClaim)?;
    if codes.is_empty() {
        return Err(stop(Exit::Usage, text::name_a_need()));
    }
    // A number that no need has is reported before anything is asked.
    let reading = store.read()?;
    let codes = needs::as_logged(&reading, &codes, Among::ToClaim)?;
    reading.finish()?;
    let who = args.who.settled(&store)?;
    let mut change = store.change(context.new_entry(format!("claim take {}", joined(&codes))))?;
    let needs = needs::needs(change.session(), &codes)?;
    let parties = who.parties(&mut change)?;
    let terms = Terms {
        on,
        quantity: args.quantity,
        unnamed: 0,
        mode: None,
        deadline: args.deadline,
        note: args.note.clone(),
        name_ok: args.name_ok,
    };
    let mut document = Document::default();
    let mut won = false;
    for need in &needs {
        match claim::take(&mut change, need, &parties, &terms, context.today)? {
            Attempt::Won(claim) => {
                won = true;
                document.claims.push(claim_json(change.session(), &claim, need)?);
                if let Some(published) = need.published_on.filter(|published| on < *published) {
                    context.note(text::claimed_before_published(needs::brief(change.session(), need)?, on, published));
                }
            }
            Attempt::Already(claim) => {
                let brief = needs::brief(change.session(), need)?;
                if let Some(why) = held_otherwise(args, &claim, &brief, change.session())? {
                    refuse(&mut document, need, "held_otherwise", why);
                } else {
                    context.note(text::already_claimed(brief));
                    document.claims.push(claim_json(change.session(), &claim, need)?);
                }
            }
            Attempt::Lost(why) => {
                crate::desk::warn(text::of_need(needs::brief(change.session(), need)?, refusal::claim(&why)));
                document.refused.push(refused_json(need.code.as_str(), &why));
            }
        }
    }
    // If all claims were lost, an outsider that was made for them is taken back too.
    document.entry = EntryJson::of(finish(change, args.dry_run || !won)?);
    if args.dry_run {
        context.note_dry_run();
    }
    answer(&args.answer, &document, context)
}

/// What these claimants hold already and is given otherwise now, and the ways to change it; nothing where all is as given.
fn held_otherwise(args: &TakeArgs, claim: &ClaimRow, brief: &str, session: &Session) -> anyhow::Result<Option<String>> {
    let given = ClaimRow {
        quantity: args.quantity.unwrap_or(claim.quantity),
        claimed_on: args.on.unwrap_or(claim.claimed_on),
        deadline: args.deadline.or(claim.deadline),
        note: args.note.clone().or_else(|| claim.note.clone()),
        name_ok: if args.name_ok { Some(true) } else { claim.name_ok },
        ..claim.clone()
    };
    let changes = changed::fields(session, claim, &given)?;
    if changes.is_empty() {
        return Ok(None);
    }
    let mut ways = Vec::new();
    let is_later = given.deadline > claim.deadline;
    if let Some(deadline) = args.deadline.filter(|_| is_later) {
        ways.push(text::way_to_extend(&claim.code, deadline));
    }
    if (given.quantity, given.claimed_on) != (claim.quantity, claim.claimed_on) {
        ways.push(text::way_to_take_again(&claim.code));
    }
    let is_earlier = given.deadline < claim.deadline;
    if is_earlier || (&given.note, given.name_ok) != (&claim.note, claim.name_ok) {
        ways.push(text::way_by_list());
    }
    let ways = ways.join(crate::lang::semicolon());
    Ok(Some(text::held_otherwise(brief, &claim.code, changed::line(&changes), ways)))
}
