//! `collect`: imports lists into the office file.

use std::collections::HashMap;

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::list_args::{ListArgs, Unreadable};
use crate::desk::list_json::{FileJson, WarningJson};
use crate::desk::lists::{self, Report};
use crate::desk::preview::{ChangeJson, VanishedJson};
use crate::desk::{self, Context, choose};
use crate::intake::{List, Options};
use crate::lang::cmd as text;
use crate::model::exit::{Exit, stop};
use crate::model::place::{PlacePath, level_of};
use crate::model::words::{ListKind, MemberClass, OrgClass};
use crate::privacy;
use crate::similar;
use crate::store::collect::members::MemberImport;
use crate::store::collect::named::vanished;
use crate::store::collect::needs::NeedImport;
use crate::store::collect::orgs::OrgImport;
use crate::store::collect::places::PlaceImport;
use crate::store::collect::{Import, PlaceContext};
use crate::store::log::Change;
use crate::store::place::Places;
use crate::store::{Store, setting};

/// Import lists of wishes, projects, members or organisations
///
/// Good rows are imported; faulty ones go to FILE.rejects.csv with their row number and the problem, to be corrected
/// and imported again. Importing the same list again changes nothing.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub kind: Kind,
}

#[derive(Debug, clap::Subcommand)]
pub enum Kind {
    /// Residents' micro-wishes: content, wisher and place are required
    Wishes(NeedArgs),
    /// Micro-projects: title and place are required
    Projects(NeedArgs),
    /// Party members' rosters: the name is required
    Members(MemberArgs),
    /// Party organisations: the name is required
    Orgs(OrgArgs),
    /// Districts, streets, communities and stations: columns of parts, or of paths
    Places(TreeArgs),
}

#[derive(Debug, clap::Args)]
pub struct NeedArgs {
    #[command(flatten)]
    pub lists: ListArgs,
    #[command(flatten)]
    pub place: PlaceArgs,
    /// How the form asked for consent: needs with a blank consent may be published
    #[arg(long, value_name = "WHY")]
    pub consent: Option<String>,
    /// The campaign that the needs belong to, instead of the one in use
    #[arg(long, value_name = "NAME")]
    pub campaign: Option<String>,
    #[command(flatten)]
    pub completeness: CompleteArgs,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, clap::Args)]
pub struct MemberArgs {
    #[command(flatten)]
    pub lists: ListArgs,
    #[command(flatten)]
    pub place: PlaceArgs,
    /// The class of all members, for a roster without that column
    #[arg(long, value_name = "CLASS")]
    pub class: Option<MemberClass>,
    /// Make the organisations that the roster names and that do not exist
    #[arg(long)]
    pub new_orgs: bool,
    #[command(flatten)]
    pub completeness: CompleteArgs,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, clap::Args)]
pub struct OrgArgs {
    #[command(flatten)]
    pub lists: ListArgs,
    #[command(flatten)]
    pub place: PlaceArgs,
    /// The class of all organisations, for a list without that column
    #[arg(long, value_name = "CLASS")]
    pub class: Option<OrgClass>,
    #[command(flatten)]
    pub completeness: CompleteArgs,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, clap::Args)]
pub struct TreeArgs {
    #[command(flatten)]
    pub lists: ListArgs,
    #[command(flatten)]
    pub place: PlaceArgs,
    #[command(flatten)]
    pub completeness: CompleteArgs,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Clone, clap::Args)]
pub struct PlaceArgs {
    /// The place under which the lists' place names are looked up, instead of the office's
    #[arg(long, value_name = "PLACE")]
    pub under: Option<PlacePath>,
    /// Places that are not known are new, however similar their names are to existing ones
    #[arg(long)]
    pub new_place: bool,
    /// What was answered about names close to known places.
    #[arg(skip)]
    answers: HashMap<PlacePath, Option<PlacePath>>,
}

impl PlaceArgs {
    /// The same with the full path where several places have the name, and with what is meant by names in the lists that
    /// are close to known places: asked on a terminal, before a change begins.
    fn resolved(&self, store: &Store, lists: &[List]) -> anyhow::Result<PlaceArgs> {
        let under = self.under.as_ref().map(|place| choose::place(store, place)).transpose()?;
        let answers = if self.new_place { HashMap::new() } else { choose::near_places(store, under.as_ref(), lists)? };
        Ok(PlaceArgs { under, answers, ..self.clone() })
    }
}

