//! `find`: looks through every kind of record at once and says what each hit is. Private cells are masked.

use serde_json::json;

use crate::desk::Context;
use crate::desk::answer::AnswerArgs;
use crate::desk::records::brief::{self, Brief};
use crate::desk::records::{fitting, hits};
use crate::lang::{found as text, word};
use crate::model::exit::{Exit, stop};
use crate::output::report::Report;
use crate::store::listing::Words;
use crate::store::place::Places;
use crate::store::setting;

/// Find a person, a wish or anything else by a name, a phone's last four digits, a code or words
///
/// Looks through wishes, projects, members, organisations, outsiders, claims and places, also in the office's own columns and
/// in cells that could not be read, and says in which column the hit is. A member is found by the whole ID number too, which
/// is stored nowhere. Several words must all be in one record. Names are compared however they were typed.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A name, the last four digits of a phone or all of them, a code, a wall number, an ID number, words of the content
    #[arg(value_name = "TEXT", required = true)]
    pub text: Vec<String>,
    /// Show at most this many of each kind
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    pub limit: u32,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let typed = args.text.join(" ");
    let words = Words::of(&typed);
    if words.is_empty() {
        return Err(stop(Exit::Usage, text::find_nothing()));
    }
    let store = context.open()?;
    let reading = store.read()?;
    let places = Places::load(&reading)?;
    let most = usize::try_from(args.limit)?;
    let (mut found, mut cut, mut total): (Vec<Brief>, Vec<String>, usize) = (Vec::new(), Vec::new(), 0);
    for (kind, ids) in fitting(&reading, &words, context.today)? {
        total += ids.len();
        if ids.len() > most {
            cut.push(text::found_more(word(kind.zh(), kind.code()), most, ids.len()));
        }
        for id in ids.into_iter().take(most) {
            let hits = hits::of(&reading, kind, id, &words)?;
            found.push(brief::of(&reading, &places, kind, id)?.with_hits(hits));
        }
    }
    if found.is_empty() {
        context.note(text::found_none(&typed));
    }
    let office = places.path(setting::office_place(&reading)?);
    let mut sheet = brief::sheet(&found, &office);
    if args.answer.has_foot()? {
        sheet.foot = cut;
    }
    if args.answer.wants_lines()? {
        args.answer.write_records(&found, context)?;
    } else {
        args.answer.write_report(
            &Report::of(&sheet),
            &json!({"shown": found.len(), "total": total, "found": found}),
            context,
        )?;
    }
    Ok(Exit::Done)
}
