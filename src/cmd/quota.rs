//! `quota`: who owes how many claims of which kind.

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::{Context, finish};
use crate::lang::values;
use crate::lang::{cmd as text, unknown_words, word};
use crate::model::exit::{Exit, stop};
use crate::model::words::{Claimant, Counting, Joint, MemberClass, NeedKind, OrgClass, UnknownWord};
use crate::output::{Cell, Sheet};
use crate::store::Session;
use crate::store::campaign::{self, Owed, Terms};
use crate::store::rows::{CampaignRow, QuotaRow};
use crate::store::setting;

/// List or set quotas: who owes how many claims of which kind
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// List the quotas of the campaign in use
    List(AnswerArgs),
    /// Set a quota of the campaign in use; what no option gives stays as it is
    Set(SetArgs),
}

#[derive(Debug, clap::Args)]
pub struct SetArgs {
    /// Who owes: members or orgs
    #[arg(long = "for", value_name = "WHO")]
    pub whose: Whose,
    /// The class that owes; by default in_service members, unit organisations
    #[arg(long, value_name = "CLASS")]
    pub class: Option<String>,
    /// What is owed: wish or project; by default a wish of members, a project of organisations
    #[arg(long, value_name = "KIND")]
    pub kind: Option<NeedKind>,
    /// How many claims are owed; 1 for a new quota
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=1000))]
    pub at_least: Option<i64>,
    /// What counts: claimed, live or finished, or completed only; claimed for a new quota
    #[arg(long, value_name = "COUNTING")]
    pub counts: Option<Counting>,
    /// Whom a joint claim counts for: each claimant, or the lead alone; each for a new quota
    #[arg(long, value_name = "JOINT")]
    pub joint: Option<Joint>,
    #[command(flatten)]
    pub answer: AnswerArgs,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Whose {
    #[value(aliases = values::MEMBERS)]
    Members,
    #[value(aliases = values::ORGS)]
    Orgs,
}

#[derive(Serialize)]
struct QuotaJson {
    r#for: &'static str,
    class: String,
    need_kind: &'static str,
    at_least: i64,
    counting: &'static str,
    joint: &'static str,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    match &args.verb {
        Verb::List(answer) => list(answer, context),
        Verb::Set(args) => set(args, context),
    }
}

fn list(answer: &AnswerArgs, context: &Context) -> anyhow::Result<Exit> {
    let store = context.open()?;
    let reading = store.read()?;
    let campaign = in_use(&reading)?;
    let (sheet, quotas) = quotas(&reading, &campaign)?;
    answer.write(&sheet, &serde_json::json!({"campaign": campaign.name, "quotas": quotas}), context)?;
    Ok(Exit::Done)
}

fn set(args: &SetArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    if args.at_least.is_none() && args.counts.is_none() && args.joint.is_none() && !args.names_another() {
        return Err(stop(Exit::Usage, text::nothing_to_set("--at-least, --counts, --joint, --class, --kind")));
    }
    let (claimant, class, need_kind) = who_owes(args)?;
    let store = context.open()?;
    let mut change = store.change(context.new_entry("quota set"))?;
    let campaign = in_use(change.session())?;
    let owed = Owed { campaign: campaign.id, claimant, class, need_kind };
    let terms = Terms { at_least: args.at_least, counting: args.counts, joint: args.joint };
    campaign::set_quota(&mut change, &owed, &terms)?;
    if change.is_empty() {
        context.note(text::already_done(&campaign.name));
    }
    let (sheet, quotas) = quotas(change.session(), &campaign)?;
    let entry = EntryJson::of(finish(change, args.dry_run)?);
    if args.dry_run {
        context.note_dry_run();
    }
    let document = serde_json::json!({"campaign": campaign.name, "quotas": quotas, "entry": entry});
    args.answer.write(&sheet, &document, context)?;
    Ok(Exit::Done)
}

impl SetArgs {
    /// Whether the quota is of another class or kind than the usual one: naming it alone makes it.
    fn names_another(&self) -> bool {
        self.class.is_some() || self.kind.is_some()
    }
}

fn who_owes(args: &SetArgs) -> anyhow::Result<(Claimant, String, NeedKind)> {
    let unknown = |word: &str, cause: &UnknownWord| stop(Exit::Usage, text::unknown_class(word, unknown_words(cause)));
    Ok(match args.whose {
        Whose::Members => {
            let class = args.class.as_deref().unwrap_or("in_service");
            let class: MemberClass = class.parse().map_err(|cause| unknown(class, &cause))?;
            (Claimant::Member, class.code().to_owned(), args.kind.unwrap_or(NeedKind::Wish))
        }
        Whose::Orgs => {
            let class = args.class.as_deref().unwrap_or("unit");
            let class: OrgClass = class.parse().map_err(|cause| unknown(class, &cause))?;
            (Claimant::Org, class.code().to_owned(), args.kind.unwrap_or(NeedKind::Project))
        }
    })
}

fn in_use(session: &Session) -> anyhow::Result<CampaignRow> {
    let id = setting::campaign_in_use(session)?.ok_or_else(|| stop(Exit::Refused, text::no_campaign()))?;
    campaign::by_id(session, id)?.ok_or_else(|| stop(Exit::Refused, text::no_campaign()))
}

fn quotas(session: &Session, campaign: &CampaignRow) -> anyhow::Result<(Sheet, Vec<QuotaJson>)> {
    let mut sheet = Sheet::new(text::quota_list_headers());
    sheet.title = Some(text::campaign_period(&campaign.name, campaign.from_day, campaign.until_day));
    let mut quotas = Vec::new();
    for row in campaign::quotas(session, campaign.id)? {
        sheet.rows.push(vec![
            Cell::text_of(word(row.claimant.zh(), row.claimant.code())),
            Cell::text_of(class_word(&row)),
            Cell::text_of(word(row.need_kind.zh(), row.need_kind.code())),
            Cell::Count(row.at_least),
            Cell::text_of(word(row.counting.zh(), row.counting.code())),
            Cell::text_of(word(row.joint.zh(), row.joint.code())),
        ]);
        quotas.push(QuotaJson {
            r#for: if row.claimant == Claimant::Org { "orgs" } else { "members" },
            class: row.class.clone(),
            need_kind: row.need_kind.code(),
            at_least: row.at_least,
            counting: row.counting.code(),
            joint: row.joint.code(),
        });
    }
    Ok((sheet, quotas))
}

fn class_word(row: &QuotaRow) -> String {
    let member: Option<MemberClass> = row.class.parse().ok();
    let org: Option<OrgClass> = row.class.parse().ok();
    match (row.claimant, member, org) {
        (Claimant::Member, Some(class), _) => word(class.zh(), class.code()),
        (Claimant::Org, _, Some(class)) => word(class.zh(), class.code()),
        _ => row.class.clone(),
    }
}