/// `--complete`: the lists have every record of their kind under the place of `--under`.
#[derive(Debug, clap::Args)]
pub struct CompleteArgs {
    /// The lists are complete for their kind and place: list stored records that are missing in them, claimed ones
    /// first
    #[arg(long, conflicts_with_all = ["set", "ask"])]
    pub complete: bool,
}

impl CompleteArgs {
    /// Looks for stored records that the lists lack; before the change is committed.
    fn find_missing(
        &self,
        kind: ListKind,
        change: &Change<'_>,
        import: &impl Import,
        place_context: &PlaceContext,
        report: &mut Report,
    ) -> anyhow::Result<()> {
        if let Some(seen) = import.seen().filter(|_| self.complete) {
            let missing = vanished(change.session(), kind, &place_context.places, place_context.under, seen)?;
            report.vanished = missing.into_iter().map(VanishedJson::from).collect();
        }
        Ok(())
    }
}

#[derive(Serialize)]
struct Document<'a> {
    files: &'a [FileJson],
    new_places: &'a [String],
    /// The changes that a dry run would make.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<&'a [ChangeJson]>,
    /// With `--complete`: stored records that the lists lack.
    #[serde(skip_serializing_if = "Option::is_none")]
    vanished: Option<&'a [VanishedJson]>,
    warnings: &'a [WarningJson],
    /// With `--skip-unreadable`: lists that were left out.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    unreadable: &'a [Unreadable],
    entry: Option<EntryJson>,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    match &args.kind {
        Kind::Wishes(args) => needs(args, ListKind::Wishes, context),
        Kind::Projects(args) => needs(args, ListKind::Projects, context),
        Kind::Members(args) => members(args, context),
        Kind::Orgs(args) => orgs(args, context),
        Kind::Places(args) => places(args, context),
    }
}

fn needs(args: &NeedArgs, kind: ListKind, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    if args.consent.as_deref().is_some_and(|why| why.trim().is_empty()) {
        return Err(stop(Exit::Usage, text::reason_empty("--consent")));
    }
    let store = context.open()?;
    let campaign = args.campaign.as_ref().map(|name| desk::campaign(&*store.read()?, name)).transpose()?;
    let days = campaign.map(|campaign| (campaign.from_day, campaign.until_day));
    let options = Options { campaign: days, ..Options::default() };
    let lists = args.lists.open_under(kind, options, &store, args.place.under.as_ref())?;
    args.lists.prepare_change(context, &store, &lists)?;
    let place = args.place.resolved(&store, &lists)?;
    let mut change = store.change(context.new_entry(format!("collect {kind}")))?;
    let place_context = place_context(&mut change, &place)?;
    let campaign = match &args.campaign {
        None => setting::campaign_in_use(change.session())?,
        Some(name) => Some(desk::campaign(change.session(), name)?.id),
    };
    let mut import = NeedImport::begin(&mut change, place_context, campaign, args.consent.clone(), context.today)?;
    let mut report = lists::import_all(&args.lists, context, &lists, &mut change, &mut import)?;
    report.unreadable = lists.unreadable;
    args.completeness.find_missing(kind, &change, &import, &import.place_context, &mut report)?;
    end(&args.lists, &args.answer, context, change, report, &import.place_context, args.completeness.complete)
}

fn members(args: &MemberArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let options = Options { class: args.class, ..Options::default() };
    let store = context.open()?;
    let lists = args.lists.open(ListKind::Members, options, &store)?;
    args.lists.prepare_change(context, &store, &lists)?;
    let place = args.place.resolved(&store, &lists)?;
    let mut change = store.change(context.new_entry("collect members"))?;
    let place_context = place_context(&mut change, &place)?;
    let mut import = MemberImport::begin(&mut change, place_context, args.new_orgs, context.today)?;
    let mut report = lists::import_all(&args.lists, context, &lists, &mut change, &mut import)?;
    report.unreadable = lists.unreadable;
    args.completeness.find_missing(ListKind::Members, &change, &import, &import.place_context, &mut report)?;
    end(&args.lists, &args.answer, context, change, report, &import.place_context, args.completeness.complete)
}

