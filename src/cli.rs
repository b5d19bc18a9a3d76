//! The command tree in lifecycle order, and the match that runs it. The doc comments are the English help; the Chinese
//! help is in `lang::help_zh`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::cmd;
use crate::desk::settings::{Key, Settings};
use crate::desk::{self, Color, CommitFlag, Context};
use crate::lang::{self, Lang};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};

/// Collect, verify, publish, claim and report residents' micro-wishes and micro-projects
///
/// One office file holds a campaign. The steps are: init, collect, verify, publish, claim, report.
#[derive(Debug, Parser)]
#[command(name = "shuangwei", version, disable_help_subcommand = true, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    pub run: RunArgs,
    #[command(subcommand)]
    pub verb: Option<Verb>,
    /// A list that is named alone, without a command.
    #[arg(skip)]
    dropped: Option<String>,
}

/// `Cli` without the commands.
#[derive(Debug, Parser)]
#[command(name = "shuangwei", version, disable_help_subcommand = true, max_term_width = 100)]
struct Root {
    #[command(flatten)]
    run: RunArgs,
}

/// The options of every command.
#[derive(Debug, Clone, clap::Args)]
pub struct RunArgs {
    /// The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder
    #[arg(long, global = true, display_order = 900, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// The language, zh or en; default: SHUANGWEI_LANG, else the settings', else the locale's
    #[arg(long, global = true, display_order = 901, value_name = "LANG", value_enum)]
    pub lang: Option<Lang>,
    /// The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings', else the system's user
    #[arg(long, global = true, display_order = 902, value_name = "NAME")]
    pub operator: Option<String>,
    /// Print only faults and errors on stderr
    #[arg(long, short, global = true, display_order = 903)]
    pub quiet: bool,
    /// Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings', else auto
    #[arg(long, global = true, display_order = 904, value_name = "WHEN", value_enum, hide_possible_values = true)]
    pub color: Option<Color>,
    /// Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less
    #[arg(long, global = true, display_order = 905)]
    pub no_pager: bool,
    /// The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file
    #[arg(long, global = true, display_order = 906, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Explain on stderr what is done, with which settings, and how long each step takes
    #[arg(long, short = 'v', global = true, display_order = 907)]
    pub explain: bool,
    /// Append the same to FILE, with the time
    #[arg(long, global = true, display_order = 908, value_name = "FILE")]
    pub log_file: Option<PathBuf>,
    /// The date to use instead of the clock: for tests, and only where SHUANGWEI_TESTING is 1
    #[arg(long, global = true, hide = true, value_name = "DAY")]
    pub today: Option<Day>,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    Init(cmd::init::Args),
    Campaign(cmd::campaign::Args),
    Quota(cmd::quota::Args),
    Collect(cmd::collect::Args),
    Verify(cmd::verify::Args),
    Rules(cmd::rules::Args),
    Publish(cmd::publish::Args),
    Claim(cmd::claim::Args),
    /// Close needs that are settled and take them off the wall
    Close(cmd::out::Args),
    /// Reopen needs that were closed or dropped
    Reopen(cmd::out::Args),
    /// Withdraw needs at the wish of the resident; running claims are released
    Withdraw(cmd::out::Args),
    /// Record needs that could not be fulfilled; running claims are released
    Unfulfilled(cmd::out::Args),
    Report(cmd::report::Args),
    Status(cmd::status::Args),
    List(cmd::list::Args),
    Find(cmd::find::Args),
    Show(cmd::show::Args),
    Edit(cmd::edit::Args),
    Export(cmd::export::Args),
    Alias(cmd::alias::Args),
    Log(cmd::log::Args),
    Undo(cmd::undo::Args),
    Check(cmd::check::Args),
    Doctor(cmd::doctor::Args),
    Backup(cmd::backup::Args),
    Restore(cmd::restore::Args),
    Erase(cmd::erase::Args),
    Retention(cmd::retention::Args),
    Completions(cmd::completions::Args),
    Man(cmd::man::Args),
    Help(cmd::help::Args),
    #[command(hide = true)]
    Manual(cmd::manual::Args),
}

