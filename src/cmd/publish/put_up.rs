//! Needs put up one by one, as their codes were given: each answer says what became of it.

use super::making::Making;
use super::{Args, Document, WithheldJson};
use crate::desk::Context;
use crate::desk::wall::Judge;
use crate::lang::cmd as text;
use crate::lang::refusal::not_verified;
use crate::model::words::NeedState;
use crate::store::log::Change;
use crate::store::need_days;
use crate::store::rows::NeedRow;
use crate::store::wall::{self, Numbers};

/// Publishes the given needs; withholds those that may not be public.
pub fn named(
    change: &mut Change<'_>,
    args: &Args,
    named: Vec<NeedRow>,
    making: &Making,
    context: &Context,
    document: &mut Document,
) -> anyhow::Result<()> {
    let mut numbers = Numbers::load(change)?;
    let judge = Judge::load(change.session(), args.consent.is_some(), context.today)?;
    for stored in named {
        let code = stored.code.to_string();
        let need = wall::worded(&stored, args.wording.as_deref().map(str::trim), args.as_is);
        if let (NeedState::Published, Some(refused)) = (need.state, judge.withheld(&need)) {
            // A need on the wall keeps its text until the new one may be public.
            document.withheld.push(WithheldJson::of(code, refused));
            continue;
        }
        change.update(&stored, &need)?;
        match need.state {
            NeedState::Published if need.wording != stored.wording => context.note(text::reworded(&code)),
            NeedState::Published => context.note(text::already_published(&code)),
            NeedState::Verified => match judge.withheld(&need) {
                Some(refused) => document.withheld.push(WithheldJson::of(code, refused)),
                None => match need_days::too_early(&need, making.on) {
                    Some(early) => document.refuse_early(&early),
                    None => {
                        let after = wall::publish(change, &mut numbers, &need, making.on, args.consent.as_deref())?;
                        document.published.add(&after);
                    }
                },
            },
            _ => {
                let why = not_verified(&need.code, need.state);
                document.refused.push(WithheldJson::new(code, "wrong_state", why));
            }
        }
    }
    Ok(())
}