fn orgs(args: &OrgArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let options = Options { org_class: args.class, ..Options::default() };
    let lists = args.lists.open(ListKind::Orgs, options, &store)?;
    args.lists.prepare_change(context, &store, &lists)?;
    let place = args.place.resolved(&store, &lists)?;
    let mut change = store.change(context.new_entry("collect orgs"))?;
    let place_context = place_context(&mut change, &place)?;
    let mut import = OrgImport::begin(&mut change, place_context, context.today)?;
    let mut report = lists::import_all(&args.lists, context, &lists, &mut change, &mut import)?;
    report.unreadable = lists.unreadable;
    args.completeness.find_missing(ListKind::Orgs, &change, &import, &import.place_context, &mut report)?;
    end(&args.lists, &args.answer, context, change, report, &import.place_context, args.completeness.complete)
}

fn places(args: &TreeArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let lists = args.lists.open(ListKind::Places, Options::default(), &store)?;
    args.lists.prepare_change(context, &store, &lists)?;
    let place = args.place.resolved(&store, &lists)?;
    let mut change = store.change(context.new_entry("collect places"))?;
    let place_context = place_context(&mut change, &place)?;
    let mut import = PlaceImport::new(place_context);
    let mut report = lists::import_all(&args.lists, context, &lists, &mut change, &mut import)?;
    report.unreadable = lists.unreadable;
    args.completeness.find_missing(ListKind::Places, &change, &import, &import.place_context, &mut report)?;
    end(&args.lists, &args.answer, context, change, report, &import.place_context, args.completeness.complete)
}

/// Resolves `--under`. A new place is made, since the flag gives its full path.
fn place_context(change: &mut Change<'_>, args: &PlaceArgs) -> anyhow::Result<PlaceContext> {
    let mut places = Places::load(change.session())?;
    let office = setting::office_place(change.session())?;
    let context = |places, under| {
        let mut context = PlaceContext::new(places, under, choose::PLACE_CHECKS);
        context.new_place = args.new_place;
        context.answers.clone_from(&args.answers);
        context
    };
    let Some(path) = &args.under else { return Ok(context(places, office)) };
    // A new place is made only if its name implies its level: 金花街到 is a typing error, not a street.
    if path.names().iter().any(|name| level_of(name).is_none()) {
        let under = desk::place(&places, office, Some(path))?;
        return Ok(context(places, under));
    }
    if places.find(path, office).is_err()
        && let Some(private) = path.names().into_iter().find(|name| privacy::is_private_place(name))
    {
        return Err(stop(Exit::Refused, crate::lang::faults::private_place(private)));
    }
    if !args.new_place
        && let Some((new, others)) = places.new_name(path, office, i64::MAX)
    {
        let others = others.into_iter().map(|id| places.name(id));
        let mut near: Vec<&str> = others.filter(|name| similar::near_places(new, name)).collect();
        near.sort_unstable();
        if !near.is_empty() {
            return Err(stop(Exit::Refused, text::place_near(new, near.join(crate::lang::comma()))));
        }
    }
    let mut made = Vec::new();
    let under = match places.find_or_make(change, path, office, &mut made)? {
        Ok(place) => place,
        Err(_) => desk::place(&places, office, Some(path))?,
    };
    let mut place_context = context(places, under);
    place_context.made = made;
    Ok(place_context)
}

/// The most new places that are listed on stderr; JSON has them all.
const PLACES_LISTED: usize = 20;

/// Commits, unless on a dry run or refused, and writes the answer.
fn end(
    args: &ListArgs,
    answer: &AnswerArgs,
    context: &Context,
    change: Change<'_>,
    mut report: Report,
    place_context: &PlaceContext,
    complete: bool,
) -> anyhow::Result<Exit> {
    let made: Vec<String> = place_context.made.iter().map(|place| place_context.places.path(*place)).collect();
    let head = lists::commit(args, change, &mut report)?;
    if args.ask && !args.dry_run && report.rejected() == 0 {
        desk::ask::typed::forget(&context.db)?;
    }
    report.print(context);
    report.print_vanished(context);
    if !made.is_empty() {
        let listed = made.iter().take(PLACES_LISTED).cloned().collect::<Vec<_>>().join(crate::lang::comma());
        context
            .note(text::new_places(made.len(), if made.len() > PLACES_LISTED { format!("{listed}…") } else { listed }));
    }
    report.print_counts(args, context, head.is_some());
    let document = Document {
        files: &report.files,
        new_places: &made,
        changes: args.dry_run.then_some(&report.changes),
        vanished: complete.then_some(&report.vanished),
        warnings: &report.warnings,
        unreadable: &report.unreadable,
        entry: EntryJson::of(head),
    };
    answer.write(&report.sheet(args, answer)?, &document, context)?;
    Ok(report.exit())
}
