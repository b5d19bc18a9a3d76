//! The steps of a campaign as a menu, for whoever knows no command: each choice becomes the command that it stands for,
//! which is shown before it runs.

use std::fs;
use std::path::Path;

use crate::desk::{Context, ask};
use crate::lang::status as words;
use crate::model::exit::Exit;
use crate::store::standing::{self, Stage};

use super::Args;

/// What a choice leads to.
enum Step {
    Collect,
    Verify,
    Publish,
    Claim,
    Report,
    Find,
}

const STEPS: [Step; 6] = [Step::Collect, Step::Verify, Step::Publish, Step::Claim, Step::Report, Step::Find];

/// A command line in the making; `None` goes back to the steps.
type Line = anyhow::Result<Option<Vec<String>>>;

/// Shows what waits; on a terminal asks what to do and runs it, until nothing more is wanted.
pub fn run(context: &Context, run_line: impl Fn(&[String]) -> anyhow::Result<Exit>) -> anyhow::Result<Exit> {
    loop {
        if !ask::is_possible() || !std::io::IsTerminal::is_terminal(&std::io::stdout()) {
            return super::run(&Args::default(), context);
        }
        let exit = super::run_above_menu(context)?;
        let mut choices: Vec<String> = STEPS.iter().map(label).collect();
        choices.push(words::leave());
        let Some(step) = ask::choose(&words::what_now(), &choices)?.and_then(|at| STEPS.get(at)) else {
            return Ok(exit);
        };
        let Some(line) = line_of(step)? else { continue };
        if !is_meant(&line, context)? {
            continue;
        }
        ask::note(&format!("$ shuangwei {}", shown(&line)));
        if let Err(cause) = run_line(&line) {
            ask::note(&crate::lang::main::error(crate::lang::refusal::error_line(&cause)));
        }
        if ask::line(&words::go_on())?.is_none() {
            return Ok(exit);
        }
    }
}

/// Imports a list that was named alone, as by dropping it on the program: asks what it is a list of.
pub fn import(file: &str, run_line: impl Fn(&[String]) -> anyhow::Result<Exit>) -> anyhow::Result<Exit> {
    let mut kinds = lists().to_vec();
    kinds.push((words::claim_list(), &["claim", "import"]));
    kinds.push((words::verify_import(), &["verify", "--decisions"]));
    if file.to_ascii_lowercase().ends_with(".txt") {
        kinds.push((words::claim_chat(), &["claim", "wechat", "--take-sure"]));
    }
    let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy();
    let Some(mut line) = chosen(&words::what_list(name), &kinds)? else { return Ok(Exit::Done) };
    line.push(file.to_owned());
    ask::note(&format!("$ shuangwei {}", shown(&line)));
    run_line(&line)
}

fn label(step: &Step) -> String {
    match step {
        Step::Collect => words::step_collect(),
        Step::Verify => words::step_verify(),
        Step::Publish => words::step_publish(),
        Step::Claim => words::step_claim(),
        Step::Report => words::step_report(),
        Step::Find => words::step_find(),
    }
}

fn line_of(step: &Step) -> Line {
    match step {
        Step::Collect => collect(),
        Step::Verify => verify(),
        Step::Publish => which(&[(words::publish_all(), &["publish"]), (words::review(), &["publish", "--review"])]),
        Step::Claim => claim(),
        Step::Report => report(),
        Step::Find => {
            let asked = ask::line(&words::find_what())?.filter(|asked| !asked.is_empty());
            Ok(asked.map(|asked| vec!["find".to_owned(), asked]))
        }
    }
}

/// A choice, and the line that it stands for.
type Choice = (String, &'static [&'static str]);

/// One of these lines.
fn which(lines: &[Choice]) -> Line {
    chosen(&words::which_one(), lines)
}

fn chosen(question: &str, lines: &[Choice]) -> Line {
    let mut choices: Vec<String> = lines.iter().map(|(label, _)| label.clone()).collect();
    choices.push(words::back());
    let line = ask::choose(question, &choices)?.and_then(|at| lines.get(at));
    Ok(line.map(|(_, line)| line.iter().map(|word| (*word).to_owned()).collect()))
}

/// The lists that are collected.
fn lists() -> [Choice; 5] {
    [
        (words::list_wishes(), &["collect", "wishes"]),
        (words::list_projects(), &["collect", "projects"]),
        (words::list_members(), &["collect", "members"]),
        (words::list_orgs(), &["collect", "orgs"]),
        (words::list_places(), &["collect", "places"]),
    ]
}

fn collect() -> Line {
    let mut choices = lists().to_vec();
    choices.push((words::one_wish(), &["collect", "wishes", "--ask"]));
    let Some(line) = which(&choices)? else { return Ok(None) };
    if line.iter().any(|word| word == "--ask") { Ok(Some(line)) } else { with_file(line) }
}

