//! `list`: the records of a kind that fit, as a table with the columns of the kind. Private cells are masked.

use std::sync::Arc;

use serde_json::json;

use crate::desk::answer::AnswerArgs;
use crate::desk::records::Records;
use crate::desk::{self, Context, names};
use crate::lang::values;
use crate::lang::{found as text, pick, word};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::place::PlacePath;
use crate::model::words::{ClaimState, NeedKind, NeedState, Order, Progress, RecordKind};
use crate::output::report::Report;
use crate::store::find::Orgs;
use crate::store::listing::{self, Standing, Wanted, Words};
use crate::store::place::Places;
use crate::store::{Session, setting};

/// List records: wishes, projects, members, orgs, outsiders, claims or places
///
/// Every option narrows the list; records come in the order in which they came in, unless --sort says otherwise. Phones,
/// addresses and other people's names in texts are masked. A list that comes back through `collect` is what `export`
/// writes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What is listed
    #[arg(value_name = "KIND")]
    pub kind: Kind,
    /// Only those in this state, as the table shows it or in English: 待认领, published; wishes, projects and claims
    #[arg(long, value_name = "STATE")]
    pub state: Option<String>,
    /// Only what is in this place; members and organisations: who is registered there
    #[arg(long, value_name = "PLACE")]
    pub place: Option<PlacePath>,
    /// Only what this claimant holds, by name, by name and unit, by phone or by code; wishes, projects and claims
    #[arg(long, value_name = "WHO")]
    pub by: Option<String>,
    /// Only those with these words: of a name, a code, the content or a note, or the last four digits of a phone
    #[arg(long, value_name = "WORDS")]
    pub text: Option<String>,
    /// Only those collected, registered or claimed on this day or later
    #[arg(long, value_name = "DAY")]
    pub since: Option<Day>,
    /// Only what hangs on the wall and nobody holds; members, organisations and outsiders: who holds nothing
    #[arg(long)]
    pub unclaimed: bool,
    /// What they are sorted by: code, number, name, place, state, date, deadline
    #[arg(long, value_name = "ORDER")]
    pub sort: Option<String>,
    /// List at most this many
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub limit: Option<u32>,
    /// Only these columns, in this order: their keys in JSON, or their headers
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    pub fields: Vec<String>,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    #[value(aliases = values::WISHES)]
    Wishes,
    #[value(aliases = values::PROJECTS)]
    Projects,
    #[value(aliases = values::MEMBERS)]
    Members,
    #[value(aliases = values::ORGS)]
    Orgs,
    #[value(aliases = values::OUTSIDERS)]
    Outsiders,
    #[value(aliases = values::CLAIMS)]
    Claims,
    #[value(aliases = values::PLACES)]
    Places,
}

impl Kind {
    fn record(self) -> RecordKind {
        match self {
            Kind::Wishes => RecordKind::Wishes,
            Kind::Projects => RecordKind::Projects,
            Kind::Members => RecordKind::Members,
            Kind::Orgs => RecordKind::Orgs,
            Kind::Outsiders => RecordKind::Outsiders,
            Kind::Claims => RecordKind::Claims,
            Kind::Places => RecordKind::Places,
        }
    }
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let kind = args.kind.record();
    let asked = Asked::of(args, kind)?;
    let store = context.open()?;
    let reading = store.read()?;
    let places = Places::load(&reading)?;
    let wanted = wanted(args, &asked, &reading, &places)?;
    let mut ids = asked.ids(&reading, &wanted, context.today)?;
    let total = ids.len();
    ids.truncate(args.limit.map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(usize::MAX)));
    let office = setting::office_place(&reading)?;
    let title = text::list_title(places.name(office), word(kind.zh(), kind.code()));
    let records = Records::new(&reading, &places, kind, &args.fields)?;
    if args.answer.is_in_parts()? {
        args.answer.write_parts(parts(&ids).map(|part| records.section(title.clone(), part)), context)?;
        return Ok(Exit::Done);
    }
    let mut section = records.section(title.clone(), &ids)?;
    let items = if args.answer.wants_document()? { section.items() } else { Vec::new() };
    section.shorten_places(&Arc::from(places.path(office)));
    let is_cut = ids.len() < total;
    let footer = if is_cut && args.answer.has_foot()? { vec![text::shown_of(ids.len(), total)] } else { Vec::new() };
    let report = Report { title, sections: vec![section], footer, ..Report::default() };
    let document = json!({"kind": kind.one(), "shown": ids.len(), "total": total, kind.code(): items});
    args.answer.write_report(&report, &document, context)?;
    Ok(Exit::Done)
}

/// So many records are read at once where they are written as they are read.
const PART: usize = 1000;

/// The records in parts; none at all is a part too, since it has headers.
fn parts(ids: &[i64]) -> impl Iterator<Item = &[i64]> {
    let none = ids.is_empty().then_some(ids);
    none.into_iter().chain(ids.chunks(PART))
}

/// What of the options needs no office file, checked against the kind.
struct Asked {
    kind: RecordKind,
    standing: Option<Standing>,
    claim_state: Option<ClaimState>,
    order: Option<Order>,
}

/// The kinds that an option fits.
type Fits = &'static [RecordKind];

