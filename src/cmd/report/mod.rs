//! `report`: figures that open to their rows. One file a report; each counts into a `Built`, which is checked, compared
//! with an earlier moment where that is asked, sealed, and written.

pub mod activity;
pub mod ageing;
mod built;
mod changes;
mod ground;
mod needs;
pub mod overdue;
pub mod overview;
pub mod participation;
mod period;
pub mod progress;
pub mod quota;
pub mod satisfaction;
mod seal;
mod shared;
pub mod supply;
mod worst;

use serde::{Deserialize, Serialize};

use self::built::Built;
use self::ground::{Ground, Moment};
use self::seal::{Seal, VerifyArgs};
use self::shared::Shared;
use crate::desk::Context;
use crate::lang::report as text;
use crate::model::as_of::AsOf;
use crate::model::day::Day;
use crate::model::exit::Exit;
use crate::output;
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
    /// Whether there are needs enough for those who still owe one, and when all will have claimed
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
    /// One page of all
    Overview(overview::Args),
    #[serde(skip)]
    Verify(VerifyArgs),
}

impl Verb {
    /// What the report takes as every other; none of `verify`.
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
            Verb::Overview(args) => &args.shared,
            Verb::Verify(_) => return None,
        })
    }

    fn build(&self, ground: &Ground<'_>) -> anyhow::Result<Built> {
        match self {
            Verb::Quota(args) => quota::build(args, ground),
            Verb::Progress(args) => progress::build(args, ground),
            Verb::Supply(args) => supply::build(args, ground),
            Verb::Participation(args) => participation::build(args, ground),
            Verb::Ageing(args) => ageing::build(args, ground),
            Verb::Overdue(args) => overdue::build(args, ground),
            Verb::Activity(args) => activity::build(args, ground),
            Verb::Satisfaction(args) => satisfaction::build(args, ground),
            Verb::Overview(args) => overview::build(args, ground),
            Verb::Verify(_) => Ok(Built::default()),
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
    if let Verb::Quota(args) = &args.verb {
        args.check()?;
    }
    let store = context.open()?;
    let head = current_head(&store)?;
    let made = made(&args.verb, &store, &Asked::of(shared, None, context.today))?;
    let seal = Seal::new(&args.verb, head, context);
    let made = with_changes(made, &args.verb, &seal, context)?;
    made.built.warnings.iter().for_each(|warning| context.say(warning));
    let exit = made.built.exit.unwrap_or(Exit::Done);
    if let Verb::Quota(args) = &args.verb
        && let Some(folder) = &args.to
    {
        quota::split(args, folder, &made, &seal, context)?;
    }
    let (report, document) = seal.sealed(made, &args.verb)?;
    shared.form.answer.write_report(&report, &document)?;
    Ok(exit)
}

fn current_head(store: &Store) -> anyhow::Result<Head> {
    log::head(&*store.read()?)
}

/// The moment that a report is made of.
#[derive(Debug, Clone, Copy)]
struct Asked<'s> {
    shared: &'s Shared,
    as_of: Option<AsOf>,
    /// Nothing is known of what came behind this entry.
    until: Option<i64>,
    today: Day,
}

impl<'s> Asked<'s> {
    fn of(shared: &'s Shared, until: Option<i64>, today: Day) -> Asked<'s> {
        Asked { shared, as_of: shared.as_of, until, today }
    }

    /// The same report of an earlier moment.
    fn since(self, since: AsOf) -> Asked<'s> {
        Asked { as_of: Some(since), ..self }
    }
}

/// A report as it was counted, and what its letterhead and its seal need to know.
pub struct Made {
    pub built: Built,
    pub office: String,
}

fn made(verb: &Verb, store: &Store, asked: &Asked<'_>) -> anyhow::Result<Made> {
    let (entry, day) = match asked.as_of {
        Some(AsOf::Entry(entry)) => {
            let moment = as_of::moment(&*store.read()?, entry)?;
            (Some(entry), Some(moment.day.min(asked.today)))
        }
        Some(AsOf::Day(day)) => (asked.until, Some(day)),
        None => (asked.until, None),
    };
    let reading = match entry {
        Some(entry) => store.read_as_of(entry)?,
        None => store.read()?,
    };
    let moment = Moment { day, entry, today: asked.today };
    let mut ground = Ground::new(&reading, asked.shared, moment, store)?;
    ground.wants_document = asked.until.is_some() || asked.shared.form.answer.wants_document()?;
    let mut built = verb.build(&ground)?.checked()?;
    if let Some(AsOf::Entry(entry)) = asked.as_of {
        built.rules.push(text::as_known(entry));
    }
    let office = ground.places.path(ground.office);
    Ok(Made { built, office })
}

/// Adds what has changed since an earlier moment, where that is asked.
fn with_changes(mut made: Made, verb: &Verb, seal: &Seal, context: &Context) -> anyhow::Result<Made> {
    let Some((shared, since)) = verb.shared().and_then(|shared| Some((shared, shared.since?))) else {
        return Ok(made);
    };
    // A file of its own: an earlier moment is laid over the tables of this one.
    let store = context.open()?;
    let asked = Asked::of(shared, seal.until(), seal.today).since(since);
    let before = self::made(verb, &store, &asked)?;
    changes::tell(&mut made.built, before.built, since)?;
    Ok(made)
}

/// A count as a cell.
fn count(count: usize) -> output::Cell {
    output::Cell::Count(i64::try_from(count).unwrap_or(i64::MAX))
}
