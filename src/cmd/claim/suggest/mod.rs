//! `claim suggest` (精准对接): who could take on what, so that as many as possible meet the quota.

mod gather;

use std::collections::HashMap;

use serde::Serialize;

use self::gather::{Gathered, Scope};
use super::answer::{ClaimJson, claim_json};
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::{self, Context, bulk, finish};
use crate::lang::values;
use crate::lang::{chat as chat_text, cmd, matching as text};
use crate::matching::skills::Trades;
use crate::matching::{self, Cost, Matching};
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::model::place::PlacePath;
use crate::model::small_file;
use crate::model::words::{Claimant, Joint, Role};
use crate::output::{Cell, Sheet};
use crate::privacy;
use crate::store::claim::{self, Attempt, Terms};
use crate::store::claimant::{Named, Party};
use crate::store::figures::people;
use crate::store::place::Places;
use crate::store::rows::{NeedRow, QuotaRow};
use crate::store::{Session, campaign, find, setting};

#[derive(Debug, clap::Args)]
pub struct SuggestArgs {
    /// Only people and needs of this place
    #[arg(long, value_name = "PLACE")]
    pub place: Option<PlacePath>,
    /// Whose quota: members' or organisations'
    #[arg(long = "for", value_name = "WHO", default_value = "members")]
    pub whose: Whose,
    /// The most people on one need, where needs are fewer than people
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(i64).range(1..=20))]
    pub max_group: i64,
    /// The office's own table of trades, TOML: it comes before the usual one
    #[arg(long, value_name = "FILE")]
    pub trades: Option<String>,
    /// A need that asks for a trade goes only to people who have it
    #[arg(long)]
    pub must_fit: bool,
    /// Record the claims, in one change
    #[arg(long)]
    pub take: bool,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Whose {
    #[value(aliases = values::MEMBERS)]
    Members,
    #[value(aliases = values::ORGS)]
    Orgs,
}

/// One claim that could be offered.
#[derive(Debug, Serialize)]
struct Suggestion {
    need: String,
    number: Option<i64>,
    text: String,
    place: String,
    unit: String,
    claimants: Vec<Named>,
    /// The furthest of its people.
    distance: i64,
    trade: Option<String>,
    fits: bool,
    quantity: i64,
    #[serde(skip)]
    need_id: i64,
    #[serde(skip)]
    parties: Vec<Party>,
}

#[derive(Debug, Clone, Copy, Serialize)]
struct CostJson {
    joint: i64,
    distance: i64,
    unfit: i64,
    urgency: i64,
}

#[derive(Debug, Serialize)]
struct LeftOutJson {
    reason: &'static str,
    count: i64,
}

#[derive(Debug, Serialize)]
struct Document {
    r#for: &'static str,
    people: usize,
    needs: i64,
    offered: usize,
    met: usize,
    cost: CostJson,
    bound: CostJson,
    proved: bool,
    left_out: Vec<LeftOutJson>,
    suggestions: Vec<Suggestion>,
    claims: Vec<ClaimJson>,
    entry: Option<EntryJson>,
}

pub fn run(args: &SuggestArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let trades = match &args.trades {
        None => Trades::usual()?,
        Some(path) => Trades::extended(&read_text(path)?, path)?,
    };
    let store = context.open()?;
    let takes = args.take && !args.dry_run;
    if takes {
        bulk::prepare(context, &store)?;
    }
    if args.take {
        let mut change = store.change(context.new_entry("claim suggest"))?;
        let mut document = suggest(args, change.session(), context, &trades)?;
        document.claims = take(&mut change, &document.suggestions, context)?;
        document.entry = EntryJson::of(finish(change, args.dry_run)?);
        note(context, &document);
        let count = document.claims.len();
        context.note(if args.dry_run { chat_text::would_take(count) } else { chat_text::taken(count) });
        if args.dry_run {
            context.note_dry_run();
        }
        args.answer.write(&sheet(&document), &document, context)?;
        return Ok(Exit::Done);
    }
    let reading = store.read()?;
    let document = suggest(args, &reading, context, &trades)?;
    note(context, &document);
    if !document.suggestions.is_empty() {
        context.note(text::way_take());
    }
    args.answer.write(&sheet(&document), &document, context)?;
    Ok(Exit::Done)
}

fn read_text(path: &str) -> anyhow::Result<String> {
    let read = small_file::read(path, small_file::BY_HAND).and_then(small_file::text);
    read.map_err(|_| stop(Exit::Refused, text::cannot_read_trades(path)))
}

