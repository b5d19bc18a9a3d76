//! `collect`: lists into the office file.

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::list_args::ListArgs;
use crate::desk::lists::{self, Report};
use crate::desk::preview::{ChangeJson, VanishedJson};
use crate::desk::told::{FileJson, WarningJson};
use crate::desk::{self, Context, choose};
use crate::intake::Options;
use crate::lang::cmd as text;
use crate::model::exit::{Exit, stop};
use crate::model::place::{PlacePath, level_of};
use crate::model::words::{ListKind, MemberClass};
use crate::similar;
use crate::store::collect::members::MemberImport;
use crate::store::collect::needs::NeedImport;
use crate::store::collect::orgs::OrgImport;
use crate::store::collect::places::PlaceImport;
use crate::store::collect::{Ground, Import};
use crate::store::log::Change;
use crate::store::place::Places;
use crate::store::vanished::vanished;
use crate::store::{Store, setting};

/// Import lists of wishes, projects, members or organisations
///
/// Good rows go in; faulty ones go to FILE.rejects.csv with their row and the problem, to be mended and imported
/// again. Importing the same list again changes nothing.
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
    Places(OrgArgs),
}

#[derive(Debug, clap::Args)]
pub struct NeedArgs {
    #[command(flatten)]
    pub lists: ListArgs,
    #[command(flatten)]
    pub ground: GroundArgs,
    /// The office's word that its form asked for consent: blank consents may be published
    #[arg(long, value_name = "WHY")]
    pub consent: Option<String>,
    /// The campaign that the needs belong to, instead of the one in use
    #[arg(long, value_name = "NAME")]
    pub campaign: Option<String>,
    #[command(flatten)]
    pub whole: WholeArgs,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, clap::Args)]
pub struct MemberArgs {
    #[command(flatten)]
    pub lists: ListArgs,
    #[command(flatten)]
    pub ground: GroundArgs,
    /// The class of all members, for a roster without that column
    #[arg(long, value_name = "CLASS")]
    pub class: Option<MemberClass>,
    /// Make the organisations that the roster names and nobody knows
    #[arg(long)]
    pub new_orgs: bool,
    #[command(flatten)]
    pub whole: WholeArgs,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, clap::Args)]
pub struct OrgArgs {
    #[command(flatten)]
    pub lists: ListArgs,
    #[command(flatten)]
    pub ground: GroundArgs,
    #[command(flatten)]
    pub whole: WholeArgs,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Clone, clap::Args)]
pub struct GroundArgs {
    /// The place that the lists' place names are read from, instead of the office's
    #[arg(long, value_name = "PLACE")]
    pub under: Option<PlacePath>,
    /// The place of --under is new, however near its name is to a known one
    #[arg(long, requires = "under")]
    pub new_place: bool,
}

impl GroundArgs {
    /// The same with the full path of a place whose name several have: asked on a terminal, before a change begins.
    fn settled(&self, store: &Store) -> anyhow::Result<GroundArgs> {
        let under = self.under.as_ref().map(|place| choose::place(store, place)).transpose()?;
        Ok(GroundArgs { under, ..self.clone() })
    }
}

/// What `--complete` says: with the place of `--under`, what the lists are whole for.
#[derive(Debug, clap::Args)]
pub struct WholeArgs {
    /// The lists are whole for their kind and place: tell the stored records that they lack, claimed ones first
    #[arg(long)]
    pub complete: bool,
}

impl WholeArgs {
    /// Asked before the change is committed.
    fn look(
        &self,
        kind: ListKind,
        change: &Change<'_>,
        import: &impl Import,
        ground: &Ground,
        report: &mut Report,
    ) -> anyhow::Result<()> {
        if let Some(seen) = import.seen().filter(|_| self.complete) {
            let missing = vanished(change.conn(), kind, &ground.places, ground.under, seen)?;
            report.vanished = missing.into_iter().map(VanishedJson::from).collect();
        }
        Ok(())
    }
}

#[derive(Serialize)]
struct Document<'a> {
    files: &'a [FileJson],
    new_places: &'a [String],
    /// What a dry run would do.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<&'a [ChangeJson]>,
    /// With --complete: the stored records that the lists lack.
    #[serde(skip_serializing_if = "Option::is_none")]
    vanished: Option<&'a [VanishedJson]>,
    warnings: &'a [WarningJson],
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
    let lists = args.lists.open(kind, Options::default(), &store)?;
    args.lists.before_change(context, &store, &lists)?;
    let from = args.ground.settled(&store)?;
    let mut change = store.change(context.act(format!("collect {kind}")))?;
    let ground = ground(&mut change, &from)?;
    let campaign = match &args.campaign {
        None => setting::campaign_in_use(change.conn())?,
        Some(name) => Some(desk::campaign(change.conn(), name)?.id),
    };
    let mut import = NeedImport::begin(&mut change, ground, campaign, args.consent.clone())?;
    let mut report = lists::take_all(&args.lists, context, &lists, &mut change, &mut import)?;
    args.whole.look(kind, &change, &import, &import.ground, &mut report)?;
    end(&args.lists, &args.answer, context, change, report, &import.ground, args.whole.complete)
}

