//! `publish`: puts verified needs on the wall and writes the pack of everything on it.

mod check;
mod making;
mod new_names;
mod own_templates;
mod published;
mod put_up;
mod review;
mod snapshot;
mod write;

use std::path::{Path, PathBuf};

use serde::Serialize;

use self::making::Making;
use self::published::Published;
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::codes::CodesFileArgs;
use crate::desk::preview::NAMED;
use crate::desk::templates::{self, TemplateJson};
use crate::desk::values::masked_record;
use crate::desk::wall::Refused;
use crate::desk::{Context, bulk, finish, folders, needs};
use crate::lang::cmd as text;
use crate::lang::publish as texts;
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::place::PlacePath;
use crate::model::refusal::TooEarly;
use crate::model::text::hex;
use crate::model::words::{Claimant, NeedKind, NeedState, Product, Stage};
use crate::output::{Cell, Sheet};
use crate::privacy::wall::{Found, K};
use crate::publish::Pack;
use crate::store::log::{Change, Head};
use crate::store::rows::{NeedRow, PublicationRow};
use crate::store::{Session, claim, log, publication, wall};

/// Put verified needs on the wall and write the pack
///
/// Every verified need, or the CODEs given, gets a wall number and a public code. A need without consent, or with
/// private data in its text, is withheld with a warning; --review shows what is. The pack contains everything on the wall,
/// and only what may be public: the tree, cards to cut out, a screen, a list to paste into WeChat, the open letter, a
/// poster, and the list as CSV and workbook. `publish.toml` beside the office file settles title, links, columns and look;
/// --check reads a finished pack again.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("named").args(["codes", "from_file"]).multiple(true)))]
#[command(group(clap::ArgGroup::new("of_packs")
    .args(["codes", "from_file", "to", "only", "place", "title", "claim_url", "submit_url", "state", "on", "k", "consent",
        "wording", "as_is", "take_down"])
    .multiple(true).conflicts_with_all(["review", "decisions", "check", "templates"])))]
pub struct Args {
    /// Only these needs
    #[arg(value_name = "CODE")]
    pub codes: Vec<Code>,
    #[command(flatten)]
    pub file: CodesFileArgs,
    /// The folder of the pack; by default that of the settings, else publish
    #[arg(long, value_name = "FOLDER")]
    pub to: Option<PathBuf>,
    /// Make only these: tree, cards, screen, wechat, letter, poster, list; without it all, and what the folder has already
    #[arg(long, value_name = "PRODUCT", value_delimiter = ',')]
    pub only: Vec<Product>,
    /// Only what belongs to this place
    #[arg(long, value_name = "PLACE")]
    pub place: Option<PlacePath>,
    /// The title of the pages
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    /// Where the QR codes of cards lead; {code} and {number} stand for the need's
    #[arg(long, value_name = "URL")]
    pub claim_url: Option<String>,
    /// Where the QR code of the poster leads: the form by which wishes are handed in
    #[arg(long, value_name = "URL")]
    pub submit_url: Option<String>,
    /// Cards only of these states: open, partly_claimed, claimed, fulfilled
    #[arg(long, value_name = "STATE", value_delimiter = ',')]
    pub state: Vec<Stage>,
    /// The day of publishing, if not today
    #[arg(long, value_name = "DAY")]
    pub on: Option<Day>,
    /// Show a surname only where at least so many wishers of the community have it
    #[arg(long, value_name = "N", default_value_t = K, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub k: u32,
    /// How the form asked for consent: needs with a blank consent are published
    #[arg(long, value_name = "WHY")]
    pub consent: Option<String>,
    /// The text for the wall, of the one CODE given
    #[arg(long, value_name = "TEXT", requires = "codes")]
    pub wording: Option<String>,
    /// The text of the CODEs given was read and may be public as it is
    #[arg(long, requires = "named")]
    pub as_is: bool,
    /// Take the CODEs given down from the wall; they keep their numbers
    #[arg(long, requires_all = ["named", "reason"], conflicts_with_all = ["wording", "as_is", "consent"])]
    pub take_down: bool,
    /// Why they are taken down
    #[arg(long, value_name = "WHY", requires = "take_down")]
    pub reason: Option<String>,
    /// Show what is withheld and why: on a terminal one by one, else as a table
    #[arg(long, conflicts_with_all = ["dry_run", "check", "templates", "decisions"])]
    pub review: bool,
    /// Write what is withheld as a list to fill in (.xlsx or .csv), to be read back with --decisions
    #[arg(long, value_name = "FILE", requires = "review",
        conflicts_with_all = ["of_packs", "decisions", "check", "templates"])]
    pub export: Option<PathBuf>,
    /// The list of --review, filled in: 结果 (通过, 退回, 不通过), 公开措辞, 征询结果; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["check", "templates"])]
    pub decisions: Option<String>,
    /// Read the finished pack in FOLDER again: whether its files are as written, and whether anything private is in them
    #[arg(long, value_name = "FOLDER", conflicts_with = "dry_run")]
    pub check: Option<PathBuf>,
    /// Write the templates of the pages to FOLDER; in `templates` beside the office file they take the place of ours
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["check", "dry_run"])]
    pub templates: Option<PathBuf>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Every need that is put up, withheld or stays down, however many
    #[arg(long, conflicts_with_all = ["review", "decisions", "check", "templates"])]
    pub verbose: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Default, Serialize)]
