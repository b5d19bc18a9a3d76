//! Evaluates verification rules: reads what they need to know of neighbouring needs, and renders an error in a rule
//! with a caret below its place.

use std::collections::HashMap;
use std::sync::Arc;

use crate::lang::rules as text;
use crate::model::exit::{Exit, stop};
use crate::model::fields::{self, Mask, Parse};
use crate::model::rule::Rules;
use crate::privacy;
use crate::rules;
use crate::similar::near_needs::{NeedText, Repeats, repeats};
use crate::store::Session;
use crate::store::neighbours::{self, Neighbour};
use crate::store::place::Places;
use crate::store::rules::{Asking, Fact, Failure, Known, Limits, Scope, Trouble, Wrong, speaks_of};

use super::Context;

/// Needs are near-duplicates from this similarity on, in thousandths.
pub const NEAR: u32 = 700;

/// Evaluates the rules of `file`. Errors: a rule that cannot be used (exit 3).
pub fn ask<T>(
    context: &Context,
    session: &Session,
    (file, rules): (&str, &Rules),
    (scope, limits): (&Scope, Limits),
    what: impl FnOnce(&Asking<'_>) -> anyhow::Result<Result<T, Trouble>>,
) -> anyhow::Result<T> {
    let known = Known { facts: Arc::new(facts(session, rules)?), is_private, in_reason };
    let asked = crate::store::rules::with(session, rules, (scope, &known), (context.today, limits), what)?;
    asked.map_err(|trouble| stop(Exit::Refused, trouble_text(file, rules, trouble)))
}

const OF_STANDING: &[&str] = &["household_others", "household_rank", "wisher_others", "repeat_wisher"];
const OF_NEAR: &[&str] = &["near_duplicate", "near_duplicate_of", "same_wisher"];

/// What rules can use of a need besides its own record, read only if a rule uses it.
fn facts(session: &Session, rules: &Rules) -> anyhow::Result<HashMap<i64, Fact>> {
    let (standing, near) = (speaks_of(rules, OF_STANDING), speaks_of(rules, OF_NEAR));
    if !standing && !near {
        return Ok(HashMap::new());
    }
    let all = neighbours::all(session, &Places::load(session)?)?;
    let standings = neighbours::standings(&all);
    let found = if near { near_ones(&all, NEAR, false, 1) } else { vec![Repeats::default(); all.len()] };
    let fact = |((need, standing), repeats): ((&Neighbour, _), &Repeats)| {
        let near = repeats.near.first();
        let near = near.map(|near| (all[near.earlier as usize].code.to_string(), near.same_wisher));
        (need.id, Fact { standing, near })
    };
    Ok(all.iter().zip(standings).zip(&found).map(fact).collect())
}

/// For each need the earlier ones with nearly the same text.
pub fn near_ones(all: &[Neighbour], at_least: u32, everywhere: bool, most: usize) -> Vec<Repeats> {
    let texts: Vec<NeedText<'_>> = all
        .iter()
        .map(|need| NeedText {
            kind: need.kind,
            text: &need.text,
            community: need.community,
            wisher: need.wisher,
            household: need.household,
        })
        .collect();
    repeats(&texts, at_least, everywhere, most)
}

fn is_private(text: &str, wisher: Option<&str>) -> bool {
    !privacy::scan(text, wisher.as_slice()).is_empty()
}

/// A field as reasons contain it. Others may read reasons: private fields are masked, money has two decimals.
fn in_reason(field: &str, value: &str) -> String {
    let def = fields::in_rules().into_iter().map(|(def, _)| def).find(|def| def.code == field);
    match def.map(|def| (def.mask, def.parse)) {
        Some((Mask::Address, _)) => privacy::mask_address(value),
        Some((_, Parse::Money)) => value.parse::<f64>().map_or_else(|_| value.to_owned(), |yuan| format!("{yuan:.2}")),
        _ => privacy::mask_text(value),
    }
}

/// The message for a rule that cannot be used.
fn trouble_text(file: &str, rules: &Rules, trouble: Trouble) -> String {
    let name = |rule: usize| rules.rules.get(rule).map_or("", |rule| rule.name.as_str());
    match trouble {
        Trouble::Slip { rule, at, wrong } => {
            let message = match wrong {
                Wrong::Field(field) => text::unknown_field(&field, rules::near(&field)),
                Wrong::Function(function) => text::not_allowed_function(function),
                Wrong::Table(table) => text::not_allowed_table(table),
                Wrong::NotAllowed => text::not_allowed(),
                Wrong::Says(message) => text::says(&message),
            };
            let Some(one) = rules.rules.get(rule) else { return message };
            rules::render_slip(file, &one.name, &one.when, one.when.written_at(at), &message)
        }
        Trouble::Failed { rule, failure } => {
            let message = match failure {
                Failure::TooBig => text::too_big(),
                Failure::Says(message) => message,
            };
            text::failed(file, name(rule), message)
        }
        Trouble::TooSlow { seconds } => text::too_slow(file, seconds),
    }
}
