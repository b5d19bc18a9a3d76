//! `publish --decisions FILE`: the list of what is withheld, as it comes back. 通过 lets a need go to the wall: with other
//! words, with the consent that was asked for, or as it is; 退回 sends it back to be asked; 不通过 turns it down.

use serde::Serialize;

use super::Args;
use crate::desk::answer::EntryJson;
use crate::desk::list_args::{ListArgs, is_stream};
use crate::desk::list_json::FileJson;
use crate::desk::review::case;
use crate::desk::wall::Judge;
use crate::desk::{Context, lists};
use crate::intake::{self, Options};
use crate::lang::publish as texts;
use crate::model::day::Day;
use crate::model::draft::{DecisionDraft, Draft, Value};
use crate::model::exit::Exit;
use crate::model::fault::{FaultKind, Flaw};
use crate::model::fields::Field;
use crate::model::refusal::DecisionRefusal;
use crate::model::words::{Decision, ListKind, NeedState};
use crate::store::collect::decisions::{Decided, Verdict, decide, is_other};
use crate::store::collect::needs::unshow;
use crate::store::collect::{Import, Outcome, Taken};
use crate::store::find::{self, Orgs};
use crate::store::log::Change;
use crate::store::rows::NeedRow;
use crate::store::wall::{Ruling, ruled, send_back};

#[derive(Debug, Serialize)]
struct Document {
    files: Vec<FileJson>,
    entry: Option<EntryJson>,
}

pub fn run(file: &str, args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let list_args = ListArgs {
        files: vec![file.to_owned()],
        recursive: false,
        skip_unreadable: false,
        encoding: None,
        delimiter: None,
        quotes: intake::Quotes::default(),
        sheet: None,
        visible_only: false,
        map: None,
        save_map: false,
        ignore: Vec::new(),
        no_map: true,
        set: Vec::new(),
        ask: false,
        strict: false,
        strict_cells: false,
        verbose: false,
        rejects: is_stream(file).then(|| "-".to_owned()),
        dry_run: args.dry_run,
    };
    let store = context.open()?;
    let lists = list_args.open(ListKind::Decisions, Options::default(), &store)?;
    list_args.prepare_change(context, &store, &lists)?;
    let mut change = store.change(context.new_entry("publish --decisions"))?;
    let judge = Judge::load(change.session(), false, context.today)?;
    let mut import = Reviews { judge, today: context.today, operator: context.operator.clone() };
    let mut report = lists::import_all(&list_args, context, &lists, &mut change, &mut import)?;
    let head = lists::commit(&list_args, change, &mut report)?;
    report.print(context);
    report.print_counts(&list_args, context, head.is_some());
    if head.is_some() {
        context.note(texts::review_next());
    }
    let sheet = report.sheet(&list_args, &args.answer)?;
    let exit = report.exit();
    args.answer.write(&sheet, &Document { files: report.files, entry: EntryJson::of(head) }, context)?;
    Ok(exit)
}

struct Reviews {
    judge: Judge,
    today: Day,
    operator: String,
}

fn outcome(taken: Taken) -> Outcome {
    Outcome::of(taken)
}

fn faulty(field: Field, reason: DecisionRefusal) -> Outcome {
    outcome(Taken::Faulty(vec![Flaw::refused(field, reason)]))
}

impl Reviews {
    /// What a row that passes a need says besides.
    fn pass(&self, change: &mut Change<'_>, need: &NeedRow, draft: &DecisionDraft) -> anyhow::Result<Outcome> {
        let mut after = need.clone();
        if draft.values.get(Field::Consent) == Some(&Value::Flag(true)) {
            after = ruled(&after, &Ruling::Consents(true));
        }
        match draft.values.text(Field::Wording).map(str::trim).filter(|wording| !wording.is_empty()) {
            Some(wording) => after = ruled(&after, &Ruling::Reworded(wording.to_owned())),
            // Consent says nothing of the words: they are read as they are only where nothing else is answered.
            None if after == *need => after = ruled(&after, &Ruling::AsIs),
            None => {}
        }
        if let Some(case) = case(&self.judge, after.clone()) {
            let refusal = DecisionRefusal::StillWithheld { code: need.code.clone(), why: case.reason };
            return Ok(faulty(Field::Outcome, refusal));
        }
        change.update(need, &after)?;
        Ok(outcome(Taken::Updated))
    }
}