/// Parses the command line. Help and errors are in the current language; the whole tree, and its Chinese version, are
/// built only for them.
pub fn parse(args: Vec<OsString>) -> Result<Cli, clap::Error> {
    if let Some(list) = dropped(&args).filter(|_| desk::ask::is_possible()) {
        let program = args.into_iter().take(1).collect();
        return Ok(Cli { dropped: Some(list), ..parsed(program)? });
    }
    let cli = parsed(args)?;
    match &cli.verb {
        Some(Verb::Help(help)) => parsed(help.as_flag()),
        _ => Ok(cli),
    }
}

/// The list that is all there is on the command line: dropped on the program, or opened with it.
fn dropped(args: &[OsString]) -> Option<String> {
    let [_, only] = args else { return None };
    let file = Path::new(only);
    let is_list = cmd::status::menu::is_list(file.file_name()?.to_str()?) && file.is_file();
    if is_list { only.to_str().map(str::to_owned) } else { None }
}

/// Whether a window was opened for this run by a double click or by files dropped on the program, and would close with
/// it. A planned task has such a window too, and names a command.
pub fn keeps_window(args: &[OsString]) -> bool {
    let is_file = |arg: &OsString| Path::new(arg).is_absolute() && Path::new(arg).exists();
    args.iter().skip(1).all(is_file) && desk::has_own_window()
}

fn parsed(args: Vec<OsString>) -> Result<Cli, clap::Error> {
    let read = |mut command: clap::Command| {
        let matches = command.try_get_matches_from_mut(&args).map_err(|error| without_hidden(error, &command))?;
        match blank_value(&command, &matches) {
            Some(error) => Err(error.with_cmd(&command)),
            None => Cli::from_arg_matches(&matches),
        }
    };
    if let Some(cli) = branch(&args).and_then(|command| read(command).ok()) {
        return Ok(cli);
    }
    match lang::current() {
        Lang::Zh => {
            let words: Vec<String> = args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
            let tree = names_only(&args).unwrap_or_else(Cli::command);
            read(lang::help::in_chinese(tree, Some(&words), &lang::help_zh::text))
        }
        Lang::En => read(lang::help::with_examples(Cli::command())),
    }
}

/// What help hides is not suggested for a mistyped word either.
fn without_hidden(mut error: clap::Error, command: &clap::Command) -> clap::Error {
    let hidden_option = command.get_arguments().filter(|option| option.is_hide_set());
    let options: Vec<String> = hidden_option.filter_map(|option| Some(format!("--{}", option.get_long()?))).collect();
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand] {
        let is_hidden = |text: &String| options.contains(text) || text == HIDDEN;
        let kept = match error.remove(kind) {
            Some(ContextValue::String(text)) if is_hidden(&text) => continue,
            Some(ContextValue::Strings(mut texts)) => {
                texts.retain(|text| !is_hidden(text));
                if texts.is_empty() {
                    continue;
                }
                ContextValue::Strings(texts)
            }
            Some(other) => other,
            None => continue,
        };
        error.insert(kind, kept);
    }
    error
}

/// A value with nothing in it is never meant: it comes from a variable that a script has not set.
fn blank_value(command: &clap::Command, matches: &clap::ArgMatches) -> Option<clap::Error> {
    let is_blank = |arg: &&clap::Arg| {
        let id = arg.get_id().as_str();
        let raw = || matches.try_get_raw(id).ok().flatten().into_iter().flatten();
        arg.get_action().takes_values()
            && matches.value_source(id) == Some(ValueSource::CommandLine)
            && raw().any(|value| value.to_string_lossy().trim().is_empty())
    };
    if let Some(arg) = command.get_arguments().find(is_blank) {
        let mut error = clap::Error::new(ErrorKind::InvalidValue);
        error.insert(ContextKind::InvalidArg, ContextValue::String(arg.to_string()));
        error.insert(ContextKind::InvalidValue, ContextValue::String(String::new()));
        return Some(error);
    }
    let (name, inner) = matches.subcommand()?;
    blank_value(command.find_subcommand(name)?, inner)
}

