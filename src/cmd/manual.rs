//! `manual`: the parts of `docs/` that list what the program itself defines, as Markdown. Hidden: it is for whoever
//! changes the program; `tests/manual.rs` puts its output into the pages.

use std::fmt::Write;

use clap::{Arg, ArgAction, Command, ValueEnum};

use crate::desk::Context;
use crate::lang::examples;
use crate::model::exit::Exit;
use crate::model::fields::{self, Field, Privacy};
use crate::model::words::ListKind;
use crate::output;
use crate::store::rows::CampaignRow;

/// Write a part of the manual
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The part
    #[arg(value_name = "PART")]
    pub part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The columns of each kind of list
    Columns,
    /// Every command with its arguments
    Commands,
    /// What the exit codes mean
    ExitCodes,
    /// What the program does where it goes wrong in the middle of a change: for its tests
    Panic,
}

pub fn run(args: &Args, mut tree: Command, context: &Context) -> anyhow::Result<Exit> {
    if args.part == Part::Panic {
        return go_wrong(context);
    }
    output::print(match args.part {
        Part::Columns => columns(),
        Part::Commands => {
            // An argument can be shown only once its command is whole.
            tree.build();
            commands(&tree)?
        }
        Part::ExitCodes => exit_codes(),
        Part::Panic => String::new(),
    })?;
    Ok(Exit::Done)
}

/// Makes a campaign, and never gets as far as to keep it.
fn go_wrong(context: &Context) -> anyhow::Result<Exit> {
    let store = context.open()?;
    let mut change = store.change(context.new_entry("manual"))?;
    let id = change.next_id::<CampaignRow>()?;
    let (from_day, until_day) = (context.today, context.today);
    change.insert(CampaignRow {
        id,
        name: "manual".to_owned(),
        from_day,
        until_day,
        stale_days: None,
        pool_days: None,
    })?;
    #[expect(clippy::panic, reason = "what is caught at `main` is tried here")]
    {
        panic!("for the tests: 谢婉婷 19900003915");
    }
}

/// The columns of each kind of list, then those of each table of the office file.
fn columns() -> String {
    let mut text = String::new();
    for &kind in ListKind::ALL {
        text.push_str(&format!("### {} {}\n\n", kind.code(), kind.zh()));
        let alternatives = fields::ALTERNATIVES.iter().filter(|(of, _)| *of == kind);
        for (_, alternatives) in alternatives {
            let choices: Vec<String> = alternatives.iter().map(|choice| codes(choice).join(" with ")).collect();
            text.push_str(&format!("One of: {}.\n\n", choices.join("; ")));
        }
        text.push_str("| field | headers | privacy |\n|---|---|---|\n");
        for one in fields::listed(kind) {
            let code = format!("`{}`", one.field.code());
            let code = if one.list.required { format!("**{code}**") } else { code };
            let twisted = one.list.twisted.iter().flat_map(|(_, headers)| *headers);
            let headers: Vec<&str> = one.list.headers.iter().chain(twisted).copied().collect();
            text.push_str(&row(&[&code, &headers.join(" · "), privacy(one.def.privacy)]));
        }
        text.push('\n');
    }
    text.push_str("## What is stored\n\n");
    for table in fields::TABLES {
        text.push_str(&format!("### {} {}\n\n", table.name, table.label.zh));
        text.push_str("| column | type | label | privacy |\n|---|---|---|---|\n");
        for (column, def) in table.columns() {
            let refers = column.refers.map(|table| format!(" → {table}")).unwrap_or_default();
            let null = if column.sql.may_be_null() { " or NULL" } else { "" };
            let type_name = format!("{}{null}{refers}", column.sql.type_name());
            text.push_str(&row(&[&format!("`{}`", column.name), &type_name, def.label.zh, privacy(def.privacy)]));
        }
        text.push('\n');
    }
    text
}

fn privacy(privacy: Privacy) -> &'static str {
    match privacy {
        Privacy::Public => "public",
        Privacy::Personal => "personal",
        Privacy::FreeText => "free text",
        Privacy::Internal => "internal",
    }
}

fn codes(fields: &[Field]) -> Vec<String> {
    fields.iter().map(|field| format!("`{}`", field.code())).collect()
}