impl Import for Reviews {
    type Draft = DecisionDraft;

    fn of(draft: &mut Draft) -> Option<&mut DecisionDraft> {
        if let Draft::Decision(draft) = draft { Some(draft) } else { None }
    }

    fn take_draft(
        &mut self,
        change: &mut Change<'_>,
        draft: &mut DecisionDraft,
        _row: u32,
        _fingerprint: u32,
    ) -> anyhow::Result<Outcome> {
        let Some(need) = find::need(change.session(), &draft.code)? else {
            let why = FaultKind::Unknown { value: draft.code.to_string(), near: String::new() };
            return Ok(outcome(Taken::Faulty(vec![Flaw::of(Field::Code, why)])));
        };
        if let Some(flaw) = is_other(&need, draft) {
            return Ok(outcome(Taken::Faulty(vec![flaw])));
        }
        if draft.values.get(Field::Consent) == Some(&Value::Flag(false)) {
            return self.refused(change, &need, draft);
        }
        let Some(decided) = draft.outcome else {
            return Ok(outcome(Taken::Faulty(vec![Flaw::of(Field::Outcome, FaultKind::Missing)])));
        };
        self.rule(change, &need, draft, decided)
    }

    fn end_list(&mut self, _change: &mut Change<'_>) -> anyhow::Result<Vec<(u32, Flaw)>> {
        Ok(Vec::new())
    }

    fn orgs(&self) -> Option<&Orgs> {
        None
    }
}

impl Reviews {
    /// The wisher does not agree: whatever else the row decides, the need is on no wall any longer.
    fn refused(&self, change: &mut Change<'_>, need: &NeedRow, draft: &DecisionDraft) -> anyhow::Result<Outcome> {
        let after = ruled(need, &Ruling::Consents(false));
        change.update(need, &after)?;
        let taken_down = unshow(change, &after, self.today)?;
        let now = find::need_by_id(change.session(), need.id)?;
        let changed = if now == *need { Taken::Unchanged } else { Taken::Updated };
        let mut outcome = match draft.outcome {
            // Who has answered need not be asked again.
            Some(Decision::NeedsInfo) if need.number.is_some() => outcome(changed),
            Some(decided @ (Decision::NeedsInfo | Decision::Reject | Decision::Duplicate)) => {
                self.rule(change, &now, draft, decided)?
            }
            // That it passes then means that all else is well.
            Some(Decision::Pass) | None => outcome(changed),
        };
        outcome.warnings.extend(taken_down);
        Ok(outcome)
    }

    /// What is decided on a need that is withheld.
    fn rule(
        &self,
        change: &mut Change<'_>,
        need: &NeedRow,
        draft: &DecisionDraft,
        decided: Decision,
    ) -> anyhow::Result<Outcome> {
        let reason = draft.values.text(Field::Reason).map(str::to_owned);
        if need.state != NeedState::Verified || case(&self.judge, need.clone()).is_none() {
            // The list may be read twice.
            let is_done = matches!(
                (decided, need.state),
                (Decision::Pass, NeedState::Verified | NeedState::Published)
                    | (Decision::NeedsInfo, NeedState::NeedsInfo)
                    | (Decision::Reject, NeedState::Rejected)
            );
            let not_withheld = DecisionRefusal::NotWithheld { code: need.code.clone() };
            return Ok(if is_done { outcome(Taken::Unchanged) } else { faulty(Field::Outcome, not_withheld) });
        }
        match decided {
            Decision::Pass => self.pass(change, need, draft),
            Decision::NeedsInfo => {
                send_back(change, need, self.today, &reason.unwrap_or_else(texts::review_ask_reason))?;
                Ok(outcome(Taken::Updated))
            }
            Decision::Reject | Decision::Duplicate => {
                if reason.is_none() {
                    return Ok(outcome(Taken::Faulty(vec![Flaw::of(Field::Reason, FaultKind::Missing)])));
                }
                let by = Some(self.operator.clone());
                let verdict = Verdict {
                    outcome: Decision::Reject,
                    reason,
                    kept: None,
                    by,
                    how: need.verified_how.clone(),
                    on: self.today,
                };
                Ok(match decide(change, need, &verdict)? {
                    Decided::Done(_) => outcome(Taken::Updated),
                    Decided::Already => outcome(Taken::Unchanged),
                    Decided::Refused(refusal) => faulty(Field::Outcome, refusal),
                })
            }
        }
    }
}