/// The command tree reduced to the command that the arguments name, which is fast to build. If it fails to parse them,
/// the whole tree parses them again, for its error messages.
fn branch(args: &[OsString]) -> Option<clap::Command> {
    let (verb, augment) = args.iter().skip(1).find_map(|word| VERBS.iter().find(|(verb, _)| word == verb))?;
    let root = RunArgs::augment_args(clap::Command::new("shuangwei").disable_help_subcommand(true));
    Some(root.subcommand(augment(clap::Command::new(*verb))))
}

/// Adds a command's arguments and help.
type Augment = fn(clap::Command) -> clap::Command;

/// The commands in lifecycle order, as `Verb` has them.
const VERBS: &[(&str, Augment)] = &[
    ("init", cmd::init::Args::augment_args),
    ("campaign", cmd::campaign::Args::augment_args),
    ("quota", cmd::quota::Args::augment_args),
    ("collect", cmd::collect::Args::augment_args),
    ("verify", cmd::verify::Args::augment_args),
    ("rules", cmd::rules::Args::augment_args),
    ("publish", cmd::publish::Args::augment_args),
    ("claim", cmd::claim::Args::augment_args),
    ("close", cmd::out::Args::augment_args),
    ("reopen", cmd::out::Args::augment_args),
    ("withdraw", cmd::out::Args::augment_args),
    ("unfulfilled", cmd::out::Args::augment_args),
    ("report", cmd::report::Args::augment_args),
    ("status", cmd::status::Args::augment_args),
    ("list", cmd::list::Args::augment_args),
    ("find", cmd::find::Args::augment_args),
    ("show", cmd::show::Args::augment_args),
    ("edit", cmd::edit::Args::augment_args),
    ("export", cmd::export::Args::augment_args),
    ("alias", cmd::alias::Args::augment_args),
    ("log", cmd::log::Args::augment_args),
    ("undo", cmd::undo::Args::augment_args),
    ("check", cmd::check::Args::augment_args),
    ("doctor", cmd::doctor::Args::augment_args),
    ("backup", cmd::backup::Args::augment_args),
    ("restore", cmd::restore::Args::augment_args),
    ("erase", cmd::erase::Args::augment_args),
    ("retention", cmd::retention::Args::augment_args),
    ("completions", cmd::completions::Args::augment_args),
    ("man", cmd::man::Args::augment_args),
    ("help", cmd::help::Args::augment_args),
    (HIDDEN, cmd::manual::Args::augment_args),
];

/// The command that help and completion do not list.
const HIDDEN: &str = "manual";

/// The tree without arguments of the commands, for a Chinese command line that names no command and so can only ask for
/// help or be wrong. Not for English, whose help texts come with the arguments.
fn names_only(args: &[OsString]) -> Option<clap::Command> {
    let names_one = |word: &OsString| VERBS.iter().any(|(verb, _)| word == verb);
    if lang::current() == Lang::En || args.iter().skip(1).any(names_one) {
        return None;
    }
    let verbs = VERBS.iter().map(|(verb, _)| clap::Command::new(*verb).hide(*verb == HIDDEN));
    Some(Root::command().subcommands(verbs))
}

/// The tree of the commands that completion offers, in the current language.
fn shown_commands() -> clap::Command {
    in_current_language(Cli::command())
}

