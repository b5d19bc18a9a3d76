//! `verify`: decides on needs, by hand, by rules or from a returned list.

mod by_hand;
mod decisions;
mod export;
mod near;
mod rules;
mod walk;

use std::path::PathBuf;

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::codes::CodesFileArgs;
use crate::desk::list_json::{FileJson, WarningJson};
use crate::desk::{Context, ask, finish};
use crate::intake::{Encoding, Quotes, WantedSheet};
use crate::lang::cmd as text;
use crate::lang::values;
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::place::PlacePath;
use crate::model::refusal::TooEarly;
use crate::model::words::Decision;
use crate::output::{Cell, Sheet};
use crate::privacy;
use crate::store::collect::decisions::{Verdict, is_own, text_of};
use crate::store::log::{Change, Head};
use crate::store::rows::NeedRow;

/// Decide which needs are real and suitable
///
/// Give codes, or --all for all that wait, and one of --pass, --reject, --needs-info or --duplicate-of. Or --rules, for
/// a nightly batch: the first rule that matches a need decides on it; `rules test` tries them first, `rules fields`
/// lists what they may use. Or --decisions, a list filled in by those who phoned and visited: headers 编号, 结果, 理由, 核实人,
/// 核实方式, 核实日期; --export writes such a list. --near-duplicates shows needs that repeat an earlier one, side by side.
///
/// On a terminal, without any of these, the needs that wait are shown one by one, the most urgent and the oldest first;
/// one key decides.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("what").args(["codes", "from_file", "all", "rules", "decisions", "export", "near_duplicates"])))]
#[command(group(clap::ArgGroup::new("of_rules").args(["only", "limit", "fail_on", "time_limit"]).multiple(true)
    .conflicts_with_all(["codes", "from_file", "all", "decisions", "export", "near_duplicates"])))]
#[command(group(clap::ArgGroup::new("of_decisions")
    .args(["encoding", "sheet", "quotes", "visible_only", "strict", "rejects"]).multiple(true)
    .conflicts_with_all(["codes", "from_file", "all", "rules", "export", "near_duplicates"])))]
#[command(group(clap::ArgGroup::new("of_near").args(["everywhere", "at_least"]).multiple(true)
    .conflicts_with_all(["codes", "from_file", "all", "rules", "decisions", "export"])))]
#[command(group(clap::ArgGroup::new("of_deciding").args(["by", "how", "on", "dry_run"]).multiple(true)
    .conflicts_with_all(["export", "near_duplicates"])))]
#[command(group(clap::ArgGroup::new("by_list").args(["rules", "decisions", "export", "near_duplicates"])
    .conflicts_with_all(["pass", "reject", "needs_info", "duplicate_of"])))]
