//! `claim letter`: letters of intent (认领意向书), one for each claim, to be signed by both parties.

use std::collections::BTreeSet;

use super::joined;
use super::paper::PaperArgs;
use super::which::WhichArgs;
use crate::desk::wall::{Callings, Spot, public_text};
use crate::desk::{self, Context, choose};
use crate::lang::{self, papers as texts, publish, word};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::phone::Phone;
use crate::model::place::PlacePath;
use crate::model::words::NeedKind;
use crate::privacy;
use crate::publish::claims::{self, Claimant, Letter};
use crate::store::claimant::{self, Party};
use crate::store::place::Places;
use crate::store::rows::{ClaimRow, NeedRow};
use crate::store::{Session, claim, find, running, setting};

/// Write letters of intent to print and sign, one for each claim
///
/// The claims named, or with --place, --by or --all every claim that still runs and whose letter nobody has signed. Phones are
/// masked, the wisher is called as on the wall and has no address; --reveal writes them out and is logged with its reason.
/// `claim milestone CODE letter` notes the day of signing.
#[derive(Debug, clap::Args)]
pub struct LetterArgs {
    #[command(flatten)]
    pub which: WhichArgs,
    /// Every claim of a need of this place
    #[arg(long, value_name = "PLACE", conflicts_with_all = ["codes", "from_file"])]
    pub place: Option<PlacePath>,
    /// Every claim
    #[arg(long, conflicts_with_all = ["codes", "from_file", "place"])]
    pub all: bool,
    /// Of all claims, only those of wishes or of projects
    #[arg(long, value_name = "KIND", value_enum, conflicts_with_all = ["codes", "from_file"])]
    pub kind: Option<NeedKind>,
    #[command(flatten)]
    pub paper: PaperArgs,
}

/// More letters than this are not signed at one ceremony, and no office prints them at once.
const MOST: usize = 1_000;

pub fn run(args: &LetterArgs, context: &Context) -> anyhow::Result<Exit> {
    args.paper.check()?;
    let store = context.open()?;
    let is_many = !args.which.is_named() && (args.all || args.place.is_some() || !args.which.by.is_empty());
    let which = if is_many { None } else { Some(args.which.settled(&store)?) };
    let place = args.place.as_ref().map(|place| choose::place(&store, place)).transpose()?;
    let reading = store.read()?;
    let claims = match &which {
        Some(which) => which.claims(&reading, &which.parties(&reading)?, false)?,
        None => unsigned(args, place.as_ref(), &args.which.by(&store, &reading)?, context, &reading)?,
    };
    if let Some(ended) = claims.iter().find(|claim| !claim.state.holds()) {
        return Err(stop(Exit::Refused, texts::no_letter_of(&ended.code, word(ended.state.zh(), ended.state.code()))));
    }
    if claims.len() > MOST {
        return Err(stop(Exit::Refused, texts::too_many_letters(claims.len(), MOST)));
    }
    if claims.is_empty() {
        context.note(texts::no_letter_to_sign());
        return Ok(Exit::Done);
    }
    reading.finish()?;
    let codes: Vec<_> = which.iter().flat_map(|which| which.codes.iter().cloned()).collect();
    let command = format!("claim letter --reveal {}", joined(&codes));
    args.paper.note_reveal(command.trim_end(), &store, context)?;
    let reading = store.read()?;
    let places = Places::load(&reading)?;
    let callings = Callings::new(&reading, &places, context.today);
    let writing = Writing { session: &reading, places: &places, reveal: args.paper.reveal.is_some(), callings };
    let (office, templates) = (desk::office_language(&reading)?, PaperArgs::templates(context)?);
    let papers = lang::speaking(office, || {
        let letters = claims.iter().map(|claim| writing.letter(claim)).collect::<anyhow::Result<Vec<_>>>()?;
        claims::letters(&letters, &templates)
    })?;
    reading.finish()?;
    args.paper.write(&papers, &templates, office, context)
}

/// The claims that still run and whose letter nobody has signed, oldest first.
fn unsigned(
    args: &LetterArgs,
    place: Option<&PlacePath>,
    by: &[Party],
    context: &Context,
    session: &Session,
) -> anyhow::Result<Vec<ClaimRow>> {
    let places = Places::load(session)?;
    let within = desk::place(&places, setting::office_place(session)?, place)?;
    let mut wanted = BTreeSet::new();
    running::each(session, context.today, |one| {
        let fits = places.is_within(one.place, within)
            && args.kind.is_none_or(|kind| one.kind == kind)
            && (by.is_empty() || by.contains(&one.party));
        if fits {
            wanted.insert(one.claim);
        }
    })?;
    let mut claims = wanted.iter().map(|id| find::claim_by_id(session, *id)).collect::<anyhow::Result<Vec<_>>>()?;
    let all = claims.len();
    claims.retain(|claim| claim.letter_on.is_none());
    if claims.len() < all {
        context.note(texts::signed_already(all - claims.len()));
    }
    Ok(claims)
}

