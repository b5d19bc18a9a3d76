//! `report satisfaction`: what residents said of the claims that were confirmed.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::built::{Built, Check};
use super::ground::Ground;
use super::needs::{By, Groups, Wanted};
use super::shared::Shared;
use crate::figures::by_id::ById;
use crate::figures::satisfaction::Scores;
use crate::lang::{cmd, comma, report as text};
use crate::model::day::Day;
use crate::model::words::{ClaimState, NeedKind};
use crate::output::report::{ChartKind, Section};
use crate::output::{Cell, Sheet, Total};
use crate::privacy;
use crate::store::figures::needs as stored;
use crate::store::figures::satisfaction::{each_claimant, each_scored};

/// Scores up to this one are low, unless --low says otherwise.
const LOW: u8 = 2;

#[derive(Debug, Default, clap::Args, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Args {
    /// What the figures are grouped by; by default the level below the office
    #[arg(long, value_name = "GROUP")]
    pub by: Option<By>,
    /// Only claims of wishes, or only of projects
    #[arg(long, value_name = "KIND")]
    pub kind: Option<NeedKind>,
    /// Claims with this score or a lower one are listed; by default 2
    #[arg(long, value_name = "SCORE", value_parser = clap::value_parser!(u8).range(1..=5))]
    pub low: Option<u8>,
    #[command(flatten)]
    #[serde(flatten)]
    pub shared: Shared,
}

#[derive(Serialize)]
struct GroupJson {
    place: String,
    #[serde(flatten)]
    scores: ScoresJson,
}

/// `mean` and `rate` are null where nothing has a score.
#[derive(Serialize)]
struct ScoresJson {
    confirmed: i64,
    scored: i64,
    mean: Option<f64>,
    /// How many have each score, 1 first.
    scores: [i64; 5],
    /// Those with 4 or 5.
    content: i64,
    rate: Option<f64>,
}

#[derive(Serialize)]
struct ScoredJson {
    claim: String,
    need: String,
    place: String,
    claimants: String,
    confirmed_on: Option<Day>,
    score: Option<i64>,
    note: Option<String>,
}

pub fn build(args: &Args, ground: &Ground<'_>) -> anyhow::Result<Built> {
    let campaign = args.shared.campaign.as_ref().and(ground.campaign.as_ref());
    let wanted = Wanted { kind: args.kind, campaign: campaign.map(|campaign| campaign.id), words: true };
    let groups = Groups::new(args.by.unwrap_or(By::of_level(ground.level_below())), ground)?;
    let (mut counted, mut total, is_wanted) = (ById::default(), Scores::default(), wanted.among(ground));
    let mut found: BTreeMap<i64, Scores> = BTreeMap::new();
    stored::each_confirmed(ground.conn, |one| {
        if is_wanted(&one.need) && one.claim.state_on(ground.day) == Some(ClaimState::Confirmed) {
            counted.put(one.id, ());
            total.add(one.satisfaction);
            found.entry(groups.key(&one.need)).or_default().add(one.satisfaction);
        }
    })?;
    let mut rows: Vec<(String, Scores)> = found.into_iter().map(|(key, scores)| (groups.name(key), scores)).collect();
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    let low_score = i64::from(args.low.unwrap_or(LOW));
    let low = claims(ground, Some(low_score), &counted)?;
    let mut built = Built { title: text::satisfaction_title(ground.day), ..Built::default() };
    check(&rows, &total, &mut built.checks);
    check_low(&low, low_score, &total, &mut built.checks);
    built.sections = vec![scores_section(&rows, &total), claims_section(text::low_name(low_score), &low)];
    if args.shared.form.answer.opens_to_rows()? {
        let all = claims(ground, None, &counted)?;
        let listed = i64::try_from(all.len()).unwrap_or(i64::MAX);
        built.checks.push(Check::equal(text::scores_name(), listed, text::confirmed_claims(), total.confirmed));
        built.sections.push(claims_section(text::scores_name(), &all).as_detail());
    }
    built.key("as_of", ground.day.to_string())?;
    built.key("campaign", campaign.map(|campaign| &campaign.name))?;
    let json = |(place, scores): (String, Scores)| GroupJson { place, scores: scores_json(&scores) };
    built.key("groups", rows.into_iter().map(json).collect::<Vec<_>>())?;
    built.key("total", scores_json(&total))?;
    built.key("low_score", low_score)?;
    built.key("low", &low)?;
    built.rules.push(text::satisfaction_rule(ground.day));
    Ok(built)
}

/// The claims among those counted whose score is at most `low`, or all of them; the lowest first.
fn claims(ground: &Ground<'_>, low: Option<i64>, counted: &ById<()>) -> anyhow::Result<Vec<ScoredJson>> {
    let mut claimants: HashMap<i64, Vec<String>> = HashMap::new();
    each_claimant(ground.conn, low, |claim, name| {
        if counted.get(claim).is_some() {
            claimants.entry(claim).or_default().push(name);
        }
    })?;
    let mut claims = Vec::new();
    each_scored(ground.conn, low, |claim| {
        if counted.get(claim.id).is_none() {
            return;
        }
        let names = claimants.remove(&claim.id).unwrap_or_default();
        let all = i64::try_from(names.len()).unwrap_or(i64::MAX).saturating_add(claim.unnamed);
        let names = names.join(comma());
        claims.push(ScoredJson {
            claim: claim.code.to_string(),
            need: claim.need.to_string(),
            place: ground.places.path(claim.place),
            claimants: if claim.unnamed > 0 { cmd::with_unnamed(names, all) } else { names },
            confirmed_on: claim.confirmed_on,
            score: claim.score,
            note: claim.note.as_deref().map(privacy::mask_text),
        });
    })?;
    Ok(claims)
}