fn suggest(args: &SuggestArgs, session: &Session, context: &Context, trades: &Trades) -> anyhow::Result<Document> {
    let id = setting::campaign_in_use(session)?;
    let campaign = id.map(|id| campaign::by_id(session, id)).transpose()?.flatten();
    let campaign = campaign.ok_or_else(|| stop(Exit::Refused, cmd::no_campaign()))?;
    let quota = quota_of(args.whose, session, campaign.id)?;
    let tree = Places::load(session)?;
    let office = setting::office_place(session)?;
    let place = desk::place(&tree, office, args.place.as_ref())?;
    let scope = Scope {
        session,
        quota: &quota,
        campaign: &campaign,
        today: context.today,
        place,
        is_whole: place == office,
        trades,
    };
    let mut gathered = gather::gather(&scope, &tree)?;
    // Where only the lead's claim counts, a group helps nobody but its lead.
    gathered.instance.max_group = if quota.joint == Joint::Lead { 1 } else { args.max_group };
    gathered.instance.must_fit = args.must_fit;
    let matching = matching::solve(&gathered.instance);
    document(args, &scope, &tree, &gathered, &matching)
}

fn quota_of(whose: Whose, session: &Session, campaign: i64) -> anyhow::Result<QuotaRow> {
    let (claimant, name) = match whose {
        Whose::Members => (Claimant::Member, text::members()),
        Whose::Orgs => (Claimant::Org, text::orgs()),
    };
    let quotas = campaign::quotas(session, campaign)?;
    quotas.into_iter().find(|quota| quota.claimant == claimant).ok_or_else(|| stop(Exit::Refused, text::no_quota(name)))
}

fn document(
    args: &SuggestArgs,
    scope: &Scope<'_>,
    tree: &Places,
    gathered: &Gathered,
    matching: &Matching,
) -> anyhow::Result<Document> {
    let instance = &gathered.instance;
    let mut given = vec![0; instance.people.len()];
    matching.pairs.iter().for_each(|pair| given[pair.person] += 1);
    let met = instance.people.iter().zip(&given).filter(|(one, given)| **given >= one.short).count();
    let helped = given.iter().filter(|given| **given > 0).count();
    let cost =
        |cost: Cost| CostJson { joint: cost.joint, distance: cost.distance, unfit: cost.unfit, urgency: cost.urgency };
    let needs: i64 = instance.needs.iter().map(|need| need.left).sum();
    let unhelped = i64::try_from(instance.people.len() - helped)? - i64::try_from(matching.dropped)?;
    let is_scarce = i64::try_from(matching.pairs.len() + matching.dropped)? >= needs * instance.max_group;
    let left_out = [
        (if is_scarce { "scarce" } else { "no_fit" }, unhelped),
        ("given_back", i64::try_from(matching.dropped)?),
        ("unregistered", gathered.unregistered),
    ];
    let left_out = left_out.into_iter().filter(|(_, count)| *count > 0);
    Ok(Document {
        r#for: match args.whose {
            Whose::Members => "members",
            Whose::Orgs => "orgs",
        },
        people: instance.people.len(),
        needs,
        offered: matching.pairs.len(),
        met,
        cost: cost(matching.cost),
        bound: cost(matching.least_cost),
        proved: matching.cost == matching.least_cost && matching.dropped == 0 && !matching.is_rationed,
        left_out: left_out.map(|(reason, count)| LeftOutJson { reason, count }).collect(),
        suggestions: suggestions(scope, tree, gathered, matching)?,
        claims: Vec::new(),
        entry: None,
    })
}

/// The claims that the pairs make: as many of a need as are left, its people shared out among them.
fn suggestions(
    scope: &Scope<'_>,
    tree: &Places,
    gathered: &Gathered,
    matching: &Matching,
) -> anyhow::Result<Vec<Suggestion>> {
    let mut of_need: HashMap<usize, Vec<&matching::Pair>> = HashMap::new();
    for pair in &matching.pairs {
        of_need.entry(pair.need).or_default().push(pair);
    }
    let mut needs: Vec<usize> = of_need.keys().copied().collect();
    needs.sort_unstable();
    let units = people::orgs(scope.session)?;
    let mut suggestions = Vec::with_capacity(needs.len());
    for at in needs {
        let Some(pairs) = of_need.get(&at) else { continue };
        let need = find::need_by_id(scope.session, gathered.needs[at])?;
        let left = usize::try_from(gathered.instance.needs[at].left)?;
        let claims = left.min(pairs.len());
        for first in 0..claims {
            let group: Vec<&matching::Pair> = pairs.iter().skip(first).step_by(claims).copied().collect();
            suggestions.push(suggestion(scope, (tree, &units), gathered, &need, at, &group)?);
        }
    }
    suggestions.sort_by(|one, other| (&one.unit, &one.need).cmp(&(&other.unit, &other.need)));
    Ok(suggestions)
}

