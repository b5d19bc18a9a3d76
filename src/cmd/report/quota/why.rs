//! `--why`: which claims of a member or an organisation count, which don't, and why.

use serde::Serialize;

use super::Built;
use super::Ground;
use super::{Args, QuotaRow, name_of, nobody, quotas_of};
use crate::desk::names;
use crate::lang::{cmd, report as text, word, yes_or_no};
use crate::model::day::Day;
use crate::model::words::{Claimant, Counting, Joint, MemberClass, OrgClass, Role};
use crate::output::report::Section;
use crate::output::{Cell, Sheet};
use crate::privacy;
use crate::store::figures::why::{self as stored, InClaim, Registered};
use crate::store::find;

#[derive(Serialize)]
struct WhyJson {
    quota: String,
    code: String,
    name: String,
    /// Whether the quota asks anything of this one.
    owes: bool,
    met: bool,
    counted: usize,
    reason: String,
    registrations: Vec<RegistrationJson>,
    claims: Vec<ClaimJson>,
}

#[derive(Serialize)]
struct RegistrationJson {
    place: String,
    from: Option<String>,
    until: Option<String>,
    counts: bool,
}

#[derive(Serialize)]
struct ClaimJson {
    claim: String,
    need: String,
    content: String,
    claimed_on: String,
    state: &'static str,
    role: &'static str,
    counts: bool,
    reason: String,
}

/// Who is asked about.
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

pub fn build(args: &Args, wanted: &str, ground: &Ground<'_>) -> anyhow::Result<Built> {
    let (campaign, as_of) = (ground.campaign()?, ground.day_of_campaign()?);
    let found = stored::named(ground.conn, wanted.trim())?;
    if found.is_empty() {
        return Err(nobody(wanted, &names::near_to(ground.conn, wanted)?));
    }
    let mut built = Built { title: text::why_title(wanted, &campaign.name, as_of), ..Built::default() };
    let mut told = Vec::new();
    for (claimant, id) in found {
        let who = who(ground, claimant, id)?;
        for quota in quotas_of(args, ground)?.iter().filter(|quota| quota.claimant == claimant) {
            told.push(one(&who, quota, ground, &mut built)?);
        }
    }
    built.key("as_of", as_of.to_string())?;
    built.key("campaign", &campaign.name)?;
    built.key("why", told)?;
    built.rules.push(cmd::as_of_line(&campaign.name, campaign.from_day, campaign.until_day, as_of));
    Ok(built)
}