fn members(args: &MemberArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let options = Options { class: args.class, ..Options::default() };
    let store = context.open()?;
    let lists = args.lists.open(ListKind::Members, options, &store)?;
    args.lists.before_change(context, &store, &lists)?;
    let from = args.ground.settled(&store)?;
    let mut change = store.change(context.act("collect members"))?;
    let ground = ground(&mut change, &from)?;
    let mut import = MemberImport::begin(&mut change, ground, args.new_orgs)?;
    let mut report = lists::take_all(&args.lists, context, &lists, &mut change, &mut import)?;
    args.whole.look(ListKind::Members, &change, &import, &import.ground, &mut report)?;
    end(&args.lists, &args.answer, context, change, report, &import.ground, args.whole.complete)
}

fn orgs(args: &OrgArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let lists = args.lists.open(ListKind::Orgs, Options::default(), &store)?;
    args.lists.before_change(context, &store, &lists)?;
    let from = args.ground.settled(&store)?;
    let mut change = store.change(context.act("collect orgs"))?;
    let ground = ground(&mut change, &from)?;
    let mut import = OrgImport::begin(&mut change, ground)?;
    let mut report = lists::take_all(&args.lists, context, &lists, &mut change, &mut import)?;
    args.whole.look(ListKind::Orgs, &change, &import, &import.ground, &mut report)?;
    end(&args.lists, &args.answer, context, change, report, &import.ground, args.whole.complete)
}

fn places(args: &OrgArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let lists = args.lists.open(ListKind::Places, Options::default(), &store)?;
    args.lists.before_change(context, &store, &lists)?;
    let from = args.ground.settled(&store)?;
    let mut change = store.change(context.act("collect places"))?;
    let ground = ground(&mut change, &from)?;
    let mut import = PlaceImport::new(ground);
    let mut report = lists::take_all(&args.lists, context, &lists, &mut change, &mut import)?;
    args.whole.look(ListKind::Places, &change, &import, &import.ground, &mut report)?;
    end(&args.lists, &args.answer, context, change, report, &import.ground, args.whole.complete)
}

/// The place that relative names are read from: made where it is new, since the flag names it in full.
fn ground(change: &mut Change<'_>, args: &GroundArgs) -> anyhow::Result<Ground> {
    let mut places = Places::load(change.conn())?;
    let office = setting::office_place(change.conn())?;
    let Some(path) = &args.under else { return Ok(Ground::new(places, office)) };
    // A new place is made only where its name says what it is: 金花街到 is a slip, not a street.
    if path.names().iter().any(|name| level_of(name).is_none()) {
        let under = desk::place(&places, office, Some(path))?;
        return Ok(Ground::new(places, under));
    }
    if !args.new_place
        && let Some((new, beside)) = places.new_name(path, office)
    {
        let mut near: Vec<&str> = beside.into_iter().filter(|known| similar::one_slip(new, known)).collect();
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
    let mut ground = Ground::new(places, under);
    ground.made = made;
    Ok(ground)
}

/// New places that are named on stderr; JSON has them all.
const PLACES_TOLD: usize = 20;

/// Commits or not, and answers.
fn end(
    args: &ListArgs,
    answer: &AnswerArgs,
    context: &Context,
    change: Change<'_>,
    mut report: Report,
    ground: &Ground,
    complete: bool,
) -> anyhow::Result<Exit> {
    let made: Vec<String> = ground.made.iter().map(|place| ground.places.path(*place)).collect();
    let head = lists::commit(args, change, &mut report)?;
    report.tell(context);
    report.tell_vanished(context);
    if !made.is_empty() {
        let told = made.iter().take(PLACES_TOLD).cloned().collect::<Vec<_>>().join(crate::lang::comma());
        context.say(text::new_places(made.len(), if made.len() > PLACES_TOLD { format!("{told}…") } else { told }));
    }
    report.say_counts(args, context, head.is_some());
    let document = Document {
        files: &report.files,
        new_places: &made,
        changes: args.dry_run.then_some(&report.changes),
        vanished: complete.then_some(&report.vanished),
        warnings: &report.warnings,
        entry: EntryJson::of(head),
    };
    answer.write(&report.sheet(args), &document)?;
    Ok(if report.rejected() > 0 { Exit::Partly } else { Exit::Done })
}
