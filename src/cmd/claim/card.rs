//! `claim card`: the service record (服务记录) of a claimant, with every claim and what became of it.

use super::paper::PaperArgs;
use crate::desk::names;
use crate::desk::{self, Context, choose, needs};
use crate::lang::{self, papers as texts, publish, word};
use crate::model::exit::Exit;
use crate::model::phone::Phone;
use crate::privacy;
use crate::publish::claims::{self, Card, Served as ServedLine};
use crate::store::claimant::{self, Party};
use crate::store::find::{self, Orgs};
use crate::store::place::Places;
use crate::store::registration::{self, Whose};
use crate::store::service::{self, Served};
use crate::store::{Session, setting};

/// Write the service record of members: every claim with its day, its need, its state and what came of it
///
/// An organisation or an outsider may be named as well. Phones are masked, and in texts what is private; --reveal writes
/// them out and is logged with its reason.
#[derive(Debug, clap::Args)]
pub struct CardArgs {
    /// Whose: a name, a name and its unit, a phone or a code
    #[arg(value_name = "WHO", required = true, value_delimiter = ',')]
    pub who: Vec<String>,
    #[command(flatten)]
    pub paper: PaperArgs,
}

pub fn run(args: &CardArgs, context: &Context) -> anyhow::Result<Exit> {
    args.paper.check()?;
    let store = context.open()?;
    let who: Vec<String> =
        names::words(&args.who).map(|word| choose::claimant(&store, word)).collect::<anyhow::Result<_>>()?;
    let reading = store.read()?;
    let orgs = Orgs::load(&reading)?;
    let parties = who.iter().map(|word| names::party(&reading, &orgs, word)).collect::<anyhow::Result<Vec<_>>>()?;
    reading.finish()?;
    args.paper.note_reveal("claim card --reveal", &store, context)?;
    let reading = store.read()?;
    let writing =
        Writing { session: &reading, places: Places::load(&reading)?, reveal: args.paper.reveal.is_some(), context };
    let (office, templates) = (desk::office_language(&reading)?, PaperArgs::templates(context)?);
    let papers = lang::speaking(office, || {
        let cards = parties.iter().map(|party| writing.card(*party)).collect::<anyhow::Result<Vec<_>>>()?;
        claims::cards(&cards, &templates)
    })?;
    reading.finish()?;
    args.paper.write(&papers, &templates, office, context)
}

/// Records being written, from one moment of the office file.
struct Writing<'a> {
    session: &'a Session,
    places: Places,
    reveal: bool,
    context: &'a Context,
}

impl Writing<'_> {
    fn card(&self, party: Party) -> anyhow::Result<Card> {
        let served = service::of(self.session, party)?;
        let is_of_theirs = |one: &&Served| one.left.is_none();
        let lines = served.iter().enumerate().map(|(at, one)| self.line(at + 1, one));
        let card = Card {
            office: self.places.name(setting::office_place(self.session)?).to_owned(),
            day: publish::long_day(self.context.today),
            all: served.len(),
            done: served.iter().filter(is_of_theirs).filter(|one| one.claim.state.is_done()).count(),
            running: served.iter().filter(is_of_theirs).filter(|one| one.claim.state.runs()).count(),
            claims: lines.collect::<anyhow::Result<_>>()?,
            ..Card::default()
        };
        self.with_person(card, party)
    }

    /// The card with who it is.
    fn with_person(&self, card: Card, party: Party) -> anyhow::Result<Card> {
        let phone =
            |phone: Option<Phone>| phone.map(|phone| if self.reveal { phone.to_string() } else { phone.masked() });
        let place = |whose: Whose| -> anyhow::Result<Option<String>> {
            let registered = registration::latest(self.session, whose)?;
            Ok(registered.map(|row| self.places.name(row.place_id).to_owned()))
        };
        Ok(match party {
            Party::Member(id) => {
                let member = find::member_by_id(self.session, id)?;
                Card {
                    name: member.name,
                    code: Some(member.code.to_string()),
                    class: Some(word(member.class.zh(), member.class.code())),
                    unit: member.org_id.map(|org| claimant::name(self.session, Party::Org(org))).transpose()?,
                    place: place(Whose::Member(id))?,
                    phone: phone(member.phone),
                    ..card
                }
            }
            Party::Org(id) => {
                let org = find::org_by_id(self.session, id)?;
                Card {
                    name: org.name,
                    code: Some(org.code.to_string()),
                    class: Some(word(org.class.zh(), org.class.code())),
                    place: place(Whose::Org(id))?,
                    phone: phone(org.phone),
                    ..card
                }
            }
            Party::Outsider(id) => {
                let outsider = find::outsider_by_id(self.session, id)?;
                let class = Some(word(outsider.class.zh(), outsider.class.code()));
                Card { name: outsider.name, class, phone: phone(outsider.phone), ..card }
            }
        })
    }

    fn line(&self, at: usize, served: &Served) -> anyhow::Result<ServedLine> {
        let claim = &served.claim;
        let need = find::need_by_id(self.session, claim.need_id)?;
        let state = match &served.left {
            Some(left) => word(left.how.zh(), left.how.code()),
            None => word(claim.state.zh(), claim.state.code()),
        };
        Ok(ServedLine {
            at,
            day: claim.claimed_on.to_string(),
            need: needs::brief(self.session, &need)?,
            kind: publish::kind(need.kind),
            role: word(served.role.zh(), served.role.code()),
            state,
            outcome: self.outcome(served),
        })
    }

    /// When it was done and how, or when and why it was not.
    fn outcome(&self, served: &Served) -> String {
        let claim = &served.claim;
        let mut parts = Vec::new();
        if let Some(left) = &served.left {
            parts.extend([texts::left_on(left.left_on), self.masked(&left.reason)]);
        } else if let Some(ended) = claim.ended_on {
            parts.push(texts::left_on(ended));
            parts.extend(claim.reason.as_deref().map(|reason| self.masked(reason)));
        } else {
            parts.extend(claim.completed_on.map(texts::done_on));
            parts.extend(claim.outcome.as_deref().map(|outcome| self.masked(outcome)));
            parts.extend(claim.satisfaction.map(texts::satisfied));
            parts.extend(claim.feedback.as_deref().map(|words| self.masked(words)));
        }
        parts.join(crate::lang::semicolon())
    }

    fn masked(&self, text: &str) -> String {
        if self.reveal { privacy::mask_papers(text) } else { privacy::mask_private(text, &[]) }
    }
}
