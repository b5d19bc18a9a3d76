//! `report satisfaction`: the scores that residents gave to the claims that were confirmed.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::analysis::Analysis;
use super::checks::Check;
use super::context::ReportContext;
use super::name::Name;
use super::needs::{By, Scope, Wanted};
use super::shared::Shared;
use crate::desk::values;
use crate::figures::by_id::ById;
use crate::figures::satisfaction::Scores;
use crate::lang::report::{self as text, column};
use crate::lang::{cmd, comma};
use crate::model::day::Day;
use crate::model::words::{ClaimState, NeedKind};
use crate::output::Cell;
use crate::output::report::{Chart, ChartKind, Column, Columns, Section};
use crate::privacy;
use crate::store::claimant::Named;
use crate::store::figures::needs as stored;
use crate::store::figures::satisfaction::{each_claimant, each_scored};

/// Scores up to this one are low, unless --low is given.
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

type Group = (Name, Scores);

/// A claim with the score that it was given.
struct ScoredClaim {
    id: i64,
    claim: String,
    need: String,
    place: String,
    claimants: String,
    /// The same for programs, of the claims that JSON lists.
    people: Vec<Named>,
    confirmed_on: Option<Day>,
    score: Option<i64>,
    note: Option<String>,
}

pub fn build(args: &Args, context: &ReportContext<'_>) -> anyhow::Result<Analysis> {
    let Scope { wanted, groups } = Scope::new(args.by, args.kind, context)?;
    let is_wanted = Wanted { words: true, ..wanted }.among(context);
    let (mut counted, mut total) = (ById::default(), Scores::default());
    let mut found: BTreeMap<i64, Scores> = BTreeMap::new();
    stored::each_confirmed(context.session, |one| {
        if is_wanted(&one.need) && one.claim.state_on(context.day) == Some(ClaimState::Confirmed) {
            counted.put(one.id, ());
            total.add(one.satisfaction);
            found.entry(groups.key(&one.need)).or_default().add(one.satisfaction);
        }
    })?;
    let mut groups: Vec<Group> = found.into_iter().map(|(key, scores)| (groups.name(key), scores)).collect();
    groups.sort_by(|one, other| one.0.cmp(&other.0));
    let low_score = i64::from(args.low.unwrap_or(LOW));
    let low = claims(context, Some(low_score), &counted)?;
    let mut analysis =
        Analysis::of_day(text::satisfaction_title(context.day_of_needs()), context.day, context.given_campaign())?;
    analyse(&groups, &total, low_score, &low, &mut analysis)?;
    analysis.rules.push(text::satisfaction_rule(context.day));
    if args.shared.form.answer.opens_to_rows()? {
        let all = claims(context, None, &counted)?;
        let listed = i64::try_from(all.len()).unwrap_or(i64::MAX);
        analysis.checks.push(Check::equal(text::scores_name(), listed, column::confirmed(), total.confirmed));
        analysis.sections.push(claims_section("claims", text::scores_name(), &all).as_detail());
    }
    Ok(analysis)
}

fn analyse(
    groups: &[Group],
    total: &Scores,
    low_score: i64,
    low: &[ScoredClaim],
    analysis: &mut Analysis,
) -> anyhow::Result<()> {
    let total = (Name::total(), *total);
    analysis.checks.extend(groups.iter().chain([&total]).flat_map(checks));
    let columns = score_columns();
    let scores = columns.section("groups", text::satisfaction_name(), groups).with_total(columns.cells(&total));
    let low_claims = claims_section("low", text::low_name(low_score), low);
    let listed = i64::try_from(low.len()).unwrap_or(i64::MAX);
    let counted = (1..).zip(total.1.by_score).filter(|(score, _)| *score <= low_score).map(|(_, count)| count).sum();
    analysis.checks.push(Check::equal(text::low_name(low_score), listed, text::sum_of_scores(), counted));
    analysis.key("groups", scores.items())?;
    analysis.key("total", scores.total())?;
    analysis.key("low_score", low_score)?;
    analysis.key("low", low_claims.items())?;
    let chart = Chart::new(ChartKind::Stacked, "place", &["scores[]"]);
    analysis.sections = vec![scores.with_chart(chart), low_claims];
    Ok(())
}

