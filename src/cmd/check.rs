//! `check`: whether the office file is sound, and the way out where it is not.

use serde::Serialize;

use crate::desk::Context;
use crate::desk::answer::{AnswerArgs, HeadJson};
use crate::desk::problems::{self, ProblemJson};
use crate::lang::{cmd as text, trust};
use crate::model::exit::Exit;
use crate::store::{check, log};

/// Check the office file from end to end
///
/// What SQLite says of it, whether records lead to others that are there, whether the log fits and every record is as
/// the log says, and whether needs and claims keep the rules. Changes nothing.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Serialize)]
struct CheckJson {
    ok: bool,
    problems: Vec<ProblemJson>,
    /// Nothing where it cannot be read.
    head: Option<HeadJson>,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.examine()?;
    let reading = store.read()?;
    let found = check::problems(&reading);
    let exit = match found.as_slice() {
        [] => Exit::Done,
        found if found.iter().any(check::Problem::is_damage) => Exit::Damaged,
        _ => Exit::Partly,
    };
    let problems: Vec<ProblemJson> = found.iter().map(problems::told).collect();
    // A log that cannot be read is among the problems already.
    let head = if exit == Exit::Damaged { log::head(&reading).ok() } else { Some(log::head(&reading)?) };
    if problems.is_empty() {
        context.say(trust::sound());
    } else {
        crate::desk::tell(trust::problems(problems.len()));
    }
    let mut sheet = problems::sheet(&problems);
    sheet.foot.extend(head.map(text::head_line));
    args.answer.write(&sheet, &CheckJson { ok: problems.is_empty(), problems, head: head.map(HeadJson::of) })?;
    Ok(exit)
}
