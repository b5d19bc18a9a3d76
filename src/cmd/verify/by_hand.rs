//! `verify CODE...` and `verify --all`: one outcome for all needs.

use std::sync::Arc;

use super::{Args, Document, Outcome, RefusedJson, answer};
use crate::desk::{Context, bulk, needs};
use crate::lang::{self, cmd as text, word};
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::model::words::Decision;
use crate::store::collect::decide_all::{Move, decide_all, each_collected};
use crate::store::collect::decisions::{self, Decided, Verdict};
use crate::store::log::Change;
use crate::store::rows::NeedRow;
use crate::store::{export, find, need_days};

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    let Some((outcome, reason)) = outcome(&args.outcome)? else {
        return Err(stop(Exit::Usage, text::no_outcome()));
    };
    if !args.all && args.codes.is_empty() && !args.file.is_given() {
        return Err(stop(Exit::Usage, text::nothing_to_decide()));
    }
    let codes = args.file.codes(&args.codes)?;
    let words: Vec<&str> = codes.iter().map(Code::as_str).collect();
    let command = if args.all { format!("verify --all --{outcome}") } else { format!("verify {}", words.join(" ")) };
    let store = context.open()?;
    if args.all && !args.dry_run {
        bulk::prepare(context, &store)?;
    }
    let mut change = store.change(context.new_entry(command.replace('_', "-")))?;
    let mut verdict = Verdict {
        outcome,
        reason,
        kept: None,
        by: Some(args.by.clone().unwrap_or_else(|| context.operator.clone())),
        how: args.how.clone(),
        on: args.on.unwrap_or(context.today),
    };
    let mut document = Document::default();
    if args.all && verdict.outcome != Decision::Duplicate {
        decide_on_all(&mut change, &verdict, &mut document)?;
        return answer(args, context, change, document);
    }
    let named: Vec<i64> = if args.all {
        export::collected_ids(change.session())?
    } else {
        needs::needs(change.session(), &codes)?.iter().map(|need| need.id).collect()
    };
    for id in named {
        let need = find::need_by_id(change.session(), id)?;
        decide(&mut change, &need, &mut verdict, args, &mut document)?;
    }
    answer(args, context, change, document)
}

/// One outcome for every need that waits: a city's are moved together.
fn decide_on_all(change: &mut Change<'_>, verdict: &Verdict, document: &mut Document) -> anyhow::Result<()> {
    let (reason, how) = (verdict.reason.as_deref().map(Arc::from), verdict.how.as_deref().map(Arc::from));
    let to = decisions::target(verdict.outcome);
    let mut moves = Vec::new();
    each_collected(change.session(), |need| {
        document.checked += 1;
        if let Some(early) = need_days::too_early(&need, verdict.on) {
            document.refuse_early(&early);
            return Ok(());
        }
        document.note_own(&need, verdict);
        document.count(&need, verdict);
        moves.push(Move { id: need.id, to, reason: reason.clone(), how: how.clone() });
        Ok(())
    })?;
    decide_all(change, &moves, verdict.by.as_deref().unwrap_or_default(), verdict.on)
}

fn decide(
    change: &mut Change<'_>,
    need: &NeedRow,
    verdict: &mut Verdict,
    args: &Args,
    document: &mut Document,
) -> anyhow::Result<()> {
    document.checked += 1;
    if let Some(code) = &args.outcome.duplicate_of {
        needs::need(change.session(), code)?;
        match decisions::kept(change, need, code)? {
            Ok(kept) => verdict.kept = Some(kept),
            Err(refusal) => {
                let reason = lang::refusal::decision(&refusal);
                document.refused.push(RefusedJson { code: need.code.to_string(), why: refusal.code(), reason });
                return Ok(());
            }
        }
    }
    match decisions::decide(change, need, verdict)? {
        Decided::Done(after) => {
            document.note_own(need, verdict);
            document.count(&after, verdict);
        }
        Decided::Already => {}
        Decided::Refused(refusal) => {
            let reason = lang::refusal::decision(&refusal);
            document.refused.push(RefusedJson { code: need.code.to_string(), why: refusal.code(), reason });
        }
    }
    Ok(())
}

/// The outcome that the flags give, with its reason.
fn outcome(flags: &Outcome) -> anyhow::Result<Option<(Decision, Option<String>)>> {
    let outcome = match flags {
        Outcome { pass: true, .. } => (Decision::Pass, None),
        Outcome { reject: Some(why), .. } => (Decision::Reject, Some(why)),
        Outcome { needs_info: Some(why), .. } => (Decision::NeedsInfo, Some(why)),
        Outcome { duplicate_of: Some(_), .. } => (Decision::Duplicate, None),
        _ => return Ok(None),
    };
    match outcome {
        (decision, Some(why)) if why.trim().is_empty() => {
            Err(stop(Exit::Usage, text::reason_empty(word(decision.zh(), decision.code()))))
        }
        (decision, why) => Ok(Some((decision, why.map(|why| why.trim().to_owned())))),
    }
}