fn in_current_language(whole: clap::Command) -> clap::Command {
    let shown = whole.get_subcommands().filter(|verb| !verb.is_hide_set()).cloned();
    let options = whole.get_arguments().filter(|option| !option.is_hide_set()).cloned();
    let about = |text: Option<&StyledStr>| text.cloned().unwrap_or_default();
    // Not the root of the whole tree, whose hidden options completion would offer.
    let root = clap::Command::new("shuangwei").version(env!("CARGO_PKG_VERSION")).disable_help_subcommand(true);
    let root = root.about(about(whole.get_about())).long_about(about(whole.get_long_about())).max_term_width(100);
    let tree = root.args(options).subcommands(shown);
    match lang::current() {
        Lang::Zh => lang::help::in_chinese(tree, None, &lang::help_zh::text),
        Lang::En => tree,
    }
}

/// The whole tree in the current language, its texts in one line each.
fn whole_help() -> clap::Command {
    match lang::current() {
        Lang::Zh => lang::help::in_chinese_unwrapped(Cli::command(), &lang::help_zh::text),
        Lang::En => lang::help::with_examples(Cli::command()),
    }
}

/// Runs the command. `committed` is set once it has changed the office file, also where it fails after that.
pub fn run(cli: &Cli, given: &Given<'_>, committed: &CommitFlag) -> anyhow::Result<Exit> {
    given.settings.check()?;
    desk::explain::begin(cli.run.explain, cli.run.log_file.as_deref())?;
    let context = context(cli, given, committed)?;
    explain_beginning(&context, given);
    if let Some(list) = &cli.dropped {
        return cmd::status::menu::import(list, |line| run_line(line, &cli.run, given, committed));
    }
    let Some(verb) = &cli.verb else {
        return cmd::status::menu::run(&context, |line| run_line(line, &cli.run, given, committed));
    };
    match verb {
        Verb::Init(args) => cmd::init::run(args, &context),
        Verb::Campaign(args) => cmd::campaign::run(args, &context),
        Verb::Quota(args) => cmd::quota::run(args, &context),
        Verb::Collect(args) => cmd::collect::run(args, &context),
        Verb::Verify(args) => cmd::verify::run(args, &context),
        Verb::Rules(args) => cmd::rules::run(args, &context),
        Verb::Publish(args) => cmd::publish::run(args, &context),
        Verb::Claim(args) => cmd::claim::run(args, &context),
        Verb::Close(args) => cmd::out::run(cmd::out::Way::Close, args, &context),
        Verb::Reopen(args) => cmd::out::run(cmd::out::Way::Reopen, args, &context),
        Verb::Withdraw(args) => cmd::out::run(cmd::out::Way::Withdraw, args, &context),
        Verb::Unfulfilled(args) => cmd::out::run(cmd::out::Way::Unfulfilled, args, &context),
        Verb::Report(args) => cmd::report::run(args, &context),
        Verb::Status(args) => cmd::status::run(args, &context),
        Verb::List(args) => cmd::list::run(args, &context),
        Verb::Find(args) => cmd::find::run(args, &context),
        Verb::Show(args) => cmd::show::run(args, &context),
        Verb::Edit(args) => cmd::edit::run(args, &context),
        Verb::Export(args) => cmd::export::run(args, &context),
        Verb::Alias(args) => cmd::alias::run(args, &context),
        Verb::Log(args) => cmd::log::run(args, &context),
        Verb::Undo(args) => cmd::undo::run(args, &context),
        Verb::Check(args) => cmd::check::run(args, &context),
        Verb::Doctor(args) => cmd::doctor::run(args, &context),
        Verb::Backup(args) => cmd::backup::run(args, &context),
        Verb::Restore(args) => cmd::restore::run(args, &context),
        Verb::Erase(args) => cmd::erase::run(args, &context),
        Verb::Retention(args) => cmd::retention::run(args, &context),
        Verb::Completions(args) => cmd::completions::run(args, shown_commands()),
        // `parse` has made a flag of it.
        Verb::Help(_) => Ok(Exit::Done),
        Verb::Man(args) => cmd::man::run(args, whole_help(), &context),
        Verb::Manual(args) => cmd::manual::run(args, Cli::command(), &context),
    }
}

