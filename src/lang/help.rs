//! The Chinese of the command line. The command tree is written in English (doc comments); this walks it once at
//! start-up and puts the Chinese in its place. Knows clap's layout and its errors; does not know any command.
//!
//! Texts are asked for by path: `collect wishes` (first paragraph: short help; all: long help),
//! `collect wishes --under` and `collect wishes <FILE>`, where the argument's own key (`--under`, `<FILE>`) serves every
//! command that has no other text. The path of the program itself is empty. The word for a value is asked for with a `=`
//! behind the argument, else by its English one: `verify --by=`, `--operator=`, `=FILE`.

mod errors;
mod wrap;

use clap::builder::{PossibleValue, Styles};
use clap::{Arg, ArgAction, Command};

pub use self::errors::{painted_help, usage_error, with_example, without_widest};
pub use self::wrap::wrapped;
use self::wrap::{terminal_columns, width};
use super::examples;

/// Finds the Chinese text of a key.
pub type Table<'a> = &'a dyn Fn(&str) -> Option<&'static str>;

/// The command tree with its help in Chinese, wrapped for this terminal. What has no text stays English. Of commands
/// that the words of `along` do not name only the line in their parent's list is put into Chinese, since nothing else
/// of them is shown; `None` is all of them.
pub fn in_chinese(command: Command, along: Option<&[String]>, zh: Table<'_>) -> Command {
    wrapped_at(terminal_columns(), command, along, zh)
}

/// The whole tree in Chinese, for pages that wrap their lines themselves.
pub fn in_chinese_unwrapped(command: Command, zh: Table<'_>) -> Command {
    wrapped_at(usize::from(u16::MAX), command, None, zh)
}

fn wrapped_at(columns: usize, command: Command, along: Option<&[String]>, zh: Table<'_>) -> Command {
    let globals = command.get_arguments().filter(|arg| arg.is_global_set());
    let globals = globals.map(|arg| label_width(arg, "", zh)).max().unwrap_or(0);
    translated(command.term_width(columns), "", &Layout { columns, globals, parent_label: 0, along }, zh)
}

/// The command tree with the examples of each page below it, for a tree that stays English. The short help has none.
pub fn with_examples(tree: Command) -> Command {
    fn below(command: Command, path: &str) -> Command {
        with_example_lines(command, path).mut_subcommands(|sub| {
            let path = join(path, sub.get_name());
            below(sub, &path)
        })
    }
    below(tree, "")
}

fn with_example_lines(command: Command, path: &str) -> Command {
    match examples::paragraph(path) {
        Some(lines) => command.after_long_help(lines),
        None => command,
    }
}

/// The keys that have an English text and no Chinese one, in the order of the tree. Empty where both are complete.
pub fn missing(command: &Command, zh: Table<'_>) -> Vec<String> {
    let mut keys = Vec::new();
    push_missing(command, "", zh, &mut keys);
    keys
}

/// What the wrapping of a command's texts depends on.
#[derive(Clone, Copy)]
struct Layout<'a> {
    columns: usize,
    /// The widest label among the options that every command has.
    globals: usize,
    /// The widest name in the list of commands that this one is in.
    parent_label: usize,
    /// The words that may name commands.
    along: Option<&'a [String]>,
}

const INDENT: usize = 2;
/// Where help begins that is printed below its argument.
const NEXT_LINE: usize = 10;

fn translated(command: Command, path: &str, layout: &Layout<'_>, zh: Table<'_>) -> Command {
    let long = has_long_help(&command, path, zh);
    let command = with_own_flags(command, long);
    let shown = command.get_arguments().filter(|arg| !arg.is_hide_set());
    let label = shown.map(|arg| label_width(arg, path, zh)).max().unwrap_or(0).max(layout.globals);
    let inline = layout.columns.saturating_sub(label + INDENT * 2);
    let narrow = (label + INDENT * 2) * 5 > layout.columns * 2;
    let below = narrow && command.get_arguments().any(|arg| width(&help_of(arg, path, zh, false)) > inline);
    let room = if below { layout.columns.saturating_sub(NEXT_LINE) } else { inline };
    let template = template(&command);
    let names = command.get_subcommands().map(|sub| width(sub.get_name())).max().unwrap_or(0);
    let inner = Layout { parent_label: names, ..*layout };
    let along = layout.along;
    texts_of(command, path, layout, zh)
        .help_template(template)
        .next_line_help(below)
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .mut_args(|arg| translated_arg(arg, path, room, layout.columns, long, zh))
        .mut_subcommands(|sub| {
            let path = join(path, sub.get_name());
            let named = along.is_none_or(|words| words.iter().any(|word| word == sub.get_name()));
            if named { translated(sub, &path, &inner, zh) } else { texts_of(sub, &path, &inner, zh) }
        })
}

