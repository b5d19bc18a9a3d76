//! `report`: figures that open to their rows. Each report is one module with two steps: `build` reads typed rows from the
//! office file, `analyse` makes of them an `Analysis` of sections and never asks the file again. That is checked,
//! compared with an earlier moment where one is given, sealed, and written.
//!
//! A new report touches three files: its own module; this one, with its `mod` line, its `Verb` and the two matches below
//! it; and `lang/report.rs`, with its texts, headers and Chinese help.

pub mod activity;
pub mod ageing;
mod analysis;
mod changes;
mod checks;
mod context;
mod milestones;
mod name;
mod needs;
pub mod overdue;
pub mod overview;
pub mod participation;
mod period;
mod pool;
pub mod programme;
pub mod progress;
pub mod quota;
pub mod satisfaction;
mod seal;
mod shared;
mod split;
mod stale;
pub mod supply;
mod worst;

use std::sync::Arc;

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use self::analysis::Analysis;
use self::context::{Moment, ReportContext};
use self::seal::{Seal, VerifyArgs};
use self::shared::Shared;
use crate::desk::Context;
use crate::desk::answer::AnswerArgs;
use crate::lang::output::{letterhead_only, notes_in_csv_only};
use crate::lang::report as text;
use crate::model::as_of::AsOf;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::output::report::Report;
use crate::store::log::Head;
use crate::store::{Store, as_of, log};

/// Report figures that open to their rows
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, clap::Subcommand, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// Who has met the quota: required, met, unmet, rate
    Quota(quota::Args),
    /// How far needs have come, from collected to confirmed
    Progress(progress::Args),
    /// Whether there are enough needs for those who still owe one, and when all will have claimed
    Supply(supply::Args),
    /// How many members, organisations and outsiders take part
    Participation(participation::Args),
    /// How long needs wait, the worst first
    Ageing(ageing::Args),
    /// Needs whose day has passed before they were done
    Overdue(overdue::Args),
    /// What happened in a period, by day and by operator
    Activity(activity::Args),
    /// How content residents are with what was confirmed
    Satisfaction(satisfaction::Args),
    /// Projects and wishes of each programme, over all its campaigns
    Programme(programme::Args),
    /// One page of all
    Overview(overview::Args),
    #[serde(skip)]
    Verify(VerifyArgs),
}

impl Verb {
    /// The arguments that every report takes; `verify` takes none of them.
    fn shared(&self) -> Option<&Shared> {
        Some(match self {
            Verb::Quota(args) => &args.shared,
            Verb::Progress(args) => &args.shared,
            Verb::Supply(args) => &args.shared,
            Verb::Participation(args) => &args.shared,
            Verb::Ageing(args) => &args.shared,
            Verb::Overdue(args) => &args.shared,
            Verb::Activity(args) => &args.shared,
            Verb::Satisfaction(args) => &args.shared,
            Verb::Programme(args) => &args.shared,
            Verb::Overview(args) => &args.shared,
            Verb::Verify(_) => return None,
        })
    }

    /// The folder that `--split-by` writes to.
    fn split_to(&self) -> Option<&Path> {
        match self {
            Verb::Quota(args) => args.to.as_deref(),
            Verb::Overdue(args) => args.to.as_deref(),
            Verb::Progress(_)
            | Verb::Supply(_)
            | Verb::Participation(_)
            | Verb::Ageing(_)
            | Verb::Activity(_)
            | Verb::Satisfaction(_)
            | Verb::Programme(_)
            | Verb::Overview(_)
            | Verb::Verify(_) => None,
        }
    }

    fn build(&self, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
        match self {
            Verb::Quota(args) => quota::build(args, context),
            Verb::Progress(args) => progress::build(args, context),
            Verb::Supply(args) => supply::build(args, context),
            Verb::Participation(args) => participation::build(args, context),
            Verb::Ageing(args) => ageing::build(args, context),
            Verb::Overdue(args) => overdue::build(args, context),
            Verb::Activity(args) => activity::build(args, context),
            Verb::Satisfaction(args) => satisfaction::build(args, context),
            Verb::Programme(args) => programme::build(args, context),
            Verb::Overview(args) => overview::build(args, context),
            Verb::Verify(_) => Ok(Analysis::default()),
        }
    }
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    let shared = match (&args.verb, args.verb.shared()) {
        (Verb::Verify(args), _) => return seal::verify(args, context),
        (_, None) => return Ok(Exit::Done),
        (_, Some(shared)) => shared,
    };
    shared.form.answer.check()?;
    check_options(&args.verb, shared)?;
    if shared.form.with_notes && !shared.form.answer.is_csv()? {
        return Err(stop(Exit::Usage, notes_in_csv_only()));
    }
    if let Some(folder) = args.verb.split_to() {
        split::check(folder)?;
    }
    let store = context.open()?;
    let head = current_head(&store)?;
    let made = made(&args.verb, &store, &Request::of(shared, None, context.today))?;
    let seal = Seal::new(&args.verb, head, context);
    let made = with_changes(made, &args.verb, &seal, context)?;
    made.analysis.warnings.iter().for_each(|warning| context.note(warning));
    let exit = made.analysis.exit.unwrap_or(Exit::Done);
    if let Some(folder) = args.verb.split_to() {
        split::split(shared, folder, &made, &seal, context)?;
    }
    let (report, document) = seal.sealed(made, &args.verb)?;
    write(&shared.form.answer, shared.form.with_notes, report, &document, context)?;
    Ok(exit)
}