/// Runs a command line that the menu made, on the same office file, by the same operator.
fn run_line(line: &[String], run: &RunArgs, given: &Given<'_>, committed: &CommitFlag) -> anyhow::Result<Exit> {
    let words = std::iter::once("shuangwei").chain(line.iter().map(String::as_str));
    let cli = parse(words.map(OsString::from).collect())?;
    self::run(&Cli { run: run.clone(), ..cli }, given, committed)
}

/// What the command line says of the terminal, before it is parsed: help and errors are shown by it too.
pub fn set_up_terminal(args: &[OsString], settings: &Settings) {
    let color = lang::value_of(args, "--color").and_then(|word| Color::from_str(word, false).ok());
    desk::choose_colour(color, settings.color());
    if let Some(format) = settings.format() {
        desk::usual_format(format);
    }
    if let Some(pager) = settings.of(Key::Pager) {
        desk::set_pager(pager);
    }
    if args.iter().any(|arg| arg == "--no-pager") {
        desk::turn_pager_off();
    }
}

/// Whether `--version` is asked for with all that is known of it.
pub fn wants_details(args: &[OsString]) -> bool {
    args.iter().any(|arg| arg == "--verbose" || arg == "-v")
}

/// What a run was given besides what its command line means: the settings, and the words as typed.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    pub settings: &'a Settings,
    pub args: &'a [OsString],
}

/// The settings of a run, before its command line is parsed.
pub fn settings(args: &[OsString]) -> Settings {
    let named = lang::value_of(args, "--config").map(Path::new);
    Settings::read(named, &office_file_at(lang::value_of(args, "--db").map(PathBuf::from)))
}

/// Whether a shell has asked for words to complete a command line to, which have been written then.
pub fn has_answered_shell(args: &[OsString]) -> bool {
    cmd::completions::has_answered_shell(|| {
        let office_file = office_file_at(lang::value_of(args, "--db").map(PathBuf::from));
        in_current_language(cmd::completions::with_offers(Cli::command(), &office_file))
    })
}

/// The office file of this run.
pub fn office_file(cli: &Cli) -> PathBuf {
    office_file_at(cli.run.db.clone())
}

fn office_file_at(db: Option<PathBuf>) -> PathBuf {
    let named = || std::env::var_os("SHUANGWEI_DB").filter(|path| !path.to_string_lossy().trim().is_empty());
    db.or_else(|| named().map(PathBuf::from)).or_else(beside_program).unwrap_or_else(|| PathBuf::from(USUAL_NAME))
}

/// What an office file is called where nothing says.
const USUAL_NAME: &str = "shuangwei.db";

/// The office file next to the program, where a mouse has started it: Windows begins that in whatever folder it likes.
fn beside_program() -> Option<PathBuf> {
    if Path::new(USUAL_NAME).exists() || !desk::has_own_window() {
        return None;
    }
    let path = std::env::current_exe().ok()?.with_file_name(USUAL_NAME);
    path.exists().then_some(path)
}

fn from_env(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// The year that the command runs in, before its arguments are parsed.
pub fn year(args: &[OsString]) -> i16 {
    let pinned = lang::value_of(args, "--today").and_then(|day| day.parse().ok());
    pinned.map_or_else(|| now().year(), |day: Day| day.date().year())
}

/// China has one time zone, whatever the machine's is.
fn now() -> jiff::Zoned {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(8)))
}

impl Given<'_> {
    /// What the command line says by a flag of the settings.
    fn given(&self, flag: &str) -> Option<String> {
        match flag {
            "--no-pager" => self.args.iter().any(|arg| arg == flag).then(|| "off".to_owned()),
            _ => lang::value_of(self.args, flag).map(str::to_owned),
        }
    }
}