/// Asks whether a line that changes everything that waits is meant, and says how much that is.
fn is_meant(line: &[String], context: &Context) -> anyhow::Result<bool> {
    let words: Vec<&str> = line.iter().map(String::as_str).collect();
    let (stage, question): (Stage, fn(i64) -> String) = match words[..] {
        ["verify", "--all", "--pass"] => (Stage::ToVerify, |count| words::pass_so_many(count)),
        ["publish"] => (Stage::ToPublish, |count| words::publish_so_many(count)),
        _ => return Ok(true),
    };
    let waiting = {
        let store = context.open()?;
        let stages = standing::stages(&*store.read()?, context.today)?;
        stages.into_iter().filter(|(one, _)| *one == stage).map(|(_, count)| count.wishes + count.projects).sum()
    };
    if waiting == 0 { Ok(true) } else { ask::yes(&question(waiting)) }
}

fn verify() -> Line {
    let file = new_name("核实清单");
    let lines: [Choice; 4] = [
        (words::verify_walk(), &["verify"]),
        (words::verify_all(), &["verify", "--all", "--pass"]),
        (words::verify_export(&file), &["verify", "--export"]),
        (words::verify_import(), &["verify", "--decisions"]),
    ];
    let Some(mut line) = which(&lines)? else { return Ok(None) };
    match line.last().map(String::as_str) {
        Some("--decisions") => return with_file(line),
        Some("--export") => line.push(file),
        _ => (),
    }
    Ok(Some(line))
}

fn claim() -> Line {
    let lines: [Choice; 6] = [
        (words::claim_one(), &["claim", "take"]),
        (words::claim_list(), &["claim", "import"]),
        (words::claim_chat(), &["claim", "wechat"]),
        (words::claim_done(), &["claim", "complete"]),
        (words::claim_confirmed(), &["claim", "confirm"]),
        (words::claim_suggest(), &["claim", "suggest"]),
    ];
    let Some(mut line) = which(&lines)? else { return Ok(None) };
    match line.last().map(String::as_str) {
        Some("import") => with_file(line),
        Some("wechat") => Ok(with_file(line)?.map(|mut line| {
            line.push("--take-sure".to_owned());
            line
        })),
        Some("complete" | "confirm") => {
            let Some(need) = ask::line(&crate::lang::ask::which_need())?.filter(|need| !need.is_empty()) else {
                return Ok(None);
            };
            line.push(need);
            Ok(Some(line))
        }
        _ => Ok(Some(line)),
    }
}

fn report() -> Line {
    let file = new_name("总览");
    let lines: [Choice; 4] = [
        (words::report_quota(), &["report", "quota"]),
        (words::report_progress(), &["report", "progress"]),
        (words::report_overdue(), &["report", "overdue"]),
        (words::report_overview(&file), &["report", "overview", "--output"]),
    ];
    let Some(mut line) = which(&lines)? else { return Ok(None) };
    if line.last().is_some_and(|word| word == "--output") {
        line.push(file);
    }
    Ok(Some(line))
}

/// A workbook's name that no file of this folder has: one that is there may have been filled in by hand.
fn new_name(stem: &str) -> String {
    let numbered = (2_u32..).map(|at| format!("{stem}-{at}.xlsx"));
    let mut names = std::iter::once(format!("{stem}.xlsx")).chain(numbered);
    names.find(|name| fs::symlink_metadata(name).is_err()).unwrap_or_default()
}

/// The line with a file of this folder behind it, or one that is typed.
fn with_file(mut line: Vec<String>) -> Line {
    let mut names = lists_here();
    names.push(words::other_file());
    let Some(at) = ask::choose(&words::which_file(), &names)? else { return Ok(None) };
    let file = if at + 1 == names.len() {
        ask::line(&words::type_file())?.filter(|file| !file.is_empty())
    } else {
        names.get(at).cloned()
    };
    Ok(file.map(|file| {
        // A path dragged into the window comes in quotes.
        line.push(file.trim_matches(['"', '\'']).to_owned());
        line
    }))
}

/// Whether a file of this name may be a list.
pub fn is_list(name: &str) -> bool {
    const ENDINGS: [&str; 8] = ["xlsx", "xls", "csv", "tsv", "ods", "txt", "html", "et"];
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    !name.starts_with(['.', '~']) && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The files of this folder that may be lists.
fn lists_here() -> Vec<String> {
    let entries = fs::read_dir(".").into_iter().flatten().filter_map(Result::ok);
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| is_list(name));
    names.sort();
    names
}

/// A command line as it is typed.
fn shown(line: &[String]) -> String {
    line.iter().map(|word| as_typed(word)).collect::<Vec<_>>().join(" ")
}

/// A word of a command line as it is typed.
pub fn as_typed(word: &str) -> String {
    if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.to_owned() }
}