/// The command's own texts.
fn texts_of(command: Command, path: &str, layout: &Layout<'_>, zh: Table<'_>) -> Command {
    let mut command = command;
    if let Some(text) = zh(path) {
        let short = text.split("\n\n").next().unwrap_or(text);
        let in_list = layout.columns.saturating_sub(layout.parent_label + INDENT * 2);
        let room = if path.is_empty() { layout.columns } else { in_list };
        command = command.about(wrapped(short, room));
        if short.len() < text.len() || command.get_long_about().is_some() || width(short) > room {
            command = command.long_about(wrapped(text, layout.columns));
        }
    }
    with_example_lines(command, path)
}

fn translated_arg(arg: Arg, path: &str, room: usize, columns: usize, long: bool, zh: Table<'_>) -> Arg {
    if arg.is_hide_set() {
        return arg;
    }
    let short = wrapped(&help_of(&arg, path, zh, false), room);
    let wide = wrapped(&help_of(&arg, path, zh, true), columns.saturating_sub(NEXT_LINE));
    let values = takes_value(&arg);
    let arg = if values {
        let names = value_names(&arg, path, zh);
        arg.value_names(names).hide_default_value(true).hide_possible_values(true)
    } else {
        arg
    };
    let arg = arg.help(short);
    // An option that every command has would give all of them a long help.
    if long && !arg.is_global_set() { arg.long_help(wide) } else { arg }
}

/// The words that stand for an argument's values, in Chinese where there is one.
fn value_names(arg: &Arg, path: &str, zh: Table<'_>) -> Vec<String> {
    let own = || zh(&format!("{path} {}=", key(arg))).or_else(|| zh(&format!("{}=", key(arg))));
    let names = match arg.get_value_names() {
        Some(names) => names.iter().map(ToString::to_string).collect(),
        None => vec![arg.get_id().as_str().to_uppercase()],
    };
    let chinese = |name: String| own().or_else(|| zh(&format!("={name}"))).map_or(name, str::to_owned);
    names.into_iter().map(chinese).collect()
}

/// The help of an argument with its default and its possible values, not wrapped.
fn help_of(arg: &Arg, path: &str, zh: Table<'_>, long: bool) -> String {
    let text = match zh(&format!("{path} {}", key(arg))).or_else(|| zh(&key(arg))) {
        Some(text) if long => text.to_owned(),
        Some(text) => text.split("\n\n").next().unwrap_or(text).to_owned(),
        None => arg.get_help().or_else(|| arg.get_long_help()).map(ToString::to_string).unwrap_or_default(),
    };
    let values: Vec<String> = if arg.is_hide_possible_values_set() || !takes_value(arg) {
        Vec::new()
    } else {
        arg.get_possible_values().iter().filter(|value| !value.is_hide_set()).map(name_of).collect()
    };
    let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let mut help = text;
    if takes_value(arg) && !arg.is_hide_default_value_set() && !defaults.is_empty() {
        help.push_str(&format!("［默认：{}］", defaults.join(" ")));
    }
    if !values.is_empty() {
        help.push_str(&format!("［可选：{}］", values.join("、")));
    }
    help
}

fn name_of(value: &PossibleValue) -> String {
    value.get_name().to_owned()
}

/// clap makes `--help` and `--version` when it runs, too late to be translated: here are ours. Its `help` command cannot
/// be replaced without being taken for one of the program's, so it is left out.
fn with_own_flags(command: Command, long: bool) -> Command {
    let help = if long { "显示帮助（--help 更详细）" } else { "显示帮助" };
    let mut command = command;
    if !command.is_disable_help_flag_set() {
        let flag = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(help).display_order(990);
        command = command.disable_help_flag(true).arg(flag);
    }
    if command.get_version().is_some() && !command.is_disable_version_flag_set() {
        let flag = Arg::new("version").short('V').long("version").action(ArgAction::Version).help("显示版本");
        command = command.disable_version_flag(true).arg(flag.display_order(991));
    }
    command.disable_help_subcommand(true)
}