/// Explains what the run begins with: its command, without what was typed behind it, and its settings.
fn explain_beginning(context: &Context, given: &Given<'_>) {
    let verb = || given.args.iter().skip(1).find_map(|word| VERBS.iter().find(|(verb, _)| word == verb));
    desk::explain::step(|| {
        let command = verb().map_or("status", |(verb, _)| *verb);
        lang::settings::explained_command(env!("CARGO_PKG_VERSION"), command)
    });
    for setting in &context.settings {
        desk::explain::step(|| lang::settings::explained_setting(setting.line()));
    }
}

/// What must be 1 in the environment for `--today`: nobody writes another day into the log by the way.
const TESTING: &str = "SHUANGWEI_TESTING";

/// Who runs this command, when, and on which office file. Errors: another day than the clock's outside of tests (exit 2).
fn context(cli: &Cli, given: &Given<'_>, committed: &CommitFlag) -> anyhow::Result<Context> {
    let set = || given.settings.of(Key::Operator).map(str::to_owned);
    let named = cli.run.operator.clone().or_else(|| from_env("SHUANGWEI_OPERATOR")).or_else(set);
    let operator = named.or_else(|| ["USER", "USERNAME", "LOGNAME"].iter().find_map(|name| from_env(name)));
    if cli.run.today.is_some() && from_env(TESTING).as_deref() != Some("1") {
        return Err(stop(Exit::Usage, lang::main::today_is_for_tests(TESTING)));
    }
    let now = now();
    let (today, time) = match cli.run.today {
        Some(day) => (day.date(), jiff::civil::time(0, 0, 0, 0)),
        None => (now.date(), now.time().round(jiff::Unit::Second)?),
    };
    let at = format!("{}T{}+08:00", today, time);
    let Some(today) = Day::new(today) else { anyhow::bail!(lang::main::clock_is_off(today)) };
    Ok(Context {
        db: office_file(cli),
        operator: operator.unwrap_or_else(|| "unknown".to_owned()),
        today,
        now: at,
        is_pinned: cli.run.today.is_some(),
        quiet: cli.run.quiet,
        lang: cli.run.lang,
        pack: given.settings.pack().unwrap_or_else(|| PathBuf::from("publish")),
        settings: given.settings.sources(|flag| given.given(flag)),
        committed: committed.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_its_chinese_help() {
        let missing = lang::help::missing(&Cli::command(), &lang::help_zh::text);
        assert!(missing.is_empty(), "without Chinese help: {missing:#?}");
    }

    #[test]
    fn every_command_has_its_branch() {
        for mut whole in Cli::command().get_subcommands().cloned() {
            let args = ["shuangwei".into(), whole.get_name().into()];
            let branch = branch(&args).unwrap();
            let mut alone = branch.find_subcommand(whole.get_name()).unwrap().clone();
            assert_eq!(alone.render_usage().to_string(), whole.render_usage().to_string());
        }
    }

    #[test]
    fn tree_of_names_has_the_commands_and_help_of_the_whole_tree() {
        let of = |command: &clap::Command| -> Vec<String> {
            command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect()
        };
        let args = ["shuangwei".into(), "--help".into()];
        let names = names_only(&args).unwrap();
        assert_eq!(of(&names), of(&Cli::command()));
        let words = ["shuangwei".to_owned(), "--help".to_owned()];
        let help = |tree: clap::Command| {
            lang::help::in_chinese(tree, Some(&words), &lang::help_zh::text).render_help().to_string()
        };
        assert_eq!(help(names), help(Cli::command()));
        assert!(names_only(&["shuangwei".into(), "log".into()]).is_none());
    }

    #[test]
    fn command_tree_passes_clap_debug_assert() {
        Cli::command().debug_assert();
        lang::help::in_chinese(Cli::command(), None, &lang::help_zh::text).debug_assert();
    }
}
