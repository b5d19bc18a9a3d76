//! `verify --rules FILE`: the first rule that fits a need decides on it.

use super::{Args, DecisionJson, Document, FailOn, RefusedJson};
use crate::desk::answer::EntryJson;
use crate::desk::{Context, bulk, finish, needs, place, ruling};
use crate::lang::rules as text;
use crate::lang::{cmd, word};
use crate::model::exit::Exit;
use crate::model::rule::{Rules, Then};
use crate::model::words::{Decision, NeedState};
use crate::output::{Cell, Sheet};
use crate::rules;
use crate::store::collect::decisions::{self, Decided, Verdict};
use crate::store::find;
use crate::store::log::Change;
use crate::store::place::Places;
use crate::store::rules::{Ruled, Scope};
use crate::store::setting;

pub fn run(args: &Args, file: &str, context: &Context) -> anyhow::Result<Exit> {
    let rules = rules::read(file)?;
    let store = context.open()?;
    if !args.dry_run {
        bulk::before(context, &store)?;
    }
    let mut change = store.change(context.act("verify --rules"))?;
    let mut document = Document::default();
    let scope = scope(args, &change, &mut document)?;
    let ruled = ruling::ask(context, change.conn(), (file, &rules), &scope, |asking| asking.ruled())?;
    let mut counts = vec![0_u64; rules.rules.len() + 1];
    for one in ruled {
        if args.limit.is_some_and(|limit| document.checked - document.held >= limit) {
            break;
        }
        counts[one.rule.unwrap_or(rules.rules.len())] += 1;
        decide(&mut change, args, context, &rules, one, &mut document)?;
    }
    let head = finish(change, args.dry_run)?;
    document.entry = EntryJson::of(head);
    tell(args, context, &document);
    let failed = document.failed(args) || !document.refused.is_empty();
    let sheet = sheet(&rules, &counts);
    document.write(args, &sheet)?;
    Ok(if failed { Exit::Partly } else { Exit::Done })
}

/// The needs that are asked about; of those named the ones that do not wait are told.
fn scope(args: &Args, change: &Change<'_>, document: &mut Document) -> anyhow::Result<Scope> {
    let conn = change.conn();
    let mut scope = Scope::default();
    if args.place.is_some() {
        let places = Places::load(conn)?;
        let wider = place(&places, setting::office_place(conn)?, args.place.as_ref())?;
        scope.places = Some(places.ids().filter(|id| places.is_within(*id, wider)).collect());
    }
    if !args.only.is_empty() {
        let named = needs::needs(conn, &args.only)?;
        for need in named.iter().filter(|need| need.state != NeedState::Collected) {
            let reason = text::not_waiting(&need.code, word(need.state.zh(), need.state.code()));
            document.notes.push(RefusedJson { code: need.code.to_string(), reason });
        }
        scope.needs = Some(named.iter().map(|need| need.id).collect());
    }
    Ok(scope)
}

fn decide(
    change: &mut Change<'_>,
    args: &Args,
    context: &Context,
    rules: &Rules,
    ruled: Ruled,
    document: &mut Document,
) -> anyhow::Result<()> {
    let Ruled { id, rule, reason } = ruled;
    let rule = rule.map(|rule| &rules.rules[rule]);
    let then = rule.map_or(rules.default, |rule| rule.then);
    let name = rule.map(|rule| rule.name.clone());
    document.checked += 1;
    let outcome = match then {
        Then::Pass => Decision::Pass,
        Then::Reject => Decision::Reject,
        Then::NeedsInfo => Decision::NeedsInfo,
        Then::Hold => {
            document.held += 1;
            let code = find::need_by_id(change.conn(), id)?.code.to_string();
            document.push(DecisionJson { code, outcome: then.code(), rule: name, reason });
            return Ok(());
        }
    };
    let need = find::need_by_id(change.conn(), id)?;
    let verdict = Verdict {
        outcome,
        reason: reason.clone(),
        kept: None,
        by: Some(args.by.clone().unwrap_or_else(|| context.operator.clone())),
        how: args.how.clone().or_else(|| Some(text::by_rule(name.clone().unwrap_or_else(text::no_rule)))),
        on: args.on.unwrap_or(context.today),
    };
    match decisions::decide(change, &need, &verdict)? {
        Decided::Done(_) => {
            match outcome {
                Decision::Pass => document.verified += 1,
                Decision::Reject => document.rejected += 1,
                Decision::NeedsInfo => document.needs_info += 1,
                Decision::Duplicate => document.duplicate += 1,
            }
            document.push(DecisionJson { code: need.code.to_string(), outcome: then.code(), rule: name, reason });
        }
        Decided::Already => {}
        Decided::Refused(reason) => document.refused.push(RefusedJson { code: need.code.to_string(), reason }),
    }
    Ok(())
}

fn tell(args: &Args, context: &Context, document: &Document) {
    for refused in &document.refused {
        crate::desk::tell(&refused.reason);
    }
    for note in &document.notes {
        context.say(&note.reason);
    }
    if document.checked == 0 {
        context.say(cmd::nothing_waits());
    } else {
        let Document { checked, verified, rejected, needs_info, held, .. } = document;
        context.say(text::rules_ran(checked, verified, rejected, needs_info, held));
    }
    if args.dry_run {
        context.say(cmd::dry_run());
    }
}

impl Document {
    fn failed(&self, args: &Args) -> bool {
        args.fail_on.iter().any(|on| match on {
            FailOn::Reject => self.rejected > 0,
            FailOn::Hold => self.held > 0,
        })
    }
}

/// How many needs each rule decided on.
fn sheet(rules: &Rules, counts: &[u64]) -> Sheet {
    let mut sheet = Sheet::new(text::ran_heads());
    let rest = (text::no_rule(), rules.default);
    let named = rules.rules.iter().map(|rule| (rule.name.clone(), rule.then)).chain([rest]);
    for ((name, then), count) in named.zip(counts) {
        let count = i64::try_from(*count).unwrap_or(i64::MAX);
        sheet.rows.push(vec![Cell::text_of(name), Cell::text_of(word(then.zh(), then.code())), Cell::Count(count)]);
    }
    sheet
}
