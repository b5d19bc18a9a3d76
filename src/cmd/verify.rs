//! `verify`: decides on needs, by hand or from a returned list.

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::list_args::ListArgs;
use crate::desk::lists;
use crate::desk::told::{FileJson, WarningJson};
use crate::desk::{Context, bulk, finish, needs};
use crate::intake::{Encoding, Options, WantedSheet};
use crate::lang::{cmd as text, word};
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::words::{Decision, ListKind, NeedState};
use crate::output::{Cell, Sheet};
use crate::store::collect::decisions::{self, Decided, DecisionImport, Verdict};
use crate::store::log::{Change, Head};
use crate::store::rows::NeedRow;
use crate::store::{export, find};

/// Decide which needs are real and fit
///
/// Codes, or --all that wait; one of --pass, --reject, --needs-info or --duplicate-of. Or a list with decisions, as it
/// came back from those who phoned and visited: heads 编号, 结果, 理由, 核实人, 核实方式, 核实日期.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The needs: codes, public codes or wall numbers
    #[arg(value_name = "CODE", required_unless_present_any = ["all", "decisions"], conflicts_with_all = ["all", "decisions"])]
    pub codes: Vec<Code>,
    /// Every need that waits for verification
    #[arg(long, conflicts_with = "decisions")]
    pub all: bool,
    #[command(flatten)]
    pub outcome: Outcome,
    /// A list of decisions; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["pass", "reject", "needs_info", "duplicate_of"])]
    pub decisions: Option<String>,
    /// Who verified, where it was not the operator
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// How it was verified: 电话, 入户, 窗口
    #[arg(long, value_name = "HOW")]
    pub how: Option<String>,
    /// The day it was verified, where it was not today
    #[arg(long, value_name = "DAY")]
    pub on: Option<Day>,
    /// The list's encoding, where it cannot be told
    #[arg(long, value_name = "ENCODING", requires = "decisions")]
    pub encoding: Option<Encoding>,
    /// The workbook's sheet that is the list, or all that fit, each a list of its own
    #[arg(long, value_name = "NAME|all", requires = "decisions")]
    pub sheet: Option<WantedSheet>,
    /// All or nothing: with a fault in any row of the list nothing changes
    #[arg(long, requires = "decisions")]
    pub strict: bool,
    /// Where faulty rows of the list go instead of FILE.rejects.csv
    #[arg(long, value_name = "FILE", requires = "decisions")]
    pub rejects: Option<String>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Clone, clap::Args)]
#[group(multiple = false)]
pub struct Outcome {
    /// They are real and fit
    #[arg(long)]
    pub pass: bool,
    /// They are not taken up, and why
    #[arg(long, value_name = "WHY")]
    pub reject: Option<String>,
    /// They go back to be completed, and with what
    #[arg(long, value_name = "WHY")]
    pub needs_info: Option<String>,
    /// They are the same as this need, which is kept; their claims move there
    #[arg(long, value_name = "CODE")]
    pub duplicate_of: Option<Code>,
}

#[derive(Debug, Default, Serialize)]
struct Document {
    checked: u64,
    verified: u64,
    rejected: u64,
    needs_info: u64,
    duplicate: u64,
    held: u64,
    decisions: Vec<DecisionJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    refused: Vec<RefusedJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<FileJson>,
    warnings: Vec<WarningJson>,
    entry: Option<EntryJson>,
}

#[derive(Debug, Serialize)]
struct DecisionJson {
    code: String,
    outcome: &'static str,
    /// A rule's name; nothing where a person decided.
    rule: Option<String>,
    reason: Option<String>,
}

#[derive(Debug, Serialize)]
struct RefusedJson {
    code: String,
    reason: String,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    if let Some(day) = args.on.filter(|day| *day > context.today) {
        return Err(stop(Exit::Usage, text::day_in_future(day)));
    }
    match &args.decisions {
        Some(file) => from_list(args, file, context),
        None => by_hand(args, context),
    }
}