struct Document {
    published: Published,
    taken_down: Vec<ShownJson>,
    /// On the wall with a name that the file has learned since: it is masked there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    masked: Vec<ShownJson>,
    withheld: Vec<WithheldJson>,
    /// Taken down earlier: only their own codes put them up again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    staying_down: Vec<WithheldJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    refused: Vec<WithheldJson>,
    /// Claimants who agreed to be named, and are not, since the name reveals more than a name.
    #[serde(skip)]
    unnamed: Vec<Unnamed>,
    files: Vec<String>,
    /// The folder has this very pack already.
    #[serde(skip)]
    is_as_before: bool,
    /// The place that the pack is limited to, of which the two counts are.
    #[serde(skip)]
    place: Option<String>,
    on_the_wall: usize,
    waiting: usize,
    /// Which snapshot the pack is.
    fingerprint: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    templates: Vec<TemplateJson>,
    entry: Option<EntryJson>,
}

#[derive(Debug, Serialize)]
struct ShownJson {
    code: Code,
    number: Option<i64>,
    /// Where it was published before: what was posted cannot be recalled.
    published: Vec<PublicationJson>,
}

#[derive(Debug, Serialize)]
struct PublicationJson {
    folder: String,
    products: Vec<String>,
    on: String,
}

/// A claim whose claimant the wall calls by a word.
#[derive(Debug)]
struct Unnamed {
    number: u32,
    found: Vec<Found>,
    shown: Claimant,
}

#[derive(Debug, Serialize)]
struct WithheldJson {
    code: String,
    /// The reason as a word.
    why: &'static str,
    reason: String,
    /// The words that are why, as far as the office may see them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    found: Vec<FoundJson>,
}

#[derive(Debug, Serialize)]
struct FoundJson {
    what: &'static str,
    words: String,
    text: String,
}

impl WithheldJson {
    fn new(code: String, why: &'static str, reason: String) -> WithheldJson {
        WithheldJson { code, why, reason, found: Vec::new() }
    }

    fn of(code: String, refused: Refused) -> WithheldJson {
        let json = |found: Found| FoundJson { what: found.kind.code(), words: found.words, text: found.marked };
        WithheldJson {
            code,
            why: refused.why,
            reason: refused.reason,
            found: refused.found.into_iter().map(json).collect(),
        }
    }
}

