//! The cells of each kind of record, as a list of it has them.

use super::Kind;
use crate::lang::cmd as text;
use crate::model::field::Field;
use crate::model::phone::Phone;
use crate::model::words::{ClaimState, MemberClass, Role};
use crate::privacy;
use crate::store::Session;
use crate::store::claimant::{self, Party};
use crate::store::collect::{MASKED, extra_pairs};
use crate::store::place::Places;
use crate::store::registration::{self, Whose};
use crate::store::{claim, export, find};

/// Records being read for a list, from one moment of the office file.
pub struct Records<'a> {
    pub conn: &'a Session,
    pub places: Places,
    pub reveal: bool,
}

/// A record's cells by field, blank ones left out.
pub type Cells = Vec<(Field, String)>;

/// Cells, unknown columns and place of a record.
type Found = (Cells, Option<String>, Option<i64>);

/// A record as a list has it.
pub struct Record {
    pub cells: Cells,
    /// Columns that the office's lists had and we don't know.
    pub extra: Vec<(String, String)>,
    /// Where it belongs.
    pub place: Option<i64>,
}

impl Records<'_> {
    pub fn record(&self, kind: Kind, id: i64) -> anyhow::Result<Record> {
        let (cells, extra, place) = match kind {
            Kind::Wishes | Kind::Projects => self.need(id)?,
            Kind::Members => self.member(id)?,
            Kind::Orgs => self.org(id)?,
            Kind::Claims => self.claim(id)?,
        };
        let mut extra = extra_pairs(extra.as_deref())?;
        if !self.reveal {
            for (_, cell) in &mut extra {
                if privacy::looks_private(cell) {
                    *cell = MASKED.to_owned();
                }
            }
        }
        Ok(Record { cells, extra, place })
    }

    fn need(&self, id: i64) -> anyhow::Result<Found> {
        let need = find::need_by_id(self.conn, id)?;
        let mut cells = Row::default();
        cells.add(Field::Code, &need.code);
        cells.add(Field::Place, self.places.path(need.place_id));
        cells.some(Field::Title, &need.title);
        cells.some(Field::Content, &need.content);
        cells.some(Field::Wisher, &need.wisher);
        cells.some(Field::Phone, &self.phone(&need.phone));
        cells.some(Field::WisherClass, &need.wisher_class);
        cells.some(Field::Age, &need.age);
        cells.some(Field::Address, &self.address(&need.address));
        cells.some(Field::Household, &need.household);
        cells.some(Field::School, &need.school);
        cells.some(Field::Form, &need.form.map(|form| form.zh()));
        cells.some(Field::Theme, &need.theme.map(|theme| theme.zh()));
        cells.some(Field::Reason, &need.reason);
        cells.add(Field::Quantity, need.quantity);
        cells.some(Field::Budget, &need.budget_fen);
        cells.some(Field::Deadline, &need.deadline);
        cells.some(Field::CollectedOn, &need.collected_on);
        cells.some(Field::Collector, &need.collector);
        cells.some(Field::Channel, &need.channel);
        cells.some(Field::Consent, &need.consent.map(yes_no));
        cells.some(Field::Programme, &export::programme_name(self.conn, need.programme_id)?);
        cells.some(Field::Project, &need.project);
        cells.some(Field::Source, &need.source);
        cells.some(Field::ExternalId, &need.external_id);
        cells.some(Field::Proposer, &need.proposer);
        cells.some(Field::Beneficiaries, &need.beneficiaries);
        cells.some(Field::Note, &need.note);
        Ok((cells.0, need.extra, Some(need.place_id)))
    }

    fn member(&self, id: i64) -> anyhow::Result<Found> {
        let member = find::member_by_id(self.conn, id)?;
        let org = member.org_id.map(|org| find::org_by_id(self.conn, org)).transpose()?;
        let registered = registration::latest(self.conn, Whose::Member(id))?;
        let mut cells = Row::default();
        cells.add(Field::Code, &member.code);
        cells.add(Field::Name, &member.name);
        cells.some(Field::Id, &member.id_mask);
        cells.some(Field::Phone, &self.phone(&member.phone));
        if member.class != MemberClass::Unknown {
            cells.add(Field::Class, member.class.zh());
        }
        cells.some(Field::Org, &org.map(|org| org.name));
        let place = registered.as_ref().map(|row| row.place_id);
        if let Some(row) = registered {
            cells.add(Field::Place, self.places.path(row.place_id));
            cells.some(Field::RegisteredOn, &row.from_day);
            cells.some(Field::DeregisteredOn, &row.until_day);
        }
        cells.some(Field::Skills, &member.skills);
        cells.some(Field::Note, &member.note);
        Ok((cells.0, member.extra, place))
    }

    fn org(&self, id: i64) -> anyhow::Result<Found> {
        let org = find::org_by_id(self.conn, id)?;
        let parent = org.parent_id.map(|parent| find::org_by_id(self.conn, parent)).transpose()?;
        let mut cells = Row::default();
        cells.add(Field::Code, &org.code);
        cells.add(Field::Name, &org.name);
        cells.some(Field::ShortName, &org.short_name);
        cells.add(Field::Class, org.class.zh());
        cells.some(Field::Parent, &parent.map(|parent| parent.name));
        let registered = registration::latest(self.conn, Whose::Org(id))?;
        let place = registered.as_ref().map(|row| row.place_id);
        if let Some(row) = registered {
            cells.add(Field::Place, self.places.path(row.place_id));
            cells.some(Field::RegisteredOn, &row.from_day);
        }
        cells.some(Field::Contact, &org.contact);
        cells.some(Field::Phone, &self.phone(&org.phone));
        if org.exempt {
            cells.add(Field::Exempt, yes_no(true));
        }
        cells.some(Field::Note, &org.note);
        Ok((cells.0, org.extra, place))
    }

    fn claim(&self, id: i64) -> anyhow::Result<Found> {
        let claim = find::claim_by_id(self.conn, id)?;
        let need = find::need_by_id(self.conn, claim.need_id)?;
        let mut cells = Row::default();
        cells.add(Field::Code, &claim.code);
        cells.add(Field::Need, &need.code);
        cells.some(Field::Content, &need.content.or(need.title));
        cells.some(Field::Wisher, &need.wisher);
        let parties = claim::parties_of(self.conn, id)?;
        let mut names = Vec::new();
        for (party, _) in &parties {
            names.push(self.claimant_word(*party)?);
        }
        let mut names = names.join("、");
        if claim.unnamed > 0 {
            names = text::with_unnamed(names, parties.len() + claim.unnamed as usize);
        }
        cells.add(Field::Claimants, names);
        if let Some((Party::Member(lead), Role::Lead)) = parties.first() {
            let lead = find::member_by_id(self.conn, *lead)?;
            let org = lead.org_id.map(|org| find::org_by_id(self.conn, org)).transpose()?;
            cells.some(Field::Org, &org.map(|org| org.name));
        }
        let outsider = parties.iter().any(|(party, _)| matches!(party, Party::Outsider(_)));
        cells.some(Field::Mode, &claim.mode.or_else(|| outsider.then(|| "社会".to_owned())));
        cells.add(Field::Quantity, claim.quantity);
        cells.add(Field::ClaimedOn, claim.claimed_on);
        cells.some(Field::Deadline, &claim.deadline);
        cells.add(Field::State, claim_state(claim.state));
        cells.some(Field::CompletedOn, &claim.completed_on);
        cells.some(Field::LetterOn, &claim.letter_on);
        cells.some(Field::ApprovedOn, &claim.approved_on);
        cells.some(Field::Plan, &claim.plan_file);
        cells.some(Field::AcceptedOn, &claim.accepted_on);
        cells.some(Field::Leader, &claim.leader);
        cells.some(Field::Note, &claim.note);
        Ok((cells.0, claim.extra, None))
    }

    /// A member by name where that names one person, else by code; an organisation by its full name.
    fn claimant_word(&self, party: Party) -> anyhow::Result<String> {
        Ok(match party {
            Party::Member(id) => {
                let member = find::member_by_id(self.conn, id)?;
                let alone = find::members_by_name(self.conn, &member.name)?.len() == 1;
                if alone { member.name } else { member.code.to_string() }
            }
            Party::Org(id) => find::org_by_id(self.conn, id)?.name,
            Party::Outsider(_) => claimant::name(self.conn, party)?,
        })
    }

    fn phone(&self, phone: &Option<Phone>) -> Option<String> {
        phone.as_ref().map(|phone| if self.reveal { phone.to_string() } else { phone.masked() })
    }

    fn address(&self, address: &Option<String>) -> Option<String> {
        address.as_ref().map(|address| if self.reveal { address.clone() } else { privacy::mask_address(address) })
    }
}

/// The cells of a record, blank ones left out.
#[derive(Default)]
struct Row(Cells);

impl Row {
    fn add(&mut self, field: Field, cell: impl std::fmt::Display) {
        self.0.push((field, cell.to_string()));
    }

    fn some(&mut self, field: Field, cell: &Option<impl std::fmt::Display>) {
        if let Some(cell) = cell {
            self.add(field, cell);
        }
    }
}

/// The word of the claims list's table (design, section 5).
fn claim_state(state: ClaimState) -> &'static str {
    match state {
        ClaimState::Active => "已认领",
        ClaimState::Started => "办理中",
        ClaimState::Completed => "已完成",
        ClaimState::Confirmed => "已确认",
        ClaimState::Released => "退领",
        ClaimState::Revoked => "组织撤销",
    }
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "是" } else { "否" }
}
