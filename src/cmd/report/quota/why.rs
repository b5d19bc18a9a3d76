//! `--why`: which claims of a member or an organisation count, which don't, and why.

use serde::Serialize;
use serde_json::Value;

use super::Analysis;
use super::ReportContext;
use super::{Args, QuotaRow, code_of, name_of, nobody, quotas_of};
use crate::desk::names;
use crate::lang::report::{self as text, column};
use crate::lang::{cmd, word};
use crate::model::day::Day;
use crate::model::words::{Claimant, Counting, Joint, MemberClass, OrgClass, Role};
use crate::output::Cell;
use crate::output::report::{Column, Columns, Readers, Section};
use crate::privacy;
use crate::store::figures::people::{self as stored, InClaim, Left, Registered};
use crate::store::{claim, find};

#[derive(Serialize)]
struct WhyJson {
    quota: String,
    code: String,
    name: String,
    /// Whether this one owes anything to the quota.
    owes: bool,
    met: bool,
    counted: usize,
    /// The reason as a word.
    why: &'static str,
    reason: String,
    registrations: Vec<Value>,
    claims: Vec<Value>,
}

/// A claim, and why it does not count if it doesn't.
struct ClaimRow {
    claim: InClaim,
    against: Option<Against>,
}

/// Why a claim does not count: as a word, and in words.
type Against = (&'static str, String);

/// A registration, and whether it counts.
struct RegistrationRow {
    place: String,
    from: Option<Day>,
    until: Option<Day>,
    counts: bool,
}

/// Whom `--why` names.
struct Who {
    claimant: Claimant,
    id: i64,
    code: String,
    name: String,
    class: String,
    /// The class as people read it.
    class_name: String,
    exempt: bool,
}

pub fn build(args: &Args, wanted: &str, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
    let (campaign, as_of) = (context.campaign()?, context.day_of_campaign()?);
    let found = stored::named(context.session, wanted.trim())?;
    if found.is_empty() {
        return Err(nobody(wanted, &names::near_to(context.session, wanted)?));
    }
    let title = text::why_title(wanted, &campaign.name, as_of);
    let mut analysis = Analysis::of_day(title, as_of, Some(campaign))?;
    let mut why = Vec::new();
    for (claimant, id) in found {
        let who = who(context, claimant, id)?;
        for quota in quotas_of(args, context)?.iter().filter(|quota| quota.claimant == claimant) {
            why.push(one(&who, quota, context, &mut analysis)?);
        }
    }
    analysis.key("why", why)?;
    analysis.rules.push(cmd::as_of_line(&campaign.name, campaign.from_day, campaign.until_day, as_of));
    Ok(analysis)
}

fn who(context: &ReportContext<'_>, claimant: Claimant, id: i64) -> anyhow::Result<Who> {
    Ok(match claimant {
        Claimant::Org => {
            let org = find::org_by_id(context.session, id)?;
            let class: OrgClass = org.class;
            Who {
                claimant,
                id,
                code: org.code.to_string(),
                name: org.name,
                class: class.code().to_owned(),
                class_name: word(class.zh(), class.code()),
                exempt: org.exempt,
            }
        }
        Claimant::Member | Claimant::Outsider => {
            let member = find::member_by_id(context.session, id)?;
            let class: MemberClass = member.class;
            Who {
                claimant,
                id,
                code: member.code.to_string(),
                name: member.name,
                class: class.code().to_owned(),
                class_name: word(class.zh(), class.code()),
                exempt: false,
            }
        }
    })
}

fn one(who: &Who, quota: &QuotaRow, context: &ReportContext<'_>, analysis: &mut Analysis) -> anyhow::Result<WhyJson> {
    let (campaign, as_of) = (context.campaign()?, context.day_of_campaign()?);
    let registrations: Vec<RegistrationRow> = stored::registrations(context.session, who.claimant, who.id)?
        .into_iter()
        .map(|one| RegistrationRow {
            place: context.places.path(one.place),
            from: one.from,
            until: one.until,
            counts: counts_on(&one, as_of),
        })
        .collect();
    let is_registered = registrations.iter().any(|one| one.counts);
    let (from, last) = (campaign.from_day, as_of.min(campaign.until_day));
    let outside = outside(who, quota, is_registered, as_of);
    let mut claims: Vec<ClaimRow> = stored::claims(context.session, who.claimant, who.id)?
        .into_iter()
        .map(|claim| ClaimRow { against: against(&claim, quota, from, last).or_else(|| outside.clone()), claim })
        .collect();
    for (claim, left) in stored::left(context.session, who.claimant, who.id)? {
        let against = Some(against_left(&claim, left, context)?);
        claims.push(ClaimRow { claim, against });
    }
    let counted = claims.iter().filter(|row| row.against.is_none()).count();
    let enough = i64::try_from(counted)? >= quota.at_least;
    let owes = outside.is_none();
    let (why, reason) = match outside {
        Some(outside) => outside,
        None if enough => ("met", text::why_met(counted, quota.at_least)),
        None => ("unmet", text::why_unmet(counted, quota.at_least)),
    };
    let claims = claims_section(text::why_who(name_of(quota), &who.code, &who.name, &reason), &claims);
    let registrations = registrations_section(text::registrations_of(&who.name), &registrations);
    let why = WhyJson {
        why,
        quota: code_of(quota),
        code: who.code.clone(),
        name: who.name.clone(),
        owes,
        met: owes && enough,
        counted,
        reason,
        registrations: registrations.items(),
        claims: claims.items(),
    };
    analysis.sections.extend([claims, registrations]);
    Ok(why)
}

/// Why somebody owes nothing of a quota, so that no claim counts towards it.
fn outside(who: &Who, quota: &QuotaRow, is_registered: bool, as_of: Day) -> Option<Against> {
    if who.exempt {
        Some(("exempt", text::why_exempt()))
    } else if who.class != quota.class {
        Some(("other_class", text::why_class(&who.class_name)))
    } else {
        (!is_registered).then(|| ("unregistered", text::why_unregistered(as_of)))
    }
}

fn counts_on(registration: &Registered, day: Day) -> bool {
    registration.from.is_none_or(|from| from <= day) && registration.until.is_none_or(|until| until > day)
}

/// Why a claim does not count, if it doesn't.
fn against(claim: &InClaim, quota: &QuotaRow, from: Day, last: Day) -> Option<Against> {
    let state = word(claim.state.zh(), claim.state.code());
    let held = claim.state.holds() || claim.ended_on.is_some_and(|ended| ended > last);
    if claim.need_kind != quota.need_kind {
        return Some(("other_kind", text::against_kind(word(claim.need_kind.zh(), claim.need_kind.code()))));
    }
    if !held {
        return Some(("ended", text::against_state(state)));
    }
    // One that ended later was done where it has the day.
    let is_done = claim.state.is_done() || (!claim.state.holds() && claim.completed_on.is_some());
    if quota.counting == Counting::Completed && !is_done {
        return Some(("not_done", text::against_not_done(state)));
    }
    if claim.claimed_on < from {
        return Some(("too_early", text::against_early(claim.claimed_on, from)));
    }
    if claim.claimed_on > last {
        return Some(("too_late", text::against_late(claim.claimed_on, last)));
    }
    if quota.counting == Counting::Completed && claim.completed_on.is_some_and(|day| day > last) {
        let day = claim.completed_on.map_or_else(|| "—".to_owned(), |day| day.to_string());
        return Some(("done_too_late", text::against_done_late(day, last)));
    }
    (quota.joint == Joint::Lead && claim.role == Role::Joint).then(|| ("joint", text::against_joint()))
}

/// That somebody else goes on with the claim, and who.
fn against_left(claim: &InClaim, Left { how, on }: Left, context: &ReportContext<'_>) -> anyhow::Result<Against> {
    let names = claim::party_names(context.session, claim.id)?;
    Ok((how.code(), text::against_left(on, word(how.zh(), how.code()), names)))
}

fn content_of(claim: &InClaim) -> String {
    let content = [claim.title.as_deref(), claim.content.as_deref()];
    privacy::mask_private(&content.into_iter().flatten().collect::<Vec<_>>().join("："), &[])
}

fn claims_section(title: String, claims: &[ClaimRow]) -> Section {
    let columns: Columns<ClaimRow> = vec![
        Column::text("claim", column::claim()).of(|row: &ClaimRow| Cell::text_of(row.claim.code.to_string())),
        Column::text("need", column::need()).of(|row: &ClaimRow| Cell::text_of(row.claim.need.to_string())),
        Column::text("content", column::content()).of(|row: &ClaimRow| Cell::text_of(content_of(&row.claim))),
        Column::day("claimed_on", column::claimed_on()).of(|row: &ClaimRow| Cell::day(Some(row.claim.claimed_on))),
        Column::text("state", column::state())
            .of(|row: &ClaimRow| Cell::word(row.claim.state.zh(), row.claim.state.code())),
        Column::text("role", column::role())
            .of(|row: &ClaimRow| Cell::word(row.claim.role.zh(), row.claim.role.code())),
        Column::text("counts", column::counts()).of(|row: &ClaimRow| Cell::yes_or_no(row.against.is_none())),
        Column::text("reason", column::reason())
            .of(|row: &ClaimRow| Cell::text_of(row.against.as_ref().map_or("", |(_, reason)| reason.as_str()))),
        Column { readers: Readers::Programs, ..Column::text("why", "") }
            .of(|row: &ClaimRow| row.against.as_ref().map_or(Cell::Blank, |(why, _)| Cell::text_of(*why))),
    ]
    .into();
    columns.section("claims", title, claims)
}

fn registrations_section(title: String, registrations: &[RegistrationRow]) -> Section {
    let columns: Columns<RegistrationRow> = vec![
        Column::place("place", column::registered_at()).of(|row: &RegistrationRow| Cell::text_of(row.place.as_str())),
        Column::day("from", column::registered_on()).of(|row: &RegistrationRow| Cell::day(row.from)),
        Column::day("until", column::deregistered_on()).of(|row: &RegistrationRow| Cell::day(row.until)),
        Column::text("counts", column::counts()).of(|row: &RegistrationRow| Cell::yes_or_no(row.counts)),
    ]
    .into();
    columns.section("registrations", title, registrations)
}
