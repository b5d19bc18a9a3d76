//! `verify --rules FILE`: the first rule that matches a need decides on it.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Args, DecisionJson, Document, FailOn, RefusedJson};
use crate::desk::answer::EntryJson;
use crate::desk::{Context, bulk, choose, finish, needs, place, ruling};
use crate::lang::rules as text;
use crate::lang::{cmd, word};
use crate::model::exit::Exit;
use crate::model::place::PlacePath;
use crate::model::rule::{Rules, Then};
use crate::model::words::NeedState;
use crate::output::{Cell, Sheet};
use crate::rules;
use crate::store::collect::decide_all::{Move, decide_all};
use crate::store::log::Change;
use crate::store::place::Places;
use crate::store::rules::{Limits, Ruled, Scope};
use crate::store::{need_days, setting};

pub fn run(args: &Args, file: &str, context: &Context) -> anyhow::Result<Exit> {
    let rules = rules::read(file)?;
    let store = context.open()?;
    if !args.dry_run {
        bulk::prepare(context, &store)?;
    }
    let place = args.place.as_ref().map(|place| choose::place(&store, place)).transpose()?;
    let mut change = store.change(context.new_entry("verify --rules"))?;
    let mut document = Document::default();
    let scope = scope(args, place.as_ref(), &change, &mut document)?;
    let limits = Limits::of_seconds(args.time_limit);
    let ruled = ruling::ask(context, change.session(), (file, &rules), (&scope, limits), |asking| asking.ruled())?;
    let mut batch = Batch::new(args, &rules)?;
    let early = match args.on {
        Some(on) => need_days::waiting_too_early(change.session(), on)?,
        None => HashMap::new(),
    };
    for one in ruled {
        if let Some(early) = early.get(&one.id) {
            document.checked += 1;
            document.held += 1;
            document.refuse_early(early);
            continue;
        }
        if args.limit.is_some_and(|limit| document.checked - document.held >= limit) {
            break;
        }
        batch.take(one, &mut document);
    }
    let by = args.by.as_deref().unwrap_or(&context.operator);
    decide_all(&mut change, &batch.moves, by, args.on.unwrap_or(context.today))?;
    let head = finish(change, args.dry_run)?;
    document.entry = EntryJson::of(head);
    print_counts(args, context, &document);
    let failed = document.failed(args) || !document.refused.is_empty();
    let sheet = sheet(&rules, &batch.counts);
    document.write(args, &sheet, context)?;
    Ok(if failed { Exit::Partly } else { Exit::Done })
}

/// The needs that the rules decide on. Given needs that do not wait for verification get a note.
fn scope(
    args: &Args,
    within: Option<&PlacePath>,
    change: &Change<'_>,
    document: &mut Document,
) -> anyhow::Result<Scope> {
    let session = change.session();
    let mut scope = Scope::default();
    if within.is_some() {
        let places = Places::load(session)?;
        let wider = place(&places, setting::office_place(session)?, within)?;
        scope.places = Some(places.ids().filter(|id| places.is_within(*id, wider)).collect());
    }
    if !args.only.is_empty() {
        let named = needs::needs(session, &args.only)?;
        for need in named.iter().filter(|need| need.state != NeedState::Collected) {
            let reason = text::not_waiting(&need.code, word(need.state.zh(), need.state.code()));
            document.notes.push(RefusedJson { code: need.code.to_string(), why: "wrong_state", reason });
        }
        scope.needs = Some(named.iter().map(|need| need.id).collect());
    }
    Ok(scope)
}

/// The decisions of the rules, to be stored, counted and listed.
struct Batch<'a> {
    rules: &'a Rules,
    /// How it was verified, by rule, and for needs that no rule matches.
    how: Vec<Arc<str>>,
    counts: Vec<u64>,
    moves: Vec<Move>,
    reason: Option<Arc<str>>,
    is_listed: bool,
}

impl<'a> Batch<'a> {
    fn new(args: &Args, rules: &'a Rules) -> anyhow::Result<Batch<'a>> {
        let how = |name: String| args.how.clone().unwrap_or_else(|| text::by_rule(name)).into();
        let names = rules.rules.iter().map(|rule| rule.name.clone()).chain([text::no_rule()]);
        let how: Vec<Arc<str>> = names.map(how).collect();
        let is_listed = args.answer.wants_document()?;
        Ok(Batch { rules, counts: vec![0; how.len()], how, moves: Vec::new(), reason: None, is_listed })
    }

    fn take(&mut self, ruled: Ruled, document: &mut Document) {
        let Ruled { id, code, rule, reason } = ruled;
        let place = rule.unwrap_or(self.rules.rules.len());
        let rule = self.rules.rules.get(place);
        let then = rule.map_or(self.rules.default, |rule| rule.then);
        self.counts[place] += 1;
        document.checked += 1;
        let to = match then {
            Then::Pass => Some((NeedState::Verified, &mut document.verified)),
            Then::Reject => Some((NeedState::Rejected, &mut document.rejected)),
            Then::NeedsInfo => Some((NeedState::NeedsInfo, &mut document.needs_info)),
            Then::Hold => None,
        };
        match to {
            Some((to, count)) => {
                *count += 1;
                // Most reasons equal that of the need before; they share one string.
                if self.reason.as_deref() != reason.as_deref() {
                    self.reason = reason.as_deref().map(Arc::from);
                }
                self.moves.push(Move { id, to, reason: self.reason.clone(), how: Some(Arc::clone(&self.how[place])) });
            }
            None => document.held += 1,
        }
        if self.is_listed {
            let name = rule.map(|rule| rule.name.clone());
            document.push(DecisionJson { code: code.to_string(), outcome: then.code(), rule: name, reason });
        }
    }
}

fn print_counts(args: &Args, context: &Context, document: &Document) {
    document.refused.iter().for_each(|refused| crate::desk::warn(&refused.reason));
    for note in &document.notes {
        context.note(&note.reason);
    }
    if document.checked == 0 {
        context.note(cmd::nothing_waits());
    } else {
        let Document { checked, verified, rejected, needs_info, held, .. } = document;
        context.note(text::rules_ran(checked, verified, rejected, needs_info, held));
    }
    if args.dry_run {
        context.note_dry_run();
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

/// The number of needs that each rule decided on.
fn sheet(rules: &Rules, counts: &[u64]) -> Sheet {
    let mut sheet = Sheet::new(text::ran_headers());
    let rest = (text::no_rule(), rules.default);
    let named = rules.rules.iter().map(|rule| (rule.name.clone(), rule.then)).chain([rest]);
    for ((name, then), count) in named.zip(counts) {
        let count = i64::try_from(*count).unwrap_or(i64::MAX);
        sheet.rows.push(vec![Cell::text_of(name), Cell::text_of(word(then.zh(), then.code())), Cell::Count(count)]);
    }
    sheet
}