/// The headings in Chinese; clap has its own only in English.
fn template(command: &Command) -> String {
    let header = Styles::get_header(command.get_styles());
    let usage = Styles::get_usage(command.get_styles());
    let mut template = format!("{{before-help}}{{about-with-newline}}\n{usage}用法：{usage:#}{{usage}}");
    let mut section = |there: bool, heading: &str, tag: &str| {
        if there {
            template.push_str(&format!("\n\n{header}{heading}：{header:#}\n{{{tag}}}"));
        }
    };
    let shown = |arg: &Arg| !arg.is_hide_set();
    section(command.get_subcommands().any(|sub| !sub.is_hide_set()), "命令", "subcommands");
    section(command.get_positionals().any(shown), "参数", "positionals");
    section(command.get_arguments().any(|arg| !arg.is_positional() && shown(arg)), "选项", "options");
    template.push_str("{after-help}");
    template
}

/// Whether clap will show `--help` in its long form, one argument below the other.
fn has_long_help(command: &Command, path: &str, zh: Table<'_>) -> bool {
    let long = |text: Option<&str>| text.is_some_and(|text| text.contains("\n\n"));
    command.get_long_about().is_some()
        || !examples::of(path).is_empty()
        || long(zh(path))
        || command.get_arguments().filter(|arg| !arg.is_hide_set()).any(|arg| arg.get_long_help().is_some())
}

/// `--under`, `-u` or `<FILE>`.
fn key(arg: &Arg) -> String {
    match (arg.get_long(), arg.get_short()) {
        (Some(long), _) => format!("--{long}"),
        (None, Some(short)) => format!("-{short}"),
        (None, None) => match arg.get_value_names().and_then(|names| names.first()) {
            Some(name) => format!("<{name}>"),
            None => format!("<{}>", arg.get_id().as_str().to_uppercase()),
        },
    }
}

/// The columns that an argument takes before its help, at most. (clap knows only when it runs.)
fn label_width(arg: &Arg, path: &str, zh: Table<'_>) -> usize {
    const SHORT: usize = 4;
    const DOTS: usize = 3;
    let flag = arg.get_long().map_or(2, |long| width(long) + 2);
    if !takes_value(arg) {
        return flag + SHORT;
    }
    let least = arg.get_num_args().map_or(1, |count| count.min_values()).max(1);
    let values = match value_names(arg, path, zh).as_slice() {
        [name] => (width(name) + 3) * least,
        names => names.iter().map(|name| width(name) + 3).sum(),
    };
    let repeated = arg.get_num_args().is_some_and(|count| count.max_values() > least) || is_repeated(arg);
    let dots = if repeated { DOTS } else { 0 };
    if arg.is_positional() { values + dots } else { flag + SHORT + values + dots }
}

fn is_repeated(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Append)
}

fn takes_value(arg: &Arg) -> bool {
    arg.get_action().takes_values()
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path} {name}") }
}

fn push_missing(command: &Command, path: &str, zh: Table<'_>, keys: &mut Vec<String>) {
    let shown = |text: &str| if text.is_empty() { "(program)".to_owned() } else { text.to_owned() };
    if zh(path).is_none() {
        keys.push(shown(path));
    }
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
        let built_in = matches!(
            arg.get_action(),
            ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong | ArgAction::Version
        );
        let own = format!("{path} {}", key(arg));
        if !built_in && zh(&own).or_else(|| zh(&key(arg))).is_none() {
            keys.push(own.trim_start().to_owned());
        }
        let names = if takes_value(arg) { value_names(arg, path, zh) } else { Vec::new() };
        keys.extend(
            names.into_iter().filter(|name| name.is_ascii()).map(|name| format!("{} ={name}", own.trim_start())),
        );
    }
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        push_missing(sub, &join(path, sub.get_name()), zh, keys);
    }
}

#[cfg(test)]
mod tests;
