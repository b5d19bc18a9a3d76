//! `close`, `reopen`, `withdraw`, `unfulfilled`: the ways out of the lifecycle, and back into it.

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::codes::CodesFileArgs;
use crate::desk::{Context, finish, needs};
use crate::lang::{cmd as text, word};
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::refusal::TooEarly;
use crate::model::words::NeedState;
use crate::output::{Cell, Sheet};
use crate::store::log::Change;
use crate::store::rows::NeedRow;
use crate::store::{claim, need_days, publication, reopening, state};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The needs: codes, public codes or wall numbers
    #[arg(required_unless_present = "from_file", value_name = "CODE")]
    pub codes: Vec<Code>,
    #[command(flatten)]
    pub file: CodesFileArgs,
    /// Why
    #[arg(long, value_name = "WHY")]
    pub reason: String,
    /// The day it happened, if not today
    #[arg(long, value_name = "DAY")]
    pub on: Option<Day>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

/// The way out or back that a need takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Close,
    Reopen,
    Withdraw,
    Unfulfilled,
}

#[derive(Serialize)]
struct MovedJson {
    code: String,
    from: &'static str,
    to: &'static str,
    /// Claims that the exit released.
    released: usize,
}

#[derive(Serialize)]
struct RefusedJson {
    code: String,
    /// The reason as a word.
    why: &'static str,
    reason: String,
}

pub fn run(way: Way, args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let reason = args.reason.trim();
    if reason.is_empty() {
        return Err(stop(Exit::Usage, text::reason_empty(way.verb())));
    }
    let on = args.on.unwrap_or(context.today);
    if on > context.today {
        return Err(stop(Exit::Usage, text::day_in_future(on)));
    }
    let codes = args.file.codes(&args.codes)?;
    let words: Vec<&str> = codes.iter().map(Code::as_str).collect();
    let store = context.open()?;
    let mut change =
        store.change(context.new_entry(format!("{} {}{}", way.verb(), words.join(" "), reopening::dated(args.on))))?;
    let (mut moved, mut refused) = (Vec::new(), Vec::new());
    for need in needs::needs(change.session(), &codes)? {
        match apply(&mut change, way, &need, reason, on)? {
            Outcome::Moved(one) => {
                if need.state == NeedState::Published
                    && let Some(number) = need.number
                {
                    let shown = publication::published_where(change.session(), number)?;
                    let shown: Vec<String> =
                        shown.iter().map(|row| format!("{} {}", row.published_on, row.folder)).collect();
                    let shown = shown.join(crate::lang::comma());
                    context.note(if args.dry_run {
                        text::would_come_down(number, shown)
                    } else {
                        text::came_down(number, shown)
                    });
                }
                moved.push(one);
            }
            Outcome::Already => context.note(text::already_done(&need.code)),
            Outcome::Refused(why, reason) => {
                crate::desk::warn(&reason);
                refused.push(RefusedJson { code: need.code.to_string(), why, reason });
            }
        }
    }
    let entry = EntryJson::of(finish(change, args.dry_run)?);
    if args.dry_run {
        context.note_dry_run();
    }
    let exit = if refused.is_empty() { Exit::Done } else { Exit::Partly };
    let document = serde_json::json!({"needs": moved, "refused": refused, "entry": entry});
    args.answer.write(&sheet(&moved)?, &document, context)?;
    Ok(exit)
}

/// The result for one need.
enum Outcome {
    Moved(MovedJson),
    Already,
    /// Why, as a word and in words.
    Refused(&'static str, String),
}

fn apply(change: &mut Change<'_>, way: Way, need: &NeedRow, reason: &str, on: Day) -> anyhow::Result<Outcome> {
    let to = match (way, need.came_from) {
        (Way::Close, _) => NeedState::Closed,
        (Way::Withdraw, _) => NeedState::Withdrawn,
        (Way::Unfulfilled, _) => NeedState::Unfulfilled,
        (Way::Reopen, Some(from)) if need.state.is_exit() => from,
        (Way::Reopen, _) if need.state == NeedState::Closed => NeedState::Published,
        (Way::Reopen, _) => return Ok(Outcome::Already),
    };
    if need.state == to {
        return Ok(Outcome::Already);
    }
    let allowed = state::may_become(need, to) && (way == Way::Reopen || !need.state.is_exit());
    if !allowed {
        let (now, then) = (word(need.state.zh(), need.state.code()), word(to.zh(), to.code()));
        return Ok(Outcome::Refused(
            "wrong_state",
            crate::lang::store::no_such_move(&need.code, &need.code, now, then),
        ));
    }
    if let Some(early) = need_days::too_early_to_leave(change.session(), need, on)? {
        return Ok(Outcome::Refused(TooEarly::CODE, crate::lang::refusal::too_early(&early)));
    }
    let mut released = 0;
    match way {
        Way::Close => {
            let live = claim::live(change.session(), need.id)?;
            if !live.is_empty() {
                let codes: Vec<&str> = live.iter().map(|claim| claim.code.as_str()).collect();
                return Ok(Outcome::Refused(
                    "claims_run",
                    text::close_with_live(&need.code, codes.join(crate::lang::comma())),
                ));
            }
        }
        Way::Withdraw | Way::Unfulfilled => released = claim::release_live(change, need.id, on, reason)?,
        Way::Reopen if need.state == NeedState::Closed => claim::end_round(change, need.id, on)?,
        Way::Reopen => {}
    }
    state::move_need(change, need, (to, on), |need| {
        need.reason_out = Some(reason.to_owned());
        need.closed_on = (to == NeedState::Closed).then_some(on);
        if way == Way::Reopen {
            need.duplicate_of = None;
        }
    })?;
    Ok(Outcome::Moved(MovedJson { code: need.code.to_string(), from: need.state.code(), to: to.code(), released }))
}

impl Way {
    fn verb(self) -> &'static str {
        match self {
            Way::Close => "close",
            Way::Reopen => "reopen",
            Way::Withdraw => "withdraw",
            Way::Unfulfilled => "unfulfilled",
        }
    }
}

fn sheet(moved: &[MovedJson]) -> anyhow::Result<Sheet> {
    let mut sheet = Sheet::new(text::moved_headers());
    for one in moved {
        let (from, to): (NeedState, NeedState) = (one.from.parse()?, one.to.parse()?);
        sheet.rows.push(vec![
            Cell::text_of(one.code.clone()),
            Cell::text_of(word(from.zh(), from.code())),
            Cell::text_of(word(to.zh(), to.code())),
            Cell::Count(i64::try_from(one.released)?),
        ]);
    }
    Ok(sheet)
}