fn who(ground: &Ground<'_>, claimant: Claimant, id: i64) -> anyhow::Result<Who> {
    Ok(match claimant {
        Claimant::Org => {
            let org = find::org_by_id(ground.conn, id)?;
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
            let member = find::member_by_id(ground.conn, id)?;
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

fn one(who: &Who, quota: &QuotaRow, ground: &Ground<'_>, built: &mut Built) -> anyhow::Result<WhyJson> {
    let (campaign, as_of) = (ground.campaign()?, ground.day_of_campaign()?);
    let registrations = stored::registrations(ground.conn, who.claimant, who.id)?;
    let is_registered = registrations.iter().any(|one| counts_on(one, as_of));
    let (from, last) = (campaign.from_day, as_of.min(campaign.until_day));
    let claims: Vec<(InClaim, Option<String>)> = stored::claims(ground.conn, who.claimant, who.id)?
        .into_iter()
        .map(|claim| {
            let against = against(&claim, quota, from, last);
            (claim, against)
        })
        .collect();
    let counted = claims.iter().filter(|(_, against)| against.is_none()).count();
    let enough = i64::try_from(counted)? >= quota.at_least;
    let owes = who.class == quota.class && !who.exempt && is_registered;
    let reason = if who.exempt {
        text::why_exempt()
    } else if who.class != quota.class {
        text::why_class(&who.class_name)
    } else if !is_registered {
        text::why_unregistered(as_of)
    } else if enough {
        text::why_met(counted, quota.at_least)
    } else {
        text::why_unmet(counted, quota.at_least)
    };
    let title = text::why_who(name_of(quota), &who.code, &who.name, &reason);
    built.sections.push(Section::new(title, claims_sheet(&claims)));
    built
        .sections
        .push(Section::new(text::registrations_of(&who.name), registrations_sheet(&registrations, as_of, ground)));
    Ok(WhyJson {
        quota: name_of(quota),
        code: who.code.clone(),
        name: who.name.clone(),
        owes,
        met: owes && enough,
        counted,
        reason,
        registrations: registrations.iter().map(|one| registration_json(one, as_of, ground)).collect(),
        claims: claims.into_iter().map(|(claim, against)| claim_json(claim, against)).collect(),
    })
}

fn counts_on(registration: &Registered, day: Day) -> bool {
    registration.from.is_none_or(|from| from <= day) && registration.until.is_none_or(|until| until > day)
}

/// Why a claim does not count, if it doesn't.
fn against(claim: &InClaim, quota: &QuotaRow, from: Day, last: Day) -> Option<String> {
    let state = word(claim.state.zh(), claim.state.code());
    if claim.need_kind != quota.need_kind {
        return Some(text::against_kind(word(claim.need_kind.zh(), claim.need_kind.code())));
    }
    if !claim.state.holds() {
        return Some(text::against_state(state));
    }
    if quota.counting == Counting::Completed && !claim.state.is_done() {
        return Some(text::against_not_done(state));
    }
    if claim.claimed_on < from {
        return Some(text::against_early(claim.claimed_on, from));
    }
    if claim.claimed_on > last {
        return Some(text::against_late(claim.claimed_on, last));
    }
    if quota.counting == Counting::Completed && claim.completed_on.is_none_or(|day| day > last) {
        let day = claim.completed_on.map_or_else(|| "—".to_owned(), |day| day.to_string());
        return Some(text::against_done_late(day, last));
    }
    (quota.joint == Joint::Lead && claim.role == Role::Joint).then(text::against_joint)
}

fn content_of(claim: &InClaim) -> String {
    let content = [claim.title.as_deref(), claim.content.as_deref()];
    privacy::mask_text(&content.into_iter().flatten().collect::<Vec<_>>().join("："))
}

fn claims_sheet(claims: &[(InClaim, Option<String>)]) -> Sheet {
    let mut sheet = Sheet::new(text::why_heads());
    for (claim, against) in claims {
        sheet.rows.push(vec![
            Cell::text_of(claim.code.to_string()),
            Cell::text_of(claim.need.to_string()),
            Cell::text_of(content_of(claim)),
            Cell::text_of(claim.claimed_on.to_string()),
            Cell::text_of(word(claim.state.zh(), claim.state.code())),
            Cell::text_of(word(claim.role.zh(), claim.role.code())),
            Cell::text_of(yes_or_no(against.is_none())),
            Cell::text_of(against.clone().unwrap_or_default()),
        ]);
    }
    sheet
}

fn registrations_sheet(registrations: &[Registered], as_of: Day, ground: &Ground<'_>) -> Sheet {
    let mut sheet = Sheet::new(text::registration_heads());
    let day = |day: Option<Day>| Cell::text_of(day.map_or_else(String::new, |day| day.to_string()));
    for one in registrations {
        sheet.rows.push(vec![
            Cell::text_of(ground.places.path(one.place)),
            day(one.from),
            day(one.until),
            Cell::text_of(yes_or_no(counts_on(one, as_of))),
        ]);
    }
    sheet
}

fn registration_json(one: &Registered, as_of: Day, ground: &Ground<'_>) -> RegistrationJson {
    RegistrationJson {
        place: ground.places.path(one.place),
        from: one.from.map(|day| day.to_string()),
        until: one.until.map(|day| day.to_string()),
        counts: counts_on(one, as_of),
    }
}

fn claim_json(claim: InClaim, against: Option<String>) -> ClaimJson {
    ClaimJson {
        content: content_of(&claim),
        claim: claim.code.to_string(),
        need: claim.need.to_string(),
        claimed_on: claim.claimed_on.to_string(),
        state: claim.state.code(),
        role: claim.role.code(),
        counts: against.is_none(),
        reason: against.unwrap_or_default(),
    }
}
