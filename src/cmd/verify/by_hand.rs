//! `verify CODE...` and `verify --all`: one outcome for all needs.

use super::{Args, Document, Outcome, RefusedJson, answer};
use crate::desk::{Context, bulk, needs};
use crate::lang::{self, cmd as text, word};
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::model::words::Decision;
use crate::store::collect::decisions::{self, Decided, Verdict};
use crate::store::log::Change;
use crate::store::rows::NeedRow;
use crate::store::{export, find};

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    let Some((outcome, reason)) = outcome(&args.outcome)? else {
        return Err(stop(Exit::Usage, text::no_outcome()));
    };
    if !args.all && args.codes.is_empty() {
        return Err(stop(Exit::Usage, text::nothing_to_decide()));
    }
    let codes: Vec<&str> = args.codes.iter().map(Code::as_str).collect();
    let command = if args.all { format!("verify --all --{outcome}") } else { format!("verify {}", codes.join(" ")) };
    let store = context.open()?;
    if args.all && !args.dry_run {
        bulk::prepare(context, &store)?;
    }
    let mut change = store.change(context.new_entry(command.replace('_', "-")))?;
    let waiting: Vec<i64> = if args.all {
        export::collected_ids(change.session())?
    } else {
        needs::needs(change.session(), &args.codes)?.iter().map(|need| need.id).collect()
    };
    let mut verdict = Verdict {
        outcome,
        reason,
        kept: None,
        by: Some(args.by.clone().unwrap_or_else(|| context.operator.clone())),
        how: args.how.clone(),
        on: args.on.unwrap_or(context.today),
    };
    let mut document = Document::default();
    for id in waiting {
        let need = find::need_by_id(change.session(), id)?;
        decide(&mut change, &need, &mut verdict, args, &mut document)?;
    }
    answer(args, context, change, document)
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
                document.refused.push(RefusedJson { code: need.code.to_string(), reason });
                return Ok(());
            }
        }
    }
    match decisions::decide(change, need, verdict)? {
        Decided::Done(after) => {
            if decisions::is_own(need, verdict.by.as_deref()) {
                let reason = crate::lang::store::verifies_own(&need.code);
                document.notes.push(RefusedJson { code: need.code.to_string(), reason });
            }
            document.count(&after, verdict);
        }
        Decided::Already => {}
        Decided::Refused(refusal) => {
            let reason = lang::refusal::decision(&refusal);
            document.refused.push(RefusedJson { code: need.code.to_string(), reason });
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