pub struct Args {
    /// The needs: codes, public codes or wall numbers
    #[arg(value_name = "CODE")]
    pub codes: Vec<Code>,
    #[command(flatten)]
    pub file: CodesFileArgs,
    /// Every need that waits for verification
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub outcome: Outcome,
    /// A file of rules
    #[arg(long, value_name = "FILE")]
    pub rules: Option<String>,
    /// A list of decisions; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<String>,
    /// Write what waits as a list to print or send, to be read back with --decisions: xlsx with words to choose from,
    /// or CSV
    #[arg(long, value_name = "FILE")]
    pub export: Option<PathBuf>,
    /// Show phones and addresses in full, in the list or on the terminal; give the reason
    #[arg(long, value_name = "REASON", conflicts_with_all = ["codes", "from_file", "all", "rules", "decisions", "near_duplicates"])]
    pub reveal: Option<String>,
    /// Show needs that nearly repeat an earlier one of the same household, wisher or community
    #[arg(long)]
    pub near_duplicates: bool,
    /// Also compare with other communities
    #[arg(long, requires = "near_duplicates")]
    pub everywhere: bool,
    /// How similar the two texts must be, from 0 to 1
    #[arg(long, value_name = "SHARE", requires = "near_duplicates", default_value = "0.7", value_parser = share)]
    pub at_least: u32,
    /// Only needs in this place
    #[arg(long, value_name = "PLACE", conflicts_with_all = ["codes", "from_file", "all", "decisions"])]
    pub place: Option<PlacePath>,
    /// Use the rules on these needs only
    #[arg(long, value_name = "CODE", num_args = 1.., requires = "rules")]
    pub only: Vec<Code>,
    /// Decide on at most this many needs, the earliest first; the rest waits for the next run
    #[arg(long, value_name = "N", requires = "rules", value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    pub limit: Option<u64>,
    /// Exit with code 1 if a need is rejected, or held
    #[arg(long, value_name = "OUTCOME", value_enum, value_delimiter = ',', requires = "rules")]
    pub fail_on: Vec<FailOn>,
    /// Stop the rules after this many seconds
    #[arg(long, value_name = "SECONDS", requires = "rules", default_value = "60",
        value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub time_limit: u64,
    /// Who verified, if not the operator
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// How it was verified: 电话, 入户, 窗口
    #[arg(long, value_name = "HOW")]
    pub how: Option<String>,
    /// The day it was verified, if not today
    #[arg(long, value_name = "DAY")]
    pub on: Option<Day>,
    /// The list's encoding, if it cannot be detected
    #[arg(long, value_name = "ENCODING", requires = "decisions")]
    pub encoding: Option<Encoding>,
    /// The sheet to read from a workbook, or all that fit, each as a list of its own
    #[arg(long, value_name = "NAME|all", requires = "decisions")]
    pub sheet: Option<WantedSheet>,
    /// How to read quotes in delimited text, where that is in doubt: literal, characters like any others; strict, always
    /// around one cell
    #[arg(long, value_name = "HOW", requires = "decisions")]
    pub quotes: Option<Quotes>,
    /// Leave out the rows that a workbook hides or filters out
    #[arg(long, requires = "decisions")]
    pub visible_only: bool,
    /// All or nothing: a fault in any row of the list means that nothing changes
    #[arg(long, requires = "decisions")]
    pub strict: bool,
    /// The file for faulty rows of the list, instead of FILE.rejects.csv
    #[arg(long, value_name = "FILE", requires = "decisions")]
    pub rejects: Option<String>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

/// An outcome on which a batch exits with code 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum FailOn {
    #[value(aliases = values::REJECT)]
    Reject,
    #[value(aliases = values::HOLD)]
    Hold,
}

#[derive(Debug, Clone, clap::Args)]
#[group(multiple = false)]
pub struct Outcome {
    /// They are real and suitable
    #[arg(long)]
    pub pass: bool,
    /// They are not accepted; give the reason
    #[arg(long, value_name = "WHY")]
    pub reject: Option<String>,
    /// They go back to be completed; give what is missing
    #[arg(long, value_name = "WHY")]
    pub needs_info: Option<String>,
    /// They are the same as this need, which is kept; their claims move there
    #[arg(long, value_name = "CODE")]
    pub duplicate_of: Option<Code>,
}

#[derive(Debug, Serialize)]
struct Document {
    checked: u64,
    verified: u64,
    rejected: u64,
    needs_info: u64,
    duplicate: u64,
    held: u64,
    /// `None` for JSON lines, in which each decision has a line of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    decisions: Option<Vec<DecisionJson>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    refused: Vec<RefusedJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<FileJson>,
    /// Notes on single needs: what was left alone, and what somebody should look at.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<RefusedJson>,
    warnings: Vec<WarningJson>,
    entry: Option<EntryJson>,
}

impl Document {
    /// Of a need that cannot be decided on with that day.
    fn refuse_early(&mut self, early: &TooEarly) {
        let reason = crate::lang::refusal::too_early(early);
        self.refused.push(RefusedJson { code: early.need.to_string(), why: TooEarly::CODE, reason });
    }
}

impl Outcome {
    fn is_given(&self) -> bool {
        self.pass || self.reject.is_some() || self.needs_info.is_some() || self.duplicate_of.is_some()
    }
}