const NEEDS_AND_CLAIMS: Fits = &[RecordKind::Wishes, RecordKind::Projects, RecordKind::Claims];
const PLACED: Fits = &[
    RecordKind::Wishes,
    RecordKind::Projects,
    RecordKind::Members,
    RecordKind::Orgs,
    RecordKind::Claims,
    RecordKind::Places,
];
const DATED: Fits =
    &[RecordKind::Wishes, RecordKind::Projects, RecordKind::Members, RecordKind::Orgs, RecordKind::Claims];
const HOLDING: Fits =
    &[RecordKind::Wishes, RecordKind::Projects, RecordKind::Members, RecordKind::Orgs, RecordKind::Outsiders];

impl Asked {
    /// Errors: an option that does not fit the kind, a state or an order that it does not have (exit 2).
    fn of(args: &Args, kind: RecordKind) -> anyhow::Result<Asked> {
        let options = [
            ("--state", args.state.is_some(), NEEDS_AND_CLAIMS),
            ("--place", args.place.is_some(), PLACED),
            ("--by", args.by.is_some(), NEEDS_AND_CLAIMS),
            ("--since", args.since.is_some(), DATED),
            ("--unclaimed", args.unclaimed, HOLDING),
        ];
        for (option, is_given, fits) in options {
            if is_given && !fits.contains(&kind) {
                let fits: Vec<String> = fits.iter().copied().map(kind_word).collect();
                return Err(stop(
                    Exit::Usage,
                    text::not_for_kind(option, kind_word(kind), fits.join(crate::lang::comma())),
                ));
            }
        }
        let mut asked = Asked { kind, standing: None, claim_state: None, order: None };
        if let Some(state) = &args.state {
            asked.read_state(state.trim())?;
        }
        asked.order = args.sort.as_deref().map(|order| order_of(order.trim(), kind)).transpose()?;
        Ok(asked)
    }

    fn read_state(&mut self, state: &str) -> anyhow::Result<()> {
        let words: Vec<String> = if self.kind == RecordKind::Claims {
            self.claim_state = state.parse().ok();
            ClaimState::ALL.iter().map(|state| word(state.zh(), state.code())).collect()
        } else {
            let own: Option<NeedState> = state.parse().ok();
            let progress: Option<Progress> = state.parse().ok();
            self.standing = own.map(Standing::State).or(progress.map(Standing::Progress));
            let own = NeedState::ALL.iter().map(|state| word(state.zh(), state.code()));
            own.chain(Progress::ALL.iter().map(|progress| word(progress.zh(), progress.code()))).collect()
        };
        if self.standing.is_none() && self.claim_state.is_none() {
            let words = words.join(crate::lang::comma());
            return Err(stop(Exit::Usage, text::unknown_state(state, kind_word(self.kind), words)));
        }
        Ok(())
    }

    fn ids(&self, session: &Session, wanted: &Wanted, today: Day) -> anyhow::Result<Vec<i64>> {
        match self.kind {
            RecordKind::Wishes => listing::needs(session, NeedKind::Wish, self.standing, wanted),
            RecordKind::Projects => listing::needs(session, NeedKind::Project, self.standing, wanted),
            RecordKind::Members => listing::members(session, wanted, today),
            RecordKind::Orgs => listing::orgs(session, wanted, today),
            RecordKind::Outsiders => listing::outsiders(session, wanted),
            RecordKind::Claims => listing::claims(session, self.claim_state, wanted),
            RecordKind::Places => listing::places(session, wanted),
        }
    }
}

fn wanted(args: &Args, asked: &Asked, session: &Session, places: &Places) -> anyhow::Result<Wanted> {
    let office = setting::office_place(session)?;
    let place = args.place.as_ref().map(|place| desk::place(places, office, Some(place))).transpose()?;
    let by = args.by.as_deref().map(|word| names::party(session, &Orgs::load(session)?, word.trim())).transpose()?;
    let words = Words::of(args.text.as_deref().unwrap_or_default());
    Ok(Wanted { words, by_context: true, place, by, since: args.since, unclaimed: args.unclaimed, order: asked.order })
}

fn kind_word(kind: RecordKind) -> String {
    word(kind.zh(), kind.code())
}

/// What the records of a kind can be sorted by.
fn orders(kind: RecordKind) -> &'static [Order] {
    use Order::*;
    match kind {
        RecordKind::Wishes | RecordKind::Projects => &[Code, Number, Name, Place, State, Date, Deadline],
        RecordKind::Members | RecordKind::Orgs => &[Code, Name],
        RecordKind::Outsiders => &[Name],
        RecordKind::Claims => &[Code, Number, Place, State, Date, Deadline],
        RecordKind::Places => &[Name, Place],
    }
}

fn order_of(words: &str, kind: RecordKind) -> anyhow::Result<Order> {
    let order = words.parse::<Order>().ok();
    let name = |order: &Order| pick(format!("{}（{}）", order.zh(), order.code()), order.code().to_owned());
    let fits: Vec<String> = orders(kind).iter().map(name).collect();
    match order {
        Some(order) if orders(kind).contains(&order) => Ok(order),
        Some(order) => Err(stop(
            Exit::Usage,
            text::sort_not_for_kind(order.code(), kind_word(kind), fits.join(crate::lang::comma())),
        )),
        None => Err(stop(Exit::Usage, text::unknown_order(words, fits.join(crate::lang::comma())))),
    }
}