fn suggestion(
    scope: &Scope<'_>,
    (tree, units): (&Places, &HashMap<i64, (String, String)>),
    gathered: &Gathered,
    need: &NeedRow,
    at: usize,
    group: &[&matching::Pair],
) -> anyhow::Result<Suggestion> {
    let (mut unit, mut claimants, mut parties) = (String::new(), Vec::new(), Vec::new());
    for pair in group {
        let id = gathered.people[pair.person];
        let (kind, code, name, own, party) = match scope.quota.claimant {
            Claimant::Member => {
                let member = find::member_by_id(scope.session, id)?;
                let own = member.org_id.and_then(|org| units.get(&org)).map(|(_, name)| name.clone());
                let own = own.unwrap_or_default();
                (Claimant::Member.code(), member.code, member.name, own, Party::Member(id))
            }
            Claimant::Org | Claimant::Outsider => {
                let org = find::org_by_id(scope.session, id)?;
                (Claimant::Org.code(), org.code, org.name.clone(), org.name, Party::Org(id))
            }
        };
        if unit.is_empty() {
            unit = own;
        }
        let role = if claimants.is_empty() { Role::Lead } else { Role::Joint };
        claimants.push(Named { kind, name, role: role.code(), code: Some(code), unnamed: 0 });
        parties.push(party);
    }
    let trade = gathered.instance.needs[at].trade;
    let what = need.wording.as_ref().or(need.title.as_ref()).or(need.content.as_ref());
    Ok(Suggestion {
        need: need.code.to_string(),
        number: need.number,
        text: privacy::mask_private(what.map(String::as_str).unwrap_or_default(), &[]),
        place: tree.path(need.place_id),
        unit,
        claimants,
        distance: group.iter().map(|pair| pair.distance).max().unwrap_or(0),
        trade: trade.map(|trade| scope.trades.name(trade).to_owned()),
        fits: group.iter().any(|pair| pair.fits),
        quantity: 1,
        need_id: need.id,
        parties,
    })
}

fn take(
    change: &mut crate::store::log::Change<'_>,
    suggestions: &[Suggestion],
    context: &Context,
) -> anyhow::Result<Vec<ClaimJson>> {
    let mut claims = Vec::new();
    for one in suggestions {
        let need = find::need_by_id(change.session(), one.need_id)?;
        let quantity = Some(one.quantity);
        let terms =
            Terms { on: context.today, quantity, unnamed: 0, mode: None, deadline: None, note: None, name_ok: false };
        match claim::take(change, &need, &one.parties, &terms, context.today)? {
            Attempt::Won(claim) => claims.push(claim_json(change.session(), &claim, &need)?),
            Attempt::Already(_) => {}
            Attempt::Lost(why) => desk::warn(crate::lang::refusal::claim(&why)),
        }
    }
    Ok(claims)
}

fn note(context: &Context, document: &Document) {
    context.note(text::counted(document.people, document.needs, document.offered, document.met));
    if document.proved && document.offered > 0 {
        context.note(text::proved());
    } else if document.offered > 0 {
        context.note(text::rationed());
    }
    for LeftOutJson { reason, count } in &document.left_out {
        context.note(match *reason {
            "scarce" => text::unmet_scarce(count),
            "no_fit" => text::unmet_must(count),
            "given_back" => text::unmet_returned(count),
            _ => text::unmet_unregistered(count),
        });
    }
}

fn sheet(document: &Document) -> Sheet {
    let mut sheet = Sheet::new(text::suggest_headers());
    for one in &document.suggestions {
        let joined = |word: fn(&Named) -> &str| one.claimants.iter().map(word).collect::<Vec<_>>().join("、");
        let distance = match one.distance {
            0 => text::same_community(),
            1 => text::same_street(),
            2 => text::same_district(),
            _ => text::same_city(),
        };
        sheet.rows.push(vec![
            Cell::text_of(one.unit.clone()),
            Cell::text_of(joined(|claimant| claimant.code.as_ref().map_or("", Code::as_str))),
            Cell::text_of(joined(|claimant| &claimant.name)),
            Cell::text_of(one.number.map_or_else(|| one.need.clone(), chat_text::number)),
            Cell::text_of(one.text.clone()),
            Cell::text_of(one.place.clone()),
            Cell::text_of(distance),
            one.trade.as_ref().filter(|_| one.fits).map_or(Cell::Blank, Cell::text_of),
            Cell::Count(one.quantity),
            Cell::Blank,
        ]);
    }
    sheet
}