/// What is scored is confirmed, the distribution is what is scored, and the groups are the whole.
fn check(rows: &[(String, Scores)], total: &Scores, checks: &mut Vec<Check>) {
    let whole = cmd::total();
    for (name, scores) in rows.iter().map(|(name, scores)| (name, scores)).chain([(&whole, total)]) {
        let scored = format!("{name} {}", text::scored());
        checks.push(Check::at_most(scored, scores.scored, text::confirmed_claims(), scores.confirmed));
        let spread = format!("{name} {}", text::sum_of_scores());
        checks.push(Check::equal(spread, scores.by_score.iter().sum(), text::scored(), scores.scored));
    }
    let mut sum = Scores::default();
    rows.iter().for_each(|(_, scores)| sum.absorb(scores));
    let counts = |scores: &Scores| [&[scores.confirmed, scores.scored][..], &scores.by_score].concat();
    let names = [text::confirmed_claims(), text::scored()].into_iter().chain((1..=5).map(text::score));
    for (name, (sum, total)) in names.zip(counts(&sum).into_iter().zip(counts(total))) {
        checks.push(Check::equal(format!("{name} {}", text::sum_of_parts()), sum, &whole, total));
    }
}

/// The list is what the distribution says.
fn check_low(low: &[ScoredJson], low_score: i64, total: &Scores, checks: &mut Vec<Check>) {
    let listed = i64::try_from(low.len()).unwrap_or(i64::MAX);
    let counted = (1..).zip(total.by_score).filter(|(score, _)| *score <= low_score).map(|(_, count)| count).sum();
    checks.push(Check::equal(text::low_name(low_score), listed, text::sum_of_scores(), counted));
}

fn scores_section(rows: &[(String, Scores)], total: &Scores) -> Section {
    let sheet = Sheet::new(text::satisfaction_heads()).sums([1, 2]).sums(4..=9).total(10, Total::Share(9, 2));
    let whole = cmd::total();
    let rows = rows.iter().map(|(name, scores)| (name, scores)).chain([(&whole, total)]);
    let rows = rows.map(|(name, scores)| {
        let mut row = vec![Cell::text_of(name), Cell::Count(scores.confirmed), Cell::Count(scores.scored)];
        row.push(Cell::Mean(scores.mean()));
        row.extend(scores.by_score.map(Cell::Count));
        row.push(Cell::Count(scores.content()));
        row.push(Cell::Rate(scores.rate()));
        row
    });
    let sheet = Sheet { rows: rows.collect(), ..sheet };
    Section::new(text::satisfaction_name(), sheet).with_total().with_chart(ChartKind::Stacked, 0, &[4, 5, 6, 7, 8])
}

fn claims_section(name: String, claims: &[ScoredJson]) -> Section {
    let mut sheet = Sheet::new(text::low_heads());
    for one in claims {
        sheet.rows.push(vec![
            Cell::text_of(&one.claim),
            Cell::text_of(&one.need),
            Cell::text_of(&one.place),
            Cell::text_of(&one.claimants),
            Cell::from(one.confirmed_on.map(|day| day.to_string())),
            one.score.map_or(Cell::Blank, Cell::Count),
            Cell::from(one.note.clone()),
        ]);
    }
    Section::new(name, sheet)
}

fn scores_json(scores: &Scores) -> ScoresJson {
    ScoresJson {
        confirmed: scores.confirmed,
        scored: scores.scored,
        mean: scores.mean(),
        scores: scores.by_score,
        content: scores.content(),
        rate: scores.rate(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_are_not_the_whole_and_scores_without_claims_are_named() {
        let mut scores = Scores::default();
        [None, Some(2), Some(5)].into_iter().for_each(|score| scores.add(score));
        let refused = |rows: &[(String, Scores)], total: &Scores| {
            let mut built = Built::default();
            check(rows, total, &mut built.checks);
            built.checked().err().map(|cause| format!("{cause:#}"))
        };
        let row = |scores| ("金花街道".to_owned(), scores);
        assert_eq!(refused(&[row(scores)], &scores), None);
        assert_eq!(refused(&[], &Scores::default()), None);
        assert!(refused(&[row(scores), row(scores)], &scores).is_some_and(|told| told.contains("已确认")));
        let none_confirmed = Scores { confirmed: 1, ..scores };
        assert!(refused(&[row(none_confirmed)], &none_confirmed).is_some_and(|told| told.contains("金花街道 已评分")));
        let lost = Scores { by_score: [0, 1, 0, 0, 0], ..scores };
        assert!(refused(&[row(lost)], &lost).is_some_and(|told| told.contains("各分之和")));
    }
}