/// The kinds of private data in the text for the wall, as words for users.
fn private_kinds(need: &NeedRow) -> Vec<String> {
    if need.wording_checked {
        return Vec::new();
    }
    let names: Vec<&str> = need.wisher.as_deref().into_iter().collect();
    let text = need.wording.clone().unwrap_or_else(|| text_of(need));
    let mut kinds: Vec<String> = privacy::scan(&text, &names).iter().map(|hit| hit.kind.label()).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// Parses a share, `0.7` or `70%`, into thousandths.
fn share(word: &str) -> Result<u32, String> {
    let (number, whole) = word.strip_suffix('%').map_or((word, 1000.0), |percent| (percent, 10.0));
    let share = number.trim().parse::<f64>().ok().map(|share| (share * whole).round());
    match share.filter(|share| (1.0..=1000.0).contains(share)) {
        Some(share) => Ok(share as u32),
        None => Err("0.001–1".to_owned()),
    }
}

#[derive(Debug, Serialize)]
struct DecisionJson {
    code: String,
    outcome: &'static str,
    /// The name of the rule; `null` if a person decided.
    rule: Option<String>,
    reason: Option<String>,
}

#[derive(Debug, Serialize)]
struct RefusedJson {
    code: String,
    /// The reason as a word.
    why: &'static str,
    reason: String,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    if let Some(day) = args.on.filter(|day| *day > context.today) {
        return Err(stop(Exit::Usage, text::day_in_future(day)));
    }
    match args {
        Args { decisions: Some(file), .. } => decisions::run(args, file, context),
        Args { rules: Some(file), .. } => rules::run(args, file, context),
        Args { export: Some(file), .. } => export::run(args, file, context),
        Args { near_duplicates: true, .. } => near::run(args, context),
        Args { all: false, dry_run: false, codes, file, .. }
            if codes.is_empty() && !file.is_given() && ask::is_possible() && !args.outcome.is_given() =>
        {
            walk::run(args, context)
        }
        _ => by_hand::run(args, context),
    }
}

impl Default for Document {
    fn default() -> Document {
        Document {
            checked: 0,
            verified: 0,
            rejected: 0,
            needs_info: 0,
            duplicate: 0,
            held: 0,
            decisions: Some(Vec::new()),
            refused: Vec::new(),
            files: Vec::new(),
            notes: Vec::new(),
            warnings: Vec::new(),
            entry: None,
        }
    }
}

impl Document {
    /// Notes where somebody verifies a wish of their own.
    fn note_own(&mut self, need: &NeedRow, verdict: &Verdict) {
        if is_own(need, verdict.by.as_deref()) {
            let reason = crate::lang::store::verifies_own(&need.code);
            self.notes.push(RefusedJson { code: need.code.to_string(), why: "verifies_own", reason });
        }
    }

    fn count(&mut self, need: &NeedRow, verdict: &Verdict) {
        match verdict.outcome {
            Decision::Pass => self.verified += 1,
            Decision::Reject => self.rejected += 1,
            Decision::NeedsInfo => self.needs_info += 1,
            Decision::Duplicate => self.duplicate += 1,
        }
        self.push(DecisionJson {
            code: need.code.to_string(),
            outcome: verdict.outcome.code(),
            rule: None,
            reason: verdict.reason.clone(),
        });
    }

    fn push(&mut self, decision: DecisionJson) {
        self.decisions.get_or_insert_default().push(decision);
    }

    /// Writes the answer. In JSON lines each decision has a line of its own.
    fn write(&mut self, args: &Args, sheet: &Sheet, context: &Context) -> anyhow::Result<()> {
        if !args.answer.wants_lines()? {
            return args.answer.write(sheet, self, context);
        }
        let decisions = self.decisions.take().unwrap_or_default();
        args.answer.write_lines(&decisions, self, context)
    }

    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(text::verify_headers());
        let counts = [self.checked, self.verified, self.rejected, self.needs_info, self.duplicate];
        sheet.rows.push(counts.iter().map(|count| Cell::Count(i64::try_from(*count).unwrap_or(i64::MAX))).collect());
        sheet
    }
}

fn answer(args: &Args, context: &Context, change: Change<'_>, mut document: Document) -> anyhow::Result<Exit> {
    let head: Option<Head> = finish(change, args.dry_run)?;
    document.entry = EntryJson::of(head);
    for refused in &document.refused {
        crate::desk::warn(&refused.reason);
    }
    for note in &document.notes {
        context.note(&note.reason);
    }
    if document.decisions.as_ref().is_none_or(Vec::is_empty) && document.refused.is_empty() {
        context.note(if document.checked > 0 { text::already_decided() } else { text::nothing_waits() });
    }
    if args.dry_run {
        context.note_dry_run();
    }
    let sheet = document.sheet();
    document.write(args, &sheet, context)?;
    Ok(if document.refused.is_empty() { Exit::Done } else { Exit::Partly })
}