/// Letters being written, from one moment of the office file.
struct Writing<'a> {
    session: &'a Session,
    places: &'a Places,
    reveal: bool,
    callings: Callings<'a>,
}

impl Writing<'_> {
    fn letter(&self, claim: &ClaimRow) -> anyhow::Result<Letter> {
        let need = find::need_by_id(self.session, claim.need_id)?;
        let spot = Spot::of(self.places, need.place_id);
        let parties = claim::parties_of(self.session, claim.id)?;
        let claimants = parties.iter().map(|(party, _)| self.claimant(*party)).collect::<anyhow::Result<Vec<_>>>()?;
        let names: Vec<&str> = claimants.iter().map(|one| one.name.as_str()).collect();
        let revealed = |value: Option<String>| value.filter(|_| self.reveal);
        let day = |day: Option<Day>| day.map(publish::long_day);
        let (title, text) = self.texts(&need);
        Ok(Letter {
            code: claim.code.to_string(),
            number: need.number.map(publish::wall_number),
            is_project: need.kind == NeedKind::Project,
            kind: publish::kind(need.kind),
            title,
            text,
            quantity: claim.quantity,
            place: spot.place.to_string(),
            street: spot.street.to_string(),
            office: self.places.name(setting::office_place(self.session)?).to_owned(),
            wisher: self.wisher(&need)?,
            phone: revealed(need.phone.as_ref().map(Phone::to_string)),
            address: revealed(need.address.as_deref().map(privacy::mask_papers)),
            budget: need.budget_fen.map(|budget| budget.to_string().trim_end_matches(".00").to_owned()),
            claimed_on: publish::long_day(claim.claimed_on),
            deadline: day(claim.deadline.or(need.deadline)),
            names: names.join(crate::lang::comma()),
            claimants,
            unnamed: claim.unnamed,
            leader: claim.leader.clone(),
            signed_on: day(claim.letter_on),
            exchanged_on: day(claim.letter_exchanged_on),
        })
    }

    /// A project's title, and what is asked for in the words of the wall.
    fn texts(&self, need: &NeedRow) -> (Option<String>, Option<String>) {
        let own: Vec<&str> = need.wisher.as_deref().into_iter().collect();
        let masked = |text: String| match (self.reveal, need.wording_checked) {
            (true, _) => privacy::mask_papers(&text),
            (false, true) => text,
            (false, false) => privacy::mask_private(&text, &own),
        };
        let title = need.title.clone().filter(|_| need.kind == NeedKind::Project);
        let text = match (&need.wording, &title) {
            (None, Some(_)) => need.content.clone(),
            (Some(_), _) | (None, None) => Some(public_text(need)),
        };
        (title.map(masked), text.map(masked))
    }

    /// The wisher, as the wall calls them unless it is revealed.
    fn wisher(&self, need: &NeedRow) -> anyhow::Result<Option<String>> {
        match need.kind {
            NeedKind::Project => Ok(None),
            NeedKind::Wish if self.reveal => Ok(need.wisher.clone()),
            NeedKind::Wish => self.callings.of(need),
        }
    }

    fn claimant(&self, party: Party) -> anyhow::Result<Claimant> {
        let phone = |phone: Option<Phone>| phone.map(|phone| self.phone(&phone));
        Ok(match party {
            Party::Member(id) => {
                let member = find::member_by_id(self.session, id)?;
                let unit = member.org_id.map(|org| claimant::name(self.session, Party::Org(org))).transpose()?;
                Claimant { name: member.name, unit, contact: None, phone: phone(member.phone) }
            }
            Party::Org(id) => {
                let org = find::org_by_id(self.session, id)?;
                Claimant { name: org.name, unit: None, contact: org.contact, phone: phone(org.phone) }
            }
            Party::Outsider(id) => {
                let outsider = find::outsider_by_id(self.session, id)?;
                Claimant { name: outsider.name, unit: None, contact: None, phone: phone(outsider.phone) }
            }
        })
    }

    fn phone(&self, phone: &Phone) -> String {
        if self.reveal { phone.to_string() } else { phone.masked() }
    }
}