/// The claims among those counted whose score is at most `low`, or all of them; the lowest first.
fn claims(context: &ReportContext<'_>, low: Option<i64>, counted: &ById<()>) -> anyhow::Result<Vec<ScoredClaim>> {
    let mut claimants: HashMap<i64, Vec<String>> = HashMap::new();
    each_claimant(context.session, low, |claim, name| {
        if counted.get(claim).is_some() {
            claimants.entry(claim).or_default().push(name);
        }
    })?;
    let mut claims = Vec::new();
    each_scored(context.session, low, |claim| {
        if counted.get(claim.id).is_none() {
            return;
        }
        let names = claimants.remove(&claim.id).unwrap_or_default();
        let all = i64::try_from(names.len()).unwrap_or(i64::MAX).saturating_add(claim.unnamed);
        let names = names.join(comma());
        claims.push(ScoredClaim {
            id: claim.id,
            people: Vec::new(),
            claim: claim.code.to_string(),
            need: claim.need.to_string(),
            place: context.places.path(claim.place),
            claimants: if claim.unnamed > 0 { cmd::with_unnamed(names, all) } else { names },
            confirmed_on: claim.confirmed_on,
            score: claim.score,
            note: claim.note.as_deref().map(|note| privacy::mask_private(note, &[])),
        });
    })?;
    for claim in claims.iter_mut().filter(|_| low.is_some()) {
        claim.people = values::claimants(context.session, claim.id)?;
    }
    Ok(claims)
}

/// What is scored is confirmed, and the distribution is what is scored.
fn checks((name, scores): &Group) -> [Check; 2] {
    let (scored, spread) = (format!("{name} {}", column::scored()), format!("{name} {}", text::sum_of_scores()));
    [
        Check::at_most(scored, scores.scored, column::confirmed(), scores.confirmed),
        Check::equal(spread, scores.by_score.iter().sum(), column::scored(), scores.scored),
    ]
}

fn score_columns() -> Columns<Group> {
    let count =
        |column: Column, of: fn(&Scores) -> i64| column.sum().of(move |group: &Group| Cell::Count(of(&group.1)));
    let mut columns = vec![
        Column::place("place", column::group()).of_items().of(|group: &Group| group.0.cell()),
        count(Column::count("confirmed", column::confirmed()), |scores| scores.confirmed),
        count(Column::count("scored", column::scored()), |scores| scores.scored),
        Column::mean("mean", column::mean()).of(|group: &Group| Cell::Mean(group.1.mean())),
    ];
    columns.extend(Scores::default().by_score.iter().enumerate().map(|(at, _)| {
        Column::count("scores[]", column::score(at + 1))
            .sum()
            .of(move |group: &Group| Cell::Count(group.1.by_score[at]))
    }));
    columns.extend([
        count(Column::count("content", column::content_scores()), Scores::content),
        Column::rate("rate", column::content_rate())
            .share("content", "scored")
            .of(|group: &Group| Cell::Rate(group.1.rate())),
    ]);
    columns.into()
}

fn claims_section(key: &'static str, title: String, claims: &[ScoredClaim]) -> Section {
    let columns: Columns<ScoredClaim> = vec![
        Column::text("claim", column::claim()).of(|one: &ScoredClaim| Cell::text_of(one.claim.as_str())),
        Column::text("need", column::need()).of(|one: &ScoredClaim| Cell::text_of(one.need.as_str())),
        Column::place("place", column::place()).of(|one: &ScoredClaim| Cell::text_of(one.place.as_str())),
        Column::text("claimants", column::claimants())
            .of(|one: &ScoredClaim| Cell::coded(one.claimants.as_str(), json!(one.people))),
        Column::day("confirmed_on", column::confirmed_on()).of(|one: &ScoredClaim| Cell::day(one.confirmed_on)),
        Column::count("score", column::satisfaction()).of(|one: &ScoredClaim| Cell::count_or_blank(one.score)),
        Column::text("note", column::note()).of(|one: &ScoredClaim| Cell::from(one.note.clone())),
    ]
    .into();
    columns.section(key, title, claims)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_are_not_the_whole_and_scores_without_claims_are_refused() {
        let mut scores = Scores::default();
        [None, Some(2), Some(5)].into_iter().for_each(|score| scores.add(score));
        let low = || ScoredClaim {
            id: 1,
            people: Vec::new(),
            claim: String::new(),
            need: String::new(),
            place: String::new(),
            claimants: String::new(),
            confirmed_on: None,
            score: Some(2),
            note: None,
        };
        let refused = |groups: &[Group], total: &Scores, low: &[ScoredClaim]| {
            let mut analysis = Analysis::default();
            analyse(groups, total, 2, low, &mut analysis).unwrap();
            analysis.checked().err().map(|cause| format!("{cause:#}"))
        };
        let group = |scores| (Name::own("金花街道"), scores);
        assert_eq!(refused(&[group(scores)], &scores, &[low()]), None);
        assert_eq!(refused(&[], &Scores::default(), &[]), None);
        let contains = |message: Option<String>, text: &str| message.is_some_and(|message| message.contains(text));
        assert!(contains(refused(&[group(scores), group(scores)], &scores, &[low()]), "已确认"));
        let none_confirmed = Scores { confirmed: 1, ..scores };
        assert!(contains(refused(&[group(none_confirmed)], &none_confirmed, &[low()]), "金花街道 已评分"));
        let lost = Scores { by_score: [0, 1, 0, 0, 0], ..scores };
        assert!(contains(refused(&[group(lost)], &lost, &[low()]), "各分之和"));
        assert!(contains(refused(&[group(scores)], &scores, &[]), "2 分及以下"));
    }
}