/// Every command of the tree that is shown in help, in the tree's order. Arguments that most commands take are listed
/// once.
fn commands(tree: &Command) -> Result<String, std::fmt::Error> {
    let mut all = Vec::new();
    shown_commands(tree).for_each(|command| gather(command, command.get_name().to_owned(), &mut all));
    let common = common(&all);
    let mut text = "Every command takes:\n\n".to_owned();
    write_table(&mut text, tree.get_arguments().filter(|arg| !arg.is_hide_set()).map(Line::of))?;
    text.push_str("Most commands take:\n\n");
    write_table(&mut text, common.iter().cloned())?;
    for (path, command) in &all {
        let about = command.get_long_about().or(command.get_about()).map(ToString::to_string).unwrap_or_default();
        write!(text, "### {path}\n\n{}\n\n", about.trim())?;
        let typed: Vec<String> = examples::of(path).iter().map(|line| format!("shuangwei {line}\n")).collect();
        if !typed.is_empty() {
            write!(text, "```sh\n{}```\n\n", typed.concat())?;
        }
        let (shared, own): (Vec<Line>, Vec<Line>) = lines(command).partition(|line| common.contains(line));
        write_table(&mut text, own.iter().cloned())?;
        if let [_, ..] = shared.as_slice() {
            let names: Vec<String> = shared.iter().map(|line| format!("`{}`", line.argument)).collect();
            write!(text, "And {}.\n\n", names.join(", "))?;
        }
    }
    Ok(text)
}

/// Adds a command and those below it, each with its path.
fn gather<'c>(command: &'c Command, path: String, all: &mut Vec<(String, &'c Command)>) {
    all.push((path.clone(), command));
    shown_commands(command).for_each(|inner| gather(inner, format!("{path} {}", inner.get_name()), all));
}

fn shown_commands(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|inner| !inner.is_hide_set())
}

/// An argument and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    argument: String,
    meaning: String,
}

impl Line {
    fn of(arg: &Arg) -> Line {
        Line { argument: arg.to_string(), meaning: meaning(arg) }
    }
}

/// A command's own arguments: not those that every command has.
fn lines(command: &Command) -> impl Iterator<Item = Line> {
    let own = |arg: &&Arg| {
        let is_help = matches!(arg.get_action(), ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong);
        !arg.is_hide_set() && !arg.is_global_set() && !is_help
    };
    command.get_arguments().filter(own).map(Line::of)
}

/// The arguments that at least a third of the commands take, in the order in which they occur first.
fn common(all: &[(String, &Command)]) -> Vec<Line> {
    let mut counts: Vec<(Line, usize)> = Vec::new();
    for line in all.iter().flat_map(|(_, command)| lines(command)) {
        match counts.iter_mut().find(|(found, _)| *found == line) {
            Some((_, count)) => *count += 1,
            None => counts.push((line, 1)),
        }
    }
    counts.into_iter().filter(|(_, count)| count * 3 >= all.len()).map(|(line, _)| line).collect()
}

fn write_table(text: &mut String, lines: impl Iterator<Item = Line>) -> std::fmt::Result {
    let rows: String = lines.map(|line| row(&[&format!("`{}`", line.argument), &line.meaning])).collect();
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(text, "| argument | meaning |\n|---|---|\n{rows}")
}

/// An argument's help in one line, with its values where the help does not name them, and its default.
fn meaning(arg: &Arg) -> String {
    let mut text = arg.get_help().map(ToString::to_string).unwrap_or_default();
    if arg.get_action().takes_values() {
        let values = arg.get_possible_values();
        let values = values.iter().filter(|value| !value.is_hide_set());
        let names: Vec<&str> = values.map(|value| value.get_name()).collect();
        if !names.iter().all(|name| text.contains(name)) {
            text.push_str(&format!(": {}", names.join(", ")));
        }
        let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        if !defaults.is_empty() {
            text.push_str(&format!(" (default: {})", defaults.join(" ")));
        }
    }
    if arg.is_required_set() && !arg.is_positional() {
        text.push_str(" (required)");
    }
    text
}

fn exit_codes() -> String {
    let mut text = "| code | word in JSON | meaning |\n|---|---|---|\n".to_owned();
    for &exit in Exit::ALL {
        text.push_str(&row(&[&(exit as u8).to_string(), exit.code(), exit.meaning()]));
    }
    text
}

/// A row of a Markdown table; what would break it is escaped.
fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|").replace('\n', " ")).collect();
    format!("| {} |\n", cells.join(" | "))
}