impl Args {
    /// The folder of the pack.
    fn folder<'a>(&'a self, context: &'a Context) -> &'a Path {
        self.to.as_deref().unwrap_or(&context.pack)
    }
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    for folder in [&args.to, &args.templates].into_iter().flatten() {
        folders::check_name(folder)?;
    }
    if let Some(folder) = &args.check {
        return check::run(folder, args, context);
    }
    if let Some(folder) = &args.templates {
        return own_templates::run(folder, args, context);
    }
    if args.review {
        return review::run(args, context);
    }
    if let Some(file) = &args.decisions {
        return review::decisions(file, args, context);
    }
    args.check(context)?;
    let given = args.file.codes(&args.codes)?;
    let codes: Vec<&str> = given.iter().map(Code::as_str).collect();
    let verb = if args.take_down { "publish --take-down" } else { "publish" };
    let store = context.open()?;
    let mut making = Making::of(args, &store, context)?;
    if args.take_down && args.on.is_none() {
        // What has to come down does so with a clock that is behind, too.
        making.on = publication::first_day(&*store.read()?)?.map_or(making.on, |first| first.max(making.on));
    }
    if given.is_empty() && !args.dry_run && snapshot::waits(&*store.read()?)? {
        bulk::prepare(context, &store)?;
    }
    let mut change = store.change(context.new_entry([&[verb], codes.as_slice()].concat().join(" ")))?;
    let mut document = Document::default();
    document.published.most = args.answer.most(args.verbose)?;
    let named = needs::needs(change.session(), &given)?;
    let named_codes: Vec<String> = named.iter().map(|need| need.code.to_string()).collect();
    let folder = making.begin_folder(args.dry_run)?;
    let before = write::Before::read(&making);
    let all = given.is_empty();
    if args.take_down {
        take_down(&mut change, args, &named, context, &mut document)?;
    } else if !all {
        put_up::named(&mut change, args, named, &making, context, &mut document)?;
    }
    new_names::mask(&mut change, &mut document)?;
    let mut pack = snapshot::take(&mut change, args, all, &making, context.today, &mut document)?;
    check_day(args, making.on, change.session())?;
    // Where all was refused the folder stays as it is.
    let folder = Some(folder).filter(|_| document.refused.is_empty() || !change.is_empty());
    let head = log::head(change.session())?;
    if folder.is_some() {
        making.remember(&mut change, &pack)?;
    }
    let finished = finish(change, args.dry_run)?;
    let newest = finished.as_ref().unwrap_or(&head);
    (pack.stamp.entry, pack.stamp.head) = (newest.entry, hex(&newest.hash));
    document.conclude(&pack, finished);
    if let Some(folder) = folder {
        let written = write::pack(folder, &making, before, &pack, context).map_err(|cause| {
            let cause = crate::lang::refusal::error_line(&cause);
            stop(Exit::Partly, text::pack_not_written(document.published.count, cause))
        })?;
        (document.files, document.is_as_before) = written;
        document.templates = templates::faults(&making.templates);
    }
    print_outcome(args, context, &document);
    args.answer.write_made(|| document.sheet(args), &document, context)?;
    let named_withheld = named_codes.iter().any(|code| document.withheld.iter().any(|one| one.code == *code));
    let is_whole = document.refused.is_empty() && document.templates.is_empty() && !named_withheld;
    Ok(if is_whole { Exit::Done } else { Exit::Partly })
}

/// Errors: a pack that would be older than what it shows, by the day that was given (exit 2) or by a clock that is behind
/// (exit 3).
fn check_day(args: &Args, on: Day, session: &Session) -> anyhow::Result<()> {
    match publication::first_day(session)?.filter(|first| on < *first) {
        Some(first) if args.on.is_some() => Err(stop(Exit::Usage, text::pack_before_wall(on, first))),
        Some(first) => Err(stop(Exit::Refused, text::clock_before_wall(on, first))),
        None => Ok(()),
    }
}

