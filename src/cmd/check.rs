//! `check`: whether the office file is intact, and what to do if it is not.

use serde::Serialize;

use crate::desk::Context;
use crate::desk::answer::{AnswerArgs, HeadJson};
use crate::desk::problems::{self, ProblemJson};
use crate::lang::{cmd as text, trust};
use crate::model::exit::Exit;
use crate::store::{check, log, setting};

/// Check the office file from end to end
///
/// Whether SQLite finds it intact, whether every record that another one refers to exists, whether the log is valid and
/// agrees with every record, and whether needs and claims keep the rules. Changes nothing.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Serialize)]
struct CheckJson {
    ok: bool,
    problems: Vec<ProblemJson>,
    /// `null` if it cannot be read.
    head: Option<HeadJson>,
    /// Whose key the digests of ID numbers are made with: `own` or `city`; `null` if it cannot be read.
    id_key: Option<&'static str>,
    /// The fingerprint of the city's join key.
    join_key: Option<String>,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.inspect()?;
    let reading = store.read()?;
    let found = check::problems(&reading, store.snapshot());
    let exit = match found.as_slice() {
        [] => Exit::Done,
        found if found.iter().any(check::Problem::is_damage) => Exit::Damaged,
        _ => Exit::Partly,
    };
    let problems: Vec<ProblemJson> = found.iter().map(problems::describe).collect();
    let is_readable = !found.iter().any(check::Problem::is_foreign);
    // A log that cannot be read is among the problems already.
    let head = match exit {
        Exit::Damaged => is_readable.then(|| log::head(&reading).ok()).flatten(),
        _ => Some(log::head(&reading)?),
    };
    // A setting that cannot be read is among the problems too.
    let id_key = is_readable.then(|| setting::id_key(&reading).ok()).flatten();
    let join_key = id_key.as_ref().and_then(|key| key.fingerprint().map(str::to_owned));
    if problems.is_empty() {
        context.note(trust::sound());
    } else {
        crate::desk::warn(trust::problems(problems.len()));
    }
    let mut sheet = problems::sheet(&problems);
    sheet.foot.extend(head.map(text::head_line));
    sheet.foot.extend(join_key.as_ref().map(text::join_key_line));
    let ok = problems.is_empty();
    let id_key = id_key.map(|key| key.code());
    args.answer.write(&sheet, &CheckJson { ok, problems, head: head.map(HeadJson::of), id_key, join_key }, context)?;
    Ok(exit)
}