fn by_hand(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    let Some((outcome, reason)) = outcome(&args.outcome)? else {
        return Err(stop(Exit::Usage, text::no_outcome()));
    };
    let codes: Vec<&str> = args.codes.iter().map(Code::as_str).collect();
    let command = if args.all { format!("verify --all --{outcome}") } else { format!("verify {}", codes.join(" ")) };
    let store = context.open()?;
    if args.all && !args.dry_run {
        bulk::before(context, &store)?;
    }
    let mut change = store.change(context.act(command.replace('_', "-")))?;
    let waiting: Vec<i64> = if args.all {
        export::need_ids_in(change.conn(), NeedState::Collected)?
    } else {
        needs::needs(change.conn(), &args.codes)?.iter().map(|need| need.id).collect()
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
        let need = find::need_by_id(change.conn(), id)?;
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
        needs::need(change.conn(), code)?;
        match decisions::kept(change, need, code)? {
            Ok(kept) => verdict.kept = Some(kept),
            Err(reason) => {
                document.refused.push(RefusedJson { code: need.code.to_string(), reason });
                return Ok(());
            }
        }
    }
    match decisions::decide(change, need, verdict)? {
        Decided::Done(after) => document.count(&after, verdict),
        Decided::Already => {}
        Decided::Refused(reason) => document.refused.push(RefusedJson { code: need.code.to_string(), reason }),
    }
    Ok(())
}

fn from_list(args: &Args, file: &str, context: &Context) -> anyhow::Result<Exit> {
    let list_args = ListArgs {
        files: vec![file.to_owned()],
        encoding: args.encoding,
        delimiter: None,
        sheet: args.sheet.clone(),
        map: None,
        save_map: false,
        // What the office adds to a list of decisions is for its own eyes.
        no_map: true,
        set: Vec::new(),
        ask: false,
        strict: args.strict,
        rejects: args.rejects.clone(),
        dry_run: args.dry_run,
    };
    let store = context.open()?;
    let lists = list_args.open(ListKind::Decisions, Options::default(), &store)?;
    list_args.before_change(context, &store, &lists)?;
    let mut change = store.change(context.act("verify --decisions"))?;
    let today = args.on.unwrap_or(context.today);
    let mut import = DecisionImport::begin(today, args.by.as_deref().unwrap_or(&context.operator));
    let mut report = lists::take_all(&list_args, context, &lists, &mut change, &mut import)?;
    let mut document = Document::default();
    for (need, verdict) in &import.decided {
        document.count(need, verdict);
    }
    let head = lists::commit(&list_args, change, &mut report)?;
    report.tell(context);
    report.say_counts(&list_args, context, head.is_some());
    document.checked = report.files.iter().map(|file| file.rows).sum();
    document.entry = EntryJson::of(head);
    let sheet = report.sheet(&list_args);
    let rejected = report.rejected();
    document.files = report.files;
    document.warnings = report.warnings;
    args.answer.write(&sheet, &document)?;
    Ok(if rejected > 0 { Exit::Partly } else { Exit::Done })
}

impl Document {
    fn count(&mut self, need: &NeedRow, verdict: &Verdict) {
        match verdict.outcome {
            Decision::Pass => self.verified += 1,
            Decision::Reject => self.rejected += 1,
            Decision::NeedsInfo => self.needs_info += 1,
            Decision::Duplicate => self.duplicate += 1,
        }
        self.decisions.push(DecisionJson {
            code: need.code.to_string(),
            outcome: verdict.outcome.code(),
            rule: None,
            reason: verdict.reason.clone(),
        });
    }

    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(text::verify_heads());
        let counts = [self.checked, self.verified, self.rejected, self.needs_info, self.duplicate];
        sheet.rows.push(counts.iter().map(|count| Cell::Count(i64::try_from(*count).unwrap_or(i64::MAX))).collect());
        sheet
    }
}

fn answer(args: &Args, context: &Context, change: Change<'_>, mut document: Document) -> anyhow::Result<Exit> {
    let head: Option<Head> = finish(change, args.dry_run)?;
    document.entry = EntryJson::of(head);
    for refused in &document.refused {
        crate::desk::tell(&refused.reason);
    }
    if document.decisions.is_empty() && document.refused.is_empty() {
        context.say(if document.checked > 0 { text::already_decided() } else { text::nothing_waits() });
    }
    if args.dry_run {
        context.say(text::dry_run());
    }
    args.answer.write(&document.sheet(), &document)?;
    Ok(if document.refused.is_empty() { Exit::Done } else { Exit::Partly })
}

/// The outcome that the flags name, with its reason.
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