impl Args {
    /// What the command line alone can get wrong.
    fn check(&self, context: &Context) -> anyhow::Result<()> {
        self.answer.check()?;
        if self.wording.is_some() && self.codes.len() != 1 {
            return Err(stop(Exit::Usage, text::wording_wants_one()));
        }
        for (flag, value) in [("--wording", &self.wording), ("--consent", &self.consent), ("--title", &self.title)] {
            if value.as_deref().is_some_and(|value| value.trim().is_empty()) {
                return Err(stop(Exit::Usage, text::reason_empty(flag)));
            }
        }
        // A product that nobody has left out is made.
        let is_made = |product| self.only.is_empty() || self.only.contains(&product);
        let fits = [
            ("--state", !self.state.is_empty(), vec![Product::Cards]),
            ("--claim-url", self.claim_url.is_some(), vec![Product::Cards]),
            ("--submit-url", self.submit_url.is_some(), vec![Product::Poster]),
        ];
        for (option, is_given, products) in fits {
            if is_given && !products.iter().any(|product| is_made(*product)) {
                let names: Vec<String> = products.into_iter().map(texts::product).collect();
                return Err(stop(Exit::Usage, texts::option_of_product(option, names.join(crate::lang::comma()))));
            }
        }
        match self.on {
            Some(on) if on > context.today => Err(stop(Exit::Usage, text::day_in_future(on))),
            _ => Ok(()),
        }
    }
}

fn take_down(
    change: &mut Change<'_>,
    args: &Args,
    named: &[NeedRow],
    context: &Context,
    document: &mut Document,
) -> anyhow::Result<()> {
    let reason = args.reason.as_deref().unwrap_or_default().trim();
    if reason.is_empty() {
        return Err(stop(Exit::Usage, text::reason_empty("take-down")));
    }
    for need in named {
        let code = need.code.to_string();
        if need.state == NeedState::Verified && need.number.is_some() {
            context.note(text::already_done(&code));
            note_where(&code, &published_where(change, need)?, context);
        } else if need.state != NeedState::Published {
            let now = crate::lang::word(need.state.zh(), need.state.code());
            document.refused.push(WithheldJson::new(code.clone(), "not_published", text::not_on_the_wall(&code, now)));
        } else if let Some(held) = claim::holding(change.session(), need.id)?.first() {
            let who = claim::party_names(change.session(), held.id)?;
            let reason = match need.kind {
                NeedKind::Wish => text::held_wish_on_the_wall(&code, who, held.claimed_on),
                NeedKind::Project => text::held_on_the_wall(&code, who, held.claimed_on),
            };
            document.refused.push(WithheldJson::new(code, "held", reason));
        } else {
            let after = wall::take_down(change, need, context.today, reason)?;
            let published = published_where(change, &after)?;
            note_where(&code, &published, context);
            document.taken_down.push(ShownJson { code: after.code, number: after.number, published });
        }
    }
    Ok(())
}

/// Where a need was published.
fn published_where(change: &Change<'_>, need: &NeedRow) -> anyhow::Result<Vec<PublicationJson>> {
    let shown = publication::published_where(change.session(), need.number.unwrap_or_default())?;
    let json = |row: PublicationRow| PublicationJson {
        folder: row.folder,
        products: row.products.split(',').map(str::to_owned).collect(),
        on: row.published_on.to_string(),
    };
    Ok(shown.into_iter().map(json).collect())
}

fn note_where(code: &str, published: &[PublicationJson], context: &Context) {
    for one in published {
        let products = one.products.iter().filter_map(|word| word.parse().ok());
        let names: Vec<String> = products.map(texts::product).collect();
        context.note(texts::was_published(code, &one.on, &one.folder, names.join(crate::lang::comma())));
    }
}

