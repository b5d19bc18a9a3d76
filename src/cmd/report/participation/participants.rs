//! Who is in the claims of a report: counted by class, and by the group of the need.

use std::collections::BTreeMap;

use super::{Check, Period, ReportContext, Wanted, needs};
use crate::figures::by_id::ById;
use crate::figures::participation::{ByClaimant, Figure, Part, Participation, count};
use crate::lang::report::column;
use crate::lang::word;
use crate::model::facts::NeedFact;
use crate::model::words::{Claimant, MemberClass, OrgClass, OutsiderType, Role};
use crate::store::Session;
use crate::store::figures::people;

/// A group's claims, or all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Claims {
    pub claims: i64,
    /// People of "张三等10人" who are not named, and the claims that have such.
    pub unnamed: i64,
    pub with_unnamed: i64,
}

/// Who is in the claims of the report.
#[derive(Debug, Default)]
pub struct Counted {
    pub who: Participation,
    /// By class of members, of organisations, of outsiders.
    pub classes: [Vec<Figure>; 3],
    pub total: ByClaimant,
    pub claims_of: BTreeMap<i64, Claims>,
    pub claims: Claims,
    /// The class of each claimant, by its place.
    pub class_of: [ById<usize>; 3],
}

/// Streams needs, claims, parties and classes, each once; needs only where they matter.
pub fn counted(
    context: &ReportContext<'_>,
    wanted: Wanted,
    period: Period,
    group: Option<impl Fn(&NeedFact) -> i64>,
) -> anyhow::Result<Counted> {
    let (mut needs, mut claims, mut parts) = (ById::default(), ById::default(), Vec::new());
    let mut counted = Counted::default();
    if let Some(group) = &group {
        needs::each_wanted(context, wanted, |need| needs.put(need.id, group(need)))?;
    }
    let parties = |session: &Session| {
        let mut parties = Vec::new();
        people::each_party(session, |claim, who, role| parties.push((claim, who, role == Role::Lead)))?;
        Ok(parties)
    };
    let day = context.day;
    let holding = move |session: &Session| {
        let mut holding = Vec::new();
        let period = (period.from, period.until);
        people::each_holding(session, period, day, |claim, need, unnamed| holding.push((claim, need, unnamed)))?;
        Ok(holding)
    };
    let (parties, holding) = context.at_once(parties, holding)?;
    for (claim, need, unnamed) in holding {
        let Some(group) = (if group.is_some() { needs.get(need).copied() } else { Some(0) }) else { continue };
        claims.put(claim, group);
        for count in [&mut counted.claims, counted.claims_of.entry(group).or_default()] {
            count.claims += 1;
            count.unnamed += unnamed;
            count.with_unnamed += i64::from(unnamed > 0);
        }
    }
    for (claim, (claimant, id), lead) in parties {
        if let Some(group) = claims.get(claim) {
            parts.push(Part { claimant, id, group: *group, lead });
            let total = &mut counted.total[claimant as usize];
            total.taken_part += 1;
            total.lead += i64::from(lead);
        }
    }
    counted.who = count(parts);
    for claimant in Claimant::ALL {
        let (words, of) = (classes(*claimant), *claimant as usize);
        counted.classes[of] = vec![Figure::default(); words.len()];
        people::each_class(context.session, *claimant, |id, class| {
            if let Some(place) = words.iter().position(|(code, _)| *code == class) {
                counted.class_of[of].put(id, place);
            }
        })?;
    }
    for one in &counted.who.people {
        let of = one.claimant as usize;
        counted.total[of].distinct += 1;
        if let Some(figure) = counted.class_of[of].get(one.id).and_then(|class| counted.classes[of].get_mut(*class)) {
            figure.add(one);
        }
    }
    Ok(counted)
}

/// The classes of a kind of claimant: code, and the word for people.
pub fn classes(claimant: Claimant) -> Vec<(&'static str, String)> {
    let named = |zh: &'static str, code: &'static str| (code, word(zh, code));
    match claimant {
        Claimant::Member => MemberClass::ALL.iter().map(|one| named(one.zh(), one.code())).collect(),
        Claimant::Org => OrgClass::ALL.iter().map(|one| named(one.zh(), one.code())).collect(),
        Claimant::Outsider => OutsiderType::ALL.iter().map(|one| named(one.zh(), one.code())).collect(),
    }
}

/// Nobody leads more often than they take part, and nobody is counted without a claim.
pub fn checks(counted: &Counted) -> Vec<Check> {
    let mut checks = Vec::new();
    for claimant in Claimant::ALL {
        let of = *claimant as usize;
        for (figure, (_, class)) in counted.classes[of].iter().zip(classes(*claimant)) {
            checks.extend(figure_checks(&class, figure));
        }
        checks.extend(figure_checks(&word(claimant.zh(), claimant.code()), &counted.total[of]));
    }
    let lead = counted.total.iter().map(|figure| figure.lead).sum();
    checks.push(Check::at_most(column::as_lead(), lead, column::claims_made(), counted.claims.claims));
    checks
}

pub fn figure_checks(name: &str, figure: &Figure) -> [Check; 2] {
    [(column::distinct(), figure.distinct), (column::as_lead(), figure.lead)]
        .map(|(what, count)| Check::at_most(format!("{name} {what}"), count, column::taken_part(), figure.taken_part))
}