/// Errors: an option that what is done has no use for (exit 2).
fn check_options(verb: &Verb, shared: &Shared) -> anyhow::Result<()> {
    if let Verb::Quota(quota) = verb {
        quota.check()?;
    }
    let form = &shared.form;
    let has_letterhead = form.answer.has_letterhead()? || verb.split_to().is_some();
    for (option, is_given) in [("--filled-by", form.filled_by.is_some()), ("--phone", form.phone.is_some())] {
        if is_given && !has_letterhead {
            return Err(stop(Exit::Usage, letterhead_only(option)));
        }
    }
    Ok(())
}

/// Writes the report. A CSV has rows of figures and nothing else, unless its notes are asked for.
fn write(
    answer: &AnswerArgs,
    with_notes: bool,
    mut report: Report,
    document: &Value,
    context: &Context,
) -> anyhow::Result<()> {
    if answer.is_csv()? && !with_notes {
        let notes = report.sections.iter_mut().filter(|section| !section.is_detail).flat_map(|one| one.notes.drain(..));
        notes.collect::<Vec<_>>().iter().chain(&report.footer).for_each(|line| context.note(line));
        report.footer.clear();
    }
    answer.write_report(&report, document, context)
}

fn current_head(store: &Store) -> anyhow::Result<Head> {
    log::head(&*store.read()?)
}

/// What a report is made of, and of which moment.
#[derive(Debug, Clone, Copy)]
struct Request<'s> {
    shared: &'s Shared,
    as_of: Option<AsOf>,
    /// Whether it is only compared with: its day may lie before the campaign.
    is_compared: bool,
    /// The last entry that counts.
    until: Option<i64>,
    today: Day,
}

impl<'s> Request<'s> {
    fn of(shared: &'s Shared, until: Option<i64>, today: Day) -> Request<'s> {
        Request { shared, as_of: shared.as_of, is_compared: false, until, today }
    }

    /// The same report of the moment before what has changed since: the day itself counts. Errors: a day that is still to
    /// come (exit 2).
    fn since(self, since: AsOf) -> anyhow::Result<Request<'s>> {
        let before = match since {
            AsOf::Day(day) if day > self.today => return Err(stop(Exit::Usage, text::since_to_come(day, self.today))),
            AsOf::Day(day) => AsOf::Day(day.before(1)),
            AsOf::Entry(_) => since,
        };
        Ok(Request { as_of: Some(before), is_compared: true, ..self })
    }
}

/// A report as it was counted, and what its letterhead and its seal need to know.
pub struct Made {
    pub analysis: Analysis,
    pub office: String,
    /// The path of the place that it is of, which its title names.
    pub place: Arc<str>,
}

fn made(verb: &Verb, store: &Store, request: &Request<'_>) -> anyhow::Result<Made> {
    let (entry, day) = match request.as_of {
        Some(AsOf::Entry(entry)) => {
            let moment = as_of::moment(&*store.read()?, entry)?;
            (Some(entry), Some(moment.day.min(request.today)))
        }
        Some(AsOf::Day(day)) => (request.until, Some(day)),
        None => (request.until, None),
    };
    let reading = match entry {
        Some(entry) => store.read_as_of(entry)?,
        None => store.read()?,
    };
    let moment = Moment { day, is_compared: request.is_compared, entry, today: request.today };
    let mut context = ReportContext::new(&reading, request.shared, moment, store)?;
    context.wants_document = request.until.is_some() || request.shared.form.answer.wants_document()?;
    let mut analysis = verb.build(&context)?.checked()?;
    if let Some(AsOf::Entry(entry)) = request.as_of {
        analysis.rules.push(text::as_known(entry));
    }
    let (office, place) = (context.places.path(context.office), context.places.path(context.place).into());
    analysis.title = text::title_of(&place, &analysis.title);
    let split = analysis.split.values_mut().flatten();
    analysis.sections.iter_mut().chain(split).for_each(|section| section.shorten_places(&place));
    Ok(Made { analysis, office, place })
}

/// Adds what has changed since an earlier moment, where one is given.
fn with_changes(mut made: Made, verb: &Verb, seal: &Seal, context: &Context) -> anyhow::Result<Made> {
    let Some((shared, since)) = verb.shared().and_then(|shared| Some((shared, shared.since?))) else {
        return Ok(made);
    };
    // A store of its own: an earlier moment overlays its tables.
    let store = context.open()?;
    let request = Request::of(shared, seal.until(), seal.today).since(since)?;
    let before = self::made(verb, &store, &request)?;
    changes::add(&mut made.analysis, before.analysis, since)?;
    Ok(made)
}