fn print_outcome(args: &Args, context: &Context, document: &Document) {
    for refused in &document.refused {
        crate::desk::warn(&refused.reason);
    }
    let most = if args.verbose { usize::MAX } else { NAMED };
    for down in document.staying_down.iter().take(most) {
        context.note(&down.reason);
    }
    for withheld in document.withheld.iter().take(most) {
        crate::desk::warn(text::withheld(&withheld.code, &withheld.reason));
    }
    for masked in document.masked.iter().take(most) {
        crate::desk::warn(texts::name_masked(masked.number.unwrap_or_default(), &masked.code));
        note_where(masked.code.as_str(), &masked.published, context);
    }
    if document.masked.len() > most {
        context.note(texts::more_masked(document.masked.len() - most));
    }
    for unnamed in &document.unnamed {
        let kinds = crate::desk::wall::kinds(&unnamed.found);
        crate::desk::warn(texts::claimant_unnamed(unnamed.number, kinds, texts::claimant(unnamed.shown)));
    }
    let more = [&document.staying_down, &document.withheld].map(|kept| kept.len().saturating_sub(most));
    if more != [0, 0] {
        context.note(text::more_withheld(more[0] + more[1]));
    }
    let Document { on_the_wall, waiting, .. } = *document;
    let (count, withheld) = (document.published.count, document.withheld.len());
    context.note(match &document.place {
        Some(place) => text::published_of_place(count, withheld, place, on_the_wall, waiting),
        None => text::published(count, withheld, on_the_wall, waiting),
    });
    if !document.files.is_empty() && !document.is_as_before {
        let (folder, files) = (args.folder(context), document.files.len());
        context.note(if args.dry_run {
            texts::pack_would_be_at(folder.display(), files)
        } else {
            texts::pack_at(folder.display(), files)
        });
    }
    if args.dry_run {
        context.note_dry_run();
    }
    for fault in &document.templates {
        crate::desk::warn(&fault.reason);
    }
}

impl Document {
    /// Remembers a need that cannot go up on that day, since what comes before is of a later one.
    fn refuse_early(&mut self, early: &TooEarly) {
        let reason = crate::lang::refusal::too_early(early);
        self.refused.push(WithheldJson::new(early.need.to_string(), TooEarly::CODE, reason));
    }

    /// Remembers a need that was taken down: only its own code puts it up again.
    fn stays_down(&mut self, need: &NeedRow) -> anyhow::Result<()> {
        let code = need.code.to_string();
        let why = masked_record(need)?.reason_out.unwrap_or_default();
        let reason = text::stays_down(&code, need.number.unwrap_or_default(), why);
        self.staying_down.push(WithheldJson::new(code, "taken_down", reason));
        Ok(())
    }

    fn conclude(&mut self, pack: &Pack, finished: Option<Head>) {
        self.on_the_wall = pack.needs.len();
        self.waiting = pack.counts().waiting();
        self.place.clone_from(&pack.heading.place);
        self.fingerprint.clone_from(&pack.stamp.fingerprint);
        self.entry = EntryJson::of(finished);
    }

    /// The answer as a table; on a screen a long one is cut, and says so.
    fn sheet(&self, args: &Args) -> anyhow::Result<Sheet> {
        let most = args.answer.most(args.verbose)?;
        let published =
            self.published.iter().map(|one| (one.code, one.number.map(i64::from), texts::newly_published()));
        let taken_down = self.taken_down.iter().map(|one| (one.code.as_str(), one.number, texts::taken_down()));
        let masked = self.masked.iter().map(|one| (one.code.as_str(), one.number, texts::masked()));
        let withheld =
            self.withheld.iter().chain(&self.staying_down).map(|one| (one.code.as_str(), None, one.reason.clone()));
        let mut sheet = Sheet::new(text::publish_headers());
        for (code, number, what) in published.chain(taken_down).chain(masked).chain(withheld).take(most) {
            let number = number.map(texts::wall_number);
            sheet.rows.push(vec![Cell::from(number), Cell::text_of(code), Cell::text_of(what)]);
        }
        let rest = [self.taken_down.len(), self.masked.len(), self.withheld.len(), self.staying_down.len()];
        let rows = self.published.count + rest.iter().sum::<usize>();
        if rows > most {
            sheet.foot.push(texts::and_more(rows - most));
        }
        Ok(sheet)
    }
}
