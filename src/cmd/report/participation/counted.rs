//! Who is in the claims of a report, by class and by the group of the need.

use std::collections::BTreeMap;

use super::{Check, Ground, Period, Wanted, needs};
use crate::figures::by_id::ById;
use crate::figures::participation::{ByClaimant, Figure, Part, Participation, count};
use crate::lang::{cmd, report as text, word};
use crate::model::facts::NeedFact;
use crate::model::words::{Claimant, MemberClass, OrgClass, OutsiderType, Role};
use crate::store::Session;
use crate::store::figures::{participation, people};

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
    ground: &Ground<'_>,
    wanted: Wanted,
    period: Period,
    group: Option<impl Fn(&NeedFact) -> i64>,
) -> anyhow::Result<Counted> {
    let (mut needs, mut claims, mut parts) = (ById::default(), ById::default(), Vec::new());
    let mut counted = Counted::default();
    if let Some(group) = &group {
        needs::each_wanted(ground, wanted, |need| needs.put(need.id, group(need)))?;
    }
    let parties = |conn: &Session| {
        let mut parties = Vec::new();
        participation::each_party(conn, |claim, who, role| parties.push((claim, who, role == Role::Lead)))?;
        Ok(parties)
    };
    let day = ground.day;
    let holding = move |conn: &Session| {
        let mut holding = Vec::new();
        let period = (period.from, period.until);
        participation::each_holding(conn, period, day, |claim, need, unnamed| holding.push((claim, need, unnamed)))?;
        Ok(holding)
    };
    let (parties, holding) = ground.at_once(parties, holding)?;
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
        people::each_class(ground.conn, *claimant, |id, class| {
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

/// Nobody leads more than is taken part in, nobody is counted without a claim, and the classes are the whole.
pub fn check(counted: &Counted, checks: &mut Vec<Check>) {
    for claimant in Claimant::ALL {
        let (name, of) = (word(claimant.zh(), claimant.code()), *claimant as usize);
        let mut sum = Figure::default();
        for (figure, (_, class)) in counted.classes[of].iter().zip(classes(*claimant)) {
            check_figure(&class, figure, checks);
            sum.distinct += figure.distinct;
            sum.taken_part += figure.taken_part;
            sum.lead += figure.lead;
        }
        let total = counted.total[of];
        check_figure(&name, &total, checks);
        for (what, sum, total) in [
            (text::distinct(), sum.distinct, total.distinct),
            (text::taken_part(), sum.taken_part, total.taken_part),
            (text::as_lead(), sum.lead, total.lead),
        ] {
            checks.push(Check::equal(format!("{name} {what} {}", text::sum_of_classes()), sum, cmd::total(), total));
        }
    }
    let lead = counted.total.iter().map(|figure| figure.lead).sum();
    checks.push(Check::at_most(text::as_lead(), lead, text::claims_made(), counted.claims.claims));
}

pub fn check_figure(name: &str, figure: &Figure, checks: &mut Vec<Check>) {
    for (what, count) in [(text::distinct(), figure.distinct), (text::as_lead(), figure.lead)] {
        checks.push(Check::at_most(format!("{name} {what}"), count, text::taken_part(), figure.taken_part));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cmd::report::Built;

    #[test]
    fn more_leads_than_claims_and_a_claimant_without_a_class_are_named() {
        let figure = Figure { distinct: 1, taken_part: 2, lead: 1 };
        let classes = Claimant::ALL.iter().map(|one| vec![Figure::default(); classes(*one).len()]);
        let classes: Vec<Vec<Figure>> = classes.collect();
        let mut counted = Counted {
            classes: classes.try_into().unwrap(),
            claims: Claims { claims: 2, ..Claims::default() },
            ..Counted::default()
        };
        (counted.total[0], counted.classes[0][0]) = (figure, figure);
        let refused = |counted: &Counted| {
            let mut built = Built::default();
            check(counted, &mut built.checks);
            built.checked().err().map(|cause| format!("{cause:#}")).unwrap_or_default()
        };
        assert_eq!(refused(&counted), "");
        counted.claims.claims = 0;
        assert!(refused(&counted).contains("认领件数"), "{}", refused(&counted));
        counted.classes[0][0] = Figure { lead: 3, ..figure };
        assert!(refused(&counted).contains("在职党员 其中牵头 3 大于 人次 2"), "{}", refused(&counted));
        counted.classes[0][0] = Figure::default();
        assert!(refused(&counted).contains("党员 人数/个数 各类之和 0 不等于 合计 1"), "{}", refused(&counted));
    }
}
